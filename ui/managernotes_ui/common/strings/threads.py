"""What the tab with the threads says."""

from __future__ import annotations

from managernotes.domain.thread import ThreadKind, ThreadState

LIST_NAME = "Threads"
RAIL_NAME = "What belongs to the thread, the oldest first"
STAGES_NAME = "How far it has got"

KINDS = {
    ThreadKind.SETBACK: "Setbacks",
    ThreadKind.ISSUE: "Issues",
    ThreadKind.STRENGTH: "Strengths",
    ThreadKind.PROJECT: "Projects",
}
ONE = {
    ThreadKind.SETBACK: "a setback",
    ThreadKind.ISSUE: "an issue",
    ThreadKind.STRENGTH: "a strength",
    ThreadKind.PROJECT: "a project",
}
STATES = {
    ThreadState.NOTICED: "noticed",
    ThreadState.RAISED: "raised",
    ThreadState.AGREED: "agreed",
    ThreadState.IMPROVING: "improving",
    ThreadState.RESOLVED: "resolved",
    ThreadState.PASSED_TO_HR: "passed to HR",
    ThreadState.OPEN: "open",
    ThreadState.STEADYING: "steadying",
    ThreadState.RECOVERED: "recovered",
    ThreadState.ACCEPTED: "accepted",
    ThreadState.ENDED: "ended",
}
NOT_RAISED = "noticed, not raised"
EITHER = "{one}, or {other}"
SINCE = "since {when}"
CLOSED_ON = "{state} {day}"
META = "{name} · {kind}, since {day}"

NEW = "New thread"
NOTE_TO_IT = "Note to this thread"
LINK = "Link a note"
UNLINK = "Take the note off the thread"
NEXT = "Next state"
TO_HR = "Pass to HR"
REOPEN = "Open again"
EDIT = "Rename, or write what is ahead"
BIN = "Move to the bin"
OPEN_LINE = "Open what is chosen"
BINNED = "The thread is in the bin"
UNLINKED = "The note is off the thread"
UNDO = "Undo"

BETTER = "What is better now?"
ACCEPTED = "What do you both accept?"
BETTER_HINT = "One sentence, when there is something to say"
BETTER_SINCE = "What was better on {day}"
LOOK_AGAIN = "Look again"
NO_LOOK = "no day"
IN_A_WEEK = "In a week"
IN_TWO_WEEKS = "In two weeks"
IN_A_MONTH = "In a month"
CHOOSE_DAY = "Choose a day…"
NO_DAY = "No day"
FOOTER = "Closing needs one dated sentence: what is better, or what you both accept"

SETBACK = "setback"
HAPPENED = "what happened"
DID = "what I did"
SHARED_SAME_DAY = "shared the same day"
SHARED = "shared {day}"
UNSAID = "not said yet"
ANSWERED = "they answered: “{words}”"
THEIR_WORDS = "their words"
TO_YOU = "their feedback to you"
QUOTED = "“{words}”"
AGREED = "agreed: {words}"
YOU_OWE = "you owe"
THEY_OWE = "they owe"
DUE = "due {day}"
AHEAD = "ahead"
RESTRICTED = "A restricted note"

WHO = "About whom"
SORT = "What is followed"
TITLE = "Title"
TITLE_HINT = "a few neutral words"
SINCE_DAY = "Since"
SINCE_HINT = "today, mon, 12 Sep"
BEGIN = "Begin it"
NOBODY = "Add a person first."
SAVE = "Save"
WHAT_AHEAD = "What is ahead"
WHAT_AHEAD_HINT = "shown as the last line"
AHEAD_DAY = "On"
AHEAD_DAY_HINT = "18 Dec"
EDIT_TITLE = "The thread"
NOTE_TITLE = "A note to the thread"
NOTE_KIND = "Kind"
NOTE_DAY = "When"
NOTE_TEXT = "What happened, or what you did"
NOTE_EMPTY = "Write what happened, in a few words."
NOT_SAVED = "It could not be saved. Nothing was changed."
BAD_DAY = "This is no day that has been. Try “mon”, “yesterday” or “12 Sep”."

EMPTY_TITLE = "Nothing is followed over time yet"
EMPTY_TEXT = (
    "A thread holds together what belongs together: an issue from the first time you noticed it, "
    "a setback until it is overcome, a strength, a project. It closes only with one dated "
    "sentence: what is better now, or what you both accept."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = "The storage move · a setback, since 12 September · steadying"
PICK_ONE = "Choose a thread on the left"
NO_LINES = "Nothing on it yet. N writes the first note, L links one you have."
