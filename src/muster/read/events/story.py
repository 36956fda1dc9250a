"""Events in the order of telling in; which carry the story on, and which look back from it, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from muster.read.events.day_graph import DayLink
from muster.read.events.narrated import Narrated

BEFORE_THE_SCENE: Final = "told aside, of what was before this scene"
ONE_ASIDE: Final = "told one after the other of what was before this scene"
RESUMED: Final = "asked on, the story goes on from where it was left"

# What was done within the month before the writing is where a feature begins, and not what it tells.
_FRAME: Final = 31
_ONE_NIGHT: Final = 1
# A paragraph looks back from the scene of the one before it.
_NEXT: Final = 1
# A clause of the sentence that begins no later than what it hangs on.
_OPENERS: Final = ("after", "once", "when")


@dataclass(slots=True)
class Story:
    """``at``: the last event that carried the story on; ``known``: the last day it came to. ``aside``: what
    is told now looks back from there; ``deep``: to a day of its own, from which the next may count.
    ``past``: the day to which the paragraphs that look back have come. ``published``: the day of writing.
    ``paragraphs``: how many the story went on in; ``begun``: this one tells how it began, a scene having
    been told first."""

    published: int | None = None
    at: int | None = None
    known: int | None = None
    aside: bool = False
    deep: bool = False
    past: int | None = None
    paragraphs: int = 0
    place: int | None = None
    begun: bool = False

    def meet(self, event: Narrated, *, same: bool, counted: bool = False, stood: bool = False) -> None:
        """Looks at the next event; ``same``: it stands in the paragraph of the one before; ``counted``: as
        so long before something ("a week before the strike"); ``stood``: how things were when it came ("she
        was working at the quay when …")."""
        was = self.aside
        ahead = counted and not same and not event.dated
        # What no day is told of opens a feature; how things were on a day is where its story begins.
        begun = stood and not same and event.dated and self.known is None and self.paragraphs == 1
        self.aside = self.at is not None and (ahead or begun or self._looks_back(event, was and same))
        self.begun = begun or (self.begun and same)
        if self.aside and not same and self._begins(event):
            self.aside, self.past = False, None
        # "The night of 9 to 10 October" is one day of the story.
        day = event.first is not None and event.last is not None and event.last - event.first <= _ONE_NIGHT
        self.deep = self.aside and (self.deep or day) if same or self.aside else was and self.deep

    def counts_from(self, event: Narrated, before: int | None, *, same: bool) -> int | None:
        """The event from which "the next day" of this one counts: in a new paragraph, that of the story."""
        back = any(t.e is not None and t.e.step < 0 for t in event.times)
        return before if same or self.deep or back or not event.times or self.at is None else self.at

    def keep(self, i: int, event: Narrated) -> None:
        """Goes on to event ``i``, where that is no aside."""
        if not self.aside:
            self.paragraphs += self.place != event.clause.paragraph
            self.at, self.place = i, event.clause.paragraph
            if event.first is not None and event.last is not None:
                self.known = event.first

    def _begins(self, event: Narrated) -> bool:
        """A paragraph that opens with a day of its own: the story itself, where what stood before was the
        frame in which it is told, or where the paragraphs that look back go on from one another."""
        if event.first is None or event.last is None or self.known is None:
            return False
        if self.paragraphs < 2 and self.published is not None and 0 <= self.published - self.known <= _FRAME:
            return self.known - event.last > _FRAME
        if self.past is not None and event.first > self.past:
            return True
        self.past = event.first
        return False

    def _looks_back(self, event: Narrated, aside: bool) -> bool:
        if event.first is not None and event.last is not None and self.known is not None:
            return event.last < self.known
        if event.clause.verb.tense == "pluperfect":
            return True
        back = (t.e for t in event.times if not t.leans)
        return aside or any(e is not None and e.form == "shift" and e.step < 0 for e in back)


@dataclass(slots=True)
class Scenes:
    """What is told in one paragraph without a day between is one scene. ``first``: the event that opens the
    scene of the story, in paragraph ``opened``; ``by_words``: the paragraph looks back in words ("had", "a
    week before"), and has named no day; ``looked_back``: it began so; ``told_back``: the events of this
    paragraph."""

    first: int | None = None
    opened: int = -1
    paragraph: int = -1
    by_words: bool = False
    looked_back: bool = False
    told_back: list[int] = field(default_factory=list)

    def links_of(self, i: int, event: Narrated, links: Sequence[DayLink], story: Story) -> Iterator[DayLink]:
        """What event ``i``, whose own ``links`` are known, says of the scene that it looks back from."""
        opens = event.clause.paragraph != self.paragraph
        self.paragraph = event.clause.paragraph
        if opens and self.looked_back and story.aside and event.clause.verb.tense != "pluperfect":
            # Where that names its day, all of the paragraph before is before it.
            before = self.told_back if event.dated else (i - 1,)
            yield from (DayLink(j, i, reason=ONE_ASIDE) for j in before)
        if opens:
            # Where a paragraph was left out between them, nothing says that they belong together.
            near = event.clause.paragraph - self.opened <= _NEXT or self.looked_back
            undated = not event.dated or story.begun
            self.by_words = self.looked_back = story.aside and undated and near
            self.told_back = []
        self.told_back.append(i)
        self.by_words = self.by_words and story.aside and (not event.dated or story.begun)
        back = next((x for x in links if x.before == i and x.least >= 1 and x.after < i), None)
        if self.first is not None and self.first != i and (
            self.by_words or (back is not None and self.first < back.after)
        ):  # fmt: skip
            yield DayLink(i, self.first, reason=BEFORE_THE_SCENE)
        stepped = any(x.after == i and x.least >= 1 and x.before < i for x in links)
        if not story.aside and back is None and (opens or event.dated or stepped or self.first is None):
            self.first, self.opened = i, event.clause.paragraph


def resumed(
    body: str, told: Sequence[Narrated], i: int, left: int, before: int, back: bool
) -> Iterator[DayLink]:
    """What is told without a day after a question, or after a paragraph that began by looking back in words
    (``back``), goes on from the event at which the story was ``left``, and so does what its sentence hangs
    on. ``before``: the event told before event ``i``."""
    if told[i].dated or not (back or "?" in body[told[before].clause.stop : told[i].clause.start]):
        return
    yield DayLink(left, i, reason=RESUMED)
    for j in range(i + 1, len(told)):
        if told[j].clause.sentence != told[i].clause.sentence:
            break
        if told[j].clause.joint in _OPENERS and not told[j].dated:
            yield DayLink(left, j, reason=RESUMED)


__all__ = ["RESUMED", "Story", "resumed"]
