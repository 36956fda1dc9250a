"""The blind questions to a desk are as many as is said, and no family lies in both halves."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import intake

BLIND = intake.OWN.parent / "blind"
URGENCIES = {"detained", "withdrawal", "deadline", "threat", "letter", "question", "other"}


def test_the_blind_questions_are_sound() -> None:
    """Sixty a half, topics of the demo, who is held is urgent, two to a family and both in one half."""
    halves = [
        [json.loads(line) for line in (BLIND / f"{half}.jsonl").read_text("utf-8").splitlines()]
        for half in ("develop", "measure")
    ]
    assert [len(half) for half in halves] == [60, 60]
    everything = [row for half in halves for row in half]
    topics = {q.topic for q in [*intake.demo(), *intake.own()]}
    for row in everything:
        assert row["urgency"] in URGENCIES and row["topic"] in topics, row["id"]
        assert set(row["also"]) <= topics - {row["topic"]}, row["id"]
        assert (row["held"] == "now") == (row["urgency"] == "detained"), row["id"]
        assert date.fromisoformat(row["came"]) and row["text"] == row["text"].strip() != ""
    assert len({row["id"] for row in everything}) == len({row["text"] for row in everything}) == 120
    assert set(Counter(row["language"] for row in everything).values()) == {40}
    for half in halves:
        families = Counter(row["family"] for row in half if row["family"])
        assert list(families.values()) == [2] * 5
