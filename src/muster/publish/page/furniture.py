"""What the pages are made with: templates, style and script, and the digest by which the script may run."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from muster.publish.page.highlight import visible

if TYPE_CHECKING:
    import jinja2


def part(name: str) -> str:
    """The text of one file of the templates."""
    return (files("muster.publish") / "templates" / name).read_text("utf-8")


def digest_of(script: str) -> str:
    """What a content security policy names a script by: its sha256 in base64."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def environment() -> jinja2.Environment:
    """Templates that escape everything; ``seen`` shows what cannot be seen."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(part), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters["seen"] = visible
    return made


__all__ = ["digest_of", "environment", "part"]
