"""What the conversations page and its list say."""

from __future__ import annotations

TITLE = "Conversations"
TAB_TALKS = "Conversations"
TAB_PROMISES = "Promises"
TAB_THREADS = "Threads"
TAB_LESSONS = "Lessons"
TABS = "Conversations, promises, threads"
MORE = "More"

PLAN = "Plan a talk"
PREPARE = "Prepare…"
SHOWN = "Which talks are shown"
ALL = "All"
HINT = "Enter opens · P prepares"
TYPE_NAME = "Sort of talk"
ALL_TYPES = "All types"
PERSON_NAME = "With whom"
EVERYONE = "Everyone"
SINCE_NAME = "Held since"
SINCE = "Since {month}"
SINCE_EVER = "Since the beginning"
HELD_SINCE = "since {month}"
HELD_ALL = "all of them"
PLANNED_ALL = "all of them"

OPEN_TALK = "Open the talk"
PREPARE_TALK = "Prepare the talk"
FOLLOW_UP = "Look again and write down what changed"
MOVE = "Give it another day"
CANCEL_TALK = "Cancel the talk"
BIN = "Move to the bin"
BINNED = "The talk is in the bin"
UNDO = "Undo"

EMPTY_TITLE = "Nothing is planned, and nothing was written down yet"
EMPTY_TEXT = (
    "Here stand the talks you plan, those you have held, and those that wait for a second look. "
    "A one-to-one has its agenda here and the notes you take while you talk."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = "Thu 26 · 09:30 · Dana Whitfield · one-to-one · 2 topics of theirs"
NOTHING_TITLE = "No talk to show"
NOTHING_TEXT = "The filter lets none of them through."
SHOW_ALL = "Show all"


def nobody_planned(names: list[str], last_met: str) -> str:
    """Return who has no talk planned; of one person also when you last met."""
    if len(names) == 1:
        met = f"; you last met on {last_met}" if last_met else ""
        return f"{names[0]} has no talk planned{met}"
    most = 2
    shown, more = names[:most], len(names) - most
    if more > 0:
        return f"{', '.join(shown)} and {more} more have no talk planned"
    return f"{' and '.join(shown)} have no talk planned"
