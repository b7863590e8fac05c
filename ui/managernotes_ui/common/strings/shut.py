"""What the window says while the vault is shut for writing because a proof failed."""

from __future__ import annotations

TITLE = "A proof failed: the vault is shut for writing."
TEXT = "{reasons} Your notes can be read, and what you type stays on the screen."
DAMAGE_TEXT = "{reasons} It can be read. Restore a backup, or prove it again in Settings, Trust."
LOOK = "Look at it"
LOOKED = "I have looked; write again"
RESTORE = "Restore a backup…"
READ_ON = "Keep reading"

PROVE = "Prove that the vault is whole"
