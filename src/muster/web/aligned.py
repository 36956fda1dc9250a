"""Two names word beside word: what is missing, which letters differ, what is only another case or form."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from muster.publish.page.highlight import visible
from muster.text.names.parts import NameWord, name_words
from muster.text.scripts import romanise

# Below this likeness two words are not held to be one word in two spellings.
_ALIKE = 0.6
_MOST = 12
# A woman's surname has these endings, and so has the genitive of a man's.
_HERS = ("ова", "ева", "єва", "ина", "іна", "їна", "ая")


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of one name over that of the other; "" where the other has none.

    ``part``: given name, patronymic, surname, initial, or "" where it cannot be told. ``how``: same (in
    sound), case (one may be an inflected form of the other, ``base``), hers (that, or a woman's surname),
    name (two forms of one given name), father (patronymics of one father's name), initial, differs, alone.
    """

    left: Markup
    right: Markup
    part: str
    how: str
    base: str = ""


def aligned(left: str, right: str) -> list[Pair]:
    """The words of two names in pairs; shared letters in <s>, which the page shows dimmed."""
    if len(right.split()) > len(left.split()):
        # In the order of the longer name, as it is read.
        return [Pair(p.right, p.left, p.part, p.how, p.base) for p in aligned(right, left)]
    ours, theirs = _taken_apart(left), _taken_apart(right)
    with_whom = _partners(ours, theirs)
    taken = set(with_whom.values())
    rows = [
        _pair(word, theirs[with_whom[n]]) if n in with_whom else _alone(word, left=True)
        for n, word in enumerate(ours)
    ]
    return rows + [_alone(word, left=False) for n, word in enumerate(theirs) if n not in taken]


@dataclass(frozen=True, slots=True)
class _Word:
    shown: str
    parsed: NameWord | None
    part: str


def _taken_apart(name: str) -> list[_Word]:
    words = name.split()[:_MOST]
    parsed = [found[0] if len(found := name_words(word)) == 1 else None for word in words]
    parts = [_part(each) for each in parsed]
    # With the given name known, the one word that is left is the surname.
    if parts.count("") == 1 and {"given name", "initial", "patronymic"} & set(parts):
        parts[parts.index("")] = "surname"
    return [_Word(*each) for each in zip(words, parsed, parts, strict=True)]


def _part(word: NameWord | None) -> str:
    if word is None:
        return ""
    if word.initial:
        return "initial"
    if word.patronymic:
        return "patronymic"
    return "given name" if word.given else ""


def _partners(ours: list[_Word], theirs: list[_Word]) -> dict[int, int]:
    """Place in one name → place in the other; the likeliest pairs first, each word once."""
    likely = sorted(
        (
            (-_likeness(a, b), abs(i - j), i, j)
            for i, a in enumerate(ours)
            for j, b in enumerate(theirs)
            if _likeness(a, b) >= _ALIKE
        )
    )
    found: dict[int, int] = {}
    for _, _, i, j in likely:
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(one: _Word, other: _Word) -> float:
    if _how(one, other)[0] not in ("differs", "initial"):
        return 1.0
    if _initials(one, other):
        return _ALIKE
    return SequenceMatcher(None, romanise(one.shown), romanise(other.shown), autojunk=False).ratio()


def _initials(one: _Word, other: _Word) -> bool:
    """Whether one may be the first letter of the other."""
    letters = [romanise(word.shown).lower().rstrip(".") for word in (one, other)]
    return "initial" in (one.part, other.part) and letters[0][:1] == letters[1][:1] != ""


def _how(one: _Word, other: _Word) -> tuple[str, str]:
    """How two words go together, and the base form where one is inflected."""
    if romanise(one.shown).lower() == romanise(other.shown).lower():
        return "same", ""
    a, b = one.parsed, other.parsed
    if a is None or b is None:
        return "differs", ""
    for form, base, shown in ((a, b, other.shown), (b, a, one.shown)):
        if base.shown in form.forms:
            hers = form.shown.endswith(_HERS) and not (form.patronymic or form.given)
            return ("hers" if hers else "case"), shown
    if a.fathers & b.fathers:
        return "father", ""
    if a.given and b.given and a.given.full & b.given.full:
        return "name", ""
    return ("initial", "") if _initials(one, other) else ("differs", "")


def _alone(word: _Word, *, left: bool) -> Pair:
    here, nothing = visible(word.shown), Markup("")
    return Pair(here if left else nothing, nothing if left else here, word.part, "alone")


def _pair(one: _Word, other: _Word) -> Pair:
    how, base = _how(one, other)
    part = one.part if one.part not in ("", "initial") else other.part or one.part
    if how == "same":
        shared = Markup("<s>{}</s>")
        return Pair(shared.format(visible(one.shown)), shared.format(visible(other.shown)), part, how)
    left: list[Markup] = []
    right: list[Markup] = []
    matcher = SequenceMatcher(None, one.shown.lower(), other.shown.lower(), autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        frame = Markup("<s>{}</s>") if tag == "equal" else Markup("<b>{}</b>")
        if i < j:
            left.append(frame.format(visible(one.shown[i:j])))
        if k < n:
            right.append(frame.format(visible(other.shown[k:n])))
    return Pair(Markup("").join(left), Markup("").join(right), part, how, base)


__all__ = ["Pair", "aligned"]
