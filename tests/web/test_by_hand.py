"""A person at the desk, with keys and a mouse: what was decided is in the project, once."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from tests.browser.driver import Person, Tab
from tests.web.desk import NOW, Client

from muster.store.lock import WriterLock
from muster.workflows.project import desk as desk_of
from muster.workflows.review import decided

pytestmark = pytest.mark.browser


def _enter(client: Client, person: Person, path: str) -> Tab:
    tab = person.tab(client.sessions.invite() + "&to=" + path)
    tab.look()
    return tab


def _kept(project: Path) -> list[tuple[str, str, bool]]:
    """What the project file itself holds of decisions, read by a process that is not the desk's."""
    with desk_of(project, {"MUSTER_STATE": str(project.parent / "k"), "MUSTER_NOW": NOW}).open() as store:
        return [(d.field, d.verdict, d.stands) for d in decided(store)]


def test_twenty_decisions_by_keys_and_their_undoing(queue: Client, person: Person, tmp_path: Path) -> None:
    """Twenty keys are twenty judgements in the file, in less than a minute; twenty z ask all of it again."""
    before = [q["id"] for q in json.loads(queue.get("/review.json").body)]
    assert len(before) >= 20
    tab, began = _enter(queue, person, "/review"), time.monotonic()
    for n in range(20):
        tab.press("ynu"[n % 3], loads=True)
    assert time.monotonic() - began < 60
    assert "20" in tab.text(".meta")
    assert len(_kept(tmp_path / "desk.db")) == 20
    assert [verdict for _, verdict, _ in _kept(tmp_path / "desk.db")][:3] == ["same", "different", "unsure"]
    for _ in range(20):
        tab.press("z", loads=True)
    kept = _kept(tmp_path / "desk.db")
    assert len(kept) == 40 and not any(stands for _, verdict, stands in kept if verdict != "withdrawn")
    assert [q["id"] for q in json.loads(queue.get("/review.json").body)] == before


def test_a_family_is_decided_with_one_key(queue: Client, person: Person, tmp_path: Path) -> None:
    """b answers every copy of one original, says how many they are, and one z takes all of them back."""
    asked = json.loads(queue.get("/review.json").body)
    at = next(n for n, q in enumerate(asked) if len(q["family"]) > 1)
    tab = _enter(queue, person, f"/review?at={at}")
    assert f"({len(asked[at]['family'])})" in tab.text(".answers")
    tab.press("b", loads=True)
    assert len(_kept(tmp_path / "desk.db")) == len(asked[at]["family"])
    tab.press("z", loads=True)
    assert json.loads(queue.get("/review.json").body) == asked


def test_two_tabs_do_not_decide_one_question_twice(queue: Client, person: Person, tmp_path: Path) -> None:
    """The second tab is told that it was decided, its answer is not kept, and it goes on."""
    one = _enter(queue, person, "/review")
    other = person.tab(f"http://127.0.0.1:{queue.port}/review")
    assert one.text("#ask") == other.text("#ask") and one.text("#left") == other.text("#left")
    one.press("y", loads=True)
    other.press("n", loads=True)
    assert "not decided twice" in other.text(".meta")
    assert [kept[1:] for kept in _kept(tmp_path / "desk.db")] == [("same", True)]


def test_a_key_pressed_twice_answers_one_question(queue: Client, person: Person, tmp_path: Path) -> None:
    """Two presses before the next page is there are one answer."""
    tab = _enter(queue, person, "/review")
    tab.do(
        "document.querySelector('[data-press=no]').click(); document.querySelector('[data-press=no]').click()"
    )
    tab.loaded()
    assert len(_kept(tmp_path / "desk.db")) == 1


def test_a_browser_closed_half_way_leaves_whole_decisions(
    queue: Client, person: Person, tmp_path: Path
) -> None:
    """A reason that was typed and not sent is nowhere; an answer sent as it closed is whole or absent."""
    asked = {q["id"] for q in json.loads(queue.get("/review.json").body)}
    tab = _enter(queue, person, "/review")
    tab.click("[name=reason]")
    tab.write("half a thought")
    tab.close()
    assert _kept(tmp_path / "desk.db") == []
    for _ in range(5):
        tab = person.tab(f"http://127.0.0.1:{queue.port}/review")
        tab.press("n")
        tab.close()
    again = _enter(queue, person, "/review")
    again.press("n", loads=True)
    left = [q["id"] for q in json.loads(queue.get("/review.json").body)]
    kept = _kept(tmp_path / "desk.db")
    assert set(left) < asked and len(left) + len(kept) == len(asked)
    assert {verdict for _, verdict, _ in kept} == {"different"}


def test_a_project_that_a_run_writes_to(queue: Client, person: Person, tmp_path: Path) -> None:
    """While a run holds the project pages are shown, an answer is explained, and one key gives it again."""
    tab = _enter(queue, person, "/review")
    tab.click("[name=reason]")
    tab.write("the same bridge")
    tab.press("Escape")
    lock = WriterLock(tmp_path / "desk.db")
    lock.take()
    try:
        tab.press("y", loads=True)
        assert "another muster is writing to this project" in tab.text()
        tab.press("t", loads=True)
        assert "another muster is writing to this project" in tab.text()
        beside = person.tab(f"http://127.0.0.1:{queue.port}/documents")
        assert "a0.txt" in beside.text()
    finally:
        lock.release()
    tab.press("t", loads=True)
    assert "Kept." in tab.text(".meta")
    made = next(d for d in json.loads(queue.get("/decided.json").body))
    assert (made["verdict"], made["note"]) == ("same", "the same bridge")


def test_keys_can_be_changed(queue: Client, person: Person, tmp_path: Path) -> None:
    """Another key for yes answers, the old one no longer does, and the button shows the new one."""
    tab = _enter(queue, person, "/review")
    tab.press("?")
    tab.do(
        "(b => { b.value = 'w'; b.dispatchEvent(new Event('input')) })"
        "(document.querySelector('[data-key=yes]'))"
    )
    tab.go(f"http://127.0.0.1:{queue.port}/review")
    assert tab.text("[data-press=yes]").startswith("w")
    tab.press("y")
    assert _kept(tmp_path / "desk.db") == []
    tab.press("w", loads=True)
    assert [kept[1:] for kept in _kept(tmp_path / "desk.db")] == [("same", True)]


def test_one_key_hides_the_screen(queue: Client, person: Person) -> None:
    """h covers the page, nothing is answered meanwhile, and h brings it back."""
    tab = _enter(queue, person, "/review")
    top = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('#curtain') !== null"
    assert tab.do(top) is False
    tab.press("h")
    assert tab.do(top) is True
    tab.press("y")
    tab.press("h")
    assert tab.do(top) is False and tab.path == "/review"


def _document(client: Client, address: str) -> tuple[str, str]:
    rows = json.loads(client.get("/documents.json?limit=1000").body)["rows"]
    path = f"/document/{next(r['id'] for r in rows if r['address'] == address)}"
    return path, json.loads(client.get(path + ".json").body)["body"]


def _drag(tab: Tab, words: str) -> None:
    """Select ``words`` of the text with the mouse, as the page shows them."""
    left, right, y = tab.do(
        """(words => {
          const text = document.getElementById("text"), nodes = [], range = document.createRange();
          const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) nodes.push(walk.currentNode);
          let at = nodes.map((n) => n.data).join("").indexOf(words), stop = at + words.length;
          for (const node of nodes) {
            if (at >= 0 && at < node.length) { range.setStart(node, at); at = -1; } else at -= node.length;
            if (stop > 0 && stop <= node.length) range.setEnd(node, stop);
            stop -= node.length;
          }
          range.startContainer.parentElement.scrollIntoView({block: "center"});
          const boxes = [...range.getClientRects()];
          return [boxes[0].left, boxes.at(-1).right, boxes[0].top + boxes[0].height / 2];
        })("""
        + f"{json.dumps(words)})"
    )
    for kind, x in (
        ("mousePressed", left + 0.5),
        ("mouseMoved", right - 0.5),
        ("mouseReleased", right - 0.5),
    ):
        tab.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", buttons=1, clickCount=1)


@pytest.mark.parametrize(
    ("field", "words", "verdict"),
    [
        ("speaker", "Oren Talvik", "the lawyer’s clerk"), ("bounds", "At least 40 men", "40 and more"),
        ("time", "refused", "May 2031"), ("kind", "refused", "an order"), ("hedge", "At least", "floor"),
        ("missed", "Lawyer Oren", "a lawyer spoke"), ("claim", "men refused", "nobody said it"),
    ],
)  # fmt: skip
def test_a_correction_by_select_and_key(
    desk: Client, person: Person, field: str, words: str, verdict: str
) -> None:
    """Words after two emoji, selected and corrected with c, are found again where they stand."""
    path, body = _document(desk, "emoji.txt")
    tab = _enter(desk, person, path)
    _drag(tab, words)
    tab.press("c")
    assert tab.do("document.getElementById('select').elements.words.value") == words
    tab.do(f"document.getElementById('select').elements.field.value = {json.dumps(field)}")
    tab.write(verdict)
    tab.press("Enter", loads=True)
    (made,) = (d for d in json.loads(desk.get("/decided.json").body) if d["field"] == field)
    assert (made["verdict"], made["subject"]) == (verdict, [words])
    shown = tab.text()
    assert verdict in tab.do("document.body.textContent") and words in shown
    told = json.loads(desk.get(path + ".json").body)["decided"]
    start = body.index(words)
    assert [(d["field"], d["start"], d["stop"]) for d in told if d["field"] == field] == [
        (field, start, start + len(words))
    ]


def test_a_finding_is_corrected_beside_the_text(desk: Client, person: Person) -> None:
    """In the list beside the text a figure's bounds are corrected, and the correction is shown with it."""
    path, _ = _document(desk, "emoji.txt")
    tab = _enter(desk, person, path)
    tab.click("li.quantity summary")
    tab.do("(f => { f.elements.field.value = 'bounds' })(document.querySelector('li.quantity form'))")
    tab.click("li.quantity [name=verdict]")
    tab.write("40 to 60")
    tab.press("Enter", loads=True)
    made = [d for d in json.loads(desk.get("/decided.json").body) if d["field"] == "bounds"]
    assert [d["verdict"] for d in made] == ["40 to 60"]
    assert "40 to 60" in tab.text("li.quantity")


def test_a_speaker_is_pointed_at_by_keys(desk: Client, person: Person) -> None:
    """One key on a claim, the same on a name: the claim is tied to exactly these characters, no mouse, no
    word written."""
    claims = json.loads(desk.get("/claims.json?limit=200").body)["rows"]
    claim = next(c for c in claims if c["address"] == "emoji.txt")
    tab = person.tab(desk.sessions.invite())
    tab.go(f"http://127.0.0.1:{desk.port}/document/{claim['document']}")
    for _ in range(40):
        tab.press("j")
        if tab.do("document.activeElement.dataset.of") == "claim":
            break
    wanted = tab.do("document.activeElement.dataset.record")
    tab.press("s")
    assert not tab.do("document.getElementById('tie-said').hidden")
    for _ in range(40):
        tab.press("k")
        if tab.do("document.activeElement.dataset.of") == "person":
            break
    name = tab.do("document.activeElement.dataset.record")
    assert name and name.startswith("mention-")
    tab.press("s", loads=True)
    (made,) = json.loads(desk.get("/decided.json").body)[-1:]
    assert (made["field"], made["by"]) == ("speaker", "anna") and made["note"].startswith(name)
    assert "Talvik" in made["verdict"] and wanted.startswith("claim-")
