"""Years, decades and centuries, in digits, Roman numerals and words; before Christ too."""

from __future__ import annotations

from typing import Final

from muster.text.dates.cursor import NUMBERED, ORDINAL_ENDS, Cursor, Found
from muster.text.dates.words import DAY_ORDINALS, PARTS, PREPOSITIONS, YEAR_WORDS
from muster.text.listed import listed
from muster.text.numbers.numerals import NUMERALS, ORDINALS
from muster.text.numbers.units import UNITS

DASHES: Final = frozenset(["-", "–", "—", "−"])
_CENTURY: Final = listed(
    "century centuries век века веке веку веком столетие столетия столетии століття столітті столітті",
    "ст вв",
)
_DECADE_ENDS: Final = listed("х е ті ых тих ми м их")
_LINK: Final = listed("- – — − / and to та і й и до по или або or until till")
_ROMAN: Final[dict[str, int]] = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11,
    "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19,
    "xx": 20, "xxi": 21,
}  # fmt: skip
ROMAN: Final[dict[str, int]] = {
    **_ROMAN, **{word.translate(str.maketrans("xi", "хі")): number for word, number in _ROMAN.items()},
}  # fmt: skip
_DECADE_WORDS: Final[dict[str, int]] = {
    word: decade
    for decade, forms in {
        1920: "twenties двадцатые двадцатых двадцяті двадцятих",
        1930: "thirties тридцатые тридцатых тридцяті тридцятих",
        1940: "forties сороковые сороковых сорокові сорокових",
        1950: "fifties пятидесятые пятидесятых п'ятдесяті п'ятдесятих",
        1960: "sixties шестидесятые шестидесятых шістдесяті шістдесятих",
        1970: "seventies семидесятые семидесятых сімдесяті сімдесятих",
        1980: "eighties восьмидесятые восьмидесятых вісімдесяті вісімдесятих",
        1990: "nineties девяностые девяностых дев'яності дев'яностих",
        2000: "нулевые нулевых нульові нульових",
    }.items()
    for word in forms.split()
}
# A year stands after these with nothing more; in Slavic only where no noun in the genitive follows.
_YEAR_AFTER: Final = listed(
    "in since during until by early late mid of around for from to and into till through throughout",
    "between after",
    "before than as with ( fiscal year years calendar circa ca summer winter",
)
_YEAR_AFTER_SLAVIC: Final = listed(
    "в у з с из із зі со от від до після после між между к по протягом впродовж"
)
# «каждый из 1640», «двоє з 1720»: so many are counted.
_OUT_OF: Final = listed("из з із зі")
_SOME_OF: Final = NUMERALS.keys() | listed(
    "каждый каждая каждое каждого каждому каждым каждой один одна одного одной никто некоторые многие "
    "большинство часть половина треть кожен кожна кожне кожного кожному кожним однієї ніхто деякі багато "
    "більшість частина третина двое трое четверо двоє троє четверо"
)
_YEAR_ORDINALS: Final = DAY_ORDINALS | {
    word: number
    for number, word in enumerate(
        ("первом", "втором", "третьем", "четвертом", "пятом", "шестом", "седьмом", "восьмом", "девятом"),
        start=1,
    )
}
_BETWEEN: Final = listed("between між между from с з із")
_DETERMINERS: Final = listed("the a an its his her their our this that s first second new old secret famous")
_AFTER_YEAR: Final = listed(
    "the when was were a he she it they had has is and but or as his its this also saw that who which said"
    " because while where their would will are so after before with without under by at on in for to from"
    " marked brought began ended until as-",
)

_AND: Final = listed("и і й та а але но чи или або")
_NO_NOUN: Final = listed(
    "его ее их его она он они оно їх його її вона він вони воно було буде будут уже вже не"
)
_VERB_ENDS: Final = (
    "ла",
    "ло",
    "ли",
    "лся",
    "лась",
    "лись",
    "лося",
    "вся",
    "ся",
    "ив",
    "ав",
    "ил",
    "ал",
    "ся",
)
DECADE_WORDS: Final = frozenset(_DECADE_WORDS)


class YearReader(Cursor):
    """Each reader is given the token that called it, and returns where it stops and what it found."""

    def decade(self, index: int) -> Found:
        """ "the 1990s", "the 80s", «90-е годы», «в 1940-х»."""
        word, stop = self.word(index), index + 1
        if not word.endswith("0") or not word.isdecimal():
            return None
        if self.word(index + 3) in ("числах", "чисел", "числа", "числам"):
            return None  # «в 20-х числах»
        begin, part = self.back(index)
        begin = self.the_before(begin)
        if self.word(stop) == "s" and self.tokens.joined(stop):
            if len(word) == 4:
                return self._ended(begin, stop + 1, decade=int(word), part=part)
            if len(word) == 2 and begin < index:
                return self.made(begin, stop + 1, "calendar", decade=1900 + int(word), part=part)
            return self._ended(begin, stop + 1, decade=int(word), part=part, only_bc=True)
        if self.word(stop) == "-" and self.word(stop + 1) in _DECADE_ENDS and self.tokens.joined(stop):
            years = self.after_year(stop + 2)
            short = len(word) == 2 and (years > stop + 2 or self.word(index - 1) in ("в", "у"))
            if len(word) == 4 or short:
                first = int(word) + (0 if len(word) == 4 else 1900 if int(word) > 20 else 2000)
                return self._ended(begin, years, decade=first, part=part)
            return self._ended(begin, years, decade=int(word), part=part, only_bc=True)
        return None

    def of_decade_word(self, index: int) -> Found:
        """ "in the nineties", «в девяностые», «дев'яності роки»."""
        years = self.after_year(index + 1)
        begin, part = self.back(index)
        if self.word(index + 1).startswith("числ") or self.word(index + 1) == "чисел":
            return None
        if self.word(index).isascii():
            begin = self.the_before(begin)
            if begin == index:
                return None
        elif years == index + 1 and self.word(index - 1) not in ("в", "у") and not part:
            return None
        return self.made(begin, years, "calendar", decade=_DECADE_WORDS[self.word(index)], part=part)

    def century(self, index: int) -> Found:
        """ "the 19th century", «в XX веке», «V ст. до н. е.»."""
        word, stop = self.word(index), index + 1
        if self.word(stop) in ORDINAL_ENDS and self.tokens.joined(stop):
            stop += 1
        elif self.word(stop) == "-":
            stop += 2 if self.word(stop + 1) in (ORDINAL_ENDS | {"му", "ом"}) else 1
        if self.word(stop) not in _CENTURY or (self.word(stop) == "ст" and self.word(stop + 1) != "."):
            return None
        if self.word(stop) == "ст" and word.isdecimal() and self.word(stop + 2)[:1].isdecimal():
            return None  # «ч. 2 ст. 110»: an article of a law
        number = (
            int(word)
            if word.isdecimal()
            else ROMAN.get(word) or ORDINALS.get(word) or DAY_ORDINALS.get(word, 0)
        )
        if not 1 <= number <= 21:
            return None
        stop += 1
        if self.word(stop) == "." and self.word(stop - 1) in ("ст", "вв"):
            stop += 1
        begin, part = self.back(index)
        return self._ended(self.the_before(begin), stop, century=number, part=part)

    def of_roman(self, index: int) -> Found:
        """A Roman numeral, which is a time only before «века» and the like."""
        return self.century(index)

    def _ended(self, begin: int, stop: int, *, only_bc: bool = False, **fields: object) -> Found:
        """The expression with "BC" after it, if that stands there."""
        end = self.before_christ(stop)
        if end is not None:
            return self.made(begin, end, "calendar", bc=True, **fields)
        return None if only_bc else self.made(begin, stop, "calendar", **fields)

    def of_year_in_words(self, index: int) -> Found:
        """«в двадцать втором году», «дев'яносто першому році», «две тысячи двадцать втором году»."""
        at, base = index, 0
        if self.word(at) in ("две", "дві") and self.word(at + 1) in ("тысячи", "тисячі"):
            at, base = at + 2, 2000
        tens = NUMERALS.get(self.word(at))
        unit = _YEAR_ORDINALS.get(self.word(at + 1), 0)
        if tens is None or tens.kind != "tens" or not 0 < unit < 10 or self.word(at + 2) not in YEAR_WORDS:
            return None
        short = int(tens.value) + unit
        base = base or (2000 if short < 40 else 1900)
        begin, part = self.back(index)
        return self.made(begin, self.year_end(at + 2), "calendar", year=base + short, part=part)

    def before_christ(self, index: int) -> int | None:
        """Past "BC", "B.C.", "BCE", «до н. э.», «до нашої ери» at ``index``."""
        word = self.word(index)
        if word in ("bc", "bce"):
            return index + 1
        if word == "b" and self.word(index + 1) == "." and self.word(index + 2) == "c":
            return index + 3 + (self.word(index + 3) == "." and self.tokens.joined(index + 3))
        if word != "до":
            return None
        if self.word(index + 1) in ("нашей", "нашої"):
            return index + 3
        if self.word(index + 1) == "н" and self.word(index + 3) in ("э", "е"):
            return index + 4 + (self.word(index + 4) == ".")
        return None

    def ancient(self, index: int) -> Found:
        """ "264 BC", «212 рр. до н. е.», "264" of "264–241 BC"."""
        word = self.word(index)
        if not word.isdecimal() or len(word) > 4:
            return None
        begin, part = self.back(index)
        end = self.before_christ(self.after_year(index + 1))
        if end is not None:
            return self.made(begin, end, "calendar", year=int(word), bc=True, part=part)
        second = self.word(index + 2)
        ranged = self.word(index + 1) in _LINK and second.isdecimal() and len(second) <= 4
        if ranged and int(second) < int(word) and self.before_christ(self.after_year(index + 3)) is not None:
            return self.made(begin, index + 1, "calendar", year=int(word), bc=True, part=part)
        return None

    def year(self, index: int) -> Found:
        """Four digits that are a year here."""
        owed = self.owed.get(index)
        if owed is not None and "year" in owed:
            return self.made(index, self.year_end(index + 1), "calendar", **owed)
        year = self.year_number(index)
        if year is None or (
            index > self.floor and self.tokens.joined(index) and self.word(index - 1) not in "([-–—−/«\"'”„“:"
        ):
            return None
        stop = self.after_year(index + 1)
        if (
            self.word(stop).startswith((*NUMBERED, "ліце"))
            and stop > index + 1
            and self.word(stop - 1) in ORDINAL_ENDS
        ):
            return None  # «1080-го полка»
        second = self._second_year(index, year, stop)
        named = stop > index + 1
        if not named and second is None and not self._is_year(year, index):
            return None
        if second is not None:
            self.owed[second[0]] = {"year": second[1], "lone": self._in_brackets(index) or None}
        begin, part = self.back(index)
        lone = self._in_brackets(index) or self._is_adjective(index, named)
        return self.made(begin, self.year_end(index + 1), "calendar", year=year, part=part, lone=lone)

    def _second_year(self, index: int, year: int, stop: int) -> tuple[int, int] | None:
        """The year that ends a range or a list that this one begins ("1975–76", «1938 та 1940 років»)."""
        link, after = self.word(stop), self.word(stop + 1)
        if link not in _LINK or not after.isdecimal():
            return None
        tight = link in DASHES or link == "/"
        end = self.year_number(stop + 1)
        if end is not None:
            return (stop + 1, end) if self._pairs(index, stop, year, end, tight=tight) else None
        short = tight and self.tokens.joined(stop) and len(after) == 2 and year >= 1500
        goes_on = self.word(stop + 2) == "-" and self.tokens.joined(stop + 2)
        if short and int(after) > year % 100 and not goes_on:
            return stop + 1, year // 100 * 100 + int(after)
        return None

    def _pairs(self, index: int, stop: int, year: int, end: int, *, tight: bool) -> bool:
        """True where two numbers of four digits are two years."""
        if self.counted(stop + 2):
            return False
        evenly = self.tokens.joined(stop + 1) == self.tokens.joined(stop)
        opened = not tight and self.word(index - 1) in _BETWEEN
        named = self.after_year(stop + 2) > stop + 2
        return named or (year < end and ((tight and evenly and end <= year + 200) or opened))

    def _in_brackets(self, index: int) -> bool:
        return self.word(index - 1) in ("(", "[")

    def _is_adjective(self, index: int, named: bool) -> bool:
        """ "the 1976 campaign", "its 1908 treaty": tells of a thing, not when the sentence plays."""
        return not named and self.language == "en" and self.word(index - 1) in _DETERMINERS

    def _is_year(self, year: int, index: int) -> bool:
        before, after = self.word(index - 1), self.word(index + 1)
        if self.counted(index + 1) or after in UNITS or after in NUMERALS:
            return False
        if after == "-" and (self.word(index + 2) in UNITS or self.word(index + 2).isalpha()):
            return self.language == "en" and self.word(index + 2) in ("era", "style")
        if before in DASHES and self.year_number(index - 2) is not None:
            return self.tokens.joined(index) or self.language != "en"
        if before in ("(", "[") and after in (")", "]", ",", ";") and year >= 1000:
            return True
        if index == self.floor and self._heads(index, after):
            return True
        if self.language == "en":
            return self._is_english_year(year, before, after, index)
        return self._is_slavic_year(year, before, after, index)

    def _heads(self, index: int, after: str) -> bool:
        """A line that begins with a year: a heading, an entry of a chronicle, "1987 saw"."""
        return after in ("", ":", ".", ",", "—", "–") or (
            self.language == "en" and after in ("saw", "was", "also", "had", "marked", "brought", "began")
        )

    def _is_english_year(self, year: int, before: str, after: str, index: int) -> bool:
        plural = after.endswith("s") and len(after) > 3 and after not in _AFTER_YEAR
        noun = after.isalpha() and after not in PREPOSITIONS and after not in _AFTER_YEAR
        if before in _DETERMINERS and noun:
            return 1700 <= year <= 2100 and (not plural or before == "its")
        if before in _YEAR_AFTER:
            return (1500 <= year <= 2199 and not plural) or not after.isalpha() or after in PREPOSITIONS
        if after == "'" and self.word(index + 2) == "s":
            return 1700 <= year <= 2100
        return (
            not noun
            and 1700 <= year <= 2100
            and before != "$"
            and (before in PREPOSITIONS or not before.isalpha())
        )

    def _is_slavic_year(self, year: int, before: str, after: str, index: int) -> bool:
        if not 1500 <= year <= 2100:
            return False
        if before in PARTS:
            return True
        if before in _OUT_OF and self.word(index - 2) in _SOME_OF:
            return False
        if before not in _YEAR_AFTER_SLAVIC:
            return before == "(" and not after.isalpha() and after != "-"
        if not after.isalpha() or after in PREPOSITIONS or after in _AND:
            return True
        # «в 1970 Сианук», «у 1961 була»: no noun that could be counted.
        upper = self.body[self.tokens.starts[index + 1]].isupper()
        return before in ("в", "у") and (upper or after.endswith(_VERB_ENDS) or after in _NO_NOUN)


__all__ = ["DASHES", "DECADE_WORDS", "ROMAN", "YearReader"]
