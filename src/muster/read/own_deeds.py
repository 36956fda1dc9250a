"""What the outlet itself asserts without a number: «Обстріляно Старий ринок», "The old market was shelled".

Two outlets that contradict or copy each other mostly do so in their own voice. Such a sentence is the
outlet's claim where it tells of an act (``text/deeds/acts.py``) as done or suffered in the past, at a named
place or by a named body, and nothing of it is anybody else's words; or where it says that such a thing was
not, that a report of it is untrue, that something was not there ("No soldiers were in the school"), or how
somebody is. In a body's own paper, and in a short one, which is of the places that it names anywhere, no name
is asked for; there "our troops" are the body's. Left out are questions, conditions, what may be or was to be,
what is left open, and history (a year, "last year", "had been", «раніше»).
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from muster.model.claims import Claim, Mention
from muster.model.ids import span_id
from muster.read.frames import clean
from muster.read.marks import hedges_within
from muster.read.page import Page
from muster.read.people.role_words import PLAIN
from muster.read.people.roles import Named
from muster.text.anycase import AnyCase
from muster.text.cases import cases
from muster.text.deeds.absent import absent
from muster.text.deeds.acts import Act, acts
from muster.text.deeds.verdicts import untrue
from muster.text.lemmas import readings
from muster.text.listed import listed
from muster.text.sources.cues import LANGUAGES, lexicon
from muster.text.spans import union

# Deeds that a monitor compares; that a train arrived is none of them.
_DEEDS: Final = listed(
    "shelling shooting execution killing wounding beating torture detention disappearance deportation",
    "looting burning capture evacuation freeing destruction explosion fire mining house_search refusal",
    "out_of_service disarmament sentencing resignation",
)
# A text of fewer characters is of the places and bodies that it names anywhere.
_SHORT: Final = 1_200
_LONGEST: Final = 420
_SHORTEST: Final = 12

# --- verbs ----------------------------------------------------------------------------------------------
_PASSIVE_EN: Final = re.compile(
    r"(?<!that\s)(?<!which\s)(?<!who\s)\b(?:was|were|has\sbeen|have\sbeen)\s(?:(?:also|again|badly|heavily|partly|completely|\w+ly)\s)?\Z|\bcame\sunder\s\Z"
)
_DEED_EN: Final = re.compile(r"(?:\w{2,}ed|struck|beat(?:en)?|seized|burnt|bombed|took|blew\sup)\Z")
_ALONE_EN: Final = re.compile(r"(?:died|exploded|collapsed|detonated|blew\sup|fire\sbroke|caught\sfire)\Z")
_OBJECT_EN: Final = re.compile(
    r"\s(?:a|an|the|its|their|his|her|our|several|some|many|dozens|hundreds|residents|people|civilians|two|three|four|five"
    r"|six|seven|eight|nine|ten|\d+|[A-Z]\w+)\b"
)
# Of whom it tells stands in the sentence before, and that may be somebody's account.
_PRONOUN: Final = re.compile(
    r"\W{0,3}(?:he|she|they|it|this|there|он|она|они|оно|его|её|их|ему|ей|им|там|він|вона|вони|воно|його|її|їх|йому|їй|їм|там"
    r"|тоді|тогда|then|потім|потом|затем|згодом)(?!\w)", re.I
)  # fmt: skip
_THERE_IS: Final = re.compile(r"\W{0,3}there\s(?:is|are|was|were|has|have|had)\b", re.I)
_SUBJECT_EN: Final = re.compile(r"[\w’'”\"]\s\Z")
_NO_SUBJECT_EN: Final = re.compile(
    r"\b(?:by|in|of|that|who|which|and|been|being|was|were|be|had|to|for|with|from)\s\Z"
)
_PAST_UK: Final = re.compile(r"\w{2,}(?:[аяиуоє]в|ла|ло|ли)(?:ся|сь)?\Z|помер\Z|\w{2,}(?:[аяеє]но|[иуя]то)\Z")
_NOUN_UK: Final = re.compile(
    r"(?:втрат|жертв|тортур|(?:удар|постріл|обстріл|вибух)(?:у|и|ом|ів|ам|ами|ах|і)?)\w{0,2}\Z"
)
_PART_UK: Final = re.compile(r"\w{3,}(?:[аеиє]н|[аиуя]т)(?:ий|а|е|і)\Z")
_WAS_UK: Final = re.compile(r"(?<!\w)(?:був|була|було|були)\s(?:[а-яіїєґ'’]+\s)?\Z")

# «Снаряд влучив у дах», "A shell hit the roof": no list has the verb among acts, and what hits says enough.
_HIT: Final = {
    "en": AnyCase(
        r"\b(?:shells?|missiles?|rockets?|drones?|bombs?|mortars?|projectiles?)\s(?:hit|struck|fell\son|slammed\sinto"
        r"|landed\s(?:on|in))\b"
    ),
    "ru": AnyCase(
        r"(?<!\w)(?:снаряд\w{0,2}|ракет\w{1,2}|дрон\w{0,2}|беспилотник\w{0,2}|бомб\w{1,2}|мин[аы]|авиабомб\w{1,2})\s(?:\w+\s)?"
        r"(?:попал[аои]?|упал[аои]?|прилетел[аои]?|разорвал(?:ся|ась|ись))(?!\w)"
    ),
    "uk": AnyCase(
        r"(?<!\w)(?:снаряд\w{0,2}|ракет\w{1,2}|дрон\w{0,2}|безпілотник\w{0,2}|бомб\w{1,2}|мін[аи]|авіабомб\w{1,2})\s(?:\w+\s)?"
        r"(?:влучи(?:в|ла|ло|ли)|поціли(?:в|ла|ли)|впа(?:в|ла|ли)|упа(?:в|ла|ли)|прилеті(?:в|ла|ли)|розірва(?:вся|лася|лися))(?!\w)",
    ),
}  # fmt: skip
# What the verb or the noun alone does not say: that troops withdrew is an act, that a train left is none.
_FORCES_EN: Final = (
    r"(?:troops|forces|soldiers|fighters|units?|tanks|army|brigade|battalion|militia|militants|rebels|insurgents"
    r"|gunmen|police)"
)
_DONE: Final = {
    "en": AnyCase(
        rf"\b{_FORCES_EN}\s(?:\w+\s)?(?:withdrew|retreated|pulled\sout|entered|stormed|fired\s(?:at|on)|opened\sfire"
        r"|attacked|searched|raided|dispersed|expelled)\b"
        r"|\b(?:shells?|missiles?|rockets?|drones?)\s(?:\w+\s)?attacked\b"
        r"|\b(?:aid|food|supplies|parcels|medicines?|water|convoy|trucks|lorries|goods)\b(?:\s[\w’'-]+){0,5}\s(?:was|were|has\sbeen|have\sbeen)"
        r"\s(?:\w+ly\s)?(?:delivered|distributed|handed\sout|brought\sin|turned\sback|let\sthrough|held\sup)\b"
        r"|\bconvoy\b(?:\s[\w’'-]+){0,5}\s(?:reached|entered|arrived)\b"
        r"|\b(?:was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:liberated|recaptured|retaken|repelled|stormed|occupied)\b"
        r"|\b(?:exchange|swap|truce|ceasefire|search|battle|fighting)\b(?:\s[\w’'-]+){0,5}\s(?:took\splace|collapsed|broke\sout"
        r"|(?:was|has\sbeen)\s(?:violated|broken|breached|held|carried\sout))\b"
        r"|\b(?:explosions?|blasts?|shots|gunfire|shooting)\s(?:was|were|could\sbe)\s(?:\w+\s)?heard\b"
        r"|\b(?:power|electricity|water|gas|heating|internet)(?:\s(?:supply|supplies|service))?\s(?:was|were|has\sbeen|have\sbeen)"
        r"\s(?:\w+ly\s)?(?:cut|restored)\b"
    ),
    "ru": AnyCase(
        r"(?<!\w)(?:войска|силы|военные|подразделения|части|боевики|армия|бригада|солдаты|танки|силовики)\s(?:[а-яё]+\s)?"
        r"(?:вош(?:ли|ла)|отош(?:ли|ла)|отступил[аи]|покинул[аи]|вышли|занял[аи]|ворвались|открыли\sогонь|обыскали|выбили)(?!\w)"
        r"|(?<!\w)(?:доставил[аи]?|привезли|завезли|раздал[аи]?|передал[аи]?)\s(?:[а-яё]+\s){0,3}(?:помощь|гумпомощь|продукты"
        r"|медикаменты|продовольствие|лекарства|гуманитарный\sгруз)(?!\w)"
        r"|(?<!\w)(?:конво[йя]|колонн[ау]|помощь|гумпомощь|груз[ы]?)(?:\s[а-яё]+){0,5}\s(?:прибыл[аио]?|доставлен[аы]?|доставили|не\sпропустили)(?!\w)"
        r"|(?<!\w)(?:сел[оа]|пос[её]лок|город|деревн[юя])(?:\s[\w-]+){1,2}\s(?:освободили|освобожден[оаы]?|захватили|заняли|отбили|оставили|взяли)(?!\w)"
        r"|(?<!\w)(?:прош[её]л|состоялся)\s(?:[а-яё]+\s)?обмен(?!\w)|(?<!\w)обмен\s(?:военно)?пленными\s(?:прош[её]л|состоялся)(?!\w)"
        r"|(?<!\w)(?:перемирие|режим\s(?:тишины|прекращения\sогня))(?:\s[\w-]+){0,3}\s(?:нарушен[оа]?|нарушили|сорван[оа]?)(?!\w)"
        r"|(?<!\w)(?:прогремел[аи]?|раздал(?:ись|ся)|прозвучал[аи]?|слышны|слышали)\s(?:[а-яё]+\s)?(?:взрыв|выстрел)[а-я]*(?!\w)"
        r"|(?<!\w)восстанов(?:или|лен[оаы]?)\s(?:электр|водо|газо|тепло|подач|связь|движени|свет)[а-яё]*",
    ),
    "uk": AnyCase(
        r"(?<!\w)(?:війська|сили|військові|підрозділи|частини|бойовики|армія|бригада|солдати|танки|силовики)\s(?:[а-яіїєґ']+\s)?"
        r"(?:увійш(?:ли|ла)|ввійш(?:ли|ла)|відійш(?:ли|ла)|відступил[аи]|покинул[аи]|вийшли|зайнял[аи]|вдерлися|відкрили\sвогонь|обшукали|вибили)(?!\w)"
        r"|(?<!\w)(?:достави(?:в|ла|ли)|доставлено|привезли|завезли|роздал[аи]|роздано|переда(?:в|ла|ли))\s(?:[а-яіїєґ']+\s){0,3}(?:допомогу|гумдопомогу"
        r"|продукти|медикаменти|ліки|гуманітарний\sвантаж)(?!\w)"
        r"|(?<!\w)(?:конво[йя]|колон[ау]|допомог[ау]|гумдопомог[ау]|вантажі?)(?:\s[а-яіїєґ']+){0,5}\s(?:прибу(?:в|ла|ли|ло)|доставлено|доставили|не\sпропустили)(?!\w)"
        r"|(?<!\w)(?:сел[оа]|селище|місто)(?:\s[\w'’-]+){1,2}\s(?:звільнили|звільнено|захопили|захоплено|зайняли|відбили|залишили|взяли)(?!\w)"
        r"|(?<!\w)відбувся\s(?:[а-яіїєґ']+\s)?обмін(?!\w)|(?<!\w)обмін\s(?:військово)?полоненими\sвідбувся(?!\w)"
        r"|(?<!\w)(?:перемир['’ʼ]я|режим\s(?:тиші|припинення\sвогню))(?:\s[\w'’-]+){0,3}\s(?:порушено|порушили|зірвано)(?!\w)"
        r"|(?<!\w)(?:пролуна(?:в|ли|ла)|прогримі(?:в|ли)|чути|чули)\s(?:[а-яіїєґ']+\s)?(?:вибух|постріл)[а-яі]*(?!\w)"
        r"|(?<!\w)віднов(?:или|лено)\s(?:електр|водо|газо|тепло|подач|зв['’ʼ]яз|рух|світло)[а-яіїєґ]*"
    ),
}  # fmt: skip
# «Не пропустили» is an act, and no denial of one.
_NOT_LET: Final = re.compile(r"(?<!\w)не\sпропустили(?!\w)", re.I)
_NOBODY: Final = AnyCase(r"(?<!\w)(?:nobody|none|no\sone|нет|никто|никого|немає|ніхто|нікого)(?!\w)")
_DENIED: Final = AnyCase(r"\b(?:not|no|never)\b|n't\b|(?<!\w)(?:не|ни|ні|жодн\w+)(?!\w)")

# How somebody is, or went: no act, and what another text may say otherwise.
_STATE: Final = AnyCase(
    r"(?<!\w)(?:alive|in\sgood\shealth|voluntarily|own\s(?:free\s)?(?:will|accord)|on\sleave|with\srelatives|pneumonia|suicide"
    r"|жив[аы]?|добровольно|в\sотпуске|у\sродственников|самоубийств\w+|пневмони\w+|ранение"
    r"|живий|жива|живі|добровільно|у\sвідпустці|у\sродичів|самогубств\w+|пневмоні\w+|поранення)(?!\w)",
)
_OUR: Final = frozenset(("we", "our", "мы", "нас", "нам", "наш", "ми"))

# --- what is no plain past of these days ----------------------------------------------------------------
_ASIDE: Final = {
    "en": AnyCase(
        r"\b(?:if|whether|would|could|may|might|must|should|will|had|unless|until|when|(?:after|before|since)(?!\s(?:midnight|noon|dawn|dusk|dark|sunset|sunrise|\d))|because|although|while"
        r"|according|reportedly|allegedly|claims?|reports?|ago|last\syear|previously|earlier\sthis|once|history"
        r"|anniversary|war\scrimes?|(?:1[5-9]|20)\d\d|I|we|our|my|you|your)\b"
    ),
    "ru": AnyCase(
        r"(?<!\w)(?:если|чтобы|бы|может|могут|мог\w{0,2}|должн\w{1,2}|когда|после\sтого|прежде|ранее|раньше|якобы|возможно"
        r"|вероятно|предположительно|сообща\w+|назад|в\sпрошлом|годовщин\w+|истори\w+|во\sвремя\sвойны|накануне\sвойны"
        r"|обвин\w+|подозрева\w+|потому|поскольку|хотя|будет|будут|котор\w+|(?:1[5-9]|20)\d\d|я|мы|нас|нам|наш\w{0,3}"
        r"|мой|моя|мои|мне|меня|вы|вас|вам)(?!\w)"
    ),
    "uk": AnyCase(
        r"(?<!\w)(?:якщо|щоб|би|б|може|можуть|міг|могл\w|мусить|мав|мала|мали|коли|після\sтого|раніше|нібито|начебто|можливо"
        r"|ймовірно|імовірно|повідомля\w+|тому|торік|минулого\sроку|річниц\w+|істор\w+|під\sчас\sвійни|звинувач\w+"
        r"|підозрю\w+|бо|оскільки|хоча|буде|будуть|як(?:ий|а|е|і|ого|ої|их)|(?:1[5-9]|20)\d\d|я|ми|нас|нам|наш\w{0,3}"
        r"|мій|моя|мої|мені|мене|ви|вас|вам)(?!\w)"
    ),
}  # fmt: skip
_CAPITAL: Final = re.compile(r"(?<=[^\W_][\s])[«“\"]?(?P<word>[^\W\d_a-zа-яёіїєґ][\w’'ʼ-]{2,})")


# A preposition and a capital in the locative: a place, though it may look like somebody's name.
_AT_A_PLACE: Final = re.compile(
    r"(?<!\w)(?:(?:[Уу]|[Вв])\s[А-ЯІЇЄҐЁ][\w'’ʼ-]+(?:і|ї|ку|му|ах|ях|е|и)(?!\w)|(?:[Пп]ід|[Пп]од|[Пп]облизу|[Бб]іля|[Вв]озле|[Оо]коло)\s"
    r"[А-ЯІЇЄҐЁ][\w'’ʼ-]{2,})"
)


def own_deeds(
    page: Page,
    claims: Sequence[Claim],
    named: Sequence[Named],
    places: Sequence[Mention],
    of_a_body: bool = False,
) -> list[Claim]:
    """One claim for each sentence of the outlet's own that tells of an act as done, or as not done.
    ``claims``: all found so far, those of the outlet too; a sentence that touches one gives none.
    ``of_a_body``: the text is a ministry's, a court's, a town's own."""
    taken = union([*_words_of(claims), *((q.start, q.stop) for q in page.quotations)])
    starts = [s.start for s in taken]
    # A number of the outlet's own is nobody's account that the next sentence may go on with.
    theirs = union(
        [*_words_of(c for c in claims if not c.own_voice), *((q.start, q.stop) for q in page.quotations)]
    )
    ends = [s.stop for s in theirs]
    short = of_a_body or len(page.body) - page.begins <= _SHORT
    bodies = sorted([n.start for n in named if n.kind == "organisation"] + [p.passage.start for p in places])
    people = union((n.start, n.stop) for n in named if n.kind == "person")
    heads = [s.start for s in people]
    found = []
    for index, sentence in enumerate(page.sentences):
        language = page.languages[index]
        if language not in LANGUAGES or sentence.start < page.begins:
            continue
        if not _SHORTEST <= sentence.stop - sentence.start <= _LONGEST:
            continue
        i = bisect.bisect_left(starts, sentence.stop) - 1
        if i >= 0 and taken[i].stop > sentence.start:
            continue
        words = page.body[sentence.start : sentence.stop]
        k = bisect.bisect_right(ends, sentence.start) - 1
        if k >= 0 and _may_be_his(page, ends[k], index):
            continue
        if "?" in words or (_PRONOUN.match(words) and not of_a_body and not _THERE_IS.match(words)):
            continue
        false = untrue(words)
        told = acts(words)
        if not _not_so(words, false, told):
            j = bisect.bisect_left(bodies, sentence.start)
            told_where = short or (j < len(bodies) and bodies[j] < sentence.stop)
            if not told_where and not _names_something(page, sentence.start, words, people, heads):
                continue
            if not _deed(words, language, told):
                continue
        # Whoever is said to say it may not have been found: then it is nobody's, and not the outlet's.
        if _aside(words, language, [a for a, _ in false], of_a_body, told):
            continue
        span = clean(page.body, sentence.start, sentence.stop)
        found.append(
            Claim(
                id=span_id("claim", page.text.id, span.start, span.stop, "own"),
                passage=page.passage(*span),
                kind="indirect",
                hedges=hedges_within(page, span, language),
                own_voice=True,
                source_kind="organisation",
                confidence=0.5,
            )
        )
    return found


def _words_of(claims: Iterable[Claim]) -> Iterator[tuple[int, int]]:
    """Where what is said stands, with who says it, by which verb, to whom."""
    for c in claims:
        for p in (*(c.parts or (c.passage,)), c.cue, c.speaker, c.addressee):
            if p:
                yield p.start, p.stop


def _not_so(words: str, false: Sequence[tuple[int, int]], told: Sequence[Act]) -> bool:
    """Whether it says that an act was not, that something was not there, or how somebody is."""
    if false or any(act.denied for act in told) or _STATE.search(words):
        return True
    return bool((_DENIED.search(words) or _NOBODY.search(words)) and absent(words))


def _aside(words: str, language: str, said: Sequence[int], of_a_body: bool, told: Sequence[Act]) -> bool:
    """Whether it is no plain telling, or has a verb of saying; ``said``: where words end for what is called
    untrue."""
    for m in _ASIDE[language].finditer(words):
        if m.end() not in said and not (of_a_body and m[0].lower()[:3].strip() in _OUR):
            return True
    verbs = [m for m in lexicon(language).cue.finditer(words) if m.end() not in said]
    # "Continue to hold" is no verb of saying there.
    return bool(verbs) and not all(any(a.start <= m.start() < a.stop for a in told) for m in verbs)


def _may_be_his(page: Page, last: int, index: int) -> bool:
    """Whether the sentence before, of the same paragraph, ends with words of somebody: he may go on."""
    before = page.sentence_at(last - 1)
    return before == index - 1 and page.paragraph_of[before] == page.paragraph_of[index]


def _deed(words: str, language: str, told: Sequence[Act]) -> bool:
    """Whether an act of these words is told by a verb of the past, and not denied."""
    if _HIT[language].search(words) or _DONE[language].search(words):
        return _DENIED.search(_NOT_LET.sub("", words)) is None
    return any(
        act.kind in _DEEDS and act.denied is False and _told(words, act.start, act.stop, language)
        for act in told
    )


def _told(words: str, start: int, stop: int, language: str) -> bool:
    form = words[start:stop].lower()
    if language == "en":
        if _PASSIVE_EN.search(words, max(0, start - 32), start):
            return True
        before = words[max(0, start - 12) : start]
        if not _SUBJECT_EN.search(before) or _NO_SUBJECT_EN.search(before):
            return False
        return _ALONE_EN.match(form) is not None or (
            _DEED_EN.match(form) is not None and _OBJECT_EN.match(words, stop) is not None
        )
    verb = form.split()[0]
    if language == "ru":
        read = readings(verb, "ru")
        tag = str(read[0].tag) if read else ""
        return ("VERB" in tag and "past" in tag) or "PRTS" in tag
    if _NOUN_UK.match(verb):
        return False
    if _PART_UK.match(verb):
        return _WAS_UK.search(words, max(0, start - 24), start) is not None
    return _PAST_UK.match(verb) is not None and cases(verb, "uk").kind != "adjective"


def _names_something(
    page: Page, start: int, words: str, people: Sequence[tuple[int, int]], heads: Sequence[int]
) -> bool:
    """Whether a word inside the sentence has a capital of its own and is no person's name."""
    if _AT_A_PLACE.search(words):
        return True
    for match in _CAPITAL.finditer(words):
        at = start + match.start("word")
        i = bisect.bisect_right(heads, at) - 1
        if match["word"] not in PLAIN and not (i >= 0 and at < people[i][1]):
            return True
    return False


__all__ = ["own_deeds"]
