"""What a person's page says."""

from __future__ import annotations

from collections.abc import Sequence

NOTE = "Note"
FIND_TIP = "Search these notes"
MORE = "More"
TAB_TIMELINE = "Timeline"
TAB_TALKS = "Conversations"
TAB_PROMISES = "Promises"
TAB_ABOUT = "About"
IN_ROLE = "in role {time}"
JOINED = "joined {day}"
LAST_NOTE = "Last note "
NO_NOTES = "No note yet"
LAST_MET = "Last one-to-one "
NEXT = "next "
OF_YOURS = "{promises} of yours"
IS_DUE = " is due {day}"
ARE_DUE = " are due, the first {day}"
NOTHING_UNSAID = "nothing unsaid"
UNSAID = "{count} unsaid"

WEEKS_TIP = "The last eight weeks, this one last: filled where you said something to them"
WEEKS_SAID = "Of the last eight weeks, you said something to them {which}"
WEEKS_NONE = "Nothing said to them in the last eight weeks yet"
THIS_WEEK = "this week"
LAST_WEEK = "last week"
WEEKS_AGO = "{number} weeks ago"

STRIP_NAME = "Twelve months by kind"
STRIP_RANGE = "{first} – {last}"
EMPTY_MONTH = "no note yet, press it to jog your memory"
OTHER_NOTES = "notes of other kinds"
SHOW_ALL = "Show all"
LEGEND_TIP = "Show only this kind"

EMPTY_TITLE = "Start with one thing that went well"
EMPTY_TEXT = (
    "Write it as a camera would have seen it: when, what they did, what it changed. A year from "
    "now you will have their year, in dates, and not only last week."
)
EMPTY_EXAMPLE = "For example"
EXAMPLE = (
    "asked three questions in the incident call that nobody had asked; we found the cause an hour "
    "earlier"
)
EXAMPLE_DAY = "yesterday"
FIRST_NOTE = "First note"
NOTHING_HERE_TITLE = "Nothing of this kind here"
NOTHING_HERE_TEXT = "The filter hides every note. An empty month describes the notes, not them."

FOOTER = "{notes} since {month}"
BINNED = "Note moved to the bin"
SAID = "Marked as said today"
UNDO = "Undo"

NOT_SAVED_TITLE = "{title} Your text is kept."
TRIED_AGAIN = "It is tried again every 5 seconds."
NOT_SAVED_TEXT = "{count} in memory only. {advice}"
DRAFT_SAFE_TEXT = "It is kept as a draft. {advice}"
TRY_NOW = "Try now"
COPY_TEXT = "Copy the text"

OPEN_NOTE = "Open the note"
PEEK = "Peek at the note beside"
SAY = "Said it today"
MOVE_TO_BIN = "Move to the bin"
ONLY_KIND = "Only {word}"
ONLY_THIS_KIND = "only this kind"
MONTH_BEFORE = "Month before"
MONTH_AFTER = "Month after"
WRITE = "Write what you saw"
KINDS_COVERED = "kinds are covered"


def weeks(dots: Sequence[bool]) -> str:
    """Return in which weeks something was said, the latest first; never a streak, never a rate."""
    said = [back for back, filled in enumerate(reversed(dots)) if filled]
    near = {0: THIS_WEEK, 1: LAST_WEEK}
    which = ", ".join(near.get(back, WEEKS_AGO.format(number=back)) for back in said)
    return WEEKS_SAID.format(which=which) if said else WEEKS_NONE
