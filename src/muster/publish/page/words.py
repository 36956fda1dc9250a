"""Every word of the dossier that is not the project's: one table a language, English first.

A second language is one more `Words`; what must be said of numbers, dates and plurals is in the same
place, because languages differ in them most. Nothing here looks at the machine's locale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

_ENGLISH = {
    "language": "en",
    "banner": "Working paper – not for release",
    "banner_more": "It shows everything the project holds, checked by nobody yet. Do not pass it on.",
    "banner_judged": "It shows everything the project holds, with {judgements} by people. Do not pass it on.",
    "skip": "Skip to the findings",
    "contents": "Contents",
    "made": "Made {now} by Muster {version}. This page asks nothing of any network.",
    "found": "What was found",
    "asked": "What the team asked",
    "asked_intro": (
        "Questions that people wrote down, each answered by one rule: the floor is the highest that accepted "
        "claims support, the top stays open unless somebody stated one, and nothing is averaged. What may "
        "not move a bound is shown beside, with the reason."
    ),
    "behind": "Behind the lists",
    "behind_intro": (
        "Totals estimated from lists that overlap, kept by a person. They stand beside what sources said and "
        "are never mixed with it. No name was needed: a total rests on how many people are on which lists."
    ),
    "ledger": "The ledger",
    "copies": "Copies",
    "timeline": "Timeline",
    "speakers": "Who said what",
    "coverage": "Coverage",
    "set_aside": "Set aside",
    "texts": "The texts",
    "method": "Method",
    "check": "How to check it",
    "ledger_intro": (
        "Figures that answer one question stand side by side, one row for each origin; copies and repeats of "
        "an origin are folded into it and count once. Nothing is averaged and no bound is invented. Open a "
        "row for its reports, and a report for the exact words."
    ),
    "ledger_empty": "No quantity answers a question of how many or which share.",
    "copies_intro": (
        "Documents that repeat another, one lane for each outlet. Solid lines are forwards that the "
        "platform recorded, dashed lines are matches of text; an arrow points at the copy where the "
        "direction is known."
    ),
    "carriers": "Who carries what an origin said",
    "carriers_intro": (
        "On the left from whom most claims first came, on the right the sources that carry them; the thicker "
        "a line, the more claims. Of an origin with very many the first two thousand are counted."
    ),
    "copies_empty": "No document repeats another.",
    "timeline_intro": (
        "What the texts narrate, in the order of its dates; copies are left out. A dot is a day. A bar is a "
        "range of days within which it began; its soft ends say that nobody gave the day. An arrow points at "
        "what lies outside the axis. “Inferred”: the date was worked out from what was told before."
    ),
    "timeline_empty": "No narrated event was found in the texts shown.",
    "speakers_intro": (
        "Who is on record, with the words as written, the way they came, every hedge and how the speaker "
        "knows. A claim is not a fact."
    ),
    "speakers_empty": "No speaker was found.",
    "coverage_intro": (
        "How much of the text lies in sentences from which at least one record was made. The rest was read "
        "and gave nothing, or could not be read."
    ),
    "set_aside_intro": "What could not be used, and why. Nothing vanishes.",
    "set_aside_empty": "Nothing was set aside.",
    "texts_intro": (
        "The words themselves, unaltered, with what was found in them. Notes stand beside the paragraph. "
        "A character that cannot be seen is shown as ⟨U+…⟩."
    ),
    "check_intro": (
        "Every line below can be checked without trusting this page: the project file holds the original "
        "bytes, their digests, and a chain of custody whose head is signed."
    ),
    "open_all": "Open all",
    "close_all": "Close all",
    "open_ends": "open at both ends",
    "no_bounds": "no bounds stated",
    "not_stated": "not stated",
    "undated": "no date",
    "nobody": "nobody named",
    "protected": "protected source: an alias, and nothing else, is shown",
    "outlet_voice": "the outlet’s own voice",
    "untraced": "no traced origin",
}

_PLURALS = {
    "document": ("document", "documents"),
    "judgement": ("judgement", "judgements"),
    "source": ("source", "sources"),
    "copy": ("copy", "copies"),
    "claim": ("claim", "claims"),
    "origin": ("origin", "origins"),
    "report": ("report", "reports"),
    "quantity": ("quantity", "quantities"),
    "question": ("question", "questions"),
    "figure": ("figure", "figures"),
    "speaker": ("speaker", "speakers"),
    "outlet": ("outlet", "outlets"),
    "event": ("event", "events"),
    "item": ("item", "items"),
    "passage": ("passage", "passages"),
    "statement": ("statement", "statements"),
    "character": ("character", "characters"),
    "change": ("change", "changes"),
    "span": ("question with more than one origin", "questions with more than one origin"),
    "time": ("time expression", "time expressions"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    table: Mapping[str, str]
    plurals: Mapping[str, tuple[str, str]]
    months: tuple[str, ...]

    def __getitem__(self, key: str) -> str:
        return self.table[key]

    def say(self, key: str, **values: object) -> str:
        """The sentence ``key`` with its values filled in."""
        return self.table[key].format(**values)

    def count(self, n: int, noun: str) -> str:
        """``3 documents``, ``1 document``."""
        one, many = self.plurals[noun]
        return f"{self.number(n)} {one if n == 1 else many}"

    def number(self, value: float) -> str:
        """``1,000``; ``2.5``. Shares go through `share`."""
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        return f"{exact.normalize():,f}"

    def share(self, value: float) -> str:
        """A fraction as percent: 0.2 → ``20 %``; a third → ``≈ 33.3 %``."""
        percent = Decimal(repr(float(value))) * 100
        short = percent.quantize(Decimal("0.1"))
        about = "" if short == percent else "≈ "
        return f"{about}{self.number(float(short))} %"

    def date(self, iso: str | None) -> str:
        """``2031-05-04…`` → ``4 May 2031``; ``2031-05`` → ``May 2031``; others as they are."""
        if not iso:
            return self["undated"]
        parts = iso[:10].split("-")
        if not all(p.isdecimal() for p in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
            return iso
        if len(parts) == 1:
            return parts[0]
        month = f"{self.months[int(parts[1]) - 1]} {parts[0]}"
        return f"{int(parts[2])} {month}" if len(parts) == 3 else month

    def figure(self, low: float | None, high: float | None, low_out: bool, high_out: bool, unit: str) -> str:
        """The bounds in words: ``more than 1,000``, ``20–40 %``, ``no bounds stated``."""
        tell = self.share if unit == "share" else self.number
        if low is None and high is None:
            return self["no_bounds"]
        if high is None and low is not None:
            return f"{'more than' if low_out else 'at least'} {tell(low)}"
        if low is None and high is not None:
            return f"{'fewer than' if high_out else 'at most'} {tell(high)}"
        assert low is not None and high is not None
        if low == high:
            return tell(low)
        left = tell(low).removesuffix(" %") if unit == "share" else tell(low)
        plain = f"{left}–{tell(high)}"
        ends = [w for out, w in ((low_out, "above the lower"), (high_out, "below the upper")) if out]
        return f"{plain} ({' and '.join(ends)} end)" if ends else plain


ENGLISH = Words(_ENGLISH, _PLURALS, _MONTHS)

__all__ = ["ENGLISH", "Words"]
