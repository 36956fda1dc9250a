"""What a desk asks and foresees: questions of how many, numbers that moved, forecasts, words, deadlines."""

from __future__ import annotations

import json
import re

import pytest
from tests.web.desk import PAYLOADS, Client

from muster.count import question_from
from muster.web.aligned import aligned
from muster.web.asked import written
from muster.workflows.count import count
from muster.workflows.project import desk as desk_of

_FORM = {
    "name": "left", "title": "men who left", "unit": "people", "population": "men", "place": "the country",
    "counting": "cumulative", "from": "2031-03-01", "counted": "man, человек", "about": "leave, stay",
}  # fmt: skip


def _count(client: Client, at: str) -> None:
    state = client.project.parents[0] / "key"
    ours = desk_of(client.project, {"MUSTER_STATE": str(state), "MUSTER_NOW": at})
    with ours.open() as store:
        count(store, now=at)


def test_a_question_is_written_tried_kept_and_changed(desk: Client) -> None:
    """From fields to a file, to an answer with its words, to Today; asked otherwise, Today says so."""
    tried = desk.post("/asked/write", **_FORM)
    assert tried.status == 200 and "at least" in tried.body and "/at/quantity-" in tried.body
    assert "No question" not in tried.body and desk.get("/asked.json").body.count('"verdict"') == 1
    text = written(_FORM)
    assert desk.post("/asked/keep", text=text, by="anna").headers["location"] == "/asked?kept=yes"
    assert "not counted yet" in desk.get("/asked").body
    _count(desk, "2031-06-21T08:01:00+00:00")
    today = desk.get("/").body
    assert "men who left" in today and "Numbers that moved" not in today
    narrower = text.replace('"stay"', '"march"').replace("left", "gone")
    assert desk.post("/asked/keep", text=narrower, changed="left", by="anna").status == 303
    names = {row["subject"][0]["words"] for row in json.loads(desk.get("/asked.json").body)}
    assert names == {"refusals", "gone"}
    wider = text.replace('"leave", "stay"', '"refuse"')
    desk.post("/asked/end", name="gone", by="anna")
    desk.post("/asked/keep", text=wider, by="anna")
    _count(desk, "2031-06-21T08:02:00+00:00")
    desk.post("/asked/keep", text=text, by="anna")
    _count(desk, "2031-06-21T08:03:00+00:00")
    (moved,) = {row["question"] for row in json.loads(desk.get("/moves.json").body)}
    today = desk.get("/").body
    assert moved == "left" and "Numbers that moved" in today and "the question is asked otherwise" in today
    assert desk.get("/moves").status == 200 and "now carries the floor" in today


def test_what_is_no_question_is_refused_with_all_that_was_written(desk: Client) -> None:
    """No words to choose by, a day that is none, payloads: said above the file, nothing kept."""
    before = desk.get("/asked.json").body
    for wrong in ({"counted": "", "about": ""}, {"from": "2031-02-30"}, {"name": PAYLOADS[0]}):
        answer = desk.post("/asked/write", **{**_FORM, **wrong})
        assert answer.status == 409 and 'role="alert"' in answer.body, wrong
        assert "men who left" in answer.body and PAYLOADS[0] not in answer.body
    assert desk.post("/asked/keep", text="name = 1", by="anna").status == 409
    assert desk.get("/asked.json").body == before


@pytest.mark.parametrize(
    "odd", ['"]\nname = "x', "\\u0022", "\x07\u202e\U000e0001", "«О'Хара» 😀", *PAYLOADS]
)
def test_no_words_of_a_form_break_out_of_the_file(odd: str) -> None:
    """Quotes, escapes, control characters: the file reads back as the words that were given."""
    read = question_from(written({**_FORM, "title": f"men {odd}", "counted": "man"}))
    assert read.title["en"] == " ".join(f"men {odd}".split())
    assert (read.name, read.counted) == ("left", ("man",))


def test_a_forecast_is_said_comes_due_and_is_scored(desk: Client) -> None:
    """A chance in percent; on Today when its day has come, what came of it beside it; errors lose nothing."""
    wrong = desk.post("/memory/say", words="More will refuse", due="2031-06-20", chance="seventy", by="anna")
    assert wrong.status == 409 and "More will refuse" in wrong.body
    sent = desk.post("/memory/say", words="More will refuse", due="2031-06-20", chance="70 %", by="anna")
    assert sent.status == 303 and "More will refuse" in desk.get("/").body
    (row,) = json.loads(desk.get("/memory.json").body)
    assert (row["chance"], row["author"], row["due"]) == (0.7, "anna", "2031-06-20")
    assert 'action="/memory/score"' in desk.get("/memory").body
    assert desk.post("/memory/score", called=row["id"], came="perhaps", by="anna").status == 409
    assert desk.post("/memory/score", called=row["id"], came="yes", note="seen", by="anna").status == 303
    page = desk.get("/memory").body
    assert "<b>yes</b> – seen" in page and 'action="/memory/score"' not in page
    assert "More will refuse" not in desk.get("/").body


def test_words_and_experts_stand_beside_who_said_them(desk: Client) -> None:
    """A word in any form with its speakers; an expert's claims with role and interest."""
    assert desk.post("/memory/term", name="refuse", meaning="§ 332", more="r-1", by="lawyer-2").status == 303
    desk.post(
        "/memory/expert", name="Oren Talvik", meaning="lawyer", more="paid by both sides", by="lawyer-2"
    )
    assert "§ 332" in desk.get("/memory").body
    uses = json.loads(desk.get("/memory/words.json").body)
    assert any(use["speaker"] == "Oren Talvik" and use["claims"] for use in uses)
    said = desk.get("/memory/experts").body
    assert "paid by both" in said and "refused to go back" in said


def test_deadlines_are_on_today_while_the_vault_is_open(office: Client, reading: Client) -> None:
    """How many within a week and the next day, no case by its code; without a vault nothing is said."""
    case = office.post("/cases/new", client="self", by="lawyer-2").headers["location"]
    office.post(f"{case}/step", kind="refusal", on="2031-05-10", due="2031-06-23")
    today = office.get("/").body
    assert "Within a week: 1\u00a0deadline" in today and "23 June 2031" in today
    assert case.rpartition("/")[2] not in today
    assert "What is due" not in reading.get("/").body


def test_deadlines_say_how_to_see_them(locked: Client) -> None:
    """With a locked vault the page says what opens it."""
    assert "muster vault unlock" in locked.get("/").body


def test_two_names_word_beside_word() -> None:
    """Patronymics, declension, initials and forms of a name are told from what really differs."""

    def told(left: str, right: str) -> list[tuple[str, str, str]]:
        return [(p.part, p.how, p.base) for p in aligned(left, right)]

    assert told("Сидор Петрович Калинник", "Сидора Калинника") == [
        ("given name", "case", "Сидор"), ("patronymic", "alone", ""), ("surname", "case", "Калинник")
    ]  # fmt: skip
    assert told("Олена Яківна Марчук", "Елены Яковлевны Марчук") == [
        ("given name", "name", ""), ("patronymic", "father", ""), ("surname", "same", "")
    ]  # fmt: skip
    assert told("О. П. Сидорова", "Орест Павлович Сидоров") == [
        ("given name", "initial", ""), ("patronymic", "initial", ""), ("surname", "hers", "Сидоров")
    ]  # fmt: skip
    assert [how for _, how, _ in told("Oren Talvik", "Орен Тальвик")] == ["same", "same"]
    assert {how for _, how, _ in told("Marta Oslend", "Pavel Druzh")} == {"alone"}
    shown = aligned("<b>x</b> Talvik", "Talvik")
    assert "<b>x" not in str(shown[0].left)


def test_the_page_of_names_says_what_it_sees(queue: Client) -> None:
    """Below each pair of words stands in words how they go together; an address is no word of a name."""
    page = queue.get("/review?field=same-name").body
    assert 'class="how"' in page and "first name" in page
    # Each name stands among the words of a text, and its link leads to exactly these characters.
    stands = re.search(r'<div class="pair said-of">(.*?)</div>', page, re.S)
    assert stands is not None
    marked = re.findall(r'<mark class="focus">([^<]+)</mark>.*?<a href="([^"#]+)', stands[1], re.S)
    assert len(marked) == 2
    for name, way in marked:
        there = queue.get(way).body
        assert re.search(rf'<mark class="[^"]*focus[^"]*"[^>]*>{re.escape(name)}</mark>', there), way
