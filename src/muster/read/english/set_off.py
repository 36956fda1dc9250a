"""What commas set off beside an English noun phrase: a clause about it, what else it is, whose it is."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.coordinated import is_coordinated
from muster.read.english.finite import FINITE
from muster.read.english.grammar import ADJECTIVE, PARTICIPLES, RELATIVE, NounPhrase
from muster.read.frames import Region
from muster.read.people.people import Named
from muster.text.spans import Span

# What may stand between a subject and its verb, set off by commas.
ASIDE_CLAUSE: Final = re.compile(
    r"\s*(?:who|whose|whom|which|where|when|while|speaking|writing|citing|asked|quoted|reached|answering"
    r"|responding|referring|of|in|on|at|after|before|during|for|from|with|without|under|like|unlike|as|by"
    r"|including|along|together|over|through|between|against|despite|amid|[a-z]+ing"
    rf"|{PARTICIPLES}(?=\s(?:in|on|at|by|from|with|to|for|as|near|over|twice|only|last|under|during|after|since|earlier|alone"
    r"|here|[a-z]+ly)\b|\Z))\b"
)
# An apposition: age, article or role word, another name.
_APPOSED: Final = re.compile(
    r"\s*(?:\d{1,3}(?:\s*\Z|-year-old\s)|aged\s|(?:a|an|the|one|his|her|their|its|of|formerly|then|now|also)\s|[A-Z“\"]"
    r"|[a-z-]+(?<!ed)(?<!ing)\s(?:of|at|for|with|in|and)\s|(?:head|chief|director|[a-z]+man|[a-z]+woman|leader|president)\b"
    # "One of the nine, schoolteacher N, said"
    r"|(?!(?:with|whom?|like|than|unlike|alongside|beside|behind|to|via|under|after|before|through|near)\b)"
    r"(?:[a-z-]+(?<!ed)(?<!ing)\s){1,2}[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s*\Z)"
)


# "The commander, a major she has met once, wrote …": a clause about the noun without "whom".
_CONTACT: Final = re.compile(
    r"\s*(?:an?|the|one|his|her|their)\s(?:[\w-]+\s){1,3}?(?=(?:he|she|they|we|I|you)\s)"
)


def is_aside(words: str) -> bool:
    """Whether words between commas are no clause with a subject of its own."""
    contact = _CONTACT.match(words)
    if contact is not None and not FINITE.search(words, 0, contact.end()):
        return True
    relative = RELATIVE.search(" " + words)
    told = words[: relative.start() if relative else len(words)]
    if _DESCRIBES.match(told):
        told = _DONE_TO_IT.sub(" ", told)
    return ASIDE_CLAUSE.match(words) is not None or not (
        FINITE.search(told) and FINITE.search(ADJECTIVE.sub(" ", told))  # "a retired miner" is no clause
    )


# "N, a student brought here as a baby, said": what was done with whoever the apposition names.
_DESCRIBES: Final = re.compile(r"\s*(?:an?|the|one|his|her|their|its|another|two|three|some)\s")
_DONE_TO_IT: Final = re.compile(
    r"\s(?:brought|held|sent|taught|caught|built|bought|found|led|lost|paid|sold|told|hit|cut|put|made|kept|left|written|drawn"
    r"|[a-z]{3,}ed)\s(?=(?:to|in|into|by|from|as|at|on|for|with|under|over|out|during|after|last|up)\b)"
)


def with_appositions(
    region: Region, low: int, left: str, found: NounPhrase, asides: list[Span]
) -> NounPhrase:
    """The phrase with its appositions; a name among them is who it is."""
    core, stop = found.core, found.whole.stop
    for aside in asides:
        words = left[slice(*aside)]
        if not _APPOSED.match(words):
            break
        relative = RELATIVE.search(words)
        contact = _CONTACT.match(words)
        if contact and FINITE.search(words, contact.end()):
            stop = low + aside.start + len(contact.group().rstrip())
            break
        stop = low + (aside.start + relative.start() if relative else aside.stop)
        people = [n for n in region.named_in(low + aside.start, low + aside.stop) if n.kind == "person"]
        last = people[-1].stop if people and " and " in words else people[0].stop if people else 0
        apposed = people and people[0].start <= low + aside.start + 40 and last >= low + aside.stop - 2
        alone = not any(_is_himself(region, n, core) for n in region.named_in(*core))
        if apposed and (alone or is_coordinated(region, *core)):
            core = Span(core.start, last)
    return NounPhrase(core, Span(found.whole.start, stop))


_OF_SOMEBODY: Final = re.compile(
    r"[a-z]\s(?:of|for|to|with|by|from|around|behind|against|representing)\s(?:(?:the\slate|then|[A-Z][a-z]{1,14}\.?)\s){0,3}\Z"
)


def of_somebody(lead: str) -> bool:
    """Whether a preposition holds the name behind: "a lawyer for Mr. | X", "people close to | X"."""
    return _OF_SOMEBODY.search(lead) is not None


def _is_himself(region: Region, n: Named, core: Span) -> bool:
    """A person whom the phrase names, not one whose it is: "X's running mate"."""
    owner = region.page.body[n.stop : n.stop + 2] in ("'s", "’s") and n.stop + 2 < core.stop
    return n.kind == "person" and not owner and not of_somebody(region.page.body[core.start : n.start])


__all__ = ["ASIDE_CLAUSE", "is_aside", "of_somebody", "with_appositions"]
