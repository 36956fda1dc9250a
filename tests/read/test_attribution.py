"""Who said what, in three languages, as lines of text.

In a line, ``[…]`` marks the words of the claim (one pair a part), ``{…}`` the speaker as named
there. The other columns say who that is, and how it was said.
"""

from __future__ import annotations

import re

import pytest

from muster.model.claims import Claim, ReadingContext
from muster.model.evidence import Text
from muster.read import read_text
from muster.read.attribution import find_claims
from muster.read.page import lay_out
from muster.read.people.people import find_named
from muster.read.protection.anonymity import protect

Line = tuple[str, str | None, str]

ENGLISH: list[Line] = [
    ("{Anna Brook} said that [the unit had lost twelve men].", "Anna Brook", "indirect"),
    ("{Anna Brook} said [the unit had lost twelve men].", "Anna Brook", "indirect"),
    ("“[We left at night],” said {lawyer Anna Brook}.", "Anna Brook", "direct"),
    ("“[We left at night],” {Anna Brook} told the Northern Post.", "Anna Brook", "direct"),
    ("“[We left],” {Anna Brook} said, “[because nobody came.]”", "Anna Brook", "direct"),
    (
        "{Anna Brook, the founder of Harbour Legal Team}, told Northern Post that [forty men refused].",
        "Anna Brook",
        "indirect",
    ),
    ("[Forty men had refused], according to {Anna Brook, a lawyer in the town}.", "Anna Brook", "indirect"),
    ("According to {the Harbour Legal Team}, [forty men had refused].", "Harbour Legal Team", "indirect"),
    (
        "[Commanders threaten the men with prison], wrote {lawyer Anna Brook} on Telegram.",
        "Anna Brook",
        "indirect",
    ),
    ("[They were shelled], {Anna Brook} says, [both on the road and in the camp].", "Anna Brook", "indirect"),
    ("{The prosecutor} said that [the order had been “premature” and was withdrawn].", None, "mixed"),
    ("{The Defence Ministry} denied that [any soldiers had refused].", "Defence Ministry", "indirect"),
    ("{Human rights lawyers} say [dozens of men have refused].", "Human rights lawyers", "group"),
    ("It was reported that [forty men had refused].", None, "nobody"),
    ("[Forty men are understood to have refused].", None, "nobody"),
    ("{The Harbour Watch} has recorded [at least 40 refusals in two towns].", "Harbour Watch", "indirect"),
    ("{Lawyers} have documented [dozens of cases].", "Lawyers", "group"),
    ("{Lawyers}: [forty men had refused to go]", "Lawyers", "group"),
    ("{One officer} asked: “[Why did nobody come?]”", None, "direct"),
    ("{Pavel Orlenko} believes [his commanders had planned to leave earlier].", "Pavel Orlenko", "indirect"),
]
RUSSIAN: list[Line] = [
    ("{Адвокат Анна Кравчук} заявила, что [отказались сорок человек].", "Анна Кравчук", "indirect"),
    ("«[Мы ушли ночью]», – сказал {Иван Ветров}.", "Иван Ветров", "direct"),
    ("«[Мы ушли ночью], – сказал {Иван Ветров}, – [и никто не пришёл]».", "Иван Ветров", "direct"),
    ("По словам {адвоката Анны Кравчук}, [отказались сорок человек].", "Анна Кравчук", "indirect"),
    ("[Отказались сорок человек], сообщил {Иван Ветров}.", "Иван Ветров", "indirect"),
    ("[Отказались сорок человек], сообщили в {МИД}.", "МИД", "indirect"),
    ("Как сообщила {Анна Кравчук}, [отказались сорок человек].", "Анна Кравчук", "indirect"),
    (
        "{Анна Кравчук, директор центра «Причал»}, рассказала, что [отказались сорок человек].",
        "Анна Кравчук",
        "indirect",
    ),
    ("{Минобороны} опровергло [сообщения об отказах].", "Минобороны", "indirect"),
    ("{Иван Ветров} сказал: «[Мы ушли ночью]».", "Иван Ветров", "direct"),
    ("— [Мы не поедем], — сказал {Иван Ветров}.", "Иван Ветров", "direct"),
    ("[Отказались сорок человек]. Об этом сообщил {мэр Иван Ветров}.", "Иван Ветров", "indirect"),
    ("{Комитет солдатских вдов} зафиксировал [не менее 40 отказов].", "Комитет солдатских вдов", "indirect"),
    ("{Правозащитники}: [не менее 40 солдат отказались ехать]", "Правозащитники", "group"),
    ("Сообщается, что [отказались сорок человек].", None, "nobody"),
    ("«[Нас было тридцать]», — рассказал {военнослужащий с позывным «Ворон»}.", "Ворон", "direct"),
]
UKRAINIAN: list[Line] = [
    ("{Адвокатка Олена Гай} заявила, що [відмовилися сорок людей].", "Олена Гай", "indirect"),
    ("«[Ми пішли вночі]», – сказав {Андрій Вітрук}.", "Андрій Вітрук", "direct"),
    ("За словами {речника Андрія Вітрука}, [відмовилися сорок людей].", "Андрій Вітрук", "indirect"),
    ("За даними {ГУР}, [відмовилися сорок людей].", "ГУР", "indirect"),
    ("[Відмовилися сорок людей], повідомив {Андрій Вітрук}.", "Андрій Вітрук", "indirect"),
    ("Як повідомила {Олена Гай}, [відмовилися сорок людей].", "Олена Гай", "indirect"),
    ("{Міноборони} спростувало [інформацію про відмови].", "Міноборони", "indirect"),
    ("[Відмовилися сорок людей]. Про це повідомила {Олена Гай}.", "Олена Гай", "indirect"),
    (
        "{Комітет солдатських матерів} зафіксував [щонайменше 40 відмов].",
        "Комітет солдатських матерів",
        "indirect",
    ),
    ("Повідомляється, що [відмовилися сорок людей].", None, "nobody"),
]


def claims_of(body: str) -> list[Claim]:
    page = lay_out(Text("text-1", "doc-1", body, "und", "test/1"))
    return find_claims(page, protect(page, find_named(page)))


@pytest.mark.parametrize(("line", "name", "how"), ENGLISH + RUSSIAN + UKRAINIAN)
def test_a_frame_gives_words_and_speaker(line: str, name: str | None, how: str) -> None:
    """The claim holds exactly the marked words and names the marked speaker."""
    body = re.sub(r"[\[\]{}]", "", line)
    words = re.findall(r"\[(.*?)\]", re.sub(r"[{}]", "", line))
    speaker = re.search(r"\{(.*?)\}", line)
    found = [c for c in claims_of(body) if [p.words for p in (c.parts or (c.passage,))] == words]
    assert found, [(c.passage.words, c.speaker and c.speaker.words) for c in claims_of(body)]
    claim = found[0]
    assert (claim.speaker.words if claim.speaker else None) == (speaker.group(1) if speaker else None)
    assert claim.said_by[0].name == name
    if how in ("direct", "indirect", "mixed"):
        assert claim.kind == how
    elif how == "group":
        assert claim.source_kind == "group"
    else:
        assert claim.source_kind == "anonymous" and claim.confidence < 0.7


def one(body: str, words: str) -> Claim:
    """The claim whose words begin like this."""
    return next(c for c in claims_of(body) if c.passage.words.startswith(words))


def test_a_quotation_without_a_verb_goes_on_with_the_speaker_of_its_paragraph() -> None:
    """Right after the sentence of its frame it is the same claim; further on it is less sure."""
    body = "“We left at night,” said Anna Brook. “There was nobody to ask.” It rained. “Nobody came for us.”"
    first, second = one(body, "We left"), one(body, "Nobody came")
    assert [p.words for p in first.parts] == ["We left at night", "There was nobody to ask."]
    assert second.said_by[0].name == "Anna Brook" and second.confidence < first.confidence


def test_a_paragraph_that_is_only_a_quotation_names_nobody() -> None:
    """A speaker is never guessed from another paragraph that ended with narration."""
    claim = one("Anna Brook left the town at noon.\n“There was nobody to ask in that place.”", "There was")
    assert claim.said_by[0].name is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The clerk said the order was “premature”.", "mixed"),
        ("The clerk said nobody would call the flood a “disaster” before May.", "indirect"),
        ("Мэр заявил, что газета «Тернь» закрыта.", "indirect"),
        ("Мэр заявил, что это «не наша беда», и ушёл.", "mixed"),
        ("Мер заявив, що рішення було «ганебним».", "mixed"),
    ],
)
def test_one_word_in_marks_may_be_a_name(body: str, kind: str) -> None:
    """A title, or a word held at arm's length, is nobody's speech."""
    read = read_text(Text("text-1", "doc-1", body, "und", "test"), ReadingContext())
    assert [c.kind for c in read.claims if not c.own_voice] == [kind]


def test_a_pronoun_goes_to_the_last_fitting_person() -> None:
    """She is Anna, he is Pavel, with less confidence than a name."""
    body = "Anna Brook met Pavel Orlenko. She said that forty men had refused. He said that it was fifty."
    assert one(body, "forty").said_by[0].name == "Anna Brook"
    assert one(body, "it was fifty").said_by[0].name == "Pavel Orlenko"
    assert one(body, "forty").confidence < 0.8


def test_a_claim_inside_a_claim_names_both_speakers_nearest_first() -> None:
    """ "He says his team estimates": the team said it, he passed it on."""
    body = "Anna Brook, head of the Harbour Legal Team, says her team estimates forty men refused to go."
    inner = one(body, "forty men")
    outer = one(body, "her team estimates")
    assert inner.inside == outer.id
    assert [s.organisation for s in inner.said_by] == ["Harbour Legal Team"] * 2
    assert inner.source_kind == "group" and inner.said_by[1].name == "Anna Brook"


def test_words_somebody_might_say_are_hypothetical() -> None:
    """A quotation under "could I tell her to" was never said."""
    claim = one(
        "“Could I call her and tell her to ‘pack all your things and leave’?” Anna Brook said.", "pack"
    )
    assert claim.hypothetical


def test_the_verb_of_a_denied_wish_keeps_its_negation() -> None:
    """Whoever "does not want to" do something is not shown as one who wants to."""
    claims = [c for c in claims_of("Brook does not want to go back to the bridge.") if not c.own_voice]
    assert [c.cue.words for c in claims if c.cue] == ["does not want"]


def test_role_and_organisation_come_from_the_apposition() -> None:
    """In three languages, in the nominative where the words stand beside a known role."""
    english = one("Anna Brook, the founder of the Harbour Legal Team, said that men refused.", "men").said_by[
        0
    ]
    russian = one("По словам директора центра «Причал» Анны Кравчук, люди отказались ехать.", "люди").said_by[
        0
    ]
    ukrainian = one("За словами речника Міноборони Андрія Вітрука, люди відмовилися їхати.", "люди").said_by[
        0
    ]
    assert (english.role, english.organisation) == (
        "the founder of the Harbour Legal Team",
        "Harbour Legal Team",
    )
    assert (russian.name, russian.role, russian.organisation) == (
        "Анна Кравчук",
        "директор центра «Причал»",
        "Причал",
    )
    assert (ukrainian.role, ukrainian.organisation) == ("речник Міноборони", "Міноборони")


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("Anna Brook told the BBC that men refused to go.", "BBC", "outlet"),
        ("Anna Brook wrote on Telegram that men refused to go.", "Telegram", "platform"),
        (
            "Anna Brook said that men refused to go, in an intercepted call.",
            "intercepted call",
            "interception",
        ),
        (
            "Men refused to go, according to documents seen by Northern Post.",
            "documents seen by Northern Post",
            "document",
        ),
        ("Анна Кравчук рассказала Би-би-си, что люди отказались ехать.", "Би-би-си", "outlet"),
        ("Анна Кравчук написала в Telegram, что люди отказались ехать.", "Telegram", "platform"),
        ("Олена Гай сказала Суспільному, що люди відмовилися їхати.", "Суспільному", "outlet"),
        ("Боєць розповів виданню The Lantern, що люди відмовилися їхати.", "The Lantern", "outlet"),
        ("Боец рассказал «Вечернему берегу», что люди отказались ехать.", "Вечерний берег", "outlet"),
        ("В больнице «Берегу» сообщили, что люди отказались ехать.", "Берег", "outlet"),
        ("A soldier told Radio Luh on Monday by phone that men refused to go.", "Radio Luh", "outlet"),
        ("A soldier told The Lantern this week that men refused to go.", "Lantern", "outlet"),
    ],
)
def test_the_medium_is_kept(body: str, name: str, kind: str) -> None:
    """Through whom the words went is part of the claim."""
    assert any((c.name, c.kind) == (name, kind) for claim in claims_of(body) for c in claim.via)


@pytest.mark.parametrize(
    "body",
    [
        "«Вечерний берег» сообщил, что люди отказались ехать.",
        "Боец рассказал Анне, что люди отказались ехать.",
        "Боец рассказал, что «Берег» сгорел.",
        "Боєць повідомив Ганні Гай, що люди відмовилися їхати.",
    ],
)
def test_whoever_speaks_or_listens_is_no_medium(body: str) -> None:
    """A paper that says it itself, a woman who was told."""
    assert [c for claim in claims_of(body) for c in claim.via] == []


@pytest.mark.parametrize(
    ("body", "hedge"),
    [
        ("Anna Brook said that so far none had been charged.", "so far"),
        ("Anna Brook said the number could be much higher.", "could"),
        ("Anna Brook says she is not aware of any charges.", "not aware of"),
        ("Forty men are understood to have refused.", "understood to"),
        ("По предварительным данным, отказались сорок человек.", "По предварительным данным"),
        ("Анна Кравчук сообщила, что якобы отказались сорок человек.", "якобы"),
        ("Олена Гай каже, що наразі відмовилися сорок людей.", "наразі"),
    ],
)
def test_every_hedge_is_kept(body: str, hedge: str) -> None:
    """A hedge in the words or in the frame belongs to the claim."""
    assert any(h.words == hedge for claim in claims_of(body) for h in claim.hedges)


@pytest.mark.parametrize(
    ("body", "words", "basis"),
    [
        ("“We left at night,” said Anna, a nurse.", "We left", "first-hand"),
        (
            "“From the cases we have seen, men are threatened,” said lawyer Anna Brook.",
            "From the",
            "own-caseload",
        ),
        ("A spokesman for the Defence Ministry said no men had refused.", "no men", "party"),
        ("Men refused to go, according to documents seen by Northern Post.", "Men refused", "document"),
        ("Pavel was told that men had refused to go.", "men had", "unknown"),
        ("“He refused to go,” said Anna, the mother of a soldier.", "He refused", "second-hand"),
        ("Anna Brook, an analyst, said men had refused.", "men had", "unknown"),
        ("«К нам обратились сорок человек», – сказала адвокат Анна Кравчук.", "К нам", "own-caseload"),
        ("Міноборони заявило, що ніхто не відмовлявся.", "ніхто", "party"),
        ("“None of the 30 men I advise was charged,” said lawyer Anna Brook.", "None", "own-caseload"),
        (
            "Anna Brook, a lawyer, helps thirty men. “None of the 30 has been tried,” she said.",
            "None",
            "own-caseload",
        ),
        ("«Никто из тех, кого я веду, не осуждён», – сказала адвокат Анна Кравчук.", "Никто", "own-caseload"),
        (
            "«Жоден із тих, кого я веду, не засуджений», – сказала адвокатка Олена Гай.",
            "Жоден",
            "own-caseload",
        ),
        ("“The harm has not been shown”, says the order. Anna left.", "The harm", "document"),
        (
            "The office sent a reply. “The harm has not been shown”, it says, and closed.",
            "The harm",
            "document",
        ),
        ("Nine men drowned, according to Oskar Vill, who was on the second boat.", "Nine men", "first-hand"),
        ("Nine men drowned, according to Oskar Vill, who lives in town.", "Nine men", "unknown"),
        ("The Committee of Mothers said that forty men had left.", "forty", "own-caseload"),
    ],
)
def test_the_basis_follows_a_rule(body: str, words: str, basis: str) -> None:
    """First-hand, caseload, party, document, hearsay and second-hand; else unknown."""
    assert one(body, words).basis == basis


def test_a_denial_is_no_assertion() -> None:
    """What is denied keeps its words and says that it is denied."""
    assert one("The Defence Ministry denied that men had refused.", "men had").stance == "denied"
    assert one("Минобороны опровергло сообщения об отказах.", "сообщения").stance == "denied"
    assert one("Міноборони спростувало інформацію про відмови.", "інформацію").stance == "denied"


def test_an_agency_that_cites_another_is_not_the_first_to_say_it() -> None:
    """«сообщает X со ссылкой на Y»: Y, then X."""
    claim = one("Отказались сорок человек, сообщает Reuters со ссылкой на Минобороны.", "Отказались")
    assert [s.name for s in claim.said_by] == ["Минобороны", "Reuters"]


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    """Attributed at its end, it is his from its beginning."""
    claim = one('"We left at night.\n\nThere were thirty of us," said Anna Brook.', "We left")
    assert claim.said_by[0].name == "Anna Brook"


def test_borrowed_words_are_not_speech() -> None:
    """A name or a term in marks is nobody's claim."""
    assert claims_of("The cruiser «Буря» and the so-called “operation” were in the report.") == []
    assert claims_of("Центр «Причал» открылся в новом здании на Садовой.") == []


def test_a_letter_that_speaks_is_its_senders() -> None:
    """«Об этом говорится в докладе …»: a paper, of the body in quotation marks, in its base form."""
    claim = one("Не менее 40 солдат ушли. Об этом говорится в докладе «Палаты солдатских вдов».", "Не менее")
    assert claim.source_kind == "document"
    assert [(s.name, s.organisation) for s in claim.said_by] == [(None, "Палата солдатских вдов")]


def test_the_whole_paragraph_behind_a_label_is_his() -> None:
    """What he says in the first person in it too."""
    claims = claims_of("ANNA BROOK (Green Hill): I will say that forty men left. We know no more.")
    assert {s.name for c in claims for s in c.said_by} == {"Anna Brook"}


def test_an_order_is_no_hearsay() -> None:
    """ "Was told to leave" tells what was ordered, not what was heard."""
    assert {c.basis for c in claims_of("Pavel was told to leave the town at night.")} <= {"unknown"}


def test_nobody_and_numbers_are_no_speakers_description() -> None:
    """A claim's speaker is unnamed then, without a role."""
    for body in ("Nobody said that men had refused.", "30 percent of them said that men had refused."):
        assert all(s.name is None and s.role is None for c in claims_of(body) for s in c.said_by), body


def test_a_frame_without_words_does_not_break_the_text() -> None:
    """Who says it stands before whom it is from, and nothing between: the rest of the text is read."""
    for body in (
        "Мельницу продали, утверждает Северный вестник, ссылаясь на соседей.\n\nМост закрыт.",
        "Паром утонул, сообщил Речной телеграф, ссылаясь на сторожа\n\nСпасли 12 человек.",
        "Мост закроют, сообщают СМИ, ссылаясь на надёжный источник",
    ):
        text = Text("text-1", "doc-1", body, "ru", "test")
        assert read_text(text, ReadingContext()).claims


def test_a_share_below_nothing_is_a_change() -> None:
    """«Минус 33,5 %» is no part of a whole: it is kept as per cent, and the text is read."""
    body = "Перевозки упали: лес (минус 33,5%), зерно (минус 5,2%), удобрения (минус 120%)."
    reading = read_text(Text("text-1", "doc-1", body, "ru", "test"), ReadingContext())
    assert [(q.low, q.unit) for q in reading.quantities] == [
        (pytest.approx(n), "percent") for n in (-33.5, -5.2, -120)
    ]
