"""``muster intake`` as a desk uses it at night: sixty questions, one family, a leaflet, and no name
anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.protection.conftest import Desk, traces

ROOT = Path(__file__).parents[2]
DAY = {"MUSTER_NOW": "2031-05-02T08:00:00+00:00"}
INBOX = ROOT / "examples" / "demo" / "intakes" / "inbox.json"
# Invented; nothing of it may be found outside the vault.
NAMES = ("Тверозубов", "Tverozubov", "555-26-31", "5552631", "tverozub", "user700155")


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """An unlocked project."""
    desk.unlock()
    return desk


def chat(desk: Desk, *messages: dict[str, object], name: str = "chat.json") -> str:
    """A chat's export."""
    rows = [
        {"id": n, "type": "message", "date": "2031-05-01T09:00:00", **m} for n, m in enumerate(messages, 1)
    ]
    (desk.home / "papers" / name).write_text(json.dumps({"name": "desk", "messages": rows}), "utf-8")
    return f"papers/{name}"


def test_sixty_questions_of_the_demo_are_worked_through(open_desk: Desk) -> None:
    """Taken once, who is held stands first with the words that say so, answered ones leave the queue."""
    desk = open_desk
    told = desk.ok("intake", "take", INBOX, "--by", "desk-1")
    assert "60 taken in, 0 were here" in told
    assert "0 taken in, 60 were here" in desk.ok("intake", "take", INBOX, "--by", "desk-1")
    rows = desk.rows("intake", "list")
    order = ["detained", "withdrawal", "deadline", "threat", "letter", "question", "other"]
    places = [order.index(str(r["urgency"])) for r in rows]
    assert (len(rows), places) == (60, sorted(places))
    assert all(r["because"] for r in rows if r["urgency"] in ("detained", "deadline", "threat", "letter"))
    first = str(rows[0]["question"])
    desk.ok("intake", "answer", first, "--note", "told by telephone", "--by", "desk-1")
    assert first not in {r["question"] for r in desk.rows("intake", "list")}
    assert desk.rows("case", "list") == [], "a question is no case yet"
    done = desk.muster("intake", "topics", "--weeks", "500", "--json", MUSTER_NOW="2019-06-25T08:00:00+00:00")
    assert "asked most: " in done.stderr
    assert "hidden" in done.stdout
    assert any("names this day" in str(r["what"]) for r in desk.rows("case", "due"))
    desk.ok("check", "--sealed")


def test_two_relatives_are_found_and_no_name_is_kept(open_desk: Desk) -> None:
    """A mother in Russian, a brother in Latin letters: one family by the vault; masked in the sealed file."""
    desk = open_desk
    export = chat(
        desk,
        {"from_id": "user700155", "text": "Помогите. Захара Тверозубова заперли, телефон отобрали."},
        {
            "from": "x",
            "text": ["My brother ", {"type": "bold", "text": "Zakhar Tverozubov"}, " will not come back."],
        },
        {"text": "Как писать рапорт? +7 900 555-26-31"},
        {"text": "Мой номер 8 900 555 26 31, рапорт не берут."},
        {"type": "service", "text": "joined"},
    )
    assert "4 taken in" in desk.ok("intake", "take", export, "--by", "desk-1")
    rows = {str(r["asks"])[:6]: r for r in desk.rows("intake", "list")}
    assert len(rows) == 4
    held, brother = rows["Помоги"], rows["My [na"]
    assert (held["urgency"], held["family_perhaps"]) == ("detained", brother["question"])
    assert rows["Как пи"]["family_perhaps"] == rows["Мой но"]["question"]
    shown = desk.ok("intake", "show", str(held["question"]))
    assert "[name]" in shown
    assert "from: " in shown
    (desk.home / export).unlink()
    assert traces(desk.outside(), NAMES) == []
    assert not [n for n in NAMES if n in json.dumps(desk.rows("intake", "list", "--all"), ensure_ascii=False)]
    desk.ok(
        "intake",
        "link",
        str(held["question"]),
        str(brother["question"]),
        "--as",
        "different-family",
        "--by",
        "me",
    )
    assert [r["family_perhaps"] for r in desk.rows("intake", "list")].count("") == 2


def test_a_persons_word_holds_and_is_added(open_desk: Desk) -> None:
    """Urgency and topic put right: shown as a person's, the machine's stays in the history."""
    desk = open_desk
    desk.ok("intake", "take", chat(desk, {"text": "У нас тут тихо, никого не видно."}), "--by", "desk-1")
    (row,) = desk.rows("intake", "list")
    assert (row["urgency"], row["topic"], row["sorted_by"]) == ("question", "not sorted", "machine")
    code = str(row["question"])
    desk.ok("intake", "sort", code, "--urgency", "detained", "--topic", "locked room", "--by", "lawyer-2")
    (row,) = desk.rows("intake", "list")
    assert (row["urgency"], row["topic"], row["sorted_by"]) == ("detained", "locked room", "person")
    assert "urgency  question" in desk.ok("intake", "show", code)
    done = desk.muster("intake", "sort", code, "--by", "x")
    assert (done.returncode, "nothing is put right" in done.stderr) == (2, True)


def test_a_question_becomes_a_case_and_those_that_ask_alike_are_answered_at_once(open_desk: Desk) -> None:
    """The queue is read whole, empties, and a day that a person called none is due no more."""
    desk = open_desk
    asked = ("Сына заперли в подвале, что делать?", "Как писать рапорт?", "Рапорт от руки или печатать?",
             "Суд 14 мая, рапорт за мной?")  # fmt: skip
    rows = [{"id": n, "date": "2031-05-01T10:00:00+00:00", "text": text} for n, text in enumerate(asked)]
    (desk.home / "papers" / "night.json").write_text(json.dumps(rows), "utf-8")
    desk.ok("intake", "take", "papers/night.json", "--by", "desk-1")
    told = desk.ok("intake", "read")
    assert all(text in told for text in asked)
    held, court, *letters = (str(r["question"]) for r in desk.rows("intake", "list"))
    assert asked[0] in desk.ok("intake", "read", "--urgency", "detained")
    assert asked[1] not in desk.ok("intake", "read", "--urgency", "detained")

    code = desk.ok("case", "new", "--from", held, "--for", "relative", "--by", "lawyer-2").strip()
    (link,) = [r for r in desk.rows("case", "show", code) if r["track"] == "desk"]
    assert held in desk.ok("intake", "show", str(link["link"]))
    assert [r["case"] for r in desk.rows("case", "due")] == [court]
    sort = ("--urgency", "question", "--note", "a date in the past", "--by", "desk-1")
    desk.ok("intake", "sort", court, *sort)
    assert desk.rows("case", "due") == []
    assert {str(r["because"]) for r in desk.rows("intake", "list")} >= {"a date in the past"}

    answer = ("--note", "told by telephone", "--by", "desk-1")
    assert desk.muster("intake", "answer", *letters, "Q-000000", *answer).returncode == 1
    assert len(desk.rows("intake", "list")) == 3, "all or none"
    desk.ok("intake", "answer", *letters, court, *answer)
    assert desk.rows("intake", "list") == []
    every = {str(r["question"]): str(r["answered"]) for r in desk.rows("intake", "list", "--all")}
    assert every[held] == f"case {code}"


def test_an_answer_is_linked_to_the_version_of_the_leaflet(open_desk: Desk) -> None:
    """Who was given the older version can be found; one past its review is given only with a reason."""
    desk = open_desk
    desk.ok("intake", "take", chat(desk, *({"text": f"Рапорт, вопрос {n}?"} for n in range(3))), "--by", "d")
    first, second, third = (str(r["question"]) for r in desk.rows("intake", "list"))
    leaflet = desk.home / "papers" / "refusal.txt"
    leaflet.write_text("version: 3\nreview-until: 2031-12-31\n\nWrite it by hand.\n", "utf-8")
    desk.ok(
        "intake", "answer", first, "--leaflet", "papers/refusal.txt", "--pack", "ru-military", "--by", "me"
    )
    leaflet.write_text("version: 4\nreview-until: 2031-04-01\n\nWrite it twice.\n", "utf-8")
    done = desk.muster("intake", "answer", second, "--leaflet", "papers/refusal.txt", "--by", "me", **DAY)
    assert (done.returncode, "to be looked at again by 2031-04-01" in done.stderr) == (1, True)
    late = {"MUSTER_NOW": "2031-05-03T08:00:00+00:00"}
    arguments = ("--leaflet", "papers/refusal.txt", "--by", "me", "--reason", "nothing changed since")
    assert desk.muster("intake", "answer", second, *arguments, **late).returncode == 0
    given = desk.rows("intake", "leaflets", "--who")
    assert [(g["version"].split()[0], g["newest"], g["who"]) for g in given] == [  # type: ignore[attr-defined]
        ("3", "no", first), ("4", "yes", second),
    ]  # fmt: skip
    assert [r["question"] for r in desk.rows("intake", "list")] == [third]
    assert "ru-military" in desk.ok("intake", "show", first)


def test_a_conflict_of_interest_is_found_without_a_name(open_desk: Desk) -> None:
    """The commander of one case asks for help in another; codes come out, names nowhere."""
    desk = open_desk
    ours, theirs, cousin = (desk.ok("case", "new", "--by", "lawyer-2").strip() for _ in range(3))
    assert (
        desk.muster(
            "case", "family", ours, "--side", "against", typed="name: Захар Тверозубов\n\n"
        ).returncode
        == 0
    )
    found = desk.muster(
        "case", "family", theirs, "--json", typed="name: Tverozubov Zakhar\nnumber: 89005552631\n\n"
    )
    assert json.loads(found.stdout) == [{"other": ours, "relation": "conflict-of-interest"}]
    again = desk.muster(
        "case", "family", cousin, "--json", typed="name: Иван Петренко\nnumber: +7 900 555-26-31\n\n"
    )
    assert json.loads(again.stdout) == [{"other": theirs, "relation": "same-family"}]
    assert traces(desk.outside(), NAMES) == []
    desk.ok("forget", theirs, "--reason", "withdrew", "--by", "me", "--yes", "--sealed")
    more = desk.muster("case", "family", ours, "--json", typed="number: 89005552631\nname: X\n\n")
    assert theirs not in more.stdout


def test_a_question_that_is_withdrawn_does_not_come_back(open_desk: Desk) -> None:
    """Forgotten with its marks; the same export adds nothing."""
    desk = open_desk
    export = chat(desk, {"text": "Удалите мою переписку, +7 900 555-26-31"})
    desk.ok("intake", "take", export, "--by", "desk-1")
    (row,) = desk.rows("intake", "list")
    assert row["urgency"] == "withdrawal"
    told = desk.ok("forget", str(row["question"]), "--reason", "asked", "--by", "me", "--yes", "--sealed")
    assert "hashes" not in told
    assert "0 taken in" in desk.ok("intake", "take", export, "--by", "desk-1")
    assert desk.rows("intake", "list", "--all") == []
    desk.ok("check", "--sealed")


def test_a_client_who_withdraws_takes_the_question_along(open_desk: Desk) -> None:
    """The question that became the case holds the client's own words: it goes with the case; a relative's,
    tied to it as of one family, is named."""
    desk = open_desk
    export = chat(desk, {"text": "Мужа заперли в бане"}, {"text": "Зятя заперли, дочь вам писала"})
    desk.ok("intake", "take", export, "--by", "desk-1")
    wife, father = (str(r["question"]) for r in desk.rows("intake", "list"))
    case = desk.ok("case", "new", "--from", wife, "--for", "relative", "--by", "lawyer-2").strip()
    desk.ok("intake", "link", father, case, "--as", "same-family", "--by", "lawyer-2")
    assert [r["link"] for r in desk.rows("case", "show", case)] == [wife]
    told = desk.ok("forget", case, "--reason", "asked", "--by", "me", "--yes", "--sealed")
    assert f"gone with it, which it had come from: {wife}" in told
    assert f"tied to it by a person: {father}" in told
    assert [r["question"] for r in desk.rows("intake", "list", "--all")] == [father]
    desk.ok("check", "--sealed")


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("cut.json", '{"messages": [{"text": "Тверозубов', "cut off"),
        ("deep.json", "[" * 200_000, "cut off"),
        ("no.json", '{"a": 1}', "no messages"),
        ("t.csv", "a,b\n1,Тверозубов\n", "no column"),
        ("b.txt", "\x00\x01", "no text"),
    ],
)
def test_a_file_that_cannot_be_used_is_set_aside_without_quoting_it(
    open_desk: Desk, name: str, body: str, says: str
) -> None:
    """Its name and why; the rest is taken."""
    (open_desk.home / "papers" / name).write_text(body, "utf-8")
    done = open_desk.muster("intake", "take", f"papers/{name}", "--by", "desk-1")
    assert (done.returncode, says in done.stderr, "Тверозубов" in done.stderr) == (1, True, False)
    good = chat(open_desk, {"text": "Как писать рапорт?"})
    done = open_desk.muster("intake", "take", f"papers/{name}", good, "--by", "desk-1")
    assert (done.returncode, "1 taken in" in done.stdout, says in done.stderr) == (0, True, True)


def test_a_form_as_a_table_is_taken(open_desk: Desk) -> None:
    """Columns in Russian, days as people write them."""
    (open_desk.home / "papers" / "form.csv").write_text(
        "Номер;Дата;Вопрос\n1;30.04.2031 21:15;Повестка на завтра, идти?\n2;30.04.2031;Спасибо, брат дома\n",
        "utf-8",
    )
    open_desk.ok("intake", "take", "papers/form.csv", "--by", "desk-1")
    assert [(r["urgency"], r["by_day"], r["came"]) for r in open_desk.rows("intake", "list")] == [
        ("deadline", "2031-05-01", "2031-04-30"), ("other", "", "2031-04-30"),
    ]  # fmt: skip


def test_locked_nothing_is_taken_or_shown(desk: Desk) -> None:
    """It says that the vault is locked."""
    export = chat(desk, {"text": "Как писать рапорт?"})
    for arguments in (("take", export, "--by", "x"), ("list",), ("topics",), ("show", "Q-1"), ("leaflets",)):
        done = desk.muster("intake", *arguments)
        assert (done.returncode, "the vault is locked" in done.stderr) == (1, True)
