"""Notes written while the vault was locked: each is confirmed, opened, or binned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId
from managernotes_ui.common.actions import ActionSpec, Section
from managernotes_ui.common.strings import sealed as strings
from managernotes_ui.inbox.unconfirmed_card import UnconfirmedCard
from managernotes_ui.inbox.unconfirmed_vm import UnconfirmedViewModel
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.undo_bar import UndoBar

SIDE, NARROW_SIDE, TOP, LANE = 32, 24, 24, 12
NARROW_WINDOW, WIDEST = 960, 880
_CARD_GAP, _RING = 12, 4

ANSWERS = tuple(
    ActionSpec(
        name=f"{name}-unconfirmed",
        title=title,
        section=Section.HERE,
        shown=key,
        sheet=sheet,
        icon=icon,
        in_palette=False,
    )
    for name, title, key, sheet, icon in (
        ("confirm", strings.CONFIRM, strings.CONFIRM_KEY, strings.CONFIRM_SHEET, Icon.CHECK),
        ("open", strings.OPEN, strings.OPEN_KEY, strings.OPEN_SHEET, Icon.FILE_TEXT),
        ("bin", strings.BIN, strings.BIN_KEY, strings.BIN_SHEET, Icon.TRASH_2),
    )
)
"""The keys of a card, for the key sheet; the card itself takes them."""


class UnconfirmedPage(Page):
    """Draws an UnconfirmedViewModel: the latest days first, a card for each note."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.vm = UnconfirmedViewModel(desk.session, self)
        self.cards: list[UnconfirmedCard] = []
        self._at = 0
        self._more = TextLabel(desk.theme, "", Type.META, tone=Role.MUTED)
        self._empty = EmptyState(desk.theme, Icon.LOCK, strings.NOBODY, strings.NOBODY_TEXT)
        self._undo = UndoBar(desk.theme, self, strings.UNDO)
        self._build()
        self.vm.changed.connect(self._on_changed)
        desk.theme.cover_changed.connect(self._on_changed)
        self.vm.binned.connect(self._on_binned)
        for spec, answer in zip(ANSWERS, (self._confirm, self._open, self._bin), strict=True):
            scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
            desk.actions.add(spec, self, answer, scope=scope)
        self._on_changed()

    def show_place(self, place: Place) -> None:  # noqa: ARG002 - the page shows one thing only
        """Read what waits."""
        self.vm.reload()

    def take_focus(self) -> None:
        """Put the keyboard onto the card that it was on last."""
        self._focus(self._at)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The cards."""
        return (self._area,)

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """How many wait."""
        total = self.vm.waiting.total
        return (strings.waiting_words(total),) if total else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing where lines get too long to read."""
        super().resizeEvent(event)
        side = NARROW_SIDE if self.window().width() <= NARROW_WINDOW else SIDE
        widest = self._desk.theme.scale.px(WIDEST)
        spare = max(0, self.width() - 2 * side - widest)
        self._head.setContentsMargins(side, 0, side + spare, 0)
        self._list.setContentsMargins(side, _RING, max(side + spare - LANE, _RING), side)

    def _build(self) -> None:
        theme = self._desk.theme
        self._head = QVBoxLayout()
        self._head.setSpacing(4)
        self._head.addWidget(TextLabel(theme, strings.PAGE, Type.TITLE))
        self._head.addWidget(TextLabel(theme, strings.PAGE_TEXT, tone=Role.TEXT2, lines=0))
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._list = QVBoxLayout(inside)
        self._list.setSpacing(_CARD_GAP)
        self._list.addWidget(self._empty)
        self._list.addWidget(self._more)
        self._list.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its lane
        calm_scrolling(theme, self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, 0)
        column.setSpacing(16)
        column.addLayout(self._head)
        column.addWidget(self._area, 1)

    @Slot()
    def _on_changed(self) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is self or (focus is not None and self.isAncestorOf(focus))
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        waiting = self.vm.waiting
        self.cards = [self._card(place) for place in range(len(waiting.notes))]
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place, card)
            card.show()
        self._empty.setVisible(self.vm.is_read and not waiting.total)
        beyond = waiting.total - len(waiting.notes)
        self._more.setText(strings.more_words(beyond))
        self._more.setVisible(beyond > 0)
        self.footer_items_changed.emit(list(self.footer_items))
        if had_focus:
            self._focus(self._at)

    def _card(self, place: int) -> UnconfirmedCard:
        note = self.vm.waiting.notes[place]
        identity = note.row.id
        card = UnconfirmedCard(self._desk.theme, note, self.vm.today, self._desk.directory.people)
        card.confirm_wanted.connect(lambda: self._answer(place, self.vm.confirm))
        card.open_wanted.connect(lambda: self._answer(place, self._show))
        card.bin_wanted.connect(lambda: self._answer(place, self.vm.bin))
        card.person_chosen.connect(lambda who: self.vm.choose(identity, who))
        card.step_wanted.connect(lambda by: self._focus(place + by))
        return card

    def _answer(self, place: int, answer: Callable[[NoteId], None]) -> None:
        """Answer for one card; the keyboard goes to the one that takes its place."""
        self._at = place
        answer(self.cards[place].note.row.id)

    def _answer_here(self, answer: Callable[[NoteId], None]) -> None:
        focus = QApplication.focusWidget()
        for place, card in enumerate(self.cards):
            if card is focus or (focus is not None and card.isAncestorOf(focus)):
                self._answer(place, answer)
                return

    def _show(self, note: NoteId) -> None:
        self._desk.navigator.go(Place(PageName.NOTE, note=note))

    def _focus(self, place: int) -> None:
        if self.cards:
            self._at = min(max(place, 0), len(self.cards) - 1)
            self.cards[self._at].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._area.ensureWidgetVisible(self.cards[self._at])
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        self._answer_here(self.vm.confirm)

    def _open(self) -> None:
        self._answer_here(self._show)

    def _bin(self) -> None:
        self._answer_here(self.vm.bin)

    @Slot(object)
    def _on_binned(self, note: NoteId) -> None:
        self._undo.offer(strings.BINNED, lambda: self.vm.restore(note))
