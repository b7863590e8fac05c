"""What the capture line says, in the composer of a person and in its own window."""

from __future__ import annotations

WINDOW_TITLE = "New note"
LINE_NAME = "New note"
WHAT_DID_YOU_SEE = "What did you see?"
FACT_FIRST = "Fact first: what would a camera have caught?"
KIND_NAME = "Kind: {kind}"
DAY_NAME = "Day it happened: {day}"
NO_KIND = "no kind"
PLAIN_NOTE = "No kind, just a note"
NEAR_DAYS = {0: "Today, {day}", 1: "Yesterday, {day}"}
"""How the day so many days back is offered; the others by the day alone."""
ANOTHER_DAY = "Another day, typed: ^12mar"

KEY_NOTE = "N"
KEY_SAVE = "Enter"
KEY_DRAFT = "Esc"
SAVE = "save"
KEEP_DRAFT = "keep as draft"
TOKENS = (("@", "person"), ("+", "kind"), ("#", "tag"), ("^", "day"), ("!", "come back"))
"""The signs of the capture line and what each begins (DESIGN §4)."""

POPUP_NAME = "What this can become"
ADD_PERSON = "Add “{name}…” as a person"
KEY_ADD_PERSON = "Ctrl+Enter"

WHICH_ONE = "{token}: which one?"
WHO_IS_THIS = "{token}: who is this?"
WHICH_KIND = "{token}: which kind?"
WHICH_DAY = "{token}: which day?"
COME_BACK = "come back {day}"
COME_BACK_TIP = "To come back to on {day}"

TEXT_IS_KEPT = "{title} Your text is kept, and it tries again every 5 seconds."
