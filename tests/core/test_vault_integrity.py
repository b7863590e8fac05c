"""The whole-vault check finds every flipped bit, and finds nothing in a sound vault."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from managernotes.errors import ManagerNotesError
from managernotes.vault.connection import create_connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.integrity import IntegrityReport, check_integrity
from managernotes.vault.location import VaultFiles

KEY: Final = DataKey(bytes(range(32)))
FLIPS: Final = 60


@pytest.fixture
def files(tmp_path: Path) -> VaultFiles:
    files = VaultFiles(tmp_path / "mine.vault")
    with closing(create_connection(files, KEY)) as db:
        db.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
        with db.transaction():
            db.executemany("INSERT INTO note (body) VALUES (?)", [("x" * 500,)] * 100)
    return files


def test_a_sound_vault_has_no_problem(files: VaultFiles) -> None:
    report = _checked(files)
    assert report.sound
    assert report.pages_checked == files.database.stat().st_size // 4096 > 10


def test_every_flipped_bit_is_found_when_opening_or_when_checking(files: VaultFiles) -> None:
    sound, chance = files.database.read_bytes(), random.Random(3)  # noqa: S311  # no secret
    missed = []
    for _ in range(FLIPS):
        content = bytearray(sound)
        place = chance.randrange(len(content))
        content[place] ^= 1 << chance.randrange(8)
        files.database.write_bytes(content)
        try:
            found = not _checked(files).sound
        except ManagerNotesError:
            found = True
        if not found:
            missed.append(place)
    assert missed == []


def test_a_problem_names_its_page(files: VaultFiles) -> None:
    content = bytearray(files.database.read_bytes())
    content[5 * 4096 + 100] ^= 1
    files.database.write_bytes(content)
    report = _checked(files)
    assert not report.sound
    assert "page 6" in report.problems[0]


def _checked(files: VaultFiles) -> IntegrityReport:
    with closing(open_connection(files, KEY)) as db:
        return check_integrity(db)
