"""What the panel beside a timeline says about the chosen note."""

from __future__ import annotations

from managernotes.domain.observation import ShareState
from managernotes_ui.common.dates import count, days_later

NAME = "The chosen note"
EMPTY = "Select a note to read it here"
NOTE_ABOVE = "Note above"
NOTE_BELOW = "Note below"
CLOSE = "Close"
OPEN = "Open"
STEPS = "Said it?"
STEPS_TIP = "How far it has got, and the next step"
FACT = "Fact"
EFFECT = "Effect"
READING = "My reading"
READING_COVERED = "My reading, covered"
SHOW = "Show"
COVER = "Cover"
SHOW_READING = "Show my reading, or cover it"
LINKED = "Linked notes"
NO_WORDS = "no words yet"
GOES_ON = "It goes on; open it to read the rest."
RESTRICTED = "This note is restricted. Open it to read it."
ABOUT = "about {names}"


def state(state: ShareState, day: str, age: int) -> str:
    """Return how far a note has got; `day` is when it was said or will be, `age` in days."""
    return {
        ShareState.UNSAID: f"unsaid, {count(age, 'day')}" if age else "unsaid, today",
        ShareState.PLANNED: f"to say on {day}" if day else "planned",
        ShareState.SHARED: f"said on {day}" if day else "said",
        ShareState.NOT_FOR_SHARING: "not for sharing",
        ShareState.RESPONDED: "answered",
        ShareState.CHANGE_SEEN: "change seen",
    }[state]


def footer(days_late: int, revisions: int) -> str:
    """Return "written 2 days later · 4 revisions" (INV-03)."""
    return f"written {days_later(days_late)} · {count(revisions, 'revision')}"
