"""Who is meant across sentences of Russian and Ukrainian: pronouns, offices, kin, «там», dropped subjects."""

from __future__ import annotations

from pathlib import Path

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text

_TABLES = [Path(__file__).parent / name for name in ("speakers_slavic.txt", "speakers_uk.txt")]
_LINES = [
    line
    for table in _TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _share(claim: Claim, start: int, stop: int) -> float:
    parts = claim.parts or (claim.passage,)
    shared = sum(max(0, min(p.stop, stop) - max(p.start, start)) for p in parts)
    return shared / (sum(p.stop - p.start for p in parts) + stop - start - shared)


@pytest.mark.parametrize("line", _LINES)
def test_each_claim_is_led_to_its_speaker(line: str) -> None:
    """The nearest speaker of each marked claim has the name, or is called so, that stands behind the bar."""
    marked, _, names = line.replace("¶", "\n\n").rpartition(" | ")
    body, spans = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            spans.append((len(body), len(body) + len(piece)))
        body += piece
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    claims = [c for c in reading.claims if not c.own_voice]
    for (start, stop), name in zip(spans, names.split("; "), strict=True):
        best = max(claims, key=lambda c: _share(c, start, stop))
        assert _share(best, start, stop) >= 0.5, [c.passage.words for c in claims]
        told = (best.said_by[0].name or best.said_by[0].role or "").casefold()
        if name.startswith("="):  # this and no more
            assert told == name[1:].casefold(), best.said_by
            continue
        assert told and (told in name.casefold() or name.casefold() in told), best.said_by


_THE_OUTLETS = """
Про це повідомила речниця Тамара Дзюбко. Нагадаємо, торік міст уже закривали.
Очевидець Назар Гук розповів, що чув вибух. Пожежу загасили о дев'ятій. Чоловіка госпіталізували.
Речник поліції Ігор Дуб розповів, що водія знайшли. Його затримали. Відкрили провадження.
Мер Остап Крига сказав, що міст закрито. Рух перекрили. Об'їзд облаштували через Глинище.
Пекарка Настя Гукало розповіла, що шукає сина. Мовчала довго. Потім заплакала.
Пекарка Настя Гукало планує відкрити крамницю. Піч купували всією родиною.
Пекарка Настя Гукало розповіла, що її тримали у школі. Суд заслуховував свідків два дні.
Пекарка Настя Гукало розповіла, що її тримали у школі. Торік у громаді фіксували десять таких випадків.
Пекарка Настя Гукало розповіла, що її тримали у школі. Редакція перевіряла ці слова.
Пекарка Настя Гукало розповіла, що її тримали у школі. Слідчий Роман Бик опитував сусідів.
Пекарка Настя Гукало розповіла, що її тримали у школі.¶Школу будували сім років.
Обленерго повідомило, що лінію пошкоджено. Світло вмикали на годину.
Кухар Юхим сказав, що їжі вистачить. Чи годували тих, хто прийшов без документів?
Кухар Юхим сказав, що їжі вистачить. Кухня працює з ранку. Годують усіх.
Пекарка Настя Гукало розповіла, що її тримали у школі. У 2019 році школу збиралися закрити.
Очевидец Назар Гуков рассказал, что слышал взрыв. Пожар потушили к девяти. Пострадавшего увезли.
Речник полка Илья Дубов рассказал, что мост цел. Дорогу отремонтировали. Движение открыли.
Пекарша Нина Гукалова рассказала, что ищет сына. Долго молчала. Потом закурила.
Свидетельница рассказала, что пряталась в погребе. Следователи опрашивали соседей трое суток.
Свидетельница рассказала, что пряталась в погребе. Сегодня в селе хоронили троих.
Пекарка Настя Гукало розповіла, що її тримали у школі. Подруга, Віра Сич, чекала її вдома.
Пекарка Настя Гукало розповіла, що батька забрали. Рух перекрили о сьомій.
Пекарка Настя Гукало розповіла, що батька забрали. Мер приїхав опівдні.
Мер Остап Крига розповів, що батька забрали. Хату опечатали.
Очевидець Назар Гук розповів, що чув вибух. Постраждалих не було.
Мер Остап Крига розповів, що міст цілий. Звернень не було.
Пекарка Настя Гукало розповіла, що шукає сина. Дзвонив він у травні.
Речник Ігор Дуб розповів, що водій утік. Сховався в сусідки.
"""


@pytest.mark.parametrize("line", _THE_OUTLETS.strip().splitlines())
def test_what_the_outlet_may_know_by_itself_is_nobodys_account(line: str) -> None:
    """Deeds of services, papers, years, names, manners and the next paragraph end what somebody tells."""
    body = line.replace("¶", "\n\n")
    reading = read_text(Text("text-1", "doc-1", body, "und", "test/1"), ReadingContext("2031-05-02"))
    assert [c.passage.words for c in reading.claims if not c.own_voice and c.cue is None] == []
