"""A watch from list to document: polite, complete, once each, also where the machine stops in the middle."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.watch.site import START, Clock, Page, Site, bomb, desk_at, served, world
from tests.web.desk import PAPERS, QUESTION
from warcio.archiveiterator import ArchiveIterator

from muster.count import question_from
from muster.model.errors import IntegrityBroken, ProjectLocked, Refused, Usage
from muster.store import Store
from muster.workflows.ask import keep
from muster.workflows.count import count
from muster.workflows.forget import forget
from muster.workflows.watch import once, set_how, settings, thing
from muster.workflows.watch.journal import Journal, journal_of
from muster.workflows.watch.send import hand_over, write_atom
from muster.workflows.watch.told import read_names

STORY = (
    "<html><head><title>Ferry crews hold out</title><meta property='og:site_name' content='Gazette'></head>"
    "<body><article><h1>Ferry crews hold out</h1><p>At least 40 crews of the Oskel ferry have refused to "
    "sail, said Vera Tamlin, the head of the Open Register, on 3 June 2031. The harbour office gave "
    "no answer to what it was asked about the crews and their pay in the weeks before.</p>{more}</article>"
)
LATER = "<p>Some 12 of them have gone home since then, Tamlin said on Friday, and others mean to follow.</p>"
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Courier</title>{items}
</channel></rss>"""
ITEM = """<item><title>Note {n}</title><guid>note-{n}</guid><link>http://courier.example/{n}</link>
<pubDate>Fri, 20 Jun 2031 10:00:00 GMT</pubDate><description>{words}</description></item>"""
POST = """<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message"
 data-post="kelmpost/{n}">{extra}<div class="tgme_widget_message_text js-message_text">{words}</div>
 <span class="tgme_widget_message_views">{views}</span>
 <span class="tgme_widget_message_meta">{edited}<a class="tgme_widget_message_date"><time
 datetime="2031-06-20T0{n}:00:00+00:00">x</time></a></span></div></div>"""
CHANNEL = """<!DOCTYPE html><html><head><title>x</title></head><body>
<div class="tgme_channel_info_header_title"><span>Kelm Post</span></div>
<section class="tgme_channel_history">{posts}</section></body></html>"""


@pytest.fixture
def site() -> Iterator[Site]:
    """Invented sites."""
    with served() as found:
        yield found


def later(clock: Clock, hours: int) -> None:
    """The clock, so many hours after the start."""
    day, hour = divmod(8 + hours, 24)
    clock.now = f"2031-06-{21 + day:02d}T{hour:02d}:00:00+00:00"


def watch(folder: Path, *given: str, kind: str = "page", hosts: tuple[str, ...] = ()) -> None:
    """Put addresses on the list."""
    with desk_at(folder).open_or_create() as store:
        store.watch([thing(each, kind=kind, hosts=hosts, now=START) for each in given])


def texts(folder: Path) -> dict[str, list[str]]:
    """The texts in the project by address, oldest first."""
    found: dict[str, list[str]] = {}
    with desk_at(folder).open(readonly=True) as store:
        for document in sorted(store.documents(), key=lambda d: d.taken):
            text = store.text_of(document.id)
            found.setdefault(document.address, []).append(text.body if text else "")
    return found


def met(folder: Path) -> dict[str, object]:
    """How the only watched thing was met last."""
    with desk_at(folder).open(readonly=True) as store:
        ((_thing, state),) = store.watched()
        return {"status": state.status, "failures": state.failures, "due": state.due, "gone": state.gone}


def told(folder: Path) -> list[tuple[str, str]]:
    """Kind and words of every alert, the oldest first."""
    with desk_at(folder).open(readonly=True) as store:
        return [(each.kind, each.words) for each in store.alerts()][::-1]


def test_a_page_becomes_a_document_and_its_change_a_version(tmp_path: Path, site: Site) -> None:
    """First look: taken, read, linked and counted. The same again: nothing. Other words: a version."""
    url, clock = site.url("/news"), Clock()
    site.pages["/news"] = Page(STORY.format(more="").encode(), etag='"1"')
    watch(tmp_path, url)
    first = once(desk_at(tmp_path), world(clock))
    assert (first.looked, first.documents, first.failed) == (1, 1, 0)
    with desk_at(tmp_path).open(readonly=True) as store:
        assert store.counts()["claims"] > 0
        (document,) = store.documents()
        assert (document.address, document.url, document.taken) == (url, url, START)
    assert once(desk_at(tmp_path), world(clock)).looked == 0, "not due yet"
    later(clock, 7)
    again = once(desk_at(tmp_path), world(clock))
    assert (again.looked, again.unchanged, again.documents) == (1, 1, 0)
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    site.pages["/news"] = Page(STORY.format(more=LATER).encode(), etag='"2"')
    later(clock, 14)
    changed = once(desk_at(tmp_path), world(clock))
    assert [each.kind for each in changed.alerts] == ["changed"]
    assert "1 paragraphs are new, 0 are gone" in changed.alerts[0].words
    assert len(texts(tmp_path)[url]) == 2
    with desk_at(tmp_path).open(readonly=True) as store:
        assert not list(store.check())
        assert [c.kind for c in store.copies()] == ["revision"]


def test_a_change_that_is_no_change_of_words_is_no_version(tmp_path: Path, site: Site) -> None:
    """A counter or a token in the markup changes the bytes and nothing else."""
    site.pages["/news"] = Page(STORY.format(more="<!-- 1 -->").encode())
    clock = Clock()
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world(clock))
    site.pages["/news"] = Page(STORY.format(more="<!-- 2 -->").encode())
    later(clock, 7)
    assert once(desk_at(tmp_path), world(clock)).documents == 0
    assert told(tmp_path) == []


def test_every_answer_is_in_the_archive(tmp_path: Path, site: Site) -> None:
    """Also robots.txt, a redirect, "not modified", a refusal, and that there was no answer at all."""
    clock = Clock()
    site.pages["/old"] = Page(status=301, more=(f"Location: {site.url('/news')}",))
    site.pages["/news"] = Page(STORY.format(more="").encode(), etag='"1"')
    watch(tmp_path, site.url("/old"))
    for hours, change in ((0, None), (7, None), (14, Page(b"", status=500)), (40, Page(say=lambda _l: None))):
        later(clock, hours)
        site.pages["/news"] = change or site.pages["/news"]
        once(desk_at(tmp_path), world(clock))
    kinds = []
    for path in sorted(journal_of(desk_at(tmp_path)).iterdir()):
        assert path.stat().st_mode & 0o077 == 0
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                http = record.http_headers
                kinds.append((record.rec_type, http.get_statuscode() if http else ""))
    assert kinds == [
        ("response", "404"), ("response", "301"), ("response", "200"),
        ("response", "301"), ("revisit", "304"),
        ("response", "301"), ("response", "500"),
        ("response", "404"), ("response", "301"), ("metadata", ""),
    ]  # fmt: skip
    assert met(tmp_path)["failures"] == 2


def test_a_feed_gives_each_entry_once_wherever_it_stands(tmp_path: Path, site: Site) -> None:
    """A new entry on top moves the others down; an edited one is a version; the same feed gives nothing."""

    def feed(*items: tuple[int, str]) -> Page:
        each = "\n".join(ITEM.format(n=n, words=words) for n, words in items)
        return Page(FEED.format(items=each).encode(), "application/rss+xml")

    clock, url = Clock(), site.url("/feed", "courier.example")
    site.pages["/feed"] = feed((1, "The bridge is shut."), (2, "The road is open."))
    watch(tmp_path, url, kind="feed")
    assert once(desk_at(tmp_path), world(clock)).documents == 2
    site.pages["/feed"] = feed((3, "Rain came."), (1, "The bridge is shut."), (2, "The road is shut, too."))
    later(clock, 2)
    done = once(desk_at(tmp_path), world(clock))
    assert done.documents == 2
    assert [each.kind for each in done.alerts] == ["changed"]
    held = texts(tmp_path)
    assert sorted(len(bodies) for bodies in held.values()) == [1, 1, 2]
    assert all(address.startswith(url + "#") for address in held)


def test_a_web_page_in_the_place_of_a_feed_fills_no_project(tmp_path: Path, site: Site) -> None:
    """A login page, or a hotel's: set aside with a reason; an archive or a program too."""
    for path, page in (("/feed", Page(b"<html><body><p>Log in</p></body></html>")),
                       ("/zip", Page(b"PK\x03\x04" + b"\0" * 60, "text/html")),
                       ("/exe", Page(b"MZ\x00" + b"\0" * 600, "text/html"))):  # fmt: skip
        site.pages[path] = page
    watch(tmp_path, site.url("/feed"), kind="feed")
    watch(tmp_path, site.url("/zip"), site.url("/exe"))
    assert once(desk_at(tmp_path), world()).documents == 0
    with desk_at(tmp_path).open(readonly=True) as store:
        reasons = [each.reason for each in store.set_asides()]
    assert len(reasons) == 3
    assert reasons.count("unexpected") >= 2


def test_posts_of_a_channel_are_known_by_number_and_missed_when_gone(tmp_path: Path, site: Site) -> None:
    """Views change and mean nothing; an edit is a version; a post gone between two others is told once."""

    def channel(*posts: tuple[int, str], views: str = "1", extra: str = "", edited: str = "") -> Page:
        each = "".join(POST.format(n=n, words=w, views=views, extra=extra, edited=edited) for n, w in posts)
        return Page(CHANNEL.format(posts=each).encode())

    clock, url = Clock(), site.url("/s/kelmpost", "t.example")
    one, two, three = (1, "First<br/>line &amp; second"), (2, "The depot burns."), (3, "It is out.")
    reply = '<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text">Older words</div></a>'
    forward = '<a class="tgme_widget_message_forwarded_from_name">Harbour Voice</a>'
    site.pages["/s/kelmpost"] = channel(one, two, three, extra=reply + forward)
    watch(tmp_path, url, kind="channel")
    assert once(desk_at(tmp_path), world(clock)).documents == 3
    held = texts(tmp_path)
    assert held[f"{url}#1"] == ["First\nline & second"]
    with desk_at(tmp_path).open(readonly=True) as store:
        first = next(store.documents())
        assert (first.published, first.forwarded_from) == ("2031-06-20T01:00:00+00:00", "Harbour Voice")
        assert first.url == "https://t.me/kelmpost/1"
        assert [(s.name, s.kind) for s in store.sources()] == [("Kelm Post", "channel")]
    site.pages["/s/kelmpost"] = channel(one, (3, "It is not out."), views="900", edited="edited ")
    later(clock, 2)
    done = once(desk_at(tmp_path), world(clock))
    assert done.documents == 1
    assert sorted(each.kind for each in done.alerts) == ["changed", "vanished"]
    gone = next(each for each in done.alerts if each.kind == "vanished")
    with desk_at(tmp_path).open(readonly=True) as store:
        kept = store.text_of(gone.record)
        assert kept is not None
        assert kept.body == "The depot burns."
    site.pages["/s/kelmpost"] = channel(one, (3, "It is not out."), (4, "More."), views="901")
    later(clock, 4)
    assert [each.kind for each in once(desk_at(tmp_path), world(clock)).alerts] == []


def test_exports_dropped_again_give_only_what_is_new(tmp_path: Path) -> None:
    """A later export of the same chat: new posts, edited posts, and posts that are no longer there."""

    def export(folder: str, posts: dict[int, str]) -> None:
        messages = [
            {"id": n, "type": "message", "date": "2031-06-20T10:00:00", "date_unixtime": str(1939716000 + n),
             "from": "Kelm Post", "from_id": "channel77", "text": words}
            for n, words in posts.items()
        ]  # fmt: skip
        whole = {"name": "Kelm Post", "type": "public_channel", "id": 77, "messages": messages}
        (tmp_path / "drop" / folder).mkdir(parents=True)
        (tmp_path / "drop" / folder / "result.json").write_text(json.dumps(whole), "utf-8")

    clock = Clock()
    export("ChatExport_20", {1: "The bridge is shut.", 2: "The depot burns.", 3: "It is out."})
    watch(tmp_path, str(tmp_path / "drop"), kind="exports")
    assert once(desk_at(tmp_path), world(clock)).documents == 3
    export("ChatExport_21", {1: "The bridge is shut.", 3: "It is not out.", 4: "More."})
    later(clock, 1)
    done = once(desk_at(tmp_path), world(clock))
    assert done.documents == 2
    assert sorted(each.kind for each in done.alerts) == ["changed", "vanished"]
    assert {a: len(t) for a, t in texts(tmp_path).items()} == {
        f"telegram:Kelm Post#{n}": 2 if n == 3 else 1 for n in (1, 2, 3, 4)
    }


def test_a_folder_is_taken_as_by_hand(tmp_path: Path) -> None:
    """What is dropped into it becomes documents; what was taken before by hand is not taken twice."""
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "a.txt").write_text("The ferry is old.\n", "utf-8")
    watch(tmp_path, str(papers), kind="")
    clock = Clock()
    assert once(desk_at(tmp_path), world(clock)).documents == 1
    (papers / "b.txt").write_text("The ferry is new.\n", "utf-8")
    later(clock, 1)
    assert once(desk_at(tmp_path), world(clock)).documents == 1
    papers.rename(tmp_path / "elsewhere")
    later(clock, 2)
    assert once(desk_at(tmp_path), world(clock)).documents == 0
    assert met(tmp_path)["status"] == "the folder is not there"


def test_a_vanished_page_is_told_once_and_its_return_too(tmp_path: Path, site: Site) -> None:
    """404 and 410 after it was there; what it said stays; a page that never was there has not vanished."""
    clock = Clock()
    site.pages["/news"] = Page(STORY.format(more="").encode(), etag='"1"')
    watch(tmp_path, site.url("/news"))
    kinds = []
    for hours, status in ((0, 200), (7, 404), (14, 410), (21, 200)):
        later(clock, hours)
        site.pages["/news"].status = status
        kinds.append([each.kind for each in once(desk_at(tmp_path), world(clock)).alerts])
    assert kinds == [[], ["vanished"], [], ["returned"]]
    assert len(texts(tmp_path)) == 1


def test_a_site_that_gives_nothing_is_asked_less_and_less(tmp_path: Path, site: Site) -> None:
    """Twice as long after each failure, a day at the most; told once; "Retry-After" is heeded."""
    clock = Clock()
    site.pages["/news"] = Page(b"", status=500)
    watch(tmp_path, site.url("/news"))
    waits = []
    for number in range(5):
        state = met(tmp_path)
        clock.now = str(state["due"]) if number else START
        once(desk_at(tmp_path), world(clock))
        waits.append(_hours(clock.now, str(met(tmp_path)["due"])))
    assert [round(w / 12) for w in waits] == [1, 2, 2, 2, 2]
    assert [kind for kind, _ in told(tmp_path)] == ["silent"]
    site.pages["/news"] = Page(b"", status=429, more=("Retry-After: 200000",))
    clock.now = str(met(tmp_path)["due"])
    once(desk_at(tmp_path), world(clock))
    assert 24 <= _hours(clock.now, str(met(tmp_path)["due"])) <= 27


def _hours(start: str, stop: str) -> float:
    from datetime import datetime

    return (datetime.fromisoformat(stop) - datetime.fromisoformat(start)).total_seconds() / 3600


@pytest.mark.parametrize(
    ("rules", "asked"),
    [
        (Page(b"User-agent: *\nDisallow: /news\n", "text/plain"), []),
        (Page(b"User-agent: *\nDisallow: /*.html$\nAllow: /news\n", "text/plain"), ["/news"]),
        (Page(b"", status=403), ["/news"]),
        (Page(b"", status=503), []),
        (Page(bomb(50), more=("Content-Encoding: gzip",)), []),
        (Page(b"\xff\xfe\x00nonsense" * 1000, "image/png"), ["/news"]),
        (Page(status=302, more=("Location: http://courier.example/robots.txt",)), ["/news"]),
        (Page(say=lambda _line: None), []),
    ],
)
def test_robots_txt_is_obeyed(tmp_path: Path, site: Site, rules: Page, asked: list[str]) -> None:
    """Rules, wildcards, none, broken ones; where it cannot be asked, nothing is."""
    site.pages |= {"/robots.txt": rules, "/news": Page(STORY.format(more="").encode())}
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world())
    assert site.paths() == asked
    if not asked:
        assert str(met(tmp_path)["status"]).startswith("robots")


def test_robots_txt_is_asked_once_a_day(tmp_path: Path, site: Site) -> None:
    """It is kept in the project, so that a watch from a timer asks no more often than one that runs on."""
    clock = Clock()
    site.pages |= {"/robots.txt": Page(b"", "text/plain"), "/news": Page(STORY.format(more="").encode())}
    watch(tmp_path, site.url("/news"))
    for hours in (0, 7, 14, 21, 28):
        later(clock, hours)
        once(desk_at(tmp_path), world(clock))
    assert [each.path for each in site.asked].count("/robots.txt") == 2


@pytest.mark.parametrize(
    ("where", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "elsewhere"),
        ("http://127.0.0.1:{port}/secret", "elsewhere"),
        ("http://courier.example:{port}/secret", "elsewhere"),
        ("file:///etc/passwd", "elsewhere"),
        ("http://gazette.example:1/secret", "elsewhere"),
        ("/again", "redirects"),
        ("http://[", "elsewhere"),
    ],
)
def test_a_redirect_leads_to_listed_hosts_only(tmp_path: Path, site: Site, where: str, why: str) -> None:
    """Not to a cloud's own service, this machine, another site, a file, another port, nor for ever."""
    place = where.format(port=site.port)
    site.pages |= {
        "/news": Page(status=302, more=(f"Location: {place}",)),
        "/again": Page(status=302, more=("Location: /again",)), "/secret": Page(b"secret"),
    }  # fmt: skip
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world())
    assert "/secret" not in site.paths()
    assert len(site.paths()) <= 6
    assert str(met(tmp_path)["status"]).startswith(why)
    assert texts(tmp_path) == {}


def test_a_redirect_to_a_host_that_was_listed_is_followed(tmp_path: Path, site: Site) -> None:
    """And robots.txt of that host is asked before; the document keeps the watched address."""
    moved = site.url("/moved", "courier.example")
    site.pages |= {
        "gazette.example/news": Page(status=302, more=(f"Location: {moved}",)),
        "courier.example/moved": Page(STORY.format(more="").encode()),
    }  # fmt: skip
    watch(tmp_path, site.url("/news"), hosts=(f"courier.example:{site.port}",))
    assert once(desk_at(tmp_path), world()).documents == 1
    assert list(texts(tmp_path)) == [site.url("/news")]
    assert [each.host for each in site.asked if each.path == "/robots.txt"] == [
        "gazette.example",
        "courier.example",
    ]


def test_a_rebound_name_leads_nowhere(tmp_path: Path, site: Site) -> None:
    """The name leads inside at the second look: refused, told as such, and nothing is asked there."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.7"]])
    clock = Clock()
    site.pages["/news"] = Page(STORY.format(more="").encode())
    watch(tmp_path, site.url("/news"))
    for hours in (0, 7):
        later(clock, hours)
        once(desk_at(tmp_path), world(clock, resolve=lambda _h, _p: next(answers)))
    assert str(met(tmp_path)["status"]).startswith("inside")
    assert site.paths() == ["/news"]


@pytest.mark.parametrize("stop_at", [1, 2, 3, 4, 5, 6])
def test_a_machine_that_stops_loses_nothing_and_takes_nothing_twice(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    """At the n-th write to the project, for every n: the next round ends where one without a stop ends."""
    for number in range(3):
        site.pages[f"/{number}"] = Page(STORY.format(more=f"<p>Number {number} of the series.</p>").encode())
    watch(tmp_path, *(site.url(f"/{number}") for number in range(3)))
    calls = 0
    note = Store.watch_note

    def stopping(self: Store, **given: object) -> int:
        nonlocal calls
        calls += 1
        if calls == stop_at:
            raise KeyboardInterrupt
        return note(self, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "watch_note", stopping)
    clock = Clock()
    try:
        once(desk_at(tmp_path), world(clock))
    except KeyboardInterrupt:
        monkeypatch.undo()
        once(desk_at(tmp_path), world(clock))
    held = texts(tmp_path)
    assert {address: len(bodies) for address, bodies in held.items()} == {
        site.url(f"/{n}"): 1 for n in range(3)
    }
    with desk_at(tmp_path).open(readonly=True) as store:
        assert not list(store.check())
        assert store.counts()["claims"] >= 3
        assert store.counts()["copies"] > 0
    assert set(Counter(site.paths()).values()) <= {1, 2}, "asked again only where nothing was kept"


def test_a_torn_end_of_the_journal_is_cut_off_and_damage_is_told(tmp_path: Path, site: Site) -> None:
    """A record half-written when the power went; and a journal that somebody altered."""
    site.pages["/news"] = Page(STORY.format(more="").encode())
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world())
    (path,) = journal_of(desk_at(tmp_path)).iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:99])
    clock = Clock()
    later(clock, 7)
    assert once(desk_at(tmp_path), world(clock)).failed == 0
    assert path.read_bytes().startswith(whole)
    spoiled = bytearray(path.read_bytes())
    spoiled[len(whole) + 12 : len(whole) + 40] = b"\xff" * 28
    path.write_bytes(bytes(spoiled))
    with pytest.raises(IntegrityBroken, match="damaged at byte"):
        Journal(path.parent).mend(path.name, len(whole))


def test_what_is_forgotten_is_forgotten_in_the_journal_too(tmp_path: Path, site: Site) -> None:
    """No answer holds its words any longer; the others stand, and the watch goes on from its place."""
    site.pages |= {f"/{n}": Page(STORY.format(more=f"<p>Quillback{n}.</p>").encode()) for n in (1, 2)}
    watch(tmp_path, site.url("/1"), site.url("/2"))
    clock = Clock()
    once(desk_at(tmp_path), world(clock))
    with desk_at(tmp_path).open(readonly=True) as store:
        (gone,) = (d.id for d in store.documents() if d.address.endswith("/1"))
    forget(desk_at(tmp_path), gone, reason="asked to", by="anna")
    journal = Journal(journal_of(desk_at(tmp_path)))
    held = b"".join(e.answer.body for e in journal.since("", 0) if e.answer)
    assert b"Quillback1" not in held
    assert b"Quillback2" in held
    later(clock, 7)
    assert once(desk_at(tmp_path), world(clock)).documents == 0, "what was forgotten is not taken again"
    assert sum(1 for _ in journal.since("", 0)) > 4


def test_a_project_that_is_written_to_loses_no_answer(tmp_path: Path, site: Site) -> None:
    """The sites were asked; what they said is in the journal until the project can follow it."""
    site.pages["/news"] = Page(STORY.format(more="").encode())
    watch(tmp_path, site.url("/news"))
    with desk_at(tmp_path).open(), pytest.raises(ProjectLocked):
        once(desk_at(tmp_path), world())
    site.pages.clear()
    assert once(desk_at(tmp_path), world()).documents == 1


def test_an_alert_says_a_name_of_the_list_a_number_and_an_origin(tmp_path: Path, site: Site) -> None:
    """The name in any form, in new documents only; a question's figure before and after; who is new."""
    clock = Clock()
    site.pages["/news"] = Page(STORY.format(more="").encode())
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world(clock, names=("Tamlin",)))
    assert told(tmp_path) == [], "what was there before there was a list is found by searching"
    (tmp_path / "names.txt").write_text("# ours\n\nТамлин\n", "utf-8")
    site.pages["/news"] = Page(STORY.format(more="<p>Об этом сообщили родные Веры Тамлин.</p>").encode())
    later(clock, 7)
    done = once(desk_at(tmp_path), world(clock, names=read_names(tmp_path / "names.txt")))
    assert [each.kind for each in done.alerts] == ["changed", "name"]
    with pytest.raises(Usage):
        read_names(tmp_path / "nowhere.txt")


def test_an_alert_says_that_a_number_moved_and_who_is_a_new_origin(tmp_path: Path, site: Site) -> None:
    """Of kept questions: the figure before and after; a second copy of one origin is no news."""
    clock = Clock()
    site.pages["/news"] = Page(PAPERS["harbour.html"].encode())
    watch(tmp_path, site.url("/news"), site.url("/more"), site.url("/copy"))
    once(desk_at(tmp_path), world(clock))
    with desk_at(tmp_path).open() as store:
        keep(store, question_from(QUESTION, "refusals.toml"), by="anna", note="", now=START)
        count(store, now=START)
    later(clock, 7)
    once(desk_at(tmp_path), world(clock))
    assert told(tmp_path) == []
    site.pages["/more"] = Page(
        PAPERS["harbour.html"].replace("Oren Talvik", "Ilja Brenn").replace("40", "70").encode()
    )
    site.pages["/copy"] = Page(PAPERS["copy.html"].encode())
    later(clock, 14)
    kinds = [(each.kind, each.words) for each in once(desk_at(tmp_path), world(clock)).alerts]
    assert [kind for kind, _ in kinds] == ["number", "origin"]
    assert "Ilja Brenn is a new origin" in kinds[1][1]
    later(clock, 21)
    assert once(desk_at(tmp_path), world(clock)).alerts == ()


def test_alerts_go_to_a_feed_file_and_to_a_command_once(tmp_path: Path, site: Site) -> None:
    """The feed is well-formed whatever a page calls itself; no shell reads what a page says."""
    title = "$(touch pwned); <b>&amp; \u202e title"
    clock = Clock()
    site.pages["/news"] = Page(
        STORY.replace("<title>Ferry crews hold out", f"<title>{title}").format(more="").encode()
    )
    watch(tmp_path, site.url("/news"))
    once(desk_at(tmp_path), world(clock))
    site.pages["/news"].body += LATER.encode()
    site.pages["/news"].body = site.pages["/news"].body.replace(b"At least 40", b"At least 50")
    later(clock, 7)
    assert len(once(desk_at(tmp_path), world(clock)).alerts) == 1
    out = tmp_path / "given.jsonl"
    command = ["sh", "-c", f"cat >> {out}; echo >> {out}"]
    with desk_at(tmp_path).open() as store:
        write_atom(store, tmp_path / "alerts.xml", "Alerts")
        with pytest.raises(Refused):
            hand_over(store, ["false"])
        assert (hand_over(store, command), hand_over(store, command)) == (1, 0)
    import feedparser

    feed = feedparser.parse((tmp_path / "alerts.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == 1
    assert (tmp_path / "alerts.xml").stat().st_mode & 0o077 == 0
    assert json.loads(out.read_text("utf-8"))["kind"] == "changed"
    assert not (tmp_path / "pwned").exists()


def test_the_times_of_looks_are_spread(tmp_path: Path) -> None:
    """By chance that is handed in: the same chance, the same times; no two things keep one beat."""
    with served() as site:
        for number in range(6):
            site.pages[f"/{number}"] = Page(STORY.format(more="").encode())
        watch(tmp_path, *(site.url(f"/{number}") for number in range(6)))
        once(desk_at(tmp_path), replace(world(), rng=random.Random(3)))
    with desk_at(tmp_path).open(readonly=True) as store:
        due = [state.due for _thing, state in store.watched()]
    assert len(set(due)) == 6
    assert all(5.3 < _hours(START, each) < 6.7 for each in due)


def test_a_proxy_that_was_set_is_never_passed_by(tmp_path: Path, site: Site) -> None:
    """The proxy is down: nothing is asked, and the failure says so."""
    watch(tmp_path, site.url("/news"))
    with desk_at(tmp_path).open() as store:
        set_how(store, proxy="socks5h://127.0.0.1:9")
        assert settings(store)["proxy"] == "socks5h://127.0.0.1:9"
        with pytest.raises(Usage):
            set_how(store, proxy="nonsense")
        with pytest.raises(Usage):
            set_how(store, agent="x\r\nCookie: y")
    once(desk_at(tmp_path), replace(world(), wire=None))
    assert site.asked == []
    assert str(met(tmp_path)["status"]).startswith("robots")


def test_without_a_test_wire_this_machine_is_not_reached(tmp_path: Path, site: Site) -> None:
    """What tests may reach, no setting lets a user reach: an address of this machine is refused."""
    site.pages["/"] = Page(b"secret")
    watch(tmp_path, f"http://127.0.0.1:{site.port}/")
    once(desk_at(tmp_path), replace(world(), wire=None))
    assert site.asked == []
    assert texts(tmp_path) == {}


@pytest.mark.parametrize(
    ("given", "kind"),
    [("https://t.me/kelmpost", "channel"), ("no/such/folder", ""), ("https://a.example/", "folder")],
)
def test_what_cannot_be_watched_is_said(given: str, kind: str) -> None:
    """With the next step."""
    with pytest.raises(Usage):
        thing(given, kind=kind, now=START)
