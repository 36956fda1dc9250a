"""What somebody confirms, denies or doubts and what stands before the verb or is a pronoun: «X это отрицает»,
«у це не вірить», «подсудимый вину не признал», «в комендатуре обстрел отрицают»."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region
from muster.read.people.people import is_role
from muster.read.slavic.around import telling
from muster.read.slavic.phrases import PRONOUN, WORD, could_speak, speaker_after, subject_before
from muster.read.slavic.subjects import OF_TIME, PREPOSITIONS
from muster.read.slavic.tokens import WHOSE
from muster.read.slavic.verbs import Verb, antecedent, cut, frame_of
from muster.text.cases import Cases, agreement, cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

_THIS: Final = r"(?:(?:в|у|на)\s)?(?:эт(?:о|ого|ому|им|ом)|це|цього|цьому|цим|таке|такому)"
_THIS_THING: Final = r"(?:эт(?:и|у|от)|ці|цю|цей)\s[а-яёіїєґ’'-]{4,20}"
_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<this>{_THIS}|{_THIS_THING})\s(?:(?:не|ни|ні|тоже|теж|также|також)\s){{0,2}}(?:\w{{3,14}}\s)?\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"\s(?P<this>{_THIS}|(?:ему|ей|им|йому|їй|їм)(?=[.;…]|\Z))(?=[,.;:!?…]|\Z)", re.IGNORECASE
)
# Verbs by which somebody stands to what another has said.
_STANDS: Final = re.compile(
    r"(?:не\s)?(?:подтв|підтв|отриц|опров|спрост|запереч|отверг|відкид|відкин|сомнев|сумнів|вер(?:ит|ил|ят)|вір(?:ить|ив|ил|ять)"
    r"|призн|визна|оспарива|оспор|оскаржу|увер(?:ен|ена|ены)\b|убежд[её]н|впевнен|упевнен|переконан)",
    re.IGNORECASE,
)
_BELIEVES: Final = re.compile(
    r"(?:не\s)?(?:вер|вір|сомнев|сумнів|уверен|убежд|впевнен|упевнен|переконан)", re.IGNORECASE
)
# Small words between an object and its verb.
_SMALL: Final = listed(
    """не ни ні тоже теж также також уже вже и й і всё все полностью повністю частично частково категорически
    категорично официально офіційно сам сама сами сами самі публично публічно однако проте
    потім потом"""
)
_TO_WHOM: Final = listed("мне нам ему ей им вам тебе мені йому їй їм")
_OWN: Final = re.compile(r"(?:эт|ц|сво|їх|тот|те|так|все|вс)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:!?()\n\x00…]|\.(?=\s)|\s[-–—]\s")
_MOST: Final = 7


def stands_to(verb: Verb) -> Frame | None:
    """The pronoun or the noun as the words of whoever confirms, denies or doubts it."""
    if _AGREES.fullmatch(verb.region.page.words(verb.cue)):
        return _agrees(verb, verb.left(), verb.right())
    if _STANDS.match(verb.region.page.words(verb.cue)) is None:
        return None
    return _this(verb, verb.left(), verb.right()) or _fronted(verb)


_AGREES: Final = re.compile(
    r"(?:не\s)?(?:соглас(?:ен|на|ны|но)|згод(?:ен|на|ні|не)|соглаша(?:ется|ются|лся|лась|лись)"
    r"|соглас(?:ился|илась|илось|ились)|погоджу(?:ється|ються|вався|валася|валась|валися|вались)"
    r"|погоди(?:вся|лася|лась|лося|лися|лись))",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"\s(?P<what>(?:с|со|з|із|зі)\s[^,.;:!?…()\n\x00–—]{3,80})", re.IGNORECASE)
_WITH_BEFORE: Final = re.compile(
    r"(?:\A|\s)(?P<what>(?:с|со|з|із|зі)\s[^,.;:!?…()\n\x00–—]{3,80}?)\s(?:(?:не|категорически|категорично|полностью"
    r"|повністю|совсем|зовсім|тоже|також|также|и|і)\s){0,3}\Z",
    re.IGNORECASE,
)


def _agrees(verb: Verb, left: str, right: str) -> Frame | None:
    """«Комитет с этим ответом не согласен», «Адвокат согласна с приговором»: a thing, not a person, that
    somebody agrees with or not."""
    region, cue = verb.region, verb.cue
    straight = _WITH.match(right)
    found = straight or _WITH_BEFORE.search(left[-160:])
    if found is None:
        return None
    base = cue.stop if straight else cue.start - len(left[-160:])
    span = Span(base + found.start("what"), base + found.end("what"))
    words = WORD.findall(region.page.words(span))[1:]
    of_people = region.named_from(*span) or any(
        PRONOUN.fullmatch(w)
        or w.lower() in _HIM
        or cases(w, region.language).animate
        or is_role(lemma(w.lower(), region.language), region.words)
        for w in words[:2]
    )
    if of_people or not words:
        return None
    form = region.page.words(cue).split()[-1]
    speaker = subject_before(region, verb.low, cue.start if straight else span.start, verb=form)
    if speaker is None and not straight:
        speaker = subject_before(region, span.start, cue.start, bodies=False)
        if speaker is not None and span.start + 3 < speaker.start < span.stop:
            span = Span(span.start, speaker.start - 1)  # «С решением адвокат не согласился»
        speaker = speaker or speaker_after(region, cue.stop, verb.sentence.stop)
    return frame_of(region, [span], verb, speaker, 0.65) if speaker else None


_HIM: Final = listed("ним ней ними мной мною нами вами тобой собой кем ним нею мною тобою собою")


def _this(verb: Verb, left: str, right: str) -> Frame | None:
    region, cue = verb.region, verb.cue
    before = _BEFORE.search(left[-60:])
    if before is not None:
        base = cue.start - len(left[-60:])
        span = Span(base + before.start("this"), base + before.end("this"))
        own = subject_before(region, verb.low, cue.start)
        speaker = own if own is not None and own.stop <= span.start else None
        speaker = speaker or subject_before(region, verb.low, span.start) or told_of(verb, span.start)
        speaker = speaker or _there(verb, span.start)
        if speaker is None:
            speaker = speaker_after(region, cue.stop, verb.sentence.stop)
            if speaker and not telling(region, speaker):
                return None  # «это подтверждает догадку»: the pronoun may be the subject
    else:
        after = _AFTER.match(right)
        if after is None:
            return None
        span = Span(cue.stop + after.start("this"), cue.stop + after.end("this"))
        speaker = subject_before(region, verb.low, cue.start)
    return frame_of(region, [span], verb, speaker, 0.7) if speaker else None


_RELATIVE: Final = re.compile(
    r",\s(?:\w{1,4}\s)?(?:котор\w{2,3}|чь\w{1,2}|як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|ими|их)|чи(?:й|я|є|ї))\s[^,;:.\n\x00]{2,120},\s(?:\w{1,12}\s){0,2}\Z",
    re.IGNORECASE,
)


def told_of(verb: Verb, stop: int) -> Span | None:
    """«Учительница, которая пишет из-за границы, в это не верит»: the noun before the clause about her."""
    region, start = verb.region, verb.sentence.start
    clause = _RELATIVE.search(region.text(start, stop))
    found = antecedent(region, start, start + clause.start()) if clause else None
    return found if found and could_speak(region, found) else None


def _there(verb: Verb, stop: int) -> Span | None:
    """«В комендатуре это отрицают»: the body behind the preposition, for a verb in the plural."""
    region = verb.region
    if agreement(region.page.words(verb.cue).split()[-1], region.language) != "p":
        return None
    return subject_before(region, verb.low, verb.cue.start) if stop > verb.low else None


def _fronted(verb: Verb) -> Frame | None:
    """«Подсудимый вину не признал», «В штабе удар подтвердили», «Подлинность подтвердили два офицера»."""
    pair = thing_before(verb)
    return frame_of(verb.region, [cut(verb.region, *pair[1])], verb, pair[0], 0.65) if pair else None


def thing_before(verb: Verb) -> tuple[Span, Span] | None:
    """Who confirms, denies or calls something, and the thing, where that stands before the verb."""
    region, cue = verb.region, verb.cue
    low = max(verb.low, verb.sentence.start, cue.start - 200)
    hard = [m.end() for m in _CLAUSE.finditer(region.text(low, cue.start))]
    begin = low + (hard[-1] if hard else 0)
    words = [Span(begin + m.start(), begin + m.end()) for m in WORD.finditer(region.text(begin, cue.start))]
    while words and region.page.words(words[-1]).lower() in _SMALL:
        words.pop()
    if not words:
        return None
    while len(words) > 1 and cases(region.page.words(words[0]), region.language).kind == "adverb":
        words = words[1:]  # «Официально …»
    split = _split(verb, words)
    if split is not None:
        return split
    own = subject_before(region, verb.low, cue.start)
    if own is not None and (title := _TITLE.match(region.page.body, own.stop, cue.start)):
        own = Span(own.start, title.end())  # «У компанії «Мережа» провину заперечили»
    behind = (
        None if own and own.start > words[0].start else speaker_after(region, cue.stop, verb.sentence.stop)
    )
    if (
        own
        and behind
        and own.stop >= words[-1].stop
        and any(n.kind == "person" for n in region.named_from(behind.start, behind.stop))
    ):
        own = None  # «Подлинность приказа подтвердил архивист Лунин»: what stands first is what he confirms
    elif own:
        behind = None
    speaker = own or behind
    if speaker is None or not could_speak(region, speaker) or _is_thing(verb, speaker):
        return None
    if own is not None and own.stop > begin:
        after = [w for w in words if w.start >= own.stop]
        words = after or [w for w in words if w.stop <= own.start]
        if [region.page.words(w).lower() for w in words] in (
            ["в"],
            ["у"],
            ["во"],
            ["на"],
        ) and _NOTHING_BEHIND.match(verb.right()):
            own, words = _parted(verb, own)
            speaker = own
        elif not words and _REJECTS.fullmatch(region.page.words(cue)):
            own, words = _rejected(verb, own)
            speaker = own
    if own is not None and words and words[0].start >= own.stop:
        own, words = _with_its_genitive(region, own, words)
        speaker = own
    elif own is not None and _NOTHING_BEHIND.match(verb.right()):
        last = list(WORD.finditer(region.page.words(own)))[-1]
        if last.start() and _GUILT.match(last.group()) and own.stop >= begin:
            # «Підсудна провини не визнала»: it is not hers as a genitive
            words = [Span(own.start + last.start(), own.start + last.end())]
            speaker = own = Span(own.start, words[0].start - 1)
    if not words or len(words) > _MOST or not _is_object(verb, words, straight=own is not None):
        return None
    return speaker, Span(words[0].start, words[-1].stop)


_GUILT: Final = re.compile(r"(?:провин|вин[уиы]\Z|причетн|причастн)", re.IGNORECASE)
_THIS_ONE: Final = re.compile(r"(?:ц(?:ю|ей|і|е)|эт(?:у|от|и|о)|так(?:у|ий|і|ую|ой|ие))\Z", re.IGNORECASE)


def _with_its_genitive(region: Region, own: Span, words: list[Span]) -> tuple[Span, list[Span]]:
    """«В пресс-службе министерства | эту запись не признали»: what stands before «эту» is the speaker's."""
    for number, word in enumerate(words[:4]):
        if _THIS_ONE.match(region.page.words(word)):
            return (Span(own.start, words[number - 1].stop), words[number:]) if number else (own, words)
        if not cases(region.page.words(word), region.language).genitive:
            break
    return own, words


def _split(verb: Verb, words: list[Span]) -> tuple[Span, Span] | None:
    """«В штабе по обмену | число освобождённых [подтвердили]»: a body behind its preposition with what
    belongs to it, and then a noun that nothing governs, with its genitives."""
    return body_and_thing(verb, words) if _NOTHING_BEHIND.match(verb.right()) else None


def body_and_thing(verb: Verb, words: list[Span]) -> tuple[Span, Span] | None:
    """The same, whatever stands behind the verb; None where the first noun is no body."""
    region, language = verb.region, verb.region.language
    text = [region.page.words(w).lower() for w in words]
    several = agreement(region.page.words(verb.cue).split()[-1], language) == "p"
    if len(words) < 3 or not several or text[0] not in ("в", "во", "у", "на"):
        return None
    forms = [cases(region.page.words(w), language) for w in words]
    at = len(words) - 1
    while at > 1 and forms[at].genitive and not forms[at].nominative:
        at -= 1
    if at > 2 and forms[at].genitive and _sure_thing(forms[at - 1]):
        at -= 1  # «в штабе | гибель роты»
    elif at > 2 and language == "uk" and text[at - 1].endswith(("ння", "ття")):
        at -= 1  # «існування регулювальника»: without a dictionary the genitive looks like a subject
    accusative = forms[at].nominative or (language == "ru" and text[at][-1:] in "ую")
    if at <= 1 or forms[at].kind != "noun" or forms[at].animate or not accusative:
        return None
    first = at
    while first > 2 and forms[first - 1].kind == "adjective":
        first -= 1
    if text[first - 1] in PREPOSITIONS or forms[1].kind not in ("noun", "adjective", "name"):
        return None
    body = Span(words[1].start, words[first - 1].stop)
    known = source_words(language)
    heads = {w for word in text[1:first] for w in (word, lemma(word, language))}
    if not (heads & known.bodies or region.named_from(body.start, body.stop)):
        return None
    return body, Span(words[first].start, words[-1].stop)


def _is_thing(verb: Verb, speaker: Span) -> bool:
    """«Результаты выборов признают»: a capital at the head of a sentence makes nobody of a thing."""
    region, language = verb.region, verb.region.language
    if speaker.start != verb.sentence.start or region.named_from(speaker.start, speaker.stop):
        return False
    words = [w.lower() for w in WORD.findall(region.page.words(speaker))[:3]]
    known = source_words(language)
    return not any(
        is_role(w, region.words) or w in region.words.plural or cases(w, language).animate
        or {w, lemma(w, language)} & (known.people | known.bodies | known.papers | known.stand_ins)
        for w in words
    )  # fmt: skip


def _sure_thing(form: Cases) -> bool:
    return form.kind == "noun" and bool(form.nominative) and not form.genitive and not form.animate


_NOTHING_BEHIND: Final = re.compile(r"\s*(?:[,.;:!?]|\Z)")


# Whoever rejects rejects something: «Чиновник обвинения отвергает», where nothing stands behind the verb.
_REJECTS: Final = re.compile(r"(?:отвер|отриц|опров|оспар|запереч|спрост|відкид|відкин)\w+", re.IGNORECASE)


def _rejected(verb: Verb, own: Span) -> tuple[Span, list[Span]]:
    """The last noun of what looks like a subject, if it may be an object too and a word stands before it."""
    region = verb.region
    words = [Span(own.start + m.start(), own.start + m.end()) for m in WORD.finditer(region.page.words(own))]
    form = cases(region.page.words(words[-1]), region.language) if len(words) > 1 else None
    if form is None or form.animate or not form.nominative or not _NOTHING_BEHIND.match(verb.right()):
        return own, []
    at = len(words) - 1
    while at > 1 and cases(region.page.words(words[at - 1]), region.language).kind in (
        "adjective",
        "pronoun",
    ):
        at -= 1  # «такие обвинения»
    return Span(own.start, words[at - 1].stop), words[at:]


def _parted(verb: Verb, body: Span) -> tuple[Span, list[Span]]:
    """«У комендатурі існування регулювальника заперечують»: what is denied must stand before the verb, so the
    noun of the body ends where the next one begins."""
    region = verb.region
    words = [
        Span(body.start + m.start(), body.start + m.end()) for m in WORD.finditer(region.page.words(body))
    ]
    for number, word in enumerate(words):
        if cases(region.page.words(word), region.language).kind == "noun":
            title = _TITLE.match(region.page.body, word.stop, verb.cue.start)
            stop = title.end() if title else word.stop
            return Span(body.start, stop), [w for w in words[number + 1 :] if w.start >= stop]
    return body, []


_TITLE: Final = re.compile(r"\s[«\"“][^»\"”\n]{1,40}[»\"”]")


def _is_object(verb: Verb, words: list[Span], *, straight: bool) -> bool:
    """Whether words can be what is confirmed or denied, and not what belongs to the subject before them."""
    region = verb.region
    if region.page.words(words[0]).lower() in WHOSE and len(words) > 1:
        words = words[1:]  # «Их состояние врачи …»
    first = region.page.words(words[0])
    cue = region.page.words(verb.cue)
    if any(OF_TIME.match(region.page.words(w).lower()) for w in words[:3]):
        return False  # «Каждый день он подтверждает»
    if first.lower() in ("в", "у", "во") and _BELIEVES.match(cue) and len(words) > 1:
        return cases(region.page.words(words[1]), region.language).kind in ("noun", "adjective", "pronoun")
    form = cases(first, region.language)
    if form.kind not in ("noun", "adjective", "pronoun") or PRONOUN.fullmatch(first):
        return False
    if first.lower() in _TO_WHOM:
        return False  # «На заводе нам подтвердили: утечки нет»
    if not straight:
        return True
    if first[:1].isupper() and (words[0].start != verb.sentence.start or not _accusative(first, form)):
        return False
    negated = region.text(max(region.start, verb.cue.start - 4), verb.cue.start).strip() in ("не", "ни", "ні")
    negated = negated or cue.lower().startswith("не ") or _STANDS_AGAINST.match(cue) is not None
    if any(
        n.kind == "person" and n.stop == words[0].start - 1
        for n in region.named_from(words[0].start - 48, words[0].start)
    ):
        return True  # «Богдан Задор звинувачення відкидає»: nothing in small letters belongs to a name
    return not form.genitive or (not form.only and (negated or _OWN.match(first) is not None))


def _accusative(word: str, form: Cases) -> bool:
    """«Обвинения он отвергает»: at the head of the sentence stands what may be an object, no day or hour."""
    if form.animate or form.kind not in ("noun", "adjective") or OF_TIME.match(word.lower()):
        return False
    return bool(form.nominative) or word[-1] in "ую"


_STANDS_AGAINST: Final = re.compile(
    r"(?:отриц|отвер|оспар|запереч|спрост|опров|відкид|відкин)", re.IGNORECASE
)

__all__ = ["body_and_thing", "stands_to", "thing_before", "told_of"]
