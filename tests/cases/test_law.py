"""Law by date: dated rules against a deed, versions, faults of a pack file, and what people say of a rule."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.cases.law import (
    Deed,
    Fact,
    ask,
    between_days,
    between_packs,
    compare_said,
    faults_of,
    read_pack,
    shipped,
)
from muster.model.errors import NotFound, RecordError, Refused
from muster.model.law import Days, Pack, Period

TODAY = date(2026, 11, 22)
RU = read_pack(*shipped("ru-military"))
SORVIA = read_pack(*shipped("sorvia-military"))
DAYS = st.dates(date(2018, 1, 1), date(2027, 12, 31))


def provisions(pack: Pack, deed: str, status: str | None, **facts: Fact) -> dict[str, str]:
    table = ask(pack, Deed(Days.of(deed), status, {k.replace("_", "-"): v for k, v in facts.items()}), TODAY)
    return {a.rule.provision: a.standing for a in table.answers}


# The main case: one refusal in May, one in October ---------------------------------------------------


def test_a_refusal_in_may_and_one_in_october_get_different_tables() -> None:
    """Before 24 September 2022 a refusal needs substantial harm; after it 332(2.1) stands without."""
    refused = {"refused_combat": Fact(True), "order_given": Fact(True), "order_not_done": Fact(True)}
    may, october = (provisions(RU, day, "contract", **refused) for day in ("2022-05-10", "2022-10-10"))
    assert may["Criminal Code 332(1)"] == "open"  # harm is not established
    assert "Criminal Code 332(2.1)" not in may
    assert october["Criminal Code 332(2.1)"] == "met"
    assert october["Criminal Code 332(1)"] == "open"


def test_what_changed_between_the_two_days_is_told_with_its_day() -> None:
    """Ten rules between May and October, each with the day since which it is so."""
    changes = {c.line: c for c in between_days(RU, date(2022, 5, 10), date(2022, 10, 10), "contract")}
    assert changes["cc-332-2.1"].when == date(2022, 9, 24)
    assert changes["discharge-blocked"].when == date(2022, 9, 21)
    assert changes["contract-short-absence"].kind == "gone"
    assert changes["contract-short-absence"].when == date(2022, 9, 24)
    assert "cc-332-1" not in changes


def test_what_came_after_a_deed_is_named_and_not_asked_of_it() -> None:
    """A lawyer who answers in October for May is told which rules are new since; asked in May, nobody is."""
    may = Deed(Days.of("2022-05-10"), "contract")
    since = [w for w in ask(RU, may, date(2022, 10, 20)).warnings if w.startswith("since 2022-09-24")]
    assert len(since) == 1 and "332(2.1)" in since[0] and "not asked of this deed" in since[0]
    assert "Criminal Code 332(2.1)" not in {
        a.rule.provision for a in ask(RU, may, date(2022, 10, 20)).answers
    }
    assert not [w for w in ask(RU, may, date(2022, 5, 11)).warnings if w.startswith("since")]


def test_a_short_absence_of_a_contract_soldier_was_no_crime_before_and_is_after() -> None:
    """Up to ten days: an inference before 24 September 2022, up to five years after it."""
    away = {"absent_2_to_10_days": Fact(True)}
    before = provisions(RU, "2022-09-23", "contract", **away)
    after = provisions(RU, "2022-09-24", "contract", **away)
    assert before["inference from Criminal Code 337(1) and (3)"] == "met"
    assert "Criminal Code 337(1)" not in before  # conscripts only
    assert after["Criminal Code 337(2.1)"] == "met"


# How elements stand -----------------------------------------------------------------------------------


def test_an_element_that_no_fact_decides_is_open_and_says_which_question_would() -> None:
    """Nothing known: open, with the pack's own question."""
    [row] = [
        e
        for a in ask(RU, Deed(Days.of("2022-05-10"), "contract"), TODAY).answers
        if a.rule.id == "cc-332-1"
        for e in a.elements
        if e.name == "harm"
    ]
    assert row.standing == "open"
    assert "substantial harm" in row.because


def test_what_has_to_be_weighed_is_open_until_somebody_signs_for_it() -> None:
    """A bare yes on substantial harm decides nothing; one with a role's name does."""
    known = {"order_given": Fact(True), "order_not_done": Fact(True)}
    bare = provisions(RU, "2022-05-10", "contract", substantial_harm=Fact(True), **known)
    signed = provisions(
        RU, "2022-05-10", "contract", substantial_harm=Fact(True, ("step-1",), "lawyer-2"), **known
    )
    assert bare["Criminal Code 332(1)"] == "open"
    assert signed["Criminal Code 332(1)"] == "met"


def test_one_element_that_is_not_met_ends_a_rule_whatever_is_open() -> None:
    """No order, no refusal of an order."""
    assert (
        provisions(RU, "2022-05-10", "contract", order_given=Fact(False))["Criminal Code 332(1)"] == "not met"
    )


def test_a_day_known_only_roughly_leaves_a_rule_open_where_the_law_changed_within_it() -> None:
    """ "September 2022" may lie before or after the amendment."""
    table = provisions(RU, "2022-09", "contract", refused_combat=Fact(True))
    assert table["Criminal Code 332(2.1)"] == "open"
    assert provisions(RU, "2022-10", "contract", refused_combat=Fact(True))["Criminal Code 332(2.1)"] == "met"


def test_what_rests_on_evidence_names_it() -> None:
    """The ids that a fact was given with stand beside the element."""
    table = ask(
        RU, Deed(Days.of("2022-05-10"), "contract", {"order-given": Fact(False, ("claim-a1",))}), TODAY
    )
    rows = [e for a in table.answers if a.rule.id == "cc-332-1" for e in a.elements if e.name == "order"]
    assert [r.rests_on for r in rows] == [("claim-a1",)]


def test_an_answer_names_pack_version_and_bytes() -> None:
    """So that a client can be told later under which version he was answered."""
    table = ask(RU, Deed(Days.of("2022"), None), TODAY)
    assert (table.pack, table.version, len(table.sha256)) == ("ru-military", RU.version, 64)
    assert any("status" in w for w in table.warnings)


@pytest.mark.parametrize(("status", "fact"), [("sailor", None), ("contract", "no-such-fact")])
def test_an_unknown_status_or_fact_is_named(status: str, fact: str | None) -> None:
    """The pack's own names are listed."""
    with pytest.raises(NotFound, match="knows no"):
        ask(RU, Deed(Days.of("2022"), status, {fact: Fact(True)} if fact else {}), TODAY)


def test_no_answer_says_that_somebody_may_do_something() -> None:
    """Information, not advice: nowhere in either pack's answers."""
    for pack, day in ((RU, "2022-10-10"), (SORVIA, "2019-05-01")):
        for a in ask(pack, Deed(Days.of(day), None), TODAY).answers:
            told = " ".join([a.says, *(e.because for e in a.elements)]).lower()
            assert "you may" not in told
            assert "you can" not in told


# Laws ---------------------------------------------------------------------------------------------------


@given(day=DAYS, asked=DAYS, status=st.sampled_from([None, *RU.statuses]))
def test_an_answer_for_a_past_day_never_uses_a_later_rule(day: date, asked: date, status: str | None) -> None:
    """Time travel: a rule of the deed's day is in force on it, one of procedure on the day of asking."""
    for a in ask(RU, Deed(Days(day, day), status), asked).answers:
        on = day if a.rule.asked_by == "deed" else asked
        assert a.rule.period.start is None or a.rule.period.start <= on
        assert a.rule.period.stop is None or on <= a.rule.period.stop


@given(day=DAYS)
def test_two_versions_of_a_rule_are_never_in_force_together(day: date) -> None:
    """On any day, of any line, for any status: one at most."""
    for pack in (RU, SORVIA):
        for status in pack.statuses:
            lines = [a.rule.line for a in ask(pack, Deed(Days(day, day), status), day).answers]
            assert len(lines) == len(set(lines))


@given(first=DAYS, last=DAYS)
def test_there_and_back_is_no_change(first: date, last: date) -> None:
    """What comes on the way there goes on the way back."""
    there = {(c.line, c.kind) for c in between_days(RU, first, last)}
    back = {(c.line, c.kind) for c in between_days(RU, last, first)}
    turned = {"new": "gone", "gone": "new", "changed": "changed"}
    assert {(line, turned[kind]) for line, kind in there} == back


@given(st.lists(DAYS, min_size=2, max_size=4))
def test_a_longer_span_of_days_never_decides_more(days: list[date]) -> None:
    """What is met or not met for a span of days is so for each day in it."""
    first, last = min(days), max(days)
    period = Period(date(2022, 9, 24), None)
    over_all = period.covers(Days(first, last))
    for a, b in pairwise(sorted(days)):
        if over_all != "open":
            assert period.covers(Days(a, b)) == over_all


# Files ----------------------------------------------------------------------------------------------------


SMALL = """pack: small
version: "1"
jurisdiction: Nowhere
title: {en: Small}
languages: [en]
review_until: "2030-01-01"
statuses: {all: {en: anybody}}
facts: {did: {en: "Was it done?"}}
sources: {page: {title: A page, where: here, seen: wording}}
rules:
  - id: one
    line: one
    title: {en: One}
    provision: Act 1
    kind: offence
    statuses: [all]
    from: "2020-01-01"
    to: "2021-12-31"
    elements: [{id: did, fact: did, words: {en: done}}]
    consequences: [{kind: fine, words: {en: a fine}}]
    sources: [page]
    certainty: high
"""


def test_a_small_pack_is_whole() -> None:
    """The pack that the faults below are made of."""
    assert faults_of(SMALL.encode(), "small.yaml") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "says"),
    [
        ("certainty: high", "certainty: sure", 22, "rules[0].certainty", "not one of high, medium, low"),
        ("    kind: offence\n", "", 11, "rules[0]", "'kind' is a required property"),
        ("fact: did", "fact: done", 19, "rules[0].elements[0].fact", "not among the facts"),
        ("sources: [page]", "sources: [book]", 21, "rules[0].sources[0]", "not among the sources"),
        ("statuses: [all]", "statuses: [none]", 16, "rules[0].statuses[0]", "not among the statuses"),
        ('from: "2020-01-01"', 'from: "2020-13-01"', 17, "rules[0].from", "month must be in"),
        ('from: "2020-01-01"', 'from: "2023-01-01"', 17, "rules[0].from", "cannot end on"),
        ("title: {en: Small}", "title: {ru: Малый}", 4, "title", "'en' is a required property"),
        ('version: "1"', "version: 1", 2, "version", "is not of type 'string'"),
    ],
)
def test_a_fault_names_its_line_and_field(old: str, new: str, line: int, field: str, says: str) -> None:
    """What a lawyer who writes a pack gets wrong, and where he is sent."""
    found = faults_of(SMALL.replace(old, new).encode(), "small.yaml")
    assert (found[0].line, found[0].field) == (line, field)
    assert says in found[0].says


def test_a_field_that_packs_do_not_have_is_named() -> None:
    """A slip of the pen in a field's name."""
    found = faults_of(SMALL.replace("kind: offence", "knid: offence").encode(), "small.yaml")
    assert {(f.line, "knid" in f.says) for f in found} == {(11, True), (11, False)}


def test_a_pack_repeats_itself_in_words() -> None:
    """References can make gigabytes of a few lines."""
    broken = SMALL.replace("title: {en: Small}", "title: &t {en: Small}").replace(
        "title: {en: One}", "title: *t"
    )
    [fault] = faults_of(broken.encode(), "small.yaml")
    assert (fault.line, "references" in fault.says) == (13, True)


def test_versions_in_force_together_are_refused_with_both_names() -> None:
    """Two versions of a rule that share a day and a status: which of them would be the law?"""
    second = (
        SMALL.split("rules:\n")[1].replace("id: one\n", "id: two\n", 1).replace("2021-12-31", "2024-01-01")
    )
    [fault] = faults_of((SMALL + second).encode(), "small.yaml")
    assert "'one' (2020-01-01 – 2021-12-31) and 'two'" in fault.says
    with pytest.raises(Refused, match="in force together"):
        read_pack((SMALL + second).encode(), "small.yaml")


def test_versions_one_after_the_other_are_fine() -> None:
    """The second begins on the day after the first ends."""
    second = SMALL.split("rules:\n")[1].replace("id: one\n", "id: two\n", 1)
    second = second.replace("2020-01-01", "2022-01-01").replace("2021-12-31", "2024-01-01")
    pack = read_pack((SMALL + second).encode(), "small.yaml")
    [change] = between_days(pack, date(2021, 1, 1), date(2023, 1, 1))
    assert (change.kind, change.when) == ("changed", date(2022, 1, 1))


def test_a_source_text_that_is_not_its_digest_is_a_fault() -> None:
    """A wording that was changed after it was seen."""
    raw, where = shipped("sorvia-military")
    assert "digest" in faults_of(raw.replace(b"one to three", b"one to four"), where)[0].says


@pytest.mark.parametrize(
    "raw",
    [
        b"", b"\xff\xfe", b"[1, 2]", b"- " * 5_000, b"a: " * 3_000, b"{" * 50_000,
        b"!!python/object:os.system {}",
        b"a: &a [x, x]\nb: *a", b"\x00", "pack: \u202e".encode(), b"? " * 2_000,
    ],
)  # fmt: skip
def test_what_is_no_pack_gets_one_line(raw: bytes) -> None:
    """Empty, binary, nested without end, tags and anchors: a fault with a line, no crash."""
    found = faults_of(raw, "x.yaml")
    assert found
    assert all(f.line >= 1 and f.says for f in found)


def test_the_shipped_packs_are_whole_and_never_call_themselves_reviewed() -> None:
    """Both packs; every rule says how certain it is; what is uncertain says what is to be filled in."""
    for name in ("ru-military", "sorvia-military"):
        raw, where = shipped(name)
        assert faults_of(raw, where) == []
        assert b"reviewed: yes" not in raw
    for rule in RU.rules:
        assert rule.certainty != "low" or rule.open, rule.id
        assert set(rule.title) >= {"en", "ru"}


def test_two_versions_of_a_pack_are_compared_rule_by_rule() -> None:
    """A penalty that was changed is told; the rest is silent."""
    changed = read_pack(SMALL.replace("a fine", "a heavy fine").encode(), "b.yaml")
    [change] = between_packs(read_pack(SMALL.encode(), "a.yaml"), changed)
    assert (change.kind, change.says) == ("changed", "Act 1: other consequences")


# What people say of the law ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "language", "fits"),
    [
        ("desertion can bring two years in a disciplinary battalion", "en", ("Criminal Code 332(1)",)),
        ("desertion is punished by up to two years in prison", "en", ()),
        ("за дезертирство дают два года дисбата", "ru", ("Criminal Code 332(1)",)),
        ("за дезертирство – до двадцати лет лишения свободы", "ru", ()),
    ],
)
def test_a_penalty_said_that_the_rule_does_not_have_is_shown_beside_it(
    words: str, language: str, fits: tuple[str, ...]
) -> None:
    """With what the pack has on that day, and with the rule that it would fit."""
    [found] = compare_said(RU, words, language, Days.of("2022-05-10"))
    assert found.rule.title["en"] == "Desertion"
    assert "up to 7 years" in found.pack_says
    assert set(fits) <= set(found.fits)
    assert words[found.start : found.stop].lower().startswith(("desert", "дезертир"))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("desertion can bring up to seven years in prison", "en"),
        ("he was sentenced to three years in prison for desertion", "en"),
        ("desertion is a crime", "en"),
        ("he got two years in prison", "en"),
        ("за дезертирство грозит до семи лет лишения свободы", "ru"),
        ("the desert road was closed for two years", "fr"),
    ],
)
def test_what_fits_the_pack_or_names_no_rule_is_silent(words: str, language: str) -> None:
    """A sentence within the rule, a rule without a penalty, a penalty without a rule."""
    assert compare_said(RU, words, language, Days.of("2022-05-10")) == []


def test_what_is_said_is_laid_beside_the_law_of_its_day() -> None:
    """Fifteen years for desertion: wrong in May 2022, right in October."""
    words = "desertion is punished by up to fifteen years in prison"
    assert compare_said(RU, words, "en", Days.of("2022-05-10"))
    assert compare_said(RU, words, "en", Days.of("2022-10-10")) == []


# Days -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-05-10", "2022-05-10", "2022-05-10"),
        ("2022-05-08..2022-05-12", "2022-05-08", "2022-05-12"),
        ("2022-05..2022-06", "2022-05-01", "2022-06-30"),
    ],
)
def test_a_day_known_roughly_is_a_first_and_a_last_day(written: str, first: str, last: str) -> None:
    """Written as it is known, and written back the same way."""
    days = Days.of(written)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)
    assert Days.of(str(days)) == days


@pytest.mark.parametrize("written", ["", "May", "2022-13", "2022-02-30", "2022-06..2022-05", "22-05-10"])
def test_what_is_no_day_is_refused(written: str) -> None:
    """With how to write one."""
    with pytest.raises(RecordError):
        Days.of(written)


@given(DAYS, st.integers(0, 800))
def test_days_are_written_so_that_they_are_read_back(first: date, more: int) -> None:
    """For every span of days."""
    days = Days(first, first + timedelta(days=more))
    assert Days.of(str(days)) == days
