"""The banners over a vault whose place is not as it was: gone, and with copies beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from PySide6.QtGui import QPixmap

from managernotes.services.story import STORY_NOW
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of, wait_until
from managernotes_ui.tour.story_screens import TYPED, go_to_person, staged

CLOUD_COPY = "vault (conflicted copy 2026-11-23).db"
COPY_BYTES = 1_400_000


def place_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 18c the vault gone while a line is typed, 18d a copy beside it."""
    with staged(theme, runbook_saved=False, concern_written_out=False) as stage:
        page = go_to_person(stage)
        page.timeline.list.step_month(0)
        page.compose()
        stage.type(page.composer.field, TYPED)
        file = stage.ask(lambda workspace: workspace.files.database)
        aside = file.with_name("aside")
        file.rename(aside)
        stage.type(page.composer.field, "g")
        page.leave()
        wait_until(stage.view.place_bar.isVisible)
        stage.settle()
        yield "18c-banner-vault-gone", picture_of(stage.view)
        aside.rename(file)
        stage.session.look_again()
        wait_until(stage.view.place_bar.isHidden)
        _put_copy(file)
        stage.view.copies_bar.check.look()
        wait_until(stage.view.copies_bar.isVisible)
        stage.settle()
        yield "18d-banner-copies", picture_of(stage.view)


def _put_copy(vault: Path) -> None:
    copy = vault.with_name(CLOUD_COPY)
    copy.write_bytes(bytes(COPY_BYTES))
    yesterday = (STORY_NOW - timedelta(days=1)).timestamp()
    os.utime(copy, (yesterday, yesterday))


ALBUMS = (place_screens,)
