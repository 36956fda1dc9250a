"""What befell those who are counted, in the words that news counts by: killed, wounded, detained, shot down.

A closed list of deeds and states, no parser: five killed and twelve wounded are two questions, and each has
its own word. Forms are verbs and short participles; «раненый», "the wounded" are people, and counted
themselves. The lists are ours, from the bulletins' own vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from muster.text.listed import listed

# "Five people were killed", "12 injured".
_STATES: Final = listed(
    "killed wounded injured hurt dead missing captured detained arrested prosecuted convicted sentenced died",
    "displaced evacuated charged jailed abducted dismissed mobilised mobilized hospitalised hospitalized",
    "rescued freed released exchanged swapped deported trapped buried damaged destroyed intercepted downed",
    "launched tortured beaten executed raped poisoned affected burned burnt flooded imprisoned expelled",
    "kidnapped drowned infected stranded unaccounted homeless hanged suspended repatriated evicted seized",
    "demolished shelled surrendered disappeared returned interned vaccinated shot hit fired fined saved",
)
# Verbs that need no helper: "two more died".
FINITE: Final = listed(
    "died die dies perished drowned disappeared vanished survived fled flee surrendered returned",
)
REMAIN: Final = listed("remain remains remained")
HIDDEN: Final = listed("believed feared presumed thought reported")
MODAL: Final = listed("may might could")
TO_HAVE: Final = listed("to have been be")
# What stands behind a word of the first column makes one state with it.
_PHRASES: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "shot": (("down",), ("dead",)),
    "taken": (("to", "hospital"), ("to", "a", "hospital"), ("to", "hospitals"), ("prisoner",), ("hostage",),
              ("captive",), ("into", "custody"), ("away",)),
    "pulled": (("alive", "from", "the", "rubble"), ("from", "the", "rubble"), ("out", "alive")),
    "brought": (("to", "hospital"),),
    "in": (("hospital",), ("intensive", "care"), ("custody",), ("captivity",), ("critical", "condition"),
           ("a", "critical", "condition"), ("serious", "condition"), ("a", "serious", "condition"),
           ("detention",), ("prison",)),
    "under": (("the", "rubble"), ("rubble",), ("arrest",), ("house", "arrest"), ("the", "debris")),
    "without": (("power",), ("electricity",), ("water",), ("heating",), ("heat",), ("gas",), ("light",),
                ("running", "water"), ("shelter",), ("food",)),
}  # fmt: skip
# "Killed five people", "killing at least two".
_ACTIVE: Final = listed(
    "killed kills kill killing wounded wounds wounding injured injures",
    "injuring hurt hurting detained detains",
    "detaining arrested arrests arresting intercepted intercepting downed",
    "downing destroyed destroys destroying",
    "damaged damages damaging launched launches launching evacuated evacuating rescued rescuing released",
    "releases releasing freed freeing captured captures capturing abducted abducting deported deporting",
    "exchanged exchanging swapped swapping displaced displacing executed",
    "executing sentenced sentencing jailed",
    "jailing charged charging convicted poisoned poisoning kidnapped",
    "kidnapping repatriated expelled expelling",
    "seized seizing burned burning flooded flooding fired firing shelled",
    "shelling evicted evicting saved saving",
    "trapped trapping shot shooting hit hitting tortured torturing buried hospitalised hospitalized",
)
_WAS: Final = listed("was were been be being is are get got")
_DEED_OF: Final = listed(
    "bodies remains death deaths killing killings arrest arrests",
    "detention evacuation release return abduction",
    "deportation exchange swap lives",
)
_HARM: Final = listed("injuries injury wounds burns wound shock")
_SUFFERED: Final = listed("suffered sustained received")

_RU_PAST: Final = r"(?:л|ла|ло|ли|ть|н|на|но|ны)"
_SLAVIC: Final = re.compile(
    # Russian
    r"погиб(?:ла|ло|ли|нуть|ает|ают|нет|нут)?|убит[аоы]?|уби(?:л|ла|ло|ли|ть|вает|вают)"
    r"|(?:ранен|травмирован|контужен|госпитализирован|осужден|приговорен|освобожден|отпущен|похищен|сбит|"
    r"уничтожен|перехвачен|подавлен|поврежден|разрушен|выпущен|запущен|обесточен|затоплен|подтоплен|"
    r"казнен|расстрелян|возвращен|вывезен|спасен|доставлен|изъят|арестован|сожжен|обстрелян|избит|"
    r"мобилизован|эвакуирован|депортирован|обменян|амнистирован|уволен|извлечен|отравлен)[аоы]?"
    r"|(?:ранил|травмировал|осудил|приговорил|освободил|отпустил|похитил|сбил|уничтожил|перехватил|"
    r"повредил|разрушил|выпустил|запустил|обесточил|подавил|госпитализировал|расстрелял|сжег|сожгл)[аои]?"
    r"|(?:ранить|освободить|отпустить|сбить|уничтожить|перехватить|повредить|разрушить|эвакуироваться)"
    rf"|(?:пострада|задержа|арестова|эвакуирова|депортирова|обменя|мобилизова){_RU_PAST}(?:ся|сь)?"
    r"|умер(?:ла|ло|ли)?|скончал(?:ся|ась|ось|ись)|пропа(?:л|ла|ло|ли|вшими)|сгоре(?:л|ла|ло|ли)"
    r"|вывез(?:ла|ли|ти)?|спас(?:ла|ли|ти|лись)?|верну(?:л|ла|ли)(?:сь|ся)?|вернулось|выжил[аои]?|утону(?:л|ла|ли)"
    r"|бежал[аи]|достав(?:или|ила|ил)|изъял[аи]?|отравил(?:ся|ась|ись)|исчез(?:ла|ло|ли)?"
    # Ukrainian
    r"|загину(?:в|ла|ло|ли|ти)|[ву]би(?:в|ла|ло|ли|ти|то|та|ті)"
    r"|(?:поранен|травмован|затриман|заарештован|засуджен|евакуйован|викраден|депортован|врятован|знищен"
    r"|перехоплен|подавлен|пошкоджен|зруйнован|випущен|запущен|знеструмлен|затоплен|підтоплен|страчен"
    r"|розстрілян|госпіталізован|повернен|вивезен|звільнен|відпущен|обміня?н|доставлен|доправлен|вилучен"
    r"|мобілізован|спален|побит|збит|повернут|ушкоджен|контужен|обстрілян|отруєн)[аоі]"
    r"|(?:поран|засуд|звільн|відпуст|знищ|пошкод|випуст|запуст|перехоп|достав|доправ|вилуч)(?:ив|ила|ило|или|ити)"
    r"|(?:травмува|затрима|заарештува|евакуюва|викра|депортува|врятува|зруйнува|обміня|розстріля|постражда"
    r"|госпіталізува|мобілізува)(?:в|ла|ло|ли|ти)(?:ся|сь)?|евакуюван[оі]"
    r"|помер(?:ла|ло|ли)?|зник(?:ла|ло|ли|лими)?|згорі(?:в|ла|ло|ли)|вивез(?:ла|ли|ти)?|зби(?:в|ла|ло|ли|ти)"
    r"|поверну(?:в|ла|ло|ли)(?:ся|сь)?|втекл[аи]|вижи(?:в|ла|ло|ли)|потону(?:в|ла|ли)"
)
_STAY: Final = listed(
    "остался осталась осталось остались остается остаются остаемся находятся",
    "находится были было был числятся",
    "числится считаются считается оказались залишився залишилася залишилось залишилося залишилися залишилися",
    "залишаються залишається перебувають перебуває були було був вважаються вважається опинилися лишаються",
    "лишилися лишилося находиться оставаться оказаться перебувати залишатися опинитися бути быть",
)
_GOT: Final = listed(
    "получил получила получило получили дістав дістала дістало дістали",
    "дістало зазнав зазнала зазнало зазнали",
    "отримав отримала отримало отримали получают",
)
_HARMS: Final = ("ранени", "травм", "ожог", "контуз", "поранен", "опік", "ушкоджен")
_LACKED: Final = listed(
    "света электричества электроэнергии электроснабжения воды водоснабжения газа тепла отопления связи жилья",
    "крова світла електрики електроенергії електропостачання струму води газу опалення зв'язку житла",
    "водопостачання теплопостачання дома",
)
_PLACES: Final = (
    "больниц", "реанимац", "плену", "заложник", "лікарн", "реанімац", "полоні", "заручник",
    "госпитал", "шпитал",
)  # fmt: skip
_UNDER: Final = listed("завалами стражей арестом вартою арештом домашним домашнім")
_CONDITION: Final = listed("состоянии стані")
_DEEDS_OF: Final = re.compile(
    r"тел(?:а|о|ами)?|останк(?:и|ов|ами)|гибел[ьи]|смерт[ьи]|убийств[аоу]|задержани[еяю]|арест[ау]?|эвакуаци[яию]"
    r"|освобождени[еяю]|обмен[ау]?|возвращени[еяю]|похищени[еяю]|депортаци[яию]|жизн[иь]|жизней|спасени[еяю]"
    r"|тіл[оа]?|загибел[ьі]|смерт[ьі]|вбивств[оау]|затримання|арешт[ау]?|евакуаці[яії]|звільнення|обмін[ау]?"
    r"|повернення|викрадення|життя|уничтожени[еяю]|знищення|вывоз[ау]?"
)


def state_at(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past the English state that begins at token ``at`` ("killed", "without power"); 0: none does."""
    if at >= ceiling:
        return 0
    for rest in _PHRASES.get(words[at], ()):
        if tuple(words[at + 1 : min(at + 1 + len(rest), ceiling)]) == rest:
            return at + 1 + len(rest)
    if words[at] in _SUFFERED:
        for k in range(at + 1, min(at + 5, ceiling)):
            if words[k] in _HARM:
                return k + 1
    return at + 1 if words[at] in _STATES else 0


def is_state(word: str) -> bool:
    """ "killed", «погибли»: one word of what befell somebody."""
    return word in _STATES or (not word.isascii() and slavic_fate(word))


@lru_cache(maxsize=1 << 14)
def slavic_fate(word: str) -> bool:
    """«погибли», «ранены», «збито»: a verb or a short participle, folded; no «погибших»."""
    return _SLAVIC.fullmatch(word) is not None


def slavic_state_at(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past the state of two or three words at ``at``: «без света», «в тяжёлом состоянии»; 0: none."""
    if at + 1 >= ceiling:
        return 0
    word, after = words[at], words[at + 1]
    if word == "без" and after in _LACKED:
        return at + 2
    if word in ("в", "у"):
        if after in ("коме", "комі"):
            return at + 2
        if after.startswith(_PLACES):
            return at + 2
        if at + 2 < ceiling and words[at + 2] in _CONDITION:
            return at + 3
    return at + 2 if word in ("под", "під") and after in _UNDER else 0


def got_harm(words: Sequence[str], at: int, ceiling: int) -> int:
    """The token of the wounds behind «получили»: «получили осколочные ранения»; 0: none near."""
    if words[at] in _GOT:
        for k in range(at + 1, min(at + 5, ceiling)):
            if words[k].startswith(_HARMS):
                return k
    return 0


def harm_got(words: Sequence[str], at: int, floor: int) -> int:
    """The token of the wounds before «получили»: «ранения разной тяжести получили»; -1: none near."""
    if words[at] in _GOT:
        for k in range(at - 1, max(floor, at - 5) - 1, -1):
            if words[k].startswith(_HARMS):
                return k
            if not words[k][0].isalpha():
                break
    return -1


def is_deed_of(word: str, language: str) -> bool:
    """«тела», "deaths": a noun before "of 12 people" that tells what befell them."""
    return word in _DEED_OF if language == "en" else _DEEDS_OF.fullmatch(word) is not None


def is_active(words: Sequence[str], at: int, floor: int) -> bool:
    """True where token ``at`` is an English verb done to what follows: "killed five", "shot down five"."""
    if words[at] == "down" and at > floor and words[at - 1] in ("shot", "shoot", "shooting", "shoots"):
        at -= 1
    elif words[at] not in _ACTIVE:
        return False
    return at == floor or words[at - 1] not in _WAS


def stays(word: str) -> bool:
    """«остались», «числятся»: a verb that says nothing until its state is told."""
    return word in _STAY


__all__ = [
    "FINITE", "HIDDEN", "MODAL", "REMAIN", "TO_HAVE", "got_harm", "harm_got", "is_active", "is_deed_of",
    "is_state", "slavic_fate", "slavic_state_at", "state_at", "stays",
]  # fmt: skip
