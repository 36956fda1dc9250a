"""Two claims that tell of one thing, and what in them cannot both be true: figures, a denial, a day, a
place, an actor.

Each rule returns what it found with its reasons, or None: what is not said contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from muster.link.telling import Figure, Telling, days_between, name_sound
from muster.link.translated import Meaning, likeness, meaning_of, shares
from muster.link.whom import of_people
from muster.text.concepts import keys_of_word
from muster.text.deeds.acts import ASIDE, Act, entailed
from muster.text.listed import listed

# Days between two days of what reads as one event.
_MOST_APART = 14
# How much of what each says the other must say: for two days, two places, two actors.
_ONE_EVENT, _ONE_ACT, _ONE_MAN = 0.5, 0.4, 0.2
# How much of what the shorter of two accounts of one event says must stand in the longer.
_HELD = 0.6
# A figure that is a rounding of the other, or called approximate, contradicts it only beyond this.
_ROUNDING, _LOOSE = 0.07, 0.2
# What happens again is not one event on two days.
_AGAIN = re.compile(
    r"(?i)\b(?:again|another|second|third|every|each|repeated\w*|daily|twice|more than once"
    r"|several times|also"
    r"|снова|опять|вновь|втор\w+|еще|ещё|кажд\w+|ежедневно|дважды|неоднократно|также"
    r"|знову|друг\w+|вдруге|ще|кожн\w+|щодня|двічі|неодноразово|також)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What cannot both be true. ``kind``: figures, denied, day, place or actor; ``one`` and ``other``:
    characters of either claim that say it; ``by_content``: a denial says more than the act, and the other
    says that too; ``copies``: how many of the two stand in a copy; ``about``: of which act or numbers it is,
    the same wherever the two sides say it."""

    kind: str
    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    by_content: bool = False
    copies: int = 0
    about: str = ""


# Figures ---------------------------------------------------------------------------------------------


def figures_differ(one: Telling, other: Telling, when: str, one_origin: bool) -> Found | None:
    """Counts of one thing and of the same people whose bounds do not meet; ``one``: the earlier. None where
    one of the claims gives a number that fits, too."""
    if when == "far" or (when == "same" and not _equal_spans(one, other)):
        return None
    wide = [_WIDER.search(t.words) is not None for t in (one, other)]
    for mine in one.figures if wide[0] == wide[1] else ():
        for theirs in other.figures:
            if not _cannot_both(mine, theirs) or _grew(one, mine, other, theirs):
                continue
            if _of_some(one, mine) if _above(theirs, mine) else _of_some(other, theirs):
                continue
            if any(_one_thing(mine, f) and not _apart(mine, f) for f in other.figures) or any(
                _one_thing(theirs, f) and not _apart(theirs, f) for f in one.figures
            ):
                continue
            score = 0.9 if when == "same" else 0.7
            return Found("figures", _around(one.words, mine), _around(other.words, theirs), score, (
                *shared(one, other, when),
                "another population, another area or another way of counting would explain it",
                *_of_one(one_origin),
            ), about=_numbers(mine, theirs))  # fmt: skip
    return None


# "In Tarn and eleven other towns": more is counted than in Tarn.
_WIDER = re.compile(
    r"(?i)(?<!\w)(?:(?:and|other)\s(?:[\w-]+\s){0,3}(?:towns|cities|villages|districts|regions|settlements)"
    r"|(?:и|та|і|й)\s(?:(?:ещ[её]|ще)\s)?(?:в|у)?\s?(?:[\w'’ʼ-]+\s){0,2}(?:других|інших|городах|городов|містах|міст|с[её]лах|областях|районах))(?!\w)"
)


def _numbers(*figures: Figure) -> str:
    return " ".join(sorted(f"{f.low}-{f.high} {f.fate}" for f in figures))


# Words behind a figure, so many characters, by which it counts a part: who died later, in hospital, in one
# night, who came beside those told before.
_NEXT_TO = 50
_SOME_ONLY = re.compile(
    r"(?i)\b(?:in (?:the )?hospitals?|overnight|of (?:their|his|her) (?:wounds|injuries)"
    r"|more (?:people|were|died)"
    r"|later|another|additional|в (?:больниц|госпитал|реанимаци|лікарн|шпитал|реанімаці)\w+"
    r"|у (?:лікарн|шпитал|реанімаці)\w+|(?:от|від) (?:\w+ )?(?:ран|поранень)"
    r"|за (?:\w+ )?(?:ночь|ніч)|позже|позднее|згодом|пізніше)\b"
)


def _of_some(telling: Telling, figure: Figure) -> bool:
    at = max(0, telling.words.find(figure.words))
    return figure.fate == "killing" and _SOME_ONLY.search(telling.words, at, at + _NEXT_TO) is not None


def _cannot_both(a: Figure, b: Figure) -> bool:
    """One thing, and bounds that do not meet; or fewer of all people than of some of them."""
    if _one_thing(a, b):
        return _apart(a, b)
    # "Losses" are the dead of one side and the hurt of the other: of whom must be told.
    if a.part or b.part or a.unit != b.unit or a.fate in ("", "casualty") or a.fate != b.fate:
        return False
    return (not a.counted and of_people(b) and _above(b, a)) or (
        not b.counted and of_people(a) and _above(a, b)
    )


def _one_thing(a: Figure, b: Figure) -> bool:
    """Whether two figures count the same: one fate, or one thing where none is told, and of whom in the same
    words; a share and a count are two things."""
    if a.part or b.part or a.unit != b.unit or a.fate != b.fate or not (a.fate or a.counted):
        return False
    return _covered(a, b) and _covered(b, a)


def _covered(a: Figure, b: Figure) -> bool:
    return all(any(mine & theirs for theirs in b.counted) for mine in a.counted)


def _apart(a: Figure, b: Figure) -> bool:
    """Whether no number lies within the bounds of both."""
    return _above(a, b) or _above(b, a)


def _above(high: Figure, low: Figure) -> bool:
    if high.low is None or low.high is None:
        return False
    least, most = high.low, low.high
    slack = _LOOSE if high.loose or low.loose else _ROUNDING if _round(least) or _round(most) else 0.0
    if least - most <= slack * max(abs(least), abs(most)):
        return least == most and (high.low_exclusive or low.high_exclusive) and not slack
    return True


def _round(value: float) -> bool:
    return value >= 10 and len(f"{value:.0f}".strip("0")) == 1


def _grew(one: Telling, mine: Figure, other: Telling, theirs: Figure) -> bool:
    """Whether the figure of the later text may be the earlier one grown: people die in hospital, more bodies
    are found."""
    if mine.unit == "share" or (one.published or "") == (other.published or ""):
        return False
    return _above(theirs, mine)


def _equal_spans(one: Telling, other: Telling) -> bool:
    """A month's toll and that of one of its days are two questions."""
    return any(
        (days_between(a, b) < 2 and days_between(c, d) < 2) or (a, b) == (c, d)
        for a, b in one.days
        for c, d in other.days
        if a <= d and c <= b
    )


def _around(words: str, figure: Figure) -> str:
    """The figure with the words that follow it, to be read by itself."""
    whole = re.search(rf"(?<!\w){re.escape(figure.words)}(?!\w)", words)
    if whole is None:
        return figure.words
    at = whole.start()
    tail = words[at + len(figure.words) :].split()
    return " ".join([figure.words, *tail[:3]]).rstrip(",.;:") if tail else figure.words


# "He was on leave and did not beat him": what stands before "and" is another deed, unless it is negated too.
_CLAUSE_START = re.compile(
    r"[,.;:!?…\n»”\"]|\s[–—-]\s|\b(?:and|but|и|но|та|і|й|але)\s(?=(?:did|was|were|had|has|have|never|no|не|ни|ніхто|никто)\b)"
)
_WITHOUT = re.compile(r"(?i)(?<!\w)(?:without|без)\s(?:[\w’'-]+\s){0,2}\Z")
_WITHOUT_REACH = 40
_CLAUSE_END = re.compile(r"[,.;:!?…\n»”\"]|\s[–—-]\s")


def part(words: str, act: Act) -> str:
    alone = _WITHOUT.search(words, max(0, act.start - _WITHOUT_REACH), act.start) if act.denied else None
    if alone:
        # "They burned the depot and returned without loss" denies the loss and nothing else.
        return words[alone.start() : act.stop].strip()
    starts = [m.end() for m in _CLAUSE_START.finditer(words, 0, act.start)]
    end = _CLAUSE_END.search(words, act.stop)
    return words[starts[-1] if starts else 0 : end.start() if end else len(words)].strip()


_LONGEST_CLAUSE = 160


def clause_at(words: str, start: int, stop: int) -> str:
    """The part between two marks around characters ``[start, stop)``, cut where it is long."""
    ends = [m.end() for m in _CLAUSE_END.finditer(words, max(0, start - _LONGEST_CLAUSE), start)]
    end = _CLAUSE_END.search(words, stop, stop + _LONGEST_CLAUSE)
    last = end.start() if end else min(len(words), stop + _LONGEST_CLAUSE)
    return words[ends[-1] if ends else max(0, start - _LONGEST_CLAUSE) : last].strip()


# One event, told otherwise ---------------------------------------------------------------------------


def _affirmed(one: Telling, other: Telling, common: Collection[str]) -> list[str]:
    return [kind for kind in sorted(common) if one.told[kind] is False and other.told[kind] is False]


def days_differ(
    one: Telling,
    other: Telling,
    common: Collection[str],
    weight: Callable[[str], float],
    one_event: bool = False,
) -> Found | None:
    """Both date one act, to days that do not meet; both tell much the same of it, or of accounts of one event
    one says most of what the other says; and neither that it happened again."""
    kinds = _affirmed(one, other, common)
    if (
        not kinds
        or not one.narrow
        or not other.narrow
        or _AGAIN.search(one.words)
        or _AGAIN.search(other.words)
    ):
        return None
    apart = min(min(days_between(b, c), days_between(d, a)) for a, b in one.narrow for c, d in other.narrow)
    if not 1 <= apart <= _MOST_APART or _other_figures(one, other):
        return None
    alike = _alike(one, other, weight)
    if one_event and alike < _ONE_EVENT:
        held = max(shares(_undated(one, other), _undated(other, one), weight))
        alike = _ONE_EVENT if held >= _HELD else alike
    if alike < _ONE_EVENT or len(_beyond(one, other, kinds)) < 2:
        return None
    days = [next(f"{a}" if a == b else f"{a} – {b}" for a, b in t.narrow) for t in (one, other)]
    return Found("day", days[0], days[1], round(0.4 + 0.4 * alike, 4), (
        *shared(one, other, ""), f"{100 * alike:.0f} % of what each says the other says too",
        "two events of one kind would explain it",
    ))  # fmt: skip


def places_differ(
    one: Telling, other: Telling, common: Collection[str], when: str, weight: Callable[[str], float]
) -> Found | None:
    """One act that befell or was done by somebody named, on one day, at two places."""
    kinds = _affirmed(one, other, common)
    who = {h for k, h in one.named if k in ("person", "unit")} & {
        h for k, h in other.named if k in ("person", "unit")
    }
    places = one.places - who, other.places - who
    if not kinds or when != "same" or not one.narrow or not other.narrow or not who:
        return None
    if not places[0] or not places[1] or one.may_share_place(other) or _AGAIN.search(one.words + other.words):
        return None
    alike = _alike(one, other, weight)
    # Somebody named is at one place on one day, however it is told.
    person = who & {h for k, h in one.named if k == "person"} & {h for k, h in other.named if k == "person"}
    if alike < (_ONE_MAN if len(person) > 1 else _ONE_ACT):
        return None
    shown = [_first_place(t, p) for t, p in zip((one, other), places, strict=True)]
    return Found("place", shown[0], shown[1], round(0.4 + 0.4 * alike, 4), (
        *shared(one, other, when), "one place within the other, or two events, would explain it",
    ))  # fmt: skip


def actors_differ(
    one: Telling, other: Telling, common: Collection[str], when: str, weight: Callable[[str], float]
) -> Found | None:
    """One act at one place and time, for which each claim names another side or unit."""
    kinds = _affirmed(one, other, common)
    if not kinds or when == "far" or not one.actors or not other.actors or one.actors & other.actors:
        return None
    if {a.split()[0] for a in one.actors} != {a.split()[0] for a in other.actors}:
        return None
    if when != "same" and not (one.narrow or other.narrow):
        return None
    alike = _alike(one, other, weight)
    if alike < _ONE_ACT:
        return None
    shown = [part(t.words, act_of(t, kinds[0])) for t in (one, other)]
    return Found("actor", shown[0], shown[1], round(0.45 + 0.4 * alike, 4), (
        *shared(one, other, when), "both may have taken part, or it was two acts",
    ))  # fmt: skip


def act_of(telling: Telling, kind: str) -> Act:
    """The act by which a claim tells a kind, a denied one first."""
    fit = [a for a in telling.acts if kind in entailed(a.kind, a.denied)]
    return next((a for a in fit if a.denied), (fit or telling.acts)[0])


def _alike(one: Telling, other: Telling, weight: Callable[[str], float]) -> float:
    """Likeness without days, and without names that only one has: those are what differs."""
    return likeness(_undated(one, other), _undated(other, one), weight)


_NEARBY = listed("near outside around beside close под возле около близ біля під поблизу коло неподалік")
_DATE_WORD = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|\b(?:19|20)\d\d\b")


def _undated(telling: Telling, beside: Telling) -> Meaning:
    words = _DATE_WORD.sub(" ", telling.words)
    kept = " ".join(
        w
        for w in words.split()
        if w.strip(",.").lower() not in ASIDE | _NEARBY
        and (not w[:1].isupper() or name_sound(w.strip(",.;:'’s")) not in telling.names - beside.names)
    )
    return meaning_of(kept, telling.language)


def _beyond(one: Telling, other: Telling, kinds: Sequence[str]) -> set[str]:
    """Meanings in common beside the act itself."""
    act_keys = {
        key
        for t in (one, other)
        for a in t.acts
        if a.kind in kinds
        for word in t.words[a.start : a.stop].split()
        for key in keys_of_word(word, t.language)
    }
    common = _undated(one, other).keys & _undated(other, one).keys
    return set(common - act_keys)


def _other_figures(one: Telling, other: Telling) -> bool:
    """Whether both count the same and differ: two events more likely than one."""
    return any(_one_thing(a, b) and _apart(a, b) for a in one.figures for b in other.figures)


def _first_place(telling: Telling, places: Collection[str]) -> str:
    return next(
        (w.strip(",.;:") for w in telling.words.split() if name_sound(w.strip(",.;:'’s")) in places), ""
    )


def shared(one: Telling, other: Telling, when: str) -> Iterator[str]:
    """What makes the two comparable, in words."""
    kinds = sorted(one.told.keys() & other.told.keys())
    if kinds:
        yield f"both tell of: {', '.join(kind.replace('_', ' ') for kind in kinds)}"
    names = _shown_names(one, other)
    if names:
        yield f"names in common: {', '.join(names)}"
    if when == "same":
        first, last = next(
            (max(a, c), min(b, d)) for a, b in one.days for c, d in other.days if a <= d and c <= b
        )
        yield f"both are dated to {first}" if first == last else f"both are dated to {first} – {last}"
    elif when == "near":
        yield "one or both do not say when: their texts are of one week"


def _shown_names(one: Telling, other: Telling) -> list[str]:
    common = one.names & other.names
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_][\w’'ʼ-]{2,}", one.words):
        if word[:1].isupper() and (heard := name_sound(word)) in common:
            found.setdefault(heard, word)
    return sorted(found.values())[:4]


def _of_one(one_origin: bool) -> Iterator[str]:
    if one_origin:
        yield "one origin at two dates: it may have corrected itself"


__all__ = [
    "Found", "act_of", "actors_differ", "clause_at", "days_differ", "figures_differ", "part", "places_differ",
    "shared",
]  # fmt: skip
