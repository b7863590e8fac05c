"""The inbox on the disk: append-only, private, bounded, and shared by several programs."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from managernotes.errors import (
    DiskFullError,
    InboxFullError,
    InboxTooLargeError,
    UnsafePathError,
    VaultBusyError,
)
from managernotes.vault import inbox_file
from managernotes.vault.file_lock import held_alone
from managernotes.vault.inbox_file import MOST_BYTES, append_box, has_waiting, held_inbox
from managernotes.vault.inbox_frames import framed, pieces
from managernotes.vault.location import VaultFiles
from tests.core.small_files import largest_file

BOX = bytes(range(100))
WRITERS, LINES = 8, 100


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "vault.db")


def _boxes(files: VaultFiles) -> list[bytes]:
    return [piece.box for piece in pieces(files.inbox.read_bytes()) if piece.box is not None]


def test_a_box_is_there_when_the_call_returns(files: VaultFiles) -> None:
    append_box(files, BOX)
    append_box(files, BOX[::-1])
    assert _boxes(files) == [BOX, BOX[::-1]]
    assert has_waiting(files)


def test_only_its_owner_may_read_it_whatever_the_umask(files: VaultFiles) -> None:
    before = os.umask(0)
    try:
        append_box(files, BOX)
    finally:
        os.umask(before)
    assert stat.S_IMODE(files.inbox.stat().st_mode) == 0o600


def test_emptying_leaves_the_file_for_the_next_box(files: VaultFiles) -> None:
    append_box(files, BOX)
    with held_inbox(files) as inbox:
        assert inbox.content == framed(BOX)
        inbox.set_aside(b"unreadable")
        inbox.empty()
    assert not has_waiting(files)
    assert files.inbox_aside.read_bytes() == b"unreadable"
    assert stat.S_IMODE(files.inbox_aside.stat().st_mode) == 0o600
    append_box(files, BOX)
    assert _boxes(files) == [BOX]


def test_a_full_inbox_takes_nothing_and_keeps_all(files: VaultFiles) -> None:
    files.inbox.write_bytes(bytes(MOST_BYTES - 100))
    with pytest.raises(InboxFullError, match="full"):
        append_box(files, BOX)
    assert files.inbox.stat().st_size == MOST_BYTES - 100


def test_an_inbox_larger_than_ours_can_be_is_left_alone(files: VaultFiles) -> None:
    with files.inbox.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(InboxTooLargeError), held_inbox(files):
        pass
    assert files.inbox.stat().st_size == MOST_BYTES + 1


def test_a_disk_that_fills_up_leaves_the_boxes_before(files: VaultFiles) -> None:
    append_box(files, BOX)
    size = files.inbox.stat().st_size
    with largest_file(size + 50), pytest.raises(DiskFullError):
        append_box(files, BOX)
    assert files.inbox.stat().st_size == size
    append_box(files, BOX)
    assert _boxes(files) == [BOX, BOX]


@pytest.mark.parametrize("name", ["inbox", "inbox_key", "inbox_aside"])
def test_a_link_in_the_place_of_one_of_its_files_is_refused(files: VaultFiles, name: str) -> None:
    target = files.folder / "elsewhere"
    target.write_bytes(b"")
    getattr(files, name).symlink_to(target)
    with pytest.raises(UnsafePathError):
        append_box(files, BOX)
    with pytest.raises(UnsafePathError), held_inbox(files):
        pass
    assert target.read_bytes() == b""


def test_a_pipe_in_its_place_is_refused(files: VaultFiles) -> None:
    os.mkfifo(files.inbox)
    with pytest.raises(UnsafePathError):
        append_box(files, BOX)


def test_a_writer_waits_for_the_one_who_empties(files: VaultFiles) -> None:
    append_box(files, BOX)
    descriptor = os.open(files.inbox, os.O_RDWR)
    try:
        with held_inbox(files), pytest.raises(VaultBusyError), held_alone(descriptor, 0.05):
            pass
        with held_alone(descriptor, 0.05):
            pass
    finally:
        os.close(descriptor)


_WRITER = """
import sys
from pathlib import Path
from managernotes.vault.inbox_file import append_box
from managernotes.vault.location import VaultFiles
files, me = VaultFiles(Path(sys.argv[1])), int(sys.argv[2])
for number in range(int(sys.argv[3])):
    append_box(files, bytes([me, number]) * 60)
"""


def test_eight_programs_write_a_hundred_lines_each_and_all_are_there(files: VaultFiles) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(files.database), str(me), str(LINES)])
        for me in range(WRITERS)
    ]
    assert [writer.wait(60) for writer in writers] == [0] * WRITERS
    found = _boxes(files)
    assert len(found) == len(set(found)) == WRITERS * LINES
    assert files.inbox.stat().st_size < inbox_file.MOST_BYTES
