"""What may be said of a backup's proof; the words claim no more than was done."""

from __future__ import annotations

from typing import Final

PROOF_BY_COUNT: Final = "reopened and counted"
PROOF_BY_DIGEST: Final = "every byte as it was written, not opened"
