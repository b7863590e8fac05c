"""One flipped bit anywhere in the vault's files is found, and never shown as somebody's words."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

from managernotes.domain.search_query import parse_query
from managernotes.errors import ManagerNotesError
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import newest_sound_backup
from managernotes.services.verifying import verify_vault
from managernotes.services.workspace import Workspace
from managernotes.vault.backup_container import BackupKind
from managernotes.vault.data_key import DataKey
from managernotes.vault.location import VaultFiles
from tests.faults.figures import Figures, short_and_long
from tests.faults.noting import LONG, NotedVault, note_down, noted_vault

SHORT_NOTES, LONG_NOTES = 16, 4
CONTROL_FLIPS: Final = 60

Readings = Mapping[str, Callable[[], Any]]
"""What can be read of a vault, by name."""


def readings(workspace: Workspace, chance: random.Random) -> Readings:
    """Return every way in which the vault's content is shown, in any order; nothing is read yet.

    The order counts: after the first broken page the connection refuses to read on.
    """
    notes, people = workspace.notes, workspace.people
    query = parse_query("kept number -never", workspace.ledger.today())
    ways: dict[str, Callable[[], Any]] = {
        "people": people.overview,
        "outline": lambda: [(row.id, row.day) for row in notes.timeline_outline(None)],
        "timeline": lambda: notes.timeline(limit=50),
        "months": lambda: notes.month_counts(None),
        "search": lambda: workspace.search.search(query),
        "tags": notes.tags,
        "draft": lambda: workspace.drafts.read("capture"),
        "notes": lambda: [notes.get(row.id) for row in notes.timeline_outline(None)],
        "versions": lambda: [notes.revisions(row.id) for row in notes.timeline_outline(None)],
    }
    return {name: ways[name] for name in chance.sample(list(ways), len(ways))}


def judged(readings: Readings, truth: Mapping[str, Any]) -> Counter[str]:
    """Read everything; count what came out right, what wrong, and what was refused."""
    seen: Counter[str] = Counter()
    for name, read in readings.items():
        try:
            seen["right" if read() == truth[name] else "wrong"] += 1
        except (ManagerNotesError, sqlite3.Error):
            seen["refused"] += 1
    return seen


def flips(paths: Sequence[Path], count: int, chance: random.Random) -> Iterator[None]:
    """Flip one bit after the other, anywhere in these files, each time from what was sound."""
    sound = {path: path.read_bytes() for path in paths}
    for _ in range(count):
        place = chance.randrange(sum(map(len, sound.values())))
        for path, content in sound.items():
            if 0 <= place < len(content):
                altered = bytearray(content)
                altered[place] ^= 1 << chance.randrange(8)
                path.write_bytes(altered)
            place -= len(content)
        yield
        for path, content in sound.items():
            path.write_bytes(content)


def noticed(vault: NotedVault, truth: Mapping[str, Any], chance: random.Random) -> Counter[str]:
    """Open a vault, read and check all of it; return what was seen, `found` if it was noticed."""
    try:
        workspace = vault.open()
    except ManagerNotesError:
        return Counter(found=1)
    with closing(workspace):
        key = DataKey(workspace.key.material)
        seen = judged(readings(workspace, chance), truth)
    if seen["refused"] or not verify_vault(VaultFiles(vault.path), key).ok:
        seen["found"] = 1
    return seen


@short_and_long(100, 1_000)
def test_every_flipped_bit_is_found_and_none_is_shown(
    tmp_path: Path, figures: Figures, runs: int
) -> None:
    chance = random.Random(runs)  # noqa: S311  # which bits, no secret
    vault = noted_vault(tmp_path / "vault")
    with closing(vault.open()) as workspace:
        for serial in (*range(SHORT_NOTES), *range(LONG, LONG + LONG_NOTES)):
            note_down(workspace, serial, lambda _serial, _version: None)
        truth = {name: read() for name, read in readings(workspace, chance).items()}
        BackupWork.of(workspace).make(BackupKind.MANUAL)
    files = VaultFiles(vault.path)
    seen: Counter[str] = Counter()
    for _ in flips((files.database, files.envelope, files.envelope_backup), runs, chance):
        seen += noticed(vault, truth, chance)
        seen["offered"] += newest_sound_backup(vault.path) is not None
    figures(
        "one flipped bit",
        runs,
        f"{seen['found']} found, {seen['wrong']} times wrong data shown,"
        f" a verified backup offered {seen['offered']} times",
    )
    assert (seen["found"], seen["wrong"], seen["offered"]) == (runs, 0, runs)


def test_a_backup_with_a_flipped_bit_is_never_offered(tmp_path: Path) -> None:
    vault = noted_vault(tmp_path)
    with closing(vault.open()) as workspace:
        made = BackupWork.of(workspace).make(BackupKind.MANUAL)
    assert newest_sound_backup(vault.path) is not None
    for _ in flips([made.path], CONTROL_FLIPS, random.Random(2)):  # noqa: S311  # no secret
        assert newest_sound_backup(vault.path) is None


def test_without_seals_on_its_pages_wrong_words_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "plain.db"
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("CREATE TABLE note (words TEXT)")
        plain.executemany("INSERT INTO note VALUES (?)", [("kept whatever " * 100,)] * 200)
        plain.commit()
        truth = {"notes": plain.execute("SELECT * FROM note").fetchall()}
    seen: Counter[str] = Counter()
    for _ in flips([path], CONTROL_FLIPS, random.Random(1)):  # noqa: S311
        with closing(sqlite3.connect(path)) as plain:
            seen += judged({"notes": partial(_plain_notes, plain)}, truth)
    assert seen["wrong"] > 0


def _plain_notes(plain: sqlite3.Connection) -> list[Any]:
    return plain.execute("SELECT * FROM note").fetchall()
