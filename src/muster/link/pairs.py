"""Two documents in; whether one repeats the other, how, in which direction, and why, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from muster.link.alignment import is_month
from muster.link.copyindex import FEW_WORDS, sort_date
from muster.link.other_people import by_other_people
from muster.link.pages import Page, covered, matched_runs
from muster.link.records import CopyInput
from muster.link.slots import filled_with_others, numbers_between
from muster.model.ids import source_id
from muster.model.links import Stretch
from muster.text.concepts import keys_of
from muster.text.scripts import fold
from muster.text.shingles import without_addresses
from muster.text.sources.credits import credited, last_credit
from muster.text.sources.feet import foot_of

# Shares of a document's own words that stand in runs of four words that the other has too.
BOTH = 0.5  # near: both documents
ONE = 0.6  # excerpt: one of the two
OWN = 0.8  # either, within one source, which repeats its forms with other figures
# rewritten: on average, and each; less is enough in long texts, where as many runs are no chance
MEAN, EACH = 0.36, 0.25
LONG, LONG_MEAN, LONG_EACH, LONG_RUNS = 120, 0.22, 0.12, 6
VERSION = 0.3  # versions of one page: both
OWN_WORDS = 0.15  # below it outside quotation marks, only a quotation is common
IN_ORDER = 0.75
# Words changed here and there stay in their order; sentences of a stock come in another each time.
LONG_IN_ORDER = 0.9
FEWEST_SHARED = 8
# Bulletins ("delays on line 4") use one form for many events: shorter texts, this many days apart, must be
# nearly the same to be one thing.
BULLETIN_WORDS, BULLETIN_DAYS, BULLETIN_SAME = 40, 2, 0.8
# excerpt: a passage of so many words in a row, however long the two are. Agencies' background is shorter.
PASSAGE = 25
# A round-up takes sentences over whole; who writes a text anew leaves shorter runs.
_LONG_RUN, _IN_LONG_RUNS = 12, 0.75
# Of a short text so many words in such runs, with a number in them, are more than a form used again.
_TAKEN = 20
# So many days later a frame ("where to go this weekend", "part 13 of our course") may be filled anew.
FRAME_DAYS = 3
# Numbers that each has alone, and the share of the fewer in common below which two texts tell of two things.
OWN_FIGURES, FIGURES_SHARE = 2, 1 / 3
# Characters of a text that tell which day it is of ("where to go today, 17 November").
_HEAD = 200
MOST_OVERLAPS = 40
Mask = NDArray[np.bool_]

# Apart: of "events 17 November" the first must not take the number from the second.
_DAY = re.compile(r"\b(?P<day>\d{1,2})\s(?P<month>[^\W\d_]{3,12})\b")
_MONTH_DAY = re.compile(r"\b(?P<month>[^\W\d_]{3,12})\s(?P<day>\d{1,2})\b(?!\d)")

_MORE = re.compile(r"(?i)\b(?:another|further|ещ[её]|ще)\b")


@dataclass(frozen=True, slots=True)
class Judged:
    """``copy`` repeats ``original`` where ``directed``; ``score``: the share of the copy's own words that
    the original has (undirected: the larger of the two shares)."""

    kind: str
    copy: Page
    original: Page
    directed: bool
    score: float
    reasons: tuple[str, ...]
    runs: tuple[tuple[int, int, int], ...]

    @property
    def part(self) -> bool:
        """True of an excerpt that leaves much of the original out, which is its nature."""
        if self.kind != "excerpt":
            return False
        if len(self.copy.word) < len(self.original.word):
            return True
        return float(covered(self.original, self.copy).mean()) < ONE

    def overlaps(self) -> tuple[tuple[Stretch, Stretch], ...]:
        """The longest runs in common, in the copy's order."""
        longest = sorted(sorted(self.runs, key=lambda r: (-r[2], r))[:MOST_OVERLAPS])
        return tuple(
            (self.copy.run(b, b + size - 1), self.original.run(a, a + size - 1)) for b, a, size in longest
        )


def judge(early: Page, late: Page) -> Judged | tuple[str, ...]:
    """What the pair is, or the reasons why it is no copy. ``early`` stands first by date, then id."""
    in_late, in_early = covered(late, early), covered(early, late)
    place = same_place(early.input, late.input)
    if not place and min(int(in_late.sum()), int(in_early.sum())) < FEWEST_SHARED:
        return ("fewer than eight words stand in common runs of four",)
    copied, held = (float(mask.mean()) if len(mask) else 0.0 for mask in (in_late, in_early))
    runs = matched_runs(late, early)
    kind, how = _kind(early, late, copied, held, runs, place)
    if not kind:
        return (how,)
    if not place and (why := _only_quoted(early, late, in_early, in_late)):
        return (why,)
    original, shown, why = direction(early.input, late.input, versions=kind == "revision")
    reasons = [
        how,
        f"{_percent(copied)} of the words of one and {_percent(held)} of the other stand in common runs",
    ]
    if original == early.input.document:
        copy, first, score = late, early, copied
    else:
        copy, first, score = early, late, held
        runs = sorted((a, b, size) for b, a, size in runs)
    if not shown:
        score = max(copied, held)
    return Judged(kind, copy, first, shown, round(score, 4), (*reasons, why), tuple(runs))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _only_quoted(early: Page, late: Page, in_early: Mask, in_late: Mask) -> str:
    """Both quote a third, and have nothing else in common."""
    for page, mask in ((early, in_early), (late, in_late)):
        own = ~page.quoted
        outside = int((mask & own).sum())
        if own.sum() < FEW_WORDS or outside >= OWN_WORDS * own.sum() or outside >= PASSAGE:
            return ""
    return "only words inside quotation marks are common: both quote a third"


def _kind(
    early: Page, late: Page, copied: float, held: float, runs: list[tuple[int, int, int]], place: str
) -> tuple[str, str]:
    """The kind of copy with its reason, or "" and why not."""
    if place:
        return "revision", place
    # A feed item or a row of a table that gives a page's address is a part of the page, or none of it.
    if min(copied, held) >= VERSION and (why := _same_url(early.input, late.input)):
        return "revision", why
    if _bulletins(early, late) and min(copied, held) < BULLETIN_SAME and not _in_a_digest(early, late, runs):
        return "", "short and days apart: a form that is used again for another event"
    if max(copied, held) >= BOTH and (why := _forwarded(early.input, late.input)):
        return "forwarded", why
    if max(copied, held) < BULLETIN_SAME and _next_of_series(early, late):
        return "", "short, with other numbers and “more”: the next message of a series"
    own = early.input.source == late.input.source and early.input.source_known
    if own and other_numbers(early, late):
        return "", "the same source, short, with other numbers: a form that is used again"
    # An outlet repeats its own background, forms and forecasts; only nearly the whole makes a copy.
    if own and max(copied, held) < OWN:
        return "", f"the same source repeats some of its own words: {_percent(copied)} and {_percent(held)}"
    kind, how = _by_shares(early, late, copied, held, runs, own=own)
    if kind and _filled_anew(early, late, min(copied, held), own=own):
        return "", "days apart or with other numbers: a frame that was filled anew"
    if kind and filled_with_others(late, early, runs):
        return "", "other numbers at nearly every place that has one: a form that was filled anew"
    return kind, how


def _by_shares(
    early: Page, late: Page, copied: float, held: float, runs: list[tuple[int, int, int]], *, own: bool
) -> tuple[str, str]:
    """The kind by how many words stand in common runs, how long these are and in which order."""
    if min(copied, held) >= (OWN if own else BOTH):
        order = in_order(runs)
        if len(runs) >= 3 and order < IN_ORDER:
            return (
                "reordered",
                f"the common runs stand in another order: {_percent(order)} of them are in sequence",
            )
        return "near", "most words of each stand in the other, in the same runs"
    if max(copied, held) >= ONE:
        return "excerpt", "most words of the shorter stand in the longer, in the same runs"
    long = min(len(early.word), len(late.word)) >= LONG
    mean, each, least = (LONG_MEAN, LONG_EACH, LONG_RUNS) if long else (MEAN, EACH, 2)
    enough = (copied + held) / 2 >= mean and min(copied, held) >= each and len(runs) >= least
    if (
        enough
        and (not long or in_order(runs) >= LONG_IN_ORDER)
        and not (days_apart(early.input, late.input) > FRAME_DAYS)
        and not (other_numbers(early, late) or other_figures(early, late))
    ):
        if _whole_passages(runs):
            return "excerpt", "whole passages of one stand in the other, other matter around them"
        if by_other_people(early.input.body, late.input.body):
            return "", "each names people whom the other does not: two accounts of one thing"
        return "rewritten", "runs of the same words go through both, with other words between them"
    if (words := _passage(early, late, runs)) >= PASSAGE and not own:
        return "excerpt", f"a passage of {words} words in a row stands in both, outside quotation marks"
    return "", f"too little in common: {_percent(copied)} and {_percent(held)} of their words"


def _whole_passages(runs: list[tuple[int, int, int]]) -> bool:
    """True where what is common is taken over word for word: nearly all of it in long runs."""
    common = sum(size for _, _, size in runs)
    return sum(size for _, _, size in runs if size >= _LONG_RUN) >= _IN_LONG_RUNS * common


def _in_a_digest(early: Page, late: Page, runs: list[tuple[int, int, int]]) -> bool:
    """True where a longer text of another source has whole sentences of a short one, a number in them: the
    digest of a week. A form used again keeps its words, not what was filled in."""
    if early.input.source == late.input.source and early.input.source_known:
        return False
    taken = [(b, a, size) for b, a, size in runs if size >= _LONG_RUN]
    if sum(size for _, _, size in taken) < _TAKEN or not _whole_passages(runs):
        return False
    return any(numbers_between(late, b, b + size) for b, _, size in taken)


def _filled_anew(early: Page, late: Page, least: float, *, own: bool) -> bool:
    """A frame ("where to go this weekend") of another day: other days are named in it, or other figures."""
    if days_apart(early.input, late.input) <= FRAME_DAYS:
        return False
    return other_days(early, late) or (
        least < OWN and (own or other_figures(early, late) or other_days(early, late, _HEAD))
    )


def _passage(early: Page, late: Page, runs: list[tuple[int, int, int]]) -> int:
    """Words of the longest run in common that stand outside quotation marks in one of the two at least;
    runs shorter than a passage are none."""
    long = [run for run in runs if run[2] >= PASSAGE]
    return max(
        (int((~(late.quoted[b : b + n] & early.quoted[a : a + n])).sum()) for b, a, n in long), default=0
    )


def used_again(a: Page, b: Page) -> bool:
    """Short and days apart: a form that is used again for another event."""
    return _bulletins(a, b)


def other_numbers(a: Page, b: Page) -> bool:
    """True of two short texts with numbers or numerals that have less than half of the fewer in common."""
    if min(len(a.word), len(b.word)) >= BULLETIN_WORDS:
        return False
    ours, theirs = (_numbers(page.input) for page in (a, b))
    return bool(ours and theirs) and len(ours & theirs) < 0.5 * min(len(ours), len(theirs))


def _next_of_series(a: Page, b: Page) -> bool:
    """ "Another five drones" after "another eight": an alert of its own, whoever gives it."""
    return other_numbers(a, b) and any(_MORE.search(page.input.body) for page in (a, b))


def other_figures(a: Page, b: Page) -> bool:
    """True where each has two numbers or more that the other has not, and less than a third of the fewer are
    common: two days of one thing, two lists in one frame."""
    ours, theirs = (_numbers(page.input) for page in (a, b))
    apart = min(len(ours - theirs), len(theirs - ours))
    return apart >= OWN_FIGURES and len(ours & theirs) < FIGURES_SHARE * min(len(ours), len(theirs))


def other_days(a: Page, b: Page, head: int | None = None) -> bool:
    """True where both name days of the calendar ("27 October"), and none in common; ``head``: of their first
    so many characters."""
    ours, theirs = (_days(page.input.body[:head]) for page in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _days(body: str) -> set[tuple[str, str]]:
    """Days with the first three letters of their months."""
    found = ((m["day"], m["month"].lower()) for each in (_DAY, _MONTH_DAY) for m in each.finditer(body))
    years = ("год", "рок")
    return {(d.lstrip("0"), m[:3]) for d, m in found if is_month(m) and m[:3] not in years}


def _numbers(one: CopyInput) -> frozenset[str]:
    return _numbers_of(one.body, one.language)


@lru_cache(maxsize=256)
def _numbers_of(body: str, language: str) -> frozenset[str]:
    found = keys_of(without_addresses(body), language)
    return frozenset(key for keys in found for key in keys if key[0] == "n")


def _bulletins(a: Page, b: Page) -> bool:
    return min(len(a.word), len(b.word)) < BULLETIN_WORDS and days_apart(a.input, b.input) > BULLETIN_DAYS


def days_apart(a: CopyInput, b: CopyInput) -> int:
    """Whole days between two dates of publication; 0 where one is not known to the day."""
    if not a.published or not b.published or min(len(a.published), len(b.published)) < 10:
        return 0
    left, right = sort_date(a.published)[:10], sort_date(b.published)[:10]
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days)


def in_order(runs: list[tuple[int, int, int]]) -> float:
    """The share of matched runs, by words, that the longest increasing sequence keeps; 1.0: same order."""
    if not runs:
        return 1.0
    # Each run stands as many times as it has words, so long runs weigh more.
    places = [a + k for _, a, size in runs for k in range(size)]
    ends: list[int] = []
    for place in places:
        at = bisect_right(ends, place)
        if at == len(ends):
            ends.append(place)
        else:
            ends[at] = place
    return len(ends) / len(places)


def same_place(a: CopyInput, b: CopyInput) -> str:
    """Why the two are versions of one thing, or ""."""
    if a.source == b.source and a.address == b.address:
        return "the same address of the same source, with other bytes"
    return ""


def _same_url(a: CopyInput, b: CopyInput) -> str:
    """As above, by the public address; some sites name their front page as the address of every page, so
    this alone is not enough."""
    return "the same public address, with other bytes" if a.url and a.url == b.url else ""


def names_source(name: str | None, source: str) -> bool:
    """True where ``name``, as an exporter wrote it, is the source with this id or name."""
    if not name:
        return False
    if fold(name) == fold(source):
        return True
    return any(source == source_id(name, kind) for kind in ("channel", "outlet", "feed", "sender", "unknown"))


def _forwarded(a: CopyInput, b: CopyInput) -> str:
    for one, other in ((a, b), (b, a)):
        if one.source != other.source and names_source(one.forwarded_from, other.source):
            return f"forwarded from “{one.forwarded_from}”, as the export says"
    return ""


def credit(one: CopyInput) -> str:
    """The agency or outlet that the text's last line above its foot credits ("/Agency", "– Agency",
    "(Agency)", "With reporting by Agency"), or ""."""
    return next(iter(_credited(one.body)), "")


@lru_cache(maxsize=256)
def _credited(body: str) -> tuple[str, ...]:
    above = body[: foot_of(body)]
    last = last_credit(above)
    return ((last,) if last else ()) + tuple(name for name in credited(above) if name != last)


def _credits(one: CopyInput, other: CopyInput) -> bool:
    """``one`` credits the source of ``other``, known by its name or by its host."""
    host = re.sub(r"^\w+://(?:www\.)?|/.*$", "", other.url or "")
    site = re.sub(r"\W", "", host.lower())
    for name in _credited(one.body):
        key = re.sub(r"\W", "", fold(name))
        if names_source(name, other.source) or (len(key) >= 3 and key in site):
            return True
    return False


def direction(early: CopyInput, late: CopyInput, *, versions: bool = False) -> tuple[str, bool, str]:
    """The original's id, whether that is shown, and the reason. In order: a forward, a credit to the
    other's source, a forward of both from a third (not shown then), the dates, a credit line in one only.
    ``versions``: of one address; then, where no dates of publication tell, the one taken earlier is first."""
    for one, other in ((early, late), (late, early)):
        if one.source != other.source and names_source(one.forwarded_from, other.source):
            return other.document, True, "it was forwarded, so the other was first"
    if _credits(late, early) != _credits(early, late):
        copy, first = (late, early) if _credits(late, early) else (early, late)
        return first.document, True, f"its last line credits “{credit(copy)}”, the source of the other"
    if early.forwarded_from and early.forwarded_from == late.forwarded_from:
        both = max(early.document, late.document)
        return (
            both,
            False,
            f"both were forwarded from “{early.forwarded_from}”, which of them was first is not shown",
        )
    earlier = _earlier(early, late)
    if earlier is not None:
        other = late if earlier is early else early
        dates = f"{earlier.published} before {other.published}"
        return earlier.document, True, f"published first: {dates}; a common third source is not excluded"
    if versions and early.taken and late.taken and early.taken != late.taken:
        first, other = sorted((early, late), key=lambda d: sort_date(d.taken))
        return first.document, True, f"taken from this address first: {first.taken} before {other.taken}"
    if bool(credit(early)) != bool(credit(late)):
        copy, first = (early, late) if credit(early) else (late, early)
        return (
            first.document,
            True,
            f"its last line credits another, “{credit(copy)}”, and the other has no such line",
        )
    # The two ids stand in sorted order: the copy's place takes the lower.
    return max(early.document, late.document), False, "which was first is not shown: the dates do not tell"


def _earlier(a: CopyInput, b: CopyInput) -> CopyInput | None:
    """The one that was published first, where the dates as exactly as they are known tell."""
    if not a.published or not b.published:
        return None
    left, right = sort_date(a.published), sort_date(b.published)
    size = min(len(left), len(right))
    # A date without a time zone says nothing about hours.
    if size > 10 and not (_zoned(a.published) and _zoned(b.published)):
        size = 10
    if left[:size] == right[:size]:
        return None
    return a if left[:size] < right[:size] else b


def _zoned(published: str) -> bool:
    return published.endswith("Z") or bool(re.search(r"[+-]\d\d:?\d\d\Z", published[10:]))


__all__ = ["Judged", "credit", "days_apart", "direction", "in_order", "judge", "names_source", "same_place"]
