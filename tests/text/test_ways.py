"""Ways in which something befell somebody, and what was not there."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.text.deeds.absent import absent
from muster.text.deeds.negated import negated
from muster.text.deeds.ways import apart, ways


@pytest.mark.parametrize(
    ("words", "scene", "way"),
    [
        ("The miller died of heart failure.", "death", "illness"),
        ("Мельник умер от воспаления лёгких.", "death", "illness"),
        ("Мірошник помер від інфаркту.", "death", "illness"),
        ("Причина смерти – осколочное ранение.", "death", "combat"),
        ("The cook hanged himself.", "death", "suicide"),
        ("The store burned down after a gas leak.", "blast", "accident"),
        ("Ракета влучила в млин.", "blast", "fire"),
        ("The ferryman was locked in a shed.", "custody", "held"),
        ("Паромник у відпустці.", "custody", "free"),
        ("Кок жив и здоров.", "life", "alive"),
        ("The cook was only wounded.", "life", "alive"),
        ("Кок вижив після вибуху.", "life", "alive"),
        ("The cook remains in custody.", "release", "held"),
        ("Кока до сих пор удерживают в порту.", "release", "held"),
        ("Кока відпустили в середу.", "release", "freed"),
        ("The hatch of the barge was locked.", "shut", "locked"),
        ("Ворота мельницы были открыты.", "shut", "open"),
        ("Двері млина ніхто не замикав.", "shut", "open"),
        ("The gates were not locked.", "shut", "open"),
        ("Мост взорвали сами защитники.", "blast", "charge"),
        ("The gunners blew up the sluice.", "blast", "charge"),
        ("The glider came down after an engine failure.", "crash", "fault"),
        ("Вертоліт впав через погану погоду.", "crash", "fault"),
        ("The siren of the mill sounded twice.", "alarm", "sounded"),
        ("Сирена на пристани не включалась.", "alarm", "silent"),
        ("Тривогу на пристані не оголошували.", "alarm", "silent"),
        ("The sirens stayed silent.", "alarm", "silent"),
        ("На больницу упала ракета ПВО.", "hit", "defence"),
        ("A drone hit the dairy.", "hit", "drone"),
        ("У млин влучила ворожа ракета.", "hit", "enemy"),
        ("The cook was taken from his flat.", "taken", "home"),
        ("Кока задержали на блокпосту.", "taken", "checkpoint"),
        ("Кока схопили на роботі.", "taken", "work"),
        ("The pier was shelled from the west.", "side", "west"),
        ("По пристани стреляли с восточного берега.", "side", "east"),
        ("Млин обстріляли з півночі.", "side", "north"),
    ],
)
def test_a_way_is_told_in_plain_words(words: str, scene: str, way: str) -> None:
    """In three languages."""
    assert (scene, way) in [(w.scene, w.way) for w in ways(words)]


@pytest.mark.parametrize(
    "words",
    [
        "The ferryman was not detained.",
        "The western pier was painted.",
        "С юго-востока дул ветер.",
        "Он подорвался.",
        "Паромника никто не арестовывал.",
        "Мірошник не був на лікуванні.",
        "It was no suicide.",
        "The cook will be released in June.",
        "Кока могут отпустить, и он будет освобожден.",
        "Рідні сподіваються, що кок живий.",
        "Relatives hope that the cook is alive.",
        "The band played in the town for hours.",
        "Мельник купил жилет.",
    ],
)
def test_a_way_that_is_denied_is_none(words: str) -> None:
    """Nor are words that only begin alike."""
    assert ways(words) == []


def test_some_ways_go_together() -> None:
    """Who was beaten was held too; an illness is no accident."""
    assert apart("death", "illness", "violence") and apart("life", "dead", "alive")
    assert not apart("death", "combat", "combat") and not apart("custody", "held", "held")


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("There were no sailors in the chapel", "sailors"),
        ("We have no cellars", "cellars"),
        ("The team found no evidence of a military presence", "military"),
        ("no boats had been stationed in the harbour", "boats"),
        ("Матросов в часовне не было", "Матросов"),
        ("Никакого склада возле мельницы нет", "склада"),
        ("Човнів у гавані немає", "Човнів"),
        ("Матросів вона не бачила", "Матросів"),
    ],
)
def test_what_was_not_there_is_found(words: str, thing: str) -> None:
    """Before the thing or behind it, in three languages."""
    assert any(thing in gone.things for gone in absent(words))


@pytest.mark.parametrize(
    "words",
    [
        "No sailors were killed in the chapel",
        "No ferry left the harbour",
        "The sailors did not sleep",
        "Матросы не спали",
        "Він не прийшов до гавані",
        "No one came",
    ],
)
def test_a_denial_of_a_deed_takes_nothing_away(words: str) -> None:
    """Whoever was not killed may have been there."""
    assert absent(words) == []


def test_cost_is_linear_in_hostile_words() -> None:
    """Ten times the words, some ten times the time."""
    for piece in ("there was no ", "складу немає ", "No a ", "не было ", "died of illness ", "hit a "):

        def cost(size: int, piece: str = piece) -> float:
            return seconds(lambda: (absent(piece * size), ways(piece * size)))

        assert growth(cost, 1_000, 10_000, most=25) < 25


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("Nobody painted the pier in Hobb.", ["painted"]),
        ("The pump has not yet been repaired.", ["repaired"]),
        ("No boats from the island were painted.", ["painted"]),
        ("Пристань никто не красил.", ["красил"]),
        ("Човни нікуди не возили.", ["возили"]),
        ("Паромник човна не фарбував, а кок фарбував.", ["фарбував"]),
        # Nothing is denied here, or not the deed.
        ("Not only the pier was painted.", []),
        ("He did not say why.", []),
        ("They could not confirm that the pier was painted.", []),
        ("Пристань не только покрасили.", []),
        ("Он не знает, кто красил пристань.", []),
        ("Паромник не зможе фарбувати.", []),
        ("The pier was painted.", []),
    ],
)
def test_a_verb_is_denied_whatever_it_tells_of(words: str, verbs: list[str]) -> None:
    """The verb behind the denial; none where that denies a doubt, a word or a wish."""
    assert [words[n.at : n.end] for n in negated(words)] == verbs
