"""The schema, and how a vault gets to it: each step whole or not at all."""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import fields, is_dataclass
from types import SimpleNamespace

import pytest

from managernotes import domain
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.domain.person import NewPerson
from managernotes.errors import NewerVaultError
from managernotes.storage.migrations import runner
from managernotes.vault.driver_errors import ConstraintError, StatementError
from tests.core.office import NOON, Office

FORBIDDEN = {
    "score", "rating", "rank", "stars", "potential", "risk_of_leaving", "sentiment", "mood",
    "gender", "age", "birth_date", "birthday", "health", "family", "religion", "nationality",
    "photo", "pay", "salary",
}  # fmt: skip
"""INV-01 and INV-02."""

A_NOTE = NewObservation(text=NoteText(fact="Ran the rollback"), occurred_on=NOON.date())


def test_a_new_vault_is_at_the_newest_version(office: Office) -> None:
    assert runner.current_version(office.db) == len(runner.STEPS)


def test_migrating_twice_changes_nothing(office: Office) -> None:
    before = office.files.database.read_bytes()
    runner.migrate(office.db)
    assert office.files.database.read_bytes() == before


def test_refuses_a_newer_vault_untouched(office: Office) -> None:
    office.db.execute("PRAGMA user_version = 99")
    before = office.files.database.read_bytes()
    with pytest.raises(NewerVaultError):
        runner.migrate(office.db)
    assert office.files.database.read_bytes() == before


def test_a_failing_step_leaves_the_vault_as_it_was(office: Office) -> None:
    broken = SimpleNamespace(UP=("CREATE TABLE half_done (x)", "NOT SQL"))
    with pytest.raises(StatementError):
        runner.migrate(office.db, lambda _: None, (*runner.STEPS, broken))
    assert runner.current_version(office.db) == len(runner.STEPS)
    assert not office.db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half_done'").fetchone()


def test_asks_for_a_copy_before_a_vault_with_notes_changes(office: Office) -> None:
    left: list[int] = []
    nothing = SimpleNamespace(UP=())
    runner.migrate(office.db, left.append, (*runner.STEPS, nothing, nothing))
    newest = len(runner.STEPS)
    assert left == [newest, newest + 1]
    assert runner.current_version(office.db) == newest + 2


def test_without_a_copy_a_vault_with_notes_is_not_changed(office: Office) -> None:
    step = SimpleNamespace(UP=("CREATE TABLE later (x)",))
    with pytest.raises(ValueError, match="copied"):
        runner.migrate(office.db, steps=(*runner.STEPS, step))
    assert runner.current_version(office.db) == len(runner.STEPS)


def test_migrating_leaves_the_application_id_alone(office: Office) -> None:
    assert office.db.execute("PRAGMA application_id").fetchone()[0] == 0x4D4E4F54


def test_inv_01_inv_02_the_schema_assesses_nobody_and_holds_no_protected_trait(
    office: Office,
) -> None:
    columns = {
        column["name"]
        for table in _tables(office)
        for column in office.db.execute("SELECT name FROM pragma_table_info(?)", (table,))
    }
    words = {word for name in columns for word in (name, *name.split("_"))}
    assert len(columns) > 40
    assert not words & FORBIDDEN


def test_inv_01_no_record_of_the_core_has_a_field_that_assesses_anybody() -> None:
    """The words of papers are JSON, so their fields stand in the records, not in the schema."""
    names = {
        part.name
        for module in pkgutil.iter_modules(domain.__path__)
        for found in vars(importlib.import_module(f"managernotes.domain.{module.name}")).values()
        if isinstance(found, type) and is_dataclass(found)
        for part in fields(found)
    }
    assert {"their_view", "ask", "offers", "better_now"} < names
    names -= {"age_days"}  # of a note, since it happened
    assert not {word for name in names for word in (name, *name.split("_"))} & FORBIDDEN


def test_every_table_of_ours_is_strict(office: Office) -> None:
    loose = {
        row["name"]
        for row in office.db.execute("SELECT name FROM pragma_table_list WHERE NOT strict")
        if not re.match(r"sqlite_|observation_search|paper_search", row["name"])
    }
    assert loose == set()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE person SET created_at = 0",
        "UPDATE person SET created_offset = 0",
        "UPDATE person SET id = randomblob(16)",
        "UPDATE observation_record SET created_at = created_at + 1",
        "UPDATE observation_record SET created_offset = 0",
        "UPDATE observation SET id = randomblob(16)",
    ],
)
def test_when_a_record_was_made_never_changes(office: Office, change: str) -> None:
    """INV-03."""
    office.people.add(NewPerson(display_name="Ada"))
    office.notes.add(A_NOTE)
    with pytest.raises(ConstraintError, match="never changes"):
        office.db.execute(change)


def _tables(office: Office) -> list[str]:
    found = office.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return [row["name"] for row in found if not row["name"].startswith("observation_search_")]


def test_the_search_index_forgets_deleted_words_at_once(office: Office) -> None:
    kept = "SELECT v FROM observation_search_config WHERE k = 'secure-delete'"
    assert office.db.execute(kept).fetchone()[0] == 1
