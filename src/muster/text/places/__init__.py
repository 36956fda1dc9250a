"""Strings in, places out, with all that each can be."""
