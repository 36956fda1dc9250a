"""Texts in, whom they keep back out: by name, by description, by form, by hint."""
