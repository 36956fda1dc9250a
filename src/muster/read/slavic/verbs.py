"""A verb of saying with what is known of it, and how far the words reach that it reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.frames import Frame, Region, clean
from muster.read.people.people import Named, is_role
from muster.read.people.whose_slavic import is_somebodys
from muster.read.protection.bearers import person
from muster.read.slavic.phrases import WORD, is_role_phrase, is_sure, speaker_after, subject_before
from muster.read.slavic.subjects import tokens_of
from muster.read.slavic.tokens import TO_ME, relates_to
from muster.read.stance import is_doubt
from muster.text.cases import agreement, cases
from muster.text.lemmas import lemma
from muster.text.sources.words import source_words
from muster.text.spans import Span

THAT = re.compile(
    r"(?:,?\s*(?:о том|в том|на то|на том|тем|про те|у тому|в тому|об этом|про це"
    r"|на те))?,\s*(?:что|будто(?: бы)?|якобы|мол|дескать|що|нібито"
    r"|начебто|мовляв|буцімто|ніби)(?:\s|,\s)",
    re.I,
)
_OF_THIS = re.compile(
    r"[-–—\s]{0,3}(?:об этом|про це|о чём|о чем|про що|такие данные|такі дані"
    r"|(?:о том|то|те) же(?: самое| самом)?|(?:про )?те (?:ж|ж саме|саме)"
    r"|те же (?:данные|цифры|числа)|ті (?:ж|самі|ж самі) (?:дані|цифри|числа)"
    r"|соответствующ\w{2,3} \w{4,12}|відповідн\w{1,3} \w{4,12})(?:\s[«\"]?[\w’'ʼ-]{1,14}[»\"]?"
    r"|,\s\d{1,2}\s[а-яіїє]{3,9},){0,6}?\s*\Z",
    re.I,
)
_INWARD = frozenset({"know", "think", "intend"})  # what no press office does


# «Трамп, который ранее обещал …»: the pronoun is the subject.
_WHICH = re.compile(r",\s(котор(?:ый|ая|ое|ые)|який|яка|яке|які)\s(?:[\w-]{1,20}\s){0,3}\Z", re.I)
_FAR = 90
_QUOTES = ("«", "“", "„", '"')
_OUTLET_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:радио|радіо|изданию|виданню|газете|газеті|агентству|агенції|телеканалу|каналу|сайту)\s\Z"
)


_AND: Final = re.compile(r"(?:\A|\s)(?:и|і|й|та)\s(?:також\s|также\s|ще\s|ещё\s)?\Z")
_AGED: Final = re.compile(r"\s\d{1,3}(?:-ти|-и)?\s(?:рок(?:ів|и)|лет|год(?:а)?)\Z", re.I)


_FROM_WHERE: Final = re.compile(r"\s(?:из|с|со|в|во|у|на|від|з|із|зі)\s(?:[а-яёіїєґ’'-]+\s){0,2}[\w’'-]+\Z")


def antecedent(region: Region, low: int, stop: int) -> Span | None:
    """What a relative clause that begins at the comma ``stop`` belongs to: the name there, else the noun."""
    aged = _AGED.search(region.text(max(low, stop - 16), stop))
    stop -= len(aged.group()) if aged else 0  # «чоловік 52 років, який …»
    whence = _FROM_WHERE.search(region.text(max(low, stop - 60), stop))
    people = (n for n in region.named_from(max(low, stop - 40), stop) if n.kind == "person")
    if whence is not None and not any(n.stop >= stop - 1 for n in people):
        before = max(low, stop - 60) + whence.start()
        noun = WORD.findall(region.text(max(low, before - 30), before))[-1:]
        somebody = noun and (person(noun[0].lower(), region.language) or is_role(noun[0], region.words))
        if somebody and relates_to(region.text(stop, stop + 16), noun[0], region.language):
            found = antecedent(region, low, before)  # «учительница из города Костров, которая …»
            return Span(found.start, stop) if found else None
    named = region.named_from(max(low, stop - _FAR), stop)
    ending = [n for n in named if n.stop >= stop - 1 and n.stop <= stop + 1]
    if ending:
        n = ending[-1]
        if (whose := _whose(region, max(low, n.start - 48), n)) >= 0:
            return Span(whose, n.stop)  # «дружина Петра, яка …»
        return Span(n.role_start if low <= n.role_start < n.start else n.start, n.stop)
    start = head = -1
    for token in tokens_of(region, max(low, stop - _FAR), stop, named):
        if token.form.kind == "adjective":
            start = start if start >= 0 else token.span.start
        elif token.form.kind in ("noun", "name"):
            found = Span(start if start >= 0 else token.span.start, token.span.stop)
            start = -1
            if token.span.stop >= stop - 1:
                return found if head < 0 or _its_own(region, token.low, stop) else Span(head, found.stop)
            counted = found.start < token.span.start
            somebody = person(token.low, region.language) and (token.form.nominative or counted)
            head = (found.start if somebody else head) if head < 0 or not token.form.genitive else head
        elif token.form.kind == "numeral":
            start = start if start >= 0 else token.span.start
        else:
            start = head = -1
    return None


def _whose(region: Region, low: int, n: Named) -> int:
    """Where the word for kin, a lawyer, a commander begins to whom a name behind belongs; else -1."""
    before = region.page.body[low : n.start]
    if not is_somebodys(before, region.page.body[n.start : n.stop], n.norm, region.words):
        return -1
    for word in reversed(list(WORD.finditer(before))[-3:]):
        form = cases(word.group(), region.language)
        upright = bool(form.nominative) and (not form.genitive or word.group() == word.group().title())
        if upright and (is_role(word.group(), region.words) or person(word.group().lower(), region.language)):
            return low + word.start()
    return -1


# «…, которая», «…, попросившие»: what the clause is told of.
_TOLD_OF: Final = re.compile(
    r",\s(?:(?:котор(?P<ru>ый|ая|ое|ые)|як(?P<uk>ий|а|е|і))|[а-яё]+(?:вш|ющ|ящ|ащ)(?P<part>ий|ая|ее|ие)(?:ся)?)(?!\w)",
    re.I,
)
_GENDERS: Final = {
    "ый": "m",
    "ий": "m",
    "ая": "f",
    "а": "f",
    "ое": "n",
    "ее": "n",
    "е": "n",
    "ые": "p",
    "ие": "p",
    "і": "p",
}


def _its_own(region: Region, noun: str, stop: int) -> bool:
    """Whether the clause at ``stop`` is told of the noun before it, and not of whom that noun belongs to:
    «сотрудница министерства, которая …» is told of her, «… министерства, которое …» of the ministry."""
    told = _TOLD_OF.match(region.text(stop, min(stop + 40, region.stop)))
    gender = _GENDERS.get((told["ru"] or told["uk"] or told["part"]).lower(), "") if told else ""
    base = cases(lemma(noun, region.language), region.language).nominative
    if not gender or gender == "p":
        return not gender
    return base == "*" or (gender in base and (gender == "n" or bool(person(noun, region.language))))


def _is_body(region: Region, span: Span) -> bool:
    """«В Кремле считают», «в организации намерены»: a body thinks, the people of a village do not."""
    if any(n.kind == "organisation" for n in region.named_from(span.start, span.stop)):
        return True
    if region.page.words(span)[:1] in '«"“„':
        return True  # «В «Перекличке» полагают»
    if region.page.words(span).isupper() or _CAPITALS.fullmatch(region.page.words(span)):
        return True  # «У Брюсселі сподіваються»: a capital stands for its government
    words = WORD.findall(region.page.words(span).lower())[:3]
    return any(lemma(w, region.language) in _body_lemmas(region.language) for w in words)


_CAPITALS: Final = re.compile(
    r"(?:Києві|Киеве|Москві|Москве|Мінську|Минске|Вашингтон[іе]|Брюссел[іе]|Лондон[іе]|Париж[іе]|Берлін[іе]|Берлине|Варшав[іе]|Праз[іе]|Праге"
    r"|Вільнюсі|Вильнюсе|Риз[іе]|Риге|Талл?ін+і|Таллин+е|Будапешт[іе]|Братислав[іе]|Бухарест[іе]|Кишинев[іе]|Кишин[её]ве|Анкарі|Анкаре"
    r"|Тегеран[іе]|Пекін[іе]|Пекине|Страсбур[зг][іе]|Женев[іе]|Гельсінкі|Хельсинки|Стокгольм[іе]|Рим[іе]|Мадрид[іе]|Єрусалимі|Иерусалиме)"
)


@lru_cache(maxsize=2)
def _body_lemmas(language: str) -> frozenset[str]:
    return frozenset(lemma(w, language) for w in source_words(language).bodies)


@dataclass(slots=True)
class Verb:
    """One verb on its way to a frame. ``low`` and ``high``: the verbs of saying beside it, or the ends
    of the sentence."""

    region: Region
    cue: Span
    kind: str
    low: int
    high: int
    gerund: bool
    before: Frame | None
    sentence: Span

    def left(self) -> str:
        return self.region.text(self.sentence.start, self.cue.start)

    def right(self) -> str:
        return self.region.text(self.cue.stop, self.sentence.stop)

    def subject(self, stop: int) -> Span | None:
        """Its own subject, before it or up to ``stop``; else the speaker it goes on with."""
        region = self.region
        if self.gerund:
            return self._of_gerund()
        which = _WHICH.search(self.left())
        if which is not None:
            several = agreement(region.page.words(self.cue).split()[-1], region.language) == "p"
            if several and not which.group(1).lower().endswith(("ые", "і")):
                return None  # «письмо, которое просили отдать»: the pronoun is no subject
            return antecedent(region, self.sentence.start, self.sentence.start + which.start())
        own = subject_before(region, self.low, self.cue.start, bodies=self.kind not in _INWARD)
        if own is not None and self._of_the_first(own):
            own = self.before.speaker if self.before is not None else own
        if own is not None and (teller := self.told_an_outlet(own)) is not None:
            return teller
        if own is None and self.kind in ("think", "intend"):
            body = subject_before(region, self.low, self.cue.start)
            spoke = body is not None and (_is_body(region, body) or region.page.words(body).lower() == "там")
            own = body if spoke else None
        if own is None and stop > self.cue.stop:
            own = speaker_after(region, self.cue.stop, stop)
        if own is None and self.told_across():
            return None
        own = own or self.follows()
        return own if own is not None else self.across()

    def told_across(self) -> bool:
        """«Їй, за її спогадами, веліли мовчати»: whom it was said to stands before the words that are put in,
        and nobody says who said it."""
        before = self.before
        if before is None or before.cue is None or before.quoted or not before.parts:
            return False
        put_in = min(before.cue.start, before.speaker.start if before.speaker else before.cue.start)
        if self.region.text(before.parts[-1].start, self.cue.start).strip(" не"):
            return False
        words = WORD.findall(self.region.text(self.sentence.start, put_in).lower())
        whom = words[:1] and (
            words[0] in TO_ME or (len(words) == 1 and words[0].endswith(("ові", "еві", "єві", "ам", "ям")))
        )
        return bool(whom) and len(words) < 3 and self._is_plural()

    def _is_plural(self) -> bool:
        return agreement(self.region.page.words(self.cue).split()[0], self.region.language) == "p"

    def _of_the_first(self, own: Span) -> bool:
        """«Захисник назвав вирок несправедливим і повідомив, що …»: between the two verbs stand objects."""
        before = self.before
        if before is None or before.cue is None or before.speaker is None:
            return False
        objects = before.speaker.stop <= before.cue.start and before.cue.stop <= own.start
        region = self.region
        words = WORD.findall(region.page.words(own))[:2]
        if any(is_role(w, region.words) or person(w.lower(), region.language) for w in words):
            return False  # «телефонували особи, … і радили …»
        objects = objects and is_sure(region, before.speaker)
        return objects and _AND.search(self.region.text(own.stop, self.cue.start)) is not None

    def told_an_outlet(self, own: Span) -> Span | None:
        """«Об этом „Вечеру“ сообщил начальник порта»: he told it, and what stands before was told."""
        region = self.region
        words = region.page.words(own)
        lead = region.page.body[max(region.start, own.start - 14) : own.start]
        outlet = words[:1] in _QUOTES or region.words.outlet.match(words) or _OUTLET_BEFORE.search(lead)
        if not outlet or self.cue.start - own.stop > 1:
            return None
        behind = speaker_after(region, self.cue.stop, self.sentence.stop)
        if behind is None or behind.start - self.cue.stop > 1:
            return None
        named = any(n.kind == "person" for n in region.named_from(behind.start, behind.stop))
        return behind if named or is_role_phrase(region, behind) else None

    def across(self) -> Span | None:
        """«Директор, рассказала она, считает …»: the subject stands before the words that are put in."""
        before = self.before
        if before is None or before.cue is None or len(before.parts) != 2 or before.quoted:
            return None
        first, second = before.parts
        if not (first.stop <= before.cue.start and second.start <= self.cue.start):
            return None
        if self.region.text(second.start, self.cue.start).strip(" не"):
            return None
        return subject_before(self.region, first.start, first.stop)

    def follows(self) -> Span | None:
        """«X не верит этому и требует …»: the speaker before, where it goes on with him."""
        return self.before.speaker if self.before is not None and self._follows() else None

    def _follows(self) -> bool:
        """«…, и добавил», «…, а также сообщил»: nothing but small words between a border and the verb."""
        low = self.low
        if (
            self.before is not None
            and self.before.parts
            and low < self.before.parts[-1].stop < self.cue.start
        ):
            low = self.before.parts[-1].stop  # «пообещал проверить адрес и напомнил о …»
        gap = self.region.text(low, self.cue.start)
        tail = re.split(r"[,;–—]", gap)[-1]
        return (
            re.fullmatch(
                r"\s*(?:(?:и|і|й|та|а|но|але|однако|проте|зато|натомість|однак|также|також|затем|потім"
                r"|при этом|при цьому|тоже|ещё"
                r"|ещё раз|еще|ще|позже)\s+){0,3}",
                tail + " ",
            )
            is not None
        )

    def _of_gerund(self) -> Span | None:
        """«X сообщил …, добавив, что»: the subject of the clause it belongs to."""
        if self.before is not None:
            return self.before.speaker
        region, body = self.region, self.region.page.body
        start, stop = self.sentence
        clause_start = body.rfind(",", start, self.cue.start)
        if clause_start > start:
            for at in self._verbs_before(start, clause_start):
                found = subject_before(region, start, at.start)
                found = found or speaker_after(region, at.stop, clause_start)
                if found:
                    return found
            return None
        after = re.compile(r",\s(?!что|що|как|як)").search(region.text(self.cue.stop, stop))
        if after is None:
            return None
        begin = self.cue.stop + after.end()
        that = THAT.match(region.text(self.cue.stop, stop))
        if that:
            comma = region.text(self.cue.stop + that.end(), stop).find(",")
            if comma < 0:
                return None
            begin = self.cue.stop + that.end() + comma + 1
        return speaker_after(region, begin - 1, stop)

    def _verbs_before(self, start: int, stop: int) -> list[Span]:
        """The first verb of each clause before the gerund's, the nearest clause first."""
        found = []
        high = stop
        commas = [start + m.end() for m in re.finditer(",", self.region.text(start, stop))]
        for low in [*reversed(commas), start]:
            for match in WORD.finditer(self.region.page.body, low, high):
                if cases(match.group(), self.region.language).kind == "verb":
                    found.append(Span(*match.span()))
                    break
            high = low
        return found[:4]


def clear(gap: str) -> bool:
    """Whether the words between a verb and its clause end no sentence and set little apart."""
    return not re.search(r"[.!?;:\n\x00]", gap) and gap.count(",") <= 4


def sentence_before(region: Region, cue: Span, left: str) -> Span | None:
    """The words of the sentence before, where this one begins «Об этом …» and belongs to its paragraph; of
    the first sentence of a text those of the one behind it, where nobody is told to have said them."""
    if region.level or _OF_THIS.match(left) is None:
        return None
    first = region.page.sentence_at(cue.start) == 0
    return _sentence_behind(region) if first else sentence_before_this(region, cue.start)


def sentence_before_this(region: Region, at: int) -> Span | None:
    """The words of the sentence before the one that stands here, in its paragraph or the one before."""
    page = region.page
    i = page.sentence_at(at)
    if i == 0:
        return None
    if (
        page.paragraph_of[i - 1] != page.paragraph_of[i]
        and page.paragraph_of[i] - page.paragraph_of[i - 1] > 1
    ):
        return None
    span = clean(page.body, *page.sentences[i - 1])
    return span if span.stop - span.start >= _LEAST else None


_LEAST: Final = 12
# What an outlet adds of itself behind a report.
_OUTLETS_OWN: Final = re.compile(
    r"[\W_]*(?:напомним|нагада[єй]мо|ранее|раніше|как известно|як відомо|читайте|подписывайтесь"
    r"|підписуйтес|фото|видео|відео|источник|джерело)(?!\w)",
    re.I,
)


def _sentence_behind(region: Region) -> Span | None:
    """«Об этом сообщил N. Мост закрыли»: the second sentence of a text, where it has no frame of its own and
    is no line of a talk and not the outlet's."""
    page = region.page
    if len(page.sentences) < 2 or page.paragraph_of[1] - page.paragraph_of[0] > 1:
        return None
    if not page.body[: page.sentences[0].stop].rstrip().endswith("."):
        return None  # «Про це повідомив N: …»
    span = clean(page.body, *page.sentences[1])
    words = page.words(span)
    framed = region.words.hook.search(page.body, span.start, span.stop) is not None
    quoted = any(span.start - 1 <= q.start < span.stop and _speaks(words) for q in page.quotations)
    talk = words.endswith("?") or ":" in words or words[:1] in "–—-"
    own = framed or quoted or talk or _OUTLETS_OWN.match(page.body, page.sentences[1].start)
    return None if own or len(words) < _LEAST else span


def _speaks(words: str) -> bool:
    """Whether more than a name stands in marks."""
    return any(marked.count(" ") > 2 for marked in re.findall(r"[«\"“]([^«»\"”]*)", words))


_BORDER = re.compile(
    r",\s*(?:[-–—]\s*)?(?:(?:а|но|и|однако|при этом|тогда как|в то время как|а также|але|та|і|й|проте"
    r"|тоді як)\s+)?(?=[а-яёіїєґА-ЯЁІЇЄҐ«])|\s[-–—]\s(?=[а-яёіїєґ])"
)
_JOINED = re.compile(r"(?:а|но|и|і|та|й|але|однако|проте)\s")
_AS_SAID = re.compile(r"(?:как|як)\s+(?:\w+\s)?", re.I)


def cut(region: Region, begin: int, stop: int) -> Span:
    """Reported words up to the end of the sentence, or to the next frame's head beside this one."""
    text = region.text(begin, stop)
    cue, words = region.words.cue, region.words
    for border in _BORDER.finditer(text):
        if border.start() < 4:
            continue
        lead = _AS_SAID.match(text, border.end())
        at = lead.end() if lead else border.end()
        if _DOUBTS.match(text, border.start()) and is_doubt(text[border.start() :]):
            return clean(region.page.body, begin, begin + border.start())
        near = cue.match(text, at)
        kind = words.cue_class.get(near.group().lower(), "say") if near else ""
        if near and (
            kind in ("say", "write", "think") or (kind == "intend" and _JOINED.search(border.group()))
        ):
            own_clause = re.match(r"[^,.]{0,80},\s*(?:что|що|как|почему|як|чому)\s", text[near.end() :])
            gerund = near.group().lower().endswith(("в", "я", "ясь", "вши", "чи")) and own_clause
            joined = _JOINED.search(border.group()) is not None
            inserted = not own_clause and _inserted(region, begin + near.end(), begin + len(text))
            if lead or gerund or joined or inserted:
                return clean(region.page.body, begin, begin + border.start())
        if "," in border.group() and border.group().strip(", –—-") and _sibling(region, text, border.end()):
            return clean(region.page.body, begin, begin + border.start())
    return clean(region.page.body, begin, stop)


_DOUBTS = re.compile(r",\s(?:але|однак|проте|хоча|втім|утім|но|однако|хотя)\s", re.I)
_INSERTED = 110


def _inserted(region: Region, start: int, stop: int) -> bool:
    """«…, сообщает ТАСС»: a subject stands close behind the verb."""
    speaker = speaker_after(region, start, stop)
    return speaker is not None and speaker.start - start < _INSERTED


def _sibling(region: Region, text: str, at: int) -> bool:
    """«…, а Y заявил, что …»: a subject, a verb of saying and its own words, in one short clause."""
    end = text.find(",", at)
    if end < 0:
        end = text.find("\x00", at)
    if end < 0 or end - at > 110:
        return False
    near = region.words.cue.search(text, at, end)
    if near is None or region.words.cue_class.get(near.group().lower(), "say") in (
        "manner",
        "know",
        "intend",
    ):
        return False
    follows = text[near.end() : near.end() + 80]
    return re.match(r"[^,.:;\x00]{0,60}(?:,\s*(?:что|що|мол|будто|нібито)\s|:?\s*\x00)", follows) is not None


def _unbracketed(region: Region, part: Span) -> Span:
    """Without a bracket that was opened before the words."""
    words = region.page.words(part)
    return Span(part.start, part.stop - 1) if words[-1:] == ")" and "(" not in words else part


_AND_THEN: Final = re.compile(r"\s(?:и|і|й|та)\s(?:також\s|также\s)?(?=([^\W\d_][\w’'ʼ-]{2,20}))")


def before_the_next(verb: Verb, begin: int, stop: int) -> int:
    """Where words end before «і повідомив, що …»: the next verb of saying is no part of them."""
    for joined in _AND_THEN.finditer(verb.region.page.body, begin, stop):
        if verb.region.words.cue.fullmatch(joined.group(1)):
            return joined.start()
    return stop


_DOUBT = 0.8


def frame_of(
    region: Region, parts: list[Span], verb: Verb, speaker: Span | None, confidence: float
) -> Frame | None:
    parts = [_unbracketed(region, p) for p in parts if p.stop > p.start]
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    who = "span" if speaker else "nobody"
    if speaker and not is_sure(region, speaker):
        confidence *= _DOUBT
    return Frame(parts, verb.kind, verb.cue, speaker, who, None, False, False, confidence)


__all__ = [
    "THAT",
    "Verb",
    "antecedent",
    "before_the_next",
    "clear",
    "cut",
    "frame_of",
    "sentence_before",
    "sentence_before_this",
]
