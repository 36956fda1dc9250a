"""A found name that is none is struck out on its page or in the text, and taken back."""

from __future__ import annotations

import json
import re

from tests.web.desk import Client


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
