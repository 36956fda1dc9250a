"""What is told as done, by kind of act, in three languages; and whether the words deny it.

A denial is read where it stands beside the act ("did not shell", "no shelling", «никто не погиб», «обстрілу
не було»). Words that only look like one ("not only", "did not stop shelling", "could not confirm that …")
leave it open."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from muster.text.deeds.ahead import ahead, ahead_behind
from muster.text.deeds.forms import WORD, Forms, tokens_of
from muster.text.deeds.verdicts import untrue, within
from muster.text.listed import listed

_STOP = re.compile(r"[.!?;:…\n»”]|\s[–—-]\s")
# Before a form that says that an act was not.
_OPPOSITE = "-"
_NOT = listed(
    "no not never neither nor without cannot didn't wasn't weren't hasn't haven't hadn't doesn't don't isn't",
    "aren't couldn't не ни нет без никакого никакой никаких никаким ні нема немає жодного жодної жодних",
)
_NOBODY = listed("nobody none никто никого ніхто нікого")
# What a denial says beside the act that tells nothing of the deed: which day it was, "in the village".
ASIDE = listed(
    "weekend week month year today yesterday tonight неделе неделю месяце году сегодня вчера выходные",
    "выходных тижні тижня місяці року сьогодні вчора вихідні вихідних",
    "could able managed people person man single людина людини людей люди человек человека осіб лиц",
    "смог смогла смогли зміг змогла змогли удалось вдалося",
    "made carried out took taken place without без delivered inflicted нанесено наносилось наносились",
    "наносили нанесли",
    "наносил наносила завдано завдавалося завдавали завдали завдавав завдавала жодних жодного жодної",
    "found discovered detected recorded обнаружено обнаружены обнаружили выявлено нашли найдено найдены",
    "виявлено знайдено",
    "виявили знайшли проводилось проводилось проводили проводилося проводилися получила получил отримала",
    "отримав зазнала",
    "during время ходе час ході anything something nothing ничего что-либо нічого щось",
    "nobody none no not never any there single did does do one anyone report reports claim claims",
    "rumours day that night village town city district region morning evening monday tuesday wednesday",
    "thursday friday saturday sunday january february march april may june july august september",
    "october november december никто никого никакого никаких нет не ни было день ночь села село поселок",
    "поселка город города района районе днем января февраля марта апреля мая июня июля августа сентября",
    "октября ноября декабря понедельник вторник среду четверг пятницу субботу воскресенье сообщения",
    "сообщений этого этом тот ту велось зафиксировано зафиксировали ніхто нікого жодного жодних немає",
    "було ніч селі селище міста місто районі цього цьому той січня лютого березня квітня травня червня",
    "липня серпня вересня жовтня листопада грудня понеділок вівторок середу четвер п'ятницю суботу",
    "неділю повідомлення повідомлень зафіксовано зафіксували велося відбувалося",
)
# Between a denial and its act: helpers and the like.
_HELPERS = listed(
    "any been be being was were is are be has have had did does do ever yet a an the of single one been such",
    "there our their his her been actually been then было были був була було були бути быть этого того цього",
    "такого одного одной жодного нами ними нашими свои наших по там тут",
)
# Acts that somebody complains of: that a train arrived is no allegation.
COMPLAINTS = listed(
    "shelling shooting execution killing beating torture detention disappearance threat coercion",
    "deportation sending_into_battle looting burning sexual_violence hunger denial_of_treatment",
    "withheld_pay bribe refusal mining house_search taking_of_papers burial aid forced_signing",
)
_THAT = frozenset(("that", "who", "which", "where", "when", "if", "after", "because", "as"))
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))
# So many other words may stand between a denial and its act; between an act and "did not take place".
_REACH, _REACH_OF_NOT, _SUBJECT_REACH, _NONE_OF_REACH, _AFTER_REACH, _BEHIND = 2, 1, 5, 9, 7, 90
_AMONG = frozenset(("among", "среди", "серед"))
# "Without" denies a noun: «без обвинения удерживали» says that they were held.
_WITHOUT = frozenset(("without", "без"))
_HELPING = _PASSIVE | {"had", "has", "have"}
_VERB = re.compile(
    r"[^\W\d_]{2,}(?:[аеиіоуыюяїє]л[аои]?|[аиуяї]в|[ую]ют|[аяєую]ють|[аеєиіуюя]ть|[аяео]но|[ао]то|[вл][иі]?с[яь])"
)
# "They fired at the bridge" is what «били по мосту» tells, and «били по голове» tells of a beating.
_AT_PLACE = re.compile(
    r"(?i)(?:(?:люд[яи]|міст[уі]|город|сел[уі]|селищ|посёлк|поселк|дамб|плотин|гребл|мост[уа]|дом(?:у|ам|ах)(?!\w)|будинк|школ"
    r"|больниц|лікарн|рынк|ринк|квартал|позици|позиці|колонн|колон[іа]|автобус|машин|склад[уа]|станци|станці|вокзал|порту"
    r"|объект|об['’ʼ]єкт|жил|житл|центр|инфраструктур|інфраструктур|площад|площ[іа]|завод|батаре|мельниц|млин|пристан|причал|цивільн|гражданск|мирн|нам"
    r"|окраин|околиц)|(?-i:[А-ЯІЇЄҐЁ]))"
)
# Acts joined by these share what denies the first.
_AND_OR = listed("or nor and or и или ни не та і й або чи ані ні")
_JOINED = _AND_OR | _HELPERS
# A denial that denies another thing: "not only", "did not stop", "no doubt that", "could not confirm".
_OTHERWISE = re.compile(
    r"other|others|else|more|further|only|just|merely|simply|doubt\w*|stop\w*|ceas\w*|confirm\w*"
    r"|verif\w*|rul\w+|exclud\w*|know\w*"
    r"|clear|say|said"
    r"|comment\w*|surpris\w*|accident\w*|first|last|enough|information|reports?|evidence|longer"
    r"|друг(?:ой|ая|ие|их|им|ого)|больше|ин(?:ой|ые|ых)|только|лишь|просто|сомн\w*|прекращ\w*"
    r"|прекрат\w*|перестав\w*|подтвер\w*|исключ\w*|удалось"
    r"|знал?\w*"
    r"|известн\w*|сообщ\w*|случайн\w*|впервые|сведен\w*|данных|информац\w*|сразу"
    r"|інш(?:ий|а|і|их|им|ого)|більше|лише|тільки|сумнів\w*|припин\w*|припиня\w*|перест\w*|підтвер\w*"
    r"|виключ\w*|вдалося|знав"
    r"|знає\w*"
    r"|відом\w*|повідом\w*|випадков\w*|вперше|відразу"
)
# Behind a noun: "… did not take place", «… не было».
_NOTHING_OF_IT = re.compile(
    r"(?:did not|didn't|never|has not|have not)(?: been)? (?:happen|take place|occur|happened"
    r"|took place|occurred)"
    r"|(?:нет|немає|нема)\b|не (?:было|велось|велся|велись|происходил[оаи]?|производил\w*|зафиксиров\w*"
    r"|фиксиров\w*|случал\w*|наносил\w*|провод\w+|обнаруж\w+|выявл\w+|получил\w*|поступал\w*|имел\w*)"
    r"|не (?:було|велося|вели|відбувал\w*|сталося|зафіксов\w*|фіксув\w*|завдавал\w*|провод\w+"
    r"|виявл\w+|отримал\w*|зазна\w+|надходил\w*)"
)
# What never came was no aid.
_DID_NOT_COME = re.compile(
    r"(?:did not|didn't|has not|have not|never|hasn't) (?:yet )?(?:arrived?|reach(?:ed)?|c[oa]me"
    r"|been delivered|get)"
    r"|(?:was|were) (?:not|never) delivered"
    r"|не (?:поступа\w+|поступил\w*|прибыл\w*|прибыва\w+|дошл\w+|дошел|доеха\w+|доставл\w+"
    r"|доставил\w*|привез\w+|получ\w+)"
    r"|не (?:надходил\w*|надійшл\w+|надійшов|прибул\w*|прибува\w+|дійшл\w+|дійшов|доїха\w+|доставл\w+"
    r"|доставил\w*|привез\w+|отрим\w+)"
)
_COMES = "aid"


# "… injuring nobody", «ранив никого» is no Slavic way of saying it.
_HARMING_NOBODY = re.compile(r"\s+(?:nobody|no one|none)\b")
# What an act told, and an act denied, says of other kinds: who was shot was killed; where nobody came to
# harm, nobody was killed; where nobody fired, nothing was shelled.
_TOLD_TOO = {"execution": ("killing",)}
_DENIED_TOO = {
    "casualty": ("killing", "wounding", "execution"),
    "shooting": ("shelling",),
    "torture": ("beating",),
    # "It is working normally" is what is said against "it was destroyed".
    "out_of_service": ("destruction",),
    "giving_up": ("capture", "departure"),
    "calm": ("casualty", "explosion", "killing", "shelling", "shooting", "wounding"),
}


class Act(NamedTuple):
    """Characters ``[start, stop)`` of the words; the kind of act; ``denied``: the words say that it was not
    so, None where they leave it open."""

    start: int
    stop: int
    kind: str
    denied: bool | None


@lru_cache(maxsize=1)
def _raw() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((files("muster.text") / "data" / "acts.toml").read_text("utf-8"))


@lru_cache(maxsize=1)
def _forms() -> Forms:
    """All forms with the kind that they tell; before it "-" where they say that it was not so."""
    rows = []
    for kind, row in _raw().items():
        for form in " ".join(row.values()).split():
            opposite = form.startswith(_OPPOSITE)
            rows.append((f"{_OPPOSITE}{kind}" if opposite else kind, form.removeprefix(_OPPOSITE)))
    return Forms(rows, _NOT | _NOBODY)


@lru_cache(maxsize=1)
def kinds() -> tuple[str, ...]:
    """The kinds of act that are told apart, as the table orders them."""
    return tuple(_raw())


def acts(words: str) -> list[Act]:
    """The acts told, in order, each kind at each place once. Linear in the words."""
    # Most words that are asked tell of none: where they stand is not worth knowing.
    table = _forms()
    tokens = tokens_of(words)
    begun = [n for n, token in enumerate(tokens) if table.begun(token[2])]
    if not begun:
        return []
    stops = [m.start() for m in _STOP.finditer(words)]
    found: list[Act] = []
    false: list[tuple[int, int]] | None = None
    at = first = 0
    before: tuple[int, bool | None] | None = None
    for n in begun:
        start = tokens[n][0]
        if at < len(stops) and stops[at] < start:
            while at < len(stops) and stops[at] < start:
                at += 1
            before, first = None, n
            while first and tokens[first - 1][0] > stops[at - 1]:
                first -= 1
        # A word of a form that is read already begins none: "no medical care".
        for size, kind in table.at(tokens, n) if before is None or before[0] <= n else ():
            stop = tokens[n + size - 1][1]
            end = stops[at] if at < len(stops) else len(words)
            joined = (
                before is not None
                and before[0] < n
                and all(t[2] in _JOINED for t in tokens[before[0] : n])
                # "Those who waited to be exchanged were beaten": two acts, and one is told of.
                and any(t[2] in _AND_OR for t in tokens[before[0] : n])
            )
            if kind == "beating" and _is_fire(words, tokens, n, stop):
                kind = "shelling"
            # What stands before an act belongs to it; the next has it only where the two are joined.
            low = before[0] if before is not None else first
            denied = before[1] if joined and before else _denied(words, tokens, low, n, stop, end, kind)
            if kind[0] == _OPPOSITE:
                # "The sensors worked properly": nobody had switched them off.
                kind, denied = kind[1:], None if denied is None else not denied
            before = (n + size, denied)
            if denied is False:
                false = untrue(words) if false is None else false
                denied = within(false, start)
            found.append(Act(start, stop, kind, denied))
            break
    return found


def entailed(kind: str, denied: bool | None) -> tuple[str, ...]:
    """The kind with those of which it says the same."""
    return (kind, *(_DENIED_TOO if denied else _TOLD_TOO).get(kind, ()))


def kinds_told(words: str) -> frozenset[str]:
    """The kinds of act that some words tell of, denied or not."""
    return frozenset(act.kind for act in acts(words))


def _denied(
    words: str, tokens: Sequence[tuple[int, int, str]], first: int, n: int, stop: int, end: int, kind: str
) -> bool | None:
    """Whether the act of a kind that begins with token ``n`` of its clause is denied by what stands around
    it."""
    open_still = False
    for back in range(n - 1, max(first, n - _NONE_OF_REACH) - 1, -1):
        word = tokens[back][2]
        none_of = word == "none" and tokens[back + 1][2] == "of"
        passive = tokens[n - 1][2] in _PASSIVE or tokens[n][2] in _PASSIVE
        # "No conscripts of the 4th Regiment were sent": the verb is far from its subject.
        far_off = none_of or (word == "no" and passive)
        if not far_off and (n - back > _SUBJECT_REACH or (word not in _NOT and word not in _NOBODY)):
            continue
        if word in _WITHOUT and (tokens[n - 1][2] in _HELPING or _VERB.fullmatch(tokens[n][2])):
            break
        between = [tokens[k][2] for k in range(back + 1, n)]
        if _equates(words, tokens, back, between):
            return None
        open_still = any(map(_OTHERWISE.fullmatch, between)) or (
            word not in _NOBODY and back > first and tokens[back - 1][2] in _NOT
        )
        far = sum(each not in _HELPERS for each in between)
        if none_of or (word == "no" and passive and not _THAT.intersection(between)):
            # "No civilian houses were hit": all between is of whom it was not done to.
            far = 0
        if not open_still and far <= (_REACH if word in _NOBODY else _REACH_OF_NOT):
            return True
        break
    if not open_still and _HARMING_NOBODY.match(words, stop):
        return True
    behind = words[stop : min(end, stop + _BEHIND)].lower()
    found = (kind == _COMES and _DID_NOT_COME.search(behind)) or _NOTHING_OF_IT.search(behind)
    if found and _AMONG.intersection(t[2] for t in tokens[max(first, n - 2) : n]):
        # "Among the dead there were no children": there were dead.
        return None
    if found and not _another_act(tokens, n, stop, stop + found.start()):
        if n > first and _OTHERWISE.fullmatch(tokens[n - 1][2]):
            return None
        return len(WORD.findall(behind[: found.start()])) <= _AFTER_REACH
    return None if open_still or ahead(words, tokens, first, n) or ahead_behind(behind) else False


def _is_fire(words: str, tokens: Sequence[tuple[int, int, str]], n: int, stop: int) -> bool:
    """Whether a verb of beating, token ``n``, has a place or people in general that it strikes at: «били по
    мосту», «по дамбі не били»."""
    for k in (n + 1, n - 2, n - 3, n - 4):
        if 0 <= k < len(tokens) - 1 and tokens[k][2] == "по" and (k < n or tokens[k][0] <= stop + 1):
            return _AT_PLACE.match(words, tokens[k + 1][0]) is not None
    return False


def _another_act(tokens: Sequence[tuple[int, int, str]], n: int, start: int, stop: int) -> bool:
    """Whether an act begins between these characters, behind token ``n``: «шестеро ранены, погибших нет»."""
    for k in range(n + 1, len(tokens)):
        if tokens[k][0] >= stop:
            return False
        if tokens[k][0] >= start and any(_forms().at(tokens, k)):
            return True
    return False


def _equates(words: str, tokens: Sequence[tuple[int, int, str]], at: int, between: Sequence[str]) -> bool:
    """Whether the denial with token ``at`` only says what something is called: "a request is not a refusal",
    «запрос – не отказ»."""
    if tokens[at][2] in ("не", "ні") and not between:
        return _DASH_BEFORE.search(words, max(0, tokens[at][0] - 4), tokens[at][0]) is not None
    present = tokens[at][2] == "isn't" or (at > 0 and tokens[at][2] == "not" and tokens[at - 1][2] == "is")
    return present and list(between) in (["a"], ["an"])


_DASH_BEFORE = re.compile(r"\s[–—-]\s\Z")


__all__ = ["ASIDE", "COMPLAINTS", "Act", "acts", "entailed", "kinds", "kinds_told"]
