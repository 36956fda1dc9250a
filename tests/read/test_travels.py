"""What travels with a claim: carriers, basis, stance, hedges and kind of source, in three languages."""

from __future__ import annotations

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.read.speakers.source_kind import kind_of


def claims_of(body: str) -> list[Claim]:
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    return [c for c in reading.claims if not c.own_voice]


def claim_with(body: str, words: str) -> Claim:
    return next(c for c in claims_of(body) if words in c.passage.words)


CARRIERS = [
    ("The governor wrote on Telegram that two houses burned.", "two houses", ["Telegram"]),
    ("The ministry said in a statement that two houses burned.", "two houses", ["a statement"]),
    ("In a written reply of 3 May, the ministry said that two houses burned.", "two", ["a written reply"]),
    ("Oskar Vill told reporters through his lawyer that he was innocent.", "innocent", ["his lawyer"]),
    ("Oskar Vill said by telephone that the bridge held.", "bridge held", ["telephone"]),
    ('Oskar Vill wrote on Telegram that it burned. "Nobody died," he added.', "Nobody died", ["Telegram"]),
    ("Министерство сообщило в письме, что два дома сгорели.", "два дома", ["письме"]),
    ("Мэр Иван Ворлин сказал на брифинге, что мост стоит.", "мост стоит", ["брифинге"]),
    ("Губернатор сообщил в своём телеграм-канале, что мост стоит.", "мост стоит", ["Telegram"]),
    ("Міністерство повідомило у листі, що два будинки згоріли.", "два будинки", ["листі"]),
    ("Мер Іван Ворлін сказав на брифінгу, що міст стоїть.", "міст стоїть", ["брифінгу"]),
    ("The mayor of Torvel said that the bridge held.", "bridge held", []),
    ("Мэр Торвеля сказал, что мост стоит.", "мост стоит", []),
    ("Мер Торвеля сказав, що міст стоїть.", "міст стоїть", []),
    # a platform says it all; an outlet behind what it is; who passed the words on
    ("The mayor of Torvel said in a Telegram post that the bridge held.", "bridge held", ["Telegram"]),
    ("The mayor of Torvel wrote in a post on Facebook that the bridge held.", "bridge held", ["Facebook"]),
    ("“The bridge held,” the mayor told the newspaper Northlight.", "bridge held", ["Northlight"]),
    ("The mayor said in a phone interview that the bridge held.", "bridge held", ["a phone interview"]),
    ("An officer in the video unit said that the bridge held.", "bridge held", []),
    ("Мэр Торвеля, передаёт «Тернь», заявил, что мост стоит.", "мост стоит", ["Тернь"]),
    ("Мост стоит, заявил мэр Торвеля, слова которого приводит «Тернь».", "Мост", ["Тернь"]),
    ("Мер Торвеля сказав у дописі в Facebook, що міст стоїть.", "міст стоїть", ["Facebook"]),
    # the verb itself has the stem of a paper
    ("Мер Торвеля у вівторок заявив, що міст стоїть.", "міст стоїть", []),
    ("У середу мер Торвеля відповів, що міст стоїть.", "міст стоїть", []),
    ("Мэр Торвеля в среду ответил, что мост стоит.", "мост стоит", []),
    ("Мер Торвеля у заяві від середи сказав, що міст стоїть.", "міст стоїть", ["заяві"]),
]


@pytest.mark.parametrize(("body", "words", "names"), CARRIERS)
def test_the_way_that_words_took_is_kept(body: str, words: str, names: list[str]) -> None:
    """A platform, a paper, a broadcast, an occasion, a go-between; what is added went the same way."""
    assert [v.name for v in claim_with(body, words).via] == names


BASES = [
    ('"I saw the bridge fall," said Oskar Vill.', "bridge", "first-hand"),
    ("A soldier said that the order came at night.", "order", "first-hand"),
    ("The general staff said that the bridge had been taken.", "bridge", "party"),
    ("The emergency service said that eleven had drowned.", "eleven", "party"),
    ("The commander said that the bridge had been taken.", "bridge", "party"),
    ('"I was wounded twice," the commander said.', "wounded", "first-hand"),
    ("Eleven men are said to have drowned.", "drowned", "hearsay"),
    ("His mother said that he had called once.", "called once", "second-hand"),
    ('"He told me that they had no bread," said Petra Holm.', "no bread", "second-hand"),
    ("Her lawyer said that the court had refused.", "refused", "own-caseload"),
    ("The analyst said that the front would move.", "front", "unknown"),
    ("The report says that eleven drowned.", "drowned", "document"),
    ("«Я видел, как упал мост», — сказал Тарво Линд.", "мост", "first-hand"),
    ("Генштаб сообщил, что мост взят.", "мост", "party"),
    ("Командир сказал, что мост взят.", "мост", "party"),
    ("По слухам, утонули одиннадцать человек.", "утонули", "hearsay"),
    ("Её адвокат сказала, что суд отказал.", "отказал", "own-caseload"),
    ("«Я бачив, як упав міст», — сказав Тарво Лінд.", "міст", "first-hand"),
    ("Генштаб повідомив, що міст узято.", "міст", "party"),
    ("Командир сказав, що міст узято.", "міст", "party"),
    ("Її адвокатка сказала, що суд відмовив.", "відмовив", "own-caseload"),
]


@pytest.mark.parametrize(("body", "words", "basis"), BASES)
def test_on_what_a_word_rests(body: str, words: str, basis: str) -> None:
    """By the speaker's trade and body, and by the words themselves."""
    assert claim_with(body, words).basis == basis


STANCES = [
    ("The ministry denied that the depot had burned.", "depot", "denied"),
    ("The ministry did not deny that the depot had burned.", "depot", "asserted"),
    ("The army said that the depot had burned. The claim could not be verified.", "depot", "unverified"),
    ("The army said that the depot had burned. It rained.", "depot", "asserted"),
    ("Министерство опровергло, что склад сгорел.", "склад", "denied"),
    ("Военные сообщили, что склад сгорел. Проверить это не удалось.", "склад", "unverified"),
    ("Міністерство заперечило, що склад згорів.", "склад", "denied"),
    ("Військові повідомили, що склад згорів. Перевірити це неможливо.", "склад", "unverified"),
    (
        "The army said that the depot had burned. It was not possible to verify it.",
        "depot",
        "unverified",
    ),
    (
        "The army said the depot had burned. This has not yet been confirmed.",
        "depot",
        "unverified",
    ),
    ("The army said that the depot had burned. Officials confirmed the report.", "depot", "asserted"),
    ("The army did not confirm the loss of the depot.", "the loss", "unverified"),
    ("The army denied the loss of the depot.", "the loss", "denied"),
    ("The army confirmed the loss of the depot.", "the loss", "asserted"),
    ("The general did not admit the loss of the depot.", "the loss", "denied"),
    ("В штабе не подтвердили, что склад сгорел.", "склад", "unverified"),
    ("В штабе подтвердили, что склад сгорел.", "склад", "asserted"),
    ("В штабе опровергли, что склад сгорел.", "склад", "denied"),
    ("У штабі не підтвердили, що склад згорів.", "склад", "unverified"),
    ("У штабі спростували, що склад згорів.", "склад", "denied"),
    ("Военные сообщили, что склад сгорел. Верифицировать это невозможно.", "склад", "unverified"),
    ("Военные сообщили, что склад сгорел. Власти эту информацию не подтвердили.", "склад", "unverified"),
    ("Военные сообщили, что склад сгорел. Чиновники эту информацию подтвердили.", "склад", "asserted"),
    (
        "Військові повідомили, що склад згорів. Влада цієї інформації не підтвердила.",
        "склад",
        "unverified",
    ),
    ("Військові повідомили, що склад згорів. Посадовці цю інформацію підтвердили.", "склад", "asserted"),
]


@pytest.mark.parametrize(("body", "words", "stance"), STANCES)
def test_denials_and_doubts_stay_with_what_they_are_about(body: str, words: str, stance: str) -> None:
    """The doubt may stand in the sentence behind."""
    assert claim_with(body, words).stance == stance


HEDGES = [
    ("Мэр сказал, что мост, дескать, стоит.", "дескать"),
    ("Мер сказав, що міст начебто стоїть.", "начебто"),
    ("Мер сказав, мовляв, що міст стоїть.", "мовляв"),
    ("The mayor said that the bridge reportedly held.", "reportedly"),
]


@pytest.mark.parametrize(("body", "hedge"), HEDGES)
def test_words_that_doubt_are_kept(body: str, hedge: str) -> None:
    """With the claim whose frame or words hold them."""
    assert any(hedge in [h.words for h in c.hedges] for c in claims_of(body))


KINDS = [
    ("the army's general staff", "en", "organisation"), ("two officers of the brigade", "en", "group"),
    ("one of the officers", "en", "anonymous"), ("a nurse from Torvel", "en", "anonymous"),
    ("the indictment", "en", "document"), ("the old bridge", "en", ""),
    ("штабе по делам пленных", "ru", "organisation"), ("жители улицы", "ru", "group"),
    ("один из офицеров", "ru", "anonymous"), ("военный врач", "ru", "anonymous"),
    ("письме министерства", "ru", "document"),
    ("адміністрація району", "uk", "organisation"), ("мешканці села", "uk", "group"),
    ("один із офіцерів", "uk", "anonymous"), ("наказі", "uk", "document"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "language", "kind"), KINDS)
def test_a_description_is_of_a_kind_by_its_head(words: str, language: str, kind: str) -> None:
    """Its genitive and what stands behind a preposition do not count."""
    assert kind_of(words, language) == kind
