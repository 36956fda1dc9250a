"""A team's Word file filled from a case: what is written, what is left behind, and what is never run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from muster.cases.letters import kinds, languages, template, write, write_docx
from muster.cases.word_template import fill, words_of
from muster.model.cases import Step
from muster.model.errors import Refused
from muster.publish.docx import docx_of

FIELDS = {
    "today": "05.12.2022",
    "status": "contract & <volunteer>",
    "order_day": "[MISSING: day of the order]",
}
GAPS = {"order_day"}
HAND = "____"


def word(*paragraphs: str, change: Callable[[object], None] = lambda document: None) -> bytes:
    """A DOCX as a word processor saves it, with an author and days."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.author = "Ostap Velnabrook"
    document.core_properties.created = datetime(2021, 2, 3)
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(docx: bytes, name: str, body: bytes) -> bytes:
    """The same with one part written over."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, body)
    return out.getvalue()


def with_run(xml: str) -> bytes:
    """A DOCX whose first paragraph holds this XML."""

    def change(document: object) -> None:
        body = document.element.body  # type: ignore[attr-defined]
        body.insert(0, parse_xml(f"<w:p {nsdecls('w', 'r')}>{xml}</w:p>"))

    return word("{{today}}", change=change)


def test_fields_stand_in_text_tables_header_and_footer() -> None:
    """Braces that the word processor cut into runs too; signs of XML are written as signs."""

    def change(document: object) -> None:
        cut = document.add_paragraph("of ")  # type: ignore[attr-defined]
        for piece in ("{", "{ to", "day }", "}"):
            cut.add_run(piece).bold = piece == "{ to"
        document.add_table(1, 2).cell(0, 1).text = "{{ status }}"  # type: ignore[attr-defined]
        document.sections[0].header.paragraphs[0].text = "Desk, {{today}}"  # type: ignore[attr-defined]
        document.sections[0].footer.paragraphs[0].text = "{{by-hand:signature & seal}}"  # type: ignore[attr-defined]

    made = fill(word("From {{by-hand:rank, name}}", change=change), FIELDS, GAPS, HAND)
    assert words_of(made).split("\n") == [
        "Desk, 05.12.2022", f"From {HAND} (rank, name)", "of 05.12.2022", "", "contract & <volunteer>",
        f"{HAND} (signature & seal)", "",
    ]  # fmt: skip
    assert made == fill(word("From {{by-hand:rank, name}}", change=change), FIELDS, GAPS, HAND)
    assert [p.text for p in Document(io.BytesIO(made)).paragraphs][1] == "of 05.12.2022"


def test_a_sentence_can_hang_on_a_fact() -> None:
    """A gap is not so for ``if``, and is marked where it is asked for."""
    text = "{% if order_day %}ordered {{order_day}}{% else %}no order known{% endif %}; {{order_day}}"
    made = words_of(fill(word(text), FIELDS, GAPS, HAND))
    assert made == "no order known; [MISSING: day of the order]\n"


def test_nothing_tells_who_wrote_the_template_and_when() -> None:
    """No author, day, comment, revision, deleted word, path, session number; only the parts of a letter."""
    telling = with_run(
        '<w:ins w:id="1" w:author="Ostap" w:date="2021-02-03T00:00:00Z"><w:r w:rsidR="00AB12CD">'
        '<w:t>kept</w:t></w:r></w:ins><w:del w:id="2" w:author="Ostap" w:date="2021-02-03T00:00:00Z">'
        '<w:r><w:delText>struck</w:delText></w:r></w:del><w:bookmarkStart w:id="3" w:name="OstapsMark"/>'
        '<w:bookmarkEnd w:id="3"/>'
        '<w:commentRangeStart w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
    )
    made = fill(telling, FIELDS, GAPS, HAND)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {n.partition(".")[0].rstrip("0123456789") for n in archive.namelist()} <= {
            "[Content_Types]", "_rels/", "word/document", "word/_rels/document", "word/styles",
            "word/numbering",
        }  # fmt: skip
        assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(n) for n in archive.namelist())
    assert b"kept" in everything
    for told in (b"Ostap", b"struck", b"2021", b"rsid", b"Velnabrook", b"python-docx"):
        assert told not in everything, told


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}", "{{ today.__class__ }}", "{{ today|upper }}",
        "{{ 9**9**9 }}", "{{ 'a' * 10**9 }}", "{{ self._TemplateReference__context }}", "{{ cycler }}",
        "{% for i in range(10**9) %}x{% endfor %}", "{% set a = 1 %}", "{% include '/etc/passwd' %}",
        "{% macro m() %}{% endmacro %}", "{{ lipsum() }}", "{% if today == 'x' %}a{% endif %}",
        "{{ nobody }}", "{% import 'os' as os %}", "{{ [].append }}", "{{ namespace() }}",
        "{%p for c in today %}",
        "{% block b %}{% endblock %}", "{{ today", "{% if today %}", "{{r today.x }}", "{{}}", "{{ 1 }}",
    ],
)  # fmt: skip
def test_code_in_a_template_is_refused_before_it_is_run(code: str) -> None:
    """Fields and ``if`` with fields, nothing else; the paragraph is named."""
    with pytest.raises(Refused, match=r"paragraph"):
        fill(docx_of(f"first\n{code}"), FIELDS, GAPS, HAND)


@pytest.mark.parametrize("code", ["{{ today.__class__ }}", "{% for i in range(10**9) %}x{% endfor %}"])
def test_code_in_a_header_is_refused_too(code: str) -> None:
    """The engine reads it as it reads the text."""

    def change(document: object) -> None:
        document.sections[0].header.paragraphs[0].text = code  # type: ignore[attr-defined]

    with pytest.raises(Refused):
        fill(word("{{today}}", change=change), FIELDS, GAPS, HAND)


PICTURE = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://x.example/a.png"/>'
    "</v:shape></w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (PICTURE, "picture"),
        ('<w:fldSimple w:instr="INCLUDEPICTURE &quot;http://x.example/a.png&quot;"/>', "INCLUDEPICTURE"),
        ("<w:r><w:instrText> AU</w:instrText></w:r><w:r><w:instrText>THOR </w:instrText></w:r>", "AUTHOR"),
        ("<w:r><w:instrText>DDEAUTO c:\\cmd.exe</w:instrText></w:r>", "DDEAUTO"),
        ('<w:altChunk r:id="rId900"/>', "another file"),
        ('<w:r><w:footnoteReference w:id="2"/></w:r>', "footnote"),
        ('<w:frame r:id="rId900"/>', "elsewhere"),
    ],
)  # fmt: skip
def test_what_is_fetched_run_or_lost_is_refused(xml: str, why: str) -> None:
    """Named, with what to do."""
    with pytest.raises(Refused, match=why):
        fill(with_run(xml), FIELDS, GAPS, HAND)


def test_a_page_number_stays_and_a_link_leaves_its_words() -> None:
    """Neither is a reason to refuse; where a link led is not carried."""
    field = '<w:fldSimple w:instr=" PAGE  \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    made = fill(with_run(f'{field}<w:hyperlink r:id="rId900"><w:r><w:t>our page</w:t></w:r></w:hyperlink>'),
                FIELDS, GAPS, HAND)  # fmt: skip
    assert "1our page" in words_of(made)


@pytest.mark.parametrize("name", ["zip", "entities", "bomb", "cut", "macro", "table", "deep", "other"])
def test_a_broken_or_hostile_file_is_refused_in_a_sentence(name: str) -> None:
    """Never with an error of a library, never after much work."""
    good = word("{{today}}")
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        main = archive.read("word/document.xml")
    head, sep, rest = main.partition(b"<w:body>")
    files = {
        "zip": b"PK\x03\x04 no more",
        "entities": with_part(good, "word/document.xml", b'<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
        "bomb": with_part(good, "word/document.xml", head + sep + b"<w:p/>" * 2_000_000 + rest),
        "cut": good[: len(good) // 2],
        "macro": with_part(good, "word/vbaProject.bin", b"x"),
        "table": with_part(good, "word/document.xml", head + sep + b"<w:tbl><w:tr/></w:tbl>" + rest),
        "deep": with_part(good, "word/document.xml", head + sep + b"<w:p>" * 5000 + b"</w:p>" * 5000 + rest),
        "other": docx_of("x").replace(b"word/document.xml", b"word/documant.xml"),
    }  # fmt: skip
    with pytest.raises(Refused):
        fill(files[name], FIELDS, GAPS, HAND)


@settings(max_examples=30)
@given(st.text(st.characters(codec="utf-8"), max_size=60), st.text("{}%# abtoday|._-+()'", max_size=40))
def test_any_words_come_out_as_they_were_or_the_template_is_refused(said: str, braces: str) -> None:
    """What a case says is never read as a template; a template's own braces never end in a crash."""
    try:
        made = words_of(fill(docx_of(f"<\n{{{{status}}}}\n{braces}"), {**FIELDS, "status": said}, GAPS, HAND))
    except Refused:
        return
    shown = re.sub(r"[\x00-\x1f\x7f]", " ", said)
    if "{_" not in said and "_}" not in said and "%_" not in said:
        assert made.split("\n")[1].strip() == shown.strip()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", kinds())
def test_a_shipped_letter_reads_alike_as_text_and_as_word(kind: str, language: str) -> None:
    """The copy that a lawyer changes in a word processor fills as the text does, gaps and all."""
    steps = [
        Step("step-1", "case-1", "refusal", "2022-12-05T00:00:00+00:00", "x", "2022-05-10", "2022-05-10")
    ]
    text = template(kind, language)
    plain = write(text, steps, today="2022-12-05", language=language)
    laid = write_docx(docx_of(text), steps, today="2022-12-05", language=language)
    assert laid.text.strip("\n") == plain.text.strip("\n")
    assert laid.missing == plain.missing
