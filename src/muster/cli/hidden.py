"""The hidden total: how many there are, on the lists and off them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from muster.cli.options import with_project
from muster.cli.output import show, shown, with_format
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.publish.totals import About
    from muster.stats import Total
    from muster.workflows.link_large import LargeLinked
    from muster.workflows.link_lists import Linked, Row


@click.group(epilog="Example:  muster estimate lists kosovo.csv --protocols kosovo.toml")
def estimate() -> None:
    """Estimate what nobody counted whole."""


# fmt: off
@estimate.command(epilog="Example:  muster estimate lists kosovo.csv --protocols kosovo.toml")
@click.argument("tables", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--protocols", type=click.Path(path_type=Path), metavar="FILE",
              help="How each list was made (TOML): who can be on it, who never, when, who refers.")
@click.option("--what", default=None, help="What is counted; else from the protocols. Likewise:")
@click.option("--population", default=None, help="of whom,")
@click.option("--place", default=None, help="where,")
@click.option("--by", "by_when", default=None, metavar="DAY", help="by when (2022-02-24).")
@click.option("--method", type=click.Choice(["graphs", "loglinear", "latent"]), default="graphs",
              show_default=True, help="Graph averaging, log-linear models or latent classes.")
@click.option("--as", "together", type=click.Choice(["strata", "imputations"]),
              help="What several files are: parts of one population, or versions of one table.")
@click.option("--level", type=float, default=0.95, show_default=True, help="Of the interval.")
@click.option("--at-most", type=int, default=None, metavar="N",
              help="The total is at most N, seen and unseen (default: 21 times those seen).")
@click.option("--delta", type=float, default=None, help="Prior weight of each cell (default: 2 to the -L).")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Of what is drawn.")
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), default="en", show_default=True,
              help="Of the sentence.")
@click.option("--svg", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Also draw the plots into FOLDER.")
@click.option("--keep", "name", metavar="NAME", help="Keep the total in the project, under this name.")
@click.option("--kept-by", metavar="NAME", help="Your role name; for --keep.")
@click.option("--note", default="", help="Why; for --keep.")
@with_format
@with_project
def lists(
    desk: Desk,
    tables: tuple[Path, ...],
    protocols: Path | None,
    what: str | None,
    population: str | None,
    place: str | None,
    by_when: str | None,
    method: str,
    together: Literal["strata", "imputations"] | None,
    level: float,
    at_most: int | None,
    delta: float | None,
    seed: int,
    language: str,
    svg: Path | None,
    name: str | None,
    kept_by: str | None,
    note: str,
    form: str | None,
    limit: int | None,
) -> None:
    """The total behind lists that overlap, from tables of who is on which list; names are not needed.

    \b
    A FILE is a CSV in one of four shapes, told apart by its header:
      EXH,ABA,OSCE,count   a row for each pattern of 0 and 1, with its number of people
      EXH,ABA,OSCE         a row of 0 and 1 for each person
      list,code            a row for each membership; codes, not names
      table,EXH,…,count    many pattern tables, from `muster estimate link`: averaged over

    Printed are one sentence, what it rests on, what speaks against it, and the sensitivity panel. Two
    lists, or fewer than ten people on two lists, give a floor and a band. Only --svg and --keep write. A
    kept total is in the ledger and the dossier from the next count on, and `muster why` leads from it to the
    patterns and to the hashes of the files.
    """
    from muster.model.errors import Usage
    from muster.stats import Settings
    from muster.workflows import estimate as workflow
    from muster.workflows import totals
    from muster.workflows.count import count

    about, told = workflow.read_protocols(protocols) if protocols else ({}, ())
    given = {"what": what, "population": population, "place": place, "by_when": by_when}
    said = {k: v if v is not None else about.get(k, "") for k, v in given.items()}
    asked = workflow.Asked(**said, since=about.get("since", ""))
    cap = None
    if at_most is not None:
        cap = workflow.missing_at_most(tables[0], at_most)
    if name is not None and not kept_by:
        raise Usage("a decision needs a name", next_step="add --kept-by")
    settings = Settings(level=level, delta=delta, cap=cap, cores=desk.cores or 1)
    read = workflow.read_given(tables, together or "")
    total = workflow.estimate_tables(read, protocols=told, method=method, settings=settings, seed=seed)
    _told(total, asked, language, svg, form, limit)
    if name is not None and kept_by:
        made = totals.written(
            total, asked, read, method=method, settings=settings, seed=seed, behind=tables[0]
        )
        with desk.open() as store:
            totals.keep(store, made, name, by=kept_by, note=note, now=desk.now)
            count(store, now=desk.now)
        click.echo(f"{name}: kept; the ledger and the dossier have it", err=True)


def _told(
    total: Total, asked: About, language: str, svg: Path | None, form: str | None, limit: int | None
) -> None:
    from muster.publish import total_lines, total_record, total_rows, write_total_plots

    if form == "json":
        click.echo(json.dumps(total_record(total, asked), ensure_ascii=False, indent=1))
    elif form:
        show(total_rows(total), form, limit)
    else:
        for line in total_lines(total, asked, language):
            click.echo(shown(line))
        click.echo()
        show(total_rows(total), None, limit)
    if svg is not None:
        for path in write_total_plots(svg, total, asked, language):
            click.echo(f"drawn: {path}", err=True)


@estimate.command(epilog="Example:  muster estimate kept --project desk.db")
@click.argument("name", required=False)
@click.option("--drop", is_flag=True, help="Keep it no longer; that it was kept stays on record.")
@click.option("--kept-by", metavar="NAME", help="Your role name; for --drop.")
@click.option("--note", default="", help="Why; for --drop.")
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), default="en", show_default=True,
              help="Of the sentence.")
@click.option("--svg", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Also draw the plots into FOLDER.")
@with_format
@with_project
def kept(
    desk: Desk,
    name: str | None,
    drop: bool,
    kept_by: str | None,
    note: str,
    language: str,
    svg: Path | None,
    form: str | None,
    limit: int | None,
) -> None:
    """The totals that the project keeps; or one of them, made again from its tables.

    Making it again needs no other file. Where it does not come out as it was kept, that is said, exit 3.
    """
    from muster.model.errors import IntegrityBroken, Usage
    from muster.workflows import totals
    from muster.workflows.count import count

    if drop:
        if not (name and kept_by):
            raise Usage("a decision needs a name", next_step="name the total, and add --kept-by")
        with desk.open() as store:
            totals.drop(store, name, by=kept_by, note=note, now=desk.now)
            count(store, now=desk.now)
        click.echo(f"{name}: kept no longer")
        return
    with desk.open(readonly=True) as store:
        if name is None:
            show(totals.rows(totals.kept_totals(store)), form, limit)
            return
        judgement, held = totals.held(store, name)
    made, asked, differs = totals.again(held, cores=desk.cores or 1)
    _told(made, asked, language, svg, form, limit)
    if differs:
        raise IntegrityBroken(f"it does not come out as it was: {differs}", record=judgement.id)
    click.echo(f"the same as kept by {judgement.by} on {judgement.at}", err=True)


@estimate.command(epilog="Example:  muster estimate link hotline.csv parents.csv lawyers.csv --out linked")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--column", "columns", multiple=True, metavar="FIELD=HEADER",
              help="Which column is what, where the header does not say it; may be repeated.")
@click.option("--judged", type=click.Path(path_type=Path), metavar="FILE",
              help="The review queue with its column 'verdict' filled in: same, different, unsure.")
@click.option("--judged-by", metavar="NAME",
              help="Your role name: keep these verdicts in the project; every later linking replays them.")
@click.option("--note", default="", help="Why; for --judged-by.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Write tables.csv, review.csv and thresholds.csv there.")
@click.option("--pair", nargs=2, default=None, metavar="LIST:CODE LIST:CODE",
              help="Only show how the evidence on two records adds up.")
@click.option("--svg", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="With --pair: also draw it, into FOLDER.")
@click.option("--large", is_flag=True,
              help="Coarser, for lists too large to compare closely; no table before 200 pairs are judged.")
@click.option("--draws", type=click.IntRange(10, 1000), default=None,
              help="Ways of linking to average over (default: 50; with --large 20).")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="Of what is drawn.")
@with_format
@with_project
def link(
    desk: Desk,
    files: tuple[Path, ...],
    columns: tuple[str, ...],
    judged: Path | None,
    judged_by: str | None,
    note: str,
    out: Path | None,
    pair: tuple[str, str] | None,
    svg: Path | None,
    large: bool,
    draws: int | None,
    seed: int,
    form: str | None,
    limit: int | None,
) -> None:
    """Who on one list is who on another, without writing down a name.

    \b
    A FILE is a list, CSV or XLSX, one person a row, at most once. Columns that are understood: record, name
    (or surname, given, patronymic), born, unit, region, date, code (of a document); any may be empty.

    Printed is how many people are on exactly which lists: the mean and the middle 95 % of many ways of
    linking that the records allow. `muster estimate lists FOLDER/tables.csv` averages over all of them. Names
    are neither printed nor written; a project that keeps verdicts on pairs keeps codes, rows and hashes only.
    """
    from muster.model.errors import Usage
    from muster.publish.plots_lists import write_waterfall
    from muster.workflows import judged_pairs
    from muster.workflows import link_lists as workflow

    if judged_by and judged is None:
        raise Usage("there is nothing to keep", next_step="add --judged FILE")
    mapped = dict(c.partition("=")[::2] for c in columns)
    before: list[judged_pairs.Before] = []
    if desk.project.exists():
        with desk.open(readonly=True) as store:
            before = judged_pairs.kept_pairs(store)
    found: Linked | LargeLinked
    if large:
        from muster.workflows.link_large import link_large_lists

        found = link_large_lists(
            files, columns=mapped, judged=judged, before=before, draws=draws or 20, seed=seed
        )
    else:
        found = workflow.link_lists(
            files, columns=mapped, judged=judged, before=before, draws=draws or 50, seed=seed
        )
    if judged_by:
        with desk.open() as store:
            new = judged_pairs.keep_pairs(
                store, found.roll, found.from_file, by=judged_by, note=note, now=desk.now
            )
        click.echo(f"{new} verdicts kept in {desk.project}", err=True)
    elif earlier := len(found.judged.keys() - found.from_file.keys()):
        click.echo(f"{earlier} pairs as judged before, from {desk.project}", err=True)
    for line in (*found.cautions, *(f"not used: column {c}" for c in found.ignored)):
        click.echo(shown(line), err=True)
    if not isinstance(found, workflow.Linked):
        _show_large(found, out, seed, form, limit)
        return
    if pair is not None:
        steps, together = workflow.evidence(found, *pair)
        show(workflow.waterfall_rows(steps, together), form, limit)
        if svg is not None:
            told = [(s.words, s.bits) for s in steps]
            click.echo(f"drawn: {write_waterfall(svg, told, together)}", err=True)
        return
    show(workflow.pattern_rows(found), form, limit)
    if form is None:
        click.echo("\nThe total, had one threshold been drawn:")
        show(workflow.threshold_rows(found), None, None)
    if out is not None:
        rows = {
            "tables": workflow.table_rows(found), "review": workflow.review_rows(found),
            "thresholds": workflow.threshold_rows(found),
        }
        _write_linked(out, rows, found, seed)


def _show_large(
    found: LargeLinked, out: Path | None, seed: int, form: str | None, limit: int | None
) -> None:
    """The table where people's verdicts say that the chances are right; else what is to be judged."""
    from muster.model.errors import Refused
    from muster.workflows import link_lists as workflow
    from muster.workflows.link_large import band_rows, review_rows

    rows = {"review": review_rows(found), "bands": band_rows(found)}
    try:
        line = found.calibrated()
    except Refused as why:
        show(band_rows(found), form, limit)
        click.echo(f"no table and no total: {why}", err=True)
    else:
        show(workflow.pattern_rows(found), form, limit)
        rows["tables"] = workflow.table_rows(found)
        click.echo(
            f"by {line.judged} judged pairs: log odds {line.shift:+.2f} + {line.slope:.2f} × stated",
            err=True,
        )
    if out is not None:
        _write_linked(out, rows, found, seed)


def _write_linked(
    out: Path, rows: Mapping[str, Iterable[Row]], found: Linked | LargeLinked, seed: int
) -> None:
    """A file for each table, and where there are tables, from which lists they were made."""
    from muster.publish.files import private_folder, whole_file
    from muster.publish.tables import rows_as
    from muster.workflows.link_lists import behind
    from muster.workflows.totals import BEHIND

    private_folder(out)
    for name, these in rows.items():
        with whole_file(out / f"{name}.csv") as file:
            for piece in rows_as(these, "csv"):
                file.write(piece.encode())
    if "tables" not in rows:
        click.echo(f"written; next: judge the pairs of {out}/review.csv, and --judged", err=True)
        return
    with whole_file(out / BEHIND) as file:
        said = behind(found, out / "tables.csv") | {"seed": seed}
        file.write((json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode())
    click.echo(f"written; next: muster estimate lists {out}/tables.csv --protocols FILE", err=True)


# fmt: on
COMMANDS = {"estimate": estimate}
