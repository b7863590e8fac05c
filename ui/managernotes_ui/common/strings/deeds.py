"""What sheets that do one thing say when they cannot."""

from __future__ import annotations

BAD_PAST_DAY = "This is no day that has been. Try “today”, “mon” or “28 Sep”."
BAD_NUMBER = "This is no number. Write digits, like 30 or 2.5."
NOT_STORED = "It could not be saved. Nothing was changed."
DONE = "Done"
SAVES_ITSELF = "What you write here saves itself."
