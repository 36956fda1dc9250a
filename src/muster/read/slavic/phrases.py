"""Russian and Ukrainian noun phrases: who is the subject of a verb of saying, before it or after it, and
how far he reaches: appositions, relative clauses, the body behind «в»."""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Region, clean
from muster.read.people.people import is_role
from muster.read.slavic.body_phrases import in_body_after, in_body_before, there_before, with_post
from muster.read.slavic.subjects import (
    BREAKS,
    PREPOSITIONS,
    PRONOUNS,
    WORD,
    may_speak,
    role_from,
    subject_in,
    tokens_of,
)  # fmt: skip
from muster.text.cases import agreement, cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

PRONOUN = re.compile(r"(?<!\w)(?:он|она|они|я|мы|він|вона|вони|ми)(?!\w)", re.I)
# The dot of an initial ends nothing: «комиссар Э. Рудин».
_HARD = re.compile(r"[!?:;()\n\x00\[\]…]|(?<!(?<!\w)[A-ZА-ЯЁІЇЄҐ])\.|\s[-–—]\s|[–—]")
_END_RIGHT = re.compile(r"[,;:!?()\n\x00\[\]…]|(?<!(?<!\w)[A-ZА-ЯЁІЇЄҐ])\.|\s[-–—]|[–—]")


# «Мэр (он же владелец завода) во вторник заявил»
_IN_BRACKETS = re.compile(r"\s\([^()\n]{1,60}(\),?)\s*(?:[\w’'-]+\s+){0,4}\Z")


def subject_before(
    region: Region, low: int, stop: int, *, bodies: bool = True, verb: str = ""
) -> Span | None:
    """The subject of the verb that begins at ``stop``, looked for back to ``low``.

    The clause of the verb first, then what stands before clauses and appositions between commas.
    ``bodies``: «в штабе сказали» counts too. ``verb``: its form, where it does not begin at ``stop``.
    """
    low = max(low, region.start, stop - 420)
    left = region.text(low, stop)
    verb = verb or _verb_at(region, stop)
    fits = agreement(verb, region.language)
    aside = _IN_BRACKETS.search(left) if ")" in left else None
    if aside and subject_in(region, low + aside.end(1), stop, fits, last=True) is None:
        left = left[: aside.start()]
    else:
        aside = None
    named_between = _BETWEEN_DASHES.search(left)
    if named_between and not region.words.cue.search(named_between.group()):
        left = left[: named_between.start()]  # «Троє мешканців – A, B і C – розповіли»
    hard = 0
    for mark in _HARD.finditer(left):
        hard = mark.end()
    begin, end = low + hard, low + len(left.rstrip())
    if fits == "p" and _TELLS_HER.match(verb) and _HER_BEFORE.fullmatch(region.text(begin, end)):
        return None  # «Матери сообщили, что …»
    if fits == "p" and (whom := _WHOM.search(left)) and not _people_in(region, whom.group(1)):
        return None  # «врачу, которую обвинили в …»: nobody says who did
    cuts = [begin] + [begin + m.end() for m in re.finditer(",", region.text(begin, end))]
    # "N, медсестра (41 год), рассказала": the comma behind the brackets closes what N is.
    nearest = aside is None or "," not in aside[1]
    beside: Span | None = None
    for number in range(len(cuts) - 1, max(-1, len(cuts) - 6), -1):
        a = cuts[number]
        b = (cuts[number + 1] - 1) if number + 1 < len(cuts) else end
        if nearest and not region.text(a, b).strip(" \"'»"):
            nearest = False
            continue
        if nearest or not (number and _subordinate(region, a, b)):
            head = subject_in(region, a, b, fits, last=True)
            if head and head.rank == 3:
                return _with_tail(region, _of_whom(region, head.span, b), b, stop)
            if head and nearest and number and head.rank == 1 and _his_object(region, a, head.span):
                nearest = False
                continue
            if head and nearest and head.rank:
                return _with_phrase(region, head.span, b)
            if head and (beside is None or number == 0 or not is_role_phrase(region, head.span)):
                beside = head.span
                beside_end = b
                if number == 0:
                    break
        if (
            nearest
            and fits == "p"
            and number
            and _TOLD_ME.match(region.page.body, a, b)
            and not _subordinate(region, cuts[number - 1], a)
        ):
            begin = a
            break  # «я просила, чотири рази мені казали»: whoever told me does not stand before
        nearest = False
        if beside is not None and number <= len(cuts) - 4:
            break
    if beside is not None:
        return _with_tail(region, _of_whom(region, beside, beside_end), beside_end, stop)
    if bodies and fits == "p" and not _first_person(verb):
        return in_body_before(region, begin, end) or there_before(region, begin, end)
    return None


_TOLD_ME = re.compile(
    r"\s(?:(?:и|а|но|і|й|та|але)\s)?(?:[\w’'-]{2,14}\s){0,3}?(?:мне|нам|ему|ей|им|мені|йому|їй|їм)(?:\s[\w’'-]{2,14}){0,2}\s?\Z",
    re.I,
)


def _his_object(region: Region, start: int, head: Span) -> bool:
    """«Депутат X, ищущая пропавших, видела журнал и ручается»: a thing behind the first verb of two."""
    lead = region.text(start, head.start)
    first = WORD.match(lead, len(lead) - len(lead.lstrip()))
    if first is None or cases(first.group(), region.language).kind != "verb":
        return False
    word = lemma(region.page.words(head).split()[-1].lower(), region.language)
    return word in source_words(region.language).papers or not could_speak(region, head)


# Forms that are several mothers and one in the dative, before verbs of telling somebody.
_HER_BEFORE = re.compile(r"\W*(?:матери|дочери|матері|доньці|дочці)(?:\s[\w-]+){0,2}\s*", re.IGNORECASE)
_TELLS_HER = re.compile(
    r"(?:сообщи|сказа|объясни|ответи|посовет|предлож|разреш|запрет|пообеща|переда|позвон|повідоми|поясни|відпові)"
)
_BETWEEN_DASHES = re.compile(r"\s[–—]\s[^–—.!?:;\n\x00]{3,140}\s[–—]\s(?:[\w-]{1,12}\s)?\Z")
_WHOM = re.compile(
    r",\s(?:в\s|на\s)?(?:которого|которую|которых|которому|которой|якого|яку|яких|якому|якій)\s((?:[\w-]{2,14}\s){0,2})\Z",
    re.I,
)


def _people_in(region: Region, words: str) -> bool:
    """«которого родные считали погибшим»"""
    return any(
        (is_role(w, region.words) or w in region.words.plural) and "p" in cases(w, region.language).nominative
        for w in words.split()
    )


def _verb_at(region: Region, at: int) -> str:
    match = re.compile(r"(?:не\s)?([\w-]+)").match(region.page.body, at, at + 40)
    return match.group(1) if match else ""


def _first_person(verb: str) -> bool:
    return verb.lower().endswith(("ем", "им", "ємо", "емо", "имо"))


_SUBORDINATE = re.compile(
    r"\s*(?:(?:в|на|о|об|с|со|к|у|з|із|до|для|за|от|из|про|по)\s)?(?:котор|чь[яеию]|чий|якого|якої|яких"
    r"|який|яка|якій|якому|які\b|где\b|де\b|куда\b|откуда\b|куди\b|звідки\b|когда\b|коли\b"
    r"|почему\b|зачем\b|отчего\b|сколько\b|насколько\b|чому\b|навіщо\b|скільки\b|наскільки\b|как\b|як\b"
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


def _of_whom(region: Region, span: Span, stop: int) -> Span:
    """«Один из спасателей, который …»: what he is belongs to "one" before a clause too."""
    return _with_phrase(region, span, stop) if _ONE_OF.search(region.page.words(span)) else span


def _with_phrase(region: Region, span: Span, stop: int) -> Span:
    """«двое из них», «полиция в Заречье»: what belongs to the noun before its verb."""
    span = with_post(region, span, stop)
    lead = _OUT_OF.match(region.page.body, span.stop, stop)
    if lead is None or PRONOUN.fullmatch(region.page.words(span)):
        return span
    phrase = noun_phrase(region, lead.end(), stop)
    return Span(span.start, phrase.stop) if phrase else span


def is_role_phrase(region: Region, span: Span) -> bool:
    return any(is_role(w, region.words) for w in WORD.findall(region.page.words(span))[:3])


_THERE_BEHIND = re.compile(r"\s(там)(?=\s?(?:[.,;!?\n]|\Z))")


def speaker_after(region: Region, start: int, stop: int) -> Span | None:
    """Who stands after the verb: «сказал он», «сообщили в МИД», «рассказала Би-би-си адвокат Анна …»."""
    text = region.text(start, min(stop, start + 220))
    if text.startswith((", на ", ", в ", ", у ", ", во ")):
        return None  # «Ваш брат, кажуть, на шахті й не був»: whoever says it does not stand there
    place = _THERE_BEHIND.match(text)
    if place is not None and agreement(_verb_before(region, start), region.language) == "p":
        return Span(start + place.start(1), start + place.end(1))  # «…, пояснили там»
    end = _END_RIGHT.search(text, 1)
    limit = start + (end.start() if end else len(text))
    found = phrase_after(region, start, limit)
    found = found and _past_whom(region, found)
    if found and end and end.group() == "," and found.stop == limit:
        return _named_behind(region, limit + 1, stop) or found
    return found


# Whom somebody told it («изданию «X»»), and then who he is.
_OF_OUTLET = 16
_TO_OUTLET = re.compile(r"[»”\"]?\s(?=([^\W\d_][\w’'-]{2,30})\s)")


def _past_whom(region: Region, span: Span) -> Span:
    """«[рассказал] РИА Новости начальник отдела X», «[рассказала] «Речной газете» заведующая X»: the office
    in the nominative behind an outlet's name begins the speaker."""
    for body in region.named_in(span.start, span.stop):
        office = _TO_OUTLET.match(region.page.body, body.stop, span.stop)
        if body.kind == "organisation" and office and body.start - span.start <= _OF_OUTLET:
            word = office.group(1)
            if is_role(word, region.words) and cases(word, region.language).nominative:
                return Span(office.end(), span.stop)
    return span


def is_sure(region: Region, span: Span) -> bool:
    """False where nothing but its place makes it a subject: «дело», «місто» look like objects too."""
    words = WORD.findall(region.page.words(span))[:6]
    if words == ["там"]:
        return True
    return (
        bool(region.named_from(span.start, span.stop))
        or any(w.lower() in PRONOUNS or w.isupper() or is_role(w, region.words) for w in words)
        or any(cases(w, region.language).only for w in words)
    )


def could_speak(region: Region, span: Span) -> bool:
    """False for a thing: «данные», «жизнь», which only their place makes a subject."""
    before = region.page.body[max(0, span.start - 4) : span.start].rstrip('«"“„').split()
    if before and before[-1].lower() in ("в", "во", "у", "на"):
        return True  # a body behind its preposition: «в приёмной сообщили»
    if region.page.words(span) == "там":
        return True
    words = WORD.findall(region.page.words(span))[:4]
    listed_ = source_words(region.language)
    known = listed_.people, listed_.bodies, listed_.papers, listed_.stand_ins
    for word in words:
        low = word.lower()
        base = lemma(low, region.language)
        if any(base in each or low in each for each in known):
            return True
    known_here = bool(region.named_from(span.start, span.stop))
    return known_here or any(
        w.lower() in PRONOUNS
        or w[:1].isupper()
        or is_role(w, region.words)
        or cases(w, region.language).animate
        or cases(w, region.language).kind in ("name", "adjective", "numeral", "pronoun")
        for w in words
    )


def whole(region: Region, speaker: Span, cue: Span | None) -> Span | None:
    """The speaker with his appositions and clauses: «X, директор Y, [сказал]»; None where there are none."""
    if cue is None:
        return None
    among = _AMONG.match(region.page.body, speaker.stop, min(region.stop, speaker.stop + 60))
    if among and _ONE_OF.search(region.page.words(speaker)) and not cue.start < among.end() <= cue.stop:
        return Span(speaker.start, among.end())
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


def without_clause(body: str, speaker: Span, whole: Span, language: str) -> Span:
    """What a claim shows of the ``whole`` speaker: in Ukrainian no clause about him, as our guidelines have
    it; in Russian all, as the one public corpus of Russian has it."""
    told = language == "uk" and _CLAUSE_OF.match(body, speaker.stop, whole.stop) is not None
    return Span(whole.start, speaker.stop) if told else whole


# «один из них», «двое из раненых бойцов», «хтось із сусідів»
_ONE_OF = re.compile(
    r"(?<!\w)(?:один|одна|одно|одне|одного|одной|двое|трое|четверо|несколько|кое-кто|кто-то|некоторые|многие|часть|большинство"
    r"|двоє|троє|четверо|кілька|хтось|дехто|деякі|багато|частина|більшість|вторая|второй|другий|друга)\Z",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\s(?:из|изо|із|з|зі)\s(?:\w+(?:их|ых|іх)\s)?[^\W\d_][\w'’-]{1,24}")
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
    if len(people) != 1 or people[0].stop < limit - 1 or not may_speak(region, people[0], "mfnp"):
        return None
    words = WORD.findall(region.text(start, people[0].start))
    if not words or any(cases(w, region.language).kind in ("verb", "other") for w in words):
        return None
    return Span(role_from(region, people[0], start), people[0].stop)


def phrase_after(region: Region, start: int, limit: int) -> Span | None:
    """The subject of the verb that ends at ``start``, before ``limit``."""
    if limit <= start:
        return None
    verb = _verb_before(region, start)
    fits = agreement(verb, region.language)
    head = subject_in(region, start, limit, fits, last=False)
    if head and head.rank == 3:
        return head.span
    body = in_body_after(region, start, limit) if fits == "p" else None
    if body and not (
        head and head.span.start < body.start and (head.rank == 2 or _counted_people(region, head.span))
    ):
        return body
    if head is None:
        return None
    one_of = _ONE_OF.search(region.page.words(head.span)) is not None
    return _with_phrase(region, head.span, limit) if one_of else with_post(region, head.span, limit)


def _counted_people(region: Region, span: Span) -> bool:
    """«[рассказали] два источника на рынке»: a number of those who speak."""
    words = [w.lower() for w in WORD.findall(region.page.words(span))]
    if len(words) < 2 or cases(words[0], region.language).kind != "numeral":
        return False
    known = source_words(region.language)
    return is_role(words[1], region.words) or bool(
        {words[1], lemma(words[1], region.language)} & known.people
    )


def _verb_before(region: Region, at: int) -> str:
    return region.page.body[max(region.start, at - 24) : at].rsplit(None, 1)[-1] if at > region.start else ""


_AND = listed("и й і та")


def noun_phrase(region: Region, at: int, limit: int) -> Span | None:
    """A noun with its genitives and names, as far as ``limit``: what stands behind «по словам»."""
    stop, seen, nouns = at, False, False
    tokens = list(tokens_of(region, at, limit, region.named_from(at, limit)))
    for i, token in enumerate(tokens):
        low, form = token.low, token.form
        if low in PREPOSITIONS and seen and low not in ("по",):
            break
        if (
            low in _AND
            and seen
            and not nouns
            and [t.form.kind for t in tokens[i + 1 : i + 2]] == ["adjective"]
        ):
            continue  # «городские и областные власти»
        if low in BREAKS or form.kind in ("adverb", "verb") or (form.only and seen and form.kind != "name"):
            break
        if nouns and form.kind == "noun" and form.nominative and not form.genitive and not form.animate:
            break  # «Со ссылкой на источники издание пишет»: not its genitive
        seen, nouns = True, nouns or form.kind == "noun"
        stop = token.span.stop
    return clean(region.page.body, at, stop) if seen else None


_RELATIVE = re.compile(
    r"(?:котор|який\b|яка\b|яке\b|які\b|якого\b|якої\b|чь[яеию]|чий|чия|знаком|близк|знайом|наближен"
    r"|обізнан|осведомл)",
    re.I,
)


def _is_name(region: Region, at: int, text: str) -> bool:
    """«Электрик, дед Фитин, сказал»: nothing but a name with one or two words before it, between commas."""
    end = _END_RIGHT.search(text)
    comma = end.start() if end else -1
    named = region.named_in(at, at + comma + 1) if comma > 0 else []
    if len(named) != 1 or named[0].kind != "person" or named[0].stop != at + comma:
        return False
    before = WORD.findall(text[: named[0].start - at])
    return len(before) <= 2 and all(
        cases(w, region.language).kind in ("noun", "adjective", "name") for w in before
    )


# «Дипломат, знайомий з перемовинами», «чиновник, близький до мерії»: said of whom nobody has named.
WHO_KNOWS = re.compile(
    r",?\s(?:добре\s|хорошо\s|безпосередньо\s|непосредственно\s)?(?:знайом|обізнан|поінформован|наближен|близьк|дотичн|причетн"
    r"|знаком|осведомл[её]н|информированн|приближ[её]нн|близк)(?:ий|ого|ому|им|ої|ій|ою|а|ая|ой|ый|ым|и[йм])\s"
    r"(?:з|із|зі|до|про|с|со|к|ко|о|об)\s[^,;:.\n\x00]{3,70}"
)


def apposition(region: Region, at: int, *, genitive: bool = False) -> bool:
    """What begins here goes on about the speaker: «…, командир роты, …», «…, которая …».

    ``genitive``: the speaker stands in it («по словам X, командира роты»).
    """
    text = region.page.body[at : at + 160]
    if _RELATIVE.match(text.lstrip()):
        return True
    words = WORD.findall(text[:60])[:3]
    if not genitive and _is_name(region, at, text):
        return True
    if not any(is_role(w, region.words) for w in words[:2]):
        return False
    first = cases(words[0], region.language)
    if first.kind not in ("noun", "adjective", "name") or (
        genitive and not first.genitive and first.nominative
    ):
        return False
    segment = WORD.findall(re.split(r"[,.;:!?\n\x00–—]", text, maxsplit=1)[0])
    return not any(cases(w, region.language).kind == "verb" for w in segment[:14])


__all__ = [
    "WHO_KNOWS",
    "PRONOUN",
    "SPOKEN",
    "WORD",
    "apposition",
    "could_speak",
    "is_role_phrase",
    "is_sure",
    "noun_phrase",
    "phrase_after",
    "speaker_after",
    "subject_before",
    "whole",
    "without_clause",
]
