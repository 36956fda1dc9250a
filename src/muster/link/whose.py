"""Whose words a statement is: a person's, a body's, an office's, an outlet's, or nobody's that is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from muster.link.known import STATES, Key, Known, is_known_everywhere
from muster.link.members import (
    NEAR,
    Before,
    addressed,
    bodies_told,
    investigates,
    is_kind,
    is_no_member,
    is_officer,
    is_official,
    is_staff,
    its_people,
    its_report,
    names_told,
    of_the_house,
    speaks_for,
    without_name,
)
from muster.link.told_as import (
    is_body_word,
    is_post,
    is_the_press,
    left_a_body,
    of_the_document,
    passes_on,
    titles_told,
)
from muster.model.links import Entity, NameUse, Statement
from muster.text.listed import listed
from muster.text.names.institutions import Institution, institution
from muster.text.names.parts import name_words
from muster.text.scripts import fold, romanise

_IT = listed("it its их его їх його ее её її")
_MOST_OF_NAME = 9
# "The aid group Warm Hands": words in which a sentence says what it is about.
_MOST_TO_SUBJECT = 6
# Characters between two statements of which one goes on with the other.
_CLOSE = 60
# Meanings that make a body an outlet: what it prints is others' word.
_PRESS = listed("agency correspondent editor journalist magazine media new newspaper press radio television")
_SEEN = re.compile(r"(?i)\b(?:seen|obtained|reviewed)\sby\b|ознакомил|ознайомил|бачил|видел[аи]?\b")
# "A source in the administration" is nobody's name, and not the administration.
_SOMEBODY = re.compile(
    r"(?i)(?:an?\s)?(?:sources?\b|источник|джерел|собеседник|співрозмовник|інформатор|информатор)"
)
# "The agency's source" right after somebody who spoke is he; characters between the two.
_OUTLETS_OWN = re.compile(
    r"(?i)собеседни(?:к|ца)\s(?:агентства|издания|газеты|канала|редакции|журналиста)"
    r"|співрозмовни(?:к|ця)\s(?:агентства|агенції|видання|газети|каналу|редакції|журналіста)"
)
_NEXT = 250
_NOBODYS = ("nobody", "voice", "family")
# Who is told of as no more than this may be called by what he is further on: «Житель Песков … – говорит
# рыбак».
_ANYBODY = re.compile(
    r"(?i)(?:(?:a|local|an?\s\w+|местн\w+|місцев\w+)\s)?(?:resident|villager|man|woman|native|жител\w{1,7}|мешкан\w{2,4}"
    r"|урожен\w{2,4}|мужчина|женщина|чоловік|жінка)(?:\s(?:(?:of|from)\s.{2,40}|села|міста|города|пос[её]лка|[А-ЯЁІЇЄҐ][\w’'-]{2,30}))?"
)
_OURS = re.compile(
    r"(?i)(?:our|наш\w{0,3})\s(?:\w+\s)?(?:correspondent|reporter|корреспондент|кореспондент|журналіст|журналист)"
)
# Whoever serves, works or lives somewhere does not speak for it: "a soldier of the 61st Brigade".
_ONE_OF_MANY = re.compile(
    r"(?i)(?:(?:a|an|the|one|another|young|former|wounded|captured|mobili[sz]ed|injured)\s){0,2}(?:(?:soldier|servicem[ae]n"
    r"|servicewom[ae]n|fighter|conscript|recruit|private|trooper|militar\w|prisoner|inmate|detainee|patient|worker|employee"
    r"|student|pupil|resident|passenger|driver|volunteer|veteran|deserter|defector|medic|sergeant)s?\b(?!['’]?s?['’]?\s(?:union|council|committee|rights|association)))"
    r"|(?i:(?:раненый|пленный|бывший|мобилизованный|поранений|полонений|колишній|мобілізований|один\sиз|один\sіз|один\sз)\s)?"
    r"(?:боец|бойц|солдат|военнослужащ|военный|военные|контрактник|срочник|мобилизованн|сержант|рядов|пленн|заключ[её]нн"
    r"|пациент|рабоч|работни|сотрудни|студент|ученик|жител|пассажир|водител|доброволец|ветеран|боєць|військовослужбов"
    r"|військовий|військові|строковик|мобілізован|полонен|ув['’ʼ]язнен|в['’ʼ]яз[енн]|пацієнт|робітни|працівни|співробітни|учень"
    r"|мешкан|пасажир|водій|доброво)[\w'’ʼ]{0,8}(?!\w)"
)
_PREPOSITION = re.compile(r"\s(?:of|at|in|from|with|for|under)\s|[^\x00-\x7f’]")
_PRONOUNS = listed("he she him her they он она ему ей они він вона йому їй вони")


class Whose(Known):
    """Answers for every statement as they pass, document by document."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        sources: Mapping[str, str],
        apart: Collection[frozenset[str]] = (),
        uses: Iterable[NameUse] = (),
        root_of: Callable[[str], str] = str,
    ) -> None:
        super().__init__(entities, sources, apart, uses, root_of)
        # Names of outlets that speak themselves, by key.
        self.voices: dict[str, str] = {}
        # The body that spoke last; bodies that officers without one speak for, by claim.
        self.before = Before()
        self.speaks_for: dict[str, tuple[str, str]] = {}
        # The statement before, where it is in the text's own voice; and the last, with whose it is.
        self.told: Statement | None = None
        # What those without a name are called who are shielded, by the first document of the family.
        self.hidden: dict[str, set[str]] = {}
        self.last: tuple[Statement, Key] | None = None
        self.seen = ""

    def key(self, s: Statement, root: str, unsure: bool) -> Key:
        """Whose the words are. ``root``: the document that the family of copies begins with."""
        if s.document != self.seen:
            self._outlet_is_named(s, root)
        key = self._key(s, root, unsure)
        spoken_for = None
        bare = not s.organisation or is_kind(s.organisation)
        if (s.speaker and bare and key[0] != "body") or key[0] == "nobody":
            spoken_for = self._spoken_for(s, root)
        if not spoken_for and key[0] == "nobody" and is_the_press(s.role or ""):
            # What a body passes on from "international media" in a paper of its own, it answers for.
            spoken_for = self._own_paper(s)
            if spoken_for:
                self.told_fully(spoken_for[1], root)
        if not spoken_for and (body := self._works_for(s, root, key)):
            key = ("body", body)
        elif spoken_for and key[0] == "nobody":
            key = ("body", spoken_for[0])
        elif spoken_for:
            self.speaks_for[s.claim] = spoken_for
        if key[0] == "nobody" and (person := self._goes_on(s)):
            key = person
        if _OUTLETS_OWN.fullmatch(s.role or "") and (before := self._spoke_before(s)):
            key = before
        self.told, self.last = s if s.own_voice else None, (s, key)
        if key[0] == "body":
            key = ("body", self._in_place(key[1], s.words))
            self.before.take(s.document, s.stop, key[1], s.speaker or s.organisation or s.role or key[1])
        return key

    def _outlet_is_named(self, s: Statement, root: str) -> None:
        """In a paper of the Commission for Wells "the commission" is that one."""
        self.seen = s.document
        name = self.sources.get(s.source, s.source)
        if institution(name).head and s.document == root:
            self.full.setdefault(root, set()).add(self.body_key(name))

    def _spoken_for(self, s: Statement, root: str) -> tuple[str, str] | None:
        """The body of "its spokesman": that the words begin with, else the one that spoke just before; of
        "Deputy Minister Hryt" in the ministry's own paper the ministry."""
        spoken = without_name(s.spoken_as or "", s.speaker or "").strip(" ,")
        officer = next((words for words in (spoken, s.role or "") if is_officer(words)), None)
        if officer is None:
            own = self._own_paper(s) if s.speaker and s.role else None
            alone = own is not None and self.full.get(root, set()) <= {own[0]}
            return own if own and of_the_house(s.role or "", own[0], alone=alone) else None
        named = self._body_in(" ".join(s.words.split()[:_MOST_TO_SUBJECT])) if s.speaker else None
        if named is None and self.before.near(s.document, s.start) and speaks_for(officer, self.before.key):
            # "The fund said that the factory … Its lawyer": of either.
            other = is_staff(officer) and self.last is not None and institution(self.last[0].words).head
            named = None if other else (self.before.key, self.before.name)
        if named is None and (told := self._told_before(s, NEAR)) and speaks_for(officer, told[0]):
            named = told
        return named

    def _works_for(self, s: Statement, root: str, key: Key) -> str | None:
        """The body of "researchers" or of "the report": whose own paper it is, else the only one that the
        text names and that investigates, else of a report the one that spoke just before and is no office."""
        told = s.speaker or s.role or ""
        report = key[0] == "papers" and its_report(told)
        if s.protected or not (report or (key[0] in ("nobody", "local") and its_people(told))):
            return None
        own = self.body_key(self.sources.get(self.itself(s), self.itself(s)))
        if investigates(own):
            return own
        named = {k for k in self.full.get(root, ()) if investigates(k) and " " in k}
        if len(named) == 1:
            return named.pop()
        before = self.before.key if self.before.near(s.document, s.start) else ""
        return before if report and not named and "“" in before and not is_official(before) else None

    def _own_paper(self, s: Statement) -> tuple[str, str] | None:
        """The body whose own paper a document is, with its name; a newspaper's is none."""
        name = self.sources.get(self.itself(s), self.itself(s))
        found = institution(name)
        if found.head and not found.post and found.means and found.means.isdisjoint(_PRESS):
            return self.body_key(name), name
        return None

    def _told_before(self, s: Statement, most: int) -> tuple[str, str] | None:
        """The body that the text's own words so many characters before name."""
        told = self.told
        near = told is not None and told.document == s.document and 0 <= s.start - told.stop < most
        return self._body_in(told.words) if told is not None and near else None

    def _key(self, s: Statement, root: str, unsure: bool) -> Key:
        if s.own_voice or of_the_document(s):
            return ("family", root) if root != s.document or unsure else self.voice(self.itself(s))
        teller = s.told_by
        if teller is not None and (teller.name or teller.role) and not passes_on(teller, s):
            # What somebody says that another said is his to answer for.
            return self._who(
                teller.name, teller.role, teller.organisation, s.told_entity, teller.protected, "", root
            )
        if not s.speaker and s.role and (person := self._meant(s)):
            return ("entity", person)
        known = self.entities.get(s.entity) if s.entity else None
        if s.spoken_as and not (known and known.type == "organisation") and is_body_word(s):
            return self._body(s.spoken_as, root)
        if not s.speaker and not s.role and fold(s.spoken_as or "") in _IT:
            body = self._subject(s, root)
            if body is not None:
                return body
        return self._who(
            s.speaker, s.role, s.organisation, s.entity, s.protected, s.source_kind, root, s.spoken_as or ""
        )

    def _subject(self, s: Statement, root: str) -> Key | None:
        """ "The hospital of Torsk treated 41 people, it said": the body that the words begin with, or that
        the text's own words before name ("The centre asked 23 families: by its count")."""
        parts = s.words.split()[:_MOST_OF_NAME]
        for stop in range(len(parts), 1, -1):
            key = self.named_by(" ".join(parts[:stop]).rstrip(","))
            if key is not None and key[0] == "body":
                return key
        found = self._told_before(s, _CLOSE)
        return ("body", self.told_fully(found[1], root)) if found else None

    def _meant(self, s: Statement) -> str | None:
        """The only person of the document who is what "he" or "the lawyer" is said to be."""
        spoken, wanted = fold(s.spoken_as or ""), titles_told(s.role or "")
        # In Russian and Ukrainian an office in one word: «написала омбудсманка».
        bare = s.language != "en" and " " not in spoken and institution(s.role or "").post
        if not wanted or not (bare or spoken in _PRONOUNS or spoken.startswith("the ")):
            return None
        found = {person for person, has in self.titled.get(s.document, ()) if has & wanted}
        person = found.pop() if len(found) == 1 else None
        return person if person and is_known_everywhere(self.entities[person]) else None

    def _spoke_before(self, s: Statement) -> Key | None:
        """«…, сообщили в МЧС. „…“, – сказал собеседник агентства»: whom the sentence before quotes."""
        before, key = self.last or (None, ("",))
        if before is None or before.document != s.document or before.own_voice or key[0] in _NOBODYS:
            return None
        return key if 0 <= s.start - before.stop <= _NEXT else None

    def _goes_on(self, s: Statement) -> Key | None:
        """ "The fisherman said", right after somebody named of whom it was told only where he lives."""
        called = fold(s.spoken_as or "")
        before, key = self.last or (None, ("",))
        if before is None or before.document != s.document or key[0] != "entity" or s.told_by is not None:
            return None
        bare = called.startswith("the ") if s.language == "en" else called.count(" ") == 0
        near = 0 <= s.start - before.stop <= NEAR
        return key if bare and s.role and near and _ANYBODY.fullmatch(before.role or "") else None

    def _who(
        self,
        name: str | None,
        role: str | None,
        body: str | None,
        entity_id: str | None,
        protected: bool,
        kind: str,
        root: str,
        spoken_as: str = "",
    ) -> Key:
        if protected:
            return self._hidden(name, role, root)
        entity = self.entities.get(entity_id) if entity_id else None
        if name and kind == "document" and not body and self.body_key(name) in self.entity_of:
            return self._body(name, root)  # "Waiting List", a project of that name
        if (seen := _SEEN.search(role or name or "")) or (kind == "document" and not body):
            return self._papers(role or name or "", body if seen else None, root)
        if not name and _SOMEBODY.match(role or ""):
            return ("hidden", root, romanise(role or ""))
        if not name:
            return self._described(role, body, root)
        if entity is not None and entity.type == "group":
            if body:
                return self._body(body, root)
            own = is_known_everywhere(entity) and not _nameless(institution(name))
            own = own or _ends_in_a_body(name)
            return ("body", self.body_key(name)) if own else ("local", root, romanise(name))
        if entity is not None and entity.type in ("organisation", "unit"):
            if of := self._person_of(name):
                return ("entity", of[0])
            name = _with_its_land(name, spoken_as)
            nameless = _nameless(institution(name)) and not entity.protected
            if nameless and fold(name) not in self.outlets and len(self._kinds(name, root)) != 1:
                if spoken_as and name in spoken_as and institution(spoken_as).head:
                    return self._body(spoken_as, root)
                return ("local", root, romanise(name))
            return self._body(name, root)
        last = (role or "").rsplit(" ", 1)[-1]
        if last[:1].isupper() and " " not in name and (person := self._person(f"{last} {name}")):
            return ("entity", person)  # «мэр Берислав Остров», of whom a town's name was read as none of his
        if role and institution(name).names and institution(name).names <= self.places:
            # «мэр Олмета» read as a man called Olmet.
            return self._described(f"{role} {name}", None, root)
        if self.body_key(name) in self.entity_of:
            # A body that one text read as a person.
            return self._body(name, root)
        if entity is not None and (fuller := self.with_its_form(name)):
            return ("body", fuller)
        if entity is not None and not entity.protected and is_known_everywhere(entity):
            return ("entity", entity.id)
        if body and romanise(body) == romanise(name):
            return self._body(body, root)
        return ("local", root, romanise(name) or fold(name))

    def _hidden(self, name: str | None, role: str | None, root: str) -> Key:
        """ "A soldier of the 61st Brigade, who asked not to be named", then "the soldier": one, where one
        of the document is called so."""
        called = romanise(name or role or "") or "protected"
        if not name and role:
            known = self.hidden.setdefault(root, set())
            fuller = {other for other in known if other != called and other.startswith(called + " ")}
            if called not in known and len(fuller) == 1:
                called = next(iter(fuller))
            known.add(called)
        return ("hidden", root, called)

    def _papers(self, papers: str, seen_by: str | None, root: str) -> Key:
        """A letter of a court is the court's; of papers without an author, who has seen them is a carrier."""
        found = institution(papers)
        if found.head or is_post(found):
            return self._body(papers, root)
        return ("papers", self.body_key(seen_by) if seen_by else root)

    def _described(self, role: str | None, body: str | None, root: str) -> Key:
        """Nobody is named, but an office or a body may be; to whom he told it is neither."""
        if role and _ONE_OF_MANY.match(role):
            return ("nobody", root)
        if role and body and addressed(role) == body:
            role, body = role.partition(body)[2][1:].strip(), None
        if body and not self._is_place(institution(body)):
            return self._body(body, root)
        found = institution(role or "")
        if is_post(found):
            return self._post(found.key, role or "")
        if role and (person := self._officer_named(role)):
            return ("entity", person)
        if found.head and not found.post:
            key = self._full_key(role or "", root)
            if found.names or len(found.means) > 1 or key != found.key:
                return ("body", key)
        if role and role[0].isupper() and " " not in role and found.names:
            if self.body_key(role) in self.entity_of:
                return ("body", self.body_key(role))  # "Zarechvil, which owns the mine, said"
            return ("local", root, romanise(role))  # a bare surname read as what he is
        return ("nobody", root)

    def _body(self, name: str, root: str) -> Key:
        found = institution(name)
        if is_post(found):
            return self._post(found.key, name)
        return ("body", self._full_key(name, root))

    def _post(self, key: str, name: str) -> Key:
        self.shown[key] = min(name, self.shown.get(key, name))
        return ("post", key)

    def _officer_named(self, told: str) -> str:
        """The known person of «Губернатор Кирилл Остров», "Mayor Olen Hryt": what is left says an office. Of
        a surname alone («глава района Остров») the only one who is known to be that; else empty."""
        parts = told.replace("|", " ").replace("—", " ").replace("–", " ").split()
        if len(parts) < 2 or not parts[-1][:1].isupper():
            return ""
        for size in range(min(3, len(parts) - 1), 1, -1):
            for name, rest in ((parts[-size:], parts[:-size]), (parts[:size], parts[size:])):
                if titles_told(" ".join(rest)) and (person := self._person(" ".join(name))):
                    return person
        office = titles_told(" ".join(parts[:-1]))
        sounds = {key for word in name_words(parts[-1]) for key in (*word.keys, *word.bases) if office}
        named = {person for sound in sounds for person in self.surnamed.get(sound, ())}
        found = {person for person in named if self.called[person] & office}
        return found.pop() if len(found) == 1 else ""

    def itself(self, s: Statement) -> str:
        """Who speaks where the text speaks itself: the channel it came from, its author, who signed it (a
        person whom other papers may name too, never somebody shielded), else its source."""
        return s.voice or (s.signed if s.signed and self._person(s.signed) else None) or s.source

    def voice(self, source: str) -> Key:
        """An outlet's own voice; an outlet that is quoted as a body is that body, an author that person.
        ``source``: id or name."""
        name = self.sources.get(source, source)
        if person := self._officer_named(name):
            return ("entity", person)
        if is_post(office := institution(name)):
            return self._post(office.key, name)
        key = self.body_key(name)
        if key in self.entity_of:
            return ("body", key)
        if person := self._person(name):
            return ("entity", person)
        self.voices[key] = min(name, self.voices.get(key, name))
        return ("voice", key)

    def bodies(self, s: Statement, root: str) -> dict[str, str]:
        """Bodies that the one who speaks is said to belong to: key → name."""
        none = left_a_body(s) or is_no_member(s.role or "") or is_no_member(s.spoken_as or "")
        return {} if none else self._bodies(s, root)

    def left(self, s: Statement, root: str) -> set[str]:
        """Keys of bodies that the one who speaks was of once; of "our correspondent" the paper, which he does
        not speak for."""
        if s.role and _OURS.match(s.role):
            return {self.body_key(self.sources.get(self.itself(s), self.itself(s)))}
        if not left_a_body(s):
            return set()
        named = self._body_in(without_name(s.spoken_as or "", s.speaker or ""))
        return {*self._bodies(s, root), *(named or ())[:1]}

    def _bodies(self, s: Statement, root: str) -> dict[str, str]:
        speaker = s.told_by if s.told_by is not None and (s.told_by.name or s.told_by.role) else s
        found: dict[str, str] = {}
        if speaker is s and s.claim in self.speaks_for:
            key, name = self.speaks_for[s.claim]
            found[key] = name
        if speaker is s and s.speaker and s.spoken_as:
            for part in bodies_told(s.spoken_as, s.speaker):
                found |= self._named_fully(part, root)
            for quoted in names_told(s.spoken_as, s.speaker):
                if (of := self.named_by(quoted)) and of[0] == "body":
                    found[of[1]] = quoted
        if speaker.organisation and (key := self.member_of(speaker.organisation, root)):
            found[key] = speaker.organisation
        if speaker.role:
            for key, name in self._named_fully(speaker.role, root).items():
                found.setdefault(key, name)
        return found

    def post(self, s: Statement) -> str:
        """The office that a named speaker holds: "the mayor of Olmet"; empty where none is told."""
        found = institution(s.role or "")
        return found.key if is_post(found) else ""


def _ends_in_a_body(name: str) -> bool:
    """ "Lunn regional police", "Torsk prosecutors", and not "doctors of the Torsk hospital"."""
    told = institution(name)
    return (
        told.head
        and bool(told.names)
        and told.clear
        and not told.post
        and institution(name.rsplit(" ", 1)[-1]).head
        and _PREPOSITION.search(name) is None
    )


def _with_its_land(name: str, spoken_as: str) -> str:
    """«МИД Долинии», "Vardia's Ministry of Defence": a body of common words as it stands there, with one name
    more than was read as its own."""
    if len(spoken_as) <= len(name) + 2 or spoken_as.count(" ") > name.count(" ") + 2:
        return name
    short, whole = institution(name), institution(spoken_as)
    lands = whole.means - short.means
    more = short.head and not short.names and len(whole.names) + len(lands) == 1 and not whole.rest
    return spoken_as if more and lands <= STATES and short.means <= whole.means else name


def _nameless(found: Institution) -> bool:
    """ "Independent media", "a rights group": words of a body that name nobody."""
    return bool(found.means) and not found.names and not found.head and not (found.body and found.clear)


__all__ = ["Key", "Whose"]
