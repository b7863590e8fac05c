"""What the start page shows, over a real vault."""

from __future__ import annotations

from datetime import timedelta

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.domain.person import NewPerson
from tests.core.office import NOON, Office

TODAY = NOON.date()


def person(office: Office, name: str) -> PersonId:
    return office.people.add(NewPerson(display_name=name)).id


def note(office: Office, kind: Kind, who: PersonId, days_ago: int = 0) -> NoteId:
    on = TODAY - timedelta(days=days_ago)
    new = NewObservation(text=NoteText(fact="x"), kind=kind, people=(who,), occurred_on=on)
    return office.notes.add(new).id


def test_a_new_vault_has_a_good_day(office: Office) -> None:
    person(office, "Dana")
    assert office.today.today().is_empty
