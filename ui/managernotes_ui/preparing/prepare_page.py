"""Preparing a hard conversation: steps left, one question at a time, facts right (SPEC §5.6)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.preparation import Step
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing import prepare_actions
from managernotes_ui.preparing.facts_panel import OVER_BELOW, FactsPanel
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.prepare_notice import PrepareNotice
from managernotes_ui.preparing.prepare_vm import PrepareViewModel
from managernotes_ui.preparing.step_bar import StepBar
from managernotes_ui.preparing.step_column import StepColumn
from managernotes_ui.preparing.step_sheet import NARROW_SIDE, SIDE, StepSheet
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import Page, Place
from managernotes_ui.widgets.uncover import Uncover

NARROW = 960


class PreparePage(Page):
    """Draws a PrepareViewModel; a step's sheet is built when it is first visited."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = desk.theme
        self.vm = PrepareViewModel(desk.session, self)
        dates = DateWords()
        self._stack = QStackedWidget()
        uncover = Uncover(desk.theme, self._stack, None)
        self._tools = Tools(desk.theme, dates, self.vm, uncover)
        self._sheets: dict[Step, StepSheet] = {}
        self._stale: set[Step] = set()
        """Whose sheets show what is no longer so: each is refreshed before it is seen."""
        self.steps = StepColumn(self._tools)
        self.bar = StepBar(self._tools, desk.session)
        self.notice = PrepareNotice(desk.theme, self.vm)
        self.facts = FactsPanel(desk.theme, dates, self.vm)
        self._asked = False
        self._wants_focus = False
        self._wide = True
        self._shows_panel = False
        self._build()
        self._connect()
        self._add_actions()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show what is prepared for the talk that the place names."""
        if place.conversation is not None:
            self.vm.show_conversation(place.conversation)
        self._show_panel()

    def take_focus(self) -> None:
        """Put the keyboard into the answer."""
        sheet = self.sheet
        self._wants_focus = sheet is None
        if sheet is not None:
            sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is unsaved, at once."""
        self.vm.leave()

    def keep(self) -> None:
        """Save what is unsaved, and go on following the vault."""
        self.vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self.vm.has_unsaved

    @property
    def has_footer(self) -> bool:
        """The bar under the question tells whether all is saved."""
        return False

    @property
    def panel(self) -> QWidget:
        """Facts, what is open, what is in place."""
        return self.facts

    @property
    def panes(self) -> Sequence[QWidget]:
        """The steps and the question."""
        return (self.steps.list, self._stack)

    @Slot()
    def close_panel(self) -> None:
        """Put the panel away where it lies over the page."""
        if not self._wide:
            self._asked = False
            self._show_panel()
            self.take_focus()

    @Slot()
    def toggle_panel(self) -> None:
        """Open the panel over a narrow page, or put it away; beside a wide one it stays."""
        if not self._wide:
            self._asked = not self._asked
            self._show_panel()

    @property
    def sheet(self) -> StepSheet | None:
        """The step on show."""
        sheet = self._stack.currentWidget()
        return sheet if isinstance(sheet, StepSheet) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding of the window's width, and the panel beside a wide page."""
        super().resizeEvent(event)
        self._wide = self.window().width() >= OVER_BELOW
        self._arrange()
        # The splitter that holds the panel is laying out its parts: it must not lose one now.
        QTimer.singleShot(0, self, self._show_panel)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setAccessibleName(strings.PAGE)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.notice)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(middle, 1)

    def _connect(self) -> None:
        self.vm.changed.connect(self._on_changed)
        self.vm.step_changed.connect(self._on_step)
        self.vm.words_shown.connect(self._on_words)
        self.steps.rehearse_wanted.connect(self._rehearse)
        self.steps.discreet_view_wanted.connect(self._discreet_view)
        self.bar.ready_wanted.connect(self._ready)
        self.bar.panel_wanted.connect(self.toggle_panel)
        self.facts.closed.connect(self.close_panel)
        self.facts.step_wanted.connect(self._on_step_wanted)

    def _add_actions(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        table = (
            (prepare_actions.NEXT, lambda: self._go_by(1)),
            (prepare_actions.BEFORE, lambda: self._go_by(-1)),
            (prepare_actions.READY, self._ready),
            *prepare_actions.step_actions(self._go_to),
        )
        for spec, run in table:
            self._desk.actions.add(spec, self, run, scope=inside)
        # The panel lies beside the page, not in it, and closes itself with the same key.
        self._desk.actions.add(prepare_actions.PANEL, self, self.toggle_panel)

    def _arrange(self) -> None:
        side = NARROW_SIDE if self.window().width() <= NARROW else SIDE
        self.bar.set_side(side)
        self.bar.offer_panel(not self._wide)
        self.notice.set_side(side)
        for sheet in self._sheets.values():
            sheet.set_side(side)

    @Slot()
    def _show_panel(self) -> None:
        wanted = self._wide or self._asked
        if wanted != self._shows_panel:
            self._shows_panel = wanted
            self.panel_wanted.emit(wanted)

    def _go_to(self, step: Step) -> None:
        self.vm.go_to(step)
        self.take_focus()

    def _go_by(self, by: int) -> None:
        step = self.vm.neighbour(by)
        if step is not None:
            self._go_to(step)

    @Slot(object)
    def _on_step_wanted(self, step: Step) -> None:
        self.close_panel()
        self._go_to(step)

    @Slot()
    def _on_changed(self) -> None:
        self._stale = set(self._sheets)
        self._show_step()
        if self._wants_focus and self.isVisible():
            self.take_focus()

    @Slot()
    def _on_step(self) -> None:
        had_keyboard = not self.steps.list.hasFocus()
        self._show_step()
        if had_keyboard and self.isVisible():
            self.take_focus()

    @Slot()
    def _on_words(self) -> None:
        for sheet in self._sheets.values():
            sheet.show_words()

    def _show_step(self) -> None:
        """Bring the step's sheet forward; one that asks something else is built anew."""
        step = self.vm.step
        questions = self.vm.questions(step)
        if not questions:
            return
        sheet = self._sheets.get(step)
        if sheet is None or sheet.questions != questions:
            held = sheet is not None and sheet.isAncestorOf(self.window().focusWidget() or self)
            sheet = self._made(step)
            if held:
                sheet.first.setFocus(Qt.FocusReason.OtherFocusReason)
        if step in self._stale:
            self._stale.discard(step)
            sheet.refresh()
        self._stack.setCurrentWidget(sheet)

    def _made(self, step: Step) -> StepSheet:
        old = self._sheets.pop(step, None)
        sheet = StepSheet(self._tools, step, self.vm.questions(step))
        self._sheets[step] = sheet
        self._stack.addWidget(sheet)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._arrange()
        return sheet

    @Slot()
    def _ready(self) -> None:
        """Mark it as prepared; with something open, lead to where that is said and decided."""
        if self.vm.standing.musts_open:
            self._go_to(self.vm.steps[-1])
            sheet = self.sheet
            if sheet is not None:
                part = sheet.parts[-1]
                sheet.ensureWidgetVisible(part)
                part.first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.vm.changes.mark_prepared()

    @Slot()
    def _rehearse(self) -> None:
        self.vm.save_now()
        self._desk.actions.get("rehearse").trigger()

    @Slot()
    def _discreet_view(self) -> None:
        self.vm.save_now()
        self._desk.actions.get("discreet-view").trigger()
