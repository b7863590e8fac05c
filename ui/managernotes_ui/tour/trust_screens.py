"""34, what the app proves about itself in the story's vault, and the drill's dialog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPixmap

from managernotes.network_watch import Watched
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.story import STORY_NOW, write_story_with
from managernotes.services.trust_connections import connections_of_this_program, none_opened
from managernotes.services.trust_drill import DrillFinding, drill
from managernotes.services.trust_memory import Drilled, TrustReport
from managernotes.services.trust_proof import ProofName
from managernotes.services.trust_subject import backup_folders, subject_of
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.settings.trust_drill_dialog import DrillDialog
from managernotes_ui.settings.trust_drill_vm import DrillViewModel
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.patience import SIZE, picture_of, wait_until
from managernotes_ui.tour.stage import Stage

STARTED: Final = datetime(2026, 11, 24, 8, 51, tzinfo=UTC)
BACKED_UP: Final = datetime(2026, 11, 24, 8, 52, tzinfo=UTC)
DRILL_BEGAN: Final = datetime(2026, 11, 24, 10, 32, tzinfo=UTC)
DRILL_ENDED: Final = datetime(2026, 11, 24, 10, 33, tzinfo=UTC)
PROVEN: Final = datetime(2026, 11, 24, 10, 41, tzinfo=UTC)


class TrustStage(Stage):
    """The story, with a backup of that morning."""

    def _tell_story(self, workspace: Workspace, story: dict[str, bool]) -> None:  # noqa: ARG002
        write_story_with(workspace, self.clock, [(BACKED_UP, partial(_back_up, workspace))])


def trust_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 34 with every proof ended, and the drill's dialog once the notes are back."""
    stage = TrustStage(theme)
    try:
        stage.open()
        stage.go(Place(PageName.SETTINGS, query=strings.TRUST))
        page = stage.view.page
        assert isinstance(page, SettingsPage)
        trust = page.trust.vm
        finding = stage.ask(lambda workspace: _drilled(workspace, stage.code))
        trust.remember_drill(Drilled(began=DRILL_BEGAN, at=DRILL_ENDED, finding=finding))
        stage.clock.step_to(PROVEN)
        trust.prove()
        wait_until(lambda: trust.report is not None)
        trust.report = _as_of_that_morning(trust.report)
        stage.clock.step_to(STORY_NOW)
        trust.changed.emit()
        stage.settle()
        yield "34-trust", picture_of(stage.view)
        yield "34b-recovery-drill", _dialog_picture(theme, stage, trust)
    finally:
        stage.close()


def _dialog_picture(theme: Theme, stage: Stage, trust: TrustViewModel) -> QPixmap:
    dialog = DrillDialog(theme, DrillViewModel(stage.session, trust), stage.view)
    dialog.open()
    stage.settle()
    asks = (QPointF(56, 210), dialog.windowTitle(), picture_of(dialog))
    dialog.fields[0].setText(stage.code)
    dialog.fields[0].textEdited.emit(stage.code)
    dialog.begin.click()
    wait_until(dialog.outcome.isVisible)
    stage.settle()
    told = (QPointF(664, 210), dialog.windowTitle(), picture_of(dialog))
    dialog.close()
    return desk_picture(theme, [asks, told], SIZE)


def _as_of_that_morning(report: TrustReport | None) -> TrustReport:
    """Return the report with the story's start in the place of this process's own."""
    assert report is not None
    asked = connections_of_this_program()
    made = asked.watch.made if asked.watch is not None else 0
    finding = none_opened(replace(asked, watch=Watched(STARTED, made)))
    proofs = tuple(
        replace(proof, finding=finding) if proof.name is ProofName.CONNECTIONS else proof
        for proof in report.proofs
    )
    return replace(report, proofs=proofs)


def _drilled(workspace: Workspace, code: str) -> DrillFinding:
    return drill(workspace.files.database, backup_folders(subject_of(workspace)), code)


def _back_up(workspace: Workspace) -> None:
    work = BackupWork.of(workspace)
    work.make(BackupKind.AUTOMATIC)
    work.close()


ALBUMS = (trust_screens,)
