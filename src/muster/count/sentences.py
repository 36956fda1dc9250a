"""An answer in one sentence, three languages: bounds, of whom, by when, how, if what is true, unseen what."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from muster.count.nouns import NOUNS, slavic_form, slavic_genitive
from muster.count.shares import counted_share
from muster.model.ledger import NOT_SHOWN, Answer, Statement


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("muster.count") / "sentences.toml").read_text("utf-8"))


def number(value: float, language: str) -> str:
    """1,001 in English, 1 001 (no-break spaces) elsewhere; fractions with the comma of the language."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    if language == "en":
        return text
    return text.replace(",", "\u00a0").replace(".", ",")


def percent(value: float, language: str) -> str:
    """0.2 → 20 %."""
    digits = f"{100 * value:.1f}".removesuffix(".0")
    return f"{digits if language == 'en' else digits.replace('.', ',')} %"


def day(iso: str, language: str) -> str:
    """3 June 2022 · 3 июня 2022 года · 3 червня 2022 року."""
    w = _words()[language]
    year, month, number_ = iso.split("-")
    return str(w["day"]).format(day=int(number_), month=w["months"][int(month) - 1], year=year)


def figure(low: float | None, high: float | None, unit: str, language: str) -> str:
    """The bounds with their noun: at least 1,001 refusals · не менее 1 001 отказа · «no number»."""
    w = _words()[language]
    if low is None and high is None:
        return str(w["unknown"])
    if unit == "share":
        ends = [percent(x, language) if x is not None else "" for x in (low, high)]
        return _shaped(w, ends, low, high)
    noun = NOUNS[unit]
    if low is not None and low == high:
        return f"{number(low, language)} {_noun(low, noun, language, genitive=False)}"
    ends = [number(x, language) if x is not None else "" for x in (low, high)]
    counted = high if high is not None else low
    assert counted is not None
    # "не менее" and every "from … to …" take the genitive; "щонайменше" leaves the number as it is.
    genitive = language == "ru" or (low is not None and high is not None)
    return f"{_shaped(w, ends, low, high)} {_noun(counted, noun, language, genitive=genitive)}"


def _shaped(w: dict[str, Any], ends: list[str], low: float | None, high: float | None) -> str:
    key = "floor" if high is None else "ceiling" if low is None else "between"
    return str(w[key]).format(low=ends[0], high=ends[1])


def _noun(value: float, noun: Any, language: str, *, genitive: bool) -> str:
    if language == "en":
        return str(noun.en[0] if value == 1 else noun.en[1])
    forms = noun.ru if language == "ru" else noun.uk
    return slavic_genitive(value, forms) if genitive else slavic_form(value, forms)


def counted(n: int, noun: str, language: str) -> str:
    """ "3 origins", "3 первоисточника", "5 першоджерел"."""
    return f"{number(n, language)} {_noun(n, NOUNS[noun], language, genitive=False)}"


def sentence(made: Answer, carrying: Sequence[Statement], language: str) -> str:
    """The one sentence. ``carrying``: the statements on which the bounds rest."""
    w, q = _words()[language], made.question
    title = q.title.get(language) or f"«{q.title['en']}»"
    low, high, from_units = made.low, made.high, bool(q.units and not made.entries)
    told = w["clash"] if made.clash else figure(low, high, q.unit, language)
    parts = [f"{title[:1].upper()}{title[1:]}: {told}"]
    for what, words in (("population", q.population), ("place", q.place)):
        if words != "not stated":
            parts.append(w[what].format(**{what: q.said.get(f"{what}.{language}", words)}))
    if q.first and q.counting == "cumulative" and not from_units:
        parts.append(w["since"].format(day=day(q.first, language)))
    # A share or a moment is told of the day on which it was stated, not of the end of the question.
    held = [s.last for s in carrying if s.last] if q.unit == "share" or q.counting == "moment" else []
    if by := max(held, default=q.last):
        parts.append(w["by"].format(day=day(by, language)))
    text = ", ".join(parts)
    more = [_method(made, w, language, from_units)]
    more.append(_condition(made, carrying, w, from_units))
    people = counted_share(q, low, high) if q.unit == "share" else None
    if people is not None and q.denominator is not None:
        told = figure(*people, "people", language)
        more.append(w["denominator"].format(figure=told, source=q.denominator.source))
    elif q.unit == "share" and low is not None and not from_units:
        more.append(w["no_denominator"])
    more.append(_unasked(made, w, language) if from_units else _unseen(made, w, language))
    return "; ".join([text, *(m for m in more if m)]) + "."


def _method(made: Answer, w: dict[str, Any], language: str, from_units: bool) -> str:
    if from_units:
        return str(w["method_units"])
    told = (e.statement for e in made.entries)
    origins = len({s.origin for s in told if s.origin and s.origin_name != NOT_SHOWN})
    on_record = w["on_record"].format(origins=counted(origins, "origins", language))
    if made.clash or (made.low is None and made.high is None):
        return str(on_record)
    q = made.question
    key = ("method_added" if q.adds else "method_range" if q.unit == "share" or q.counting == "moment"
           else "method_floor")  # fmt: skip
    top = "" if made.high is not None else w["no_top"]
    return ", ".join(filter(None, (w[key], on_record, top)))


def _condition(made: Answer, carrying: Sequence[Statement], w: dict[str, Any], from_units: bool) -> str:
    if from_units:
        return str(w["if_units"])
    if made.clash:
        return str(w["if_clash"])
    if not carrying:
        return ""
    names = list(dict.fromkeys(s.origin_name or "?" for s in carrying))
    shown = ", ".join(f"«{n}»" if w["quote"] else n for n in names[:4])
    if len(names) > 4:
        shown += w["more"].format(n=len(names) - 4)
    q = made.question
    added = (
        not q.adds and made.low is not None and all(s.low != made.low for s in carrying) and len(carrying) > 1
    )
    if q.unit == "share" or q.counting == "moment":
        return str(w["if_range"]).format(names=shown)
    return str(w["if_parts" if added or q.adds else "if_one" if len(names) == 1 else "if_any"]).format(
        names=shown
    )


def _unasked(made: Answer, w: dict[str, Any], language: str) -> str:
    q = made.question
    asked, size = sum(u.asked for u in q.units), sum(u.size for u in q.units) + (q.never_asked or 0)
    return str(w["unseen_units"]).format(asked=number(asked, language), all=number(size, language))


def _unseen(made: Answer, w: dict[str, Any], language: str) -> str:
    q = made.question
    seen = max(len(made.seen_regions), made.least_regions or 0)
    if q.unit == "share":
        return str(w["unseen_people"])
    if seen and q.regions:
        left = max(0, q.regions - seen)
        return str(w["unseen_regions"]).format(
            seen=number(seen, language), all=number(q.regions, language), left=number(left, language)
        )
    return str(w["unseen_some"]).format(seen=number(seen, language)) if seen else str(w["unseen_where"])


def fragility_in(made: Answer, language: str) -> str:
    """What would have to go for the bounds to move, in one sentence; "" where there are none to move."""
    w, q = _words()[language], made.question
    if not made.entries:
        return ""
    if not made.fragile or made.after is None:
        return str(w["fragile_none"]) if made.low is not None or made.high is not None else ""
    names = ", ".join(f"«{n}»" if w["quote"] else n for n in made.fragile)
    left = figure(made.after.low, made.after.high, q.unit, language)
    key = "fragile_one" if len(made.fragile) == 1 else "fragile_some"
    return str(w[key]).format(names=names, left=left, n=counted(len(made.fragile), "origins", language))


__all__ = ["counted", "day", "figure", "fragility_in", "number", "percent", "sentence"]
