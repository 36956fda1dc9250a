"""The vault's process, as it is started: told once on a pipe what to open, then on its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from muster.store.keys import Keys
from muster.store.lock import WriterLock
from muster.vault import line
from muster.vault.cabinet import RECOVERY, Cabinet
from muster.vault.hardened import harden
from muster.vault.holders import unlock_own_key
from muster.vault.keeper import Keeper, read_order
from muster.vault.shares import recovered


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """No other process writes to the sealed file meanwhile. Raises ProjectLocked."""
    lock = WriterLock(path)
    lock.take()
    try:
        yield
    finally:
        lock.release()


def main() -> None:
    """Unlock, say so on stdout, and answer until locked. What goes wrong is said there instead."""
    harden()
    out = os.dup(1)
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        # Nothing that a library prints may reach a terminal or a log.
        os.dup2(silent, stream)
    try:
        order = read_order(0)
        keeper = _opened(order)
        server = line.listen(Path(order["socket"]))
    except BaseException as error:
        _tell(out, {"error": line.error_said(error)})
        sys.exit(1)
    os.dup2(silent, 0)
    _tell(out, {"ok": {"holder": keeper.holder.code, "role": keeper.holder.role}})
    keeper.serve(server)


def _opened(order: dict[str, Any]) -> Keeper:
    folder, keys, code = Path(order["folder"]), Path(order["keys"]), str(order["code"])
    if order.get("words"):
        own, code = recovered(Cabinet(folder).keyring(), order["words"]), RECOVERY
    else:
        own = unlock_own_key(keys, code, str(order.pop("passphrase")))
    return Keeper(
        folder, code=code, own=own, keys=keys, witness=Keys.load(Path(order["state"])),
        minutes=float(order["minutes"]), hold=_held,
    )  # fmt: skip


def _tell(out: int, said: dict[str, Any]) -> None:
    import json

    os.write(out, json.dumps(said, ensure_ascii=False).encode())
    os.close(out)


__all__ = ["main"]
