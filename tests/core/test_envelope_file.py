"""The key file on the disk: after any crash it is the old one or the new one, whole."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import (
    DamagedEnvelopeError,
    DiskFullError,
    UnsafePathError,
    UnwritablePlaceError,
    VaultBusyError,
    VaultExistsError,
)
from managernotes.vault import private_files
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import (
    Envelope,
    from_bytes,
    new_vault_id,
    sealed_envelope,
    to_bytes,
    verify_envelope,
)
from managernotes.vault.envelope_file import (
    read_envelope,
    replace_envelope,
    write_first_envelope,
)
from managernotes.vault.key_slots import keyring_slot, opened, recovery_slot
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import RecoveryCode
from tests.core.vault_fakes import BACKEND

KEY: Final = DataKey(bytes(range(32)))
CODE: Final = RecoveryCode.new()
KILLS: Final = 20


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "mine.vault")


def _envelope(*, keyring: bool = False) -> Envelope:
    vault_id = new_vault_id()
    slots = [recovery_slot(vault_id, KEY, CODE)]
    if keyring:
        slots.append(keyring_slot(vault_id, KEY, b"k" * 32, BACKEND))
    return sealed_envelope(vault_id, slots, KEY)


def _with_another_slot(old: Envelope) -> Envelope:
    another = recovery_slot(old.vault_id, KEY, RecoveryCode.new())
    return sealed_envelope(old.vault_id, [*old.slots, another], KEY)


def test_the_first_envelope_lies_there_twice_and_is_private(files: VaultFiles) -> None:
    envelope = _envelope()
    write_first_envelope(files, envelope, KEY)
    assert read_envelope(files) == envelope
    assert _names(files) == {files.envelope.name, files.envelope_backup.name}
    for path in (files.envelope, files.envelope_backup):
        assert path.read_bytes() == to_bytes(envelope)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_first_envelope_never_replaces_one(files: VaultFiles) -> None:
    old = _envelope()
    write_first_envelope(files, old, KEY)
    with pytest.raises(VaultExistsError):
        write_first_envelope(files, _envelope(), KEY)
    assert read_envelope(files) == old
    assert files.envelope_backup.read_bytes() == to_bytes(old)


def test_the_backup_is_the_previous_good_envelope(files: VaultFiles) -> None:
    old = _envelope()
    write_first_envelope(files, old, KEY)
    new = _with_another_slot(old)
    replace_envelope(files, old, new, KEY)
    assert read_envelope(files) == new
    assert from_bytes(files.envelope_backup.read_bytes()) == old


def test_a_slot_that_was_taken_away_is_gone_from_the_backup_too(files: VaultFiles) -> None:
    old = _envelope(keyring=True)
    write_first_envelope(files, old, KEY)
    new = sealed_envelope(old.vault_id, old.slots[:1], KEY)
    replace_envelope(files, old, new, KEY)
    assert files.envelope.read_bytes() == files.envelope_backup.read_bytes() == to_bytes(new)


def test_an_envelope_that_changed_meanwhile_is_not_replaced(files: VaultFiles) -> None:
    old = _envelope()
    write_first_envelope(files, old, KEY)
    newer = _with_another_slot(old)
    replace_envelope(files, old, newer, KEY)
    with pytest.raises(VaultBusyError):
        replace_envelope(files, old, _with_another_slot(old), KEY)
    assert read_envelope(files) == newer
    assert len(_names(files)) == 2


def test_an_envelope_that_does_not_verify_is_never_published(files: VaultFiles) -> None:
    old = _envelope()
    write_first_envelope(files, old, KEY)
    with pytest.raises(DamagedEnvelopeError):
        replace_envelope(files, old, replace(_with_another_slot(old), mac=b"\0" * 32), KEY)
    assert read_envelope(files) == old
    assert len(_names(files)) == 2


def test_a_full_disk_leaves_the_old_envelope(files: VaultFiles) -> None:
    old = _envelope()
    write_first_envelope(files, old, KEY)
    new = _with_another_slot(old)
    with _largest_file(100), pytest.raises(DiskFullError):
        replace_envelope(files, old, new, KEY)
    assert read_envelope(files) == old
    assert len(_names(files)) == 2


def test_a_place_that_takes_no_files_is_named() -> None:
    with pytest.raises(UnwritablePlaceError):
        write_first_envelope(VaultFiles(Path("/proc/mine.vault")), _envelope(), KEY)


def test_an_envelope_is_not_read_through_a_link(files: VaultFiles, tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(to_bytes(_envelope()))
    files.envelope.symlink_to(tmp_path / "target")
    with pytest.raises(UnsafePathError):
        read_envelope(files)


def test_an_endless_envelope_is_read_no_further_than_its_bound(files: VaultFiles) -> None:
    with files.envelope.open("wb") as file:
        file.truncate(10**12)  # sparse: takes no room
    with pytest.raises(DamagedEnvelopeError):
        read_envelope(files)


def test_only_old_strays_of_this_vault_are_swept(files: VaultFiles) -> None:
    name = files.database.name
    old = [f"{name}.0123abcd.part", f"{name}.keys.json.0123abcd.part"]
    old += [f"{name}.keys.bak.json.0123abcd.part", f"{name}.0123abcd.part-journal"]
    kept = [name, f"{name}.part", f"other{name}.0123abcd.part", f"{name}.89abcdef.part"]
    for stray in (*old, *kept):
        path = files.folder / stray
        path.write_bytes(b"x")
        os.utime(path, (time.time() - 61,) * 2)
    os.utime(files.folder / kept[-1])  # somebody may be writing it right now
    private_files.sweep_strays(files)
    assert _names(files) == set(kept)


_WRITER = """
import sys
from pathlib import Path
from managernotes.vault import private_files
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import sealed_envelope
from managernotes.vault.envelope_file import read_envelope, replace_envelope
from managernotes.vault.key_slots import recovery_slot
from managernotes.vault.location import VaultFiles
from managernotes.vault.recovery_code import RecoveryCode
files, key = VaultFiles(Path(sys.argv[1])), DataKey(bytes(range(32)))
print("ready", flush=True)
while True:
    old = read_envelope(files)
    another = recovery_slot(old.vault_id, key, RecoveryCode.new())
    replace_envelope(files, old, sealed_envelope(old.vault_id, [old.slots[0], another], key), key)
"""


def test_a_kill_at_any_moment_leaves_a_whole_envelope_that_opens(files: VaultFiles) -> None:
    first = _envelope()
    write_first_envelope(files, first, KEY)
    seen = set()
    for kill in range(KILLS):
        writer = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(files.database)], stdout=subprocess.PIPE
        )
        with writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.003 * (kill + 1))
            writer.send_signal(signal.SIGKILL)
        for path in (files.envelope, files.envelope_backup):
            envelope = from_bytes(path.read_bytes())
            verify_envelope(envelope, KEY)
            assert opened(envelope.slots[0], envelope.vault_id, CODE) == KEY
        seen.add(files.envelope.read_bytes())
    assert len(seen) > KILLS // 2  # the writers did write
    for stray in files.folder.iterdir():
        os.utime(stray, (0, 0))
    private_files.sweep_strays(files)
    assert _names(files) == {files.envelope.name, files.envelope_backup.name}


def _names(files: VaultFiles) -> set[str]:
    return {path.name for path in files.folder.iterdir()}


@contextmanager
def _largest_file(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond a size, as a full disk would."""
    import resource  # not there on Windows

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
