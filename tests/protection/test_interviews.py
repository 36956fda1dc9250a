"""From the field machine to a withdrawal: consent first, sealed at once, a code outside, history kept."""

from __future__ import annotations

import json
import string

import pytest
from tests.conftest import fork_muster
from tests.protection.conftest import CANARIES, FORM, Desk, traces

ANSWERS = [
    "yes",
    "relative",
    "no",
    "public",
    "analysis",
    "paraphrase",
    "",
    "2031",
    "the north",
    "heard",
    "",
    "",
    "",
    "",
]


def test_a_form_is_sealed_filed_and_read(desk: Desk) -> None:
    """Sealed with the vault locked; filed by a custodian; its figure stands in the sealed ledger."""
    code = desk.form()
    assert desk.rows("interview", "list") == [{"code": code, "state": "waits to be filed"}]
    desk.unlock()
    assert f"{code}: filed" in desk.ok("interview", "file")
    (row,) = desk.rows("interview", "list")
    assert (row["code"], row["state"], row["kept"]) == (code, "filed", "here")
    (document,) = desk.rows("documents", "--sealed")
    assert (document["source"], document["published"]) == (code, "2031-04")
    assert any(q["low"] == 26 for q in desk.rows("quantities", "--sealed"))
    assert traces(desk.outside()) == []
    assert desk.ok("interview", "file") == "0 filed\n"


def test_a_field_machine_holds_nothing_that_can_be_read_after_sealing(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A kit, a form, 'seal': every byte of the machine's folder is searched. Its own kit opens no packet."""
    desk.ok("interview", "kit", "kit.json")
    field = Desk(tmp_path_factory.mktemp("field"), desk.muster)
    home = field.home
    (home / "kit.json").write_bytes((desk.home / "kit.json").read_bytes())
    (home / "form.txt").write_text(FORM, "utf-8")
    for arguments, typed in (
        (("interview", "seal", "form.txt", "--kit", "kit.json", "--out", "packets"), ""),
        (
            ("interview", "new", "--kit", "kit.json", "--out", "packets"),
            "\n".join([*ANSWERS, "26 men of Quillmarsh", ".", ""]),
        ),
    ):  # fmt: skip
        done = fork_muster(home, *arguments, typed=typed)
        assert done.returncode == 0, done.stderr
    assert not (home / "form.txt").exists()
    assert len(list((home / "packets").iterdir())) == 2
    assert traces(field.outside()) == []
    sizes = [p.stat().st_size for p in (home / "packets").iterdir()]
    assert max(sizes) - min(sizes) < 2_000, (
        "a size does not tell how long somebody spoke; age adds some chaff"
    )
    for packet in (home / "packets").iterdir():
        (desk.home / "muster.vault" / "inbox").mkdir(exist_ok=True)
        packet.rename(desk.home / "muster.vault" / "inbox" / packet.name)
    desk.unlock()
    assert desk.ok("interview", "file").endswith("2 filed\n")


def test_nothing_is_asked_of_who_has_not_agreed(desk: Desk) -> None:
    """The first question is consent; 'no' ends it, and a form without it is refused; nothing is written."""
    done = desk.muster("interview", "new", typed="no\n")
    assert done.returncode == 1
    assert "without agreement nothing is written down" in done.stderr
    (desk.home / "form.txt").write_text(FORM.replace("agreed: yes", "agreed:"), "utf-8")
    assert desk.muster("interview", "seal", "form.txt").returncode == 1
    assert not (desk.home / "muster.vault" / "inbox").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("granted by: speaker", "granted by: neighbour"),
        ("date: 2031-04", "date: last Tverozubov spring"),
        ("words: quotation", "Tverozubov: x"),
        ("---\n", "\n"),
        ("how known: first-hand", "how known: Tverozubov"),
    ],
)
def test_a_bad_form_is_refused_without_being_quoted(desk: Desk, old: str, new: str) -> None:
    """The line or the field is named, the words never; the form stays for its writer to mend."""
    (desk.home / "form.txt").write_text(FORM.replace(old, new), "utf-8")
    done = desk.muster("interview", "seal", "form.txt", MUSTER_TRACEBACK="1")
    assert done.returncode in (1, 2)
    assert traces({"said": (done.stdout + done.stderr).encode()}) == []
    assert (desk.home / "form.txt").exists()


def test_without_a_name_the_identity_stays_outside(desk: Desk) -> None:
    """A relative speaks, nobody is named: a code, the flag that the subject has not consented, no record."""
    done = desk.muster("interview", "new", typed="\n".join([*ANSWERS, "26 men stayed, he said.", ".", ""]))
    assert done.returncode == 0, done.stderr
    desk.unlock()
    desk.ok("interview", "file")
    (row,) = desk.rows("interview", "list")
    assert (row["kept"], row["subject_agreed"]) == ("outside", "no")
    (document,) = desk.rows("documents", "--sealed")
    assert "the subject has not consented" in str(document["title"])


def test_a_packet_of_another_vault_or_altered_stays_and_is_said(desk: Desk) -> None:
    """Filing goes on with the others."""
    good, bad = desk.form(), desk.form()
    path = desk.home / "muster.vault" / "inbox" / f"{bad}.packet"
    # The last character before the padding holds spare bits: what it decodes to stays the same.
    said = json.loads(path.read_text("utf-8"))
    body = said["account"].rstrip("=")
    digits = string.ascii_letters.swapcase() + string.digits + "+/"
    last = digits[digits.index(body[-1]) ^ 1]
    said["account"] = body[:-1] + last + "=" * (len(said["account"]) - len(body))
    path.write_text(json.dumps(said), "utf-8")
    desk.unlock()
    done = desk.muster("interview", "file")
    assert done.returncode == 1
    assert f"{good}: filed" in done.stdout
    assert bad in done.stderr
    assert path.exists()


def test_what_is_released_crosses_as_a_code_and_a_claim(desk: Desk) -> None:
    """The words agreed, names replaced; the open file holds them and the code, and nothing else of it."""
    code = desk.form()
    desk.unlock()
    desk.ok("interview", "file")
    claim = next(str(c["id"]) for c in desk.rows("claims", "--sealed") if "Quillmarsh" in str(c["words"]))
    desk.ok(
        "interview",
        "release",
        claim,
        "--words",
        "Some 26 people of a depot, Тверозубов among them, refused",
        "--by",
        "anna",
    )
    for command in ("read", "link", "count"):
        desk.ok(command)
    (document,) = desk.rows("documents")
    assert document["source"] == code
    assert any(q["low"] == 26 for q in desk.rows("quantities"))
    desk.ok("vault", "lock")
    assert traces(desk.outside()) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("words: quotation", "words: none", "own words"), ("words: quotation", "words: paraphrase", "own words"),
     ("date: 2031-04", "until: 2031-03", "held until 2031-03"),
     ("granted by: speaker", "granted by: relative\nsubject agreed: no", "has not consented"),
     ("analysis, publication", "court", "not agreed")],
)  # fmt: skip
def test_what_was_not_agreed_is_not_released(desk: Desk, old: str, new: str, says: str) -> None:
    """Words, time, use and the consent of the person spoken about are each looked at."""
    desk.form(FORM.replace(old, new))
    desk.unlock()
    desk.ok("interview", "file")
    claim = next(str(c["id"]) for c in desk.rows("claims", "--sealed") if "Quillmarsh" in str(c["words"]))
    done = desk.muster("interview", "release", claim, "--by", "anna")
    assert done.returncode == 1
    assert says in done.stderr
    assert desk.rows("documents") == []


def test_a_withdrawal_takes_everything_and_drafts_a_correction(desk: Desk) -> None:
    """Claims, figures and the released claim go, the dossier and the copy index with them; the note names
    figure and code; an export that still tells of it is named; both files still check."""
    code = desk.form()
    desk.unlock()
    desk.ok("interview", "file")
    claim = next(str(c["id"]) for c in desk.rows("claims", "--sealed") if "Quillmarsh" in str(c["words"]))
    desk.ok(
        "interview",
        "release",
        claim,
        "--words",
        "At least 26 soldiers of a depot refused to return",
        "--by",
        "anna",
    )
    for command in ("read", "link", "count"):
        desk.ok(command)
    desk.ok("export", "dossier", "muster.html")
    desk.ok("export", "jsonl", "out")
    (desk.home / "asked.txt").write_text("At least 26 soldiers of a depot refused to return", "utf-8")
    desk.ok("like", "asked.txt")
    done = desk.muster("interview", "withdraw", code, "--reason", "asked for it", "--by", "anna", "--yes")
    assert done.returncode == 0, done.stderr
    assert not (desk.home / "muster.html").exists()
    assert not (desk.home / "muster.copies").exists()
    assert f"still holds it, delete it yourself: {desk.home / 'out' / 'claims.jsonl'}" in done.stderr
    assert "≥ 26, 1 report → no figure is left" in done.stdout
    assert f"A source ({code}) has withdrawn" in done.stdout
    assert "no figure is left" in done.stdout
    assert traces({"said": done.stdout.encode()}, CANARIES[:4]) == []
    for where in ((), ("--sealed",)):
        assert desk.rows("documents", *where) == []
        assert desk.rows("estimates", *where) == []
        desk.ok("check", *where)
    (row,) = desk.rows("interview", "list")
    assert row["state"] == "withdrawn"
    assert "withdrawn" in [line["what"] for line in desk.rows("vault", "ledger")]
