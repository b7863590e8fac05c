"""What a covered window says, and one that is being locked."""

from __future__ import annotations

COVERED = "Covered, not locked"
COVERED_TEXT = "Click to go on where you were"
LOCKING = "Locking"
LOCKING_TEXT = "What you typed is saved first"
