"""Questions are sorted by what they say: who is held first; days still to come; guards; cost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.cases.intake.alike import alike
from muster.cases.intake.families import akin
from muster.cases.intake.masked import masked
from muster.cases.intake.triage import URGENCIES, read_lexicon, sort, words_heard
from muster.cases.intake.weeks import Counted, shared_words, weeks_of
from muster.model.errors import Refused

DAY = date(2031, 5, 1)


@pytest.mark.parametrize(
    ("text", "urgency", "heard"),
    [
        ("Брата заперли в гараже", "detained", "заперли"),
        ("Могут ли меня запереть? Если закрыли на замок, куда жаловаться", "question", ""),
        ("Его уже отпустили, а то держали в подвале. Это законно?", "question", ""),
        ("Сина не випускають з казарми", "detained", "не випускають"),
        ("They won't let him out of the barracks", "detained", "won't let him out"),
        ("Срок контракта истёк, не отпускают домой", "deadline", "Срок контракта истёк"),
        ("Суд 14 мая в десять", "deadline", "14 мая"),
        ("Суд был 14 апреля", "question", ""),
        ("С 14 мая новая статья закона, меня посадят?", "question", ""),
        ("Hearing tomorrow", "deadline", "tomorrow"),
        ("Командир угрожает отправить первым", "threat", "угрожает"),
        ("Пришлите образец", "letter", "образец"),
        ("Видаліть моє листування", "withdrawal", "Видаліть"),
        ("Спасибо!", "other", "Спасибо"),
        ("", "question", ""),
    ],
)
def test_the_words_that_gave_it_are_named(text: str, urgency: str, heard: str) -> None:
    """Held now, not perhaps and not over; a day ahead that is no law's; else the rest."""
    found = sort(text, DAY)
    assert found.urgency == urgency
    assert heard in " … ".join(words_heard(text, found))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("повестка на 14 мая", "2031-05-14"),
        ("call-up on the 3rd of May", "2031-05-03"),
        ("завтра суд", "2031-05-02"),
        ("через 3 дня суд", "2031-05-04"),
        ("до пятницы", "2031-05-02"),
        ("суд 1 июля", None),
        ("суд 30 апреля", None),
        ("повестка на 31 февраля", None),
        ("Отказ получили 24 апреля, обжалуется в десятидневный срок", "2031-05-03"),
        ("Відмову отримали 21 квітня, десятиденний строк. Сьогодні?", "2031-05-01"),
        ("The refusal came on 23 April, to be appealed within 10 days", "2031-05-02"),
        ("Отказ получили 2 апреля, десятидневный срок. Поздно?", None),
        ("Часть требует явиться сегодня", "2031-05-01"),
        ("Сегодня пришло письмо из части", None),
    ],
)
def test_the_day_is_one_that_is_still_to_come_and_near(text: str, day: str | None) -> None:
    """As of the day the question came, whatever today is."""
    found = sort(text, DAY).day
    assert (str(found) if found else None) == day


@given(text=st.text(max_size=200))
@example(text="AAA\U00017180")
def test_any_text_is_sorted_and_masked(text: str) -> None:
    """An urgency of the list, words that stand in it, and nothing raised."""
    found = sort(text, DAY)
    assert found.urgency in URGENCIES
    assert all(words in text for words in words_heard(text, found))
    assert isinstance(masked(text), str)


def test_sorting_costs_what_the_text_costs() -> None:
    """A page of cues, half-cues and blanks."""
    page = "не выпускают забрали ночью рапорт кто напишет "
    assert growth(lambda n: seconds(lambda: sort(page * n, DAY)), 40, 160, most=7.0) <= 7.0


OWN = """version = "t2"
[[topic]]
id = "dogs"
cues = ["собак*"]
[urgency.threat]
cues = ["гавкал*"]
"""


def test_a_teams_own_words_add_to_ours_and_a_wrong_file_is_named() -> None:
    """A topic of its own; an urgency that is none; a file that is no TOML."""
    own = read_lexicon(OWN)
    found = sort("Собаку служебную отдадут? Он гавкал на нас.", DAY, own)
    assert (own.version, found.topics[:2], found.urgency) == ("t2", ("threats", "dogs"), "threat")
    for wrong in ("[urgency.soon]\ncues = []", "[[topic]]\ncues = []", "]["):
        with pytest.raises(Refused):
            read_lexicon(wrong)


def test_two_relatives_share_rare_words_and_strangers_do_not() -> None:
    """By place and injury across two languages; the words are named."""
    crowd = [(f"Q-{n}", f"Как писать рапорт номер {n}?", "ru") for n in range(30)]
    pair = [
        ("Q-A", "Мужа после аварии с трактором зовут в Чернополье на комиссию", "ru"),
        ("Q-B", "Мій брат після аварії, трактор його переїхав, а його кличуть у Чернополье", "uk"),
    ]
    found = akin([*crowd[:15], *pair, *crowd[15:]], frozenset({"Q-B"}))
    assert [(a.earlier, a.later) for a in found] == [("Q-A", "Q-B")]
    assert len(found[0].shared) >= 2


def test_weeks_hide_few_and_count_a_family_once() -> None:
    """Seven ask one thing, two of them of one family; four ask another and are hidden."""
    asked = [Counted("2031-05-01", "pay", f"f{min(n, 5)}") for n in range(7)]
    asked += [Counted("2031-05-01", "weapon", f"g{n}") for n in range(4)]
    (week, _all) = weeks_of(asked)
    assert (week["week"], week["weapon"]) == ("2031-W18", "hidden")
    assert week["pay"] in ("6", "hidden")
    assert not (week["pay"] == "6" and week["all"] == "10")


def test_words_that_many_unsorted_questions_share_are_shown() -> None:
    """Five and more; fewer are nobody's business."""
    texts = [(f"собаке нужен корм {n}", "ru") for n in range(5)] + [("кошка", "ru")] * 4
    words = dict(shared_words(texts))
    assert words.get("собаке") == 5
    assert "кошка" not in words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The board sits thursday at nine, what do we bring?", "2031-04-10"),
        ("Дежурный ждёт его в субботу к полудню, идти?", "2031-04-12"),
        ("Комісія цю п'ятницю, чи йти без довідки?", "2031-04-11"),
        ("В пятницу, когда их построили, он промолчал. Что теперь?", None),
        ("They stood in the yard on Friday and he refused. What now?", None),
        ("I want to hand it in tomorrow. Is that wise?", None),
        ("He must hand it in by tomorrow. Is that wise?", "2031-04-08"),
    ],
)
def test_a_weekday_to_come_is_a_limit_and_ones_own_plan_is_none(text: str, day: str | None) -> None:
    """What the clause tells of as past is past; a day that the writer chose is nobody's limit."""
    found = sort(text, date(2031, 4, 7))
    assert (found.urgency == "deadline", str(found.day) if found.day else None) == (day is not None, day)


def test_thanks_without_a_question_ask_for_no_letter() -> None:
    """With one, in whatever words, they do."""
    assert sort("Спасибо за рапорт, приняли со штампом.", date(2031, 4, 7)).urgency == "other"
    assert sort("Спасибо. Подскажите, как подать рапорт.", date(2031, 4, 7)).urgency == "letter"
    assert sort("Thanks for all, delete my messages", date(2031, 4, 7)).urgency == "withdrawal"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Отправка 25 июня, рапорт лежит.", "Отправка 25 июня, рапорт лежит."),
        ("Interior Guard here. Does Article 214 apply?", "Interior Guard here. Does Article 214 apply?"),
        ("Живём на ул. 8 Марта, 12", "Живём на [address]"),
        ("вера морозова пропала", "[name] пропала"),
        ("Rose Baker is held", "[left out] is held"),
    ],
)
def test_days_and_words_of_the_language_are_not_masked_and_names_are(text: str, kept: str) -> None:
    """A day taken for an address was a limit lost."""
    assert masked(text) == kept


_LIKE = [
    ("Q-1", "Must the tank driver return the bonus for the second rotation?", "en"),
    ("Q-2", "Водитель танка должен вернуть премию за ротацию?", "ru"),
    ("Q-3", "My neighbour keeps bees, is that allowed near barracks?", "en"),
    ("Q-4", "Who returns a bonus after rotation, the driver?", "en"),
    ("Q-5", "Собака заболела, кто её лечит в питомнике?", "ru"),
    ("Q-6", "Can he send parcels with warm socks?", "en"),
    ("Q-7", "Коли відкриється бібліотека?", "uk"),
]


def test_questions_that_ask_the_like_are_put_together() -> None:
    """Across languages, by what they share; what a person said of one stands beside the others, and joins
    none."""
    (group,) = alike(_LIKE, {"Q-2": "pay"})
    assert group.codes == ("Q-1", "Q-2", "Q-4") and (group.topic, group.by_person) == ("pay", 1)
    assert "bonus" in group.words or "премию" in group.words
    assert alike(_LIKE[:1], {}) == [] and alike([], {}) == []


def test_what_a_person_told_apart_stays_apart() -> None:
    """No group holds two topics that people gave."""
    for group in alike(_LIKE, {"Q-1": "pay", "Q-2": "rotation"}):
        assert not {"Q-1", "Q-2"} <= set(group.codes)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Брат в Малом Броде, забрали ночью", "Малом Броде"),
        ("Мы из Верхних Ключей, муж в Новосаринске", "Новосаринске"),
        ("Я из Внутренней гвардии", "Внутренней"),
        ("Чоловік у Верхній Балці", "Верхній Балці"),
        ("Верю в Петрова", ""),
        ("Бой в Зайцеве", ""),
        ("Души не чаю в Марине", ""),
        ("Он из Кривого взвода", ""),
        ("Сижу у Сидорова в кабинете", ""),
    ],
)
def test_where_somebody_is_stays_and_who_it_is_goes(text: str, kept: str) -> None:
    """A place after "in" or "from" is needed to find him; what may be somebody's name is masked."""
    assert (kept in masked(text) and "[" not in masked(text)) if kept else ("[name]" in masked(text))
