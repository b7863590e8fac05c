"""Asks what a step needs (when, what was done, what is promised) and tells the view-model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from managernotes.domain.conversation import ConversationRow
from managernotes.domain.identity import ConversationId
from managernotes.domain.person import Person
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import today as strings
from managernotes_ui.sharing.plan_menu import PlanMenu, days_offered, talks_ahead, worded
from managernotes_ui.sharing.thanks_way import ThanksRow, ask_thanks_way
from managernotes_ui.style.theme import Theme
from managernotes_ui.today.help_dialog import LineDialog, what_is_promised, what_was_done
from managernotes_ui.today.today_rows import CardRow, Column, TalkRow
from managernotes_ui.today.today_vm import TodayViewModel

InTalk = Callable[[ConversationId, str], None]
OnDay = Callable[[date, str], None]


class TodayPlanning(QObject):
    """Opens its menu and its dialogs over the page."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        dates: DateWords,
        vm: TodayViewModel,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._session = session
        self._dates = dates
        self._vm = vm
        self._page = page
        self.menu: PlanMenu | None = None
        """The menu that was offered last."""

    def offer(self, card: CardRow, corner: QPoint) -> None:
        """Offer the talks with the card's person, and days for a new one."""
        person = card.target.person
        if person is None:
            return
        self._session.read(
            lambda workspace: (talks_ahead(workspace, person), workspace.people.get(person)),
            done=lambda read: self._open(card, *read, corner),
            channel="today-plan",
        )

    def ask_thanks_way(self, card: CardRow) -> None:
        """Show how the card's person likes to be thanked, and let it be changed."""
        if card.target.person is not None:
            ask_thanks_way(self._theme, self._session, card.target.person, self._page)

    def offer_talk(self, row: TalkRow, corner: QPoint) -> None:
        """Offer days for a one-to-one that has none yet."""
        person = row.target.person
        if person is None:
            return

        def on_day(day: date, when: str) -> None:
            self._vm.plan_talk(person, day, strings.TALK_PLANNED.format(when=when))

        self._show((), lambda _talk, _when: None, on_day, corner)

    def ask_promise(self, card: CardRow) -> None:
        """Ask what somebody who waits is promised."""
        dialog = LineDialog(self._theme, what_is_promised(card.name), self._page)
        dialog.accepted.connect(lambda: self._vm.promise(card, dialog.words))
        dialog.open()

    def ask_help(self, card: CardRow) -> None:
        """Ask what was done for somebody who waits."""
        dialog = LineDialog(self._theme, what_was_done(card.name), self._page)
        dialog.accepted.connect(lambda: self._vm.helped(card, dialog.words))
        dialog.open()

    def _open(
        self, card: CardRow, rows: Sequence[ConversationRow], who: Person, corner: QPoint
    ) -> None:
        def in_talk(talk: ConversationId, when: str) -> None:
            self._vm.plan(card, talk, strings.PLANNED_IN.format(when=when))

        def on_day(day: date, when: str) -> None:
            self._vm.plan_on(card, day, strings.PLANNED_IN.format(when=when))

        others = [row for row in rows if row.id != card.planned_in]
        way = who.recognition_pref
        thanks = ThanksRow(way, lambda: self.ask_thanks_way(card))
        is_thanks = card.column is Column.THANK
        self._show(others, in_talk, on_day, corner, thanks if is_thanks else None)

    def _show(
        self,
        rows: Sequence[ConversationRow],
        in_talk: InTalk,
        on_day: OnDay,
        corner: QPoint,
        thanks: ThanksRow | None = None,
    ) -> None:
        today = self._vm.today()
        days = [(day, self._dates.near(day, today)) for day in days_offered(today)]
        self.menu = PlanMenu(
            self._theme,
            self._page,
            talks=worded(rows, self._dates, today),
            days=days,
            in_talk=in_talk,
            on_day=on_day,
            thanks=thanks,
        )
        self.menu.open_at(corner)
