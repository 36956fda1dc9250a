"""Events of a text in the order of telling in; what the words say of their order in time, out.

Certain is what a joining word says between two clauses of one sentence ("before", «после того как»), and an
adverb or a distance ("ten days later") whose other end can only be the event told just before it, in the
same paragraph. What tense, telling and nouns suggest ("after the funeral") is kept apart as likely.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from muster.read.events.clauses import TEMPORAL, Clause
from muster.read.events.day_graph import DayLink
from muster.read.events.story import Story
from muster.read.events.times import Apart, Clock, Told, apart, one_day, opens_by
from muster.read.events.verbs import Verb
from muster.read.events.words import TONGUES
from muster.text.listed import listed

_WORD: Final = re.compile(r"[^\W\d_]{4,30}")
# Words that are no longer of the clause itself: "a lawyer, who later helped him".
_RELATIVE: Final = re.compile(
    r", (?:\w{1,4} )?(?:who|whom|which|whose|where|котор\w{2,3}"
    r"|як(?:ий|а|е|і|ого|ої|ому|ій|их|им|ими|ою|у))(?!\w)",
    re.I,
)
# Where more events than this share a word, it names none of them.
_COMMON: Final = 8
_LATER_THAN: Final = re.compile(
    r"(?<!\w)(?:not (?:at once|immediately|right away|straight away)"
    r"|не (?:сразу|тотчас|одразу|відразу))(?!\w)",
    re.I,
)
# "the fire the minister flew": the noun ends where another begins.
_NEXT_NOUN: Final = re.compile(r" (?:the|a|an|he|she|they|it|we|his|her|their|its|our|my)\b")
_BEFORE_WHAT: Final = re.compile(r" (?:before|до|перед) ", re.I)
# «ещё ночью»: already then.
_STILL: Final = re.compile(r"(?<!\w)(?:ещё|еще|ще) \Z", re.I)
_NEAR: Final = 1
_DONE_BEFORE: Final = re.compile(r"(?<!\w)(?:already|уже|вже|давно|long since)(?!\w)", re.I)
# Clauses that carry the story on; what hangs otherwise is told aside.
_STORY: Final = ("", "then", "goes_on", "when", "once", "where")
TOLD_AFTER: Final = "told one after the other in one paragraph"
# So many letters of a long word are its root, where it ends as a noun of a deed does.
_ROOTED: Final = 6
_ROOT: Final = 4
_OF_DEEDS: Final = (
    "ения", "ение", "ением", "ании", "ания", "ание", "анием", "ки", "ку", "кой", "ення", "енням",
    "ання", "анням", "ття", "иття", "у", "ства", "ство", "ції", "ции", "ию", "ии",
)  # fmt: skip
SAME_EVENT: Final = "both read as one event"
_EMPTY: Final = listed(
    """with from that this when were been have their they them after before until which while then there
    these those into over about would could also only more than other first last time year years month
    months week weeks days hours
    было были была этого того этот когда после перед через потом затем только также более менее года году
    месяц месяца недели неделю день дней время который которая которые него нему свой свою своего
    було були була цього того коли після перед через потім тільки також більше менше року році місяць
    тижня тиждень день днів дня який яка які нього свою свого його вона вони
    меня мене себя себе тебя тебе неё нее неї ними нами вами всех всього всего всіх"""
)


@dataclass(slots=True)
class Narrated:
    """An event in the making. ``first``, ``last``: days that its own times give it; ``sure``: forced.

    ``hours``: it lies so few hours from another that the day stays the same or is the next.
    """

    clause: Clause
    times: list[Told]
    first: int | None = None
    last: int | None = None
    sure: bool = True

    @property
    def dated(self) -> bool:
        """True where a time of its own says something of its day."""
        return self.first is not None or self.last is not None


def links_between(
    body: str, told: Sequence[Narrated], clock: Clock, by_clause: dict[int, int]
) -> list[DayLink]:
    """All links, the certain ones first, each kind in the order of telling.

    ``by_clause``: index of a clause → index of its event.
    """
    found: list[DayLink] = []
    before: int | None = None
    day: int | None = None
    passing = False
    story = Story()
    prior: dict[int, int | None] = {}
    far = {
        i: _far(body, event.clause, clock) for i, event in enumerate(told) if event.clause.joint in TEMPORAL
    }
    for i, event in enumerate(told):
        same = before is not None and told[before].clause.paragraph == event.clause.paragraph
        here = day if passing else None
        story.meet(event, same=same)
        other = story.counts_from(event, before, same=same)
        found += _links_of(body, told, i, other, same, far, by_clause, here)
        if event.clause.joint in _STORY:
            prior[i] = before if same else None
        main = by_clause.get(event.clause.main) if event.clause.main is not None else None
        if event.clause.joint in ("when", "once") and main is not None and prior.get(main) is not None:
            found.append(DayLink(prior[main] or 0, i, reason=TOLD_AFTER))
        if event.clause.verb.tense != "perfect" and (
            event.clause.joint in _STORY or event.clause.main is None
        ):
            before = i
            story.keep(i, event)
        if event.first is not None and event.last is not None:
            # A month or a year, told in passing: an hour is of no such thing.
            passing = event.first < event.last
            day = day if passing else i
    found += _by_nouns(body, told, clock)
    return sorted(found, key=lambda link: not link.certain)


def _links_of(
    body: str, told: Sequence[Narrated], i: int, before: int | None, same: bool,
    far: dict[int, Apart | None], by_clause: dict[int, int], day: int | None,
) -> Iterator[DayLink]:  # fmt: skip
    clause = told[i].clause
    main = by_clause.get(clause.main) if clause.main is not None else None
    if clause.joint in TEMPORAL and main is not None and main != i:
        yield from _joined(body, told, i, main, far[i])
        if clause.joint != "when" or main < i:
            return
    other = main if clause.joint in ("which", "where") and main is not None and main < i else before
    if other is None or other == i:
        return
    near = same and clause.sentence - told[other].clause.sentence <= 1
    if (moved := _moved(body, told, i, other, near, day)) is not None:
        yield moved
        return
    if (adverb := _adverb(body, told, i, other, near)) is not None:
        yield adverb
        return
    if clause.joint in ("which", "that", "cause", "pause") and main is not None:
        if clause.joint != "pause" and not (told[i].dated and told[main].dated):
            a, b = (i, main) if main < i else (main, i)
            yield DayLink(a, b, reason="told of what went before in the same sentence")
    elif same and _in_story(told[i], told[other]) and not _apart_by_days(told[i], told[other]):
        back = clause.verb.tense == "pluperfect" and told[other].clause.verb.tense != "pluperfect"
        if back and any(opens_by(t, body) for t in told[i].times):
            yield DayLink(other, i, reason="“by” then it was done: told of what came next")
        elif _not_at_once(body, told[other].clause, clause):
            yield DayLink(i, other, reason="“not at once” is told of the other")
        elif back:
            yield DayLink(i, other, reason="“had done” looks back from what was told before it")
        else:
            yield DayLink(other, i, reason=TOLD_AFTER)


def _not_at_once(body: str, other: Clause, clause: Clause) -> bool:
    """ "They took her too, but not at once: first …": what came between."""
    found = _LATER_THAN.search(
        body, other.stop - 40 if other.stop - 40 > other.start else other.start, clause.verb.start
    )
    return found is not None and other.sentence == clause.sentence and found.end() <= clause.verb.start


def _far(body: str, clause: Clause, clock: Clock) -> Apart | None:
    """How far a joining word puts its clause from the other: "two days before …"."""
    found = TONGUES[clause.language].joint.match(body, clause.joint_start, clause.stop)
    return _distance(body, clause.joint_start, found.end() if found else clause.joint_start, clock)


def _in_story(one: Narrated, other: Narrated) -> bool:
    """ "Have refused" says how things stand, not what came next."""
    return "perfect" not in (one.clause.verb.tense, other.clause.verb.tense)


def _apart_by_days(one: Narrated, other: Narrated) -> bool:
    """True where the days of both are known and no day is in both."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    return one.last < other.first or other.last < one.first


def _joined(
    body: str, told: Sequence[Narrated], i: int, main: int, distance: Apart | None
) -> Iterator[DayLink]:
    """What a joining word says of its own clause and the one it hangs on."""
    clause = told[i].clause
    found = TONGUES[clause.language].joint.match(body, clause.joint_start, clause.stop)
    word = " ".join(found.group().split()) if found else clause.joint
    reason = f"“{word}” joins them"
    least, most = distance or (0, None)
    if distance is not None:
        reason += f", {least} to {most} days apart" if most != least else f", {least} days apart"
    if clause.joint == "before":
        yield DayLink(main, i, least, most, True, reason)
    elif clause.joint == "after" or clause.joint == "once":
        yield DayLink(i, main, least, most, True, reason)
    elif clause.joint == "until":
        if told[main].clause.verb.negated:
            yield DayLink(i, main, 0, None, True, f"not “{word}”")
        else:
            yield DayLink(main, i, 0, None, True, reason)
    elif clause.joint == "when" and clause.language == "en" and main < i and _comma(body, clause.joint_start):
        yield DayLink(main, i, 0, 1, False, reason)
    else:
        yield DayLink(i, main, 0, 1 if clause.joint == "when" else None, False, reason)


def _comma(body: str, at: int) -> bool:
    """ "He lay there until dark, when …" goes on with the story; "he fell when …" does not."""
    return body[max(0, at - 2) : at].strip() == ","


def _distance(body: str, start: int, stop: int, clock: Clock) -> Apart | None:
    """The length of time that stands right before a joining word, which then dates nothing itself."""
    before = clock.ending(start, stop - start)
    if before is None:
        return None
    measured = apart(before)
    if measured is None and not before.dated and one_day(before.time.passage.words):
        measured = (0, (1, 1))
    if measured is None or before.dated:
        return None
    before.used = True
    return measured[1]


def _moved(
    body: str, told: Sequence[Narrated], i: int, other: int, near: bool, day: int | None
) -> DayLink | None:
    """ "ten days later", «на следующий день»: counted from the event told before (``other``); an hour, from
    the last event of one ``day``."""
    for t in told[i].times:
        # "On 3 March …, the next day …": the day after, of whichever year.
        near = near and stepped_back(told[other]) is None
        doubted = near and t.dated and not t.sure and t.time.anchor == "previous" and told[other].dated
        if t.used or (t.dated and not doubted) or t.leans or t.e is None or t.time.type == "SET":
            continue
        measured = apart(t)
        if doubted and (measured is None or measured[0] == 0):
            continue
        words = t.time.passage.words
        if measured is None:
            if t.e.form in ("daypart", "relative", "calendar") and t.time.type == "TIME":
                if _STILL.search(body, max(0, t.start - len(" ещё ")), t.start):
                    return DayLink(i, other, 0, 1, False, f"“{words}”, before what was told before it")
                if not near and day is not None and day < other:
                    other = day  # an hour is of a day that was told, not of a year told in passing
                return DayLink(other, i, 0, 1, False, f"“{words}” of what was told before it")
            continue
        way, (least, most) = measured
        lasted = _lasted(body, told[i].clause, t) if way == 0 else False
        if lasted:
            return DayLink(i, other, least, most, False, f"“{words}” up to what was told before it")
        if way == 0 and t.e.form == "relative":
            return DayLink(other, i, 0, 1, False, f"“{words}” of what was told before it")
        if way == 0:
            continue
        t.used = not doubted
        reason = f"“{words}” counts from what was told before it"
        if way < 0 and _counted_back(body, told[other]) and least <= _NEAR:
            # "Two days before the strike they complained. On the eve …": of the strike, both.
            return DayLink(other, i, reason=f"“{words}” of what was told before it")
        a, b = (other, i) if way > 0 else (i, other)
        return DayLink(a, b, least, most, near, reason)
    return None


def stepped_back(event: Narrated) -> Told | None:
    """The "two days earlier", «накануне» of an event that is told aside of the story."""
    for t in event.times:
        if t.e is None or t.e.step >= 0 or t.leans or t.time.anchor == "document":
            continue
        if t.e.form == "shift" or (t.e.form == "relative" and t.e.unit == "day"):
            return t
    return None


def _counted_back(body: str, event: Narrated) -> bool:
    """ "Two days before the strike", «за два дня до удара»: it leans on what comes after it."""
    return any(t.leans and _BEFORE_WHAT.match(body, t.stop) for t in event.times)


def _lasted(body: str, clause: Clause, t: Told) -> bool:
    """ "had been waiting for five weeks": it began so long before."""
    verb = body[clause.verb.start : clause.verb.stop]
    return (
        clause.verb.tense == "pluperfect"
        and verb.endswith("ing")
        and body[: t.start].endswith(("for ", "for the last "))
    )


def _adverb(body: str, told: Sequence[Narrated], i: int, other: int, near: bool) -> DayLink | None:
    clause = told[i].clause
    if clause.joint == "then":
        return DayLink(other, i, 0, None, near, "“then” joins them")
    if told[i].dated:
        return None
    aside = _RELATIVE.search(body, clause.start, clause.stop)
    found = TONGUES[clause.language].adverb.search(
        body, clause.start, aside.start() if aside else clause.stop
    )
    if found is None or any(t.start < found.end() and found.start() < t.stop for t in told[i].times):
        return None
    reason = f"“{found.group()}”"
    if found.lastgroup == "done":
        done = clause.verb.tense == "pluperfect" or _DONE_BEFORE.search(body, clause.start, clause.stop)
        return DayLink(i, other, 0, None, near and done is not None and bool(done), reason)
    if found.lastgroup == "earlier":
        return DayLink(i, other, 0, None, near, reason)
    return DayLink(
        other, i, 0, None if found.lastgroup == "later" else 1, near and found.lastgroup == "later", reason
    )


# --- what a noun names ("after the funeral") --------------------------------------------------------------


def _by_nouns(body: str, told: Sequence[Narrated], clock: Clock) -> Iterator[DayLink]:
    named: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(told):
        words = _stems(body[event.clause.start : event.clause.stop])
        for stem in sorted(words | {_verb_stem(body, event.clause.verb)}):
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
            j = _named(body, told, i, m.start("words"), m.end("words"), named, 2)
            if j is not None and m.group()[:3].lower() == "до " and not _as_verb(body, told[j], m["words"]):
                j = None  # «до деда», «до району»: whereto
            if j is None:
                j = _by_root(body, told, i, m["words"], roots)
            if j is None:
                continue
            least, most = (
                (0, 1) if way == "same" else _distance(body, m.start(), m.start("words"), clock) or (0, None)
            )
            a, b = (i, j) if way == "before" else (j, i)
            reason = f"“{' '.join(m.group().split())}” names the other"
            yield DayLink(a, b, least, most, False, reason, names=True)


def _as_verb(body: str, event: Narrated, words: str) -> bool:
    return _verb_stem(body, event.clause.verb) in _stems(words)


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
    for stem in _stems(body[start:stop]):
        if len(named[stem]) > _COMMON or (mine and stem not in mine):
            continue
        for j in named[stem]:
            if j != i:
                core = core_of(body, told[j])
                if not mine:
                    score[j] += 2 if stem in core else 1
                elif stem in core:
                    score[j] += 2 if stem == _verb_stem(body, told[j].clause.verb) else 1
    best = max(score.values(), default=0)
    found = [j for j, n in score.items() if n == best and n >= least]
    if len(found) > 1:
        # What the clause itself tells of settles it: "the diary was read three weeks after the find".
        own = _stems(body[told[i].clause.start : told[i].clause.stop])
        shared = {j: len(own & _stems(body[told[j].clause.start : told[j].clause.stop])) for j in found}
        found = [j for j in found if shared[j] == max(shared.values())]
    earlier = [j for j in found if j < i]
    return found[0] if len(found) == 1 else max(earlier, default=None)


def core_of(body: str, event: Narrated) -> set[str]:
    """The verb and the word on each side of it: who did it, or what was done."""
    clause, verb = event.clause, event.clause.verb
    before = [m.group().lower() for m in _WORD.finditer(body, clause.start, verb.start)][-1:]
    after = [m.group().lower() for m in _WORD.finditer(body, verb.stop, clause.stop)][:1]
    return {_verb_stem(body, verb), *(_stem(w) for w in before + after if w not in _EMPTY)}


def kind_of(body: str, event: Narrated) -> str:
    """The kind of what happened (`_KINDS`), else how its verb begins."""
    return _verb_stem(body, event.clause.verb)


def _stems(words: str) -> set[str]:
    return {_stem(w) for w in (m.lower() for m in _WORD.findall(words)) if w not in _EMPTY}


def _last_word(body: str, verb: Verb) -> str:
    return body[verb.start : verb.stop].rpartition(" ")[2].lower()


def _verb_stem(body: str, verb: Verb) -> str:
    return _stem(_last_word(body, verb))


# Verbs and nouns that name one kind of event, by how they begin.
_KINDS: Final[dict[str, str]] = {
    "arriv": "came came came ente arri вошл воше прише пришл зашл вошли вступ прихо прибы вторг прийш"
    " уввій ввій увійш зайш прихі вступ",
    "taken": "arre deta аре арес арешт арест задер затри увели взяли забра забрали схват схоп увез",
    "died": "died kill deat fune погиб умер смерт гибел убил загин помер смерт загиб вбил убит вбит",
    "free": "rele free libe освоб отбил звіль визво дезок",
    "found": "foun disc find нашл нашли наход обнар знайш знахі виявл",
    "married": "marr wedd свадь женил весіл одруж",
    "struck": "shel bomb stri hit expl blas обстр взрыв удар вибух влучи",
    "born": "born роди народ",
    "buried": "buri похор похов",
    "ruined": "blew blow burn sank sunk coll взорв подор сгоре сожгл рухну потон підір згорі спали затон",
    "signed": "sign подпи підпи",
    "flight": "fled esca бежа побег втік втеч утек",
    "lost": "disap vanis исчез пропа зник зникн",
}
_KIND_OF: Final = {begin: kind for kind, begins in _KINDS.items() for begin in begins.split()}


def _stem(word: str) -> str:
    for length in (5, 4, 3):
        kind = _KIND_OF.get(word[:length])
        if kind is not None:
            return kind
    return word[:5] if len(word) > 6 else word[:4]


__all__ = ["SAME_EVENT", "Narrated", "core_of", "kind_of", "links_between", "stepped_back"]
