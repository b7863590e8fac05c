"""The only source of icons: Lucide, recoloured and drawn as sharp as the screen allows."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from managernotes_ui.style.scale import Scale

STROKE = 1.75
"""Stroke width of SPEC §2 in pixels; an icon of 14 and less takes three quarters of it."""

_VIEW_BOX = 24
_THIN_UP_TO = 0.6 * _VIEW_BOX


class Icon(StrEnum):
    """Every icon in use; the value is the file's name in resources/icons."""

    ARCHIVE = "archive"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    ARROW_UP_RIGHT = "arrow-up-right"
    BELL = "bell"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CIRCLE = "circle"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CLOCK = "clock"
    COPY = "copy"
    CORNER_DOWN_LEFT = "corner-down-left"
    CORNER_DOWN_RIGHT = "corner-down-right"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EYE = "eye"
    EYE_OFF = "eye-off"
    FILE_TEXT = "file-text"
    FLAG = "flag"
    FOLDER = "folder"
    FOLDER_OPEN = "folder-open"
    GIT_COMPARE = "git-compare"
    HANDSHAKE = "handshake"
    HARD_DRIVE = "hard-drive"
    HEART = "heart"
    HISTORY = "history"
    INFO = "info"
    KEY_ROUND = "key-round"
    KEYBOARD = "keyboard"
    LAYERS = "layers"
    LAYOUT_TEMPLATE = "layout-template"
    LIFE_BUOY = "life-buoy"
    LIGHTBULB = "lightbulb"
    LINK = "link"
    LIST_CHECKS = "list-checks"
    LIST_FILTER = "list-filter"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    MESSAGE_SQUARE = "message-square"
    MESSAGES_SQUARE = "messages-square"
    MINUS = "minus"
    MONITOR = "monitor"
    MOON = "moon"
    NOTEBOOK_PEN = "notebook-pen"
    PANEL_RIGHT = "panel-right"
    PAPERCLIP = "paperclip"
    PENCIL = "pencil"
    PLAY = "play"
    PLUS = "plus"
    PRINTER = "printer"
    REFRESH_CW = "refresh-cw"
    REPEAT = "repeat"
    ROTATE_CCW = "rotate-ccw"
    SCROLL_TEXT = "scroll-text"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD_CHECK = "shield-check"
    SIGNPOST = "signpost"
    SPROUT = "sprout"
    STAR = "star"
    STICKY_NOTE = "sticky-note"
    SUN = "sun"
    TAG = "tag"
    TARGET = "target"
    TRASH_2 = "trash-2"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    USER_PLUS = "user-plus"
    USERS = "users"
    X = "x"


class Icons:
    """Renders icons in a colour and keeps the pixmaps; sizes are design pixels."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        self._folder = folder
        self._scale = scale
        self._sources: dict[Icon, str] = {}
        self._pixmaps: dict[tuple[Icon, int, float, int, float], QPixmap] = {}

    def side(self, size: int) -> int:
        """Return the side in pixels that an icon of this design size has on the screen."""
        return self._scale.icon(size)

    def pixmap(
        self, name: Icon, size: int, colour: QColor, dpr: float = 1.0, stroke: float = STROKE
    ) -> QPixmap:
        """Return the icon in one colour at a device pixel ratio."""
        key = (name, size, stroke, colour.rgba(), dpr)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(name, self.side(size), colour, dpr, stroke)
        return self._pixmaps[key]

    def icon(self, name: Icon, size: int, colour: QColor, disabled: QColor | None = None) -> QIcon:
        """Return a QIcon for actions and plain widgets, sharp at one, two and three pixels."""
        icon = QIcon()
        for dpr in (1.0, 2.0, 3.0):
            icon.addPixmap(self.pixmap(name, size, colour, dpr))
            if disabled is not None:
                icon.addPixmap(self.pixmap(name, size, disabled, dpr), QIcon.Mode.Disabled)
        return icon

    def paint(self, painter: QPainter, at: QPointF, name: Icon, size: int, colour: QColor) -> None:
        """Draw the icon with its top left corner at a point."""
        dpr = painter.device().devicePixelRatio()
        painter.drawPixmap(at, self.pixmap(name, size, colour, dpr))

    def qsize(self, size: int) -> QSize:
        """Return the icon's size on the screen, for setIconSize."""
        return QSize(self.side(size), self.side(size))

    def _render(self, name: Icon, side: int, colour: QColor, dpr: float, stroke: float) -> QPixmap:
        pixmap = QPixmap(round(side * dpr), round(side * dpr))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        renderer = QSvgRenderer(QByteArray(self.svg(name, side, colour, stroke).encode()))
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap

    def svg(self, name: Icon, side: int, colour: QColor, stroke: float = STROKE) -> str:
        """Return the SVG text of an icon that will be drawn `side` pixels wide."""
        if name not in self._sources:
            file = self._folder / f"{name.value}.svg"
            self._sources[name] = file.read_text(encoding="utf-8")
        width = stroke * _VIEW_BOX / side * (1 if side > _THIN_UP_TO else 0.75)
        return (
            self._sources[name]
            .replace("currentColor", colour.name())
            .replace('stroke-width="2"', f'stroke-width="{width:.4g}"')
        )
