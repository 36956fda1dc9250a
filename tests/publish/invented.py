"""An investigation nobody held: invented people, towns and outlets, with real records, in memory.

`Invented` has the reading methods of the store. Words are marked by their text, so that every offset
is found, not typed.
"""

# ruff: noqa: E501 (the texts are kept as lines of text)

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from muster.count import Counted, ledger
from muster.model.claims import (
    Carrier,
    Claim,
    Event,
    Mention,
    Order,
    Quantity,
    Reading,
    Speaker,
    TimeRange,
    Unread,
)
from muster.model.evidence import Document, Passage, Run, SetAside, Source, Text
from muster.model.findings import Estimate
from muster.model.ids import document_id, make_id, source_id, span_id, text_id
from muster.model.links import Anchor, Copy, Drift, Entity, Judgement, Link, Origin, Stretch

PAYLOADS = (
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<svg onload=\"document.title='owned'\"></svg>",
    "<iframe src=\"javascript:parent.document.title='owned'\"></iframe>",
    "<a href=\"javascript:document.title='owned'\">x</a>",
    "\"><script>document.title='owned'</script>",
    "'><img src=x onerror=document.title='owned'>",
    "</style><script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>",
    "<!--<script>document.title='owned'</script>-->",
    "<style>@import 'http://127.0.0.1:1/x.css'</style>",
    "<link rel=stylesheet href=http://127.0.0.1:1/x.css>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:1/'>",
    "{{ 7*7 }}{% for x in () %}{% endfor %}",
    "<details ontoggle=document.title='owned' open><base href=http://127.0.0.1:1/>",
    "&lt;script&gt;document.title='owned'&lt;/script&gt;",
)


class Draft:
    """One document being put together: its text and what is found in it."""

    def __init__(
        self, outlet: str, address: str, published: str | None, body: str, title: str | None, language: str
    ):
        kind = "interview" if outlet == "Desk interviews" else "outlet"
        self.source = Source(source_id(outlet, kind), outlet, kind)
        sha = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
        id = document_id(self.source.id, address, sha)
        self.document = Document(
            id,
            self.source.id,
            address,
            sha,
            "text/plain",
            "2031-06-20T09:00:00+00:00",
            published,
            title=title,
        )
        self.text = Text(text_id(id, "plain/1"), id, body, language, "plain/1")
        self.claims: list[Claim] = []
        self.quantities: list[Quantity] = []
        self.times: list[TimeRange] = []
        self.mentions: list[Mention] = []
        self.events: list[Event] = []
        self.order: list[Order] = []
        self.unread: list[Unread] = []

    def at(self, words: str) -> Passage:
        start = self.text.body.index(words)
        return Passage(self.text.id, start, start + len(words), words)

    def maybe(self, words: str | None) -> Passage | None:
        return self.at(words) if words else None

    def claim(
        self,
        words: str,
        kind: str,
        *said_by: Speaker,
        cue: str | None = None,
        speaker: str | None = None,
        hedges: Iterable[str] = (),
        via: Iterable[Carrier] = (),
        **more: object,
    ) -> Claim:
        passage = self.at(words)
        claim = Claim(
            span_id("claim", self.text.id, passage.start, passage.stop, kind), passage, kind, parts=(passage,),
            cue=self.maybe(cue), speaker=self.maybe(speaker), said_by=said_by, via=tuple(via),
            hedges=tuple(self.at(h) for h in hedges), own_voice=not said_by, confidence=0.8,
            **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self.claims.append(claim)
        for s in said_by:
            if s.name and s.name in self.text.body:
                at = self.at(s.name)
                self.mentions.append(
                    Mention(
                        span_id("mention", self.text.id, at.start, at.stop),
                        at,
                        "person",
                        s.name,
                        protected=s.protected,
                    )
                )
        return claim

    def quantity(
        self, words: str, low: float | None, high: float | None, claim: Claim | None, **more: object
    ) -> Quantity:
        at = self.at(words)
        q = Quantity(
            span_id("quantity", self.text.id, at.start, at.stop), at, low, high,
            claim=claim.id if claim else None, **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self.quantities.append(q)
        return q

    def time(self, words: str, value: str, first: str | None, last: str | None, **more: object) -> None:
        at = self.at(words)
        self.times.append(
            TimeRange(
                span_id("time", self.text.id, at.start, at.stop), at, "DATE", value, first, last, **more
            )  # type: ignore[arg-type]
        )

    def place(self, words: str, near: str) -> None:
        at = self.at(words)
        id = span_id("mention", self.text.id, at.start, at.stop)
        self.mentions.append(Mention(id, at, "place", words, near=near))

    def event(self, words: str, what: str, first: str | None, last: str | None) -> Event:
        at = self.at(words)
        e = Event(span_id("event", self.text.id, at.start, at.stop), at, what, first=first, last=last)
        self.events.append(e)
        return e

    def reading(self) -> Reading:
        length = sum(not c.isspace() for c in self.text.body)
        understood = sum(len(c.passage.words) for c in self.claims) + sum(
            len(e.passage.words) for e in self.events
        )
        return Reading(
            self.text.id, "rules/1", tuple(self.claims), tuple(self.quantities), tuple(self.times),
            tuple(self.mentions), tuple(self.events), tuple(self.order), tuple(self.unread),
            min(length, understood), length,
        )  # fmt: skip


class Invented:
    """The reading side of a project, over lists."""

    def __init__(self, drafts: Iterable[Draft], copies: Iterable[Copy], origins: Iterable[Origin],
                 entities: Iterable[Entity], aside: Iterable[SetAside]) -> None:  # fmt: skip
        self._drafts = {
            d.document.id: d for d in sorted(drafts, key=lambda d: (d.document.address, d.document.id))
        }
        self._copies, self._origins, self._entities = list(copies), list(origins), list(entities)
        self._aside = list(aside)
        self._origin_of = {c: o.id for o in self._origins for c in o.claims}
        self._entity_of = {use: e.id for e in self._entities for use in e.uses}
        self._estimates = ledger(self._counted())

    @property
    def drafts(self) -> list[Draft]:
        return list(self._drafts.values())

    def _counted(self) -> Iterator[Counted]:
        names = {o.id: o.name for o in self._origins}
        for d in self._drafts.values():
            claims = {c.id: c for c in d.claims}
            for q in d.quantities:
                origin = self._origin_of.get(q.claim or "")
                yield Counted(q, claims.get(q.claim or ""), d.document, origin, names.get(origin or ""))

    def sources(self) -> Iterator[Source]:
        yield from sorted({d.source.id: d.source for d in self._drafts.values()}.values(), key=lambda s: s.id)

    def documents(self) -> Iterator[Document]:
        yield from (d.document for d in self._drafts.values())

    def document(self, id: str, /) -> Document:
        return self._drafts[id].document

    def text_of(self, document: str, /) -> Text | None:
        return self._drafts[document].text

    def readings(self, only: Collection[str] = (), /) -> Iterator[tuple[Document, Text, Reading]]:
        parts = {"claims", "quantities", "times", "mentions", "events", "order"}
        for d in self._drafts.values():
            left_out = dict.fromkeys(parts - set(only), ()) if only else {}
            yield d.document, d.text, replace(d.reading(), **left_out)

    def reading_of(self, document: str, only: Collection[str] = (), /) -> Reading | None:
        return self._drafts[document].reading()

    def copies(self) -> Iterator[Copy]:
        yield from self._copies

    def links(self, kind: str | None = None, /) -> Iterator[Link]:
        yield from ()

    def entities(self) -> Iterator[Entity]:
        yield from self._entities

    def origins(self) -> Iterator[Origin]:
        yield from self._origins

    def estimates(self) -> Iterator[Estimate]:
        yield from self._estimates

    def set_asides(self) -> Iterator[SetAside]:
        yield from self._aside

    def runs(self) -> Iterator[Run]:
        for stage in ("take", "read", "link", "count"):
            yield Run(
                make_id("run", stage), stage, "0.1.0", "{}", "2031-06-20T09:00:00+00:00", None, "", 9, 2
            )

    def origin_of(self, claim: str, /) -> str | None:
        return self._origin_of.get(claim)

    def entity_of(self, document: str, name: str, /) -> str | None:
        return self._entity_of.get((document, name))

    def mentions_of(self, entity: str, /) -> Iterator[Stretch]:
        e = next(e for e in self._entities if e.id == entity)
        for document, name in e.uses:
            d = self._drafts[document]
            for m in d.mentions:
                if m.norm == name:
                    yield Stretch(document, m.passage.start, m.passage.stop, m.passage.words)

    def judgements(self) -> Iterator[Judgement]:
        """The team rated one claim, and took a second rating back."""
        weir = next((d for d in self._drafts.values() if d.document.address == "weir/refusals.txt"), None)
        rated = zip(weir.claims, ("mostly supported", "withdrawn"), strict=False) if weir else ()
        for claim, verdict in rated:
            at = Anchor(weir.document.sha256, claim.passage.start, claim.passage.stop, claim.passage.words)
            yield Judgement(
                make_id("judgement", claim.id), (at,), "grade", verdict, "anna",
                "2031-06-18T10:00:00+00:00", "two lists agree",
            )  # fmt: skip

    def conflicts(self) -> Iterator[str]:
        yield "“Radan Velk” and “R. Velkov” were not joined: a person said they are different"

    def counts(self) -> dict[str, int]:
        times = sum(len(d.reading().times) for d in self._drafts.values())
        return {"documents": len(self._drafts), "times": times}


def _origin(name: str, claims: list[Claim]) -> Origin:
    return Origin(
        make_id("origin", name), name, None, tuple(c.id for c in claims), ("the same speaker",), claims[0].id
    )


def investigation() -> Invented:
    """Eleven documents about refusals in Sarnet: copies with drift, a denial, vague words, hostile text."""
    lawyer = Speaker("Radan Velk", "lawyer", "Orlan Legal Aid")
    ministry = Speaker("the defence ministry of Zalesia", None, None)
    weir = Draft(
        "The Weir Gazette", "weir/refusals.txt", "2031-05-04", "Refusals grow in Sarnet, lawyers say\n\n"
        "Radan Velk, a lawyer with Orlan Legal Aid, wrote on Telegram on 3 May that more than 120 soldiers from at "
        "least three districts are understood to have refused to go back to the river front. “Every week somebody "
        "new sits in my office,” he said.\n\nA month earlier, on 2 April, the 9th Rifle Battalion was ordered back "
        "across the Ossel. Within a week its column was scattered at the ford.\n\n“Between 15 and 35 percent of the "
        "hired gunners home since March do not want to return,” Velk said.\n",
        "Refusals grow in Sarnet, lawyers say", "en",
    )  # fmt: skip
    c1 = weir.claim(
        "more than 120 soldiers from at least three districts are understood to have refused to go back to the river front",
        "indirect", lawyer, cue="wrote", speaker="Radan Velk", hedges=["are understood to"],
        via=[Carrier("Telegram", "platform")], basis="own-caseload",
    )  # fmt: skip
    c2 = weir.claim(
        "“Every week somebody new sits in my office,”", "direct", lawyer, cue="said", basis="first-hand"
    )
    c3 = weir.claim(
        "“Between 15 and 35 percent of the hired gunners home since March do not want to return,”", "direct",
        lawyer, basis="own-caseload",
    )  # fmt: skip
    weir.quantity("more than 120", 120, None, c1, low_exclusive=True, what="soldiers refused", place="Sarnet")
    weir.quantity("at least three", 3, None, c1, what="districts", place="Zalesia")
    weir.quantity("Between 15 and 35 percent", 0.15, 0.35, c3, unit="share", kind="share", what="do not want to return",
                  population="hired gunners home since March")  # fmt: skip
    weir.time("3 May", "2031-05-03", "2031-05-03", "2031-05-03", granularity="day", anchor="document")
    weir.time("2 April", "2031-04-02", "2031-04-02", "2031-04-02", granularity="day", anchor="document")
    weir.place("Ossel", "48.2843,23.0538; Ossel Region; Zalesia")
    weir.place("Sarnet", "49.1000,24.2000; centre of the region; Zalesia")
    a = weir.event(
        "the 9th Rifle Battalion was ordered back across the Ossel",
        "the 9th Rifle Battalion was ordered back across the Ossel",
        "2031-04-02",
        "2031-04-02",
    )
    b = weir.event(
        "Within a week its column was scattered at the ford",
        "its column was scattered at the ford",
        "2031-04-05",
        "2031-04-08",
    )
    weir.order.append(Order(a.id, b.id, True, ("2 April is before 3 April",)))

    fen = Draft(
        "Fen Herald", "fen/refusals.txt", "2031-05-06", "Soldiers refuse in Sarnet\n\nLawyer Radan Velk reported that "
        "1,200 soldiers from three districts refused to go back to the river front. “Each week someone new sits in "
        "my bureau,” he declared.\n", "Soldiers refuse in Sarnet", "en",
    )  # fmt: skip
    c4 = fen.claim("1,200 soldiers from three districts refused to go back to the river front", "indirect", lawyer,
                   cue="reported", speaker="Radan Velk")  # fmt: skip
    fen.quantity("1,200", 1200, 1200, c4, what="soldiers refused", place="Sarnet")
    moor = Draft(
        "Moor Daily", "moor/refusals.txt", "2031-05-05", weir.text.body, "Refusals grow in Sarnet", "en"
    )
    c5 = moor.claim(c1.passage.words, "indirect", lawyer, cue="wrote", hedges=["are understood to"])
    moor.quantity("more than 120", 120, None, c5, low_exclusive=True, what="soldiers refused", place="Sarnet")
    post = Draft(
        "Северный пост", "tg/result.json#41", "2031-05-04T18:20:00+00:00", "Адвокат Радан Велк: более 120 солдат в "
        "Сарнете, предположительно, отказались возвращаться.\n", None, "ru",
    )  # fmt: skip
    velk_ru = Speaker("Радан Велк", "адвокат", None)
    c6 = post.claim("более 120 солдат в Сарнете, предположительно, отказались возвращаться", "indirect", velk_ru,
                    speaker="Радан Велк", hedges=["предположительно"])  # fmt: skip
    post.quantity("более 120", 120, None, c6, low_exclusive=True, what="солдат отказались", place="Сарнете")
    forward = Draft(
        "Канал «Бережок»", "tg/result.json#77", "2031-05-05T07:02:00+00:00", post.text.body, None, "ru"
    )
    denial = Draft(
        "Ministry of Defence of Zalesia", "gov/statement.txt", "2031-05-07", "Statement\n\nThe defence ministry of "
        "Zalesia denied that more than 120 soldiers refused. “There were 15 cases, all of them settled,” it said. "
        "It put the number of soldiers who refused in Sarnet at no more than 15.\n", "Statement", "en",
    )  # fmt: skip
    c7 = denial.claim(
        "more than 120 soldiers refused", "indirect", ministry, cue="denied", stance="denied", basis="party"
    )
    c8 = denial.claim("no more than 15", "indirect", ministry, basis="party")
    denial.quantity(
        "more than 120", 120, None, c7, low_exclusive=True, what="soldiers refused", place="Sarnet"
    )
    denial.quantity("no more than 15", None, 15, c8, what="soldiers refused", place="Sarnet")
    ua = Draft(
        "Річка сьогодні", "ua/vidmovy.txt", "2031-05", "За словами правозахисниці Ліни Гротко, десятки солдатів "
        "відмовилися, імовірно 80–100 осіб.\nПотім зв'язок зник.\n", "Відмови у Сарнеті", "uk",
    )  # fmt: skip
    grotko = Speaker("Ліна Гротко", "правозахисниця", None)
    c9 = ua.claim(
        "десятки солдатів відмовилися, імовірно 80–100 осіб", "indirect", grotko, hedges=["імовірно"]
    )
    ua.quantity("десятки", None, None, c9, vague="dozens", what="soldiers refused", place="Sarnet")
    ua.quantity("80–100", 80, 100, c9, what="soldiers refused", place="Sarnet")
    interview = Draft(
        "Desk interviews", "interviews/K-7.txt", "2031-04", "Note of an interview, April 2031\n\nTomas (the name is "
        "changed) says that in his platoon of 30 eleven men laid down their arms. “We were told it was a drill.”\n",
        "Interview K-7", "en",
    )  # fmt: skip
    tomas = Speaker("Tomas", "soldier", "9th Rifle Battalion", protected=True)
    c10 = interview.claim("in his platoon of 30 eleven men laid down their arms", "indirect", tomas, cue="says",
                          speaker="Tomas", basis="first-hand")  # fmt: skip
    c11 = interview.claim("“We were told it was a drill.”", "direct", tomas, basis="first-hand")
    interview.quantity("eleven", 11, 11, c10, what="men", population="his platoon of 30")
    interview.place("platoon", "48.9999,23.9999; Hidden Region; Zalesia")
    interview.event(
        "eleven men laid down their arms", "eleven men laid down their arms", "2031-03-20", "2031-04-20"
    )
    later = Draft(
        "The Weir Gazette", "weir/minority.txt", "2031-06-10", "“A large part of the hired gunners sent in "
        "the first weeks refused,” Radan Velk told Channel Five. About 40 families may sue.\n", "A large part refuses", "en",
    )  # fmt: skip
    c12 = later.claim("“A large part of the hired gunners sent in the first weeks refused,”", "direct", lawyer,
                      via=[Carrier("Channel Five", "outlet")])  # fmt: skip
    c13 = later.claim("About 40 families may sue", "indirect", lawyer, hypothetical=True)
    later.quantity("A large part", None, None, c12, vague="part", unit="share", kind="share",
                   what="refused", population="hired gunners sent in the first weeks")  # fmt: skip
    later.quantity("About 40", 40, 40, c13, approximate=True, what="families", place="Sarnet")
    hostile = Draft(
        "Evil <b>Outlet</b>", 'x/"><script>alert(1)</script>.txt', None,
        "\n".join([*PAYLOADS, "bidi \u202egnp.exe\u2066 tag\u2069 bell\x07 zero\u200bwidth \ufeff", "He said 7 died."]),
        PAYLOADS[0], "en",
    )  # fmt: skip
    mallory = Speaker(PAYLOADS[1], PAYLOADS[5], PAYLOADS[6])
    c14 = hostile.claim("7 died", "indirect", mallory, cue="said")
    c15 = hostile.claim(PAYLOADS[2], "direct", mallory)
    hostile.quantity("7", 7, 7, c14, what=PAYLOADS[0], population=PAYLOADS[3], place=PAYLOADS[9])
    hostile.event("He said 7 died", PAYLOADS[2], "2031-01", None)
    hostile.unread.append(Unread(0, 40, "code"))

    drafts = [weir, fen, moor, post, forward, denial, ua, interview, later, hostile]
    drift = (
        Drift(_stretch(fen, "1,200"), _stretch(weir, "more than 120"), "number changed"),
        Drift(None, _stretch(weir, "are understood to"), "hedge lost"),
        Drift(_stretch(fen, "Each week someone new sits in my bureau"), _stretch(weir, "Every week somebody new sits in my office"), "words inside quotation marks altered"),
    )  # fmt: skip
    copies = [
        _copy(fen, weir, "rewritten", 0.71, drift), _copy(moor, weir, "exact", 1.0, ()),
        _copy(forward, post, "forwarded", 1.0, ()), _copy(post, weir, "excerpt", 0.55, ()),
    ]  # fmt: skip
    origins = [
        _origin("Radan Velk", [c1, c2, c3, c4, c5, c6, c12, c13]), _origin("the defence ministry of Zalesia", [c7, c8]),
        _origin("Ліна Гротко", [c9]), _origin("Tomas", [c10, c11]), _origin(PAYLOADS[1], [c14, c15]),
    ]  # fmt: skip
    uses = [(d.document.id, "Radan Velk") for d in (weir, fen, moor, later)] + [
        (post.document.id, "Радан Велк")
    ]
    entities = [
        Entity(make_id("entity", "velk"), "person", "Radan Velk", ("Radan Velk", "Радан Велк"), False, tuple(uses)),
        Entity(make_id("entity", "tomas"), "person", "Tomas", ("Tomas",), True, ((interview.document.id, "Tomas"),)),
    ]  # fmt: skip
    aside = [
        SetAside(
            "scan/page-3.png", "no text", "tesseract is not installed; 'muster doctor' says how to get it"
        ),
        SetAside("mail/<b>.eml", "damaged", "half a message"),
    ]
    return Invented(drafts, copies, origins, entities, aside)


def _stretch(draft: Draft, words: str) -> Stretch:
    at = draft.at(words)
    return Stretch(draft.document.id, at.start, at.stop, words)


def _copy(copy: Draft, original: Draft, kind: str, score: float, drift: tuple[Drift, ...]) -> Copy:
    ids = copy.document.id, original.document.id
    return Copy(
        make_id("copy", *ids), *ids, kind, score, ("the same sentences in the same order",), drift=drift
    )
