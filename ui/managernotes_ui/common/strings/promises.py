"""What the list of promises and its sheets say."""

from __future__ import annotations

from managernotes.domain.promise import PromiseCounts

LIST_NAME = "Promises"
ADD = "Promise"
ADD_TIP = "Write down a promise"
SHOWN = "Which promises are shown"
OPEN = "Open"
KEPT = "Kept"
ALL = "All"
PERSON_NAME = "Whose promises"
EVERYONE = "Everyone"
FOOTER = "The first date stays, however often it moves"

I_OWE = "I owe"
I_OWE_NOTE = "the word you gave, first"
THEY_OWE = "They owe"
THEY_OWE_NOTE = "with the help you offered"
KEPT_NOTE = "since the start of {month}"
KEPT_ALL = "the latest first"

NO_DAY = "no day"
AS_FIRST_SAID = "as first said"
FIRST_SAID = "first said {day}"
OPEN_STATE = "open"
KEPT_STATE = "kept"
KEPT_LATE = "kept late"
KEPT_LATE_TOLD = "kept late, told them"
MOVED_TOLD = "moved, told them {day}"
MOVED_UNTOLD = "moved, not told yet"
MOVED_THEY_TOLD = "moved, told you {day}"
DROPPED_TOLD = "dropped, told them {day}"
DROPPED_UNTOLD = "dropped, not told yet"
DROPPED = "dropped"
WRITTEN_ON = "written down {day}"
SOURCE = "{talk}, {day}"
HELP = "help: {help}"
TO = "to {name}"
MYSELF = "to myself"

TOLD_THEM = "Told them"
PLAN_TO_SAY = "Plan to say"
KEEP = "Kept"
MOVE = "Move…"

WAS_KEPT = "Kept"
WAS_KEPT_LATE = "Kept late"
WAS_DROPPED = "The promise is dropped"
WAS_TOLD = "Told today"
WAS_BINNED = "The promise is in the bin"
ON_AGENDA = "It is on the agenda of your next one-to-one"
UNDO = "Undo"

KEEP_ACTION = "It was kept, or is open again"
MOVE_ACTION = "Give it another day"
TOLD_ACTION = "They were told"
TALK_ACTION = "Open the talk it was made in"
DROP_ACTION = "Drop the promise"
BIN_ACTION = "Move to the bin"

MOVE_TITLE = "Another day for this promise"
NEW_DAY = "The new day"
DAY_HINT = "fri, 4 Dec, +7"
NEEDS_DAY = "Type the day, as “fri” or “4 Dec”."
TOLD_QUESTION = "Do they know?"
NEEDS_ANSWER = "Say whether they know: it stays on Today until they do."
NOT_YET = "Not yet"
YES_ON = "Yes, on"
TOLD_DAY = "Since which day"
MOVE_YES = "Move it"
CANCEL = "Cancel"
NOT_STORED = "That could not be stored; nothing was changed."
STAYS = "The first day, {day}, stays with it."

DROP_TITLE = "Drop this promise"
REASON = "Why"
REASON_HINT = "one sentence"
NEEDS_REASON = "One sentence is enough."
DROP_YES = "Drop it"

ADD_TITLE = "A promise"
WHOSE = "Who gave it"
WHO = "With whom"
TEXT = "What was promised"
TEXT_HINT = "Ask facilities for the quiet room by Fri"
NEEDS_TEXT = "Say what was promised."
NEEDS_PERSON = "Add a person first."
BY_WHEN = "By when"
HELP_FIELD = "The help you offered"
HELP_HINT = "two quiet mornings"
ADD_YES = "Keep it in mind"

EDIT_ACTION = "Word it anew"
EDIT_TITLE = "Word this promise anew"
EDIT_YES = "Save"

EMPTY_TITLE = "Nobody owes anything"
EMPTY_TEXT = (
    "Here stands the word you gave, before the word you were given. A promise comes from the "
    "lines you write in a talk, or you write it down here."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = "Ask facilities for the quiet room · Dana · Fri 27 Nov · as first said"
NOTHING_TITLE = "No promise to show"
NOTHING_TEXT = "The filter lets none of them through."
SHOW_ALL = "Show all"


def my_counts(counts: PromiseCounts) -> str:
    """Return what became of the manager's own promises; nobody else's are counted (S37)."""
    parts = (
        f"kept {counts.kept}",
        f"kept late {counts.kept_late}",
        f"moved and told {counts.moved_told}",
        f"moved, not told {counts.moved_untold}",
    )
    return f"Yours, last 90 days: {' · '.join(parts)}"
