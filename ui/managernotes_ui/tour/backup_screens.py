"""35, the backups of the story: seven days, four weeks, six months, and one opened beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPixmap

from managernotes.services.backup_places import make_place
from managernotes.services.backup_plan import (
    BackupPlan,
    ProofMark,
    keep_plan,
    keep_proof_marks,
)
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.story import write_story_with
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage

DISK: Final = "Blue"
CHOSEN: Final = 2
MADE: Final = (
    "2026-04-24 08:53", "2026-05-29 08:41", "2026-06-26 08:50", "2026-07-31 08:44",
    "2026-08-28 09:01", "2026-09-25 08:52", "2026-10-23 08:58", "2026-10-30 08:46",
    "2026-11-06 08:49", "2026-11-13 08:51", "2026-11-16 08:44", "2026-11-17 08:39",
    "2026-11-18 08:55", "2026-11-19 09:02", "2026-11-20 08:47", "2026-11-23 08:40",
    "2026-11-24 08:52",
)  # fmt: skip
COMPARED_AT: Final = datetime(2026, 11, 24, 10, 41, tzinfo=UTC)
OPENED_AT: Final = datetime(2026, 11, 22, 17, 5, tzinfo=UTC)
BINNED_AT: Final = datetime(2026, 11, 21, 11, 4, tzinfo=UTC)
BINNED: Final = "quiet room"
BESIDE_SIZE: Final = QSize(960, 640)


class BackupStage(Stage):
    """The story, backed up while it went on."""

    def _tell_story(self, workspace: Workspace, story: dict[str, bool]) -> None:  # noqa: ARG002
        place = self.folder / DISK / strings.PLACE_FOLDER
        make_place(place)
        made = [datetime.fromisoformat(f"{text}+00:00") for text in MADE]
        plan = BackupPlan(place=place, place_seen=made[-1])
        keep_plan(workspace.preferences, plan)
        back_up = partial(_back_up, workspace)
        acts = [(moment, back_up) for moment in made]
        binned = (BINNED_AT, partial(_bin_a_note, workspace))
        write_story_with(workspace, self.clock, [*acts, binned])
        known = BackupWork.of(workspace).listed()
        marks = {
            known[0].digest: ProofMark(compared=COMPARED_AT),
            known[CHOSEN].digest: ProofMark(opened=OPENED_AT),
        }
        keep_proof_marks(workspace.preferences, marks)


def backup_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 35 the backups with one chosen, and the same one opened beside."""
    stage = BackupStage(theme)
    try:
        stage.open()
        stage.go(Place(PageName.SETTINGS))
        page = stage.view.page
        assert isinstance(page, SettingsPage)
        page.choose(strings.SECTION)
        stage.settle()
        section = page.backups.section
        section.list.setCurrentIndex(section.list.model().index(CHOSEN, 0))
        stage.settle()
        yield "35-backups", picture_of(stage.view)
        section.card.open.click()
        stage.settle()
        window = page.backups.window
        assert window is not None
        window.resize(BESIDE_SIZE)
        stage.settle()
        shown = (QPointF(160, 80), window.windowTitle(), picture_of(window))
        yield "35b-backup-beside", desk_picture(theme, [shown], SIZE)
        window.close()
        stage.settle()
    finally:
        stage.close()


def _bin_a_note(workspace: Workspace) -> None:
    rows = workspace.notes.timeline(limit=20).rows
    workspace.notes.bin(next(row.id for row in rows if row.headline.startswith(BINNED)))


def _back_up(workspace: Workspace) -> None:
    work = BackupWork.of(workspace)
    work.make(BackupKind.AUTOMATIC)
    work.close()


ALBUMS = (backup_screens,)
