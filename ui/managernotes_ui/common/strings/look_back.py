"""What the tab "Month look-back" and its panel say."""

from __future__ import annotations

from managernotes.domain.metric import Metric

MONTHS_NAME = "Months"
OPEN_DUE = "open, due {day}"
ONE_THING_WAS = "one thing: {text}"
SKIPPED = "skipped"
DONE_STATE = "done"
TEN_MINUTES = "Ten minutes, five questions. You may stop after one."
ONLY_FOR_YOU = "Only for you, never evidence"
QUESTIONS = {
    "cared": "Whom did I thank, help, challenge, forget?",
    "promise": "Which promise did I not keep, and did I say so?",
    "avoided": "What did I avoid, and what is the smallest next step?",
    "told": "What did someone tell me about me?",
}
ONE_THING = "One thing to try in {month}"
ONE_THING_HINT = "Small enough to do on a bad day"
FOOTER = "A name you write here is still found when that person asks what you hold"

SKIP = "Skip this month"
DONE = "Done"
DONE_TIP = "Done with this month"
REOPEN = "Open again"
WAS_SKIPPED = "{month} is skipped"
WAS_DONE = "{month} is done"
UNDO = "Undo"
MONTH_BEFORE = "Month before"
MONTH_AFTER = "Month after"

DONE_TITLE = "Done with {month}"
ONE_THING_IS = "One thing to try: {text}"
NO_ONE_THING = "There is no one thing to try, and none is needed."
BY_WHEN = "Promise it to yourself by"
BY_WHEN_HINT = "a day, or nothing: then it is no promise"

PANEL_PARTS = "What is shown beside"
FROM_YOUR = "From your {month}"
MY_PRACTICE = "My practice"
THIS_MONTH = "The month"
JOG = "To jog the memory, oldest first"
MATERIAL_NAME = "What the month was made of"
NOTHING_YET = "Nothing is noted of this month. That describes the notes, not the month."
GROUPS = {
    "thanks_said": "Thanks you said",
    "good_work_unsaid": "Good work, still unsaid",
    "hard_things_said": "Hard things you said",
    "waited_longest": "Waited longest",
    "promises_moved": "Promises that moved",
    "told_me": "What they told you",
    "kept_running": "Kept things running",
    "grew_people": "Grew people",
    "fit_to_tell": "Fit to tell the team",
}
"""The lists of a month by their names in the core, in the order of the page."""
LAST_ONE_THING = "{month}’s one thing"
SINCE = "since {day}"
TOLD = "told"
NOT_TOLD = "not told"
RESTRICTED = "restricted until it is opened"

PRACTICE_NAME = "My practice"
PRACTICE_NOTE = "About you, never about them. It leaves this vault in no export and no print."
OPEN_ITEMS = "Open what is behind it"
HIDE = "Hide it, or bring it back"
SHOW_HIDDEN = "Show hidden"
PUT_HIDDEN_AWAY = "Put hidden ones away"
HIDDEN = "hidden"
NOTHING_BEHIND = "There is nothing behind it yet."
MORE_ITEMS = "{count} more"
ITEMS_NAME = "What is behind it"
CLOSE = "Close"
GO_THERE = "Open"
METRICS = {
    Metric.LAST_ONE_ON_ONE: "Last one-to-ones",
    Metric.FEEDBACK_RHYTHM: "Feedback in eight weeks",
    Metric.UNSAID: "Still unsaid",
    Metric.RECOGNITION_AND_CORRECTION: "Thanks said and hard things said",
    Metric.EVIDENCE_COVERAGE: "Months with notes",
    Metric.RECENCY_SHARE: "How recent the notes are",
    Metric.SOURCE_MIX: "Seen and told",
    Metric.MY_PROMISES: "My promises",
    Metric.THEIR_AGREEMENTS: "What they owe, and the help offered",
    Metric.GOALS_WITHOUT_CHECK_IN: "Goals without a check-in",
    Metric.TIME_TO_TALK: "From seen to said",
    Metric.MY_ATTENTION: "Where my attention went",
    Metric.GROWTH_ALIVE: "Growth alive",
    Metric.THEIR_VOICE: "Their voice",
    Metric.LESSONS_THAT_CHANGED: "Lessons that changed something",
    Metric.EXPECTATION_CLARITY: "Expectations talked through",
    Metric.HOUSE_KEEPING: "House-keeping",
}
