"""Thrown away for thirty days, or erased so that nothing is left in the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from managernotes.domain.observation import NewObservation, NoteText, Observation
from managernotes.domain.person import NewPerson
from managernotes.domain.search_query import SearchQuery
from managernotes.errors import NoteNotFoundError
from managernotes.services.drafts import DraftsService
from tests.core.office import NOON, Office

WORD = "quokkaflimsy"
TAIL = WORD[4:].encode()
"""The index stores words without what they share with their neighbours."""


def _add(office: Office, fact: str = f"Told the {WORD} story") -> Observation:
    return office.notes.add(NewObservation(text=NoteText(fact=fact), occurred_on=NOON.date()))


def test_a_note_in_the_bin_leaves_lists_and_search(office: Office) -> None:
    note, other = _add(office), _add(office)
    office.notes.bin(note.id)
    assert [row.id for row in office.notes.timeline().rows] == [other.id]
    assert [row.id for row in office.notes.timeline_outline()] == [other.id]
    assert [hit.id for hit in office.search.search(SearchQuery(words=(WORD,)))] == [other.id]
    assert office.notes.count() == 1
    assert [binned.id for binned in office.notes.binned()] == [note.id]


def test_a_restored_note_is_as_it_was(office: Office) -> None:
    note = _add(office)
    office.clock.advance(days=1)
    office.notes.bin(note.id)
    assert office.notes.get(note.id).binned_at == NOON + timedelta(days=1)
    office.notes.restore(note.id)
    back = office.notes.get(note.id)
    assert back == replace(note, revision=3, updated_at=NOON + timedelta(days=1))
    assert office.search.search(SearchQuery(words=(WORD,)))


def test_binning_twice_keeps_the_first_moment(office: Office) -> None:
    note = _add(office)
    office.notes.bin(note.id)
    office.clock.advance(days=5)
    office.notes.bin(note.id)
    office.notes.restore(_add(office).id)
    assert office.notes.get(note.id).binned_at == NOON


def test_erasing_leaves_no_word_of_a_note_in_the_file(office: Office) -> None:
    for n in range(200):
        _add(office, f"an ordinary note number {n} about queues and quotas")
    note = _add(office)
    revision = office.notes.save_text(note.id, NoteText(fact=f"The {WORD}"), 1).revision
    office.clock.advance(hours=1)
    office.notes.save_text(note.id, NoteText(fact="Nothing", my_reading=WORD), revision)
    office.notes.change(note.id, tags=[WORD])
    office.notes.change(note.id, occurred_on=NOON.date() - timedelta(days=400))
    office.notes.link(note.id, _add(office, "a neighbour").id)
    DraftsService(office.ledger).keep(f"note:{note.id}", f"half a {WORD}")
    assert TAIL in office.decrypted()

    office.notes.erase(note.id)

    assert TAIL not in office.decrypted()
    assert note.id.bytes in office.decrypted(), "the tombstone, for a later merge"
    assert office.notes.tags() == []
    with pytest.raises(NoteNotFoundError):
        office.notes.get(note.id)


def test_emptying_the_bin_leaves_no_word_either(office: Office) -> None:
    note = _add(office)
    office.notes.change(note.id, occurred_on=NOON.date() - timedelta(days=3))
    office.notes.save_text(note.id, NoteText(fact="Another story"), 2)
    office.notes.bin(note.id)
    office.clock.advance(days=31)
    assert TAIL in office.decrypted()
    assert office.notes.empty_bin() == 1
    assert TAIL not in office.decrypted()


def test_erasing_keeps_what_other_notes_need(office: Office) -> None:
    new = NewObservation(text=NoteText(fact="x"), occurred_on=NOON.date(), tags=("shared",))
    gone, stays = office.notes.add(new), office.notes.add(new)
    drafts = DraftsService(office.ledger)
    drafts.keep(f"note:{stays.id}", "half")
    office.notes.erase(gone.id)
    assert office.notes.get(stays.id) == stays
    assert drafts.read(f"note:{stays.id}") == "half"


def test_erasing_what_is_gone_says_so(office: Office) -> None:
    note = _add(office)
    office.notes.erase(note.id)
    with pytest.raises(NoteNotFoundError):
        office.notes.erase(note.id)


def test_the_bin_is_emptied_after_thirty_days(office: Office) -> None:
    early, late = _add(office), _add(office)
    office.notes.bin(early.id)
    office.clock.advance(seconds=1)
    office.notes.bin(late.id)
    office.clock.advance(days=30)
    assert office.notes.empty_bin() == 1
    assert [note.id for note in office.notes.binned()] == [late.id]
    assert office.notes.empty_bin() == 0


def test_nothing_of_a_person_on_hold_is_purged(office: Office) -> None:
    person = office.people.add(NewPerson(display_name="Dana"))
    new = NewObservation(text=NoteText(fact="x"), occurred_on=NOON.date(), people=(person.id,))
    note = office.notes.add(new)
    office.people.bin(person.id)
    office.db.execute("UPDATE person SET hold = 1")
    office.clock.advance(days=60)
    assert office.notes.empty_bin() == 0
    assert office.notes.get(note.id).binned_at == NOON

    office.db.execute("UPDATE person SET hold = 0")
    assert office.notes.empty_bin() == 2
    assert office.people.binned() == []


def test_a_person_in_the_bin_is_not_purged_while_a_note_names_them(office: Office) -> None:
    dana, maya = (office.people.add(NewPerson(display_name=name)) for name in ("Dana", "Maya"))
    both = NewObservation(
        text=NoteText(fact="x"), occurred_on=NOON.date(), people=(dana.id, maya.id)
    )
    note = office.notes.add(both)
    office.people.bin(dana.id)
    office.clock.advance(days=60)
    assert office.notes.empty_bin() == 0
    assert office.notes.get(note.id).people == (dana.id, maya.id)
