"""The words for what somebody is, in the nominative: «адвоката семьи» → «адвокат семьи» (RU, UK)."""

from __future__ import annotations

import re
from functools import lru_cache

from muster.read.people.body_base import body_base
from muster.read.people.role_words import (
    BODY_ROLES,
    WORDS,
    is_body_word,
    is_people_first,
    is_person_noun,
    is_role,
)
from muster.text.cases import cases
from muster.text.lemmas import lemma, readings
from muster.text.names.ukrainian_bodies import head_of, is_paper_uk, nominative
from muster.text.sources.cues import Lexicon
from muster.text.sources.words import source_words


def role_base(role: str, words: Lexicon) -> str:
    """Its first role word in the nominative: «адвоката Минобороны» → «адвокат Минобороны»."""
    if words.language == "en":
        return role
    found = list(WORDS.finditer(role))
    for i, match in enumerate(found):
        word = match.group()
        if not i and word.lower().replace("ё", "е") in words.relative and not is_role(word, words):
            return role  # «тётя солдата»: whose aunt she is stays as it is
        if is_role(word, words) or is_person_noun(word, words):
            if _ONE_OF.search(role, 0, match.start()):
                one = _ONE.match(role)  # «один из генералов», «одного из генералов»
                return ("одна" if one[1] == "й" else "один") + role[one.end() :] if one else role
            following = found[i + 1] if i + 1 < len(found) else None
            if following is not None and _qualifies(word, following.group(), words):
                continue  # «военной прокуратуре»
            low = word.lower()
            if not _attributes(role[: match.start()], words.language):
                return role  # «офис генерального прокурора»: the noun before is what speaks
            if words.language == "uk" and any(head_of(m.group()) for m in found[:i]):
                return body_base(role, "uk")  # «управлінні поліції»
            if words.language == "uk" and i and is_paper_uk(found[0].group().lower()):
                return nominative(role, paper=True)  # «рішенням суду»
            several = words.language == "uk" and low.endswith(_SEVERAL_UK)
            known = _role_by_lemma(words, several)
            other = lemma(low, "ru") if is_person_noun(word, words) and not _are_several(low) else word
            base = word if low in words.roles else known.get(lemma(low, words.language), other)
            if words.language == "uk" and base != word and low[-1] in "иії" and base[-1] not in "аяи":
                return role  # «сусіди Гайви» are several: no man's genitive ends so
            before = _agreeing(role[: match.start()], low, base, words.language)
            return before + base + role[match.end() :]
    if words.language == "uk" and found and found[0].start() == 0:
        return _befallen(found[0].group(), words) + role[found[0].end() :]
    return role


def _are_several(word: str) -> bool:
    """«докеры», «коллег»: in the plural."""
    return any(str(r.tag.number) == "plur" for r in readings(word, "ru")[:1])


def _befallen(word: str, words: Lexicon) -> str:
    """«потерпілої» → «потерпіла»: whom something befell is called so by an adjective."""
    low = word.lower()
    for ending, base in (("ої", "а"), ("ій", "а"), ("ого", "ий"), ("ому", "ий")):
        told = low.removesuffix(ending) + base
        if low.endswith(ending) and (told in words.roles or told in source_words("uk").people):
            return word[: -len(ending)] + base
    return word


_SEVERAL_UK = ("ів", "їв", "ам", "ями", "ами", "ах", "ям", "ях")


def _attributes(before: str, language: str) -> bool:
    """Whether nothing but attributes in the singular stand before a noun: not «мировые агентства»."""
    if language == "en" or not before.strip():
        return True
    forms = [cases(w, language) for w in WORDS.findall(THEIRS.sub("", before))]
    kinds = (
        ("adjective", "numeral", "pronoun")
        if language == "ru"
        else ("adjective", "numeral", "pronoun", "noun")
    )
    return all(f.kind in kinds for f in forms) and not any(f.nominative == "p" for f in forms)


def _qualifies(word: str, following: str, words: Lexicon) -> bool:
    """Whether a word for somebody is the attribute of the next, which is somebody or a body too."""
    attribute = cases(word, words.language).kind == "adjective"
    bodies = source_words(words.language).bodies
    somebody = is_role(following, words) or is_body_word(following, words)
    return attribute and (somebody or lemma(following, words.language) in bodies)


_OBLIQUE_UK = re.compile(r"(?P<f>(?<=[^\W\d_]{2})(?:ої|ій|ою|у))\Z|(?P<m>(?<=[^\W\d_]{2})(?:ого|ому|им))\Z")
# Whose somebody is or that he was named before says nothing of what he is.
THEIRS = re.compile(
    r"\A(?:его|её|ее|их|його|її|їх|їхн\w{1,4}|наш\w{0,4}|(?:тот|того|тому|та|той|ту|те|тем|тех|сам\w{1,3})(?=\sже)"
    r"|сам(?:ий|ій|ого|ому|им|ом|ой|ої|а|у|ою))(?:\sже)?\s",
    re.IGNORECASE,
)


def _agreeing(before: str, form: str, base: str, language: str) -> str:
    """The attributes before a noun that was led from ``form`` to its ``base``, led along with it."""
    before = THEIRS.sub("", before)
    if form == base or not before.strip():
        return before
    feminine = base[-1:] in "ая"
    led = []
    for word in before.split():
        if language == "uk":
            found = _OBLIQUE_UK.search(word)
            fits = (
                found is not None
                and cases(word, language).kind in ("adjective", "noun")
                and (feminine == bool(found["f"]))
            )
            if found and fits:
                stem = word[: found.start()]
                soft = stem.endswith("ь")  # «тодішнього»
                ending = ("я" if feminine else "ій") if soft else "а" if feminine else "ий"
                word = (stem[:-1] if soft else stem) + ending
            led.append(word)
            continue
        led.append(_nominative_ru(word, "femn" if feminine else "masc"))
    return " ".join(led) + before[len(before.rstrip()) :]


def _nominative_ru(word: str, gender: str) -> str:
    for reading in readings(word.lower(), "ru")[:6]:
        if reading.tag.POS in ("ADJF", "PRTF") and (reading.tag.gender in (gender, None)):
            upright = reading.inflect({"nomn", "sing", gender})
            if upright is not None:
                return str(upright.word.capitalize() if word[:1].isupper() else upright.word)
    return word


# «у приймальному відділенні», «у слідчому управлінні»: neuter, without a dictionary.
_PLACE_UK = re.compile(r"(\w{3,}[^\W\d_])ому ([^\W\d_]{3,}(?:нн|дд|тт|лл))і(?!\w)")


def place_base(phrase: str, language: str) -> str:
    """«приёмном отделении» → «приёмное отделение»: what stood behind «в», in the nominative.

    As it stands where it does not begin with attributes and a noun, or the noun may be one of two («лагере»).
    """
    phrase = THEIRS.sub("", phrase)
    if phrase[:1] in "«“„" and phrase[-1:] in "»”“" and not any(m in phrase[1:-1] for m in "«»“”„"):
        phrase = phrase[1:-1]  # «В «Перекличке» полагают»
    if language == "uk":
        phrase = _PLACE_UK.sub(r"\1е \2я", phrase, count=1)
    return body_base(phrase, language)


def people_base(phrase: str, words: Lexicon, *, several: bool) -> str | None:
    """«адвокатов» → «адвокаты»: several people in the nominative; None where it may be one.

    ``several``: the verb beside them is in the plural.
    """
    found = WORDS.findall(phrase)[:5]
    head = next(
        (
            i
            for i, w in enumerate(found)
            if (
                is_role(w, words)
                or is_person_noun(w, words)
                or (several and i == 0 and is_people_first(w, words))
            )
            and not (i + 1 < len(found) and _qualifies(w, found[i + 1], words))
        ),
        -1,
    )
    if not all(
        cases(w, words.language).kind in ("adjective", "pronoun", "noun") for w in found[: max(head, 0)]
    ):
        return None
    if head < 0 or is_body_word(found[head], words) or found[head].lower() in BODY_ROLES:
        return None
    low = found[head].lower()
    if words.language == "uk":
        return phrase if several and cases(low, "uk").nominative == "p" else None
    nominal = [r for r in readings(low, "ru")[:8] if r.tag.POS in ("NOUN", "ADJF", "PRTF")]
    if not nominal or (several and any(r.tag.number == "plur" and r.tag.case == "nomn" for r in nominal)):
        return phrase if nominal else None
    if any(r.tag.number != "plur" for r in nominal) or head > 2:
        return None
    led = [_plural_ru(w) for w in found[: head + 1]]
    at = phrase.find(found[head]) + len(found[head])
    return " ".join(led) + phrase[at:]


def _plural_ru(word: str) -> str:
    for reading in readings(word.lower(), "ru")[:6]:
        if reading.tag.number == "plur":
            upright = reading.inflect({"nomn"})
            if upright is not None:
                return str(upright.word.capitalize() if word[:1].isupper() else upright.word)
    return word


_ONE = re.compile(r"одно(го|й)(?=\sиз\s)", re.IGNORECASE)
_ONE_OF = re.compile(r"\s(?:из|изо|із|з|зі)\s(?:\w{2,20}\s)?\Z")


@lru_cache(maxsize=4)
def _role_by_lemma(words: Lexicon, several: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    # «свідок» and «свідки» have one stem: «свідка» is one, «свідків» are several.
    order = sorted(
        words.roles, key=lambda w: ((w in words.plural) != several, lemma(w, words.language) != w, w)
    )
    for word in order:
        found.setdefault(lemma(word, words.language), word)
    return found


__all__ = ["THEIRS", "people_base", "place_base", "role_base"]
