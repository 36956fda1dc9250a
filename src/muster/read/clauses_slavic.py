"""Verbs of saying with reported words, in Russian and Ukrainian: a clause with «что», a question, an
infinitive, a noun, words behind a colon, or words around the verb («…, сообщил X, …»).

Which construction a verb may have goes by its class in the cue list: a verb of manner («вздохнул»)
has only direct speech, a verb of knowing only a clause, a verb of wanting also an infinitive.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from muster.read.frames import SPOKEN, Frame, Region, clean
from muster.read.people import is_role
from muster.read.phrases_slavic import WORD, apposition, is_sure, speaker_after, subject_before
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.spans import Span

_THAT = re.compile(
    r"(?:,?\s*(?:о том|в том|на то|на том|тем|про те|у тому|в тому|об этом|про це"
    r"|на те))?,\s*(?:что|будто(?: бы)?|якобы|мол|дескать|що|нібито"
    r"|начебто|мовляв|буцімто|ніби)(?:\s|,\s)",
    re.I,
)
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
_MODAL = re.compile(
    r"(?<!\w)(?:чтобы|щоб|аби|бы|би|б|мог|могла|могли|може|если|якщо|хотел|хотела|хотів|хотіла|нехай"
    r"|пусть)\s+(?:\w+\s){0,2}\Z",
    re.I,
)
_OF_THIS = re.compile(
    r"[-–—\s]{0,3}(?:об этом|про це|о чём|о чем|про що|такие данные|такі дані"
    r"|соответствующ\w{2,3} \w{4,12}|відповідн\w{1,3} \w{4,12})(?:\s[\w-]{1,14}){0,5}?\s*\Z",
    re.I,
)
_INFINITIVE = re.compile(r"(?:ть|ться|ти|тися|тись|чь|чься)\Z")
_NOT_INFINITIVE = listed(
    """часть область мать сеть дочь ночь помощь речь печь честь смерть власть память месть весть почти пять
    шесть
    девять десять п'ять шість дев'ять діти гості частини вісті новости"""
)
_NO_ABOUT = frozenset({"manner", "know", "think", "intend", "ask", "accuse"})
# Verbs that also tell what somebody does: around their words only what can be nothing but a subject counts.
_QUIET = frozenset({"weak", "write", "know", "manner", "hear", "accuse", "intend", "ask"})
_INWARD = frozenset({"know", "think", "intend"})  # what no press office does
_NAMES = {"weak": "say", "manner": "say", "accuse": "say", "know": "think"}


@dataclass(slots=True)
class _Verb:
    """One verb on its way to a frame. ``low`` and ``high``: the verbs of saying beside it, or the ends
    of the sentence."""

    region: Region
    cue: Span
    kind: str
    low: int
    high: int
    gerund: bool
    before: Frame | None
    sentence: Span

    def left(self) -> str:
        return self.region.text(self.sentence.start, self.cue.start)

    def right(self) -> str:
        return self.region.text(self.cue.stop, self.sentence.stop)

    def subject(self, stop: int) -> Span | None:
        """Its own subject, before it or up to ``stop``; else the speaker it goes on with."""
        region = self.region
        if self.gerund:
            return self._of_gerund()
        own = subject_before(region, self.low, self.cue.start, bodies=self.kind not in _INWARD)
        if own is None and stop > self.cue.stop:
            own = speaker_after(region, self.cue.stop, stop)
        if own is None and self.before is not None and self._follows():
            return self.before.speaker
        return own

    def _follows(self) -> bool:
        """«…, и добавил», «…, а также сообщил»: nothing but small words between a border and the verb."""
        gap = self.region.text(self.low, self.cue.start)
        tail = re.split(r"[,;–—]", gap)[-1]
        return (
            re.fullmatch(
                r"\s*(?:(?:и|і|й|та|а|но|але|также|також|затем|потім|при этом|при цьому|тоже|ещё"
                r"|ещё раз|еще|ще|позже)\s+){0,3}",
                tail + " ",
            )
            is not None
        )

    def _of_gerund(self) -> Span | None:
        """«X сообщил …, добавив, что»: the subject of the clause it belongs to."""
        if self.before is not None:
            return self.before.speaker
        region, body = self.region, self.region.page.body
        start, stop = self.sentence
        clause_start = body.rfind(",", start, self.cue.start)
        if clause_start > start:
            for at in self._verbs_before(start, clause_start):
                found = subject_before(region, start, at.start)
                found = found or speaker_after(region, at.stop, clause_start)
                if found:
                    return found
            return None
        after = re.compile(r",\s(?!что|що|как|як)").search(region.text(self.cue.stop, stop))
        if after is None:
            return None
        begin = self.cue.stop + after.end()
        that = _THAT.match(region.text(self.cue.stop, stop))
        if that:
            comma = region.text(self.cue.stop + that.end(), stop).find(",")
            if comma < 0:
                return None
            begin = self.cue.stop + that.end() + comma + 1
        return speaker_after(region, begin - 1, stop)

    def _verbs_before(self, start: int, stop: int) -> list[Span]:
        """The first verb of each clause before the gerund's, the nearest clause first."""
        found = []
        high = stop
        commas = [start + m.end() for m in re.finditer(",", self.region.text(start, stop))]
        for low in [*reversed(commas), start]:
            for match in WORD.finditer(self.region.page.body, low, high):
                if cases(match.group(), self.region.language).kind == "verb":
                    found.append(Span(*match.span()))
                    break
            high = low
        return found[:4]


_SAYING = frozenset({"say", "write", "weak", "intend"})
_NOT = re.compile(r"(?<!\w)(?:не|ни|ні|ані)\s+\Z", re.I)
_CONFIRMS = re.compile(r"(?:не\s)?(?:подтв|підтв|призн|визна|исключ|виключ|скрыв|прихов|сомнев|сумнів)", re.I)


def clause(
    region: Region, cue: Span, kind: str, low: int, high: int, gerund: bool, before: Frame | None
) -> Frame | None:
    """The frame of one verb, if it has reported words and is not narrated; ``before``: the frame before
    it in the sentence, whose speaker a gerund and «и добавил» go on with."""
    verb = _Verb(region, cue, kind, low, high, gerund, before, region.sentence_of(cue.start))
    frame = _read(verb)
    if frame is None:
        return None
    frame.verb = _NAMES.get(frame.verb, frame.verb)
    left = verb.left()[-60:]
    unsaid = verb.kind in _SAYING and _NOT.search(left) is not None
    unsaid = unsaid and _CONFIRMS.match(region.page.words(cue)) is None
    frame.hypothetical = frame.hypothetical or unsaid or _MODAL.search(left) is not None
    return frame


def _read(verb: _Verb) -> Frame | None:
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    if verb.kind == "manner":
        return None
    left, right = verb.left(), verb.right()
    before = _of_sentence_before(verb, left)
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
        return _frame(region, [span], verb, subject_before(region, verb.low, cue.start), 0.6)
    head = _AS.search(left)
    if head and not left[: head.start()].strip(" —–-*_❗️⚡"):
        return _as_reported(verb)
    that = _THAT.search(region.text(cue.stop, min(verb.high, cue.stop + 220, sentence.stop)))
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
    fronted = _FRONTED.match(left)
    if fronted and verb.kind not in ("intend", "accuse", "ask"):
        found = _fronted(verb, fronted.end(), left)
        if found:
            return found
    if head:
        return _around(verb, head.start())
    inverted = _INVERTED.search(left)
    colon = _COLON.match(right)
    if inverted and left[: inverted.start()].strip(" —–-*_\"'") and not (colon and colon.end() < len(right)):
        if verb.gerund:
            return _noun(verb, right)
        return _around(verb, inverted.start())
    if (
        colon
        and colon.end() < len(right)
        and SPOKEN not in right[: colon.end() + 2]
        and verb.kind not in ("know", "accuse")
    ):
        speaker = verb.subject(cue.stop + colon.end())
        span = cut(region, cue.stop + colon.end(), sentence.stop)
        return _frame(region, [span], verb, speaker, 0.7) if speaker else None
    return _noun(verb, right)


# --- «что» and questions ---------------------------------------------------------------------------------
def _with_that(verb: _Verb, that: re.Match[str]) -> Frame | None:
    region, cue = verb.region, verb.cue
    speaker = verb.subject(cue.stop + that.start())
    begin = cue.stop + that.end()
    stop = verb.sentence.stop
    if verb.gerund and speaker and speaker.start > begin:
        stop = begin + max(1, region.text(begin, speaker.start).rfind(","))
    span = cut(region, begin, stop)
    if speaker is None:
        return _unnamed(verb, span)
    return _frame(region, [span], verb, speaker, 0.9)


_FIRST = re.compile(r"(?:ю|у|ем|им|ємо|емо|имо|юся|усь|юсь)\Z")


_MINE = listed(
    """думаю думаем считаю считаем полагаю надеюсь надеемся боюсь боимся опасаюсь сомневаюсь подозреваю
    предполагаю
    рассчитываю знаю знаем понимаю понимаем помню говорю скажу уверяю заверяю вважаю вважаємо думаємо
    сподіваюся
    сподіваємося сподіваюсь боюся боюсь побоююся сумніваюся припускаю знаємо розумію розуміємо пам'ятаю
    кажу скажу
    певен певна впевнений впевнена переконаний переконана уверен уверена убежден убеждена"""
)


def _unnamed(verb: _Verb, span: Span) -> Frame | None:
    """«Говорит, что …»: whoever spoke before; «Говорят, что …»: nobody; «думаю, что»: the writer's doubt."""
    region = verb.region
    form = region.page.words(verb.cue).lower()
    first = _FIRST.search(form) is not None and form in _MINE
    if first and verb.kind in ("say", "think", "know") and not verb.gerund:
        frame = _frame(region, [span], verb, None, 0.5)
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
    several = form.endswith(("ют", "ят", "ють", "ять", "али", "или", "іли", "жуть"))
    if len(WORD.findall(clause_)) > 4 or (verb.kind in ("think", "know", "intend", "accuse") and not several):
        return None
    single_past = not several and form.endswith(("ло", "лось", "лося"))
    frame = _frame(region, [span], verb, None, 0.6)
    if frame is not None:
        frame.who = "nobody" if several or single_past else "carried"
    return frame


def _question(verb: _Verb, asked: re.Match[str]) -> Frame | None:
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
        return None
    return _frame(region, [cut(region, begin, verb.sentence.stop)], verb, speaker, 0.8)


def _noun_before(verb: _Verb, asked: re.Match[str]) -> bool:
    gap = verb.region.text(verb.cue.stop, verb.cue.stop + asked.start())
    words = WORD.findall(gap)
    return bool(words) and cases(words[-1], verb.region.language).kind in ("noun", "name")


# "everything that …", "those who …": what follows belongs to that word.
_CORRELATIVE = re.compile(
    r"(?<!\w)(?:вс[её]|всего|то|те|тех|тот|того|тому|что-то|нечто|усе|все|ті|тих|той|таке|такое|щось|ніщо|ничего)\Z",
    re.I,
)


def _narrated(verb: _Verb, gap: str) -> bool:
    """Whether another verb or a word that the clause belongs to stands between the verb and «что»."""
    first = gap.split(",", 1)[0]
    if _CORRELATIVE.search(first.rstrip()):
        return True
    return any(cases(w, verb.region.language).kind == "verb" for w in WORD.findall(first))


def _clear(gap: str) -> bool:
    return not re.search(r"[.!?;:\n\x00]", gap) and gap.count(",") <= 4


# --- wanting ----------------------------------------------------------------------------------------------
def _wanted(verb: _Verb) -> Frame | None:
    """«пообещал выплатить», «призвал жителей не выходить», «потребовал, чтобы …»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    if region.words.anonymity.match(region.page.body, cue.start):
        return None  # "asked not to be named" says who speaks, not what
    right = region.text(cue.stop, min(sentence.stop, cue.stop + 160))
    order = _IN_ORDER.search(right)
    if order and _clear(right[: order.start()]):
        speaker = verb.subject(cue.stop + order.start())
        return (
            _frame(region, [cut(region, cue.stop + order.end(), sentence.stop)], verb, speaker, 0.85)
            if speaker
            else None
        )
    if verb.kind != "intend":
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
            if speaker is None:
                return None
            return _frame(region, [cut(region, begin, sentence.stop)], verb, speaker, 0.8)
    return None


# --- a noun -----------------------------------------------------------------------------------------------
_OF_WHAT = re.compile(r"\s(?=(?:в|во|у)\s)", re.I)
_COMPLAINED = re.compile(r"(?:пожалова|жалу|жалова|сетова|сетує|поскарж|скарж|наріка)", re.I)
_ON = re.compile(r"\s(?=на\s)", re.I)


def _noun(verb: _Verb, right: str) -> Frame | None:
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
    if speaker is None:
        return None
    if verb.kind == "deny":
        begin = max(cue.stop, speaker.stop)
    span = cut(region, begin, sentence.stop)
    return _frame(region, [span], verb, speaker, 0.7) if span.stop - span.start >= 4 else None


def _before_noun(verb: _Verb, right: str) -> int | None:
    """Where the preposition stands that the verb says its words with."""
    if verb.kind == "accuse":
        found = _OF_WHAT.search(right[:120])
    elif _COMPLAINED.match(verb.region.page.words(verb.cue)):
        found = _ON.search(right[:60]) or _ABOUT.search(right[:60])
    elif verb.kind in _NO_ABOUT:
        return None
    else:
        found = _ABOUT.search(right[:80])
    return found.start() if found else None


def _has_object(verb: _Verb, border: int, speaker: Span | None) -> bool:
    """«огласил данные о …»: a noun between verb and preposition that is neither speaker nor addressee."""
    if verb.kind in ("accuse", "deny"):
        return False
    region, at = verb.region, verb.cue.stop
    for match in WORD.finditer(region.page.body, at, border):
        form = cases(match.group(), region.language)
        inside = speaker is not None and speaker.start <= match.start() < speaker.stop
        governed = region.page.body[max(at, match.start() - 4) : match.start()].split()
        if inside or form.kind not in ("noun", "name") or (governed and len(governed[-1]) <= 2):
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


# --- around the verb --------------------------------------------------------------------------------------
def _around(verb: _Verb, border: int) -> Frame | None:
    """CONTENT, сообщил X[, CONTENT]."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    body = region.page.body
    speaker = speaker_after(region, cue.stop, sentence.stop)
    before = (
        subject_before(region, sentence.start + border, cue.start)
        if speaker is None and verb.kind == "say"
        else None
    )
    speaker = speaker or before
    if verb.kind in ("weak", "accuse", "hear"):
        return None
    present = verb.kind == "write" and region.page.words(cue).lower().startswith(("пиш",))
    if speaker is None or (verb.kind in _QUIET and not present and not _telling(region, speaker)):
        return None
    lead = region.text(sentence.start, sentence.start + border)
    begin = sentence.start
    if SPOKEN in lead:
        rest = lead[lead.rindex(SPOKEN) + 1 :]
        if not rest.strip(" ,–—-") and not lead.split(SPOKEN, 1)[0].strip(" ,–—-_*"):
            return None
        if len(rest) < len(lead) // 3 and lead.startswith(SPOKEN):
            begin += lead.rindex(SPOKEN) + 1
    begin = max(begin, _after_sibling(verb, sentence.start + border))
    fronted = _FRONTED.match(region.text(begin, sentence.start + border))
    begin += fronted.end() if fronted else 0
    parts = [clean(body, begin, sentence.start + border)]
    after = region.text(max(speaker.stop, cue.stop), sentence.stop)
    comma = re.match(r"[^,.;:!?\n–—\x00]{0,80}(?:,\s*[-–—]?|\s[-–—])\s*(?=\S)", after)
    if comma:
        at = max(speaker.stop, cue.stop) + comma.end()
        dashed = any(mark in comma.group() for mark in ("–", "—", " - "))
        if dashed or not apposition(region, at):
            more = cut(region, at, sentence.stop)
            if more.stop - more.start >= 8 and not region.words.cue.match(body, more.start):
                parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 3]
    return _frame(region, parts, verb, speaker, 0.85)


_FRONTED = re.compile(
    r"[^\w]{0,6}(?:(?:о том|об том|про те|то|те),\s(?:что|що)\s|(?=(?:о|об|про)\s[а-яёіїєґА-ЯЁІЇЄҐ]))", re.I
)


def _fronted(verb: _Verb, start: int, left: str) -> Frame | None:
    """«О том, что завод закрывают, рабочие узнали …»; «О смерти писателя сообщила его дочь»."""
    region, sentence = verb.region, verb.sentence
    comma = left.rfind(",")
    clause_ = left[:start].rstrip().lower().endswith(("что", "що"))
    if clause_:
        if comma <= start:
            return None
        span = clean(region.page.body, sentence.start + start, sentence.start + comma)
        speaker = subject_before(region, sentence.start + comma + 1, verb.cue.start)
        speaker = speaker or speaker_after(region, verb.cue.stop, sentence.stop)
    else:
        if (
            SPOKEN in left
            or "," in left
            or re.match(r"[^\w]{0,6}(?:об|про)\s(?:этом|це|цьому|том)\b", left, re.I)
        ):
            return None
        speaker = speaker_after(region, verb.cue.stop, sentence.stop)
        span = clean(region.page.body, sentence.start + start, verb.cue.start)
    if speaker is None or span.stop - span.start < 6:
        return None
    return _frame(region, [span], verb, speaker, 0.75)


def _telling(region: Region, speaker: Span) -> bool:
    """A pronoun, a name or a role: more than a noun that happens to stand behind the verb."""
    words = region.page.words(speaker)
    return (
        bool(region.named_from(speaker.start, speaker.stop))
        or words.lower() in ("он", "она", "они", "він", "вона", "вони")
        or any(is_role(w, region.words) for w in WORD.findall(words)[:2])
    )


def _after_sibling(verb: _Verb, stop: int) -> int:
    """Where the words of the frame before end, if that one stands in the same sentence."""
    if verb.before is None or verb.before.cue is None:
        return verb.sentence.start
    return verb.before.stop if verb.before.stop <= stop - 8 else verb.sentence.start


def _as_reported(verb: _Verb) -> Frame | None:
    """«Как сообщил X, CONTENT»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    speaker = speaker_after(region, cue.stop, sentence.stop)
    start = speaker.stop if speaker else cue.stop
    comma = region.text(start, sentence.stop).find(",")
    if comma < 0:
        return None
    after = start + comma + 1
    if apposition(region, after):
        second = region.text(after, sentence.stop).find(",")
        after = after + second + 1 if second >= 0 else after
    span = cut(region, after, sentence.stop)
    return (
        _frame(region, [span], verb, speaker, 0.85 if speaker else 0.5)
        if span.stop - span.start >= 6
        else None
    )


def _of_sentence_before(verb: _Verb, left: str) -> Span | None:
    """«… . Об этом сообщил X»: what was said stands in the sentence before, of the same paragraph."""
    return sentence_before(verb.region, verb.cue, left)


def sentence_before(region: Region, cue: Span, left: str) -> Span | None:
    """The words of the sentence before, where this one begins «Об этом …» and belongs to its paragraph."""
    if region.level or _OF_THIS.match(left) is None:
        return None
    page = region.page
    i = page.sentence_at(cue.start)
    if i == 0:
        return None
    if (
        page.paragraph_of[i - 1] != page.paragraph_of[i]
        and page.paragraph_of[i] - page.paragraph_of[i - 1] > 1
    ):
        return None
    span = clean(page.body, *page.sentences[i - 1])
    return span if span.stop - span.start >= 12 else None


# --- extent -----------------------------------------------------------------------------------------------
_BORDER = re.compile(
    r",\s*(?:[-–—]\s*)?(?:(?:а|но|и|однако|при этом|тогда как|в то время как|а также|але|та|і|й|проте"
    r"|тоді як)\s+)?(?=[а-яёіїєґА-ЯЁІЇЄҐ«])|\s[-–—]\s(?=[а-яёіїєґ])"
)
_JOINED = re.compile(r"(?:а|но|и|і|та|й|але|однако|проте)\s")
_AS_SAID = re.compile(r"(?:как|як)\s+(?:\w+\s)?", re.I)


def cut(region: Region, begin: int, stop: int) -> Span:
    """Reported words up to the end of the sentence, or to the next frame's head beside this one."""
    text = region.text(begin, stop)
    cue, words = region.words.cue, region.words
    for border in _BORDER.finditer(text):
        if border.start() < 4:
            continue
        lead = _AS_SAID.match(text, border.end())
        at = lead.end() if lead else border.end()
        near = cue.match(text, at)
        kind = words.cue_class.get(near.group().lower(), "say") if near else ""
        if near and (
            kind in ("say", "write", "think") or (kind == "intend" and _JOINED.search(border.group()))
        ):
            own_clause = re.match(r"[^,.]{0,80},\s*(?:что|що|как|почему|як|чому)\s", text[near.end() :])
            gerund = near.group().lower().endswith(("в", "я", "ясь", "вши", "чи")) and own_clause
            joined = _JOINED.search(border.group()) is not None
            inserted = not own_clause and _inserted(region, begin + near.end(), begin + len(text))
            if lead or gerund or joined or inserted:
                return clean(region.page.body, begin, begin + border.start())
        if "," in border.group() and border.group().strip(", –—-") and _sibling(region, text, border.end()):
            return clean(region.page.body, begin, begin + border.start())
    return clean(region.page.body, begin, stop)


def _inserted(region: Region, start: int, stop: int) -> bool:
    """«…, сообщает ТАСС»: a subject stands close behind the verb."""
    speaker = speaker_after(region, start, stop)
    return speaker is not None and speaker.start - start < 60


def _sibling(region: Region, text: str, at: int) -> bool:
    """«…, а Y заявил, что …»: a subject, a verb of saying and its own words, in one short clause."""
    end = text.find(",", at)
    if end < 0:
        end = text.find("\x00", at)
    if end < 0 or end - at > 110:
        return False
    near = region.words.cue.search(text, at, end)
    if near is None or region.words.cue_class.get(near.group().lower(), "say") in (
        "manner",
        "know",
        "intend",
    ):
        return False
    follows = text[near.end() : near.end() + 80]
    return re.match(r"[^,.:;\x00]{0,60}(?:,\s*(?:что|що|мол|будто|нібито)\s|:?\s*\x00)", follows) is not None


def _unbracketed(region: Region, part: Span) -> Span:
    """Without a bracket that was opened before the words."""
    words = region.page.words(part)
    return Span(part.start, part.stop - 1) if words[-1:] == ")" and "(" not in words else part


_DOUBT = 0.8


def _frame(
    region: Region, parts: list[Span], verb: _Verb, speaker: Span | None, confidence: float
) -> Frame | None:
    parts = [_unbracketed(region, p) for p in parts if p.stop > p.start]
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    who = "span" if speaker else "nobody"
    if speaker and not is_sure(region, speaker):
        confidence *= _DOUBT
    return Frame(parts, verb.kind, verb.cue, speaker, who, None, False, False, confidence)


__all__ = ["clause", "cut", "sentence_before"]
