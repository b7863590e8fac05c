"""Everything that can be done to prepare a hard talk, in one place for the front ends."""

from __future__ import annotations

from managernotes.domain.identity import ConversationId, NoteId
from managernotes.services.after_talk import AfterTalk, AfterTalking, AfterTalkOutcome
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_cards import PreparationCards

__all__ = ["AfterTalk", "AfterTalkOutcome", "PreparationsService"]


class PreparationsService(PreparationCards):
    """Beginning, writing and reading preparations, the label "prepared", and what comes after."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        super().__init__(ledger, papers)
        self._after_talking = AfterTalking(ledger, papers)

    def after(self, conversation: ConversationId, told: AfterTalk) -> AfterTalkOutcome:
        """Write a talk down: words, promises, follow-up, and its facts as said.

        InvalidInputError, with nothing changed, when a hard talk has no day on which to look
        again, when it is not prepared, or when a one-to-one has no answer.
        """
        with self._ledger.db.transaction():
            preparation = self.of(conversation)
            if told.went_ahead.strip() and preparation is not None:
                self._overridden(preparation.id, told.went_ahead)
            return self._after_talking.after_within(conversation, told)

    def keep_unsaid(self, conversation: ConversationId) -> tuple[NoteId, ...]:
        """Take back that the facts of a talk were said in it; return which."""
        return self._after_talking.keep_unsaid(conversation)
