"""The story's window in discreet mode, and everything in it that anybody could read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from managernotes.domain.observation import Observation
from managernotes.domain.person import Person
from managernotes.services.workspace import Workspace
from managernotes.text.name_tokens import is_weak, key_of, words_of
from managernotes.text.plain_words import without_marks
from managernotes_ui.capture.chip_edit import ChipEdit
from managernotes_ui.conversations.asked_row import AskedRow
from managernotes_ui.conversations.wish_row import WishRow
from managernotes_ui.notes.note_field import NoteField
from managernotes_ui.notes.title_field import TitleField
from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.standards.typed_field import TypedLine
from managernotes_ui.standards.vision_pane import LineRow
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.stage import Stage
from managernotes_ui.widgets.text_area import TextArea

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
EDITORS = (
    NoteField,
    TitleField,
    ChipEdit,
    AnswerArea,
    AskedRow,
    WishRow,
    TextArea,
    TypedLine,
    LineRow,
)
"""What is being written shows (SPEC §8)."""
LEAST_MARKER = 12
MOST_ROWS = 300
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Secrets:
    """What may stand nowhere: names by their words, and beginnings of the notes' texts."""

    names: frozenset[str]
    texts: tuple[str, ...]

    def in_words(self, words: str) -> list[str]:
        """Return which secrets a text holds."""
        keys = set(words_of(words))
        flat = " ".join(key_of(word) for word in words.split())
        return [*(self.names & keys), *(text for text in self.texts if text in flat)]

    def names_in(self, words: str) -> list[str]:
        """Return which names a text holds."""
        return sorted(self.names & set(words_of(words)))


def discreet(stage: Stage) -> None:
    """Press the key's action and wait until the window stands still."""
    stage.vault.view.actions()
    action = next(one for one in stage.vault.view.actions() if one.objectName() == "discreet")
    action.trigger()
    stage.settle()


def secrets_of(stage: Stage) -> Secrets:
    """Return the names and texts of the story's vault."""
    people, notes = stage_records(stage)
    called = [name for person in people for name in (person.display_name, person.alias) if name]
    names = {word for name in called for word in words_of(name) if not is_weak(word)}
    texts = {_flat(line) for note in notes for line in _lines(note)}
    return Secrets(frozenset(names), tuple(text for text in texts if len(text) >= LEAST_MARKER))


def stage_records(stage: Stage) -> tuple[list[Person], list[Observation]]:
    """Return everybody and every note as they are stored."""

    def read(workspace: Workspace) -> tuple[list[Person], list[Observation]]:
        page = workspace.notes.timeline(limit=1_000)
        people = workspace.people.list_people(include_gone=True)
        return people, [workspace.notes.get(row.id) for row in page.rows]

    answers: list[tuple[list[Person], list[Observation]]] = []
    stage.session.read(read, done=answers.append, as_stored=True)
    while not answers:
        stage.settle()
    return answers[0]


def everything_readable(*, in_editors: bool = False) -> Iterator[tuple[str, str]]:
    """Yield each text of every window with where it stands; what is hidden is not looked at."""
    for window in QApplication.topLevelWidgets():
        if not window.isVisible():
            continue
        for widget in (window, *window.findChildren(QWidget)):
            if widget.isVisible() and (in_editors or not _is_editor(widget)):
                yield from _texts_of(widget)
        yield from _told(QAccessible.queryAccessibleInterface(window), in_editors=in_editors)


def geometries(window: QWidget) -> dict[str, tuple[int, int, int, int]]:
    """Return where each visible widget lies, by its path of places among its siblings."""
    found: dict[str, tuple[int, int, int, int]] = {}

    def walk(widget: QWidget, path: str) -> None:
        if not widget.isVisible():
            return
        box = widget.geometry()
        found[path] = (box.x(), box.y(), box.width(), box.height())
        children = [child for child in widget.children() if isinstance(child, QWidget)]
        for number, child in enumerate(children):
            walk(child, f"{path}/{type(child).__name__}{number}")

    walk(window, type(window).__name__)
    return found


@contextmanager
def discreet_stage(theme: Theme) -> Iterator[tuple[Stage, Secrets]]:
    """Open the story's window, read its secrets, and turn discreet mode on."""
    stage = Stage(theme)
    try:
        stage.open()
        secrets = secrets_of(stage)
        discreet(stage)
        yield stage, secrets
    finally:
        stage.close()


def _lines(note: Observation) -> Iterator[str]:
    text = note.text
    for part in (text.title, text.fact, text.effect, text.my_reading, text.source_detail):
        yield from part.splitlines()


def _flat(line: str) -> str:
    """Return the beginning of a line as `Secrets` compares it, up to the first name's place."""
    words = without_marks(line).split()
    return " ".join(key_of(word) for word in words[:6])


def _is_editor(widget: QWidget | None) -> bool:
    while widget is not None:
        if isinstance(widget, EDITORS):
            return True
        widget = widget.parentWidget()
    return False


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    place = type(widget).__name__
    reads: list[Callable[[], str]] = [
        widget.windowTitle,
        widget.toolTip,
        widget.statusTip,
        widget.whatsThis,
        widget.accessibleName,
        widget.accessibleDescription,
    ]
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        reads.append(widget.text)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        reads.append(widget.toPlainText)
    if isinstance(widget, QComboBox):
        reads.append(widget.currentText)
    for read in reads:
        if words := read():
            yield place, words
    for action in widget.actions():
        yield from _action_texts(action)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _model_texts(type(widget).__name__, widget.model())


def _action_texts(action: QAction) -> Iterator[tuple[str, str]]:
    for words in (action.text(), action.toolTip()):
        yield "action", words


def _model_texts(place: str, model: QAbstractItemModel) -> Iterator[tuple[str, str]]:
    for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
        for role in ROLES:
            words = model.data(model.index(row, 0), role)
            if isinstance(words, str) and words:
                yield f"{place} {role.name}", words


def _told(
    interface: QAccessibleInterface | None, *, in_editors: bool, depth: int = 0
) -> Iterator[tuple[str, str]]:
    if interface is None or depth > DEEPEST or interface.state().invisible:
        return
    widget = interface.object()
    if isinstance(widget, QWidget) and not in_editors and _is_editor(widget):
        return
    for part in (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    ):
        if words := interface.text(part):
            yield f"told of {type(widget).__name__}", words
    for number in range(min(interface.childCount(), MOST_ROWS)):
        yield from _told(interface.child(number), in_editors=in_editors, depth=depth + 1)
