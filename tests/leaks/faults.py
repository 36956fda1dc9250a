"""Make a command fail at one place: an exception that quotes a name, a write that is not done, a full disk,
ctrl-C, kill -9. The command runs in a real process forked from this one, and reports what it did to files."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests import conftest

import muster

_OURS = str(Path(muster.__file__).parent)
_WRITES = frozenset(
    {
        "execute", "executemany", "write", "fsync", "rename", "replace", "unlink", "mkdir", "open", "touch",
        "ftruncate", "pwrite", "link", "backup", "sendall",
    }
)  # fmt: skip
_BEGINS = frozenset({"invoke", "answer"})
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# What a library may say of the words it chokes on.
_SAYS = "invalid literal: 'Захар Тверозубов, Milena Quastbrook of Quillmarsh'"


@dataclass(frozen=True, slots=True)
class Fault:
    """``kind``: raise, write, interrupt or kill at the n-th call (of a function of ours; of a write for
    ``write``); ``disk``: no file may grow beyond ``at`` bytes; ``none``: only count."""

    kind: str = "none"
    at: int = 0


@dataclass(slots=True)
class Done:
    """What became of a command. ``written``: files it opened for writing, made or renamed.

    ``core``: how large a core dump it might have left, at its end.
    """

    code: int
    out: str
    err: str
    fired: bool = False
    written: set[str] = field(default_factory=set)
    core: int = 0


def run(home: Path, arguments: Sequence[str | Path], *, typed: str = "", fault: Fault | None = None) -> Done:
    """The command in ``home`` with this fault; its temporary files lie there too, and so are searched."""
    conftest._warm()
    fault = fault or Fault()
    streams = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115
    streams[0].write(typed.encode("utf-8", "surrogateescape"))
    streams[0].seek(0)
    near, far = os.pipe()
    child = os.fork()
    if not child:
        os.close(near)
        _begin(fault, far)
        given = [str(a) for a in arguments]
        conftest._be_muster(home, given, tuple(streams), {"TMPDIR": str(home / "tmp")})
    os.close(far)
    with os.fdopen(near, "rb") as pipe:
        reports = [json.loads(line) for line in pipe.read().splitlines()]
    _, status = os.waitpid(child, 0)
    done = Done(os.waitstatus_to_exitcode(status), "", "")
    for stream in streams[1:]:
        stream.seek(0)
    done.out, done.err = (s.read().decode("utf-8", "replace") for s in streams[1:])
    for stream in streams:
        stream.close()
    for said in reports:
        done.fired = done.fired or said.get("fired", False)
        done.core = said.get("core", done.core)
        done.written |= set(said.get("written", ()))
    done.fired |= done.code == -signal.SIGKILL or (fault.kind == "disk" and "full" in done.err)
    return done


def _begin(fault: Fault, pipe: int) -> None:
    """In the child: files are watched, the fault is armed, and the end is reported."""
    tempfile.tempdir = None
    wire = Wire(fault, pipe)
    leave = os._exit

    def ending(code: int) -> None:
        sys.setprofile(None)
        wire.say(written=sorted(wire.written), core=resource.getrlimit(resource.RLIMIT_CORE)[1])
        leave(code)

    os._exit = ending  # type: ignore[assignment]
    sys.addaudithook(wire.watch)
    if fault.kind == "disk":
        resource.setrlimit(resource.RLIMIT_FSIZE, (fault.at, resource.RLIM_INFINITY))
    elif fault.kind != "none":
        sys.setprofile(wire.see)


class Wire:
    """Counts calls, and strikes at the one that was named."""

    def __init__(self, fault: Fault, pipe: int) -> None:
        self.fault, self.pipe = fault, pipe
        self.calls = self.writes = 0
        self.written: set[str] = set()
        self.struck = self.begun = False

    def say(self, **said: object) -> None:
        """A line to the test."""
        os.write(self.pipe, json.dumps(said).encode() + b"\n")

    def see(self, frame: FrameType, event: str, what: Any) -> None:
        """The profiler's hook. What Python loads before the command begins is nobody's words."""
        if not self.begun:
            self.begun = event == "call" and frame.f_code.co_name in _BEGINS
        elif event == "call" and frame.f_code.co_filename.startswith(_OURS):
            self.calls += 1
            if self.calls == self.fault.at and self.fault.kind in ("raise", "kill", "interrupt"):
                self._strike(None)
        elif event == "c_call" and getattr(what, "__name__", "") in _WRITES and not _of_a_string(what):
            self.writes += 1
            if self.writes == self.fault.at and self.fault.kind in ("write", "kill-write"):
                self._strike(what)

    def _strike(self, what: Any) -> None:
        if self.struck:
            return
        self.struck = True
        sys.setprofile(None)
        if self.fault.kind.startswith("kill"):
            os.kill(os.getpid(), signal.SIGKILL)
        self.say(fired=True)
        if self.fault.kind == "interrupt":
            os.kill(os.getpid(), signal.SIGINT)
        elif self.fault.kind == "raise":
            raise ValueError(_SAYS)
        else:
            raise _refused(what)

    def watch(self, event: str, arguments: tuple[Any, ...]) -> None:
        """The audit hook: what is opened for writing, made or renamed."""
        if event == "open" and isinstance(arguments[0], str | bytes):
            path, mode, flags = arguments
            if (isinstance(mode, str) and set(mode) & set("wax+")) or (flags or 0) & (
                os.O_WRONLY | os.O_RDWR | os.O_CREAT
            ):
                self.written.add(str(Path(os.fsdecode(path)).absolute()))
        elif event in ("os.mkdir", "os.rename", "os.link", "sqlite3.connect"):
            for each in arguments[:2]:
                if isinstance(each, str | bytes):
                    self.written.add(str(Path(os.fsdecode(each)).absolute()))


def _of_a_string(what: Any) -> bool:
    # "replace" is a method of strings too.
    return isinstance(getattr(what, "__self__", None), str | bytes)


def _refused(what: Any) -> Exception:
    """What a full disk looks like to who asked for this write."""
    owner = type(getattr(what, "__self__", None)).__module__
    if "sqlite" in owner or "sqlcipher" in owner:
        import sqlite3

        from sqlcipher3 import dbapi2

        error = (dbapi2 if "sqlcipher" in owner else sqlite3).OperationalError("database or disk is full")
        error.sqlite_errorcode = 13
        return error
    return OSError(28, "No space left on device")


def keeper(home: Path, order: dict[str, Any], fault: Fault) -> int:
    """The vault's process, of its own, with a fault that strikes while it answers; its number."""
    into, far = os.pipe()
    near, out = os.pipe()
    child = os.fork()
    if not child:
        os.close(far)
        os.close(near)
        os.setsid()
        for number, file in ((0, into), (1, out)):
            os.dup2(file, number)
            os.close(file)
        with (home / "keeper.log").open("a") as log:
            os.dup2(log.fileno(), 2)
        try:
            _serve(fault)
        except BaseException:
            # The real one has nowhere to print to; here whatever it would say is searched.
            with (home / "keeper.log").open("a") as log:
                traceback.print_exc(file=log)
        os._exit(0)
    os.close(into)
    os.close(out)
    with os.fdopen(far, "wb") as pipe:
        pipe.write(json.dumps(order).encode())
    with os.fdopen(near, "rb") as pipe:
        said = json.loads(pipe.read())
    assert "ok" in said, said
    return child


def _serve(fault: Fault) -> None:
    from muster.vault.keeper import Keeper
    from muster.workflows.keeper import main

    wire = Wire(fault, os.open(os.devnull, os.O_WRONLY))
    answer: Callable[..., Any] = Keeper.answer

    def faulted(self: Keeper, *question: Any) -> Any:
        # Each answer fails, not the first alone.
        wire.struck, wire.calls, wire.writes = False, 0, 0
        sys.setprofile(wire.see)
        try:
            return answer(self, *question)
        finally:
            sys.setprofile(None)

    Keeper.answer = faulted  # type: ignore[method-assign]
    main()


__all__ = ["Done", "Fault", "keeper", "run"]
