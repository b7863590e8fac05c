"""The sort of a talk is always icon and word (SPEC §7.20): the table, and how it is drawn."""

from __future__ import annotations

from managernotes.domain.conversation import ONE_ON_ONES, ConversationType
from managernotes_ui.common.strings import talks as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.kind_look import KindLook

_ICONS = {
    ConversationType.ONE_ON_ONE: Icon.USERS,
    ConversationType.FIRST_ONE_ON_ONE: Icon.USERS,
    ConversationType.FEEDBACK: Icon.MESSAGE_SQUARE,
    ConversationType.PRAISE: Icon.HEART,
    ConversationType.TOUGH: Icon.MESSAGES_SQUARE,
    ConversationType.CAREER: Icon.SIGNPOST,
    ConversationType.STAY: Icon.SUN,
    ConversationType.RETURN: Icon.UNDO_2,
    ConversationType.GOAL_SETTING: Icon.TARGET,
    ConversationType.MID_YEAR: Icon.FILE_TEXT,
    ConversationType.ANNUAL_REVIEW: Icon.FILE_TEXT,
    ConversationType.PIP: Icon.LAYERS,
    ConversationType.ONBOARDING_CHECK: Icon.SPROUT,
    ConversationType.LESSON_REVIEW: Icon.LIGHTBULB,
    ConversationType.MENTORING: Icon.USER_PLUS,
    ConversationType.EXIT: Icon.ARROW_UP_RIGHT,
}


def talk_look(sort: ConversationType, *, covered: bool = False) -> KindLook:
    """Return how a sort looks; covered, all but the one-to-ones look alike (SPEC §8)."""
    if covered and sort not in ONE_ON_ONES:
        return KindLook(Icon.CIRCLE, strings.COVERED_TYPE, Role.MUTED, Role.NEUTRAL_SOFT)
    return KindLook(_ICONS[sort], strings.TYPES[sort], Role.MUTED, Role.NEUTRAL_SOFT)
