"""One key for the forms of a Ukrainian word, by rule: for search where no dictionary is installed.

Endings are cut; what alternates within a stem is made one: кіт / кота, вікно / вікон, рука / руці, любити /
люблю. The key is no word. Different words may share one: whoever searches finds more, not less.
"""

from __future__ import annotations

import re
from functools import lru_cache

from muster.text.listed import listed

_VOWELS = "аеиоуєіїюя"
_LEAST = 3
_ENDINGS = sorted(
    listed(
        """ієві ією іїв іями іях іям ієм ія ії ію ій ями ами ові еві єві ого ому ими іми ьому ього ьої ьою
        ої ою ею єю ів їв ам ям ах ях ом ем єм им ім їм их іх ий ей а я у ю о е є и і ї ь й ють уть ять
        ать єш еш иш їш ємо емо имо їмо єте ете ите їте ить їть"""
    ),
    key=lambda ending: (-len(ending), ending),
)
# What a verb has before its ending.
_THEMES = re.compile(r"(?:[ую]ва[втл]?|ну[втл]|[аяиіу][втл]|[аяиіуює])\Z")
_REFLEXIVE = re.compile(r"(?<=[аеиоуєіїюявтьш])с[яь]\Z")
_DOUBLED = re.compile(r"(.)\1\Z")
# In a stem of one syllable the vowel stays, as і and о are one there (кіт, кота).
_FLEETING = re.compile(rf"(?<=[{_VOWELS}])([^{_VOWELS}]+)[оеі](?=[^{_VOWELS}]\Z)")
_INSERTED = re.compile(r"(?<=[бпвмф])л\Z|(?<=д)ж\Z")
_LAST_I = re.compile(rf"і(?=[^{_VOWELS}]+\Z)")
_ALTERNATING = str.maketrans("цчзжсш", "ккггхх")
# Stems that no rule leads together: as the rules leave them, and as they are written here.
_ODD = {"боєк": "бойк", "воєн": "войн", "люд": "людин", "діт": "дитин", "друг": "друг"}
_DAY = re.compile(r"(?:день|дн(?:я|ю|ем|еві|і|ів|ям|ями|ях))\Z")


@lru_cache(maxsize=1 << 16)
def ukrainian_stem(word: str) -> str:
    """The key of a word in small letters."""
    word = word.replace("'", "")
    if _DAY.match(word):
        return "дн"
    if len(word) < _LEAST:
        return word
    stem = _cut(_REFLEXIVE.sub("", word) if len(word) > 5 else word)
    stem = _DOUBLED.sub(r"\1", stem.replace("ь", ""))
    shorter = _THEMES.sub("", stem)
    if len(shorter) >= _LEAST:
        stem = _DOUBLED.sub(r"\1", shorter)
    stem = _INSERTED.sub("", _FLEETING.sub(r"\1", stem)) if len(stem) >= _LEAST else stem
    stem = _LAST_I.sub("о", stem)
    stem = stem[:-1] + stem[-1:].translate(_ALTERNATING)
    return _ODD.get(stem, stem)


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


__all__ = ["ukrainian_stem"]
