"""A backup opened beside the vault, to read: its notes at the left, the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId
from managernotes.services.backup_reading import MOST_ROWS, BackupNote, BackupRow
from managernotes.services.backup_work import KnownBackup
from managernotes_ui.common.backup_beside import BackupBeside
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.backup_notes import BackupNotesModel
from managernotes_ui.settings.backup_notes_list import BackupNotesList
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.plain_editor import PlainEditor
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_WIDTH, _HEIGHT, _LIST, _PADDING, _GAP = 960, 640, 340, 24, 16


class BackupWindow(QWidget):
    """Its title tells the day and nothing else; nothing in it can be changed."""

    def __init__(self, theme: Theme, beside: BackupBeside, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window)
        self._beside = beside
        self._all: list[BackupRow] = []
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.banner = Banner(theme, BannerKind.INFO, Icon.INFO, strings.BESIDE_BANNER, inline=True)
        self._model = BackupNotesModel(tickable=False, today=beside.today, parent=self)
        self.field = LineEdit(theme, strings.FIND_HERE, strings.FIND_HERE, icon=Icon.SEARCH)
        self.list = BackupNotesList(theme, self._model, strings.BESIDE_LIST)
        self.title = TextLabel(theme, "", Type.NOTE_TITLE, lines=0)
        self.about = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.text = PlainEditor(theme, strings.BESIDE_TEXT_NAME)
        self.text.setReadOnly(True)
        self.more = TextLabel(
            theme, strings.BESIDE_MORE.format(number=f"{MOST_ROWS:,}"), Type.META, tone=Role.MUTED
        )
        self._words = ""
        self._uncover = Uncover(theme, self, self)
        self.title.hold_text(self._uncover)
        self._uncover.changed.connect(self._show_words)
        theme.cover_changed.connect(self.close)  # what it shows was read under the other rule
        self._build(theme)
        self.field.textChanged.connect(self._on_find)
        self.list.chosen.connect(self._on_chosen)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.activated.connect(self.close)

    def show_backup(self, backup: KnownBackup, day: str, moment: str) -> None:
        """Open a backup in place of one that was open."""
        self.setWindowTitle(strings.BESIDE_WINDOW.format(day=day))
        self.banner.say(strings.BESIDE_BANNER, strings.BESIDE_BANNER_TEXT.format(when=moment))
        self._show_rows([])
        self.field.clear()
        self.title.setText(strings.READING)
        self.title.show()
        self._beside.read(backup, self._on_rows)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the backup, and of its words."""
        self._show_rows([])
        self._beside.close()
        super().closeEvent(event)

    def _build(self, theme: Theme) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.field)
        left.addWidget(self.list, 1)
        left.addWidget(self.more)
        right = QVBoxLayout()
        right.setSpacing(6)
        for part in (self.title, self.about):
            right.addWidget(part)
        right.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        side = QWidget()
        side.setLayout(left)
        side.setMaximumWidth(theme.scale.px(_LIST))
        row.addWidget(side, 1)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(self.banner)
        column.addLayout(row, 1)
        self.resize(_WIDTH, _HEIGHT)

    def _on_rows(self, rows: list[BackupRow]) -> None:
        self._all = rows
        self._show_rows(rows)
        self.list.setFocus()

    def _show_rows(self, rows: list[BackupRow]) -> None:
        if not rows:
            self._all = rows if not self.field.text() else self._all
        self._model.show_rows(rows)
        self.more.setVisible(len(self._all) >= MOST_ROWS)
        for part in (self.title, self.about):
            part.setText("")
        self._words = ""
        self.text.clear()
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))

    @Slot(str)
    def _on_find(self, text: str) -> None:
        words = text.casefold().split()
        self._show_rows([row for row in self._all if _holds(row, words)])

    @Slot(object)
    def _on_chosen(self, identity: NoteId | None) -> None:
        if identity is not None:
            self._beside.read_note(identity, self._on_note)

    def _on_note(self, read: BackupNote) -> None:
        text = read.note.text
        self.title.setText(text.title)
        self.title.setVisible(bool(text.title.strip()))
        index = self.list.currentIndex()
        self.about.setText(self._model.about(index))
        parts = (text.fact, text.effect, text.my_reading)
        self._words = "\n\n".join(part for part in parts if part.strip())
        self._show_words()

    @Slot()
    def _show_words(self) -> None:
        """Show the text, unless texts are covered and nothing uncovers it (SPEC §8)."""
        self.text.setPlainText(self._words if self._uncover.shows() else "")


def _holds(row: BackupRow, words: list[str]) -> bool:
    said = " ".join((row.row.headline, row.row.excerpt, *row.people, *row.row.tags)).casefold()
    return all(word in said for word in words)
