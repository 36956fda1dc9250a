"""Events in the order of telling in; which carry the story on, and which look back from it, out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muster.read.events.links import Narrated


@dataclass(slots=True)
class Story:
    """``at``: the last event that carried the story on; ``known``: the last day it came to. ``aside``: what
    is told now looks back from there; ``deep``: to a day of its own, from which the next may count."""

    at: int | None = None
    known: int | None = None
    aside: bool = False
    deep: bool = False

    def meet(self, event: Narrated, *, same: bool) -> None:
        """Looks at the next event; ``same``: it stands in the paragraph of the one before."""
        was = self.aside
        self.aside = self.at is not None and self._looks_back(event, was and same)
        day = event.first is not None and event.first == event.last
        self.deep = self.aside and (self.deep or day) if same or self.aside else was and self.deep

    def counts_from(self, event: Narrated, before: int | None, *, same: bool) -> int | None:
        """The event from which "the next day" of this one counts: in a new paragraph, that of the story."""
        back = any(t.e is not None and t.e.step < 0 for t in event.times)
        return before if same or self.deep or back or not event.times or self.at is None else self.at

    def keep(self, i: int, event: Narrated) -> None:
        """Goes on to event ``i``, where that is no aside."""
        if not self.aside:
            self.at = i
            if event.first is not None and event.last is not None:
                self.known = event.first

    def _looks_back(self, event: Narrated, aside: bool) -> bool:
        if event.first is not None and event.last is not None and self.known is not None:
            return event.last < self.known
        if event.clause.verb.tense == "pluperfect":
            return True
        back = (t.e for t in event.times if not t.leans)
        return aside or any(e is not None and e.form == "shift" and e.step < 0 for e in back)


__all__ = ["Story"]
