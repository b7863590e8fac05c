"""The banner over the editor: a conflict, a text that is not saved, or a note in the bin."""

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
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.notes.note_vm import NoteViewModel
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, make_button


class NoteNotice(QWidget):
    """Takes no room while there is nothing to say; its buttons are the answers."""

    def __init__(self, theme: Theme, vm: NoteViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vm = vm
        self._banner: Banner | None = None
        self._said: tuple[Exception | None, bool, bool] = (None, False, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 20)
        self.hide()
        vm.problem_changed.connect(self._on_changed)
        vm.changed.connect(self._on_changed)

    @property
    def banner(self) -> Banner | None:
        """What is said at the moment."""
        return self._banner

    @Slot()
    def _on_changed(self) -> None:
        """Say why the text is not saved; else that it is in the bin, or not confirmed yet."""
        read = self._vm.open_note
        binned = read is not None and read.note.binned_at is not None
        said = (self._vm.problem, binned, read is not None and read.note.unconfirmed)
        if said == self._said:
            return
        self._said = said
        if self._banner is not None:
            self._column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = self._made(*said)
        if self._banner is not None:
            self._column.addWidget(self._banner)
        self.setVisible(self._banner is not None)

    def _made(
        self,
        problem: Exception | None,
        binned: bool,  # noqa: FBT001
        unconfirmed: bool,  # noqa: FBT001
    ) -> Banner | None:
        if isinstance(problem, EditConflictError):
            buttons = (
                self._button(strings.KEEP_MINE, self._vm.keep_mine),
                self._button(strings.SHOW_THEIRS, self._vm.show_theirs),
            )
            return self._note(strings.CONFLICT_TITLE, strings.CONFLICT_TEXT, *buttons)
        if isinstance(problem, InvalidInputError):
            return self._note(problem.title, f"{strings.STAYS_HERE} {problem.advice}")
        if isinstance(problem, NotFoundError):
            return self._note(problem.title, strings.STAYS_HERE)
        if problem is not None:
            title = problem.title if isinstance(problem, ManagerNotesError) else strings.UNKNOWN
            again = self._button(strings.TRY_NOW, self._vm.save_now)
            advice = problem.advice if isinstance(problem, ManagerNotesError) else ""
            return self._note(title, f"{strings.NOT_SAVED_TEXT} {advice}".strip(), again)
        if binned:
            back = self._button(strings.PUT_BACK, self._vm.changes.restore)
            kind, icon = BannerKind.INFO, Icon.TRASH_2
            title, text = strings.BINNED_TITLE, strings.BINNED_TEXT
            return Banner(self._theme, kind, icon, title, text, buttons=(back,))
        return self._unconfirmed() if unconfirmed else None

    def _unconfirmed(self) -> Banner:
        confirm = self._button(sealed_strings.CONFIRM, self._vm.changes.confirm)
        title, text = sealed_strings.NOTE_TITLE, sealed_strings.NOTE_TEXT
        return Banner(self._theme, BannerKind.INFO, Icon.LOCK, title, text, buttons=(confirm,))

    def _note(self, title: str, text: str, *buttons: Button) -> Banner:
        icon = Icon.TRIANGLE_ALERT
        return Banner(self._theme, BannerKind.NOTE, icon, title, text, buttons=buttons)

    def _button(self, words: str, answer: Callable[[], None]) -> Button:
        button = make_button(self._theme, words, role=ButtonRole.PLAIN, size=ButtonSize.SMALL)
        button.clicked.connect(lambda _checked=False: answer())
        return button
