"""Nothing, as a count: "none of them were prosecuted", «ни одного», «жодного»; not "not aware of any"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_FATE_EN = (
    r"killed|wounded|injured|hurt|harmed|prosecuted|charged|convicted|arrested|detained|captured|died"
    r"|jailed|sentenced"
    r"|punished|evacuated|returned|survived|refused|missing"
)
_FATE_SLAVIC = (
    r"погиб\w*|убит\w*|ранен\w*|пострада\w*|умер\w*|осужд\w*|осужден\w*|арестова\w*|задержа\w*"
    r"|наказа\w*|выжил\w*"
    r"|загину\w*|вбит\w*|поранен\w*|постражд\w*|засуджен\w*|затриман\w*|помер\w*|покара\w*|арешт\w*|затрима\w*"
)
_COUNTED_EN = (
    r"(?:prosecution|conviction|casualt(?:y|ie)|fatalit(?:y|ie)|death|injur(?:y|ie)|victim|arrest|case"
    r"|charge|survivor"
    r"|sentence|refusal|complaint|civilian|soldier|prisoner|loss(?:e)?|deserter|court\scase"
    r"|criminal\scase)s?"
)
# "No plans", "no signs": nothing that anybody counts.
_IDLE_EN = (
    r"(?:plans|signs|details|grounds|terms|means|circumstances|words|comments|doubts|regrets|illusions|reasons"
    r"|conditions|bounds|limits|others|matters|thanks|buts|ifs|odds|points|results|changes|does|was|has|says)"
)
_HURT_SLAVIC = (
    r"(?:погибших|раненых|пострадавших|жертв|потерь|убитых|загиблих|поранених|постраждалих|втрат|вбитих"
    r"|убитих|разрушений|повреждений|пошкоджень|руйнувань|задержанных|затриманих"
    r"|обмороженных|обморожених|пропавших|зниклих|отказавшихся|выживших|тяжелораненых|больных|хворих)"
)
# What nobody knows, says or wants is no count of people.
_KNOWN = (
    r"(?:зна|понима|понял|хоч|хот|скаж|сказа|говор|сообщ|комментир|отрица|может|мог|долж|думал|думает|обрад"
    r"|інформ|розум|каж|казав|скаже|говор|повідом|комент|запереч|може|міг|повин|дума|втіш|буд|пригад|помн)"
)
_ZERO: Final = re.compile(
    # Each begins a word, with one of five letters: most places of a text are left at once.
    rf"(?<!\w)(?=[nwнжа])(?:(?P<none>\bnone\b)(?=\s+(?:of\b|(?:has|have|had|was|were|is|are|did|could|would|will)\b"
    rf"|[a-z]{{3,20}}(?:ed|ame|ent|eft)\b))"
    rf"|(?P<nobody>\b(?:no\s?one|nobody)\b)(?=(?:\s+(?:has|have|had|was|were|is|been|else|ever|so|far"
    rf"|yet)){{0,4}}\s+(?:{_FATE_EN})\b|\s(?:interviewed|questioned|asked|present|contacted|reached)\s(?:by\s)?[a-z])"
    rf"|(?P<among>\b(?:no\s?one|nobody)\b)(?=\s(?:in|of|on|from|among"
    rf"|at)(?:\s[a-z]{{1,20}}){{1,5}}\s(?:was|were|is)"
    rf"\s(?:{_FATE_EN})\b)"
    rf"|(?P<lack>(?<=has\s)no|(?<=have\s)no|(?<=had\s)no|(?<=left\swith\s)no)"
    rf"(?=\s(?:functioning|working|operational|remaining|intact|open|usable|trained|spare)\s[a-z])"
    rf"|(?P<no>\bno)(?=(?:\s+(?!more|less|fewer|longer)[a-z-]{{1,20}}){{0,2}}\s+{_COUNTED_EN}\b)"
    rf"|(?P<plural>\bno)(?=\s(?:(?:other|such|new|more)\s)?(?!{_IDLE_EN}\b)[a-z]{{3,20}}[^sui\W]s\b)"
    r"|(?P<single>\bnot\s(?:a\ssingle|one)\b)(?=\s+[a-z])"
    r"|(?P<ni>\b(?:ни|ані|ни\sна|ни\sв|ни\sс|ни\sу|ни\sк|ни\sо|ни\sот)"
    r"\s(?:один|одна|одно|одного|одной|одну|одному|одним|одном|одним|однієї|одній)\b)"
    r"|(?P<penny>\b(?:ни|ані|жодної)\s(?:копейки|копійки|рубля|цента|гривни|гривні|души|душі|человека|людини)\b)"
    r"|(?P<zh>\bжод(?:ен|на|не|ного|ної|ну|ній|ному|ним|ною)\b)(?=\s+\w)"
    r"|(?P<of>\b(?:никто|никого|никому|ніхто|нікого|нікому)\b)(?=\s(?:из|із|зі|з)\s\w)"
    rf"|(?P<nikto>\b(?:никто|ніхто|никого|нікого)\b)(?=(?:\s+(?:из|із|з|не|них|ще|еще|был|был[аои]?|був"
    rf"|було)){{0,5}}\s+(?:{_FATE_SLAVIC})\b)"
    rf"|(?P<person>\b(?:никто|никого|никому|ніхто|нікого|нікому)\b)"
    rf"(?=(?:\s(?!не\b)\w{{1,20}}){{0,2}}\s(?:не\s(?!{_KNOWN})\w|нет\b|немає\b))"
    rf"|(?P<last>(?:(?<=вернулся\s)|(?<=выжил\s)|(?<=спасся\s)|(?<=ушел\s)|(?<=пришел\s))никто"
    rf"|(?:(?<=вернувся\s)|(?<=повернувся\s)|(?<=вижив\s)|(?<=врятувався\s)|(?<=прийшов\s))ніхто)\b"
    rf"|(?P<without>\bwithout|\bwith\sno)(?=\s+(?:[a-z]{{1,20}}\s)?{_COUNTED_EN}\b))"
)
# «без жертв», «пострадавших нет»; tried only where one of the four words stands.
_NO_HARM: Final = re.compile(
    rf"\b(?:нет|нету|немає|нема|не было|не було)(?=\s+(?:ни\s)?{_HURT_SLAVIC}\b)"
    rf"|\bбез(?=\s+(?:человеческих\s|людських\s)?{_HURT_SLAVIC}\b)"
    rf"|\b{_HURT_SLAVIC}(?:\s(?:и|і|та|или|або|чи)\s{_HURT_SLAVIC})?\s(?:пока\s|поки\s|среди\s\w{{2,20}}\s"
    rf"|серед\s\w{{2,20}}\s|,\s(?:мол|якобы|говорят|мовляв|кажуть),\s)?(?:нет|немає|нема|не\sбыло|не\sбуло)\b"
)
# "is not one of the countries" says what it is not.
_IS: Final = re.compile(r"\b(?:is|are|was|were|be|am|'s)\s$")
_ABOUT: Final = (" о ", " об ", " про ", " щодо ")
_NO_WORDS: Final = ("нет", "нема", "без ", "не бы", "не бу")
# Not knowing of any is not a count; nor is having no doubt.
_UNAWARE: Final = re.compile(
    r"\b(?:not\saware|unaware|(?:not|never)\s(?:heard|known|know|seen)|no\sinformation|doesn't\sknow"
    r"|don't\sknow"
    r"|не\s(?:знает|знаю|знаем|знают|известно|слышал\w*|видел\w*|в\sкурсе|осведомлен\w*)|неизвестно"
    r"|не\sизвестен"
    r"|не\s(?:знає|знаю|знаємо|відомо|чув\w*|чули|бачив\w*)|невідомо)\b"
)
_ABSTRACT: Final = re.compile(
    r"\s+(?:шанс|сомнени|слов|вопрос|повод|смысл|причин|желани|понят|надежд|иде|раз\b|день|час"
    r"|сумнів|слов|привод"
    r"|сенс|причин|надії|разу|сил|reason|doubt|chance|word|idea|sense|point|hope|clue|moment)"
)


# Every zero has a word that begins so: looking for them costs a thirtieth.
_STEMS: Final = re.compile(
    r"(?<![^\W\d_])(?:no|without|ни[\s\u00a0]|ані[\s\u00a0]|жод|ник(?:т|ог|ом)|ні(?:хт|ког|ком))"
)


class Zero(NamedTuple):
    """Characters of the words that say nothing of the kind; ``counted``: where what is counted begins."""

    start: int
    stop: int
    counted: int


def find_zeros(folded: str, start: int, stop: int) -> list[Zero]:
    """Every "none" of a count in ``folded[start:stop]`` (lower case, as in ``text.tokens``)."""
    found = []
    matches = list(_ZERO.finditer(folded, start, stop)) if _STEMS.search(folded, start, stop) else []
    if any(folded.find(word, start, stop) >= 0 for word in _NO_WORDS):
        matches += _NO_HARM.finditer(folded, start, stop)
        matches.sort(key=lambda match: match.start())
    for match in matches:
        if match.group() == "not one" and _IS.search(folded, max(start, match.start() - 9), match.start()):
            continue
        if _UNAWARE.search(folded, max(start, match.start() - 60), match.start()):
            continue
        if match.re is _NO_HARM and folded.endswith(_ABOUT, max(start, match.start() - 5), match.start()):
            continue
        if _ABSTRACT.match(folded, match.end(), stop):
            continue
        found.append(Zero(match.start(), match.end(), match.end()))
    return found


__all__ = ["Zero", "find_zeros"]
