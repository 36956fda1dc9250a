"""What the words of a text force on the order of its events, what they only suggest, what they contradict."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.read.narrated import event, read

from muster.model.claims import Order, Reading


def between(reading: Reading, before: str, after: str) -> Order | None:
    """The link from one event to the other."""
    pair = (event(reading, before).id, event(reading, after).id)
    return next((o for o in reading.order if (o.before, o.after) == pair), None)


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("It reopened on 3 May. It burned on 7 March.", "burned", "reopened"),
        ("The guard fled before the column came.", "fled", "came"),
        ("Before the column came, the guard fled.", "fled", "came"),
        ("The guard fled after the column came.", "came", "fled"),
        ("The guard fled as soon as the column came.", "came", "fled"),
        ("The bell was not hung until the priest came back.", "came back", "was not hung"),
        ("The guard fled, then the column came.", "fled", "came"),
        ("The column came. Ten days later the guard fled.", "came", "fled"),
        ("The column came. Two days earlier the guard had fled.", "fled", "came"),
        ("Охрана сбежала, прежде чем пришла колонна.", "сбежала", "пришла"),
        ("После того как пришла колонна, охрана сбежала.", "пришла", "сбежала"),
        ("Охрана сбежала, как только пришла колонна.", "пришла", "сбежала"),
        ("Охрана сбежала, потом пришла колонна.", "сбежала", "пришла"),
        ("Пришла колонна. На следующий день охрана сбежала.", "Пришла", "сбежала"),
        ("Пришла колонна. До этого охрана сбежала.", "сбежала", "Пришла"),
        ("Варта втекла, перш ніж прийшла колона.", "втекла", "прийшла"),
        ("Після того як прийшла колона, варта втекла.", "прийшла", "втекла"),
        ("Варта втекла, щойно прийшла піхота.", "прийшла", "втекла"),
        ("Прийшла піхота. Наступного дня варта втекла.", "Прийшла", "втекла"),
        ("Прийшла піхота. До того варта втекла.", "втекла", "Прийшла"),
    ],
)
def test_dates_and_joining_words_make_an_order_certain(body: str, before: str, after: str) -> None:
    """Whatever was told first; the reason names the words or the days."""
    link = between(read(body), before, after)
    assert link is not None and link.certain and link.reasons[0]


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("The column came. The guard fled.", "came", "fled"),
        ("The guard fled. A shell had hit the barracks.", "hit", "fled"),
        (
            "The hut was searched in haste. After the search the family left.",
            "searched",
            "left",
        ),
        ("The guard fled when the column came.", "came", "fled"),
        ("Колонна пришла. Охрана сбежала.", "пришла", "сбежала"),
        ("Бандит, который убил сторожа, сбежал.", "убил", "сбежал"),
        ("Піхота прийшла. Варта втекла.", "прийшла", "втекла"),
    ],
)
def test_tense_and_telling_only_suggest_an_order(body: str, before: str, after: str) -> None:
    """It is kept as likely, with its reason, and never as certain."""
    reading = read(body)
    assert not any(o.certain for o in reading.order)
    if between(reading, before, after) is None:
        assert between(reading, after, before) is None


@pytest.mark.parametrize(
    "body",
    [
        "The column came. The guard fled.",
        "The guard fled. A shell had hit the barracks.",
        "Колонна пришла. Охрана сбежала.",
        "Піхота прийшла. Варта втекла.",
    ],
)
def test_what_is_suggested_is_told(body: str) -> None:
    """One likely link between the two events of a paragraph."""
    (link,) = read(body).order
    assert not link.certain


def test_days_that_overlap_leave_events_unordered() -> None:
    """A day of March and March itself are no order, in two paragraphs without any word between them."""
    reading = read("In March the river rose.\n\nOn 7 March the bakery burned down.")
    assert reading.order == ()


def test_a_paragraph_of_another_thread_lends_no_event() -> None:
    """ "Ten days later" at the head of a paragraph may count from anywhere: at most likely."""
    reading = read("The column came.\n\nTen days later the guard fled.")
    assert not any(o.certain for o in reading.order)


@pytest.mark.parametrize(
    ("body", "words", "first", "last"),
    [
        ("On 3 May the mayor fled two days before the column came.", "came", "2031-05-05", "2031-05-05"),
        ("The mayor fled two days before the column came on 5 May.", "fled", "2031-05-03", "2031-05-03"),
        ("За два дня до того как 5 мая пришла колонна, мэр сбежал.", "сбежал", "2031-05-03", "2031-05-03"),
        ("За два дні до того, як 5 травня прийшла колона, мер утік.", "утік", "2031-05-03", "2031-05-03"),
        ("The mayor fled before the column came on 5 May.", "fled", None, "2031-05-05"),
        ("The mayor fled after the column came on 5 May.", "fled", "2031-05-05", "2031-06-20"),
    ],
)
def test_what_is_certain_between_events_carries_their_days(
    body: str, words: str, first: str | None, last: str | None
) -> None:
    """A length of time before a joining word, or the word alone, narrows the days of the other event."""
    one = event(read(body), words)
    assert (one.first, one.last) == (first, last)


def test_a_month_without_a_year_is_certain_only_in_a_text_of_one_year() -> None:
    """A text that names the year before may mean that one: its days are shown, its order is likely."""
    plain = read("The mill burned on 3 April. The owner fled on 9 May.")
    both = read("In June 2030 the mill was sold. The mill burned on 3 April. The owner fled on 9 May.")
    assert any(o.certain for o in plain.order)
    burned, fled = event(both, "burned"), event(both, "fled")
    assert (burned.first, fled.first) == ("2031-04-03", "2031-05-09")
    assert not any(o.certain and o.before == burned.id for o in both.order)


def test_a_year_that_is_carried_on_turns_with_the_story() -> None:
    """September 2030, then spring: the spring of the year after; nobody wrote so, so it is not certain."""
    reading = read("In September 2030 the road was mined. In spring the village was freed.")
    freed = event(reading, "freed")
    assert (freed.first, freed.last) == ("2031-03-01", "2031-05-31")
    assert not any(o.certain for o in reading.order)


def test_two_tellings_of_one_event_lend_each_other_their_order() -> None:
    """ "Before the column came" in one paragraph, "after the column entered" in another."""
    reading = read(
        "He was shot after the column entered the village.\n\nBefore the column came, six men hid the bell."
    )
    link = between(reading, "hid the bell", "the column entered")
    assert link is not None and not link.certain


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The patrol left on 14 May before the guns opened up on 10 May.", ["left on 14 May", "opened up"]),
        (
            "The mill burned on 3 May. Three days later, on 12 May, the owner fell ill.",
            ["Three days later", "12 May"],
        ),
        ("On Tuesday, 5 May 2031, the court met.", ["Tuesday, 5 May 2031"]),
        (
            "Orest Pavel was killed on 3 May near Tesk. Orest Pavel was killed on 9 May, the register says.",
            ["on 3 May", "on 9 May"],
        ),
        (
            "The shop was hit on 8 May. Two days after the explosion, on 16 May, the roof fell in.",
            ["8 May", "16 May"],
        ),
        ("Патруль ушёл 14 мая, прежде чем 10 мая начался обстрел.", ["ушёл 14 мая", "начался"]),
        ("Патруль пішов 14 травня, перш ніж 10 травня почався обстріл.", ["пішов 14 травня", "почався"]),
    ],
)
def test_contradictions_are_told_with_their_places(body: str, words: list[str]) -> None:
    """The note gives the offsets of both; neither is settled."""
    notes = [n for n in read(body).notes if n.startswith("contradiction")]
    assert len(notes) == 1
    for some in words:
        at = body.index(some)
        places = [tuple(map(int, p.split("–"))) for p in re.findall(r"\((\d+–\d+)\)", notes[0])]
        assert any(start <= at < stop for start, stop in places), (some, notes)


@pytest.mark.parametrize(
    "body",
    [
        "Anna Brook was sent north in January. At the beginning of April Anna Brook was sent home.",
        "The town was shelled on 3 May. The town was shelled on 9 May.",
        "Two men were killed on 3 May. Two more men were killed on 9 May.",
        "On Monday, 5 May 2031, the court met.",
        "The mill burned on 3 May. Three days later, on 6 May, the owner fell ill.",
    ],
)
def test_what_can_both_be_true_is_no_contradiction(body: str) -> None:
    """Things happen twice, to others, or on the day that was said."""
    assert not [n for n in read(body).notes if n.startswith("contradiction")]


def test_how_things_stand_is_not_what_came_next() -> None:
    """The present perfect takes no place in the story of its paragraph."""
    reading = read("The column came. Many have refused to serve. The guard fled.")
    link = between(reading, "came", "fled")
    assert link is not None and len(reading.order) == 1


def test_that_month_is_no_clause() -> None:
    """ "That" before a time opens nothing."""
    one = event(read("At the beginning of May he fled. Later that month he was arrested."), "arrested")
    assert one.passage.words.startswith("Later that month") and one.first is not None


@pytest.mark.shared
@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        ("000", "served 40 days", "returned to Russia"),
        ("004", "In January", "A month later"),
        ("004", "A month later", "At the beginning of April"),
    ],
)
def test_order_of_the_real_texts(shared: Path, start: str, before: str, after: str) -> None:
    """What dates and words force in the two texts beside the project, told there in another order."""
    path = next(p for p in sorted((shared / "seeds").glob("*.txt")) if p.name.startswith(start))
    reading = read(path.read_text("utf-8"), "2022-06-03")
    first, second = (next(e for e in reading.events if words in e.passage.words) for words in (before, after))
    reached, queue = set(), [first.id]
    for one in queue:
        queue += [o.after for o in reading.order if o.certain and o.before == one and o.after not in reached]
        reached |= set(queue)
    assert second.id in reached
