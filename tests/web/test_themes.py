"""A claim is taken out of a theme on its page, and put back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.desk import NOW, Client, served
from tests.workflows.test_themes import PAPERS

from muster.workflows.project import desk as desk_of
from muster.workflows.run import run


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Client]:
    """A desk on a project whose papers allege one thing together."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for n, (name, words) in enumerate(PAPERS.items(), 1):
        head = f"source: {name} daily\ndate: 2032-06-{n:02}\n\n"
        (papers / f"{name}.txt").write_text(head + words + "\n", "utf-8")
    ours = desk_of(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})
    run(ours, papers, ocr=False)
    with served(tmp_path / "desk.db", tmp_path / "key", by="anna") as client:
        yield client.enter()


def _themes(desk: Client) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(desk.get("/themes.json").body)
    return found


def test_a_claim_is_taken_out_and_put_back(desk: Client) -> None:
    """At once, with who did it, and without a command line; what is no claim is refused."""
    before = _themes(desk)
    shown = desk.get("/themes").body
    claim = re.search(r'name="claim" value="(claim-[0-9a-f]+)"', shown)
    assert claim is not None
    assert "Taken out by people" not in shown
    assert desk.post("/themes/take-out", claim="claim-000000000000").status in (400, 404)
    assert desk.post("/themes/take-out", claim=claim[1]).headers["location"].startswith("/themes")
    assert claim[1] not in json.dumps(_themes(desk))
    after = desk.get("/themes").body
    assert "Taken out by people" in after
    made = re.search(r'name="judgement" value="(judgement-[0-9a-f]+)"', after)
    assert made is not None
    desk.post("/themes/take-out", judgement=made[1])
    assert _themes(desk) == before
    assert "Taken out by people" not in desk.get("/themes").body
