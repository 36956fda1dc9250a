"""Plain lists of posts in JSON: each object a document of its exact bytes. In a parsing process."""

from __future__ import annotations

import mmap
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from muster.collect.messages import MESSAGE_CAP, moment, repaired, string
from muster.collect.pieces import Job, Piece, aside, counted
from muster.collect.plain import scrubbed
from muster.collect.slices import Cut, Opened, scan

_POSTS_BY = "posts/1"
_TEXT_KEYS = ("text", "message", "content", "body", "full_text")
_ID_KEYS = ("message_id", "id", "post_id")
_DATE_KEYS = ("date", "published", "created_at", "datetime", "timestamp", "time")
_CHANNEL_KEYS = ("channel", "channel_name", "chat", "source", "outlet", "author")
_URL_KEYS = ("url", "link", "permalink")


def is_post(raw: bytes) -> bool:
    """True where an object holds a text, and a number, a date or a channel beside it."""
    if len(raw) > MESSAGE_CAP:
        return False
    try:
        fields = repaired(raw)
    except ValueError:
        return False
    has_text = isinstance(fields, dict) and any(isinstance(fields.get(k), str) for k in _TEXT_KEYS)
    return has_text and any(k in fields for k in (*_ID_KEYS, *_DATE_KEYS, *_CHANNEL_KEYS))


def posts(job: Job, data: bytes | mmap.mmap) -> Iterator[Piece]:
    """A list of objects with a text each (``message_id, text, date, channel``; any may be missing)."""
    ids: Counter[str] = Counter()
    taken = number = 0
    try:
        for item in scan(data, deepest=1):
            if isinstance(item, Opened) or item.path not in ((), ("",)):
                continue
            number += 1
            if number > job.limits.items:
                yield aside("too many", f"more than {job.limits.items:,} posts; split the file")
                return
            piece = _post(bytes(data[item.start : item.stop]), number, ids)
            taken += piece.kind == "part"
            yield piece
    except Cut as cut:
        yield aside(
            "cut off",
            f"the file ends or breaks at byte {cut.at:,}; the {taken} posts before the break were taken",
        )


def _post(raw: bytes, number: int, ids: Counter[str]) -> Piece:
    try:
        fields = repaired(raw) if len(raw) <= MESSAGE_CAP else None
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        return aside(
            "unreadable", "this post is no JSON, even after mending; the others were taken", f"#{number}"
        )
    own = next((str(fields[k]) for k in _ID_KEYS if isinstance(fields.get(k), str | int)), f"n{number}")[:100]
    ids[own] += 1
    at = f"#{own}" if ids[own] == 1 else f"#{own}~{ids[own]}"
    body = next((fields[k] for k in _TEXT_KEYS if isinstance(fields.get(k), str) and fields[k].strip()), "")
    if not body:
        return aside("no text", "a post without words", at)
    body, bad = scrubbed(body)
    published = next((when for k in _DATE_KEYS if (when := _when(fields.get(k)))), None)
    channel = next((string(fields[k]) for k in _CHANNEL_KEYS if isinstance(fields.get(k), str)), None)
    says = {
        "media_type": "application/json", "made_by": _POSTS_BY, "source": channel,
        "source_kind": "channel" if channel else None, "published": published,
        "published_by": "telegram" if published else None, "title": string(fields.get("title")),
        "url": next((string(fields[k]) for k in _URL_KEYS if isinstance(fields.get(k), str)), None),
        "forwarded_from": string(fields.get("forwarded_from")),
    }  # fmt: skip
    lost = (f"{counted(bad, 'character')} of no Unicode shown as U+FFFD",) if bad else ()
    return Piece("part", at, body, raw, says, lost)


def _when(value: Any) -> str | None:
    """ISO 8601 of a post's date: text in ISO form, or seconds since 1970."""
    if isinstance(value, int) and not isinstance(value, bool):
        return moment(value)
    if not isinstance(value, str):
        return None
    try:
        return (
            datetime.fromisoformat(value.strip()).isoformat()
            if len(value) > 10
            else datetime.fromisoformat(value.strip()).date().isoformat()
        )
    except ValueError:
        return None


__all__ = ["is_post", "posts"]
