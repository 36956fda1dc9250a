"""Comparison keys: one fold for look-alikes and case, one phoneme-like key for Cyrillic and Latin.

Both are keys, not spans: they do not keep length. Compare folded copies, show the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

_LATIN = "ABCEHIJKMOPSTXYaceijkopsxy"
_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјкорѕху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_ONLY_LATIN = re.compile(r"[DFGLNQRUVWZbdfghlmnqrtuvwz]")
_ONLY_CYRILLIC = re.compile(r"[БГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯЄЇҐЁбвгджзийлмнптфцчшщъыьэюяєїґё]")
_HAS_LATIN = re.compile(r"[A-Za-z]")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"\w+")
_SPACES = re.compile(r"\s+")

# Characters that are not seen: soft hyphen, zero-width, direction and variation marks, word joiner.
_UNSEEN = [0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
_UNSEEN += [*range(0x2060, 0x2070), *range(0xFE00, 0xFE10)]
_FOLD: dict[int, int | str | None] = dict.fromkeys(_UNSEEN)
_FOLD.update(dict.fromkeys(map(ord, "’‘ʼʹ`´′ˈ"), "'"))
_FOLD.update(dict.fromkeys(map(ord, "«»“”„‟″"), '"'))
_FOLD.update(dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"))
_FOLD[ord("ё")] = "е"
_FOLD[0x301] = None  # the stress mark over a vowel


def _one_script(text: str) -> str:
    """Each mixed word in the script of its own other letters, else of the text's, else of most of its
    letters."""
    whole = len(_ONLY_LATIN.findall(text)) - len(_ONLY_CYRILLIC.findall(text))

    def mended(match: re.Match[str]) -> str:
        word = match.group()
        if not (_HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word)):
            return word
        latin = len(_ONLY_LATIN.findall(word)) - len(_ONLY_CYRILLIC.findall(word)) or whole
        latin = latin or len(_HAS_LATIN.findall(word)) - len(_HAS_CYRILLIC.findall(word))
        return word.translate(_TO_LATIN if latin > 0 else _TO_CYRILLIC)

    return _WORD.sub(mended, text)


def fold(text: str) -> str:
    """The text as a reader's eye has it: NFKC, lower case, one kind of quotation mark, dash and
    apostrophe, nothing invisible, runs of blanks as one; ё as е; a word that mixes Latin and
    Cyrillic look-alikes in the script of its other letters. ``fold(fold(x)) == fold(x)``.
    """
    if text.isascii():
        return _SPACES.sub(" ", text).strip().casefold().replace("`", "'")
    text = unicodedata.normalize("NFKC", text)
    if _HAS_LATIN.search(text) and _HAS_CYRILLIC.search(text):
        # Invisible characters go first, since they would split the word.
        text = _one_script(text.translate(dict.fromkeys(_UNSEEN)))
    text = unicodedata.normalize("NFKC", text.casefold()).translate(_FOLD)
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text)).strip()


_ALL_LATIN_TWINS = re.compile(f"[{_LATIN}']{{3,}}")
_ALL_CYRILLIC_TWINS = re.compile(f"[{_CYRILLIC}']{{3,}}")


def look_alikes(word: str) -> tuple[str, ...]:
    """What a word may be read as in the other script; nothing for a word that has letters of one only.

    >>> look_alikes("CEPA"), look_alikes("sheva"), look_alikes("Бepeг")
    (('СЕРА',), (), ('Берег',))
    """
    if _ALL_LATIN_TWINS.fullmatch(word):
        return (word.translate(_TO_CYRILLIC),)
    if _ALL_CYRILLIC_TWINS.fullmatch(word):
        return (word.translate(_TO_LATIN),)
    if not word.isascii() and _HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word):
        return tuple(
            dict.fromkeys(w for w in (word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)) if _pure(w))
        )
    return ()


def _pure(word: str) -> bool:
    return not (_HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word))


# One sign a phoneme; capitals are those that no single Latin letter holds: Z ж, S ш щ, C ч.
_PHONEME = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "Z", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "h", "ц": "c", "ч": "C", "ш": "S",
    "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia", "'": "",
}  # fmt: skip

# Latin spellings, longest first: what each may stand for in English, German, Polish, French, Dutch,
# Ukrainian (KMU 2010) and Russian (GOST, ISO 9, passport) spellings. First: the likeliest.
_SPELLING: dict[str, tuple[str, ...]] = {
    "chtch": ("S",), "schtsch": ("S",), "shch": ("S",), "szcz": ("S",), "stsch": ("S",), "sjtsj": ("S",),
    "tsch": ("C",), "tsj": ("C",), "tch": ("C",), "tsh": ("C",), "sch": ("S", "Z"), "zgh": ("zg",),
    "dzh": ("dZ",), "dsch": ("dZ",), "dj": ("dZ", "di"), "kh": ("h",), "zh": ("Z", "CZ"), "sh": ("S",),
    "ch": ("C", "h", "k", "S"), "cz": ("C", "c"), "sz": ("S", "s"), "rz": ("Z", "rz"), "ts": ("c",),
    "tsk": ("ck", "tsk"), "tz": ("c",), "tc": ("c",), "ck": ("k",), "ph": ("f",), "th": ("t",), "gh": ("g",),
    "ou": ("u", "ou"),
    "oe": ("u", "e"), "oo": ("u", "o"), "ee": ("i", "e"), "gu": ("gu", "g"), "sj": ("S",), "zj": ("Z",),
    "ye": ("e",), "je": ("e", "dZe", "Ze"), "yo": ("e", "io"), "jo": ("e", "dZo", "io", "Zo"), "ya": ("ia",),
    "yu": ("iu",), "jou": ("Zu", "iu"), "joe": ("iu", "e"), "iou": ("iu",), "rzh": ("rZ",), "sjoe": ("siu",
    "Su"), "zjoe": ("ziu", "Zu"), "sja": ("sia", "Sa"),
    "zja": ("zia", "Za"), "shh": ("S",), "io": ("io", "e"), "iio": ("e",), "iyo": ("e",),
    "ijo": ("e",), "ïo": ("e", "io"), "ja": ("ia", "dZa", "Za"), "ju": ("iu", "dZu", "Zu"),
    "ji": ("i", "dzi", "dZi", "Zi"), "qu": ("k", "kv"),
    "j": ("i", "Z", "dZ", "dz"), "c": ("k", "c", "s"), "h": ("h", "g"), "x": ("ks", "h", "s"),
    "w": ("v", "u"),
    "y": ("i",), "q": ("k",), "'": ("",), '"': ("",),
    "š": ("S",), "č": ("C",), "ć": ("C",), "ž": ("Z",), "ż": ("Z",), "ź": ("z",), "ś": ("s",), "ł": ("l",),
    "ń": ("n",), "ç": ("s", "C"), "ş": ("S",), "ğ": ("g", ""), "ı": ("i",), "ñ": ("n",), "ß": ("s",),
    "ö": ("e", "o"), "ü": ("iu", "u"), "ä": ("e", "a"), "ø": ("e", "o"), "æ": ("e",), "å": ("o", "a"),
    "ă": ("a",), "ě": ("e",), "ë": ("e",), "ô": ("o",), "ț": ("c",), "ș": ("S",), "đ": ("d", "dZ"),
    "þ": ("t",), "â": ("ia", "a"), "û": ("iu", "u"), "ŝ": ("S",), "è": ("e",), "ê": ("e",), "ï": ("i",),
}  # fmt: skip
_CHUNK = re.compile("|".join(sorted(map(re.escape, _SPELLING), key=lambda s: (-len(s), s))) + "|.", re.S)
_MOST_VARIANTS = 12


_VOWELS = ("a", "e", "i", "o", "u", "")
_SOFT_E = re.compile("i+e")
_DOUBLED = re.compile(r"(.)\1+")
_HUSHED_O = re.compile("(?<=[CSZ])o")


def _smooth(key: str) -> str:
    """What spellings differ in without a difference in sound: doubled signs, ie for e, -off for -ov, чо for
    чё, -ця for -ца, Під- for Под-."""
    if key.startswith("io") and len(key) > 3:
        key = key.replace("io", "o")
    if "ie" in key:
        key = _SOFT_E.sub("e", key)
    if key.startswith("pid") and key[3:4] not in _VOWELS:
        key = "pod" + key[3:]
    key = _HUSHED_O.sub("e", _DOUBLED.sub(r"\1", key))
    if key.endswith("cia"):
        return key[:-2] + "a"
    return key[:-1] + "v" if key.endswith(("of", "ef")) else key


def _is_cyrillic(word: str) -> bool:
    return _HAS_CYRILLIC.search(word) is not None


@lru_cache(maxsize=100_000)
def phonemes(word: str) -> tuple[str, ...]:
    """The phoneme keys a single folded word may stand for, the likeliest first; at most 12.

    Cyrillic has one (two with ьо, which some write o); Latin several, since "ch" is ч in English and х in
    German.
    """
    if _is_cyrillic(word):
        sounds = [word.replace("йо", "е").replace("ьо", "е")]
        if "ьо" in word:
            sounds.append(word)
        return tuple(_smooth("".join(_PHONEME.get(c, c) for c in each)) for each in sounds)
    choices: list[tuple[str, ...]] = []
    for chunk in _CHUNK.findall(word):
        found = _SPELLING.get(chunk)
        if found is None and not chunk.isascii():
            from anyascii import anyascii

            plain = "".join(c for c in anyascii(chunk).lower() if c.isalnum())
            found = (plain,)
        # Only at the head of a word is w an English one ("William", Уильям).
        choices.append(found[:1] if found and chunk == "w" and choices else found or (chunk,))
    count = 1
    for place, options in enumerate(choices):
        if count * len(options) > _MOST_VARIANTS:
            choices[place] = options[:1]
        count *= len(choices[place])
    keys = dict.fromkeys(_smooth("".join(parts)) for parts in product(*choices))
    if word.endswith("ine"):  # a French -ин
        keys |= dict.fromkeys([key[:-1] for key in keys])
    return tuple(keys)


def romanise(text: str) -> str:
    """One phoneme-like key for Cyrillic and Latin spellings of the same words.

    >>> romanise("Зимиев"), romanise("Zimiyev"), romanise("Zimiev")
    ('zimev', 'zimev', 'zimev')
    """
    return " ".join(phonemes(word)[0] for word in re.findall(r"[\w']+", fold(text)) if word.strip("'"))


def as_cyrillic(name: str) -> str:
    """A name with Cyrillic letters in it whose words of look-alike Latin letters only are made Cyrillic."""
    if name.isascii() or not _HAS_CYRILLIC.search(name):
        return name
    return _WORD.sub(lambda m: m[0] if _ONLY_LATIN.search(m[0]) else m[0].translate(_TO_CYRILLIC), name)


__all__ = ["as_cyrillic", "fold", "look_alikes", "phonemes", "romanise"]
