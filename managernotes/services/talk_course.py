"""The course of a talk, from planned to closed; the guards are in domain/conversation_rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationWords,
    Outcome,
)
from managernotes.domain.identity import ConversationId
from managernotes.services.talk_agenda import TalkAgenda
from managernotes.services.talk_changes import Rule
from managernotes.storage import conversations, preparation_state


class TalkCourse(TalkAgenda):
    """Every step of a talk; InvalidInputError, with nothing changed, when it may not be gone."""

    def set_day(
        self,
        identity: ConversationId,
        on: date | None,
        at: time | None = None,
        minutes: int | None = None,
    ) -> Conversation:
        """Plan a talk for a day; the first one is remembered, a postponed talk comes back."""
        ready = self._is_ready(identity)
        return self._changed(
            identity, lambda talk: rules.given_day(talk, on, at, minutes, is_ready=ready)
        )

    def plan_follow_up(self, identity: ConversationId, on: date | None) -> Conversation:
        """Set the day on which to look again, one to sixty days after the talk (INV-08)."""
        return self._changed(identity, lambda talk: rules.follow_up_planned(talk, on))

    def postpone(self, identity: ConversationId, on: date, reason: str = "") -> Conversation:
        """Put a talk off to another day."""
        return self._changed(identity, lambda talk: rules.postponed(talk, on, reason))

    def move(self, identity: ConversationId, on: date, reason: str = "") -> Conversation:
        """Put a talk off and plan it for the new day in one step; time and length stay."""
        db = self._ledger.db
        return self._changed(
            identity,
            lambda talk: rules.given_day(
                rules.postponed(talk, on, reason),
                on,
                talk.planned_at,
                talk.minutes,
                is_ready=preparation_state.stands(db, identity),
            ),
        )

    def cancel(self, identity: ConversationId, reason: str) -> Conversation:
        """Call off a talk that was only planned."""
        return self._given_up(identity, lambda talk: rules.cancelled(talk, reason))

    def drop(self, identity: ConversationId, reason: str) -> Conversation:
        """Give up a talk that was being prepared."""
        return self._given_up(identity, lambda talk: rules.dropped(talk, reason))

    def begin(self, identity: ConversationId) -> Conversation:
        """Note that the talk begins now; what is open with them comes to its agenda for good."""
        with self._ledger.db.transaction():
            at = self._ledger.now().time().replace(second=0, microsecond=0)
            talk = self._changed_within(identity, lambda talk: rules.begun(talk, at))
            self._take_up(talk)
            return talk

    def hold(
        self,
        identity: ConversationId,
        *,
        held_on: date,
        began_at: time | None = None,
        ended_at: time | None = None,
    ) -> Conversation:
        """Say that a talk took place; what is within it is held on its own (S13)."""
        ready = self._is_ready(identity)
        with self._ledger.db.transaction():
            self._take_up(conversations.conversation(self._ledger.db, identity))
            return self._changed_within(
                identity,
                lambda talk: rules.held(
                    talk,
                    held_on,
                    today=self._ledger.today(),
                    began_at=began_at,
                    ended_at=ended_at,
                    is_ready=ready,
                ),
            )

    def correct_held(
        self,
        identity: ConversationId,
        *,
        held_on: date,
        began_at: time | None,
        ended_at: time | None,
    ) -> Conversation:
        """Correct when a talk took place, before it is followed up."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda talk: rules.held_otherwise(talk, held_on, began_at, ended_at, today)
        )

    def log(
        self,
        identity: ConversationId,
        *,
        outcome: Outcome | None = None,
        follow_up_on: date | None = None,
    ) -> Conversation:
        """Say that a talk was written down: how it ended, and when to look again (S23)."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda talk: rules.logged(talk, outcome, follow_up_on, today)
        )

    def ask_tomorrow(self, identity: ConversationId) -> Conversation:
        """Put off writing a talk down until tomorrow; nothing that is written is lost."""
        tomorrow = self._ledger.today() + timedelta(days=1)
        return self._changed(identity, lambda talk: replace(talk, log_again_on=tomorrow))

    def recap_sent(self, identity: ConversationId, on: date | None) -> Conversation:
        """Note on which day they got what was agreed; None takes it back."""
        return self._changed(identity, lambda talk: replace(talk, recap_sent_on=on))

    def read_brief(self, identity: ConversationId) -> Conversation:
        """Note that its brief was read today."""
        today = self._ledger.today()
        return self._changed(identity, lambda talk: replace(talk, brief_read_on=today))

    def asked_nothing(self, identity: ConversationId, *, nothing: bool) -> Conversation:
        """Answer "What did they ask of me?" with "nothing", or take that back (S13)."""
        return self._changed(identity, lambda talk: rules.answered_nothing(talk, nothing=nothing))

    def follow_up(
        self, identity: ConversationId, *, words: ConversationWords, on: date
    ) -> Conversation:
        """Say that a talk was looked at again, with what changed since (S23)."""
        today = self._ledger.today()
        return self._changed(
            identity, lambda talk: rules.followed_up(replace(talk, words=words), on, today)
        )

    def close(self, identity: ConversationId) -> Conversation:
        """Close a talk; what nobody got to is carried over to the next one with them."""
        with self._ledger.db.transaction():
            talk = self._changed_within(identity, rules.closed)
            self._carry_over(talk)
            return talk

    def reopen(self, identity: ConversationId) -> Conversation:
        """Take back that a talk was closed, followed up, cancelled or dropped."""
        with self._ledger.db.transaction():
            talk = self._changed_within(identity, rules.reopened)
            self._plans.take_back(conversations.conversation_key(self._ledger.db, identity))
            return talk

    def _given_up(self, identity: ConversationId, rule: Rule) -> Conversation:
        with self._ledger.db.transaction():
            talk = self._changed_within(identity, rule)
            self._plans.release(conversations.conversation_key(self._ledger.db, identity))
            return talk

    def _is_ready(self, identity: ConversationId) -> bool:
        """Whether a postponed talk is still prepared."""
        talk = self.get(identity)
        if talk.state is not ConversationState.POSTPONED:
            return False
        return preparation_state.stands(self._ledger.db, identity)
