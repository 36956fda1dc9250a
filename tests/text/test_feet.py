"""What stands below the news and is none of it. Every outlet is invented."""

from __future__ import annotations

import pytest
from tests.costs import soon

from muster.text.sources.feet import foot_of

NEWS = "The lock at Brodivka was shut for the night."


@pytest.mark.parametrize(
    "foot",
    [
        "Subscribe | Send us your news",
        "— — —\nFollow us and share this post with a neighbour",
        "All rights reserved. Media contact: desk@weir.example",
        "Weir Post is free to read, because a few of you pay for it month after month. Become a member, "
        "sign up for "
        "our letter of the week, or write to us about what you see from your window.",
        "🔴 [Подписаться](https://weir.example/a) | [Прислать новость](https://weir.example/b)",
        "Читайте нас в любое время, присылайте снимки",
        "Настоящий материал (информация) распространён иностранным агентом «Тихий плёс»",
        "📩 Наш бот\n😄 Подпишись!",
        "Підписуйтесь на наш канал і надсилайте світлини",
        "🇺🇦 Запропонувати новину | Реклама | Буст",
    ],
)
def test_what_asks_the_reader_is_a_foot(foot: str) -> None:
    """Whatever stands above it, the foot begins at its own first line."""
    body = f"{NEWS}\n\n{foot}"
    assert body[foot_of(body) :].strip() == foot


@pytest.mark.parametrize(
    "last",
    [
        "“Our members are tired,” the head of the union said.",
        "The town lives on donations, and on what the river brings.",
        "She could not get in touch with her sons before the bridge was blown up.",
        "The mayor asked the editors of the three papers of the district to share what they know of the "
        "missing "
        "boats, of the two pilots and of the cargo, and to subscribe to nothing that the ministry sends "
        "around.",
        "Под стражу его не взяли: у него подписка о невыезде.",
        "Мы в подвале третий день, воды осталось на сутки.",
        "В порту считают рекламу мыла дурной приметой.",
        "Поделиться хлебом с соседями он не отказался.",
        "Ми у сховищі від п'ятої ранку, діти сплять.",
        "Підпис під наказом поставив не він.",
    ],
)
def test_the_last_line_of_a_story_is_none(last: str) -> None:
    """One such word in a sentence of news does not make it a foot."""
    body = f"{NEWS}\n\n{last}"
    assert foot_of(body) == len(body)


def test_a_text_that_is_a_foot_has_none() -> None:
    """An advertisement for the outlet itself is all there is."""
    alone = "Subscribe to our channel"
    assert foot_of(alone) == len(alone)
    assert foot_of("") == 0


def test_a_long_end_is_looked_at_in_no_time() -> None:
    """Six lines of at most 900 letters are asked, whatever stands above them."""
    hostile = "\n".join(["наш " * 225] * 5_000)
    assert soon(lambda: foot_of(hostile), most=0.05) <= 0.05
