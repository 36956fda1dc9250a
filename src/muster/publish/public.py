"""The dossier that leaves: numbers, the origins they came from, and the passages they rest on; no article.

It is made from what a release lets go and from nothing else: a figure is in it only where every number it
rests on stands in a released passage, and no shielded name is in its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from muster.model.findings import ASKED, Estimate
from muster.publish.evidence import Evidence
from muster.publish.page.furniture import digest_of, environment, part
from muster.publish.page.highlight import visible
from muster.publish.page.shown import Limits, choose_questions
from muster.publish.page.words import ENGLISH, Words
from muster.publish.release import LONGEST, PUBLIC_SHARE, Departure, Leaving

_ID = re.compile(r"\b[a-z]+-[0-9a-f]{24}\b")
_FOR = {
    "public": "for publication",
    "lawyer": "for a lawyer of the case only",
    "internal": "for the team only",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage: its number in the release, its words with the figure marked, its source's code."""

    number: int
    words: Markup
    code: str
    date: str
    said_by: str
    hedges: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin's figure and the passages it stands in."""

    name: str
    figure: str
    written: str
    when: str
    reports: str
    notes: tuple[str, ...]
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class NumberView:
    """One question with its answer, and the origins that gave it."""

    title: str
    population: str
    place: str
    answer: str
    note: str
    origins: tuple[OriginView, ...]


def public_page(
    evidence: Evidence, found: Departure, *, level: str, title: str, made: str, version: str, verify: str,
    head: Mapping[str, str],
) -> Iterator[str]:  # fmt: skip
    """The page, piece by piece. ``made``: the day. ``verify``: the command that checks the release's folder.

    ``head``: label → value of the signed ledger.
    """
    w = ENGLISH
    codes = _codes(found)
    views = {p.number: _passage(p, codes, w) for p in found.passages}
    # What more than one origin said first; otherwise in the order of the ledger.
    numbers = sorted(_numbers(evidence, found, views, w), key=lambda n: -len({o.name for o in n.origins}))
    shown = {p.number for n in numbers for o in n.origins for p in o.passages}
    script = part("dossier.js")
    yield from environment().get_template("public.html.j2").generate(
        w=w, title=title, made=w.date(made[:10]), version=version, verify=verify, head=head, level=level,
        level_says=_FOR[level], numbers=numbers, script=script,
        script_digest=digest_of(script), style=part("dossier.css").replace("%banner%", _FOR[level]),
        others=[views[p.number] for p in found.passages if p.number not in shown],
        sources=_sources(found, codes, w), withheld=sorted(found.withheld.items()),
        share=round(100 * PUBLIC_SHARE), longest=LONGEST, passages=len(views), documents=found.documents,
    )  # fmt: skip


def _codes(found: Departure) -> dict[str, str]:
    """Source → its code in this release, in the order of the passages, which tells nothing."""
    names = dict.fromkeys(p.source for p in found.passages)
    return {name: f"S{n}" for n, name in enumerate(names, 1)}


def _passage(p: Leaving, codes: Mapping[str, str], w: Words) -> PassageView:
    return PassageView(
        p.number, visible(p.says), codes[p.source], w.date(p.published) if p.published else "no date",
        ", ".join(p.said_by), p.hedges,
    )  # fmt: skip


def _sources(found: Departure, codes: Mapping[str, str], w: Words) -> list[tuple[str, ...]]:
    """(code, name, date, address, sha256) of each document that a passage is from."""
    rows = {(codes[p.source], p.source, p.published, p.url, p.sha256) for p in found.passages}
    ordered = sorted(rows, key=lambda r: (int(r[0][1:]), r[2], r[4]))
    return [
        (code, name, w.date(day) if day else "no date", url, sha) for code, name, day, url, sha in ordered
    ]


def _numbers(
    evidence: Evidence, found: Departure, views: Mapping[int, PassageView], w: Words
) -> Iterator[NumberView]:
    by_number = {p.number: p for p in found.passages}
    origins = {o.id: o.name for o in evidence.origins()}
    # Answers to the team's own questions are what it works with, not what sources said.
    stated = [e for e in evidence.estimates() if e.method not in ASKED]
    for question in choose_questions(stated, stated, Limits()).questions:
        told = [e for e in question.stated if _may_leave(e, found, origins)]
        if not told:
            continue
        complete = len(told) == len(question.stated) and not question.more
        span = question.span if complete else None
        # Several statements without a span are not one number: the first of them would pass for the answer.
        head = span or (told[0] if len(told) == 1 else None)
        question_words, population, place, _ = question.key
        yield NumberView(
            question_words[:1].upper() + question_words[1:],
            population if population not in ("not stated", question_words) else "",
            place if place != "not stated" else "",
            _figure(head, w) if head else w.count(len(told), "statement"),
            _note(told, complete=complete, span=span is not None, w=w),
            tuple(_origin(e, origins, found, by_number, views, w) for e in told),
        )  # fmt: skip


def _figure(e: Estimate, w: Words) -> str:
    """The bounds; where nobody stated any, the words that stand in their place."""
    if e.low is None and e.high is None and e.as_written:
        return " · ".join(f"“{words}”" for words in e.as_written[:3])
    return w.figure(e.low, e.high, e.low_exclusive, e.high_exclusive, e.unit)


def _may_leave(e: Estimate, found: Departure, origins: Mapping[str, str]) -> bool:
    words = " ".join(
        (e.question, e.population, e.place, e.by_when, *e.as_written, *e.assumptions,
         *(origins.get(o, "") for o in e.origins))
    ).casefold()  # fmt: skip
    return all(id in found.numbers for id in e.rests_on) and not any(name in words for name in found.shielded)


def _note(told: list[Estimate], *, complete: bool, span: bool, w: Words) -> str:
    origins = len({o for e in told for o in e.origins})
    said = w.count(origins, "origin") if origins else "origin not traced"
    if not complete:
        return f"{said}; other statements on this question are not part of this release"
    return f"{said}; from the lowest to the highest stated, no average" if span else said


def _origin(
    e: Estimate, origins: Mapping[str, str], found: Departure, by_number: Mapping[int, Leaving],
    views: Mapping[int, PassageView], w: Words,
) -> OriginView:  # fmt: skip
    passages = []
    for id in e.rests_on:
        number, start, stop = found.numbers[id]
        view, says = views[number], by_number[number].says
        marked = visible(says[:start]) + Markup("<mark>") + visible(says[start:stop]) + Markup("</mark>")
        passages.append(
            PassageView(
                number, marked + visible(says[stop:]), view.code, view.date, view.said_by, view.hedges
            )
        )
    return OriginView(
        ", ".join(origins.get(o, "") for o in e.origins) or "origin not traced",
        _figure(e, w),
        e.as_written[0] if e.as_written else "", "" if e.by_when == "not stated" else e.by_when,
        w.count(e.reports, "report"),
        # What names another record of the project leads nowhere here, and tells its ids.
        tuple(a for a in e.assumptions if not _ID.search(a)), tuple(passages),
    )  # fmt: skip


__all__ = ["public_page"]
