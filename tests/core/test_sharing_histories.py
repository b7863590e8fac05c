"""Whatever is done with a note and its talks, what is stored never contradicts itself."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from managernotes.domain.conversation import Conversation, NoteRole
from managernotes.domain.identity import NoteId
from managernotes.domain.observation import KeptBack, Kind, NewObservation, NoteText, ShareState
from managernotes.errors import ManagerNotesError
from tests.core.office import Office
from tests.core.talks_office import TODAY, person, planned
from tests.core.test_share_histories import check

Act = Callable[[Office, NoteId, list[Conversation]], object]
WAITS = (ShareState.UNSAID, ShareState.PLANNED)

ACTS: dict[str, Act] = {
    "plan": lambda office, note, talks: office.sharing.plan(note, talks[0].id),
    "plan for the other": lambda office, note, talks: office.sharing.plan(note, talks[1].id),
    "unplan": lambda office, note, _: office.sharing.unplan(note),
    "say": lambda office, note, _: office.sharing.said(note, TODAY),
    "say there": lambda office, note, talks: office.sharing.said(note, TODAY, talks[0].id),
    "unsay": lambda office, note, _: office.sharing.unsay(note),
    "keep back": lambda office, note, _: office.sharing.keep_back(note, KeptBack.TOO_SMALL),
    "take back": lambda office, note, _: office.sharing.unkeep(note),
    "answer": lambda office, note, _: office.sharing.answered(note, "Yes.", TODAY),
    "no answer": lambda office, note, _: office.sharing.unanswer(note),
    "change": lambda office, note, _: office.sharing.change_seen(note, TODAY),
    "no change": lambda office, note, _: office.sharing.unsee(note),
    "move": lambda office, _, talks: office.talks.set_day(talks[0].id, TODAY + timedelta(days=9)),
    "cancel": lambda office, _, talks: office.talks.cancel(talks[0].id, "Ill"),
    "bin the talk": lambda office, _, talks: office.talks.bin(talks[1].id),
    "restore the talk": lambda office, _, talks: office.talks.restore(talks[1].id),
    "bin": lambda office, note, _: office.notes.bin(note),
    "restore": lambda office, note, _: office.notes.restore(note),
    "a win": lambda office, note, _: office.notes.change(note, kind=Kind.WIN),
    "a context": lambda office, note, _: office.notes.change(note, kind=Kind.CONTEXT),
    "a concern": lambda office, note, _: office.notes.change(note, kind=Kind.CONCERN),
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    office = Office(tmp_path_factory.mktemp("histories"))
    yield office
    office.close()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=14))
def test_inv_no_history_of_a_note_and_its_talks_reaches_a_forbidden_state(
    room: Office, acts: list[str]
) -> None:
    dana = person(room)
    talks = [planned(room, dana, on=TODAY + timedelta(days=days)) for days in (1, 8)]
    new = NewObservation(
        text=NoteText(fact="x"), kind=Kind.CONCERN, people=(dana,), occurred_on=TODAY
    )
    note = room.notes.add(new).id
    try:
        for name in acts:
            with contextlib.suppress(ManagerNotesError):
                ACTS[name](room, note, talks)
            _check_stored(room, note, talks)
    finally:
        room.notes.erase(note)
        for talk in talks:
            room.talks.bin(talk.id)


def _check_stored(office: Office, note: NoteId, talks: list[Conversation]) -> None:
    found = office.notes.get(note)
    check(found)
    listed = [
        talk.id
        for talk in talks
        if found.id in office.talks.notes_of(talk.id).get(NoteRole.TO_SAY, ())
    ]
    if found.share_state is ShareState.PLANNED and found.binned_at is None:
        assert found.planned_in in listed
        assert found.planned_in is not None
        assert found.planned_for == office.talks.get(found.planned_in).planned_on
    shown = {card.id for card in office.today.today().raise_.cards}
    waits = found.kind is Kind.CONCERN and found.share_state in WAITS and found.binned_at is None
    assert (note in shown) == waits
