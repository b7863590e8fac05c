"""What every verb on a talk has in common: read it, let a rule judge, store what differs."""

from __future__ import annotations

from collections.abc import Callable

from managernotes.domain.conversation import Conversation, ConversationState
from managernotes.domain.identity import ConversationId
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_standing import recheck
from managernotes.services.talk_plans import TalkPlans
from managernotes.storage import conversations
from managernotes.storage.conversation_words import findable, to_json

Rule = Callable[[Conversation], Conversation]
"""A step of domain/conversation_rules: the talk after it, or InvalidInputError."""


class TalkChanges:
    """Reads talks and changes them, each change one transaction."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers
        self._plans = TalkPlans(ledger)

    def get(self, identity: ConversationId) -> Conversation:
        """Return one talk, in the bin or not; PaperNotFoundError when it was erased."""
        return conversations.conversation(self._ledger.db, identity)

    def _changed(self, identity: ConversationId, rule: Rule) -> Conversation:
        """Store what a rule makes of a talk, and return it as it then is."""
        with self._ledger.db.transaction():
            return self._changed_within(identity, rule)

    def _changed_within(self, identity: ConversationId, rule: Rule) -> Conversation:
        db = self._ledger.db
        old = conversations.conversation(db, identity)
        new = rule(old)
        if new.words != old.words:
            self._papers.save(identity, to_json(new.words), findable(new.words))
        if new != old:
            key = conversations.conversation_key(db, identity)
            conversations.update(db, key, new)
            self._papers.touch(key)
            if new.state is ConversationState.PREPARED:
                recheck(self._ledger, identity)
        return conversations.conversation(db, identity)
