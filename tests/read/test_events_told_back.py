"""Stories told out of order: what looks back, what counts from something else, which year a month is of."""

from __future__ import annotations

import pytest
from tests.read.narrated import event, read

from muster.model.claims import Order, Reading


def links(reading: Reading, one: str, other: str) -> list[tuple[bool, bool]]:
    """Whether ``one`` comes first and whether that is certain, for each link between the two."""
    a, b = event(reading, one).id, event(reading, other).id
    return [_way(o, a) for o in reading.order if {o.before, o.after} == {a, b}]


def _way(order: Order, first: str) -> tuple[bool, bool]:
    return order.before == first, order.certain


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("They came for the clerk. By then two others had been taken.", "taken", "came"),
        ("The roof fell in. By that time the tenants had left.", "left", "fell"),
        ("Пришла бумага. К тому времени соседи уже рассказали ей правду.", "рассказали", "Пришла"),
        ("Прозвучала сирена. На тот момент склад уже сгорел.", "сгорел", "Прозвучала"),
        ("Пролунала сирена. На той час склад уже згорів.", "згорів", "Пролунала"),
        ("Прийшов слідчий. До того часу родина вже виїхала.", "виїхала", "Прийшов"),
        ("They closed the bridge. Before that she had moved the ovens.", "moved", "closed"),
    ],
)
def test_what_was_done_by_then_came_before(body: str, before: str, after: str) -> None:
    """A deed done by the time that was just told is certain to be the earlier one."""
    assert links(read(body), before, after) == [(True, True)]


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        # With nothing that says "already" it is only likely.
        ("Прозвучала сирена. На тот момент склад сгорел.", "сгорел", "Прозвучала"),
        ("They took the brother too, but not at once: first they searched the barn.", "searched", "took"),
        ("Её уволили, но не сразу: сначала вызвали на беседу.", "вызвали", "уволили"),
        ("Smoke rose over the depot on 14 May. By evening two tanks had burned.", "rose", "burned"),
    ],
)
def test_what_is_only_likely_is_told_so(body: str, before: str, after: str) -> None:
    """The order is suggested, with its reason, and not certain."""
    assert links(read(body), before, after) == [(True, False)]


@pytest.mark.parametrize(
    "body",
    [
        "The mill was sold. He came home immediately after the harvest.",
        "Мельницу продали. Он ушёл сразу после свадьбы.",
        "Млин продали. Він пішов одразу після училища.",
        "В село вошла рота. Об этом сообщили не сразу.",
    ],
)
def test_at_once_after_something_else_ties_to_that(body: str) -> None:
    """ "Immediately after the harvest" says nothing of what was told before it."""
    assert not any(
        "сразу" in r or "immediately" in r or "одразу" in r for o in read(body).order for r in o.reasons
    )


@pytest.mark.parametrize(
    "body",
    [
        "Пасіку він завів ще молодим. У 2029 році, напередодні Трійці, через село пройшов фронт.",
        "Семья уехала. Накануне штурма школу закрыли.",
        "За два дні до удару чергові скаржилися. Напередодні приїхав ремонтник.",
        "За неделю до суда свидетель пропал. Накануне ему звонили.",
    ],
)
def test_the_eve_of_something_counts_from_nothing_else(body: str) -> None:
    """The eve of a feast or of a battle is not the day before what was told before it."""
    assert not any(o.certain for o in read(body).order)


def test_two_distances_from_one_event_go_forward() -> None:
    """ "Two days before the raid they complained. On the eve a man came": he came later."""
    reading = read("За два дні до удару чергові скаржилися. Напередодні приїхав ремонтник.")
    assert links(reading, "скаржилися", "приїхав") == [(True, False)]


@pytest.mark.parametrize(
    ("body", "words", "first", "last"),
    [
        ("The troops came the winter before last.", "came", "2029-12-01", "2030-02-28"),
        ("He enlisted a year ago, in spring.", "enlisted", "2030-03-01", "2030-05-31"),
        ("Воевать он ушёл год назад, весной.", "ушёл", "2030-03-01", "2030-05-31"),
        ("Два роки тому, восени, він поїхав.", "поїхав", "2029-09-01", "2029-11-30"),
        ("Навесні минулого року, на Великдень, її забрали.", "забрали", "2030-04-28", "2030-04-28"),
        ("Not until May did an answer arrive.", "arrive", "2031-05-01", "2031-05-31"),
        (
            "Село звільнили торік у травні. Ще раніше, у березні, помер його син.",
            "помер",
            "2030-03-01",
            "2030-03-31",
        ),
        ("They fled in the summer.", "fled", "2030-06-01", "2030-08-31"),
        (
            "A fire broke out on 14 May. The crew, which had lost a pump two days earlier, fled at midnight.",
            "fled",
            "2031-05-14",
            "2031-05-14",
        ),
    ],
)
def test_which_year_and_which_day(body: str, words: str, first: str | None, last: str | None) -> None:
    """Words beside a month or a season say of which year it is; an hour is of the day of its own clause."""
    one = event(read(body), words)
    assert (one.first, one.last) == (first, last)


@pytest.mark.parametrize(
    "body",
    [
        "They came last year. They arrested him in October. On the last day they gave back his shoes.",
        "He died in its last week. They buried her yesterday.",
        "Ракета впала на світанку. До полудня витягли дев'ятьох. Учора начальник подав у відставку.",
        "Торік його забрали. Влітку його перевели до колонії. Померла вона на початку березня.",
    ],
)
def test_a_guess_is_never_certain(body: str) -> None:
    """A month of either year, "the last day" and what counts from a guessed day force nothing."""
    assert not any("one began by" in r for o in read(body).order if o.certain for r in o.reasons)


def test_a_dead_line_of_words_is_read_in_time() -> None:
    """Nothing here is slower than the text is long."""
    body = "By then it was done, not at once, ещё раньше, накануне, " * 400
    assert read(body + ".") is not None


_ASKED = [
    (
        "When were you taken?\n\nOn 4 March last year they came for me.\n\nWhy you?"
        "\n\nIn 2024 we closed the pit.\n\nWhat happened next?\n\nThey drove me to the barracks.",
        "came",
        "drove",
    ),
    (
        "– Когда вас взяли?\n– Четвёртого марта прошлого года нас окружили.\n\n– За что?"
        "\n– В 2024 году мы закрыли шахту.\n\n– А дальше?\n– Отвезли в казарму.",
        "окружили",
        "Отвезли",
    ),
    (
        "– Коли вас узяли?\n– Четвертого березня торік нас оточили.\n\n– За що?"
        "\n– У 2024 році ми закрили шахту.\n\n– А потім?\n– Відвезли до казарми.",
        "оточили",
        "Відвезли",
    ),
]


@pytest.mark.parametrize(("body", "before", "after"), _ASKED)
def test_asked_on_the_story_goes_on_from_where_it_was_left(body: str, before: str, after: str) -> None:
    """What is told after a question is likely to come after the story told before the last look back."""
    assert links(read(body), before, after) == [(True, False)]


@pytest.mark.parametrize(
    ("body", "one", "other"),
    [
        # No question: the look back may go on.
        (
            "On 4 March last year they came for me.\n\nIn 2024 we closed the pit.\n\nWe slept in tents.",
            "came",
            "slept",
        ),
        # An answer with a day of its own needs none of it.
        (
            "Taken?\n\nOn 4 March last year they came.\n\nWhy?\n\nIn 2024 we struck."
            "\n\nAnd before?\n\nIn 2022 I moved.",
            "came",
            "moved",
        ),
        # An age is of years before.
        (
            "Taken?\n\nOn 4 March last year they came.\n\nWhy?\n\nIn 2024 we struck."
            "\n\nAnd before?\n\nAt nineteen I moved.",
            "came",
            "moved",
        ),
    ],
)
def test_only_what_is_asked_and_undated_is_taken_up(body: str, one: str, other: str) -> None:
    """Without a question, with a day or an age of its own, nothing goes on from what was left."""
    assert (True, False) not in links(read(body), one, other)


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("Через восемь месяцев его обменяли. За месяц до обмена он заболел.", "заболел", "обменяли"),
        ("Через вісім місяців його обміняли. За місяць до обміну він захворів.", "захворів", "обміняли"),
        ("Его призвали в мае. За год до призыва умер отец.", "умер", "призвали"),
        ("They were exchanged at the bridge. A week before the swap he wrote home.", "wrote", "exchanged"),
        # A word beside another verb, told only later, names no event.
        ("The store keeper was dismissed after complaints. He filed a complaint himself.", "", ""),
        ("Кладовщика уволили после жалоб. Защита подала жалобу.", "", ""),
    ],
)
def test_a_noun_names_the_deed_of_its_verb(body: str, before: str, after: str) -> None:
    """ "Before the swap" counts from the exchange; "after complaints" from no complaint filed later."""
    reading = read(body)
    if before:
        assert (True, False) in links(reading, before, after)
    else:
        assert not any("names the other" in reason for o in reading.order for reason in o.reasons)


def test_a_month_told_in_passing_carries_no_story_on() -> None:
    """ "The last I heard was in November, when his unit left": the unit left before what was told before."""
    body = "My son called on 4 February. The last I had heard was in November, when his unit left Grell."
    assert (False, False) not in links(read(body), "his unit left", "called")


@pytest.mark.parametrize(
    ("body", "last", "recent"),
    [
        ("In May he came home.\n\nHe recently opened a shop.\n\nIn April he was ill.", "came", "opened"),
        ("В мае он вернулся.\n\nНа днях открыл лавку.\n\nВ апреле он болел.", "вернулся", "открыл"),
        ("У травні він повернувся.\n\nНещодавно відкрив крамницю.", "повернувся", "відкрив"),
    ],
)
def test_what_was_recently_comes_last(body: str, last: str, recent: str) -> None:
    """ "Recently" is likely after the last day that the story came to."""
    assert (True, False) in links(read(body), last, recent)


def test_a_recently_opened_shop_tells_nothing() -> None:
    """Before a noun "recently opened" is no verb."""
    assert not any("recently" in e.what for e in read("The recently opened shop is small.").events)
