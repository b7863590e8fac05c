"""Whether a talk is prepared, and when it is not any more (INV-07, INV-09, INV-21).

What was prepared goes back to its draft when a fact changes or goes, when it is fourteen days
old, or when one of its musts opens again. Callers of the functions own the transaction.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from managernotes.domain import conversation_rules as rules
from managernotes.domain.conversation import Conversation, ConversationState
from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import Preparation, Stale
from managernotes.services.ledger import Ledger
from managernotes.services.overdue import GOOD_FOR
from managernotes.services.preparation_view import view_of_talk
from managernotes.storage import (
    conversations,
    papers,
    preparation_links,
    preparations,
)

_MAY_BE_READY: Final = frozenset({ConversationState.PREPARED, ConversationState.POSTPONED})
"""A talk that is put off keeps what was prepared for it, as long as that stands."""


def fact_changed(ledger: Ledger, note: int, why: Stale) -> None:
    """Take every prepared talk that stands on a note back to its draft, and say why (INV-09)."""
    for key in preparation_links.talks_standing_on(ledger.db, note):
        found = preparations.of_talk(ledger.db, key)
        if found is not None and found.ready_at is not None:
            _draft_again(ledger, found, why)
    recheck_plans(ledger)


def recheck(ledger: Ledger, talk: ConversationId) -> None:
    """Take a prepared talk back to its draft when a must is open again, and none overrides it."""
    view = view_of_talk(ledger, talk)
    if view is None or view.preparation.ready_at is None or view.talk.state not in _MAY_BE_READY:
        return
    overridden = bool(view.preparation.words.override.strip())
    if view.open_sentences(overridden=overridden):
        _draft_again(ledger, view.preparation, None)


def recheck_plans(ledger: Ledger) -> None:
    """Look again at the prepared plans, whose gate rests on other notes than their facts (INV-21).

    To be called when a note that was said or given as help is not so any more.
    """
    for talk in preparations.prepared_plans(ledger.db):
        recheck(ledger, talk)


def refresh_stale(ledger: Ledger) -> int:
    """Take back to its draft whatever was prepared too long ago; return how many talks."""
    limit = ledger.now() - GOOD_FOR
    stale = preparations.talks_ready_before(ledger.db, limit)
    for talk in stale:
        key = conversations.conversation_key(ledger.db, talk)
        found = preparations.of_talk(ledger.db, key)
        assert found is not None
        _draft_again(ledger, found, Stale.OLD)
    return len(stale)


def made_ready(ledger: Ledger, preparation: Preparation, talk: Conversation) -> None:
    """Say that a talk is prepared, as of now."""
    new = replace(preparation, ready_at=ledger.now(), stale=None)
    _store(ledger, new, rules.made_ready(talk))


def _draft_again(ledger: Ledger, preparation: Preparation, why: Stale | None) -> None:
    talk = conversations.conversation(ledger.db, preparation.conversation)
    new = replace(preparation, ready_at=None, stale=why)
    _store(ledger, new, rules.drafted_again(talk))


def _store(ledger: Ledger, preparation: Preparation, talk: Conversation) -> None:
    db, device, now = ledger.db, ledger.device, ledger.now()
    key = papers.key_of(db, preparation.id)
    preparations.update(db, key, preparation)
    papers.touch(db, key, device, now)
    talk_key = conversations.conversation_key(db, talk.id)
    conversations.update(db, talk_key, talk)
    papers.touch(db, talk_key, device, now)
