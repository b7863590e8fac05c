"""What the tab "Month look-back" reads of the vault in one go."""

from __future__ import annotations

from dataclasses import dataclass, replace

from managernotes.domain.look_back import (
    LookBack,
    LookBackRow,
    LookBackState,
    LookBackWords,
    Month,
)
from managernotes.domain.month_material import Material
from managernotes.services.workspace import Workspace

FIELDS = ("cared", "promise", "avoided", "told", "one_thing")
"""The five answers, in the order of the page."""


@dataclass(frozen=True, slots=True)
class MonthRead:
    """The list of months, and what the month on show was made of."""

    rows: tuple[LookBackRow, ...]
    material: Material


@dataclass(frozen=True, slots=True)
class Answers:
    """The words of one month as they are stored."""

    month: Month
    words: LookBackWords
    state: LookBackState


def read_month(workspace: Workspace, month: Month) -> MonthRead:
    """Read the lists; on the vault's thread."""
    return MonthRead(workspace.look_backs.months(), workspace.look_backs.material(month))


def read_answers(workspace: Workspace, month: Month) -> Answers:
    """Read the answers; a month that was not begun has empty ones."""
    found: LookBack | None = workspace.look_backs.get(month)
    if found is None:
        return Answers(month, LookBackWords(), LookBackState.OPEN)
    return Answers(month, found.words, found.state)


def save_answer(workspace: Workspace, month: Month, field: str, text: str) -> None:
    """Store one answer over what the others say by now; on the vault's thread."""
    found = workspace.look_backs.get(month)
    words = found.words if found is not None else LookBackWords()
    workspace.look_backs.save_words(month, replace(words, **{field: text}))
