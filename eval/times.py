"""How well times are read: python eval/times.py LIST.json | FOLDER of WikiWars TimeML.

strict: same characters; relaxed: they overlap, one to one; value: overlap with the same TIMEX3 value.
F1 in percent, as in TempEval-3. A list gets a row for each language.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read.times import find_times
from muster.text.spans import Span

Gold = list[tuple[int, int, str]]


def read_times(body: str, language: str, published: str | None) -> Gold:
    """What Muster finds: start, stop, value."""
    try:
        from muster.text.segment import sentences

        spans = sentences(body)
    except ImportError:
        spans = [Span(*m.span()) for m in re.finditer(r"\S[^\n]*?(?:[.!?](?=\s)|(?=\n)|$)", body)]
    text = Text("t", "d", body, language, "eval")
    found = find_times(text, spans, [language] * len(spans), ReadingContext(published=published))
    return [(t.passage.start, t.passage.stop, t.value) for t in found]


def pairs(gold: Gold, found: Gold) -> tuple[int, int, int]:
    """Strict, relaxed and value hits of one text."""
    strict = relaxed = value = 0
    free = list(found)
    for start, stop, wanted in gold:
        best = next((f for f in free if (f[0], f[1]) == (start, stop)), None) or next(
            (f for f in free if f[0] < stop and start < f[1]), None
        )
        if best is None:
            continue
        free.remove(best)
        strict += (best[0], best[1]) == (start, stop)
        relaxed += 1
        value += best[2] == wanted
    return strict, relaxed, value


def from_list(path: Path) -> list[tuple[str, str, str | None, Gold, str]]:
    """Cases of a hand-made list: name, language, date, gold, body."""
    cases = []
    for item in json.loads(path.read_text("utf-8")):
        at, gold = 0, []
        for timex in item["timex"]:
            at = item["text"].index(timex["surface"], at)
            gold.append((at, at + len(timex["surface"]), timex["value"]))
        cases.append((item["id"], item["lang"], item["dct"], gold, item["text"]))
    return cases


def from_folder(folder: Path) -> list[tuple[str, str, str | None, Gold, str]]:
    """Cases of a folder of TimeML: one a file."""
    cases = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".tml", ".xml")):
        raw = path.read_text("utf-8")
        head, _, rest = raw.partition("<TEXT>")
        date = re.search(r'value="(\d{4}-\d\d-\d\d)', head)
        body, gold, stack = [], [], []
        length = 0
        for part in re.split(r"(<[^>]*>)", rest.partition("</TEXT>")[0]):
            if part.startswith("<TIMEX3"):
                value = re.search(r'value="([^"]*)"', part)
                stack.append((length, value.group(1) if value else ""))
            elif part == "</TIMEX3>" and stack:
                start, value_of = stack.pop()
                gold.append((start, length, value_of))
            elif not part.startswith("<"):
                plain = part.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
                body.append(plain)
                length += len(plain)
        language = "uk" if "uk" in folder.name else "en"
        cases.append((path.name, language, date.group(1) if date else None, sorted(gold), "".join(body)))
    return cases


def main(argument: str, verbose: bool) -> dict[str, dict[str, float]]:
    path = Path(argument)
    cases = from_folder(path) if path.is_dir() else from_list(path)
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for name, language, date, gold, body in cases:
        found = read_times(body, language, date)
        hits = pairs(gold, found)
        row = totals[language]
        for k, number in enumerate((*hits, len(gold), len(found))):
            row[k] += number
        if verbose:
            missed = [(body[s:e], v) for s, e, v in gold if (s, e, v) not in found]
            extra = [(body[s:e], v) for s, e, v in found if (s, e, v) not in gold]
            if missed or extra:
                print(name, "MISSED", missed, "EXTRA", extra)
    scores = {}
    for language, (strict, relaxed, value, gold_n, found_n) in sorted(totals.items()):
        f1 = [round(200 * n / (gold_n + found_n), 1) for n in (strict, relaxed, value)]
        scores[language] = dict(zip(("strict", "relaxed", "value"), f1, strict=True)) | {"n": gold_n}
        print(language, scores[language])
    return scores


if __name__ == "__main__":
    main(sys.argv[1], "-v" in sys.argv)
