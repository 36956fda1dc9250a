"""The Russian parser as a second opinion: what it proposes, and what happens without it."""

from __future__ import annotations

import importlib.util

import pytest

from muster.model.errors import MissingPart
from muster.model.evidence import Text
from muster.read.frames import Frame
from muster.read.page import Page, lay_out
from muster.read.slavic import syntax_ru

needs_parser = pytest.mark.skipif(not syntax_ru.installed(), reason="the extra 'ru' is not installed")


def laid_out(body: str) -> Page:
    return lay_out(Text("text", "doc", body, "und", "test"))


def proposed(body: str) -> list[tuple[str | None, str, str]]:
    page = laid_out(body)

    def words(frame: Frame) -> tuple[str | None, str, str]:
        source = page.words(frame.speaker) if frame.speaker else None
        cue = page.words(frame.cue) if frame.cue else ""
        return source, cue, " … ".join(page.words(p) for p in frame.parts)

    return [words(f) for f in syntax_ru.propose(page)]


@needs_parser
def test_a_subject_far_from_its_verb_is_found() -> None:
    """Across a gerund between commas."""
    body = "Губернатор области Пётр Лугов, отвечая на вопросы жителей, заявил, что школу закроют."
    assert proposed(body) == [("Губернатор области Пётр Лугов", "заявил", "школу закроют")]


@needs_parser
def test_a_verb_put_into_the_words_takes_what_is_around_it() -> None:
    """«…, сообщила X»: the clause without the frame."""
    body = "Рота осталась без воды, сообщила пресс-служба бригады."
    assert proposed(body) == [("пресс-служба бригады", "сообщила", "Рота осталась без воды")]


@needs_parser
def test_without_a_subject_nothing_is_proposed() -> None:
    """Whose words they are is for the rules to say."""
    assert proposed("В штабе сообщили, что рота осталась без воды.") == []


@needs_parser
@pytest.mark.parametrize(
    "body",
    [
        "Кто сказал, что мост цел?",
        "Склад, по его словам, сгорел, чего командир не ожидал, говорит ситуация на берегу.",
        "Санитарка согласилась говорить открыто.",
        "Слесарь, которого мы попросили посмотреть насос, нашёл трещину.",
        "Дозору на том берегу, по его словам, пообещали смену.",
    ],
)
def test_what_says_nothing_is_no_proposal(body: str) -> None:
    """Questions, things, consent, what the outlet asked for, words that say whose words stand around."""
    assert proposed(body) == []


@needs_parser
def test_only_russian_is_parsed_and_offsets_hold() -> None:
    """Other languages of the page are left alone; every span is exact and inside the body."""
    body = "Anna Brook said they left.\n\nКомандир сказал, что люди ушли. 🚩 Он добавил, что врач уехал."
    page = laid_out(body)
    frames = syntax_ru.propose(page)
    assert len(frames) == 2
    for frame in frames:
        for span in (*frame.parts, frame.cue, frame.speaker):
            assert span is not None and 27 < span.start < span.stop <= len(body)


@needs_parser
@pytest.mark.parametrize(
    "body", ["сказал " * 3_000, "«" * 5_000 + "сказал, что да", "он, " * 4_000 + "сказал"]
)
def test_hostile_sentences_are_passed_over(body: str) -> None:
    """A sentence of thousands of words is no sentence."""
    assert syntax_ru.propose(laid_out(body)) == []


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line with the extra to install."""
    found = importlib.util.find_spec

    def without(name: str, package: str | None = None) -> object:
        return None if name == "slovnet" else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    assert not syntax_ru.installed()
    with pytest.raises(MissingPart, match="slovnet"):
        syntax_ru.require()
