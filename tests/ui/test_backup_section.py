"""Settings, Backup: what is there, what a restore would lose, and reading one beside the vault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from managernotes.domain.backup_generations import CHOICES, Rhythm
from managernotes.domain.observation import NoteText
from managernotes.services.backup_places import backups_in, usual_place
from managernotes.services.backup_plan import BackupPlan, keep_plan, plan_of
from managernotes.services.backup_work import BackupWork
from managernotes.services.backups import BackupKind
from managernotes.services.key_change import KeyChange
from managernotes.services.restoring_way import RestoringWay
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.settings.backup import BackupSection
from managernotes_ui.settings.backup_fetch import FetchDialog
from managernotes_ui.settings.backup_list import ROW_ROLE
from managernotes_ui.settings.backup_vm import BackupViewModel
from managernotes_ui.settings.backup_window import BackupWindow
from managernotes_ui.settings.settings_page import SettingsPage
from tests.ui.find_bench import FindBench, find_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    with find_bench(qtbot, tmp_path) as bench:
        bench.add_action("lock", "Lock now", keys=("Ctrl+L",))
        yield bench


@pytest.fixture
def page(bench: FindBench) -> SettingsPage:
    page = SettingsPage(bench.desk)
    bench.show(page)
    page.choose(strings.SECTION)
    settle(bench)
    return page


@pytest.fixture
def section(page: SettingsPage) -> BackupSection:
    return page.backups.section


@pytest.fixture
def vm(page: SettingsPage) -> BackupViewModel:
    return page.backups.vm


def settle(bench: FindBench) -> None:
    """Wait until vault and backups have nothing to do any more."""
    for _round in range(4):
        bench.until(lambda: bench.desk.backups.is_idle and bench.vault.tasks.is_idle)
        bench.qtbot.wait(20)


def back_up(bench: FindBench, *, days_ago: int = 0) -> None:
    """Make a backup as it would have been made some days ago."""

    def make(workspace: Workspace) -> None:
        work = BackupWork.of(workspace)
        work.make(BackupKind.AUTOMATIC)
        work.close()

    bench.vault.clock.moment -= timedelta(days=days_ago)
    bench.vault.ask(make)
    bench.vault.clock.moment += timedelta(days=days_ago)


def look(bench: FindBench) -> None:
    """Look at the place again and wait for it."""
    bench.desk.backups.look_again()
    settle(bench)


def choose(bench: FindBench, section: BackupSection, row: int) -> None:
    """Choose a row and wait for its comparison."""
    section.list.setCurrentIndex(section.list.model().index(row, 0))
    settle(bench)


def rows(section: BackupSection) -> list[str]:
    """Return what the rows say."""
    model = section.list.model()
    return [str(model.index(at, 0).data()) for at in range(model.rowCount())]


def test_backing_up_by_hand_is_compared_entry_by_entry(
    bench: FindBench, section: BackupSection
) -> None:
    assert section.none_yet.isVisible()
    bench.vault.note()
    section.now.click()
    settle(bench)
    [row] = rows(section)
    assert row.startswith("Thu 19 Nov 10:42, ")
    assert row.endswith("1 entries, compared entry by entry, today 10:42, newest")
    assert not section.progress.isVisible()
    assert len(backups_in(usual_place(bench.vault.file))) == 1


def test_b_backs_up(bench: FindBench, page: SettingsPage, section: BackupSection) -> None:
    section.list.setFocus()
    QTest.keyClick(section.now, Qt.Key.Key_B)
    settle(bench)
    assert len(rows(section)) == 1


def test_a_failure_is_said_and_nothing_is_left(
    bench: FindBench, section: BackupSection, tmp_path: Path
) -> None:
    bench.vault.ask(lambda w: keep_plan(w.preferences, BackupPlan(place=tmp_path / "unplugged")))
    look(bench)
    section.now.click()
    settle(bench)
    assert section.trouble.isVisible()
    assert "not there" in section.trouble.words
    assert rows(section) == []


def test_seven_are_shown_and_the_older_fold_out(bench: FindBench, section: BackupSection) -> None:
    for days in (12, 6, 5, 4, 3, 2, 1, 0):
        back_up(bench, days_ago=days)
    look(bench)
    assert len(rows(section)) == 7
    assert section.older.text() == "1 older: four weeks, six months"
    section.older.click()
    assert len(rows(section)) == 8
    assert not section.older.isVisible()


def test_the_card_tells_newer_changed_and_gone(bench: FindBench, section: BackupSection) -> None:
    kept, gone = bench.vault.note(), bench.vault.note(NoteText(fact="Gone"))
    binned = bench.vault.note(NoteText(fact="Binned"))
    back_up(bench, days_ago=1)
    bench.vault.note(NoteText(fact="Newer"))
    bench.vault.save(kept, NoteText(fact="Other words"), 1)
    bench.vault.ask(lambda w: w.notes.erase(gone))
    bench.vault.ask(lambda w: w.notes.bin(binned))
    look(bench)
    assert not section.card.isVisible()
    choose(bench, section, 0)
    assert section.card.title.text() == "Restore Wed 18 November, 10:42"
    told = [label.text() for label in section.card.values]
    assert told == ["1 note", "1 text", "1 note, erased since; 1 note, in the bin since Thu"]


def test_reading_one_beside_changes_nothing(
    bench: FindBench, page: SettingsPage, section: BackupSection
) -> None:
    bench.vault.note(NoteText(title="Late hand-over", fact="At 18:40 no link"))
    back_up(bench)
    look(bench)
    [file] = backups_in(usual_place(bench.vault.file))
    before = file.path.read_bytes()
    choose(bench, section, 0)
    QTest.keyClick(section.list, Qt.Key.Key_Return)
    settle(bench)
    window = page.backups.window
    assert isinstance(window, BackupWindow)
    assert window.windowTitle() == "Backup of 19 Nov"
    assert window.title.text() == "Late hand-over"
    assert window.text.toPlainText() == "At 18:40 no link"
    assert window.about.text() == "17 Nov · Dana Whitfield"
    assert window.text.isReadOnly()
    window.field.setText("nothing like it")
    assert window.list.model().rowCount() == 0
    QTest.keyClick(window, Qt.Key.Key_Escape)
    settle(bench)
    assert not window.isVisible()
    assert window.text.toPlainText() == ""
    assert file.path.read_bytes() == before
    assert rows(section)[0].endswith("opened by you on 19 Nov, newest")
    assert list(file.path.parent.iterdir()) == [file.path]


def test_single_notes_come_back(
    bench: FindBench, page: SettingsPage, section: BackupSection
) -> None:
    gone, binned = bench.vault.note(NoteText(fact="Gone")), bench.vault.note(NoteText(fact="Bin"))
    back_up(bench)
    bench.vault.ask(lambda w: w.notes.erase(gone))
    bench.vault.ask(lambda w: w.notes.bin(binned))
    look(bench)
    choose(bench, section, 0)
    section.card.fetch.click()
    settle(bench)
    [dialog] = page.window().findChildren(FetchDialog)
    dialog.list.setCurrentIndex(dialog.list.model().index(0, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.list.setCurrentIndex(dialog.list.model().index(1, 0))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.yes.text() == "Bring back 2 notes"
    dialog.yes.click()
    settle(bench)
    facts = bench.vault.ask(
        lambda w: sorted(row.headline for row in w.notes.timeline(bench.vault.dana.id).rows)
    )
    assert facts == ["Bin", "Gone"]
    assert bench.vault.ask(lambda w: w.notes.binned()) == []


def test_one_of_another_key_is_unlocked_with_its_own_code(
    bench: FindBench, section: BackupSection
) -> None:
    bench.vault.note()

    def change_key(workspace: Workspace) -> str:
        change = KeyChange(workspace, bench.vault.keyring)
        change.carry_out()
        return change.code.text

    code = bench.vault.ask(change_key)
    bench.vault.clock.moment += timedelta(hours=1)
    bench.vault.ask(change_key)
    look(bench)
    assert strings.OTHER_KEY in rows(section)[0]
    choose(bench, section, 0)
    assert section.card.unlock.isVisible()
    assert not section.card.restore.isVisible()
    dialog = section.ask_secret()
    dialog.field.edit.setText("another")
    dialog.yes.click()
    settle(bench)
    assert dialog.isVisible()
    dialog.field.edit.setText(code)
    dialog.yes.click()
    settle(bench)
    assert strings.COUNTED in rows(section)[0]
    assert section.card.restore.isEnabled()
    assert section.card.values[0].text() == strings.NOTHING
    look(bench)
    assert strings.COUNTED in rows(section)[0]


def test_a_restore_names_what_would_be_lost_and_asks(
    bench: FindBench, section: BackupSection
) -> None:
    bench.vault.note()
    back_up(bench)
    bench.vault.note(NoteText(fact="Newer"))
    look(bench)
    choose(bench, section, 0)
    wanted: list[RestoringWay] = []
    bench.desk.backups.restore_wanted.connect(wanted.append)
    dialog = section.ask_restore()
    assert "It lacks 1 note" in dialog.accessibleDescription()
    assert "kept aside" in dialog.accessibleDescription()
    dialog.no.click()
    assert wanted == []
    section.ask_restore().yes.click()
    settle(bench)
    [way] = wanted
    assert way.backup.parent == usual_place(bench.vault.file)


def test_choices_are_kept_in_the_vault(bench: FindBench, section: BackupSection) -> None:
    section.rhythm.activated.emit(1)
    settle(bench)
    section.keep.activated.emit(1)
    settle(bench)
    plan = bench.vault.ask(lambda w: plan_of(w.preferences))
    assert (plan.rhythm, plan.keep) == (Rhythm.WEEKLY, CHOICES[1])
    assert section.rhythm.currentIndex() == section.keep.currentIndex() == 1


def test_a_chosen_place_gets_a_folder_of_its_own_and_is_named(
    bench: FindBench, section: BackupSection, vm: BackupViewModel, tmp_path: Path
) -> None:
    disk = tmp_path / "Blue"
    disk.mkdir()
    vm.set_place(disk)
    settle(bench)
    assert vm.where == "Folder “Blue”, last seen today 10:42"
    section.now.click()
    settle(bench)
    assert len(backups_in(disk / strings.PLACE_FOLDER)) == 1
    assert not usual_place(bench.vault.file).exists() or not backups_in(
        usual_place(bench.vault.file)
    )
    section.ask_place().yes.click()
    settle(bench)
    assert vm.where == strings.BESIDE


@pytest.mark.parametrize(("days", "said"), [(2, False), (3, True)])
def test_a_place_that_is_gone_is_said_after_three_days(
    bench: FindBench, section: BackupSection, tmp_path: Path, days: int, said: bool
) -> None:
    seen = bench.vault.clock.now() - timedelta(days=days)
    plan = BackupPlan(place=tmp_path / "unplugged", place_seen=seen)
    bench.vault.ask(lambda w: keep_plan(w.preferences, plan))
    look(bench)
    assert section.banner.isVisible() is said
    assert not (tmp_path / "unplugged").exists()


def test_three_days_without_a_backup_are_said(bench: FindBench, section: BackupSection) -> None:
    back_up(bench, days_ago=3)
    look(bench)
    assert not section.banner.isVisible()
    bench.vault.clock.moment += timedelta(days=1)
    look(bench)
    assert section.banner.words.startswith("No backup since 16 Nov.")


def test_one_that_failed_by_itself_is_told_here_only(
    bench: FindBench, section: BackupSection
) -> None:
    usual_place(bench.vault.file).write_text("in the way")
    bench.desk.backups.begin()
    settle(bench)
    assert bench.failures == []
    assert not section.trouble.isVisible()
    assert section.banner.words.startswith("No backup was made yet.")


def test_one_that_is_due_is_made_by_itself_once(bench: FindBench) -> None:
    keeper = bench.desk.backups
    for _ in range(2):
        keeper.begin()
        settle(bench)
    assert [known.kind for known in keeper.known] == [BackupKind.AUTOMATIC]


def test_the_lock_ends_it_all(bench: FindBench, section: BackupSection) -> None:
    for number in range(300):
        bench.vault.note(NoteText(fact=f"{number} " + "x" * 300))
    section.now.click()
    bench.qtbot.wait(5)
    bench.vault.session.close()
    assert list(usual_place(bench.vault.file).glob("*.part")) == []
    bench.desk.backups.back_up_now()
    assert bench.desk.backups.is_idle


def test_nothing_of_an_opened_backup_outlives_the_lock(
    bench: FindBench, page: SettingsPage, section: BackupSection
) -> None:
    bench.vault.note(NoteText(fact="A secret of some day"))
    back_up(bench)
    look(bench)
    choose(bench, section, 0)
    section.card.open.click()
    settle(bench)
    bench.vault.session.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.backups.window is None
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, BackupWindow)]


def test_asked_for_before_anything_was_read_it_is_made_all_the_same(bench: FindBench) -> None:
    bench.desk.backups.back_up_now()
    settle(bench)
    assert [known.kind for known in bench.desk.backups.known] == [BackupKind.MANUAL]


def test_rows_are_read_out_and_dialogs_have_names(bench: FindBench, section: BackupSection) -> None:
    back_up(bench)
    look(bench)
    index = section.list.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data(ROW_ROLE).aloud
    dialog = section.ask_place()
    assert isinstance(dialog, QDialog)
    assert dialog.accessibleName() == strings.PLACE_TITLE
    dialog.reject()
