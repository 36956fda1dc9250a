"""Frames in, claims out: nested, carried over, with hedges, carriers, basis and stance."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from muster.model.claims import Claim, Speaker
from muster.model.ids import span_id
from muster.read.acts import act_of, with_not
from muster.read.basis.basis import basis_of, lived_it
from muster.read.basis.ground import ground_of
from muster.read.basis.phrases import ASKS_SO, NAMELESS
from muster.read.carriers import carried_on, carriers_of
from muster.read.english.described import sex_in_own_words
from muster.read.english.frames import find_frames as english_frames
from muster.read.english.told_on import told_on
from muster.read.frames import Frame, Region, content, inside, labelled, nested_quotes, regions
from muster.read.layouts.interview import Answer, interview_in
from muster.read.layouts.posts import posted
from muster.read.marks import Marks
from muster.read.page import Page
from muster.read.people.people import Named
from muster.read.protection.hinted import hinted
from muster.read.protection.presumed import presumed
from muster.read.protection.shields import shielded
from muster.read.quoting import kind_of_words
from muster.read.said import Said
from muster.read.second_opinion import Opinion
from muster.read.slavic.frames import find_frames as slavic_frames
from muster.read.slavic.phrases import without_clause
from muster.read.slavic.told_on import teller
from muster.read.slavic.told_on import told_on as told_on_slavic
from muster.read.slavic.told_once import told_once
from muster.read.speakers.known_as import known_as, stands_for
from muster.read.speakers.teller import writer_of
from muster.read.speakers.voice import Voice
from muster.read.speakers.voices import Voices
from muster.read.speakers.witness import give_to_witness
from muster.read.stance import stance_of, with_doubts
from muster.text.listed import listed
from muster.text.quotes import Quotation
from muster.text.spans import Span, union

_FINDERS = {"en": english_frames, "ru": slavic_frames, "uk": slavic_frames}
_DEEPEST = 2
# Characters of a quotation from which on it may hold the words of another.
_DEEPER = 14
# How many frames back one may look for the claim that holds another.
_NEAR = 24


def find_claims(
    page: Page, named: list[Named], teller: Voice | None = None, opinion: Opinion | None = None
) -> list[Claim]:
    """Every attributed claim, by position; the outlet's own voice is not among them.

    ``teller``: in an interview, who tells it; words of nobody else are his.
    ``opinion``: frames that somebody beside the rules proposes for this page.
    """
    voices = Voices(page, named, teller=teller)
    voices.writer = writer_of(page, named) if teller is None else None
    said: list[Said] = []
    waiting: list[Said] = []
    talk = Talk(page, voices)
    posts = posted(page, named)
    below: list[Said] = []
    for region in regions(page, named):
        paragraph = page.paragraph_of[page.sentence_at(region.start)]
        if voices.within and voices.within[-1][0] < paragraph - _kept_within(region, talk):
            voices.within.clear()
        if region.start < page.begins or (paragraph in posts.asks and not talk.answers):
            continue
        before = len(said)
        answer = talk.answer_at(region, paragraph, said)
        asks = talk.asks_at(region.start)
        if asks or answer is not None:
            region = replace(region, turn=True, heads=False)
        below = [s for s in below if s.frame.stop > region.start]
        if answer is None and below:
            answer = next((s for s in below if _holds(s, region.start) or _within(s, region)), None)
            for quote in region.quotes:
                if answer and _holds(answer, quote.inner_start) and quote.start <= region.start + 4:
                    region.used.add(quote.start)
        laid = [] if region.turn else posts.of(paragraph)
        post = [f for f in laid if f.speaker and region.start <= f.speaker.start < region.stop]
        _read_region(region, voices, paragraph, answer, said, opinion, post)
        if asks:
            said[before:] = [s for s in said[before:] if _is_told(s)]
        below += [s for s in said[before:] if any(s.frame is f for f in post) or _runs_on(s, region)]
        waiting = _named_later(page, waiting, said[before:], paragraph)
    give_to_witness(page, said)
    claims = carried_on(page, _as_claims(page, named, told_once(_continued(page, said))))
    shown = list(shielded(page, named, with_doubts(page, claims)))
    return hinted(page, named, presumed(page, named, shown))


def _kept_within(region: Region, talk: Talk) -> int:
    """For how many paragraphs who spoke within somebody's words is kept; a question parts answers."""
    return 0 if region.language != "en" else 2 if talk.answers else 1


def _is_told(one: Said) -> bool:
    """Whether a frame in a question tells what somebody said: "Did you call for help?" does not."""
    speaker = one.region.page.words(one.frame.speaker).lower() if one.frame.speaker else ""
    return speaker not in ("you", "who", "вы", "ты", "ви", "ти")


class Talk:
    """The turns of an interview, passed in the order of the text."""

    def __init__(self, page: Page, voices: Voices) -> None:
        self.voices = voices
        found = interview_in(page, voices)
        self.answers = found.answers if found else []
        self.questions = found.questions if found else []
        self.current: tuple[Answer, Said] | None = None
        self.outset = voices.teller
        self.teller = voices.teller or (found.guest if found else None)
        voices.teller = self.teller

    def answer_at(self, region: Region, paragraph: int, said: list[Said]) -> Said | None:
        """The answer that these sentences stand in; its first sentence adds it to what is said."""
        if self.current is not None and region.start < self.current[0].words.stop:
            return self.current[1]
        at = bisect.bisect_left(self.answers, region.stop, key=lambda a: a.start) - 1
        if at < 0 or self.answers[at].words.stop <= region.start:
            return None
        answer = self.answers[at]
        voice = answer.voice
        parts = [
            Span(max(block.start, answer.words.start), min(block.stop, answer.words.stop))
            for block in self.voices.page.paragraphs[paragraph:]
            if block.start < answer.words.stop and answer.words.start < block.stop
        ]
        frame = Frame(parts, "say", None, answer.label, quoted=True, confidence=answer.confidence, label=True)
        one = Said(frame, voice, region, paragraph)
        said.append(one)
        self.voices.label = (paragraph, voice)
        self.voices.say(paragraph, answer.words.start, voice)
        self.voices.open = None
        self.current = (answer, one)
        return one

    def asks_at(self, at: int) -> bool:
        """Whether a question stands here: the outlet's words, and nobody's claim."""
        i = bisect.bisect_right(self.questions, at, key=lambda q: q.start) - 1
        near = self.questions[max(0, i) : i + 2]
        asked = any(q.start <= at < q.stop for q in near)
        # "I" of a question is the one who asks, and what nobody says in it is not the guest's.
        firsts = [q.start for q in self.questions[:1]] + [a.start for a in self.answers[:1]]
        begun = bool(firsts) and at >= min(firsts)
        self.voices.teller = None if asked else self.outset if begun else self.teller
        return asked


def _continued(page: Page, said: list[Said]) -> list[Said]:
    """ "…," said X. "…": a quotation that goes on right after the sentence of its frame is the same claim."""
    kept: list[Said] = []
    last: Said | None = None
    into: dict[int, Said] = {}
    for one in said:
        if one.outer is not None:
            one.outer = into.get(id(one.outer), one.outer)
        elif last is not None and _goes_on(page, last, one):
            last.frame.parts.append(one.frame.parts[0])
            into[id(one)] = last
            continue
        elif one.region.level == 0 and not _beside_it(page, last, one):
            last = one
        kept.append(one)
    return kept


def _beside_it(page: Page, last: Said | None, one: Said) -> bool:
    """ "“…,” the officer said, because he fears for his post. “…”": the second frame ends no quotation."""
    cue, before = one.frame.cue, last.frame.cue if last is not None and last.frame.quoted else None
    if one.frame.quoted or cue is None or before is None or one.region.language != "en":
        return False
    return before.start < cue.start and page.sentence_at(before.start) == page.sentence_at(cue.start)


def _goes_on(page: Page, last: Said, one: Said) -> bool:
    """Whether ``one`` is a quotation with no frame of its own in the sentence after a framed one."""
    frame, before = one.frame, last.frame
    if frame.who != "carried" or frame.cue or not (frame.quoted and before.quoted and before.cue):
        return False
    if one.paragraph != last.paragraph or before.label or before.stop > frame.start:
        return False
    end = max(p.stop for p in (*before.parts, before.cue, before.speaker or before.cue))
    return page.sentence_at(frame.start) - page.sentence_at(end - 1) <= 1


def _named_later(page: Page, waiting: list[Said], fresh: list[Said], paragraph: int) -> list[Said]:
    """A quotation that runs over paragraphs is often attributed only in its last one."""
    if not fresh:
        return [] if waiting and waiting[-1].paragraph < paragraph - 1 else waiting
    first = fresh[0]
    head = page.paragraphs[paragraph].start
    goes_on = (
        bool(waiting)
        and waiting[-1].paragraph == paragraph - 1
        and first.frame.quoted
        and first.frame.start - head <= 2
    )
    if goes_on and first.voice.speaker.name is not None:
        for one in waiting:
            one.voice = replace(first.voice, trust=0.7 * first.voice.trust)
        return []
    unnamed = first.frame.who == "carried" and first.voice.speaker.name is None and first.outer is None
    if unnamed and first.frame.stop >= page.paragraphs[paragraph].stop - 2 and first.frame.start - head <= 2:
        quotation_ends = page.body[first.frame.stop : page.paragraphs[paragraph].stop].strip(" .") != ""
        if not quotation_ends:
            return [*waiting, first] if goes_on or not waiting else [first]
    return []


def _solid(frame: Frame) -> Frame | None:
    """Without parts that hold nothing («…, утверждает N, ссылаясь на …» leaves some); None: all were."""
    parts = [p for p in frame.parts if p.start < p.stop]
    if len(parts) == len(frame.parts):
        return frame
    return replace(frame, parts=parts) if parts else None


def _read_region(
    region: Region,
    voices: Voices,
    paragraph: int,
    outer: Said | None,
    said: list[Said],
    opinion: Opinion | None,
    post: Sequence[Frame] = (),
) -> None:
    if post:
        frames = [*post, *_beside(region, post)]
    else:
        frames = labelled(region)
        whole = {
            f.start for f in frames if f.label
        }  # «Гусаров: …»: his whole paragraph, not its first sentence
        frames += [f for f in _FINDERS[region.language](region) if f.cue or f.start not in whole]
    if outer is not None and outer.frame.cue is not None:
        # A frame that stands inside the marks was read with the quotation.
        frames = [f for f in frames if f.cue != outer.frame.cue]
    frames = [f for f in frames if not _is_anybody(region, f)]
    if outer is None and voices.teller is None and not region.turn:
        frames = [f for f in frames if not _is_the_outlet(region, voices, paragraph, f)]
    frames = [f for f in frames if f.cue is None or region.page.words(f.cue).lower() not in _REASONS]
    if opinion is not None:
        deeper = _spoken_quotes(region) if region.level < _DEEPEST else []
        frames = opinion.weigh(region, frames, [Span(q.inner_start, q.inner_stop) for q in deeper])
    gone_on: list[Frame] = []
    if outer is None:
        frames += told_on(region, frames, voices.spoken, paragraph)
        gone_on = told_on_slavic(region, frames, said, paragraph)
        frames += gone_on
    frames += _carried(region, frames, voices, paragraph, outer)
    frames = [solid for frame in frames if (solid := _solid(frame)) is not None]
    here: list[Said] = []
    for frame in sorted(frames, key=lambda f: (f.start, -f.stop)):
        holder = _innermost(here, frame) or outer
        direct = region.turn and holder is not None and holder.frame.label
        voice = teller(said) if any(frame is f for f in gone_on) else None
        voice = voice or voices.of(frame, region, holder.voice if holder else None, paragraph, direct=direct)
        if frame.label:
            voices.label = (paragraph, voice)
        if region.language == "en" and not frame.quoted and holder is None:
            gender = sex_in_own_words(voice, region.page.body[frame.start : frame.start + 40])
            voice = voice if gender == voice.gender else replace(voice, gender=gender)
        one = Said(frame, voice, region, paragraph, holder)
        if frame.beyond:
            one.beyond = voices.of(replace(frame, speaker=frame.beyond, who="span"), region, None, paragraph)
        here.append(one)
        if one.outer is None:
            voices.say(paragraph, _at(one), one.voice)
        if frame.received and frame.addressee and outer is None and region.language == "en":
            # "Witness F was told by a guard that …": the sentence is about her, and she may go on.
            hearer = voices.of(replace(frame, speaker=frame.addressee, who="span"), region, None, paragraph)
            if hearer.kind != "group":
                voices.say(paragraph, frame.addressee.start, hearer)
        told = one.outer is not None and one.outer.outer is None and region.language == "en"
        if outer is not None or direct or told:
            voices.within.append((paragraph, (frame.speaker or frame.cue or frame.parts[0]).start, voice))
    if outer is None:
        last = max(here, key=lambda s: s.frame.stop, default=None)
        goes_on = last is not None and last.frame.quoted and last.voice.speaker.name is not None
        voices.open = (paragraph, last.voice) if last is not None and goes_on else None
    said.extend(here)
    if region.level < _DEEPEST:
        for quote in _spoken_quotes(region):
            inner = inside(region, quote)
            if inner is not None:
                at = bisect.bisect_right(here, quote.inner_start + 2, key=lambda s: s.frame.start)
                near = here[max(0, at - _NEAR) : at]
                holder = next((s for s in near if _holds(s, quote.inner_start)), outer)
                _read_region(inner, voices, paragraph, holder, said, opinion)


_ANYBODY = ("хто", "кто", "anyone", "anybody", "whoever")


def _is_anybody(region: Region, frame: Frame) -> bool:
    """ "If anyone tells you that …", «Хто каже про …»: whoever it may be has said nothing."""
    return frame.speaker is not None and region.page.words(frame.speaker).lower() in _ANYBODY


def _is_the_outlet(region: Region, voices: Voices, paragraph: int, frame: Frame) -> bool:
    """ "We wrote yesterday that …", "we asked whether …" outside every quotation of an English text: the
    author's own voice. "We believe", "I saw that" may be anybody's who tells of himself."""
    if region.language != "en" or region.level or frame.speaker is None or frame.quoted or frame.cue is None:
        return False
    if region.page.words(frame.cue).lower() not in _OF_A_PAPER:
        return False
    labelled_here = voices.label is not None and voices.label[0] == paragraph
    return not labelled_here and region.page.words(frame.speaker).lower() in ("i", "we")


_OF_A_PAPER = listed("wrote reported published printed")
# Why somebody speaks as he does is none of his words: "…, fearing reprisals, said that …".
_REASONS = ("fearing", "citing", "опасаясь", "боясь", "побоюючись", "боячись")


def _at(one: Said) -> int:
    """Where somebody speaks: his words in the frame, else the verb, else what he says."""
    return (one.frame.speaker or one.frame.cue or one.frame.parts[0]).start


def _beside(region: Region, post: Sequence[Frame]) -> list[Frame]:
    """The frames beside those of a layout: what stands within their words, or apart from them."""
    parts = [part for frame in post for part in frame.parts]
    for quote in region.quotes:
        if any(p.start <= quote.inner_start + 1 < p.stop for p in parts):
            region.used.add(quote.start)
    found = []
    for frame in _FINDERS[region.language](region):
        head = frame.cue.start if frame.cue else frame.start
        within = any(p.start <= min(head, frame.start) and frame.stop <= p.stop + 1 for p in parts)
        apart = post[0].start >= region.stop and frame.stop < region.stop and frame.cue != post[0].cue
        if frame.cue is not None and (within or (apart and frame.cue.stop < region.stop - 2)):
            found.append(frame)
    return found


def _runs_on(one: Said, region: Region) -> bool:
    """A line of dialogue whose speaker goes on in the sentences behind it."""
    frame = one.frame
    resumed = frame.who == "carried" if frame.cue is None else len(frame.parts) > 1
    return frame.quoted and not frame.label and resumed and frame.stop > region.stop + 1


def _within(one: Said, region: Region) -> bool:
    return any(p.start < region.stop and region.start < p.stop for p in one.frame.parts)


def _spoken_quotes(region: Region) -> list[Quotation]:
    return [
        q for q in region.quotes if q.inner_stop - q.inner_start >= _DEEPER or nested_quotes(region.page, q)
    ]


def _holds(one: Said, at: int) -> bool:
    return any(p.start <= at + 2 and at < p.stop for p in one.frame.parts)


def _innermost(here: list[Said], frame: Frame) -> Said | None:
    """The claim whose words hold this frame's verb and words."""
    head = frame.cue.start if frame.cue else frame.start
    holders = [
        s
        for s in here[-_NEAR:]
        if (s.frame.start, s.frame.stop) != (frame.start, frame.stop)
        and any(
            p.start <= min(head, frame.start) and frame.stop <= p.stop + 1 and head < p.stop
            for p in s.frame.parts
        )
    ]
    return min(holders, key=lambda s: s.frame.stop - s.frame.start) if holders else None


def _carried(
    region: Region, frames: list[Frame], voices: Voices, paragraph: int, outer: Said | None
) -> list[Frame]:
    """Quotations with no verb of their own: whoever spoke last in the paragraph goes on."""
    found = []
    covered = union(p for f in frames for p in f.parts)
    for quote in region.quotes:
        words = content(region.page.body, quote)
        if quote.start in region.used or words.stop <= words.start:
            continue
        i = bisect.bisect_right(covered, words.start, key=lambda s: s.start) - 1
        if i >= 0 and words.stop <= covered[i].stop:
            continue
        if region.language != "en" and _TITLE_BEFORE.search(region.page.body, quote.start - 5, quote.start):
            continue  # «по статьям «Диверсия», «Публичные призывы …»»: a list of titles
        text = region.page.body[words.start : words.stop]
        before = region.text(max(region.start, quote.start - 3), quote.start).strip()
        alone = region.sentence_of(quote.start).start == quote.start and text[-1] in ".!?…"
        whole = (
            (text.count(" ") >= 3 or (alone and " " in text))
            and (text[:1].isupper() or not before)
            and (
                text[-1] in ".!?…"
                or before.endswith(":")
                or not quote.closed
                or region.page.body[quote.stop : quote.stop + 1] in ("", ".", "\n", "\r")
            )
        )
        if not whole or (region.language != "en" and text[-1] not in ".!?…" and _named_so(region, quote)):
            continue
        # "I was rung up: ‘Your son is gone.’": what somebody quotes behind a colon is not his own word.
        told = outer is not None and outer.frame.quoted and not outer.frame.label and before.endswith(":")
        who = "nobody" if told and region.level else "carried"
        # Only the sentence itself may carry: a quotation embedded in a narrated clause has a frame or none.
        found.append(Frame([words], "say", None, None, who, None, True, False, 0.8 if before == "" else 0.6))
        region.used.add(quote.start)
    return found


_TITLE_BEFORE = re.compile(r"[»”\"](?:,|,?\s(?:и|та|й|або|или))\s\Z")
_VERB_BEFORE = re.compile(r"([\w-]{3,24})\s\Z")


def _named_so(region: Region, quote: Quotation) -> bool:
    """«Это подтверждает «Перечень частей …»»: a title straight behind a verb of saying is what says so."""
    verb = _VERB_BEFORE.search(region.text(max(region.start, quote.start - 26), quote.start))
    return verb is not None and region.words.cue.fullmatch(verb.group(1)) is not None


# --- claims -------------------------------------------------------------------------------------------
def _as_claims(page: Page, named: list[Named], said: list[Said]) -> list[Claim]:
    ids: dict[int, str] = {}
    claims: dict[str, Claim] = {}
    order = sorted(
        said, key=lambda s: (s.frame.start, -s.frame.stop, s.frame.cue.start if s.frame.cue else -1)
    )
    marks = Marks(page, named, order)
    called = known_as(page, named, order)
    witnesses = _who_lived_it(page, order)
    for one in order:
        ids[id(one)] = _claim_id(page, one)
    for at, one in enumerate(order):
        name = one.voice.speaker.name or ""
        fullest = called.get(name) or called.get(name.rsplit(" ", 1)[-1], "")
        behind = stands_for(page, order, at)
        claim = _claim(page, one, ids, marks, fullest, name in witnesses, behind)
        kept = claims.get(claim.id)
        if kept is None or claim.confidence > kept.confidence:
            claims[claim.id] = claim
    distinct = _without_repeats(list(claims.values()))
    known = {c.id for c in distinct}
    return [c if c.inside is None or c.inside in known else replace(c, inside=None) for c in distinct]


def _without_repeats(claims: list[Claim]) -> list[Claim]:
    """Two frames that found the same words: the surer one stays, and whoever else denies them."""
    best: dict[tuple[int, int, bool, bool], Claim] = {}
    held = {c.id: (c.passage.start, c.passage.stop) for c in claims}
    for claim in claims:
        place = (claim.passage.start, claim.passage.stop)
        # «Стёкла обещают с осени», – говорит она: what she says is that others promise.
        within = claim.inside is not None and held.get(claim.inside) == place
        key = (*place, claim.stance == "denied", within)
        kept = best.get(key)
        if kept is None or (claim.confidence, bool(claim.said_by and claim.said_by[0].name)) > (
            kept.confidence, bool(kept.said_by and kept.said_by[0].name),
        ):  # fmt: skip
            best[key] = claim
    return sorted(best.values(), key=lambda c: (c.passage.start, -c.passage.stop))


def _claim_id(page: Page, one: Said) -> str:
    cue = one.frame.cue
    return span_id("claim", page.text.id, one.frame.start, one.frame.stop, cue.start if cue else -1)


def _who_lived_it(page: Page, said: Iterable[Said]) -> frozenset[str]:
    """Whoever tells of himself, quoted or in reported speech: what else he says is from the same place."""
    return frozenset(
        one.voice.speaker.name
        for one in said
        if one.voice.speaker.name
        and (one.frame.quoted or (one.frame.verb in ("say", "tell") and one.outer is None))
        and lived_it(
            " ".join(page.words(p) for p in one.frame.parts),
            one.voice,
            one.region.language,
            quoted=one.frame.quoted,
        )
    )


def _claim(
    page: Page, one: Said, ids: dict[int, str], marks: Marks, fullest: str, witness: bool, behind: Said | None
) -> Claim:
    """``fullest``: what else the text calls the speaker; ``behind``: whose statement it is, or of whom he
    is one; ``witness``: he tells elsewhere of what he lived through."""
    frame, voice = one.frame, one.voice
    parts = tuple(page.passage(*p) for p in frame.parts)
    whole = page.passage(frame.start, frame.stop)
    said_by: list[Speaker] = [*([one.beyond.speaker] if one.beyond else []), voice.speaker]
    holder = one.outer
    while holder is not None:
        if holder.voice.speaker != said_by[-1]:
            said_by.append(holder.voice.speaker)
        holder = holder.outer
    words = " ".join(p.words for p in parts)
    window = marks.window(one)
    via = carriers_of(page, one, window, marks)
    if one.again is not None:
        further = carriers_of(page, one.again, marks.window(one.again), marks)
        via += tuple(c for c in further if c not in via)
    language = one.region.words
    related = voice.speaker.name is not None and marks.related(voice.speaker.name)
    outer = one.outer
    called = page.words(frame.whole or frame.speaker) if frame.speaker else ""
    knows = voice
    if one.beyond is not None and frame.beyond is not None and frame.quoted:
        knows, called = one.beyond, page.words(frame.beyond)  # whoever passes his words on does not know it
    if behind is not None:
        called = page.words(behind.frame.whole or behind.frame.speaker or frame.parts[0])
        knows = behind.voice if voice.kind == "document" else voice
    hypothetical = frame.hypothetical or bool(outer and outer.frame.hypothetical)
    beside = marks.beside(one, window)
    answer = basis_of(
        words, frame.quoted, knows, frame.verb, frame.received, related, language,
        present=marks.present(one, window) or witness,
        around=" ".join(page.body[a:b] for a, b in beside),
        nobody=frame.who == "nobody",
        called=called,
        cue=page.words(frame.cue) if frame.cue else "",
        known_as=fullest,
        answer=frame.label and frame.quoted,
    )  # fmt: skip
    asks = frame.cue is not None and ASKS_SO.match(page.words(frame.cue)) is not None
    if asks and answer.code == "asks-for-silence" and NAMELESS.search(words):
        # Whoever asks not to be named is hidden, also where nothing shows who that is.
        said_by[0] = replace(said_by[0], protected=True)
    holder_of = behind.frame if behind is not None else frame
    ground = ground_of(
        page, answer, parts, beside, frame.cue,
        holder_of.whole or holder_of.speaker or (holder_of.parts[0] if behind is not None else None),
        (behind.voice if behind is not None else voice).speaker.mention,
    )  # fmt: skip
    return Claim(
        id=ids[id(one)],
        passage=whole,
        kind=kind_of_words(page, one),
        parts=parts if len(parts) > 1 else (),
        cue=page.passage(*with_not(page, one.region, frame.cue)) if frame.cue else None,
        speaker=page.passage(*_stands(frame, page, language.language))
        if frame.speaker or frame.beyond
        else None,
        said_by=tuple(said_by),
        via=via,
        hedges=tuple(marks.hedges(window, language.language, one)),
        basis=ground.basis,
        ground=ground,
        stance=stance_of(page, frame),
        hypothetical=hypothetical,
        inside=ids[id(outer)] if outer else None,
        addressee=page.passage(*frame.addressee) if frame.addressee else None,
        source_kind=one.beyond.kind if one.beyond else voice.kind,
        confidence=round(max(0.05, min(0.99, frame.confidence * voice.trust)), 3),
        act=act_of(one, voice, via),
    )


def _stands(frame: Frame, page: Page, language: str) -> Span:
    """Where whoever said it stands: «X со ссылкой на Y», «от Y она слышала» is Y's."""
    if frame.beyond is None and frame.whole and frame.speaker and language == "uk":
        return without_clause(page.body, frame.speaker, frame.whole, language)
    return frame.beyond or frame.whole or frame.speaker or frame.parts[0]


__all__ = ["find_claims"]
