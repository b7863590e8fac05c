"""A session whose disk can be filled, for the picture that shows what happens then."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, TypeVar

from managernotes.errors import DiskFullError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session

T = TypeVar("T")


class FullDisk(Session):
    """Saves until it is filled; from then on every write finds no room."""

    _is_full = False

    def fill(self) -> None:
        """Leave no room."""
        self._is_full = True

    def write(
        self,
        work: Callable[[Workspace], T],
        *,
        changes: Changed,
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Save, or fail for want of room."""
        chosen = _no_room if self._is_full else work
        super().write(chosen, changes=changes, done=done, failed=failed)


def _no_room(_workspace: Workspace) -> NoReturn:
    raise DiskFullError
