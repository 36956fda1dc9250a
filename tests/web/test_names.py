"""A found name that is none is struck out on its page or in the text, and taken back."""

from __future__ import annotations

import json
import re

from tests.web.desk import NOW, Client

from muster.workflows.relations import take_relations


def test_a_name_is_struck_out_on_its_page(desk: Client) -> None:
    """With who, when and why; the list shows it as gone at once, and the way back is there for ever."""
    row = next(r for r in json.loads(desk.get("/entities.json?limit=200").body)["rows"]
               if r["type"] == "person" and not r["protected"])  # fmt: skip
    page = desk.get(f"/name/{row['id']}")
    assert page.status == 200 and "--field name --verdict rejected" in page.body
    kept = desk.post("/struck/strike", record=row["id"], reason="a street of Kemsk", by="anna")
    shown = desk.get(kept.headers["location"]).body
    assert "a street of Kemsk" in shown and "muster link" in shown
    again = json.loads(desk.get("/entities.json?limit=200").body)["rows"]
    assert next(r for r in again if r["id"] == row["id"])["struck"]
    for id in re.findall(r'name="judgement" value="(judgement-[0-9a-f]+)"', shown):
        desk.post("/decided/withdraw", judgement=id)
    assert "a street" not in desk.get("/struck").body
    assert not json.loads(desk.get("/struck.json").body)


def test_a_found_name_is_struck_out_in_the_text(desk: Client) -> None:
    """The finding stays in the margin, said to be none; the text no longer marks it."""
    document = json.loads(desk.get("/documents.json").body)["rows"][0]["id"]
    shown = desk.get(f"/document/{document}").body
    record = re.search(r'action="/struck/strike".*?name="record" value="(mention-[0-9a-f]+)"', shown, re.S)
    assert record is not None
    back = desk.post("/struck/strike", record=record[1], back=f"/document/{document}?at={record[1]}")
    assert back.headers["location"] == f"/document/{document}?at={record[1]}"
    after = desk.get(f"/document/{document}").body
    assert "no name, as a person decided" in after
    assert desk.post("/struck/strike", record=record[1], back="//elsewhere").headers["location"] == "/"


def test_what_is_not_there_is_refused(desk: Client) -> None:
    """A form without a name of its own, or a wrong spelling, keeps nothing."""
    assert desk.post("/struck/strike", record="doc-000000").status in (400, 404)
    row = json.loads(desk.get("/entities.json").body)["rows"][0]
    assert desk.post("/struck/strike", record=row["id"], name="Nobody Such", by="anna").status == 404
    assert json.loads(desk.get("/struck.json").body) == []


def test_relationships_of_a_table_are_drawn(desk: Client) -> None:
    """The page says the command while there is none; then a drawing, a table, and each row's own text."""
    assert "muster relations take" in desk.get("/relations").body
    table = desk.project.parent / "ties.csv"
    table.write_text("from,to,relation,date\nOren Talvik,Marta Oslend,<b>kin</b>,2031-05-02\n", "utf-8")
    assert desk.office is not None
    with desk.office.writing() as store:
        take_relations(store, table, by="anna", note="", now=NOW)
    page = desk.get("/relations").body
    assert "&lt;b&gt;kin&lt;/b&gt;" in page and "<b>kin" not in page and '<svg class="network"' in page
    assert "2 May 2031" in page and "ties.csv#2" in page
    assert json.loads(desk.get("/relations.json").body)[0]["kind"] == "<b>kin</b>"


def test_a_speaker_is_pointed_at(desk: Client) -> None:
    """A claim is tied to the exact characters of a name in its text; what is no name there is refused."""
    claims = json.loads(desk.get("/claims.json?limit=200").body)["rows"]
    claim = next(c for c in claims if c["address"] == "emoji.txt")
    page = f"/document/{claim['document']}"
    name = re.search(r'data-record="(mention-[0-9a-f]+)" data-of="person"', desk.get(page).body)
    assert name is not None
    tied = desk.post(f"{page}/correct", record=claim["id"], points_at=name[1])
    assert tied.status == 303
    (made,) = json.loads(desk.get("/decided.json").body)[-1:]
    assert made["field"] == "speaker" and "Talvik" in made["verdict"]
    assert re.fullmatch(rf"{name[1]}, characters \d+ to \d+", made["note"])
    assert desk.post(f"{page}/correct", record=claim["id"], points_at=claim["id"]).status == 400
