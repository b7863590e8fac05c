"""What a talk is about: topics of theirs and mine, and how what is unsaid comes to the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from managernotes.domain import topic_rules
from managernotes.domain.conversation import (
    Agenda,
    Conversation,
    NoteRole,
    Topic,
    TopicOwner,
    TopicState,
)
from managernotes.domain.identity import ConversationId, PersonId, TopicId
from managernotes.errors import InvalidInputError
from managernotes.services.present_people import want_present
from managernotes.services.talk_changes import TalkChanges
from managernotes.storage import conversation_lists, conversation_notes, conversations, topics
from managernotes.storage.papers import Sort, key_of


class TalkAgenda(TalkChanges):
    """Adds topics, settles them, and carries over what nobody got to."""

    def agenda(self, identity: ConversationId) -> Agenda:
        """Return what a talk is about; to the next one-to-one comes all that is open with them."""
        db = self._ledger.db
        talk = conversations.conversation(db, identity)
        key = conversations.conversation_key(db, identity)
        notes = conversation_notes.notes_of(db, key)
        own = topics.of_talk(db, key)
        return topic_rules.agenda_of(
            [*own, *self._coming_along(talk)],
            talk,
            notes.get(NoteRole.TO_SAY, ()),
            conversation_notes.yardsticks_of(db, key),
        )

    def open_topics(self, person: PersonId) -> tuple[Topic, ...]:
        """Return what is open with somebody, in whichever talk it stands."""
        return tuple(topics.open_of(self._ledger.db, [person]))

    def add_topic(
        self,
        person: PersonId,
        owner: TopicOwner,
        text: str,
        conversation: ConversationId | None = None,
    ) -> Topic:
        """Store a topic for a talk, or for whichever one-to-one comes next."""
        words = _checked_text(text)
        with self._ledger.db.transaction():
            want_present(self._ledger.db, [person])
            identity, key = self._papers.add(Sort.TOPIC, topics.to_json(words), words)
            topics.insert(
                self._ledger.db,
                key,
                person,
                owner,
                first_on=self._ledger.today(),
                conversation=conversation,
            )
            return topics.topic(self._ledger.db, TopicId(identity))

    def reword_topic(
        self, identity: TopicId, text: str, expected_revision: int | None = None
    ) -> Topic:
        """Store a topic's changed text."""
        words = _checked_text(text)
        with self._ledger.db.transaction():
            self._papers.save(identity, topics.to_json(words), words, expected_revision)
            return topics.topic(self._ledger.db, identity)

    def settle_topic(self, identity: TopicId, state: TopicState) -> Topic:
        """Say what became of a topic: talked about, decided, or let go."""
        return self._changed_topic(identity, lambda topic: topic_rules.settled(topic, state))

    def reopen_topic(self, identity: TopicId) -> Topic:
        """Take back what became of a topic."""
        return self._changed_topic(identity, topic_rules.opened_again)

    def give_day(self, identity: TopicId, day: date | None) -> Topic:
        """Let a topic wait for a day; it stands on no agenda before it."""
        today = self._ledger.today()
        return self._changed_topic(identity, lambda topic: topic_rules.waiting(topic, day, today))

    def carry_over(self, identity: ConversationId) -> int:
        """Carry what is open or unsaid in a talk to the next one with them; return how much."""
        with self._ledger.db.transaction():
            return self._carry_over(conversations.conversation(self._ledger.db, identity))

    def _carry_over(self, talk: Conversation) -> int:
        db = self._ledger.db
        key = conversations.conversation_key(db, talk.id)
        left = [one for one in topics.of_talk(db, key) if one.state is TopicState.OPEN]
        for one in left:
            following = conversation_lists.next_planned(db, one.person, but=key)
            self._store_topic(topic_rules.carried_over(one, following))
        return len(left) + self._plans.hand_on(talk)

    def _take_up(self, talk: Conversation) -> None:
        """Put what comes along to a one-to-one onto its own agenda, from earlier talks too."""
        for one in self._coming_along(talk):
            if one.conversation is None:
                self._store_topic(topic_rules.taken_up(one, talk.id))
            else:
                self._store_topic(topic_rules.carried_over(one, talk.id))

    def _coming_along(self, talk: Conversation) -> list[Topic]:
        """Return what is open with them and stands on no agenda that is still to come."""
        db = self._ledger.db
        found = [one for one in topics.open_of(db, talk.people) if one.conversation != talk.id]
        ahead = conversation_lists.ahead_among(db, {one.conversation for one in found})
        return [one for one in found if topic_rules.comes_along(one, talk, ahead)]

    def _changed_topic(self, identity: TopicId, rule: Callable[[Topic], Topic]) -> Topic:
        with self._ledger.db.transaction():
            old = topics.topic(self._ledger.db, identity)
            new = rule(old)
            if new != old:
                self._store_topic(new)
            return topics.topic(self._ledger.db, identity)

    def _store_topic(self, topic: Topic) -> None:
        key = key_of(self._ledger.db, topic.id)
        topics.update(self._ledger.db, key, topic)
        self._papers.touch(key)


def _checked_text(text: str) -> str:
    words = text.strip()
    if not words:
        raise InvalidInputError("A topic without words is none.", "Say what it is about.")
    return words
