"""Every word of the desk in three languages: English is the key, as gettext has it; one table of all.

Numbers, days and plurals are told here too, because languages differ in them most. The machine's locale is
not looked at, and the language of the documents has nothing to do with that of the desk.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = {"en": "English", "ru": "Русский", "uk": "Українська"}


@dataclass(frozen=True, slots=True)
class Words:
    """One language. ``said``: English → this language; ``counted``: English noun → its plural forms."""

    language: str
    said: dict[str, str]
    counted: dict[str, list[str]]
    months: list[str]
    terms: dict[str, str]

    def __call__(self, english: str, **values: object) -> str:
        """The sentence in this language, its {names} filled in; English where there is none."""
        sentence = self.said.get(english, english)
        return sentence.format(**values) if values else sentence

    def count(self, number: int, noun: str) -> str:
        """``number`` and ``noun`` in the form that this number asks for."""
        forms = self.counted.get(noun) or [noun, noun + "s"]
        return f"{self.number(number)}\u00a0{forms[min(_plural(self.language, number), len(forms) - 1)]}"

    def term(self, code: str) -> str:
        """What a record calls something (a kind of step, a standing), in this language; else as it is."""
        return self.terms.get(code, code)

    def terms_of(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        """Codes with what they are called, for a choice."""
        return [(code, self.term(code)) for code in codes]

    def number(self, value: float | None) -> str:
        """A number as this language writes it; "" for None."""
        if value is None:
            return ""
        whole = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"
        if self.language == "en":
            return whole
        return whole.replace(",", "\u00a0").replace(".", ",")

    def bound(self, value: float | None, unit: str) -> str:
        """One bound of a figure; a share in percent."""
        if value is None:
            return "?"
        if unit != "share":
            return self.number(value)
        return f"{self.number(round(100 * value, 1))}\u00a0%"

    def figure(self, low: float | None, high: float | None, unit: str, out: bool = False) -> str:
        """Both bounds in words; an open end is told as open. ``out``: the only bound itself is excluded."""
        if low is None and high is None:
            return self("no bounds stated")
        if high is None:
            return self("more than {n}" if out else "at least {n}", n=self.bound(low, unit))
        if low is None:
            return self("fewer than {n}" if out else "at most {n}", n=self.bound(high, unit))
        if low == high:
            return self.bound(low, unit)
        return f"{self.bound(low, unit)} – {self.bound(high, unit)}"

    def day(self, iso: str | None) -> str:
        """A day, month or year as exact as it is known."""
        if not iso:
            return self("no date")
        parts = iso[:10].split("-")
        if not all(part.isdecimal() for part in parts) or len(parts) > 3:
            return iso
        if len(parts) == 1:
            return parts[0]
        if not 1 <= int(parts[1]) <= 12:
            return iso
        if len(parts) == 2:
            return f"{parts[0]}-{parts[1]}"
        return f"{int(parts[2])} {self.months[int(parts[1]) - 1]} {parts[0]}"

    def days(self, written: str) -> str:
        """A day, or two between which it lies; a code ("not known") as its word."""
        first, between, last = written.partition("..")
        if not first[:4].isdecimal():
            return self.term(written)
        return f"{self.day(first)} – {self.day(last)}" if between else self.day(first)

    def moment(self, iso: str | None) -> str:
        """A day with its time."""
        if not iso or len(iso) < 16:
            return self.day(iso)
        zone = " UTC" if iso.endswith(("Z", "+00:00")) else ""
        return f"{self.day(iso)}, {iso[11:16]}{zone}"


def _plural(language: str, number: int) -> int:
    """Which form: of CLDR's one, few, many; of English's one, other."""
    n = abs(number)
    if language == "en":
        return 0 if n == 1 else 1
    if n % 10 == 1 and n % 100 != 11:
        return 0
    return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2


@cache
def words(language: str) -> Words:
    """The words of a language of ``LANGUAGES``; English for any other."""
    if language not in LANGUAGES:
        language = "en"
    counted = tomllib.loads((files("muster.web") / "words" / "counted.toml").read_text("utf-8"))[language]
    return Words(
        language, dict(sentences(language)), counted, counted.pop("months"),
        dict(sentences(language, "terms.tsv", "code")),
    )  # fmt: skip


def sentences(language: str, table: str = "said.tsv", key: str = "en") -> Iterator[tuple[str, str]]:
    """Each line of a table of words: what stands under ``key`` (English, or a code), with its like."""
    lines = (files("muster.web") / "words" / table).read_text("utf-8").splitlines()
    heads = lines[0].split("\t")
    column = heads.index(language)
    for line in lines[1:]:
        cells = line.split("\t")
        yield cells[heads.index(key)], cells[column]


def wanted(header: str) -> str:
    """The first language of an Accept-Language header that the desk speaks, else English."""
    for each in header[:400].split(","):
        code = each.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return "en"


__all__ = ["LANGUAGES", "Words", "sentences", "wanted", "words"]
