"""In a hard spell: is the growth plan still on? Asked once in 14 days, and put away (S14)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.clock import today
from managernotes.domain.growth_alive import HardSpell
from managernotes.domain.identity import PersonId
from managernotes.services.nudges import HARD_SPELL
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import growth_question as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button

BELOW = 20


class GrowthQuestionViewModel(QObject):
    """Asks the vault once for each person who is shown; what is shown is noted there."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._person: PersonId | None = None
        self.spell: HardSpell | None = None

    def show_person(self, person: PersonId) -> None:
        """Ask about somebody; the same one again keeps what is on show."""
        if person == self._person:
            return
        self._person = person
        self._set(None)
        self._session.read(
            lambda workspace: workspace.nudges.hard_spell(person),
            done=lambda spell: self._on_read(person, spell),
            channel="growth-question",
        )

    def put_away(self) -> None:
        """Put the question away; it comes back after its pause, if there is still reason to."""
        person = self._person
        self._set(None)
        if person is not None:
            self._session.write(
                lambda workspace: workspace.nudges.put_away(HARD_SPELL, person),
                changes=Changed.NOTHING,
            )

    def _on_read(self, person: PersonId, spell: HardSpell | None) -> None:
        if person != self._person or spell is None:
            return
        self._set(spell)
        self._session.write(
            lambda workspace: workspace.nudges.shown(HARD_SPELL, person),
            changes=Changed.NOTHING,
        )

    def _set(self, spell: HardSpell | None) -> None:
        self.spell = spell
        self.changed.emit()


class GrowthQuestion(QWidget):
    """The banner over a person's page; `growth_wanted` leads to their growth."""

    growth_wanted = Signal()

    def __init__(self, theme: Theme, vm: GrowthQuestionViewModel, session: Session) -> None:
        super().__init__()
        self._vm = vm
        self._session = session
        self._dates = DateWords()
        look = make_button(theme, strings.LOOK, size=ButtonSize.SMALL)
        self.away = make_button(theme, strings.PUT_AWAY, size=ButtonSize.SMALL)
        self._banner = Banner(theme, BannerKind.INFO, Icon.SPROUT, "", buttons=(look, self.away))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, BELOW)
        column.addWidget(self._banner)
        look.clicked.connect(self.growth_wanted)
        self.away.clicked.connect(vm.put_away)
        vm.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def is_needed(self) -> bool:
        """Whether there is something to ask."""
        return self._vm.spell is not None

    @property
    def words(self) -> str:
        """What is asked."""
        return self._banner.words if self.is_needed else ""

    @Slot()
    def _on_changed(self) -> None:
        spell = self._vm.spell
        if spell is not None:
            now = today(self._session.clock)
            since = self._dates.day(spell.since, now)
            text = strings.NEVER_MOVED
            if spell.touched_on is not None:
                text = strings.MOVED.format(day=self._dates.day(spell.touched_on, now))
            self._banner.say(strings.QUESTION.format(day=since), text)
        self.setVisible(spell is not None)
