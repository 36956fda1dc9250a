"""What an aligned sentence of a copy says otherwise: a condition gone, another speaker, another deed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muster.link.alignment import Sentence, page_language
from muster.link.pages import Page
from muster.model.links import Drift
from muster.text.deeds.deeds import Deed, deeds
from muster.text.names.names import compare_names
from muster.text.sources.cues import further_names, given_names, lexicon

# From the word that opens a condition to the end of its clause.
_CONDITION = re.compile(
    r"(?<!\w)(?:(?:only |but )?if|unless|provided(?: that)?|on condition that|as long as|assuming(?: that)?"
    r"|(?:только )?если|при условии|только в (?:том )?случае|в (?:том )?случае"
    r"|(?:тільки |лише )?якщо|за умови|(?:тільки |лише )?(?:у|в) разі)(?!\w)[^,.;!?»”\"\n]{0,200}",
    re.IGNORECASE,
)
# Not a condition: "as if", "asked if", "what if".
_NO_CONDITION = re.compile(r"(?i)(?:\bas|\beven|\bwhat|\basked|\bsee|\bknow|\bwonder\w*|как|будто)\s$")
_NAME = re.compile(r"[A-ZА-ЯЁІЇЄҐ][\w’'-]+(?:\s[A-ZА-ЯЁІЇЄҐ][\w’'-]+){1,3}")


def conditions(page: Page, sentence: Sentence) -> list[tuple[int, int]]:
    """Where the conditions of a sentence stand."""
    body = page.input.body
    return [
        m.span()
        for m in _CONDITION.finditer(body, sentence.start, sentence.stop)
        if not _NO_CONDITION.search(body, max(0, m.start() - 12), m.start())
    ]


def lost_conditions(
    copy: Page, mine: Sentence, nearby: Sequence[Sentence], original: Page, other: Sentence
) -> Iterator[Drift]:
    """Conditions of the original's sentence where neither the copy's nor one beside it has any."""
    theirs = conditions(original, other)
    if theirs and not any(conditions(copy, s) for s in (mine, *nearby)):
        for start, stop in theirs:
            yield Drift(copy.stretch(mine.start, mine.stop), original.stretch(start, stop), "condition lost")


def other_speaker(copy: Page, mine: Sentence, original: Page, other: Sentence) -> Iterator[Drift]:
    """One full name on either side, of two people, in sentences that tell what somebody said; the copy's
    stands elsewhere in the original, so it is no new name but a wrong one."""
    ours, theirs = _names(copy, mine), _names(original, other)
    if len(ours) != 1 or len(theirs) != 1 or not (_tells(copy, mine) and _tells(original, other)):
        return
    (here, one), (there, two) = ours[0], theirs[0]
    body = original.input.body
    if not all(
        _a_person(n, p, s, at) for n, p, s, at in ((one, copy, mine, here), (two, original, other, there))
    ):
        return
    if one.split()[-1] == two.split()[-1]:
        return
    if one.split()[-1] in body and compare_names(one, two).verdict == "different" and two not in mine.shown:
        yield Drift(
            copy.stretch(here, here + len(one)), original.stretch(there, there + len(two)), "speaker changed"
        )


def _a_person(name: str, page: Page, sentence: Sentence, start: int) -> bool:
    """No abbreviation («Минобороны РФ»), and no first word with the capital of its sentence («Власти N»)."""
    words = name.split()
    if any(len(word) > 1 and word.isupper() for word in words):
        return False
    opens = not any(c.isalnum() for c in page.input.body[sentence.start : start])
    return (
        not opens
        or words[0].capitalize() in given_names()
        or words[0].capitalize() in further_names()
        or sentence.language == "en"
    )


def _tells(page: Page, sentence: Sentence) -> bool:
    found = lexicon(page_language(page)).cue.search(page.input.body, sentence.start, sentence.stop)
    return found is not None


def _names(page: Page, sentence: Sentence) -> list[tuple[int, str]]:
    """Full names that stand outside quotation marks, a title before them left off; each once."""
    found: dict[str, int] = {}
    for m in _NAME.finditer(page.input.body, sentence.start, sentence.stop):
        if any(q[0] < m.end() and q[1] > m.start() for q in page.quotes):
            continue
        words = m.group().split()
        kept = " ".join(words[-2:])
        found.setdefault(kept, m.end() - len(kept))
    return [(start, name) for name, start in found.items()]


def other_deeds(copy: Page, mine: Sentence, original: Page, other: Sentence) -> Iterator[Drift]:
    """In one scene a deed that only the copy tells, for one that only the original tells."""
    ours, theirs = _by_scene(copy, mine), _by_scene(original, other)
    for scene in sorted(ours.keys() & theirs.keys()):
        new = [d for d in ours[scene] if d.deed not in {t.deed for t in theirs[scene]}]
        gone = [t for t in theirs[scene] if t.deed not in {d.deed for d in ours[scene]}]
        if new and gone:
            yield Drift(
                copy.stretch(new[0].start, new[0].stop),
                original.stretch(gone[0].start, gone[0].stop),
                "verb changed",
            )


def _by_scene(page: Page, sentence: Sentence) -> dict[str, list[Deed]]:
    found: dict[str, list[Deed]] = {}
    for deed in deeds(page.input.body, sentence.start, sentence.stop):
        found.setdefault(deed.scene, []).append(deed)
    return found


__all__ = ["conditions", "lost_conditions", "other_deeds", "other_speaker"]
