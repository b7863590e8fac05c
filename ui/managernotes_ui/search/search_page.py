"""The search page: one line, tick boxes beside, notes grouped by person (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import search as strings
from managernotes_ui.search.facet_panel import FacetPanel
from managernotes_ui.search.hit_words import HitWords
from managernotes_ui.search.query_tokens import filter_tokens, is_somebody
from managernotes_ui.search.result_delegate import PADDING as REACH
from managernotes_ui.search.result_list import ResultList
from managernotes_ui.search.result_rows import HitLine, MoreLine, ResultLine, ResultModel
from managernotes_ui.search.search_box import SearchBox
from managernotes_ui.search.search_states import EmptySearch, NothingFound
from managernotes_ui.search.search_vm import SearchViewModel
from managernotes_ui.search.when_choice import with_choice
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.text_label import TextLabel

SIDE, NARROW_SIDE, TOP, GAP, LANE = 32, 24, 24, 8, 12
NARROW_WINDOW, WIDEST = 960, 1120
FACETS_BESIDE_FROM = 560
"""Content narrower than this, at text scale 1, puts the tick boxes behind a button."""
HINTS_FROM = 640
"""Content narrower than this leaves the keys out of the footer (SPEC 38b: hints go first)."""


class SearchPage(Page):
    """Draws a SearchViewModel."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.vm = SearchViewModel(desk.session, desk.directory, self)
        words = HitWords(DateWords(), lambda: self.vm.today, lambda: self.vm.covers_kinds)
        self.box = SearchBox(theme)
        self.facets = FacetPanel(theme, self.vm, desk.directory)
        self._model = ResultModel(words, self)
        self.results = ResultList(theme, self._model, words)
        self._problem = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=0)
        self._narrow = make_button(
            theme,
            strings.NARROW_DOWN,
            icon=Icon.LIST_FILTER,
            size=ButtonSize.SMALL,
            checkable=True,
        )
        self._empty = EmptySearch(theme, self.vm)
        self._nothing = NothingFound(theme, self.vm)
        self._stack = QStackedWidget()
        self._is_beside = True
        self._has_room = True
        self._items: list[FooterItem | str] = []
        self._returns_to_results = False
        self._build()
        self._connect()
        self._on_changed()

    # --- what the shell asks ------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Search for the query of a place; without one the last search stays."""
        if place.query:
            self.box.line.set_line(place.query)
            self.vm.search()

    def take_focus(self) -> None:
        """Type over the last search, or go on in the results when coming back from a note."""
        back, self._returns_to_results = self._returns_to_results, False
        if back and self.results.enter():
            return
        self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.box.line.line().endswith(" "):
            self.box.line.select_all()

    @property
    def panes(self) -> Sequence[QWidget]:
        """The box, the tick boxes, the results."""
        return (self.box.line, self.facets, self.results)

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """The keys, and what was found about how many people."""
        found = self.vm.found
        if not found.hits or not found.is_counted:
            return ()
        people = sum(1 for who, notes in found.kept.people.items() if who is not None and notes)
        count = strings.in_groups(found.kept.total, people)
        return (strings.MOVE, strings.OPEN, strings.TICK, count) if self._has_room else (count,)

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._results_row = QHBoxLayout()
        self._results_row.setContentsMargins(0, 0, 0, 0)
        self._results_row.setSpacing(0)
        self._results_row.addWidget(self.facets)
        self._results_row.addWidget(self.results, 1)
        found = QWidget()
        found.setLayout(self._results_row)
        for page in (found, self._empty, self._nothing):
            self._stack.addWidget(page)
        self._head = QVBoxLayout()
        self._head.setSpacing(GAP)
        self._head.addWidget(self.box)
        self._head.addWidget(self._problem)
        self._head.addWidget(self._narrow, 0, Qt.AlignmentFlag.AlignRight)
        self._narrow.hide()
        self._problem.hide()
        self._body = QHBoxLayout()
        self._body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TOP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._head)
        column.addLayout(self._body, 1)

    def _connect(self) -> None:
        line = self.box.line
        line.line_changed.connect(self.vm.type)
        line.submitted.connect(self._on_submitted)
        line.left_downwards.connect(self.results.enter)
        line.escaped.connect(self._on_escaped)
        self.results.opened.connect(self._on_opened)
        self.results.left_upwards.connect(line.setFocus)
        self.facets.when_chosen.connect(self._on_when)
        self._narrow.toggled.connect(self._place_facets)
        self._empty.example_chosen.connect(self._type)
        self.vm.changed.connect(self._on_changed)
        self._desk.session.discreet.changed.connect(self._on_problem)
        self.vm.problem_changed.connect(self._on_problem)
        self._desk.theme.changed.connect(self._place_facets)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page's padding, and stop growing at 1120 (SPEC §3)."""
        super().resizeEvent(event)
        side = NARROW_SIDE if self.window().width() <= NARROW_WINDOW else SIDE
        spare = max(0, self.width() - 2 * side - WIDEST)
        self._head.setContentsMargins(side, 0, side + spare, 0)
        self._body.setContentsMargins(side, 0, max(side + spare - REACH - LANE, 0), 0)
        content = (self.width() - 2 * side) / self._desk.theme.scale.text
        self._is_beside = content >= FACETS_BESIDE_FROM
        self._place_facets()
        if self._has_room != (content >= HINTS_FROM):
            self._has_room = content >= HINTS_FROM
            self.footer_items_changed.emit(list(self.footer_items))

    @Slot()
    def _place_facets(self) -> None:
        """Put the tick boxes beside the results, or in their place behind the button."""
        shows = self._is_beside or self._narrow.isChecked()
        found = self._stack.currentIndex() == 0
        self._narrow.setVisible(found and not self._is_beside)
        self.facets.setVisible(shows)
        self.facets.set_wide(not self._is_beside)
        self.results.setVisible(self._is_beside or not shows)

    def _type(self, text: str) -> None:
        self.box.line.set_line(text)
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        vm = self.vm
        groups = vm.groups
        self._model.show(groups)
        self.facets.refresh()
        self._show_chips()
        is_asked = not vm.query.is_empty
        self.box.show_count(self._count_words() if is_asked else "")
        self._nothing.refresh()
        self._stack.setCurrentIndex(1 if not is_asked else 0 if groups else 2)
        self._place_facets()
        items = list(self.footer_items)
        if items != self._items:
            self._items = items
            self.footer_items_changed.emit(items)

    def _count_words(self) -> str:
        found = self.vm.found
        words = strings.found(found.kept.total)
        if found.looked_at:
            return strings.OF_THE_NEWEST.format(found=words, looked=found.looked_at)
        return words if found.is_counted else strings.found_so_far(found.kept.total)

    @Slot()
    def _on_problem(self) -> None:
        problem = self.vm.problem
        self._problem.setText(self.vm.shown_text(str(problem)) if problem is not None else "")
        self._problem.setVisible(problem is not None)
        self.box.set_error(error=problem is not None)
        self._show_chips()

    def _show_chips(self) -> None:
        vm, people = self.vm, self._desk.directory.known
        filters = filter_tokens(vm.text)
        wrong = frozenset(
            one.letters
            for one in filters
            if vm.problem_with(one.letters) is not None
            or (one.key == "person" and not is_somebody(vm.name_behind(one.value), people))
        )
        self.box.show_filters(filters, wrong, vm.shown_text)

    @Slot()
    def _on_submitted(self) -> None:
        self.vm.submit()
        self.results.enter()

    @Slot()
    def _on_escaped(self) -> None:
        if self.box.line.line():
            self.box.line.set_line("")

    @Slot(str)
    def _on_when(self, letters: str) -> None:
        self.box.line.set_line(with_choice(self.box.line.line(), letters))

    @Slot(object)
    def _on_opened(self, line: ResultLine) -> None:
        if isinstance(line, MoreLine):
            self.vm.open_group(line.who)
        elif isinstance(line, HitLine):
            self._returns_to_results = True
            first = line.hit.people[0] if line.hit.people else None
            person = line.who or first
            place = Place(PageName.NOTE, person=person, note=line.hit.id)
            self._desk.navigator.go(place)
