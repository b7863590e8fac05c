"""`tour`: every screen as a picture, light and dark, over the story of 24 November 2026."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from managernotes.errors import UnwritablePlaceError
from managernotes_ui.common.quiet_qt import keep_qt_quiet
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.tour import (
    backup_screens,
    discreet_screen,
    gate_screens,
    goal_screens,
    handover_screens,
    lesson_screens,
    meeting_screens,
    place_screens,
    prepare_screens,
    promise_screens,
    protection_screens,
    review_screens,
    sealed_screens,
    standards_screens,
    story_screens,
    talk_screens,
    template_screens,
    thread_screens,
    today_screens,
    trust_screens,
    veil_screen,
)
from managernotes_ui.tour.story_shelf import shelf_of_stories
from managernotes_ui.widgets.focus_ring import FocusRing

Picture = tuple[str, QPixmap]
Album = Callable[[Theme], Iterator[Picture]]

ALBUMS: tuple[Album, ...] = (
    *today_screens.ALBUMS,
    *promise_screens.ALBUMS,
    *story_screens.ALBUMS,
    *prepare_screens.ALBUMS,
    *standards_screens.ALBUMS,
    *thread_screens.ALBUMS,
    *goal_screens.ALBUMS,
    *lesson_screens.ALBUMS,
    *handover_screens.ALBUMS,
    *talk_screens.ALBUMS,
    *template_screens.ALBUMS,
    *discreet_screen.ALBUMS,
    *veil_screen.ALBUMS,
    *backup_screens.ALBUMS,
    *gate_screens.ALBUMS,
    *meeting_screens.ALBUMS,
    *place_screens.ALBUMS,
    *protection_screens.ALBUMS,
    *review_screens.ALBUMS,
    *sealed_screens.ALBUMS,
    *trust_screens.ALBUMS,
)
"""Each album sets one stage and yields its pictures by name; the names are those of the targets."""


def draw(out: Path) -> int:
    """Draw all pictures into a folder and return the exit code; raises UnwritablePlaceError."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    keep_qt_quiet()
    QLocale.setDefault(QLocale("en_GB"))
    app = QApplication.instance() or QApplication(["managernotes"])
    assert isinstance(app, QApplication)
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UnwritablePlaceError from None
    with shelf_of_stories():
        for scheme in Scheme:
            with dressed(app, scheme) as theme:
                for album in ALBUMS:
                    for name, picture in album(theme):
                        _keep(picture, out / f"{name}{_SUFFIX[scheme]}.png")
    return 0


_SUFFIX = {Scheme.LIGHT: "", Scheme.DARK: "-dark"}


@contextmanager
def dressed(app: QApplication, scheme: Scheme) -> Iterator[Theme]:
    """Dress the app for some pictures; nothing moves and no caret blinks in them."""
    theme = Theme(scheme, motion=False)
    theme.apply(app)
    app.setCursorFlashTime(0)
    ring = FocusRing(app, theme)
    try:
        yield theme
    finally:
        ring.deleteLater()


def _keep(picture: QPixmap, file: Path) -> None:
    if not picture.save(str(file)):
        raise UnwritablePlaceError
