"""Muster: who said what, through whom, how many, from how many origins; offline, down to the exact words."""

__version__ = "0.1.0"
