"""The banner over a question: a conflict, what is not saved, what went stale, a plan's gate."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.errors import (
    EditConflictError,
    InvalidInputError,
    ManagerNotesError,
    NotFoundError,
)
from managernotes_ui.common.strings import notes as note_strings
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.prepare_vm import PrepareViewModel
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import Button, ButtonSize, make_button


class PrepareNotice(QWidget):
    """Takes no room while there is nothing to say; its buttons are the answers."""

    def __init__(self, theme: Theme, vm: PrepareViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._banner: Banner | None = None
        self._said: object = None
        self._column = QVBoxLayout(self)
        self.set_side(0)
        self.hide()
        vm.problem_changed.connect(self._on_changed)
        vm.changed.connect(self._on_changed)

    @property
    def banner(self) -> Banner | None:
        """What is said at the moment."""
        return self._banner

    def set_side(self, side: int) -> None:
        """Keep the padding of the question below."""
        self._column.setContentsMargins(side, 16, side, 0)

    @Slot()
    def _on_changed(self) -> None:
        read = self._vm.read
        stale = None if read is None else read.desk.preparation.stale
        gate = () if read is None else read.desk.plan_gate
        said = (self._vm.problem, stale, gate)
        if said == self._said:
            return
        self._said = said
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        if self._vm.problem is not None:
            self._banner = self._of_problem(self._vm.problem)
        elif stale is not None:
            self._banner = self._note(strings.STALE_TITLE, strings.STALE_TEXTS[stale])
        elif gate:
            self._banner = self._note(strings.PIP_TITLE, " ".join(gate))
        else:
            self._banner = None
        if self._banner is not None:
            self._column.addWidget(self._banner)
        self.setVisible(self._banner is not None)

    def _of_problem(self, problem: Exception) -> Banner:
        if isinstance(problem, EditConflictError):
            mine = self._button(note_strings.KEEP_MINE, self._vm.keep_mine)
            theirs = self._button(note_strings.SHOW_THEIRS, self._vm.show_theirs)
            return self._note(strings.CONFLICT_TITLE, strings.CONFLICT_TEXT, mine, theirs)
        if isinstance(problem, InvalidInputError):
            close = self._button(strings.UNDERSTOOD, self._vm.dismiss)
            return self._note(problem.title, problem.advice, close)
        if isinstance(problem, NotFoundError):
            return self._note(problem.title, note_strings.STAYS_HERE)
        title, advice = note_strings.UNKNOWN, ""
        if isinstance(problem, ManagerNotesError):
            title, advice = problem.title, problem.advice
        again = self._button(note_strings.TRY_NOW, self._vm.save_now)
        return self._note(title, f"{note_strings.NOT_SAVED_TEXT} {advice}".strip(), again)

    def _note(self, title: str, text: str, *buttons: Button) -> Banner:
        icon = Icon.TRIANGLE_ALERT
        return Banner(self._theme, BannerKind.NOTE, icon, title, text, buttons=buttons)

    def _button(self, words: str, answer: Callable[[], None]) -> Button:
        button = make_button(self._theme, words, size=ButtonSize.SMALL)
        button.clicked.connect(lambda _checked=False: answer())
        return button
