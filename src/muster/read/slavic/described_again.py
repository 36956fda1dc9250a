"""A second description of somebody in Russian and Ukrainian: «Мать пропавшего рассказала … – плачет женщина»,
«Керівниця прокуратури Юлія Мак … зазначила прокурорка», «мер Ігор Гай … сказав міський голова»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from muster.read.speakers.topics import subject_described
from muster.text.anycase import AnyCase
from muster.text.cases import cases
from muster.text.lemmas import lemma
from muster.text.listed import listed
from muster.text.sources.cues import Lexicon
from muster.text.sources.trades import head_words, narrower, trade_of, trades_among
from muster.text.spans import Span

if TYPE_CHECKING:
    from muster.read.people.people import Named
    from muster.read.speakers.voice import Voice
    from muster.read.speakers.voices import Voices

# What anybody may be called who has been told of.
PLAIN_PEOPLE: Final = {
    "женщина": "f", "мужчина": "m", "девушка": "f", "парень": "m", "юноша": "m", "жінка": "f", "чоловік": "m",
    "дівчина": "f", "хлопець": "m", "юнак": "m",
}  # fmt: skip
_ASKED: Final = listed(
    """респондент респондентка опитаний опитана опрошенный опрошенная співрозмовник співрозмовниця собеседник
    собеседница"""
)
_CHIEFS: Final = listed(
    """керівник начальник очільник голова заступник директор руководитель глава заместитель директор завідувач
    заведующий"""
)
# Who is at the head of such a house is of its trade.
_HOUSES: Final = (
    (AnyCase(r"(?<!\w)прокурат"), listed("прокурор")),
    (
        AnyCase(
            r"(?<!\w)(?:думск|парламентс|фракци|фракці|(?:комитет|комісі|комисси|комітет)\w*\s[\w\s]{0,30}?(?:дум[ыи]|совета\sфедерации|сейма|парламент|верховної)|комітету\sз\sпитань)",
        ),
        listed("депутат парламентарий парламентарій законодатель"),
    ),
    (
        AnyCase(r"(?<!\w)(?:поліц|полиц|відділку|райвідділ)"),
        listed("поліцейський полицейский правоохоронець правоохранитель"),
    ),
    (AnyCase(r"(?<!\w)суду?а?(?!\w)"), listed("суддя судья")),
    (
        AnyCase(r"(?<!\w)(?:лікарн|госпітал|больниц|госпитал|поліклін|поликлин)"),
        listed("лікар медик врач"),
    ),
    (
        AnyCase(
            r"(?<!\w)(?:департамент|управлінн|управлени|міністерств|министерств|адміністраці|администраци|інспекці|инспекци"
            r"|держ\w+служб|відомств|ведомств|міськрад|сільрад|райрад|облрад|горсовет|райсовет)",
        ),
        listed("посадовець чиновник"),
    ),
    (
        AnyCase(
            r"(?<!\w)(?:школ|шкіл|ліце[йюя]|лице[йюя]|гімназі|гимнази|університет|университет|коледж|колледж|дитсад|детсад)",
        ),
        listed("освітянин педагог"),
    ),
    (
        AnyCase(r"(?<!\w)(?:фермер|аграр|агро|фермерськ|фермерск)"),
        listed("аграрій фермер аграрий"),
    ),
    (
        AnyCase(r"(?<!\w)(?:рятувальн|спасательн|дснс|мчс|пожежн|пожарн)"),
        listed("рятувальник спасатель"),
    ),
    (
        AnyCase(r"(?<!\w)(?:\w*енерго|\w*энерго|електромереж|электросет|теплоелектро)"),
        listed("енергетик энергетик"),
    ),
)
# «Глава региона», «начальник обласної військової адміністрації»: the governor, as no deputy of his is.
_REGION: Final = re.compile(
    r"(?:[\w-]+(?:ой|ей|ого|ої)\s)?(?:регион|област[иі](?!\w)|кра[яю](?!\w)|республик|регіон)"
    r"|обласної\s(?:військової\s)?(?:держ)?адміністрації|ова(?!\w)|облдержадміністрації"
)
_GOVERNORS: Final = listed("губернатор")
_DEPUTIES: Final = listed("заступник заместитель")
# «Партнёр бюро N» is a lawyer.
_LAW_FIRM: Final = AnyCase(r"(?<!\w)(?:бюро|коллеги|юридическ|адвокатск|юридичн|адвокатськ)")
_PARTNERS: Final = listed("партнёр партнер советник адвокат старший керуючий")
_LAWYERS: Final = listed("юрист адвокат")
_OF_A_TOWN: Final = AnyCase(r"(?:міськ|городск)\w{1,4}\Z")
_MAYORS: Final = listed("мер мэр")
_HEADS: Final = listed("голова глава")
_SPOKEN: Final = 6
# A word that covers so many trades is meant by what it covers; a narrower one mostly is somebody new.
_WIDE: Final = 4
_FAR: Final = 200
_HEAD: Final = 48
_NEAR: Final = 2


def unnamed_before(voices: Voices, span: Span, noun: str, lexicon: Lexicon) -> Voice | None:
    """Whoever spoke last and has no name, where he can be called so: of the trade that the noun is or covers,
    or a man or a woman, and nobody of that kind is named since. In the paragraph or the last."""
    page = voices.page
    paragraph = page.paragraph_of[page.sentence_at(span.start)]
    for number, at, voice in reversed(voices.spoken[-_SPOKEN:]):
        if at >= span.start:
            continue
        role = voice.speaker.role
        if number < paragraph - 1 or voice.speaker.name is not None or voice.kind != "anonymous" or not role:
            return None
        gender = "any" if noun in _ASKED else PLAIN_PEOPLE.get(noun)
        if gender is not None:
            since = [
                n
                for n in voices.people_between(at, span.start)
                if n.gender in (gender, "-") or gender == "any"
            ]
            same = voice.gender == "-" and _is_of(role, gender, lexicon)
            fits = (voice.gender == gender or same or gender == "any") and not since
        else:
            covered = narrower(noun, lexicon) | {trade_of(noun, lexicon)}
            heads = {trade_of(w, lexicon) for w in head_words(role, lexicon)}
            fits = number == paragraph and bool(heads & covered)
        if not fits or role.lower() == noun:
            return None
        return replace(voice, trust=0.7 * voice.trust, antecedent=voice)
    return None


def _is_of(role: str, gender: str, lexicon: Lexicon) -> bool:
    """«Сотрудник порта» may be the man told of next, and is mostly no woman."""
    heads = head_words(role, lexicon) or role.lower().split()[:1]
    return bool(heads) and gender in cases(heads[-1], lexicon.language).nominative


def told_of(
    voices: Voices, span: Span, noun: str, lexicon: Lexicon, bearers: Sequence[Named]
) -> Voice | None:
    """«Пасажирка з котом плаче. «…», – шепоче жінка», «Голова громади згоден. …, каже очільник»: whom the
    paragraph is about, who has neither name nor spoken; None where it names somebody else who fits."""
    gender = PLAIN_PEOPLE.get(noun)
    page = voices.page
    here = page.sentence_at(span.start)
    first = page.paragraphs[page.paragraph_of[here]].start
    if gender is not None and (
        bearers or any(n.gender in (gender, "-") for n in voices.people_between(first, span.start))
    ):
        return None
    covered = narrower(noun, lexicon) | {trade_of(noun, lexicon)}
    if gender is None and len(covered) < _WIDE:
        return None
    for i in range(here - 1, max(-1, here - 4), -1):
        if page.sentences[i].start < first or any(n.start >= page.sentences[i].start for n in bearers[:1]):
            return None
        limit = page.sentences[i].start + _HEAD
        found = subject_described(page, i, limit, gender or "-", lexicon.language)
        if found is None or page.words(found).lower() == noun:
            continue
        if voices.people_between(found.start, found.stop + 3):
            continue  # «аграрій Степан Мак»: has a name
        heads = {trade_of(w, lexicon) for w in head_words(page.words(found), lexicon)}
        voice = voices.described(found, lexicon.language)
        if voice.speaker.role and (gender is not None or heads & covered):
            return replace(voice, trust=0.5 * voice.trust)
    return None


def spoke_here(voices: Voices, span: Span, gender: str) -> Voice | None:
    """«Дід Аркадій каже, що … «…», – плаче пенсіонер»: the named man or woman who spoke just before, where
    nobody else of the sex is named since."""
    page = voices.page
    here = page.sentence_at(span.start)
    for number, at, voice in reversed(voices.spoken[-2:]):
        if at >= span.start:
            continue
        near = number == page.paragraph_of[here] and here - page.sentence_at(at) <= _NEAR
        between = (n for n in voices.people_between(at, span.start) if n.norm != voice.speaker.name)
        other = [n for n in between if n.gender in (gender, "-")]
        if near and voice.speaker.name and voice.kind == "named" and voice.gender == gender and not other:
            return replace(voice, trust=0.6 * voice.trust, antecedent=voice)
        return None
    return None


def trades_of_house(role: str, lexicon: Lexicon) -> set[str]:
    """«Керівниця прокуратури» is a prosecutor, «начальник полиции» a policeman."""
    heads = head_words(role, lexicon)
    if (
        heads
        and _LAW_FIRM.search(role)
        and trade_of(heads[-1], lexicon) in trades_among(_PARTNERS, lexicon.language)
    ):
        return set(trades_among(_LAWYERS, lexicon.language))
    if not heads or trade_of(heads[-1], lexicon) not in trades_among(_CHIEFS, lexicon.language):
        return set()
    tail = " ".join(role.lower().split()[len(heads) :])
    of_house = [trades_among(words, lexicon.language) for house, words in _HOUSES if house.search(tail)]
    if _REGION.match(tail) and trade_of(heads[-1], lexicon) not in trades_among(_DEPUTIES, lexicon.language):
        of_house.append(trades_among(_GOVERNORS, lexicon.language))
    return set().union(*of_house)


_SPEAK_FOR: Final = listed(
    """представитель представительница представник представниця речник речниця пресс-секретарь сотрудник
    сотрудница співробітник співробітниця директор глава голова председатель"""
)
_WHATEVER: Final = re.compile(
    r"(?:предприят|организац|компани|ведомств|учрежден|заведен|регион|област|город|район|издани|структур|общин|посёлк|поселк"
    r"|підприємств|організац|компані|відомств|установ|заклад|регіон|міст|видан|громад|структур)"
)


def of_the_same(voices: Voices, span: Span, bearers: list[Named], of: str, lexicon: Lexicon) -> list[Named]:
    """«Представитель фонда» is none of those whose role says of what else he is, such as «представитель
    акционеров»; ``of``: the genitive of the description, in small letters."""
    stem = lemma(of, lexicon.language)[: max(4, len(of) - 3)]
    first = voices.page.body[span.start : span.stop].split()[0].lower()
    speaks = trade_of(first, lexicon) in trades_among(_SPEAK_FOR, lexicon.language)
    if _WHATEVER.match(of) or not speaks:
        return bearers  # «руководитель предприятия»: a plant is one too; «мать солдата»
    kept = []
    for n in bearers:
        known = voices.people.get(n.norm, n)
        role = (n.role or known.role or "").lower()
        tail = role.split()[len(head_words(role, lexicon)) :]
        of_what = [*tail, *(n.organisation or known.organisation or "").lower().split()]
        if not of_what or any(word.strip('«»"').startswith(stem) for word in of_what):
            kept.append(n)
    return kept


_RANKS: Final = listed(
    """сержант старшина прапорщик лейтенант капітан майор підполковник полковник генерал адмірал капитан
    подполковник адмирал генерал-майор генерал-лейтенант"""
)


def rank_of(role: str | None, lexicon: Lexicon) -> set[str]:
    """«Речник угруповання полковник N» is an officer too."""
    return {trade_of(w, lexicon) for w in (role or "").lower().rsplit(None, 1)[-1:] if w in _RANKS}


def _heads_a_town(parts: list[str], lexicon: Lexicon) -> bool:
    """«Міський голова», «городской голова»."""
    if len(parts) != 2 or _OF_A_TOWN.match(parts[0]) is None:
        return False
    return trade_of(parts[1], lexicon) in trades_among(_HEADS, lexicon.language)


def _is_mayor(role: str, lexicon: Lexicon) -> bool:
    heads = head_words(role, lexicon)
    if heads and trade_of(heads[-1], lexicon) in trades_among(_MAYORS, lexicon.language):
        return True
    words = role.lower().split()
    return any(_heads_a_town(words[i : i + 2], lexicon) for i in range(min(3, len(words) - 1)))


def mayor_called(
    voices: Voices, span: Span, parts: list[str], lexicon: Lexicon, bearers: list[Named]
) -> list[Named]:
    """The only mayor named before, by whichever of his two titles; else ``bearers``."""
    mayor = len(parts) == 1 and trade_of(parts[0], lexicon) in trades_among(_MAYORS, lexicon.language)
    if not _heads_a_town(parts, lexicon) and (bearers or not mayor):
        return bearers
    found = {
        n.norm: n
        for n in voices.named[: voices.index_of(span.start)][-_FAR:]
        if n.kind == "person" and _is_mayor(n.role or voices.people.get(n.norm, n).role or "", lexicon)
    }
    # «Міський голова Торвеля Ігор Гай»: a town that no list has stands in a role, and looks like a name
    known = [n for n in found.values() if not any(n.norm in (m.role or "") for m in found.values())]
    return known if len(known) == 1 else bearers


__all__ = [
    "PLAIN_PEOPLE",
    "mayor_called",
    "of_the_same",
    "rank_of",
    "spoke_here",
    "told_of",
    "trades_of_house",
    "unnamed_before",
]
