"""How many: the ledger rebuilt, or one question answered from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from muster.cli.options import with_project
from muster.cli.output import show, shown, with_format
from muster.cli.progress import bars
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.model.ledger import Answer


@click.command(epilog="Example:  muster count --project desk.db")
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@click.option("--keep", is_flag=True, help="Keep the questions in the project; the dossier answers them.")
@click.option("--drop", is_flag=True, help="Keep a question no longer; that it was asked stays on record.")
@click.option("--by", help="Your role name; for --keep and --drop.")
@click.option("--note", default="", help="Why; for --keep and --drop.")
@click.option("--every", type=click.Choice(["day", "week", "month", "year", "region"]),
              help="A series, for a table in which each row is an event of its own.")  # fmt: skip
@click.option(
    "--coverage", is_flag=True, help="Which origin speaks of which region, and which nobody speaks of."
)
@click.option("--language", type=click.Choice(["en", "ru", "uk"]), default="en", show_default=True,
              help="Of the report sentence.")  # fmt: skip
@click.option("--svg", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER",
              help="Also draw the plots into FOLDER.")  # fmt: skip
@with_format
@with_project
def count(
    desk: Desk,
    questions: tuple[str, ...],
    keep: bool,
    drop: bool,
    by: str | None,
    note: str,
    every: str | None,
    coverage: bool,
    language: str,
    svg: Path | None,
    form: str | None,
    limit: int | None,
) -> None:
    """Rebuild the ledger; or answer QUESTION, a TOML file or the name of a kept question.

    \b
      muster count refusals.toml
      muster count refusals.toml --keep --by anna
      muster count refusals.toml --svg plots --language uk

    The answer gives bounds with everything they rest on: the accepted claims, those shown beside and why,
    contradictions, what one origin less would change. Two questions or more are also compared. Nothing is
    written but with --keep, --drop or --svg.
    """
    if not questions:
        _rebuild(desk)
        return
    if keep or drop:
        _decide(desk, questions, keep=keep, by=by, note=note)
        return
    _answer(desk, questions, every, coverage, language, svg, form, limit)


def _rebuild(desk: Desk) -> None:
    from muster.workflows.count import count as workflow

    with bars() as progress, desk.open() as store:
        report = workflow(store, now=desk.now, progress=progress)
    for name, why in report.silent.items():
        click.echo(f"{name}: no answer, {why}", err=True)
    click.echo(
        f"{report.estimates} lines in the ledger"
        if report.fresh
        else "nothing has changed since the last count"
    )


def _decide(desk: Desk, questions: tuple[str, ...], *, keep: bool, by: str | None, note: str) -> None:
    from muster.model.errors import Usage
    from muster.workflows import ask
    from muster.workflows.count import count as workflow

    if not by:
        raise Usage("a decision needs a name", next_step="add --by")
    with desk.open() as store:
        for given in questions:
            if keep:
                question = ask.read_question(store, given)
                # What nobody answers is refused before anything is written.
                ask.answers(store, [question])
                ask.keep(store, question, by=by, note=note, now=desk.now)
                click.echo(f"{question.name}: kept; the dossier answers it")
            else:
                ask.drop(store, given, by=by, note=note, now=desk.now)
                click.echo(f"{given}: kept no longer")
        workflow(store, now=desk.now)


def _answer(
    desk: Desk,
    questions: tuple[str, ...],
    every: str | None,
    coverage: bool,
    language: str,
    svg: Path | None,
    form: str | None,
    limit: int | None,
) -> None:
    from muster.publish import answer_lines, answer_rows, write_plots
    from muster.workflows import ask

    with desk.open(readonly=True) as store:
        found = ask.answers(store, [ask.read_question(store, given) for given in questions])
    answers = [made for made, _ in found]
    if every:
        show(ask.series_rows(found, every), form, limit)
    elif coverage:
        for made in answers:
            show(ask.coverage_rows(made), form, limit)
    elif form:
        show(answer_rows(answers, language), form, limit)
    else:
        for n, made in enumerate(answers):
            for line in ([""] if n else []) + list(answer_lines(made, language)):
                click.echo(shown(line))
        _compared(answers)
    if svg is not None:
        series = {made.question.name: ask.series_of(made, held, every) for made, held in found if every}
        for path in write_plots(svg, answers, language, series):
            click.echo(f"drawn: {path}", err=True)


def _compared(answers: list[Answer]) -> None:
    from muster.workflows.ask import compared

    for sentence in compared(answers):
        click.echo()
        click.echo(shown(sentence))


COMMANDS = {"count": count}
