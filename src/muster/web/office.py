"""What every page shares: the project, the clock, what was worked out once, the making of a page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from muster.publish.page.highlight import visible
from muster.store import Store
from muster.store.browse import BEGINS
from muster.web.told import said, told, told_drawing
from muster.web.words import LANGUAGES, Words, wanted, words
from muster.workflows.project import Desk

if TYPE_CHECKING:
    import jinja2

# Each open project may hold a page cache of its own; more at once would cost memory and gain nothing.
_AT_ONCE = 4


@dataclass(slots=True)
class Office:
    """The project, and how it is opened. ``clock``: ISO 8601 now. ``kept``: what a head of the ledger
    leads to, so that two pages in a row do not work it out twice. ``packs``: law packs that may be asked,
    the one to begin with first."""

    desk: Desk
    clock: Callable[[], str]
    title: str
    leave: Callable[[str], None]
    packs: tuple[str, ...] = ()
    kept: dict[str, tuple[int, Any]] = field(default_factory=dict)
    doors: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(_AT_ONCE))
    lock: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """The project, to read."""
        with self.doors, self.dated().open(readonly=True) as store:
            yield store

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """The project, to write one decision; one writer of the desk at a time. Raises ProjectLocked."""
        with self.lock, self.doors, self.dated().open() as store:
            yield store

    def dated(self) -> Desk:
        """The desk as it is now, sealed where it is served sealed."""
        return replace(self.desk, now=self.clock())

    def now(self) -> Desk:
        """The open project's desk as it is now, for an errand that finds its own files."""
        return replace(self.dated(), sealed=False)

    def once(self, store: Store, name: str, work: Callable[[], Any]) -> Any:
        """What ``work`` gives, worked out anew only where the custody ledger has grown."""
        head = store.head().seq
        with self.lock:
            held = self.kept.get(name)
            if held is None or held[0] != head:
                held = self.kept[name] = (head, work())
            return held[1]


def office_of(request: Request) -> Office:
    """The office of this server."""
    found: Office = request.app.state.office
    return found


def words_of(request: Request) -> Words:
    """The language that this person chose, else the first that the browser asks for."""
    session = getattr(request.state, "session", None)
    chosen = session.language if session else ""
    return words(chosen or wanted(request.headers.get("accept-language", "")))


def page(
    request: Request, template: str, *, command: str = "", status: int = 200, frame: bool = False,
    **given: Any,
) -> HTMLResponse:  # fmt: skip
    """One page. ``command``: the command line that gives the same. ``frame``: sealed papers are on it."""
    office, w = office_of(request), words_of(request)
    session = getattr(request.state, "session", None)
    sealed = frame or office.desk.sealed
    if session and sealed:
        session.sealed = True
    html = environment().get_template(template).render(
        w=w, _=w, languages=LANGUAGES, here=request.url.path, query=request.url.query, back=_back(request),
        form=session.form if session else "", by=session.by if session else "",
        sealed=sealed, title=office.title, project=office.desk.project.name, idle=_idle(request),
        command=f"muster {command} -p {office.desk.project.name}{' --sealed' * office.desk.sealed}"
        if command else "", **given,
    )  # fmt: skip
    return HTMLResponse(html, status)


def _back(request: Request) -> str:
    """Where a form at the foot of this page leads back to: an address that can be asked for."""
    if request.method == "GET":
        return request.url.path + (f"?{request.url.query}" if request.url.query else "")
    code = request.path_params.get("code")
    return f"/case/{code}" if code else request.url.path.rpartition("/")[0] or request.url.path


def _idle(request: Request) -> int:
    """Seconds after which a page that nobody touches is no longer shown."""
    session = getattr(request.state, "session", None)
    return int(request.app.state.sessions.patience(session)) if session else 0


@cache
def environment() -> jinja2.Environment:
    """Templates that escape everything and show what cannot be seen."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.PackageLoader("muster.web"), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.filters["seen"] = visible
    made.filters["told"] = told
    made.filters["said"] = said
    made.filters["told_drawing"] = told_drawing
    made.filters["heading"] = heading
    made.filters["headed"] = headed
    return made


def headed(rows: Markup, heads: Sequence[str]) -> Markup:
    """Rows of a table, each cell with what its column is called: on a narrow screen a row becomes a card."""

    def row(found: re.Match[str]) -> str:
        names = iter(heads)
        return re.sub(r"<td(?=[ >])", lambda _: f'<td data-head="{escape(next(names, ""))}"', found.group())

    return Markup(re.sub(r"<tr(?=[ >]).*?</tr>", row, str(rows), flags=re.DOTALL))


# What a channel writes for its own page: "**", "[words](address)", which may be cut off.
_MARKS: Final = re.compile(r"\*\*|__|\[([^\[\]\n]{1,80})\]\((?:https?|tg):[^)\s]*\)?")


def heading(row: Any) -> str:
    """What a document is called in a list: its title, else its first words; the lines of a card are none."""
    # A page break is no sign that anybody reads; what turns the writing round stays to be seen.
    begins = " ".join(_MARKS.sub(r"\1", row["begins"] or "").split())
    if len(row["begins"] or "") == BEGINS:
        begins = begins.rpartition(" ")[0] + " …" if " " in begins else begins + "…"
    card = re.match(r"(?:source|date|title|kind|place|url|protected|about): ", begins)
    return str(row["title"] or ("" if card else begins) or row["address"])


def own_path(given: str) -> str:
    """A path of this desk; what would lead elsewhere, as "//elsewhere" does, leads to the first page."""
    ours = given.startswith("/") and not given.startswith("//") and given.isascii() and given.isprintable()
    return given if ours and "\\" not in given and len(given) < 2000 else "/"


def whole(given: str | None, default: int, least: int, most: int) -> int:
    """A number of the address within its bounds; anything else is ``default``."""
    if not given or len(given) > 9 or not given.isascii() or not given.isdecimal():
        return default
    return min(max(int(given), least), most)


__all__ = ["Office", "environment", "heading", "office_of", "own_path", "page", "whole", "words_of"]
