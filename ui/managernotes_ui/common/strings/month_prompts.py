"""What the sheet says that opens on a month without a note."""

from __future__ import annotations

TITLE = "{month}: what was there?"
INTRO = "An empty month describes the notes, not the person. One of these may bring something back."
MET = "You met on {days}. What did they tell you, what did you see?"
AND = "{days} and {last}"
PROMPTS = (
    "What did they finish, start or rescue that month?",
    "Which meeting, release or customer did you share? What did they do in it?",
    "Whom did they help, and how do you know?",
    "What was hard for them, and what did you do about it?",
    "Look through the calendar and the tickets of that month: what had you forgotten?",
)
LIST_NAME = "Prompts for {month}"
WRITE = "Write what comes back"
CLOSE = "Close"
DAY_NOTE = (
    "Enter on a prompt begins a note dated {day}. Change the day in the line if you know it; the "
    "note will say how much later it was written."
)
