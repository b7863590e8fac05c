"""What the list of people and the sheet that adds somebody say."""

from __future__ import annotations

from managernotes.domain.person import Cadence, PersonStatus

TITLE = "People"
NOTE = "Note"
ADD = "Add a person"
FILTER = "Filter by name or role"
FILTER_ACTION = "Filter the list"
OPEN = "Open their page"
LIST_NAME = "People, A to Z"
GROUPS = "Whom the list shows"
HERE_NOW = "Here now"
GONE = "Gone"

EMPTY_TITLE = "Begin with the people you lead"
EMPTY_TEXT = (
    "Each has a page for what you saw, what you promised and what you still have to say. A name "
    "is enough; the rest can come later."
)
EMPTY_EXAMPLE = "For example"
EXAMPLE_NAME = "Dana Whitfield"
EXAMPLE_REST = "Staff engineer · Platform"
NOBODY_TITLE = "Nobody to show"
NOBODY_TEXT = (
    "The filter looks at the beginnings of names, roles and teams. Who has left or moved on "
    "stands under “Gone”."
)
SHOW_ALL = "Show all"

NO_NOTE = "no note yet"
REMOVED = "{name} was removed from the list"
UNDO = "Undo"

NAME = "Name"
ALIAS = "Short name"
ALIAS_HELP = "What you type after @"
ROLE = "Role"
TEAM = "Team"
STARTED = "Started"
STARTED_HINT = "12 Aug 2024"
CADENCE = "You mean to talk"
ADD_YES = "Add"
CANCEL = "Cancel"

BAD_ALIAS = "Use letters, digits, dots, - or _, and no spaces."
BAD_DAY = "Write the day as 12 Aug 2024 or 2024-08-12."
NOT_ADDED = "They could not be added."

CADENCES = {
    Cadence.WEEKLY: "every week",
    Cadence.FORTNIGHTLY: "every two weeks",
    Cadence.MONTHLY: "every month",
}
STATUSES = {
    PersonStatus.JOINING: "joining",
    PersonStatus.ACTIVE: "here",
    PersonStatus.AWAY: "away",
    PersonStatus.TRANSFERRED: "moved to another team",
    PersonStatus.LEFT: "left",
}
STATUS_IN_LIST = {
    PersonStatus.JOINING: "joining",
    PersonStatus.AWAY: "away",
    PersonStatus.TRANSFERRED: "moved on",
    PersonStatus.LEFT: "left",
}
"""What the row of somebody says who is not simply here."""


def taken_name(name: str) -> str:
    """Return why a name is refused, and the way out."""
    return f"“{name}” is already here. Give one of the two a short name."


def taken_alias(alias: str) -> str:
    """Return why a short name is refused."""
    return f"“{alias}” is somebody’s short name already."


def unsaid(count: int) -> str:
    """Return "2 unsaid"."""
    return f"{count:,} unsaid"


def people(count: int) -> str:
    """Return "1 person" or "8 people"."""
    return "1 person" if count == 1 else f"{count:,} people"
