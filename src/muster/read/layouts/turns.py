"""Interviews: whose turn a paragraph is. Questions are the outlet's, answers those of who is interviewed.

A text is an interview by its pattern, never by one line: labels of which one asks and another answers
("Radio Harbour: … Brook: …", "Q: … A: …"), or questions in lines of their own with paragraphs after them
that speak in the first person. Two people who both ask (a chat), a list of questions that nobody in
particular answers and dialogue told with "he said" have another pattern and are none.
"""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass, replace
from typing import Final

from muster.read.basis.basis import FIRST_PERSON
from muster.read.page import Page
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.spans import Span


@dataclass(frozen=True, slots=True)
class Turn:
    """What one of the two says at one go. ``label``: his name at its head, as written.

    ``start``: where his paragraph begins, before dash, number and label.
    """

    words: Span
    asks: bool
    start: int
    label: Span | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph or, where question and answer share one, a part of it."""

    words: Span  # without dash, number, label and marks of layout
    start: int
    label: Span | None
    dashed: bool
    marked: bool  # bold or italic from end to end
    asks: bool  # ends in a question mark, or is an order to tell
    block: int


ASKERS: Final = listed(
    """q question interviewer journalist reporter correspondent host presenter moderator anchor editors
    вопрос журналист журналистка корреспондент корреспондентка корр ведущий ведущая интервьюер редакция
    модератор питання запитання журналіст журналістка кореспондент кореспондентка кор ведучий ведуча
    інтервʼюер інтерв’юер інтерв'юер редакція"""
)
ANSWERERS: Final = listed("a answer reply ответ відповідь respondent interviewee собеседник собеседница")
# Вопрос/Ответ, Питання/Відповідь: which of them asks, the question marks say.
_PARTNERS: Final = {"q": {"a"}, "a": {"q"}, "в": {"о", "п", "з"}, "о": {"в"}, "п": {"в"}, "з": {"в"}}

_HEAD: Final = re.compile(
    r"(?:[*_#>❓❔🎙🎤💬🔹🔸▪️]{1,4}\s?)?(?:\d{1,2}[.)]\s{1,2})?(?P<dash>[–—-]{1,2}\s{1,2})?[*_]{0,3}"
)
_LABEL: Final = re.compile(
    r"(?P<label>[^\W\d_](?:\w|[.,&'’ʼ «»“”\"-]){0,60}?)(?:\s?\([^()\n]{1,60}\))?\s?[*_]{0,3}"
    r"(?P<colon>:)[*_]{0,3}(?:\s{1,3}(?:[–—-]\s)?|\Z|(?=\n))"
)
_LETTER: Final = re.compile(r"(?P<label>Q|A|[ВОПЗ])(?:\.|\s[–—-])\s(?=\S)")
_WITHIN: Final = re.compile(
    r"(?<=[?!.…])\s{1,3}(?=(?:[–—-]\s{1,2}|A:\s|Q:\s|Ответ:\s|Вопрос:\s|Відповідь:\s|Питання:\s)[^\W_a-zа-яёіїєґ«“\"])"
)
_PROMPT: Final = re.compile(
    r"(?:(?:And|But|So|Please),?\s)?(?:tell|describe|explain|talk\sus|take\sus|walk\sus|give\sus|let['’]s\stalk)\b"
    r"|(?:(?:А|И|Но|Тогда|Пожалуйста),?\s)?(?:расскажите|расскажи|опишите|поясните|объясните|уточните|назовите"
    r"|вспомните|давайте|представьтесь)(?!\w)"
    r"|(?:(?:А|І|Але|Тоді),?\s)?(?:розкажіть|розкажи|опишіть|поясніть|уточніть|назвіть|згадайте|пригадайте"
    r"|давайте)(?!\w)",
    re.I,
)
_ASKED_END: Final = re.compile(r"[?][!?»”\"’'*_)\]\s.]{0,6}\Z")
_CREDIT: Final = re.compile(
    r"[\s*_(\[–—-]{0,6}(?:interview(?:ed)?(?:\sby|\sconducted)|photos?\b|images?\b|text\b|source:|edited\b|translat|this\sinterview"
    r"|the\sinterview|this\sconversation|originally\spublished|as\stold\sto|read\s(?:also|more)|subscribe"
    r"|бесед(?:овал|у\s)|записал|подготовил|интервью\s(?:взял|записано|было)|фото|текст|перевод|источник"
    r"|читайте|подписывайтесь|разговор\s(?:записан|вёл|вела)"
    r"|розмовля(?:в|ла)|спілкува|підготува|записа(?:в|ла)|інтерв.?ю\s(?:взя|записа|було)|розмову\s|текст|джерело"
    r"|читайте|підписуйтесь)", re.I,
)  # fmt: skip
_MEETS: Final = re.compile(
    r"\b(?:interview(?:ed|s)?|spoke\s(?:to|with)|(?:talked|talks)\s(?:to|with|about)|met|we\sasked|tells?|told|questions"
    r"|conversation|Q\s?&\s?A)\b"
    r"|(?<!\w)(?:интервью|поговорил|побеседовал|беседовал|беседа|рассказал|рассказыва|расспросил|спросил"
    r"|ответил|отвечает|разговор|вопрос|встретил|говори(?:м|ли)\sс)"
    r"|(?<!\w)(?:інтерв.?ю|поговори[лв]|поспілкува[лв]|розпита[лв]|розпові|запита[лв]|відпові[лвд]|розмов|питан|зустрі[лв]|говори(?:мо|ли)\sз)",
    re.I,
)  # fmt: skip
_WITH: Final = re.compile(
    r"\b(?:interview(?:ed)?|(?:spoke|talked|sat\sdown|met)\s(?:to|with)|we\s(?:asked|met)|Q\s?&\s?A)\b"
    r"|(?<!\w)(?:интервью|поговорил|побеседовал|беседовал|беседа|расспросил|спросил|разговор|встретил"
    r"|говори(?:м|ли)\sс)"
    r"|(?<!\w)(?:інтерв.?ю|поговори[лв]|поспілкува[лв]|розпита[лв]|запита[лв]|розмов|зустрі[лв]"
    r"|говори(?:мо|ли)\sз)", re.I,
)  # fmt: skip
_YOU: Final = re.compile(
    r"\b(?:you|your|yours|yourself)\b"
    r"|(?<!\w)(?:вы|вас|вам|вами|ваш\w{0,3}|ты|тебя|тебе|тобой|тво[яёейих]\w?|ви|ти|тобі|тобою|твої\w?|твій"
    r"|\w{2,20}(?:ёте|ете|ите|єте|їте)(?:сь|ся)?)(?!\w)",
    re.I,
)
_SIDE: Final = re.compile(r"\s*[(\[][^()\[\]\n]{1,120}[)\]]\.?\s*\Z")
_LONGEST_QUESTION: Final = 600
_LONGEST_PUT: Final = 140
_LONGEST_OPENING: Final = 1_500
_LONGEST_LABEL: Final = 80


def turns_of(page: Page) -> list[Turn]:
    """The questions and answers of an interview, by position; [] where the text is none."""
    if page.body.count("?") + page.body.count(":") < 2 or len(page.paragraphs) < 2:
        return []
    lines = _lines(page)
    found = _labelled(page, lines) or _asked_in_the_street(page, lines) or _unlabelled(page, lines)
    return _without_epilogue(page, found)


def meets(words: str) -> bool:
    """Whether these words say that somebody was talked with."""
    return _MEETS.search(words) is not None


def credits_somebody(body: str, start: int, stop: int) -> bool:
    """A line that names who wrote, asked, photographed: "Interviewed by …", «Беседовала …»."""
    return stop - start <= 200 and _CREDIT.match(body, start, stop) is not None


# --- lines ----------------------------------------------------------------------------------------------
def _lines(page: Page) -> list[_Line]:
    found: list[_Line] = []
    for number, block in enumerate(page.paragraphs):
        for piece in _pieces(page.body, block):
            found.append(_line(page, piece, number))
    return found


def _pieces(body: str, block: Span) -> list[Span]:
    """«— Сколько их? — Двадцать.»: a part for each; any other paragraph whole."""
    if "?" not in body[block.start : block.stop] or block.stop - block.start > 4 * _LONGEST_QUESTION:
        return [block]
    head = _HEAD.match(body, block.start, block.stop)
    dashed = head is not None and head.group("dash") is not None
    if (
        not dashed
        and _LETTER.match(body, block.start) is None
        and body.find(":", block.start, block.start + 12) < 0
    ):
        return [block]
    at, pieces = block.start, list[Span]()
    for cut in _WITHIN.finditer(body, block.start, block.stop):
        asked = body[cut.start() - 1] == "?"
        # A dash after an answer opens the next question; a dash in the middle of an answer opens nothing.
        if asked or (pieces and body.find("?", cut.end(), block.stop) >= 0 and len(pieces) % 2):
            pieces.append(Span(at, cut.start()))
            at = cut.end()
    return [*pieces, Span(at, block.stop)]


def _line(page: Page, piece: Span, number: int) -> _Line:
    body = page.body
    head = _HEAD.match(body, piece.start, piece.stop)
    start = head.end() if head else piece.start
    stop = piece.stop
    marked = body[piece.start] in "*_" and body[piece.stop - 1] in "*_"
    label = _LABEL.match(body, start, min(stop, start + _LONGEST_LABEL)) or _LETTER.match(body, start, stop)
    if label is not None and not _may_name(label.group("label")):
        label = None
    dashed = head is not None and head.group("dash") is not None
    words = _bare(body, label.end() if label else start, stop)
    said = body[words.start : stop]
    short = stop - words.start <= _LONGEST_QUESTION
    asks = short and (
        _ASKED_END.search(body, max(words.start, stop - 8), stop) is not None
        or (len(said) <= 240 and _PROMPT.match(said) is not None)
    )
    return _Line(
        words, piece.start, Span(*label.span("label")) if label else None, dashed, marked, asks, number
    )


def _may_name(label: str) -> bool:
    words = label.split()
    ended = any(len(w) > 2 and w.endswith(".") for w in words[:-1])
    return not label[:1].islower() and len(words) <= 7 and not ended


_EDGES: Final = " \t\n\r*_"
_PAIRS: Final = {"«": "»", "“": "”", '"': '"', "„": "“"}


def _bare(body: str, start: int, stop: int) -> Span:
    """Without blanks, marks of layout, stage directions at the edges and quotation marks around the whole."""
    while start < stop and body[start] in _EDGES:
        start += 1
    lead = _DIRECTION.match(body, start, stop)
    start = lead.end() if lead else start
    while stop > start and body[stop - 1] in _EDGES:
        stop -= 1
    tail = _DIRECTION_END.search(body, max(start, stop - 60), stop)
    stop = tail.start() if tail else stop
    closing = _PAIRS.get(body[start : start + 1])
    if closing and body.find(closing, start + 1, stop) in (stop - 1, stop - 2):
        start, stop = start + 1, body.rfind(closing, start, stop)
    return Span(start, max(start, stop))


_DIRECTION: Final = re.compile(r"[(\[][^()\[\]\n]{1,40}[)\]]\s{0,2}(?=\S)")
_DIRECTION_END: Final = re.compile(r"\s[(\[][^()\[\]\n]{1,40}[)\]]\.?\Z")


# --- labels ---------------------------------------------------------------------------------------------
@dataclass(slots=True)
class _Party:
    """One label of a text: how often it stands at the head of a line, and how often that line asks."""

    turns: int = 0
    asked: int = 0
    length: int = 0


def _key(page: Page, label: Span) -> str:
    return page.words(label).strip(" .*_").lower()


def _labelled(page: Page, lines: list[_Line]) -> list[Turn]:
    parties: dict[str, _Party] = {}
    for line in lines:
        if line.label is not None:
            party = parties.setdefault(_key(page, line.label), _Party())
            party.turns += 1
            party.asked += line.asks
            party.length += line.words.stop - line.words.start
    for key in [k for k in parties if len(k) == 1 and not (_PARTNERS.get(k, set()) & parties.keys())]:
        if not any(
            line.label and _key(page, line.label) == key and _has_colon(page, line.label) for line in lines
        ):
            del parties[key]  # "A.", "B." of a list
    if sum(p.turns for p in parties.values()) < 2:
        return []
    askers = {key for key, p in parties.items() if _is_asker(key, p)}
    others = {key: p for key, p in parties.items() if key not in askers and _answers(key, p)}
    # "She left in May: the house was gone." before the first question is of the introduction.
    first = next((i for i, line in enumerate(lines) if line.asks), 0)
    before = {_key(page, line.label) for line in lines[:first] if line.label is not None}
    others = {k: p for k, p in others.items() if p.turns > 1 or k not in before}
    asked = sum(parties[k].turns for k in askers)
    answered = sum(p.turns for p in others.values())
    if askers and asked >= 2 and answered >= 2:
        return _alternating(page, lines, askers, set(others))
    if askers and asked >= 2 and not others and sum(parties[k].asked for k in askers) >= 2:
        return _alternating(page, lines, askers, set())
    return _answers_labelled(page, lines, others)


def _has_colon(page: Page, label: Span) -> bool:
    return page.body[label.stop : label.stop + 3].lstrip(" .*_")[:1] == ":"


def _is_asker(key: str, party: _Party) -> bool:
    if key in ASKERS:
        return True
    if key in ANSWERERS:
        return False
    return party.turns >= 2 and party.asked >= 2 and 2 * party.asked > party.turns


def _answers(key: str, party: _Party) -> bool:
    """A label of which most lines are no questions."""
    return 2 * party.asked < party.turns or key in ANSWERERS


def _alternating(page: Page, lines: list[_Line], askers: set[str], others: set[str]) -> list[Turn]:
    """Labelled questions; answers labelled too (``others``), or every paragraph up to the next question."""
    turns: list[Turn] = []
    for line in lines:
        key = _key(page, line.label) if line.label else ""
        if key in askers:
            turns.append(Turn(line.words, True, line.start, line.label))
        elif key in others:
            turns.append(Turn(line.words, False, line.start, line.label))
        elif turns and (line.label is None or not others):
            _go_on(page, turns, line, bool(others))
    return _closed(page, turns)


def _go_on(page: Page, turns: list[Turn], line: _Line, labelled: bool) -> None:
    """A paragraph without a label goes on with the turn before it, or answers the question before it."""
    last = turns[-1]
    if last.words.start == last.words.stop:
        turns[-1] = replace(last, words=line.words)  # the label has a line of its own
    elif last.asks and not labelled:
        if not _aside(page, line):
            turns.append(Turn(line.words, False, line.start))
    elif not _ends(page, line):
        turns[-1] = replace(last, words=Span(last.words.start, line.words.stop))


def _answers_labelled(page: Page, lines: list[_Line], others: dict[str, _Party]) -> list[Turn]:
    """Questions without a label, answers with one: "How many? / Brook: Twenty."."""
    pairs = sum(
        before.label is None
        and before.asks
        and line.label is not None
        and (key := _key(page, line.label)) in others
        and others[key].turns >= 2
        for before, line in itertools.pairwise(lines)
    )
    if pairs < 2:
        return []
    turns: list[Turn] = []
    # «– Комиссия говорит иное.»: where questions have a dash and answers a label, whatever has a dash asks.
    dashes = sum(line.dashed and line.asks for line in lines if line.label is None) >= 2
    for line in lines:
        if line.label is not None and _key(page, line.label) in others:
            turns.append(Turn(line.words, False, line.start, line.label))
        elif line.label is None and (line.asks or line.marked or (dashes and line.dashed)):
            turns.append(Turn(line.words, True, line.start))
        elif turns and not turns[-1].asks:
            _go_on(page, turns, line, True)
    return _closed(page, turns)


_AGED: Final = re.compile(r"[^\W\d_][^,:\n]{1,40},\s\d{2}(?!\d)[^:\n]{0,50}\Z")


def _asked_in_the_street(page: Page, lines: list[_Line]) -> list[Turn]:
    """ "Name, 34, teacher: …", two or more of them."""
    turns = [
        Turn(line.words, False, line.start, line.label)
        for line in lines
        if line.label is not None and _AGED.match(page.words(line.label)) is not None
    ]
    return _closed(page, turns) if len(turns) >= 2 else []


# --- without labels -------------------------------------------------------------------------------------
def _unlabelled(page: Page, lines: list[_Line]) -> list[Turn]:
    roles = _roles(page, lines)
    first = next((i for i, asks in enumerate(roles) if asks), -1)
    if first < 0:
        return []
    turns: list[Turn] = []
    for line, asks in zip(lines[first:], roles[first:], strict=True):
        if asks:
            turns.append(Turn(line.words, True, line.start))
        elif turns[-1].asks:
            if not _aside(page, line):
                turns.append(Turn(line.words, False, line.start))
        elif not _ends(page, line):
            turns[-1] = replace(turns[-1], words=Span(turns[-1].words.start, line.words.stop))
        else:
            turns.append(Turn(Span(line.start, line.start), True, line.start))
    turns = _closed(page, _with_statements(page, lines, turns))
    return turns if _is_interview(page, lines, first, turns) else []


_OWN_WORD: Final = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
_LONGEST_STATEMENT: Final = 200


def _with_statements(page: Page, lines: list[_Line], turns: list[Turn]) -> list[Turn]:
    """English: "There are people who say he knew." among questions and answers of a paragraph each is a
    question too, where three paragraphs stand in the place of one answer and the second has no "I"."""
    if not turns or not page.sentences or page.languages[page.sentence_at(turns[0].words.start)] != "en":
        return turns
    parts = [
        [x for x in lines if t.words.start <= x.words.start and x.words.stop <= t.words.stop] for t in turns
    ]
    single = sum(len(p) == 1 for t, p in zip(turns, parts, strict=True) if not t.asks)
    others = [p for t, p in zip(turns, parts, strict=True) if not t.asks and len(p) not in (1, 3)]
    if single < _PLAIN_ANSWERS or others:
        return turns
    found: list[Turn] = []
    for turn, part in zip(turns, parts, strict=True):
        if turn.asks or len(part) == 1:
            found.append(turn)
            continue
        before, said, after = (x.words for x in part)
        stated = said.stop - said.start <= _LONGEST_STATEMENT and not _OWN_WORD.search(page.body, *said)
        if not stated:
            return turns
        found += [
            Turn(before, False, turn.start), Turn(said, True, said.start), Turn(after, False, after.start),
        ]  # fmt: skip
    return found


_PLAIN_ANSWERS: Final = 2


def _roles(page: Page, lines: list[_Line]) -> list[bool]:
    """Which lines ask. Where questions are bold, every bold line does and no other."""
    bold = [line.marked and line.asks for line in lines]
    if sum(bold) >= 2:
        return [line.marked for line in lines]
    answers = sum(a.asks and not a.dashed and b.dashed and not b.asks for a, b in itertools.pairwise(lines))
    dashes = sum(line.asks and line.dashed for line in lines) >= 2
    if answers >= 2 and not dashes:
        # Only the answers have a dash: every other line from the first question on is the outlet's.
        first = next(i for i, (a, b) in enumerate(itertools.pairwise(lines)) if a.asks and b.dashed)
        return [i >= first and not line.dashed for i, line in enumerate(lines)]
    roles: list[bool] = []
    for i, line in enumerate(lines):
        # Where turns begin with a dash, a headline that asks has none.
        asks = line.asks and (line.dashed or not dashes)
        if asks and roles and roles[-1]:
            after = lines[i + 1] if i + 1 < len(lines) else None
            # A question answered with a question: he speaks of himself, or the next line asks again.
            back = after is None or after.asks
            asks = not (back and (line.dashed or _of_himself(page, line)))
        elif not asks and line.dashed and roles and not roles[-1] and lines[i - 1].dashed:
            # «— Но вы же остались. — Да.»
            said = page.words(line.words)
            after = lines[i + 1] if i + 1 < len(lines) else None
            # A dash at each turn: one behind an answer, before another answer, is the other party's.
            put = after is not None and after.dashed and not after.asks and len(said) <= _LONGEST_PUT
            asks = len(said) <= 200 and (_YOU.search(said) is not None or put) and not _speaks(page, line)
        roles.append(asks)
    return roles


def _speaks(page: Page, line: _Line) -> bool:
    language = page.paragraph_languages[line.block]
    pattern = FIRST_PERSON.get(language)
    return pattern is not None and pattern.search(page.body, line.words.start, line.words.stop) is not None


def _of_himself(page: Page, line: _Line) -> bool:
    return _speaks(page, line) and _YOU.search(page.body, line.words.start, line.words.stop) is None


def _is_interview(page: Page, lines: list[_Line], first: int, turns: list[Turn]) -> bool:
    """Whether the pattern is that of an interview: who asks says "you", who answers says "I"."""
    asked = [t for t in turns if t.asks and t.words.stop > t.words.start]
    answered = [t for t in turns if not t.asks]
    pairs = len(answered)
    if pairs < 2 or 5 * len(asked) < len(lines) - first:
        return False
    body = page.body
    you = sum(_YOU.search(body, t.words.start, t.words.stop) is not None for t in asked)
    language = page.paragraph_languages[lines[first].block]
    pattern = FIRST_PERSON.get(language)
    if pattern is None or _is_told(page, lines, language):
        return False
    mine = sum(pattern.search(body, t.words.start, t.words.stop) is not None for t in answered)
    exchanges = sum(
        a.dashed and a.asks and b.dashed and not b.asks for a, b in itertools.pairwise(lines[first:])
    )
    if exchanges >= 2 and 3 * exchanges >= pairs:
        return True  # a dash before every turn, and nobody tells who says it
    top = lines[first].start
    opening = first > 0 and page.paragraphs[0].start < top <= _LONGEST_OPENING
    lead = Span(max(0, top - 1_200), top)
    near = (lead, page.paragraphs[0], Span(max(0, len(body) - 300), len(body)))
    signal = any(meets(page.words(span)) for span in near)
    plain = any(line.dashed or line.marked for line in lines[first:])
    if not (opening or signal) or (_is_talk(page, lead) and not _WITH.search(body, *lead)):
        return False
    if signal and you >= 1:
        return True
    if pairs >= 3 and 2 * you >= pairs:
        return True
    if pairs >= 3:
        return (3 * mine >= pairs and (you >= 1 or signal)) or (signal and plain and you >= 1)
    return (mine >= 1 or plain) and you >= 1 and (signal or plain)


_I: Final = re.compile(
    r"\b(?:I|me|my)\b|(?<!\w)(?:[Яя]|[Мм]еня|[Мм]не|[Мм]ой|[Мм]оя|[Мм]ене|[Мм]ені|[Мм]ій)(?!\w)"
)


def _is_talk(page: Page, lead: Span) -> bool:
    """Whether somebody speaks of himself before the first question: talk that was written down, a diary."""
    return any(not _is_quoted(page, m.start()) for m in _I.finditer(page.body, *lead))


def _is_told(page: Page, lines: list[_Line], language: str) -> bool:
    """Dialogue of a story: «— Куда? — спросил он.»"""
    dashed = [line for line in lines if line.dashed]
    told = 0
    for line in dashed:
        start, stop = line.words.start, min(line.words.stop, line.words.start + 400)
        if _TOLD.search(page.body, start, stop) and lexicon(language).cue.search(page.body, start, stop):
            told += 1
    return 5 * told >= len(dashed) > 0


_TOLD: Final = re.compile(r"[,!?….]\s[–—-]\s[a-zа-яёіїєґ]")


def _aside(page: Page, line: _Line) -> bool:
    """A stage direction or a credit in a line of its own."""
    return (
        _SIDE.match(page.body, line.start, line.words.stop + 2) is not None and page.body[line.start] in "(["
    ) or credits_somebody(page.body, line.start, line.words.stop)


# The outlet speaks of itself: "did not answer our questions", «от комментария отказался».
_NEWSROOM: Final = re.compile(
    r"\b(?:newsroom|editors|(?:our|written)\s(?:request|questions?|letter|calls?)|comment)\b"
    r"|(?<!\w)(?:редакц|комментари|коментар|наш\w{0,2}\s(?:вопрос|запрос|письм|звон|запит|лист|дзвін|питан))",
    re.I,
)


def _without_epilogue(page: Page, turns: list[Turn]) -> list[Turn]:
    """The turns without the paragraphs that the outlet adds behind the last answer.

    They tell what others said and nobody says "I" in them. Where every answer before had one paragraph
    that is enough; else the outlet must speak of itself there.
    """
    answers = [t for t in turns if not t.asks]
    if len(answers) < 2 or turns[-1].asks:
        return turns
    words = answers[-1].words
    blocks = [b for b in page.paragraphs if words.start < b.start < words.stop]
    brief = all(_is_one_paragraph(page, t.words) for t in answers[:-1]) and len(answers) > 2
    mine = [i for i, block in enumerate(blocks) if _says_i(page, block)]
    for block in blocks[mine[-1] + 1 if mine else 0 :]:
        if tells_of_others(page, block) and (brief or _NEWSROOM.search(page.body, *block)):
            stop = len(page.body[: block.start].rstrip())
            return [*turns[:-1], replace(turns[-1], words=Span(words.start, stop))]
    return turns


def _is_one_paragraph(page: Page, words: Span) -> bool:
    return not any(words.start < b.start < words.stop for b in page.paragraphs)


def tells_of_others(page: Page, block: Span) -> bool:
    """Whether a verb of saying stands in these words outside quotation marks."""
    language = page.languages[page.sentence_at(block.start)]
    if language not in FIRST_PERSON:
        return False
    cue = lexicon(language).cue
    return any(not _is_quoted(page, m.start()) for m in cue.finditer(page.body, *block))


def _says_i(page: Page, block: Span) -> bool:
    return any(not _is_quoted(page, m.start()) for m in _I.finditer(page.body, *block))


def _is_quoted(page: Page, at: int) -> bool:
    i = bisect.bisect_right(page.quotations, at, key=lambda q: q.start)
    return any(at < q.stop for q in page.quotations[max(0, i - _NESTED) : i])


_NESTED: Final = 4


_RULE: Final = re.compile(r"[*_=–—•. -]{3,40}\Z")


def _ends(page: Page, line: _Line) -> bool:
    """Whether a paragraph after an answer is no part of it: a rule, a credit, a note, a heading."""
    body, (start, stop) = page.body, line.words
    if _aside(page, line) or line.marked or _RULE.match(body, line.start, stop) or stop <= start:
        return True
    words = body[start:stop]
    return words.count(" ") <= 7 and words[-1].isalnum() and not line.dashed


def _closed(page: Page, turns: list[Turn]) -> list[Turn]:
    return [t for t in turns if t.words.stop > t.words.start]


__all__ = ["Turn", "credits_somebody", "meets", "tells_of_others", "turns_of"]
