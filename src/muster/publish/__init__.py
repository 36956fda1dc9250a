"""Findings in, files out: the dossier, the open export, tables."""

from __future__ import annotations

from muster.publish.answers import answer_lines, answer_rows, move_rows
from muster.publish.dossier import dossier, write_dossier
from muster.publish.evidence import Evidence
from muster.publish.export import export_jsonl
from muster.publish.plots import write_plots
from muster.publish.plots_lists import write_total_plots
from muster.publish.tables import TABLES, csv_cell, rows_as, tables
from muster.publish.totals import total_lines, total_record, total_rows, total_sentence

__all__ = [
    "TABLES", "Evidence", "answer_lines", "answer_rows", "csv_cell", "dossier", "export_jsonl", "move_rows",
    "rows_as", "tables", "total_lines", "total_record", "total_rows", "total_sentence", "write_dossier",
    "write_plots", "write_total_plots",
]  # fmt: skip
