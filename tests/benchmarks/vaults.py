"""The vaults that are measured: sample vaults, each with a plain twin, made once and kept.

A twin holds the same pages without encryption, read through the same driver and the same code, so
that the difference between the two is the encryption and nothing else.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from managernotes.clock import SystemClock, today
from managernotes.domain.identity import PersonId
from managernotes.services.keys import KeyringPort, Protection
from managernotes.services.ledger import Ledger
from managernotes.services.sample_vault import Sample
from managernotes.services.workspace import Workspace, create_workspace
from managernotes.storage import vault_info
from managernotes.vault import access, open_sequence
from managernotes.vault.connection import Connection, open_connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from managernotes.vault.waiting import FairWait
from tests.benchmarks.file_keyring import FileKeyring

ROOT: Final = Path(__file__).resolve().parents[2]
PEOPLE: Final = 12
SEED: Final = 1
_MADE_FROM: Final = ("managernotes/storage/migrations", "managernotes/services", "resources/sample")


@dataclass(frozen=True, slots=True)
class Twins:
    """A vault and the same without encryption, in a folder of their own."""

    folder: Path

    @property
    def vault(self) -> Path:
        """The encrypted one."""
        return self.folder / "vault.db"

    @property
    def plain(self) -> Path:
        """The one that is not."""
        return self.folder / "plain.db"

    @property
    def keyring(self) -> KeyringPort:
        """What holds the vault's key."""
        return FileKeyring(self.folder / "keyring.json")

    def key(self) -> DataKey:
        """Return the vault's key."""
        return access.unlock_with_keyring(VaultFiles(self.vault), self.keyring)

    def open_vault(self) -> Workspace:
        """Open the encrypted one."""
        key = self.key()
        return _workspace(open_connection(VaultFiles(self.vault), key), VaultFiles(self.vault), key)

    def open_plain(self) -> Workspace:
        """Open the plain one, configured as the vault is."""
        raw = dbapi2.connect(str(self.plain), isolation_level=None, factory=_NeverSealed)
        raw.row_factory = dbapi2.Row
        open_sequence.configure(raw)
        return _workspace(Connection(raw, FairWait()), VaultFiles(self.plain), DataKey.new())

    @contextmanager
    def both(self) -> Iterator[tuple[Workspace, Workspace]]:
        """Open the two for as long as the block lasts."""
        vault, plain = self.open_vault(), self.open_plain()
        try:
            yield vault, plain
        finally:
            vault.close()
            plain.close()

    @contextmanager
    def copied(self) -> Iterator[Twins]:
        """Yield twins that may be written to; they are gone afterwards."""
        scratch = self.folder.with_name(f"{self.folder.name}-scratch")
        shutil.rmtree(scratch, ignore_errors=True)
        try:
            yield Twins(shutil.copytree(self.folder, scratch))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


class _NeverSealed(dbapi2.Connection):  # type: ignore[misc]  # the driver has no types
    """A plain file has no seals: the question costs what it costs, and the answer is yes."""

    def execute(self, sql: str, *values: Any) -> Any:
        return super().execute("SELECT '1'" if sql == "PRAGMA cipher_status" else sql, *values)


def best_known(workspace: Workspace) -> PersonId:
    """Return who has the most notes."""
    everybody = workspace.people.list_people()
    return max((person.id for person in everybody), key=workspace.notes.count)


def sample_twins(folder: Path, notes: int) -> Twins:
    """Return the sample of a size, made now unless it is there already."""
    twins = Twins(folder / f"sample-{notes}-{_recipe()}")
    if not twins.folder.exists():
        sys.stderr.write(f"making a sample of {notes:,} notes …\n")
        for outdated in folder.glob(f"sample-{notes}-*"):
            shutil.rmtree(outdated)
        unfinished = Twins(twins.folder.with_suffix(".part"))
        shutil.rmtree(unfinished.folder, ignore_errors=True)
        unfinished.folder.mkdir(parents=True)
        _make(unfinished, notes)
        unfinished.folder.rename(twins.folder)
    return twins


def _make(twins: Twins, notes: int) -> None:
    clock = SystemClock()
    workspace, _code = create_workspace(
        twins.vault, Protection.KEYRING, None, clock=clock, keyring=twins.keyring
    )
    try:
        Sample(PEOPLE, notes, SEED, today(clock)).write(workspace)
    finally:
        workspace.close()
    _export(twins)


def _export(twins: Twins) -> None:
    """Write the plain twin, which the product cannot do: its connections refuse ATTACH."""
    raw = dbapi2.connect(str(twins.vault), isolation_level=None)
    try:
        open_sequence.give_key(raw, twins.key())
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        raw.execute("ATTACH DATABASE ? AS plain KEY ''", (str(twins.plain),))
        raw.execute("SELECT sqlcipher_export('plain')").fetchall()
        raw.execute(f"PRAGMA plain.user_version = {version}")
        raw.execute("DETACH DATABASE plain")
    finally:
        raw.close()


def _workspace(db: Connection, files: VaultFiles, key: DataKey) -> Workspace:
    device = vault_info.device(db)
    assert device is not None
    return Workspace(Ledger(db, SystemClock(), device), files, key)


def _recipe() -> str:
    """Return a name for how samples are made now, so that an old one is not taken for a new."""
    digest = hashlib.sha256(f"{PEOPLE} {SEED}".encode())
    for place in _MADE_FROM:
        pattern = "sample_*.py" if place.endswith("services") else "**/*"
        for path in sorted((ROOT / place).glob(pattern)):
            if path.suffix in {".py", ".toml"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:10]
