"""Cases: one person or group helped under a random code; what was done, what is due, what became of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from muster.cli.options import with_project
from muster.cli.output import show, with_format
from muster.model.cases import BY_HAND, DECISIONS, HELPED, OUTCOMES, PROOFS, RELATIONS, THREATS
from muster.model.errors import Usage
from muster.workflows.project import Desk

if TYPE_CHECKING:
    from muster.model.cases import Client
    from muster.model.law import Pack

F = TypeVar("F", bound=Callable[..., Any])
_BY = click.option("--by", required=True, help="Your role name.")
_KINDS = sorted(kind for kinds in BY_HAND.values() for kind in kinds)
_PACK = click.option(
    "--pack", "pack_name", envvar="MUSTER_PACK", default=None, help="A law pack, for its times."
)


def _about_a_step(command: F) -> F:
    """What any step may be given."""
    for option in (
        click.option("--checked", is_flag=True, help="You looked: no name or number of a person is in it."),
        click.option("--due", default="", help="By when something is to be done; a month is its first day."),
        click.option(
            "--fact", "facts", multiple=True, help="NAME=yes|no|unknown of a law pack; it bears on it."
        ),
        click.option("--answers", default="", help="The step it follows from: an id, or a kind (its last)."),
        click.option("--note", "words", default="", help="Your words; no names."),
        click.option("--proof", type=click.Choice(PROOFS), default=None, help="Held here, seen, or told."),
        click.option("--on", default="", help="When: 2022-05-10, 2022-05, 2022-05-08..2022-05-12."),
        _BY,
    ):
        command = option(command)
    return command


@click.group(epilog="Example:  muster case list --project desk.db")
def case() -> None:
    """A case is a random code: no name is needed and none is taken. Who it is stands in the vault or nowhere.

    Cases live in the sealed file of a project with an unlocked vault. Steps are only added; a wrong one is
    corrected by a further step. `muster forget CASE --sealed` deletes all of a client who withdraws.
    """


@case.command(epilog="Example:  muster case new --for relative --status contract --by lawyer-2 -p desk.db")
@click.option("--for", "client", type=click.Choice(HELPED), default="self", help="Who asks. (default: self)")
@click.option("--people", type=click.IntRange(2), default=None, help="How many, of a group. Nothing on who.")
@click.option("--status", default="", help="As the law pack calls it: conscript, contract, mobilised …")
@click.option("--since", default="", help="Since when the status holds, as exactly as is known.")
@click.option("--until", default="", help="When contract or conscription ends; a month is its first day.")
@click.option("--region", default="", help="As coarse as your statistics need it.")
@click.option("--lang", "language", default="", help="The language to answer in.")
@click.option("--alias", default="", help="The code in the vault, if they are in it.")
@click.option("--from", "question", default="", help="The question of the intake that becomes this case.")
@click.option("--checked", is_flag=True, help="You looked: the region is no person's name.")
@_BY
@with_project
def new(
    desk: Desk, client: str, people: int | None, status: str, since: str, until: str, region: str,
    language: str, alias: str, question: str, checked: bool, by: str,
) -> None:  # fmt: skip
    """Open a case; its code is printed."""
    from muster.workflows.cases import open_case, written
    from muster.workflows.intake import become

    first = [written(desk, "status", by, on=since, value=status, due=until)] if status else []
    more: dict[str, Any] = {
        "client": cast("Client", client), "by": by, "people": people, "region": region,
        "language": language, "alias": alias, "first": first, "checked": checked,
    }  # fmt: skip
    made = become(desk, question, **more) if question else open_case(desk, **more)
    click.echo(made.code)


@case.command(epilog="Example:  muster case step K-7F3Q2A refusal --on 2022-05-10 --by lawyer-2 -p desk.db")
@click.argument("called", metavar="CASE")
@click.argument("kind", type=click.Choice(_KINDS), metavar="KIND")
@click.option("--who", default="", help="Who did it, as a role.")
@click.option("--value", default="", help="What the kind needs: a status, a medical category …")
@click.option("--ground", default="", help="On what ground, or under which number of a law.")
@_about_a_step
@with_project
def step(desk: Desk, called: str, **given: Any) -> None:
    """Add a step of any KIND: order, refusal, report, letter-accepted, reaction, complaint, detention …

    `correction --answers STEP` takes a wrong step back; both stay to be seen.
    """
    _added(desk, called, given)


@case.command(
    epilog="Example:  muster case order K-7F3Q2A --given oral --on 2022-05 --by lawyer-2 -p desk.db"
)
@click.argument("called", metavar="CASE")
@click.option("--given", "value", type=click.Choice(["oral", "written", "unknown"]), default="unknown")
@click.option("--who", default="commander", show_default=True, help="By whom, as a role.")
@_about_a_step
@with_project
def order(desk: Desk, called: str, **given: Any) -> None:
    """An order: by whom, said or written."""
    _added(desk, called, {"kind": "order", **given})


@case.command(
    epilog="Example:  muster case threat K-7F3Q2A prosecution --from commander --by lawyer-2 -p desk.db"
)
@click.argument("called", metavar="CASE")
@click.argument("value", type=click.Choice(THREATS), metavar="WHAT")
@click.option("--from", "who", required=True, help="Who threatened, as a role: commander, prosecutor …")
@_about_a_step
@with_project
def threat(desk: Desk, called: str, **given: Any) -> None:
    """A threat: of what (prosecution, front, violence …) and by whom. One step for each who made it."""
    _added(desk, called, {"kind": "threat", **given})


@case.command(
    epilog="Example:  muster case decide K-7F3Q2A refused --authority prosecutor --by me -p desk.db"
)
@click.argument("called", metavar="CASE")
@click.argument("value", type=click.Choice(DECISIONS), metavar="RESULT")
@click.option("--authority", "who", required=True, help="Whose decision: prosecutor, investigator, court …")
@click.option("--ground", default="", help="The ground it gives.")
@_about_a_step
@with_project
def decide(desk: Desk, called: str, **given: Any) -> None:
    """A decision on a request, a complaint or an appeal: whose, when, on what ground, and how it is known."""
    _added(desk, called, {"kind": "decision", **given})


@case.command(
    epilog="Example:  muster case outcome K-7F3Q2A discharged --ask-again 2023-02-01 --by me -p desk.db"
)
@click.argument("called", metavar="CASE")
@click.argument("value", type=click.Choice(OUTCOMES), metavar="WHAT")
@click.option("--on", default="", help="As of when it is known (default: today).")
@click.option("--ask-again", "due", default="", help="The day to ask again what became of it.")
@click.option("--proof", type=click.Choice(PROOFS), default=None, help="Held here, seen, or told.")
@click.option("--note", "words", default="", help="Your words; no names.")
@click.option("--checked", is_flag=True, help="You looked: no name or number of a person is in it.")
@_BY
@with_project
def outcome(desk: Desk, called: str, **given: Any) -> None:
    """What became of them, as of a day. `lost`: nobody can be reached; that says nothing of the rest."""
    _added(desk, called, {"kind": "outcome", **given, "on": given["on"] or desk.now[:10]})


@case.command(epilog="Example:  muster case link K-7F3Q2A K-9B0M11 --as same-family --by lawyer-2 -p desk.db")
@click.argument("called", metavar="CASE")
@click.argument("link", metavar="OTHER")
@click.option("--as", "value", type=click.Choice([*RELATIONS, "for", "against"]), required=True,
              help="How they belong together; for, against: OTHER is a claim, about --fact.")  # fmt: skip
@click.option("--fact", "facts", multiple=True, help="The pack's question that a claim bears on.")
@click.option("--note", "words", default="", help="Your words; no names.")
@click.option("--checked", is_flag=True, help="You looked: no name or number of a person is in it.")
@_BY
@with_project
def link(desk: Desk, called: str, **given: Any) -> None:
    """Tie a case to another, or to a claim of the ledger that bears on a question, for or against."""
    kind = "evidence" if given["value"] in ("for", "against") else "link"
    if (kind == "evidence") != bool(given["facts"]):
        raise Usage(
            "a claim is tied to a question of a pack", next_step="give --fact NAME with --as for or against"
        )
    facts = tuple(f"{name.partition('=')[0]}=unknown" for name in given["facts"])
    _added(desk, called, {"kind": kind, **given, "facts": facts})


@case.command(
    epilog="Example:  muster case close K-7F3Q2A --note 'nothing more to do' --by lawyer-2 -p desk.db"
)
@click.argument("called", metavar="CASE")
@_about_a_step
@with_project
def close(desk: Desk, called: str, **given: Any) -> None:
    """Close a case. Nothing else closes one: an accepted letter does not. `step open-again` opens it."""
    _added(desk, called, {"kind": "close", **given})


def _added(desk: Desk, called: str, given: dict[str, Any]) -> None:
    from muster.workflows.cases import add, written

    checked, kind, by = given.pop("checked", False), given.pop("kind"), given.pop("by")
    more = {**given, "facts": tuple(given.get("facts", ())), "proof": given.get("proof") or ""}
    found, made = add(desk, called, written(desk, kind, by, **more), checked=checked)
    click.echo(f"{found.code} {made.kind} {made.id}")
    if kind == "decision" and not made.facts:
        click.echo(
            "no time of law begins with it: where one does, give --fact NAME=yes ('muster law facts')",
            err=True,
        )


@case.command("family", epilog="Example:  muster case family K-7F3Q2A --side against --project desk.db")
@click.argument("called", metavar="CASE")
@click.option(
    "--side", type=click.Choice(["with", "against"]), default="with", show_default=True,
    help="Whether the person is the client's, or stands against him (a commander, an investigator).",
)  # fmt: skip
@click.option("--drop", is_flag=True, help="Drop what the vault holds of a case that was forgotten.")
@with_format
@with_project
def family(desk: Desk, called: str, side: str, drop: bool, form: str | None, limit: int | None) -> None:
    """Cases and questions that speak of the same person: of one family, or a conflict of interest.

    Lines name: and number: are asked for, or read from stdin; they go to the vault's process alone, which
    keeps keyed hashes of them and answers with codes. A few hundred questions a day; each leaves a line.
    """
    from muster.workflows.intake import family as workflow
    from muster.workflows.vault import ask

    if drop:
        click.echo(f"{ask(desk, 'forget kin', codes=[called.upper()])} hashes dropped")
        return
    files = (sys.stdin.fileno(), sys.stderr.fileno())
    found = workflow(desk, called, side=side, files=files)
    if not found:
        click.echo(
            "nobody here is known to be the same person; what was never typed in is not compared", err=True
        )
    show(({"other": code, "relation": relation} for code, relation in found), form, limit)


@case.command("show", epilog="Example:  muster case show K-7F3Q2A --project desk.db")
@click.argument("called", metavar="CASE")
@with_format
@with_project
def show_(desk: Desk, called: str, form: str | None, limit: int | None) -> None:
    """The course of a case by days: what follows from what, how each is known, what was corrected."""
    from muster.workflows.case_rows import step_row
    from muster.workflows.cases import shown

    found, course, became = shown(desk, called)
    people = f", {found.people} people" if found.people else ""
    click.echo(f"{found.code}: {found.client}{people}; opened {found.at[:10]} by {found.by}", err=True)
    known = f"{became.kind}, as of {became.known_on}" if became else "not known"
    if became and became.ask_again:
        known += f"; to be asked again on {became.ask_again}"
    click.echo(f"what became of it: {known}", err=True)
    show([step_row(p) for p in course], form, limit)


@case.command("list", epilog="Example:  muster case list --open --project desk.db")
@click.option("--open", "only_open", is_flag=True, help="Only those that are not closed.")
@with_format
@with_project
def list_(desk: Desk, only_open: bool, form: str | None, limit: int | None) -> None:
    """Cases by code, those opened last first."""
    from muster.workflows.case_rows import case_row
    from muster.workflows.cases import listed

    show((case_row(r) for r in listed(desk) if not (only_open and r.closed)), form, limit)


@case.command(epilog="Example:  muster case due --pack ru-military --project desk.db")
@_PACK
@click.option(
    "--calendar", "ics", type=click.Path(dir_okay=False, path_type=Path), default=None,
    help="Also write an iCalendar file: codes and days, in the clear, on your own risk.",
)  # fmt: skip
@click.option("--within", type=click.IntRange(0, 100_000), default=None, metavar="DAYS",
              help="Only what is late or due in so many days: 7 is the week's list.")  # fmt: skip
@with_format
@with_project
def due(
    desk: Desk, pack_name: str | None, ics: Path | None, within: int | None, form: str | None,
    limit: int | None,
) -> None:  # fmt: skip
    """What has to be done, the next first: times of law, ends of contracts, own dates, whom to ask again.

    Also of the desk itself: forecasts to be scored, leaflets, letters and the law pack to be looked at again.
    """
    from muster.workflows.due import due_rows

    pack = _opened(pack_name, desk) if pack_name else None
    if ics:
        from muster.cases.calendar import calendar
        from muster.workflows.cases import due as workflow

        rows = [
            (c.code, d.safe, d.rule.provision if d.rule else d.what, d.step) for c, d in workflow(desk, pack)
        ]
        ics.touch(mode=0o600)
        ics.write_bytes(calendar(rows, desk.now))
        click.echo(f"{ics}: it lies in the clear; delete it when you are done", err=True)
    show(due_rows(desk, pack, within=within), form, limit)


@case.command("evidence", epilog="Example:  muster case evidence K-7F3Q2A --project desk.db")
@click.argument("called", metavar="CASE")
@with_format
@with_project
def evidence(desk: Desk, called: str, form: str | None, limit: int | None) -> None:
    """What bears on each question of a case, for and against, with a grade of each side and why.

    An intercepted call is shown and raises no grade: whoever hands it out chose it, and may have made it.
    """
    from muster.workflows.cases import evidence as workflow

    show(
        (
            {
                "question": g.fact, "side": g.side, "grade": g.grade, "because": g.because,
                "what": p.what[:160], "known": p.known, "origin": p.origin,
                "counts": "no" if p in g.aside else "yes", "rests_on": p.id,
            }
            for g in workflow(desk, called)
            for p in (*g.rests_on, *g.aside)
        ),
        form,
        limit,
    )  # fmt: skip


@case.command("count", epilog="Example:  muster case count --by region --project desk.db")
@click.option(
    "--by", "by", type=click.Choice(["region", "month", "status"]), default="region", show_default=True
)
@click.option("--of", "outcome", type=click.Choice(OUTCOMES), default="prosecuted", show_default=True)
@with_format
@with_project
def count(desk: Desk, by: str, outcome: str, form: str | None, limit: int | None) -> None:
    """Outcomes as counts for an analyst: cells of fewer than five are hidden, and what would give them away.

    A case counts once, a group too. Who cannot be reached any more is counted as `lost`, never as nothing.
    """
    from muster.workflows.cases import counted

    rows, told = counted(desk, by, outcome)
    click.echo(told, err=True)
    show(rows, form, limit)


@case.command("lists", epilog="Example:  muster case lists --project desk.db --csv")
@click.option(
    "--of", "outcome", type=click.Choice(OUTCOMES), default=None, help="Only people of whom it is known."
)
@with_format
@with_project
def lists(desk: Desk, outcome: str | None, form: str | None, limit: int | None) -> None:
    """How many people each set of lawyers knows of, as `estimate lists` takes it: counts, nobody's codes.

    Two cases are one person where somebody linked them as same-person. The counts are exact, small ones too:
    for the analyst of the team, not for print.
    """
    from muster.workflows.cases import overlapping

    show(overlapping(desk, outcome or ""), form, limit)


@case.command(
    "letter",
    epilog="Example:  muster case letter K-7F3Q2A refusal --override-by me --reason read -p desk.db",
)
@click.argument("called", metavar="CASE")
@click.argument("kind", metavar="LETTER")
@click.option("--lang", type=click.Choice(["en", "ru", "uk"]), default="en", show_default=True)
@click.option(
    "--template", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=None,
    help="A .txt or .docx of your own; default: that of the folder letters, else ours.",
)  # fmt: skip
@click.option("--pack", "pack_name", envvar="MUSTER_PACK", default=None, help="Say what is open for the day.")
@click.option("--override-by", "by", default="", help="The role of the lawyer who read the template.")
@click.option("--reason", default="", help="Why it may be used; kept in the case, the letter is not.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    help="FILE.txt, FILE.docx, FILE.pdf",
)
@with_project
def letter(
    desk: Desk, called: str, kind: str, lang: str, file: Path | None, pack_name: str | None, by: str,
    reason: str, out: Path | None,
) -> None:  # fmt: skip
    """A letter: refusal, complaint, appeal or documents. What the case does not hold is marked in it.

    Nothing is kept unless --out is given; names are written in by hand. A template that a lawyer signed
    (`sign-template`) prints while the review holds. Those that come with Muster are reviewed by nobody, so a
    lawyer has to take each on himself.
    """
    from muster.workflows.cases import law_of
    from muster.workflows.letters import as_file, choose, make, of_file

    if out and out.suffix not in (".txt", ".docx", ".pdf"):
        raise Usage("a letter is written as .txt, .docx or .pdf", record=str(out))
    if out and out.exists():
        raise Usage("there is a file here already", record=str(out), next_step="choose another name")
    said: tuple[str, ...] = ()
    if pack_name:
        table = law_of(desk, called, _opened(pack_name, desk), language=lang)
        said = (*table.warnings, *(f"{a.rule.provision}: {a.says}" for a in table.answers))
    using = of_file(desk, file, kind, lang) if file else choose(desk, kind, lang)
    made = make(desk, called, using, by=by, reason=reason)
    click.secho(using.stands.says, err=True, fg=None if using.stands.sound else "red")
    for each in (*(f"missing in the case: {m}" for m in made.missing), *said):
        click.echo(each, err=True)
    if out is None:
        click.echo(made.text, nl=False)
        return
    out.touch(mode=0o600)
    out.write_bytes(as_file(made, out.suffix))
    click.echo(f"{out}: it lies in the clear; delete it when it is handed over", err=True)


@case.command("letters", epilog="Example:  muster case letters --project desk.db")
@with_format
@with_project
def letters(desk: Desk, form: str | None, limit: int | None) -> None:
    """The letters that can be written, and by which lawyer's review: your team's first, then Muster's own.

    Your team's lie in the folder `letters` beside the project, called KIND.LANGUAGE.txt or .docx.
    """
    from muster.workflows.letters import templates

    show(
        (
            {
                "letter": t.kind, "language": t.language, "prints": "yes" if t.stands.sound else "no",
                "review": t.stands.says, "template": t.path.name if t.path else "comes with Muster",
            }
            for t in templates(desk)
        ),
        form,
        limit,
    )  # fmt: skip


@case.command(
    "copy-template", epilog="Example:  muster case copy-template refusal letters/refusal.ru.docx --lang ru"
)
@click.argument("kind", metavar="LETTER")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--lang", type=click.Choice(["en", "ru", "uk"]), default="en", show_default=True)
def copy_template(kind: str, target: Path, lang: str) -> None:
    """One of Muster's letters as a file of your own, .txt or .docx, to change, review and sign."""
    from muster.workflows.letters import copy

    copy(kind, lang, target)
    click.echo(f"{target}: change it, then 'muster case sign-template {target}'")


@case.command(
    "sign-template", epilog="Example:  muster case sign-template refusal.txt --by lawyer-2 --until 2040-01-01"
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--until", required=True, help="The day until which the review holds.")
@_BY
@with_project
def sign_template(desk: Desk, file: Path, until: str, by: str) -> None:
    """Sign that you reviewed a letter's template as it now is; it prints until that day or a change.

    Whoever gets the template with its review from you knows your key by `muster law trust`.
    """
    from muster.workflows.letters import sign

    try:
        day = date.fromisoformat(until)
    except ValueError as error:
        raise Usage(f"{until!r} is no day", next_step="write e.g. 2040-01-01") from error
    click.echo(sign(desk, file, by=by, until=day))


@case.command("law", epilog="Example:  muster case law K-7F3Q2A --pack ru-military --project desk.db")
@click.argument("called", metavar="CASE")
@click.option("--pack", "pack_name", envvar="MUSTER_PACK", required=True, help="A law pack.")
@click.option("--deed", default="", help="Another day than that of the last refusal.")
@click.option(
    "--shown-by", "by", default="", help="Your role: keep that this answer was shown to the client."
)
@click.option("--lang", default="en", show_default=True, help="Language of the pack's words.")
@with_format
@with_project
def law(
    desk: Desk,
    called: str,
    pack_name: str,
    deed: str,
    by: str,
    lang: str,
    form: str | None,
    limit: int | None,
) -> None:
    """Each element of each rule of the day, met, not met or open by what stands in this case."""
    from muster.workflows.case_rows import law_rows
    from muster.workflows.cases import law_of

    table = law_of(desk, called, _opened(pack_name, desk), deed=deed, by=by, language=lang)
    for warning in table.warnings:
        click.echo(warning, err=True)
    kept = ("provision", "stands", "part", "element", "element_stands", "because", "rests_on", "certainty",
            "rule_id", "pack")  # fmt: skip
    show(({name: row[name] for name in kept} for row in law_rows(table, lang)), form, limit)


def _opened(name: str, desk: Desk) -> Pack:
    from muster.workflows.law import open_pack, standing

    pack, review = open_pack(name)
    stands = standing(desk, pack, review)
    click.secho(stands.says, err=True, fg=None if stands.sound else "red")
    return pack


COMMANDS = {"case": case}
