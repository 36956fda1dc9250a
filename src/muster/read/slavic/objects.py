"""Reported words that are an object: «подтвердил попадание», «обещают свет», «назвал письмо подделкой».

Only verbs that can have no other object than words: whoever confirms, promises or calls something so says it.
"""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import Frame
from muster.read.slavic.phrases import WORD, could_speak, speaker_after, subject_before
from muster.read.slavic.subjects import OF_TIME, PREPOSITIONS
from muster.read.slavic.this import body_and_thing, thing_before, told_of
from muster.read.slavic.verbs import Verb, before_the_next, cut, frame_of
from muster.text.cases import cases
from muster.text.spans import Span

CONFIRMS: Final = re.compile(
    r"(?:подтв|підтв|пообещ|обеща|пообіц|обіця|попереди|пригроз|погрож|предлага|предложи|пропону|запропону|(?:з|об)винува[тч]|обвин|закида(?:є|ють|в|ла|ли)|інкримін|инкримин|вменя"
    r"|не\s(?:исключ|виключ)|вин(?:ит|ят|ил|ить|ять|ив)|наполяг|настаива|требу|потребов|запроси(?:л|ла|ло|ли)\b|вимага|зажада|домага)",
    re.IGNORECASE,
)
_NAMES: Final = re.compile(
    r"(?<!\w)(?:назв(?:ал|ала|али|ало|ав)|называ(?:ет|ют|л|ла|ли|я)|охарактеризовав|назива(?:є|ють|в|ла|ли)|счита(?:ет|ют|л|ла|ли)"
    r"|вважа(?:є|ють|в|ла|ли)|сч[её]л|сочл[аои]|охарактеризова(?:л|ла|ли)|охарактеризува(?:в|ла|ли)"
    r"|расценива(?:ет|ют|л|ла|ли)|расцени(?:л|ла|ли)|розціню(?:є|ють|вав|вала|вали)|розціни(?:в|ла|ли)"
    r"|оценива(?:ет|ют|л|ла|ли)|оцени(?:л|ла|ло|ли)|оціню(?:є|ють|вав|вала|вали)|оціни(?:в|ла|ло|ли)"
    r"|связыва(?:ет|ют|л|ла|ли)|пов['’ʼ]язу(?:є|ють|вав|вала|вали))(?!\w)",
    re.IGNORECASE,
)
# The case that says as what something is named.
_AS_WHAT: Final = {
    "ru": re.compile(r"(?:ой|ою|ей|ею|ом|ем|ём|ым|им|ами|ями|ыми|ими|ью)\Z"),
    "uk": re.compile(r"(?:ою|ею|єю|ом|ем|єм|им|їм|ами|ями|ими|ями|ю)\Z"),
}
_BORDER: Final = re.compile(r"[,.;:!?()\n]|\s[–—-]\s")
_THIS: Final = frozenset({"это", "что", "все", "всё", "це", "що", "усе"})
_NO_OBJECT: Final = frozenset({"adverb", "other", "verb", "pronoun"})


# Who forecasts or states something says it, whatever it is.
_FORESEES: Final = re.compile(
    r"(?:с?прогнозир|предска[зж]|предр[её]к|констатир|с?прогнозу|передбач|констату)", re.IGNORECASE
)
# «отмечают рост», «ожидает подорожания»: words only where the noun is of something that changes or lacks;
# one may also note a birthday and expect a bus.
_NOTES: Final = re.compile(
    r"(?:фиксиру(?:ет|ют)|фіксу(?:є|ють)|отмеча(?:ет|ют|л|ла|ли)|отмети(?:л|ла|ло|ли)|ожида(?:ет|ют|л|ла|ли)|відзнача(?:є|ють|в|ла|ли)|відзначи(?:в|ла|ло|ли)"
    r"|очіку(?:є|ють|вав|вала|вали))(?!\w)",
    re.IGNORECASE,
)
_CHANGES: Final = re.compile(
    r"(?:рост|прирост|спад|дефицит|успех|прогресс|приток|отток|всплеск|зростання|дефіцит|спад|приплив|відплив|сплеск)\w{0,2}\Z"
    r"|(?:нехватк|недостат|сложност|трудност|нестач|брак|складнощ|відсутніст)\w{1,3}\Z"
    r"|\w{3,}(?:[аеиоуя]ни|ути|яти|ити|ци|тстви|чи)[еяюйи]\Z|\w{3,}(?:[аяіу]нн|інн|тт)я\Z",
    re.IGNORECASE,
)
# What is held, not said: «отметили окончание школы», «ждут возвращения».
_HELD: Final = re.compile(
    r"(?:окончани|завершени|рождени|возвращени|основани|создани|освобождени|закінченн|завершенн|народженн|поверненн"
    r"|заснуванн|створенн|визволенн|день|годовщин)",
    re.IGNORECASE,
)
_EXPLAINS: Final = re.compile(
    r"(?:объясня(?:ет|ют|л|ла|ли)|объясни(?:л|ла|ло|ли)|пояснюва(?:в|ла|ли)|пояснює|пояснюють|поясни(?:в|ла|ло|ли))(?!\w)",
    re.IGNORECASE,
)
_IT: Final = frozenset(
    {"это", "этот", "эту", "эти", "всё", "все", "це", "цей", "цю", "ці", "усе", "его", "ее", "её", "їх"}
)

_THESE: Final = frozenset(
    {"цю", "ці", "цей", "цього", "эту", "эти", "этот", "таку", "такі", "такую", "такие"}
)
# «подтвердил его слова»
_HIS_WORDS: Final = re.compile(
    r"(?:его|её|ее|их|його|її|їхні)\s(?:слова|рассказ|показания|версию|данные|вывод|розповідь|дані|версію|свідчення)",
    re.IGNORECASE,
)
# «возлагает вину на подрядчика»
_LAYS: Final = re.compile(r"(?:возлож|возлаг|перелож|перекла|покла)", re.IGNORECASE)
_BLAME: Final = re.compile(
    r"\s(?:всю\s|усю\s)?(?:вину|ответственность|провину|відповідальність)\s(?:[\w-]+\s){0,5}?на\s",
    re.IGNORECASE,
)
_CLAIMS: Final = re.compile(r"запрос", re.IGNORECASE)
_BLAMES: Final = re.compile(r"(?:з|об)винува[тч]|обвин|вин(?:ит|ят|ил|ить|ять|ив)", re.IGNORECASE)
# «винят не дорогу, а блокпост»
_NOT_BUT: Final = re.compile(r",\s(?:а|но)\s(?=[\w-]+(?:\s[\w-]+){0,3}(?:[.,;!?]|\Z))")


def object_of(verb: Verb, right: str) -> Frame | None:
    """The noun behind a verb of confirming or promising as the words that were said."""
    region, cue = verb.region, verb.cue
    if _EXPLAINS.fullmatch(region.page.words(cue)):
        return _explained(verb)
    stated = _FORESEES.match(region.page.words(cue)) is not None or _change_noted(verb)
    stated = stated or (_LAYS.match(region.page.words(cue)) is not None and _BLAME.match(right) is not None)
    if CONFIRMS.match(region.page.words(cue)) is None and not stated:
        return None
    speaker = subject_before(region, verb.low, cue.start)
    if speaker is None and not verb.told_across():
        speaker = speaker_after(region, cue.stop, verb.sentence.stop)
        if speaker is None or not could_speak(region, speaker):
            speaker = verb.follows()  # «Обіцяє відповідь до неділі»
    if stated and (speaker is None or speaker.start > cue.start or not could_speak(region, speaker)):
        return None
    if speaker and region.page.words(speaker).lower() in _THIS:
        return None
    begin = max(cue.stop, speaker.stop) if speaker else cue.stop
    charged = _CHARGES.match(region.page.words(cue)) is not None
    told = (_CHARGED if charged else _TOLD_TO).match(region.page.body, begin, verb.sentence.stop)
    if charged and told is None:
        return None  # «закидали камінням»
    begin = told.end() if told else begin
    first = WORD.search(region.text(begin, min(begin + 40, verb.sentence.stop)))
    if first and _BLAMES.match(region.page.words(cue)) and first.group().lower() in ("не", "только", "лише"):
        first = WORD.search(region.text(begin, min(begin + 60, verb.sentence.stop)), first.end())
    elif first is None or region.text(begin, begin + first.start()).strip():
        return None
    if first is None:
        return None
    if first.group().lower() in _THESE or _HIS_WORDS.match(
        region.page.body, begin + first.start()
    ):  # «підтвердив ці дані»
        first = WORD.search(region.text(begin, min(begin + 40, verb.sentence.stop)), first.end()) or first
    form = cases(first.group(), region.language)
    if form.kind in _NO_OBJECT or len(first.group()) < 3:
        return None
    if speaker is None and any(
        OF_TIME.match(w.lower()) for w in WORD.findall(region.text(begin, begin + 40))[:2]
    ):
        return None  # «Так само обіцяли минулої неділі»
    if _CLAIMS.match(region.page.words(cue)) and not (
        speaker and (form.nominative or form.kind == "numeral")
    ):
        return None  # «Шесть лет запросили врачу»
    several = region.page.words(cue).lower().endswith(("ют", "ють", "ли"))
    opens = not verb.left().strip(' —–-*_«"')
    if speaker is None and not several and not opens:
        return None
    end = _BORDER.search(region.page.body, begin + 1, verb.sentence.stop)
    if end and _BLAMES.match(region.page.words(cue)) and _NOT_BUT.match(region.page.body, end.start()):
        end = _BORDER.search(region.page.body, end.end(), verb.sentence.stop)
    stop = before_the_next(verb, begin, end.start() if end else verb.sentence.stop)
    span = cut(region, begin, stop)
    frame = frame_of(region, [span], verb, speaker, 0.65) if span.stop - span.start >= 5 else None
    if frame is not None and speaker is None and not several:
        frame.who = "carried"  # «Обещала шифер»: whoever the sentence before is about
    return frame


_CHARGES: Final = re.compile(r"закид|інкримін|инкримин|вменя", re.IGNORECASE)
# Whom: «закидає йому розтрату», «інкримінують полковникові продаж».
_CHARGED: Final = re.compile(
    r"\s(?:йому|їй|їм|мені|нам|ему|ей|им|мне|[\w’'-]{3,24}(?:ові|еві|єві|у|ю))(?=\s[а-яёіїєґ])",
    re.IGNORECASE,
)
# «подтвердили «Надзору» факт обыска»
_TOLD_TO: Final = re.compile(
    r"\s(?:(?:изданию|виданню|газете|газеті|агентству|телеканалу)\s)?[«\"][А-ЯЁІЇЄҐ][^»\"\n]{1,30}[»\"](?=\s[а-яёіїєґ])"
    r"|\s(?:журналистам|журналістам|изданию|виданню|редакции|редакції)(?=\s[а-яёіїєґ])"
)


def _change_noted(verb: Verb) -> bool:
    """«Врачи отмечают резкий рост …»: a noun of change stands behind the verb, its adjectives before it."""
    region, cue = verb.region, verb.cue
    if _NOTES.fullmatch(region.page.words(cue)) is None:
        return False
    for word in WORD.findall(verb.right()[:80])[:3]:
        if _CHANGES.match(word):
            return _HELD.match(word) is None
        if not _ATTRIBUTE.search(word):
            return False
    return False


_ATTRIBUTE: Final = re.compile(
    r"(?:[иыо]й|[оеё]е|[ую]ю|[ая]я|[иы]е|[иы]х|[оеё]го|[оеё]м|[кнвсз]е|[кнвсз]у|[кнвсз]і)\Z"
)


def _explained(verb: Verb) -> Frame | None:
    """«Следствие объясняет смерть неосторожностью», «В мэрии перебои объясняют аварией»: what is explained,
    and by what in the instrumental."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    body = region.page.body
    end = _BORDER.search(body, cue.stop, min(sentence.stop, cue.stop + 140))
    stop = end.start() if end else min(sentence.stop, cue.stop + 140)
    words = list(WORD.finditer(body, cue.stop, stop))[:6]
    by = next((i for i, w in enumerate(words) if _is_by_what(w.group(), region.language)), None)
    if by is None or any(w.group().lower() in PREPOSITIONS for w in words[:by]):
        return None
    low = [Span(*m.span()) for m in WORD.finditer(body, max(verb.low, sentence.start), cue.start)]
    both = body_and_thing(verb, low)
    speaker = both[0] if both else subject_before(region, verb.low, cue.start)
    if speaker is None or not could_speak(region, speaker):
        return None
    before = both[1] if both else Span(speaker.stop, cue.start)
    thing = [w for w in WORD.findall(body[before.start : before.stop]) if w.lower() not in _SMALL]
    if not by and not thing:
        return None  # «объяснил жестами»
    begin = words[by].start() if by == 1 and words[0].group().lower() in _IT else cue.stop
    parts = [cut(region, begin, stop)]
    if not by and cases(thing[0], region.language).kind in ("noun", "adjective"):
        parts.insert(0, cut(region, *before))
    return frame_of(region, parts, verb, speaker, 0.65)


_SMALL: Final = frozenset({"же", "также", "тоже", "теж", "також", "это", "це"})


def _is_by_what(word: str, language: str) -> bool:
    form = cases(word, language)
    straight = form.kind in ("noun", "adjective") and not form.nominative and not form.genitive
    if language == "uk":  # without its dictionary only the ending tells
        straight = form.kind != "verb" and _BY_UK.search(word) is not None
    return straight and word.islower() and len(word) > 4 and _AS_WHAT[language].search(word) is not None


_BY_UK: Final = re.compile(r"(?:[оеє]ю|ст[юі]ю?|[аяи]ми|[нт]{2}ям|[^аеиоуіїєяю]ом|\w{3}[нквлтчшщ]им)\Z")


def named_so(verb: Verb) -> Frame | None:
    """«назвал документ «подделкой»», «считает журнал переписанным»: the thing with what it is called."""
    region, cue, sentence = verb.region, verb.cue, verb.sentence
    if _NAMES.fullmatch(region.page.words(cue)) is None:
        return None
    if (before := _named_before(verb)) is not None:
        return before
    speaker = (
        verb.subject(cue.stop)
        if verb.gerund
        else (
            subject_before(region, verb.low, cue.start)
            or verb.across()
            or verb.subject(cue.stop)
            or told_of(verb, cue.start)
        )
    )
    speaker = speaker or beside_a_word(verb)
    if speaker and (which := _WHICH.match(region.page.body, *speaker)):
        speaker = Span(which.end(), speaker.stop) if which.end() < speaker.stop else None
    begin = cue.stop
    if speaker and (called := _called_so(verb)):
        return frame_of(region, [called], verb, speaker, 0.7)
    if speaker is None:
        speaker = speaker_after(region, cue.stop, sentence.stop)
        begin = speaker.stop if speaker else begin
    if speaker is None or begin - cue.stop > 80:
        return None
    body = region.page.body
    stop = before_the_next(verb, begin, _border_past_marks(body, begin, sentence.stop))
    words = WORD.findall(body[begin:stop])
    quoted = any(mark in body[begin:stop] for mark in '«“"')
    weighed = _WEIGHED.match(region.page.words(cue)) is not None
    marked = len(words) == 1 and begin == cue.stop and body[begin : begin + 2].strip() in ("«", "“", '"')
    if marked and _AS_WHAT[region.language].search(words[0]) and words[0].islower():
        return frame_of(region, [cut(region, begin, stop)], verb, speaker, 0.65)  # «Отказ она назвала «…ным»»
    if len(words) < 2 or not (quoted or weighed or _called(words, region.language)):
        return None
    if weighed and not (quoted or _AS.search(body, begin, stop)):
        return None
    return frame_of(region, [cut(region, begin, stop)], verb, speaker, 0.7)


_MARKED: Final = re.compile(r"«[^«»\n]{1,140}»|“[^“”\n]{1,140}”|\"[^\"\n]{1,140}\"")


def _border_past_marks(body: str, begin: int, stop: int) -> int:
    """Where the clause ends, or 120 characters on; no mark within quotation marks ends it."""
    at, most = begin, min(stop, begin + 120)
    while True:
        end = _BORDER.search(body, at, most)
        if end is None:
            return most
        marked = next((m for m in _MARKED.finditer(body, at, stop) if m.end() > end.start()), None)
        if marked is None or marked.start() > end.start():
            return end.start()
        at, most = marked.end(), max(most, marked.end())


# «Прокурор просил девять лет», «обвинение запросило для него пять лет колонии»
_ASKS: Final = re.compile(
    r"(?:про[сш]|попрос|запрос|испрос|запрашив|требу|потреб|вимага|зажада)\w*", re.IGNORECASE
)
_TERM: Final = re.compile(
    r"\s(?:(?:для|ему|ей|им|йому|їй|їм)\s(?:[\w-]+\s){0,3}?)?(?P<term>(?:от\s|від\s|до\s)?(?:\d{1,2}|[а-яёіїє]{2,14})"
    r"(?:[\s-][а-яёіїє\d]{1,14}){0,4}?\s(?:лет|год|года|месяц|месяца|месяцев|суток|років|року|роки|місяц\w{1,2}|діб|доби)(?!\w)"
    r"(?:\s[^,.;:!?()\n\x00]{1,80})?)",
    re.IGNORECASE,
)


def term_asked(verb: Verb) -> Frame | None:
    """The years that a side of a trial asks for."""
    region, cue = verb.region, verb.cue
    if _ASKS.fullmatch(region.page.words(cue)) is None:
        return None
    term = _TERM.match(region.page.body, cue.stop, min(verb.sentence.stop, cue.stop + 160))
    speaker = subject_before(region, verb.low, cue.start) if term else None
    if term is None or speaker is None or not could_speak(region, speaker):
        return None
    return frame_of(region, [cut(region, cue.stop, term.end())], verb, speaker, 0.65)


_SO_CALLED: Final = re.compile(r"\s[а-яёіїєґ’'-]{4,30}(?:\s[а-яёіїєґ’'-]{3,30}){0,3}(?=[.,;:!?\n]|\Z)")


# «Ущерб власти оценивают в 40 миллионов», «Стан лікарі оцінюють як тяжкий»
_WEIGHED_SO: Final = re.compile(r"\s(?:в|у|как|як)\s[^.,;:!?\n\x00«»]{2,60}")


def _named_before(verb: Verb) -> Frame | None:
    """«Заявление мэра рабочие считают издёвкой», «В министерстве ситуацию назвали штатной»: the thing before
    the verb, and behind it nothing but what it is called."""
    region, cue = verb.region, verb.cue
    called = _SO_CALLED.match(region.page.body, cue.stop, min(verb.sentence.stop, cue.stop + 100))
    first = WORD.search(called.group()) if called else None
    so = first is not None and called is not None and _is_so(first.group(), called.group(), region.language)
    if first is None or not (so or _is_by_what(first.group(), region.language)):
        weighed = _WEIGHED.match(region.page.words(cue)) is not None
        called = _WEIGHED_SO.match(region.page.body, cue.stop, verb.sentence.stop) if weighed else None
    if called is None:
        return None
    low = [
        Span(*m.span())
        for m in WORD.finditer(region.page.body, max(verb.low, verb.sentence.start), cue.start)
    ]
    pair = body_and_thing(verb, low) or thing_before(verb)
    if pair is None or not could_speak(region, pair[0]):
        return None
    return frame_of(region, [cut(region, *pair[1]), cut(region, cue.stop, called.end())], verb, pair[0], 0.65)


def _is_so(word: str, called: str, language: str) -> bool:
    """«карту назвали рабочей»: one adjective in the instrumental, though a woman's looks like a genitive."""
    return (
        called.strip() == word
        and cases(word, language).kind == "adjective"
        and word.endswith(("ой", "ей", "ою", "ею"))
    )


# «оценивает потери в ноль», «расценивает запись как подделку», «связывает это с дорогой»
_WEIGHED: Final = re.compile(r"(?:расцени|розцін|оцени|оцін|связыв|пов['’ʼ]яз)", re.IGNORECASE)
_AS: Final = re.compile(r"\w\s(?:в|у|как|як|с|со|із|з|зі)\s\w")
_WHICH: Final = re.compile(r"(?:котор\w{2,3}|як(?:ого|у|их|е|і|ий))\s", re.IGNORECASE)
_IT_BEFORE: Final = re.compile(
    r",\s(?:которого|которую|которых|которое|которые|який|якого|яку|яких|яке|які)\s(?:[^,.;:!?–—\n]{2,60}\s)?\Z"
    r"|(?<!\w)(?:это|этот|эту|эти|его|её|ее|их|це|цю|ці|його|її|їх|такое|таке|такий|таку|такі|такую|такие)(?:\s\w{3,16})?\s\Z",
    re.IGNORECASE,
)
_AS_WHAT_NEXT: Final = re.compile(r"\s(?:[^\W\d_][\w’'ʼ-]*\s){0,3}?[^\W\d_][\w’'ʼ-]*(?=[,.;:!?]|\Z)")


def _called_so(verb: Verb) -> Span | None:
    """«В министерстве это назвали гаданием»: what it is called, where the pronoun stands before the verb."""
    region, cue = verb.region, verb.cue
    if _IT_BEFORE.search(verb.left()[-90:]) is None:
        return None
    found = _AS_WHAT_NEXT.match(region.page.body, cue.stop, min(verb.sentence.stop, cue.stop + 90))
    words = WORD.findall(found.group()) if found else []
    weighed = _WEIGHED.match(region.page.words(cue)) is not None
    instrumental = any(_AS_WHAT[region.language].search(w) and len(w) > 4 for w in words[:3])
    if found is None or not (weighed or instrumental):
        return None
    return cut(region, cue.stop, found.end())


_ADVERB: Final = re.compile(
    r",\s(?:однако|впрочем|наоборот|напротив|например|кстати|конечно|навпаки|проте|однак|втім"
    r"|наприклад|до речі|звісно|між іншим|між тим|тем временем|между тем|зато|зрештою|наконец),\s\Z"
)


def beside_a_word(verb: Verb) -> Span | None:
    """«Эксперт X, однако, считает его подлинным»: a word between commas parts nobody from his verb."""
    found = _ADVERB.search(verb.left()[-40:])
    if found is None:
        return None
    stop = verb.cue.start - (len(verb.left()[-40:]) - found.start())
    return subject_before(verb.region, verb.low, stop)


def _called(words: list[str], language: str) -> bool:
    """Whether a thing stands first and what it is called in the instrumental behind it, in small letters."""
    first = cases(words[0], language)
    if first.kind in ("verb", "adverb", "other", "numeral"):
        return False
    if len(words) > 1 and _is_by_what(words[0], language):
        return True  # «назвав целью пункт управления»
    return any(w.islower() and _AS_WHAT[language].search(w) and len(w) > 4 for w in words[1:4])


__all__ = ["CONFIRMS", "beside_a_word", "named_so", "object_of", "term_asked"]
