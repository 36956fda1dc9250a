"""Bodies behind a preposition, in Russian and Ukrainian: «сообщили в пресс-службе бригады», «в полиции им
посоветовали», «там добавили»; what is a medium or a time behind it is none."""

from __future__ import annotations

import re

from muster.read.frames import Region, clean
from muster.read.slavic.subjects import BREAKS, PREPOSITIONS, PRONOUNS, WORD, tokens_of
from muster.text.listed import listed
from muster.text.spans import Span

MEDIUM = re.compile(
    r"(?:сво\w{1,3}\s|офици\w{3,8}\s|офіці\w{3,8}\s|личн\w{2,3}\s|недавн\w{2,3}\s|нещодавн\w{2,4}\s"
    r"|тому\s|эт\w{1,3}\s|ц\w{1,3}\s|мо\w{1,3}\s)?"
    r"(?:telegram|телеграм|facebook|фейсбук|twitter|твит|твіт|инстаграм|інстаграм|вконтакте|x\b|соцсет"
    r"|соцмереж|youtube|ютуб|instagram"
    r"|раці[їю]|раци[ию]|слухав|трубц|трубк|телефон|радіо|радио|интервью|інтерв|эфире|ефірі|беседе|розмові|разговоре|комментари|коментар|ходе|ході|рамках|межах"
    r"|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|понеділок|вівторок|середу|четвер"
    r"|п.ятницю|суботу|неділю"
    r"|суде\b|суді\b|видео|відео|свою очередь|свою чергу|част\w{3,5}|брифинг|брифінг|пресс-конфер"
    r"|прес-конфер|пресконфер|заседан|засідан|встреч|зустріч"
    r"|январ|феврал|март|апрел|ма[ея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|січн|лют|берез|квітн"
    r"|травн|червн|липн|серпн|верес|жовтн|листопад|груд"
    r"|прошл|минул|конце|кінці|начале|початку|итоге|підсумку|пост[еу]|допис|публикаци|публікаці|письме"
    r"|листі|стать[еі]|статті|выступлен|виступі|обращени|зверненн"
    r"|заявлени|заяв[іи]\b|сообщени|повідомленн|ответ|відповід|вопрос|питанн|этой связи|цьому зв|общем"
    r"|сход[еу]\b|сходк|собрани|совещани|митинг|мітинг|допрос|допит|лекци|лекці|урок[еіу]\b|вече\b|віче\b|зборах|нарад|похорон"
    r"|целом|цілому|нач\w{2,4}\b|твиттер|твіттер|фб\b|вк\b|тг\b"
    r"|\d(?!\d{0,3}(?:-?[а-яіїє]{1,3})?\s(?:[\w-]{3,24}(?:ой|ій|ом|ому)\s){0,4}(?:бригад|полк[уе]|батальй?он|дивизи|дивізі|корпус"
    r"|арми|армі|роте|роті|о?[пмдштагв]{0,4}бр\b)))",
    re.I,
)  # fmt: skip


def in_body_after(region: Region, start: int, limit: int) -> Span | None:
    """«сообщили [журналистам] в пресс-службе бригады»: the body behind the preposition."""
    for match in re.finditer(r"\s(?:в|во|у|на)\s", region.text(start, limit), re.I):
        at = start + match.end()
        between = region.text(start, start + match.start())
        if re.search(r"\s(?:с|со|з|із|из|по|для|про|о|об)\s", between + " "):
            return None
        if _medium(region, at, limit):
            continue
        return _body_phrase(region, at, limit)
    return None


def in_body_before(region: Region, begin: int, end: int) -> Span | None:
    """«В пресс-службе бригады [вчера] сообщили»."""
    for match in re.finditer(r"(?<!\w)(?:в|во|у|на)\s+(?=[^\W_]|[«\"“])", region.text(begin, end), re.I):
        at = begin + match.end()
        if not _medium(region, at, end):
            return _body_phrase(region, at, end)
    return None


def _medium(region: Region, at: int, limit: int) -> bool:
    """A medium, a time or a number that begins no body's name: «в эфире», «у 14:00», not «у 14-й бригаді»."""
    numbered = region.page.body[at].isdecimal() and any(n.start == at for n in region.named_from(at, at + 1))
    return not numbered and MEDIUM.match(region.page.body, at, limit) is not None


_THERE = re.compile(
    r"(?:\A|[,;]\s)[\W_]{0,4}(?:а\s|но\s|але\s|и\s|й\s)?(?:(?:об?|про|на|от|від)\s(?:[\w’'-]{2,24}\s){1,5})?(?:ранее\s|раньше\s|раніше\s|позже\s|пізніше\s|потом\s|потім\s|сначала\s|спершу\s|вчера\s|вчора\s)?(там|тут)(?:\s[\w-]{2,12}){0,2}\s?\Z",
    re.I,
)


def there_before(region: Region, begin: int, end: int) -> Span | None:
    """«Там добавили, что …»: the place stands for the body that spoke before."""
    found = _THERE.search(region.text(begin, end))
    return Span(begin + found.start(1), begin + found.end(1)) if found else None


_AT_A_POST = re.compile(r"\s(?:в|во|на|у)\s(?=[^\W\d_]|[«\"“])", re.I)
_NO_POST = re.compile(
    r"(?:услови|прав(?:ах|а|у)?\b|мест|вопрос|просьб|днях|фоне|эт|час|связи|курсе|запрос|прохання|умов|місц|зв.язк|питанн|запит|запрос)",
    re.I,
)


def with_post(region: Region, span: Span, limit: int) -> Span:
    """«источник в полиции», «співрозмовник у штабі»: where somebody without a name sits belongs to him."""
    words = WORD.findall(region.page.words(span))[:3]
    if not any(w.lower() in region.words.anonymous_sources for w in words):
        return span
    lead = _AT_A_POST.match(region.page.body, span.stop, limit)
    if lead is None or _NO_POST.match(region.page.body, lead.end()) or _medium(region, lead.end(), limit):
        return span
    post = _body_phrase(region, lead.end(), limit)
    return Span(span.start, post.stop) if post else span


def _body_phrase(region: Region, at: int, limit: int) -> Span | None:
    """From the noun behind the preposition as far as it and its genitives go."""
    body = region.page.body
    stop = at
    nouns = 0
    for token in tokens_of(region, at, limit, region.named_from(at, limit)):
        low, form = token.low, token.form
        if token.span.start < stop:
            continue  # of what it is in charge
        if (
            nouns
            and low in ("по", "з", "із", "у")
            and (charge := _IN_CHARGE.match(body, token.span.start, limit))
        ):
            stop = charge.end()
            continue
        if low in PREPOSITIONS or low in BREAKS or form.kind in ("adverb", "other", "verb"):
            break
        if (
            low in PRONOUNS
            or low in _TO_THEM
            or (nouns and not form.genitive and form.kind not in ("name",) and low != "\x01")
        ):
            break
        if low in ("журналистам", "журналістам", "редакции", "редакції", "корреспонденту"):
            break
        if (
            low == "\x01"
            and nouns
            and body[token.span.start] in '«"“'
            and _TO_PAPER.search(body, token.span.start, token.span.stop)
        ):
            break  # «в департаменте «Вестям» сообщили»
        nouns += form.kind in ("noun", "name") or low in _NAMED_SHORT
        stop = token.span.stop
    if stop == at or not nouns:
        return None
    head = WORD.match(body, at)
    if head and head.group().lower() in ("самом", "самой", "самих") and not _INDEED.match(body, head.end()):
        head = WORD.match(body, head.end() + 1)  # «в самом водоканале»
    if head and head.group().lower() in _NOT_BODIES and not _NAME_IN_MARKS.match(body, head.end(), stop + 1):
        return None
    return clean(body, at, stop)


_TO_PAPER = re.compile(r"(?:ам|ям|ому|ему|цю|ку)[»\"”]\Z")
_TO_THEM = listed("им ей ему нам мне вам йому їй їм нам мені вам")
# «штаб по делам военнопленных», «комітет з питань оборони»
_IN_CHARGE = re.compile(
    r"(?:по\s(?:делам|правам|вопросам|борьбе\sс|[а-яё-]{3,20}(?:[аея]нию|литике|льтуре|порту))|[зі]{1,2}\s(?:питань|прав)|у\sсправах)(?=\s)",
    re.IGNORECASE,
)
# «В скорой подтвердили», «в дежурной не ответили»: bodies that talk calls by an adjective.
_NAMED_SHORT = listed(
    "скорой дежурной приёмной приемной ординаторской диспетчерской канцелярской швидкій черговій приймальній"
)
_INDEED = re.compile(r"\s(?:деле|начале|конце|центре|разгаре|городе)(?!\w)", re.IGNORECASE)
# «В центре „Дар“» is no middle of a town.
_NAME_IN_MARKS = re.compile(r"\s(?:[\w-]{3,20}\s){0,3}[«\"“„][^\W\d_]")
_NOT_BODIES = listed(
    """городе місті стране країні мире світі россии росії украине україні войне війні доме будинку селе
    селі поле полі
    лесу лісі центре самом деле справі вечер утром время час день ночь"""
)


__all__ = ["MEDIUM", "in_body_after", "in_body_before", "there_before", "with_post"]
