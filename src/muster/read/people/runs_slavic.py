"""Where a run of capital words holds two people, or a person and something else, in Russian and Ukrainian."""

from __future__ import annotations

from typing import Final

from muster.read.page import Page
from muster.read.people.initials import initials_end
from muster.read.people.nobody import FIRST_WORD, mid_capitals
from muster.read.people.role_words import PLAIN, is_body_word, is_role
from muster.read.people.words import INITIAL, Kind, kind_of
from muster.text.listed import listed
from muster.text.names.slavic import given_name, surname_base
from muster.text.sources.cues import Lexicon
from muster.text.spans import Span

# After these a capital word is a place far more often than somebody.
PLACE_BEFORE: Final = listed("в во на из под над через при біля поблизу возле близ із")


def cut_at(page: Page, piece: list[Span], words: Lexicon) -> int:
    """Where a run holds two people or a person and something else; 0 for nowhere."""
    language = words.language
    end = initials_end([page.words(t) for t in piece], language)
    if end:
        return end  # «заявил Ветров П. С. Мост открыт»
    kinds = [kind_of(page.words(t), language) for t in piece]
    if (kinds[-1].given or kinds[-1].patronymic) and (owners := _owner_before(page, piece, kinds, words)):
        return owners
    for i in range(1, len(piece)):
        word = page.words(piece[i])
        last = i == 1 and i + 1 == len(piece) and kinds[0].given
        if is_body_word(word, words) or (
            (word in PLAIN or (is_role(word, words) and not kinds[i].surname)) and not last
        ):
            return i
        withheld = last and INITIAL.match(word) is not None  # «Андрей К.»
        letters = word.isupper() and len(word) > 1 and (withheld or not INITIAL.match(word))
        if letters and not page.words(piece[0]).isupper():
            return i
        if (
            not word[0].isascii()
            and page.words(piece[i - 1])[0].isascii()
            and len(page.words(piece[i - 1])) > 2
        ):
            return i
        if i == 1 and _of_another(page.words(piece[0]), word, language):
            return 1  # «сестра Віктора Оксана»
        # «Заречья Пётр Ветров», «Ветров Иван Петрович Анна Ветрова»
        if (
            i >= 2
            and kinds[i].given
            and not kinds[i].surname
            and not kinds[i - 1].given
            and i + 1 < len(piece)
        ):
            return i if not INITIAL.match(page.words(piece[i - 1])) else 0
        if (
            i == 1
            and kinds[1].given
            and not kinds[0].given
            and len(piece) > 2
            and (not _surname(page, piece[0], language) or _his(page, piece, language))
            and (not kinds[2].patronymic or _of_place(page, piece, language))
        ):
            return 1
    return 0


def _owner_before(page: Page, piece: list[Span], kinds: list[Kind], words: Lexicon) -> int:
    """«мать Петра Ветрова Ольга», «матери Ветрова Ольги», «соседка Ветровых Мария»: how many words are whose
    she is; a given name that ends the run is hers. 0 where it may be one name."""
    strings, last = [page.words(t) for t in piece], len(piece) - 1
    if last > 1 and not kinds[1].given:
        # «брат Івана Дуди Степан»: a given name behind a name in full is another's.
        full = last == 2 and not kinds[1].patronymic and kinds[2].given and not kinds[2].surname
        return last if kinds[0].given and (kinds[last - 1].surname or full) else 0
    surname, given = strings[0], given_name(strings[1], words.language)
    if given is None or not kinds[0].surname or words.language != "ru":
        return 0
    if last > 1 and not surname.endswith("ых"):
        return 0
    if surname.endswith(("овых", "евых", "ёвых", "иных", "ыных")):
        return 1
    his = given.gender == "f" and surname.endswith(("ова", "ева", "ёва", "ина", "ына"))
    told = his and surname_base(surname, "m", "ru") in mid_capitals(page.body)
    return 1 if his and (given.oblique or told) else 0


def _of_another(first: str, second: str, language: str) -> bool:
    """Two given names in a row, the first in an oblique case and the second, of the other gender, in none."""
    one, two = given_name(first, language), given_name(second, language)
    if one is None or two is None or not one.oblique or two.oblique:
        return False
    return {one.gender, two.gender} == {"m", "f"}


def _of_place(page: Page, piece: list[Span], language: str) -> bool:
    """«пенсионерка из Бродовки Мария Петровна»: a preposition governs the first word, not the name."""
    given = given_name(page.words(piece[1]), language)
    upright = given is not None and not given.oblique
    return upright and word_before(page, piece[0].start).lower() in (*PLACE_BEFORE, "з", "зі", "с", "у")


def _his(page: Page, piece: list[Span], language: str) -> bool:
    """«мэр Липняков Фаина Корж»: no surname of a woman, so it is a place or another's name."""
    given = given_name(page.words(piece[1]), language)
    own = page.words(piece[0]).endswith(("ов", "ев", "ёв", "ин", "ын", "ский", "цкий"))
    return language == "ru" and given is not None and given.gender == "f" and not given.oblique and own


def _surname(page: Page, token: Span, language: str) -> bool:
    return kind_of(page.words(token), language).surname


def word_before(page: Page, start: int) -> str:
    """The small word straight before, or nothing."""
    if page.body[start - 1 : start] not in (" ", "\u00a0"):
        return ""
    found = FIRST_WORD.findall(page.body[max(0, start - 30) : start].rsplit("\n", 1)[-1])
    adjacent = page.body[start - 2 : start - 1].isalpha()
    return found[-1] if found and adjacent else ""


__all__ = ["PLACE_BEFORE", "cut_at", "word_before"]
