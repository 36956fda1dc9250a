"""A redacted text names nobody, shows every change, and its file holds nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest

from muster.model.errors import Usage
from muster.publish.docx import docx_of
from muster.publish.redact import DEFAULT_LEVELS, levels_from, redact

LEVELS = levels_from(DEFAULT_LEVELS)


def test_every_change_stands_in_brackets() -> None:
    """Also inside a quotation: an altered word never passes for one that was said."""
    made = redact("“They took Pavel on 12 March 2023,” she said.", LEVELS)
    assert made.text == "“They took [person 1] on [March 2023],” she said."


def test_levels_choose() -> None:
    """A day becomes a month, a unit its kind, an age ten years; or is masked; or is left."""
    text = "Мне 34 года, служил в 1187-м мотострелковом полку с 4 июня 2023 года."
    assert "30–39" in redact(text, LEVELS).text
    assert "июнь 2023" in redact(text, LEVELS).text
    masked = redact(text, levels_from('[levels]\nage = "mask"\nunit = "keep"\ndate = "mask"')).text
    assert "[возраст]" in masked
    assert "[дата]" in masked
    assert "1187" in masked


def test_why_a_word_was_covered_is_told_and_it_may_stay() -> None:
    """A word that no list knows is covered with that reason; in the levels file it may be let stay."""
    text = "ждали до ночи а потом пришла кудымка и принесла хлеба"
    made = redact(text, LEVELS)
    change = next(c for c in made.changes if c.words == "кудымка")
    assert change.field in ("unlisted", "likely")
    assert "кудымка" not in made.text
    assert "list" in change.why or "marked texts" in change.why
    staying = redact(text, levels_from('[stay]\nwords = "Кудымка ночи"'))
    assert "кудымка" in staying.text
    assert staying.kept == 1


def test_a_telephone_does_not_stay_for_a_word() -> None:
    """Words that stay are doubts only: what a finder found goes all the same."""
    made = redact("Галина пришла", levels_from('[stay]\nwords = "галина"'))
    assert made.text == "[лицо 1] пришла"


def test_names_of_the_vault_win() -> None:
    """What the vault knows is replaced though the levels keep people; where several fit, by no pseudonym."""
    text = "badgerman and Nobodyish came"
    levels = levels_from('[levels]\nperson = "keep"')
    known = [(0, 9, "Vera"), (14, 23, "")]
    assert redact(text, levels, lambda _: known).text == "[Vera] and [name withheld] came"


def test_one_person_keeps_one_number() -> None:
    """The same name in another case has the same number."""
    made = redact("Денис Опаркин пришёл. Мы звали Дениса. Потом пришла Галина.", LEVELS).text
    assert made.count("[лицо 1]") == 2
    assert made.count("[лицо 2]") == 1


def test_invisible_characters_do_not_come_along() -> None:
    """Marks that nobody sees can carry a name: they are dropped."""
    made = redact("come\u200b home\u202e now\U000e0041\x00", LEVELS).text
    assert made == "come home now"


def test_a_wrong_levels_file_is_refused() -> None:
    """A field or level that does not exist is said, not ignored."""
    for words in ('[levels]\nsurname = "mask"', '[levels]\nperson = "hide"', "levels =", "[stay]\nwords = 3"):
        with pytest.raises(Usage):
            levels_from(words)


def test_the_docx_holds_the_words_and_nothing_else() -> None:
    """Three parts, no author, no day, no application; the same bytes each time."""
    data = docx_of("one & two\n\n<three>")
    assert data == docx_of("one & two\n\n<three>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert sorted(archive.namelist()) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        body = archive.read("word/document.xml")
    assert b"one &amp; two" in body
    for word in (b"creator", b"lastModifiedBy", b"rsid", b"w:ins", b"w:del", b"comment"):
        assert word not in body
