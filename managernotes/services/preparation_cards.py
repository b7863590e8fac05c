"""What may be seen in the room: cards without readings and without anybody else (INV-18)."""

from __future__ import annotations

from collections.abc import Iterable

from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import PreparationId
from managernotes.domain.person import Person
from managernotes.practice.cards import Card, cards
from managernotes.services.preparation_states import PreparationStates
from managernotes.services.talk_agenda import TalkAgenda
from managernotes.storage import conversations
from managernotes.storage import people as storage_people
from managernotes.text.name_mask import NameMask

SOMEBODY = "somebody"
"""Stands for everybody else on a card."""


class PreparationCards(PreparationStates):
    """Makes the cards of the discreet view, and what it shows while it is covered."""

    def cards(self, identity: PreparationId) -> tuple[Card, ...]:
        """Return the five cards, each of 25 words at most; other people are "somebody" there."""
        preparation = self.get(identity)
        talk = conversations.conversation(self._ledger.db, preparation.conversation)
        others = _Others(self._everybody(), talk)
        today = self._ledger.today()
        return cards(preparation.words, talk.follow_up_on, today, others.left_out)

    def agenda_lines(self, identity: PreparationId) -> tuple[str, ...]:
        """Return the topics of the meeting, as anybody may see them; never the talk's own title."""
        talk = conversations.conversation(self._ledger.db, self.get(identity).conversation)
        others = _Others(self._everybody(), talk)
        agenda = TalkAgenda(self._ledger, self._papers).agenda(talk.within or talk.id)
        topics = (*agenda.theirs, *agenda.carried, *agenda.mine)
        return tuple(dict.fromkeys(others.left_out(topic.text) for topic in topics))

    def _everybody(self) -> list[Person]:
        db = self._ledger.db
        return [*storage_people.people(db), *storage_people.binned_people(db)]


class _Others:
    """Takes the names of everybody who is not in the talk out of a text."""

    def __init__(self, everybody: Iterable[Person], talk: Conversation) -> None:
        people = list(everybody)
        here = [who for who in people if who.id in talk.people]
        self._everybody = NameMask((who.display_name, who.alias) for who in people)
        self._here = NameMask((who.display_name, who.alias) for who in here)

    def left_out(self, text: str) -> str:
        parts: list[str] = []
        end = 0
        for name in self._everybody.stretches(text):
            if not self._here.stretches(text[name.start : name.end]):
                parts += [text[end : name.start], SOMEBODY]
                end = name.end
        return "".join([*parts, text[end:]])
