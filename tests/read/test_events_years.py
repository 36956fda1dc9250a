"""Diaries, days without a year, and what may not be called certain of them."""

from __future__ import annotations

import pytest
from tests.read.narrated import event, read

from muster.model.claims import Reading


def _certain(reading: Reading, before: str, after: str) -> bool:
    a, b = event(reading, before).id, event(reading, after).id
    links = {(o.before, o.after) for o in reading.order if o.certain}
    reach = {a}
    while more := {y for x, y in links if x in reach} - reach:
        reach |= more
    return b in reach


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        (
            "The baker kept a notebook.\n\n“4 May. Two men came into the yard. Yesterday they took the van.”",
            "took the van",
            "2031-05-03",
        ),
        (
            "The entries are short.\n\n“11 April. The doctor left on Monday, before it was light.”",
            "The doctor left",
            "2031-04-07",
        ),
        (
            "Из тетради сторожа.\n\n«3 мая. Привезли доски.\n\n7-е. Крышу починили. Вчера приходил плотник».",
            "приходил плотник",
            "2031-05-06",
        ),
        (
            "Зі щоденника.\n\n«9 травня. Полагодили насос. Учора приїздив майстер».",
            "приїздив майстер",
            "2031-05-08",
        ),
    ],
)
def test_a_diary_counts_from_the_day_of_its_entry(body: str, words: str, day: str) -> None:
    """ "Yesterday" in an entry is the day before the entry, whenever it was printed."""
    found = event(read(body), words)
    assert (found.first, found.last) == (day, day)


def test_a_report_counts_from_its_own_date() -> None:
    """ "On 4 May … Yesterday" of a report, where the day stands inside a sentence, is yesterday's."""
    reading = read("On 4 May two men came into the yard. Yesterday they took the van.")
    assert event(reading, "took the van").first == "2031-06-19"


@pytest.mark.parametrize(
    "body",
    [
        "Звонок раздался ночью. Было 8 февраля. Мать открыла дверь. Через час она уехала.",
        "Дзвінок пролунав уночі. Було 8 лютого. Мати відчинила двері. За годину вона поїхала.",
    ],
)
def test_a_day_with_was_dates_what_was_told_and_hides_nothing_after_it(body: str) -> None:
    """ "It was 8 February" is of the call; everything told after it is still found."""
    reading = read(body)
    assert event(reading, body.split()[0]).first == "2031-02-08"
    assert len(reading.events) == 3


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (
            "The town was freed on 11 November. That day she opened the shop.\n\n"
            "It was taken on 1 March. At night she hid the books.",
            "she opened the shop",
            "she hid the books",
        ),
        (
            "Село звільнили 11 листопада. Того ж дня відкрили школу.\n\nЗахопили його 1 березня. "
            "Наступного дня опечатали клуб.",
            "відкрили школу",
            "опечатали клуб",
        ),
        (
            "Завод открыли в 2021 году. Зимой брат уехал. Они поссорились. Помирились они только в сентябре."
            "\n\nВ апреле 2029 года завод сгорел.",
            "Помирились они",
            "завод сгорел",
        ),
    ],
)
def test_months_on_both_sides_of_new_year_make_nothing_certain(body: str, before: str, after: str) -> None:
    """Where a text tells of two winters without a year, which day came first is no certainty."""
    reading = read(body, "2031-05-02")
    assert not _certain(reading, before, after)
    assert not _certain(reading, after, before)


def test_the_day_after_a_doubtful_day_is_still_the_day_after() -> None:
    """ "On 1 March …, the next day": whichever year it was."""
    reading = read(
        "The town was freed on 11 November.\n\nIt was taken on 1 March. The next day the club was sealed.",
        "2031-05-02",
    )
    assert _certain(reading, "It was taken", "the club was sealed")


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (
            "On 17 April three rockets struck the market. A unit had moved into the school in February. "
            "It left on the night before the strike.",
            "moved into the school",
            "It left",
        ),
        (
            "In May the miller met a lawyer, who later helped him. He lay in hospital until June.",
            "He lay in hospital",
            "met a lawyer",
        ),
    ],
)
def test_what_leans_on_a_noun_is_not_counted_from_the_sentence_before(
    body: str, before: str, after: str
) -> None:
    """ "The night before the strike" counts from it; "who later helped" says nothing of the meeting."""
    assert not _certain(read(body), after, before)


def test_a_week_later_to_somewhere_is_a_week_later() -> None:
    """«Через тиждень до підвалу»: whereto, so the week counts from what was told before."""
    reading = read("10 січня штаб переїхав, а через тиждень до підвалу пустили мешканців.")
    assert event(reading, "пустили").first == "2031-01-13"


def test_next_year_of_a_story_is_the_year_after_it() -> None:
    """ "In April a letter came. In spring of the next year he was given away", not the year to come."""
    reading = read("15 января 2029 года мальчика увезли. Весной следующего года его отдали в приют.")
    assert (event(reading, "отдали").first or "")[:4] == "2030"


def test_a_name_after_the_eve_is_who_did_it() -> None:
    """«Накануне Громак перевела деньги»: on the day before, not on the eve of her."""
    reading = read("Третьего мая в дом пришли с обыском. Накануне Громак перевела деньги соседу.")
    assert event(reading, "перевела").first == "2031-05-02"


def test_a_story_of_a_written_month_goes_on_in_the_next_paragraph() -> None:
    """ "In September 2029 …", then "In November …": one of the year before the writing would be "last"."""
    reading = read(
        "She came home in May 2032.\n\nIn September 2029 the valley was occupied.\n\nIn November the parents "
        "were told that the road was shut.",
        "2032-09-05",
    )
    assert event(reading, "were told").first == "2029-11-01"


def test_a_month_of_the_year_of_writing_needs_no_year() -> None:
    """ "In February 2030 they met", then "In August …", written in November 2031: of 2031."""
    reading = read(
        "They met in February 2030 in the mountains.\n\nIn August a shell hit the dugout.", "2031-11-08"
    )
    assert event(reading, "hit the dugout").first == "2031-08-01"


@pytest.mark.parametrize(
    ("body", "before", "after", "not_after"),
    [
        (
            "On 9 June the first buses left. One was hit there.\n\nNobody had expected it. In May the "
            "office had said that the clinic was safe.\n\nThe next day no bus came.",
            "was hit",
            "no bus came",
            "the office had said",
        ),
        (
            "5 мая колонна выехала из села. Машину обстреляли у моста.\n\nВ феврале директор просил о "
            "помощи. Двумя годами раньше просьбу отклонили.\n\nВечером того же дня колонна прибыла в город.",
            "обстреляли",
            "прибыла",
            "отклонили",
        ),
    ],
)
def test_the_next_day_counts_from_the_story_and_not_from_what_it_looked_back_on(
    body: str, before: str, after: str, not_after: str
) -> None:
    """After a paragraph that looked back, "the next day" is of the paragraph before that."""
    reading = read(body)
    one, other, aside = (event(reading, words).id for words in (before, after, not_after))
    links = {(o.before, o.after) for o in reading.order}
    assert (one, other) in links
    assert (aside, other) not in links


def test_a_weekday_beside_a_date_is_of_that_date() -> None:
    """ "On 14 June, a Friday": the day before is 13 June, whenever the letter was printed."""
    reading = read("We left on 14 March, a Friday, with one bag. The day before, a shell had hit the barn.")
    assert event(reading, "had hit").first == "2031-03-13"


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        (
            "We left on 2 May at five. The day before, we had sought petrol. By noon we came to the ford.",
            "came to the ford",
            "2031-05-02",
        ),
        (
            "Выехали 2 мая в пять утра. Накануне искали бензин. К полудню добрались до переправы.",
            "добрались",
            "2031-05-02",
        ),
        (
            "Жінка написала заяву 2 травня. За день до того зник чоловік. Наступного дня заяву прийняли.",
            "прийняли",
            "2031-05-03",
        ),
    ],
)
def test_after_one_sentence_that_looked_back_the_clock_is_the_story_s(
    body: str, words: str, day: str
) -> None:
    """ "They left on 2 May. The day before … By noon …": noon of 2 May, and not certain."""
    reading = read(body)
    assert event(reading, words).last == day


def test_months_of_one_summer_stay_in_their_year() -> None:
    """«У вересні … Ще в серпні» goes back a month, and moves nothing to the year before."""
    reading = read(
        "У травні минулого року згоріла школа.\n\nУлітку нас прихистив клуб. У вересні загинув сторож. Ще в "
        "серпні він приходив до нас.",
        "2032-02-03",
    )
    assert event(reading, "загинув сторож").first == "2031-09-01"


def test_a_weekday_that_is_today_is_certain_of_nothing() -> None:
    """ "On Friday" in a text of a Friday: that day, or a week before."""
    reading = read("On Friday the bridge was closed. On 18 June the ferry had sunk.", "2031-06-20")
    assert not _certain(reading, "the ferry had sunk", "the bridge was closed")


def test_a_step_back_in_a_new_paragraph_counts_from_what_was_told_last() -> None:
    """ "Two years earlier", after a paragraph that looked back, goes further back."""
    reading = read(
        "On 9 June the clinic burned.\n\nIn March the roof leaked.\n\nTwo years earlier, the doctor had left."
    )
    roof, doctor = event(reading, "leaked").id, event(reading, "doctor had left").id
    assert (doctor, roof) in {(o.before, o.after) for o in reading.order}


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        # The winter of a year begins in its December.
        ("Already in the winter of 2028 I had doubts. In August I went home.", "went home", "2029-08-01"),
        ("Зимой 2028 года он заболел. В августе вернулся домой.", "вернулся", "2029-08-01"),
        # A day just before the month that was named is of its year.
        ("The case was opened in May 2029. He met them there on 3 April.", "met them", "2029-04-03"),
        ("Справу відкрили в травні 2029 року. Він зустрічався з ними 3 квітня.", "зустрічався", "2029-04-03"),
        # Months later it is of the next.
        ("The case was opened in May 2029. In March the trial began.", "trial began", "2030-03-01"),
        # "Had" and «ещё» look back from the story, there or in the paragraph before.
        (
            "On 8 February 2029 two guards took him out.\n\nHe had been arrested in January, at sea.",
            "arrested",
            "2029-01-01",
        ),
        ("8 февраля 2029 года его увезли.\n\nЖена уехала ещё в январе.", "уехала", "2029-01-01"),
        ("8 лютого 2029 року його забрали.\n\nДружина виїхала ще в січні.", "виїхала", "2029-01-01"),
        # Without them a month is the last one before the writing.
        ("On 8 February 2029 two guards took him out.\n\nThe trial began in January.", "trial", "2031-01-01"),
    ],
)
def test_which_year_a_month_beside_a_written_one_is_of(body: str, words: str, day: str) -> None:
    """A winter begins in December, a day just before a month is of its year, "had" is earlier."""
    assert event(read(body), words).first == day


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "In the morning of 12 May 2030 their car hit a mine. The night before others had passed there. "
            "The driver fell out. By noon sappers found him.",
            "sappers found",
        ),
        (
            "12 мая 2030 года их машина наехала на мину. Ночью накануне там прошла чужая группа. "
            "Водитель погиб. К полудню его подобрали сапёры.",
            "подобрали",
        ),
    ],
)
def test_an_hour_after_a_look_back_is_not_certain(body: str, words: str) -> None:
    """However many sentences stand between, noon is not certain to be of the day before."""
    reading = read(body)
    mine = "their car hit" if "car" in body else "наехала"
    assert not _certain(reading, words, mine)


@pytest.mark.parametrize(
    "body",
    [
        "Потяг вийшов о шостій, із запізненням на годину. Квиток вона купила за тиждень до того.\n\n"
        "Комісія почала роботу третього лютого.",
        "The train left at six, an hour late. She had bought the ticket a week before that.\n\n"
        "The inquiry opened on 3 February.",
    ],
)
def test_a_week_before_a_guessed_hour_is_a_guess(body: str) -> None:
    """An hour of no known day, a length of time, and what counts back from it: no day at all."""
    reading = read(body)
    (bought,) = [e for e in reading.events if "купила" in e.what or "bought" in e.what]
    assert bought.first is None


def test_a_month_of_this_year_after_last_year_s_story_is_not_certain() -> None:
    """ "In April last year … In September …", written in October: that September may be of either year."""
    body = (
        "They flew a kite last spring.\n\nIn April last year rockets hit the school.\n\n"
        "In September the teacher came back with bricks."
    )
    assert not _certain(read(body, "2031-10-19"), "flew a kite", "came back")


def test_what_was_done_is_not_of_the_week_after_the_writing() -> None:
    """ "The following week I was back" of a story that no day leads to is of no day after the writing."""
    body = "What then?\n\nThey took two of us away. It snowed.\n\nThe following week I was back on the road."
    reading = read(body)
    assert all((e.first or "") <= "2031-06-20" for e in reading.events)


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        # The time of "it was … that" is that of the clause it brings.
        ("It was only in February of this year that she was freed.", "she was freed", "2031-02-01"),
        ("It was not until 9 May 2030 that the road was opened.", "road was opened", "2030-05-09"),
        ("It was 9 July 2030 when the bridge fell.", "bridge fell", "2030-07-09"),
        ("Было девятое мая 2030 года, когда пришёл приказ.", "пришёл приказ", "2030-05-09"),
        ("Шёл март 2030 года, когда мост рухнул.", "мост рухнул", None),
        ("Було перше серпня 2030 року, коли прийшов наказ.", "прийшов наказ", "2030-08-01"),
        ("It was a sergeant that they found in the barn.", "they found", None),
        ("It was raining when the bridge fell.", "bridge fell", None),
        # "Only" is no "on": what was told before it stays without a day.
        ("She was ill. It was only in May 2030 that she was freed.", "she was freed", "2030-05-01"),
        # A day with an hour before it is that day.
        ("Shortly after midnight on 24 May 2030 the ferry sailed.", "ferry sailed", "2030-05-24"),
        ("Before dawn on 24 May 2030 the ferry sailed.", "ferry sailed", "2030-05-24"),
        ("После обеда 24 мая 2030 года паром отошёл.", "паром отошёл", "2030-05-24"),
        ("Після опівночі 24 травня 2030 року пором відійшов.", "пором відійшов", "2030-05-24"),
        ("Before 24 May 2030 the ferry sailed.", "ferry sailed", None),
        # The day of a paper is not that of what was done with it.
        ("He put the letter of 3 May 2030 into the stove.", "put the letter", None),
        ("Она сожгла приказ от 3 мая 2030 года.", "сожгла", None),
        ("Вона поклала в сумку газету від 24 серпня 2030 року.", "поклала", None),
        ("He left the house on 3 May 2030.", "left the house", "2030-05-03"),
        ("Her letter came on 3 May 2030.", "letter came", "2030-05-03"),
        ("С 3 мая 2030 года магазин закрыли.", "закрыли", "2030-05-03"),
    ],
)
def test_the_day_that_a_clause_lends_and_the_day_that_is_of_something_else(
    body: str, words: str, day: str | None
) -> None:
    """Clefts, hours before a day, and the dates of papers."""
    assert event(read(body), words).first == day


@pytest.mark.parametrize(
    ("body", "words", "day"),
    [
        # What is said in the story is said on its days, and how things stand says no day.
        (
            "Він прийшов. «Він поставив свічку й сказав: сьогодні у нас світло», — розповідає Соломія. "
            "Напередодні вона сховала книжку.",
            "сховала",
            None,
        ),
        ("Соломія, тепер уже випускниця, впізнала журнал.", "впізнала", None),
        ("Anna, now a teacher, recognised the book at once.", "recognised", None),
        ("Анна, ныне учительница, сразу узнала книгу.", "узнала", None),
        ("The column left the town today.", "left the town", "2031-06-20"),
        ("Сегодня колонна ушла из города.", "ушла", "2031-06-20"),
        # "A year earlier" counts from what "when" told, and not from a year named before it.
        (
            "He left school in 2003. When the war came, he was fifty. A year earlier he buried his wife.",
            "buried",
            None,
        ),
        (
            "Он закончил школу в 2003 году. Когда началась война, ему было пятьдесят. За год до этого он "
            "похоронил жену.",
            "похоронил",
            None,
        ),
        ("He left school in 2003. A year earlier he buried his father.", "buried", "2002-01-01"),
        (
            "The siege began on 9 October 2029, when the road was cut. A week later the school closed.",
            "school closed",
            "2029-10-15",
        ),
        # A weekday says which of the years that the text names.
        (
            "The town was taken on 3 October 2029.\n\nLessons began on Monday, 5 November, in a cellar.",
            "Lessons began",
            "2029-11-05",
        ),
        (
            "Місто захопили 3 жовтня 2029 року.\n\nУроки почалися в понеділок, 5 листопада.",
            "почалися",
            "2029-11-05",
        ),
        ("Lessons began on Monday, 4 November, in a cellar.", "Lessons began", "2030-11-04"),
        # A short step back within a paragraph moves nobody to the year before.
        (
            "The town was taken in May 2029.\n\nIn the spring she came home. The shepherd died in February.",
            "came home",
            "2031-03-01",
        ),
        # "It was 24 August, and …" dates the hour that opened the paragraph.
        (
            "That morning she rode out at five. The bags held letters. It was 24 August 2030, a holiday.",
            "rode out",
            "2030-08-24",
        ),
        (
            "She had married. She left the bags. It was 24 August 2030, and the dogs slept.",
            "had married",
            None,
        ),
    ],
)
def test_days_of_a_story_are_not_those_of_its_telling(body: str, words: str, day: str | None) -> None:
    """ "Today" within a story, "now" beside what was done, and what a step back counts from."""
    assert event(read(body), words).first == day


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        (
            "They joined in September last year.\n\nThe first fight broke out on 11 December.\n\nIn October "
            "he took over a boat.",
            "took over",
            "first fight",
        ),
        (
            "У вересні торік вони прийшли до батальйону.\n\nУ жовтні він прийняв новий танк.\n\nПерший бій "
            "стався 11 грудня.",
            "прийняв",
            "стався",
        ),
    ],
)
def test_a_day_of_either_year_is_not_certain(body: str, before: str, after: str) -> None:
    """Where last year's story leads to the day before, nothing says that it is this year's."""
    assert not _certain(read(body, "2031-12-14"), before, after)


def test_a_day_that_this_year_s_story_leads_to_is_certain() -> None:
    """ "In March of this year … on 11 June" of this year, though the text speaks of the last one too."""
    body = (
        "They joined in September last year.\n\nIn October 2031 the bridge fell.\n\nThe first fight began "
        "on 11 December."
    )
    assert _certain(read(body, "2031-12-14"), "the bridge fell", "first fight began")
