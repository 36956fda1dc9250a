"""Documents, names and statements in; copies, same-name links, entities and origins with reasons out."""

from __future__ import annotations

from muster.link.accounts import Account, find_accounts, told_in
from muster.link.alleged import Alleged
from muster.link.by_word import copy_by_word
from muster.link.claims import Counted, suggest_same_claims
from muster.link.contradictions import find_contradictions
from muster.link.copies import find_copies
from muster.link.decided import Decided, Place
from muster.link.families import Families
from muster.link.grouping import group_names
from muster.link.independence import Facts, standing
from muster.link.origins import Traced, trace
from muster.link.people import suggest_names
from muster.link.records import CopyInput
from muster.link.telling import Telling, tellings
from muster.link.themes import find_themes

__all__ = [
    "Account", "Alleged", "CopyInput", "Counted", "Decided", "Facts", "Families", "Place", "Telling",
    "Traced", "copy_by_word", "find_accounts", "find_contradictions", "find_copies", "find_themes",
    "group_names", "standing", "suggest_names", "suggest_same_claims", "tellings", "told_in", "trace",
]  # fmt: skip
