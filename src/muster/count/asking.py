"""A question as a team writes it (TOML) → the record, with every slip named in a plain sentence."""

from __future__ import annotations

import datetime
import math
import tomllib
from collections.abc import Mapping
from typing import Any

from muster.count.kinds import SERIES
from muster.count.nouns import NOUNS
from muster.model.errors import Refused
from muster.model.ledger import COUNTING, Acceptance, Columns, Denominator, Named, Question, Unit

CODINGS = ("as-written", "strict", "acled", "ucdp")
GRADES = ("airwars", "admiralty", "none")
LANGUAGES = ("en", "ru", "uk")
_LONGEST_TEXT = 200_000
_TOP = {
    "name", "title", "unit", "population", "place", "from", "to", "counting", "series", "coding", "select",
    "accept", "origin", "dates", "regions", "denominator", "table", "unit_evidence", "never_asked", "grades",
}  # fmt: skip
_ADMIRALTY = "ABCDEF"

UNITS = ("share", *sorted(NOUNS))


def question_from(text: str, where: str = "the question") -> Question:
    """The question that ``text`` asks. Raises Refused with the key at fault and what to write instead."""
    if len(text) > _LONGEST_TEXT:
        raise Refused("a question this long is no question", record=where)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(
            f"the question is no TOML: {error}",
            record=where,
            next_step="docs/how-to/ask-how-many.md shows one",
        ) from error
    ask = _Asked(raw, where)
    ask.only(_TOP)
    name, title = ask.name(), ask.title()
    first, last = ask.day("from"), ask.day("to")
    if first and last and first > last:
        raise ask.wrong("from", f"the period ends on {last}, before it begins on {first}")
    counting = ask.one_of("counting", COUNTING, "cumulative")
    if counting == "cumulative" and not first:
        raise ask.wrong("from", "a cumulative count needs the day from which it counts")
    share = ask.text("unit", "people")
    if share not in UNITS:
        raise ask.wrong("unit", f"{share!r} is no unit; units are: {', '.join(UNITS)}")
    select, accept = ask.table("select"), ask.table("accept")
    select.only({"counted", "about", "never", "take", "leave"})
    units = tuple(_unit(u) for u in ask.tables("unit_evidence"))
    question = Question(
        name=name,
        title=title,
        said={**ask.others("population"), **ask.others("place")},
        unit=share,
        population=ask.first_of("population"),
        place=ask.first_of("place"),
        first=first,
        last=last,
        counting=counting,
        series=ask.one_of("series", ("", *SERIES), ""),
        coding=ask.one_of("coding", CODINGS, "as-written"),
        counted=select.words("counted"),
        about=select.words("about"),
        never=select.words("never"),
        take=select.words("take"),
        leave=select.words("leave"),
        accept=_acceptance(accept),
        origins=tuple(_named(o) for o in ask.tables("origin")),
        dates=ask.dates(),
        regions=ask.whole("regions"),
        denominator=_denominator(ask.table("denominator")) if "denominator" in raw else None,
        tables=tuple(_columns(t) for t in ask.tables("table")),
        units=units,
        never_asked=ask.number("never_asked"),
        grades=ask.one_of("grades", GRADES, "airwars"),
        text=text,
    )
    if not (question.counted or question.about or question.take or question.tables or question.units):
        raise ask.wrong("select", "the question chooses no claims",
                        "give [select] counted = [\"…\"], a [[table]], or [[unit_evidence]]")  # fmt: skip
    if question.denominator and question.unit != "share":
        raise ask.wrong("denominator", "only a share has a denominator", 'write unit = "share"')
    _no_twins(question, ask)
    return question


def _no_twins(question: Question, ask: _Asked) -> None:
    seen: dict[str, str] = {}
    for named in question.origins:
        for name in (named.name, *named.aliases):
            other = seen.setdefault(name.casefold(), named.name)
            if other != named.name:
                raise ask.wrong("origin", f"{name!r} is a name of both {other!r} and {named.name!r}")


def _acceptance(t: _Asked) -> Acceptance:
    t.only({"parties", "estimates", "hearsay", "origins", "without", "reason"})
    stated = bool(t.raw)
    origins = t.whole("origins") if "origins" in t.raw else 1
    if not origins:
        raise t.wrong("origins", "a floor needs one origin at the least")
    if stated and not t.text("reason", ""):
        raise t.wrong(
            "reason", "an acceptance rule needs its reason", 'add reason = "why the team decided so"'
        )
    return Acceptance(
        t.flag("parties", False), t.flag("estimates", False), t.flag("hearsay", True), origins,
        t.words("without"), t.text("reason", Acceptance().reason),
    )  # fmt: skip


def _named(t: _Asked) -> Named:
    t.only({"name", "aliases", "party", "reliability"})
    grade = t.text("reliability", "F").upper()
    if grade not in _ADMIRALTY or len(grade) != 1:
        raise t.wrong("reliability", f"{grade!r} is none of A to F")
    return Named(t.need("name"), t.words("aliases"), t.flag("party", False), grade)


def _denominator(t: _Asked) -> Denominator:
    t.only({"low", "high", "source"})
    low, high = t.number("low"), t.number("high")
    if low is None and high is None:
        raise t.wrong("low", "a denominator without a number", "give low, high or both")
    if low is not None and high is not None and low > high:
        raise t.wrong("low", f"the denominator runs from {low:g} down to {high:g}")
    return Denominator(low, high, t.need("source"))


def _columns(t: _Asked) -> Columns:
    t.only({"address", "origin", "date", "value", "low", "high", "place", "party", "party_is", "day_first",
            "only", "until", "recorder", "distinct"})  # fmt: skip
    only = tuple(sorted((k, str(v)) for k, v in t.table("only").raw.items()))
    columns = Columns(
        t.need("address"), t.text("origin", ""), t.need("date"), t.text("value", ""), t.text("low", ""),
        t.text("high", ""), t.text("place", ""), t.text("party", ""), t.text("party_is", ""),
        t.flag("day_first", True), t.text("until", ""),
        t.text("recorder", ""), t.flag("distinct", False), only,
    )  # fmt: skip
    if bool(columns.origin) == bool(columns.recorder):
        raise t.wrong("origin", "who states the rows: name a column as origin, or one body as recorder")
    if not (columns.value or columns.low or columns.high):
        raise t.wrong("value", "no column holds a number", "name the column of value, low or high")
    return columns


def _unit(t: _Asked) -> Unit:
    t.only({"name", "yes", "asked", "size", "region"})
    name, yes, asked, size = t.need("name"), t.whole("yes"), t.whole("asked"), t.whole("size")
    if yes is None or asked is None:
        raise t.wrong("yes", "a unit needs how many were asked and how many said yes", f"of {name}")
    if size is None:
        raise t.wrong("size", f"the share of {name} has no denominator: how many people are in it",
                      "without its size nothing can be said of those not asked")  # fmt: skip
    if yes > asked or asked > size:
        raise t.wrong("size", f"{name}: {yes} of {asked} asked of {size} people",
                      "a population cannot be smaller than what was seen in it")  # fmt: skip
    return Unit(name, yes, asked, size, t.text("region", ""))


class _Asked:
    """One table of the file, read key by key."""

    def __init__(self, raw: Mapping[str, Any], where: str) -> None:
        self.raw, self.where = raw, where

    def wrong(self, key: str, what: str, then: str = "") -> Refused:
        return Refused(what, record=f"{self.where}, {key}", next_step=then)

    def only(self, known: set[str]) -> None:
        for key in self.raw:
            if key not in known:
                raise self.wrong(key, "this key means nothing here", f"keys are: {', '.join(sorted(known))}")

    def text(self, key: str, default: str) -> str:
        value = self.raw.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "a text is wanted here")
        return value.strip() or default

    def need(self, key: str) -> str:
        if not self.text(key, ""):
            raise self.wrong(key, "this must be said")
        return self.text(key, "")

    def name(self) -> str:
        name = self.need("name")
        if not all(c.isalnum() or c in "-_" for c in name) or len(name) > 60:
            raise self.wrong("name", "a name is letters, digits, - and _, at most 60")
        return name

    def title(self) -> dict[str, str]:
        value = self.raw.get("title")
        titles = {"en": value} if isinstance(value, str) else value
        if not isinstance(titles, dict) or not isinstance(titles.get("en"), str) or not titles["en"].strip():
            raise self.wrong("title", "the question needs a title in English", 'title = { en = "…" }')
        if any(k not in LANGUAGES or not isinstance(v, str) for k, v in titles.items()):
            raise self.wrong("title", f"titles are texts in {', '.join(LANGUAGES)}")
        return {k: " ".join(titles[k].split()) for k in LANGUAGES if titles.get(k, "").strip()}

    def first_of(self, key: str) -> str:
        """A text, or the English one of several languages; "not stated" without it."""
        value = self.raw.get(key, "")
        if isinstance(value, dict):
            return _Asked(value, f"{self.where}, {key}").need("en")
        return self.text(key, "not stated")

    def others(self, key: str) -> dict[str, str]:
        """``population.ru`` → words, for the languages that were given beside English."""
        value = self.raw.get(key)
        if not isinstance(value, dict):
            return {}
        told = _Asked(value, f"{self.where}, {key}")
        told.only(set(LANGUAGES))
        return {f"{key}.{k}": told.text(k, "") for k in value if k != "en"}

    def one_of(self, key: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(key, default)
        if value not in allowed:
            raise self.wrong(key, f"{value!r} is none of {', '.join(a for a in allowed if a)}")
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self.raw.get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, "true or false is wanted here")
        return value

    def number(self, key: str) -> float | None:
        value = self.raw.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise self.wrong(key, "a number is wanted here")
        if value < 0 or value > 1e12:
            raise self.wrong(key, f"{value:g} is no number of people")
        return float(value)

    def whole(self, key: str) -> int | None:
        value = self.number(key)
        if value is not None and value != int(value):
            raise self.wrong(key, "a whole number is wanted here")
        return None if value is None else int(value)

    def words(self, key: str) -> tuple[str, ...]:
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.wrong(key, 'a list of texts is wanted here, e.g. ["…", "…"]')
        return tuple(v.strip() for v in value)

    def day(self, key: str) -> str | None:
        value = self.raw.get(key)
        if value is None:
            return None
        return self.as_day(key, value)

    def as_day(self, key: str, value: object) -> str:
        if isinstance(value, datetime.datetime):
            value = value.date()
        if isinstance(value, datetime.date):
            return value.isoformat()
        try:
            return datetime.date.fromisoformat(str(value)).isoformat()
        except ValueError:
            raise self.wrong(key, f"{value!r} is no day", "write e.g. 2022-06-03") from None

    def dates(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((k, self.as_day("dates", v)) for k, v in self.table("dates").raw.items()))

    def table(self, key: str) -> _Asked:
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, f"a table [{key}] is wanted here")
        return _Asked(value, f"{self.where}, {key}")

    def tables(self, key: str) -> list[_Asked]:
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.wrong(key, f"tables [[{key}]] are wanted here")
        return [_Asked(v, f"{self.where}, {key} {n}") for n, v in enumerate(value, 1)]


__all__ = ["CODINGS", "GRADES", "LANGUAGES", "UNITS", "question_from"]
