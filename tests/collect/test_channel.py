"""A channel's public page in the markup that t.me gives: bubbles, pictures as styles, emoji as pictures.

The markup follows pages saved in 2025 and 2026; every word of it is invented.
"""

from __future__ import annotations

import io

from muster.collect.channel import is_channel, posts
from muster.collect.limits import Limits
from muster.collect.pieces import Job, Piece

_EMOJI = (
    """<i class="emoji" style="background-image:url('//telegram.org/img/emoji/40/F09FA49D.png')">"""
    "<b>🤝</b></i>"
)
_ASK = """onclick="return confirm('Open this link?\\n\\n'+this.href);\""""
_VIDEO = """<a class="tgme_widget_message_video_player js-message_video_player" href="https://t.me/kelmpost/{n}">
<i class="tgme_widget_message_video_thumb" style="background-image:url('https://cdn1.telesco.pe/file/x')"></i>
<time class="message_video_duration js-message_video_duration">0:19</time>
<div class="message_media_not_supported_wrap"><div class="message_media_not_supported">
<div class="message_media_not_supported_label">This media is not supported in your browser</div>
<span class="message_media_view_in_telegram">VIEW IN TELEGRAM</span></div></div></a>"""
_POST = """<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message {kind}
 js-widget_message" data-post="kelmpost/{n}" data-view="eyJjIjotMTAw">
  <div class="tgme_widget_message_user"><a href="https://t.me/kelmpost"><i
 class="tgme_widget_message_user_photo
 bgcolor4" data-content="K"><img src="https://cdn1.telesco.pe/file/y.jpg"></i></a></div>
  <div class="tgme_widget_message_bubble"><i class="tgme_widget_message_bubble_tail"><svg class="bubble_icon"
 width="9px" height="20px" viewBox="0 0 9 20"><g fill="none"><path d="M8,1 L9,1"></path></g></svg></i>
    <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name"
 href="https://t.me/kelmpost"><span dir="auto">Kelm {emoji} Post</span></a></div>
{inside}
<div class="tgme_widget_message_footer compact js-message_footer">
  <div class="tgme_widget_message_info short js-message_info">
    <span class="tgme_widget_message_views">1.58M</span><span class="copyonly"> views</span><span
 class="tgme_widget_message_meta">{edited}<a class="tgme_widget_message_date" href="https://t.me/kelmpost/{n}"><time
 datetime="2031-06-20T07:0{n}:44+03:00" class="time">07:01</time></a></span>
  </div>
</div></div></div></div>"""
_PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Kelm Post – Telegram</title></head>
<body class="widget_frame_base tgme_webpreview emoji_image"><div class="tgme_channel_info_header_title_wrap">
<div class="tgme_channel_info_header_title"><span dir="auto">Kelm {emoji} Post</span></div></div>
<section class="tgme_channel_history js-message_history">
<div class="tgme_widget_message_centered js-messages_more_wrap"><a href="/s/kelmpost?before=1"
 class="tme_messages_more js-messages_more" data-before="1"></a></div>{posts}</section>
<script src="//telegram.org/js/widget-frame.js?65"></script><script>TWeb.init();</script></body></html>"""


def _post(n: int, inside: str, kind: str = "text_not_supported_wrap", edited: str = "") -> str:
    return _POST.format(n=n, inside=inside.replace("{n}", str(n)), kind=kind, edited=edited, emoji=_EMOJI)


def _text(words: str) -> str:
    return f'<div class="tgme_widget_message_text js-message_text before_footer" dir="auto">{words}</div>'


def _taken(*made: str) -> dict[str, Piece]:
    data = _PAGE.format(posts="".join(made), emoji=_EMOJI).encode()
    assert is_channel(data)
    job = Job("html", "page.html", io.BytesIO(data), len(data), Limits())
    return {piece.at: piece for piece in posts(job, data)}


def test_words_breaks_and_emoji_of_a_post_are_kept_and_nothing_beside_them() -> None:
    """Emoji come as pictures with the sign inside; a film's label, the views and the script are not words."""
    link = f'<a href="https://a.example/" target="_blank" rel="noopener" {_ASK}>the register</a>'
    words = f"<b>Twelve left.</b> See {link}<br/>{_EMOJI} Kelm&nbsp;– today"
    found = _taken(_post(1, _VIDEO + _text(words), edited="edited "))["#1"]
    assert found.body == "Twelve left. See the register\n🤝 Kelm\u00a0– today"
    assert (found.says["source"], found.says["url"]) == ("Kelm 🤝 Post", "https://t.me/kelmpost/1")
    assert (found.says["published"], found.says["published_by"]) == ("2031-06-20T07:01:44+03:00", "telegram")
    assert found.losses == ("the channel says that this post was edited",)


def test_forwards_and_answers_are_told_apart_from_the_post() -> None:
    """From whom a post was forwarded is a field; the words that it answers are another post's."""
    forward = (
        '<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from&nbsp;<a class="'
        'tgme_widget_message_forwarded_from_name" href="https://t.me/harbourvoice/77"><span dir="auto">'
        f"Harbour {_EMOJI} Voice</span></a></div>"
    )
    answered = (
        '<a class="tgme_widget_message_reply user-color-4" href="https://t.me/kelmpost/1"><div class="'
        'tgme_widget_message_author"><span class="tgme_widget_message_author_name">Kelm Post</span></div>'
        '<div class="tgme_widget_message_metatext js-message_reply_text" dir="auto">Older words</div></a>'
    )
    found = _taken(_post(2, forward + _text("The depot burns.")), _post(3, answered + _text("It is out.")))
    assert found["#2"].says["forwarded_from"] == "Harbour 🤝 Voice"
    assert (found["#3"].body, found["#3"].says["forwarded_from"]) == ("It is out.", None)


def test_notices_and_polls() -> None:
    """A notice that quotes a pinned post is no second report of it; a poll says what it asks and offers."""
    option = (
        '<div class="tgme_widget_message_poll_option"><div class="tgme_widget_message_poll_option_percent">'
        '{p}%</div><div class="tgme_widget_message_poll_option_value"><div class="'
        'tgme_widget_message_poll_option_text">{words}</div></div></div>'
    )
    poll = (
        '<div class="tgme_widget_message_poll js-poll"><div class="tgme_widget_message_poll_question">Who '
        'went back?</div><div class="tgme_widget_message_poll_type">Anonymous Poll</div>'
        + option.format(p=40, words="Nobody") + option.format(p=60, words="Some") + "</div>"
    )  # fmt: skip
    found = _taken(
        _post(4, _text("Kelm Post pinned «Twelve left.»"), kind="service_message"), _post(5, poll),
        '<div class="tgme_widget_message_wrap"><div class="tme_no_messages_found">No posts found</div></div>',
    )  # fmt: skip
    assert (found["#4"].kind, found["#4"].says["reason"]) == ("aside", "service messages")
    assert found["#5"].body == "Who went back?\n\nNobody\n\nSome"
    assert [piece.kind for piece in found.values()] == ["aside", "part", "aside"]
