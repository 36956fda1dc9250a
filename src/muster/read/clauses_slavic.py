"""Verbs of saying with reported words, in Russian and Ukrainian: a clause with «что», a question, an
infinitive, a noun, words behind a colon, or words around the verb (`around_slavic.py`).

Which construction a verb may have goes by its class in the cue list: a verb of manner («вздохнула»)
has only direct speech, a verb of knowing only a clause, a verb of wanting also an infinitive.
"""

from __future__ import annotations

import re

from muster.read.around_slavic import FRONTED, around, as_reported, fronted
from muster.read.bearers import person
from muster.read.frames import SPOKEN, Frame, Region
from muster.read.objects_slavic import CONFIRMS, beside_a_word, named_so, object_of
from muster.read.people import is_role
from muster.read.phrases_slavic import WORD, could_speak, noun_phrase, speaker_after, subject_before
from muster.read.subjects_slavic import PREPOSITIONS
from muster.read.this_slavic import stands_to
from muster.read.verbs_slavic import THAT, Verb, cut, frame_of, sentence_before
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
_IN_ORDER = re.compile(r",\s*(?=(?:чтобы|чтоб|щоб|аби)\s)", re.I)
_ABOUT = re.compile(r"\s(?=(?:о|об|обо|про)\s)", re.I)
_COLON = re.compile(r"[^.!?;:\n\x00–—]{0,120}:(?=[\s«\"“]|\Z)\s*")
_INVERTED = re.compile(
    r"(?:,|\.{3}|[…!?])\s*(?:[-–—]\s*)?(?:(?:также|також|тоже|об этом|про це|не|тем временем)\s)?\Z"
    r"|\s[-–—]\s*\Z"
)
_AS = re.compile(
    r"(?:\A|,|\s[-–—])\s*(?:[-–—]\s*)?(?:и\s|а\s|но\s)?(?:как|як|о чём|о чем|про що|что|що)\s+(?:нам\s"
    r"|мне\s|мені\s)?(?:также |також |ранее |раніше |уже |вже "
    r"|позже |пізніше |сам |сама |тогда |тоді |потом |накануне |напередодні |часто |верно |правильно "
    r"|справедливо )?\Z",
    re.I,
)
_AS_HE = re.compile(r",\s(?:как|як)\s(?:мне|нам|мені)\s(?:[\w’'ʼ-]{2,20}\s){1,2}\Z", re.I)
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|аби|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела|хотів|хотіла|нехай"
    r"|пусть)\s+(?:\w+\s){0,2}\Z",
    re.I,
)
_INFINITIVE = re.compile(r"(?:ть|ться|ти|тися|тись|чь|чься)\Z")
_NOT_INFINITIVE = listed(
    """часть область мать сеть дочь ночь помощь речь печь честь смерть власть память месть весть почти пять
    шесть
    девять десять п'ять шість дев'ять діти гості частини вісті новости"""
)
_NO_ABOUT = frozenset({"manner", "know", "think", "intend", "ask", "accuse"})
_NAMES = {"weak": "say", "manner": "say", "accuse": "say", "know": "think"}


_ANSWERING = re.compile(r"(?:отвеча|відповіда)", re.I)
_SAYING = frozenset({"say", "write", "weak", "intend"})
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
    more = _goes_on(verb, found[0]) if len(found) == 1 and _NAMING.match(region.page.words(cue)) else None
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


def _told(verb: Verb, frame: Frame) -> Frame:
    region, cue = verb.region, verb.cue
    if frame.verb == "hear" and frame.beyond is None:
        frame.beyond = _heard_from(verb)
    frame.verb = _NAMES.get(frame.verb, frame.verb)
    left = verb.left()[-60:]
    unsaid = verb.kind in _SAYING and _NOT.search(left) is not None
    unsaid = unsaid and _CONFIRMS.match(region.page.words(cue)) is None
    frame.hypothetical = frame.hypothetical or unsaid or _MODAL.search(left) is not None
    return frame


_FROM_WHOM = re.compile(r"(?<!\w)(?:от|від)\s(?=[^\W\d_])", re.I)


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
        return _shouted(verb)
    left, right = verb.left(), verb.right()
    before = sentence_before(verb.region, verb.cue, left)
    if before is not None:
        speaker = speaker_after(region, cue.stop, sentence.stop)
        return Frame([before], verb.kind, cue, speaker, confidence=0.8) if speaker else None
    if re.match(r"\s*(?:«|\"|“)?\s*\Z", right) and not left.strip():
        return None
    bare = re.match(r",\s(?!(?:что|що|чтобы|щоб|как|як|а|но|але|и|і)\s)(?=[\w«])", right)
    if (
        bare
        and region.page.words(cue).lower() in _MINE
        and re.search(r"(?<!\w)(?:я|мы|ми)\s(?:\w+\s)?\Z", left, re.I)
    ):
        span = cut(region, cue.stop + bare.end(), sentence.stop)
        return frame_of(region, [span], verb, subject_before(region, verb.low, cue.start), 0.6)
    if bare and region.page.words(cue).lower() in _THEY and left.rstrip(_OPENERS)[-1:] in ("", ":", ";"):
        return frame_of(region, [cut(region, cue.stop + bare.end(), sentence.stop)], verb, None, 0.55)
    if bare and region.page.words(cue).lower() in _SHE and left.rstrip(_OPENERS)[-1:] in ("", ":", ";"):
        span = cut(region, cue.stop + bare.end(), sentence.stop)
        tells = _told_in(verb, right, bare.end()) or len(WORD.findall(region.page.words(span))) > _FEW
        return _unnamed(verb, span) if tells and not _PUT_IN.match(right, bare.end()) else None
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
    if bare and (region.level or region.turn) and _PRESENT.search(region.page.words(cue).lower()):
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
    if that and _clear(right[: that.start()]) and not _narrated(verb, right[: that.start()]):
        return _with_that(verb, that)
    asked = _QUESTION.search(region.text(cue.stop, min(verb.high + 20, cue.stop + 120, sentence.stop)))
    if (
        asked
        and _clear(right[: asked.start()])
        and _SHORT.fullmatch(right[: asked.start()])
        and verb.kind not in ("accuse", "deny", "weak")
    ):
        found = _question(verb, asked)
        if found:
            return found
    if verb.kind in ("intend", "say", "write"):
        found = _wanted(verb)
        if found:
            return found
    front = FRONTED.match(left)
    if front and verb.kind not in ("intend", "accuse", "ask"):
        found = fronted(verb, front.end(), left)
        if found:
            return found
    if head:
        return around(verb, head.start())
    told = _AS_HE.search(left)
    if told and verb.kind == "say":
        return around(verb, told.start())
    if verb.across() is not None:
        return named_so(verb) or _noun(verb, right) or object_of(verb, right)
    inverted = None if beside_a_word(verb) is not None else _INVERTED.search(left)
    if inverted and CONFIRMS.match(region.page.words(cue)) and _RELATIVE.search(left):
        inverted = (
            None  # «двое, с которыми мы говорили, подтвердили …»: the comma closes what is told of them
        )
    colon = _COLON.match(right)
    if inverted and left[: inverted.start()].strip(" —–-*_\"'") and not (colon and colon.end() < len(right)):
        if verb.gerund:
            return _noun(verb, right)
        return around(verb, inverted.start())
    if (
        colon
        and colon.end() < len(right)
        and SPOKEN not in right[: colon.end() + 2]
        and verb.kind not in ("know", "accuse")
    ):
        speaker = verb.subject(cue.stop + colon.end())
        span = cut(region, cue.stop + colon.end(), sentence.stop)
        if speaker is None:
            return _unnamed(verb, span) if _alone(verb, right[: colon.end()]) else None
        return frame_of(region, [span], verb, speaker, 0.7)
    dash = _DASH.match(right) if verb.kind in ("say", "write") else None
    if dash and not (region.level or region.turn):
        dash = dash if _CLAUSE_BEHIND.match(right, dash.end()) and _told_in(verb, right, dash.end()) else None
    if dash and not verb.gerund and not left.lstrip().startswith(("-", "–", "—")):
        speaker = subject_before(region, verb.low, cue.start)
        span = cut(region, cue.stop + dash.end(), sentence.stop)
        return frame_of(region, [span], verb, speaker, 0.6) if speaker else None
    found = named_so(verb) or _noun(verb, right) or object_of(verb, right)
    if found is None and _PROMISED.match(region.page.words(cue)):
        end = _END_OF_PROMISE.search(right)
        span = cut(region, cue.stop, cue.stop + end.start() if end else sentence.stop)
        found = _of_nobody(verb, span) if span.stop - span.start > 3 else None
        return found if found and len(found.parts) > 1 else None
    return found


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
    that = THAT.match(region.text(cue.stop, min(verb.high, cue.stop + 60, verb.sentence.stop)))
    return _with_that(verb, that) if that else None


# «Жена считает, надо было молчать»: in talk the comma alone parts the words from their verb.
_PRESENT = re.compile(r"(?:ет|ит|ёт|ют|ят|ут|ає|іє|ує|ює|ить|їть|же|ють|ять|уть|ше)\Z")
_PUT_IN = re.compile(
    r"(?:котор|як(?:ий|а|е|і)\b|когда|коли|если|якщо|хотя|хоча|где|де|куда|куди|потому|тому|[а-яіїє]{3,20}(?:я|в|вши|чи)(?:сь)?[\s,])",
    re.I,
)
# «Мне сказали: …», «Маме вчера ответили: …», «Каже: …»: a verb that begins its clause, but for the one it
# was said to.
_TO_WHOM = re.compile(
    r"(?:мне|нам|ему|ей|им|мені|йому|їй|їм|\w{2,12}(?:у|ю|е|и|ам|ям|ові|еві|єві|і|ї))\Z", re.I
)
_WHEN = listed(
    """вчера сегодня потом теперь там тут здесь везде тогда уже снова опять вечером утром ночью и а но
    учора вчора сьогодні потім тепер скрізь всюди вже знову знов увечері вранці вночі і й та але
    сразу одразу ещё еще ще"""
)


def _alone(verb: Verb, right: str) -> bool:
    """Whether nothing stands before the verb in its clause but small words and whom it was said to, and
    nothing between it and its words."""
    if verb.kind not in _SAYING or len(WORD.findall(right)) > 1 or verb.gerund:
        return False
    words = WORD.findall(_BY_AIR.sub("", re.split(r"[,;:–—.!?…«»\"“”]", verb.left())[-1]))
    rest = [w for w in words if w.lower() not in _WHEN]
    if len(words) <= 3 and (not rest or (len(rest) == 1 and _TO_WHOM.match(rest[0]) is not None)):
        return True
    # «Нам ещё в пятницу велели …»
    return bool(rest) and len(words) <= 6 and rest[0].lower() in _TO_ME and not verb.subject(verb.cue.stop)


_BY_AIR = re.compile(
    r"(?:по|через|із|з|в|у)\s(?:рации|радио|связи|телефону|громкой связи|рації|радіо|зв.язку)\s", re.I
)
_TO_ME = listed("мне нам ему ей им мені йому їй їм")


# --- «что» and questions ---------------------------------------------------------------------------------
def _with_that(verb: Verb, that: re.Match[str]) -> Frame | None:
    region, cue = verb.region, verb.cue
    speaker = verb.subject(cue.stop + that.start())
    begin = cue.stop + that.end()
    stop = verb.sentence.stop
    if verb.gerund and speaker and speaker.start > begin:
        stop = begin + max(1, region.text(begin, speaker.start).rfind(","))
    span = cut(region, begin, stop)
    if speaker is None:
        return _unnamed(verb, span)
    if verb.kind in ("think", "intend") and not could_speak(region, speaker):
        return None  # «эта подготовка предполагает, что …»
    return frame_of(region, [span], verb, speaker, 0.9)


_FIRST = re.compile(r"(?:ю|у|ем|им|ємо|емо|имо|юся|усь|юсь)\Z")


# «Говорят, …»: nobody says who.
_THEY = listed("говорят рассказывают утверждают уверяют кажуть розповідають стверджують запевняють")
_SHE = listed("говорит рассказывает пишет утверждает уверяет каже розповідає пише стверджує запевняє")
_FEW = 3
_OPENERS = " —–-*_❗️⚡•"

_MINE = listed(
    """думаю думаем считаю считаем полагаю надеюсь надеемся боюсь боимся опасаюсь сомневаюсь подозреваю
    предполагаю
    рассчитываю знаю знаем понимаю понимаем помню говорю скажу уверяю заверяю вважаю вважаємо думаємо
    сподіваюся
    сподіваємося сподіваюсь боюся боюсь побоююся сумніваюся припускаю знаємо розумію розуміємо пам'ятаю
    кажу скажу
    певен певна впевнений впевнена переконаний переконана уверен уверена убежден убеждена"""
)


def _unnamed(verb: Verb, span: Span) -> Frame | None:
    """«Говорит, что …»: whoever spoke before; «Говорят, что …»: nobody; «думаю, что»: the writer's doubt."""
    region = verb.region
    form = region.page.words(verb.cue).lower()
    first = _FIRST.search(form) is not None and form in _MINE
    if first and verb.kind in ("say", "think", "know") and not verb.gerund:
        frame = frame_of(region, [span], verb, None, 0.5)
        if frame is not None and region.level:
            frame.who = "own"  # "думаю, что": the one whose words these are
        return frame
    if (
        verb.gerund
        or _FIRST.search(form)
        or (form.startswith(("не ", "дал", "дают")) and verb.before is None)
    ):
        return None
    before = verb.left()
    clause_ = re.split(r"[,;:–—]", before)[-1]
    several = form.endswith(("ют", "ят", "ут", "ють", "ять", "уть", "ли", "лись", "лися"))
    inward = (
        ("think", "know", "accuse") if region.level or region.turn else ("think", "know", "intend", "accuse")
    )
    if len(WORD.findall(clause_)) > 4 or (verb.kind in inward and not several):
        return None
    single_past = not several and form.endswith(("ло", "лось", "лося"))
    frame = frame_of(region, [span], verb, None, 0.6)
    if frame is not None:
        frame.who = "nobody" if several or single_past else "carried"
    return frame


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
    speaker = verb.subject(cue.stop + asked.start())
    if speaker is None:
        alone = verb.kind in ("say", "write") and not WORD.findall(verb.left()) and not verb.gerund
        alone = alone and not asked.start()
        # «Звонил Хмурый. Рассказывал, как комбат менял сводку.»
        return _unnamed(verb, cut(region, begin, verb.sentence.stop)) if alone else None
    return frame_of(region, [cut(region, begin, verb.sentence.stop)], verb, speaker, 0.8)


def _noun_before(verb: Verb, asked: re.Match[str]) -> bool:
    gap = verb.region.text(verb.cue.stop, verb.cue.stop + asked.start())
    words = WORD.findall(gap)
    return bool(words) and cases(words[-1], verb.region.language).kind in ("noun", "name")


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


def _clear(gap: str) -> bool:
    return not re.search(r"[.!?;:\n\x00]", gap) and gap.count(",") <= 4


# --- wanting ----------------------------------------------------------------------------------------------
def _wanted(verb: Verb) -> Frame | None:
    """«пообещал выплатить», «призвал жителей не выходить», «потребовал, чтобы …»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    right = region.text(cue.stop, min(sentence.stop, cue.stop + 160))
    order = _IN_ORDER.search(right)
    if order and _clear(right[: order.start()]):
        speaker = verb.subject(cue.stop + order.start())
        return (
            frame_of(region, [cut(region, cue.stop + order.end(), sentence.stop)], verb, speaker, 0.85)
            if speaker
            else None
        )
    if _CONSENTS.match(region.page.words(cue)) and (_TO_SPEAK.match(right) or right.startswith(" на ")):
        return None
    ordered = _TOLD_TO.fullmatch(region.page.words(cue)) is not None
    if verb.kind != "intend" and not ordered:
        return None
    if ordered and _INFINITIVE.search((WORD.findall(right) or [""])[0]) is None:
        return None
    end = re.search(r"[.!?;:\n\x00,]|\s[-–—]\s", right)
    for match in WORD.finditer(right, 0, end.start() if end else len(right)):
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
            if speaker is None:
                span = cut(region, begin, sentence.stop)
                if _alone(verb, right[: match.start()]):
                    return _unnamed(verb, span)
                return _of_nobody(verb, span)
            return frame_of(region, [_planned(region, begin, sentence.stop)], verb, speaker, 0.8)
    return None


_THIRD_PLURAL = re.compile(r"(?:ют|ят|ут|ють|ять|уть|али|или|ели|яли|или|іли|нули)\Z")
_PROMISED = re.compile(
    r"(?:по)?(?:обеща|обіця|предл|пропон|запропон|совет|рад(?:и|ят|ять)|порад)", re.IGNORECASE
)
# "Drivers are asked to be careful": only what is promised or planned is an object, whoever is asked is not.
_OF_THINGS = re.compile(
    r"(?:по)?(?:обеща|обіця|план|предл|пропон|запропон|разреш|дозвол|запре|заборон)", re.IGNORECASE
)
_SENTENCE_HEAD = 5


def _of_nobody(verb: Verb, span: Span | None) -> Frame | None:
    """«Ремонт обещают закончить», «Їй радили не лізти»: a verb in the plural whose subject nobody names,
    with its object or whom it was said to before it; ``span``: the infinitive with what follows."""
    region, cue = verb.region, verb.cue
    if _THIRD_PLURAL.search(region.page.words(cue).lower()) is None or verb.gerund or verb.before is not None:
        return None
    left = re.split(r"[,;:–—.!?…]", verb.left())[-1]
    words = [w for w in WORD.findall(left) if w.lower() not in _WHEN]
    if not words or len(words) > _SENTENCE_HEAD or any(_of_a_clause(w, region) for w in words):
        return None
    first = cases(words[0], region.language)
    begin = cue.start - len(left) + left.find(words[0])
    to_whom = words[0].lower() in _TO_ME or (
        len(words) == 1 and _TO_WHOM.match(words[0]) and not first.nominative
    )
    of_things = _OF_THINGS.match(region.page.words(cue)) is not None
    object_first = first.kind in ("noun", "adjective") and of_things and not to_whom
    parts = [Span(begin, cue.start)] if object_first else []
    parts = [cut(region, *p) for p in parts] + ([span] if span else [])
    return frame_of(region, parts, verb, None, 0.5) if parts else None


_JOINING = listed("кто хто что що если якщо мы ми я он она вони они він вона яка які")
# Whoever agreed to speak has said nothing by it.
_CONSENTS = re.compile(r"(?:согласи|погоди)", re.IGNORECASE)
_TO_SPEAK = re.compile(
    r"\s(?:[\w-]+\s){0,2}?(?:го?ворить|поговорить|побеседовать|рассказать|встретиться|ответить|общаться|говорити|поговорити|розмовляти"
    r"|поспілкуватися|розповісти|зустрітися|відповісти|спілкуватися)(?!\w)",
    re.IGNORECASE,
)
# Why somebody asks for something is the outlet's.
_REASON = re.compile(r",?\s(?:поэтому|поскольку|оскільки|опасаясь|боясь|побоюючись)\s", re.IGNORECASE)


def _of_a_clause(word: str, region: Region) -> bool:
    form = cases(word, region.language)
    low = word.lower()
    return (
        form.kind in ("verb", "other")
        or low.startswith(("котор", "яки", "якого", "якої", "якому"))
        or low in _JOINING
    )


_BUT = re.compile(r",\s(?:но|однако|але|проте|однак)\s")
_AND_DID = re.compile(
    r",?\s(?:и|й|і|та|но|але|а)\s(?:(?:даже|навіть|потом|потім|затем|тут же)\s)?([а-яёіїєґ'’ʼ-]{3,20})(?!\w)"
)
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
        if _PAST.search(verb) and cases(verb, region.language).kind == "verb" and match.start() > 4:
            return Span(span.start, span.start + match.start())
    return span


# «Мне сказали ждать»: an order.
_TOLD_TO = re.compile(r"(?:сказа(?:л|ла|ли|в)|скаж[еу]т?|говор(?:ит|ят)|каже|кажуть)", re.I)
_WISHING = ("хоч", "хот", "хті", "бажа")


# --- a noun -----------------------------------------------------------------------------------------------
_OF_WHAT = re.compile(r"\s(?=(?:в|во|у)\s)", re.I)
_COMPLAINED = re.compile(
    r"(?:сосла|ссыла|посла[влн]|посила|настаива|настоял|наполяг|пожалова|жалу|жалова|сетова|сетує|поскарж|скарж|наріка)",
    re.I,
)
_ON = re.compile(r"\s(?=на\s)", re.I)
# «Высказалась о погибшем»: of whom, not what.
_SPOKE_OF = re.compile(r"(?:не\s)?(?:высказ|висловл|вислови|отзыва|отозва)", re.I)


def _noun(verb: Verb, right: str) -> Frame | None:
    """«сообщил о гибели …», «опроверг сообщения о …», «обвинил Y в …»: what was said stands as a noun."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    border = _before_noun(verb, right)
    if border is not None and (not _clear(right[:border]) or "," in right[:border]):
        border = None
    if border is None and verb.kind != "deny":
        return None
    begin = cue.stop + (border or 0)
    if border is None:
        speaker = subject_before(region, verb.low, cue.start)
    else:
        speaker = verb.subject(begin)
        if _OBJECTLESS.match(right, border) or _has_object(verb, begin, speaker):
            return None
    if (
        speaker is None
        and _ONLINE.match(verb.left())
        and _THIRD_PLURAL.search(region.page.words(cue).lower())
    ):
        return frame_of(region, [cut(region, begin, sentence.stop)], verb, None, 0.5)
    if speaker is None:
        return _accused(verb, begin)
    if cue.stop <= speaker.start < begin and not could_speak(region, speaker):
        return None  # «передавали данные о продвижении»: the noun is what they passed on
    if verb.kind == "deny":
        begin = max(cue.stop, speaker.stop)
    span = cut(region, begin, sentence.stop)
    if _APPEALS.match(region.page.words(cue)) and (end := _END_OF_NOUN.search(region.text(*span), 3)):
        span = cut(region, span.start, span.start + end.start())
    return frame_of(region, [span], verb, speaker, 0.7) if span.stop - span.start >= 4 else None


# «сослался на нездоровье и прислал заявление»: one noun with what belongs to it.
_APPEALS = re.compile(r"(?:сосла|ссыла|посла[влн]|посила|ходатайств)", re.I)
_END_OF_NOUN = re.compile(
    r"[,;:](?!\s(?:котор|согласно котор|як(?:ий|а|е|і)))"
    r"|\s(?:и|і|й|та)\s(?=[\w-]+(?:л|ла|ло|ли|в|ся|сь|ет|ит|ут|ют)(?!\w))"
)


# «В соцсетях пишут о взрывах»: nobody says who.
_ONLINE = re.compile(
    r"\W{0,6}(?:(?:также|ещё|також|ще)\s)?(?:в|у|по)\s(?:местных\s|місцевих\s)?(?:соцсет|сети|интернет|чат|паблик|канал|телеграм|соцмереж"
    r"|мереж|інтернет|пабліка)\w*\s(?:(?:также|уже|массово|також|вже|масово)\s)?\Z",
    re.I,
)


def _accused(verb: Verb, begin: int) -> Frame | None:
    """«Экс-мэра обвиняют в хищении»: nobody says who accuses him."""
    several = verb.region.page.words(verb.cue).lower().endswith(("ют", "ють", "ли"))
    if verb.kind != "accuse" or not several:
        return None
    return frame_of(verb.region, [cut(verb.region, begin, verb.sentence.stop)], verb, None, 0.6)


def _before_noun(verb: Verb, right: str) -> int | None:
    """Where the preposition stands that the verb says its words with."""
    if verb.kind == "accuse":
        found = _OF_WHAT.search(right[:120])
    elif _COMPLAINED.match(verb.region.page.words(verb.cue)):
        found = _ON.search(right[:60]) or _ABOUT.search(right[:60])
    elif verb.kind in _NO_ABOUT or _SPOKE_OF.match(verb.region.page.words(verb.cue)):
        return None
    else:
        found = _ABOUT.search(right[:80])
    return found.start() if found else None


def _has_object(verb: Verb, border: int, speaker: Span | None) -> bool:
    """«огласил данные о …»: a noun between verb and preposition that is neither speaker nor addressee."""
    if verb.kind in ("accuse", "deny"):
        return False
    region, at, governed = verb.region, verb.cue.stop, False
    for match in WORD.finditer(region.page.body, at, border):
        form = cases(match.group(), region.language)
        inside = speaker is not None and speaker.start <= match.start() < speaker.stop
        if match.group().lower() in PREPOSITIONS:
            governed = True  # «объявила в своём канале о …»
            continue
        if inside or form.kind not in ("noun", "name"):
            continue
        if governed:
            governed = False
            continue
        if verb.kind == "weak" or (form.nominative and form.kind == "noun" and not form.animate):
            return True
    return False


# "about him", "about it all": no words of anybody.
_OBJECTLESS = re.compile(
    r"\s?(?:о|об|обо|про)\s(?:этом|том|н[её]м|ней|них|нему|себе|вс[её]м?|мне|тебе|нас|вас|чём|чем|це"
    r"|нього|неї|себе|все|мене|тебе|що)\b",
    re.I,
)


__all__ = ["clause"]
