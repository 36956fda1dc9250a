"""Steps of a case in; a letter out, with every missing fact marked in it. No name is in it: none is known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from muster.cases.course import standing
from muster.model.cases import Step
from muster.model.errors import NotFound, Refused
from muster.model.law import Days

_FIELD = re.compile(r"\{\{([^{}\n]{1,120})\}\}")
_BY_HAND = "by-hand:"
# Where something is written in with a pen; what, stands behind it.
BLANK = "_" * 20


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a letter; ``missing``: facts it needs and the case does not hold, as they are marked.

    ``docx``: the letter as a team's own Word template lays it out, empty where there is none.
    """

    text: str
    missing: tuple[str, ...]
    docx: bytes = b""


def kinds() -> tuple[str, ...]:
    """The letters that come with Muster."""
    return tuple(_shipped()["letters"])


def template(kind: str, language: str) -> str:
    """The text of a letter that comes with Muster. Raises NotFound."""
    found = _shipped()["letters"].get(kind, {}).get(language)
    if found is None:
        raise NotFound(
            f"there is no letter {kind!r} in {language!r}", next_step=f"one of {', '.join(kinds())}"
        )
    return str(found).strip("\n") + "\n"


def languages() -> tuple[str, ...]:
    """The languages that letters are marked in."""
    return tuple(_shipped()["labels"])


def write(text: str, steps: Sequence[Step], *, today: str, language: str) -> Letter:
    """``text`` filled from the steps that hold. Raises Refused for a field nobody knows, with its line."""
    fields, labels = _marked(steps, today, language)

    def filled(found: re.Match[str]) -> str:
        name = found[1].strip()
        if name.startswith(_BY_HAND):
            return f"{BLANK} ({name.removeprefix(_BY_HAND).strip()})"
        if name not in fields:
            line = text.count("\n", 0, found.start()) + 1
            raise Refused(
                f"line {line}: no case has a field {name!r}", next_step=f"one of {', '.join(fields)}"
            )
        return fields[name]

    words = _FIELD.sub(filled, text)
    return Letter(words, _missing(words, fields, labels))


def write_docx(template: bytes, steps: Sequence[Step], *, today: str, language: str) -> Letter:
    """A team's own Word template filled as ``write`` fills a text. Raises Refused as ``word_template``."""
    from muster.cases.word_template import fill, words_of

    fields, labels = _marked(steps, today, language)
    gap = _gap(labels)
    docx = fill(template, fields, {n for n, said in fields.items() if said.startswith(gap)}, BLANK)
    words = words_of(docx)
    return Letter(words, _missing(words, fields, labels), docx)


def _marked(steps: Sequence[Step], today: str, language: str) -> tuple[dict[str, str], Mapping[str, str]]:
    """Every field with its words, or the mark that stands where the case does not hold it; the labels."""
    labels: Mapping[str, str] = _shipped()["labels"].get(language) or _shipped()["labels"]["en"]
    fields = _fields(standing(steps), today, language, labels)
    return {name: said or f"{_gap(labels)}{labels[name]}]" for name, said in fields.items()}, labels


def _gap(labels: Mapping[str, str]) -> str:
    return f"[{labels['missing']}: "


def _missing(words: str, fields: Mapping[str, str], labels: Mapping[str, str]) -> tuple[str, ...]:
    gap = _gap(labels)
    return tuple(labels[n] for n, said in fields.items() if said.startswith(gap) and said in words)


def _fields(steps: Sequence[Step], today: str, language: str, labels: Mapping[str, str]) -> dict[str, str]:
    words: Mapping[str, str] = _shipped()["words"].get(language, {})
    last = {s.kind: s for s in steps}

    def day(kind: str) -> str:
        days = last[kind].days if kind in last else None
        return _day(days, labels) if days else ""

    def said(kind: str, field: str) -> str:
        value = getattr(last[kind], field) if kind in last else ""
        return "" if value == "unknown" else words.get(value, value)

    return {
        "today": _day(Days.of(today), labels),
        "status": said("status", "value"), "since": day("status"),
        "order_day": day("order"), "order_form": said("order", "value"), "order_who": said("order", "who"),
        "refusal_day": day("refusal"), "request_day": day("commander-request"),
        "decision_day": day("decision"), "decision_who": said("decision", "who"),
        "decision_result": said("decision", "value"), "decision_ground": said("decision", "ground"),
        "complaint_day": day("complaint"),
    }  # fmt: skip


def _day(days: Days, labels: Mapping[str, str]) -> str:
    if days.first == days.last:
        return f"{days.first:%d.%m.%Y}"
    if days == Days.of(f"{days.first:%Y}"):
        written = f"{days.first:%Y}"
    elif days == Days.of(f"{days.first:%Y-%m}"):
        written = f"{days.first:%m.%Y}"
    else:
        written = f"{days.first:%d.%m.%Y}–{days.last:%d.%m.%Y}"
    return f"{written} [{labels['roughly']}]"


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads((resources.files("muster.cases") / "letters.toml").read_text("utf-8"))


__all__ = ["BLANK", "Letter", "kinds", "languages", "template", "write", "write_docx"]
