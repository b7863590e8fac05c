"""The look that is on at this moment: colours, scale, fonts and icons in one live object."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from managernotes.resources import resource_folder
from managernotes_ui.style.app_style import AppStyle
from managernotes_ui.style.cover import Cover
from managernotes_ui.style.fonts import Fonts, Type, load_inter
from managernotes_ui.style.icons import Icons
from managernotes_ui.style.palette import palette_of
from managernotes_ui.style.qss.sheet import application_qss
from managernotes_ui.style.scale import Scale
from managernotes_ui.style.tokens import DARK, LIGHT, Tokens


class Scheme(StrEnum):
    """The two looks."""

    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """What every view and delegate reads while it draws; `changed` follows each switch.

    `cover_changed` follows what is covered: sizes stay, so that nothing moves (SPEC §8).

    Keep the theme, never its parts: tokens, fonts and icons are replaced when it changes.
    """

    changed = Signal()
    cover_changed = Signal()

    def __init__(
        self,
        scheme: Scheme = Scheme.LIGHT,
        text_scale: float = 1.0,
        *,
        motion: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        load_inter(resource_folder("fonts"))
        self._app: QApplication | None = None
        self._style: AppStyle | None = None
        self._motion = motion
        self._scheme = scheme
        self._cover = Cover()
        self._rebuild(text_scale)

    @property
    def scheme(self) -> Scheme:
        """Light or dark."""
        return self._scheme

    @property
    def tokens(self) -> Tokens:
        """The colours of the scheme."""
        return DARK if self._scheme is Scheme.DARK else LIGHT

    @property
    def scale(self) -> Scale:
        """The user's text scale."""
        return self._scale

    @property
    def fonts(self) -> Fonts:
        """Inter at the user's text scale."""
        return self._fonts

    @property
    def icons(self) -> Icons:
        """Lucide at the user's text scale."""
        return self._icons

    @property
    def motion(self) -> bool:
        """Whether the 120 ms fades of SPEC §2 may run."""
        return self._motion

    @property
    def cover(self) -> Cover:
        """What is covered in discreet mode."""
        return self._cover

    def apply(self, app: QApplication) -> None:
        """Dress the application, now and after every later change."""
        self._app = app
        if self._style is None:
            self._style = AppStyle(self)
            app.setStyle(self._style)
        self._dress(app)

    def set_scheme(self, scheme: Scheme) -> None:
        """Switch to light or dark."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._announce()

    def set_text_scale(self, text_scale: float) -> None:
        """Switch the size of text, lines and icons."""
        if text_scale != self._scale.text:
            self._rebuild(text_scale)
            self._announce()

    def set_motion(self, motion: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Allow or forbid motion, as the system asks."""
        self._motion = motion

    def set_cover(self, cover: Cover) -> None:
        """Cover kinds and texts, or uncover them, and draw every widget anew."""
        if cover != self._cover:
            self._cover = cover
            self.cover_changed.emit()
            if self._app is not None:
                for widget in self._app.allWidgets():
                    widget.update()

    def qss(self) -> str:
        """Return the application's style sheet."""
        return application_qss(self.tokens, self._scale)

    def _rebuild(self, text_scale: float) -> None:
        self._scale = Scale(text_scale)
        self._fonts = Fonts(self._scale)
        self._icons = Icons(resource_folder("icons"), self._scale)

    def _announce(self) -> None:
        if self._app is not None:
            self._dress(self._app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setPalette(palette_of(self.tokens))
        app.setFont(self._fonts.of(Type.BODY))
        app.setStyleSheet(self.qss())
