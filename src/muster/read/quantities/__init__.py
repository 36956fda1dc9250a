"""Sentences in, numbers with their meaning out: how many of what, of whom, where, when."""
