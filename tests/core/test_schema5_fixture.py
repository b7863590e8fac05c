"""A vault with talks, promises and expectations of the fifth schema learns the new sorts."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from managernotes.domain.identity import DeviceId, new_uuid7
from managernotes.services.workspace import OsKeyring, PassphraseWay, open_workspace
from managernotes.storage import papers
from managernotes.storage.migrations import runner
from managernotes.storage.papers import Sort
from managernotes.storage.record_check import check_record
from managernotes.vault.access import unlock_with_passphrase
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.location import VaultFiles
from tests.core.office import MovingClock

FIXTURE: Final = Path(__file__).parent / "fixtures" / "schema5"
PASSPHRASE: Final = "sample"
NOW: Final = datetime(2026, 11, 25, 9, tzinfo=UTC)
OLD_SORTS: Final = {
    Sort.CONVERSATION,
    Sort.PREPARATION,
    Sort.TOPIC,
    Sort.PROMISE,
    Sort.THREAD,
    Sort.TEMPLATE,
    Sort.YARDSTICK,
    Sort.ANSWER,
}


@dataclass(frozen=True)
class Tables:
    """Every table of a vault: its columns, and its rows."""

    columns: dict[str, list[str]]
    rows: dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    shutil.copytree(FIXTURE, tmp_path / "old")
    return VaultFiles(tmp_path / "old" / "schema5.db")


@pytest.fixture
def old(files: VaultFiles) -> Iterator[Connection]:
    with closing(opened(files)) as db:
        yield db


def opened(files: VaultFiles) -> Connection:
    return open_connection(files, unlock_with_passphrase(files, PASSPHRASE))


def migrated(db: Connection) -> Connection:
    runner.migrate(db, before_step=lambda _version: None)
    return db


def tables(db: Connection, known: Tables | None = None) -> Tables:
    """Return all that a vault holds; with `known` only the columns that were known then."""
    if known:
        columns = known.columns
    else:
        names = [
            row[0]
            for row in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%search%'"
            )
        ]
        columns = {
            name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names
        }
    rows = {name: _rows(db, name, of) for name, of in columns.items()}
    return Tables(columns, rows)


def _rows(db: Connection, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    wanted = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608  names of the schema
    return sorted((tuple(row) for row in db.execute(wanted)), key=repr)


def sorts(db: Connection) -> Counter[str]:
    return Counter(row[0] for row in db.execute("SELECT sort FROM paper"))


def test_the_fixture_holds_papers_of_every_old_sort_with_links_and_versions(
    old: Connection,
) -> None:
    assert old.user_version == 5
    assert set(sorts(old)) == {sort.value for sort in OLD_SORTS}
    held = tables(old).rows
    for table in ("yardstick_person", "yardstick_note", "revision", "promise_move", "draft"):
        assert held[table], table


def test_the_steps_after_the_fifth_touch_nothing_that_was_stored(old: Connection) -> None:
    before = tables(old)
    after = tables(migrated(old), before)
    assert old.user_version == len(runner.STEPS) > 5
    assert after == before
    assert check_record(old)[1] == []


def test_it_is_sound_afterwards_and_when_it_is_opened_again(
    old: Connection, files: VaultFiles
) -> None:
    migrated(old)
    old.close()
    with closing(opened(files)) as again:
        for proof in ("integrity_check", "quick_check"):
            assert [row[0] for row in again.execute(f"PRAGMA {proof}")] == ["ok"]
        assert again.execute("PRAGMA foreign_key_check").fetchall() == []
        assert again.execute("PRAGMA cipher_integrity_check").fetchall() == []
        again.execute("INSERT INTO paper_search (paper_search, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize("sort", sorted(Sort))
def test_a_paper_of_every_sort_can_be_stored_afterwards(old: Connection, sort: Sort) -> None:
    migrated(old)
    before = sorts(old)[sort.value]
    with old.transaction():
        device = DeviceId(new_uuid7(NOW))
        papers.insert(old, sort, new_uuid7(NOW), {"a": "b"}, plain="", device=device, at=NOW)
    assert sorts(old)[sort.value] == before + 1
    assert check_record(old)[1] == []


def test_a_sort_that_is_unknown_is_refused_as_before(old: Connection) -> None:
    migrated(old)
    with pytest.raises(Exception, match="CHECK constraint failed: sort"), old.transaction():
        old.execute(
            "INSERT INTO paper SELECT NULL, randomblob(16), 'rating', created_at, created_offset,"
            " updated_at, updated_offset, revision, origin, NULL, text_revision, text_saved_at,"
            " text_saved_offset, words, plain, salt FROM paper LIMIT 1"
        )


def test_a_person_s_own_expectations_are_still_their_own(files: VaultFiles) -> None:
    clock = MovingClock(NOW)
    workspace = open_workspace(
        files.database, PassphraseWay(PASSPHRASE), clock=clock, keyring=OsKeyring()
    )
    try:
        [first, *_] = workspace.people.list_people()
        mine = workspace.yardsticks.list(first.id)
        assert len(mine) == 7
        assert all(who.is_named for one in mine for who in one.people)
        known = {one.id for one in mine if one.talked_on(first.id)}
        clarity = workspace.yardsticks.clarity(first.id)
        assert {one.id for one in clarity.talked} <= known
        assert workspace.vision.save("Nights are calm", ["Nobody searches"]).revision == 1
    finally:
        workspace.close()
