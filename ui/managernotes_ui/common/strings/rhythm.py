"""What Settings, Rhythm and reminders says, and the one sentence of a notification."""

from __future__ import annotations

SECTION = "Rhythm and reminders"
INTRO = (
    "How often you talk with somebody is set on their page, under About. Nothing here nags: what "
    "waits, waits on Today."
)
COUNT = "A quiet count beside Today"
COUNT_HELP = "what is due from you: promises, talks, days to look again"
NOTIFY = "A word from the system, once a day"
NOTIFY_HELP = "says “Something for today”: no name, no number, no text; only while unlocked"
NOTIFY_IMPOSSIBLE = "not known to the app on this system, so it is not offered"
SOMETHING = "Something for today"

CALENDAR = "Days to look again, for your calendar"
CALENDAR_HELP = "an .ics file of the next twelve months; each entry says “Follow-up” and a day"
CALENDAR_SAVE = "Save .ics…"
LEAVES = "This file leaves the vault"
LEAVES_TEXT = (
    "It is not encrypted, and your calendar may send it on. It holds days and the word "
    "“Follow-up”: no name, no text. Still, whoever knows you can guess from the days."
)
LEAVES_YES = "Choose a place…"
DIALOG = "Save the days to look again"
FILE_NAME = "follow-ups.ics"
SAVED = "Saved as {name}. It is not encrypted."
NOT_SAVED = "It could not be saved there. Choose another place."
