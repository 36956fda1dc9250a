"""Strings in, what leads to somebody, or narrows the circle, out."""
