"""Keeps what was left with words that are in memory only, until they are saved."""

from __future__ import annotations

from managernotes.domain.identity import ConversationId
from managernotes_ui.preparing.preparation_saver import PreparationSaver


class SaverShelf:
    """Savers of preparations that are not on show any more, by their talk."""

    def __init__(self) -> None:
        self._savers: dict[ConversationId, PreparationSaver] = {}

    @property
    def is_stuck(self) -> bool:
        """Whether words would be lost if the vault were locked now."""
        return any(saver.is_stuck for saver in self._savers.values())

    def put(self, saver: PreparationSaver) -> None:
        """Keep one that is left."""
        self._savers[saver.conversation] = saver
        self.drop_saved()

    def take(self, conversation: ConversationId) -> PreparationSaver | None:
        """Return the one of a talk that is shown again, if its words are not saved yet."""
        return self._savers.pop(conversation, None)

    def leave(self) -> None:
        """Save everything, whatever happened."""
        for saver in self._savers.values():
            saver.leave()

    def drop_saved(self) -> None:
        """Let go of those whose words are on disk."""
        for conversation, saver in list(self._savers.items()):
            if not saver.unsaved:
                del self._savers[conversation]
                saver.deleteLater()
