"""Who gets in, and what every answer forbids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.web.desk import Client, served

from muster.web.gate import OPEN


def test_two_addresses_answer_without_a_session_and_no_third(reading: Client) -> None:
    """Every route but the two of the list of exceptions is refused to whoever has no session."""
    assert OPEN == ("/enter", "/static/desk.css")
    for path in (
        "/",
        "/claims",
        "/claims.json",
        "/review",
        "/number/x",
        "/static/desk.js",
        "/nothing",
        "/leave",
    ):
        assert reading.get(path, Cookie=None).status == 403, path
    assert reading.get("/static/desk.css", Cookie=None).status == 200
    assert reading.get("/enter", Cookie=None).status == 403
    closed = reading.get("/claims.json", Cookie=None).body
    assert "desk.db" not in closed and "/claims" not in closed and "<title>Not this way" in closed


def test_a_token_holds_once(reading: Client) -> None:
    """The address that opened the desk opens it no second time, and a new one ends the one before."""
    first = reading.sessions.invite().partition("token=")[2]
    second = reading.sessions.invite().partition("token=")[2]
    assert reading.get(f"/enter?token={first}", Cookie=None).status == 403
    assert reading.get(f"/enter?token={second}", Cookie=None).status == 303
    assert reading.get(f"/enter?token={second}", Cookie=None).status == 403
    assert reading.get("/enter?token=", Cookie=None).status == 403


def test_another_host_or_page_gets_nothing(reading: Client) -> None:
    """A name made to point here, another page's script and another page's link are refused with a session."""
    assert reading.get("/claims").status == 200
    own = f"http://127.0.0.1:{reading.port}"
    for headers in (
        {"Host": "muster.invalid"}, {"Host": f"localhost:{reading.port}"}, {"Host": "127.0.0.1:1"},
        {"Host": None},
        {"Origin": "http://muster.invalid"}, {"Origin": "null"}, {"Origin": own + "0"},
        {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
    ):  # fmt: skip
        assert reading.get("/claims", **headers).status in (400, 403), headers
    assert reading.get("/claims", Origin=own, Sec_Fetch_Site="same-origin").status == 200


def test_a_form_needs_origin_and_secret(desk: Client) -> None:
    """Without the page's own secret, or from another origin, nothing is kept."""
    question = re.search(r'name="question" value="([^"]+)"', desk.get("/review").body)
    assert question
    fields = {"question": question[1], "key": "n", "by": "mallory"}
    assert desk.post("/review/answer", _forged="0" * 48, **fields).status == 403
    assert desk.post("/review/answer", _forged="", **fields).status == 403
    assert desk.post("/review/answer", _origin="http://muster.invalid", **fields).status == 403
    assert desk.post("/review/answer", _origin=None, **fields).status == 403
    assert "mallory" not in desk.get("/decided.json").body
    own = f"http://127.0.0.1:{desk.port}"
    assert [desk.get("/claims", method, Origin=own).status for method in ("PUT", "DELETE", "TRACE")] == [
        405
    ] * 3


def test_a_huge_form_is_refused(desk: Client) -> None:
    """A body larger than any form of the desk is not read to its end."""
    assert desk.post("/settings", by="x" * 70_000).status == 413


def test_every_answer_is_strict(reading: Client) -> None:
    """Pages, refusals, data and files forbid scripts of others, frames, caches and referrers."""
    for path in ("/", "/nothing", "/claims.json", "/static/desk.js", "/enter"):
        for cookie in (reading.cookie, None):
            sent = reading.get(path, Cookie=cookie).headers
            policy = sent["content-security-policy"]
            assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
            assert "frame-ancestors 'none'" in policy and "trusted-types 'none'" in policy
            assert sent["cache-control"] == "no-store" and sent["referrer-policy"] == "same-origin"
            assert sent["x-content-type-options"] == "nosniff" and "server" not in sent
    cookie = reading.get(f"/enter?token={reading.sessions.invite().partition('token=')[2]}", Cookie=None)
    assert "HttpOnly" in cookie.headers["set-cookie"] and "SameSite=strict" in cookie.headers["set-cookie"]


def test_no_way_leads_elsewhere(desk: Client) -> None:
    """Neither the way in nor a form sends the browser to another site."""
    for to in (
        "//muster.invalid",
        "http://muster.invalid",
        "/\\muster.invalid",
        "javascript:1",
        "/a\r\nX: 1",
        "",
    ):
        token = desk.sessions.invite().partition("token=")[2]
        sent = desk.get(
            "/enter?token=" + token + "&to=" + to.replace("\r\n", "%0d%0a").replace(" ", "%20"), Cookie=None
        )
        assert sent.headers["location"] == "/", to
        assert desk.post("/settings", back=to).headers["location"] == "/", to
    assert desk.post("/settings", back="/claims?offset=3").headers["location"] == "/claims?offset=3"


def test_an_idle_desk_locks_and_tells_a_new_address(built: Path) -> None:
    """After the time that was set nothing is answered, and the terminal shows the next way in."""
    with served(built / "desk.db", built / "key", idle=0.0) as client:
        client.enter()
        told = len(client.told)
        assert client.get("/claims").status == 403
        assert len(client.told) == told + 1


def test_locking_ends_the_session(desk: Client) -> None:
    """Whoever has the cookie has nothing after the desk was locked."""
    told = len(desk.told)
    assert desk.post("/leave").status == 200
    assert desk.get("/claims").status == 403 and len(desk.told) == told + 1


@pytest.mark.parametrize("twice", ["Host", "Origin", "Cookie"])
def test_a_header_that_stands_twice_equals_nothing(reading: Client, twice: str) -> None:
    """Two hosts, origins or cookies in one request do not pass as one of them."""
    own = {"Host": f"127.0.0.1:{reading.port}", "Origin": f"http://127.0.0.1:{reading.port}", "Cookie": "a=b"}
    other = {twice.upper(): own[twice]}
    status = reading.get("/claims", **{twice: own[twice]}, **other).status
    assert status in (400, 403)
