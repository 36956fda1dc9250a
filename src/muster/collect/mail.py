"""Mail: a message or a mailbox; what is attached becomes documents of its own. In a parsing process."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from itertools import pairwise

from muster.collect.html import page, warm
from muster.collect.names import label
from muster.collect.pieces import Job, Piece, aside
from muster.collect.plain import decode, scrubbed
from muster.collect.worker import mapped

_MADE_BY = "mail/1"
_MOST_PARTS = 1_000
_DEEPEST = 30
_HANDED_ON = ("source", "source_kind", "published", "published_by")
_FROM_LINE = re.compile(rb"(?:\A|\r?\n\r?\n)(?=From [^\r\n]{1,500}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:)")


def opened(job: Job) -> Iterator[Piece]:
    """A message as one document and its attachments; or the messages of a mailbox as members."""
    if job.kind == "mbox":
        yield from _mailbox(job)
        return
    message = BytesParser(policy=policy.default).parsebytes(job.data())
    if isinstance(message, EmailMessage):
        yield from _message(message)


def _mailbox(job: Job) -> Iterator[Piece]:
    data = mapped(job.file)
    starts = [match.end() for match in _FROM_LINE.finditer(data)] + [len(data)]
    for number, (start, stop) in enumerate(pairwise(starts), 1):
        if number > job.limits.items:
            yield aside("too many", f"more than {job.limits.items:,} messages; split the mailbox")
            return
        if stop - start > job.limits.document_bytes:
            yield aside("too large", f"a message of {stop - start:,} bytes", f"#{number}")
            continue
        raw = bytes(data[start:stop])
        # The line "From …" belongs to the mailbox, not to the message.
        yield Piece("member", f"#{number}", None, raw[raw.find(b"\n") + 1 :], {"name": "message.eml"})


def _message(message: EmailMessage) -> Iterator[Piece]:
    texts: list[str] = []
    pages: list[str] = []
    attached: list[Piece] = []
    losses: list[str] = []
    used: Counter[str] = Counter()
    for number, part in enumerate(_leaves(message, 0)):
        if number >= _MOST_PARTS:
            losses.append(f"only the first {_MOST_PARTS} parts of the message were read")
            break
        kind = part.get_content_type()
        if (
            part.get_content_disposition() == "attachment"
            or part.get_filename()
            or not kind.startswith("text/")
        ):
            attached.append(_attachment(part, used))
        else:
            (pages if kind == "text/html" else texts).append(_words(part, losses))
    body, made_by = "\n\n".join(t for t in texts if t.strip()), _MADE_BY
    if not body and pages:
        piece = page("\n".join(pages))
        body, made_by = piece.body or "", f"{_MADE_BY}+{piece.says.get('made_by')}"
        losses += piece.losses
    envelope = _envelope(message)
    yield Piece("whole", "", body or None, None, {**envelope, "made_by": made_by}, tuple(losses))
    for piece in attached:
        # Who sent the message handed over what is attached, on that day at the latest.
        piece.says.update({name: envelope[name] for name in _HANDED_ON if piece.kind == "member"})
        yield piece


def _leaves(part: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    if depth > _DEEPEST:
        return
    if part.get_content_maintype() == "multipart":
        for inner in part.iter_parts():
            if isinstance(inner, EmailMessage):
                yield from _leaves(inner, depth + 1)
    else:
        yield part


def _words(part: EmailMessage, losses: list[str]) -> str:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return ""
    decoded = decode(raw, declared=part.get_content_charset() or "")
    if decoded is None:
        losses.append("a part of the message that calls itself text is none")
        return ""
    losses += decoded.losses
    return decoded.body.replace("\r\n", "\n")


def _attachment(part: EmailMessage, used: Counter[str]) -> Piece:
    name = part.get_filename() or f"part.{part.get_content_subtype()}"
    at = "!/" + label(scrubbed(name)[0])
    used[at] += 1
    at = at if used[at] == 1 else f"{at}~{used[at]}"
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        data = inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], EmailMessage) else b""
        return Piece("member", at, None, data, {"name": "message.eml"})
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw:
        return aside("empty", "an attachment without content", at)
    charset = part.get_content_charset()
    return Piece("member", at, None, raw, {"name": label(scrubbed(name)[0]), "charset": charset})


def _envelope(message: EmailMessage) -> dict[str, str | None]:
    sender, address = parseaddr(_field(message, "From"))
    published = _date(message)
    return {
        "media_type": "message/rfc822",
        "title": _field(message, "Subject") or None,
        "author": sender or address or None,
        "source": sender or address or None,
        "source_kind": "sender" if sender or address else None,
        "published": published,
        "published_by": "mail" if published else None,
    }


def _field(message: EmailMessage, name: str) -> str:
    # The header parser raises on some malformed headers; the message is worth more than its subject.
    try:
        return " ".join(str(message.get(name, "")).split())
    except (MessageError, ValueError, IndexError, AttributeError, TypeError):
        return ""


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_field(message, "Date")).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


__all__ = ["opened", "warm"]
