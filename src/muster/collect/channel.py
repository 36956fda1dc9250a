"""Public channel pages (``t.me/s/…``): each post a document of its own bytes. Runs in a parsing process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from lxml import html as lxml_html

from muster.collect.pieces import Job, Piece, aside
from muster.collect.plain import decode

_MADE_BY = "channel page/1"
_WRAP = re.compile(rb"<div[^>]{0,300}?\bclass=\"[^\"]{0,200}?\btgme_widget_message_wrap\b")
_NOTICE = re.compile(rb"<div[^>]{0,300}?\bclass=\"[^\"]{0,200}?\bservice_message\b")
_NUMBER = re.compile(rb"\bdata-post=\"[A-Za-z0-9_]{1,64}/([0-9]{1,15})\"")
_POST = re.compile(r"[A-Za-z0-9_]{1,64}/([0-9]{1,15})")


def is_channel(data: bytes) -> bool:
    """Whether a web page is the public page of a channel."""
    return b"tgme_widget_message_wrap" in data and b"data-post=" in data


def posts(job: Job, data: bytes) -> Iterator[Piece]:
    """The posts of a page, each ``#N`` with the number that it has in the channel."""
    starts = [match.start() for match in _WRAP.finditer(data)]
    decoded = decode(data[: starts[0]] if starts else data, declared="utf-8")
    title = (
        _first(_tree(decoded.body), "tgme_channel_info_header_title")
        if decoded and decoded.body.strip()
        else ""
    )
    for start, stop in zip(starts, [*starts[1:], len(data)], strict=True):
        raw = data[start:stop]
        if _NOTICE.search(raw) is not None:
            # "… pinned «…»" repeats another post's words, which stand in that post already.
            yield aside(
                "service messages", "a notice of pinning, of a new picture or the like", _at(raw, start)
            )
            continue
        piece = _post(raw, title) if len(raw) <= job.limits.text_chars else None
        yield piece or aside(
            "unreadable", f"the post at byte {start:,} has no number that can be read", f"#at{start}"
        )
    if not starts:
        yield aside("empty", "a channel page without posts")


def _post(raw: bytes, title: str) -> Piece | None:
    tree = _tree(raw.decode("utf-8", "replace"))
    name = next((str(node.get("data-post")) for node in tree.iter("div") if node.get("data-post")), "")
    numbered = _POST.fullmatch(name)
    if numbered is None:
        return None
    told = [*_of_class(tree, "tgme_widget_message_text"), *_poll(tree)]
    body = "\n\n".join(_words(node) for node in told if not _quoted(node))
    published = _date(tree)
    edited = "edited" in _first(tree, "tgme_widget_message_meta").split()
    source = title or _first(tree, "tgme_widget_message_owner_name")
    says = {
        "media_type": "text/html", "made_by": _MADE_BY, "url": f"https://t.me/{name}",
        "source": source or name.split("/")[0], "source_kind": "channel", "published": published,
        "published_by": "telegram" if published else None,
        "author": _first(tree, "tgme_widget_message_from_author") or None,
        "forwarded_from": _first(tree, "tgme_widget_message_forwarded_from_name") or None,
    }  # fmt: skip
    losses = ("the channel says that this post was edited",) if edited else ()
    return Piece("part", f"#{numbered[1]}", body.strip() or None, raw, says, losses)


def _at(raw: bytes, start: int) -> str:
    """The place of a post by its number; of one without, by its first byte."""
    numbered = _NUMBER.search(raw)
    return f"#{numbered[1].decode()}" if numbered else f"#at{start}"


def _poll(tree: lxml_html.HtmlElement) -> Iterator[lxml_html.HtmlElement]:
    """The question of a poll and the answers that it offers; how many chose them is not part of the post."""
    yield from _of_class(tree, "tgme_widget_message_poll_question")
    yield from _of_class(tree, "tgme_widget_message_poll_option_text")


def _tree(markup: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, encoding="utf-8")
    return lxml_html.document_fromstring(
        f"<html><body>{markup}</body></html>".encode("utf-8", "replace"), parser=parser
    )


def _of_class(tree: lxml_html.HtmlElement, name: str) -> Iterator[lxml_html.HtmlElement]:
    return (node for node in tree.iter() if name in str(node.get("class") or "").split())


def _first(tree: lxml_html.HtmlElement, name: str) -> str:
    return next((" ".join(_words(node).split()) for node in _of_class(tree, name)), "")


def _quoted(node: lxml_html.HtmlElement) -> bool:
    """Whether these words are those of another post, shown above an answer to it."""
    chain = (str(above.get("class") or "") for above in (node, *node.iterancestors()))
    return any("tgme_widget_message_reply" in each or "js-message_reply_text" in each for each in chain)


def _words(node: lxml_html.HtmlElement) -> str:
    """All characters below a node in their order, a line break where the page has one."""
    out: list[str] = []
    todo: list[tuple[lxml_html.HtmlElement, bool]] = [(node, True)]
    while todo:
        at, opening = todo.pop()
        if not opening:
            out.append(at.tail or "")
            continue
        out.append("\n" if at.tag == "br" else "")
        out.append(at.text or "")
        if at is not node:
            todo.append((at, False))
        todo.extend((child, True) for child in reversed(at))
    return "".join(out).strip()


def _date(tree: lxml_html.HtmlElement) -> str | None:
    for node in tree.iter("time"):
        try:
            return datetime.fromisoformat(str(node.get("datetime"))).isoformat()
        except ValueError:
            continue
    return None


__all__ = ["is_channel", "posts"]
