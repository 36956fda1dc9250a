# ruff: noqa: E501 (lines of markup and of name tables read better whole)
"""Web pages around an article: navigation, banners and footers as news sites have them."""

from __future__ import annotations

import json
from html import escape

_WORDS = {
    "en": (
        "Home",
        "World",
        "Economy",
        "Opinion",
        "Sign up for our newsletter",
        "More on this topic",
        "By",
        "en",
    ),
    "ru": (
        "Главная",
        "Мир",
        "Экономика",
        "Мнения",
        "Подпишитесь на рассылку",
        "Материалы по теме",
        "Автор:",
        "ru",
    ),
    "uk": (
        "Головна",
        "Світ",
        "Економіка",
        "Думки",
        "Підпишіться на розсилку",
        "Матеріали за темою",
        "Автор:",
        "uk",
    ),
}
_RELATED = {
    "en": ("Bread prices rise again in the capital", "Ten quiet places to swim this summer"),
    "ru": ("В столице снова подорожал хлеб", "Десять тихих пляжей этого лета"),
    "uk": ("У столиці знову подорожчав хліб", "Десять тихих пляжів цього літа"),
}


def _paragraphs(body: str) -> str:
    return "\n".join(f"      <p>{escape(p, quote=False)}</p>" for p in body.split("\n\n"))


def broadsheet(page: dict[str, str], body: str) -> str:
    """A careful site: JSON-LD, OpenGraph, canonical address, an article element."""
    home, world, economy, opinion, letter, more, by, lang = _WORDS[page["lang"]]
    one, two = _RELATED[page["lang"]]
    title, site, byline = escape(page["title"]), escape(page["site"]), escape(page["byline"])
    card = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page["title"],
        "datePublished": page["date"],
        "author": {"@type": "Person", "name": page["byline"]},
        "publisher": {"@type": "Organization", "name": page["site"]},
        "mainEntityOfPage": page["url"],
    }
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
  <meta charset="utf-8">
  <title>{title} | {site}</title>
  <meta property="og:type" content="article">
  <meta property="og:title" content="{title}">
  <meta property="og:site_name" content="{site}">
  <meta property="og:url" content="{page["url"]}">
  <meta property="article:published_time" content="{page["date"]}">
  <meta name="author" content="{byline}">
  <link rel="canonical" href="{page["url"]}">
  <script type="application/ld+json">{json.dumps(card, ensure_ascii=False)}</script>
</head>
<body>
  <header><nav><a href="/">{home}</a> <a href="/world">{world}</a> <a href="/economy">{economy}</a> <a href="/opinion">{opinion}</a></nav></header>
  <main>
    <article>
      <h1>{title}</h1>
      <p class="byline">{escape(by)} {byline} · <time datetime="{page["date"]}">{page["date"][:10]}</time></p>
{_paragraphs(body)}
    </article>
    <aside><h2>{more}</h2><ul><li><a href="/r/1">{one}</a></li><li><a href="/r/2">{two}</a></li></ul></aside>
  </main>
  <footer><form action="/letter"><label>{letter}</label><input type="email"></form><p>© 2019 {site}</p></footer>
</body>
</html>
"""


def plain(page: dict[str, str], body: str) -> str:
    """An older site: meta tags only, divisions for everything."""
    home, world, economy, opinion, letter, more, _by, lang = _WORDS[page["lang"]]
    one, two = _RELATED[page["lang"]]
    title, site, byline = escape(page["title"]), escape(page["site"]), escape(page["byline"])
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
  <meta charset="{page.get("encoding", "utf-8")}">
  <title>{title}</title>
  <meta property="og:site_name" content="{site}">
  <meta name="author" content="{byline}">
  <meta property="article:published_time" content="{page["date"]}">
  <link rel="canonical" href="{page["url"]}">
</head>
<body>
  <div id="top"><a href="/">{site}</a> | <a href="/w">{world}</a> | <a href="/e">{economy}</a> | <a href="/o">{opinion}</a></div>
  <div id="content" class="post">
    <h1 class="post-title">{title}</h1>
    <div class="post-meta">{page["date"][:10]} · {byline}</div>
    <div class="post-body entry-content">
{_paragraphs(body)}
    </div>
  </div>
  <div id="sidebar"><b>{more}</b><br><a href="/1">{one}</a><br><a href="/2">{two}</a></div>
  <div id="bottom">{letter} · © {site} · {home}</div>
</body>
</html>
"""


def farm(page: dict[str, str], body: str) -> str:
    """A site of rewritten news: cookie banner, share buttons, advertisements between the lines."""
    title, site = escape(page["title"]), escape(page["site"])
    one, two = _RELATED[page["lang"]]
    return f"""<!DOCTYPE html>
<html lang="{page["lang"]}">
<head>
  <meta charset="utf-8">
  <title>{title} - {site}</title>
  <meta property="og:title" content="{title}">
  <meta property="og:site_name" content="{site}">
  <meta property="article:published_time" content="{page["date"]}">
  <link rel="canonical" href="{page["url"]}">
  <script>window.ads = ["top", "middle"];</script>
</head>
<body>
  <div class="cookie-banner">We and our 412 partners store cookies on your device. <button>Accept all</button></div>
  <nav class="menu"><ul><li>Trending</li><li>Videos</li><li>Quizzes</li></ul></nav>
  <article class="article">
    <h1>{title}</h1>
    <div class="share"><button>Share</button> <button>Tweet</button></div>
    <div class="article-body">
{_paragraphs(body)}
    </div>
  </article>
  <div class="ads">Advertisement: <a href="/buy">{two}</a></div>
  <div class="related"><h3>You will not believe this</h3><a href="/n">{one}</a></div>
  <footer>{site}. All rights reserved. Privacy. Terms.</footer>
</body>
</html>
"""


LOOKS = {"broadsheet": broadsheet, "plain": plain, "farm": farm}
