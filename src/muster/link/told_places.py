"""Words in, the names that stand in them and those that stand as places out, by their sounds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from muster.link.forces import language_of
from muster.link.translated import sound
from muster.text.concepts import keys_of_word
from muster.text.deeds.acts import ASIDE
from muster.text.listed import listed
from muster.text.scripts import fold, phonemes

# Words of a claim beyond these are not laid out: no claim that a person reads is as long.
LONGEST = 1_200
_CAPITAL = r"[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]+"
_PLACE = re.compile(
    r"\b(?i:in|near|at|outside|around|to|from|towards?|в|во|под|у|около|близ|возле|на|из|від|з|із"
    r"|біля|поблизу|під"
    rf"|до|к)\s+(?:[a-zа-яіїєґё’'ʼ-]+\s+){{0,3}}?({_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}})"
)
# "The strike on X", «обстріл Х», «удару по Х»: a deed of war is done to a place.
_STRUCK_PLACE = re.compile(
    r"\b(?:strikes?|attacks?|raids?|assault|shelling|bombardment|bombing)\s(?:on|of"
    r"|against)\s(?:the\s\w+\s(?:of|in)\s)?"
    rf"({_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}})"
    rf"|(?<!\w)(?:удар|атак|обстрел|обстріл|налет|налёт|наліт|штурм)\w{{0,4}}\s(?:(?:по|на)\s)?({_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}})"
)
_AT = re.compile(
    r"\b(?i:in|near|at|outside|around|past|в|во|под|у|около|близ|возле|біля|поблизу|під|за|между|між)\s"
    rf"(?:(?:the|village|town|city|сел[еіа]|город[еа]|міст[іа]|посёлк[еа]|поселк[еа]|селищ[іа]|деревн[еи])\s){{0,2}}({_CAPITAL}(?:[\s-]{_CAPITAL}){{0,2}})"
)
# «Отдел полиции Каменки», «у лікарні Зеленця», "the Haiove checkpoint".
_OF_PLACE = re.compile(
    r"(?<!\w)(?:полици|больниц|школ|колони|суд|рын[ок]|сел[оаеу]|город|посёлк|поселк|деревн|станци|администраци|прокуратур"
    r"|мэри|поліці|лікарн|колоні|рин[ок]|міст|селищ|станці|адміністраці|мері|вокзал|аэропорт|аеропорт|порт)\w{0,4}\s"
    rf"({_CAPITAL})|({_CAPITAL})\s(?:market|checkpoint|crossing|station|hospital|prison|colony|school|village|bridge"
    r"|airport|port|jail|district|camp)\b"
)
_NUMBERED = re.compile(
    r"(?i)(?<!\w)(?:colon(?:y|ies)|prison|school|hospital|kindergarten|mine|колон\w{1,4}|тюрьм\w|в['’ʼ]язниц\w|школ\w{1,2}"
    r"|больниц\w{1,2}|лікарн\w{1,2}|шахт\w{1,2}|сизо|сізо|садик\w?)\s(?:№ ?|no\.? ?|number )?(\d{1,3})(?!\w)"
)
_CAPITAL_BEFORE = re.compile(rf"(?<!^)(?<![.!?…:»”\"\n] )\b{_CAPITAL}\s$")
# Capital words that are no names of places and forces.
_CALENDAR = listed(
    "january february march april may june july august september october november december monday tuesday",
    "wednesday thursday friday saturday sunday",
)
_NO_NAME = _CALENDAR | {"telegram"}


# Who speaks for one place: the mayor of a town, the police of a region.
_TOWN = (
    r"(?:[Mm]ayor|[Tt]own\scouncil|[Cc]ity\scouncil|[Мм]эр\w{0,3}|[Мм]ер(?:ка|ки|ія|ії)?|[Мм]іськ\w+\sголов\w"
    r"|[Гг]ородск\w+\sголов\w)"
)
_AREA = (
    r"(?:[Pp]olice|[Gg]overnor|[Aa]dministration|[Pp]rosecutors?|[Пп]олици[яиюей]{1,2}|[Пп]оліці[яїюєй]{1,2}|[Гг]убернатор\w{0,2}"
    r"|[Аа]дминистраци[яиюей]{1,2}|[Аа]дміністраці[яїюєй]{1,2}|[Пп]рокуратур\w{1,2}|ДСНС|[Уу]правлени\w{1,2}|[Уу]правлінн\w)"
)
_OF_HOME = re.compile(
    rf"(?<!\w)(?:(?P<town>{_TOWN})|(?P<area>{_AREA}))\s(?:(?:of|in)\s)?(?:the\s)?(?P<name>{_CAPITAL})"
    rf"|(?P<before>{_CAPITAL})(?:['’]s)?\s(?:(?:regional|district|city|town)\s)?(?:(?P<mayor>mayor|town\scouncil|city\scouncil)"
    r"|(?:police|governor|administration|prosecutors?))(?!\w)"
)


def home_in(words: str, people: Iterable[tuple[int, int]] = ()) -> tuple[str, str]:
    """For which place somebody speaks by whom some words name: ("town" or "area", its sound); ("", "") where
    they name no such body. ``people``: characters that name a person: "Mayor Ann Roe" names no town."""
    held = list(people)
    for m in _OF_HOME.finditer(words):
        group = "name" if m["name"] else "before"
        if any(a < m.end(group) and m.start(group) < b for a, b in held):
            continue
        heard = name_sound(m[group])
        if heard and m[group].lower() not in _NO_NAME | ASIDE:
            return ("town" if m["town"] or m["mayor"] else "area"), heard
    return "", ""


def numbered_in(words: str) -> frozenset[str]:
    """The numbers of houses of one kind that are told by them: "Colony 7", «школа № 3»."""
    return frozenset(m[1] for m in _NUMBERED.finditer(words))


def places_in(words: str, language: str = "") -> frozenset[str]:
    """Sounds of the names that stand as places in some words: "near X", «у Х», "the strike on X"."""
    headline = _is_headline(words)
    found = {
        name_sound(word)
        for m in _PLACE.finditer(words)
        # "Right to Return" is a body.
        if m[0][:3] != "to " or not _CAPITAL_BEFORE.search(words, max(0, m.start() - 40), m.start())
        for word in re.split(r"[\s-]", m[1])
        if word.lower() not in _NO_NAME and not (headline and is_word(word, language))
    }
    struck = {
        name_sound(word)
        for m in _STRUCK_PLACE.finditer(words)
        for word in re.split(r"[\s-]", m[1] or m[2])
        if word.lower() not in _NO_NAME
    }
    return frozenset(filter(None, found | struck))


def scenes_in(words: str) -> frozenset[str]:
    """The names at which something is told to be or to happen, as they are written: "near X", «у Х», "the X
    checkpoint", «відділ поліції Х»; not where somebody went or came from."""
    if _is_headline(words):
        return frozenset()
    at = (word for m in _AT.finditer(words) for word in re.split(r"[\s-]", m[1]))
    of = (
        m[1] or m[2]
        for m in _OF_PLACE.finditer(words)
        # "Police station": what opens a sentence may be any word.
        if m[1] or (m.start() and not _OPENS.search(words, max(0, m.start() - 3), m.start()))
    )
    return frozenset(w for w in (*at, *of) if w[:1].isupper() and w.lower() not in _NO_NAME | ASIDE)


def names_in(words: str, language: str = "") -> frozenset[str]:
    """Sounds of the names in some words; a first word, or one of a headline that has capitals everywhere, is
    one only where the lexicon does not know it."""
    found = set()
    headline = _is_headline(words)
    for m in _NAME.finditer(words, 0, LONGEST):
        opens = headline or not m.start() or _OPENS.search(words, max(0, m.start() - 3), m.start())
        if opens and (m[0].lower() in ASIDE or is_word(m[0], language or language_of(m[0]))):
            continue
        heard = name_sound(m[0])
        if heard and heard not in _MONTH_SOUNDS:
            found.add(heard)
    return frozenset(found)


def is_word(word: str, language: str) -> bool:
    """Whether the lexicon knows a word that a capital may only seem to make a name."""
    keys = keys_of_word(word, language)
    # "Nine people" opens with a number.
    return not keys or any(key[0] in "cn" for key in keys)


_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def _is_headline(words: str) -> bool:
    """ "title: Servicemen Put Refusal in Writing": of four long words or more all have a capital but one."""
    long = _LONG_WORD.findall(words, 0, LONGEST)
    return len(long) >= 4 and sum(not word[:1].isupper() for word in long) <= 1


def name_sound(word: str) -> str:
    """`sound`, with the first letter too where there are but two consonants; "" for less."""
    heard = sound(word)
    if len(heard) == 2:
        folded = fold(word)
        return f"{(phonemes(folded) or ('',))[0][:1]}{heard}"
    return heard if len(heard) > 2 else ""


_NAME = re.compile(r"(?<![\w’'-])[A-ZА-ЯІЇЄҐЁ][\w’'ʼ-]{2,}")
_OPENS = re.compile(r"[.!?…:»”\"\n«“„–—-]\s*$")
_MONTH_SOUNDS = frozenset(map(name_sound, _CALENDAR))


__all__ = ["LONGEST", "home_in", "is_word", "name_sound", "names_in", "numbered_in", "places_in", "scenes_in"]
