"""English noun phrases behind a verb or beside a name: "said X, a …", appositions."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.coordinated import with_one_more
from muster.read.english.finite import FINITE
from muster.read.english.grammar import DETERMINER, PRONOUN, RELATIVE, NounPhrase
from muster.read.frames import Region
from muster.read.speakers.source_kind import kind_of
from muster.text.listed import listed
from muster.text.spans import Span

_NP_END: Final = re.compile(
    r"[,.;:!?()\x00\n–—\[\]\"“”]|\s(?:I|we)\s(?:spoke|talked|met|interviewed|asked|reached|know)\b|\s(?:who|whose|which|in|on|at|during|after|as|when|while|to|from|that"
    r"|adding|via|through|with|bitterly|before|by|last|late|early|is|was|are|were|has|had|and(?=\s(?:the"
    r"|he|she|they|his|her)\b))\b|\s[-–]\s|\s(?:yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday)\b"
)


_NOT_A_SPEAKER: Final = listed(
    "through via by with that in on at to it's so as there if when this how why what"
)
_FROM_TOWN: Final = re.compile(
    r"\sfrom\s(?:the\s)?(?:\w+\s){0,4}?[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?:\s(?:region|city|town|village|oblast|district"
    r"|province|republic)(?:\sof\s[A-Z]\w+)?)?"
)
_FROM_BODY: Final = re.compile(
    r"\s(?:from|at|with)\s(?!(?:an?|the)\s(?:\w+\s)?(?:interview|statement|briefing|conference|meeting|hearing|rally)\b)"
    r"(?:(?:the|a|an|his|her|their)\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}(?=[,.;]|\Z)"
)
# "Doctors in the burns unit", "a man near the gate": where somebody belongs, not where or when he says it.
_WHERE: Final = re.compile(
    r"\s(?:in|on|near|outside|inside|for)\s(?:the|his|her|their)\s(?!(?:\w+\s)?(?:statement|interview|post|video|comment|message|letter|report|speech"
    r"|address|briefing|evening|morning|afternoon|day|days|week|month|year|phone|sidelines|condition|end|same|past|first|time|meantime|court|air"
    r"|record|website|channel|release|conference|programme|program|show|radio|call|scene|spot|ground)\b)[\w’'-]+(?:\s[\w’'-]+){0,2}(?=[,.;]|\Z)"
)
_OF_MANY: Final = re.compile(
    r"(?:one|some|many|two|three|most|both|each|several|another)\s(?:of|\w+)\b", re.I
)


def speaker_after(region: Region, start: int, stop: int) -> NounPhrase | None:
    """Who stands after an inverted verb: "said lawyer X, who …"."""
    text = region.text(start, min(stop, start + 200))
    lead = len(text) - len(text.lstrip())
    if lead == 0 or not text.strip():
        return None
    core = _core_after(region, start, start + lead, stop, text)
    if core is None:
        return None
    of = _OF_PLACE.match(region.page.body, core.stop, stop)
    return NounPhrase(core, Span(core.start, after_appositions(region, of.end() if of else core.stop, stop)))


# "Said N of Ohio, the leader of …", "said N of the Clean Air League": part of who it is.
_OF_PLACE: Final = re.compile(
    r"\s(?:of|with|from)\s(?:the\s)?(?![A-Z][a-z]+day\b)[A-Z][\w’'&-]*(?:\s(?:(?:of|for|the|and|on|in)\s)*[A-Z][\w’'&-]*){0,6}(?=[,.;]|\Z|\s(?:who|in|on)\b)"
)


# "Said X's mother": X has said nothing.
_OWNS: Final = re.compile(r"(?:['’]s|(?<=s)['’])\s[a-z]")


def _core_after(region: Region, start: int, begin: int, stop: int, text: str) -> Span | None:
    named = [n for n in region.named_in(begin, stop) if n.kind in ("person", "organisation")]
    end = _NP_END.search(text, begin - start)
    limit = start + (end.start() if end else len(text))
    inside = [
        n
        for n in named
        if n.start < limit
        or (region.text(begin, n.start).count(",") == 0 and n.start - begin < 60 and n.start <= limit)
    ]
    people = [n for n in inside if n.kind == "person" and not _OWNS.match(region.page.body, n.stop, limit)]
    if people:
        near = people[0].start - begin < 110
        reach = with_one_more(region, people[0].stop, stop)
        return Span(begin if near else people[0].start, reach)
    if inside and inside[0].start - begin < 5:
        return Span(begin, _with_name(region, max(limit, inside[0].stop), stop))
    words = region.page.body[begin:limit].rstrip()
    first = words.split(None, 1)[0] if words else ""
    if not words or words.count(" ") > 12 or first.lower() in _NOT_A_SPEAKER:
        return None
    if PRONOUN.match(first) and not _OF_MANY.match(words):
        named_so = next((n for n in named if n.kind == "person"), None) if first == "one" else None
        if named_so and named_so.start == limit + 2 and _NAME_ENDS.match(region.page.body, named_so.stop):
            return Span(begin, named_so.stop)  # "said one, Dora Brook."
        return Span(begin, begin + len(first))
    last = words.split()[-1].lower()
    if not (
        DETERMINER.match(words + " ")
        or first[0].isupper()
        or last in region.words.roles
        or _OF_MANY.match(words)
        or _SOME_OF.match(words)
        or kind_of(words, "en") in ("group", "organisation")
    ):
        return None
    body, at = region.page.body, begin + len(words)
    more = _FROM_TOWN.match(body, at, stop) or _FROM_BODY.match(body, at, stop)
    more = more or _WHERE.match(body, at, stop)
    reach = more.end() if more else at
    return Span(begin, _with_name(region, reach, stop))


def _with_name(region: Region, reach: int, stop: int) -> int:
    """Past the name set off behind a description: "said the observer, N.", "said N's mother, M."."""
    body = region.page.body
    apposed = next((n for n in region.named_in(reach, min(stop, reach + 60)) if n.kind == "person"), None)
    if apposed is None or not _NAME_ENDS.match(body, apposed.stop):
        return reach
    name_at = apposed.role_start if reach < apposed.role_start < apposed.start else apposed.start
    return apposed.stop if body[reach:name_at] == ", " else reach


_SOME_OF: Final = re.compile(
    r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|\d{1,3}|dozens|hundreds|half|residents|survivors"
    r"|relatives|witnesses|members)\s(?:(?:out\s)?of\s)?[a-z]",
    re.I,
)
_NAME_ENDS: Final = re.compile(r"[.,:;!?”\"]|\Z|\s(?:in|on|at|from|of|who)\s")


_APPOSITION: Final = re.compile(
    r",\s(?:\d{1,3}(?:\syears?\sold)?(?=[,.\s])|(?:a|an|the|one|his|her|their|its|of|formerly)\s[^,.;:!?\x00\n–—()]{2,120}"
    r"|(?:[A-Z]\w+['’]s\s|[a-z-]+(?:\s[a-z-]+){0,2}\s(?:of|at|for|with)\s|(?:head|chief|director|leader|chairman"
    r"|chairwoman|president|editor|founder|[a-z]+man|[a-z]+woman)\b)[^,.;:!?\x00\n–—()]{2,120})"
)


_OF_WHOM: Final = re.compile(r"\b(?:of|with|to|for|from|by)\s\Z")


def after_appositions(region: Region, at: int, stop: int, *, closed: bool = False) -> int:
    """Where the appositions of a phrase that ends at ``at`` end, without a relative clause.

    ``closed``: only such as a comma ends, since a clause may follow the phrase.
    """
    for _ in range(3):
        text = region.text(at, min(stop, at + 170))
        found = _APPOSITION.match(text)
        if found is None:
            break
        relative = RELATIVE.search(text, 2, found.end())
        if relative and _OF_WHOM.search(text, 0, relative.start() + 1):
            break  # "Three officials, all of whom …"
        end = relative.start() if relative else found.end()
        # "…, said X, the bridge was closed": a clause is no apposition.
        after = text[end : end + 1]
        if (
            FINITE.search(text, 0, end)
            or (after and after not in ",.;:!?\x00\n–— )")
            or re.match(r"\s*\Z", text[:end])
        ):
            break
        if closed and not relative and after != ",":
            break
        at += len(text[:end].rstrip(" ,"))
        if relative:
            break
    return at


__all__ = ["after_appositions", "speaker_after"]
