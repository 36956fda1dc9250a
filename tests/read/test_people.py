"""People and bodies: each line marks them with ``{name|base form}``."""

from __future__ import annotations

import re

import pytest

from muster.model.evidence import Text
from muster.read.page import lay_out
from muster.read.people.people import Named, find_named
from muster.read.protection.anonymity import protect

LINES = [
    ("On Monday {Anna Brook|Anna Brook} met Russian officials in March.", "person"),
    ("Professor {Cres Ostmann|Cres Ostmann} said so.", "person"),
    ("{Oksen|Oksen}, 41, said the road was shut.", "person"),
    ("Greyport, 41 miles away, said nothing. Police, 41, in all, left.", "person"),
    ("Later {Pavel Orlenko|Pavel Orlenko} came. {Orlenko|Pavel Orlenko} was alone.", "person"),
    ("They met Mr. {Vardan|Vardan} and Rear Admiral {Anna Brook|Anna Brook} there.", "person"),
    ("Later {V. Ostrel|Vera Ostrel} said no. {Vera Ostrel|Vera Ostrel} came back.", "person"),
    (
        "The {Harbour Team|Harbour Team} and the {Ministry of Defence|Ministry of Defence} disagree.",
        "organisation",
    ),
    ("The {World Bread League|World Bread League} came. The World Cup was over.", "organisation"),
    (
        "On Monday {Ana Rehak|Ana Rehak} of Kesh Hospital met Dr {Ivo Lund|Ivo Lund} of the Fen Bank.",
        "person",
    ),
    ("Later King {Karl of Norvia|Karl of Norvia} came.", "person"),
    ("The {University of Brede|University of Brede} left the Republic of Tarn.", "organisation"),
    ("He met Transport Minister {Rhona Pell|Rhona Pell} in Harbour Street.", "person"),
    ("TORVIK - The {Fen Agency|Fen Agency} came to Torvik.", "organisation"),
    (
        "Later {Eli Sant|Eli Sant} and {Joy Mukas|Joy Mukas} came. They left Lower Street and Joy Road.",
        "person",
    ),
    ("{Shirin Aziz|Shirin Aziz} and her husband {Tariq|Tariq} came.", "person"),
    ("Yesterday {Anna|Anna} and her husband came.", "person"),
    ("Слова {Ивана Ветрова|Иван Ветров} передали {Анне Кравчук|Анна Кравчук}.", "person"),
    ("Вчера {Иван Ветров|Иван Ветров} приехал. {Ветрову|Иван Ветров} не ответили.", "person"),
    ("Письмо отправили в {Министерство обороны|Министерство обороны} и {МВД|МВД}.", "organisation"),
    ("За словами речника {Сіверської ОВА|Сіверська ОВА} Петра Гусара, міст цілий.", "organisation"),
    ("По данным {Заречной ВГА|Заречная ВГА}, мост цел.", "organisation"),
    # The whole name of a body: high adjectives name nothing, what it is for belongs to it.
    ("Про це пише {Державне бюро розслідувань|Державне бюро розслідувань}.", "organisation"),
    ("Про це пише {Головне управління розвідки|Головне управління розвідки}.", "organisation"),
    ("Вчера {Главное управление разведки|Главное управление разведки} молчало.", "organisation"),
    ("Написали в {ГУР Минобороны|ГУР Минобороны} ответ.", "organisation"),
    ("Лист у {ПС ЗСУ|ПС ЗСУ} згубили ще вчора.", "organisation"),
    (
        "Лист у {Держслужбі з надзвичайних ситуацій|Держслужба з надзвичайних ситуацій} загубили.",
        "organisation",
    ),
    (
        "Лист у {Управлінні Нацполіції в Сіверській області|Управління Нацполіції в Сіверській області} є.",
        "organisation",
    ),
    ("Вчора Повітряні Змії мовчали, а Державне Свято тривало.", "organisation"),
    ("Later the {Ministry of Education and Science|Ministry of Education and Science} fell.", "organisation"),
    ("Later the {61st Infantry Brigade|61st Infantry Brigade} came.", "organisation"),
    ("Later the {Ministry of Health|Ministry of Health} and {UNICEF|UNICEF} agreed.", "organisation"),
    ("Later the {Ministry of Health|Ministry of Health} and Anna Brook agreed.", "organisation"),
    ("Later the {Southern Defence Forces|Southern Defence Forces} came.", "organisation"),
    ("Later Southern bakers met the {Defence Forces|Defence Forces} there.", "organisation"),
    ("Это сделал {Независимый профсоюз горняков|Независимый профсоюз горняков}.", "organisation"),
    # A branch is told by its unit and its region, and stands in the nominative.
    ("В {ГУ МВД по Северской области|ГУ МВД по Северской области} молчат.", "organisation"),
    ("У {управления Роспотребнадзора по Тарну|управление Роспотребнадзора по Тарну}.", "organisation"),
    ("В {СУ СК России по Ореховскому краю|СУ СК России по Ореховскому краю} молчат.", "organisation"),
    (
        "В {следственном управлении СК по Ольме и Северской области|следственное управление СК по Ольме"
        " и Северской области} молчат.",
        "organisation",
    ),
    ("В {региональном управлении ФСБ|региональное управление ФСБ} ответили.", "organisation"),
    ("Написали в {УФСИН по Республике Тарна|УФСИН по Республике Тарна}.", "organisation"),
    ("Об этом узнали в {Северском областном суде|Северский областной суд}.", "organisation"),
    ("Вчера {МВД|МВД} по поручению губернатора проверило школу.", "organisation"),
    ("Вчера {ФСБ|ФСБ} по Ветрову решения не приняла.", "organisation"),
    ("Вчера {МЧС|МЧС} по итогам рейда закрыло склад.", "organisation"),
    ("По данным {МВД|МВД}, мост цел. Отдел по делам детей закрыт.", "organisation"),
    ("За словами речника Сіверської ОВА {Петра Гусара|Петро Гусар}, міст цілий.", "person"),
    ("Про це повідомив мер Ольмета {Петро Волкан|Петро Волкан}.", "person"),
    ("Вчера {Анна Заречная|Анна Заречная} ТАСС ничего не сказала.", "person"),
    ("Про це написав {Андрій Вітрук|Андрій Вітрук}, а {Олену Гай|Олена Гай} не спитали.", "person"),
    ("Слова {Андрія Гайдаренка|Андрій Гайдаренко} почули всі.", "person"),
    # Small words within a name, and before a surname alone.
    (
        "Later {Anna von der Malen|Anna von der Malen} came to the town with her two sons. The envoy,"
        " {von der Malen|Anna von der Malen}, was alone that day.",
        "person",
    ),
    ("Later {Anna da Silva|Anna da Silva} came, and {da Silva|Anna da Silva} said no.", "person"),
    (
        "Вчера {Урсула фон дер Мален|Урсула фон дер Мален} приехала. Позже"
        " {фон дер Мален|Урсула фон дер Мален} уехала.",
        "person",
    ),
    (
        "Учора {Генріх ван ден Берг|Генріх ван ден Берг} приїхав. За словами"
        " {ван ден Берга|Генріх ван ден Берг}, міст цілий.",
        "person",
    ),
    ("Он спросил, где {Иван Ветров|Иван Ветров}. Вона не знає, де {Петро Гай|Петро Гай}.", "person"),
]


def named_in(body: str, language: str = "und") -> list[Named]:
    page = lay_out(Text("text-1", "doc-1", body, language, "test/1"))
    return protect(page, find_named(page))


@pytest.mark.parametrize(("line", "kind"), LINES)
def test_names_are_found_with_their_base_form(line: str, kind: str) -> None:
    """Exactly the marked names of this kind, each with the form a register would use."""
    body = re.sub(r"\{(.*?)\|.*?\}", r"\1", line)
    found = [(body[n.start : n.stop], n.norm) for n in named_in(body) if n.kind == kind]
    assert found == re.findall(r"\{(.*?)\|(.*?)\}", line)


@pytest.mark.parametrize(
    "body",
    [
        "Monday was quiet. However, Citizens came in March. Reinforcements failed.",
        "В понедельник Россия и Украина договорились. Солдаты ушли. Тихо.",
        "У понеділок Україна заявила. Військові пішли.",
    ],
)
def test_nobody_is_a_person_for_a_capital_letter_only(body: str) -> None:
    """Sentence heads, weekdays, months and countries are not people."""
    assert [n for n in named_in(body) if n.kind == "person"] == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("“I left,” says Oskar - not his real name - who came home.", "Oskar"),
        ("A nurse from Vale, who wished to be named only as Petra, agreed.", "Petra"),
        ("Солдат Тарас (имя изменено) вернулся. Тарас молчит.", "Тарас"),
        ("Солдат Тарас повернувся. Ім'я змінено.", "Тарас"),
        ("Oskar spoke on condition of anonymity.", "Oskar"),
    ],
)
def test_a_name_that_hides_somebody_is_protected(body: str, name: str) -> None:
    """Wherever the name stands in the text, it is marked."""
    assert all(n.protected for n in named_in(body) if n.norm == name)
    assert any(n.norm == name for n in named_in(body))


def test_two_bearers_of_a_surname_are_not_guessed_apart() -> None:
    """The surname alone stays what it is."""
    body = "Anna Brook and Peter Brook left. Later Brook said nothing."
    assert "Anna Brook" not in [n.norm for n in named_in(body) if n.start > 30]


NOBODY = """
Nobody had told the men which side it was, he says.
Please say so. Papers say that he left. Refusals, they say, grew.
Prosecutor Would Not Open a Case Against Man Who Refused
By the Military Penal Code as it stands, he goes.
Green Hill, whose head calls it late, said no.
The Harbour said it had counted twelve.
Он сказал, что ждёт. Мы сказали, что ушли. Трое сказали, что видели.
Полковник отрицал, что людей держат. Дежурный ответил, что мест нет. Местные пишут о погибших.
В министерстве обороны Заравии опровергли слухи. Губернатор Заречья отказался.
Начальник Лужанской колонии сообщил, что мест нет. В Лужанской области тихо.
Данных по республикам Тагын и Белтау, Глиницкой и Северо-Лужской областям нет.
Вона сказала, що чекає. Жодних втрат немає. Раніше повідомляли про втрати.
Речник Служби безпеки заявив, що втрат немає. У Лемарській області тихо.
"""


@pytest.mark.parametrize("body", NOBODY.strip().splitlines())
def test_pronouns_adjectives_places_and_bodies_are_no_people(body: str) -> None:
    """Whatever their place in the sentence, whatever the verb beside them."""
    assert [n.norm for n in named_in(body) if n.kind == "person"] == []


@pytest.mark.parametrize(
    ("body", "norm", "role"),
    [
        ("Пришёл Игнат Ветров и сел.", "Игнат Ветров", None),
        ("Речник Служби безпеки Лемарі Остап Гай мовчав.", "Остап Гай", "Речник Служби безпеки Лемарі"),
        ("The Harbour Post could not reach Colonel Oskar Vill.", "Oskar Vill", "Colonel"),
        ("Oskar Vill, told Harbour's Finnish-language service, left.", "Oskar Vill", None),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_not_glued_to_it(body: str, norm: str, role: str | None) -> None:
    """Verbs, bodies and outlets before a name are neither name nor role."""
    assert [(n.norm, n.role) for n in named_in(body) if n.kind == "person"] == [(norm, role)]


@pytest.mark.parametrize(
    "body",
    [
        "Oskar Vill came. Vill left. Nobody saw Vill's car.",
        "Пришёл Матвей Лужицкий. Лужицкий молчал. Лужицкого не видели. О Лужицком забыли.",
        "До міста прийшов Остап Лужицький. Лужицький мовчав і чекав. Лужицького не бачили її сусіди.",
    ],
)
def test_a_surname_alone_is_its_one_bearer_in_every_case(body: str) -> None:
    """All of them lead to the full name."""
    people = [n.norm for n in named_in(body) if n.kind == "person"]
    assert len(people) >= 3 and len(set(people)) == 1 and " " in people[0]


def test_a_name_known_only_by_speaking_is_known_wherever_it_stands() -> None:
    """Twice a speaker, and a person in the other sentences too."""
    found = named_in("Tarvo slept. “I ran,” says Tarvo. Later Tarvo said no. They saw Tarvo.")
    assert [n.norm for n in found] == ["Tarvo"] * 4


def test_labels_of_a_transcript_are_people() -> None:
    """In capitals, with a body beside them; afterwards by surname. A question is nobody's."""
    found = named_in("ANNA BROOK (Green Hill): We know.\n\nQUESTION (Post): What?\n\nBROOK: Thirty cases.")
    people = [n for n in found if n.kind == "person"]
    assert [n.norm for n in people] == ["Anna Brook"] * 2 and people[0].organisation == "Green Hill"


def test_a_possessive_plural_belongs_to_a_body() -> None:
    """Its first word too."""
    found = named_in("The Sailors' Rights Watch said no.")
    assert [(n.kind, n.norm) for n in found] == [("organisation", "Sailors' Rights Watch")]


BODIES = """
Письмо отправили в {Заречный районный суд|Заречный районный суд}.
Об этом пишет газета «{Рябина|Рябина}».
Он работал в {ООО «Кленовый цех»|Кленовый цех} и жил рядом.
Проверку начал {Рослесонадзор|Рослесонадзор}.
Данные собрал {Комитет вдов|Комитет вдов}.
Документи перевірила {Кленовська районна рада|Кленовська районна рада}.
Договір уклало {ТОВ «Кленовий цех»|Кленовий цех}.
"""


@pytest.mark.parametrize("line", BODIES.strip().splitlines())
def test_bodies_of_slavic_texts_are_found_by_head_form_or_make(line: str) -> None:
    """With their adjective, their genitive and their name in marks; nothing else is one."""
    body = re.sub(r"\{(.*?)\|.*?\}", r"\1", line)
    found = [(body[n.start : n.stop].strip("«»"), n.norm) for n in named_in(body) if n.kind == "organisation"]
    wanted = [(words.removesuffix("»") if words[0] != "«" else words, norm)
              for words, norm in re.findall(r"\{(.*?)\|(.*?)\}", line)]  # fmt: skip
    assert found == wanted


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Приехал Бектас Орунбай и сел.", ["Бектас Орунбай"]),
        ("Фильм «Рябина» показали вчера. Автомобиль «Клён» сломался.", []),
        ("Then the Harbour CEO Anna Brook left for the day.", ["Anna Brook"]),
        ("The Ministry of Defence's Colonel Tobias Brook said so.", ["Tobias Brook"]),
        ("Rights Group Says Hundreds Held In Vale Prison Camp", []),
        ("Lawyer Lena Brook of the Open Door Legal Centre left.", ["Lena Brook"]),
        ("Then the Brook University of Vale closed.", []),
        ("За словами Аміни Рашидової, світла не було.", ["Аміна Рашидова"]),
        ("За словами Нової Пошти, світла не було.", []),
        ("До міста приїхала Соломія. Соломію не бачили.", ["Соломія", "Соломія"]),
    ],
)
def test_people_by_shape_and_by_what_the_text_tells(body: str, names: list[str]) -> None:
    """Two words in no dictionary are a name; headlines and things are none; a lone name in every case."""
    assert [n.norm for n in named_in(body) if n.kind == "person"] == names


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Это передаёт агентство «Дельта» со ссылкой на мэра Олмета Павла Вяза.", "мэр Олмета"),
        ("Сообщает агентство Tarn Wire со ссылкой на начальника порта Павла Вяза.", "начальник порта"),
        ("Про це пише видання Tarn Wire з посиланням на речницю лікарні Ганну Лис.", "речниця лікарні"),
        ("Повідомляє «Прибій», посилаючись на начальника порту Остапа Вітра.", "начальник порту"),
        ("Сказала тётя солдата бригады Анна Ветрова.", "тётя солдата бригады"),
        ("Сказала тітка бійця бригади Ганна Вітер.", "тітка бійця бригади"),
        ("Сказала наречена бійця бригади Ганна Вітер.", "наречена бійця бригади"),
        ("Пишет сайт «Пристань», ссылаясь на директора завода Олега Вяза.", "директор завода"),
        ("Брат погибшего, Пётр Ветров, уехал.", "Брат погибшего"),
        ("The head of the regional centre, Anna Brook, said no.", "head of the regional centre"),
        ("Сообщил солдатам командир роты Иван Ветров.", "командир роты"),
        ("Директор завода сообщил журналистам Иван Ветров.", None),
        ("Мать солдата Анна Ветрова молчит.", "Мать солдата"),
    ],
)
def test_a_role_is_kept_with_whose_it_is_and_swallows_no_object(body: str, role: str | None) -> None:
    """Kinship with its genitive; a role before a comma; those who are told are no role."""
    assert [n.role for n in named_in(body) if n.kind == "person"] == [role]


@pytest.mark.parametrize(
    "body, name, house",
    [
        ("Later Anna Brook of the aid group Lantern came.", "Anna Brook", "Lantern"),
        ("Later Tamsin Orell of the charity Open Door said no.", "Tamsin Orell", "Open Door"),
        ("Later Anna Brook of the Harbour Foundation came.", "Anna Brook", "Harbour Foundation"),
        ("Lawyer Anna Brook of Greyport said no.", "Anna Brook", None),
        ("Later Anna Brook, who runs the charity Open Door, came.", "Anna Brook", "Open Door"),
        ("The founder of the aid group Lantern, lawyer Anna Brook, said no.", "Anna Brook", "Lantern"),
        ("The head of the charity Open Door, Pavel Brook, said no.", "Pavel Brook", "Open Door"),
        ("Defence Ministry spokesman Pavel Brook said no.", "Pavel Brook", "Defence Ministry"),
        ("Ministry of Defence spokeswoman Anna Brook said no.", "Anna Brook", "Ministry of Defence"),
        ("A Defence Ministry spokesman, Pavel Brook, said no.", "Pavel Brook", "Defence Ministry"),
        ("Police spokesman Pavel Brook said no.", "Pavel Brook", None),
        ("Defence Minister Anna Brook said no.", "Anna Brook", None),
    ],
)
def test_a_name_in_full_is_not_one_with_what_its_bearer_is_of(
    body: str, name: str, house: str | None
) -> None:
    """ "N N of the charity C" is N N, of C: neither one long name nor C's own."""
    assert [(n.norm, n.organisation) for n in named_in(body) if n.kind == "person"] == [(name, house)]


@pytest.mark.parametrize(
    "body",
    [
        "The Supreme Court of Norland said no.",
        "The Ministry of Defence of Norland said no.",
        "The Central Bank of Norland said no.",
        "Anna Brook University of the Arts said no.",
    ],
)
def test_of_within_a_body_parts_no_person_from_it(body: str) -> None:
    """A body's name with "of" is one name."""
    assert [n.kind for n in named_in(body)] == ["organisation"]


@pytest.mark.parametrize(
    ("body", "bodies"),
    [
        ("За даними ГУНП у Заріцькій області, рух відкрито.", ["ГУНП у Заріцькій області"]),
        (
            "У Головному управлінні Нацполіції в Заріцькій області мовчать.",
            ["Головне управління Нацполіції в Заріцькій області"],
        ),
        (
            "Про це повідомили в управлінні ДСНС у Лужанському районі.",
            ["управління ДСНС у Лужанському районі"],
        ),
        ("Пожежу гасила поліція Заріцької області.", ["поліція Заріцької області"]),
        ("Його викликав Заріцький обласний ТЦК та СП.", ["Заріцький обласний ТЦК та СП"]),
        ("Лист надійшов до Лужанського районного ТЦК.", ["Лужанський районний ТЦК"]),
        ("У 14-й окремій бригаді спростували втрати.", ["14-та окрема бригада"]),
        ("Міністерство внутрішніх справ просить не їхати.", ["Міністерство внутрішніх справ"]),
        ("У Повітряних силах нарахували сорок дронів.", ["Повітряні сили"]),
        ("В Офісі генерального прокурора не коментують.", ["Офіс генерального прокурора"]),
        ("Речник ДСНС у Заріцькій області Тарас Вербняк мовчав.", ["ДСНС у Заріцькій області"]),
        ("СБУ в Заріцькій області затримала двох водіїв.", ["СБУ"]),
        ("Служба у Заріцькій області тривала рік.", []),
        ("Суд у Заріцькій області заарештував водія.", []),
        ("Сили противника відійшли за річку.", []),
        ("Великі сили ворога стоять за річкою.", []),
        ("У 14-й лаві першого ряду сидів свідок.", []),
        ("Заявила обласна прокуратура, що справу закрито.", []),
        ("У 2031-му році бригада повернулася.", []),
    ],
)
def test_ukrainian_bodies_keep_what_tells_them_apart(body: str, bodies: list[str]) -> None:
    """A region, a number and what a body is a part of belong to its name; where it happened does not."""
    assert [n.norm for n in named_in(body, "uk") if n.kind == "organisation"] == bodies


@pytest.mark.parametrize(
    ("body", "name", "house"),
    [
        (
            "Начальниця Лужанської районної прокуратури Настя Гукало прийшла.",
            "Настя Гукало",
            "Лужанська районна прокуратура",
        ),
        ("Тарас Вербняк, речник Держприкордонслужби, приїхав.", "Тарас Вербняк", "Держприкордонслужба"),
        ("За словами підполковника Вербняка, рух відкрито.", "Вербняк", None),
        ("За словами депутатки Вербової, рух відкрито.", "Вербова", None),
        ("За словами О. Вербняка, рух відкрито.", "О. Вербняк", None),
        ("За словами водія Івана Личка, рух відкрито.", "Іван Личко", None),
        ("За словами водія Івана Новака, рух відкрито.", "Іван Новак", None),
        ("За словами водія Івана Вовка, рух відкрито.", "Іван Вовк", None),
        ("Суд допитав свідка Валерія Личка.", "Валерій Личко", None),
        (
            "Заступниця голови районної адміністрації Настя Гукало прийшла.",
            "Настя Гукало",
            "районна адміністрація",
        ),
        ("Голова Заріцької громади Настя Гукало прийшла.", "Настя Гукало", "Заріцька громада"),
        ("Директорка «Теплої хати» Настя Гукало прийшла.", "Настя Гукало", "Тепла хата"),
        ("Директорка фонду «Нові дороги» Настя Гукало прийшла.", "Настя Гукало", "Нові дороги"),
        ("Головний лікар районної лікарні Остап Вербняк прийшов.", "Остап Вербняк", "районна лікарня"),
        (
            "Антимонопольний комітет мовчить, а речниця комітету Настя Гукало прийшла.",
            "Настя Гукало",
            "Антимонопольний комітет",
        ),
    ],
)
def test_ukrainians_are_led_to_their_base_and_body(body: str, name: str, house: str | None) -> None:
    """Behind «за словами» stands a genitive; the body of whoever has an office is in the nominative."""
    assert [(n.norm, n.organisation) for n in named_in(body, "uk") if n.kind == "person"] == [(name, house)]


@pytest.mark.parametrize("piece", ["Комитет ", "«Рябина» ", "Иван ", "А. ", "ООО «", "Says Held "])
def test_a_long_run_costs_no_more_than_its_length(piece: str) -> None:
    """100,000 characters of one piece are read."""
    named_in(piece * (100_000 // len(piece)))
