"""What a pronoun in the place of a speaker says of him, in the three languages."""

from __future__ import annotations

from typing import Final

# m, f, n; p: several; 1: whoever speaks; x: some of those; "-": anybody.
PRONOUNS: Final = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "them": "p",
    "we": "1",
    "i": "1",
    "who": "-",
    "it": "n",
    "он": "m",
    "его": "m",
    "ему": "m",
    "она": "f",
    "её": "f",
    "ее": "f",
    "ей": "f",
    "они": "p",
    "их": "p",
    "я": "1",
    "мы": "1",
    "оно": "n",
    "который": "m",
    "которая": "f",
    "він": "m",
    "його": "m",
    "йому": "m",
    "їхніми": "p",
    "їхньою": "p",
    "тот": "m",
    "той": "m",
    "те": "p",
    "ті": "p",
    "вона": "f",
    "її": "f",
    "їй": "f",
    "вони": "p",
    "їх": "p",
    "ми": "1",
    "який": "m",
    "яка": "f",
    "one": "x",
    "some": "x",
    "many": "x",
    "others": "x",
    "some people": "x",
}


__all__ = ["PRONOUNS"]
