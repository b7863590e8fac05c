"""What the note editor and its revisions say."""

from __future__ import annotations

from managernotes.domain.links import LinkSort
from managernotes.domain.observation import Kind, ShareState, Source
from managernotes_ui.common.strings.numbers import spelt

TITLE_NAME = "Title"
TITLE_HINT = "A few words for the list, or none"
FACT = "Fact: what was said or done"
FACT_HINT = "What a camera would have seen, with day and hour"
EFFECT = "Effect: what it changed, for whom"
EFFECT_HINT = "Who waited, who was spared work, what it cost or saved"
READING = "My reading: stays here unless you tick it yourself"
READING_HINT = "What you make of it, and your own part in it"
BELONGS_TO = "Belongs to"
EDITOR_PANE = "The note"
SPLITTER = "Between note and preview"

REVISIONS = "Revisions"
AFTER_SHARING = "changed after it was shared"
MORE = "More"
KIND = "Kind"
DAY = "The day it happened"
SOURCE = "How you know it"
ADD_TAG = "tag"
ADD_TAG_NAME = "Add a tag"
TAG_HINT = "tag"
MORE_TAGS = "{count} more"
REMOVE_TAG = "Remove #{tag}"
STATE = "Whether it was said"

COPY_TEXT = "Copy as Markdown, without my reading"
TO_BIN = "Move to the bin"
ERASE = "Erase for good…"
ERASE_TITLE = "Erase this note for good?"
ERASE_TEXT = (
    "The note goes, with its revisions and its words in the search. Nothing brings it back;"
    " backups made earlier keep it until they are replaced."
)
ERASE_YES = "Erase for good"
CANCEL = "Cancel"
BINNED_TITLE = "This note is in the bin"
BINNED_TEXT = "It leaves lists and search now, and the vault after 30 days."
PUT_BACK = "Put it back"

KIND_TITLES = {
    Kind.WIN: "win",
    Kind.CONCERN: "concern",
    Kind.PRAISE_GIVEN: "praise",
    Kind.FEEDBACK_GIVEN: "feedback",
    Kind.SUPPORT_GIVEN: "support",
    Kind.LESSON: "lesson",
    Kind.GROWTH: "growth",
    Kind.CONTEXT: "context",
    Kind.AGREEMENT_NOTE: "agreement",
    Kind.THEIR_FEEDBACK_TO_ME: "their feedback to me",
    Kind.FEEDBACK_FROM_OTHERS: "feedback from others",
    Kind.LOOSE: "note",
}
"""The kinds as the menu names them, in its order."""

SOURCES = {
    Source.FIRST_HAND: "seen myself",
    Source.DOCUMENT: "read in a document",
    Source.TOLD_BY: "told by somebody",
    Source.SELF_REPORT: "told by the person",
}

LINK_A_NOTE = "Link a note"
CAME_FROM = "came from"
LED_TO = "led to"
LINK_SORTS = {
    LinkSort.NOTE: "Note",
    LinkSort.PROMISE: "Promise",
    LinkSort.THREAD: "Thread",
    LinkSort.LESSON: "Lesson",
}
LINKED_NOTES = "Linked notes"
LINKED = "Note of {day}: {headline}"
NO_WORDS = "no words yet"
UNLINK = "Unlink"
PICK_HINT = "Words of the note to link"
PICK_NAME = "Search for a note to link"
PICK_FOUND = "Found notes"
PICK_NONE = "No other note has these words"
PICK_NOTHING = "There is no other note yet"

PREVIEW = "Preview, as it would leave the vault"
PREVIEW_NAME = "Preview"
READING_LEFT_OUT = "my reading left out"
EFFECT_HEADING = "Effect"
PLAIN_PREVIEW = "This text took too long to lay out, so it is shown as it was typed."
LINK_TITLE = "Open this address in the browser?"
LINK_YES = "Open it"
LINK_COPY = "Copy the address"

CONFLICT_TITLE = "This note was changed elsewhere while you wrote"
CONFLICT_TEXT = "Both texts are safe. Keep yours as a new revision, or look at the other one."
KEEP_MINE = "Keep mine"
SHOW_THEIRS = "Show the other"
NOT_SAVED_TEXT = "Your text is still here, and is tried again every 5 seconds."
STAYS_HERE = "Your text is still here."
TRY_NOW = "Try now"
UNKNOWN = "The text could not be saved."

BOLD = "Bold"
ITALIC = "Italic"
PREVIEW_ACTION = "Preview on or off"
TO_PERSON = "Back to the person"

PREVIOUS_MONTH = "Previous month"
NEXT_MONTH = "Next month"
CALENDAR = "Choose the day"

SECTION_TITLES = {
    "fact": "Fact",
    "effect": "Effect",
    "my_reading": "My reading",
    "source_detail": "Source",
}
NOTHING_YET = "nothing here yet"
NO_LONGER = "no longer here"
COMPARE = "Compare two of {count}"
ONE_REVISION = "One revision so far"
NO_OLDER_YET = "An earlier text stands here once the note has been changed."
LEFT = "left"
RIGHT = "right"
FIRST_WRITTEN = "first written"
OLDEST_KEPT = "the oldest kept"
FIELD_NAMES = {
    "title": "title",
    "fact": "fact",
    "effect": "effect",
    "my_reading": "my reading",
    "source_detail": "source",
}
REVISION_LIST = "Revisions, newest first"
PRESENT_TEXT = "the present text"
COPY_OLDER = "Copy the older text"
BRING_BACK = "Bring the older one back"
PREVIOUS_CHANGE = "Previous change"
NEXT_CHANGE = "Next change"
LEFT_OLDER = "Left one older"
LEFT_NEWER = "Left one newer"
BACK_TO_NOTE = "Back to the note"
ONLY_OLDER = "struck out: only in the older"
ONLY_NEWER = "underlined: only in the newer"
NOTHING_LOST = "Bringing back makes one more revision; nothing is lost"
OLDER_PANE = "The older text"
NEWER_PANE = "The newer text"


def note_of(day: str) -> str:
    """Return the last part of the crumb: "Note of Tue 17 November"."""
    return f"Note of {day}"


def happened(day: str) -> str:
    """Return "Happened Tue 17 Nov"."""
    return f"Happened {day}"


def written(day: str) -> str:
    """Return "written Thu 19 Nov"."""
    return f"written {day}"


def versions(count: int, last: str) -> str:
    """Return "4 revisions, last today 10:42"."""
    noun = "revision" if count == 1 else "revisions"
    return f"{count:,} {noun}, last {last}"


def words(count: int) -> str:
    """Return "96 words"."""
    return f"{count:,} word" if count == 1 else f"{count:,} words"


def changes(count: int) -> str:
    """Return "4 changes", or that there is none."""
    if not count:
        return "no difference"
    return f"{count:,} change" if count == 1 else f"{count:,} changes"


def compare_two_of(count: int) -> str:
    """Return "Compare two of twelve"; a single revision has nothing to compare with."""
    if count < 2:  # noqa: PLR2004 - two are compared
        return ONE_REVISION
    return COMPARE.format(count=spelt(count))


def share_words(state: ShareState, day: str, age: str) -> tuple[str, str]:
    """Return how far a note has got, as muted words and as the part that stands out.

    `day` is when it was said or will be, `age` how long it has been waiting.
    """
    return {
        ShareState.UNSAID: ("Unsaid", age),
        ShareState.PLANNED: ("To say", day),
        ShareState.SHARED: (f"Said {day}", ""),
        ShareState.NOT_FOR_SHARING: ("Not for sharing", ""),
        ShareState.RESPONDED: (f"Answered, said {day}", ""),
        ShareState.CHANGE_SEEN: (f"Change seen, said {day}", ""),
    }[state]
