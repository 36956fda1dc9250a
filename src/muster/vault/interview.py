"""The form of an interview: consent and the extent of anonymity first, no name needed, as much as is known.

One form for the terminal and for a file; what follows the line ``---`` is the account.
"""

from __future__ import annotations

from dataclasses import dataclass

from muster.model.errors import Refused, Usage
from muster.vault.inbox import SentIn
from muster.vault.records import GRANTED_BY, TOWARDS, USES, WORDS, Agreement, new_alias

HOW_KNOWN = ("first-hand", "heard")


@dataclass(frozen=True, slots=True)
class Question:
    """One line of the form. ``known``: what may be answered; empty: anything. ``given``: the default."""

    field: str
    ask: str
    known: tuple[str, ...] = ()
    given: str = ""


# In this order: nothing is written down of somebody who has not agreed.
QUESTIONS = (
    Question("agreed", "Has the source agreed that this is written down?", ("yes", "no")),
    Question("granted by", "Who agreed?", GRANTED_BY, "speaker"),
    Question(
        "subject agreed",
        "Where another is spoken about: has that person agreed? (else empty)",
        ("yes", "no", ""),
    ),
    Question("anonymous towards", "Before whom does the source stay anonymous?", TOWARDS, "public"),
    Question("may be used for", f"What may it be used for? Of: {', '.join(USES)}", (), "analysis"),
    Question("words", "In whose words may it appear?", WORDS, "paraphrase"),
    Question("until", "Until when does this hold? 2031, 2031-04, 2031-04-09; empty: no end was agreed"),
    Question("date", "When was it told? As exact as is known: 2031, 2031-04, 2031-04-09"),
    Question("place", "Where? As wide as is safe, e.g. a region; or nothing"),
    Question("how known", "Does the source know it first-hand?", HOW_KNOWN, "first-hand"),
    Question("pseudonym", "A first name to be shown; empty: the code"),
    Question("name", "Who is it? Empty: the identity stays outside the system"),
    Question("number", "Telephone or another number; or nothing"),
    Question("note", "Anything only the vault may hold; or nothing"),
)
_FIELDS = {q.field for q in QUESTIONS}
# These may be given several times.
_MANY = ("name", "number", "note")


def template() -> str:
    """An empty form, to be filled in with any editor."""
    lines = ["# An interview. Fill in what is known, leave the rest empty. No name is needed."]
    for question in QUESTIONS:
        known = f"   [{' | '.join(k for k in question.known if k)}]" if question.known else ""
        lines += [f"# {question.ask}{known}", f"{question.field}: {question.given}".rstrip()]
    return "\n".join([*lines, "---", "", ""])


def read_form(text: str) -> SentIn:
    """A filled form. Raises Usage, RecordError without quoting it; Refused where nobody agreed."""
    head, line, account = text.partition("\n---")
    if not line:
        raise Usage(
            "the form has no line '---' before the account",
            next_step="begin with 'muster interview template'",
        )
    answers: dict[str, list[str]] = {field: [] for field in _FIELDS}
    for number, each in enumerate(head.splitlines(), 1):
        if not each.strip() or each.startswith("#"):
            continue
        field, colon, value = each.partition(":")
        if not colon or field.strip().lower() not in answers:
            raise Usage(
                f"line {number} of the form is none of its fields", next_step=f"{', '.join(sorted(_FIELDS))}"
            )
        if value.strip():
            answers[field.strip().lower()].append(value.strip())
    _, _, account = account.partition("\n")
    return built(answers, account.strip("\n"))


def built(answers: dict[str, list[str]], account: str) -> SentIn:
    """What is sealed, from the answers by field. Raises Refused, RecordError, Usage."""

    def said(field: str) -> str:
        given = answers.get(field) or [next(q.given for q in QUESTIONS if q.field == field)]
        if len(given) > 1 and field not in _MANY:
            raise Usage(f"'{field}' is answered twice")
        return given[0]

    if said("agreed") != "yes":
        raise Refused("without agreement nothing is written down", next_step="ask first; delete the form")
    if said("how known") not in HOW_KNOWN:
        raise Usage(f"'how known' is one of: {', '.join(HOW_KNOWN)}")
    if not account.strip():
        raise Usage("the account is empty")
    alias = new_alias(())
    agreement = Agreement(
        alias, said("granted by"), said("anonymous towards"),
        tuple(u.strip() for u in said("may be used for").split(",") if u.strip()), said("words"),
        made=said("date"), until=said("until"), subject=said("subject agreed"),
    )  # fmt: skip
    return SentIn(
        alias, agreement, _account(alias, agreement, said("how known"), said("place"), account),
        names=tuple(answers.get("name", ())), numbers=tuple(answers.get("number", ())),
        note="\n".join(answers.get("note", ())), pseudonym=said("pseudonym"),
    )  # fmt: skip


def _account(alias: str, agreement: Agreement, known: str, place: str, account: str) -> str:
    """The account as a document: a card that readers understand, then the words."""
    flags = [known, agreement.words]
    if agreement.granted_by != "speaker":
        flags.append(f"told by a {agreement.granted_by}")
    if agreement.subject == "no":
        flags.append("the subject has not consented")
    if place:
        flags.append(f"told in {place}")
    card = [f"source: {alias}", "protected: yes", "kind: interview"]
    card += [f"date: {agreement.made}"] if agreement.made else []
    return "\n".join([*card, f"title: {'; '.join(flags)}", "", account, ""])


__all__ = ["HOW_KNOWN", "QUESTIONS", "Question", "built", "read_form", "template"]
