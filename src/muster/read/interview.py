"""Questions and answers: which paragraphs are whose, where a text is laid out as an interview.

Three layouts: "Name: …" before every turn (names, initials, Q and A), a dash before every turn, and
questions that stand as paragraphs of their own. The answers are the interviewed person's; questions are
the outlet's and no claims. Where a text does not keep to a layout, it is no interview.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from muster.read.page import Page
from muster.read.roles import Named
from muster.read.topics import subject_described
from muster.text.listed import listed
from muster.text.spans import Span

_CAP: Final = r"[A-ZА-ЯЁІЇЄҐ]"
_LABEL: Final = re.compile(
    rf"[ \t*_>#–—-]{{0,6}}((?:{_CAP}[\w’'ʼ-]{{0,40}}\.?)(?:[ ]?{_CAP}[\w’'ʼ-]{{0,40}}\.?){{0,2}})[*_]{{0,2}}"
    r"\s?:[*_]{0,2}\s{1,4}(?=\S)"
)
_DASH: Final = re.compile(r"[ \t]{0,4}[–—-]\s+(?=\S)")
_MARKS: Final = " \t\n\r*_>#"
_ASKED: Final = re.compile(r"\?[!?…]{0,3}[\"'”’»*_)\s]{0,4}\Z")
_ASKERS: Final = listed(
    """q question interviewer reporter correspondent journalist host в вопрос корреспондент журналист ведущий
    ведущая п питання запитання кореспондент журналістка журналистка ведуча редакция редакція"""
)
_ANSWERERS: Final = listed("a answer о ответ в відповідь")
# What a lead or a title says of a talk.
_TALK: Final = re.compile(
    r"\b(?:interview|spoke\s(?:to|with)|talked\s(?:to|with)|asked\s(?:him|her|them)|conversation|met\s(?:him|her))\b"
    r"|(?<!\w)(?:интервью|бесед|поговорил|расспрос|разговор|разговар|інтерв|поговорил|поговорили|розмов|розпит"
    r"|спілку|відповідає|відповіда|отвечает|ответил)", re.I
)  # fmt: skip
_SIGNED: Final = re.compile(
    r"(?:interview(?:ed)?\b|the\sinterview|recorded\sby|photo|бесед|записал|запис|інтерв|розмовля|розмову|спілкув|фото"
    r"|контакт|contact)", re.I
)  # fmt: skip
_AUTHOR: Final = re.compile(r"[,!?…]\s[–—-]\s[а-яёіїєґa-z]")
_CAPITALS: Final = re.compile(r"(?m)^[ \t]{0,4}(?:[A-ZА-ЯЁІЇЄҐ][A-ZА-ЯЁІЇЄҐ.'’-]{1,24}[ ]?){1,4}:\s")
_LONGEST_QUESTION: Final = 360
_FEWEST = 2


@dataclass(slots=True)
class Turn:
    """One answer: its paragraphs' words, and the label before them, if there is one."""

    parts: list[Span]
    label: Span | None = None


@dataclass(slots=True)
class Interview:
    """``answers``: by the number of their first paragraph; ``of``: the first paragraph of each paragraph's
    answer; ``asked``: paragraphs of questions; ``lead``: how many paragraphs stand before the first turn;
    ``names``: whose the labels are; ``main``: who is interviewed, a name or a description of the lead."""

    answers: dict[int, Turn] = field(default_factory=dict)
    of: dict[int, int] = field(default_factory=dict)
    asked: set[int] = field(default_factory=set)
    lead: int = 0
    names: dict[str, Named] = field(default_factory=dict)
    main: Named | Span | None = None


def interview(page: Page, named: Sequence[Named]) -> Interview | None:
    """The turns of an interview; None for every other text."""
    if page.body.count("?") < _FEWEST or len(page.paragraphs) < 2 * _FEWEST:
        return None
    blocks = [page.words(p) for p in page.paragraphs]
    asked = [_ASKED.search(b) is not None for b in blocks]
    if sum(asked) < _FEWEST:
        return None
    return (
        _labelled(page, named, blocks, asked)
        or _dashed(page, named, blocks, asked)
        or _apart(page, named, blocks, asked)
    )


def _labelled(page: Page, named: Sequence[Named], blocks: list[str], asked: list[bool]) -> Interview | None:
    labels = [_LABEL.match(b) for b in blocks]
    times = Counter(m.group(1) for m in labels if m)
    asks = Counter(m.group(1) for m, a in zip(labels, asked, strict=True) if m and a)
    askers = {w for w, n in times.items() if w.lower() in _ASKERS and asks[w]}
    askers = askers or {w for w, n in times.items() if 2 * asks[w] > n and asks[w] >= _FEWEST}
    telling = [m for m in labels if m and m.group(1) not in askers]
    if sum(times[w] for w in askers) < _FEWEST or len(telling) < _FEWEST:
        return None
    found = Interview(lead=next(i for i, m in enumerate(labels) if m))
    found.main = _main(page, named, found.lead)
    turn: int | None = None
    for i, label in enumerate(labels):
        block = page.paragraphs[i]
        if label is None and (i < found.lead or turn is None or _SIGNED.match(blocks[i].strip(_MARKS))):
            turn = None
        elif label is not None and label.group(1) in askers:
            found.asked.add(i)
            turn = None
        elif label is not None:
            turn = i
            found.of[i] = i
            found.answers[i] = Turn(
                [_trim(page, block.start + label.end(), block.stop)],
                Span(block.start + label.start(1), block.start + label.end(1)),
            )
        elif turn is not None:
            found.answers[turn].parts.append(_trim(page, *block))
            found.of[i] = turn
    for word in times:
        bearer = _bearer(word, named)
        if bearer is not None:
            found.names[word] = bearer
        elif word.lower() in _ANSWERERS and isinstance(found.main, Named):
            found.names[word] = found.main
    return found


def _dashed(page: Page, named: Sequence[Named], blocks: list[str], asked: list[bool]) -> Interview | None:
    dashes = [_DASH.match(b) is not None for b in blocks]
    if any(d and _AUTHOR.search(b) for d, b in zip(dashes, blocks, strict=True)):
        return None  # dialogue told by somebody
    turns = [i for i, d in enumerate(dashes) if d]
    pairs = sum(1 for i in turns if asked[i] and i + 1 < len(blocks) and dashes[i + 1] and not asked[i + 1])
    return _alternating(page, named, blocks, asked, dashes) if pairs >= _FEWEST else None


def _apart(page: Page, named: Sequence[Named], blocks: list[str], asked: list[bool]) -> Interview | None:
    alone = [
        a and len(b) <= _LONGEST_QUESTION and b.strip(_MARKS)[:1] not in "\"“«„'" and not _LABEL.match(b)
        for a, b in zip(asked, blocks, strict=True)
    ]
    turns = [i for i, q in enumerate(alone) if q and i + 1 < len(blocks) and not asked[i + 1]]
    if len(turns) < _FEWEST:
        return None
    bold = all(blocks[i].startswith(("*", "_", "–", "—", "-")) for i in turns)
    opens = page.paragraphs[turns[0]].start
    told = _TALK.search(page.body, 0, opens) is not None
    if (
        sum(_LABEL.match(b) is not None for b in blocks) > _FEWEST
        or len(_CAPITALS.findall(page.body)) >= _FEWEST
    ):
        return None  # a transcript: its labels say who speaks
    if not (bold or told):
        return None
    return _alternating(page, named, blocks, alone, alone)


def _alternating(
    page: Page, named: Sequence[Named], blocks: list[str], asked: list[bool], opens: list[bool]
) -> Interview:
    """From the first question on: what is no question answers the one before."""
    first = next(i for i in range(len(blocks)) if asked[i] and opens[i])
    found = Interview(lead=first, main=_main(page, named, first))
    turn: int | None = None
    for i in range(first, len(blocks)):
        if asked[i]:
            found.asked.add(i)
            turn = None
            continue
        if _SIGNED.match(blocks[i].strip(_MARKS)) and i >= len(blocks) - 2:
            break
        dash = _DASH.match(blocks[i])
        words = _trim(page, page.paragraphs[i].start + (dash.end() if dash else 0), page.paragraphs[i].stop)
        if turn is None:
            turn = i
            found.answers[i] = Turn([words])
        else:
            found.answers[turn].parts.append(words)
        found.of[i] = turn
    return found


def _trim(page: Page, start: int, stop: int) -> Span:
    words = page.body[start:stop]
    start += len(words) - len(words.lstrip(_MARKS))
    words = words.strip(_MARKS)
    if len(words) > 2 and words[0] in _PAIRS and words.rstrip(".,")[-1:] == _PAIRS[words[0]]:
        return Span(start + 1, start + len(words.rstrip(".,")) - 1)
    return Span(start, start + len(words))


_PAIRS: Final = {"“": "”", "«": "»", '"': '"', "„": "“"}


def _main(page: Page, named: Sequence[Named], lead: int) -> Named | Span | None:
    """Who is interviewed: the person whom the lead names first, else the one it describes."""
    stop = page.paragraphs[lead].start
    people = [n for n in named if n.kind == "person" and n.start < stop]
    if people:
        times = Counter(n.norm for n in people)
        told = [n for n in people if not _asks(n)] or people
        full = [n for n in told if " " in n.norm] or told
        return max(full, key=lambda n: (times[n.norm], -n.start))
    for i, sentence in enumerate(page.sentences):
        if sentence.start >= stop:
            break
        for gender in "mf":
            found = subject_described(page, i, stop, gender, page.languages[i])
            if found is not None:
                return found
    return None


def _asks(n: Named) -> bool:
    return any(w in _ASKERS or w in ("author", "автор", "авторка") for w in (n.role or "").lower().split())


def _bearer(label: str, named: Sequence[Named]) -> Named | None:
    """Whose a label is: a person's surname, given name or initials, where it is one person's only."""
    letters = re.findall(_CAP, label) if label.endswith(".") or len(label) < 3 else []
    found: dict[str, Named] = {}
    for n in named:
        if n.kind != "person" or " " not in n.norm:
            continue
        words = n.norm.split()
        whole = set(label.replace(".", " ").split()) <= set(words)
        initials = bool(letters) and [w[0] for w in words][: len(letters)] == letters
        if whole or initials:
            found.setdefault(n.norm, n)
    return next(iter(found.values())) if len(found) == 1 else None


__all__ = ["Interview", "Turn", "interview"]
