"""What discreet mode says of itself."""

from __future__ import annotations

TITLE = "Discreet mode"
SHEET = "discreet mode on, off"
HELP = "a line shows while the pointer rests on it, all of them while you hold"
HELP_OPEN = "names are initials, kinds are covered"
HELP_KEY = "Space"
OFF = "off"

ROW_HELP = (
    "Names become initials, kinds and texts are covered, in every list and title. "
    "It stays on until you turn it off."
)
TEXTS_OPEN = "Leave texts open in discreet mode"
TEXTS_OPEN_HELP = "Names stay initials, and kinds stay covered."

ABOUT_TITLE = "What you know about them is covered"
ABOUT_TEXT = "Names, roles and aims can be read and edited when discreet mode is off."
