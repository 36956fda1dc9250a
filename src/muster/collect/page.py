"""A tolerant look at a page: all its text, and what is hidden in it.

It reads any markup, however broken, once from start to end: nothing is dropped without a word as
stricter parsers do, and nothing costs more than its length (the standard library's parser needs the
square of it for unclosed marks, CVE-2025-6069).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "title"}
)
_RAW = frozenset({"script", "style", "title", "textarea"})
_VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    }
)  # fmt: skip
_BREAKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_HIDES = re.compile(
    r"(?i)display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?(?![.\d])"
    r"|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt)?(?![.\d%a-z])"
    r"|(?:^|[;\s])color\s*:\s*(?:white|transparent|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))"
    r"|(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}"
)
_RULE = re.compile(r"([.#][\w-]{1,80})\s*\{([^{}]{0,400})\}")
_DATA_URI = re.compile(r"(?i)data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[A-Za-z0-9+/=]{64,}+")
# A quote that is never closed is the last of its sort in the page, so no tag is scanned to the end twice.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/<>"']{0,60}+)((?:[^<>"']++|"[^"]*+"|'[^']*+')*+)(?:>|(?=<)|\Z)""")
_PLAIN_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/<>]{0,60}+)([^<>]*+)(?:>|(?=<)|\Z)")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]{1,100}+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]++)))?""")
_MOST_HIDDEN = 200


@dataclass(slots=True)
class Seen:
    """``text``: everything not in scripts and styles. ``hidden``: pieces no reader of the page sees.

    ``depth`` and ``attributes``: the deepest nesting, and a bound on the attributes of one tag.
    """

    text: str = ""
    title: str | None = None
    hidden: list[str] = field(default_factory=list)
    depth: int = 0
    attributes: int = 0


def look(markup: str) -> Seen:
    """Read ``markup`` from start to end, whatever state it is in."""
    reader = _Reader(_hiding_names(markup))
    for token in _tokens(_DATA_URI.sub("data:", markup)):
        reader.take(*token)
    return reader.result()


def _hiding_names(markup: str) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide, as ``.name`` and ``#name``."""
    names: set[str] = set()
    place = 0
    while (start := markup.find("<style", place)) >= 0:
        stop = markup.find("</style", start)
        place = stop if stop >= 0 else len(markup)
        names.update(name for name, rule in _RULE.findall(markup, start, place) if _HIDES.search(rule))
    return frozenset(names)


def _tokens(markup: str) -> Iterator[tuple[str, str, str]]:
    """``("text", words, "")``, ``("open", tag, attributes)`` and ``("close", tag, "")`` in their order."""
    place = 0
    endless: set[str] = set()  # closing marks that do not come again: each is searched in vain only once
    while (start := markup.find("<", place)) >= 0:
        if start > place:
            yield "text", markup[place:start], ""
        mark = (
            "-->"
            if markup.startswith("<!--", start)
            else ">"
            if markup[start + 1 : start + 2] in "!?"
            else ""
        )
        if mark and start + 1 < len(markup):
            stop = _find(markup, mark, start, endless)
            place = start + 2 if stop < 0 else stop + len(mark)
            continue
        tag = _TAG.match(markup, start) or _PLAIN_TAG.match(markup, start)
        if tag is None:
            yield "text", "<", ""
            place = start + 1
            continue
        name = tag.group(2).lower()
        place = tag.end()
        yield ("close" if tag.group(1) else "open"), name, tag.group(3)
        if name in _RAW and not tag.group(1):
            stop = _find(markup, f"</{name}", place, endless)
            if stop >= 0:
                yield "text", markup[place:stop], ""
                place = stop
    yield "text", markup[place:], ""


def _find(markup: str, mark: str, start: int, endless: set[str]) -> int:
    if mark in endless:
        return -1
    stop = markup.find(mark, start)
    if stop < 0 and mark.startswith("</"):
        stop = markup.find(mark.upper(), start)
    if stop < 0:
        endless.add(mark)
    return stop


class _Reader:
    """Keeps what is open, what is silent and what is hidden while the tokens go by."""

    def __init__(self, hiding: frozenset[str]) -> None:
        self._hiding = hiding
        self._open: list[tuple[str, bool, bool]] = []  # tag; silent, hidden: it or anything around it
        self._lines: list[str] = []
        self._line: list[str] = []
        self._hidden: list[str] = []
        self._title = ""
        self._depth = 0
        self._attributes = 0

    def take(self, kind: str, what: str, attributes: str) -> None:
        if kind == "text":
            self._text(what)
            return
        if what in _BREAKS:
            self._break()
        if kind == "open":
            self._opens(what, attributes)
        else:
            self._closes(what)

    def result(self) -> Seen:
        self._break()
        return Seen(
            "\n\n".join(self._lines), self._title or None, self._hidden, self._depth, self._attributes
        )

    def _opens(self, tag: str, attributes: str) -> None:
        self._attributes = max(self._attributes, attributes.count("="))
        if tag in _VOID or attributes.endswith("/"):
            return
        _, silent, hidden = self._open[-1] if self._open else ("", False, False)
        if tag == "body":
            silent = False  # an unclosed head must not swallow the page
        self._open.append((tag, silent or tag in _SILENT, hidden or self._hides(attributes)))
        self._depth = max(self._depth, len(self._open))

    def _closes(self, tag: str) -> None:
        # Only the last few open tags are searched: a page of unclosed tags must not cost its square.
        for back in range(1, min(len(self._open), 50) + 1):
            if self._open[-back][0] == tag:
                del self._open[-back:]
                return

    def _text(self, words: str) -> None:
        tag, silent, hidden = self._open[-1] if self._open else ("", False, False)
        words = unescape(words)
        if tag == "title" and not self._title and not self._lines:
            self._title = " ".join(words.split())
        if silent:
            return
        self._line.append(words)
        if hidden and len(self._hidden) < _MOST_HIDDEN and words.strip():
            self._hidden.append(" ".join(words.split()))

    def _break(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self._lines.append(line)
        self._line.clear()

    def _hides(self, attributes: str) -> bool:
        if not attributes or len(attributes) > 20_000:
            return False
        for name, *values in _ATTRIBUTE.findall(attributes):
            name, value = name.lower(), "".join(values)
            if name == "hidden" or (name == "style" and _HIDES.search(value)):
                return True
            if self._hiding and name in ("class", "id"):
                mark = "." if name == "class" else "#"
                if any(mark + word in self._hiding for word in value.split()):
                    return True
        return False


__all__ = ["Seen", "look"]
