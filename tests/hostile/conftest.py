"""Hostile files are taken by the same fixture as ordinary ones."""

from __future__ import annotations

from tests.collect.conftest import take

__all__ = ["take"]
