"""What is said of a note's way to the person: its steps, their dialogs, the undo bar."""

from __future__ import annotations

from managernotes.domain.observation import KeptBack

STEP_SAID = "Said today"
STEP_PLAN = "Plan to say…"
STEP_PLAN_AGAIN = "Say it in another talk…"
STEP_UNPLAN = "Not planned any more"
STEP_KEEP_BACK = "Not for sharing…"
STEP_ANSWERED = "What they answered…"
STEP_CHANGE_SEEN = "A change is seen"
STEP_NOT_SAID = "Not said after all"
STEP_NOT_ANSWERED = "Not answered after all"
STEP_NOT_SEEN = "No change after all"
STEP_SHARE_AFTER_ALL = "To be said after all"

SAID = "Said"
PLANNED = "To be said {when}"
UNPLANNED = "Not planned any more"
KEPT_BACK = "Not for sharing: {reason}"
ANSWERED = "Their answer is kept"
CHANGE_SEEN = "A change is seen"
TAKEN_BACK = "Taken back"
UNDO = "Undo"

REASONS = {
    KeptBack.WRONG_AFTER_ALL: "I was wrong after all",
    KeptBack.TOO_SMALL: "too small to be worth a word",
    KeptBack.PASSED_TO_HR: "passed to HR",
    KeptBack.ONLY_CONTEXT: "only context, nothing of theirs",
}
KEEP_BACK = "Why is it not for sharing?"
KEEP_BACK_TEXT = (
    "What is kept from somebody needs a reason. The note stays, and can be said after all."
)
KEEP_IT_BACK = "Keep it back"

ANSWER = "What did they answer?"
ANSWER_TEXT = "In their words, as far as you remember them. Heard today."
ANSWER_HINT = "“I thought the ticket was enough. I can post the link as well.”"
KEEP_ANSWER = "Keep it"
CANCEL = "Cancel"
