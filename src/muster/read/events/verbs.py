"""The verb of a clause, by which it narrates: done, going on, still to come (EN, RU, UK).

Nothing is parsed. English verbs are told by lists and by "-ed", Russian ones by their ending and then by
pymorphy3, Ukrainian ones by their ending and a list of nouns that end alike: the dictionary of Ukrainian is
an extra, and the same text gives the same events without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from muster.read.events.words import TONGUES
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.sources.cues import one_of

_BLANK: Final = r"[ \n\u00a0]"
_WORD: Final = re.compile(r"[^\W\d_](?:\w|['’ʼ](?=\w)){0,40}")

IRREGULAR: Final = listed(
    """arose ate beat became began bent bit blew bought broke brought built burnt burst came caught chose
    crept dealt did drew drank drove dug fed fell felt fled flew forgot fought found froze gave got grew
    held hid hit hung kept knew laid lay led left lent let lit lost made meant met overcame overran paid
    put ran rang read rode rose said sang sank sat saw sent set shook shot shut slept slid slit sold
    sought spent split spoke sprang spread stole stood struck stuck swam swept swept swore taught
    thought threw told took tore understood undertook underwent went withdrew woke won wore wrote cut
    hurt cost quit rid shed"""
)
PARTICIPLES: Final = listed(
    """been begun beaten bitten blown borne born bought broken brought built burnt caught chosen come cut
    dealt done drawn driven drunk dug eaten fallen fed felt fled flown forgotten fought found frozen
    given gone got gotten grown heard held hidden hit hung hurt kept known laid led left lent let lit
    lost made meant met overrun paid put read ridden risen run said sat seen sent set shaken shot shown
    shut slept sold sought spent split spoken spread sprung stolen stood struck stuck sunk swept sworn
    taken taught thought thrown told torn understood undergone withdrawn woken won worn written"""
)
_MODALS: Final = listed("will would shall should may might must can could cannot")
_HAVE: Final = listed("has have")
_BE: Final = listed("was were")
_PRESENT: Final = listed("is are am")
# After these a form in "-ed" is an adjective, and "left", "cut", "lay" are no verbs.
_BEFORE_NAMES: Final = listed(
    """the a an his her its their our my your this that these those of in with by from for at on to into
    two three four five six seven eight nine ten some many most all no any more several other such very
    not being be been is are as heavily newly recently badly"""
)
_ADVERBS: Final = (
    rf"(?:{_BLANK}(?:not|never|already|just|also|since|only|long|earlier|previously|once|twice|then|all|both"
    r"|still|soon|again|even|later|once again|\w{2,12}ly)\b|n['’]t){0,3}"
)
# "She recently opened a shop", not "the recently opened shop".
_WHO_RECENTLY: Final = re.compile(r"(?<!\w)(?:he|she|they|we|i|it|who) recently \Z", re.IGNORECASE)
HAD_DONE: Final = re.compile(rf"\w+{_ADVERBS}(?:{_BLANK}been)?{_ADVERBS}{_BLANK}(\w+)", re.IGNORECASE)

_GERUND: Final = re.compile(
    rf"{_BLANK}*(?:(?:\w{{2,12}}ly|first|reportedly){_BLANK})?"
    rf"((?:having{_BLANK}(?:been{_BLANK})?\w{{3,20}})|being{_BLANK}\w{{3,20}}|[a-z]\w{{1,16}}ing)(?!\w)",
    re.IGNORECASE,
)
_HAVING: Final = re.compile(
    rf"{_BLANK}*(having{_BLANK}(?:(?:already|just|\w{{2,12}}ly){_BLANK})?(?:been{_BLANK})?\w{{3,20}})(?!\w)",
    re.IGNORECASE,
)
# Nouns that end so: "before evening", "after shelling"; "after meeting the mayor" is none.
_NO_GERUNDS: Final = listed(
    """evening morning spring king ring string thing nothing something anything everything ceiling meeting
    building training shelling fighting bombing hearing wedding warning questioning flooding looting rioting
    killing briefing voting mourning negotiating parking screening filming cleaning"""
)
_OF_NAMES: Final = re.compile(
    rf"{_BLANK}(?:the|a|an|his|her|its|their|our|my|this|that|him|them|us|me|it|with)(?!\w)", re.IGNORECASE
)
_FIRST_WORD: Final = re.compile(r"\s*([^\W\d_]{3,30})(?!\w)")
_INFINITIVES: Final = ("ть", "ться", "ти", "тись", "тися", "чь", "чься")
_SHORT: Final = 5

_ENGLISH_VERB: Final = re.compile(
    one_of(sorted(IRREGULAR | _MODALS | _HAVE | _BE | _PRESENT | {"had", "do", "does", "be"})).pattern
    + r"|(?<![\w-])[A-Za-z]\w{1,18}ed(?!\w)"
)

_RU_MASCULINE: Final = listed(
    """погиб умер помер замер запер отпер стёр стер привёз привез увёз увез вывез отвёз отвез завез перевез
    принёс принес унёс унес вынес отнёс отнес понес нанёс нанес перенес спас спасся вырос смог помог
    сжёг сжег лёг лег прилёг прилег замёрз замерз исчез залез вылез полез достиг настиг погас привык
    возник проник утих затих подверг подвергся отверг сберег избег засох оглох ослеп промок воскрес слез"""
)
_RU_ENDINGS: Final = (
    *("л", "ла", "ло", "ли", "лся", "лась", "лось", "лись"),
    *("ен", "ена", "ено", "ены", "ён", "ан", "ана", "ано", "аны", "ят", "ят", "ят"),
    *(
        "ыт",
        "ыта",
        "ыто",
        "ыты",
        "ят",
        "ята",
        "ято",
        "яты",
        "ит",
        "ита",
        "ито",
        "иты",
        "ут",
        "ута",
        "уто",
        "уты",
    ),
)

_UK_MASCULINE: Final = re.compile(
    r"(?:\w{0,6}(?:[йі]шов|ріс|мер|ліг|міг|біг|тік|ніс|віз|вів|сів|летів|горів)|зник|виник|звик|проник"
    r"|вліз|поліз"
    r"|заліз|виліз|замерз|стих|затих|загас|погас|осліп|оглух|спас|запік|відсік|\w{0,3}сидів|захотів"
    r"|болів|захворів|терпів|стерпів|велів|звелів|висів|встиг|устиг|настиг|зумів|зрозумів|мусів|глядів"
    r"|постарів"
    r"|онімів|посивів|збіднів|з['’ʼ]їв|поїв)(?:ся|сь)?"
)
_UK_ENDINGS: Final = (
    *("ав", "яв", "ив", "ув", "юв", "вся", "всь", "івся"),
    *(
        "ала",
        "яла",
        "ила",
        "іла",
        "ула",
        "юла",
        "ола",
        "їла",
        "ела",
        "йшла",
        "гла",
        "кла",
        "зла",
        "рла",
        "сла",
        "бла",
    ),
    *("ало", "яло", "ило", "іло", "уло", "юло", "оло", "їло", "ело", "йшло", "гло", "кло", "рло"),
    *(
        "али",
        "яли",
        "или",
        "іли",
        "ули",
        "юли",
        "оли",
        "їли",
        "ели",
        "йшли",
        "гли",
        "кли",
        "зли",
        "рли",
        "сли",
        "бли",
    ),
    *(
        "лася",
        "лась",
        "лося",
        "лось",
        "лися",
        "лись",
        "ено",
        "єно",
        "ано",
        "яно",
        "їно",
        "ито",
        "уто",
        "ято",
        "ато",
    ),
)
_UK_NOUNS: Final = listed(
    """справ прав держав застав вистав заяв лав трав уяв булав глав страв підстав мотив актив колектив
    масив позитив об'єктив наратив детектив негатив директив перспектив ініціатив альтернатив злив олив
    слив нив прилив відлив наплив вплив розрив сила школа скала шкала стріла могила бджола села тіла
    крила діла зала смола жила хвала імла тіло село крило діло житло скло число джерело світло масло
    горло мило коло тло гасло кубло зло тепло ремесло крісло весло весело сідло мірило правило чорнило
    коли школи сили ніколи стріли могили скали кола рила вила чола чоло доли бали зали інколи деколи
    звідколи відколи допоки багато свято авто рано давно напевно шалено зелено завзято віджято крапив
    станів бурила мала мав мали мало щойно стало стала"""
) - {"стало", "стала"}

# A reading of a word form that pymorphy3 gives less than this is no reading.
_LIKELY: Final = 0.3
# What was so, not what happened.
_STATES_UK: Final = listed(
    """був була було були мав мала мали мало сидів сиділа сиділи стояв стояла стояли лежав лежала лежали
    жив жила жили хотів хотіла хотіли знав знала знали думав думала думали любив любила працював
    працювала працювали служив служила служили спав спала спали чекав чекала чекали тримав тримала
    тримали мовчав мовчала мовчали боявся боялася боялись дивився дивилася міг могла могли могло їхав
    їхала їхали вважав вважала носив носила ходив ходила ходили говорив говорила говорили казав казала
    казали плакав плакала йшов йшла йшли йшло гудів гудів висів висіла пам'ятав пам'ятала називав
    називала називали"""
)


@dataclass(frozen=True, slots=True)
class Verb:
    """``tense``: past, pluperfect, perfect, ahead (also what might be), state (was so; went on), participle,
    or unbound ("after fleeing", «прежде чем уехать»): as done as the clause that it hangs on. ``start``,
    ``stop``: where it stands."""

    start: int
    stop: int
    tense: str
    negated: bool = False


def verb_of(body: str, start: int, stop: int, language: str) -> Verb | None:
    """The verb that makes ``body[start:stop]`` a clause; None where there is none of the past."""
    found = (_ENGLISH_VERB if language == "en" else _WORD).finditer(body, start, stop)
    read = _english if language == "en" else _slavic
    verb = read(body, start, stop, found, language)
    if verb is None:
        return None
    near = TONGUES[language].negation.search(body, max(start, verb.start - 12), min(stop, verb.stop + 5))
    negated = near is not None and (language == "en" or near.end() + 1 >= verb.start > near.start())
    return Verb(verb.start, verb.stop, verb.tense, negated)


def unbound_verb(body: str, start: int, stop: int, language: str, joint: str) -> Verb | None:
    """The verb of "after being wounded", "having fled", «прежде чем уехать», «отказавшись стрелять», which
    must stand first; None where ``body[start:stop]`` begins otherwise."""
    if language == "en":
        found = (_GERUND if joint else _HAVING).match(body, start, stop)
        if found is None or (
            joint and found[1].lower() in _NO_GERUNDS and not _OF_NAMES.match(body, found.end())
        ):
            return None
        return Verb(found.start(1), found.end(), "unbound")
    if (word := _FIRST_WORD.match(body, start, stop)) is None:
        return None
    form = word[1].lower()
    fits = (
        form.endswith(_INFINITIVES) if joint == "before" else not joint and _done_adverbially(form, language)
    )
    return Verb(word.start(1), word.end(), "unbound") if fits else None


@lru_cache(maxsize=1 << 12)
def _done_adverbially(form: str, language: str) -> bool:
    """«Отказавшись», «приехав», «відмовившись»: what was done first."""
    if language == "uk":
        return form.endswith(("вши", "вшись")) and len(form) > _SHORT
    if not form.endswith(("в", "вши", "вшись", "шись", "дя", "ясь", "ись")) or len(form) < _SHORT:
        return False
    read = next(iter(readings(form, "ru")), None)
    return read is not None and read.tag.POS == "GRND" and read.tag.aspect == "perf"


def _english(body: str, start: int, stop: int, found: Iterator[re.Match[str]], language: str) -> Verb | None:
    state: Verb | None = None
    for m in found:
        if m.group() == "May":  # the month
            continue
        word = m.group().lower()
        if word in _MODALS or word in ("do", "does"):
            return Verb(m.start(), m.end(), "ahead")
        if word == "had" or word in _HAVE or word in _BE:
            whole = HAD_DONE.match(body, m.start(), min(stop, m.end() + 48))
            tense = _compound(word, whole[1].lower()) if whole else ""
            if tense:
                return Verb(m.start(), whole.end() if whole else m.end(), tense)
            state = state or Verb(m.start(), m.end(), "state")
            if word != "had":
                return state
            continue
        before = body[max(start, m.start() - 14) : m.start()].rstrip().rpartition(" ")[2].lower()
        if word in _PRESENT:
            return state or Verb(m.start(), m.end(), "present")
        if word == "be" or (
            before in _BEFORE_NAMES
            and not (
                before == "recently" and _WHO_RECENTLY.search(body, max(start, m.start() - 24), m.start())
            )
        ):
            continue
        if word == "did":
            return Verb(m.start(), m.end(), "past")
        return Verb(m.start(), m.end(), "past")
    return state


def _compound(auxiliary: str, second: str) -> str:
    done = second in PARTICIPLES or (second.endswith("ed") and len(second) > 3)
    if auxiliary == "had":
        return "pluperfect" if done or second.endswith("ing") else ""
    if auxiliary in _HAVE:
        return "perfect" if done else ""
    return "past" if done else "state" if second.endswith("ing") else ""


def _slavic(body: str, start: int, stop: int, found: Iterator[re.Match[str]], language: str) -> Verb | None:
    kind_of = _russian if language == "ru" else _ukrainian
    state: Verb | None = None
    for m in found:
        word = m.group()
        if not word[0].islower() and (m.start() > start + 1 or not word[1:].islower()):
            continue
        kind = kind_of(word)
        if word == "начала" and language == "ru":  # the dictionary holds it for a noun
            kind = "" if _SINCE.search(body, max(0, m.start() - 16), m.start()) else "past"
        if kind == "past" or kind == "ahead":
            return Verb(m.start(), m.end(), kind)
        if kind == "state" and state is None:
            done = _WAS_DONE.match(body, m.start(), stop)
            state = Verb(m.start(), done.end() if done else m.end(), "past" if done else "state")
    return state


# «був поранений», «было подписано».
_WAS_DONE: Final = re.compile(
    r"(?:був|була|було|були|был|была|было|были) (?:\w{2,14}[оеу] )?\w{3,20}(?:[аяеєїуо]н(?:ий|а|е|і)"
    r"|[иуяо]т(?:ий|а|е|і))(?!\w)",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"(?<!\w)(?:с|со|до|от|после|около|для|ради|ждать|ждали) (?:самого )?\Z", re.IGNORECASE
)
_AHEAD_SLAVIC: Final = listed("бы б би будет будут буду будем буде будуть будемо")


@lru_cache(maxsize=1 << 16)
def _russian(form: str) -> str:
    """Past where it was done (perfective, short participle), state where it went on, ahead, or nothing."""
    word = form.lower()
    if word in _AHEAD_SLAVIC:
        return "ahead"
    if word in _RU_MASCULINE:
        return "past"
    if len(word) < 3 or not word.endswith(_RU_ENDINGS):
        return ""
    for parsed in readings(word, "ru")[:2]:
        if parsed.score < _LIKELY:
            break
        tag = parsed.tag
        if tag.POS == "PRTS" and tag.aspect == "perf":
            return "past"
        if tag.POS == "VERB" and tag.tense == "past":
            return "past" if tag.aspect == "perf" else "state"
    return ""


@lru_cache(maxsize=1 << 16)
def _ukrainian(form: str) -> str:
    word = form.lower().replace("’", "'").replace("ʼ", "'")
    if word in _AHEAD_SLAVIC:
        return "ahead"
    if word in _STATES_UK:
        return "state"
    if len(word) < 3 or word in _UK_NOUNS:
        return ""
    return "past" if word.endswith(_UK_ENDINGS) or _UK_MASCULINE.fullmatch(word) else ""


__all__ = ["Verb", "unbound_verb", "verb_of"]
