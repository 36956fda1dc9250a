"""The points below a line that tells who spoke: «Главное из выступления министра:», «Что сказала Рощина:».

Channels and agencies give a speech as a list. Each line of it is a claim of whoever the line above names,
if that line names one person or body and an occasion of speaking: a noun («заявления Гусарова»), a verb
(«Гусаров ответил на вопросы»), or where he spoke («Гусаров на брифинге:»). What is told *about* somebody
names no such occasion. Russian and Ukrainian.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from muster.read.frames import Frame
from muster.read.page import Page
from muster.read.people.role_words import is_role
from muster.read.people.roles import Named
from muster.read.protection.bearers import between
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_LONGEST_HEAD: Final = 260
_FEWEST: Final = 2
_MARKS: Final = " \t*_\ufe0f\xa0"
_EDGE: Final = re.compile(r"[^\w«\"“]{0,16}")
_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ-]*")
_KINDS: Final = (
    r"(?:сам\w{1,3}\s|най)?(?:главн|основн|ключев|важн|важливіш|головн|головніш|ключов|громк|гучн|ярк|яскрав"
    r"|коротк)\w{1,4}"
)
# What is said, or where: nouns that stand before whoever speaks.
_SPOKEN: Final = (
    r"(?:заявлени[йяе]|тезис(?:ы|ов)|слов(?:а)?|высказывани[йяе]|ответ(?:ы|ов)|цитат[ыа]?|выступлени[йяе]|интервью|брифинга?"
    r"|пресс-?конференци[яи]|пресс-?подхода|обращени[йяе]|послани[йяе]|речь|речи|доклада?|эфира|комментари(?:и|ев)"
    r"|заяв[иа]?|тез(?:и)?|висловлюван(?:ня|ь)|відповід(?:і|ей)|цитати|виступ[иу]?|інтерв['’ʼ]ю|брифінгу?"
    r"|прес-?конференці[яї]|звернення|послання|промов[иа]|доповіді|ефіру|коментар(?:і|ів))"
)
_OUT_OF: Final = r"(?:из|с|со|по\sитогам|з|із|зі|за\sпідсумками)"
_NOUN: Final = re.compile(
    rf"(?:{_KINDS}\s(?:{_OUT_OF}\s)?(?:\w{{4,16}}\s)?|{_OUT_OF}\s|що\sсказано\s[уву]\s)?{_SPOKEN}\s(?=\S)",
    re.I,
)
_ASKS: Final = re.compile(
    r"(?:(?:вот\s|ось\s)?(?:что|що)|о\sч[её]м|про\sщо)\s(?:ещё\s|еще\s|также\s|ще\s)?"
    r"(?:сказал|заявил|рассказал|говорил|рассказывал|ответил|пообещал|сообщил|заявля|говорит|розпов|сказав|заяви|повідоми|говори|відпов)"
    r"\w{0,4}\s(?=\S)",
    re.I,
)
# An occasion of speaking with its verb: behind whoever spoke.
_SPOKE: Final = re.compile(
    r"(?<!\w)(?:выступил\w?(?=\s(?:на|в|во|перед|с\s(?:речью|заявлением|обращением|докладом|отч[её]том))\s|[.:])|да(?:л|ла|ло|ли|ёт|ет)\s(?:\w+\s){0,2}(?:интервью|пресс-?конференцию|брифинг|комментари\w)"
    r"|пров(?:[её]л|ела|ели|одит)\s(?:\w+\s){0,2}(?:пресс-?конференцию|брифинг|прямую\sлинию|встречу|при[её]м)"
    r"|обрати(?:лся|лась)|отве(?:тил|тила|чает)\sна\s(?:\w+\s)?вопрос\w{0,2}|высказал(?:ся|ась)|прокомментировал\w?"
    r"|сделал\w?\s(?:ряд|несколько|\w+)\sзаявлени\w{1,2}|виступи(?:в|ла)(?=\s(?:на|в|у|перед|з\s(?:промовою|заявою|зверненням|доповіддю|звітом))\s|[.:])|да(?:в|ла)\s(?:\w+\s){0,2}(?:інтерв['’ʼ]ю|брифінг|коментар)"
    r"|пров(?:ів|ела)\s(?:\w+\s){0,2}(?:прес-?конференцію|брифінг|зустріч)|звернув(?:ся)|звернулася"
    r"|відпові(?:в|ла)\sна\s(?:\w+\s)?запитан\w{1,3}|висловив(?:ся)|висловилася|прокоментува(?:в|ла)"
    r"|зроби(?:в|ла)\s(?:ряд|низку|кілька|\w+)\sзаяв)(?!\w)",
    re.I,
)
_MAINLY: Final = re.compile(
    rf"\W*(?:{_KINDS}(?:\s(?:{_SPOKEN}|мысл[иь]|момент[ыа]|думки))?|тезис(?:но|ы)|тезисно|тез(?:и|ово)|коротко|вкратце|стисло"
    r"|(?:вот\s)?(?:что|о\sч[её]м)\s(?:он|она)\s\w+|(?:ось\s)?(?:що|про\sщо)\s(?:він|вона)\s\w+)\W*",
    re.I,
)
# Where somebody speaks, or of what: behind a name without a verb.
_OCCASION: Final = (
    r"(?:конференци|конференці|брифинг|брифінг|интервью|інтерв|эфир|ефір|форум|встреч|зустріч|совещани|нараді"
    r"|заседани|засіданн|переговор|перемовин|саммит|саміт|подход|слушани|слуханн|сесси|сесії|выступлени|виступ"
    r"|обращени|звернен)"
)
_WHERE: Final = r"(?:на|в|во|у|по\sитогам|после|за\sпідсумками|після|під\sчас|во\sвремя|в\sходе|у\sході)"
_THERE: Final = re.compile(
    rf"(?:,?\s(?:{_WHERE}\s(?:\w+\s){{0,2}}?(?:прес{{1,2}}-?)?{_OCCASION}|(?:о|об|обо|про)\s)[^:\n]{{0,120}})?\Z",
    re.I,
)
_NO_LIFE: Final = re.compile(
    r"\W{0,3}(?:(?:народи|роди)(?:вся|лася|лся|лась)|окончил|закінчи|женат|одружен|замужем|возраст|вік\W)",
    re.I,
)
_NOMINATIVE_ONLY: Final = 3  # words of a role or a name looked at for their case


def points(page: Page, named: Sequence[Named], number: int, items: Sequence[Span]) -> list[Frame]:
    """The items of a list below paragraph ``number``, each the words of whom that paragraph names; none where
    it tells of nobody who spoke, or a bare name stands above what tells nothing."""
    block = page.paragraphs[number]
    if len(items) < _FEWEST or block.stop - block.start > _LONGEST_HEAD:
        return []
    language = page.paragraph_languages[number]
    if language not in ("ru", "uk") or any(_NO_LIFE.match(page.body, item.start) for item in items[:2]):
        return []
    speaker = _speaker(page, named, block, language)
    if speaker is None:
        return []
    bare = not _WORD.search(page.body, speaker.stop, block.stop)
    if bare and 2 * sum(_tells(page, item, language) for item in items) <= len(items):
        return []  # «Адвокат:» above a list of prices
    return [_point(page, item, speaker) for item in items if item.stop - item.start > _SHORTEST]


def _tells(page: Page, item: Span, language: str) -> bool:
    words = _WORD.findall(page.words(item))[:_FIRST_WORDS]
    return any(cases(w, language).kind == "verb" for w in words)


_FIRST_WORDS: Final = 16


_SHORTEST: Final = 8
_OPENING: Final = '«“"„'
_CLOSING: Final = '»”"'


def _point(page: Page, item: Span, speaker: Span) -> Frame:
    body = page.body
    stop = item.stop - (body[item.stop - 1] in ".;,")
    marked = body[item.start] in _OPENING and body[stop - 1] in _CLOSING
    if marked and not any(mark in body[item.start + 1 : stop - 1] for mark in _OPENING + _CLOSING):
        return Frame([Span(item.start + 1, stop - 1)], "say", None, speaker, quoted=True, confidence=0.75)
    return Frame([item], "say", None, speaker, confidence=0.65)


def _speaker(page: Page, named: Sequence[Named], block: Span, language: str) -> Span | None:
    body = page.body
    edge = _EDGE.match(body, block.start)
    start, stop = (edge.end() if edge else block.start), block.stop
    while stop > start and body[stop - 1] in _MARKS:
        stop -= 1
    colon = body[stop - 1] == ":"
    while stop > start and body[stop - 1] in _MARKS + ":.":
        stop -= 1
    mainly = page.sentences[page.sentence_at(stop - 1)].start
    if mainly > start and _MAINLY.fullmatch(body, mainly, stop):
        return _who_spoke(page, named, Span(start, mainly), language)
    if noun := _NOUN.match(body, start, stop):
        return _of_whom(page, named, Span(noun.end(), stop), language)
    if asks := _ASKS.match(body, start, stop):
        return _first(page, named, Span(asks.end(), stop), language)
    if not colon:
        return None
    spoke = _who_spoke(page, named, Span(start, stop), language)
    return spoke or _there(page, named, Span(start, stop), language)


def _who_spoke(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    """«Гусаров выступил в парламенте», «Министр ответил на вопросы журналистов»: before the verb."""
    verb = _SPOKE.search(page.body, *span)
    if verb is None:
        return None
    start = page.sentences[page.sentence_at(verb.start())].start
    edge = _EDGE.match(page.body, max(start, span.start))
    first = Span(edge.end() if edge else start, verb.start())
    who = _first(page, named, first, language)
    rest = page.body[who.stop : verb.start()] if who is not None else ","
    return who if "," not in rest and rest.count(" ") <= _FEW else None


_FEW: Final = 4


def _there(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    """«Гусаров на брифинге», «Гусаров о переговорах», «Гусаров»: with no verb."""
    who = _first(page, named, span, language)
    if who is None or _THERE.fullmatch(page.body, who.stop, span.stop) is None:
        return None
    words = _WORD.findall(page.words(span))
    told = any(
        w.islower() and cases(w, language).kind == "verb" and not is_role(w, lexicon(language)) for w in words
    )
    return None if told else who


def _first(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    """The person, office or body that a phrase begins with, if it can be a subject."""
    who = _named_first(page, named, span, language)
    if who is None:
        who = _office(page, span, language, genitive=False)
    if who is None:
        return None
    forms = [cases(w, language) for w in _WORD.findall(page.words(who))[:_NOMINATIVE_ONLY]]
    return who if forms and forms[0].nominative and forms[0].kind != "verb" else None


def _of_whom(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    """Whose: the person or body that stands in the genitive straight behind a noun of saying."""
    who = _named_first(page, named, span, language) or _office(page, span, language, genitive=True)
    if who is None:
        return None
    words = _WORD.findall(page.words(who))
    forms = [cases(w, language) for w in words]
    return (
        who
        if forms and all(f.genitive or f.kind in ("name", "other") for f in forms[:1] + forms[-1:])
        else None
    )


_FAR: Final = 110
_SEVERAL: Final = re.compile(r"(?:[её]в|ов|сторон|сторін|(?<!власт)ей|ів|їв)\Z")


def _named_first(page: Page, named: Sequence[Named], span: Span, language: str) -> Span | None:
    near = [n for n in between(named, span.start, span.stop) if n.stop <= span.stop]
    for n in near:
        if n.kind not in ("person", "organisation") or n.start - span.start > _FAR:
            return None
        start = n.role_start if span.start <= n.role_start < n.start else n.start
        if start == span.start:
            return Span(start, n.stop)
        if n.kind == "person":
            # «представителя МИД Марии Кац»: all before the name tells of him.
            before = _WORD.findall(page.body[span.start : n.start])
            known = lexicon(language)
            led = bool(before) and is_role(before[0], known)
            return Span(span.start, n.stop) if led and "," not in page.body[span.start : n.start] else None
    return None


def _office(page: Page, span: Span, language: str, *, genitive: bool) -> Span | None:
    """«президента», «глава МИД», «Кремль»: an office or a body without a name, up to two words."""
    words = list(_WORD.finditer(page.body, *span))[:2]
    if not words or words[0].start() > span.start:
        return None
    first = words[0].group()
    known = (
        is_role(first, lexicon(language))
        or {first.lower(), lemma(first, language)} & source_words(language).bodies
    )
    if not known or (genitive and _SEVERAL.search(first)):
        return None  # «Заявления сторон:» are of more than one
    form = cases(first, language)
    if not (form.genitive if genitive else form.nominative):
        return None
    stop = words[0].end()
    if len(words) > 1 and words[1].start() == stop + 1 and words[1].group().isupper():
        stop = words[1].end()
    return Span(words[0].start(), stop)


__all__ = ["points"]
