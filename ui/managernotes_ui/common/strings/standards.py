"""What the page of vision, values and roles says."""

from __future__ import annotations

from managernotes.domain.yardstick import Area

TITLE = "Vision and roles"
PAGE = "Vision, values and roles"
SHEET = "vision, values, roles"
LIST_NAME = "Vision, values, and roles with what is expected"

VISION_HEAD = "Vision"
VISION = "Where the team is going"
NEEDS_LINE = "Asks for another line"
VALUES = "Values"
ROLES = "Roles"
PEOPLE = "For single people"
RETIRED = "Count no longer"
LEVEL_MARK = "{level}"
NEEDS_MARK = "another line"

NEW = "New…"
NEW_TITLE = "A new expectation or value"
BACK = "Back"
RETIRE = "Counts no longer"
BRING_BACK = "Counts again"
RETIRED_ON = "counts no longer since {day}"
RETIRED_BAR = "It counts no longer; what was linked to it stays"
BROUGHT_BACK = "It counts again"
UNDO = "Undo"
PANEL = "Earlier versions"

VISION_TEXT = "Where the team is going"
VISION_TEXT_HINT = "In your own words, a year or two ahead. Why does this team exist?"
LINES = "In lines that expectations and goals can serve"
LINE = "Line {number}"
LINE_HINT = "Another line"
REMOVE_LINE = "Take this line out"
LINE_GONE = "The line is out of the vision"
VISION_HELP = (
    "From the next day on a change begins a new version; the one before keeps its days. What "
    "served a line that has gone asks for another."
)
SERVED_BY = "{expectations} serve it"

NAME = "What is expected"
NAME_HINT = "Hands over so others can act"
VALUE_NAME = "The value"
LOOKS = "It looks like"
LOOKS_HINT = "What would a camera see?"
NOT_YET = "It does not look like this yet"
NOT_YET_HINT = "What would a camera see instead?"
ABOVE = "On the next level it looks like"
ABOVE_HINT = "What comes after"
SOURCE = "Where it comes from"
SOURCE_HINT = "company values 2026"
AREA = "Area"
NO_AREA = "none"
AREAS = {
    Area.RESULT: "result",
    Area.QUALITY: "quality",
    Area.TEAMWORK: "teamwork",
    Area.COMMUNICATION: "communication",
    Area.LEADERSHIP: "leadership",
    Area.VALUES: "values",
    Area.OTHER: "other",
}
SERVES = "Serves"
NO_LINE = "no line yet"
GONE_LINE = "gone: {line}"
ROLE = "Role"
ROLE_HINT = "Staff engineer, empty for nobody's"
LEVEL = "Level"
LEVEL_HINT = "empty: all"
NEEDS_NAME = "It needs a name."
WITH = "Talked through: {people}"
WITH_ONE = "{name} {day}"
NOT_WITH = "{name} not yet"
EDIT_HELP = "Changed words are to be talked through again."
LOST_LINE = "The line it served is not in the vision any more. Choose another one."

PURPOSE = "What the role is there for"
PURPOSE_HINT = "One or two sentences: what would be missing without it?"
IN_ROLE = "In it now"
NOBODY = "Nobody in it now"
EXPECTED = "What is expected in it"
ADD_HERE = "Add an expectation"
ON_LEVEL = "{role}, {level}"

HISTORY = "Versions"
SINCE = "since {day}"
FROM_TO = "{first} to {last}"
NO_HISTORY = "Every version stands here with its days."

KIND = "What it is"
OF_ROLE, OF_PERSON, VALUE = "Expected in a role", "Expected of one person", "A value"
PERSON = "Of whom"
ADD = "Add it"
NOT_STORED = "This could not be stored. Nothing was changed."
NEEDS_ROLE = "Name the role."
NEEDS_PERSON = "Choose a person."

FOOTER = "An expectation is fair once it was talked through"
