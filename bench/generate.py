"""Documents for benchmarks: made-up conflict reporting in three languages, the same for the same seed.

    python bench/generate.py FOLDER --articles 1000 --characters 4000
    python bench/generate.py FOLDER --posts 400 --articles 6

One document in ten repeats an earlier one with small changes, as wires do.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

_NAMES = {
    "en": [
        "Oren Talvik",
        "Marta Oslend",
        "Pavel Druzh",
        "Irina Kelm",
        "Lev Santor",
        "Dana Vireo",
        "Timur Askel",
    ],
    "ru": [
        "Орен Тальвик",
        "Марта Осленд",
        "Павел Друж",
        "Ирина Кельм",
        "Лев Сантор",
        "Дана Вирео",
        "Тимур Аскель",
    ],
    "uk": [
        "Орен Тальвік",
        "Марта Осленд",
        "Павло Друж",
        "Ірина Кельм",
        "Лев Сантор",
        "Дана Вірео",
        "Тимур Аскель",
    ],
}
_PLACES = {
    "en": ["Varnograd", "Sel Oska", "Tirnau", "Lower Kemsk", "Port Aldan", "Mirovka"],
    "ru": ["Варноград", "Сел-Оска", "Тирнау", "Нижний Кемск", "Порт-Алдан", "Мировка"],
    "uk": ["Варноград", "Сел-Оска", "Тірнау", "Нижній Кемськ", "Порт-Алдан", "Мирівка"],
}
_ROLES = {
    "en": [
        "a lawyer for the Northern Aid desk",
        "the head of the Open Register",
        "a nurse",
        "the regional governor",
    ],
    "ru": ["юрист «Северной помощи»", "глава «Открытого реестра»", "медсестра", "губернатор области"],
    "uk": ["юрист «Північної допомоги»", "голова «Відкритого реєстру»", "медсестра", "губернатор області"],
}
_SENTENCES = {
    "en": [
        '"We counted {n} men who came back from {place} and will not go again," said {name}, {role}.',
        "According to {name}, at least {n} families from {m} districts of {place} have asked for help since {day}.",
        "{name} told Channel Nine that between {m} and {k} percent of those called up near {place} had refused.",
        "The ministry denied that any of the {n} soldiers had been left without food.",
        "On {day}, two shells fell on the market of {place}, and {m} people were wounded, the town council reported.",
        "It is understood that dozens of letters were sent to the command; none has been answered so far.",
        "The road to {place} stayed closed for {m} days while engineers looked for mines along the river.",
        "Later that month the convoy moved on, and the shops in {place} opened again for a few hours a day.",
    ],
    "ru": [
        "«Мы насчитали {n} человек, которые вернулись из города {place} и больше не поедут», — сказал {name}, {role}.",
        "По словам {name}, не менее {n} семей из {m} районов обратились за помощью с {day}.",
        "{name} сообщил «Девятому каналу», что от {m} до {k} процентов призванных под {place} отказались.",
        "Министерство опровергло, что кто-либо из {n} солдат остался без еды.",
        "{day} два снаряда попали в рынок, ранены {m} человек, сообщил городской совет.",
        "Десятки писем, как утверждается, были отправлены командованию; ответа пока нет.",
        "Дорога на {place} была закрыта {m} дней, пока сапёры искали мины вдоль реки.",
        "Позже в том же месяце колонна двинулась дальше, и магазины открылись на несколько часов в день.",
    ],
    "uk": [
        "«Ми нарахували {n} людей, які повернулися з міста {place} і більше не поїдуть», — сказав {name}, {role}.",
        "За словами {name}, щонайменше {n} родин із {m} районів звернулися по допомогу з {day}.",
        "{name} повідомив «Дев'ятому каналу», що від {m} до {k} відсотків призваних під {place} відмовилися.",
        "Міністерство заперечило, що хтось із {n} солдатів лишився без їжі.",
        "{day} два снаряди влучили в ринок, поранено {m} людей, повідомила міська рада.",
        "Десятки листів, як стверджують, надіслали командуванню; відповіді поки немає.",
        "Дорога на {place} була закрита {m} днів, поки сапери шукали міни вздовж річки.",
        "Пізніше того ж місяця колона рушила далі, і крамниці відчинили на кілька годин на день.",
    ],
}
_MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June"],
    "ru": ["января", "февраля", "марта", "апреля", "мая", "июня"],
    "uk": ["січня", "лютого", "березня", "квітня", "травня", "червня"],
}
_FILLER = {
    "en": "river bridge school winter letter field window bread station clinic harvest committee road bus uncle "
    "evening register ferry market engine garden officer paper stove village shift radio ladder",
    "ru": "река мост школа зима письмо поле окно хлеб станция больница урожай комитет дорога автобус дядя вечер "
    "список паром рынок мотор огород офицер бумага печь деревня смена радио лестница",
    "uk": "річка міст школа зима лист поле вікно хліб станція лікарня врожай комітет дорога автобус дядько вечір "
    "список пором ринок мотор город офіцер папір піч село зміна радіо драбина",
}


def sentence(rng: random.Random, language: str) -> str:
    """One made-up sentence; three in five are narrative without a figure, about as dense as news is."""
    if rng.random() < 0.6:
        words = rng.choices(_FILLER[language].split(), k=rng.randint(8, 18))
        return " ".join(words).capitalize() + "."
    day = f"{rng.randint(1, 28)} {rng.choice(_MONTHS[language])}"
    return rng.choice(_SENTENCES[language]).format(
        n=rng.randint(12, 4000),
        m=rng.randint(2, 30),
        k=rng.randint(31, 70),
        name=rng.choice(_NAMES[language]),
        role=rng.choice(_ROLES[language]),
        place=rng.choice(_PLACES[language]),
        day=day,
    )


def body(rng: random.Random, language: str, characters: int) -> str:
    """About ``characters`` of text in paragraphs of three sentences."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < characters:
        paragraphs.append(" ".join(sentence(rng, language) for _ in range(3)))
    return "\n\n".join(paragraphs)


def _repeat(rng: random.Random, text: str) -> str:
    """An earlier text with a sentence lost and a word changed."""
    parts = text.split(". ")
    if len(parts) > 3:
        del parts[rng.randrange(1, len(parts) - 1)]
    return ". ".join(parts).replace(" and ", " as well as ", 1)


def _series(rng: random.Random, number: int, characters: int) -> Callable[[], tuple[int, str]]:
    earlier: list[str] = []
    count = iter(range(number))

    def following() -> tuple[int, str]:
        index = next(count)
        if earlier and rng.random() < 0.1:
            text = _repeat(rng, rng.choice(earlier))
        else:
            text = body(rng, rng.choice(("en", "ru", "uk")), characters)
        # A window, so that making 100,000 documents needs no more memory than making 1,000.
        earlier.append(text)
        if len(earlier) > 200:
            earlier.pop(0)
        return index, text

    return following


def articles(folder: Path, number: int, characters: int, seed: int = 1) -> None:
    """``number`` plain-text files with headline and date line, a thousand a folder."""
    rng = random.Random(seed)
    following = _series(rng, number, characters)
    start = datetime(2031, 1, 1, tzinfo=UTC)
    for _ in range(number):
        index, text = following()
        place = folder / f"outlet-{index // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        day = (start + timedelta(hours=index % 4000)).date().isoformat()
        (place / f"{index:06d}.txt").write_text(f"Report number {index}\n{day}\n\n{text}\n", "utf-8")


def posts(folder: Path, number: int, characters: int = 400, seed: int = 2) -> None:
    """``number`` posts of six channels as plain lists of posts."""
    rng = random.Random(seed)
    following = _series(rng, number, characters)
    start = datetime(2031, 3, 1, 6, tzinfo=UTC)
    channels: dict[int, list[dict[str, object]]] = {}
    for _ in range(number):
        index, text = following()
        which = rng.randrange(6)
        channels.setdefault(which, []).append(
            {
                "message_id": index,
                "text": text,
                "date": (start + timedelta(minutes=index)).isoformat(),
                "channel": f"Channel {which}",
            }
        )
    folder.mkdir(parents=True, exist_ok=True)
    for which, listed in channels.items():
        (folder / f"channel-{which}.json").write_text(
            json.dumps(listed, ensure_ascii=False, indent=1), "utf-8"
        )


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--characters", type=int, default=4000)
    parser.add_argument("--posts", type=int, default=0)
    given = parser.parse_args()
    if given.articles:
        articles(given.folder, given.articles, given.characters)
    if given.posts:
        posts(given.folder / "posts", given.posts)


if __name__ == "__main__":
    main()
