"""Letters: templates from Muster or of a team's own, who reviewed each, and a letter filled from a case.

A team's templates lie in the folder ``letters`` beside the project, called ``KIND.LANGUAGE.txt`` or
``.docx``; a review lies beside each. The words of a letter are kept nowhere; that it was made is a step of
the case.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from muster.cases.letters import Letter, kinds, languages, template, write, write_docx
from muster.model.cases import Step
from muster.model.errors import Refused, Usage
from muster.publish.docx import docx_of
from muster.workflows.cases import of_case, open_cases, written
from muster.workflows.law import Standing, review_beside, reviewed, signed
from muster.workflows.project import Desk

FOLDER = "letters"
FORMS = (".txt", ".docx")
_TEMPLATE = "letter template"
_CALLED = re.compile(r"(?P<kind>[\w-]{1,60})\.(?P<language>[a-z]{2})\.(?:txt|docx)")
_LARGEST = 4 << 20


@dataclass(frozen=True, slots=True)
class Template:
    """A letter to be filled. ``path``: None where it comes with Muster, which no lawyer reviewed; ``by``: the
    role that signed it."""

    kind: str
    language: str
    path: Path | None
    stands: Standing
    by: str = ""

    def raw(self) -> bytes:
        """Its bytes. Raises Refused where the file is larger than a letter."""
        if self.path is None:
            return template(self.kind, self.language).encode()
        return _read(self.path)


def templates(desk: Desk) -> list[Template]:
    """Every template of the desk: reviewed before others, the team's own before Muster's."""
    folder = desk.project.parent / FOLDER
    found = [
        of_file(desk, path, called["kind"], called["language"])
        for path in sorted(folder.glob("*"))
        if (called := _CALLED.fullmatch(path.name)) and path.is_file()
    ]
    nobody = Standing(False, "this letter's template is reviewed by no lawyer")
    found += [Template(kind, language, None, nobody) for kind in kinds() for language in languages()]
    return sorted(found, key=lambda t: (not t.stands.sound, t.path is None, t.kind, t.language))


def choose(desk: Desk, kind: str, language: str) -> Template:
    """The template for a letter: a reviewed one, else the team's own, else Muster's. Raises Refused."""
    for each in templates(desk):
        if (each.kind, each.language) == (kind, language):
            return each
    known = dict.fromkeys(t.kind for t in templates(desk))
    raise Refused(f"there is no letter {kind!r} in {language!r}", next_step=f"one of {', '.join(known)}")


def of_file(desk: Desk, path: Path, kind: str, language: str) -> Template:
    """A file as a template, with its review as far as it holds for exactly these bytes."""
    review = review_beside(path)
    if review is not None and review.pack != _TEMPLATE:
        stands = Standing(False, f"the review beside {path.name} is of something else")
        return Template(kind, language, path, stands)
    stands = reviewed(desk, path.name, hashlib.sha256(_read(path)).hexdigest(), review)
    return Template(kind, language, path, stands, review.by if review else "")


def copy(kind: str, language: str, target: Path) -> None:
    """A shipped template as a file of one's own, to change and sign. Raises NotFound, Refused, Usage."""
    text = template(kind, language)
    _is_form(target)
    if target.exists():
        raise Refused("the file is there and was not changed", record=str(target))
    if target.parent.name == FOLDER:
        target.parent.mkdir(exist_ok=True)
    target.write_bytes(docx_of(text) if target.suffix == ".docx" else text.encode())


def sign(desk: Desk, path: Path, *, by: str, until: date) -> Path:
    """Write the signed review of a template beside it.

    Raises Refused where the day has passed, or where a letter could not be made of it.
    """
    _is_form(path)
    if until <= date.fromisoformat(desk.now[:10]):
        raise Refused(f"a review cannot hold until {until}", record=str(path), next_step="name a day to come")
    raw = _read(path)
    _filled(path, raw, [], today=desk.now[:10], language="en")
    return signed(desk, path, (_TEMPLATE, path.name, hashlib.sha256(raw).hexdigest()), by, until)


def make(desk: Desk, called: str, using: Template, *, by: str, reason: str) -> Letter:
    """A letter of a case; its words are kept nowhere, that it was made and from which bytes is a step.

    Raises Refused for a template without a review that holds, unless a lawyer takes it on with a reason.
    """
    if using.stands.sound:
        by, reason = by or using.by, reason or "the template is reviewed"
    if not (by and reason):
        raise Refused(
            "no letter is written from a template without a review that holds",
            record=using.stands.says,
            next_step="a lawyer who has read it takes it on with --override-by ROLE --reason WHY",
        )
    raw = using.raw()
    with open_cases(desk) as store:
        case = store.case_called(called)
        steps = list(store.steps_of(case.id))
        made = _filled(using.path, raw, steps, today=desk.now[:10], language=using.language)
        name = using.path.name if using.path else f"{using.kind}.{using.language}"
        of = f"{name} sha256:{hashlib.sha256(raw).hexdigest()}"
        given = written(desk, "letter", by, on=desk.now[:10], value=using.kind, words=reason, link=of)
        store.add_steps([of_case(case, given, steps)])
    return made


def as_file(letter: Letter, suffix: str) -> bytes:
    """The letter as ``.txt``, ``.docx`` or ``.pdf`` (drawn from its words), with neither author nor day."""
    if suffix == ".pdf":
        from muster.publish.pdf import pdf_of

        return pdf_of(letter.text)
    return letter.text.encode() if suffix == ".txt" else letter.docx or docx_of(letter.text)


def _filled(path: Path | None, raw: bytes, steps: list[Step], *, today: str, language: str) -> Letter:
    if path is not None and path.suffix == ".docx":
        return write_docx(raw, steps, today=today, language=language)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("this template is no UTF-8 text", record=str(path)) from error
    return write(text, steps, today=today, language=language)


def _is_form(path: Path) -> None:
    if path.suffix not in FORMS:
        raise Usage("a template is a .txt or a .docx", record=str(path))


def _read(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST:
        raise Refused("this file is larger than a letter's template", record=path.name)
    return path.read_bytes()


__all__ = ["FOLDER", "FORMS", "Template", "as_file", "choose", "copy", "make", "of_file", "sign", "templates"]
