"""What a frame calls whoever speaks: with his title, with his body, without a clause about him."""

from __future__ import annotations

import re
from typing import Final

from muster.text.listed import listed


def without_clause(called: str) -> str:
    """The speaker without what a relative clause tells of him, unless it is whom he heads or serves."""
    cut = RELATIVE.search(called)
    return called[: cut.start()] if cut and not _HEADS_IT.search(called, cut.start()) else called


RELATIVE: Final = re.compile(r",\s(?:who|which|whose|котор\w{2,3}|який|яка|яке|які|що)\s")
_HEADS_IT: Final = re.compile(
    r"\b(?:heads?|headed|leads?|led|commands?|commanded|runs?|represents?|defends?|works?|serves?|speaks)\b"
    r"|возглавл|руковод|команду|представля|защища|служит|работает|занима|очолю|керу|представля|захища|служить|працю|курир",
    re.I,
)


def with_title(called: str, around: str) -> str:
    """The name of a label with the words before it: "Mayor of Dolna, X:"; other frames hold them."""
    at = around.find(called) if called[:1].isupper() else -1
    if at <= 0 or at > _TITLE:
        return called
    return f"{_LINE.split(around[:at])[-1].strip()} {called}".strip()


def described_before(body: str, start: int) -> str:
    """The words of a clause that stand right before a name: «начальник управления», "regional governor,"."""
    line = _STOP.split(body[max(0, start - _TITLE) : start])[-1].strip()
    own = line.removesuffix(",").rsplit(", ", 1)[-1].split()  # "the governor, X" is one group
    if line.endswith(",") and _TELLS.search(line):
        return ""  # "A column passed the gate, X told reporters"
    cut = max((n for n, word in enumerate(own, 1) if word.lower() in _BREAKS), default=0)
    return " ".join(own[cut:][-_WORDS:])


# A clause, and no description.
_TELLS: Final = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|does|will|would|could|[a-z]{2,}ed\s(?:the|an?|his|her|their|in|on|at|by|from|with|into|through))\b"
)
_WORDS: Final = 7  # of a description
# Behind these another group begins.
_BREAKS: Final = listed(
    """according to by that and but as when who which said says told asked with from after before whether
    словам словами мнению думку данным даними
    что и а но как когда который сообщил сообщила сообщили сказал сказала сказали заявил заявила заявили
    рассказал рассказала рассказали говорит говорят
    що і й та але як коли який повідомив повідомила повідомили сказав сказала сказали заявив заявила заявили
    розповів розповіла розповіли каже кажуть"""
)


def with_body(called: str, around: str) -> str:
    """The speaker with the body behind him: «Источник в полиции», of whom the frame has «Источник»."""
    at = around.find(called) if called else -1
    behind = _BEHIND.match(around, at + len(called)) if at >= 0 else None
    return called + behind.group() if behind else called


_BEHIND: Final = re.compile(
    r"\s(?:в|во|у|на|из|із|зі|з|при|від)\s(?:[^\W\d_][\w’'ʼ-]{1,24}\s?){1,3}(?=[\s,.]|\Z)"
)
_STOP: Final = re.compile(r"(?<!\b[A-ZА-ЯІЇЄҐ])\.|[!?;:()«»“”\"\n•▪]|\s[–—]\s")
# Who heads a body that is named before: "its director", «глава комитета».
OF_WHAT: Final = re.compile(
    r"(?:\Aits\s(?:\w+\s){0,2}\w+|(?:\sof\sthe\s(?=\w+\Z)|\w\s(?=[^\W\d_a-z]+\Z))"
    r"(?P<noun>group|committee|organi[sz]ation|foundation|cent(?:re|er)|project|network|mission|комитета|организации|фонда|центра|проекта|сети|миссии"
    r"|объединения|комітету|організації|фонду|центру|про[єе]кту|мережі|місії|об['’ʼ]єднання))\Z",
    re.I,
)
_TITLE: Final = 90
_LINE: Final = re.compile(r"[.!?:;\n•▪▫]|\s[–—]\s")


__all__ = ["OF_WHAT", "RELATIVE", "described_before", "with_body", "with_title", "without_clause"]
