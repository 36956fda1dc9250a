"""What a web page says about itself: title, outlet, byline, date, canonical address.

A date is taken only from where pages state it (JSON-LD, meta, ``time``, the address); none is guessed
from the running text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html as lxml_html

from muster.collect.header import host_of, parse_date

_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish_date", "published_time", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "sailthru.date", "parsely-pub-date", "article.published", "mediator_published_time",
    "cxenseparse:recs:publishtime",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "byl")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/\-.]|$)")
_MOST_JSON = 300_000


@dataclass(frozen=True, slots=True)
class Meta:
    """None where the page does not say."""

    title: str | None = None
    author: str | None = None
    published: str | None = None
    published_by: str | None = None
    url: str | None = None
    outlet: str | None = None


def read_meta(tree: lxml_html.HtmlElement, url: str | None = None) -> Meta:
    """The metadata of a parsed page. ``url``: where it was fetched from, if that is known."""
    named = _named(tree)
    linked = list(_json_ld(tree))
    address = _address(tree, named, url)
    published, by = _published(tree, named, linked, address)
    outlet = _first(named, _OUTLETS) or _publisher(linked) or host_of(address)
    return Meta(
        title=_first(named, _TITLES) or _words(linked, "headline") or _heading(tree),
        author=_person(linked) or _plain_author(_first(named, _AUTHORS)) or _byline(tree),
        published=published,
        published_by=by,
        url=address,
        outlet=outlet,
    )


def _named(tree: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(named: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _json_ld(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Articles described in JSON-LD, flattened out of lists and graphs."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads((script.text or "")[:_MOST_JSON], strict=False)
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else [data]
        for item in items[:50]:
            graph = item.get("@graph") if isinstance(item, dict) else None
            for thing in graph[:50] if isinstance(graph, list) else [item]:
                if isinstance(thing, dict) and _is_article(thing.get("@type")):
                    yield thing


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and re.search("Article|Posting|Report|WebPage", k) for k in kinds)


def _words(linked: list[dict[str, Any]], name: str) -> str | None:
    return next(
        (" ".join(t[name].split()) for t in linked if isinstance(t.get(name), str) and t[name].strip()), None
    )


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for thing in linked:
        publisher = thing.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return " ".join(publisher["name"].split()) or None
    return None


def _person(linked: list[dict[str, Any]]) -> str | None:
    for thing in linked:
        authors = thing.get("author")
        names = [
            str(a.get("name") or "") if isinstance(a, dict) else str(a)
            for a in (authors if isinstance(authors, list) else [authors])
            if a
        ]
        if any(names):
            return ", ".join(" ".join(n.split()) for n in names if n)[:300]
    return None


def _plain_author(value: str | None) -> str | None:
    # Some pages name a profile's address as the author; that is no name.
    return None if value is None or value.startswith(("http://", "https://")) else value


def _byline(tree: lxml_html.HtmlElement) -> str | None:
    for node in tree.xpath(
        "//*[@itemprop='author' or @rel='author' or contains(@class,'byline')][position()<4]"
    ):
        words = " ".join(node.text_content().split())
        words = re.sub(r"(?i)^(?:by|автор|авторка)\s*:?\s+", "", words)
        if 2 < len(words) < 100:
            return words
    return None


def _heading(tree: lxml_html.HtmlElement) -> str | None:
    for tag in ("h1", "title"):
        for node in tree.iter(tag):
            words = " ".join(node.text_content().split())
            if words:
                return words[:500]
    return None


def _address(tree: lxml_html.HtmlElement, named: dict[str, str], url: str | None) -> str | None:
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"),
        None,
    )
    for value in (canonical, named.get("og:url"), url):
        if not value:
            continue
        try:
            whole = urljoin(url or "", str(value).strip())
            if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return str(whole)
        except ValueError:
            continue
    return None


def _published(
    tree: lxml_html.HtmlElement, named: dict[str, str], linked: list[dict[str, Any]], address: str | None
) -> tuple[str | None, str | None]:
    stated = [_words(linked, "datePublished"), *(named.get(name) for name in _DATES), *_times(tree)]
    for value in stated:
        if value and (when := parse_date(value)):
            return when, "meta"
    if address and (m := _IN_ADDRESS.search(urlsplit(address).path)):
        try:
            return date(int(m[1]), int(m[2]), int(m[3])).isoformat(), "url"
        except ValueError:
            return None, None
    return None, None


def _times(tree: lxml_html.HtmlElement) -> Iterator[str]:
    for node in tree.xpath(
        "//time[@pubdate or @itemprop='datePublished'] | (//article//time | //header//time)[1]"
    ):
        yield node.get("datetime") or " ".join(node.text_content().split())


__all__ = ["Meta", "read_meta"]
