"""Of whom two claims tell, and how near two words of different claims stand."""

from __future__ import annotations

import re
from functools import lru_cache

from muster.link.telling import Figure, Telling
from muster.text.concepts import Keys, keys_of_word, kin_of
from muster.text.listed import listed

_PRONOUN = re.compile(
    r"(?i)(?<!\w)(?:he|she|his|her|him|он|она|его|ему|её|ее|ей|він|вона|його|йому|її|їй)(?!\w)"
)
# Words of one field that "military" stands for, beside those of ``text/data/kin.txt``.
_FIELDS = (
    "military soldier troop serviceman fighter army brigade regiment battalion barracks garrison",
    "военный солдат военнослужащий боец армия бригада полк батальон казарма гарнизон подразделение",
    "військовий солдат військовослужбовець боєць армія бригада полк батальйон казарма гарнізон підрозділ",
)
CIVIL_OBJECTS = re.compile(
    r"(?i)(?:civilian|civil|medical)\s(?:facilit\w+|objects?|targets?|infrastructure|sites?|buildings?)"
    r"|гражданск\w+\s(?:объект\w*|инфраструктур\w+)|цивільн\w+\s(?:об'єкт\w*|інфраструктур\w+)"
)
"""Words for what civilians use, whatever it is."""
CIVIL_OBJECT = re.compile(
    r"(?i)(?<!\w)(?:hospital|clinic|ward|school|kindergarten|market|church|home|houses?|flats?|apartment|shop"
    r"|maternity|больниц|клиник|роддом|школ|детск|детсад|рынок|рынк|церк|жил|дом(?:а|ов|у|е)?(?!\w)|квартир"
    r"|магазин|лікарн|клінік|пологов|шкіл|дитяч|ринок|ринк|житл|будин|крамниц)"
)
"""Words for one such thing."""
# Sounds of a name that its adjective has too: «Заруддя», «Заруддинский».
_STEM = 3


def same_person(one: Telling, other: Telling) -> bool:
    """Whether both speak of somebody by one name: in their own words, or around a pronoun in either."""
    return bool(_people(one) & _people(other))


def _people(telling: Telling) -> frozenset[str]:
    people = {heard for kind, heard in telling.named if kind == "person"}
    others = {heard for kind, heard in telling.named if kind != "person"}
    own = (telling.names - others - telling.places) | people
    return telling.names_around if not own and _PRONOUN.search(telling.words) else own


def akin_names(one: Telling, other: Telling) -> bool:
    """Whether a name of one begins like a name of the other."""
    return any(
        len(a) >= _STEM and len(b) >= _STEM and (a.startswith(b) or b.startswith(a))
        for a in one.names
        for b in other.names
    )


@lru_cache(maxsize=1 << 14)
def field_of(word: str, language: str) -> Keys:
    """What a word means, with the field of words that it stands in."""
    return with_field(keys_of_word(word, language), language)


def with_field(keys: Keys, language: str) -> Keys:
    """Meanings with their field."""
    found = keys | kin_of(keys, language)
    return found | frozenset(("military",)) if keys & _military() else found


@lru_cache(maxsize=1)
def _military() -> Keys:
    return frozenset().union(
        *(
            frozenset(key for key in keys_of_word(word, language) if key[0] == "c")
            for language, line in zip(("en", "ru", "uk"), _FIELDS, strict=True)
            for word in line.split()
        )
    )


@lru_cache(maxsize=1)
def _things() -> Keys:
    """Meanings of words for what is counted and is nobody."""
    return frozenset().union(
        *(
            frozenset(key for key in keys_of_word(word, language) if key[0] == "c")
            for language, words in _THINGS.items()
            for word in words
        )
    )


_THINGS = {
    "en": listed(
        "case report complaint appeal application incident episode attack strike fact decision verdict",
        "document shell missile drone rocket house building flat vehicle tank truck bus car boat animal cow",
    ),
    "ru": listed(
        "случай сообщение жалоба обращение заявление эпизод факт удар атака решение приговор документ снаряд",
        "ракета дрон беспилотник дом здание квартира машина танк грузовик автобус катер животное корова",
    ),
    "uk": listed(
        "випадок повідомлення скарга звернення заява епізод факт удар атака рішення вирок документ снаряд",
        "ракета дрон безпілотник будинок будівля квартира машина танк вантажівка автобус катер тварина",
    ),
}


def of_people(figure: Figure) -> bool:
    """Whether a number may count people of some sort: it names no cases, houses or drones."""
    return not any(keys & _things() for keys in figure.counted)


__all__ = [
    "CIVIL_OBJECT", "CIVIL_OBJECTS", "akin_names", "field_of", "of_people", "same_person", "with_field",
]  # fmt: skip
