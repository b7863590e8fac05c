"""What becomes of a talk's facts on their way to the person; callers own the transaction.

The rules stand in domain/share_rules; a fact that waits for nobody, or was said, stays as it is.
"""

from __future__ import annotations

from datetime import date

from managernotes.domain import share_rules
from managernotes.domain.conversation import Conversation
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import KeptBack, Kind, Observation, ShareState
from managernotes.services import preparation_standing
from managernotes.services.ledger import Ledger
from managernotes.storage import note_plans, note_reading, note_writing
from managernotes.storage.note_keys import key_of

_TO_SAY = (ShareState.UNSAID, ShareState.PLANNED)


def plan(ledger: Ledger, note: Observation, talk: Conversation) -> None:
    """Plan to say a concern in a talk, wherever it was planned before."""
    if note.kind is Kind.CONCERN and note.share_state in _TO_SAY:
        _store(ledger, note, share_rules.planned(note, talk.id, talk.planned_on))


def unplan(ledger: Ledger, note: Observation, talk: Conversation) -> None:
    """Take a concern off a talk, if it is planned there."""
    if note.share_state is ShareState.PLANNED and note.planned_in == talk.id:
        _store(ledger, note, share_rules.moved(note, ShareState.UNSAID, ledger.today()))


def say(ledger: Ledger, identity: NoteId, talk: Conversation, on: date) -> bool:
    """Note that a fact was said in a talk; whether that is new."""
    note = note_reading.note(ledger.db, identity)
    if note.share_state not in _TO_SAY or note.unconfirmed:
        return False
    _store(ledger, note, share_rules.moved(note, ShareState.SHARED, on, talk.id))
    return True


def unsay(ledger: Ledger, identity: NoteId, talk: Conversation) -> bool:
    """Take back that a fact was said in a talk; whether it was."""
    note = note_reading.note(ledger.db, identity)
    if note.share_state is not ShareState.SHARED or note.said_in != talk.id:
        return False
    _store(ledger, note, share_rules.moved(note, ShareState.UNSAID, ledger.today()))
    return True


def keep_back(ledger: Ledger, identity: NoteId, reason: KeptBack) -> bool:
    """Decide that a fact will not be held against anyone; whether that is new."""
    note = note_reading.note(ledger.db, identity)
    if note.share_state not in _TO_SAY or note.unconfirmed:
        return False
    _store(ledger, note, share_rules.kept_back(note, reason))
    return True


def _store(ledger: Ledger, old: Observation, new: Observation) -> None:
    if new == old:
        return
    db = ledger.db
    note_writing.update_note(db, key_of(db, old.id), new, ledger.device, ledger.now())
    note_plans.follow(db, old, new)
    if old.share_state in share_rules.HEARD and new.share_state not in share_rules.HEARD:
        preparation_standing.recheck_plans(ledger)
