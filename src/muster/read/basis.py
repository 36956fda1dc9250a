"""On what a speaker's word rests, by rules a person can follow; else "unknown"."""

from __future__ import annotations

import re
from functools import lru_cache

from muster.read import basis_en
from muster.read.basis_slavic import (
    is_of_another,
    is_view,
    of_kin,
    remembers,
    speaks_as_one,
    states_law,
    tells_of_himself,
)
from muster.read.source_kind import kind_of
from muster.read.voices import Voice
from muster.text.cues import Lexicon
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.source_words import source_words

FIRST_PERSON = {
    "en": re.compile(r"\b(?:I|we|We|my|My|our|us|me|myself|I'm|I’m|We're|we're)\b"),
    "ru": re.compile(
        r"\b(?:я|мы|меня|мне|нас|нам|мой|моя|мои|моего|наш|наша|наши|нашей|нашего|мной|нами)\b", re.I
    ),
    "uk": re.compile(
        r"\b(?:я|ми|мене|мені|нас|нам|мій|моя|мої|мого|наш|наша|наші|нашої|нашого|мною|нами)\b", re.I
    ),
}
_CASELOAD = {
    "en": re.compile(
        r"\b(?:cases? (?:we|I|he|she|they) (?:have|has|had)|(?:we|I|he|she|they) (?:have|has|had"
        r"|'ve) (?:seen|received|dealt|handled|taken|advised)"
        r"|not aware of|unaware of|(?:he|she|I|we) (?:has|have|had) received|approached (?:me|us|him"
        r"|her)|contacted (?:me|us|him|her|them)"
        r"|my clients?|our clients?|his clients?|her clients?|based on what (?:we|I) have seen"
        r"|dealt with|turned to (?:us|me|him|her)"
        r"|offering advice|provided legal|in (?:my|our|his|her) practice|appealed to (?:us|me)"
        r"|calls? (?:us|me) every|(?:I|we|he|she|they) (?:advise|represent|defend|assist)s?"
        r"|in (?:my|our|his|her|their) (?:\w+['’]s )?(?:records|files|register|caseload|books|hotline)"
        r"|(?:reached|called|rang) our hotline|our hotline['’]s)\b", re.I),
    "ru": re.compile(
        r"(?:обрати(?:лись|лось|лся|лась)|обращаются|обращений|в моей практике|в нашей практике"
        r"|мне не ?известно|нам не ?известно|мои(?:х|ми|м)? (?:клиент|доверител)"
        r"|мой (?:клиент|доверител)|наши(?:х|ми)? (?:клиент|доверител)|мы ведём|мы ведем|я веду"
        r"|к нам приход|к нам поступ|ко мне|кого (?:я|мы) (?:вед|защища|консультиру|представля)"
        r"|в (?:его|её|ее|их|собственной|своей) (?:\w+ )?практике|подзащитн"
        r"|наш\w{2} (?:горяч\w{2,3} лини|картотек|реестр)"
        r"|на (?:нашу )?горячую линию)", re.I),
    "uk": re.compile(
        r"(?:зверну(?:лися|лись|лося|вся|лася)|звертаються|звернень|у моїй практиці|в нашій практиці"
        r"|мені не ?відомо|нам не ?відомо|мої(?:х|ми|м)? клієнт|мій клієнт"
        r"|наші(?:х|ми)? клієнт|ми ведемо|я веду|до нас приход|до нас надійшл|до мене"
        r"|кого (?:я|ми) (?:вед|захища|консульту|представля)"
        r"|у (?:його|її|їхній|власній|своїй) (?:\w+ )?практиці"
        r"|підзахисн|наш\w{1,2} (?:гаряч\w{1,3} ліні|картотек|реєстр)|на (?:нашу )?гарячу лінію)", re.I),
}  # fmt: skip
# "None of the 46 has …": whoever takes cases in speaks of a known number of them.
_OF_THEM = {
    "en": re.compile(r"\bof (?:the|my|our|his|her) \d[\d,]{0,9}\s(?:has|have|had|was|were|is|are|men|women"
        r"|people|clients)\b", re.I),
    "ru": re.compile(r"(?<!\w)из (?:\d+|моих|наших|его \d+|её \d+|тех, кого)(?!\w)", re.I),
    "uk": re.compile(r"(?<!\w)(?:із|з) (?:\d+|моїх|наших|його \d+|її \d+|тих, кого)(?!\w)", re.I),
}  # fmt: skip
_HEARSAY = {
    "en": re.compile(r"\b(?:I|he|she|we|they) (?:was|were|had been|have been|has been) told\b(?!\sto\b)"
        r"|\b(?:I|he|she|we|they)(?: have| has| had)? heard\b(?!\s(?:[\w-]+\s){0,3}?(?:shots?|shooting"
        r"|shelling|explosions?|blasts?|screams?|cries|crying|voices?|engines?|gunfire|firing|footsteps"
        r"|drones?|planes?|aircraft|helicopters?|singing|noises?|sounds?|bangs?|thuds?)\b"
        r"|\s(?:him|her|them|it|me|us|somebody|someone)\s)"
        r"|\brumou?rs?\b", re.I),
    "ru": re.compile(r"(?:мне|ему|ей|нам|им) (?:рас)?сказали|по слухам|я слышал|он слышал|она слышала"
        r"|говорят, что", re.I),
    "uk": re.compile(r"(?:мені|йому|їй|нам|їм) (?:роз)?(?:сказали|повіли|повідали)|за чутками|я чу(?:в"
        r"|ла)|він чув|вона чула|кажуть, що", re.I),
}  # fmt: skip
# "My son called": whoever tells it has it from him.
_OF_KIN = {
    "en": re.compile(
        r"\b[Mm]y\s(?:son|daughter|husband|wife|brother|father|grandson|nephew|boyfriend|partner)\b"
    ),
    "ru": re.compile(
        r"(?<!\w)[Мм](?:ой|оя|оего|оему|оим)\s(?:сын|муж|брат|от[ец]|внук|дочь|зят)\w{0,3}(?!\w)"
    ),
    "uk": re.compile(
        r"(?<!\w)[Мм](?:ій|оя|ого|оєму|оїм)\s(?:син|чоловік|брат|бать|онук|доньк|зят)\w{0,3}(?!\w)"
    ),
}
_SELF = {
    "en": re.compile(r"(?:that\s)?(?:he|she|his|her)\b", re.I),
    "ru": re.compile(r"(?:он|она|его|её|ее|сам|сама)\b", re.I),
    "uk": re.compile(r"(?:він|вона|його|її|сам|сама)\b", re.I),
}
# In the notes of an interview "he saw", "went through his hands": whoever tells it was there. "He does not
# know" is no knowledge.
_OF_SELF = {
    "en": re.compile(r"\A(?!.*\b(?:not|n['’]t) know).*\b(?:I|we|my|our|he|she|his|her|him)\b", re.I | re.S),
    "ru": re.compile(
        r"\A(?!.*не знает).*(?<!\w)(?:я|мы|мой|моя|наш|он|она|его|её|ему|ей)(?!\w)", re.I | re.S
    ),
    "uk": re.compile(
        r"\A(?!.*не знає).*(?<!\w)(?:я|ми|мій|моя|наш|він|вона|його|її|йому|їй)(?!\w)", re.I | re.S
    ),
}
_PRESENT = {
    "en": re.compile(
        r"\bwho\s(?:was|were|had\sbeen)\s(?:there|present|aboard|among|on|in|at|near)\b"
        r"|\bwho\s(?:saw|witnessed|watched|survived|took\spart|fought|served)\b|\b(?:eyewitness"
        r"|with\s(?:his|her)\sown\seyes)\b"
    ),
    "ru": re.compile(
        r"котор(?:ый|ая)\s(?:сам\w?\s)?(?:был|была|находил|видел|служил|воевал|выжил|участвовал)\w{0,3}"
        r"|очевид(?:ец|ица)"
        r"|своими\sглазами"
    ),
    "uk": re.compile(
        r"(?:який|яка)\s(?:сам\w?\s)?(?:був|була|перебува|бачи|служи|воюва|вижи)\w{0,3}|очевид(?:ець|иця)"
        r"|на\sвласні\sочі"
    ),
}


def was_present(frame: str, language: str) -> bool:
    """Whether the words around a claim say that its speaker was there: "according to X, who was on board"."""
    return _PRESENT[language].search(frame) is not None


EXPERT = listed(
    """analyst expert professor historian economist researcher scientist sociologist pollster journalist
    reporter editor diplomat envoy mediator negotiator observer author blogger
    журналист аналитик эксперт профессор историк экономист исследователь учёный ученый социолог редактор
    дипломат посредник переговорщик наблюдатель политолог блогер корреспондент
    журналіст аналітик експерт професор історик економіст дослідник вчений соціолог редактор дипломат
    посередник перемовник спостерігач політолог блогер кореспондент соціологиня експертка журналістка"""
)
# Bodies and offices of a side, by a word of their name or description.
_STATE = re.compile(
    r"\b(?:ministr(?:y|ies)|arm(?:y|ies)|police|security service|emergency service|general staff|pentagon"
    r"|kremlin|government"
    r"|prosecut\w*|military|headquarters|command|brigade|battalion|regiment|division|corps|navy|air ?force"
    r"|national guard"
    r"|border guard|coast guard|authorit(?:y|ies)|administration|rebels?|insurgents?|militia|junta"
    r"|delegation|side|president(?:ial)?"
    r"|presidency|cabinet|intelligence (?:service|agency|directorate)|military intelligence|armed forces"
    r"|(?:commander|commandant|quartermaster|governor|mayor|prefect|minister|general|colonel)['’]s\s(?:office|staff)"
    r"|forces|troops|garrison|occupation|officials?|alliance|counterpart)\b|\A\W*service\W*\Z"
    r"|министерств|минобороны|минздрав|\bмвд\b|\bмид\b|\bмчс\b|\bфсб\b|\bгур\b|\bсбу\b|\bвсу\b|\bвс рф\b"
    r"|генштаб|\bштаб|полици|прокуратур"
    r"|правительств|росгварди|следств|следственн|кремл|командован|группировк|бригад|батальон|\bполк|дивизи"
    r"|гарнизон|военкомат"
    r"|администраци|\bвласт|\bарми|войск|\bсторон|сопротивлен|делегаци|уполномоченн|оккупац|гвард|\bфлот"
    r"|разведк"
    r"|міністерств|міноборони|\bмвс\b|\bмзс\b|\bдснс\b|\bзсу\b|\bтцк\b|\bова\b|\bмва\b|поліці|\bуряд"
    r"|командуванн|угрупованн|батальйон"
    r"|дивізі|гарнізон|військкомат|адміністраці|\bвлад|\bармі|військ|сторон|делегаці|слідств|прокурат"
    r"|повітрян\w+ сил|розвідк|координаційн"
    r"|\bуправ[аыеу]\b"
    r"|\bглав[аыуе] \w{0,20} ?(?:район|област|город|республик|округ|посёлк|поселк|муниципал)"
    r"|\bсуд(?:ья|ьи|ье|ью)?\b|\bголов[аиоуі]\w{0,2} \w{0,20} ?(?:район|област|міст|округ|військов)"
    r"|міськ\w+ голов|\bсудд[яіею]|\bочільни\w+",
    re.I,
)
# Somebody who speaks for a body: of a side only where the body is one.
_SPEAKS_FOR = listed(
    """spokesman spokeswoman spokesperson president chief head director chair representative official source
    речник речниця спікер спікерка представник представниця директор голова керівник джерело
    пресс-секретарь пресс-служба пресслужба пресофіцер
    представитель представительница директор руководитель глава председатель источник
    спикер"""
)
_OUTSIDE = listed(
    """founder co-founder editor analyst professor lawyer activist advocate volunteer основатель
    основательница редактор аналитик профессор адвокат юрист
    правозащитник активист волонтёр засновник засновниця редактор
    редакторка аналітик професор адвокат адвокатка юрист юристка правозахисник активіст активістка волонтер"""
)
_FORMER = re.compile(r"(?<!\w)(?:former|ex|retired|late|бывш\w+|экс|колишн\w+|екс)(?!\w)", re.I)
_HELPS = re.compile(
    r"rights|watch|lawyers?|legal aid|refugee|shelter|hotline|hot line|helpline|clinic|committee of"
    r"|mothers|relief|humanitarian|red cross"
    r"|amnesty|care|solidarity|initiative|charity|volunteer|asylum|memorial|victims"
    r"|правозащит|помощ|горяч\w+ лини|приют|убежищ|красн\w+ крест|комитет\w* \w*матер|солдатских матерей"
    r"|беженц|волонт|защит[аы]\b|мемориал|инициатив"
    r"|правозахис|допомог|гаряч\w+ ліні|притул|червон\w+ хрест|біженц|ініціатив|захист\b",
    re.I,
)
# "I have …": of his own deed an officer speaks as himself.
_ONE = {
    "en": re.compile(r"\b(?:I|me|my|myself)\b"),
    "ru": re.compile(r"(?<!\w)(?:я|меня|мне|мной|мой|моя|моё|моего|моей)(?!\w)", re.I),
    "uk": re.compile(r"(?<!\w)(?:я|мене|мені|мною|мій|моя|моє|мого|моєї)(?!\w)", re.I),
}
# "He said they had eaten nothing": what one was told by somebody who was there.
_TOLD_HIM = {
    "en": re.compile(
        r"\A[\W_]{0,3}(?:(?:he|she|they)|(?:my|our|her|his)\s\w+)\s(?:has\s|had\s)?(?:said|told|tells|says"
        r"|wrote|writes|called|phoned|texted)\b"
        r"|\b(?:he|she|they|son|husband|brother|daughter|wife)\s(?:told|wrote\sto|called|phoned|texted"
        r"|rang)\s(?:me|us|her|him)\b",
        re.I,
    ),
    "ru": re.compile(
        r"\A[\W_]{0,3}(?:он|она|они|сын|муж|брат|дочь|жена)\s(?:мне\s|нам\s)?(?:сказал|говорил|рассказ"
        r"|писал|написал|звонил|позвонил|передал|говорит)\w{0,4}"
        r"|(?:он|она|сын|муж|брат|дочь|жена)\s(?:мне|нам)\s(?:сказал|говорил|рассказ|писал|написал"
        r"|звонил)\w{0,4}|со\sслов\s(?:сына|мужа|брата|дочери|жены)",
        re.I,
    ),
    "uk": re.compile(
        r"\A[\W_]{0,3}(?:він|вона|вони|син|чоловік|брат|донька|дружина)\s(?:мені\s|нам\s)?(?:сказа|говори"
        r"|розпові|писа|написа|дзвони|подзвони|переда|каже)\w{0,4}"
        r"|(?:він|вона|син|чоловік|брат|донька|дружина)\s(?:мені|нам)\s(?:сказа|говори|розпові|писа|написа"
        r"|дзвони)\w{0,4}|зі\sслів\s(?:сина|чоловіка|брата|доньки|дружини)",
        re.I,
    ),
}
_HIMSELF = re.compile(r"\b(?:I|we|my|our)\b|(?<!\w)(?:я|мы|мой|моя|наш|ми|мій|наша|моє|моё)(?!\w)", re.I)
_TOLD = re.compile(r"(?:\w+\s){0,3}(?:told|informed|assured|promised)\b", re.I)
# Of an agentless verb: what people say, with nobody to be asked.
_THEY_SAY = {
    "en": re.compile(
        r"\b(?:said|rumou?red|thought|believed|whispered|supposed|alleged)\b|\brumou?rs?\b", re.I
    ),
    "ru": re.compile(r"говорят|поговарива|ходят|ходил|слух|пишут|шепч|судача|якобы", re.I),
    "uk": re.compile(r"кажуть|подейку|ходять|ходил|чутк|пишуть|шепоч|гомон|нібито", re.I),
}
_RUMOUR = {
    "en": re.compile(r"\b(?:rumou?r(?:s|ed)?|gossip|grapevine|hearsay|word\shas\sit)\b", re.I),
    "ru": re.compile(
        r"по\sслухам|(?:ходят|ходили)\sслухи|слухи\s(?:о|об|что)|говорят,\sчто|поговаривают|сарафанн", re.I
    ),
    "uk": re.compile(r"за\sчутками|(?:ходять|ходили)\sчутки|чутки\s(?:про|що)|кажуть,\sщо|подейкують", re.I),
}


_AN_ANSWER = 20  # characters: «Что привыкну» tells nothing


def basis_of(
    words: str, quoted: bool, voice: Voice, verb: str, received: bool, related: bool, lexicon: Lexicon,
    *, present: bool = False, around: str = "", nobody: bool = False, called: str = "", cue: str = "",
    nested: bool = False, answer: bool = False,
) -> str:  # fmt: skip
    """One of the BASES. ``related``: the text calls the speaker somebody's relative; ``present``: it says
    that the speaker was there; ``around``: the words of the frame; ``nobody``: the verb has no agent;
    ``called``: what the frame calls the speaker; ``cue``: its verb; ``nested``: in somebody else's words;
    ``answer``: a whole answer in an interview."""
    language = lexicon.language
    if voice.kind == "document" or _speaks_from_paper(voice, called, language):
        return "document"
    if _RUMOUR[language].search(around) or (nobody and _THEY_SAY[language].search(around + cue)):
        return "hearsay"
    # Of a whole answer in the first person one thing heard makes no hearsay.
    lived = quoted and words.count(". ") >= 2 and _ONE[language].search(words) is not None
    english = language == "en"
    own = basis_en.own_words(voice, called) if english else set(voice.words) | set(_before_body(called))
    # What lawyers have heard they have heard from those whom they help.
    lived = lived or (english and bool(own & lexicon.caseload))
    if verb == "hear" and nested and _TOLD.match(cue):
        return "unknown"  # "I was told": by whom, nobody says
    if verb == "hear" or (not lived and _HEARSAY[language].search(words)):
        return "hearsay"
    if nobody or received:
        return "unknown"
    role = {lemma(w, language) if language != "en" else w for w in own} | own
    if english:
        role |= {w[:-1] for w in role if len(w) > 4 and w.endswith("s") and not w.endswith("ss")}
    if _of_a_side(voice, role, lexicon, called if english else ""):
        single = voice.kind in ("named", "anonymous", "call-sign")
        alone = bool(quoted and single and _ONE[language].search(words))
        if english and single and not quoted:
            alone = basis_en.of_himself(words, voice, cue)
        return "first-hand" if alone else "party"
    if role & lexicon.caseload and (basis_en.states_law(words) if english else states_law(words, language)):
        return "unknown"
    only_thought = language != "en" and verb == "intend" and not quoted
    if _takes_cases(voice, role, lexicon, words) and not (only_thought and not _own_cases(words, language)):
        return "own-caseload"
    counts = voice.speaker.organisation and cue in basis_en.COUNTING
    if english and (counts or basis_en.takes_in(role, words)):
        return "own-caseload"
    if english and basis_en.orders(role, cue, words, f"{called} {voice.speaker.role or ''}"):
        return "party"
    if english and basis_en.is_at_the_table(role, words):
        return "first-hand"
    if voice.kind in ("organisation", "document") or role & (EXPERT | lexicon.caseload):
        return "unknown"
    if language != "en" and not quoted and verb in ("say", "write") and _his_own(words, voice, cue, language):
        return "first-hand"
    if verb in ("think", "intend", "urge", "judge", "ask") and not quoted:
        return "unknown"
    # "The Committee of Mothers" is nobody's mother.
    if english:
        lived, office = _lived(words, voice, role, lexicon, present=present)
        return basis_en.of_a_person(
            words, quoted, voice, role, lexicon, verb=verb, cue=cue.lower(),
            called=called, related=related, lived=lived, office=office,
        )  # fmt: skip
    if quoted and _TOLD_HIM[language].search(words) and not _HIMSELF.search(words):
        return "second-hand"
    if role & lexicon.relative or related or voice.kin:
        return of_kin(words, quoted, voice.gender, language)
    if quoted and is_view(words, language):
        return "unknown"
    if voice.teller:
        return "first-hand" if quoted or _OF_SELF[language].search(words) else "unknown"
    told = answer and len(words) >= _AN_ANSWER and not voice.speaker.organisation
    if told and not _lived(words, voice, role, lexicon, present=False)[1]:
        return "first-hand"  # whoever is asked and holds no office tells what he knows himself
    return _of_a_person(words, quoted, voice, role, lexicon, present=present)


def _speaks_from_paper(voice: Voice, called: str, language: str) -> bool:
    """Whether whoever speaks is a paper by the noun that stands there, or by the one a pronoun was led to."""
    name = voice.speaker.name
    if name is None and _is_paper(called, language):
        return True
    described = name or voice.speaker.role or ""
    return language == "en" and described[:1].islower() and _is_paper(described, language)


@lru_cache(maxsize=1 << 12)
def _is_paper(called: str, language: str) -> bool:
    return bool(called) and kind_of(called, language) == "document"


def _of_a_person(
    words: str, quoted: bool, voice: Voice, role: set[str], lexicon: Lexicon, *, present: bool
) -> str:
    """Whoever is nothing but himself tells what he lived through, if a name or his words show it."""
    language = lexicon.language
    if quoted and _OF_KIN[language].search(words):
        return "second-hand"
    if quoted and (FIRST_PERSON[language].search(words) or speaks_as_one(words, voice.gender, language)):
        return "first-hand"
    alone = quoted and voice.kind in ("named", "anonymous", "call-sign") and voice.gender in ("m", "f")
    if alone and tells_of_himself(words, voice.gender, language):
        return "first-hand"  # «Сто четыре перевёз»
    if voice.speaker.organisation:
        return "unknown"
    lived, office = _lived(words, voice, role, lexicon, present=present)
    # Of himself, or at least with himself in it: what a named man tells of others he may have from anybody.
    own = voice.speaker.protected or _OF_SELF[language].search(words) is not None
    own = own and (voice.speaker.protected or not is_of_another(words, voice.gender))
    if lived or (own and not office and (voice.speaker.name or voice.kind == "group")):
        return "first-hand"
    return "unknown"


def _lived(words: str, voice: Voice, role: set[str], lexicon: Lexicon, *, present: bool) -> tuple[bool, bool]:
    """Whether somebody is a witness by trade or by what the text says of him; whether he holds an office."""
    language = lexicon.language
    if language == "en":
        himself = basis_en.speaks_of_self(words, voice.gender)
        trade = bool(role & (lexicon.witness | basis_en.TRADES))
    else:
        himself = _SELF[language].match(words) is not None and not is_of_another(words, voice.gender)
        trade = bool(role & lexicon.witness)
    lived = trade or present or himself
    nobody = lexicon.witness | lexicon.female | lexicon.male | source_words(language).stand_ins
    return lived, bool(role & (lexicon.roles - nobody))


def _before_body(called: str) -> list[str]:
    """The words that say what somebody is, up to the preposition behind which his body or town stands."""
    return _WORD.findall(_SERVES.split(called, maxsplit=1)[0].lower()) if called else []


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SERVES = re.compile(
    r"\s(?:of|for|at|in|with|from|who|whose|close|near|inside|в|во|у|із|из|з|который|которая|який|яка|що)\s"
)


@lru_cache(maxsize=1 << 12)
def _is_state(whole: str) -> bool:
    return _STATE.search(whole) is not None


@lru_cache(maxsize=1 << 12)
def _helps(whole: str) -> bool:
    return _HELPS.search(whole) is not None


def _of_a_side(voice: Voice, role: set[str], lexicon: Lexicon, called: str = "") -> bool:
    """A ministry, a headquarters, a commander, an official; whoever was one is none."""
    speaker = voice.speaker
    named = speaker.name or "" if voice.kind in ("organisation", "group") else ""
    named = "" if voice.kind == "group" and _SOME_OF_THEM.match(named) else named
    if called:
        return _of_a_side_en(voice, role, lexicon, called)
    whole = f"{speaker.role or ''} {speaker.organisation or ''} {named}"
    if _FORMER.search(whole) or role & _OUTSIDE:
        return False
    state = _is_state(whole)
    if role & _SPEAKS_FOR and (speaker.organisation or _OF_BODY.search(speaker.role or "")):
        return state
    return state or bool(role & lexicon.party and not role & EXPERT)


# «Двоє військових розповіли» speak for themselves.
_SOME_OF_THEM = re.compile(
    r"(?:двое|трое|четверо|пятеро|несколько|оба|обе|двоє|троє|п.ятеро|кілька|обидва|обидві)(?!\w)", re.I
)


def _of_a_side_en(voice: Voice, role: set[str], lexicon: Lexicon, called: str) -> bool:
    """The same in English, where words beside the name count too: "X, president of the relief mission"."""
    speaker = voice.speaker
    whole = f"{speaker.role or ''} {called}"
    if basis_en.PROSECUTES.search(whole):
        return True
    if _FORMER.search(f"{whole} {speaker.organisation or ''}") or role & _OUTSIDE:
        return False
    nobody = lexicon.witness | lexicon.relative | basis_en.TRADES
    head = basis_en.head_words(called) | basis_en.head_words(speaker.role or "")
    if head & nobody and not head & (lexicon.party | basis_en.OF_A_SIDE):
        return False  # "relatives of men of the 9th Brigade", "a witness for the prosecution"
    if voice.kind == "group":
        return bool(role & (lexicon.party | basis_en.OF_A_SIDE)) or _is_state(" ".join(sorted(head)))
    named = speaker.name or "" if voice.kind == "organisation" else ""
    body = speaker.organisation or ""
    if role & _SPEAKS_FOR and (body or _OF_BODY.search(whole)):
        if _PRESIDES.search(whole):
            return _is_state(f"{_PRESIDES.sub(' ', whole)} {named}")
        return _is_state(f"{whole} {body} {named}")
    if _is_state(f"{speaker.role or ''} {body} {named}") or basis_en.heads_a_side(called):
        return True
    if basis_en.DEPUTY.match(called):
        return True
    return bool(role & (lexicon.party | basis_en.OF_A_SIDE) and not role & EXPERT)


# Who presides over one of these heads no state.
_PRESIDES = re.compile(
    r"\bpresident\s(?:of|at)\s(?=[^,]{0,60}?\b(?:mission|union|association|club|society|company|foundation|league|federation"
    r"|institute|college|university|bank|charity|firm|chamber|hospital|relief|aid|fund)\b)", re.I
)  # fmt: skip
_OF_BODY = re.compile(r"\s(?:of|for)\s|(?<=[а-яіїєґё])\s(?=[а-яА-Яіїєґ])")


def _his_own(words: str, voice: Voice, cue: str, language: str) -> bool:
    """Whether a person tells of himself in reported speech, where no pronoun need say so."""
    return voice.kind != "group" and (remembers(cue) or tells_of_himself(words, voice.gender, language))


def _own_cases(words: str, language: str) -> bool:
    return bool(_CASELOAD[language].search(words) or _OF_THEM[language].search(words))


def _takes_cases(voice: Voice, role: set[str], lexicon: Lexicon, words: str) -> bool:
    """A lawyer, a hotline, a rights group: they speak of those who turned to them."""
    language = lexicon.language
    speaker = voice.speaker
    own = _own_cases(words, language)
    own = own or (language == "en" and basis_en.OWN_COUNT.search(words) is not None)
    whole = f"{speaker.role or ''} {speaker.organisation or ''} {speaker.name or ''}"
    helps = bool(role & lexicon.caseload) or _helps(whole)
    if voice.kind == "organisation" or (voice.kind == "group" and not role & lexicon.caseload):
        return bool(own) and (helps or speaker.organisation is not None)
    return helps or bool(own and speaker.organisation)


__all__ = ["EXPERT", "FIRST_PERSON", "basis_of", "was_present"]
