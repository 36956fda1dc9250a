"""A folder taken file by file: each becomes documents with texts, or is set aside with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from muster.collect.limits import Limits
from muster.model.evidence import FileSeen, SetAside, Taken

_DEFAULT = Limits()


def take_folder(
    root: Path,
    *,
    now: str,
    seen: Callable[[str], FileSeen | None],
    limits: Limits = _DEFAULT,
    ocr: bool = True,
    chats: tuple[str, ...] = (),
    key: bytes = b"",
) -> Iterator[Taken | SetAside | FileSeen]:
    """Everything below ``root``, in the order of addresses; after the items of a file its FileSeen."""
    raise NotImplementedError
    yield
