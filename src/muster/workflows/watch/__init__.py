"""A list of addresses and folders in; what is new there, kept and told."""

from __future__ import annotations

from muster.workflows.watch.watch import Round, World, next_due, once, set_how, settings, thing

__all__ = ["Round", "World", "next_due", "once", "set_how", "settings", "thing"]
