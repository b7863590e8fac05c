"""What is recorded for the power-loss replay: notes through the real services.

Run as `python -m tests.faults.power_loss_program VAULT CODE NOTES SYNCHRONOUS`. Each note that is
acknowledged is told to the recording by looking for a file that does not exist, in the same order
of system calls as the writes themselves.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing
from pathlib import Path

from tests.faults.noting import NotedVault, note_down

ACKNOWLEDGED = "/acknowledged-"


def acknowledge(serial: int, version: int) -> None:
    """Leave a mark in the recording."""
    Path(f"{ACKNOWLEDGED}{serial}-{version}").exists()


def main(vault: NotedVault, notes: int, synchronous: str) -> None:
    """Note so many notes; `synchronous` is FULL as the app has it, or what a control takes."""
    with closing(vault.open()) as workspace:
        if synchronous != "FULL":
            workspace.ledger.db.execute(f"PRAGMA synchronous = {synchronous}")
        for serial in range(notes):
            note_down(workspace, serial, acknowledge)
        os._exit(0)  # closing tidies up, which no power cut does


if __name__ == "__main__":
    main(NotedVault(Path(sys.argv[1]), sys.argv[2]), int(sys.argv[3]), sys.argv[4])
