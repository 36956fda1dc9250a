"""What the words beside a name say: what somebody is, and of which body."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from muster.read.page import Page
from muster.read.people.call_names import announced_at
from muster.read.people.houses import house_after, house_in
from muster.read.people.of_place import relational
from muster.read.people.whose_slavic import is_somebodys
from muster.text.cases import cases
from muster.text.cues import Lexicon, lexicon
from muster.text.lemmas import lemma, readings
from muster.text.listed import listed


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


LATIN = r"[A-ZÀ-ÞČŠŽ](?:[\w]|[-’'](?=\w)){1,40}|[A-Z]\.(?=\s?[A-Z])|al-[A-Z]\w{1,30}"
_WORDS = re.compile(r"[^\W\d_](?:\w|[-’'](?=\w))*")
# Never a person and never a body, however capitalised; ours.
PLAIN = listed(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July
    August September October November December Mon Tue Wed Thu Fri Sat Sun Russian Russians Ukrainian
    Ukrainians American Americans British German Germans French Chinese English European Europeans
    Soviet Western Eastern Northern Southern Christmas Easter Internet God Image Photo Video The A An In
    On At By He She It They We I You But And If When While As After Before For From With This That These
    Those His Her Their Its Our My Your Who What Why How Where There Here Some Many Most Several All
    Both Each Every No Not Yes Also However Although Though Since Because So Then Now Today Yesterday
    Tomorrow According Instead Meanwhile Later Earlier Almost More Less Only Just Even Still Once Well
    One Two Three Four Five Six Seven Eight Nine Ten Human Army Such Citizens Troops Reinforcements
    Independent Soldiers Civil War World Great Islam Muslim Muslims Christian Jewish Arab Polish Turkish
    Israeli Iranian Moscow Kyiv Kiev Russia Ukraine US USA UK EU U.S U.K UN Europe America Britain
    Germany France China Понедельник Вторник Среда Четверг Пятница Суббота Воскресенье Январь Февраль
    Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь Россия России Россию Россией
    Украина Украины Украине Украину Украиной Москва Москвы Москве Москву Киев Киева Киеве США РФ ЕС СССР
    СВО Европа Европы Запад Запада Бог Интернет Фото Видео Росія Росії Росію Росією Україна України
    Україні Україну Україною Київ Києва Києві Москві Захід"""
)
# Roles that are bodies: what follows one is not a person's name because of it.
BODY_ROLES = listed(
    """police troops army military government authorities ministry court team agency council committee service
    services department office media group organisation organization newspaper outlet channel site website
    magazine broadcaster radio station party movement charity project company network coalition platform
    newsroom union fund foundation club firm association"""
)
# "Rear Admiral", "Deputy Commissioner", "Village Head": of the rank, neither of a name nor a body.
BEFORE_A_RANK = listed(
    """Rear Vice Major Brigadier Staff Lance Second First Chief Deputy Assistant Acting Air Wing
    Squadron Flight Petty Master Warrant Field Grand Senior Junior Foreign Finance Defence Defense
    Interior Prime Health Former Retired Naval Court Press Associate Special Under Crown State Fire
    Village Town City Regional District Provincial Local Hospital School Company Union"""
)
DEMONYM = re.compile(
    r"(?:Russian|Ukrainian|American|British|German|French|Chinese|Soviet|European|Israeli|Polish)\Z"
)


@lru_cache(maxsize=1 << 15)
def is_role(word: str, words: Lexicon) -> bool:
    """True for a word that says what somebody is, in any case of it."""
    low = word.lower()
    return low in words.roles or (
        words.language != "en" and lemma(low, words.language) in _role_lemmas(words)
    )


@lru_cache(maxsize=1 << 15)
def is_body_word(word: str, words: Lexicon) -> bool:
    low = word.lower()
    return low in words.organisation_words or (
        words.language != "en" and lemma(low, words.language) in _body_lemmas(words)
    )


@lru_cache(maxsize=4)
def _body_lemmas(words: Lexicon) -> frozenset[str]:
    return frozenset(lemma(w.lower(), words.language) for w in words.organisation_words)


@lru_cache(maxsize=4)
def _role_lemmas(words: Lexicon) -> frozenset[str]:
    return frozenset(lemma(w, words.language) for w in words.roles)


_CLAUSE_BREAK = re.compile(r"[.,;:!?()\[\]«»“”\"\n—–]|\s-\s")
_APPOSITION = re.compile(
    r",\s(?!and\b|but\b|who\b|which\b|и\b|а\b|я\b|мы\b|ми\b|що\b|что\b|котор|як[аи]\b)((?:[^,.;:!?\n()—–«»\"“”]"
    r"|«[^»\n]{1,60}»|“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"){3,140}?)"
    r"(?=,|\.(?:\s|$)|;|\n|\)|[ ]?[—–]|[\"”»]|$| who\b| told\b| said\b| says\b)"
)
_OF_BODY = re.compile(
    rf"\b(?:of|at|for|with)\s(?:the\s)?((?:{LATIN})(?:\s(?:of\s|for\s|the\s)?(?:{LATIN})){{0,6}})"
)
_LEAD_BODY = re.compile(rf"(?:(?:{LATIN})\s){{1,5}}")
_CYR_BODY = re.compile(
    r"(?:[А-ЯІЇЄҐ][\w-]+(?:\s[А-ЯІЇЄҐ][\w-]+){0,3}(?:\s[«\"“][^»\"”]{2,60}[»\"”])?"
    r"|[а-яіїєґ]+\s[«\"“][^»\"”]{2,60}[»\"”])(?:\s[а-яёіїєґ'-]+){0,3}"
)


def with_role(page: Page, n: Named) -> Named:
    language = page.languages[page.sentence_at(n.start)]
    words = lexicon(language)
    before, where = _role_before(page, n, words)
    after = _APPOSITION.match(page.body, n.stop, min(len(page.body), n.stop + 170))
    told = after is not None and _narrates(after.group(1), words)
    told = told or (
        after is not None and after.group(1).lstrip().startswith("whose ")
    )  # another is called so
    said_after = after.group(1).strip() if after and not told and _holds_role(after.group(1), words) else None
    before = _with_apposed(page, n, words, before, where)
    role = before or said_after
    organisation = None
    for phrase in (said_after, before):
        organisation = organisation or (_organisation_in(phrase, words) if phrase else None)
    organisation = organisation or (house_after(page.body, n.stop) if " " in n.norm else None)
    if before and language != "en" and is_somebodys(before, page.body[n.start : n.stop], n.norm, words):
        before, role, organisation, where = None, said_after, None, -1
    role = role_base(role, words) if role else None
    said_after = None if before else role
    gender = n.gender
    if gender == "-" and role:
        low = {w.lower() for w in _WORDS.findall(role)}
        gender = "f" if low & words.female else "m" if low & words.male else "-"
    return replace(
        n,
        role=said_after if said_after and not before else role,
        organisation=organisation,
        gender=gender,
        role_start=where,
    )


def _narrates(phrase: str, words: Lexicon) -> bool:
    """Whether what follows a name tells something instead of saying who he is."""
    if words.cue.match(phrase.lstrip()) is not None:
        return True
    return (
        words.language != "en"
        and _holds_role(phrase, words)
        and any(cases(w, words.language).kind == "verb" for w in _WORDS.findall(phrase)[:8])
    )


_COMPLEMENT_EN = re.compile(r"\s(?:of|for|at|in|from|with)\s")
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
    found = list(_WORDS.finditer(window, cut))
    first = None
    after: list[re.Match[str]] = []
    for m in reversed(found):
        word = m.group()
        if words.language == "en":
            if word.lower() in _EN_AUXILIARY and first is not None:
                # "could not reach lawyer N": the word after an auxiliary is its verb.
                low_case = [a for a in after if not a.group().islower() or is_role(a.group(), words)]
                first = low_case[-1].start() if low_case else first
                break
            if word.lower() in _EN_STOP or word in _EN_DEEDS or words.cue.fullmatch(word):
                break
            if first is not None and _EN_PAST.fullmatch(word):
                break  # "His visit surprised Mayor N"
            if word[-2:] in ("'s", "’s") and window[: m.start()].endswith("of "):
                break  # "the Ministry of Defence's Colonel N": half a body's name is no role
            if first is None and not is_role(word, words):
                break
            first = m.start()
            after.append(m)
        else:
            if words.cue.fullmatch(word) or (word.islower() and _does(word, words)):
                break  # «суд приговорил контрактника N»: what stands before the verb is another
            if first is not None and word in _AND and _CAPITAL_LAST.search(window, 0, m.start()):
                break  # «голова Петро Гай та лікарка N»: what stands before a name and «та» is another's
            if is_role(word, words) and not (after == [] and _object(word, words)):
                first = m.start()
    if first is None:
        return _role_and_comma(page, n, window, low, words)
    first = _with_attributes(window, cut, first, words)
    role = window[first:].strip()
    return (role, low + first) if role else (None, -1)


_LAST_WORD = re.compile(r"([^\W\d_](?:\w|[-’'ʼ](?=\w))*)[ \u00a0]\Z")


def _with_attributes(window: str, cut: int, first: int, words: Lexicon) -> int:
    """Where the attributes before a role begin: of «колишній комбат» the first word matters most."""
    if words.language == "en":
        return first
    for _ in range(2):
        before = _LAST_WORD.search(window, cut, first)
        if before is None or words.cue.fullmatch(before.group(1)) or _THEIRS.match(before.group()):
            break
        form = cases(before.group(1), words.language)
        oblique = words.language == "uk" and _GENITIVE_UK.search(before.group(1)) is not None
        if not (form.kind == "adjective" or oblique) or _POINTING.fullmatch(before.group(1).lower()):
            break
        first = before.start(1)
    return first


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
    found = [m for m in _WORDS.finditer(clause, cut) if m.group().lower() not in ("the", "a", "an")]
    if not found or (cut == 0 and low > page.sentences[page.sentence_at(n.start)].start):
        return None, -1
    lead = found[: 4 if words.language == "en" else 1]
    if words.language == "en" and any(_EN_VERB.fullmatch(m.group()) for m in found):
        return None, -1  # "The minister met with his counterpart, N,"
    if not any(is_role(m.group(), words) for m in lead) or any(words.cue.fullmatch(m.group()) for m in found):
        return None, -1
    return clause[lead[0].start() :].strip(), low + lead[0].start()


_EN_PAST = re.compile(
    r"(?!retired|elected|appointed|convicted|accused|jailed|detained|captured|freed|wounded|exiled|disgraced|displaced|decorated|celebrated"
    r"|certified|licensed|seasoned|experienced|accredited|armed|united|trained|skilled|renowned|unnamed|hired|related|born|injured|indicted"
    r"|ousted|fired|deposed|imprisoned|deceased|beloved|noted|esteemed|so-called|self-)[a-z]{2,}ed"
)
_EN_VERB = re.compile(
    r"is|was|were|has|had|have|will|would|did|met|came|went|took|made|gave|left|held|saw|sent|brought|became|spoke|wrote|led"
)


def _does(word: str, words: Lexicon) -> bool:
    return not is_role(word, words) and cases(word, words.language).kind == "verb"


def _object(word: str, words: Lexicon) -> bool:
    """«сообщил журналистам Пётр Ветров»: several in an oblique case are told, and are nobody's role."""
    if words.language == "ru":
        tags = _tags(word.lower())
        return "plur" in tags and "nomn" not in tags
    return word.lower() not in words.roles and word.endswith(("ам", "ям", "ами", "ями"))


def role_base(role: str, words: Lexicon) -> str:
    """Its first role word in the nominative: «адвоката Минобороны» → «адвокат Минобороны»."""
    if words.language == "en":
        return role
    found = list(_WORDS.finditer(role))
    for i, match in enumerate(found):
        word = match.group()
        if is_role(word, words):
            if _ONE_OF.search(role, 0, match.start()):
                return role  # «один из генералов»
            following = found[i + 1] if i + 1 < len(found) else None
            if following is not None and _qualifies(word, following.group(), words):
                continue  # «военной прокуратуре»
            low = word.lower()
            if not _attributes(role[: match.start()], words.language):
                return role  # «офис генерального прокурора»: the noun before is what speaks
            several = words.language == "uk" and low.endswith(_SEVERAL_UK)
            known = _role_by_lemma(words, several)
            base = word if low in words.roles else known.get(lemma(low, words.language), word)
            before = _agreeing(role[: match.start()], low, base, words.language)
            return before + base + role[match.end() :]
    return role


_SEVERAL_UK = ("ів", "їв", "ам", "ями", "ами", "ах", "ям", "ях")


def _attributes(before: str, language: str) -> bool:
    """Whether nothing but attributes in the singular stand before a noun: not «мировые агентства»."""
    if language == "en" or not before.strip():
        return True
    forms = [cases(w, language) for w in _WORDS.findall(_THEIRS.sub("", before))]
    kinds = (
        ("adjective", "numeral", "pronoun")
        if language == "ru"
        else ("adjective", "numeral", "pronoun", "noun")
    )
    return all(f.kind in kinds for f in forms) and not any(f.nominative == "p" for f in forms)


def _qualifies(word: str, following: str, words: Lexicon) -> bool:
    """Whether a word for somebody is the attribute of the next, which is somebody or a body too."""
    attribute = cases(word, words.language).kind == "adjective"
    return attribute and (is_role(following, words) or is_body_word(following, words))


_OBLIQUE_UK = re.compile(r"(?P<f>(?<=[^\W\d_]{2})(?:ої|ій|ою|у))\Z|(?P<m>(?<=[^\W\d_]{2})(?:ого|ому|им))\Z")
# Whose somebody is or that he was named before says nothing of what he is.
_THEIRS = re.compile(
    r"\A(?:его|её|ее|их|його|її|їх|їхн\w{1,4}|наш\w{0,4}|(?:тот|того|тому|та|той|ту|те|тем|тех|сам\w{1,3})(?=\sже)"
    r"|сам(?:ий|ій|ого|ому|им|ом|ой|ої|а|у|ою))(?:\sже)?\s",
    re.IGNORECASE,
)


def _agreeing(before: str, form: str, base: str, language: str) -> str:
    """The attributes before a noun that was led from ``form`` to its ``base``, led along with it."""
    before = _THEIRS.sub("", before)
    if form == base or not before.strip():
        return before
    feminine = base[-1:] in "ая"
    led = []
    for word in before.split():
        if language == "uk":
            found = _OBLIQUE_UK.search(word)
            fits = (
                found is not None
                and cases(word, language).kind in ("adjective", "noun")
                and (feminine == bool(found["f"]))
            )
            if found and fits:
                stem = word[: found.start()]
                soft = stem.endswith("ь")  # «тодішнього»
                ending = ("я" if feminine else "ій") if soft else "а" if feminine else "ий"
                word = (stem[:-1] if soft else stem) + ending
            led.append(word)
            continue
        led.append(_nominative_ru(word, "femn" if feminine else "masc"))
    return " ".join(led) + before[len(before.rstrip()) :]


def _nominative_ru(word: str, gender: str) -> str:
    for reading in readings(word.lower(), "ru")[:6]:
        if reading.tag.POS in ("ADJF", "PRTF") and (reading.tag.gender in (gender, None)):
            upright = reading.inflect({"nomn", "sing", gender})
            if upright is not None:
                return str(upright.word.capitalize() if word[:1].isupper() else upright.word)
    return word


# «у приймальному відділенні», «у слідчому управлінні»: neuter, without a dictionary.
_PLACE_UK = re.compile(r"(\w{3,}[^\W\d_])ому ([^\W\d_]{3,}(?:нн|дд|тт|лл))і(?!\w)")


def place_base(phrase: str, language: str) -> str:
    """«приёмном отделении» → «приёмное отделение»: what stood behind «в», in the nominative.

    As it stands where it does not begin with attributes and a noun, or the noun may be one of two («лагере»).
    """
    phrase = _THEIRS.sub("", phrase)
    if phrase[:1] in "«“„" and phrase[-1:] in "»”“" and not any(m in phrase[1:-1] for m in "«»“”„"):
        phrase = phrase[1:-1]  # «В «Перекличке» полагают»
    if language == "uk":
        return _PLACE_UK.sub(r"\1е \2я", phrase, count=1)
    found = _WORDS.findall(phrase)[:4]
    led: list[str] = []
    for i, word in enumerate(found):
        forms = [r for r in readings(word.lower(), "ru")[:6] if r.tag.case == "loct"]
        nouns = [r for r in forms if r.tag.POS == "NOUN"]
        if not forms or (nouns and len({r.normal_form for r in nouns if r.score == nouns[0].score}) > 1):
            return phrase
        if nouns:
            gender = None if nouns[0].tag.number == "plur" else str(nouns[0].tag.gender)
            noun = nouns[0].inflect({"nomn"})
            before = [_nominative_ru(w, gender) if gender else _plural_ru(w) for w in found[:i]]
            led = [*before, noun.word.capitalize() if word[:1].isupper() else noun.word] if noun else []
            break
    if not led:
        return phrase
    last = found[len(led) - 1]
    return " ".join(led) + phrase[phrase.find(last) + len(last) :]


def people_base(phrase: str, words: Lexicon, *, several: bool) -> str | None:
    """«адвокатов» → «адвокаты»: several people in the nominative; None where it may be one.

    ``several``: the verb beside them is in the plural.
    """
    found = _WORDS.findall(phrase)[:5]
    head = next(
        (
            i
            for i, w in enumerate(found)
            if is_role(w, words) and not (i + 1 < len(found) and _qualifies(w, found[i + 1], words))
        ),
        -1,
    )
    if not all(
        cases(w, words.language).kind in ("adjective", "pronoun", "noun") for w in found[: max(head, 0)]
    ):
        return None
    if head < 0 or is_body_word(found[head], words) or found[head].lower() in BODY_ROLES:
        return None
    low = found[head].lower()
    if words.language == "uk":
        return phrase if several and cases(low, "uk").nominative == "p" else None
    nominal = [r for r in readings(low, "ru")[:8] if r.tag.POS in ("NOUN", "ADJF", "PRTF")]
    if not nominal or (several and any(r.tag.number == "plur" and r.tag.case == "nomn" for r in nominal)):
        return phrase if nominal else None
    if any(r.tag.number != "plur" for r in nominal) or head > 2:
        return None
    led = [_plural_ru(w) for w in found[: head + 1]]
    at = phrase.find(found[head]) + len(found[head])
    return " ".join(led) + phrase[at:]


def _plural_ru(word: str) -> str:
    for reading in readings(word.lower(), "ru")[:6]:
        if reading.tag.number == "plur":
            upright = reading.inflect({"nomn"})
            if upright is not None:
                return str(upright.word.capitalize() if word[:1].isupper() else upright.word)
    return word


_ONE_OF = re.compile(r"\s(?:из|изо|із|з|зі)\s(?:\w{2,20}\s)?\Z")


@lru_cache(maxsize=4)
def _role_by_lemma(words: Lexicon, several: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    # «свідок» and «свідки» have one stem: «свідка» is one, «свідків» are several.
    order = sorted(
        words.roles, key=lambda w: ((w in words.plural) != several, lemma(w, words.language) != w, w)
    )
    for word in order:
        found.setdefault(lemma(word, words.language), word)
    return found


_EN_STOP = listed(
    """the a an by of to in on at with for from and or but said told that who as his her their our my its
    including like when after before while whether if that because since where what how why than according
    is was were are be been has had"""
)


# "The agency quoted Deputy Minister N": what was done is no part of it.
_EN_DEEDS = listed(
    """quoted quotes quoting cited cites citing met meets named names interviewed visited replaced succeeded
    thanked joined contacted phoned summoned dismissed defended backed attacked"""
)


# What stands before a role with a capital and is no body.
_NO_BODIES = listed(
    """Human Presiding Opposition Local Regional Head Lead Leading Acting Interim Outgoing Incoming
    Veteran"""
)


_EN_AUXILIARY = listed(
    """could would should can cannot will shall may might must did does do not never didn't doesn't don't
    couldn't wouldn't won't hasn't haven't"""
)


def _holds_role(phrase: str, words: Lexicon) -> bool:
    if words.language == "en":
        return any(w.lower() in words.roles for w in _WORDS.findall(phrase)[:14])
    return any(is_role(w, words) for w in _WORDS.findall(phrase)[:3])


def _organisation_in(phrase: str, words: Lexicon) -> str | None:
    if words.language == "en":
        of = _OF_BODY.search(phrase)
        if of or (house := house_in(phrase)) is not None:
            return of.group(1) if of else house
        lead = _LEAD_BODY.match(phrase)
        if lead and (
            name := " ".join(
                w for w in lead.group().split() if not DEMONYM.match(w) and w.lower() not in words.roles
            )
        ):
            name = name[:-2] if name[-2:] in ("'s", "’s") else name
            return name if name not in PLAIN | _NO_BODIES and name not in BEFORE_A_RANK else None
        return None
    first = _WORDS.search(phrase)
    body = _CYR_BODY.search(phrase, first.end() if first else 0)
    if body is None:
        tail = phrase[first.end() :].strip() if first else ""
        return tail if tail and _holds_body(tail, words) else None
    quoted = re.search(r"[«\"“]([^»\"”]{2,60})[»\"”]", body.group())
    if quoted:
        return quoted.group(1)
    first_word, _, rest = body.group().strip().partition(" ")
    of_place = relational(first_word) if rest.isupper() else None
    return f"{of_place or first_word} {rest}".rstrip()


def _holds_body(tail: str, words: Lexicon) -> bool:
    return any(is_body_word(w, words) for w in _WORDS.findall(tail)[:4])


__all__ = [
    "BODY_ROLES", "DEMONYM", "LATIN", "PLAIN", "Named", "is_body_word", "is_role", "with_role",
]  # fmt: skip
