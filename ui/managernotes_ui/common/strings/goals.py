"""What the screens of goals say."""

from __future__ import annotations

from managernotes.domain.goal import Confidence, GoalState, Measure, SetBy

TITLE = "Goals"
EVERYONE_IN = "everyone, {year}"
GOAL = "Goal"
NEW = "New goal"
NEW_TIP = "Write a goal down"
CHECK_IN = "Check-in"
CHECK_IN_TIP = "Say how the chosen goal stands"
MORE = "What else can be done with the goal"
UNDO = "Undo"

CONFIDENCE = {
    Confidence.ON_COURSE: "on course",
    Confidence.WOBBLING: "wobbling",
    Confidence.OFF_COURSE: "off course",
    Confidence.NOT_STARTED: "not started",
}
STATES = {
    GoalState.PROPOSED: "proposed",
    GoalState.AGREED: "agreed",
    GoalState.ACTIVE: "active",
    GoalState.PAUSED: "paused",
    GoalState.MET: "met",
    GoalState.PARTLY_MET: "partly met",
    GoalState.NOT_MET: "not met",
    GoalState.DROPPED: "dropped",
    GoalState.REFLECTED: "reflected on",
}
STEPS = {
    GoalState.AGREED: "Agreed with them",
    GoalState.ACTIVE: "It has begun",
    GoalState.PAUSED: "Pause it",
    GoalState.MET: "It was met",
    GoalState.PARTLY_MET: "It was partly met",
    GoalState.NOT_MET: "It was not met",
    GoalState.DROPPED: "Drop it",
    GoalState.REFLECTED: "Look back on it",
}
GO_ON = "Go on with it"
SET_BY = {
    SetBy.THEM: "set by them",
    SetBy.ME: "set by you",
    SetBy.TOGETHER: "set together",
}
NOT_SET = "not yet said by whom"
MEASURES = {
    Measure.NUMBER: "A number",
    Measure.PERCENT: "Percent",
    Measure.MILESTONE: "A milestone",
    Measure.YES_NO: "Yes or no",
}
NO_MEASURE = "Not said yet"

# The tab of a person (picture 10).
TAB = "Goals & growth"
LIST_NAME = "Goals"
PAUSED = "Paused"
FINISHED = "Finished"
DUE = "due {day}"
NO_DUE = "no day yet"
FROM_TO = "from {start} to {target}"
TO = "to {target}"
BY = "by {day}"
FIRST_SAID = "first said {day}"
ENDED_ON = "{state} {day}"
SERVES = "Serves: {line}"
LINE_GONE = "The line of the vision it served is gone"
FOOTER = "A goal is a course, not a mark: three words only, on course, wobbling, off course"

COURSE_NAME = "The course of the goal: arrows walk the check-ins"
AGREED_LINE = "the line you agreed"
TODAY = "today"
SAYS_VALUE = "{day}: {value}, {word}"
SAYS_WORD = "{day}: {word}"
SAYS_AGREED = "the agreed line had {value}"
COLUMNS = ("Day", "Value", "Word", "Agreed line")
NO_POINTS = "The first check-in begins the course"

SUPPORT = "Help it takes"
NO_SUPPORT = "not asked yet"
HELP_GIVEN = "you offered, {day}: {help}"
NO_HELP = "no help offered yet"
LEARNED = "What you learned"

CHECK_INS = "Check-ins"
CHECK_INS_NAME = "Check-ins, the newest first"
NEXT_ON = "next {day}"
NO_NEXT = "no day for the next"
NO_CHECK_INS = "No check-in yet. C writes the first: what there is to see, and how it goes."
IN_THE_WAY = "In the way: {words}"
OFFERED = "You offered: {words}"
SHOW_EARLIER = "{count} earlier"
SHOW_EARLIER_TIP = "Show every check-in"
WALK_BACK = "The check-in before"
WALK_ON = "The check-in after"

# The page of everybody's goals (picture 24).
SHOWN = "Which goals"
UNDER_WAY = "Under way"
ANY_COURSE = "Any course"
COURSE_NAME_FILTER = "Course"
EVERYONE = "Everyone"
PERSON_NAME = "Whose goals"
HEAD_BY = "By person, A–Z"
HEAD_COURSE = "Course, last check-ins"
HEAD_CHECKED = "Checked"
HEAD_DUE = "Due"
NOT_CHECKED = "not yet"
CHECKED_LONG_AGO = "{day}, {days}"
DOTS_SAY = "course: {words}"
CHECKED_SAYS = "checked {day}"
ALL_LIST_NAME = "Goals of everybody"
EMPTY_TITLE = "A goal is a course you both can see"
EMPTY_TEXT = (
    "Write what is to be different, how you will know, and by when; then look at it together every "
    "few weeks. It stays proposed until it has a measure, a day and somebody who set it."
)
EMPTY_EXAMPLE = "For example"
EMPTY_EXAMPLE_ROW = (
    "Bring restore time under 30 minutes · from 92 to 30 by 15 Dec · help it takes: two days "
    "without tickets"
)
NOTHING_TITLE = "No goal is on this list"
NOTHING_TEXT = "The filter hides every goal."
SHOW_ALL = "Show all under way"
PICK_ONE = "Choose a goal on the left"

# Sheets.
ADD = "Add it"
EDIT_TITLE = "The goal"
FOR_WHOM = "For whom"
NAME = "Goal"
NAME_HINT = "what is to be different"
MEASURE = "What is measured"
MEASURE_HINT = "Minutes from alarm to first order printed"
MEASURED_BY = "Measured by"
START = "From"
TARGET = "To"
UNIT = "Unit"
UNIT_HINT = "min"
DUE_FIELD = "Due"
DUE_HINT = "15 Dec"
SET_BY_FIELD = "Set by"
SET_BY_CHOICES = {SetBy.THEM: "Them", SetBy.ME: "Me", SetBy.TOGETHER: "Together"}
SUPPORT_HINT = "what they need from you or others"
WHY = "Why it matters"
WHY_HINT = "to customers, the team, to them"
VISION = "Line of the vision it serves"
NO_VISION = "None yet"
NEEDS_TITLE = "Say in a few words what is to be different."
DAY_STAYS = "A day that was said can be moved, not taken away."
DAY_STAYS_ADVICE = "Write another day."
NEEDS_PERSON = "Add a person first."

CHECK_IN_TITLE = "Check-in"
CHECK_IN_EDIT = "The check-in"
FACT = "What there is to see"
FACT_HINT = "as a camera would have seen it"
VALUE = "Value"
WORD = "How it goes"
OBSTACLE = "In the way"
OBSTACLE_HINT = "nothing, or what"
HELP = "Help you offered"
HELP_HINT = "two days without tickets"
ON = "When"
ON_HINT = "today"
NEXT = "Next look"
NEXT_HINT = "1 Dec, +14"
NEEDS_FACT = "Write one line of what there was to see."

LEARNED_TITLE = "What did you both learn?"
LEARNED_FIELD = "One sentence"
LEARNED_HINT = "what you would do again, or differently"
LEARNED_YES = "Keep it"

# What was done, and how it is taken back.
BINNED = "The goal is in the bin"
WRITTEN = "The goal is written down"
CHECK_IN_BINNED = "The check-in is in the bin"
STEPPED = "The goal is {state}"
ON_AGENDA = "It is on the agenda of your next talk"

# Actions.
EDIT = "Edit the goal"
BIN = "Move to the bin"
AGENDA = "Put on the agenda"
OPEN = "Open it on their page"
TAKE_BACK = "Take the last step back"
NEXT_STATE = "Next state"
EDIT_CHECK_IN = "Edit the check-in"
BIN_CHECK_IN = "Move the check-in to the bin"
PANEL = "Growth alive"

# The panel of picture 24.
NO_CHECK_TITLE = "No check-in for a month"
NO_CHECK_TEXT = "Not a verdict; ask when you next meet"
NO_CHECK_NONE = "Every goal was looked at within a month."
NEXT_TALK = "{name}, {when}"
NO_TALK = "{name}, no talk planned"
PUT_ON_AGENDA = "Put on the agenda under “yours”"
NO_CHECK_NAME = "Goals without a check-in for a month"
