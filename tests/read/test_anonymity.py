"""Whom a text protects: signals in three languages, and the card of an interview."""

from __future__ import annotations

import pytest

from muster.link import group_names, suggest_names
from muster.model.claims import Reading, ReadingContext
from muster.model.evidence import Text
from muster.model.links import NameUse
from muster.read import read_text
from muster.read.page import lay_out
from muster.read.people.people import Named, find_named
from muster.read.protection.anonymity import protect

# A text with its alias marked wherever it hides somebody; what is not marked is not protected.
SIGNALS = """
{Kelso} – the Post has changed his name and his town – is home. Lawyers know {Kelso}. Kelso Vardin is a judge.
{Tarvo}, a medic whose name is changed, says that eleven drowned. {Tarvo} left.
A woman whom we call {Petrunia} wept. {Petrunia}'s son came. Petrunia Holm, a judge, said no.
A guard, who wished to be identified only by a first name, {Oskar}, said no. {Oskar} wept.
A clerk asked to be called {Rook}. On Monday {Rook} said that the office closed.
{Oskar} spoke on condition of anonymity.
“I ran,” said {Oskar}. The names of the soldiers have been changed.
We spoke to {Oskar}* at home. * Name changed at his request.
“I left,” says {Oskar} - not his real name - who came home. {Oskar} is 30.
Солдат {Тарас} (имя изменено) вернулся. {Тарас} молчит. Тарас Ветров — судья.
Мать, попросившая называть её {Веснянкой}, ждёт. {Веснянке} не ответили.
Солдат, назовём его {Тарвом}, ушёл. {Тарв} молчит, а Тарв Ильин говорит.
Санитар {Олег} согласился говорить. Имя собеседника изменено по его просьбе.
Водитель {Олег} попросил не называть его фамилию. {Олега} видели дома.
Солдат {Тарас} повернувся. Ім'я змінено. {Тарас} мовчить.
Чоловік просив називати його {Лемком}. {Лемко} мовчить.
Санітар {Олег} попросив не називати його прізвища. {Олег} удома.
"""

# Nobody here is hidden.
OPEN = """
Oskar Vill changed his name to Oskar Brand in 1990.
We called Oskar Vill on Monday.
The town changed its name. Oskar Vill said so.
He asked not to be driven home. Oskar Vill agreed.
Иван Ветров попросил не шуметь.
Андрій Вітрук назвав прізвища.
"""


def named_in(body: str, context: ReadingContext | None = None) -> list[Named]:
    page = lay_out(Text("text-1", "doc-1", body, "und", "test/1"))
    return protect(page, find_named(page), context)


def read(body: str, context: ReadingContext) -> Reading:
    return read_text(Text("text-1", "doc-1", body, "und", "test/1"), context)


@pytest.mark.parametrize("line", SIGNALS.strip().splitlines())
def test_an_alias_is_protected_wherever_it_stands_and_nobody_else(line: str) -> None:
    """Exactly the marked words are protected, under one name; a full name that holds the word is not."""
    body = line.replace("{", "").replace("}", "")
    marked, at = [], 0
    for piece in line.split("{")[1:]:
        word = piece.split("}")[0]
        at = body.index(word, at)
        marked.append((at, word))
        at += len(word)
    found = [n for n in named_in(body) if n.protected]
    assert [(n.start, body[n.start : n.stop]) for n in found] == marked
    assert len({n.norm for n in found}) == 1 and all(" " not in n.norm for n in found)


@pytest.mark.parametrize("body", OPEN.strip().splitlines())
def test_a_name_that_nobody_hides_is_not_protected(body: str) -> None:
    """Words that look like a signal, and are none."""
    assert not [n.norm for n in named_in(body) if n.protected]


CARD = ReadingContext("2031-05-02", "Kelso", "interview", "Talk with a reservist", source_protected=True)


@pytest.mark.parametrize(
    ("body", "words", "basis"),
    [
        ("He was on the bank. “It took as long as a button.” He left.", "It took as long", "first-hand"),
        ("Four of us were locked up. “We slept on the floor,” he says.", "We slept", "first-hand"),
        ("Боец ждал дома. «Я считал сам, по списку».", "Я считал", "first-hand"),
        ("Він був на березі. «Я бачив сам, на власні очі».", "Я бачив", "first-hand"),
        ("He counted eleven men on the sand.", "eleven men", "first-hand"),
        ("Two died on the road, he was told later.", "Two died", "hearsay"),
    ],
)
def test_an_interview_is_the_word_of_its_source(body: str, words: str, basis: str) -> None:
    """What nobody else says is said by the alias of the card, protected, with how he knows it."""
    claims = [c for c in read(body, CARD).claims if words in c.passage.words]
    assert [(s.name, s.protected) for c in claims[:1] for s in c.said_by] == [("Kelso", True)]
    assert claims[0].basis == basis
    assert not any(c.own_voice for c in claims)


def test_what_a_relative_tells_is_second_hand() -> None:
    """The card's title says who tells it."""
    card = ReadingContext("2031-05-02", "Kelso", "interview", "Розмова з матір'ю", source_protected=True)
    claims = read("Син подзвонив. «Я спитала: за що? Каже: за те, що не поїхали».", card).claims
    assert {c.basis for c in claims if "спитала" in c.passage.words} == {"second-hand"}


def test_the_alias_of_a_card_is_known_in_another_script() -> None:
    """The interview is in Russian, the card in Latin letters: one alias."""
    found = named_in("Сам Игнат этого не видел. Игнат Лужин тоже.", ReadingContext(
        None, "Ignat", "interview", None, source_protected=True
    ))  # fmt: skip
    assert [(n.norm, n.protected) for n in found] == [("Ignat", True), ("Игнат Лужин", False)]


def test_an_alias_is_joined_with_nobody_who_bears_the_same_given_name() -> None:
    """From the words to the entities: the man in hiding and the lawyer of one text stay two."""
    body = (
        "Ignat – the Post has changed his name – left. Ignat Lorvin, a lawyer, said so. “I ran,” Ignat says."
    )
    reading = read(body, ReadingContext("2031-05-02"))
    uses = [
        NameUse("doc-1", m.norm, m.kind, protected=m.protected, mentions=(m.id,)) for m in reading.mentions
    ]
    people = [
        e for e in group_names(uses, suggest_names(uses), []).entities if e.type == "person"
    ]  # fmt: skip
    assert sorted((e.variants, e.protected) for e in people) == [
        (("Ignat",), True),
        (("Ignat Lorvin",), False),
    ]


def test_signals_cost_linear_time_on_hostile_text() -> None:
    """Runs of one character and half signals without an end."""
    for piece in ("asked not to ", "имя ", "whom we call ", "a", "Names of "):
        named_in(piece * (60_000 // len(piece)))
