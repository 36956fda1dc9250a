"""Every evaluation that the material on this machine allows: python eval/run.py [DATA].

DATA is the folder of public sets (default: shared/data beside the project). A set that is not there is
named and left out. Exit 1 where a figure is below its floor in eval/floors.toml.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent

# Scorer → what it needs below DATA.
SCORERS: tuple[tuple[str, str], ...] = (
    ("attribution.py", "attribution"),
    ("quantities.py", "quantities/development_list.json"),
    ("quantities.py", "quantities/measeval"),
    ("times.py", "time/development_list.json"),
    ("times.py", "time/wikiwars_en"),
    ("times.py", "time/wikiwars_uk"),
    ("times.py", "time/meantime_en"),
    ("entities.py", "names_ner/factrueval"),
    ("entities.py", "names_ner/ner_uk"),
    ("entities.py", "time/meantime_en"),
    ("names.py", "names"),
    ("copies.py", "telegram"),
)


def main() -> None:
    """The command line above."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parents[1] / "shared" / "data"
    below = 0
    for scorer, needs in SCORERS:
        print(f"\n== {scorer} on {needs}", flush=True)
        if not (data / needs).exists():
            print("   not on this machine; left out")
            continue
        below += subprocess.run([sys.executable, HERE / scorer, data / needs], check=False).returncode != 0
    sys.exit(bool(below))


if __name__ == "__main__":
    main()
