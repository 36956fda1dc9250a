"""What other tools get: read back with their own readers where one is there, and never an interview."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.costs import growth, seconds

from muster.model.errors import IntegrityBroken
from muster.model.links import Origin
from muster.publish import Evidence
from muster.publish.formats import About, OpenPapers, Written
from muster.publish.formats.annotations import utf16_offset
from muster.publish.formats.base import cell, csv_line, json_text
from muster.publish.formats.ftm import COLUMNS, statement_id
from muster.publish.formats.ledger import date_precision, independent
from muster.publish.formats.uwazi import days, one
from muster.publish.formats.where import where
from muster.publish.formats.writers import WRITERS

ABOUT = About("Refusals in Sarnet", "2031-06-20T09:00:00+00:00", "0.1.0", "Sarnet Desk")
# Turns a line round, rings a bell, hides a character: obeyed by no reader of a CSV file of ours.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture(scope="module")
def out(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Written]]:
    """Every format of the invented investigation's open papers."""
    found = {}
    for name, write in WRITERS.items():
        folder = tmp_path_factory.mktemp("formats") / name
        found[name] = folder, write(OpenPapers(evidence), folder, ABOUT)
    return found


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def loaded(path: Path) -> Any:
    return json.loads(path.read_bytes())


# All of them --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITERS)
def test_it_is_written_and_says_what_it_lost(name: str, out: dict[str, tuple[Path, Written]]) -> None:
    """Each format has records, each file is the owner's alone, and there is a loss report."""
    folder, written = out[name]
    assert all(written.files.values())
    assert sorted(written.files) == sorted(p.name for p in folder.iterdir())
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(written.lost) >= 2
    assert len(set(written.lost)) == len(written.lost)


@pytest.mark.parametrize("name", WRITERS)
def test_same_project_same_bytes(
    name: str, evidence: Evidence, out: dict[str, tuple[Path, Written]], tmp_path: Path
) -> None:
    """Written again it is the same, byte for byte."""
    WRITERS[name](OpenPapers(evidence), tmp_path / "again", ABOUT)
    for path in out[name][0].iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("name", WRITERS)
def test_interviews_stay(name: str, out: dict[str, tuple[Path, Written]], invented: ModuleType) -> None:
    """Of the interview, its speaker, its platoon and its numbers there is not a word in any format."""
    interview = next(d for d in invented.investigation().drafts if "interviews" in d.document.address)
    hidden = [
        b"Tomas",
        b"K-7",
        b"laid down their arms",
        b"platoon",
        b"Hidden Region",
        interview.document.sha256.encode(),
    ]
    for record in (interview.document, *interview.claims, *interview.quantities, interview.source):
        hidden.append(record.id.encode())
    for path in out[name][0].iterdir():
        raw = path.read_bytes()
        assert [word for word in hidden if word in raw] == []


@pytest.mark.parametrize("name", ["ftm", "uwazi", "datapackage", "ledger"])
def test_no_cell_is_run_or_obeyed(name: str, out: dict[str, tuple[Path, Written]]) -> None:
    """No cell of any CSV file begins like a formula or holds a character that cannot be seen."""
    for path in out[name][0].glob("*.csv"):
        for row in csv.reader(io.StringIO(path.read_text("utf-8"), newline="")):
            for value in row:
                assert not re.match(r"\s*[=+@\t\r]|\s*-(?![\d.]+\Z)", value), (path.name, value)
                assert not UNSEEN.search(value), (path.name, value)


@pytest.mark.parametrize("name", ["annotations", "claimreview", "geojson", "prov"])
def test_json_is_exact_and_not_obeyed(name: str, out: dict[str, tuple[Path, Written]]) -> None:
    """Characters that turn a line round stand escaped in the file, and come back when it is read."""
    for path in out[name][0].iterdir():
        assert not UNSEEN.search(path.read_text("utf-8").replace("\n", ""))
        assert isinstance(loaded(path), dict)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(), max_size=20) | st.integers(), max_size=5))
def test_json_comes_back(value: Any) -> None:
    """Whatever the characters, half ones too, JSON reads back what was written, and UTF-8 can hold it."""
    assert json.loads(json_text(value).encode()) == value


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_csv_comes_back(values: list[str]) -> None:
    """A line of CSV reads back as its cells; a formula is quoted, nothing unseen is left."""
    cells = [cell(value) for value in values]
    line = csv_line(cells, quoted=True).decode()
    assert next(csv.reader(io.StringIO(line, newline=""))) == cells
    for value in cells:
        assert not value.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
        assert not UNSEEN.search(value)


# FollowTheMoney -----------------------------------------------------------------------------------------


def test_ftm_columns_quotes_and_ids(out: dict[str, tuple[Path, Written]]) -> None:
    """The columns, all quoted; each id is the SHA-1 of its row; each entity has its own row first."""
    path = out["ftm"][0] / "statements.csv"
    found = rows(path)
    assert tuple(found[0]) == COLUMNS
    assert path.read_text("utf-8").splitlines()[0] == ",".join(f'"{c}"' for c in COLUMNS)
    assert len({row["id"] for row in found}) == len(found)
    seen: list[str] = []
    for row in found:
        key = f"{row['dataset']}.{row['entity_id']}.{row['prop']}.{row['value']}"
        key += f"@{row['lang']}" if row["lang"] else ""
        assert row["id"] == hashlib.sha1(key.encode()).hexdigest()
        assert row["external"] == "f"
        if not seen or seen[-1] != row["canonical_id"]:
            assert row["prop"] == "id"
            assert row["canonical_id"] not in seen
            seen.append(row["canonical_id"])


def test_ftm_id_is_their_own_rule() -> None:
    """The ids that FollowTheMoney 4.11.2 gave these: a title with its language, an entity's own row."""
    title = statement_id("source_1", "doc-1", "title", "Відмови у Сарнеті", "ukr")
    assert title == "0651522f178c377a23bbfda714676a10a726122e"
    assert (
        statement_id("source_1", "entity-1", "name", "Radan Velk")
        == "fbb2467def2b707cb642349b8d8757d88ce8cac9"
    )
    assert statement_id("d", "e", "id", "e") == "2d767b008d9beffbba601d35b5024457dde0f1c5"


def test_ftm_refers_only_to_what_is_there(out: dict[str, tuple[Path, Written]]) -> None:
    """Every entity that a statement names is in the file, and its schema has one meaning throughout."""
    found = rows(out["ftm"][0] / "statements.csv")
    schemata: dict[str, set[str]] = {}
    for row in found:
        schemata.setdefault(row["entity_id"], set()).add(row["schema"])
    assert all(len(names) == 1 for names in schemata.values())
    assert {row["value"] for row in found if row["prop_type"] == "entity"} <= set(schemata)
    assert {"Article", "Event", "Documentation", "Mention", "Person", "Similar", "Note"} <= set().union(
        *schemata.values()
    )


def test_ftm_reads_it_back(out: dict[str, tuple[Path, Written]]) -> None:
    """FollowTheMoney itself reads every statement, with the type and the id that we wrote."""
    reason = "followthemoney is not installed (pip install followthemoney, beside PyICU)"
    serialize = pytest.importorskip("followthemoney.statement.serialize", reason=reason)
    path = out["ftm"][0] / "statements.csv"
    with path.open("rb") as file:
        read = list(serialize.read_csv_statements(file))
    for statement, row in zip(read, rows(path), strict=True):
        assert statement.generate_key() == statement.id == row["id"]
        assert statement.prop_type == row["prop_type"]


# The others ---------------------------------------------------------------------------------------------


def test_annotations_find_their_words(out: dict[str, tuple[Path, Written]], evidence: Evidence) -> None:
    """By code points in Python and by UTF-16 units in JavaScript the words are the same."""
    bodies = {d.id: (d, t.body) for d, t, _ in evidence.readings()}
    checked = 0
    for item in loaded(out["annotations"][0] / "annotations.jsonld")["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            document, body = bodies[target["source"]["id"].removeprefix("urn:muster:")]
            quote, place = target["selector"]
            assert target["source"]["sha256"] == document.sha256
            assert body[place["start"] : place["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in body
            units = body.encode("utf-16-le", "surrogatepass")
            wide = units[2 * place["utf16Start"] : 2 * place["utf16End"]]
            assert wide.decode("utf-16-le", "surrogatepass") == quote["exact"]
            checked += 1
    assert checked > 20


def test_an_emoji_before_the_quotation_is_two_units() -> None:
    """🙏🏽 is two characters in Python and four in JavaScript."""
    at = utf16_offset("🙏🏽 he said")
    assert (at(0), at(1), at(2), at(3)) == (0, 2, 4, 5)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=40), st.data())
def test_utf16_is_what_an_encoder_counts(body: str, data: st.DataObject) -> None:
    """For any text and place, the offset is the length of what stands before in UTF-16."""
    at = data.draw(st.integers(0, len(body)))
    assert utf16_offset(body)(at) == len(body[:at].encode("utf-16-le", "surrogatepass")) // 2


def test_annotations_refuse_moved_words(evidence: Evidence, tmp_path: Path) -> None:
    """Words that are not at their place stop the export, and nothing is left of it."""

    class Moved:
        def __getattr__(self, name: str) -> Any:
            return getattr(evidence, name)

        def readings(self, only: Any = ()) -> Iterator[Any]:
            for document, text, reading in evidence.readings():
                yield document, replace(text, body=f"x{text.body}"), reading

    with pytest.raises(IntegrityBroken):
        WRITERS["annotations"](Moved(), tmp_path, ABOUT)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_only_rated_claims_are_reviews(out: dict[str, tuple[Path, Written]]) -> None:
    """One claim was rated and one rating withdrawn: one ClaimReview, in the team's name and words."""
    graph = loaded(out["claimreview"][0] / "claims.jsonld")["@graph"]
    (review,) = [n for n in graph if n["@type"] == "ClaimReview"]
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "mostly supported", "ratingExplanation": "two lists agree",
    }  # fmt: skip
    assert review["author"] == {"@type": "Organization", "name": "Sarnet Desk"}
    assert all("reviewRating" not in n for n in graph if n is not review)


def test_copies_are_appearances(out: dict[str, tuple[Path, Written]], evidence: Evidence) -> None:
    """A claim first appears in the paper that was copied; the copy that holds its words is an appearance."""
    at = {d.address: f"urn:muster:{d.id}" for d in evidence.documents()}
    graph = loaded(out["claimreview"][0] / "claims.jsonld")["@graph"]
    claims = [n.get("itemReviewed", n) for n in graph]
    first = next(c for c in claims if c["text"].startswith("more than 120 soldiers from at least"))
    assert first["firstAppearance"]["@id"] == at["weir/refusals.txt"]
    assert [a["@id"] for a in first["appearance"]] == [at["moor/refusals.txt"]]
    changed = next(c for c in claims if c["text"].startswith("1,200 soldiers"))
    assert changed["firstAppearance"]["@id"] == at["fen/refusals.txt"]
    assert sum(c["text"] == first["text"] for c in claims) == 1


def test_ledger_splits_the_number_of_sources(
    out: dict[str, tuple[Path, Written]], evidence: Evidence
) -> None:
    """A line an estimate: reports, origins and independent origins are three numbers, none above the last."""
    found = rows(out["ledger"][0] / "ledger.csv")
    estimates = {e.id: e for e in OpenPapers(evidence).estimates()}
    assert [row["id"] for row in found] == list(estimates)
    for row in found:
        assert int(row["independent_origins"]) <= int(row["origins"]) <= int(row["reports"])
        for bound in ("low", "best", "high"):
            told = getattr(estimates[row["id"]], bound)
            assert row[bound] == "" if told is None else float(row[bound]) == told


@pytest.mark.parametrize(
    ("told", "precision"),
    [
        ("as of 2031-05-04", 1), ("as of 2031-05-04 to 2031-05-07", 2), ("as of 2031-05-01 to 2031-05-07", 3),
        ("as of 2031-05-01 to 2031-05-31", 4), ("as of 2031-01-01 to 2031-12-31", 5),
        ("as of 2029-01-01 to 2031-12-31", None), ("by 15 May", None), ("not stated", None),
        ("as of 2031-13-41", None),
    ],
)  # fmt: skip
def test_date_precision(told: str, precision: int | None) -> None:
    """The UCDP's steps; without a day, or with one that is none, it is not known."""
    assert date_precision(told) == precision


def test_independence_is_pairwise() -> None:
    """A and B, B and C shown independent, A and C not: two, never three."""
    shown = {
        name: Origin(name, name, None, (), ("r",), None, independent)
        for name, independent in (("a", ("b",)), ("b", ()), ("c", ("b",)))
    }
    assert independent(("a", "b", "c"), shown) == 2
    assert independent(("a", "c"), shown) == 1
    assert independent((), shown) == 0


def test_a_map_has_places_and_no_people(out: dict[str, tuple[Path, Written]]) -> None:
    """RFC 7946: longitude first, within bounds, each with its precision; no speaker is on it."""
    book = loaded(out["geojson"][0] / "places.geojson")
    assert book["type"] == "FeatureCollection"
    shown = {f["properties"]["place"]: f["properties"] for f in book["features"]}
    assert shown["Ossel"]["radius_m"] == 25_000 and shown["Ossel"]["documents"] == 1
    assert shown["Sarnet"]["radius_m"] is None and "centre of the region" in shown["Sarnet"]["shown_as"]
    for feature in book["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert -180 <= longitude <= 180 and -90 <= latitude <= 90
        assert feature["properties"]["where_prec"] in (2, 4)
        assert "Velk" not in json.dumps(feature, ensure_ascii=False)


def test_where_reads_the_table() -> None:
    """A town has 25 km round it; a region's point is its centre; of several readings there is none."""
    assert where("51.3750,128.1401; Amur Oblast; Russia")[:4] == (2, 128.1401, 51.375, 25_000)
    assert where("51.3750,128.1401; centre of the region; Russia")[:4] == (4, 128.1401, 51.375, None)
    assert where("2 readings: 51.3,128.1; Russia; or 1.0,2.0; Chad")[:4] == (None, None, None, None)
    assert where(None)[:4] == (None, None, None, None)


def test_prov_reads_it_back(out: dict[str, tuple[Path, Written]], evidence: Evidence) -> None:
    """The `prov` library reads it; a claim is a quotation of its paper with its origin as primary source."""
    model = pytest.importorskip("prov.model", reason="prov is not installed (test extra)")
    path = out["prov"][0] / "prov.json"
    read = model.ProvDocument.deserialize(str(path))
    assert len(list(read.get_records())) == out["prov"][1].files["prov.json"]
    shown = loaded(path)
    derived = {
        (r["prov:generatedEntity"], r["prov:usedEntity"], r["prov:type"]["$"])
        for r in shown["wasDerivedFrom"].values()
    }
    for document, _, reading in OpenPapers(evidence).readings():
        for claim in reading.claims:
            assert (f"muster:{claim.id}", f"muster:{document.id}", "prov:Quotation") in derived
            first = evidence.origin_of(claim.id)
            assert not first or (f"muster:{claim.id}", f"muster:{first}", "prov:PrimarySource") in derived
    ends = {
        name
        for r in shown["wasDerivedFrom"].values()
        for name in (r["prov:generatedEntity"], r["prov:usedEntity"])
    }
    assert ends <= set(shown["entity"])


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_frictionless_finds_it_valid(out: dict[str, tuple[Path, Written]]) -> None:
    """Every cell is of its type, every key is there, and sizes and hashes are those of the files."""
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (test extra)")
    folder = out["datapackage"][0]
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    for resource in loaded(folder / "datapackage.json")["resources"]:
        raw = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"


def test_uwazi_dates_and_values() -> None:
    """A month is a range of days, also in a leap year; what Uwazi would split is not split."""
    assert days("2032-02") == ("", "2032-02-01:2032-02-29")
    assert days("2031-05-04T18:20:00+00:00") == ("2031-05-04", "2031-05-04:2031-05-04")
    assert days("2031") == ("", "2031-01-01:2031-12-31")
    assert days(None) == days("2031-13") == days("soon") == ("", "")
    assert one("a|b::c:::d") == "a/b:c:d"


@given(st.text())
def test_uwazi_never_splits_a_value(value: str) -> None:
    """No value holds what Uwazi reads as a border."""
    assert "|" not in one(value) and "::" not in one(value)


def test_uwazi_titles_by_language(out: dict[str, tuple[Path, Written]]) -> None:
    """Every line has a title; a Ukrainian paper has it in the Ukrainian column, too."""
    found = rows(out["uwazi"][0] / "documents.csv")
    assert all(row["title"] for row in found)
    assert not any(" " in column for column in found[0])
    ours = next(row for row in found if row["language"] == "uk")
    assert ours["title__uk"] == ours["title"] == "Відмови у Сарнеті"
    assert ours["published"] == "" and ours["published_range"] == "2031-05-01:2031-05-31"


# What is held back --------------------------------------------------------------------------------------


def test_estimates_on_interviews_are_gone_and_counted(evidence: Evidence) -> None:
    """An estimate that rests on a held number is not told with the rest of its numbers."""
    shown = OpenPapers(evidence)
    hidden = {q.id for d, _, r in evidence.readings() if "interviews" in d.address for q in r.quantities}
    gone = [e for e in evidence.estimates() if hidden & set(e.rests_on)]
    assert gone
    assert not {e.id for e in gone} & {e.id for e in shown.estimates()}
    assert f"1 papers of interviews and protected sources, and {len(gone)} lines" in shown.left_out[0]


def test_a_name_of_a_held_paper_is_not_told(evidence: Evidence, invented: ModuleType) -> None:
    """A spelling that only a held paper uses leaves the variants."""
    weir, interview = (
        next(d for d in evidence.documents() if part in d.address)
        for part in ("weir/refusals", "interviews/")
    )

    class Both(invented.Invented):  # type: ignore[name-defined,misc]
        def entities(self) -> Iterator[Any]:
            for e in super().entities():
                uses = (*e.uses, (interview.id, "Radko")) if e.name == "Radan Velk" else e.uses
                yield replace(e, name="Radko" if e.name == "Radan Velk" else e.name, uses=uses,
                              variants=(*e.variants, "Radko"))  # fmt: skip

    made = invented.investigation()
    made.__class__ = Both
    (velk,) = [e for e in OpenPapers(made).entities() if (weir.id, "Radan Velk") in e.uses]
    assert velk.name != "Radko" and "Radko" not in velk.variants


def test_an_origin_goes_by_its_open_name(evidence: Evidence, invented: ModuleType) -> None:
    """An origin of an interview and an article has the article's name; no estimate tells the other."""
    interview = next(d for d in evidence.documents() if "interviews/" in d.address)
    told = next(c.id for d, _, r in evidence.readings() if d.id == interview.id for c in r.claims)

    class Both(invented.Invented):  # type: ignore[name-defined,misc]
        def entities(self) -> Iterator[Any]:
            for e in super().entities():
                uses = (*e.uses, (interview.id, "Radko")) if e.name == "Radan Velk" else e.uses
                yield replace(e, uses=uses)

        def origins(self) -> Iterator[Any]:
            entity = next(e.id for e in self.entities() if e.name == "Radan Velk")
            for o in super().origins():
                mixed = replace(o, name="Radko", entity=entity, claims=(*o.claims, told))
                yield mixed if o.name == "Radan Velk" else o

    made = invented.investigation()
    made.__class__ = Both
    mixed = next(o for o in made.origins() if o.name == "Radko")
    shown = OpenPapers(made)
    (open_one,) = [o for o in shown.origins() if o.id == mixed.id]
    assert open_one.name == "Radan Velk" and told not in open_one.claims
    assert any(mixed.id in e.origins for e in made.estimates())
    assert not any(mixed.id in e.origins for e in shown.estimates())


# Cost ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WRITERS)
def test_the_cost_is_a_straight_line(name: str, tmp_path: Path, invented: ModuleType) -> None:
    """Ten times the papers, about ten times the time."""

    def cost(number: int) -> float:
        drafts = []
        for at in range(number):
            words = f"Ilan Toro said that {at + 2} men left Ossel."
            d = invented.Draft(f"Outlet {at % 7}", f"p/{at}.txt", "2031-05-04", words, f"Paper {at}", "en")
            toro = invented.Speaker("Ilan Toro")
            claim = d.claim(f"{at + 2} men left Ossel", "indirect", toro, cue="said")
            d.quantity(str(at + 2), at + 2, at + 2, claim, what="men")
            drafts.append(d)
        made = invented.Invented(drafts, [], [], [], [])
        made._estimates = ()
        return seconds(lambda: WRITERS[name](OpenPapers(made), tmp_path / str(number), ABOUT))

    assert growth(cost, 60, 600, most=20) <= 20
