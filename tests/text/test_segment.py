"""Paragraphs and sentences, written as lines that read like prose; ``|`` marks where a sentence ends."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muster.text.segment import paragraphs, sentences

SPLITS = [
    "He left.|She stayed.",
    "Mr. Brook met Dr. Holt at 5 p.m. on Monday.|They spoke for an hour.",
    "The U.S. Army said so.|It was in the U.S.|The army left.",
    "It was no. 5 on the list.|Others came.",
    "Is it true?|“Yes,” he said.|“It is.”|She nodded.",
    '"Why?" he asked.|"Because," she said.',
    "They waited… and waited.|Then they went.",
    "В 2022 г. солдаты вернулись.|Они жили в г. Энске, на ул. Садовой, д. 5.",
    "Это было в 2021 г.|Потом он уехал.",
    "А. Б. Ветров и В.Г. Лугов подписали письмо.|Его отправили.",
    "Приехали журналисты, врачи и т. д. и уехали.|Остался он один.",
    "По ст. 328 и ч. 2 ст. 337 дел нет.|Юристы ждут.",
    "«Нет!» — сказал он.|Все молчали.",
    "«Мы не поедем!» — Ветров.|Так и было.",
    "Погибли 5 тыс. человек, ещё 3 млн. уехали.|Цифры не проверены.",
    "Це сталося о 5 год. ранку.|Вони прийшли на вул. Сонячну.",
    "М. Гай і О. Мельник повернулися.|Їх двоє.",
    "Суд арестовал Анну К.|По словам адвоката, она больна.",
    "Суд затримав Анну К.|За словами адвоката, вона хвора.",
    "Police held Andrei K.|According to his lawyer, he is ill.",
    "Эдгар А. По написал это.|Об этом сказал Иван С. Тургенев.",
    "Анна (имя изменено. – Ред.) ушла.|Её ждали.",
    "Лина (имя изменено. – Прим. автора), 40 лет, ушла.|Её ждали.",
    "John F. Holm came.|Анна К. В. Рощина ушла.",
]


@pytest.mark.parametrize("line", SPLITS)
def test_a_sentence_ends_where_a_reader_would_end_it(line: str) -> None:
    """Abbreviations, initials and marks after the stop do not break a sentence."""
    body = line.replace("|", " ")
    assert [body[s.start : s.stop] for s in sentences(body)] == line.split("|")


def test_a_line_is_a_paragraph_in_news_and_posts() -> None:
    """Single line breaks part paragraphs where lines end like paragraphs."""
    body = "Главное к утру\nОбстрелян посёлок Дальний\r\n🔻 Ранены трое\n\nПодписаться"
    assert [body[p.start : p.stop] for p in paragraphs(body)] == [
        "Главное к утру", "Обстрелян посёлок Дальний", "🔻 Ранены трое", "Подписаться",
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Where two fifths of the breaks fall inside a sentence, lines are joined."""
    body = (
        "The convoy left the camp early in the morning and\n"
        "reached the river by noon, where it was told to\n"
        "wait for orders.\n"
        "- first item\n"
        "- second item\n"
        "\n"
        "Nobody came."
    )
    found = [body[p.start : p.stop] for p in paragraphs(body)]
    assert found[0].startswith("The convoy") and found[0].endswith("wait for orders.")
    assert found[1:] == ["- first item", "- second item", "Nobody came."]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_sentences_hold_every_solid_character_once(body: str) -> None:
    """Whatever the text: trimmed, in order, without overlap, nothing but blanks left out."""
    spans = sentences(body)
    at = 0
    for span in spans:
        assert not body[at : span.start].strip()
        words = body[span.start : span.stop]
        assert words and words == words.strip()
        at = span.stop
    assert not body[at:].strip()


@given(st.text(alphabet="aБ.!?…\"«»“”' \n\r\t-—1г", max_size=300))
def test_sentences_never_cross_paragraphs(body: str) -> None:
    """Each sentence lies in one paragraph."""
    blocks = paragraphs(body)
    assert all(any(b.start <= s.start and s.stop <= b.stop for b in blocks) for s in sentences(body))


@pytest.mark.parametrize("piece", ["a", ".", "А. ", "\n", "\n\n", "«", "word ", "a\n", "...", "' "])
def test_cost_grows_with_length_only(piece: str) -> None:
    """A megabyte without sense is segmented in seconds."""
    body = piece * (1_000_000 // len(piece))
    start = time.process_time()
    sentences(body)
    assert time.process_time() - start < 8
