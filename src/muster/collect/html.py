"""Web pages: the main text with its title, outlet, byline, date and address. Runs in a parsing process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from trafilatura.settings import use_config

from muster.collect.channel import is_channel, posts
from muster.collect.page import Seen, look
from muster.collect.pagemeta import Meta, read_meta
from muster.collect.pieces import Job, Piece, aside, counted
from muster.collect.plain import decode, oddities

_MADE_BY = f"trafilatura/{version('trafilatura')}"
_TOLERANT = "page/1"
_CHARSET = re.compile(rb"(?i)<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})")
_XML_ENCODING = re.compile(rb"(?i)^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
# Beyond these lxml loses text without a word or takes tens of seconds; the tolerant reader does neither.
_DEEPEST, _MOST_ATTRIBUTES = 200, 1_000
_BLOCKS = frozenset({"p", "head", "quote", "item", "row", "code", "ab"})
_WITHIN = frozenset({"cell", "p", "item"})
_CONFIG = use_config()


def opened(job: Job) -> Iterator[Piece]:
    """One page, one document; of a channel's page each post."""
    data = job.data()
    if is_channel(data):
        yield from posts(job, data)
        return
    decoded = decode(data, declared=declared_charset(data, job.hints.get("charset", "")))
    if decoded is None:
        yield aside("binary", "it begins like a web page but holds no readable text")
        return
    yield page(decoded.body, decoded.losses, job.hints.get("url"))


def warm() -> None:
    """Load what the extractor loads on its first page (word lists; 0.4 s), before the template forks."""
    page("<html><body><p>A page.</p></body></html>")


def declared_charset(data: bytes, transport: str = "") -> str:
    """The encoding a page names itself, or the one its transport named."""
    found = _XML_ENCODING.search(data[:200]) or _CHARSET.search(data[:8192])
    return transport or (found.group(1).decode("ascii", "replace") if found else "")


def page(markup: str, losses: tuple[str, ...] = (), url: str | None = None) -> Piece:
    """A page's markup as one piece: text, metadata, and what was hidden or lost."""
    seen = look(markup)
    tree = _tree(markup, seen)
    meta = read_meta(tree, url) if tree is not None else Meta(title=seen.title, url=url)
    body, made_by, notes = _text(tree, seen)
    if meta.title and meta.title not in body:
        body = f"{meta.title}\n\n{body}"
    return Piece(
        "whole",
        body=body if body.strip() else None,
        losses=(*losses, *notes, *_hidden(seen, body), *_unseen(seen, body)),
        says={
            "media_type": "text/html", "made_by": made_by, "title": meta.title, "author": meta.author,
            "published": meta.published, "published_by": meta.published_by, "url": meta.url,
            "source": meta.outlet, "source_kind": "outlet" if meta.outlet else None,
        },
    )  # fmt: skip


def _tree(markup: str, seen: Seen) -> lxml_html.HtmlElement | None:
    if seen.depth > _DEEPEST or seen.attributes > _MOST_ATTRIBUTES:
        return None
    parser = lxml_html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, encoding="utf-8")
    try:
        # As bytes: lxml refuses a str that declares an encoding.
        return lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _text(tree: lxml_html.HtmlElement | None, seen: Seen) -> tuple[str, str, tuple[str, ...]]:
    main = _main_text(tree) if tree is not None else ""
    visible = len(seen.text)
    if tree is None and visible:
        note = (
            "its markup is too tangled for the main-text extractor; the whole text was taken, menus included"
        )
        return seen.text, _TOLERANT, (note,)
    # A short page may be all menu. A long one of which next to nothing is left was lost, not cleaned.
    if len(main) < 250 and visible > 2 * len(main):
        found = f"the main-text extractor found {len(main)} of {visible} characters"
        note = f"{found}; the whole text was taken, menus included"
        return seen.text, _TOLERANT, (note,)
    return main, _MADE_BY, ()


def _main_text(tree: lxml_html.HtmlElement) -> str:
    try:
        found = trafilatura.bare_extraction(
            tree,
            with_metadata=False,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            config=_CONFIG,
        )
    except (ValueError, AttributeError, TypeError, etree.LxmlError):
        return ""
    body = getattr(found, "body", None)
    return "" if body is None else "\n\n".join(block for block in _blocks(body) if block)


def _blocks(body: etree._Element) -> Iterator[str]:
    """The text of each paragraph, heading, list item and table row, in order, each once."""
    for part in body.iterchildren():
        if part.tag in _BLOCKS or not any(True for _ in part.iter(*_BLOCKS)):
            yield _flat(part)
        else:
            yield from _blocks(part)
        tail = re.sub(r"\s+", " ", part.tail or "").strip()
        if tail:
            yield tail


def _flat(part: etree._Element) -> str:
    between = " | " if part.tag == "row" else "\n"
    out: list[str] = []
    for event, node in etree.iterwalk(part, events=("start", "end")):
        if event == "end":
            out.append("" if node is part else node.tail or "")
            continue
        if node is not part and (node.tag == "lb" or (node.tag in _WITHIN and out)):
            out.append("\n" if node.tag == "lb" else between)
        out.append(node.text or "")
    return "\n".join(" ".join(line.split()) for line in "".join(out).split("\n") if line.strip())


def _unseen(seen: Seen, body: str) -> tuple[str, ...]:
    # The extractor drops such characters; that they were there is worth knowing.
    return (
        () if oddities(body) else tuple(note.replace("the text", "the page") for note in oddities(seen.text))
    )


def _hidden(seen: Seen, body: str) -> tuple[str, ...]:
    if not seen.hidden:
        return ()
    flat = " ".join(body.split())
    inside = sum(1 for words in seen.hidden if words in flat)
    first = seen.hidden[0][:60]
    where = f"{inside} of them in the text" if inside else "left out of the text"
    number = counted(len(seen.hidden), "stretch", "stretches")
    return (f"{number} hidden on the page, {where}; the first: «{first}»",)
