"""Copies told again in other words: few common runs, the same facts, the same order of sentences."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.costs import growth, seconds
from tests.link.conftest import copies_of, document

from muster.link import CopyInput
from muster.link.retold import facts_in
from muster.model.links import Copy

Search = Callable[[Iterable[CopyInput]], list[Copy]]

TOLD = (
    "Toma Belik, the head of the Weir Group, said on Monday that 1,340 households had left Brodivka.",
    "According to Belik, between 15 and 30 percent of the crews that went back to ferries refused to sail.",
    "“We have seen nine letters that threaten the crews and not one with a number,” he said.",
    "The harbour master, Colonel Ilya Saruk, called the report an invention and declined to comment further.",
    "Nina Drach, a lawyer from Krynytsia, considers the estimate of the Weir Group cautious.",
    "In her own practice, she said, it is a matter of 46 clients, of whom 12 were held on the island.",
)
AGAIN = (
    "Households leaving Brodivka now number 1,340, the Weir Group head Toma Belik told on Monday.",
    "Belik says 30 percent of crews returned to ferries are refusing sailing.",
    "“We saw 19 letters threatening crews and none having a number,” he stated.",
    "Report is invention, Colonel Ilya Saruk, master of the harbour, said, declining further comments.",
    "The lawyer Nina Drach of Krynytsia regards as cautious what Weir Group estimates.",
    "Her practice has 46 clients, 12 among them having been held on the island.",
)
OWN = (
    "In Brodivka yesterday people carried beds and stoves onto barges while Toma Belik counted them.",
    "A woman with two goats said that nobody from the Weir Group had asked her anything.",
    "Of the 1,340 households that Belik speaks of she knows three, all of them cousins of her husband.",
    "Colonel Ilya Saruk walked past us without a word and had the gate of the harbour shut at noon.",
    "It was Nina Drach, the lawyer, who let us into her office in Krynytsia and made tea.",
    "She pulled a folder with 46 names from the shelf, put it back and asked us to switch the recorder off.",
)


def changed_numbers(found: Copy) -> list[tuple[str, str]]:
    rows = [d for d in found.drift if d.effect == "number changed"]
    return [(d.copy.words, d.original.words) for d in rows if d.copy and d.original]


def test_a_story_told_again_in_other_words_is_a_rewriting(search: Search) -> None:
    """Sentence by sentence the same facts and words by base form; numbers and hedges are compared."""
    first = document("a", " ".join(TOLD), published="2020-05-02")
    again = document("b", " ".join(AGAIN) + " /Weir Post", published="2020-05-03")
    (found,) = search([first, again])
    assert (found.copy, found.original, found.kind, found.directed) == ("b", "a", "rewritten", True)
    assert any("in the same order" in reason for reason in found.reasons)
    assert any("numbers are the same" in reason for reason in found.reasons)
    assert ("19 letters", "nine letters") in changed_numbers(found)
    for ours, theirs in found.overlaps:
        assert again.body[ours.start : ours.stop] == ours.words
        assert first.body[theirs.start : theirs.stop] == theirs.words


def test_another_report_of_the_same_people_is_no_copy(search: Search) -> None:
    """The same names and numbers in a reporter's own story are two stories."""
    first = document("a", " ".join(TOLD), published="2020-05-02")
    assert search([first, document("b", " ".join(OWN), published="2020-05-03")]) == []


def test_texts_far_apart_are_not_suggested(search: Search) -> None:
    """A rewriting follows within days."""
    first = document("a", " ".join(TOLD), published="2020-05-02")
    assert search([first, document("b", " ".join(AGAIN), published="2020-05-12")]) == []


def test_without_dates_only_the_order_of_words_tells(search: Search) -> None:
    """Nothing says that an undated text follows; that its words follow each other as the other's do, does.
    Which was first is not shown."""
    first = document("a", " ".join(TOLD), published="2020-05-02")
    (found,) = search([first, document("b", " ".join(AGAIN))])
    assert found.kind == "rewritten" and not found.directed
    assert "at the same distances" in found.reasons[0]


def test_an_outlet_that_follows_its_own_story_up_is_not_its_copy(search: Search) -> None:
    """One source tells its own news again."""
    first = document("a", " ".join(TOLD), source="weir", published="2020-05-02")
    assert search([first, document("b", " ".join(AGAIN), source="weir", published="2020-05-03")]) == []


def test_a_message_of_one_sentence(search: Search) -> None:
    """Most longer words and a number in one sentence of the other, within a day, another bound."""
    first = document(
        "a",
        "Сколько их? По нашим подсчётам, не менее 730 паромщиков и лоцманов из четырёх гаваней подали письмо "
        "об отказе возвращаться на Плёс. Это только те, чьи письма видели наши юристы. Их не считал никто.",
        published="2020-05-02T10:00:00Z", language="ru",
    )  # fmt: skip
    again = document(
        "b",
        "По подсчётам, более 730 паромщиков и лоцманов из четырёх гаваней отказались возвращаться на Плёс",
        published="2020-05-02T13:00:00Z", language="ru",
    )  # fmt: skip
    (found,) = search([first, again])
    assert (found.copy, found.original, found.kind) == ("b", "a", "rewritten")
    assert changed_numbers(found) == [("более 730 паромщиков", "не менее 730 паромщиков")]


def test_bulletins_with_other_numbers_are_no_copies(search: Search) -> None:
    """A form that is used again for another event shares its words but not its numbers."""
    form = "За ночь над гаванью и Верхним Плёсом сбито {} беспилотников, обломки упали на склад."
    posts = [
        document(f"p{i}", form.format(17 + i), published=f"2020-05-02T{10 + i}:00:00Z", language="ru")
        for i in range(3)
    ]
    assert [c for c in search(posts) if any("by base form" in r for r in c.reasons)] == []


def test_numbers_of_web_addresses_are_no_facts() -> None:
    """What stands in a link is no number of the text."""
    assert facts_in("See https://weir.example/20200502/17234 for Toma Belik.") == facts_in(
        "See for Toma Belik."
    )


def test_the_order_in_which_documents_come_changes_nothing(search: Search) -> None:
    """The same documents give the same copies."""
    first = document("a", " ".join(TOLD), published="2020-05-02")
    again = document("b", " ".join(AGAIN), published="2020-05-03")
    own = document("c", " ".join(OWN), published="2020-05-03")
    assert search([first, again, own]) == search([own, again, first])


def test_the_cost_grows_with_the_number_of_documents(tmp_path: Path) -> None:
    """Four times as many reports that share one name and one number take less than ten times as long."""
    rng = random.Random(3)
    words = ["".join(rng.choices("abcdeghiklmnoprstu", k=rng.randint(4, 9))) for _ in range(4_000)]

    def report(number: int) -> CopyInput:
        own = " ".join(rng.choices(words, k=30))
        body = f"The Weir Group of Toma Belik has 1,340 letters. {own.capitalize()}."
        return document(f"d{number:05}", body, published=f"2020-0{1 + number % 9}-1{number % 9}")

    def cost(size: int) -> float:
        documents = [report(i) for i in range(size)]
        return seconds(lambda: copies_of(documents, tmp_path / f"w{size}"))

    cost(200)
    assert growth(cost, 500, 2_000, most=10) < 10


MACHINE = {
    "en": (
        "Engineers gave power back to the northern half of Verkhny Yar on Monday, five days after a "
        "missile hit its "
        "switching yard. The head of the grid, Toma Belik, said that 58,000 households were connected "
        "again and that "
        "another 23,000 in the south would have to wait until Thursday. Two of his linesmen had died of "
        "burns on "
        "Saturday, when the yard was struck once more.",
        "Electricity has returned to the northern districts of Verkhny Yar, with crews finishing repairs "
        "on Monday "
        "after last week's rocket attack on the switchyard. According to grid chief Toma Belik, supply "
        "is back for "
        "58,000 homes, while a further 23,000 customers in the south face a wait until Thursday. Burns "
        "killed two "
        "line workers on Saturday in another strike on the yard.",
        "Toma Belik sat on a crate of insulators and ate an apple. The head of the grid of Verkhny Yar "
        "has slept in "
        "his van since the missile. Of the 58,000 households that his men brought back he knows one by "
        "name, his "
        "aunt's. The other 23,000 write to him on Thursday, he joked, and on every other day of the week "
        "too.",
    ),
    "ru": (
        "В Верхнем Яру вечером 18 марта обрушился пролёт моста, по которому днём прошла колонна "
        "грузовиков. Под "
        "обломками оказались четыре машины, погибли трое, сообщил мэр Тома Белик. По его словам, мост "
        "построили в "
        "1974 году и ни разу не ремонтировали. В больницу доставили 17 человек, одному ампутировали ногу.",
        "Трое человек погибли при обрушении мостового пролёта в Верхнем Яру. Как рассказал "
        "градоначальник Тома "
        "Белик, обломки накрыли четыре автомобиля. Произошло это вечером 18 марта, ранее там проехали "
        "грузовики. "
        "Мост возведён в 1974 году, ремонта не было никогда. Госпитализированы 17 пострадавших, одному "
        "из них "
        "пришлось ампутировать ногу.",
        "О мосте в Верхнем Яру Тома Белик писал в область ещё весной: опоры 1974 года, перила держат "
        "только чайки. "
        "18 марта он снова ждал ответа у телефона. Теперь во дворе больницы стоят родные 17 раненых, "
        "жгут костёр и "
        "никого не пускают к крыльцу; мэра впустили, он принёс дрова и молчал до полуночи.",
    ),
    "uk": (
        "Суд у Верхньому Яру залишив під вартою двох інженерів, яких звинувачують у передачі координат "
        "станції. "
        "Адвокатка Ніна Драч каже, що її підзахисних затримали 22 березня без свідків, а телефони "
        "вилучили лише через "
        "добу. Прокурор просив 60 діб, суд дав 45. Обом загрожує довічне ув'язнення.",
        "Двоє інженерів, підозрюваних у тому, що передали координати станції, лишаються за ґратами: так "
        "вирішив суд у "
        "Верхньому Яру. Арешт триватиме 45 діб, хоча прокурор вимагав 60. Захисниця Ніна Драч наголошує: "
        "затримання "
        "22 березня відбулося без свідків, телефони забрали тільки за добу. Чоловікам загрожує довічне.",
        "Ніна Драч виходить із суду Верхнього Яру з порожньою теці: 45 аркушів клопотань лишилися на "
        "столі. За рогом "
        "її чекають дружини, одна принесла чай. З 22 березня вони бачилися щодня, а чоловіків бачили "
        "раз. 60 кроків "
        "до зупинки, рахує менша, і всі з гори.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", list(MACHINE))
def test_what_a_machine_tells_again_is_a_rewriting_by_meaning(search: Search, language: str) -> None:
    """Other words for the same, with the same facts, in whatever order; a reporter's own story is none."""
    first, again, own = MACHINE[language]
    early = document("a", first, language=language, published="2020-05-02T08:00:00+00:00")
    late = document("b", again, language=language, published="2020-05-02T12:00:00+00:00")
    (found,) = search([early, late])
    assert (found.copy, found.original, found.kind) == ("b", "a", "rewritten")
    assert search([early, replace(late, body=own)]) == []
    assert search([early, replace(late, published="2020-06-02")]) == []


def test_two_days_of_one_bulletin_are_no_retelling(search: Search) -> None:
    """Much the same is said of another day with other figures."""
    first = MACHINE["en"][0]
    later = (
        MACHINE["en"][1]
        .replace("58,000", "41,000")
        .replace("23,000", "12,500")
        .replace("northern", "eastern")
    )
    pair = [document("a", first, published="2020-05-02"), document("b", later, published="2020-05-03")]
    assert search(pair) == []
