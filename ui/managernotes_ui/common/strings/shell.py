"""What the window's frame says."""

from __future__ import annotations

APP = "Manager Notes"
FIND_OR_DO = "Find or do"
TODAY = "Today"
CONVERSATIONS = "Conversations"
GOALS = "Goals"
REVIEWS = "Reviews"
TEMPLATES = "Templates"
PEOPLE = "People"
EVERYBODY = "Everybody"
SETTINGS = "Settings"
LOCK = "Lock"
ADD_PERSON = "Add a person"
PEOPLE_LIST_NAME = "People, A to Z"
UNSAID = "something unsaid"
NOTHING_UNSAID = "nothing unsaid"
SIDEBAR_NAME = "Sidebar"
APP_MENU = "Menu"

SAVE_STATE_NAME = "Save state"
SAVING = "Saving…"
SAVED_AT = "Saved {when}"
NOT_SAVED_SINCE = "Not saved since {when}"

PALETTE = "Find or do anything"
NEW_NOTE = "New note"
QUICK_NOTE = "Quick note, in its own window"
SEARCH_EVERYTHING = "Search everything"
BACK_UP = "Back up now"
PROTECTION = "Passphrase, keyring, recovery code"
RESTORED = "The backup is your vault now."
RESTORED_ADVICE = "The vault as it was is kept beside it, under a name with the moment."
OPEN_BACKUP = "Open the backup beside"
LOCK_NOW = "Lock now"
KEYS = "Keys"
BACK = "Back"
NEXT_PANE = "Next pane"
NEXT_TAB = "Next tab"
TAB_BEFORE = "Tab before"
TAB_KEYS = "Ctrl+PgDown, PgUp"
RIGHT_PANEL = "Right panel"
QUIT = "Quit"
UNDO = "Undo, deletion too"

PUT_AWAY = "Put away"
COPY_REPORT = "Copy the report"
OWN_FAULT = "Something went wrong in the app."
OWN_FAULT_ADVICE = (
    "What was saved is safe. The report names places in the code, and nothing you wrote."
)

UNSAVED_AT_LOCK = "Not locked: text you typed is in memory only."
UNSAVED_AT_LOCK_ADVICE = (
    "It could not be saved. Free some room and it saves itself, copy it, or lock again without it."
)
UNSAVED_AT_QUIT = "Not closed: text you typed is in memory only."
UNSAVED_AT_QUIT_ADVICE = (
    "It could not be saved. Free some room and it saves itself, copy it, or close again without it."
)

SAVE_ELSEWHERE = "Save a copy elsewhere…"
LOOK_AGAIN = "Look again"
CHOOSE_NEW_PLACE = "A folder for the copy of the vault"
GOES_ON_ELSEWHERE = "The vault goes on at the place you chose."
GOES_ON_ELSEWHERE_TEXT = (
    "All that was saved is there, and the same keys open it. The old place was left as it is."
)
COPY_UNDER_WAY = "Copying and proving the copy…"

CODE_PUT_OFF = "The recovery code was put off."
CODE_PUT_OFF_TEXT = (
    "It was shown once, when the vault was made. Without it a lost keyring or a forgotten "
    "passphrase cannot be helped."
)
CODE_ON_PAPER = "I have it on paper"
CODE_LATER = "Later"
