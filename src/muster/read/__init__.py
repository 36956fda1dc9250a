"""Texts in, claims out: who said what, through whom, how many, when, where."""

from __future__ import annotations

from muster.read.language_model import Ask, NoAnswer
from muster.read.reader import READERS, read_text, reader_version

__all__ = ["READERS", "Ask", "NoAnswer", "read_text", "reader_version"]
