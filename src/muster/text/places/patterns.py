"""Places that say what they are: villages, rivers, streets, districts, mountains; in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_NAME: Final = r"[А-ЯЄІЇҐЁ][\w'’ʼ-]{2,40}"
_NAME_EN: Final = r"[A-Z][\w'’-]{2,40}"
# The name alone: what stands before it is a kind of settlement and no part of it.
_SETTLEMENT: Final = re.compile(
    r"(?:\b(?:village|town|settlement|hamlet|city) of\s+|\b(?:сел[оеауі]|деревн[яеию]|пос[её]л(?:ок|ке|ка)"
    r"|станиц[аеуы]|хутор[еа]?|сел[іи]щ[еіа]|сел[іи]|смт|пгт|город[аеу]?|міст[оаіу]|аул[еа]?|ст\.|хут\.)\s+)"
    rf"(?P<name>(?:{_NAME}|{_NAME_EN})(?:\s(?:{_NAME}|{_NAME_EN}))?)"
)
# «река Быстрая», «вул. Мельників»: the kind belongs to the name.
_KIND_FIRST: Final = re.compile(
    r"\b(?:рек[аиеуой]{1,2}|озер[оаеуі]|озером|остров(?:а|е|у|ом)?|гор[аыеуі]|гор[ою]й|штат(?:а|е|у|ом|і)?"
    r"|провинци[яиею]{1,2}|провінці[яїюєю]{1,2}|район(?:а|е|у|ом|і)?|пролив(?:а|е|у|ом)?"
    r"|улиц(?:а|ы|е|у|ей)|ул\.|площад[ьию]{1,2}|пл\.|проспект(?:а|е|у|ом|і)?|пр\.|просп\.|переул(?:ок|ке|ка)"
    r"|вул\.|вулиц[яіюею]{1,2}|провул(?:ок|ку)|площ[аіу]|річк[аиу]|річці|острів|остров[іа]|аэропорт(?:а|е|у)?"
    r"|аеропорт(?:у|і)?|станци[яиею]{1,2}|станці[яїюєю]{1,2}|мыс(?:а|е|у)?|балк[аеиу]|урочищ[еауі])"
    rf"\s(?P<name>(?:\d-\w{{1,2}}\s|[Ии]мени\s|[Іі]мені\s)?{_NAME}(?:\s{_NAME}){{0,2}})"
)
# A pattern that begins with a capital is looked for several times faster than one that begins with an edge.
# «Тверская площадь», «Заречному району», "Long Street": the kind comes last.
_KIND_LAST: Final = re.compile(
    r"(?P<name>[А-ЯЄІЇҐЁ](?<!\w[А-ЯЄІЇҐЁ])[\w'’ʼ-]{1,40}(?:[ыи]й|[аяое]я|[оеі]ї|[оеи]й|о[ег]о|ого|ому|ым|им|[уюаеи]|ом|ім)"
    r")\s(?P<kind>район|площад|площ|улиц|вулиц|проспект|переул|провул|остров|острів|озер|мор[еяюі]|океан|залив"
    r"|заток|пролив|прото[кц]|мост|шоссе|шосе|аэропорт|аеропорт|вокзал|гряд[аыеу]|водохранилищ|водосховищ"
    r"|лиман|перева[лі]|хреб[ет]|хребт|полуостров|півострів|низменност|равнин|долин|пустын|пустел|вал\b)"
    r"\w{0,4}"
)
_KIND_LAST_EN: Final = re.compile(
    rf"(?P<name>[A-Z](?<!\w[A-Z])[\w'’-]{{2,40}}(?:\s{_NAME_EN}){{0,2}})\s(?:Street|Avenue|Square|Boulevard|Road|River|Lake|Island"
    r"|Islands|Bridge|Airport|International Airport|Bay|Mountains?|Sea|Ocean|District|County|Province|Valley"
    r"|Peninsula|Strait|Desert|Canal|Highway)\b"
)
# Cheap signs that one of the patterns may fit.
_PATTERNS: Final = (_SETTLEMENT, _KIND_FIRST, _KIND_LAST, _KIND_LAST_EN)
# «мэр города Ветров»: somebody, more likely than a town that no table has.
_LIKE_A_SURNAME: Final = re.compile(r".*(?:[оеё]в|[иы]н|ск[ио]й|ський|енко|чук|[оеё]ва|[иы]на)")
_NO_NAME: Final = re.compile(
    r"(?:The|This|That|His|Her|Their|Our|Its|A|An|Этот|Эта|Это|Каждый|Весь|Вся|Другой|Цей|Ця|Кожен|Весь|Наш|Вона?)\b"
)


def described_places(body: str) -> Iterator[tuple[int, int, bool]]:
    """(start, stop, sure) of each, in order of their start; two may overlap.

    ``sure``: a street or water, which is not the town of its name.
    """
    found = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(body):
            if _NO_NAME.match(match["name"]):
                continue
            if (
                pattern is _SETTLEMENT
                and _of_town(match.group())
                and _LIKE_A_SURNAME.fullmatch(match["name"])
            ):
                continue
            if pattern is _SETTLEMENT:
                found.append((*match.span("name"), False))
            else:
                found.append((*match.span(), _NO_TOWN.search(match.group()) is not None))
    return iter(sorted(found))


_NO_TOWN: Final = re.compile(
    r"(?:\bрек|\bріч|озер|улиц|\bул\.|вул\.|вулиц|площ|проспект|\bпр\.|просп\.|переул|провул|аэропорт|аеропорт|вокзал"
    r"|шоссе|шосе|\bмост|Street|Avenue|Square|Boulevard|Road|River|Lake|Bridge|Airport|Highway)"
)


def _of_town(words: str) -> bool:
    return words.startswith(("город", "міст"))


__all__ = ["described_places"]
