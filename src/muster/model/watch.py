"""What a team watches: pages, feeds, channels and folders; what was met there; what is worth a look."""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.errors import Usage
from muster.model.ids import make_id

WATCH_KINDS = ("feed", "page", "channel", "folder", "exports")
ALERT_KINDS = ("changed", "vanished", "returned", "silent", "number", "origin", "name")
# Nobody's news are so urgent that a site must be asked more often.
SOONEST = 300


@dataclass(frozen=True, slots=True)
class Watched:
    """One thing that is watched. ``address``: an http(s) address, or a folder's absolute path.

    ``kind``: feed (RSS or Atom), page, channel (a public ``t.me/s/…`` page), folder, exports (a folder into
    which exports of a messenger are dropped again and again). ``every``: seconds between two looks.
    ``hosts``: further hosts that the address may lead to; the address's own host is always one.
    """

    id: str
    kind: str
    address: str
    every: int
    added: str
    hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in WATCH_KINDS or self.every < SOONEST:
            raise Usage(
                f"{self.kind} every {self.every} seconds is nothing that can be watched",
                record=self.address,
                next_step=f"watch {', '.join(WATCH_KINDS)}, no more often than every {SOONEST // 60} min",
            )


@dataclass(frozen=True, slots=True)
class Met:
    """How a watched thing stood when it was last looked at.

    ``due``: when it is looked at next; ``at``: when it was last, "" never; ``status``: an HTTP status, or
    why there is none; ``failures``: looks in a row that gave nothing; ``etag``, ``modified``: what the site
    wants to be told the next time; ``digest``: SHA-256 of the last body; ``gone``: since when it is gone.
    """

    watched: str
    due: str = ""
    at: str = ""
    status: str = ""
    failures: int = 0
    etag: str = ""
    modified: str = ""
    digest: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host's robots.txt said, and when it was asked. ``body`` None: it could not be asked."""

    host: str
    at: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Alert:
    """Something worth a look. ``record``: a document, estimate or origin of the project, or "".

    ``words``: one line that says what happened; it may quote what a page says of itself.
    """

    id: str
    at: str
    kind: str
    watched: str
    record: str
    words: str

    def __post_init__(self) -> None:
        if self.kind not in ALERT_KINDS:
            raise Usage(f"there is no alert of kind {self.kind!r}")


def watched_id(kind: str, address: str) -> str:
    """The id of a watched thing: what it is and where."""
    return make_id("watched", kind, address)


def alert(
    at: str, kind: str, words: str, *, watched: str = "", record: str = "", once: bool = False
) -> Alert:
    """An alert; one that says the same of the same at the same time is the same. ``once``: at any time."""
    when = "" if once else at
    return Alert(make_id("alert", when, kind, watched, record, words), at, kind, watched, record, words)


__all__ = [
    "ALERT_KINDS",
    "SOONEST",
    "WATCH_KINDS",
    "Alert",
    "Met",
    "Robots",
    "Watched",
    "alert",
    "watched_id",
]
