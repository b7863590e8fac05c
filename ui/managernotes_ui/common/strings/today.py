"""What the Today page says."""

from __future__ import annotations

TITLE = "Today"
NOTE = "Note"
PREPARE = "Prepare…"

TITLES = {"thank": "Thank", "help": "Help", "raise": "Raise"}
MEANINGS = {
    "thank": "Good work you saw and have not mentioned",
    "help": "Someone is waiting for something from you",
    "raise": "A concern they have not heard from you yet",
}
SHORT_MEANINGS = {
    "thank": "Good work, not yet mentioned",
    "help": "Someone waits for you",
    "raise": "A concern not yet heard",
}
NOTHING = {
    "thank": "Every thanks is said.",
    "help": "Nobody waits for you.",
    "raise": "Nothing is left to raise.",
}
MORE = "{number} more"

PROMISES = "Promises"
DUE_THIS_WEEK = "due this week"
I_OWE = "I owe"
THEY_OWE = "They owe"
COME_BACK = "Come back to"
NO_PROMISES = "No promise is due this week."
ONE_ON_ONES = "One-to-ones"
THIS_WEEK = "this week"
THEIRS_FIRST = "Their topics come first"
FOLLOW_UPS = "Look at it again"
NO_TALKS = "No talk is planned this week."
TODAY = "Today"

PLANNED = "planned {day}"
PLANNED_SOME_DAY = "planned"
YESTERDAY = "yesterday"
RESTRICTED = "Restricted: open it to read"
UNTOLD = "tell them"
MYSELF = "to myself"
NO_DAY = "no day"
MOVED_ONCE = "Moved once, keep this one"

PLAN = "Plan to say…"
ANOTHER_TALK = "Another talk…"
PROMISE = "Promise…"
SAID = "Said it"
HELPED = "Helped…"
SAID_IT = "Said to {name}"
HELPED_IT = "Written down for {name}"
KEPT = "Kept"
TOLD = "Told them"
DONE_WITH = "Done with, for now"
PLANNED_IN = "To be said {when}"
TALK_PLANNED = "One-to-one planned {when}"
OPEN = "Open"
PLAN_TALK = "Plan…"
PREPARE_TALK = "Prepare"
START = "Start"
FOLLOW_UP = "Follow up"

PROMISED = "Promised to {name}"
WHAT_DO_YOU_PROMISE = "What do you promise {name}?"
WHAT_DO_YOU_PROMISE_HINT = "Name a second reviewer by Fri"
WHAT_DO_YOU_PROMISE_HELP = "A day in it becomes the day it is due."
PROMISE_IT = "Promise it"
WHAT_DID_YOU_DO = "What did you do for {name}?"
WHAT_DID_YOU_DO_HINT = "Named a second reviewer for the storage work"
WHAT_DID_YOU_DO_HELP = "It becomes a note of support; they wait no longer."
WRITE_IT = "Write it down"
CANCEL = "Cancel"
UNDO = "Undo"
SORT_LOOSE = "sort the loose jots"
COLUMNS = "The next column"

NOBODY = "Whom do you look after?"
NOBODY_TEXT = (
    "Add the first person. From then on this page tells you whom to thank, whom to help, and "
    "what has not been said yet."
)
ADD_PERSON = "Add a person"
GOOD_DAY = "Nothing waits for you today"
GOOD_DAY_TEXT = (
    "Every thanks is said, every concern is raised, and no promise is due. What you see today "
    "goes here by itself once you have written it down."
)
EXAMPLE = "For example"
GOOD_DAY_BUTTON = "Write a note"

LOOK_BACK = "Look back at the month"
LOOK_BACK_OFFER = "Ten minutes for {month}? Look back with B"


def also(number: int) -> str:
    """Return how many further concerns are planned for the same talk."""
    return f"(and {number} more)"


def topics(number: int) -> str:
    """Return how many topics they bring."""
    return "1 topic of theirs" if number == 1 else f"{number} topics of theirs"


def concerns(number: int) -> str:
    """Return how many concerns are planned to be said there."""
    return "1 concern planned" if number == 1 else f"{number} concerns planned"


def last_held(days: int | None) -> str:
    """Return how long ago the last one-to-one was, without a word of blame."""
    if days is None:
        return "Not yet talked alone"
    return "Last one today" if days == 0 else f"Last one {days} days ago"


def loose(number: int) -> str:
    """Return how many loose jots wait for their kind."""
    return "1 loose jot to sort" if number == 1 else f"{number} loose jots to sort"
