"""Where my attention went: A-Z, never by count, and quiet only where nothing was (M12)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from managernotes.domain.away import AwayWindow
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import PersonStatus
from managernotes.practice.attention import first_day, is_quiet
from tests.core.office import Office
from tests.core.talks_office import TODAY, held, person

LONG_AGO = TODAY - timedelta(days=400)


def test_m12_notes_and_talks_of_sixty_days_stand_a_to_z(office: Office) -> None:
    zoe, ana = person(office, "Zoe"), person(office, "Ana")
    for days in (0, 59, 60):
        office.notes.add(
            NewObservation(
                text=NoteText(fact="A note"),
                kind=Kind.CONTEXT,
                people=(zoe,),
                occurred_on=TODAY - timedelta(days=days),
            )
        )
    held(office, zoe)
    held(office, zoe, on=TODAY - timedelta(days=60))
    rows = office.attention.rows(TODAY)
    assert [(row.person, row.notes, row.talks) for row in rows] == [(ana, 0, 0), (zoe, 2, 1)]


@pytest.mark.parametrize(
    ("status", "since", "away", "quiet"),
    [
        (PersonStatus.ACTIVE, LONG_AGO, (), True),
        (PersonStatus.AWAY, LONG_AGO, (), False),
        (PersonStatus.ACTIVE, TODAY, (), False),  # came today
        (
            PersonStatus.ACTIVE,
            LONG_AGO,
            (AwayWindow(first=first_day(TODAY), last=TODAY),),
            False,
        ),
        (
            PersonStatus.ACTIVE,
            LONG_AGO,
            (AwayWindow(first=first_day(TODAY), last=TODAY - timedelta(days=1)),),
            True,
        ),
    ],
)
def test_m12_nobody_is_quiet_who_was_not_there(
    status: PersonStatus, since: date, away: tuple[AwayWindow, ...], quiet: bool
) -> None:
    assert is_quiet(0, 0, status=status, known_since=since, away=away, today=TODAY) is quiet
    assert not is_quiet(1, 0, status=status, known_since=since, away=away, today=TODAY)
    assert not is_quiet(0, 1, status=status, known_since=since, away=away, today=TODAY)
