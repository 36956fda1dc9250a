"""Names of the table of places in a text, each with all its readings; surnames and common words left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from muster.text.listed import listed
from muster.text.places.gazetteer import Entry, Reading, gazetteer
from muster.text.tokens import Tokens

_REGION_WORD: Final = re.compile(
    r"област\w{1,4}|обл|кра[йюяєїе]\w{0,2}|республи\w{1,4}|республі\w{1,4}|округ\w{0,2}"
)
_REGION_EN: Final = listed(
    "oblast oblasts region regions krai kray province territory district okrug republic"
)
_TOWN_WORDS: Final = listed(
    "in near from at to outside around of into towards toward between town city village settlement port",
    "capture captured seized reached left entered shelled liberated",
    "в во из под у около до к возле близ через над городе город города городом г м селе село селом посёлке",
    "поселке поселок поселка деревне деревня деревни станице з із зі від біля поблизу під за по міста місто",
    "місті містом селі села селом селища селищі селище смт пгт на с та і и and взяли заняли освободили",
)
# What may as well stand before somebody as before a town.
_LOOSE: Final = listed("of and и та і к на с у to from за по через від")
_LOOSE_WORD: Final = listed("of and и та і к с за по")
_ADJECTIVES: Final = (
    "ской", "цкой", "ській", "цькій", "ських", "ская", "ский", "ском", "ську", "ської", "цької", "кого",
)  # fmt: skip
_BETWEEN: Final = listed(", и і й та или або -")
_CITY_BEFORE: Final = listed("city town город городе города місто місті міста г м")
# A surname as often as a town: «Киров», "Pushkin"; kept only beside a word of place.
_NAME_LIKE: Final = re.compile(
    r".*(?:ов|ев|ёв|ин|ын|ский|ая|ое|ый|ой|ий|ого|ому|ным|ном|ська|ський|енко|чук|ов[аіу]|ев[аіу]|ин[аіу]"
    r"|ov|ev|in|sky|skyi|yy|iy|oye|aya|enko|chuk|ova|eva)"
)
_NO_SURNAMES: Final = (
    "псков", "тамбов", "чернигов", "саратов", "ростов", "берлин", "пекин", "азов", "кишинев", "киев", "львов",
    "pskov", "tambov", "saratov", "rostov", "berlin", "dublin", "turin", "tianjin", "harbin",
)  # fmt: skip
_FIRST_NAMES: Final = listed(
    "владимир vladimir володимир артем artem роман мир светлогорск свободный победа победы мирный mirny",
    "орел орла орлом чехов chekhov пушкин pushkin королев korolev алексин гагарин gagarin энгельс",
    "engels жуковский маркс marks кириши мороз борисов лиски кола буда надежда вера слава мая шахты",
    "шахтах шахтам ключи озеры горки луга калач слободской север лида lida reni рени samara сланцы",
    "сокол сосновый советский покров троицк ясный ясная дружба дружбы бор бора броды мценск крымск",
    "чусовой чайка буй кемь нея сим гай тара тары бар bar берег кинель муром лысково семилуки",
    "рассказово новый старый russky",
)
# A city of this size is more often itself than a surname; one of the other is known without a word of place.
_WELL_KNOWN: Final = 600_000
_KNOWN: Final = 100_000

Find = tuple[int, int, list[Reading]]


def scan(body: str, tokens: Tokens) -> Iterator[Find]:
    """(start, stop, readings) of every name of the table that stands with a capital letter."""
    index, size = 0, len(tokens.words)
    while index < size:
        if not body[tokens.starts[index]].isupper():
            index += 1
            continue
        stop, readings = _region(tokens, index) or _named(body, tokens, index) or (index, [])
        if stop > index:
            yield tokens.starts[index], tokens.stops[stop - 1], readings
        index = max(stop, index + 1)


def _region(tokens: Tokens, index: int) -> tuple[int, list[Reading]] | None:
    """«Тамбовской области», «Курской и Белгородской областях», "Amur Oblast", "region of Tambov"."""
    words, table = tokens.words, gazetteer()
    word = words[index]
    if word.isascii():
        return _region_en(words, index)
    for ending in (2, 3, 1):
        stem = word[:-ending]
        stop = index + 1
        reading = table.adjectives.get(stem)
        if reading is None and words[index + 1 : index + 2] == ("-",) and index + 2 < len(words):
            reading = table.adjectives.get(f"{word}-{words[index + 2][:-ending]}")
            stop = index + 3
        if reading is not None:
            title = _title(words, stop)
            return (title[0] if title[1] else stop, [reading]) if title is not None else None
    return None


def _region_en(words: tuple[str, ...], index: int) -> tuple[int, list[Reading]] | None:
    table = gazetteer()
    for length in (1, 2):
        base = table.bases.get(" ".join(words[index : index + length]))
        if base is None and length == 1 and words[index + 1 : index + 2] == ("-",):
            base = table.bases.get("".join(words[index : index + 3]))
            length = 3
        if base is None:
            continue
        after = words[index + length] if index + length < len(words) else ""
        if after in _REGION_EN:
            return index + length + 1, [base]
        if index > 1 and words[index - 1] == "of" and words[index - 2] in _REGION_EN:
            return index + length, [base]
    return None


def _title(words: tuple[str, ...], at: int) -> tuple[int, bool] | None:
    """Where «области» ends after an adjective; False where another adjective stands between."""
    if at < len(words) and words[at].startswith(("автономн", "народн")):
        at += 1
    if at < len(words) and _REGION_WORD.fullmatch(words[at]):
        return at + 1, True
    for k in range(at, min(at + 8, len(words))):
        if _REGION_WORD.fullmatch(words[k]):
            return k, False
        if words[k] not in _BETWEEN and not words[k].endswith(_ADJECTIVES):
            return None
    return None


def _named(body: str, tokens: Tokens, index: int) -> tuple[int, list[Reading]] | None:
    words = tokens.words
    entries = gazetteer().entries(words[index])
    if entries is None:
        return None
    best: list[Entry] = []
    longest = -1
    for entry in entries:
        length = len(entry.rest)
        if length < longest or index + length >= len(words):
            continue
        if not all(words[index + 1 + k] in forms for k, forms in enumerate(entry.rest)):
            continue
        if length and not _capital(body, tokens, index + length):
            continue
        if length > longest:
            best, longest = [], length
        best.append(entry)
    if not best or (longest == 0 and not _is_place_here(body, tokens, index, best)):
        return None
    return index + 1 + longest, [entry.reading for entry in best]


def _capital(body: str, tokens: Tokens, index: int) -> bool:
    """The last word of a name has a capital, unless it says what the place is («море», "islands")."""
    word = tokens.words[index]
    return body[tokens.starts[index]].isupper() or not word.isalpha() or word[:4] in _GENERIC


_GENERIC: Final = listed(
    "море моря морі морем морю зали зато океа остр бере доли площ дом дома дому доме домо дім импе імпе штат"
    " респ госу держ зона зоны зоне зону зони зоні регі реги"
)


def _is_place_here(body: str, tokens: Tokens, index: int, entries: list[Entry]) -> bool:
    """Not a surname, a first name or a common word that only looks like a town."""
    words = tokens.words
    word = words[index]
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if (before == "-" and tokens.joined(index)) or (after == "-" and tokens.joined(index + 1)):
        return False
    if after == "$" or (word == "us" and not body.startswith("US", tokens.starts[index])):
        return False
    if before == "." and index > 1:
        before = words[index - 2]
    largest = max(entry.reading.people for entry in entries)
    if _is_name_beside(body, tokens, index, largest):
        return before in _CITY_BEFORE
    name_like = (
        largest < _WELL_KNOWN and _NAME_LIKE.fullmatch(word) is not None and not word.startswith(_NO_SURNAMES)
    )
    if name_like or word in _FIRST_NAMES:
        return before in _TOWN_WORDS and before not in _LOOSE
    if all(entry.doubtful for entry in entries):
        return before in _TOWN_WORDS and before not in _LOOSE_WORD
    return len(word) > 4 or largest > _KNOWN or before in _TOWN_WORDS


def _is_name_beside(body: str, tokens: Tokens, index: int, people: int) -> bool:
    """A capitalised first name or surname beside it: "Artem Kirov" is a person."""
    before = index - 1
    if before < 0:
        return False
    first = body[tokens.starts[before]]
    if not first.isupper() or not tokens.words[before].isalpha() or tokens.words[before] in _TOWN_WORDS:
        return False
    gap = body[tokens.stops[before] : tokens.starts[index]]
    if gap != " " or len(tokens.words[before]) < 3:
        return False
    return _NAME_LIKE.fullmatch(tokens.words[index]) is not None


__all__ = ["Find", "scan"]
