"""Law by date: a pack from Muster or a file of one's own, its signed review, and what it says of a deed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from muster.cases.law import (
    Deed,
    Difference,
    Fact,
    LawTable,
    ask,
    compare_said,
    faults_of,
    read_pack,
    shipped,
)
from muster.cases.law.pack_file import Fault
from muster.model.errors import NotFound, RecordError, Refused, Usage
from muster.model.law import Days, Pack
from muster.store import Store
from muster.store.keys import signature_holds
from muster.workflows.project import Desk


@dataclass(frozen=True, slots=True)
class Review:
    """That somebody, named by a role's code, looked at exactly these bytes; signed by an installation."""

    pack: str
    version: str
    sha256: str
    by: str
    at: str
    until: str
    public_key: str
    signature: str = ""

    def statement(self) -> str:
        """What is signed."""
        fields = (self.pack, self.version, self.sha256, self.by, self.at, self.until, self.public_key)
        return "\n".join(("muster law review 1", *fields, ""))


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether anything may be made of a pack on a day. ``says``: the line to show; red unless ``sound``."""

    sound: bool
    says: str


def open_pack(name: str) -> tuple[Pack, Review | None]:
    """The pack in file ``name``, or shipped under that name, and the review beside it (unchecked).

    Raises NotFound, or Refused with the first fault of the file.
    """
    raw, where = _bytes(name)
    pack = read_pack(raw, where)
    return pack, review_beside(Path(name))


def check_file(name: str) -> list[Fault]:
    """Every fault of a pack, by line."""
    return faults_of(*_bytes(name))


def _bytes(name: str) -> tuple[bytes, str]:
    path = Path(name)
    if path.is_file():
        return path.read_bytes(), path.name
    if path.suffix or "/" in name:
        raise NotFound("there is no such file", record=name)
    return shipped(name)


def standing(desk: Desk, pack: Pack, review: Review | None) -> Standing:
    """Whether the pack was reviewed, by whose key, until when; the first line of every answer."""
    today = date.fromisoformat(desk.now[:10])
    name = f"{pack.id} {pack.version}"
    if pack.past_review(today):
        return Standing(False, f"{name} was to be looked at again by {pack.review_until}: to read only")
    return reviewed(desk, name, pack.sha256, review)


def reviewed(desk: Desk, name: str, sha256: str, review: Review | None) -> Standing:
    """Whether these bytes were reviewed, by a key that is known here, and until when."""
    today = date.fromisoformat(desk.now[:10])
    if review is None:
        return Standing(False, f"{name} is NOT REVIEWED by a lawyer")
    if review.sha256 != sha256:
        return Standing(False, f"{name} was changed after {review.by} reviewed it on {review.at[:10]}")
    if not signature_holds(review.public_key, review.signature, review.statement().encode()):
        return Standing(False, f"the signature of the review of {name} does not hold")
    if today > date.fromisoformat(review.until):
        return Standing(False, f"the review of {name} by {review.by} ended on {review.until}: to read only")
    known = _known_as(desk, review.public_key)
    if known is None:
        key = review.public_key[:16]
        return Standing(False, f"{name} is reviewed under key {key}…, which is not known here")
    return Standing(
        True, f"{name} reviewed by {review.by} on {review.at[:10]}, good until {review.until} ({known})"
    )


def sign(desk: Desk, name: str, *, by: str, until: date) -> Path:
    """Write the signed review of a pack file beside it.

    Raises Refused where the file has a fault, is shipped with Muster, or the day lies in the past.
    """
    path = Path(name)
    if not path.is_file():
        raise Refused(
            "a pack that comes with Muster is not signed where it lies",
            record=name,
            next_step=f"'muster law copy {name} FILE', look through it, then sign the file",
        )
    pack, _ = open_pack(name)
    if until <= date.fromisoformat(desk.now[:10]) or until > pack.review_until:
        raise Refused(
            f"a review cannot hold until {until}",
            record=name,
            next_step=f"name a day after today and not after the pack's own {pack.review_until}",
        )
    return signed(desk, path, (pack.id, pack.version, pack.sha256), by, until)


def signed(desk: Desk, path: Path, what: tuple[str, str, str], by: str, until: date) -> Path:
    """The review beside a file: of ``what`` (of what it is, its version or name, its sha256)."""
    keys = desk.keys()
    review = Review(*what, by, desk.now, until.isoformat(), keys.public_key)
    signed = {**asdict(review), "signature": keys.sign_words(review.statement())}
    target = _review_file(path)
    target.write_text(json.dumps(signed, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return target


def trust(desk: Desk, review_file: Path, *, name: str) -> str:
    """Keep the key of a colleague's review as known under ``name``; the key. Raises Refused."""
    review = _read_review(review_file)
    if not signature_holds(review.public_key, review.signature, review.statement().encode()):
        raise Refused("the signature of this review does not hold", record=str(review_file))
    known = _reviewers(desk)
    known[review.public_key] = name
    desk.state.mkdir(parents=True, exist_ok=True, mode=0o700)
    (desk.state / "reviewers.json").write_text(json.dumps(known, indent=1, ensure_ascii=False), "utf-8")
    return review.public_key


def copy(name: str, target: Path) -> None:
    """A shipped pack as a file of one's own, to change and sign. Raises Refused where the file is there."""
    raw, _ = shipped(name)
    if target.exists():
        raise Refused("the file is there and was not changed", record=str(target))
    target.write_bytes(raw)


def fact_of(written: str, weighed_by: str = "") -> tuple[str, Fact]:
    """``NAME=yes|no|unknown``, with ``@ID`` for each record it rests on, as a fact. Raises Usage."""
    name, _, rest = written.partition("=")
    value, *rests_on = rest.split("@")
    known = {"yes": True, "no": False, "unknown": None}
    if value not in known:
        raise Usage(f"{written!r} is no fact", next_step="write e.g. --fact order-given=no@step-3f2a")
    try:
        return name, Fact(known[value], tuple(rests_on), weighed_by)
    except RecordError as error:
        raise Usage(str(error)) from error


def answer(pack: Pack, deed: Deed, *, asked_on: date, language: str) -> LawTable:
    """What the pack says of the deed."""
    return ask(pack, deed, asked_on, language=language)


def said_in(store: Store, pack: Pack) -> Iterator[tuple[Mapping[str, Any], Difference]]:
    """Claims of the project that say of a rule what the pack does not, by the day of their document."""
    for document, text, reading in store.readings({"claims"}):
        if not document.published:
            continue
        day = Days.of(document.published[:10])
        for claim in reading.claims:
            words = " … ".join(p.words for p in claim.parts) or claim.passage.words
            for difference in compare_said(pack, words, text.language, day):
                who = ", ".join(s.name or "unknown" for s in claim.said_by)
                yield {"claim": claim.id, "said_by": who, "document": document.id, "words": words}, difference


def _known_as(desk: Desk, key: str) -> str | None:
    if key == desk.keys().public_key:
        return "signed on this installation"
    name = _reviewers(desk).get(key)
    return f"signed by the key known here as {name}" if name else None


def _reviewers(desk: Desk) -> dict[str, str]:
    path = desk.state / "reviewers.json"
    try:
        known = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise Refused("the list of known reviewers is damaged", record=str(path)) from error
    return {str(k): str(v) for k, v in known.items()}


def _review_file(path: Path) -> Path:
    return path.with_name(path.name + ".review.json")


def review_beside(path: Path) -> Review | None:
    """The review that lies beside a file, unchecked. Raises Refused where it cannot be read."""
    beside = _review_file(path)
    return _read_review(beside) if beside.exists() else None


def _read_review(path: Path) -> Review:
    try:
        return Review(**json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise Refused(
            "the review beside this file cannot be read", record=str(path), next_step="sign the file again"
        ) from error


__all__ = [
    "Review",
    "Standing",
    "answer",
    "check_file",
    "copy",
    "fact_of",
    "open_pack",
    "review_beside",
    "reviewed",
    "said_in",
    "sign",
    "signed",
    "standing",
    "trust",
]
