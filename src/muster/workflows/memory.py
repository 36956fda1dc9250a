"""The desk's memory: forecasts and what became of them, words and who uses them, experts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from muster.cases.memory import (
    ASSESSMENT,
    EXPERT,
    FORECAST,
    OUTCOME,
    TERM,
    Band,
    Noted,
    Said,
    bands,
    noted_in,
    said_in,
    sentence,
    written,
)
from muster.model.errors import NotFound, Usage
from muster.model.ids import make_id
from muster.model.links import Anchor, Judgement, Statement
from muster.store import Store
from muster.text.lemmas import search_key
from muster.text.tokens import tokens_of
from muster.workflows.project import Desk
from muster.workflows.review import after_all

_LONGEST = 2_000
_PROTECTED = "a protected source"


@dataclass(frozen=True, slots=True)
class Use:
    """A word of the glossary in somebody's mouth. ``claims``: how often; ``first``: the first of them."""

    term: str
    meaning: str
    rule: str
    speaker: str
    claims: int
    first: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What an expert said, with his role and interest beside it."""

    expert: str
    role: str
    interest: str
    claim: str
    words: str


def say(
    desk: Desk, words: str, *, author: str, by: str, due: str = "", chance: float | None = None,
    rests_on: str = "",
) -> str:  # fmt: skip
    """Keep an assessment, or with ``due`` or ``chance`` a forecast; its id. Raises Usage, NotFound.

    ``rests_on``: the id of an estimate, a claim or a document that it rests on.
    """
    text = " ".join(words.split())
    if not text or len(text) > _LONGEST:
        raise Usage("an assessment is a sentence or two", next_step="write what is held to be so, or will be")
    if due:
        _a_day(due)
    if chance is not None and not 0 <= chance <= 1:
        raise Usage("a chance lies between 0 and 1", record=str(chance))
    if chance is not None and not due:
        raise Usage("a forecast needs a day on which it can be seen", next_step="give --due DAY")
    field = FORECAST if due else ASSESSMENT
    with desk.open() as store:
        if rests_on:
            rests_on = store.find(rests_on)[1].id
        verdict = written(text, due, chance, rests_on, author)
        made = _kept(store, text, field, verdict, by, desk.now, "")
    return made.id


def score(desk: Desk, called: str, *, came: str, by: str, note: str = "") -> Said:
    """Write down what became of a forecast. Raises NotFound, Usage."""
    with desk.open() as store:
        found = [f for f in told(store) if f.kind == FORECAST and f.id.startswith(_id(called))]
        if len(found) != 1:
            raise NotFound(
                f"{'no forecast' if not found else 'several forecasts'} begin with {called!r}",
                next_step="'muster memory list' shows them with their ids",
            )
        _kept(store, found[0].id, OUTCOME, came, by, desk.now, note)
    return found[0]


def note(desk: Desk, field: str, name: str, meaning: str, more: str, *, by: str) -> None:
    """Keep what a word means in law (``TERM``), or the role and interest of an expert (``EXPERT``)."""
    with desk.open() as store:
        _kept(store, " ".join(name.split()), field, meaning, by, desk.now, more)


def _kept(store: Store, subject: str, field: str, verdict: str, by: str, now: str, more: str) -> Judgement:
    if not subject or not verdict:
        raise Usage("what it is about, and what is said of it, are both needed")
    now = after_all(store, now)
    anchor = Anchor(sha256="", words=subject)
    made = Judgement(
        make_id("judgement", field, verdict, by, now, subject, more), (anchor,), field, verdict, by, now, more
    )
    store.add_judgement(made)
    return made


def _id(called: str) -> str:
    return called if called.startswith("judgement-") else f"judgement-{called}"


def _a_day(written_day: str) -> date:
    try:
        return date.fromisoformat(written_day)
    except ValueError as error:
        raise Usage(f"{written_day!r} is no day", next_step="write e.g. 2026-11-22") from error


def said(desk: Desk) -> list[Said]:
    """Every assessment and forecast, the earliest first."""
    with desk.open(readonly=True) as store:
        return told(store)


def told(store: Store) -> list[Said]:
    """The same of a project that is open."""
    return said_in(store.judgements((ASSESSMENT, FORECAST, OUTCOME)))


def noted(store: Store, field: str) -> list[Noted]:
    """Words of the glossary (``TERM``) or experts (``EXPERT``) of a project that is open."""
    return noted_in(store.judgements((field,)), field)


def calibrated(desk: Desk) -> tuple[list[Band], str]:
    """Scored forecasts by the chance that was given, and one sentence."""
    found = said(desk)
    return bands(found), sentence(found, date.fromisoformat(desk.now[:10]))


def glossary(desk: Desk) -> list[Use]:
    """Every word of the glossary with who uses it, in any of its forms; those nobody uses stand alone."""
    with desk.open(readonly=True) as store:
        return uses(store)


def uses(store: Store) -> list[Use]:
    """The same of a project that is open."""
    terms = noted(store, TERM)
    spoken = _spoken(store, [t.name for t in terms])
    found = []
    for term in terms:
        by_speaker = spoken.get(term.name, {})
        for speaker, claims in sorted(by_speaker.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            found.append(Use(term.name, term.meaning, term.more, speaker, len(claims), claims[0]))
        if not by_speaker:
            found.append(Use(term.name, term.meaning, term.more, "", 0, ""))
    return found


def _spoken(store: Store, terms: list[str]) -> dict[str, dict[str, list[str]]]:
    """Term → speaker → ids of the claims in whose words it stands."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    keyed = {t: {lang: _keys(t, lang) for lang in ("en", "ru", "uk")} for t in terms}
    for each in store.statements() if terms else ():
        lang = each.language if each.language in ("en", "ru", "uk") else "en"
        words = _keys(each.words, lang)
        for term, by_language in keyed.items():
            want = by_language[lang]
            if any(words[i : i + len(want)] == want for i in range(len(words) - len(want) + 1)):
                found[term][_speaker(each)].append(each.claim)
    return found


def _keys(text: str, language: str) -> list[str]:
    return [search_key(word, language) for word in tokens_of(text).words if word[:1].isalnum()]


def _speaker(each: Statement) -> str:
    if each.protected:
        return _PROTECTED
    return each.speaker or (f"{each.source} (its own voice)" if each.own_voice else "nobody named")


def experts(desk: Desk) -> tuple[list[tuple[str, str, str, int]], list[Heard]]:
    """(name, role, interest, claims) of each expert; and each of their claims with both beside it."""
    with desk.open(readonly=True) as store:
        return heard(store)


def heard(store: Store) -> tuple[list[tuple[str, str, str, int]], list[Heard]]:
    """The same of a project that is open."""
    known = {n.name: n for n in noted(store, EXPERT)}
    names = {variant: n for n in known for variant in (n, *_variants(store, n))}
    said = [
        Heard(n, known[n].meaning, known[n].more, each.claim, each.words)
        for each in (store.statements() if known else ())
        if not each.protected and (n := names.get(each.speaker or "", "")) in known
    ]
    counts = Counter(each.expert for each in said)
    return [(n, k.meaning, k.more, counts[n]) for n, k in known.items()], said


def _variants(store: Store, name: str) -> Iterator[str]:
    for entity in store.entities():
        if not entity.protected and name in (entity.name, *entity.variants):
            yield from entity.variants


def coming(desk: Desk) -> list[tuple[date, str, str]]:
    """(day, what, id) of forecasts that nobody has scored, the next first."""
    return sorted((date.fromisoformat(f.due), f"score the forecast: {f.words[:90]}", f.id) for f in said(desk)
                  if f.kind == FORECAST and f.due and not f.came)  # fmt: skip


__all__ = [
    "Heard",
    "Use",
    "calibrated",
    "coming",
    "experts",
    "glossary",
    "heard",
    "note",
    "noted",
    "said",
    "say",
    "score",
    "told",
    "uses",
]
