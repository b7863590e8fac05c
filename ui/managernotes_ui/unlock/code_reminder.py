"""What the vault notes of its recovery code: whether to remind of it, or that it was typed back."""

from __future__ import annotations

PREFERENCE = "recovery_code"
"""The vault's own note of whether its code was typed back: one of the two values below."""
REMIND = "remind"
TYPED_BACK = "typed back"
