"""Words around a verb of saying: «…, сообщил X, …», «как сообщил X, …», «о том, что …, рассказал X»."""

from __future__ import annotations

import re

from muster.read.frames import SPOKEN, Frame, Region, clean
from muster.read.people.people import is_role
from muster.read.slavic.phrases import WORD, apposition, could_speak, speaker_after, subject_before
from muster.read.slavic.verbs import Verb, cut, frame_of
from muster.text.spans import Span

# Verbs that also tell what somebody does: around their words only what can be nothing but a subject counts.
_QUIET = frozenset({"weak", "write", "know", "manner", "hear", "accuse", "intend", "ask"})


_FOUND_OUT = re.compile(r"(?:выясн|установ|обнаруж|узна|з['’ʼ]ясув|встанов|вияв|дізна|довіда)", re.IGNORECASE)


def _between(verb: Verb, speaker: Span | None) -> bool:
    """«Двигун, з'ясували експерти, зібрали торік»: verb and subject alone between commas or to the end."""
    if speaker is None or speaker.start - verb.cue.stop > 1 or not verb.left().endswith(", "):
        return False
    return (
        re.match(r"[»”\"]?\s?(?:,|[.!?…]?\Z)", verb.region.text(speaker.stop, verb.sentence.stop)) is not None
    )


def around(verb: Verb, border: int, *, as_told: bool = False) -> Frame | None:
    """CONTENT, сообщил X[, CONTENT]; ``as_told``: «…, как выяснил X, …»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    body = region.page.body
    speaker = speaker_after(region, cue.stop, sentence.stop)
    before = (
        subject_before(region, sentence.start + border, cue.start)
        if speaker is None and verb.kind == "say"
        else None
    )
    speaker = speaker or before
    behind = speaker is not None and (speaker.start <= cue.stop + 3 or not could_speak(region, speaker))
    if behind and verb.kind == "say" and _alone(verb):
        return _put_in(verb, border)  # «Із жовтня, додає, притулок переходить …»: that is what is said
    soothes = verb.kind == "weak" and _SOOTHES.match(region.page.words(cue)) is not None
    soothes = soothes and (_ends_there(verb, speaker) or _put_between(verb, speaker))
    soothes = soothes or (
        _FOUND_OUT.match(region.page.words(cue)) is not None and (as_told or _between(verb, speaker))
    )
    if (verb.kind in ("weak", "accuse", "hear") and not soothes) or (
        speaker is not None and not could_speak(region, speaker)
    ):
        return None  # «…, о чём говорит обстановка, …»
    if speaker is None and verb.kind == "say":
        return _put_in(verb, border)
    present = verb.kind == "write" and region.page.words(cue).lower().startswith(("пиш",))
    if speaker is None or (verb.kind in _QUIET and not (present or soothes or telling(region, speaker))):
        return None
    lead = region.text(sentence.start, sentence.start + border)
    begin = sentence.start
    if SPOKEN in lead:
        rest = lead[lead.rindex(SPOKEN) + 1 :]
        if not rest.strip(" ,–—-") and not lead.split(SPOKEN, 1)[0].strip(" ,–—-_*"):
            return None
        if len(rest) < len(lead) // 3 and lead.startswith(SPOKEN):
            begin += lead.rindex(SPOKEN) + 1
    begin = max(begin, _after_sibling(verb, sentence.start + border))
    if (colon := region.text(begin, sentence.start + border).rfind(": ")) > 0:
        rest = region.text(begin + colon + 2, sentence.start + border)
        if _SO.fullmatch(rest):  # «Дорогу показали местные: так, по крайней мере, уверяет сосед»
            return frame_of(region, [clean(body, begin, begin + colon)], verb, speaker, 0.75)
        begin += colon + 2  # «Штамм этому не верит: на снимках, говорит он, две воронки»
    front = FRONTED.match(region.text(begin, sentence.start + border))
    begin += front.end() if front else 0
    parts = [clean(body, begin, sentence.start + border)]
    after = region.text(max(speaker.stop, cue.stop), sentence.stop)
    comma = re.match(r"[^,.;:!?\n–—\x00]{0,80}(?:,\s*[-–—]?|\s[-–—])\s*(?=\S)", after)
    if comma:
        at = max(speaker.stop, cue.stop) + comma.end()
        dashed = any(mark in comma.group() for mark in ("–", "—", " - "))
        if dashed or not apposition(region, at):
            more = cut(region, at, sentence.stop)
            beside = _BESIDE[region.language].match(body, *more) and not region.words.cue.match(body, *more)
            whole = more.stop >= sentence.stop - 1  # «Били, утверждает X, не всех»
            if more.stop - more.start >= (3 if whole else 8) and not beside and not _tells(region, more):
                parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 3]
    return frame_of(region, parts, verb, speaker, 0.85)


# «Вакцины хватит на всех, успокаивают в департаменте»
_SOOTHES = re.compile(
    r"(?:успок|обнад|утеша|заспок|втіша|підбадьор|доказыва|продолжа|повторя|продовжу|повторю)", re.IGNORECASE
)
_NO_SPEECH = re.compile(
    r"\W*(?:когда|пока|если|едва|только|как|коли|поки|якщо|щойно|[а-яёіїєґ]{3,20}(?:вши|вшись|ясь|ючи|ячи|ив|ав|ев|ая|яя))(?!\w)",
    re.IGNORECASE,
)


_SO = re.compile(r"(?:так|во всяком случае|по крайней мере|принаймні|в усякому разі|,|\s)+", re.IGNORECASE)


def _put_between(verb: Verb, speaker: Span | None) -> bool:
    """«Доказать это, продолжает он, нельзя»: the verb and whoever speaks stand alone between two commas."""
    if (
        speaker is None
        or not 0 < speaker.start - verb.cue.stop < 3
        or not verb.left().rstrip(" ").endswith(",")
    ):
        return False
    behind = verb.region.text(speaker.stop, verb.sentence.stop)
    return behind.startswith(", ") and telling(verb.region, speaker)


def _ends_there(verb: Verb, speaker: Span | None) -> bool:
    """Whether nothing stands behind the speaker in the sentence."""
    return speaker is not None and not verb.region.text(speaker.stop, verb.sentence.stop).strip(" .!?…")


# «Нельзя, отрезала Ирина Олеговна», «Поздно, вздохнул сторож»
_CUTS_SHORT = re.compile(
    r"(?:отрез|вздох|вздых|бурк|брос|кив|отруб|відріз|зітх|кинув|кинул|буркн|відруб)", re.IGNORECASE
)


def sighed(verb: Verb, border: int) -> Frame | None:
    """«А там и свет отрежут, вздыхает председатель»: words without marks before a verb of manner that ends
    the sentence with a name or a role."""
    region, sentence = verb.region, verb.sentence
    lead = region.text(sentence.start, sentence.start + border)
    few = 1 if _CUTS_SHORT.match(region.page.words(verb.cue)) else 3
    if verb.gerund or SPOKEN in lead or len(WORD.findall(lead)) < few or _NO_SPEECH.match(lead):
        return None
    speaker = speaker_after(region, verb.cue.stop, sentence.stop)
    if speaker is None or not _ends_there(verb, speaker) or not telling(region, speaker):
        return None
    part = clean(region.page.body, sentence.start, sentence.start + border)
    return frame_of(region, [part], verb, speaker, 0.55)


_SAID_OUT = re.compile(r"(?:\s(?:мне|нам|ему|ей|им|мені|йому|їй|їм|тихо|[\w’'-]{3,12}))?:\s(?=[\w…])")


def thrown(verb: Verb) -> Frame | None:
    """«Дружина кинула: авжеж, спить», «Дід засміявся: мовляв, не вперше»: words behind a colon."""
    region, cue = verb.region, verb.cue
    colon = _SAID_OUT.match(region.text(cue.stop, verb.sentence.stop))
    if colon is None or verb.gerund:
        return None
    speaker = subject_before(region, verb.low, cue.start)
    if speaker is None or not could_speak(region, speaker):
        return None
    words = cut(region, cue.stop + colon.end(), verb.sentence.stop)
    return frame_of(region, [words], verb, speaker, 0.6)


# «…, сообщил X, выступая в парламенте», «…, сообщил офицер, пожелавший …»: of the speaker, not his words.
_BESIDE = {
    "ru": re.compile(
        r"[а-яё-]{4,}(?:вший|вшая|вшие|ющий|ющая|ющие|ящий|ящая|ящие|ив|ав|ев|вшись|вая|упая|ясь)(?!\w)"
    ),
    "uk": re.compile(r"[а-яіїєґ'’ʼ-]{4,}(?:ючи|ячи|вши|ючись|вшись)(?!\w)"),
}
_SEVERAL = ("ят", "ют", "уть", "ять", "ють")
_OWN_WORDS = re.compile(r"[^,.:;!?\n]{0,60}(?:,\s(?:что|що|як|как)\s|:)")


def _tells(region: Region, words: Span) -> bool:
    """Whether a verb of saying with words of its own begins here: «…, сказал X, добавив, что …»."""
    cue = region.words.cue.match(region.page.body, *words)
    return cue is not None and _OWN_WORDS.match(region.page.body, cue.end(), words.stop) is not None


_ALONE = re.compile(r",\s(?=\w)")
_NOW = re.compile(r"(?:є|же|[иї]ть|ет|ит)\Z")


def _alone(verb: Verb) -> bool:
    """Whether a verb in the present stands alone between two commas."""
    now = _NOW.search(verb.region.page.words(verb.cue)) is not None
    return now and _ALONE.match(verb.right()) is not None and verb.left().endswith(", ")


# «Сорок строк, говорит.»
_SAYS_SO = re.compile(r"говор(?:ит|ят)|каже|кажуть", re.I)


def _put_in(verb: Verb, border: int) -> Frame | None:
    """«Морг, говорят, переполнен»; «люди, каже, схильні …»: the verb alone between two commas."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    comma = re.match(r"\s?,\s(?!(?:что|що|чтобы|щоб|как|як|а|но|але|и|і)\s)(?=[\w«])", verb.right())
    left = region.text(sentence.start, sentence.start + border)
    ends = comma is None and _SAYS_SO.fullmatch(region.page.words(cue)) and not verb.right().strip(' .!?…»”"')
    if (
        (comma is None and not ends)
        or verb.gerund
        or not verb.left().rstrip().endswith(",")
        or SPOKEN in left
    ):
        return None
    begin = sentence.start + max(left.rfind(":"), left.rfind(";"), -1) + 1
    begin = max(begin, _after_sibling(verb, sentence.start + border))
    parts = [
        clean(region.page.body, begin, sentence.start + border),
        *([cut(region, cue.stop + comma.end(), sentence.stop)] if comma else []),
    ]
    frame = frame_of(region, [p for p in parts if p.stop - p.start >= 3], verb, None, 0.55)
    if frame is not None:
        form = region.page.words(cue).lower()
        frame.who = "nobody" if form.endswith(_SEVERAL) else "carried"
    return frame


FRONTED = re.compile(
    r"[^\w]{0,6}(?:(?:о том|об том|про те|то|те),\s(?:что\s|що\s(?!ж)"
    r"|(?=(?:как|почему|зачем|кто|где|куда|откуда|когда|сколько|як|чому|хто|де|куди|звідки|коли|скільки)\s))"
    r"|(?=(?:о|об|про)\s[а-яёіїєґА-ЯЁІЇЄҐ]))",
    re.I,
)


def fronted(verb: Verb, start: int, left: str) -> Frame | None:
    """«О том, что завод закрывают, рабочие узнали …»; «О смерти писателя сообщила его дочь»."""
    region, sentence = verb.region, verb.sentence
    comma = left.rfind(",")
    clause_ = left[:start].rstrip().lower().endswith(("что", "що", ","))
    if clause_:
        if comma <= start or _RELATIVE.match(left, comma):
            return None  # «О том, что он жив, она узнала из письма, которое передала соседка»
        span = clean(region.page.body, sentence.start + start, sentence.start + comma)
        speaker = subject_before(region, sentence.start + comma + 1, verb.cue.start)
        speaker = speaker or speaker_after(region, verb.cue.stop, sentence.stop)
    else:
        if (
            SPOKEN in left
            or "," in left
            or re.match(r"[^\w]{0,6}(?:об|про)\s(?:этом|це|цьому|том)\b", left, re.I)
        ):
            return None
        span = clean(region.page.body, sentence.start + start, verb.cue.start)
        if first := _AS_FIRST.search(region.page.words(span)):
            span = Span(span.start, span.start + first.start())
        speaker = None
        if verb.kind in ("say", "write", "hear") and not _MORE.search(verb.right()):
            speaker = subject_before(region, verb.low, verb.cue.start, bodies=False)
        told = _WHOM_TOLD.search(region.page.words(span))
        if told is not None and told.start() > _A_NOUN:
            span = Span(span.start, span.start + told.start())
        if speaker is not None and speaker.start > span.start + _A_NOUN and could_speak(region, speaker):
            # «Об обстреле мэр сообщил утром»
            span = clean(region.page.body, span.start, speaker.start)
        else:
            speaker = speaker_after(region, verb.cue.stop, sentence.stop)
    if speaker is None or span.stop - span.start < 6:
        return None
    return frame_of(region, [span], verb, speaker, 0.75)


_A_NOUN = 5
# «О бунте первым рассказал дезертир»
_AS_FIRST = re.compile(r"\s(?:первым|первой|первыми|впервые|первая|первый|першим|першою|першими|вперше)\Z")
# «Об обыске изданию сообщили в суде»
_WHOM_TOLD = re.compile(
    r"\s(?:изданию|виданню|газете|газеті|агентству|редакции|редакції|журналистам|журналістам|нам)"
    r"(?:\s[«\"][^»\"\n]{2,30}[»\"])?\Z"
)
_MORE = re.compile(r"[:\x00«]")  # «О пожаре мэр сказал так: «…»»
_RELATIVE = re.compile(
    r",\s(?:[а-яіїєґ]{1,4}\s)?(?:котор[а-яё]{2,3}|як(?:ий|а|е|і|у|ого|ої|их|ому|ій|им|ою)(?=\s))"
)


def telling(region: Region, speaker: Span) -> bool:
    """A pronoun, a name or a role: more than a noun that happens to stand behind the verb."""
    words = region.page.words(speaker)
    return (
        bool(region.named_from(speaker.start, speaker.stop))
        or words.lower() in ("он", "она", "они", "він", "вона", "вони")
        or any(is_role(w, region.words) for w in WORD.findall(words)[:2])
    )


def _after_sibling(verb: Verb, stop: int) -> int:
    """Where the words of the frame before end, if that one stands in the same sentence."""
    if verb.before is None or verb.before.cue is None:
        return verb.sentence.start
    return verb.before.stop if verb.before.stop <= stop - 8 else verb.sentence.start


def as_reported(verb: Verb) -> Frame | None:
    """«Как сообщил X, CONTENT»."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    speaker = speaker_after(region, cue.stop, sentence.stop)
    start = speaker.stop if speaker else cue.stop
    comma = region.text(start, sentence.stop).find(",")
    if comma < 0:
        return None
    after = start + comma + 1
    if apposition(region, after):
        second = region.text(after, sentence.stop).find(",")
        after = after + second + 1 if second >= 0 else after
    span = cut(region, after, sentence.stop)
    return (
        frame_of(region, [span], verb, speaker, 0.85 if speaker else 0.5)
        if span.stop - span.start >= 6
        else None
    )


__all__ = ["FRONTED", "around", "as_reported", "fronted", "sighed", "telling", "thrown"]
