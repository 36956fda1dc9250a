"""The process that holds an unlocked vault: it answers few questions, and locks itself after a time."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from muster.model.errors import MusterError, Refused, Usage
from muster.vault import kin, line
from muster.vault.backup import write_backup
from muster.vault.cabinet import Cabinet
from muster.vault.forms import read_identity
from muster.vault.holders import Holder, OwnKey, unlock_own_key
from muster.vault.inbox import file_all
from muster.vault.ledger import Witness
from muster.vault.open import Vault
from muster.vault.records import Agreement
from muster.vault.roles import IDENTITIES, SEALED, opens
from muster.vault.shares import make_shares

Answer = Callable[["Keeper", Mapping[str, Any], list[int]], Any]


# How long after waking a machine that slept may still look unlocked.
_LOOKS_UP = 5.0


def _clock() -> float:
    """Seconds that pass also while the machine sleeps: a closed lid is no rest for the time to lock."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class _Over(BaseException):
    """The time is over. Not an Exception: no question's own handling may swallow it."""


def _over(*_: object) -> None:
    raise _Over


class Keeper:
    """One unlocked vault, or only the sealed papers' key where the role opens no more."""

    def __init__(
        self, folder: Path, *, code: str, own: OwnKey, keys: Path, witness: Witness, minutes: float,
        hold: Callable[[Path], AbstractContextManager[object]],
    ) -> None:  # fmt: skip
        cabinet = Cabinet(folder)
        ring = cabinet.keyring()
        self.holder: Holder = ring.holder(code)
        self.id, self.folder, self.keys, self.hold = ring.vault, folder, keys, hold
        self.vault: Vault | None = None
        if opens(self.holder.role, IDENTITIES):
            self.vault = Vault.unlock(folder, code=code, own=own, witness=witness)
            self.sealed = self.vault.sealed_key()
        elif opens(self.holder.role, SEALED):
            self.sealed = ring.data_key(SEALED, code, own)
        else:
            raise Refused(
                f"a {self.holder.role} holds no key that would be unlocked", record=code,
                next_step="an auditor reads the ledger with 'muster vault ledger --as CODE'",
            )  # fmt: skip
        self.until = _clock() + minutes * 60

    def serve(self, server: line.Door) -> None:
        """Answer until told to lock or the time is over, also while somebody asked for a name types none.

        Only in the main thread of a process of its own: the time is kept by its alarm.
        """
        signal.signal(signal.SIGALRM, _over)
        try:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, self.until - _clock()))
            while (left := self.until - _clock()) > 0:
                ready, _, _ = select.select([server], [], [], min(left, _LOOKS_UP))
                if ready and _clock() < self.until:
                    self._one(server)
        except _Over:
            # Whoever waits for an answer is told that nothing is half done; a write was rolled back.
            return
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            server.close()
            if self.vault is not None:
                self.vault.close()
            self.sealed = b""

    def _one(self, server: line.Door) -> None:
        near, _ = server.accept()
        with near:
            near.settimeout(30)
            files: list[int] = []
            try:
                if not line.ours(near):
                    return
                question, files = line.receive(near)
                try:
                    answer = {"ok": self.answer(question, files)}
                except Exception as error:
                    answer = {"error": line.error_said(error)}
                line.send(near, answer)
            except (OSError, ValueError):
                # Whoever asked has gone, or did not speak our language.
                return
            finally:
                for each in files:
                    with contextlib.suppress(OSError):
                        os.close(each)

    def answer(self, question: Mapping[str, Any], files: list[int]) -> Any:
        """The answer to one question. Raises what the question deserves."""
        do = str(question.get("do", ""))
        if do not in _ANSWERS:
            raise Usage("the vault does not know this question", record=ascii(do)[:40])
        return _ANSWERS[do](self, question, files)

    def opened(self) -> Vault:
        """The vault. Raises Refused where this holder's role has no key to it."""
        if self.vault is None:
            raise Refused(
                f"a {self.holder.role} holds no key to identities", record=self.holder.code,
                next_step="ask a custodian",
            )  # fmt: skip
        return self.vault

    def approved(self, question: Mapping[str, Any]) -> str:
        """The code of the second custodian, who has shown his own key; "" where none was named."""
        code = str(question.get("second") or "")
        if code:
            own = unlock_own_key(self.keys, code, str(question.get("passphrase", "")))
            self.opened().ring.data_key(IDENTITIES, code, own)
        return code


def _hello(keeper: Keeper, _q: Mapping[str, Any], _f: list[int]) -> dict[str, Any]:
    ring = Cabinet(keeper.folder).keyring()
    return {
        "vault": keeper.id, "holder": keeper.holder.code, "role": keeper.holder.role,
        "generation": ring.generation, "pid": os.getpid(),
        "seconds": max(0, round(keeper.until - _clock())),
    }  # fmt: skip


def _lock(keeper: Keeper, _q: Mapping[str, Any], _f: list[int]) -> None:
    keeper.until = 0.0


def _sealed(keeper: Keeper, _q: Mapping[str, Any], _f: list[int]) -> str:
    return keeper.sealed.hex()


def _put(keeper: Keeper, q: Mapping[str, Any], files: list[int]) -> str:
    vault = keeper.opened()
    if q.get("outside"):
        return vault.put((), pseudonym=str(q.get("pseudonym", "")), outside=True, now=q["now"])
    names, numbers, note = read_identity(files)
    return vault.put(
        names, numbers=numbers, note=note, pseudonym=str(q.get("pseudonym", "")), now=q["now"],
        alias=str(q.get("alias", "")),
    )  # fmt: skip


def _get(keeper: Keeper, q: Mapping[str, Any], files: list[int]) -> None:
    vault, alias = keeper.opened(), str(q["alias"])
    try:
        second = keeper.approved(q)
    except MusterError:
        # Whoever guesses at the second person's passphrase is seen to.
        vault.refuse_look(alias, now=q["now"], why="the second person's key was not shown")
        raise
    found = vault.get(alias, reason=str(q.get("reason", "")), second=second, now=q["now"])
    shown = [f"{found.alias}", *(f"name: {n}" for n in found.names), *(f"number: {n}" for n in found.numbers)]
    shown += [f"note: {found.note}"] if found.note else []
    os.write(files[0], ("\n".join(shown) + "\n").encode("utf-8", "backslashreplace"))


def _scan(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> list[Any]:
    return [asdict(each) for each in keeper.opened().scan(str(q["text"]), now=q["now"])]


def _pseudonymise(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> str:
    return keeper.opened().pseudonymise(str(q["text"]), now=q["now"])


def _list(keeper: Keeper, _q: Mapping[str, Any], _f: list[int]) -> list[dict[str, str]]:
    return keeper.opened().summary()


def _agree(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> None:
    said = dict(q["agreement"])
    keeper.opened().agree(
        Agreement(**{**said, "uses": tuple(said["uses"])}), now=q["now"], withdrawn=bool(q.get("withdrawn"))
    )


def _agreement(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> Any:
    found = keeper.opened().agreement(str(q["alias"]))
    return None if found is None else {"agreement": asdict(found[0]), "withdrawn": found[1]}


def _erase(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> None:
    keeper.opened().erase(str(q["alias"]), reason=str(q.get("reason", "")), now=q["now"])


def _ledger(keeper: Keeper, _q: Mapping[str, Any], _f: list[int]) -> list[Any]:
    return [asdict(each) for each in keeper.opened().history()]


def _holders(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> int:
    vault = keeper.opened()
    staying = [h for h in vault.ring.holders if h.code not in set(q.get("remove", ()))]
    new = [Holder(h["code"], h["role"], h["public"]) for h in q.get("add", ())]
    vault.rotate(
        [*staying, *new], now=q["now"], why=str(q.get("why", "")), entropy=os.urandom, hold=keeper.hold
    )
    keeper.sealed = vault.sealed_key()
    return vault.ring.generation


def _shares(keeper: Keeper, q: Mapping[str, Any], files: list[int]) -> None:
    made = make_shares(keeper.opened(), now=q["now"], entropy=os.urandom, hold=keeper.hold)
    keeper.sealed = keeper.opened().sealed_key()
    pages = [
        f"share {n} of {len(made)} (any two restore the vault)\n{words}\n\n"
        for n, words in enumerate(made, 1)
    ]
    os.write(files[0], "".join(pages).encode())


def _backup(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> int:
    return write_backup(
        keeper.opened(), Path(q["path"]), list(q.get("to", ())), now=q["now"], hold=keeper.hold
    )


def _file(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> list[dict[str, Any]]:
    filed = file_all(keeper.opened(), keeper.folder / "inbox", now=q["now"])
    return [{**each, "account": base64.b64encode(each["account"]).decode()} for each in filed]


def _kin(keeper: Keeper, q: Mapping[str, Any], files: list[int]) -> dict[str, list[list[str]]]:
    """Codes that speak of the same person: of texts that came in, or of names typed on the terminal."""
    side = str(q.get("side", "with"))
    if side not in kin.SIDES:
        raise Usage("a person is with the client or against him", next_step="with, against")
    if "texts" in q:
        asked = [(str(code), side, kin.telling(str(text), str(sender))) for code, text, sender in q["texts"]]
    else:
        names, numbers, _ = read_identity(files)
        asked = [(str(q["code"]), side, kin.of_identity(names, numbers))]
    # The vault's own clock: whoever asks could set his.
    day = time.strftime("%Y-%m-%d", time.gmtime())
    found = keeper.opened().kin(asked, now=q["now"], day=day, entropy=os.urandom)
    return {code: [list(each) for each in those] for code, those in found.items()}


def _forget_kin(keeper: Keeper, q: Mapping[str, Any], _f: list[int]) -> int:
    return keeper.opened().forget_kin([str(c) for c in q["codes"]], now=q["now"], entropy=os.urandom)


_ANSWERS: dict[str, Answer] = {
    "hello": _hello, "lock": _lock, "sealed": _sealed, "put": _put, "get": _get, "scan": _scan,
    "pseudonymise": _pseudonymise, "list": _list, "agree": _agree, "agreement": _agreement, "erase": _erase,
    "ledger": _ledger, "holders": _holders, "shares": _shares, "backup": _backup, "file": _file, "kin": _kin,
    "forget kin": _forget_kin,
}  # fmt: skip


def questions() -> frozenset[str]:
    """What may be asked."""
    return frozenset(_ANSWERS)


def read_order(stream: int) -> dict[str, Any]:
    """What the starting process says on the pipe, once: where, who, the passphrase, how long."""
    with os.fdopen(stream, "rb") as file:
        return dict(json.loads(file.read(1 << 20)))


__all__ = ["Keeper", "questions", "read_order"]
