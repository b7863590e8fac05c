"""The backups of one open vault: when, where, how many, and what they tell."""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from managernotes.domain.backup_generations import Rhythm
from managernotes.domain.conversation import ConversationType, NewConversation, TopicOwner
from managernotes.domain.person import NewPerson
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.errors import (
    BackupPlaceMissingError,
    ForeignBackupError,
    KeyProblemError,
    UnwritablePlaceError,
    VaultClosedError,
)
from managernotes.services.backup_differences import PaperDifferences
from managernotes.services.backup_places import backups_in, usual_place
from managernotes.services.backup_plan import (
    BackupPlan,
    ProofMark,
    keep_plan,
    keep_proof_marks,
    plan_of,
    proof_marks,
)
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind, restored
from managernotes.services.key_change import KeyChange
from managernotes.services.protecting import NewSecrets
from managernotes.services.ways_in import RecoveryWay, TypedWay
from tests.core.backup_desk import PASSPHRASE, BackupDesk, desk_with, opened
from tests.core.office import NOON
from tests.core.vault_fakes import CHEAP


@pytest.fixture
def desk(tmp_path: Path) -> BackupDesk:
    return desk_with(tmp_path / "here", "First", "Second")


def _work(desk: BackupDesk, **plan: object) -> BackupWork:
    return BackupWork(desk.files, desk.key, desk.clock, BackupPlan(**plan))  # type: ignore[arg-type]


def test_one_is_due_at_most_once_a_day(desk: BackupDesk) -> None:
    work = _work(desk)
    assert work.is_due()
    work.make(BackupKind.AUTOMATIC)
    assert not work.is_due()
    desk.clock.advance(days=1)
    assert work.is_due()
    assert not _work(desk, rhythm=Rhythm.NEVER).is_due()
    assert not _work(desk, rhythm=Rhythm.WEEKLY).is_due()


def test_what_a_backup_holds_is_told_to_whoever_has_its_key(desk: BackupDesk) -> None:
    made = _work(desk).make(BackupKind.AUTOMATIC)
    assert (made.notes, made.people, made.kind) == (2, 0, BackupKind.AUTOMATIC)
    assert made.size == made.path.stat().st_size
    assert _work(desk).listed() == [made]


def test_every_generation_can_be_restored(desk: BackupDesk, tmp_path: Path) -> None:
    work = _work(desk)
    for day in range(120):
        desk.clock.moment = NOON.replace(microsecond=0)
        desk.clock.advance(days=day)
        if day % 5 == 0 or day > 110:
            desk.note(f"Day {day}")
            work.make(BackupKind.AUTOMATIC)
    left = work.listed()
    assert len(left) == 7 + 4 + 3
    for number, known in enumerate(left):
        vault = tmp_path / f"back{number}"
        counts = restored(known.path, vault, RecoveryWay(desk.code))
        assert counts is not None
        assert counts.notes == known.notes
        with opened(vault, desk.code) as workspace:
            found = workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()
            assert found[0] == known.notes


def test_two_vaults_side_by_side_do_not_mix(desk: BackupDesk, tmp_path: Path) -> None:
    other = desk_with(tmp_path / "there", "Theirs")
    shared = tmp_path / "disk"
    shared.mkdir()
    _work(desk, place=shared).make(BackupKind.MANUAL)
    desk.clock.advance(hours=1)
    theirs = BackupWork(other.files, other.key, other.clock, BackupPlan(place=shared))
    made = theirs.make(BackupKind.MANUAL)
    assert theirs.listed() == [made]
    assert len(backups_in(shared)) == 2


def test_a_place_that_is_gone_is_never_replaced_by_another(
    desk: BackupDesk, tmp_path: Path
) -> None:
    work = _work(desk, place=tmp_path / "unplugged")
    assert not work.place_is_there
    assert not work.is_due()
    with pytest.raises(BackupPlaceMissingError):
        work.make(BackupKind.MANUAL)
    assert not usual_place(desk.files.database).exists()
    assert not (tmp_path / "unplugged").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_place_is_said(desk: BackupDesk, tmp_path: Path) -> None:
    place = tmp_path / "readonly"
    place.mkdir(mode=0o500)
    with pytest.raises(UnwritablePlaceError):
        _work(desk, place=place).make(BackupKind.MANUAL)


def test_strays_of_a_killed_backup_are_swept_once_they_are_old(desk: BackupDesk) -> None:
    work = _work(desk)
    folder = work.make(BackupKind.MANUAL).path.parent
    old = folder / "managernotes-2026-01-01-080000.mnbackup.0a1b2c3d.part"
    fresh = folder / "managernotes-2026-01-01-080000.mnbackup.0a1b2c3e.part"
    for path in (old, fresh):
        path.write_bytes(b"x")
    os.utime(old, (time.time() - 7_200,) * 2)
    work.make(BackupKind.MANUAL)
    assert not old.exists()
    assert fresh.exists()


def test_the_choices_are_kept_in_the_vault(desk: BackupDesk, tmp_path: Path) -> None:
    preferences = desk.workspace.preferences
    assert plan_of(preferences) == BackupPlan()
    plan = BackupPlan(place=tmp_path, rhythm=Rhythm.WEEKLY, place_seen=NOON)
    keep_plan(preferences, plan)
    assert plan_of(preferences) == plan
    assert BackupWork.of(desk.workspace).place == tmp_path
    preferences.keep("backup.rhythm", "sometimes")
    preferences.keep("backup.place_seen", "yesterday")
    assert plan_of(preferences) == replace(plan, rhythm=Rhythm.DAILY, place_seen=None)


def test_what_was_proven_since_is_kept_in_the_vault(desk: BackupDesk) -> None:
    preferences = desk.workspace.preferences
    marks = {"ab": ProofMark(compared=NOON), "cd": ProofMark(opened=NOON)}
    keep_proof_marks(preferences, marks)
    assert proof_marks(preferences) == marks
    preferences.keep("backup.proofs", "[1]")
    assert proof_marks(preferences) == {}


def test_a_comparison_tells_newer_changed_and_gone(desk: BackupDesk) -> None:
    work = _work(desk)
    first, second = desk.note("A").id, desk.note("B").id
    path = work.make(BackupKind.MANUAL).path
    assert work.compared(path).nothing
    newer = desk.note("Third")
    desk.workspace.notes.bin(first)
    desk.workspace.notes.erase(second)
    found = work.compared(path)
    assert found.newer == (newer.id,)
    assert found.only_in_backup == (second,)
    assert found.binned_since == (first,)
    assert found.changed == ()
    assert found.compared == 4


def test_a_comparison_tells_talks_and_promises_too(desk: BackupDesk) -> None:
    work, workspace = _work(desk), desk.workspace
    who = workspace.people.add(NewPerson(display_name="Ruth Adeyemi")).id
    new = NewPromise(
        owner=PromiseOwner.ME, people=(who,), words=PromiseWords(text="Ask for the room")
    )
    kept = workspace.promises.add(new)
    path = work.make(BackupKind.MANUAL).path
    assert work.compared(path).nothing
    workspace.promises.keep(kept.id)
    workspace.promises.add(new)
    workspace.talks.plan(NewConversation(type=ConversationType.STAY, people=(who,)))
    workspace.talks.add_topic(who, TopicOwner.THEIRS, "The quiet room")
    found = work.compared(path)
    assert not found.nothing
    assert found.papers == PaperDifferences(
        newer_talks=1, newer_promises=1, newer_others=1, changed=1
    )


def test_reading_a_backup_changes_neither_it_nor_its_folder(desk: BackupDesk) -> None:
    work = _work(desk)
    path = work.make(BackupKind.MANUAL).path
    before = (path.read_bytes(), sorted(path.parent.iterdir()))
    with work.opened(path) as db:
        assert db.execute("SELECT count(*) FROM observation").fetchone()[0] == 2
        with pytest.raises(UnwritablePlaceError):
            db.execute("DELETE FROM observation")
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == before


def test_work_ends_with_the_lock(desk: BackupDesk) -> None:
    with closing(_work(desk)) as work:
        pass
    with pytest.raises(VaultClosedError):
        work.make(BackupKind.MANUAL)


def test_a_backup_from_before_a_new_key_is_unlocked_with_what_opened_it_then(
    desk: BackupDesk,
) -> None:
    secrets = NewSecrets(passphrase=PASSPHRASE, cost=CHEAP)
    KeyChange(desk.workspace, desk.keyring, secrets=secrets).carry_out()
    work = _work(desk)
    [before] = work.listed()
    assert (before.kind, before.notes) == (BackupKind.BEFORE_REKEY, None)
    with pytest.raises(ForeignBackupError):
        work.compared(before.path)
    with pytest.raises(KeyProblemError):
        work.unlock(before.path, TypedWay("another"))
    work.unlock(before.path, TypedWay(desk.code))
    [unlocked] = work.listed()
    assert unlocked.notes == 2
    assert work.compared(before.path).nothing
    later = _work(desk)
    later.take_over(work)
    work.close()
    assert later.copied_key(before.path) != later.copied_key()
