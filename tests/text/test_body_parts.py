"""Which body a name means where it names two. Every name is invented."""

from __future__ import annotations

import pytest

from muster.text.names.body_parts import parted

PARTS = [
    ("Main Directorate of Intelligence of the Ministry of Defence", "directorate", "Ministry of Defence"),
    ("the Defence Ministry's Main Directorate of Supply", "directorate", "the Defence Ministry"),
    ("Torsk office of the Vesna Foundation", "office", "Vesna Foundation"),
    ("Olmet branch of Warm Hands", "branch", "Warm Hands"),
    ("burns ward of the Torsk Hospital", "ward", "Torsk Hospital"),
    ("Управление кадров Министерства обороны Сорвии", "directorate", "Министерства обороны Сорвии"),
    ("12-я бригада 4-го армейского корпуса", "brigade", "4-го армейского корпуса"),
    ("ожоговое отделение областной больницы Торска", "ward", "областной больницы Торска"),
    ("УМВД по Олмету", "directorate", "МВД"),
    ("Головне управління зв'язку Генерального штабу", "directorate", "Генерального штабу"),
    ("Олметська філія „Теплих рук“", "branch", "Теплих рук"),
]
WHOLE = [
    ("Ministry of Defence of Sorvia", "ministry"),
    ("Sorvia's Ministry of Defence", "ministry"),
    ("Union of Hospital Workers", "trade_union"),
    ("Children's Hospital of Olmet", "hospital"),
    ("Committee for Wells in Torsk", "committee"),
    ("Областной суд Вельмы", "court"),
    ("Комитет солдатских матерей Олмета", "committee"),
    ("фонд «Служба добра»", "foundation"),
    ("Служба безпеки Сорвії", "service"),
    ("Prosecutor's Office of Torsk", ""),
    ("Warm Hands", ""),
]


@pytest.mark.parametrize(("name", "seat", "above"), PARTS)
def test_a_part_tells_of_what_it_is_one(name: str, seat: str, above: str) -> None:
    """What it is stands first in Russian and Ukrainian, before "of" in English; then the house."""
    found = parted(name)
    assert (found.seat, found.above) == (seat, above)


@pytest.mark.parametrize(("name", "seat"), WHOLE)
def test_a_name_of_one_body_is_no_part(name: str, seat: str) -> None:
    """A place, an owner of other kind and a name in quotation marks are no house."""
    found = parted(name)
    assert (found.seat, found.above) == (seat, "")


def test_a_name_of_a_hundred_thousand_words_is_told_in_no_time() -> None:
    """Only its beginning is looked at."""
    assert parted("Directorate of " * 50_000).seat == "directorate"
