"""07 and 30 rehearsing, 08 the discreet view on a desk, 09 the log after the talk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from managernotes.domain.conversation import Outcome
from managernotes_ui.meeting.after_page import AfterPage
from managernotes_ui.meeting.discreet_window import DiscreetWindow
from managernotes_ui.meeting.rehearse_page import RehearsePage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.meeting_story import (
    BEGINS,
    THURSDAY,
    Meeting,
    hold_meeting,
    prepare_meeting,
)
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import LARGE_TEXT, staged

LEAST = QSize(800, 560)
_PLACES = (QPointF(240, 104), QPointF(680, 104), QPointF(240, 424), QPointF(680, 424))
_LINE = "tender call ate the last hour"


def rehearse_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 07 read aloud, 30a the hot seat, 30b the other chair, the calm start, and narrow."""
    with staged(theme) as stage:
        meeting = prepare_meeting(stage)
        stage.go(Place(PageName.REHEARSE, conversation=meeting.hard))
        page = stage.view.page
        assert isinstance(page, RehearsePage)
        page.read_aloud.clock.set_going(14)
        yield "07-rehearse", picture_of(stage.view)
        page.go_way(1)
        page.way.on_space()
        page.way.on_next()
        page.way.on_space()
        stage.settle()
        yield "30a-hot-seat", picture_of(stage.view)
        page.go_way(2)
        page.swap_chairs.clock.set_going(72)
        page.swap_chairs.tick.setChecked(True)
        page.swap_chairs.fields[1].setFocus()
        stage.settle()
        yield "30b-swap-chairs", picture_of(stage.view)
        page.go_way(3)
        page.way.on_space()
        page.calm_start.clock.set_going(12)
        stage.settle()
        yield "30c-calm-start", picture_of(stage.view)
        page.go_way(0)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(LEAST)
        stage.settle()
        yield "07-rehearse-least-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def discreet_view_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 08: shown, covered, a line while talking, the last card; on a desk."""
    with staged(theme) as stage:
        meeting = prepare_meeting(stage)
        began = datetime.combine(THURSDAY, BEGINS, stage.clock.now().tzinfo)
        stage.clock.step_to(began)
        stage.vault.discreet_view.open(meeting.hard)
        stage.settle()
        window = stage.vault.discreet_view.window
        assert window is not None
        stage.clock.step_to(began + timedelta(minutes=12))
        pictures = [_shown(stage, window, 2), _covered(stage, window), _line(stage, window)]
        stage.clock.step_to(began + timedelta(minutes=24))
        pictures.append(_shown(stage, window, 4))
        titled = [
            (place, window.windowTitle(), picture)
            for place, picture in zip(_PLACES, pictures, strict=True)
        ]
        yield "08-discreet-view", desk_picture(theme, titled, SIZE)


def after_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 09 the log, narrow with large text, and looking again two weeks later."""
    with staged(theme) as stage:
        meeting = prepare_meeting(stage)
        hold_meeting(stage, meeting)
        page = _after(stage, meeting)
        page.vm.set_outcome(Outcome.UNDERSTOOD_AGREED)
        agreed = page.questions.questions["agreed"].field
        agreed.setFocus()
        agreed.moveCursor(agreed.textCursor().MoveOperation.End)
        stage.settle()
        yield "09-after-log", picture_of(stage.view)
        theme.set_text_scale(LARGE_TEXT)
        stage.view.resize(LEAST)
        stage.settle()
        yield "09-after-log-least-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)
        stage.view.resize(SIZE)
        page.vm.finish()
        stage.settle()
        stage.clock.step_to(stage.clock.now() + timedelta(days=14))
        _after(stage, meeting)
        yield "09b-looking-again", picture_of(stage.view)


def _after(stage: Stage, meeting: Meeting) -> AfterPage:
    stage.go(Place(PageName.AFTER_TALK, conversation=meeting.hard))
    page = stage.view.page
    assert isinstance(page, AfterPage)
    return page


def _shown(stage: Stage, window: DiscreetWindow, card: int) -> QPixmap:
    window.vm.step(-len(window.vm.cards))
    window.vm.step(card)
    window.vm.hold(holds=True)
    stage.settle()
    return picture_of(window)


def _covered(stage: Stage, window: DiscreetWindow) -> QPixmap:
    window.vm.cover()
    stage.settle()
    return picture_of(window)


def _line(stage: Stage, window: DiscreetWindow) -> QPixmap:
    window.vm.step(-1)
    window.vm.begin_line(">")
    QTest.keyClicks(window.card.line, _LINE)
    stage.settle()
    picture = picture_of(window)
    window.card.line.clear()
    window.vm.type("")
    window.vm.cover()
    return picture


ALBUMS = (rehearse_screens, discreet_view_screens, after_screens)
