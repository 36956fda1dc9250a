"""Published tables as facts, typed from their sources; and what published methods make of them."""

from __future__ import annotations

from collections.abc import Sequence

from muster.stats import Lists, from_rows


def table(names: str, counts: dict[str, int]) -> Lists:
    """Lists from patterns written as digits in the order of the names: ``{"1010": 228}``."""
    return from_rows(names.split(), [(tuple(p), n) for p, n in counts.items()])


def _in_order(names: str, counts: Sequence[int]) -> Lists:
    """Counts of patterns 1, 2, 3, … where the first list changes fastest."""
    wide = len(names.split())
    return from_rows(
        names.split(),
        [([p >> i & 1 for i in range(wide)], n) for p, n in enumerate(counts, 1)],
    )


# Killings of Kosovar Albanians, 20 March to 22 June 1999: Ball, Betts, Scheuren, Dudukovich and Asher,
# "Killings and Refugee Flow in Kosovo" (report to the ICTY, 2002), appendix. 4,400 people.
KOSOVO = table(
    "EXH ABA OSCE HRW",
    {
        "1000": 1131, "0100": 845, "1100": 177, "0010": 936, "1010": 228, "0110": 217, "1110": 181,
        "0001": 306, "1001": 106, "0101": 31, "1101": 18, "0011": 123, "1011": 42, "0111": 32, "1111": 27,
    },
)  # fmt: skip

# Potential victims of trafficking in the United Kingdom, 2013: Silverman, "Modern slavery: an application of
# multiple systems estimation" (Home Office, 2014); police and crime agency as one list. 2,744 people.
UK = table(
    "LA NG PFNCA GO GP",
    {
        "10000": 54, "01000": 463, "11000": 15, "00100": 995, "10100": 19, "01100": 62, "11100": 1,
        "00010": 695, "10010": 3, "01010": 19, "11010": 1, "00110": 76, "01110": 4, "11110": 1,
        "00001": 316, "01001": 1, "00101": 11, "00011": 8,
    },
)  # fmt: skip

# Spina bifida in upstate New York, 1969–1974, 3 lists, 626 children; and a table of 5 lists, 537 people:
# Madigan and York, "Bayesian methods for estimation of the size of a closed population",
# Biometrika 84 (1997).
SPINA = _in_order("A B C", [60, 49, 4, 247, 112, 142, 12])
FIVE = _in_order(
    "A B C D E",
    [
        27, 37, 19, 4, 4, 1, 1, 97, 22, 37, 25, 2, 1, 3, 5, 83, 36, 34,
        18, 3, 5, 0, 2, 30, 5, 23, 8, 0, 3, 0, 2,
    ],
)  # fmt: skip

# Hepatitis A in Taiwan, 1995, 271 students: Chao, Tsay, Lin, Shau and Chao, Statistics in Medicine 20 (2001).
HEPATITIS = table(
    "P Q E", {"110": 21, "100": 69, "010": 55, "101": 17, "001": 63, "011": 18, "111": 28}
)  # fmt: skip

# Three lists of which one shares nobody with the two others: Chan, Silverman and Vincent, "Multiple systems
# estimation for sparse capture data", JASA 116 (2021), table 2.
SPARSE = table("A B C", {"100": 40, "010": 30, "001": 20, "110": 6})
