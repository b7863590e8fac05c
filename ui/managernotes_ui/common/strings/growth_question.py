"""What is asked about somebody's growth while a setback is open (S14)."""

from __future__ import annotations

QUESTION = "Hard spell since {day} — growth plan still on?"
MOVED = "No step of their growth has moved since {day}. Slower is fine; forgotten is not."
NEVER_MOVED = "No step of their growth has moved yet. Slower is fine; forgotten is not."
LOOK = "Look at it"
PUT_AWAY = "Put away"
