"""Even hand and month look-back: as on the story's day, in a small window, and in large text."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from managernotes.domain.metric import Metric
from managernotes_ui.reviews.even_rows import EvenRow
from managernotes_ui.reviews.even_tab import EvenTab
from managernotes_ui.reviews.look_back_tab import LookBackTab
from managernotes_ui.reviews.reviews_page import ReviewsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.story_screens import LARGE_TEXT, staged

LEAST = QSize(800, 560)
LARGEST_TEXT = 2.0
EVEN = Place(PageName.REVIEWS, query="even")
LOOK_BACK = Place(PageName.REVIEWS, query="look-back")


def even_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 27 the even hand, the same least and in large text."""
    with staged(theme) as stage:
        stage.go(EVEN)
        _choose_longest_wait(stage)
        yield "27-even-hand", picture_of(stage.view)
        yield from _other_sizes(theme, stage, "even-hand")


def look_back_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 26 the look-back, the same least and in large text."""
    with staged(theme) as stage:
        stage.go(LOOK_BACK)
        yield "26-look-back", picture_of(stage.view)
        tab = _look_back(stage)
        tab.side.show_practice()
        stage.settle()
        tab.side.practice.list.setFocus(Qt.FocusReason.OtherFocusReason)
        stage.settle()
        yield "look-back-practice", picture_of(stage.view)
        tab.side.practice.list.choose(Metric.UNSAID)
        stage.press(Qt.Key.Key_Return)
        yield "look-back-metric", picture_of(stage.view)
        tab.metric_sheet.close_sheet()
        tab.side.segments.set_current(0)
        yield from _other_sizes(theme, stage, "look-back")


ALBUMS = (look_back_screens, even_screens)


def _choose_longest_wait(stage: Stage) -> None:
    """Choose the row that the target has chosen: what waits, and is planned."""
    page = stage.view.page
    assert isinstance(page, ReviewsPage)
    assert isinstance(page.body, EvenTab)
    rows = [line for line in page.body.list.lines if isinstance(line, EvenRow)]
    waiting = [row for row in rows if not row.span.is_said and row.span.draws]
    page.body.list.choose(waiting[0].key)
    stage.settle()


def _look_back(stage: Stage) -> LookBackTab:
    page = stage.view.page
    assert isinstance(page, ReviewsPage)
    assert isinstance(page.body, LookBackTab)
    return page.body


def _other_sizes(theme: Theme, stage: Stage, name: str) -> Iterator[tuple[str, QPixmap]]:
    stage.view.resize(LEAST)
    stage.settle()
    yield f"{name}-least", picture_of(stage.view)
    stage.view.resize(SIZE)
    for scale, words in ((LARGE_TEXT, "large"), (LARGEST_TEXT, "largest")):
        theme.set_text_scale(scale)
        stage.settle()
        yield f"{name}-{words}-text", picture_of(stage.view)
    theme.set_text_scale(1.0)
