"""When a Russian or Ukrainian speaker tells of himself though no pronoun says so: «рассказала, что узнала
сына».

Both languages drop the pronoun where the subject of the reported clause is the speaker. A past verb in the
singular that agrees with him, and no word beside it that could be its subject, is his own deed. Verbs of
memory and confession («вспоминает», «зізналася») report what one went through as well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from muster.text.cases import cases

_CLAUSE: Final = re.compile(r"[^,.;:!?—–\n]{3,160}")
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[-’'ʼ](?=\w))*")
_PAST: Final = {
    "ru": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:сь)?)|(?P<m>л(?:ся)?))\Z"),
    "uk": re.compile(r"\w{1,20}?(?:(?P<f>ла(?:ся|сь)?)|(?P<m>в(?:ся)?))\Z"),
}
_IRREGULAR: Final = re.compile(
    r"(?:при|у|вы|за|про|по|до|обо|подо|пере|от|раз)?(?:ш[её]л|шла|нёс|нес|вёз|вез|мог|помог|лёг|спас)\Z"
)
_HIMSELF: Final = re.compile(
    r"(?<!\w)(?:(?P<m>сам|самому)|(?P<f>сама|самой|самій)|лично|своими\sглазами|особисто|на\sвласні\sочі"
    r"|власними\sочима)(?!\w)",
    re.I,
)
_REMEMBERS: Final = re.compile(
    r"(?:по\sего|по\sеё|по\sее|за\sйого|за\sїї|за|по|з)?\s?(?:воспомина|спогад|наблюдени|спостереж)|вспомн|вспомина|припомн"
    r"|припомина|призна(?:л|в[ао]л|ётся|ется)|созна[лёе]|згад|пригад|зізна",
    re.I,
)


# Without a dictionary these look like subjects: «бачив чоловіків», «впізнала племінника».
_NO_SUBJECT_UK: Final = ("ів", "їв", "ника")


@lru_cache(maxsize=1 << 12)
def tells_of_himself(words: str, gender: str, language: str) -> bool:
    """Whether the first clause of indirect words has the speaker for its unnamed subject."""
    clause = _CLAUSE.search(words[:200])
    if clause is None:
        return False
    himself = _HIMSELF.search(clause.group())
    if himself is not None and not (himself["m"] and gender == "f") and not (himself["f"] and gender == "m"):
        return True
    verb = None
    others = ""
    for word in _WORD.findall(clause.group())[:14]:
        form = cases(word, language)
        if form.kind == "numeral" or (language == "uk" and word.endswith(_NO_SUBJECT_UK)):
            continue
        past = _PAST[language].match(word) if form.kind == "verb" or _IRREGULAR.match(word) else None
        if past is not None and verb is None:
            verb = "f" if past.group("f") else "m"
        elif form.nominative:
            others += form.nominative
    if verb is None or gender not in (verb, "-"):
        return False
    return verb not in others and "*" not in others


# «Думаю», «їдемо»: the first person where no pronoun stands.
_FIRST_VERB: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:\w{2,12}(?:[ая]ю|ую)(?:сь)?|вижу|иду|могу|хочу|скажу|сижу|стою|лежу|сплю|люблю|пишу|живу|еду|беру|вожу"
        r"|хожу|жду|помню|слышу|держу|имею|боюсь|верю|служу|кричу|держусь|\w{1,10}(?:жив|вид|знa|зна|дела|ед|ид|жд|бер|вез|нес"
        r"|работа|служ|сид|сто|леж|вер|помн|слыш|ходи|воз)(?:ем|ём|им))(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:\w{2,12}(?:[ая]ю|ую|юю)(?:ся|сь)?|бачу|йду|іду|можу|хочу|мушу|кажу|скажу|сиджу|стою|лежу|сплю|люблю|пишу"
        r"|роблю|живу|їду|беру|воджу|ходжу|вожу|боюся|боюсь|вірю|служу|кричу|\w{2,14}(?:[еєиї]мо)(?:ся|сь)?)(?!\w)",
        re.I,
    ),
}


def speaks_as_one(words: str, gender: str, language: str) -> bool:
    """Whether quoted words are in the first person though no pronoun says so: by a verb's ending, or by a
    past verb that opens them and agrees with their speaker («Видела, как …»)."""
    if _FIRST_VERB[language].search(words):
        return True
    opening = _WORD.match(words.lstrip('«“„"— –-'))
    past = _PAST[language].match(opening.group().lower()) if opening else None
    if opening is None or past is None or cases(opening.group(), language).kind != "verb":
        return False
    return gender in ("-", "f" if past.group("f") else "m")


# What somebody thinks, wants or will do: «Мабуть», «я им верю», «скажу», «спросите».
_VIEW: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:наверное|наверно|может\sбыть|пожалуй|думаю|верю|надеюсь|считаю|полагаю|боюсь|хочу|хотим|хотелось|скажу|пусть|буду"
        r"|будем|не\sсчитаю|\w{3,14}(?:йте|ите))(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:мабуть|може|певно|думаю|вірю|сподіваюс[яь]|вважаю|гадаю|боюс[яь]|хочу|хочемо|хотілося|скажу|нехай|хай|буду"
        r"|будемо|\w{3,14}(?:йте|іть))(?!\w)",
        re.I,
    ),
}
_DEED: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:я|мы|сам|сама)\s(?:\w+\s){0,2}?\w{2,16}л(?:а|и)?(?:с[ья])?(?!\w)"
        r"|(?<!\w)(?:мой|моя|мои|моего|моей|наш\w{0,3})(?!\w)", re.I
    ),
    "uk": re.compile(
        r"(?<!\w)(?:я|ми|сам|сама)\s(?:\w+\s){0,2}?\w{2,16}(?:в|ла|ли)(?:с[ья])?(?!\w)"
        r"|(?<!\w)(?:мій|моя|мої|мого|моєї|наш\w{0,3})(?!\w)", re.I
    ),
}  # fmt: skip


def is_view(words: str, language: str) -> bool:
    """Whether quoted words give a view, a wish or a call and nothing that their speaker did or saw."""
    return (
        len(words) < 160
        and _VIEW[language].search(words) is not None
        and _DEED[language].search(words) is None
    )


_OTHERS: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:он|она|они|его|её|ее|их|ему|ей|им|ним|ней|него|неё|сын\w{0,3}|муж\w{0,3}|брат\w{0,3}|дочь|дочери"
        r"|отц\w{1,2}|внук\w{0,2}|зят\w{1,2})(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:він|вона|вони|його|її|їх|йому|їй|їм|ним|нею|нього|неї|син\w{0,3}|чоловік\w{0,2}|брат\w{0,3}|доньк\w{1,2}"
        r"|батьк\w{1,3}|онук\w{0,2}|зят\w{1,2})(?!\w)",
        re.I,
    ),
}
_FIRST: Final = {
    "ru": re.compile(r"(?<!\w)(?:я|мы|меня|мне|нас|нам|мной|нами)(?!\w)", re.I),
    "uk": re.compile(r"(?<!\w)(?:я|ми|мене|мені|нас|нам|мною|нами)(?!\w)", re.I),
}

# «Каже: за те, що …»: what follows is another's word.
_TELLS: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:говорит|сказала?|рассказала?|рассказывал|рассказывает|передала?|написал|пишет)(?!\w)",
        re.I,
    ),
    "uk": re.compile(
        r"(?<!\w)(?:каже|сказав|сказала|розпові(?:в|ла)|розповідав|розповідає|переказа(?:в|ла)"
        r"|написав|пише)(?!\w)",
        re.I,
    ),
}  # fmt: skip


def of_kin(words: str, quoted: bool, gender: str, language: str) -> str:
    """A mother tells of her son what somebody told her, of herself what she lived through; of anything else
    the text does not say how she knows."""
    own = quoted and (_FIRST[language].search(words) or speaks_as_one(words, gender, language))
    own = own and _TELLS[language].search(words) is None
    if own or (not quoted and tells_of_himself(words, gender, language)):
        return "first-hand"
    told = _OTHERS[language].search(words) or (quoted and _TELLS[language].search(words))
    return "second-hand" if told else "unknown"


_LAW: Final = {
    "ru": re.compile(
        r"(?<!\w)(?:закон\w{0,4}|стать[яеи]|кодекс\w{0,2}|конституци\w{1,2}|прав[ао]"
        r"|конвенци\w{1,2})(?!\w)", re.I
    ),
    "uk": re.compile(
        r"(?<!\w)(?:закон\w{0,4}|статт\w{1,3}|кодекс\w{0,2}|конституці\w{1,2}|прав[ао]"
        r"|конвенці\w{1,2})(?!\w)", re.I
    ),
}  # fmt: skip
_OF_A_CASE: Final = {
    "ru": re.compile(
        r"клиент|доверител|подзащитн|дел[оауе]\b|обрати|задерж|арест|обвин|угрож|осужд|\b(?:его|её|ее|их|мне|нам)\b",
        re.I,
    ),
    "uk": re.compile(
        r"клієнт|довірител|підзахисн|справ[аиуі]\b|зверну|затрим|арешт|обвинувач|погрож|засудж|\b(?:його|її|їх|мені|нам)\b",
        re.I,
    ),
}


def states_law(words: str, language: str) -> bool:
    """What the law says rests on no case of the lawyer's."""
    return _LAW[language].search(words) is not None and _OF_A_CASE[language].search(words) is None


_HE: Final = re.compile(r"(?<!\w)(?:он|его|ему|він|його|йому)(?!\w)", re.I)
_SHE: Final = re.compile(r"(?<!\w)(?:она|её|ее|ей|вона|її|їй)(?!\w)", re.I)
_ME: Final = re.compile(r"(?<!\w)(?:я|мы|мой|моя|наш|ми|мій|мені|мне|нам|нас)(?!\w)", re.I)


def is_of_another(words: str, gender: str) -> bool:
    """Whether the only pronouns that could be the speaker's are of the other sex: «божился, что она …»."""
    if _ME.search(words):
        return False
    he, she = _HE.search(words) is not None, _SHE.search(words) is not None
    return (gender == "m" and she and not he) or (gender == "f" and he and not she)


def remembers(cue: str) -> bool:
    """Whether the verb or phrase is of memory, observation or confession."""
    return _REMEMBERS.match(cue) is not None


__all__ = [
    "is_of_another",
    "is_view",
    "of_kin",
    "remembers",
    "speaks_as_one",
    "states_law",
    "tells_of_himself",
]
