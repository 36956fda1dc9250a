"""What the machine says is told in the language of the desk, on every page."""

from __future__ import annotations

import ast
import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from tests.web.desk import Client

import muster
from muster.model.claims import BASES, Claim, because
from muster.model.evidence import Passage
from muster.model.grounds import GROUNDS
from muster.model.links import COPY_KINDS, VERDICTS, VERDICTS_OF
from muster.text.deeds import acts
from muster.web.reader import FIELDS as CORRECTIONS
from muster.web.review import _effect
from muster.web.told import said, tell, told, told_drawing
from muster.web.words import sentences, words
from muster.workflows.review import FIELDS, Question

_ROOT = Path(muster.__file__).parent
_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
# The rooms whose sentences pages show. What is not told of them is named below, with the reason.
_MACHINE = (
    "link/accounts.py", "link/claims.py", "link/context.py", "link/contradictions.py",
    "link/told_otherwise.py", "link/themes.py", "link/copies.py", "link/decided.py",
    "link/garbled.py", "link/grounds.py", "link/grouping.py", "link/independence.py", "link/origins.py",
    "link/pairs.py", "link/people.py", "link/retold.py", "link/shifts.py", "link/translated.py",
    "text/names/names.py", "text/names/word_evidence.py", "count/answers.py", "count/bounds.py",
    "count/figures.py", "count/span.py", "count/statements.py", "count/grades.py", "publish/draft/people.py",
    "publish/draft/numbers.py", "publish/draft/quoted.py", "workflows/watch/told.py", "cases/deadlines.py",
    "cases/due.py", "cases/law/answers.py", "read/protection/presumed.py", "read/protection/unnamed.py",
    "workflows/unnamed.py",
)  # fmt: skip

CONTRADICTION = VERDICTS_OF["contradiction"]
# What records are called: kinds, ways of knowing, methods, why something was set aside, what was judged.
RECORDS = {
    *COPY_KINDS, *BASES, *VERDICTS, *FIELDS, *CORRECTIONS, "stated", "span", "ledger", "lists", "person",
    "organisation", "unit", "place", "take", "read", "count", "password", "empty", "cut off", "media",
    "service messages", "polyglot", "sealed", "too deep", "too large", "unexpected", "forgotten", "no text",
    "unreadable", "crashed", "binary", "claim", "quantity", "time", "mention", "event", "document", "text",
    "passage", "original", "reading", "custody", "judgement", "judged", "finished", "taken", "estimate",
    "entity", "copy", "source", "run", "list", "pattern", "records", "table", "missing", "same-record",
    *CONTRADICTION, *(kind.replace("_", " ") for kind in acts.kinds()),
    "no relation", "relations", "basis", "grade",
    "draft", "leaves", "release", "released", "total", "rejected",
}  # fmt: skip
# Refusals of a command line, citations, what a reader writes of a figure for the ledger's own file.
_NOT_SHOWN = (
    "the list of names cannot be read", "one name a line, UTF-8",
    "or more by the profile", "counts a time from",
    "'muster law facts' lists them with their rules", "the one number named, by the profile acled",
)  # fmt: skip


# What they are given is words to look for, and no sentence.
_LISTS = ("words", "listed")


def _table(language: str) -> dict[str, str]:
    return dict(sentences(language, "machine.tsv"))


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_rule_is_told_with_all_that_fills_it(language: str) -> None:
    """No field is lost on the way, none is invented, and no translation is left out."""
    for english, other in _table(language).items():
        fields = {name for name, _ in _FIELD.findall(english)}
        assert other and {name for name, _ in _FIELD.findall(other)} == fields, english
        assert len(_FIELD.findall(english)) == len(fields), english


def _strings(path: Path, *, parts: bool = False) -> list[str]:
    """The sentences of a module, a NUL for what fills them; docstrings and lists of words apart. ``parts``:
    also what a sentence chooses from."""
    tree = ast.parse(path.read_text("utf-8"))
    inside, found = set(), []
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(id(node.value))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _LISTS:
            inside |= {id(each) for each in node.args}
        if isinstance(node, ast.JoinedStr) and not parts:
            inside |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) in inside:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.append(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = (p.value if isinstance(p, ast.Constant) else "\0" for p in node.values)
            found.append("".join(str(p) for p in parts))
    return found


def _longest(parts: list[str]) -> str:
    return max((" ".join(p.strip(" “”():;,–.").split()) for p in parts), key=len)


def _pairs(sentence: str) -> set[str]:
    row = re.sub(r"[^\w\s]", " ", sentence.replace("'", "")).split()
    return {f"{one} {other}" for one, other in pairwise(row) if not (one + other).isdigit()}


def test_every_rule_is_a_sentence_of_the_code() -> None:
    """A sentence that the code no longer says leaves the table too: some two words of it stand there."""
    said_anywhere = {
        pair for f in sorted(_ROOT.rglob("*.py")) for s in _strings(f, parts=True)
        for part in s.split("\0") for pair in _pairs(part)
    }  # fmt: skip
    for file in _ROOT.rglob("*.toml"):
        said_anywhere |= _pairs(file.read_text("utf-8"))
    gone = []
    for english in _table("ru"):
        pairs = set[str]().union(*(_pairs(part) for part in _FIELD.split(english)[::3]))
        if len(pairs) > 1 and pairs.isdisjoint(said_anywhere):
            gone.append(english)
    assert not gone, "\n".join(gone)


def test_every_sentence_of_these_rooms_is_told() -> None:
    """Whoever writes a new reason into a room finds here that Russian and Ukrainian are missing."""
    table = "\n".join(_table("ru"))
    missing = []
    for name in _MACHINE:
        for sentence in _strings(_ROOT / name):
            part = _longest(sentence.split("\0"))
            plain = len(part.split()) >= 4 and not re.search(r"[\\|\n]|[А-я]|\bpack\b", part)
            if plain and part not in table and part not in _NOT_SHOWN:
                missing.append(f"{name}: {part}")
    assert missing == []


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_ground_of_a_basis_is_told(language: str) -> None:
    """Why a claim has its basis is said in the language of the desk, the characters as they are."""
    w = words(language)
    for _basis, says in GROUNDS.values():
        told_so = tell(w, says)
        assert told_so is not None
        assert tell(w, f"{says}: “our own: count”") == f"{told_so}: «our own: count»"
    for said_of_none in ("no reason kept", because(Claim("claim-1", _ABC, "direct", own_voice=True))):
        assert tell(w, f"how it is known: unknown – {said_of_none}") is not None


_ABC = Passage("text-1", 0, 3, "abc")


def test_what_fills_a_sentence_is_told_too() -> None:
    """Numbers and days as the language writes them, codes as words, sentences within sentences; people's own
    words are left alone."""
    ru, uk, en = words("ru"), words("uk"), words("en")
    before = "published first: 2031-06-03 before 2031-06-04; a common third source is not excluded"
    assert tell(ru, before) == (
        "опубликован раньше: 3 июня 2031 до 4 июня 2031; общий третий источник не исключён"
    )
    assert tell(uk, "copies and repeats of one origin count once: 5 reports, 1 origins") == (
        "копії й повтори одного першоджерела рахуються один раз: 5\u00a0повідомлень, 1\u00a0першоджерело"
    )
    whose = (
        "Bodin (via Kray) is named as the one who says it: 1,200 claims in 2 documents, "
        "no copies of each other"
    )
    assert "Bodin (via Kray)" in (tell(ru, whose) or "") and "1\u00a0200" in (tell(ru, whose) or "")
    assert "of each other" not in (tell(ru, whose) or "")
    assert tell(en, before) == before and tell(ru, "The road is long.") is None
    assert said("The road is long.", ru) == "The road is long."
    assert told("The <road> is long.", ru) == '<span lang="en">The &lt;road&gt; is long.</span>'


def test_a_refusal_is_told_with_its_next_step() -> None:
    """What happened, to which record, and what to do."""
    locked = (
        "another muster is writing to this project (pid 77); wait until it has ended; reading works meanwhile"
    )
    assert tell(words("uk"), locked) == (
        "у цей проєкт пише інший muster (pid 77); зачекайте, доки він закінчить; читати можна й зараз"
    )


@pytest.mark.parametrize("hostile", ["; " * 1900, "how many " * 400, "(" * 3000, "“” and “" * 400, "\0" * 90])
def test_a_hostile_sentence_costs_little(hostile: str) -> None:
    """Words of a document inside a sentence cannot make a page slow."""
    from time import process_time

    begun = process_time()
    said(hostile, words("ru"))
    assert process_time() - begun < 0.5


def test_labels_of_drawings_are_told() -> None:
    """Whoever points at a mark, or listens to the page, reads the same language."""
    from markupsafe import Markup

    drawn = Markup(
        '<svg aria-label="3 statements by origin and date">'
        "<title>Kray &amp; Co: 7 men (2031-06-03)</title></svg>"
    )
    assert told_drawing(drawn, words("ru")) == (
        '<svg aria-label="высказываний, по первоисточникам и дням: 3">'
        "<title>Kray &amp; Co: 7 men (3 июня 2031)</title></svg>"
    )


_EVERY = (
    "/", "/claims", "/entities", "/origins", "/copies", "/estimates", "/set-aside", "/documents", "/review",
    "/decided", "/timeline", "/copied", "/carriers", "/alerts", "/moves", "/asked", "/memory", "/law",
    "/law?pack=sorvia-military&deed=2031-05-10", "/draft", "/release?level=public", "/number/estimate-none",
)  # fmt: skip


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_no_page_keeps_the_machine_s_english(reading: Client, language: str) -> None:
    """Every page that can be reached from the lists, five of a kind: no sentence is left in English."""
    reading.post("/settings", language=language)
    try:
        waiting, seen, kinds, left = list(_EVERY), set(), dict[str, int](), dict[str, str]()
        while waiting:
            path = waiting.pop(0).partition("#")[0]
            kind = re.sub(r"[a-z]+-[0-9a-f]{24}", "ID", path.partition("?")[0])
            other = not path.startswith("/") or path.endswith((".json", ".csv", ".png"))
            if path in seen or other or kinds.get(kind, 0) >= 5:
                continue
            seen.add(path)
            kinds[kind] = kinds.get(kind, 0) + 1
            answer = reading.get(path)
            for words_left in re.findall(r'<span lang="en">(.*?)</span>', answer.body, re.S):
                left[unescape(words_left)] = path
            waiting += [answer.headers["location"]] if answer.status == 303 else answer.links
        assert len(seen) > 60
        assert left == {}
    finally:
        reading.post("/settings", language="en")


def test_what_an_answer_changes_is_told_in_the_language_of_the_desk() -> None:
    """Titles, counted origins and how many figures more."""
    effect = "how many men: 8 origins → 7; how many of 5; or 6: 2 origins → 1; and 7 more"
    question = Question("q", "same-name", "?", "a", "b", ("a", "b"), (), effect, 9, 0)
    assert _effect(words("ru"), question) == (
        "сколько: men: 8\u00a0первоисточников → 7; сколько из: 5; or 6: 2\u00a0первоисточника → 1; и ещё 7"
    )
    assert _effect(words("en"), question) == effect.replace(" origin", "\u00a0origin")
