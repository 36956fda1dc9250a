"""Which readers there are and what they ask, without the rules themselves: half a second to load."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol

from muster.model.errors import Usage

if TYPE_CHECKING:
    from muster.read.second_opinion import Propose

READERS = {"rules": "1", "full": "1", "model": "1"}


class Ask(Protocol):
    """A prompt in, the model's answer out. Raises NoAnswer."""

    @property
    def local(self) -> bool:
        """Whether what is asked stays on this machine."""
        ...

    def __call__(self, prompt: str, /) -> str: ...


class NoAnswer(Exception):
    """The model did not answer, and why, in a few words that hold nothing of the text."""


def reader_version(reader: str = "rules") -> str:
    """``name/version``, as it is kept in every reading: ``rules/1``; ``full/1+ru`` where Russian has a
    parser too.

    Raises Usage where no reader has this name, MissingPart where its parts are not installed.
    """
    if reader not in READERS:
        raise Usage(
            f"no reader is called {reader!r}", next_step=f"choose one of {', '.join(sorted(READERS))}"
        )
    heard = "+ru" if reader == "full" and "ru" in second_opinions() else ""
    return f"{reader}/{READERS[reader]}{heard}"


@functools.cache
def second_opinions() -> dict[str, Propose]:
    """Who is heard beside the rules, by language; Russian where its parser is installed."""
    from muster.read.slavic import syntax_ru
    from muster.read.tagger import propose, require

    require()
    heard: dict[str, Propose] = {"en": propose}
    if syntax_ru.installed():
        heard["ru"] = syntax_ru.propose
    return heard


__all__ = ["READERS", "Ask", "NoAnswer", "reader_version", "second_opinions"]
