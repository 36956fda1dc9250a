"""A small made-up investigation, written to a folder."""

from __future__ import annotations

from pathlib import Path

STORY = """Drivers of the Oskel depot stay at home
2031-04-03
https://news.meridian.example/oskel-depot

At least 40 drivers of the Oskel depot have refused to go back across the river, said Vera Tamlin, the \
head of the Open Register, which collects public reports.

"We have spoken to twelve of them, and none was prosecuted so far," Tamlin told Channel Nine.

The transport office denied that anybody had refused.
"""

COPY = (
    STORY.replace("news.meridian", "wire.lantern")
    .replace("At least 40", "At least 60")
    .replace("04-03", "04-05")
)

RUSSIAN = """Водители депо Оскель остаются дома
2031-04-04

Не менее 40 водителей депо Оскель отказались возвращаться, заявила Вера Тамлин, глава «Открытого реестра».

«Мы говорили с двенадцатью из них», — сказала Тамлин.
"""


def write(folder: Path) -> Path:
    """The folder with its papers; two good ones of one story, one in Russian, one empty."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a-story.txt").write_text(STORY, "utf-8")
    (folder / "b-copy.txt").write_text(COPY, "utf-8")
    (folder / "c-russian.txt").write_text(RUSSIAN, "utf-8")
    (folder / "d-empty.txt").write_bytes(b"")
    return folder


def write_many(folder: Path, number: int) -> Path:
    """``number`` files, so that a run takes long enough to be killed in the middle."""
    write(folder)
    for index in range(number):
        text = (
            STORY.replace("40", str(40 + index)).replace("twelve", f"{index + 3}") + f"\nNote {index}.\n" * 20
        )
        (folder / f"many-{index:04d}.txt").write_text(text, "utf-8")
    return folder
