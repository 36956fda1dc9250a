"""Names of the vault are found in every form; other people's are left alone; it costs what the text costs."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.text.unseen import seen
from muster.vault.scan import Index, Known, found_in, pseudonymised

INDEX = Index(
    [
        Known("S-AAAAAA", ("Сергей Тверозубов", "Кречет"), ("+7 916 555-01-77", "@kretchet_77")),
        Known("S-BBBBBB", ("Yelena Zhurbina",)),
        Known("S-CCCCCC", ("Олексій Гречанець",)),
        Known("S-DDDDDD", ("Milena Quastbrook",)),
    ]
)

# One disguise a line: whose, a bar, the words as they stand in a text.
HIDDEN = """
AAAAAA | Сергея Тверозубова видели
AAAAAA | с тверозубовым говорили
AAAAAA | ТВЕРОЗУБОВУ
AAAAAA | Tverozubov, Sergei
AAAAAA | Sergey Tverozubow said
AAAAAA | Tverozubova's papers
AAAAAA | к Tverozubovu
AAAAAA | С е р г е й Т в е р о з у б о в
AAAAAA | Т.в.е.р.о.з.у.б.о.в
AAAAAA | Т-в-е-р-о-з-у-б-о-в
AAAAAA | Тверо-зубов
AAAAAA | вобузоревТ йегреС
AAAAAA | Tвepoзубoв
AAAAAA | Тверозубо́в
AAAAAA | Tverozubòv
AAAAAA | Ｔｖｅｒｏｚｕｂｏｖ
AAAAAA | 𝐓𝐯𝐞𝐫𝐨𝐳𝐮𝐛𝐨𝐯
AAAAAA | Твер0зубов
AAAAAA | Tv3rozub0v
AAAAAA | sergeytverozubov
AAAAAA | SergeyTverozubov
AAAAAA | tverozubov_sergey99
AAAAAA | Серёжа Тверозубов
AAAAAA | позывной «Кречет»
AAAAAA | кречета
AAAAAA | 8 (916) 555 01 77
AAAAAA | 79165550177
AAAAAA | 916.555.01.77
AAAAAA | t.me/kretchet_77
BBBBBB | Елену Журбину
BBBBBB | Журбиной
BBBBBB | Олена Журбіна
BBBBBB | Jelena Schurbina
BBBBBB | Helena Zhurbina
BBBBBB | E. Zhurbina
CCCCCC | Гречанця
CCCCCC | Гречанцеві Олексію
CCCCCC | Алексей Гречанец
CCCCCC | Oleksii Hrechanets
CCCCCC | Grechanets
CCCCCC | Grechantsu
DDDDDD | Milena Quastbrook
DDDDDD | Quastbrook's
DDDDDD | quast-brook
""".strip().splitlines()

OTHERS = """
Сергей Кривоносов ничего не сказал
Alexei spoke with the mayor of the town
Пришла Мария Остапчук из третьей роты
The brook was quiet, and a quest began
Они обсуждали твёрдые зубы и журавля
Номер 8 (916) 555 01 78, а не другой
Олексій Кравчук приїхав зранку
""".strip().splitlines()


@pytest.mark.parametrize("line", HIDDEN, ids=lambda line: line[9:])
def test_a_name_is_found_in_disguise(line: str) -> None:
    """Inflected, in another script, spaced out, hyphenated, with look-alikes, backwards: whose it is."""
    whose, _, words = line.partition(" | ")
    text = f"Вчера, как говорят, {words}, а потом всё стихло."
    assert [h.aliases for h in found_in(text, INDEX) if h.sure] == [(f"S-{whose}",)]


@pytest.mark.parametrize("odd", ["\u200b", "\u00ad", "\u2060", "\u200d", "\ufeff", "\u034f", "\u202e"])
def test_invisible_characters_hide_nothing(odd: str) -> None:
    """Between any two letters; the hit's offsets are those of the text as it is."""
    name = odd.join("Тверозубов")
    text = f"Вчера {name} ушёл"
    (hit,) = found_in(text, INDEX)
    assert text[hit.start : hit.stop] == name


def test_a_name_cut_at_the_end_of_a_line_is_found() -> None:
    """A hyphen, perhaps blanks, and a new line in the middle of it."""
    for cut in ("-\n", "-\r\n", "- \n  ", "\u2010\n", "\u00ad\n"):
        text = f"приехал Тверо{cut}зубов с ротой"
        assert [h.aliases for h in found_in(text, INDEX)] == [("S-AAAAAA",)], repr(cut)


@pytest.mark.parametrize("text", OTHERS)
def test_other_people_are_left_alone(text: str) -> None:
    """A first name alone, a word that sounds a little alike, a number that differs by one: nobody sure."""
    assert [h for h in found_in(text, INDEX) if h.sure] == []


def test_a_first_name_alone_is_shown_but_not_sure() -> None:
    """It fits many people; the caller decides."""
    (hit,) = found_in("потом Сергей ушёл", INDEX)
    assert (hit.aliases, hit.sure) == (("S-AAAAAA",), False)


def test_relatives_are_told_apart_by_the_first_name() -> None:
    """A surname alone fits both, and both are named; beside a first name it is one."""
    index = Index([Known("S-AAAAAA", ("Сергей Тверозубов",)), Known("S-EEEEEE", ("Анна Тверозубова",))])
    assert found_in("Тверозубовых", index)[0].aliases == ("S-AAAAAA", "S-EEEEEE")
    assert found_in("Анне Тверозубовой", index)[0].aliases == ("S-EEEEEE",)


def test_pseudonyms_take_the_place_of_names() -> None:
    """The pseudonym, else the code; where several fit, neither."""
    text = "Сергей Тверозубов и Y. Zhurbina; Сергей Кривоносов"
    hits = found_in(text, INDEX)
    assert pseudonymised(text, hits, {"S-AAAAAA": "Игнат"}) == "Игнат и S-BBBBBB; Сергей Кривоносов"


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_answered_with_places_in_it(text: str) -> None:
    """Whatever the characters: offsets in order, inside the text, none overlapping another."""
    hits = found_in(text + " Тверозубов " + text, INDEX)
    places = [p for h in hits for p in (h.start, h.stop)]
    assert places == sorted(places)
    assert all(0 <= h.start < h.stop <= 2 * len(text) + 12 for h in hits)
    assert any("S-AAAAAA" in h.aliases for h in hits)


@given(st.text(st.characters(), max_size=100))
def test_what_is_seen_leads_back_to_the_text(text: str) -> None:
    """Each seen character has its place; a plain text is seen as it is."""
    clear = seen(text)
    assert len(clear.body) == len(text) if clear.places is None else len(clear.body) == len(clear.places)
    assert all(0 <= clear.back(n) < len(text) for n in range(len(clear.body)))
    assert not any(unicodedata.category(c) == "Cf" for c in clear.body)


_SYLLABLES = "бар вер гор дан зим кол лав мер нов пол рад сав тих ухт фед хар".split()  # noqa: SIM905
_FIRST = ["Сергей", "Олег", "Анна", "Мария", "Иван", "Пётр", "Оксана", "Тарас", "Yelena", "Milena"]


def _people(count: int, seed: int) -> list[Known]:
    draw = random.Random(seed)
    surnames = ["".join(draw.choices(_SYLLABLES, k=3)).capitalize() + "енко" for _ in range(count)]
    return [Known(f"S-{n:06d}", (f"{draw.choice(_FIRST)} {name}",)) for n, name in enumerate(surnames)]


def _text(letters: int, seed: int) -> str:
    draw = random.Random(seed)
    words = ["".join(draw.choices("абвгдежзиклмнопрстуфхцчшыя", k=draw.randint(2, 11))) for _ in range(4_000)]
    return " ".join(draw.choices(words, k=letters // 7))[:letters]


def test_cost_grows_with_the_text_not_with_the_names() -> None:
    """Ten times the text costs about ten times as much; eight times the names hardly more."""
    index = Index(_people(200, 3))
    assert growth(lambda n: seconds(lambda: found_in(_text(n, n), index)), 60_000, 600_000, most=16) <= 16
    text = _text(200_000, 9)

    def with_names(count: int) -> float:
        many = Index(_people(count, count))
        return seconds(lambda: found_in(text, many))

    assert growth(with_names, 120, 960, most=4) <= 4


@pytest.mark.parametrize(
    "piece", ["С ", "С-", "а.", "Сс", "0о", "@", "\u200b", "Тверозубов", "1 ", "вобуз-\n"]
)
def test_hostile_texts_cost_no_more_than_their_length(piece: str) -> None:
    """The same piece ten thousand and a hundred thousand times: no pattern runs away."""

    def cost(times: int) -> float:
        return seconds(lambda: found_in(piece * times, INDEX))

    assert growth(cost, 1_000, 10_000, most=18) <= 18
