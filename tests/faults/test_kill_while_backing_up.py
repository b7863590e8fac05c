"""`kill -9` while a backup is made or restored: no bad backup, and a vault that opens."""

from __future__ import annotations

import os
import random
import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.clock import SystemClock
from managernotes.domain.observation import NewObservation, NoteText
from managernotes.errors import KeyProblemError
from managernotes.services.backup_opening import verify_backup
from managernotes.services.backup_places import backups_in, sweep_strays, usual_place
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind, restored
from managernotes.services.keys import FileState, Protection
from managernotes.services.ways_in import RecoveryWay
from managernotes.services.workspace import create_workspace, open_workspace, vault_state
from tests.core.vault_fakes import CHEAP, MemoryKeyring
from tests.faults.backup_program import (
    back_up_without_end,
    restore_to_new_places,
    restore_without_end,
)
from tests.faults.figures import Figures, short_and_long
from tests.faults.killing import Victim

NOTES: Final = 20
LATEST_KILL_SECONDS: Final = 0.2
LONG_AGO: Final = (0.0, 0.0)


class Source:
    """One vault, its recovery code, and a backup of it."""

    def __init__(self, folder: Path) -> None:
        self.vault = folder / "mine.vault"
        self.backup = folder / "kept.mnbackup"
        workspace, code = create_workspace(
            self.vault,
            Protection.KEYRING,
            None,
            clock=SystemClock(),
            keyring=MemoryKeyring(),
            cost=CHEAP,
        )
        self.code = code.text
        day = SystemClock().now().date()
        for number in range(NOTES):
            text = NoteText(fact=f"note {number} " + "word " * 400)
            workspace.notes.add(NewObservation(text=text, occurred_on=day))
        with closing(BackupWork.of(workspace)) as work:
            work.make(BackupKind.MANUAL, self.backup)
            self.key = work.copied_key()
        workspace.close()


def _count(vault: Path, code: str) -> int:
    with closing(
        open_workspace(vault, RecoveryWay(code), clock=SystemClock(), keyring=MemoryKeyring())
    ) as workspace:
        row = workspace.ledger.db.execute("SELECT count(*) FROM observation").fetchone()
        return int(row[0])


@short_and_long(25, 200)
def test_a_kill_leaves_only_proven_backups_and_a_whole_vault(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    source, chance = Source(tmp_path), random.Random(11)  # noqa: S311  moments, no secret
    place, noted, middle = usual_place(source.vault), 0, 0
    for _ in range(runs):
        victim = Victim(back_up_without_end, source.vault, source.code)
        said = [word for word, _ in victim.killed_after(chance.uniform(0, LATEST_KILL_SECONDS))]
        noted += said.count("noted")
        middle += any(place.glob("*.part"))
        assert _count(source.vault, source.code) >= NOTES + noted
        for file in backups_in(place):
            assert verify_backup(file.path, source.key).counts is not None
        assert {path.name for path in place.glob("*.mnbackup")} == {
            file.path.name for file in backups_in(place)
        }
        for stray in place.glob("*.part*"):
            os.utime(stray, LONG_AGO)
        sweep_strays(place)
        assert not any(place.glob("*.part*"))
    figures("kill -9 during backup", runs, f"{middle} in the middle, 0 bad backups, 0 lost")
    assert middle > 0


@pytest.mark.parametrize("keys", ["one key", "two keys"])
@short_and_long(25, 200)
def test_a_kill_while_restoring_over_a_vault_leaves_one_that_opens(
    tmp_path: Path, figures: Figures, runs: int, keys: str
) -> None:
    sources = [Source(tmp_path / "a"), *([Source(tmp_path / "b")] if keys == "two keys" else [])]
    backups = [(source.backup, source.code) for source in sources]
    vault, chance = sources[0].vault, random.Random(12)  # noqa: S311  moments, no secret
    aside = 0
    for _ in range(runs):
        victim = Victim(restore_without_end, backups, vault)
        victim.killed_after(chance.uniform(0, LATEST_KILL_SECONDS))
        kept = [path for path in vault.parent.glob(f"{vault.name}.kept-*") if _is_vault(path)]
        if not _opens(vault, sources):
            aside += 1
            assert keys == "two keys", "with one key the vault itself always opens"
            assert any(_opens(path, sources) for path in kept)
        for path in vault.parent.glob(f"{vault.name}.*.kept-*"):
            path.unlink()
        for path in vault.parent.glob(f"{vault.name}.kept-*"):
            if _opens(vault, sources):
                path.unlink(missing_ok=True)
    figures(f"kill -9 during restore, {keys}", runs, f"{aside} opened aside, 0 locked out")


@short_and_long(25, 200)
def test_a_kill_while_restoring_to_a_new_place_leaves_nothing_that_is_in_the_way(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    source, chance = Source(tmp_path / "a"), random.Random(13)  # noqa: S311  moments, no secret
    finished = again = 0
    for number in range(runs):
        folder = tmp_path / f"new{number}"
        folder.mkdir()
        victim = Victim(restore_to_new_places, source.backup, source.code, folder)
        finished += len(victim.killed_after(chance.uniform(0, LATEST_KILL_SECONDS)))
        for turn in range(200):
            vault = folder / f"{turn}.vault"
            if vault_state(vault) is not FileState.READY:
                again += vault_state(vault) is not FileState.FIRST_RUN
                restored(source.backup, vault, RecoveryWay(source.code))
                assert _count(vault, source.code) == NOTES
                break
            assert _count(vault, source.code) == NOTES
        shutil.rmtree(folder)
    found = f"{finished} restored, {again} cut off between keys and vault, 0 in the way"
    figures("kill -9 during restore to a new place", runs, found)


def _is_vault(path: Path) -> bool:
    return not path.name.endswith((".json", "-journal")) and path.is_file()


def _opens(vault: Path, sources: list[Source]) -> bool:
    if vault_state(vault) is not FileState.READY:
        return False
    for source in sources:
        try:
            return _count(vault, source.code) == NOTES
        except KeyProblemError:
            continue
    return False
