"""The benches: named inputs, whole commands as separate processes, medians of several runs, machine noted.

    python bench/run.py                       all that need no material from outside
    python bench/run.py articles morning      some
    python bench/run.py telegram --telegram FOLDER_OF_POSTS
    python bench/run.py --write               also pin the figures in bench/results.json

Figures are for comparing on one machine; none of them is a timed test.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import log
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import generate  # noqa: E402  (bench/ is a folder of scripts, not a package)

Figures = dict[str, float]


@dataclass(frozen=True)
class Cost:
    """One finished command: seconds of wall and processor time, peak memory of its largest process."""

    wall: float
    cpu: float
    peak_mib: float


def timed(*arguments: str | Path, env: dict[str, str] | None = None) -> Cost:
    """Run ``muster`` with the arguments and account for it and all its children."""
    before = os.times()
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "muster", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
    )
    _pid, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"muster {arguments[0]} ended with {child.returncode}")
    after = os.times()
    cpu = (after.children_user - before.children_user) + (after.children_system - before.children_system)
    return Cost(time.perf_counter() - start, cpu, usage.ru_maxrss / 1024)


def _fresh(work: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=work)) / "bench.db"


def bench_articles(work: Path, _given: argparse.Namespace) -> Figures:
    """Articles of about 4,000 characters, one core: documents a second of the whole run, share of reading."""
    folder = work / "articles"
    number = 1000
    generate.articles(folder, number, 4000)
    project = _fresh(work)
    stages = {
        "take": timed("take", folder, "-p", project, "--cores", "1"),
        "read": timed("read", "-p", project, "--cores", "1"),
        "link": timed("link", "-p", project, "--cores", "1"),
        "count": timed("count", "-p", project, "--cores", "1"),
        "dossier": timed("export", "dossier", project.with_suffix(".html"), "-p", project),
    }
    whole = timed("run", folder, "-p", _fresh(work), "--cores", "1")
    text = sum(f.stat().st_size for f in folder.rglob("*.txt"))
    return {
        "documents a second, whole run, one core": number / whole.wall,
        "share of reading": stages["read"].wall / sum(c.wall for c in stages.values()),
        **{f"seconds, {name}": cost.wall for name, cost in stages.items()},
        "peak MiB": whole.peak_mib,
        "project file / text": project.stat().st_size / text,
    }


def bench_cores(work: Path, _given: argparse.Namespace) -> Figures:
    """The read stage on one core and on two, 1,000 articles: a worker's start costs about a second."""
    folder = work / "cores"
    generate.articles(folder, 1000, 4000)
    ratios = []
    for _ in range(3):
        costs = []
        for cores in ("1", "2"):
            project = _fresh(work)
            timed("take", folder, "-p", project)
            costs.append(timed("read", "-p", project, "--cores", cores).wall)
        ratios.append(costs[0] / costs[1])
    return {"read on two cores, times one": statistics.median(ratios)}


def bench_morning(work: Path, _given: argparse.Namespace) -> Figures:
    """A morning's intake, 400 posts and 6 articles, to the finished dossier."""
    folder = work / "morning"
    generate.posts(folder / "posts", 400)
    generate.articles(folder / "articles", 6, 4000)
    walls = [timed("run", folder, "-p", _fresh(work)).wall for _ in range(3)]
    return {"seconds to the dossier (median of 3)": statistics.median(walls)}


def bench_again(work: Path, _given: argparse.Namespace) -> Figures:
    """A second run on unchanged input."""
    folder = work / "again"
    generate.articles(folder, 300, 4000)
    project = _fresh(work)
    first = timed("run", folder, "-p", project)
    before = project.stat().st_mtime_ns, project.stat().st_size
    second = timed("run", folder, "-p", project)
    wrote = (project.stat().st_mtime_ns, project.stat().st_size) != before
    return {"second run / first": second.wall / first.wall, "second run wrote (0 is no)": float(wrote)}


def bench_growth(work: Path, given: argparse.Namespace) -> Figures:
    """Cost from 1,000 to ``--most`` generated posts of 400 characters; exponent of processor time."""
    figures: Figures = {}
    points = []
    number = 1000
    while number <= given.most:
        folder = work / f"growth-{number}"
        generate.posts(folder, number)
        project = _fresh(work)
        cost = timed("run", folder, "-p", project)
        text = sum(f.stat().st_size for f in folder.rglob("*.json"))
        points.append((log(number), log(cost.cpu)))
        figures[f"cpu seconds, {number:,} posts"] = cost.cpu
        figures[f"wall seconds, {number:,} posts"] = cost.wall
        figures[f"peak MiB, {number:,} posts"] = cost.peak_mib
        figures[f"project file / text, {number:,} posts"] = project.stat().st_size / text
        number *= 10
    if len(points) > 1:
        (x0, y0), (x1, y1) = points[0], points[-1]
        figures["exponent of cost"] = (y1 - y0) / (x1 - x0)
    return figures


def bench_telegram(work: Path, given: argparse.Namespace) -> Figures:
    """Posts of many channels kept on this machine, named with --telegram."""
    if given.telegram is None:
        return {}
    cost = timed("run", given.telegram, "-p", _fresh(work))
    return {"wall seconds": cost.wall, "cpu seconds": cost.cpu, "peak MiB": cost.peak_mib}


def bench_help(_work: Path, _given: argparse.Namespace) -> Figures:
    """``muster --help``."""
    return {"seconds (median of 5)": statistics.median(timed("--help").wall for _ in range(5))}


def bench_vault(work: Path, _given: argparse.Namespace) -> Figures:
    """The vault: unlocking, 1,000 people in 1,000,000 characters, inserts beside plain SQLite."""
    import vault_bench

    return vault_bench.figures(work)


def bench_desk(work: Path, _given: argparse.Namespace) -> Figures:
    """The desk on 100,000 documents and 1,000,000 claims: pages, search, decisions, memory."""
    import desk

    return desk.figures(work)


def bench_watch(work: Path, _given: argparse.Namespace) -> Figures:
    """500 watched feeds of 500 hosts, none of which changed."""
    import watch

    return watch.figures(work)


def bench_cases(work: Path, _given: argparse.Namespace) -> Figures:
    """Casework, encrypted: lists at 10,000 cases of eight steps and 10,000 questions."""
    import cases_bench

    return cases_bench.figures(work)


BENCHES: dict[str, Callable[[Path, argparse.Namespace], Figures]] = {
    "help": bench_help,
    "morning": bench_morning,
    "articles": bench_articles,
    "cores": bench_cores,
    "again": bench_again,
    "growth": bench_growth,
    "telegram": bench_telegram,
    "vault": bench_vault,
    "desk": bench_desk,
    "watch": bench_watch,
    "cases": bench_cases,
}


def _run(names: list[str], given: argparse.Namespace) -> Iterator[tuple[str, Figures]]:
    for name in names:
        with tempfile.TemporaryDirectory(prefix="muster-bench-") as folder:
            figures = BENCHES[name](Path(folder), given)
        if figures:
            print(f"\n{name}: {BENCHES[name].__doc__ or ''}", flush=True)
            for what, value in figures.items():
                print(f"  {what:<48} {value:>12,.3f}", flush=True)
            yield name, figures


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], default=[])
    parser.add_argument("--telegram", type=Path)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(machine)
    results = dict(_run(given.names or list(BENCHES), given))
    if given.write:
        kept = HERE / "results.json"
        old = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        new = {name: {k: round(v, 3) for k, v in figures.items()} for name, figures in results.items()}
        kept.write_text(
            json.dumps({**old, "machine": machine, **new}, indent=1, ensure_ascii=False) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
