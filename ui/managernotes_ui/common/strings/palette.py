"""What the command palette says."""

from __future__ import annotations

NAME = "Find or do anything"
HINT = "A person, a note, or something to do"
LIST_NAME = "What was found"

PEOPLE = "People"
NOTES = "Notes"
EXPECTATIONS = "Expectations"
PROMISES = "Promises"
GOALS = "Goals"
GROWTH_STEPS = "Growth steps"
CONVERSATIONS = "Conversations"
THREADS = "Threads"
LESSONS = "Lessons"
ACTIONS = "Actions"
SEARCH_FOR = "Search everything for “{typed}”"
RESTRICTED = "A restricted note: open it to read"
NO_WORDS = "A note without words"
MORE_PEOPLE = "{name} and {others} more"

OPEN = "Open"
WRITE_ABOUT = "Write a note about {name}"
FIND_NOTES_OF = "Search the notes about {name}"
SAID_IT = "Said it"
OPEN_PERSON = "Open {name}"

MOVE = "move"
TO_OPEN = "open"
ON_IT = "actions on it"
CLOSE = "close"
GO_BACK = "back to the list"
