"""Who answers in an interview: by label, else whoever the introduction, the headline or the signature names.

Where a text names nobody, the answers are of the person it describes ("a nurse from the district"); where it
names two and does not say which of them was asked, nobody is named for them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from muster.model.claims import Speaker
from muster.model.evidence import Passage
from muster.read.basis.basis import FIRST_PERSON
from muster.read.layouts.turns import ANSWERERS, Turn, credits_somebody, meets, tells_of_others, turns_of
from muster.read.page import Page
from muster.read.people.nobody import CLOSED
from muster.read.people.role_words import PLAIN
from muster.read.people.roles import Named
from muster.read.protection.bearers import Noun, bearer_of, between, nouns_in, person
from muster.read.protection.signals import signals_of
from muster.read.slavic.guests import speaks_of, told_of_below
from muster.read.speakers.source_kind import kind_of
from muster.read.speakers.topics import subject_described
from muster.read.speakers.voice import Voice
from muster.read.speakers.voices import Voices
from muster.text.lemmas import lemma
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

_INITIALS: Final = re.compile(r"([^\W\d_])\.?\s?([^\W\d_])\.?\Z")
_LETTER: Final = re.compile(r"[QAВОПЗ]\Z")
_AGE: Final = re.compile(r",\s\d{2}(?!\d)")
_NAMED_TRUST: Final = 0.9
_DESCRIBED_TRUST: Final = 0.7
# The pattern cannot do without one of these, and they are found in a tenth of its time.
_ONE_VOICE: Final = (
    "told", "own words", "монолог", "лица", "особи", "рассказ", "пряма", "записа", "розповідь", "voice",
    "audio", "голосов", "аудио", "аудіо", "расшифров", "розшифров",
)  # fmt: skip
_MONOLOGUE: Final = re.compile(
    r"\bas\stold\sto\b|\bin\s(?:his|her|their)\sown\swords\b|\btold\s(?:us|me)\s(?:his|her|their)\sstory\b"
    r"|(?<!\w)(?:монолог|(?:от|з)\sпервого\sлица|від\sпершої\sособи|её\sрассказ|его\sрассказ|рассказ\sот"
    r"|прямая\sречь|пряма\sмова|записала?(?=\s[А-ЯЁІЇЄҐ])|записав(?=\s[А-ЯЁІЇЄҐ])|її\sрозповідь|його\sрозповідь"
    r"|(?:расшифровк\w|розшифровк\w|запис\w?|аудиозапис\w|текст)\s(?:голосов\w{2,3}|аудио|аудіо)|голосов\w{2,3}\s(?:сообщени|повідомленн|от\s|від\s)"
    r"|(?:надіслав|надіслала|прислал|прислала)\s[^.\n]{3,80}\.\s(?:розпізнано|распознано|без\sправок))"
    r"|\b(?:voice|audio)\s(?:message|note|recording|memo)s?\b[^.\n]{0,60}?\b(?:from|by|of|sent)\b"
    r"|\btranscript\sof\s(?:a|an|the)\s(?:voice|audio)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One turn of whoever is asked, and whose it is."""

    words: Span
    start: int
    label: Span | None
    voice: Voice
    confidence: float


@dataclass(frozen=True, slots=True)
class Interview:
    """``answers`` and ``questions`` by position, none within another. ``guest``: who was interviewed."""

    answers: list[Answer]
    questions: list[Span]
    guest: Voice | None


def interview_in(page: Page, voices: Voices) -> Interview | None:
    """The interview that a text is; None for every other text."""
    turns = turns_of(page)
    if not turns:
        return _monologue(page, voices)
    first = turns[0].words.start
    known = voices.teller or _hidden_guest(page, voices, first) or _guest(page, voices, first, turns)
    guest = _shielded(page, voices, known, first)
    labels = {_key(page, t.label) for t in turns if t.label and not t.asks}
    answers = []
    for turn in turns:
        if turn.asks:
            continue
        voice = _of_label(page, voices, turn, guest, len(labels) == 1) if turn.label else guest
        voice = voice or Voice(Speaker(None), "anonymous", trust=0.5)
        words = _own_words(page, turn, voice)
        answers.append(Answer(words, turn.start, turn.label, voice, 0.9 if turn.label else 0.8))
    if not any(t.label for t in turns) and guest is None:
        dashed = all(page.body[t.start] in "–—-" for t in turns)
        if not dashed and not meets(page.body[:first]):
            return None
    return Interview(answers, [Span(t.start, t.words.stop) for t in turns if t.asks], guest)


def _upright(words: str, base: str) -> str:
    """The words as they stand where they begin with their base form, which of Ukrainian is a stem."""
    return words if words.startswith(base) or words.split()[0].endswith("ець") else base


# --- who is asked ---------------------------------------------------------------------------------------
def _guest(page: Page, voices: Voices, first: int, turns: Sequence[Turn]) -> Voice | None:
    """Whom the words before the first question introduce; else whom the last paragraph signs or names."""
    stop = _block_start(page, first)
    found = _introduced(page, voices, 0, stop)
    if found is not None:
        return found
    last = page.paragraphs[-1]
    told = tells_of_others(page, last)
    if last.stop - last.start <= 400 and turns[-1].words.stop <= last.start and not told:
        return _introduced(page, voices, last.start, last.stop)
    return told_of_below(page, voices, turns[-1].words.stop)


def _hidden_guest(page: Page, voices: Voices, first: int) -> Voice | None:
    """Whom the introduction hides and only describes, where all whom it names are named in full: "His mother
    asked us not to name her" is about the mother, and it is she who answers."""
    stop = _block_start(page, first)
    people = [n for n in between(voices.named, 0, stop - 1) if n.kind == "person"]
    if any(n.protected or " " not in n.norm for n in people):
        return None
    for signal in signals_of(page):
        if signal.start >= stop or signal.introduces or signal.reason:
            continue
        bearer = bearer_of(page, voices.named, signal)
        language = page.languages[page.sentence_at(signal.start)]
        if isinstance(bearer, Noun) and kind_of(page.words((bearer.start, bearer.stop)), language) != "group":
            lead = speaks_of(page, 0, stop) if bearer.base in _STAND_INS else None
            if lead is not None:
                return replace(lead, speaker=replace(lead.speaker, protected=True))
            mention = page.passage(bearer.start, bearer.stop)
            role = _upright(mention.words.lower(), bearer.base)
            speaker = Speaker(None, role, None, mention, True)
            return Voice(speaker, "anonymous", trust=_DESCRIBED_TRUST, words=frozenset([role, bearer.base]))
    return None


_STAND_INS: Final = ("собеседник", "собеседница", "співрозмовник", "співрозмовниця")


def _shielded(page: Page, voices: Voices, guest: Voice | None, top: int) -> Voice | None:
    """The guest, protected where the introduction or the closing note promises it to nobody else."""
    if guest is None or guest.speaker.protected:
        return guest
    full = " " in (guest.speaker.name or "")
    for signal in signals_of(page):
        if full and not signal.changes:
            continue
        if signal.start >= top and signal.start < page.paragraphs[-1].start:
            continue
        bearer = bearer_of(page, voices.named, signal)
        if not isinstance(bearer, Named) or bearer.norm == guest.speaker.name:
            return replace(guest, speaker=replace(guest.speaker, protected=True), kind="anonymous")
    return guest


def _introduced(page: Page, voices: Voices, low: int, high: int) -> Voice | None:
    weights: dict[str, int] = {}
    where: dict[str, Named] = {}
    head = page.paragraphs[0].stop
    people = [n for n in between(voices.named, low, high - 1) if n.kind == "person" and not _of_kin(page, n)]
    guests = [n for n in people if not credits_somebody(page.body, *_block(page, n)) and not _asks(page, n)]
    for n in guests or people:
        sentence = page.sentences[page.sentence_at(n.start)]
        weight = 1 + 2 * (n.start < head) + 3 * meets(page.words(sentence)) + 2 * n.protected
        weights[n.norm] = weights.get(n.norm, 0) + weight
        where.setdefault(n.norm, n)
    if weights:
        best = sorted(weights, key=lambda norm: (-weights[norm], " " not in norm, where[norm].start))
        alone = len(best) == 1
        clear = alone or (weights[best[0]], " " in best[0]) > (weights[best[1]], " " in best[1])
        if clear:
            n = where[best[0]]
            voice = voices.of_person(n, Span(n.start, n.stop))
            surname = _SURNAME.match(page.body, n.stop, high) if " " not in n.norm else None
            if surname is not None and page.body[n.start : n.stop] == n.norm and not n.protected:
                whole = page.passage(n.start, surname.end())
                voice = replace(voice, speaker=replace(voice.speaker, name=whole.words, mention=whole))
            return replace(voice, trust=min(voice.trust, _NAMED_TRUST if alone else 0.7))
        n = max(guests or people, key=lambda n: (" " in n.norm, -n.start))
        return replace(voices.of_person(n, Span(n.start, n.stop)), trust=0.5)
    return _described(page, voices, low, high)


_SURNAME: Final = re.compile(r"\s[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,24}(?=[,.]|\s[a-zа-яёіїєґ—–])")


def _is_kin(base: str, language: str) -> bool:
    """Whether a noun says whose relative somebody is: the name behind it is the other's."""
    return base in {lemma(w, language) for w in lexicon(language).relative}


def _of_kin(page: Page, n: Named) -> bool:
    """ "The mother of X", "X's widow", «вдова Ивана …»: whose relative somebody is, not who is asked."""
    language = page.languages[page.sentence_at(n.start)]
    kin = lexicon(language).relative
    if language == "en":
        after = _OWNS.match(page.body, n.stop)
        before = _KIN_OF.search(page.body, max(0, n.start - 24), n.start)
        return bool((after and after.group(1).lower() in kin) or (before and before.group(1).lower() in kin))
    if page.body[n.start : n.stop] == n.norm:
        return False
    before = _LAST_WORDS.search(page.body, max(0, n.start - 40), n.start)
    return before is not None and any(w.lower() in kin for w in before.group().split())


_OWNS: Final = re.compile(r"['’]s?\s([\w-]{3,20})")
_KIN_OF: Final = re.compile(r"([\w-]{3,20})\sof\s\Z")
_LAST_WORDS: Final = re.compile(r"(?:[\w-]{3,20}\s){1,2}\Z")


def _block(page: Page, n: Named) -> Span:
    return page.paragraphs[page.paragraph_of[page.sentence_at(n.start)]]


def _asks(page: Page, n: Named) -> bool:
    """Whether he is introduced as the one who asks: "our reporter Anna Brook", "interviewed by …"."""
    before = page.body[max(0, n.start - 40) : n.start]
    return _ASKING.search(n.role or "") is not None or _ASKING_BEFORE.search(before) is not None


# "Gil Torres, captain of …", "Mira, a nurse": a name that only its apposition gives away.
_APPOSED: Final = re.compile(
    r"(?<![\w'’-])([A-ZА-ЯЁІЇЄҐ][\w'’-]{1,24}(?:\s[A-ZА-ЯЁІЇЄҐ][\w'’-]{1,24}){0,2}),\s(?:(?:an?|the)\s)?(?:[\w-]{1,20}\s){0,3}\Z"
)


def _subject(page: Page, voices: Voices, low: int, high: int) -> Voice | None:
    """Whom the first sentence of the introduction that describes somebody is about."""
    for index, sentence in enumerate(page.sentences):
        if sentence.start >= high:
            break
        for gender in "mf" if sentence.start >= low else "":
            phrase = subject_described(page, index, high, gender, page.languages[index])
            if phrase is not None:
                return replace(voices.described(phrase, page.languages[index]), trust=0.6)
    return None


def _heads(page: Page, low: int, high: int) -> Voice | None:
    """ "Mara Quill left on foot": two capital words that open a paragraph of the introduction."""
    for block in page.paragraphs:
        if block.start >= high:
            break
        name = _OPENS.match(page.body, block.start, block.stop) if block.start >= low else None
        if (
            name is not None
            and name.group(1).split()[0] not in PLAIN
            and not credits_somebody(page.body, *block)
        ):
            mention = page.passage(*name.span(1))
            return Voice(Speaker(mention.words, None, None, mention), "named", trust=0.6)
    return None


def _opens_alone(page: Page, low: int, high: int) -> Voice | None:
    """ "Mara lived for a year in …": one capital word that opens the introduction and does something."""
    for block in page.paragraphs:
        if not low <= block.start < high or page.body[block.stop - 1] not in ".!?…":
            continue
        name = _ACTS_ALONE.match(page.body, block.start, block.stop)
        if name is None:
            return None
        word = name.group(1)
        language = page.languages[page.sentence_at(block.start)]
        if word in PLAIN or word.lower() in CLOSED or person(word.lower(), language):
            return None
        mention = page.passage(*name.span(1))
        return Voice(Speaker(word, None, None, mention), "named", trust=0.6)
    return None


_ACTS_ALONE: Final = re.compile(
    r"([A-Z][a-z]{2,24})\s(?:(?:is|was|has|had|lives|works|left|came|went|spent|fled|grew|ran|kept|lost|taught)\b|[a-z]{3,16}ed\b)"
)
_OPENS: Final = re.compile(
    r"(?:[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{2,24}\s(?=[А-ЯЁІЇЄҐ]\S{1,24}\s[А-ЯЁІЇЄҐ]))?"
    r"([A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,24}\s[A-ZА-ЯЁІЇЄҐ][a-zа-яёіїєґ'’-]{1,24}),?\s(?=[a-zа-яёіїєґ—–])"
)
_CALLED: Final = re.compile(r"\s([A-ZА-ЯЁІЇЄҐ][\w'’-]{1,24}(?:\s[A-ZА-ЯЁІЇЄҐ][\w'’-]{1,24}){0,2})(?!\w)")
_ASKING: Final = re.compile(
    r"reporter|journalist|журналист|журналіст|correspondent|interviewer|корреспондент|кореспондент|интервьюер",
    re.I,
)
_ASKING_BEFORE: Final = re.compile(
    r"(?:\b(?:reporter|correspondent|interviewer|записала?|записав|interviewed\sby|asked\sby|as\stold\sto|images?:?|photos?:?|фото:?)"
    r"|(?:корреспондент|кореспондент|журналист\w{0,2}\s«?[^\W_]{0,24}»?|журналіст\w{0,3}\s«?[^\W_]{0,24}»?)\w{0,3})\s\Z",
    re.I,
)


def _described(page: Page, voices: Voices, low: int, high: int) -> Voice | None:
    """Nobody is named: the noun for a person in the sentence of the meeting, else the first of the text."""
    first = _opens_alone(page, low, high) or speaks_of(page, low, high)
    if first is not None:
        return first
    found = None
    for sentence in page.sentences:
        if not low <= sentence.start < high:
            continue
        language = page.languages[page.sentence_at(sentence.start)]
        nouns = nouns_in(page, sentence.start, min(sentence.stop, sentence.start + 600), language)
        nouns = [n for n in nouns if not _ASKING.search(n.base)]
        if nouns and (found is None or meets(page.words(sentence))):
            found = nouns[0]
            if meets(page.words(sentence)):
                break
    if found is None or not meets(page.body[low:high]):
        return _subject(page, voices, low, high) or _heads(page, low, high)
    words = page.body[found.start : found.stop]
    role = _upright(words.lower(), found.base)
    apposed = _APPOSED.search(page.body, max(low, found.start - 90), found.start)
    if apposed is None and not _is_kin(found.base, page.languages[page.sentence_at(found.start)]):
        apposed = _CALLED.match(page.body, found.stop, min(high, found.stop + 90))
    if apposed is not None:
        mention = page.passage(*apposed.span(1))
        return Voice(Speaker(mention.words, role, None, mention), "named", trust=_DESCRIBED_TRUST)
    spoken_to = _TO_HIM.search(page.body, low, high) is not None
    about = (_heads(page, low, high) if spoken_to else None) or _subject(page, voices, low, high)
    if about is not None:
        return about
    mention = page.passage(found.start, found.stop)
    return Voice(
        Speaker(None, role, None, mention), "anonymous", trust=_DESCRIBED_TRUST,
        words=frozenset([words.lower(), found.base]),
    )  # fmt: skip


# "We spoke to him near the hospital where he works as a porter": he was named before.
_TO_HIM: Final = re.compile(
    r"\b(?:spoke|talked|met|meet|sat\sdown|corresponded|interviewed|visited|reached|called|rang|phoned)"
    r"(?:\s(?:to|with))?\s(?:him|her)\b"
)


def _block_start(page: Page, at: int) -> int:
    return page.paragraphs[page.paragraph_of[page.sentence_at(at)]].start if page.sentences else at


# --- labels ---------------------------------------------------------------------------------------------
def _key(page: Page, label: Span) -> str:
    return page.words(label).strip(" .*_").lower()


def _is_generic(key: str) -> bool:
    return key in ANSWERERS or (len(key) == 1 and _LETTER.match(key.upper()) is not None)


def _of_label(page: Page, voices: Voices, turn: Turn, guest: Voice | None, alone: bool) -> Voice | None:
    """Whose label it is: a name of the text, its initials or a part of it, what somebody is, a nickname."""
    assert turn.label is not None
    label = turn.label
    key = _key(page, label)
    if _is_generic(key):
        return guest
    known = _known_as(voices, key)
    if known is not None:
        return voices.of_person(known, label)
    if len(key) == 1:
        if guest is not None and (guest.speaker.name or key).lower().startswith(key):
            return guest
        one = [n for n in voices.people.values() if n.norm.lower().startswith(key) and len(n.norm) > 2]
        return voices.of_person(one[0], label) if len(one) == 1 else guest
    initials = _INITIALS.fullmatch(key)
    if initials:
        return _by_initials(page, voices, initials.groups(), turn) or guest
    for n in between(voices.named, label.start, label.stop - 1):
        if n.kind == "person":
            return voices.of_person(n, label)
    full = _written_out(page, page.words(label))
    if full is not None:
        return Voice(Speaker(full.words, None, None, full), "named", trust=0.8)
    language = page.languages[page.sentence_at(label.start)]
    mention = page.passage(*label)
    head = _AGE.split(page.words(label), maxsplit=1)[0]
    aged = len(head) < label.stop - label.start  # "Lily, 19": a name, whatever else the word means
    bases = [base for w in head.split() if (base := person(w if aged else w.lower(), language))]
    if bases:
        if alone and guest is not None and _may_be(guest, bases, language):
            return guest
        return Voice(Speaker(None, head.lower(), None, mention), "anonymous", words=frozenset(bases))
    return Voice(Speaker(head, None, None, mention), "named", trust=0.8)


def _may_be(guest: Voice, bases: Sequence[str], language: str) -> bool:
    """Whether a guest can be called so: "Mother:" is not the son whom the introduction names."""
    kin = {base for base in bases if _is_kin(base, language)}
    own = {base for w in (guest.speaker.role or "").split() if (base := person(w.lower(), language))}
    return guest.speaker.name is None or not kin or bool(kin & own)


def _by_initials(page: Page, voices: Voices, letters: Sequence[str], turn: Turn) -> Voice | None:
    """Whose two letters a label has: two capital words of the introduction that begin so, in this order, else
    the only person there who is named by the first alone."""
    first, last = (letter.upper() for letter in letters)
    word = r"[a-zа-яёіїєґ'’-]{1,24}"
    pattern = rf"(?<!\w)({first}{word}\s{last}{word})(?!\w)"
    found = re.search(pattern, page.body[: turn.start])
    if found:
        mention = page.passage(*found.span(1))
        return Voice(Speaker(mention.words, None, None, mention), "named", trust=0.8)
    alone = {n.norm: n for n in voices.people.values() if n.start < turn.start and n.norm[:1] == first}
    if len(alone) == 1:
        n = next(iter(alone.values()))
        return replace(voices.of_person(n, Span(n.start, n.stop)), trust=0.7)
    return None


def _written_out(page: Page, label: str) -> Passage | None:
    """The first place where a capital word stands straight before the surname of a label."""
    if " " in label or len(label) < 3:
        return None
    found = re.search(rf"(?<!\w)[^\W\d_a-zа-яёіїєґ][\w'’-]{{1,24}}\s{re.escape(label)}(?!\w)", page.body)
    return page.passage(*found.span()) if found else None


def _known_as(voices: Voices, key: str) -> Named | None:
    """The one person of the text with these initials, or with this word in his name."""
    initials = _INITIALS.fullmatch(key)
    fitting = []
    for norm, n in voices.people.items():
        words = norm.lower().split()
        if initials:
            letters = [w[0] for w in words]
            pair = list(initials.groups())
            fits = len(words) >= 2 and pair in ([letters[0], letters[-1]], [letters[-1], letters[0]])
        else:
            fits = key in words or (" " in key and set(key.split()) <= set(words))
        if fits:
            fitting.append(n)
    return fitting[0] if len(fitting) == 1 else None


# --- words ----------------------------------------------------------------------------------------------
def _own_words(page: Page, turn: Turn, voice: Voice) -> Span:
    """An answer ends where a later paragraph tells about him in the third person: the outlet goes on."""
    start, stop = turn.words
    name = voice.speaker.name
    if name and "\n" in page.body[start:stop]:
        surname = name.rsplit(" ", 1)[-1]
        stem = re.compile(rf"(?<!\w){re.escape(surname[: max(4, len(surname) - 2)])}\w{{0,4}}")
        end = page.body.find("\n", start, stop)
        while 0 <= end < stop:
            following = page.body.find("\n", end + 1, stop)
            block = Span(end + 1, stop if following < 0 else following)
            language = page.languages[page.sentence_at(block.start)]
            own = FIRST_PERSON[language].search(page.body, *block)
            if own is None and stem.search(page.body, *block):
                stop = end
                break
            end = following
    while stop > start and page.body[stop - 1] in " \n\r\t.,;":
        stop -= 1
    return Span(start, stop)


# --- one voice ------------------------------------------------------------------------------------------
def _may_be_one_voice(ends: str) -> bool:
    low = ends.lower()
    return any(sign in low for sign in _ONE_VOICE)


def _monologue(page: Page, voices: Voices) -> Interview | None:
    """ "As told to …": every paragraph after the introduction is one person's, in the first person."""
    body = page.body
    if len(page.paragraphs) < 3 or not _may_be_one_voice(body[:1_500] + body[-300:]):
        return None
    signal = _MONOLOGUE.search(body, 0, 1_500) or _MONOLOGUE.search(body, max(0, len(body) - 300))
    if signal is None:
        return None
    mine = [
        language in FIRST_PERSON and FIRST_PERSON[language].search(body, *block) is not None
        and not block.start <= signal.start() < block.stop
        and not credits_somebody(body, *block)
        for block, language in zip(page.paragraphs, page.paragraph_languages, strict=True)
    ]  # fmt: skip
    if True not in mine:
        return None
    first, last = mine.index(True), len(mine) - 1 - mine[::-1].index(True)
    told = mine[first : last + 1]
    if first == 0 or len(told) < 2 or 5 * sum(told) < 3 * len(told):
        return None
    if signal.start() < len(body) - 300 and page.paragraphs[first].start < signal.start():
        return None
    top = page.paragraphs[first].start
    guest = _shielded(page, voices, voices.teller or _introduced(page, voices, 0, top), top)
    if guest is None:
        return None
    words = Span(page.paragraphs[first].start, page.paragraphs[last].stop)
    answer = Answer(_own_words(page, Turn(words, False, words.start), guest), words.start, None, guest, 0.8)
    return Interview([answer], [], guest)


__all__ = ["Answer", "Interview", "interview_in"]
