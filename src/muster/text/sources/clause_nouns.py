"""Nouns that stand for a clause («закрытия», «обстріл», «нехватку»), and which verbs have them for their
words, in Russian and Ukrainian. The lists are `data/clause_nouns.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from muster.text.sources.cues import any_of


class Asks(NamedTuple):
    """What a verb asks for: ``how``: a case (gen, acc, ins) and prepositions, or "of" for somebody with what
    he is suspected of behind «в»; ``nouns``: "thing" for whatever is not alive, else a list of the nouns."""

    how: str
    nouns: str


# Deeds and happenings by their endings: «закрытие», «эскалация», «строительство», «зростання».
_MADE: Final = re.compile(
    r"(?:[аеиыяу]ни|[аиыя]ти|ци|зи|стви)(?:е|я|ю|й|и|ем|ям|ями|ях|ей)?\Z|(?:ств|тельств)(?:о|а|у|ом|е)\Z"
    r"|[нмвл]ост(?:ь|и|ью|ей)\Z|[нмвл]іст(?:ь|ю)\Z"
    r"|(?:[аяіуе]нн|інн|тт)(?:я|ю|ям|і)\Z|ці(?:я|ю|ї|й|єю|ями)\Z"
)


@lru_cache(maxsize=1)
def _lists() -> tuple[dict[str, re.Pattern[str]], tuple[tuple[re.Pattern[str], Asks], ...]]:
    raw = tomllib.loads((files("muster.text") / "data" / "clause_nouns.toml").read_text("utf-8"))
    nouns = {name: any_of(block.split()) for name, block in raw["nouns"].items()}
    return nouns, tuple((re.compile(stem), Asks(how, kind)) for stem, how, kind in raw["asks"]["patterns"])


@lru_cache(maxsize=4096)
def asked_by(form: str) -> Asks | None:
    """What the verb of this form (small letters) asks for; None where it has no noun for its words."""
    return next((asks for stem, asks in _lists()[1] if stem.match(form)), None)


@lru_cache(maxsize=8192)
def stands_for_clause(noun: str, kind: str) -> bool:
    """Whether a noun (small letters, any case) is of the ``kind`` that a verb asks for."""
    if kind == "thing":
        return True
    nouns = _lists()[0]
    if nouns[kind].match(noun):
        return True
    return kind == "events" and _MADE.search(noun) is not None and nouns["bodies"].match(noun) is None


__all__ = ["Asks", "asked_by", "stands_for_clause"]
