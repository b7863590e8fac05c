"""Ending a talk where it was written down: held, promised, closed, carried over."""

from __future__ import annotations

from dataclasses import replace

from managernotes.domain import conversation_rules as rules
from managernotes.domain.identity import ConversationId
from managernotes.services.after_talk import AfterTalk, AfterTalking, AfterTalkOutcome


class TalkEnding(AfterTalking):
    """Ends a talk in one step; a hard one is written down on its own page instead."""

    def done(self, identity: ConversationId, told: AfterTalk) -> AfterTalkOutcome:
        """Store words, promises and that it took place; what nobody got to is carried over.

        It is closed unless there is a day on which to look again. InvalidInputError, with
        nothing changed, while a one-to-one has no answer to what they asked (S13).
        """
        with self._ledger.db.transaction():
            outcome = self._after(identity, told)
            talk = outcome.conversation
            if talk.follow_up_on is None:
                talk = self._changed_within(identity, rules.closed)
            self._carry_over(talk)
            return replace(outcome, conversation=talk)
