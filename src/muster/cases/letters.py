"""Steps of a case in; a letter out, with every missing fact marked in it. No name is in it: none is known."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any
from xml.sax.saxutils import escape

from muster.cases.course import standing
from muster.model.cases import Step
from muster.model.errors import NotFound, Refused
from muster.model.law import Days

_FIELD = re.compile(r"\{\{([^{}\n]{1,120})\}\}")
_BY_HAND = "by-hand:"


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a letter; ``missing``: facts it needs and the case does not hold, as they are marked."""

    text: str
    missing: tuple[str, ...]


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


def write(text: str, steps: Sequence[Step], *, today: str, language: str) -> Letter:
    """``text`` filled from the steps that hold. Raises Refused for a field nobody knows, with its line."""
    labels: Mapping[str, str] = _shipped()["labels"].get(language) or _shipped()["labels"]["en"]
    fields = _fields(standing(steps), today, language, labels)
    missing: list[str] = []

    def filled(found: re.Match[str]) -> str:
        name = found[1].strip()
        if name.startswith(_BY_HAND):
            return f"[{labels['by_hand']}: {name.removeprefix(_BY_HAND)}]"
        if name not in fields:
            line = text.count("\n", 0, found.start()) + 1
            raise Refused(
                f"line {line}: no case has a field {name!r}", next_step=f"one of {', '.join(fields)}"
            )
        if not fields[name]:
            missing.append(labels[name])
        return fields[name] or f"[{labels['missing']}: {labels[name]}]"

    return Letter(_FIELD.sub(filled, text), tuple(dict.fromkeys(missing)))


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
    return f"{days} [{labels['roughly']}]"


def as_docx(text: str) -> bytes:
    """The text as a DOCX of plain paragraphs: no author, no dates, no settings; same text, same bytes."""
    ns = "http://schemas.openxmlformats.org"
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.splitlines()
    )
    main = f"{ns}/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{ns}/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{paragraphs}<w:sectPr>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>',
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            # The earliest day a ZIP can say: when it was written is nobody's business.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + body)
    return made.getvalue()


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads((resources.files("muster.cases") / "letters.toml").read_text("utf-8"))


__all__ = ["Letter", "as_docx", "kinds", "template", "write"]
