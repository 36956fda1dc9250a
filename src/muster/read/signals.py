"""The phrases by which a text says that a name is not the person's own, in three languages.

``CHANGED``: a note about a name that stands before it, within it or just after. ``INTRODUCES``: the alias
follows. They are patterns and not a list, since the words between vary; each repeat is bounded.
"""

from __future__ import annotations

import re
from typing import Final

_FEW = r"(?:\w+\s){0,3}?"

CHANGED: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:all\s)?names?\s(?:of\s[^.,;()\n]{1,60}?\s)?(?:has|have|had|was|were|is|are)\s(?:been\s)?"
        r"(?:changed|altered|withheld|disguised|concealed)"
        r"|name\s(?:changed|altered|withheld)"
        rf"|(?:changed|altered|withheld|concealed|disguised|withholding|changing)\s(?:his|her|their|the)\s{_FEW}"
        r"(?:names?|identit(?:y|ies))(?!\s(?:to|from|after|in\s\d|by\sdeed))"
        r"|not\s(?:his|her|their|the)\s(?:\w+['’]s\s)?real\snames?"
        r"|real\snames?\s(?:(?:is|are|was|were|has|have)\s)?(?:not\s|been\s)?(?:withheld|known|changed)"
        rf"|(?:ask|wish|want|request|prefer|insist|demand)(?:ed|s|ing)?\s{_FEW}(?:not|never)\s(?:to\s)?(?:be\s"
        rf"(?:named|identified)|(?:use|publish|give|print|mention|reveal|disclose)\s(?:his|her|their)\s{_FEW}names?)"
        rf"|(?:ask|request|insist)(?:ed|s|ing)?\sthat\s(?:his|her|their)\s{_FEW}(?:names?|identit(?:y|ies))"
        r"|(?:declined|refused)\sto\s(?:be\snamed|be\sidentified|give\s(?:his|her|their)\s(?:\w+\s)?names?)"
        r"|(?:did\snot|didn['’]t|does\snot|would\snot)\s(?:want\s)?(?:to\s)?(?:give|have|be)\s"
        r"(?:(?:his|her|their)\s(?:\w+\s)?names?|named|identified)"
        r"|on\s(?:the\s)?condition\s(?:of\sanonymity|that\s(?:his|her|their)\sname)"
        r")\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:"
        rf"(?:все\s)?им(?:я|ена)\s{_FEW}измен[её]н\w{{0,2}}"
        rf"|измен(?:ил|или|ила|ило|ены|ено|яем|ено)\s{_FEW}им(?:я|ена)"
        r"|(?:по)?прос(?:ил|ила|или|ит|ят|ивш\w{2,3})\s(?:\w+\s){0,2}не\s"
        r"(?:называть|указывать|раскрывать|публиковать|приводить|разглашать)"
        r"|(?:пожела|предпоч|попроси|реши)\w{1,4}\sостаться\s(?:анонимн|неназванн|неизвестн)\w{1,3}"
        r"|им(?:я|ена)\s(?:\w+\s)?не\s(?:называ|разглаша|раскрыва|публику)\w{2,4}"
        r"|вымышленн\w{2,3}\sим\w{1,4}"
        r"|настоящ\w{2,3}\sим\w{1,3}\s(?:\w+\s)?(?:не\s|скры)"
        r")(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:"
        rf"(?:усі\s|всі\s)?(?:ім['’ʼ]я|імена)\s{_FEW}змінен\w{{0,2}}"
        rf"|змін(?:ив|или|ила|ило|ено|юємо)\s{_FEW}(?:ім['’ʼ]я|імена)"
        r"|(?:по)?прос(?:ив|ила|или|ить|ять)\s(?:\w+\s){0,2}не\s"
        r"(?:називати|вказувати|розкривати|публікувати|наводити|розголошувати)"
        r"|(?:побажа|виріши|попроси)\w{1,4}\s(?:за)?лишитися\s(?:анонімн|неназван|невідом)\w{1,3}"
        r"|(?:ім['’ʼ]я|імена)\s(?:\w+\s)?не\s(?:назива|розголошу|розкрива|публіку)\w{2,5}"
        r"|вигадан\w{1,3}\sім['’ʼ]\w{1,3}"
        r"|справжн\w{1,4}\sім['’ʼ]\w{1,3}\s(?:\w+\s)?(?:не\s|прихо)"
        r")(?!\w)",
        re.I,
    ),
}  # fmt: skip

INTRODUCES: Final = {
    "en": re.compile(
        r"\b(?:"
        r"(?:who|whom)\swe\s(?:call|(?:will|shall)\scall|are\scalling|have\scalled|refer\sto\sas)"
        r"|(?:we|I)(?:['’]ll|\swill|\sshall|\sare|\sam|['’]re)\scall(?:ing)?\s(?:him|her|them)"
        r"|let\sus\scall\s(?:him|her|them)|let['’]s\scall\s(?:him|her|them)"
        r"|(?:ask|wish|want|agree|request|prefer)(?:ed|s|ing|red)?\s(?:\w+\s){0,2}?to\sbe\s"
        r"(?:called|named|identified|known|quoted|referred\sto)(?:\s(?:here|only|just|simply|as|by|under"
        r"|(?:the|his|her|their)\s(?:\w+\s){0,2}?names?,?)){0,4}"
        r"|identified\s(?:here\s|only\s){1,2}(?:as|by\s(?:the|his|her|their)\s(?:\w+\s){0,2}?names?,?)"
        r"|(?:giv(?:es|ing)|gave|us(?:es|ing|ed))\sonly\s(?:his|her|a|their)\s(?:first|given)\sname,?"
        r"|(?:under|using)\s(?:the|a)\s(?:pseudonym|assumed\sname)(?:\sof)?"
        r")(?=\s)",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:"
        r"назов[её]м(?:\s(?:его|её|ее|их))?"
        r"|(?:по)?прос(?:ил|ила|ит|ивш\w{2,3})\s(?:\w+\s){0,2}?(?:называть|назвать|именовать)\s"
        r"(?:себя|его|её|ее)(?:\s(?:просто|только))?"
        r"|(?:будем|станем)\sназывать\s(?:его|её|ее)"
        r"|представи(?:лся|лась|вшийся|вшаяся|вшегося|вшейся)(?:\s(?:как|именем|только|просто)){0,2}"
        r"|под\sпсевдонимом"
        r")(?=\s)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:"
        r"назв(?:емо|імо)(?:\s(?:його|її|їх))?"
        r"|(?:по)?прос(?:ив|ила|ить)\s(?:\w+\s){0,2}?(?:називати|назвати)\s(?:себе|його|її)(?:\s(?:просто|лише))?"
        r"|(?:будемо|станемо)\sназивати\s(?:його|її)"
        r"|представи(?:вся|лася|лась)(?:\s(?:як|іменем|лише|просто)){0,2}"
        r"|під\sпсевдонімом"
        r")(?=\s)",
        re.I,
    ),
}  # fmt: skip

__all__ = ["CHANGED", "INTRODUCES"]
