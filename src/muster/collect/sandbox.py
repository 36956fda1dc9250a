"""The parent's side of the parsing processes: hand over a file, get pieces, lose nothing when one dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from types import TracebackType
from typing import Any

from muster.collect.detect import CONTAINERS
from muster.collect.frames import ANSWER, Broken, Channel
from muster.collect.limits import Limits
from muster.collect.pieces import Piece, aside, received
from muster.model.errors import NotFound, Refused

_START_SECONDS = 30.0
_BEFORE = "what was found before that point was taken"
# What holds many documents may compute for as long as some of them may together.
_OF_MANY = CONTAINERS | {"csv", "feed"}
_ITEMS_WORTH = 20
_PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")


class Sandbox:
    """Opens untrusted files in processes of their own. A context manager; starts on first use.

    ``tesseract``: path of the recogniser that a parser may start, or the empty string.
    ``walls`` says, once started, what keeps a parser from the network and from files.
    """

    def __init__(self, limits: Limits, *, tesseract: str = "", languages: tuple[str, ...] = ()) -> None:
        self.limits = limits
        self.tesseract = tesseract
        self.languages = languages
        self.walls: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._control: Connection[Any, Any] | None = None
        self._jobs = 0
        self._live: set[Channel] = set()

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def begin(
        self,
        kind: str,
        name: str,
        source: bytes | int,
        *,
        hints: Mapping[str, str] | None = None,
        chats: tuple[str, ...] = (),
    ) -> Iterator[Piece]:
        """Start reading one file and return its pieces as its parser finds them.

        ``source``: the file's bytes, or a descriptor. The parser works on while others are begun. One
        that is too slow, too large or dead ends its pieces with one that is set aside.
        """
        slow = kind in ("image", "pdf") and self.tesseract
        seconds = self.limits.ocr_seconds if slow else self.limits.seconds
        wish = {
            "kind": kind, "name": name, "limits": asdict(self.limits),
            "computing": seconds * (_ITEMS_WORTH if kind in _OF_MANY else 1),
            "hints": dict(hints or {}), "chats": chats,
            "tesseract": self.tesseract, "languages": self.languages,
        }  # fmt: skip
        self._jobs += 1
        job = self._jobs
        near, far = Pipe()
        channel = Channel(near, (4 * self.limits.text_chars, self.limits.document_bytes))
        self._live.add(channel)
        # A parser that ends before it has read everything is met again, and said, when its pieces are.
        with far, suppress(OSError, Broken):
            self.start()
            self._hand_over(job, kind, far, source)
            data = b"" if isinstance(source, int) else source
            channel.send(json.dumps(wish).encode(), b"", data, seconds=seconds)
        return self._pieces(job, channel, seconds)

    def _pieces(self, job: int, channel: Channel, seconds: float) -> Iterator[Piece]:
        try:
            while (frame := channel.receive(seconds))[0]:
                yield received(*frame)
        except TimeoutError:
            yield aside("time limit", f"reading it takes more than {seconds:g} seconds; {_BEFORE}")
        except (Broken, OSError):
            yield self._died(job)
        except (ValueError, RecursionError):
            yield aside("crashed", f"its parser answered nonsense and was stopped; {_BEFORE}")
        finally:
            channel.close()
            self._live.discard(channel)
            self._ask("kill", job)

    def start(self) -> None:
        """Start the template process, if none is running."""
        if self._process is not None and self._process.poll() is None:
            return
        self._end_template()
        near, far = Pipe()
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        environment |= {
            "LANG": "C.UTF-8",
            "OMP_THREAD_LIMIT": "1",
            "PYTHONHASHSEED": "0",
            "HOME": "/nonexistent",
        }
        command = [sys.executable, "-I", "-W", "ignore", "-m", "muster.collect.worker", str(far.fileno())]
        with far:
            self._process = subprocess.Popen(
                [*command, self.tesseract],
                pass_fds=(far.fileno(),),
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env=environment, cwd="/", start_new_session=True,
            )  # fmt: skip
        self._control = near
        try:
            self.walls = json.loads(self._answer(_START_SECONDS))
        except (Broken, OSError, ValueError) as error:
            self._end_template()
            raise Refused(
                "the process that reads untrusted files does not start",
                next_step="run 'muster doctor'; nothing was read without it",
            ) from error

    def stop(self) -> None:
        """End the template and every parser it forked."""
        while self._live:
            self._live.pop().close()
        self._end_template()

    def _end_template(self) -> None:
        if self._control is not None:
            self._control.close()
            self._control = None
        if self._process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _hand_over(self, job: int, kind: str, far: Connection[Any, Any], source: bytes | int) -> None:
        assert self._control is not None
        assert self._process is not None
        handles = [far.fileno(), *([source] if isinstance(source, int) else [])]
        request = {"op": "open", "job": job, "kind": kind, "handles": len(handles)}
        self._control.send_bytes(json.dumps(request).encode())
        for handle in handles:
            send_handle(self._control, handle, self._process.pid)

    def _died(self, job: int) -> Piece:
        status = self._ask("status", job)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU:
            return aside("time limit", f"reading it takes more computing than allowed; {_BEFORE}")
        how = f" (signal {os.WTERMSIG(status)})" if os.WIFSIGNALED(status) else ""
        return aside("crashed", f"its parser died on it{how}; nothing else was touched")

    def _ask(self, what: str, job: int) -> int:
        """The wait status of a parser that has ended, or that the template is told to kill."""
        if self._control is None:
            return 0
        try:
            self._control.send_bytes(json.dumps({"op": what, "job": job}).encode())
            return int(self._answer(_START_SECONDS))
        except (OSError, ValueError, Broken):
            self._end_template()
            return 0

    def _answer(self, seconds: float) -> bytes:
        """The template's next message. Only bytes: it is never unpickled."""
        assert self._control is not None
        try:
            if self._control.poll(seconds):
                return self._control.recv_bytes(ANSWER)
        except EOFError as error:
            raise Broken("the template ended") from error
        raise Broken("the template does not answer")


def parser_walls() -> dict[str, str]:
    """What keeps a parser from the ``network`` and from ``files`` on this machine: ``namespace`` and
    ``landlock``, or ``python hook only`` where the kernel has neither. Raises Refused where none starts."""
    with Sandbox(Limits()) as sandbox:
        sandbox.start()
        return dict(sandbox.walls)


def page_picture(pdf: bytes, page: int, words: Sequence[str] = (), focus: str = "") -> bytes:
    """One page of a PDF (from 0) as a grey PNG, ``words`` on it shaded and ``focus`` framed, drawn apart.

    Raises NotFound where there is no such page, or it cannot be drawn.
    """
    hints = {"page": str(page), "words": json.dumps(list(words)), "focus": focus}
    with Sandbox(Limits(seconds=20.0)) as sandbox:
        for piece in sandbox.begin("facsimile", "page", pdf, hints=hints):
            if piece.data is not None and piece.data.startswith(b"\x89PNG"):
                return piece.data
            raise NotFound(f"no picture of this page: {piece.says.get('detail', '')}", record=str(page + 1))
    raise NotFound("no picture of this page", record=str(page + 1))


def hidden_words(pdf: bytes, limits: Limits) -> str:
    """The words of a PDF that no page shows: what it says of itself, notes, forms, earlier versions.

    Raises Refused where they cannot be read, with the reason.
    """
    with Sandbox(limits) as sandbox:
        for piece in sandbox.begin("hidden", "paper", pdf):
            if piece.body is not None:
                return piece.body
            raise Refused(str(piece.says.get("reason", "unreadable")))
    raise Refused("unreadable")


__all__ = ["Sandbox", "hidden_words", "page_picture", "parser_walls"]
