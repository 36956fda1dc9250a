"""Where a copy departs from its original, with exact characters."""

from __future__ import annotations

import numpy as np
import pytest
from tests.link.conftest import SENTENCES, document

from muster.link.drift import MOST, find_drift
from muster.link.pages import Page, page_of

STORY = " ".join(SENTENCES)


def page(name: str, body: str) -> Page:
    return page_of(document(name, body), 0, np.array([], dtype=np.uint64))


def drift(original: str, copy: str) -> list[tuple[str, str, str]]:
    """(effect, words of the copy, words of the original)."""
    found = find_drift(page("b", copy), page("a", original))
    return [(d.effect, d.copy.words if d.copy else "", d.original.words if d.original else "") for d in found]


@pytest.mark.parametrize(
    ("old", "new", "effect", "in_copy", "in_original"),
    [
        ("At least forty men", "At least sixty men", "number changed", "At least sixty", "At least forty"),
        ("At least forty men", "Forty men", "number changed", "Forty", "At least forty"),
        ("Three witnesses", "Witnesses", "number lost", "", "Three"),
        ("allegedly refused", "refused", "hedge lost", "", "allegedly"),
        (
            "agreed to the new contract",
            "wanted the new contract",
            "words inside quotation marks altered",
            "",
            "We were",
        ),
        (
            "The ministry did not answer",
            "The ministry refused to answer",
            "wording changed",
            "The ministry refused",
            "",
        ),
    ],
)
def test_one_change_is_one_departure(old: str, new: str, effect: str, in_copy: str, in_original: str) -> None:
    """A changed number, a lost hedge, altered quoted words and changed wording are each named."""
    assert old in STORY
    found = drift(STORY, STORY.replace(old, new))
    named = [row for row in found if row[0] == effect]
    assert len(named) == 1, found
    assert named[0][1].startswith(in_copy) or in_copy in named[0][1]
    assert named[0][2].startswith(in_original) or in_original in named[0][2]


def test_no_change_no_departure() -> None:
    """A text does not depart from itself, nor from itself in another order."""
    assert drift(STORY, STORY) == []
    assert drift(STORY, " ".join(SENTENCES[6:] + SENTENCES[:6])) == []


def test_sentences_added_and_dropped() -> None:
    """A sentence only in the copy is added, one only in the original dropped."""
    new = "Hail fell on the orchards of Brodivka that night and broke every pane of the glasshouses."
    found = drift(STORY, " ".join((*SENTENCES[:4], new, *SENTENCES[5:])))
    assert found == [("sentence added", new, ""), ("sentence dropped", "", SENTENCES[4])]


def test_quotation_marks_lost() -> None:
    """The same words without their marks are the outlet's own now."""
    found = drift(STORY, STORY.replace("“", "").replace("”", ""))
    assert [row[0] for row in found] == ["quotation marks lost"]
    assert found[0][2] == "We were never asked whether we agreed to the new contract"
    assert found[0][1] == found[0][2]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        (
            "По данным штаба, не менее 300 человек отказались ехать на фронт в мае.",
            "По данным штаба, 500 человек отказались ехать на фронт в мае.",
        ),
        (
            "За даними штабу, не менше 300 людей відмовилися їхати на фронт.",
            "За даними штабу, 500 людей відмовилися їхати на фронт.",
        ),
    ],
)  # fmt: skip
def test_numbers_change_in_every_language(original: str, copy: str) -> None:
    """Russian and Ukrainian numbers are compared with their bounds."""
    assert "number changed" in [row[0] for row in drift(original, copy)]


def test_the_list_is_bounded() -> None:
    """A thousand changed sentences give the first sixty, numbers before wording."""
    lines = [
        f"On line {i} of the tramway {i + 7} cars stood still beside the old brick depot." for i in range(300)
    ]
    changed = [line.replace("stood still", "were standing").replace("cars", "trams") for line in lines]
    assert len(drift("\n".join(lines), "\n".join(changed))) <= MOST


def test_a_changed_number_is_shown_with_what_it_counts_on_both_sides() -> None:
    """The stretches are of one kind: the number with its word, never a number against a sentence."""
    old = "The yard had received 12 of these letters and could not yet find the other 46."
    found = drift(old, old.replace("12", "14").replace("46", "44"))
    assert [row for row in found if row[0] == "number changed"] == [
        ("number changed", "14 of these letters", "12 of these letters"),
        ("number changed", "44", "46"),
    ]


@pytest.mark.parametrize(
    ("original", "copy", "rows"),
    [
        (
            "Nine drivers signed the letter at the depot on the ring road that evening.",
            "Drivers signed the letter at the depot on the ring road that evening.",
            [("number lost", "", "Nine drivers")],
        ),
        (
            "Drivers signed the letter at the depot on the ring road that evening.",
            "Nine drivers signed the letter at the depot on the ring road that evening.",
            [("number added", "Nine drivers", "")],
        ),
        (
            "One of the drivers signed the letter at the depot on the ring road.",
            "A driver signed the letter at the depot on the ring road.",
            [],
        ),
        (
            "В парке не вышли на линию ни один водитель и ни один слесарь, сказал начальник депо.",
            "В парке не вышли на линию девять водителей и ни один слесарь, сказал начальник депо.",
            [("number changed", "девять водителей", "ни один водитель")],
        ),
    ],
)  # fmt: skip
def test_a_number_on_one_side_is_lost_or_added(
    original: str, copy: str, rows: list[tuple[str, str, str]]
) -> None:
    """Only two numbers are a change; a lone "one" is a pronoun; none is a number."""
    found = [row for row in drift(original, copy) if row[0].startswith("number")]
    # The side without the number shows its whole sentence.
    assert found == [(effect, ours or copy, theirs or original) for effect, ours, theirs in rows]


def test_a_sentence_cut_in_two_loses_no_number() -> None:
    """What stands in the other half is not lost."""
    old = "Of the 64 people on the ferry, nine fell ill, according to Marek, who sat on the upper deck."
    new = "Marek sat on the upper deck. Of the 64 people on the ferry, nine fell ill."
    assert not [row for row in drift(old, new) if row[0].startswith("number")]


@pytest.mark.parametrize(
    "head",
    [
        "BRODIVKA, May 21 (Weir Wire) – ",
        "BRODIVKA (Weir Wire) -- ",
        "БРОДОВКА, 21 мая (Плёс) – ",
        "12 June 2020\n\n",
    ],
)  # fmt: skip
def test_a_dateline_is_no_part_of_its_sentence(head: str) -> None:
    """Place, date and agency before the first word are neither numbers nor hedges that a copy lost."""
    body = "At least 300 people had left the valley by 15 May, the relief office said on Monday."
    assert drift(head + body, body) == []
    assert drift(body, head + body) == []


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The mill allegedly burned for three days.", "It is alleged that the mill burned for three days."),
        ("The flood possibly took the bridge.", "It is possible that the flood took the bridge."),
        ("The ferry left on 15 May with the post.", "The ferry left on the fifteenth with the post."),
        ("Мельница вероятно горела три дня подряд.", "Вероятнее всего, мельница горела три дня подряд."),
    ],
)
def test_another_form_of_a_hedge_is_no_loss(original: str, copy: str) -> None:
    """A hedge is compared by its base form; the month is none."""
    assert "hedge lost" not in [row[0] for row in drift(original, copy)]


REWRITTEN_FROM = (
    "The head of the Weir Group, Toma Belik, said that his staff had talked to the crews of eleven ferries.",
    "“Leaving the river is no longer the choice of loners, it is a talk that whole crews are having.”",
    "He thinks that between 15 and 30 percent of the crews, as far as we know, will have left by autumn.",
)
REWRITTEN_TO = (
    "Chief of the Weir Group Toma Belik stated his employees spoke with crews of eleven ferries.",
    "“To leave the river is not a deed of lonely people, it is conversation among entire crews.”",
    "In his opinion 30 percent of crews are leaving by autumn.",
)


def test_rewritten_sentences_are_compared() -> None:
    """Sentences that share their rarer words, or stand between such, are aligned though few runs are left."""
    found = drift(" ".join(REWRITTEN_FROM), " ".join(REWRITTEN_TO))
    effects = [row[0] for row in found]
    assert ("number changed", "30 percent of crews", "between 15 and 30 percent of the crews") in found
    assert "hedge lost" in effects
    assert "words inside quotation marks altered" in effects
    assert "sentence added" not in effects


def test_a_name_in_another_case_is_not_altered() -> None:
    """Inside marks, a title that is only inflected is the same title."""
    old = "Об этом рассказала читателям основательница «Тихого плёса» Нина Белик вечером в среду."
    new = "Об этом рассказал читателям «Тихий плёс» и основательница Нина Белик вечером в среду."
    assert "words inside quotation marks altered" not in [row[0] for row in drift(old, new)]


FERRY = "The ferry left Brodivka with 40 men and two guards, the harbour master Ilya Saruk said on Monday."


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        # A time of day is one figure, shown whole.
        ("The truce begins at 11:00 on Monday in Brodivka, the envoy said.",
         "The truce begins at 10:00 on Monday in Brodivka, the envoy said.",
         [("number changed", "10:00", "11:00")]),
        ("The truce begins at 9:00 on Monday in Brodivka, the envoy said.",
         "The truce begins at 09:00 on Monday in Brodivka, the envoy said.", []),
        # The number of a name counts nothing.
        ("The guard lost a Vydra-7 boat near the weir of Brodivka on Monday.",
         "The guard lost a Vydra boat near the weir of Brodivka on Monday.", []),
        # What only moved to another sentence is neither lost nor added.
        (f"{FERRY} Nobody knows where it went. The crew of 650 people waits.",
         "The ferry left Brodivka with men and two guards, the harbour master Ilya Saruk said on Monday. "
         "Nobody knows where it went. The crew of 650 people waits. They were 40 men.", []),
        # "About" is a part of the number.
        ("Около 700 человек вышли к переправе в Бродивке, сказал староста.",
         "700 человек вышли к переправе в Бродивке, сказал староста.",
         [("number changed", "700 человек", "Около 700 человек")]),
        # A preposition is not what is counted, and kilometres do not stand for boats.
        ("С 22 по 28 мая переправа в Бродивке закрыта, лодки ждут у старой плотины.",
         "28 мая переправа в Бродивке закрыта, лодки ждут у старой плотины.",
         [("number lost", "28 мая переправа в Бродивке закрыта, лодки ждут у старой плотины.", "22")]),
        # One person with and without a title, and a body with a capital, are no two speakers.
        ("Дмитро Савчук сказав, що переправу в Бродівці закрито через мінування річки.",
         "Голова ОВА Савчук сказав, що переправу в Бродівці закрито через мінування річки.", []),
        ("Тома Белик заявил, что переправа в Бродивке закрыта из-за мин на реке Тарне.",
         "Власти Тарны заявили, что переправа в Бродивке закрыта из-за мин на реке Тарне.", []),
        # A term with a hyphen is no quotation.
        ("Билет «туда-обратно» до Бродивки с мая стоит дороже, сказал староста села.",
         "Билет туда-обратно до Бродивки с мая стоит дороже, сказал староста села.", []),
    ],
)  # fmt: skip
def test_real_posts_show_what_counts(original: str, copy: str, expected: list[tuple[str, str, str]]) -> None:
    """Kinds of departures that 30 families of real posts showed wrongly; the words are invented."""
    plain = ("wording changed", "sentence added", "sentence dropped")
    found = [row for row in drift(original, copy) if row[0] not in plain]
    assert found == expected
