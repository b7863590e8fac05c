"""The note editor: facts above, the texts left, what would leave the vault right (SPEC §5.3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId, YardstickId
from managernotes.domain.links import Link
from managernotes.domain.observation import Kind
from managernotes.text.markdown_html import MarkdownRenderer
from managernotes_ui.common.actions import Actions
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import sharing as share_strings
from managernotes_ui.notes import note_actions
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.notes.chain_rows import place_of
from managernotes_ui.notes.emphasis import BOLD, ITALIC
from managernotes_ui.notes.facts_row import FactsRow
from managernotes_ui.notes.lesson_of_note import LessonOfNote, can_be_lesson
from managernotes_ui.notes.link_picker import LinkPicker
from managernotes_ui.notes.link_search import LinkSearch
from managernotes_ui.notes.note_fields import NoteFields
from managernotes_ui.notes.note_footer import footer_of
from managernotes_ui.notes.note_header import NoteHeader, can_be_prepared
from managernotes_ui.notes.note_markdown import leaving_markdown
from managernotes_ui.notes.note_notice import NoteNotice
from managernotes_ui.notes.note_panes import NotePanes
from managernotes_ui.notes.note_vm import NoteViewModel
from managernotes_ui.notes.preview_maker import Preview, PreviewMaker, PreviewRequest
from managernotes_ui.notes.preview_pane import PreviewPane
from managernotes_ui.notes.preview_vm import PreviewViewModel
from managernotes_ui.notes.standard_links import StandardLinks
from managernotes_ui.sharing.share_control import ShareControl, SharedNote
from managernotes_ui.shell.footer_line import FooterItem
from managernotes_ui.shell.page import Navigate, Page, PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.undo_bar import UndoBar

NARROW = 960
"""At this width of the window and below the page's padding is the narrow one (SPEC §3)."""

_SIDE, _NARROW_SIDE, _TOP = 32, 24, 16


class NotePage(Page):
    """Draws a NoteViewModel and a PreviewViewModel, and hands on what is wanted of them."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        actions: Actions,
        navigate: Navigate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._navigate = navigate
        self._dates = DateWords()
        self._header = NoteHeader(theme, self._dates)
        self._fields = NoteFields(theme, self._dates)
        self._preview = PreviewPane(theme)
        self._panes = NotePanes(theme, self._fields, self._preview)
        self._picker = LinkPicker(theme, self._dates, LinkSearch(session, self), self)
        self._vm = NoteViewModel(session, self._fields.words, self)
        self._facts = FactsRow(theme, self._dates, self._vm)
        self._notice = NoteNotice(theme, self._vm)
        self._share = ShareControl(theme, session, self, self._vm.changes.share)
        self._lesson = LessonOfNote(session, navigate, self)
        self._standards = StandardLinks(theme, session, navigate, self)
        self.undo_bar = UndoBar(theme, self, share_strings.UNDO)
        self._preview_vm = PreviewViewModel(
            PreviewMaker(MarkdownRenderer(), session.discreet.text), self._preview_request, self
        )
        self._word_count = 0
        self._build()
        self._connect()
        self._actions = actions
        self._add_actions(actions)

    def show_place(self, place: Place) -> None:
        """Show the note that the place names."""
        if place.note is not None:
            self._fields.set_read_only(True)
            self._vm.show_note(place.note)

    def take_focus(self) -> None:
        """Put the keyboard into the fact."""
        self._fields.fact.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Save what is unsaved, at once."""
        self._vm.leave()

    def keep(self) -> None:
        """Save what is unsaved, and go on following the vault."""
        self._vm.save_now()

    @property
    def has_unsaved(self) -> bool:
        """Whether words are in memory only, because the vault refused them."""
        return self._vm.has_unsaved

    @property
    def to_prepare(self) -> Place | None:
        """The note, if it is a concern; else who it is about."""
        read = self._vm.open_note
        if read is None:
            return None
        note = read.note.id if can_be_prepared(read.note) else None
        return Place(PageName.PREPARE, person=self._vm.person, note=note)

    @property
    def footer_items(self) -> Sequence[FooterItem | str]:
        """When it happened and was written, its revisions and its words."""
        read = self._vm.open_note
        if read is None:
            return ()
        return footer_of(read, self._word_count, self._dates, self._vm.today)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The note and its preview."""
        return (self._fields, self._preview)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the padding of the window's width."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._top.addWidget(self._notice)
        self._top.addWidget(self._header)
        self._top.addWidget(self._facts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(hairline())
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        vm = self._vm
        vm.words_shown.connect(self._on_words_shown)
        vm.words_replaced.connect(self._on_words_replaced)
        vm.changed.connect(self._on_changed)
        vm.erased.connect(self._to_person)
        self._fields.typed.connect(vm.typed)
        self._fields.typed.connect(self._preview_vm.words_changed)
        self._fields.left.connect(vm.save_now)
        self._fields.links.opened.connect(self._on_link_opened)
        self._fields.links.chain_opened.connect(self._on_chain_opened)
        self._fields.links.unlinked.connect(vm.changes.unlink)
        self._fields.links.link_wanted.connect(self._pick_link)
        self._picker.picked.connect(vm.changes.link)
        self._facts.steps_wanted.connect(self._offer_steps)
        self._share.done.connect(self.undo_bar.offer)
        self._standards.done.connect(self.undo_bar.offer)
        self._fields.links.standard_wanted.connect(self._measure)
        self._fields.links.standard_unlinked.connect(self._on_standard_unlinked)
        self._fields.links.standard_opened.connect(self._on_standard_opened)
        self._preview_vm.changed.connect(self._on_preview)
        self._header.person_wanted.connect(self._to_person)
        self._header.revisions_wanted.connect(self._to_revisions)
        self._header.copy_wanted.connect(self._copy)
        self._header.bin_wanted.connect(vm.changes.bin)
        self._header.erase_wanted.connect(self._ask_to_erase)
        self._header.prepare_wanted.connect(self._prepare)
        self._header.lesson_wanted.connect(self._make_lesson)

    def _add_actions(self, actions: Actions) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        table = (
            (note_actions.LINK, self._pick_link),
            (note_actions.PREVIEW, self._panes.toggle_preview),
            (note_actions.REVISIONS, self._to_revisions),
            (note_actions.BOLD, lambda: self._emphasise(BOLD)),
            (note_actions.ITALIC, lambda: self._emphasise(ITALIC)),
            (note_actions.TO_PERSON, self._to_person),
            (note_actions.COPY, self._copy),
            (note_actions.BIN, self._vm.changes.bin),
            (note_actions.TEAM, self._toggle_team),
            (note_actions.LESSON, self._make_lesson),
        )
        for spec, run in table:
            actions.add(spec, self, run, scope=inside)

        links = self._fields.links
        alone = Qt.ShortcutContext.WidgetShortcut
        actions.add(note_actions.MEASURE, links, self._measure, scope=alone)

    def _arrange(self) -> None:
        side = _NARROW_SIDE if self.window().width() <= NARROW else _SIDE
        self._top.setContentsMargins(side, _TOP, side, 0)
        self._panes.set_side(side)

    def _emphasise(self, sign: str) -> None:
        field = self._fields.current_field()
        if field is not None and not field.isReadOnly():
            field.toggle(sign)

    def _preview_request(self) -> PreviewRequest:
        return PreviewRequest(self._fields.words(), self._under_title())

    def _under_title(self) -> str:
        read = self._vm.open_note
        if read is None:
            return ""
        source = strings.SOURCES[read.note.source]
        return f"{self._dates.full(read.note.occurred_on)} · {source}"

    def _copy(self) -> None:
        text = leaving_markdown(self._fields.words(), self._under_title())
        QGuiApplication.clipboard().setMimeData(private_text(text))

    @Slot()
    def _prepare(self) -> None:
        self._vm.save_now()
        self._actions.get("prepare").trigger()

    @Slot()
    def _toggle_team(self) -> None:
        if not self._facts.team.isHidden():
            self._facts.team.click()

    @Slot()
    def _make_lesson(self) -> None:
        read = self._vm.open_note
        if read is not None and can_be_lesson(read.note.kind) and read.note.binned_at is None:
            self._vm.save_now()
            self._lesson.make(read.note.id)

    @Slot()
    def _pick_link(self) -> None:
        read = self._vm.open_note
        if read is not None and read.note.binned_at is None:
            links = self._fields.links
            corner = links.mapToGlobal(links.rect().topLeft())
            self._picker.open_for(read.note, self._vm.today, corner)

    @Slot()
    def _measure(self) -> None:
        read = self._vm.open_note
        if read is not None and read.note.binned_at is None:
            links = self._fields.links
            self._standards.offer(read.note.id, links.mapToGlobal(links.rect().bottomLeft()))

    @Slot(object)
    def _on_standard_unlinked(self, yardstick: YardstickId) -> None:
        read = self._vm.open_note
        if read is not None:
            self._standards.unlink(read.note.id, yardstick)

    @Slot(object)
    def _on_standard_opened(self, yardstick: YardstickId) -> None:
        self._navigate(Place(PageName.STANDARDS, self._vm.person, yardstick=yardstick))

    @Slot(object)
    def _offer_steps(self, corner: QPoint) -> None:
        read = self._vm.open_note
        if read is not None and (state := read.note.share_state) is not None:
            is_win = read.note.kind is Kind.WIN
            shared = SharedNote(read.note.id, state, read.note.people, is_thanks=is_win)
            self._share.offer(shared, corner)

    @Slot()
    def _to_person(self) -> None:
        person = self._vm.person
        page = PageName.PERSON if person is not None else PageName.PEOPLE
        self._navigate(Place(page, person=person))

    @Slot()
    def _to_revisions(self) -> None:
        read = self._vm.open_note
        if read is not None:
            self._vm.save_now()
            self._navigate(Place(PageName.REVISIONS, self._vm.person, read.note.id))

    @Slot(object)
    def _on_link_opened(self, note: NoteId) -> None:
        self._navigate(Place(PageName.NOTE, self._vm.person, note))

    @Slot(Link)
    def _on_chain_opened(self, link: Link) -> None:
        self._navigate(place_of(link))

    @Slot()
    def _ask_to_erase(self) -> None:
        dialog = AskDialog(
            self._theme,
            strings.ERASE_TITLE,
            strings.ERASE_TEXT,
            strings.ERASE_YES,
            danger=True,
            parent=self,
        )
        dialog.accepted.connect(self._vm.changes.erase)
        dialog.open()

    @Slot()
    def _on_words_shown(self) -> None:
        self._fields.show_words(self._vm.words)
        self._preview_vm.refresh()

    @Slot()
    def _on_words_replaced(self) -> None:
        self._fields.replace_words(self._vm.words)

    @Slot()
    def _on_changed(self) -> None:
        read, today = self._vm.open_note, self._vm.today
        if read is not None:
            self._header.show_note(read, today)
            self._fields.links.show_links(read.linked, today, read.chain, read.standards)
            self._fields.set_read_only(read.note.binned_at is not None)
            self._preview_vm.catch_up()
        self.footer_items_changed.emit(list(self.footer_items))

    @Slot(Preview)
    def _on_preview(self, preview: Preview) -> None:
        self._preview.show_preview(preview)
        if preview.word_count != self._word_count:
            self._word_count = preview.word_count
            self.footer_items_changed.emit(list(self.footer_items))
