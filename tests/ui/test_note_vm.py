"""The note editor's view-model over a real vault: saving, conflicts, retries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind, NoteText, ShareState, Source
from managernotes.errors import (
    DiskFullError,
    EditConflictError,
    InvalidInputError,
    NoteNotFoundError,
)
from managernotes.text.note_text import MAX_TEXT
from managernotes_ui.common.session import SaveKind
from managernotes_ui.notes.note_saver import RETRY_MS, SAVE_AFTER_MS
from managernotes_ui.notes.note_vm import NoteViewModel
from managernotes_ui.sharing.share_deeds import said
from tests.ui.note_bench import HANDOVER, Bench, note_bench

LONG = "Must not be lost. " * 5_000
THEIRS = NoteText(title="Theirs", fact="What the other window wrote.")


class Fields:
    """The four fields, without any widget."""

    def __init__(self) -> None:
        self.words = NoteText()

    def read(self) -> NoteText:
        return self.words


class Editor:
    """A view-model with its fields, wired as the view wires them."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.fields = Fields()
        self.vm = NoteViewModel(bench.session, self.fields.read)
        self.vm.words_shown.connect(self._on_words)
        self.vm.words_replaced.connect(self._on_words)

    def _on_words(self) -> None:
        self.fields.words = self.vm.words
        self.vm.typed()  # a field announces each change, whoever made it

    def open(self, note: NoteId) -> None:
        self.vm.show_note(note)
        self.bench.settle()

    def type(self, **words: str) -> NoteText:
        self.fields.words = replace(self.fields.words, **words)
        self.vm.typed()
        return self.fields.words

    def wait_for_save(self) -> None:
        for timer in self.vm.findChildren(QTimer):
            if timer.isActive():
                timer.setInterval(0)
        self.bench._qtbot.wait(1)
        self.bench.settle()


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    with note_bench(qtbot, tmp_path) as bench:
        yield bench


@pytest.fixture
def editor(bench: Bench) -> Editor:
    return Editor(bench)


def test_shows_the_words_and_the_facts_of_a_note(bench: Bench, editor: Editor) -> None:
    other = bench.note(NoteText(fact="Link to the old runbook"), day=date(2026, 11, 10))
    note = bench.note(tags=("handover",))
    bench.ask(lambda w: w.notes.link(note, other))
    editor.open(note)
    shown = editor.vm.open_note
    assert shown is not None
    assert editor.fields.words == HANDOVER
    assert [person.display_name for person in shown.people] == ["Dana Whitfield"]
    assert [row.headline for row in shown.linked] == ["Link to the old runbook"]
    assert shown.versions == 1


def test_saves_a_second_after_the_last_key(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    typed = editor.type(fact="Changed.")
    timers = [timer for timer in editor.vm.findChildren(QTimer) if timer.isActive()]
    assert [timer.interval() for timer in timers] == [SAVE_AFTER_MS]
    assert bench.text_of(note) == HANDOVER
    editor.wait_for_save()
    assert bench.text_of(note) == typed
    assert bench.session.save_state.kind is SaveKind.SAVED


def test_showing_a_note_writes_nothing(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    editor.vm.leave()
    bench.settle()
    assert bench.ask(lambda w: w.notes.get(note)).revision == 1


def test_leaving_saves_at_once_even_behind_a_save_under_way(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    editor.type(fact="First.")
    editor.vm.save_now()
    last = editor.type(fact="Second.")
    editor.vm.leave()
    bench.session.close()
    found: list[NoteText] = []
    bench.elsewhere(lambda w: found.append(w.notes.get(note).text))
    assert found == [last]


def test_a_full_disk_keeps_the_text_and_tries_again(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    typed = editor.type(fact=LONG)
    bench.fill_disk()
    editor.wait_for_save()
    assert isinstance(editor.vm.problem, DiskFullError)
    assert bench.session.save_state.kind is SaveKind.NOT_SAVED
    assert editor.fields.words == typed
    assert editor.vm.has_unsaved
    timers = [timer for timer in editor.vm.findChildren(QTimer) if timer.isActive()]
    assert [timer.interval() for timer in timers] == [RETRY_MS]
    bench.free_disk()
    editor.wait_for_save()
    assert bench.text_of(note) == typed
    assert editor.vm.problem is None
    assert not editor.vm.has_unsaved
    assert bench.session.save_state.kind is SaveKind.SAVED


def test_unsaved_words_survive_a_visit_to_another_note(bench: Bench, editor: Editor) -> None:
    note, other = bench.note(), bench.note(NoteText(fact="Another."))
    editor.open(note)
    typed = editor.type(fact=LONG)
    bench.fill_disk()
    editor.open(other)
    assert editor.fields.words.fact == "Another."
    editor.open(note)
    assert editor.fields.words == typed
    bench.free_disk()
    editor.wait_for_save()
    assert bench.text_of(note) == typed
    assert bench.text_of(other).fact == "Another."


def test_a_cleared_note_is_not_saved_and_holds_nothing_to_lose(
    bench: Bench, editor: Editor
) -> None:
    note = bench.note()
    editor.open(note)
    editor.type(title="", fact="", effect="", my_reading="")
    editor.wait_for_save()
    assert isinstance(editor.vm.problem, InvalidInputError)
    assert not editor.vm.has_unsaved
    assert bench.text_of(note) == HANDOVER


def test_a_note_left_behind_is_saved_there(bench: Bench, editor: Editor) -> None:
    note, other = bench.note(), bench.note(NoteText(fact="Another."))
    editor.open(note)
    typed = editor.type(fact=LONG)
    bench.fill_disk()
    editor.open(other)
    bench.free_disk()
    editor.wait_for_save()
    assert bench.text_of(note) == typed
    assert editor.fields.words.fact == "Another."


def conflict(bench: Bench, editor: Editor) -> tuple[NoteId, NoteText]:
    note = bench.note()
    editor.open(note)
    bench.elsewhere(lambda w: w.notes.save_text(note, THEIRS, 1))
    mine = editor.type(fact="Mine.")
    editor.wait_for_save()
    assert isinstance(editor.vm.problem, EditConflictError)
    assert bench.session.save_state.kind is SaveKind.NOT_SAVED
    assert bench.text_of(note) == THEIRS
    assert editor.fields.words == mine
    return note, mine


def test_a_conflict_writes_nothing_until_it_is_answered(bench: Bench, editor: Editor) -> None:
    note, _ = conflict(bench, editor)
    editor.type(fact="Mine, and more.")
    editor.wait_for_save()
    assert bench.text_of(note) == THEIRS


def test_keeping_mine_makes_a_revision_and_keeps_theirs(bench: Bench, editor: Editor) -> None:
    note, mine = conflict(bench, editor)
    editor.vm.keep_mine()
    bench.settle()
    versions = [version.text for version in bench.ask(lambda w: w.notes.revisions(note))]
    assert versions[:2] == [mine, THEIRS]
    assert editor.vm.problem is None


def test_showing_theirs_takes_their_words(bench: Bench, editor: Editor) -> None:
    note, _ = conflict(bench, editor)
    editor.vm.show_theirs()
    bench.settle()
    assert editor.fields.words == THEIRS
    assert editor.vm.problem is None
    typed = editor.type(effect="Typed after it.")
    editor.wait_for_save()
    assert bench.text_of(note) == typed


def test_leaving_in_a_conflict_loses_neither_text(bench: Bench, editor: Editor) -> None:
    note, mine = conflict(bench, editor)
    editor.vm.leave()
    bench.settle()
    versions = [version.text for version in bench.ask(lambda w: w.notes.revisions(note))]
    assert versions[:2] == [mine, THEIRS]


def test_what_another_program_wrote_is_shown_when_nothing_is_unsaved(
    bench: Bench, editor: Editor
) -> None:
    note = bench.note()
    editor.open(note)
    bench.elsewhere(lambda w: w.notes.save_text(note, THEIRS, 1))
    bench.session.notes_changed.emit()
    bench.settle()
    assert editor.fields.words == THEIRS
    typed = editor.type(effect="And mine.")
    editor.wait_for_save()
    assert editor.vm.problem is None
    assert bench.text_of(note) == typed


def test_changing_the_kind_does_not_conflict_with_typing(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    editor.vm.changes.set_kind(Kind.WIN)
    typed = editor.type(fact="Typed at once.")
    editor.wait_for_save()
    assert editor.vm.problem is None
    stored = bench.ask(lambda w: w.notes.get(note))
    assert (stored.kind, stored.text) == (Kind.WIN, typed)


def test_a_kind_changed_elsewhere_does_not_conflict_with_typing(
    bench: Bench, editor: Editor
) -> None:
    note = bench.note()
    editor.open(note)
    typed = editor.type(fact="Unsaved.")
    bench.elsewhere(lambda w: w.notes.change(note, kind=Kind.WIN))
    bench.session.notes_changed.emit()
    bench.settle()
    editor.wait_for_save()
    assert editor.vm.problem is None
    assert bench.text_of(note) == typed


def test_every_fact_of_a_note_can_be_changed(bench: Bench, editor: Editor) -> None:
    note, other = bench.note(), bench.note(NoteText(fact="Another."))
    editor.open(note)
    editor.vm.changes.set_day(date(2026, 11, 3))
    editor.vm.changes.set_source(Source.DOCUMENT)
    editor.vm.changes.set_tags(["handover", "support"])
    deed = said(editor.vm.today)
    editor.vm.changes.share(note, deed.do, lambda: None)
    editor.vm.changes.link(other)
    bench.settle()
    bench.settle()
    assert editor.vm.open_note is not None
    stored = editor.vm.open_note.note
    assert stored.occurred_on == date(2026, 11, 3)
    assert stored.source is Source.DOCUMENT
    assert stored.tags == ("handover", "support")
    assert stored.share_state is ShareState.SHARED
    assert stored.linked_notes == (other,)
    editor.vm.changes.unlink(other)
    bench.settle()
    bench.settle()
    assert editor.vm.open_note.note.linked_notes == ()


def test_the_bin_and_the_way_back(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    typed = editor.type(fact="Last words.")
    editor.vm.changes.bin()
    bench.settle()
    stored = bench.ask(lambda w: w.notes.get(note))
    assert stored.binned_at is not None
    assert stored.text == typed
    editor.vm.changes.restore()
    bench.settle()
    assert bench.ask(lambda w: w.notes.get(note)).binned_at is None


def test_erasing_says_so_and_removes_the_note(bench: Bench, editor: Editor, qtbot: QtBot) -> None:
    note = bench.note()
    editor.open(note)
    with qtbot.waitSignal(editor.vm.erased):
        editor.vm.changes.erase()
    assert editor.vm.open_note is None
    with pytest.raises(NoteNotFoundError):
        bench.text_of(note)


def test_a_note_erased_elsewhere_keeps_its_text_on_show(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    bench.elsewhere(lambda w: w.notes.erase(note))
    bench.session.notes_changed.emit()
    bench.settle()
    assert isinstance(editor.vm.problem, NoteNotFoundError)
    assert editor.fields.words == HANDOVER


def test_a_text_beyond_the_limit_is_refused_and_kept(bench: Bench, editor: Editor) -> None:
    note = bench.note()
    editor.open(note)
    typed = editor.type(fact="x" * (MAX_TEXT + 1))
    editor.wait_for_save()
    assert isinstance(editor.vm.problem, InvalidInputError)
    assert "200,000" in str(editor.vm.problem)
    assert editor.fields.words == typed
    assert bench.session.save_state.kind is SaveKind.NOT_SAVED
    assert bench.text_of(note) == HANDOVER
    shorter = editor.type(fact="x" * MAX_TEXT)
    editor.wait_for_save()
    assert bench.text_of(note) == shorter
    assert editor.vm.problem is None
