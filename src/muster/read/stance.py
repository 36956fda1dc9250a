"""Whether what is said is denied by its speaker, or called unverified by the text, there or later."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Final

from muster.model.claims import Claim
from muster.read.frames import Frame
from muster.read.page import Page

_NOT_SO: Final = re.compile(
    r"(?:\b(?:did not|didn't|didn’t|does not|doesn't|doesn’t|not|never|no one|nobody)|(?<!\w)(?:не|ни"
    r"|ані))\s+(?:\w+\s)?\Z",
    re.I,
)
_VOUCHES: Final = ("confi", "подтв", "підтв")
_CONFIRMS: Final = (*_VOUCHES, "ackno", "admit", "призн", "визна")
_DENIES: Final = re.compile(
    r"(?:den(?:y|ies|ied|ying)|reject|dismiss|refut|disput|rebut|repudiat|опров[её]рг|отриц|отверг|спросту"
    r"|запереч|відкин|відкида)",
    re.I,
)


def stance_of(page: Page, frame: Frame) -> str:
    """``denied`` where the verb denies, or admits with a "not" before it; ``unverified`` where it does not
    confirm, which says neither; else ``asserted``."""
    if frame.cue is None:
        return "asserted"
    cue = page.words(frame.cue).lower()
    denies = frame.verb == "deny" or _DENIES.search(cue) is not None
    accepts = cue.endswith((" accept", " accepted"))
    if not (denies or accepts or cue.removeprefix("не ")[:5] in _CONFIRMS):
        return "asserted"
    negated = cue.startswith(("не ", "did not ", "does not ", "not ")) or (
        _NOT_SO.search(page.body, max(0, frame.cue.start - 24), frame.cue.start) is not None
    )
    if negated == (denies and not accepts):
        return "asserted"
    return "unverified" if cue.removeprefix("не ")[:5] in _VOUCHES or "not confirm" in cue else "denied"


_STEMS: Final = (
    "verif",
    "onfirm",
    "orroborat",
    "false",
    "одтвер",
    "ровер",
    "ерифи",
    "ерифі",
    "еревір",
    "ідтвер",
)
_UNVERIFIED: Final = re.compile(
    r"\b(?:(?:could|can|may|cannot|can['’]t|couldn['’]t)\s?(?:not\s)?(?:\w+\s)?(?:be\s)?(?:\w+\s)?(?:verif"
    r"|confirm|corroborat)\w*"
    r"|(?:has|have|had|was|were|is|are)\s(?:not|yet\sto|n['’]t)\s(?:yet\s)?(?:been\s|be\s)?(?:\w+\s)?(?:verified"
    r"|confirmed|corroborated)"
    r"|(?:was|were|been)\s(?:un|not\s)able\sto\s(?:\w+\s)?(?:verify|confirm)|no\s(?:\w+\s)?(?:confirmation"
    r"|corroboration)"
    r"|(?:not\s(?:been\s)?(?:able|possible)|no\sway|impossible)\sto\s(?:\w+\s)?(?:verify|confirm|corroborate)"
    r"|(?:appears?|seems?|proved|turned\sout)\s(?:to\sbe\s)?false|unverified)"
    r"|(?<!\w)(?:(?:подтвердить|проверить|верифицировать)\s(?:\w+\s){0,6}?(?:не\s(?:удалось|смог\w*|может"
    r"|можем|получилось|представляется\sвозможным)|невозможно|нельзя)"
    r"|(?:не\s(?:удалось|смог\w*|может|можем)|невозможно|нельзя)\s(?:\w+\s){0,4}?(?:подтвердить|проверить)"
    r"|подтверждени[йяе]\s(?:\w+\s){0,4}?нет|нет\s(?:\w+\s){0,2}?подтверждени\w|не\sподтвержд\w{2,7}"
    r"|(?:эт(?:у|и|ого|их)\s)?(?:информаци[юи]|данны[ехм]|сведени[яй])\s(?:\w+\s){0,2}?не\sподтвердил\w?"
    r"|ці(?:єї|ю|ї|х)\s(?:інформаці[юї]|дан(?:і|их)|відомост(?:і|ей))\s(?:\w+\s){0,2}?не\sпідтверди(?:в|ла|ли)"
    r"|(?:підтвердити|перевірити|верифікувати)\s(?:\w+\s){0,6}?(?:не\s(?:вдалося|зміг|змогла|змогли|може|можемо)"
    r"|неможливо|не\sможна)"
    r"|(?:не\s(?:вдалося|зміг|змогла|змогли|може|можемо)|неможливо"
    r"|не\sможна)\s(?:\w+\s){0,4}?(?:підтвердити|перевірити)"
    r"|підтверджен(?:ь|ня)\s(?:\w+\s){0,4}?(?:немає|нема)|(?:немає|нема)\s(?:\w+\s){0,2}?підтвердж\w+"
    r"|не\sпідтвердж\w{2,7})",
    re.I,
)
# What begins a doubt behind the words it is of.
BUT: Final = re.compile(
    r"[»”\"]?,?\s(?:[–—-]\s)?(?:але|однак|проте|хоча|втім|утім|но|однако|хотя|but|though|although)\s", re.I
)


def is_doubt(words: str) -> bool:
    """Whether words say that something has not been confirmed."""
    return any(stem in words for stem in _STEMS) and _UNVERIFIED.search(words) is not None


# "Neither army's account could be verified": all that was said in the paragraphs before.
_ALL: Final = re.compile(
    r"\s{0,2}(?:neither|none|the\s(?:claims|accounts|reports)|эти|ни\sодн|ці|жодн)", re.I
)


def with_doubts(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims that the text itself calls unverified, in their sentence or one of the two after."""
    found = ((i, _UNVERIFIED.search(page.body, *page.sentences[i])) for i in _candidates(page))
    doubts = {i: match.start() for i, match in found if match is not None}
    if not doubts:
        return list(claims)
    # «Пишуть про вибух, але підтвердження немає»: the doubt is of what its own sentence tells.
    own = {i for c in claims if (i := _doubted_here(page, c, doubts)) >= 0}
    return [
        replace(c, stance="unverified")
        if c.stance == "asserted" and (_doubted_here(page, c, doubts) >= 0 or _doubted(page, c, doubts, own))
        else c
        for c in claims
    ]


def _candidates(page: Page) -> list[int]:
    hits = set()
    for stem in _STEMS:
        at = page.body.find(stem)
        while at >= 0:
            hits.add(page.sentence_at(at))
            at = page.body.find(stem, at + len(stem))
    return sorted(i for i in hits if page.sentences)


def _doubted_here(page: Page, claim: Claim, doubts: Mapping[int, int]) -> int:
    """The sentence in which a doubt follows the words of a claim behind «але», "but"; -1 where none does."""
    last = (claim.parts or (claim.passage,))[-1]
    i = page.sentence_at(max(last.start, last.stop - 1))
    at = doubts.get(i, -1)
    if at < last.stop or claim.own_voice:
        return -1
    return i if BUT.match(page.body, last.stop, page.sentences[i].stop) else -1


def _doubted(page: Page, claim: Claim, doubts: Mapping[int, int], own: Container[int]) -> bool:
    """Whether a doubt stands in the frame of a claim or speaks of it from a sentence behind."""
    last = page.sentence_at(max(claim.passage.start, claim.passage.stop - 1))
    end = max(last, page.sentence_at(claim.cue.start)) if claim.cue else last
    for i in doubts:
        start, stop = page.sentences[i]
        if any(p.start < stop and start < p.stop for p in (claim.parts or (claim.passage,))):
            # Of his own words the speaker may say so; that is a hedge.
            continue
        back = page.paragraph_of[i] - page.paragraph_of[end]
        if i in own and i != end:
            continue
        heads = i == 0 or page.paragraph_of[i - 1] != page.paragraph_of[i]
        if back == 0 and 0 < i - end <= 2:
            return True
        if _ALL.match(page.body, start) and 0 <= back <= 2 and end < i:
            return True
        if heads and back == 1 and i - end == 1:
            return True
    return False


__all__ = ["BUT", "is_doubt", "stance_of", "with_doubts"]
