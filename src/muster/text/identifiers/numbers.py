"""Strings in, spans of what a number tells of somebody out: ages, sums, sizes, days, units by number.

Numbers may be written or said. All repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.said import NUMBER, ORDINAL, WORD
from muster.text.spans import Span

_TENS = (
    "двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|"
    "двадцять|тридцять|п['’ʼ]ятдесят|шістдесят|сімдесят|вісімдесят|дев['’ʼ]яносто"
)
_DECADES = "teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_OF_WHOM = (
    "мне|ему|ей|тебе|тому|той|мені|йому|їй|тобі|старшему|младшему|старшей|младшей|сыну|дочке|дочери|внуку|внучке|"
    "старшій|старшому|молодшому|молодшій|меншому|меншій|синові|доньці|онукові|онучці"
)
_AGE: Final = (
    re.compile(rf"(?<!\w)(?:\d{{1,3}}|{NUMBER})(?:-|\s)(?:years?(?:\sold|-old)?|year-old|months?(?:\sold|-old)|y\.?o\.?|год\w?|лет(?:н\w{{2,3}})?|рок\w{{1,2}}|рік|річн\w{{2,3}}|літ)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:aged?(?:\sof)?)\s\d{{1,3}}|(?<!\w)(?:aged?(?:\sof)?|am|is|are|was|he['’]?s|she['’]?s|i['’]?m|turned|turns|turning|возраст|вік|исполнилось|виповнилося|{_OF_WHOM})\s(?P<n>\d{{1,3}}|{NUMBER})(?![\w%:]|\.\d)", re.I),
    re.compile(rf"(?<=,\s)(?P<n>{NUMBER})(?=[.,;])", re.I),
    re.compile(r"(?<!\w)(?:born\sin|b\.|родил\w{2,3}\sв|народи\w{2,3}\sв?у?)\s(?P<n>\d{4})", re.I),
    re.compile(r"(?<!\w)(?:19|20)?\d{2}(?:-?(?:го|й))?\s?(?:(?:года|году|год|року|г|р)\.?)?\s?(?:рожд\w{2,4}|народж\w{2,4}|р\.|н\.)(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:born|род\.|нар\.|г\.\s?р\.|р\.\s?н\.|год\sрождения|рік\sнародження)[:\s]{1,2}(?P<n>\d{4})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:about|around|nearly|almost|over|under|past|pushing)\s(?P<n>twenty|thirty|forty|fifty|sixty|seventy|eighty|[2-9]0)(?=[,.;)\n]|\Z)", re.I),
    re.compile(rf"(?<!\w)(?:лет|років)\s(?P<n>{NUMBER})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))[\s-]grade(?:rs?)?(?!\w)|(?<!\w)[ву]\s(?P<n>(?:{ORDINAL}|\d{{1,2}}(?:-?(?:м|му|й))?)\s(?:классе|класі|класс|клас))(?!\w)|(?<!\w)[а-яіїє']{{3,9}}класн?н?и[кц]\w{{0,3}}(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:(?:early|mid|late)[\s-](?:{_DECADES})|(?<=his\s)(?:{_DECADES})|(?<=her\s)(?:{_DECADES}))(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:за|под|під|лет\sза|лет\sпод)\s(?:{_TENS})(?=[,.;)\n]|\Z)", re.I),
)  # fmt: skip
_AGE_BEHIND: Final = re.compile(rf"[ \u00a0](?P<n>{NUMBER}|\d{{1,2}})(?=[,.;)\n]|\Z)", re.I)

_MONEY = (
    r"(?:euros?|EUR|€|dollars?|USD|\$|pounds?(?:\ssterling)?|GBP|£|roubles?|rubles?|RUB|hryvni?as?|UAH|руб\w{0,4}|₽|грн|гривен\w{0,2}|гривн\w{1,2}|доллар\w{0,3}|долар\w{0,3}|евро|євро|k|тыс\w{0,3}|тис\w{0,3}"
    r"|million|billion|млн|млрд|миллион\w{0,3}|мільйон\w{0,3}|[A-Z]{3}|(?:[A-Z][a-z]{2,12}\s){0,2}(?:liras?|schillings?|kron(?:or|er|a|e)|zlotys?|francs?|lei|forints?|marks?|lev[as]?|dinars?))"
)
_FIGURE = r"\d{1,3}(?:[ \u00a0.,]\d{1,3}){0,5}(?:[.,]\d{1,2})?"
_MEASURE = r"(?:cm|mm|m|metres?|meters?|kg|kilos?|g|grams?|lbs?|см|мм|м|кг|кило|г|гр|грамм\w{0,2}|грам\w{0,2}|метр\w{0,2})"
_SUMS: Final = (
    re.compile(rf"(?<![\w.,]){_FIGURE}\s{_MONEY}(?:\s\([^()\n]{{2,40}}\)|\s\[[^\[\]\n]{{2,30}}\])?(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:[A-Z]{3}|€|\$|£)\s?\d{1,3}(?:[ \u00a0.,]\d{1,3}){0,5}(?![\w])(?:\s[\[(][^\[\]()\n]{2,30}[\])])?"),
    re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0,]\d{3}){1,4}(?!\w)"),
    re.compile(rf"(?<!\w)(?:\d{{1,6}}|{NUMBER})\s(?:[a-z]{{3,14}}\s)?(?:children|kids|people|persons|believers|residents|employees|tablets|packages|pages|grams?|kilograms?|kg|hectares|shares|hearings)(?!\w)", re.I),
    re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per\scent|percent|процент\w{0,3}|відсотк\w{0,3})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:человек|осіб|людей)\s\d{1,5}(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:двое|трое|четверо|пятеро|двоє|троє|четверо|п['’]ятеро)\s[^\W\d_]{3,14}(?!\w)", re.I),
    re.compile(rf"(?<![\w.,]){_FIGURE}\s?{_MEASURE}(?!\w)(?:\s\d{{1,3}}(?!\w))?", re.I),
    re.compile(rf"(?<!\w)(?:метр|one\smet(?:re|er))\s(?:{NUMBER}|\d{{2}})(?!\w)", re.I),
    re.compile(r"(?<!\w)(?:рост|зріст|height|вес|вага|weight|обувь|взуття|shoe\ssize)(?::|\s–)?\s(?:[^\W\d_]{2,12}\s){0,2}?(?P<n>\d{2,3}(?:[.,]\d)?)(?!\w)", re.I),
    re.compile(rf"(?<!\w){NUMBER}\s(?:тысяч\w?|тисяч\w?|thousand|миллион\w{{0,2}}|мільйон\w{{0,2}}|million|hryvnias?|roubles?|dollars?|euros?|рубл\w{{1,2}}|гривень|гривні|долларов|доларів|килограмм\w{{0,2}}|кілограм\w{{0,2}})(?!\w)(?:\s(?:{_MONEY}))?", re.I),
)  # fmt: skip
_REFERENCE: Final = re.compile(
    r"(?:Articles?|Art\.?|Sections?|s\.|§§?|Rules?|Protocol|Protocol\sNo\.|paragraphs?|para\.?|point|Chapter|Part|Annex|and|or|to|стат\w{1,3}|ст\.|п\.|пункт\w{0,2})[\s\u00a0]\Z",
    re.I,
)
_ABOUT: Final = re.compile(
    r"(?:approximately|about|around|some|nearly|almost|over|at\sleast|more\sthan|около|почти|более|свыше|примерно|близько|майже|понад)\s\Z",
    re.I,
)
_PLURAL: Final = re.compile(rf"(?<!\w)(?:\d{{1,6}}|{NUMBER})\s[a-z]{{3,14}}s(?!\w)", re.I)
_BARE: Final = re.compile(r"(?<![\w.,:/§-])\d{2,7}(?![\w:/-]|[.,]\d)")

_MONTH_SAID = (
    r"январ\w|феврал\w|март\w|апрел\w|мая|июн\w|июл\w|август\w|сентябр\w|октябр\w|ноябр\w|декабр\w|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
)
_MONTH_EN = "january|february|march|april|may|june|july|august|september|october|november|december"
_FEASTS = (
    r"(?:(?:orthodox|catholic|old|greek)\s)?(?:christmas|easter|new\syear)(?:['’]s)?(?:\s(?:eve|day|night|monday|sunday))?|palm\ssunday|good\sfriday|"
    r"trinity(?:\ssunday)?|epiphany|annunciation|candlemas|assumption\sday|ramadan|eid(?:\sal-\w{3,6})?|kurban\sba[iy]ram|uraza\sba[iy]ram|hanukkah|passover|yom\skippur|purim|"
    r"sabantuy|victory\sday|independence\sday|women['’]s\sday|"
    r"(?:стар\w{2}\s)?нов(?:ый|ого|ому|ым)\sгод\w{0,2}|(?:стар\w{2}\s)?нов(?:ий|ого)\sр(?:ік|оку)|пасх\w|троиц\w|рождеств\w|крещени\w|благовещени\w|покров\w{0,2}|успени\w|преображени\w|"
    r"вербно\w{1,2}\sвоскресен\w{1,2}|радониц\w|сретени\w|масленниц\w|маслениц\w|ураза\w{0,2}(?:-байрам\w?)?|курбан-байрам\w?|рамадан\w?|ханук\w|песах\w?|сабантуй|дн[яеью]\w?\sпобеды|день\sпобеды|(?:медовый|яблочный)\sспас|"
    r"великд\w{2,3}|різдв\w|водохрещ\w{1,2}|благовіщенн\w|трійц\w|зелен\w\sсвят\w|маковія|святвеч\w{1,3}|стрітенн\w|вербн\w\sнеділ\w|проводи|день\sнезалежності"
)
_DAYS: Final = (
    re.compile(
        rf"(?<!\w)(?:(?:двадцать|тридцать|двадцять|тридцять)\s)?[\w'’]{{4,16}}(?:ого|ьего|ього)\s(?:{_MONTH_SAID})(?:\s(?:(?:две|дві)\s(?:тысячи|тисячі)\s)?(?:двадцать|двадцять)\s[\w'’]{{4,12}}(?:\s(?:года|року))?)?(?!\w)"
        rf"|(?<!\w)(?:(?:twenty|thirty)[\s-])?(?:first|second|third|[a-z]{{3,12}}th)\sof\s(?:{_MONTH_EN})"
        r"(?:\s(?:twenty|two\sthousand)(?:\s(?:and\s)?[a-z]{3,9}){1,2})?(?!\w)"
        rf"|(?<!\w)\d{{1,2}}\s(?:{_MONTH_EN}|янв|фев|мар|апр|июн|июл|авг|сен|сент|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру)(?!\w)",
        re.I),
    re.compile(rf"(?<!\w)(?:{_MONTH_EN})\s(?:of\s)?(?:twenty|two\sthousand)(?:\s(?:and\s)?{WORD}){{1,2}}", re.I),
    re.compile(rf"(?<=\bon\sthe\s){ORDINAL}(?!\s\w{{3,}})|(?<=\bon\sthe\s){ORDINAL}(?=\s(?:this|he|she|they|we|i|it|at|in)\b)", re.I),
    re.compile(
        rf"(?<!\w){ORDINAL}(?<=го)(?=\s(?:числа|я|он|она|они|мы|мне|ему|её|его|меня|ещё|уже|вони|він|вона|ми|мені|його|її|мене|вже|цей|этот|был\w?|був|була|были|були|утр\w+|вечер\w+|ноч\w+|зранку|вночі|ввечері)(?!\w)|[,.;!?\n]|\Z)",
        re.I),
    re.compile(r"(?<![\w.,/-])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?:\.(?:\d{4}|\d{2}))?(?![\w%]|[.,]\d|\s?%)"),
    re.compile(rf"(?<!\w)(?:{_FEASTS})(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:{_MONTH_SAID.replace('мая', 'ма[яей]')}|січні|лютому|березні|квітні|травні|червні|липні|серпні|вересні|жовтні|листопаді|грудні)\s(?:19|20)\d\d-?(?:го|й)?(?!\d)", re.I),
)  # fmt: skip

_UNIT_WORD = (
    r"(?:company|platoon|battalion|brigade|regiment|squad|division|army|corps|рот\w{1,2}|взвод\w{0,2}|батальон\w{0,2}|бригад\w{1,2}|полк\w{0,2}|"
    r"дивизи\w{1,2}|батальйон\w{0,2}|дивізі\w{1,2}|корпус\w{0,2}|арми\w{1,2}|армі\w{1,2})"
)
_UNITS: Final = (
    re.compile(r"(?<![\w.,])\d{2,4}(?:th|st|nd|rd)(?!\w|\scentur)", re.I),
    re.compile(r"(?<![\w.,])\d{2,4}-(?:й|я|е|ї|а|ої|ой|ую|ю|му|го|та|ту|ій|ых|их)(?!\w|\s(?:год|рок|лет|річ|ден|дня|вік|век|кварт|этаж|поверх|час|мину|хвил))", re.I),
    re.compile(rf"(?<!\w){ORDINAL}\s(?:[^\W\d_]{{4,20}}\s)?{_UNIT_WORD}(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:сто|двести|двісті|триста|four\shundred|three\shundred|two\shundred|one\shundred)\s(?:and\s)?{ORDINAL}", re.I),
    re.compile(rf"(?<!\w)(?:unit|в/ч|часть|части|частина|частині)\s(?:number\s|номер\s|is\s|це\s|это\s){{0,2}}(?P<n>{WORD}(?:[\s,-]{{1,2}}{WORD}){{1,6}})", re.I),
)  # fmt: skip
_HYPHENED: Final = re.compile(r"(?<!\w)[^\W\d_]{4,20}-\d{1,3}(?!\w)")
_YEAR: Final = re.compile(r"\s?(?:года|году|год|року|рік|г\.?\s?р\.?|р\.?\s?н\.?|гг?\.|рр?\.)(?!\w)", re.I)


def find_numbers_told(body: str) -> Iterator[tuple[Span, str]]:
    """Ages, sums, days and units with their fields, in no order; they may overlap."""
    for patterns, field in ((_AGE, "age"), (_DAYS, "date"), (_UNITS, "unit")):
        for pattern in patterns:
            yield from ((_told(match), field) for match in pattern.finditer(body))
    for pattern in _SUMS:
        for match in pattern.finditer(body):
            about = _ABOUT.search(body, max(0, match.start() - 16), match.start())
            told = _told(match)
            yield Span(about.start() if about else told.start, told.stop), "amount"
    yield from ((Span(*m.span()), "amount") for m in _PLURAL.finditer(body))
    for match in _BARE.finditer(body):
        if not _REFERENCE.search(body, max(0, match.start() - 16), match.start()):
            yield Span(*match.span()), "amount"
    yield from ((Span(*m.span()), "place") for m in _HYPHENED.finditer(body))


def _told(match: re.Match[str]) -> Span:
    inner = match.re.groupindex.get("n")
    return Span(*(match.span("n") if inner and match["n"] else match.span()))


def age_behind(body: str, stop: int) -> Span | None:
    """The age that stands behind a name that ends at ``stop``: «Стёпе девять, …»."""
    found = _AGE_BEHIND.match(body, stop)
    return Span(*found.span("n")) if found else None


def with_year(body: str, stop: int) -> int:
    """Where a day that ends at ``stop`` ends with the word for "year" behind it."""
    behind = _YEAR.match(body, stop)
    return behind.end() if behind else stop


__all__ = ["age_behind", "find_numbers_told", "with_year"]
