"""Offers the next steps of a note on its way to the person, and takes the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.domain.conversation import ConversationRow
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import ShareState
from managernotes.domain.person import Person
from managernotes.domain.sharing import Answer
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import sharing as strings
from managernotes_ui.common.strings import thanks_way as way_strings
from managernotes_ui.sharing import share_deeds as deeds
from managernotes_ui.sharing.plan_menu import PlanMenu, days_offered, talks_ahead, worded
from managernotes_ui.sharing.share_deeds import STEPS, Deed, ShareStep, Work
from managernotes_ui.sharing.share_dialogs import AnswerDialog, KeepBackDialog
from managernotes_ui.sharing.thanks_way import ThanksRow, ask_thanks_way
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.menu import Menu

Write = Callable[[NoteId, Work, Callable[[], None]], None]
"""Runs a deed's work on a note off the UI thread, and tells when it is done."""

WAITING = frozenset({ShareState.UNSAID, ShareState.PLANNED})
"""States in which a thanks is still to be said."""

_ICONS = {
    ShareStep.SAID: Icon.CHECK,
    ShareStep.PLAN: Icon.CALENDAR,
    ShareStep.UNPLAN: Icon.CIRCLE_DASHED,
    ShareStep.KEEP_BACK: Icon.LOCK,
    ShareStep.ANSWERED: Icon.MESSAGE_SQUARE,
    ShareStep.CHANGE_SEEN: Icon.SPROUT,
    ShareStep.TAKE_BACK: Icon.UNDO_2,
}
_WORDS = {
    ShareStep.SAID: strings.STEP_SAID,
    ShareStep.PLAN: strings.STEP_PLAN,
    ShareStep.UNPLAN: strings.STEP_UNPLAN,
    ShareStep.KEEP_BACK: strings.STEP_KEEP_BACK,
    ShareStep.ANSWERED: strings.STEP_ANSWERED,
    ShareStep.CHANGE_SEEN: strings.STEP_CHANGE_SEEN,
}
_BACK_WORDS = {
    ShareState.SHARED: strings.STEP_NOT_SAID,
    ShareState.RESPONDED: strings.STEP_NOT_ANSWERED,
    ShareState.CHANGE_SEEN: strings.STEP_NOT_SEEN,
    ShareState.NOT_FOR_SHARING: strings.STEP_SHARE_AFTER_ALL,
}


@dataclass(frozen=True, slots=True)
class SharedNote:
    """The note whose steps are offered."""

    id: NoteId
    state: ShareState
    people: tuple[PersonId, ...]
    is_thanks: bool = False
    """A win: how they like to be thanked stands beside its steps."""


class ShareControl(QObject):
    """Belongs to the widget over which its menus and dialogs open."""

    done = Signal(str, object)
    """What was done, in words, and a callable that takes it back."""

    def __init__(
        self, theme: Theme, session: Session, parent: QWidget, write: Write | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self._over = parent
        self._write = write or self._write_at_once
        self._dates = DateWords()
        self.menu: Menu | None = None
        """The menu that was offered last."""

    def offer(self, note: SharedNote, corner: QPoint) -> None:
        """Open the menu of steps at a global point."""
        self.menu = Menu(self._theme, self._over)
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.fill(self.menu, note, corner)
        self.menu.popup(corner)

    def fill(self, menu: Menu, note: SharedNote, corner: QPoint, *, said_key: str = "") -> None:
        """Add the steps to a menu; what they ask further opens at the corner.

        `said_key` is the page's own key for "said it".
        """
        if note.is_thanks and note.people and note.state in WAITING:
            menu.add_item(way_strings.ASK, Icon.HEART, run=partial(self._ask_way, note.people[0]))
        for step in STEPS[note.state]:
            menu.add_item(
                words_of(step, note.state),
                _ICONS[step],
                said_key if step is ShareStep.SAID else "",
                run=partial(self.take, step, note, corner),
            )

    def take(self, step: ShareStep, note: SharedNote, corner: QPoint) -> None:
        """Take a step, after asking what it needs."""
        day = today(self._session.clock)
        match step:
            case ShareStep.SAID:
                self._do(note.id, deeds.said(day))
            case ShareStep.PLAN:
                self._ask_when(note, corner)
            case ShareStep.UNPLAN:
                self._do(note.id, deeds.unplanned())
            case ShareStep.KEEP_BACK:
                self._ask_why(note)
            case ShareStep.ANSWERED:
                self._ask_answer(note)
            case ShareStep.CHANGE_SEEN:
                self._do(note.id, deeds.change_seen(day))
            case ShareStep.TAKE_BACK:
                self._do(note.id, deeds.taken_back())

    # --- what a step needs --------------------------------------------------------------------

    def _ask_when(self, note: SharedNote, corner: QPoint) -> None:
        if not note.people:
            return
        person = note.people[0]
        self._session.read(
            lambda workspace: (talks_ahead(workspace, person), workspace.people.get(person)),
            done=lambda read: self._offer_talks(note, *read, corner),
            channel="share-talks",
        )

    def _offer_talks(
        self, note: SharedNote, rows: Sequence[ConversationRow], who: Person, corner: QPoint
    ) -> None:
        person = who.id
        day = today(self._session.clock)

        def in_talk(talk: ConversationId, when: str) -> None:
            self._do(note.id, deeds.planned(talk, when))

        def on_day(wanted: date, when: str) -> None:
            self._do(note.id, deeds.planned_on(person, wanted, when))

        self.menu = PlanMenu(
            self._theme,
            self._over,
            talks=worded(rows, self._dates, day),
            days=[(one, self._dates.near(one, day)) for one in days_offered(day)],
            in_talk=in_talk,
            on_day=on_day,
            thanks=ThanksRow(who.recognition_pref, partial(self._ask_way, person))
            if note.is_thanks
            else None,
        )
        self.menu.aboutToHide.connect(self.menu.deleteLater)
        self.menu.open_at(corner)

    def _ask_way(self, person: PersonId) -> None:
        ask_thanks_way(self._theme, self._session, person, self._over)

    def _ask_why(self, note: SharedNote) -> None:
        dialog = KeepBackDialog(self._theme, self._over)

        def chosen() -> None:
            if dialog.reason is not None:
                self._do(note.id, deeds.kept_back(dialog.reason))

        dialog.accepted.connect(chosen)
        dialog.open()

    def _ask_answer(self, note: SharedNote) -> None:
        self._session.read(
            lambda workspace: workspace.sharing.answer_of(note.id),
            done=lambda before: self._open_answer(note, before),
            channel="share-answer",
            as_stored=True,
        )

    def _open_answer(self, note: SharedNote, before: Answer | None) -> None:
        dialog = AnswerDialog(self._theme, before.text if before else "", self._over)
        day = before.heard_on if before else today(self._session.clock)
        dialog.accepted.connect(lambda: self._do(note.id, deeds.answered(dialog.words, day)))
        dialog.open()

    # --- doing it -----------------------------------------------------------------------------

    def _do(self, note: NoteId, deed: Deed) -> None:
        def take_back() -> None:
            self._write(note, deed.back, lambda: None)

        self._write(note, deed.do, lambda: self.done.emit(deed.words, take_back))

    def _write_at_once(self, note: NoteId, work: Work, done: Callable[[], None]) -> None:
        def change(workspace: Workspace) -> None:
            work(workspace, note)

        self._session.write(change, changes=Changed.NOTES_AND_TALKS, done=lambda _none: done())


def words_of(step: ShareStep, state: ShareState) -> str:
    """Return what a step is called in a state."""
    if step is ShareStep.TAKE_BACK:
        return _BACK_WORDS[state]
    if step is ShareStep.PLAN and state is ShareState.PLANNED:
        return strings.STEP_PLAN_AGAIN
    return _WORDS[step]
