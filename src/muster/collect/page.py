"""A tolerant look at a page with the standard library's parser: all its text, and what is hidden in it.

It never gives up on broken markup, so it shows what a stricter parser dropped without a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "title"}
)
_VOID = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    }
)
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
_DATA_URI = re.compile(r"(?i)data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[A-Za-z0-9+/=]{64,}")
_MOST_HIDDEN = 200


@dataclass(slots=True)
class Seen:
    """``text``: everything not in scripts and styles. ``hidden``: pieces no reader of the page sees.

    ``depth`` and ``attributes``: the deepest nesting, the most attributes of one tag.
    """

    text: str = ""
    title: str | None = None
    hidden: list[str] = field(default_factory=list)
    depth: int = 0
    attributes: int = 0


def look(markup: str) -> Seen:
    """Read ``markup`` from start to end, whatever state it is in."""
    reader = _Reader(_hiding_names(markup))
    reader.feed(_DATA_URI.sub("data:", markup))
    reader.close()
    return reader.result()


def _hiding_names(markup: str) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide, ``.name`` and ``#name``."""
    sheets = re.findall(r"(?is)<style[^>]{0,500}>(.{0,200000}?)</style", markup)
    return frozenset(name for sheet in sheets for name, rule in _RULE.findall(sheet) if _HIDES.search(rule))


class _Reader(HTMLParser):
    def __init__(self, hiding: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._hiding = hiding
        self._open: list[tuple[str, bool, bool]] = []  # tag, silent, hidden: of it or anything around it
        self._lines: list[str] = []
        self._line: list[str] = []
        self._hidden: list[str] = []
        self._title: list[str] = []
        self._depth = 0
        self._attributes = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes = max(self._attributes, len(attrs))
        if tag in _BREAKS:
            self._break()
        if tag in _VOID:
            return
        _, silent, hidden = self._open[-1] if self._open else ("", False, False)
        if tag == "body":
            silent = False
        self._open.append((tag, silent or tag in _SILENT, hidden or self._hides(attrs)))
        self._depth = max(self._depth, len(self._open))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes = max(self._attributes, len(attrs))
        if tag in _BREAKS:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BREAKS:
            self._break()
        # Only the last few open tags are searched: a page of unclosed tags must not cost its square.
        for back in range(1, min(len(self._open), 50) + 1):
            if self._open[-back][0] == tag:
                del self._open[-back:]
                return

    def handle_data(self, data: str) -> None:
        tag, silent, hidden = self._open[-1] if self._open else ("", False, False)
        if tag == "title" and not self._lines:
            self._title.append(data)
        if silent or not data.strip():
            if not silent:
                self._line.append(" ")
            return
        self._line.append(data)
        if hidden and len(self._hidden) < _MOST_HIDDEN:
            self._hidden.append(" ".join(data.split()))

    def result(self) -> Seen:
        self._break()
        title = " ".join("".join(self._title).split()) or None
        return Seen("\n\n".join(self._lines), title, self._hidden, self._depth, self._attributes)

    def _break(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self._lines.append(line)
        self._line.clear()

    def _hides(self, attrs: list[tuple[str, str | None]]) -> bool:
        for name, value in attrs[:100]:
            if name == "hidden" or (name == "style" and value and _HIDES.search(value[:2000])):
                return True
            if self._hiding and value and name in ("class", "id"):
                mark = "." if name == "class" else "#"
                if any(mark + word in self._hiding for word in value[:2000].split()):
                    return True
        return False


__all__ = ["Seen", "look"]
