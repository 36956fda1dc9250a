"""The one door out: a real server on this machine that answers, lies, stalls, drips and redirects."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from tests.conftest import Muster

from muster.model.errors import Refused, Usage
from muster.read import NoAnswer
from muster.workflows.endpoint import KEY, Endpoint

Reply = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Does what the test says, and remembers what came."""

    replies: ClassVar[list[Reply]] = []
    seen: ClassVar[list[tuple[str, dict[str, str], bytes]]] = []

    def do_GET(self) -> None:
        self.reply(200, b"{}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append((self.path, dict(self.headers), body))
        self.replies[0](self)

    def reply(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(OSError):  # the other side hung up, as it should
            super().handle()


@pytest.fixture
def server() -> Iterator[str]:
    """The base address of a server that is up."""
    Handler.seen = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as up:
        up.daemon_threads = True
        thread = threading.Thread(target=up.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{up.server_address[1]}/v1"
        up.shutdown()
        thread.join()


def answering(content: object) -> Reply:
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return lambda handler: handler.reply(200, body)


def test_it_asks_one_question_and_returns_the_words(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Model, question and a fixed seed go out; the key goes in a header and nowhere else."""
    monkeypatch.setenv(KEY, "secret-key")
    Handler.replies = [answering("[]")]
    endpoint = Endpoint(server, "small")
    assert endpoint("What is said?") == "[]"
    ((path, headers, body),) = Handler.seen
    asked = json.loads(body)
    assert path == "/v1/chat/completions" and asked["model"] == "small"
    assert asked["messages"][0]["content"] == "What is said?" and asked["temperature"] == 0
    assert headers["Authorization"] == "Bearer secret-key" and b"secret-key" not in body
    assert "secret-key" not in repr(endpoint)


def _drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "500")
    handler.end_headers()
    for _ in range(500):
        time.sleep(0.1)
        handler.wfile.write(b" ")
        handler.wfile.flush()


def _drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for n in range(500):
        time.sleep(0.1)
        handler.wfile.write(f"X-{n}: 1\r\n".encode())
        handler.wfile.flush()


@pytest.mark.parametrize(
    "stall", [lambda _: time.sleep(3), _drip, _drip_headers], ids=["silent", "body", "head"]
)
def test_one_that_stalls_is_left_in_time(server: str, stall: Reply) -> None:
    """Silent, or a byte at a time in head or body: the clock runs for all of it."""
    Handler.replies = [stall]
    began = time.monotonic()
    with pytest.raises(NoAnswer, match="too long"):
        Endpoint(server, "small", seconds=0.5)("?")
    assert time.monotonic() - began < 2.5


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (lambda h: h.reply(500, b"Traceback: the text you sent was ..."), "status 500"),
        (lambda h: h.reply(302, b"", Location="http://192.0.2.1/v1"), "status 302"),
        (lambda h: h.reply(200, b"no json"), "another form"),
        (lambda h: h.reply(200, b'{"choices": []}'), "another form"),
        (lambda h: h.reply(200, b"[" * 200_000), "another form"),
        (lambda h: h.reply(200, b" " * 2_000_000), "too long"),
        (lambda h: h.wfile.write(b"garbage\r\n\r\n"), "connection failed"),
        (answering(None), "another form"),
        (answering(7), "another form"),
    ],
)
def test_what_is_no_answer_is_refused_in_few_words(server: str, reply: Reply, why: str) -> None:
    """A fault, a redirect, another form: never followed, never repeated, none of its words kept."""
    Handler.replies = [reply]
    with pytest.raises(NoAnswer, match=why) as caught:
        Endpoint(server, "small", seconds=5)("the witness is Ilka")
    assert "Ilka" not in str(caught.value) and "you sent" not in str(caught.value)
    assert caught.value.__cause__ is None or "Ilka" not in str(caught.value.__cause__)
    assert len(Handler.seen) == 1


def test_a_proxy_of_the_environment_is_not_used(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address that a person named is the only one that is spoken to."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    Handler.replies = [answering("[]")]
    assert Endpoint(server, "small")("?") == "[]"


def test_nobody_there_is_said_before_the_work_begins() -> None:
    """The check names the address and the way on."""
    with pytest.raises(Refused, match=r"nothing listens there.*--reader rules"):
        Endpoint("http://127.0.0.1:9/v1", "small", seconds=2).check()


@pytest.mark.parametrize(
    "url", ["", "ftp://127.0.0.1/v1", "127.0.0.1:11434", "http://", "http://u:p@127.0.0.1/v1"]
)
def test_what_is_no_address_is_a_fault_of_the_command(url: str) -> None:
    """It says what an address looks like, and takes no password in one."""
    with pytest.raises(Usage):
        Endpoint(url, "small")
    with pytest.raises(Usage):
        Endpoint("http://127.0.0.1:1/v1", "")


def test_texts_leave_this_machine_only_encrypted() -> None:
    """Plain http to another machine is refused; a name is elsewhere, whatever it resolves to today."""
    for url in ("http://models.example/v1", "http://192.0.2.7:8000/v1", "http://127.0.0.1.example/v1"):
        with pytest.raises(Refused, match="unencrypted"):
            Endpoint(url, "small")
    assert not Endpoint("https://models.example/v1", "small").local
    assert not Endpoint("https://localhost.example/v1", "small").local
    for url in ("http://127.0.0.1:1/v1", "http://[::1]:1/v1", "http://localhost:1/v1"):
        assert Endpoint(url, "small").local


def test_the_command_asks_the_model_and_keeps_only_what_stands_there(
    server: str, tmp_path: Path, muster: Muster
) -> None:
    """``--reader model`` end to end: a true quotation becomes a claim, an invented one a note."""
    from muster.workflows.project import desk

    folder = tmp_path / "papers"
    folder.mkdir()
    body = "The depot burned. Over tea, old Havel Brodin grunted that the gate had been left open all week.\n"
    (folder / "depot.txt").write_text(body, "utf-8")
    item = {"content": ["the gate had been left open all week"], "cue": "grunted", "source": "Havel Brodin"}
    lie = {"content": ["the guards set the fire"], "cue": "grunted", "source": "Havel Brodin"}
    Handler.replies = [answering(json.dumps([item, lie]))]
    project = tmp_path / "desk.db"
    muster(
        "run",
        folder,
        "-p",
        project,
        "--cores",
        "1",
        "--reader",
        "model",
        "--endpoint",
        server,
        "--model",
        "small",
    )
    with desk(project).open() as store:
        ((_document, _text, reading),) = store.readings()
    said = {c.passage.words: c for c in reading.claims if not c.own_voice}
    assert said["the gate had been left open all week"].said_by[0].name == "Havel Brodin"
    assert "the guards set the fire" not in said
    assert reading.reader.startswith("model/1:small") and "not there" in reading.notes[0]


def test_only_the_model_reader_asks(tmp_path: Path, muster: Muster) -> None:
    """An endpoint beside another reader is a mistake of the command, not a silent leak."""
    (tmp_path / "a.txt").write_text("Nothing.", "utf-8")
    done = muster("run", tmp_path / "a.txt", "-p", tmp_path / "d.db", "--endpoint", "http://127.0.0.1:9/v1")
    assert done.returncode == 2 and "--reader model" in done.stderr
