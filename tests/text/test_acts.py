"""Acts by kind, and whether the words deny them."""

from __future__ import annotations

import pytest
from tests.costs import growth, seconds

from muster.text.deeds.acts import acts, entailed, kinds


def _told(words: str) -> list[tuple[str, bool | None]]:
    return [(a.kind, a.denied) for a in acts(words)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The guns did not shell the village of Varka.", "shelling"),
        ("There was no artillery shelling on Sunday.", "shelling"),
        ("The shelling of which they speak did not take place.", "shelling"),
        ("No one was wounded.", "wounding"),
        ("Four rockets fell, injuring nobody.", "wounding"),
        ("The boats returned without losses.", "casualty"),
        ("В тот день никто не погиб.", "killing"),
        ("Никаких обстрелов не было.", "shelling"),
        ("Пострадавших нет.", "casualty"),
        ("Наши части не обстреливали хутор.", "shelling"),
        ("Нікого не затримували.", "detention"),
        ("Обстрілу лікарні не зафіксовано.", "shelling"),
        ("Жодного вибуху не було.", "explosion"),
        ("There are no miners in custody in the port.", "detention"),
        ("The pumps worked properly all night.", "out_of_service"),
        ("Насосы работали исправно.", "out_of_service"),
        ("Сирени працювали справно.", "out_of_service"),
        ("По дамбе никто не бил.", "shelling"),
        ("Мельница вернулась без жертв.", "casualty"),
        ("Доба минула без обстрілів.", "shelling"),
        ("The ferry operated all week.", "out_of_service"),
        ("Нашу ділянку продовжують утримувати бійці загону.", "capture"),
        ("No civilian houses were hit.", "shelling"),
        ("No residential buildings nearby were damaged.", "destruction"),
        ("Nobody could leave the island.", "departure"),
        ("Никто не смог выехать с острова.", "departure"),
        ("Жителі залишаються в хуторі.", "evacuation"),
        ("They received medical care every day.", "denial_of_treatment"),
        ("None of the stokers of the 5th shift refused to sail.", "refusal"),
        ("The commander gave no order to burn the mill.", "order"),
        ("Командир не отдавал приказа сжечь мельницу.", "order"),
        ("Наказу палити млин не було.", "order"),
        ("The night was quiet in the port.", "calm"),
        ("Ночь в порту прошла спокойно.", "calm"),
        ("Ніч у порту минула спокійно.", "calm"),
        ("Humanitarian aid never reached the island.", "aid"),
        ("Гуманитарная помощь на остров не поступала.", "aid"),
        ("Гуманітарна допомога на острів не надходила.", "aid"),
        ("The ferrymen left voluntarily.", "coercion"),
        ("Паромники выехали добровольно.", "coercion"),
        ("The pier is not under the control of the fleet.", "control"),
        ("Флот выбили из порта.", "control"),
        ("Мірошника щодня оглядав лікар.", "denial_of_treatment"),
        ("The stokers did not loot anything.", "looting"),
        ("Нікого з кочегарів не катували.", "torture"),
    ],
)
def test_a_denial_beside_an_act_denies_it(words: str, kind: str) -> None:
    """Before it, before its noun, or behind the noun, in three languages."""
    assert (kind, True) in _told(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Somebody had switched off the pumps.", "out_of_service"),
        ("Насосы не работали исправно.", "out_of_service"),
        ("Сирени відключили ввечері.", "out_of_service"),
        ("На березі знайшли тіло рибалки.", "killing"),
        ("У списку 23 загиблі.", "killing"),
        ("The miners were held without charge.", "detention"),
        ("Паромная переправа не работала.", "out_of_service"),
        ("Коридор так і не запрацював.", "out_of_service"),
        ("The sick were not given medical care.", "denial_of_treatment"),
        ("Лесника забили до смерти.", "killing"),
        ("Вантажівку повернули, у водіїв забрали зброю.", "disarmament"),
        ("Кочегаров без суда держали в трюме.", "detention"),
        ("Без предупреждения обстреляли пристань.", "shelling"),
        ("Без суду тримали в льосі чотирьох мірошників.", "detention"),
        ("Men taken without papers were beaten.", "beating"),
        ("A helicopter was shot down over the lagoon.", "downing"),
        ("Над лагуной сбит вертолёт.", "downing"),
        ("Над лиманом збито два безпілотники.", "downing"),
        ("С баржи били по пристани.", "shelling"),
        ("По млину били з баржі.", "shelling"),
        ("Лесника били по голове.", "beating"),
        ("Охоронці били мірошника по ногах.", "beating"),
        ("Били по несколько часов подряд.", "beating"),
        ("People waiting for bread were killed by a shell.", "killing"),
        ("Those who waited on the pier were beaten.", "beating"),
        ("The stokers were kept under lock and key.", "detention"),
        ("Кочегаров сутки держали взаперти.", "detention"),
        ("Кочегарів тримали під замком.", "detention"),
        ("The pier was blown up on Friday.", "explosion"),
        ("The aid convoy was looted at the ford.", "looting"),
        ("Мельника увезли силой.", "coercion"),
        ("The captain ordered the stokers to burn the mill.", "order"),
        ("Жертвами обстрела стали трое.", "killing"),
        ("Explosions could be heard all night.", "explosion"),
        ("The boats were shot at.", "shooting"),
        ("Тіло кочегара передали родині.", "handing_over"),
    ],
)
def test_an_act_is_told_in_plain_words(words: str, kind: str) -> None:
    """A body that is found, a list of the dead, being held; a pump that did not work."""
    assert (kind, False) in _told(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Reports that the mill was shelled are false.", "shelling"),
        ("Claims of torture in the tannery are pure invention.", "torture"),
        ("It is a lie that we beat the ferrymen.", "beating"),
        ("Сообщения об обстреле мельницы – фейк.", "shelling"),
        ("Информация об избиении лесника не подтвердилась.", "beating"),
        ("Неправда, что паромщиков били.", "beating"),
        ("Звинувачення у катуванні лісника є вигадкою.", "torture"),
        ("Повідомлення про пожежу на млині не відповідають дійсності.", "fire"),
    ],
)
def test_what_is_called_untrue_is_denied(words: str, kind: str) -> None:
    """A verdict behind a word for what was said, or before "that"."""
    assert (kind, True) in _told(words)


@pytest.mark.parametrize(
    "words",
    [
        "The report on beatings has forty pages; its cover is a fake.",
        "They were beaten because their papers were fake.",
        "He was killed with a fake gun.",
        "Сообщения об обстреле подтвердились. Слухи – ложь.",
        "Лісника побили, а печатка була фальшивою.",
        "Избили за то, что рассказал: выборы – обман.",
    ],
)
def test_a_verdict_on_something_else_denies_no_act(words: str) -> None:
    """In another sentence or clause, or on no words of anybody."""
    told = _told(words)
    assert told and all(denied is False for _, denied in told)


@pytest.mark.parametrize(
    "words",
    [
        "The guns shelled the village of Varka; nobody had warned them.",
        "Not a week passed before they were beaten.",
        "He was not at home when his brother was killed.",
        "Солдат избили, врача не позвали.",
        "Двоє загинули, школу не відбудували.",
        "They beat him and did not say why.",
        "No boat came after the port was hit.",
    ],
)
def test_a_denial_of_something_else_denies_no_act(words: str) -> None:
    """In another clause, or of another verb."""
    told = _told(words)
    assert told and all(denied is False for _, denied in told)


@pytest.mark.parametrize(
    "words",
    [
        "Not only drivers were beaten.",
        "The guns did not stop shelling the village.",
        "The police could not confirm that two were killed.",
        "There is no doubt that they were tortured.",
        "Не исключено, что погибли трое.",
        "Не только били, но и голодом морили.",
        "Інших жертв немає.",
        "Поліція не може підтвердити обстріл.",
        "The fleet plans to shell the port.",
        "The shelling of the port may resume.",
        "They tried to burn the mill.",
        "Residents fear that the mill will be shelled.",
        "Флот может обстрелять порт.",
        "Кочегаров хотели расстрелять.",
        "Флот планує захопити острів.",
        "Рідні бояться, що кочегара вбито.",
        "Ninety stokers are waiting to be evacuated.",
        "Кочегары ждут эвакуации.",
        "Мірошники чекають на евакуацію.",
        "The miners await their arrest.",
        "A request is not a refusal.",
        "Запрос на консультацию — не отказ.",
    ],
)
def test_what_only_looks_like_a_denial_is_left_open(words: str) -> None:
    """ "Not only", "did not stop", "could not confirm", "no others"."""
    assert _told(words)[0][1] is None


def test_acts_that_are_joined_share_a_denial_and_a_comma_ends_it() -> None:
    """ "Were not beaten or tortured", and "no one was killed, three were wounded"."""
    assert _told("They were not beaten or tortured.") == [("beating", True), ("torture", True)]
    assert _told("No one was killed, three were wounded.") == [("killing", True), ("wounding", False)]
    assert _told("Никто не погиб, ранены двое.") == [("killing", True), ("wounding", False)]
    assert _told("Двое ранены, погибших нет.") == [("wounding", False), ("killing", True)]
    assert _told("Обстрілу хутора, як каже мер, не було.") == [("shelling", True)]


def test_an_act_says_the_same_of_what_goes_with_it() -> None:
    """Who was shot was killed; where nobody came to harm nobody was killed, and harm alone is no death."""
    assert "killing" in entailed("execution", False) and "killing" in entailed("casualty", True)
    assert entailed("casualty", False) == ("casualty",)


def test_places_are_characters_and_kinds_are_known() -> None:
    """``words[start:stop]`` is what tells the act."""
    words = "Guards opened fire; later they burned the barn."
    assert [words[a.start : a.stop] for a in acts(words)] == ["opened fire", "burned"]
    assert {a.kind for a in acts(words)} <= set(kinds())


def test_cost_is_linear_in_hostile_words() -> None:
    """Ten thousand denials, acts or openings of forms cost some ten times a thousand."""
    hostile = "reports of shelling are false ", "is a lie that shelling ", "claims are false "
    for piece in (*hostile, "not ", "no shelling and ", "open opened ", "никто не погиб или ", "… – "):

        def cost(size: int, piece: str = piece) -> float:
            return seconds(lambda: acts(piece * size))

        assert growth(cost, 1_000, 10_000, most=20) < 20


def test_what_is_waited_for_leaves_the_act_behind_it_told() -> None:
    """ "Those who waited to be exchanged were beaten": the exchange is open, the beating is not."""
    told = {a.kind: a.denied for a in acts("Soldiers who were waiting to be exchanged were beaten at Tarn.")}
    assert told == {"freeing": None, "beating": False}
    both = {a.kind: a.denied for a in acts("Nobody was killed or wounded.")}
    assert both["killing"] and both["wounding"]
