"""How well times are read: python eval/times.py LIST.json | FOLDER of TimeML or MEANTIME [-v].

strict: same characters; relaxed: they overlap, one to one; value: overlap with the same TIMEX3 value.
F1 in percent, as in TempEval-3, the value's interval from 1,000 draws of documents. A list gets a row for
each language. -v lists what differs in four classes: missed, spurious, span, value. Exit 1 below a floor of
``floors.toml`` [times].
"""

from __future__ import annotations

import html
import json
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read.times import find_times
from muster.text.segment import sentences

Gold = list[tuple[int, int, str]]
# The annotators of MEANTIME marked the title, the date line and five sentences of each text.
_MEANTIME_SENTENCES = 6
_DRAWS = 1000


class Case(NamedTuple):
    """One document: what the annotators found in ``body``, published on ``date``."""

    name: str
    language: str
    date: str | None
    gold: Gold
    body: str


class Differences(NamedTuple):
    """What one document's reading and gold do not share, as (words, value) or (gold, read)."""

    missed: list[tuple[str, str]]
    spurious: list[tuple[str, str]]
    span: list[tuple[str, str]]
    value: list[tuple[str, str, str]]


def read_times(body: str, language: str, published: str | None) -> Gold:
    """What Muster finds: start, stop, value."""
    spans = sentences(body)
    text = Text("t", "d", body, language, "eval")
    found = find_times(text, spans, [language] * len(spans), ReadingContext(published=published))
    return [(t.passage.start, t.passage.stop, t.value) for t in found]


def pairs(gold: Gold, found: Gold) -> list[tuple[tuple[int, int, str], tuple[int, int, str] | None]]:
    """Each gold time with the reading of it: the same characters first, else any that overlaps."""
    free = list(found)
    matched = []
    for start, stop, wanted in gold:
        best = next((f for f in free if (f[0], f[1]) == (start, stop)), None) or next(
            (f for f in free if f[0] < stop and start < f[1]), None
        )
        if best is not None:
            free.remove(best)
        matched.append(((start, stop, wanted), best))
    return matched


def from_list(path: Path) -> Iterator[Case]:
    """Cases of a hand-made list."""
    for item in json.loads(path.read_text("utf-8")):
        at, gold = 0, []
        for timex in item["timex"]:
            at = item["text"].index(timex["surface"], at)
            gold.append((at, at + len(timex["surface"]), timex["value"]))
        yield Case(item["id"], item["lang"], item["dct"], gold, item["text"])


def from_timeml(path: Path, language: str) -> Case:
    """TimeML, or the TIMEX2 markup of WikiWars-UA: tags inside the text."""
    head, _, rest = path.read_text("utf-8").partition("<TEXT>")
    date = re.search(r'value="(\d{4}-\d\d-\d\d)', head)
    body: list[str] = []
    gold: Gold = []
    stack: list[tuple[int, str]] = []
    length = 0
    for part in re.split(r"(<[^>]*>)", rest.partition("</TEXT>")[0]):
        if part.startswith("<TIMEX3"):
            value = re.search(r'value="([^"]*)"', part)
            stack.append((length, value.group(1) if value else ""))
        elif part == "</TIMEX3>" and stack:
            start, value_of = stack.pop()
            gold.append((start, length, value_of))
        elif not part.startswith("<"):
            plain = html.unescape(part)
            body.append(plain)
            length += len(plain)
    return Case(path.name, language, date.group(1) if date else None, sorted(gold), "".join(body))


def from_meantime(path: Path) -> Case:
    """CAT XML of MEANTIME: tokens with numbers, times that point at them. A line each for title and date."""
    raw = path.read_text("utf-8")
    body, at, before = "", {}, 0
    for sentence, number, word in re.findall(r'sentence="(\d+)" t_id="(\d+)">([^<]*)</token>', raw):
        if int(sentence) >= _MEANTIME_SENTENCES:
            break
        word = html.unescape(word)
        gap = "\n" if int(sentence) != before <= 1 else " "
        tight = word in (".", ",", ";", ":", "?", "!", ")", "%", "'s", "’s", "n't") or body.endswith(
            ("(", "$")
        )
        body += ("" if not body or (tight and gap == " ") else gap) + word
        before = int(sentence)
        at[number] = (len(body) - len(word), len(body))
    gold, date = [], None
    for head, inside in re.findall(r"<TIMEX3 ([^>]*[^/])>(.*?)</TIMEX3>", raw, re.DOTALL):
        value = re.search(r'value="([^"]*)"', head)
        value_of = value.group(1) if value else ""
        if "CREATION_TIME" in head:
            date = value_of
        spans = [at[n] for n in re.findall(r't_id="(\d+)"', inside) if n in at]
        if spans:
            gold.append((min(s[0] for s in spans), max(s[1] for s in spans), value_of))
    return Case(path.stem, "en", date, sorted(gold), body)


def cases_of(path: Path) -> list[Case]:
    """The documents of a list, a folder of TimeML or the MEANTIME corpus."""
    if path.is_file():
        return list(from_list(path))
    meantime = path / "intra_cross-doc_annotation"
    if meantime.is_dir():
        return [from_meantime(p) for p in sorted(meantime.glob("*/*.xml"))]
    language = "uk" if "uk" in path.name else "en"
    files = sorted(p for p in path.iterdir() if p.suffix in (".tml", ".xml"))
    return [from_timeml(p, language) for p in files]


def differences(case: Case, found: Gold) -> Differences:
    """Where reading and gold differ, sorted into the four classes."""
    body = case.body
    missed, span, value = [], [], []
    used = set()
    for (start, stop, wanted), got in pairs(case.gold, found):
        words = body[start:stop]
        if got is None:
            missed.append((words, wanted))
            continue
        used.add(got)
        if (got[0], got[1]) != (start, stop):
            span.append((words, body[got[0] : got[1]]))
        if got[2] != wanted:
            value.append((words, wanted, got[2]))
    return Differences(missed, [(body[f[0] : f[1]], f[2]) for f in found if f not in used], span, value)


def _f1(rows: list[list[int]], k: int) -> float:
    total = sum(row[3] + row[4] for row in rows)
    return 200 * sum(row[k] for row in rows) / total if total else 0.0


def main(argument: str, verbose: bool) -> dict[str, dict[str, float]]:
    """Scores by language: strict, relaxed, value, the value's 95 % interval, n."""
    rows: dict[str, list[list[int]]] = defaultdict(list)
    listed: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases_of(Path(argument)):
        found = read_times(case.body, case.language, case.date)
        matched = [(g, f) for g, f in pairs(case.gold, found) if f is not None]
        strict = sum(g[:2] == f[:2] for g, f in matched)
        value = sum(g[2] == f[2] for g, f in matched)
        rows[case.language].append([strict, len(matched), value, len(case.gold), len(found)])
        if verbose:
            for name, items in differences(case, found)._asdict().items():
                listed[name].update(f"{case.name[:8]}  {'  |  '.join(map(repr, item))}" for item in items)
    for name, items in listed.items():
        print(f"\n{name}: {sum(items.values())}")
        for line, count in sorted(items.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:3} {line}")
    scores = {}
    for language, of in sorted(rows.items()):
        draw = random.Random(1)
        drawn = sorted(_f1(draw.choices(of, k=len(of)), 2) for _ in range(_DRAWS))
        scores[language] = {
            name: round(_f1(of, k), 1) for k, name in enumerate(("strict", "relaxed", "value"))
        } | {"low": round(drawn[25], 1), "high": round(drawn[-26], 1), "n": sum(row[3] for row in of)}
        print(language, scores[language])
    return scores


def below(path: Path, scores: dict[str, dict[str, float]]) -> list[str]:
    """The figures of a set that are lower than ``floors.toml`` allows."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["times"]
    found = []
    for language, figures in scores.items():
        name = f"list_{language}" if path.is_file() else path.name
        for metric, floor in floors.get(name, {}).items():
            if figures[metric] < floor:
                found.append(f"{name} {metric} {figures[metric]} < {floor}")
    return found


if __name__ == "__main__":
    low = below(Path(sys.argv[1]), main(sys.argv[1], "-v" in sys.argv))
    print(*(f"below the floor: {line}" for line in low), sep="\n", end="\n" if low else "")
    sys.exit(bool(low))
