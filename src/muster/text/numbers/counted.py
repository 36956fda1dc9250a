"""What a number counts: the noun phrase after it, with its restricting clause, as a stretch of tokens.

No parser: closed word classes say where a phrase ends. English: the phrase after the number up to a verb, a
preposition other than "of", or a mark. Russian and Ukrainian: the genitive head and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from muster.text.cases import cases
from muster.text.listed import listed
from muster.text.restricted_en import (
    AND,
    AUX,
    MARKS,
    PREDICATES,
    PRONOUNS,
    after_participle,
    is_the_month,
    others_act,
)

_EN_STOP: Final = listed(
    "from in to at by on during since for with after before into near across over under between among",
    "per as than against about around because while when where if but through throughout within without",
    "until till via toward towards amid despite including inside outside along above below up down out",
    "off back home away also still already now then there here not never only just even so far he she",
    "it they we you i him her them us me this that's plus minus versus vs or nor yet once ago later",
    "earlier altogether overall alone together daily went sent came left fled lost fell fought held",
    "took gave got knew wrote laid fired said says told tells quit chose drove saw heard felt found",
    "thought brought",
    "today yesterday tomorrow tonight overnight bought caught paid met ran sat stood spoke won began",
    "begin became become die dies died http https www",
    "rose grew sank shrank say go goes refuse remain remains remained stay stayed live lived",
)
_SLAVIC_STOP: Final = listed(
    "в во на из с со к ко по за от до для у о об про при без под над перед через между среди после",
    "около из-за из-под з із зі зо від під між серед після біля щодо проти против что чтобы как когда",
    "где если но а или либо же бы не ни уже еще ещё только лишь также тоже що щоб як коли де якщо але",
    "або чи ж би ні вже ще тільки лише також теж та-ки он она оно они мы вы я ты его ему ей им их нас",
    "вас это этого він вона воно вони ми ви його йому їй їм це был была было были есть нет будет будут",
    "був була було були є немає буде будуть сообщил сообщили заявил заявили назад спустя ежедневно",
    "домой додому щодня щоденно щотижня щомісяця щороку щоночі ежедневно еженедельно ежемесячно ежегодно",
    "вместо замість кроме крім вокруг навколо внутри всередині возле поблизу вблизи против согласно",
    "http https www",
)
_SLAVIC_VERB: Final = re.compile(
    r"\w{0,8}ш(?:ли|ла|ло)|\w{2,}(?:ся|сь|[аеиоуыяі]л(?:а|о|и)|[аеиюуяєїі]ют|[уюая]ть|ают|яют|уют|еют|ают|[аеиуыяо]ет|ит|ят"
    r"|ишь|ешь"
    r"|ють|уть|ить|ать|ять|еть|ити|ати|єш|али|или|ели|іли|їли|яли|ули|ено|ано|ято|уто|ены|аны|яты)"
)
_SLAVIC_PAST: Final = re.compile(
    r"\w{2,}[аеиыуяі]л|\w{2,}(?:ув|а)ав|\w{3,}(?:[сшдтгкпмл]ав|[лртднсвш]ив|нув|їхав)"
)
NOT_VERBS: Final = listed(
    "человек осіб часть части частина людей дети детей діти гости капитал персонал материал генерал",
    "канал области область області смерть жизнь помощь мать власть власти кровать нефть сеть тетрадь",
    "площадь новость новости личности советов депутат депутатов солдат бюджет совет мест лет дел сил",
    "областей ракет самолет самолетов вертолет комитет билет секрет предмет автомат комбат кандидат",
    "результат адвокат делегат мандат студент комитетов объект квартал журнал арсенал сигнал потенциал",
    "филиал кинжал портал правил сел тел чисел школ рот частей справ прав держав застав підстав мотив",
    "колектив актив архив массив залив резерв призыв университет пакет макет лимит кредит визит аппарат",
    "миномет пулемет пистолет предмет пакет самолет вертолет билет кабинет студент объект кулемет міномет",
    "немовлят дівчат хлоп'ят малят ребят девчат внучат телят поросят цыплят ягнят курчат щенят котят",
    "втрати витрати затрати страти палати хати дати гранати солдати депутати адвокати кімнати зарплати",
    "виплати доплати результати сертифікати мандати кандидати студенти експонати квартири",
    "мят девят плит шкіл школи школы стріл могил могили могилы сіл крил скал бджіл землі хвилі",
)
# Soldiers' words for the dead, the wounded and those who refuse: «двое 300-х», «один 200-й».
CODED: Final = listed("200 300 500")
# "34% support the plan", "14 complaints arrive": a verb right behind per cent or a plural noun.
_VERBS_EN: Final = listed(
    "support supports oppose opposes back favour favor approve disapprove want believe think trust distrust",
    "expect agree disagree prefer say plan lack need face arrive include includes included suffer wait",
    "depend require receive escape serve attend",
)
# «вернувшихся», "those who came back".
_PARTICIPLES: Final = ("шихся", "щихся", "шимся", "щимся", "шиеся", "щиеся", "шийся", "щийся", "шимися")
# A number is no infinitive's neighbour: «дві кімнати», «три гранати».
_PLURALS: Final = ("нати", "лати", "хати", "дати", "трати", "мати", "катi", "рати", "вати", "пати", "нити")
_ANOTHER: Final = listed("more further additional")
_ADVERBS_EN: Final = listed("not also already then later still ever yet since never reportedly allegedly")
_PARTICIPLE_EN: Final = ("ed", "en", "own", "shot", "sent", "lost", "held", "found", "fined", "fit", "freed")
# Behind a noun they are of the verb to come, before a participle of it: «учёных давно интересует», «давно
# забытых книг».
_OF_A_VERB: Final = listed(
    "давно недавно нещодавно всегда завжди ранее раньше раніше сейчас зараз теперь тепер сегодня сьогодні",
    "вчера вчора завтра ныне нині вовсе зовсім совсем никогда ніколи",
)
_NOT: Final = ("не", "ещё", "еще", "ще")
# "Previously unpublished photographs": the participle is of the thing, not what was done.
_OF_A_PARTICIPLE: Final = listed(
    "previously newly recently formerly freshly badly severely seriously critically lightly heavily poorly",
    "fully partly long-since",
)
# They stand where a noun might, and count nothing.
_ADVERBS: Final = listed(
    "probably ever even perhaps maybe possibly also always often soon again almost nearly really very quite",
    "навіть ледве причому причем скорее скоріше вновь снова знову может может быть возможно можливо даже",
    "вроде якобы нібито видимо наверное мабуть сначала сразу потом затем потім відразу одразу тому",
    "столько стільки так например наприклад итак",
)
_WHICH: Final = re.compile(r"котор\w+|як(?:і|ий|а|их|им|ими|ого|ої|у)")
# «подавших», «задержанных», «поранених»: what those counted did or what befell them.
_DOING: Final = re.compile(
    r"\w{2,}(?:вш|[юуая]щ|[аяе]нн|ят|ит)(?:[иы]х|[иы]е|[иы]ми|[иы]м)(?:ся)?|\w{3,}[аяе]н(?:их|і|ими)|\w{3,}вших(?:ся)?"
)
_THIS: Final = listed("last this next each every")
_SPANS: Final = listed(
    "day night week month year quarter hour morning evening weekend summer winter spring autumn"
)
_NUMBERS: Final = listed(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
)
_BOUND_STARTS: Final = listed(
    "more fewer less some nearly almost roughly approximately более больше свыше менее меньше почти порядка "
    "понад майже більш більше менше близько щонайменше минимум мінімум примерно приблизно орієнтовно еще ще"
)
_NAMED_PLACES: Final = listed(
    "города поселка села деревни хутора станицы станции аула острова городка порта лагеря завода фермы"
)
_OPENING: Final = frozenset(["«", "“", "„", '"'])
_LONGEST, _LONGEST_CLAUSE = 14, 30


class Counted(NamedTuple):
    """Tokens ``[first, stop)`` of the phrase; the restricting clause begins at ``clause``
    (== ``stop``: none)."""

    first: int
    stop: int
    clause: int


def counted_after(words: Sequence[str], index: int, ceiling: int, language: str) -> Counted | None:
    """What is counted by a number that ends before token ``index``; None where nothing follows it."""
    if language == "en":
        return _english(words, index, ceiling)
    return _slavic(words, index, ceiling, language)


def is_noun_like(word: str) -> bool:
    """True where ``word`` may be, or describe, a thing: no mark, number, joining word or verb."""
    return (
        word[:1].isalpha()
        and len(word) > 2
        and word not in _EN_STOP
        and word not in AUX
        and word not in PRONOUNS
        and word not in AND
        and word not in _SLAVIC_STOP
        and word not in _ADVERBS
        and _WHICH.fullmatch(word) is None
        and not is_slavic_verb(word)
    )


def _is_number(word: str) -> bool:
    return word[0].isdecimal()


def _english(words: Sequence[str], index: int, ceiling: int) -> Counted | None:
    at = index
    if at < ceiling and words[at] in ("of", "-"):
        at += 1
    if at + 1 < ceiling and words[at] in _OPENING:
        at += 1
    compared = index > 0 and words[index - 1] in ("times", "%", "percent", "cent", "twice")
    if at + 1 < ceiling and words[at] in _ANOTHER and words[at + 1][0].isalpha() and words[at + 1] != "than":
        at += not compared  # "at least 600 more drivers", "three more died"
    if at + 1 < ceiling and words[at] in _THIS and words[at + 1] in _SPANS:
        return None  # "doubled to 26 last year"
    if compared and at == index and at < ceiling and words[at] in _VERBS_EN:
        return None
    first = at
    if at < ceiling and (
        words[at] in AND or words[at] in ("who", "that") or (at > index and words[at] in ("which", "whom"))
    ):
        return None  # "three of which": of those counted before
    if at + 1 < ceiling and words[at] in ("them", "whom", "us") and _is_plural(words[at + 1]):
        at += 1  # "12 of them children"
        first = at
    if (
        at < ceiling
        and words[at] in ("them", "us", "these", "those")
        and at + 1 < ceiling
        and words[at + 1] in AUX
    ):
        at += 1
    if at < ceiling and words[at] in AUX:
        return _predicate_only(words, at, ceiling)
    while at < ceiling and at - first < _LONGEST:
        word = words[at]
        if word in PRONOUNS and at > first:
            break
        parted = at > first and words[at - 1] == "-"  # "burnt-out lorries"
        if at > first and word in _NUMBERS and not parted:
            break  # "each of the four defendants seven years"
        if word in AUX or (word in _EN_STOP and not parted) or _is_number(word):
            break
        if MARKS.match(word) and word != "'":
            break
        if word in AND and not _phrase_goes_on(words, at + 1, ceiling):
            break
        if word in ("a", "an") and (at == first or words[at - 1] != "of"):
            break
        if at > first and (word == "aged" or (word in _VERBS_EN and _is_plural(words[at - 1]))):
            break
        if word == "the" and at > first and others_act(words, at, ceiling):
            break
        if at > first and after_participle(words, at, ceiling):
            break
        if at > first and _is_past(words, at) and not (word in PREDICATES and _ends(words, at + 1, ceiling)):
            break
        at += 1
    stop = _trimmed(words, first, at)
    if stop == first:
        return None
    clause = stop
    if stop == at:
        clause = after_participle(words, stop, ceiling) or _english_clause(words, stop, ceiling)
    return Counted(first, clause, stop)


def _is_plural(word: str) -> bool:
    if word in AUX or word in _EN_STOP:
        return False
    return word in ("children", "women", "men", "people") or (word.endswith("s") and word[-2:-1] not in "sui")


def _is_past(words: Sequence[str], at: int) -> bool:
    """ "soldiers refused", not "the mobilised men"."""
    word = words[at]
    before = ("the", "of", "other", "and", "-", "those")
    of_the_noun = words[at - 1] in before or words[at - 1] in _OF_A_PARTICIPLE
    return word.endswith("ed") and len(word) > 4 and not of_the_noun


def _predicate_only(words: Sequence[str], at: int, ceiling: int) -> Counted | None:
    """ "8 were hurt": what is counted is what befell them."""
    while at < ceiling and (words[at] in AUX or words[at] in _ADVERBS_EN):
        at += 1
    if at >= ceiling or not (
        words[at] in PREDICATES or words[at].endswith(_PARTICIPLE_EN) or _is_plural(words[at])
    ):
        return None
    return Counted(at, at + 1, at + 1)


def _ends(words: Sequence[str], at: int, ceiling: int) -> bool:
    return at >= ceiling or not words[at][0].isalpha() or words[at] in _EN_STOP or words[at] in AND


def _phrase_goes_on(words: Sequence[str], at: int, ceiling: int) -> bool:
    """True where what follows "and" is another noun of the same phrase, not a new number or a verb."""
    from muster.text.numbers.numerals import NUMERALS

    if at >= ceiling or not words[at][0].isalpha() or words[at] in NUMERALS:
        return False
    if words[at] in AUX or words[at] in _EN_STOP or words[at] in PRONOUNS or words[at].endswith("ed"):
        return False
    if words[at] in _BOUND_STARTS:
        return False  # "30 lorries and more than 100 men"
    return words[at] not in _SLAVIC_STOP and not is_slavic_verb(words[at])


def _english_clause(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past a restricting clause: "who came back and are to leave" | "are asking"."""
    if at >= ceiling or words[at] not in PRONOUNS or words[at] == "whose":
        return at
    end = min(ceiling, at + _LONGEST_CLAUSE)
    k = at + 1
    while k < end and words[k] in AUX:
        k += 1
    while k < end:
        word = words[k]
        if MARKS.match(word) and word != "'":
            break
        if (
            word in AUX
            and not is_the_month(words, k)
            and words[k - 1] not in AND
            and words[k - 1] not in PRONOUNS
            and words[k - 1] not in ("to", "not", "they", "he", "she", "it", "we")
        ):
            break
        k += 1
    return k


def _trimmed(words: Sequence[str], first: int, stop: int) -> int:
    while stop > first and (
        words[stop - 1] in AND
        or words[stop - 1] in _ADVERBS_EN
        or words[stop - 1] in ("of", "the", "'", "other's", "a", "-")
    ):
        stop -= 1
    return stop


def is_slavic_verb(word: str) -> bool:
    """True where a Russian or Ukrainian word, folded, has the form of a verb."""
    if len(word) < 4 or word in NOT_VERBS:
        return False
    if word.endswith(_PARTICIPLES):
        return False
    if _SLAVIC_VERB.fullmatch(word) is not None:
        return not word.endswith(
            ("ость", "ность", "ств", "сил", "школа", "недели", "рубли", "области", "ості")
        )
    return _SLAVIC_PAST.fullmatch(word) is not None


def _slavic(words: Sequence[str], index: int, ceiling: int, language: str) -> Counted | None:
    at = index
    if at + 1 < ceiling and words[at] in _OPENING:
        at += 1
    if at < ceiling and words[at] in ("из", "із", "з", "зі", "от", "від", "среди", "серед"):
        at += 1
        if at < ceiling and words[at] in ("них", "которых", "яких", "нас", "вас"):
            at += 1  # «12 из них студенты»
    first = at
    if at + 2 < ceiling and words[at + 1] == "-" and words[at] in CODED and words[at + 2].isalpha():
        return Counted(at, at + 3, at + 3)  # «двое 300-х»
    if at + 2 < ceiling and words[at] in ("х", "x", "×") and words[at + 2] in ("мм", "mm"):
        return Counted(at + 1, at + 3, at + 3)  # «2 х 152 мм»
    while at < ceiling and at - first < _LONGEST:
        word = words[at]
        if word in AND and at == first:
            return None
        if word in _OF_A_VERB or word in _NOT:
            if not _of_a_participle(words, at, ceiling, language):
                break
            at += 1
            continue
        if word in _SLAVIC_STOP or _is_number(word) or MARKS.match(word) or word == "-":
            break
        if word in AND:
            if not _phrase_goes_on(words, at + 1, ceiling):
                break
        elif word in _ADVERBS or (is_slavic_verb(word) and not (at == first and word.endswith(_PLURALS))):
            break
        joined = at == first or word in AND or words[at - 1] in AND
        if not joined and _is_apart(words[at - 1], word, language):
            break
        at += 1
    stop = at
    while stop > first and words[stop - 1] in AND:
        stop -= 1
    if stop == first:
        return None
    clause = _slavic_clause(words, stop, ceiling)
    return Counted(first, clause, stop)


def _of_a_participle(words: Sequence[str], at: int, ceiling: int, language: str) -> bool:
    """«ранее не публиковавшихся», «давно забытых»: an adverb or «не» before an attribute."""
    while at < ceiling and (words[at] in _OF_A_VERB or words[at] in _NOT):
        at += 1
    return at < ceiling and (
        cases(words[at], language).kind == "adjective" or _DOING.fullmatch(words[at]) is not None
    )


def _is_apart(before: str, word: str, language: str) -> bool:
    """True where ``word`` cannot belong to the noun before it: a finite verb, a subject, an object.

    What follows a noun in its own phrase is a genitive. Ukrainian endings alone tell fewer of them."""
    if not word[0].isalpha():
        return False
    here = cases(word, language)
    if here.kind == "verb":
        return not word.endswith(_PARTICIPLES)
    if word.endswith("о") and not word.endswith("го"):
        return here.kind == "noun"  # «запросов ведомство», «запитів відомство»
    if language != "ru" or here.genitive or here.kind not in ("noun", "adjective", "pronoun"):
        return False
    head = cases(before, language)
    # «бойцов рота», «них мобилизованные»; «новых домах» and «ударными дронами» are one phrase.
    if head.kind in ("noun", "pronoun"):
        return before not in _NAMED_PLACES  # «жителей посёлка Ржавец»
    return here.only and before.endswith(("ых", "их", "ого", "его"))


def _slavic_clause(words: Sequence[str], at: int, ceiling: int) -> int:
    """Past «, которые …», «, подавших …», up to its closing comma."""
    if at + 2 >= ceiling or words[at] != ",":
        return at
    if _WHICH.fullmatch(words[at + 1]) is None and not (
        _DOING.fullmatch(words[at + 1]) and words[at + 2][0].isalpha() and words[at + 2] not in AND
    ):
        return at
    k = at + 2
    while k < min(ceiling, at + _LONGEST_CLAUSE) and words[k] not in (",", ";", ".", ":", "»", ")", "—"):
        k += 1
    return k


__all__ = ["CODED", "NOT_VERBS", "Counted", "counted_after", "is_noun_like", "is_slavic_verb"]
