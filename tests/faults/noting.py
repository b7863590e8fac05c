"""Notes whose words say what they must be, so that a loss or a wrong word shows after a fault.

Every note goes through the real services: the draft first, then the capture, then a longer text
over it. A note is `acknowledged` only once the service has returned, as the window's "Saved" is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from managernotes.clock import SystemClock
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.person import NewPerson
from managernotes.services.keys import Protection
from managernotes.services.workspace import (
    RecoveryWay,
    Workspace,
    create_workspace,
    open_workspace,
)
from managernotes.text.capture_line import parse_line
from managernotes.vault.integrity import check_integrity
from tests.core.vault_fakes import MemoryKeyring

SLOT: Final = "capture"
LONGEST: Final = 6_000
LONG, HUGE = 500_000, 1_000_000
"""From which number notes are eight times as long; the number of one that is longer than all."""

_SERIAL: Final = re.compile(r"number (\d+) as version (\d+) ")

Acknowledge = Callable[[int, int], None]
"""Takes a note's number and version once the service has said that it is stored."""


def words(serial: int, version: int) -> str:
    """Return the only right words of a note; some fill a row, some several pages."""
    repeats = 1 + (serial * 37 + version * 11) % (LONGEST // 40)
    if serial >= LONG:
        repeats = 2_500 if (serial, version) == (HUGE, 2) else 8 * repeats
    filling = " ".join([f"kept whatever happens {serial:05d}"] * repeats)
    return f"number {serial} as version {version} {filling}"


@dataclass(frozen=True)
class NotedVault:
    """A vault of one person without notes, and the code that opens it quickly."""

    path: Path
    code: str

    def open(self) -> Workspace:
        """Open it as the app does; a hot journal is played back here."""
        way = RecoveryWay(self.code)
        return open_workspace(self.path, way, clock=SystemClock(), keyring=MemoryKeyring())


def noted_vault(folder: Path) -> NotedVault:
    """Make a vault with Dana in it."""
    path = folder / "vault.db"
    workspace, code = create_workspace(
        path, Protection.KEYRING, None, clock=SystemClock(), keyring=MemoryKeyring()
    )
    with closing(workspace):
        workspace.people.add(NewPerson(display_name="Dana Whitfield"))
    return NotedVault(path, code.text)


def note_down(
    workspace: Workspace, serial: int, acknowledge: Acknowledge, *, too_early: bool = False
) -> None:
    """Write one note in two versions; `too_early` says so before it is stored, for a control."""
    people = workspace.people.list_people()
    line = parse_line(f"@Dana +win {words(serial, 1)}", people, workspace.ledger.today())
    if too_early:
        acknowledge(serial, 1)
    workspace.drafts.keep(SLOT, words(serial, 1))
    note = workspace.notes.capture(line, draft=SLOT)
    acknowledge(serial, 1)
    workspace.notes.save_text(note.id, NoteText(fact=words(serial, 2)), note.revision)
    acknowledge(serial, 2)


@dataclass
class Acknowledged:
    """The newest version of each note that was said to be stored."""

    versions: dict[int, int] = field(default_factory=dict)

    def add(self, serial: int, version: int) -> None:
        """Remember what was said."""
        self.versions[serial] = max(version, self.versions.get(serial, 0))


@dataclass(frozen=True)
class Found:
    """What a vault holds after a fault, compared with what had been acknowledged."""

    lost: int
    wrong: int
    sound: bool
    notes: int

    @property
    def good(self) -> bool:
        """Whether nothing was lost or altered."""
        return self.sound and not self.lost and not self.wrong


def look_into(vault: NotedVault, acknowledged: Acknowledged) -> Found:
    """Open a vault and read all of it; raises what opening raises."""
    with closing(vault.open()) as workspace:
        return compared(workspace, acknowledged)


def compared(workspace: Workspace, acknowledged: Acknowledged) -> Found:
    """Read all that an open vault holds, and check it whole."""
    stored = Acknowledged()
    wrong = 0
    rows = workspace.notes.timeline_outline(None)
    for note in (workspace.notes.get(row.id) for row in rows):
        said = _SERIAL.match(note.text.fact)
        serial, version = (int(said[1]), int(said[2])) if said else (-1, -1)
        wrong += note.text.fact != words(serial, version) or note.kind is not Kind.WIN
        stored.add(serial, version)
    draft = workspace.drafts.read(SLOT)
    wrong += len(stored.versions) != len(rows) or not _draft_is_right(draft, stored)
    lost = sum(
        stored.versions.get(serial, 0) < version
        for serial, version in acknowledged.versions.items()
    )
    db = workspace.ledger.db
    db.execute(
        "INSERT INTO observation_search (observation_search, rank) VALUES ('integrity-check', 1)"
    )
    return Found(lost, wrong, check_integrity(db).sound, len(rows))


def _draft_is_right(draft: str, stored: Acknowledged) -> bool:
    """Whether the draft is empty, or the whole text of a note that is not stored yet."""
    said = _SERIAL.match(draft)
    if said is None:
        return not draft
    return draft == words(int(said[1]), 1) and int(said[1]) not in stored.versions
