"""What a Russian or Ukrainian word can be in its sentence: a subject, an attribute behind one, a verb.

Russian: every likely reading of pymorphy3. Ukrainian: the same where its dictionary is installed
(extra ``uk``), else the endings alone, which rule out more than they prove. Cached by word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from muster.text.lemmas import analyzer, readings
from muster.text.listed import listed


class Cases(NamedTuple):
    """``nominative``: genders and numbers it can stand in as a subject, of "m f n p" ("" none, "*"
    any: a name or an abbreviation that no dictionary has). ``only``: nothing but a nominative fits.
    ``genitive``: may belong to the noun before it. ``verb``: may be a finite verb and no noun."""

    kind: str  # noun, adjective, pronoun, numeral, verb, adverb, other
    nominative: str = ""
    only: bool = False
    genitive: bool = False
    animate: bool = False


_GENDERS = {"masc": "m", "femn": "f", "neut": "n"}
_KINDS = {
    "NOUN": "noun", "ADJF": "adjective", "PRTF": "adjective", "NPRO": "pronoun", "NUMR": "numeral", "VERB":
    "verb",
    "INFN": "verb", "GRND": "verb", "PRTS": "verb", "ADJS": "verb", "PRED": "verb", "ADVB": "adverb",
    "PREP": "other", "CONJ": "other", "PRCL": "other", "INTJ": "other", "COMP": "adverb", "UNKN": "name",
    "LATN": "name",
}  # fmt: skip
# A reading this much less likely than the best says nothing about a text.
_RARE = 0.08
_COUNTING = listed(
    """несколько большинство множество десятки сотни тысячи много многие двое трое четверо пятеро шестеро
    семеро восьмеро девятеро десятеро восьмеро дев'ятеро десятеро одинадцятеро дванадцятеро шестеро
    оба обе часть ряд кілька більшість десятки сотні тисячі багато двоє троє четверо п'ятеро обидва
    обидві частина низка"""
)


# Ministries and committees in one word, which do not change: genders of the verb beside them.
SHORTENED = {
    "uk": dict.fromkeys(
        listed(
            """міноборони мінфін мінцифри мінекономіки мінсоцполітики мінкультури мінкульт мінінфраструктури
            мінрегіон мінреінтеграції мінветеранів мінприроди міненерго мінагрополітики мінрозвитку мін'юст
            мінстратегпром мінвідновлення мінспорту моз мінтранс"""
        ),
        "mn",
    )
    | {"слідком": "m"},
    "ru": {"следком": "m", "роскомнадзор": "m", "роспотребнадзор": "m", "минюст": "m"},
}


_PREFIXED = re.compile(
    r"(?:экс|вице|лже|екс|віце)-(?=\w{3})|екс(?=мер|мін|през|деп|ком|голов|керів|прем)|віце(?=прем|през|мер|спік)"
)


@lru_cache(maxsize=1 << 16)
def cases(word: str, language: str) -> Cases:
    """What this form can be. ``word`` as it stands in the text, ``language`` ru or uk."""
    if word.isupper() and len(word) > 1 and len(word) < 7:
        return Cases("name", "*", False, True)
    low = word.lower().replace("’", "'").replace("ʼ", "'")
    if word[:1].isupper() and (letters := SHORTENED.get(language, {}).get(low)):
        return Cases("noun", letters, False, True)
    prefix = _PREFIXED.match(low)
    if prefix is not None:
        return cases(word[prefix.end() :], language)
    if low in _COUNTING:
        return Cases("numeral", "*", True, False, True)
    if word[:1].isascii():
        return Cases(
            "name" if word[:1].isupper() else "other", "*" if word[:1].isupper() else "", False, True
        )
    if word[:1].isdecimal():
        return Cases("numeral", "*", False, False)
    morph = analyzer(language) if len(low) <= 40 else None
    if morph is None:
        if language == "uk" and word[:1].isupper() and _UK_NAME_KO.search(low):
            return Cases("name", "*", False, True, True)
        return _by_ending(low) if language == "uk" else Cases("other")
    if word[:1].isupper() and not morph.word_is_known(low):
        return Cases("name", "*", False, True, True)
    parses = readings(low, language)
    kept = [p for p in parses[:8] if p.score >= _RARE * parses[0].score]
    # «Энергетики обещают»: of people and their trade the people speak, however rare the form is elsewhere.
    kept += [p for p in parses[:8] if p not in kept and low.endswith("ики") and _are_people(p.tag)]
    kind = _KINDS.get(str(kept[0].tag.POS), "other")
    nominal = [p for p in kept if str(p.tag.POS) in ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR")]
    if not nominal:
        return Cases(kind)
    if kind in ("other", "adverb", "verb") and not (word[:1].isupper() and kind == "verb"):
        return Cases(kind)
    if str(nominal[0].tag.POS) == "NUMR":
        nomn = any(p.tag.case == "nomn" for p in nominal)
        return Cases("numeral", "*" if nomn else "", False, not nomn)
    subject = [p for p in nominal if p.tag.case == "nomn" or (p.tag.case is None and "Fixd" in p.tag)]
    letters = "".join(sorted({_letter(p.tag) for p in subject}))
    other = [p for p in nominal if p.tag.case not in ("nomn", None, "voct")]
    genitive = any(p.tag.case in ("gent", "gen2") or "Fixd" in p.tag for p in nominal)
    kind = _KINDS.get(str(nominal[0].tag.POS), kind)
    return Cases(kind, letters, bool(subject) and not other, genitive, any("anim" in p.tag for p in subject))


def _are_people(tag: object) -> bool:
    return "anim" in tag and "nomn" in tag and "plur" in tag  # type: ignore[operator]


def _letter(tag: object) -> str:
    number, gender = getattr(tag, "number", None), getattr(tag, "gender", None)
    return "p" if number == "plur" else _GENDERS.get(str(gender), "p" if number is None else "*")


_UK_VERB = re.compile(
    r"(?:[аяуюі]є|ться|тись|вся|лася|лось|лося|лися|ють|ять|уть|ать|ить|їть|ла|ло|ли|ено|ано|ито|вши|чи"
    r"|(?<!сл)[аиуюя]в)\Z"
)
# Behind another letter «ти» ends a noun: «пацієнти», «газети», «роботи», «журналісти».
_UK_INFINITIVE = re.compile(
    r"(?:[аяиіїу]|й|(?:[нвмгч]е|пле|бре|кра|кла|[пс]а|сі|(?<![а-яіїєґ])ї|[зв]'ї|цві|ро|трі|тря|пря)с|[нв]ез"
    r"|[пз]овз|лі?з|гриз|[кпмб]о[лр]о|[тмдж]ер|пек|[сп]ік|те[кч]|м[ої]г|б[іе]г|л[яе]г|тяг|стри[гж]|бер[еі]г"
    r"|воло[кч]|греб)ти(?:ся|сь)?\Z"
)
_UK_SHORT_VERBS = listed("був є мав дав жив міг йшов ішов звав знав")
_UK_NO_VERB = listed(
    """мати сила школа рота роти числа джерело джерела село села тіло тіла число діло діла скло хвилі
    стріла бали зали ролі школи сили діти гості чверті речі ночі печі солі болі дівчина частини
    новини світло крило правило правила держав справ влади прав глав мереж актив колектив мотив
    архів масив призив прорив підрив зрив обрив розрив адвокати солдати депутати кандидати дипломати
    автомати результати апарати палати плати оплати зарплати втрати затрати кімнати хати лопати
    гранати дати утрати медпалати мандати сертифікати квадрати шахти плити еліти орбіти бандити
    візити кредити депозити ліміти інститути маршрути статути парашути освіти захисти світи квіти
    міліти свити генерали адмірали журнали канали матеріали сигнали квартали вокзали арсенали
    інтервали метали скандали персонали посли козли вузли бджоли скали смоли пили житло гасло русло
    масло мило сало весло тепло генерала адмірала маршала
    капрала кардинала пам'ять п'ять десять дев'ять скла сіла бджола смола скала пила"""
)
_UK_OBLIQUE = re.compile(
    r"(?:ого|ього|ому|ьому|ої|ьої|єї|ими|іми|їми|ами|ями|ам|ям|ах|ях|их|іх|їх|ові|еві|єві|ою|ею|єю|істю"
    r"|у|ю|им|ім|їм|ем|єм|ом|[сзц]ькій|[ое]вій|альній|ичній|ційній)\Z"
)
_UK_ADJECTIVE = re.compile(
    r"(?:ий|ній|цеві|[сцз]ька|[сцз]ьке|[сцз]ькі|[ая]льн[аеі]|[иі]чн[аеі]|ован[аеі]|ені|ова)\Z"
)
_UK_SMALL = listed(
    """в у на з із зі до від за про для при під над перед між через біля після без по о об із-за та і й а
    але або
    чи що як коли якщо бо хоч хоча де куди тому також теж ще вже не ні лише тільки навіть так там тут потім
    тоді раніше пізніше сьогодні вчора учора завтра зараз нині нещодавно водночас окремо крім того це те
    уже тепер"""
)
_UK_ADVERB = re.compile(
    r"(?:[нкрж]о|(?<!ст)(?<!цт)во|ло|то)(?<!енко)\Z|(?:іш|[гжхт]ш|[лнр]ьш|нш|ірш|раш|жч|[бе]ищ|кращ)е\Z"
    r"|\A(?:не)?(?:охоче|гаряче|добре|тихо|глухо|сухо|прямо|зле|нишком|пошепки|мовчки|тайкома|потай|вголос)\Z"
)
_UK_NUMERALS = listed(
    """два дві три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять
    п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять тридцять сорок п'ятдесят
    шістдесят сімдесят вісімдесят дев'яносто сто двісті триста чотириста п'ятсот шістсот сімсот
    вісімсот дев'ятсот"""
)
_UK_MASCULINE_A = listed("голова суддя воєвода староста колега рибалка листоноша ")


@lru_cache(maxsize=1 << 14)
def _by_ending(word: str) -> Cases:
    """Ukrainian without a dictionary: what the ending still allows."""
    if word in _UK_SMALL:
        return Cases("other")
    if word in _UK_NUMERALS:
        return Cases("numeral", "*", False, False)
    if word in _UK_PRONOUNS:
        return Cases("pronoun", _UK_PRONOUNS[word], True, False, True)
    if word in _UK_SHORT_VERBS or (
        len(word) > 3 and word not in _UK_NO_VERB and (_UK_VERB.search(word) or _UK_INFINITIVE.search(word))
    ):
        return Cases("verb")
    kind = "adjective" if len(word) > 3 and _UK_ADJECTIVE.search(word) else "noun"
    if word in _UK_MASCULINE_A:
        return Cases("noun", "fm", False, False, True)
    if word.endswith(("ові", "еві", "єві")):
        return Cases("adjective", "p")  # or a dative, which is no subject either way
    if _UK_OBLIQUE.search(word):
        return Cases(kind, "", False, word.endswith(("ого", "ього", "ої", "их", "іх", "у", "ю", "їх")))
    last = word[-1]
    if word in ("мій", "твій", "наш", "ваш", "свій", "цей", "той", "один", "кожен", "сам"):
        return Cases("adjective", "m", True)
    if word in ("ці", "ті", "усі", "всі", "такі"):
        return Cases("adjective", "p")
    if word in _UK_OTHERS:
        return Cases("pronoun")
    if word.endswith(("ння", "ття")):
        return Cases("noun", "n", False, True)
    if word in ("батько", "дядько", "хлопчисько", "синко", "панько"):
        return Cases("noun", "m", True, False, True)
    if _UK_ADVERB.search(word) and word not in _UK_NEUTER:
        return Cases("adverb")
    if last in "ая":
        return Cases(kind, "f", False, last in "ая")
    if last in "иії":
        if word.endswith(("ий", "ій")):
            return Cases(kind, "m", True)
        return Cases(kind, "p", False, True)
    if last in "оеє":
        return Cases(kind, "n")  # the accusative is the same: «бачив тіло»
    if word.endswith(("ів", "їв", "ей")):
        return Cases(kind, "m", False, True)
    if last == "ь":
        return Cases(kind, "mf", False, False)
    return Cases(kind, "m", kind == "adjective")


# A surname where it has a capital, not an adverb.
_UK_NAME_KO = re.compile(r"(?:[йвшчн]|ть)ко\Z")
_UK_NEUTER = listed(
    """військо яблуко вікно зерно місто слово право джерело село тіло діло вино ядро відро перо ребро
    срібло житло
    крило скло число світло гніздо молоко око вухо небо літо свято золото болото авто фото метро бюро пальто
    угруповання"""
)
_UK_OTHERS = listed("мені тобі йому їй нам вам їм мене тебе його її нас вас їх собі себе цьому тому")
_UK_PRONOUNS = {
    "він": "m", "вона": "f", "воно": "n", "вони": "p", "я": "*", "ми": "p", "ти": "*", "ви": "p", "хто":
    "m", "ніхто": "m",
}  # fmt: skip


@lru_cache(maxsize=1 << 12)
def agreement(verb: str, language: str) -> str:
    """Which subjects fit a finite verb, of "m f n p": «сказала» f, «говорят» p, «говорит» mfn."""
    low = verb.lower().removesuffix("ся").removesuffix("сь")
    if low.endswith("ли"):
        return "p"
    if low.endswith("ла") or (language == "ru" and low.endswith(("сла", "рла", "гла"))):
        return "f"
    if low.endswith("ло"):
        return "n"
    if low.endswith(("ют", "ят", "ут", "ат", "ют", "ють", "ять", "уть", "ать")):
        return "p"
    if low.endswith(("ны", "ны", "ені", "ані", "ні")):
        return "p"
    if low.endswith("на"):
        return "f"
    if low.endswith(("ен", "ён", "ний")):
        return "m"
    if low.endswith(("л", "в", "с", "рг", "ег")):
        return "m"
    if low.endswith(("ет", "ит", "ёт", "є", "ить", "же", "ше", "їть", "ться")):
        return "mfn"
    return "mfnp"


__all__ = ["SHORTENED", "Cases", "agreement", "cases"]
