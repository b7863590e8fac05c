"""State behind the templates: the list, the chosen one, what is typed, how it would read."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import PersonId
from managernotes.domain.template import (
    LineChange,
    LineSort,
    Template,
    TemplateVersion,
    Variable,
)
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes.text.line_changes import brought_back, line_changes
from managernotes.text.template_fill import filled, variables_in
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.text_saver import TextSaver
from managernotes_ui.templates.template_changes import TemplateChanges


@dataclass(frozen=True, slots=True)
class OpenTemplate:
    """The chosen template as it is stored, and in how many talks it was used."""

    template: Template
    used: int
    versions: tuple[TemplateVersion, ...]


DRAWN_AFTER_MS = 60
"""How long the keys rest before bars, differences and preview follow: typing is not held up."""


class TemplatesViewModel(QObject):
    """`changed` follows whenever anything but the source is to be drawn anew.

    `source_shown` brings another source into the editor.
    """

    changed = Signal()
    source_shown = Signal(str)

    def __init__(self, session: Session, directory: PeopleDirectory, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self.saver = TextSaver(session, _save_body, self)
        self.templates: tuple[Template, ...] = ()
        self._name = ""
        self.changes = TemplateChanges(session, lambda: self._name, self.saver, self)
        self._open: OpenTemplate | None = None
        self._shown = ""
        self._person: PersonId | None = None
        self._values: tuple[Variable, ...] = ()
        self._compared: tuple[str, str, tuple[LineChange, ...]] = ("", "", ())
        self._soon = QTimer(self, interval=DRAWN_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.changed)
        self._resting = False
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self._read_values)
        directory.changed.connect(self._on_people)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def name(self) -> str:
        """The name of the chosen template, or an empty text."""
        return self._name

    @property
    def open_template(self) -> Template | None:
        """The chosen template with its words as they are stored."""
        here = self._open
        return here.template if here is not None and here.template.name == self._name else None

    @property
    def used(self) -> int:
        """In how many talks the chosen template was used."""
        return self._open.used if self._open is not None else 0

    @property
    def versions(self) -> tuple[TemplateVersion, ...]:
        """The kept versions of the chosen template, the newest first."""
        return self._open.versions if self._open is not None else ()

    @property
    def person(self) -> PersonId | None:
        """Whose next talk the preview is."""
        return self._person

    @property
    def body(self) -> str:
        """The source as it is typed now."""
        typed = self.saver.text_of(self._name)
        if typed is not None:
            return typed
        template = self.open_template
        return template.words.body if template is not None else ""

    @property
    def differences(self) -> tuple[LineChange, ...]:
        """The lines that differ from the original, as it is typed now."""
        template = self.open_template
        if template is None or template.original is None:
            return ()
        original, body = template.original.body, self.body
        if self._compared[:2] != (original, body):
            self._compared = (original, body, line_changes(original, body))
        return self._compared[2]

    @property
    def own_lines(self) -> frozenset[int]:
        """The numbers of the lines that are one's own."""
        return frozenset(one.at for one in self.differences if one.sort is LineSort.OWN)

    @property
    def values(self) -> tuple[Variable, ...]:
        """What the chosen template uses and the app fills in, in the order of the text."""
        known = {variable.name: variable for variable in self._values}
        used = variables_in(self.body)
        return tuple(known.get(name, Variable(name, "")) for name in used)

    @property
    def all_values(self) -> Mapping[str, str]:
        """What every variable would be filled with."""
        return {variable.name: variable.value for variable in self._values}

    @property
    def preview(self) -> str:
        """The source as a talk with that person would begin with it."""
        return filled(self.body, self.all_values)

    @Slot(str)
    def choose(self, name: str) -> None:
        """Show another template; what was typed in the one before is saved."""
        if name != self._name:
            self.saver.flush()
            self._name = name
            self.reload()

    def set_person(self, person: PersonId | None) -> None:
        """Show how it reads for somebody else."""
        if person != self._person:
            self._person = person
            self._read_values()

    def rest(self) -> None:
        """Read nothing until asked again: the page is not on show."""
        self._resting = True

    @Slot()
    def reload(self) -> None:
        """Read the list, the chosen template, and what would be filled in."""
        self._resting = False
        self._session.read(
            lambda workspace: workspace.templates.list(), done=self._on_list, channel="templates"
        )
        name = self._name
        if name:
            self._session.read(
                lambda workspace: _opened(workspace, name),
                done=self._on_open,
                failed=self._on_gone,
                channel="template",
                as_stored=True,
            )
        self._read_values()

    def typed(self, source: str) -> None:
        """Take what stands in the editor."""
        if self.open_template is not None and source != self.body:
            self._shown = source
            self.saver.put(self._name, source)
            self._soon.start()

    def with_line(self, change: LineChange) -> str:
        """Return the source with a line of the original in its old place again."""
        return brought_back(self.body, change)

    @Slot()
    def _read_values(self) -> None:
        person = self._person
        if person is None:
            self._values = ()
            self.changed.emit()
            return
        self._session.read(
            lambda workspace: workspace.templates.values(person),
            done=self._on_values,
            failed=lambda _error: self._on_values(()),
            channel="template-values",
        )

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _on_list(self, templates: tuple[Template, ...]) -> None:
        self.templates = templates
        if not any(one.name == self._name for one in templates):
            self._name = ""
            if templates:
                self.choose(templates[0].name)
        self.changed.emit()

    def _on_open(self, read: OpenTemplate) -> None:
        if read.template.name != self._name:
            return
        is_other = self._open is None or self._open.template.name != self._name
        self._open = read
        if is_other or self.body != self._shown:
            self._shown = self.body
            self.source_shown.emit(self._shown)
        self.changed.emit()

    def _on_gone(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self._name, self._open = "", None
            self.changed.emit()
        else:
            self._session.failed.emit(error)

    def _on_values(self, values: tuple[Variable, ...]) -> None:
        self._values = values
        self.changed.emit()

    @Slot()
    def _on_people(self) -> None:
        people = [one.id for one in self._directory.people]
        if self._person not in people:
            self._person = people[0] if people else None
        self._read_values()

    def start(self) -> None:
        """Choose for whom the preview is, and read everything."""
        self._on_people()
        self.reload()


def _opened(workspace: Workspace, name: str) -> OpenTemplate:
    templates = workspace.templates
    return OpenTemplate(templates.get(name), templates.used(name), templates.versions(name))


def _save_body(workspace: Workspace, name: Hashable, body: str) -> object:
    template = cast("str", name)
    words = replace(workspace.templates.get(template).words, body=body)
    return workspace.templates.save(template, words)
