"""The pages of figures, made from results.json and goals.toml: python eval/results_page.py [--check].

On the pages of ``docs/why/methods`` that have such marks the text between two of them is replaced, block by
block (``made: sets: SET; SET | FIGURE; FIGURE`` for any sets and figures of them); what stands around it is
written by hand. ``evaluation-figures.md`` is made whole. ``--check`` writes
nothing and exits 1 where a page is not what the pinned figures say. ``run.py --write`` brings all up to date.

A pooled figure counts the items of several sets together (F1 where what was found is counted too); it has no
interval of its own, since documents of different hands are not draws from one kind of text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill
from typing import Any

from pinned import Cell, Pinned, Stand, mark, marked, pooled, read_stand, whole
from results_table import HERE

PAGES = HERE.parent / "docs" / "why" / "methods"
FIGURES = PAGES / "evaluation-figures.md"
LANGUAGES = ("en", "ru", "uk")
# Sets of our own texts: how they begin in the results, and what the page calls them.
HANDS = {"own": "own, measuring half", "blind": "blind", "fresh": "fresh", "stranger": "second stranger"}
# What somebody who only wants to know how far to trust a claim asks, in his words.
ASKED = {
    "what is shown as a claim is one": "precision of claims",
    "quoted words are found": "content found, quoted",
    "words told indirectly are found": "content found, indirect",
    "who says it is right, where the sentence tells": "speaker right where found, explicit",
    "… of all such words, found or not": "speaker right, of all, explicit",
    "who says it is right, where it has *he* or nobody": "speaker right where found, implicit and carried",
    "how he knows it (basis) is right": "basis right",
    "a hedge is kept": "hedges kept",
    "through whom it came (carrier) is kept": "carriers kept",
    "whom the text hides is marked": "protected found, where found",
    "nobody else is marked so": "protected only where shielded",
    "hidden people's words stay in, or are warned of": "stay, or are warned of",
    "a number has both bounds right": "full interval",
    "a time has its value right (F1)": "times, value",
}  # fmt: skip
# The goals that each hand's texts are held against, as the table words them.
HELD = {
    "quoted words found": "content found, quoted",
    "indirect words found": "content found, indirect",
    "the source's words right": "source right",
    "speaker right, explicit": "speaker right where found, explicit",
    "speaker right, implicit and carried": "speaker right where found, implicit and carried",
    "hedges kept": "hedges kept",
    "basis right": "basis right",
    "hidden people marked": "protected found, where found",
}
FOUND = {
    "source, F1": "source, F1 at 0.3",
    "cue, F1": "cue, F1 at 0.3",
    "content, F1": "content, F1 at 0.3",
    "content found, quoted": "content found, quoted",
    "... indirect": "content found, indirect",
    "precision of claims": "precision of claims",
    "speaker right where found, explicit": "speaker right where found, explicit",
    "... implicit and carried": "speaker right where found, implicit and carried",
}
NUMBERS = {
    "both bounds right": "full interval",
    "thing counted": "thing counted",
    "kind": "kind of quantity",
}
TRAVELS = {
    "hidden people marked, where found": "protected found, where found",
    "others left unmarked": "protected only where shielded",
    "kind of source right": "kind of source right",
    "carriers kept": "carriers kept",
    "basis right": "basis right",
    "hedges kept": "hedges kept",
    "stance right": "stance right",
    "act right": "act right",
}
PEOPLE = {
    "source, F1": "source, F1 at 0.3",
    "cue, F1": "cue, F1 at 0.3",
    "content, F1": "content, F1 at 0.3",
    "speaker": "same where both found it, speaker",
    "kind of source": "same where both found it, kind of source",
    "hedges, F1": "hedges, F1",
    "both bounds of a number, F1": "full interval, F1",
    "value of a time, F1": "times, value",
}
_BLOCK = re.compile(r"(<!-- made: (\w+)(?:: ([^>\n]+?))? -->\n).*?(<!-- end -->\n)", re.DOTALL)
_WIDTH = 110
Lines = list[str]


# The blocks of the page --------------------------------------------------------------------------


def short(stand: Stand) -> Lines:
    """How far to trust it: the four sets of each language pooled; the lowest and highest of the twelve."""
    columns = [("en", "rules"), ("en", "full"), ("ru", "rules"), ("uk", "rules")]
    lines = _table("per cent (of how many)", "asked", "en", "en, tagger", "ru", "uk", "lowest, highest set")
    for words, metric in ASKED.items():
        goals = sorted({g for x in LANGUAGES if (g := stand.goal(f"own {x}", metric)) is not None})
        every = pooled(_of_language(stand, metric, "rules", *LANGUAGES))
        cells = [pooled(_of_language(stand, metric, reader, x)) for x, reader in columns]
        shown = [f"{whole(c.value)} ({c.gold})" if c else "–" for c in cells]
        spread = f"{whole(every.low)}, {whole(every.high)}" if every else "–"
        lines.append(_row(words, " to ".join(f"{g:g}" for g in goals) or "–", *shown, spread))
    return lines


def _of_language(stand: Stand, metric: str, reader: str, *languages: str) -> list[Cell | None]:
    if metric == "stay, or are warned of":
        names = [f"leaving {hand} {x}" for x in languages for hand in HANDS]
        return [stand.cell(name, "-", metric) for name in names] if reader == "rules" else []
    return [stand.cell(f"{hand} {x}", reader, metric) for x in languages for hand in HANDS]


def hands(stand: Stand) -> Lines:
    """Where the reader by rules stands against each goal, by language and by whose texts."""
    lines = _by_hand(stand, HELD, LANGUAGES)
    met, missed = ("".join(lines).count(sign) for sign in "✓✗")
    return [f"{met} of {met + missed} are met.", "", *lines]


def english(stand: Stand) -> Lines:
    """Who said what in English."""
    return _by_hand(stand, FOUND, ["en"])


def slavic(stand: Stand) -> Lines:
    """Who said what in Russian and Ukrainian."""
    return _by_hand(stand, FOUND, ["ru", "uk"])


def travels(stand: Stand) -> Lines:
    """What travels with a claim."""
    return _by_hand(stand, TRAVELS, LANGUAGES)


def numbers(stand: Stand) -> Lines:
    """Numbers of our own gold; the second stranger's texts have none marked."""
    return _by_hand(stand, NUMBERS, LANGUAGES)


def sets(stand: Stand, names: str, figures: str = "") -> Lines:
    """Any sets, by rules or without a reader; all their figures, or those that are named.

    A line a set, of one set alone a line a figure. The names are parted by semicolons. KeyError where no set
    has the name.
    """
    several = [stand.sets.get((name, "rules")) or stand.sets[name, "-"] for name in names.split("; ")]
    metrics = figures.split("; ") if figures else list(dict.fromkeys(m for p in several for m in p.figures))
    heads = [metric.removesuffix(" at 0.3") for metric in metrics]
    rows = [[_of_set(stand, p, metric) for metric in metrics] for p in several]
    sizes = [f"{p.documents:,} {p.unit}" for p in several]
    if len(several) == 1:
        of_one = zip(heads, rows[0], strict=True)
        return [*_table(f"{names}, {sizes[0]}", "reached"), *(_row(*line) for line in of_one)]
    named = zip(several, sizes, rows, strict=True)
    return [*_table("set", "size", *heads), *(_row(p.name, size, *cells) for p, size, cells in named)]


def _of_set(stand: Stand, pinned: Pinned, metric: str) -> str:
    shown = marked(pinned.figures.get(metric), stand.goal(pinned.name, metric))
    # B-cubed counts shares of items: of how many says nothing to a reader.
    return shown.partition(" of ")[0] if metric.startswith("B-cubed") else shown


def _by_hand(stand: Stand, names: dict[str, str], languages: Sequence[str]) -> Lines:
    """A line a figure and language, a column a hand."""
    lines = _table("what", "", "asked", *HANDS.values())
    for words, metric in names.items():
        for language in languages:
            sets = [f"{hand} {language}" for hand in HANDS]
            goal = stand.goal(sets[0], metric)
            cells = [marked(stand.cell(s, "rules", metric), stand.goal(s, metric)) for s in sets]
            first = words if language == languages[0] else ""
            lines.append(_row(first, language, "–" if goal is None else f"{goal:g}", *cells))
    return lines


def others(stand: Stand) -> Lines:
    """How many of all other goals are met, and the missed ones by set."""
    asked, missed = 0, dict[str, list[str]]()
    for name, wanted in stand.goals.items():
        pinned = next((p for (n, r), p in stand.sets.items() if n == name and r != "full"), None)
        if name in _measured() or not pinned:
            continue
        asked += len(_metrics(wanted))
        family, _, which = name.partition(" ") if name.startswith("identifiers") else (name, "", "")
        for metric, goal in _metrics(wanted).items():
            cell = pinned.figures.get(metric)
            if not cell or cell.value < goal:
                missed.setdefault(family, []).append(_missed(cell, f"{metric} {which}".strip(), goal))
    absent = [name for name in stand.goals if name not in {n for n, _ in stand.sets}]
    without = f" Without a figure, for want of the set: {', '.join(absent)}." if absent else ""
    met = asked - sum(map(len, missed.values()))
    several = [f"- **{family}**: {'; '.join(cells)}" for family, cells in missed.items()]
    return [f"{met} of {asked} are met.{without} Missed:", "", *map(_wrapped, several)]


def _missed(cell: Cell | None, what: str, goal: float) -> str:
    bounds = f"{cell.value:g} [{whole(cell.low)}, {whole(cell.high)}]" if cell else "nothing"
    return f"{what.removesuffix(' at 0.3')} ✗ {bounds} of {goal:g}"


def _wrapped(line: str) -> str:
    return fill(line, _WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def people(stand: Stand) -> Lines:
    """How far two annotators agree."""
    lines = _table("per cent [95 %] of how many", *LANGUAGES)
    for words, metric in PEOPLE.items():
        lines.append(_row(words, *(str(stand.cell(f"agreement {x}", "person", metric)) for x in LANGUAGES)))
    for words, files in (
        ("basis, both by the tree, unseen texts", ("stranger-blind",)),
        ("basis, both by the tree, developing texts", ("develop-second",)),
        ("basis, the tree and labels made before it", ("own", "blind", "fresh")),
    ):
        named = [[f"agreement on the basis, {f}, {x}" for f in files] for x in LANGUAGES]
        cells = [pooled(stand.cell(n, "person", "same basis") for n in names) for names in named]
        alone = [stand.cell(names[0], "person", "same basis") if len(names) == 1 else None for names in named]
        shown = [str(one) if one else f"{whole(c.value)} of {c.gold}" if c else "–"
                 for one, c in zip(alone, cells, strict=True)]  # fmt: skip
        lines.append(_row(words, *shown))
    return lines


def kinds(stand: Stand) -> Lines:
    """Recall by kind of attribution, the measured sets of a language pooled: words, and their source."""
    return _kinds_of(stand, ("content", "source"), "attribution")


def _kinds_of(stand: Stand, things: Sequence[str], title: str) -> Lines:
    heads = [f"{thing}, {x}" if len(things) > 1 else x for thing in things for x in LANGUAGES]
    lines = _table(title, *heads)
    for kind in _kinds_named(stand, things):
        cells = []
        for thing in things:
            for language in LANGUAGES:
                several = [stand.sets.get((f"{hand} {language}", "rules")) for hand in HANDS]
                cell = pooled(p.kinds.get(f"{thing}, {kind}") for p in several if p)
                cells.append(f"{whole(cell.value)} ({cell.gold})" if cell else "–")
        lines.append(_row(kind, *cells))
    return lines


def _kinds_named(stand: Stand, things: Sequence[str]) -> list[str]:
    several = (p for (name, reader), p in stand.sets.items() if reader == "rules" and name in _measured())
    parted = (metric.partition(", ") for p in several for metric in p.kinds)
    return sorted({kind for thing, _, kind in parted if thing in things})


def _measured() -> list[str]:
    return [f"{hand} {language}" for hand in HANDS for language in LANGUAGES]


def _metrics(wanted: dict[str, Any]) -> dict[str, float]:
    """What is asked of the rules, or of every reader."""
    parts = wanted, wanted.get("rules", {})
    return {m: g for part in parts for m, g in part.items() if not isinstance(g, dict)}


BLOCKS: dict[str, Callable[[Stand], Lines]] = {
    made.__name__: made for made in (short, hands, others, people, kinds, english, slavic, travels, numbers)
}


# The page of all figures -------------------------------------------------------------------------

_TOP = """# Every goal, and recall by kind in every set

Made by `python eval/results_page.py` from the pinned figures; what the names mean and how far to trust them
stands in [evaluation.md](evaluation.md). Per cent with its 95 % interval; ✓ met, ✗ missed."""
_POOLED = {
    ("content", "source"): "attribution",
    ("interval",): "number, both bounds right",
    ("time value",): "time, value right",
}
_PUBLIC = ("GUM", "GUM news", "Russian PUD")


def figures_page(stand: Stand) -> str:
    """Every goal with what each reader reached, then recall by kind in our own texts and public sets."""
    lines = [*_TOP.splitlines(), "", "## Goals", ""]
    lines += _table("set", "reader", "figure", "asked", "reached", "right, of all")
    for (name, reader), pinned in stand.sets.items():
        for metric, cell in pinned.figures.items():
            goal = stand.goal(name, metric, reader)
            if goal is not None:
                shown = f"{mark(cell, goal)} {cell.value} [{cell.low}, {cell.high}]"
                lines.append(_row(name, reader, metric, f"{goal:g}", shown, f"{cell.right} of {cell.gold}"))
    lines += ["", "## Recall by kind, the measured sets of a language together", ""]
    for things, title in _POOLED.items():
        lines += [*_kinds_of(stand, things, title), ""]
    lines.pop()
    for language in LANGUAGES:
        sets = [f"{hand} {language}" for hand in HANDS]
        lines += _kinds_by_set(stand, f"our own texts, {language}", "rules", sets)
        lines += _kinds_by_set(stand, f"identifiers, {language}", "-", [f"identifiers {s}" for s in sets])
    lines += _kinds_by_set(stand, "public sets of attribution", "rules", _PUBLIC)
    lines += _kinds_by_set(stand, "names in a crowd", "-", ["names in a crowd, measuring"])
    return "\n".join(lines) + "\n"


def _kinds_by_set(stand: Stand, title: str, reader: str, names: Sequence[str]) -> Lines:
    """A table of its own: a line a kind, a column a set that has kinds."""
    several = [p for name in names if (p := stand.sets.get((name, reader))) and p.kinds]
    lines = ["", f"## Recall by kind, {title}", "", *_table("kind", *(p.name for p in several))]
    for kind in sorted({kind for p in several for kind, cell in p.kinds.items() if cell.gold}):
        lines.append(_row(kind, *(marked(p.kinds.get(kind), None) for p in several)))
    return lines


def _table(*heads: str) -> Lines:
    return [_row(*heads), "|" + "---|" * len(heads)]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


# Writing -----------------------------------------------------------------------------------------


def page(text: str, stand: Stand) -> str:
    """The page with every block made anew. KeyError where a block has no maker."""

    def made(found: re.Match[str]) -> str:
        lines = sets(stand, *found[3].split(" | ")) if found[3] else BLOCKS[found[2]](stand)
        return "\n".join([found[1].rstrip("\n"), *lines, found[4]])

    return _BLOCK.sub(made, text)


def write() -> None:
    """Every page with a block, and the page of all figures, from what is pinned."""
    for path, text in _made().items():
        path.write_text(text, "utf-8")


def _made() -> dict[Path, str]:
    stand = read_stand()
    texts = {path: path.read_text("utf-8") for path in sorted(PAGES.glob("*.md"))}
    filled = {path: page(text, stand) for path, text in texts.items() if _BLOCK.search(text)}
    return {**filled, FIGURES: figures_page(stand)}


def main() -> int:
    """The command line above."""
    if "--check" not in sys.argv[1:]:
        write()
        return 0
    stale = [p.name for p, text in _made().items() if not p.exists() or p.read_text("utf-8") != text]
    if stale:
        print(f"out of date ({', '.join(stale)}): run 'python eval/results_page.py'")
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
