"""How well times are read: python eval/times.py LIST.json | FOLDER of TimeML or MEANTIME [-v].

strict: same characters; relaxed: they overlap, one to one; value: overlap with the same
TIMEX3 value. F1, as in TempEval-3. A list gives a table for each language. TimeML is read from TempEval-3 and
WikiWars alike: the folder's name says which it is, and "uk" in it that it is Ukrainian.
-v lists what differs in four classes: missed, spurious, span, value.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from results_table import Measured, arguments, digest_of, show
from scoring import Tally, touching

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read.times.times import find_times
from muster.text.segment import sentences

Gold = list[tuple[int, int, str]]
# The annotators of MEANTIME marked the title, the date line and five sentences of each text.
_MEANTIME_SENTENCES = 6


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
    """Each gold time with the reading of it, if any."""
    same = dict(touching([g[:2] for g in gold], [f[:2] for f in found]))
    return [(g, found[same[i]] if i in same else None) for i, g in enumerate(gold)]


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
    if (path / _MEANTIME).is_dir():
        return [from_meantime(p) for p in files_of(path)]
    language = "uk" if "uk" in path.name else "en"
    return [from_timeml(p, language) for p in files_of(path)]


def files_of(path: Path) -> list[Path]:
    """The files that are read."""
    if path.is_file():
        return [path]
    if (path / _MEANTIME).is_dir():
        return sorted((path / _MEANTIME).glob("*/*.xml"))
    return sorted(p for p in path.iterdir() if p.suffix in (".tml", ".xml"))


_MEANTIME = "intra_cross-doc_annotation"


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


def measure(path: Path, verbose: bool = False) -> Iterator[Measured]:
    """The scores of a set; of a list, for each of its languages."""
    by_language: dict[str, list[Case]] = defaultdict(list)
    for case in cases_of(path):
        by_language[case.language].append(case)
    for language, cases in sorted(by_language.items()):
        tally = Tally()
        listed: dict[str, Counter[str]] = defaultdict(Counter)
        for case in cases:
            found = read_times(case.body, case.language, case.date)
            _count(case, found, tally)
            for name, items in differences(case, found)._asdict().items() if verbose else ():
                listed[name].update(f"{case.name[:8]}  {'  |  '.join(map(repr, item))}" for item in items)
        _list(listed)
        name, unit = (f"times {language}", "sentences") if path.is_file() else (path.name, "documents")
        items = sum(len(case.gold) for case in cases)
        figures = tally.figures()
        yield Measured(name, "rules", len(cases), items, digest_of(files_of(path)), figures, unit=unit)


def _count(case: Case, found: Gold, tally: Tally) -> None:
    matched = [(g, f) for g, f in pairs(case.gold, found) if f is not None]
    strict = sum(g[:2] == f[:2] for g, f in matched)
    value = sum(g[2] == f[2] for g, f in matched)
    for metric, right in (("strict", strict), ("relaxed", len(matched)), ("value", value)):
        tally.add(case.name, metric, right, len(case.gold), len(found))


def _list(listed: dict[str, Counter[str]]) -> None:
    for name, items in listed.items():
        print(f"\n{name}: {sum(items.values())}")
        for line, count in sorted(items.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {count:3} {line}")


def main() -> int:
    parser = arguments(__doc__, reader=False)
    parser.add_argument("path", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    given = parser.parse_args()
    return bool(show(measure(given.path, given.verbose)))


if __name__ == "__main__":
    sys.exit(main())
