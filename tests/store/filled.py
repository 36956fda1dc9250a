"""A project filled as the workflows fill it."""

from __future__ import annotations

from tests.store import material as m

from muster.model.claims import Reading
from muster.model.evidence import Taken
from muster.store import Store


def fill(
    store: Store, number: int = 4, *, records: int = 20, first: int = 0, source: str = "Oskel Wire"
) -> list[Taken]:
    """Take, read, link, count ``number`` short articles, with one file set aside and one judgement."""
    items = [m.taken(n, m.article(n, 600), source=source) for n in range(first, first + number)]
    take(store, items)
    found = read(store, items, records)
    link(store, items, found)
    store.add_judgement(m.judgement(items[0]))
    return items


def take(store: Store, items: list[Taken]) -> None:
    run = store.begin("take", {}, m.NOW)
    store.save_taken(run, [x for item in items for x in (item, m.seen(item))] + [m.aside(99)])
    store.finish(run, inputs=str(len(items) + 1), used=len(items), aside=1, now=m.NOW)


def read(store: Store, items: list[Taken], records: int = 20, reader: str = m.READER) -> list[Reading]:
    run = store.begin("read", {"reader": reader}, m.NOW)
    found = [m.reading(item.text, records, reader) for item in items if item.text]
    store.save_readings(run, found)
    store.finish(run, inputs=str(len(found)), used=len(found), aside=0, now=m.NOW)
    return found


def link(store: Store, items: list[Taken], found: list[Reading]) -> None:
    run = store.begin("link", {}, m.NOW)
    store.replace_links(run, **m.derived(items, found))  # type: ignore[arg-type]
    store.finish(run, inputs=store.evidence_head(), used=store.counts()["documents"], aside=0, now=m.NOW)
    run = store.begin("count", {}, m.NOW)
    store.replace_estimates(run, m.estimates(found))
    store.finish(run, inputs=store.evidence_head(), used=store.counts()["quantities"], aside=0, now=m.NOW)


def everything(store: Store) -> dict[str, list[object]]:
    """All that an export could show, in the order in which the project gives it."""
    return {
        "sources": list(store.sources()),
        "documents": list(store.documents()),
        "readings": list(store.readings()),
        "uses": list(store.name_uses()),
        "statements": list(store.statements()),
        "copies": list(store.copies()),
        "links": list(store.links()),
        "entities": list(store.entities()),
        "conflicts": list(store.conflicts()),
        "origins": list(store.origins()),
        "estimates": list(store.estimates()),
        "set_asides": list(store.set_asides()),
        "judgements": list(store.judgements()),
        "originals": [store.original(d.id) for d in store.documents()],
    }
