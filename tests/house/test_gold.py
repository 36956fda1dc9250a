"""The gold says exactly where its words stand, and its faults are named."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]

TEXT = '''language = "en"
genre = "news"
published = "2031-04-12"
text = """
The mayor said the bridge was shut. The clerk, however, said 12 cars had crossed it on Monday.
"""
'''


@pytest.fixture(scope="module")
def gold() -> ModuleType:
    """The loader, which stands beside the package and not in it."""
    spec = importlib.util.spec_from_file_location("muster_gold", ROOT / "eval" / "gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _write(folder: Path, tables: str, name: str = "en/one.toml", head: str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + tables, "utf-8")
    return path


def test_words_become_exact_offsets(gold: ModuleType, tmp_path: Path) -> None:
    """Every pointer becomes the offsets of its words, and @n chooses the place."""
    _write(
        tmp_path,
        '[[attribution]]\ncontent = ["12 cars had crossed it on Monday"]\ncue = "said@2"\n'
        'source = "The clerk"\nspeaker = "The clerk"\ntype = "indirect"\n'
        '[[quantity]]\nwords = "12"\nlow = 12\nhigh = 12\nwhat = "cars"\n'
        '[[time]]\nwords = "Monday"\ntype = "DATE"\nvalue = "2031-04-07"\n'
        'first = "2031-04-07"\nlast = "2031-04-07"\n',
    )
    [document] = gold.load(tmp_path)
    assert document.id == "en/one"
    [said] = document.attributions
    pointers = [*said.content, said.cue, said.source, document.quantities[0].words, document.times[0].words]
    assert [document.text[p.start : p.stop] for p in pointers] == [p.words for p in pointers]
    assert said.cue.start == document.text.rindex("said")
    assert document.times[0].first == document.times[0].last
    assert (said.how, said.act, said.stance, said.basis) == ("explicit", "say", "asserted", "unknown")


def test_words_are_whole_words(gold: ModuleType) -> None:
    """A short word is not found inside a longer one, in either alphabet."""
    assert gold.find("the hen said he ran", "he").start == 13
    assert gold.find("1,200 and 12", "12").start == 10
    assert gold.find("они и он", "он").start == 6


_CLERK = '[[attribution]]\ncontent = ["12 cars had crossed it"]\nspeaker = "The clerk"\n'


@pytest.mark.parametrize(
    ("tables", "fault"),
    [
        ('[[quantity]]\nwords = "13"\nlow = 13\n', "quantity 1: words: not in the text: '13'"),
        (_CLERK + 'cue = "said"\n', "attribution 1: cue: stands 2 times, say which with @n"),
        (_CLERK + 'cue = "said@3"\n', "attribution 1: cue: stands 2 times: 'said@3'"),
        (_CLERK + 'mood = "calm"\n', "attribution 1: unknown field 'mood'"),
        (_CLERK + 'type = "oblique"\n', "attribution 1: type 'oblique' is none of direct"),
        (_CLERK + 'inside = "a9"\n', "attribution 1: inside 'a9' names no other attribution"),
        (_CLERK + 'id = "a1"\ninside = "a1"\n', "attribution 1: inside 'a1' names no other attribution"),
        (
            _CLERK + 'id = "a1"\n[[attribution]]\ncontent = ["the bridge was shut"]\n'
            'speaker = "The mayor"\ninside = "a1"\n',
            "attribution 2: its content does not stand in that of 'a1'",
        ),
        ("[[attribution]]\ncontent = []\n", "attribution 1: content is missing"),
        ('[[quantity]]\nwords = "12"\nlow = 13\nhigh = 12\n', "quantity 1: low 13 > high 12"),
        ('[[quantity]]\nwords = "12"\n', "quantity 1: neither bounds nor vague"),
        ('[[quantity]]\nwords = "12"\nlow = true\n', "quantity 1: low: True is of another kind"),
        (
            '[[time]]\nwords = "Monday"\ntype = "DATE"\nvalue = "2031-04-07"\n'
            'first = "2031-04-08"\nlast = "2031-04-07"\n',
            "time 1: first 2031-04-08 > last 2031-04-07",
        ),
        ('[[time]]\nwords = "Monday"\ntype = "DATE"\nvalue = "Monday"\n', "no TIMEX3 value"),
        ('[[time]]\nwords = "Monday"\ntype = "SET"\nvalue = "P1W"\nfirst = "2031-04-07"\n', "has no first"),
        ('[[trap]]\nwords = "Monday"\nkind = "time"\n', "trap 1: why is missing"),
        (
            '[[event]]\nwords = "was shut"\nrank = 2\n[[event]]\nwords = "had crossed"\nrank = 1\n',
            "event 2: rank lower",
        ),
    ],
)
def test_a_fault_is_found_and_named(
    gold: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str], tables: str, fault: str
) -> None:
    """Each fault is one line that names file, table and field, and the check ends with 1."""
    path = _write(tmp_path, tables)
    assert gold.check([path], tmp_path) == 1
    assert [line for line in capsys.readouterr().out.splitlines() if fault in line] != []
    with pytest.raises(gold.GoldFault, match=r"en/one\.toml"):
        gold.load(tmp_path)


@pytest.mark.parametrize("bare", ["language =\n", 'language = "en"\n'])
def test_a_file_without_text_is_a_fault(gold: ModuleType, tmp_path: Path, bare: str) -> None:
    """A file that is no TOML or has no text is named, not passed over."""
    document, faults = gold.read(_write(tmp_path, "", head=bare), tmp_path)
    assert document is None
    assert all(line.startswith("en/one.toml: ") for line in faults)
    assert faults


@pytest.mark.parametrize(
    "value",
    [
        *("2031", "2031-04", "XXXX-04-12", "2031-W15", "2031-W15-WE", "2031-SP", "203", "2031-04-12TMO"),
        *("2031-04-12T06:30", "T07:15", "P3D", "PT20M", "P1Y6M", "PXM", "P2DE", "PAST_REF", "2031-Q1"),
    ],
)
def test_values_of_times_are_those_of_timex3(gold: ModuleType, tmp_path: Path, value: str) -> None:
    """Calendar dates, parts of days and years, durations and references are values."""
    path = _write(tmp_path, f'[[time]]\nwords = "Monday"\ntype = "DATE"\nvalue = "{value}"\n')
    assert gold.read(path, tmp_path)[1] == []


def test_the_gold_kept_here_is_sound(gold: ModuleType) -> None:
    """Every file of the gold is free of faults, and no document stands twice."""
    documents = gold.load() + gold.load_narratives()
    assert len({d.text for d in documents}) == len(documents)
