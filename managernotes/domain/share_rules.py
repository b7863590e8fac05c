"""How a win or a concern moves from unsaid to said (practice/2-model.md, states).

A note is planned through the conversation in which it will be said, and is kept back only with a
reason; both come with what they need. Saying it, and taking that back, stand alone.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from managernotes.domain.identity import ConversationId
from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    KeptBack,
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
_TO_SAY = (ShareState.UNSAID, ShareState.PLANNED)

HEARD = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})
"""In these states the person has heard it, so the day they did belongs to the note."""

ANSWERED = HEARD - {ShareState.SHARED}
"""In these the person has answered, in words that are kept or not."""


def moved(
    note: Observation, wanted: ShareState, on: date, said_in: ConversationId | None = None
) -> Observation:
    """Return the note in the wanted state, as of a day; InvalidInputError when it may not go there.

    The day it was said is kept while the person has heard it; saying it again sets it anew. Where
    it was planned is kept too, so taking "said" back brings the plan back.
    """
    state = _state_of(note)
    if wanted is not state and wanted not in _MOVES[state]:
        raise _no_way(state, wanted)
    if wanted is ShareState.UNSAID and state is ShareState.SHARED and note.was_planned:
        wanted = ShareState.PLANNED
    heard = wanted in HEARD
    says = wanted is ShareState.SHARED and state not in ANSWERED
    seen_on = (note.change_seen_on if state is wanted else on) if _is_seen(wanted) else None
    stays = heard or wanted is ShareState.PLANNED
    return replace(
        note,
        share_state=wanted,
        shared_on=(on if says else note.shared_on) if heard else None,
        said_in=(said_in if says else note.said_in) if heard else None,
        planned_for=note.planned_for if stays else None,
        planned_in=note.planned_in if stays else None,
        kept_back=note.kept_back if wanted is ShareState.NOT_FOR_SHARING else None,
        change_seen_on=seen_on,
    )


def planned(note: Observation, conversation: ConversationId, day: date | None) -> Observation:
    """Return the note as one that will be said in a talk; InvalidInputError once it was said."""
    state = _state_of(note)
    if state not in _TO_SAY:
        raise _no_way(state, ShareState.PLANNED)
    return replace(note, share_state=ShareState.PLANNED, planned_in=conversation, planned_for=day)


def kept_back(note: Observation, reason: KeptBack) -> Observation:
    """Return the note as one that will not be said, and why; InvalidInputError once it was said."""
    state = _state_of(note)
    if state in HEARD:
        raise _no_way(state, ShareState.NOT_FOR_SHARING)
    return replace(
        note,
        share_state=ShareState.NOT_FOR_SHARING,
        kept_back=reason,
        planned_in=None,
        planned_for=None,
    )


def of_kind(note: Observation, kind: Kind) -> Observation:
    """Return the note as one of this kind; its share state stays where the kind carries one."""
    if note.unconfirmed or kind not in SHAREABLE_KINDS:
        return replace(
            note,
            kind=kind,
            share_state=None,
            shared_on=None,
            said_in=None,
            planned_for=None,
            planned_in=None,
            kept_back=None,
            change_seen_on=None,
        )
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

    What a state needs comes with it, and with no other: the day on which it was said, the reason
    why it is kept back, the day on which the change was seen. None begins as planned.
    """
    if note.share_state is None:
        state = None if note.unconfirmed else first_share_state(note.kind)
    elif note.kind in SHAREABLE_KINDS:
        state = note.share_state
    else:
        raise _waits_for_nobody()
    if state is ShareState.PLANNED:
        raise _needs_a_talk()
    if (note.shared_on is not None) != (state in HEARD):
        raise InvalidInputError(
            "A day of saying it belongs to a note that was said.", "Give both, or neither."
        )
    if (note.kept_back is not None) != (state is ShareState.NOT_FOR_SHARING):
        raise _needs_a_reason()
    if note.change_seen_on is not None and not _is_seen(state):
        raise InvalidInputError(
            "A day of seeing the change belongs to a note whose change was seen.",
            "Give both, or neither.",
        )
    return state


def _state_of(note: Observation) -> ShareState:
    """Return the share state of a note that has one; InvalidInputError when it waits for nobody."""
    if note.unconfirmed:
        raise InvalidInputError(
            "This note was sealed while the vault was locked.", "Confirm that it is yours first."
        )
    if note.share_state is None:
        raise _waits_for_nobody()
    return note.share_state


def _is_seen(state: ShareState | None) -> bool:
    return state is ShareState.CHANGE_SEEN


def _no_way(state: ShareState, wanted: ShareState) -> InvalidInputError:
    if wanted is ShareState.PLANNED and state in _TO_SAY:
        return _needs_a_talk()
    if wanted is ShareState.NOT_FOR_SHARING and state in _TO_SAY:
        return _needs_a_reason()
    return InvalidInputError(
        f"A note that is {_words(state)} cannot become {_words(wanted)} at once.",
        "Go one step at a time.",
    )


def _needs_a_talk() -> InvalidInputError:
    return InvalidInputError(
        "A note is planned for a conversation.", "Choose the one in which you will say it."
    )


def _needs_a_reason() -> InvalidInputError:
    return InvalidInputError(
        "A note is kept back only with a reason.",
        "Say whether it was wrong after all, too small, passed to HR, or only context.",
    )


def _waits_for_nobody() -> InvalidInputError:
    return InvalidInputError(
        "Only a win or a concern waits to be said.", "Change the kind of the note first."
    )


def _words(state: ShareState) -> str:
    return state.value.replace("_", " ")
