"""A language model behind an OpenAI-compatible endpoint (Ollama, llama.cpp, vLLM …): the only door out.

Off unless a person names an endpoint. This is the one module of Muster that opens a network
connection, and it opens no other than to the address it was given: no proxy, no redirect, no
telemetry. To any machine but this one it speaks TLS only.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import os
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Timer
from urllib.parse import urlsplit

from muster.model.errors import Refused, Usage
from muster.read import NoAnswer

KEY = "MUSTER_MODEL_KEY"
_LARGEST = 1_000_000
_LATE = "it took too long"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``url`` is the base, such as ``http://127.0.0.1:11434/v1``; ``seconds`` is the longest that one
    answer may take, however slowly it drips. A key is read from the environment, never stored."""

    url: str
    model: str
    seconds: float = 120.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname or not self.model:
            raise Usage(
                f"{self.url!r} with model {self.model!r} is no endpoint",
                next_step="give --endpoint http://127.0.0.1:11434/v1 and --model NAME",
            )
        if parts.username or parts.password:
            raise Usage("an endpoint's address holds no password", next_step=f"put the key into {KEY}")
        if parts.scheme == "http" and not self.local:
            raise Refused(
                "texts do not leave this machine unencrypted",
                record=parts.hostname,
                next_step="use https, or a model on this machine",
            )

    @property
    def local(self) -> bool:
        """Whether it is on this machine. A name is not looked up: it might resolve elsewhere tomorrow."""
        host = urlsplit(self.url).hostname or ""
        if host == "localhost" and urlsplit(self.url).scheme == "http":
            return True
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return False

    @property
    def version(self) -> str:
        """What tells readings by this model from others."""
        return self.model.replace(" ", "_")

    def check(self) -> None:
        """Raises Refused, with the next step, where the endpoint does not answer at all."""
        try:
            self._request("GET", "/models", None)
        except NoAnswer as error:
            raise Refused(
                f"the language model does not answer: {error}",
                record=self.url,
                next_step="start it, or read with --reader rules",
            ) from error

    def __call__(self, prompt: str) -> str:
        """The model's answer. Raises NoAnswer."""
        asked = {
            "model": self.model,
            "messages": [{"role": "user", "content": prompt}],
            "temperature": 0,
            "seed": 0,
            "stream": False,
        }
        answer = self._request("POST", "/chat/completions", json.dumps(asked).encode())
        try:
            content = json.loads(answer)["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise NoAnswer("its answer has another form") from error
        if not isinstance(content, str):
            raise NoAnswer("its answer has another form")
        return content

    def _request(self, method: str, path: str, body: bytes | None) -> bytes:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key := os.environ.get(KEY):
            headers["Authorization"] = f"Bearer {key}"
        connection = self._connection()
        late = Event()
        try:
            connection.connect()
            with _clock(self.seconds, connection.sock, late):
                connection.request(method, urlsplit(self.url).path.rstrip("/") + path, body, headers)
                with connection.getresponse() as response:
                    answer = response.read(_LARGEST + 1)
        except (OSError, ValueError, AttributeError, http.client.HTTPException) as error:
            # Only the kind: an error's message may hold what was sent. A connection that is closed under
            # http.client's hands fails in several ways.
            raise NoAnswer(_LATE if late.is_set() else _plainly(error)) from None
        finally:
            connection.close()
        if late.is_set():
            raise NoAnswer(_LATE)
        if response.status != 200:
            raise NoAnswer(f"status {response.status}")
        if len(answer) > _LARGEST:
            raise NoAnswer("its answer was too long")
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "https":
            context = ssl.create_default_context()
            return http.client.HTTPSConnection(host, parts.port, timeout=self.seconds, context=context)
        # "localhost" is this machine by its number, whatever a resolver would say.
        return http.client.HTTPConnection(
            "127.0.0.1" if host == "localhost" else host, parts.port, timeout=self.seconds
        )


@contextmanager
def _clock(seconds: float, line: socket.socket, late: Event) -> Iterator[None]:
    """Hang up when the time is over: one clock for head and body, however slowly each of them drips."""

    def hang_up() -> None:
        late.set()
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    clock = Timer(seconds, hang_up)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()


def _plainly(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return _LATE
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    return f"the connection failed ({type(error).__name__})"


__all__ = ["KEY", "Endpoint"]
