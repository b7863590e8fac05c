"""What the page after a talk says (practice/3-preparation.md, 3.6). The app knows no gender."""

from __future__ import annotations

from managernotes.domain.conversation import Outcome
from managernotes.domain.promise import PromiseState

THEY = "they"
THEM = "them"

TITLE = "After the talk with {name}"
TITLE_LATER = "Looking again with {name}"
HELD = "held {day}"
HELD_FROM_TO = "held {day}, {began} to {ended}"
HELD_FROM = "held {day}, {began}"
NOT_HELD = "not marked as held yet: {day}"
HELD_NAME = "When it was held"
WRITTEN = "written {when}"
BETWEEN = " · "
ASK_TOMORROW = "Ask me tomorrow"
DONE = "Done"
UNTITLED = "A talk"

SAID = "What did {name} say?"
SAID_HELP = "Their words, as near as you can."
LEARNED = "What did you learn that you did not know?"
AGREED = "What did you agree?"
AGREED_HELP = "One line each: who, what, by when. Lines become promises on the right."
HELP = "What help did you promise?"
DISPUTED = "What is still open, or seen differently?"
CONDUCT = "You: one thing done well, one to do differently"
CONDUCT_HELP = "Private, never part of anything else."
ASKED = "What did {name} ask of you?"
ASKED_HELP = "A one-to-one is held only with an answer; “nothing” is one."
WENT_AHEAD = "You went in before all was prepared. Why, in one sentence?"
WENT_AHEAD_HELP = "It stays with the preparation."
NOTHING = "nothing"

LAST_AGREEMENT = "What you agreed on {day}"
NO_AGREEMENT = "No agreement was written down."
CHANGED = "What changed?"
CHANGED_HELP = "“Nothing yet” is an answer."
HELPED = "What helped?"
NEXT = "What next?"
NEXT_HELP = "One line each: who, what, by when. Lines become promises on the right."
HOW_IS_IT = "How is it now?"
BETTER, PARTLY, NOT_YET = "Better", "Partly", "Not yet"
HOW = (BETTER, PARTLY, NOT_YET)
THANKS = "Thank {name} for exactly what?"
THANKS_HELP = "What you saw, and what it changed. It is kept as a thanks you said today."
THANKS_TITLE = "Thanks on looking again"
NEW_ASK = "What do you ask for now?"
NEW_ASK_HELP = "Something you could both see, by a day."
IN_THE_WAY = "What is in the way?"
MORE_HELP = "What else can you offer?"
TIME_FOR_HR = "Is it time to talk to HR?"
WAY_LINES = ("In the way: {text}", "I offer: {text}", "HR: {text}")

BECOMES = "Becomes"
AS_YOU_TYPE = "as you type"
I_OWE, THEY_OWE, THEN = "I owe", "They owe", "Then"
TO_WHOM = "to {names}"
BY_WHOM = "{names}"
NOBODY_NAMED = "who: the name begins the line"
NO_DAY = "No day"
DAY_OF = "Day of “{text}”"
NOTHING_YET = "A line that begins with “I” or a name becomes a promise here."
WHAT_BECAME = "What became of it"
BECAME = {
    PromiseState.OPEN: "open",
    PromiseState.KEPT: "kept",
    PromiseState.KEPT_LATE: "kept late",
    PromiseState.DROPPED: "dropped",
}
MOVED = "moved"
STANDS = "{who}, {state}"
STANDS_BY = "{who}, {state}, by {day}"
MINE = "mine"
FOLLOW_UP = "Look at it again together"
FOLLOW_UP_DAY = "Day to look again"
NO_FOLLOW_UP = "No day yet; it is not over before"
IN_DAYS = "in {count}"
WITH_MINUTES = "{when}, {minutes} minutes"
FACTS_MOVE = "{facts} move to shared"
FACT_MOVES = "{facts} moves to shared"
FACTS_STAY = "{facts} stay unsaid"
FACT_STAYS = "{facts} stays unsaid"
FACTS_SHARED = "{facts} count as said"
FACT_SHARED = "{facts} counts as said"
KEEP_UNSAID = "Keep unsaid"
SHARE_AFTER_ALL = "Share"
OUTCOME = "How it ended"
CHOOSE_OUTCOME = "Choose one"
OUTCOMES = {
    Outcome.UNDERSTOOD_AGREED: "Understood and agreed",
    Outcome.UNDERSTOOD_DISAGREED: "Understood, not agreed",
    Outcome.MORE_FACTS_NEEDED: "More facts needed",
    Outcome.STOPPED_EARLY: "Stopped early",
    Outcome.NO_ISSUE_AFTER_ALL: "No issue after all",
    Outcome.PASSED_TO_HR: "Passed to HR",
}

RECAP = "Recap for {name}"
RECAP_NAME = "Recap"
COPY = "Copy"
COPIED = "Copied for a minute"
BUILD_AGAIN = "Build it again"
SENT = "Sent on {day}"
MARK_SENT = "It was sent"
RECAP_THANKS = "Thank you for the talk {when}."
RECAP_ABOUT = "We talked about: {title}."
RECAP_AGREED = "We agreed:"
RECAP_HELP = "My part:"
RECAP_AGAIN = "We look at it again on {day}."
RECAP_BY = "{text}, by {day}"
RECAP_TODAY = "today"
RECAP_ON = "on {day}"

STILL_OPEN = "Still open: {what}. About four minutes."
OPEN_NOTHING = "nothing"
OPEN_WORDS = "their words"
OPEN_AGREED = "what you agreed"
OPEN_DAYS = "a day for {count}"
OPEN_FOLLOW_UP = "follow-up date"
OPEN_OUTCOME = "how it ended"
OPEN_CHANGED = "what changed"

FROM_TIME, TO_TIME = "From", "to"
TIME_HINT = "09:30"
HELD_DONE = "Done"
TIME_WRONG = "A time looks like 9:30."

ACT_DONE = "Done with the log"
ACT_COPY = "Copy the recap"
ACT_TOMORROW = "Ask me tomorrow"
