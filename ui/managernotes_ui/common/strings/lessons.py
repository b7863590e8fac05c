"""What the tab with the lessons says."""

from __future__ import annotations

from managernotes.domain.lesson import Held, LessonState

LIST_NAME = "Lessons"
FOOTER = "A lesson can never be linked to a concern about a person"
PICK_ONE = "Choose a lesson on the left"

QUESTIONS = {
    "expected": "What did we expect?",
    "actual": "What happened?",
    "kept": "What went well and should stay?",
    "likely": "What made it likely?",
}
"""The four questions by the field of their answer, in their order."""
HINTS = {
    "expected": "",
    "actual": "",
    "kept": "",
    "likely": "Conditions, one a line: tools, timing, handovers, rules. At least one that is "
    "not a person.",
}
BULLET = "· "

TOGETHER = "Looked at together {day}"
HAPPENED = "Happened {day}"
AND_YOU = "{names} and you"
ALONE = "you"
NO_CULPRITS = "conditions, not culprits"
THANK = "Thank whoever brought it up…"
THANK_SHORT = "Thank…"

DETAILS = {
    LessonState.OPENED: "opened {day}",
    LessonState.UNDERSTOOD: "understood, no change yet",
    LessonState.CHANGE_AGREED: "change agreed",
}
CHANGE_DUE = "change due {day}"
HELD_SHORT = {Held.YES: "held", Held.PARTLY: "held partly", Held.NO: "did not hold"}
CHECKED = "{held}, checked {day}"
CLOSED_UNCHANGED = "closed, no change"
COUNTS = "{checked} of {all} changes looked at again, in twelve months"
NONE_CHECKED = "Changes looked at again, in twelve months: not yet"

CHANGE = "One change"
OWNER = "Owner"
FIRST_BY = "First by"
NO_OWNER = "nobody yet"
NO_DAY = "no day yet"
NO_CHANGE_YET = "What will be done another way? One change, who sees to it, and a first day."
NOTHING_CHANGES = "Nothing needs to change: {why}"
AGREE = "Agree on a change…"
EDIT_CHANGE = "Change what was agreed"
DID_IT_HOLD = "Did it hold?"
HELD = {Held.YES: "Yes", Held.PARTLY: "Partly", Held.NO: "No"}
SEEN = "What was seen"
SEEN_HINT = "one sentence: what you saw, and when"
ASKED = "asked on {day}"
AGAIN = "again {day}"
ASK_ON = "to be asked on {day}"
CLOSED = "closed {day}"
AGAIN_NAME = "The day to ask again"
CLOSE = "Close it"
CLOSE_TIP = "Close the lesson: the change held"
IN_A_MONTH = "In a month"
IN_A_QUARTER = "In three months"
IN_HALF_A_YEAR = "In half a year"
CHOOSE_DAY = "Choose a day…"

SHARED = "Shared with the team on {day}, roles instead of names"
NOT_SHARED = "Not shared with the team yet"
FROM_NOTES = "From the note of {day}: {text}"
FROM_MORE = "From the note of {day} and {number} more: {text}"
OPEN_NOTE = "Open"
OPEN_NOTE_TIP = "Open the note it came from"
COPY = "Copy for the team…"
COPY_AGAIN = "Copy again"
COPIED = "Copied"
GOAL = "Goal it serves: {title}"
NO_GOAL = "It serves no goal yet"
CHOOSE_GOAL = "Choose a goal…"
OTHER_GOAL = "Another goal…"
OPEN_GOAL = "Open the goal"
CLEAR_GOAL = "No goal"
NO_GOALS = "There is no goal under way. Add one on a person's page first."

NEW = "Lesson"
NEW_TITLE = "New lesson"
BEGIN = "Begin it"
TITLE = "Title"
TITLE_HINT = "what happened, in a few words"
HAPPENED_ON = "When it happened"
HAPPENED_HINT = "today, mon, 28 Oct"
LOOKED_AT_ON = "When you looked at it together"
LOOKED_AT_HINT = "empty: not yet"
PEOPLE = "Who looked at it together"
PEOPLE_HINT = "first names with commas; never who caused it"
UNKNOWN_PERSON = "Nobody here is called “{name}”. Their names are in the list at the left."
NO_TITLE = "Give it a few words that say what happened."
BAD_DAY = "This is no day that has been. Try “mon”, “yesterday” or “12 Sep”."
EDIT = "Title, days and who was there"
EDIT_TITLE = "The lesson"
SAVE = "Save"
CHANGE_SHEET = "What will be done another way?"
CHANGE_FIELD = "One change"
CHANGE_HINT = "a thing that is done, not a wish"
OWNER_HINT = "a role or a name"
FIRST_BY_HINT = "fri, +14, 20 Nov"
AGREED = "Agreed"
NO_CHANGE_FIELD = "Or why nothing needs to change"
NO_CHANGE_HINT = "then the day is when you look whether that holds"
WANTS_DAY = "It wants a day: when the change is made first, or looked at again."
ONE_OF_BOTH = "Write the change, or why nothing needs to change."

TEAM_SHEET = "For the team"
TEAM_TEXT = "Roles stand instead of names. Read it once more before it leaves."
TEAM_FIELD = "What is copied"
TEAM_SHARED = "I share it with the team today"
COPY_NOW = "Copy"

THANK_SHEET = "Thank whoever brought it up"
WHO = "Whom"
WHAT_FOR = "What for"
THANK_WORDS = "Brought it up, so that we could learn from it: {title}"
SAID_IT = "I said it just now"
KEEP_THANKS = "Keep it"
NOBODY = "Add a person first."
NO_WORDS = "Write what you thank them for."
THANKS_KEPT = "It waits under Thank on Today"
THANKS_SAID = "The thanks is noted as said today"

NEXT = "Next step"
BIN = "Move to the bin"
BINNED = "The lesson is in the bin"
UNDO = "Undo"
REOPEN = "Open again"
SHARE_NOTED = "Noted as shared with the team today"
QUESTION_KEYS = "one of the four questions"
NOT_DISCREET = "Names would show here. Leave discreet mode (Ctrl+Shift+D) to change it."
NOT_SAVED = "It could not be saved. Nothing was changed."
FELL_BACK = (
    "What was agreed is kept, but the lesson waits again for what made it likely: write "
    "a condition that is not a person, then Ctrl+Enter goes on."
)
FROM_NOTE = "Make a lesson of it"

EMPTY_TITLE = "No lesson yet"
EMPTY_TEXT = (
    "When something went another way than expected: what did we expect, what happened, what went "
    "well and should stay, what made it likely. It asks for conditions and has no place for a "
    "culprit. It closes once the change was looked at again, and held."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = "Step four is done by hand, once a year · a timed restore every quarter"
