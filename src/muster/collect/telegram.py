"""Telegram exports and lists of posts: each message a document of its exact bytes. In a parsing process.

``date`` of Telegram Desktop is the exporter's local time without a zone, so ``date_unixtime`` is used.
From the export of a whole account only the chosen chats are read; contacts, sessions and the account's
own telephone number are passed over and never leave this process.
"""

from __future__ import annotations

import json
import mmap
from collections import Counter
from collections.abc import Iterator
from typing import Any

from muster.collect.messages import MESSAGE_CAP, moment, repaired, string
from muster.collect.pieces import Job, Piece, aside, counted
from muster.collect.plain import MADE_BY as PLAIN
from muster.collect.plain import decode, scrubbed
from muster.collect.posts import is_post, posts
from muster.collect.slices import Cut, Opened, scan
from muster.collect.worker import mapped

_MADE_BY = "telegram/1"
_HEAD_CAP = 200_000
_PRIVATE = frozenset({"personal_chat", "bot_chat", "saved_messages", "replies", "verify_codes"})
_SERVICE = frozenset({"service", "unsupported"})


def opened(job: Job) -> Iterator[Piece]:
    """The messages of an export, or of a plain list of posts; anything else is set aside."""
    data = mapped(job.file)
    shape = _shape(data)
    if shape == "account" and not job.chats:
        yield aside("chats not chosen", _chats_offered(data), retry=True)
    elif shape in ("chat", "account"):
        yield from _Export(job, data, whole_account=shape == "account").pieces()
    elif shape == "posts":
        yield from posts(job, data)
    elif (
        job.size <= job.limits.document_bytes
        and not _is_json(data)
        and not job.name.lower().endswith(".json")
    ):
        decoded = decode(bytes(data))
        body, losses = (decoded.body, decoded.losses) if decoded else (None, ())
        yield Piece("whole", "", body, None, {"media_type": "text/plain", "made_by": PLAIN}, losses)
    else:
        yield aside("unknown structure", "JSON, but neither a Telegram export nor a list of posts with text")


def _is_json(data: bytes | mmap.mmap) -> bool:
    try:
        json.loads(bytes(data))
    except (ValueError, RecursionError):
        return False
    return True


def _shape(data: bytes | mmap.mmap) -> str:
    """``chat``, ``account``, ``posts`` or ``other``, from the keys of the outermost object or list."""
    looked = 0
    try:
        for item in scan(data, deepest=2):
            if isinstance(item, Opened):
                if item.path == ("messages",):
                    return "chat"
                if item.path == ("chats", "list"):
                    return "account"
            elif item.path in ((), ("",)):
                looked += 1
                if is_post(data[item.start : item.stop]):
                    return "posts"
                if looked >= 20:
                    break
    except (Cut, RecursionError):
        return "other"
    return "other"


class _Export:
    """One pass over an export: chats in their order, messages in theirs."""

    def __init__(self, job: Job, data: bytes | mmap.mmap, *, whole_account: bool) -> None:
        self._job = job
        self._data = data
        self._account = whole_account
        self._inside = ("chats", "list", "", "messages", "") if whole_account else ("messages", "")
        self._ids: Counter[str] = Counter()
        self._service = self._left_out = self._taken = 0

    def pieces(self) -> Iterator[Piece]:
        chat: dict[str, Any] | None = None
        count = 0
        try:
            for item in scan(self._data, deepest=len(self._inside) + 1):
                if isinstance(item, Opened):
                    if item.path == self._inside[:-1]:
                        chat = self._chosen(item)
                elif item.path == self._inside and chat is not None:
                    count += 1
                    if count > self._job.limits.items:
                        yield aside(
                            "too many", f"more than {self._job.limits.items:,} messages; split the export"
                        )
                        break
                    yield from self._message(item.start, item.stop, chat)
        except Cut as cut:
            yield aside(
                "cut off",
                f"the file ends or breaks at byte {cut.at:,}; the {self._taken} messages before the break "
                "were taken. Export it again to have the rest",
            )
        yield from self._left()

    def _chosen(self, item: Opened) -> dict[str, Any] | None:
        head = bytes(self._data[item.parent : min(item.key, item.parent + _HEAD_CAP)])
        try:
            chat = repaired(head.rstrip().rstrip(b",") + b"}")
        except ValueError:
            chat = {}
        if self._account and not {str(chat.get("name")), str(chat.get("id"))} & set(self._job.chats):
            self._left_out += 1
            return None
        return chat if isinstance(chat, dict) else {}

    def _message(self, start: int, stop: int, chat: dict[str, Any]) -> Iterator[Piece]:
        raw = bytes(self._data[start:stop])
        try:
            fields = repaired(raw) if len(raw) <= MESSAGE_CAP else None
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            yield aside(
                "unreadable",
                "this message is no JSON, even after mending; the others were taken",
                f"#byte-{start}",
            )
            return
        if fields.get("type", "message") in _SERVICE:
            self._service += 1
            return
        at = self._address(fields, chat, start)
        body, notes = message_text(fields)
        if not body.strip():
            yield aside(
                "no text", "a message without words" + (f" ({'; '.join(notes)})" if notes else ""), at
            )
            return
        self._taken += 1
        body, bad = scrubbed(body)
        lost = (f"{counted(bad, 'character')} of no Unicode shown as U+FFFD",) if bad else ()
        yield Piece("part", at, body, raw, _says(fields, chat), (*notes, *lost))

    def _address(self, fields: dict[str, Any], chat: dict[str, Any], start: int) -> str:
        own = str(fields.get("id", f"byte-{start}"))[:100]
        at = f"#{chat.get('id', '')}/{own}" if self._account else f"#{own}"
        self._ids[at] += 1
        return at if self._ids[at] == 1 else f"{at}~{self._ids[at]}"

    def _left(self) -> Iterator[Piece]:
        if self._service:
            yield aside(
                "service messages",
                f"{counted(self._service, 'notice')} of joining, pinning and the like passed over",
                "#service",
            )
        if self._account:
            yield aside(
                "not chosen",
                f"{counted(self._left_out, 'other chat')}, contacts, sessions and the account's own data "
                "passed over; nothing of them was kept",
                "#account",
                retry=True,
            )
        if not self._taken and not self._service:
            yield aside(
                "no text", "the export holds no message with words in the chosen chats", "", retry=True
            )


def message_text(fields: dict[str, Any]) -> tuple[str, list[str]]:
    """The words of a message, rebuilt from ``text_entities``; and what it says beside them, as notes."""
    entities = fields.get("text_entities")
    plain = _joined(fields.get("text"))
    rebuilt = _joined(entities) if isinstance(entities, list) else ""
    body = rebuilt if rebuilt or not plain else plain
    notes = []
    if fields.get("edited_unixtime") or fields.get("edited"):
        when = moment(fields.get("edited_unixtime")) or "a later day"
        notes.append(f"edited on {when}; the words before that are not in the export")
    medium = fields.get("media_type") or (
        "photo" if fields.get("photo") else "file" if fields.get("file") else ""
    )
    if medium:
        missing = str(fields.get("file") or fields.get("photo") or "").startswith("(")
        notes.append(
            f"comes with a {str(medium)[:40].replace('_', ' ')}"
            + (", which is not in the export" if missing else ", not read")
        )
    poll = fields.get("poll")
    if isinstance(poll, dict) and isinstance(poll.get("question"), str):
        body = "\n".join(x for x in (body, poll["question"]) if x)
        notes.append("the last line is the question of a poll")
    return body, notes


def _joined(text: Any) -> str:
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    parts = (
        part if isinstance(part, str) else part.get("text", "") if isinstance(part, dict) else ""
        for part in text
    )
    return "".join(part for part in parts if isinstance(part, str))


def _says(fields: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
    kind = str(chat.get("type") or "")
    private = kind in _PRIVATE
    name = (
        f"private chat {chat.get('id', '')}".strip()
        if private
        else string(chat.get("name")) or f"chat {chat.get('id', 'unnamed')}"
    )
    published = moment(fields.get("date_unixtime"))
    author = string(fields.get("author")) or string(fields.get("from"))
    return {
        "media_type": "application/json", "made_by": _MADE_BY, "source": name,
        "source_kind": "sender" if private else "channel", "protected": private or None,
        "published": published, "published_by": "telegram" if published else None,
        "author": None if private or author == name else author,
        "forwarded_from": string(fields.get("forwarded_from")) or string(fields.get("saved_from")),
    }  # fmt: skip


def _chats_offered(data: bytes | mmap.mmap) -> str:
    """Which chats an account export holds: names of channels and groups, only numbers of private ones."""
    public: list[str] = []
    private = 0
    inside = ("chats", "list", "", "messages")
    try:
        for item in scan(data, deepest=len(inside) + 1):
            if isinstance(item, Opened) and item.path == inside:
                try:
                    chat = repaired(
                        bytes(data[item.parent : min(item.key, item.parent + _HEAD_CAP)])
                        .rstrip()
                        .rstrip(b",")
                        + b"}"
                    )
                except ValueError:
                    continue
                if str(chat.get("type")) in _PRIVATE or not chat.get("name"):
                    private += 1
                else:
                    public.append(f"«{string(chat.get('name'))}» ({chat.get('id')})")
    except Cut:
        pass
    listed = ", ".join(public[:40]) + (f" and {len(public) - 40} more" if len(public) > 40 else "")
    return (
        "an export of a whole account; nothing was taken. Choose chats by name or number: "
        f"{listed or 'no channels or groups'}; and {private} private chats, by their number in the file"
    )
