"""Bytes of plain text into characters: which encoding, and what could not be decoded."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

MADE_BY = "plain/1"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The order settles ties; cp1251 before cp1252 because the material is mostly Russian and Ukrainian.
_LEGACY = ("cp1251", "koi8-u", "cp866", "cp1125", "iso8859-5", "mac-cyrillic", "cp1252", "cp1250")
# Codecs that compute instead of mapping; no honest document declares them.
_TRICKS = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7"})
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f\x80-\x9f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ODD = re.compile(r"[\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
_SAMPLE = 40_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding they were read in, and what was lost, in words."""

    body: str
    encoding: str
    losses: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str = "") -> Decoded | None:
    """The characters of ``data``; None where it is no text. Only a byte order mark is dropped.

    ``declared``: an encoding that the document itself names (HTML, mail); it is tried first.
    What cannot be decoded is shown as U+FFFD and counted in ``losses``; so are NUL characters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding)
    if declared and (named := _in(data, declared)):
        return named
    try:
        body = data.decode("utf-8")
    except UnicodeDecodeError:
        return _undeclared(data)
    if "\x00" in body and (wide := _wide(data)):
        return _lossy(data, wide, "no byte order mark")
    return _checked(body, "utf-8")


def oddities(body: str) -> tuple[str, ...]:
    """What a person would not see in a text: zero-width and direction-turning characters, counted."""
    count = len(_ODD.findall(body))
    return (f"{count} zero-width or direction-turning characters stand in the text",) if count else ()


def scrubbed(text: str) -> tuple[str, int]:
    """``text`` with NUL and lone surrogates, which no file can hold, as U+FFFD; and how many."""
    bad = re.subn("[\x00\ud800-\udfff]", "\ufffd", text)
    return bad[0], bad[1]


def _in(data: bytes, encoding: str) -> Decoded | None:
    try:
        name = codecs.lookup(encoding).name
        if name in _TRICKS:
            return None
        # Pages that say latin-1 mean its Windows superset; the HTML standard says so too.
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        return _checked(data.decode(name), name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _lossy(data: bytes, encoding: str, note: str = "") -> Decoded | None:
    body = data.decode(encoding, "replace")
    lost = body.count("\ufffd") - _already(data, encoding)
    losses = [f"{note}: read as {encoding}"] if note else []
    if lost > 0:
        losses.append(f"{lost} places could not be decoded as {encoding} and are shown as U+FFFD")
    return _checked(body, encoding, tuple(losses))


def _already(data: bytes, encoding: str) -> int:
    # A text may hold U+FFFD itself, honestly encoded; that is no loss of ours.
    return data.count("\ufffd".encode(encoding)) if encoding == "utf-8" else 0


def _checked(body: str, encoding: str, losses: tuple[str, ...] = ()) -> Decoded | None:
    controls = len(_CONTROL.findall(body, 0, _SAMPLE))
    if controls > 2 + min(len(body), _SAMPLE) // 50:
        return None
    nul = body.count("\x00")
    if nul > 2 + len(body) // 50:
        return None
    if nul:
        losses += (f"{nul} NUL characters are shown as U+FFFD",)
        body = body.replace("\x00", "\ufffd")
    return Decoded(body, encoding, losses)


def _wide(data: bytes) -> str:
    """``utf-16-le`` or ``-be`` where the bytes pair up into letters, else the empty string."""
    if len(data) < 4:
        return ""
    sample = data[: _SAMPLE & ~1]
    best, share = "", 0.0
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample[: len(sample) & ~1].decode(encoding, "replace")
        good = sum(c in "\r\n\t" or " " <= c < "\u0530" or "\u2010" <= c <= "\u2122" for c in text) / len(
            text
        )
        if good > share:
            best, share = encoding, good
    return best if share > 0.95 else ""


def _undeclared(data: bytes) -> Decoded | None:
    if wide := _wide(data) if b"\x00" in data[:_SAMPLE] or _cyrillic_pairs(data) else "":
        return _lossy(data, wide, "no byte order mark")
    good = len(_MULTIBYTE.findall(data, 0, _SAMPLE))
    bad = data[:_SAMPLE].decode("utf-8", "replace").count("\ufffd")
    if good and bad <= max(2, good // 3):
        return _lossy(data, "utf-8")
    encoding = _likeliest(data)
    return _lossy(data, encoding, "encoding not declared") if encoding else None


def _cyrillic_pairs(data: bytes) -> bool:
    pairs = data[: min(len(data), 4000) & ~1]
    return max(pairs[1::2].count(4), pairs[0::2].count(4)) * 4 > len(pairs)


def _likeliest(data: bytes) -> str:
    # Line by line would cost as much as reading; a sample of high-byte neighbourhoods says enough.
    sample = data[:_SAMPLE] if data[:_SAMPLE].translate(None, bytes(range(128))) else data[-_SAMPLE:]
    scored = []
    for rank, encoding in enumerate(_LEGACY):
        text = sample.decode(encoding, "replace")
        scored.append((_plausible(text), -rank, encoding))
    score, _, encoding = max(scored)
    return encoding if score > 0 else ""


_WORD = re.compile(r"[^\W\d_]+")
_RU_UK = re.compile(r"[а-яёіїєґА-ЯЁІЇЄҐ’']+")
_LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸąćęłńśźżĄĆĘŁŃŚŹŻčďěňřťůČĎĚŇŘŤŮ]+")
# Letters that make up most of any Russian or Ukrainian text; a wrong table scatters them.
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыьі")


def _plausible(text: str) -> float:
    """How much ``text`` looks like words: 1 and more for prose, below 0 for a wrong table."""
    score = high = 0
    for word in _WORD.findall(text):
        foreign = [c for c in word if ord(c) > 127]
        if not foreign:
            continue
        high += len(foreign)
        if _RU_UK.fullmatch(word):
            tail_lower = word[1:] == word[1:].lower() or word == word.upper()
            score += sum(2 if c in _FREQUENT else 0 for c in word) if tail_lower else -2 * len(word)
        elif _LATIN.fullmatch(word) and (word[1:] == word[1:].lower() or word == word.upper()):
            # Accents come one or two in a word; a word of nothing else is Cyrillic in the wrong table.
            score += len(word) if len(foreign) * 2 <= len(word) or len(word) <= 2 else -2 * len(word)
        else:
            score -= 3 * len(word)
    odd = sum(1 for c in text if "\x80" <= c <= "\x9f" or c == "\ufffd" or "\u2500" <= c <= "\u259f")
    marks = sum(1 for c in text if c in "«»–—“”„‘’…№©°§€")
    return score + marks - 3 * odd - 0.0 * high


__all__ = ["MADE_BY", "Decoded", "decode", "oddities", "scrubbed"]
