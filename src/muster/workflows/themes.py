"""Themes that several origins allege alike: what linking lays together, and how a door shows it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from muster.link import Alleged, Traced, find_themes, standing
from muster.link.themes import INDEPENDENT_SCORE, KIND, OPEN_SCORE, UNNAMED_SCORE
from muster.model.errors import NotFound
from muster.model.links import Link
from muster.store import Store
from muster.workflows.contradictions import LaidOut, contradiction_rows

FIELD, OUT = "theme", "rejected"
_TITLE = {"alleged": "act", "who": "actor", "where": "place"}


def themes(store: Store, alleged: Alleged, laid_out: LaidOut, traced: Traced) -> Iterator[Link]:
    """Links of kind theme (``link/themes.py``); a judgement of field theme on a claim takes it out, or says
    of which act it is."""
    facts = {f.id: f for f in traced.facts}
    return find_themes(
        alleged,
        laid_out,
        traced.origins,
        lambda one, other: standing(facts[one], facts[other]),
        _judged(store),
    )


def _judged(store: Store) -> dict[str, str]:
    """Claim → the last verdict on it, by its place in bytes."""
    last = {j.subject[0]: j.verdict for j in store.judgements((FIELD,)) if len(j.subject) == 1}
    found = {}
    for anchor, verdict in last.items():
        for document in store.documents_of_bytes(anchor.sha256):
            reading = store.reading_of(document, {"claims"})
            for claim in reading.claims if reading else ():
                if (claim.passage.start, claim.passage.stop) == (anchor.start, anchor.stop):
                    found[claim.id] = verdict
    return found


def theme_rows(store: Store) -> list[dict[str, Any]]:
    """Every theme: act, actor and place in words, its origins with their claims, the largest set of origins
    of which each is shown to be independent of each other, the pairs of which that is not shown and why,
    what nobody named says, and who denies it. Those of most independent origins first. What a person took
    out is out at once; where that moves a claim to another theme, the next link does it."""
    by_title: dict[str, list[Link]] = {}
    for link in store.links(KIND):
        by_title.setdefault(link.reasons[0], []).append(link)
    denied = _denials(store) if by_title else {}
    names = {o.id: o.name for o in store.origins()} if by_title else {}
    out = {claim for claim, verdict in _judged(store).items() if verdict == OUT} if by_title else set()
    rows = [_row(store, title, links, names, denied, out) for title, links in by_title.items()]
    return sorted(
        (row for row in rows if len(row["origins"]) > 1),
        key=lambda row: (-len(row["independent"]), -len(row["origins"]), -row["claims"], row["id"]),
    )


def taken_out(store: Store) -> list[dict[str, str]]:
    """What people took out of themes and nobody put back: judgement, words, who did it, when and why; the
    newest first."""
    last = {j.subject[0]: j for j in store.judgements((FIELD,)) if len(j.subject) == 1}
    return [
        {"judgement": j.id, "words": anchor.words, "by": j.by, "at": j.at, "note": j.note}
        for anchor, j in reversed(last.items())
        if j.verdict == OUT
    ]


def theme_lines(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Themes as lines of a table: numbers beside the names that they count."""
    return [
        {
            "act": row["act"], "actor": row["actor"], "place": row["place"],
            "origins": len(row["origins"]), "who": [o["who"] for o in row["origins"]],
            "independent": row["independent"], "not_shown": len(row["not_shown"]),
            "unnamed": len(row["unnamed"]), "denied_by": [d["who"] for d in row["denied"]],
            "claims": [c["claim"] for o in row["origins"] for c in o["claims"]],
        }
        for row in rows
    ]  # fmt: skip


def _row(
    store: Store,
    title: str,
    links: Sequence[Link],
    names: Mapping[str, str],
    denied: Mapping[str, list[dict[str, str]]],
    out: Collection[str],
) -> dict[str, Any]:
    told = dict(part.split(": ", 1) for part in title.split("; ") if ": " in part)
    shown: dict[str, dict[str, Any]] = {}
    unnamed: list[dict[str, str]] = []
    of: dict[str, str] = {}
    for link in sorted(links, key=lambda x: (-x.score, x.id)):
        for claim in (link.left, link.right):
            if claim in of or not (row := _claim(store, claim)):
                continue
            of[claim] = row["origin"]
            if claim in out:
                continue  # its origin may have other claims here, and stands to others as it did
            if link.score == UNNAMED_SCORE:
                unnamed.append(row)
            else:
                origin = {"origin": row["origin"], "who": names.get(row["origin"], ""), "claims": []}
                shown.setdefault(row["origin"], origin)["claims"].append(row)
    pairs: dict[frozenset[str], Link] = {}
    for link in links:
        ends = frozenset(of.get(claim, "") for claim in (link.left, link.right))
        if link.score in (INDEPENDENT_SCORE, OPEN_SCORE) and ends <= shown.keys():
            pairs[ends] = link
    apart = {pair for pair, link in pairs.items() if link.score == INDEPENDENT_SCORE}
    origins = sorted(shown.values(), key=lambda o: (o["claims"][0]["published"] or "9999", o["origin"]))
    claims = sum(len(o["claims"]) for o in origins)
    denials = {d["claim"]: d for claim in of.keys() - out for d in denied.get(claim, [])}
    return {
        "id": links[0].id,
        **{key: told.get(part, "") for part, key in _TITLE.items()},
        "origins": origins,
        "independent": [names.get(o, "") for o in _together([o["origin"] for o in origins], apart)],
        "claims": claims,
        "not_shown": [
            {"left": names.get(of[x.left], ""), "right": names.get(of[x.right], ""),
             "reasons": list(x.reasons[1:])}
            for x in pairs.values() if x.score == OPEN_SCORE
        ],
        "unnamed": unnamed,
        "denied": list(denials.values()),
    }  # fmt: skip


def _together(origins: Sequence[str], apart: set[frozenset[str]]) -> list[str]:
    """The largest set of which each two are shown to be independent; few origins are compared, so all sets
    are tried, the largest first. A single origin is independent of nobody."""
    for size in range(len(origins), 1, -1):
        for some in combinations(origins, size):
            if all(frozenset(pair) in apart for pair in combinations(some, 2)):
                return list(some)
    return []


def _claim(store: Store, claim: str) -> dict[str, str]:
    places = store.places_of({claim})
    try:
        document = store.document(store.place_of(claim)[0])
    except NotFound:
        return {}
    return {
        "claim": claim, "words": places[claim].words, "origin": store.origin_of(claim) or "",
        "address": document.address, "published": document.published or "",
    }  # fmt: skip


def _denials(store: Store) -> dict[str, list[dict[str, str]]]:
    """Claim → the other sides of contradictions of kind denied that nobody ruled out."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in contradiction_rows(store):
        if row["kind"] == "denied":
            for mine, other in (("left", "right"), ("right", "left")):
                side = {
                    key: row[f"{other}_{key}"] for key in ("claim", "words", "who", "address", "published")
                }
                found.setdefault(row[f"{mine}_claim"], []).append(side)
    return found


__all__ = ["FIELD", "OUT", "taken_out", "theme_lines", "theme_rows", "themes"]
