"""Quantities: how many of what, of whom, where, by when; and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.model.claims import Quantity, ReadingContext
from muster.model.evidence import Text
from muster.read.quantities.quantities import find_quantities
from muster.text.spans import Span


def read(body: str, language: str = "en", coding: str = "as-written") -> list[Quantity]:
    """The quantities of one sentence."""
    text = Text("t", "d", body, language, "test")
    return find_quantities(
        text, [Span(0, len(body))], [language], ReadingContext("2023-05-10", coding=coding)
    )


# sentence | language | words → low..high unit kind what; "-" is None
CASES = """
At least 12 mechanics were hurt near the depot. | en | At least 12 → 12..- count count mechanics hurt
He guarded the bridge for six weeks. | en | six weeks → 6..6 week duration -
A 19-year-old guard signed a three-year contract. | en | 19-year-old → 19..19 year of age age -
Drivers aged 21 to 35 were called. | en | 21 to 35 → 21..35 year of age age -
The bakery owed €300 to its cooks. | en | €300 → 300..300 EUR money -
The village lies 14 km from the river. | en | 14 km → 14..14 km distance -
The crew sent four reports a week. | en | four → 4..4 count/week rate reports
Prices rose by 15 percent. | en | 15 percent → 0.15..0.15 share other -
Almost half of the drivers quit. | en | Almost half → 0.5..0.5 share share the drivers
Most men between the ages of 20 and 45 must register. | en | 20 and 45 → 20..45 year of age age Most men
One soldier was killed. | en | One → 1..1 count count soldier killed
Only one witness described the van. | en | one → 1..1 count count witness
None of the cooks were arrested. | en | None → 0..0 count count the cooks arrested
Three times more letters arrived. | en | Three times → 3..3 ratio other more letters
Не менее 40 водителей написали заявления. | ru | Не менее 40 → 40..- count count водителей
Погибли 16 сапёров. | ru | 16 → 16..16 count count сапёров Погибли
Каждый третий водитель уволился. | ru | Каждый третий → 0.3333..0.3334 share share водитель
Он отслужил полтора года. | ru | полтора года → 1.5..1.5 year duration -
Ему 27 лет, он получил трёхлетний срок. | ru | трёхлетний → 3..3 year duration срок
Ни один повар не пострадал. | ru | Ни один → 0..0 count count повар пострадал
Зарплата выше 90 тысяч рублей. | ru | выше 90 тысяч рублей → 90000..- RUB money -
Понад 80 водіїв звільнилися. | uk | Понад 80 → 80..- count count водіїв
Из 62 семей, подавших заявления, уехали все. | ru | 62 → 62..62 count count семей, подавших заявления
Из 137 запросов ведомство ответило на восемь. | ru | 137 → 137..137 count count запросов
Около 20 жителей посёлка Ржавец могли уехать. | ru | Около 20 → 20..20 count count жителей посёлка Ржавец
В очереди стояло 300 новых раненых бойцов роты. | ru | 300 → 300..300 count count новых раненых бойцов роты
Из 41 погибшего рота опознала девятерых. | ru | 41 → 41..41 count count погибшего
Пять домов, серых и низких, сгорели. | ru | Пять → 5..5 count count домов
Із 137 запитів відомство відповіло на вісім. | uk | 137 → 137..137 count count запитів
Дев'ять жителів села могли виїхати. | uk | Дев'ять → 9..9 count count жителів села
На складі лежало 40 нових броньованих плит. | uk | 40 → 40..40 count count нових броньованих плит
Two thirds of those questioned signed. | en | Two thirds → 0.6666..0.6667 share share those questioned
Семеро сапёров вернулись. | ru | Семеро → 7..7 count count сапёров вернулись
Жоден кухар не постраждав. | uk | Жоден → 0..0 count count кухар постраждав
Його тримали щонайменше п'ять діб. | uk | щонайменше п'ять діб → 5..- day duration -
"""


def _cases() -> list[tuple[str, str, str, str]]:
    rows = []
    for line in CASES.strip().splitlines():
        body, language, expected = (cell.strip() for cell in line.split("|"))
        words, meaning = (part.strip() for part in expected.split("→"))
        rows.append((body, language, words, meaning))
    return rows


@pytest.mark.parametrize(("body", "language", "words", "meaning"), _cases(), ids=lambda value: value[:30])
def test_a_quantity_has_bounds_unit_kind_and_what(body: str, language: str, words: str, meaning: str) -> None:
    """Each sentence holds one quantity with these words and this meaning."""
    found = [q for q in read(body, language) if q.passage.words == words]
    assert len(found) == 1, [(q.passage.words, q.kind) for q in read(body, language)]
    q = found[0]
    assert body[q.passage.start : q.passage.stop] == words
    span, rest = meaning.split(" ", 1)
    low, high = span.split("..")
    assert q.low == (None if low == "-" else pytest.approx(float(low), rel=1e-3))
    assert q.high == (None if high == "-" else pytest.approx(float(high), rel=1e-3))
    assert rest.startswith(f"{q.unit} {q.kind} "), (q.unit, q.kind)
    wanted = rest.removeprefix(f"{q.unit} {q.kind} ")
    assert wanted == "-" or q.what == wanted


NOTHING = """
Dial 112 at once.
The one injured was taken home.
One foreman of the yard ordered the porters to leave.
One nurse said the ward was full.
К высоте 205 подошло подкрепление.
Рейс 370 задержан.
Он один пропал в лесу.
Біля висоти 205 стояв пост.
Кабінет 214 був порожній.
Дзвоніть 112.
The 33rd Brigade left the T-80 by the road.
Call +38 044 000-12-34 or write to no5@example.org.
Article 214 and part 2 of the code were cited.
The cook is unaware of arrests.
No one knows why.
He had no idea.
See https://example.org/2019/5510 for more.
They met at 17:45 in room 12.
Он служит в 71-й бригаде, в/ч 54321.
По статье 214 его не судили.
Он защищал свою семью.
Он не знает ни одного случая отказа.
The score was 3:1.
In 2019 the bakery closed.
"""


@pytest.mark.parametrize("body", NOTHING.strip().splitlines())
def test_names_labels_clocks_and_ignorance_are_no_quantities(body: str) -> None:
    """Unit names, articles of law, telephones, clocks and not knowing give no number."""
    assert [q.passage.words for q in read(body, "en" if body.isascii() else "ru")] == []


@pytest.mark.parametrize("body", ["Повари одне одного не знають.", "Водії чули один другого вночі."])
def test_each_other_is_nobody_counted(body: str) -> None:
    """«одне одного» is no one cook."""
    assert read(body, "uk") == []


def test_a_share_says_of_whom_with_the_whole_clause() -> None:
    """The population of a share is the phrase after "of" with its restricting clause."""
    body = "Between 15 and 25 percent of drivers who have come back from leave are asking to quit."
    (q,) = read(body)
    assert (q.low, q.high, q.unit) == (0.15, 0.25, "share")
    assert q.population == "drivers who have come back from leave"


@pytest.mark.parametrize(
    "sentence, what",
    [
        (
            "Most of the nurses trained in the capital left within a year.",
            "the nurses trained in the capital",
        ),
        (
            "A large share of the men sent to the border in spring refused.",
            "the men sent to the border in spring",
        ),
        ("Half of the prisoners exchanged in June had lost weight.", "the prisoners exchanged in June"),
        ("At least 15 drivers hired by the firm went on strike.", "drivers hired by the firm"),
        ("Hundreds of men believed to have fled are hiding.", "men believed to have fled"),
        ("Twenty residents the reporters spoke to said they had no water.", "residents"),
        ("Several teachers and drivers the team interviewed had left.", "teachers and drivers"),
        # What they did, and whatever was sent, held or issued besides, restricts nobody.
        ("Forty cooks said to reporters that they were tired.", "cooks"),
        ("Forty cooks refused orders issued in March.", "cooks"),
        ("Forty volunteers treated 30 people and returned home.", "volunteers"),
        ("Most of the drivers paid on Friday and left.", "the drivers"),
        ("About 60 recruits trained in the forest last year.", "recruits"),
        ("The commander sent 20 cooks to the river.", "cooks"),
    ],
)
def test_a_clause_of_a_participle_says_which_are_counted(sentence: str, what: str) -> None:
    """A participle without its object restricts who is counted; a verb with one says what they did."""
    assert read(sentence)[0].what == what


@pytest.mark.parametrize(
    "sentence, language, what",
    [
        ("Музей показал 25 ранее не публиковавшихся снимков моста.", "ru",
         "ранее не публиковавшихся снимков моста"),
        ("Двое ещё не опознанных солдат лежат в морге.", "ru", "ещё не опознанных солдат"),
        ("Двадцать нещодавно мобілізованих мешканців відмовилися.", "uk",
         "нещодавно мобілізованих мешканців"),
        ("The museum showed 25 previously unpublished photographs.", "en",
         "previously unpublished photographs"),
        ("Многих учёных давно интересует вопрос.", "ru", "учёных"),
        ("Багатьох учених давно цікавить питання.", "uk", "учених"),
        ("Завод покажет два двигателя https://example.org/1", "ru", "двигателя"),
        ("Рыба, которая жила почти 300 лет, вымерла.", "ru", None),
        ("Ремонт идёт в течение нескольких месяцев.", "ru", None),
    ],
)  # fmt: skip
def test_an_adverb_goes_with_the_participle_behind_it_or_with_the_verb(
    sentence: str, language: str, what: str | None
) -> None:
    """Of posts: "25 of what was earlier" counted nothing, «учёных давно» and an address were things."""
    assert read(sentence, language)[0].what == what


@pytest.mark.parametrize(
    "sentence, language, what",
    [
        ("Attendance fell by a third, to 8,000.", "en", "Attendance"),
        ("Tram fares will go up by 15 per cent.", "en", "Tram fares"),
        ("Deaths tripled to 90.", "en", "Deaths"),
        ("Losses widened to 30 million crowns.", "en", "Losses"),
        ("The toll from the fall of a bridge over the broad Karn river has risen to 14.", "en", "toll"),
        ("Support for the mayor stands at 41 percent.", "en", "Support"),
        ("Wheat slipped 2.3 percent to $212 a tonne.", "en", "Wheat"),
        ("Total losses amount to about 498,000.", "en", "Total losses"),
        ("Each of the four bakers seven years ago had a stove.", "en", "bakers"),
        ("Against 28 percent who do not.", "en", None),
        ("Some 34% support the plan.", "en", None),
        ("Общие потери составляют около 498 тысяч.", "ru", "Общие потери"),
        ("Бастующие требуют прибавки в 12%.", "ru", "прибавки"),
        ("Загальні втрати становлять близько 498 тисяч.", "uk", "Загальні втрати"),
        ("За тиждень щепили 3400 немовлят.", "uk", None),
        ("Аренда с осени подорожала на 20 процентов.", "ru", "Аренда"),
        ("On average, 14 complaints arrive each day.", "en", "complaints"),
        ("Three more people left.", "en", "people"),
        ("Among them are two children aged 4 and 9.", "en", "children"),
        ("Хлеб подорожал на 20 процентов.", "ru", "Хлеб"),
        ("Уровень воды в марте составил 4,1 метра.", "ru", "Уровень воды"),
        ("Цены выросли на 12% к прошлому году.", "ru", "Цены"),
        ("Рабочих позвали на 20 минут.", "ru", None),
        ("Пожар на площади 300 квадратов.", "ru", "площади"),
        ("Роту сняли с 12 позиций.", "ru", "позиций"),
        ("Двое 300-х в подвале.", "ru", "300-х"),
        ("Збитки зросли до 30 мільйонів гривень.", "uk", "Збитки"),
        ("Рівень води в березні становив 4,1 метра.", "uk", "Рівень води"),
        ("Прибуток упав на 8%.", "uk", "Прибуток"),
    ],
)
def test_what_a_change_or_a_measure_is_of(sentence: str, language: str, what: str | None) -> None:
    """What rose, fell or cost so much stands before its verb; a verb behind per cent is nothing counted."""
    assert read(sentence, language)[0].what == what


def test_the_larger_group_is_the_population() -> None:
    """ "8 of 30", «8 из 30 человек» and "In a crew of 30, 8 were…" name the group."""
    first, second = read("Some 8 of the 30 cooks in the canteen quit.")
    assert (first.low, first.population, first.approximate) == (8, "30 cooks", True)
    assert second.low == 30
    assert read("Из них 8 из 30 поваров уволились.", "ru")[0].population == "30 поваров"
    hurt = read("In a crew of 30 cooks, 8 were hurt.")[1]
    assert (hurt.what, hurt.population) == ("cooks hurt", "a crew of 30 cooks")


def test_place_and_time_are_those_of_the_sentence() -> None:
    """Place and time are words of the text; a running total says that it is one."""
    body = "Since March, more than 200 drivers from at least six northern regions have quit."
    q = read(body)[0]
    assert (q.when, q.place, q.cumulative) == ("Since March", "at least six northern regions", True)
    day = read("За сутки в Пскове уволились 14 водителей.", "ru")
    assert [(x.place, x.cumulative) for x in day if x.kind == "count"] == [("Пскове", False)]


@pytest.mark.parametrize(
    "body, place",
    [
        ("Уволены 14 водителей, сообщили в Минтрансе Польши.", None),
        ("За ночь ВВС Дании сбили 14 дронов.", None),
        ("Власти Норвегии передали 14 катеров.", None),
        ("Число погибших в войне в Судане выросло до 3000.", None),
        ("Дом Софии Лужиной сгорел за 14 минут, ранены двое.", None),
        ("В Польше уволены 14 водителей.", "Польше"),
        ("Из Дании вернулись 14 катеров.", "Дании"),
        ("Население Дании выросло на 14 тысяч.", "Дании"),
        ("В Софии уволены 14 водителей.", "Софии"),
        ("Полиция Курска задержала 14 водителей.", "Курска"),
    ],
)
def test_a_land_that_says_whose_a_body_is_is_no_place(body: str, place: str | None) -> None:
    """«Минтранс Польши», «власти Норвегии», a war in a land and a woman's name tell of no place."""
    assert {q.place for q in read(body, "ru")} == {place}


def test_modality_follows_the_words_before_the_number() -> None:
    """must and could bear on the number after them; estimates and reports on the sentence."""
    said = {
        "Most drivers must work two years.": "required",
        "The fine could reach 400 euros.": "possible",
        "By our estimates, 30 percent of cooks quit.": "estimated",
        "Reportedly, 30 cooks quit.": "reported",
        "Then 30 cooks quit.": "asserted",
        "The fire of 12 May killed nine cooks.": "asserted",
        "In May some 30 cooks quit.": "asserted",
        "On May 4, 30 cooks quit.": "asserted",
        "The strike may close 30 kitchens.": "possible",
        "In May the strike may close 30 kitchens.": "possible",
        "The fire of 12 May may have killed nine cooks.": "possible",
    }
    assert {body: read(body)[-1].modality for body in said} == said


@pytest.mark.parametrize(
    "body, language, running",
    [
        ("С января погибли 40 пожарных.", "ru", True),
        ("С 3 марта уволены 12 врачей.", "ru", True),
        ("С 3 по 9 мая уволены 12 врачей.", "ru", None),
        ("З березня звільнили 12 лікарів.", "uk", True),
        ("З березня по травень звільнили 12 лікарів.", "uk", None),
        ("Since January 40 firemen have died.", "en", True),
    ],
)
def test_since_a_month_is_a_running_total(body: str, language: str, running: bool | None) -> None:
    """What happened since a month is a running total; from one month to another, nobody says."""
    assert read(body, language)[-1].cumulative is running


def test_a_coding_profile_gives_vague_words_bounds() -> None:
    """As written nothing is invented; strict, acled and ucdp each give what their source says."""
    body = "Dozens of cooks quit."
    assert [(q.low, q.high, q.vague) for q in read(body)] == [(None, None, "dozens")]
    assert [(q.low, q.high) for q in read(body, coding="strict")] == [(24, 100)]
    assert [(q.low, q.high) for q in read(body, coding="acled")] == [(12, 12)]
    assert [(q.low, q.high) for q in read(body, coding="ucdp")] == [(24, None)]


@given(st.text(max_size=150), st.sampled_from(["en", "ru", "uk"]))
@settings(max_examples=150)
def test_any_text_gives_passages_that_hold(body: str, language: str) -> None:
    """Every passage holds exactly its characters, whatever the text."""
    for q in read(body, language):
        assert q.passage.holds_in(body)
        assert q.what_passage is None or q.what_passage.holds_in(body)


@pytest.mark.parametrize("piece", ["10 of ", "1 ", "10 men who ", "none of them were ", "50 солдат по "])
def test_a_sentence_without_end_costs_no_more_than_its_length(piece: str) -> None:
    """60,000 characters in one sentence are read."""
    read(piece * (60_000 // len(piece)), "en")
