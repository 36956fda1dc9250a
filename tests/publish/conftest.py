"""The invented investigation, and the page and export made of it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from muster.publish import Evidence, dossier, export_jsonl

HERE = Path(__file__).parent


def load_invented() -> ModuleType:
    """The module beside this file; test folders are no packages."""
    name = "muster_invented"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / "invented.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    return load_invented()


@pytest.fixture(scope="session")
def evidence(invented: ModuleType) -> Evidence:
    made: Evidence = invented.investigation()
    return made


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
