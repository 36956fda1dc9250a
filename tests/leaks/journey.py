"""The work of a desk from the first papers to a withdrawal, each command under faults, then as it should go.

All people, places and words are invented. After each try everything in the folder is searched.
"""

from __future__ import annotations

import html
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from tests.conftest import clean_environment
from tests.leaks import faults
from tests.leaks.canaries import NOTE, PASSPHRASE, PEOPLE, Search, told
from tests.leaks.faults import Done, Fault
from tests.protection.conftest import FORM_ACCOUNT, FORM_HEAD
from tests.protection.conftest import NOTE as NOTED
from tests.vault.conftest import CHEAP

from muster.vault.holders import make_own_key
from muster.workflows.project import desk as desk_at
from muster.workflows.vault import place

# What a person keeps himself, outside the project: no promise holds for it.
OWN = frozenset({"papers", "form.txt", "draft.txt", "chat.json"})
# No files on a disk.
_NOT_KEPT = ("/proc/", "/dev/null", "/dev/tty", "/dev/shm/.muster-")

STORY = """source: Pier Gazette
date: 2031-04-03

At least 40 crews of the Oskel ferry have refused to sail, said Stepan Orlak of the harbour union.

Some 300 people wrote to the Register in March, said Vera Tamlin, who heads it. The letters lie in boxes \
on a shelf beside the window, sorted by day, and a clerk reads them aloud to whoever asks what is in them.
"""
COPY = STORY.replace("Pier Gazette", "Port Courier").replace("04-03", "04-05").replace("Some", "About")
_FORMATS = (
    "jsonl", "ftm", "uwazi", "prov", "annotations", "claimreview", "datapackage", "geojson", "ledger",
)  # fmt: skip
_NAMES = [f"name: {names[0]}" for names, _ in PEOPLE.values()]


def form(person: str) -> str:
    """A filled interview form of one of the canaries."""
    names, numbers = PEOPLE[person]
    who = [*(f"name: {n}" for n in names), *(f"number: {n}" for n in numbers), f"note: {NOTE}"]
    last = f"{names[0]} was my name there, they shouted {names[0].upper()} and {names[0][::-1]}.\n"
    return FORM_HEAD + "\n".join(who) + "\n" + FORM_ACCOUNT + last


DRAFT = f"""They spoke with {PEOPLE["EN"][0][0]} and with {PEOPLE["RU"][0][0]}, +7 900 555-26-31.

Рассказал Тверозубов; Журавчикевича видели позже. Quast-
brook agreed. At least 40 crews refused.
"""


class Leak(AssertionError):
    """A canary was found."""


@dataclass
class Journey:
    """One folder, its vault, and what is done in it. ``plan``: the faults of a command, by its words.

    ``struck``: kind of fault → how many did; ``missed``: how many came too late.
    """

    home: Path
    plan: Callable[[str], list[Fault]]
    struck: Counter[str] = field(default_factory=Counter)
    missed: int = 0
    _tries: int = 0

    def __post_init__(self) -> None:
        self.search = Search(self.home, OWN)
        (self.home / "tmp").mkdir()
        (self.home / "papers").mkdir()
        for name, text in (("a.txt", STORY), ("b.txt", COPY), ("talk-with-q.txt", NOTED)):
            (self.home / "papers" / name).write_text(text, "utf-8")
        folder = self.home / "state" / "keys"
        self.keys = {c: make_own_key(folder, c, PASSPHRASE, cost=CHEAP) for c in ("C1", "C2", "A1")}

    def do(
        self, *arguments: str, typed: str = "", shows: bool = False, codes: tuple[int, ...] = (0,),
        before: Callable[[], object] = lambda: None,
    ) -> str:  # fmt: skip
        """One command under each fault of its plan, then as it should go; its stdout.

        ``{n}`` in an argument is another number for each try. ``shows``: its stdout is meant to hold names.
        """
        name = " ".join(arguments)
        for fault in self.plan(name):
            done = self._once(arguments, typed, shows, before, fault)
            self.struck[fault.kind] += done.fired
            self.missed += not done.fired
        done = self._once(arguments, typed, shows, before, Fault())
        if done.code not in codes:
            raise AssertionError(f"{name}: {done.code}\n{done.out[-2000:]}\n{done.err[-2000:]}")
        return done.out

    def _once(
        self, arguments: tuple[str, ...], typed: str, shows: bool, before: Callable[[], object], fault: Fault
    ) -> Done:
        before()
        self._tries += 1
        given = [a.replace("{n}", str(self._tries)) for a in arguments]
        done = faults.run(self.home, given, typed=typed, fault=fault)
        self.look(f"{' '.join(given)} under {fault}", [done.err, *([] if shows else [done.out])])
        if elsewhere := sorted(p for p in done.written if not p.startswith((str(self.home), *_NOT_KEPT))):
            raise Leak(f"{' '.join(given)} wrote outside the folder: {elsewhere}")
        if done.core:
            raise Leak(f"{' '.join(given)} might have left a core dump")
        return done

    def look(self, after: str, streams: list[str]) -> None:
        """Every byte of the folder and of these streams. Raises Leak."""
        if words := told(streams):
            raise Leak(f"{after}: printed {words}\n{streams}")
        if leaks := self.search.leaks():
            raise Leak(f"{after}: {leaks[:8]}")

    def rows(self, *arguments: str) -> list[dict[str, object]]:
        """The rows of a list that may show sealed words."""
        return list(json.loads(self.do(*arguments, "--json", shows=True)))

    def unlock(self) -> None:
        """The real process of the vault; a command that was killed may have left it open already.

        It is locked before each try: a process that was started on a full disk would keep that limit. For
        ten hours: with a dozen faults a command the journey takes longer than any sitting.
        """
        self.do(
            "vault", "unlock", "--as", "C1", "--minutes", "600", typed=PASSPHRASE + "\n", codes=(0, 1),
            before=lambda: faults.run(self.home, ("vault", "lock")),
        )  # fmt: skip

    def door(self) -> dict[str, object]:
        """What the vault's process is told when it starts."""
        desk = desk_at(self.home / "muster.db", {"MUSTER_STATE": str(self.home / "state")})
        where = place(desk)
        return {
            "folder": str(where.folder), "keys": str(where.keys), "state": str(self.home / "state"),
            "socket": str(where.socket), "code": "C1", "passphrase": PASSPHRASE, "minutes": 5, "words": [],
        }  # fmt: skip

    def write(self, name: str, text: str) -> Callable[[], object]:
        """Writes a file of the person's own, anew before each try."""
        return lambda: (self.home / name).write_text(text, "utf-8")

    def travel(self) -> None:
        """From the first papers to the withdrawal."""
        self.do("vault", "init", "--as", "C1", typed=PASSPHRASE + "\n", codes=(0, 1))
        # Locked, the protected note is left where it lies.
        self.do("run", "papers", "--cores", "1")
        self.do("vault", "unlock", "--as", "C1", typed="not this passphrase\n", codes=(1,))
        self.unlock()
        for code, role in (("C2", "custodian"), ("A1", "analyst")):
            self.do("vault", "holder", code, "--role", role, "--public", self.keys[code].public, codes=(0, 1))
        code = self._identities()
        self._interviews()
        self._sealed_work()
        self._questions()
        self._papers_out()
        self._keys(code)
        self._leaving()
        self._end()

    def _identities(self) -> str:
        names, numbers = PEOPLE["EN"]
        said = [*(f"name: {n}" for n in names), *(f"number: {n}" for n in numbers), f"note: {NOTE}"]
        typed = "".join(f"{line}\n" for line in said)
        code = self.do("vault", "add", typed=typed).strip()
        self.do("vault", "add", typed=f"{names[0]}\n", codes=(2,))
        self.do("vault", "get", code, "--reason", "asked to be called", codes=(1,))
        look = ("vault", "get", code, "--reason", "asked to be called", "--second", "C2")
        self.do(*look, typed=PASSPHRASE + "\n", shows=True)
        self.do(*look, typed="wrong\n", codes=(1,))
        self.do("vault", "scan", "-", typed=DRAFT, codes=(1,))
        self.do("vault", "pseudonymise", "-", typed=f"with {names[0]}, {names[0][::-1]}\n")
        return code

    def _interviews(self) -> None:
        self.do("interview", "kit", "kit-{n}.json")
        for person in ("RU", "UK"):
            self.do("interview", "seal", "form.txt", before=self.write("form.txt", form(person)))
        (self.home / "form.txt").unlink(missing_ok=True)
        self.do("interview", "file")
        self.do("run", "papers", "--cores", "1")
        self.do("interview", "list")

    def _sealed_work(self) -> None:
        sealed = "--sealed"
        claims = [c for c in self.rows("claims", sealed) if "Quillmarsh" in str(c["words"])]
        for command in ("read", "link", "count"):
            self.do(command, sealed)
        self.do("check", sealed)
        self.do("search", "depot", sealed, shows=True)
        self.do("like", "papers/talk-with-q.txt", sealed, shows=True)
        self.do("why", str(claims[0]["id"]), sealed, shows=True)
        self.do("independence", "origin-1", "origin-2", sealed, codes=(1, 2))
        self.do("review", sealed, typed="q\n", shows=True, codes=(0, 1, 2))
        said = ("--words", "Some 26 people of a depot, Тверозубов among them, refused", "--by", "anna")
        self.do("interview", "release", str(claims[0]["id"]), *said)
        by = ("--by", "lawyer-2")
        case = self.do("case", "new", "--region", "Quillmarsh", "--status", "contract", *by).strip()
        self.do("case", "step", case, "refusal", "--on", "2031-04-10", "--note", "at Velnabrook", *by)
        self.do("case", "step", case, "note", "--note", PEOPLE["RU"][0][0], *by, codes=(1,))
        taken_on = ("--override-by", "lawyer-2", "--reason", "read today")
        self.do("case", "letter", case, "refusal", "--lang", "ru", *taken_on, shows=True)
        self.do("case", "due", "--calendar", "due-{n}.ics")
        self.do("case", "list", shows=True)
        (self.home / "letter.txt").unlink(missing_ok=True)

    def _questions(self) -> None:
        """A chat's export with names and telephones: taken in, compared, sorted, answered, counted."""
        (ru, _), (phone, handle) = PEOPLE["RU"]
        uk = PEOPLE["UK"][0][0]
        messages = [
            {"id": 1, "date": "2031-04-11T20:00:00", "from_id": handle,
             "text": f"Мужа, {ru}, заперли в Quillmarsh, звоните {phone}"},
            {"id": 2, "date": "2031-04-11T21:00:00", "text": f"Як писати рапорт? {uk}, Velnabrook"},
        ]  # fmt: skip
        chat = self.write("chat.json", json.dumps({"messages": messages}, ensure_ascii=False))
        by = ("--by", "lawyer-2")
        self.do("intake", "take", "chat.json", *by, before=chat)
        (self.home / "chat.json").unlink()
        held, asks = (str(row["question"]) for row in self.rows("intake", "list"))
        self.do("intake", "sort", asks, "--topic", "papers", *by)
        self.do("intake", "answer", asks, "--note", f"told {uk}", *by, codes=(1,))
        self.do("intake", "answer", asks, "--note", "told by telephone", *by)
        case = self.do("case", "new", "--from", held, "--for", "relative", *by).strip()
        self.do("case", "family", case, "--side", "against", typed=f"name: {uk}\n\n")
        self.do("intake", "topics", "--weeks", "500")
        self.do("forget", case, "--sealed", "--reason", "asked for it", "--yes", *by, codes=(0, 1))

    def _papers_out(self) -> None:
        for command in ("read", "link", "count"):
            self.do(command, "--cores", "1")
        self.do("export", "dossier", "d-{n}.html")
        for kind in _FORMATS:
            self.do("export", kind, f"{kind}-{{n}}")
        self.do("export", "geojson", "map-{n}", "--sealed", codes=(1,))
        own = self.write("draft.txt", DRAFT)
        for out in ("red-{n}.txt", "red-{n}.docx", "red-{n}.odd"):
            self.do("redact", "draft.txt", "--out", out, before=own, codes=(0, 1, 2))
        self.do("draft", "check", "draft.txt", before=own, shows=True, codes=(0, 1))
        (self.home / "draft.txt").unlink()

    def _keys(self, code: str) -> None:
        self.do("vault", "backup", "b-{n}.age")
        last = max(self.home.glob("b-*.age"), key=lambda p: p.stat().st_mtime_ns).name
        self.do("vault", "restore", last, "--as", "C2", "--drill", typed=PASSPHRASE + "\n")
        self.do("vault", "restore", last, "--as", "A1", "--drill", typed=PASSPHRASE + "\n", codes=(3,))
        self.do("vault", "rotate", "--why", "due")
        self.do("vault", "ledger")
        self.do("vault", "erase", code, "--reason", "asked to be deleted", "--yes", codes=(0, 1))
        self.do("vault", "add", "--code", code, typed="\n".join(_NAMES) + "\n")

    def _leaving(self) -> None:
        self.do("release", "build", "out-{n}", "--level", "public")
        self.do("release", "build", "sealed-{n}", "--level", "lawyer", "--sealed", codes=(1,))
        # Somebody of the vault is in an open paper: refused, and not said who.
        self.do("vault", "add", typed="name: Stepan Orlak\n")
        self.do("release", "build", "out-{n}", "--level", "public", codes=(1,))
        last = max(self.home.glob("out-*"), key=lambda p: p.stat().st_mtime_ns).name
        self.do("release", "check", last, codes=(0, 1))

    def _end(self) -> None:
        self.do("vault", "lock")
        self.do("claims", "--sealed", codes=(1,))
        self.do("interview", "file", codes=(1,))
        self.do("release", "build", "z", "--level", "public", codes=(1,))
        self.unlock()
        held = [r for r in self.rows("interview", "list") if (r["state"], r["kept"]) == ("filed", "here")]
        code = next(str(r["code"]) for r in held if r["anonymous_towards"] == "public")
        done = ("--reason", "asked for it", "--by", "anna", "--yes")
        self.do("interview", "withdraw", code, *done)
        paper = next(str(d["id"]) for d in self.rows("documents") if str(d["address"]).endswith("b.txt"))
        self.do("forget", paper, *done, codes=(0, 1))
        self.do("check")
        self.do("check", "--sealed")
        self.do("vault", "lock")

    def served(self, *options: str) -> str:
        """The desk in the browser, in a process of its own, killed at the end: its pages in one."""
        port = free_port()
        log = self.home / "serve.log"
        command = [sys.executable, "-m", "muster", "serve", "--port", str(port), *options]
        with log.open("w") as err:
            server = subprocess.Popen(
                command, cwd=self.home, env=clean_environment(self.home), stdin=subprocess.DEVNULL,
                stdout=err, stderr=err,
            )  # fmt: skip
        try:
            return browsed(log, port)
        finally:
            server.kill()
            server.wait()
            self.look("serve", [])

    def under_a_failing_keeper(self, kinds: tuple[str, ...], places: tuple[int, ...]) -> int:
        """The vault's own process fails while it answers; how often it did."""
        failed = 0
        names, _ = PEOPLE["RU"]
        for kind in kinds:
            for n, at in enumerate(places):
                self.do("vault", "lock", codes=(0, 1))
                (self.home / "form.txt").write_text(form("RU"), "utf-8")
                child = faults.keeper(self.home, self.door(), Fault(kind, at))
                before = (self.home / "keeper.log").stat().st_size
                commands: list[tuple[tuple[str, ...], str]] = [
                    (("vault", "add"), f"name: {names[0]}\nname: {names[1]}\n"),
                    (("vault", "scan", "-"), DRAFT),
                    (("interview", "seal", "form.txt"), ""),
                    (("interview", "file"), ""),
                    (("redact", "-"), DRAFT),
                    (("vault", "backup", f"k-{kind}-{at}.age"), ""),
                    (("vault", "rotate"), ""),
                ]
                # Whom a kill struck is gone for every later command: one each, in turn.
                for arguments, typed in commands[n % 7 :][:1] if kind == "kill" else commands:
                    done = faults.run(self.home, arguments, typed=typed)
                    failed += "fault in the vault" in done.err or "ended before it answered" in done.err
                    self.look(f"{arguments} with a failing vault ({kind} {at})", [done.err, done.out])
                log = (self.home / "keeper.log").read_text()
                assert len(log.encode()) == before, log
                (self.home / "form.txt").unlink(missing_ok=True)
                faults.run(self.home, ("vault", "lock"))
                _gone(child)
        return failed


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return not probe.connect_ex(("127.0.0.1", port))


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def browsed(log: Path, port: int) -> str:
    """The first pages of the desk whose address is in ``log``, as a browser would follow their links."""
    until = time.monotonic() + 60
    while not (address := re.search(r"http://127.0.0.1:\d+(/\S+)", log.read_text("utf-8"))):
        if time.monotonic() > until:
            raise AssertionError(log.read_text("utf-8"))
        time.sleep(0.05)
    while not _answers(port):
        # The address is told a moment before the door is open.
        assert time.monotonic() < until
        time.sleep(0.05)
    pages, waiting, cookie = [], [address[1]], ""
    asked = set[str]()
    while waiting and len(pages) < 25:
        asked.add(path := waiting.pop(0))
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = line.getresponse()
        body = answer.read().decode("utf-8", "replace")
        line.close()
        cookie = cookie or (answer.getheader("Set-Cookie") or "").partition(";")[0]
        pages.append(body)
        links = [answer.getheader("Location") or "", *re.findall(r'href="(/[^"#]*)', body)]
        waiting += [html.unescape(n) for n in dict.fromkeys(links) if n and n not in asked]
    return "\n".join(pages)


def _gone(child: int) -> None:
    until = time.monotonic() + 20
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() > until:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.02)


# How many calls of ours a command makes, about: the place of a fault is drawn below it.
_ABOUT = {
    "run": 150_000, "interview file": 200_000, "link": 100_000, "read": 40_000, "redact": 60_000,
    "draft": 100_000, "like": 80_000, "interview withdraw": 150_000, "export datapackage": 20_000,
    "export geojson": 20_000, "export ledger": 20_000, "vault": 50, "export": 1_500,
}  # fmt: skip
_KINDS = ("raise", "write", "kill", "disk", "interrupt", "kill-write")


def some_faults(seed: int, each: int, home: Path) -> Callable[[str], list[Fault]]:
    """``each`` faults of a command, of kinds in turn, at places drawn by its name."""
    turn = cycle(_KINDS)

    def plan(name: str) -> list[Fault]:
        draw = random.Random(f"{seed} {name}")
        about = next((n for words, n in _ABOUT.items() if name.startswith(words)), 200)
        chosen = []
        for kind in islice(turn, each):
            most = _largest(home) if kind == "disk" else 40 if "write" in kind else about
            chosen.append(Fault(kind, draw.randint(1, most)))
        return chosen

    return plan


def _largest(home: Path) -> int:
    """The bytes of the largest file that commands write to: up to there a full disk is felt."""
    return max((p.stat().st_size for p in home.glob("muster*")), default=40_000)


__all__ = ["STORY", "Journey", "Leak", "browsed", "form", "free_port", "some_faults"]
