"""Whether the window hides names and texts, and by which initials (SPEC §8, discreet mode).

For screens: what `Session.read` brings is already fit to be shown, so a list needs nothing.
Where the stored words are needed (a form, a completer that compares what is typed), read them
`as_stored=True` and show them through `shown` or `text`. What is covered, not renamed, is drawn:
kinds and texts by `Theme.cover` (style/cover.py), a list's rows by `RowCover`.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from managernotes.services.workspace import Workspace
from managernotes.text.name_mask import NameMask

T = TypeVar("T")


class Discreet(QObject):
    """Belongs to a session and ends with it, so that a lock forgets every name.

    `changed` follows each switch; the session then tells every screen to read again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_on = False
        self._leaves_texts_open = False
        self._mask = NameMask()
        self._is_fresh = False

    @property
    def is_on(self) -> bool:
        """Whether names are initials now."""
        return self._is_on

    @property
    def covers_texts(self) -> bool:
        """Whether texts are covered lines now."""
        return self._is_on and not self._leaves_texts_open

    def switch(self, *, on: bool, leaves_texts_open: bool) -> None:
        """Turn it on or off, and choose whether texts stay open; `changed` follows a change."""
        before = (self._is_on, self.covers_texts)
        self._is_on, self._leaves_texts_open = on, leaves_texts_open
        if before != (self._is_on, self.covers_texts):
            self.changed.emit()

    def shown(self, value: T) -> T:
        """Return a record, or records, as the window may show them now."""
        if not self._is_on:
            return value
        # Knows every record there is: loaded with the first that needs it (PERFORMANCE §1).
        from managernotes_ui.common.discreet_records import shown

        return shown(value, self._mask)

    def name(self, display_name: str) -> str:
        """Return how a person of this name is called now."""
        return self._mask.initials(display_name) if self._is_on and display_name else display_name

    def text(self, text: str) -> str:
        """Return a text with initials where names must not stand now."""
        return self._mask.words(text) if self._is_on else text

    def person_called(self, words: str) -> str | None:
        """Return the display name behind initials that are on show, or None."""
        return self._mask.person_called(words) if self._is_on else None

    def people_changed(self) -> None:
        """Take note that names may be others; safe on any thread."""
        self._is_fresh = False

    def learn(self, workspace: Workspace) -> None:
        """Read who there is, on the vault's thread, unless it is known; the bin counts too."""
        if self._is_fresh:
            return
        self._is_fresh = True
        try:
            people = [
                *workspace.people.list_people(include_gone=True),
                *workspace.people.binned(),
            ]
        except BaseException:
            self._is_fresh = False
            raise
        self._mask = NameMask((person.display_name, person.alias) for person in people)
