"""Corpora that a user has on disk are read as their authors mean them; each sample here is made up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attribution
import entities
import polnear
import pytest
import quantities
import times
from results_table import Measured, show
from scoring import Figure

BODY = (
    "The miller said the dam would hold. “We checked it twice,” Anna Prokop, the engineer, told reporters, "
    "“and we will check again.”\r\nShe feared a flood."
)


def _at(words: str, body: str = BODY) -> str:
    start = body.index(words)
    return f"{start} {start + len(words)}"


def _figures(measured: Measured) -> dict[str, Figure]:
    return {f.metric: f for f in measured.figures}


@pytest.fixture
def polnear_folder(tmp_path: Path) -> Path:
    """Three attributions in brat standoff: indirect, a quotation in two parts, a fear."""
    bound = [
        ("T1", "Source", _at("The miller"), "The miller"),
        ("T2", "Cue", _at("said"), "said"),
        ("T3", "Content", _at("the dam would hold"), "the dam would hold"),
        ("T4", "Attribution", _at("said"), "said"),
        ("T5", "Source", _at("Anna Prokop, the engineer"), "Anna Prokop, the engineer"),
        ("T6", "Cue", _at("told"), "told"),
        ("T7", "Content", _at("“We checked it twice,”"), "“We checked it twice,”"),
        ("T8", "Content", _at("“and we will check again.”"), "“and we will check again.”"),
        ("T9", "Source", _at("She"), "She"),
        ("T10", "Cue", f"{_at('feared')};{_at('flood')}", "feared flood"),
        ("T11", "Content", _at("a flood"), "a flood"),
        ("T12", "Cue", _at("checked"), "checked"),
    ]
    lines = [f"{name}\t{label} {place}\t{words}" for name, label, place, words in bound]
    lines += [
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "E2\tAttribution:T4 Source:T5 Cue:T6 Content:T8 Content2:T7",
        "E3\tAttribution:T4 Source:T9 Cue:T10 Content:T11",
        "E4\tAttribution:T4 Source:T9 Cue:T12",
        "A1\tNested E1",
    ]
    for name, content in (("text/a.txt", BODY), ("attributions/a.ann", "\n".join(lines))):
        path = tmp_path / "dev" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return tmp_path


def test_polnear_keeps_parts_and_offsets(polnear_folder: Path) -> None:
    """Numbered roles and discontinuous spans are parts of one; a line without content says nothing."""
    [document] = polnear.from_polnear(polnear_folder)
    assert document.body == BODY and len(document.gold) == 3
    said, told, feared = document.gold

    def words(spans: Any) -> list[str]:
        return [document.body[a:b] for a, b in spans]

    assert (words(said.source), words(said.cue)) == (["The miller"], ["said"])
    assert words(told.content) == ["“We checked it twice,”", "“and we will check again.”"]
    assert words(feared.cue) == ["feared", "flood"]
    assert [g.classes for g in document.gold] == [
        ("indirect", "verb of saying"),
        ("quoted", "mixed", "verb of saying"),
        ("indirect",),
    ]


def test_polnear_is_scored_with_its_verbs_of_saying(polnear_folder: Path) -> None:
    """The folder is known by its shape; verbs of saying have rows of their own."""
    [measured] = attribution.measure(polnear_folder)
    figures = _figures(measured)
    assert (measured.set, measured.documents, measured.items) == ("PolNeAR", 1, 3)
    assert figures["content found, verb of saying"].gold == 2
    assert figures["content found, verb of saying"].right == 2
    assert figures["source right, verb of saying"].right == 2


def test_every_form_of_a_verb_of_saying_is_one() -> None:
    """Regular and irregular forms, doubled letters, y; a belief is none."""
    assert {"said", "denies", "denied", "admitted", "urging", "told", "wrote"} <= polnear.SAYING
    assert not {"believed", "feared", "plans", "hoped"} & polnear.SAYING


def test_gum_is_read_with_its_classes(tmp_path: Path) -> None:
    """One text a line; quoted, negated, without cue and by a pronoun are told apart, news alone too."""
    body = "He denied that the dam leaks. The miller: the wheel turns."
    gold = [
        {
            "source": [[0, 2]],
            "cue": [[3, 9]],
            "content": [[10, 28]],
            "polarity": "negative",
            "entity": {"pronoun": True},
            "quoted": False,
        },
        {"source": [[30, 40]], "cue": [], "content": [[42, 57]], "quoted": True},
    ]
    lines = [
        {"doc": name, "genre": genre, "text": body, "attributions": gold}
        for name, genre in (("a", "news"), ("b", "essay"))
    ]
    (tmp_path / "english_gum.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    news, whole = attribution.measure(tmp_path)
    assert (news.set, news.documents, news.items) == ("GUM news", 1, 2)
    assert (whole.set, whole.documents, whole.items) == ("GUM", 2, 4)
    kinds = {f.metric: f.gold for f in whole.kinds if f.metric.startswith("content")}
    assert kinds == {f"content, {k}": 2 for k in ("indirect", "quoted", "negated", "pronoun", "no cue")}
    assert _figures(news)["content found, with cue"].gold == 1


def test_timeml_gives_text_values_and_the_date_of_the_document(tmp_path: Path) -> None:
    """TempEval-3 as published: tags inside the text, entities, the day in the head."""
    (tmp_path / "tempeval").mkdir()
    (tmp_path / "tempeval/a.tml").write_text(
        '<TimeML><DCT><TIMEX3 tid="t0" value="2031-05-06" functionInDocument="CREATION_TIME">May 6'
        '</TIMEX3></DCT><TEXT>Bread &amp; salt came <TIMEX3 tid="t1" type="DATE" value="2031-05-05">yesterday'
        "</TIMEX3> and <EVENT>left</EVENT>.</TEXT></TimeML>",
        "utf-8",
    )
    [case] = times.cases_of(tmp_path / "tempeval")
    assert (case.date, case.language) == ("2031-05-06", "en")
    [(start, stop, value)] = case.gold
    assert (case.body[start:stop], value) == ("yesterday", "2031-05-05")
    [measured] = times.measure(tmp_path / "tempeval")
    assert {m: f.value for m, f in _figures(measured).items()} == {"strict": 1, "relaxed": 1, "value": 1}


def test_meantime_is_put_together_from_its_tokens(tmp_path: Path) -> None:
    """Tokens become a text; a time points at them; the date line is the document's day."""
    folder = tmp_path / "intra_cross-doc_annotation/corpus"
    folder.mkdir(parents=True)
    words = ["Flour", "dearer", "May", "6", ",", "2031", "It", "rose", "yesterday", "."]
    sentence = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2]
    tokens = [
        f'<token sentence="{s}" t_id="{n}">{w}</token>'
        for n, (s, w) in enumerate(zip(sentence, words, strict=True), 1)
    ]
    anchors = "".join(f'<token_anchor t_id="{n}"/>' for n in (3, 4, 5, 6))
    marks = (
        f'<TIMEX3 m_id="1" functionInDocument="CREATION_TIME" value="2031-05-06">{anchors}</TIMEX3>'
        '<TIMEX3 m_id="2" value="2031-05-05"><token_anchor t_id="9"/></TIMEX3>'
    )
    (folder / "a.xml").write_text("<Document>" + "".join(tokens) + marks + "</Document>", "utf-8")
    [case] = times.cases_of(tmp_path)
    assert case.body == "Flour dearer\nMay 6, 2031\nIt rose yesterday."
    assert [case.body[a:b] for a, b, _ in case.gold] == ["May 6, 2031", "yesterday"]
    assert case.date == "2031-05-06"


def test_ukrainian_times_are_known_by_the_name_of_the_folder(tmp_path: Path) -> None:
    """WikiWars-UA is WikiWars in another language."""
    folder = tmp_path / "wikiwars_uk"
    folder.mkdir()
    (folder / "a.xml").write_text(
        '<DOC><TEXT>Міст відкрили <TIMEX3 value="1931-05-06">6 травня 1931</TIMEX3>.</TEXT></DOC>', "utf-8"
    )
    [measured] = times.measure(folder)
    assert (measured.set, measured.items, _figures(measured)["relaxed"].right) == ("wikiwars_uk", 1, 1)


def test_factrueval_objects_are_made_of_spans(tmp_path: Path) -> None:
    """A name that carries its descriptor is exact with and without it; a person has a name."""
    body = "Мэр города Речной Анна Прокоп уехала."
    (tmp_path / "a.txt").write_text(body, "utf-8")
    place = [("1", "loc_descr", "города"), ("2", "loc_name", "Речной")]
    place += [("3", "name", "Анна"), ("4", "surname", "Прокоп")]
    lines = [f"{n} {label} {body.index(w)} {len(w)}  # 0 1 {w}" for n, label, w in place]
    (tmp_path / "a.spans").write_text("\n".join(lines), "utf-8")
    (tmp_path / "a.objects").write_text("1 Location 1 2 # Речной\n2 Person 3 4 # Анна\n", "utf-8")
    [sample] = entities.factrueval(tmp_path)
    spans = {g.kind: [body[a:b] for a, b in g.spans] for g in sample.gold}
    assert spans == {"place": ["города Речной", "Речной"], "person": ["Анна Прокоп"]}
    [measured] = entities.measure(tmp_path)
    assert (measured.set, measured.items) == ("factrueval", 2)
    assert _figures(measured)["person, exact"].right == 1


def test_ner_uk_is_read_from_its_standoff(tmp_path: Path) -> None:
    """Persons, bodies and places are asked for; a work of art may be found and need not be."""
    body = "Ганна Прокоп приїхала до Річного. Газета «Млин» мовчить."
    (tmp_path / "a.txt").write_text(body, "utf-8")
    marks = [("PERS", "Ганна Прокоп"), ("LOC", "Річного"), ("ART", "Млин"), ("PERIOD", "Газета")]
    lines = [f"T{n}\t{k} {_at(w, body)}\t{w}" for n, (k, w) in enumerate(marks, 1)]
    (tmp_path / "a.ann").write_text("\n".join(lines), "utf-8")
    [sample] = entities.ner_uk(tmp_path)
    assert [(g.kind, g.asked) for g in sample.gold] == [
        ("person", True), ("place", True), ("organisation", False),
    ]  # fmt: skip
    [measured] = entities.measure(tmp_path)
    assert (measured.set, measured.items) == ("ner_uk", 2)


def test_another_readers_names_are_scored_alike(tmp_path: Path) -> None:
    """A file of mentions stands in for the reader: all right is 100, and the table says whose they are."""
    (tmp_path / "a.txt").write_text("Ганна Прокоп приїхала.", "utf-8")
    (tmp_path / "a.ann").write_text("T1\tPERS 0 12\tГанна Прокоп", "utf-8")
    theirs = tmp_path / "somebody.jsonl"
    theirs.write_text(json.dumps({"document": "a", "mentions": [[0, 12, "person"]]}), "utf-8")
    [measured] = entities.measure(tmp_path, predicted=theirs)
    assert measured.reader == "somebody"
    assert _figures(measured)["person, exact"].value == 1


def test_measeval_pairs_quantities_with_what_they_measure(tmp_path: Path) -> None:
    """Spans by document; an entity before its quantity is not asked for."""
    body = "We weighed 12 loaves. Loaves weighed 40 kg."
    (tmp_path / "a.txt").write_text(body, "utf-8")
    head = "docId\tannotSet\tannotType\tstartOffset\tendOffset\tannotId\ttext\tother"
    marks = [(1, "Quantity", "12"), (1, "MeasuredEntity", "loaves"), (2, "Quantity", "40 kg")]
    lines = [head]
    for number, (group, label, words) in enumerate(marks):
        start, stop = _at(words, body).split()
        lines.append(f"a\t{group}\t{label}\t{start}\t{stop}\tT{number}\t{words}\t")
    start = body.index("Loaves")
    lines.append(f"a\t2\tMeasuredEntity\t{start}\t{start + 6}\tT9\tLoaves\t")
    (tmp_path / "a.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    [measured] = quantities.measure(tmp_path)
    figures = _figures(measured)
    assert (measured.set, measured.items) == ("MeasEval", 2)
    assert figures["quantity overlaps"].right == 2
    assert figures["entity after the quantity"].gold == 1


def test_the_news_set_is_read_by_value_and_change(tmp_path: Path) -> None:
    """Per cent as points, ranges with both ends, bounds before trends, dates and scores left out."""
    items = [
        _news("Flour rose 4.5% to $1.2bn.", ("4.5", "up"), ("1200000000", "=")),
        _news("Sales fell by about 3 percent in 2030.", ("3", "~")),
        _news("Between 10 and 15 mills, or more than a third, closed.", ("10-15", "="), ("0.33333333", ">")),
        _news("The bakers won 3-1 at home."),
    ]
    path = tmp_path / "news.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    [measured] = quantities.measure(path)
    assert {m: f.value for m, f in _figures(measured).items()} == {"value": 1, "value and change": 1}
    assert (measured.documents, measured.items) == (4, 5)


def _news(text: str, *several: tuple[str, str]) -> dict[str, object]:
    return {"text": text, "quantities": [{"value": value, "change": change} for value, change in several]}


@pytest.mark.shared
@pytest.mark.parametrize("name", ["development_list.json", "measeval"])
def test_quantities_keep_their_floors(shared: Path, name: str) -> None:
    """Intervals of the list, spans and entities of MeasEval."""
    assert show(quantities.measure(shared / "data/quantities" / name)) == 0


@pytest.mark.shared
@pytest.mark.parametrize("name", ["development_list.json", "wikiwars_en", "wikiwars_uk", "meantime_en"])
def test_times_keep_their_floors(shared: Path, name: str) -> None:
    """Strict, relaxed and value."""
    assert show(times.measure(shared / "data/time" / name)) == 0


@pytest.mark.shared
def test_attributions_keep_their_floors(shared: Path) -> None:
    """English and Russian, by rules."""
    assert show(attribution.measure(shared / "data/attribution")) == 0
