"""What several origins allege alike: how many, who is independent, what takes a claim out. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.costs import growth, seconds

from muster.link.alleged import Alleged
from muster.model.errors import Usage
from muster.model.links import Statement
from muster.store import Store
from muster.workflows.judge import judge
from muster.workflows.link import link
from muster.workflows.project import Desk, desk
from muster.workflows.review import undo
from muster.workflows.run import run
from muster.workflows.themes import taken_out, theme_lines, theme_rows

NOW = "2035-01-01T00:00:00+00:00"
GROUP = (
    "The Heath Group spoke with former prisoners. Ivo Kant, a potter, told it that guards of the 9th "
    "Battalion beat him with cables in the tannery in Trelm in May. He lost a tooth."
)
PAPERS = {
    "group": GROUP,
    "radio": "Учитель Олег Зимин рассказал радио, что в мае солдаты 9-го батальона избивали людей "
    "на кожевенном заводе в Трелме. «Мы слышали крики», – сказал он.",
    "sister": "A letter reached us in June. Mara Kant, the potter's sister, said that soldiers of the 9th "
    "Battalion beat her brother in Trelm. She wants his papers back.",
    "copy": GROUP,
    "cellar": "Nurse Edda Voll said that people were beaten in Trelm in May; she did not see by whom.",
    "denial": "A note of two lines came. The commander Ulf Brand said that nobody was beaten in Trelm.",
    "other": "Lawyer Sem Ort said that policemen beat a client of his in Ulm in May.",
    "plan": "Mayor Dora Hask said that the 9th Battalion would leave Trelm in autumn.",
}


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    papers = tmp_path / "papers"
    papers.mkdir()
    for n, (name, words) in enumerate(PAPERS.items(), 1):
        (papers / f"{name}.txt").write_text(
            f"source: {name} daily\ndate: 2032-06-{n:02}\n\n{words}\n", "utf-8"
        )
    ours = desk(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    run(ours, papers, ocr=False)
    return ours


@pytest.fixture
def store(here: Desk) -> Iterator[Store]:
    with here.open() as opened:
        yield opened


def _beating(store: Store) -> dict[str, Any]:
    return next(row for row in theme_rows(store) if "beating" in row["act"])


def test_a_theme_names_act_actor_place_and_its_origins(store: Store) -> None:
    """Told in two languages by four; a copy counts once, another town and a plan do not belong."""
    row = _beating(store)
    assert (row["act"], row["actor"], row["place"]) == ("beating", "9th Battalion", "Trelm")
    assert {o["who"] for o in row["origins"]} == {"Ivo Kant", "Олег Зимин", "Mara Kant", "Edda Voll"}
    addresses = {c["address"] for o in row["origins"] for c in o["claims"]}
    assert not addresses & {"other.txt", "plan.txt", "denial.txt"}


def test_only_who_is_shown_to_be_independent_is_counted_so(store: Store) -> None:
    """Brother and sister are not; the reason stands with the pair."""
    row = _beating(store)
    assert not {"Ivo Kant", "Mara Kant"} <= set(row["independent"])
    assert len(row["independent"]) == 3
    [pair] = [p for p in row["not_shown"] if {p["left"], p["right"]} == {"Ivo Kant", "Mara Kant"}]
    assert pair["reasons"]


def test_whoever_denies_it_stands_beside_it(store: Store) -> None:
    """And is no origin of the theme."""
    assert [d["who"] for d in _beating(store)["denied"]] == ["Ulf Brand"]


def test_every_number_is_beside_its_names(store: Store) -> None:
    """A line of the table counts what it lists."""
    for line in theme_lines(theme_rows(store)):
        assert line["origins"] == len(line["who"]) >= len(line["independent"])
        assert len(line["claims"]) >= line["origins"] > 1


def test_a_person_takes_a_claim_out_and_puts_it_back(store: Store, here: Desk) -> None:
    """The judgement outlives the next link; withdrawn, all is as it was; a gone one does no harm."""
    before = _beating(store)
    claim = next(o["claims"][0]["claim"] for o in before["origins"] if o["who"] == "Олег Зимин")
    judge(store, [claim], field="theme", verdict="rejected", by="anna", note="hearsay", now=NOW)
    assert _beating(store)["independent"] == [n for n in before["independent"] if n != "Олег Зимин"]
    assert [(o["by"], o["note"]) for o in taken_out(store)] == [("anna", "hearsay")]
    link(store, now=NOW, work=here.project.parent)
    assert "Олег Зимин" not in {o["who"] for o in _beating(store)["origins"]}
    undo(store, by="anna", now=NOW)
    link(store, now=NOW, work=here.project.parent)
    assert {o["who"] for o in _beating(store)["origins"]} == {o["who"] for o in before["origins"]}
    assert taken_out(store) == []
    judge(store, [claim], field="theme", verdict="torture", by="anna", note="cables", now=NOW)
    radio = next(d.id for d in store.documents() if d.address == "radio.txt")
    store.forget(radio, reason="withdrawn", by="anna", now=NOW)
    link(store, now=NOW, work=here.project.parent)
    assert "Олег Зимин" not in {o["who"] for o in _beating(store)["origins"]}


def test_an_origin_with_another_claim_stays_and_stands_as_it_stood(store: Store) -> None:
    """Taken out is the claim, not who made it: what is shown of him is still shown."""
    before = _beating(store)
    for origin in before["origins"]:
        if len(origin["claims"]) > 1:
            judge(store, [origin["claims"][0]["claim"]], field="theme", verdict="rejected", by="anna",
                  note="", now=NOW)  # fmt: skip
            break
    else:
        pytest.fail("nobody of the theme makes two claims")
    after = _beating(store)
    assert len(after["independent"]) == len(before["independent"])
    assert after["claims"] == before["claims"] - 1


def test_a_verdict_that_says_nothing_is_refused(store: Store) -> None:
    """A slip would be kept, and leave the claim where it is; the sentence says what may be said."""
    claim = _beating(store)["origins"][0]["claims"][0]["claim"]
    with pytest.raises(Usage, match=r"a claim's theme is one of rejected, withdrawn, .*torture"):
        judge(store, [claim], field="theme", verdict="rejectd", by="anna", note="", now=NOW)
    assert not list(store.judgements(("theme",)))


def test_ten_thousand_claims_of_one_template_cost_a_sort() -> None:
    """And few of them are laid out."""

    def alike(size: int) -> list[str]:
        alleged = Alleged()
        words = "soldiers of the 9th Battalion beat prisoners in Trelm"
        for n in range(size):
            s = Statement(
                f"c{n}", f"d{n}", f"s{n}", None, None, "x", None, False, False, words, language="en"
            )
            alleged.take(s, f"d{n}")
        return alleged.alike(3_000)

    assert len(alike(10_000)) <= 3_000
    assert growth(lambda n: seconds(lambda: alike(n)), 1_000, 10_000, most=25) < 25
