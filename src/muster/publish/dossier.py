"""The dossier: one self-contained HTML file in which every number opens to the exact words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from muster.model.evidence import Document, SetAside
from muster.model.findings import ASKED, Estimate
from muster.model.ledger import Answer
from muster.publish.evidence import Evidence
from muster.publish.files import whole_file
from muster.publish.page import charts
from muster.publish.page.asked import asked
from muster.publish.page.carriers import carriers
from muster.publish.page.clusters import gather
from muster.publish.page.copies import ribbons
from muster.publish.page.desk import Desk, name_of
from muster.publish.page.furniture import digest_of, environment, part
from muster.publish.page.lede import Totals, lede
from muster.publish.page.ledger import questions
from muster.publish.page.shelf import Shelf
from muster.publish.page.shown import Ledger, Limits, choose_questions
from muster.publish.page.speakers import chosen_speakers, speakers
from muster.publish.page.survey import Speaker, Survey, survey
from muster.publish.page.texts import texts
from muster.publish.page.timeline import timeline
from muster.publish.page.totals import totalled
from muster.publish.page.words import ENGLISH, Words

if TYPE_CHECKING:
    from muster.stats.kept import KeptTotal


def write_dossier(
    path: Path,
    evidence: Evidence,
    *,
    title: str,
    now: str,
    signed_head: Mapping[str, str],
    command: str,
    version: str,
    limits: Limits | None = None,
    answers: Sequence[Answer] = (),
    silent: Mapping[str, str] = MappingProxyType({}),
    totals: Mapping[str, tuple[str, KeptTotal]] = MappingProxyType({}),
) -> int:
    """Write the dossier to ``path`` (mode 0600, whole or not at all); returns its size in bytes.

    Arguments as in `dossier`. Raises NoSpace or Refused where it cannot be written.
    """
    size = 0
    pieces = dossier(
        evidence,
        title=title,
        now=now,
        signed_head=signed_head,
        command=command,
        version=version,
        limits=limits,
        answers=answers,
        silent=silent,
        totals=totals,
    )
    with whole_file(path) as out:
        for piece in pieces:
            # Half a character cannot be written as UTF-8; the page shows ⟨U+D800⟩ in texts, "?" elsewhere.
            size += out.write(piece.encode("utf-8", "replace"))
    return size


def dossier(
    evidence: Evidence,
    *,
    title: str,
    now: str,
    signed_head: Mapping[str, str],
    command: str,
    version: str,
    limits: Limits | None = None,
    words: Words = ENGLISH,
    answers: Sequence[Answer] = (),
    silent: Mapping[str, str] = MappingProxyType({}),
    totals: Mapping[str, tuple[str, KeptTotal]] = MappingProxyType({}),
) -> Iterator[str]:
    """The page, piece by piece, in memory that does not grow with the project.

    ``now``: ISO time printed as the time of making. ``signed_head``: label → value, printed as it is
    (hash, signature, key). ``command``: the command that checks the project. ``version``: Muster's.
    ``answers``: to the questions that the team keeps, shown first. ``silent``: those without an answer → why.
    ``totals``: those behind lists that the team keeps, by name: the judgement that keeps it, and the total.
    """
    limits = limits or Limits()
    ledger = choose_questions(_unasked(evidence), _unasked(evidence), limits)
    desk, chosen = _desk(evidence, ledger, answers, limits, words)
    script, style = part("dossier.js"), part("dossier.css").replace("%banner%", words["banner"])
    template = environment().get_template("dossier.html.j2")
    counts, aside = dict(evidence.counts()), _set_aside(evidence, limits)
    found = Totals(
        counts.get("documents", desk.survey.documents), len(desk.sources), desk.clusters.folded,
        desk.survey.claims, _origin_count(evidence), desk.survey.quantities, ledger.figures, ledger.spans,
        aside["all"],
    )  # fmt: skip
    yield from template.generate(
        w=words, title=title, now=now, version=version, command=command, head=signed_head, limits=limits,
        script=script, style=style, script_digest=digest_of(script),
        survey=desk.survey, clusters=desk.clusters, ledger=ledger, shelf=desk.shelf,
        counts=counts, sources=found.sources, origins=found.origins, lede=lede(found, words),
        banner_more=_banner(counts.get("judgements", 0), words),
        asked=asked(answers, desk), silent=silent, behind=totalled(totals, words),
        questions=list(questions(ledger, desk)), ribbons=ribbons(desk), carried=carriers(desk),
        speakers=speakers(chosen, _entities(evidence, chosen), desk),
        conflicts=list(evidence.conflicts())[: limits.rows],
        timeline=timeline(desk),
        coverage=_coverage(desk), set_aside=aside, texts=texts(desk),
        runs=list(evidence.runs()), inputs=_inputs(evidence, limits), share_bar=charts.share_bar,
    )  # fmt: skip


def _unasked(evidence: Evidence) -> Iterator[Estimate]:
    """The ledger without the answers to the team's own questions, which have a place of their own."""
    return (e for e in evidence.estimates() if e.method not in ASKED)


def _desk(
    evidence: Evidence, ledger: Ledger, answers: Sequence[Answer], limits: Limits, words: Words
) -> tuple[Desk, list[Speaker]]:
    """The streams over the project, in order: readings, copies, then the texts that all rests on."""
    figures = [e for q in ledger.questions for e in q.stated]
    stated = [e.statement for made in answers for e in made.entries[: limits.rows]]
    quantities = {id for e in figures for id in e.rests_on} | {s.id for s in stated}
    wanted = {o for e in figures for o in e.origins}
    found = survey(evidence, quantities, wanted, limits)
    chosen = chosen_speakers(found, limits)
    rests_on = [*(s.document for s in stated), *_rests_on(ledger, found, chosen, limits)]
    clusters = gather(evidence.copies(), evidence.copies(), limits.ribbons, _Every())
    ribboned = [d for c in clusters.kept for d in c.documents[: limits.ribbon_documents]]
    shelf = Shelf(evidence, [*rests_on, *ribboned], limits)
    sources = {s.id: s.name for s in evidence.sources()}
    origins = {o.id: o.name for o in evidence.origins() if o.id in wanted}
    return Desk(words, shelf, sources, origins, found, clusters, limits), chosen


def _banner(judgements: int, w: Words) -> str:
    if not judgements:
        return w["banner_more"]
    return w.say("banner_judged", judgements=w.count(judgements, "judgement"))


class _Every:
    """Holds everything."""

    def __contains__(self, item: object) -> bool:
        return True


def _rests_on(ledger: Ledger, found: Survey, chosen: list[Speaker], limits: Limits) -> list[str]:
    """Documents the page rests on: of every figure first, then of every speaker, then of the reports."""
    figures = [e for q in ledger.questions for e in q.stated]
    first = [found.places[id].document for e in figures for id in e.rests_on if id in found.places]
    speakers = [p.document for s in chosen for p in s.first]
    reports = [p.document for places in found.reports.values() for p in places[: limits.reports]]
    return [*first, *speakers, *reports]


def _origin_count(evidence: Evidence) -> int:
    return sum(1 for _ in evidence.origins())


def _entities(evidence: Evidence, chosen: list[Speaker]) -> dict[str, Any]:
    wanted = {s.key for s in chosen}
    return {e.id: e for e in evidence.entities() if e.id in wanted}


def _coverage(desk: Desk) -> list[tuple[str, str, str, float, int]]:
    """The texts of which least was understood."""
    out = []
    for share in desk.survey.worst[: desk.limits.rows // 2]:
        document = desk.shelf.document(share.document)
        outlet = desk.sources.get(document.source, "")
        out.append((share.document, name_of(document, desk), outlet, share.share, share.characters))
    return out


def _set_aside(evidence: Evidence, limits: Limits) -> dict[str, Any]:
    reasons = Counter[str]()
    rows: list[SetAside] = []
    for item in evidence.set_asides():
        reasons[item.reason] += 1
        if len(rows) < limits.rows:
            rows.append(item)
    return {
        "reasons": sorted(reasons.items(), key=lambda r: (-r[1], r[0])),
        "rows": rows,
        "all": reasons.total(),
    }


def _inputs(evidence: Evidence, limits: Limits) -> list[Document]:
    from itertools import islice

    return list(islice(evidence.documents(), limits.inputs))


__all__ = ["dossier", "write_dossier"]
