"""When a Russian or Ukrainian speaker tells of himself though no pronoun says so: «рассказала, что узнала
сына».

Both languages drop the pronoun where the subject of the reported clause is the speaker. A past verb in the
singular that agrees with him, and no word beside it that could be its subject, is his own deed. Verbs of
memory and confession («вспоминает», «зізналася») report what one went through as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.text.cases import cases

_CLAUSE: Final = re.compile(r"[^,.;:!?—–\n]{3,160}")
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
_PAST: Final = {
    "ru": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:сь)?)|(?P<m>л(?:ся)?))\Z"),
    "uk": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:ся|сь)?)|(?P<m>в(?:ся)?))\Z"),
}
_IRREGULAR: Final = re.compile(
    r"(?:при|у|вы|за|про|по|до|обо|подо)?(?:ш[её]л|шла|нёс|нес|вёз|вез|мог|помог|лёг|спас)\Z"
)
_HIMSELF: Final = re.compile(
    r"(?<!\w)(?:сам|сама|самому|самой|лично|своими\sглазами|особисто|на\sвласні\sочі|власними\sочима)(?!\w)",
    re.I,
)
_REMEMBERS: Final = re.compile(
    r"(?:по\sего|по\sеё|по\sее|за\sйого|за\sїї|за|по|з)?\s?(?:воспомина|спогад|наблюдени|спостереж)|вспомн|вспомина|припомн"
    r"|припомина|призна(?:л|в[ао]л|ётся|ется)|созна[лёе]|згад|пригад|зізна",
    re.I,
)


@lru_cache(maxsize=1 << 12)
def tells_of_himself(words: str, gender: str, language: str) -> bool:
    """Whether the first clause of indirect words has the speaker for its unnamed subject."""
    clause = _CLAUSE.search(words[:200])
    if clause is None:
        return False
    if _HIMSELF.search(clause.group()):
        return True
    verb = None
    others = ""
    for word in _WORD.findall(clause.group())[:14]:
        form = cases(word, language)
        past = _PAST[language].match(word) if form.kind == "verb" or _IRREGULAR.match(word) else None
        if past is not None and verb is None:
            verb = "f" if past.group("f") else "m"
        elif form.nominative:
            others += form.nominative
    if verb is None or gender not in (verb, "-"):
        return False
    return verb not in others and "*" not in others


def remembers(cue: str) -> bool:
    """Whether the verb or phrase is of memory, observation or confession."""
    return _REMEMBERS.match(cue) is not None


__all__ = ["remembers", "tells_of_himself"]
