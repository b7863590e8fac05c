"""What the About tab says of when somebody talks with you, and when they are away."""

from __future__ import annotations

TITLE = "When you talk"
TEXT = "Today waits for a one-to-one as their rhythm asks, and never while they are away."
USUAL_DAY = "Usual day"
USUAL_TIME = "Usual time"
USUAL_TIME_HINT = "10:30"
NO_DAY = "No usual day"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BAD_TIME = "That is no time of day. Write it as 10:30."
TIME_NEEDS_DAY = "Choose a day first."

AWAY = "Away"
AWAY_TEXT = "Two days and nothing else: no reason is asked, and none can be written."
FROM, TO = "From", "To"
FROM_HINT, TO_HINT = "30 Nov", "4 Dec"
ADD = "Add"
REMOVE = "Take {window} away"
WINDOW = "{first} to {last}"
ONE_DAY = "{first}"
BAD_DAY = "That is no day. Write it as 30 Nov or 2026-11-30."
ENDS_EARLY = "A time away cannot end before it begins."
