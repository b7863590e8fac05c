"""The vault's place: links are never followed, and nobody else may look in."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from managernotes.errors import UnsafePathError, UnwritablePlaceError
from managernotes.vault import private_files
from managernotes.vault.location import VaultFiles, is_unsafe, look_at, refuse_unwritable
from managernotes.vault.states import FileState, judge

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and owners are POSIX")


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "notes" / "mine.vault")


@pytest.fixture
def folder(files: VaultFiles) -> Path:
    files.folder.mkdir(mode=0o700)
    return files.folder


def test_every_file_is_named_after_the_vault(files: VaultFiles) -> None:
    names = [path.name for path in files.all]
    assert names == [
        "mine.vault",
        "mine.vault.keys.json",
        "mine.vault.keys.bak.json",
        "mine.vault-journal",
        "mine.vault.inbox.json",
        "mine.vault.inbox",
        "mine.vault.inbox.aside",
    ]
    assert {path.parent for path in files.all} == {files.folder}


def test_a_relative_path_becomes_absolute_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert VaultFiles(Path("mine.vault")).database == tmp_path / "mine.vault"


def test_a_path_without_a_name_is_refused() -> None:
    with pytest.raises(UnsafePathError):
        VaultFiles(Path("/"))


@pytest.mark.parametrize("place", range(4), ids=["vault", "keys", "backup", "journal"])
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_in_the_place_of_any_file_is_unsafe(
    files: VaultFiles, folder: Path, tmp_path: Path, place: int, dangling: bool
) -> None:
    target = tmp_path / "elsewhere"
    if not dangling:
        target.write_bytes(b"x" * 4096)
    files.all[place].symlink_to(target)
    assert judge(look_at(files)) is FileState.UNSAFE_PATH
    assert target.exists() is not dangling


def test_a_folder_that_is_a_link_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert is_unsafe(VaultFiles(tmp_path / "link" / "mine.vault"))
    assert not is_unsafe(VaultFiles(tmp_path / "real" / "mine.vault"))


def test_a_folder_or_a_pipe_in_the_place_of_the_vault_is_unsafe(
    files: VaultFiles, folder: Path
) -> None:
    files.database.mkdir()
    assert is_unsafe(files)
    files.database.rmdir()
    os.mkfifo(files.database)
    assert is_unsafe(files)


@pytest.mark.skipif(getattr(os, "geteuid", int)() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("whose", ["database", "folder"])
def test_what_belongs_to_somebody_else_is_unsafe(
    files: VaultFiles, folder: Path, whose: str
) -> None:
    files.database.write_bytes(b"x")
    assert not is_unsafe(files)
    os.chown(getattr(files, whose), 12345, -1)
    assert is_unsafe(files)


def test_a_parent_that_is_a_file_is_an_unwritable_or_missing_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    files = VaultFiles(tmp_path / "file" / "mine.vault")
    assert judge(look_at(files)) is FileState.UNSAFE_PATH
    with pytest.raises(UnwritablePlaceError):
        refuse_unwritable(files)


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_new_files_and_folders_are_private_whatever_the_umask(
    files: VaultFiles, umask: int
) -> None:
    before = os.umask(umask)
    try:
        made = private_files.make_folder(files.folder / "deeper")
        private_files.write_new_file(files.database, b"content")
    finally:
        os.umask(before)
    assert made == (files.folder, files.folder / "deeper")
    assert [_mode(path) for path in (*made, files.database)] == [0o700, 0o700, 0o600]
    assert files.database.read_bytes() == b"content"


def test_a_new_file_never_replaces_one_nor_follows_a_link(files: VaultFiles, folder: Path) -> None:
    target = folder / "target"
    files.database.symlink_to(target)
    for _ in range(2):
        with pytest.raises(FileExistsError):
            private_files.write_new_file(files.database, b"content")
        assert not target.exists()


def test_publishing_never_replaces_what_is_there(files: VaultFiles, folder: Path) -> None:
    files.database.write_bytes(b"old")
    part = private_files.part_name(files.database)
    private_files.write_new_file(part, b"new")
    with pytest.raises(FileExistsError):
        private_files.publish(part, files.database)
    assert files.database.read_bytes() == b"old"
    files.database.unlink()
    private_files.publish(part, files.database)
    assert [path.name for path in folder.iterdir()] == [files.database.name]
    assert files.database.read_bytes() == b"new"


def test_modes_are_taken_back_from_everybody_else(files: VaultFiles, folder: Path) -> None:
    for path in files.all:
        path.write_bytes(b"x")
        path.chmod(0o666)
    files.envelope.chmod(0o444)
    folder.chmod(0o777)
    private_files.repair_modes(files)
    modes = {path: _mode(path) for path in files.all}
    assert modes.pop(files.envelope) == 0o400
    assert set(modes.values()) == {0o600}
    assert _mode(folder) == 0o700


def test_the_mode_of_a_folder_that_holds_other_things_is_left_alone(
    files: VaultFiles, folder: Path
) -> None:
    files.database.write_bytes(b"x")
    (folder / "letters.txt").write_text("x")
    folder.chmod(0o755)
    private_files.repair_modes(files)
    assert _mode(folder) == 0o755


def test_a_shared_folder_with_a_sticky_bit_keeps_its_mode(files: VaultFiles, folder: Path) -> None:
    folder.chmod(0o1777)
    private_files.repair_modes(files)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o1777


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
