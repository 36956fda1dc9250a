"""Strings in, time expressions out, as they are written; and the days of a calendar."""
