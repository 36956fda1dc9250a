"""Phrases of relatives: whose they are, what befell those who are away, what one sees of them at home."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed

_KIN_EN: Final = (
    r"\s(?:own\s|only\s|elder\s|eldest\s|younger\s|youngest\s|late\s|missing\s|two\s|three\s){0,2}"
    r"(?:husband|wife|sons?|daughters?|brothers?|sisters?|father|mother|child|children|boys?|nephew|niece|grandson|fiancé|parents)\b"
)
_KIN_RU: Final = (
    r"\s(?:муж|жен|сын|доч|брат|сест|отц|отец|мат[ьи]|мам|пап|племянни|внук|внуч|родител|дет)\w{0,6}"
)
_KIN_UK: Final = (
    r"\s(?:чоловік|дружин|син|доч|доньк|брат|сест|батьк|мат|мам|тат|племінни|небіж|небож|онук|діт)\w{0,6}"
)
OWN_KIN: Final = {
    "en": re.compile(rf"\b(?:(?P<m>his{_KIN_EN})|(?P<f>her{_KIN_EN}))"),
    "ru": re.compile(rf"(?<!\w)(?:(?P<m>его{_KIN_RU})|(?P<f>(?:её|ее){_KIN_RU}))"),
    "uk": re.compile(rf"(?<!\w)(?:(?P<m>його{_KIN_UK})|(?P<f>її{_KIN_UK}))"),
}
# A relative who writes or rings from where he is tells of himself.
AWAY: Final = listed(
    """son husband brother father nephew grandson wife daughter sister mother niece
    сын муж брат отец племянник внук жена дочь сестра мать племянница внучка
    син чоловік батько небіж племінник онук дружина донька сестра мати племінниця онука"""
)
FROM_AFAR: Final = {
    "en": re.compile(r"(?:\w+\s){0,2}(?:wrote|writes|texted|rang|phoned|messaged|telephoned)\b"),
    "ru": re.compile(r"(?:на|от)?пис[аы]\w+|(?:по|пере)?звони\w+|(?:от)?пишет"),
    "uk": re.compile(r"(?:на|від)?пис\w+|(?:за|по|пере)?(?:дзвон|телефон)\w+|(?:від)?пише"),
}
AT_HOME: Final = {
    "en": re.compile(
        r"\b(?:(?:the|her|his|our|their)\s(?:house|door|flat|kitchen|gate|yard|cellar|shop)|our\shome|search(?:ed|ing)?\s(?:the|our|her|his)\s(?:house|flat|home|apartment)|at\shome|at\snight|sleeps?|nightmares?|wakes|eats|the\sfuneral)\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:дома|(?:при|верну)\w+\s(?:\w+\s){0,2}домой|в\sдом|в\sдверь|на\sкухне|(?:из|в)\sпогреб\w?|во\sдвор\w|обыск\w*"
        r"|(?:дверь|двери|окн\w)\s(?:\w+\s)?(?:вы|вз)(?:лома|би)\w+|(?:вы|вз)(?:лома|би)\w+\s(?:\w+\s)?(?:дверь|двери|окн\w)"
        r"|по\sночам|спит|просыпается|не\sест|плачет|похорон\w*)(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:вдома|удома|(?:при|поверн)\w+\s(?:\w+\s){0,2}додому|в\sдім|у\sдвері|на\sкухні"
        r"|обшук\w*|двері\s(?:\w+\s)?ви(?:лама|би)\w+|ви(?:лама|би)\w+\s(?:\w+\s)?двері"
        r"|(?:із|з|у|в)\s(?:погреб|льох)\w{0,2}|на\sподвір.\w|ночами|спить|прокидається|не\sїсть|плаче|похорон\w*)(?!\w)",
        re.I,
    ),
}
OTHERS_TOLD: Final = {
    "en": re.compile(
        r"\b(?:he|she|they|his|him|her|hers|their|them|[Hh]e['’]s|[Ss]he['’]s|[Tt]hey['’](?:re|ve)"
        r"|(?:grand)?son|daughter|husband|wife|brother|sister|father|mother"
        r"|nephew|boys?|men|order|rations)\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:он|она|они|его|её|ее|их|ему|ей|им|ним|ней|него|неё|сын\w{0,3}|муж\w{0,3}"
        r"|брат\w{0,3}|дочь|дочери"
        r"|отц\w{1,2}|внук\w{0,2}|зят\w{1,2}|рот(?:а|ы|у|е|ой)|взвод\w?|бригад[ауы]|батальон\w?|ребят\w{0,2}|бойц\w{1,2}|парн(?:и|ей|ям))(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:він|вона|вони|його|її|їх|йому|їй|їм|ним|нею|нього|неї|син\w{0,3}|чоловік\w{0,2}"
        r"|брат\w{0,3}|доньк\w{1,2}"
        r"|батьк\w{1,3}|онук\w{0,2}|зят\w{1,2}|рот[ауи]|взвод\w?|бригад[ауи]|батальйон\w?|хлопц\w{1,2}|бійц\w{1,2})(?!\w)",
        re.I,
    ),
}
# What befalls somebody who is away: taken, moved, beaten, wounded, lost.
FATE: Final = {
    "en": re.compile(
        r"\b(?:moved|transferred|taken|took|detained|arrested|seized|abducted|beat(?:en)?|tortured|held|kept|killed|wounded|captured"
        r"|sentenced|jailed|imprisoned|released|charged|accused|drafted|mobili[sz]ed|conscripted|sent|missing|disappeared|died|dead|alive"
        r"|body|grave|prison|jail|cell|custody|colony|captivity|front|camp)\b",
        re.I,
    ),
    "ru": re.compile(
        r"(?<!\w)(?:перев[её]?[лз]|увез|увел|увёл|забра[лн]|задерж|арест|похи[тщ]|изби|избив|бьют|били|пыта[лю]|держ[ат]|уби[лт]|ранен|ранил"
        r"|погиб|умер|жив(?:ым|ой|\b)|плен|осуд|осужд|приговор|отпуст|обвин|мобилиз|призва|отправ|пропа|исчез|колони|сизо|изолятор|тюрьм|тел[оа](?!\w)|останк"
        r"|фронт|лагер)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:перев[еіо][лз]|вивез|відвез|забра[лн]|затрим|арешт|викра|поби|б['’ʼ]ють|били|катува|трима[лю]|вби[лт]|поранен|поранил"
        r"|загину|помер|жив(?:им|ий|\b)|полон|засуд|вирок|відпуст|звинуват|обвинувач|мобіліз|призва|відправ|зник|тіло(?!\w)|останк|колоні|сізо|ізолятор|в['’ʼ]язниц"
        r"|тюрм|фронт|табор|табір)",
        re.I,
    ),
}

__all__ = ["AT_HOME", "AWAY", "FATE", "FROM_AFAR", "OTHERS_TOLD", "OWN_KIN"]
