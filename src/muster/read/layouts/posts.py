"""Layouts of channels: lists of sources, "X reports:" before a list or a letter, blocks behind ">".

A line of a list of sources ("• Ministry – two dead") is its source's, and only where at least two lines of
the list name one; a heading that asks who says what is nobody's words. What stands behind a line that ends in
a colon is whose that line tells of: a list, a paragraph in quotation marks, a block behind ">".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from muster.read.frames import Frame, clean
from muster.read.layouts.post_heads import headed
from muster.read.layouts.post_letters import NOUN_NEAR, TITLE_WORD, titled
from muster.read.layouts.post_points import points
from muster.read.page import Page
from muster.read.people.roles import Named
from muster.read.protection.bearers import between, nouns_in
from muster.read.speakers.source_kind import kind_of
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.sources.cues import LANGUAGES, lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_BULLET: Final = re.compile(
    r"[ \t]{0,4}(?:(?:[•▪▫◾◽◼◻■□●○‣►▶➡➖🔘🔷🔶🟢🟡🟠🟣🟤🟥🟧🟨🟩🟦🔹🔸🔻🔺🔳🔲✅✔☑✓❗⚡🔴🔵⚪⚫📌📍👉*]"
    r"|[–—-](?=\s))[\ufe0f\u200d]?\s{0,3}|\d{1,2}[.)]\s{1,3}|\d\ufe0f?\u20e3\s{0,3})(?=\S)"
)
_BLOCK: Final = re.compile(r"[ \t]{0,4}>\s{0,3}(?=\S)")
_MOST_LABEL: Final = 90
_COLON: Final = re.compile(
    r"([^:\n]{2,80}?)(?:,\s\d{1,2}:\d{2}|,\s(?:on\sair|в\sэфире|в\sефірі)[^:\n]{0,24}(?:\d:\d{2})?)?\s?:\s{1,3}(?=\S)"
)
_DASH: Final = re.compile(r"([^\n–—]{2,80}?)\s[–—-]\s(?=\S)")
_IN_MARKS: Final = re.compile(r"[«“\"„][^«»“”\"„\n]{2,60}[»”\"]")
_ACRONYM: Final = re.compile(r"[A-ZА-ЯЁІЇЄҐ]{2,7}(?![\w])")
_PLACE_OF: Final = re.compile(r"\s(?:у|в|во|на|in|on|at|via|через)\s", re.I)
_CITING: Final = re.compile(
    r"(?:со\sссылкой\sна|ссылаясь\sна|з\sпосиланням\sна|із\sпосиланням\sна|посилаючись\sна|citing|quoting|referring\sto|quotes|cites|цитирует|цитує)\s",
    re.I,
)
# What is told of a source behind its noun: "a nurse we know (no name)", "our reader from the roof".
_TOLD_OF: Final = re.compile(
    r"(?:,?\s(?:(?:we|I|who|whom|whose|which)\s|(?:как|которую|которого|который|которая|якої|якого|яку|який|яка)\s)[^:\n]{1,70}"
    r"|,\s(?:as|as\sof|speaking|writing)\s[^:\n]{1,60}|\sthis\s(?:morning|afternoon|evening|noon)|\s\([^()\n]{1,120}\))+\Z"
)
_TIME: Final = re.compile(
    r"\W{0,4}(?:(?:UPD\.?|UPDATE|Update|Обновлено|Оновлено)\s?)?\d{1,2}[:.]\d{2}(?:\s?[–—-]|[.,)\]])?\s{1,3}(?=\S)"
)
# "@harbour_watch", «Тягнирядно С. В.», somebody in the comments.
_HANDLE: Final = re.compile(
    r"@\w{3,40}|[A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]{2,24}\s[A-ZА-ЯЁІЇЄҐ]\.(?:\s?[A-ZА-ЯЁІЇЄҐ]\.)?"
    r"|(?:Аноним|Анонім|Anonymous|Anon)(?:\s(?:в|у|in)\s(?:the\s)?(?:комментариях|коментарях|comments))?"
)
# Labels of the outlet's own.
_NO_SOURCE: Final = listed(
    """correction clarification update note reminder editor поправка уточнение уточнення виправлення важно
    важливо"""
)
_ASIDE: Final = re.compile(r"\s?\([^()\n]{1,120}\)\.?\s*\Z")
_OPENING: Final = '«“"„'
_CLOSING: Final = '»”"“'
_MARKS: Final = " \t*_>#\ufe0f"
_FORWARDED: Final = re.compile(
    r"(?:Forwarded|Переслано|Репост|Reposted)\s(?:from|из|от|з|із|від)\s[«“\"]?(?P<name>[^«»“”\"\n]{2,60})[»”\"]?\s*\Z",
    re.I,
)
# A letter or a comment that is printed below.
_LETTER: Final = re.compile(
    r"\b(?:inbox|letter|message|comments?|reader|subscriber|writes?|wrote|told\sus|sent\sus)\b"
    r"|(?<!\w)(?:письм|сообщени|подписчи|читател|комментар|пишет|пишут|прислал|написал|лист|повідомлен|підписни"
    r"|читач|коментар|пише|надісла|написа)",
    re.I,
)


@dataclass(slots=True)
class Posted:
    """``frames``: by the number of the paragraph in which their speaker stands; ``points``: lines of a list,
    by that number too; ``asks``: headings."""

    frames: dict[int, Frame] = field(default_factory=dict)
    points: dict[int, list[Frame]] = field(default_factory=dict)
    asks: set[int] = field(default_factory=set)

    def of(self, paragraph: int) -> list[Frame]:
        """The frames whose speaker stands in this paragraph."""
        frame = self.frames.get(paragraph)
        return [frame] if frame is not None else self.points.get(paragraph, [])


def posted(page: Page, named: Sequence[Named]) -> Posted:
    """What the layout of a post says of whose words its lines are."""
    found = Posted()
    body = page.body
    if not any(mark in body for mark in ":–—>▪•🔹") and TITLE_WORD.search(body) is None:
        return found
    bullets = _bullets(page)
    _stamped(page, named, found)
    lists: list[tuple[range, dict[int, Frame]]] = []
    number = 0
    while number < len(page.paragraphs):
        if bullets[number] is None:
            _led(page, named, bullets, number, found)
            letter = titled(page, number) if number not in found.frames else None
            if letter is not None:
                found.frames[number] = letter
            _block(page, named, number, found)
            if number not in found.frames and (below := _items(page, bullets, number + 1)):
                found.points[number] = points(page, named, number, below)
            number += 1
            continue
        stop = number
        while stop < len(bullets) and bullets[stop] is not None:
            stop += 1
        run = range(number, stop)
        number = stop
        if found.points.get(run.start - 1):
            continue
        lists.append((run, _sources(page, named, bullets, run, found)))
    _agreed(page, lists, found)
    return found


def _items(page: Page, bullets: Sequence[int | None], number: int) -> list[Span]:
    """What the lines of a list say that begins with this paragraph."""
    found: list[Span] = []
    while number < len(bullets) and (at := bullets[number]) is not None:
        found.append(clean(page.body, at, page.paragraphs[number].stop))
        number += 1
    return found


def _bullets(page: Page) -> list[int | None]:
    """For each paragraph where the words of a line of a list begin; None where it is no such line, as the
    heading of a list whose lines have another mark («❗️Главное:» above «▪️»)."""
    found = [_BULLET.match(page.body, *block) for block in page.paragraphs]
    marks = ["" if mark is None else mark.group().strip()[:1] for mark in found] + ["", ""]
    for at, mark in enumerate(marks[:-2]):
        above = marks[at - 1] if at else ""
        if (
            mark
            and not mark.isdecimal()
            and mark != above
            and mark != marks[at + 1] != ""
            and (marks[at + 1] == marks[at + 2])
        ):
            found[at] = None
    return [mark.end() if mark else None for mark in found]


def _language(page: Page, number: int) -> str | None:
    language = page.paragraph_languages[number]
    return language if language in LANGUAGES else None


# --- lists of sources -----------------------------------------------------------------------------------
def _sources(
    page: Page, named: Sequence[Named], bullets: Sequence[int | None], run: range, found: Posted
) -> dict[int, Frame]:
    lines: dict[int, Frame] = {}
    for number in run:
        at, language = bullets[number], _language(page, number)
        if at is None or language is None or number in found.asks:
            continue
        frame = _line(page, named, at, page.paragraphs[number].stop, language)
        if frame is not None:
            lines[number] = frame
    return lines


def _agreed(page: Page, lists: Sequence[tuple[range, dict[int, Frame]]], found: Posted) -> None:
    """A list names sources where half of its lines do, and two lines of it or of all lists of the post."""
    several = sum(len(lines) for run, lines in lists if 2 * len(lines) >= len(run))
    for run, lines in lists:
        if several < 2 or not lines or 2 * len(lines) < len(run):
            continue
        found.frames.update((n, f) for n, f in lines.items() if n not in found.frames)
        if len(lines) > 1 and run.start and page.body[page.paragraphs[run.start - 1].stop - 1] == ":":
            found.asks.add(run.start - 1)
            found.frames.pop(run.start - 1, None)


# --- a time before a source -----------------------------------------------------------------------------


def _stamped(page: Page, named: Sequence[Named], found: Posted) -> None:
    """ "15:15 Ministry: 2,300 carried so far": a log's line up to the end of its sentence is its source's."""
    body = page.body
    for number, block in enumerate(page.paragraphs):
        language = _language(page, number)
        stamp = _TIME.match(body, block.start, block.stop) if language else None
        label = _COLON.match(body, stamp.end(), min(block.stop, stamp.end() + _MOST_LABEL)) if stamp else None
        if stamp is None or label is None or language is None:
            continue
        quoted = body[label.end()] in _OPENING
        end = block.stop if quoted else page.sentences[page.sentence_at(label.end())].stop
        frame = _line(page, named, stamp.end(), min(block.stop, end), language)
        if frame is not None:
            frame.label = False
            found.frames[number] = frame


def _line(page: Page, named: Sequence[Named], at: int, stop: int, language: str) -> Frame | None:
    """ "Ministry: …", "Governor X – …": the words behind the mark, if a source stands before it."""
    if stamp := _TIME.match(page.body, at, stop):
        at = stamp.end()
    for mark in (_COLON, _DASH):
        label = mark.match(page.body, at, min(stop, at + _MOST_LABEL))
        if label is None:
            continue
        citing = _CITING.search(page.body, *label.span(1))
        first = Span(at, citing.start() if citing else label.end(1))
        speaker = _source(page, named, clean_label(page.body, first), language)
        if speaker is None:
            continue
        frame = _words(page, label.end(), stop, speaker)
        if frame is not None and citing:
            frame.beyond = Span(citing.end(), label.end(1))
            frame.cue = Span(citing.start(), citing.end() - 1)
        return frame
    return None


def clean_label(body: str, span: Span) -> Span:
    """Without marks of layout and blanks at its ends."""
    start, stop = span
    while start < stop and (
        body[start] in _MARKS or not (body[start].isalnum() or body[start] in _OPENING + "@")
    ):
        start += 1
    while stop > start and body[stop - 1] in _MARKS + ",":
        stop -= 1
    return Span(start, stop)


def _source(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    """The span of a source that a label is: a name, a name in marks, a body, a description of people."""
    if (told := _TOLD_OF.search(page.words(span))) is not None:
        span = Span(span.start, span.start + told.start())
    words = page.words(span)
    if (
        not words
        or words.lower() in _NO_SOURCE
        or words.count(" ") > 8
        or lexicon(language).cue.search(words)
    ):
        return None
    if language != "en" and any(cases(w, language).kind == "verb" for w in words.split() if w.islower()):
        return None  # a clause is nobody's name
    if _IN_MARKS.fullmatch(words):
        return Span(span.start + 1, span.stop - 1)
    if _HANDLE.fullmatch(words):
        return span
    people = [n for n in between(named, span.start, span.stop) if n.stop <= span.stop and n.kind == "person"]
    if people and people[0].stop >= span.start + 2:
        return Span(span.start, people[-1].stop)
    cut = _PLACE_OF.search(words)
    if cut is not None and cut.start() > 2:
        span = Span(span.start, span.start + cut.start())
        words = page.words(span)
    bodies = any(n.kind == "organisation" for n in between(named, span.start, span.stop - 1))
    if bodies or _ACRONYM.match(words) or kind_of(words, language):
        return span
    low = [w.lower() for w in words.split()]
    known = lexicon(language).roles | lexicon(language).plural | source_words(language).people
    return span if any(w in known or w in source_words(language).bodies for w in low[:4]) else None


def _words(page: Page, start: int, stop: int, speaker: Span) -> Frame | None:
    """The frame of a line whose words begin here; an aside of the outlet at its end is left out."""
    body = page.body
    if body[start : start + 1] in _OPENING:
        end = max((body.rfind(mark, start + 1, stop) for mark in _CLOSING), default=-1)
        if end > start + 2:
            inner = clean(body, start + 1, end)
            return Frame([inner], "say", None, speaker, quoted=True, confidence=0.85, label=True)
    aside = _ASIDE.search(body, start, stop)
    stop = aside.start() if aside else stop
    span = clean(body, start, _up_to_another(page, start, stop))
    if span.stop - span.start < 3 or _FIGURE.fullmatch(body, *span):
        return None  # «• Компании с заказом – до 85 %» is a line of a table
    return Frame([span], "say", None, speaker, confidence=0.7)


def _up_to_another(page: Page, start: int, stop: int) -> int:
    """Where a later sentence of the line says itself who says something, or the line's end."""
    index = page.sentence_at(start)
    for sentence in page.sentences[index + 1 :]:
        language = page.languages[index]
        if sentence.start >= stop or language not in LANGUAGES:
            break
        if lexicon(language).cue.search(page.body, sentence.start, min(stop, sentence.stop)):
            return sentence.start
    return stop


_FIGURE: Final = re.compile(
    r"[\W_]*(?:до|от|более|менее|около|понад|від|близько|up to|over|about)?[\W_\d]{1,24}(?:\w{1,14}[\W_]*)?"
)


# --- behind a line that ends in a colon -----------------------------------------------------------------
def _led(
    page: Page, named: Sequence[Named], bullets: Sequence[int | None], number: int, found: Posted
) -> None:
    """ "X reports:" and a list, a quotation or a block below it."""
    block, language = page.paragraphs[number], _language(page, number)
    if language is None or page.body[block.stop - 1] != ":" or number + 1 >= len(page.paragraphs):
        return
    items: list[Span] = []
    quoted = bullets[number + 1] is None
    following = number + 1
    while following < len(page.paragraphs):
        words = _item(page, bullets, following, quoted, number)
        if words is None:
            break
        items.append(words)
        following += 1
    head = headed(page, named, block, language) if quoted and len(items) < 2 else None
    if head is not None:
        said = items or [_plain(page, page.paragraphs[number + 1])]
        if said[0].stop - said[0].start > _SHORT_SAYING:
            found.frames[number] = Frame(said, "say", None, head, quoted=True, confidence=0.6)
        return
    if not items or (len(items) == 1 and not quoted):
        return
    lead = _lead(page, block, language, quoted)
    if lead is not None:
        speaker, cue = lead
        written = cue is None or lexicon(language).cue_class.get(page.words(cue).lower()) == "write"
        found.frames[number] = Frame(
            items, "write" if written else "say", cue, speaker, quoted=quoted, confidence=0.75
        )


_SHORT_SAYING: Final = 12


# What a page tells of somebody is none of his words: «Народився 1975 року».
_LIFE: Final = re.compile(r"\W{0,3}(?:народи(?:вся|лася)|роди(?:лся|лась)|у\s\d{4}|в\s\d{4})(?!\w)", re.I)


def _plain(page: Page, block: Span) -> Span:
    """The words of a paragraph, up to a sentence that says itself who says something; none of a heading."""
    if page.body[block.stop - 1] == ":" or _LIFE.match(page.body, block.start):
        return Span(block.start, block.start)
    return clean(page.body, block.start, _up_to_another(page, block.start, block.stop))


def _item(page: Page, bullets: Sequence[int | None], number: int, quoted: bool, lead: int) -> Span | None:
    block, body = page.paragraphs[number], page.body
    if not quoted:
        at = bullets[number]
        return None if at is None else _without_carried(body, clean(body, at, block.stop))
    mark = _BLOCK.match(body, block.start, block.stop)
    if mark is not None:
        return (
            None
            if _COLON.match(body, mark.end(), block.stop) and number > lead + 1
            else clean(body, mark.end(), block.stop)
        )
    end = block.stop - (body[block.stop - 1] in ".…")
    whole = body[block.start] in _OPENING and body[end - 1] in _CLOSING and number == lead + 1
    return clean(body, block.start + 1, end - 1) if whole else None


_SENTENCE_IN_MARKS: Final = re.compile(r"[.;!?…]\s[«“\"„][^\n]{8,300}\Z")


def _without_carried(body: str, span: Span) -> Span:
    """An item without the quotation that follows it: that is a claim of its own."""
    tail = _SENTENCE_IN_MARKS.search(body, *span)
    return Span(span.start, tail.start()) if tail else span


# "In its evening report, the staff said:", "the ministry said in a statement on Monday:".
_OPENING_EN = re.compile(
    r"\W*(?:In|At|On|After|Late|Early|Earlier|Meanwhile|Later|During|Following|By|Speaking)\b[^,.:\n]{0,70},\s"
)
_OURS_EN = re.compile(r"\b(?:we|you|I|what|can|could|to)\b")
_HOW_EN = re.compile(
    r"(?:(?:in|on|at|to|by|via|for|after)\s[\w\s.’'-]{2,50}|(?:late|early|last|this)\s[\w\s]{3,30})"
)


# «Что сказал министр:» asks, and names nobody before the verb.
_ASKED: Final = listed("что кто що хто what who") | {"о чём", "о чем", "про що"}


def _lead(page: Page, block: Span, language: str, quoted: bool) -> tuple[Span, Span | None] | None:
    """Whose words follow, and the verb that says so."""
    body = page.body
    index = page.sentence_at(block.stop - 1)
    start = max(block.start, page.sentences[index].start)
    end = block.stop - 1
    words = lexicon(language)
    for match in words.cue.finditer(body, start, end):
        tail = body[match.end() : end].strip()
        said_how = language == "en" and _HOW_EN.fullmatch(tail) is not None
        said_how = said_how and _OURS_EN.search(body, start, match.start()) is None
        if said_how or (tail.count(" ") <= 1 and not tail.endswith(",")):
            opening = _OPENING_EN.match(body, start, match.start()) if language == "en" else None
            before = clean_label(body, Span(opening.end() if opening else start, match.start()))
            if _VOCATIVE.fullmatch(page.words(before)):
                before = Span(end, end)
            asked = page.words(before).lower() in _ASKED
            if not asked and before.stop - before.start >= 2 and page.words(before).count(" ") <= 10:
                return before, Span(*match.span())
        behind = clean_label(body, Span(match.end(), end))
        if quoted and _VOCATIVE.fullmatch(body, start, match.start()) and _is_one(page, behind, language):
            return behind, Span(*match.span())  # «Друзья, пишет читательница из Лугового:»
    if not quoted or _LETTER.search(body, block.start, end) is None:
        return None
    nouns = nouns_in(page, block.start, end, language)
    return (Span(nouns[0].start, nouns[0].stop), None) if nouns else None


# Whom a post speaks to, before it says who writes.
_VOCATIVE: Final = re.compile(
    r"\W*(?:(?:дорогие|уважаемые|дорогі|шановні)\s)?[^\W\d_][\w-]{2,20}(?:,\s(?:\w+\s)?|!\s)|\W*", re.I
)


def _is_one(page: Page, span: Span, language: str) -> bool:
    """Whether a phrase begins with a noun for a person."""
    nouns = nouns_in(page, span.start, span.stop, language)
    return bool(nouns) and nouns[0].start - span.start < NOUN_NEAR and "," not in page.words(span)


# --- blocks behind ">" ----------------------------------------------------------------------------------
def _block(page: Page, named: Sequence[Named], number: int, found: Posted) -> None:
    """ "> Brigade X: …"; "> Forwarded from X" and the lines below it."""
    block, language = page.paragraphs[number], _language(page, number)
    mark = _BLOCK.match(page.body, block.start, block.stop)
    if mark is None or language is None or number in found.frames:
        return
    sent = _FORWARDED.search(page.body, mark.end(), block.stop)
    if sent is not None:
        _forwarded(page, named, number, Span(*sent.span("name")), found)
        return
    label = _COLON.match(page.body, mark.end(), min(block.stop, mark.end() + _MOST_LABEL))
    speaker = _source(page, named, clean_label(page.body, Span(*label.span(1))), language) if label else None
    if label is not None and speaker is not None:
        frame = _words(page, label.end(), block.stop, speaker)
        if frame is not None:
            frame.verb, frame.quoted = "write", True
            found.frames[number] = frame


def _forwarded(page: Page, named: Sequence[Named], number: int, name: Span, found: Posted) -> None:
    parts: list[Span] = []
    for block in page.paragraphs[number + 1 :]:
        mark = _BLOCK.match(page.body, block.start, block.stop)
        if mark is None:
            break
        parts.append(clean(page.body, mark.end(), block.stop))
    parts = [p for p in parts if p.stop > p.start]
    if parts:
        people = [n for n in between(named, name.start, name.stop) if n.kind == "person"]
        speaker = Span(people[0].start, people[0].stop) if people else name
        found.frames[number] = Frame(parts, "write", None, speaker, quoted=True, confidence=0.7)


__all__ = ["Posted", "posted"]
