"""Words for one trade, and wider words that cover many."""

from __future__ import annotations

import pytest

from muster.text.sources.cues import lexicon
from muster.text.sources.feminines import feminine_uk
from muster.text.sources.trades import head_words, is_of_woman, narrower, trade_of


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("речник", "речниця"), ("лікар", "лікарка"), ("посадовець", "посадовиця"), ("хірург", "хірургиня"),
        ("політолог", "політологиня"), ("учитель", "учителька"), ("водій", "водійка"), ("слідчий", "слідча"),
        ("міністр", "міністерка"), ("медик", "медикиня"), ("свідок", "свідкиня"), ("майор", ""),
        ("суддя", ""), ("прес-секретар", "прес-секретарка"),
    ],
)  # fmt: skip
def test_a_woman_of_a_trade_is_called_by_its_suffix(man: str, woman: str) -> None:
    """Ukrainian makes the word for a woman with -к-, -иц-, -ин-; where another word would come out, none."""
    assert feminine_uk(man) == woman


def test_a_lexicon_holds_women_of_every_listed_office() -> None:
    """Only the words for men are listed; a list of parties or roles answers for both."""
    words = lexicon("uk")
    assert {"посадовиця", "експертка", "прессекретарка"} <= words.roles & words.female
    assert "губернаторка" in words.party
    assert "комітетка" not in words.roles


def test_one_trade_has_one_word() -> None:
    """«Лікарка» is a лікар, in any case of it, and «захисник» an адвокат."""
    words = lexicon("uk")
    assert trade_of("лікаркою", words) == trade_of("лікар", words)
    assert trade_of("захисниця", words) == trade_of("адвокат", words)
    assert trade_of("лікар", words) != trade_of("лікарня", words)


def test_a_wider_word_covers_trades() -> None:
    """«Посадовиця» may be a head or a deputy and no surgeon; a surgeon is covered by «лікар»."""
    words = lexicon("uk")
    assert trade_of("начальниця", words) in narrower("посадовиця", words)
    assert trade_of("хірург", words) in narrower("лікар", words)
    assert trade_of("хірург", words) not in narrower("посадовиця", words)
    assert not narrower("стіл", words)
    assert is_of_woman("посадовиця", "uk") and not is_of_woman("посадовець", "uk")


def test_a_role_ends_at_its_noun() -> None:
    """Of «речниця міністра» nothing makes her a minister."""
    assert head_words("речниця міністра", lexicon("uk")) == ["речниця"]
    assert head_words("головний лікар району", lexicon("uk")) == ["головний", "лікар"]
    assert head_words("заместитель министра", lexicon("ru")) == ["заместитель"]
