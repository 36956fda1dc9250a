"""Verbs of saying with reported words, in Russian and Ukrainian: a clause with «что», a question, an
infinitive, a noun, words behind a colon, or words around the verb (`slavic/around.py`).

Which construction a verb may have goes by its class in the cue list: a verb of manner («вздохнула»)
has only direct speech, a verb of knowing only a clause, a verb of wanting also an infinitive.
"""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Frame, Region
from muster.read.people.people import is_role
from muster.read.protection.bearers import person
from muster.read.slavic.around import FRONTED, around, as_reported, fronted, sighed, thrown
from muster.read.slavic.governed import governed, waits
from muster.read.slavic.nouns import noun_of
from muster.read.slavic.objects import CONFIRMS, beside_a_word, named_so, object_of, term_asked
from muster.read.slavic.phrases import (
    WORD,
    could_speak,
    noun_phrase,
    phrase_after,
    speaker_after,
    subject_before,
)
from muster.read.slavic.set_off import set_off
from muster.read.slavic.subjectless import MINE, SAYING, of_nobody, stands_alone, unnamed
from muster.read.slavic.this import stands_to
from muster.read.slavic.tokens import SEES
from muster.read.slavic.verbs import THAT, Verb, clear, cut, frame_of, sentence_before
from muster.read.slavic.wanted import HOPES, put_first, wanted
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.spans import Span

_QUESTION = re.compile(
    r"(?:,?\s*(?:о том|про те|над тем|над тим))?,\s*(?=(?:(?:в|во|о|об|на|по|до|с|со|к|из|за|от|у|з|із"
    r"|від|про|для)\s)?"
    r"(?:как|почему|зачем|когда|где|куда|откуда|кто|кого|кому|кем|чем|чего|чему|сколько|как\w{2,4}|чей"
    r"|чья|чьи|котор\w{2,3}|насколько|отчего"
    r"|як|чому|навіщо|коли|де|куди|звідки|хто|кого|кому|ким|чим|чого|скільки|як\w{1,4}|чий|чиї|чи"
    r"|наскільки|\w{3,14}\sли|не\s\w{3,14}\sли)(?!\w))",
    re.I,
)
_SHORT = re.compile(r"(?:\s[^\s,–—]+){0,4}")
_RELATIVE = re.compile(
    r",\s(?:\w{1,4}\s)?(?:котор\w{2,3}|чей|чьи|як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|ими|их)|чий|чиї)\s[^,;:]{1,90},\s*\Z",
    re.I,
)
# «Комбат, коли ми про це спитали, засміявся: «…»»
_MEANT_WHEN = re.compile(r"(?:\A|,\s)(?:коли|когда|якщо|если|поки|пока|щойно|едва)\s[^,:]{0,60}\Z", re.I)
# «Завгосп, не виходячи з кабінету, підтвердив справжність листа»
_MEANWHILE = re.compile(
    r",\s(?:не\s)?[а-яёіїєґ'’-]{3,20}(?:[вг]ши|[юя]чи|вшись|чись|ив|ав|ев|ясь|(?<![шщнчкг])ая|яя|уя)[\s,][^.!?;:\n\x00]{1,120},\s*\Z"
)
_COLON = re.compile(r"[^.!?;:\n\x00–—]{0,120}:(?=[\s«\"“]|\Z)\s*")
_INVERTED = re.compile(
    r"(?:,|\.{3}|[…!?])\s*(?:[-–—]\s*)?(?:(?:также|також|тоже|об этом|про це|не|тем временем)\s)?\Z"
    r"|\s[-–—]\s*\Z"
)
_AS = re.compile(
    r"(?:\A(?:\W{0,4}\d{1,2}[:.·]\d{2}[.,]?\s)?|,|\s[-–—])"
    r"\s*(?:[-–—]\s*)?(?:и\s|а\s|но\s)?(?:как|як|о чём|о чем|про що|что|що)\s+(?:нам\s"
    r"|мне\s|мені\s)?(?:также |також |ранее |раніше |уже |вже "
    r"|позже |пізніше |сам |сама |тогда |тоді |потом |накануне |напередодні |часто |верно |правильно "
    r"|справедливо )?\Z",
    re.I,
)
_AS_HE = re.compile(r",\s(?:как|як)\s(?:мне|нам|мені)\s(?:[\w’'ʼ-]{2,20}\s){1,2}\Z", re.I)
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|аби|чи|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела|хотів|хотіла|нехай"
    r"|пусть)\s+(?:\w+\s){0,2}\Z",
    re.I,
)
_NAMES = {"weak": "say", "manner": "say", "accuse": "say", "know": "think"}


_ANSWERING = re.compile(r"(?:отвеча|відповіда)", re.I)
_NOT = re.compile(r"(?<!\w)(?:не|ни|ні|ані)\s+\Z", re.I)
_CONFIRMS = re.compile(r"(?:не\s)?(?:подтв|підтв|призн|визна|исключ|виключ|скрыв|прихов|сомнев|сумнів)", re.I)


def clause(
    region: Region,
    cue: Span,
    kind: str,
    low: int,
    high: int,
    gerund: bool,
    before: Frame | None,
    sentence: Span,
) -> list[Frame]:
    """The frames of one verb, if it has reported words and is not narrated; ``before``: the frame before
    it in the ``sentence``, whose speaker a gerund and «и добавил» go on with. Two where somebody denies
    what stands before the verb and goes on behind a colon («X это отрицает: муж уехал»)."""
    verb = Verb(region, cue, kind, low, high, gerund, before, sentence)
    denied, frame = stands_to(verb), _read(verb)
    if denied is not None and frame is not None:
        between = region.text(cue.stop, max(cue.stop, frame.start))
        if _STRAIGHT_THAT.fullmatch(between):
            denied = None  # «Семьи двоих подтвердили, что …»: the clause is what they say
        elif ":" not in between or frame.start < cue.stop:
            frame = None
    found = [_told(verb, f) for f in (denied, frame) if f is not None]
    more = None
    if len(found) == 1 and _NAMING.match(region.page.words(cue)):
        more = _goes_on(verb, found[0])
        found[0].parts[-1] = _with_why(verb, found[0])
    return [*found, more] if more else found


_STRAIGHT_THAT = re.compile(r"\s?,\s(?:что|що|будто|якобы|нібито|мовляв|мол)\s", re.IGNORECASE)
_NAMING = re.compile(r"(?:назв|назыв|назив|счита|вважа|оцен|оцін|расцен|розцін)", re.IGNORECASE)


def _goes_on(verb: Verb, frame: Frame) -> Frame | None:
    """«Эксперт считает архив подлинным: совпадают бланки»: what stands behind the colon is his too."""
    region, stop = verb.region, verb.sentence.stop
    colon = re.match(r"[»”\"]?\s?:\s+(?=[^\s\x00«“\"])", region.text(frame.stop, stop))
    if colon is None or frame.start < verb.cue.stop or frame.speaker is None:
        return None
    return frame_of(region, [cut(region, frame.stop + colon.end(), stop)], verb, frame.speaker, 0.55)


_WHY = re.compile(
    r"[»”\"]?\s?,\s(?:поскольку|так как|потому что|ведь|оскільки|бо|тому що|адже)\s(?=[^\s\x00«“\"])",
    re.IGNORECASE,
)


def _with_why(verb: Verb, frame: Frame) -> Span:
    """«Он считает отказ незаконным, так как письмо пришло вовремя»: why he holds it for that is his too."""
    last = frame.parts[-1]
    why = _WHY.match(verb.region.text(last.stop, verb.sentence.stop)) if last.start >= verb.cue.stop else None
    if why is None:
        return last
    return Span(last.start, cut(verb.region, last.stop + why.end(), verb.sentence.stop).stop)


def _told(verb: Verb, frame: Frame) -> Frame:
    region, cue = verb.region, verb.cue
    if frame.verb == "hear" and frame.beyond is None:
        frame.beyond = _heard_from(verb)
    frame.verb = _NAMES.get(frame.verb, frame.verb)
    left = verb.left()[-60:]
    unsaid = verb.kind in SAYING and _NOT.search(left) is not None
    unsaid = unsaid and _CONFIRMS.match(region.page.words(cue)) is None
    frame.hypothetical = frame.hypothetical or unsaid or _MODAL.search(left) is not None
    return frame


_FROM_WHOM = re.compile(r"(?<!\w)(?<!не )(?:от|від)\s(?=[^\W\d_])", re.I)


def _heard_from(verb: Verb) -> Span | None:
    """«От водителей она слышала, что …»: whose words they are, if people stand there."""
    region, cue = verb.region, verb.cue
    comma = region.text(cue.stop, min(verb.sentence.stop, cue.stop + 60)).find(",")
    for low, high in ((max(verb.low, cue.start - 60), cue.start), (cue.stop, cue.stop + max(comma, 0))):
        found = _FROM_WHOM.search(region.text(low, high))
        phrase = noun_phrase(region, low + found.end(), high) if found else None
        if phrase is None:
            continue
        word = region.page.words(phrase).split()[0]
        named = any(n.kind == "person" for n in region.named_from(phrase.start, phrase.stop))
        if named or is_role(word, region.words) or person(word.lower(), region.language):
            return phrase
    return None


def _read(verb: Verb) -> Frame | None:
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    if verb.gerund and _ANSWERING.match(region.page.words(cue)):
        return None
    if verb.kind == "manner":
        return _shouted(verb) or _sighed(verb) or thrown(verb)
    left, right = verb.left(), verb.right()
    before = sentence_before(verb.region, verb.cue, left)
    if before is not None and (before.start < cue.start or verb.kind in ("say", "write")):
        own = subject_before(region, verb.low, cue.start, bodies=False)
        own = own if own is not None and could_speak(region, own) else None  # «Об этом стороны сообщили …»
        own = (own and verb.told_an_outlet(own)) or own
        speaker = own or speaker_after(region, cue.stop, sentence.stop)
        sure = 0.8 if before.start < cue.start else 0.6
        return Frame([before], verb.kind, cue, speaker, confidence=sure) if speaker else None
    if re.match(r"\s*(?:«|\"|“)?\s*\Z", right) and not left.strip():
        return None
    bare = re.match(r",\s(?!(?:что|що|чтобы|щоб|как|як|а|но|але|и|і)\s)(?=[\w«])", right)
    if (
        bare
        and region.page.words(cue).lower() in MINE
        and re.search(r"(?<!\w)(?:я|мы|ми)\s(?:\w+\s)?\Z", left, re.I)
    ):
        span = cut(region, cue.stop + bare.end(), sentence.stop)
        return frame_of(region, [span], verb, subject_before(region, verb.low, cue.start), 0.6)
    they = _THEY | _THEY_SAID if region.level or region.turn else _THEY
    if bare and region.page.words(cue).lower() in they and left.rstrip(_OPENERS)[-1:] in ("", ":", ";"):
        return frame_of(region, [cut(region, cue.stop + bare.end(), sentence.stop)], verb, None, 0.55)
    if bare and region.page.words(cue).lower() in _SHE and left.rstrip(_OPENERS)[-1:] in ("", ":", ";"):
        span = cut(region, cue.stop + bare.end(), sentence.stop)
        tells = _told_in(verb, right, bare.end()) or len(WORD.findall(region.page.words(span))) > _FEW
        return unnamed(verb, span) if tells and not _PUT_IN.match(right, bare.end()) else None
    if (
        bare
        and not (region.level or region.turn)
        and region.page.words(cue).lower() in (_SHE | _THEY)
        and _told_in(verb, right, bare.end())
        and not _PUT_IN.match(right, bare.end())
    ):
        speaker = subject_before(region, verb.low, cue.start)
        if speaker is not None and speaker.stop >= cue.start - 1 and could_speak(region, speaker):
            return frame_of(region, [cut(region, cue.stop + bare.end(), sentence.stop)], verb, speaker, 0.55)
    if bare and (region.level or region.turn) and _in_talk(verb, right, bare.end()):
        speaker = subject_before(region, verb.low, cue.start)
        begin = cue.stop + bare.end()
        if (
            speaker is not None
            and could_speak(region, speaker)
            and not _PUT_IN.match(region.text(begin, sentence.stop))
        ):
            return frame_of(region, [cut(region, begin, sentence.stop)], verb, speaker, 0.6)
    head = _AS.search(left)
    if head and not left[: head.start()].strip(" —–-*_❗️⚡"):
        return as_reported(verb)
    that = THAT.search(region.text(cue.stop, min(verb.high, cue.stop + 220, sentence.stop)))
    if that and clear(right[: that.start()]) and not _narrated(verb, right[: that.start()]):
        return _with_that(verb, that)
    if waits(verb):
        return governed(verb)
    if verb.gerund and _LEANS.match(region.page.words(cue)):
        return None  # «отказали, сославшись на нехватку денег»
    asked = _QUESTION.search(region.text(cue.stop, min(verb.high + 20, cue.stop + 120, sentence.stop)))
    if (
        asked
        and clear(right[: asked.start()])
        and _SHORT.fullmatch(right[: asked.start()])
        and not right[: asked.start()].endswith((" и", " і", " й", " та", " а", " но", " але"))
        and verb.kind not in ("accuse", "deny", "weak")
    ):
        found = _question(verb, asked)
        if found:
            return found
    if verb.kind == "know" and SEES.match(region.page.words(cue)):
        return None  # «видел мужчин во дворе»: only a clause is knowledge
    if verb.kind in ("intend", "say", "ask") and (first := put_first(verb)) is not None:
        return first
    if verb.kind in ("intend", "say", "write") or HOPES.match(region.page.words(cue)):
        found = wanted(verb)
        if found:
            return found
    front = FRONTED.match(left)
    if front and verb.kind not in ("intend", "accuse", "ask"):
        found = fronted(verb, front.end(), left)
        if found:
            return found
    if head:
        return around(verb, head.start(), as_told=True)
    told = _AS_HE.search(left)
    if told and verb.kind == "say":
        return around(verb, told.start())
    if verb.across() is not None:
        return named_so(verb) or noun_of(verb, right) or object_of(verb, right)
    beside = beside_a_word(verb) is not None or verb.told_across()
    inverted = None if beside else _INVERTED.search(left)
    if inverted and set_off(verb, left) is not None:
        inverted = None  # «Гусаров, отец задержанного, обвинил …»
    if (
        inverted
        and CONFIRMS.match(region.page.words(cue))
        and (_RELATIVE.search(left) or _MEANWHILE.search(left))
    ):
        inverted = (
            None  # «двое, с которыми мы говорили, подтвердили …»: the comma closes what is told of them
        )
    colon = _COLON.match(right)
    if inverted and left[: inverted.start()].strip(" —–-*_\"'") and not (colon and colon.end() < len(right)):
        if verb.gerund:
            return named_so(verb) or noun_of(verb, right)
        return around(verb, inverted.start())
    if (
        colon
        and colon.end() < len(right)
        and not (cue.stop + colon.end() > verb.high and _MEANT_WHEN.search(left))
        and SPOKEN not in right[: colon.end() + 2]
        and verb.kind not in ("know", "accuse")
        and not _PARAGRAPHS.match(right, colon.end())
    ):
        speaker = verb.subject(cue.stop + colon.end())
        span = cut(region, cue.stop + colon.end(), sentence.stop)
        if speaker is None:
            return unnamed(verb, span) if stands_alone(verb, right[: colon.end()]) else None
        return frame_of(region, [span], verb, speaker, 0.7)
    dash = _DASH.match(right) if verb.kind in ("say", "write") else None
    if dash and not (region.level or region.turn):
        dash = dash if _CLAUSE_BEHIND.match(right, dash.end()) and _told_in(verb, right, dash.end()) else None
    if dash and not verb.gerund and not left.lstrip().startswith(("-", "–", "—")):
        speaker = subject_before(region, verb.low, cue.start)
        span = cut(region, cue.stop + dash.end(), sentence.stop)
        return frame_of(region, [span], verb, speaker, 0.6) if speaker else None
    found = named_so(verb) or noun_of(verb, right) or object_of(verb, right) or governed(verb)
    found = found or term_asked(verb)
    if found is None and _PROMISED.match(region.page.words(cue)):
        end = _END_OF_PROMISE.search(right)
        span = cut(region, cue.stop, cue.stop + end.start() if end else sentence.stop)
        found = of_nobody(verb, span) if span.stop - span.start > 3 else None
        return found if found and (len(found.parts) > 1 or not left.strip()) else None
    return found


# «признал виновным по двум статьям: ч. 2 ст. 110 …»: what stands there is a list of laws.
_PARAGRAPHS = re.compile(r"(?:ч|ст|п|пп|частин|част|стат)\w{0,3}\.?\s?\d")
_PROMISED = re.compile(
    r"(?:по)?(?:обеща|обіця|предл|пропон|запропон|совет|рад(?:и|ят|ять)|порад)", re.IGNORECASE
)
_END_OF_PROMISE = re.compile(r"[.!?;:\n\x00,]|\s[-–—]\s")
# «Командир говорит – на двенадцать лет»: in talk a dash may stand for «что».
_DASH = re.compile(r"\s[-–—]\s(?=[\w«])")
# Behind the dash a clause stands, not «и ушёл» or what somebody is: «Дед один рассказал – уходили ночью».
_CLAUSE_BEHIND = re.compile(
    r"(?!(?:и|а|но|або|или|і|й|та|але|как|як|лишь|лише|только|тільки|это|це)\s)[^.!?;:\n\x00–—]{4,}"
)


def _told_in(verb: Verb, right: str, start: int) -> bool:
    words = WORD.findall(right, start)[:12]
    return any(cases(w, verb.region.language).kind == "verb" for w in words)


_SHOUTED = re.compile(
    r"(?:за)?(?:крич|крик|ор[аеёиу])|(?:про)?(?:шеп|бормот)|бурк|брос|вигук|ви?крикн|гукн|гукав|репет|верещ",
    re.I,
)


def _shouted(verb: Verb) -> Frame | None:
    """«Кричал, что своих накрыли»: of the verbs of manner those of the voice have a clause as well."""
    region, cue = verb.region, verb.cue
    if _SHOUTED.match(region.page.words(cue)) is None:
        return None
    behind = region.text(cue.stop, min(verb.high, cue.stop + 60, verb.sentence.stop))
    that = THAT.search(behind)
    return _with_that(verb, that) if that and _FEW_WORDS.fullmatch(behind, 0, that.start()) else None


# «крикнув униз, що …», «прошептала нам, что …»
_FEW_WORDS = re.compile(r"(?:\s[\w’'-]{2,16}){0,2}")
_BEHIND_COMMA = re.compile(r"(?:,|…)\s(?:[-–—]\s)?\Z")


def _sighed(verb: Verb) -> Frame | None:
    border = _BEHIND_COMMA.search(verb.left())
    return sighed(verb, border.start()) if border else None


_SAID_SO = re.compile(r"(?:сказал|ответил|спросил|крикнул|велел|сказа[вл]|відпові[вл]|спита[вл])", re.I)
_STATE = listed("можно нельзя надо нет есть нужно можна треба нема немає")


def _in_talk(verb: Verb, right: str, start: int) -> bool:
    """«Жена считает, надо молчать», «Мать сказала, он не придёт»: a clause of its own behind the comma."""
    form = verb.region.page.words(verb.cue).lower()
    if _PRESENT.search(form):
        return True
    told = _told_in(verb, right, start) or any(w.lower() in _STATE for w in WORD.findall(right, start)[:4])
    return _SAID_SO.match(form) is not None and told


# «Жена считает, надо было молчать»: in talk the comma alone parts the words from their verb.
_PRESENT = re.compile(r"(?:ет|ит|ёт|ют|ят|ут|ає|іє|ує|ює|ить|їть|же|ють|ять|уть|ше)\Z")
_PUT_IN = re.compile(
    r"(?:котор|як(?:ий|а|е|і)\b|когда|коли|если|якщо|хотя|хоча|где|де|куда|куди|потому|тому|[а-яіїє]{3,20}(?:я|в|вши|чи)(?:сь)?[\s,])",
    re.I,
)


# --- «что» and questions ---------------------------------------------------------------------------------
def _with_that(verb: Verb, that: re.Match[str]) -> Frame | None:
    region, cue = verb.region, verb.cue
    speaker = verb.subject(cue.stop + that.start())
    begin = cue.stop + that.end()
    stop = verb.sentence.stop
    if verb.gerund and speaker and speaker.start > begin:
        stop = begin + max(1, region.text(begin, speaker.start).rfind(","))
    span = _to_what_he_did(verb, cut(region, begin, stop))
    if speaker is None:
        return unnamed(verb, span)
    if verb.kind in ("think", "intend") and not could_speak(region, speaker):
        return None  # «эта подготовка предполагает, что …»
    return frame_of(region, [span], verb, speaker, 0.9)


_AND_DID = re.compile(
    r",\s(?:и|і|й|та)\s(?:(?:также|затем|потом|сразу|тут же|лично|також|потім|одразу|відразу|особисто)\s)?"
    r"(?P<did>[а-яёіїєґ'’ʼ-]{3,20})(?!\w)",
    re.IGNORECASE,
)
_PAST = re.compile(r"(ла|ло|ли|л|в)(?:ся|сь)?\Z")


def _to_what_he_did(verb: Verb, span: Span) -> Span:
    """«рассказал, что ракет было девять, и поблагодарил спасателей»: a comma before «и» closes the clause
    where it holds no other; what he did then has no subject of its own and the form of the verb of saying."""
    region = verb.region
    mine = _PAST.search(region.page.words(verb.cue).lower().split()[-1])
    text = region.text(span.start, span.stop)
    done = _AND_DID.search(text) if mine is not None else None
    if done is None or mine is None or done.start() < _A_CLAUSE or "," in text[: done.start()]:
        return span
    form, did = _PAST.search(done["did"].lower()), done["did"]
    same = form is not None and form.group(1) == mine.group(1)
    if not same or cases(did, region.language).kind != "verb":
        return span
    behind = span.start + done.end()
    comma = region.text(behind, span.stop).find(",")
    if phrase_after(region, behind, behind + comma if comma >= 0 else span.stop) is not None:
        return span  # «…, и погиб человек»
    return Span(span.start, span.start + done.start())


_A_CLAUSE = 6


# «Говорят, …»: nobody says who.
_THEY = listed("говорят рассказывают утверждают уверяют кажуть розповідають стверджують запевняють")
_THEY_SAID = listed("сказали ответили обещали пообещали передали відповіли обіцяли")  # in talk
_SHE = listed("говорит рассказывает пишет утверждает уверяет каже розповідає пише стверджує запевняє")
_FEW = 3
_OPENERS = " —–-*_❗️⚡•"


def _question(verb: Verb, asked: re.Match[str]) -> Frame | None:
    """«спросил, почему …», «рассказал, как …»: the words begin with the word of the question."""
    region, cue = verb.region, verb.cue
    begin = cue.stop + asked.end()
    if verb.kind == "intend":
        return None
    words = region.text(begin, begin + 8).lower()
    if words.startswith(("как ", "як ")) and region.words.cue.match(
        region.page.body, begin + len(words.split()[0]) + 1
    ):
        return None  # «…, как сообщил Y»
    if (
        re.match(r"(?:котор|який|яка|яке|які|якого|якої|яких)\w*", words)
        and asked.group().strip(", ") == ""
        and _noun_before(verb, asked)
    ):
        return None  # a relative clause of an object: «рассказал историю, которая …»
    if _NOT.search(verb.left()[-12:]):
        return None  # "did not say why"
    if words.startswith(("кто", "хто", "что", "що")) and _CORRELATIVE.search(
        region.text(cue.stop, cue.stop + asked.start()).rstrip()
    ):
        return None  # «обеспокоены судьбой тех, кто остался»
    speaker = verb.subject(cue.stop + asked.start())
    if speaker is None:
        alone = verb.kind in ("say", "write") and not WORD.findall(verb.left()) and not verb.gerund
        alone = alone and not asked.start()
        # «Звонил Хмурый. Рассказывал, как комбат менял сводку.»
        return unnamed(verb, cut(region, begin, verb.sentence.stop)) if alone else None
    return frame_of(region, [cut(region, begin, verb.sentence.stop)], verb, speaker, 0.8)


def _noun_before(verb: Verb, asked: re.Match[str]) -> bool:
    gap = verb.region.text(verb.cue.stop, verb.cue.stop + asked.start())
    words = WORD.findall(gap)
    return bool(words) and cases(words[-1], verb.region.language).kind in ("noun", "name")


_LEANS = re.compile(r"(?:со|по)слав", re.I)
# "everything that …", "those who …": what follows belongs to that word.
_CORRELATIVE = re.compile(
    r"(?<!\w)(?:вс[её]|всего|то|те|тех|тот|того|тому|что-то|нечто|усе|все|ті|тих|той|таке|такое|щось|ніщо|ничего)\Z",
    re.I,
)


def _narrated(verb: Verb, gap: str) -> bool:
    """Whether another verb or a word that the clause belongs to stands between the verb and «что»."""
    first = gap.split(",", 1)[0]
    if _CORRELATIVE.search(first.rstrip()):
        return True
    promised = _PROMISE.search(first)
    words = first[: promised.start()] if promised else first
    return any(cases(w, verb.region.language).kind == "verb" for w in WORD.findall(words))


# «рассказал под обещание не раскрывать имени, что …»
_PROMISE = re.compile(
    r"\s(?:под|під|с|за|із|з|на|при|по)\s(?:\w+\s)?(?:обещан|обіцян|услови|умов|гаранти|гаранті|просьб|проханн)\w{0,4}\s",
    re.I,
)


__all__ = ["clause"]
