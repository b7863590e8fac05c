"""What the page of a talk that is being held says. The app stores no gender: "they" (INV-02)."""

from __future__ import annotations

from managernotes_ui.common.dates import count

AGENDA = "Agenda"
THEIRS = "Their topics"
THEIRS_NOTE = "theirs come first"
CARRIED = "Carried over"
CARRIED_NOTE = "neither of you got to it"
MINE = "Yours"
MINE_NOTE = "after theirs"
TO_SAY = "To say"
TO_SAY_NOTE = "planned for this talk"
PROMISES = "Promises, both ways"
CAME_OF = "Came from, led to"

ADDED_AT = "added {time}"
SINCE = "written down {day}"
FIRST_ON = "first on {day}, {days}, carried {times}"
TALKED = "talked about"
DECIDED = "decided"
LET_GO = "let go"
WAITS = "waits until {day}"
YOU_TO = "you to {name}"
TO_YOU = "{name} to you"
DUE = "due {day}"
NO_DUE = "no day"
KEPT = "kept {day}"
NOT_TOLD = "not told yet"
DROPPED = "dropped {day}"
UNSAID = "not said yet"
SAID = "said {day}"

DECIDE = "Decide now"
GIVE_DAY = "Give it a day…"
LET_IT_GO = "Let it go"
GIVE_DAY_TITLE = "Give it a day"
GIVE_DAY_YES = "Let it wait"
UNTIL = "Until"
NEEDS_DAY = "From which day on will you talk about it?"

ADD_NAME = "A topic, or a promise"
ADD_HINT = "Topic, or a promise: “I send the list by Fri”"
WHOSE = "Whose topic it is"
WHOSE_THEIRS = "Theirs"
WHOSE_MINE = "Yours"

NOTES = "Notes"
NOTES_FOR = "Notes, for you both to agree on"
NOTES_HINT = "Write while you talk. It saves itself."
THEIR_WORDS = "their words"
AGREED = "agreed"
I_OWE = "I owe"
CHECK = "check"

ASKED = "What did they ask of you?"
ASKED_NOTE = "asked before every talk is closed"
ASKED_HINT = "in their words"
NOTHING_ASKED = "Nothing asked"

BEGIN = "Begin"
DONE = "Done talking"
DONE_WAITS = "First say what they asked of you, or that it was nothing"
WRITE_DOWN = "Write it down"
LAST_TIME = "Last time, {day}"
DISCREET_VIEW = "Discreet view"
MINUTES_IN = "{minutes} min"
CLOCK = "Since it began"
PANES = "Agenda and notes"

HELD_TODAY = "Held today, written while you talk"
HELD_ON = "Held {day}"
PLANNED_FOR = "Planned for {day}"
NO_DAY = "No day yet"


TICK = "Tick it"
CARRY = "Carry what is open to the next talk"
BOLD = "Bold"
ITALIC = "Italic"
TICKED = "done"
"""What a screen reader is told of a row with its check."""


def times(number: int) -> str:
    """Return "once", "twice" or "3 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def found(agreements: int, promises: int) -> str:
    """Return "1 agreement and 1 promise found in your lines", or an empty text."""
    parts = [
        count(number, noun)
        for number, noun in ((agreements, "agreement"), (promises, "promise"))
        if number
    ]
    return f"{' and '.join(parts)} found in your lines" if parts else ""
