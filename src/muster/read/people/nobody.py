"""Why a capital word names nobody: a pronoun, an adjective before its noun, a body, a noun's genitive."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.read.page import Page
from muster.read.people.of_place import relational
from muster.read.people.role_words import BODY_ROLES, DEMONYM, PLAIN, is_role
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.names.slavic import given_name
from muster.text.sources.cues import Lexicon, lexicon
from muster.text.spans import Span

# Words of the closed classes: pronouns, determiners, numerals, auxiliaries, conjunctions, adverbs. No name
# of a person holds one, at the head of a sentence or in a headline.
CLOSED: Final = listed(
    """nobody somebody someone anybody anyone everybody everyone nothing something none neither either
    another other others both each every all some any many few several most much own same such he she it
    they we you i him her his its their our my your me us them who whom whose which what when where why
    how would could should can cannot must might shall does did do is are was were be been am has have
    had not of to at by in on for from with without within into onto over under about above below after
    before until till since during between among against through across behind beyond near off out up
    down than that this these those there here then now and but or nor so yet if unless whether because
    although though while as a an the no yes please only just even also still already never ever always
    often again once twice two three four five six seven eight nine ten eleven twelve hundred thousand
    he's she's it's they're we're i'm you're don't didn't i'd i've i'll he'd she'd we'd we've we'll they'd
    they've they'll that's there's what's who's isn't wasn't can't won't couldn't wouldn't
    я ты он она оно мы вы они меня мне мной тебя
    тебе его ему им ней нём её ей нас нам нами вас вам вами их ими себя себе собой мой моя моё мои твой
    наш наша наше наши ваш ваша ваши свой своя своё свои этот эта это эти тот та то те такой такая такие
    кто что какой какая какие который которая которые чей где когда куда откуда почему зачем как сколько
    никто ничто нечто некто никого ничего кто-то что-то кто-нибудь весь вся всё все каждый каждая любой
    любая другой другая другие иной многие некоторые несколько оба обе сам сама сами один одна одно одни
    два две двое три трое четыре четверо пять пятеро шесть шестеро семь семеро восемь девять десять
    одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать
    двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести триста четыреста
    пятьсот тысяча миллион полтора полторы
    десятки сотни тысячи половина часть и а но или либо да если хотя пока чтобы потому поэтому затем
    потом тогда теперь сейчас сегодня вчера завтра ранее раньше позже уже ещё еще тоже также только лишь
    даже вот здесь там тут так не ни нет без для до из к на над о об от по под при про с со у в во через
    между перед после среди около против вместо кроме однако впрочем возможно наверное конечно например
    ти він вона воно ми ви вони мене мені мною тобі його йому їй її їх їм ними собі собою мій моє мої
    твій наші ваші свій своє свої цей ця це ці той ті такий така такі хто що який яка яке які чий де
    коли куди звідки чому навіщо як скільки ніхто ніщо хтось щось увесь всі усі кожен кожна будь-який
    інший інша інші багато деякі кілька обидва обидві самі одне одні дві двоє троє чотири п'ять п'ятеро
    шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять
    сімнадцять вісімнадцять дев'ятнадцять двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят
    дев'яносто сто двісті триста чотириста п'ятсот тисяча мільйон півтора півтори
    сотні тисячі частина жоден жодна жодне жодних жодного і й але або якщо хоча
    поки щоб тому потім тоді тепер зараз сьогодні вчора учора раніше пізніше вже ще теж також лише
    тільки навіть ось ні з із зі від під між після серед біля проти замість крім однак проте мабуть
    можливо звичайно наприклад різдво різдва великдень великодня водохреща покрова трійцю рождество
    розмова розмову бесіда бесіду інтерв'ю інтервʼю разговор беседа беседу интервью interview
    рождества пасху пасхи крещение троицу"""
)


def closed(word: str, at_head: bool, language: str) -> bool:
    """A pronoun, numeral, auxiliary or the like, unless it stands where only a name has a capital."""
    return word.lower().replace("’", "'") in CLOSED and (
        at_head or word.isupper() or given_name(word, language) is None
    )


FIRST_WORD = re.compile(r"\w[\w'’-]*")

SPEAKING_EN = re.compile(
    r"(?:,?\s+(?:has |had |also |later |then |previously )?(?:said|says|told|tells|wrote|writes|added"
    r"|adds|believes|claims"
    r"|estimates|stated|denied|explained|explains|insisted|claimed|argued|noted|recalled|warned|stresses"
    r"|stressed|described|describes|confirmed|replied|answered|recalls|remembers|remembered|testified|admitted|admits"
    r"|acknowledged|conceded|complained|promised|vowed|thinks|thought|hopes|fears|asked|refused|declined|shrugged"
    r"|nodded|smiled|laughed|wept|called|accused|blamed|dismissed)\b)"
)

_ARTICLE = re.compile(r"(?:^|[^\w])(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very)[ \u00a0]\Z")


def bodily(page: Page, start: int) -> bool:
    """After an article or a noun for a body ("the monitoring group X") a capital word is no person."""
    before = page.body[max(0, start - 24) : start]
    if _ARTICLE.search(before):
        return True
    last = FIRST_WORD.findall(before)
    adjacent = before[-1:] in (" ", "\u00a0") and before[-2:-1].isalnum()
    return bool(last) and adjacent and last[-1] in BODY_ROLES


def speaking_body(page: Page, start: int, stop: int, words: Lexicon) -> bool:
    """ "The Observatory said": a body, since a person's name has no article."""
    if words.language != "en" or not bodily(page, start):
        return False
    word = page.words(Span(start, stop))
    return (
        page.body[max(0, start - 4) : start].lower().endswith("the ")
        and word not in PLAIN
        and not DEMONYM.match(word)
        and not is_role(word, words)
        and SPEAKING_EN.match(page.body, stop, stop + 40) is not None
    ) or of_kind(page, start)


def of_kind(page: Page, start: int) -> bool:
    last = FIRST_WORD.findall(page.body[max(0, start - 24) : start])
    adjacent = page.body[start - 1 : start] in (" ", "\u00a0") and page.body[start - 2 : start - 1].isalnum()
    return bool(last) and adjacent and last[-1] in _KINDS_OF_BODY


_KINDS_OF_BODY = BODY_ROLES - listed("police troops army military government authorities court media staff")


_ADJECTIVE = {
    "ru": re.compile(r"(?:ой|ый|ий|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ым|им|ых|их|ые|ие)\Z"),
    "uk": re.compile(r"(?:ий|ій|а|е|є|ого|ому|ої|у|ю|им|ім|их|і|ою)\Z"),
}
_LOW_NEXT = re.compile(r"[ \u00a0]([а-яёіїєґ][а-яёіїєґ'’-]{2,30})")
# «Сіверської ОВА», «Заречная ТЭЦ-2»: of a place, before a body's letters; «Заречная ТАСС рассказала» is not.
_SHORT_NEXT = re.compile(r"[ \u00a0]([А-ЯЁІЇЄҐ]{2,6}(?:-\d{1,3})?)(?![\w-])")
# «Заречной и Северо-Лужской областям»
_AND_ANOTHER = re.compile(
    r"[ \u00a0](?:и|і|та|й)[ \u00a0][А-ЯЁІЇЄҐ][\w'’-]{2,30}[ \u00a0]([а-яёіїєґ][а-яёіїєґ'’-]{2,30})"
)
# Ukrainian has no dictionary here: nouns that a place's adjective stands before, by their stems.
_NOUN_UK = re.compile(
    r"(?:област|район|кра[йюєї]|округ|громад|губерн|республік|волост|воєводств|колоні|частин|бригад|полк"
    r"|батальйон|дивізі|в.?язниц|лікарн|шпитал|школ|міськ|міст|прокуратур|суд|адміністрац|територі|порт"
    r"|завод|станці|фронт|напрям|місі[яїюєй]|комісі|служб|палат|компані|організац|поліці|митниц|фракці|коаліці|асоціац"
    r"|агенці|інспекц|варт[аиу]\b|влад|армі|гварді|установ)"
)


def adjective(page: Page, word: str, stop: int, language: str) -> bool:
    """«Зареченской области», «Сіверської ОВА»: an adjective before its noun, and no surname."""
    short = _SHORT_NEXT.match(page.body, stop)
    if short is not None and relational(word):
        outlet = lexicon(language).outlet.match(page.body, short.start(1))
        return outlet is None or outlet.end() < short.end(1)
    following = _LOW_NEXT.match(page.body, stop) or _AND_ANOTHER.match(page.body, stop)
    if following is None or _ADJECTIVE[language].search(word.lower()) is None:
        return False
    noun = following.group(1)
    if language == "uk":
        return _NOUN_UK.match(noun) is not None
    if "NOUN" not in russian_tags(noun):
        return False
    return not is_role(noun, lexicon("ru")) or "ADJF" in russian_tags(word.lower())


def oblique(word: str, role: str, language: str) -> bool:
    """True where a role stands in the nominative and the word cannot: a place or body in the genitive."""
    if language == "ru":
        tags = russian_tags(role.lower())
        if "nomn" not in tags and "plur" not in tags:
            return False
        # «солдат Заречья»: after several, one name is not theirs.
        return "plur" in tags or not any(
            ("nomn" in p.tag and "sing" in p.tag and "Geox" not in p.tag)
            or "Surn" in p.tag
            or "Name" in p.tag
            for p in readings(word.lower(), "ru")
        )
    words = lexicon(language)
    several = role.lower() not in words.roles and _PLURAL_UK.search(role) is not None
    return (several or role.lower() in words.roles) and _OBLIQUE_UK.search(word) is not None


_PLURAL_UK = re.compile(r"(?:ів|їв|ам|ям|ами|ями|ах|ях)\Z")
_OBLIQUE_UK = re.compile(r"(?:ії|ої|ості|и|і|ів|ях|ах|ою|ю|у)\Z")


def may_be_a_subject(
    page: Page, start: int, word: str, before: list[str], first: bool, language: str
) -> bool:
    """False for a lone word that no case or place in the sentence lets be somebody.

    At the head of a sentence any word has a capital: there it must have one within a sentence too. After
    a noun («обороны Заречья», «республика Тагын») it is that noun's, not somebody.
    """
    if first and word not in mid_capitals(page.body):
        return False
    if language == "en":
        return True
    if before and _GEO.match(before[-1].lower()):
        return False
    if language == "uk":
        return not (before and before[-1].islower() and _OBLIQUE_UK.search(word) is not None)
    parses = readings(word.lower(), "ru")
    nominative = any(("nomn" in p.tag and "sing" in p.tag) or "Fixd" in p.tag for p in parses)
    return not parses or nominative or not (before and "NOUN" in russian_tags(before[-1].lower()))


@lru_cache(maxsize=2)
def mid_capitals(body: str) -> frozenset[str]:
    """Capital words that follow a small one or a comma: names wherever they stand."""
    return frozenset(_WITHIN.findall(body))


_WITHIN = re.compile(r"(?<=[a-zа-яёіїєґ,][ \u00a0])[^\W\d_a-zа-яёіїєґ](?:\w|[-’'ʼ](?=\w)){1,40}")
_GEO = re.compile(
    r"(?:республик|област|кра[йяюе]|район|округ|город|місто|міст|сел[оауе]|посёл|посел|деревн|хутор|станиц|рек[аиеу]"
    r"|річ[кц]|озер|остров|острів|порт|улиц|вулиц|площад|площ|громад|губерни|губерні|провинци|провінці|штат)"
)


@lru_cache(maxsize=1 << 15)
def russian_tags(word: str) -> str:
    """The likeliest grammemes of a Russian word, as pymorphy3 writes them."""
    found = readings(word, "ru")
    return str(found[0].tag) if found else ""


__all__ = [
    "CLOSED",
    "FIRST_WORD",
    "SPEAKING_EN",
    "adjective",
    "bodily",
    "closed",
    "may_be_a_subject",
    "mid_capitals",
    "oblique",
    "russian_tags",
    "speaking_body",
]
