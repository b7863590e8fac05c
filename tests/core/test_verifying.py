"""The check of a whole vault: silent about a sound one, and every harm has its sentence."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import InterruptedQueryError, StoppedError, VaultClosedError
from managernotes.services.verifying import (
    Holder,
    Look,
    Part,
    VaultReport,
    look_quickly,
    verify_by,
    verify_connection,
    verify_vault,
    whole_look,
)
from managernotes.services.ways_in import RecoveryWay
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.second_connection import open_beside
from tests.core.backup_desk import BackupDesk, desk_with
from tests.core.raw_vault import outside_the_app

FLIPS = 40
PAGE = 4096
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT sum(x) FROM n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Make a vault of eight notes, still open."""
    made = desk_with(tmp_path, *(f"Ran the rollback {number}" for number in range(8)))
    yield made
    made.workspace.close()


def checked(desk: BackupDesk) -> VaultReport:
    return verify_vault(desk.files, desk.key)


def test_a_sound_vault_is_checked_while_it_is_open(desk: BackupDesk) -> None:
    report = checked(desk)
    assert (report.ok, report.problems, report.remarks) == (True, (), ())
    assert report.pages_checked == desk.files.database.stat().st_size // 4096
    assert report.entries_checked == 8


def test_every_part_is_named_as_it_begins_and_the_watcher_may_stop(desk: BackupDesk) -> None:
    parts: list[Part] = []
    verify_vault(desk.files, desk.key, parts.append)
    assert parts == list(Part)

    def stop(_part: Part) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        verify_vault(desk.files, desk.key, stop)


def endless(files: VaultFiles, key: DataKey, *, holding: Holder | None = None) -> VaultReport:
    """Check something that only an interruption ends."""
    db = open_beside(files, key)
    try:
        assert holding is not None
        holding(db)
        db.execute(
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT sum(x) FROM n"
        ).fetchall()
    finally:
        db.close()
    raise AssertionError("it ended by itself")


def test_a_look_is_stopped_from_another_thread_and_forgets_its_key(desk: BackupDesk) -> None:
    late = whole_look(desk.workspace)
    late.stop()
    with pytest.raises(InterruptedQueryError):
        late()
    with pytest.raises(VaultClosedError):
        late()

    under_way = Look(desk.workspace, endless)
    threading.Timer(0.2, under_way.stop).start()
    with pytest.raises(InterruptedQueryError):
        under_way()


def test_every_flipped_bit_of_the_vault_or_its_key_files_is_found(desk: BackupDesk) -> None:
    key = DataKey(desk.key.material)
    desk.workspace.close()
    chance, missed = random.Random(5), []  # noqa: S311  no secret
    for path in (desk.files.database, desk.files.envelope, desk.files.envelope_backup):
        sound = path.read_bytes()
        for _ in range(FLIPS):
            place = chance.randrange(len(sound))
            content = bytearray(sound)
            content[place] ^= 1 << chance.randrange(8)
            path.write_bytes(content)
            if verify_vault(desk.files, key).ok:
                missed.append((path.name, place))
        path.write_bytes(sound)
    assert missed == []
    assert verify_vault(desk.files, key).ok


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE observation_record SET fact = 'Ran it badly' WHERE key % 2", "present text was"),
        ("DELETE FROM record_entry WHERE seq = 3", "broken at entry 4"),
        ("UPDATE observation_record SET tags = 'slow'", "search index"),
        ("INSERT INTO paper_search (rowid, plain) VALUES (77, 'slow')", "search index"),
        ("UPDATE observation_record SET fact = CAST(x'ff00' AS TEXT)", "other than the app"),
    ],
)
def test_what_sql_alone_cannot_see_is_told(desk: BackupDesk, change: str, words: str) -> None:
    with outside_the_app(desk.files, desk.key) as raw:
        raw.execute(change)
    report = checked(desk)
    assert any(words in problem for problem in report.problems)
    assert not any("Ran" in problem for problem in report.problems)


def test_a_row_that_belongs_nowhere_is_told(desk: BackupDesk) -> None:
    with outside_the_app(desk.files, desk.key) as raw:
        raw.execute("COMMIT")
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("BEGIN")
        raw.execute("INSERT INTO observation_person VALUES (77, 78, 0)")
    assert any("observation_person" in problem for problem in checked(desk).problems)


def test_rights_that_are_too_wide_are_put_right_and_told(desk: BackupDesk) -> None:
    desk.files.database.chmod(0o644)
    report = checked(desk)
    assert report.ok
    assert desk.files.database.name in report.remarks[0]
    assert desk.files.database.stat().st_mode & 0o077 == 0


def test_a_key_file_that_is_gone_is_told(desk: BackupDesk) -> None:
    desk.files.envelope.unlink()
    assert checked(desk).problems == ("The key file is missing.",)


def test_a_vault_cut_within_a_page_is_told(desk: BackupDesk) -> None:
    key = DataKey(desk.key.material)
    desk.workspace.close()
    content = desk.files.database.read_bytes()
    desk.files.database.write_bytes(content[:-100])
    assert verify_vault(desk.files, key).problems == ("The vault file is cut short.",)


def test_notes_may_be_written_during_the_check_without_a_false_alarm(desk: BackupDesk) -> None:
    reports: list[VaultReport] = []
    done = threading.Event()

    def check() -> None:
        while not done.is_set():
            reports.append(checked(desk))

    checker = threading.Thread(target=check)
    checker.start()
    for number in range(60):
        today = desk.clock.now().date()
        text = NoteText(fact=f"{number} " * 300)
        desk.workspace.notes.add(NewObservation(text=text, occurred_on=today))
    done.set()
    checker.join()
    assert len(reports) > 1
    assert [report.problems for report in reports if not report.ok] == []


def test_the_quick_look_after_an_unlock_finds_a_broken_page(desk: BackupDesk) -> None:
    assert look_quickly(desk.files, desk.key).ok
    content = bytearray(desk.files.database.read_bytes())
    content[7 * 4096 + 50] ^= 1
    desk.files.database.write_bytes(content)
    assert look_quickly(desk.files, desk.key).problems == ("The seal of page 8 is broken.",)


def test_a_connection_of_a_copy_can_be_checked_too(desk: BackupDesk) -> None:
    assert verify_connection(desk.db).ok


def test_an_unused_page_torn_by_a_power_cut_is_no_damage(desk: BackupDesk) -> None:
    key = DataKey(desk.key.material)
    desk.workspace.close()
    with outside_the_app(desk.files, key) as raw:
        raw.execute("CREATE TABLE passing (content BLOB)")
        raw.execute("INSERT INTO passing VALUES (zeroblob(200000))")
    with outside_the_app(desk.files, key) as raw:
        raw.execute("DROP TABLE passing")
    torn = bytearray(desk.files.database.read_bytes())
    torn[-PAGE + 512 : -PAGE + 1024] = bytes(512)
    desk.files.database.write_bytes(torn)
    desk.files.journal.write_bytes(b"cut off before it held anything")

    assert verify_by(desk.files.database, RecoveryWay(desk.code), desk.keyring).problems == ()
