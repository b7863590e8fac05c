"""Whatever notes there are about somebody, only what they know of leaves in a hand-over (S38)."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from managernotes.domain.handover import HandoverSort
from managernotes.domain.observation import (
    SHAREABLE_KINDS,
    Kind,
    NewObservation,
    NoteText,
    Sensitivity,
    ShareState,
)
from tests.core.office import Office
from tests.core.talks_office import TODAY, person

HEARD = frozenset({ShareState.SHARED, ShareState.RESPONDED, ShareState.CHANGE_SEEN})
LEAVES = frozenset({Kind.WIN, Kind.PRAISE_GIVEN, Kind.AGREEMENT_NOTE})
STATES = st.sampled_from([ShareState.UNSAID, *sorted(HEARD)])


@dataclass
class Written:
    """A note with two words of its own: one anybody may read, one only its writer."""

    new: NewObservation
    fact: str
    reading: str

    @property
    def may_leave(self) -> bool:
        """Whether the person knows of it and it is nothing that stays between the two."""
        note = self.new
        is_known = note.kind is not Kind.WIN or note.share_state in HEARD
        return is_known and note.kind in LEAVES and note.sensitivity is Sensitivity.NORMAL


@st.composite
def notes(draw: st.DrawFn) -> Written:
    """Draw a note of any kind, state, day and sensitivity."""
    kind = draw(st.sampled_from(sorted(Kind)))
    state = draw(STATES) if kind in SHAREABLE_KINDS else None
    mark = draw(st.integers(0, 10**9))
    fact, reading = f"factmark{mark}x", f"readingmark{mark}x"
    new = NewObservation(
        text=NoteText(title=draw(st.sampled_from(["", fact])), fact=fact, my_reading=reading),
        kind=kind,
        occurred_on=TODAY - timedelta(days=draw(st.integers(0, 300))),
        sensitivity=draw(st.sampled_from(sorted(Sensitivity))),
        share_state=state,
        shared_on=TODAY if state in HEARD else None,
        change_seen_on=TODAY if state is ShareState.CHANGE_SEEN else None,
    )
    return Written(new, fact, reading)


@settings(max_examples=12, deadline=None)
@given(st.lists(notes(), min_size=3, max_size=12, unique_by=lambda one: one.fact))
def test_inv_11_only_what_they_know_of_leaves_and_a_reading_only_by_its_own_tick(
    written: list[Written],
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(Office(Path(folder))) as office:
        who = person(office)
        for one in written:
            office.notes.add(replace(one.new, people=(who,)))
        offered = office.handovers.offer([who])
        leaving = [one for one in written if one.may_leave]
        assert len(offered) == 2 * len(leaving)
        if not leaving:
            return
        every = [replace(item, is_ticked=True) for item in offered]
        facts = [item for item in every if item.sort is not HandoverSort.READING]
        told, all_told = (office.handovers.make(some).decode() for some in (facts, every))
        for one in written:
            assert (one.fact in told) == one.may_leave
            assert one.reading not in told
            assert (one.reading in all_told) == one.may_leave


def test_a_tick_lets_one_line_out_and_no_other() -> None:
    numbers = count()
    with tempfile.TemporaryDirectory() as folder, closing(Office(Path(folder))) as office:
        who = person(office)
        for kind in sorted(LEAVES - {Kind.WIN}) * 2:
            text = NoteText(fact=f"line{next(numbers)}x")
            office.notes.add(NewObservation(text=text, kind=kind, people=(who,), occurred_on=TODAY))
        offered = office.handovers.offer([who])
        assert len(offered) == 4
        for chosen in offered:
            items = [replace(item, is_ticked=item is chosen) for item in offered]
            told = office.handovers.make(items).decode()
            assert [item.text for item in offered if item.text in told] == [chosen.text]
