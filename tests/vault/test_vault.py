"""Identities go in; codes come out; a name only for a reason, before a second person."""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
import struct
import tempfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.conftest import NOW, PASSPHRASE, PEOPLE, Team

from muster.model.errors import IntegrityBroken, NotFound, RecordError, Refused
from muster.vault import keeper
from muster.vault.cabinet import Cabinet
from muster.vault.holders import Holder, OwnKey, new_key, unlock_own_key
from muster.vault.keeper import Keeper
from muster.vault.ledger import read_as_auditor
from muster.vault.line import listen, receive, send
from muster.vault.open import Vault
from muster.vault.records import ALIAS, Agreement, Identity, new_alias


def test_what_goes_in_comes_out_for_a_reason(team: Team) -> None:
    """A look returns every field, and stands in the ledger with reason and second person, without a name."""
    vault = team.open()
    alias = vault.put(["Пётр Ухтомцев"], numbers=["+7 900 000 11 22"], note="calls at night", now=NOW)
    who = vault.get(alias, reason="asked to be called back", second="C2", now=NOW)
    assert (who.names, who.numbers, who.note) == (("Пётр Ухтомцев",), ("+7 900 000 11 22",), "calls at night")
    last = vault.history()[-1]
    assert (last.what, last.record, last.by, last.second) == ("looked", alias, "C1", "C2")
    assert "Ухтомцев" not in str(vault.history())


@pytest.mark.parametrize(
    ("reason", "second", "says"),
    [
        ("", "C2", "needs a reason"),
        ("ok", "C2", "needs a reason"),
        ("asked to be called", "", "second custodian"),
        ("asked to be called", "C1", "second custodian"),
    ],
)
def test_38_a_look_without_reason_or_second_person_is_refused_and_kept(
    team: Team, reason: str, second: str, says: str
) -> None:
    """No reason, no second person, oneself as the second: refused, and the attempt is in the ledger."""
    vault = team.open()
    with pytest.raises(Refused, match=says):
        vault.get(vault.aliases()[0], reason=reason, second=second, now=NOW)
    assert vault.history()[-1].what == "look refused"


def test_identity_kept_outside_is_a_code_and_nothing_else(team: Team) -> None:
    """Nothing is stored, a look says so, and names given with it are refused."""
    vault = team.open()
    alias = vault.put((), outside=True, now=NOW)
    with pytest.raises(Refused, match="never put into the system"):
        vault.get(alias, reason="asked to be called back", second="C2", now=NOW)
    with pytest.raises(Refused, match="not written into it"):
        vault.put(["Пётр Ухтомцев"], outside=True, now=NOW)
    vault.put(["Пётр Ухтомцев"], alias=alias, now=NOW)
    assert vault.get(alias, reason="now he wants it kept", second="C2", now=NOW).names == ("Пётр Ухтомцев",)


def test_erasing_leaves_the_code(team: Team) -> None:
    """Who it was is out of the file's pages; the code and its history stay."""
    vault = team.open()
    alias = vault.put(["Пётр Ухтомцев"], now=NOW)
    vault.erase(alias, reason="asked to be deleted", now=NOW)
    with pytest.raises(Refused, match="erased"):
        vault.get(alias, reason="asked to be called back", second="C2", now=NOW)
    assert vault.scan("Ухтомцева видели", now=NOW) == []
    assert alias in vault.aliases()


def test_agreements_are_added_never_changed(team: Team) -> None:
    """The last one holds; a withdrawal is one more."""
    vault = team.open()
    alias = vault.aliases()[0]
    first = Agreement(alias, "speaker", "public", ("analysis",), "paraphrase", made="2031-04")
    vault.agree(first, now=NOW)
    vault.agree(first, now=NOW, withdrawn=True)
    assert vault.agreement(alias) == (first, True)
    with pytest.raises(NotFound):
        vault.agree(Agreement("S-222222", "speaker", "public", (), "none"), now=NOW)


@pytest.mark.parametrize(
    "bad", [{"made": "April"}, {"towards": "friends"}, {"words": "all"}, {"uses": ("fun",)}]
)
def test_an_agreement_says_only_what_can_be_meant(bad: dict[str, object]) -> None:
    """A word that is none of the known, or a date in words, is refused."""
    good: dict[str, object] = {"granted_by": "speaker", "towards": "public", "uses": (), "words": "none"}
    with pytest.raises(RecordError):
        Agreement("S-222222", **{**good, **bad})  # type: ignore[arg-type]


@given(st.sets(st.integers(0, 5)))
def test_a_code_is_random_and_free(_: set[int]) -> None:
    """Codes have the agreed shape and never repeat one in use."""
    taken = {new_alias(()) for _ in range(5)}
    made = new_alias(taken)
    assert ALIAS.fullmatch(made)
    assert made not in taken


def test_an_identity_shows_its_code_only() -> None:
    """Neither repr, str nor a format shows a name: what is printed by mistake is harmless."""
    who = Identity("S-222222", ("Пётр Ухтомцев",), ("+7 900 000 11 22",), "calls at night")
    shown = f"{who!r} {who} {who!s} {[who]}"
    assert "S-222222" in shown
    assert not any(word in shown for word in ("Ухтомцев", "900", "night"))


def test_an_own_key_shows_no_secret() -> None:
    """The repr of an unlocked key has the public half only."""
    key = new_key()
    assert key.secret not in repr(key)


def test_a_wrong_passphrase_opens_nothing(team: Team, tmp_path: Path) -> None:
    """And says which key it was tried on."""
    with pytest.raises(Refused, match="does not open this key"):
        unlock_own_key(tmp_path / "keys", "C2", PASSPHRASE + "!")
    assert unlock_own_key(tmp_path / "keys", "C2", PASSPHRASE).public == team.own["C2"].public


def test_38_a_stranger_and_an_analyst_open_no_identity(team: Team) -> None:
    """Somebody else's key opens nothing; an analyst's opens the sealed papers only."""
    for code, own in (("C1", new_key()), ("A1", team.own["A1"])):
        with pytest.raises(Refused):
            Vault.unlock(team.folder, code=code, own=own, witness=team.witness)
    ring = Cabinet(team.folder).keyring()
    assert len(ring.data_key("sealed", "A1", team.own["A1"])) == 32


def test_a_removed_holder_opens_nothing_written_afterwards(team: Team) -> None:
    """New keys for the rest: the removed one is not in the ring, and his old wraps open no file."""
    before = Cabinet(team.folder).keyring()
    old_key = before.data_key("sealed", "A1", team.own["A1"])
    vault = team.open()
    vault.rotate(
        [h for c, h in team.holders.items() if c != "A1"], now=NOW, why="left", entropy=secrets.token_bytes
    )
    ring = Cabinet(team.folder).keyring()
    assert ring.generation == before.generation + 1
    with pytest.raises(NotFound, match="holds a key"):
        ring.data_key("sealed", "A1", team.own["A1"])
    assert old_key != ring.data_key("sealed", "C1", team.own["C1"])
    assert len(list(team.folder.glob("g*"))) == 1


def test_37_a_session_from_before_a_change_of_roles_does_nothing_more(team: Team) -> None:
    """Who was unlocked while another changed the keys: no look, no search, no line; and the ledger's end
    that is kept outside is not the stale one."""
    stale, vault = team.open(), team.open()
    alias = stale.aliases()[0]
    vault.rotate(
        [h for c, h in team.holders.items() if c != "C2"], now=NOW, why="left", entropy=secrets.token_bytes
    )
    for ask in (
        lambda: stale.get(alias, reason="asked to be called back", second="C2", now=NOW),
        lambda: stale.scan("Тверозубова видели", now=NOW),
        lambda: stale.pseudonymise("Тверозубова видели", now=NOW),
        lambda: stale.put(["Пётр Ухтомцев"], now=NOW),
    ):
        with pytest.raises(Refused, match="keys of this vault were changed"):
            ask()
    vault.close()
    assert team.open().history()[-1].what == "new keys"


def test_another_name_behind_a_code_is_seen_in_the_ledger(team: Team) -> None:
    """Putting somebody else behind a code that has a name is no mere entry."""
    vault = team.open()
    code = vault.put(["Пётр Ухтомцев"], now=NOW)
    vault.put(["Лука Мартенов"], alias=code, now=NOW)
    vault.erase(code, reason="asked to be deleted", now=NOW)
    vault.put(["Пётр Ухтомцев"], alias=code, now=NOW)
    assert [line.what for line in vault.history()][-4:] == ["put", "replaced", "erased", "put"]


@pytest.mark.parametrize(
    ("field", "value"), [("salt", "zz"), ("nonce", "00"), ("sealed", "****"), ("kib", 9)]
)
def test_an_altered_key_file_is_explained(team: Team, tmp_path: Path, field: str, value: object) -> None:
    """Whatever of it was touched, it opens nothing and says so in a sentence."""
    path = tmp_path / "keys" / "C2.key"
    path.write_text(json.dumps({**json.loads(path.read_text()), field: value}))
    with pytest.raises((IntegrityBroken, Refused), match="altered"):
        unlock_own_key(tmp_path / "keys", "C2", PASSPHRASE)


def test_a_machine_that_slept_past_the_time_wakes_locked(
    team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The time to lock runs on while the lid is closed: no question that waits is answered after it."""
    monkeypatch.setattr(keeper, "_LOOKS_UP", 0.2)
    own = Keeper(
        team.folder, code="C1", own=team.own["C1"], keys=tmp_path / "keys", witness=team.witness, minutes=5,
        hold=lambda _: nullcontext(),
    )  # fmt: skip
    server = listen(tmp_path / "run" / "x.sock")
    ticks = iter([0.0, 0.0])
    awake = keeper._clock()
    monkeypatch.setattr(keeper, "_clock", lambda: awake + next(ticks, 400.0))
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.connect(str(tmp_path / "run" / "x.sock"))
        send(asking, {"do": "list"})
        own.serve(server)
        with contextlib.suppress(ConnectionResetError):
            assert asking.recv(1) == b""
    assert own.sealed == b""


def test_two_that_start_at_once_do_not_both_listen(tmp_path: Path) -> None:
    """The second is refused while the first lives, even where the first has not answered yet; then it may."""
    first = listen(tmp_path / "run" / "x.sock")
    with pytest.raises(Refused, match="unlocked already"):
        listen(tmp_path / "run" / "x.sock")
    assert (tmp_path / "run" / "x.sock").exists(), "the place of the first was not taken"
    first.close()
    assert not (tmp_path / "run" / "x.sock").exists()
    listen(tmp_path / "run" / "x.sock").close()


def test_half_a_question_leaves_no_file_open() -> None:
    """Files that come with a torn frame are closed: nobody uses up the process's files by asking badly."""
    near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    with near, far, tempfile.TemporaryFile() as file:
        socket.send_fds(far, [struct.pack("!I", 9)], [file.fileno()])
        far.sendall(b"{}")
        far.shutdown(socket.SHUT_WR)
        before = set(Path("/proc/self/fd").iterdir())
        with pytest.raises(ValueError, match="cut"):
            receive(near)
        assert set(Path("/proc/self/fd").iterdir()) == before


def test_the_last_custodian_cannot_be_removed(team: Team) -> None:
    """A vault that nobody could open is not made."""
    with pytest.raises(Refused, match="at least one custodian"):
        team.open().rotate([team.holders["A1"]], now=NOW, why="", entropy=secrets.token_bytes)


def test_an_auditor_reads_the_ledger_and_nothing_else(team: Team) -> None:
    """His key opens every line, from the first; codes and ids are in it, no name."""
    vault = team.open()
    vault.get(vault.aliases()[0], reason="asked to be called back", second="C2", now=NOW)
    read = read_as_auditor(team.folder / "audit.log", team.own["L1"])
    assert read == vault.history()
    assert not any(part in str(read) for names in PEOPLE for name in names for part in name.split())
    with pytest.raises(Refused):
        read_as_auditor(team.folder / "audit.log", team.own["A1"])
    with pytest.raises(Refused):
        Vault.unlock(team.folder, code="L1", own=team.own["L1"], witness=team.witness)


def test_no_statement_attaches_a_second_database(team: Team, tmp_path: Path) -> None:
    """ATTACH with an empty key would write the vault in the clear: it is refused, VACUUM still works."""
    vault = team.open()
    with pytest.raises(Exception, match="not authorized"):
        vault._db.execute(f"ATTACH DATABASE '{tmp_path / 'plain.db'}' AS plain KEY ''")
    assert not (tmp_path / "plain.db").exists()
    vault._db.execute("VACUUM")


def test_every_byte_of_the_folder_is_free_of_names(team: Team) -> None:
    """Canaries: not in the database, the keyring, the auditors' log, nor anything beside them."""
    vault = team.open()
    vault.put(["Канарейкин Пров"], note="canary-note-7261", now=NOW)
    vault.get(vault.aliases()[0], reason="asked to be called back", second="C2", now=NOW)
    raw = b"".join(p.read_bytes() for p in sorted(team.folder.rglob("*")) if p.is_file())
    words = [*(w for names in PEOPLE for n in names for w in n.split()), "Канарейкин", "canary-note-7261"]
    found = [w for w in words for code in ("utf-8", "utf-16-le", "cp1251") if w.encode(code, "ignore") in raw]
    assert found == []


def test_a_holder_is_named_by_a_code(tmp_path: Path) -> None:
    """A path, a sentence or a made-up role is refused before anything is written."""
    public = new_key().public
    for code, role in (("../C1", "custodian"), ("Anna Ivanova!", "custodian"), ("C1", "king")):
        with pytest.raises(Exception, match=r"code|role"):
            Holder(code, role, public)
    with pytest.raises(Exception, match="age recipient"):
        Holder("C1", "custodian", "ssh-rsa AAAA")
    assert isinstance(new_key(), OwnKey)
