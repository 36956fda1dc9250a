"""An adjective of a place before the letters of a body: «Сіверської ОВА» → «Сіверська ОВА»."""

from __future__ import annotations

import re

_RELATIONAL = re.compile(
    r"(?P<stem>\w{2,}(?:ськ|цьк|зьк|ск|цк|[бвгджзйклмнпрстхчшь]н))"
    r"(?:(?P<f>ої|ій|ою|а|у|ой|ая|ую)|(?P<m>ого|ому|ий|им|ым|ый|ом))\Z"
)


def relational(word: str) -> str | None:
    """The nominative of a capital adjective of a place («Сіверської» → «Сіверська»), else None."""
    found = _RELATIONAL.match(word) if word[:1].isupper() else None
    if found is None:
        return None
    ukrainian = found["stem"][-2:] == "ьк" or re.search("[іїєґ]", word) is not None
    if found["f"]:
        return found["stem"] + ("а" if ukrainian else "ая")
    return found["stem"] + ("ий" if ukrainian or found["stem"][-1] == "к" else "ый")


__all__ = ["relational"]
