"""What somebody promises, asks or orders in Russian and Ukrainian: «потребовал, чтобы …»."""

from __future__ import annotations

import re

from muster.read.frames import Frame, Region
from muster.read.slavic.phrases import WORD, speaker_after
from muster.read.slavic.subjectless import of_nobody, stands_alone, unnamed
from muster.read.slavic.verbs import Verb, clear, cut, frame_of
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.spans import Span

_IN_ORDER = re.compile(r",\s*(?=(?:чтобы|чтоб|щоб|аби)\s)", re.I)
_INFINITIVE = re.compile(r"(?:ть|ться|ти|тися|тись|чь|чься)\Z")
_NOT_INFINITIVE = listed(
    """часть область мать сеть дочь ночь помощь речь печь честь смерть власть память месть весть почти пять
    шесть
    девять десять п'ять шість дев'ять діти гості частини вісті новости"""
)


def wanted(verb: Verb) -> Frame | None:
    """«пообещал выплатить», «призвал жителей не выходить», «потребовал, чтобы …»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    right = region.text(cue.stop, min(sentence.stop, cue.stop + 160))
    order = _IN_ORDER.search(right)
    if order and clear(right[: order.start()]):
        speaker = verb.subject(cue.stop + order.start())
        span = cut(region, cue.stop + order.end(), sentence.stop)
        if speaker is None and (region.level or region.turn) and not right[: order.start()].strip():
            return unnamed(verb, span)  # «Записал и предупредил, чтобы никому ни слова»
        return frame_of(region, [span], verb, speaker, 0.85) if speaker else None
    if CONSENTS.match(region.page.words(cue)) and (_TO_SPEAK.match(right) or right.startswith(" на ")):
        return None
    ordered = _TOLD_TO.fullmatch(region.page.words(cue)) is not None
    hopes = HOPES.match(region.page.words(cue)) is not None
    if verb.kind != "intend" and not ordered and not hopes:
        return None
    first = (WORD.findall(right) or [""])[0]
    if ordered and (_INFINITIVE.search(first) is None or first == "мати"):  # «каже мати»
        return None
    whom = _TO_THOSE_WHO.match(right)
    behind = whom.end() if whom else 0
    end = re.compile(r"[.!?;:\n\x00,]|\s[-–—]\s").search(right, behind)
    for match in WORD.finditer(right, behind, end.start() if end else len(right)):
        if _INFINITIVE.search(match.group()) and match.group().lower() not in _NOT_INFINITIVE:
            speaker = verb.subject(cue.stop)
            begin = cue.stop
            if speaker is None:
                speaker = speaker_after(region, cue.stop, cue.stop + match.start())
                begin = speaker.stop if speaker else begin
            elif speaker.start >= cue.stop:
                begin = speaker.stop
            if region.page.words(cue).lower().startswith(_WISHING):
                return None  # «хочет спать» is no plan that anybody reports
            if speaker is None and hopes:
                return None
            if speaker is None:
                span = cut(region, begin, sentence.stop)
                if stands_alone(verb, right[: match.start()]):
                    return unnamed(verb, span)
                return of_nobody(verb, span)
            return frame_of(region, [_planned(region, begin, sentence.stop)], verb, speaker, 0.8)
    return None


# «советуют тем, кто получил повестку, обращаться в суд»
_TO_THOSE_WHO = re.compile(
    r"(?:\s[^\W\d_][\w’'-]*){1,4},\s(?:кто|хто|котор\w{2,3}|як(?:ий|а|е|і|им|их))\s[^,;:.!?\n\x00]{3,90},\s"
)
# «рассчитывают подключить их до вечера»
HOPES = re.compile(r"(?:рассчитыва|наде(?:ет|ют|ял)|сподіва|розрахову)", re.IGNORECASE)
# Whoever agreed to speak has said nothing by it.
CONSENTS = re.compile(r"(?:согласи|погоди)", re.IGNORECASE)
_TO_SPEAK = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:го?ворить|поговорить|побеседовать|рассказать|встретиться|ответить|общаться|говорити|поговорити|розмовляти"
    r"|поспілкуватися|розповісти|зустрітися|відповісти|спілкуватися)(?!\w)",
    re.IGNORECASE,
)
# Why somebody asks for something is the outlet's.
_REASON = re.compile(r",?\s(?:поэтому|поскольку|оскільки|опасаясь|боясь|побоюючись)\s", re.IGNORECASE)


_BUT = re.compile(r",\s(?:но|однако|але|проте|однак)\s")
_AND_DID = re.compile(
    r",?\s(?:и|й|і|та|но|але|а)\s(?:(?:даже|навіть|потом|потім|затем|тут же)\s)?([а-яёіїєґ'’ʼ-]{3,20})(?!\w)"
)
_PRESENT = re.compile(r"(?:[её]т|[иоу]т|[юя]т|ает|[ує]є|[юя]ть|уть|ить)\Z")
_PAST = re.compile(r"(?:л|ла|ло|ли|в)(?:ся|сь)?\Z")


def _planned(region: Region, begin: int, stop: int) -> Span:
    """«просил забрать его и даже пытался сбежать»: the infinitive ends where a past verb goes on with him."""
    span = cut(region, begin, stop)
    if reason := _REASON.search(region.text(span.start, span.stop), 4):
        span = Span(span.start, span.start + reason.start())
    for border in _BUT.finditer(region.text(span.start, span.stop)):
        rest = WORD.findall(region.text(span.start + border.end(), span.stop))[:4]
        acts = [w for w in rest if cases(w, region.language).kind == "verb"]
        if border.start() > 4 and acts and _INFINITIVE.search(acts[0]) is None:
            span = Span(span.start, span.start + border.start())  # «велел не писать, но я пишу»
            break
    for match in _AND_DID.finditer(region.text(span.start, span.stop)):
        verb = match.group(1)
        finite = _PAST.search(verb) or _PRESENT.search(verb)
        if region.language == "ru" and _INFINITIVE.search(verb):
            finite = None  # «просил вывести людей и отменить рейсы»
        if finite and cases(verb, region.language).kind == "verb" and match.start() > 4:
            return Span(span.start, span.start + match.start())
    return span


# Verbs that have an infinitive before them: «Запретить рекламу предложили в думе».
_FRONTED = re.compile(
    r"(?:по)?(?:проси|треб|совет|обеща|руч|рекоменд|порекоменд)|предл|призва|призыва|распоряди|разреши|запрети|(?:за)?пропон"
    r"|вимага|заклик|обіця|пообіця|доруч|(?:по)?ради(?!о)|дозвол|заборон|наказ|приказ|звелі|вел[еі]",
    re.IGNORECASE,
)


def put_first(verb: Verb) -> Frame | None:
    """«Ужесточить наказание предложил депутат X», «Ввести сбор попросили мэра жители»: an infinitive heads
    the sentence and whoever wants it stands behind the verb."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    if verb.gerund or _FRONTED.match(region.page.words(cue)) is None or verb.low > sentence.start:
        return None
    first = _HEAD.match(region.text(sentence.start, cue.start))
    if first is None or _INFINITIVE.search(first["word"]) is None:
        return None
    words = WORD.findall(region.text(sentence.start, cue.start))
    if words[0].lower() in _NOT_INFINITIVE or any(_is_finite(w, region.language) for w in words[1:40]):
        return None
    if cases(words[0].lower(), region.language).kind != "verb":
        return None
    begin = sentence.start + first.start("word")
    own = _OWN_BEFORE.search(region.text(begin, cue.start))
    if own is not None:  # «Показать смету она пообещала до пятницы»
        speaker = Span(begin + own.start(1), begin + own.end(1))
        parts = [Span(begin, begin + own.start()), cut(region, cue.stop, sentence.stop)]
        return frame_of(region, [p for p in parts if p.stop - p.start > 2], verb, speaker, 0.7)
    form = cases(words[-1].lower(), region.language)
    if len(words) > 1 and form.nominative and form.animate:
        return None  # «Присмотреть за домом женщина попросила дочь»: she wants it, and not the daughter
    behind = speaker_after(region, cue.stop, sentence.stop)
    if behind is None or behind.start - cue.stop > _NEAR_VERB:
        return None
    end = cue.start - len(region.text(begin, cue.start)) + len(region.text(begin, cue.start).rstrip(" ,–—-"))
    return frame_of(region, [Span(begin, end)], verb, behind, 0.75)


def _is_finite(word: str, language: str) -> bool:
    form = cases(word, language)
    return form.kind == "verb" and word.islower() and _INFINITIVE.search(word) is None


_HEAD = re.compile(r"[^\w«\"“]{0,8}(?P<word>[А-ЯЁІЇЄҐа-яёіїєґ][а-яёіїєґ'’ʼ]{2,24})\s")
_NEAR_VERB = 60
_OWN_BEFORE = re.compile(r"\s(он|она|они|він|вона|вони)\s\Z", re.IGNORECASE)


# «Мне сказали ждать»: an order.
_TOLD_TO = re.compile(r"(?:сказа(?:л|ла|ли|в)|скаж[еу]т?|говор(?:ит|ят)|каже|кажуть)", re.I)
_WISHING = ("хоч", "хот", "хті", "бажа")


__all__ = ["CONSENTS", "HOPES", "put_first", "wanted"]
