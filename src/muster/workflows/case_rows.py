"""Cases, dates and law as rows, alike in the terminal, on a page and in a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from muster.cases.course import Placed
from muster.cases.due import Due
from muster.cases.law import Change, LawTable
from muster.model.cases import Case
from muster.model.law import Rule

if TYPE_CHECKING:
    from muster.workflows.cases import Summary
    from muster.workflows.intake import Waiting

Row = dict[str, Any]


def case_row(row: Summary) -> Row:
    """One line of the list of cases."""
    return {
        "case": row.case.code, "for": row.case.client, "people": row.case.people, "status": row.status,
        "region": row.case.region, "opened": row.case.at[:10], "by": row.case.by, "last": row.last,
        "on": row.last_on, "threats": row.threats, "outcome": row.outcome or "not known",
        "closed": row.closed,
    }  # fmt: skip


def due_row(of: Case, due: Due, today: date) -> Row:
    """One thing to be done, with the rule that gave its day."""
    rule = due.rule
    return {
        "safe_day": str(due.safe), "days_left": (due.safe - today).days, "case": of.code, "what": due.what,
        "note": due.words, "provision": rule.provision if rule else "",
        "last_day": str(due.safe) if rule is None else str(rule.last or "open"),
        "because": "; ".join(rule.because) if rule else "", "certainty": rule.certainty if rule else "",
        "pack": rule.pack if rule else "", "step": due.step,
    }  # fmt: skip


def desk_row(day: date, what: str, id: str, today: date) -> Row:
    """As ``due_row``, of something that is due at the desk and of no case."""
    return {
        "safe_day": str(day), "days_left": (day - today).days, "case": "", "what": what, "note": "",
        "provision": "",
        "last_day": str(day), "because": "", "certainty": "", "pack": "", "step": id,
    }  # fmt: skip


def step_row(placed: Placed) -> Row:
    """One step of a case's course, set in by how much it follows from."""
    step = placed.step
    return {
        "on": str(step.days or "not known"), "track": placed.track, "step": "  " * placed.depth + step.kind,
        "value": step.value, "who": step.who, "proof": step.proof or "not said", "ground": step.ground,
        "note": step.words, "facts": ", ".join(step.facts), "due": step.due,
        "link": (placed.leads_to or "deleted") if step.kind == "link" else step.link,
        "corrected_by": placed.corrected, "by": step.by, "written": step.at[:10], "id": step.id,
    }  # fmt: skip


def question_row(row: Waiting, called: Mapping[str, str]) -> Row:
    """One question as it stands. ``called``: codes of cases and questions by id."""
    return {
        "question": row.code, "urgency": row.urgency, "because": row.because, "topic": row.topic,
        "by_day": row.day, "came": row.came, "language": row.language,
        "family": " ".join(sorted(called.get(o, "") for o in row.family)),
        "family_perhaps": " ".join(sorted(called.get(o, "") for o in row.perhaps)),
        "sorted_by": "person" if row.sorted_by_person else "machine",
        "answered": row.answered or (f"case {called.get(row.became, '')}" if row.became else ""),
        "asks": row.begins,
    }  # fmt: skip


def law_rows(table: LawTable, language: str) -> Iterator[Row]:
    """One row for each element of each rule of an answer."""
    for a in table.answers:
        for e in a.elements:
            yield {
                "provision": a.rule.provision, "rule": _said(a.rule.title, language),
                "stands": a.standing, "says": a.says, "part": e.part, "element": e.words,
                "element_stands": e.standing, "because": e.because, "rests_on": ", ".join(e.rests_on),
                "may_bring": "; ".join(_said(c.words, language) for c in a.rule.consequences),
                "certainty": a.rule.certainty, "to_fill_in": _said(a.rule.open, language),
                "sources": ", ".join(a.rule.sources), "rule_id": a.rule.id,
                "pack": f"{table.pack} {table.version} {table.sha256[:12]}",
            }  # fmt: skip


def change_row(change: Change) -> Row:
    """One rule that came, went or is another."""
    after, before = change.after, change.before
    rule = after or before
    assert rule is not None
    return {
        "since": str(change.when or "not stated"), "change": change.kind, "provision": rule.provision,
        "rule": rule.title["en"], "says": change.says, "before": _brings(before), "after": _brings(after),
        "certainty": rule.certainty, "sources": ", ".join(rule.sources),
    }  # fmt: skip


def _said(words: Any, language: str) -> str:
    return str(words.get(language) or words.get("en", ""))


def _brings(rule: Rule | None) -> str:
    return "; ".join(c.words["en"] for c in rule.consequences) if rule else ""


__all__ = ["Row", "case_row", "change_row", "due_row", "law_rows", "question_row", "step_row"]
