"""What the rules of every language share: a stretch of text laid out for them, and what they find."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from muster.read.page import Page
from muster.read.people.people import Named
from muster.text.listed import listed
from muster.text.quotes import Quotation
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span, trim

# Stands for every character of a quotation that may be speech, so that rules look past it.
SPOKEN = "\x00"


@dataclass(slots=True)
class Frame:
    """One "X said Y": where the words, the speaker and the verb stand.

    ``who``: span, pronoun, own (the speaker of the quotation it stands in), nobody (agentless),
    document, carried (the speaker before). ``verb``: the class of the cue.
    """

    parts: list[Span]
    verb: str = "say"
    cue: Span | None = None
    speaker: Span | None = None
    who: str = "span"
    addressee: Span | None = None
    quoted: bool = False
    hypothetical: bool = False
    confidence: float = 0.7
    received: bool = False  # "was told": the named one is who heard it
    label: bool = False  # "Name: …": the whole paragraph is his
    beyond: Span | None = None  # «со ссылкой на Y»: who said it before the speaker did
    whole: Span | None = None  # the speaker with his appositions

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def stop(self) -> int:
        return self.parts[-1].stop


@dataclass(slots=True)
class Region:
    """Sentences that belong together because quotations run across them. ``masked[i]`` is the
    character ``body[start + i]``, or SPOKEN inside a quotation that may be speech."""

    page: Page
    start: int
    stop: int
    language: str
    sentences: list[Span]
    quotes: list[Quotation]
    named: list[Named]
    level: int = 0
    masked: str = ""
    used: set[int] = field(default_factory=set)
    heads: bool = False
    turn: bool = False  # within a question or an answer of an interview

    @property
    def words(self) -> Lexicon:
        return lexicon(self.language)

    def sentence_of(self, at: int) -> Span:
        """The stretch between sentence ends outside quotations around this character.

        Cut at some distance: no sentence is that long, and the cost of a rule must not grow with
        a text that has no sentence ends.
        """
        i = max(0, bisect.bisect_right(self.sentences, at, key=lambda s: s.start) - 1)
        s = self.sentences[i] if self.sentences else Span(self.start, self.stop)
        return Span(max(s.start, at - _FAR_BEFORE), min(s.stop, at + _FAR_AFTER)) if s.start <= at else s

    def brackets_around(self, span: Span, near: int | None = None) -> Span | None:
        """What stands within the brackets around a stretch, where they open and close in its sentence, or no
        more than ``near`` characters from it."""
        low, high = self.sentence_of(span.start)
        if near is not None:
            low, high = max(self.start, span.start - near), min(self.stop, span.stop + near)
        before = self.text(low, span.start)
        opened = before.rfind("(")
        if opened <= before.rfind(")"):
            return None
        closed = self.text(span.stop, high).find(")")
        return Span(low + opened + 1, span.stop + closed) if closed >= 0 else None

    def quote_before(self, at: int) -> Quotation | None:
        i = bisect.bisect_right(self.quotes, at, key=lambda q: q.stop)
        return self.quotes[i - 1] if i else None

    def quote_after(self, at: int) -> Quotation | None:
        i = bisect.bisect_left(self.quotes, at, key=lambda q: q.start)
        return self.quotes[i] if i < len(self.quotes) else None

    def quotes_in(self, start: int, stop: int) -> list[Quotation]:
        """Quotations that touch ``[start, stop)``."""
        first = bisect.bisect_right(self.quotes, start, key=lambda q: q.stop)
        last = bisect.bisect_left(self.quotes, stop, key=lambda q: q.start)
        return self.quotes[first:last]

    def named_in(self, start: int, stop: int) -> list[Named]:
        first = bisect.bisect_left(self.named, start, key=lambda n: n.start)
        last = bisect.bisect_left(self.named, stop, key=lambda n: n.start)
        return [n for n in self.named[first:last] if n.stop <= stop]

    def named_from(self, start: int, stop: int) -> list[Named]:
        """Names that begin in ``[start, stop)``, wherever they end."""
        first = bisect.bisect_left(self.named, start, key=lambda n: n.start)
        last = bisect.bisect_left(self.named, stop, key=lambda n: n.start)
        return self.named[first:last]

    def use(self, start: int, stop: int) -> None:
        """The quotations within these reported words need no speaker of their own."""
        for q in self.quotes_in(start - 1, stop + 1):
            if q.start >= start - 1 and q.stop <= stop + 1:
                self.used.add(q.start)

    def text(self, start: int, stop: int) -> str:
        """Masked characters of ``[start, stop)`` in offsets of the body."""
        return self.masked[start - self.start : stop - self.start]


# "“Rami,” a student of 23, said …": a name that was changed.
_IS_SOMEBODY = re.compile(
    r"\s(?:\d{1,3}|(?:an?|the|one|who|whose)\s(?:(?!said\b|says\b|told\b|added\b)[^.;:\n\"“”]){3,80}),\s(?:said|says|told|tells|recalled|recalls|was|had|has)\s"
)


def may_be_speech(body: str, quote: Quotation) -> bool:
    """Titles, names and single borrowed words are no speech; a clause or an end mark inside is."""
    words = body[quote.inner_start : quote.inner_stop].strip()
    if not words:
        return False
    count = words.count(" ") + 1
    ended = words[-1] in ".!?…,"
    if words[0] > "\u0400" and not ended and _is_name(body, quote, count):
        return False
    if count == 1 and words[-1] == "," and words[0].isupper() and _IS_SOMEBODY.match(body, quote.stop):
        return False
    if count <= 2:
        after = body[quote.stop : quote.stop + 3].lstrip()
        before = body[max(0, quote.start - 2) : quote.start].rstrip()
        return (
            ended
            or before.endswith(":")
            or (
                count == 2
                and after[:1] in ",-–—"
                and words[0].isupper()
                and " " in words
                and not words.istitle()
            )
        )
    return (
        count >= 5
        or ended
        or words[0].isupper()
        or body[max(0, quote.start - 2) : quote.start].rstrip().endswith((":", ","))
    )


# Words of a name in Cyrillic quotation marks.
_LONGEST_NAME = 8


def _is_name(body: str, quote: Quotation, count: int) -> bool:
    """«пишет «Речная газета», …», «ТОВ «Північний порт»»: a capital straight behind a word, no end mark."""
    straight = body[max(0, quote.start - 2) : quote.start].rstrip()[-1:].isalnum()
    capital = body[quote.inner_start : quote.inner_stop].lstrip()[:1].isupper()
    return straight and capital and (count <= _LONGEST_NAME or not quote.closed)


def content(body: str, quote: Quotation) -> Span:
    """The words between the marks, without the comma that the frame put before the mark."""
    span = trim(body, quote.inner_start, quote.inner_stop)
    stop = span.stop
    while stop - 1 > span.start and body[stop - 1] in ",*_ \n\r\t'’":
        if body[stop - 1] in "'’" and body[stop - 2].isalnum():
            break
        stop -= 1
    return Span(span.start, stop)


# What reported words may begin with beside letters; bullets, emoji and marks of layout are not theirs.
_MAY_OPEN = "«“\"„‘'([{#@$€£№+…\x00"


# «12:47 «Разбираем завалы», …»: the time of a line in a log is the outlet's.
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}[.,)]?\s{1,3}(?:[–—-]\s)?(?=[A-ZА-ЯЁІЇЄҐ«“\"])")


# "TORVIK, Oct 4 (Wire) - ", "TORVIK (Wire) —": where and when a dispatch was written.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)?"
    r"(?:,?\s\d{1,2}|(?:,\s|\s)[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:,\s\d{4})?"
    r"\s?(?:\([^()\n]{2,40}\)\s)?"
    r"(?:--|[–—-])\s(?=[\w“\"])"
)


def clean(body: str, start: int, stop: int) -> Span:
    """A stretch of reported words without blanks, leading marks and the final stop."""
    span = trim(body, start, stop)
    begin, end = span
    if body[begin : begin + 1].isdecimal() and body[begin - 1 : begin] in ("", "\n"):
        stamp = _CLOCK.match(body, begin, end)
        begin = stamp.end() if stamp else begin
    if body[begin : begin + 2].isupper() and body[begin - 1 : begin] in ("", "\n"):
        stamp = _DATELINE.match(body, begin, end)
        begin = stamp.end() if stamp else begin
    while begin < end and not body[begin].isalnum() and body[begin] not in _MAY_OPEN:
        begin += 1
    if body.find("://", begin, end) >= 0:
        address = _ADDRESS_LAST.search(body, begin + 1, end)
        end = address.start() if address else end
    while end > begin and body[end - 1] in ",;:–—- .*_\n\r\t":
        end -= 1
    return Span(begin, end)


# A post's words, and then where to read more.
_ADDRESS_LAST = re.compile(r"(?:\s+[(<]?https?://\S+)+\s*\Z")


_LONGEST_REGION = 20_000
_FAR_BEFORE, _FAR_AFTER = 600, 1_500


def regions(page: Page, named: list[Named]) -> Iterator[Region]:
    """Units to be read: sentences joined where a quotation crosses their border."""
    outer = [q for q in page.quotations if q.level == 0]
    at_quote = at_name = 0
    i = 0
    while i < len(page.sentences):
        j, stop = i, page.sentences[i].stop
        block = page.paragraph_of[i]
        start = page.sentences[i].start
        while at_quote < len(outer) and outer[at_quote].stop <= start:
            at_quote += 1
        k = at_quote
        mine: list[Quotation] = []
        while True:
            while k < len(outer) and outer[k].start < stop:
                mine.append(outer[k])
                k += 1
            reach = mine[-1].stop if mine else stop
            if reach <= stop or j + 1 >= len(page.sentences) or page.paragraph_of[j + 1] != block:
                break
            if page.sentences[j + 1].stop - start > _LONGEST_REGION:
                break
            j += 1
            stop = page.sentences[j].stop
        while at_name < len(named) and named[at_name].stop <= start:
            at_name += 1
        n = at_name
        while n < len(named) and named[n].start < stop:
            n += 1
        heads = i == 0 or page.paragraph_of[i - 1] != block
        region = _region(
            page, Span(start, stop), page.languages[i], page.sentences[i : j + 1], mine, named[at_name:n], 0
        )
        region.heads = heads
        yield region
        i = j + 1


def inside(region: Region, quote: Quotation) -> Region | None:
    """The words of a quotation as a region of their own, for what is said within what is said."""
    page = region.page
    span = trim(page.body, quote.inner_start, quote.inner_stop)
    if span.stop - span.start < 12 or region.level >= 2:
        return None
    first = page.sentence_at(span.start)
    sentences = []
    for i in range(first, len(page.sentences)):
        s = page.sentences[i]
        if s.start >= span.stop:
            break
        sentences.append(Span(max(s.start, span.start), min(s.stop, span.stop)))
    nested = [q for q in nested_quotes(page, quote) if q.level == quote.level + 1]
    named = region.named_in(span.start, span.stop)
    return _region(page, span, region.language, sentences, nested, named, region.level + 1)


def quotations_from(page: Page, at: int) -> list[Quotation]:
    """The next quotations that begin at ``at`` or after, a few of them."""
    first = bisect.bisect_left(page.quotations, (at, 0, 0, 0, 0, False))
    return page.quotations[first : first + 4]


def nested_quotes(page: Page, quote: Quotation) -> list[Quotation]:
    """Quotations inside this one (they follow it in the page's list)."""
    at = bisect.bisect_right(page.quotations, (quote.start, 1 << 62, 0, 0, 0, True))
    found = []
    for i in range(at, len(page.quotations)):
        if page.quotations[i].start >= quote.stop:
            break
        found.append(page.quotations[i])
    return found


def _region(
    page: Page,
    span: Span,
    language: str,
    sentences: list[Span],
    quotes: list[Quotation],
    named: list[Named],
    level: int,
) -> Region:
    kept = [q for q in quotes if q.stop <= span.stop and may_be_speech(page.body, q)]
    pieces, at = [], span.start
    for q in kept:
        if q.start < at:
            continue
        pieces.append(page.body[at : q.start])
        pieces.append(SPOKEN * (q.stop - q.start))
        at = q.stop
    pieces.append(page.body[at : span.stop])
    # A sentence end inside a quotation is none of the frame's.
    merged: list[Span] = []
    for s in sentences:
        i = bisect.bisect_left(kept, s.start, key=lambda q: q.start) - 1
        if merged and i >= 0 and kept[i].stop > s.start:
            merged[-1] = Span(merged[-1].start, s.stop)
        else:
            merged.append(s)
    masked = _without_dots(_without_links("".join(pieces)), span.start, page.body, named)
    if language != "en":
        masked = _TIME_OF_DAY.sub("·", masked)
        masked = _UNSTOPPED.sub(",", masked) if has_no_stops(masked) else masked
    return Region(page, span.start, span.stop, language, merged, kept, named, level, masked)


_LINK = re.compile(r"\[([^\[\]\n]{1,200})\](\((?:https?://|tg://)[^()\s]{1,300}\))")


# «Согласно записи за 03:12, …»: the colon of a clock parts no clauses.
_TIME_OF_DAY = re.compile(r":(?:(?<=[а-яёіїєґ]\s\d\d:)|(?<=[а-яёіїєґ]\s\d:))(?=\d\d(?!\d))")


# «он говорит что их перекинули а ротный сказал что …»: where somebody writes as he talks, without stops,
# a comma stands before these words all the same.
_UNSTOPPED = re.compile(r"(?<=\w)\s(?=(?:что|чтобы|а|но|мол|що|щоб|але|мовляв)\s)", re.IGNORECASE)
_STOPS = ",.:;!?…–—\x00"
_WORDS_A_STOP, _FEWEST = 30, 15


def has_no_stops(masked: str) -> bool:
    """Whether a text of fifteen words or more has next to no marks, as the transcript of a message has."""
    words = masked.count(" ")
    return words >= _FEWEST and sum(map(masked.count, _STOPS)) * _WORDS_A_STOP <= words


def _without_links(masked: str) -> str:
    """Blanks for the address of "[wrote](https://…)", so that rules see the words alone."""
    if "](" not in masked:
        return masked
    return _LINK.sub(lambda m: f" {m.group(1)} {' ' * len(m.group(2))}", masked)


# «и. о. главы», «т. в. о. голови»: full stops that end nothing.
_ACTING = re.compile(r"(?<!\w)(?:[Тт]\.\s?)?[ИиВв]\.\s?о\.(?=\s[а-яіїєґ])")


# "Mr. X", "Lt. Col. X", "J. Ness", "U.S. troops", "Oct. 4": neither do theirs.
_SHORT_FORM = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Adm|Cmdr|Gov|Sen|Rep|Rev|Hon|St|Jr|Sr|Messrs)\.(?=[\s,])"
    r"|\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec|No|Nos)\.(?=\s\d)|\b[ap]\.m\.(?=\s[a-z])"
    r"|\b(?:[A-Z]\.){1,3}(?=\s[a-z]|\s[A-Z][a-z]+\s(?!The\b))"
)


_LATIN_STOP = re.compile(r"[A-Za-z]\.[\s,]")


def _without_dots(masked: str, start: int, body: str, named: list[Named]) -> str:
    """«Солдат К. рассказал»: the full stop of a name that is a letter ends nothing."""
    if ". " in masked and _LATIN_STOP.search(masked):
        masked = _SHORT_FORM.sub(lambda m: m.group().replace(".", "_"), masked)
    for dots in _ACTING.finditer(masked) if "о. " in masked else ():
        masked = f"{masked[: dots.start()]}{dots.group().replace('.', '_')}{masked[dots.end() :]}"
    for n in named:
        at = n.stop - 1 - start
        if n.protected and body[n.stop - 1] == "." and 0 <= at < len(masked):
            masked = f"{masked[:at]}_{masked[at + 1 :]}"
        low = n.start - start
        if low >= 0 and "." in masked[low:at] and not body[n.start].isascii():
            masked = masked[:low] + masked[low:at].replace(".", "_") + masked[at:]  # «П. С. Ветров»
    return masked


# How, when and to whom: "Mayor X, 21:15: …", "X, speaking to reporters: …", "Press office to me, 23:10: …".
_CIRCUMSTANCES = (
    r"(?:\s?\([^()\n]{1,60}\))?(?:\s(?:to|for)\s(?:me|us|this\s\w{1,20}|the\s\w{1,20}))?"
    r"(?:,\s(?:at\s)?\d{1,2}[:.]\d{2}|,\s(?:speaking|talking|writing|asked|reached|interviewed|in|on|at|by)\s(?:[^:.;\n\x00“”\"«»]|:(?=\d\d)){2,70})?"
)
_LABEL = re.compile(_CIRCUMSTANCES + r"\s?:\s+(?=\S)")
# "Harbour mayor: “…”", as headlines and posts have it.
_QUOTED_LABEL = re.compile(
    r"([A-ZА-ЯЁІЇЄҐ][\w’'-]*(?:\s(?!to\s(?:me|us)\b)[\w’'-]+){0,4})" + _CIRCUMSTANCES + r":\s+(?=[“\"«„'‘])"
)
_GROUP_LABEL = re.compile(r"([^\W\d_][\w-]+(?:\s[\w-]+){0,2}):\s+(?=\S)")
# "UPD 00:41. Ministry: …": a time alone before a label.
_STAMP = re.compile(r"\W{0,4}(?:UPD\.?|UPDATE|Update)?\s?(?:\d{1,2}[:.]\d{2})?\W{0,3}\Z")


CREDITS = listed("источник источники джерело джерела")


def _speaks(region: Region, word: str) -> bool:
    if word in CREDITS:
        return False  # «Источник: сайт министерства»; who a headline keeps back is read with its words
    headline = region.page.sentences[0].start == region.start
    body = region.language == "en" and word.capitalize() in region.words.organisation_words
    body = body or (region.language == "en" and word.upper() in region.words.acronyms)
    return word in region.words.plural or body or (headline and word in region.words.roles)


# "Quote: “…”", "Update: “…”": what follows, and nobody.
_NO_SPEAKER = listed(
    """quote update upd note question photo video caption correction breaking text translation answer headline
    title example fact fake false true"""
)


def _names_somebody(region: Region, label: str) -> bool:
    """Whether what stands before a colon is a name or what somebody is, and no clause."""
    if label.split()[-1].lower() in _NO_SPEAKER:
        return False
    last = label.split()[-1]
    known = last[:1].isupper() or last in region.words.roles or last in region.words.plural
    if region.language == "en":
        known = known or last.capitalize() in region.words.organisation_words
        known = known or last in source_words("en").bodies
    return known and region.words.cue.search(label) is None


def labelled(region: Region) -> list[Frame]:
    """«Name: …» at the head of a paragraph, as in interviews and hearings: the paragraph is his."""
    if region.level:
        return []
    if not region.heads and not _behind_a_stamp(region):
        return _labelled_within(region)
    group = _GROUP_LABEL.match(region.page.body, region.start, region.stop)
    if group and _speaks(region, group.group(1).rsplit(None, 1)[-1].lower()):
        span = clean(region.page.body, group.end(), region.stop)
        if region.page.body[span.start : span.stop].count(" ") >= 2:
            return [Frame([span], "say", None, Span(*group.span(1)), confidence=0.6)]
    titled = _quoted_label(region, label=True)
    if titled or not region.named:
        return titled
    n = region.named[0]
    body = region.page.body
    lead = body[region.start : n.start].strip(" –—-*_")
    colon = _LABEL.match(body, n.stop)
    if n.kind != "person" or colon is None or (lead and n.role_start != region.start):
        return []
    block = region.page.paragraphs[region.page.paragraph_of[region.page.sentence_at(region.start)]]
    quote = region.quote_after(colon.end())
    speaker = Span(n.start, n.stop)
    if quote and quote.start == colon.end():
        region.used.add(quote.start)
    if quote and quote.start == colon.end() and not _NAME_IN_MARKS.match(body, quote.stop, block.stop):
        return [Frame([content(body, quote)], "say", None, speaker, quoted=True, confidence=0.9, label=True)]
    span = clean(body, colon.end(), block.stop)
    if body[span.start : span.stop].count(" ") < 2:
        return []
    return [Frame([span], "say", None, speaker, quoted=True, confidence=0.75, label=True)]


# «Мер: «Берег» закриють у червні»: the sentence goes on, and only a name stood in marks.
_NAME_IN_MARKS = re.compile(r"\s[a-zа-яёіїєґ]{2}")
_LINE_MARK = re.compile(r"[•▪◾●○‣►🔹🔸🔻🔺✅❗⚡📌]\ufe0f?\s{0,3}")


def _quoted_label(region: Region, *, label: bool) -> list[Frame]:
    """ "Press office to me, 23:10: “…”": what somebody is, a colon and his words in marks."""
    body = region.page.body
    if region.quote_after(region.start) is None:
        return []
    mark = _LINE_MARK.match(body, region.start, region.stop)
    title = _QUOTED_LABEL.match(body, mark.end() if mark else region.start, region.stop)
    if title is None or not _names_somebody(region, title.group(1)):
        return []
    quote = region.quote_after(title.end())
    if quote is None or quote.start != title.end() or quote.start in region.used:
        return []
    if _NAME_IN_MARKS.match(body, quote.stop, region.stop):
        return []
    region.used.add(quote.start)
    words, speaker = [content(body, quote)], Span(*title.span(1))
    return [Frame(words, "say", None, speaker, quoted=True, confidence=0.8, label=label)]


def _behind_a_stamp(region: Region) -> bool:
    block = region.page.paragraphs[region.page.paragraph_of[region.page.sentence_at(region.start)]]
    before = region.page.body[block.start : region.start]
    return 0 < len(before) <= 16 and _STAMP.fullmatch(before) is not None


def _labelled_within(region: Region) -> list[Frame]:
    """ "We asked. Press officer X: “…”": a sentence that is a name, a colon and a quotation."""
    body = region.page.body
    if titled := _quoted_label(region, label=False):
        return titled
    n = next((n for n in region.named if n.kind == "person"), None)
    colon = _LABEL.match(body, n.stop) if n is not None else None
    quote = region.quote_after(colon.end()) if colon else None
    if n is None or colon is None or quote is None or quote.start != colon.end():
        return []
    lead = body[region.start : n.start].strip(" –—-*_")
    if lead and n.role_start != region.start:
        return []
    region.used.add(quote.start)
    return [
        Frame(
            [content(body, quote)],
            "say",
            None,
            Span(n.start, n.stop),
            quoted=True,
            confidence=0.85,
            label=True,
        )
    ]


__all__ = [
    "SPOKEN",
    "Frame",
    "Region",
    "clean",
    "content",
    "has_no_stops",
    "inside",
    "labelled",
    "may_be_speech",
    "nested_quotes",
    "quotations_from",
    "regions",
]
