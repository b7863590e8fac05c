"""What lists of talks say: the sorts, how far a talk has got, and what to do next."""

from __future__ import annotations

from managernotes.domain.conversation import ConversationType
from managernotes_ui.common.strings.numbers import spelt

TYPES = {
    ConversationType.ONE_ON_ONE: "one-to-one",
    ConversationType.FIRST_ONE_ON_ONE: "first one-to-one",
    ConversationType.FEEDBACK: "feedback",
    ConversationType.PRAISE: "praise",
    ConversationType.TOUGH: "hard talk",
    ConversationType.CAREER: "career talk",
    ConversationType.STAY: "stay talk",
    ConversationType.RETURN: "return talk",
    ConversationType.GOAL_SETTING: "goal setting",
    ConversationType.MID_YEAR: "mid-year review",
    ConversationType.ANNUAL_REVIEW: "annual review",
    ConversationType.PIP: "plan meeting",
    ConversationType.ONBOARDING_CHECK: "first months",
    ConversationType.LESSON_REVIEW: "lesson review",
    ConversationType.MENTORING: "mentoring",
    ConversationType.EXIT: "exit talk",
}
COVERED_TYPE = "talk"
"""Every sort but the one-to-one in discreet mode (SPEC §8)."""

LIST_NAME = "Talks"
TODAY = "Today"
NO_DAY = "no day yet"
TO_FOLLOW_UP = "To follow up"
TO_FOLLOW_UP_NOTE = "a talk is not over until you have looked again"
PLANNED = "Planned"
PLANNED_NOTE = "next two weeks"
HELD = "Held"
HELD_NOTE = "last two weeks"

LOOK_AGAIN = "look again {day}"
LOOK_AGAIN_SINCE = "look again since {day}"
RECAP_OPEN = "recap open"
NOT_WRITTEN = "not written down"
BRIEF_NOT_READ = "brief not read"
NOT_ENDED = "begun, not ended"
DAY_PASSED = "its day has passed"
NOT_PREPARED = "not prepared"
PREPARED = "prepared"
MOVED_FROM = "moved from {day}"
PLANNED_STATE = "planned"
POSTPONED = "postponed"
CLOSED = "closed"
SHARED = "shared"
HELD_STATE = "held"
FOLLOWED_UP = "looked at again"

MOVED_ONCE = "Moved once, keep this one"
NOTHING_YET = "Nothing on it yet"
CONCERN_TO_RAISE = "a concern to raise"
CONCERNS_TO_RAISE = "{count} concerns to raise"

WRITE_DOWN = "Write it down"
PREPARE = "Prepare"
BRIEF = "Read the brief"
START = "Begin"
GO_ON = "Go on"
RECAP_SENT = "It was sent"


def their_topics(count: int) -> str:
    """Return "1 topic of theirs"."""
    return f"{count} topic of theirs" if count == 1 else f"{count} topics of theirs"


def carried(count: int) -> str:
    """Return "2 carried over"."""
    return f"{count} carried over"


def promises_open(count: int) -> str:
    """Return "1 promise open"."""
    return f"{count} promise open" if count == 1 else f"{count} promises open"


def still_open(count: int) -> str:
    """Return "two things still open"."""
    return f"{spelt(count)} thing{'' if count == 1 else 's'} still open"
