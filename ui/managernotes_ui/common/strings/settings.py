"""What the settings page says."""

from __future__ import annotations

from managernotes.settings import Theme
from managernotes_ui.locking.capture_shield import Exclusion

TITLE = "Settings"
SECTIONS_NAME = "Sections of the settings"
PROTECTION = "Protection"
TRUST = "Trust"
PRIVACY = "Privacy in the room"
APPEARANCE = "Appearance"
ABOUT = "About"

THEME = "Theme"
THEME_HELP = "System follows what the computer is set to, and switches with it."
THEMES = {Theme.SYSTEM: "System", Theme.LIGHT: "Light", Theme.DARK: "Dark"}
TEXT_SIZE = "Text size"
TEXT_SIZE_HELP = "Everything on every page, at once."
PERCENT = "{number} %"

LOCK_AFTER = "Lock after"
LOCK_AFTER_HELP = "of doing nothing, and always on sleep"
NEVER = "Never"
LOCK_NOW = "Lock now"
LOCK_NOW_HELP = "shuts the vault and forgets its key; nothing of it stays on the screen"
LOCK = "Lock"
LOCK_COVERS = "A locked window shows no name, no count and no file name."
COVER = "Cover the window when it loses focus"
COVER_HELP = (
    "A window you turn away from is covered: nobody reads along, and nothing is lost. Covered is "
    "not locked. Whether it is, you choose under Protection."
)
KEEP_OUT = "Keep this window out of screen sharing"
KEEP_OUT_HELP = {
    Exclusion.ASKED: "Windows is asked to leave it out; a program may show it all the same",
    Exclusion.OLD_SYSTEMS_ONLY: "macOS is asked to; from macOS 15 on it may show it all the same",
    Exclusion.IMPOSSIBLE: "not possible on this desktop, so we do not claim it",
}

KEYRINGS = {
    "SecretService": "The desktop’s Secret Service",
    "libsecret": "The desktop’s Secret Service",
    "kwallet": "KWallet",
    "macOS": "macOS Keychain",
    "Windows": "Windows Credential Manager",
}
UNKNOWN_KEYRING = "A keyring of this computer"
FILE_PLACE = "Where it lies"
FILE_SIZE = "{size} on disk, with its key file beside it"
ABOUT_TITLE = "Manager Notes {version}"
ABOUT_TEXT = "Private notes about the people you lead. MIT licence."
LIMITS_TITLE = "What it does not do"
LIMITS = (
    "It keeps no score, rating or rank of anyone, and has no place to put one.",
    "It never goes online: no account, no update check, nothing is sent anywhere.",
    "With every key lost, nobody opens the vault again: not you, and not the authors.",
    "Copies you made of the file keep what you erase here later.",
    "It is no personnel file: what you write may have to be shown to the person it is about.",
)
LIBRARIES_TITLE = "What it is made of"
NOT_FOUND = "not found"
LIBRARIES = (
    ("PySide6-Essentials", "Qt for Python", "LGPL-3.0"),
    ("sqlcipher3", "SQLCipher for Python", "zlib, BSD-3-Clause"),
    ("cryptography", "cryptography", "Apache-2.0 or BSD-3-Clause"),
    ("argon2-cffi", "Argon2 for Python", "MIT"),
    ("pynacl", "PyNaCl", "Apache-2.0"),
    ("keyring", "keyring", "MIT"),
    ("jeepney", "Jeepney", "MIT"),
    ("Markdown", "Python-Markdown", "BSD-3-Clause"),
    ("pymdown-extensions", "PyMdown Extensions", "MIT"),
    ("nh3", "nh3", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
    ("icalendar", "icalendar", "BSD-2-Clause"),
)
"""Package, what people call it, its licence."""
CIPHER = ("SQLCipher", "BSD-3-Clause")
ART = (("Inter", "typeface", "OFL-1.1"), ("Lucide", "icons", "ISC"))


def keyring_words(backend: str) -> str:
    """Return what people call a keyring, from its class name."""
    parts = backend.split(".")
    return next((words for part, words in KEYRINGS.items() if part in parts), UNKNOWN_KEYRING)


def minutes(number: int) -> str:
    """Return "5 minutes", "1 minute", or "Never" for 0."""
    if not number:
        return NEVER
    return "1 minute" if number == 1 else f"{number} minutes"


def size_words(size: int) -> str:
    """Return a size in bytes as "412 kB" or "3.4 MB"."""
    thousand, million = 1_000, 1_000_000
    return f"{size / million:.1f} MB" if size >= million else f"{max(size // thousand, 1)} kB"
