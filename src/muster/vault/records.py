"""What the vault keeps: an identity, and what was agreed. The repr of each shows the code only."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Collection
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from muster.model.errors import RecordError

_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is taken for another when read aloud
ALIAS = re.compile(rf"S-[{_LETTERS}]{{6}}")
_PARTIAL = re.compile(r"(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?")
_MOST = 20_000

TOWARDS = ("public", "everyone but the interviewer", "nobody")
GRANTED_BY = ("speaker", "relative", "guardian", "lawyer")
WORDS = ("quotation", "paraphrase", "none")
USES = ("analysis", "publication", "court")


def new_alias(taken: Collection[str]) -> str:
    """A random code that nobody has: not counted on, not derived from anything."""
    while (made := "S-" + "".join(secrets.choice(_LETTERS) for _ in range(6))) in taken:
        pass
    return made


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is. ``names``: every name, spelling, call-sign and nickname; ``numbers``: telephone,
    passport, handles; ``note``: anything else that only the vault may hold."""

    alias: str
    names: tuple[str, ...] = field(repr=False)
    numbers: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        if not ALIAS.fullmatch(self.alias):
            raise RecordError("this is no code of a source", record=ascii(self.alias)[:40])
        if not any(n.strip() for n in self.names):
            raise RecordError(
                "an identity kept here has a name",
                record=self.alias,
                next_step="or say that it is kept outside the system",
            )
        if sum(map(len, (*self.names, *self.numbers, self.note))) > _MOST:
            raise RecordError("an identity is a page at most", record=self.alias)

    def __str__(self) -> str:
        return self.alias

    def written(self) -> str:
        """As the vault writes it."""
        return json.dumps(
            {"names": self.names, "numbers": self.numbers, "note": self.note}, ensure_ascii=False
        )

    @classmethod
    def read(cls, alias: str, record: str) -> Identity:
        """As the vault reads it."""
        said = json.loads(record)
        return cls(alias, tuple(said["names"]), tuple(said["numbers"]), said["note"])


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a source agreed to. ``made``, ``until``: ``2022``, ``2022-04``, ``2022-04-09`` or nothing known.

    ``towards``: before whom the source stays anonymous. ``subject``: whether the one spoken about agreed
    too, where a relative speaks: yes, no, or the speaker is the subject ("").
    """

    alias: str
    granted_by: str
    towards: str
    uses: tuple[str, ...]
    words: str
    made: str = ""
    until: str = ""
    subject: str = ""

    def __post_init__(self) -> None:
        for what, said, known in (
            ("granted by", self.granted_by, GRANTED_BY),
            ("anonymous towards", self.towards, TOWARDS),
            ("words", self.words, WORDS),
            ("subject agreed", self.subject, ("", "yes", "no")),
            *(("may be used for", use, USES) for use in self.uses),
        ):
            if said not in known:
                raise RecordError(
                    f"'{what}' is one of: {', '.join(k for k in known if k)}", record=self.alias
                )
        for day in (self.made, self.until):
            if not _PARTIAL.fullmatch(day):
                raise RecordError(
                    "a date is 2022, 2022-04 or 2022-04-09; as much as is known", record=self.alias
                )

    def written(self) -> str:
        """As the vault writes it: the alias stands beside it."""
        return json.dumps({k: v for k, v in asdict(self).items() if k != "alias"}, ensure_ascii=False)

    @classmethod
    def read(cls, alias: str, extent: str) -> Agreement:
        """As the vault reads it."""
        said = json.loads(extent)
        known = {f.name for f in fields(cls)}
        kept: dict[str, Any] = {k: tuple(v) if k == "uses" else v for k, v in said.items() if k in known}
        return cls(alias, **kept)


__all__ = ["ALIAS", "GRANTED_BY", "TOWARDS", "USES", "WORDS", "Agreement", "Identity", "new_alias"]
