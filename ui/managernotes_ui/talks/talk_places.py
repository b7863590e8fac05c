"""Where a row of a list of talks leads, and where its next step is done."""

from __future__ import annotations

from managernotes.domain.conversation import ONE_ON_ONES, PREPARED_TYPES, ConversationRow
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.talks.talk_words import NextStep

_STEPS = {
    NextStep.PREPARE: PageName.PREPARE,
    NextStep.BRIEF: PageName.BRIEF,
    NextStep.START: PageName.TALK,
    NextStep.GO_ON: PageName.TALK,
    NextStep.WRITE_DOWN: PageName.AFTER_TALK,
    NextStep.FOLLOW_UP: PageName.AFTER_TALK,
}


def leads_to(row: ConversationRow) -> Place:
    """Return the preparation of a hard talk to come, the brief of a one-to-one, else its page."""
    page = PageName.TALK
    if row.held_on is None and row.type in PREPARED_TYPES:
        page = PageName.PREPARE
    elif row.held_on is None and row.began_at is None and row.type in ONE_ON_ONES:
        page = PageName.BRIEF
    return Place(page, conversation=row.id)


def place_of(step: NextStep, row: ConversationRow) -> Place | None:
    """Return where a step is done; None for one that is done at once."""
    page = _STEPS.get(step)
    return Place(page, conversation=row.id) if page is not None else None
