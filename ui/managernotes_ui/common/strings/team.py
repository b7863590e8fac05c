"""What is said about notes that are fit to tell the team (S33)."""

from __future__ import annotations

FIT = "Fit to tell the team"
NOT_FIT = "Not for the team"
SHORT = "for the team"
SHEET = "fit to tell the team, or not"
MARKED = "Marked as fit to tell the team"
UNMARKED = "No longer for the team"
