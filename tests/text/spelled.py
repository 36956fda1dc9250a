"""Whole numbers in words, as a grammar book writes them: the other side of the reader, for its laws."""

from __future__ import annotations


def _listed(*lines: str) -> list[str]:
    return " ".join(lines).split()


_EN = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
    "sixteen seventeen eighteen nineteen",
)
_EN_TENS = _listed(
    "_ _ twenty thirty forty fifty sixty seventy eighty ninety",
)
_RU = _listed(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать",
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
)
_RU_TENS = _listed(
    "_ _ двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
)
_RU_HUNDREDS = _listed(
    "_ сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
)
_UK = _listed(
    "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять",
    "чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять",
)
_UK_TENS = _listed(
    "_ _ двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
)
_UK_HUNDREDS = _listed(
    "_ сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
)


def english(n: int) -> str:
    """0 … 1,000,000 with hyphens and "and"."""
    if n == 1_000_000:
        return "one million"
    if n < 20:
        return _EN[n]
    if n < 100:
        return _EN_TENS[n // 10] + (f"-{_EN[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{_EN[n // 100]} hundred" + (f" and {english(n % 100)}" if n % 100 else "")
    rest = n % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{english(n // 1000)} thousand" + (joint + english(rest) if rest else "")


def _slavic(n: int, ones: list[str], tens: list[str], hundreds: list[str]) -> list[str]:
    words = [hundreds[n // 100]] if n >= 100 else []
    n %= 100
    if n >= 20:
        return [*words, tens[n // 10], *([ones[n % 10]] if n % 10 else [])]
    return [*words, *([ones[n]] if n else [])]


def _with_thousands(n: int, tables: tuple[list[str], list[str], list[str]], forms: tuple[str, ...]) -> str:
    one, two, few, many, feminine_one, million = forms
    if n == 0:
        return tables[0][0]
    if n == 1_000_000:
        return million
    words: list[str] = []
    if n >= 1000:
        thousands = _slavic(n // 1000, *tables)
        last = thousands[-1]
        thousands[-1] = {tables[0][1]: feminine_one, tables[0][2]: two}.get(last, last)
        name = one if last == tables[0][1] else few if last in tables[0][2:5] else many
        words = [*thousands, name]
    return " ".join([*words, *_slavic(n % 1000, *tables)])


def russian(n: int) -> str:
    """0 … 1 000 000 in the nominative."""
    forms = ("тысяча", "две", "тысячи", "тысяч", "одна", "один миллион")
    return _with_thousands(n, (_RU, _RU_TENS, _RU_HUNDREDS), forms)


def ukrainian(n: int) -> str:
    """0 … 1 000 000 in the nominative."""
    forms = ("тисяча", "дві", "тисячі", "тисяч", "одна", "один мільйон")
    return _with_thousands(n, (_UK, _UK_TENS, _UK_HUNDREDS), forms)
