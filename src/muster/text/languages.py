"""A body in, its language out: English, Russian, Ukrainian, or "und" (some other, or too little).

Letters decide where they can (Russian has ы э ъ ё, Ukrainian і ї є ґ), function words where they
cannot. Other languages of the same scripts are recognised only so as not to be taken for ours.
"""

from __future__ import annotations

import re

from muster.text.listed import listed
from muster.text.segment import paragraphs
from muster.text.spans import Span

_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_RUSSIAN = "ыэёЫЭЁ"
_UKRAINIAN = "іїєґІЇЄҐ"
_HARD = re.compile("ъ[еяюЕЯЮ]")
_BULGARIAN = re.compile(r"ъ(?![еяюёЕЯЮЁ])", re.IGNORECASE)
# Belarusian, Serbian, Macedonian, Kazakh, Tatar, Kyrgyz, Mongolian, Tajik letters.
_OTHER_CYRILLIC = re.compile("[ўЎјЈљЉњЊђЂћЋџЏќЌѓЃәӘңҢғҒүҮұҰқҚөӨһҺҷҶҳҲӣӢӯӮ]")

# Function words that the other language does not have; ours, from frequency intuition, checked on
# the measuring sets named in docs/why/methods/attribution.md.
_RU_WORDS = listed(
    """и что это как его она они был была было были бы из от только уже или если при он сказал говорит спросил
    ответил заявил сообщил отметил рассказал добавил считает сообщает словам данным мнению информации об
    с к кто
    нет где когда чтобы мне меня тебя тебе ему ей него потом сейчас очень может надо нужно этот эта эти тот"""
)
_UK_WORDS = listed(
    """що це як про його вона вони був була було були та від тільки вже або якщо з й каже сказав заявив
    зазначив
    додав наголосив мовив мовила словами даними думку попросив попросила розказав пише але ще чи щоб бо
    ми ви має треба зараз таке
    коли буде ця разом також може хто де немов йому"""
)
_EN_WORDS = listed(
    """the of and to in that is was for on with as at by it he she they from his her their have has had be
    are were not this but which or an who will would said we you our one did do does why how what when
    where there been its him them about into over after before only also some all can could may says
    told asked no more than i my me your nobody very then now just because without until since during
    against under between through while per each every both most many few two three four five six seven
    eight nine ten hundred thousand several another never still yet any such same own off down these those
    last next ago later today yesterday other than least because during around near across except daily
    remain remains"""
)
_OTHER_LATIN_WORDS = listed(
    """der die das und ist nicht ein eine mit auf den von zu dem sich le la les des et est une du dans que
    qui pour pas el los las y en un por con se del di il che non per è sono gli w i na nie że się jest
    do z bir ve bu da de ile için ne o os um uma não em para com het een van dat niet și să nu cu pe
    este je se v je to"""
)
_ALSO_ENGLISH = listed("to die do per")

# і ї є ґ are one of twelve letters of Ukrainian: with fewer than one of so many it is a name or two.
_TOO_FEW = 30

_A_LINE_OR_TWO = 160

# Shorter pieces take the language of the text around them.
_ENOUGH_LETTERS = 30


def language_of(body: str) -> str:
    """``en``, ``ru``, ``uk`` or ``und``: the language of the most of the body."""
    cyrillic = sum(map(len, _CYRILLIC.findall(body)))
    latin = _LATIN.findall(body)
    latin_letters = sum(map(len, latin))
    if cyrillic == latin_letters == 0:
        return "und"
    # A Russian post quotes Latin names and addresses; an English text seldom quotes Cyrillic.
    if 2 * cyrillic >= latin_letters:
        return _cyrillic_language(body, cyrillic)
    return _latin_language(latin)


def languages(body: str) -> list[tuple[Span, str]]:
    """The language of each paragraph; a paragraph that shows too little has that of the body."""
    return languages_of(body, paragraphs(body))


def languages_of(body: str, blocks: list[Span], told: str = "und") -> list[tuple[Span, str]]:
    """As `languages`, for paragraphs that were found already. ``told``: what whoever took the text says;
    believed of a line or two that show too little themselves."""
    whole = language_of(body)
    short = len(body) <= _A_LINE_OR_TWO
    if short and (whole == "und" or (whole == "ru" and _is_guess(body))) and _may_be(body, told):
        whole = told
    found = []
    for block in blocks:
        words = body[block.start : block.stop]
        own = language_of(words) if len(words) >= _ENOUGH_LETTERS else "und"
        if own == "ru" and whole == "uk" and _is_guess(words):
            own = "uk"  # a line of a Ukrainian text that has no і by chance
        found.append((block, _inherit(words, own, whole)))
    return found


def _is_guess(words: str) -> bool:
    """Whether nothing in Cyrillic ``words`` shows Russian but that no Ukrainian letter stands there."""
    if any(letter in words for letter in _RUSSIAN + _UKRAINIAN + "ъ"):
        return False
    found = {w.lower() for w in _CYRILLIC.findall(words)}
    return len(found & _RU_WORDS) <= len(found & _UK_WORDS)


def _may_be(words: str, told: str) -> bool:
    """Nothing in ``words`` speaks against the language that was told."""
    latin = [w.lower() for w in _LATIN.findall(words)]
    if told == "en":
        other = _OTHER_LATIN_WORDS - _ALSO_ENGLISH
        return bool(latin) and not _CYRILLIC.search(words) and other.isdisjoint(latin)
    strange = _RUSSIAN if told == "uk" else _UKRAINIAN
    wrong = _OTHER_CYRILLIC.search(words) or _BULGARIAN.search(words) or any(c in words for c in strange)
    return told in ("ru", "uk") and not latin and not wrong and _CYRILLIC.search(words) is not None


def _inherit(words: str, own: str, whole: str) -> str:
    if own != "und" or whole == "und":
        return own
    if _OTHER_CYRILLIC.search(words):
        return own
    if len(words) >= 200:
        return whole if whole == "ru" and _may_be_russian(words) else own
    cyrillic = _CYRILLIC.search(words) is not None
    latin = _LATIN.search(words) is not None
    same_script = (whole == "en" and not cyrillic) or (whole != "en" and (cyrillic or not latin))
    return whole if same_script else own


def _may_be_russian(words: str) -> bool:
    """Long, without ы э ё by chance: Bulgarian would have ъ before a consonant, Ukrainian an і."""
    if any(letter in words for letter in _UKRAINIAN) or _BULGARIAN.search(words):
        return False
    found = {w.lower() for w in _CYRILLIC.findall(words)}
    return len(found & _RU_WORDS) >= 2 and len(found & _RU_WORDS) > len(found & _UK_WORDS)


def _cyrillic_language(body: str, letters: int) -> str:
    # Letter by letter: five times faster than a pattern.
    russian = sum(map(body.count, _RUSSIAN)) + (len(_HARD.findall(body)) if "ъ" in body else 0)
    ukrainian = sum(map(body.count, _UKRAINIAN))
    other = len(_OTHER_CYRILLIC.findall(body))
    if other * 150 > letters and russian and ukrainian:
        return "und"  # Belarusian has ў, ы and і
    if other > max(2, letters // 100) or (other and other >= russian + ukrainian):
        return "und"
    if russian and ukrainian * _TOO_FEW < letters:
        return "ru"  # a Ukrainian name in a Russian text
    if russian != ukrainian:
        return "ru" if russian > ukrainian else "uk"
    words = {w.lower() for w in _CYRILLIC.findall(body[:20_000])}
    hits_ru, hits_uk = len(words & _RU_WORDS), len(words & _UK_WORDS)
    if hits_ru != hits_uk:
        if hits_ru > hits_uk and letters > 200 and not russian:
            return "und"  # no ы in 200 letters: Bulgarian or Macedonian
        return "ru" if hits_ru > hits_uk else "uk"
    # і ї є are a twelfth of Ukrainian letters: a line without one is more likely Russian.
    return "ru" if 20 <= letters <= 200 and not ukrainian else "und"


def _latin_language(words: list[str]) -> str:
    sample = [w.lower() for w in words[:2_000]]
    english = sum(w in _EN_WORDS for w in sample)
    other = sum(w in _OTHER_LATIN_WORDS for w in sample)
    return "en" if english > other and 12 * english >= len(sample) else "und"


__all__ = ["language_of", "languages", "languages_of"]
