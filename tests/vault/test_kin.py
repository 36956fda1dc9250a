"""Whether two requests speak of one person: by marks that never leave the vault, few times a day."""

from __future__ import annotations

import secrets

import pytest
from tests.vault.conftest import NOW, Team

from muster.model.errors import Refused
from muster.vault import kin

DAY = "2031-05-02"


def ask(team: Team, *asked: tuple[str, str, str]) -> dict[str, list[tuple[str, str]]]:
    """(code, side, text) each; what the vault says of each code."""
    vault = team.open()
    found = vault.kin(
        [(code, side, kin.telling(text)) for code, side, text in asked],
        now=NOW,
        day=DAY,
        entropy=secrets.token_bytes,
    )
    vault.close()
    return {code: [tuple(k) for k in those] for code, those in found.items()}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("заперли Захара Тверозубова", "my son Zakhar Tverozubov is held", True),
        ("звоните +7 900 555-26-31", "тел. 89005552631", True),
        ("я @tver_zakhar", "пишет @Tver_Zakhar", True),
        ("заперли Захара Тверозубова", "заперли Захара Петренко", False),
        ("Тверозубов пропал", "Тверозубов вернулся", False),
        ("повестка на 26.06.2031", "суд 26.06.2031", False),
        ("Как писать рапорт?", "Как писать рапорт?", False),
    ],
)
def test_what_leads_to_one_person_is_compared_across_scripts_and_spellings(
    one: str, other: str, same: bool
) -> None:
    """First name with surname, telephone, handle; neither a surname alone nor a date."""
    assert bool(kin.telling(one) & kin.telling(other)) == same


def test_codes_come_out_and_marks_stay(found: object) -> None:
    """The answer holds codes and relations; sides tell a family from a conflict; the code itself is left
    out."""
    team = found()  # type: ignore[operator]
    assert ask(team, ("K-1", "with", "Захар Тверозубов")) == {"K-1": []}
    assert ask(team, ("K-2", "against", "Zakhar Tverozubov"), ("K-3", "with", "Захару Тверозубову")) == {
        "K-2": [("K-1", "conflict-of-interest")],
        "K-3": [("K-1", "same-family"), ("K-2", "conflict-of-interest")],
    }
    vault = team.open()
    assert vault.forget_kin(["K-1"], now=NOW, entropy=secrets.token_bytes) >= 1
    vault.close()
    assert ask(team, ("K-3", "with", "Захару Тверозубову"))["K-3"] == [("K-2", "conflict-of-interest")]


def test_a_guesser_runs_out_of_questions_and_leaves_each_behind(found: object) -> None:
    """Locking and unlocking gives no more; a refusal is in the ledger; each day has its number."""
    team = found()  # type: ignore[operator]
    for n in range(0, kin.A_DAY, 100):
        ask(team, *((f"K-{n + k}", "with", "x") for k in range(100)))
    with pytest.raises(Refused, match="compares"):
        ask(team, ("K-X", "with", "Захар Тверозубов"))
    vault = team.open()
    whats = [line.what for line in vault.history()]
    assert (whats.count("families compared"), whats.count("families refused")) == (3, 1)
    assert not any("Тверозубов" in line.reason + line.record for line in vault.history())
    assert vault.kin([("K-X", "with", set())], now=NOW, day="2031-05-03", entropy=secrets.token_bytes) == {
        "K-X": []
    }


def test_a_number_that_many_share_is_nobodys(found: object) -> None:
    """The telephone of an office says nothing of a family."""
    team = found()  # type: ignore[operator]
    asked = [(f"K-{n}", "with", "+7 900 111-22-33") for n in range(12)]
    last = ask(team, *asked)["K-11"]
    assert last == []


def test_marks_go_with_new_keys(found: object) -> None:
    """Rotated, the vault still compares with what it knew."""
    team = found()  # type: ignore[operator]
    ask(team, ("K-1", "with", "Захар Тверозубов"))
    vault = team.open()
    vault.rotate(list(vault.ring.holders), now=NOW, why="a test", entropy=secrets.token_bytes)
    vault.close()
    assert ask(team, ("K-2", "with", "Zakhar Tverozubov"))["K-2"] == [("K-1", "same-family")]
