"""Whether an English noun phrase is somebody: a person, people, or a body or paper that can speak."""

from __future__ import annotations

import re
from typing import Final

from muster.read.english.grammar import PRONOUN
from muster.read.frames import Region
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

# Bodies and papers that are in no other list, since nobody is called by them.
_SPEAKS: Final = listed(
    """embassy campaign union company firm manufacturer corporation board panel bureau association
    foundation commission administration coalition cabinet parliament senate congress house jury tribunal
    watchdog charity regulator bank mission hospital school university museum church brigade battalion
    regiment navy rebels opposition party alliance defence defense prosecution accused defendant family crew
    crowd public survey poll study report review audit inquiry investigation analysis research indictment
    lawsuit filing complaint memo letter statement email documents records figures data bulletin
    kremlin pentagon corps staff command headquarters council delegation garrison fleet squadron
    railway railways airline airport retailer publisher carmaker supplier
    emails messages memos transcript transcripts recordings tapes reports studies surveys polls letters
    copy decision ruling decree notice contract warrant certificate screenshot
    filings papers petition list lists post verdict photos photographs pictures images footage video videos
    bulletin communique diary log logbook register ledger leaflet leaflets statistics minutes"""
)
# People by what they are, beside those whom the lexicon lists as speakers.
_PEOPLE: Final = listed(
    """republicans democrats conservatives liberals progressives moderates lawmakers legislators senators
    congressmen governors strategists aides allies backers supporters opponents proponents voters pollsters
    rivals campaigners economists scholars regulators donors delegates commentators pundits protesters
    demonstrators activists environmentalists historians executives advisers advisors students teachers
    nurses farmers miners shopkeepers tenants founders organisers organizers insiders respondents pupils
    refugees detainees detectives lawyers negotiators diplomats mediators rescuers firefighters locals
    teenagers readers viewers writers columnists bloggers attorneys judges justices clerks jurors agents
    veterans pilots engineers friends sponsors politicians ministers deputies mothers fathers women girls
    boys others defenders residents candidates relatives third second other
    interviewees monitors brothers sisters sons daughters cousins grandparents neighbours neighbors siblings
    couple pair trio duo twins"""
)
_ANYBODY: Final = listed(
    "many some several others most few both all nobody everybody everyone none each another"
)
# Where what stands about a noun begins: "Hawks in Congress", "relatives of the missing".
_ABOUT: Final = re.compile(
    r"\s(?:of|in|at|from|with|for|near|on|inside|outside|close|to|who|around|across|behind|within|about|familiar|there"
    r"|here|among|loyal|opposed|under|by|obtained|reviewed|seen|released|filed|published|dated|written|posted|conducted|commissioned)\b|,"
)

# "Nineteen said …", "all 31 told us …".
_NUMERAL: Final = re.compile(
    r"(?:(?:all|the\sother|the|another|at\sleast|about|some)\s)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|dozens|hundreds|\d{1,3})",
    re.I,
)
# "Nearly half of those surveyed", "61 percent of adults", "one in five respondents".
_SHARE: Final = re.compile(
    r"(?:(?:just|only|nearly|about|some|more\sthan|fewer\sthan|less\sthan|roughly|almost|fully|another|over|well\sover|an?|one|the)\s){0,3}"
    r"(?:half|thirds?|quarters?|(?:two|three)[-\s](?:thirds|quarters)|(?:[a-z]+\s)?(?:majorit(?:y|ies)|plurality|minority|handful|share|chorus"
    r"|number|group|pair|couple|generation|slate|host|crowd)|[\w.-]+\s?(?:%|percent|per\scent)"
    r"|(?:\w+\s)?(?:in|out\sof)\s(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty))(?=\Z|\s(?:of\s|[a-z]{3,}s\b|people|adults))",
    re.I,
)
_SHARE_NEAR: Final = re.compile(
    r"half|third|quart|ajori|plural|minor|handful|share|choru|number|group|pair|coupl|cent|% |n\s(?:\d|t|f|s)"
)
# "Hospital no. 1", "Checkpoint 4".
_NUMBERED: Final = re.compile(r"\s(?:(?:[Nn]o\.?|[Nn]umber|№)\s?)?\d{1,4}\Z")


def sure(region: Region, subject: Span) -> bool:
    """A pronoun, a name, or a noun of people or of a body, right before the verb or at the phrase's head."""
    words = _NUMBERED.sub("", region.page.words(subject))
    if _NUMERAL.fullmatch(words) or (_SHARE_NEAR.search(words) and _SHARE.match(words)):
        return True
    last = _bare(words.rsplit(None, 1)[-1])
    lists = region.words
    if (
        words.startswith("@")
        or PRONOUN.match(last)
        or last in lists.roles
        or last in lists.plural
        or last in _SPEAKS
        or (last.endswith("s") and last[:-1] in lists.roles)
        or last in _PEOPLE
        or last == "all"
        or last in source_words("en").people
    ):
        return True
    if any(n.stop >= subject.stop - 1 for n in region.named_in(*subject)):
        return True
    head = words_of_head(words)
    noun = head[-1]
    # The first word has a capital because it stands first.
    people = noun in lists.plural | _PEOPLE or (noun in lists.roles and len(head) > 1) or head[0] in _ANYBODY
    return people or (noun in _SPEAKS and (len(head) > 1 or noun.endswith("s")))


def words_of_head(words: str) -> list[str]:
    """The words up to the noun that the phrase is about, in small letters."""
    about = _ABOUT.search(words, 1)
    return [_bare(w) for w in words[: about.start() if about else len(words)].split()] or [""]


def _bare(word: str) -> str:
    return word.lower().strip("'’\"“”")


def several(region: Region, subject: Span) -> bool:
    """Whether the phrase is about people in the plural."""
    return words_of_head(region.page.words(subject))[-1] in region.words.plural | _PEOPLE


__all__ = ["several", "sure", "words_of_head"]
