"""Files in, documents and texts out."""

from __future__ import annotations

from muster.collect.answers import Answers, Told
from muster.collect.handed import plain_document
from muster.collect.limits import Limits
from muster.collect.sandbox import hidden_words, page_picture, parser_walls
from muster.collect.take import take_folder
from muster.collect.walk import Survey, survey

__all__ = [
    "Answers",
    "Limits",
    "Survey",
    "Told",
    "hidden_words",
    "page_picture",
    "parser_walls",
    "plain_document",
    "survey",
    "take_folder",
]
