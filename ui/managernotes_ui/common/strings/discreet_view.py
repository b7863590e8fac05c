"""What the discreet view says: nothing that tells of anybody or of what it is about."""

from __future__ import annotations

WINDOW_TITLE = "Notes"
SHEET = "discreet view, in the room"
TITLE = "Discreet view"
REHEARSE = "Rehearse"
REHEARSE_SHEET = "rehearse"

HOLD_SPACE = "Hold Space to read"
CARD_OF = "{number} of {count}"
ENTER_KEEPS = "Enter keep"
KEPT = "Kept {time}"
NOT_KEPT = "Not kept yet. {title}"
MINUTES = "{minutes} min"
ELAPSED_NAME = "Minutes so far"
DONE_TALKING = "Done talking"
LINE_NAME = "A line"
NOTHING_YET = "Nothing to read yet"
ANYTHING_ELSE = "Anything else"

SIGNS = {">": "their words", "+": "agreed", "!": "I owe", "?": "check"}
"""One key begins a line; what each is, for a screen reader."""

SEEN_WHEN_SHARED = "On this system a shared screen shows this window."
MAY_BE_SEEN = "On newer systems a shared screen may show this window."
"""Said where the system has no way, or no certain one, to leave a window out (SPEC §5.8)."""
