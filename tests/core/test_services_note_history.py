"""A note's words over time: what was written before can always be brought back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    NoteNotFoundError,
    RevisionNotFoundError,
)
from managernotes.services.notes import NotesService
from tests.core.office import NOON, Office

FIRST = NoteText(fact="Ran the rollback", my_reading="calm")
SECOND = NoteText(fact="Ran the rollback calmly", my_reading="calm")


@pytest.fixture
def note(office: Office) -> NoteId:
    return office.notes.add(NewObservation(text=FIRST, occurred_on=NOON.date())).id


def test_the_words_before_an_edit_are_kept(office: Office, note: NoteId) -> None:
    office.clock.advance(seconds=1)
    saved = office.notes.save_text(note, SECOND, 1)
    assert (saved.text, saved.revision) == (SECOND, 2)
    assert saved.created_at == NOON
    assert [(kept.revision, kept.saved_at, kept.text) for kept in office.notes.revisions(note)] == [
        (2, saved.updated_at, SECOND),
        (1, NOON, FIRST),
    ]


def test_typing_on_amends_one_version(office: Office, note: NoteId) -> None:
    revision = 1
    for n in range(60):
        office.clock.advance(seconds=1)
        text = NoteText(fact=SECOND.fact + "!" * n)
        revision = office.notes.save_text(note, text, revision).revision
    assert [kept.text for kept in office.notes.revisions(note)] == [text, FIRST]


def test_a_version_ends_after_five_minutes(office: Office, note: NoteId) -> None:
    revision = office.notes.save_text(note, SECOND, 1).revision
    office.clock.advance(minutes=5)
    third = NoteText(fact="Ran the rollback calmly, twice", my_reading="calm")
    office.notes.save_text(note, third, revision)
    assert [kept.text for kept in office.notes.revisions(note)] == [third, SECOND, FIRST]


def test_another_session_begins_its_own_version(office: Office, note: NoteId) -> None:
    revision = office.notes.save_text(note, SECOND, 1).revision
    third = NoteText(fact="Ran the rollback very calmly", my_reading="calm")
    NotesService(office.ledger).save_text(note, third, revision)
    assert [kept.text for kept in office.notes.revisions(note)] == [third, SECOND, FIRST]


def test_a_slip_that_wipes_the_text_can_be_undone(office: Office, note: NoteId) -> None:
    revision = office.notes.save_text(note, SECOND, 1).revision
    revision = office.notes.save_text(note, NoteText(fact="x"), revision).revision
    assert [kept.text.fact for kept in office.notes.revisions(note)] == [
        "x",
        SECOND.fact,
        FIRST.fact,
    ]


def test_fifty_earlier_versions_are_kept(office: Office, note: NoteId) -> None:
    revision = 1
    for n in range(55):
        office.clock.advance(minutes=6)
        revision = office.notes.save_text(note, NoteText(fact=f"version {n}"), revision).revision
    kept = office.notes.revisions(note)
    assert [version.text.fact for version in kept] == [f"version {n}" for n in range(54, 3, -1)]


def test_bringing_back_makes_a_new_version(office: Office, note: NoteId) -> None:
    office.notes.save_text(note, SECOND, 1)
    back = office.notes.bring_back(note, 1)
    assert (back.text, back.revision) == (FIRST, 3)
    assert [kept.text for kept in office.notes.revisions(note)] == [FIRST, SECOND, FIRST]
    assert office.notes.bring_back(note, 3) == back
    with pytest.raises(RevisionNotFoundError):
        office.notes.bring_back(note, 9)


def test_saving_the_same_words_changes_nothing(office: Office, note: NoteId) -> None:
    before = office.notes.get(note)
    office.clock.advance(hours=1)
    assert office.notes.save_text(note, FIRST, 1) == before
    assert len(office.notes.revisions(note)) == 1


def test_refuses_to_overwrite_what_another_program_saved(office: Office, note: NoteId) -> None:
    other = NotesService(office.second_ledger())
    other.save_text(note, SECOND, 1)
    with pytest.raises(EditConflictError):
        office.notes.save_text(note, NoteText(fact="mine"), 1)
    assert office.notes.get(note).text == SECOND


def test_a_change_of_kind_elsewhere_is_a_conflict_too(office: Office, note: NoteId) -> None:
    office.notes.change(note, kind=Kind.WIN)
    with pytest.raises(EditConflictError):
        office.notes.save_text(note, SECOND, 1)
    assert office.notes.save_text(note, SECOND, 2).kind is Kind.WIN


def test_words_that_cannot_be_kept_leave_the_note_as_it_was(office: Office, note: NoteId) -> None:
    before = office.notes.get(note)
    for text in (NoteText(), NoteText(fact="\0"), NoteText(effect="x" * 200_001)):
        with pytest.raises(InvalidInputError):
            office.notes.save_text(note, text, 1)
    assert office.notes.get(note) == before


def test_an_erased_note_has_no_versions(office: Office, note: NoteId) -> None:
    office.notes.save_text(note, SECOND, 1)
    office.notes.erase(note)
    with pytest.raises(NoteNotFoundError):
        office.notes.revisions(note)
    with pytest.raises(NoteNotFoundError):
        office.notes.save_text(note, FIRST, 2)
    assert office.db.execute("SELECT count(*) FROM revision").fetchone()[0] == 0


@settings(max_examples=25)
@given(
    saves=st.lists(
        st.tuples(st.text("ab \n", min_size=1, max_size=40), st.integers(0, 400)), max_size=20
    )
)
def test_the_words_before_a_burst_of_typing_can_always_be_brought_back(
    saves: list[tuple[str, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder))
        note = office.notes.add(NewObservation(text=FIRST, occurred_on=NOON.date()))
        quiet: list[NoteText] = [FIRST]
        for words, seconds in saves:
            office.clock.advance(seconds=seconds)
            if seconds >= 300:
                quiet.append(note.text)
            note = office.notes.save_text(note.id, NoteText(fact=f"w{words}"), note.revision)
        kept = [version.text for version in office.notes.revisions(note.id)]
        assert kept[0] == note.text
        assert all(text in kept for text in quiet)
        office.check_index()
        office.close()
