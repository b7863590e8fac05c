"""What Settings, Protection says, and the dialogs that change the ways into the vault."""

# ruff: noqa: S105 - words that name a passphrase, and none of them is one

from __future__ import annotations

TITLE = "What protects this vault"
TEXT_ANY = "Your notes are one encrypted file on this computer. Any one of these opens it:"
FOOTER = "Written so that you can tell the people you lead what you keep, and how"

KEYRING = "This computer’s keyring"
KEYRING_TEXT = "{backend}, opens when you log in"
KEYRING_UNUSED = "Not used; it would open the vault once you are logged in"
PASSPHRASE = "Passphrase"
PASSPHRASE_BESIDE = "Opens the vault when the keyring cannot"
PASSPHRASE_ALONE = "What you type at the lock"
PASSPHRASE_UNUSED = "None yet; it would open the vault when the keyring cannot"
BOTH = "Keyring and passphrase together"
BOTH_TEXT = "{backend}, and what you type; neither of them opens it alone"
CODE = "Recovery code"
ON_PAPER = "On paper; {}"
CODE_CONFIRMED = "confirmed {day}"
CODE_TRIED = "tried in a drill {day}"
CODE_TEXT = "The eight groups you keep on paper"
USED = "used {when}"
CHANGED = "changed {when}"
NEVER_NEEDED = "never needed"

REMOVE = "Remove"
ADD = "Add"
ADD_PASSPHRASE = "Add…"
CHANGE = "Change…"
NEW_CODE = "New code…"
LAST_ONE = "The last way in besides the recovery code stays"

NEED_BOTH = "Need the keyring and a passphrase, both"
NEED_BOTH_HELP = "neither opens the vault alone; the recovery code still does"

AGAINST_TITLE = "It protects against"
NOT_AGAINST_TITLE = "It does not protect against"
STOLEN = "a lost or stolen computer that is off or locked"
STOLEN_KEYRING = "a lost or stolen computer that is off"
COPIED = "someone who copies the file or a backup of it"
ALTERED = "a page altered on disk: the vault says so and stays shut"
KEYRING_ASKED_IN_VAIN = "a program that asks the keyring for its part"
AT_COMPUTER = "anyone at your unlocked, logged-in computer"
AT_OPEN_VAULT = "anyone at your computer while the vault is open"
MAY_ASK_KEYRING = "any program of yours that asks the keyring"
SOFTWARE = "software that already reads your screen or keys"
LAW = "the law: people may ask to see what you wrote about them"

CHECK = "Check the vault now"
CHECKING = "Checking…"
LAST_CHECK = "Last check {when}: {pages}, nothing wrong"
CHECK_FOUND = "Last check {when}: something is wrong. {problem}"
CHANGE_KEY = "Change the data key…"
CHANGE_KEY_HELP = "encrypts everything anew; for when a key may have leaked"
CHANGING_KEY = "Changing the data key. Nothing can be saved until it is done."
CHANGED_KEY = "The data key was changed"
CHANGED_KEY_TEXT = "The earlier code opens only backups made before. Destroy its sheet."
WORKING = "One moment…"

REMOVE_KEYRING_TITLE = "Remove the keyring as a way in?"
REMOVE_KEYRING_TEXT = (
    "The vault will ask for your passphrase each time. The keyring forgets its part at once."
)
REMOVE_PASSPHRASE = "Remove the passphrase"
REMOVE_PASSPHRASE_TITLE = "Remove the passphrase as a way in?"
REMOVE_PASSPHRASE_TEXT = (
    "Then only the keyring and the recovery code open the vault. Backups made until now still "
    "open with the passphrase they were made under."
)
NEW_PASSPHRASE = "A new passphrase"
NEW_PASSPHRASE_TEXT = (
    "Backups made until now still open with the passphrase they were made under. Nobody can reset "
    "it, not even us."
)
SET_PASSPHRASE = "Set passphrase"
BOTH_TITLE = "Need both from now on"
BOTH_DIALOG_TEXT = (
    "Choose the passphrase that is typed each time, while the keyring gives its part. When either "
    "is lost, the recovery code opens the vault."
)
NEED_BOTH_YES = "Need both"
EITHER_TITLE = "Let either one open it"
EITHER_TEXT = (
    "The keyring will open the vault by itself, and the passphrase you choose here without the "
    "keyring. That is less than both together."
)
EITHER_YES = "Either one opens it"
CODE_TITLE = "A new recovery code"
CODE_DIALOG_TEXT = (
    "From “Use this code” on, the sheet you have opens nothing any more but the backups made "
    "before. Nobody else has a copy of this one, and it is shown only now."
)
CODE_YES = "Use this code"
CODE_DONE = "The new recovery code is in force"
CODE_DONE_TEXT = "Destroy the old sheet. It still opens the backups made before."
KEY_TITLE = "Change the data key?"
KEY_TEXT = (
    "Everything is encrypted anew under a fresh key; a backup is made first. It takes some "
    "seconds, and a new recovery code takes the place of yours."
)
KEY_PASSPHRASE_TEXT = "Type your present passphrase; it stays the same."
KEY_GO_ON = "Go on"
KEY_CODE_TEXT = (
    "Put this code on paper now: once the key is changed, the sheet you have opens nothing any "
    "more but the backups made before. Keep both until the change is done."
)
KEY_YES = "Change the key"

NOT_DONE = "That could not be done"
NOT_DONE_TEXT = "Something unexpected stopped it. The ways in are as they were."
LEFT_OVER = "The keyring did not let go of the earlier key"
LEFT_OVER_TEXT = "It opens nothing any more; you may delete its entry in the keyring."
