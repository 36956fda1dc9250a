"""RSS and Atom files: each entry a document of its exact bytes. Runs in a parsing process."""

from __future__ import annotations

import calendar
import hashlib
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import feedparser

from muster.collect.page import look
from muster.collect.pieces import Job, Piece, aside
from muster.collect.xmlsafe import ForbiddenXml, refuse_entities

_MADE_BY = f"feedparser/{version('feedparser')}"
_ENTRY = re.compile(rb"<(?:\w+:)?(item|entry)[\s>].*?</(?:\w+:)?\1\s*>", re.DOTALL | re.IGNORECASE)


def opened(job: Job) -> Iterator[Piece]:
    """The entries of a feed."""
    data = job.data()
    try:
        refuse_entities(data)
    except ForbiddenXml as error:
        yield aside("forbidden XML", f"{error}; the feed was not opened")
        return
    # A stream, never a string: a string that looks like an address would be fetched.
    feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    slices = [match.group() for match in _ENTRY.finditer(data)]
    exact = len(slices) == len(feed.entries)
    outlet = _words(feed.feed.get("title")) or None
    named = _names(feed.entries) if job.hints.get("entries") == "named" else {}
    for number, entry in enumerate(feed.entries[: job.limits.items], 1):
        raw = (
            slices[number - 1]
            if exact
            else json.dumps(_plain(entry), ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
        )
        losses = () if exact else ("kept as its fields, not as its exact bytes",)
        yield _entry(entry, f"#{named.get(number, number)}", raw, outlet, losses)
    if feed.bozo:
        why = str(feed.bozo_exception)[:150]
        yield aside(
            "cut off",
            f"the feed is not well-formed ({why}); the {len(feed.entries)} entries before that were taken",
            "#rest",
        )
    elif not feed.entries:
        yield aside("empty", "a feed without entries")


def warm() -> None:
    """Make the feed reader load its parsers before the template forks."""
    feedparser.parse(io.BytesIO(b"<rss><channel><title>x</title></channel></rss>"))


def _names(entries: list[Any]) -> dict[int, str]:
    """Number → what keeps an entry apart from others however many come before it: its own id, its link, or
    its title. A feed that is asked again and again numbers its entries anew each time."""
    found: dict[int, str] = {}
    given: set[str] = set()
    for number, entry in enumerate(entries, 1):
        own = str(entry.get("id") or entry.get("link") or entry.get("title") or number)
        name = hashlib.sha256(own.encode("utf-8", "replace")).hexdigest()[:16]
        # Two entries of one id: the second is another thing, whatever the feed says.
        found[number] = f"{name}~{number}" if name in given else name
        given.add(name)
    return found


def _entry(entry: Any, at: str, raw: bytes, outlet: str | None, losses: tuple[str, ...]) -> Piece:
    title = _words(entry.get("title"))
    contents = [str(part.get("value", "")) for part in entry.get("content", [])]
    markup = max([*contents, str(entry.get("summary", ""))], key=len)
    body = look(markup).text if "<" in markup or "&" in markup else markup.strip()
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    published = _moment(moment)
    whole = "\n\n".join(x for x in (title, body if body != title else "") if x)
    own = entry.get("source", {}).get("title") if isinstance(entry.get("source"), dict) else None
    says = {
        "media_type": "application/xml", "made_by": _MADE_BY, "title": title or None,
        "author": _words(entry.get("author")) or None, "url": entry.get("link"),
        "published": published, "published_by": "feed" if published else None,
        "source": _words(own) or outlet, "source_kind": "feed" if own or outlet else None,
    }  # fmt: skip
    return Piece("part", at, whole or None, raw, says, losses)


def _words(value: Any) -> str:
    if not isinstance(value, str):
        return ""
    return " ".join((look(value).text if "<" in value else value).split())


def _moment(value: Any) -> str | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(value), UTC).isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


def _plain(entry: Any) -> dict[str, str]:
    return {str(k): str(v)[:100_000] for k, v in entry.items() if isinstance(v, str)}
