"""Speakers who are only described: a body, a group, a source, kin, "the prosecutor"; resolved to voices."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from muster.model.claims import Speaker
from muster.read.english.described import body_called, called_so, of_several, office_of
from muster.read.english.sure import several as several_people
from muster.read.frames import Region
from muster.read.people.nobody import CLOSED
from muster.read.people.people import Named, at_head, body_base, mid_capitals
from muster.read.people.role_forms import people_base, role_base
from muster.read.people.role_words import PLAIN
from muster.read.protection.bearers import person
from muster.read.slavic.taken_up import at_the_head, taken_up
from muster.read.speakers.antecedents import of_pronoun
from muster.read.speakers.antecedents_described import of_description
from muster.read.speakers.source_kind import kind_of
from muster.read.speakers.topics import gender_of
from muster.read.speakers.voice import HEADWORD, Voice, role_words
from muster.text.cases import cases
from muster.text.identifiers.ordinary import commonness
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.military_units import find_units
from muster.text.places.places import find_named_places
from muster.text.sources.cues import lexicon
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.speakers.voices import Voices

CALL_SIGN = re.compile(
    r"(?:позывн\w*|позивн\w*|псевдо|прозвищ\w*|прізвиськ\w*|call[- ]?sign\w*)\s[«\"“„'‘]?([^\W_][\w-]{1,24})",
    re.IGNORECASE,
)
QUOTED_BODY = re.compile(r"[«\"“„]([^\W\d_][^«»\"“”„\n]{2,60})[»\"”“]")
_OWNERS = {"my": "1", "his": "m", "her": "f"}
_DEFINITE = re.compile(r"\A(?:the|a|an|(?:some|one|another)(?!\sof\b)|this|that)\s+", re.IGNORECASE)
# "Whom we call N", «который представился N»: the name by which a text goes on with somebody described.
_GOES_BY = re.compile(
    r",?\s(?:whom\s(?:we|they|friends|(?:the|his|her)\s\w{1,20})\s(?:call|called|know\sas)|known\s(?:to\sall\s)?(?:only\s)?as"
    r"|who\s(?:asked|wanted|wished|preferred)\s(?:only\s)?to\sbe\s(?:called|known\s(?:only\s)?as|identified\s(?:only\s)?(?:as|by)|named)(?:\s(?:only|just|simply))?"
    r"(?:\s(?:his|her|their)\s(?:first\sname|given\sname|initials?|nickname|call\ssign)(?:\s(?:only|alone))?,?)?"
    r"|who\s(?:gives|gave)\s(?:his|her|their)\s(?:first\s)?name\s(?:only\s|simply\s)?as|who\s(?:introduced|identified)\s(?:him|her)self\s(?:only\s)?as"
    r"|who\s(?:goes|went)\sby(?:\sthe\sname)?|(?:котор|як)\w{1,3}\s(?:[\w-]{1,12}\s){0,3}?(?:представил|назвал|відрекомендува|назва)\w{0,5}"
    r"|(?:известн|відом)\w{1,3}\s(?:как|як)|(?:под|під)\s(?:ником|ніком|именем|іменем))"
    r"\s[«\"“„]?([A-ZА-ЯЁІЇЄҐ][\w’'ʼ-]{1,24}|[A-Z]\.(?=,))"
)
# «продавец, который писал под ником Тесля», «командующий, известный как Барс», «сестра, просившая звать её
# просто Тоней»
_UNDER = re.compile(
    r"(?:\s[^.,!?;:\n«»]{1,40})?(?:,\s|\s\()[^.!?;:\n«»]{0,90}?(?:(?:под|під)\s(?:ником|ніком|именем|іменем)|(?:известн|відом)\w{1,3}\s(?:как|як)"
    r"|(?:представивш|назвавш)(?:ийся|аяся|ейся|егося)"
    r"|(?:звать|называть|кликать|звати|називати|кликати)\s(?:его|её|ее|себя|його|її|себе)\s(?:просто\s)?"
    r"|(?:мы|ми)\s(?:(?:здесь|тут|условно|умовно|далее|далі)\s)?(?:называем|назов[её]м|називаємо|назвемо|називатимемо|буде[мо]{1,2}\s(?:называть|називати))\s"
    r"|(?:назов[её]м|назвемо|назвімо|назвім)\s(?:його|її|его|её|ее)\s|(?:знаєте|знаете)\s(?:як|как)|назван(?:ий|а|ный|ная)(?:\s(?:там|тут|здесь))?"
    r"|(?<=,\s)(?:якого|яку|которого|которую)\s(?:(?:тут|здесь|[ву]\s(?:цьому\s|этом\s)?(?:тексті|тексте|матеріалі|материале))\s)?(?:звати|звуть|зовут)\s)"
    r"\s?[«\"“„]?([А-ЯЁІЇЄҐ][\w’'ʼ-]{1,24})"
)
_GIVEN = re.compile(
    r"назов|назыв|назва[вн]|називає|назвемо|назвім|називатим|називати|тексті|тексте|матеріалі|материале"
)
# «Чоловік просить називати його Остапом»
_ASKS_TO_BE = re.compile(
    r"\s(?:про(?:сить|сит)|попроси(?:в|л|ла))\s(?:називати|звати|называть|звать)\s(?:його|її|себе|его|её|ее|себя)\s(?:просто\s)?"
    r"[«\"“„]?([А-ЯЁІЇЄҐ][\w’'ʼ-]{1,24})"
)
_WITH = re.compile(r"\s(?:with|under|called|с|з|із|по|под|під)(?:\s|\Z)")
_GOES_WITH_BODY = re.compile(
    r"(?:of|for|in|at|and|or|with|which|that|who|mission|office|branch|team|website|channel|page|group|forces?|side|department|unit|press|news|agency"
    r"|newspaper|radio|television|tv|service|command|headquarters|staff|authorities|government|campaign|leadership|delegation|bureau|report)\b",
    re.I,
)
_OFFICES = ("office", "ministry", "agency")
_TEAM = re.compile(
    r"(?:his|her|their|our|its|его|её|ее|их|наша|наш|його|її|їхня)\s+(?:own\s+)?"
    r"(team|organi[sz]ation|group|project|office|ministry|agency|команда|организация|группа|проект|центр"
    r"|організація|група|проєкт)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"(?:one|some|many|two|three|several|most|both|another|none|each)\sof\s(?:them|us|those|these)\Z", re.I
)
# "One of the drivers" is one, and a driver.
_ONE_OF = re.compile(
    r"(?:one|another|an\w?|the\s(?:first|second|third|last|other))\sof\s(?!them\b|us\b|those\b|these\b)", re.I
)
# "A technician at the manufacturer, X": a person, and X is where he works.
_AT_A_BODY = re.compile(
    r"(?:an?|one|another)\s(?:[\w-]+\s){0,2}?(?!source\b)[a-z-]+(?:er|or|ist|ian|man|woman|ant|ee|ic|eer|ent|chief|aide|clerk|nurse|cook|spy|guard)"
    r"\s(?:at|in|of|with|from|for)\s",
    re.I,
)
# «один из водителей» says what he is, «один из них» does not.
_ONE_OF_SUCH = re.compile(r"од(?:ин|на)\s(?:из|із|з|зі)\s(?!них\b|нас\b|вас\b)\w{3}", re.I)
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "news")
_INNER = listed("of for the to and de von van der del la al für und для и і та")
# «Двое раненых», «троє свідків», «несколько жителей».
_SOME_PEOPLE = listed(
    """двое трое четверо пятеро шестеро семеро несколько оба обе двоє троє п'ятеро пʼятеро п’ятеро кілька
    обидва обидві обоє"""
)
_PAPERS = listed(
    """decree ruling verdict indictment memo email transcript filing lawsuit poll
    letter report statement document documents order figures study survey data record records files
    photographs письмо отчет отчёт доклад заявление сообщение документ документы приказ лист звіт
    доповідь заява документи"""
)
# "A letter seen by the Herald" is not the Herald's; "a report who wrote", "the bill's author" are no papers.
_SEEN_BY = re.compile(r"\s(?:seen|obtained|reviewed|read|viewed|received|published|cited)\sby\s")
_LIVES = re.compile(r"\swho\b|['’]s\s")
_STAND_INS = listed("собеседник собеседница співрозмовник співрозмовниця")
_SOURCES = listed("источник джерело")
_OF_THE_OUTLET = listed(
    """издания агентства газеты канала телеканала портала редакции сайта
    видання агенції газети каналу телеканалу порталу редакції сайту"""
)
_BODIES = listed(
    """ministry police troops army military government authorities court team agency council committee
    campaign camp administration service services department office media organization organisation group
    party company министерство ведомство минобороны полиция армия суд прокуратура правительство власти
    администрация штаб генштаб
    пресс-служба служба агентство издание газета телеканал портал редакция организация команда комитет
    посольство следствие міністерство міноборони поліція армія уряд влада адміністрація пресслужба
    агенція видання організація посольство генштаб комітет центр центра"""
)
_HEAD_NOUN = re.compile(
    r"\s(?:of|for|at|in|with|from|to|on|who|whose|that|which|close|near|inside|familiar|including|outside|[a-z]+ed|[a-z]+ing)\s"
)


def described(
    voices: Voices, region: Region, span: Span, words: str, paragraph: int, outer: Voice | None, several: bool
) -> Voice:
    """No person is named: a body, a group, or somebody described ("the prosecutor")."""
    mention = voices.page.passage(*span)
    english = region.language == "en"
    if _OF_THEM.match(words):
        one = of_several(voices, words, span, paragraph) if english else None
        return one or Voice(Speaker(None, None, None, mention), "anonymous", trust=0.7)
    team = _TEAM.match(words)
    pronoun = _OWNERS.get(words.split(None, 1)[0].lower()) if team and english else None
    if team and pronoun in ("m", "f") and team.group(1).lower() in _OFFICES:
        office = office_of(voices, pronoun, team.group(1), span, paragraph, outer)
        return office or Voice(Speaker(words, team.group(1), None, mention), "group")
    if team and english and (named_body := body_called(voices, words, span)) is not None:
        return named_body  # "Their organization, Open Hands, said"
    if team:
        owner = outer or voices.last(paragraph, span.start)
        body = owner.speaker.organisation if owner else None
        whose = owner.speaker.name if owner and english else None
        called_so_ = body or (f"{whose}'s {team.group(1)}" if whose else words)
        own = owner.words if owner and english else frozenset()
        return Voice(Speaker(called_so_, team.group(1), body, mention), "group", words=own)
    low = [w.lower() for w in HEADWORD.findall(words)]
    lexicon_ = lexicon(region.language)
    kin = _kin(voices, region, span, words, low, paragraph, outer) if region.language == "en" else None
    if kin is not None:
        return kin
    if english and (named_body := body_called(voices, words, span)) is not None:
        return named_body
    bodies = [n for n in region.named_in(span.start, span.stop + 1) if n.kind == "organisation"]
    paper = english and not _LIVES.search(words) and kind_of(words, "en") == "document"
    if low and (paper or low[-1] in _PAPERS or lexicon_.document.match(words)):
        body = bodies[0].norm if bodies and not _SEEN_BY.search(words) else None
        title = body_base(_DEFINITE.sub("", words, count=1), region.language)
        return Voice(Speaker(title, None, body, mention), "document")
    bare = _DEFINITE.sub("", words, count=1)
    if region.language != "en" and (
        not bodies or (bodies[0].start > span.start + 3 and region.language == "ru")
    ):
        people = people_base(words, lexicon_, several=several)
        if people is not None and not set(low) & (lexicon_.anonymous_sources | _BODIES):
            theirs = bodies[0].norm if bodies else None
            return Voice(Speaker(people, None, theirs, mention), "group", "p", words=role_words(people))
    if region.language != "en":
        same = _THE_SAME.match(words)
        if same is not None:  # «того ж джерела»
            rest = words[same.end() :]
            told = _source_before(voices, rest, paragraph, span) if _A_SOURCE.match(rest) else None
            if told is not None:
                return told
        bare = role_base(bare, lexicon_)
        low = [w.lower() for w in HEADWORD.findall(bare)]
    if low and low[0] in _SOME_PEOPLE:
        some = Speaker(words, None, bodies[0].norm if bodies else None, mention)
        return Voice(some, "group", "p", words=role_words(bare))
    known = role_words(bare)
    sign = CALL_SIGN.search(voices.page.body, span.start, min(region.stop, span.stop + 50))
    if sign:
        role = _WITH.split(bare, maxsplit=1)[0]
        return Voice(Speaker(sign.group(1), role, None, mention), "call-sign", words=known)
    called = _GOES_BY.search(voices.page.body, span.start, min(region.stop, span.stop + 60))
    if called is None or called.start() > span.stop:
        called = _UNDER.match(voices.page.body, span.stop, min(region.stop, span.stop + 160))
    if called is None and region.language != "en":
        called = _ASKS_TO_BE.match(voices.page.body, span.stop, min(region.stop, span.stop + 80))
    if called:
        name = called.group(1)
        known_as = [n.norm for n in voices.named if n.start == called.start(1) and n.kind == "person"]
        base = name if region.language == "en" else _upright(name, region.language)
        name = known_as[0] if known_as and region.language == "uk" else base
        role = None if bare.startswith("of ") or bare.lower() in CLOSED else bare
        given = _GIVEN.search(called.group()) is not None  # whom a text names so is kept back by it
        return Voice(Speaker(name, role, None, mention, protected=given), "call-sign", words=known)
    if low and low[0] in _STAND_INS | _SOURCES and (told := _source_before(voices, words, paragraph, span)):
        return told
    if known & lexicon_.anonymous_sources:
        several = kind_of(words, region.language) == "group"
        return Voice(
            Speaker(None, bare, bodies[0].norm if bodies else None, mention),
            "anonymous",
            "p" if several else gender_of(low, region.language),
            words=known,
        )
    roles = [w for w in low if w in lexicon_.roles]
    one_of = english and _ONE_OF.match(words) is not None
    # "A senior police officer" is one.
    head_en = (_HEAD_NOUN.split(words, maxsplit=1)[0].lower().split() or [""])[-1]
    last = [head_en] if english and person(head_en, "en") and not head_en.endswith("s") else low[-3:]
    in_body = bool(bodies) and bodies[-1].stop >= span.stop
    if any(w in lexicon_.plural for w in last) and not (in_body or one_of):
        return Voice(
            Speaker(bare, None, bodies[0].norm if bodies else None, mention), "group", "p", words=known
        )
    head = (_HEAD_NOUN.split(words, maxsplit=1)[0].lower().split() or [""])[-1]
    many = region.language == "en" and head.endswith("s") and not head.endswith(_NOT_PLURAL)
    if not bodies and (many or head in lexicon_.plural) and not words[:1].isdecimal():
        return Voice(Speaker(bare, None, None, mention), "group", "p", words=known)
    name = _alias_after(region, span, voices.named)
    if name is not None:
        voice = voices.of_person(name, span)
        voice.speaker = Speaker(
            voice.speaker.name, voice.speaker.role or bare, voice.speaker.organisation, mention, True
        )
        voice.kind = "anonymous"
        voice.words = known
        return voice
    behind = voices.page.body[bodies[-1].stop : span.stop].strip(" '’s") if bodies and english else ""
    led = english and behind[:1].islower() and not _GOES_WITH_BODY.match(behind)
    if led and kind_of(words, "en") in ("", "anonymous") and not roles:
        # "A Vandrian blogger": the name says of what, and somebody else speaks.
        return Voice(Speaker(None, bare, bodies[-1].norm, mention), "anonymous", words=known)
    if led and several_people(region, span):
        # "OSCE monitors": several, and of what.
        return Voice(Speaker(bare, None, bodies[-1].norm, mention), "group", "p", words=known)
    if bodies and (bodies[-1].stop >= span.stop - 1 or not roles):
        n = bodies[-1]
        individual = (
            roles and low and n.start > span.start and low[0] not in ("the",) and roles[0] in lexicon_.roles
        )
        individual = individual or (
            region.language == "en" and _AT_A_BODY.match(words) is not None and n.start > span.start + 4
        )
        before = voices.page.body[span.start : n.start].strip(' «„“"')
        if before and not english and kind_of(words, region.language) == "anonymous":
            individual = True  # «читательница «Берега»»
        if individual and roles and roles[0] in lexicon_.plural:
            return Voice(Speaker(bare, None, n.norm, mention), "group", "p", words=known)
        if individual and (not roles or roles[0] not in _BODIES):
            return Voice(Speaker(None, bare, n.norm, mention), "anonymous", words=known)
        return Voice(
            Speaker(n.norm, None, n.norm, mention), "organisation", "n", words=known | {n.norm.lower()}
        )
    titled = QUOTED_BODY.fullmatch(words) if region.language != "en" else None
    if titled is not None and not bodies:
        return Voice(Speaker(titled.group(1), None, None, mention), "organisation", "n", 0.9, known)
    headed = None if bodies else at_the_head(voices, span, words, lexicon_)
    meant = None if bodies else headed or of_description(voices, span, words, lexicon_)
    if meant is not None and not english and outer is not None and _is_he(meant, outer):
        meant = None  # «Позвонил комбат и сказал …»: whoever tells it is not the one he tells of
    if meant is None and not bodies:
        meant = taken_up(voices, span, words, lexicon_)
    if meant is not None:
        return replace(meant, words=meant.words | known)
    outlet = lexicon_.outlet.match(words)
    # "A former army driver" is a driver.
    of_a_body = any(w in _BODIES for w in low) and not (english and person(head, "en"))
    if of_a_body or (outlet and outlet.end() == len(words)):
        return Voice(Speaker(bare, None, None, mention), "organisation", "n", words=known)
    gender = "f" if set(low) & lexicon_.female else "m" if set(low) & lexicon_.male else "-"
    gender = gender_of(low, region.language) if gender == "-" else gender
    if _ONE_OF_SUCH.match(bare):
        gender = "f" if low[0] == "одна" else "m"
    if roles:
        body = bodies[0].norm if bodies else None
        return Voice(Speaker(None, bare, body, mention), "anonymous", gender, words=known)
    body_named = _unlisted(voices, span, bare, low)
    if body_named:
        called_ = cases(words.split()[0], region.language) if region.language != "en" else None
        if gender == "-" and body_named == "named" and called_ and called_.animate:
            gender = called_.nominative if called_.nominative in ("m", "f") else "-"  # «Клавдий»
        return Voice(Speaker(bare, None, None, mention), body_named, gender, 0.7, known)
    if english and kind_of(words, "en") == "group" and low and low[-1] not in CLOSED:
        return Voice(Speaker(words, None, None, mention), "group", "p", words=known)  # "Half of those polled"
    # "Nobody", "30 percent of them" say nothing of what somebody is.
    first = bare.split(None, 1)[0].lower() if bare else ""
    telling = bool(low) and (first not in CLOSED or _ONE_OF_SUCH.match(bare) is not None)
    if telling and words[:1].isdecimal() and (units := find_units(words)) and units[0].stop == len(words):
        return Voice(Speaker(words, None, words, mention), "organisation", "n", words=known)
    telling = telling and not any(c.isdecimal() for c in _AGED.sub("", bare))
    return Voice(Speaker(None, bare if telling else None, None, mention), "anonymous", gender, 0.7, known)


def _upright(name: str, language: str) -> str:
    """A name that stands in the instrumental or accusative: «Кузьмою», «Лелеку»; else what `lemma` makes."""
    if language == "uk" and len(name) > 3 and name.endswith(("ою", "ею", "єю", "у", "ю")):
        ending = "я" if name.endswith(("ею", "єю", "ю")) and not name.endswith("ою") else "а"
        return name[: -2 if name.endswith(("ою", "ею", "єю")) else -1] + ending
    return lemma(name, language).capitalize()


def _is_he(one: Voice, other: Voice) -> bool:
    return one.speaker.name is not None and one.speaker.name == other.speaker.name


# «12-річний хлопчик» says what somebody is.
_AGED = re.compile(r"(?<!\d)\d{1,3}-(?=річн|летн)")


_THE_SAME = re.compile(
    r"(?:(?:того|тот|тот|той|то|тієї|те|ті|тех|тих|та)\s(?:ж|же|самого|саме|самий|самое|самый|самої|самих|самых)|цього|этого|це|этот)\s(?:самого\s|саме\s|самий\s)?",
    re.IGNORECASE,
)
_A_SOURCE = re.compile(r"(?:джерел|источник|співрозмовни|собеседни)", re.IGNORECASE)


def _source_before(voices: Voices, words: str, paragraph: int, span: Span) -> Voice | None:
    """«Источник в штабе … По словам собеседника», «… говорит собеседник издания»: the only source without a
    name not long before, where nothing says of which house this one is."""
    of = words.lower().split()[1:]
    if len(of) > 1 or (of and of[0] not in _OF_THE_OUTLET and of[0][0] not in '«"'):
        return None
    if voices.page.body[span.stop : span.stop + 3].lower() in (" в ", " у ", " на", " из", " з "):
        return None
    heard = {
        voice.speaker.role: voice
        for number, at, voice in voices.spoken[-8:]
        if number >= paragraph - 2 and at < span.start and voice.speaker.name is None
        and voice.words & (_SOURCES | _STAND_INS)
    }  # fmt: skip
    if len(heard) != 1:
        return None
    voice = next(iter(heard.values()))
    return replace(voice, trust=0.7 * voice.trust, antecedent=voice)


def _kin(
    voices: Voices,
    region: Region,
    span: Span,
    words: str,
    low: list[str],
    paragraph: int,
    outer: Voice | None,
) -> Voice | None:
    """ "My wife" in X's answer, "his brother" after X was named: X's wife, X's brother."""
    if len(low) not in (2, 3) or low[0] not in _OWNERS or low[-1] not in lexicon("en").relative | _HIS_PEOPLE:
        return None
    named = called_so(voices, words)
    if named is not None:
        return replace(voices.of_person(named, span), trust=0.7)
    owner = outer or voices.teller if low[0] == "my" else None
    if low[0] != "my" and outer is not None and region.level == 0 and outer.gender == _OWNERS[low[0]]:
        owner = outer  # "Anna said her husband had told her …"
    elif low[0] != "my":
        owner = of_pronoun(voices, _OWNERS[low[0]], span, paragraph, outer, words_first=False)
    name = owner.speaker.name if owner is not None else None
    if owner is None or name is None or not name[:1].isupper():
        return None
    bearers = {n.norm: n for n in voices.people.values() if n.role and _kin_noun(n.role) == low[-1]}
    if len(bearers) == 1 and name not in bearers:
        bearer = voices.of_person(next(iter(bearers.values())), span)
        return replace(bearer, trust=0.6 * bearer.trust)
    sex = "f" if low[-1] in lexicon("en").female else "m" if low[-1] in lexicon("en").male else "-"
    mention = voices.page.passage(*span)
    role = f"{name}'s {' '.join(low[1:])}"
    return Voice(Speaker(None, role, None, mention), "anonymous", sex, 0.8 * owner.trust, frozenset(low[1:]))


# "His family", "her colleagues": whose they are, as with kin.
_HIS_PEOPLE = listed("family colleagues friends neighbours neighbors lawyers attorneys supporters comrades")


def _unlisted(voices: Voices, span: Span, bare: str, low: list[str]) -> str:
    """What a described speaker is by its capitals alone: "named", "organisation", or "" (no name)."""
    words = bare.split()
    if low[:1] == ["the"] and len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "organisation"  # "The UN"
    if not words[0][:1].isupper() or any(w in CLOSED for w in low[:1]) or len(words) > 6:
        return ""
    small = [w for w in words if w[:1].islower()]
    if any(w not in _INNER for w in small) or not words[-1][:1].isalpha() or words[-1][:1].islower():
        return ""
    if len(words) == 1 and at_head(
        voices.page, span.start, voices.page.sentences[voices.page.sentence_at(span.start)]
    ):
        # Any word has a capital there: it is a name if it has one elsewhere too, or is no other word.
        if not words[0].isascii() and _is_land(voices, span):
            return "organisation"  # «Украина», «Киев»
        if (words[0].isupper() and len(words[0]) > 1) or (words[0] in PLAIN and not _ordinary(words[0])):
            return "organisation"  # "UN", "Moscow"
        return "named" if words[0] in mid_capitals(voices.page.body) or not _ordinary(words[0]) else ""
    return "organisation" if small else "named"


def _is_land(voices: Voices, span: Span) -> bool:
    """Whether a land or a town of the table speaks for its government."""
    places = find_named_places(voices.page.body)
    at = bisect.bisect_left(places, span.start, key=lambda p: p.start)
    return at < len(places) and places[at].start == span.start and places[at].name.isascii()


def _ordinary(word: str) -> bool:
    return not word.isascii() or commonness(word.lower()) > 0


def _alias_after(region: Region, span: Span, named: list[Named]) -> Named | None:
    """Whose alias follows: in "a woman who wished to be named only as N", N."""
    body = region.page.body
    stop = min(region.stop, span.stop + 160)
    phrase = region.words.anonymity.search(body, span.stop, stop)
    if phrase is None:
        return None
    near = region.named_from(phrase.end(), phrase.end() + 40)
    return next((n for n in near if n.kind == "person"), None)


def _kin_noun(role: str) -> str:
    """The noun of "his daughter", "her son": what somebody is to another."""
    words = role.lower().split()
    return words[-1] if len(words) < 4 else ""


__all__ = ["CALL_SIGN", "QUOTED_BODY", "described"]
