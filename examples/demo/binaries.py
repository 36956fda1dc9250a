# ruff: noqa: E501 (posts and attributes read better whole)
"""The papers that are not plain text: office files, PDF, scans, mail, archives, tables, channels."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from pathlib import Path

# Compressed or drawn: another version of a library may write other bytes for the same page.
DRAWN = (".eml", ".png", ".pdf", ".docx", ".odt", ".xlsx", ".gz", ".zip")
_STAMP = (2019, 6, 30, 12, 0, 0)
_FACE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _steady(data: bytes) -> bytes:
    """An office file again, without the clock of the machine that made it."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        members = {n: z.read(n) for n in z.namelist()}
    for name in ("docProps/core.xml", "meta.xml"):
        if name in members:
            members[name] = re.sub(rb"20\d\d-\d\d-\d\dT[\d:.]+Z?", b"2019-06-30T12:00:00Z", members[name])
    return _zip(members)


def make_docx(fields: dict[str, str], body: str) -> bytes:
    """A Word file: ``# `` heads a section, lines with ``|`` are rows of a table."""
    from docx import Document

    page = Document()
    page.core_properties.author = fields["author"]
    page.core_properties.title = fields["title"]
    page.core_properties.created = page.core_properties.modified = datetime.fromisoformat(fields["date"])
    page.add_heading(fields["title"], 0)
    for block in body.split("\n\n"):
        if block.startswith("# "):
            page.add_heading(block[2:], 1)
        elif "|" in block:
            rows = [[c.strip() for c in line.split("|")] for line in block.splitlines()]
            table = page.add_table(len(rows), len(rows[0]))
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    table.cell(r, c).text = cell
        else:
            page.add_paragraph(block)
    out = io.BytesIO()
    page.save(out)
    return _steady(out.getvalue())


def make_odt(fields: dict[str, str], body: str) -> bytes:
    """An OpenDocument text."""
    from odf import dc, meta
    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    page = OpenDocumentText()
    page.meta.addElement(dc.Title(text=fields["title"]))
    page.meta.addElement(dc.Creator(text=fields["author"]))
    page.meta.addElement(meta.CreationDate(text=fields["date"]))
    page.text.addElement(H(outlinelevel=1, text=fields["title"]))
    for block in body.split("\n\n"):
        page.text.addElement(H(outlinelevel=2, text=block[2:]) if block.startswith("# ") else P(text=block))
    out = io.BytesIO()
    page.write(out)
    return _steady(out.getvalue())


def make_pdf(fields: dict[str, str], body: str) -> bytes:
    """A report with a text layer: headings, paragraphs, tables, page numbers, a running head."""
    import reportlab
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

    fonts = Path(reportlab.__file__).parent / "fonts"
    pdfmetrics.registerFont(TTFont("Vera", fonts / "Vera.ttf"))
    pdfmetrics.registerFont(TTFont("VeraBd", fonts / "VeraBd.ttf"))
    text = ParagraphStyle("text", fontName="Vera", fontSize=9.5, leading=14, spaceAfter=7)
    head = ParagraphStyle("head", fontName="VeraBd", fontSize=12, leading=18, spaceBefore=9, spaceAfter=5)
    title = ParagraphStyle("title", fontName="VeraBd", fontSize=17, leading=22, spaceAfter=12)

    def edge(canvas: object, doc: object) -> None:
        canvas.setFont("Vera", 7)  # type: ignore[attr-defined]
        canvas.drawString(60, 30, f"{fields['author']} · {fields['title']}")  # type: ignore[attr-defined]
        canvas.drawRightString(535, 30, f"{doc.page}")  # type: ignore[attr-defined]

    flow: list[object] = [
        Paragraph(fields["title"], title),
        Paragraph(f"{fields['author']}, {fields['shown']}", text),
    ]
    for block in body.split("\n\n"):
        if block.startswith("# "):
            flow.append(Paragraph(block[2:], head))
        elif "|" in block:
            rows = [[c.strip() for c in line.split("|")] for line in block.splitlines()]
            flow += [
                Table(
                    rows,
                    style=[
                        ("FONT", (0, 0), (-1, -1), "Vera", 8.5),
                        ("FONT", (0, 0), (-1, 0), "VeraBd", 8.5),
                        ("GRID", (0, 0), (-1, -1), 0.3, "grey"),
                    ],
                ),
                Spacer(1, 10),
            ]
        else:
            flow.append(Paragraph(block, text))
    out = io.BytesIO()
    made = SimpleDocTemplate(
        out,
        pagesize=A4,
        title=fields["title"],
        author=fields["author"],
        invariant=1,
        leftMargin=60,
        rightMargin=60,
    )
    made.build(flow, onFirstPage=edge, onLaterPages=edge)
    # With ``invariant`` reportlab prints the year 2000; the report has a date of its own.
    when = f"D:{fields['date'].replace('-', '')}090000+00'00'".encode()
    return re.sub(rb"D:2000\d{10}\+00'00'", when, out.getvalue())


def can_draw() -> bool:
    """Whether this machine has the typeface of the scanned pages (Debian: fonts-dejavu-core)."""
    return _FACE.exists()


def _page_image(fields: dict[str, str], body: str) -> object:
    """A typed page as a scanner sees it: a little turned, a little dirty."""
    from PIL import Image, ImageDraw, ImageFont

    chance = random.Random(fields["out"])
    page = Image.new("L", (1654, 2339), 250)
    pen, y = ImageDraw.Draw(page), 190
    font = ImageFont.truetype(str(_FACE), 32)
    for line in body.split("\n"):
        x = 150.0
        for letter in line:
            # A worn typewriter does not strike every letter on the same height.
            pen.text((x, y + chance.choice((0, 0, 0, 1))), letter, font=font, fill=chance.randint(20, 60))
            x += font.getlength(letter) + 2
        y += 54
    for _ in range(900):
        pen.point((chance.randrange(1654), chance.randrange(2339)), chance.randint(90, 200))
    turned = page.rotate(float(fields.get("turn", "0.4")), resample=Image.Resampling.BICUBIC, fillcolor=250)
    return turned.quantize(8)


def make_scan(fields: dict[str, str], body: str) -> bytes:
    """A scanned page as a picture."""
    out = io.BytesIO()
    _page_image(fields, body).save(out, "PNG", optimize=True, dpi=(200, 200))  # type: ignore[attr-defined]
    return out.getvalue()


def make_scan_pdf(fields: dict[str, str], body: str) -> bytes:
    """A scanned page in a PDF, without a text layer."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1)
    canvas.drawImage(ImageReader(_page_image(fields, body).convert("L")), 0, 0, *A4)  # type: ignore[attr-defined]
    canvas.save()
    return out.getvalue()


def make_mail(fields: dict[str, str], body: str) -> bytes:
    """A letter; its attachment is put in by ``pack``."""
    return body.encode()


MAKERS = {
    "docx": make_docx,
    "odt": make_odt,
    "pdf": make_pdf,
    "scan": make_scan,
    "scan-pdf": make_scan_pdf,
    "mail": make_mail,
}


def pack(pages: dict[str, bytes], fields: dict[str, dict[str, str]]) -> dict[str, bytes]:
    """Papers whose name holds ``!/`` go into their archive, letters get their attachment."""
    loose = {n: d for n, d in pages.items() if "!/" not in n}
    boxes: dict[str, dict[str, bytes]] = {}
    for name, data in sorted(pages.items()):
        if "!/" in name:
            box, _, member = name.partition("!/")
            boxes.setdefault(box, {})[member] = data
    for box, members in boxes.items():
        loose[box] = (
            _zip(members)
            if box.endswith(".zip")
            else _warc(members, {m: fields[f"{box}!/{m}"] for m in members})
        )
    for name, data in list(loose.items()):
        if name.endswith(".eml"):
            loose[name] = _mail(fields[name], data.decode(), pages)
    return {n: d for n, d in loose.items() if fields.get(n, {}).get("only-attached") != "yes"}


def _mail(fields: dict[str, str], body: str, pages: dict[str, bytes]) -> bytes:
    letter = EmailMessage()
    for key in ("From", "To", "Subject", "Date", "Message-ID"):
        letter[key] = fields[key.lower()]
    letter.set_content(body)
    if "attach" in fields:
        name = fields["attach"]
        word = "vnd.openxmlformats-officedocument.wordprocessingml.document"
        letter.add_attachment(pages[name], "application", word, filename=name.rsplit("/", 1)[-1])
        letter.set_boundary("muster-demo-boundary")
    return letter.as_bytes()


def _warc(members: dict[str, bytes], fields: dict[str, dict[str, str]]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (name, data) in enumerate(sorted(members.items()), 1):
        http = StatusAndHeaders(
            "200 OK",
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(data)))],
            protocol="HTTP/1.1",
        )
        fixed = {
            "WARC-Date": fields[name]["captured"],
            "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{number:012d}>",
        }
        record = writer.create_warc_record(
            fields[name]["url"],
            "response",
            payload=io.BytesIO(data),
            http_headers=http,
            warc_headers_dict=fixed,
        )
        writer.write_record(record)
    return out.getvalue()


def tables(sources: Path) -> dict[str, bytes]:
    """The CSV, the workbook and the feed."""
    from openpyxl import Workbook

    rows = list(csv.reader((sources / "hotline.csv").read_text("utf-8").splitlines()))
    book = Workbook()
    sheet = book.active
    sheet.title = "hotline"
    for row in rows:
        sheet.append([int(c) if c.isdigit() else c for c in row])
    out = io.BytesIO()
    book.save(out)
    return {
        "reports/incidents.csv": (sources / "incidents.csv").read_bytes(),
        "reports/hotline.xlsx": _steady(out.getvalue()),
        "feeds/harbour-wire.xml": (sources / "feed.xml").read_bytes(),
    }


_POST = re.compile(r"^=== (.+)$", re.MULTILINE)
_PIECE = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)|\*\*(.+?)\*\*|(https?://\S+)|(#\w+)|(@\w{4,})")


def read_posts(path: Path) -> tuple[dict[str, str], list[tuple[dict[str, str], str]]]:
    """A channel and its posts from a ``.posts`` file (``=== id=… | date=… | key=value`` heads a post)."""
    top, *rest = _POST.split(path.read_text("utf-8"))
    channel = dict(line.split(": ", 1) for line in top.strip().splitlines())
    posts = []
    for head, text in zip(rest[::2], rest[1::2], strict=True):
        posts.append((dict(part.split("=", 1) for part in head.split(" | ")), text.strip("\n")))
    return channel, posts


def _pieces(text: str) -> list[dict[str, str]]:
    pieces, at = [], 0
    for m in _PIECE.finditer(text):
        if m.start() > at:
            pieces.append({"type": "plain", "text": text[at : m.start()]})
        if m[1]:
            pieces.append({"type": "text_link", "text": m[1], "href": m[2]})
        else:
            kind = "bold" if m[3] else "link" if m[4] else "hashtag" if m[5] else "mention"
            pieces.append({"type": kind, "text": m[3] or m[0]})
        at = m.end()
    return [*pieces, {"type": "plain", "text": text[at:]}] if at < len(text) else pieces


def _desktop(channel: dict[str, str], posts: list[tuple[dict[str, str], str]]) -> bytes:
    local = timezone(timedelta(hours=3))
    messages = []
    for head, text in posts:
        when = datetime.fromisoformat(head["date"])
        message: dict[str, object] = {
            "id": int(head["id"]),
            "type": "service" if "action" in head else "message",
            "date": when.astimezone(local).strftime("%Y-%m-%dT%H:%M:%S"),
            "date_unixtime": str(int(when.timestamp())),
        }
        if "edited" in head:
            changed = datetime.fromisoformat(head["edited"])
            message |= {
                "edited": changed.astimezone(local).strftime("%Y-%m-%dT%H:%M:%S"),
                "edited_unixtime": str(int(changed.timestamp())),
            }
        if "action" in head:
            message |= {
                "actor": channel["name"],
                "actor_id": f"channel{channel['id']}",
                "action": head["action"],
                "title": channel["name"],
                "text": "",
                "text_entities": [],
            }
            messages.append(message)
            continue
        message |= {"from": channel["name"], "from_id": f"channel{channel['id']}"}
        if "forwarded" in head:
            message["forwarded_from"] = head["forwarded"]
        if "reply" in head:
            message["reply_to_message_id"] = int(head["reply"])
        if "photo" in head:
            message |= {
                "photo": "(File not included. Change data exporting settings to download.)",
                "width": 1280,
                "height": 960,
            }
        pieces = _pieces(text.replace("␋", "\x0b"))
        plain = len(pieces) == 1 and pieces[0]["type"] == "plain"
        message["text"] = (
            pieces[0]["text"] if plain else [p["text"] if p["type"] == "plain" else p for p in pieces]
        )
        message["text_entities"] = pieces
        messages.append(message)
    export = {
        "name": channel["name"],
        "type": "public_channel",
        "id": int(channel["id"]),
        "messages": messages,
    }
    # The exporter writes control characters in a way that JSON does not know.
    return json.dumps(export, ensure_ascii=False, indent=1).replace("\\u000b", "\\x0B").encode()


def telegram(sources: Path) -> dict[str, bytes]:
    """One channel as Telegram Desktop exports it, the others as a plain list of posts."""
    desktop, flat = {}, []
    for path in sorted(sources.glob("*.posts")):
        channel, posts = read_posts(path)
        if channel["as"] == "desktop":
            desktop["telegram/ChatExport_2019-06-30/result.json"] = _desktop(channel, posts)
            continue
        for head, text in posts:
            flat.append(
                {
                    "message_id": int(head["id"]),
                    "sender_id": -int(channel["id"]),
                    "text": text,
                    "date": head["date"],
                    "channel": channel["name"],
                    "category": channel["category"],
                }
            )
    flat.sort(key=lambda p: (p["date"], p["channel"]))
    return desktop | {"telegram/channels.json": json.dumps(flat, ensure_ascii=False, indent=1).encode()}


def inbox(path: Path) -> dict[str, bytes]:
    """Sixty requests of one day at a lawyers' desk, and what each is about (not for the desk)."""
    _, *rest = _POST.split(path.read_text("utf-8"))
    requests, truth = [], [["id", "urgency", "topic", "status", "family"]]
    for head, text in zip(rest[::2], rest[1::2], strict=True):
        number, date, *about = (part.strip() for part in head.split("|"))
        requests.append({"id": int(number), "date": date, "channel": "bot", "text": text.strip()})
        truth.append([number, *about])
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(truth)
    return {
        "intakes/inbox.json": json.dumps(requests, ensure_ascii=False, indent=1).encode(),
        "intakes/truth.csv": out.getvalue().encode(),
    }


def broken(pages: dict[str, bytes]) -> dict[str, bytes]:
    """Three files that cannot be used: empty, behind a password, half a JSON."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(
        out,
        invariant=1,
        encrypt=StandardEncryption("not-for-you", ownerPassword="not-for-you-either", strength=128),
    )
    canvas.drawString(100, 700, "Annex 3: list of witnesses, for the court only")
    canvas.save()
    posts = [
        {"id": 1, "type": "message", "date": "2019-03-06T09:00:00", "date_unixtime": "1551852000", "text": "Утро на Тишне прошло спокойно, сообщают в штабе. О потерях ничего не известно."},
        {"id": 2, "type": "message", "date": "2019-03-09T21:00:00", "date_unixtime": "1552154400", "text": "На переправе у Липовой Гребли сегодня"},
    ]  # fmt: skip
    whole = json.dumps(
        {"name": "Сводки с Тишны", "type": "public_channel", "id": 1550099, "messages": posts},
        ensure_ascii=False,
    )
    # The copying stopped inside the second message; the first can still be read.
    half = whole[: whole.rindex("На переправе")]
    return {
        "bad/empty.txt": b"",
        "bad/annex-3.pdf": out.getvalue(),
        "bad/result-cut.json": half.encode(),
    }
