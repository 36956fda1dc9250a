"""Dossiers of the gold point at words that are there."""

from __future__ import annotations

import tomllib

import across
import dossiers


def test_the_words_of_a_dossier_stand_in_it() -> None:
    """Words of claims, events and contradictions stand in their documents, and pairs are of labels used."""
    for path in (path for half in dossiers.SETS for path in dossiers.files(half)):
        truth = tomllib.loads(path.read_text("utf-8"))
        texts = {each["id"]: each["text"] for each in truth["document"]}
        places = [(claim["in"], claim["words"]) for claim in truth["claim"]]
        for table in (*truth.get("event", []), *truth.get("contradict", [])):
            places += [tuple(words.split(": ", 1)) for words in table["words"]]
        faults = [at for at, (document, words) in enumerate(places) if words not in texts[document]]
        labels = {claim["origin"] for claim in truth["claim"]}
        strange = {x for pair in (*truth["independent"], *truth["not_shown"]) for x in pair} - labels
        assert not faults and not strange, (path.name, faults)


def test_the_words_of_what_stands_across_documents_stand_in_them() -> None:
    """Both sides of a contradiction, what says the same, and each telling of a theme."""
    for path in (path for half in ("develop", "measure") for path in across.files(half)):
        truth = tomllib.loads(path.read_text("utf-8"))
        texts = {each["id"]: each["text"] for each in truth["document"]}
        told = [t for row in truth.get("contradiction", []) for t in (*row["between"], *row.get("also", []))]
        for theme in truth.get("theme", []):
            told += theme["told"]
            assert all(place in theme["told"] for pair in theme["not_shown"] for place in pair), path.name
        places = [each.split(": ", 1) for each in told]
        assert all(words in texts[document] for document, words in places), path.name
