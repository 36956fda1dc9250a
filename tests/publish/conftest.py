"""The invented investigation, and the page and export made of it."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from tests.publish import invented as made_up

from muster.publish import Evidence, dossier, export_jsonl


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    return made_up


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    return made_up.investigation()


@pytest.fixture(scope="session")
def page(evidence: Evidence) -> str:
    return "".join(
        dossier(
            evidence,
            title="Refusals in Sarnet <&>",
            now="2031-06-20T09:00:00+00:00",
            signed_head={"head": "ab" * 32, "signature (Ed25519)": "cd" * 64},
            command="muster check --project sarnet.db",
            version="0.1.0",
        )
    )


@pytest.fixture(scope="session")
def export(evidence: Evidence, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "out"
    export_jsonl(evidence, folder)
    return folder
