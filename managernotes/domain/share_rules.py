"""How a win or a concern moves from unsaid to said (practice/2-model.md, states).

A note is planned through the conversation in which it will be said, and is kept back only with a
written reason; both come with what they need. Saying it, and taking that back, stand alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    Kind,
    NewObservation,
    Observation,
    ShareState,
    first_share_state,
)
from managernotes.errors import InvalidInputError

_MOVES = {
    ShareState.UNSAID: {ShareState.SHARED},
    ShareState.PLANNED: {ShareState.SHARED, ShareState.UNSAID},
    ShareState.SHARED: {ShareState.UNSAID, ShareState.RESPONDED},
    ShareState.RESPONDED: {ShareState.SHARED, ShareState.CHANGE_SEEN},
    ShareState.CHANGE_SEEN: {ShareState.RESPONDED},
    ShareState.NOT_FOR_SHARING: {ShareState.UNSAID},
}

HEARD = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})
"""In these states the person has heard it, so the day they did belongs to the note."""

_LATER = HEARD - {ShareState.SHARED}


def moved(note: Observation, wanted: ShareState, on: date) -> Observation:
    """Return the note in the wanted state, as of a day; InvalidInputError when it may not go there.

    The day it was said is kept while the person has heard it; saying it again sets it anew.
    """
    state = note.share_state
    if note.unconfirmed:
        raise InvalidInputError(
            "This note was sealed while the vault was locked.", "Confirm that it is yours first."
        )
    if state is None:
        raise _waits_for_nobody()
    if wanted != state and wanted not in _MOVES[state]:
        raise InvalidInputError(
            f"A note that is {_words(state)} cannot become {_words(wanted)} at once.",
            "Go one step at a time.",
        )
    said_on = on if wanted is ShareState.SHARED and state not in _LATER else note.shared_on
    return replace(
        note,
        share_state=wanted,
        shared_on=said_on if wanted in HEARD else None,
        planned_for=note.planned_for if wanted is ShareState.PLANNED else None,
    )


def of_kind(note: Observation, kind: Kind) -> Observation:
    """Return the note as one of this kind; its share state stays where the kind carries one."""
    if note.unconfirmed or kind not in SHAREABLE_KINDS:
        return replace(note, kind=kind, share_state=None, shared_on=None, planned_for=None)
    return replace(note, kind=kind, share_state=note.share_state or first_share_state(kind))


def confirmed(note: Observation) -> Observation:
    """Return a note that was sealed while locked as the manager's own; now it may wait to be said.

    One that is confirmed already stays as it is.
    """
    if not note.unconfirmed:
        return note
    return replace(note, unconfirmed=False, share_state=first_share_state(note.kind))


def first_state(note: NewObservation) -> ShareState | None:
    """Return the state a new note begins in, its own or its kind's; InvalidInputError for a misfit.

    A day on which it was said belongs to a note that was said, and to no other.
    """
    if note.share_state is None:
        state = None if note.unconfirmed else first_share_state(note.kind)
    elif note.kind in SHAREABLE_KINDS:
        state = note.share_state
    else:
        raise _waits_for_nobody()
    if (note.shared_on is not None) != (state in HEARD):
        raise InvalidInputError(
            "A day of saying it belongs to a note that was said.", "Give both, or neither."
        )
    return state


def _waits_for_nobody() -> InvalidInputError:
    return InvalidInputError(
        "Only a win or a concern waits to be said.", "Change the kind of the note first."
    )


def _words(state: ShareState) -> str:
    return state.value.replace("_", " ")
