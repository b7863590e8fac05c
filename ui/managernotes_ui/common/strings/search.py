"""What the search page says."""

from __future__ import annotations

from managernotes_ui.common.dates import count

BOX_NAME = "Search every note"
BOX_HINT = "Words, or a filter such as person:dana"
FACETS_NAME = "Narrow down; Space ticks"
RESULTS_NAME = "Notes found, by person"

KIND = "Kind"
PERSON = "Person"
SAID = "Said"
WHEN = "When"
NO_ONE = "no one named"
NO_ONE_HEAD = "No one named"
NARROW_DOWN = "Narrow down"

ANY_TIME = "Any time"
SINCE = "Since {when}"
UNTIL = "Until {when}"
BETWEEN = "{first} – {last}"

RESTRICTED = "A restricted note: open it to read"
NO_WORDS = "A note without words"
OF_THE_NEWEST = "{found} of the newest {looked:,}"

MOVE = "↑ ↓ move"
OPEN = "Enter open"
TICK = "Tab and Space narrow down"

EMPTY_TITLE = "Find any note again"
EMPTY_TEXT = (
    "Results come as you type: every word must be found, or begin a word. In front of a word, "
    "a minus leaves it out; words in quotes stand together."
)
EMPTY_EXAMPLE = "Filters narrow it down. Try one:"
NOTHING_TITLE = "Nothing found"
NOTHING_TEXT = "No note has all of this. Fewer letters or one word less find more."
TAKE_OFF = "Take off the ticks"


def found(notes: int) -> str:
    """Return "11 found"."""
    return f"{notes:,} found"


def found_so_far(notes: int) -> str:
    """Return "200 or more found", until they are counted."""
    return f"{notes:,} or more found"


def more_from(name: str, notes: int) -> str:
    """Return "2 more from Dana"."""
    return f"{notes:,} more from {name}"


def more_without(notes: int) -> str:
    """Return "2 more about no one"."""
    return f"{notes:,} more about no one"


def in_groups(notes: int, groups: int) -> str:
    """Return "11 notes about 3 people"."""
    people = f"{groups:,} person" if groups == 1 else f"{groups:,} people"
    return f"{count(notes, 'note')} about {people}" if groups else count(notes, "note")


def examples(since: str, since_words: str) -> tuple[tuple[str, str], ...]:
    """Return searches to try, and what each one finds."""
    return (
        (f"kind:win {since}", f"wins {since_words.lower()[:5]}{since_words[5:]}"),
        ("kind:concern -support", "concerns that do not name support"),
        ("“in front of”", "these words, side by side"),
    )
