"""Phrases without a verb of saying, and agentless reports, in Russian and Ukrainian: «по словам X, …»,
«за даними Y», «сообщается, что …», «со ссылкой на Z»."""

from __future__ import annotations

import re
from typing import Final

from muster.read.frames import SPOKEN, Frame, Region, clean, content
from muster.read.people.people import Named, is_role
from muster.read.people.roles import owner_of
from muster.read.people.whose_slavic import is_somebodys
from muster.read.slavic.body_phrases import MEDIUM
from muster.read.slavic.phrases import WHO_KNOWS, WORD, apposition, noun_phrase, subject_before
from muster.read.slavic.subjects import PREPOSITIONS, may_speak
from muster.read.slavic.verbs import cut
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.words import source_words
from muster.text.spans import Span

_DATED = re.compile(r"\s*(?:на|за|состоянию|станом)\s", re.I)
_POSSESSED = re.compile(
    r"(?<!\w)(?:[Пп]о|[Зз]а|[Нн]а|[Зз]і?|[Сс]о?)\s(?P<who>его|её|ее|их|його|її|їх|їхніми|їхньою|нашим|нашей|моим"
    r"|моей|нашими"
    r"|нашою|моїми|моєю)\s"
    r"(?:ж\s|же\s)?(?:собственн\w{2,3}\s|власн\w{2,4}\s)?"
    r"(?P<what>слов|слів|словам|данным|мнению|оценке|оценкам|информации|версии|утверждению|утверждениям|подсчетам"
    r"|подсчётам|прикидкам|сведениям|наблюдениям|расчётам|расчетам|воспоминаниям|рассказам|убеждению|признанию|заявлению|мысли|предположению"
    r"|словами|даними|думку|оцінкою|оцінками|інформацією|версією|твердженням|відомостями|спостереженням|спостереженнями|розрахунками|спогадами|розповідями|підрахунками|переконанням"
    r"|переконання|погляд|прогнозом|прогнозами|припущенням|припущеннями|свідченнями|запевненням|запевненнями|зізнанням|повідомленням"
    r"|прогнозу|прогнозам|предположению|предположениям|свидетельству|свидетельствам|показаниям|взгляд"
    r"|точки зору)(?!\w)"
)
# «О журнале он, по собственному признанию, слышит впервые»: the subject of the clause has said so.
_BY_HIS_OWN = re.compile(
    r"(?<=,\s)(?:по\sсобственн\w{2,3}|за\sвласн\w{2,3})\s"
    r"(?:признанию|словам|утверждению|выражению|рассказу|подсчётам|зізнанням|словами|твердженням|висловом)(?!\w)"
)
_OPENING = frozenset(
    phrase.replace("_", " ")
    for phrase in listed(
        """но а и однако при_этом але і та також также так например наприклад кроме_того крім_того при_цьому
        тем_временем между_тем тим_часом між_тим в_то_же_время в_той_же_час у_той_же_час водночас
        вместе_с_тем разом_із_тим более_того
        к_тому_же в_частности зокрема на_самом_деле впрочем до_того_ж більше_того в_свою_очередь
        у_свою_чергу"""
    )
)
_SUBJOINED = re.compile(r",\s(?:что|що)(?:,\s|\s)")
_MARKS = " —–-*_❗️⚡🔻•‼▪️⬇️🔴🟥📌#"
_OPINION = listed(
    """мнению думку убеждению мысли логике предположению переконанням переконання зору зрения погляд прогнозу
    прогнозам"""
)


# «По первым данным полиции, …», «за першими оцінками рятувальників, …»: what kind of data, and whose.
_OF_A_KIND = re.compile(
    r"(?<!\w)(?:[Пп]о\s(?:[\w-]{3,20}(?:ым|им|ой|ей)\s){1,2}"
    r"(?:данным|информации|версии|сведениям|оценкам|оценке|подсчётам|подсчетам|расчётам|расчетам|прогнозам|прогнозу)"
    r"|[Зз]а\s(?:[\w’'-]{3,20}(?:ими|іми|ою|єю)\s){1,2}"
    r"(?:даними|інформацією|версією|відомостями|оцінками|оцінкою|підрахунками|прогнозами|прогнозом))"
    r"(?=\s(?P<whose>[^\W\d_][\w’'-]+|«))"
)
_OWN_WORDS = re.compile(r"\s(?:собственн|власн)\w{2,4}\s")


# «газета писала со слов соседей, что …»
WORDS_OF = re.compile(r"(?<!\w)(?:со слов|зі слів)\s+([^,.;:!?\n\x00–—]{2,100}),\s(?:что|що)\s")


def relayed(region: Region, match: re.Match[str]) -> bool:
    """Whether a verb of saying stands before «со слов X, что …» in its clause: whoever speaks relays it."""
    sentence = region.sentence_of(region.start + match.start())
    clause = region.text(sentence.start, region.start + match.start()).rsplit(",", 1)[-1]
    return region.words.cue.search(clause) is not None


def nominals(region: Region) -> list[Frame]:
    """«по словам X», «по его мнению»."""
    text, base = region.masked, region.start
    found: list[Frame] = []
    for match in _POSSESSED.finditer(text):
        who = Span(base + match.start("who"), base + match.end("who"))
        if _OWN_WORDS.search(match.group()):
            # «Рыбак, по его собственным словам, не спит»
            first = region.sentence_of(base + match.start()).start
            who = subject_before(region, first, base + match.start()) or who
        _add(found, _nominal(region, Span(base + match.start(), base + match.end()), who))
    passed_on = (
        {m.start() for m in WORDS_OF.finditer(text) if relayed(region, m)}
        if "слов" in text or "слів" in text
        else ()
    )
    for match in region.words.nominal.finditer(text):
        if match.start() in passed_on:
            continue  # the verb before has the words (`references.py`)
        cue = Span(base + match.start(), base + match.end())
        if not _DATED.match(text, match.end()) and not any(
            f.cue and f.cue.start <= cue.start < f.cue.stop for f in found
        ):
            _add(found, _nominal(region, cue, None))
    for match in _OF_A_KIND.finditer(text):
        cue = Span(base + match.start(), base + match.end())
        if _is_whose(match["whose"], region.language) and "," in region.text(cue.stop, cue.stop + 90):
            _add(found, _nominal(region, cue, None))
    for match in _BY_A_PAPER.finditer(text) if "огласно" in text or "гідно" in text else ():
        cue = Span(base + match.start(), base + match.end())
        lead = region.text(region.sentence_of(cue.start).start, cue.start).strip(_MARKS)
        opens = not lead or lead.endswith((",", ":", ";")) or lead.lower() in _OPENING
        behind = text[match.end() : match.end() + 80].split(",", 1)
        alone = len(behind) == 2 and not any(
            cases(w, region.language).kind == "verb" for w in WORD.findall(behind[0])
        )
        if not any(f.cue and f.cue.start == cue.start for f in found) and (
            opens and alone and _is_paper(behind[0], region.language)
        ):
            _add(found, _nominal(region, cue, None))
    for match in _BY_HIS_OWN.finditer(text) if "обственн" in text or "власн" in text else ():
        cue = Span(base + match.start(), base + match.end())
        subject = subject_before(region, region.sentence_of(cue.start).start, cue.start)
        _add(found, _nominal(region, cue, subject) if subject else None)
    return found


# «Согласно пояснительной записке, …»: a paper with what tells which.
_BY_A_PAPER = re.compile(r"(?<!\w)(?:[Сс]огласно|[Зз]гідно\s(?:з|із|зі))(?=\s[^\W\d_])")


def _is_paper(behind: str, language: str) -> bool:
    """Whether the first noun of these words, adjectives before it, is a paper."""
    papers = source_words(language).papers
    for word in WORD.findall(behind)[:4]:
        low = word.lower()
        if {low, lemma(low, language), low[:-2], low[:-1]} & papers:  # «звітом», without a dictionary
            return True
        if cases(word, language).kind != "adjective" and not _ATTRIBUTE.search(word):
            return False
    return False


_ATTRIBUTE = re.compile(r"(?:ой|ей|ому|ему|ым|им|ими|ыми|ою|ею|ій)\Z")


def _is_whose(word: str, language: str) -> bool:
    """Whether the word behind «по первым данным» can be a genitive or a name: no verb, no preposition."""
    form = cases(word, language)
    return (
        word not in PREPOSITIONS
        and form.kind in ("noun", "adjective", "name")
        and (form.genitive or form.nominative == "*" or word[:1].isupper())
    )


def _add(found: list[Frame], frame: Frame | None) -> None:
    if frame is not None:
        found.append(frame)


def _nominal(region: Region, cue: Span, possessor: Span | None) -> Frame | None:
    body, sentence = region.page.body, region.sentence_of(cue.start)
    verb = "think" if region.page.words(cue).lower().split()[-1] in _OPINION else "say"
    if possessor:
        if body[possessor.start].lower() in "нм":
            return None  # "по нашим данным": a hedge of whoever speaks
        speaker, after = possessor, cue.stop
    else:
        found = _holder(region, cue, sentence)
        if found is None:
            return None
        speaker, after = found, found.stop
    quote = quote_just_before(region, cue.start, sentence)
    if quote:
        return Frame([quote], "say", cue, speaker, "span", None, True, confidence=0.9)
    lead = region.text(sentence.start, cue.start)
    start = sentence.start
    that = list(_SUBJOINED.finditer(lead))
    if that:
        start += that[-1].end()
        lead = lead[that[-1].end() :]
    if lead.rstrip()[-1:] in (":", ";") or lead.strip(_MARKS).lower().rstrip(",") in {"", *_OPENING}:
        parts = _words_after(region, after, sentence)
        follow = region.quote_after(after)
        if (
            follow
            and follow.start < sentence.stop
            and parts[0].start >= follow.start - 1
            and follow.stop >= sentence.stop - 2
        ):
            region.used.add(follow.start)
            return Frame([content(body, follow)], "say", cue, speaker, "span", None, True, confidence=0.9)
    else:
        begin = _clause_start(region, start, cue.start)
        parts = [clean(body, begin, cue.start)]
        after = _past_clause(region, after, sentence.stop)
        tail = re.match(r"[^,\n]{0,60},\s*", region.text(after, sentence.stop))
        if tail and not apposition(region, after + tail.end(), genitive=True):
            more = clean(body, after + tail.end(), sentence.stop)
            few = 3 if more.stop >= sentence.stop - 1 else 5  # «оснований, по её мнению, нет»
            if more.stop - more.start >= few:
                parts.append(more)
        elif (
            not tail
            and not lead.rstrip().endswith(",")
            and not re.match(r"[\s.!?…»\"]*\Z", region.text(after, sentence.stop))
        ):
            more = clean(body, after, sentence.stop)
            if more.stop - more.start >= 12:
                parts.append(more)
    parts = [p for p in parts if p.stop - p.start >= 3]
    return made(region, parts, verb, cue, speaker, 0.85)


def _holder(region: Region, cue: Span, sentence: Span) -> Span | None:
    """Whose words: the noun phrase behind «по словам», with its name."""
    body = region.page.body
    text = region.text(cue.stop, sentence.stop)
    end = re.search(r"[,;:!?()\n\x00\[\]]|\.(?=\s|\Z)|\s[-–—]\s", text[1:])
    limit = cue.stop + (end.start() + 1 if end else len(text))
    if text[:1] == ",":
        limit = cue.stop  # «согласно таблице, …»: the paper is in the cue
    people = [n for n in region.named_from(cue.stop, min(limit + 1, cue.stop + 120)) if n.kind == "person"]
    if people:
        n = people[0]
        if _owned(region, cue, n):
            if len(people) == 1 or people[1].start != n.stop + 1:
                return clean(body, cue.stop, n.stop)  # «за словами сестри загиблого N»: hers, not his
            n = people[1]  # «брата Івана Дуди Степана»
        holder = _before_another(region, cue, n)
        if holder is not None:
            return holder
        before = body[cue.stop : n.start]
        follows = len(people) > 1 and bool(before.strip()) and owner_of(n, people[1], body)
        theirs = is_somebodys(before, body[n.start : n.stop], n.norm, region.words, alone=len(people) == 1)
        if theirs or follows:
            return clean(body, cue.stop, people[1].stop if follows else n.stop)  # «матери Игоря Анны»
        beside = _AND_ANOTHER.match(body, n.stop, limit)
        stop = beside.end() if beside and _is_kin_or_role(beside["who"], region) else n.stop
        return Span(n.role_start if cue.stop <= n.role_start < n.start else n.start, stop)
    if end is None and not region.text(sentence.start, cue.start).strip(_MARKS):
        phrase = noun_phrase(region, cue.stop, limit)
        return phrase if phrase and limit - phrase.stop > 12 else None
    opening = not region.text(sentence.start, cue.start).strip(_MARKS)
    speaker = clean(body, cue.stop, limit)
    if not opening and speaker.stop - speaker.start > 40:
        speaker = noun_phrase(region, cue.stop, limit) or speaker
    paper = region.page.words(cue).lower().split()
    if (
        (paper[0] in ("согласно", "згідно", "судя", "судячи", "відповідно") or paper[-1] in _BY_PAPERS)
        and len(paper) > 1
        and paper[-1] not in ("з", "із", "зі")
        and not (paper[-1].startswith(("данн", "даним", "даних", "инф", "інф", "слов", "слів")))
    ):
        joint = len(paper[1]) + 1 if len(paper) > 2 and paper[1] in ("з", "із", "зі", "по", "до") else 0
        speaker = Span(cue.start + len(paper[0]) + 1 + joint, max(speaker.stop, cue.stop))
    if _OF_RELATIVE.match(region.page.words(speaker)):
        return None
    if speaker.stop <= speaker.start or speaker.stop - speaker.start > 160:
        return None
    return speaker


# «За реєстром, …»: what stands behind «за» is what says so.
_BY_PAPERS = listed(
    """документами реєстром реєстрами протоколом протоколами матеріалами архівами записами журналом звітом
    документам реестру реестрам протоколу протоколам материалам"""
)


def _owned(region: Region, cue: Span, n: Named) -> bool:
    """Whether the name behind «по словам» only says whose somebody is: a name in full, or one of another
    gender than the word for her or him («доньки Катерини» is Катерина)."""
    before = region.text(cue.stop, n.start)
    form = region.page.body[n.start : n.stop]
    alone = WORD.findall(before)[-1:]
    if (
        " " not in form
        and alone
        and n.gender == ("f" if alone[0][-1] in "иіїы" or alone[0].endswith("ої") else "m")
    ):
        return False
    return "," not in before and is_somebodys(before, form, n.norm, region.words)


# «По словам Анны Гай и её мужа», «за словами Олега Гая та двох сусідів»: up to the comma.
_AND_ANOTHER = re.compile(
    r"\s(?:и|і|й|та)\s(?:(?:его|её|ее|их|його|її|їх|дв\w{2,4}|тр[её]х|трьох)\s)?(?P<who>[а-яёіїєґ’'-]{3,20})"
    r"(?:\s[\w’'-]{2,20}){0,3}(?=\s?,|\Z)"
)


def _is_kin_or_role(word: str, region: Region) -> bool:
    base = lemma(word, region.language)
    return is_role(base, region.words) or bool({word, base} & (region.words.relative | region.words.plural))


def _before_another(region: Region, cue: Span, n: Named) -> Span | None:
    """«Со слов мельника Рудин передаёт»: the noun is the holder, where the name has a verb of its own."""
    between = noun_phrase(region, cue.stop, n.start) if n.start - cue.stop > 3 else None
    near = region.words.cue.match(region.page.body, n.stop + 1)
    return between if near is not None and may_speak(region, n, "mfnp") else None


_OF_RELATIVE = re.compile(r"(?:котор|яко(?:го|ї|ю)\b|яких\b|яким)", re.I)


def _words_after(region: Region, after: int, sentence: Span) -> list[Span]:
    """The words behind «по словам X,», without an apposition that stands first."""
    rest = region.text(after, sentence.stop)
    known = WHO_KNOWS.match(rest) or _OF_THE_PAPER.match(rest)
    after += known.end() if known else 0
    rest = region.text(after, sentence.stop)
    comma = rest.find(",")
    begin = after + (comma + 1 if comma >= 0 else 0)
    for _ in range(2):
        if comma < 0 or not apposition(region, begin, genitive=True):
            break
        second = region.text(begin, sentence.stop).find(",")
        if second < 0:
            break
        begin += second + 1
    return [cut(region, begin, sentence.stop)]


# «Согласно записке, с которой ознакомился «Порт», …», «Згідно з наказом, копію якого має редакція, …»
_OF_THE_PAPER = re.compile(
    r",\s(?:(?:с|со|о|об|в|на|из|к|у|з|із|зі|про|по|до)\s)?(?:(?:копи[юяей]|копі[юяї]|текст|фото|скриншот)\s)?"
    r"(?:котор\w{2,3}|як(?:ий|а|е|і|у|ого|ої|их|ому|ій|им|ою|ими))\s[^,;:.\n\x00]{3,90}(?=,)"
)
_RELATIVE = re.compile(
    r",\s(?:котор|як(?:ий|а|е|і|ого|ої)\b|чь[яиё]\b|чи(?:й|я|ї)\b)[^,;:.\n\x00]{3,90}(?=,)"
)


def _past_clause(region: Region, after: int, stop: int) -> int:
    """«по словам адвоката, который просил не называть его, …»: behind the clause about the speaker."""
    clause = _RELATIVE.match(region.text(after, stop)) or WHO_KNOWS.match(region.text(after, stop))
    return after + clause.end() if clause else after


# «Следователь отказала: оснований, по её мнению, нет»
_DOES: Final = re.compile(r"[а-яёіїєґ]{3,}(?:л|ла|ли|лся|лась|лись|ет|ют|ит|ят|ється|є)(?=[\s,]|\Z)")


def _clause_start(region: Region, start: int, stop: int) -> int:
    """Behind the last quotation of somebody else, or the colon, in the words before."""
    text = region.text(start, stop)
    colon = text.rfind(": ")
    told = colon > 0 and (region.words.cue.search(text, 0, colon) or _DOES.search(text, 0, colon))
    if told and len(text) - colon > 8:
        return start + colon + 2
    return (
        start + text.rindex(SPOKEN) + 1 if SPOKEN in text and len(text) - text.rindex(SPOKEN) > 12 else start
    )


def quote_just_before(region: Region, at: int, sentence: Span) -> Span | None:
    quote = region.quote_before(at)
    if (
        quote is None
        or quote.start in region.used
        or quote.stop <= sentence.start
        or region.text(quote.stop, at).strip(" ,–—-")
    ):
        return None
    region.used.add(quote.start)
    return content(region.page.body, quote)


# --- agentless ---------------------------------------------------------------------------------------------
_SOURCE_FOLLOWS = re.compile(r"\s(?:из|із|з)\s", re.I)
_ABOUT = re.compile(r"\s(?:ранее\s|раніше\s|также\s|також\s)?(?=(?:о|об|про)\s)", re.I)
# «В министерстве нам сказали, что …»: the body speaks.
_THERE = re.compile(
    r"(?:\A|,\s)\W{0,4}(?:в|во|у)\s([а-яёіїєґ][\w’'-]{3,24}(?:\s[\w’'-]{3,24}){0,4})\s\Z", re.IGNORECASE
)
_RECEIVED = re.compile(r"(?:ему|ей|нам|мне|им|йому|їй|мені|їм)\s", re.I)


def agentless(region: Region, taken: set[int]) -> list[Frame]:
    """«Сообщается, что …», «…, как стало известно»: somebody said it, nobody says who."""
    found: list[Frame] = []
    for match in region.words.agentless.finditer(region.masked):
        cue = Span(region.start + match.start(), region.start + match.end())
        if cue.start not in taken and cue.stop - 1 not in taken:
            _add(found, _agentless(region, cue))
    return found


def _agentless(region: Region, cue: Span) -> Frame | None:
    body, sentence = region.page.body, region.sentence_of(cue.start)
    rest = region.text(cue.stop, sentence.stop)
    words = region.page.words(cue).lower()
    received = _RECEIVED.match(words) is not None
    that = re.match(r"(?:\s[\w-]{3,14}){0,2}?\s*,?\s*(?:что|що)\s", rest, re.I)
    about = _ABOUT.match(rest)
    lead = region.text(sentence.start, cue.start)
    there = _THERE.search(lead) if received and that else None
    if there and MEDIUM.match(there.group(1)) is None:
        where = Span(sentence.start + there.start(1), sentence.start + there.end(1))
        begin = cue.stop + (that.end() if that else 0)
        return made(region, [clean(body, begin, sentence.stop)], "say", cue, where, 0.75)
    if that or words.endswith(("что", "що")):
        stop = sentence.stop
        if words in _ONLY_THAT and (end := re.search(r",\s[–—-]\s", rest)):
            stop = cue.stop + end.start()  # «Слухи, что …, – бред»
        parts = [clean(body, cue.stop + (that.end() if that else 0), stop)]
    elif received or words in _ONLY_THAT:
        return None
    elif about:
        parts = [clean(body, cue.stop + about.end(), sentence.stop)]
    elif _SOURCE_FOLLOWS.match(rest) or (
        re.match(r"\s(?:\S+\s){0,2}?(?:в|во|у|на|для|с|со|як|как)\s", rest)
        and words in ("считается", "вважається", "указывается", "отмечается", "відзначається")
    ):
        return None
    else:
        parts = _beside(region, cue, sentence, lead, words)
    parts = [p for p in parts if p.stop - p.start >= 3]
    if not parts or sum(p.stop - p.start for p in parts) < 6:
        return None
    region.use(parts[0].start, parts[-1].stop)
    verb = "hear" if received else "say"
    return Frame(parts, verb, cue, None, "nobody", None, False, confidence=0.55, received=received)


# Nothing but a clause with «что» makes words of these.
_ONLY_THAT = frozenset({"сообщают", "выяснилось", "слухи", "слух", "чутки", "чутка", "поголоски"})
_PHRASE = re.compile(r"(?:как|як|по|за)\b", re.I)


def _beside(region: Region, cue: Span, sentence: Span, lead: str, words: str) -> list[Span]:
    """The words before and behind a phrase that stands between commas, or first, or last."""
    body = region.page.body
    bare = lead.strip(_MARKS)
    begin = sentence.start + (lead.rindex(SPOKEN) + 1 if SPOKEN in lead else 0)
    rest = region.text(cue.stop, sentence.stop)
    comma = re.match(r"[^,.;:!?\n\x00]{0,40}?\s*,\s*", rest)
    if bare[-1:] in (":", ";") or bare.lower().rstrip(",") in {"", *_OPENING}:
        if not (_PHRASE.match(words) or comma):
            return []
        return [
            clean(
                body,
                cue.stop + (comma.end() if comma and (len(comma.group()) < 24 or rest[1:2] in '«"“') else 0),
                sentence.stop,
            )
        ]
    if (
        not bare.endswith((",", "("))
        and not _PHRASE.match(words)
        and lead.rstrip()[-1:] not in ("–", "—", "-")
    ):
        return []
    parts = [clean(body, begin, cue.start)]
    if comma:
        parts.append(clean(body, cue.stop + comma.end(), sentence.stop))
    elif _PHRASE.match(words) and not bare.endswith(","):
        parts.append(clean(body, cue.stop, sentence.stop))
    return parts


_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}[.,)]?")


def made(
    region: Region, parts: list[Span], verb: str, cue: Span, speaker: Span, confidence: float
) -> Frame | None:
    parts = [p for p in parts if p.stop > p.start]
    if len(parts) > 1 and _CLOCK.fullmatch(region.page.words(parts[0])):
        parts = parts[1:]  # «12:30 По данным X, …»
    if not parts:
        return None
    region.use(parts[0].start, parts[-1].stop)
    return Frame(parts, verb, cue, speaker, "span", None, False, False, confidence)


__all__ = ["agentless", "WORDS_OF", "made", "nominals", "quote_just_before"]
