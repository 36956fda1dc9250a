"""Whom the end of a text credits. Every name is invented."""

from __future__ import annotations

import pytest

from muster.text.sources.credits import credited


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("“We stay,” he said./TNA", ("TNA",)),
        ("Nobody answered. (Herald)", ("Herald",)),
        ("With reporting by Tarn Wire, KSD, and Northern Service", ("Tarn Wire", "KSD", "Northern Service")),
        ("По материалам «Вестника Торвы» и агентства Волна.", ("Вестника Торвы", "Волна")),
        ("Джерело: Вісник Торви", ("Вісник Торви",)),
        ("Она родилась в Орске (Нарвия)", ()),
        ("– Мы не поедем, – сказал Дуб", ()),
        ("See http://tarn.example/Herald", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_a_credit_is_what_stands_alone_at_the_end(end: str, names: tuple[str, ...]) -> None:
    """A stroke or brackets behind a finished sentence, or words that say who reported."""
    assert credited(f"The bridge burned.\n{end}") == names
