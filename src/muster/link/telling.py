"""What one claim tells, laid out for comparing: acts, names, places, days, actors, numbers with what they
count.

Everything is taken from the claim's own words; what is not said stays empty, and empty contradicts nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from muster.link.accounts import bounds_in
from muster.link.forces import actors_in
from muster.link.told_places import LONGEST, home_in, name_sound, names_in, places_in
from muster.link.translated import Meaning, meaning_of
from muster.model.claims import Claim, Mention, Quantity, Reading, TimeRange
from muster.model.evidence import Document, Text
from muster.text.card import card_end
from muster.text.concepts import Keys, keys_of_word
from muster.text.deeds.absent import Absent, absent
from muster.text.deeds.acts import ASIDE, Act, acts, entailed, kinds_told
from muster.text.deeds.ahead import is_feared
from muster.text.deeds.negated import Negated, negated
from muster.text.deeds.ways import Way, ways
from muster.text.listed import listed

WORD = re.compile(r"(?:[^\W\d_]{2,60}|[^\W\d_](?=['’ʼ][^\W\d_]))(?:['’ʼ-][^\W\d_]{1,30})*")
"""A word that may be compared."""
# A time that spans more days than this dates no single event.
_NARROW = 2
_LETTERS = re.compile(r"[^\W\d_]{2,40}(?:['’ʼ-][^\W\d_]+)*")
# Characters between a number and the act that it counts the victims of.
_NEAR = 60
# What is done to a place: others tell what came of it.
_TO_PLACES = frozenset(("shelling", "shooting", "explosion", "mining", "fire"))
# A sum of money counts nobody.
_NEAR_MONEY = 30
_MONEY = re.compile(
    r"(?i)[$€£₴₽]|\b(?:pa(?:y|id)|payments?|compensation|roubles?|rubles?|hryvnias?|euros?|dollars?"
    r"|(?:вы|ви)плат\w*|компенсац\w*|рубл\w*|грив\w*|евро|євро|доллар\w*|долар\w*)\b"
)
# "860 reservists from five regions": where they are from; another paper counts other regions.
_FROM = re.compile(r"(?i)\b(?:from|из|із|зі|з)\s\Z")
_REGION = re.compile(
    r"(?i)(?:\w+\s)?(?:regions?|districts?|provinces?|towns|villages|cities|countries|регион|регіон"
    r"|област|район"
    r"|город|міст|сел|країн|стран)"
)
_UNSURE = re.compile(r"(?i)confirm|verif|know|comment|подтвер|провер|знает|підтвер|перевір|знає")
_REGISTERED = re.compile(
    r"(?i)\b(?:registered|documented|identified|recorded|verified|confirmed|seen|saw|treated|found"
    r"|counted|admitted"
    r"|зарегистр\w+|задокумент\w+|опозна\w+|установи\w+|установлен\w*|увидел\w*|видел\w*|насчита\w+"
    r"|доставлен\w*"
    r"|зареєстр\w+|задокумент\w+|впізна\w+|встанов\w+|побачи\w+|бачи\w+|нарахува\w+|доставлен\w*)\b"
)
_PART_OF = re.compile(
    r"(?i)\s+(?:of|из|з|із)\s+(?:числ[аі]\s)?(?:(?:them|these|those|whom|the|that|них|этих|тех|цих"
    r"|тих|которых|яких)\b"
    r"|погибш|ранен|убит|задержан|загибл|поранен|вбит|затриман)"
)
_OWN = re.compile(
    r"(?i)\b(?:its|our|their|his|my|we|наш\w{0,3}|сво[иіеёїєя]\w{0,2}|мы|ми)\s+(?:\w+\s+)?"
    r"(?:forces|troops|army|artillery|soldiers|aircraft|drones?|guns|gunners|military|fighters|men|unit"
    r"|units|side|crews?"
    r"|войск\w*|арми\w+|артиллери\w+|солдат\w*|военн\w+|бойц\w+|част\w+|сторон\w+"
    r"|військ\w*|армі\w+|артилері\w+|бійц\w+)"
    r"|(?<!\w)(?:наши|наші)\s[а-яіїєё]+(?:ли|ють|ют|ять|ят)(?!\w)"
)
_PEOPLE = listed(
    "people person persons human humans individuals local locals others other total least number toll count",
    "число числа количество количества кількість кількості число",
    "body bodies corpse corpses remains тело тела тел тіло тіла тіл",
    "человек люди людей людям людьми человека лиц лица всего общей сложности другие других",
    "людина люди людей людям осіб особи особа чоловік усього загалом інші інших",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a claim: bounds, as written, the fate that it counts ("killing" or ""), the meanings of
    the words for who or what is counted, people in general left out; ``loose``: said to be rough; ``part``:
    of a number told before ("two of them")."""

    low: float | None
    high: float | None
    low_exclusive: bool
    high_exclusive: bool
    words: str
    unit: str
    fate: str
    counted: tuple[Keys, ...]
    loose: bool
    part: bool = False


@dataclass(frozen=True)
class Telling:
    """One claim, with where it stands and who says it. ``root``: the family of copies of its document;
    ``days``: (first, last) of each time told in its words; ``actors``: sounds of units and of whose forces
    act; ``stance``: as in Claim; ``around``: the short text or paragraph it stands in, where it has
    characters ``[start, stop)``; ``days_around``: times told there;
    ``home``: for which town or area the speaker speaks, as `home_in`; ``frame``: sounds of the speaker's name
    where it stands within the words ("… , said X. …")."""

    claim: str
    document: str
    root: str
    source: str
    published: str | None
    language: str
    words: str
    stance: str
    days: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    who: tuple[tuple[str, str], ...]
    named: tuple[tuple[str, str], ...]
    around: str
    start: int
    stop: int
    days_around: tuple[tuple[str, str], ...] = ()
    home: tuple[str, str] = ("", "")
    frame: frozenset[str] = frozenset()

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """As the words tell them."""
        return tuple(acts(self.words))

    @cached_property
    def told(self) -> dict[str, bool | None]:
        """Kind of act → whether the claim denies it, its stance counted in; None where it is left open."""
        found: dict[str, bool | None] = {}
        for act in self.acts:
            denied = act.denied if self.stance == "asserted" or act.denied is None else not act.denied
            if self.stance == "unverified":
                denied = None
            for kind in entailed(act.kind, denied):
                found[kind] = denied if found.get(kind, denied) == denied else None
        return found

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """In which ways it says that something befell somebody; none where it is not said to be so."""
        return tuple(ways(self.words)) if self.stance == "asserted" else ()

    @cached_property
    def absent(self) -> tuple[Absent, ...]:
        """What it says was not there."""
        return tuple(absent(self.words)) if self.stance == "asserted" else ()

    @cached_property
    def negated(self) -> tuple[Negated, ...]:
        """Verbs that it denies and that tell of no act of the table."""
        if self.stance != "asserted":
            return ()
        told = [(a.start, a.stop) for a in self.acts]
        return tuple(n for n in negated(self.words) if not any(n.at < b and a < n.end for a, b in told))

    @cached_property
    def names(self) -> frozenset[str]:
        """Sounds of the names in its words, the speaker's left out."""
        return names_in(self.words, self.language) - self.frame

    @cached_property
    def names_around(self) -> frozenset[str]:
        """Sounds of the names in the short text or the paragraph that it stands in."""
        return self.names | names_in(self.around, self.language)

    @cached_property
    def places(self) -> frozenset[str]:
        """Sounds of the names that stand as places."""
        return places_in(self.words, self.language) | frozenset(
            s for kind, s in self.named if kind == "place"
        )

    @cached_property
    def meaning(self) -> Meaning:
        """What its words mean."""
        return meaning_of(self.words, self.language)

    @cached_property
    def narrow(self) -> tuple[tuple[str, str], ...]:
        """Times that may date one event."""
        return tuple(d for d in self.days if days_between(*d) < _NARROW)

    def may_share_place(self, other: Telling) -> bool:
        """False where both name places and none in common, even as a name, or where two speak each for a town
        or an area of his own."""
        if not self.places or not other.places:
            return not (self._of_another_home(other) or other._of_another_home(self))
        return bool(self.places & (other.places | other.names) or other.places & self.names)

    def _of_another_home(self, other: Telling) -> bool:
        """Whether this tells of no place, so of the speaker's own, and the other of another."""
        level, home = self.home
        if self.places or not home or home in other.names_around:
            return False
        if other.places:
            return level == "town" and not other.places & self.names_around
        return other.home[0] == level and other.home[1] not in self.names_around | {home}

    @cached_property
    def actors(self) -> frozenset[str]:
        """Keys of the units and forces that it names."""
        return frozenset(key for key, _ in self.who)

    @property
    def of_own_side(self) -> bool:
        """Whether it speaks of what the speaker's own people did: "its forces"."""
        return _OWN.search(self.words) is not None


_Told = TypeVar("_Told", Mention, TimeRange)


class _Placed(Generic[_Told]):
    """What a text names, by where it begins."""

    def __init__(self, told: Iterable[_Told]) -> None:
        self._told: list[_Told] = sorted(told, key=lambda t: t.passage.start)

    def within(self, start: int, stop: int) -> Sequence[_Told]:
        """All that begins in characters ``[start, stop)``, in the order of the text."""
        first = bisect_left(self._told, start, key=lambda t: t.passage.start)
        return self._told[first : bisect_left(self._told, stop, key=lambda t: t.passage.start)]


def tellings(
    document: Document,
    text: Text,
    reading: Reading,
    root: str,
    wanted: Iterable[str],
) -> Iterator[Telling]:
    """The claims of one document whose ids are ``wanted``; suppositions, plans and questions are none."""
    ids, begin = set(wanted), card_end(text.body)
    mentions, times = _Placed(reading.mentions), _Placed(reading.times)
    by_claim: dict[str, list[Quantity]] = {}
    for q in reading.quantities:
        if q.claim in ids and q.kind in ("count", "share") and q.modality not in ("possible", "required"):
            by_claim.setdefault(q.claim or "", []).append(q)
    for claim in reading.claims:
        words = claim.passage.words[:LONGEST]
        if (
            claim.id not in ids
            or claim.hypothetical
            or claim.act == "intend"
            or (claim.cue is not None and is_feared(claim.cue.words))
            or words.rstrip(' »”"').endswith("?")
        ):
            continue
        at, end = claim.passage.start, claim.passage.stop
        named = tuple(
            (m.kind, heard)
            for m in mentions.within(at, end)
            if m.kind in ("place", "unit", "organisation", "person")
            # A single given name may as well be a place ("in Luka"), and a town may stand for its council.
            if m.kind not in ("person", "organisation") or " " in m.passage.words
            for heard in sorted(
                {name_sound(w) for w in re.split(r"[\s-]", m.norm) if w[:1].isupper() or w[:1].isdecimal()}
            )
            if heard
        )
        first, last = bounds_in(text.body, begin, at, end)
        yield Telling(
            claim.id, document.id, root, document.source, document.published, text.language, words,
            _stance(claim, text.body),
            _days(times.within(at, end)),
            tuple(_figures(claim, by_claim.get(claim.id, ()), text.language)),
            tuple(dict(actors_in(mentions.within(at, end), words)).items()),
            named, text.body[first:last], at, end, _days(times.within(first, last)),
            _home(text.body, claim, mentions), _frame(claim, text.language),
        )  # fmt: skip


def _frame(claim: Claim, language: str) -> frozenset[str]:
    said = claim.speaker
    within = said is not None and claim.passage.start <= said.start < claim.passage.stop
    return names_in(said.words, language) if said is not None and within else frozenset()


_SENTENCE = re.compile(r"[.!?…\n]\s")
# Characters beside a claim in which its speaker may be named.
_FRAME = 120


def _home(body: str, claim: Claim, mentions: _Placed[Mention]) -> tuple[str, str]:
    """For which place its speaker speaks, by the sentence that says who said it, the claim left out."""
    at = claim.cue or claim.passage
    begun = [m.end() for m in _SENTENCE.finditer(body, max(0, at.start - _FRAME), at.start)]
    first = begun[-1] if begun else max(0, at.start - _FRAME)
    end = _SENTENCE.search(body, at.stop, at.stop + _FRAME)
    last = end.start() if end else min(len(body), at.stop + _FRAME)
    for a, b in ((first, min(last, claim.passage.start)), (max(first, claim.passage.stop), last)):
        people = [m.passage for m in mentions.within(a, b) if m.kind == "person"] if a < b else []
        if a < b and (found := home_in(body[a:b], ((p.start - a, p.stop - a) for p in people)))[0]:
            return found
    return "", ""


def _days(times: Iterable[TimeRange]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (t.first[:10], t.last[:10]) for t in times if t.first and t.last and t.type in ("DATE", "TIME")
    )


_NO_LONGER = re.compile(r"(?i)(?<!\w)(?:no\slonger|(?:больше|более|уже|більше|вже)\sне)\s")
_NO_LONGER_REACH = 12


def _stance(claim: Claim, body: str) -> str:
    """As in Claim, but who could not confirm a thing, or no longer says it, leaves it open."""
    if claim.cue and _NO_LONGER.search(body, max(0, claim.cue.start - _NO_LONGER_REACH), claim.cue.stop):
        return "unverified"
    words = " ".join(p.words for p in (*claim.hedges, *((claim.cue,) if claim.cue else ())))
    return "unverified" if claim.stance == "denied" and _UNSURE.search(words) else claim.stance


def _figures(claim: Claim, quantities: Sequence[Quantity], language: str) -> Iterator[Figure]:
    told = acts(claim.passage.words[:LONGEST]) if quantities else []
    for q in quantities:
        # Of none a denial speaks, in words that tell whom it counts.
        if (q.low is None and q.high is None) or q.high == 0:
            continue
        # A number that ends a line within a claim and counts nothing is that of a page.
        after = claim.passage.words[q.passage.stop - claim.passage.start :][:1]
        if q.what is None and after == "\n":
            continue
        if _MONEY.search(claim.passage.words, max(0, q.passage.start - claim.passage.start - _NEAR_MONEY),
                         q.passage.stop - claim.passage.start + _NEAR_MONEY):  # fmt: skip
            continue
        if _REGION.match(q.what or "") and _FROM.search(
            claim.passage.words, 0, max(0, q.passage.start - claim.passage.start)
        ):
            continue
        counted_words = f"{q.what or ''} {q.population or ''}".strip() or q.passage.words
        own = acts(counted_words)
        start = q.passage.start - claim.passage.start
        # "A strike on the market killed nine": a number of people counts what befell them.
        near = sorted((a for a in told if abs(a.start - start) <= _NEAR),
                      key=lambda a: (a.kind in _TO_PLACES, abs(a.start - start)))  # fmt: skip
        # "120 wait to be evacuated", "may have killed 40": nobody says that it befell them.
        if (own or near) and (own or near)[0].denied is None:
            continue
        fate = (own or near)[0].kind if own or near else ""
        # Who registered nine does not say that there were no more.
        high = None if _REGISTERED.search(claim.passage.words[:start]) else q.high
        yield Figure(
            q.low, high, q.low_exclusive, q.high_exclusive, q.passage.words, q.unit, fate,
            counted(counted_words, language), q.approximate or q.modality == "estimated",
            _is_part(claim.passage.words, start, q.passage.stop - claim.passage.start),
        )  # fmt: skip


def _is_part(words: str, start: int, stop: int) -> bool:
    """Whether a number counts some of those told before: "two of them", «среди погибших трое», "three in a
    serious condition"."""
    before = max((words.rfind(mark, 0, start) for mark in ".;:!?\n"), default=-1) + 1
    return (
        _PART_OF.match(words, stop) is not None
        or _AMONG.search(words, before, start) is not None
        or _CONDITION.search(words, stop, stop + _NEAR) is not None
    )


_AMONG = re.compile(r"(?i)(?<!\w)(?:among|среди|серед)(?!\w)")
_CONDITION = re.compile(
    r"(?i)(?:serious|critical|grave|stable)\scondition|т[яі]ж[её]?л\w+\s(?:состоян|стан)"
    r"|важк\w+\sстан|критич\w+\s(?:состоян|стан)"
)


def counted(words: str, language: str) -> tuple[Keys, ...]:
    """The meanings of the words for who or what is counted, acts and people in general left out."""
    found = []
    for word in dict.fromkeys(_LETTERS.findall(words)):
        low = word.lower().replace("ё", "е")
        if low in _PEOPLE or low in ASIDE or kinds_told(word):
            continue
        keys = keys_of_word(word, language)
        if keys and not any(key[0] == "n" for key in keys):
            found.append(keys)
    return tuple(found)


def days_between(first: str, last: str) -> int:
    """Whole days from one ISO day to another; a great many where one is no day."""
    from datetime import date

    try:
        return abs((date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days)
    except ValueError:
        return 1 << 20


__all__ = [
    "WORD",
    "Figure",
    "Telling",
    "counted",
    "days_between",
    "name_sound",
    "names_in",
    "tellings",
]
