"""The claim ledger: a question that a team asks, what origins stated about it, and the answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from muster.model.errors import RecordError

COUNTING = ("cumulative", "period", "moment")
SHAPES = ("exact", "floor", "ceiling", "interval", "estimate", "words")
# The name of an origin that the link room could not show; a test holds both rooms to it.
NOT_SHOWN = "origin not shown"
ROLES = ("floor", "ceiling", "accepted", "beside")
# Why an answer moved: the team asks otherwise; whose statement carries a bound now; what came, what went,
# what was taken for another origin's, what now stands beside; or nobody answers any more.
WHYS = ("asked", "floor", "ceiling", "came", "went", "joined", "aside", "silent")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whose word may move a bound: the team's rule, with its reason. What it keeps out is shown beside.

    ``parties``: parties to the war may. ``estimates``: the middle of an estimate ("about 500") may be a
    floor. ``hearsay``: hearsay may. ``origins``: so many origins must reach a floor. ``without``: names of
    origins set aside.
    """

    parties: bool = False
    estimates: bool = False
    hearsay: bool = True
    origins: int = 1
    without: tuple[str, ...] = ()
    reason: str = "the default rule of Muster; the team has not stated its own"


@dataclass(frozen=True, slots=True)
class Named:
    """One origin as the team sees it: other names of it, whether it is a party to the war, and how
    reliable it is on the Admiralty scale (A to F; F: cannot be judged)."""

    name: str
    aliases: tuple[str, ...] = ()
    party: bool = False
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class Denominator:
    """Of how many a share is told, and who says so. An open end is None."""

    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True, slots=True)
class Columns:
    """How a table's columns are named. ``address``: how the address of its rows begins; ``party``: the
    column that marks a party to the war; ``only``: column → value that a row must have; ``until``: the last
    day of a row. ``recorder``: who states all rows, where no column says it. ``distinct``: each row is an
    event of its own, so that rows may be added."""

    address: str
    origin: str
    date: str
    value: str = ""
    low: str = ""
    high: str = ""
    place: str = ""
    party: str = ""
    party_is: str = ""
    day_first: bool = True
    until: str = ""
    recorder: str = ""
    distinct: bool = False
    only: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of which ``asked`` of ``size`` people were reached and ``yes`` of them said so."""

    name: str
    yes: int
    asked: int
    size: int
    region: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, of whom, where, when, and how claims are taken into account.

    ``title``: language → words. ``said``: "population.ru" and the like → the same in another language.
    ``counting``: cumulative (since ``first``), period (within ``first`` to ``last``) or moment.
    ``unit``: a row of the table of nouns, or "share". ``series``: refusals, requests,
    court cases, convictions and so on; others stay beside. ``coding``: the profile that bounds words.
    ``counted`` and ``about``: words of which one must be in what is counted, and one in the claim;
    ``never``: words that must not. ``take`` and ``leave``: quantities by id, decided by a person.
    ``dates``: (id or address, day) where a person dated what has no date. ``regions``: how many regions the
    whole has, None where the team did not say.
    ``text``: the file that the team wrote, kept whole.
    """

    name: str
    title: dict[str, str]
    said: dict[str, str] = field(default_factory=dict)
    unit: str = "people"
    population: str = "not stated"
    place: str = "not stated"
    first: str | None = None
    last: str | None = None
    counting: str = "cumulative"
    series: str = ""
    coding: str = "as-written"
    counted: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()
    accept: Acceptance = field(default_factory=Acceptance)
    origins: tuple[Named, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    regions: int | None = None
    denominator: Denominator | None = None
    tables: tuple[Columns, ...] = ()
    units: tuple[Unit, ...] = ()
    never_asked: float | None = None
    grades: str = "airwars"
    text: str = ""

    @property
    def adds(self) -> bool:
        """True where each row of its table is an event of its own."""
        return any(t.distinct for t in self.tables)

    def __post_init__(self) -> None:
        if self.counting not in COUNTING:
            raise RecordError(f"counting is one of {', '.join(COUNTING)}", record=self.name)
        if self.first and self.last and self.first > self.last:
            raise RecordError(f"a period cannot end on {self.last} before it begins", record=self.name)


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of one origin as the question's coding profile bounds it; copies are folded into it.

    ``id``: the quantity (or the table's row) that speaks for it. ``first`` to ``last``: the days it is
    about; ``last`` is "by when". ``dated``: stated,
    published, table, team, or taken (no date: it cannot be later than the day it was taken). ``regions``:
    region codes it names;
    ``least_regions``: "from at least seven regions". ``series``: what kind of thing it counts.
    ``each``: a caseload told of each of several people. ``beside``: why it cannot move a bound, or "".
    """

    id: str
    origin: str
    origin_name: str
    shape: str
    low: float | None
    best: float | None
    high: float | None
    words: str
    unit: str
    first: str | None
    last: str | None
    dated: str
    population: str
    place: str
    regions: tuple[str, ...] = ()
    least_regions: int | None = None
    series: str = ""
    party: bool = False
    hedges: tuple[str, ...] = ()
    basis: str = "unknown"
    document: str = ""
    address: str = ""
    claim: str | None = None
    reports: int = 1
    about: tuple[str, ...] = ()
    coded: str = ""
    beside: str = ""
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement in the ledger: its role, why, and the grade that the team's scheme gives it."""

    statement: Statement
    role: str
    why: str
    grade: str


@dataclass(frozen=True, slots=True)
class Without:
    """The bounds with one thing taken away: an origin, or a decision of the team taken back."""

    what: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Step:
    """The floor of a cumulative series from a day on. ``corrected``: it fell by an origin's correction."""

    day: str
    low: float | None
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ledger says. ``low``: highest accepted floor; ``high``: lowest accepted ceiling, None where
    nobody said one. ``clash``: they contradict each other; then both are None.

    ``seen_regions``: codes of regions named; ``least_regions``: the most that one origin counted without
    naming them. ``fragile``: the smallest set of origins without which the bounds move; ``after``: where
    they then are. ``sentences`` and ``fragility``: language → words. ``links``: claim about a claim.
    """

    question: Question
    low: float | None
    high: float | None
    clash: bool
    entries: tuple[Entry, ...]
    contradictions: tuple[str, ...]
    corrections: tuple[str, ...]
    without: tuple[Without, ...]
    decisions: tuple[Without, ...]
    fragile: tuple[str, ...]
    after: Without | None
    seen_regions: tuple[str, ...]
    least_regions: int | None
    floor_regions: int | None
    path: tuple[Step, ...]
    suggestions: tuple[str, ...]
    units: tuple[tuple[str, float, float | None, float], ...]
    sentences: dict[str, str]
    fragility: dict[str, str]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """One reason of a move. ``what``: one of ``WHYS``; ``origin``, ``words``: whose statement, as written."""

    what: str
    origin: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A kept question whose bounds a count moved: where they were, where they are, and why.

    ``title``: language → words. ``low``, ``high``: now; ``was_low``, ``was_high``: before; None: nobody
    said. ``clash`` and ``was_clash``: the statements contradicted each other. ``more``: reasons not shown.
    """

    name: str
    title: dict[str, str]
    unit: str
    at: str
    was_low: float | None
    was_high: float | None
    low: float | None
    high: float | None
    was_clash: bool
    clash: bool
    why: tuple[Why, ...]
    more: int = 0


__all__ = [
    "COUNTING", "NOT_SHOWN", "ROLES", "SHAPES", "WHYS", "Acceptance", "Answer", "Columns", "Denominator",
    "Entry", "Moved", "Named", "Question", "Statement", "Step", "Unit", "Why", "Without",
]  # fmt: skip
