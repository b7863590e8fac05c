"""Which preparation the page shows, at which step, its words, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.domain.identity import ConversationId
from managernotes.domain.preparation import Preparation, PreparationWords, Step
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.preparing.preparation_changes import PreparationChanges
from managernotes_ui.preparing.preparation_on_show import PreparationOnShow
from managernotes_ui.preparing.preparation_reading import OpenPreparation, read_preparation
from managernotes_ui.preparing.preparation_saver import PreparationSaver
from managernotes_ui.preparing.saver_shelf import SaverShelf

_CHANNEL = "preparation"


class PrepareViewModel(PreparationOnShow):
    """One preparation at a time; one that could not be saved stays alive until it is.

    `words_shown` asks the fields to read their words afresh.
    """

    words_shown = Signal()
    problem_changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._saver: PreparationSaver | None = None
        self._behind = SaverShelf()
        self._problem: Exception | None = None
        self._resting = False
        self.changes = PreparationChanges(session, lambda: self._saver, self)
        self.changes.refused.connect(self._on_refused)
        session.talks_changed.connect(self._on_changed_elsewhere)
        session.notes_changed.connect(self._on_changed_elsewhere)

    @property
    def words(self) -> PreparationWords:
        """The words as they are written, saved or not."""
        return PreparationWords() if self._saver is None else self._saver.words

    @property
    def problem(self) -> Exception | None:
        """Why something is not saved, or was not done; or None."""
        return self._problem

    @property
    def has_unsaved(self) -> bool:
        """Whether words of this or an earlier preparation are in memory only."""
        here = self._saver is not None and self._saver.is_stuck
        return here or self._behind.is_stuck

    # --- what is asked of it ------------------------------------------------------------------

    def show_conversation(self, conversation: ConversationId) -> None:
        """Read what is prepared for a talk and show it; what was on show is saved first."""
        self._resting = False
        if conversation != self._wanted:
            self._put_away()
            self._wanted = conversation
        self._reread()

    def go_to(self, step: Step) -> None:
        """Show another step, and remember it; any order will do."""
        if step == self._step or step not in self.steps:
            return
        self.save_now()
        self._step = step
        self.changes.keep_step(step)
        self.step_changed.emit()

    def write(self, words: PreparationWords) -> None:
        """Take what was just typed; it is saved by itself, and what is open is told at once."""
        if self._saver is not None and words != self._saver.words:
            self._saver.edit(words)
            self._judge()

    def save_now(self) -> None:
        """Save what is unsaved without waiting."""
        if self._saver is not None:
            self._saver.flush()

    def leave(self) -> None:
        """Save for good before another page comes or the vault is locked."""
        self._resting = True
        if self._saver is not None:
            self._saver.leave()
        self._behind.leave()

    def keep_mine(self) -> None:
        """Answer a conflict: this window's words become a new revision."""
        if self._saver is not None:
            self._set_problem(None)
            self._saver.keep_mine()

    def show_theirs(self) -> None:
        """Answer a conflict: show what the other window wrote."""
        if self._wanted is not None:
            wanted = self._wanted
            self._session.read(
                lambda workspace: read_preparation(workspace, wanted),
                done=self._on_theirs,
                as_stored=True,
            )

    def dismiss(self) -> None:
        """Take note of what was refused."""
        self._set_problem(None)

    # --- inside -------------------------------------------------------------------------------

    def _put_away(self) -> None:
        saver, self._saver = self._saver, None
        self._show(None)
        self._set_problem(None)
        if saver is not None:
            saver.leave()
            self._behind.put(saver)

    def _reread(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        self._session.read(
            lambda workspace: read_preparation(workspace, wanted),
            done=self._on_read,
            failed=self._on_lost,
            channel=_CHANNEL,
            as_stored=True,
        )

    def _on_read(self, read: OpenPreparation | None) -> None:
        if read is None:
            self._prepare()
            return
        preparation = read.desk.preparation
        if preparation.conversation != self._wanted:
            return
        is_other = self._saver is None
        self._show(read)
        if self._saver is None:
            self._begin(preparation)
        elif preparation.revision > self._saver.known.number:
            self._catch_up(self._saver, preparation)
        if is_other or self._step not in self.steps:
            self._step = preparation.step if preparation.step in self.steps else self.steps[0]
            self.step_changed.emit()
        self.changed.emit()
        if is_other:
            self.words_shown.emit()
        self._judge()

    def _prepare(self) -> None:
        """Begin with a talk that was only planned so far."""
        wanted = self._wanted
        if wanted is not None:
            self._session.write(
                lambda workspace: workspace.preparations.begin(wanted),
                changes=Changed.TALKS,
                failed=self._on_lost,
            )

    def _begin(self, preparation: Preparation) -> None:
        saver = self._behind.take(preparation.conversation)
        if saver is None:
            saver = PreparationSaver(self._session, preparation, self)
            saver.saved.connect(self._on_saved)
            saver.failed.connect(self._on_failed)
        self._saver = saver

    def _catch_up(self, saver: PreparationSaver, preparation: Preparation) -> None:
        """Take in what another window wrote; unsaved words wait for the conflict's answer."""
        if preparation.words == saver.saved_words:
            saver.known.raise_to(preparation.revision)
        elif not saver.unsaved:
            saver.reread(preparation)
            self.words_shown.emit()

    def _on_theirs(self, read: OpenPreparation | None) -> None:
        if (
            read is None
            or self._saver is None
            or read.desk.preparation.conversation != self._wanted
        ):
            return
        self._saver.take_theirs(read.desk.preparation)
        self._set_problem(None)
        self._on_read(read)
        self.words_shown.emit()

    def _on_lost(self, error: Exception) -> None:
        self._show(None)
        self._set_problem(error)
        self.changed.emit()

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        if not self._resting:
            self._reread()

    @Slot()
    def _on_saved(self) -> None:
        if self.sender() is self._saver:
            self._set_problem(None)
        self._behind.drop_saved()

    @Slot(Exception)
    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._saver:
            self._set_problem(error)

    @Slot(object)
    def _on_refused(self, problem: Exception) -> None:
        """Say why, and show what is chosen as it still is."""
        self._set_problem(problem)
        self.changed.emit()

    @Slot(object)
    def _set_problem(self, problem: Exception | None) -> None:
        if problem is not self._problem:
            self._problem = problem
            self.problem_changed.emit()
