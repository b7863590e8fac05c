"""The part of the component sheet that is worked with: buttons, fields, menus, banners."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.tour.component_board import COLUMN, LEFT, RIGHT, SheetBoard
from managernotes_ui.tour.component_exhibits import (
    Painted,
    PosedButton,
    PosedLineEdit,
    PosedNavButton,
    ground,
    open_menu,
    swatch,
    tip,
)
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, icon_button, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.key_cap import key_cap_width, paint_key_cap
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.nav_button import NavButton
from managernotes_ui.widgets.nav_row import NavLook, paint_person_dot
from managernotes_ui.widgets.progress_row import ProgressRow
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.switch import Switch
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.undo_bar import UndoBar

_STATE = QStyle.StateFlag


def place_surfaces(sheet: SheetBoard, theme: Theme) -> None:
    """Show the grounds and colours."""
    x, y = sheet.section("Surfaces and text", LEFT, 80)
    rows = (
        ("window", Role.BG),
        ("sidebar", Role.SIDE),
        ("raised", Role.RAISED),
        ("sunken", Role.SUNKEN),
        ("hover", Role.HOVER),
        ("selected", Role.SELECTED),
        ("match", Role.MATCH),
        ("text", Role.TEXT),
        ("text 2", Role.TEXT2),
        ("muted", Role.MUTED),
        ("control", Role.CONTROL),
        ("line 2", Role.LINE2),
        ("line", Role.LINE),
        ("accent", Role.ACCENT),
    )
    for number, (name, role) in enumerate(rows):
        at_x, at_y = x + number % 7 * 80, y + number // 7 * 64
        sheet.put(swatch(theme, theme.tokens.of(role)), at_x, at_y)
        label = TextLabel(theme, name, Type.LABEL, tone=Role.MUTED)
        sheet.put(label, at_x, at_y + 36)


def place_type(sheet: SheetBoard, theme: Theme) -> None:
    """Show the type styles."""
    x, y = sheet.section("Type", RIGHT, 80)
    big = TextLabel(theme, "", Type.REHEARSE)
    big.set_runs([Run("Rehearse 28/42", weight=600)])
    sheet.put(big, x, y)
    sheet.put(TextLabel(theme, "Page title 22/28", Type.TITLE), x, y + 42)
    sheet.put(TextLabel(theme, "Section 15/20", Type.SECTION), x, y + 76)
    body = TextLabel(theme, "", Type.BODY)
    body.set_runs([Run("Body 14/20. "), Run("Muted, for dates and sources.", role=Role.MUTED)])
    sheet.put(body, x, y + 102)
    meta = TextLabel(theme, "Meta 12/16, labels 11/16", Type.META, tone=Role.MUTED)
    sheet.put(meta, x, y + 122)


def place_buttons(sheet: SheetBoard, theme: Theme) -> None:
    """Show buttons in every state."""
    x, y = sheet.section("Buttons", LEFT, 285)
    looks = (
        ("Note", Icon.PLUS, ButtonRole.PRIMARY),
        ("Prepare…", None, ButtonRole.PLAIN),
        ("Revisions", Icon.HISTORY, ButtonRole.QUIET),
    )
    for line, (text, icon, role) in enumerate(looks):
        row: list[tuple[QWidget, str]] = []
        for state in ("rest", "hover", "pressed", "focus", "disabled"):
            button = PosedButton(theme, text, icon=icon, role=role)
            button.pose = {
                "hover": _STATE.State_MouseOver,
                "pressed": _STATE.State_Sunken | _STATE.State_MouseOver,
            }.get(state, _STATE.State_None)
            button.setEnabled(state != "disabled")
            if state == "focus":
                sheet.ring(button)
            row.append((button, state))
        sheet.row(row, x, y + line * 66)


def place_small(sheet: SheetBoard, theme: Theme) -> None:
    """Show the small buttons and the marks."""
    x, y = sheet.section("Small, icon, toggle, danger", RIGHT, 285)
    toggled = icon_button(theme, Icon.PANEL_RIGHT, "Panel", checkable=True)
    toggled.setChecked(True)
    sheet.row(
        (
            (make_button(theme, "Export…", size=ButtonSize.SMALL), "small 28"),
            (make_button(theme, "Said it", size=ButtonSize.TINY), "tiny 24"),
            (icon_button(theme, Icon.PANEL_RIGHT, "Panel"), "icon 32"),
            (toggled, "toggled"),
            (make_button(theme, "Erase for good…", role=ButtonRole.DANGER), "erase"),
            (Segments(theme, "Views", ("Draft", "Her view", "Talk")), "segments"),
        ),
        x,
        y,
    )
    sheet.row(_marks(sheet, theme), x, y + 66)

    def dots(painter: QPainter, rect: QRectF) -> None:
        for week, filled in enumerate((1, 1, 0, 1, 1, 0, 1, 1)):
            centre = QPointF(4 + week * 12, rect.center().y())
            paint_person_dot(painter, centre, theme, filled=bool(filled))

    caption = "last eight weeks: something was said, or not"
    sheet.row(((Painted(QSize(96, 16), dots), caption),), x, y + 132)


def _marks(sheet: SheetBoard, theme: Theme) -> list[tuple[QWidget, str]]:
    boxes = [QCheckBox(), QCheckBox(), QCheckBox(), QRadioButton()]
    for box in boxes:
        box.setFixedSize(16, 16)
    boxes[1].setChecked(True)
    boxes[3].setChecked(True)
    sheet.ring(boxes[2])
    on = Switch(theme, "On")
    on.setChecked(True)

    def keys(painter: QPainter, _rect: QRectF) -> None:
        first = paint_key_cap(painter, QPointF(0, 0), theme, "Ctrl")
        paint_key_cap(painter, QPointF(first.right() + 4, 0), theme, "K")

    def dot(filled: int) -> Painted:
        return Painted(
            QSize(8, 8),
            lambda painter, rect: paint_person_dot(
                painter, rect.center(), theme, filled=bool(filled)
            ),
        )

    width = round(key_cap_width(theme, "Ctrl") + key_cap_width(theme, "K") + 4)
    return [
        (boxes[0], "off"),
        (boxes[1], "on"),
        (boxes[2], "focus"),
        (boxes[3], "choice"),
        (Switch(theme, "Off"), "switch off"),
        (on, "switch on"),
        (Painted(QSize(width + 1, 18), keys), "keys"),
        (dot(1), "unsaid"),
        (dot(0), "nothing unsaid"),
    ]


def place_inputs(sheet: SheetBoard, theme: Theme) -> None:
    """Show fields and selects."""
    x, y = sheet.section("Inputs", LEFT, 713)
    rest = LineEdit(theme, "Title", "Title")
    focus = PosedLineEdit(theme, "Title")
    focus.setText("Late hand-overs")
    disabled = LineEdit(theme, "Title")
    disabled.setText("Not here")
    disabled.setEnabled(False)
    bad = LineEdit(theme, "Day")
    bad.setText("31 Nov")
    asked = ErrorField(theme, bad)
    asked.show_error("November has 30 days")
    minutes = Select(theme, "Lock after")
    minutes.addItem("5 minutes")
    day = Select(theme, "Day", quiet=True, small=True, icon=Icon.CALENDAR)
    day.addItem("Tue 17 Nov")
    for widget in (rest, focus, disabled, asked, minutes, day):
        widget.setFixedWidth(176)
    sheet.row(((rest, "rest"), (focus, "focus"), (disabled, "disabled")), x, y)
    sheet.row(
        ((asked, "a question, said in words"), (minutes, "select"), (day, "quiet select")),
        x,
        y + 66,
    )


def place_popups(sheet: SheetBoard, theme: Theme) -> None:
    """Show the menu and tooltips."""
    x, y = sheet.section("Menu and tooltip", RIGHT, 713)
    sheet.put(open_menu(theme), x, y)
    sheet.put(tip(theme, "New note", "Ctrl+N"), x + 244, y)
    sheet.put(tip(theme, "Thursday 19 November 2026, written the same day"), x + 244, y + 50)


def place_banners(sheet: SheetBoard, theme: Theme) -> None:
    """Show banners, undo bar and progress."""
    x, y = sheet.section("Banners", RIGHT, 939)
    full = Banner(
        theme,
        BannerKind.NOTE,
        Icon.HARD_DRIVE,
        "The disk is full. Your text is kept.",
        "Free about 20 MB, then it saves itself.",
        buttons=(make_button(theme, "Copy the text", size=ButtonSize.SMALL),),
    )
    ready = Banner(
        theme,
        BannerKind.INFO,
        Icon.INFO,
        "Two dated moments stand behind this one.",
        "It is ready to prepare.",
        inline=True,
    )
    sheet.put(full, x, y, COLUMN)
    sheet.put(ready, x, y + 78, COLUMN)
    page = QWidget()
    bar = UndoBar(theme, page, "Undo", bottom=0, left=0)
    page.setFixedSize(COLUMN, 40)
    sheet.put(page, x, y + 136, COLUMN)
    page.setGeometry(x, y + 136, COLUMN, 40)
    bar.offer("Note moved to the bin", lambda: None)
    progress = ProgressRow(theme, "Cancel")
    progress.show_progress("Bringing in notes", "312 of 1,204", 312, 1204)
    sheet.put(progress, x, y + 188, COLUMN)


def place_sidebar(sheet: SheetBoard, theme: Theme) -> None:
    """Show rows of the sidebar."""
    x, y = sheet.section("Sidebar rows 32, people 28", LEFT, 1471)
    sheet.put(ground(theme, QSize(224, 152), Role.SIDE, 8), x, y)
    here = NavButton(theme, NavLook("Here", Icon.SUN, count="3"))
    here.setChecked(True)
    pages = (
        NavButton(theme, NavLook("Rest", Icon.MESSAGES_SQUARE)),
        PosedNavButton(theme, NavLook("Hover", Icon.TARGET)),
        here,
        sheet.ring(NavButton(theme, NavLook("Focus", Icon.FILE_TEXT))),
    )
    for line, page in enumerate(pages):
        sheet.put(page, x + 12, y + 12 + line * 32, 200)
    sheet.put(ground(theme, QSize(224, 156), Role.SIDE, 8), x + 248, y)
    ines = NavButton(theme, NavLook("Ines Carvalho", dot=True))
    ines.setChecked(True)
    people = (
        NavButton(theme, NavLook("Arjun Mehta", dot=False)),
        PosedNavButton(theme, NavLook("Dana Whitfield", dot=True)),
        ines,
        NavButton(theme, NavLook("JO", dot=False)),
    )
    for line, person in enumerate(people):
        sheet.put(person, x + 260, y + 12 + line * 28, 200)
    last = TextLabel(theme, "last row: Discreet mode", Type.LABEL, tone=Role.MUTED)
    sheet.put(last, x + 268, y + 128)
