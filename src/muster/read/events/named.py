"""Nouns of one clause in ("after the funeral", «до обмена»), the event of another that each names out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from muster.read.events.apart import distance
from muster.read.events.clauses import TEMPORAL
from muster.read.events.day_graph import DayLink
from muster.read.events.narrated import Narrated
from muster.read.events.times import Clock
from muster.read.events.verbs import Verb
from muster.read.events.words import TONGUES
from muster.text.listed import listed

_WORD: Final = re.compile(r"[^\W\d_]{4,30}")
# Where more events than this share a word, it names none of them.
_COMMON: Final = 8
# "the fire the minister flew": the noun ends where another begins.
_NEXT_NOUN: Final = re.compile(r" (?:the|a|an|he|she|they|it|we|his|her|their|its|our|my)\b")
# So many letters of a long word are its root, where it ends as a noun of a deed does.
_ROOTED: Final = 6
_ROOT: Final = 4
_LONG_STEM: Final = 5
_SHORT_WORD: Final = 6
_OF_DEEDS: Final = (
    "ения", "ение", "ением", "ании", "ания", "ание", "анием", "ки", "ку", "кой", "ення", "енням",
    "ання", "анням", "ття", "иття", "у", "а", "ства", "ство", "ції", "ции", "ию", "ии",
)  # fmt: skip
_POSSESSIVE: Final = ("'s", "’s")
SAME_EVENT: Final = "both read as one event"
_EMPTY: Final = listed(
    """first second third fourth fifth
    первый первого первой первую первом вторая второй второго вторую втором третий третьей третьего третью
    четвёртой четвертой
    перший першого першої першу першому другий другого другої другу другому третій третього третьої третю
    with from that this when were been have their they them after before until which while then there
    these those into over about would could also only more than other first last time year years month
    months week weeks days hours
    было были была этого того этот когда после перед через потом затем только также более менее года году
    месяц месяца недели неделю день дней время который которая которые него нему свой свою своего
    було були була цього того коли після перед через потім тільки також більше менше року році місяць
    тижня тиждень день днів дня який яка які нього свою свого його вона вони
    меня мене себя себе тебя тебе неё нее неї ними нами вами всех всього всего всіх"""
)


def by_nouns(body: str, told: Sequence[Narrated], clock: Clock) -> Iterator[DayLink]:
    named: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(told):
        words = _stems(body[event.clause.start : event.clause.stop])
        for stem in sorted(words | _verb_stems(body, event.clause.verb)):
            named[stem].append(i)
    roots: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(told):
        if len(verb := _last_word(body, event.clause.verb)) >= _ROOTED:
            roots[verb[:_ROOT]].append(i)
    joints = {event.clause.joint_start for event in told if event.clause.joint in TEMPORAL}
    for i, event in enumerate(told):
        clause = event.clause
        if clause.joint in TEMPORAL:
            j = _named(body, told, i, clause.start, clause.stop, named, 3)
            if j is not None:
                yield DayLink(min(i, j), max(i, j), 0, 1, False, SAME_EVENT)
        for m in TONGUES[clause.language].noun.finditer(body, clause.start, clause.stop):
            if m.start() in joints or any(
                t.start < m.end() and m.start() < t.stop and t.dated for t in event.times
            ):
                continue
            way = "before" if m["before"] else "after" if m["after"] else "same"
            name = body[slice(*m.span("words"))]
            if name[0].isupper():
                continue  # «накануне Шубина увезли»: whom, or a feast
            stop = m.end("words")
            if m.start() < clause.verb.start < stop:
                stop = clause.verb.start  # «до библиотеки пришли двое»: whereto, and who
            phrase = body[m.start("words") : stop].strip()
            j = _named(body, told, i, m.start("words"), stop, named, 2)
            if j is not None and m.group()[:3] == "до " and not _as_verb(body, told[j], phrase):
                j = None  # «до деда», «до району»: whereto
            if j is not None and j > i and not _as_verb(body, told[j], phrase):
                j = None  # "after complaints", where only later somebody "filed a complaint"
            if j is None:
                j = _by_root(body, told, i, phrase, roots)
            if j is None:
                continue
            least, most = (
                (0, 1) if way == "same" else distance(body, m.start(), m.start("words"), clock) or (0, None)
            )
            a, b = (i, j) if way == "before" else (j, i)
            reason = f"“{' '.join(body[slice(*m.span())].split())}” names the other"
            yield DayLink(a, b, least, most, False, reason, names=True)


def _as_verb(body: str, event: Narrated, words: str) -> bool:
    return not _verb_stems(body, event.clause.verb).isdisjoint(_stems(words))


def _by_root(
    body: str, told: Sequence[Narrated], i: int, words: str, roots: dict[str, list[int]]
) -> int | None:
    """The last event before this one whose verb begins as a Russian or Ukrainian noun does: «окружение» and
    «окружили» are told apart by their fifth letter."""
    if told[i].clause.language == "en":
        return None
    for word in _WORD.findall(words.lower())[:2]:
        if len(word) >= _ROOTED and word.endswith(_OF_DEEDS):
            found = [j for j in roots[word[:_ROOT]] if j != i]
            if 0 < len(found) <= _COMMON:
                return max((j for j in found if j < i), default=found[0])
    return None


def _named(
    body: str,
    told: Sequence[Narrated],
    i: int,
    start: int,
    stop: int,
    named: dict[str, list[int]],
    least: int,
) -> int | None:
    """The one other event that tells with a verb what the noun names, or shares two words with it."""
    score: dict[int, int] = defaultdict(int)
    mine = core_of(body, told[i]) if least > 2 else set()
    if (another := _NEXT_NOUN.search(body, start, stop)) is not None and least < 3:
        stop = another.start()
    found = list(islice(_WORD.finditer(body, start, stop), 2))
    words = [m.group() for m in found]
    if found and body.startswith(_POSSESSIVE, found[0].end()):
        words.reverse()  # "after the farmer's arrest"
    # The noun itself says more than whose or of what it is, and that more than who did it.
    noun = _stem(words[0].lower()) if words else ""
    whose = _stem(words[1]) if len(words) > 1 and words[1].islower() else ""
    for stem in _stems(body[start:stop]):
        if len(named[stem]) > _COMMON or (mine and stem not in mine):
            continue
        for j in named[stem]:
            if j != i:
                core = core_of(body, told[j])
                if not mine:
                    score[j] += 1 if stem not in core else 3 if stem == noun else 1 + (stem == whose)
                elif stem in core:
                    score[j] += 2 if stem == _verb_stem(body, told[j].clause.verb) else 1
    best = max(score.values(), default=0)
    others = [j for j, n in score.items() if n == best and n >= least]
    if len(others) > 1:
        # What the clause itself tells of settles it: "the diary was read three weeks after the find".
        own = _stems(body[told[i].clause.start : told[i].clause.stop])
        shared = {j: len(own & _stems(body[told[j].clause.start : told[j].clause.stop])) for j in others}
        others = [j for j in others if shared[j] == max(shared.values())]
    earlier = [j for j in others if j < i]
    return others[0] if len(others) == 1 else max(earlier, default=None)


def core_of(body: str, event: Narrated) -> set[str]:
    """The verb and the word on each side of it: who did it, or what was done."""
    clause, verb = event.clause, event.clause.verb
    before = [m.group().lower() for m in _WORD.finditer(body, clause.start, verb.start)][-1:]
    after = [m.group().lower() for m in _WORD.finditer(body, verb.stop, clause.stop)][:1]
    return {*_verb_stems(body, verb), *(_stem(w) for w in before + after if w not in _EMPTY)}


def kind_of(body: str, event: Narrated) -> str:
    """The kind of what happened (`_KINDS`), else how its verb begins."""
    return _verb_stem(body, event.clause.verb)


def _stems(words: str) -> set[str]:
    return {_stem(w) for w in (m.lower() for m in _WORD.findall(words)) if w not in _EMPTY}


def _last_word(body: str, verb: Verb) -> str:
    return body[verb.start : verb.stop].rpartition(" ")[2].lower()


def _verb_stem(body: str, verb: Verb) -> str:
    return _stem(_last_word(body, verb))


def _verb_stems(body: str, verb: Verb) -> set[str]:
    """As long a beginning as a long noun has, and as a short one has: "searched" and "the search"."""
    word = _last_word(body, verb)
    stem = _stem(word)
    return {stem, word[: len(stem) - 1]} if len(stem) == _LONG_STEM and word.startswith(stem) else {stem}


# Verbs and nouns that name one kind of event, by how they begin.
_KINDS: Final[dict[str, str]] = {
    "arriv": "came came came ente arri вошл воше прише пришл зашл вошли вступ прихо прибы вторг прийш"
    " уввій ввій увійш зайш прихі вступ",
    "taken": "arre deta аре арес арешт арест задер затри увели взяли забра забрали схват схоп увез",
    "died": "died kill deat fune погиб умер смерт гибел убил загин помер смерт загиб вбил убит вбит",
    "free": "rele free libe exch swap обмен обмін освоб отбил звіль визво дезок",
    "found": "foun disc find нашл нашли наход обнар знайш знахі виявл",
    "married": "marr wedd свадь женил весіл одруж",
    "struck": "shel bomb stri hit expl blas обстр взрыв удар вибух влучи",
    "born": "born роди народ",
    "buried": "buri похор похов",
    "ruined": "blew blow burn sank sunk coll взорв подор сгоре сожгл рухну потон підір згорі спали затон",
    "signed": "sign подпи підпи",
    "flight": "fled esca бежа побег втік втеч утек",
    "judged": "verdi sente convi acqui приго осуди осужд оправ вирок засуд випра",
    "wounded": "wound injur ранен ранил ранит поран",
    "met": "meet meeti met встре зустр",
    "rang": "phone звон позво дзвін дзвон подзв зател",
    "departed": "depar отъез отъех уехал выезд выеха виїзд виїха поїха",
    "returned": "retur верну возвр поверн",
    "withdrew": "withd retre отход отошл отсту відхі відій відст",
    "lost": "disap vanis исчез пропа зник зникн",
}
_KIND_OF: Final = {begin: kind for kind, begins in _KINDS.items() for begin in begins.split()}


def _stem(word: str) -> str:
    for length in (5, 4, 3):
        kind = _KIND_OF.get(word[:length])
        if kind is not None:
            return kind
    return word[:_LONG_STEM] if len(word) > _SHORT_WORD else word[: _LONG_STEM - 1]


__all__ = ["SAME_EVENT", "by_nouns", "core_of", "kind_of"]
