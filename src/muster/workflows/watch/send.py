"""Alerts out of the project, on this machine: a feed file for any reader, and a command of the team's own."""

from __future__ import annotations

import json
import os
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from xml.sax.saxutils import escape

from muster.model.errors import Refused
from muster.model.watch import Alert
from muster.store import Store

_SECONDS = 30.0
_TITLES = {
    "changed": "A page changed", "vanished": "Something vanished", "returned": "Something is there again",
    "silent": "No answer", "number": "A number moved", "origin": "A new origin", "name": "A name of the list",
}  # fmt: skip


def atom(alerts: Sequence[Alert], project: str, title: str) -> str:
    """An Atom feed (RFC 4287) of alerts, the newest first; no link in it leads anywhere."""
    updated = alerts[0].at if alerts else "1970-01-01T00:00:00+00:00"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_xml(title)}</title><id>urn:muster:{_xml(project)}</id><updated>{_xml(updated)}</updated>",
        "<author><name>muster watch</name></author>",
    ]
    for each in alerts:
        about = f" ({each.record})" if each.record else ""
        lines.append(
            f"<entry><id>urn:muster:{_xml(each.id)}</id><title>{_TITLES[each.kind]}</title>"
            f"<updated>{_xml(each.at)}</updated><category term={json.dumps(each.kind)}/>"
            f'<content type="text">{_xml(each.words + about)}</content></entry>'
        )
    return "\n".join([*lines, "</feed>", ""])


def write_atom(store: Store, path: Path, title: str) -> None:
    """The feed file, whole or not at all, for its owner only."""
    draft = path.with_name(path.name + ".new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(atom(store.alerts(), store.project().id, title))
    draft.replace(path)


def hand_over(store: Store, command: Sequence[str]) -> int:
    """Give each alert that was not given yet to ``command``, as JSON on its stdin; how many.

    No shell reads anything of it. An alert is noted as given once the command ended well: where the machine
    stops in between it is given again, with the same id. Raises Refused where the command fails.
    """
    waiting = store.alerts(limit=1000, unsent=True)
    for each in waiting:
        try:
            subprocess.run(
                list(command), input=json.dumps(asdict(each), ensure_ascii=False).encode(), timeout=_SECONDS,
                check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as error:
            raise Refused(
                f"the alert command failed ({type(error).__name__})",
                record=command[0],
                next_step="mend it; alerts that it was not given are kept and given the next time",
            ) from error
        store.alert_sent(each.id)
    return len(waiting)


def _xml(words: str) -> str:
    # What a page says of itself may hold what XML forbids, or what turns a line round.
    return escape("".join("�" if unicodedata.category(c) in ("Cc", "Cs", "Cf", "Cn") else c for c in words))


__all__ = ["atom", "hand_over", "write_atom"]
