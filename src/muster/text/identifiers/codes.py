"""Strings in, spans of what reaches one person out: telephones, papers, accounts, plates, handles.

Each pattern stands for a kind of code; a number counts as a code by its shape or by the word before it. Digits may
be spaced out or said in words. All repetition is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.said import STRING, WORD
from muster.text.spans import Span

_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("email", re.compile(r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.I)),
    ("handle", re.compile(
        r"(?:https?://)?(?:www\.)?(?:t\.me|telegram\.me|vk\.com|vk\.ru|ok\.ru|facebook\.com|fb\.com|instagram\.com|"
        r"twitter\.com|x\.com|tiktok\.com|youtube\.com|wa\.me|linkedin\.com)/[\w.+/@?=&-]{2,80}(?<!\.)", re.I)),
    ("handle", re.compile(r"(?:https?://|www\.)[^\s<>«»\"”]{4,200}(?<![.,;:!?)])", re.I)),
    ("handle", re.compile(
        r"(?<!\w)(?:tg|telegram|signal|skype|viber|whatsapp|insta(?:gram)?|login|username|nickname|телеграм\w?|телега|телеге|тг|скайп\w?|вайбер\w?|"
        r"инстаграм\w?|інстаграм\w?|логин|логін|ник|нік)(?:\s?[:–-]\s?|\s(?:is\s|це\s|это\s)?)(?P<code>@?[a-z][\w.-]{3,30})(?![\w@])", re.I)),
    ("handle", re.compile(
        r"(?<!\w)(?:tg|telegram|signal|skype|viber|whatsapp|insta(?:gram)?|discord|login|username|nick(?:name)?|password|pass|pw|пароль|пасс?|телеграмм?\w?|телега|телеге|телегу|тг|вк|скайп\w?|вайбер\w?|вацап\w?|ватсап\w?|сигнал\w?|"
        r"дискорд\w?|инст\w{1,7}|інст\w{1,7}|логин|логін|ник|нік)(?:\s?[:–-]\s?|\s(?:is\s|це\s|это\s|как\s|як\s|as\s)?)(?P<code>@?(?=[^\W_]{0,20}[\d_.])[^\W_][\w.-]{2,30}\w)", re.I)),
    # Letters with figures or an underscore said in a word: nobody speaks so of anything else.
    ("handle", re.compile(r"(?<![\w.@/-])(?=[^\W\d_]{3,20}\d{2,6}(?!\w))[^\W\d_]{3,20}\d{2,6}(?![\w-])")),
    ("handle", re.compile(
        r"(?<!\w)[^\W_]{2,20}(?:\s(?:underscore|подч[её]ркивание|нижн\w{2,3}\s(?:подч[её]ркивание|тире)|підкреслення|нижн\w\sпідкреслення)\s[^\W_]{1,20}){1,3}(?!\w)", re.I)),
    ("number", re.compile(
        r"(?<!\w)(?:row|seat|coach|carriage|bed|bunk|ward|cell|room|office|flat|apt|floor|gate|platform|locker|grave|plot|sector|ряд\w?|мест[оа]|місц[ея]|вагон\w?|койк\w|ліжк\w|палат\w|камер\w|кабинет\w?|кабінет\w?|каб|кв|секци\w|секці\w|блок\w?|подъезд\w?|"
        r"під['’ʼ]їзд\w?|этаж\w?|поверх\w?|купе|полк[аеу]|барак\w?|могил\w|участ(?:ок|ке)|ячейк\w|комнат\w|кімнат\w)\s(?:number\s|no\.?\s|№\s?|номер\s)?(?P<code>\d{1,4}[a-zа-яії]?)(?![\w.])", re.I)),
    ("number", re.compile(
        rf"(?<!\w)(?:number|номер|код|code|pin|пин|пін)(?:\s(?:is|was|это|це|мой|мій|такой|такий|начинается|починається|ends|starts|с|з|with|in|on|на)){{0,3}}\s(?P<code>{WORD}(?:[\s,-]{{1,2}}{WORD}){{1,9}})", re.I)),
    ("email", re.compile(
        r"(?<!\w)\w{1,24}(?:\s(?:dot|underscore|dash|точка|крапка|дефис|дефіс|подч[её]ркивание|підкреслення|нижн\w{2,3}\s\w{6,14})\s\w{1,24}){0,3}"
        r"\s(?:at|собака|собачка|эт|равлик|песик)\s\w{2,16}(?:\s(?:dot|точка|крапка)\s\w{2,12}|(?=\s(?:ру|юа|ком|нет|орг|укр|com|net|ru|ua)(?!\w))\s\w{2,4})(?!\w)", re.I)),
    ("handle", re.compile(r"(?<![\w.])@[A-Za-z]\w{2,32}")),
    ("handle", re.compile(r"(?<![\w.@/])(?=[a-z\d_]{0,24}[a-z])(?:[a-z\d]{2,16}_[a-z\d_]{1,16})(?![\w@.])", re.I)),
    ("coordinates", re.compile(r"[-+]?\d{1,2}[.,]\d{3,8}\s?°?\s?[NSсшю]{0,2}[,;\s]{1,3}[-+]?\d{1,3}[.,]\d{3,8}(?:\s?°?\s?[EWвд]{1,2}(?!\w))?")),
    ("coordinates", re.compile(r"\d{1,2}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?[\"″”]\s?)?[NSEW]?[,\s]{1,3}\d{1,3}°\s?\d{1,2}['′’]\s?(?:\d{1,2}(?:[.,]\d{1,4})?[\"″”]\s?)?[NSEW]?")),
    ("account", re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,4})?\b")),
    ("card", re.compile(r"(?<!\d)\d{4}(?:[ \u00a0-]?\d{4}){3}(?!\d)")),
    ("phone", re.compile(r"(?<![\w.])\+[ ]?(?:\d[ \u00a0().-]{0,2}){8,14}\d(?!\d)")),
    ("phone", re.compile(r"(?<![\w./])(?:8|0|38|7)?[ \u00a0(.-]{0,2}\(?\d{2,4}\)?[ \u00a0.-]{1,2}\d{3}[ \u00a0.-]?\d{2}[ \u00a0.-]?\d{2}(?!\d)")),
    ("phone", re.compile(r"(?<![\w.])(?:\d[ \u00a0-]){8,14}\d(?!\w)")),
    ("phone", re.compile(rf"(?<!\w)(?:(?:plus|плюс)\s)?{STRING}", re.I)),
    ("phone", re.compile(r"(?<![\w.])(?:\+?\d{1,3}[ \u00a0-]?)?\(\d{3,5}\)[ \u00a0]?\d{1,3}(?:[ \u00a0-]\d{2,3}){1,3}(?!\d)")),
    ("phone", re.compile(r"(?<![\w-])\d{2}(?:-\d{2}){3,5}(?![\w-])")),
    ("handle", re.compile(
        r"(?<!\w)(?:t\sme|т\sми|т\sме|[a-z]{2,12}\s(?:dot|точка|крапка)\s[a-zа-я]{2,4})\s(?:slash|слэш|слеш)\s(?:[^\W_]{1,20}\s){0,3}[^\W_]{1,20}(?!\w)", re.I)),
    ("number", re.compile(r"(?<![\w:])\d{2}:\d{2}:\d{6,7}:\d{1,6}(?![\w:])")),
    ("number", re.compile(r"(?<![\w.,/-])(?:[A-ZА-ЯІЇЄҐ]{1,3}\d{1,6}[A-ZА-ЯІЇЄҐ]{1,3}\d{0,6}|\d{1,6}[A-ZА-ЯІЇЄҐ]{1,3}\d{1,6})(?![\w-])")),
    ("number", re.compile(r"(?<![\w.,])\d{3}-\d{3}-\d{3}[ -]\d{2}(?!\d)")),
    ("number", re.compile(r"(?<![\w.,/])\d{9,20}(?![\w])")),
    ("number", re.compile(r"(?<![\w.,])\d{4}[ \u00a0]\d{6}(?!\d)")),
    ("number", re.compile(r"(?<![\w.,])\d{2}[ \u00a0]\d{2}[ \u00a0]\d{6}(?!\d)")),
    # Letters and figures: passports, tags, contracts.
    ("number", re.compile(r"(?<![\w.,/-])[A-ZА-ЯІЇЄҐ]{1,3}[ \u00a0-]?\d{4,9}(?![\w-])")),
    ("number", re.compile(r"(?<![\w.,/-])[a-zа-яіїєґ]{2}[ \u00a0]\d{3}[ \u00a0]?\d{3,4}(?![\w-])", re.I)),
    ("number", re.compile(r"(?<![\w.,/-])[A-ZА-ЯІЇЄҐ]{1,4}/\d{1,6}(?:[/-]\d{1,8}){1,3}(?![\w-])")),
    ("number", re.compile(r"(?<![\w.,/-])\d{3,6}-\d{6,12}(?![\w-])")),
    ("number", re.compile(r"(?<![\w.,/-])[A-ZА-ЯІЇЄҐ]{1,4}-\d{2,9}(?:[/-]\d{1,6}){0,3}(?![\w-])")),
    ("number", re.compile(r"(?<![\w.,/-])\d{1,6}(?:[/-]\d{2,8}){1,3}(?:[/-]?[A-ZА-ЯІЇЄҐ]{1,4})?(?![\w/-])")),
    ("number", re.compile(r"(?<![\w.,/-])\d{2,6}(?:[/-]\d{1,8}){0,2}[/-][A-ZА-ЯІЇЄҐ]{1,4}(?![\w/-])")),
    ("number", re.compile(r"(?<![\w.,/-])\d{1,4}(?:[/.]\d{1,5}[A-Z]?\d{0,3}){2,4}(?![\w/-])")),
    ("number", re.compile(r"(?<!\w)[A-Z]{2,4}\s\d{4}\s(?:p\.\s)?\d{1,5}(?!\w)")),
    ("number", re.compile(r"(?<!\w)(?:plot\s|block\s)(?:no|nos|№)\.?\s\d{2,6}(?!\w)", re.I)),
    ("plate", re.compile(r"(?<!\w)[АВЕКМНОРСТУХABEKMHOPCTYX]\s?\d{3}\s?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}\s?\d{2,3}(?!\w)", re.I)),
    ("plate", re.compile(r"(?<!\w)[АВЕКМНОРСТУХABEKMHOPCTYX]\s?\d{3}\s?[АВЕКМНОРСТУХABEKMHOPCTYX]{2}(?!\w)")),
    ("plate", re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)")),
    ("plate", re.compile(r"(?<!\w)[АВЕІКМНОРСТХABEIKMHOPCTX]{2}\s?\d{4}\s?[АВЕІКМНОРСТХABEIKMHOPCTX]{2}(?!\w)", re.I)),
)  # fmt: skip

_NAMED: Final = re.compile(
    r"(?<!\w)(?:no\.?|nos\.?|number|№|номер\w{0,3}|N|passport|tag|case|file|contract|complaint|card|account|id|паспорт\w{0,2}|жетон\w{0,2}|дел[оауе]|"
    r"контракт\w{0,2}|жалоб\w{1,2}|инн|снилс|іпн|рнокпп|badge|plate|policy|licen[cs]e|reg|imei|iban|pin|pass|permit|receipt|certificate|индекс|індекс|полис|поліс|сери[яи]|сері[яї]|табельн\w{1,3}|пропуск|перепустк\w|"
    r"свидетельств\w|свідоцтв\w|заявк\w|карт[ауы]|картк\w|сч[её]т|рахун\w{1,3}|квитанц\w{1,2}|ВПО|УБД|СНИЛС|ИНН|ІПН|(?:ends?|ending)\s(?:in|with)|последни\w\sцифр\w|останні\sцифри|оканчива\w{2,5}\sна|закінчу\w{2,5}\sна|"
    r"військов\w{1,3}\sквит\w{2,4}|военник|удостоверени\w|посвідченн\w|спра[вк]\w{1,2}|договор\w{0,2}|договір|скарг\w{1,2})"
    r"(?:\s(?:is|was|with|the|number|no\.?|№|номер|під|под)){0,2}[:\s.]{0,2}\s?"
    r"(?P<code>(?=[\w/.-]{0,12}\d{2})[\w]{1,12}(?:[/.-]\w{1,12}){0,4}(?:\s\d{3,9})?)",
    re.I,
)

# "И в а н о в", "P-a-v-e-l": nobody spaces out what is not to be hidden.
_SPACED: Final = re.compile(r"(?<![^\W\d_])[^\W\d_](?:[ .*_\u00a0-][^\W\d_]){3,30}(?![^\W\d_])")


def find_codes(body: str) -> Iterator[tuple[Span, str]]:
    """Every code with its kind, in no order; they may overlap."""
    for kind, pattern in _PATTERNS:
        inner = "code" if "code" in pattern.groupindex else 0
        yield from ((Span(*match.span(inner)), kind) for match in pattern.finditer(body))
    for match in _SPACED.finditer(body):
        yield Span(*match.span()), "person"
    for match in _NAMED.finditer(body):
        yield Span(*match.span("code")), "number"


__all__ = ["find_codes"]
