"""English noun phrases: who stands before a verb, after it, or beside an apposition."""

from __future__ import annotations

import re

from muster.read.frames import Region
from muster.read.people import Named
from muster.text.listed import listed
from muster.text.spans import Span

_AUX = re.compile(
    r"(?:(?:^|\s)(?:has|have|had|was|were|is|also|later|then|now|previously|repeatedly|reportedly"
    r"|recently|further|simply"
    r"|just|never|not|did|does|do|would|will|can|could|may|might|should|must|earlier|again|once|still"
    r"|even|only|often"
    r"|always|himself|herself|themselves|itself|been|being|[a-z]{2,20}ly|both|all|subsequently))*\s*\Z"
)


_HARD = re.compile(r"[.!?:;()\n\x00\[\]]|\s[-–—]{1,2}\s|[–—]|[“”\"]")
_BOUNDARY = re.compile(
    r"\b(?:that|because|but|while|when|although|though|since|where|if|whether|as|than|which|so|yet|however|"
    r"and(?=\s(?:he|she|they|it|we|I|the|a|an|his|her|their|its|[A-Z])\b)|before(?=\s(?:he|she|they))"
    r"|after(?=\s(?:he|she|they)))\b[,\s]",
    re.I,
)
_LEADING = re.compile(
    r"(?:(?:But|And|Yet|Still|Then|Later|Meanwhile|Instead|Also|However|Earlier|Afterwards|Now|Today"
    r"|Yesterday|Once|So|"
    r"Separately|Similarly|Moreover|Furthermore|Nevertheless|Even|Only|Both|both|either|or|and|but|then"
    r"|later|now)[,\s]\s*)+"
)
_PREPOSITION = re.compile(
    r"(?:In|On|At|After|By|During|For|From|Since|Until|With|Under|Over|Last|Earlier|Despite|Following"
    r"|Amid|Speaking|Asked|When|As)\b"
)
PRONOUN = re.compile(r"(?:he|she|they|it|i|we|you|who|one|some|many|others|both|nobody|everyone)\Z", re.I)
_SUBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|we|I|He|She|They|We)\b")
_DETERMINER = re.compile(
    r"\b(?:the|a|an|his|her|their|our|my|some|many|several|most|one|two|three|other|all|each)\s", re.I
)
_NP_END = re.compile(
    r"[,.;:!?()\x00\n–—\[\]\"“”]|\s(?:who|whose|which|in|on|at|during|after|as|when|while|to|from|that"
    r"|adding|via|through|with|bitterly|before|by|last|late|early|is|was|are|were|has|had|and(?=\s(?:the"
    r"|he|she|they|his|her)\b))\b|\s[-–]\s|\s(?:yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday)\b"
)


def subject_before(region: Region, low: int, stop: int) -> Span | None:
    """The noun phrase that ends where the verb begins, or whoever an apposition there belongs to."""
    low = max(low, stop - 400, region.start)
    left = region.text(low, stop)
    left = left[: _AUX.search(left).start()] if _AUX.search(left) else left  # type: ignore[union-attr]
    left = left.rstrip()
    left = _SPOKEN_TO.sub("", left)
    if not left:
        return None
    if left.endswith(","):
        return _apposed(region, low, low + len(left) - 1)
    if left.endswith((")",)):
        opened = left.rfind("(")
        left = left[:opened].rstrip() if opened > 0 else left
    hard = 0
    for mark in _HARD.finditer(left):
        hard = mark.end()
    clause = left[hard:]
    if not clause.strip() or re.fullmatch(r"\s*(?:but|and|or|then)\s*", clause, re.I):
        return _first_subject(region, low, low + len(left))
    comma = clause.rfind(",")
    begin = hard + comma + 1
    if (
        comma >= 0
        and re.match(r"\s*(?:and|or)\s(?!(?:he|she|they|it)\b)", left[begin:])
        and not re.search(r"\b(?:and|or)\s\w+(?:\s\w+){0,2}\Z", left[hard:])
    ):
        begin = hard
    for mark in _BOUNDARY.finditer(left, begin):
        begin = mark.end()
    phrase = left[begin:]
    lead = len(phrase) - len(phrase.lstrip())
    begin += lead
    phrase = phrase.strip()
    if re.search(r"\b(?:and|but|or|then|who)\Z", phrase, re.I) or not phrase:
        relative = re.search(r"\bwho\Z", left)
        if relative:
            names = [n for n in region.named_in(low, low + relative.start()) if n.kind == "person"]
            return Span(names[-1].start, names[-1].stop) if names else None
        return _first_subject(region, low, low + len(left))
    dropped = _LEADING.match(phrase)
    if dropped and dropped.end() < len(phrase):
        begin += dropped.end()
        phrase = phrase[dropped.end() :]
    return _phrase(region, low + begin, low + begin + len(phrase))


def _phrase(region: Region, start: int, stop: int) -> Span | None:
    words = region.page.body[start:stop]
    last = words.rsplit(None, 1)[-1]
    if PRONOUN.match(last):
        return Span(stop - len(last), stop)
    named = [n for n in region.named_in(start, stop + 2) if n.stop >= stop - 2]
    if named:
        n = named[-1]
        head = n.role_start if start <= n.role_start < n.start else n.start
        lead = region.page.body[start:head]
        if (
            0 < lead.count(" ") <= 8
            and _DETERMINER.match(lead)
            and not re.search(r",|\b(?:was|were|is|are|had|has|said)\b", lead)
        ):
            head = start
        return Span(head, stop)
    if _PREPOSITION.match(words) or words.count(" ") > 13 or _HOLDS_VERB.search(words):
        names = [n for n in region.named_in(start, stop) if n.kind == "person"]
        determiners = [
            m
            for m in _DETERMINER.finditer(words)
            if not re.search(r"\b(?:of|in|at|on|by|for|from|with|to)\s\Z", words[: m.start()])
        ]
        if determiners and words[determiners[-1].start() :].count(" ") <= 8:
            return Span(start + determiners[-1].start(), stop)
        if names:
            return Span(names[0].start, names[0].stop)
        return None
    if last.lower() in _NOT_NOUNS or not re.match(r"[\w\"“«']", words):
        return None
    return Span(start, stop)


_SPOKEN_TO = re.compile(
    r"\s(?:whom\s)?(?:the\s)?[\w.]{2,30}\s(?:spoke|talked|interviewed|contacted)(?:\s(?:to|with))?\Z"
)
_HOLDS_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|went|did|should|would|could|will|can|may|might|must|been)\b"
)
_NOT_NOUNS = listed(
    """and or but the a an of in on at to for not it's there who that this these be been being was were as
    with by from what"""
)


def _apposed(region: Region, low: int, stop: int) -> Span | None:
    """Whose apposition it is: in "X, the founder of Y, said" the person before the comma."""
    names = [
        n
        for n in region.named_in(low, stop)
        if region.page.body[n.stop : n.stop + 1] in (",", " ") and n.stop < stop
    ]
    followed = [n for n in names if region.page.body[n.stop] == ","]
    people = [n for n in followed if n.kind == "person"]
    ending = [n for n in region.named_in(low, stop) if n.stop == stop and n.kind == "person"]
    if ending and not people:
        return Span(ending[0].start, ending[0].stop)
    chosen: list[Named] = people[-1:] or followed[:1]
    if chosen:
        n = chosen[0]
        start = n.role_start if low <= n.role_start < n.start else n.start
        return Span(start, n.stop)
    left = region.text(low, stop)
    comma = left.rfind(",")
    return subject_before(region, low, low + comma if comma >= 0 else stop)


def _first_subject(region: Region, low: int, stop: int) -> Span | None:
    """Who the sentence is about: its first pronoun or person ("he came back - but told …")."""
    clause = region.text(low, stop).rfind(",") + 1
    near = list(_SUBJECT_PRONOUN.finditer(region.text(low, stop), clause))
    pronoun = near[0] if near and clause else _SUBJECT_PRONOUN.search(region.text(low, stop))
    people = [n for n in region.named_in(low, stop) if n.kind == "person"]
    if pronoun and (
        not people
        or low + pronoun.start() < people[0].start
        or (near and clause and people[0].start < low + clause)
    ):
        return Span(low + pronoun.start(), low + pronoun.end())
    if people:
        return Span(people[0].start, people[0].stop)
    head = re.match(
        r"\s*((?:(?:Each|All|Both|None|One|Some|Many|Most)\sof\s(?:our|his|her|their|the|its)\s[\w'’-]+"
        r"|(?:The|A|An|Some|Many|Several|Most|One)\s[\w'’-]+(?:\s[\w'’-]+)?))",
        region.text(low, stop),
    )
    return Span(low + head.start(1), low + head.end(1)) if head else None


def speaker_after(region: Region, start: int, stop: int) -> Span | None:
    """Who stands after an inverted verb: "said lawyer X, who …"."""
    text = region.text(start, min(stop, start + 200))
    lead = len(text) - len(text.lstrip())
    if lead == 0 or not text.strip():
        return None
    begin = start + lead
    named = [n for n in region.named_in(begin, stop) if n.kind in ("person", "organisation")]
    end = _NP_END.search(text, lead)
    limit = start + (end.start() if end else len(text))
    inside = [
        n
        for n in named
        if n.start < limit
        or (region.text(begin, n.start).count(",") == 0 and n.start - begin < 60 and n.start <= limit)
    ]
    people = [n for n in inside if n.kind == "person"]
    if people:
        return (
            Span(begin, people[0].stop)
            if people[0].start - begin < 110
            else Span(people[0].start, people[0].stop)
        )
    if inside and inside[0].start - begin < 5:
        return Span(begin, max(limit, inside[0].stop))
    words = region.page.body[begin:limit].rstrip()
    first = words.split(None, 1)[0] if words else ""
    if (
        not words
        or words.count(" ") > 12
        or first.lower()
        in ("that", "in", "on", "at", "to", "it's", "so", "as", "there", "if", "when", "this")
    ):
        return None
    if PRONOUN.match(first):
        return Span(begin, begin + len(first))
    if not (
        _DETERMINER.match(words + " ")
        or first[0].isupper()
        or words.split()[-1].lower() in region.words.roles
    ):
        return None
    more = re.compile(
        r"\sfrom\s(?:the\s)?(?:\w+\s){0,4}?[A-Z]\w+(?:\s(?:region|city|town|village|oblast|district"
        r"|province|republic)(?:\sof\s[A-Z]\w+)?)?"
    ).match(region.page.body, begin + len(words), stop)
    return Span(begin, more.end() if more else begin + len(words))


__all__ = ["PRONOUN", "speaker_after", "subject_before"]
