"""The words by which a clause narrates: where it begins, what it hangs on, how it goes on (EN, RU, UK)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from muster.text.anycase import AnyCase
from muster.text.listed import listed


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language's patterns. ``border``: where a clause may begin. ``joint``: the word it hangs on, as
    named groups. ``adverb``: how it goes on from what was told."""

    border: re.Pattern[str]
    joint: re.Pattern[str]
    adverb: AnyCase
    noun: AnyCase
    negation: AnyCase


def _joint(**words: str) -> re.Pattern[str]:
    """Groups in the order in which they are tried, each at the start of a clause."""
    groups = "|".join(rf"(?P<{name}>(?:{pattern})\b)" for name, pattern in words.items())
    return re.compile(rf"\s*(?:{groups})", re.IGNORECASE)


_BLANK: Final = r"[ \n\u00a0]"

# After "that" one of these is a time, and no clause begins.
_TIMES_EN: Final = (
    "day|night|morning|evening|afternoon|week|weekend|month|year|summer|autumn|fall|winter|spring|time|moment"
    "|hour|january|february|march|april|may|june|july|august|september|october|november|december|monday"
    "|tuesday|wednesday|thursday|friday|saturday|sunday"
)

# "After the fire the minister flew": a noun, then the clause itself.
_NO_CLAUSE: Final = (
    r"(?! (?:the|a|an|his|her|their|its|that|this|our|my) [\w-]{3,20}(?:['’]s [\w-]{3,20})?"
    r" (?:the|a|an|he|she|they|it|we|i|his|her"
    r"|their|its|our|my|all|both|two|three|some|many|most)\b)"
)

# "Before that", "by that": no clause begins.
_NO_CLAUSE_BEHIND: Final = (
    "efore", "fter", "since", "ntil", "till", " of", "[Bb]y", "[Ii]n", "[Oo]n", " at", " to", " for", " like",
    " with", " from", "uring", "about",
)  # fmt: skip

# --- English -------------------------------------------------------------------------------------------

ENGLISH: Final = Tongue(
    border=re.compile(
        rf"[;:]{_BLANK}|,[\"”’]?{_BLANK}|{_BLANK}[–—-]{_BLANK}|[()]"
        rf"|{_BLANK}(?=(?:and|but) then\b|(?:and|but|or|before|after|when|until|till|while|once|since"
        rf"|because|as soon as|by the time|(?<!after{_BLANK})which|who|whom|if|unless|although|though|where"
        rf"|so|whereupon)\b"
        rf"(?! (?:then|now|that|this|dark|dawn|noon|midnight|today|recently|same|{_TIMES_EN})\b))"
        # Whatever stands before the blank is looked at behind it, where few places are left.
        rf"|{_BLANK}(?=that\b(?! (?:same|very|{_TIMES_EN})\b))"
        + "".join(rf"(?<!{word}{_BLANK})" for word in _NO_CLAUSE_BEHIND)
    ),
    joint=_joint(
        condition="(?:and |but )?(?:if|unless|whether|lest|so that|in order)",
        before="(?:and |but |just |shortly |even |only |long )?before" + _NO_CLAUSE,
        after="(?:and |but |just |shortly |only |soon |immediately )?after(?! which| that)" + _NO_CLAUSE,
        when="(?:and |but |only |even |just )?(?:when|by the time)",
        until="(?:and |but |not )?(?:until|till)",
        once="(?:and |but |only )?(?:once|as soon as)",
        since="(?:ever )?since(?! then)",
        pause="(?:and )?(?:while|although|though)",
        cause="because",
        then="(?:and |but )?(?:then|after which|after that|afterwards|whereupon"
        "|later(?! (?:that|this|in|on)))",
        where="where",
        which="(?:who|whom|which|whose)",
        that="that",
        goes_on="(?:and|but|or|so)",
    ),
    adverb=AnyCase(
        r"\b(?:(?P<later>then|later(?! this| that| in| on)|afterwards?|after (?:that|this|which)|subsequently"
        r"|thereafter|eventually|finally|in the end|soon|since then|next)"
        r"|(?P<done>by (?:then|that time|that point))"
        r"|(?P<earlier>earlier(?! this| that| in)|the (?:day|evening|night|morning|week|month"
        r"|year) before(?=[,.;])|before (?:that|this|then)|previously|beforehand"
        r"|until then)|(?P<beside>meanwhile|at the same time|simultaneously|elsewhere|separately"
        r"|in (?:a|another) separate \w+)|(?P<same>at that (?:moment|time|point)"
        r"|(?<!not )(?:at once|immediately)(?! (?:before|after|following|upon))))\b",
    ),
    noun=AnyCase(
        r"\b(?:(?P<before>before|until|till|prior to)|(?P<after>after|since|following"
        r"|on the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last"
        r"|\d{1,3}(?:st|nd|rd|th)) (?:day|night|morning) of)"
        r"|(?P<same>on the (?:day|morning|evening|night|eve) of|the (?:day|morning|evening|night) of|during"
        r"|at the time of|by the time of)) (?:(?:the|a|an|his|her|its|their|this|that|my|our) )?"
        r"(?P<words>[a-z]\w{3,20}(?:['’]s)?(?: \w{2,20}){0,3})",
    ),
    negation=AnyCase(r"\b(?:not|never|nobody|nothing|no one)\b|n['’]t\b"),
)

# --- Russian -------------------------------------------------------------------------------------------

RUSSIAN: Final = Tongue(
    border=re.compile(
        rf"[;:]{_BLANK}|,(?<!того,)(?<!тем,)(?<!тим,)[\"»”]?{_BLANK}|{_BLANK}[–—-]{_BLANK}|[()]"
        rf"|{_BLANK}(?=(?:и|а|но|когда|пока|прежде,? чем|перед тем,? как|после того,? как"
        r"|до того,? как|затем)\b)"
    ),
    joint=_joint(
        condition="(?:и |а |но )?(?:если|чтобы|чтоб|ли|будто бы)",
        before="(?:и |а |но |ещё |еще |незадолго |задолго )?(?:прежде,? чем|перед тем,? как|до того,? как"
        "|до тех пор,? как|раньше,? чем)",
        after="(?:и |а |но |только |сразу |вскоре )?(?:после того,? как|с тех пор,? как|с того (?:дня"
        "|момента),? как)",
        until="(?:и |а |но )?(?:пока не(?= )|до тех пор,? пока)",
        once="(?:и |а |но )?(?:как только|едва|лишь только)",
        when="(?:и |а |но |ещё |еще |только |в тот день, |в тот момент, |тогда, )?(?:когда|в то время как)",
        pause="(?:и |а |но )?(?:пока|хотя|в то время)",
        cause="потому что|поскольку|так как|из-за того,? что",
        then="(?:и |а |но )?(?:затем|потом|после чего|после этого|вслед за этим|далее)",
        which="(?:(?:в|во|на|с|со|к|из|от|у|по|под|за|о|об|для|при|через) )?котор\\w{2,3}|кто",
        where="где|куда|откуда",
        that="что|как",
        goes_on="и|а|но|да|однако|зато",
    ),
    adverb=AnyCase(
        r"\b(?:(?P<later>потом|затем|позже|позднее|впоследствии|после (?:этого|того|чего)|вскоре"
        r"|наконец|с тех пор"
        r"|в итоге|в конце концов|спустя время|дальше)"
        r"|(?P<done>к (?:тому|этому) (?:времени|моменту|дню|часу)|на тот момент)"
        r"|(?P<earlier>ранее|раньше|до (?:этого|того|сих пор)|перед этим|прежде)"
        r"|(?P<beside>тем временем|между тем|одновременно|параллельно|в (?:это|то) (?:же )?(?:самое )?время)"
        r"|(?P<same>в тот (?:же )?(?:миг|момент|раз)|тогда же|тут же"
        r"|тотчас|(?<!не )сразу(?! (?:после|перед|за|же после|же за|по)\b)))\b",
    ),
    noun=AnyCase(
        r"\b(?:(?P<before>до|перед|накануне)|(?P<after>после"
        r"|[вн]а? (?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|последн)\w{2,3}"
        r" (?:день|ночь|сутки))"
        r"|(?P<same>в (?:день|ночь|утро|вечер|момент)|во время|в ходе)) "
        r"(?:(?:его|её|ее|их|этого|этой|того|той|этих|самого"
        r"|самой) )?(?P<words>[а-яё]\w{3,20}(?: \w{2,20}){0,2})",
    ),
    negation=AnyCase(r"\b(?:не|ни)\b"),
)

# --- Ukrainian -----------------------------------------------------------------------------------------

UKRAINIAN: Final = Tongue(
    border=re.compile(
        rf"[;:]{_BLANK}|,(?<!того,)(?<!тем,)(?<!тим,)[\"»”]?{_BLANK}|{_BLANK}[–—-]{_BLANK}|[()]"
        rf"|{_BLANK}(?=(?:і|й|та|а|але|коли|поки|доки|перш ніж|перед тим,? як|після того,? як|до того,? як"
        r"|потім)\b)"
    ),
    joint=_joint(
        condition="(?:і |й |а |але )?(?:якщо|якби|щоб|аби|чи)",
        before="(?:і |й |а |але |ще |незадовго )?(?:перш ніж|перед тим,? як|до того,? як|раніше,? ніж)",
        after="(?:і |й |а |але |тільки |лише |одразу |невдовзі )?(?:після того,? як|відтоді,? як"
        "|з того (?:дня|часу),? як)",
        until="(?:і |й |а |але )?(?:(?:поки|доки|допоки) не(?= )|аж поки|аж доки|до тих пір,? поки)",
        once="(?:і |й |а |але )?(?:щойно|як тільки|тільки-но|ледве|лиш)",
        when="(?:і |й |а |але |ще |лише |лиш |того дня, |тоді, )?(?:коли|в той час як)",
        pause="(?:і |й |а |але )?(?:поки|доки|хоча|хоч)",
        cause="бо|тому що|оскільки|через те,? що",
        then="(?:і |й |а |але )?(?:потім|згодом|затим|після чого|після цього|відтак|далі|тоді)",
        which="(?:(?:в|у|на|з|із|зі|до|від|по|під|за|про|для|при|через) )?(?:котр\\w{1,3}|як(?:ий|а|е|і"
        "|ого|ої|ому|ій|их|им"
        "|ими|ою|у))|хто",
        where="де|куди|звідки",
        that="що|як",
        goes_on="і|й|та|а|але|однак|проте",
    ),
    adverb=AnyCase(
        r"\b(?:(?P<later>потім|згодом|пізніше|відтак|після (?:цього|того|чого)|невдовзі|нарешті|відтоді"
        r"|зрештою"
        r"|врешті|далі)"
        r"|(?P<done>(?:на|до|під) (?:той|того|цей) (?:час|часу|момент|моменту))"
        r"|(?P<earlier>раніше|до (?:цього|того)|перед (?:цим|тим)|попередньо)"
        r"|(?P<beside>тим часом|водночас|одночасно|паралельно|[ву] (?:цей|той) (?:же )?(?:самий )?час)"
        r"|(?P<same>тієї (?:ж )?миті|в ту (?:ж )?мить|тоді ж"
        r"|(?<!не )(?:одразу|відразу)(?! (?:після|перед|за|ж після|по)\b)|тут же))\b",
    ),
    noun=AnyCase(
        r"\b(?:(?P<before>до|перед|напередодні)|(?P<after>після"
        r"|(?:[ву]|на) (?:перш|друг|трет|четв|п['’ʼ]ят|шост|сьом|восьм|дев['’ʼ]ят|десят|останн)\w{1,3}"
        r" (?:день|ніч|добу))"
        r"|(?P<same>[ву] (?:день|ніч|момент)|під час|в ході)) "
        r"(?:(?:його|її|їх|цього|цієї|того|тієї|цих|самого"
        r"|самої) )?(?P<words>[а-яіїєґ]['’ʼ\w]{3,20}(?: \w{2,20}){0,2})",
    ),
    negation=AnyCase(r"\b(?:не|ні)\b"),
)

TONGUES: Final = {"en": ENGLISH, "ru": RUSSIAN, "uk": UKRAINIAN}

# A piece that opens with one of these and holds a time tells on its own ("bought a week before").
PARTICIPLE: Final = re.compile(
    r"(?:\w{2,18}ed|bought|built|sent|held|taken|born|made|found|written|sold|lost|killed)\b"
    r"|\w{3,20}(?:нн(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми|ому)|вш(?:ий|ая|ее|ие|его|ей|ую|их|им)|т(?:ый|ая"
    r"|ое|ые))\b"
    r"|\w{3,20}[еєаяо]н(?:ий|а|е|і|ого|ої|у|их|им|ими|ому|ою)\b|\w{3,20}т(?:ий|а|е|і|ого|ої|у|их)\b",
    re.IGNORECASE,
)
# That somebody said it is no event beside what was said.
PLAIN_SAYING: Final = listed(
    """said told added noted explained reported stressed stated argued believed thought recalled remarked
    insisted claimed
    сказал сказала сказали говорил говорила рассказал рассказала рассказали отметил отметила отметили заявил
    заявила заявили сообщил сообщила сообщили добавил добавила добавили считал подчеркнул подчеркнула
    пояснил пояснила объяснил объяснила написал написала уточнил уточнила утверждал вспоминал вспомнил
    сказав сказала сказали розповів розповіла розповіли зазначив зазначила зазначили заявив повідомив
    повідомила повідомили додав додала вважав підкреслив підкреслила пояснив написав стверджував згадував
    пригадав уточнив наголосив наголосила"""
)
# "That was on 20 October", «Было это в мае»: the day of what was told before.
THAT_WAS: Final = re.compile(
    r"\W*(?:(?:that|this|it|all this|it all) (?:was|happened|took place|occurred)(?= (?:(?:on|in|at|around"
    r"|about|during|last|two|three)\b|\d))"
    r"|(?:это|всё это|все это|дело) (?:было|случилось|произошло)|(?:было|случилось|произошло) это"
    r"|(?:це|усе це) (?:було|сталося|сталось|трапилося|відбулося)|(?:було|сталося|трапилося|відбулося) це)\b",
    re.IGNORECASE,
)
# A sentence that is a day and a verb: the day of what was told before.
IT_WAS: Final = re.compile(
    r"\W*(?:it was|было|был|была|стоял|стояла|шёл|шел|шла|було|був|була|стояв|йшов|йшла)(?!\w)", re.IGNORECASE
)
# Before a length of time that leans on what follows: «за месяц до ареста».
BACK_BY: Final = ("за ", "За ")
# Before a month: the one before what was told.
EARLIER_THAN: Final = re.compile(
    r"(?<!\w)(?:earlier|before (?:that|then|this)|раньше|ранее|до (?:этого|того)|раніше|до (?:цього|того))"
    r",? (?:(?:in|on|back|ещё|еще|в|во|ще|у) ?){0,2}\Z|(?<!\w)(?:ещё|еще|ще) (?:(?:в|во|у) )?\Z",
    re.IGNORECASE,
)


__all__ = [
    "BACK_BY",
    "EARLIER_THAN",
    "IT_WAS",
    "PARTICIPLE",
    "PLAIN_SAYING",
    "THAT_WAS",
    "TONGUES",
    "Tongue",
]
