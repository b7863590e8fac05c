"""What is said about a recovery code on the screen and on paper."""

from __future__ import annotations

PRINT = "Print"
PRINT_KEY = "Ctrl+P"
SAVE = "Save as PDF…"
SAVE_TITLE = "Save the recovery code as a PDF"
SAVE_TEXT = (
    "The file is not encrypted. Whoever finds it and the vault can read your notes. Print it, "
    "then delete it, or keep it on something that stays away from this computer."
)
CHOOSE_PLACE = "Choose a place…"
PDF_FILES = ("PDF (*.pdf)",)
SHEET_FILE = "Recovery code.pdf"
SHEET_NAME = "Recovery code"
SAVED = "Saved, unencrypted, as “{name}”."
COPY_CODE = "Copy, cleared after 30 s"
ON_PAPER = "Keep it on paper, away from this computer"
TYPE_BACK = "Type groups {first} and {second}, so that you know you have it"
GROUP = "Group {number}"
GROUP_WRONG = "Group {number} is not the same; look at it once more."
NOT_SAVED = "The file could not be written; nothing was changed."
