"""Answers of sites: bytes that a watch was given become documents, opened like any untrusted file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType

from muster.collect.detect import HEAD, TAIL, detect
from muster.collect.keep import Keeper, Tally
from muster.collect.limits import Limits
from muster.collect.sandbox import Sandbox
from muster.model.evidence import SetAside, Taken

_CHARSET = re.compile(r"(?i)charset\s*=\s*\"?([A-Za-z0-9_.:-]{2,40})")
# What a thing of each kind may answer with. Nothing that is unpacked: a site has no need to send an archive.
_WANTED = {
    "feed": ("feed",),
    "channel": ("html",),
    "page": ("html", "text", "xml", "pdf", "feed"),
}
_WORDS = {"feed": "no feed", "channel": "no channel page", "page": "nothing with a text"}
_DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to be opened. ``address``: of what is watched, and of what is made of it; ``url``: where the
    answer came from in the end; ``at``: ISO 8601, becomes ``taken``; ``media``: its Content-Type."""

    kind: str
    address: str
    url: str
    host: str
    at: str
    media: str
    body: bytes


class Answers:
    """Opens answers in the parsing process, which starts with the first one. A context manager."""

    def __init__(self, key: bytes = b"", limits: Limits = _DEFAULT) -> None:
        self._key = key
        self._sandbox = Sandbox(limits)

    def __enter__(self) -> Answers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sandbox.stop()

    def opened(self, told: Told) -> Iterator[Taken | SetAside]:
        """The documents of an answer, and what could not be used of it."""
        charset = _CHARSET.search(told.media)
        hints = {"url": told.url, "source": told.host, "source_kind": "outlet", "entries": "named"}
        if charset:
            hints["charset"] = charset[1]
        name = "page.html" if "html" in told.media.lower() else "page"
        kind = detect(told.body[:HEAD], told.body[-TAIL:], len(told.body), name)
        if kind.name not in _WANTED[told.kind]:
            what = (
                kind.detail
                or f"by its content it is {kind.name}, its site calls it {told.media[:60] or 'nothing'}"
            )
            return iter((SetAside(told.address, "unexpected", f"{_WORDS[told.kind]} was answered: {what}"),))
        keeper = Keeper(self._sandbox, now=told.at, key=self._key, chats=())
        sha256 = hashlib.sha256(told.body).hexdigest()
        return keeper.begin(told.address, name, kind, sha256, told.body, hints, Tally())


__all__ = ["Answers", "Told"]
