"""The demo is what its sources make, and the truth about it speaks of words that are there."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from muster.collect import take_folder
from muster.model.evidence import SetAside, Taken

DEMO = Path(__file__).resolve().parents[2] / "examples" / "demo"
NEEDS_A_RECOGNISER = "scans/"


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return tomllib.loads((DEMO / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def taken() -> list[Taken | SetAside]:
    now = "2026-01-01T00:00:00+00:00"
    items = take_folder(DEMO / "papers", now=now, seen=lambda _: None, ocr=False)
    return [item for item in items if isinstance(item, Taken | SetAside)]


@pytest.fixture(scope="module")
def bodies(taken: list[Taken | SetAside]) -> dict[str, str]:
    return {t.document.address: t.text.body for t in taken if isinstance(t, Taken) and t.text}


def _spoken_of(truth: dict[str, Any]) -> list[tuple[str, str]]:
    """Every (document, words) pair of the page."""
    said = [(q["document"], q["words"]) for q in truth["quantity"] + truth["basis"] + truth["commander"]]
    said += [(w["document"], w["words"]) for w in truth["said_wrong"]]
    said += [(c["document"], c["words"]) for o in truth["origin"] for c in o["claims"]]
    said += [(line["document"], e["words"]) for line in truth["timeline"] for e in line["events"]]
    for copy in truth["copy"]:
        for drift in copy.get("drift", []):
            said += [(copy[side], drift[side]) for side in ("copy", "original") if side in drift]
    return said


def test_papers_are_what_the_sources_make() -> None:
    """The committed papers are what the sources make, byte for byte where the format allows it."""
    done = subprocess.run(
        [sys.executable, str(DEMO / "build.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_words_of_the_truth_are_in_the_papers(truth: dict[str, Any], bodies: dict[str, str]) -> None:
    """Every passage that expected.toml speaks of stands in the text that is taken."""
    missing = [
        (document, words)
        for document, words in _spoken_of(truth)
        if not document.startswith(NEEDS_A_RECOGNISER) and words not in bodies.get(document, "")
    ]
    assert missing == []


def test_contradicting_figures_are_in_the_papers(truth: dict[str, Any], bodies: dict[str, str]) -> None:
    """Every figure of a contradiction stands in at least one paper."""
    everything = "\n".join(bodies.values())
    missing = [figure for c in truth["conflict"] for figure in c["figures"] if figure not in everything]
    assert missing == []


def test_documents_of_the_truth_are_taken(truth: dict[str, Any], bodies: dict[str, str]) -> None:
    """Every document that expected.toml names is one that is taken."""
    named = {c[side] for c in truth["copy"] for side in ("copy", "original")}
    named |= {n[side] for n in truth["not_a_copy"] for side in ("left", "right")}
    named |= {d for p in truth["protected"] for d in p["documents"]}
    assert sorted(named - bodies.keys()) == []


def test_variants_of_people_are_written_somewhere(truth: dict[str, Any], bodies: dict[str, str]) -> None:
    """Each spelling of a person stands in at least one paper."""
    everything = "\n".join(bodies.values()) + "М. Ткачик"  # this one stands on a scanned page
    missing = [v for p in truth["person"] for v in p["variants"] if v not in everything]
    assert missing == []


def test_what_cannot_be_used_is_said(truth: dict[str, Any], taken: list[Taken | SetAside]) -> None:
    """The three bad files and the service message are set aside, each with a reason."""
    aside = {item.record.split("#")[0] for item in taken if isinstance(item, SetAside)}
    assert {entry["address"] for entry in truth["set_aside"]} <= aside


def test_protected_papers_are_marked(taken: list[Taken | SetAside]) -> None:
    """The four interviews come from protected sources, and nothing else does."""
    sources = {t.source.name for t in taken if isinstance(t, Taken) and t.source.protected}
    assert sources == {"Ignat", "K-7", "Tikhon", "Веснянка"}


def test_papers_stay_small() -> None:
    """All papers together are under 3 MB, so that a clone stays quick."""
    assert sum(p.stat().st_size for p in (DEMO / "papers").rglob("*") if p.is_file()) < 3_000_000


def test_regions_of_the_report_add_up(bodies: dict[str, str]) -> None:
    """The floors of the nine regions add up to the floor of the report."""
    words = bodies["reports/observatory-may-2019.pdf"]
    floors = (410, 380, 215, 160, 140, 120, 95, 70, 50)
    assert all(str(floor) in words for floor in floors)
    assert sum(floors) == 1640


def test_the_export_of_the_channel_is_not_quite_json() -> None:
    """The Telegram export holds a control character as the exporter writes it, which is not JSON."""
    raw = (DEMO / "papers/telegram/ChatExport_2019-06-30/result.json").read_text("utf-8")
    assert "\\x0B" in raw
    with pytest.raises(json.JSONDecodeError):
        json.loads(raw)
