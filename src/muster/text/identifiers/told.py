"""Strings in, spans of what a text says outright of somebody's work, schooling or health: "works as a …", «Диагноз: …».

A phrase that announces an occupation needs no list of occupations, and a line of a form no list of illnesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.spans import Span

_REST = r"(?P<told>[^.;\n]{2,90})"
_EN = r"(?P<told>[a-z][\w'’-]{2,20}(?:\s(?!(?:and|but|when|who|that|because|until|since|before|after|for|with|there|here|near|at|in|on|then|now|said|says|was|is|he|she|they|we|i)\b)[a-z][\w'’-]{1,20}){0,2})"
_SLAVIC = r"(?P<told>[а-яёіїєґ][\w'’ʼ-]{2,24}(?:\s[«“\"][^»”\"\n]{2,40}[»”\"]|\s(?!(?:и|а|но|как|что|где|когда|пока|потом|до|после|с|со|у|он|она|мы|я|та|але|що|де|коли|поки|потім|після|з|із|він|вона|ми|його|её|его|її)\b)[а-яёіїєґ][\w'’ʼ-]{2,24})?)"
_QUOTED = r"(?P<told>[«“\"][^»”\"\n]{2,40}[»”\"])"

_WORK: Final = (
    re.compile(rf"(?<!\w)(?:work(?:s|ed|ing)?|trained|employed|qualified|job|serving|served)\sas\s(?:an?\s|the\s)?{_EN}", re.I),
    re.compile(rf"(?<!\w)(?:work(?:s|ed|ing)?|job|employed)\s(?:at|in|for|on)\s(?:an?\s|the\s|our\s|his\s|her\s)?{_EN}", re.I),
    re.compile(rf"(?<!\w)(?:teach(?:es)?|taught|stud(?:y|ies|ied|ying)|graduated\sin)\s{_EN}", re.I),
    re.compile(r"(?<!\w)(?P<told>[a-z][\w'’-]{2,20}(?:\s[a-z][\w'’-]{2,20})?)\sby\s(?:trade|profession|training)(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:работа(?:ет|л|ла|ю|ли|ют|ть|вш\w{{2}})|трудил\w{{2,3}}|подрабатыва\w{{1,4}}|устроил\w{{2,3}})\s(?:(?:в|во|на|у|при)\s)?(?:{_SLAVIC}|{_QUOTED.replace('told', 'name')})", re.I),
    re.compile(rf"(?<!\w)(?:по\s(?:профессии|специальности|образованию)|преподава\w{{1,4}}|преподаёт|преподает|учи(?:тся|лся|лась)\s(?:в|на)|окончил\w?)\s{_SLAVIC}", re.I),
    re.compile(rf"(?<!\w)(?:працю(?:є|вав|вала|ю|вали|ють|вати)|робить|робив|робила|підробля\w{{1,4}}|влаштува\w{{2,4}})\s(?:(?:в|у|на|при)\s)?(?:{_SLAVIC}|{_QUOTED.replace('told', 'name')})", re.I),
    re.compile(rf"(?<!\w)(?:за\s(?:фахом|професією|освітою)|виклада(?:є|в|ла|ти)|вч(?:ить|ив|ила)\sдітей|навча(?:ється|вся|лася)\s(?:в|у|на)|закінчи(?:в|ла))\s{_SLAVIC}", re.I),
    re.compile(rf"(?<!\w)(?:Occupation|Profession|Job|Employer|Education|Position|Place\sof\swork|Workplace|Trade)\s?:\s{_REST}", re.I),
    re.compile(rf"(?<!\w)(?:Професси\w|Профессия|Работа|Место\sработы|Образование|Должность|Профессия)\s?:\s{_REST}", re.I),
    re.compile(rf"(?<!\w)(?:Професія|Робота|Місце\sроботи|Освіта|Посада|Фах)\s?:\s{_REST}", re.I),
)  # fmt: skip
_HEALTH: Final = (
    re.compile(rf"(?<!\w)(?:Health|Diagnos[ie]s|Injur(?:y|ies)|Wounds?|Disabilit(?:y|ies)|Distinguishing\s(?:marks|features))\s?:\s{_REST}", re.I),
    re.compile(rf"(?<!\w)(?:Здоровье|Диагноз\w?|Ранени[ея]|Травм\w|Инвалидность|Особые\sприметы)\s?:\s{_REST}", re.I),
    re.compile(rf"(?<!\w)(?:Здоров['’ʼ]я|Діагноз\w?|Поранення|Травм\w|Інвалідність|Особливі\sприкмети)\s?:\s{_REST}", re.I),
    re.compile(r"(?<!\w)(?:diagnosed\swith|suffers\sfrom|suffering\sfrom|treated\sfor|operated\son\sfor|ill\swith)\s(?:an?\s|the\s)?(?P<told>[\w'’-]{3,20}(?:\s(?!(?:and|in|at|for|but|since|when)\b)[\w'’-]{2,20}){0,2})", re.I),
    re.compile(r"(?<!\w)(?:страда\w{2,4}|болеет|болел\w?|болен|больна|лечил\w{2,3}\sот|хворіє|хворів|хворіла|хворий\sна|хвора\sна|страждає)\s(?:на\s|от\s|від\s)?(?P<told>[^\W\d_][\w'’-]{3,20}(?:\s[а-яіїєґё]{4,20})?)", re.I),
)  # fmt: skip
_ORIGIN: Final = (
    re.compile(rf"(?<!\w)(?:Nationality|Religion|Faith|Ethnicity|Citizenship|Национальность|Вероисповедание|Гражданство|Національність|Віросповідання|Громадянство)\s?:\s{_REST}", re.I),
)  # fmt: skip
_BIRTHPLACE: Final = (
    re.compile(rf"(?<!\w)(?:Place\sof\sbirth|Born\sin|Residence|Registered\sat|Место\sрождения|Место\sжительства|Прописка|Прописан\w?|Місце\sнародження|Місце\sпроживання|Прописка|Прописан\w{{0,2}})\s?:\s{_REST}", re.I),
    re.compile(r"(?<!\w)(?:г|м|с|смт|пгт|пос|п|х|сел|дер|ст)\.\s?[A-ZА-ЯІЇЄҐ][\w’'-]{2,24}(?:\s[A-ZА-ЯІЇЄҐ][\w’'-]{2,24})?"),
)  # fmt: skip


def find_told(body: str) -> Iterator[tuple[Span, str]]:
    """What such phrases announce, with its field, in no order; they may overlap."""
    for patterns, field in ((_WORK, "job"), (_HEALTH, "wound"), (_ORIGIN, "group"), (_BIRTHPLACE, "place")):
        for pattern in patterns:
            for match in pattern.finditer(body):
                inner = [g for g in ("told", "name") if match.groupdict().get(g)]
                yield Span(*(match.span(inner[0]) if inner else match.span())), field


__all__ = ["find_told"]
