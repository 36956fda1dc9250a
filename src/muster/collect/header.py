"""The lines above a plain text that say what it is: headline, date, address, or an interview's card.

They are read as metadata and stay in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from muster.text.card import CARD_KEYS, CARD_LINE, TELLING

_LOOK = 4000  # characters; a header is short
_LINES = 6
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января січня январь січень",
            "february feb февраля лютого февраль лютий",
            "march mar марта березня март березень",
            "april apr апреля квітня апрель квітень",
            "may мая травня май травень",
            "june jun июня червня июнь червень",
            "july jul июля липня июль липень",
            "august aug августа серпня август серпень",
            "september sep sept сентября вересня сентябрь вересень",
            "october oct октября жовтня октябрь жовтень",
            "november nov ноября листопада ноябрь листопад",
            "december dec декабря грудня декабрь грудень",
        ),
        1,
    )
    for name in names.split()
}
_LABEL = re.compile(
    r"(?i)^(?:published|posted|date|updated|опубликовано|опубліковано|дата(?: публикации| публікації)?)"
    r"\s*(?:on\s+)?:?\s+"
)
_ISO = re.compile(
    r"(\d{4})[-/.](\d{2})[-/.](\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(?:в\s+|о\s+)?(\d{1,2}):(\d{2}))?")
_TIME = r"(?:,?\s+(?:at\s+|в\s+|о\s+)?(\d{1,2})[:.](\d{2}))?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,?\s+)?"
_DAY_MONTH = re.compile(
    _WEEKDAY
    + r"(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]{3,9})\.?,?\s+(\d{4})(?:\s*(?:года|року|г\.?|р\.?))?"
    + _TIME
)
_MONTH_DAY = re.compile(_WEEKDAY + r"([^\W\d_]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})" + _TIME)
_URL = re.compile(r"https?://[^\s<>\"]{3,2000}")
_BYLINE = re.compile(r"(?i)^(?:by|автор|авторка|текст)\s*:?\s+(\S.{2,100})$")
_YES = frozenset({"yes", "true", "1", "да", "так"})
_KINDS = frozenset({"outlet", "channel", "sender", "interview", "feed", "archive", "file", "unknown"})


@dataclass(frozen=True, slots=True)
class Header:
    """What the leading lines say. ``source``: a name, from the card or the address's host."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None
    source: str | None = None
    kind: str | None = None
    protected: bool = False
    losses: tuple[str, ...] = ()


def read_header(body: str) -> Header:
    """Headline, date line, address line and byline at the top of ``body``; or an interview's card.

    A headline counts only where a date or address line follows it, so the first sentence of a text
    without a header is never taken for one.
    """
    lines = [line.strip() for line in body[:_LOOK].splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    if not lines:
        return Header()
    return _card(lines) or _news(lines)


def parse_date(line: str) -> str | None:
    """ISO 8601 of a line that is nothing but a date (with a time, perhaps), else None.

    ``20220603``, ``2022-06-03 10:00``, RFC 2822, ``3 June 2022``, ``June 3, 2022``,
    «3 июня 2022 года», «3 червня 2022», ``03.06.2022``. Slashed forms are left alone: which number
    is the day, nobody said.
    """
    if not 6 <= len(line) <= 80:
        return None
    text = _LABEL.sub("", line).strip()
    try:
        return _numbers(text) or _words(text) or _mail_date(text)
    except (ValueError, OverflowError):
        return None


def host_of(url: str | None) -> str | None:
    """The host of an address without ``www.``, ``m.`` or ``amp.``: an outlet's name for want of a better."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) or None


def _numbers(text: str) -> str | None:
    if m := _PACKED.fullmatch(text):
        return date(int(m[1]), int(m[2]), int(m[3])).isoformat()
    if m := _ISO.fullmatch(text):
        day = date(int(m[1]), int(m[2]), int(m[3])).isoformat()
        if m[4] is None:
            return day
        zone = {"Z": "+00:00", "UTC": "+00:00", None: ""}.get(m[7], m[7] or "")
        zone = zone if ":" in zone or not zone else f"{zone[:3]}:{zone[3:]}"
        stamp = f"{day}T{m[4]}:{m[5]}:{m[6] or '00'}{zone}"
        datetime.fromisoformat(stamp)
        return stamp
    if m := _DOTTED.fullmatch(text):
        return _stamp(int(m[3]), int(m[2]), int(m[1]), m[4], m[5])
    return None


def _words(text: str) -> str | None:
    if m := _DAY_MONTH.fullmatch(text):
        month = _MONTHS.get(m[2].lower())
        return _stamp(int(m[3]), month, int(m[1]), m[4], m[5]) if month else None
    if m := _MONTH_DAY.fullmatch(text):
        month = _MONTHS.get(m[1].lower())
        return _stamp(int(m[3]), month, int(m[2]), m[4], m[5]) if month else None
    return None


def _stamp(year: int, month: int, day: int, hour: str | None, minute: str | None) -> str:
    when = date(year, month, day).isoformat()
    if hour is None or minute is None:
        return when
    # No zone was written, so none is given.
    return f"{when}T{datetime(year, month, day, int(hour), int(minute)):%H:%M:%S}"


def _mail_date(text: str) -> str | None:
    if not re.match(r"(?:[A-Z][a-z]{2},\s*)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}", text):
        return None
    when = parsedate_to_datetime(text)
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).isoformat()


def _news(lines: list[str]) -> Header:
    title = published = url = author = None
    for place, line in enumerate([line for line in lines if line][:_LINES]):
        if published is None and (when := parse_date(line)):
            published = when
        elif url is None and (link := _URL.fullmatch(line)):
            url = link.group()
        elif author is None and place > 0 and (by := _BYLINE.match(line)):
            author = by.group(1).strip()
        elif place == 0 and len(line) <= 300:
            title = line
        else:
            break
    if published is None and url is None:
        return Header()
    return Header(title, published, url, author, host_of(url))


def _card(lines: list[str]) -> Header | None:
    fields: dict[str, str] = {}
    # In an office file each line is a paragraph, so empty lines stand between them.
    for line in [line for line in lines if line][: len(CARD_KEYS) + 1]:
        found = CARD_LINE.match(line)
        if not found:
            break
        fields.setdefault(found.group(1).lower(), found.group(2).strip())
    if not fields.keys() & TELLING:
        return None
    kind = fields.get("kind", "").lower()
    losses = () if kind in _KINDS or not kind else (f"'kind: {kind}' is none of {', '.join(sorted(_KINDS))}",)
    return Header(
        title=fields.get("title") or None,
        published=parse_date(fields.get("date", "")) or _part_of_date(fields.get("date", "")),
        url=fields.get("url") or None,
        author=fields.get("author") or None,
        source=fields.get("source") or host_of(fields.get("url")),
        kind=kind if kind in _KINDS else None,
        protected=_protected(fields, kind),
        losses=losses,
    )


def _protected(fields: dict[str, str], kind: str) -> bool:
    # An interview is protected unless the card says outright that it is not.
    said = fields.get("protected", "").lower()
    return said in _YES or (kind == "interview" and not said)


def _part_of_date(text: str) -> str | None:
    return text if re.fullmatch(r"(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?", text) else None


__all__ = ["Header", "host_of", "parse_date", "read_header"]
