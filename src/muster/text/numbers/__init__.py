"""Strings in, numbers with their bounds, and what they count, out."""
