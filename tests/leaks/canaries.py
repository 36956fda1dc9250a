"""Invented people whose names stand in a vault and a sealed interview, and a search for them in every byte.

A byte is searched as it is and unpacked (archives, packed pages, base64, percents, HTML), in eight encodings,
and as text by the vault's own scanner, which knows the forms that nobody wrote down here.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import html
import io
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from muster.text.scripts import as_cyrillic, romanise
from muster.vault.scan import Index, Known, found_in

# Code → names and numbers as they are typed into the vault.
PEOPLE = {
    "RU": (("Захар Тверозубов", "Кочевряга"), ("+7 900 555-26-31", "@zakh_tvero")),
    "UK": (("Остап Журавчикевич",), ("+380 67 555 48 19",)),
    "EN": (("Milena Quastbrook",), ("mq.quastbrook@post.example",)),
}
NOTE = "canary-note-4417"
PASSPHRASE = "five words drawn by dice"
# Words of the sealed account and of a protected note, none of which was released.
SEALED_WORDS = ("Quillmarsh", "Velnabrook", "gunner", "talk-with-q", NOTE, PASSPHRASE)

# Inflected by hand, in three languages.
_INFLECTED = (
    *("Тверозубов", "Тверозубова", "Тверозубову", "Тверозубовым", "Тверозубове", "Тверозубовых"),
    *("Кочевряга", "Кочеврягу", "Кочевряги", "Кочеврягой", "Tverozubov", "Tverozubova", "Twerosubow"),
    *("Журавчикевич", "Журавчикевича", "Журавчикевичу", "Журавчикевичем", "Журавчикевичі"),
    *("Zhuravchykevych", "Quastbrook", "Quastbrook's", "Куастбрук", "Куастбрука"),
)
_CODES = ("utf-8", "utf-16-le", "utf-16-be", "cp1251", "koi8-r", "cp866", "unicode_escape", "utf-7")
_LOOKS = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")
_INDEX = Index(Known(code, names, numbers) for code, (names, numbers) in PEOPLE.items())


def forms() -> frozenset[str]:
    """Every form that is looked for byte by byte: inflected, in the other script, in disguise."""
    words = set(_INFLECTED)
    words |= {romanise(w) for w in words} | {as_cyrillic(w) for w in words if w.isascii()}
    found = set[str]()
    for word in words:
        for shape in (word, word.lower(), word.upper(), word.translate(_LOOKS)):
            found |= {shape, shape[::-1], " ".join(shape), "-".join(shape), "\u200b".join(shape)}
    found |= {number for _, numbers in PEOPLE.values() for number in numbers}
    digits = {"".join(c for c in n if c.isdigit()) for _, numbers in PEOPLE.values() for n in numbers}
    found |= {d[-10:] for d in digits if len(d) >= 10} | {"555-26-31", "555 48 19", "zakh_tvero"}
    found |= {s for word in SEALED_WORDS for s in (word, word.lower(), word.upper(), word[::-1])}
    return frozenset(f for f in found if len(f) >= 6)


def _needles() -> frozenset[bytes]:
    needles = set[bytes]()
    for form in forms():
        for code in _CODES:
            with contextlib.suppress(UnicodeEncodeError):
                needles.add(form.encode(code))
        needles.add(unicodedata.normalize("NFD", form).encode())
    return frozenset(n for n in needles if len(n) >= 6)


NEEDLES = _needles()
# A needle can only be where these four bytes are: one look with numpy finds those places.
_BY_START: dict[int, tuple[bytes, ...]] = {}
for _needle in sorted(NEEDLES):
    _start = int.from_bytes(_needle[:4], "little")
    _BY_START[_start] = (*_BY_START.get(_start, ()), _needle)
_STARTS = np.array(sorted(_BY_START), dtype="<u4")
_PACKED = re.compile(b"\x78[\x01\x5e\x9c\xda]")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}|[A-Za-z0-9_-]{24,}={0,2}")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST = 4_000_000
# Ciphertext opened as if it were packed now and then gives some letters; never so many.
_BY_CHANCE = 24


def found_words(raw: bytes) -> set[str]:
    """What of the canaries these bytes hold, as they are and unpacked."""
    return set().union(
        *(
            _in_layer(layer, len(layer) > chance and (not chance or _is_written(layer)))
            for layer, chance in _layers(raw, 3)
        )
    )


# A database changes with every command, what is packed in it hardly: a layer is looked through once.
_KNOWN: dict[tuple[bytes, bool], frozenset[str]] = {}


def _in_layer(layer: bytes, worth_reading: bool) -> frozenset[str]:
    key = (hashlib.blake2b(layer, digest_size=16).digest(), worth_reading)
    if key not in _KNOWN:
        _KNOWN[key] = frozenset(_as_bytes(layer) | (_as_text(layer) if worth_reading else set()))
    return _KNOWN[key]


def _as_text(layer: bytes) -> set[str]:
    """What the vault's own scanner finds where the bytes are a text."""
    if b"\0" in layer[:200] or not _is_text(layer):
        return set()
    # Ciphertext written in letters is chance; a name in it would not be so short.
    text = _BASE64.sub(b" ", layer).decode("utf-8", "ignore")
    return {text[h.start : h.stop] for h in found_in(text, _INDEX) if h.sure and h.stop - h.start > 5}


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_written(raw: bytes) -> bool:
    """Whether unpacked bytes are what somebody wrote: a quarter of what ciphertext opens to by chance are
    control characters (once "M1lN4" stood among them)."""
    return 20 * len(_CONTROL.findall(raw, 0, 400)) < min(400, len(raw))


def _as_bytes(raw: bytes) -> set[str]:
    hits = set[str]()
    for shift in range(min(4, max(0, len(raw) - 3))):
        fours = np.frombuffer(raw, "<u4", (len(raw) - shift) // 4, shift)
        near = np.searchsorted(_STARTS, fours)
        near[near == len(_STARTS)] = 0
        for n in np.flatnonzero(_STARTS[near] == fours):
            place = shift + 4 * int(n)
            here = (needle for needle in _BY_START[int(fours[n])] if raw.startswith(needle, place))
            hits |= {needle.decode("utf-8", "replace") for needle in here}
    return hits


def _layers(raw: bytes, depth: int, chance: int = 0) -> Iterator[tuple[bytes, int]]:
    """The bytes, and what is packed in them; ``chance``: up to so many may be text by chance alone."""
    yield raw, chance
    if not depth:
        return
    for inner in _inside(raw):
        yield from _layers(inner, depth - 1, _BY_CHANCE)


def _inside(raw: bytes) -> Iterator[bytes]:
    """Members of an archive, packed stretches wherever they begin, base64, percents, HTML entities."""
    if raw[:2] == b"PK":
        with contextlib.suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    if raw[:2] == b"\x1f\x8b":
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(raw, _MOST)
    for match in _PACKED.finditer(raw):
        with contextlib.suppress(zlib.error):
            if len(opened := zlib.decompressobj().decompress(raw[match.start() :], _MOST)) > 8:
                yield opened
    for match in _BASE64.finditer(raw):
        body = match.group().rstrip(b"=")
        with contextlib.suppress(ValueError, binascii.Error):
            yield base64.b64decode(body + b"=" * (-len(body) % 4), altchars=b"-_" if b"_" in body else None)
    if b"%" in raw and b"\0" not in raw[:200]:
        yield urllib.parse.unquote_to_bytes(raw)
    if b"&" in raw and b";" in raw and b"\0" not in raw[:200]:
        yield html.unescape(raw.decode("utf-8", "ignore")).encode()


@dataclass
class Search:
    """Looks through a folder again and again; a file that did not change is not read twice."""

    folder: Path
    own: frozenset[str]
    """Paths of files that a person keeps himself: his papers, his forms."""
    seen: dict[tuple[str, int, int, int], set[str]] = field(default_factory=dict)

    def leaks(self) -> list[tuple[str, str]]:
        """(file, word) for every canary in a file, or in its name."""
        found = []
        for path in sorted(self.folder.rglob("*")):
            name = path.relative_to(self.folder)
            if name.parts[0] in self.own:
                continue
            words = found_words(str(name).encode())
            if path.is_file() and not path.is_symlink():
                with contextlib.suppress(FileNotFoundError):
                    about = path.stat()
                    key = (str(name), about.st_ino, about.st_size, about.st_mtime_ns)
                    if key not in self.seen:
                        self.seen[key] = found_words(path.read_bytes())
                    words |= self.seen[key]
            found += [(str(name), word) for word in sorted(words)]
        return found


def told(streams: Iterable[str]) -> list[str]:
    """What of the canaries was printed."""
    return sorted({word for stream in streams for word in found_words(stream.encode("utf-8", "replace"))})


__all__ = ["NOTE", "PASSPHRASE", "PEOPLE", "Search", "found_words", "told"]
