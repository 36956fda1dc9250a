"""Telegram exports and lists of posts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from muster.collect.messages import repaired
from muster.collect.slices import Cut, Found, scan
from muster.model.evidence import Taken


def message(number: int, text: str = "Семеро ушли.", **more: Any) -> dict[str, Any]:
    entities = [{"type": "plain", "text": text}]
    return {
        "id": number, "type": "message", "date": "2022-06-03T13:00:00", "date_unixtime": "1654250400",
        "from": "Озёрные новости", "from_id": "channel1", "text": text, "text_entities": entities, **more,
    }  # fmt: skip


def chat(
    *messages: dict[str, Any], name: str = "Озёрные новости", kind: str = "public_channel", number: int = 77
) -> dict[str, Any]:
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def write(path: Path, data: Any) -> bytes:
    raw = json.dumps(data, ensure_ascii=False, indent=1).replace("\\u000b", "\\x0B").encode()
    path.write_bytes(raw)
    return raw


def test_one_chat(tmp_path: Path, take: Any) -> None:
    """A message has its number, its moment in UTC, its channel, and the exact bytes of its object."""
    raw = write(tmp_path / "result.json", chat(message(5), message(6, forwarded_from="Другой канал")))
    found = take(tmp_path)
    first, second = found.taken["result.json#5"], found.taken["result.json#6"]
    assert first.document.published == "2022-06-03T10:00:00+00:00"
    assert (first.source.name, first.source.kind, first.source.protected) == (
        "Озёрные новости",
        "channel",
        False,
    )
    assert second.document.forwarded_from == "Другой канал"
    assert first.original in raw
    assert json.loads(first.original)["id"] == 5


def test_text_from_entities(tmp_path: Path, take: Any) -> None:
    """The words are rebuilt from the entities, whatever mixture ``text`` is."""
    mixed = message(1, text_entities=[{"type": "plain", "text": "Их "}, {"type": "bold", "text": "семеро"}])
    mixed["text"] = ["Их ", {"type": "bold", "text": "семеро"}]
    bare = {**mixed, "id": 2}
    del bare["text_entities"]
    write(tmp_path / "result.json", chat(mixed, bare))
    found = take(tmp_path)
    assert found.body("result.json#1") == found.body("result.json#2") == "Их семеро"


def test_exporters_escape_is_mended(tmp_path: Path, take: Any) -> None:
    r"""``\x0B``, which is no JSON, is mended in reading; the kept bytes stay as they were."""
    write(tmp_path / "result.json", chat(message(1, "Одна строка\x0bдругая")))
    found = take(tmp_path)
    assert found.body("result.json#1") == "Одна строка\x0bдругая"
    assert b"\\x0B" in found.taken["result.json#1"].original


def test_escaped_backslash_is_not_mended() -> None:
    r"""A backslash that is itself escaped before ``x0B`` is left alone."""
    assert repaired(rb'{"a": "C:\\x0B \x0B"}') == {"a": "C:\\x0B \x0b"}


def test_what_comes_with_a_message(tmp_path: Path, take: Any) -> None:
    """Edits, media that were not exported and polls are said; a deleted account is nobody."""
    absent = "(File not included. Change data exporting settings to download.)"
    gone = message(1, "Фото с места.", photo=absent, edited_unixtime="1654250500")
    gone["from"] = None
    poll = message(2, "", poll={"question": "Кто ушёл?", "answers": []})
    write(tmp_path / "result.json", chat(gone, poll))
    found = take(tmp_path)
    assert "photo, which is not in the export" in found.losses("result.json#1")
    assert "edited on 2022-06-03T10:01:40+00:00" in found.losses("result.json#1")
    assert found.taken["result.json#1"].document.author is None
    assert found.body("result.json#2") == "Кто ушёл?"


def test_service_messages_are_counted(tmp_path: Path, take: Any) -> None:
    """Notices of joining and pinning are no documents; their number is said once."""
    service = {"id": 1, "type": "service", "action": "pin_message", "text": ""}
    write(tmp_path / "result.json", chat(service, {**service, "id": 2}, message(3), message(4, "")))
    found = take(tmp_path)
    assert list(found.taken) == ["result.json#3"]
    assert found.aside["result.json#service"].detail.startswith("2 notices")
    assert found.aside["result.json#4"].reason == "no text"


def account() -> dict[str, Any]:
    private = chat(message(1, "Приватное слово"), name="Alma Reed", kind="personal_chat", number=5)
    return {
        "about": "…",
        "personal_information": {"phone_number": "+000 555 01", "first_name": "Zoe"},
        "contacts": {"list": [{"first_name": "Contactname", "phone_number": "+000 555 02"}]},
        "sessions": {"list": [{"last_ip": "192.0.2.7"}]},
        "chats": {"about": "…", "list": [chat(message(1)), private]},
        "left_chats": {
            "list": [chat(message(9, "Покинутое"), name="Left group", kind="private_group", number=9)]
        },
    }


def test_account_without_choice(tmp_path: Path, take: Any) -> None:
    """From a whole account nothing is taken unasked; channels are offered by name, people are not."""
    write(tmp_path / "result.json", account())
    found = take(tmp_path)
    assert not found.taken
    detail = found.aside["result.json"].detail
    assert "«Озёрные новости» (77)" in detail
    assert "1 private chat" in detail
    assert not any(word in detail for word in ("Alma", "Zoe", "Contactname", "555", "192.0.2.7"))


def test_account_with_choice(tmp_path: Path, take: Any) -> None:
    """Only chosen chats are taken, and nothing else of the account is in any item."""
    write(tmp_path / "result.json", account())
    found = take(tmp_path, chats=("Озёрные новости",))
    assert list(found.taken) == ["result.json#77/1"]
    everything = repr(found.items)
    assert not any(
        word in everything for word in ("Alma", "Zoe", "Contactname", "555", "192.0.2.7", "Покинутое")
    )
    assert found.aside["result.json#account"].reason == "not chosen"


def test_choice_is_looked_at_again(tmp_path: Path, take: Any) -> None:
    """An account set aside for want of a choice is opened again once chats are chosen."""
    write(tmp_path / "result.json", account())
    first = take(tmp_path)
    again = take(tmp_path, seen=first.seen, chats=("5",))
    (item,) = again.taken.values()
    assert item.source.protected
    assert (item.source.name, item.document.author) == ("private chat 5", None)


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_half_an_export(tmp_path: Path, take: Any, cut: int) -> None:
    """Of a file cut off in the middle the messages before the break are kept, and the rest is said."""
    raw = write(tmp_path / "result.json", chat(*(message(n) for n in range(1, 6))))
    (tmp_path / "result.json").write_bytes(raw[:-cut])
    found = take(tmp_path)
    assert len(found.taken) in (4, 5)
    assert found.aside["result.json"].reason == "cut off"
    assert f"the {len(found.taken)} messages before" in found.aside["result.json"].detail


def test_one_broken_message(tmp_path: Path, take: Any) -> None:
    """One message that is no JSON is set aside by itself."""
    raw = write(tmp_path / "result.json", chat(message(1), message(2), message(3)))
    (tmp_path / "result.json").write_bytes(raw.replace(b'"id": 2,', b'"id": oops,'))
    found = take(tmp_path)
    assert list(found.taken) == ["result.json#1", "result.json#3"]
    assert [item.reason for item in found.aside.values()] == ["unreadable"]


def test_posts(tmp_path: Path, take: Any) -> None:
    """A plain list of posts is taken post by post; missing fields are tolerated."""
    posts = [
        {
            "message_id": 7,
            "text": "Двенадцать ушли.",
            "date": "2022-06-03T10:00:00+00:00",
            "channel": "Озеро",
        },
        {"text": "Без номера.", "channel": "Озеро"},
        {"message_id": 7, "text": "Тот же номер.", "date": "потом"},
        {"message_id": 9, "text": ""},
    ]
    write(tmp_path / "posts.json", posts)
    found = take(tmp_path)
    assert list(found.taken) == ["posts.json#7", "posts.json#n2", "posts.json#7~2"]
    assert found.taken["posts.json#7"].source.kind == "channel"
    assert found.taken["posts.json#7~2"].document.published is None
    assert found.aside["posts.json#9"].reason == "no text"


def test_json_lines(tmp_path: Path, take: Any) -> None:
    """One post a line is a list of posts too."""
    lines = [json.dumps({"id": n, "text": f"Post {n}."}) for n in range(3)]
    (tmp_path / "posts.jsonl").write_text("\n".join(lines))
    assert len(take(tmp_path).taken) == 3


def test_lone_surrogates(tmp_path: Path, take: Any) -> None:
    """Half an emoji is shown as U+FFFD and counted; it does not reach the project file."""
    (tmp_path / "posts.json").write_text('[{"id": 1, "text": "Ушли \\ud83d все."}]')
    found = take(tmp_path)
    assert found.body("posts.json#1") == "Ушли \ufffd все."
    assert "1 character of no Unicode" in found.losses("posts.json#1")


def test_other_json(tmp_path: Path, take: Any) -> None:
    """JSON of another structure is set aside; a text that begins with a bracket is a text."""
    (tmp_path / "a.json").write_text('{"a": [1, 2]}')
    (tmp_path / "b.txt").write_text("[1] He said so.\n[2] She did not.")
    (tmp_path / "c.txt").write_text('["What now?"] asked the lawyer, and twelve men left.')
    found = take(tmp_path)
    assert found.aside["a.json"].reason == "unknown structure"
    assert set(found.taken) == {"b.txt", "c.txt"}


@pytest.mark.parametrize("raw", [b'{"a": "\\', b'{"a": "' + b'\\"' * 200_000, b"[" * 100_000, b'"' * 300_000])
def test_scanning_is_linear(raw: bytes) -> None:
    """Unclosed strings and brackets end the scan at once, whatever their number."""
    with pytest.raises((Cut, RecursionError)):
        list(scan(raw))
        raise Cut(0)


def test_scan_finds_exact_slices() -> None:
    """The slices of a scan are the objects themselves, brackets within strings notwithstanding."""
    raw = b'{"name": "}{", "messages": [{"a": "]}"}, {"b": {"c": []}}]}'
    inner = [raw[f.start : f.stop] for f in scan(raw) if isinstance(f, Found) and f.path == ("messages", "")]
    assert inner == [b'{"a": "]}"}', b'{"b": {"c": []}}']


@pytest.mark.shared
def test_all_posts(shared: Path, take: Any) -> None:
    """Every one of the 22,099 posts is a document with a text, a day and a channel."""
    found = take(shared / "data" / "telegram" / "posts")
    taken = [item for item in found.items if isinstance(item, Taken)]
    assert len(taken) == 22_099
    assert not found.aside
    assert len({item.document.id for item in taken}) == 22_099
    assert len({item.source.id for item in taken}) == 24
    assert all(item.text and item.document.published and item.text.body for item in taken)
