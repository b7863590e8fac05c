"""37b: the window that the manager has turned away from."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from managernotes_ui.locking.covering import Covering
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import picture_of
from managernotes_ui.tour.story_screens import go_to_person, staged


def veil_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 37b, the veil over somebody's page."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    with staged(theme) as stage:
        go_to_person(stage)
        covering = Covering(qt, theme, stage.view)
        covering.watch(stage.vault.keep, stage.vault.lock_action)
        covering.cover()
        yield "37b-veil", picture_of(stage.view)
        covering.rest()


ALBUMS = (veil_screens,)
