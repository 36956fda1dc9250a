"""Words under a label or with a signature, in Russian and Ukrainian: «Полиция: …», «…, – Минобороны»."""

from __future__ import annotations

import re

from muster.read.frames import CREDITS, SPOKEN, Frame, Region, clean, content
from muster.read.people.people import Named, is_role
from muster.read.slavic.phrases import WORD
from muster.text.anycase import AnyCase
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

_LABEL = re.compile(
    r"[^\w«\"“\n]{0,12}(?:(?:UPD|Upd)\.?\s?\d{0,2}[.:]?\s)?([^:.!?…\n\x00]{2,90}?)(?:\s[-–—]\s(?:о|об|про)\s[^:\n\x00]{3,70})?:\s+(?=\S)"
)
_HANDLE = re.compile(r"[A-Za-z]\w{3,31}")
_SIGNED = AnyCase(
    r"[,.!?…]?\s*[–—-]\s+([^.,!?:\n\x00–—]{2,60}?)(?:\s(?:со ссылкой|з посиланням"
    r"|із посиланням)\b[^.\n]{0,80})?[.\s*_]*\Z",
)


def headed(region: Region) -> list[Frame]:
    """«⚡️Минобороны: …», «Мать солдата: «…»»: a speaker before a colon at the head of a paragraph."""
    if region.level or not region.heads:
        return []
    body, sentence = (
        region.page.body,
        region.sentences[0] if region.sentences else Span(region.start, region.stop),
    )
    match = _LABEL.match(body, region.start, region.stop)
    if match is None:
        return []
    span = Span(*match.span(1))
    if body[span.start - 1 : span.start] == "@" and _HANDLE.fullmatch(region.page.words(span)):
        speaker: Span | None = Span(span.start - 1, span.stop)  # «@dozor_misto: «збито чотири»»
    else:
        speaker = _headline_speaker(region, span)
    if speaker is None:
        return []
    quote = region.quote_after(match.end())
    if quote and quote.start == match.end() and _GOES_ON.match(body, quote.stop, sentence.stop):
        region.used.add(quote.start)  # «Повітряні сили: «Шахеди» летять на північ»: only a name is in marks
        return [Frame([clean(body, match.end(), sentence.stop)], "say", None, speaker, confidence=0.7)]
    if quote and quote.start == match.end() and quote.start not in region.used:
        region.used.add(quote.start)
        return [Frame([content(body, quote)], "say", None, speaker, quoted=True, confidence=0.85)]
    words = clean(body, match.end(), max(sentence.stop, match.end()))
    if region.page.words(words).count(" ") < 2 or quote in region.quotes_in(*words):
        return []
    if region.page.words(speaker).lower() in CREDITS and not _tells(region, words):
        return []  # «Источник: сайт министерства»
    return [Frame([words], "say", None, speaker, confidence=0.7)]


_GOES_ON = re.compile(r"\s[а-яёіїєґ]{2}")


def _headline_speaker(region: Region, span: Span) -> Span | None:
    """The span if it is a name or somebody's role and nothing else."""
    named = region.named_in(span.start, span.stop + 1)
    words = region.page.words(span).split()
    if any(cases(w.lower(), region.language).kind == "verb" for w in WORD.findall(region.page.words(span))):
        return None
    if named:
        n = named[0]
        start = n.role_start if span.start <= n.role_start < n.start else n.start
        rest = region.page.body[span.start : start].strip(' «"“')
        tail = region.page.body[n.stop : span.stop].strip(' »"”')
        ends = (
            not tail
            or (n.kind == "organisation" and tail.islower() and tail.count(" ") < 3)
            or (tail[0] == "," and len(tail) < 60)
        )
        if n.kind == "person" and not n.certain and n.gender == "-" and " " not in n.norm and rest:
            return None
        if not rest and ends and not region.words.cue.search(region.page.body, span.start, span.stop):
            return Span(start, span.stop if not tail or tail[0] != "," else n.stop)
    if (
        len(words) <= 5
        and words
        and (is_role(words[0].lower(), region.words) or words[0].lower() in _MEDIA)
        and (words[0].lower() not in _NOTES or words[0].lower() in CREDITS)
        and cases(words[0].lower(), region.language).nominative
    ):
        return span if not region.words.cue.search(region.page.body, span.start, span.stop) else None
    return None


_NOTES = frozenset(
    {
        "автор",
        "источник",
        "источники",
        "джерело",
        "джерела",
        "редактор",
        "авторы",
        "служба",
        "команда",
        "автори",
        "суд",
    }
)


_MEDIA = listed("сми змі медиа медіа")
_WITHIN = re.compile(
    r"(?:[^\W_]|[«\"“])[^:.!?…;\n\x00]{2,60}?:\s(?=[«\"“\x00]|[^\W_])|[^\W\d_]\.(?:\s?[^\W\d_]\.)?:\s(?=\S)"
)


def labels_within(region: Region) -> list[Frame]:
    """«Звонила в дежурную часть. Дежурный: сирену включают …»: a label at the head of any later sentence."""
    if region.level or region.turn:
        return []
    found = []
    for sentence in region.sentences:
        if region.heads and sentence.start <= region.start:
            continue
        match = _WITHIN.match(region.masked, sentence.start - region.start, sentence.stop - region.start)
        if match is None:
            continue
        label = Span(sentence.start, region.start + match.end() - 1)
        label = Span(label.start, label.start + region.page.words(label).rindex(":"))
        if not is_somebody(region, label, alone=True):
            continue
        at = region.start + match.end()
        quote = region.quote_after(at)
        if quote is not None and quote.start == at:
            if quote.start not in region.used:
                region.used.add(quote.start)
                words = content(region.page.body, quote)
                found.append(Frame([words], "say", None, label, quoted=True, confidence=0.75))
            continue
        words = clean(region.page.body, at, sentence.stop)
        if _tells(region, words) and region.words.cue.search(region.page.body, *label) is None:
            found.append(Frame([words], "say", None, label, confidence=0.6))
    return found


def _tells(region: Region, words: Span) -> bool:
    """Whether something is said in these words: a verb, or a few words and no mere list."""
    several = WORD.findall(region.page.words(words))[:24]
    return len(several) > 1 and any(cases(w, region.language).kind == "verb" for w in several)


_WHOSE = listed("его её ее их мой моя мои наш наша наши його її їх їхній мій моя мої наш наша наші")
_PARTICIPLE = re.compile(r"(?:[аеё]нн|вш|ющ|ящ|ющ|яч)(?:ый|ий|ая|ые|ие|а|і)(?:ся)?\Z")


def is_somebody(region: Region, span: Span, *, alone: bool = False) -> bool:
    """Whether a phrase is a person, people or a body in the nominative. ``alone``: in five words,
    as a label has."""
    words = WORD.findall(region.page.words(span))
    words = words[1:] if words and words[0].lower() in _WHOSE else words
    if not words or len(words) > 7:
        return False
    forms = [cases(w, region.language) for w in words]
    small = [
        f for f, w in zip(forms, words, strict=True) if w.islower() and not is_role(w, region.words)
    ]  # «слесарь» has the form of a verb too
    if any(f.kind in ("verb", "adverb", "other", "pronoun") for f in small) or (alone and len(words) > 5):
        return False
    named = region.named_in(span.start, span.stop + 1)
    people = [n for n in named if n.kind == "person"]
    if people and not _upright(people[0], region.page.body[people[0].start : people[0].stop].split()[0]):
        return False
    if named and named[0].start == span.start and named[0].norm.split()[0][:3] == words[0][:3]:
        return named[0].stop >= span.stop - 1 or (named[0].kind == "organisation" and len(words) < 6)
    known = source_words(region.language)
    for word, form in zip(words, forms, strict=True):
        if form.kind in ("adjective", "numeral") and form.nominative:
            low = word.lower()
            if low not in known.people and not is_role(low, region.words):
                if word is words[-1] and _PARTICIPLE.search(low):
                    return True  # «бывшая задержанная»
                continue
        if word.lower() in _MEDIA:
            return True
        if word.lower() in _NOTES or not (form.nominative or form.kind == "verb"):
            return False
        low = {word.lower(), lemma(word.lower(), region.language)}
        many = low & (known.people | known.bodies | known.stand_ins | region.words.plural)
        return bool(many) or is_role(word, region.words) or (form.animate and form.kind == "noun")
    return False


def signed(region: Region, found: list[Frame]) -> list[Frame]:
    """A post's last words: «…, – NBC News», «… — Минобороны»."""
    sentence = region.sentences[-1] if region.sentences else Span(region.start, region.stop)
    if any(f.cue is not None and f.cue.start >= sentence.start for f in found[-200:]):
        return []
    testimony = _testified(region)
    if testimony is not None:
        return [testimony]
    match = _SIGNED.search(region.text(sentence.start, sentence.stop)[-200:])
    if match is None:
        return []
    offset = sentence.stop - min(200, sentence.stop - sentence.start)
    span = Span(offset + match.start(1), offset + match.end(1))
    named = region.named_in(span.start, span.stop + 1)
    if _whole_paragraph(region) and _reported_by(region, Span(sentence.start, span.start), span):
        part = clean(region.page.body, sentence.start, offset + match.start())
        region.use(*part)
        return [Frame([part], "say", None, span, confidence=0.6)]
    outlet = region.words.outlet.match(region.page.body, span.start)
    known = outlet or (named and named[0].start - span.start < 30 and named[-1].stop >= span.stop - 3)
    spoken = any(
        cases(w.lower(), region.language).kind == "verb" for w in WORD.findall(region.page.words(span))
    )
    if not outlet and _told_of_him(region.text(sentence.start, offset + match.start() + 1)):
        return []
    if not known or spoken or region.page.body[span.start : span.stop].count(" ") > 6:
        return []
    if not outlet and not _in_nominative(region, span, named):
        return []
    quote = region.quote_before(span.start)
    if (
        quote
        and quote.start not in region.used
        and not region.text(quote.stop, offset + match.start()).strip(" ,–—-")
    ):
        region.used.add(quote.start)
        return [
            Frame([content(region.page.body, quote)], "say", None, span, "span", None, True, confidence=0.7)
        ]
    part = clean(region.page.body, sentence.start, offset + match.start())
    words = WORD.findall(region.page.words(part))[:40]
    told = region.words.cue.search(region.page.body, *part) is not None
    if not outlet and (told or not any(cases(w.lower(), region.language).kind == "verb" for w in words)):
        return []
    if part.stop - part.start < 20:
        return []
    region.use(*part)
    return [Frame([part], "say", None, span, confidence=0.6)]


def _upright(one: Named, first: str) -> bool:
    """Whether a name stands as a register has it: not «напал на соседа – Петра Гусарова»."""
    return first[-2:].replace("ё", "е") == one.norm.split()[0][-2:].replace("ё", "е")


def _in_nominative(region: Region, span: Span, named: list[Named]) -> bool:
    first = WORD.match(region.page.body, span.start)
    low = first.group() if first is not None else ""
    deputy = low.startswith(("зам", "пом"))  # «замначальника Гусаров» stands in the nominative
    if low.islower() and not deputy and not cases(low, region.language).nominative:
        return False
    one = next((n for n in named if n.kind == "person"), None)
    return one is None or _upright(one, region.page.body[one.start : one.stop].split()[0])


def _whole_paragraph(region: Region) -> bool:
    page = region.page
    block = page.paragraphs[page.paragraph_of[page.sentence_at(region.start)]]
    return region.start <= block.start + _STAMP and region.stop >= block.stop - 2


_STAMP = 8
# «Единственный врач – хирург»: what stands before the dash is told of him.
_TOLD_OF_HIM = re.compile(
    r"(?<!\w)(?:эт[оаи]|тот|те|кто|единственн\w+|котор\w+|лишь|только|всего|первы\w+|перв[ао][яе]|главн\w+|це|той|ті|хто"
    r"|єдин\w+|як(?:ий|а|е|і)|лише|тільки|перш\w+|головн\w+)(?!\w)",
    re.I,
)
# A comma before the dash closes a clause about him: «Люди, живущие у моста, – очевидцы».
_CLAUSE_CLOSED = re.compile(
    r",\s(?:\w{1,4}\s)?(?:котор|что|чтобы|где|куда|когда|если|как(?!\sминимум)|чей|чь|хотя|чтобы|як|що|щоб|де|куди|коли|якщо|чий|хоча"
    r"|[\w’'-]{2,}(?:ющ|ящ|ущ|вш|нн|юч|яч|уч)\w{2,4}(?!\w)|[\w’'-]{3,}(?:вши|чи|дя|ая)(?!\w))[^,]*,?\s?\Z",
    re.I,
)


def _told_of_him(text: str) -> bool:
    if _TOLD_OF_HIM.search(text) is not None:
        return True
    return text.rstrip().endswith(",") and _CLAUSE_CLOSED.search(text) is not None


_PREDICATES = listed("чутно видно немає нема слышно видно нет чути є")


def _reported_by(region: Region, before: Span, label: Span) -> bool:
    """«В порту взрыв, погибли трое – власти»: a headline or a line of a log with whoever says so."""
    text = region.text(before.start, before.stop).rstrip(" –—-")
    words = WORD.findall(text)
    if len(words) < 3 or SPOKEN in text or _told_of_him(text):
        return False
    colon = text.find(":", 6)
    if colon > 0 and is_somebody(region, Span(before.start, before.start + colon)):
        return False
    kept_back = region.page.words(label).lower() in CREDITS
    if region.words.cue.search(text) or not (kept_back or is_somebody(region, label)):
        return False
    forms = [cases(w, region.language) for w in words[-40:]]
    tells = any(f.kind in ("verb", "numeral") for f in forms) or any(
        w.isdecimal() or w in _PREDICATES for w in words
    )
    if not tells:
        return False
    head = cases(WORD.findall(region.page.words(label))[0], region.language)
    counted = len(words) > 1 and (words[-2].isdecimal() or forms[-2].kind == "numeral")
    joins = set(forms[-1].nominative) & set(head.nominative or "*")
    person = forms[-1].animate or is_role(words[-1], region.words)
    return counted or not (joins and person and forms[-1].kind in ("noun", "name"))


_BEHIND_QUOTE = re.compile(r"[,.]?\s?[–—-]\s(?P<who>[^\n\x00«»]{1,110}?)[.\s]*\Z")
_AGED_OR_TRADE = re.compile(r"[,(]")


def _testified(region: Region) -> Frame | None:
    """««Нас не кормили» – К., 29 лет, слесарь»: a testimony with who gave it, no verb between them."""
    quote = region.quotes[-1] if region.quotes else None
    if quote is None or quote.start in region.used:
        return None
    match = _BEHIND_QUOTE.fullmatch(region.text(quote.stop, region.stop))
    if match is None:
        return None
    whole = Span(quote.stop + match.start("who"), quote.stop + match.end("who"))
    words = region.page.words(whole)
    comma = _AGED_OR_TRADE.search(words)
    first = Span(whole.start, whole.start + (comma.start() if comma else len(words)))
    first = clean(region.page.body, *first) if not _INITIAL.match(words) else first
    spoken = any(
        cases(w, region.language).kind == "verb" and not is_role(w, region.words)
        for w in WORD.findall(words)
        if w.islower()
    )
    initial = _INITIAL.fullmatch(region.page.words(first)) is not None and comma is not None
    if spoken or not (initial or is_somebody(region, first)):
        return None
    region.used.add(quote.start)
    return Frame(
        [content(region.page.body, quote)], "say", None, first, quoted=True, confidence=0.7, whole=whole
    )


_INITIAL = re.compile(r"[^\W\d_]\.(?:\s?[^\W\d_]\.)?")

__all__ = ["headed", "is_somebody", "labels_within", "signed"]
