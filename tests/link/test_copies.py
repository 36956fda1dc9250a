"""What is a copy, of which kind, in which direction."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from tests.link.conftest import SENTENCES, document

from muster.link import CopyInput
from muster.link.translated import facts
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]
STORY = " ".join(SENTENCES)
OTHER = (
    "The harvest in the southern districts was better than anyone had dared to hope after the dry spring. "
    "Farmers near Nova Krynytsia brought in twice as much rye as a year ago, the union of growers reported. "
    "Prices at the exchange fell by a tenth within a week. Storage is short, and barges wait at the locks."
)


def kinds(found: list[Copy]) -> list[tuple[str, str, str]]:
    return [(c.copy, c.original, c.kind) for c in found]


def test_the_same_text_is_an_exact_copy(search: Search) -> None:
    """Case, blanks and the kind of quotation marks do not make another text."""
    loud = STORY.replace("“", "«").replace("”", "»").replace(". ", ".\n\n").upper()
    found = search(
        [document("a", STORY, published="2022-05-01"), document("b", loud, published="2022-05-02")]
    )
    assert kinds(found) == [("b", "a", "exact")]
    assert found[0].score == 1.0
    assert found[0].directed


def test_lost_quotation_marks_are_no_exact_copy(search: Search) -> None:
    """The same words without their quotation marks are a near copy, and the loss is listed."""
    bare = STORY.replace("“", "").replace("”", "")
    found = search(
        [document("a", STORY, published="2022-05-01"), document("b", bare, published="2022-05-02")]
    )
    assert kinds(found) == [("b", "a", "near")]
    assert [d.effect for d in found[0].drift] == ["quotation marks lost"]


def test_a_shuffled_copy_is_reordered(search: Search) -> None:
    """Sentences in another order are the same story."""
    order = list(SENTENCES)
    random.Random(3).shuffle(order)
    found = search([document("a", STORY, published="2022"), document("b", " ".join(order), published="2023")])
    assert kinds(found) == [("b", "a", "reordered")]


@pytest.mark.parametrize(("first", "last"), [(0, 3), (4, 7), (9, 12)])
def test_a_part_is_an_excerpt(search: Search, first: int, last: int) -> None:
    """Three sentences of a story, wherever they stood, are an excerpt of it."""
    part = " ".join(SENTENCES[first:last])
    found = search(
        [document("a", STORY, published="2022-05-01"), document("b", part, published="2022-05-03")]
    )
    assert kinds(found) == [("b", "a", "excerpt")]
    assert found[0].score == 1.0
    assert all(d.effect != "sentence dropped" for d in found[0].drift)


def test_other_words_between_are_a_rewriting(search: Search) -> None:
    """Where runs of words go through both with other words between, the one is a rewriting of the other."""
    rewritten = []
    for number, sentence in enumerate(SENTENCES):
        words = sentence.split()
        words[number % 3 :: 7] = ["indeed" + str(i) for i in range(len(words[number % 3 :: 7]))]
        rewritten.append(" ".join(words))
    found = search(
        [
            document("a", STORY, published="2022-05-01"),
            document("b", " ".join(rewritten), published="2022-05-02"),
        ]
    )
    assert [c.kind for c in found] in (["rewritten"], ["near"])


def test_two_stories_are_no_copies(search: Search) -> None:
    """Nothing in common, nothing found."""
    assert search([document("a", STORY), document("b", OTHER)]) == []


def test_a_common_quotation_is_no_copy(search: Search) -> None:
    """Two documents that quote a third at length have only the quotation in common."""
    said = "“" + " ".join(s.replace("“", "").replace("”", "") for s in SENTENCES[1:7]) + "”"
    a = f"{OTHER} The speaker told the assembly: {said}"
    b = (
        f"{said} That is what the chairman read to us in the hall behind the market, slowly and in a "
        "low voice, while rain fell on the tin roof and nobody in the last rows heard the end of it."
    )
    assert search([document("a", a, published="2022-05-01"), document("b", b, published="2022-05-02")]) == []


def test_a_footer_is_no_copy(search: Search) -> None:
    """What a source puts under every post does not make its posts copies."""
    footer = (
        "\nSubscribe to the Yar Herald, send us your news and read us wherever you are in the province today"
    )
    posts = [
        document(
            str(i), f"{OTHER.split('. ')[i]} on line {i} of {SENTENCES[i][:30]}{footer}", source="herald"
        )
        for i in range(4)
    ]
    assert search(posts) == []


def test_a_source_that_posts_one_text_three_times_keeps_its_lines(search: Search) -> None:
    """Three versions of one post repeat their lines; that does not make the lines furniture."""
    lines = "\n".join(SENTENCES)
    posts = [
        document(f"v{i}", lines.replace("Monday", day), source="herald", published=f"2022-05-0{i + 1}")
        for i, day in enumerate(("Monday", "Tuesday", "Friday"))
    ]
    found = search([*posts, document("w", lines, published="2022-06-01")])
    assert {c.copy for c in found} >= {"v1", "v2", "w"}
    assert {c.original for c in found} == {"v0"}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2022-05-01", "2022-05-02", ("b", "a", True)),
        ("2022-05-02", "2022-05-01", ("a", "b", True)),
        ("2022-05", "2022-05-02", ("a", "b", False)),
        ("2022-05-01", "2022-05-01", ("a", "b", False)),
        (None, "2022-05-01", ("a", "b", False)),
        ("2022-05-01T10:00:00+03:00", "2022-05-01T08:00:00+00:00", ("b", "a", True)),
        ("2022-05-01T10:00:00+00:00", "2022-05-01T10:00:01+00:00", ("b", "a", True)),
    ],
)
def test_dates_show_the_direction(
    search: Search, a: str | None, b: str | None, expected: tuple[str, str, bool]
) -> None:
    """The earlier is the original where the dates tell; else the direction is not shown, ids sorted."""
    found = search([document("a", STORY, published=a), document("b", STORY, published=b)])
    assert [(c.copy, c.original, c.directed) for c in found] == [expected]


def test_a_forwarded_post_points_to_its_channel(search: Search) -> None:
    """The export's word about a forward outweighs the dates."""
    found = search(
        [
            document("a", STORY, source="Yar Channel", published="2022-05-02"),
            document("b", STORY, forwarded_from="Yar Channel", published="2022-05-01"),
        ]
    )
    assert [(c.copy, c.original, c.kind, c.directed) for c in found] == [("b", "a", "forwarded", True)]


def test_a_credit_line_shows_the_direction(search: Search) -> None:
    """A text that ends with "/Herald" took it from the Herald."""
    found = search(
        [document("b", STORY + "/Herald"), document("a", STORY, url="https://www.herald.example/1")]
    )
    assert [(c.copy, c.original, c.directed) for c in found] == [("b", "a", True)]
    assert "Herald" in " ".join(found[0].reasons)


def test_new_bytes_at_an_address_are_a_revision(search: Search) -> None:
    """Two versions of one page are a revision, whatever changed."""
    old = document("a", STORY, source="herald", address="p.html", published="2022-05-01")
    new = replace(old, document="b", body=STORY.replace("forty", "fifty"), published="2022-05-02")
    found = search([old, new])
    assert kinds(found) == [("b", "a", "revision")]
    assert [(d.effect, d.copy.words, d.original.words) for d in found[0].drift if d.copy and d.original][
        :1
    ] == [("number changed", "At least fifty men", "At least forty men")]


def test_an_address_that_was_rewritten_wholly_is_a_revision(search: Search) -> None:
    """Nothing in common but source and address: still a version of it."""
    old = document("a", STORY, source="herald", address="p.html", published="2022-05-01")
    new = replace(old, document="b", body=OTHER, published="2022-05-02")
    assert kinds(search([old, new])) == [("b", "a", "revision")]


def test_a_front_page_given_as_address_of_all_makes_no_revisions(search: Search) -> None:
    """Some sites name one public address for every page."""
    home = "https://herald.example/"
    assert search([document("a", STORY, url=home), document("b", OTHER, url=home)]) == []


def test_two_forwards_of_a_third_have_no_first(search: Search) -> None:
    """Both came from a channel that is not in the project: the dates say nothing about it."""
    posts = [
        document(n, STORY, forwarded_from="Yar Channel", published=f"2022-05-0{i + 1}")
        for i, n in enumerate("ab")
    ]
    found = search(posts)
    assert [(c.copy, c.original, c.directed) for c in found] == [("a", "b", False)]


@pytest.mark.parametrize(
    ("body", "times", "expected"),
    [
        ("Details to follow", 2, 0),
        ("Hail destroyed the Drach orchard", 2, 1),
        ("Hail destroyed the Drach orchard", 3, 2),
        ("Hail destroyed the Drach orchard", 4, 0),
        ("yes", 5, 0),
        ("", 5, 0),
        ("!!!", 5, 0),
    ],
)
def test_short_texts_are_copies_only_where_distinctive(
    search: Search, body: str, times: int, expected: int
) -> None:
    """Fewer than eight words: four at least, and in three documents at most."""
    assert (
        len(search(document(str(i), body, published=f"2022-05-0{i + 1}") for i in range(times))) == expected
    )


def test_a_bulletin_is_not_yesterdays(search: Search) -> None:
    """A short form used again a week later for another event is no copy."""
    form = "Trains on the {} line of the Yar tramway are delayed because of a fallen tree near the {} stop."
    old = document("a", form.format("green northern", "Sadova"), published="2022-05-01")
    new = document("b", form.format("old eastern", "Richna"), published="2022-05-09")
    assert search([old, new]) == []


def test_copies_of_a_family_point_to_its_first(search: Search) -> None:
    """Many near copies are a star, not a net."""
    posts = [
        document(f"d{i:02}", STORY.replace("Monday", f"day {i}"), published=f"2022-05-{i + 1:02}")
        for i in range(12)
    ]
    found = search(posts)
    assert [(c.copy, c.original) for c in found] == [(f"d{i:02}", "d00") for i in range(1, 12)]


def test_a_digest_has_every_original(search: Search) -> None:
    """A document that holds two others whole is linked to both."""
    found = search(
        [
            document("a", STORY, published="2022-05-01"),
            document("b", OTHER, published="2022-05-02"),
            document("c", f"{STORY}\n\n{OTHER}", published="2022-05-03"),
        ]
    )
    assert sorted((c.copy, c.original) for c in found) == [("c", "a"), ("c", "b")]


def test_overlaps_hold_exact_characters(search: Search) -> None:
    """Every stretch of an overlap or a drift is the document's own characters at its own place."""
    late = (
        "Breaking! " + STORY.replace("forty men allegedly refused", "sixty men refused") + " We will report."
    )
    bodies = {"a": STORY, "b": late}
    found = search(
        [document("a", STORY, published="2022-05-01"), document("b", late, published="2022-05-02")]
    )
    stretches = [s for c in found for pair in c.overlaps for s in pair]
    stretches += [s for c in found for d in c.drift for s in (d.copy, d.original) if s is not None]
    assert stretches
    assert all(bodies[s.document][s.start : s.stop] == s.words for s in stretches)


def test_a_translation_shares_rare_facts(search: Search) -> None:
    """Numbers and names in common suggest a translation, with a word of caution."""
    english = (
        "The Committee of Soldiers' Wives in Torsk counted 4,318 letters by 17 May, its head Larysa Honchar "
        "said. Of them 276 came from Brodivka and 91 from Zelenyi Hai. In the court of Brodivka Petro Sklyar "
        "heard 38 complaints, and the lawyer Marta Vilchyk filed 12 more in Torsk."
    )
    russian = (
        "Комитет солдатских жён в Торске насчитал 4318 писем к 17 мая, сказала его глава Лариса Гончар. "
        "Из них 276 пришли из Бродивки и 91 из Зелёного Гая. В суде Бродивки судья Петр Скляр рассмотрел "
        "38 жалоб, а юрист Марта Вильчик подала ещё 12 в Торске."
    )
    found = search(
        [
            document("a", english, published="2022-05-18"),
            document("b", russian, language="ru", published="2022-05-19"),
            document("c", STORY, published="2022-05-18"),
        ]
    )
    assert kinds(found) == [("b", "a", "translated")]


URL = "https://weir.example/2020/depot"


def test_a_feed_item_with_the_address_of_a_page_is_its_excerpt(search: Search) -> None:
    """The same public address is a revision only where most of both is there."""
    page = document("a", STORY, source="weir", url=URL, published="2022-05-01T09:00:00Z")
    item = document("b", " ".join(SENTENCES[:3]), source="weir", url=URL, published="2022-05-01T10:00:00Z")
    assert kinds(search([page, item])) == [("b", "a", "excerpt")]


def test_a_row_that_gives_the_address_of_a_page_is_no_version_of_it(search: Search) -> None:
    """A line of a table that sums a page up and gives its address repeats little of it."""
    page = document("a", STORY, url=URL, published="2022-05-01")
    row = document("b", "forty men refused to board the trucks near Verkhny Yar, see the page", url=URL)
    assert search([page, row]) == []


def test_versions_of_an_address_without_dates_stand_in_the_order_they_were_taken(search: Search) -> None:
    """Where nothing says when a page was published, what was taken first was first."""
    old = document("z", STORY, source="weir", address="p.html", taken="2022-05-01T08:00:00+00:00")
    new = replace(old, document="a", body=STORY.replace("forty", "fifty"), taken="2022-05-03T08:00:00+00:00")
    (found,) = search([old, new])
    assert (found.copy, found.original, found.kind, found.directed) == ("a", "z", "revision", True)
    assert any("taken from this address first" in reason for reason in found.reasons)


def test_the_first_word_of_a_quotation_is_no_name() -> None:
    """A capital that only opens a sentence says nothing of who is spoken of; a title in marks does."""
    _, names = facts(
        "Он ответил: «Только вместе. Завтра увидим», – и группа «Тихий плёс» с Ниной Белик ушла."
    )
    _, alone = facts("он ответил, и группа «Тихий плёс» с Ниной Белик.")
    assert names == alone != frozenset()
    assert facts("See https://weir.example/2020/172 now")[0] == frozenset()


def test_one_source_with_other_numbers_repeats_its_form(search: Search) -> None:
    """Another alert within the hour is another alert; the same one sent again is a copy."""
    form = "{} more boats that were heading for Brodivka were stopped by the river guard at the weir tonight."
    posts = [
        document("a", form.format("Three"), source="weir", published="2022-05-01T10:00:00Z"),
        document("b", form.format("Eight"), source="weir", published="2022-05-01T10:30:00Z"),
        document("c", form.format("Eight") + " Update.", source="weir", published="2022-05-01T10:40:00Z"),
    ]
    assert {(c.copy, c.original) for c in search(posts)} == {("c", "b")}


FRAME = (
    "Where to go in Verkhny Yar this weekend: ideas for walks and evenings of the town, gathered by "
    "the house of culture on {day}. The skating rink by the river is open, entry {price} crowns. In the hall "
    "of the old school {show}. Children under seven pay nothing at all, and their grandparents pay "
    "half of the price."
)


def test_a_frame_filled_anew_a_week_later_is_no_copy(search: Search) -> None:
    """The weekly list of another outlet has other days; the same day would make it a copy."""
    first = FRAME.format(
        day="5 October", price=40, show="the amateur theatre plays a comedy about two millers"
    )
    later = FRAME.format(day="12 October", price=55, show="a choir from Torsk sings songs of the harvest")
    pair = [document("a", first, published="2022-10-04"), document("b", later, published="2022-10-11")]
    assert search(pair) == []
    # The word before a day is no month, and does not hide it.
    worded = [
        replace(each, body=each.body.replace(day, f"evening {day}"))
        for each, day in zip(pair, ("5 October", "12 October"), strict=True)
    ]
    assert search(worded) == []
    same_day = later.replace("12 October", "5 October").replace("55", "40")
    assert kinds(search([pair[0], document("b", same_day, published="2022-10-11")])) == [("b", "a", "near")]


def test_the_next_message_of_a_series_is_no_copy(search: Search) -> None:
    """Another five after another eight is another report, whoever gives it; one changed number is drift."""
    eight = "Another eight drones on the way to Port Aldan were shot down over Raven and Domada. Crews work."
    five = "Another five drones on the way to Port Aldan were shot down over Colm. Crews work there."
    first = document("a", eight, published="2031-05-01T06:00:00+00:00")
    assert search([first, document("b", five, published="2031-05-01T06:30:00+00:00")]) == []
    changed = eight.replace("eight", "nine")
    assert search([first, document("b", changed, published="2031-05-01T06:30:00+00:00")])[0].kind == "near"


FOOT = (
    "This page is free to read because some of you pay for it. Become a member, sign up for our letter, "
    "write to "
    "us in safety, follow us where you like, and share this with whoever stands next to you at the weir."
)


def test_a_long_foot_that_two_outlets_have_is_no_copy(search: Search) -> None:
    """What asks the reader is not the news, though it stands under two texts only and is long."""
    news = [
        "The ferry to the island will not sail before noon, the harbour office of Brodivka told the crews.",
        "Two shepherds found a shell above the reservoir and marked the place with their coats and a scarf.",
    ]
    posts = [document(n, f"{text}\n\n{FOOT}") for n, text in zip("ab", news, strict=True)]
    assert search(posts) == []
    told = document("c", f"{news[0]}\n\nSubscribe | Send us news", published="2022-05-02")
    (found,) = search([replace(posts[0], published="2022-05-01"), told])
    assert (found.copy, found.original, found.score) == ("c", "a", 1.0)
    assert not found.drift


REPORT = (
    "Morning report. In the past day the batteries across the river shelled {} villages of the {} "
    "district. {} "
    "houses and {} barns were damaged, and the guard shot down {} drones. Those who need tarpaulin "
    "should turn to "
    "the office of their commune, which is open until the evening on every day of the week."
)


@pytest.mark.parametrize(
    ("ours", "theirs", "copies"),
    [
        (("11", "northern", "Nine", "four", "6"), ("5", "eastern", "Two", "seven", "3"), 0),
        (("11", "northern", "Nine", "four", "6"), ("5", "northern", "Two", "seven", "3"), 0),
        (("11", "northern", "Nine", "four", "6"), ("11", "northern", "Nine", "four", "8"), 1),
        (("11", "northern", "Nine", "four", "6"), ("12", "northern", "Nine", "four", "8"), 1),
        (
            ("some", "northern", "Many", "several", "enemy"),
            ("some", "northern", "Several", "two", "enemy"),
            1,
        ),
    ],
)
def test_a_form_with_other_numbers_everywhere_is_no_copy(
    search: Search, ours: tuple[str, ...], theirs: tuple[str, ...], copies: int
) -> None:
    """Two districts fill one form on one morning; who copies a report leaves its numbers, or changes one."""
    pair = [
        document("a", REPORT.format(*ours), published="2031-05-01T06:00:00+00:00"),
        document("b", REPORT.format(*theirs), published="2031-05-01T06:10:00+00:00"),
    ]
    assert len(search(pair)) == copies


ALERT = "Air-raid alert in the Brodivka district. Go down to the shelters and stay there until the all-clear."


def test_a_notice_that_its_source_gives_again_days_later_is_another(search: Search) -> None:
    """Two alerts of one watch a week apart, and what a channel has of the second: one copy."""
    posts = [
        document("a", ALERT, source="watch", published="2031-05-01T02:00:00+00:00"),
        document("b", ALERT, source="watch", published="2031-05-08T03:00:00+00:00"),
        document("c", ALERT, source="channel", published="2031-05-08T03:01:00+00:00"),
    ]
    assert [(c.copy, c.original) for c in search(posts)] == [("c", "b")]
    # Within the day it is the same alert, a longer text the same text, and a forward is what it says.
    again = replace(posts[1], published="2031-05-01T02:40:00+00:00")
    assert [(c.copy, c.original) for c in search([posts[0], again])] == [("b", "a")]
    long = [replace(p, body=STORY) for p in posts]
    assert {(c.copy, c.original) for c in search(long)} == {("b", "a"), ("c", "a")}
    forward = replace(posts[1], forwarded_from="watch")
    assert [(c.copy, c.original) for c in search([posts[0], forward])] == [("b", "a")]


def test_whole_sentences_in_a_round_up_are_an_excerpt(search: Search) -> None:
    """Two long texts with a passage in common: what the round-up leaves out is not told as a departure."""
    passage = " ".join(SENTENCES[2:5])
    around = OTHER.split(". ")
    digest = f"{around[0]}. {around[1]}.\n\n{passage}\n\n{around[2]}. {around[3]}"
    first = document("a", " ".join(SENTENCES[:9]), published="2022-05-01")
    (found,) = search([first, document("b", digest, published="2022-05-02")])
    assert (found.copy, found.original, found.kind) == ("b", "a", "excerpt")
    assert "sentence dropped" not in {d.effect for d in found.drift}


def test_whoever_is_reported_with_was_first(search: Search) -> None:
    """ "With reporting by …" under a text of the same day names the original, a foot below it or not."""
    first = document("z", STORY, source="Weir Post", published="2022-05-01")
    for foot in ("", "\n\nSubscribe | Follow us"):
        late = document("a", f"{STORY}\nWith reporting by Weir Post{foot}", published="2022-05-01")
        (found,) = search([first, late])
        assert (found.copy, found.original, found.directed) == ("a", "z", True)


def test_a_digest_of_the_week_has_what_it_repeats(search: Search) -> None:
    """Whole sentences with their number, days later, among other matter; the frame of a notice is none."""
    note = (
        "The growers of the Aldan plain will leave 4,100 hectares unsown this year because of mines, their "
        "union said, and it asks the state for a loan without interest."
    )
    digest = f"The week in short.\n\n{OTHER}\n\nLand. {note}\n\nSchool. Exams are held in the cellar."
    first = document("a", note, published="2031-05-05")
    (found,) = search([first, document("b", digest, published="2031-05-09")])
    assert (found.copy, found.original, found.kind) == ("b", "a", "excerpt")
    other = digest.replace("4,100 hectares unsown this year because of mines", "the lower fields to geese")
    assert search([first, document("b", other, published="2031-05-09")]) == []
