"""Open questions in the order of what they change, and the answers of people. One workflow for every door.

A question is a suggestion of the machine that nobody has judged. An answer is a judgement: added, never
changed,
with name, date and reason. Undoing adds one more, "withdrawn", at any time later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any, NamedTuple

from muster.link.nodes import Node, Nodes, node_id
from muster.link.people import SAME
from muster.model.errors import NotFound, Usage
from muster.model.findings import Estimate
from muster.model.ids import make_id
from muster.model.ledger import NOT_SHOWN
from muster.model.links import COMPATIBLE, CONTRADICT, Anchor, Copy, Judgement, Link, Origin
from muster.store import Store
from muster.store.kept import Asked, pair_of
from muster.workflows.judge import judge

WITHDRAWN = "withdrawn"
FIELDS = ("same-name", "copy", "same-origin", "same-claim", "same-event", "contradiction")
# Copies of these kinds rest on less than common words; of the others nobody needs to be asked.
_DOUBTFUL = ("rewritten", "translated")
# Of a question with many origins only the first are asked about pair by pair.
_MOST_ORIGINS, _MOST_ANSWERS = 6, 40
_SHOWN = 240
# Where yes and no are other words than same and different.
_YES_NO = {"contradiction": {"same": CONTRADICT, "different": COMPATIBLE}}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide. ``subject``: the two ids or names that ``judge`` takes; ``left`` and ``right``:
    what stands there. ``effect``: what a "same" changes, in words; ``results``: how many figures of several
    origins it touches; ``claims``: how many claims. ``family``: questions of one kind that one answer settles
    (copies of one text), by id, this one among them. ``places``: of two names, for each a document and a
    mention in it, with a space between; "" where it stands in no sentence.
    """

    id: str
    field: str
    ask: str
    left: str
    right: str
    subject: tuple[str, str]
    reasons: tuple[str, ...]
    effect: str
    results: int
    claims: int
    family: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, int, str]:
        """The weightiest first."""
        return -self.results, -self.claims, self.id


def questions(store: Store, field: str | None = None) -> list[Question]:
    """Every open question, the weightiest first; of one field, if one is named."""
    if field is not None and field not in FIELDS:
        raise Usage(f"questions are asked in one of these fields: {', '.join(FIELDS)}", record=field)
    desk = _Desk(store)
    made = [m for m in _made(desk) if field in (None, m.question.field) and desk.open(m)]
    families = _families(made)
    found = [replace(m.question, family=tuple(families[m.texts[0]])) if m.texts else m.question for m in made]
    return sorted(found, key=lambda q: q.rank)


def keep_questions(store: Store) -> None:
    """Work out what people are asked and keep it, so that a page need not: it rests on the whole project."""
    desk = _Desk(store)
    made = list(_made(desk))
    store.replace_questions(
        Asked(
            m.question.id, m.question.field, m.pair, m.question.results, m.question.claims, desk.open(m),
            m.texts, json.dumps(asdict(m.question), ensure_ascii=False),
        )
        for m in made
    )  # fmt: skip


def open_question(store: Store, id: str) -> Question | None:
    """A kept question with its family, if nobody has judged it."""
    told = store.open_question(id)
    return _from(store, told) if told else None


def open_at(store: Store, field: str, at: int) -> Question | None:
    """The kept question at a place of the queue; of one field, if it is not ""."""
    told = next(store.open_questions(field, offset=at, limit=1), None)
    return _from(store, told) if told else None


def open_rows(store: Store, field: str, limit: int) -> list[dict[str, Any]]:
    """Kept questions as rows, the weightiest first."""
    return [asdict(_from(store, told)) for told in store.open_questions(field, limit=limit)]


def open_family(store: Store, question: Question) -> list[Question]:
    """The other open questions of a question's family."""
    told = (store.open_question(id) for id in question.family if id != question.id)
    return [_read(each) for each in told if each]


def _from(store: Store, told: str) -> Question:
    found = _read(told)
    return replace(found, family=store.family_of(found.id))


def _read(told: str) -> Question:
    row: dict[str, Any] = json.loads(told)
    lists = ("subject", "reasons", "family", "places")
    return Question(**{**row, **{name: tuple(row.get(name, ())) for name in lists}})


class _Made(NamedTuple):
    """A question, judged or not. ``pair``: what it is about; ``texts``: by what it belongs to a family, the
    text of its largest family first."""

    question: Question
    pair: bytes
    texts: tuple[str, ...] = ()


def _made(desk: _Desk) -> Iterator[_Made]:
    for make in (_names, _copies, _origins, _claims, _contradictions):
        yield from make(desk)


def _families(made: Iterable[_Made]) -> dict[str, list[str]]:
    families: dict[str, list[str]] = {}
    for each in made:
        for text in each.texts:
            families.setdefault(text, []).append(each.question.id)
    return families


def answer(
    store: Store,
    question: Question,
    verdict: str,
    *,
    by: str,
    reason: str,
    now: str,
    also: Iterable[Question] = (),
) -> list[Judgement]:
    """Write down what somebody decided; ``also``: other questions of its family that get the same answer.
    ``verdict``: same, different or unsure, as `verdict_of` reads it."""
    several = [question, *(q for q in also if q.id != question.id and q.id in question.family)]
    made = []
    for each in several:
        at = after_all(store, now)
        made.append(judge(
            store, each.subject, field=each.field, verdict=verdict_of(each.field, verdict), by=by,
            note=reason, now=at,
        ))  # fmt: skip
    return made


def undo(store: Store, *, by: str, now: str, judgement: str | None = None) -> Judgement:
    """Withdraw a judgement (by id; without one the last that still stands). Raises NotFound, Usage."""
    standing = _standing(store.judgements())
    if judgement is None:
        found = standing[-1] if standing else None
    else:
        found = next((j for j in standing if j.id == judgement), None)
    if found is None:
        raise NotFound(
            "there is no judgement to withdraw" if judgement is None else "no such judgement stands",
            record=judgement or "",
            next_step="one that a later one replaced, or that was withdrawn, does not stand",
        )
    at = after_all(store, now)
    parts = [str(part) for a in found.subject for part in (a.sha256, a.start, a.stop, a.words)]
    made = Judgement(
        make_id("judgement", found.field, WITHDRAWN, by, at, *parts),
        found.subject, found.field, WITHDRAWN, by, at, f"withdraws {found.id}",
    )  # fmt: skip
    store.add_judgement(made)
    return made


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement as a list shows it. ``stands``: no later one replaced or withdrew it."""

    id: str
    field: str
    verdict: str
    subject: tuple[str, ...]
    by: str
    at: str
    note: str
    stands: bool


def decided(store: Store) -> Iterator[Decision]:
    """Every judgement, the oldest first."""
    all_of_them = list(store.judgements())
    standing = {j.id for j in _standing(all_of_them)}
    for j in all_of_them:
        subject = tuple(a.words or a.sha256 for a in j.subject)
        yield Decision(j.id, j.field, j.verdict, subject, j.by, j.at, j.note, j.id in standing)


def after_all(store: Store, now: str) -> str:
    """``now``, or the least time after the last judgement where that is not before it: the last one holds,
    and two of one second have no order."""
    last = store.last_judged()
    if last and _moment(last) >= _moment(now):
        return (_moment(last) + timedelta(microseconds=1)).isoformat()
    return now


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at) if at else datetime.min


def _standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Those that hold, in the order in which they were made."""
    last = {(j.field, frozenset(j.subject)): j for j in judgements}
    return [j for j in last.values() if j.verdict != WITHDRAWN]


class _Desk:
    """What the questions are made of, read once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.entities = list(store.entities())
        self.origins = {o.id: o for o in store.origins()}
        self.spans = [e for e in store.estimates() if e.method == "span"]
        self.of_entity: dict[str, str] = {o.entity: o.id for o in self.origins.values() if o.entity}
        self.spans_of: dict[str, list[Estimate]] = {}
        for span in self.spans:
            for origin in span.origins:
                self.spans_of.setdefault(origin, []).append(span)
        self.judged = {(j.field, pair_of(j.subject)) for j in _standing(store.judgements())}

    def open(self, made: _Made) -> bool:
        """Whether nobody has judged this."""
        return (made.question.field, made.pair) not in self.judged

    def claims_of(self, origin: str | None) -> int:
        return len(self.origins[origin].claims) if origin in self.origins else 0

    def effect(self, one: str | None, other: str | None) -> tuple[str, int]:
        """What it changes that two origins are one, and how many figures of several origins it touches."""
        if not one or not other or one == other:
            return "no figure of several origins changes", 0
        both = [s for s in self.spans_of.get(one, ()) if other in s.origins]
        if not both:
            return "no figure of several origins changes", 0
        shown = "; ".join(f"{s.question}: {_origins_of(len(s.origins))}" for s in both[:3])
        more = f"; and {len(both) - 3} more" if len(both) > 3 else ""
        return shown + more, len(both)


def _origins_of(number: int) -> str:
    return f"{number} origins → {number - 1}"


def _names(desk: _Desk) -> Iterator[_Made]:
    """Names that may be one and are not joined; a lone surname and two people of one name by their places."""
    nodes = Nodes(list(desk.store.name_uses()), list(desk.store.judgements()))
    known = {node_id(node): node for node in nodes.members}
    holder = {use: entity for entity in desk.entities for use in entity.uses}
    for link in desk.store.links("same-name"):
        if link.score >= SAME or link.left not in known or link.right not in known:
            continue
        left, right = (_named(desk, nodes, known[id]) for id in (link.left, link.right))
        one, other = holder.get(left.use), holder.get(right.use)
        if one is None or other is None or one.id == other.id or left.subject == right.subject:
            continue
        origins = desk.of_entity.get(one.id), desk.of_entity.get(other.id)
        effect, results = desk.effect(*origins)
        yield _Made(Question(
            link.id, "same-name", f"Is {left.asked} the same as {right.asked}?", left.shown, right.shown,
            (left.subject, right.subject), link.reasons, effect, results,
            sum(map(desk.claims_of, origins)), places=(left.stands, right.stands),
        ), pair_of((left.place, right.place)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """A node as a question shows it. ``subject``: what ``judge`` takes; ``place``: as it is looked up;
    ``stands``: a document and a mention in it."""

    use: tuple[str, str]
    asked: str
    shown: str
    subject: str
    place: Anchor
    stands: str


def _named(desk: _Desk, nodes: Nodes, node: Node) -> _Named:
    """A name that stands for one person everywhere is judged by itself, any other by one of its places."""
    uses = sorted(nodes.members[node], key=lambda u: (u.document, u.name))
    use = uses[0]
    placed = next((u for u in uses if node[1] and u.places and u.mentions), None)
    if placed is None:
        return _Named(
            (use.document, use.name), f"“{use.name}”", use.name, use.name, Anchor("", words=use.name),
            next((f"{u.document} {m}" for u in uses for m in u.mentions if m.startswith("mention-")), ""),
        )  # fmt: skip
    start, stop = desk.store.place_of_mention(placed.document, placed.mentions[0])
    where = desk.store.document(placed.document).address
    shown = f"{placed.name} ({where})"
    return _Named(
        (placed.document, placed.name), f"“{placed.name}” of {where}", shown, placed.mentions[0],
        Anchor(placed.sha256, start, stop), f"{placed.document} {placed.mentions[0]}",
    )  # fmt: skip


def _copies(desk: _Desk) -> Iterator[_Made]:
    """Copies that rest on few common words, or whose direction is not shown."""
    made: list[_Made] = []
    for copy in desk.store.copies():
        if not doubtful(copy):
            continue
        late, early = desk.store.document(copy.copy), desk.store.document(copy.original)
        if late.sha256 == early.sha256:
            continue
        reading = desk.store.reading_of(late.id)
        claims = len(reading.claims) if reading else 0
        said = "claim does" if claims == 1 else "claims do"
        made.append(_Made(Question(
            copy.id, "copy", f"Does {late.address} repeat {early.address}?", late.title or late.address,
            early.title or early.address, (late.id, early.id), copy.reasons,
            f"{claims} {said} not count beside those of {early.address}", 0, claims,
        ), pair_of((Anchor(late.sha256), Anchor(early.sha256))), _shared(copy)))  # fmt: skip
    families = _families(made)
    for each in made:
        yield each._replace(texts=tuple(sorted(each.texts, key=lambda text: -len(families[text]))))


def _shared(copy: Copy) -> tuple[str, ...]:
    """The text that a family of copies has in common: the original; either where no one knows which it is."""
    return (copy.original,) if copy.directed else (copy.original, copy.copy)


def _origins(desk: _Desk) -> Iterator[_Made]:
    """Origins that answer one question and are not shown to be independent."""
    asked: dict[tuple[str, str], list[Estimate]] = {}
    for span in desk.spans:
        for pair in combinations(sorted(span.origins)[:_MOST_ORIGINS], 2):
            asked.setdefault(pair, []).append(span)
    for (a, b), spans in asked.items():
        one, other = desk.origins.get(a), desk.origins.get(b)
        if one is None or other is None or b in one.independent_of or not one.first or not other.first:
            continue
        if NOT_SHOWN in (one.name, other.name):  # nobody can be asked whom nobody knows
            continue
        yield from _of_pair(desk, one, other, spans)


def _of_pair(desk: _Desk, one: Origin, other: Origin, spans: Sequence[Estimate]) -> Iterator[_Made]:
    said = _said_to(desk, spans[0])
    ids = said.get(one.id, one.first or ""), said.get(other.id, other.first or "")
    places = desk.store.places_of(ids)
    left, right = _shown(places, ids[0]), _shown(places, ids[1])
    if left is None or right is None:
        return
    effect, results = desk.effect(one.id, other.id)
    reasons = (
        f"both speak of {spans[0].question}, and it is not shown that they are independent",
        f"'muster independence {one.id} {other.id}' says why",
    )
    yield _Made(Question(
        make_id("question", "same-origin", *sorted(ids)), "same-origin",
        f"Do {one.name} and {other.name} have it from one source (do they know each other)?",
        f"{one.name}: {left[0]}", f"{other.name}: {right[0]}", ids, reasons, effect, results,
        len(one.claims) + len(other.claims),
    ), pair_of((left[1], right[1])))  # fmt: skip


def _said_to(desk: _Desk, span: Estimate) -> dict[str, str]:
    """Origin → its first claim that answers the question."""
    found: dict[str, str] = {}
    for quantity in span.rests_on[:_MOST_ANSWERS]:
        claim = desk.store.claim_of(quantity)
        origin = desk.store.origin_of(claim) if claim else None
        if claim and origin:
            found.setdefault(origin, claim)
    return found


def _shown(places: Mapping[str, Anchor], id: str) -> tuple[str, Anchor] | None:
    """Words of a claim and its place in bytes; None where it is gone."""
    place = places.get(id)
    if place is None:
        return None
    words = place.words if len(place.words) <= _SHOWN else place.words[: _SHOWN - 1] + "…"
    return words, replace(place, words="")


def _claims(desk: _Desk) -> Iterator[_Made]:
    """Suggestions of the kinds same claim and same event."""
    of = {claim: o.id for o in desk.origins.values() for claim in o.claims}
    links = [link for link in desk.store.links() if link.kind in ("same-claim", "same-event")]
    places = desk.store.places_of({id for link in links for id in (link.left, link.right)})
    for link in links:
        yield from _of_claims(desk, link, of, places)


def _of_claims(
    desk: _Desk, link: Link, of: Mapping[str, str], places: Mapping[str, Anchor]
) -> Iterator[_Made]:
    left, right = _shown(places, link.left), _shown(places, link.right)
    if left is None or right is None:
        return
    what = "say the same" if link.kind == "same-claim" else "tell of one event"
    effect, results = desk.effect(of.get(link.left), of.get(link.right))
    yield _Made(Question(
        link.id, link.kind, f"Do these two {what}?", left[0], right[0], (link.left, link.right),
        link.reasons, effect, results, 2,
    ), pair_of((left[1], right[1])))  # fmt: skip


def _contradictions(desk: _Desk) -> Iterator[_Made]:
    """Claims that cannot both be true; those weigh most whose two origins stand behind figures."""
    of = {claim: o.id for o in desk.origins.values() for claim in o.claims}
    links = list(desk.store.links("contradiction"))
    places = desk.store.places_of({id for link in links for id in (link.left, link.right)})
    for link in links:
        left, right = _shown(places, link.left), _shown(places, link.right)
        if left is None or right is None:
            continue
        origins = of.get(link.left), of.get(link.right)
        yield _Made(Question(
            link.id, link.kind, "Do these two contradict each other?", left[0], right[0],
            (link.left, link.right), link.reasons,
            "both stand in the list of contradictions; no figure changes",
            desk.effect(*origins)[1], sum(map(desk.claims_of, origins)),
        ), pair_of((left[1], right[1])))  # fmt: skip


def verdict_of(field: str, verdict: str) -> str:
    """What is kept of an answer "same", "different" or "unsure" (yes, no, cannot tell) in a field."""
    return _YES_NO.get(field, {}).get(verdict, verdict)


def doubtful(copy: Copy) -> bool:
    """Whether a person is asked about this copy."""
    return copy.kind in _DOUBTFUL or not copy.directed


__all__ = [
    "FIELDS",
    "WITHDRAWN",
    "Decision",
    "Question",
    "after_all",
    "answer",
    "decided",
    "doubtful",
    "keep_questions",
    "open_at",
    "open_family",
    "open_question",
    "open_rows",
    "questions",
    "undo",
    "verdict_of",
]
