"""How far reported words reach in English, and to whom they were said."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.finite import FINITE
from muster.read.frames import SPOKEN, Region, clean
from muster.text.sources.media import A_PAPER
from muster.text.spans import Span

_DAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\."
    r"|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_MEDIUM: Final = (
    r"(?:statement|interview|post|letter|report|email|e-mail|speech|address|briefing|message|video|conference"
    r"|blog|channel|tweet|article|hearing|Telegram|appearance|debate|rally|meeting|memo|filing|press\srelease"
    r"|release|update|bulletin|communiqu[eé]|summary|testimony|podcast|broadcast|call|comments|remarks|response|reply|conversation)"
)
_ADVERBIAL: Final = re.compile(
    rf"(?:,?\s+(?:(?:on|late|early|last|this)\s+)?(?:{_DAY}|yesterday|today|week|month|year|earlier|later|again"
    r"|(?:much|(?:[\w-]+\s){1,2}(?:hours?|days?|weeks?|months?|years?))\s(?:later|earlier|before|ago)|the\s(?:next|same|following|previous)\s(?:day|night"
    r"|week|month|year|morning|afternoon|evening)|the\s(?:day|night|week)\sbefore"
    r"|personally|directly|in\sperson|face\sto\sface|to\s(?:his|her|my|our|their)\sface|on\sthe\s(?:phone|telephone)"
    r"|repeatedly|recently|publicly|flatly|bluntly|simply|separately|afterwards|afterward|then|tonight)"
    r"(?:\s(?:night|morning|evening|afternoon))?"
    r"|\s+through\s(?:an?|his|her|its|their)\s(?:[\w-]+\s){0,2}?(?:spokes(?:man|woman|person)|lawyers?|attorneys?|aides?"
    r"|interpreter|translator|representative)"
    r"|\s+to\sthe\s(?:end|last)|\s+(?:drily|dryly|quietly|calmly|sharply|softly)"
    r"|\s+(?:throughout|all\salong|from\sthe\s(?:start|beginning|outset))"
    rf"|,?\s+(?:on|in)\s{_MONTH}(?:\s\d{{1,4}})?(?:,\s\d{{4}})?"
    rf"|,?\s+(?:at|in|on|during)\s(?:a|an|the|his|her|their|its|this)\s(?:[\w’'-]+\s){{0,3}}{_MEDIUM}"
    r"(?:\s(?:to|with|for|on|in|at|of)\s(?:(?:the\s(?:[a-z][\w-]{1,20}\s){0,2})?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}"
    r"|(?:parliament|congress|parents|families|staff|supporters|reporters|journalists|residents|colleagues|relatives|voters|employees)(?=[\s,])))?"
    r"(?:\s(?:published|released|issued|posted|unsealed|dated|filed|sent|shared|aired|broadcast)(?:\s(?:on|late|early|last|this))?"
    r"(?:\s\d{1,2})?(?:\s(?:today|yesterday|tonight|earlier|online|week|month|year|[A-Z][a-z]+day|[A-Z][a-z]+(?:\s\d{1,2})?))(?=[,.;\s]|\Z))?"
    r"|,?\s+on\s(?:[A-Z][\w.&’']{1,20}\s){0,3}?(?:[A-Z][\w.&]{1,20}['’]s\s)?[“\"][^”\"\n]{2,40}[”\"]"
    r"|,?\s+on\s(?:CNN|MSNBC|NBC|CBS|ABC|BBC|C-SPAN|NPR|Fox\sNews|Sky\sNews)(?:\sNews)?"
    r"|,?\s+in\s(?:Telegram|court|public|private|part|response(?:\sto\s(?:[\w’'-]+\s){0,3}[\w’'-]+)?|an\semailed"
    r"\sstatement|comments|remarks)|,?\s+(?:on|via)\s(?:Telegram|Facebook|Twitter|X|YouTube|Instagram|television"
    r"|TV|air|social\smedia|condition\sof\sanonymity)|,?\s+by\s(?:phone|telephone|email|e-mail))(?=[\s,.;:]|\Z)"
)
# What somebody tells, and no listeners: "told lies", "told stories of the old bridge".
_TALES: Final = "lies|stories|jokes|tales"
_A_TALE: Final = "truth|lie|story|joke|tale|version|thing|fact|account|week|month|year|time|day|way"
# No more words of whom it was told.
_CLOSED: Final = r"(?=[.,]|\Z|\s(?:on|in|at|by|during|after|last|this|late|early|yesterday|today)\s)"
# What was said begins: "told the two of them to …", "told residents that …".
_TOLD_WHAT: Final = r"(?=\s(?:that|to|not\sto|how|what|why|he|she|they|it|there|nobody|the|his|her|their)\s)"
_ADDRESSEE: Final = re.compile(
    r"\s+((?:the\s)?(?:[A-Z][\w.’']*(?:-[\w]+)*(?:\s(?:/\s)?)?){1,8}(?:(?<=\s)(?:service|newspaper|channel"
    r"|website|edition|programme|desk)\b)?"
    r"|(?:his|her|their|my|our)\s(?:(?!to\b|not\b)[a-z-]+\s)?(?!nothing|everything|so\b|again|that|this|it\b|later|then|today|too\b|\w+ly\b)[a-z]{3,}(?=[.,]|\Z)"
    r"|me|us|him|her|them|you|reporters"
    r"|journalists|lawmakers|investigators|this\s(?:agency|newspaper|paper|website|reporter|correspondent|channel|magazine"
    r"|desk|page|outlet|programme|station)|those\spresent|all\spresent"
    rf"|(?:[a-z]+\s)?(?:(?!(?:{_TALES})\b)[a-z]{{3,}}(?<![s'’])s|people|men|women|children|police){_TOLD_WHAT}"
    # "Told the two welders", "told hundreds of residents", "told all of them".
    r"|(?:(?:(?:the|its|his|her|their|our|all|both|some|most|many|at\sleast|about)\s){0,2}(?:\d[\d,]{0,9}|two|three|four|five|six|seven|eight"
    r"|nine|ten|twelve|several|(?:dozens|scores|hundreds|thousands)\sof)\s(?:[a-z-]+\s){0,2}?"
    rf"(?:(?!(?:{_TALES}|things|versions)\b)[a-z]{{3,}}(?<![s'’])s|people|men|women|children)"
    r"|(?:all|both|some|most|many|one|two|three|each)\sof\s(?:them|us|(?:the|his|her|its|their)\s(?:[a-z-]+\s)?[a-z]{3,}))"
    rf"{_TOLD_WHAT}"
    # "…, he told families of the missing on Monday": the words came before.
    rf"|(?:(?:the|some|two|three|his|her|their)\s)?(?:[a-z-]+\s){{0,2}}?(?:(?!(?:{_TALES}|things)\b)[a-z]{{3,}}(?<![s'’])s|people"
    rf"|parliament|congress|police|staff|media|television)(?:\sof\s(?:the\s)?[\w’'-]+)?{_CLOSED}"
    rf"|(?:the|an?|local|state)\s(?:[a-z-]+\s){{0,3}}{A_PAPER}\s[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){{0,3}}"
    # "…, he told a regional newspaper": all of it, where the words came before.
    rf"|(?:the|an?|local|state)\s(?:[a-z][\w-]*\s){{1,3}}(?!(?:{_A_TALE})\b)[a-z]{{3,}}{_CLOSED}"
    rf"|(?:the|an?)\s(?:[a-z][\w-]*\s){{1,3}}(?:{A_PAPER}|court|council|commission|committee|hearing|meeting|crowd"
    r"|conference)(?=\s(?:the|an?|his|her|their|its|he|she|they|it|there|we|nobody)\s)"
    r"|(?:his|her|their|the|a|an|my|our|local|state)\s[a-z][\w'’-]*(?:\s(?!that\b|how\b|to\b|he\b|she\b"
    r"|they\b|it\b|there\b)[a-z][\w'’-]*){0,3}?"
    r"(?:\s(?:and|or)\s(?:his|her|the|two|three)?\s?[\w-]+(?:\s[\w-]+)?)?)(?=\s|,|:|\.|\Z)"
)
_UP_TO_THAT: Final = re.compile(r"\s+(?!that\b|in\b|on\b|at\b)([^.,;:!?()\x00\n–—]{2,100}?)\s(?=that\s)")
_AND_OTHERS: Final = re.compile(r"\sand\s[^.,;:!?()\x00\n–—]{2,60}?(?=\sto\s)")
_TO_WHOM: Final = re.compile(
    r"\s+to\s((?:the\s)?(?:[A-Z][\w.’'-]*\s?){1,6}|reporters|journalists|investigators|supporters)(?=\s|,|:|\.|\Z)"
)
# Where the outlet goes on after reported words, or the next frame begins.
_NEXT_FRAME: Final = re.compile(
    r",\s(?:adding|saying|noting|stressing|explaining|claiming|arguing|warning|according\sto|citing|insisting"
    r"|stating|suggesting|telling|calling|accusing|describing|referring\sto|quoting|speaking\s(?:to|at|in|on)"
    r"|in\s(?:an\sinterview|a\sstatement|comments|remarks)|when\sasked)\b|(?<!that,)(?<!\sand,)(?<!\sbut,)\saccording\sto\s"
    r"|,\s(?:something|an?\s(?:charge|claim|allegation|accusation|figure|assertion|account|version|suggestion|number|toll))\s(?:that\s|which\s)?(?=[^,.;:\x00\n]{2,60}"
    r"\s(?:den|reject|disput|dismiss|contest|confirm|refut)|(?:disput|den|reject|contest|dismiss|confirm)\w{2,4}\sby\s)"
    r"|,?\s(?:but|and)\s(?:[^,;.:\x00\n]{2,40}?\s)?(?:declined\sto|refused\sto|(?:did|would)\snot\s(?:immediately\s)?"
    r"(?:respond|reply|answer|comment|say|elaborate|return|give|provide)|(?:gave|offered|provided|cited)\s(?:no|few|little)|could\snot\s(?:immediately\s)?(?:say|be\sreached|give|provide))\b"
    r"|,\s(?:contradicting|echoing)\s|,\sending\s(?:\w+\s){1,3}of\s(?:speculation|uncertainty|silence|rumou?rs)\b"
    r"|,\sas\s(?:had|have|has|did|do|does|was|were)\s"
    r"|\sin\s(?:an\sinterview|a\sstatement|an?\s(?:[\w-]+\s)?(?:post|tweet|e-?mail|press\srelease|letter|speech|memo"
    r"|(?:conference|phone)\scall|news\sconference|text\smessage))"
    r"(?=\s(?:on|to|with|published|issued|released)\b[^,.]{0,80}\Z|\Z)"
)


def after_adverbials(region: Region, at: int, stop: int) -> int:
    """Beyond "on Monday", "in a statement", "by phone" that stand between a verb and the words."""
    while found := _ADVERBIAL.match(region.page.body, at, stop):
        at = found.end()
    return at


def cut(region: Region, begin: int, stop: int) -> Span:
    """Reported words up to the end of the sentence, or to where the next frame begins."""
    found = _NEXT_FRAME.search(region.text(begin, stop))
    return clean(region.page.body, begin, begin + found.start() if found else stop)


def begins_frame(rest: str) -> bool:
    return _NEXT_FRAME.match(rest) is not None


def addressee(region: Region, start: int, stop: int) -> Span | None:
    """Whom the verb before ``start`` has for its object: "told reporters"."""
    limit = min(stop, start + 120)
    text = region.text(start, limit)
    found = _UP_TO_THAT.match(text)
    if found and not FINITE.search(found.group(1)):
        return clean(region.page.body, start + found.start(1), start + found.end(1))
    found = _ADDRESSEE.match(region.page.body, start, limit)
    if not found or region.text(*found.span(1)).strip(SPOKEN + " ") == "":
        return None
    more = _AND_OTHERS.match(region.text(found.end(1), limit))
    return clean(region.page.body, found.start(1), found.end(1) + (more.end() if more else 0))


def to_whom(region: Region, start: int, stop: int) -> Span | None:
    """Whom "to" names after a verb of saying: "said to reporters"."""
    found = _TO_WHOM.match(region.page.body, start, min(stop, start + 90))
    return clean(region.page.body, *found.span(1)) if found else None


def is_addressee(gap: str) -> bool:
    """Whether all that stands between a verb and a quotation is somebody told."""
    return _ADDRESSEE.fullmatch(gap) is not None


__all__ = ["addressee", "after_adverbials", "begins_frame", "cut", "is_addressee", "to_whom"]
