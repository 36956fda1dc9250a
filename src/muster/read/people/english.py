"""People and bodies in an English sentence, by the capital words and what stands beside them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final

from muster.read.page import Page
from muster.read.people.houses import house_after
from muster.read.people.nobody import (
    FIRST_WORD,
    SPEAKING_EN,
    bodily,
    closed,
    may_be_a_subject,
    mid_capitals,
    speaking_body,
)  # fmt: skip
from muster.read.people.reach_en import numbered_unit, reached
from muster.read.people.role_words import BEFORE_A_RANK, BODY_ROLES, DEMONYM, LATIN, PLAIN, is_role
from muster.read.people.roles import Named
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.sources.words import source_words
from muster.text.spans import Span

_WORD: Final = rf"(?:{LATIN})"
# "Soldiers' Rights Watch": a possessive plural belongs to the name.
# Small words within a name, and those that may begin one: "von der Malen" alone.
_OPENING: Final = r"(?:(?:von der|van de[rn]|von|de la|d[ai]|dos|della?)[ \u00a0]|(?:al|el)-)"
_WITHIN: Final = (
    r"(?:of the|of|for the|for|van de[rn]|von de[rm]|de l[ao]s?|de|van|von|bin|ibn|del|della|di|da|dos|du|la"
    r"|le|den|der|ten)[ \u00a0]"
)
_RUN: Final = re.compile(
    rf"(?<![\w@#/.-])(?:{_OPENING})?{_WORD}(?:(?:(?:(?<=s)['’])?[ \u00a0]{{1,2}}|\s?/\s?|(?<=\.))"
    rf"(?:{_WITHIN}(?={_WORD}))?{_WORD}){{0,8}}"
)
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9]{1,6}(?:-\w{1,3})?\Z")
_INITIAL: Final = re.compile(r"[A-Z]\.\Z")
# Given names that are common words or places too: alone they name nobody.
_AMBIGUOUS: Final = listed(
    """Mark May Grace Faith Rose Will Bill Jordan Kim Lee Dean Max Guy Bob Jack Frank Christian Jean German
    Roy Ray Art"""
)
_INTRODUCED: Final = re.compile(
    r",\s(?:\d{2},|an?\s[a-z]|the\s[a-z-]+\s(?:of|and|who)|who\s|whose\s(?!(?:head|director|leader|founder|members|lawyers|staff|editor|office|spokes\w+)\b))"
)
# "Dren, 58, taught chemistry": an age behind a name of one word.
_AGED: Final = re.compile(r",\s\d{2},\s(?=[a-z])")
_NEXT_WORD: Final = re.compile(r"[ \u00a0]([a-z][a-z-]{2,30})")
_PLACE_PREPOSITIONS: Final = listed("of in from near at to outside around through into toward towards")
_VESSELS: Final = listed("ship tug ferry barge boat trawler frigate vessel tanker steamer freighter")
_CALLED: Final = (" the name ", " only as ", " named ", " called ")
_SURNAME: Final = re.compile(
    r"(?:ov|ev|yev|enko|chuk|sky|skyi|skiy|skyy|ova|eva|skaya|ska|shvili|dze|yuk|iuk)\Z"
)


def english_names(page: Page, sentence: Span) -> Iterator[Named]:
    """Everybody and every body of one sentence, in order; the doubtful as ``person?`` and ``name?``."""
    words = lexicon("en")
    headline = _is_headline(page, sentence)
    taken = sentence.start
    for run in _RUN.finditer(page.body, sentence.start, sentence.stop):
        for piece in _pieces(page, run.span(), words):
            if headline:
                yield from _in_headline(page, piece, words)
                continue
            more = piece[1] < run.end() and not page.body.startswith(" of ", piece[1])
            field = more and page.body[piece[1] - 2 : piece[1]] not in ("'s", "’s")
            if piece[0] < taken:
                continue
            unit = numbered_unit(page.body, piece)
            for found in (unit,) if unit else _classify(page, piece, sentence, words):
                n = reached(page.body, found, sentence.stop)
                taken = max(taken, n.stop) if n is not found else taken
                # "Transport | Minister N": what somebody is a minister of is nobody.
                if not (field and n.kind.startswith("person")):
                    yield n


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((files("muster.text") / "data" / "bodies.toml").read_text(encoding="utf-8"))["en"]
    return {name: frozenset(block.split()) for name, block in raw.items()}


_LETTERS: Final = re.compile(r"[A-Za-z][\w'’.-]*")


def _is_headline(page: Page, sentence: Span) -> bool:
    """ "Rights Group Says Hundreds Held": most words have a capital, so a capital says nothing."""
    if sentence.stop - sentence.start > 160 or page.body[sentence.stop - 1] in '.!?:”"':
        return False
    found = _LETTERS.findall(page.words(sentence))
    long = [w for w in found if len(w) > 3]
    return len(found) > 4 and len(long) > 3 and sum(w[0].isupper() for w in long) > 0.75 * len(long)


def _in_headline(page: Page, run: tuple[int, int], words: Lexicon) -> Iterator[Named]:
    """Only a given name with the word after it, and what the text names outside its headlines."""
    tokens = _tokens(page.body, run)
    known = mid_capitals(page.body)
    at = 0
    while at < len(tokens):
        word = page.words(tokens[at])
        given = given_name(word, "en")
        following = page.words(tokens[at + 1]) if at + 1 < len(tokens) else ""
        if given and word not in _AMBIGUOUS and following[:1].isupper() and following in known:
            stop = tokens[at + 1].stop
            yield _named(tokens[at].start, stop, [word, following], given.gender)
            at += 2
            continue
        if word in known and word not in PLAIN and not given and word.lower() not in words.organisation_words:
            if _ACRONYM.match(word) is None:
                yield Named(*tokens[at], "name?", word)
            elif word not in _lists()["no_body"] and not page.words(Span(*run)).isupper():
                yield Named(*tokens[at], "organisation", word)
        at += 1


def _pieces(page: Page, run: tuple[int, int], words: Lexicon) -> Iterator[tuple[int, int]]:
    """ "Harbour CEO Anna Brook", "the Ministry's Colonel Brook": a body, then what somebody is there, then
    his name."""
    tokens = _tokens(page.body, run)
    for i, token in enumerate(tokens[:-1]):
        following = page.words(tokens[i + 1]).rstrip(".")
        ranked = following in words.titles or is_role(following, words)
        if ranked and page.words(token)[-2:] in ("'s", "’s"):
            yield tokens[0].start, token.stop
            yield from _pieces(page, (tokens[i + 1].start, run[1]), words)
            return
        # "Radio Morava's Hana Sayeg": whose she is, and her name.
        owned = page.words(token)[-2:] in ("'s", "’s") and i + 2 == len(tokens) - 1
        if owned and given_name(following, "en") and not _of_a_body(page, tokens[i + 2], words):
            yield tokens[0].start, token.stop
            yield tokens[i + 1].start, run[1]
            return
    if (of := _whose_of_what(page, tokens, words)) is not None:
        yield tokens[0].start, tokens[of - 1].stop
        after = of + 1 + (page.words(tokens[of + 1]) == "the")
        yield from _pieces(page, (tokens[after].start, run[1]), words)
        return
    roles = _lists()["roles"]
    for i in range(1, len(tokens) - 1):
        word = page.words(tokens[i])
        if word not in roles or page.words(tokens[i + 1]) in ("of", "for", *roles):
            continue
        name = page.words(tokens[i + 1])
        if given_name(name, "en") or (word == "CEO" and not name.isupper()):
            first = i
            while first > 1 and page.words(tokens[first - 1]) in roles:
                first -= 1
            yield tokens[0].start, tokens[first - 1].stop
            yield tokens[i + 1].start, run[1]
            return
    yield run


def _whose_of_what(page: Page, tokens: list[Span], words: Lexicon) -> int | None:
    """Which token is the "of" of "Anna Brook of the Harbour Fund": a name in full, and whose he is."""
    said = [page.words(t).rstrip(".") for t in tokens]
    if "of" not in said[2:-1]:
        return None
    first, ranked = 0, False
    while first < len(said) - 2 and (drop := _not_a_name(page, tokens[first:], first == 0, words)):
        ranked = drop == "title"
        first += 1
    of = said.index("of", 2)
    if not 2 <= of - first <= 4 or said[of - 1] in words.titles or is_role(said[of - 1], words):
        return None
    known = ranked or given_name(said[first], "en") is not None
    names = all(word[0].isupper() and word not in words.organisation_words for word in said[first:of])
    return of if known and names else None


def _of_a_body(page: Page, token: Span, words: Lexicon) -> bool:
    return page.words(token).rstrip("'’s") in words.organisation_words


def _tokens(body: str, span: tuple[int, int]) -> list[Span]:
    return [
        Span(m.start() + span[0], m.end() + span[0]) for m in re.finditer(r"[^\s/]+", body[span[0] : span[1]])
    ]


def _classify(page: Page, run: tuple[int, int], sentence: Span, words: Lexicon) -> Iterator[Named]:
    body = page.body
    tokens = _tokens(body, run)
    at_head = not body[sentence.start : run[0]].strip(" \"'“”„«‘—–-*_([#❗️⚡")
    title = ""
    while tokens and (drop := _not_a_name(page, tokens, at_head, words)):
        title = page.words(tokens[0]) if drop == "title" else ""
        tokens = tokens[1:]
        at_head = False
    if not tokens:
        return
    start, stop = tokens[0].start, tokens[-1].stop
    text = body[start:stop]
    if text[-2:] in ("'s", "’s"):
        stop -= 2
    elif text[-1] in "’'-":
        stop -= 1
    outlet = words.outlet.match(body, start)
    if outlet and outlet.end() >= stop:
        yield Named(start, outlet.end(), "organisation", outlet.group())
        return
    strings = [page.words(t) for t in tokens]
    strings[-1] = body[tokens[-1].start : stop]
    firm = _firm(page, start, stop, strings, title)
    if firm is not None:
        yield firm
        return
    body_like = _organisation(page, tokens, strings, stop, words)
    person = _person(page, tokens, strings, stop, title, words, at_head)
    called = text not in _lists()["no_body"] and speaking_body(page, start, stop, words)
    if person is None and body_like is None and called:
        yield Named(start, stop, "organisation", " ".join(strings))
        return
    written = len(tokens) == 1 or (len(tokens) < 4 and not title and all(s.istitle() for s in strings))
    if person is None and body_like is None and written:
        # One word: kept only if somebody named in full bears it. Several: only if somebody bears the last.
        yield Named(start, stop, "name?", " ".join(strings))
    if person and not (body_like and not title and given_name(strings[0], "en") is None):
        yield person
    elif body_like:
        yield body_like


_WORD_BEFORE: Final = re.compile(r"([A-Za-z][\w-]*),?[ \u00a0]\Z")
# Words for a firm that are a trade too, before a given name.
_TRADES: Final = ("operator", "publisher", "contractor", "supplier", "developer", "insurer")
_OF_A_BODY: Final = re.compile(
    r"\b(?:of|for|at|from|with|in|by)\s(?:the|an?|his|her|its|their|this)\s(?:[\w-]+\s){0,3}[\w-]+,\s\Z"
)


def _firm(page: Page, start: int, stop: int, strings: list[str], title: str) -> Named | None:
    """ "General Motors", "Vale Airways", "the automaker Brook": a firm, by its last word or one before."""
    last = strings[-1].rstrip(".")
    if title and f"{title} {last}" and last in _lists()["words"] and len(strings) == 1:
        before = page.body.rfind(title, max(0, start - 20), start)
        return Named(before, stop, "organisation", page.body[before:stop]) if before >= 0 else None
    if len(strings) > 1 and last in _lists()["words"] and given_name(strings[0], "en") is None:
        return Named(start, stop, "organisation", " ".join(strings))
    told = _WORD_BEFORE.search(page.body, max(0, start - 30), start)
    comma = told is not None and told.group().rstrip().endswith(",")
    if comma and _OF_A_BODY.search(page.body, max(0, start - 60), start):
        return None  # "The head of the group, N, said": he is no group
    if told and told.group(1) in _lists()["nouns"] and len(strings) < 4 and strings[0] not in PLAIN:
        if told.group(1) in _TRADES and len(strings) > 1 and given_name(strings[0], "en") is not None:
            return None  # "A drone operator, Ivan N, said"
        return Named(start, stop, "organisation", " ".join(strings))
    return None


# "The World Food Programme", "Human Rights Watch": part of a body's name before words that say it is one.
_OF_BODIES: Final = listed(
    """World Human Great Civil Independent Internet Army Islamic Muslim Christian Jewish Northern Southern
    Eastern Western"""
)


def _heads_a_body(page: Page, tokens: list[Span], words: Lexicon) -> bool:
    return len(tokens) > 1 and page.words(tokens[-1]).rstrip("'’s") in words.organisation_words


_GRADES: Final = listed("First Second Third Fourth Rank Class")


def _not_a_name(page: Page, tokens: list[Span], at_head: bool, words: Lexicon) -> str:
    """Why the first word of a run is not part of the name: "title", "plain" or ""."""
    first = page.words(tokens[0])
    bare = first.rstrip(".").removesuffix("'s").removesuffix("’s")
    if bare in words.titles or bare.lower() in words.titles:
        return "title"
    if bare in _GRADES and not at_head and len(tokens) > 1:
        nth = page.words(tokens[1]) in ("Rank", "Class")
        if nth or bare in ("Rank", "Class"):
            return "title"  # "Captain Second Rank Felix Dorn"
    if bare in words.organisation_words or (bare in _OF_BODIES and _heads_a_body(page, tokens, words)):
        return ""
    if closed(bare, at_head, "en"):
        return "plain"
    if (
        bare in PLAIN
        or bare.lower() in BODY_ROLES
        or (at_head and len(bare) == 1 and not first.endswith("."))
    ):
        return "plain"
    known = given_name(bare, "en")
    if at_head and len(tokens) > 1 and known is None and not bare.isupper():
        second = page.words(tokens[1])
        hers = len(tokens) == 2 and _AND_HERS.match(page.body, tokens[1].stop) is not None
        if given_name(second, "en") and not (_surname_like(bare) or is_role(bare, words) or hers):
            return "plain"
    if bare in BEFORE_A_RANK and len(tokens) > 2 and is_role(page.words(tokens[1]), words):
        return "plain"
    if is_role(bare, words) and len(tokens) > 1 and known is None:
        following = page.words(tokens[1])
        return "" if following in words.organisation_words or following in ("of", "for") else "title"
    return ""


def _person(
    page: Page, tokens: list[Span], strings: list[str], stop: int, title: str, words: Lexicon, first: bool
) -> Named | None:
    start = tokens[0].start
    given = given_name(strings[0], "en")
    count = len(tokens)
    if given is None and count >= 2 and _INITIAL.match(strings[0]):
        names = [s for s in strings if not _INITIAL.match(s)]
        return _named(start, stop, strings, "-") if len(names) == 1 else None
    before = FIRST_WORD.findall(page.body[max(0, start - 12) : start])
    vessel = bool(before) and before[-1] in _VESSELS and page.body[start - 1 : start] == " "
    short = first and len(strings[0]) < 3 and _AND_ANOTHER.match(page.body, stop) is None
    alone = count == 1 and (strings[0] in _AMBIGUOUS or vessel or short)
    if given is not None and count <= 4 and not alone:
        return _named(start, stop, strings, given.gender)
    if strings[-1].isupper() and len(strings[-1]) > 1 and count == 1:
        return None
    if any(closed(s, False, "en") for s in strings):
        return None
    if not title and bodily(page, start):
        return None
    if count == 1 and (is_role(strings[0], words) or strings[0].lower() in words.organisation_words):
        return None
    if count > 3 or any(s in words.organisation_words for s in strings):
        return None
    if title:
        return _named(start, stop, strings, _gender(title, words))
    return _by_context(page, start, stop, strings, words, first)


def _by_context(
    page: Page, start: int, stop: int, strings: list[str], words: Lexicon, first: bool
) -> Named | None:
    """Somebody for what stands beside the name: a role, a verb of saying, an apposition."""
    count = len(strings)
    before = FIRST_WORD.findall(page.body[max(0, start - 30) : start].rsplit("\n", 1)[-1])
    after = _NEXT_WORD.match(page.body, stop)
    if after and after.group(1) in words.roles:
        # "Agora lawyer N": a body before what somebody is there.
        return None
    adjacent = page.body[start - 1 : start] in (" ", "\u00a0") and page.body[start - 2 : start - 1].isalpha()
    if count < 4 and (rank := _RANK.search(page.body, max(0, start - 10), start)):
        return _named(start, stop, strings, _gender(rank.group(1), words))
    if count < 4 and _is_apposed(page, start, stop, words):
        return _named(start, stop, strings, "-", certain=count > 1)
    told = adjacent and before and is_role(before[-1], words) and before[-1].lower() not in BODY_ROLES
    if not told and adjacent and before and 1 < count < 4 and before[-1].islower():
        told = before[-1] in source_words("en").people - _SEVERAL
    if told and before[-1].lower() not in words.plural:
        return _named(start, stop, strings, _gender(before[-1], words), certain=count > 1)
    if before and before[-1].lower() in _PLACE_PREPOSITIONS | _VESSELS and adjacent:
        return None
    if count == 1 and (told_age := _AGED.match(page.body, stop)) and strings[0] not in PLAIN:
        # "Lina, 41, said": who has an age and a verb of saying is somebody, in whatever list.
        return _named(start, stop, strings, "-", certain=False, weak=not _speaks_behind(page, told_age.end()))
    if count == 1 and not may_be_a_subject(page, start, strings[0], before if adjacent else [], first, "en"):
        return None
    speaks = _speaks(page, start, stop)
    if _surname_like(strings[-1]) and (count == 2 or not first or speaks):
        return _named(start, stop, strings, "-", certain=count == 2 and not first, weak=True)
    if count == 2 and house_after(page.body, stop, alone=False) is not None:
        return _named(start, stop, strings, "-", certain=False, weak=True)
    if count == 2 and (_AND_HERS.match(page.body, stop) or _beside_somebody(page, start)):
        return _named(start, stop, strings, "-", certain=False, weak=True)
    introduced = _INTRODUCED.match(page.body, stop) is not None or _the_role(page, stop, words)
    if speaks or (count == 2 and introduced):
        return _named(start, stop, strings, "-", certain=False, weak=True)
    return None


# "N N and her husband", "Anna Brook and N N": who stands beside somebody is somebody.
_AND_HERS: Final = re.compile(
    r"\sand\s(?:his|her)\s(?:[a-z-]+\s)?(?:wife|husband|partner|fiancée?|sister|brother|mother|father|son|daughter|parents|children"
    r"|twins|neighbou?r|colleague|friend|cousin|aunt|uncle|family|boyfriend|girlfriend|deputy|lawyer|aide)\b"
)
# "Ed and Rosalie Tam".
_AND_ANOTHER: Final = re.compile(r"\sand\s[A-Z][a-z]+\s[A-Z]")
_ONE_AND: Final = re.compile(r"([A-Z][\w’'-]+)\s[A-Z][\w’'-]+\sand\s\Z")


def _beside_somebody(page: Page, start: int) -> bool:
    if not page.body.endswith(" and ", 0, start):
        return False
    found = _ONE_AND.search(page.body, max(0, start - 50), start)
    return found is not None and given_name(found.group(1), "en") is not None


_THE_ROLE: Final = re.compile(r",\s(?:the|our|their|his|her|its)\s(?:[a-z-]{2,20}\s){0,3}?([a-z-]{3,20}),")


def _the_role(page: Page, stop: int, words: Lexicon) -> bool:
    """ "N, the district nurse, …": what somebody is, set off by commas."""
    found = _THE_ROLE.match(page.body, stop, stop + 90)
    if found is None or found.group(1) in BODY_ROLES:
        return False
    return is_role(found.group(1), words) or found.group(1) in source_words("en").people


# A rank or title cut short: its full stop parts it from the capital words behind it.
_RANK: Final = re.compile(
    r"(?<!\w)(Gen|Col|Lt|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Adm|Cmdr|Gov|Sen|Rep|Dr|Prof|Mr|Mrs|Ms|Rev)\.\s\Z"
)
_DESCRIBED: Final = re.compile(
    r"(?:\A|[.;:!?…(\"“”\n]\s?|\s[–—-]\s|,\s"
    r"|(?:\A|[.!?\n]\s)(?:In|At|On|From|Outside|During|After|Before)\s[^,.;:!?\n]{2,40}?\s|\b(?:said|says|told|tells|added|adds|recalled|recalls|wrote|writes|warned|according\sto|by|to|with|from|met|asked|interviewed|quoted|citing)\s)(?:(?:and|but|while)\s)?"
    r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:[A-Z][\w-]{1,24}\s){0,2}[A-Z][\w-]{1,24}(?:['’]s|s['’]))\s([^,.;:!?\n\x00()“”\"]{3,80}),\s(?:then\s)?\Z"
)
_CLOSED_BY: Final = re.compile(r"[,;)]|\.?(?:\s\d{2},|\s?\Z|\.\s)")


def _is_apposed(page: Page, start: int, stop: int, words: Lexicon) -> bool:
    """ "The chairwoman of the committee, N, hopes …": a description of one person, and his name in commas."""
    if page.body[start - 2 : start] != ", " or _CLOSED_BY.match(page.body, stop, stop + 5) is None:
        return False
    found = _DESCRIBED.search(page.body[max(0, start - 100) : start])
    if found is None:
        return False
    lead = _COMPLEMENT.split(found.group(1), maxsplit=1)[0].split()
    if not lead or lead[-1].lower() in words.plural | BODY_ROLES:
        return False
    return is_role(lead[-1], words) or lead[-1].lower() in source_words("en").people - _SEVERAL


_SEVERAL: Final = listed("both five four people six three two other one local")
_COMPLEMENT: Final = re.compile(r"\s(?:of|for|from|at|in|on|with|to)\s")


def _gender(role: str, words: Lexicon) -> str:
    low = role.rstrip(".").lower()
    return "m" if low in words.male else "f" if low in words.female else "-"


def _speaks(page: Page, start: int, stop: int) -> bool:
    if SPEAKING_EN.match(page.body[stop : stop + 40]):
        return True
    words = lexicon("en")
    before = page.body[max(0, start - 24) : start]
    last = words.cue.search(before[before.rstrip().rfind(" ") + 1 :]) if before[-1:] == " " else None
    if last and words.cue_class.get(last.group().lower()) in ("say", "write", "think"):
        return True
    return before.endswith(("ccording to ", "told by ", *_CALLED))


def _speaks_behind(page: Page, at: int) -> bool:
    return SPEAKING_EN.match(f" {page.body[at : at + 40]}") is not None


def _surname_like(word: str) -> bool:
    return len(word) >= 5 and _SURNAME.search(word) is not None and word not in PLAIN


def _named(
    start: int, stop: int, strings: list[str], gender: str, certain: bool = True, weak: bool = False
) -> Named:
    return Named(start, stop, "person?" if weak else "person", " ".join(strings), gender, certain=certain)


def _opens(page: Page, start: int, word: str) -> bool:
    """ "Senior officials", "Political analysts": a capital only because the sentence begins there."""
    sentence = page.sentences[page.sentence_at(start)]
    begins = not page.body[sentence.start : start].strip(" \"'“”„«‘—–-*_([#")
    return begins and " " not in word and not word.isupper() and word not in mid_capitals(page.body)


# "GENEVA - More than …", "TORVIK, Oct 4 (Wire) — …": where a dispatch was written.
_DATELINE: Final = re.compile(r"(?:,\s[^,.;\n–—-]{2,24})?(?:\s\([^()\n]{2,40}\))?\s(?:--|[–—-])\s")


def _heads_a_paragraph(page: Page, start: int) -> bool:
    """Whether a paragraph begins here."""
    return not start or page.body[start - 1] == "\n"


def _organisation(
    page: Page, tokens: list[Span], strings: list[str], stop: int, words: Lexicon
) -> Named | None:
    start = tokens[0].start
    keyed = [s for s in strings if s in words.organisation_words]
    if len(strings) == 1 and (_ACRONYM.match(strings[0]) or strings[0] in words.acronyms):
        if len(strings[0]) > 6 or strings[0] in PLAIN or strings[0] in _lists()["no_body"]:
            return None
        if len(strings[0]) > 3 and _heads_a_paragraph(page, start) and _DATELINE.match(page.body, stop):
            return None
        return Named(start, stop, "organisation", strings[0])
    following = _NEXT_WORD.match(page.body, stop)
    if following and following.group(1) in words.roles and not keyed and not DEMONYM.match(strings[-1]):
        lead = " ".join(strings)
        if given_name(strings[0], "en") or lead in PLAIN or _opens(page, start, lead):
            return None
        return Named(start, stop, "organisation", lead)
    if not keyed or len(strings) == 1:
        return None
    return Named(start, stop, "organisation", page.body[start:stop])


__all__ = ["english_names"]
