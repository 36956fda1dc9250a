"""Every route of the desk, from its own table, under made-up addresses and forms: answers, never a fault."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.desk import PAYLOADS, Client

_ODD = ["0", "-1", "1e9", "99999999999999999999", "٣", "2031-02-30", "..", "%00", "\x00", "a" * 3000]
_NOISE = st.one_of(st.text(max_size=30), st.sampled_from(PAYLOADS), st.sampled_from(_ODD))
# What real pages send, so that the depths behind a name are reached too.
_NAMES = """
at from offset limit q field latin level pack deed status beside fact by of lang agreed open kind on value
who ground words proof due answers fact_is client people since region alias checked finding reason account
question key record verdict start stop judgement name back language docx date text changed title unit place
counting counted about never to words author chance rests_on called came meaning more
"""
_FIELDS = st.dictionaries(st.one_of(st.sampled_from(_NAMES.split()), st.text(max_size=8)), _NOISE, max_size=6)
_FEW = settings(max_examples=6, derandomize=True, suppress_health_check=list(HealthCheck))
_ANSWERS = (200, 303, 400, 403, 404, 405, 409, 413, 423)
_NOT_NOW = ("/leave", "/vault/lock", "/enter")


@pytest.fixture
def known(office: Client) -> list[str]:
    """Names that the routes know: a case, forms and kinds, a record of each list."""
    case = office.post("/cases/new", client="self", by="lawyer-2").headers["location"].rpartition("/")[2]
    nouns = ("documents", "claims", "origins", "copies", "estimates")
    rows = [json.loads(office.get(f"/{n}.json?limit=1").body)["rows"] for n in nouns]
    return [case, "json", "csv", "refusal", *nouns, *(r[0]["id"] for r in rows if r)]


def test_no_route_breaks(office: Client, known: list[str]) -> None:
    """GET and POST of every route with known and unknown names, queries and forms."""
    part = st.one_of(st.sampled_from(known), st.text(min_size=1, max_size=12), st.sampled_from(PAYLOADS))
    form, tried = office.form, 0
    for route in office.routes:
        for method in sorted((route.methods or set()) & {"GET", "POST"}):
            if route.path not in _NOT_NOW:
                tried += _asked(office, route.path, method, form, part)
    assert tried > 200


def _asked(client: Client, path: str, method: str, form: str, part: st.SearchStrategy[str]) -> int:
    tried = 0

    @_FEW
    @given(parts=st.lists(part, min_size=3, max_size=3), fields=_FIELDS)
    def once(parts: list[str], fields: dict[str, str]) -> None:
        nonlocal tried
        tried += 1
        where = _filled(path, parts)
        sent = "&".join(f"{_safe(k)}={_safe(v)}" for k, v in fields.items())
        if method == "GET":
            answer = client.get(f"{where}?{sent}")
        else:
            own = f"http://127.0.0.1:{client.port}"
            answer = client.get(where, "POST", f"{sent}&form={form}", Origin=own)
        assert answer.status in _ANSWERS, (method, where, fields, answer.status)
        if answer.headers.get("content-type", "").startswith("text/html"):
            assert answer.body.count("<script") == 1 and "Traceback" not in answer.body

    once()
    return tried


def _filled(path: str, parts: list[str]) -> str:
    """The address of a route with these in place of its names."""
    for part in parts:
        before, _, rest = path.partition("{")
        if rest:
            path = before + _safe(part) + rest.partition("}")[2]
    return path


def _safe(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
