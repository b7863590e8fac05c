"""Vaults in which the story was told once, for every stage that wants the same one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Told = frozenset[tuple[str, bool]]
"""Which of the story's variants it is."""


class StoryShelf:
    """Keeps the files of told stories for as long as the pictures take."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._codes: dict[Told, str] = {}

    def take(self, story: Mapping[str, bool], to: Path) -> str | None:
        """Copy a told story into a folder and return its recovery code; None: not told yet."""
        told = frozenset(story.items())
        if told not in self._codes:
            return None
        shutil.copytree(self._place(told), to, dirs_exist_ok=True)
        return self._codes[told]

    def keep(self, story: Mapping[str, bool], told_in: Path, code: str) -> None:
        """Keep a story that was told in a folder, once its vault is closed."""
        told = frozenset(story.items())
        shutil.copytree(told_in, self._place(told))
        self._codes[told] = code

    def _place(self, told: Told) -> Path:
        return self._folder / "-".join(sorted(f"{name}.{value}" for name, value in told) or ["all"])


SHELF: ContextVar[StoryShelf | None] = ContextVar("story shelf", default=None)
"""The shelf of the tour that is being drawn; a stage by itself has none and tells its own."""


@contextmanager
def shelf_of_stories() -> Iterator[None]:
    """Let the stages of a block share what is told."""
    with tempfile.TemporaryDirectory(prefix="managernotes-tour-") as folder:
        put_up = SHELF.set(StoryShelf(Path(folder)))
        try:
            yield
        finally:
            SHELF.reset(put_up)
