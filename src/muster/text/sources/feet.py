"""The foot of a text: what an outlet says of itself below its news ("Subscribe", «Прислать новость»).

Two texts under one foot have nothing from each other. Here a foot is known by what it asks of the reader, so
one that stands under a single text is known too.
"""

from __future__ import annotations

import re
from typing import Final

# What an outlet asks of its readers or says of itself; typed from general knowledge of feet, no text copied.
_ASKS: Final = re.compile(
    r"(?:\b(?:subscribe|sign\s?up|unsubscribe|newsletters?|follow\s(?:us|our)|join\s(?:us|our)|share\sthis"
    r"|donate\s(?:to|now|here|today)|make\sa\sdonation|support\s(?:us|our|independent)|free\sto\sread"
    r"|become\sa\s(?:member|supporter|patron)|our\s(?:telegram|channel|chat|bot|app)|(?:write\sto|contact)\sus"
    r"|in\stouch\swith\sus|(?:send|e-?mail|tip|boost)\sus|read\s(?:also|more)|all\srights\sreserved|copyright"
    r"|advertise\swith|(?:press|media|advertising)\s(?:contacts?|enquir\w+|inquir\w+)|boost\sour)\b"
    r"|(?<!\w)(?:подпи(?:саться|сывай\w*|шись|шитесь|ска(?!\sо\s))|присоединя(?:йтесь|йся)|присла(?:ть|йте)"
    r"|присылайте|предложить\s(?:новость|пост)|наш\w*\s(?:[\w-]{2,20}\s)?(?:канал|чат|бот|телеграм|рассылк|приложени)\w*"
    r"|реклама|по\sвопросам\s(?:рекламы|сотрудничества)|поддерж(?:ать|ите|и)\s(?:нас|редакци\w+|проект\w*|канал\w*)"
    r"|донат\w*|мы\sв\s(?:соц\w*|других|вк|max|мах|телеграм\w*|дзен\w*|инст\w*|тик\w*|одноклассник\w*|viber|вайбер\w*)"
    r"|читайте\s(?:нас|также)|проголосу\w+\sза\s(?:нас|канал)|буст\w*|иностранн\w+\sагент\w*|настоящий\sматериал"
    r"|включ[её]нн\w+\sв\sреестр|обратная\sсвязь|пишите\s(?:нам|в\s(?:бот|личк|директ|редакц)|на\sпочту)\w*"
    r"|все\sправа\sзащищены|поделитесь\sс\sдрузьями"
    r"|підпи(?:сатис[яь]|суйтес[ья]|суйся|ска|шись|шіться)|приєднуйтес[ья]|приєднуйся|надісла(?:ти|ть)|надсилайте"
    r"|запропонувати\s(?:новину|пост)|наш\w*\s(?:[\w-]{2,20}\s)?(?:канал|чат|бот|телеграм|розсилк|застосун)\w*"
    r"|підтрима(?:ти|йте|й)\s(?:нас|редакцію|проє?кт|канал)\w*|з\sпитань\s(?:реклами|співпраці)"
    r"|ми\s(?:в|у)\s(?:соц\w*|інших|телеграм\w*|інст\w*|тік\w*|тик\w*|viber|вайбер\w*)|зворотний\sзв.язок"
    r"|пишіть\s(?:нам|(?:в|у)\s(?:бот|приват|редакц)|на\sпошту)\w*|усі\sправа\sзахищен\w+|поділіться\sз\sдрузями)(?!\w))",
    re.I,
)
# One such word for so many words of a line; a line of a story may ask for a subscription once.
_WORDS_FOR_ONE: Final = 25
# Lines from the end that are looked at, and characters of the longest.
_LINES, _LONGEST = 6, 900
_WORD: Final = re.compile(r"\w+")


def foot_of(body: str) -> int:
    """Where the foot begins, as an offset into ``body``; its length where it has none.

    A foot is one to six last lines, each of which asks the reader for something once in every 25 words; above
    it something else must stand.
    """
    begin = stop = len(body)
    for _ in range(_LINES):
        while stop and body[stop - 1].isspace():
            stop -= 1
        start = body.rfind("\n", 0, stop) + 1
        line = body[start:stop]
        if not line or len(line) > _LONGEST or not _asks(line):
            break
        if not start:
            return len(body)
        begin = stop = start
    return begin


def _asks(line: str) -> bool:
    words = _WORD.findall(line)
    if not words:
        # A row of dashes or of pictures between the news and its foot.
        return True
    wanted = -(-len(words) // _WORDS_FOR_ONE)
    return sum(1 for _ in _ASKS.finditer(line)) >= wanted


__all__ = ["foot_of"]
