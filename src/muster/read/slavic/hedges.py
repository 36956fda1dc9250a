"""Words that look like hedges and are none, in Russian and Ukrainian: «не может», «до тех пор, пока», «это
возможно», «похоже на», «вёл себя, будто …».

A word that lowers certainty lowers it of the clause it stands in as a parenthesis or before an infinitive;
negated, compared with or joining clauses it says something else. Where neither fits, the hedge is kept: a
hedge too many makes a reader look, one too few misleads him.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.anycase import AnyCase
from muster.text.listed import listed
from muster.text.sources.cues import lexicon

_MAY: Final = listed("может могут мог могла могли могло може можуть міг могла могли могло")
_NOT: Final = re.compile(r"(?<!\w)(?:не|ни|ні|ані|нельзя)\s(?:\w{1,4}\s)?\Z", re.I)
_INFINITIVE: Final = re.compile(
    r"\s?,|\s(?:\S+\s){0,5}?(?:не\s)?[«\"“„]?\w{1,20}(?:ть|ться|ти|тися|чь|чься|тись)(?!\w)|\s?[:—–-]\s"
)
_BEFORE_INFINITIVE: Final = re.compile(r"\w{2,20}(?:ть|ться|ти|тися|чь)\s\Z")
_WHILE: Final = listed("пока поки")
_JOINED: Final = re.compile(r"(?:,|(?<!\w)(?:тех\sпор|доти|тих\sпір)),?\s\Z", re.I)
_POSSIBLE: Final = listed("возможно можливо")
_IS_IT: Final = re.compile(
    r"(?<!\w)(?:это|этого|стало|станет|было|будет|если|насколько|где|когда|как|не|более|сколь|це|стане|буде"
    r"|якщо|наскільки|де|коли|як|що)\s\Z", re.I
)  # fmt: skip
_WHETHER: Final = re.compile(r"\s(?:ли|только|лишь|лише|тільки|чи|\w{2,18}(?:ть|ться|ти|тися))(?!\w)")
_LIKE: Final = listed("похоже схоже")
_STILL: Final = ("до сих пор", "досі")
_NEGATED_AFTER: Final = re.compile(
    r"[^.,;:!?\n]{0,30}?(?<!\w)(?:не|нет|ни|нема|немає|жодн\w+|неизвест\w+|невідом\w+|неясн\w+)(?!\w)", re.I
)
_AS_IF: Final = listed("будто словно наче ніби неначе") | {"как будто", "как бы"}
_MUST: Final = ("должно быть",)
_THINK: Final = ("я думаю", "мы думаем", "ми думаємо")
_OPENS: Final = re.compile(r"(?:\A|[.!?…:]|[\n«\"“„—–])[\s*_]*\Z")
_THEY_SAY: Final = listed("говорят кажуть")
_ALONE_BEFORE: Final = re.compile(r"(?:\A|[.!?…:,;(\n«\"“„—–])[\s*_]*\Z")
_CLAUSE: Final = re.compile(r"[^,.;:!?\n]{0,80}\Z")


# «Может ходить», «может вместить 300 человек»: what he or it is able to do.
_IS_ABLE: Final = re.compile(
    r"\s(?:ходить|видеть|слышать|говорить|читать|писать|плавать|двигаться|дышать|вместить|вмещать|принять|принимать|перевозить|нести"
    r"|ходити|бачити|чути|читати|писати|плавати|рухатися|дихати|вмістити|вміщати|вміщувати|прийняти|приймати|перевозити)"
    r"(?=\s(?:до\s|около\s|близько\s|более\s|понад\s)?\d|[.,;:!?»]|\Z)"
)
_ENEMY: Final = re.compile(r"\s(?:противник|враг|ворог|супротивник)", re.I)
_PROBABLE: Final = ("вероятн", "ймовірн", "імовірн")
# Whose words have others between them; each is looked for only where one of its stems stands.
_APART_RU: Final = (
    (("одтвер",), AnyCase(
        r"(?<!\w)не\s(?!только|лишь|просто)(?:\w+\s)?подтвер(?:дил|жда|жд[её]н)\w*|подтверждени\w+\s(?:\w+\s){0,4}?(?:нет|не\sпоступ\w+|не\sбыло|отсутству\w+)"
        r"|(?<!\w)нет\s(?:\w+\s){0,2}?подтверждени\w+|без\s(?:\w+\s)?подтверждени\w+|ни\sподтвердить,?\sни\sопроверг\w+"
        r"|(?<!\w)не\s(?:смог\w*|мо[гж]\w+|удалось|готов\w*|стал\w?|берусь|бер[её]тся)\s(?:\w+\s){0,2}?подтвер(?:дить|ждать)"
        r"|подтвердить\s(?:\w+\s){0,4}?(?:невозможно|не\s(?:удалось|уда[её]тся|смог\w*|мо[гж]\w+))"
        r"|(?<!\w)если\s(?:\w+\s){0,3}?подтверд[ия]т(?:ся)?")),
    (("ровер", "точня", "станавлива", "ыясня"), AnyCase(
        r"(?<!\w)(?:информаци|сообщени|сведени|данны|числ|количеств|обстоятельств|причин|личност|подробност|детал)\w*\s(?:[\w-]+\s){0,4}?(?:пока\s"
        r"|ещ[её]\s)?(?:уточня|проверя|устанавлива|выясня)\w+ся|проверить\s(?:\w+\s){0,4}?(?:невозможно|не\s(?:удалось|уда[её]тся|мо[гж]\w+))"
        r"|(?<!\w)(?:устанавлива|выясня)[ею]тся(?!\w|,)")),
    (("нформаци", "анны", "ведени"), AnyCase(
        r"(?<!\w)(?:(?:не|ни)\s(?:располага|облада|име|владе)\w+\s(?:\w+\s){0,2}?(?:информаци|данны|сведени)\w*"
        r"|(?:информации|данных|сведений)\s(?:[\w-]+\s){0,5}?(?:нет|не\sпоступа\w+|не\sимеется|отсутствуют)"
        r"|нет\s(?:\w+\s)?(?:информации|данных|сведений))(?!\w)")),
    (("рано", "реждевременн"), AnyCase(
        r"(?<!\w)(?:говорить|судить|делать\s(?:\w+\s)?выводы|утверждать)\s(?:\w+\s){0,5}?(?:преждевременно|рано)(?!\w|\s(?:утром|вечером))"
        r"|(?<!\w)(?:преждевременно|рано)\s(?:ещё\s|пока\s)?(?:говорить|судить|делать\s(?:\w+\s)?выводы|утверждать)")),
)  # fmt: skip
_APART_UK: Final = (
    (("ідтвер",), AnyCase(
        r"(?<!\w)не\s(?!тільки|лише|просто)(?:\w+\s)?підтвер(?:ди(?:в|л)|джу|джен)\w*|підтверджен\w+\s(?:\w+\s){0,4}?(?:немає|нема|не\sнад\w+|не\sбуло|бракує)"
        r"|(?<!\w)нема(?:є)?\s(?:\w+\s){0,2}?підтверджен\w+|без\s(?:\w+\s)?підтверджен\w+|ні\sпідтвердити,?\sні\sспросту\w+"
        r"|(?<!\w)не\s(?:зм[іо]г\w*|може\w*|можуть|вдалося|готов\w*|ста(?:в|л)\w?)\s(?:\w+\s){0,2}?підтвер(?:дити|джувати)"
        r"|підтвердити\s(?:\w+\s){0,4}?(?:неможливо|не\s(?:вдалося|вдається|зм[іо]г\w*|може\w*))"
        r"|(?<!\w)якщо\s(?:\w+\s){0,3}?підтверд[ия]ть(?:ся)?")),
    (("еревір", "точню", "становлю", "ясов"), AnyCase(
        r"(?<!\w)(?:інформаці|повідомлен|відомост|дан[іи]|числ|кільк|обставин|причин|ос[оі]б|подробиц|детал)\w*\s(?:[\w-]+\s){0,4}?(?:поки\s|ще\s)?"
        r"(?:уточню|перевіря|встановлю|з[’'ʼ]ясову)\w+ся|перевірити\s(?:\w+\s){0,4}?(?:неможливо|не\s(?:вдалося|вдається|може\w*))"
        r"|(?<!\w)(?:встановлю|з[’'ʼ]ясову)[єю]ться(?!\w|,)")),
    (("нформаці", "аних", "ідомост"), AnyCase(
        r"(?<!\w)(?:не\s(?:ма|володі)\w+\s(?:\w+\s){0,2}?(?:інформаці\w*|дан(?:их|і)|відомост\w*)"
        r"|(?:інформації|даних|відомостей)\s(?:[\w-]+\s){0,5}?(?:немає|нема|не\sнадход\w+|бракує|відсутні)"
        r"|нема(?:є)?\s(?:\w+\s)?(?:інформації|даних|відомостей))(?!\w)")),
    (("рано", "ередчасн"), AnyCase(
        r"(?<!\w)(?:говорити|судити|робити\s(?:\w+\s)?висновки|стверджувати)\s(?:\w+\s){0,5}?(?:передчасно|зарано|рано)(?!\w|\s(?:вранці|ввечері))"
        r"|(?<!\w)(?:передчасно|зарано|рано)\s(?:ще\s|поки\s)?(?:говорити|судити|робити\s(?:\w+\s)?висновки|стверджувати)")),
)  # fmt: skip


def apart(body: str, low: int, high: int, language: str) -> Iterator[tuple[int, int]]:
    """Hedges of which the words do not stand side by side: «информация о погибших уточняется»."""
    for stems, pattern in _APART_RU if language == "ru" else _APART_UK:
        if any(body.find(stem, low, high) >= 0 for stem in stems):
            yield from (m.span() for m in pattern.finditer(body, low, high))


def is_hedge(body: str, start: int, stop: int, language: str) -> bool:
    """Whether the word at ``[start, stop)`` makes what stands beside it less certain."""
    word = body[start:stop].lower()
    before = body[max(0, start - 40) : start]
    after = body[stop : stop + 80]
    if word in _MAY:
        if _NOT.search(before) or _IS_ABLE.match(after):
            return False
        return _INFINITIVE.match(after) is not None or _BEFORE_INFINITIVE.search(before) is not None
    if word in _WHILE:
        return _JOINED.search(before) is None
    if word in _POSSIBLE:
        return _IS_IT.search(before) is None and _WHETHER.match(after) is None
    if word in _LIKE:
        return not after.startswith((" на ", " до "))
    if word in _STILL:
        return _NEGATED_AFTER.match(after) is not None
    if word in _MUST:
        return after.startswith(",") or before.rstrip().endswith(",")
    if word in _THINK:
        return _OPENS.search(before) is None and not after.startswith((", что", ", що"))
    if word in _THEY_SAY:
        return _ALONE_BEFORE.search(before) is not None and after.startswith(",")
    if word.startswith(_PROBABLE):
        return _ENEMY.match(after) is None
    if word in _AS_IF:
        return _reported(body, start, language)
    return True


def _reported(body: str, at: int, language: str) -> bool:
    """«Сказал, будто …» hedges what he said; «молчал, будто …» compares."""
    head = body[max(0, at - 100) : at]
    if not head.rstrip().endswith(","):
        return True
    clause = _CLAUSE.search(head.rstrip()[:-1])
    return clause is None or lexicon(language).hook.search(clause.group()) is not None


__all__ = ["apart", "is_hedge"]
