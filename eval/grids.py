"""The plainest sentences of news, by the thousand: python eval/grids.py [--language xx] [--show].

Gold texts play with form; most news does not, and a rule that a plain sentence breaks is never seen in them.
A grid of ``gold/grids/LANGUAGE/*.toml`` crosses rows (ways to name a source, verbs, numbers) with frames and,
where it has them, with sentences that stand before. Every sentence that results is read by itself, and each
has one right answer, which the row tells:

* ``asks = "speaker"``: a claim with the grid's ``words`` (filled in like a frame) is there, and its first
  speaker has the row's ``name`` (one of its ``names``; none, where the row has none) and, where the row names
  them, the ``body``, a ``role`` with its words, and who passed it on, ``outer``, behind the first;
* ``asks = "content"``: a claim has the grid's ``words`` and, but for marks, no others, and its first speaker,
  or what he is, has the row's ``who`` in it;
* ``asks = "source"``: a claim with the grid's ``words`` has for its speaker exactly the words of the row's
  ``n`` or ``g``, or of its ``whole``, which are those without a clause about the source;
* ``asks = "numbers"``: each of the row's ``q``, "words | bounds | what | of whom | flag";
* ``asks = "times"``: each of the row's ``t``, "words | TIMEX3 value | first day | last day";
* ``asks = "protected"``: every claim with the grid's ``words`` has a first speaker whom words of the text
  protect (who is not merely presumed to be); ``asks = "open"``: there is one, and no words protect him;
* ``asks = "hedge"``: a claim with the grid's ``words`` keeps the row's ``hedge`` (``n`` where it has none);
  ``asks = "sure"``: there is one, and none of them keeps a hedge;
* ``asks = "basis"``: the shortest claim with the ``words`` rests on ``basis``; a cell whose words no claim
  holds is counted apart (*found*);
* ``asks = "order"``: the event with the row's words ``first`` is before the one with ``second``; ``asks =
  "unordered"``: nothing says which is;
* ``asks = "via"``: the shortest claim with the ``words`` came by the row's ``via``, "kind|part of the name"
  each, and by nothing else; an outlet that tells of the speaker carried his words;
* ``asks = "unverified"`` or ``"asserted"``: a claim with the grid's ``words`` has that stance.

``every`` is what all rows of a grid have. In rows and frames ``{x}`` is the row's field, ``{X}`` the same
with a capital, ``он|она`` the form for the row's sex. All of it is for developing; intervals are drawn over
rows. ``--show`` lists what was wrong.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grid_answers import numbers_of, order_of, times_of, unordered
from results_table import Measured, Told, arguments, digest_of, pin, show
from scoring import Tally

from muster.model.claims import Claim, Reading, ReadingContext, Speaker
from muster.model.evidence import Text
from muster.read import read_text

FOLDER = Path(__file__).parent / "gold" / "grids"
LANGUAGES = ("en", "ru", "uk")
_PUBLISHED = "2031-05-01"
_BY_SEX = re.compile(r"(\w+)\|(\w+)")
# "X, 43," at the end of a sentence.
_SPARE = re.compile(r",(?=[,.])")
_FIELD = re.compile(r"\{(\w)(\w*)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One cell of a grid: its text, and what its row says is right."""

    grid: str
    row: dict[str, Any]
    body: str
    asks: str
    words: str


def sentences(file: Path) -> Iterator[Sentence]:
    """Every cell of every grid of a file.

    Raises:
        KeyError: a frame asks for a field that a row has not.
    """
    for grid in tomllib.loads(file.read_text("utf-8"))["grid"]:
        for row in ({**grid.get("every", {}), **one} for one in grid["row"]):
            for opening in grid.get("openings", [""]):
                for frame in grid["frames"]:
                    body = _filled(f"{opening} {frame}", row).strip()
                    words = _filled(grid.get("words", ""), row)
                    yield Sentence(grid["name"], row, body, grid["asks"], words)


def _filled(frame: str, row: dict[str, Any]) -> str:
    def field(m: re.Match[str]) -> str:
        value = str(row[m[1].lower() + m[2]])
        return value[:1].upper() + value[1:] if m[1].isupper() else value

    sexed = _SPARE.sub("", _FIELD.sub(field, frame))
    return _BY_SEX.sub(lambda m: m[2 if row.get("sex") == "f" else 1], sexed)


def judged(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """What is asked of a sentence, whether it was right, and what was read instead."""
    yield from _JUDGES[sentence.asks](sentence, reading)


def _speaker(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    row = sentence.row
    wanted = {_folded(name) for name in row.get("names", [row.get("name")])}
    said = _with_words(sentence, reading)
    chains = [c.said_by for c in said if c.said_by]
    got = "; ".join(" < ".join(f"{s.name} ({s.role}, {s.organisation})" for s in chain) for chain in chains)
    got = got or "nobody"
    fits = [chain for chain in chains if _folded(chain[0].name) in wanted]
    yield "speaker", bool(fits), got
    if not fits:
        return
    if body := row.get("body"):
        yield "body", any(body in (chain[0].organisation or "") for chain in fits), got
    if role := row.get("role"):
        yield "role", any(role in (chain[0].role or "").casefold() for chain in fits), got
    if outer := row.get("outer"):
        yield "outer", any(outer in [s.name for s in chain[1:]] for chain in fits), got


def _basis(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    said = _with_words(sentence, reading)
    yield "found", bool(said), "no claim"
    if said:
        nearest = min(said, key=lambda c: len(c.passage.words))
        got = f"{nearest.basis} ({nearest.speaker.words if nearest.speaker else 'nobody'})"
        yield "basis", nearest.basis == sentence.row["basis"], got


def _content(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    wanted = re.findall(r"[\w%'’-]+", sentence.words.casefold())
    said = [c for c in reading.claims if not c.own_voice]
    got = "; ".join(f"{[s.name or s.role for s in c.said_by]}: {c.passage.words}" for c in said) or "nothing"
    whole = [c for c in said if re.findall(r"[\w%'’-]+", c.passage.words.casefold()) == wanted]
    yield "content", bool(whole), got
    if whole and "who" in sentence.row:
        told = [f"{s.name} {s.role}".casefold() for c in whole for s in c.said_by[:1]]
        yield "speaker", any(sentence.row["who"] in words for words in told), got


def _with_words(sentence: Sentence, reading: Reading) -> list[Claim]:
    """Somebody's claims that hold the grid's words."""
    return [c for c in reading.claims if not c.own_voice and sentence.words in c.passage.words.casefold()]


def _source(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    row = sentence.row
    wanted = {str(row[k]).casefold().rstrip(",") for k in ("n", "g") if k in row}
    wanted |= {str(w).casefold() for w in row.get("whole", ())}
    said = _with_words(sentence, reading)
    told = [c.speaker.words if c.speaker else "nobody" for c in said]
    yield "source", any(words.casefold() in wanted for words in told), "; ".join(told) or "no claim"


def _via(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    """Carriers of the shortest claim with the words, and who tells of its speaker; no others."""
    said = _with_words(sentence, reading)
    yield "found", bool(said), "no claim"
    if said:
        nearest = min(said, key=lambda c: len(c.passage.words))
        ways = {(carrier.kind, carrier.name) for carrier in nearest.via}
        ways |= {("outlet", outer.name or "") for outer in nearest.said_by[1:]}
        wanted = [way.split("|") for way in sentence.row.get("via", [])]
        each = all(any(k == kind and name in n for k, n in ways) for kind, name in wanted)
        yield "via", each and len(ways) == len(wanted), str(sorted(ways))


def _folded(name: str | None) -> str:
    return (name or "").casefold().replace("ё", "е")


def _shielded(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    said = _with_words(sentence, reading)
    nearest = [c.said_by[0] if c.said_by else None for c in said]
    got = "; ".join(_shield(s) for s in nearest) or "no claim"
    if sentence.asks == "protected":
        right = bool(nearest) and all(s and s.protected and not s.presumed for s in nearest)
    else:
        right = bool(nearest) and not any(s and s.protected and not s.presumed for s in nearest)
    yield sentence.asks, right, got


def _shield(speaker: Speaker | None) -> str:
    if speaker is None:
        return "nobody"
    held = ("presumed" if speaker.presumed else "protected") if speaker.protected else "open"
    return f"{speaker.name} ({speaker.role}): {held}"


def _hedged(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    wanted = str(sentence.row.get("hedge", sentence.row["n"])).casefold()
    said = [c for c in reading.claims if sentence.words in c.passage.words.casefold()]
    kept = [h.words.casefold() for c in said for h in c.hedges]
    got = "; ".join(kept) or ("no hedge" if said else "no claim")
    yield "hedge", any(wanted in h or h in wanted for h in kept), got


def _sure(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    said = [c for c in reading.claims if sentence.words in c.passage.words.casefold()]
    kept = [h.words for c in said for h in c.hedges]
    yield "no hedge", bool(said) and not kept, "; ".join(kept) or "no claim"


def _stance(sentence: Sentence, reading: Reading) -> Iterator[tuple[str, bool, str]]:
    said = [c.stance for c in reading.claims if sentence.words in c.passage.words.casefold()]
    yield sentence.asks, sentence.asks in said, "; ".join(said) or "no claim"


_JUDGES = {
    "speaker": _speaker,
    "content": _content,
    "source": _source,
    "numbers": lambda s, reading: numbers_of(s.row["q"], s.body, reading),
    "times": lambda s, reading: times_of(s.row["t"], s.body, reading),
    "order": lambda s, reading: order_of(s.row["first"], s.row["second"], reading),
    "unordered": lambda s, reading: unordered(s.row["first"], s.row["second"], reading),
    "protected": _shielded,
    "open": _shielded,
    "hedge": _hedged,
    "sure": _sure,
    "basis": _basis,
    "via": _via,
    "unverified": _stance,
    "asserted": _stance,
}


def measure(languages: Iterable[str] = LANGUAGES, told: Told = None) -> Iterator[Measured]:
    """The grids of each language, a set a file."""
    for language in languages:
        for file in sorted((FOLDER / language).glob("*.toml")):
            yield _measured(language, file, told)


def _measured(language: str, file: Path, told: Told) -> Measured:
    tally, asked, rows = Tally(), 0, set()
    for n, sentence in enumerate(sentences(file)):
        text = Text(f"text-{n}", "grid", sentence.body, language, "eval")
        reading = read_text(text, ReadingContext(_PUBLISHED, source_kind="outlet"))
        row = f"{sentence.grid}: {sentence.row['n']}"
        rows.add(row)
        for metric, right, got in judged(sentence, reading):
            asked += 1
            tally.add(row, f"{metric}, {sentence.grid}", int(right), 1)
            if told and not right:
                told(f"{sentence.grid}, {metric}: {sentence.body} | {got}")
    name = f"grids {language} {file.stem}"
    return Measured(name, "rules", len(rows), asked, digest_of([file]), tally.figures(), unit="rows")


def main() -> int:
    """The command line above."""
    parser = arguments(__doc__, reader=False)
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--raise-floors", action="store_true", help="after rows were added too")
    given = parser.parse_args()
    languages = (given.language,) if given.language else LANGUAGES
    if given.raise_floors:
        pin(measure(languages))
    return bool(show(measure(languages, print if given.show else None)))


if __name__ == "__main__":
    sys.exit(main())
