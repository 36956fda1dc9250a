"""A person at the browser: headless Chromium asked through a pipe, with keys, clicks and a picture.

Its DevTools protocol goes over two pipes (``--remote-debugging-pipe``): no port is opened, and nothing but
the standard library is needed.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# The browser reads its orders from 3 and answers on 4; only a process between can put them there.
_PIPED = (
    "import os, sys; a, b = map(int, sys.argv[1:3]); os.dup2(a, 3); os.dup2(b, 4); "
    "os.execvp(sys.argv[3], sys.argv[3:])"
)
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
    "--proxy-server=127.0.0.1:1", "--proxy-bypass-list=127.0.0.1", "--remote-debugging-pipe",
    "--hide-scrollbars", "--force-color-profile=srgb", "--font-render-hinting=none",
)  # fmt: skip
# Longer than anything the desk does on a busy machine.
_PATIENCE = 40.0
_NAMED = {"Enter": ("Enter", 13, "\r"), "Escape": ("Escape", 27, ""), "Tab": ("Tab", 9, "")}


class Browser:
    """One Chromium. ``chromium``: its program; ``profile``: an empty folder of its own."""

    def __init__(self, chromium: str, profile: Path) -> None:
        orders, ours = os.pipe()
        answers, theirs = os.pipe()
        # Away from 3 and 4, which the process between overwrites.
        low = [os.dup(fd) for fd in (orders, theirs)] if {orders, theirs} & {3, 4} else [orders, theirs]
        self._child = subprocess.Popen(
            [sys.executable, "-c", _PIPED, *map(str, low), chromium, *_FLAGS, f"--user-data-dir={profile}"],
            pass_fds=low, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for fd in {orders, theirs, *low}:
            os.close(fd)
        self._orders, self._answers = ours, answers
        self._left, self._number = b"", 0
        self._heard: list[dict[str, Any]] = []

    def close(self) -> None:
        """End it."""
        with contextlib.suppress(OSError, RuntimeError):
            self.ask("Browser.close")
        self._child.wait(timeout=_PATIENCE)
        os.close(self._orders)
        os.close(self._answers)

    def ask(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """One order and its answer; events that come between are kept."""
        self._number += 1
        number = self._number
        order = {"id": number, "method": method, "params": params}
        raw = json.dumps(order | ({"sessionId": session} if session else {})).encode() + b"\0"
        while raw:
            raw = raw[os.write(self._orders, raw) :]
        while True:
            said = self._next()
            if said.get("id") == number:
                if "error" in said:
                    raise RuntimeError(f"{method}: {said['error']}")
                return dict(said["result"])
            self._heard.append(said)

    def wait(self, method: str, session: str) -> dict[str, Any]:
        """The next event of this kind of a page, from those that came already on."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            for n, said in enumerate(self._heard):
                if said.get("method") == method and said.get("sessionId") == session:
                    del self._heard[n]
                    return dict(said["params"])
            self._heard.append(self._next())
        raise TimeoutError(method)

    def forget(self, session: str) -> None:
        """Drop what a page told before now."""
        self._heard = [said for said in self._heard if said.get("sessionId") != session]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            more = os.read(self._answers, 1 << 20)
            if not more:
                raise RuntimeError("the browser is gone")
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(one))

    @contextlib.contextmanager
    def person(self) -> Iterator[Person]:
        """Somebody with cookies and a store of their own; all their tabs close with them."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        try:
            yield Person(self, context)
        finally:
            self.ask("Target.disposeBrowserContext", browserContextId=context)


class Person:
    """Tabs that share cookies."""

    def __init__(self, browser: Browser, context: str) -> None:
        self.browser, self.context = browser, context

    def tab(self, address: str = "") -> Tab:
        """A new tab, loaded where an address is given."""
        target = self.browser.ask("Target.createTarget", url="about:blank", browserContextId=self.context)
        at = self.browser.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        tab = Tab(self.browser, at["sessionId"], target["targetId"])
        for domain in ("Page", "Runtime", "Log"):
            tab.ask(f"{domain}.enable")
        if address:
            tab.go(address)
        return tab


class Tab:
    """One page: where it is, what is pressed in it, what it shows."""

    def __init__(self, browser: Browser, session: str, target: str) -> None:
        self.browser, self.session, self.target = browser, session, target

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """One order to this page."""
        return self.browser.ask(method, self.session, **params)

    def go(self, address: str) -> None:
        """Load an address, to its end."""
        self.browser.forget(self.session)
        self.ask("Page.navigate", url=address)
        self.browser.wait("Page.loadEventFired", self.session)

    def do(self, script: str) -> Any:
        """What a script in the page gives; awaited where it is a promise. Raises RuntimeError."""
        got = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in got:
            raise RuntimeError(json.dumps(got["exceptionDetails"])[:600])
        return got["result"].get("value")

    def press(self, key: str, loads: bool = False) -> None:
        """Press and release a key. ``loads``: it leads to another page, which is waited for."""
        self.browser.forget(self.session)
        name, code, text = _NAMED.get(key, (key, ord(key.upper()[0]), key))
        given = {"key": name, "windowsVirtualKeyCode": code, "code": name}
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **given)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **given)
        if loads:
            self.loaded()

    def write(self, words: str) -> None:
        """Put words where the cursor stands."""
        self.ask("Input.insertText", text=words)

    def click(self, selector: str, loads: bool = False) -> None:
        """Click the first element of a selector, with the mouse, in its middle."""
        self.browser.forget(self.session)
        box = self.do(
            "(e => { e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2] }"
            f")(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
        if loads:
            self.loaded()

    def loaded(self) -> None:
        """Wait for the next page."""
        self.browser.wait("Page.loadEventFired", self.session)

    @property
    def path(self) -> str:
        """Where it is, without the host."""
        return str(self.do("location.pathname + location.search"))

    def text(self, selector: str = "main") -> str:
        """What is to be read there."""
        return str(self.do(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"))

    def look(self, width: int = 1280, height: int = 900, zoom: float = 1.0, dark: bool = False) -> None:
        """The window: its size, how much is enlarged, and whether the person likes it dark."""
        self.ask("Emulation.setDeviceMetricsOverride", width=int(width / zoom), height=int(height / zoom),
                 deviceScaleFactor=zoom, mobile=False)  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])

    def picture(self, path: Path) -> None:
        """The window as a PNG file."""
        path.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        """Close it, as a person would: whatever was under way is dropped."""
        self.browser.ask("Target.closeTarget", targetId=self.target)


__all__ = ["Browser", "Person", "Tab"]
