"""What the lock screen and the first run say."""

# ruff: noqa: S105 - words that name a passphrase, and none of them is one

from __future__ import annotations

from typing import NamedTuple

from managernotes_ui.common.strings.numbers import spelt

# The lock screen (14, 18b)
LOCKED = "Locked"
NOTHING_SHOWN = "Nothing is shown until you open it."
OPENING = "Opening…"
STAYS_HERE = "Everything stays on this computer"
PASSPHRASE = "Passphrase"
YOUR_PASSPHRASE = "Your passphrase"
SHOW_LETTERS = "Show what is typed"
HIDE_LETTERS = "Hide what is typed"
CAPS_LOCK = "Caps Lock is on"
OPEN = "Open"
OR = "or"
USE_CODE = "Use the recovery code"
USE_CODE_KEY = "Alt+R"
USE_PASSPHRASE = "Back"
OTHER_VAULT = "Open another vault…"
OPEN_WITH_KEYRING = "Open with the keyring"
TRY_KEYRING_AGAIN = "Try the keyring again"
RECOVERY_CODE = "Recovery code"
CODE_HELP = "Eight groups of four, from your sheet. Capitals, spaces and dashes do not matter."

WRONG_PASSPHRASE = "That passphrase does not open this vault"
WRONG_CODE = "That code belongs to another vault"
MISTYPED_CODE = "The code has a typing mistake; compare it with your sheet, group by group."
NOT_OPENED = "The vault could not be opened"
NOT_OPENED_TEXT = "Something unexpected stopped it. Nothing was changed; try once more."

VAULT_WHOLE = "Your vault is whole; only the quick way in is missing."
KEYRING_ABSENT = "The keyring holds no key for this vault"
KEYRING_MISMATCH = "The keyring’s key does not fit this vault"
KEYRING_LOCKED = "The keyring is locked"
KEYRING_TIMEOUT = "The keyring did not answer within 6 seconds"
KEYRING_REFUSED = "The keyring here was refused as unsafe"
KEYRING_NONE = "No keyring is running here"
UNLOCK_IT = "Unlock it and try again"
TRY_ONCE_MORE = "Try once more"
USE_YOUR_PASSPHRASE = "use your passphrase"
USE_YOUR_CODE = "use your recovery code"


def wait_sentence(what_happened: str, seconds: int) -> str:
    """Return the one sentence under the field, with the wait that follows (0: none)."""
    if not seconds:
        return f"{what_happened}."
    return f"{what_happened}; wait {seconds} {'second' if seconds == 1 else 'seconds'}."


def ways_on(first: str, *, has_passphrase: bool) -> str:
    """Return the second line of the keyring banner: what is safe, and what to do."""
    rest = USE_YOUR_PASSPHRASE if has_passphrase else USE_YOUR_CODE
    todo = f"{first}, or {rest}." if first else f"{rest[0].upper()}{rest[1:]}."
    return f"{VAULT_WHOLE} {todo}"


class FilePage(NamedTuple):
    """A page about the files: what happened, what is safe, what to do."""

    title: str
    safe: str
    todo: str


_UNTOUCHED = "Nothing was opened, changed or made."

FILE_PAGES = {
    "not there": FilePage(
        "Your vault is not where it was",
        "It was last opened at a place that cannot be found now.",
        "Nothing was made or changed. If it lies on another drive, connect that and look again.",
    ),
    "vault missing": FilePage(
        "The vault is missing",
        f"Its key file is here; the vault it belongs to is not. {_UNTOUCHED}",
        "Put the vault back beside its key file, perhaps from a backup, then look again.",
    ),
    "keys missing": FilePage(
        "The key file is missing",
        f"The vault is here, and cannot be opened without its key file. {_UNTOUCHED}",
        "Put the file that ends in .keys.json back beside the vault, then look again.",
    ),
    "keys in backup": FilePage(
        "The key file is missing, its copy is here",
        f"The vault is here, and so is the copy of its key file. {_UNTOUCHED}",
        "Rename the file that ends in .keys.bak.json so that it ends in .keys.json, then look "
        "again.",
    ),
    "keys damaged": FilePage(
        "The key file is damaged or was altered",
        f"The vault itself is as it was. {_UNTOUCHED}",
        "Put back the copy that ends in .keys.bak.json, or one from a backup, then look again.",
    ),
    "empty": FilePage(
        "The vault file is empty",
        f"No notes are in this file. {_UNTOUCHED}",
        "Put a backup in its place, then look again.",
    ),
    "truncated": FilePage(
        "The vault file is cut short",
        f"It ends too early, as after a copy that was broken off. {_UNTOUCHED}",
        "Put a backup in its place, then look again.",
    ),
    "plaintext": FilePage(
        "This file is not encrypted",
        f"It is an ordinary database and no vault. {_UNTOUCHED}",
        "Choose the right file, or put a backup in its place and look again.",
    ),
    "foreign": FilePage(
        "This is another program’s file",
        f"It opens, and is not a Manager Notes vault. {_UNTOUCHED}",
        "Choose the right file.",
    ),
    "damaged": FilePage(
        "The vault file is damaged",
        "Your key is right; a part of the file fails its check. The file was left as it is.",
        "Keep this file, put a backup in its place, then look again.",
    ),
    "newer": FilePage(
        "A newer version saved this vault",
        "Everything in it is safe, and this version leaves it as it is.",
        "Update Manager Notes on this computer, then open the vault again.",
    ),
    "unsafe": FilePage(
        "The vault’s place is a link or belongs to someone else",
        f"A link could lead anywhere, so it is not followed. {_UNTOUCHED}",
        "Choose the real file, in a folder of your own.",
    ),
    "unwritable": FilePage(
        "The vault’s place cannot be written",
        f"Without writing, nothing you note could be kept. {_UNTOUCHED}",
        "Give yourself the right to read and write there, then look again.",
    ),
}
LOOK_AGAIN = "Look again"
NEW_ELSEWHERE = "Make a new one elsewhere…"
CHOOSE_VAULT = "Choose a vault"
CHOOSE_FOLDER = "Choose a folder for the vault"
VAULT_FILES = ("Vaults (*.db *.vault)", "All files (*)")

# The first run (36, 15)
BACK = "Back"
GO_ON = "Go on"
PLACE_TITLE = "Private notes about the people you lead"
PLACE_TEXT = (
    "What you saw, what you promised, what you still have to say. Yours, on this computer, and "
    "nowhere else."
)
PLACE_POINTS = (
    "One encrypted file. No account, no network.",
    "Nobody is scored, ranked or rated in it.",
    "Earlier versions are kept, so no slip loses a word.",
)
WHERE_IT_LIVES = "Where it lives"
APP_DATA = "Your app data › Manager Notes"
HOME = "Your home"
CHANGE = "Change…"
NOT_IN_DOCUMENTS = "Not in Documents, so that no cloud copies it."
BEFORE_TITLE = "Before you write"
BEFORE_TEXT = (
    "These are notes at work. In many places a person may ask to see what is held about them. "
    "Write so that they could."
)
HAVE_VAULT = "I have a vault…"
SYNCED_TITLE = "{service} copies this folder to other computers"
SYNCED_TEXT = (
    "The vault stays encrypted there, but two computers that write to it spoil it. A folder of "
    "this computer alone is safer."
)

PROTECTION_TITLE = "What opens your notes?"
PROTECTION_TEXT = (
    "You can change this later. A recovery code on paper comes next, whichever you choose."
)
KEYRING_CARD = "This computer’s keyring"
KEYRING_CARD_TEXT = "Opens by itself once you are logged in."
PASSPHRASE_CARD = "A passphrase"
PASSPHRASE_CARD_TEXT = "You type it each time. Works everywhere."
BOTH_CARD = "Both"
BOTH_CARD_TEXT = "The keyring day to day, the passphrase when it cannot. Either one opens it."
ADVISED = "advised"
LOOKING = "looking…"
FOUND_READY = "found, ready"
NOT_AVAILABLE = "not available"
WHY_LOCKED = "It is locked. Unlock it and come back to this page, or choose the passphrase."
WHY_TIMEOUT = "It did not answer within 6 seconds. Choose the passphrase."
WHY_REFUSED = "What runs here would keep the key in the open, so it is not used."
WHY_NONE = "No keyring that keeps a key safely is running here."
NEEDS_KEYRING = "needs the keyring"
ONCE_MORE = "Once more"
NOT_THE_SAME = "The two are not the same."
FOUR_WORDS = "Four words drawn by chance are best."
TOO_SHORT = "Too short: 8 characters at least."
SHORT_STILL = "It will do. Four words drawn by chance are better."
LONG_ENOUGH = "Long enough. Four words drawn by chance are best."
NOBODY_RESETS = "Nobody can reset it, not even us. That is the point, and the reason for the code."
MAKING = "Making the vault…"
NOT_MADE = "The vault could not be made"
NOT_MADE_TEXT = "Something unexpected stopped it. Nothing was left behind; try once more."

CODE_TITLE = "Your recovery code"
CODE_TEXT = (
    "If this computer forgets its key, or you forget your passphrase, this code opens your notes. "
    "Nobody else has a copy. You can make a new one at any time, while the vault is open."
)
LATER_REMIND = "Later, remind me"

SHEET_TITLE = "Manager Notes: recovery code"
SHEET_TEXT = (
    "This code opens your notes when the computer has forgotten its key or you your passphrase. "
    "Whoever holds this sheet and the vault can read them. Keep it away from the computer."
)
SHEET_HOW = "On the lock screen choose “Use the recovery code” and type the eight groups in order."
SHEET_DAY = "Made on {day}"

PEOPLE_TITLE = "Whom do you lead?"
PEOPLE_TEXT = (
    "Paste a list from anywhere, one person a line. Role and start are welcome, not needed."
)
PEOPLE_FIELD = "The people you lead, one a line"
PEOPLE_EXAMPLE = "Dana Whitfield; Staff engineer; 12.8.2024"
PEOPLE_ROWS = "The people as they were read, A to Z"
ADDRESSES = "addresses are not kept"
LATER = "Later"
ADD = "Add and write the first note"
ADD_KEY = "Ctrl+Enter"
NOBODY_YET = "Nobody yet"
NOT_ADDED = "They could not be added. Nothing was changed; try once more."


def step_of(number: int) -> str:
    """Return "Step 2 of 3"."""
    return f"Step {number} of 3"


def free_space(gigabytes: int) -> str:
    """Return how much room there is, "212 GB free."."""
    return f"{gigabytes:,} GB free." if gigabytes else "Less than 1 GB free."


def read_as(people: int) -> str:
    """Return "Read as seven people"; figures above twelve."""
    if not people:
        return NOBODY_YET
    number = spelt(people)
    return f"Read as {number} {'person' if people == 1 else 'people'}"


def seen_again(times: int) -> str:
    """Return what is said about names that were seen twice."""
    return "one name was there twice" if times == 1 else f"{times} lines named someone again"


def unread(lines: int) -> str:
    """Return what is said about lines that gave no name."""
    return "one line has no name" if lines == 1 else f"{lines} lines have no name"


CHOOSE_BACKUP = "Choose a backup"
OTHER_BACKUP = "Restore a backup…"
BACKUP_FILES = ("Backups (*.mnbackup)", "All files (*)")
RESCUE_TITLE = "A whole backup is here: {when}"
RESCUE_TEXT = (
    "Every byte of it is as it was written. Restoring puts it in the vault’s place; what is there "
    "now is kept aside."
)
RESCUE_FIELD = "Passphrase or recovery code"
RESCUE_YES = "Restore this backup"
RESCUING = "Restoring…"
RESCUE_WRONG = "Neither a passphrase nor a recovery code of this backup."

# After the recovery code (issue 3: recover)
WHOLE_TITLE = "Your vault is open, and whole"
WHOLE_TEXT = (
    "The recovery code opened it, and every page of it was checked. Set up a way in for every day, "
    "so that the sheet can go back to its place."
)
LET_KEYRING_OPEN = "Let this computer’s keyring open it"
NEW_PASSPHRASE = "Set a new passphrase…"
BOTH_AGAIN = "Set up keyring and passphrase together…"
PASSPHRASE_ALONE = "Set a passphrase that opens it alone…"
NEW_PASSPHRASE_TITLE = "A new passphrase"
NEW_PASSPHRASE_TEXT = "It takes the place of the one before. Nobody can reset it, not even us."
BOTH_AGAIN_TEXT = "It is typed each time, while the keyring gives its part, as it was before."
PASSPHRASE_ALONE_TEXT = "From now on this passphrase opens the vault without the keyring."
SET_UP = "Set up"
NOT_NOW = "Not now"
OTHER_SIDE = "A change of the data key was interrupted; the vault answers to the other code."
