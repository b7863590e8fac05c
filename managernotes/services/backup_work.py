"""Making, listing and reading the backups of one open vault, on any thread.

Works with connections and a copy of the key of its own, so that the vault's one thread goes on
saving notes meanwhile; `close` wipes that copy.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from managernotes.clock import Clock
from managernotes.domain.backup_generations import Made, is_due, to_thin_out
from managernotes.errors import (
    BackupPlaceMissingError,
    DamagedBackupError,
    ForeignBackupError,
)
from managernotes.services.backup_differences import Differences, differences
from managernotes.services.backup_making import Order, make_backup
from managernotes.services.backup_opening import facts_of, fits_envelope, opened_backup
from managernotes.services.backup_places import (
    BackupFile,
    backups_in,
    free_name,
    look_at_backup,
    make_place,
    sweep_strays,
    usual_place,
)
from managernotes.services.backup_plan import BackupPlan, plan_of
from managernotes.services.backup_progress import Watcher
from managernotes.services.ways_in import BackupWay
from managernotes.services.workspace import Workspace
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.connection import Connection
from managernotes.vault.data_key import DataKey
from managernotes.vault.envelope import Envelope
from managernotes.vault.envelope_file import read_envelope
from managernotes.vault.location import VaultFiles
from managernotes.vault.second_connection import open_beside

NOTES, PEOPLE = "observation", "person"


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """One backup in the place; `notes` and `people` are None when another key made it."""

    path: Path
    digest: str
    made_at: datetime
    size: int
    kind: BackupKind
    schema: int
    notes: int | None = None
    people: int | None = None


class BackupWork:
    """The backups of one vault at the place that its plan names."""

    def __init__(self, files: VaultFiles, key: DataKey, clock: Clock, plan: BackupPlan) -> None:
        self.files = files
        self.plan = plan
        self._key = DataKey(key.material)
        self._other_keys: list[DataKey] = []
        self._clock = clock

    @classmethod
    def of(cls, workspace: Workspace) -> BackupWork:
        """Return the work on an open vault's backups, by the choices kept in it."""
        plan = plan_of(workspace.preferences)
        return cls(workspace.files, workspace.key, workspace.ledger.clock, plan)

    @property
    def place(self) -> Path:
        """The folder that backups are put into."""
        return self.plan.place or usual_place(self.files.database)

    @property
    def place_is_there(self) -> bool:
        """Whether the place can be used; the usual one is made when it is wanted."""
        return self.plan.place is None or self.plan.place.is_dir()

    def copied_key(self, path: Path | None = None) -> DataKey:
        """Return a copy of a backup's key, or of the vault's; for a restore that outlives this.

        ForeignBackupError for a backup that is not unlocked.
        """
        key = self._key if path is None else self._key_of(look_at_backup(path).envelope)
        return DataKey(key.material)

    def unlock(self, path: Path, way: BackupWay) -> None:
        """Unlock a backup that was made under another key; raises that this does not open it."""
        self._other_keys.append(way.open_backup(look_at_backup(path).envelope))

    def take_over(self, before: BackupWork) -> None:
        """Go on with what an earlier work unlocked."""
        self._other_keys += [DataKey(key.material) for key in before._other_keys]

    def is_due(self) -> bool:
        """Tell whether one is to be made by itself now; not while the place is missing."""
        made = [file.head.made_at for file in self._files()]
        return self.place_is_there and is_due(self.plan.rhythm, made, self._clock.now())

    def make(
        self, kind: BackupKind, out: Path | None = None, watcher: Watcher | None = None
    ) -> KnownBackup:
        """Make a backup at the place, or at `out`, and thin out the older ones at the place.

        Raises BackupPlaceMissingError, and what making a backup does.
        """
        now = self._clock.now()
        if out is None:
            self._prepare_place()
        target = out or free_name(self.place, now, kind)
        order = Order(files=self.files, key=self._key, kind=kind, made_at=now, target=target)
        make_backup(order, watcher)
        if out is None:
            self._thin_out(now, made=target)
        return self._known(look_at_backup(target))

    def listed(self) -> list[KnownBackup]:
        """Return the backups of this vault, the newest first, and what is in them.

        The copies made beside the vault before an update or a new key are among them.
        """
        return [self._known(file) for file in self._files()]

    def compared(self, path: Path, watcher: Watcher | None = None) -> Differences:
        """Compare the vault with a backup of it, entry by entry; raises as reading one does."""
        with (
            self.opened(path, watcher) as backup,
            contextlib.closing(open_beside(self.files, self._key)) as vault,
            vault.reading(),
        ):
            return differences(vault, backup)

    @contextlib.contextmanager
    def opened(self, path: Path, watcher: Watcher | None = None) -> Iterator[Connection]:
        """Open a backup to read it; ForeignBackupError when another key made it."""
        key = self._key_of(look_at_backup(path).envelope)
        scratch = usual_place(self.files.database)
        make_place(scratch)
        with opened_backup(path, key, scratch, watcher) as db:
            yield db

    def close(self) -> None:
        """Wipe the keys; what is under way fails with VaultClosedError at its next use of one."""
        for key in (self._key, *self._other_keys):
            key.wipe()
        self._other_keys.clear()

    def _key_of(self, envelope: Envelope) -> DataKey:
        for key in (self._key, *self._other_keys):
            if fits_envelope(envelope, key):
                return key
        raise ForeignBackupError

    def _prepare_place(self) -> None:
        if self.plan.place is None:
            make_place(self.place)
        elif not self.place_is_there:
            raise BackupPlaceMissingError

    def _places(self) -> tuple[Path, ...]:
        return tuple(dict.fromkeys((self.place, usual_place(self.files.database))))

    def _files(self) -> list[BackupFile]:
        vault_id = read_envelope(self.files).vault_id
        found = [file for place in self._places() for file in backups_in(place, vault_id)]
        return sorted(found, key=lambda file: (file.head.made_at, file.path.name), reverse=True)

    def _thin_out(self, now: datetime, *, made: Path) -> None:
        """Remove what no generation keeps, at the place and beside the vault; never the latest."""
        vault_id = read_envelope(self.files).vault_id
        for place in self._places():
            sweep_strays(place)
            files = backups_in(place, vault_id)
            known = [
                Made(file.head.made_at, by_itself=file.head.kind is BackupKind.AUTOMATIC)
                for file in files
            ]
            for at in to_thin_out(known, now, self.plan.keep):
                if files[at].path != made:
                    with contextlib.suppress(OSError):
                        files[at].path.unlink()

    def _known(self, file: BackupFile) -> KnownBackup:
        counts: dict[str, int] = {}
        with contextlib.suppress(DamagedBackupError, ForeignBackupError):
            counts = dict(facts_of(file.path, self._key_of(file.envelope)).counts)
        return KnownBackup(
            path=file.path,
            digest=file.digest.hex(),
            made_at=file.head.made_at,
            size=file.size,
            kind=file.head.kind,
            schema=file.head.schema,
            notes=counts.get(NOTES),
            people=counts.get(PEOPLE),
        )
