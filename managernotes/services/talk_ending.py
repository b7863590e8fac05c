"""Ending a talk where it was written down: held, promised, looked at again, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import Conversation, ConversationWords
from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.promise import NewPromise
from managernotes.services.after_talk import AfterTalk, AfterTalking, AfterTalkOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAgain:
    """What is written down when a talk is looked at again (practice §3.6)."""

    words: ConversationWords
    promises: tuple[NewPromise, ...] = ()
    """What is asked and promised anew."""
    thanks: NoteText | None = None
    """It is better: the thanks becomes a note of its own."""


class TalkEnding(AfterTalking):
    """Ends a talk in one step; a hard one is written down on its own page instead."""

    def done(self, identity: ConversationId, told: AfterTalk) -> AfterTalkOutcome:
        """Store words, promises and that it took place; what nobody got to is carried over.

        It is closed unless there is a day on which to look again. InvalidInputError, with
        nothing changed, while a one-to-one has no answer to what they asked (S13).
        """
        with self._ledger.db.transaction():
            outcome = self.after_within(identity, told)
            talk = outcome.conversation
            if talk.follow_up_on is None:
                talk = self._changed_within(identity, rules.closed)
            self._carry_over(talk)
            return replace(outcome, conversation=talk)

    def look_again(self, identity: ConversationId, told: LookedAgain) -> Conversation:
        """Say that a talk was looked at again today; all of it is stored, or nothing (S23).

        InvalidInputError when a hard talk has no word about what changed, or when a promise or
        the thanks cannot be stored.
        """
        today = self._ledger.today()
        with self._ledger.db.transaction():
            talk = self._changed_within(
                identity,
                lambda talk: rules.followed_up(replace(talk, words=told.words), today, today),
            )
            for one in told.promises:
                self._promises.add_within(one)
            if told.thanks is not None:
                self._noted(
                    NewObservation(
                        text=told.thanks,
                        kind=Kind.PRAISE_GIVEN,
                        people=talk.people,
                        occurred_on=today,
                    )
                )
            return talk
