"""Russian and Ukrainian verbs of saying whose subject nobody names: «говорят, что …», «мне сказали: …»,
«їй радили не лізти», «думаю, що …».
"""

from __future__ import annotations

import re

from muster.read.frames import Frame, Region
from muster.read.slavic.phrases import WORD
from muster.read.slavic.tokens import TO_ME
from muster.read.slavic.verbs import Verb, cut, frame_of
from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.spans import Span

SAYING = frozenset({"say", "write", "weak", "intend"})
# «Мне сказали: …», «Маме вчера ответили: …», «Каже: …»: a verb that begins its clause, but for the one it
# was said to.
_TO_WHOM = re.compile(
    r"(?:мне|нам|ему|ей|им|мені|йому|їй|їм|\w{2,12}(?:у|ю|е|и|ам|ям|ові|еві|єві|і|ї))\Z", re.I
)
_WHEN = listed(
    """вчера сегодня потом теперь там тут здесь везде тогда уже снова опять вечером утром ночью и а но
    учора вчора сьогодні потім тепер скрізь всюди вже знову знов увечері вранці вночі і й та але
    сразу одразу ещё еще ще"""
)


def stands_alone(verb: Verb, right: str) -> bool:
    """Whether nothing stands before the verb in its clause but small words and whom it was said to, and
    nothing between it and its words."""
    between = WORD.findall(right)
    if verb.kind not in SAYING or len(between) > 1 or verb.gerund:
        few = verb.kind == "intend" and not verb.gerund and len(between) <= 3
        if not few or any(w.lower() not in _BETWEEN for w in between):
            return False
    before = _AT_HOUR.sub("", _BY_AIR.sub("", re.split(r"[,;:–—.!?…«»\"“”]", verb.left())[-1]))
    words = WORD.findall(before)
    rest = [w for w in words if w.lower() not in _WHEN]
    if len(words) <= 3 and (not rest or (len(rest) == 1 and _TO_WHOM.match(rest[0]) is not None)):
        return True
    # «Нам ещё в пятницу велели …»
    return bool(rest) and len(words) <= 6 and rest[0].lower() in TO_ME and not verb.subject(verb.cue.stop)


# «Просил его никуда не вписывать»
_BETWEEN = listed(
    """его её ее их меня нас тебя вас не ни никуда никому ничего больше сразу пока тоже только всех всё
    його її їх мене нас тебе вас не ні нікуди нікому нічого більше одразу поки теж лише тільки всіх все"""
)
_BY_AIR = re.compile(
    r"(?:по|через|із|з|в|у)\s(?:рации|радио|связи|телефону|громкой связи|рації|радіо|зв.язку)\s", re.I
)
_AT_HOUR = re.compile(
    r"(?:об?|в|у)\s(?:[\w’'ʼ]+ій(?:\s(?:годині|ранку|ночі|вечора|двадцять|тридцять|сорок|десять|п['’ʼ]ятнадцять))?|\w+\sчаса?)\s",
    re.I,
)
_FIRST = re.compile(r"(?:ю|у|ем|им|ємо|емо|имо|юся|усь|юсь)\Z")

MINE = listed(
    """думаю думаем считаю считаем полагаю надеюсь надеемся боюсь боимся опасаюсь сомневаюсь подозреваю
    предполагаю
    рассчитываю знаю знаем понимаю понимаем помню говорю скажу уверяю заверяю вважаю вважаємо думаємо
    сподіваюся
    сподіваємося сподіваюсь боюся боюсь побоююся сумніваюся припускаю знаємо розумію розуміємо пам'ятаю
    кажу скажу
    певен певна впевнений впевнена переконаний переконана уверен уверена убежден убеждена"""
)


_SEVERAL = ("ют", "ят", "ут", "ють", "ять", "уть", "ли", "лись", "лися")


# «Мер передзвонив. Просить уточнити …»: who asks, orders or promises at the head of a sentence tells others.
_ASKS_SO = re.compile(
    r"(?:по)?про(?:сит|сив|сил)|(?:по)?рад(?:ит|ив|ил)|совет|(?:за)?пропону|предл|(?:по)?обіц|(?:по)?обещ|наказ|приказ|вимаг|требу|потреб|звелі|вел[еі]"
)


def _told_me(verb: Verb) -> bool:
    """«Йому дали зрозуміти, що …»"""
    return any(w.lower() in TO_ME for w in WORD.findall(re.split(r"[,;:–—]", verb.left())[-1])[:2])


def unnamed(verb: Verb, span: Span) -> Frame | None:
    """«Говорит, что …»: whoever spoke before; «Говорят, что …»: nobody; «думаю, что»: the writer's doubt."""
    region = verb.region
    form = region.page.words(verb.cue).lower()
    first = _FIRST.search(form) is not None and form in MINE
    if first and verb.kind in ("say", "think", "know") and not verb.gerund:
        frame = frame_of(region, [span], verb, None, 0.5)
        if frame is not None and region.level:
            frame.who = "own"  # "думаю, что": the one whose words these are
        return frame
    if (
        verb.gerund
        or _FIRST.search(form)
        or (form.startswith(("не ", "дал", "дают")) and verb.before is None and not _told_me(verb))
    ):
        return None
    before = verb.left()
    clause_ = re.split(r"[,;:–—]", before)[-1]
    several = form.split()[0].endswith(_SEVERAL)
    inward = (
        ("think", "know", "accuse") if region.level or region.turn else ("think", "know", "intend", "accuse")
    )
    asks = verb.kind == "intend" and _ASKS_SO.match(form) is not None and not before.strip(" —–-*_")
    asks = asks or _goes_on(verb)
    if len(WORD.findall(clause_)) > 4 or (verb.kind in inward and not several and not asks):
        return None
    single_past = not several and form.endswith(("ло", "лось", "лося"))
    frame = frame_of(region, [span], verb, None, 0.6)
    if frame is not None:
        frame.who = "nobody" if several or single_past else "carried"
    return frame


_ASKED = r"на (?:вопрос|просьбу|предложение|запитання|прохання|пропозицію)"
_OPENS = re.compile(
    rf"\W*(?:{_ASKED}[^.!?;]{{0,80}}?,?\s)?"
    r"(?:(?:но|а|и|але|та|й|і|потом|потім|ещё|ще|также|також|тут же|не)\s){0,2}\Z",
    re.IGNORECASE,
)
_ME = re.compile(
    r"(?<!\w)(?:я|мы|мне|нам|меня|нас|мо[йюяё]|моего|моей|наш\w{0,3}|ми|мені|мене|моє|моєї|мого)(?!\w)", re.I
)
_NOW = re.compile(r"(?:ет|ит|є|ить|їть|же)\Z")


def _goes_on(verb: Verb) -> bool:
    """«…, написал он. Просил не вписывать его»: a wish that opens its sentence goes on with whoever spoke in
    the one before, where nothing of the narrator's makes it his own."""
    region, sentence = verb.region, verb.sentence
    if (
        verb.kind != "intend"
        or region.level
        or _OPENS.fullmatch(region.text(sentence.start, verb.cue.start)) is None
    ):
        return False
    form = region.page.words(verb.cue).lower()
    paragraph = region.page.paragraphs[region.page.paragraph_of[region.page.sentence_at(verb.cue.start)]]
    if region.page.sentences[region.page.sentence_at(verb.cue.start)].start <= paragraph.start + 1:
        return False
    return _NOW.search(form) is not None or _ME.search(region.masked) is None


THIRD_PLURAL = re.compile(r"(?:ют|ят|ут|ють|ять|уть|али|или|ели|яли|или|іли|нули)\Z")
# "Drivers are asked to be careful": only what is promised or planned is an object, whoever is asked is not.
_OF_THINGS = re.compile(
    r"(?:по)?(?:обеща|обіця|план|предл|пропон|запропон|разреш|дозвол|запре|заборон)", re.IGNORECASE
)
_SENTENCE_HEAD = 5


def of_nobody(verb: Verb, span: Span | None) -> Frame | None:
    """«Ремонт обещают закончить», «Їй радили не лізти»: a verb in the plural whose subject nobody names,
    with its object or whom it was said to before it; ``span``: the infinitive with what follows."""
    region, cue = verb.region, verb.cue
    if THIRD_PLURAL.search(region.page.words(cue).lower()) is None or verb.gerund:
        return None
    if verb.told_across():
        return frame_of(region, [span], verb, None, 0.5) if span else None
    left = re.split(r"[,;:–—.!?…]", verb.left())[-1]
    words = [w for w in WORD.findall(left) if w.lower() not in _WHEN]
    within = words[:1] in (["що"], ["что"]) and words[1:2] and words[1].lower() in TO_ME
    if within:
        words = words[1:]  # «пояснила, що їй веліли мовчати»
    elif verb.before is not None:
        return None
    if not words and span and not verb.left().strip(" —–-*_") and _OF_THINGS.match(region.page.words(cue)):
        return frame_of(region, [span], verb, None, 0.4)  # «Обіцяють до кінця тижня»
    if not words or len(words) > _SENTENCE_HEAD or any(_of_a_clause(w, region) for w in words):
        return None
    first = cases(words[0], region.language)
    begin = cue.start - len(left) + left.find(words[0])
    to_whom = words[0].lower() in TO_ME or (
        len(words) == 1 and _TO_WHOM.match(words[0]) and not first.nominative
    )
    of_things = _OF_THINGS.match(region.page.words(cue)) is not None
    object_first = first.kind in ("noun", "adjective") and of_things and not to_whom
    parts = [Span(begin, cue.start)] if object_first else []
    parts = [cut(region, *p) for p in parts] + ([span] if span else [])
    return frame_of(region, parts, verb, None, 0.5) if parts else None


_JOINING = listed("кто хто что що если якщо мы ми я он она вони они він вона яка які")


def _of_a_clause(word: str, region: Region) -> bool:
    form = cases(word, region.language)
    low = word.lower()
    return (
        form.kind in ("verb", "other")
        or low.startswith(("котор", "яки", "якого", "якої", "якому"))
        or low in _JOINING
    )


__all__ = ["MINE", "SAYING", "THIRD_PLURAL", "of_nobody", "stands_alone", "unnamed"]
