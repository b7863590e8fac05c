"""What the page with the templates says."""

from __future__ import annotations

from managernotes.domain.template import TemplateGroup

TITLE = "Templates"
LIST_NAME = "Templates"
EDITOR_NAME = "The template in Markdown"
PLACEHOLDER = "# A heading, then your questions. Type {{ for what the app fills in."
GROUPS = {
    TemplateGroup.REGULAR: "Regular talks",
    TemplateGroup.HARD: "Hard talks",
    TemplateGroup.REVIEWS: "Reviews",
    TemplateGroup.LEARNING: "Learning and starting",
    TemplateGroup.SHORT: "Short forms",
    TemplateGroup.OWN: "Your own",
}
YOURS = "yours"
CHANGED = "yours, changed {day}"
OWN = "your own"

COMPARE = "Compare with the original"
RESTORE = "Restore original…"
USE = "Use it now…"
ADD_OWN = "Template of your own"
RENAME = "Rename it"
REMOVE = "Move to the bin"
VERSIONS = "Earlier versions"
PANEL = "What is filled in, and how it reads"
REMOVED = "The template is in the bin"
RESTORED = "The original is back; yours is kept as a version"
UNDO = "Undo"

RESTORE_TITLE = "Bring back the original?"
RESTORE_TEXT = (
    "The template reads again as it came with the app. Yours is kept as a version, and talks that "
    "were made from it stay as they are."
)
RESTORE_YES = "Bring it back"

AGAINST = "Against the original"
YOURS_LEGEND = "yours"
YOURS_ON = "yours, {day}"
BRING_BACK = "Bring back"
TAKEN_OUT = "taken out: {words}"
ADDED = "yours: {words}"
SAME = "It reads as it came."
NO_ORIGINAL = "A template of your own has no original."

FILLED = "Filled in by itself"
FILLED_HINT = "type {{ or click"
INSERT = "Put {name} at the caret"
NOT_KNOWN = "a gap to write in"
PROMISES_OF_YOURS = ("{count} promise of yours", "{count} promises of yours")
PROMISES_OF_THEIRS = ("{count} promise of theirs", "{count} promises of theirs")
TOPICS = ("{count} topic, {days} days", "{count} topics, {days} days")
NOTHING_OPEN = "nothing open"
AS_TALK = "As {name}’s next talk"
AS_A_TALK = "As a talk"
WITH_WHOM = "With whom the preview is"
PREVIEW = "How it reads for {name}"
KEEPS = "A talk keeps the version it was made from. Changes here count from the next one on."
COMPLETER = "What the app can fill in"

VERSION_ONE = "As it came with the app"
VERSION = "Version {version}, from the original"
VERSION_OWN = "Version {version}"
USED = ("used in {count} talk", "used in {count} talks")
NOT_USED = "not used yet"
VERSION_LINE = "Version {version}, {day}"
VERSION_ORIGINAL = "As it came"
NO_VERSIONS = "There is no earlier version"

NEW_TITLE = "A template of your own"
RENAME_TITLE = "The template"
NAME = "Title"
WHY = "What it is for"
WHY_HINT = "one line"
SORT = "Sort of talk"
NO_SORT = "No sort of its own"
ADD = "Add it"
SAVE = "Save"
NOT_SAVED = "It could not be saved. Nothing was changed."


def counted(words: tuple[str, str], count: int, days: int = 0) -> str:
    """Return the one or the many of a pair of words."""
    return words[count != 1].format(count=count, days=days)
