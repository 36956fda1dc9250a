"""How a Russian or Ukrainian clause shows its speaker: by a pronoun, by a verb's ending, or by a past
verb that
agrees with him and has no subject («рассказала, что узнала сына»): both languages drop the pronoun."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import Final

from muster.read.basis.answers import Place
from muster.read.basis.unseen_slavic import commands, is_ignorant, told_him
from muster.text.cases import cases
from muster.text.lemmas import lemma, readings
from muster.text.listed import listed
from muster.text.sources.cues import lexicon
from muster.text.sources.words import source_words


def both(russian: str, ukrainian: str) -> dict[str, re.Pattern[str]]:
    return {
        "ru": re.compile(rf"(?<!\w)(?:{russian})(?!\w)", re.I),
        "uk": re.compile(rf"(?<!\w)(?:{ukrainian})(?!\w)", re.I),
    }


_I: Final = both(
    r"я|меня|мне|мной|мной|мой|моя|моё|мое|мои|моего|моей|моему|моих|моим|мою",
    r"я|мене|мені|мною|мій|моя|моє|мої|мого|моєї|моєму|моїх|моїм|мою",
)
_WE: Final = both(
    r"мы|нас|нам|нами|наш|наша|наше|наши|нашего|нашей|нашему|наших|нашим|нашу",
    r"ми|нас|нам|нами|наш|наша|наше|наші|нашого|нашої|нашому|наших|нашим|нашу",
)
# «Сижу», «їдемо»: the first person where no pronoun stands.
_VERB_I: Final = both(
    r"\w{2,12}(?:[ая]ю|ую)(?:сь)?|вижу|иду|могу|сижу|стою|лежу|сплю|люблю|пишу|живу|еду|беру|вожу"
    r"|хожу|жду|помню|слышу|держу|имею"
    r"|служу|кричу",
    r"\w{2,12}(?:[ая]ю|ую|юю)(?:ся|сь)?|бачу|йду|іду|можу|сиджу|стою|лежу|сплю|люблю|пишу|роблю"
    r"|живу|їду|беру|воджу|ходжу|вожу"
    r"|служу|кричу|пам['’ʼ]ятаю",
)
_VERB_WE: Final = both(
    r"\w{1,10}(?:жив|вид|дела|ед|ид|жд|бер|вез|нес|работа|служ|сид|сто|леж|помн|слыш|ходи|воз|корм"
    r"|да|держ|стави)(?:ем|ём|им)",
    r"(?!окремо|нестерпимо)\w{2,14}(?:[еєиї]мо)(?:ся|сь)?",
)
# Thoughts, wishes, promises, ignorance: nothing that was seen.
_MIND: Final = both(
    r"думаю|думаем|говорила?|заявляла?|считаю|считаем|полагаю|полагаем|верю|верим|надеюсь|надеемся"
    r"|боюсь|боимся|хочу|хотим|хотел\w?|хотелось|скажу|скажем|говорю|говорим|повторяю"
    r"|прошу|просим|обещаю|обещаем|буду|будем|сомневаюсь|известно|уверен\w?|убежд[её]н\w?|знаю|знаем|понимаю"
    r"|понимаем|прошу|желаю|требую|требуем|призываем|предлагаю"
    r"|согласен|согласна|подумал\w?|решил\w?|отвечаю|спрошу|сказала?|ответила?|спросила?|думала?"
    r"|намерен\w?|собираюсь|позвольте|предпочту",
    r"думаю|думаємо|говори(?:в|ла)|заявля(?:в|ла)|вважаю|вважаємо|гадаю|вірю|віримо|сподіваюс[яь]"
    r"|сподіваємос[яь]|боюс[яь]|боїмося|хочу|хочемо|хотів|хотіла|хотілося|скажу|скажемо|кажу"
    r"|повторюю|прошу|просимо|обіцяю|обіцяємо|буду|будемо|сумніваюс[яь]|відомо|певен|певна|впевнен\w{1,2}"
    r"|переконан\w{1,2}|знаю|знаємо|розумію|розуміємо|бажаю"
    r"|вимагаю|вимагаємо|закликаємо|пропоную|згоден|згодна|подума(?:в|ла)|виріши(?:в|ла)|відповідаю"
    r"|спитаю|сказа(?:в|ла)|відпові(?:в|ла)|спита(?:в|ла)|дума(?:в|ла)"
    r"|збираюс[яь]|дозвольте",
)
_VIEW: Final = both(
    r"наверное|наверно|может\sбыть|может|пожалуй|видимо|похоже|пусть|если|бы|должн\w{1,2}|надо"
    r"|нужно|нельзя|следует|будет|будут|\w{3,14}(?:йте|ите)(?:с[ья])?|давай(?:те)?"
    r"|спасибо|здравствуйте",
    r"є\s(?:\w+(?:им|ім|ою)\s)?\w{2,}(?:им|ою|ею|єю|ом|ем|єм)|"
    r"мабуть|може|можливо|певно|напевно|либонь|схоже|нехай|хай|якщо|якби|би|б|мусить|треба|потрібно"
    r"|не\sможна|слід|буде|будуть|(?!навіть)\w{3,14}(?:йте|іть)(?:с[ья])?"
    r"|дякую|добрий\sдень",
)
_WOULD: Final = both("бы|если", "би|б|якби|якщо")
# What somebody said: with somebody for its subject, or nobody.
_SAID: Final = both(
    r"(?:рас|под)?сказала?|говорила?|говорит|рассказывала?|рассказывает|передала?|писала?|написала?"
    r"|пишет|звонила?|позвонила?|утверждает|уверяет|клянётся|клянется"
    r"|обещала?|хвастала?(?:ся|сь)?|считает|думает|знает|просила?|со\sслов|по\sего\sсловам"
    r"|по\sеё\sсловам|(?:знаю|узнала?|слышала?)\s(?:\w+\s)?от",
    r"(?:роз|під)?каза(?:в|ла)|сказа(?:в|ла)|розпові(?:в|ла)|розповіда(?:в|ла|є)|каже|говори(?:в|ла"
    r"|ть)|переда(?:в|ла)|писа(?:в|ла)|написа(?:в|ла)|пише|дзвони(?:в|ла)|подзвони(?:в|ла)"
    r"|твердить|запевняє|присяга(?:в|ла)(?:ся|сь)|обіця(?:в|ла)|хвали(?:в|ла)(?:ся|сь)|вважає|думає"
    r"|знає|проси(?:в|ла)|зі\sслів|за\s(?:його|її)\sсловами"
    r"|(?:знаю|дізна(?:вся|лася)|чу(?:в|ла))\s(?:\w+\s)?від",
)
_SAID_BY_ANY: Final = both(
    r"говорят|говорили|рассказывают|рассказывали|поговаривают|пишут|ходят\sслухи|по\sслухам|(?:мне"
    r"|нам|ему|ей|им)\s(?:\w+\s)?(?:рас)?(?:сказали|говорили|передавали|передали"
    r"|сообщили)|(?:я|он|она|мы)?\s?слышала?и?(?!\s(?:выстрел|взрыв|крик|голос|шум|стрельб|звук|как)\w*)",
    r"кажуть|казали|розповідають|подейкують|гомонять|пишуть|ходять\sчутки|за\sчутками|(?:мені|нам"
    r"|йому|їй|їм)\s(?:\w+\s)?(?:роз)?(?:сказали|казали|говорили|переказали|передали"
    r"|повідомили|повідали)|(?:я|він|вона|ми)?\s?чу(?:в|ла|ли)(?!\s(?:постріл|вибух|крик|голос|шум"
    r"|стрілян|звук|як)\w*)",
)
# Orders, threats, offers to the speaker are his own experience.
_TO_ME: Final = both(
    r"(?:мне|нам|меня|нас|я|мы)\s(?:\w+\s){0,2}?(?:вел\w+|прика\w+|предл\w+|пригроз\w+|угрож\w+"
    r"|обещал\w*|отказа\w+|посовет\w+|совет\w+|запре\w+|застав\w+"
    r"|разреш\w+|не\sпуст\w+)|(?:вел\w+|прика\w+|предл\w+|пригроз\w+|угрож\w+|обещал\w*|отказа\w+"
    r"|посовет\w+|запре\w+)\s(?:мне|нам)",
    r"(?:мені|нам|мене|нас|я|ми)\s(?:\w+\s){0,2}?(?:звел\w+|вел\w+|нака\w+|пропону\w+|погрож\w+"
    r"|обіця\w+|відмов\w+|порад\w+|рад\w+|заборон\w+|зму\w+"
    r"|дозвол\w+|не\sпуст\w+)|(?:звел\w+|вел\w+|нака\w+|пропону\w+|погрож\w+|обіця\w+|відмов\w+"
    r"|порад\w+|заборон\w+)\s(?:мені|нам)",
)
# What nobody told him, and whom he spoke with, he lived through.
_SAID_TO_NOBODY: Final = both(
    r"(?:мне|нам)\s(?:так\s)?(?:никто|ничего)\s(?:\w+\s){0,2}не\s(?:говор|сказа|сообщ|объясн|ответи|звони)\w+"
    r"|никто\s(?:мне|нам)\s(?:\w+\s){0,2}не\s(?:говор|сказа|сообщ|объясн|ответи|звони)\w+",
    r"(?:мені|нам)\s(?:так\s)?(?:ніхто|нічого)\s(?:\w+\s){0,2}не\s(?:каз|каж|говор|сказа|повідом|поясн|відпові|дзвони)\w+"
    r"|ніхто\s(?:мені|нам)\s(?:\w+\s){0,2}не\s(?:каз|каж|говор|сказа|повідом|поясн|відпові|дзвони)\w+",
)
_SPOKE_WITH: Final = both(
    r"(?:я|мы)\s(?:\w+\s){0,2}?(?:говорил|разговаривал|поговорил|созванивал|переписывал|общал)\w*\s(?:\w+\s){0,2}?(?:с|со)",
    r"(?:я|ми)\s(?:\w+\s){0,2}?(?:говори(?:в|ла|ли)|розмовля\w+|поговори\w+|зідзвон\w+|листува\w+|спілкува\w+)\s(?:\w+\s){0,2}?(?:з|із|зі)",
)
_UNSEEN: Final = both(
    r"(?:сам|сама)\s(?:\w+\s)?не\s(?:видел|был|слышал)\w?|я\sтам\sне\s(?:был|видел)\w?",
    r"(?:сам|сама)\s(?:\w+\s)?не\s(?:бачи|бу|чу)(?:в|ла)|мене\sтам\sне\sбуло",
)


@lru_cache(maxsize=1 << 12)
def lived_slavic(clause: str, gender: str, language: str) -> str:
    """What one clause of quoted words is: ``I``, ``we`` (lived), ``heard``, ``rumoured``, ``view``, or ""."""
    if _UNSEEN[language].search(clause):
        return "heard"
    if _TO_ME[language].search(clause):
        return "I"
    if _SAID_TO_NOBODY[language].search(clause) or _SPOKE_WITH[language].search(clause):
        return "I"
    if _SAID_BY_ANY[language].search(clause):
        return "rumoured"
    if _SAID[language].search(clause):
        return "heard"
    if commands(clause, language):
        return "view"
    mind = _MIND[language].search(clause) is not None or _WOULD[language].search(clause) is not None
    if _I[language].search(clause):
        return "view" if mind or _will(clause, language) else "I"
    if _WE[language].search(clause):
        return "view" if mind or _will(clause, language) else "we"
    if mind:
        return "view"
    if _says_i(clause, language) or _own_past(clause, gender, language):
        return "I"
    return "we" if _VERB_WE[language].search(clause) else ""


def _will(clause: str, language: str) -> bool:
    """«Мы потеряем учёных», «Я вернусь»: what one will do or undergo, and nothing that was."""
    if language == "uk" or _LIKE_WILL.search(clause) is None:
        return False  # without a dictionary «втратимо» and «виходимо» look alike
    tags = [r.tag for m in _VERB_LIKE.finditer(clause) for r in readings(m.group().lower(), language)[:1]]
    return any("futr" in t and "1per" in t for t in tags) and not any("past" in t for t in tags)


_LIKE_WILL: Final = re.compile(r"(?<!\w)\w{2,}(?:[еёи]м(?:ся)?|[ую](?:сь)?)(?!\w)")
_VERB_LIKE: Final = re.compile(r"(?<!\w)\w{2,}(?:[еёи]м(?:ся)?|[ую](?:сь)?|л[аои]?(?:сь|ся)?)(?!\w)")


def _says_i(clause: str, language: str) -> bool:
    """Whether a verb stands in the first person; «другую колонию» has none."""
    found = (m.group() for m in _VERB_I[language].finditer(clause))
    return any(language != "ru" or any("VERB" in r.tag for r in readings(w.lower(), "ru")[:1]) for w in found)


def view_slavic(clause: str, language: str) -> bool:
    """Whether a clause without its speaker gives a view, a wish or a call."""
    return _VIEW[language].search(clause) is not None


# Without a dictionary a Ukrainian verb of what is and of what will be look alike.
_MAY_COME_UK: Final = re.compile(
    r"(?<!\w)\w{2,14}(?:уть|ють|ать|ять|ить|їть|еться|ється|иться|їться|уться|ються|яться|аться|тиме|тимуть|не)(?!\w)"
)
_LATER: Final = re.compile(
    r"(?<!\w)(?:завтра|скоро|незабаром|невдовзі|послезавтра|післязавтра|кажется|здається|якобы|нібито)(?!\w)",
    re.I,
)


@lru_cache(maxsize=1 << 12)
def is_to_come(words: str, language: str) -> bool:
    """Whether reported words without a past verb may tell of what is still to come, or of what only seems."""
    if _LATER.search(words):
        return True
    if language == "uk":
        return _MAY_COME_UK.search(words) is not None
    return any(
        "futr" in r.tag for w in _WORD.findall(words.lower())[:_MANY] for r in readings(w, language)[:1]
    )


def is_later(words: str) -> bool:
    """Whether a word says that it is still to come, or only seems so."""
    return _LATER.search(words) is not None


# Without a dictionary: of these endings hardly any verb is of what will be.
_GOES_ON_UK: Final = re.compile(
    r"(?<!\w)\w{2,14}(?:[ую]є|[ую]ють|[ую]ється|[ую]ються|ається|аються)(?!\w)"
    r"|(?<!\w)(?:тече|капає|болить|смердить|гримить|стріляє|стріляють|беруть|везуть|несуть|їдуть|йдуть|ідуть|живуть|сидять|лежать|ходять"
    r"|їздять|возять|носять|бояться|боїться|літають|летять|б'ють|сплять|кричать|чекають|мерзнуть|горять|приходять|приїздять"
    r"|чути|видно)(?!\w)"
)


@lru_cache(maxsize=1 << 12)
def goes_on(words: str, language: str) -> bool:
    """Whether Slavic words tell in the present of what goes on: «половина просится домой»."""
    if language == "uk":
        goes = _GOES_ON_UK.search(words) is not None and _LATER.search(words) is None
        return goes and _SAID[language].search(words) is None
    if language != "ru" or is_to_come(words, language) or _SAID[language].search(words):
        return False
    likeliest = (readings(w, language)[:1] for w in _WORD.findall(words.lower())[:_MANY])
    return any("VERB" in r.tag and "pres" in r.tag for found in likeliest for r in found)


@lru_cache(maxsize=1 << 12)
def is_so_uk(words: str) -> bool:
    """Whether few Ukrainian words say how something is, without a verb: «вулиця порожня»."""
    if words.count(" ") > _SHORT or is_to_come(words, "uk") or _LIKE_VERB_UK.search(words):
        return False
    return _STATE_UK.search(words) is not None


_SHORT: Final = 6
_LIKE_VERB_UK: Final = re.compile(r"(?<!\w)\w{2,14}(?:ти|тися|тись|мо|еш|иш|їш)(?!\w)")
_STATE_UK: Final = re.compile(
    r"(?:порожн|повн|брудн|темн|холодн|розбит|зруйнован|пошкоджен|закрит|відкрит|зачинен|відчинен|замкнен|вибит|спален|сух"
    r"|мокр|гаряч|тепл|чист|тих|перекрит|затоплен|завален|заблокован|знищен|понищен|забит|цілий|ціл)"
    r"(?:ий|ій|а|я|е|є|і|о)(?!\w)"
)


# What people do together, or live through: «жили в підвалі», «їхали дві доби».
_TOGETHER: Final = {
    "uk": re.compile(
        r"(?<!\w)(?:(?:при|ви|до|пере|по|за|від|з|об|про)?(?:їхали|йшли|бігли|жили|сиділи|лежали|спали|стояли|чекали|тікали|ховалися|ховались"
        r"|їздили|ходили|летіли|плакали|мерзли|ночували|зимували|молилися|молились)|ішли|втекли|вибігли|вискочили|прокинулися"
        r"|прокинулись|повернулися|повернулись|добиралися|добирались|вибиралися|вибирались|вирвалися|виїжджали"
        r"|евакуювалися|евакуювались|рятувалися|рятувались)(?!\w)"
    ),
    "ru": re.compile(
        r"(?<!\w)(?:(?:при|вы|до|пере|по|за|от|у|с|об|про)?(?:ехали|шли|бежали|жили|сидели|лежали|спали|стояли|ждали|прятались|ездили"
        r"|ходили|летели|плакали|м[её]рзли|ночевали|зимовали|молились|молилися)|проснулись|вернулись|добирались|выбирались|вырвались"
        r"|выезжали|эвакуировались|спасались|выскочили|выбежали)(?!\w)"
    ),
}
_BEFORE_IT: Final = 5  # words


@lru_cache(maxsize=1 << 12)
def together(words: str, language: str) -> Place | None:
    """Where reported words open with what several did and nobody else is named for it: «їхали дві доби»."""
    found = _TOGETHER[language].search(words[:80])
    if found is None:
        return None
    before = _WORD.findall(words[: found.start()])
    behind = _WORD.findall(words[found.end() : found.end() + 40])[:2]
    if len(before) > _BEFORE_IT or _THEY.search(words[: found.end() + 40]):
        return None
    other = any(w[:1].isupper() or _is_somebody(w, language) for w in (*before, *behind))
    return None if other else found.span()


_THEY: Final = re.compile(
    r"(?<!\w)(?:вони|они|які|котор\w+|хто|кто|всі|усі|все|багато|много|діти|дети)(?!\w)", re.I
)


def _is_somebody(word: str, language: str) -> bool:
    known, low = source_words(language), word.lower()
    listed_ = low in lexicon(language).plural or {low, lemma(low, language)} & (known.people | known.bodies)
    return bool(listed_) or cases(low, language).animate


_MANY: Final = 40  # words of one claim that are looked up
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
_PAST: Final = {
    "ru": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:сь)?)|(?P<m>л(?:ся)?))\Z"),
    "uk": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:ся|сь)?)|(?P<m>в(?:ся)?))\Z"),
}
_IRREGULAR: Final = re.compile(
    r"(?:при|у|вы|за|про|по|до|обо|подо|пере|от|раз)?(?:ш[её]л|шла|нёс|нес|вёз|вез|мог|помог|лёг|спас)\Z"
)


# Without a dictionary these look like nouns.
_SHORT_PAST: Final = listed("чув був жив спав мав вів сів сидів лежав стояв пив їв брав ждав знав")
# Of these the subject stands behind.
_HAPPENS: Final = re.compile(
    r"(?:погиб|умер|помер|загину|пропа|зник|приеха|приїха|приш|прий|прилете|прилеті|упа|впа|взорва|вибухну|сгоре|згорі|горел|горі"
    r"|раздал|пролуна|нача|поча|стоя|был|була?\b|бул|вы[шй]|вий|появи|з.яви|рухну|обруши|обвали|отказа|відмов|сломал|зламал|кончи|закінчи)"
)


def _own_past(clause: str, gender: str, language: str) -> bool:
    """Whether a past verb opens the clause and agrees with its speaker: «Видела, как …»."""
    opening = _WORD.search(clause)
    past = _PAST[language].match(opening.group().lower()) if opening else None
    if opening is None or past is None:
        return False
    low = opening.group().lower()
    if cases(low, language).kind != "verb" and low not in _SHORT_PAST:
        return False
    if _HAPPENS.match(low) and any(
        form.kind == "noun" and form.nominative
        for form in (
            cases(w, language) for w in _WORD.findall(clause[opening.end() : opening.end() + 40])[:3]
        )
    ):
        return False  # «Погиб работник подстанции»: he who tells it is no subject
    return gender in ("-", "f" if past.group("f") else "m")


_CLAUSE: Final = re.compile(r"[^,.;:!?—–\n]{3,160}")
_HIMSELF: Final = re.compile(
    r"(?<!\w)(?:(?P<m>сам|самому)|(?P<f>сама|самой|самій)|лично|своими\sглазами|особисто|на\sвласні\sочі"
    r"|власними\sочима)(?!\w)",
    re.I,
)
_REMEMBERS: Final = re.compile(
    r"(?:по\sего|по\sеё|по\sее|за\sйого|за\sїї|за|по|з)?\s?(?:воспомина|спогад|наблюдени|спостереж)"
    r"|вспомн|вспомина|припомн"
    r"|припомина|помнится|помнит|насчита|нарахува|(?:у|за)?видел|замети|разглядел|(?:по)?бачи|поміти|розгледі|призна(?:л|в[ао]л|ётся|ется)"
    r"|созна[лёе]|згад|пригад|пам['’ʼ]ята|зізна",
    re.I,
)
# Without a dictionary these look like subjects: «бачив чоловіків», «впізнала племінника».
_NO_SUBJECT_UK: Final = ("ів", "їв", "ника")
# «Её сын»: of him it is told, not of her.
_NO_KIN: Final = (
    r"(?!\s(?:муж|жен|сын|доч|брат|сест|отц|отец|мат[ьиє]|мам|пап|родител|дет|племянни"
    r"|чоловік|дружин|син|доньк|батьк|тат|племінни|діт))"
)
_PRONOUN: Final = {
    "m": re.compile(rf"(?<!\w)(?:он|(?:его|його){_NO_KIN}|ему|него|ним|він|йому|нього|ним)(?!\w)", re.I),
    "f": re.compile(rf"(?<!\w)(?:она|(?:её|ее|її){_NO_KIN}|ей|неё|нее|ней|вона|їй|неї|нею)(?!\w)", re.I),
    "p": re.compile(r"(?<!\w)(?:они|их|им|них|ними|вони|їх|їм|їхн\w+)(?!\w)", re.I),
}


_OPENS: Final = re.compile(
    r"(?:(?:не|ні|уже|вже|тоже|теж|сам|сама)\s){0,2}(?P<verb>[^\W\d_]{2,18})(?=\s|\Z)", re.I
)
_PRESENT: Final = {
    "ru": re.compile(r"\w{2,16}(?:[еи]т|[её]тся|ится)\Z"),
    "uk": re.compile(r"\w{2,16}(?:[аяує]є|ить|їть|еться|иться|ється)\Z"),
}
_INDIFFERENT: Final = re.compile(r"(?<!\w)(?:вс[её]\sравно|безразлич\w+|байдуж\w+|все\sодно)(?!\w)", re.I)
_EARLY: Final = 40  # characters: a pronoun further on may be anybody's
_FEW: Final = 4  # blanks: in more words somebody else may be the subject


# Ukrainian verbs of the past that end as plurals do: «просидів», «долетів», «вцілів».
_PAST_IV: Final = re.compile(
    r"\w{0,4}(?:сид|лет|гор|терп|хот|розум|ум|вм|хвор|ціл|бол|гляд|вел|шум|син|німі)ів(?:ся)?\Z"
)


def _of_gender(verb: str, gender: str, language: str) -> bool:
    """Whether a verb without a subject may be the speaker's: present, or past in his gender."""
    if _PRESENT[language].match(verb):
        return language != "ru" or cases(verb, language).kind == "verb"  # «свет», «комитет»
    like_noun = cases(verb, language).kind == "noun" and not verb.startswith("ї") and verb not in _SHORT_PAST
    past = None if like_noun else _PAST[language].match(verb)
    return past is not None and gender in ("-", "f" if past.group("f") else "m")


@lru_cache(maxsize=1 << 12)
def himself_slavic(
    words: str, gender: str, several: bool, language: str, *, office: bool = False
) -> Place | None:
    """Where reported words have the speaker for the one who did, saw or suffered it.
    ``office``: he speaks for a side, and what is *his* may be its."""
    if _MIND[language].match(words.lstrip("«“„ ")) or _VIEW[language].match(words):
        return None
    if _INDIFFERENT.search(words[:_EARLY]) or is_ignorant(words):
        return None
    opening = _OPENS.match(words)
    if (
        opening
        and words.count(" ") <= _FEW
        and not several
        and _of_gender(opening["verb"].lower(), gender, language)
        and not _has_subject(words[opening.end() :], language)
    ):
        return opening.span()
    whose = "p" if several else gender
    seen = None if several else _PERCEIVED.match(words)
    if seen and gender in ("-", "f" if seen["verb"].endswith("ла") else "m"):
        return seen.span("verb")
    early = words[:_EARLY]
    own = _PRONOUN[whose].search(early) if whose in _PRONOUN else None
    told = own is not None and told_him(words, own.start())
    if own and not (
        told or _POINTED.search(early, 0, own.end()) or (office and _ITS.match(early, own.start()))
    ):
        return own.span()
    return None if several else tells_of_himself(words, gender, language)


def _has_subject(words: str, language: str) -> bool:
    """«стреляла своя батарея»: a noun behind the verb may be its subject; only a dictionary tells."""
    if language != "ru":
        return False
    forms = [cases(w, language) for w in _WORD.findall(words)[:4]]
    return any(f.kind == "noun" and f.nominative and f.only for f in forms)


# What opens with a verb of seeing is what whoever speaks saw.
_PERCEIVED: Final = re.compile(
    r"(?:(?:не|сам|сама|лично|особисто)\s)?(?P<verb>(?:у|по|за)?(?:видел|замети|услыша|слыша|узна|наш[её]|помети|на[йш]ш)(?:л|ла)|(?:по)?бачи(?:в|ла)"
    r"|(?:по)?чу(?:в|ла)|поміти(?:в|ла)|впізна(?:в|ла)|знайш(?:ов|ла)|видела?)\s(?!что|що)",
    re.I,
)
# «Именно он вёл допрос»: another; «его войска»: of an office.
_POINTED: Final = re.compile(r"(?<!\w)(?:именно|как\sраз|саме|якраз)\s\w+\Z", re.I)
_ITS: Final = re.compile(r"(?:его|її|її|е[её]|його|їхн\w+|их)\s\w", re.I)
# «Він особисто бив», of a woman who says it.
_ANOTHER: Final = {
    "f": re.compile(r"(?<!\w)(?:он|они|він|вони)\s", re.I),
    "m": re.compile(r"(?<!\w)(?:она|они|вона|вони)\s", re.I),
}


def _anothers(before: str, language: str) -> bool:
    """«чоловік сам упав»: whoever stands before «сам» did it, and not the speaker."""
    found = _WORD.findall(before)[-1:]
    return bool(found) and found[0].lower() not in _SELF and _is_somebody(found[0], language)


_SELF: Final = listed("він вона он она я")


@lru_cache(maxsize=1 << 12)
def tells_of_himself(words: str, gender: str, language: str) -> Place | None:
    """Where the first clause of indirect words has the speaker for its unnamed subject."""
    clause = _CLAUSE.search(words[:200])
    if clause is None:
        return None
    at = clause.start()
    himself = _HIMSELF.search(clause.group())
    if himself is not None and himself["m"] and _anothers(clause.group()[: himself.start()], language):
        himself = None
    if himself is not None and not (himself["m"] and gender == "f") and not (himself["f"] and gender == "m"):
        other = _ANOTHER.get(gender)
        led = other is not None and other.search(clause.group()[: himself.start()]) is not None
        return None if led else (at + himself.start(), at + himself.end())
    verb, place = None, (0, 0)
    others = ""
    for found in islice(_WORD.finditer(clause.group()), 14):
        word = found.group()
        form = cases(word, language)
        past_iv = language == "uk" and _PAST_IV.match(word) is not None
        if form.kind == "numeral" or (language == "uk" and word.endswith(_NO_SUBJECT_UK) and not past_iv):
            continue
        spoken = past_iv or form.kind == "verb" or word in _SHORT_PAST or _IRREGULAR.match(word)
        past = _PAST[language].match(word) if spoken else None
        if past is not None and verb is None:
            verb = "f" if past.group("f") else "m"
            place = at + found.start(), at + found.end()
        elif form.nominative:
            others += form.nominative
    if verb is None or gender not in (verb, "-"):
        return None
    return place if verb not in others and "*" not in others else None


# Before an infinitive stands no more than this.
_TO: Final = re.compile(
    r"(?:(?:не|ни|ні|больше|більше|хоч|тоже|теж|её|его|її|його)\s){0,3}(?P<verb>[^\W\d_]{2,16}(?:ть|ться|ти|тися|тись))(?!\w)",
    re.I,
)
# Without a dictionary these Ukrainian plurals end as infinitives do; no infinitive has a consonant as here.
_MANY_UK: Final = listed(
    """солдати адвокати депутати делегати автомати гранати хати лопати результати апарати кімнати зарплати
    втрати дати палати
    роботи чоботи роти маршрути інститути кредити візити бандити плити сертифікати мандати дроти брати
    комбати експонати препарати кандидати прокати ноти квоти частоти пілоти боти суботи турботи"""
)
_PLURAL_UK: Final = ("нти", "кти", "ети", "хти", "пти")


@lru_cache(maxsize=1 << 12)
def is_infinitive(words: str, language: str) -> bool:
    """Whether words open with an infinitive: «вернуться», «не поспішати»; not «пять», «солдати», «лежить»."""
    found = _TO.match(words)
    if found is None:
        return False
    verb = found["verb"].lower()
    if language == "uk":
        return verb.endswith(("ти", "тися", "тись")) and not (verb in _MANY_UK or verb.endswith(_PLURAL_UK))
    return any("INFN" in r.tag for r in readings(verb, language))


def remembers(cue: str) -> bool:
    """Whether the verb or phrase is of memory, observation or confession."""
    return _REMEMBERS.match(cue) is not None


__all__ = [
    "both",
    "goes_on",
    "himself_slavic",
    "is_infinitive",
    "is_later",
    "is_so_uk",
    "is_to_come",
    "lived_slavic",
    "remembers",
    "tells_of_himself",
    "together",
    "view_slavic",
]
