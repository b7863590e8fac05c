"""How far a talk to come is prepared, for the lines of lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from managernotes.domain.conversation import ConversationRow
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import ConversationId
from managernotes.services.ledger import Ledger
from managernotes.services.preparation_view import view_of
from managernotes.storage import preparation_state, preparations


def with_standing(ledger: Ledger, rows: Sequence[ConversationRow]) -> tuple[ConversationRow, ...]:
    """Return the lines with what is still open in each one's preparation, or its inner talk's."""
    ahead = [row.id for row in rows if row.state in AHEAD]
    prepared = preparation_state.preparations_for(ledger.db, ahead)
    counted: dict[ConversationId, int] = {}
    for row, identity in prepared:
        view = view_of(ledger, preparations.preparation(ledger.db, identity))
        left = sum(check.is_open for check in view.checks) + len(view.plan_gate)
        counted[row] = counted.get(row, 0) + left
    return tuple(replace(row, still_open=counted.get(row.id)) for row in rows)
