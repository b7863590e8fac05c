"""The record: everything the app does leaves it sound, everything done behind its back shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from managernotes.domain.observation import NewObservation, NoteText, Observation
from managernotes.domain.person import NewPerson
from managernotes.domain.record_chain import Act, Change, linked
from managernotes.domain.record_replay import Finding
from managernotes.domain.revision_rule import KEPT_REVISIONS
from managernotes.storage import note_writing
from managernotes.storage.note_keys import key_of
from managernotes.storage.record_check import check_record
from managernotes.vault.driver_errors import ConstraintError
from tests.core.office import NOON, Office
from tests.core.raw_vault import outside_the_app


def findings(office: Office) -> list[Finding]:
    return [problem.finding for problem in check_record(office.db)[1]]


def a_note(office: Office, fact: str = "Ran the rollback calmly") -> Observation:
    return office.notes.add(NewObservation(text=NoteText(fact=fact), occurred_on=NOON.date()))


def saved(office: Office, note: Observation, fact: str) -> Observation:
    office.clock.advance(minutes=6)
    return office.notes.save_text(note.id, replace(note.text, fact=fact), note.revision)


@pytest.fixture
def lived_in(office: Office) -> Office:
    """Fill a vault with two notes, three versions of the second, and a person of two."""
    dana = office.people.add(NewPerson(display_name="Dana", role="Engineer"))
    office.clock.advance(minutes=6)
    office.people.edit(replace(dana, team="Payments"))
    a_note(office, "The first note")
    note = saved(office, a_note(office), "Ran the rollback")
    saved(office, note, "Ran it")
    assert findings(office) == []
    return office


def test_what_the_app_does_leaves_the_record_sound(lived_in: Office) -> None:
    office = lived_in
    [dana] = office.people.list_people()
    note = a_note(office)
    amended = office.notes.save_text(note.id, replace(note.text, fact="Half"), note.revision)
    office.notes.save_text(note.id, replace(note.text, fact="Half a word"), amended.revision)
    [*_, first] = office.notes.revisions(note.id)
    office.notes.bring_back(note.id, first.revision)
    office.notes.change(note.id, occurred_on=NOON.date() - timedelta(days=3), tags=("tag",))
    office.notes.bin(note.id)
    office.notes.restore(note.id)
    office.people.bin(dana.id)
    office.people.restore(dana.id)
    office.clock.advance(minutes=6)
    office.people.edit(replace(office.people.get(dana.id), aims="To lead"))
    office.notes.erase(note.id)
    assert findings(office) == []


def test_binning_for_thirty_days_and_thinning_are_told_in_the_record(office: Office) -> None:
    note = a_note(office)
    for number in range(KEPT_REVISIONS + 3):
        note = saved(office, note, f"version {number}")
    assert findings(office) == []
    office.notes.bin(note.id)
    office.clock.advance(days=31)
    assert office.notes.empty_bin() == 1
    assert findings(office) == []
    told = [row[0] for row in office.db.execute("SELECT what FROM record_entry ORDER BY seq")]
    assert told.count("thinned") == 3
    assert told[-1] == "erased"


def test_a_save_that_fails_leaves_no_entry(office: Office) -> None:
    note = a_note(office)
    before = check_record(office.db)
    with pytest.raises(RuntimeError):
        _amend_and_fail(office, note)
    assert check_record(office.db) == before


def test_nothing_of_the_words_can_be_guessed_from_the_record_once_they_are_erased(
    office: Office,
) -> None:
    note = a_note(office)
    salt = office.db.execute("SELECT salt FROM observation_record").fetchone()[0]
    office.notes.erase(note.id)
    assert salt not in office.decrypted()


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ("UPDATE observation_record SET fact = 'Ran it badly' WHERE fact = 'Ran it'", "altered"),
        ("UPDATE observation_record SET my_reading = 'Careless'", "altered"),
        ("UPDATE observation_record SET text_saved_at = text_saved_at - 86400000", "altered"),
        ("UPDATE observation_record SET created_at = created_at - 86400000", "altered"),
        ("UPDATE revision SET body = json_set(body, '$.fact', 'x') WHERE body LIKE '%fact%'",
         "altered"),
        ("UPDATE revision SET saved_at = saved_at - 1", "altered"),
        ("UPDATE revision SET salt = randomblob(16)", "altered"),
        ("UPDATE person SET aims = 'Nothing'", "altered"),
        ("DELETE FROM revision WHERE rowid = (SELECT max(rowid) FROM revision)", "removed"),
        ("DELETE FROM observation WHERE key = (SELECT min(key) FROM observation)", "removed"),
        ("DELETE FROM person", "removed"),
        ("UPDATE revision SET revision = revision + 77", "added"),
        ("DELETE FROM record_entry WHERE seq = 2", "broken"),
        ("DELETE FROM record_entry WHERE seq = 1", "broken"),
        (("UPDATE record_entry SET seq = seq - 5 WHERE seq IN (2, 3);"
          "UPDATE record_entry SET seq = -seq WHERE seq < 0"), "broken"),
        ("UPDATE record_entry SET digest = randomblob(32) WHERE seq = 3", "broken"),
        ("UPDATE record_entry SET what = 'amended' WHERE what = 'revised'", "broken"),
        ("UPDATE record_entry SET hash = randomblob(32) WHERE seq = 1", "broken"),
    ],
)  # fmt: skip
def test_what_is_done_outside_the_app_shows(lived_in: Office, change: str, finding: str) -> None:
    with outside_the_app(lived_in.files, lived_in.key) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for statement in change.split(";"):
            raw.execute(statement)
    assert finding in findings(lived_in)
    lived_in.rebuild_index()


def test_a_whole_note_removed_with_its_versions_and_entries_shows(lived_in: Office) -> None:
    a_note(lived_in)
    with outside_the_app(lived_in.files, lived_in.key) as raw:
        [(record,)] = raw.execute("SELECT record_id FROM revision ORDER BY rowid DESC LIMIT 1")
        raw.execute("DELETE FROM revision WHERE record_id = ?", (record,))
        raw.execute("DELETE FROM record_entry WHERE record_id = ?", (record,))
        raw.execute("DELETE FROM observation WHERE id = ?", (record,))
    assert Finding.BROKEN in findings(lived_in)
    lived_in.rebuild_index()


def test_a_finding_names_the_record_and_the_version(lived_in: Office) -> None:
    note = a_note(lived_in)
    with outside_the_app(lived_in.files, lived_in.key) as raw:
        raw.execute(
            "UPDATE observation_record SET effect = 'x' WHERE key ="
            " (SELECT key FROM observation WHERE id = ?)", (note.id.bytes,)
        )  # fmt: skip
    [problem] = check_record(lived_in.db)[1]
    assert (problem.record, problem.revision, problem.is_present) == (note.id.bytes, 1, True)
    lived_in.rebuild_index()


@pytest.mark.parametrize("change", ["UPDATE record_entry SET seq = 9", "DELETE FROM record_entry"])
def test_the_record_is_only_ever_added_to(lived_in: Office, change: str) -> None:
    with pytest.raises(ConstraintError, match="only ever added"):
        lived_in.db.execute(change)


def test_every_part_of_an_entry_is_in_its_hash() -> None:
    told = linked(bytes(32), 1, Change(Act.WRITTEN, bytes(16), 1, b"d" * 32))
    others = [
        linked(b"x" * 32, 1, Change(Act.WRITTEN, bytes(16), 1, b"d" * 32)),
        linked(bytes(32), 2, Change(Act.WRITTEN, bytes(16), 1, b"d" * 32)),
        linked(bytes(32), 1, Change(Act.AMENDED, bytes(16), 1, b"d" * 32)),
        linked(bytes(32), 1, Change(Act.WRITTEN, b"x" * 16, 1, b"d" * 32)),
        linked(bytes(32), 1, Change(Act.WRITTEN, bytes(16), 2, b"d" * 32)),
        linked(bytes(32), 1, Change(Act.WRITTEN, bytes(16), 1, b"e" * 32)),
    ]
    assert len({told, *others}) == 7


def _amend_and_fail(office: Office, note: Observation) -> None:
    with office.db.transaction():
        key = key_of(office.db, note.id)
        note_writing.update_text(office.db, key, note, office.ledger.device, NOON, act=Act.AMENDED)
        raise RuntimeError
