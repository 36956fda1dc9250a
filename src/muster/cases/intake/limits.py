"""A question in; the day that somebody else has set and that lies ahead, with the words that say so, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from muster.text.dates.cursor import Expression
from muster.text.dates.dates import find_dates

# A limit that lies further off is no reason to answer tonight.
_HORIZON = timedelta(days=21)
_BEFORE_LAW, _AFTER_LAW = 60, 40
Span = tuple[int, int]

# People who write from a telephone begin no day with a capital.
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")


def limit_of(
    text: str, low: str, language: str, came: date, of_law: Sequence[Span]
) -> tuple[date | None, list[Span]]:
    """The first day still to come, and within reach, that is not the day of a law; and the words that say
    so.

    ``low``: ``text`` in small letters, every place where it was; ``of_law``: where it speaks of laws.
    """
    found: list[tuple[date, Span]] = []
    for each in find_dates(_WEEKDAY.sub(lambda m: m[0].capitalize(), text), 0, len(text), language):
        day = _day(each, low, came)
        if _OWN_CHOICE.search(_clause(low, each)) and not _LIMIT_WORD.search(low[: each.start]):
            continue
        # "The unit demands" is no part of a law, though the word is the same.
        near = not _demanded(low, each) and any(
            start - _BEFORE_LAW < each.start < stop + _AFTER_LAW for start, stop in of_law
        )
        if day and came <= day <= came + _HORIZON and not near:
            found.append((day, (each.start, each.stop)))
    runs = _running_out(text, low, language, came)
    if runs:
        found.append(runs)
    return (min(found, key=lambda f: f[0])[0] if found else None), [span for _, span in found]


# How long a limit is: in figures, or as one word with "day".
_LENGTHS = {
    "тр[её]х|трьох|три|three": 3, "п'?яти|five": 5, "семи|seven": 7, "десяти|ten": 10,
    "пятнадцати|п'ятнадцяти|fifteen": 15, "двадцати|двадцяти|twenty": 20, "тридцати|тридцяти|thirty": 30,
}  # fmt: skip
_LENGTH = re.compile(
    r"\b(?:(?P<n>[1-9]\d?)[\s-]?|"
    + "|".join(f"(?P<w{n}>{words})[\\s-]?" for words, n in _LENGTHS.items())
    + r")(?:дневн\w{1,4}|денн\w{1,4}|day)\b"
    r"(?=[^.!?]{0,40}(?:срок|термін|строк|limit|period|deadline|to (?:appeal|complain)))"
    r"|(?:в течение|протягом|within)\s(?P<m>[1-9]\d?)\s(?:дн|день|сут|доб|days?)\w{0,4}"
)


def _running_out(text: str, low: str, language: str, came: date) -> tuple[date, Span] | None:
    """The first day that may be the last of a limit that is told with its length ("ten days from receipt"),
    from the last day that lies behind; None where it has run out, or one of the two is not told."""
    length = _LENGTH.search(low)
    if length is None:
        return None
    days = next((int(k[1:]) for k, v in length.groupdict().items() if k[0] == "w" and v), 0)
    days = days or int(length["n"] or length["m"])
    behind = [
        day
        for each in find_dates(text, 0, len(text), language)
        if each.form == "calendar" and each.day is not None
        for day in _days(each, came)
        if day is not None and came - _HORIZON - timedelta(days=days) <= day <= came
    ]
    if not behind or max(behind) + timedelta(days=days) < came:
        return None
    # Whether the first day counts is not known: the earlier reading, but not before the question came.
    return max(came, max(behind) + timedelta(days=days - 1)), length.span()


def _day(each: Expression, low: str, came: date) -> date | None:
    """The day that an expression names, if it lies ahead; None where it is no day or one that was."""
    if each.form == "relative" and each.unit == "day" and each.step > 0:
        return came + timedelta(days=each.step)
    if each.form == "relative" and each.unit == "day" and each.step == 0 and _demanded(low, each):
        return came
    if each.form == "shift" and each.unit == "day" and each.step > 0 and each.amount:
        return came + timedelta(days=round(each.amount))
    if each.form == "relative" and each.weekday is not None and each.step >= 0:
        return _next(each.weekday, came)
    if each.form != "calendar":
        return None
    if each.weekday is not None and each.day is None:
        ahead = _LIMIT_WORD.search(low[: each.start]) or _to_come(low, each)
        return _next(each.weekday, came) if ahead else None
    if each.day is None:
        return None
    return next((d for d in _days(each, came) if d is not None and d > came), None)


# "By Friday" is the next one.
_LIMIT_WORD = re.compile(r"\b(?:до|by|until|till|к|на)\s\Z")
# "On Friday" may be the last one: where the clause tells of what was, it is.
_WAS = re.compile(
    r"\b(?!если|числа|дела)(?:\w{2,20}(?:л|ла|ло|ли|лся|лась|лось|лись|лася|лися|вся|ив|ав|ув|ів|їв)"
    r"|was|were|had|went|came|took|told|said|did|saw|got|gave|left|wrote|heard|rang|\w{3,20}ed)\b"
)
# "Today" is a limit where somebody demands something of it.
_DEMANDED = re.compile(
    r"\b(?:требу\w{2,4}|велят|велели|приказ\w{2,4}|должен|должна|должны|нужно|надо) (?:\w{1,20} ){0,2}?"
    r"(?:явиться|прибыть|прийти|приехать|сдать|подписать)\b"
    r"|\b(?:вимага\w{2,4}|наказ\w{2,4}|мусить|мушу|повин\w{2,3}|треба) (?:\w{1,20} ){0,2}?"
    r"(?:з'явитися|прибути|прийти|приїхати|здати|підписати)\b"
    r"|\b(?:must|has to|have to|told to|ordered to|demand\w{0,2} (?:that )?\w{1,12}) "
    r"(?:report|appear|come|sign|return|be)\b"
)
# A day that the writer chose is nobody's limit.
_OWN_CHOICE = re.compile(
    r"\b(?:i|we)\W(?:mean|plan|want|intend|hope|am going|'m going|are going) to\b"
    r"|\b(?:хочу|хотим|собираюсь|собираемся|планирую|думаю|решил|решила|збираюся|збираємося|хочемо|планую|вирішив)\b"
)


def _clause(low: str, each: Expression) -> str:
    """The words around a day, up to the nearest signs."""
    before = re.split(r"[.!?;:,\n–—]", low[max(0, each.start - 160) : each.start])[-1]
    return before + "\0" + re.split(r"[.!?;,\n–—]", low[each.stop : each.stop + 160])[0]


def _demanded(low: str, each: Expression) -> bool:
    return bool(_DEMANDED.search(_clause(low, each)))


def _to_come(low: str, each: Expression) -> bool:
    """Whether a weekday is told of as of a thing that is still to be."""
    clause = _clause(low, each)
    # A clause of two words ("on Friday, when they took him") tells nothing of its own.
    return len(re.findall(r"\w+", clause)) > 1 and not _WAS.search(clause)


def _next(weekday: int, came: date) -> date:
    return came + timedelta(days=(weekday - came.isoweekday()) % 7 or 7)


def _days(each: Expression, came: date) -> Iterator[date | None]:
    """The days it may mean: its own year's, else those of this year; without a month of this and the next."""
    assert each.day is not None
    if each.month is not None:
        yield _made(each.year or came.year, each.month, each.day)
        # Said in December of a day in January.
        if each.year is None and came.month == 12 and each.month == 1:
            yield _made(came.year + 1, 1, each.day)
        return
    yield _made(came.year, came.month, each.day)
    yield _made(came.year + came.month // 12, came.month % 12 + 1, each.day)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


__all__ = ["Span", "limit_of"]
