"""What can be done with the chosen template beside typing in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from managernotes.domain.conversation import ConversationType
from managernotes.domain.template import Template, TemplateWords
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import templates as strings
from managernotes_ui.common.text_saver import TextSaver


class TemplateChanges(QObject):
    """`name` tells which template is meant; what is typed for it is saved first."""

    added = Signal(str)
    removed = Signal(str)
    restored = Signal(str, int)
    done = Signal()
    refused = Signal(str)

    def __init__(
        self, session: Session, name: Callable[[], str], saver: TextSaver, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self._saver = saver

    def restore_original(self) -> None:
        """Bring the original back; `restored` follows with the version that was one's own."""
        self._saver.flush()
        name = self._name()

        def change(workspace: Workspace) -> int:
            before = workspace.templates.get(name).version
            workspace.templates.restore_original(name)
            return before

        self._session.write(
            change,
            changes=Changed.TALKS,
            done=lambda version: self.restored.emit(name, version),
        )

    def bring_back(self, name: str, version: int) -> None:
        """Make an earlier version the newest."""
        self._saver.forget(name)
        self._session.write(
            lambda workspace: workspace.templates.bring_back(name, version), changes=Changed.TALKS
        )

    def add_own(self, title: str, why: str, sort: ConversationType | None) -> None:
        """Add a template of one's own and choose it; `done` or `refused` follows."""

        def add(workspace: Workspace) -> Template:
            own = workspace.templates.add_own(title, sort)
            return workspace.templates.save(own.name, replace(own.words, why=why))

        self._session.write(
            add, changes=Changed.TALKS, done=self._on_added, failed=self._on_refused
        )

    def rename(self, title: str, why: str) -> None:
        """Give the chosen template another title and purpose; `done` or `refused` follows."""
        name = self._name()
        self._session.write(
            lambda workspace: _renamed(workspace, name, title, why),
            changes=Changed.TALKS,
            done=lambda _done: self.done.emit(),
            failed=self._on_refused,
        )

    def remove_own(self) -> None:
        """Move the chosen template to the bin; `removed` follows. Only one's own can go."""
        name = self._name()
        self._session.write(
            lambda workspace: workspace.templates.remove_own(name),
            changes=Changed.TALKS,
            done=lambda _done: self.removed.emit(name),
        )

    def take_back(self, name: str) -> None:
        """Take a template of one's own out of the bin."""
        self._session.write(
            lambda workspace: workspace.templates.take_back_own(name), changes=Changed.TALKS
        )

    def _on_added(self, template: Template) -> None:
        self.added.emit(template.name)
        self.done.emit()

    def _on_refused(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.refused.emit(str(error) if known else strings.NOT_SAVED)


def _renamed(workspace: Workspace, name: str, title: str, why: str) -> Template:
    words: TemplateWords = workspace.templates.get(name).words
    return workspace.templates.save(name, replace(words, title=title, why=why))
