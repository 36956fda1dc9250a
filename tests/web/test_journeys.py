"""Days at the desk in a real browser, in its three languages: what a person clicks and types, to the end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.browser.driver import Person, Tab
from tests.vault.conftest import PASSPHRASE
from tests.web.desk import NOW, Client

from muster.web.words import LANGUAGES, words
from muster.workflows import vault as keys
from muster.workflows.project import desk as desk_of

pytestmark = pytest.mark.browser


def _sits(client: Client, person: Person, path: str, language: str = "en", width: int = 1280) -> Tab:
    tab = person.tab(client.sessions.invite() + "&to=" + path)
    tab.look(width=width)
    if language != "en":
        tab.do(f"document.querySelector('[name=language]').value = '{language}'")
        tab.click("form[action='/settings'] button", loads=True)
    return tab


def _fill(tab: Tab, **fields: str) -> None:
    for name, value in fields.items():
        tab.click(f"main [name='{name.replace('_', ' ')}']")
        tab.write(value)


def _choose(tab: Tab, name: str, value: str) -> None:
    tab.do(f"document.querySelector(\"main [name='{name}']\").value = {json.dumps(value)}")


def test_from_a_headline_to_exact_characters(desk: Client, person: Person) -> None:
    """Three clicks: the number, its words, the words marked in the text and on the screen."""
    tab = _sits(desk, person, "/")
    tab.click("ul.numbers a", loads=True)
    tab.click("td a[data-item]", loads=True)
    words_there = tab.text("mark.focus")
    assert words_there and words_there in tab.text("#text")
    assert tab.do("(r => r.top >= 0 && r.bottom <= innerHeight)"
                  "(document.querySelector('mark.focus').getBoundingClientRect())")  # fmt: skip


def test_the_morning_of_an_analyst(queue: Client, person: Person) -> None:
    """By keys alone: down the list of what came in, into a text, layers off and on, search, a question."""
    tab = _sits(queue, person, "/")
    for _ in range(3):
        tab.press("j")
    assert tab.do("document.activeElement.matches('[data-item]')")
    tab.press("Enter", loads=True)
    assert tab.path.startswith(("/document/", "/number/"))
    tab.go(f"http://127.0.0.1:{queue.port}/document/"
           + json.loads(queue.get("/documents.json").body)["rows"][0]["id"])  # fmt: skip
    shown = "CSS.highlights.has('claim')"
    assert tab.do(shown)
    tab.press("1")
    assert not tab.do(shown)
    tab.press("1")
    tab.press("/")
    tab.write("refused")
    tab.press("Enter", loads=True)
    assert tab.path.startswith("/search?q=refused") and "men of" in tab.text()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("ru", 390), ("uk", 1280)])
def test_a_lawyers_evening(office: Client, person: Person, language: str, width: int) -> None:
    """A case opened, a refusal and a threat written down, the law beside it, the letter with its gaps."""
    assert language in LANGUAGES
    w = words(language)
    tab = _sits(office, person, "/cases", language, width)
    assert tab.do("document.documentElement.scrollWidth <= innerWidth")
    tab.click("details.make summary")
    _fill(tab, status="contract", since="2031-01")
    tab.click("details.make form button", loads=True)
    case = tab.path
    assert re.fullmatch(r"/case/K-\w{6}", case) and w.term("contract") in tab.text()
    _fill(tab, on="2031-05-10")
    tab.click("aside form button", loads=True)
    assert w.term("refusal") in tab.text(".course") and w.day("2031-05-10") in tab.text(".course")
    _choose(tab, "kind", "threat")
    _fill(tab, value="front", words="called Ivan Petrov")
    tab.click("aside form button", loads=True)
    assert w("Nothing was kept.") in tab.text()
    assert tab.do("document.querySelector('main [name=words]').value") == "called Ivan Petrov"
    tab.do("document.querySelector('main [name=words]').value = ''")
    _fill(tab, who="commander")
    tab.click("aside form button", loads=True)
    assert w.term("threat") in tab.text(".course")
    tab.click(f"a[href^='{case}/law']", loads=True)
    assert w.term("open") in tab.text(".rule")
    tab.go(f"http://127.0.0.1:{office.port}{case}/letter/refusal")
    _fill(tab, reason="read")
    tab.click("main form button", loads=True)
    assert tab.do("document.querySelectorAll('.paper mark.gap').length") > 3
    assert "10.05.2031" in tab.text(".paper")


def test_an_interview_by_a_person_who_types_for_long(office: Client, person: Person, tmp_path: Path) -> None:
    """Consent with a key, an account with emoji, sealed with a click; nothing of it is in the open."""
    tab = _sits(office, person, "/interviews")
    tab.click("a.big", loads=True)
    tab.press("y", loads=True)
    _fill(tab, date="2031-05", account="“Zwölf 😀 of us refused at the Velnabrook bridge,” said the gunner.")
    tab.click("main button.big", loads=True)
    assert re.search(r"S-\w{6}", tab.text())
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"Velnabrook" not in file.read_bytes(), file


def test_a_draft_checked(desk: Client, person: Person) -> None:
    """A wrong number is marked in the text; let stand with a reason it is no longer open."""
    tab = _sits(desk, person, "/draft", "ru")
    _fill(tab, words="😀 Lawyer Oren Talvik said 90 men of the 9th brigade refused to go back in May.")
    tab.click("main form button", loads=True)
    assert tab.text("#draft mark") == "90"
    tab.click(".found summary")
    _fill(tab, reason="counted by us")
    tab.click(".found form button", loads=True)
    assert "counted by us" in tab.text(".found") and tab.text("#draft mark") == "90"


def test_a_release_refused_and_mended(locked: Client, person: Person, tmp_path: Path) -> None:
    """With a locked vault it is refused; unlocked it warns; with each warning answered for it is written."""
    tab = _sits(locked, person, "/release?level=public", "uk")
    tab.click("main form button", loads=True)
    assert "сейф замкнено" in tab.text() and not list(tmp_path.glob("release-*"))
    ours = desk_of(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    keys.unlock(ours, "C1", PASSPHRASE, minutes=5)
    tab.click("main form button", loads=True)
    # Now it warns: each warning is ticked, with who answers for it and why.
    assert tab.do("document.querySelectorAll(\"[name^='accept-']\").length") and not list(
        tmp_path.glob("release-*")
    )
    tab.do("document.querySelectorAll(\"[name^='accept-']\").forEach(b => { b.checked = true })")
    tab.do("document.querySelector(\"main [name='by']\").value = ''")
    _fill(tab, by="C1", reason="printed in every paper")
    tab.click("main form button", loads=True)
    assert (tmp_path / "release-2031-06-21" / "manifest-sha256.txt").is_file()


def test_a_page_left_alone_is_covered_and_emptied(office: Client, person: Person) -> None:
    """When patience ends what was typed is gone from the screen; the desk answers that it is locked."""
    tab = _sits(office, person, "/interviews/new?agreed=yes")
    _fill(tab, account="half an account")
    # As if five minutes had passed: for the page, and for the desk.
    for session in office.sessions._open.values():
        session.last -= 301
    tab.do("Date.now = (real => () => real() + 301000)(Date.now)")
    tab.loaded()
    assert "half an account" not in tab.do("document.documentElement.outerHTML")
    assert "The desk is locked" in tab.text()
