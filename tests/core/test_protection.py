"""What a vault tells about its own protection."""

from __future__ import annotations

from pathlib import Path

import pytest

from managernotes.clock import FixedClock
from managernotes.errors import ManagerNotesError
from managernotes.services.keys import Protection, SlotKind
from managernotes.services.protection import protection_of
from managernotes.services.workspace import create_workspace
from managernotes.vault.location import VaultFiles
from tests.core.vault_fakes import BACKEND, MemoryKeyring
from tests.ui.note_bench import THURSDAY


def test_it_tells_where_the_open_vault_lies_and_what_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "ümläut vault.db"
    workspace, _ = create_workspace(
        file, Protection.KEYRING, None, clock=FixedClock(THURSDAY), keyring=MemoryKeyring()
    )
    told = protection_of(workspace)
    workspace.close()
    assert told.database == file
    assert told.size == file.stat().st_size
    assert set(told.ways) == {SlotKind.KEYRING, SlotKind.RECOVERY}
    assert told.keyring_backend == BACKEND


def test_a_key_file_that_is_gone_is_told(tmp_path: Path) -> None:
    file = tmp_path / "vault.db"
    workspace, _ = create_workspace(
        file, Protection.KEYRING, None, clock=FixedClock(THURSDAY), keyring=MemoryKeyring()
    )
    files = VaultFiles(file)
    for gone in (files.envelope, files.envelope_backup):
        gone.unlink(missing_ok=True)
    with pytest.raises(ManagerNotesError):
        protection_of(workspace)
    workspace.close()
