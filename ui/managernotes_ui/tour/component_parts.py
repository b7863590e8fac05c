"""The part of the component sheet that shows notes: kinds, states, rows, strip, grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.style.fonts import MEDIUM, Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.tour.component_board import COLUMN, HEAD, LEFT, RIGHT, SheetBoard
from managernotes_ui.tour.component_exhibits import (
    Painted,
    PosedGrip,
    PosedScrollBar,
    PosedTabBar,
    ground,
    list_row,
    today_card,
)
from managernotes_ui.widgets.chip import (
    ChipButton,
    ChipLook,
    ambiguous_chip,
    come_back_chip,
    date_chip,
    kind_chip,
    outline_chip,
    person_chip,
    tag_chip,
)
from managernotes_ui.widgets.course_line import (
    CoursePoint,
    Standing,
    paint_agreed_line,
    paint_course,
)
from managernotes_ui.widgets.grid_cell import grid_cell_size, paint_grid_cell
from managernotes_ui.widgets.kind_look import (
    ONE_ON_ONE,
    KindLook,
    kind_look,
    kind_width,
    paint_kind,
)
from managernotes_ui.widgets.share_look import paint_share, share_width
from managernotes_ui.widgets.splitter import Splitter, SplitterGrip
from managernotes_ui.widgets.step_delegate import StepLook, paint_step
from managernotes_ui.widgets.strip import Strip, StripMonth
from managernotes_ui.widgets.text_block import Run, TextBlock

_KINDS = (Kind.WIN, Kind.LESSON, Kind.CONCERN, Kind.SUPPORT_GIVEN, Kind.FEEDBACK_GIVEN)
_MONTHS = (
    ("Dec", (1, 0, 0, 1)),
    ("Jan", (2, 0, 0, 0)),
    ("Feb", (1, 1, 0, 1)),
    ("Mar", (0, 0, 1, 1)),
    ("Apr", (2, 0, 0, 1)),
    ("May", (1, 0, 1, 0)),
    ("Jun", (3, 1, 0, 1)),
    ("Jul", (1, 0, 0, 0)),
    ("Aug", (0, 0, 0, 1)),
    ("Sep", (2, 1, 1, 1)),
    ("Oct", (2, 1, 1, 2)),
    ("Nov", (3, 1, 3, 1)),
)


def place_kinds(sheet: SheetBoard, theme: Theme) -> None:
    """Show kinds and chips."""
    left, y = sheet.section("Kinds: icon, word, colour", LEFT, 550)
    looks = [*(kind_look(kind) for kind in _KINDS), ONE_ON_ONE]
    x: float = left
    for look in looks:
        width = kind_width(theme, look)

        sheet.put(_kind(theme, look, round(width) + 1), x, y)
        x += width + 24
    _chips(sheet, theme, [*(kind_chip(look) for look in looks[:-1]), person_chip("Dana Whitfield")])
    focused = ChipButton(theme, person_chip("focused"))
    chips = [
        tag_chip("#handover"),
        date_chip("yesterday"),
        come_back_chip("come back Fri"),
        outline_chip("tag", Icon.PLUS),
    ]
    x = left
    for chip in (
        *(ChipButton(theme, look) for look in chips),
        sheet.ring(focused),
        ChipButton(theme, ambiguous_chip("@an: which one?")),
    ):
        sheet.put(chip, x, y + 62)
        x += chip.width() + 8


def _kind(theme: Theme, look: KindLook, width: int) -> Painted:
    return Painted(QSize(width, 16), lambda painter, rect: paint_kind(painter, rect, theme, look))


def _chips(sheet: SheetBoard, theme: Theme, looks: Sequence[ChipLook]) -> None:
    x = LEFT
    for look in looks:
        chip = sheet.put(ChipButton(theme, look), x, 550 + HEAD + 28)
        x += chip.width() + 8


def place_share(sheet: SheetBoard, theme: Theme) -> None:
    """Show share states and tabs."""
    left, y = sheet.section("Share state", RIGHT, 550)
    states = (
        (ShareState.UNSAID, "unsaid, 5 days", True),
        (ShareState.PLANNED, "planned Thu 26", False),
        (ShareState.SHARED, "shared 12 Nov", False),
        (ShareState.RESPONDED, "responded", False),
        (ShareState.CHANGE_SEEN, "change seen", False),
    )

    def paint(painter: QPainter, rect: QRectF) -> None:
        x = rect.left()
        for state, words, strong in states:
            width = share_width(theme, words, strong=strong)
            room = QRectF(x, rect.top(), width + 1, rect.height())
            paint_share(
                painter, room, theme, state, words, strong=strong, align=Qt.AlignmentFlag.AlignLeft
            )
            x += width + 20

    sheet.put(Painted(QSize(COLUMN, 16), paint), left, y)
    names = ("Timeline", "Hovered", "Focused", "Promises", "Disabled")
    tabs = PosedTabBar(theme, names, more_word="More")
    tabs.setTabEnabled(4, False)
    tabs.pose(hovered=1)
    sheet.put(tabs, left, y + 28, COLUMN)
    sheet.ring(tabs)


def place_rows(sheet: SheetBoard, theme: Theme) -> None:
    """Show list rows."""
    x, y = sheet.section("List rows, 40 px", LEFT, 939)
    states = ("rest", "hover", "selected", "selected with keyboard focus")
    for line, caption in enumerate(states):
        row = list_row(theme, hovered=line == 1, selected=line > 1)
        sheet.row(((row, caption),), x, y + line * 66)
    sheet.ring(row)


def place_strip(sheet: SheetBoard, theme: Theme) -> None:
    """Show the strip."""
    title = "Strip: twelve months by kind, one block is one note"
    x, y = sheet.section(title, LEFT, 1266)
    strip = Strip(theme, "Twelve months")
    strip.set_months(
        [StripMonth(name, counts, name, current=name == "Nov") for name, counts in _MONTHS]
    )
    sheet.put(strip, x, y, COLUMN)


def place_grid(sheet: SheetBoard, theme: Theme) -> None:
    """Show grid cells and a course."""
    x, y = sheet.section("Grid cells and goal course", RIGHT, 1266)

    def cell(count: int) -> Painted:
        return Painted(
            grid_cell_size(),
            lambda painter, rect: paint_grid_cell(painter, rect, theme, count),
        )

    def pair(painter: QPainter, _rect: QRectF) -> None:
        for number in (1, 0):
            rect = QRectF(0 if number else 32, 0, 28, 16)
            paint_grid_cell(painter, rect, theme, number, small=True)

    focused = cell(4)
    sheet.row(
        (
            (cell(0), "none"),
            (cell(2), "1–2"),
            (cell(4), "3+"),
            (sheet.ring(focused), "focus"),
            (Painted(QSize(60, 16), pair), "small, in review"),
        ),
        x,
        y,
    )
    sheet.put(Painted(QSize(560, 72), _course(theme)), x, y + 66)


def _course(theme: Theme) -> Callable[[QPainter, QRectF], None]:
    points = [
        CoursePoint(QPointF(8, 12)),
        CoursePoint(QPointF(120, 18)),
        CoursePoint(QPointF(232, 40)),
        CoursePoint(QPointF(344, 36), Standing.WOBBLING),
        CoursePoint(QPointF(440, 52)),
    ]

    def paint(painter: QPainter, _rect: QRectF) -> None:
        paint_agreed_line(painter, QLineF(8, 12, 520, 60), theme)
        paint_course(painter, points, theme)
        word = TextBlock(theme, "wobbling", Type.LABEL)
        word.paint(painter, QPointF(318, 10), Role.MUTED)
        TextBlock(theme, [Run("30", weight=MEDIUM)], Type.LABEL).paint(painter, QPointF(528, 52))

    return paint


def place_steps(sheet: SheetBoard, theme: Theme) -> None:
    """Show steps, scroll bar, splitter and card."""
    x, y = sheet.section("Steps, scroll bar, splitter, card", RIGHT, 1471)
    steps = (StepLook("Purpose", 1, done=True), StepLook("Both sides", 5), StepLook("Words", 7))

    def paint(painter: QPainter, rect: QRectF) -> None:
        for line, step in enumerate(steps):
            row = QRectF(rect.left(), line * 36, rect.width(), 36)
            paint_step(painter, row, theme, step, current=line == 1)

    sheet.put(Painted(QSize(176, 108), paint), x, y)
    sheet.put(ground(theme, QSize(12, 120), Role.SUNKEN, 6), x + 200, y)
    bar = PosedScrollBar(theme, Qt.Orientation.Vertical)
    bar.setRange(0, 76)
    bar.setPageStep(44)
    sheet.put(bar, x + 200, y)
    bar.setGeometry(x + 200, y, 12, 120)
    panes = Splitter(theme, Qt.Orientation.Horizontal, "", sheet)
    panes.hide()
    for number, grip in enumerate((SplitterGrip, PosedGrip)):
        handle = grip(theme, "Panes", Qt.Orientation.Horizontal, panes)
        sheet.put(handle, x + 236 + number * 33, y)
        handle.setGeometry(x + 236 + number * 33, y, 9, 120)
    sheet.put(today_card(theme), x + 302, y)
