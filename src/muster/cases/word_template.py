"""A team's own Word file and the fields of a case in; the filled letter, with nothing but its words, out.

A template comes from a colleague's machine, so it is treated as a stranger's file. What is kept of it: text,
tables, styles, numbering, headers and footers. What may be written in braces: a field, ``by-hand:…`` and
``if`` with fields; anything else that a template engine could run is refused before it is run, and what is
left runs in jinja2's sandbox. What tells who wrote it and when (properties, revisions, comments, the path of
Word's own template, identifiers of editing sessions) is left behind; what would be fetched from elsewhere is
refused.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Container, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape, unescape

from lxml import etree

from muster.model.errors import MissingPart, Refused

_MOST_PARTS, _MOST_BYTES, _MOST_FIELDS = 400, 8 << 20, 500
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KEPT = ("styles", "numbering", "header", "footer")
_MAIN = "word/document.xml"
# Dropped with all that is in them: comments, revisions, marks of the editor, bindings to hidden data.
_DROPPED = frozenset(
    _W + name
    for name in (
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange",
        "tcPrChange", "trPrChange", "numberingChange", "commentRangeStart", "commentRangeEnd",
        "commentReference", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd", "proofErr", "ffData",
        "lastRenderedPageBreak", "customXmlPr", "sdtPr", "sdtEndPr", "dataBinding", "rsid", "rsids",
        "nsid", "tmpl",
    )
)  # fmt: skip
# Their words stay where they are, the wrapping goes.
_UNWRAPPED = frozenset(
    _W + name for name in ("ins", "moveTo", "hyperlink", "sdt", "sdtContent", "smartTag", "customXml")
)
_REFUSED = {
    "drawing": "a picture or drawing", "pict": "a picture or drawing", "object": "an embedded object",
    "altChunk": "another file", "subDoc": "another file", "control": "a control",
    "footnoteReference": "a footnote", "endnoteReference": "a footnote",
}  # fmt: skip
_TELLING = re.compile(r"rsid\w*|paraId|textId|author|date|initials|ed|edGrp")
# What a field of Word itself may say; any other may fetch a file, run a program or name the author.
_WORD_FIELDS = frozenset(("PAGE", "NUMPAGES", "\\*", "MERGEFORMAT", "ARABIC"))
_BY_HAND = re.compile(r"\{\{\s*by-hand:([^{}\n]{1,200})\}\}")
_BRACED = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def fill(template: bytes, fields: Mapping[str, str], gaps: Container[str], blank: str) -> bytes:
    """A DOCX with ``fields`` in the places of their names; ``{{by-hand:X}}`` becomes ``blank (X)``.

    ``gaps``: the names of fields that only mark what is missing; ``if`` takes them for not there. The same
    bytes for the same arguments. Raises Refused, naming the paragraph where it can, for a file that is no
    Word document, that holds what cannot be carried over, or whose braces hold anything but fields.
    """
    try:
        from docxtpl import DocxTemplate  # type: ignore[import-untyped]
        from jinja2 import StrictUndefined
        from jinja2.exceptions import TemplateError
        from jinja2.sandbox import SandboxedEnvironment
    except ImportError as error:
        raise MissingPart("a Word template needs docxtpl", next_step="pip install docxtpl") from error

    env = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)

    class _Template(DocxTemplate):  # type: ignore[misc]
        def patch_xml(self, src_xml: str) -> str:
            """What the engine is about to see, and no more than may be in it."""
            patched = _BY_HAND.sub(
                lambda found: escape(f"{blank} ({unescape(found[1]).strip()})"), super().patch_xml(src_xml)
            )
            _only_fields(patched, env.parse, fields)
            return patched

    made = io.BytesIO()
    try:
        bare = _bare(template)
        _no_lone_brace(words_of(bare))
        filled = _Template(io.BytesIO(bare))
        said = {name: _CONTROL.sub(" ", words) for name, words in fields.items()}
        filled.render({name: _Gap(words) if name in gaps else words for name, words in said.items()}, env)
        filled.save(made)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"paragraph {line}: " if line else ""
        raise Refused(
            f"{where}the braces of this template are not closed, or hold no field",
            next_step="write {{field}}, {{by-hand:words}} or {% if field %} … {% endif %}",
        ) from error
    except (etree.XMLSyntaxError, AttributeError, KeyError, ValueError, TypeError) as error:
        raise Refused(
            "this template cannot be filled: its Word file is damaged",
            next_step="open it in Word or LibreOffice and save it anew as DOCX",
        ) from error
    return _bare(made.getvalue())


class _Gap(str):
    """The mark of a missing fact: printed where it is asked for, and not so for ``if``."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def words_of(docx: bytes) -> str:
    """The words of a DOCX that ``fill`` made: header, a line for each paragraph, footer."""
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        names = archive.namelist()
        heads = [n for n in names if "/header" in n]
        for name in (*heads, _MAIN, *(n for n in names if "/footer" in n)):
            said = list(_lines(_parsed(archive.read(name), name)))
            lines += said if name == _MAIN else [line for line in said if line.strip()]
    return "\n".join(lines) + "\n"


def _lines(tree: Any) -> Iterator[str]:
    for paragraph in tree.iter(_W + "p"):
        signs = {_W + "tab": "\t", _W + "br": "\n"}
        yield "".join(
            e.text or "" if e.tag == _W + "t" else signs[e.tag]
            for e in paragraph.iter(_W + "t", *signs)
            # A tab stop of the paragraph's own settings is no tab.
            if e.tag != _W + "tab" or e.getparent().tag == _W + "r"
        )


def _only_fields(patched: str, parse: Callable[[str], Any], fields: Mapping[str, str]) -> None:
    """Raises Refused where the template, as the engine sees it, says more than fields and ``if``."""
    from jinja2 import nodes

    if patched.count("{{") + patched.count("{%") > _MOST_FIELDS:
        raise Refused(f"this template has more than {_MOST_FIELDS} fields")
    numbered = re.sub(r"<w:p([ >])", r"\n<w:p\1", patched)
    kept = (
        nodes.Template,
        nodes.Output,
        nodes.TemplateData,
        nodes.If,
        nodes.Not,
        nodes.And,
        nodes.Or,
        nodes.Name,
    )
    waiting: list[Any] = [parse(numbered)]
    while waiting:
        node = waiting.pop()
        where = f"paragraph {max(1, node.lineno - 1)}"
        if not isinstance(node, kept):
            raise Refused(
                f"{where}: a letter's template holds fields, and no code ({type(node).__name__.lower()})",
                next_step="write {{field}}, {{by-hand:words}} or {% if field %} … {% endif %}",
            )
        if isinstance(node, nodes.Name) and node.name not in fields:
            raise Refused(
                f"{where}: no case has a field {node.name!r}", next_step=f"one of {', '.join(fields)}"
            )
        waiting.extend(node.iter_child_nodes())


def _no_lone_brace(words: str) -> None:
    """Raises Refused: beside a field of another paragraph the engine would take a lone brace for its own."""
    for line in words.split("\n"):
        if re.search(r"[{}]", _BRACED.sub("", line)):
            raise Refused(
                f"a brace stands alone in the paragraph {line.strip()[:40]!r}",
                next_step="write {{field}}, {{by-hand:words}} or {% if field %} … {% endif %}",
            )


def _bare(docx: bytes) -> bytes:
    """The file written anew from the parts that are kept, cleaned; the same bytes for the same words."""
    parts = _read(docx)
    if _MAIN not in parts:
        raise Refused("this is no Word document", next_step="save the template as DOCX")
    related = dict(_related(parts))
    out: dict[str, bytes] = {}
    rows: list[tuple[str, str, str]] = []
    for id, (kind, name) in sorted(related.items()):
        if name in parts:
            out[name] = _cleaned(parts[name], name, frozenset())
            rows.append((id, kind, name))
    out[_MAIN] = _cleaned(parts[_MAIN], _MAIN, frozenset(id for id, _, _ in rows))
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in sorted({(_MAIN, "document.main"), *((name, kind) for _, kind, name in rows)})
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{id}" Type="{office}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for id, kind, name in rows
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    out["[Content_Types].xml"] = (
        f'{head}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    ).encode()
    out["_rels/.rels"] = (
        f'{head}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="{_MAIN}"/></Relationships>'
    ).encode()
    out["word/_rels/document.xml.rels"] = (
        f'{head}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
    ).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(out):
            # The earliest day a ZIP can say: when it was written is nobody's business.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, out[name])
    return made.getvalue()


def _read(docx: bytes) -> dict[str, bytes]:
    """The XML parts of a ZIP file, none of them larger unpacked than a letter is. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_PARTS or sum(m.file_size for m in members) > _MOST_BYTES:
                raise Refused("this file is larger than a letter's template")
            if any("vba" in m.filename.lower() for m in members):
                raise Refused("this template holds a macro", next_step="save it as DOCX without macros")
            return {m.filename: archive.read(m) for m in members if m.filename.endswith((".xml", ".rels"))}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Refused("this is no Word document", next_step="save the template as DOCX") from error


def _related(parts: Mapping[str, bytes]) -> Iterator[tuple[str, tuple[str, str]]]:
    """(id, (kind, name)) of the parts beside the text that a letter keeps."""
    raw = parts.get("word/_rels/document.xml.rels")
    for each in _parsed(raw, "relationships") if raw else ():
        kind = each.get("Type", "").rpartition("/")[2]
        name = each.get("Target", "").removeprefix("/word/")
        if kind in _KEPT and each.get("TargetMode") != "External" and re.fullmatch(r"[\w-]{1,60}\.xml", name):
            yield each.get("Id", ""), (kind, f"word/{name}")


def _parsed(raw: bytes, name: str) -> Any:
    # Entities are told by these words, in UTF-16 too.
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", raw.replace(b"\0", b""), re.IGNORECASE):
        raise Refused("this template declares entities, which no word processor writes", record=name)
    try:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("a part of this Word file is damaged", record=name) from error


def _cleaned(raw: bytes, name: str, ids: frozenset[str]) -> bytes:
    """A part without what tells of its authors. Raises Refused for what cannot be carried over."""
    tree = _parsed(raw, name)
    for element in list(tree.iter()):
        kind = etree.QName(element).localname
        if kind in _REFUSED:
            raise Refused(
                f"there is {_REFUSED[kind]} in this template; a letter holds words only",
                next_step="take it out and save the template again",
            )
        if element.tag in _DROPPED and element.getparent() is not None:
            _drop(element)
        elif element.tag in _UNWRAPPED and element.getparent() is not None:
            _unwrap(element)
    for element in tree.iter():
        for key in list(element.attrib):
            attribute = etree.QName(key)
            telling = _TELLING.fullmatch(attribute.localname) and attribute.namespace
            if key.startswith(_R) and element.attrib[key] not in ids:
                raise Refused(
                    f"this template loads something from elsewhere ({etree.QName(element).localname})",
                    next_step="take it out and save the template again",
                )
            if telling:
                del element.attrib[key]
    _no_word_fields(tree)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _drop(element: Any) -> None:
    parent = element.getparent()
    parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for n, child in enumerate(list(element)):
        parent.insert(at + n, child)
    parent.remove(element)


def _no_word_fields(tree: Any) -> None:
    """Raises Refused for a field of Word itself that is no page number."""
    said = [e.get(_W + "instr", "") for e in tree.iter(_W + "fldSimple")]
    # An instruction may be cut into pieces, so the pieces of a paragraph are read as one.
    said += ["".join(e.text or "" for e in p.iter(_W + "instrText")) for p in tree.iter(_W + "p")]
    for instruction in said:
        for word in instruction.replace('"', " ").split():
            if word.upper() not in _WORD_FIELDS:
                raise Refused(
                    f"this template holds a field of Word itself ({word[:20]})",
                    next_step="only page numbers are carried over; take the others out",
                )


__all__ = ["fill", "words_of"]
