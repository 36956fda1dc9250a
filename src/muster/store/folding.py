"""How words stand in the search index, and how they are asked of it."""

from __future__ import annotations

# One letter that is written in two ways; a stress mark; a soft hyphen: nobody types them in a search.
_FOLD = str.maketrans({"ё": "е", "Ё": "Е", "\u0301": None, "\u00ad": None, "’": "'", "ʼ": "'"})


def folded(words: str) -> str:
    """What goes into the index for these words, and what is asked of it."""
    return words.translate(_FOLD)


__all__ = ["folded"]
