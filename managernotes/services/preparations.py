"""Everything that can be done to prepare a hard talk, in one place for the front ends."""

from __future__ import annotations

from managernotes.services.preparation_states import PreparationStates


class PreparationsService(PreparationStates):
    """Beginning, writing and reading preparations, and the label "prepared"."""
