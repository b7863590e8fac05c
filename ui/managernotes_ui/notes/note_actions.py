"""The actions of the note page (SPEC §5.3)."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import lessons as lesson_strings
from managernotes_ui.common.strings import measuring
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import team as team_strings
from managernotes_ui.style.icons import Icon

LINK = ActionSpec(
    name="note-link",
    title=strings.LINK_A_NOTE,
    section=Section.HERE,
    keys=("Ctrl+E",),
    sheet="link a note",
    icon=Icon.LINK,
)
MEASURE = ActionSpec(
    name="note-measure",
    title=measuring.MEASURE,
    section=Section.HERE,
    keys=(measuring.KEY,),
    sheet=measuring.SHEET,
    icon=Icon.TARGET,
    in_palette=False,
)
PREVIEW = ActionSpec(
    name="note-preview",
    title=strings.PREVIEW_ACTION,
    section=Section.HERE,
    keys=("Ctrl+Shift+P",),
    sheet="preview on or off",
    icon=Icon.EYE,
)
REVISIONS = ActionSpec(
    name="note-revisions",
    title=strings.REVISIONS,
    section=Section.HERE,
    keys=("Ctrl+H",),
    sheet="revisions",
    icon=Icon.HISTORY,
)
BOLD = ActionSpec(
    name="note-bold",
    title=strings.BOLD,
    section=Section.HERE,
    keys=("Ctrl+B",),
    sheet="bold",
    in_palette=False,
)
ITALIC = ActionSpec(
    name="note-italic",
    title=strings.ITALIC,
    section=Section.HERE,
    keys=("Ctrl+I",),
    sheet="italic",
    in_palette=False,
)
TO_PERSON = ActionSpec(
    name="note-to-person",
    title=strings.TO_PERSON,
    section=Section.HERE,
    keys=("Esc",),
    sheet="back to the person",
    icon=Icon.USER,
)
COPY = ActionSpec(
    name="note-copy",
    title=strings.COPY_TEXT,
    section=Section.HERE,
    icon=Icon.COPY,
)
BIN = ActionSpec(
    name="note-bin",
    title=strings.TO_BIN,
    section=Section.HERE,
    icon=Icon.TRASH_2,
)
TEAM = ActionSpec(
    name="note-team",
    title=team_strings.FIT,
    section=Section.HERE,
    keys=("Ctrl+Shift+F",),
    sheet=team_strings.SHEET,
    icon=Icon.USERS,
)
LESSON = ActionSpec(
    name="note-lesson",
    title=lesson_strings.FROM_NOTE,
    section=Section.HERE,
    icon=Icon.LIGHTBULB,
)
