"""What the page on which a hard talk is prepared says around its questions."""

from __future__ import annotations

from datetime import date

from managernotes.domain.observation import Source
from managernotes.domain.preparation import About, PolicyCheck, Stale, Step
from managernotes.domain.yardstick import YardstickKind
from managernotes_ui.common.strings.numbers import spelt

PAGE = "Prepare a conversation"
STEPS = "Steps"
STEPS_DONE = "{step}, done"
QUESTION_PANE = "The question"
PREPARING_FOR = "Preparing for {day}"
NO_DAY = "No day yet"
NO_TITLE = "A talk with {name}"
REHEARSE = "Rehearse"
DISCREET_VIEW = "Discreet view"
ONLY_YOU = "Only you see this page"
PREVIOUS_STEP = "Previous step"
NEXT_STEP = "Next step"
NEXT = "Next"
STEP = "Step {number}"
GO_TO_STEP = "to step 0…9"
PANEL = "Facts and what is still open"
PANEL_KEY = "facts and what is still open"

STEP_TITLES = {
    Step.RIGHT_TALK: "Is this the right talk?",
    Step.PURPOSE: "Purpose",
    Step.FACTS: "Facts",
    Step.EFFECT: "Effect",
    Step.YARDSTICK: "Yardstick",
    Step.BOTH_SIDES: "Both sides",
    Step.AT_STAKE: "What is at stake inside",
    Step.WORDS: "Words",
    Step.HELP: "Help, limits, next",
    Step.WHEN: "When and after",
}

ABOUT = "What is it about?"
ABOUT_HELP = "Each brings its own questions; what you have written stays."
ABOUTS = {
    About.MISSED_TARGET: "A missed target",
    About.COMMUNICATION: "Communication",
    About.CONFLICT: "A conflict between people",
    About.CONDUCT: "Conduct or values",
    About.OTHER: "Something else",
}
PATH = "How much of it?"
FULL_PATH = "All nine steps"
SHORT_PATH = "Short path"
SHORT_PATH_HELP = "Five steps, for smaller feedback."

YES = "Yes"
NO = "No"
STOP_TITLE = "Stop here. Talk to HR first."
STOP_TEXT = "You can still note what you saw."
NOT_TOLD = "Then this is where it begins: tell them, before anybody else hears it."
NOT_CALM = "Then give it one. Said in anger, it is not heard."
WOULD_BE_GLAD = "I would be glad if this works"
WOULD_BE_GLAD_HELP = "A plan is for making it. If you would not be glad, it is another talk."
POLICY = "Does HR have to be asked first?"
POLICIES = {
    PolicyCheck.NOT_NEEDED: "Not needed",
    PolicyCheck.NEEDED: "Yes, still to do",
    PolicyCheck.CHECKED_WITH_HR: "Checked with HR",
}

SOURCES = {
    Source.FIRST_HAND: "seen myself",
    Source.DOCUMENT: "read in a document",
    Source.TOLD_BY: "told by somebody",
    Source.SELF_REPORT: "told by the person",
}
FACTS_IN_TALK = "Facts in this talk"
NO_FACTS = "None yet. Choose them in step 2."
SEEN_YOURSELF = "{count} seen yourself"
FROM_NOTES = "From your notes"
NO_NOTES = "There is no other note about {name} yet."
NOTHING_FOUND = "No note has these words"
FIND_NOTE = "Find a note by its words"
IN_TALK = "{fact}: a fact of this talk"
ADD_FACT = "Add what you saw"
ADD_FACT_HELP = "It becomes a note of its own, and stays one."
ADD_FACT_HINT = "At 18:40 the hand-over came without the link"
ADD_FACT_BUTTON = "Add this fact"
FACT_DAY = "The day it happened"
FACT_SOURCE = "How you know it"
SINGLE_EVENT = "It is one serious event; there will be no second"
NO_WORDS = "no words yet"
SOMEBODY = "them"

YARDSTICK_KINDS = {YardstickKind.EXPECTATION: "expectation", YardstickKind.VALUE: "value"}
YARDSTICK_CHOICES = {YardstickKind.EXPECTATION: "An expectation", YardstickKind.VALUE: "A value"}
NO_YARDSTICKS = "None is written down yet. Add the first here."
ADD_YARDSTICK = "Add one"
ADD_YARDSTICK_KIND = "Which sort"
ADD_YARDSTICK_HINTS = {
    YardstickKind.EXPECTATION: "Hands over so that others can act",
    YardstickKind.VALUE: "We say it to each other, not about each other",
}
ADD_YARDSTICK_BUTTON = "Add it"
LINKED_YARDSTICK = "{title}: this talk is about it"
TALKED_THROUGH = "When did you last talk it through?"
NOT_YET = "Not yet"
CLARITY_FIRST = "Then start there: make the expectation clear first."

NO_PART = "I looked and found none"
LOOK_AGAIN = "Look once more: what did you not say, not see, or say too late?"
NO_PART_AGAIN = "I looked again: none"
NO_PART_NOTED = "Noted: you looked twice and found none."
OWN_REMINDER = "After the last talk of this sort you wrote:"

ADD_LINE = "Add another"
REMOVE_LINE = "Remove"
LINE_OF = "{name}, line {number}"

IF_NAME = "If …"
THEN_NAME = "Then …"
IF = "If"
THEN = "then"
IF_HINT = "they go silent"
THEN_HINT = "I count to ten"
ADD_OWN_PLAN = "One of my own"
ADD_STARTER = "Add: {when}"
REMOVE_PLAN = "Remove this plan"

DAY = "Day"
TALK_DAY = "The day of the talk"
TALK_TIME = "Time"
TALK_TIME_HINT = "09:30"
TALK_TIME_WRONG = "Write the time as 09:30."
MINUTES = "How long"
MINUTES_OF = "{count} min"
CHOOSE_DAY = "choose a day"
WEEKS = "In how many weeks"
WEEKS_OF = ("1 week", "2 weeks", "3 weeks", "4 weeks")
SHEET_OF = "Sheet of"
SAME_FOR_ALL = "I would raise this with everyone"
EVEN = "By the same standard, from seen to said:"
EVEN_SAID = "said after {days}"
EVEN_SAME_DAY = "said the same day"
EVEN_UNSAID = "not said yet, {days}"
EVEN_KEPT = "decided not to say it"
EVEN_MORE = "and {count} more"

STILL_OPEN = "Still open"
NOTHING_OPEN = "Nothing. You can go in."
IN_PLACE = "In place"
CHECK_OPEN = "Still open: {message}"
CHECK_DONE = "In place: {message}"
THANKED = "You last thanked {name} on {day}."
NEVER_THANKED = "You have not noted a thanks to {name} yet."
UNSAID_THANKS = "A thanks of {day} is unsaid: keep it for another day."

PREPARED = "Prepared"
MARK_PREPARED = "Mark as prepared"
IS_PREPARED_TEXT = "Nothing that must be there is open."
OVERRIDDEN = "Prepared, with something open"
NOT_PREPARED = "Not yet: {open} still open."
OVERRIDE = "Go in all the same"
OVERRIDE_HELP = "One sentence why; it stands on the card."
OVERRIDE_HINT = "It cannot wait until next week, because"
OVERRIDE_BUTTON = "Go in all the same"
OVERRIDE_EMPTY = "Write the one sentence first."

STALE_TITLE = "Look at this again before you go in"
STALE_TEXTS = {
    Stale.OLD: "It was ready more than 14 days ago. Read it once, then mark it as prepared again.",
    Stale.FACT_CHANGED: "A fact was changed since. Read it again, then mark it as prepared.",
    Stale.FACT_GONE: "A fact was taken away since. See whether the rest still carries the talk.",
}
PIP_TITLE = "A plan needs more than this talk"
CONFLICT_TITLE = "This preparation was changed elsewhere while you wrote"
CONFLICT_TEXT = "Both texts are safe. Keep yours as a new revision, or look at the other one."
UNDERSTOOD = "Understood"

PREPARE = "Prepare…"
PREPARE_THIS = "Prepare this talk"
PREPARE_TIP = "Prepare a hard talk"
PREPARE_SHEET = "prepare a hard talk"
SHEET_TITLE = "Prepare a talk"
SHEET_WHO = "With whom"
SHEET_WHAT = "About what"
SHEET_CONCERN = "Concern of {day}: {headline}"
SHEET_UNDER_WAY = "Go on: {title}"
SHEET_NEW = "Begin anew: {kind}"
SHEET_BEGIN = "Prepare"
SHEET_NOBODY = "Add a person first; then you can prepare a talk with them."
SHEET_TEXT = "From a concern the facts are filled in. Every step saves itself."
SHEET_COVERED = "Concern of {day}"
SHEET_COVERED_TALK = "Go on with a talk"
NOT_BEGUN = "This talk could not be begun. Nothing was changed."


def open_count(musts: int) -> str:
    """Return how much is still open in words, never as a share: "two things"."""
    return "one thing" if musts == 1 else f"{spelt(musts)} things"


def thanked(name: str, day: str | None) -> str:
    """Return when somebody was last thanked."""
    if day is None:
        return NEVER_THANKED.format(name=name)
    return THANKED.format(name=name, day=day)


def weeks_until(first: date, day: date) -> int | None:
    """Return 1 to 4 when a day is so many whole weeks after another, else None."""
    weeks, rest = divmod((day - first).days, 7)
    return weeks if not rest and 1 <= weeks <= len(WEEKS_OF) else None
