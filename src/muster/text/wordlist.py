"""The old name of ``listed.listed``, for modules that are being moved."""

from __future__ import annotations

from muster.text.listed import listed as words

__all__ = ["words"]
