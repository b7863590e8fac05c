"""The actions that work on every page (SPEC §5, "Everywhere")."""

from __future__ import annotations

from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import discreet as discreet_strings
from managernotes_ui.common.strings import discreet_view as view_strings
from managernotes_ui.common.strings import goals as goal_strings
from managernotes_ui.common.strings import handover as handover_strings
from managernotes_ui.common.strings import plan_talk as plan_strings
from managernotes_ui.common.strings import preparing as prepare_strings
from managernotes_ui.common.strings import reviews as review_strings
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.common.strings import shut
from managernotes_ui.common.strings import standards as standard_strings
from managernotes_ui.style.icons import Icon

PALETTE = ActionSpec(
    name="palette",
    title=strings.PALETTE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+K",),
    sheet="find or do anything",
    icon=Icon.SEARCH,
    in_palette=False,
)
NEW_NOTE = ActionSpec(
    name="new-note",
    title=strings.NEW_NOTE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+N",),
    sheet="new note",
    icon=Icon.PLUS,
)
QUICK_NOTE = ActionSpec(
    name="quick-note",
    title=strings.QUICK_NOTE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Shift+N",),
    sheet="quick note, own window",
    icon=Icon.PENCIL,
)
SEARCH = ActionSpec(
    name="search",
    title=strings.SEARCH_EVERYTHING,
    section=Section.EVERYWHERE,
    keys=("Ctrl+F",),
    sheet="search",
    icon=Icon.SEARCH,
)
PAGE_TODAY = ActionSpec(
    name="page-today",
    title=strings.TODAY,
    section=Section.EVERYWHERE,
    keys=("Ctrl+1",),
    sheet="today",
    icon=Icon.SUN,
)
PAGE_CONVERSATIONS = ActionSpec(
    name="page-conversations",
    title=strings.CONVERSATIONS,
    section=Section.EVERYWHERE,
    keys=("Ctrl+2",),
    sheet="conversations",
    icon=Icon.MESSAGES_SQUARE,
)
PAGE_GOALS = ActionSpec(
    name="page-goals",
    title=strings.GOALS,
    section=Section.EVERYWHERE,
    keys=("Ctrl+3",),
    sheet="goals",
    icon=Icon.TARGET,
)
PAGE_REVIEWS = ActionSpec(
    name="page-reviews",
    title=strings.REVIEWS,
    section=Section.EVERYWHERE,
    keys=("Ctrl+4",),
    sheet="reviews: even hand, month look-back",
    icon=Icon.FILE_TEXT,
)
EVEN_HAND = ActionSpec(
    name="even-hand",
    title=review_strings.TAB_EVEN,
    section=Section.EVERYWHERE,
    icon=Icon.FILE_TEXT,
    on_sheet=False,
)
LOOK_BACK = ActionSpec(
    name="look-back",
    title=review_strings.TAB_LOOK_BACK,
    section=Section.EVERYWHERE,
    icon=Icon.HISTORY,
    on_sheet=False,
)
PAGE_TEMPLATES = ActionSpec(
    name="page-templates",
    title=strings.TEMPLATES,
    section=Section.EVERYWHERE,
    keys=("Ctrl+5",),
    sheet="templates",
    icon=Icon.LAYOUT_TEMPLATE,
)
PAGE_PEOPLE = ActionSpec(
    name="page-people",
    title=strings.PEOPLE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+6",),
    sheet="everybody",
    icon=Icon.USERS,
)
PAGE_STANDARDS = ActionSpec(
    name="page-standards",
    title=standard_strings.PAGE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+7",),
    sheet=standard_strings.SHEET,
    icon=Icon.TARGET,
)
PAGE_UNCONFIRMED = ActionSpec(
    name="page-unconfirmed",
    title=sealed_strings.COMMAND,
    section=Section.EVERYWHERE,
    icon=Icon.LOCK,
    on_sheet=False,
)
HAND_OVER = ActionSpec(
    name="hand-over",
    title=handover_strings.COMMAND,
    section=Section.EVERYWHERE,
    icon=Icon.UPLOAD,
)
ADD_PERSON = ActionSpec(
    name="add-person",
    title=strings.ADD_PERSON,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Shift+A",),
    sheet="add a person",
    icon=Icon.USER_PLUS,
)
PLAN_TALK = ActionSpec(
    name="plan-talk",
    title=plan_strings.PLAN_TITLE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Shift+T",),
    sheet="plan a talk",
    icon=Icon.CALENDAR,
)
NEW_GOAL = ActionSpec(
    name="new-goal",
    title=goal_strings.NEW,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Shift+G",),
    sheet="new goal",
    icon=Icon.TARGET,
)
BACK = ActionSpec(
    name="back",
    title=strings.BACK,
    section=Section.EVERYWHERE,
    keys=("Alt+Left",),
    sheet="back",
    icon=Icon.ARROW_LEFT,
)
NEXT_PANE = ActionSpec(
    name="next-pane",
    title=strings.NEXT_PANE,
    section=Section.EVERYWHERE,
    keys=("F6",),
    sheet="next pane",
    in_palette=False,
)
NEXT_TAB = ActionSpec(
    name="next-tab",
    title=strings.NEXT_TAB,
    section=Section.EVERYWHERE,
    keys=("Ctrl+PgDown",),
    shown=strings.TAB_KEYS,
    sheet="next tab, tab before",
    in_palette=False,
)
TAB_BEFORE = ActionSpec(
    name="tab-before",
    title=strings.TAB_BEFORE,
    section=Section.EVERYWHERE,
    keys=("Ctrl+PgUp",),
    in_palette=False,
    on_sheet=False,
)
KEYS = ActionSpec(
    name="keys",
    title=strings.KEYS,
    section=Section.EVERYWHERE,
    keys=("F1",),
    sheet="these keys",
    icon=Icon.KEYBOARD,
)
SETTINGS = ActionSpec(
    name="settings",
    title=strings.SETTINGS,
    section=Section.EVERYWHERE,
    keys=("Ctrl+,",),
    sheet="settings",
    icon=Icon.SETTINGS,
)
PROVE = ActionSpec(
    name="prove-vault",
    title=shut.PROVE,
    section=Section.PRIVACY,
    icon=Icon.SHIELD_CHECK,
)
MENU = ActionSpec(
    name="menu",
    title=strings.APP_MENU,
    section=Section.EVERYWHERE,
    keys=("F10",),
    sheet="menu",
    in_palette=False,
)
QUIT = ActionSpec(
    name="quit",
    title=strings.QUIT,
    section=Section.EVERYWHERE,
    keys=("Ctrl+Q",),
    sheet="quit",
    icon=Icon.X,
)
PREPARE = ActionSpec(
    name="prepare",
    title=prepare_strings.PREPARE_TIP,
    section=Section.EVERYWHERE,
    keys=("Ctrl+P",),
    sheet=prepare_strings.PREPARE_SHEET,
    icon=Icon.MESSAGES_SQUARE,
)
DISCREET = ActionSpec(
    name="discreet",
    title=discreet_strings.TITLE,
    section=Section.PRIVACY,
    keys=("Ctrl+Shift+D",),
    sheet=discreet_strings.SHEET,
    icon=Icon.EYE_OFF,
)
LOCK = ActionSpec(
    name="lock",
    title=strings.LOCK_NOW,
    section=Section.PRIVACY,
    keys=("Ctrl+L",),
    sheet="lock",
    icon=Icon.LOCK,
)
PROTECTION = ActionSpec(
    name="protection",
    title=strings.PROTECTION,
    section=Section.PRIVACY,
    icon=Icon.KEY_ROUND,
    on_sheet=False,
)
BACK_UP = ActionSpec(
    name="back-up",
    title=strings.BACK_UP,
    section=Section.PRIVACY,
    icon=Icon.ARCHIVE,
    on_sheet=False,
)
BACK_UP_HERE = ActionSpec(
    name="back-up-here",
    title=strings.BACK_UP,
    section=Section.HERE,
    keys=("B",),
    sheet="back up now",
    icon=Icon.ARCHIVE,
    in_palette=False,
)
OPEN_BESIDE = ActionSpec(
    name="open-backup",
    title=strings.OPEN_BACKUP,
    section=Section.HERE,
    shown="Enter",
    sheet="open the backup beside",
    in_palette=False,
)
DISCREET_VIEW = ActionSpec(
    name="discreet-view",
    title=view_strings.TITLE,
    section=Section.HERE,
    keys=("F7",),
    sheet=view_strings.SHEET,
    icon=Icon.EYE_OFF,
)
REHEARSE = ActionSpec(
    name="rehearse",
    title=view_strings.REHEARSE,
    section=Section.HERE,
    keys=("F5",),
    sheet=view_strings.REHEARSE_SHEET,
    icon=Icon.PLAY,
)
