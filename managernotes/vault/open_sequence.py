"""Keying and configuring a raw connection, every step read back (SECURITY-DESIGN §2.6)."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from managernotes.errors import ForeignFileError, StorageFailedError, WrongDriverError
from managernotes.vault.data_key import DataKey

APPLICATION_ID: Final = 0x4D4E4F54  # "MNOT"
_OLDEST_CIPHER: Final = (4, 6)
_ACTION_ATTACH: Final = 24
_DENY: Final = 1
_ALLOW: Final = 0

# name, value to set, value that must then be read
_SETTINGS: Final[tuple[tuple[str, str, str | int], ...]] = (
    ("locking_mode", "NORMAL", "normal"),  # the window and the command line share the vault
    ("journal_mode", "TRUNCATE", "truncate"),  # write-ahead logs hide damage (§0 no. 6)
    ("synchronous", "FULL", 2),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("foreign_keys", "ON", 1),
)
_SETTINGS_OF_A_READER: Final[tuple[tuple[str, str, str | int], ...]] = (
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("query_only", "ON", 1),
)
_SETTINGS_ON_MACOS: Final = (("fullfsync", "ON", 1), ("checkpoint_fullfsync", "ON", 1))


def cipher_version(driver: ModuleType) -> str:
    """Return the version of the driver's cipher, empty when it has none; touches no file."""
    connection = driver.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(row[0]) if row else ""


def refuse_plain_driver(driver: ModuleType) -> None:
    """Raise WrongDriverError unless the driver encrypts; asks in memory, touches no file."""
    numbers = re.match(r"(\d+)\.(\d+)", cipher_version(driver))
    if numbers is None or tuple(map(int, numbers.groups())) < _OLDEST_CIPHER:
        raise WrongDriverError


def give_key(raw: Any, key: DataKey) -> None:
    """Give the key, then read the schema: only the first read tells whether the key fits."""
    raw.execute("PRAGMA cipher_log_level = NONE").fetchall()
    raw.execute(f"PRAGMA key = \"x'{_digits(key)}'\"").fetchall()
    if not raw.execute("PRAGMA cipher_version").fetchone():
        raise WrongDriverError
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()


def change_key(raw: Any, key: DataKey) -> None:
    """Encrypt every page under another key, in one transaction (§2.5: old or new)."""
    raw.execute(f"PRAGMA rekey = \"x'{_digits(key)}'\"").fetchall()


def refuse_foreign(raw: Any) -> None:
    """Raise ForeignFileError when the database is some other program's."""
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ForeignFileError


def configure(raw: Any) -> None:
    """Set what every connection needs; raises StorageFailedError when a setting does not hold."""
    settings = _SETTINGS + (_SETTINGS_ON_MACOS if sys.platform == "darwin" else ())
    for name, wanted, _ in settings:
        raw.execute(f"PRAGMA {name} = {wanted}").fetchall()
    for name, _, expected in settings:
        if raw.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise StorageFailedError
    forbid_attaching(raw)


def configure_reader(raw: Any) -> None:
    """Set what a connection needs that only reads; StorageFailedError when one does not hold."""
    for name, wanted, expected in _SETTINGS_OF_A_READER:
        raw.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if raw.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise StorageFailedError
    forbid_attaching(raw)


def forbid_attaching(raw: Any) -> None:
    """Deny ATTACH from now on: with an empty key it would write plain text (§0 no. 9)."""
    raw.set_authorizer(_forbid_attaching)


def allow_copy_to(raw: Any, target: Path) -> None:
    """Allow the one ATTACH that `VACUUM INTO` does by itself, under the same key."""
    wanted = str(target)

    def judge(action: int, place: str | None, *_details: str | None) -> int:
        return _DENY if action == _ACTION_ATTACH and place != wanted else _ALLOW

    raw.set_authorizer(judge)


def _digits(key: DataKey) -> str:
    digits = key.material.hex()
    if not re.fullmatch("[0-9a-f]{64}", digits):  # anything else would be taken as a passphrase
        raise ValueError("a raw key has 64 hexadecimal digits")
    return digits


def _forbid_attaching(action: int, *_details: str | None) -> int:
    return _DENY if action == _ACTION_ATTACH else _ALLOW
