"""The words by which a language says who said something, and what he is."""
