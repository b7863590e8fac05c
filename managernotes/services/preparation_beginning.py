"""From a concern to its preparation in one call, with the facts filled in (S04)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from managernotes.domain import conversation_rules
from managernotes.domain import preparation_rules as rules
from managernotes.domain.conversation import Conversation, ConversationType, ConversationWords
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Observation
from managernotes.domain.preparation import About, Preparation
from managernotes.domain.yardstick import YardstickKind
from managernotes.errors import InvalidInputError
from managernotes.services import fact_sharing
from managernotes.services.preparation_writing import PreparationWriting
from managernotes.storage import conversations, note_reading, preparation_links
from managernotes.storage import yardsticks as storage_yardsticks
from managernotes.storage.conversation_words import findable, to_json
from managernotes.storage.note_keys import key_of
from managernotes.storage.papers import Sort
from managernotes.storage.people import person_keys


class PreparationBeginning(PreparationWriting):
    """Begins preparations from notes."""

    def from_note(
        self,
        note: NoteId,
        *,
        within: ConversationId | None = None,
        planned_on: date | None = None,
        person: PersonId | None = None,
    ) -> Preparation:
        """Return the preparation of a hard talk about a concern; asked twice, the same one.

        Its facts are the concern and the person's unsaid concerns that are linked to it or have
        a tag of it; their effects fill the effect. `person`: which one, of several; each is met
        alone. InvalidInputError for a note that is no concern, or about nobody.
        """
        db = self._ledger.db
        with db.transaction():
            concern = note_reading.note(db, note)
            rules.refuse_as_beginning(concern)
            who = _chosen(concern, person)
            number = person_keys(db, [who])[who]
            known = preparation_links.talk_in_preparation(db, key_of(db, note), number)
            if known is not None:
                return self._begun(conversations.conversation(db, known), About.OTHER)
            talk = self._planned(concern, who, within, planned_on)
            rules.refuse_as_fact(concern, talk)
            begun = self._begun(talk, self._about(concern))
            kindred = preparation_links.kindred_concerns(db, key_of(db, note), number)
            rows = note_reading.rows_by_key(db, kindred)
            others = [note_reading.note(db, row.id) for row in rows]
            self._fill(talk, [concern, *others])
            effects = preparation_links.effects(db, self._key(talk))
            lines = dict.fromkeys(line.strip() for line in effects if line.strip())
            self._save_words(begun.id, replace(begun.words, effect="\n".join(lines)))
            return self.get(begun.id)

    def _planned(
        self,
        concern: Observation,
        who: PersonId,
        within: ConversationId | None,
        planned_on: date | None,
    ) -> Conversation:
        """Store the talk; held within another one, it has that one's day."""
        db, at = self._ledger.db, None
        if within is not None:
            planned_on, at = self._day_of(within, who, planned_on)
        words = ConversationWords(title=rules.neutral_title(concern))
        identity, key = self._papers.add(Sort.CONVERSATION, to_json(words), findable(words))
        conversations.insert(
            db,
            key,
            ConversationType.TOUGH,
            conversation_rules.first_state(ConversationType.TOUGH),
            [who],
            planned_on=planned_on,
            planned_at=at,
            minutes=None,
            parent=None,
            within=within,
        )
        return conversations.conversation(db, ConversationId(identity))

    def _day_of(
        self, within: ConversationId, who: PersonId, planned_on: date | None
    ) -> tuple[date | None, time | None]:
        outer = conversations.conversation(self._ledger.db, within)
        if outer.people != (who,) or outer.state not in conversation_rules.AHEAD:
            raise InvalidInputError(
                "That talk is over, or not with them alone.", "Choose another one, or none."
            )
        if planned_on not in {None, outer.planned_on}:
            return planned_on, None
        return outer.planned_on, outer.planned_at

    def _fill(self, talk: Conversation, notes: Sequence[Observation]) -> None:
        db, key = self._ledger.db, self._key(talk)
        for fact in notes:
            number = key_of(db, fact.id)
            preparation_links.add_fact(db, key, number)
            preparation_links.take_measures(db, key, number)
            fact_sharing.plan(self._ledger, fact, talk)

    def _about(self, concern: Observation) -> About:
        """Guess what sort of talk it is, from what is certain."""
        if len(concern.people) > 1:
            return About.CONFLICT
        db = self._ledger.db
        measures = storage_yardsticks.of_note(db, key_of(db, concern.id))
        if any(one.kind is YardstickKind.VALUE for one in measures):
            return About.CONDUCT
        return About.OTHER


def _chosen(concern: Observation, person: PersonId | None) -> PersonId:
    who = person or concern.people[0]
    if who not in concern.people:
        raise InvalidInputError("This concern is about somebody else.", "Choose one of them.")
    return who
