"""What the brief before a talk says. The app stores no gender: "they" (INV-02)."""

from __future__ import annotations

from managernotes.domain.brief import Subject
from managernotes.domain.growth import StepState
from managernotes.domain.person import Cadence

TITLE = "{name}, {day}"
NO_DAY = "no day yet"
LAST = "last {day}"
READ = "read in two minutes, then close it"
CADENCES = {
    Cadence.WEEKLY: "weekly",
    Cadence.FORTNIGHTLY: "fortnightly",
    Cadence.MONTHLY: "monthly",
}
MINUTES = "{minutes} minutes"

START = "Start the talk"
GO_ON = "Go on with the talk"
PREPARE = "Prepare {topic}…"
PRINT = "Print the agenda"
OPEN = "Open it"

AGENDA = "What the talk is about"
TO_DO = "To say, and what is owed"
BACKGROUND = "Since you last met"

THEIRS = "Their topics"
THEIRS_NOTE = "theirs come first"
CARRIED = "Carried over"
MINE = "Yours"
MINE_NOTE = "after theirs, one of them"
ASKED = "What they asked of you last time"
NOTHING_ASKED = "Nothing."
TO_SAY = "To say"
CHANGED = "What changed since?"
SAID_ON = "said {day}"
YOU_OWE = "You owe"
THEY_OWE = "They owe"
LIKES = "How they like it"
SINCE = "Since you last met"
CHECKED = "Check-in: {title}"
GOAL_ON = "goal, {day}"
FIRST_TIME = "you have not met yet"
WEEKS = "Last eight weeks"
WEEKS_TEXT = "A filled week: you said something to them, good or hard."
WEEK_EMPTY = "This week is still empty."
THANKED, STRETCHED, HELPED = "thanked", "stretched", "helped"
STAY = "asked what keeps them here"
DONE_AGO, DONE_TODAY, NOT_YET_DONE = "{verb} {days} ago", "{verb} today", "not {verb} yet"
GROWTH = "Growth"
STEP_STATES = {StepState.IDEA: "an idea", StepState.AGREED: "agreed", StepState.DOING: "doing"}
STARTS = "starts {day}"
UNTOUCHED = "Not touched for long"
DIRECTION = "Their direction"
IN_THEIR_WORDS = "in their words"
SAID = "What they said"
ASK_THEM = "Nothing in their words yet. Ask: “What do you look forward to at work?”"
NO_TOPIC = "Nothing yet. Ask what is on their mind."

WRITTEN = "written down {day}"
FIRST_ON = "first on {day}, {days}, carried {times}"
TIME_TO_DECIDE = "time to decide"
PREPARED = "prepared"
STILL_OPEN = "prepared, {open}"
NOT_PREPARED = "not prepared yet"
UNSAID = "unsaid, {age}"
AND = "{others} and {last}"
PLANNED_HERE = "planned for this talk"
ANOTHER_DAY = "keep it for another day"
DUE = "due {day}"
NO_DUE = "no day"
PROMISED = "promised {day}"
MOVED = "moved {times} from {day}"
NOT_TOLD = "not told yet"
HELP = "help given: {help}"
RESTRICTED = "a note that is kept apart"
NOT_YET = "{subject}: not yet"
LAST_ON = "{subject}: last {day}"
SUBJECTS = {
    Subject.CAREER: "Career",
    Subject.GROWTH: "Growth",
    Subject.RECOGNITION: "Recognition",
    Subject.LOAD: "Load",
    Subject.FEEDBACK_TO_ME: "Feedback to you",
}
MORE = "{number} more"

WISH = "What do you want to be true when you both walk out?"
WISH_NOTE = "only you see this line"
WISH_HINT = "one sentence, if you like"
FOOTER = "Print gives the agenda only: their topics, carried over, yours"
PRINT_TITLE = "Agenda, {name}"
