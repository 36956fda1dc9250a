"""The course of a case: what holds now, the order of days, what is due; histories are only added to."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.cases import course_of, deed_of, due_list, outcome_of
from muster.cases.course import closed, facts_of, standing, status_on
from muster.cases.law import read_pack, shipped
from muster.cases.outcomes import sentence, table_of
from muster.model.cases import OUTCOMES, TRACK_OF, Case, Step
from muster.model.errors import RecordError, Refused
from muster.model.ids import make_id
from muster.model.law import Days
from muster.store import Keys, Store
from muster.store.connect import plain, sealed
from muster.workflows.cases import GROUPS, known_of, summaries

AT = "2026-11-22T08:00:00+00:00"
SEALED = sealed(bytes(range(32)))
RU = read_pack(*shipped("ru-military"))
KINDS = st.sampled_from(sorted(set(TRACK_OF) - {"threat", "decision", "outcome", "link", "correction"}))


def step(n: int, kind: str, on: str = "", case: str = "case-1", **more: object) -> Step:
    """A step written down as the n-th."""
    days = Days.of(on) if on else None
    first, last = (str(days.first), str(days.last)) if days else ("", "")
    return Step(f"s{n}", case, kind, AT, "lawyer-2", first, last, **more)  # type: ignore[arg-type]


def a_case(n: int = 0) -> Case:
    return Case(make_id("case", n), f"K-{n:06d}", "self", AT, "lawyer-2", region="Quillmarsh")


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    """A sealed file."""
    with Store.create(tmp_path / "s.db", connect=SEALED, keys=Keys.load(tmp_path), now=AT) as made:
        yield made


def test_a_case_is_not_kept_in_an_open_file(tmp_path: Path) -> None:
    """The store itself refuses."""
    with (
        Store.create(tmp_path / "o.db", connect=plain, keys=Keys.load(tmp_path), now=AT) as made,
        pytest.raises(Refused, match="sealed file only"),
    ):
        made.add_case(a_case())


def test_the_file_refuses_to_change_or_cut_a_history(store: Store) -> None:
    """Triggers, not manners: neither rows of cases nor of steps."""
    store.add_case(a_case(), [step(1, "refusal", case=a_case().id)])
    for sql in (
        "UPDATE steps SET words = 'x'", "DELETE FROM steps",
        "UPDATE cases SET region = ''", "DELETE FROM cases",
    ):  # fmt: skip
        with pytest.raises(Exception, match=r"never changed|tombstone") as told:
            store._file.db.execute(sql)
        assert isinstance(told.value, sqlite3.Error) or "Error" in type(told.value).__name__


@given(kinds=st.lists(KINDS, max_size=12), corrections=st.lists(st.integers(0, 11), max_size=4))
def test_a_longer_history_keeps_every_step_it_had(kinds: list[str], corrections: list[int]) -> None:
    """Whatever is added, the course shows every step once, and a correction hides none."""
    steps = [step(n, kind) for n, kind in enumerate(kinds)]
    for extra, n in enumerate(corrections):
        before = {p.step.id for p in course_of(steps)}
        if n < len(kinds):
            steps.append(step(100 + extra, "correction", answers=f"s{n}"))
        assert before <= {p.step.id for p in course_of(steps)}
    assert len(course_of(steps)) == len(steps)
    assert {s.id for s in standing(steps)} == {s.id for s in steps} - {s.answers for s in steps if s.answers}


def test_an_accepted_letter_does_not_close_a_case() -> None:
    """Only ``close`` does, and ``open-again`` takes it back."""
    steps = [step(1, "refusal"), step(2, "letter-accepted"), step(3, "outcome", value="discharged")]
    assert not closed(steps)
    assert closed([*steps, step(4, "close")])
    assert not closed([*steps, step(4, "close"), step(5, "open-again")])


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2021-05-01", "conscript"),
        ("2022-05-10", "contract"),
        ("2022-02", None),
        ("2025-01-01", None),
        ("2020", None),
    ],
)
def test_the_status_of_a_day_is_open_where_it_is(day: str, status: str | None) -> None:
    """Before the first, after the contract's end, and in a month in which it changed: nobody knows."""
    steps = [
        step(1, "status", "2021-01-10", value="conscript"),
        step(2, "status", "2022-02-15", value="contract", due="2024-02-14"),
    ]
    assert status_on(steps, Days.of(day)) == status


def test_two_steps_that_contradict_each_other_leave_a_fact_open() -> None:
    """Both are named; a claim bears on it and decides nothing; a weighed answer is signed."""
    steps = [
        step(1, "order", facts=("order-given=yes",)),
        step(2, "note", facts=("order-given=no",)),
        step(3, "evidence", value="against", link="claim-1", facts=("substantial-harm=unknown",)),
    ]
    found = facts_of(steps)
    assert (found["order-given"].value, found["order-given"].rests_on) == (None, ("s1", "s2"))
    assert (found["substantial-harm"].value, found["substantial-harm"].rests_on) == (
        None,
        ("claim-1 (against)",),
    )
    weighed = facts_of([*steps, step(4, "weighed", facts=("substantial-harm=no",))])["substantial-harm"]
    assert (weighed.value, weighed.weighed_by) == (False, "lawyer-2")


def test_a_case_without_a_day_of_refusal_is_not_asked_about() -> None:
    """The law has no answer for no day."""
    with pytest.raises(Refused, match="no refusal with a day"):
        deed_of([step(1, "refusal")])


def test_the_last_known_outcome_holds_whenever_it_was_written_down() -> None:
    """News of August told after news of October does not undo it."""
    steps = [
        step(1, "outcome", "2022-10-01", value="detained"),
        step(2, "outcome", "2022-08", value="serving"),
    ]
    found = outcome_of(steps)
    assert found is not None
    assert (found.kind, found.known_on) == ("detained", "2022-10-01")


def test_a_threat_or_a_decision_is_somebodys() -> None:
    """Without who made it, it is no record."""
    for kind, value in (("threat", "front"), ("decision", "refused")):
        with pytest.raises(RecordError, match="somebody's"):
            step(1, kind, value=value)
    with pytest.raises(RecordError, match="no threat"):
        step(1, "threat", value="rain", who="commander")


_COUNTED = st.lists(
    st.tuples(st.sampled_from(["north", "south", ""]), st.sampled_from([*OUTCOMES, ""])), max_size=12
)
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)


@settings(max_examples=25)
@given(counted=_COUNTED, words=st.lists(_WORDS, min_size=6, max_size=6))
def test_nothing_that_a_client_said_enters_a_count(
    tmp_path_factory: pytest.TempPathFactory, counted: list[tuple[str, str]], words: list[str]
) -> None:
    """Tables and sentences of cases are the same bytes whatever their words, codes, people, places and papers
    are."""
    told = []
    for said in (words, ["-"] * 6):
        folder = tmp_path_factory.mktemp("counted")
        with Store.create(folder / "s.db", connect=SEALED, keys=Keys.load(folder), now=AT) as file:
            for n, (region, outcome) in enumerate(counted):
                id = make_id("case", n)
                steps = [step(2 * n, "refusal", case=id, who=said[0], ground=said[1], words=said[2])]
                if outcome:
                    steps.append(step(2 * n + 1, "outcome", "2026-10", case=id, value=outcome, words=said[3]))
                case = Case(id, f"{said[4]}{n}", "self", AT, "lawyer-2", region=region, alias=said[5])
                file.add_case(case, steps)
            known = {by: known_of(file, by) for by in GROUPS}
        told.append([(table_of(each), sentence(each, "prosecuted", AT[:10])) for each in known.values()])
    assert told[0] == told[1]


@pytest.mark.parametrize("grown", [10_000])
def test_lists_of_ten_thousand_cases(store: Store, grown: int) -> None:
    """Each with eight steps, in the encrypted file: list and due, each below 0.3 s of this machine's time."""
    with store._file.writing() as ledger:
        line = ledger.add(AT, "filled", "test", b"", "test")
        ledger.write()
        db = store._file.db
        db.executemany(
            'INSERT INTO cases (id, code, client, people, region, language, alias, at, "by", line) '
            "VALUES (?, ?, 'self', NULL, 'q', '', '', ?, 'x', ?)",
            ((f"c{n}", f"K-{n}", AT, line) for n in range(grown)),
        )
        kinds = ("status", "order", "refusal", "report", "threat", "check", "decision", "outcome")
        db.executemany(
            'INSERT INTO steps (id, "case", kind, first, last, proof, who, value, ground, words, answers, '
            "facts, due, link, at, \"by\", line) VALUES (?, ?, ?, ?, ?, '', 'p', 'v', '', '', '', ?, ?, "
            "'', ?, 'x', ?)",
            (
                (
                    f"s{n}-{kind}", n + 1, kind, f"2022-0{n % 8 + 1}-1{n % 9}", f"2022-0{n % 8 + 1}-1{n % 9}",
                    '["learnt-of-violation=yes"]' if kind == "decision" else "",
                    "2023-01-01" if kind == "outcome" else "", AT, line,
                )
                for n in range(grown)
                for kind in kinds
            ),
        )  # fmt: skip
    took = {}
    for name, made in (("list", lambda: summaries(store)), ("due", lambda: due_list(store.due_lines(), RU))):
        took[name] = []
        for _ in range(3):
            start = time.process_time()
            rows = made()
            took[name].append(time.process_time() - start)
        assert len(rows) >= grown
    assert all(min(times) < 0.3 for times in took.values()), took
