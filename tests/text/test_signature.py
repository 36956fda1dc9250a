"""Who signed a letter, by its last line. Every name is invented."""

from __future__ import annotations

import pytest

from muster.text.sources.signature import signature


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Лікар М. Гайок", "М. Гайок"),
        ("Dr Ilka Sova", "Ilka Sova"),
        ("Commander of the 7th company, Captain G. Dub", "G. Dub"),
        ("Начальник гарнизона полковник Глеб Дубов", "Глеб Дубов"),
        ("O. Hryb", "O. Hryb"),
        ("Photo by A. Sova", ""),
        ("He met Dr Ilka Sova", ""),
        ("Kestrel News", ""),
        ("Copy to: Colonel G. Dub", ""),
        ("", ""),
        ("М. " * 5_000, ""),
    ],
)
def test_the_last_line_signs_where_it_says_what_somebody_is(last: str, name: str) -> None:
    """Initials, or a full name behind an office; no sentence, no photographer, no addressee, no masthead."""
    assert signature(f"Seventeen were brought in.\n\n{last}\n") == name
