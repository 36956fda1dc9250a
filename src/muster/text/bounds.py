"""Words beside a number that open, close or soften it: "more than", «не менее», «понад», "or so"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from muster.text.wordlist import words

# gt: more, without the number itself; ge: that many or more; lt, le: the same downwards.
_BEFORE = {
    "gt": "more than|over|above|in excess of|upwards of|exceeding|exceeds|exceeded|topped|surpassed|greater"
    " than"
    "|better than|>|более|больше|более чем|больше чем|свыше|превысило|превышает|превысила|превысили|выше"
    "|понад|більше|більше ніж|більше як|більш ніж|більш як|перевищує|перевищила|перевищило|поверх",
    "ge": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|minimum"
    "|at the very least|≥|не менее|не менее чем|не меньше|не меньше чем|как минимум|минимум|по меньшей мере"
    "|по крайней мере|самое меньшее|щонайменше|принаймні|не менше|не менше ніж|не менше як|не менш як"
    "|не менш ніж|мінімум|як мінімум|щонайменш",
    "lt": "fewer than|less than|under|below|not quite|<|менее|меньше|менее чем|меньше чем|ниже|меньшее чем"
    "|менше|менше ніж|менше як|менш ніж|менш як|нижче",
    "le": "up to|as many as|at most|no more than|not more than|a maximum of|maximum of|maximum|≤"
    "|не более|не более чем|не больше|не больше чем|до|максимум|как максимум|самое большее"
    "|не більше|не більше ніж|не більше як|не більш як|не більш ніж|щонайбільше|якнайбільше|як максимум",
    "about": "about|around|approximately|roughly|some|nearly|almost|close to|circa|an estimated|estimated"
    "|approx"
    "|something like|in the region of|~|≈|около|примерно|порядка|приблизительно|почти|где-то|ориентировочно"
    "|практически|где то|близко к|приблизно|близько|майже|десь|орієнтовно|біля|порядку|практично|ледь"
    " не|едва не",
}
_AFTER = {
    "ge": "or more|and more|or above|and above|plus|+|и более|или более|и больше|или больше|и выше|і більше"
    "|та більше|або більше|і понад|чи більше|at least|at the least",
    "le": "or fewer|or less|or under|и менее|или менее|и меньше|или меньше|і менше|або менше|at most",
    "about": "or so|with some approximation|или около того|или около этого|чи близько того",
}
# Words that may stand between the two: «щонайменше із семи», "at least some".
_BETWEEN: Final = words(
    "из с со в во на о об по у к ко від із з зі про до the another",
)
# After these «до» is a goal, not a ceiling: grew to, fell to, was sentenced to.
_GOAL = words(
    "вырос возрос увелич повыс подня сократ сниз уменьш упал довел достиг приговор осужд осуд засуд",
    "виріс зрос збільш скорот зниз зменш впал дове rose risen grew grown increas fell fallen drop",
    "declin decreas from",
)


def _table(source: dict[str, str], last: bool) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for effect, phrases in source.items():
        for phrase in phrases.split("|"):
            words = tuple(part for word in phrase.split() for part in _cut(word))
            table.setdefault(words[-1 if last else 0], []).append((words, effect))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _cut(word: str) -> tuple[str, ...]:
    head, dash, tail = word.partition("-")
    return (head, dash, tail) if dash and head else (word,)


_LAST_WORD: Final = _table(_BEFORE, last=True)
_FIRST_WORD: Final = _table(_AFTER, last=False)


def before(words: Sequence[str], floor: int, index: int) -> tuple[int, list[str]]:
    """What stands before the number at ``index``: where it begins, and its effects, nearest first."""
    effects: list[str] = []
    begin = index
    while len(effects) < 3:
        found = _ending_at(words, floor, begin)
        if found is None and begin > floor and words[begin - 1] in _BETWEEN:
            found = _ending_at(words, floor, begin - 1)
            # Only a floor or a ceiling reaches over a preposition; «около из пяти» is two things.
            if found is not None and found[1] not in ("ge", "le"):
                found = None
        if found is None:
            break
        at, effect = found
        if effect == "le" and words[begin - 1] == "до" and _is_goal(words, floor, at):
            break
        begin = at
        effects.append(effect)
    return begin, effects


def _ending_at(words: Sequence[str], floor: int, end: int) -> tuple[int, str] | None:
    if end <= floor:
        return None
    for phrase, effect in _LAST_WORD.get(words[end - 1], ()):
        start = end - len(phrase)
        if start >= floor and tuple(words[start:end]) == phrase:
            return start, effect
    return None


def _is_goal(words: Sequence[str], floor: int, at: int) -> bool:
    return any(word.startswith(stem) for word in words[max(floor, at - 4) : at] for stem in _GOAL)


def changes(words: Sequence[str], floor: int, at: int) -> bool:
    """True where a verb of change stands just before: "rose from 20 to 40" is no range."""
    return _is_goal(words, floor, at)


def after(words: Sequence[str], index: int, ceiling: int) -> tuple[int, str | None]:
    """What stands after a number that ends before ``index``: where it ends, and its effect."""
    if index < ceiling:
        for phrase, effect in _FIRST_WORD.get(words[index], ()):
            stop = index + len(phrase)
            if stop <= ceiling and tuple(words[index:stop]) == phrase:
                return stop, effect
    return index, None


__all__ = ["after", "before", "changes"]
