"""What the page says on which people are handed over to the next manager."""

from __future__ import annotations

from managernotes.domain.handover import HandoverFormat, HandoverSort

COMMAND = "Hand over to the next manager…"
TITLE = "Hand over"
STEPS = ("Who", "What", "Look at it", "Save")
STEP_ALOUD = "Step {number} of {all}: {title}"
WHO = "Who gets another manager?"
WHAT = "What goes with them?"
LOOK = "This is all that goes"
SAVE = "Save the hand-over"
_WHAT_HELP = (
    "Goals, agreements and growth are ticked; everything else only by your hand. Look-backs, "
    "preparations and what they told you about yourself cannot be handed over."
)
HELP = (
    "Choose who is handed over. Nothing leaves the vault before the last step.",
    _WHAT_HELP,
    "Read it as the next manager will. What you do not want to say, untick.",
    "",
)
BACK = "Back"
GO_ON = "Go on"
GO_ON_TIP = "Go on to the next step"
BACK_TIP = "Back to the step before"
WHO_LIST = "People to hand over"
WHAT_LIST = "What can be handed over"
PREVIEW_NAME = "The hand-over as it will be"
UNDER_TITLE = "As the file will say it"
NOBODY = "Tick at least one person first."
NOTHING = "Tick at least one thing first."
NOBODY_YET = "There is nobody to hand over yet. Add a person first."
NOTHING_YET = "Nothing is written about them that could be handed over."
COUNT = "{ticked} of {all} ticked"
TICKED, NOT_TICKED = "ticked", "not ticked"
NAMES_OTHERS = "names somebody else"
SORTS = {
    HandoverSort.GOAL: "goal",
    HandoverSort.PROMISE: "promise",
    HandoverSort.AGREEMENT: "agreement",
    HandoverSort.TALK: "agreed in a talk",
    HandoverSort.DIRECTION: "direction, in their words",
    HandoverSort.GROWTH_STEP: "growth",
    HandoverSort.MENTORING: "mentoring",
    HandoverSort.AIMS: "their aims",
    HandoverSort.EXPECTATION: "expectation, talked through",
    HandoverSort.THANKS: "how they like to be thanked",
    HandoverSort.WORKS_BEST: "what works best",
    HandoverSort.WIN: "win",
    HandoverSort.READING: "my own reading",
}
FORMAT = "As what?"
FORMATS = {
    HandoverFormat.MARKDOWN: ("A text file (Markdown)", "can be read and changed anywhere"),
    HandoverFormat.PDF: ("A PDF", "to be read and printed"),
}
LEAVES = "This leaves the vault"
LEAVES_TEXT = (
    "The file is not encrypted: whoever can open it can read it. Hand it over yourself, and "
    "remove your copy. The vault notes that it was made, and what was in it."
)
SAVE_AS = "Save as…"
DIALOG = "Save the hand-over"
FILE_NAMES = {HandoverFormat.MARKDOWN: "Hand-over.md", HandoverFormat.PDF: "Hand-over.pdf"}
SUFFIXES = {HandoverFormat.MARKDOWN: "md", HandoverFormat.PDF: "pdf"}
PDF_TITLE = "Hand-over"
PAGE = "{page} of {pages}"
SAVED = "Saved as {name}. The vault has noted it."
NOT_SAVED = "It could not be saved. Nothing was written."
BEFORE = "Handed over before"
BEFORE_LINE = "{day} · {names} · {sort}"
SHORT_FORMATS = {HandoverFormat.MARKDOWN: "text file", HandoverFormat.PDF: "PDF"}
PERSON_MENU = "Hand over…"
PERSON_MORE = "More about this person"
