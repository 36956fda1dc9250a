"""Evidence grades by a team's scheme, each with the rule that gave it. A grade is no probability."""

from __future__ import annotations

from collections.abc import Sequence

from muster.model.ledger import Statement

RULES = {
    "airwars": (
        "Airwars' five, by this rule: discounted – set aside by the team, or denied in its own words; "
        "contested – another origin's figure cannot hold beside it; confirmed – a party to the war and "
        "another origin both state as much; fair – two origins or more state as much; weak – one origin"
    ),
    "admiralty": (
        "Admiralty: the letter is the team's (F where it gave none); the digit by this rule: 1 – two other "
        "origins or more state as much; 2 – one does; 3 – alone, and nothing speaks against it; 5 – another "
        "origin's figure cannot hold beside it; 6 – no number that could be compared"
    ),
    "none": "the team chose no grades",
}


def grade(scheme: str, s: Statement, others: Sequence[Statement]) -> str:
    """The grade of ``s`` among ``others``, the statements of the same question that may move a bound."""
    if scheme == "none":
        return ""
    mine = [o for o in others if o.origin != s.origin and o.series == s.series]
    # Origins, not statements: one that repeats itself is one.
    support = {o.origin for o in mine if _states_as_much(o, s)}
    against = any(_apart(s, o) for o in mine)
    if scheme == "admiralty":
        return s.reliability + _digit(s, len(support), against)
    if s.beside.startswith(("the words deny", "set aside")):
        return "discounted"
    if against:
        return "contested"
    if support and (s.party or any(o.party for o in mine if o.origin in support)):
        return "confirmed"
    return "fair" if support else "weak"


def _digit(s: Statement, support: int, against: bool) -> str:
    if s.low is None and s.high is None:
        return "6"
    if against:
        return "5"
    return "1" if support >= 2 else "2" if support else "3"


def _states_as_much(o: Statement, s: Statement) -> bool:
    """``o`` reaches the floor of ``s`` by the same day, or their ranges meet."""
    if s.low is not None and o.low is not None and s.shape in ("floor", "exact", "estimate"):
        return o.low >= s.low and (s.last is None or o.last is None or o.last <= s.last)
    bounded = s.low is not None and s.high is not None and o.low is not None and o.high is not None
    return bounded and not _apart(s, o)


def _apart(s: Statement, o: Statement) -> bool:
    """They cannot both hold: a floor above a ceiling of the same day or a later one."""
    for low, top in ((s, o), (o, s)):
        if low.low is None or top.high is None or top.regions:
            continue
        if low.low > top.high and (low.last is None or top.last is None or low.last <= top.last):
            return True
    return False


__all__ = ["RULES", "grade"]
