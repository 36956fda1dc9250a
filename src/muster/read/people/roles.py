"""What the words beside a name say: what somebody is, and of which body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import takewhile

from muster.read.page import Page
from muster.read.people.branches import branch_of
from muster.read.people.call_names import announced_at
from muster.read.people.houses import house_after, house_in
from muster.read.people.introduced import introduced
from muster.read.people.of_place import relational
from muster.read.people.role_forms import THEIRS, role_base
from muster.read.people.role_words import (
    BEFORE_A_RANK,
    BODY_ROLES,
    DEMONYM,
    LATIN,
    PLAIN,
    WORDS,
    is_body_word,
    is_person_noun,
    is_role,
    says_what,
)  # fmt: skip
from muster.read.people.whose_slavic import is_somebodys
from muster.read.people.words import kind_of
from muster.text.cases import cases
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import Lexicon, lexicon


@dataclass(slots=True)
class Named:
    """A person or body as one place of the text names it. ``gender``: m, f or ``-``."""

    start: int
    stop: int
    kind: str
    norm: str
    gender: str = "-"
    role: str | None = None
    organisation: str | None = None
    protected: bool = False
    certain: bool = True
    role_start: int = -1


_CLAUSE_BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"\n—–]|\s-\s")
_APPOSITION = re.compile(
    r",\s(?!(?:citing|quoting|speaking|writing|referring|adding|saying)\s|and\b|but\b|who\b|which\b|и\b|а\b|я\b|мы\b|ми\b|що\b|что\b|котор|як[аи]\b)((?:[^,.;:!?\n()—–«»\"“”]"
    r"|«[^»\n]{1,60}»|“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"){3,140}?)"
    r"(?=,|\.(?:\s|$)|;|\n|\)|[ ]?[—–]|[\"”»]|$| who\b| told\b| said\b| says\b)"
)
_AGE = re.compile(r",\s\d{1,3}(?=,\s)")
_OF_BODY = re.compile(
    rf"\b(?:of|at|for|with)\s(?:the\s)?((?:\d{{1,3}}(?:st|nd|rd|th)\s)?(?:{LATIN})(?:\s(?:of\s|for\s|the\s)?(?:{LATIN})){{0,6}})"
)
_BODY_OF = re.compile(rf"([A-Z][a-z]+)\sof\s(?:the\s)?{LATIN}(?:\s(?:{LATIN}))?(?=\s[a-z])")
_LEAD_BODY = re.compile(rf"(?:(?:{LATIN})\s){{1,5}}")
_CYR_BODY = re.compile(
    r"(?:[А-ЯІЇЄҐ][\w-]+(?:\s[А-ЯІЇЄҐ][\w-]+){0,3}(?:\s[«\"“][^»\"”]{2,60}[»\"”])?"
    r"|[а-яіїєґ]+\s[«\"“][^»\"”]{2,60}[»\"”])(?:\s[а-яёіїєґ'-]+){0,3}"
)


def with_role(page: Page, n: Named) -> Named:
    language = page.languages[page.sentence_at(n.start)]
    words = lexicon(language)
    before, where = _role_before(page, n, words)
    behind = n.stop
    if language == "en" and (aged := _AGE.match(page.body, n.stop)):
        behind = aged.end()  # "N, 43, a driver from X"
    after = _APPOSITION.match(page.body, behind, min(len(page.body), behind + 170))
    told = after is not None and _narrates(after.group(1), words)
    told = told or (
        after is not None and after.group(1).lstrip().startswith("whose ")
    )  # another is called so
    said_after = after.group(1).strip() if after and not told and _holds_role(after.group(1), words) else None
    before = _with_apposed(page, n, words, before, where)
    if before is None and language == "en" and page.body[n.start - 1 : n.start] == " ":
        rank = _RANK_BEFORE.search(page.body, max(0, n.start - 24), n.start)
        before = rank.group().strip() if rank else None  # "Lt. Gen. N", "Dr. N"
    if before is None and (said_after is None or said_after.startswith("is ")):
        said_after = introduced(page, n.start, n.stop, words) or said_after
    role = before or said_after
    if before and said_after and language == "en" and _RANK_ALONE.fullmatch(before):
        role = before = f"{before}, {said_after}"  # "Colonel N, the commander of the 4th Brigade"
    organisation = None
    for phrase in (said_after, before):
        organisation = organisation or (_organisation_in(phrase, words) if phrase else None)
    organisation = organisation or (house_after(page.body, n.stop) if " " in n.norm else None)
    if before and language != "en" and is_somebodys(before, page.body[n.start : n.stop], n.norm, words):
        own = _his_own(before, words)
        where = n.start - 1 - len(own) if own else -1
        before, role, organisation = own, own or said_after, None
    role = role_base(role, words) if role else None
    said_after = None if before else role
    gender = n.gender
    if gender == "-" and role:
        low = {w.lower() for w in WORDS.findall(role)}
        gender = "f" if low & words.female else "m" if low & words.male else "-"
    return replace(
        n,
        role=said_after if said_after and not before else role,
        organisation=organisation,
        gender=gender,
        role_start=where,
    )


def _his_own(before: str, words: Lexicon) -> str | None:
    """«брат депутата Леоніда Шпака»: the word straight before the name says what he is, not his brother."""
    found = list(WORDS.finditer(before))
    roles = [m for m in found if is_role(m.group(), words) and not is_body_word(m.group(), words)]
    if len(roles) < 2 or roles[-1].end() != len(before) or roles[-1].group().lower() in words.relative:
        return None
    return roles[-1].group()


def _narrates(phrase: str, words: Lexicon) -> bool:
    """Whether what follows a name tells something instead of saying who he is."""
    if words.cue.match(phrase.lstrip()) is not None:
        return True
    return (
        words.language != "en"
        and _holds_role(phrase, words)
        and any(cases(w, words.language).kind == "verb" for w in WORDS.findall(phrase)[:8])
    )


_COMPLEMENT_EN = re.compile(r"\s(?:of|for|at|in|from|with)\s")
_RANK_BEFORE = re.compile(r"\b(?:(?:Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Brig|Dr|Prof|Sen|Gov)\.\s?){1,2}\Z")
_RANK_ALONE = re.compile(
    r"(?:Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Rev|Major|Captain|Colonel|Lieutenant|General|Admiral|Commander|Sergeant|Corporal"
    r"|Brigadier|Commissioner|Inspector|Superintendent|Professor|Doctor|Father|Sister|Private|[\s.-]){1,5}"
)
_NO_ROLE = listed("he she they it we i you there when once")
_TITLES_BEFORE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cmdr|Adm|Rev)\.?\s|(?:Major|Captain|Colonel|Lieutenant|General|Admiral|Commodore|Commander"
    r"|Sergeant|Corporal|Brigadier|Commissioner|Inspector|Superintendent|Professor|Doctor|Father|Sister|Sir|Dame)[\s-]){1,3}\Z"
)


def _with_apposed(page: Page, n: Named, words: Lexicon, before: str | None, where: int) -> str | None:
    """ "The spokesman of the garrison, Colonel N, …", "the founder of the charity, lawyer N, …": what he is
    beside the rank or the trade straight before his name (``before``, which begins at ``where``)."""
    if words.language != "en":
        return before
    low = max(page.sentences[page.sentence_at(n.start)].start, n.start - 110)
    window = page.body[low : n.start]
    title = _TITLES_BEFORE.search(window)
    if title is None and where <= low:
        return before
    apposed = _role_and_comma(page, n, window[: title.start() if title else where - low], low, words)[0]
    head = _COMPLEMENT_EN.split(apposed, maxsplit=1)[0].split() if apposed else []
    plain = all(w.lower() not in _EN_STOP | _EN_DEEDS | _NO_ROLE for w in head)
    if not (apposed and head and plain and is_role(head[-1], words)):
        return before
    if before is None or (title and _COMPLEMENT_EN.search(apposed)):
        return apposed
    # The rank stays where it says nothing of what he is in charge of; a trade says how he knows.
    return f"{apposed} {before}" if title else f"{apposed}, {before}"


def _role_before(page: Page, n: Named, words: Lexicon) -> tuple[str | None, int]:
    """Words straight before a name that say what he is: "human rights lawyer", «министр обороны»."""
    sentence = page.sentences[page.sentence_at(n.start)]
    low = max(sentence.start, n.start - 110)
    called = announced_at(page.body, n.start) if words.language != "en" else -1
    # «військовий на псевдо «Сокіл»»: what he is stands before the words for a nickname
    window = page.body[low : called if called >= 0 else n.start]
    if not window or window[-1] not in " \u00a0":
        comma = window[:-1].rstrip() if window[-1:] == " " else ""
        if not comma:
            return None, -1
    cut = 0
    for mark in _CLAUSE_BREAK.finditer(window.rstrip()):
        if words.language == "en" or mark.group() not in '«»“”"':
            cut = mark.end()
    found = list(WORDS.finditer(window, cut))
    first = None
    after: list[re.Match[str]] = []
    for k, m in reversed(list(enumerate(found))):
        word = m.group()
        if words.language == "en":
            if word == "of" and k and after and _is_field(after[-1].group(), found[k - 1].group(), words):
                continue  # "Ministry of Defence spokesman N"
            if word.lower() in _EN_AUXILIARY and first is not None:
                # "could not reach lawyer N": the word after an auxiliary is its verb.
                low_case = [a for a in after if not a.group().islower() or is_role(a.group(), words)]
                first = low_case[-1].start() if low_case else first
                break
            if word.lower() in _EN_STOP or word in _EN_DEEDS or words.cue.fullmatch(word):
                break
            if word == "year-old":
                break  # "44-year-old former mayor": the number is none of the words
            if first is not None and _EN_PAST.fullmatch(word):
                break  # "His visit surprised Mayor N"
            if word[-2:] in ("'s", "’s") and window[: m.start()].endswith("of "):
                break  # "the Ministry of Defence's Colonel N": half a body's name is no role
            opens = low + m.start() == sentence.start  # "Eyewitness N said"
            if first is None and not says_what(word.lower() if opens else word, words):
                break
            first = m.start()
            after.append(m)
        else:
            if words.cue.fullmatch(word) or (word.islower() and _does(word, words)):
                break  # «суд приговорил контрактника N»: what stands before the verb is another
            if first is not None and word.lower() in _TOLD_TO:
                break  # «рассказал изданию «Порт» инженер N»: whom it was told
            if word.lower() in _REFERRING:
                break  # «агентство «Дельта» со ссылкой на мэра N»: the agency is no part of what he is
            if first is not None and word in _AND and _CAPITAL_LAST.search(window, 0, m.start()):
                break  # «голова Петро Гай та лікарка N»: what stands before a name and «та» is another's
            kin = first is not None and word.lower().replace("ё", "е") in words.relative
            if kin or (is_role(word, words) and not (after == [] and _object(word, words))):
                first = m.start()  # «тётя солдата N»: the soldier is another
            elif first is None and _is_his(page, n, low + m.start(), word, found[k + 1 :], words):
                first = m.start()  # «докер», «инженер порта»: a noun for somebody that no list has
    if first is None:
        return _role_and_comma(page, n, window, low, words)
    first = _with_attributes(window, cut, first, words)
    role = _CALLED_SO.sub("", window[first:]).strip()
    return (role, low + first) if role else (None, -1)


def _is_field(word: str, before: str, words: Lexicon) -> bool:
    """ "Defence" behind "Ministry of", unless it owns what follows."""
    return _is_body(before, words) and word[:1].isupper() and word[-2:] not in ("'s", "’s")


def _is_body(word: str, words: Lexicon) -> bool:
    """ "Ministry", "Institute"."""
    return word[:1].isupper() and (word.lower() in BODY_ROLES or word in words.organisation_words)


_LAST_WORD = re.compile(r"(?<![\w-])([^\W\d_](?:\w|[-’'ʼ](?=\w))*)[ \u00a0]\Z")


def _with_attributes(window: str, cut: int, first: int, words: Lexicon) -> int:
    """Where the attributes before a role begin: of «колишній комбат» the first word matters most."""
    if words.language == "en":
        return first
    for _ in range(2):
        before = _LAST_WORD.search(window, cut, first)
        if before is None or words.cue.fullmatch(before.group(1)) or THEIRS.match(before.group()):
            break
        form = cases(before.group(1), words.language)
        oblique = words.language == "uk" and _GENITIVE_UK.search(before.group(1)) is not None
        if not (form.kind == "adjective" or oblique) or _POINTING.fullmatch(before.group(1).lower()):
            break
        first = before.start(1)
    acting = _ACTING.search(window, cut, first)
    return acting.start() if acting is not None else first


# «вчителька на ім'я Ганна»: what she is, without the words for her name
_CALLED_SO = re.compile(r"\s(?:на\s(?:ім['’ʼ]я|имя|прізвище|фамилию)|по\s(?:имени|фамилии))\s*\Z")
_TOLD_TO = listed(
    """изданию газете агентству телеканалу каналу сайту порталу журналу проекту радиостанции телекомпании
    виданню газеті агентству агенції телеканалу каналу сайту порталу журналу проєкту радіостанції"""
)
_REFERRING = listed("ссылкой ссылаясь ссылается посиланням посилаючись посилається")
_ACTING = re.compile(
    r"(?<!\w)(?:временно\s|тимчасово\s)?(?:исполняющ\w{2,3}\sобязанности|виконув\w{2,4}\sобов['’ʼ]язк\w{1,2}|и\.\s?о\.)\s\Z",
    re.IGNORECASE,
)


# Without a dictionary: «тодішнього», «колишньої».
_GENITIVE_UK = re.compile(r"[нклвт](?:ого|ому|ої)\Z|(?<=н)(?:ього|ьому|ьої)\Z")
_POINTING = re.compile(r"(?:эт|т|ц|одн|кож|котр|як|ин|сам|сво|мо|тво|ваш|наш|вс|так|інш|друг|кажд)\w{1,4}")
_AND = ("и", "і", "й", "та", "а")
_CAPITAL_LAST = re.compile(r"\s[А-ЯЁІЇЄҐ][\w'’ʼ-]+\s\Z")


@lru_cache(maxsize=1 << 14)
def _tags(word: str) -> str:
    found = readings(word, "ru")
    return str(found[0].tag) if found else ""


def _role_and_comma(page: Page, n: Named, window: str, low: int, words: Lexicon) -> tuple[str | None, int]:
    """ "Head of the regional centre, N, …", «Брат погибшего, N, …»: a role that begins its clause."""
    if not window.endswith(", ") or page.body[n.stop : n.stop + 1] not in (",", "."):
        return None, -1
    clause = window[:-2]
    cut = max((m.end() for m in _CLAUSE_BREAK.finditer(clause)), default=0)
    found = [m for m in WORDS.finditer(clause, cut) if m.group().lower() not in ("the", "a", "an")]
    if words.language == "en":
        # "…," said the observer, N.
        opened = (
            2
            if _ACCORDING.match(clause, cut)
            else int(bool(found) and words.cue.fullmatch(found[0].group()) is not None)
        )
        found = found[opened:]
    if not found or (cut == 0 and low > page.sentences[page.sentence_at(n.start)].start):
        return None, -1
    lead = found[: 4 if words.language == "en" else 1]
    if words.language == "en" and any(_EN_VERB.fullmatch(m.group()) for m in found):
        return None, -1  # "The minister met with his counterpart, N,"
    if not any(is_role(m.group(), words) for m in lead) or any(words.cue.fullmatch(m.group()) for m in found):
        return None, -1
    return clause[lead[0].start() :].strip(), low + lead[0].start()


_ACCORDING = re.compile(r"\s*according\sto\s", re.I)
_EN_PAST = re.compile(
    r"(?!retired|elected|appointed|convicted|accused|jailed|detained|captured|freed|wounded|exiled|disgraced|displaced|decorated|celebrated"
    r"|certified|licensed|seasoned|experienced|accredited|armed|united|trained|skilled|renowned|unnamed|hired|related|born|injured|indicted"
    r"|ousted|fired|deposed|imprisoned|deceased|beloved|noted|esteemed|so-called|self-)[a-z]{2,}ed"
)
_EN_VERB = re.compile(
    r"is|was|were|has|had|have|will|would|did|met|came|went|took|made|gave|left|held|saw|sent|brought|became|spoke|wrote|led"
)


def _is_his(
    page: Page, n: Named, at: int, word: str, behind: Sequence[re.Match[str]], words: Lexicon
) -> bool:
    """Whether a noun for one person, its genitive behind it, is of the name and in its case."""
    if at == page.sentences[page.sentence_at(n.start)].start:
        word = word.lower()
    if not is_person_noun(word, words) or len(behind) > 2 or "plur" in _tags(word):
        return False
    upright = n.norm.startswith(page.body[n.start : n.stop].split()[0])
    if upright != bool(cases(word, "ru").nominative):
        return False  # «В присутствии кузнеца Пётр …»
    return all(m.group().islower() and cases(m.group(), "ru").genitive for m in behind)


def _does(word: str, words: Lexicon) -> bool:
    return not is_role(word, words) and cases(word, words.language).kind == "verb"


def _object(word: str, words: Lexicon) -> bool:
    """«сообщил журналистам Пётр Ветров»: several in an oblique case are told, and are nobody's role."""
    if words.language == "ru":
        tags = _tags(word.lower())
        return "plur" in tags and "nomn" not in tags
    return word.lower() not in words.roles and word.endswith(("ам", "ям", "ами", "ями"))


_EN_STOP = listed(
    """the a an by of to in on at with for from and or but said told that who as his her their our my its
    including like when after before while whether if that because since where what how why than according
    is was were are be been has had despite even under over during until amid unlike although though only both
    then also but not except besides against about without through between among"""
)


# "The agency quoted Deputy Minister N": what was done is no part of it.
_EN_DEEDS = listed(
    """quoted quotes quoting cited cites citing met meets named names interviewed visited replaced succeeded
    thanked joined contacted phoned summoned dismissed defended backed attacked"""
)


# What stands before a role with a capital and is no body.
_NO_BODIES = listed(
    """Human Presiding Opposition Local Regional Head Lead Leading Acting Interim Outgoing Incoming
    Veteran Rights"""
)


_EN_AUXILIARY = listed(
    """could would should can cannot will shall may might must did does do not never didn't doesn't don't
    couldn't wouldn't won't hasn't haven't"""
)


_ARTICLES = (["a"], ["an"], ["the"])


def _holds_role(phrase: str, words: Lexicon) -> bool:
    if words.language == "en":
        found = WORDS.findall(phrase)[:14]
        return any(w.lower() in words.roles for w in found) or (
            found[:1] in _ARTICLES and any(says_what(w, words) for w in found[1:4])
        )
    return any(is_role(w, words) for w in WORDS.findall(phrase)[:3])


def owner_of(first: Named, second: Named, body: str) -> bool:
    """«адвоката Петра Ветрова Анны Реброй»: of two names with nothing between the first is whose she is."""
    known = " " in first.norm or " " in second.norm or given_name(second.norm, "ru") is not None
    return known and not body[first.stop : second.start].strip()


_IN_A_TOWN = re.compile(r"(?<!\w)(?:во?|у)\s\Z")


def _organisation_in(phrase: str, words: Lexicon) -> str | None:
    if words.language == "en":
        whole = _BODY_OF.match(phrase)
        if whole and _is_body(whole.group(1), words):
            return whole.group()
        of = _OF_BODY.search(phrase)
        house = of.group(1) if of else house_in(phrase)
        if house:
            return house
        lead = _LEAD_BODY.match(phrase)
        if lead and (
            name := " ".join(
                w for w in lead.group().split() if not DEMONYM.match(w) and not _is_office(w, words)
            )
        ):
            name = name[:-2] if name[-2:] in ("'s", "’s") else name
            if all(w.lower() in BODY_ROLES for w in name.split()):
                return None  # "Police spokesman N": whose police is not said
            return name if name not in PLAIN | _NO_BODIES and name not in BEFORE_A_RANK else None
        return None
    first = WORDS.search(phrase)
    body = _CYR_BODY.search(phrase, first.end() if first else 0)
    if body is None:
        tail = _behind_offices(phrase, first.end(), words) if first else ""
        if words.language == "ru":
            tail = " ".join(takewhile(lambda w: not _is_post(w, words), tail.split(" ")))
        return tail if tail and _holds_body(tail, words) else None
    quoted = re.search(r"[«\"“]([^»\"”]{2,60})[»\"”]", body.group())
    if quoted:
        return quoted.group(1)
    first_word, _, rest = body.group().strip().partition(" ")
    if not rest and _IN_A_TOWN.search(phrase, 0, body.start()):
        return None  # «адвокат у Мареві»
    kind = kind_of(first_word, "ru") if words.language == "ru" else None
    if kind is not None and (kind.given or (kind.surname and not (kind.common or kind.place))):
        return None  # «адвокат Петра Ветрова»
    if words.language == "uk" and not rest and given_name(first_word, "uk") is not None:
        return None  # «чоловік Надії»
    branch = branch_of(phrase, body.start()) if words.language == "ru" else ""
    if branch:
        return branch  # «начальник УМВД по Северской области»
    if words.language == "ru":  # «начальник МЧС генерал N»: the rank is none of the body's
        kept = list(takewhile(lambda w: not _is_post(w, words), rest.split(" ")))
        rest = " ".join(kept)
    of_place = relational(first_word) if rest.isupper() else None
    return f"{of_place or first_word} {rest}".rstrip()


def _is_post(word: str, words: Lexicon) -> bool:
    """A rank or post in the nominative behind a body's name."""
    upright = is_role(word, words) and not is_body_word(word, words)
    return upright and bool(form := cases(word, "ru").nominative) and "p" not in form


def _is_office(word: str, words: Lexicon) -> bool:
    """ "Minister", "Colonel"; the "Ministry" of "Defence Ministry spokesman" is his body's name."""
    return word.lower() in words.roles and word.lower() not in BODY_ROLES


def _behind_offices(phrase: str, at: int, words: Lexicon) -> str:
    """«заступниця голови районної адміністрації»: the deputy's body is the head's and stands behind."""
    for word in WORDS.finditer(phrase, at):
        if not is_role(word.group(), words) or is_body_word(word.group(), words):
            break
        at = word.end()
    return phrase[at:].strip()


def _holds_body(tail: str, words: Lexicon) -> bool:
    return any(is_body_word(w, words) for w in WORDS.findall(tail)[:4])


__all__ = ["Named", "owner_of", "with_role"]
