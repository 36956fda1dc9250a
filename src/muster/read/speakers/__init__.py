"""Frames in, whose voice each is out: names, pronouns, descriptions, groups."""
