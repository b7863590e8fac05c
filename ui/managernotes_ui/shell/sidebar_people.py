"""The people rows of the sidebar: one light list, however many they are."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.nav_row import NavLook, nav_height, paint_nav_row

PERSON_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SidebarPeopleModel(QAbstractListModel):
    """The directory as rows: a name, and whether something is unsaid."""

    def __init__(self, directory: PeopleDirectory) -> None:
        super().__init__(directory)
        self._directory = directory
        directory.changed.connect(self._on_changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._directory.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the whole entry, or what a screen reader says."""
        person = self._directory.people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.display_name
        if role == PERSON_ROLE:
            return person
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = strings.UNSAID if person.unsaid else strings.NOTHING_UNSAID
            return f"{person.display_name}, {state}"
        return None

    @Slot()
    def _on_changed(self) -> None:
        self.beginResetModel()
        self.endResetModel()


class _PersonDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a person's row, 28."""
        return QSize(0, nav_height(self._theme, person=True))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw dot and name."""
        person: PersonOverview = index.data(PERSON_ROLE)
        state = option.state
        paint_nav_row(
            painter,
            QRectF(option.rect),
            self._theme,
            NavLook(person.display_name, dot=person.unsaid > 0),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            selected=bool(state & QStyle.StateFlag.State_Selected),
        )


class SidebarPeople(QListView):
    """Shows the people; a click or Enter chooses one."""

    chosen = Signal(object)

    def __init__(
        self, theme: Theme, directory: PeopleDirectory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._directory = directory
        self.setModel(SidebarPeopleModel(directory))
        self.setItemDelegate(_PersonDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "side")
        self.setAccessibleName(strings.PEOPLE_LIST_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        directory.changed.connect(self.updateGeometry)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the height of all rows, so that "Add a person" follows the last one."""
        rows = self.model().rowCount()
        return QSize(0, rows * nav_height(self._theme, person=True))

    def minimumSizeHint(self) -> QSize:
        """Return one row: a small window scrolls the list, never the rest of the sidebar."""
        return QSize(0, nav_height(self._theme, person=True))

    def light(self, person: PersonId | None) -> None:
        """Light the row of the person on show, or none."""
        people = self._directory.people
        row = next((at for at, entry in enumerate(people) if entry.id == person), None)
        selection = self.selectionModel()
        if row is None:
            selection.clear()
            return
        index = self.model().index(row, 0)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PERSON_ROLE).id)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
