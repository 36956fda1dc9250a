"""An unlocked vault, as the one process that holds its keys sees it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from muster.model.errors import IntegrityBroken, NotFound, Refused, Usage
from muster.vault import kin, ledger
from muster.vault.cabinet import RECOVERY, Cabinet, Keyring, next_generation, wrap
from muster.vault.cipher import copy_under, open_cipher, whole
from muster.vault.holders import Holder, OwnKey, new_key
from muster.vault.ledger import Line, Witness
from muster.vault.records import Agreement, Identity, new_alias
from muster.vault.roles import IDENTITIES, LOG, SEALED
from muster.vault.scan import Index, Known, found_in, pseudonymised

Entropy = Callable[[int], bytes]
# Held while a file is copied to its next generation, so that nobody writes to the one that goes.
Hold = Callable[[Path], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text names somebody of the vault: ``[start, stop)`` in code points, and whose codes fit.

    ``sure``: it is more than a first name alone.
    """

    start: int
    stop: int
    aliases: tuple[str, ...]
    sure: bool


def make_vault(
    folder: Path, *, custodian: Holder, witness: Witness, now: str, entropy: Entropy
) -> tuple[str, dict[str, bytes]]:
    """A new vault with one custodian. Returns its id and its data keys. Raises Refused where one is."""
    cabinet = Cabinet(folder)
    if cabinet.there:
        raise Refused("there is a vault here already", record=str(folder))
    if custodian.role != "custodian":
        raise Usage("the first holder is a custodian", record=custodian.code)
    id = f"vault-{entropy(12).hex()}"
    data_keys = {IDENTITIES: entropy(32), SEALED: entropy(32)}
    own = {what: new_key() for what in data_keys}
    intake = {what: key.public for what, key in own.items()}
    ring = Keyring(id, 1, (custodian,), wrap(data_keys, (custodian,)), intake)
    draft = cabinet.draft(1)
    db = open_cipher(draft / "identities.db", data_keys[IDENTITIES], create=True)
    try:
        db.execute("BEGIN IMMEDIATE")
        for statement in _statements():
            db.execute(statement)
        db.execute(
            "INSERT INTO vault (one, id, made, generation, keyring) VALUES (1, ?, ?, 1, ?)",
            (id, now, ring.digest()),
        )
        db.executemany(
            "INSERT INTO intake (public, what, secret) VALUES (?, ?, ?)",
            [(key.public, what, key.secret) for what, key in own.items()],
        )
        first = ledger.add(db, at=now, generation=1, what="created", record=id, by=custodian.code)
        db.execute("COMMIT")
    finally:
        db.close()
    cabinet.switch(draft, ring)
    witness.keep(witness.sign(id, first.seq, first.hash))
    return id, data_keys


def _statements() -> Iterator[str]:
    """The statements of schema.sql, one at a time: executescript would commit between them."""
    held = ""
    for line in files("muster.vault").joinpath("schema.sql").read_text("utf-8").splitlines():
        held += line.split("--")[0] + "\n"
        if sqlite3.complete_statement(held) and held.strip():
            yield held
            held = ""


class Vault:
    """Identities, agreements and the ledger, unlocked by one holder. Not for two threads.

    Every method that shows or changes anything writes its line first: no look without a line.
    """

    def __init__(
        self, cabinet: Cabinet, ring: Keyring, db: sqlite3.Connection, keys: Mapping[str, bytes],
        holder: Holder, witness: Witness,
    ) -> None:  # fmt: skip
        self.cabinet = cabinet
        self.ring = ring
        self.holder = holder
        self._db = db
        self._keys = dict(keys)
        self._witness = witness
        self._index: Index | None = None

    @classmethod
    def unlock(cls, folder: Path, *, code: str, own: OwnKey, witness: Witness, older: bool = False) -> Vault:
        """Open the vault as ``code``, and check all that can be checked before a name is read.

        ``older``: it is known that this is a restored backup. Raises NotFound, Refused, IntegrityBroken.
        """
        cabinet = Cabinet(folder)
        ring = cabinet.keyring()
        holder = ring.holder(code)
        keys = {what: ring.data_key(what, code, own) for what in (IDENTITIES, SEALED)}
        path = cabinet.generation() / "identities.db"
        db = open_cipher(path, keys[IDENTITIES])
        try:
            whole(db, path)
            _belong_together(db, ring, path)
            found = list(ledger.lines(db))
            ledger.chained(found, str(path))
            if not older:
                ledger.compared(found, witness.kept(ring.vault), str(path))
        except BaseException:
            db.close()
            raise
        cabinet.sweep()
        return cls(cabinet, ring, db, keys, holder, witness)

    def close(self) -> None:
        """Forget the keys and everything made from them, as far as Python can."""
        self._db.close()
        self._keys.clear()
        self._index = None

    # Writing -----------------------------------------------------------------------------------------

    @contextmanager
    def _writing(
        self, now: str, what: str, record: str, *, second: str = "", reason: str = ""
    ) -> Iterator[None]:
        if self.cabinet.generation().name != f"g{self.ring.generation:06d}":
            raise Refused(
                "the keys of this vault were changed since it was unlocked here",
                record=self.ring.vault,
                next_step="lock it, and unlock it with a key of the new generation",
            )
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            line = ledger.add(
                self._db, at=now, generation=self.ring.generation, what=what, record=record,
                by=self.holder.code, second=second, reason=reason,
            )  # fmt: skip
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        self._pin(line)

    def _pin(self, line: Line) -> None:
        """The new end, signed and kept outside, and the auditors' copy brought up to it."""
        self._witness.keep(self._witness.sign(self.ring.vault, line.seq, line.hash))
        self.hand_to_auditors(anew=False)

    def hand_to_auditors(self, *, anew: bool) -> None:
        """Bring ``audit.log`` up to the ledger's end, for those who audit now."""
        auditors = [h.public for h in self.ring.of(LOG) if h.role == "auditor"]
        path = self.cabinet.folder / "audit.log"
        if auditors or anew:
            ledger.hand_to_auditors(path, list(ledger.lines(self._db)), auditors, anew=anew)

    def put(
        self, names: Sequence[str], *, numbers: Sequence[str] = (), note: str = "", pseudonym: str = "",
        outside: bool = False, now: str, alias: str = "",
    ) -> str:  # fmt: skip
        """Keep an identity under a new random code, or under ``alias`` what is now known of that code.

        ``outside``: who it is stands outside the system; nothing is kept but that. Returns the code.
        """
        return self.put_all([(names, numbers, note, pseudonym, outside)], now=now, alias=alias)[0]

    def put_all(
        self, entries: Sequence[tuple[Sequence[str], Sequence[str], str, str, bool]], *, now: str,
        alias: str = "",
    ) -> list[str]:  # fmt: skip
        """``put`` for many, in one transaction with one line of the ledger."""
        before = frozenset(self.aliases())
        taken = set(before)
        rows = []
        for names, numbers, note, pseudonym, outside in entries:
            code = alias or new_alias(taken)
            taken.add(code)
            if outside and (any(names) or any(numbers) or note):
                raise Refused(
                    "what is kept outside the system is not written into it",
                    record=code,
                    next_step="leave names, numbers and note empty",
                )
            record = "" if outside else Identity(code, tuple(names), tuple(numbers), note).written()
            rows.append((code, pseudonym, "outside" if outside else "here", record, now, self.holder.code))
        named = rows[0][0] if len(rows) == 1 else f"{len(rows)} codes"
        # That somebody else now stands behind a code must be seen in the ledger.
        anew = bool(alias) and alias in before and self._kept(alias) == "here"
        with self._writing(now, "replaced" if anew else "put", named):
            self._db.executemany(
                'INSERT INTO identities (alias, pseudonym, kept, record, added, "by") '
                "VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (alias) DO UPDATE SET pseudonym = excluded.pseudonym, kept = excluded.kept, "
                "record = excluded.record",
                rows,
            )
        self._index = None
        return [row[0] for row in rows]

    def agree(self, agreement: Agreement, *, now: str, withdrawn: bool = False) -> None:
        """Keep what was agreed, or that it was withdrawn. Raises NotFound."""
        self._kept(agreement.alias)
        with self._writing(now, "withdrawn" if withdrawn else "agreed", agreement.alias):
            self._db.execute(
                "INSERT INTO agreements (alias, at, extent, withdrawn) VALUES (?, ?, ?, ?)",
                (agreement.alias, now, agreement.written(), int(withdrawn)),
            )

    def erase(self, alias: str, *, reason: str, now: str) -> None:
        """Delete who this is; the code stays, as kept outside. Backups made before still hold it."""
        self._kept(alias)
        with self._writing(now, "erased", alias, reason=reason):
            self._db.execute(
                "UPDATE identities SET record = '', kept = 'outside', pseudonym = '' WHERE alias = ?",
                (alias,),
            )
        self._db.execute("VACUUM")
        self._index = None

    # Looking -----------------------------------------------------------------------------------------

    def get(self, alias: str, *, reason: str, second: str, now: str) -> Identity:
        """Who this is. ``second``: the code of another custodian whose key was shown to be here.

        Raises Refused without a reason or, where there are two custodians, without the second.
        """
        kept = self._kept(alias)
        if len(reason.strip()) < 8:
            self.refuse_look(alias, now=now, why="no reason")
            raise Refused("a look at an identity needs a reason in words", record=alias)
        custodians = {h.code for h in self.ring.of(IDENTITIES)} - {RECOVERY}
        if second == self.holder.code or (not second and len(custodians) > 1):
            self.refuse_look(alias, now=now, why="no second person")
            raise Refused(
                "a look at an identity needs a second custodian beside you",
                record=alias,
                next_step="give his code with --second; he types his own passphrase",
            )
        if kept == "outside":
            raise Refused(
                "who this is was never put into the system, or was erased",
                record=alias,
                next_step="ask the person who took the interview",
            )
        with self._writing(now, "looked", alias, second=second or "alone", reason=reason):
            (record,) = self._db.execute("SELECT record FROM identities WHERE alias = ?", (alias,)).fetchone()
        return Identity.read(alias, record)

    def refuse_look(self, alias: str, *, now: str, why: str) -> None:
        """A line about a look that was not allowed. Raises NotFound for no code of this vault."""
        self._kept(alias)
        with self._writing(now, "look refused", alias, reason=why):
            pass

    def aliases(self) -> list[str]:
        """Every code, sorted."""
        return [a for (a,) in self._db.execute("SELECT alias FROM identities ORDER BY alias")]

    def agreement(self, alias: str) -> tuple[Agreement, bool] | None:
        """The agreement that holds and whether it was withdrawn; None where nothing was agreed."""
        self._kept(alias)
        row = self._db.execute(
            "SELECT extent, withdrawn FROM agreements WHERE alias = ? ORDER BY n DESC LIMIT 1", (alias,)
        ).fetchone()
        return (Agreement.read(alias, row[0]), bool(row[1])) if row else None

    def summary(self) -> list[dict[str, str]]:
        """Codes with what may be known of them outside: never a name."""
        rows = []
        for alias, pseudonym, kept, added in self._db.execute(
            "SELECT alias, pseudonym, kept, added FROM identities ORDER BY alias"
        ):
            agreed = self.agreement(alias)
            rows.append(
                {
                    "code": alias, "pseudonym": pseudonym, "kept": kept, "added": added,
                    "anonymous_towards": agreed[0].towards if agreed else "nothing agreed",
                    "until": agreed[0].until if agreed else "",
                    "subject_agreed": agreed[0].subject if agreed else "",
                    "withdrawn": "yes" if agreed and agreed[1] else "no",
                }
            )  # fmt: skip
        return rows

    def kin(
        self, asked: Sequence[tuple[str, str, set[str]]], *, now: str, day: str, entropy: Entropy
    ) -> dict[str, list[kin.Kin]]:  # fmt: skip
        """Of each (code, side, what leads to a person): which other codes speak of the same person.

        ``day``: of the vault's own clock. Raises Refused where the day's questions are spent.
        """
        found: dict[str, list[kin.Kin]] = {}
        named = _codes([code for code, _, _ in asked])
        try:
            with self._writing(now, "families compared", named):
                key = kin.prepare(self._db, entropy(32))
                kin.spend(self._db, len(asked), day)
                for code, side, told in asked:
                    found[code] = kin.compare(self._db, key, code, side, told)
        except Refused:
            # Whoever runs out of questions is seen to have.
            with self._writing(now, "families refused", named):
                pass
            raise
        return found

    def forget_kin(self, codes: Sequence[str], *, now: str, entropy: Entropy) -> int:
        """Drop the marks of codes that were forgotten; how many there were."""
        with self._writing(now, "families forgotten", _codes(codes)):
            kin.prepare(self._db, entropy(32))
            gone = kin.drop(self._db, codes)
        self._db.execute("VACUUM")
        return gone

    def history(self) -> list[Line]:
        """The ledger, from its first line."""
        return list(ledger.lines(self._db))

    def scan(self, text: str, *, now: str) -> list[Found]:
        """Where ``text`` names anybody of the vault, in any form. Codes and offsets, no names."""
        hits = found_in(text, self._indexed())
        with self._writing(now, "searched", f"{len(text)} characters", reason=f"{len(hits)} found"):
            pass
        return [Found(h.start, h.stop, h.aliases, h.sure) for h in hits]

    def pseudonymise(self, text: str, *, now: str) -> str:
        """``text`` with every name of the vault replaced by its pseudonym, or its code."""
        hits = found_in(text, self._indexed())
        with self._writing(now, "pseudonymised", f"{len(text)} characters", reason=f"{len(hits)} replaced"):
            pass
        shown = dict(self._db.execute("SELECT alias, pseudonym FROM identities"))
        return pseudonymised(text, hits, shown)

    def _indexed(self) -> Index:
        if self._index is None:
            self._index = Index(
                Known(i.alias, i.names, i.numbers)
                for i in (
                    Identity.read(alias, record)
                    for alias, record in self._db.execute(
                        "SELECT alias, record FROM identities WHERE kept = 'here' ORDER BY alias"
                    )
                )
            )
        return self._index

    def _kept(self, alias: str) -> str:
        row = self._db.execute("SELECT kept FROM identities WHERE alias = ?", (alias,)).fetchone()
        if row is None:
            raise NotFound(
                "the vault has no such code",
                record=ascii(alias)[:40],
                next_step="'muster vault list' lists them",
            )
        return str(row[0])

    # Keys --------------------------------------------------------------------------------------------

    def sealed_key(self) -> bytes:
        """The key of the sealed project: who may read sealed papers needs it, nothing of the vault does."""
        return self._keys[SEALED]

    def intake_keys(self, what: str) -> list[OwnKey]:
        """The private keys that open what was sent in, the present one and those before it."""
        return [
            OwnKey(public, secret)
            for public, secret in self._db.execute(
                "SELECT public, secret FROM intake WHERE what = ? ORDER BY public", (what,)
            )
        ]

    def rotate(
        self, holders: Sequence[Holder], *, now: str, why: str, entropy: Entropy, hold: Hold | None = None,
        recovery: bytes | None = None,
    ) -> None:  # fmt: skip
        """New keys for these holders; whoever is left out cannot open what is written from now on.

        Everything is copied under the new keys, checked, and switched to at once; killed in between,
        the old generation holds. A holder who is left out keeps whatever he copied.
        """
        old, before = self.cabinet.generation(), self.ring
        data_keys = {IDENTITIES: entropy(32), SEALED: entropy(32)}
        fresh = {what: new_key() for what in data_keys}
        intake = {what: key.public for what, key in fresh.items()}
        ring = next_generation(before, holders=holders, data_keys=data_keys, intake=intake)
        if recovery is not None:
            ring = Keyring(
                ring.vault, ring.generation, ring.holders, ring.wrapped, ring.intake, recovery=recovery
            )
        draft = self.cabinet.draft(ring.generation)
        with (hold or _nobody)(old / "sealed.db"):
            copy_under(self._db, draft / "identities.db", data_keys[IDENTITIES])
            if (old / "sealed.db").exists():
                _copy_sealed(old / "sealed.db", self._keys[SEALED], draft / "sealed.db", data_keys[SEALED])
            line = _sign_in(
                draft / "identities.db", data_keys[IDENTITIES], ring, fresh, self.holder, now, why
            )
            self.cabinet.switch(draft, ring)
        self._db.close()
        self.ring, self._keys = ring, data_keys
        self._db = open_cipher(self.cabinet.generation() / "identities.db", data_keys[IDENTITIES])
        self.cabinet.sweep()
        self._witness.keep(self._witness.sign(ring.vault, line.seq, line.hash))
        self.hand_to_auditors(anew=True)

    def snapshot(self, folder: Path, *, now: str, hold: Hold | None = None) -> None:
        """A consistent copy of everything encrypted, as it is, into an empty folder; for a backup."""
        with self._writing(now, "backed up", f"generation {self.ring.generation}"):
            pass
        old = self.cabinet.generation()
        with (hold or _nobody)(old / "sealed.db"):
            copy_under(self._db, folder / "identities.db", self._keys[IDENTITIES])
            if (old / "sealed.db").exists():
                _copy_sealed(old / "sealed.db", self._keys[SEALED], folder / "sealed.db", self._keys[SEALED])
        (folder / "keyring.json").write_bytes(self.ring.written())

    def note(self, what: str, record: str, *, reason: str, now: str) -> None:
        """A line of the ledger about something done with the vault's keys elsewhere."""
        with self._writing(now, what, record, reason=reason):
            pass


def _codes(codes: Sequence[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{len(codes)} requests"


def _nobody(_path: Path) -> AbstractContextManager[object]:
    return nullcontext()


def _belong_together(db: sqlite3.Connection, ring: Keyring, path: Path) -> None:
    id, generation, keyring = db.execute("SELECT id, generation, keyring FROM vault").fetchone()
    if (id, generation) != (ring.vault, ring.generation):
        raise IntegrityBroken(
            f"the file is of generation {generation}, the keyring of {ring.generation}",
            record=str(path),
            next_step="one of them was put back from an older copy; restore a backup",
        )
    if keyring != ring.digest():
        raise IntegrityBroken(
            "the keyring is not the one that was written: a holder or a key was exchanged in it",
            record=str(path.with_name("keyring.json")),
            next_step="keep it, and restore a backup; what was sent in since may be read by a stranger",
        )


def _copy_sealed(source: Path, key: bytes, target: Path, new: bytes) -> None:
    db = open_cipher(source, key)
    try:
        whole(db, source)
        copy_under(db, target, new)
    finally:
        db.close()


def _sign_in(
    path: Path, key: bytes, ring: Keyring, fresh: Mapping[str, OwnKey], holder: Holder, now: str, why: str
) -> Line:
    db = open_cipher(path, key)
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE vault SET generation = ?, keyring = ?", (ring.generation, ring.digest()))
        db.executemany(
            "INSERT INTO intake (public, what, secret) VALUES (?, ?, ?)",
            [(own.public, what, own.secret) for what, own in fresh.items()],
        )
        line = ledger.add(
            db, at=now, generation=ring.generation, what="new keys", record=f"generation {ring.generation}",
            by=holder.code, reason=why,
        )  # fmt: skip
        db.execute("COMMIT")
        return line
    finally:
        db.close()


__all__ = ["Found", "Vault", "make_vault"]
