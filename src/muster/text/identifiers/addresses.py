"""Strings in, street addresses out: written in either order, shortened, or as somebody says them.

A street is known by its word ("Street", «вул.»), by a flat behind the number, or by what stands before it
("lives at", a town and a comma).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.identifiers.said import NUMBER, ORDINAL
from muster.text.spans import Span

_BEFORE = (
    r"(?:ул(?:\.|иц[аыеу]|ицей)|просп(?:\.|ект[аеу]?)|пр-т\.?|пер(?:\.|еул(?:ок|ка|ке|ку))|шоссе|бульв(?:\.|ар[еау]?)|б-р|наб\.|"
    r"набережн\w{1,3}|площад[ьи]|пл\.|тупик[еау]?|проезд[еау]?|микрорайон\w{0,2}|мкр\.?|"
    r"вул(?:\.|иц[яіюу]|ицею)|провул(?:ок|ку|ка)|пров\.|бульвар[іу]|площ[аіу]|шосе|узвіз|узвоз[іу]|мікрорайон\w{0,2})"
)
_AFTER = r"(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Square|Boulevard|Blvd\.?|Drive|Embankment|Prospekt|Prospect|Highway|Alley)"
# What else an English or a Slavic street may end with; as words of every day they need a number and a name.
_ROW = r"(?:row|view|terrace|close|gardens|crescent|mews|grove|quay|parade|street|road|lane|avenue|square|wharf|walk)"
_TRACT = (
    r"(?:тракт|шлях|проезд|проїзд|шоссе|шосе|переулок|провулок|проспект|бульвар|тупик|вал|спуск|узвіз|линия|лінія|"
    r"квартал|набережная|набережна|площадь|площа|аллея|алея)"
)
_NAME = r"[A-ZА-ЯІЇЄҐ][\w’'-]{1,24}(?:\s[A-ZА-ЯІЇЄҐ][\w’'-]{1,24}){0,2}"
_NUMBER = r"\d{1,4}(?:[/-]\d{1,4})?[а-яa-z]?"
_FLAT = (
    r"(?:flat|apt\.?|apartment|room|office|suite|кв(?:\.|артир[аеуі])?|к(?:орп)?(?:ус)?\.?|стр\.?|оф(?:\.|ис|іс)?|"
    r"комн(?:\.|ата)|кімн(?:\.|ата)|під['’ʼ]їзд|подъезд)"
)
_HOUSE = (
    r"(?:,?\s(?:д(?:ом|оме|ома)?\.?|буд(?:инок|инку)?\.?|№)?\s?\d{1,4}[а-яa-z]?(?:[/-]\d{1,3})?"
    rf"(?:,?\s{_FLAT}\s?№?\s?\d{{1,4}}){{0,3}})"
)
# "17500, м. Місто, ", "Lenskaya obl., Town, ": nobody leaves the town before a street.
_TOWN = (
    r"(?:(?:\d{5,6},\s)?(?:[A-ZА-ЯІЇЄҐ][\w’'-]{2,24}\s(?:обл|р-н|край)\.?,\s)?"
    r"(?:(?:г|м|с|смт|пгт|пос|п|х|ст|сел|дер|д)\.\s?[A-ZА-ЯІЇЄҐ][\w’'-]{1,24}(?:\s[A-ZА-ЯІЇЄҐ][\w’'-]{1,24})?,\s)?)"
)
# Before a number these are no streets.
_NO_STREET = (
    r"(?!(?:Articles?|Art|Sections?|Rules?|Protocol|Chapter|Part|Annex|Paragraphs?|No|Nos|Page|Volume|Law|Act|Order|Decree|Room|Ward|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|About|Over|Under|After|"
    r"Until|Since|Aged?|Only|Some|Nearly|Almost|Battalion|Brigade|Regiment|Company|Unit|School|Hospital|Colony|Height|"
    r"Статья|Стаття|Закон|Указ|Приказ|Наказ|Глава|Пункт|Номер|Рост|Зріст|Вес|Вага|Около|Более|Свыше|Близько|Понад|"
    r"Палата|Кабинет|Кабінет|Школа|Больница|Лікарня|Колония|Колонія|Рота|Взвод)\b)"
)

_PATTERNS: Final = (
    re.compile(
        rf"(?:flat\s\d{{1,4}},?\s)?(?<!\w)\d{{1,4}}[a-z]?,?\s(?:[A-Z][\w'’-]{{1,20}}\s){{1,3}}{_AFTER}(?!\w)"
        r"(?:,\s(?:flat|apt\.?|apartment|office|room)\s\d{1,4})?", re.I),
    re.compile(rf"(?<!\w){_NAME}\s{_AFTER},?\s{_NUMBER}(?:,?\s{_FLAT}\s?\d{{1,4}})?(?!\w)"),
    re.compile(r"(?<!\w)[\w'’-]{3,24}\s(?:st|street|ave|avenue|str)\.?\s\d{1,4}(?:-\d{1,4})?(?!\w)", re.I),
    re.compile(rf"(?<!\w){_TOWN}{_BEFORE}\s?(?:[\w'’.-]{{1,24}}\s?){{1,3}}?{_HOUSE}(?!\w)", re.I),
    re.compile(r"(?<!\w)[\w'’-]{3,24}(?:ая|а|ої|ой|ого|ська|ская|ова|ева|ому|ім)\s\d{1,3}(?:-\d{1,3})?(?![\w:.])", re.I),
    re.compile(rf"(?<!\w){_BEFORE}\s[\w'’-]{{2,24}}(?!\w)", re.I),
    # A flat behind the number makes any name before it a street.
    re.compile(rf"(?<!\w){_TOWN}{_NO_STREET}{_NAME}(?:,\s|\s)(?:№\s?|д\.\s?|буд\.\s?)?{_NUMBER},?\s{_FLAT}\s?\d{{1,4}}(?!\w)"),
    re.compile(
        rf"(?:(?<=\bat\s)|(?<=\bAddress:\s)|(?<=[Аа]дрес:\s)|(?<=[Аа]дреса:\s)|(?<=[;,:]\s)){_TOWN}{_NO_STREET}"
        rf"[A-ZА-ЯІЇЄҐ][\w’'-]{{2,24}}(?:,\s|\s){_NUMBER}(?=[.,;)]\s|[.,;)]?\Z|\n)"),
    re.compile(rf"(?<!\w)(?:house|building|block|entrance|floor|no\.?|number)\s(?:no\.?\s|number\s)?(?:\d{{1,4}}[a-z]?|{NUMBER})\s(?:on|in|of)\s[A-Za-z][\w'’-]{{2,24}}(?:\s{_AFTER})?(?!\w)", re.I),
    re.compile(rf"(?<!\w){_NO_STREET}{_NAME}\s{_AFTER},?\s(?:house|building|bld\.?|block|no\.?|number)\s?\d{{1,4}}[a-z]?(?:,\s{_FLAT}\s?\d{{1,4}})?(?!\w)"),
    re.compile(rf"(?<!\w)(?:on|in|at|along|from)\s(?P<told>[A-Z][\w'’-]{{2,24}}(?:\s[A-Z][\w'’-]{{2,24}})?\s{_AFTER})(?!\w)"),
    re.compile(r"(?<!\w)P\.?\s?O\.?\sBox\s\d{1,6}(?!\w)|(?<!\w)а/[ся]\s\d{1,6}(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:flat\s(?:\d{{1,4}}[a-z]?|{NUMBER}),?\s)?(?:\d{{1,3}}[a-z]?|{NUMBER}),?\s(?:(?!(?:of|the|and|in|by|to|an?|on|at|from)\b)[a-z'’-]{{3,20}}\s){{1,2}}{_ROW}(?!\w)", re.I),
    re.compile(rf"(?<!\w)(?:(?:last|first|second|third|corner|end)\s)?house\s(?:in|on|at)\s(?:the\s)?(?:[A-Z][\w'’-]{{2,20}}\s){{1,2}}{_AFTER}(?!\w)", re.I),
    re.compile(rf"(?<!\w){_TOWN}[А-ЯІЇЄҐ][\w'’-]{{2,24}}\s{_TRACT},?\s{_NUMBER}(?:,?\s{_FLAT}\s?\d{{1,4}}){{0,2}}(?!\w)"),
    re.compile(rf"(?<!\w){_NO_STREET}[А-ЯІЇЄҐ][\w'’-]{{2,24}},?\s{_NUMBER},\s(?:фл[иі]гель|корпус|л[иі]тера?|п[ои]двал|п[ії]двал|чердак|горище|мансарда|двор|двір)(?:\s\w{{1,4}})?(?!\w)"),
    re.compile(rf"(?<!\w)(?:(?!(?:на|по|во?|у|[сз]|за|до|от|від|при)\s)[а-яёіїєґ.'-]{{2,20}}\s)?[а-яёіїєґ'-]{{4,24}}\s{_NUMBER},?\s{_FLAT}\s?\d{{1,4}}(?!\w)"),
    # As it is said.
    re.compile(
        rf"(?<!\w)(?:[а-яёіїєґ'-]{{3,20}}\s)?[а-яёіїєґ'-]{{3,20}}(?:ська|ская|ової|овая|ова|ева|ного|ная|на|ого|ої)\s{NUMBER}"
        rf"(?:\s(?:гуртожиток|общежитие|общага|корпус|квартира|квартирі|квартире|кв|кімната|комната|офис|офіс)(?:\s(?:{NUMBER}|[\w'’]{{4,16}}(?:\s{ORDINAL})?))?){{1,3}}(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?:[a-z'-]{{3,24}}\s(?:street|avenue|road|lane|boulevard|square|prospekt)\s(?:house\s|number\s)?{NUMBER}(?:\s(?:flat|apartment|apt|room)\s{NUMBER})?)(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?:{NUMBER}\s[a-z'-]{{3,24}}\s(?:street|avenue|road|lane|boulevard|square|prospekt)"
        rf"(?:\s(?:flat|apartment|apt|room)\s{NUMBER})?)(?!\w)", re.I),
    re.compile(
        rf"(?<!\w)(?:(?!жив|адрес|наш|это|мешка|прожива)[\w'’-]{{3,20}}\s)?{_BEFORE}\s(?:[\w'’-]{{2,24}}\s){{1,2}}?(?:(?:дом|будинок|номер)\s)?{NUMBER}"
        rf"(?:\s(?:корпус|квартира|квартирі|квартире|кв)\s{NUMBER}){{0,2}}(?!\w)", re.I),
)  # fmt: skip


def find_addresses(body: str) -> Iterator[tuple[Span, str]]:
    """Every street address as field ``address``, in no order; they may overlap."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(body):
            yield Span(*match.span()), "address"


__all__ = ["find_addresses"]
