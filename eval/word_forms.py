"""Are all forms of a word found by one of them? ``python eval/word_forms.py``.

Ukrainian: paradigms of some 240 words written out by hand from stems and school grammar, with their
alternations (кіт / кота, рука / руці, день / дня, писати / пишу); nothing of ``text.lemmas`` is read.
Measured as the project is installed: with the GPL dictionary where the extra ``uk`` is there, else by
rules. Russian: 500 lemmas and the forms that pymorphy3 gives them, which is circular but for ambiguity.
Words are halved by checksum: rules were mended looking at the developing half.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from itertools import combinations
from zlib import crc32

from results_table import Measured, show
from scoring import Tally

from muster.text.lemmas import analyzer, inflected, search_key

# Stems: before the ending, before -і of the dative and locative, of the bare genitive plural.
_HARD_A = """рук руц рук|книг книз книг|дорог дороз доріг|мов мов мов|сестр сестр сестер|школ школ шкіл|
гор гор гір|справ справ справ|бригад бригад бригад|рот рот рот|атак атац атак|хат хат хат|
жінк жінц жінок|перемог перемоз перемог|держав держав держав|вод вод вод|голов голов голів|
машин машин машин|сторон сторон сторін|війн війн воєн|підготовк підготовц підготовок|
довідк довідц довідок|помилк помилц помилок|відмов відмов відмов|мап мап мап|
ракет ракет ракет|хвороб хвороб хвороб|влад влад влад|картин картин картин|
допомог допомоз допомог|загроз загроз загроз|колон колон колон|постанов постанов постанов|
посад посад посад|вимог вимоз вимог|громад громад громад|родин родин родин|
присяг присяз присяг|підозр підозр підозр|скарг скарз скарг"""
_SOFT_A = """земл земель|кул куль|пісн пісень|неділ неділь|тисяч тисяч|вулиц вулиць|лікарн лікарень|
в'язниц в'язниць|кухн кухонь|столиц столиць|сім сімей|границ границь|таблиц таблиць|
полиц полиць"""
_IA = """арм поліц дивіз територ операц мобілізац окупац комісі інформац істор лін станц компан
організац"""
_HARD_M = """солдат солдат|кіт кот|стіл стол|вечір вечор|батальйон батальйон|наказ наказ|народ народ|
ворог ворог|полк полк|загін загон|договір договор|будинок будинк|вибух вибух|
командир командир|суд суд|закон закон|рік рок|дім дом|ліс ліс|свідок свідк|
підрозділ підрозділ|обстріл обстріл|танк танк|літак літак|снаряд снаряд|контракт контракт|
строк строк|адвокат адвокат|прокурор прокурор|вирок вирок|документ документ|доказ доказ|
удар удар|міст мост|ніс нос|поріг порог|початок початк|наслідок наслідк|фронт фронт|
корабель корабл|потяг потяг|підвал підвал|хрест хрест|табір табор"""
_SOFT_M = """день дн|боєць бійц|хлопець хлопц|місяць місяц|учитель учител|січень січн|кінець кінц|
українець українц|переселенець переселенц|доброволець добровольц|житель жител|водій воді|
герой геро|край кра|лікар лікар|секретар секретар|біль бол|вогонь вогн|камінь камен|
тиждень тижн|очевидець очевидц"""
_HARD_N = """міст міст|сел сіл|слов слів|військ військ|вікн вікон|прав прав|озер озер|діл діл|тіл тіл|
числ чисел|свідоцтв свідоцтв|керівництв керівництв|правил правил|агентств агентств"""
_YA_N = """житт питанн рішенн завданн звільненн пораненн порушенн зверненн обвинуваченн покаранн
катуванн полоненн навчанн твердженн"""
_ZERO_F = """ніч ноч|область област|смерть смерт|сіль сол|відповідь відповід|частість частост|
кількість кількост|річ реч|подорож подорож|осінь осен|тінь тін|відсутність відсутност|
більшість більшост|випадковість випадковост"""
_HARD_J = """військов велик нов окрем поранен загибл російськ українськ перш стар місцев цивільн бойов
танков мирн воєнн механізован головн судов кримінальн незаконн полонен важк високоточн
захоплен"""
_SOFT_J = "останн середн колишн літн давн нинішн"
# Infinitive stem and stem of the present, conjugation.
_VERBS = """чита чита 1|зна зна 1|пита пита 1|втрача втрача 1|вмика вмика 1|стріля стріля 1|
обстрілюва обстрілю 1|повідомля повідомля 1|зазнача зазнача 1|вимага вимага 1|писа пиш 1|
каза каж 1|шука шука 1|захища захища 1|отримува отриму 1|працюва працю 1|воюва вою 1|
нес нес 1|стоя сто 2|говори говор 2|ходи ход 2|роби роб 2|бачи бач 2|вчи вч 2|служи служ 2|
носи нос 2|вози воз 2|захопи захоп 2|звільни звільн 2|повідоми повідом 2|заяви заяв 2|
відмови відмов 2|купи куп 2|люби люб 2|проси прос 2|плати плат 2|поверну поверн 1|
загину загин 1|отрима отрима 1|підписа підпиш 1"""
_FIRST_PERSON = {
    "ход": "ходж", "роб": "робл", "нос": "нош", "воз": "вож", "захоп": "захопл", "повідом": "повідомл",
    "заяв": "заявл", "відмов": "відмовл", "куп": "купл", "люб": "любл", "прос": "прош", "плат": "плач",
}  # fmt: skip


def _rows(table: str) -> Iterator[list[str]]:
    for row in table.split("|"):
        parts = row.split()
        if parts:
            yield parts


def _with(stem: str, endings: str) -> list[str]:
    return [stem + ("" if e == "-" else e) for e in endings.split()]


def ukrainian() -> dict[str, list[str]]:
    """Citation form → its forms, the citation form first."""
    found: list[list[str]] = []
    for s, soft, bare in _rows(_HARD_A):
        found.append([*_with(s, "а и у ою ам ами ах"), soft + "і", bare])
    for s, bare in _rows(_SOFT_A):
        found.append([*_with(s, "а і у ею ам ами ах" if s.endswith("ч") else "я і ю ею ям ями ях"), bare])
    for s in _IA.split():
        found.append(_with(s.removesuffix("і"), "ія ії ію ією ій іям іями іях"))
    for n, s in _rows(_HARD_M):
        soft = {"г": "з", "х": "с"}.get(s[-1], s[-1])
        one = "я ю еві ем і ів ям ями ях" if s.endswith("бл") else "а у ові ом и ів ам ами ах"
        found.append([n, *_with(s, one), s[:-1] + soft + "і"])
    for n, s in _rows(_SOFT_M):
        if n.endswith("й"):
            found.append([n, *_with(s, "я ю єві єм ї їв ям ями ях")])
        elif n.endswith("сть"):
            found.append([n, *_with(s, "і ей ям ями ях")])
        else:
            found.append([n, *_with(s, "я ю еві ем і ів ям ями ях")])
    for s, bare in _rows(_HARD_N):
        found.append([*_with(s, "о а у ом і ам ами ах"), bare])
    for s in _YA_N.split():
        found.append([*_with(s, "я ю ям і"), s[:-1] + "ь" if s.endswith("нн") else s + "я"])
    for n, s in _rows(_ZERO_F):
        found.append([n, *_with(s, "і ей ам ами ах" if s[-1] in "чж" else "і ей ям ями ях")])
    for s in _HARD_J.split():
        found.append(_with(s, "ий ого ому им ім а ої ій у ою е і их ими"))
    for s in _SOFT_J.split():
        found.append(_with(s, "ій ього ьому ім я ьої ю ьою є і іх іми"))
    for s, now, kind in _rows(_VERBS):
        past = _with(s, "ти в ла ло ли") if s[-1] in "аиіяу" else _with(s, "ти ла ло ли")
        if kind == "1":
            tail = "ю єш є ємо єте ють" if now[-1] in "аяую" else "у еш е емо ете уть"
            found.append([*past, *_with(now, tail)])
        elif now.endswith("о"):
            found.append([*past, *_with(now, "ю їш їть їмо їте ять")])
        else:
            hush = now[-1] in "чжш"
            first = _FIRST_PERSON.get(now, now)
            first += "у" if first[-1] in "чжш" else "ю"
            found.append([*past, first, *_with(now, "иш ить имо ите"), now + ("ать" if hush else "ять")])
    return {forms[0]: list(dict.fromkeys(forms)) for forms in found}


_RUSSIAN = """солдат командир бригада полк рота батальон приказ отказ письмо рапорт контракт срок суд
судья прокурор адвокат закон статья дело война мир город село область район дорога дом
больница школа семья мать отец сын дочь жена муж брат сестра человек ребёнок женщина мужчина
день ночь неделя месяц год час утро вечер зима лето весна осень имя время армия граница
фронт атака удар обстрел снаряд ракета танк самолёт корабль взрыв пожар огонь вода хлеб
деньги зарплата выплата правда слово голос вопрос ответ помощь жалоба справка документ
подпись решение приговор следствие показание свидетель обвинение защита задержание арест
тюрьма плен обмен раненый погибший пропавший список число часть доля процент потеря
журналист газета канал источник сообщение заявление доклад отчёт комиссия комитет
министерство правительство президент губернатор депутат партия совет собрание организация
фонд центр штаб управление отдел служба полиция разведка граница отказаться говорить сказать
сообщить заявить утверждать подтвердить отрицать писать написать подписать читать знать
думать считать видеть слышать помнить забыть взять брать дать давать получить получать идти
ехать прийти приехать уйти уехать вернуться вернуть остаться стать начать кончить закрыть
открыть убить погибнуть умереть жить служить воевать стрелять защищать просить требовать
обещать угрожать бояться ждать искать найти потерять помочь лечить учить работать новый
старый большой маленький первый последний военный мирный русский украинский местный
областной районный главный уголовный судебный законный незаконный раненый мёртвый живой
тяжёлый лёгкий важный нужный известный свободный"""


def russian() -> dict[str, list[str]]:
    """The same for Russian, by pymorphy3's own inflection."""
    morph = analyzer("ru")
    found = {}
    for word in dict.fromkeys(_RUSSIAN.split()):
        first = morph.parse(word)[0]
        found[word] = list(dict.fromkeys([word, *(form.word for form in first.lexeme)]))[:40]
    return found


def scored(name: str, language: str, table: dict[str, list[str]]) -> Measured:
    """Share of a word's forms that have the key of its citation form; words of other lemmas that have it
    too."""
    tally = Tally()
    keys = {word: {form: search_key(form, language) for form in forms} for word, forms in table.items()}
    for word, by_form in keys.items():
        asked = {word, by_form[word], *inflected(word, language)}
        for form, key in by_form.items():
            if form != word:
                tally.add(word, "forms of one key", key == by_form[word], 1)
                tally.add(word, "forms found by a search", bool(asked & {form, key}), 1)
    near = [pair for pair in combinations(sorted(keys), 2) if pair[0][:3] == pair[1][:3]]
    for one, other in near:
        apart = not set(keys[one].values()) & set(keys[other].values())
        tally.add(f"{one} {other}", "words alike kept apart", apart, 1)
    forms = sum(len(found) - 1 for found in table.values())
    digest = hashlib.sha256(repr(sorted(table.items())).encode()).hexdigest()[:16]
    return Measured(name, "-", len(table), forms, digest, tally.figures(), unit="words")


def measure() -> Iterator[Measured]:
    """Ukrainian by halves, then Russian."""
    how = "dictionary" if analyzer("uk") is not None else "rules"
    table = ukrainian()
    for number, half in enumerate(("developing", "measuring")):
        part = {w: forms for w, forms in table.items() if crc32(w.encode()) % 2 == number}
        yield scored(f"word forms, Ukrainian by {how}, {half}", "uk", part)
    yield scored("word forms, Russian", "ru", russian())


if __name__ == "__main__":
    sys.exit(bool(show(measure())))
