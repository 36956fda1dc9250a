"""Every error Muster raises on purpose.

MusterError                 says what happened, to which record, what to do next
├── RecordError             a record contradicts itself (also a ValueError)
├── Refused                 exit 1: asked for something unsafe or impossible
│   ├── NotFound            no such record in this project
│   ├── NotAProject         the file is no Muster project
│   ├── NewerProject        the file was made by a newer Muster
│   ├── ProjectLocked       another process is writing to the project
│   ├── NoSpace             the disk is full, nothing half-written was kept
│   ├── MissingPart         an optional part (extra, Debian package) is not installed
│   └── Unreconciled        inputs are not used + set aside; nothing was written
├── Usage                   exit 2: the command's words are off
├── IntegrityBroken         exit 3: what is stored is not what was stored
└── Unreadable              one input could not be used; becomes a SetAside, never stops a run
"""

from __future__ import annotations


class MusterError(Exception):
    """What happened, to which record, and what to do next.

    ``exit_code`` is what the command line returns: 1 refused or unsafe, 2 usage, 3 integrity broken.
    """

    exit_code = 1

    def __init__(self, what: str, *, record: str = "", next_step: str = "") -> None:
        self.what = what
        self.record = record
        self.next_step = next_step
        super().__init__(what, record, next_step)

    def __str__(self) -> str:
        where = f" ({self.record})" if self.record else ""
        then = f"; {self.next_step}" if self.next_step else ""
        return f"{self.what}{where}{then}"


class RecordError(MusterError, ValueError):
    """A record contradicts itself and was not made."""


class Refused(MusterError):
    """Muster will not do this, and says why."""


class NotFound(Refused):
    """No record of that id in this project."""


class NotAProject(Refused):
    """The file is there but it is no Muster project."""


class NewerProject(Refused):
    """The project was written by a newer Muster than this one."""


class ProjectLocked(Refused):
    """Another process is writing to the project."""


class NoSpace(Refused):
    """The disk is full; the project is as it was before."""


class MissingPart(Refused):
    """An optional part is needed and not installed."""


class Unreconciled(Refused):
    """Inputs are not the sum of what was used and what was set aside; nothing was written."""


class Usage(MusterError):
    """The command was called wrongly."""

    exit_code = 2


class IntegrityBroken(MusterError):
    """What is stored is not what was stored."""

    exit_code = 3


class Unreadable(MusterError):
    """One input could not be used. ``reason`` is the short word kept in its SetAside record."""

    def __init__(self, reason: str, detail: str, *, record: str = "") -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}", record=record, next_step="it is set aside; the rest goes on")

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str]]:
        # Crosses the border between the parsing child process and its parent.
        return (type(self), (self.reason, self.detail))


__all__ = [
    "IntegrityBroken",
    "MissingPart",
    "MusterError",
    "NewerProject",
    "NoSpace",
    "NotAProject",
    "NotFound",
    "ProjectLocked",
    "RecordError",
    "Refused",
    "Unreadable",
    "Unreconciled",
    "Usage",
]
