"""Takes a folder of a test's own making."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from muster.collect import Limits, take_folder
from muster.model.evidence import FileSeen, SetAside, Taken

NOW = "2031-05-02T08:00:00+00:00"


@dataclass
class Taking:
    """What one taking gave, by address."""

    taken: dict[str, Taken] = field(default_factory=dict)
    aside: dict[str, SetAside] = field(default_factory=dict)
    seen: dict[str, FileSeen] = field(default_factory=dict)
    items: list[Taken | SetAside | FileSeen] = field(default_factory=list)

    def body(self, address: str) -> str:
        text = self.taken[address].text
        assert text is not None
        return text.body

    def losses(self, address: str) -> str:
        return "; ".join(self.taken[address].document.losses)


Take = Callable[..., Taking]


def taken(
    root: Path,
    *,
    seen: Mapping[str, FileSeen] | None = None,
    limits: Limits | None = None,
    ocr: bool = False,
    chats: tuple[str, ...] = (),
    key: bytes = b"",
) -> Taking:
    result = Taking()
    items = take_folder(
        root, now=NOW, seen=(seen or {}).get, limits=limits or Limits(), ocr=ocr, chats=chats, key=key
    )
    for item in items:
        result.items.append(item)
        if isinstance(item, Taken):
            result.taken[item.document.address] = item
        elif isinstance(item, SetAside):
            result.aside[item.record] = item
        else:
            result.seen[item.address] = item
    return result


@pytest.fixture
def take() -> Take:
    """``take(folder)``: every item, and by address what was taken, set aside and seen."""
    return taken
