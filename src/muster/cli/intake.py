"""Questions that come in: taken from files, sorted by urgency, answered with a leaflet, counted by topic."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.workflows.intake import Waiting

_BY = click.option("--by", required=True, help="Your role name.")
_NOTE = click.option("--note", default="", help="Your words; no names.")
_URGENCIES = click.Choice(["detained", "withdrawal", "deadline", "threat", "letter", "question", "other"])
_ONLY_URGENCY = click.option("--urgency", type=_URGENCIES, default=None, help="Only these.")
_ONLY_TOPIC = click.option("--topic", default=None, help="Only questions about this.")
_FILES = click.Path(exists=True, dir_okay=False, path_type=Path)
_WORDS = click.option(
    "--words", "own", type=_FILES, envvar="MUSTER_TRIAGE", default=None,
    help="Your team's own cues and topics (TOML); they add to ours.",
)  # fmt: skip


@click.group(epilog="Example:  muster intake list --project desk.db")
def intake() -> None:
    """Questions that come in, the most urgent first. They lie in the sealed file, with nobody's name in
    them."""


@intake.command(epilog="Example:  muster intake take chat.json --by desk-1 --project desk.db")
@click.argument("files", nargs=-1, required=True, type=_FILES)
@click.option(
    "--families/--no-families", default=True, help="Look for questions of one family. (default: yes)"
)
@_WORDS
@_BY
@with_project
def take(desk: Desk, files: tuple[Path, ...], families: bool, own: Path | None, by: str) -> None:
    """Take in FILES: a chat's export (.json), a form's table (.csv), one question as text.

    Names, telephones and handles are masked before anything is kept. Twice adds nothing. The files stay
    where they are, in the clear.
    """
    from muster.cases.intake.triage import read_lexicon
    from muster.workflows.intake import take as workflow

    lexicon = read_lexicon(own.read_text("utf-8")) if own else None
    found = workflow(desk, files, by=by, lexicon=lexicon, families=families)
    for name, why in found.aside:
        click.echo(f"set aside: {name}: {why}", err=True)
    click.echo(
        f"{len(found.codes)} taken in, {found.known} were here already; "
        f"{found.families} may be of a family that has asked before"
    )
    if families and found.codes and not found.compared:
        click.echo("telephones and names were not compared: only a custodian's key opens them", err=True)
    click.echo("the files lie in the clear where they were; delete them when you are done", err=True)
    if found.aside and not found.codes and not found.known:
        raise SystemExit(1)


@intake.command("list", epilog="Example:  muster intake list --project desk.db")
@click.option("--all", "everything", is_flag=True, help="Also what was answered, closed or became a case.")
@_ONLY_URGENCY
@_ONLY_TOPIC
@with_format
@with_project
def list_(
    desk: Desk, everything: bool, urgency: str | None, topic: str | None, form: str | None, limit: int | None
) -> None:
    """What waits: who is held first, then limits, threats, letters, questions; with the words that say so.

    The machine reads words, not people: a question it does not understand stands as a question. Read them
    all.
    """
    from muster.workflows.case_rows import question_row
    from muster.workflows.intake import codes, queue

    rows = _only(queue(desk, everything=everything), urgency, topic)
    called = codes(desk)
    show((question_row(r, called) for r in rows), form, limit)


@intake.command("read", epilog="Example:  muster intake read --urgency letter --project desk.db")
@_ONLY_URGENCY
@_ONLY_TOPIC
@with_project
def read(desk: Desk, urgency: str | None, topic: str | None) -> None:
    """What waits in all its words, one question after the other, in the order of `intake list`."""
    from muster.workflows.intake import in_full, queue

    rows = _only(queue(desk), urgency, topic)
    words = in_full(desk)
    for row in rows:
        told = (row.code, row.urgency, row.day and f"by {row.day}", row.topic, row.came)
        click.echo(f"{'  '.join(filter(None, told))}\n{words[row.code]}\n")
    click.echo(f"{len(rows)} wait", err=True)


def _only(rows: Iterable[Waiting], urgency: str | None, topic: str | None) -> list[Waiting]:
    return [r for r in rows if urgency in (None, r.urgency) and topic in (None, r.topic)]


@intake.command("show", epilog="Example:  muster intake show Q-7F3Q2A --project desk.db")
@click.argument("called", metavar="QUESTION")
@_WORDS
@with_project
def show_(desk: Desk, called: str, own: Path | None) -> None:
    """One question in its words, by which of them it stands where it stands, and what was done."""
    from muster.cases.intake.triage import read_lexicon
    from muster.workflows.intake import codes, one

    case, steps, found = one(desk, called, read_lexicon(own.read_text("utf-8")) if own else None)
    names = codes(desk)
    click.echo(
        f"{case.code}  came {steps[0].first}  by {steps[0].who}  {case.language}\n\n{steps[0].words}\n"
    )
    click.echo(f"urgency  {steps[0].value}" + (f"  from: {steps[0].ground}" if steps[0].ground else ""))
    click.echo(
        f"topic    {steps[0].link}" + (f"  also: {', '.join(found.topics[1:4])}" if found.topics[1:] else "")
    )
    for step in steps[1:]:
        told = [step.at[:10], step.kind, step.value, names.get(step.link, step.link), step.ground, step.words]
        click.echo("  ".join(filter(None, [*told, f"({step.by})"])))


@intake.command("sort", epilog="Example:  muster intake sort Q-7F3Q2A --urgency detained --by me -p desk.db")
@click.argument("called", metavar="QUESTION…", nargs=-1, required=True)
@click.option("--urgency", type=_URGENCIES, default=None)
@click.option("--topic", default="", help="What it is about, as your topics are called.")
@_NOTE
@_BY
@with_project
def sort(desk: Desk, called: tuple[str, ...], urgency: str | None, topic: str, note: str, by: str) -> None:
    """Put right how urgent questions are, or what they are about; what you say holds.

    Others that ask the like are named, for you to sort or leave.
    """
    from muster.workflows.intake import alike, put_right

    put_right(desk, called, urgency=urgency or "", topic=topic, by=by, note=note)
    done = {each.upper() for each in called}
    for group in alike(desk) if topic else ():
        if group.topic == topic and (rest := [code for code in group.codes if code not in done]):
            click.echo(f"alike ({', '.join(group.words)}): {' '.join(rest)}", err=True)


@intake.command("alike", epilog="Example:  muster intake alike --project desk.db")
@click.option("--all", "everything", is_flag=True, help="Also what was answered, closed or became a case.")
@with_format
@with_project
def alike_(desk: Desk, everything: bool, form: str | None, limit: int | None) -> None:
    """Questions that ask the like, in groups, with the words they share: to be sorted or answered together.

    The topic is what a person said of one of them; the machine suggests, and joins nothing.
    """
    from muster.workflows.intake import alike

    show(
        (
            {
                "questions": len(g.codes), "share": ", ".join(g.words), "topic": g.topic,
                "sorted_by_person": g.by_person, "which": " ".join(g.codes),
            }
            for g in alike(desk, everything=everything)
        ),
        form,
        limit,
    )  # fmt: skip


@intake.command(
    "answer", epilog="Example:  muster intake answer Q-7F3Q2A --note 'told by telephone' --by me -p desk.db"
)
@click.argument("called", metavar="QUESTION…", nargs=-1, required=True)
@click.option("--leaflet", type=_FILES, default=None, help="The leaflet that was given; its sha256 is kept.")
@click.option("--pack", "pack_name", envvar="MUSTER_PACK", default=None, help="The law pack that was used.")
@click.option("--reason", default="", help="Why a leaflet past its review is given.")
@_NOTE
@_BY
@with_project
def answer(
    desk: Desk,
    called: tuple[str, ...],
    leaflet: Path | None,
    pack_name: str | None,
    reason: str,
    note: str,
    by: str,
) -> None:
    """Write down that questions were answered, and with which version of which leaflet; all or none."""
    from muster.workflows.leaflets import answer as workflow

    pack = ""
    if pack_name:
        from muster.workflows.law import open_pack

        found, _ = open_pack(pack_name)
        pack = f"{found.id} {found.version} {found.sha256}"
    workflow(desk, called, by=by, leaflet=leaflet, pack=pack, note=note, reason=reason)


@intake.command(
    "link", epilog="Example:  muster intake link Q-7F3Q2A Q-9B0M11 --as same-family --by me -p desk.db"
)
@click.argument("called", metavar="QUESTION")
@click.argument("other", metavar="OTHER")
@click.option(
    "--as", "relation", required=True,
    type=click.Choice(["same-family", "different-family", "same-person", "became-case"]),
)  # fmt: skip
@_NOTE
@_BY
@with_project
def link(desk: Desk, called: str, other: str, relation: str, note: str, by: str) -> None:
    """Say that two questions are of one family, that they are not, or which case a question became."""
    from muster.workflows.intake import link as workflow

    workflow(desk, called, other, relation, by=by, note=note)


@intake.command("topics", epilog="Example:  muster intake topics --weeks 8 --project desk.db")
@click.option("--weeks", type=click.IntRange(1, 520), default=8, show_default=True)
@click.option("--unsorted", is_flag=True, help="Words that many questions without a topic share.")
@with_format
@with_project
def topics(desk: Desk, weeks: int, unsorted: bool, form: str | None, limit: int | None) -> None:
    """What was asked most, by week; fewer than five are hidden, and what would give them away.

    A family that asks the same thing twice in a week is counted once, where a person said that it is one.
    """
    from muster.workflows.intake import topics as workflow
    from muster.workflows.intake import unsorted_words

    if unsorted:
        show(({"word": word, "questions": n} for word, n in unsorted_words(desk)), form, limit)
        return
    table, told = workflow(desk, weeks)
    click.echo(told, err=True)
    show(table, form, limit)


@intake.command("leaflets", epilog="Example:  muster intake leaflets --project desk.db")
@click.option("--who", is_flag=True, help="Also the questions that were answered with each version.")
@with_format
@with_project
def leaflets(desk: Desk, who: bool, form: str | None, limit: int | None) -> None:
    """Which version of which leaflet was given to how many, so that those with an older one can be told."""
    from muster.workflows.leaflets import leaflets as workflow

    show(
        (
            {
                "leaflet": g.leaflet, "version": g.version, "questions": g.questions, "last_given": g.last,
                "newest": "yes" if g.newest else "no", **({"who": " ".join(g.codes)} if who else {}),
            }
            for g in workflow(desk)
        ),
        form,
        limit,
    )  # fmt: skip


COMMANDS = {"intake": intake}
