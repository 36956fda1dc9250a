"""Copies made of real texts, eight ways, and how many of them are found: python eval/altered.py DATA [-v].

DATA is the folder of public sets; its English and Russian texts, with those of ``eval/gold`` and the demo,
are the originals. Sixty originals a kind and language are altered (``KINDS``), all draws from one seed. No
text is kept here. Nobody has dated the texts, so none has a date; a copy comes from a source of its own.

Real texts repeat each other too. Two originals that share a tenth of the shorter one's runs of six words (ten
runs at least) are twins, and a twin stands for its original. Precision is that of links of made copies: what
is suggested between two originals is counted apart, since only a person can judge it.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import entities
import gold
import times
from results_table import Measured, digest_of, show
from scoring import Tally

from muster.link import CopyInput, find_copies
from muster.model.links import Copy
from muster.text.segment import sentences
from muster.text.shingles import grams, words_of

HERE = Path(__file__).parent
SEED = 20310922
LANGUAGES = ("en", "ru")
A_KIND = 60
# Originals have so many words; longer texts are cut into sections.
FEWEST, SECTION = 60, 300
POSTS = 1800
_NATURAL_RUNS, _NATURAL_SHARE = 10, 0.1
_LETTERS = {"en": "abcdefghijklmnoprstuvwxy", "ru": "абвгдежзийклмнопрстуфхцчшщыьэюя"}


@dataclass(frozen=True, slots=True)
class Altered:
    """One made copy: ``parts`` are the originals it was made of, ``host`` the text an excerpt stands in."""

    document: str
    how: str
    language: str
    parts: tuple[str, ...]
    body: str
    host: str = ""


def originals(data: Path) -> dict[str, tuple[str, str, str]]:
    """Text id → language, source, body; sections of 60 to about 300 words, each body once."""
    found: dict[str, tuple[str, str, str]] = {}
    seen: set[str] = set()
    for name, language, source, body in _texts(data):
        for number, section in enumerate(_sections(body)):
            if section not in seen:
                seen.add(section)
                found[f"{name}/{number}"] = (language, source, section)
    return found


def _texts(data: Path) -> Iterator[tuple[str, str, str, str]]:
    for document in gold.load():
        yield f"gold/{document.id}", document.language, f"gold {document.id}", document.text
    for path in sorted((HERE.parent / "examples" / "demo" / "sources").glob("*.txt")):
        language = path.stem[-2:] if path.stem[-3:-2] == "-" else "en"
        yield f"demo/{path.stem}", language, "demo", path.read_text("utf-8")
    for folder in ("meantime_en", "wikiwars_en"):
        for case in times.cases_of(data / "time" / folder):
            yield f"{folder}/{case.name}", "en", f"{folder} {case.name}", case.body
    for line in (data / "attribution" / "english_gum.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        yield f"gum/{one['doc']}", "en", one["doc"], one["text"]
    for path in sorted((data / "protection").glob("*.json")):
        for one in json.loads(path.read_text("utf-8")):
            yield f"court/{one['doc_id']}", "en", f"court {one['doc_id']}", one["text"]
    for sample in entities.factrueval(data / "names_ner" / "factrueval"):
        yield f"factrueval/{sample.name}", "ru", f"factrueval {sample.name}", sample.body
    posts = [
        (f"posts/{post['channel']}#{post['message_id']}", "ru", str(post["channel"]), post["text"])
        for path in sorted((data / "telegram" / "posts").glob("*.json"))
        for post in json.loads(path.read_text("utf-8"))
        if post["text"] and len(post["text"].split()) >= FEWEST
    ]
    yield from random.Random(SEED).sample(posts, min(POSTS, len(posts)))


def _sections(body: str) -> Iterator[str]:
    """Stretches of whole sentences with about 300 words, none under 60."""
    start, words = 0, 0
    spans = sentences(body)
    for span in spans:
        words += len(body[span.start : span.stop].split())
        if words >= SECTION or span is spans[-1]:
            if words >= FEWEST:
                yield body[start : span.stop].strip()
            start, words = span.stop, 0


def _cut(body: str) -> list[str]:
    return [body[s.start : s.stop] for s in sentences(body)]


def _shuffle(body: str, rng: random.Random, _all: Sequence[str], _language: str) -> str:
    parts = _cut(body)
    rng.shuffle(parts)
    return " ".join(parts)


def _truncate(body: str, rng: random.Random, _all: Sequence[str], _language: str) -> str:
    parts = _cut(body)
    kept = max(1, round(len(parts) * 0.4))
    while kept < len(parts) and len(" ".join(parts[:kept]).split()) < 25:
        kept += 1
    return " ".join(parts[:kept])


def _ocr5(body: str, rng: random.Random, _all: Sequence[str], language: str) -> str:
    """One character in twenty read wrong, lost, or doubled."""
    letters, out = _LETTERS[language], []
    for char in body:
        if char.isspace() or rng.random() >= 0.05:
            out.append(char)
        else:
            out.append(rng.choice((rng.choice(letters), "", char + rng.choice(letters))))
    return "".join(out)


def garbled(share: float) -> Callable[[str, random.Random, Sequence[str], str], str]:
    """A copy in which this share of the words is lost, replaced by one of another text, or moved by one."""

    def alter(body: str, rng: random.Random, others: Sequence[str], _language: str) -> str:
        words, out = body.split(), []
        noise = rng.choice(others).split()
        for word in words:
            if rng.random() >= share:
                out.append(word)
                continue
            what = rng.randrange(3)
            if what == 1:
                out.append(rng.choice(noise))
            elif what == 2:
                out.insert(max(0, len(out) - 1), word)
        return " ".join(out)

    return alter


def _excerpt(body: str, rng: random.Random, _all: Sequence[str], _language: str) -> str:
    """A quarter of the text, thirty words at least."""
    words = body.split()
    size = max(30, len(words) // 4)
    start = rng.randrange(max(1, len(words) - size))
    return " ".join(words[start : start + size])


def _inside(piece: str, host: str, rng: random.Random) -> str:
    parts = _cut(host)
    place = rng.randrange(len(parts) + 1)
    return " ".join([*parts[:place], piece, *parts[place:]])


Alter = Callable[[str, random.Random, Sequence[str], str], str]
KINDS: dict[str, Alter] = {
    "shuffle": _shuffle,
    "truncate": _truncate,
    "ocr5": _ocr5,
    "garble35": garbled(0.35),
    "garble60": garbled(0.60),
    "excerpt": _excerpt,
    "passage": _excerpt,
    "merge": lambda body, rng, others, language: body,
}


def altered(texts: Mapping[str, tuple[str, str, str]]) -> list[Altered]:
    """Sixty copies of each kind and language; a merged one holds half of each of two originals or more."""
    made = []
    for language in LANGUAGES:
        names = [name for name, (spoken, _, _) in texts.items() if spoken == language]
        hosts = names[::7]
        pool = [name for name in names if name not in set(hosts)]
        others = [texts[name][2] for name in hosts]
        for how, alter in KINDS.items():
            rng = random.Random(f"{SEED} {language} {how}")
            for number, name in enumerate(rng.sample(pool, A_KIND)):
                body = alter(texts[name][2], rng, others, language)
                parts: tuple[str, ...] = (name,)
                host = ""
                if how == "passage":
                    host = rng.choice(hosts)
                    body = _inside(body, texts[host][2], rng)
                if how == "merge":
                    other = rng.choice(pool)
                    body, parts = body + "\n\n" + texts[other][2], (name, other)
                made.append(Altered(f"~{language}-{how}-{number:02}", how, language, parts, body, host))
    return made


def natural_pairs(texts: Mapping[str, tuple[str, str, str]]) -> Callable[[str, str], bool]:
    """Whether two originals repeat each other, by shared runs of six words; each repeats itself."""
    holders: dict[int, list[str]] = defaultdict(list)
    size: dict[str, int] = {}
    for name, (_, _, body) in texts.items():
        found = words_of([body])
        numbers = set(grams(found.word, found.text, 6)[0].tolist())
        size[name] = len(numbers)
        for number in numbers:
            holders[number].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        for place, one in enumerate(names[:200]):
            shared.update((one, other) for other in names[place + 1 : 200])
    alike = {
        pair
        for pair, runs in shared.items()
        if runs >= _NATURAL_RUNS and runs >= _NATURAL_SHARE * min(size[pair[0]], size[pair[1]])
    }
    return lambda a, b: a == b or (a, b) in alike or (b, a) in alike


def inputs(texts: Mapping[str, tuple[str, str, str]], made: Iterable[Altered]) -> dict[str, CopyInput]:
    found = {
        name: CopyInput(name, source, name, None, None, None, None, language, body)
        for name, (language, source, body) in texts.items()
    }
    for number, one in enumerate(made):
        source = f"copier {number % 40}"
        found[one.document] = CopyInput(
            one.document, source, one.document, None, None, None, None, one.language, one.body
        )
    return found


def search(held: Mapping[str, CopyInput]) -> list[Copy]:
    with tempfile.TemporaryDirectory() as folder:
        return list(
            find_copies(
                lambda: iter(held.values()), lambda ids: {i: held[i] for i in ids}, workdir=Path(folder)
            )
        )


def measure(data: Path, *, verbose: bool = False) -> list[Measured]:
    """F1 of all kinds together, recall by kind and language, precision of the links."""
    texts = originals(data)
    made = altered(texts)
    alike = natural_pairs(texts)
    held = inputs(texts, made)
    began = time.process_time()
    copies = search(held)
    spent = time.process_time() - began
    behind = {name: (name,) for name in texts}
    for one in made:
        behind[one.document] = (*one.parts, *([one.host] if one.host else []))
    partners: dict[str, set[str]] = defaultdict(set)
    natural, apart, right = 0, 0, 0
    wrong = []
    for copy in copies:
        if copy.kind == "translated":
            # Translations among the demo's papers are right, and not what is measured here.
            continue
        same = any(alike(a, b) for a in behind[copy.copy] for b in behind[copy.original])
        if copy.copy in texts and copy.original in texts:
            natural += same
            apart += not same
        elif same:
            right += 1
        else:
            wrong.append(copy)
        partners[copy.copy].update(behind[copy.original])
        partners[copy.original].update(behind[copy.copy])
    figures = Tally()
    missed = []
    for one in made:
        for part in one.parts:
            found = any(alike(part, other) for other in partners[one.document])
            for metric in ("recall", f"recall, {one.how}", f"recall, {one.how}, {one.language}"):
                figures.add(one.document, metric, found, 1)
            if not found:
                missed.append((one, part))
    for number in range(right + len(wrong)):
        figures.add(str(number), "precision", number < right, 1)
    wanted = sum(len(one.parts) for one in made)
    recall, precision = 1 - len(missed) / wanted, right / max(1, right + len(wrong))
    both = 2 * precision * recall / max(1e-9, precision + recall)
    print(
        f"{len(texts)} originals, {len(made)} copies; {len(copies)} links, between originals "
        f"{natural} natural and {apart} others; {spent:.1f} cpu s; "
        f"precision {precision:.4f}, recall {recall:.4f}, F1 {both:.4f}"
    )
    if verbose:
        for one, part in missed:
            print("missed", one.document, part, len(one.body.split()))
        for copy in wrong:
            print("wrong", copy.kind, copy.copy, copy.original, copy.score, copy.reasons[:2])
    sets = [data / "telegram" / "near_duplicate_pairs.json", data / "attribution" / "english_gum.jsonl"]
    return [Measured("copies altered", "-", len(held), wanted, digest_of(sets), figures.figures())]


def main() -> int:
    """Print the figures; 1 where one is below its floor."""
    return bool(show(measure(Path(sys.argv[1]), verbose="-v" in sys.argv)))


if __name__ == "__main__":
    sys.exit(main())
