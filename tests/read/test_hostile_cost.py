"""The rule reader's cost grows with the length of a text and not faster, whatever the text repeats."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.model.claims import ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.text.languages import language_of

# A sentence of the language first, so that the text is read at all.
_OPENING = {
    "en": "The head of the council said that the road to the harbour is closed until Monday.\n",
    "ru": "Глава совета сообщил, что дорога в город будет закрыта до понедельника из-за ремонта.\n",
    "uk": "Голова ради повідомив, що дорога до міста буде закрита до понеділка через ремонт мосту.\n",
}
_REPEATED = {
    "en": """Ministry of Defence: |in Kyiv |“|said that |A.B.|according to |“Home,” he said. """,
    "ru": """Минобороны: |в Киеве |«|«Лугов: |сообщил, что |А.Б.|по данным |— Дом. |дом""",
    "uk": """Міноборони: |у Києві |„|ТОВ «|повідомив, що |за словами |він |12 травня |(""",
}
_SMALL = 12_000


@pytest.mark.parametrize(
    ("language", "unit"),
    [(language, unit) for language, units in _REPEATED.items() for unit in units.split("|")],
)
def test_four_times_the_text_costs_no_more_than_ten_times(language: str, unit: str) -> None:
    """Linear is four; a quadratic reader needs sixteen."""

    def cost(length: int) -> float:
        body = _OPENING[language] + (unit * (length // len(unit) + 1))[:length]
        text = Text("text", "doc", body, language_of(body), "test")
        context = ReadingContext(published="2031-05-05", source_kind="channel")
        return seconds(lambda: read_text(text, context))

    cost(40)  # lexicons and dictionaries are loaded
    assert growth(cost, _SMALL, 4 * _SMALL, most=10) <= 10
