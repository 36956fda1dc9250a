"""English quotations with their verb: "…," said X; X said: "…"; "…," X said, "…"."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.extents import addressee, is_addressee, to_whom
from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, NounPhrase, plain
from muster.read.english.phrases import subject_before
from muster.read.english.phrases_after import speaker_after
from muster.read.frames import Frame, Region, content
from muster.text.quotes import Quotation
from muster.text.spans import Span

_EDGE: Final = " ,–—-\t\u00a0'’"
# What may stand between a quotation and an inverted verb, or between a subject and the marks.
_BETWEEN: Final = ("also", "then", "has", "had")


def quoted(region: Region, cue: Span, verb: str, sentence: Span, joined: NounPhrase | None) -> Frame | None:
    """The quotations before and after a verb, with who has it for his. ``joined``: the speaker of the
    verb that this one is joined to ("X smiled and said")."""
    speaker, parts = _before(region, cue, sentence)
    after = region.quote_after(cue.stop)
    gap = region.text(cue.stop, after.start) if after else ""
    fresh = after is not None and after.start < sentence.stop and after.start not in region.used
    leads = fresh and _leads_to_quote(gap, bool(parts)) and not _another_leads(region, gap)
    if after and leads and (parts or not _ends_a_clause(region, after, gap)):
        before = region.quote_before(cue.start)
        low = max(sentence.start, before.stop if before else 0)
        speaker = speaker or joined or subject_before(region, low, cue.start)
        if (parts or _stands_alone(region, after, gap)) and (speaker or gap.rstrip().endswith(":")):
            parts.append(content(region.page.body, after))
            region.used.add(after.start)
    if not parts:
        return None
    told = None
    if verb in ("tell", "ask"):
        told = addressee(region, cue.stop, sentence.stop)
    elif verb == "say":
        told = to_whom(region, cue.stop, sentence.stop)
    return Frame(
        parts, verb, cue, speaker.core if speaker else None, "span" if speaker else "nobody", told, True,
        confidence=0.95, whole=speaker.whole if speaker else None,
    )  # fmt: skip


def _before(region: Region, cue: Span, sentence: Span) -> tuple[NounPhrase | None, list[Span]]:
    """Whoever stands between the quotation before the verb and it, or after the verb; and its words."""
    before = region.quote_before(cue.start)
    if before is None or before.stop < sentence.start or before.start in region.used:
        return None, []
    gap = region.text(before.stop, cue.start)
    if len(gap) >= 200 or re.search(r"[!?;]\s|\n", gap):
        return None, []
    if gap.endswith(" as ") and (cited := _QUOTED_AS.match(gap)):
        # "“…,” the Herald quoted X as saying"
        whom = plain(Span(before.stop + cited.start(1), before.stop + cited.end(1)))
        region.used.add(before.start)
        return whom, [content(region.page.body, before)]
    if not gap.strip(_EDGE) or gap.strip(" ,–—-") in _BETWEEN:
        speaker = speaker_after(region, cue.stop, sentence.stop)
    else:
        speaker = subject_before(region, before.stop, cue.start)
        if speaker and region.text(before.stop, speaker.whole.start).strip(_EDGE + ")"):
            speaker = None
    if speaker is None:
        return None, []
    region.used.add(before.start)
    return speaker, [content(region.page.body, before)]


_QUOTED_AS: Final = re.compile(
    r"[\s,]{1,3}[^,;.]{2,60}\s(?:quoted|cited|quotes|cites)\s([^,;.]{3,60}?)\sas\s\Z"
)
_VERB_NEXT: Final = re.compile(
    r",\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\s"
)


def _another_leads(region: Region, gap: str) -> bool:
    """ "Asked what he had answered, she said: “…”": the last verb before the colon has the quotation."""
    others = [m for m in region.words.cue.finditer(gap) if m.group().lower() not in region.words.doubtful]
    return any("," in gap[: m.start()] and not gap[m.end() :].strip(" :,") for m in others)


# "Said his men would not fire on lorries, “so long as they are lorries.”": the quotation ends a clause.
_CLAUSE_FIRST: Final = re.compile(
    r"\s(?:that\s|(?=(?:he|she|it|they|we|there|the|an?|his|her|its|their|this|no|some|most|many|all|[a-z]{3,}s|[A-Z][\w’'-]+)\s))"
)


def _ends_a_clause(region: Region, quote: Quotation, gap: str) -> bool:
    """Whether the words before a quotation in small letters are reported too, and it is their end."""
    if (
        not gap.rstrip().endswith(",")
        or not region.page.body[quote.inner_start : quote.inner_stop][:1].islower()
    ):
        return False
    opened = _CLAUSE_FIRST.match(gap)
    that = opened is not None and opened.end() > 1 and gap.count(" ") >= _CLAUSE
    return that or (opened is not None and FINITE.search(ADJECTIVE.sub(" ", gap)) is not None)


# So many words behind "that" are a clause, whatever its verb.
_CLAUSE: Final = 5


def _leads_to_quote(gap: str, interrupted: bool) -> bool:
    if _VERB_NEXT.match(gap):
        return False  # "The answer, he insists, was clear: “…”": words and quotation are one clause
    if len(gap) > 140 or re.search(r"[!?;]\s|\n", gap):
        return False
    bare = gap.strip()
    if interrupted:
        return bare.endswith((",", ":", "–", "—", "-")) or bare == ""
    if re.fullmatch(r"(?:him|her|them|me|us)\sto", bare):
        return True
    return (
        bare in ("", ",", ":", "that", "that,")
        or bare.endswith((":", ","))
        or is_addressee(gap.rstrip(" ,:"))
    )


def _stands_alone(region: Region, quote: Quotation, gap: str) -> bool:
    """A quotation that is the whole of what was said, not borrowed words inside a clause."""
    inner = region.page.body[quote.inner_start : quote.inner_stop].strip()
    rest = region.text(quote.stop, min(region.stop, quote.stop + 40)).strip()
    whole = (not rest or rest[0] in ".,;") and gap.strip() == ""
    return gap.rstrip().endswith((":", ",", " to")) or inner[:1].isupper() or whole


__all__ = ["quoted"]
