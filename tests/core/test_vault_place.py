"""An open vault whose file is taken away or replaced: nothing is written, nothing is lost."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from managernotes.cli.main import main
from managernotes.cli.streams import Streams
from managernotes.clock import FixedClock
from managernotes.errors import (
    ManagerNotesError,
    ReadOnlyVaultError,
    VaultRemovedError,
    VaultReplacedError,
)
from managernotes.services.verifying import verify_vault
from managernotes.services.ways_in import KeyringWay
from managernotes.services.workspace import open_workspace
from tests.core.backup_desk import BackupDesk, desk_with
from tests.core.command_line import NOW, NoFrontEnd

REPLACEMENTS = 100


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    """Make a vault of one note, still open."""
    (tmp_path / "home").mkdir(mode=0o700)
    made = desk_with(tmp_path / "home", "the first note")
    yield made
    made.workspace.close()


def refusal(desk: BackupDesk) -> type[Exception] | None:
    try:
        desk.note("a note that must not get there")
    except ManagerNotesError as error:
        return type(error)
    return None


def test_a_file_that_is_gone_is_told_and_saving_goes_on_when_it_is_back(desk: BackupDesk) -> None:
    aside = desk.folder / "aside"
    desk.files.database.rename(aside)
    assert refusal(desk) is VaultRemovedError
    with pytest.raises(VaultRemovedError):
        desk.workspace.changed()
    assert not desk.files.database.exists()
    assert desk.count() == 1, "what was saved can still be read"
    aside.rename(desk.files.database)
    assert refusal(desk) is None
    assert desk.count() == 2
    assert desk.workspace.changed() is False


def test_a_folder_that_is_gone_is_told_the_same_way(desk: BackupDesk) -> None:
    away = desk.folder.with_name("away")
    desk.folder.rename(away)
    assert refusal(desk) is VaultRemovedError
    away.rename(desk.folder)
    assert refusal(desk) is None


def test_of_a_hundred_replacements_none_is_written_over(desk: BackupDesk, tmp_path: Path) -> None:
    other = desk_with(tmp_path / "elsewhere", "another vault")
    other.workspace.close()
    older = tmp_path / "older"
    shutil.copyfile(desk.files.database, older)
    desk.note("newer than the older copy")
    aside, chance = desk.folder / "aside", random.Random(7)  # noqa: S311  no secret
    sources = (other.files.database, older, _garbage(tmp_path, chance), _empty(tmp_path))
    overwritten, saved = 0, desk.count()
    for number in range(REPLACEMENTS):
        desk.files.database.rename(aside)
        source = sources[number % len(sources)]
        shutil.copyfile(source, desk.files.database)
        assert refusal(desk) is VaultReplacedError
        overwritten += desk.files.database.read_bytes() != source.read_bytes()
        aside.replace(desk.files.database)
        if number % 10 == 0:
            assert refusal(desk) is None
            saved += 1
    assert overwritten == 0
    assert desk.count() == saved
    assert verify_vault(desk.files, desk.key).ok


@pytest.mark.parametrize("make", ["older copy", "another vault", "garbage", "nothing"])
def test_what_is_written_over_the_file_in_place_is_not_written_over(
    desk: BackupDesk, tmp_path: Path, make: str
) -> None:
    older = tmp_path / "older"
    shutil.copyfile(desk.files.database, older)
    desk.note("newer than the older copy")
    newest = desk.files.database.read_bytes()
    other = desk_with(tmp_path / "elsewhere", "another vault")
    other.workspace.close()
    sources = {
        "older copy": older,
        "another vault": other.files.database,
        "garbage": _garbage(tmp_path, random.Random(1)),  # noqa: S311  no secret
        "nothing": _empty(tmp_path),
    }
    content = sources[make].read_bytes()
    desk.files.database.write_bytes(content)
    for _ in range(3):
        assert refusal(desk) is not None
        with pytest.raises(ManagerNotesError):
            desk.workspace.changed()
        assert desk.files.database.read_bytes() == content
    desk.files.database.write_bytes(newest)
    assert desk.workspace.changed() is True, "it is opened anew"
    assert refusal(desk) is None
    assert desk.count() == 3
    assert verify_vault(desk.files, desk.key).ok


def test_an_older_copy_is_told_as_one(desk: BackupDesk, tmp_path: Path) -> None:
    shutil.copyfile(desk.files.database, tmp_path / "older")
    desk.note("newer than the older copy")
    desk.files.database.write_bytes((tmp_path / "older").read_bytes())
    assert refusal(desk) is VaultReplacedError


def test_what_another_program_writes_is_no_replacement(desk: BackupDesk) -> None:
    path = desk.files.database
    other = open_workspace(path, KeyringWay(), clock=desk.clock, keyring=desk.keyring)
    for number in range(3):
        other.drafts.keep("line", f"half a thought {number}")
        assert desk.workspace.changed() is True
        assert refusal(desk) is None
        assert other.changed() is True
    other.close()


def test_the_command_line_names_the_line_that_was_not_saved(desk: BackupDesk) -> None:
    class Removing(io.StringIO):
        def __init__(self, text: str, remove: Callable[[], object]) -> None:
            super().__init__(text)
            self._remove = remove

        def __next__(self) -> str:  # type: ignore[override]  # typeshed says bytes
            line = super().__next__()
            if line.startswith("second"):
                self._remove()
            return line

    aside = desk.folder / "aside"
    stdin = Removing("first\nsecond\n", lambda: desk.files.database.rename(aside))
    out, err = io.StringIO(), io.StringIO()
    code = main(
        ["--vault", str(desk.files.database), "capture", "-"],
        NoFrontEnd(),
        streams=Streams(stdin, out, err),
        clock=FixedClock(NOW),
        keyring=desk.keyring,
    )
    assert code == 1
    assert len(out.getvalue().splitlines()) == 1
    [line] = err.getvalue().splitlines()
    assert line.startswith("line 2: The vault file is no longer at its place.")
    assert not desk.files.database.exists()
    aside.rename(desk.files.database)
    assert desk.count() == 2


def _garbage(folder: Path, chance: random.Random) -> Path:
    path = folder / "garbage"
    path.write_bytes(chance.randbytes(40_960))
    return path


def _empty(folder: Path) -> Path:
    path = folder / "empty"
    path.write_bytes(b"")
    return path


def test_a_vault_that_can_only_be_read_is_told_and_saved_to_again_later(desk: BackupDesk) -> None:
    desk.db.execute("PRAGMA query_only = ON")  # SQLite answers as for a read-only disk
    assert refusal(desk) is ReadOnlyVaultError
    assert desk.count() == 1
    desk.db.execute("PRAGMA query_only = OFF")
    assert refusal(desk) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_told(desk: BackupDesk) -> None:
    desk.files.journal.unlink(missing_ok=True)
    desk.folder.chmod(0o500)
    assert refusal(desk) is not None
    desk.folder.chmod(0o700)
    assert refusal(desk) is None
