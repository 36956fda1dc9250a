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
        ("The guard fled, after which the column came.", "fled", "came"),
        ("The boat sank, after which the ferry was closed.", "sank", "closed"),
        ("By the time the column came, the guard had fled.", "fled", "came"),
        ("К тому времени, когда пришла колонна, охрана сбежала.", "сбежала", "пришла"),
        ("На той час, коли прийшла колона, варта втекла.", "втекла", "прийшла"),
        ("The column came. Earlier that week the guard fled.", "fled", "came"),
        ("The mayor resigned. Later the same day the guard fled.", "resigned", "fled"),
        ("After losing his rifle, the guard fled.", "losing", "fled"),
        ("The cook was fined before being dismissed.", "fined", "dismissed"),
        ("Having lost his rifle, the guard fled.", "lost", "fled"),
        ("Бригада начала ремонт. Через неделю мост закрыли.", "начала", "закрыли"),
        ("The mayor resigned on 3 May. An hour earlier the guard fled.", "fled", "resigned"),
        ("Мэр ушёл 3 мая. За час до этого охрана сбежала.", "сбежала", "ушёл"),
        ("The guard lost his rifle and then fled.", "lost", "fled"),
        ("Прежде чем уехать, врач сжёг архив.", "сжёг", "уехать"),
        ("Перш ніж виїхати, лікар спалив архів.", "спалив", "виїхати"),
        ("Передав ключи соседке, врач уехал.", "Передав", "уехал"),
        ("Пришла колонна. Накануне охрана сбежала.", "сбежала", "Пришла"),
        ("Прийшла колона. Напередодні варта втекла.", "втекла", "Прийшла"),
        ("Witnesses said that after the column came, the guard fled.", "came", "fled"),
        ("Свидетели говорят, что после того, как пришла колонна, охрана сбежала.", "пришла", "сбежала"),
        ("Передавши ключі сусідці, лікар виїхав.", "Передавши", "виїхав"),
    ],
)
def test_dates_and_joining_words_make_an_order_certain(body: str, before: str, after: str) -> None:
    """Whatever was told first; the reason names the words or the days."""
    link = between(read(body), before, after)
    assert link is not None and link.certain and link.reasons[0]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Before leaving the house, lock the door.", "leaving"),
        ("He did not sign before reading the text.", "reading"),
        ("After the evening prayer, the guard fled.", "After the evening prayer."),
        ("After shelling on the left bank, the guard fled.", "After shelling on the left bank."),
        ("Прежде чем стрелять, надо думать.", "стрелять"),
        ("Перш ніж іти, треба думати.", "іти"),
        ("Не дождавшись помощи, врач уехал.", "дождавшись помощи."),
    ],
)
def test_a_verb_without_a_person_tells_only_below_what_was_done(body: str, words: str) -> None:
    """An order, a rule, what was not done, and nouns that only end so, tell no event of their own."""
    told = [e.passage.words.strip(" ,") for e in read(body).events]
    assert not any(one.endswith(words.strip(".")) or (words[-1] != "." and words in one) for one in told), (
        told
    )


@pytest.mark.parametrize(
    "body",
    [
        "The column came. Meanwhile, the guard fled.",
        "The column came. Elsewhere, the guard fled.",
        "The column came. In a separate incident, the guard fled.",
        "Пришла колонна. Тем временем охрана сбежала.",
        "Прийшла піхота. Водночас варта втекла.",
    ],
)
def test_what_is_told_beside_has_no_order(body: str) -> None:
    """ "Meanwhile" says that nobody knows which came first."""
    reading = read(body)
    assert len(reading.events) == 2 and not reading.order


@pytest.mark.parametrize(
    ("body", "first", "last"),
    [
        (
            "He was stopped on 7 November 2029. Earlier that month he joined a rally.",
            "2029-11-01",
            "2029-11-07",
        ),
        (
            "He was stopped on 7 November 2029. Later that month he joined a rally.",
            "2029-11-07",
            "2029-11-30",
        ),
        (
            "He was stopped on 7 November 2029. Earlier that year he joined a rally.",
            "2029-01-01",
            "2029-11-07",
        ),
        ("He was stopped on 7 November 2029. Later that year he joined a rally.", "2029-11-07", "2029-12-31"),
    ],
)
def test_earlier_that_month_ends_where_it_counts_from(body: str, first: str, last: str) -> None:
    """Up to the day told before, or from it on."""
    one = event(read(body), "rally")
    assert (one.first, one.last) == (first, last)


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("The column came. The guard fled.", "came", "fled"),
        ("When the column came, the guard had fled.", "had fled", "came"),
        ("When the column came, the guard fled.", "came", "fled"),
        ("Когда пришла колонна, охрана уже сбежала.", "сбежала", "пришла"),
        ("Когда пришла колонна, охрана сбежала.", "пришла", "сбежала"),
        ("Коли прийшла колона, варта вже втекла.", "втекла", "прийшла"),
        ("The guard, who had lost his rifle, fled.", "lost", "fled"),
        ("The guard, who later married, fled.", "fled", "married"),
        ("The column came. Back in January the guard fled.", "fled", "came"),
        ("Three men have been wounded. The drone struck at dawn.", "struck", "wounded"),
        ("At noon the guard fled. That morning the column came.", "came", "fled"),
        ("At dawn the guard fled. That evening the column came.", "fled", "came"),
        (
            "The bus burned near the bridge. The driver ran into the reeds.\n\n"
            "A week before the fire the road had been mined. The clinic sent a nurse.",
            "mined",
            "burned",
        ),
        (
            "The bus burned near the bridge. The driver ran into the reeds.\n\n"
            "The day before, the road had been mined.\n\nThe clinic sent a nurse.",
            "ran",
            "sent",
        ),
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


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("The mayor spoke of a raid. The raid came hours after the guard fled.", "fled", "spoke"),
        ("The bridge was closed. This happened after a commission arrived.", "arrived", "closed"),
        ("Мост закрыли. Это случилось после того, как приехала комиссия.", "приехала", "закрыли"),
        ("Міст закрили. Це сталося після того, як приїхала комісія.", "приїхала", "закрили"),
    ],
)
def test_what_stands_for_the_deed_told_before(body: str, before: str, after: str) -> None:
    """ "The raid came after …" is told of the raid that was told."""
    assert between(read(body), before, after) is not None


def test_the_eve_of_nobody() -> None:
    """«Накануне Шубина увезли» is no eve of somebody; «с начала войны» tells of no beginning."""
    reading = read("Шубина вызвали на допрос. В марте открыли дело. Накануне Шубина увезли в часть.")
    assert between(reading, "увезли", "вызвали") is None
    assert not any("начала" in e.what for e in read("До начала штурма посёлок жил без света.").events)


def test_who_comes_is_no_deed() -> None:
    """ "The doctor came after …" tells of a doctor, not of what was told before it."""
    reading = read("The guard fled. The doctor came after the bridge was closed.")
    assert between(reading, "closed", "fled") is None


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


def test_what_looks_back_is_of_the_scene_of_the_paragraph_before_alone() -> None:
    """Two paragraphs further on nothing says of which scene "had" looks back: a copy may be shuffled."""
    near = read("Orla joined the guard as a cook.\n\nShe had lost her boat.")
    assert between(near, "had lost", "joined") is not None
    far = read("Orla joined the guard as a cook.\n\nThe yard is small.\n\nShe had lost her boat.")
    assert between(far, "had lost", "joined") is None


def test_where_somebody_slept_is_no_night_of_the_writing() -> None:
    """ "Parked overnight" tells how; "the town was shelled overnight" tells when."""
    assert event(read("They were fired at when parked overnight near Odrin."), "fired").first is None
    assert event(read("The town was shelled overnight."), "shelled").first is not None


_LATER_SCENE = '"One evening I was stopped at the gate of the mill," said Orla Venn.'


@pytest.mark.parametrize(
    ("story", "back"),
    [
        ("Her husband was working at the quay when the dam broke on March 3. He hid in the cellar.", True),
        ("Her husband fled when the dam broke on March 3. He hid in the cellar.", False),  # the story goes on
        ("Her husband was working at the quay when the dam broke. He hid in the cellar.", False),  # no day
    ],
)
def test_a_feature_opens_late_and_then_tells_how_it_began(story: str, back: bool) -> None:
    """Behind a scene that no day is told of, "she was working there when, on 3 March, …" begins the story."""
    reading = read(f"{_LATER_SCENE}\n\n{story}")
    link = between(reading, "hid in the cellar", "stopped at the gate")
    assert (link is not None) == back
    assert link is None or not link.certain


def test_where_a_place_lies_is_no_event() -> None:
    """ "Located in the north" is no deed; "was located on 3 May" is one."""
    events = [e.what for e in read("The mill, located in the far north, burned.").events]
    assert not any("located" in e for e in events)
    assert event(read("The wreck was located on 3 May."), "located").first is not None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("In the morning they were told to cross the river, he says.", "told to cross"),
        ("A clerk told the two welders to hand in their badges.", "told the two welders"),
        ("She told the clerk that the gate was open.", ""),
    ],
)
def test_an_order_is_a_deed_and_a_statement_is_none(body: str, words: str) -> None:
    """Whoever "was told to" had something happen to him; what was said is a claim."""
    told = [e.passage.words for e in read(body).events]
    assert any(words in e for e in told) if words else not any("told" in e for e in told)


@pytest.mark.parametrize(
    ("body", "not_before", "words"),
    [
        (
            "On 2 October 2030 three men knocked at the door.\n\nHer son had gone missing a year ago. In the "
            "morning she led them to the bath house.",
            "knocked",
            "led them",
        ),
        (
            "В ночь на 2 октября 2030 года трое постучали в дом.\n\nЕё сын пропал два года назад. Утром она "
            "отвела гостей в баню.",
            "постучали",
            "отвела",
        ),
        (
            "У ніч на 2 жовтня 2030 року троє постукали в хату.\n\nЇї син зник два роки тому. Уранці вона "
            "відвела гостей до лазні.",
            "постукали",
            "відвела",
        ),
    ],
)
def test_an_hour_is_not_of_the_year_that_was_told_in_passing(body: str, not_before: str, words: str) -> None:
    """ "Two years ago … In the morning": of the scene that was told before."""
    reading = read(body, "2032-06-20" if "Утром" not in body else "2033-06-20")
    assert between(reading, not_before, words) is not None
