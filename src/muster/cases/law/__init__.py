"""A pack and a deed in; elements met, not met and open out. Information, never advice."""

from __future__ import annotations

from muster.cases.law.answers import Answer, Deed, ElementAnswer, Fact, LawTable, ask
from muster.cases.law.changes import Change, between_days, between_packs
from muster.cases.law.pack_file import Fault, faults_of, names_shipped, read_pack, shipped
from muster.cases.law.said import Difference, compare_said

__all__ = [
    "Answer",
    "Change",
    "Deed",
    "Difference",
    "ElementAnswer",
    "Fact",
    "Fault",
    "LawTable",
    "ask",
    "between_days",
    "between_packs",
    "compare_said",
    "faults_of",
    "names_shipped",
    "read_pack",
    "shipped",
]
