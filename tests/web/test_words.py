"""The desk speaks three languages, wholly."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from tests.web.desk import Client

import muster.web
from muster.web.words import LANGUAGES, sentences, wanted, words

_ROOM = Path(muster.web.__file__).parent
_SAID = re.compile(r"""\b(?:_|w|self)\(\s*(?:"([^"]+)"|'([^']+)')""")
_EITHER = re.compile(r"""(?:self)\("([^"]+)" if \w+ else "([^"]+)\"""")
_COUNTED = re.compile(r"""\.count\([^"]*, "([^"]+)"\)""")


def _sources() -> str:
    files = [*sorted(_ROOM.glob("templates/*.j2")), *sorted(_ROOM.glob("*.py"))]
    return "\n".join(f.read_text("utf-8") for f in files)


def _wanted() -> set[str]:
    found = {a or b for a, b in _SAID.findall(_sources())}
    return found | {x for pair in _EITHER.findall(_sources()) for x in pair}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing(language: str) -> None:
    """Every sentence of the pages is in the table, in every language, and the table holds no other."""
    table = dict(sentences(language))
    missing = sorted(s for s in _wanted() if not table.get(s))
    assert missing == []
    assert sorted(set(table) - _wanted()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_braces_are_kept(language: str) -> None:
    """A translated sentence is filled with the same values as the English one."""
    for english, said in sentences(language):
        names = {n for _, n, _, _ in Formatter().parse(english) if n}
        assert {n for _, n, _, _ in Formatter().parse(said) if n} == names, said


def test_every_counted_noun_has_all_its_plurals() -> None:
    """English has two forms, Russian and Ukrainian three, for each noun that is counted anywhere."""
    nouns = set(_COUNTED.findall(_sources()))
    assert len(nouns) > 6
    for language in LANGUAGES:
        table = words(language).counted
        assert {noun: len(table.get(noun, [])) for noun in nouns} == dict.fromkeys(
            nouns, 2 if language == "en" else 3
        )


def test_numbers_days_and_plurals() -> None:
    """One, two, five, eleven, twenty-one; thousands and decimals; a day in the genitive."""
    ru, uk, en = words("ru"), words("uk"), words("en")
    assert [ru.count(n, "claim").split("\u00a0")[-1] for n in (1, 2, 5, 11, 21, 112)] == [
        "утверждение", "утверждения", "утверждений", "утверждений", "утверждение", "утверждений",
    ]  # fmt: skip
    assert uk.count(3, "report") == "3\u00a0повідомлення" and en.count(1, "copy") == "1\u00a0copy"
    assert en.number(12345.5) == "12,345.5" and ru.number(12345.5) == "12\u00a0345,5"
    assert uk.day("2031-06-03") == "3 червня 2031" and ru.day("2031") == "2031" and en.day(None) == "no date"
    assert (
        en.figure(0.2, 0.4, "share") == "20\u00a0% – 40\u00a0%"
        and ru.figure(5, None, "count") == "не менее 5"
    )


def test_the_browser_s_first_known_language_is_taken() -> None:
    """What the browser asks for is followed until a person chooses; nonsense is English."""
    assert wanted("de-DE,uk;q=0.8,ru;q=0.5") == "uk" and wanted("") == wanted(";;,," * 500) == "en"


def test_a_person_chooses(desk: Client) -> None:
    """The choice holds on every page that follows."""
    assert '<html lang="en"' in desk.get("/").body
    desk.post("/settings", language="uk", by="anna")
    page = desk.get("/").body
    assert '<html lang="uk"' in page and "Сьогодні" in page and "Today" not in page
    desk.post("/settings", language="xx")
    assert '<html lang="uk"' in desk.get("/").body
