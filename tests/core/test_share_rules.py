"""How a win or a concern moves from unsaid to said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import UUID

import pytest

from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import (
    KeptBack,
    Kind,
    NewObservation,
    NoteText,
    Observation,
    Sensitivity,
    ShareState,
    Source,
)
from managernotes.domain.share_rules import first_state, kept_back, moved, of_kind, planned
from managernotes.errors import InvalidInputError
from tests.core.office import NOON

MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)
S = ShareState
TALK = ConversationId(UUID(int=7))
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


def test_a_plan_needs_a_talk_and_keeping_back_needs_a_reason() -> None:
    for state, wanted in product((S.UNSAID, S.PLANNED), (S.PLANNED, S.NOT_FOR_SHARING)):
        if state is not wanted:
            with pytest.raises(InvalidInputError, match=r"conversation|reason"):
                moved(_note(state), wanted, MONDAY)
    there = planned(_note(S.UNSAID), TALK, TUESDAY)
    assert (there.share_state, there.planned_in, there.planned_for) == (S.PLANNED, TALK, TUESDAY)
    back = kept_back(there, KeptBack.TOO_SMALL)
    assert (back.share_state, back.kept_back) == (S.NOT_FOR_SHARING, KeptBack.TOO_SMALL)
    assert not back.was_planned
    assert moved(back, S.UNSAID, MONDAY).kept_back is None


@pytest.mark.parametrize("state", [S.SHARED, S.RESPONDED, S.CHANGE_SEEN])
def test_what_was_said_is_neither_planned_nor_kept_back(state: ShareState) -> None:
    with pytest.raises(InvalidInputError):
        planned(_note(state, MONDAY), TALK, None)
    with pytest.raises(InvalidInputError):
        kept_back(_note(state, MONDAY), KeptBack.ONLY_CONTEXT)


def test_taking_said_back_brings_the_plan_back_where_there_was_one() -> None:
    there = planned(_note(S.UNSAID), TALK, TUESDAY)
    said = moved(there, S.SHARED, MONDAY, TALK)
    assert (said.said_in, said.planned_in, said.planned_for) == (TALK, TALK, TUESDAY)
    assert moved(said, S.UNSAID, TUESDAY) == there
    assert moved(moved(_note(S.UNSAID), S.SHARED, MONDAY), S.UNSAID, TUESDAY) == _note(S.UNSAID)


def test_a_change_seen_has_its_day_until_it_is_taken_back() -> None:
    seen = moved(_note(S.RESPONDED, MONDAY), S.CHANGE_SEEN, TUESDAY)
    assert (seen.change_seen_on, seen.shared_on) == (TUESDAY, MONDAY)
    assert moved(seen, S.CHANGE_SEEN, MONDAY).change_seen_on == TUESDAY
    assert moved(seen, S.RESPONDED, TUESDAY).change_seen_on is None


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
        replace(win, share_state=S.PLANNED),
        replace(win, share_state=S.NOT_FOR_SHARING),
        replace(win, kept_back=KeptBack.TOO_SMALL),
        replace(win, change_seen_on=MONDAY),
    ):
        with pytest.raises(InvalidInputError):
            first_state(misfit)
