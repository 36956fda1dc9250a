"""Words before an act by which it is not told as done: it may be, is planned, was tried, is feared.

"They plan to shell the bridge" tells of no shelling, and denies none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from muster.text.deeds.forms import WORD, Token, plain
from muster.text.listed import listed

# So many words may stand between: "may soon be released", «может снова попасть под обстрел».
_REACH, _FEARED_REACH = 4, 8
_MAY = listed(
    "may might will shall plan plans planned planning intend intends intended wants want wanted prepare",
    "prepares",
    "preparing try tries tried trying attempt attempts attempted threatens threaten threatened promised",
    "promises",
    "promise offered demand demands demanded asked asks urged calls called would-be if unless",
    "может могут мог могла могли можно будет будут намерен намерена намерены планирует планируют",
    "планировал хочет хотят",
    "хотел хотели собирается собираются собирался собирались пытался пыталась пытались пытается пытаются",
    "попытался",
    "попытались готовится готовятся угрожает угрожают угрожал угрожали обещал обещали обещает требует",
    "требуют",
    "потребовал потребовали просит просили призвал призвали если",
    "може можуть міг могла могли можна буде будуть планує планують планував хоче хочуть хотів хотіли",
    "збирається",
    "збираються збирався збиралися намагався намагалася намагалися намагається намагаються готується",
    "готуються",
    "погрожує погрожують погрожував погрожували обіцяв обіцяли обіцяє вимагає вимагають вимагав вимагали",
    "просить просили",
    "закликав закликали якщо",
)
# Who waits for it: it stands next to the act, "those who waited for bread were shot" tells of a deed.
_WAITS = listed(
    "wait waits waited waiting await awaits awaited awaiting",
    "ждет ждут ждал ждала ждали ожидает ожидают ожидал ожидали ожидающих ждущих",
    "чекає чекають чекав чекала чекали очікує очікують очікував очікували",
)
_FOR = listed("for to be the a an their his her its на своей своєї свою")
# The month: «12 May», and what is a noun elsewhere, stand with a capital.
_MONTH = "May"
_FEARED = listed(
    "fear fears feared hope hopes hoped worry worries worried afraid risk risks danger possibility",
    "боится боятся опасается опасаются надеется надеются опасается угроза риск опасность вероятность",
    "возможность",
    "боїться бояться побоюється побоюються сподівається сподіваються загроза ризик небезпека ймовірність",
    "можливість",
)


def is_feared(cue: str) -> bool:
    """Whether a verb of saying tells of a fear or a hope: what follows is not said to be so."""
    return not _FEARED.isdisjoint(WORD.findall(plain(cue)))


def ahead(words: str, tokens: Sequence[Token], first: int, n: int) -> bool:
    """Whether words before token ``n``, from token ``first`` on, leave it open whether it came to be."""
    for back in range(n - 1, max(first, n - _FEARED_REACH) - 1, -1):
        start, stop, word = tokens[back]
        if word in _FEARED or (
            n - back <= _REACH and word in _MAY and words[start:stop] != _MONTH and not _seen(tokens, back, n)
        ):
            return True
        if word in _WAITS and all(tokens[k][2] in _FOR for k in range(back + 1, n)):
            return True
    return False


_AHEAD_BEHIND = re.compile(
    r"(?:may|might|could|will|would) (?:\w+ )?(?:resume|begin|start|happen|follow|continue|come"
    r"|be (?:repeated|resumed))"
    r"|(?:мо(?:жет|гут)|буд(?:ет|ут)) (?:\w+ )?(?:возобнов|повтор|нача|продолж|случи|произой)\w+"
    r"|(?:возобнов|повтор|начн)(?:ится|ятся|[её]тся|утся)"
    r"|(?:мо(?:же|жуть)|буд(?:е|уть)) (?:\w+ )?(?:віднов|повтор|поча|продовж|трап|стат)\w+|(?:віднов"
    r"|повтор)(?:иться|ляться)"
)


def ahead_behind(behind: str) -> bool:
    """Whether words behind the noun of an act, in small letters, say that it may come: "… may resume"."""
    return _AHEAD_BEHIND.search(behind) is not None


_SEEN = listed("hear heard see seen слышать слышны видеть чути бачити")


def _seen(tokens: Sequence[Token], back: int, n: int) -> bool:
    """ "Explosions could be heard", «можно было слышать взрывы» tell of what was."""
    return any(tokens[k][2] in _SEEN for k in range(back + 1, n))


__all__ = ["ahead", "ahead_behind", "is_feared"]
