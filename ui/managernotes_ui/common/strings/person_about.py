"""What the About tab of a person says."""

from __future__ import annotations

from managernotes_ui.common.dates import count

LEVEL = "Level"
STARTED = "Started"
MANAGER_SINCE = "You lead them since"
CADENCE = "You mean to talk"
STATUS = "They are"
RECOGNITION = "How they like to be thanked"
RECOGNITION_HINT = "In private or before others, in writing or by voice, and what for"
WORKS_BEST = "How they work best"
WORKS_BEST_HINT = "Hours, quiet, notice before a change; how they want to hear hard things"
AIMS = "What they aim for"
AIMS_HINT = "Where they want to be in a year or three"
THEIR_WORDS = "In their own words"
THEIR_WORDS_TEXT = "Ask, and write down what they say. Nothing here is guessed."

NEVER_CHANGED = "Not changed since {when}"

REMOVE = "Remove from the list…"
REMOVE_TITLE = "Remove {name} from the list?"
REMOVE_TEXT = (
    "Their page goes to the bin, with the notes that are about nobody else. It can be put back "
    "for 30 days."
)
REMOVE_YES = "Remove"


def changed(times: int, last: str) -> str:
    """Return "Changed 3 times, last today 10:42"."""
    often = "once" if times == 1 else count(times, "time")
    return f"Changed {often}, {'' if times == 1 else 'last '}{last}"
