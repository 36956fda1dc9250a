"""Names as each document uses them. Every name is invented."""

from __future__ import annotations

import pytest

from muster.store.uses import _also


@pytest.mark.parametrize(
    ("body", "name", "also"),
    [
        ("Проект «Тихий дозор» (Quiet Watch) насчитал 40 дел.", "Тихий дозор", "Quiet Watch"),
        ("Фонд «Світла гавань» («Bright Harbour») закрито.", "Світла гавань", "Bright Harbour"),
        ("Quiet Watch («Тихий дозор») counted 40 cases.", "Quiet Watch", "Тихий дозор"),
        ("«Тихий дозор», Quiet Watch и другие.", "Тихий дозор", None),
        ("«Тихий дозор» (бывшая «Вахта») закрыт.", "Тихий дозор", None),
        ("Quiet Watch (QW) counted 40 cases.", "Quiet Watch", None),
    ],
)  # fmt: skip
def test_a_name_in_other_letters_in_brackets_is_a_second_name(body: str, name: str, also: str | None) -> None:
    """An abbreviation is looked up otherwise; a list of two names is none."""
    at = body.index(name)
    assert _also(body, name, [(at, at + len(name))]) == also
