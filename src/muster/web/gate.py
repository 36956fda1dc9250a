"""The gate of the desk: who may ask, from where, and what every answer forbids the browser to do.

Closed by default: whatever is not named in ``OPEN`` needs a session. A session begins with a token that the
terminal printed and that holds once. Whoever cannot read this machine's terminal gets nothing, also where
another page in the same browser, or a name that was made to point here, does the asking.
"""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# The only two addresses that answer without a session: where one begins, and how a refusal looks.
OPEN = ("/enter", "/static/desk.css")
MOST_BODY = 64 * 1024
# An account or a draft is longer than any other form, and Cyrillic in a form takes six bytes a letter.
ROOMY = ("/interviews/new", "/draft", "/draft/accept", "/release/build")
MOST_ROOMY = 1024 * 1024
# With sealed papers on the screen a desk that is left alone locks after so many seconds at the latest.
SEALED_IDLE = 300.0
_HEADERS = (
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("cache-control", "no-store"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), clipboard-read=()"),
    # "no-referrer" would make browsers send "Origin: null" with the desk's own forms.
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-dns-prefetch-control", "off"),
    ("x-frame-options", "DENY"),
)


@dataclass(slots=True)
class Session:
    """One person at one browser. ``form``: the secret that every form carries. ``last``: when it asked.
    ``sealed``: whether it was shown sealed papers.
    ``done``: answers of this sitting, each as the judgements made."""

    form: str
    last: float
    language: str = ""
    by: str = ""
    sealed: bool = False
    done: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Sessions:
    """Tokens and sessions, in memory only. ``idle``: seconds without a request until a session ends.

    ``entropy``: that many secret bytes. ``tell``: is given each new address to open, never anything else.
    ``by``: the role name that sessions begin with.
    """

    address: str
    entropy: Callable[[int], bytes]
    tell: Callable[[str], None]
    idle: float = 1800.0
    by: str = ""
    clock: Callable[[], float] = time.monotonic
    _token: str = ""
    _open: dict[str, Session] = field(default_factory=dict)

    def invite(self) -> str:
        """A new address that opens the desk once; an earlier one opens it no longer."""
        self._token = self.entropy(24).hex()
        address = f"{self.address}/enter?token={self._token}"
        self.tell(address)
        return address

    def enter(self, token: str) -> str | None:
        """The secret of a new session, or None where the token is not the one that holds."""
        if not self._token or not hmac.compare_digest(token.encode(), self._token.encode()):
            return None
        self._token = ""
        secret = self.entropy(32).hex()
        self._open[_key(secret)] = Session(self.entropy(24).hex(), self.clock(), by=self.by)
        return secret

    def of(self, secret: str) -> Session | None:
        """The session of a cookie, or None; one that was idle too long ends, and a new way in is told."""
        key = _key(secret)
        session = self._open.get(key)
        if session is None:
            return None
        if self.clock() - session.last > self.patience(session):
            del self._open[key]
            self.invite()
            return None
        session.last = self.clock()
        return session

    def patience(self, session: Session) -> float:
        """Seconds without a request after which this session ends."""
        return min(self.idle, SEALED_IDLE) if session.sealed else self.idle

    def leave(self, secret: str) -> None:
        """End a session; the terminal tells a new way in."""
        if self._open.pop(_key(secret), None) is not None:
            self.invite()


def _key(secret: str) -> str:
    # Looked up by digest: how long a look-up takes says nothing of the secret itself.
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


Refuse = Callable[[int, str], ASGIApp]


class Gate:
    """Around the whole desk. ``host``: the only Host that is answered, ``127.0.0.1:PORT``.

    ``refuse``: makes the answer (status, reason) that a person sees. A form's fields are in
    ``scope["state"]["form"]``, the session in ``scope["state"]["session"]``.
    """

    def __init__(self, app: ASGIApp, *, sessions: Sessions, host: str, cookie: str, refuse: Refuse) -> None:
        self.app, self.sessions, self.host, self.cookie, self.refuse = app, sessions, host, cookie, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            raise RuntimeError("the desk speaks HTTP only")
        await self._judge(scope, receive, _strict(send))

    async def _judge(self, scope: Scope, receive: Receive, send: Send) -> None:
        sent = _headers(scope)
        why = self._foreign(scope, sent)
        state = scope.setdefault("state", {})
        secret = cookie_parser(sent.get("cookie", "")).get(self.cookie, "")
        session = self.sessions.of(secret) if secret and not why else None
        state["session"], state["secret"] = session, secret
        if why:
            await self.refuse(403, why)(scope, receive, send)
        elif session is None and not (scope["path"] in OPEN and scope["method"] in ("GET", "HEAD")):
            await self.refuse(403, "closed")(scope, receive, send)
        elif scope["method"] in ("GET", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["method"] != "POST":
            await self.refuse(405, "method")(scope, receive, send)
        else:
            await self._form(scope, receive, send, session)

    async def _form(self, scope: Scope, receive: Receive, send: Send, session: Session | None) -> None:
        body = await _body(receive, MOST_ROOMY if scope["path"] in ROOMY else MOST_BODY)
        fields = _fields(body) if body is not None else None
        if body is None or fields is None:
            await self.refuse(413 if body is None else 400, "form")(scope, receive, send)
            return
        given = fields.get("form", "")
        if session is None or not hmac.compare_digest(given.encode(), session.form.encode()):
            await self.refuse(403, "forged")(scope, receive, send)
            return
        scope["state"]["form"] = fields
        await self.app(scope, receive, send)

    def _foreign(self, scope: Scope, sent: dict[str, str]) -> str:
        """Why this request is not from the desk's own pages, or ""."""
        if sent.get("host") != self.host:
            return "host"
        own = f"http://{self.host}"
        if "origin" in sent and sent["origin"] != own:
            return "origin"
        if scope["method"] not in ("GET", "HEAD") and "origin" not in sent:
            return "origin"
        # A link on another page may not make the desk load anything, also where it shows nothing.
        if sent.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "origin"
        return ""


def _strict(send: Send) -> Send:
    async def answered(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = {name.encode() for name, _ in _HEADERS}
            kept = [h for h in message.get("headers", ()) if h[0].lower() not in own]
            message = {**message, "headers": kept + [(n.encode(), v.encode()) for n, v in _HEADERS]}
        await send(message)

    return answered


def _headers(scope: Scope) -> dict[str, str]:
    """Each header once; one that stands twice counts as all its values, so that it equals nothing."""
    found: dict[str, str] = {}
    for name, value in scope["headers"]:
        key, said = name.decode("latin-1").lower(), value.decode("latin-1")
        found[key] = f"{found[key]}, {said}" if key in found else said
    return found


async def _body(receive: Receive, most: int) -> bytes | None:
    """The whole body, or None where it is larger than ``most``, the size of no form."""
    parts: list[bytes] = []
    size = 0
    while True:
        message: Any = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            return None
        if not message.get("more_body"):
            return b"".join(parts)


def _fields(body: bytes) -> dict[str, str] | None:
    try:
        read = parse_qs(body.decode("utf-8"), keep_blank_values=True, max_num_fields=80, errors="strict")
    except ValueError:
        return None
    return {name: values[-1] for name, values in read.items()}


__all__ = ["MOST_BODY", "OPEN", "SEALED_IDLE", "Gate", "Session", "Sessions"]
