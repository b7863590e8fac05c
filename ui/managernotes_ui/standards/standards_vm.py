"""State behind the page of vision, values and roles: the list, and the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.identity import YardstickId
from managernotes.domain.role import Role
from managernotes.domain.vision import Vision, VisionLine
from managernotes.domain.yardstick import Yardstick
from managernotes.domain.yardstick_versions import Version
from managernotes.errors import NotFoundError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.standards.standards_changes import StandardsChanges
from managernotes_ui.standards.standards_saver import StandardsSaver


class Sort(StrEnum):
    """What a row of the list stands for."""

    VISION = "vision"
    ROLE = "role"
    YARDSTICK = "yardstick"


class Key(NamedTuple):
    """A row of the list: the vision, a role by its title, an expectation or value by its id."""

    sort: Sort
    of: YardstickId | str = ""


VISION_KEY = Key(Sort.VISION)


@dataclass(frozen=True, slots=True)
class StandardsRead:
    """What the list is made of, as it may be shown."""

    yardsticks: tuple[Yardstick, ...]
    roles: tuple[Role, ...]
    to_relink: frozenset[YardstickId]


@dataclass(frozen=True, slots=True)
class OpenRead:
    """What is open, with its words as they are stored."""

    key: Key
    vision: Vision | None
    history: tuple[Vision, ...]
    yardstick: Yardstick | None = None
    versions: tuple[Version, ...] = ()
    served: VisionLine | None = None
    """The line it serves, in whatever version of the vision it last stood."""
    is_lost: bool = False
    """Whether that line is not in the present vision."""
    roles: tuple[Role, ...] = ()
    """The chosen role on each of its levels."""


class StandardsViewModel(QObject):
    """`changed` follows another list, `opened` whatever is open as it is stored now."""

    changed = Signal()
    opened = Signal()

    def __init__(self, session: Session, directory: PeopleDirectory, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.directory = directory
        self.saver = StandardsSaver(session, self)
        self.changes = StandardsChanges(session, self.saver.flush, self)
        self.changes.added.connect(lambda identity: self.choose(Key(Sort.YARDSTICK, identity)))
        self.read: StandardsRead | None = None
        self.open: OpenRead | None = None
        self.key = VISION_KEY
        self._resting = True
        session.talks_changed.connect(self._on_changed)
        session.people_changed.connect(self._on_changed)
        directory.changed.connect(self.changed)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._session.clock)

    @property
    def chosen(self) -> Yardstick | None:
        """The expectation or value that is open, as it is stored."""
        read = self.open
        return read.yardstick if read is not None and read.key == self.key else None

    @property
    def lines(self) -> Sequence[VisionLine]:
        """The lines of the present vision."""
        vision = self.open.vision if self.open is not None else None
        return vision.words.lines if vision is not None else ()

    def start(self) -> None:
        """Read the list and what is open."""
        self._resting = False
        self.reload()

    def rest(self) -> None:
        """Read nothing until the page is shown again."""
        self._resting = True

    @Slot(object)
    def choose(self, key: Key) -> None:
        """Open another; what was typed for the one before is saved."""
        if key != self.key:
            self.saver.flush()
            self.key = key
            self._read_open()

    @Slot()
    def reload(self) -> None:
        """Read everything again."""
        self._session.read(_read, done=self._on_read, channel="standards")
        self._read_open()

    @Slot()
    def _on_changed(self) -> None:
        if not self._resting:
            self.reload()

    def _read_open(self) -> None:
        key = self.key
        self._session.read(
            lambda workspace: _open(workspace, key),
            done=self._on_open,
            failed=self._on_gone,
            channel="standard",
            as_stored=True,
        )

    def _on_read(self, read: StandardsRead) -> None:
        self.read = read
        self.changed.emit()

    def _on_open(self, read: OpenRead) -> None:
        if read.key == self.key:
            self.open = read
            self.opened.emit()

    def _on_gone(self, error: Exception) -> None:
        if isinstance(error, NotFoundError):
            self.choose(VISION_KEY)
        else:
            self._session.failed.emit(error)


def _read(workspace: Workspace) -> StandardsRead:
    return StandardsRead(
        yardsticks=workspace.yardsticks.list(include_retired=True),
        roles=workspace.roles.list(),
        to_relink=frozenset(one.id for one in workspace.yardsticks.to_relink()),
    )


def _open(workspace: Workspace, key: Key) -> OpenRead:
    vision, history = workspace.vision.now(), workspace.vision.history()
    if key.sort is Sort.VISION:
        return OpenRead(key, vision, history)
    if key.sort is Sort.ROLE:
        roles = tuple(role for role in workspace.roles.list() if role.title == key.of)
        return OpenRead(key, vision, history, roles=roles)
    assert not isinstance(key.of, str)
    one = workspace.yardsticks.get(key.of)
    wanted = one.scope.vision_line
    served = workspace.vision.line(wanted) if wanted is not None else None
    present = vision.line(wanted) if vision is not None else None
    return OpenRead(
        key,
        vision,
        history,
        yardstick=one,
        versions=workspace.yardsticks.versions(key.of),
        served=present or served,
        is_lost=wanted is not None and present is None,
    )
