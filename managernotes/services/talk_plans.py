"""What is planned to be said in a talk, when that talk moves, falls through, or passes it over.

Nothing that is unsaid is ever lost with a talk: it is unsaid again, or goes to the next one.
"""

from __future__ import annotations

from managernotes.domain.conversation import Conversation, NoteRole
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Observation, ShareState
from managernotes.domain.share_rules import moved, planned
from managernotes.services.ledger import Ledger
from managernotes.storage import (
    conversation_lists,
    conversation_notes,
    conversations,
    note_plans,
    note_reading,
    note_writing,
)
from managernotes.storage.note_keys import key_of


class TalkPlans:
    """Moves planned notes along with their talk; callers own the transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def release(self, talk: int) -> None:
        """Make unsaid again what was planned in a talk, by its number; in the bin too.

        The talk goes on listing it, so that it is planned again when the talk comes back.
        """
        db, today = self._ledger.db, self._ledger.today()
        for note in conversation_notes.planned_in(db, talk):
            self._store(moved(note_reading.note(db, note), ShareState.UNSAID, today))

    def take_back(self, talk: int) -> None:
        """Plan again what a talk that comes back still lists, unless something became of it.

        By its number; nothing happens when the talk is over or in the bin, or that is no talk.
        """
        db = self._ledger.db
        found = conversations.numbered(db, talk)
        if found is None or found.state not in AHEAD or found.binned_at is not None:
            return
        for note in conversation_notes.notes_of(db, talk).get(NoteRole.TO_SAY, ()):
            old = note_reading.note(db, note)
            if old.share_state is ShareState.UNSAID:
                self._store(planned(old, found.id, found.planned_on))

    def hand_on(self, talk: Conversation) -> int:
        """Plan what was not said in a talk for the next one with them; return how many notes.

        Without a next one it is unsaid again.
        """
        db = self._ledger.db
        key = conversations.conversation_key(db, talk.id)
        left = conversation_notes.planned_in(db, key)
        for note in left:
            old = note_reading.note(db, note)
            following = self._next(talk, old, but=key)
            if following is None:
                new = moved(old, ShareState.UNSAID, self._ledger.today())
            else:
                day = conversations.conversation(db, following).planned_on
                new = planned(old, following, day)
            note_plans.follow(db, old, new)
            self._store(new)
        return len(left)

    def _next(self, talk: Conversation, note: Observation, but: int) -> ConversationId | None:
        for person in talk.people:
            if person in note.people:
                found = conversation_lists.next_planned(self._ledger.db, person, but=but)
                if found is not None:
                    return found
        return None

    def _store(self, note: Observation) -> None:
        db = self._ledger.db
        key = key_of(db, note.id)
        note_writing.update_note(db, key, note, self._ledger.device, self._ledger.now())
