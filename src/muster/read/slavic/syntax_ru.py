"""A Russian page in, proposed frames out: a parser's second opinion beside the rules.

slovnet's dependency parser (MIT; numpy on one thread, no torch), with its word vectors and models
as the natasha distribution carries them. natasha itself is never imported: it would load a second
dictionary. A verb of the cue list is a cue; the subtree of its subject is the source, the subtree
of its clause, or of the clause it is put into, the content. Only sentences with a cue are parsed.
Method and figures: docs/why/methods/attribution-slavic.md.
"""

from __future__ import annotations

import bisect
import functools
import importlib.metadata
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from muster.model.errors import MissingPart
from muster.read.frames import Frame, clean
from muster.read.page import Page
from muster.read.slavic.wanted import CONSENTS
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_PARTS = ("numpy", "slovnet", "navec", "natasha")
_VECTORS = "natasha/data/emb/navec_news_v1_1B_250K_300d_100q.tar"
_SYNTAX = "natasha/data/model/slovnet_syntax_news_v1.tar"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:[-’'][^\W_]+)*|\.{2,}|\S")
# A longer sentence is a list or a table; the parser's cost and errors grow with it.
_LONGEST = 120
_BATCH = 8
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis", "csubj"})
_NO_SUBJECTS = listed("кто что все всё это то никто ничто некто нечто который которая которые")
_THE_OUTLET = ("мы", "я")
_QUIET = frozenset({"manner", "weak"})
_SURE = {"ccomp": 0.75, "parataxis": 0.7, "xcomp": 0.6, "csubj": 0.5}


class _Node(NamedTuple):
    """One word of a parsed sentence: its characters, the index of its head (-1: none), its relation."""

    span: Span
    head: int
    relation: str


def installed() -> bool:
    """Whether every part of the extra is there; loads nothing."""
    return not _absent()


def _absent() -> list[str]:
    return [name for name in _PARTS if importlib.util.find_spec(name) is None]


def require() -> None:
    """Raises MissingPart where a part of the extra is not installed; loads nothing."""
    absent = _absent()
    if absent:
        raise MissingPart(
            f"the reader 'full' needs {' and '.join(absent)} for Russian",
            next_step="pip install 'muster-desk[ru]', or read with --reader rules",
        )


@functools.cache
def _parser() -> Any:
    """The parser with its word vectors, once a process: about 0.8 s and 200 MB.

    Raises MissingPart where a part is not installed.
    """
    require()
    from navec import Navec
    from slovnet import Syntax

    home = importlib.metadata.distribution("natasha")
    vectors = Navec.load(Path(str(home.locate_file(_VECTORS))))
    return Syntax.load(Path(str(home.locate_file(_SYNTAX)))).navec(vectors)


def propose(page: Page) -> list[Frame]:
    """Frames of the Russian sentences that hold a cue, by position.

    Raises MissingPart where the parser is not installed.
    """
    cue = lexicon("ru").cue
    sentences = [
        tokens
        for sentence, language in zip(page.sentences, page.languages, strict=True)
        if language == "ru" and cue.search(page.body, *sentence)
        for tokens in [_tokens(page.body, sentence)]
        if 2 < len(tokens) <= _LONGEST
    ]
    found = [frame for nodes in _parsed(page, sentences) for frame in _frames(page, nodes)]
    return sorted(found, key=lambda f: (f.start, -f.stop))


def _tokens(body: str, sentence: Span) -> list[Span]:
    return [Span(*m.span()) for m in _TOKEN.finditer(body, *sentence)]


def _parsed(page: Page, sentences: list[list[Span]]) -> Iterator[list[_Node]]:
    """Trees of the sentences, those of like length together, since each batch is as wide as its longest."""
    if not sentences:
        return
    parser = _parser()
    order = sorted(range(len(sentences)), key=lambda i: (len(sentences[i]), i))
    trees: dict[int, list[_Node]] = {}
    for at in range(0, len(order), _BATCH):
        batch = order[at : at + _BATCH]
        words = [[page.words(span) for span in sentences[i]] for i in batch]
        for i, markup in zip(batch, parser.map(words), strict=True):
            trees[i] = [
                _Node(span, int(token.head_id) - 1, token.rel)
                for span, token in zip(sentences[i], markup.tokens, strict=True)
            ]
    for i in range(len(sentences)):
        yield trees[i]


def _frames(page: Page, nodes: list[_Node]) -> Iterator[Frame]:
    cues, children = lexicon("ru"), _children(nodes)
    for i, node in enumerate(nodes):
        word = page.words(node.span)
        if not word[:1].isalpha() or cues.cue.fullmatch(word) is None:
            continue
        kind = cues.cue_class.get(word.lower(), "say")
        if kind not in _QUIET and CONSENTS.match(word) is None:
            frame = _frame(page, nodes, children, i, kind)
            if frame is not None:
                yield frame


def _children(nodes: list[_Node]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in nodes]
    for i, node in enumerate(nodes):
        if 0 <= node.head < len(nodes) and node.head != i:
            children[node.head].append(i)
    return children


def _frame(page: Page, nodes: list[_Node], children: list[list[int]], cue: int, kind: str) -> Frame | None:
    subject = next((c for c in children[cue] if nodes[c].relation.startswith("nsubj")), None)
    if subject is None or not _could_speak(page.words(nodes[subject].span)):
        return None  # whose words they are is the rules' to say
    if kind == "intend" and page.words(nodes[subject].span).lower() in _THE_OUTLET:
        return None  # «которых мы попросили послушать»: what the outlet did
    content, relation = _content(page, nodes, children, cue, kind)
    if not content or (kind == "intend" and relation == "parataxis"):
        return None  # whose demand a clause beside it is, commas alone do not say
    source = _stretch(page, nodes, _subtree(children, subject))
    parts = _parts(page, nodes, content)
    if not parts or source is None or any(_shares(p, source) for p in parts):
        return None
    if _negated(page, nodes, children, cue) or _across_marks(page, nodes[cue].span, parts):
        return None
    name = {"know": "think", "accuse": "say"}.get(kind, kind)
    return Frame(parts, name, nodes[cue].span, source, confidence=_SURE[relation])


def _could_speak(word: str) -> bool:
    """«Кто», «всё» and «Дозору» ask, sum up or are told something, «ситуация» is a thing: no subject that
    says anything."""
    form, low = cases(word, "ru"), word.lower()
    if low in _NO_SUBJECTS or not form.nominative:
        return False
    known = source_words("ru")
    if form.kind != "noun" or form.animate or word[:1].isupper():
        return True
    return lemma(low, "ru") in known.people | known.bodies | known.papers | known.stand_ins


def _negated(page: Page, nodes: list[_Node], children: list[list[int]], cue: int) -> bool:
    return any(page.words(nodes[c].span).lower() in ("не", "ни") for c in children[cue])


def _across_marks(page: Page, cue: Span, parts: list[Span]) -> bool:
    """A verb inside a quotation whose words stand outside it, or behind its dash: the rules' to say."""
    at = bisect.bisect_right(page.quotations, cue.start, key=lambda q: q.start) - 1
    if at < 0 or page.quotations[at].stop <= cue.start:
        return False
    quote = page.quotations[at]
    inserted = page.body[quote.inner_start : cue.start].rstrip().endswith(("–", "—", "-"))
    return inserted or any(p.start < quote.start or p.stop > quote.stop for p in parts)


def _is_clause(page: Page, nodes: list[_Node], children: list[list[int]], root: int) -> bool:
    """A clause put in beside a verb tells something: it has a subject of its own and no verb of saying
    («по его словам» and «объясняет она» say whose words stand around them)."""
    if nodes[root].relation != "parataxis":
        return True
    subject = any(nodes[c].relation.startswith("nsubj") for c in children[root])
    return subject and lexicon("ru").cue.fullmatch(page.words(nodes[root].span)) is None


def _content(
    page: Page, nodes: list[_Node], children: list[list[int]], cue: int, kind: str
) -> tuple[list[int], str]:
    """The words of the clause the verb governs, or of the one it is put into, and by which relation."""
    own = [c for c in children[cue] if nodes[c].relation in _CLAUSES and _is_clause(page, nodes, children, c)]
    own = [c for c in own if kind == "intend" or nodes[c].relation != "xcomp"]
    if own:
        best = max(own, key=lambda c: len(_subtree(children, c)))
        return _subtree(children, best), nodes[best].relation
    head = nodes[cue].head
    if nodes[cue].relation == "parataxis" and head >= 0:
        frame = set(_subtree(children, cue))
        return [w for w in _subtree(children, head) if w not in frame], "parataxis"
    return [], ""


def _subtree(children: list[list[int]], root: int) -> list[int]:
    """The word and all below it, in order; each once, whatever the parser made of the arcs."""
    seen, waiting = {root}, [root]
    while waiting:
        for child in children[waiting.pop()]:
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    return sorted(seen)


_SUBJOINED = re.compile(r"(?:что|будто|якобы)\s", re.I)


def _parts(page: Page, nodes: list[_Node], words: list[int]) -> list[Span]:
    """Runs of neighbouring words, without the conjunction and the marks at their ends."""
    runs: list[list[int]] = []
    for w in words:
        if runs and w - runs[-1][-1] <= 1:
            runs[-1].append(w)
        else:
            runs.append([w])
    parts = []
    for run in runs:
        span = clean(page.body, nodes[run[0]].span.start, nodes[run[-1]].span.stop)
        that = _SUBJOINED.match(page.body, span.start, span.stop)
        span = clean(page.body, that.end() if that else span.start, span.stop)
        span = _bare(page.body, span)
        if span.stop - span.start >= 3:
            parts.append(span)
    return parts


_PAIRS = {"«": "»", '"': '"', "“": "”", "„": "“"}


def _bare(body: str, span: Span) -> Span:
    """Without marks around the whole, or one whose partner lies outside."""
    words = body[span.start : span.stop]
    close = _PAIRS.get(words[:1])
    if close and (words.endswith(close) or close not in words[1:]):
        return clean(body, span.start + 1, span.stop - words.endswith(close))
    return Span(span.start, span.stop - 1) if words.endswith("»") and "«" not in words else span


def _stretch(page: Page, nodes: list[_Node], words: list[int]) -> Span | None:
    span = clean(page.body, nodes[words[0]].span.start, nodes[words[-1]].span.stop)
    return span if span.stop > span.start else None


def _shares(a: Span, b: Span) -> bool:
    return a.start < b.stop and b.start < a.stop


__all__ = ["installed", "propose", "require"]
