"""What is said about how somebody likes to be thanked."""

from __future__ import annotations

TITLE = "How they like to be thanked"
HINT = "in private or before everybody, with what it changed, in writing"
QUESTION = "How does {name} like to be thanked?"
TEXT = "It is read wherever a thanks is planned or said."
KEEP = "Keep it"
ROW = "Likes it so: {words}"
ASK = "How do they like to be thanked?"
FOOTER = "{name} likes it so: {words}"
SHEET = "how they like to be thanked"
