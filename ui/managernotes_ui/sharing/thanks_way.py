"""How somebody likes to be thanked: read where a thanks is planned or said, changed on the spot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.person import Person
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import thanks_way as strings
from managernotes_ui.sharing.share_dialogs import Question
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.menu import Menu
from managernotes_ui.widgets.text_area import TextArea

_SNUG = 9
_MOST = 64
"""Letters of it that a menu's row has room for."""


class _Field(TextArea):
    """`left` follows when the keyboard goes elsewhere."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()


class ThanksWay(QWidget):
    """A field with the words as they are kept; in discreet mode initials, and not written in."""

    changed = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._person: PersonId | None = None
        self._before = ""
        self.field = _Field(theme, strings.TITLE, strings.HINT, snug=_SNUG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(LabelledField(theme, strings.TITLE, self.field))
        self.setFocusProxy(self.field)
        self.field.left.connect(self.keep)
        self.field.textChanged.connect(self.changed)

    def show_person(self, person: PersonId | None) -> None:
        """Show another person's way; what was typed for the one before is kept first."""
        self.keep()
        self._person = person
        self._fill("")
        self.setEnabled(person is not None)
        if person is not None:
            self._session.read(
                lambda workspace: workspace.people.get(person),
                done=self._on_read,
                channel="thanks-way",
                as_stored=True,
            )

    @Slot()
    def keep(self) -> None:
        """Save what was typed."""
        words = self.field.toPlainText().strip()
        if self._person is not None and not self.field.isReadOnly() and words != self._before:
            self._before = words
            keep_way(self._session, self._person, words)

    def _on_read(self, person: Person) -> None:
        if person.id == self._person and not self.field.hasFocus():
            self.field.setReadOnly(self._session.discreet.is_on)
            self._fill(self._session.discreet.text(person.recognition_pref))

    def _fill(self, words: str) -> None:
        self._before = words
        self.field.setPlainText(words)
        self.field.updateGeometry()


def keep_way(
    session: Session,
    person: PersonId,
    words: str,
    done: Callable[[], None] | None = None,
) -> None:
    """Store how somebody likes to be thanked, and nothing else about them."""

    def work(workspace: Workspace) -> None:
        present = workspace.people.get(person)
        workspace.people.edit(replace(present, recognition_pref=words))

    def stored(_nothing: None) -> None:
        if done is not None:
            done()

    session.write(work, changes=Changed.PEOPLE, done=stored)


class ThanksWayDialog(Question):
    """Asks how somebody likes to be thanked; what is kept is there to be changed."""

    def __init__(self, theme: Theme, name: str, before: str, parent: QWidget) -> None:
        title = strings.QUESTION.format(name=name)
        super().__init__(theme, title, strings.TEXT, strings.KEEP, parent)
        self.field = TextArea(theme, strings.TITLE, strings.HINT, least_lines=2)
        self.answers.addWidget(self.field)
        self.field.setPlainText(before)
        self.yes.setEnabled(True)
        self.field.setFocus()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.toPlainText().strip()


def ask_thanks_way(theme: Theme, session: Session, person: PersonId, parent: QWidget) -> None:
    """Read how somebody likes to be thanked, show it, and keep what is made of it."""

    def opened(read: Person) -> None:
        discreet = session.discreet
        name = discreet.name(read.display_name).partition(" ")[0]
        dialog = ThanksWayDialog(theme, name, discreet.text(read.recognition_pref), parent)
        dialog.field.setReadOnly(discreet.is_on)
        dialog.yes.setEnabled(not discreet.is_on)
        dialog.accepted.connect(lambda: keep_way(session, person, dialog.words))
        dialog.open()

    session.read(
        lambda workspace: workspace.people.get(person),
        done=opened,
        channel="thanks-way",
        as_stored=True,
    )


@dataclass(frozen=True, slots=True)
class ThanksRow:
    """How somebody likes to be thanked, and what asks for it anew."""

    way: str
    ask: Callable[[], None]


def add_thanks_row(menu: Menu, way: str, ask: Callable[[], None]) -> None:
    """Put how they like to be thanked at the head of a menu; the row changes it."""
    short = " ".join(way.split())
    if len(short) > _MOST:
        short = short[: _MOST - 1].rstrip() + "…"
    words = strings.ROW.format(words=short) if short else strings.ASK
    menu.add_item(words, Icon.HEART, run=ask)
