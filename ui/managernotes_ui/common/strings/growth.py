"""What the screens of growth say: direction, steps, mentoring."""

from __future__ import annotations

from managernotes.domain.growth import GrowthKind, MentoringState, PlanState, StepState
from managernotes.domain.person import Cadence

DIRECTION = "Their direction"
IN_THEIR_WORDS = "in their words"
QUOTED = "“{words}”"
NO_DIRECTION = "Not asked yet. A career talk is the place to ask where they want to go."
CAREER_TALK_ON = "Career talk, {day}"
SAID_ON = "said {day}"
LAST_CAREER_TALK = "Last career talk: {day}"
NOT_YET = "not yet"
THANKED = "How they like to be thanked"
NO_THANKED = "Not asked yet. It is kept under About."
EDIT_DIRECTION = "Write their direction"

GROWTH = "Growth"
STEP = "Step"
STEP_TIP = "Plan a step of growth"
LIST_NAME = "Steps of growth and mentoring"
NONE_YET = "No step yet. G plans one: training, stretch work, mentoring, or what they choose."

KINDS = {
    GrowthKind.TRAINING: "Training",
    GrowthKind.STRETCH_WORK: "Stretch work",
    GrowthKind.MENTORING: "Mentoring",
    GrowthKind.COACHING: "Coaching",
    GrowthKind.SHADOWING: "Shadowing",
    GrowthKind.READING: "Reading",
    GrowthKind.PERSONAL_DEVELOPMENT: "Personal development",
    GrowthKind.NETWORK: "Network",
    GrowthKind.TEACH_OTHERS: "Teaching others",
}
MENTORING = "Mentoring"
STEP_STATES = {
    StepState.IDEA: "idea",
    StepState.AGREED: "agreed",
    StepState.DOING: "doing",
    StepState.DONE: "done",
    StepState.APPLIED: "applied",
    StepState.STOPPED: "stopped",
}
MENTORING_STATES = {
    MentoringState.SOUGHT: "sought",
    MentoringState.MATCHED: "matched",
    MentoringState.ACTIVE: "active",
    MentoringState.ENDED: "ended",
}
PLAN_STATES = {
    PlanState.EXPLORING: "exploring",
    PlanState.AGREED: "agreed",
    PlanState.ACTIVE: "active",
    PlanState.REVIEWED: "reviewed",
    PlanState.PAUSED: "paused",
    PlanState.DONE: "done",
}
MOVES = {
    StepState.AGREED: "Agreed with them",
    StepState.DOING: "They are doing it",
    StepState.DONE: "It is done",
    StepState.APPLIED: "It is being used",
    StepState.STOPPED: "Stop it",
}
MENTORING_MOVES = {
    MentoringState.MATCHED: "Somebody was found",
    MentoringState.ACTIVE: "It has begun",
    MentoringState.ENDED: "It has ended",
}
RHYTHM = {
    Cadence.WEEKLY: "every week",
    Cadence.FORTNIGHTLY: "every two weeks",
    Cadence.MONTHLY: "every month",
}
NO_RHYTHM = "no rhythm yet"
YOUR_HELP = "your help: {help}"
FROM = "from {day}"
LAST_MET = "last met {day}"
WITH = "with {mentor}"
TIME_AGREED = "time agreed"

# Sheets.
ADD = "Add it"
STEP_TITLE = "A step of growth"
KIND = "Kind"
PURPOSE = "What, and what for"
PURPOSE_HINT = "Lead the February incident review"
HELP = "Your help"
HELP_HINT = "you chair, they lead"
START = "From"
DUE = "Due"
START_HINT = "1 Dec"
DUE_HINT = "26 Feb"
TIME = "Time and cost"
TIME_OPEN = "Not agreed yet"
TIME_IS_AGREED = "Agreed"
REFLECTION = "What they say it brought"
REFLECTION_HINT = "in their words"
APPLIED = "Where it was used"
APPLIED_HINT = "the release of 12 March"
NEEDS_PURPOSE = "Say in a few words what it is."

MENTORING_TITLE = "Mentoring"
MENTOR = "With whom"
MENTOR_HINT = "a name, or a role"
AIM = "What for"
AIM_HINT = "first year on call"
RULES = "What the two agreed on"
RULES_HINT = "what is said between them stays there"
EVERY = "How often"
FIRST = "First on"
END = "Until"
GAINED = "What was gained"
GAINED_HINT = "in their words"
NEEDS_AIM = "Say what it is for."

DIRECTION_TITLE = "Their direction"
DIRECTION_FIELD = "Where they want to go, in their words"
DIRECTION_HINT = "“I want people to come to me because I make them better.”"
STRENGTHS = "What they build on"
HORIZON = "By when, as they say it"
HORIZON_HINT = "in two years"
DIRECTION_ON = "Said on"

REFLECT_TITLE = "What do they say it brought?"
APPLY_TITLE = "Where was it used?"
GAIN_TITLE = "What was gained?"
SENTENCE = "One sentence"
KEEP = "Keep it"
NEEDS_SENTENCE = "Write one sentence first."
PLAN_STATE = "How far it is"

# Actions and what was done.
NEW_STEP = "Plan a step of growth"
NEW_MENTORING = "Plan mentoring"
EDIT = "Edit it"
NEXT = "Next state"
STOP = "Stop it"
MET = "They met today"
BIN = "Move to the bin"
STEP_BINNED = "The step is in the bin"
MENTORING_BINNED = "The mentoring is in the bin"
MOVED = "The step is {state}"
MOVED_MENTORING = "The mentoring is {state}"
WAS_MET = "They met today: noted"

# The panel of picture 24.
ALIVE = "Growth alive"
ALIVE_TEXT = "A step in 60 days, a career talk in 180"
ALIVE_NAME = "Growth, person by person"
CAREER_TALK = "career talk {day}"
TALKED = "talked {day}"
NO_TALK_YET = "no talk yet"
QUIET = "quiet, {days}"
NO_STEP = "No step yet"
STEP_ENDED = "Last step ended {day}"
ONE_THING = "One thing to do: {words}"
ALIVE_EMPTY = "Nobody is in your team yet."
