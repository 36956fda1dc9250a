"""Why a claim has its basis: a code, and the characters of the text that the reason rests on."""

from __future__ import annotations

import pytest

from muster.model.claims import BASES, Claim, ReadingContext, because
from muster.model.errors import RecordError
from muster.model.evidence import Passage, Text
from muster.model.grounds import GROUNDS, Ground
from muster.read import read_text

# A sentence, words of its claim, the ground, and the characters it rests on ("-": none but the whole).
LINES = """
Residents said two shells fell in the yard. | two shells | group-there | Residents
"I lay in the bath until noon," said Ulla Brenk, a seamstress. | I lay | lived | -
"Water came back. I carried two buckets up," said Ulla Brenk. | I carried | lived | I carried two buckets up
"They broke the door," Ulla Brenk said. "I hid behind the stove." | They broke | lived | -
One of the passengers said the driver had slept. | the driver | knows-the-place | One of the passengers
The company said the mill would close. | the mill | call | -
Ulla Brenk said she had slept in the boiler room. | she had slept | lived | she had slept in the boiler
The ministry's spokesman said six drones fell. | six | side | The ministry's spokesman
Arn Tollek, the regional governor, spoke on Friday. He said six drones fell. | six drones | side | Arn Tollek
According to the log, four lorries left. | four lorries | paper | the log
It was announced that the ferry would run again. | the ferry | nobody-named | It was announced
They say in the market that the dam is mined. | the dam | people-say | They
"We heard that they were moved," said Ulla Brenk. | We heard | rumoured | -
"They took him. My son wrote to me," said the sapper's mother. | They | says-from-whom | My son wrote to me
The hotline said it had recorded 60 complaints in May. | 60 complaints | takes-cases | The hotline
Lawyer Ada Kresh said her clients were beaten. | her clients | own-patients | her clients
Analysts think the dam will hold. | the dam | view | think
A novelist said the wells were dry. | the wells | nothing-shown | -
She said she had learned from a freed man that all was full. | all | says-from-whom | she had learned from
Местные жители рассказали, что ночью упали два снаряда. | ночью | group-there | Местные жители
Ульяна Бренк рассказала, что ночевала в котельной. | ночевала | lived | ночевала
Глава района Арн Толлек сообщил, что упали шесть дронов. | шесть дронов | side | Глава района Арн Толлек
Согласно журналу, выехали четыре машины. | выехали | by-paper | Согласно журналу
Мать сапёра рассказала, что его перевели на юг. | перевели | relative | Мать сапёра
Прозаик сказал, что колодцы пусты. | колодцы | nothing-shown | -
Ходят слухи, что дамба заминирована. | дамба | rumour | Ходят слухи
Місцеві мешканці розповіли, що вночі впали два снаряди. | вночі | group-there | Місцеві мешканці
Уляна Бренчук розповіла, що ночувала в котельні. | ночувала | lived | ночувала
Голова району Арн Толлек повідомив, що впали шість дронів. | шість дронів | side | Голова району Арн Толлек
Мати сапера розповіла, що його перевели на південь. | перевели | relative | Мати сапера
Подейкують, що дамбу заміновано. | дамбу | rumour | Подейкують
"""
_CASES = [tuple(p.strip() for p in line.split("|")) for line in LINES.strip().splitlines()]


def _language(body: str) -> str:
    if any(c in "іїєґ" for c in body.lower()):
        return "uk"
    return "ru" if any("а" <= c <= "я" for c in body.lower()) else "en"


def _claims(body: str) -> tuple[Claim, ...]:
    text = Text("text-1", "doc-1", body, _language(body), "plain")
    return read_text(text, ReadingContext(published="2031-05-01", source_kind="outlet")).claims


@pytest.mark.parametrize(("body", "words", "code", "rests_on"), _CASES)
def test_a_basis_says_why_it_is_one(body: str, words: str, code: str, rests_on: str) -> None:
    """The reason is the question that decided, with the characters that it found."""
    claims = [c for c in _claims(body) if words in c.passage.words and not c.own_voice]
    assert claims, body
    ground = min(claims, key=lambda c: len(c.passage.words)).ground
    assert ground is not None
    assert (ground.code, ground.words.words if ground.words else "-") == (code, rests_on)


def test_every_basis_has_a_ground_and_none_has_two() -> None:
    """A ground belongs to one basis; a claim whose ground gives another is no record."""
    assert {basis for basis, _ in GROUNDS.values()} == set(BASES)
    body = Passage("text-1", 0, 3, "abc")
    assert Claim("claim-1", body, "direct", basis="party", ground=Ground("side")).ground
    with pytest.raises(RecordError, match="gives no basis first-hand"):
        Claim("claim-1", body, "direct", basis="first-hand", ground=Ground("side"))
    with pytest.raises(RecordError, match="the ground of a basis is 'whim'"):
        Ground("whim")


def test_the_name_of_a_hidden_speaker_is_in_no_reason() -> None:
    """Of a protected speaker's frame only the sentence is told; of his words, their characters too."""
    body = "An officer of the ministry, who asked not to be named, said six drones fell."
    (claim,) = _claims(body)
    assert claim.said_by[0].protected and claim.ground is not None and claim.ground.words is not None
    assert because(claim) == GROUNDS["side"][1]


def test_claims_without_a_reason_say_so() -> None:
    """An older reading kept none; the outlet's own voice is told as such."""
    body = Passage("text-1", 0, 3, "abc")
    assert because(Claim("claim-1", body, "direct")) == "no reason kept"
    assert because(Claim("claim-1", body, "direct", own_voice=True)).startswith("the outlet tells it")
