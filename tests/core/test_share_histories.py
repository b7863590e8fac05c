"""No sequence of steps brings a win or a concern into a state that must not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from managernotes.domain.identity import ConversationId, NoteId
from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    KeptBack,
    Kind,
    NoteText,
    Observation,
    Sensitivity,
    ShareState,
    Source,
    first_share_state,
)
from managernotes.domain.share_rules import (
    HEARD,
    confirmed,
    kept_back,
    moved,
    of_kind,
    planned,
)
from managernotes.errors import InvalidInputError
from tests.core.office import NOON

Step = Callable[[Observation], Observation]
DAYS = st.dates(date(2025, 12, 20), date(2026, 1, 10))
TALKS = st.builds(lambda number: ConversationId(UUID(int=number)), st.integers(1, 3))

STEPS = st.one_of(
    st.builds(
        lambda state, day, talk: lambda note: moved(note, state, day, talk),
        st.sampled_from(ShareState),
        DAYS,
        st.none() | TALKS,
    ),
    st.builds(lambda talk, day: lambda note: planned(note, talk, day), TALKS, st.none() | DAYS),
    st.builds(lambda why: lambda note: kept_back(note, why), st.sampled_from(KeptBack)),
    st.builds(lambda kind: lambda note: of_kind(note, kind), st.sampled_from(Kind)),
    st.just(confirmed),
)


def fresh(kind: Kind, *, unconfirmed: bool) -> Observation:
    return Observation(
        id=NoteId(UUID(int=1)), text=NoteText(fact="x"), kind=kind, people=(),
        occurred_on=NOON.date(), come_back_on=None, tags=(), source=Source.FIRST_HAND,
        sensitivity=Sensitivity.NORMAL, shared_on=None, planned_for=None, created_at=NOON,
        share_state=None if unconfirmed else first_share_state(kind), updated_at=NOON,
        revision=1, unconfirmed=unconfirmed,
    )  # fmt: skip


def check(note: Observation) -> None:
    """Every state with what it needs, and nothing that belongs to another."""
    state = note.share_state
    assert (state is not None) == (note.kind in SHAREABLE_KINDS and not note.unconfirmed)
    assert (note.kept_back is not None) == (state is ShareState.NOT_FOR_SHARING)
    assert (note.shared_on is not None) == (state in HEARD)
    assert (note.change_seen_on is not None) == (state is ShareState.CHANGE_SEEN)
    if note.said_in is not None:
        assert state in HEARD
    if state is ShareState.PLANNED:
        assert note.planned_in is not None
    if state in (None, ShareState.UNSAID, ShareState.NOT_FOR_SHARING):
        assert not note.was_planned


@settings(max_examples=300)
@given(st.sampled_from(Kind), st.booleans(), st.lists(STEPS, min_size=8, max_size=30))
def test_inv_no_history_reaches_a_forbidden_state(
    kind: Kind, unconfirmed: bool, steps: list[Step]
) -> None:
    note = fresh(kind, unconfirmed=unconfirmed)
    check(note)
    for step in steps:
        before = note
        try:
            note = step(note)
        except InvalidInputError:
            note = before
        check(note)


@given(st.sampled_from(sorted(SHAREABLE_KINDS)), st.lists(STEPS, min_size=4, max_size=30))
def test_s19_a_note_leaves_the_unsaid_only_by_being_said_or_decided_with_a_reason(
    kind: Kind, steps: list[Step]
) -> None:
    note = fresh(kind, unconfirmed=False)
    for step in steps:
        before = note
        try:
            note = step(note)
        except InvalidInputError:
            continue
        waited = before.share_state in (ShareState.UNSAID, ShareState.PLANNED)
        waits = note.share_state in (ShareState.UNSAID, ShareState.PLANNED)
        if waited and not waits and note.kind in SHAREABLE_KINDS:
            assert note.shared_on is not None or note.kept_back is not None


@given(TALKS, st.none() | DAYS, DAYS, st.none() | TALKS)
def test_saying_it_and_taking_that_back_leaves_a_planned_note_as_it_was(
    talk: ConversationId, day: date | None, said_on: date, said_in: ConversationId | None
) -> None:
    there = planned(fresh(Kind.CONCERN, unconfirmed=False), talk, day)
    said = moved(there, ShareState.SHARED, said_on, said_in)
    assert moved(said, ShareState.UNSAID, said_on + timedelta(days=1)) == there
