"""How a number was said: estimated, reported, possible, required; running total or a stretch of time."""

from __future__ import annotations

import re
from typing import Final

_ESTIMATED: Final = re.compile(
    r"\bestimat(?:e|es|ed|ing|ion)\b|\bby (?:his|her|their|our) (?:count|reckoning)\b|\bоцен(?:ка|ке"
    r"|кам|ки|ивает|ивают|ил|или|иваем)\b"
    r"|\bпо (?:\w{1,20} ){0,3}(?:подсчетам|расчетам)\b|\bоцін(?:ка|ками|кою|ками|ює|юють|ив|или)\b"
    r"|\bза (?:\w{1,20} ){0,3}(?:підрахунками|оцінками)\b"
)
_REPORTED: Final = re.compile(
    r"\breported(?:ly)?\b|\breports?\b|\breporting\b|\bunderstood to\b|\bsaid to\b|\ballegedly\b"
    r"|\bbelieved to\b|\bthought to\b"
    r"|\bсообща(?:ет|ют|лось|ли|ет(?:ся))\b|\bсообщил[аио]?\b|\bпо (?:\w{1,20} ){0,2}(?:данным"
    r"|информации|сообщениям|словам)\b|\bякобы\b"
    r"|\bповідомля(?:є|ють|ли|лося|ється)\b|\bповідоми(?:в|ла|ли|ло)\b|\bза (?:\w{1,20}"
    r" ){0,2}(?:даними|інформацією|повідомленнями|словами)\b|\bнібито\b"
)
_REQUIRED: Final = re.compile(
    r"\bmust\b|\b(?:has|have|had) to\b|\brequired to\b|\bshould\b|\bshall\b|\bдолж(?:ен|на|но|ны)\b"
    r"|\bобязан\w{0,2}\b|\bнеобходимо\b|\bпотребуется\b"
    r"|\bповинн(?:ен|а|о|і)\b|\bзобов'язан\w{0,2}\b|\bмусить\b|\bмусять\b|\bнеобхідно\b|\bмає"
    r" (?=\w{2,20}ти\b)"
)
_POSSIBLE: Final = re.compile(
    r"\b(?:could|might|can|would|potentially|possibly|faces?|facing|threatened with)\b"
    # "On 12 May", "in May 2024" is the month.
    r"|\bmay (?:have|be|not)\b"
    r"|\bmay\b(?! \d)(?<!\d may)(?<!\dth may)(?<!\dst may)(?<!\dnd may)(?<!\drd may)(?<!\bin may)"
    r"(?<!\bof may)(?<!\bon may)(?<!\bsince may)(?<!\bby may)(?<!\buntil may)(?<!\blast may)(?<!\bthis may)"
    r"(?<!\bearly may)(?<!\blate may)(?<!\bmid-may)"
    r"|\bгроз(?:ит"
    r"|ят|ило)\b|\bмо(?:жет|гут|гла|гли|г)\b"
    r"|\b(?:feared|presumed)\b|\bпредположительно\b|\b(?:по-видимому|вероятно|опасаются)\b"
    r"|\b(?:ймовірно|імовірно|побоюються)\b"
    r"|\bвозможн\w{0,3}\b|\bзагрожу(?:є|ють|вало)\b|\bмо(?:же|жуть|гла|гли|жливо)\b"
)
_RUNNING: Final = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b|\bin total\b|\ba total of\b|\btotal(?:led|s)?\b|\balready\b"
    r"|\boverall\b|\baltogether\b|\bin all\b"
    r"|\bдо сих пор\b|\bк настоящему\b|\bна сегодня\b|\bс начала\b|\bвсего\b|\bуже\b|\bв общей"
    r" сложности\b|\bсуммарно\b|\bитого\b"
    r"|\b(?:з|із|від) початку\b|\bзагалом\b|\bнаразі\b|\bвже\b|\bусього\b|\bвсього\b|\bна сьогодні\b|\bдосі\b"
    r"|\bсумарно\b"
    # "Since January": «с января», «з 3 березня», but not «с 3 по 9 мая».
    r"|\bсо? (?:\d{1,2} )?(?:январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)[яаь]\b"
    r"(?! (?:по|до)\b)"
    r"|\b(?:з|із|від) (?:\d{1,2} )?(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)"
    r"(?:ня|ого|а)\b(?! (?:по|до)\b)"
)
_STRETCH: Final = re.compile(
    r"\bза (?:\w{1,20} ){0,2}(?:сутки|ночь|день|неделю|месяц|добу|ніч|день|тиждень|місяць)\b"
    r"|\bovernight\b|\b(?:in|over|during) the (?:past|last|previous)\b"
    r"|\blast night\b|\byesterday\b|\bвчера\b|\bучора\b|\bвчора\b|\bпоследние\b|\bостанні(?:й|ю|м)?\b"
    r"|\bминулої (?:доби|ночі)\b|\bin (?:a|one|a single) (?:day|night|week|month)\b"
)


# "must" and "could" bear on a number only from before it and from near.
_NEAR: Final = 80


def said_of_sentence(folded: str, start: int, stop: int) -> str:
    """estimated, reported or asserted: what the sentence ``[start, stop)`` says of all its numbers."""
    if _ESTIMATED.search(folded, start, stop):
        return "estimated"
    return "reported" if _REPORTED.search(folded, start, stop) else "asserted"


def modality(folded: str, start: int, number: int, said: str) -> str:
    """``said`` of the sentence, unless "must" or "could" stands before the number at ``number``."""
    near = max(start, number - _NEAR)
    if _REQUIRED.search(folded, near, number):
        return "required"
    return "possible" if said != "estimated" and _POSSIBLE.search(folded, near, number) else said


def cumulative(folded: str, start: int, stop: int) -> bool | None:
    """True for a running total, False for what one stretch of time brought, None where nothing says so."""
    if _STRETCH.search(folded, start, stop):
        return False
    return True if _RUNNING.search(folded, start, stop) else None


__all__ = ["cumulative", "modality", "said_of_sentence"]
