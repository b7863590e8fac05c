"""How a win or a concern moves from unsaid to said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    Observation,
    Sensitivity,
    ShareState,
    Source,
)
from managernotes.domain.share_rules import first_state, moved, of_kind
from managernotes.errors import InvalidInputError
from tests.core.office import NOON

MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)
S = ShareState
ALLOWED = {
    (S.UNSAID, S.SHARED), (S.PLANNED, S.SHARED), (S.PLANNED, S.UNSAID), (S.SHARED, S.UNSAID),
    (S.SHARED, S.RESPONDED), (S.RESPONDED, S.SHARED), (S.RESPONDED, S.CHANGE_SEEN),
    (S.CHANGE_SEEN, S.RESPONDED), (S.NOT_FOR_SHARING, S.UNSAID),
}  # fmt: skip


def _note(state: ShareState | None, shared_on: date | None = None) -> Observation:
    return Observation(
        id=NoteId(UUID(int=1)), text=NoteText(fact="x"), kind=Kind.WIN, people=(),
        occurred_on=MONDAY, come_back_on=None, tags=(), source=Source.FIRST_HAND,
        sensitivity=Sensitivity.NORMAL, share_state=state, shared_on=shared_on,
        planned_for=MONDAY if state is S.PLANNED else None, created_at=NOON, updated_at=NOON,
        revision=1,
    )  # fmt: skip


@pytest.mark.parametrize(("state", "wanted"), list(product(ShareState, ShareState)))
def test_one_step_at_a_time(state: ShareState, wanted: ShareState) -> None:
    if state is wanted or (state, wanted) in ALLOWED:
        assert moved(_note(state, MONDAY), wanted, TUESDAY).share_state is wanted
    else:
        with pytest.raises(InvalidInputError):
            moved(_note(state), wanted, TUESDAY)


def test_the_day_it_was_said_stays_while_the_person_has_heard_it() -> None:
    said = moved(_note(S.PLANNED), S.SHARED, MONDAY)
    assert said.shared_on == MONDAY
    responded = moved(said, S.RESPONDED, TUESDAY)
    assert responded.shared_on == MONDAY
    assert moved(responded, S.SHARED, TUESDAY).shared_on == MONDAY
    assert moved(said, S.SHARED, TUESDAY).shared_on == TUESDAY
    assert moved(said, S.UNSAID, TUESDAY).shared_on is None


def test_a_note_of_another_kind_waits_for_nobody() -> None:
    with pytest.raises(InvalidInputError):
        moved(_note(None), S.SHARED, MONDAY)


def test_a_new_kind_keeps_the_state_where_it_carries_one() -> None:
    said = _note(S.SHARED, MONDAY)
    assert of_kind(said, Kind.CONCERN) == replace(said, kind=Kind.CONCERN)
    context = of_kind(said, Kind.CONTEXT)
    assert (context.kind, context.share_state, context.shared_on) == (Kind.CONTEXT, None, None)
    assert of_kind(context, Kind.WIN).share_state is S.UNSAID


def test_a_new_note_begins_where_it_says_or_where_its_kind_does() -> None:
    win = NewObservation(text=NoteText(fact="x"), kind=Kind.WIN, occurred_on=MONDAY)
    assert first_state(win) is S.UNSAID
    assert first_state(replace(win, kind=Kind.LESSON)) is None
    assert first_state(replace(win, share_state=S.RESPONDED, shared_on=MONDAY)) is S.RESPONDED
    for misfit in (
        replace(win, share_state=S.SHARED),
        replace(win, shared_on=MONDAY),
        replace(win, kind=Kind.LESSON, share_state=S.UNSAID),
    ):
        with pytest.raises(InvalidInputError):
            first_state(misfit)
