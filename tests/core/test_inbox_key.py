"""The public key beside the vault: one exact form, and nothing else is believed."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from random import Random

import pytest

from managernotes.errors import DamagedInboxKeyError, NewerVaultError, NoInboxKeyError
from managernotes.vault.inbox_key import (
    InboxKey,
    from_bytes,
    read_inbox_key,
    to_bytes,
    write_inbox_key,
)
from managernotes.vault.location import VaultFiles

KEY = InboxKey("00112233445566778899aabbccddeeff", bytes(range(32)))


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    return VaultFiles(tmp_path / "vault.db")


def test_what_is_written_is_read(files: VaultFiles) -> None:
    write_inbox_key(files, KEY)
    assert read_inbox_key(files) == KEY
    assert stat.S_IMODE(files.inbox_key.stat().st_mode) == 0o600
    assert [path.name for path in files.folder.iterdir()] == [files.inbox_key.name]


def test_writing_again_replaces_it(files: VaultFiles) -> None:
    write_inbox_key(files, InboxKey(KEY.vault_id, bytes(32)))
    write_inbox_key(files, KEY)
    assert read_inbox_key(files) == KEY


def test_says_that_there_is_none(files: VaultFiles) -> None:
    with pytest.raises(NoInboxKeyError, match="not there"):
        read_inbox_key(files)


def test_a_later_version_is_not_touched() -> None:
    with pytest.raises(NewerVaultError):
        from_bytes(json.dumps({"v": 2, "more": True}).encode())


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"7", b"\xff", b"[" * 3000])
def test_what_is_no_key_file_is_damage(content: bytes) -> None:
    with pytest.raises(DamagedInboxKeyError):
        from_bytes(content)


def test_no_mutation_of_a_thousand_is_believed() -> None:
    random, good = Random(38), to_bytes(KEY)  # noqa: S311 - no secret
    for _ in range(1000):
        content = bytearray(good)
        for _ in range(random.randint(1, 3)):
            content[random.randrange(len(content))] = random.randrange(256)
        if bytes(content) != good:
            with pytest.raises((DamagedInboxKeyError, NewerVaultError)):
                from_bytes(bytes(content))
