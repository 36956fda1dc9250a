"""Who is meant: pronouns, descriptions, quotations without a frame, the only witness of a text."""

from __future__ import annotations

import pytest
from tests.read.marked import claims_of

from muster.model.claims import Claim


def one(body: str, words: str) -> Claim:
    """The innermost claim that holds these words."""
    found = [c for c in claims_of(body) if words in c.passage.words]
    assert found, words
    return min(found, key=lambda c: len(c.passage.words))


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("Peter Lund met Karl Berg in Odden. He said the road was open.", "the road", "Peter Lund"),
        # A paper that a body spoke in goes on with the body, a paper that spoke itself with the paper.
        (
            "Three stations were hit, the Energy Ministry said in a report. It said crews were at work.",
            "crews",
            "Energy Ministry",
        ),
        ("Holm said in a letter that he had left. It says nobody stayed.", "nobody stayed", None),
        (
            "Anna Holm said her husband had told her that it was over. “He said we must go,” Holm added.",
            "we must go",
            None,
        ),
        (
            "My brother, Sergeant Ivo Lund, wrote to us. My brother says nobody left.",
            "nobody left",
            "Ivo Lund",
        ),
        ("Witness D, a driver, wept. “Nobody left,” the witness said.", "Nobody left", "Witness D"),
        ("An army spokesman, Colonel Karl Berg, had no comment. “We wait,” he said.", "We wait", "Karl Berg"),
        (
            "Paul Lund came with Ida Lund. “They lied,” Mr Lund said.",
            "They lied",
            "Paul Lund",
        ),
        ("Ida Lund left. A neighbour said that she had seen it. It was, she said, dark.", "dark", None),
        ("Oksa Dren slept there. Dren, 58, taught music. “I was alone,” she says.", "alone", "Oksa Dren"),
        ("The army says it won. Anna Holm laughs at this. “It was a barn.”", "a barn", "Anna Holm"),
        (
            "The Fen Ministry was late. In a statement, it said that it was shut.",
            "it was shut",
            "Fen Ministry",
        ),
        (
            "The garrison's chief, Col. Karl Berg, left. The chief said that it was shut.",
            "was shut",
            "Karl Berg",
        ),
        ("He met a driver, Captain Karl Berg. The driver said that it was shut.", "was shut", None),
        ("Army spokesman Karl Berg left. The army denied that it was shut.", "it was shut", "army"),
        (
            "Anna Holm took questions. Asked whether the president knew, she said that he did.",
            "he did",
            "Anna Holm",
        ),
        ("Governor Anna Holm resigned. Her office said the road was open.", "the road", "Anna Holm's office"),
        ("The agency reported, citing Karl Berg, that the road was open.", "the road", "Karl Berg"),
        ("The road was open again, the Levant agency reports, citing Karl Berg.", "The road", "Karl Berg"),
        (
            "The harvest was poor, the newspaper reported on Friday, quoting Karl Berg.",
            "The harvest",
            "Karl Berg",
        ),
        ("Two ferries were late, the harbour office said, citing fog.", "Two ferries", "harbour office"),
        ("Peter Lund said Karl Berg was ill. He added that nobody came.", "nobody came", "Peter Lund"),
        ("Anna Holm left. Peter Lund said he had seen the order.", "he had seen", "Peter Lund"),
        ("Peter Lund said he had told them that the road was open.", "the road was", "Peter Lund"),
        ("Peter Lund's mother, Anna Lund, said he was ill.", "he was ill", "Anna Lund"),
        ("Mark Holm's deputy, Karl Berg, said that the road was open.", "the road", "Karl Berg"),
        ("Anna Holm's lawyer, Piet Osk, came. “The files are gone,” he said.", "The files", "Piet Osk"),
        ("“Nobody leaves,” the major said. Major Karl Berg left at nine.", "Nobody", "Karl Berg"),
        (
            "Bo Lind will strike. Karl Berg mocked him. “Go,” Berg said. Lind refused. “We stay,” he said.",
            "We stay",
            "Bo Lind",
        ),
        ("Hanna Brisk said her son had rung and told her that the gate was shut.", "the gate", None),
        ("A letter came. It was from her son Rolf, and it said: “Nobody has a key.”", "Nobody", "Rolf"),
        ("The Fen Ministry's reply came late. It denies that anybody was held.", "anybody", "Fen Ministry"),
        ("“Hm,” said Anna Holm, whose son Mats was there. He added that all left.", "all left", "Mats"),
        ("Anna Holm was told by a guard that it was shut. She heard shots at night.", "shots", "Anna Holm"),
        ("Peter Lund, who agreed to be named, alleges that the road was open.", "the road", "Peter Lund"),
        ("Peter Lund left. Lund, who pleaded guilty, says that the road was open.", "the road", "Peter Lund"),
        (
            "Karl Berg left. His daughter Greta Berg ran. His daughter said it was open.",
            "was open",
            "Greta Berg",
        ),
        (
            "Anna Holm left. An officer told her to hope. The key is there, she believes.",
            "The key",
            "Anna Holm",
        ),
        (
            "Anna Holm ran.\n\nIt rained.\n\nNobody came.\n\nAll slept.\n\nShe said the road was shut.",
            "the road",
            "Anna Holm",
        ),
        ("“The road is open,” Anna Holm said. Boats sank. “Two boats.”", "Two boats", "Anna Holm"),
        ("Lawyer Anna Holm came. “Nobody was charged,” the lawyer said.", "Nobody was", "Anna Holm"),
        ("Peter Lund, 24, came home. “I saw them fall,” the 24-year-old said.", "I saw", "Peter Lund"),
        (
            "The Defence Ministry replied late. The ministry said it had no list.",
            "it had no",
            "Defence Ministry",
        ),
        ("Адвокат Анна Кравчук приехала. Адвокат сказала, что дела нет.", "дела нет", "Анна Кравчук"),
    ],
)
def test_whoever_is_meant_is_named(body: str, words: str, name: str | None) -> None:
    """The subject before the object, the speaker before both; a trade, an age and a body stand for a name."""
    assert one(body, words).said_by[0].name == name


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Peter Lund's lawyer said the order was void.", "the order"),
        ("The lawyer said the order was void. Anna Holm went home.", "the order"),
        ("Peter Lund came home. The lawyer said the order was void.", "the order"),
        ("Peter Lund and Karl Berg came home. “I saw it,” the man said.", "I saw"),
        ("Two officers came. One of them said that the road was open.", "the road"),
        ("An official fled. Mayor Karl Berg sang. The official said that the road was open.", "the road"),
        (
            "Mayor Karl Berg sang. The official, who asked not to be named, said the road was open.",
            "the road",
        ),
        ("Driver Karl Berg was held. The official said that the road was open.", "the road"),
        ("Karl Berg, head of the charity Lantern, sang. The official said the road was open.", "the road"),
        ("President Karl Berg slept. The rebel leader said that the road was open.", "the road"),
        ("Army spokesman Karl Berg slept. The spokeswoman said that the road was open.", "the road"),
        ("Mayor Karl Berg met Governor Anna Holm. The official said the road was open.", "the road"),
        ("Nurse Karl Berg slept. The doctor said that the road was open.", "the road"),
        ("Karl Berg was held. His family said that the road was open.", "the road"),
        ("The Fen Ministry spokesman slept. It said that the road was open.", "the road"),
        ("“It rains,” he says. Anna Holm opens the door.", "It rains"),
        ("“It rains,” he says. Karl Berg's sister opens the door.", "It rains"),
        ("Police dogs barked. They said that the road was open.", "the road"),
        ("The order was signed by Berg. In the letter, “it rains,” it says.", "it rains"),
    ],
)
def test_nobody_is_named_who_is_not_meant(body: str, words: str) -> None:
    """Whose lawyer he is, is not who he is; of two men neither is the man."""
    assert one(body, words).said_by[0].name is None


def test_a_known_woman_is_meant_rather_than_whoever_it_may_be() -> None:
    """A guard who told her to wait is not she."""
    body = (
        "“We are hungry,” said a woman. A guard told her to wait. “We have waited since dawn,” she replied."
    )
    assert one(body, "since dawn").said_by[0].role == "woman"


def test_a_campaign_is_no_person() -> None:
    """A name before "campaign" is the body's."""
    speaker = one("The Holm campaign said it had no list.", "it had no list").said_by[0]
    assert speaker.name == "Holm campaign"


def test_a_plural_nobody_listed_is_a_group() -> None:
    """Strategists, gardeners: whoever they are, they are several."""
    assert one("Some gardeners said the river had risen.", "the river").source_kind == "group"


WITNESS = (
    "“I carried him to the cellar,” says Ivan Orlo, a conscript.\n"
    "Lawyer Anna Holm says nobody was charged.\n"
    "{}\n"
)


def test_words_that_nobody_claims_are_the_only_witness_s() -> None:
    """With less trust than half; an expert's paragraph before does not make them hers."""
    claim = one(WITNESS.format("“We walked for two nights without water.”"), "We walked")
    assert claim.said_by[0].name == "Ivan Orlo" and claim.confidence <= 0.5


@pytest.mark.parametrize(
    "words",
    [
        "By our estimates every third man of these companies has left.",
        "Our clients were not told why they were held.",
        "We counted forty graves behind the mill.",
    ],
)
def test_words_that_count_cases_are_no_witness_s(words: str) -> None:
    """Whoever counts, represents or estimates is not the conscript who tells what he lived through."""
    body = WITNESS.format(f"“{words}”")
    assert one(body, words[:16]).said_by[0].name != "Ivan Orlo"


def test_a_soldier_s_unit_is_not_the_lawyer_s() -> None:
    """ "His unit", he says: not the lawyer of the paragraph before."""
    body = WITNESS.replace("Anna", "Karl").format("His unit crossed the river at dawn, he says.")
    assert one(body, "His unit").said_by[0].name == "Ivan Orlo"


def test_two_witnesses_are_none() -> None:
    """Where two tell what they lived through, nobody is guessed."""
    second = "“I saw it too,” says Pavel Reck, a driver.\nIt rained.\n"
    body = WITNESS.format(second + "“We walked for two nights without water.”")
    assert one(body, "We walked").said_by[0].name is None


def test_who_spoke_inside_a_quotation_is_meant_there() -> None:
    """The commander shouted; "he said" after it is the commander, not who tells it."""
    body = "“The commander shouted that we were late. He said the boat had gone,” Ivan Orlo recalls."
    assert one(body, "the boat had gone").said_by[0].role == "commander"


@pytest.mark.parametrize(
    ("body", "words", "who"),
    [
        ("The prosecution had asked for nine years. It argued that he fled.", "he fled", "prosecution"),
        ("A soldier came to the door at noon. He said the road was mined.", "the road was", "soldier"),
        ("The nurse from Odden had not slept. She said the road was mined.", "the road was", "nurse"),
        ("The harbour police came at six. They said they wanted a radio.", "they wanted", "harbour police"),
        ("Сотрудница архива пришла утром. Она сказала, что списка нет.", "списка нет", "Сотрудница"),
        ("До лікарні щодня приходить перукарка. Вона каже, що людей мало.", "людей мало", "перукарка"),
    ],
)
def test_a_description_that_is_never_named_is_itself_the_speaker(body: str, words: str, who: str) -> None:
    """The subject of the sentence before, by its number and gender."""
    speaker = one(body, words).said_by[0]
    assert (speaker.name or speaker.role or "").startswith(who)
    assert speaker.mention is not None and speaker.mention.words in body


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("The road was closed at noon. He said the bridge was mined.", "the bridge"),
        ("His mother came at noon. It said the bridge was mined.", "the bridge"),
        ("Two nurses came at noon. He said the bridge was mined.", "the bridge"),
        ("Медсестра пришла утром. Он сказал, что списка нет.", "списка нет"),
        ("Мэр приехал утром. Пишут, что мост взорван.", "мост взорван"),
    ],
)
def test_a_description_of_another_number_or_gender_is_not_meant(body: str, words: str) -> None:
    """A thing, a woman for he, several for one, and people in general: nobody."""
    speaker = one(body, words).said_by[0]
    assert speaker.name is None and speaker.role is None


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        (
            "“Nobody was hit,” her lawyer said. The lawyer, Karl Odden, plans an appeal.",
            "Nobody",
            "Karl Odden",
        ),
        (
            "The fire is out, the governor of the province said. Governor Anton Lind wrote that two died.",
            "The fire is out",
            "Anton Lind",
        ),
        ("The head of the board, Fenna Tarr, hopes to hear him by video.", "to hear him", "Fenna Tarr"),
        ("The chief of the police, Col. Vik Asser, said that two men were held.", "two men", "Vik Asser"),
        (
            "Asser lives on the quay. The book of Vik Asser is lost. “I want it,” Asser says.",
            "I want",
            "Vik Asser",
        ),
        ("The commander, whom the men call Lynx, said that the bridge held.", "the bridge", "Lynx"),
        ("Петро Луць приїхав уранці. Каже, що міст цілий.", "міст цілий", "Петро Луць"),
        ("“It rains,” the Fen Ministry said in a statement. “It is late,” it added.",
         "is late", "Fen Ministry"),
        ("The Fen Ministry issued a report on Friday. It said that it was late.", "it was", "Fen Ministry"),
        ("The Fen Ministry shut two wards. It said that it was late.", "it was", "Fen Ministry"),
        ("Amity International closed its office. It said that the road was shut.", "the road",
         "Amity International"),
        ("Moscow said it rained. It added that the road was shut.", "the road", "Moscow"),
        ("Lt. Gen. Karl Berg slept. The general said that it was late.", "it was", "Karl Berg"),
        ("Eyewitness Karl Berg slept. The witness said that it was late.", "it was", "Karl Berg"),
        ("Fen's ombudsman, Anna Holm, slept. The ombudsman said that it was late.", "it was", "Anna Holm"),
        ("Prosecutors opened a case. They said that it was late.", "it was", "Prosecutors"),
        ("Police said it rained. According to them, the road was shut.", "the road", "Police"),
        ("The Eastern Command said it rained. The command denied that it was late.",
         "it was", "Eastern Command"),
        ("The Telegram channel Fen Eye said it rained. The channel added that it was late.",
         "it was", "Fen Eye"),
        ("Watch Varland said it rained. The NGO added that it was late.", "it was", "Watch Varland"),
        ("Mayor Karl Berg sang. The official said that the road was shut.", "the road", "Karl Berg"),
        ("Anna Holm, a dentist, sat down.\n\nThe doctor said the road was shut.", "the road", "Anna Holm"),
        ("Colonel Karl Berg, the commander of the 9th Brigade, ate. The commander denied that he ran.",
         "he ran", "Karl Berg"),
        ("Colonel Karl Berg, the commander of the 9th Brigade, ate. The officer denied that he ran.",
         "he ran", "Karl Berg"),
        ("Norland's president, Karl Berg, slept. The head of state said it was late.", "it was", "Karl Berg"),
        ("Anna Holm, 43, a baker from Odden, slept. The baker said it was late.", "it was", "Anna Holm"),
        ("Anna Holm, a mother of two, slept. The mother of two said it was late.", "it was", "Anna Holm"),
        ("Former prisoner Karl Berg slept. The former prisoner said it was late.", "it was", "Karl Berg"),
        ("Opposition MP Karl Berg slept. The lawmaker said it was late.", "it was", "Karl Berg"),
        ("Mayor Karl Berg met Governor Anna Holm. Holm said it rained. The official said it was late.",
         "it was", "Anna Holm"),
        ("Anna Holm, a lawyer, sued Karl Berg, the mayor. According to him, it was late.",
         "it was", "Karl Berg"),
        ("“It rains,” said Anna Holm.\n\nKarl Berg, the mayor, said it did not.\n\n“It is late,” she said.",
         "It is late", "Anna Holm"),
    ],
)  # fmt: skip
def test_a_description_is_led_to_the_name_that_the_text_gives(body: str, words: str, name: str) -> None:
    """Before it, after it, in an apposition, by a full name elsewhere, by what somebody is called."""
    assert one(body, words).said_by[0].name == name


def test_an_office_of_another_place_is_another_ones() -> None:
    """The mayor of one town is not the mayor of the next."""
    body = "Mira Holm, the mayor of Odden, came. The mayor of Varn said that the road was shut."
    assert one(body, "the road").said_by[0].name is None


def test_pronouns_beside_a_name_tell_its_gender() -> None:
    """ "Dr Ostlin … in his garden": she of the next sentence is the sister."""
    body = (
        "Dr Marv Ostlin received us in his garden. He says that there were two lists. "
        "The sister remembers a lorry. Some were covered, she thinks."
    )
    found = {c.passage.words: c.said_by[0].name or c.said_by[0].role for c in claims_of(body)}
    assert found["there were two lists"] == "Marv Ostlin"
    assert found["Some were covered"] == "sister"


def test_what_somebody_quotes_behind_a_colon_is_not_his_own_word() -> None:
    """In "I was rung up: 'Your son has left'" nobody is named for the inner words: not the mother."""
    body = "“One night I was rung up: ‘Your son has left, do you know where?’ I did not,” said Rosa Veldt."
    claims = claims_of(body)
    inner = [c for c in claims if c.inside is not None]
    assert [c.said_by[0].name for c in inner] == [None]
    assert inner[0].said_by[-1].name == "Rosa Veldt"


def test_a_subject_behind_a_comma_is_meant() -> None:
    """ "When the war came, a man had walked in. He …": he is that man, and no apposition."""
    claim = one("It rained. When the war came, a man had walked in. He said the roof was new.", "the roof")
    assert (claim.said_by[0].name, claim.said_by[0].role) == (None, "man")


def test_a_charge_is_rejected_beside_it() -> None:
    """ "…, a charge the ministry rejects" is the ministry's denial of the same words."""
    claims = claims_of("Residents say bread was cut, a charge the Fen Ministry rejects.")
    assert [(c.said_by[0].name, c.stance, c.passage.words) for c in claims] == [
        ("Residents", "asserted", "bread was cut"),
        ("Fen Ministry", "denied", "bread was cut"),
    ]


@pytest.mark.parametrize(
    ("body", "words", "name"),
    [
        ("Anna Holm and Peter Lund said the road was open.", "the road", "Anna Holm and Peter Lund"),
        ("Anna Holm and her neighbour Peter Lund said it fell.", "it fell", "Anna Holm and Peter Lund"),
        ("Shirin Aziz and her husband Tariq said it fell.", "it fell", "Shirin Aziz and Tariq"),
        ("Anna Holm and her two sons told us that it fell.", "it fell", "Anna Holm and her two sons"),
        ("Anna Holm and another freed cook, Ida Lund, said it fell.", "it fell", "Anna Holm and Ida Lund"),
        ("“It fell,” said Anna Holm and her aunt Ida.", "It fell", "Anna Holm and Ida"),
        ("Anna and Peter Lund left. They said it fell.", "fell", "Anna and Peter Lund"),
        (
            "Anna and Peter Lund said it fell. “Twice,” she said.",
            "Twice",
            "Anna",
        ),
        (
            "Anna Holm and Peter Lund said it fell. Both said they saw it.",
            "saw it",
            "Anna Holm and Peter Lund",
        ),
        (
            "Ada Holm went out. Her son, Peter, slept. Both agree that it fell.",
            "it fell",
            "Ada Holm and Peter",
        ),
        (
            "Senator Ida Holm voted no. Mr. Karl Berg voted yes. Both senators said it was over.",
            "it was over",
            "Ida Holm and Karl Berg",
        ),
        (
            "Judge Ida Berg wrote that the cooks, Anna Holm and Peter Lund, came. The pair say it rained.",
            "it rained",
            "Anna Holm and Peter Lund",
        ),
        # None of two, or nobody at all.
        ("Peter Lund left and the mayor said it fell.", "it fell", "mayor"),
        ("The court charged Peter Lund and the mayor said it fell.", "it fell", "mayor"),
        ("Peter Lund met Anna Holm and her lawyer said it fell.", "it fell", "her lawyer"),
        ("“It fell,” said Anna Holm and her voice shook.", "It fell", "Anna Holm"),
        ("Anna Holm, Ida Berg and Peter Lund came. Both men said it fell.", "it fell", "Both men"),
        ("Ida Berg met Anna Holm. Both men said it fell.", "it fell", "Both men"),
        ("Anna Holm and Ivo Lund left. The couple next door said it fell.", "it fell", "couple next door"),
        ("The Lund bridge and quay were shut, Anna Holm said.", "were shut", "Anna Holm"),
    ],
)
def test_two_who_speak_together_are_both(body: str, words: str, name: str) -> None:
    """ "A and her husband said" are two; "both", "the pair", "they", "she" lead to them, where nobody else
    can be meant."""
    speaker = one(body, words).said_by[0]
    assert (speaker.name or speaker.role or "").removeprefix("the ") == name


@pytest.mark.parametrize(
    ("body", "words", "who"),
    [
        (
            "The driver, Anton Rusk, wept, according to a guard. “I drove flour,” he said.",
            "flour",
            "Anton Rusk",
        ),
        ("The guard told us to go. My deputy refused. She said it was her duty.", "her duty", "My deputy"),
        ("Ada Holm told us to go. My deputy refused. She said it was a duty.", "a duty", "Ada Holm"),
        (
            "We put this to a forensic doctor, Sonja Trier. She said it was possible.",
            "possible",
            "Sonja Trier",
        ),
        ("It was filed in Fen County Court. The company said it was ill.", "was ill", "company"),
        ("It was filed by Fen Bank Company. The company said it was ill.", "was ill", "Fen Bank Company"),
        ("Fen Agency came. The UN refugee agency said it was late.", "late", "UN refugee agency"),
    ],
)
def test_whoever_is_nearest_and_fits_is_meant(body: str, words: str, who: str) -> None:
    """Not an unnamed source at the end of a sentence, nor a court for a company."""
    speaker = one(body, words).said_by[0]
    assert (speaker.name or speaker.role) == who
