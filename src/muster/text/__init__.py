"""Strings in, spans out: what every room knows about language. Import the modules themselves."""
