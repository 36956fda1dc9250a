"""Sentences in, time expressions with their days out."""
