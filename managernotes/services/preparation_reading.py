"""Reading preparations: one alone, or all that the page for preparing shows at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.conversation import Conversation
from managernotes.domain.even_hand import EvenLine, a_to_z
from managernotes.domain.identity import ConversationId, PreparationId
from managernotes.domain.preparation import FactRow, Preparation
from managernotes.domain.yardstick import Yardstick
from managernotes.practice.readiness import Check, CheckLevel
from managernotes.practice.readiness_view import InHand
from managernotes.services.ledger import Ledger
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.preparation_view import view_of
from managernotes.storage import conversations, even_hand, preparations


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationDesk:
    """Everything that the page for preparing shows (picture 06)."""

    preparation: Preparation
    conversation: Conversation
    facts: tuple[FactRow, ...]
    hand: InHand
    """What the checks look at: with the words as they are typed, they are asked again at once."""
    checks: tuple[Check, ...]
    yardsticks: tuple[Yardstick, ...]
    even: tuple[EvenLine, ...]
    """Every concern by the same standard, whoever it is about, A-Z (S24, RC18)."""
    last_thanked_on: date | None
    unsaid_thanks_on: date | None
    own_reminder: str
    """What I noted for myself after the last talk of the same sort (S36)."""
    plan_gate: tuple[str, ...] = ()
    """What a plan for improvement still needs beside its checks (INV-21)."""

    @property
    def still_open(self) -> tuple[Check, ...]:
        """What is not done yet, the musts first."""
        left = [one for one in self.checks if one.is_open]
        return tuple(sorted(left, key=lambda one: list(CheckLevel).index(one.level)))

    @property
    def in_place(self) -> tuple[Check, ...]:
        """What is done."""
        return tuple(one for one in self.checks if not one.is_open)

    @property
    def can_be_prepared(self) -> bool:
        """Whether no must is open."""
        musts = any(one.is_open and one.level is CheckLevel.MUST for one in self.checks)
        return not musts and not self.plan_gate


class PreparationReading:
    """Reads preparations."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers

    def get(self, identity: PreparationId) -> Preparation:
        """Return one preparation; PaperNotFoundError when it was erased."""
        return preparations.preparation(self._ledger.db, identity)

    def of(self, conversation: ConversationId) -> Preparation | None:
        """Return the preparation of a talk, if there is one; PaperNotFoundError without a talk."""
        db = self._ledger.db
        return preparations.of_talk(db, conversations.conversation_key(db, conversation))

    def desk(self, identity: PreparationId) -> PreparationDesk:
        """Return all that the page shows, in one read."""
        db = self._ledger.db
        preparation = self.get(identity)
        view = view_of(self._ledger, preparation)
        key = conversations.conversation_key(db, view.talk.id)
        return PreparationDesk(
            preparation=view.preparation,
            conversation=view.talk,
            facts=view.facts,
            hand=view.hand,
            checks=view.checks,
            yardsticks=view.yardsticks,
            even=a_to_z(even_hand.concerns(db, preparation.yardsticks, self._ledger.today())),
            last_thanked_on=view.last_thanked_on,
            unsaid_thanks_on=view.unsaid_thanks_on,
            own_reminder=preparations.last_conduct(db, view.preparation.about, but=key),
            plan_gate=view.plan_gate,
        )
