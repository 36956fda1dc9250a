"""An account that goes on without a verb of saying: «За його словами, били щоночі. Годували раз на день».

Russian and Ukrainian; only straight behind one person's own report, in its paragraph, sentence by sentence
until one does not fit. What fits is told in the past and is the teller's by its form: a verb in the plural
that nobody is the subject of, of what was done again and again («виводили по одному»; a press office has
«вивели»), or one that agrees with a witness and leaves him out («сидів у темряві»). Behind such a sentence a
witness goes on with short ones of any form. Services' verbs, names, years and papers are an outlet's news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.said import Said
from muster.read.slavic.subjects import PRONOUNS, WORD
from muster.read.speakers.voice import Voice, speaks_for_nobody
from muster.text.cases import agreement, cases
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.spans import Span

_SHORTEST: Final = 10
_LONGEST: Final = 170
_LONGEST_OF_ANYBODY: Final = 90
# Of one who holds an office only what he or his were done to is his own account, told by such a verb.
_TELLING: Final = re.compile(
    r"(?:рас|роз)(?:сказыва|сказа|повіда|пові)|вспомина|вспомни|згаду|згада|пригаду|пригада|каже|сказа|говорит|говорил|говорив"
    r"|свидетельств|свідч|засвідч|описыва|описал|опису|описав|признава|призна|визна|слов|добав|дода|утвержд|стверджу|уточн|поясн|пережи",
    re.IGNORECASE,
)
# With these an outlet begins something of its own.
_OWN_OPENING: Final = listed(
    """однак проте натомість водночас нагадаємо зазначимо відомо раніше згодом тим попри наразі нині зараз
    сьогодні учора вчора торік отже втім загалом усього всього редакція журналісти також
    однако между напомним отметим известно ранее впоследствии тем несмотря сейчас сегодня вчера всего итак
    впрочем вместо редакция журналисты зато пока поки"""
)
_OWN_NEWS: Final = listed(
    """суд суду суде суді слідство слідства слідчі поліція прокуратура провадження редакція кореспондент
    журналіст журналісти журналістам звіт звіті розслідування постраждалих загиблих рятувальники
    правоохоронці підозру вирок угоду
    следствие следствия следователи полиция прокуратура редакция корреспондент журналист журналисты
    журналистам
    отчёт отчет расследование пострадавших погибших спасатели правоохранители подозрение приговор
    мы ми мене мені меня мне я нас нам наш наша наше наші нашої нашего нашей наши"""
)
# «Пожежу загасили», «дело возбудили»: what services do, told by whoever writes the news.
_OF_SERVICES: Final = re.compile(
    r"(?:загас|ліквід|гасили|тушили|потуш|возбуд|поруш|розпоч|відкрили|открыли|оголос|объяв|госпіталіз|госпитализ|евакую|эвакуир"
    r"|встанов|установ|опубл|повідом|сообщ|перевірил|проверил|домов|договор|врят|спас|відремонт|отремонт|підпис|подпис|затверд"
    r"|утверд|перекри|огород|оточи|оцепи|відновил|восстанов|доправ|назнач|признач|засуд|осудил|отрима|получи|запусти|відбу|состоя|звинува|обвин|назва|підтверд|подтверд|заяв)",
    re.IGNORECASE,
)
# What somebody means or asks is not what was done.
_THOUGHT: Final = re.compile(
    r"(?:не\s)?(?:планув|планиров|намага|пыта|обіця|обеща|вважа|счита|бажа|жела|хоті|хоте|мали|имели|могли|зверта|обраща"
    r"|прос(?:или|ила|ив)|назива|назыв|відпові|отвеча|ответил|відмов|отказ|запевн|увер|дума|сподіва|надея|надія|готува|готови|каза|говори|розпов|рассказ)",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"(?:[аяиіїуоеєыё]л[аиои]|[^аяиіїуоеєыё\W]ли|[аяиіїуоеє]в|[аяиуоеыё]л)(?:ся|сь)?\Z")
# The default install has no Ukrainian dictionary: what is done again and again, by its ending. A verb in
# «-али» or «-яли» is so unless it is of these, most of them with a prefix; of others only these are.
_ONCE_UK: Final = re.compile(
    r"(?:\w*(?:взя|поча|[йзвді]ня)|[\w'’ʼ]{1,5}(?:сла|гна|каза|писа|бра|кла|рва|лама|хова|в['’ʼ]яза|слуха|чека|печата|лежа|стоя|копа|плака"
    r"|різа|стріля|трима|шука|пита|тяга|їха|сіда|спа|жа|катува|ночува|карбува|будува|готува|рахува|карува)"
    r"|(?:від|пере|по|за|ви|роз|зі|про|на|об|до|в|у|при|під)(?:да|па|ста|зна)|да|па|ста"
    r"|(?:за|по|пере|під|об|при|роз)?(?:арешт|ремонт|евакую|друк|форм|докумен|публік|атак|блок|ряту|ліквід|руйну|пограб|груп|фікс)\w{0,4}ва"
    r"|\w*ізува)ли(?:ся|сь)?\Z"
)
_AGAIN_UK: Final = re.compile(
    r"(?:\w['’ʼ\w]*[ая]|(?:ви|за|під|при|по|об|роз|від|пере|з|у|в|до|на|про|с)?(?:води|вози|носи|ходи|лови)"
    r"|би|пи|жи|ми|діли|вари|роби|палили|души|дави|лупи|мучи|суди|бачи|чу|сиді|терпі|хворі|ї|крути|туши|суши|мороз?и|труси|бу"
    r"|ве|нес|вез|мерз|мог|пек|били)ли(?:ся|сь)?\Z"
)
_PRESENT: Final = re.compile(
    r"(?:[аяіїує]є|[иї]ть|[уюая]ть(?:ся)?|[еиё]т(?:ся)?|[уюая]т(?:ся)?|ється|иться|їться)\Z"
)
# How somebody behaves while he tells is seen by the writer.
_MANNER: Final = re.compile(
    r"(?:за|при|по|про)?(?:мовч|молч|молк|мовк|плач|плак|усміх|всміх|посміх|улыб|усмех|смія|смея|зітх|вздох|вздых|куря|курі|кури|кив|знизу|дивив"
    r"|дивила|смотр|глян|прос|перед[уі]|обур|розвод|развод|махн|помах|здриг|вздрог|хвилю|волно|наполяг|наста)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def told_on(region: Region, frames: Sequence[Frame], said: Sequence[Said], paragraph: int) -> list[Frame]:
    """The frame of a sentence that goes on with the account of whoever spoke in the one before; or none."""
    if region.language == "en" or region.level or region.turn or not said:
        return []
    last = _before(region, said, paragraph)
    if (
        last is None
        or not _is_somebody(last)
        or not _is_report(region, last.frame, nameless=last.voice.speaker.name is None)
    ):
        return []
    page = region.page
    sentence = region.sentence_of(region.start)
    if any(sentence.start <= f.start < sentence.stop for f in frames):
        return []
    span = clean(page.body, *sentence)
    words = page.body[span.start : span.stop]
    if not _SHORTEST <= len(words) <= _LONGEST or page.body[span.stop : span.stop + 1] not in (".", "…", "!"):
        return []
    if region.quotes_in(*span) or _is_the_outlets(region, span, words):
        return []
    chained = last.frame.who == "carried" and last.frame.cue is None and not last.frame.quoted
    led = "" if chained else _led(region, last.frame)
    if not _goes_on(words, region.language, last.voice, chained=chained, led=led):
        return []
    return [Frame([span], "say", None, None, "carried", confidence=0.5)]


def teller(said: Sequence[Said]) -> Voice | None:
    """Whose account a sentence goes on with that stands behind these."""
    last = next((s for s in reversed(said[-4:]) if s.outer is None), None)
    return replace(last.voice, trust=0.6 * last.voice.trust, antecedent=last.voice) if last else None


def _before(region: Region, said: Sequence[Said], paragraph: int) -> Said | None:
    """Who spoke in the sentence before this one, in the same paragraph."""
    last = next((s for s in reversed(said[-4:]) if s.outer is None), None)
    if last is None or last.paragraph != paragraph or last.frame.label:
        return None
    page, frame = region.page, last.frame
    at = max(p.stop for p in (*frame.parts, frame.cue or frame.parts[0]))
    return last if page.sentence_at(region.start) - page.sentence_at(at - 1) == 1 else None


def _is_somebody(last: Said) -> bool:
    """One, or some, who told of it; whoever is meant by a pronoun that leads to nobody is one too."""
    voice, frame = last.voice, last.frame
    known = voice.speaker.name is not None or voice.speaker.role is not None
    if frame.cue is None and not frame.quoted and voice.antecedent is None:
        return False  # of a layout, not of an account
    if not known:
        return voice.kind == "anonymous" and (frame.speaker is not None or frame.cue is None)
    return voice.kind in ("named", "anonymous", "call-sign", "group")


def _is_report(region: Region, frame: Frame, *, nameless: bool) -> bool:
    """Words that tell what was, not what is planned or thought; or sentences told on from such."""
    if frame.cue is None:
        return frame.who == "carried" and not frame.quoted
    told = frame.verb in ("say", "know", "weak")
    return told and (nameless or _TELLING.search(region.page.words(frame.cue)) is not None)


def _led(region: Region, frame: Frame) -> str:
    """What the last verb of a report lets the next sentence go on with: p of what was done by some whom
    nobody names («що її забрали з роботи»), m or f of somebody («що сусід вимагав грошей»), or nothing."""
    found = WORD.findall(region.page.words(frame.parts[-1]))[:24]
    past = [w for w in found if _is_past(w, region.language)]
    if not past:
        return ""
    gender = agreement(past[-1], region.language)
    nobody = gender == "p" and not _somebody(found, region.language, past[-1])
    return gender if nobody or gender in ("m", "f") else ""


_WAS_NOT: Final = re.compile(r"(?<!\w)не (?:было|було|хватало|вистачало)(?!\w)", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"ли(?:ся|сь)?\Z")


def _is_the_outlets(region: Region, span: Span, words: str) -> bool:
    low = [w.lower() for w in WORD.findall(words)]
    if not low or low[0] in _OWN_OPENING or not _OWN_NEWS.isdisjoint(low) or _YEAR.search(words):
        return True
    named = [n for n in region.named_in(span.start, span.stop + 1) if n.kind in ("person", "organisation")]
    # A verb at the head may look like a name.
    return any(n.start > span.start or not _is_past(low[0], region.language) for n in named)


def _goes_on(words: str, language: str, voice: Voice, *, chained: bool, led: str) -> bool:
    """Whether the form of a sentence makes it part of the account."""
    found = WORD.findall(words)
    past = [w for w in found[:24] if _is_past(w, language)]
    if not past or any(_is_present(w, language) for w in found[:24]):
        return False
    if any(_OF_SERVICES.match(w) or _THOUGHT.match(w) or _MANNER.match(w) for w in past):
        return False
    witness = speaks_for_nobody(voice, language)
    someone = _somebody(found, language, past[0])
    several = _SEVERAL.search(past[0].lower()) is not None
    if several and not someone:
        return _is_again(past[0], language) or ((chained or led == "p") and witness)
    if not witness:
        return False
    gender = agreement(past[0], language)
    if not someone and gender in ("m", "f") and gender in (voice.gender, led):
        return True
    if not someone and gender == "n" and _WAS_NOT.search(words):
        return True  # «Вікон не було»
    return chained and len(words) <= _LONGEST_OF_ANYBODY


def _is_past(word: str, language: str) -> bool:
    low = word.lower()
    if _PAST.search(low) is None:
        return False
    found = readings(low, language)
    if found:
        return str(found[0].tag.tense) == "past"
    return cases(low, language).kind == "verb" or low in _SHORT_UK


# Without a dictionary these look like nouns.
_SHORT_UK: Final = listed(
    "їли пили жили били мили шили рили вили лили гнили вели несли везли мерзли лягли сіли"
)


def _is_present(word: str, language: str) -> bool:
    low = word.lower()
    if _PRESENT.search(low) is None:
        return False
    found = readings(low, language)
    if found:
        return str(found[0].tag.tense) in ("pres", "futr")
    return len(low) > 4 and cases(low, language).kind == "verb"


def _is_again(word: str, language: str) -> bool:
    """Whether it tells of what was done again and again, or went on."""
    low = word.lower()
    found = readings(low, language)
    if found:
        return str(found[0].tag.aspect) == "impf"
    return _AGAIN_UK.match(low) is not None and _ONCE_UK.match(low) is None


def _somebody(found: Sequence[str], language: str, verb: str) -> bool:
    """Whether somebody is the subject: a pronoun, or one of living beings that can only be one."""
    fits = agreement(verb, language)
    for i, word in enumerate(found[:24]):
        low = word.lower()
        letter = PRONOUNS.get(low)
        if letter is not None and (letter == "*" or letter in fits):
            return True
        form = cases(low, language)
        alone = not i and form.kind in ("numeral", "adjective")  # «Менший мовчав», «двоє прийшли»
        sure = (form.kind == "noun" or alone) and (form.animate or form.only)
        if sure and set(form.nominative) & {*fits, "*"}:
            return True
    return False


__all__ = ["teller", "told_on"]
