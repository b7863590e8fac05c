"""What a person's timeline says."""

from __future__ import annotations

from managernotes.domain.observation import ShareState
from managernotes_ui.common.dates import count

UNSAID_TODAY = "unsaid, today"
PLANNED_FOR = "planned {when}"
SHARED_ON = "shared {when}"
SHARED_SAME_DAY = "shared same day"
STATES = {
    ShareState.UNSAID: "unsaid",
    ShareState.PLANNED: "planned",
    ShareState.SHARED: "shared",
    ShareState.NOT_FOR_SHARING: "not for sharing",
    ShareState.RESPONDED: "responded",
    ShareState.CHANGE_SEEN: "change seen",
}
WRITTEN = "{day}, written {late}"
LIST_NAME = "Notes, newest first"


def unsaid_for(days: int) -> str:
    """Return how long something has not been said: "unsaid, 5 days"."""
    return f"unsaid, {count(days, 'day')}"
