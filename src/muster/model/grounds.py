"""Why a claim has its basis: a small code, and the characters that it rests on. Words are made when shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from muster.model.errors import RecordError
from muster.model.evidence import Passage

# Each ground: the basis that it gives, and what is said of it. One ground never gives two bases.
GROUNDS: Final[dict[str, tuple[str, str]]] = {
    "paper": ("document", "what speaks is a paper or a record"),
    "by-paper": ("document", "the words that give it name a paper"),
    "rumour": ("hearsay", "it is called rumour, or talk that goes round"),
    "people-say": ("hearsay", "nobody in particular is said to say it"),
    "heard": ("hearsay", "the speaker heard it, and from whom is not said"),
    "rumoured": ("hearsay", "the speaker gives it as what people say"),
    "own-patients": ("own-caseload", "the speaker tells of patients, clients or callers of one's own"),
    "treats": ("own-caseload", "the speaker treats people and tells of those brought in"),
    "own-count": ("own-caseload", "it is the count or the record of those who speak"),
    "takes-cases": ("own-caseload", "the speaker helps, defends or takes cases in"),
    "seeing": ("first-hand", "the words begin with what the speaker saw or went through"),
    "lived": ("first-hand", "the words tell what the speaker did, saw, suffered, is or has"),
    "recalls": ("first-hand", "the verb is one of memory, of seeing or of confessing"),
    "own-conduct": ("first-hand", "the speaker denies a deed that would be one's own"),
    "served-there": ("first-hand", "the speaker was there and tells what befell those beside"),
    "writes-home": ("first-hand", "a relative who is away writes or rings about himself or herself"),
    "group-there": ("first-hand", "people of the place, or who were there, tell what happened"),
    "was-there": ("first-hand", "the text says that the speaker was there, or saw it"),
    "at-home": ("first-hand", "a relative tells what happened at home"),
    "tells-elsewhere": (
        "first-hand",
        "the speaker tells elsewhere in the text what he or she lived through",
    ),
    "knows-the-place": (
        "first-hand",
        "a person who holds no office tells what happened, as those do who live or work there",
    ),
    "side": ("party", "the speaker holds an office or a command of a side, or speaks for one"),
    "side-unnamed": ("party", "it was said in a body of a side, by nobody who is named"),
    "says-from-whom": ("second-hand", "the words say that the speaker has it from another"),
    "relative": ("second-hand", "a relative tells of kin who are elsewhere"),
    "which-reports": ("unknown", "reports say it, and whose they are is not said"),
    "nobody-named": ("unknown", "the text names nobody who says it"),
    "received": ("unknown", "the speaker was told it, and by whom the text does not say"),
    "asks-for-silence": ("unknown", "it is what the speaker asks for himself or herself"),
    "view": ("unknown", "it is thought, wished, planned, judged or asked for"),
    "call": ("unknown", "it is an order, a wish, a promise or still to come"),
    "nothing-shown": ("unknown", "nothing in the text shows how the speaker knows it"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """``code``: one of GROUNDS. ``words``: the characters it rests on; None where it rests on all of them."""

    code: str
    words: Passage | None = None

    def __post_init__(self) -> None:
        if self.code not in GROUNDS:
            raise RecordError(f"the ground of a basis is {self.code!r}, not one of {', '.join(GROUNDS)}")

    @property
    def basis(self) -> str:
        """The basis that it gives."""
        return GROUNDS[self.code][0]

    @property
    def says(self) -> str:
        """The reason as a sentence in English, without the characters."""
        return GROUNDS[self.code][1]


__all__ = ["GROUNDS", "Ground"]
