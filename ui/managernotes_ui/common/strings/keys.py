"""How keys are written, and what the key sheet says."""

from __future__ import annotations

from managernotes_ui.common.actions import Section
from managernotes_ui.shell.page import PageName

KEY_SIGNS = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "Backspace": "Back",
    "PgUp": "Page up",
    "PgDown": "Page down",
}
"""The words on the caps where Qt's own are not what people read."""

KEYS = "Keys"
WHAT_TO_DO = "What do you want to do?"
FILTER_NAME = "Filter the keys by what they do"
PRINT = "Print on one page"
CLOSE = "Close"
FOOT = "Every key is also in the menu and in its tooltip"
OR = "or"
CLOSES = "closes"
NOTHING = "No key does “{typed}”."
HERE = "Here: {page}"
THIS_PAGE = "this page"
FROM_ANYWHERE = "{keys}, from anywhere"
PRINT_TITLE = "Manager Notes: keys"

PAGES = {
    PageName.TODAY: "today",
    PageName.CONVERSATIONS: "conversations",
    PageName.TEMPLATES: "templates",
    PageName.TALK: "a talk",
    PageName.BRIEF: "the brief",
    PageName.PREPARE: "preparing",
    PageName.REHEARSE: "rehearsing",
    PageName.AFTER_TALK: "after the talk",
    PageName.PEOPLE: "everybody",
    PageName.PERSON: "a person",
    PageName.NOTE: "a note",
    PageName.REVISIONS: "revisions",
    PageName.UNCONFIRMED: "written while locked",
    PageName.SEARCH: "search",
    PageName.SETTINGS: "settings",
}

SECTIONS = {
    Section.HERE: "On its own page",
    Section.EVERYWHERE: "Everywhere",
    Section.PRIVACY: "Privacy",
    Section.PERSON: "A person",
    Section.NOTE: "A note",
    Section.QUICK_LINE: "The quick line",
}

GRAMMAR = (
    ("@", "a person: @dana"),
    ("+", "a kind: +win, +con"),
    ("#", "a tag: #delivery"),
    ("^", "the day it happened: ^mon"),
    ("!", "a day to come back: !fri"),
)
"""The signs of the capture line (DESIGN §4): they are typed, so no action stands for them."""
