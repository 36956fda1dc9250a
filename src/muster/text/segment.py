"""A body in, paragraphs and sentences out.

A line is a paragraph of its own, as in news pages and Telegram posts, unless the text is
hard-wrapped (e-mail, PDF): then lines are joined. The rule for "hard-wrapped" is `_wrap_width`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from muster.text.listed import listed
from muster.text.spans import Span, trim

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_FIRST_WORD = re.compile(r"\S{1,60}")
_LIST_ITEM = re.compile(r"(?:[-–—•*▪●◦»>✅❗🔹▫]|\d{1,3}[.)])\s")

# No mail client or PDF column wraps later than this; a longer line is a paragraph.
_WIDEST_WRAP = 120
_END_MARKS = frozenset('.!?…:;"”»)’]')

# --- sentences -----------------------------------------------------------------------------------
_BOUNDARY = re.compile(r"([.!?…]{1,16}|[。！？])([\"'”’»“›)\]}*_]{0,8})(\s+)")
_OPENING = "\"'“”„«‘‹([{*_#\u200b\ufeff"
_STATE = re.compile(r"[A-Z](?:\.[A-Z]){1,3}|[А-ЯІЇЄҐ]\.[А-ЯІЇЄҐ]")
_STARTER = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|However|This|That|These|Those|His|Her|Their|Its|For|As"
    r"|By|After|When|If|There|Some|Most|Many|No|Not|Meanwhile|Although|While|Since|So|You|What|Who)\b"
)
# Behind a name of which one letter is told: no surname begins so.
_OPENS = re.compile(
    _STARTER.pattern + r"|(?:According|Asked|Before|During|Until|Later|Then|Now|Another|Both|Neither)\b"
    r"|(?:Он|Она|Они|Его|Её|Ее|Их|Это|Этот|Эта|Эти|Как|Когда|Если|Но|Об|Обо|При|После|До|Также|Тогда|Потом|Сейчас"
    r"|Однако|Позже|Суд|Следствие|Адвокат|Защита|Мать|Отец|Жена|Муж|Для|Из|Во|Со|На|В|С|О|У|К|А|И|За|Под|Теперь"
    r"|Він|Вона|Вони|Його|Її|Їх|Це|Цей|Ця|Ці|Як|Коли|Якщо|Але|Про|Під|Після|Також|Тоді|Потім|Зараз|Однак|Пізніше"
    r"|Слідство|Адвокатка|Захист|Мати|Батько|Дружина|Чоловік|З|Із|Зі|Та|І|Й|Тепер)(?=\s[^\W\d_])"
    r"|По\s(?:словам|данным|мнению|версии|информации|его|её|ее|их|этому|решению|сообщени|оценк|утверждени|приговор|дел)"
)
_NAME_BEFORE = re.compile(r"(?:\A|[\s«\"“(])[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’ʼ-]{2,}\Z")
_LAST_WORD = re.compile(r"([^\W_]+(?:[.'’-][^\W_]+){0,4})\Z")

# Sources: razdel's lists (MIT) for Russian re-typed and shortened; English and Ukrainian our own.
# These always lean on what follows, whatever letter it starts with.
_LEANING = listed(
    """mr mrs ms dr prof gen lt col sgt capt cpl maj adm brig cmdr gov sen rep rev hon st mt no nos vs fig
    art sec ch pp vol ed eds al jan feb mar apr jun jul aug sep sept oct nov dec messrs mme pvt supt
    insp pres atty ул пр просп пер пл бул наб д кв корп стр им св гр ст ч п пп см ср напр т тт проф доц
    акад ген полк майор лейт кап серж рядов г-н г-жа тов гос мин пос с дер р оз ж/д тел ф н рис табл изд
    ред сост пункт абз вул просп пров буд обл-н м смт див напр ім пп ін-т e.g i.e cf viz approx"""
)
# These may end a sentence: they lean only before a small letter or a digit.
_MAYBE_ENDING = listed(
    """etc inc ltd co corp jr sr a.m p.m ph.d т.д т.п т.к др пр г гг в вв н.э тыс млн млрд трлн руб коп обл
    р-н кг км м см ч мин сек чел экз тис грн рр р ст год хв ін"""
)
# "г." is "year" after a number and "city" before a name, «мин.» minutes and a ministry.
_TWO_WAYS = listed("г р с м п ч д т мин")
# Words of English, or of Russian, unless a number follows: "no. 5", "art. 328", "ст. 328".
_NUMBERED = listed("no nos ch art sec fig ed ст")


# Who signs a note within brackets.
_SIGNED = re.compile(r"(?:Ред|Прим|Авт|Ed|Eds|Editor)\b")


def paragraphs(body: str) -> list[Span]:
    """Non-blank blocks of lines, trimmed, in order. CRLF, CR, form feeds end a line as LF does."""
    lines = [span for m in _LINE.finditer(body) if (span := trim(body, *m.span())).stop > span.start]
    width = _wrap_width(body, lines)
    if not width:
        return lines
    joined = [lines[0]]
    for before, line in itertools.pairwise(lines):
        if _continues(body, before, line, width):
            joined[-1] = Span(joined[-1].start, line.stop)
        else:
            joined.append(line)
    return joined


def sentences(body: str) -> list[Span]:
    """Trimmed, in order, never across paragraphs; together they hold every non-blank character."""
    return [sentence for block in paragraphs(body) for sentence in _split(body, block)]


def split_sentences(body: str, block: Span) -> list[Span]:
    """The sentences of one paragraph."""
    return list(_split(body, block))


def _adjacent(body: str, left: Span, right: Span) -> bool:
    """True where only one line break lies between the two lines."""
    between = body[left.stop : right.start]
    breaks = between.count("\n") or between.count("\r") or between.count("\u2028")
    return breaks == 1 and len(between) < 200 and "\x0c" not in between


def _mid_sentence(body: str, left: Span, right: Span) -> bool:
    return body[left.stop - 1] not in _END_MARKS and body[right.start].islower()


def _wrap_width(body: str, lines: list[Span]) -> int:
    """The width at which the text is hard-wrapped, or 0 where a line is a paragraph.

    Hard-wrapped: at least two fifths of the breaks between neighbouring lines fall inside a
    sentence (no end mark before, a small letter after), and lines longer than 120 characters hold
    less than half of the text.
    """
    if len(lines) < 2:
        return 0
    short = [line for line in lines if line.stop - line.start <= _WIDEST_WRAP]
    held = sum(line.stop - line.start for line in short)
    if 2 * held < sum(line.stop - line.start for line in lines):
        return 0
    breaks = inside = 0
    for left, right in itertools.pairwise(lines):
        if _adjacent(body, left, right):
            breaks += 1
            inside += _mid_sentence(body, left, right)
    if not inside or 5 * inside < 2 * breaks:
        return 0
    return max(line.stop - line.start for line in short)


def _continues(body: str, before: Span, line: Span, width: int) -> bool:
    """True where ``line`` goes on with the line ``before`` it in a text wrapped at ``width``."""
    if not _adjacent(body, before, line) or _LIST_ITEM.match(body, line.start):
        return False
    if _mid_sentence(body, before, line):
        return True
    # The break was forced by the margin: the next word would not have fitted.
    word = _FIRST_WORD.match(body, line.start)
    return before.stop - before.start + 1 + (len(word.group()) if word else 0) > width - 2


def _split(body: str, block: Span) -> Iterator[Span]:
    start = block.start
    for mark in _BOUNDARY.finditer(body, block.start, block.stop):
        if mark.end() < block.stop and _ends_sentence(body, mark, start, block.stop):
            yield Span(start, mark.start(3))
            start = mark.end()
    if start < block.stop:
        yield Span(start, block.stop)


def _ends_sentence(body: str, mark: re.Match[str], start: int, stop: int) -> bool:
    """Whether the marks end a sentence that began at ``start``."""
    at = mark.end()
    dash = False
    limit = min(at + 8, stop)
    while at < limit and (body[at] in _OPENING or body[at] in "-–— "):
        dash = dash or body[at] in "-–—"
        at += 1
    following = body[at] if at < stop else " "
    if following.islower():
        return False
    closed = any(c in "\"'”’»“" for c in mark.group(2))
    if dash and closed:
        # «…!» – Name: the words after the dash say who spoke.
        return False
    if dash and _SIGNED.match(body, at):
        return False  # «(имя изменено. – Ред.)»
    if mark.group(1) != "." or closed:
        return True
    return not _leans(body, mark.start(), start, at, following)


def _leans(body: str, stop: int, start: int, at: int, following: str) -> bool:
    """True where the full stop belongs to an abbreviation or an initial, not to the sentence."""
    window = body[max(start, stop - 24) : stop]
    # A word holds no blank: what stands before the last one need not be searched.
    word = _LAST_WORD.search(window, window.rfind(" ") + 1)
    if not word:
        return False
    last = word.group(1)
    low = last.lower()
    before = window[: word.start()].rstrip()
    if len(last) == 1 and last.isupper() and following.isalpha():
        # «Анну К. По словам адвоката» ends, «Анну К. Рощину» leans.
        return _NAME_BEFORE.search(before) is None or _OPENS.match(body, at) is None
    if _STATE.fullmatch(last):
        # "the U.S. Army" leans, "to the U.S. The army" ends.
        starter = _STARTER.match(body, at)
        return starter is None and following.isalpha()
    if low in _TWO_WAYS and following.isupper():
        # "2022 г. Он" ends, "в г. Энске" leans.
        return not before[-1:].isdecimal() and before[-2:] != " и"
    if low in _NUMBERED:
        return following.isdecimal()
    if low in _LEANING:
        return following.isalnum() or following in "№§"
    return low in _MAYBE_ENDING and following.isdecimal()


__all__ = ["paragraphs", "sentences", "split_sentences"]
