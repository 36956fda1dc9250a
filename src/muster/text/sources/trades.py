"""What a person is called by his work: words for one trade, and wider words that cover many.

"The lawyer" is whoever was called an attorney; «посадовиця» a woman
who heads something, «експерт» an analyst.
A wider word points at somebody only near him: far from him it may be anybody new.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.sources.feminines import feminine_uk

_SAME: Final = {"attorney": "lawyer", "barrister": "lawyer", "solicitor": "lawyer",
                "reporter": "journalist", "eyewitness": "witness",
                "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "capt": "captain",
                "sgt": "sergeant", "adm": "admiral", "brig": "brigadier", "dr": "doctor", "prof": "professor",
                "sen": "senator", "gov": "governor", "rep": "representative",
                "spokesman": "spokesperson", "spokeswoman": "spokesperson",
                "защитник": "адвокат", "защитница": "адвокат", "захисник": "адвокат",
                "правник": "адвокат", "правниця": "адвокат",
                "захисниця": "адвокат", "адвокатка": "адвокат", "юристка": "юрист", "вчитель": "учитель",
                "обвинувач": "прокурор", "держобвинувач": "прокурор", "гособвинитель": "прокурор",
                "вчителька": "учитель", "омбудсман": "уповноважений", "омбудсманка": "уповноважений",
                "омбудсмен": "уполномоченный", "уповноважена": "уповноважений"}  # fmt: skip


def trade_of(word: str, lexicon: Lexicon) -> str:
    """One word for all by which the same trade is called, in the language's base form or stem."""
    if lexicon.language == "en":
        return _SAME.get(word, word)
    base = _masculine().get(lemma(word, "uk"), "") if lexicon.language == "uk" else ""
    base = base or lemma(word, lexicon.language)
    return _same(lexicon.language).get(base, base)


@lru_cache(maxsize=64)
def trades_among(words: frozenset[str], language: str) -> frozenset[str]:
    """The trades of a list that is asked again and again."""
    known = lexicon(language)
    return frozenset(trade_of(word, known) for word in words)


def narrower(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The trades that a wider word covers («посадовиця»: голова, мер, …; "official": mayor, …); else none."""
    return _wider(lexicon.language).get(trade_of(word, lexicon), frozenset())


def is_of_woman(word: str, language: str) -> bool:
    """Whether a Ukrainian word for an office is one that only a woman has: «лікарка», «посадовиця»."""
    return language == "uk" and lemma(word, "uk") in _masculine()


def head_words(role: str, lexicon: Lexicon) -> list[str]:
    """The words of a Russian or Ukrainian role up to its noun: of «речниця міністра» no minister."""
    found: list[str] = []
    words = role.lower().split()
    for i, word in enumerate(words):
        form = cases(word, lexicon.language)
        following = words[i + 1] if i + 1 < len(words) else ""
        attribute = form.kind in ("adjective", "pronoun", "numeral") and following
        found.append(word)
        if not attribute and (trade_of(word, lexicon) in _lemmas(lexicon) or form.kind == "noun"):
            break
    return found


@lru_cache(maxsize=2)
def _lemmas(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(trade_of(w, lexicon) for w in lexicon.roles if " " not in w)


@lru_cache(maxsize=2)
def _entries(table: str = "wider") -> list[dict[str, str]]:
    """The blocks of ``data/trades.toml``; those of English stand in a table of their own."""
    path = files("muster.text") / "data" / "trades.toml"
    found: list[dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))[table]
    return found


@lru_cache(maxsize=1)
def _masculine() -> dict[str, str]:
    """Stem of a Ukrainian word for a woman → that of the word for a man."""
    words = lexicon("uk")
    none = words.organisation_words | words.relative | words.plural
    wider = {w for entry in _entries() for w in (*entry["words"].split(), *entry["covered"].split())}
    men = (words.roles | words.party | wider) - none
    return {lemma(f, "uk"): lemma(w, "uk") for w in sorted(men) if (f := feminine_uk(w))}


@lru_cache(maxsize=2)
def _same(language: str) -> dict[str, str]:
    return {lemma(a, language): lemma(b, language) for a, b in _SAME.items() if not a.isascii()}


@lru_cache(maxsize=4)
def _wider(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    words = lexicon(language)
    for entry in _entries("wider_en" if language == "en" else "wider"):
        covered = frozenset(trade_of(w, words) for w in entry["covered"].split())
        for word in entry["words"].split():
            base = trade_of(word, words)
            found[base] = found.get(base, frozenset()) | covered
    return found


LEGAL: Final = listed(
    "адвокат защитник защитница юрист правник правниця захисник захисниця правозащитник правозахисник"
)

__all__ = ["LEGAL", "head_words", "is_of_woman", "narrower", "trade_of", "trades_among"]
