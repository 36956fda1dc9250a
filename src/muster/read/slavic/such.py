"""«С таким заявлением выступил X», «Такие данные приводит Y», ««…», — такой ответ дали в Z»: the words stand
in the sentence before, and a noun for them with a verb that says nothing by itself leads to who said them."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.slavic.nominal import quote_just_before
from muster.read.slavic.phrases import could_speak, speaker_after
from muster.text.anycase import AnyCase
from muster.text.spans import Span

_SUCH: Final = AnyCase(
    r"(?:(?:с|з|із)\s(?:таким|такой|такими|подобным|подобной|такою|подібною|таким)\s"
    r"(?:же\s|ж\s)?(?:заявлением|заявлениями|призывом|просьбой|предложением|требованием|прогнозом|заявой|заявою|закликом|вимогою|пропозицією)"
    r"|(?:так(?:ое|ие|ой|ую|і|у|ий|е)|подобн(?:ое|ые|ый|ую)|соответствующ(?:ее|ие)|подібн(?:е|і|у|ий))\s(?:же\s|ж\s)?"
    r"(?:заявление|данные|цифры|прогноз|оценку|мнение|вывод|выводы|предположение|предупреждение|комментарий|ответ|сведения|версию"
    r"|заяву|дані|цифри|оцінку|думку|висновок|висновки|припущення|попередження|коментар|відповідь|відомості|версію))"
    r"\s(?:(?:также|ранее|накануне|вчера|сегодня|нам|журналистам|агентству|також|раніше|учора|вчора|сьогодні|журналістам)\s){0,2}"
    r"(?P<verb>сделал[аио]?|делают|делает|приводит|приводят|прив[её]л|привел[аио]|дал[аио]?|да[её]т|дают|высказал[аио]?"
    r"|высказывает|высказывают|озвучил[аио]?|опубликовал[аио]?|огласил[аио]?|назвал[аио]?|называет|называют|выступил[аио]?|выступает"
    r"|обратил(?:ся|ась|ось|ись)|распространил[аио]?"
    r"|зроби(?:в|ла|ло|ли)|наводить|наводять|нав[іе](?:в|ла|ло|ли)|да(?:в|ла|ло|ли)|дає|дають|вислови(?:в|ла|ло|ли)|висловлює"
    r"|оприлюдни(?:в|ла|ло|ли)|озвучи(?:в|ла|ло|ли)|виступи(?:в|ла|ло|ли)|зверну(?:вся|лася|лися)|поширили)(?!\w)",
)
# «Так утверждает его брат», «Такого мнения придерживается следователь»
_SO: Final = AnyCase(
    r"(?<![\w-])(?:так\s(?:же\s|і\s|само\s)?(?P<verb>(?:утвержда|счита|дума|полага|объясня|рассказыва|уверя|описыва)(?:ет|ют|л|ла|ли)"
    r"|говор(?:ит|ят|ил|ила|или)|пишет|пишут|заявил[аи]?|сказал[аи]?|ответил[аи]?|выразил(?:ся|ась|ись)"
    r"|(?:вважа|стверджу|розповіда|поясню|дума|запевня|опису)(?:є|ють)|каже|кажуть|твердить|твердять|пише|пишуть|каза(?:в|ла|ли)"
    r"|говори(?:в|ла|ли)|відпові(?:в|ла|ли)|висловив?(?:ся|лася|лися))"
    r"|так(?:ого|ої)\s(?:же\s|ж\s)?(?:мнения|думки)\s(?P<holds>придержива(?:ется|ются|лся|лась|лись)|дотриму(?:ється|ються)))(?!\w)",
)
_BEFORE_DASH: Final = re.compile(r"[^\n\x00]{12,}\s[–—-]\s\Z")
_OPENING: Final = " —–-*_❗️⚡•"
_SHORTEST: Final = 12
_NEAR: Final = 6  # «его», «сама»


def such(region: Region) -> list[Frame]:
    """The frames of such sentences; none where the sentence before says itself who speaks in it."""
    if region.level or not any(w in region.masked for w in ("ак", "одобн", "одібн", "оответст")):
        return []
    found: list[Frame] = []
    for match in _SUCH.finditer(region.masked):
        at = region.start + match.start()
        sentence = region.sentence_of(at)
        verb = Span(region.start + match.start("verb"), region.start + match.end("verb"))
        speaker = speaker_after(region, verb.stop, sentence.stop)
        if speaker is None or not could_speak(region, speaker):
            continue
        cue = Span(at, verb.stop)
        quote = quote_just_before(region, at, sentence)
        if quote is not None:
            found.append(Frame([quote], "say", cue, speaker, "span", None, True, confidence=0.8))
        elif not region.text(sentence.start, at).strip(_OPENING):
            words = _before(region, sentence)
            if words is not None:
                found.append(Frame([words], "say", cue, speaker, confidence=0.75))
    for match in _SO.finditer(region.masked):
        at = region.start + match.start()
        sentence = region.sentence_of(at)
        cue = Span(at, region.start + match.end())
        speaker = speaker_after(region, cue.stop, sentence.stop)
        if speaker is None or speaker.start > cue.stop + _NEAR or not could_speak(region, speaker):
            continue
        lead = region.text(sentence.start, at)
        words = None if lead.strip(_OPENING) else _before(region, sentence)
        if words is None and _BEFORE_DASH.fullmatch(lead):
            words = clean(region.page.body, sentence.start, at - 2)
        if words is not None:
            found.append(Frame([words], "say", cue, speaker, confidence=0.7))
    return found


def _before(region: Region, sentence: Span) -> Span | None:
    page = region.page
    i = page.sentence_at(sentence.start)
    if i == 0 or page.paragraph_of[i] - page.paragraph_of[i - 1] > 1:
        return None
    if region.words.cue.search(page.body, *page.sentences[i - 1]) is not None:
        return None
    words = clean(page.body, *page.sentences[i - 1])
    return words if words.stop - words.start >= _SHORTEST else None


__all__ = ["such"]
