"""For which body somebody speaks, as the words that stand for him tell: "the head of the mission, Ambassador
Lund", "its spokesman"; and who has left it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from muster.text.institutions import institution

# Somebody who was of a body once does not speak for it; he is not independent of it either.
_LEFT = re.compile(
    r"(?i)(?<!\w)(?:former|ex|dismissed|sacked|fired|бывш\w+|экс|уволенн\w+|колишн\w+|екс|звільнен\w+)(?!\w)"
)
_ITS = re.compile(r"(?i)\A(?:its|their|его|ее|её|их|його|її|їх|їхн\w+)\s")
# Who speaks for a body by his office.
_OFFICER = re.compile(
    r"(?i)(?<!\w)(?:(?:co-|vice-|deputy\s)?(?:head|chief|chair|chairman|chairwoman|chairperson|director)"
    r"|spokes(?:man|woman|person)|co-?ordinator|(?:со)?председател\w+|глав[аыеуо]\w?|начальни\w+|директор\w*"
    r"|руководител\w+|представител\w+|пресс-секретар\w+|координатор\w*|(?:спів)?голов[аиуоі]\w?|очільни\w+|керівни\w+"
    r"|представни\w+|речни\w+|пресс?екретар\w+)(?!\w)"
)
_TOLD_TO = re.compile(r"\A[«“„\"][^»”“\"]{1,60}[»”“\"]\s")
# A body that spoke so many characters before is the one that "its spokesman" speaks for.
_NEAR = 300


def has_left(words: str) -> bool:
    """ "A former engineer of the company": of the body once."""
    return bool(_LEFT.search(words))


def is_officer(words: str) -> bool:
    """ "Its spokesman", "the chairman": speaks for a body that these words do not name."""
    first, _, _ = words.partition(",")
    if _ITS.match(first):
        return bool(_OFFICER.search(first))
    return bool(_OFFICER.fullmatch(first.removeprefix("the ").removeprefix("The ")))


def bodies_told(spoken_as: str, name: str) -> Iterator[str]:
    """Parts between commas, the person's name left off, that name a body and nothing not understood."""
    # «„Вечери“ глава центра»: whom the words were told to is no body of his.
    spoken = _TOLD_TO.sub("", spoken_as.replace(name, ""))
    for part in spoken.split(",") if name else ():
        found = institution(part)
        if found.head and found.clear and not found.post:
            yield part.strip()


@dataclass(slots=True)
class Before:
    """The body that spoke last in a document, as its statements pass by."""

    document: str = ""
    stop: int = 0
    key: str = ""
    name: str = ""

    def take(self, document: str, stop: int, key: str, name: str) -> None:
        self.document, self.stop, self.key, self.name = document, stop, key, name

    def near(self, document: str, start: int) -> bool:
        """True where it spoke shortly before this place."""
        return self.document == document and 0 <= start - self.stop <= _NEAR


__all__ = ["Before", "bodies_told", "has_left", "is_officer"]
