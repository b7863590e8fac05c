"""What the window says of notes taken while the vault is locked."""

from __future__ import annotations

from managernotes_ui.common.strings.numbers import spelt

WINDOW_TITLE = "Sealed note"
LINE_NAME = "New note, sealed"
NOTE_KEY = "Ctrl+Shift+N"
WRITE = "Write a note"
WHILE_LOCKED = "Locked. What you write is sealed, and filed when you unlock."
SEALED = "Sealed; filed when you unlock."
STILL_HERE = "Your text is still here."
NOT_SEALED = "This could not be sealed."
KEY_SEAL, SEAL = "Enter", "seal"
KEY_KEEP, KEEP = "Esc", "seal as it is"

NOT_FILED = "Notes written while locked are not filed yet."
UNREADABLE = "They are kept beside the vault, in FILE.inbox.aside, and nothing else was changed."
KEY_REPLACED = "Somebody had put another key beside the vault for notes while locked."
KEY_REPLACED_TEXT = (
    "The right one is back. What was sealed with the other one cannot be opened here: it lies in"
    " FILE.inbox.aside. Find out who can write to this folder."
)

PAGE = "Written while locked"
PAGE_TEXT = "A sealed note proves no author. Confirm what is yours; until then it counts nowhere."
COMMAND = "Notes written while locked"
LOOK = "Look at them"
LATER = "Later"
UNCONFIRMED = "unconfirmed"
CONFIRM, OPEN, BIN = "Confirm", "Open", "Bin"
CONFIRM_KEY, OPEN_KEY, BIN_KEY = "Enter", "O", "Del"
CONFIRM_SHEET, OPEN_SHEET, BIN_SHEET = "confirm the note", "open and correct it", "move to the bin"
UNDO = "Undo"
READS_NOW = "What was unclear is known by now: confirming it files what the line says."
WRITTEN = "written {when}"
WHO = "Who is meant?"
NOBODY = "Nothing waits for your look."
NOBODY_TEXT = "What you write while locked comes here when you unlock."
LIST_NAME = "Notes written while locked"
BINNED = "Moved to the bin"
NOTE_TITLE = "Sealed while the vault was locked, and not confirmed yet."
NOTE_TEXT = "If it is yours, confirm it; until then it counts nowhere."


def waiting_words(notes: int) -> str:
    """Return what the banner says, without any content."""
    if notes == 1:
        return "One note written while locked waits for your look."
    return f"{spelt(notes).capitalize()} notes written while locked wait for your look."


def more_words(notes: int) -> str:
    """Return what stands under the notes on show when there are more."""
    return f"{spelt(notes).capitalize()} more come up as you go."


def unreadable_words(pieces: int) -> str:
    """Return what is said of lines that this vault cannot open."""
    if pieces == 1:
        return "One sealed piece in the inbox could not be opened with this vault."
    return f"{spelt(pieces).capitalize()} sealed pieces in the inbox could not be opened here."
