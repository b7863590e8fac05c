"""What Settings, Backup says, and the windows that it opens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Final

from managernotes.domain.backup_generations import Generations, Rhythm
from managernotes.services.backup_reading import Since
from managernotes.services.backups import Stage
from managernotes_ui.common.dates import count

SECTION = "Backup"
TITLE = "Backups"
TEXT = (
    "Whole, encrypted copies. Your passphrase or recovery code opens them, this keyring does not."
)
BACK_UP_NOW = "Back up now"
BACK_UP_KEY = "B"
FOOTER = "A missed backup is told in Settings after three days, nowhere else"

WHERE, WHEN, HOW_MANY = "Where", "When", "How many"
WHEN_HELP = "when the vault is opened, at most one a day"
HOW_MANY_HELP = "older ones thin out by themselves"
CHANGE = "Change…"
BESIDE = "Beside the vault"
CHOOSE_PLACE = "Choose where backups are put"
PLACE_FOLDER = "Manager Notes backups"
RHYTHMS: Mapping[Rhythm, str] = {
    Rhythm.DAILY: "Once a day",
    Rhythm.WEEKLY: "Once a week",
    Rhythm.NEVER: "Never",
}
PLACE_TITLE = "Where are backups put?"
PLACE_TEXT = (
    "Beside the vault they survive a mistake and a damaged file; on another disk they survive this "
    "computer too. A place that is not there is waited for: nothing is put elsewhere."
)
OTHER_PLACE = "Another folder…"

MADE, SIZE, ENTRIES, PROVEN = "Made", "Size", "Entries", "Proven"
LIST_NAME = "Backups, the newest first"
NEWEST = "newest"
COUNTED = "reopened and counted"
COMPARED = "compared entry by entry, {when}"
OPENED = "opened by you on {day}"
OTHER_KEY = "made under another key"
UNKNOWN = "—"
NONE_YET = "There are no backups yet."
BUSY = "Backing up: {stage}"
STOP = "Stop"
STAGES: Mapping[Stage, str] = {stage: stage.value for stage in Stage}
MEGABYTES = "{done} of {total} MB"

MISSED_PLACE = "No backup since {day}: the place is not there."
MISSED_PLACE_ADVICE = "Connect the disk or choose another place. Nothing was put elsewhere."
MISSED = "No backup since {day}."
MISSED_NEVER = "No backup was made yet."
MISSED_ADVICE = "Make one now; it says what is in its way."

RESTORE_TITLE = "Restore {when}"
KEPT_ASIDE = "The present vault is kept aside, never written over"
NEWER, CHANGED, ONLY_THERE = (
    "Newer, so not in it", "Written differently since", "Only in the backup"
)  # fmt: skip
NOTHING = "nothing"
COMPARING = "comparing…"
OPEN_BESIDE = "Open it beside, to read"
FETCH = "Fetch single notes…"
RESTORE = "Restore it…"
UNLOCK = "Unlock it…"
OTHER_KEY_TEXT = (
    "This one was made before the vault had its present key. Its own passphrase or recovery code "
    "tells what is in it."
)
UNLOCK_TITLE = "Unlock the backup of {when}"
UNLOCK_TEXT = "With the passphrase or the recovery code that the vault had then."
UNLOCK_FIELD = "Passphrase or recovery code"
UNLOCK_YES = "Unlock"
UNLOCK_WRONG = "Neither a passphrase nor a recovery code of this backup."
SHOW_LETTERS, HIDE_LETTERS = "Show what is typed", "Hide what is typed"
CAPS_LOCK = "Caps Lock is on"

ASK_RESTORE = "Restore the backup of {when}?"
ASK_LOSES = "It lacks {newer}, and {changed} as they are now. "
ASK_SAME = "It holds what the vault holds. "
ASK_RESTORE_TEXT = (
    "The backup becomes the vault. The present vault is kept aside, whole, beside it: "
    "nothing is written over. The window closes the vault, restores and opens it again."
)
ASK_RESTORE_YES = "Restore"

BESIDE_WINDOW = "Backup of {day}"
BESIDE_BANNER = "This is a backup, to read."
BESIDE_BANNER_TEXT = "Made {when}. Nothing here can be changed, and nothing in the vault changes."
BESIDE_LIST = "Notes in the backup, the newest first"
BESIDE_MORE = "The newest {number} notes are listed."
BESIDE_TEXT_NAME = "The note as it was"
FIND_HERE = "Find in this backup"
READING = "Opening the backup…"

FETCH_TITLE = "Fetch single notes"
FETCH_TEXT = (
    "What was only binned is taken out of the bin. Anything else comes back as a new note: what is "
    "there stays as it is."
)
FETCH_NONE = "The vault has everything that is in this backup, in the same words."
FETCH_LIST = "Notes that can be brought back"
FETCH_YES = "Bring back"
CLOSE = "Close"
SINCE: Mapping[Since, str] = {
    Since.ERASED: "erased since",
    Since.BINNED: "in the bin since",
    Since.CHANGED: "written differently since",
}

_DISKS: Final = ("/run/media/", "/media/", "/Volumes/", "/mnt/")


def keep_words(keep: Generations) -> str:
    """Return "7 days, 4 weeks, 6 months"."""
    return f"{keep.days} days, {keep.weeks} weeks, {keep.months} months"


def older_words(number: int, keep: Generations) -> str:
    """Return "10 older: four weeks, six months"."""
    return f"{number} older: {_word(keep.weeks)} weeks, {_word(keep.months)} months"


def place_words(place: Path | None) -> str:
    """Return a place as people call it: beside the vault, a disk by its name, or a folder."""
    if place is None:
        return BESIDE
    disk = disk_of(place.as_posix())
    if disk:
        return f"External disk “{disk}”"
    name = place.parent.name if place.name == PLACE_FOLDER else place.name
    return f"Folder “{name}”"


def disk_of(path: str) -> str:
    """Return the name of the disk that a path lies on, empty for this computer's own."""
    for root in _DISKS:
        if path.startswith(root):
            parts = PurePath(path[len(root) :]).parts
            user_first = root in {"/run/media/", "/media/"} and len(parts) > 1
            return parts[1] if user_first else parts[0] if parts else ""
    return ""


def entries(notes: int, people: int, talks: int, promises: int, others: int) -> str:
    """Return "17 notes, 2 people, 3 talks" without what is none, or "nothing"."""
    persons = "1 person" if people == 1 else f"{people:,} people"
    parts = (
        (notes, count(notes, "note")),
        (people, persons),
        (talks, count(talks, "talk")),
        (promises, count(promises, "promise")),
        (others, count(others, "other text")),
    )
    return ", ".join(words for number, words in parts if number) or NOTHING


def texts(number: int) -> str:
    """Return "3 texts" or "nothing"."""
    return count(number, "text") if number else NOTHING


def only_there(erased: int, binned: int, since: str, papers: int) -> str:
    """Return "1 note, in the bin since Sat", "2 notes, erased since", "3 other texts" or all."""
    parts = [f"{count(erased, 'note')}, erased since"] if erased else []
    if papers:
        parts.append(f"{count(papers, 'other text')}, erased since")
    if binned:
        parts.append(f"{count(binned, 'note')}, in the bin since {since}")
    return "; ".join(parts) or NOTHING


_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _word(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
