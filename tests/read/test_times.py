"""Times: TIMEX3 value, range of days, anchor; and what is no time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claims import ReadingContext, TimeRange
from muster.model.evidence import Text
from muster.read import read_text
from muster.read.times.times import find_times
from muster.text.segment import sentences
from muster.text.spans import Span


def read(body: str, language: str = "en", published: str | None = "2023-05-10") -> list[TimeRange]:
    """The times of a text whose sentences end with its lines or " / "."""
    spans, at = [], 0
    for part in body.replace(" / ", "\x00  ").replace("\n", "\x00").split("\x00"):
        if part.strip():
            spans.append(Span(at, at + len(part)))
        at += len(part) + 1
    text = Text("t", "d", body, language, "test")
    return find_times(text, spans, [language] * len(spans), ReadingContext(published=published))


# sentence | language | words | value | first..last ("-" none)
CASES = """
The bakery closed on 7 June 2021. | en | 7 June 2021 | 2021-06-07 | 2021-06-07..2021-06-07
It reopened on March 3. | en | March 3 | 2023-03-03 | 2023-03-03..2023-03-03
It burned on 3 December. | en | 3 December | 2022-12-03 | 2022-12-03..2022-12-03
It will reopen on 3 December. | en | 3 December | 2023-12-03 | 2023-12-03..2023-12-03
Cooks left in late February. | en | late February | 2023-02 | 2023-02-21..2023-02-28
The end of 2021 was quiet. | en | The end of 2021 | 2021 | 2021-09-01..2021-12-31
The bakery opened in the spring of 2016. | en | the spring of 2016 | 2016-SP | 2016-03-01..2016-05-31
Bread was dear in the 1990s. | en | the 1990s | 199 | 1990-01-01..1999-12-31
He came last Friday. | en | last Friday | 2023-05-05 | 2023-05-05..2023-05-05
He came two weeks ago. | en | two weeks ago | 2023-W17 | 2023-04-24..2023-04-30
He baked for three months. | en | three months | P3M | -
They bake every Monday. | en | every Monday | XXXX-WXX-1 | -
The oven broke at 5:15 on April 2. | en | 5:15 on April 2 | 2023-04-02T05:15 | 2023-04-02..2023-04-02
It came in the first quarter of 2022. | en | the first quarter of 2022 | 2022-Q1 | 2022-01-01..2022-03-31
Shops open on 2023-04-30. | en | 2023-04-30 | 2023-04-30 | 2023-04-30..2023-04-30
Пекарня закрылась 7 июня 2021 года. | ru | 7 июня 2021 года | 2021-06-07 | 2021-06-07..2021-06-07
В начале апреля повара ушли. | ru | начале апреля | 2023-04 | 2023-04-01..2023-04-10
В прошлый понедельник печь сломалась. | ru | прошлый понедельник | 2023-05-08 | 2023-05-08..2023-05-08
Он пёк хлеб двое суток. | ru | двое суток | P2D | -
Неделю назад он уехал. | ru | Неделю назад | 2023-W18 | 2023-05-01..2023-05-07
Летом 2019 года было жарко. | ru | Летом 2019 года | 2019-SU | 2019-06-01..2019-08-31
Полгода назад он вернулся. | ru | Полгода назад | 2022-11 | 2022-11-01..2022-11-30
24.04.2023 он уволился. | ru | 24.04.2023 | 2023-04-24 | 2023-04-24..2023-04-24
Вчера вечером он уехал. | ru | Вчера вечером | 2023-05-09TEV | 2023-05-09..2023-05-09
Минулого понеділка піч зламалася. | uk | Минулого понеділка | 2023-05-08 | 2023-05-08..2023-05-08
Наприкінці березня кухарі пішли. | uk | Наприкінці березня | 2023-03 | 2023-03-21..2023-03-31
Торік було спекотно. | uk | Торік | 2022 | 2022-01-01..2022-12-31
Він пік хліб п’ять тижнів. | uk | п’ять тижнів | P5W | -
У середу він поїхав. | uk | середу | 2023-05-10 | 2023-05-10..2023-05-10
She moved in at Easter 2023. | en | Easter 2023 | 2023-04-09 | 2023-04-09..2023-04-09
They wed at Easter last year. | en | Easter last year | 2022-04-17 | 2022-04-17..2022-04-17
They met at Orthodox Easter last year. | en | Orthodox Easter last year | 2022-04-24 | 2022-04-24..2022-04-24
На Пасху пекарня не работала. | ru | Пасху | 2023-04-16 | 2023-04-16..2023-04-16
На Великдень 2025 року пекли паски. | uk | Великдень 2025 | 2025-04-20 | 2025-04-20..2025-04-20
Минулого року на Трійцю був ярмарок. | uk | Минулого року на Трійцю | 2022-06-12 | 2022-06-12..2022-06-12
На Спаса 2022 року освятили яблука. | uk | Спаса 2022 | 2022-08-19 | 2022-08-06..2022-08-19
Комісія зібралася третього лютого. | uk | третього лютого | 2023-02-03 | 2023-02-03..2023-02-03
3 мая он приехал, на другой день уехал. | ru | на другой день | 2023-05-04 | 2023-05-04..2023-05-04
Піч згасла 3 травня, другого ранку її розпалили. | uk | другого ранку | 2023-05-04TMO | 2023-05-04..2023-05-04
She fell on 3 May, and on the third day got up. | en | on the third day | 2023-05-05 | 2023-05-05..2023-05-05
It broke on 1 May. A fortnight before, it ran. | en | A fortnight before | 2023-W16 | 2023-04-17..2023-04-23
Он приехал в марте 2022, а месяца через два уехал. | ru | месяца через два | 2022-05 | 2022-05-01..2022-05-31
Він зник у березні 2021 року, рік по тому вернувся. | uk | рік по тому | 2022 | 2022-01-01..2022-12-31
"""


# A document of 12 April 2019: sentence | language | words | value | a word of the reason
AHEAD = """
The mill expects that in July the number of orders will double. | en | July | 2019-07 | will
The mill will be moved to the river by June. | en | June | 2019-06 | will
"It will open by the middle of June at the latest," he said. | en | the middle of June | 2019-06 | latest
They are preparing to feed 200 until the end of May. | en | the end of May | 2019-05 | preparing to
The bakery gets ready for the fair until September ends. | en | September | 2019-09 | gets ready
The ban takes effect on 1 July. | en | 1 July | 2019-07-01 | takes effect
The ban will last until 2 February. | en | 2 February | 2019-02-02 | year
The mill said in December that it will close in June. | en | December | 2018-12 | before
The mill said in December that it will close in June. | en | June | 2019-06 | will
The mill had been closed until June. | en | June | 2018-06 | before
The bakers worked by the river until October. | en | October | 2018-10 | before
Думаю, не позднее середины июня мы увидим новую печь. | ru | середины июня | 2019-06 | не позднее
Вернёмся к этой оценке 15 июня. | ru | 15 июня | 2019-06-15 | Вернёмся
Пекарь ожидает, что в июле число заказов удвоится. | ru | июле | 2019-07 | удвоится
До конца сентября пекарня кормит ещё двести человек. | ru | конца сентября | 2019-09 | До
К 15 мая в городе построят новую печь. | ru | 15 мая | 2019-05-15 | построят
К 15 мая в городе построили новую печь. | ru | 15 мая | 2018-05-15 | before
Кто ушёл десятого мая и кто уйдёт десятого июля, не спорят. | ru | десятого июля | 2019-07-10 | уйдёт
Не пізніше середини червня ми побачимо нову піч. | uk | середини червня | 2019-06 | Не пізніше
Повернемося до цієї оцінки 15 червня. | uk | 15 червня | 2019-06-15 | Повернемося
З 1 липня ціна хліба змінюється. | uk | 1 липня | 2019-07-01 | змінюється
Пекарня працюватиме до кінця вересня. | uk | кінця вересня | 2019-09 | працюватиме
Пекарня працювала до кінця вересня. | uk | кінця вересня | 2018-09 | before
"""


@pytest.mark.parametrize("line", AHEAD.strip().splitlines(), ids=lambda line: line[:40])
def test_a_forecast_takes_the_next_such_day(line: str) -> None:
    """What a clause says of the future lies ahead of the document, what it tells of the past behind."""
    body, language, words, value, why = (cell.strip() for cell in line.split("|"))
    found = [t for t in read(body, language, "2019-04-12") if t.passage.words == words]
    assert len(found) == 1, [(t.passage.words, t.value) for t in read(body, language, "2019-04-12")]
    assert (found[0].value, found[0].anchor) == (value, "document")
    assert why in found[0].reason


def test_a_forecast_may_pass_the_turn_of_the_year() -> None:
    """Less than half a year ahead, in the next year; further off it stays where it was."""
    (near,) = read("The mill will open in January.", "en", "2019-12-20")
    assert (near.value, "will" in near.reason) == ("2020-01", True)
    (far,) = read("The mill will not forget November.", "en", "2019-12-20")
    assert far.value == "2019-11"
    (told,) = read("The mill has had 400 orders since 3 March.", "en", "2019-11-20")
    assert told.value == "2019-03-03"


def test_a_day_just_ahead_of_the_document_is_the_coming_one_where_no_verb_tells() -> None:
    """Within two weeks; further off, or told of the past, it is the last; a limit runs into the next year."""
    (near,) = read("Fair on 20 May.")
    assert (near.value, "within days" in near.reason) == ("2023-05-20", True)
    assert [t.value for t in read("Fair on 20 June.")] == ["2022-06-20"]
    assert [t.value for t in read("The fair was on 20 May.")] == ["2022-05-20"]
    assert [t.value for t in read("Open until January.", "en", "2019-11-20")] == ["2020-01"]


def test_a_weekday_of_what_was_said_is_past_though_the_news_is_to_come() -> None:
    """The nearest verb tells which way a weekday lies; the document is of a Saturday."""
    said, due = read("He said on Thursday it will open on Friday.", "en", "2019-04-13")
    assert (said.value, due.value) == ("2019-04-11", "2019-04-19")


@pytest.mark.parametrize("line", CASES.strip().splitlines(), ids=lambda line: line[:30])
def test_a_time_has_value_and_range(line: str) -> None:
    """Words, TIMEX3 value and the range of days, the document being of 10 May 2023."""
    body, language, words, value, span = (cell.strip() for cell in line.split("|"))
    found = [t for t in read(body, language) if t.passage.words == words]
    assert len(found) == 1, [(t.passage.words, t.value) for t in read(body, language)]
    assert found[0].value == value
    first, last = (None, None) if span == "-" else span.split("..")
    assert (found[0].first, found[0].last) == (first, last)
    assert found[0].reason


LISTED = [
    pytest.param(path.stem, line, id=f"{path.stem}-{line[:40]}")
    for path in sorted((Path(__file__).parent / "times").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "line"), LISTED)
def test_each_construction_has_its_words_type_and_value(language: str, line: str) -> None:
    """A line is a sentence with its times in brackets, then type and value of each; nothing else is found."""
    marked, _, wanted = line.partition(" = ")
    body = marked.replace("[", "").replace("]", "")
    values = [tuple(cell.split(" ")) for cell in wanted.split("; ")] if wanted else []
    expected = [
        (words, *value) for words, value in zip(re.findall(r"\[([^\]]*)\]", marked), values, strict=True)
    ]
    text, spans = Text("t", "d", body, language, "test"), sentences(body)
    found = find_times(text, spans, [language] * len(spans), ReadingContext(published="2023-05-10"))
    assert [(t.passage.words, t.type, t.value) for t in found] == expected
    assert all(t.reason for t in found)


SINCE = """
Since March he has baked. | en | 2023-03-01..2023-05-10
С марта он печёт хлеб. | ru | 2023-03-01..2023-05-10
З березня він пече хліб. | uk | 2023-03-01..2023-05-10
He baked in March. | en | 2023-03-01..2023-03-31
С марта по апрель он пёк хлеб. | ru | 2023-03-01..2023-03-31
С 3 по 5 марта он пёк хлеб. | ru | 2023-03-03..2023-03-05
From 3 to 5 March he baked. | en | 2023-03-03..2023-03-05
On 3–5 March he baked. | en | 2023-03-03..2023-03-05
"""


@pytest.mark.parametrize("line", SINCE.strip().splitlines())
def test_since_lasts_until_the_document_and_a_range_until_its_end(line: str) -> None:
    """Each end of a range of days has the whole range; "since" runs on unless another end is named."""
    body, language, days = (cell.strip() for cell in line.split("|"))
    first = read(body, language)[0]
    assert f"{first.first}..{first.last}" == days


COUNTED = """
On the 40th day of the full-scale invasion he left. | en | 2022-04-04
На 40-й день войны он ушёл. | ru | 2022-04-04
На 100-й день повномасштабного вторгнення він пішов. | uk | 2022-06-03
"""


@pytest.mark.parametrize("line", COUNTED.strip().splitlines())
def test_a_day_of_the_war_is_counted_from_its_first(line: str) -> None:
    """The nth day of the war that every report calls so has its date, anchored to the event."""
    body, language, day = (cell.strip() for cell in line.split("|"))
    (time,) = read(body, language)
    assert (time.value, time.anchor) == (day, "event")
    (before,) = read(body, language, published="2022-03-01")
    assert (before.first, before.anchor) == (None, None)


def test_the_first_end_of_a_range_takes_the_year_of_the_second() -> None:
    """ "From May to July 2021": both are of 2021; over the turn of the year the first lies before."""
    assert [t.value for t in read("Shut from May to July 2021.")] == ["2021-05", "2021-07"]
    assert [t.value for t in read("Shut from November to March 2021.")] == ["2020-11", "2021-03"]


def test_a_year_named_in_passing_does_not_carry_the_story_with_it() -> None:
    """A plan for another year leaves the next day in the year in which the story is."""
    told = "War came in 1912 and 1913. / In 1914 it spread. / In May 1915 it slowed."
    body = f"{told} / The mill was planned to open in 1916. / On 3 June the cooks left."
    assert next(t.value for t in read(body) if t.passage.words == "3 June") == "1915-06-03"
    body = f"{told} / In 1916 the mill opened. / On 3 June the cooks left."
    assert next(t.value for t in read(body) if t.passage.words == "3 June") == "1916-06-03"


def test_years_before_christ_are_carried_and_have_no_days() -> None:
    """No calendar of ours has days for them; the value says the year."""
    told = "The fort fell in 480 BC. / In September the town burned. / The following year it was rebuilt."
    times = read(told, published=None)
    assert [t.value for t in times] == ["BC0480", "BC0480-09", "BC0479"]
    assert all(t.first is None and t.reason for t in times)


NOTHING = """
We may leave. | en
They march to the oven. | en
Cooks aged 18-27 were hired. | en
The recipe appeared in Current Time. | en
A 25-year-old baker spoke. | en
An august assembly met. | en
He can spring a surprise. | en
Лютый мороз ударил по пекарне. | ru
"""


@pytest.mark.parametrize("line", NOTHING.strip().splitlines())
def test_verbs_pronouns_ages_and_outlets_are_no_times(line: str) -> None:
    """ "may", "We", "march", ages and an outlet's name give no time."""
    body, language = (cell.strip() for cell in line.split("|"))
    assert [t.passage.words for t in read(body, language)] == []


@pytest.mark.parametrize(
    "body",
    [
        "00:00 Вступление\n04:25 О причинах\n11:19 О пекарях",
        "01:00 Часть первая. Мука\n04:25 Часть вторая. Соль\n11:19 Часть третья. Вода",
        "Таймкоды:\n01:00 Мука\n04:25 Соль\n11:19 Вода",
        "Chapters:\n1:00 Flour\n4:25 Salt\n11:19 Water",
    ],
)
def test_the_marks_of_chapters_are_no_hours(body: str) -> None:
    """Three rising marks or more that begin at nought, are called parts or are announced."""
    assert read_lines(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Хроника:\n05:10 Взрывы в центре\n05:40 Сирена смолкла\n07:15 Отбой",
        "Программа:\n10:00 Выступил мэр\n12:00 Обед\n13:00 Отъезд",
        "00:00 Взрыв в центре\n00:40 Сирена смолкла",
    ],
)
def test_the_lines_of_a_log_are_hours(body: str) -> None:
    """Nothing announces chapters, or they are two."""
    assert len(read_lines(body)) == body.count("\n") + (not body[0].isalpha())


def read_lines(body: str) -> list[str]:
    """The words of every time of a text, each line a sentence."""
    text = Text("t", "d", body, "ru", "test")
    lines = [Span(*m.span()) for m in re.finditer(r"[^\n]+", body)]
    context = ReadingContext("2023-05-10")
    return [t.passage.words for t in find_times(text, lines, ["ru"] * len(lines), context)]


def test_what_leans_on_an_earlier_time_is_resolved_inside_its_paragraph() -> None:
    """ "Later that month" counts from the time before it; across lines it stays open."""
    near = read("It broke in April. / Later that month it was mended.")
    assert [(t.value, t.anchor) for t in near] == [("2023-04", "document"), ("2023-04", "previous")]
    far = read("It broke in April.\nLater that month it was mended.")
    assert (far[1].value, far[1].anchor, far[1].first) == ("XXXX-XX", None, None)


def test_a_month_later_beside_a_date() -> None:
    """A shift from the time before, and the date that says the same."""
    times = read("In January he was hired. / A month later – 9 February – he quit.")
    assert [t.value for t in times] == ["2023-01", "2023-02", "2023-02-09"]
    assert (times[1].first, times[1].last) == ("2023-02-09", "2023-02-09")


def test_a_shift_that_nothing_dates_takes_the_day_beside_it() -> None:
    """Only where that day stands straight behind it, and lies within what was counted."""
    beside = read("Two days later, on 5 May, the bridge fell.")
    assert (beside[0].value, beside[0].first) == (beside[1].value, beside[1].first)
    apart = read("Two days later the bridge fell; on 5 May it was mended.")
    assert apart[0].first is None
    other = read("In January he was hired. A month later, on 9 May, he quit.")
    assert other[1].first == "2023-02-01"


@pytest.mark.parametrize(
    ("line", "first", "last"),
    [
        ("He was there earlier this year.", "2023-01-01", "published"),
        ("Earlier this month the bridge fell.", "month", "published"),
        ("At the beginning of April he left. Later that month he came back.", "2023-04-10", "2023-04-30"),
        ("In mid-April he left. Earlier that month he was ill.", "2023-04-01", "2023-04-11"),
        ("In April he left. That year was dry.", "2023-01-01", "2023-12-31"),
    ],
)
def test_earlier_and_later_end_where_they_are_counted_from(line: str, first: str, last: str) -> None:
    """ "Earlier this year" ends on the day of writing; "later that month" begins where the part before it
    ends."""
    written = "2023-05-20"
    known = {"published": written, "month": "2023-05-01"}
    found = read(line, published=written)[-1]
    assert (found.first, found.last) == (known.get(first, first), known.get(last, last))


def test_an_undated_document_leaves_the_year_open() -> None:
    """Nobody said which year: the value has X and there is no range."""
    (time,) = read("The oven broke on 3 March.", published=None)
    assert (time.value, time.first, time.anchor) == ("XXXX-03-03", None, None)


def test_a_month_of_publication_dates_months_but_no_days() -> None:
    """From "2023-05" alone, «вчера» cannot be dated; "in March" can."""
    assert [t.first for t in read("Вчера он уехал.", "ru", "2023-05")] == [None]
    assert [t.value for t in read("He left in March.", "en", "2023-05")] == ["2023-03"]


def test_a_narrative_carries_its_own_year() -> None:
    """A text that tells of other years reads a bare month in the year it last named."""
    told = ("War came in 1912 and 1913.", "In 1914 it spread.", "In May 1915 it slowed.")
    body = " / ".join((*told, "In June they rested, as in 1911."))
    assert next(t.value for t in read(body) if t.passage.words == "June") == "1915-06"


def test_apostrophes_and_stress_marks_change_nothing() -> None:
    """’ ' and ʼ are one, a stress mark is no letter, and the passage keeps them as written."""
    for written in ("п'ять тижнів", "п’ять тижнів", "пʼять тижнів", "п'я\u0301ть тижнів"):
        (time,) = read(f"Він чекав {written}.", "uk")
        assert (time.passage.words, time.value) == (written, "P5W")


@given(st.text(max_size=150), st.sampled_from(["en", "ru", "uk"]))
@settings(max_examples=150)
def test_any_text_gives_passages_that_hold(body: str, language: str) -> None:
    """Every passage holds exactly its characters, whatever the text."""
    text = Text("t", "d", body, language, "test")
    context = ReadingContext(published="2023-05-10")
    for time in find_times(text, [Span(0, len(body))], [language], context):
        assert time.passage.holds_in(body)


def _listed(*lines: str) -> list[str]:
    return " ".join(lines).split()


PIECES = _listed(
    "24 31 30 February May of 2023 the last next days ago later month that every 00:00 99.99.2020",
    "through 9999 years через года назад мая в начале 1000000 столетия торік тижнів , — and",
)


@given(
    st.lists(st.sampled_from(PIECES), max_size=20),
    st.sampled_from([None, "2023-05-10", "2023", "0001-01-01"]),
)
@settings(max_examples=250)
def test_any_order_of_time_words_is_survived(parts: list[str], published: str | None) -> None:
    """Impossible dates and endless spans give no range rather than a wrong one."""
    for time in read(" ".join(parts), "ru", published):
        assert time.first is None or time.last is None or time.first <= time.last


HOSTILE = [
    "1 August ",
    "last week ",
    "May ",
    "24.02.2022 ",
    "every day ",
    "1999-",
    "12, ",
    "5 and ",
    "1938 та ",
]
HOSTILE += [
    "the first half of ",
    "ночь с 5 на ",
    "накануне боя ",
    "-",
    "two years and ",
    "in the early hours of ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_sentence_without_end_costs_no_more_than_its_length(piece: str) -> None:
    """60,000 characters in one sentence are read."""
    read(piece * (60_000 // len(piece)))


def test_a_bound_behind_a_noun_for_an_age_is_no_length() -> None:
    """«Призывной возраст с 25 до 18 лет» is an age; «от 5 до 10 лет колонии» lasts."""
    for body, times, kind in (
        ("Парламент снизил призывной возраст в стране с 25 до 18 лет.", 0, "age"),
        ("Суд назначил от 5 до 10 лет колонии.", 1, "duration"),
        ("Парламент знизив призовний вік із 27 до 25 років, і це прийнято.", 0, "age"),
    ):
        reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
        assert len(reading.times) == times
        assert reading.quantities[-1].kind == kind


@pytest.mark.parametrize(
    ("body", "language", "days"),
    [
        ("В ночь на 5 мая ударили дроны.", "ru", ("2023-05-04", "2023-05-05")),
        ("В ночь с 4 на 5 мая ударили дроны.", "ru", ("2023-05-04", "2023-05-05")),
        ("У ніч на вівторок вдарили дрони.", "uk", ("2023-05-08", "2023-05-09")),
        ("Утром 5 мая ударили дроны.", "ru", ("2023-05-05", "2023-05-05")),
        ("Ночью 5 мая ударили дроны.", "ru", ("2023-05-05", "2023-05-05")),
        ("Вчора вночі вдарили дрони.", "uk", ("2023-05-09", "2023-05-09")),
    ],
)
def test_the_night_to_a_day_is_of_two_days(body: str, language: str, days: tuple[str, str]) -> None:
    """Midnight lies inside it; no other night says which."""
    text = Text("t", "d", body, language, "test")
    (t,) = find_times(text, [Span(0, len(body))], [language], ReadingContext("2023-05-10"))
    assert (t.first, t.last) == days
