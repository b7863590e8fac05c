"""Notes are written down, changed, linked; each call whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import (
    Kind,
    NewObservation,
    NoteText,
    Sensitivity,
    ShareState,
    Source,
)
from managernotes.domain.person import NewPerson
from managernotes.errors import (
    InvalidInputError,
    NoteNotFoundError,
    PersonNotFoundError,
    VaultBusyError,
)
from managernotes.services.drafts import DraftsService
from managernotes.services.note_writing import NOTES_AT_ONCE
from managernotes.services.notes import NotesService
from managernotes.text.capture_line import parse_line
from managernotes.vault.driver_errors import ConstraintError
from tests.core.office import NOON, Office

TODAY = NOON.date()
NOBODY = PersonId(UUID(int=1))
NO_NOTE = NoteId(UUID(int=2))
CALM = NoteText(fact="Ran the rollback calmly")


@pytest.fixture
def dana(office: Office) -> PersonId:
    return office.people.add(NewPerson(display_name="Dana Whitfield", alias="dana")).id


@pytest.fixture
def maya(office: Office) -> PersonId:
    return office.people.add(NewPerson(display_name="Maya Brown")).id


def test_a_note_comes_back_as_it_was_written(
    office: Office, dana: PersonId, maya: PersonId
) -> None:
    text = NoteText(
        title="Rollback", fact="Ran it\n\n- calmly\t✓", effect="None noticed",
        my_reading="Ready for more", source_detail="call notes",
    )  # fmt: skip
    new = NewObservation(
        text=text,
        kind=Kind.WIN,
        people=(maya, dana),
        occurred_on=date(2026, 3, 1),
        come_back_on=date(2026, 4, 1),
        tags=("release", "Incident"),
        source=Source.DOCUMENT,
        sensitivity=Sensitivity.RESTRICTED,
    )

    note = office.notes.get(office.notes.add(new).id)

    assert note.text == text
    assert note.people == (maya, dana)
    assert note.tags == ("release", "Incident")
    assert (note.kind, note.source, note.sensitivity) == (
        Kind.WIN,
        Source.DOCUMENT,
        Sensitivity.RESTRICTED,
    )
    assert (note.occurred_on, note.come_back_on) == (date(2026, 3, 1), date(2026, 4, 1))
    assert note.created_at == note.updated_at == NOON
    assert note.created_at.utcoffset() == timedelta(hours=1)
    assert note.days_late == 11
    assert note.revision == 1


def test_what_a_capture_line_says_is_stored(office: Office, dana: PersonId) -> None:
    people = office.people.list_people()
    line = parse_line("@dana +win ran it calmly #incident ^yesterday !+7", people, TODAY)
    note = office.notes.capture(line)
    assert note.text == NoteText(fact="ran it calmly")
    assert (note.people, note.kind, note.tags) == ((dana,), Kind.WIN, ("incident",))
    assert note.occurred_on == TODAY - timedelta(days=1)
    assert note.come_back_on == TODAY + timedelta(days=7)


def test_a_note_is_stored_and_its_draft_dropped_or_neither(office: Office) -> None:
    drafts = DraftsService(office.ledger)
    drafts.keep("capture", "a note")
    drafts.keep("capture:1", "other")
    line = parse_line("a note", [], TODAY)

    with pytest.raises(PersonNotFoundError):
        office.notes.capture(replace(line, people=(NOBODY,)), draft="capture")
    assert (drafts.read("capture"), office.notes.count()) == ("a note", 0)

    office.db.execute(
        "CREATE TEMP TRIGGER undroppable BEFORE DELETE ON draft"
        " BEGIN SELECT RAISE(ABORT, 'kept'); END"
    )
    with pytest.raises(ConstraintError):
        office.notes.capture(line, draft="capture")
    assert (drafts.read("capture"), office.notes.count()) == ("a note", 0)

    office.db.execute("DROP TRIGGER undroppable")
    office.notes.capture(line, draft="capture")
    assert (drafts.read("capture"), office.notes.count()) == ("", 1)
    assert drafts.read("capture:1") == "other"


@pytest.mark.parametrize(
    ("kind", "state"),
    [(Kind.WIN, ShareState.UNSAID), (Kind.CONCERN, ShareState.UNSAID), (Kind.LESSON, None)],
)
def test_only_a_win_or_a_concern_waits_to_be_said(
    office: Office, kind: Kind, state: ShareState | None
) -> None:
    note = office.notes.add(NewObservation(text=CALM, kind=kind, occurred_on=TODAY))
    assert note.share_state is state


@pytest.mark.parametrize(
    "text",
    [
        NoteText(),
        NoteText(fact=" \n\t "),
        NoteText(source_detail="only where from"),
        NoteText(fact="a\0b"),
        NoteText(fact="fine", my_reading="\x1b[2J"),
        NoteText(fact="\ud800"),
        NoteText(fact="x" * 200_001),
    ],
)
def test_words_that_cannot_be_kept_are_refused(office: Office, text: NoteText) -> None:
    with pytest.raises(InvalidInputError):
        office.notes.add(NewObservation(text=text, occurred_on=TODAY))
    assert office.notes.count() == 0


def test_the_longest_text_is_kept_and_windows_line_ends_become_plain(office: Office) -> None:
    text = NoteText(fact="ä" * 199_998 + "\r\n", effect="one\rtwo")
    note = office.notes.add(NewObservation(text=text, occurred_on=TODAY))
    assert note.text == NoteText(fact="ä" * 199_998 + "\n", effect="one\ntwo")


def test_a_day_that_has_not_come_is_refused(office: Office) -> None:
    with pytest.raises(InvalidInputError):
        office.notes.add(NewObservation(text=CALM, occurred_on=TODAY + timedelta(days=1)))


@pytest.mark.parametrize("tag", ["", "two words", "1", "#hash", "x" * 61, "a\nb"])
def test_a_word_that_is_no_tag_is_refused(office: Office, tag: str) -> None:
    with pytest.raises(InvalidInputError):
        office.notes.add(NewObservation(text=CALM, occurred_on=TODAY, tags=(tag,)))


def test_tags_keep_their_first_spelling_without_regard_to_case_and_accents(
    office: Office,
) -> None:
    office.notes.add(NewObservation(text=CALM, occurred_on=TODAY, tags=("Café", "cafe")))
    note = office.notes.add(NewObservation(text=CALM, occurred_on=TODAY, tags=("CAFE",)))
    assert note.tags == ("Café",)
    assert office.notes.tags() == ["Café"]


def test_an_unknown_person_is_refused_with_nothing_stored(office: Office) -> None:
    with pytest.raises(PersonNotFoundError):
        office.notes.add(NewObservation(text=CALM, occurred_on=TODAY, people=(NOBODY,)))
    assert office.notes.count() == 0


def test_many_notes_keep_the_order_of_their_ids_and_their_moments(office: Office) -> None:
    days = [TODAY - timedelta(days=n * 7 % 11) for n in range(30)]
    texts = [NoteText(fact=f"note {n}") for n in range(30)]
    notes = [NewObservation(text=t, occurred_on=d) for t, d in zip(texts, days, strict=True)]
    moments = [NOON - timedelta(minutes=n) for n in range(30)]

    ids = office.notes.add_many(iter(notes), iter(moments))

    stored = [office.notes.get(identity) for identity in ids]
    assert [note.text for note in stored] == texts
    assert [note.created_at for note in stored] == moments


def test_what_was_stored_before_a_refused_note_stays(office: Office) -> None:
    good = NewObservation(text=CALM, occurred_on=TODAY)
    bad = replace(good, text=NoteText())
    with pytest.raises(InvalidInputError):
        office.notes.add_many([*[good] * NOTES_AT_ONCE, good, bad])
    assert office.notes.count() == NOTES_AT_ONCE


def test_moments_must_be_there_for_every_note(office: Office) -> None:
    good = NewObservation(text=CALM, occurred_on=TODAY)
    with pytest.raises(ValueError, match="shorter"):
        office.notes.add_many([good, good], [NOON])
    assert office.notes.count() == 0


def test_a_note_that_was_said_is_stored_with_its_day(office: Office) -> None:
    said = NewObservation(
        text=CALM,
        kind=Kind.WIN,
        occurred_on=TODAY,
        share_state=ShareState.SHARED,
        shared_on=TODAY,
    )
    note = office.notes.add(said)
    assert (note.share_state, note.shared_on) == (ShareState.SHARED, TODAY)
    with pytest.raises(InvalidInputError):
        office.notes.add(replace(said, shared_on=None))
    with pytest.raises(InvalidInputError):
        office.notes.add(replace(said, kind=Kind.CONTEXT))


def test_changing_one_thing_leaves_the_rest(office: Office, dana: PersonId, maya: PersonId) -> None:
    old = office.notes.add(
        NewObservation(
            text=CALM,
            kind=Kind.WIN,
            occurred_on=TODAY,
            people=(dana,),
            tags=("one", "two"),
            come_back_on=TODAY,
        )
    )
    office.clock.advance(hours=1)

    new = office.notes.change(old.id, people=[maya, dana, maya])

    later = NOON + timedelta(hours=1)
    assert new == replace(old, people=(maya, dana), revision=2, updated_at=later)
    assert office.notes.get(old.id) == new


def test_everything_about_a_note_can_be_changed(office: Office, maya: PersonId) -> None:
    old = office.notes.add(NewObservation(text=CALM, occurred_on=TODAY, tags=("old",)))
    new = office.notes.change(
        old.id,
        kind=Kind.CONCERN,
        occurred_on=date(2025, 12, 31),
        come_back_on=date(2026, 5, 1),
        people=[maya],
        tags=["new"],
        source=Source.TOLD_BY,
        share_state=ShareState.SHARED,
    )
    assert (new.kind, new.occurred_on, new.come_back_on, new.people, new.tags, new.source) == (
        Kind.CONCERN,
        date(2025, 12, 31),
        date(2026, 5, 1),
        (maya,),
        ("new",),
        Source.TOLD_BY,
    )
    assert (new.share_state, new.shared_on) == (ShareState.SHARED, TODAY)
    assert office.notes.tags() == ["new"]
    assert office.notes.change(old.id, come_back_on=None).come_back_on is None


def test_changing_nothing_makes_no_new_revision(office: Office) -> None:
    note = office.notes.add(NewObservation(text=CALM, kind=Kind.WIN, occurred_on=TODAY))
    office.clock.advance(hours=1)
    assert office.notes.change(note.id, kind=Kind.WIN, tags=[], occurred_on=TODAY) == note


def test_a_refused_change_changes_nothing(office: Office) -> None:
    note = office.notes.add(NewObservation(text=CALM, occurred_on=TODAY))
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(InvalidInputError):
        office.notes.change(note.id, kind=Kind.WIN, occurred_on=tomorrow)
    with pytest.raises(PersonNotFoundError):
        office.notes.change(note.id, kind=Kind.WIN, people=[NOBODY])
    with pytest.raises(InvalidInputError):
        office.notes.change(note.id, tags=["good", "not good"])
    assert office.notes.get(note.id) == note


def test_saying_it_sets_the_day_and_taking_it_back_clears_it(office: Office) -> None:
    note = office.notes.add(NewObservation(text=CALM, kind=Kind.WIN, occurred_on=TODAY))
    said = office.notes.mark_shared(note.id, TODAY - timedelta(days=1))
    assert (said.share_state, said.shared_on) == (
        ShareState.SHARED,
        TODAY - timedelta(days=1),
    )
    unsaid = office.notes.change(note.id, share_state=ShareState.UNSAID)
    assert (unsaid.share_state, unsaid.shared_on) == (ShareState.UNSAID, None)
    with pytest.raises(InvalidInputError):
        office.notes.mark_shared(note.id, TODAY + timedelta(days=1))


def test_linked_notes_name_each_other_until_unlinked(office: Office) -> None:
    one, other, third = (
        office.notes.add(NewObservation(text=CALM, occurred_on=TODAY)).id for _ in range(3)
    )
    office.notes.link(one, other)
    office.notes.link(other, one)
    office.notes.link(one, third)
    assert office.notes.get(one).linked_notes == (third, other)
    assert office.notes.get(other).linked_notes == (one,)

    office.notes.change(one, occurred_on=date(2020, 2, 29))
    assert office.notes.get(third).linked_notes == (one,)

    office.notes.unlink(other, one)
    assert office.notes.get(one).linked_notes == (third,)
    assert office.notes.get(other).linked_notes == ()
    with pytest.raises(InvalidInputError):
        office.notes.link(one, one)


def test_a_note_that_is_gone_says_so(office: Office) -> None:
    for attempt in (
        lambda: office.notes.get(NO_NOTE),
        lambda: office.notes.change(NO_NOTE, kind=Kind.WIN),
        lambda: office.notes.mark_shared(NO_NOTE, TODAY),
        lambda: office.notes.link(NO_NOTE, NoteId(UUID(int=3))),
    ):
        with pytest.raises(NoteNotFoundError):
            attempt()


def test_while_another_program_writes_nothing_is_stored(office: Office) -> None:
    other = office.second_ledger()
    with office.db.transaction(), pytest.raises(VaultBusyError):
        NotesService(other).add(NewObservation(text=CALM, occurred_on=TODAY))
    assert office.notes.count() == 0


def test_a_full_day_takes_no_more_notes(office: Office) -> None:
    note = office.notes.add(NewObservation(text=CALM, occurred_on=TODAY))
    office.db.execute("UPDATE observation SET key = key | ((1 << 20) - 1)")
    with pytest.raises(InvalidInputError):
        office.notes.add(NewObservation(text=CALM, occurred_on=TODAY))
    yesterday = TODAY - timedelta(days=1)
    assert office.notes.change(note.id, occurred_on=yesterday).occurred_on == yesterday
