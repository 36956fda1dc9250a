"""Russian and Ukrainian noun phrases: who is the subject of a verb of saying, before it or after it.

The words beside the verb are walked once. A preposition governs what follows until a word comes
that can only be a subject; what may be a genitive belongs to the noun before it; the rest is a
subject if it can stand in the nominative and agrees with the verb in gender and number. Names found
on the page come first. The forms of words are those of `text/cases.py`.
"""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from muster.read.frames import SPOKEN, Region, clean
from muster.read.people import Named, is_role
from muster.text.cases import Cases, agreement, cases
from muster.text.listed import listed
from muster.text.spans import Span

PRONOUN = re.compile(r"(?<!\w)(?:он|она|они|я|мы|він|вона|вони|ми)(?!\w)", re.I)
WORD = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*|\d+")
_HARD = re.compile(r"[.!?:;()\n\x00\[\]…]|\s[-–—]\s|[–—]")
_END_RIGHT = re.compile(r"[,.;:!?()\n\x00\[\]…]|\s[-–—]|[–—]")
_PREPOSITIONS = listed(
    """в во на с со к ко из от до по за при о об обо у без для про через между перед под над из-за из-под
    после кроме вместо согласно вопреки благодаря среди вокруг против около помимо спустя накануне
    насчёт ради сквозь включая относительно
    у від із зі з до біля після під над між щодо крім замість серед навколо проти завдяки через попри
    згідно для без про над при по о об"""
)
_BREAKS = listed(
    """и а но однако что когда если поскольку потому так как хотя где чтобы зато мол
    і й та але однак проте що коли якщо бо хоча де щоб зате як мовляв"""
)
_PRONOUNS = {
    "он": "m", "она": "f", "оно": "n", "они": "p", "я": "*", "мы": "p", "ты": "*", "вы": "p", "кто-то": "mfn",
    "никто": "m", "некоторые": "p", "многие": "p", "другие": "p", "все": "p", "оба": "p", "обе": "p",
    "одни": "p", "кто": "m",
    "він": "m", "вона": "f", "воно": "n", "вони": "p", "ми": "p", "ти": "*", "ви": "p", "хтось": "m",
    "ніхто": "m",
    "деякі": "p", "багато": "p", "інші": "p", "усі": "p", "всі": "p", "обидва": "p", "хто": "m",
}  # fmt: skip
_NOT_SUBJECTS = listed(
    """какой какая какое какие яка який яке які случай случая випадок випадку это что то этом который
    которая которые которое всё нечто ничто
    время раз год день вечер утро ночь
    часть образом словам неделе месяц понедельник вторник среда четверг пятница суббота воскресенье час
    це те що який яка які яке все ніщо рік день вечір ранок ніч тиждень місяць понеділок вівторок середа
    четвер п'ятниця субота неділя година именно лично сам сама сами именно собственно особисто самі сам
    сама значит видимо ещё надо можно нужно нельзя слово слова відтак итог підсумок"""
)
_IN_BODY = re.compile(r"\s*(?:в|во|у|на)\s+(?=[^\W\d_]|[«\"“])", re.I)
_MEDIUM = re.compile(
    r"(?:сво\w{1,3}\s|офици\w{3,8}\s|офіці\w{3,8}\s|личн\w{2,3}\s|недавн\w{2,3}\s|нещодавн\w{2,4}\s"
    r"|тому\s|эт\w{1,3}\s|ц\w{1,3}\s|мо\w{1,3}\s)?"
    r"(?:telegram|телеграм|facebook|фейсбук|twitter|твит|твіт|инстаграм|інстаграм|вконтакте|x\b|соцсет"
    r"|соцмереж|youtube|ютуб|instagram"
    r"|интервью|інтерв|эфире|ефірі|беседе|розмові|разговоре|комментари|коментар|ходе|ході|рамках|межах"
    r"|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|понеділок|вівторок|середу|четвер"
    r"|п.ятницю|суботу|неділю"
    r"|суде\b|суді\b|видео|відео|свою очередь|свою чергу|част\w{3,5}|брифинг|брифінг|пресс-конфер"
    r"|прес-конфер|пресконфер|заседан|засідан|встреч|зустріч"
    r"|январ|феврал|март|апрел|ма[ея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лют|берез|квітн"
    r"|травн|червн|липн|серпн|верес|жовтн|листопад|груд"
    r"|прошл|минул|конце|кінці|начале|початку|итоге|підсумку|пост[еу]|допис|публикаци|публікаці|письме"
    r"|листі|стать[еі]|статті|выступлен|виступі|обращени|зверненн"
    r"|заявлени|заяв[іи]\b|сообщени|повідомленн|ответ|відповід|вопрос|питанн|этой связи|цьому зв|общем"
    r"|целом|цілому|нач\w{2,4}\b|твиттер|твіттер|фб\b|вк\b|тг\b|\d)",
    re.I,
)  # fmt: skip


class _Head(NamedTuple):
    """A subject: where it stands, how surely it is one (3 name, 2 only a nominative fits, 1 may be)."""

    span: Span
    rank: int


def subject_before(region: Region, low: int, stop: int, *, bodies: bool = True) -> Span | None:
    """The subject of the verb that begins at ``stop``, looked for back to ``low``.

    The clause of the verb first, then what stands before clauses and appositions between commas.
    ``bodies``: «в штабе сказали» counts too.
    """
    low = max(low, region.start, stop - 420)
    left = region.text(low, stop)
    aside = re.search(r"\s\([^()\n]{1,60}\)\s*\Z", left)
    if aside:
        left = left[: aside.start()]
    hard = 0
    for mark in _HARD.finditer(left):
        hard = mark.end()
    begin, end = low + hard, low + len(left.rstrip())
    fits = agreement(_verb_at(region, stop), region.language)
    verb = _verb_at(region, stop)
    cuts = [begin] + [begin + m.end() for m in re.finditer(",", region.text(begin, end))]
    nearest = True
    beside: Span | None = None
    for number in range(len(cuts) - 1, max(-1, len(cuts) - 6), -1):
        a = cuts[number]
        b = (cuts[number + 1] - 1) if number + 1 < len(cuts) else end
        if nearest and not region.text(a, b).strip(" \"'»"):
            nearest = False
            continue
        if nearest or not (number and _subordinate(region, a, b)):
            head = _subject_in(region, a, b, fits, last=True)
            if head and head.rank == 3:
                return _with_tail(region, head.span, b, stop)
            if head and nearest and head.rank:
                return _with_phrase(region, head.span, b)
            if head and (beside is None or number == 0 or not is_role_phrase(region, head.span)):
                beside = head.span
                beside_end = b
                if number == 0:
                    break
        nearest = False
        if beside is not None and number <= len(cuts) - 4:
            break
    if beside is not None:
        return _with_tail(region, beside, beside_end, stop)
    if bodies and fits == "p" and not _first_person(verb):
        return _in_body_before(region, begin, end)
    return None


def _verb_at(region: Region, at: int) -> str:
    match = re.compile(r"(?:не\s)?([\w-]+)").match(region.page.body, at, at + 40)
    return match.group(1) if match else ""


def _first_person(verb: str) -> bool:
    return verb.lower().endswith(("ем", "им", "ємо", "емо", "имо"))


_SUBORDINATE = re.compile(
    r"\s*(?:(?:в|на|о|об|с|со|к|у|з|із|до|для|за|от|из|про|по)\s)?(?:котор|чь[яеию]|чий|якого|якої|яких"
    r"|який|яка|якій|якому|які\b|где\b|де\b|когда\b|коли\b"
    r"|если\b|якщо\b|хотя\b|хоча\b|что\b|що\b|чтобы\b|щоб\b|пока\b|поки\b|\w+(?:вший|вшая|вшие|ющий"
    r"|ющая|ющие|ящий|ящая|ящие|вшись|анный|енный|анная|енная"
    r"|вавши|ючи|ячи|учи)(?!\w))",
    re.I,
)
_GERUND = re.compile(r"\s*(?:не\s)?[а-яёіїєґ'’-]+(?:вая|ая|уя|ив|ав|ев|ясь|ев|яя|ючи|ячи|вши)(?:сь)?\s", re.I)


def _subordinate(region: Region, a: int, b: int) -> bool:
    text = region.text(a, min(b, a + 60))
    return _SUBORDINATE.match(text) is not None or (
        _GERUND.match(text) is not None and cases(text.split()[0], region.language).kind == "verb"
    )


_KNOWING = re.compile(r",\s*(?:знаком|близк|осведомл|пожелавш|попросивш|обізнан|наближен|знайом)", re.I)


def _with_tail(region: Region, span: Span, b: int, stop: int) -> Span:
    """«источник, знакомый с ситуацией»: what is known of somebody without a name belongs to him."""
    if _KNOWING.match(region.text(span.stop, min(stop, span.stop + 20))):
        comma = region.text(span.stop + 1, stop).rfind(",")
        if comma > 0:
            return Span(span.start, span.stop + 1 + comma)
    return span


_OUT_OF = re.compile(r"\s(?:из|із|з|по)\s(?=\w)|\s(?:в|во|у|на)\s(?=[А-ЯЁІЇЄҐ])")


def _with_phrase(region: Region, span: Span, stop: int) -> Span:
    """«двое из них», «полиция в Заречье»: what belongs to the noun before its verb."""
    lead = _OUT_OF.match(region.page.body, span.stop, stop)
    if lead is None or PRONOUN.fullmatch(region.page.words(span)):
        return span
    phrase = noun_phrase(region, lead.end(), stop)
    return Span(span.start, phrase.stop) if phrase else span


def is_role_phrase(region: Region, span: Span) -> bool:
    return any(is_role(w, region.words) for w in WORD.findall(region.page.words(span))[:3])


def speaker_after(region: Region, start: int, stop: int) -> Span | None:
    """Who stands after the verb: «сказал он», «сообщили в МИД», «рассказала Би-би-си адвокат Анна …»."""
    text = region.text(start, min(stop, start + 220))
    end = _END_RIGHT.search(text, 1)
    limit = start + (end.start() if end else len(text))
    found = phrase_after(region, start, limit)
    if found and end and end.group() == "," and found.stop == limit:
        return _named_behind(region, limit + 1, stop) or found
    return found


def is_sure(region: Region, span: Span) -> bool:
    """False where nothing but its place makes it a subject: «дело», «місто» look like objects too."""
    words = WORD.findall(region.page.words(span))[:6]
    return (
        bool(region.named_from(span.start, span.stop))
        or any(w.lower() in _PRONOUNS or w.isupper() or is_role(w, region.words) for w in words)
        or any(cases(w, region.language).only for w in words)
    )


def whole(region: Region, speaker: Span, cue: Span | None) -> Span | None:
    """The speaker with his appositions and clauses: «X, директор Y, [сказал]»; None where there are none."""
    if cue is None:
        return None
    if speaker.stop <= cue.start:
        gap = region.text(speaker.stop, cue.start)
        if _SET_OFF.fullmatch(gap) and (_CLAUSE_OF.match(gap) or apposition(region, speaker.stop + 1)):
            return Span(speaker.start, speaker.stop + gap.rindex(","))
        return None
    if speaker.start < cue.stop:
        return None
    stop = speaker.stop
    for _ in range(2):
        text = region.text(stop, min(region.stop, stop + 160))
        if text[:1] != "," or not apposition(region, stop + 1):
            break
        end = _END_RIGHT.search(text, 1)
        stop += end.start() if end else len(text)
    return Span(speaker.start, stop) if stop > speaker.stop else None


_SET_OFF = re.compile(r",\s[^.!?;:\n\x00–—]{3,220},\s(?:[\w-]+\s){0,3}")


_CLAUSE_OF = re.compile(
    r",\s(?:\S+\s){0,3}?(?:котор|чь[яеию]|чий\b|чия\b|як(?:ий|а|е|і|ого|ої|их|им|ою)\b|[а-яёіїє]+(?:вш"
    r"|ющ|ящ|нн)(?:ий|ая|ие|его|ей|их)(?:ся)?\s)"
)


def _named_behind(region: Region, start: int, stop: int) -> Span | None:
    """«сообщил глава театра, народный артист Иван Ветров»: the name that an apposition gives."""
    end = _END_RIGHT.search(region.text(start, min(stop, start + 100)))
    limit = start + end.start() if end else min(stop, start + 100)
    people = [n for n in region.named_in(start, limit + 1) if n.kind == "person"]
    if len(people) != 1 or people[0].stop < limit - 1 or not _may_speak(region, people[0], "mfnp"):
        return None
    words = WORD.findall(region.text(start, people[0].start))
    if not words or any(cases(w, region.language).kind in ("verb", "other") for w in words):
        return None
    return Span(_role_from(region, people[0], start), people[0].stop)


def phrase_after(region: Region, start: int, limit: int) -> Span | None:
    """The subject of the verb that ends at ``start``, before ``limit``."""
    if limit <= start:
        return None
    verb = _verb_before(region, start)
    fits = agreement(verb, region.language)
    head = _subject_in(region, start, limit, fits, last=False)
    if head and head.rank == 3:
        return head.span
    body = _in_body_after(region, start, limit) if fits == "p" else None
    if body and not (head and head.rank == 2 and head.span.start < body.start):
        return body
    return head.span if head else None


def _verb_before(region: Region, at: int) -> str:
    return region.page.body[max(region.start, at - 24) : at].rsplit(None, 1)[-1] if at > region.start else ""


# --- the walk ------------------------------------------------------------------------------------------
def _subject_in(region: Region, a: int, b: int, fits: str, *, last: bool) -> _Head | None:
    """The subject among the words of ``[a, b)`` that agrees: the last or the first of the surest."""
    named = region.named_from(a, b)
    people = [n for n in named if n.kind == "person" and n.stop <= b + 1 and _may_speak(region, n, fits)]
    if (
        fits == "p"
        and len(people) == 1
        and not _JOINED_TO.search(region.page.body, max(a, people[0].start - 40), b)
    ):
        people = []  # "they said" is not one person
    if people:
        n = people[-1] if last else people[0]
        start = _role_from(region, n, a)
        if start > a + 1:
            before = [h for h in _walk(region, a, start, fits, named, last) if h.span.stop >= start - 1]
            start = before[-1].span.start if before else start
        return _Head(Span(start, n.stop), 3)
    heads = _walk(region, a, b, fits, named, last)
    if not heads:
        return None
    best = max(h.rank for h in heads)
    chosen = [h for h in heads if h.rank == best]
    head = chosen[-1] if last else chosen[0]
    sign = _SIGN.match(region.page.body, head.span.stop, min(region.stop, head.span.stop + 60))
    return _Head(Span(head.span.start, sign.end()), head.rank) if sign else head


# «военнослужащий с позывным «Ворон»»
_SIGN = re.compile(
    r"\s(?:с|з|із)\s(?:позывн|позивн|псевдоним|псевдонім)\w{2,3}\s(?:[«\"“][^»\"”\n]{2,30}[»\"”]"
    r"|[^\W\d_][\w-]{1,24})"
)


_JOINED_TO = re.compile(r"(?<!\w)(?:и|і|й|та|вместе|разом|с|із|з|со)\s", re.I)


def _role_from(region: Region, n: Named, low: int) -> int:
    """Where the role before a name begins that is a subject with it: not «с жителями глава района X»."""
    if not low <= n.role_start < n.start:
        return n.start
    tokens = _tokens(region, n.role_start, n.start, [])
    if not _governed(region, n.role_start) and tokens and tokens[0].form.nominative:
        return n.role_start
    heads = [t.span.start for t in tokens if "m" in t.form.nominative or "f" in t.form.nominative]
    return heads[-1] if heads else n.start


def _may_speak(region: Region, n: Named, fits: str) -> bool:
    """Whether a person's name can be the subject here: no preposition, no other case, no other gender."""
    if _governed(region, n.start):
        return False
    if (
        0 <= n.role_start < n.start
        and _governed(region, n.role_start)
        and _role_from(region, n, 0) == n.start
    ):
        role = _tokens(region, n.role_start, n.start, [])
        if role and not role[-1].form.genitive:
            return False
    if n.gender in ("m", "f") and fits in ("m", "f", "n") and n.gender not in fits:
        return False
    lone = not n.certain and " " not in n.norm and not _SURNAME.search(n.norm)
    if lone and not cases(region.page.body[n.start : n.stop], region.language).nominative:
        return False
    known = {w.casefold() for w in re.split(r"[ -]", n.norm)}
    first = region.page.body[n.start : n.stop].split()[0].split("-")[0].casefold()
    return first in known or region.page.body[n.start : n.start + 1].isascii() or first.endswith(".")


def _governed(region: Region, start: int) -> bool:
    """True after a preposition: then the name is no subject."""
    before = region.page.body[max(0, start - 14) : start].split()
    return bool(before) and before[-1].lower() in _PREPOSITIONS


class _Token(NamedTuple):
    span: Span
    form: Cases
    low: str


_PIECE = re.compile(r"[«\"“][^«»\"”“\n]{1,80}[»\"”]|[^\W\d_](?:\w|[-’'ʼ.](?=\w))*|\d+", re.I)
_ANY = Cases("name", "*", False, True)
# A surname that is also an oblique form of a common word: «Лугов сказал».
_SURNAME = re.compile(r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|[сц]кий|[сц]ький|[сц]кая|[сц]ька|[иіії]в)\Z")


def _tokens(region: Region, a: int, b: int, named: list[Named]) -> list[_Token]:
    """Words of the stretch; a title in quotation marks and the name of a body are one each."""
    body = region.page.body
    bodies = {n.start: n for n in named if n.kind == "organisation"}
    found: list[_Token] = []
    at = a
    for match in _PIECE.finditer(body, a, b):
        if match.start() < at:
            continue
        span, word = Span(*match.span()), match.group()
        n = bodies.get(span.start)
        if n is not None and " " in body[n.start : n.stop]:
            span = Span(n.start, n.stop)
            head = cases(word, region.language)
            form = head._replace(kind="noun") if head.nominative or head.genitive else _ANY
            found.append(_Token(span, form, "\x01"))
        elif n is not None and n.stop == span.stop:
            head = cases(word, region.language)
            found.append(
                _Token(span, head._replace(nominative="*") if head.nominative else head, word.lower())
            )
        elif word[0] in '«"“':
            found.append(_Token(span, _ANY, "\x01"))
        else:
            form = cases(word, region.language)
            if (
                word.lower() in region.words.roles
                and not form.only
                and (form.kind == "verb" or form.nominative == "p")
            ):
                several = word.lower() in region.words.plural
                form = Cases("noun", "p" if several else "*", False, True, True)
            elif (
                form.kind in ("other", "adverb", "verb") and word[:1].isupper() and _within(body, span.start)
            ):
                form = _ANY
            if not form.nominative and word[:1].isupper() and _SURNAME.search(word):
                form = Cases("name", "f" if word[-1] in "ая" else "m", False, False, True)
            found.append(_Token(span, form, word.lower()))
        at = span.stop
        if len(found) >= 40:
            break
    return found


# A day or a month has no genitive of somebody behind it: «в понедельник ТАСС сообщил».
_TIME = re.compile(
    r"(?:месяц|недел|год|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень|день|дня|вечер"
    r"|утр|январ|феврал|март|апрел|ма[йея]\b"
    r"|июн|июл|август|сентябр|октябр|ноябр|декабр|тиж|рок|понеділ|вівтор|серед[уи]|четвер|п.ятниц|субот"
    r"|неділ|дня|вечор|ранк|січ|лют|берез|квіт|трав"
    r"|черв|лип|серп|верес|жовт|листопад|груд)"
)


def _within(body: str, at: int) -> bool:
    """Whether a word goes on a sentence, so that its capital is its own."""
    return body[max(0, at - 2) : at - 1].isalnum() or body[max(0, at - 2) : at - 1] == ","


def _walk(region: Region, a: int, b: int, fits: str, named: list[Named], last: bool) -> list[_Head]:
    heads: list[_Head] = []
    governed = ""  # "": free; "waits": a preposition waits for its noun; "has": it has one
    chain: int | None = None  # start of adjectives before a noun
    open_head = -1  # index of the head that genitives may still join
    after_noun = False
    alone: Span | None = None
    for token in _tokens(region, a, b, named):
        low, form = token.low, token.form
        if low in _PREPOSITIONS or low in _BREAKS:
            _alone(heads, alone, governed)
            alone = None
        if low in _PREPOSITIONS:
            governed, chain, open_head, after_noun = "waits", None, -1, False
            continue
        if low in _BREAKS:
            keep = low in ("и", "і", "й", "та") and after_noun
            governed, chain, open_head, after_noun = (governed if keep else ""), None, -1, False
            continue
        pronoun = _PRONOUNS.get(low)
        if pronoun is not None:
            if _fit(pronoun, fits):
                heads.append(_Head(token.span, 2))
            governed, chain, open_head, after_noun = "", None, -1, False
            continue
        if low in _NOT_SUBJECTS or form.kind in ("verb", "adverb", "other", "pronoun"):
            if form.kind == "pronoun" and governed == "waits":
                governed = "has"
            elif low in _NOT_SUBJECTS and governed == "waits" and form.kind in ("noun", "adjective"):
                governed = "has" if form.kind == "noun" else "waits"
            _alone(heads, alone, governed)
            if form.kind == "verb" and not last:
                return heads  # behind another verb stand its objects
            if form.kind in ("verb", "other", "pronoun") or low in _NOT_SUBJECTS:
                open_head, after_noun = -1, False
            chain, alone = None, None
            continue
        if form.kind == "adjective":
            if open_head >= 0 and form.genitive and not form.only:
                heads[open_head] = _Head(
                    Span(heads[open_head].span.start, token.span.stop), heads[open_head].rank
                )
            elif chain is None:
                chain = token.span.start
            if open_head < 0 and _fit(form.nominative, fits):
                alone = Span(chain or token.span.start, token.span.stop)
            if _fit(form.nominative, fits) and form.only and not governed and is_role(low, region.words):
                heads.append(_Head(Span(chain or token.span.start, token.span.stop), 2))
                open_head, after_noun, chain = len(heads) - 1, True, None
            continue
        # a noun, a name, a numeral
        alone = None
        if governed == "waits" and not (form.only and form.kind == "noun" and form.animate):
            timed = _TIME.match(low) is not None
            governed, chain, after_noun = ("" if timed else "has"), None, not timed
            continue
        if after_noun and form.genitive and (open_head >= 0 or governed == "has" or form.nominative == "*"):
            if open_head >= 0:
                heads[open_head] = _Head(
                    Span(heads[open_head].span.start, token.span.stop), heads[open_head].rank
                )
            chain = None
            continue
        if form.nominative and (
            _fit(form.nominative, fits) or (fits == "f" and form.animate and "m" in form.nominative)
        ):
            rank = 2 if form.only or (form.animate and is_role(low, region.words)) else 1
            if governed == "has" and rank == 1 and form.nominative != "*":
                rank = 0  # more likely an object of what stands before
            heads.append(_Head(Span(chain if chain is not None else token.span.start, token.span.stop), rank))
            open_head, after_noun, governed = len(heads) - 1, True, ""
        else:
            after_noun = True
            open_head = -1
        chain = None
    _alone(heads, alone, governed)
    return heads


def _alone(heads: list[_Head], adjective: Span | None, governed: str) -> None:
    """«Раненый сказал»: an adjective without a noun behind it is one."""
    if adjective is not None and not governed:
        heads.append(_Head(adjective, 1))


def _fit(letters: str, fits: str) -> bool:
    return "*" in letters or any(x in fits for x in letters)


# --- bodies with a preposition -----------------------------------------------------------------------------
def _in_body_after(region: Region, start: int, limit: int) -> Span | None:
    """«сообщили [журналистам] в пресс-службе бригады»: the body behind the preposition."""
    body = region.page.body
    for match in re.finditer(r"\s(?:в|во|у|на)\s", region.text(start, limit), re.I):
        at = start + match.end()
        between = region.text(start, start + match.start())
        if re.search(r"\s(?:с|со|з|із|из|по|для|про|о|об)\s", between + " "):
            return None
        if _MEDIUM.match(body, at, limit):
            continue
        return _body_phrase(region, at, limit)
    return None


def _in_body_before(region: Region, begin: int, end: int) -> Span | None:
    """«В пресс-службе бригады [вчера] сообщили»."""
    body = region.page.body
    for match in re.finditer(r"(?<!\w)(?:в|во|у|на)\s+(?=[^\W\d_]|[«\"“])", region.text(begin, end), re.I):
        at = begin + match.end()
        if not _MEDIUM.match(body, at, end):
            return _body_phrase(region, at, end)
    return None


def _body_phrase(region: Region, at: int, limit: int) -> Span | None:
    """From the noun behind the preposition as far as it and its genitives go."""
    body = region.page.body
    stop = at
    nouns = 0
    for token in _tokens(region, at, limit, region.named_from(at, limit)):
        low, form = token.low, token.form
        if low in _PREPOSITIONS or low in _BREAKS or form.kind in ("adverb", "other", "verb"):
            break
        if low in _PRONOUNS or (nouns and not form.genitive and form.kind not in ("name",) and low != "\x01"):
            break
        if low in ("журналистам", "журналістам", "редакции", "редакції", "корреспонденту"):
            break
        nouns += form.kind in ("noun", "name")
        stop = token.span.stop
    if stop == at or not nouns:
        return None
    head = WORD.match(body, at)
    if head and head.group().lower() in _NOT_BODIES:
        return None
    return clean(body, at, stop)


_NOT_BODIES = listed(
    """городе місті стране країні мире світі россии росії украине україні войне війні доме будинку селе
    селі поле полі
    лесу лісі центре самом деле справі вечер утром время час день ночь"""
)


def noun_phrase(region: Region, at: int, limit: int) -> Span | None:
    """A noun with its genitives and names, as far as ``limit``: what stands behind «по словам»."""
    stop, seen = at, False
    for token in _tokens(region, at, limit, region.named_from(at, limit)):
        low, form = token.low, token.form
        if low in _PREPOSITIONS and seen and low not in ("по",):
            break
        if low in _BREAKS or form.kind in ("adverb", "verb") or (form.only and seen and form.kind != "name"):
            break
        seen = True
        stop = token.span.stop
    return clean(region.page.body, at, stop) if seen else None


_RELATIVE = re.compile(
    r"(?:котор|який\b|яка\b|яке\b|які\b|якого\b|якої\b|чь[яеию]|чий|чия|знаком|близк|знайом|наближен"
    r"|обізнан|осведомл)",
    re.I,
)


def apposition(region: Region, at: int, *, genitive: bool = False) -> bool:
    """What begins here goes on about the speaker: «…, командир роты, …», «…, которая …».

    ``genitive``: the speaker stands in it («по словам X, командира роты»).
    """
    text = region.page.body[at : at + 160]
    if _RELATIVE.match(text.lstrip()):
        return True
    words = WORD.findall(text[:60])[:3]
    if not any(is_role(w, region.words) for w in words[:2]):
        return False
    first = cases(words[0], region.language)
    if first.kind not in ("noun", "adjective", "name") or (
        genitive and not first.genitive and first.nominative
    ):
        return False
    segment = WORD.findall(re.split(r"[,.;:!?\n\x00–—]", text, maxsplit=1)[0])
    return not any(cases(w, region.language).kind == "verb" for w in segment[:14])


def name_at(named: list[Named], at: int) -> Named | None:
    """The name that stands at this place."""
    i = bisect.bisect_right(named, at, key=lambda n: n.start) - 1
    return named[i] if i >= 0 and named[i].stop > at else None


__all__ = [
    "PRONOUN",
    "SPOKEN",
    "WORD",
    "apposition",
    "is_sure",
    "name_at",
    "noun_phrase",
    "phrase_after",
    "speaker_after",
    "subject_before",
    "whole",
]
