"""Characters a second of the reader and of its peers, in one run on the same texts.

    pip install -r bench/peers.txt      # beside Muster, best with its extras full and ru
    python bench/peers.py [--rounds 5] [--data FOLDER]

The texts are those of eval/gold, which are dense; with a folder of public sets, the rules are also timed on
its news and interviews (GUM, English), news sentences (PUD, Russian) and history (WikiWars-UA). One thread;
processor time; the median of several rounds; loading is shown apart. What is not installed is named and left
out. A peer is given what it was made for: dates to dateparser, quantities to quantulum3, sentences, names and
syntax to natasha.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

import times  # noqa: E402  (eval/ is a folder of scripts, not a package)
from gold import load  # noqa: E402

Work = Callable[[str], object]


def muster(reader: str) -> Callable[[], Work]:
    """Everything that a reader finds."""

    def ready() -> Work:
        from muster.model.claims import ReadingContext
        from muster.model.evidence import Text
        from muster.read import read_text

        context = ReadingContext(published="2031-05-02")
        return lambda body: read_text(Text("t", "d", body, "und", "bench"), context, reader=reader)

    return ready


def times_and_quantities() -> Work:
    """Muster's two readers of numbers alone."""
    from muster.model.claims import ReadingContext
    from muster.model.evidence import Text
    from muster.read.page import lay_out
    from muster.read.quantities.quantities import find_quantities
    from muster.read.times.times import find_times

    context = ReadingContext(published="2031-05-02")

    def work(body: str) -> object:
        text = Text("t", "d", body, "und", "bench")
        page = lay_out(text)
        found = find_times(text, page.sentences, page.languages, context)
        return found, find_quantities(text, page.sentences, page.languages, context)

    return work


def dateparser(language: str) -> Callable[[], Work]:
    """dateparser's search for dates in running text."""

    def ready() -> Work:
        from dateparser.search import search_dates

        return lambda body: search_dates(body, languages=[language])

    return ready


def quantulum3() -> Work:
    """quantulum3's parser of quantities (English)."""
    from quantulum3 import parser

    return lambda body: parser.parse(body)


def natasha() -> Work:
    """natasha: sentences, morphology, syntax and names (Russian)."""
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    segmenter, embedding = Segmenter(), NewsEmbedding()
    parts = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def work(body: str) -> object:
        doc = Doc(body)
        doc.segment(segmenter)
        doc.tag_morph(parts[0])
        doc.parse_syntax(parts[1])
        doc.tag_ner(parts[2])
        return doc

    return work


ROWS: tuple[tuple[str, str, Callable[[], Work]], ...] = (
    *((f"rules, everything, {lang}", lang, muster("rules")) for lang in ("en", "ru", "uk")),
    *((f"times and quantities alone, {lang}", lang, times_and_quantities) for lang in ("en", "ru", "uk")),
    ("full, English with the tagger", "en", muster("full")),
    ("full, Russian with the parser", "ru", muster("full")),
    *((f"dateparser, dates, {lang}", lang, dateparser(lang)) for lang in ("en", "ru", "uk")),
    ("quantulum3, quantities, en", "en", quantulum3),
    ("natasha, syntax and names, ru", "ru", natasha),
)


def speed(ready: Callable[[], Work], texts: list[str], rounds: int) -> tuple[float, float]:
    """(seconds to load and read one text, characters a second once loaded)."""
    began = time.process_time()
    work = ready()
    work(texts[0])
    loading = time.process_time() - began
    size = sum(map(len, texts))
    figures = []
    for _ in range(rounds):
        began = time.process_time()
        for body in texts:
            work(body)
        figures.append(size / (time.process_time() - began))
    return loading, statistics.median(figures)


def of_public_sets(data: Path) -> dict[str, list[str]]:
    """Texts that others wrote, by language; a set that is not there gives none."""
    sets = data / "attribution"
    gum = [json.loads(line) for line in _lines(sets / "english_gum.jsonl")]
    pud = [json.loads(line)["text"] for line in _lines(sets / "russian_pud_derived.jsonl")]
    wars = sorted((data / "time" / "wikiwars_uk").glob("*.xml"))
    return {
        "en": [each["text"] for each in gum if each["genre"] in ("news", "interview")],
        "ru": [" ".join(pud)] if pud else [],
        "uk": [times.from_timeml(path, "uk").body for path in wars],
    }


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def rows(rounds: int, data: Path | None) -> Iterator[str]:
    """Lines of the table."""
    texts: dict[str, list[str]] = {}
    for document in load():
        texts.setdefault(document.language, []).append(document.text)
    if data is not None:
        for language, public in of_public_sets(data).items():
            name = f"rules, everything, public sets, {language}"
            if public:
                yield _row(name, muster("rules"), public, rounds)
            else:
                yield f"{name:<36} left out: its set is not under {data}"
    for name, language, ready in ROWS:
        yield _row(name, ready, texts[language], rounds)


def _row(name: str, ready: Callable[[], Work], texts: list[str], rounds: int) -> str:
    try:
        loading, per_second = speed(ready, texts, rounds)
    except Exception as error:
        # One that is missing, or that fails on a text, must not hide the others.
        return f"{name:<36} left out: {type(error).__name__}: {str(error).splitlines()[0][:70]}"
    return f"{name:<36} {per_second:>12,.0f} characters a second, loading {loading:5.1f} s"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    for line in rows(given.rounds, given.data):
        print(line, flush=True)


if __name__ == "__main__":
    main()
