"""What the pages show: three clicks to the exact words, questions answered once, corrections that hold."""

from __future__ import annotations

import json
import random
import re
import string
from html import unescape
from urllib.parse import quote

import pytest
from tests.web.desk import PAPERS, PAYLOADS, Client

from muster.store.browse import NOUNS
from muster.web.lists import COLUMNS


def test_every_link_of_the_desk_opens(reading: Client) -> None:
    """From the first page on, everything that is linked answers, and no page is heavier than 150 KB."""
    todo, seen, heavy = ["/"], {"/"}, []
    while todo and len(seen) < 400:
        path = todo.pop(0)
        answer = reading.get(path)
        assert answer.status in (200, 303), (path, answer.status, answer.body[-400:])
        heavy += [path] if len(answer.body.encode()) > 150_000 else []
        for link in answer.links:
            link = link.partition("#")[0]
            link = path.partition("?")[0] + link if link.startswith("?") else link
            assert link.startswith("/") or not link, link
            if link and link not in seen:
                seen.add(link)
                todo.append(link)
    assert len(seen) > 60 and heavy == []


def test_three_clicks_from_a_number_to_its_characters(reading: Client) -> None:
    """Today → number → the place in the text, where exactly the words of the figure are marked."""
    number = next(h for h in reading.get("/").links if h.startswith("/number/"))
    page = reading.get(number)
    assert "men who refused" in page.body and "<svg" in page.body
    written = re.search(r'href="(/at/quantity-[0-9a-f]+)">“([^<]+)”', page.body)
    assert written
    there = reading.get(written[1]).headers["location"]
    shown = reading.get(there.partition("#")[0]).body
    marked = re.search(r'<a class="at" id="here"></a><mark class="[^"]*focus[^"]*">([^<]+)</mark>', shown)
    assert marked and marked[1] == written[2]


def test_an_origin_folds_its_copies(reading: Client) -> None:
    """What a copy repeats stands under the origin, folded, and each claim leads to its characters."""
    origins = json.loads(reading.get("/origins.json").body)["rows"]
    pages = [reading.get(f"/origin/{o['id']}").body for o in origins]
    assert any("In copies, folded here:" in body for body in pages)
    assert all("/document/doc-" in body for body in pages)


@pytest.mark.parametrize("noun", NOUNS)
def test_each_list_has_its_data_behind_it(reading: Client, noun: str) -> None:
    """Page, JSON and CSV of a list show the same rows; a window is a part of the whole."""
    whole = json.loads(reading.get(f"/{noun}.json?limit=1000").body)
    assert whole["total"] == len(whole["rows"])
    part = json.loads(reading.get(f"/{noun}.json?limit=2&offset=1").body)["rows"]
    assert part == whole["rows"][1:3]
    lines = reading.get(f"/{noun}.csv?limit=1000").body.splitlines()
    assert len(lines) >= len(whole["rows"])
    assert set(COLUMNS[noun]) - {"figure", "speaker"} <= set(whole["rows"][0]) if whole["rows"] else True


def test_a_kept_question_is_called_as_its_team_calls_it(desk: Client) -> None:
    """In the language of the desk, on the first page, in the list, and above its number."""
    desk.post("/settings", language="ru")
    kept = next(link for link in desk.get("/").links if link.startswith("/number/"))
    for path in ("/", "/estimates", kept):
        assert "тказавшиеся" in desk.get(path).body and "men who refused" not in desk.get(path).body


def test_a_hit_says_in_which_text_it_stands(reading: Client) -> None:
    """By its title, with whole words around it; copies are listed by title and outlet, not by file."""
    found = json.loads(reading.get("/search.json?q=brigade").body)
    hit = next(h for h in found if h["address"] == "harbour.html")
    page = reading.get("/search?q=brigade").body
    assert hit["title"] == "Men refuse, Harbour Gazette" and hit["title"] in page
    whole = set(re.findall(r"[\w’]+", PAPERS["harbour.html"]))
    assert set(re.findall(r"[\w’]+", hit["before"] + hit["words"] + hit["after"])) <= whole
    copies = reading.get("/copies").body
    assert "Men refuse, Port Courier" in copies and "copy.html" not in copies


def test_nothing_in_a_document_is_obeyed(reading: Client) -> None:
    """On every page, sixteen payloads stand as their characters; no element of theirs is in the page."""
    documents = json.loads(reading.get("/documents.json?limit=1000").body)["rows"]
    hostile = next(d["id"] for d in documents if d["address"] == "hostile.txt")
    body = reading.get(f"/document/{hostile}").body
    plain = unescape(re.sub(r"<[^>]+>", "", body))
    assert all(payload in plain for payload in PAYLOADS)
    for path in (
        f"/document/{hostile}",
        "/claims",
        "/documents",
        "/search?q=owned",
        "/",
        "/review",
        f"/why/{hostile}",
    ):
        page = reading.get(path).body
        assert page.count("<script") == 1 and not re.search(
            r"<(iframe|img|base|meta http|link rel=style(?!sheet))", page
        )
        assert " onerror=" not in re.sub(r">[^<]*<", "><", page)
        assert "javascript:" not in " ".join(reading.get(path).links)
    asked = reading.get("/search?q=" + quote('"><script>document.title=1</script>')).body
    assert "<script>document" not in asked


def test_what_nobody_read_does_not_look_empty(reading: Client) -> None:
    """A stretch in a language that the reader does not know is told and marked, a text it knows is not."""
    documents = json.loads(reading.get("/documents.json?limit=1000").body)["rows"]
    pages = {d["address"]: reading.get(f"/document/{d['id']}").body for d in documents}
    told = "that nothing was found there says nothing"
    assert told in pages["hostile.txt"] and 'class="unread"' in pages["hostile.txt"]
    assert told not in pages["ministry.txt"] and 'class="unread"' not in pages["ministry.txt"]


def test_a_long_text_is_shown_in_parts(reading: Client) -> None:
    """What stands after 50,000 characters is found and marked; a line of 150,000 is cut into pieces."""
    rows = json.loads(reading.get("/quantities.json?limit=1000").body)["rows"]
    late = next(r["id"] for r in rows if r["words"] == "16" and r["address"] == "many.txt")
    there = reading.get(f"/at/{late}").headers["location"]
    page = reading.get(there.partition("#")[0]).body
    assert re.search(r'id="here"></a><mark class="[^"]*focus[^"]*">16</mark>', page)

    found = json.loads(reading.get("/documents.json?limit=1000").body)["rows"]
    long = next(d["id"] for d in found if d["address"] == "long.txt")
    path, parts = f"/document/{long}", 0
    while path:
        body = reading.get(path).body
        parts += 1
        assert len(body) < 150_000
        path = next((f"/document/{long}{h}" for h in re.findall(r'rel="next" href="([^"]+)"', body)), "")
    assert parts > 4 and "The end." in body


def _card(client: Client, at: int = 0) -> tuple[str, str]:
    body = client.get(f"/review?at={at}").body
    found = re.search(r'name="question" value="([^"]+)"', body)
    assert found, body[-600:]
    return found[1], body


def test_a_question_is_answered_once_and_undone(desk: Client) -> None:
    """An answer is kept, from a second tab it is not taken twice, and undoing asks again."""
    before = json.loads(desk.get("/review.json").body)
    id, _ = _card(desk)
    assert desk.post("/review/answer", question=id, key="n").status == 303
    after = json.loads(desk.get("/review.json").body)
    assert [q["id"] for q in after] == [q["id"] for q in before if q["id"] != id]
    second = desk.post("/review/answer", question=id, key="y")
    assert second.headers["location"].endswith("said=decided")
    made = [d for d in json.loads(desk.get("/decided.json").body) if d["field"] != "question"]
    assert [(d["verdict"], d["by"]) for d in made] == [("different", "anna")]
    assert desk.post("/review/undo").status == 303
    assert json.loads(desk.get("/review.json").body) == before
    assert desk.post("/review/undo").headers["location"].endswith("said=nothing")


def test_what_the_desk_remembers_is_what_the_project_says(desk: Client) -> None:
    """After twenty answers and undoings, the queue kept in memory equals one worked out anew."""
    for step in range(20):
        waiting = json.loads(desk.get("/review.json").body)
        if step % 3 == 2 or not waiting:
            desk.post("/review/undo")
        else:
            desk.post("/review/answer", question=waiting[step % len(waiting)]["id"], key="nuy"[step % 3])
    remembered = json.loads(desk.get("/review.json").body)
    # A judgement of another kind empties the server's memory.
    path, words = f"/document/{_any_document(desk)}/correct", _words(desk, 0, 3)
    assert desk.post(path, field="missed", verdict="x", start="0", stop="3", words=words).status == 303
    assert json.loads(desk.get("/review.json").body) == remembered


def _any_document(client: Client) -> str:
    rows = json.loads(client.get("/documents.json").body)["rows"]
    return str(next(r["id"] for r in rows if r["address"] == "emoji.txt"))


def _words(client: Client, start: int, stop: int) -> str:
    return str(json.loads(client.get(f"/document/{_any_document(client)}.json").body)["body"][start:stop])


def test_a_correction_holds_on_to_exact_characters(desk: Client) -> None:
    """Characters after an emoji are anchored where they stand; words from elsewhere are refused."""
    document = _any_document(desk)
    body = json.loads(desk.get(f"/document/{document}.json").body)["body"]
    start = body.index("Oren Talvik")
    good = desk.post(f"/document/{document}/correct", field="missed", verdict="the lawyer", start=str(start),
                     stop=str(start + 11), words="Oren Talvik")  # fmt: skip
    assert good.status == 303
    # What a page that counts UTF-16 units would send for the same words: one further on.
    bad = desk.post(f"/document/{document}/correct", field="missed", verdict="x", start=str(start + 1),
                    stop=str(start + 12), words="Oren Talvik")  # fmt: skip
    assert bad.status == 400 and "do not stand at this place" in bad.body
    assert "missed = the lawyer: “Oren Talvik”" in desk.get(f"/document/{document}").body
    claim = json.loads(desk.get("/claims.json").body)["rows"][0]
    assert desk.post(f"/document/{claim['document']}/correct", record=claim["id"], field="speaker",
                     verdict="somebody else").status == 303  # fmt: skip
    made = {d["field"]: d["verdict"] for d in json.loads(desk.get("/decided.json").body)}
    assert made["missed"] == "the lawyer" and made["speaker"] == "somebody else"


def test_a_claim_shows_why_it_has_its_basis_and_a_person_corrects_it(desk: Client) -> None:
    """Beside each claim stands the reason, in the desk's language; another basis is kept with its why."""
    document = _any_document(desk)
    found = json.loads(desk.get(f"/document/{document}.json").body)["findings"]
    claim = next(f for f in found if f["layer"] == "claim" and f["basis"] == "own-caseload")
    assert claim["because"].startswith("the speaker helps, defends or takes cases in: “")
    desk.post("/settings", language="uk")
    shown = desk.get(f"/document/{document}").body
    assert "той, хто говорить, допомагає, захищає чи приймає звернення: «" in shown
    desk.post("/settings", language="en")
    chain = desk.get(f"/why/{claim['id']}").body
    assert "how it is known: own-caseload – the speaker helps, defends or takes cases in" in chain
    page = f"/document/{document}/correct"
    refused = desk.post(page, record=claim["id"], field="basis", verdict="hunch")
    assert refused.status == 400 and "a claim&#39;s basis is one of first-hand" in refused.body
    kept = desk.post(
        page, record=claim["id"], field="basis", verdict="second-hand", note="read from a letter"
    )
    assert kept.status == 303
    made = next(d for d in json.loads(desk.get("/decided.json").body) if d["field"] == "basis")
    assert (made["verdict"], made["note"]) == ("second-hand", "read from a letter")
    assert "basis: second-hand – anna" in desk.get(f"/document/{document}").body
    assert "basis = second-hand (read from a letter)" in desk.get(f"/why/{made['id']}").body
    desk.post("/decided/withdraw", judgement=made["id"])
    assert "basis: second-hand – anna" not in desk.get(f"/document/{document}").body


def test_any_decision_can_be_withdrawn_later(desk: Client) -> None:
    """The list of decisions has a way back for each that stands."""
    id, _ = _card(desk)
    desk.post("/review/answer", question=id, key="u")
    made = next(d["id"] for d in json.loads(desk.get("/decided.json").body) if d["verdict"] == "unsure")
    assert desk.post("/decided/withdraw", judgement=made).status == 303
    assert id in {q["id"] for q in json.loads(desk.get("/review.json").body)}
    assert desk.post("/decided/withdraw", judgement=made).status == 404


def test_no_route_breaks_on_what_it_is_given(reading: Client) -> None:
    """Six hundred made-up addresses, numbers and words: answers and refusals, never a fault."""
    dice = random.Random(8)
    letters = string.printable + "«»😀\u202eй%\x00/.."
    known = (
        "/ /review /review.json /search /search.csv /decided /claims /claims.json /at/ /document/ /number/"
    )
    known += " /origin/ /why/ /copy/ /static/ /enter /documents.csv"
    for _ in range(600):
        noise = "".join(dice.choice(letters) for _ in range(dice.randrange(12)))
        path = dice.choice(known.split()) + quote(noise, safe=dice.choice(("", "/.")))
        name = dice.choice(("at", "from", "offset", "limit", "q", "field", "latin", "token", "x"))
        value = dice.choice((noise, "-1", "99999999999999", "1e9", "٣", "0", "\x00", "a" * 3000))
        answer = reading.get(f"{path}?{name}={quote(value)}")
        assert answer.status in (200, 303, 400, 403, 404), (path, name, value, answer.status)
        assert "Traceback" not in answer.body
