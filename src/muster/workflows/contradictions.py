"""Contradictions between claims: what linking lays side by side, and what people said of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from muster.link import Alleged, Families, Telling, find_contradictions, tellings
from muster.link.contradictions import KIND, kind_of, of_one_event
from muster.model.claims import ReadingPart
from muster.model.links import COMPATIBLE, CONTRADICT, Anchor, Copy, Judgement, Link, Origin
from muster.store import Store

LaidOut = Callable[[Collection[str]], Mapping[str, Telling]]
"""Ids of claims in, those claims by id as they are compared out."""
_COMPARED: Final[Collection[ReadingPart]] = frozenset(("claims", "quantities", "times", "mentions"))
_NOT_COMPARED: Final = frozenset(("parts", "said_by", "via", "addressee", "what_passage"))


def contradictions(
    store: Store,
    alleged: Alleged,
    laid_out: LaidOut,
    accounts: Iterable[Link],
    copies: Iterable[Copy],
    origins: Iterable[Origin],
) -> Iterator[Link]:
    """Suggestions less those of which a person said that both can be true; one that a person confirmed says
    by whom. ``accounts``: links between accounts of one event; ``copies``: texts that tell of it too."""
    beside = of_one_event(_documents(store, accounts), copies)
    verdicts = _verdicts(store)
    found = find_contradictions(alleged, laid_out, beside, origins, settled=len(verdicts))
    if not verdicts:
        yield from found
        return
    links = list(found)
    places = store.places_of({id for link in links for id in (link.left, link.right)})
    for link in links:
        judged = verdicts.get(frozenset(_place(places[id]) for id in (link.left, link.right) if id in places))
        if judged is None or judged.verdict not in (CONTRADICT, COMPATIBLE):
            yield link
        elif judged.verdict == CONTRADICT:
            yield replace(link, reasons=(*link.reasons, f"{judged.by} confirmed it on {judged.at}"))


def contradiction_rows(store: Store) -> list[dict[str, Any]]:
    """Every contradiction that nobody ruled out, those that a person confirmed first, then the surest:
    which kind, both sides with their words, who said them and where, and the reasons.

    ``state``: contradict, unsure, or open where nobody has judged it.
    """
    links = list(store.links(KIND))
    names = {o.id: o.name for o in store.origins()} if links else {}
    places = store.places_of({id for link in links for id in (link.left, link.right)})
    verdicts = _verdicts(store)
    rows = []
    for link in links:
        sides = [_side(store, names, places, id) for id in (link.left, link.right)]
        if all(sides):
            judged = verdicts.get(frozenset(_place(places[id]) for id in (link.left, link.right)))
            state = judged.verdict if judged and judged.verdict != "withdrawn" else "open"
            rows.append(
                {"id": link.id, "kind": kind_of(link), "state": state, "score": link.score}
                | {f"{end}_{key}": value for end, side in zip(("left", "right"), sides, strict=True)
                   for key, value in side.items()}
                | {"reasons": list(link.reasons)}
            )  # fmt: skip
    return sorted(
        (row for row in rows if row["state"] != COMPATIBLE),
        key=lambda row: (row["state"] != CONTRADICT, -row["score"], row["id"]),
    )


def _side(store: Store, names: Mapping[str, str], places: Mapping[str, Anchor], claim: str) -> dict[str, str]:
    """One claim as a list shows it; {} where it is gone."""
    if claim not in places:
        return {}
    origin = store.origin_of(claim) or ""
    document = store.document(store.place_of(claim)[0])
    return {
        "claim": claim, "words": places[claim].words, "origin": origin, "who": names.get(origin, ""),
        "address": document.address, "published": document.published or "",
    }  # fmt: skip


def _documents(store: Store, accounts: Iterable[Link]) -> list[tuple[str, str]]:
    """The documents in which linked events are told."""
    pairs = [(link.left, link.right) for link in accounts]
    places = store.places_of({id for pair in pairs for id in pair}) if pairs else {}
    found = []
    for pair in pairs:
        ends = [store.documents_of_bytes(places[id].sha256) for id in pair if id in places]
        if len(ends) == 2 and all(ends):
            found.append((ends[0][0], ends[1][0]))
    return found


def laying_out(store: Store, alleged: Alleged, copies: Sequence[Copy]) -> LaidOut:
    """Claims by id, laid out for comparing; those that are gone are left out. Each is laid out once, however
    often it is asked for, and of a reading only what that needs is loaded: half of the cost of linking."""
    families = Families(copies)
    known: dict[str, Telling | None] = {}

    def laid_out(ids: Collection[str]) -> Mapping[str, Telling]:
        for document, claims in alleged.placed(id for id in ids if id not in known).items():
            known.update(dict.fromkeys(claims))
            text, reading = store.text_of(document), store.reading_of(document, _COMPARED, _NOT_COMPARED)
            if text is not None and reading is not None:
                root = families.root(document)
                for each in tellings(store.document(document), text, reading, root, claims):
                    known[each.claim] = each
        return {id: told for id in ids if (told := known.get(id)) is not None}

    return laid_out


def _verdicts(store: Store) -> dict[frozenset[Anchor], Judgement]:
    """The last word on each pair, by places without words."""
    return {frozenset(map(_place, j.subject)): j for j in store.judgements((KIND,)) if len(j.subject) == 2}


def _place(anchor: Anchor) -> Anchor:
    return replace(anchor, words="")


__all__ = ["LaidOut", "contradiction_rows", "contradictions", "laying_out"]
