"""Read a law pack: YAML in, a checked ``Pack`` out; every fault with its file, line and field.

A pack is a file a lawyer writes. So a fault names the line in that file, all faults are told at once,
and nothing in it is executed: no tags, no anchors, no dates made of what looks like one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import yaml

from muster.model.errors import NotFound, RecordError, Refused
from muster.model.law import (
    Consequence,
    DaysOff,
    Element,
    LawSource,
    Pack,
    Period,
    Rule,
    StateOfAffairs,
)

# A pack of a whole code of law is some hundred kilobytes.
_MOST_BYTES = 4_000_000
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in which line (from 1) and field (``rules[3].certainty``) of the file."""

    line: int
    field: str
    says: str

    def __str__(self) -> str:
        field = f", {self.field}" if self.field else ""
        return f"line {self.line}{field}: {self.says}"


class _Loader(yaml.SafeLoader):
    """Safe YAML without anchors, and with dates left as they are written."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            problem = "a pack repeats itself in words, not by *references"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_pack(raw: bytes, where: str) -> Pack:
    """The pack in the bytes of a file called ``where``. Raises Refused with its first fault."""
    found, pack = _read(raw, where)
    if pack is None:
        more = f"; {len(found) - 1} more, 'muster law check' lists them" if len(found) > 1 else ""
        raise Refused(f"this is no law pack: {found[0]}{more}", record=where, next_step="mend the file")
    return pack


def faults_of(raw: bytes, where: str) -> list[Fault]:
    """Everything wrong with a pack file, by line; empty where it is whole."""
    return _read(raw, where)[0]


def names_shipped() -> list[str]:
    """The packs that come with Muster."""
    folder = files("muster.cases") / "packs"
    return sorted(p.name.removesuffix(".yaml") for p in folder.iterdir() if p.name.endswith(".yaml"))


def shipped(name: str) -> tuple[bytes, str]:
    """The bytes and the address of a pack that comes with Muster. Raises NotFound."""
    folder = files("muster.cases") / "packs"
    known = names_shipped()
    if name not in known:
        raise NotFound(
            f"no pack is called {name!r}", next_step=f"shipped are {', '.join(known)}; or give a file's path"
        )
    return (folder / f"{name}.yaml").read_bytes(), f"{name}.yaml"


def _read(raw: bytes, where: str) -> tuple[list[Fault], Pack | None]:
    if len(raw) > _MOST_BYTES:
        return [Fault(1, "", f"a pack of more than {_MOST_BYTES:,} bytes is not read")], None
    try:
        loader = _Loader(raw.decode("utf-8-sig"))
        node = loader.get_single_node()
        data = loader.construct_document(node) if node is not None else None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as error:
        return [_unreadable(error)], None
    if not isinstance(data, dict) or node is None:
        return [Fault(1, "", "a pack is a list of fields: pack, version, rules …")], None
    lines = _Lines(node)
    found = [lines.fault(e.absolute_path, _plain(e)) for e in _schema().iter_errors(data)]
    if not found:
        found = [lines.fault(path, says) for path, says in _contradictions(data)]
    if found:
        return sorted(found, key=lambda f: (f.line, f.field, f.says)), None
    return [], _pack(data, hashlib.sha256(raw).hexdigest(), where)


def _unreadable(error: Exception) -> Fault:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return Fault(error.problem_mark.line + 1, "", str(error.problem))
    if isinstance(error, UnicodeDecodeError):
        return Fault(1, "", f"byte {error.start} is not UTF-8")
    if isinstance(error, RecursionError):
        return Fault(1, "", "fields are nested deeper than any pack needs")
    return Fault(1, "", str(error).splitlines()[0])


@lru_cache(maxsize=1)
def _schema() -> Any:
    import jsonschema

    text = (files("muster.cases.law") / "pack.schema.json").read_text("utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


def _plain(error: Any) -> str:
    """The validator's sentence, without the whole of a long value in it."""
    if error.validator == "additionalProperties":
        return "not among a pack's fields: " + str(error.message).partition("(")[2].rstrip(")")
    if error.validator == "enum":
        return f"{error.instance!r} is not one of {', '.join(map(str, error.validator_value))}"
    message = str(error.message)
    return message if len(message) <= 160 else f"{message[:60]} … {message[-80:]}"


class _Lines:
    """From the path of a field to its line."""

    def __init__(self, root: yaml.Node) -> None:
        self._root = root

    def fault(self, path: Sequence[str | int], says: str) -> Fault:
        node, line = self._root, self._root.start_mark.line
        for step in path:
            below = _below(node, step)
            if below is None:
                break
            node, line = below
        field = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).lstrip(".")
        return Fault(line + 1, field, says)


def _below(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step], node.value[step].start_mark.line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line
    return None


def _contradictions(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    """What a schema cannot see: unknown names, days that are none, versions of a rule in force together."""
    days = list(_bad_days(data))
    yield from days
    yield from _unknown_names(data)
    yield from _bad_digests(data)
    yield from _named_twice(data)
    if not days:
        yield from _in_force_together(data)


def _bad_days(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    spans: list[tuple[_Path, Mapping[str, Any]]] = [(("rules", i), r) for i, r in enumerate(data["rules"])]
    for name, state in data.get("states", {}).items():
        spans += [(("states", name, "periods", i), p) for i, p in enumerate(state.get("periods", []))]
    listed = enumerate(data.get("days_off", {}).get("days", []))
    spans += [(("days_off", "days", i), {"to": day}) for i, day in listed]
    for path, span in [*spans, (("review_until",), {"to": data["review_until"]})]:
        try:
            _period(span)
        except (ValueError, RecordError) as error:
            yield (*path, "from") if "from" in span else path, str(error)


def _unknown_names(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    states = data.get("states", {})
    for name, state in states.items():
        for i, source in enumerate(state.get("sources", [])):
            if source not in data["sources"]:
                yield ("states", name, "sources", i), f"{source!r} is not among the sources of this pack"
    for i, rule in enumerate(data["rules"]):
        for field, known, what in (
            ("statuses", data["statuses"], "statuses"),
            ("conditions", states, "states"),
            ("sources", data["sources"], "sources"),
        ):
            for j, name in enumerate(rule.get(field, [])):
                if name not in known:
                    yield ("rules", i, field, j), f"{name!r} is not among the {what} of this pack"
        for field in ("elements", "exceptions"):
            for j, element in enumerate(rule.get(field, [])):
                if element["fact"] not in data["facts"]:
                    yield (
                        ("rules", i, field, j, "fact"),
                        f"{element['fact']!r} is not among the facts of this pack",
                    )
        for j, c in enumerate(rule["consequences"]):
            if c.get("low", 0) > c.get("high", c.get("low", 0)):
                yield ("rules", i, "consequences", j), f"at least {c['low']} and at most {c['high']}"


def _bad_digests(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    for name, source in data["sources"].items():
        if "text" in source:
            held = hashlib.sha256(source["text"].encode()).hexdigest()
            if held != source["sha256"]:
                yield ("sources", name, "sha256"), f"the text held here has the digest {held}"


def _named_twice(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    seen: set[str] = set()
    for i, rule in enumerate(data["rules"]):
        if rule["id"] in seen:
            yield ("rules", i, "id"), f"two rules are called {rule['id']!r}"
        seen.add(rule["id"])


def _in_force_together(data: Mapping[str, Any]) -> Iterator[tuple[_Path, str]]:
    lines: dict[str, list[int]] = {}
    for i, rule in enumerate(data["rules"]):
        lines.setdefault(rule["line"], []).append(i)
    for versions in lines.values():
        for a, b in combinations(versions, 2):
            one, other = data["rules"][a], data["rules"][b]
            if not _period(one).overlaps(_period(other)):
                continue
            if set(one["statuses"]) & set(other["statuses"]):
                yield (
                    ("rules", b),
                    f"{one['id']!r} ({_period(one)}) and {other['id']!r} ({_period(other)}) are versions "
                    f"of one rule ({one['line']!r}) and in force together",
                )


def _period(span: Mapping[str, Any]) -> Period:
    start, stop = span.get("from"), span.get("to")
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(stop) if stop else None)


def _pack(data: Mapping[str, Any], sha256: str, where: str) -> Pack:
    return Pack(
        id=data["pack"],
        version=data["version"],
        sha256=sha256,
        jurisdiction=data["jurisdiction"],
        title=data["title"],
        languages=tuple(data["languages"]),
        review_until=date.fromisoformat(data["review_until"]),
        statuses=data["statuses"],
        facts=data["facts"],
        states={name: _state(name, s) for name, s in data.get("states", {}).items()},
        sources={name: LawSource(id=name, **s) for name, s in data["sources"].items()},
        rules=tuple(_rule(r) for r in data["rules"]),
        days_off=_days_off(data.get("days_off")),
        penalties={kind: _names(names) for kind, names in data.get("penalties", {}).items()},
        where=where,
    )


def _state(name: str, state: Mapping[str, Any]) -> StateOfAffairs:
    periods = tuple(_period(p) for p in state.get("periods", []))
    return StateOfAffairs(name, state["words"], periods, state["certainty"], tuple(state.get("sources", ())))


def _rule(rule: Mapping[str, Any]) -> Rule:
    return Rule(
        id=rule["id"],
        line=rule["line"],
        title=rule["title"],
        provision=rule["provision"],
        kind=rule["kind"],
        statuses=tuple(rule["statuses"]),
        period=_period(rule),
        elements=tuple(Element(**e) for e in rule["elements"]),
        consequences=tuple(Consequence(**c) for c in rule["consequences"]),
        sources=tuple(rule["sources"]),
        certainty=rule["certainty"],
        asked_by=rule.get("asked_by", "deed"),
        conditions=tuple(rule.get("conditions", ())),
        exceptions=tuple(Element(**e) for e in rule.get("exceptions", ())),
        open=rule.get("open", {}),
        names=_names(rule.get("names", {})),
        note=rule.get("note", {}),
    )


def _days_off(given: Mapping[str, Any] | None) -> DaysOff:
    if given is None:
        return DaysOff()
    return DaysOff(
        frozenset(_WEEKDAYS.index(d) for d in given["weekdays"]),
        frozenset(given["years"]),
        frozenset(date.fromisoformat(d) for d in given["days"]),
        given["certainty"],
    )


def _names(names: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {language: tuple(given) for language, given in names.items()}


__all__ = ["Fault", "faults_of", "names_shipped", "read_pack", "shipped"]
