"""Lines read as promises: who, what, by when, and a day that is chosen is written into the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.domain.promise import PromiseOwner
from managernotes_ui.common.dates import DateWords
from managernotes_ui.meeting.becoming import Becoming, becoming, names_in_lines, with_day
from managernotes_ui.meeting.recap import RecapOf, recap

TODAY = date(2026, 11, 26)
DANA, ARJUN = PersonId(UUID(int=1)), PersonId(UUID(int=2))


@dataclass(frozen=True, slots=True)
class Named:
    """What the lines need to know of a person."""

    id: PersonId
    display_name: str
    alias: str | None = None


TEAM = cast("Sequence[Person]", (Named(DANA, "Dana Whitfield"), Named(ARJUN, "Arjun Rao")))


def read(text: str, *, all_mine: bool = False) -> tuple[Becoming, ...]:
    return becoming("agreed", text, here=(DANA,), everybody=TEAM, today=TODAY, all_mine=all_mine)


def test_mine_is_to_those_who_were_there_and_theirs_of_whom_it_names() -> None:
    mine, theirs = read("I move the call by Fri\nArjun adds the link by 4 Dec")
    assert (mine.owner, mine.people, mine.due_on) == (
        PromiseOwner.ME,
        (DANA,),
        date(2026, 11, 27),
    )
    assert (theirs.owner, theirs.people, theirs.text) == (
        PromiseOwner.THEM,
        (ARJUN,),
        "Adds the link",
    )


def test_help_is_mine_whoever_begins_the_line() -> None:
    [row] = read("Dana gets the first two evenings from me.", all_mine=True)
    assert (row.owner, row.people) == (PromiseOwner.ME, (DANA,))
    assert row.text == "Dana gets the first two evenings from me"


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("I move the call by Fri", "I move the call by Wed 2 Dec"),
        ("Dana posts it, from Mon 30 Nov", "Dana posts it, by Wed 2 Dec"),
        ("I move the call.", "I move the call by Wed 2 Dec"),
    ],
)
def test_a_chosen_day_stands_where_the_old_one_stood_or_at_the_end(line: str, after: str) -> None:
    [row] = read(line)
    assert with_day(line, row, date(2026, 12, 2)) == after


@given(
    st.lists(
        st.sampled_from(["I call", "Dana writes by Fri", "Arjun: x, from 4 Dec", "?", "", "é 🙂"]),
        max_size=5,
    ),
    st.integers(1, 300),
)
def test_a_chosen_day_is_read_back_and_no_other_line_changes(lines: list[str], days: int) -> None:
    text = "\n".join(lines)
    day = date.fromordinal(TODAY.toordinal() + days)
    for number, row in enumerate(read(text)):
        changed = with_day(text, row, day)
        again = read(changed)
        assert again[number].due_on == day
        assert [one.due_on for n, one in enumerate(again) if n != number] == [
            one.due_on for n, one in enumerate(read(text)) if n != number
        ]


def test_owners_are_found_for_colouring() -> None:
    spans = names_in_lines("Dana writes\nnobody in particular", TEAM, TODAY)
    assert [(span.start, span.end) for span in spans] == [(0, 4)]


def test_a_recap_without_anything_is_a_thanks() -> None:
    of = RecapOf(held_on=TODAY, today=TODAY, title="", names={}, rows=(), follow_up_on=None)
    assert recap(of, DateWords()) == "Thank you for the talk today."


def test_a_recap_says_the_day_of_an_earlier_talk_and_when_to_look_again() -> None:
    of = RecapOf(
        held_on=date(2026, 11, 24),
        today=TODAY,
        title="Late hand-overs.",
        names={DANA: "Dana"},
        rows=read("Dana writes by Fri"),
        follow_up_on=date(2026, 12, 10),
    )
    assert recap(of, DateWords()).splitlines() == [
        "Thank you for the talk on Tue 24 Nov.",
        "We talked about: Late hand-overs.",
        "We agreed:",
        "– Dana: writes, by Fri 27 Nov",
        "We look at it again on Thu 10 Dec.",
    ]
