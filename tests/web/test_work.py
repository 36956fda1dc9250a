"""Cases, law, letters, interviews, drafts and releases as pages: the workflows of the terminal."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.vault.conftest import PASSPHRASE
from tests.web.desk import NOW, PAYLOADS, Client, asked, served
from tests.web.test_told import RECORDS

from muster.cases.intake.triage import URGENCIES
from muster.cases.letters import kinds
from muster.cases.memory import CAME
from muster.cases.outcomes import FEW
from muster.count import UNITS
from muster.model.cases import (
    CLIENTS,
    DECISIONS,
    OUTCOMES,
    PROOFS,
    RELATIONS,
    THREATS,
    TRACK_OF,
    TRACKS,
)
from muster.publish.draft import KINDS
from muster.publish.release import LEVELS
from muster.vault import records
from muster.vault.interview import HOW_KNOWN, QUESTIONS
from muster.web.casework import VALUES
from muster.web.words import LANGUAGES, sentences
from muster.workflows import intake, letters
from muster.workflows import vault as keys
from muster.workflows.cases import listed, shown
from muster.workflows.project import Desk
from muster.workflows.project import desk as desk_of

SEALED = (
    "/cases",
    "/intake",
    "/intake/Q-000000",
    "/intake/topics",
    "/outcomes",
    "/case/K-000000",
    "/case/K-000000/law",
    "/case/K-000000/letter/refusal",
)
ACCOUNT = "“Twelve of us refused at the Velnabrook bridge,” said the gunner."


def _here(tmp_path: Path) -> Desk:
    return desk_of(tmp_path / "desk.db", {"MUSTER_STATE": str(tmp_path / "key"), "MUSTER_NOW": NOW})


def _opened(client: Client, **more: str) -> str:
    given = {"client": "self", "status": "contract", "since": "2031-01", "by": "lawyer-2", **more}
    return client.post("/cases/new", **given).headers["location"]


def test_every_code_has_its_word_in_every_language() -> None:
    """Kinds of steps, threats, outcomes, proofs, findings, what is agreed: all have three names, no other."""
    codes = {
        *TRACK_OF, *TRACKS, *CLIENTS, *PROOFS, *OUTCOMES, *THREATS, *DECISIONS, *RELATIONS, *KINDS, *LEVELS,
        *records.TOWARDS, *records.GRANTED_BY, *records.WORDS, *records.USES, *HOW_KNOWN,
        "met", "not met", "open", "high", "medium", "low", "not known", "not said", "yes", "no", "new",
        "gone", "changed", "status", "date", "condition", "element", "exception", "conscript", "contract",
        "mobilised", "all", "not asked yet", FEW, "here", "outside", "nothing agreed",
        *UNITS, *CAME, *RECORDS,
        *VALUES["order"], *URGENCIES, *kinds(), "commander", "prosecutor", "investigator", "not stated",
    }  # fmt: skip
    for language in LANGUAGES:
        table = dict(sentences(language, "terms.tsv", "code"))
        assert {code: bool(table.get(code)) for code in codes} == dict.fromkeys(codes, True)
        assert set(table) == codes


def test_locked_nothing_sealed_is_shown(locked: Client, tmp_path: Path) -> None:
    """Pages say how to unlock, data is refused, and a form is kept to be sent again."""
    for path in SEALED:
        page = locked.get(path)
        assert page.status == 200 and "muster vault unlock" in page.body, path
        assert 'class="sealed"' not in page.body
    assert locked.get("/cases.json").status == 404 and locked.get("/due.csv").status == 404
    kept = locked.post("/cases/new", client="self", by="lawyer-2", region="North")
    assert 'name="region" value="North"' in kept.body
    keys.unlock(_here(tmp_path), "C1", PASSPHRASE, minutes=5)
    assert listed(_here(tmp_path)) == []


def test_without_a_vault_the_page_names_the_command(reading: Client) -> None:
    """No dead end where a project has no sealed file."""
    for path in ("/cases", "/interviews", "/interviews/new"):
        assert "muster vault init" in reading.get(path).body


def test_the_vault_is_locked_from_any_page(office: Client, tmp_path: Path) -> None:
    """The frame has a button that closes everything that is sealed."""
    page = office.get("/cases")
    assert 'class="sealed"' in page.body and 'action="/vault/lock"' in page.body
    assert office.post("/vault/lock").status == 303
    assert not keys.unlocked(_here(tmp_path))
    assert "muster vault unlock" in office.get("/cases").body


def test_sealed_papers_shorten_the_patience(built: Path, office: Client) -> None:
    """After a page of sealed papers the desk locks after five minutes, before it after thirty."""
    (session,) = office.sessions._open.values()
    assert office.sessions.patience(session) == 1800
    assert 'data-idle="1800"' in office.get("/").body
    office.get("/cases")
    assert office.sessions.patience(session) == 300
    assert 'data-idle="300"' in office.get("/").body
    office.sessions.clock = lambda: session.last + 301
    assert office.get("/cases").status == 403


def test_a_case_is_opened_and_told_without_a_name(office: Client, tmp_path: Path) -> None:
    """The page writes what the command writes; what looks like a name is refused and stands to be mended."""
    case = _opened(office)
    code = case.rpartition("/")[2]
    assert office.post(f"{case}/step", kind="refusal", on="2031-05-10", proof="held").status == 303
    wrong = office.post(f"{case}/step", kind="note", words="Ivan Petrov called", on="2031-05-11")
    assert wrong.status == 409 and "look like a name" in wrong.body
    assert 'name="on" value="2031-05-11"' in wrong.body and "Ivan Petrov called" in wrong.body
    office.post(f"{case}/step", kind="threat", value="front", who="commander", answers="refusal")
    _, course, _ = shown(_here(tmp_path), code)
    assert [p.step.kind for p in course] == ["status", "refusal", "threat"]
    told = json.loads(office.get(f"{case}.json").body)
    assert [row["step"].strip() for row in told] == ["status", "refusal", "threat"]
    assert office.get(f"{case}.csv").body.count("\n") == 4
    assert json.loads(office.get("/cases.json").body)[0]["threats"] == 1
    assert office.get("/case/K-000000").status == 404


def test_what_is_due_stands_first(office: Client) -> None:
    """The next day first, with days left; a day that has passed is said to be late."""
    soon, late = _opened(office), _opened(office)
    office.post(f"{soon}/step", kind="complaint", on="2031-06-01", due="2031-06-25")
    office.post(f"{late}/step", kind="complaint", on="2031-06-01", due="2031-06-19")
    rows = json.loads(office.get("/due.json").body)
    assert [(r["case"], r["days_left"]) for r in rows[:2]] == [
        (late.rpartition("/")[2], -2), (soon.rpartition("/")[2], 4),
    ]  # fmt: skip
    # The pack is to be looked at again one day; the week's list ends before.
    assert [r["case"] for r in rows[2:]] == [""]
    assert json.loads(office.get("/due.json?within=7").body) == rows[:2]
    body = office.get("/cases").body
    assert body.index(late) < body.index(soon) and "late by 2\u00a0days" in body


def test_the_law_stands_beside_the_case(office: Client) -> None:
    """Elements of the day of the refusal, the pack's version, and what was shown is kept as a step."""
    case = _opened(office)
    office.post(f"{case}/step", kind="refusal", on="2031-05-10")
    path = f"{case}/law?pack=sorvia-military"
    page = office.get(path).body
    assert 'class="stands open"' in page and "2031-05-10" in page and "NOT REVIEWED" in page
    rows = json.loads(office.get(f"{case}/law.json?pack=sorvia-military").body)
    assert {r["element_stands"] for r in rows} <= {"met", "not met", "open"}
    assert office.post(f"{case}/law", pack="sorvia-military", by="lawyer-2").status == 303
    assert json.loads(office.get(f"{case}.json").body)[-1]["step"].strip() == "law"


def test_a_letter_beside_its_facts(office: Client, tmp_path: Path) -> None:
    """Gaps are marked, nobody gets it without a lawyer's reason, and its words are kept nowhere."""
    case = _opened(office)
    office.post(f"{case}/step", kind="refusal", on="2031-05-10")
    without = office.post(f"{case}/letter/refusal", lang="en", reason="")
    assert without.status == 409 and "without a review" in without.body
    made = office.post(f"{case}/letter/refusal", lang="en", reason="read it")
    assert '<mark class="gap">[MISSING: day of the order]</mark>' in made.body and "10.05.2031" in made.body
    assert json.loads(office.get(f"{case}.json").body)[-1]["note"] == "read it"
    file = office.get(f"{case}/letter/refusal", "POST", f"form={office.form}&lang=en&reason=x&docx=1",
                      Origin=f"http://127.0.0.1:{office.port}")  # fmt: skip
    assert file.headers["content-disposition"] == 'attachment; filename="refusal.docx"'
    assert office.get(f"{case}/letter/nothing").status == 404
    desk, folder = _here(tmp_path), tmp_path / letters.FOLDER
    folder.mkdir()
    (folder / "visit.uk.txt").write_text("Прошу побачення. {{refusal_day}}\n", "utf-8")
    letters.sign(desk, folder / "visit.uk.txt", by="lawyer-2", until=date(2031, 12, 31))
    page = office.get(f"{case}/letter/visit?lang=uk").body
    assert "reviewed by lawyer-2" in page and 'name="reason"' not in page
    assert "Прошу побачення. 10.05.2031" in office.post(f"{case}/letter/visit", lang="uk").body
    assert f"{case}/letter/visit" in office.get(case).body


def test_two_days_get_two_answers(office: Client) -> None:
    """Law by date: the same question on two days, and what is other between them."""
    path = "/law?pack=ru-military&deed=2022-05-10&status=contract&beside=2022-10-10"
    body = office.get(path).body
    assert "not advice" in body and 'class="stands' in body and 'id="other"' in body
    first = office.get("/law.json?pack=ru-military&deed=2022-05-10&status=contract").body
    second = office.get("/law.json?pack=ru-military&deed=2022-10-10&status=contract").body
    assert {r["rule_id"] for r in json.loads(first)} != {r["rule_id"] for r in json.loads(second)}
    assert office.get("/law?pack=ru-military&deed=tomorrow").status == 400
    # Only packs that this desk was started with: an address opens no file.
    assert office.get("/law.json?pack=desk.db&deed=2022").status == 400
    assert office.get("/law.json?pack=/etc/passwd&deed=2022").status == 400


def test_consent_comes_first(office: Client, tmp_path: Path) -> None:
    """No field for an account is on the page before the source agreed; a form without it is refused."""
    assert "<textarea" not in office.get("/interviews/new").body
    assert "Ask first" in office.get("/interviews/new?agreed=no").body
    assert 'name="account"' in office.get("/interviews/new?agreed=yes").body
    refused = office.post("/interviews/new", agreed="no", account=ACCOUNT)
    assert refused.status == 409 and "without agreement" in refused.body
    assert not list((tmp_path / "desk.vault").glob("inbox/*"))


def test_an_interview_is_sealed_and_filed(office: Client, tmp_path: Path) -> None:
    """Long Cyrillic accounts pass; nothing of them is in the open; the code is shown and filed."""
    account = ACCOUNT + "\n" + "Двенадцать человек отказались у моста. " * 1200
    fields = {"granted by": "speaker", "anonymous towards": "public", "words": "paraphrase",
              "use analysis": "yes", "date": "2031-05", "how known": "first-hand",
              "name": "Захар Тверозубов"}  # fmt: skip
    done = office.post("/interviews/new", agreed="yes", account=account, **fields)
    code = re.search(r"The code is (S-\w{6})", done.body)
    assert done.status == 200 and code, done.body[-900:]
    assert json.loads(office.get("/interviews.json").body) == [
        {"code": code[1], "state": "waits to be filed"}
    ]
    assert office.post("/interviews/file").status == 303
    rows = json.loads(office.get("/interviews.json").body)
    assert [(r["code"], r["state"]) for r in rows] == [(code[1], "filed")]
    for file in tmp_path.rglob("*"):
        if file.is_file():
            raw = file.read_bytes()
            assert "Тверозубов".encode() not in raw and b"Velnabrook" not in raw, file


def test_what_was_typed_is_not_lost_where_a_form_is_refused(office: Client) -> None:
    """An account with a wrong date stands in the form again, whole."""
    again = office.post("/interviews/new", agreed="yes", account=ACCOUNT, date="next week", words="quotation")
    assert again.status == 409 and ACCOUNT in unescape(again.body) and 'value="next week"' in again.body


def test_a_draft_with_marks_in_its_margin(office: Client, tmp_path: Path) -> None:
    """A number the project does not have is marked; let stand with a reason it is open no longer."""
    words = "😀 Lawyer Oren Talvik said 90 men of the 9th brigade refused to go back in May.\n"
    page = office.post("/draft", words=words, pack="-")
    assert '<mark class="focus">90</mark>' in page.body and "1\u00a0open finding" in page.body
    finding = re.search(r'name="finding" value="([^"]+)"', page.body)
    assert finding
    refused = office.post("/draft/accept", words=words, pack="-", finding=finding[1], reason="")
    assert refused.status == 409 and "90" in refused.body
    let = office.post("/draft/accept", words=words, pack="-", finding=finding[1], reason="counted by us")
    assert let.status == 200 and "0\u00a0open findings" in let.body and "counted by us" in let.body
    assert office.post("/draft", words=" ").status == 409
    assert office.post("/draft", words="x", on="soon").status == 409
    assert "Oren Talvik said 90" not in (tmp_path / "desk.db").read_bytes().decode("utf-8", "replace")


def test_a_release_is_shown_then_written(office: Client, tmp_path: Path) -> None:
    """What leaves is on the page before; a folder that is there, or a name that leads away, is refused."""
    shown_ = json.loads(office.get("/release.json?level=public").body)
    page = office.get("/release?level=public").body
    assert shown_ and str(len(shown_)) in page and "What leaves with this" in page
    warned = office.post("/release/build", level="public", name="out-1")
    assert warned.status == 409 and "a number of people from 1 to 10" in warned.body
    ticked = dict.fromkeys(re.findall(r'name="(accept-[a-z]+-[0-9a-f]+)"', warned.body), "yes")
    assert ticked and not (tmp_path / "out-1").exists()
    assert office.post("/release/build", level="public", name="out-1", **ticked).status == 409
    ticked |= {"by": "C1", "reason": "printed in every paper"}
    built = office.post("/release/build", level="public", name="out-1", **ticked)
    assert built.status == 200 and (tmp_path / "out-1" / "manifest-sha256.txt").is_file()
    lines = (tmp_path / "out-1" / "data" / "passages.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == len(shown_)
    for name in ("out-1", "../away", "", ".hidden", "a/b"):
        assert office.post("/release/build", level="public", name=name).status == 409, name
    assert not (tmp_path.parent / "away").exists()


def test_a_passage_is_kept_back_from_the_page(office: Client, tmp_path: Path) -> None:
    """Each finding shows its sentences; what is ticked stays behind, with who says so, and the rest is
    written. The next release is laid beside this one."""
    warned = office.post("/release/build", level="public", name="out-1")
    boxes = re.findall(r'name="(keep-doc-[0-9a-f]{24}:\d+-\d+)"', warned.body)
    assert boxes and not (tmp_path / "out-1").exists()
    ticked = dict.fromkeys(boxes, "yes")
    assert office.post("/release/build", level="public", name="out-1", **ticked).status == 409
    ticked |= {"by": "C1", "reason": "few people"}
    for _ in range(5):
        built = office.post("/release/build", level="public", name="out-1", **ticked)
        more = re.findall(r'name="(keep-doc-[0-9a-f]{24}:\d+-\d+)"', built.body)
        ticked = dict.fromkeys(more, "yes") | {"by": "C1", "reason": "few people"}
    assert (tmp_path / "out-1" / "manifest-sha256.txt").is_file()
    said = (tmp_path / "out-1" / "data" / "passages.jsonl").read_text("utf-8")
    shown = unescape(warned.body)
    kept = re.findall(r'name="keep-doc-[^>]+> keep back</label> <a href="[^"]+">([^<]+)</a>', shown)
    assert kept and not any(each in said for each in kept)
    assert "<dd>out-1</dd>" in office.get("/release?level=public").body


def test_a_release_with_a_locked_vault_is_refused_and_mended(locked: Client, tmp_path: Path) -> None:
    """Nobody can say that no protected name is in it: refused, nothing written; unlocked it is built."""
    refused = locked.post("/release/build", level="public", name="out")
    assert refused.status == 409 and "vault is locked" in refused.body and not (tmp_path / "out").exists()
    keys.unlock(_here(tmp_path), "C1", PASSPHRASE, minutes=5)
    warned = locked.post("/release/build", level="public", name="out")
    ticked = dict.fromkeys(re.findall(r'name="(accept-[a-z]+-[0-9a-f]+)"', warned.body), "yes")
    stands = {**ticked, "by": "C1", "reason": "printed in every paper"} if ticked else {}
    assert locked.post("/release/build", level="public", name="out", **stands).status == 200


def test_nothing_that_was_typed_is_obeyed(office: Client) -> None:
    """Sixteen payloads in drafts, cases, accounts and addresses stand as characters; none is an element."""
    case = _opened(office)
    for n, payload in enumerate(PAYLOADS):
        office.post(
            f"{case}/step", kind="note", words=payload, who=payload, checked="yes", on=f"2031-05-{n + 1:02}"
        )
    pages = [
        office.get(case), office.get("/cases"), office.post("/draft", words="\n".join(PAYLOADS), pack="-"),
        office.post("/interviews/new", agreed="yes", account="\n".join(PAYLOADS), date="x"),
        office.get("/law?pack=sorvia-military&deed=" + quote(PAYLOADS[0])),
        office.post(f"{case}/step", kind=PAYLOADS[0], words=PAYLOADS[7], by="x"),
        office.get("/release?level=public"), office.get(f"{case}/letter/refusal?lang=" + quote(PAYLOADS[7])),
    ]  # fmt: skip
    for page in pages:
        assert page.body.count("<script") == 1
        assert not re.search(
            r"<(iframe|img|base|meta http|style|svg onload|link rel=style(?!sheet))", page.body
        )
        assert " onerror=" not in re.sub(r">[^<]*<", "><", page.body)
    plain = unescape(re.sub(r"<[^>]+>", "", pages[0].body))
    assert all(" ".join(payload.split()) in plain for payload in PAYLOADS)


def test_a_question_that_came_in(office: Client) -> None:
    """It stands by its words, which are marked; telephones are masked; a person puts it right and answers."""
    code = asked(office)
    rows = json.loads(office.get("/intake.json").body)
    assert [(r["question"], r["urgency"]) for r in rows] == [(code, "detained")]
    page = office.get(f"/intake/{code}").body
    assert '<mark class="focus">' in page and "555-35-35" not in page and page.count("<script") == 1
    assert office.post(f"/intake/{code}/sort", urgency="letter", topic="papers").status == 303
    assert json.loads(office.get(f"/intake/{code}.json").body)[0]["sorted_by"] == "person"
    wrong = office.post(f"/intake/{code}/answer", note="told Ivan Petrov")
    assert wrong.status == 409 and "told Ivan Petrov" in wrong.body
    case = _opened(office).rpartition("/")[2]
    assert office.post(f"/intake/{code}/link", other=case, relation="became-case").status == 303
    assert f'href="/case/{case}"' in office.get(f"/intake/{code}").body
    assert office.post(f"/intake/{code}/answer", note="told by telephone").status == 303
    assert json.loads(office.get("/intake.json").body) == []
    assert office.post(f"/intake/{code}/nothing").status == 409
    assert office.get("/intake/K-000000").status == 404


def test_questions_are_read_and_answered_together(office: Client, tmp_path: Path) -> None:
    """All in all their words on one page; those that are ticked get one leaflet, whose version is kept; one
    becomes a case, and the case and the question lead to each other."""
    first = asked(office)
    told = {"messages": [{"text": f"How many copies of the report, and who signs copy {n}?"} for n in (1, 2)]}
    (tmp_path / "chat.json").write_text(json.dumps(told), "utf-8")
    others = intake.take(_here(tmp_path), [tmp_path / "chat.json"], by="desk").codes
    page = office.get("/intake?words=1").body
    assert all(f'name="q-{code}"' in page for code in (first, *others)) and "who signs copy 2?" in page
    assert "who signs copy 2?" not in office.get("/intake?words=1&urgency=detained").body
    assert office.post("/intake/several?words=1", what="answer", note="told").status == 409
    ticked = {f"q-{code}": "1" for code in others}
    sorted_ = office.post("/intake/several", what="sort", topic="copies", **{f"q-{others[0]}": "1"})
    assert sorted_.headers["location"] == "/intake/topics#alike"
    topics = office.get("/intake/topics").body
    assert 'value="copies"' in topics and all(f'name="q-{code}"' in topics for code in others)
    (tmp_path / "leaflets").mkdir()
    (tmp_path / "leaflets" / "report.txt").write_text("version: 3\nreview-until: 2031-01-01\n", "utf-8")
    late = office.post("/intake/several?words=1", what="answer", leaflet="report", **ticked)
    assert late.status == 409 and "2031-01-01" in late.body and late.body.count(" checked>") >= 2
    kept = office.post(
        "/intake/several?words=1", what="answer", leaflet="report", reason="read today", **ticked
    )
    assert kept.headers["location"] == "/intake?words=1"
    assert office.post("/intake/several", what="answer", leaflet="../desk", **ticked).status == 409
    assert [r["question"] for r in json.loads(office.get("/intake.json").body)] == [first]
    given = office.get("/intake/topics").body
    assert "3 sha256:" in given and all(f"/intake/{code}" in given for code in others)
    case = office.post(f"/intake/{first}/case", client="relative", status="contract", until="2031-07-01")
    assert f'href="/intake/{first}"' in office.get(case.headers["location"]).body
    assert f'href="{case.headers["location"]}"' in office.get(f"/intake/{first}").body
    assert json.loads(office.get("/due.json?within=14").body)[-1]["what"] == "contract ends"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_work_speaks_the_language(office: Client, language: str) -> None:
    """With no vault, locked and unlocked, no page falls back to English where there are words."""
    office.post("/settings", language=language, by="lawyer-2")
    case = _opened(office)
    for path in (*SEALED[:2], case, f"{case}/letter/refusal", "/law", "/interviews", "/draft", "/release",
                 "/interviews/new?agreed=yes", "/release?level=public"):  # fmt: skip
        page = office.get(path)
        assert page.status == 200 and f'<html lang="{language}"' in page.body, path
        assert language == "en" or not re.search(
            r"Nothing was kept|Law pack|Your role name|Write down", page.body
        )
    assert len(QUESTIONS) == 14


def test_a_pack_of_one_s_own_is_asked_first(built: Path, tmp_path: Path) -> None:
    """What the desk was started with stands first in every choice."""
    with served(built / "desk.db", built / "key", packs=("ru-military", "sorvia-military")) as client:
        body = client.enter().get("/law").body
        assert body.index('value="ru-military" selected') < body.index('value="sorvia-military"')
