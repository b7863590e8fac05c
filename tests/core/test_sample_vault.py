"""Tests of the sample in a real vault: what is stored, the same each time, and in good time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from managernotes.clock import FixedClock
from managernotes.domain.observation import Kind
from managernotes.domain.search_query import parse_query
from managernotes.errors import InvalidInputError
from managernotes.services.keys import Protection
from managernotes.services.sample_vault import Sample
from managernotes.services.workspace import Workspace, create_workspace
from tests.core.vault_fakes import MemoryKeyring

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

NewVault = Callable[[str], Workspace]


@pytest.fixture
def new_vault(tmp_path: Path) -> Iterator[NewVault]:
    made: list[Workspace] = []

    def make(name: str) -> Workspace:
        workspace, _code = create_workspace(
            tmp_path / name,
            Protection.KEYRING,
            None,
            clock=FixedClock(NOON),
            keyring=MemoryKeyring(),
        )
        made.append(workspace)
        return workspace

    yield make
    for workspace in made:
        workspace.close()


def everything(workspace: Workspace) -> list[object]:
    """Return all people and notes, with ids and moments, as they come out of the vault."""
    people = workspace.people.list_people(include_gone=True)
    rows = workspace.notes.timeline(limit=10_000).rows
    return [*people, *(workspace.notes.get(row.id) for row in rows)]


def test_stores_as_many_people_and_notes_as_asked_for(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=20, notes=700, seed=1, today=TODAY).write(workspace)
    assert len(workspace.people.list_people()) == 20
    assert workspace.notes.count() == 700
    assert workspace.notes.tags()
    assert sum(row.unsaid for row in workspace.people.overview()) > 0


def test_stores_the_same_ids_words_and_moments_from_the_same_seed(new_vault: NewVault) -> None:
    one, two, other = new_vault("a.mnotes"), new_vault("b.mnotes"), new_vault("c.mnotes")
    Sample(people=8, notes=300, seed=4, today=TODAY).write(one)
    Sample(people=8, notes=300, seed=4, today=TODAY).write(two)
    Sample(people=8, notes=300, seed=5, today=TODAY).write(other)
    assert everything(one) == everything(two)
    assert everything(one) != everything(other)


def test_makes_ids_that_say_when_a_note_was_written(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=4, notes=200, seed=1, today=TODAY).write(workspace)
    for row in workspace.notes.timeline(limit=200).rows:
        assert row.id.version == 7
        assert row.id.int >> 80 == int(row.created_at.timestamp() * 1000)


def test_keeps_the_gap_between_what_happened_and_when_it_was_written(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=4, notes=400, seed=1, today=TODAY).write(workspace)
    rows = workspace.notes.timeline(limit=400).rows
    late = [workspace.notes.get(row.id).days_late for row in rows]
    assert min(late) == 0
    assert max(late) > 7


def test_fills_the_twelve_months_of_the_strip(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=4, notes=2_000, seed=1, today=TODAY).write(workspace)
    months = workspace.notes.month_counts(None)
    assert all(month.counts.get(Kind.WIN, 0) > 0 for month in months)


def test_finds_the_words_it_has_stored(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=8, notes=500, seed=1, today=TODAY).write(workspace)
    found = workspace.search.search(parse_query("kind:win minutes", TODAY))
    assert found
    assert {hit.kind for hit in found} == {Kind.WIN}


def test_writes_people_without_notes(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=3, notes=0, seed=1, today=TODAY).write(workspace)
    assert len(workspace.people.list_people()) == 3
    assert workspace.notes.count() == 0


def test_refuses_notes_about_nobody(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    with pytest.raises(InvalidInputError, match="at least one person"):
        Sample(people=0, notes=10, seed=1, today=TODAY).write(workspace)
    assert workspace.notes.count() == 0


@pytest.mark.long
def test_writes_a_hundred_thousand_notes(new_vault: NewVault) -> None:
    workspace = new_vault("v.mnotes")
    Sample(people=24, notes=100_000, seed=1, today=TODAY).write(workspace)
    assert workspace.notes.count() == 100_000
