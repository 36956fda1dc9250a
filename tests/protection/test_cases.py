"""``muster case`` as a lawyer uses it: from a mother's call to the prosecutor's refusal, without a name."""

from __future__ import annotations

import json
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.protection.conftest import Desk, traces

DAY = {"MUSTER_NOW": "2022-12-05T08:00:00+00:00"}


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """An unlocked project."""
    desk.unlock()
    return desk


def added(desk: Desk, *arguments: str) -> str:
    """The id of the step that a command adds."""
    return desk.ok("case", *arguments, "--by", "lawyer-2").split()[-1]


def test_without_a_sealed_file_a_case_is_refused_with_the_way_to_make_one(bare: Desk) -> None:
    """No vault: one sentence that names the command."""
    done = bare.muster("case", "new", "--by", "lawyer-2")
    assert done.returncode == 1
    assert "vault init" in done.stderr
    assert not list(bare.home.glob("*.db"))


def test_locked_a_case_is_neither_shown_nor_opened(desk: Desk) -> None:
    """It says that the vault is locked."""
    for arguments in (("list",), ("new", "--by", "x"), ("due",), ("show", "K-000000")):
        done = desk.muster("case", *arguments)
        assert (done.returncode, "the vault is locked" in done.stderr) == (1, True)


def test_from_a_mothers_call_to_the_prosecutors_refusal(open_desk: Desk) -> None:
    """Order, refusal, threats by two people, request, decision, complaint; what is due follows."""
    desk = open_desk
    code = desk.ok(
        "case", "new", "--for", "relative", "--status", "contract", "--since", "2021-03", "--until",
        "2024-03", "--region", "Quillmarsh", "--by", "lawyer-2",
    ).strip()  # fmt: skip
    order = added(desk, "order", code, "--given", "oral", "--on", "2022-10-08..2022-10-10", "--proof", "told",
                  "--fact", "order-given=yes")  # fmt: skip
    refusal = added(
        desk, "step", code, "refusal", "--on", "2022-10-10", "--answers", "order", "--proof", "held"
    )
    added(desk, "step", code, "letter-accepted", "--on", "2022-10-11", "--answers", refusal)
    added(desk, "threat", code, "prosecution", "--from", "commander", "--answers", "refusal")
    added(desk, "threat", code, "front", "--from", "military-police", "--answers", "refusal")
    added(
        desk, "step", code, "commander-request", "--on", "2022-11", "--proof", "told", "--answers", "refusal"
    )
    decided = added(desk, "decide", code, "refused", "--authority", "prosecutor", "--ground", "no harm",
                    "--on", "2022-11-28", "--proof", "seen", "--fact", "learnt-of-violation=yes",
                    "--answers", "commander-request")  # fmt: skip

    rows = desk.rows("case", "show", code)
    assert [r["step"].strip() for r in rows if r["on"] != "not known"] == [  # type: ignore[attr-defined]
        "status", "order", "refusal", "letter-accepted", "commander-request", "decision",
    ]  # fmt: skip
    assert {(r["value"], r["who"]) for r in rows if r["track"] == "threat"} == {
        ("prosecution", "commander"), ("front", "military-police"),
    }  # fmt: skip
    (told,) = [r for r in rows if r["id"] == order]
    assert (told["on"], told["proof"], told["value"]) == ("2022-10-08..2022-10-10", "told", "oral")

    listed = desk.muster("case", "due", "--pack", "ru-military", "--json", **DAY)
    due = json.loads(listed.stdout)
    assert [d["safe_day"] for d in due] == sorted(d["safe_day"] for d in due)
    (complaint,) = [d for d in due if d["step"] == decided]
    assert complaint["safe_day"] == "2023-02-27"
    assert complaint["days_left"] == 84
    assert complaint["pack"].startswith("ru-military ")
    assert [d["safe_day"] for d in due if d["what"] == "contract ends"] == ["2024-03-01"]
    added(desk, "step", code, "complaint", "--on", "2022-12-01", "--answers", decided)
    assert not [d for d in desk.rows("case", "due", "--pack", "ru-military") if d["step"] == decided]
    (row,) = desk.rows("case", "list")
    assert (row["case"], row["threats"], row["closed"]) == (code, 2, False), (
        "an accepted letter closes nothing"
    )
    desk.ok("check", "--sealed")


def test_the_law_is_asked_by_the_facts_of_the_case_and_the_answer_is_kept(open_desk: Desk) -> None:
    """Elements rest on the steps that bear on them; what was shown stays with the pack's sha256."""
    desk = open_desk
    code = desk.ok("case", "new", "--status", "contract", "--since", "2021", "--by", "lawyer-2").strip()
    order = added(desk, "order", code, "--on", "2022-05-08", "--fact", "order-given=no")
    added(desk, "step", code, "refusal", "--on", "2022-05-10", "--answers", "order")
    rows = desk.rows("case", "law", code, "--pack", "ru-military", "--shown-by", "lawyer-2")
    (row,) = [r for r in rows if r["rule_id"] == "cc-332-1" and r["element_stands"] == "not met"]
    assert row["rests_on"] == order
    assert "Criminal Code 332(2.1)" not in {r["provision"] for r in rows}
    (kept,) = [r for r in desk.rows("case", "show", code) if r["step"].strip() == "law"]  # type: ignore[attr-defined]
    pack, _version, sha = str(kept["link"]).split()
    assert (pack, len(sha)) == ("ru-military", 64)


def test_a_wrong_step_is_corrected_and_both_stay(open_desk: Desk) -> None:
    """The corrected one is shown with what corrects it, and counts no more."""
    desk = open_desk
    code = desk.ok("case", "new", "--by", "lawyer-2").strip()
    wrong = added(desk, "threat", code, "money", "--from", "commander")
    better = added(desk, "step", code, "correction", "--answers", wrong, "--note", "another case")
    assert {r["id"]: r["corrected_by"] for r in desk.rows("case", "show", code)} == {
        wrong: better,
        better: "",
    }
    assert desk.rows("case", "list")[0]["threats"] == 0


@pytest.mark.parametrize(
    "note",
    ["call her: +7 900 555-26-31", "Захар Тверозубов", "his mother, З. Тверозубов", "ask Марина Львовна",
     "passport 4509 123456", "write to z.tver@post.example", "he is @tverozub"],
)  # fmt: skip
def test_what_looks_like_a_name_or_a_telephone_is_not_taken(open_desk: Desk, note: str) -> None:
    """It is refused, not repeated, and no byte of it is kept."""
    code = open_desk.ok("case", "new", "--by", "lawyer-2").strip()
    done = open_desk.muster("case", "step", code, "note", "--note", note, "--by", "lawyer-2")
    assert done.returncode == 1
    assert note.split()[-1] not in done.stderr
    assert open_desk.rows("case", "show", code) == []
    open_desk.ok("case", "step", code, "note", "--note", "on 2022-05-10 in Quillmarsh", "--by", "lawyer-2")


def test_nothing_of_a_case_lies_outside_the_sealed_file(open_desk: Desk) -> None:
    """Every byte of the folder, unlocked and locked: no word, no region, no code of a case."""
    code = open_desk.ok("case", "new", "--region", "Quillmarsh", "--by", "lawyer-2").strip()
    added(open_desk, "step", code, "refusal", "--note", "at the Velnabrook bridge")
    for lock in (False, True):
        if lock:
            open_desk.ok("vault", "lock")
        assert traces(open_desk.outside(), ("Quillmarsh", "Velnabrook", code)) == []


def test_a_client_withdraws(open_desk: Desk) -> None:
    """The case and its steps are gone for good; a tombstone says why; both files check."""
    code = open_desk.ok("case", "new", "--by", "lawyer-2").strip()
    added(open_desk, "step", code, "refusal")
    open_desk.ok("forget", code, "--reason", "asked for it", "--by", "lawyer-2", "--yes", "--sealed")
    assert open_desk.rows("case", "list") == []
    open_desk.ok("check", "--sealed")


def test_a_closed_case_takes_no_step_but_is_opened_again(open_desk: Desk) -> None:
    """An outcome may still be written down."""
    code = open_desk.ok("case", "new", "--by", "lawyer-2").strip()
    added(open_desk, "close", code)
    done = open_desk.muster("case", "step", code, "refusal", "--by", "lawyer-2")
    assert (done.returncode, "is closed" in done.stderr) == (1, True)
    added(open_desk, "outcome", code, "discharged")
    month = {"MUSTER_NOW": "2031-12-05T08:00:00+00:00"}
    known = ("case", "outcome", code, "left", "--by", "lawyer-2", "--on")
    assert open_desk.muster(*known, "2031-12", **month).returncode == 0
    assert "left, as of 2031-12-05" in open_desk.muster("case", "show", code).stderr
    ahead = open_desk.muster(*known, "2032-01", **month)
    assert (ahead.returncode, "a day to come" in ahead.stderr) == (2, True)
    added(open_desk, "step", code, "open-again")
    added(open_desk, "step", code, "refusal")


def test_outcomes_are_counted_and_the_calendar_is_written_on_demand_only(open_desk: Desk) -> None:
    """Who was told of is hidden; the calendar holds the code and the day and nothing else."""
    code = open_desk.ok("case", "new", "--region", "Quillmarsh", "--by", "lawyer-2").strip()
    added(
        open_desk,
        "outcome",
        code,
        "discharged",
        "--on",
        "2022-08",
        "--ask-again",
        "2023-02-01",
        "--note",
        "x",
    )
    done = open_desk.muster("case", "count", "--json", **DAY)
    assert "0 prosecuted known to 1 lawyer by 2022-12-05" in done.stderr
    assert {r["discharged"] for r in json.loads(done.stdout)} == {"hidden"}
    open_desk.ok("case", "due")
    assert not list(open_desk.home.glob("*.ics"))
    open_desk.ok("case", "due", "--calendar", "week.ics")
    body = (open_desk.home / "week.ics").read_text("utf-8")
    assert f"{code}: ask again" in body
    assert traces(open_desk.outside(), ("Quillmarsh",)) == []


def test_a_letter_marks_what_is_missing_and_leaves_nothing_behind(open_desk: Desk) -> None:
    """Refused without a lawyer who takes it on; no file unless asked; the DOCX has neither author nor day."""
    from docx import Document

    code = open_desk.ok(
        "case", "new", "--status", "contract", "--since", "2021-03-01", "--by", "lawyer-2"
    ).strip()
    added(open_desk, "order", code, "--given", "oral", "--on", "2022-05")
    done = open_desk.muster("case", "letter", code, "refusal", "--lang", "ru")
    assert (done.returncode, "--override-by" in done.stderr) == (1, True)
    taken_on = ("--override-by", "lawyer-2", "--reason", "read today")
    before = set(open_desk.outside())
    done = open_desk.muster(
        "case", "letter", code, "refusal", "--lang", "ru", "--pack", "ru-military", *taken_on
    )
    assert done.returncode == 1, "the law is asked of no day"
    added(open_desk, "step", code, "refusal", "--on", "2022-05-10")
    done = open_desk.muster(
        "case", "letter", code, "refusal", "--lang", "ru", "--pack", "ru-military", *taken_on
    )
    assert "по контракту, с 01.03.2021" in done.stdout
    assert "05.2022 [точный день неизвестен]" in done.stdout
    assert "Criminal Code 332(1): open" in done.stderr
    assert set(open_desk.outside()) == before
    open_desk.ok("case", "letter", code, "complaint", "--out", "c.docx", *taken_on)
    made = Document(str(open_desk.home / "c.docx"))
    text = [p.text for p in made.paragraphs]
    assert any("[MISSING: ground of the decision]" in line for line in text)
    with zipfile.ZipFile(open_desk.home / "c.docx") as archive:
        assert sorted(archive.namelist()) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert {i.date_time[0] for i in archive.infolist()} == {1980}
    (kept, *_) = [r for r in open_desk.rows("case", "show", code) if r["track"] == "desk"]
    assert kept["note"] == "read today"


def test_an_analyst_gets_overlapping_lists_without_a_client(open_desk: Desk) -> None:
    """One person with two lawyers is one row on both lists; a group is nobody; the count is read as lists."""
    desk = open_desk
    codes = [desk.ok("case", "new", "--by", f"lawyer-{by}").strip() for by in (1, 1, 2, 2)]
    desk.ok("case", "new", "--for", "group", "--people", "9", "--by", "lawyer-3")
    desk.ok("case", "link", codes[0], codes[2], "--as", "same-person", "--by", "lawyer-2")
    desk.ok("case", "outcome", codes[2], "left", "--by", "lawyer-2")
    assert desk.ok("case", "lists", "--csv").splitlines() == [
        "lawyer-1,lawyer-2,count", "1,0,1", "0,1,1", "1,1,1",
    ]  # fmt: skip
    assert desk.rows("case", "lists", "--of", "left") == [{"lawyer-1": "1", "lawyer-2": "1", "count": "1"}]


def test_two_lawyers_write_into_one_case_at_once_and_no_step_is_lost(open_desk: Desk) -> None:
    """The second waits a moment for the first; both steps stand."""
    desk = open_desk
    code = desk.ok("case", "new", "--by", "lawyer-1").strip()

    def note(who: int) -> int:
        told = ("case", "step", code, "note", "--note", f"word {who}", "--by", f"lawyer-{who}")
        return desk.muster(*told).returncode

    with ThreadPoolExecutor(3) as lawyers:
        assert list(lawyers.map(note, range(3))) == [0, 0, 0]
    assert {r["note"] for r in desk.rows("case", "show", code)} == {"word 0", "word 1", "word 2"}


def test_two_lawyers_join_their_cases(open_desk: Desk) -> None:
    """A copy of project and vault goes to a colleague; what both wrote stands in both afterwards."""
    desk = open_desk
    code = desk.ok("case", "new", "--by", "lawyer-1").strip()
    desk.ok("case", "step", code, "refusal", "--by", "lawyer-1")
    shutil.copyfile(desk.home / "muster.db", desk.home / "colleague.db")
    shutil.copytree(desk.home / "muster.vault", desk.home / "colleague.vault")
    theirs = ("-p", "colleague.db", "--by", "lawyer-2")
    desk.ok("case", "step", code, "complaint", "--answers", "refusal", *theirs)
    other = desk.ok("case", "new", *theirs).strip()
    desk.ok("case", "step", code, "note", "--note", "the prosecutor was away", "--by", "lawyer-1")

    found = {(r["kind"], r["where"]) for r in desk.rows("diff", "colleague.db", "--sealed")}
    assert {("case", "only there"), ("step", "only there"), ("case", "added to here and there")} <= found
    told = desk.ok("merge", "colleague.db", "--sealed")
    assert "added 1 cases, 1 steps" in told
    assert f"{code}: both desks had added steps" in told
    assert "nothing was written" in desk.ok("merge", "colleague.db", "--sealed")
    assert {r["case"] for r in desk.rows("case", "list")} == {code, other}
    assert [r["by"] for r in desk.rows("case", "show", code)].count("lawyer-2") == 1
    desk.ok("check", "--sealed")
    assert traces(desk.outside(), ("prosecutor was away", code)) == []


def test_claims_bear_on_a_question_and_a_partys_call_raises_no_grade(open_desk: Desk) -> None:
    """A step held here, a claim of the open ledger against, an intercepted call shown and not counted."""
    desk = open_desk
    (desk.home / "papers" / "call.txt").write_text(
        "Harm at the depot\n2031-04-04\n\n"
        "In an intercepted call, a man said that the ferry depot had stopped working.\n"
        "The depot works as before, said Vera Tamlin, the head of the Open Register.\n",
        "utf-8",
    )
    desk.ok("run", "papers")
    claims = desk.rows("claims")
    call = next(str(c["id"]) for c in claims if "stopped working" in str(c))
    works = next(str(c["id"]) for c in claims if "works as before" in str(c))
    code = desk.ok("case", "new", "--by", "lawyer-2").strip()
    for claim, side in ((call, "for"), (works, "against")):
        desk.ok("case", "link", code, claim, "--as", side, "--fact", "substantial-harm", "--by", "lawyer-2")
    rows = {str(r["side"]): r for r in desk.rows("case", "evidence", code)}
    assert (rows["for"]["grade"], rows["for"]["counts"]) == ("nothing", "no")
    assert rows["against"]["counts"] == "yes"
    added(
        desk, "step", code, "note", "--fact", "substantial-harm=no", "--proof", "seen", "--note", "an order"
    )
    grades = {str(r["grade"]) for r in desk.rows("case", "evidence", code) if r["side"] == "against"}
    assert grades == {"seen, not held"}


def test_the_list_of_days_holds_forecasts_and_the_packs_review(open_desk: Desk) -> None:
    """Beside the days of cases, in the order of days."""
    desk = open_desk
    desk.ok("case", "new", "--status", "contract", "--until", "2031-06-01", "--by", "lawyer-2")
    desk.ok("memory", "say", "More crews refuse", "--due", "2031-07-01", "--by", "anna")
    rows = desk.rows("case", "due", "--pack", "ru-military")
    assert [r["safe_day"] for r in rows] == sorted(str(r["safe_day"]) for r in rows)
    assert {"contract ends", "score the forecast: More crews refuse"} <= {str(r["what"]) for r in rows}
    assert any("look at it again" in str(r["what"]) for r in rows)


def test_a_reviewed_template_prints_until_its_day_or_a_change(open_desk: Desk) -> None:
    """Unsigned refused; signed it prints, as PDF too; altered, or past the day, it is refused again."""
    desk = open_desk
    code = desk.ok("case", "new", "--status", "contract", "--by", "lawyer-2").strip()
    own = desk.home / "papers" / "own.txt"
    own.write_text("Report\n{{today}}\n{{status}}\n{{refusal_day}}\n", "utf-8")
    letter = ("case", "letter", code, "refusal", "--template", "papers/own.txt")
    assert desk.muster(*letter).returncode == 1
    desk.ok("case", "sign-template", "papers/own.txt", "--by", "lawyer-2", "--until", "2031-06-01")
    done = desk.muster(*letter)
    assert (done.returncode, "reviewed by lawyer-2" in done.stderr) == (0, True), done.stderr
    assert "[MISSING: day of the refusal]" in done.stdout
    desk.ok(*letter, "--out", "letter.pdf")
    raw = (desk.home / "letter.pdf").read_bytes()
    assert raw.startswith(b"%PDF")
    assert b"lawyer" not in raw
    late = desk.muster(*letter, MUSTER_NOW="2031-06-02T08:00:00+00:00")
    assert (late.returncode, "--override-by" in late.stderr) == (1, True)
    own.write_text(own.read_text("utf-8") + "x", "utf-8")
    assert desk.muster(*letter).returncode == 1
    desk.ok(*letter, "--override-by", "lawyer-2", "--reason", "one word changed")


def test_a_teams_word_template_is_copied_signed_and_printed(open_desk: Desk) -> None:
    """The folder letters is found by its names; a colleague's machine prints it once her key is known."""
    from docx import Document

    desk = open_desk
    code = desk.ok("case", "new", "--status", "contract", "--by", "lawyer-2").strip()
    added(desk, "step", code, "refusal", "--on", "2022-05-10")
    folder = desk.home / "letters"
    folder.mkdir()
    desk.ok("case", "copy-template", "refusal", "letters/refusal.uk.docx", "--lang", "uk")
    again = desk.muster("case", "copy-template", "refusal", "letters/refusal.uk.docx")
    assert (again.returncode, "not changed" in again.stderr) == (1, True)
    letter = ("case", "letter", code, "refusal", "--lang", "uk")
    unsigned = desk.muster(*letter)
    assert (unsigned.returncode, "refusal.uk.docx is NOT REVIEWED" in unsigned.stderr) == (1, True)
    own = Document(str(folder / "refusal.uk.docx"))
    own.paragraphs[3].runs[0].bold = True
    own.add_paragraph("{% if complaint_day %}Скарга: {{complaint_day}}{% endif %}")
    own.save(str(folder / "refusal.uk.docx"))
    signed = ("case", "sign-template", "letters/refusal.uk.docx", "--by", "lawyer-2", "--until", "2031-06-01")
    desk.ok(*signed)
    assert "10.05.2022 мною заявлено" in desk.ok(*letter)
    desk.ok(*letter, "--out", "letter.docx")
    assert any(r.bold for p in Document(str(desk.home / "letter.docx")).paragraphs for r in p.runs)
    (kept, *_) = [r for r in desk.rows("case", "show", code) if r["step"].strip() == "letter"]  # type: ignore[attr-defined]
    assert str(kept["link"]).startswith("refusal.uk.docx sha256:")
    first = desk.rows("case", "letters")[0]
    assert (first["template"], first["prints"]) == ("refusal.uk.docx", "yes")
    theirs = {"MUSTER_STATE": str(desk.home / "colleague")}
    stranger = desk.muster("case", "letters", "--json", **theirs)
    assert "which is not known here" in stranger.stdout
    desk.muster("law", "trust", "letters/refusal.uk.docx.review.json", "--as", "lawyer-2", **theirs)
    assert "known here as lawyer-2" in desk.muster("case", "letters", "--json", **theirs).stdout

    own.add_paragraph("{{ ''.__class__ }}")
    own.save(str(folder / "refusal.uk.docx"))
    assert "holds fields, and no code" in desk.muster(*signed).stderr
    assert desk.muster(*letter).returncode == 1
