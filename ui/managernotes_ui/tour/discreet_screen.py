"""37a: somebody's page in discreet mode, the pointer resting on the second note."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell import commands
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of, spin
from managernotes_ui.tour.story_screens import go_to_person, staged
from managernotes_ui.widgets.uncover import RESTS_MS

SECOND_ROW = 2
"""Counted with the month's head."""


def discreet_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 37a, covered but for the line under the pointer."""
    with staged(theme, runbook_saved=False, concern_written_out=False) as stage:
        page = go_to_person(stage)
        page.timeline.list.step_month(0)
        stage.vault.run(commands.DISCREET)
        stage.settle()
        _rest_on_second_row(page)
        yield "37a-discreet-mode", picture_of(stage.view)


def _rest_on_second_row(page: PersonPage) -> None:
    rows = page.timeline.list
    index = rows.model().index(SECOND_ROW, 0)
    rows.setCurrentIndex(index)
    middle = rows.visualRect(index).center()
    for place in (middle, middle + QPoint(1, 0)):
        QTest.mouseMove(rows.viewport(), place)
    spin(2 * RESTS_MS)


ALBUMS = (discreet_screens,)
