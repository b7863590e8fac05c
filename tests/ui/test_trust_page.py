"""Settings, Trust: rows that fill in, a failure that shuts the vault, the drill, the copy."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from managernotes.errors import VaultShutError
from managernotes.services.backup_making import Order, make_backup
from managernotes.services.backup_places import free_name, make_place, usual_place
from managernotes.services.trust_memory import TrustReport, keep_report, last_drill, last_report
from managernotes.services.trust_proof import Finding, Proof, ProofName, failed, proved
from managernotes.services.trust_sentences import CANNOT_BE_PROVEN, TITLES
from managernotes.services.workspace import Workspace
from managernotes.vault.backup_container import BackupKind
from managernotes_ui.common.session import Changed, SaveKind
from managernotes_ui.common.strings import backup as backup_strings
from managernotes_ui.common.strings import settings as setting_strings
from managernotes_ui.common.strings import shut
from managernotes_ui.common.strings import trust as strings
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.settings.trust import TrustSection
from managernotes_ui.settings.trust_drill_dialog import DrillDialog
from managernotes_ui.settings.trust_drill_vm import DrillViewModel
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.shell.trust_bar import TrustBar
from tests.ui.find_bench import FindBench, find_bench
from tests.ui.style_bench import dressed


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FindBench]:
    """Open a vault of its own folder; nothing of other programs lies in the temporary folder."""
    temporary = tmp_path / "temporary"
    temporary.mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with find_bench(qtbot, tmp_path) as bench:
        bench.vault.note()
        yield bench


@pytest.fixture
def trust(bench: FindBench) -> TrustViewModel:
    """Return what proves."""
    return bench.desk.trust


@pytest.fixture
def section(bench: FindBench) -> TrustSection:
    """Show the section."""
    page = SettingsPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.SETTINGS, query=setting_strings.TRUST))
    bench.until(page.trust.isVisible)
    return page.trust


def texts(widget: QWidget) -> list[str]:
    """Return the words of every label on show."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def prove(bench: FindBench) -> TrustReport:
    """Prove everything and return the report."""
    trust = bench.desk.trust
    before = trust.report
    trust.prove()
    bench.until(lambda: trust.report is not before and not trust.is_proving)
    assert trust.report is not None
    return trust.report


def back_up(workspace: Workspace) -> None:
    """Make a backup where backups belong."""
    folder = usual_place(workspace.files.database)
    make_place(folder)
    moment = workspace.ledger.clock.now()
    make_backup(
        Order(
            files=workspace.files,
            key=workspace.key,
            kind=BackupKind.MANUAL,
            made_at=moment,
            target=free_name(folder, moment, BackupKind.MANUAL),
        )
    )


def keep_number(number: int, workspace: Workspace) -> None:
    """Write something small."""
    workspace.preferences.keep("n", str(number))


def keep_failed(bench: FindBench, finding: Finding) -> None:
    """Let the vault remember a run in which one proof failed, and the view-model read it."""
    proof = Proof(name=ProofName.FILES, finding=finding, seconds=0.1)
    report = TrustReport(at=bench.vault.clock.now(), proofs=(proof,))
    bench.vault.ask(lambda workspace: keep_report(workspace, report))
    bench.desk.trust.begin()
    bench.until(lambda: bench.desk.trust.is_shut)


# the page


def test_before_the_first_run_it_says_so_and_passes_nothing(section: TrustSection) -> None:
    told = texts(section)
    assert strings.NOTHING_YET in told
    assert set(TITLES.values()) <= set(told)
    assert set(CANNOT_BE_PROVEN) <= set(told)
    assert told.count(strings.NOT_YET) == len(ProofName)
    assert not section.copy.isEnabled()


def test_rows_fill_in_as_the_proofs_end(bench: FindBench, section: TrustSection) -> None:
    steps: list[int] = []
    section.vm.changed.connect(lambda: steps.append(len(section.vm.shown)))
    bench.vault.ask(back_up)
    prove(bench)
    assert list(dict.fromkeys(steps)) == [*range(len(ProofName) + 1)]
    told = texts(section)
    assert strings.JUST_NOW in told
    assert "1 of 1 entries" in told
    assert any(words.endswith("words, 0 found") for words in told)
    assert any(words.endswith("files, all yours alone") for words in told)
    assert section.prove.text() == strings.PROVE_AGAIN


def test_a_check_that_could_not_run_gives_its_reason_and_is_not_passed(
    bench: FindBench, section: TrustSection
) -> None:
    prove(bench)
    row = section.rows[ProofName.BACKUP]
    assert "There is no backup yet." in texts(row)
    assert "could not run" in row.accessibleName()
    assert not bench.desk.trust.is_shut


def test_f5_proves_again_from_the_list_too(bench: FindBench, section: TrustSection) -> None:
    bench.window.activateWindow()
    focus = section.window().findChild(QWidget, "") or section
    focus.setFocus()
    action = bench.desk.actions.get("prove")
    assert action.shortcut().toString() == "F5"
    action.trigger()
    bench.until(lambda: bench.desk.trust.report is not None)


def test_the_report_is_kept_in_the_vault_and_shown_the_next_time(bench: FindBench) -> None:
    report = prove(bench)
    bench.until(lambda: bench.vault.ask(last_report) is not None)
    assert bench.vault.ask(last_report) == report
    again = TrustViewModel(bench.vault.session, bench.vault.session)
    again.look_again()
    bench.until(lambda: again.report == report)


def test_a_run_can_be_stopped_and_the_last_report_stands(bench: FindBench) -> None:
    report = prove(bench)
    bench.desk.trust.prove()
    bench.until(lambda: bench.desk.trust.is_proving)
    bench.desk.trust.stop()
    assert not bench.desk.trust.is_proving
    assert {p.name for p in report.proofs} == set(bench.desk.trust.shown)


def test_notes_are_saved_while_it_proves(bench: FindBench) -> None:
    bench.desk.trust.prove()
    for number in range(5):
        keep = partial(keep_number, number)
        bench.vault.session.write(keep, changes=Changed.NOTHING)
    bench.until(lambda: bench.desk.trust.report is not None)
    assert bench.vault.session.save_state.kind is SaveKind.SAVED
    assert bench.vault.ask(lambda w: w.preferences.read("n")) == "4"


def test_a_lock_ends_the_run_between_two_steps(bench: FindBench, trust: TrustViewModel) -> None:
    trust.prove()
    bench.until(lambda: len(trust.shown) == 1)
    bench.vault.session.close()
    ended = dict(trust.shown)
    for _ in range(20):
        QApplication.processEvents()
    assert dict(trust.shown) == ended
    assert trust.report is None


def test_copy_gives_figures_and_neither_a_name_nor_a_place(
    bench: FindBench, section: TrustSection
) -> None:
    prove(bench)
    section.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "[proved] Every page is whole and unaltered: " in text
    assert "[could not run] The last backup gives back the same notes" in text
    assert all(line in text for line in CANNOT_BE_PROVEN)
    for private in ("Dana", "Whitfield", "handover", str(bench.vault.file.parent), "/"):
        assert private not in text.replace("https://", "")


# the monthly run


def test_the_first_run_comes_by_itself_and_then_monthly(
    bench: FindBench, trust: TrustViewModel
) -> None:
    trust._wait.timeout.emit()
    bench.until(lambda: trust.report is not None)
    first = trust.report
    bench.until(lambda: bench.vault.ask(last_report) is not None)
    bench.vault.clock.moment += timedelta(days=29)
    trust._wait.timeout.emit()
    bench.vault.settle()
    assert not trust.is_proving
    assert trust.report is first
    bench.vault.clock.moment += timedelta(days=1)
    trust._wait.timeout.emit()
    bench.until(lambda: trust.report is not first)


# a failure


def test_a_failure_shuts_the_vault_and_the_banner_says_why(bench: FindBench) -> None:
    bar = TrustBar(bench.desk)
    bench.show(bar)
    bar.hide()
    keep_failed(bench, failed("Others may open or exchange: a backup."))
    bench.until(bar.isVisible)
    assert shut.TITLE in bar.words
    assert "Others may open or exchange: a backup." in bar.words
    refusals: list[Exception] = []
    bench.vault.session.write(
        lambda w: w.preferences.keep("a", "b"), changes=Changed.NOTHING, failed=refusals.append
    )
    bench.until(lambda: bool(refusals))
    assert isinstance(refusals[0], VaultShutError)
    assert bench.vault.session.save_state.kind is SaveKind.NOT_SAVED
    bar.first.click()
    assert bench.places[-1] == Place(PageName.SETTINGS, query=setting_strings.TRUST)
    bar.second.click()
    bench.until(lambda: not bar.isVisible())
    bench.vault.ask(lambda w: w.preferences.keep("a", "b"))


def test_damage_leads_to_the_backups_and_stays_shut_however_it_is_put_away(
    bench: FindBench,
) -> None:
    bar = TrustBar(bench.desk)
    bench.show(bar)
    keep_failed(bench, failed("A part of the vault is not what was written.", damage=True))
    bench.until(bar.isVisible)
    bar.first.click()
    assert bench.places[-1] == Place(PageName.SETTINGS, query=backup_strings.SECTION)
    bar.second.click()
    assert not bar.isVisible()
    with pytest.raises(VaultShutError):
        bench.vault.ask(lambda w: w.preferences.keep("a", "b"))


def test_proving_again_opens_the_vault_once_all_of_it_holds(bench: FindBench) -> None:
    keep_failed(bench, failed("A part of the vault is not what was written.", damage=True))
    prove(bench)
    assert not bench.desk.trust.is_shut
    bench.vault.ask(lambda w: w.preferences.keep("a", "b"))


def test_a_proof_that_fails_in_the_window_shuts_the_vault(bench: FindBench) -> None:
    bench.vault.ask(back_up)
    backup = next(usual_place(bench.vault.file).iterdir())
    backup.chmod(0o644)
    report = prove(bench)
    assert [proof.name for proof in report.failures] == [ProofName.FILES]
    with pytest.raises(VaultShutError):
        bench.vault.ask(lambda w: w.preferences.keep("a", "b"))


def test_damage_found_after_an_unlock_is_proved_and_shuts_the_vault(
    qapp: QApplication, bench: FindBench, tmp_path: Path
) -> None:
    session = bench.vault.session
    with dressed(qapp) as theme:
        vault = OpenVault(theme, session, SettingsKeeper(tmp_path / "other.json"))
        with bench.vault.file.open("r+b") as file:
            file.seek(-2_000, 2)
            file.write(b"altered")
        vault.view.copies_bar.check.look()
        bar = vault.view.trust_bar
        bench.until(lambda: not bar.isHidden())
        assert "A part of the vault is not what was written." in bar.words
        session.setParent(None)
        delete(vault.view)
        delete(vault)


# the drill


def test_the_card_shows_the_last_drill_and_the_next(
    bench: FindBench, section: TrustSection
) -> None:
    assert strings.DRILL_NEVER in texts(section.drill)
    vm = DrillViewModel(bench.vault.session, bench.desk.trust)
    bench.vault.ask(back_up)
    vm.type_group(0, bench.vault.code)
    vm.begin()
    bench.until(lambda: vm.finding is not None)
    told = texts(section.drill)
    assert strings.GROUPS in told
    assert "1" in told
    assert any(words.startswith("today 10:42, next 17 Feb") for words in told)
    bench.until(lambda: bench.vault.ask(last_drill) == bench.desk.trust.drilled)


def test_the_whole_code_is_pasted_into_one_field_and_enter_begins(bench: FindBench) -> None:
    bench.vault.ask(back_up)
    dialog = DrillDialog(
        bench.theme, DrillViewModel(bench.vault.session, bench.desk.trust), bench.window
    )
    dialog.open()
    QGuiApplication.clipboard().setText(bench.vault.code)
    dialog.fields[0].paste()
    assert [field.text() for field in dialog.fields] == bench.vault.code.split("-")
    QTest.keyClick(dialog.fields[7], Qt.Key.Key_Return)
    bench.until(dialog.outcome.isVisible)
    assert dialog.outcome.words.startswith("1 note restored in ")
    assert not any(field.text() for field in dialog.fields)
    dialog.close_button.click()


def test_the_dialog_locks_by_the_same_key_and_goes_with_the_page(
    bench: FindBench, section: TrustSection
) -> None:
    bench.add_action("lock", "Lock now", keys=("Ctrl+L",))
    section.drill.button.click()
    [dialog] = bench.window.findChildren(DrillDialog)
    dialog.actions()[0].trigger()
    assert bench.done == ["lock"]
    parent = dialog.parent()
    assert isinstance(parent, SettingsPage)
    bench.vault.settle()
    delete(parent)
    assert not isValid(dialog)


def test_a_wrong_code_says_so_and_nothing_changes(bench: FindBench) -> None:
    bench.vault.ask(back_up)
    vm = DrillViewModel(bench.vault.session, bench.desk.trust)
    dialog = DrillDialog(bench.theme, vm, bench.window)
    dialog.open()
    folder = bench.vault.file.parent
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    code = bench.vault.code
    wrong = ("3" if code[0] == "2" else "2") + code[1:]
    assert not dialog.begin.isEnabled()
    QTest.keyClicks(dialog.fields[0], wrong.replace("-", "")[:3])
    dialog.fields[0].setText("")
    vm.type_group(0, wrong)
    assert dialog.begin.isEnabled()
    dialog.begin.click()
    bench.until(dialog.problem.isVisible)
    assert "typing mistake" in dialog.problem.text()
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before
    assert bench.desk.trust.drilled is None
    dialog.reject()


def test_typing_fills_a_group_and_goes_on_to_the_next(bench: FindBench) -> None:
    dialog = DrillDialog(
        bench.theme, DrillViewModel(bench.vault.session, bench.desk.trust), bench.window
    )
    dialog.open()
    QTest.keyClicks(dialog.fields[0], "ab-c")
    QTest.keyClicks(dialog.fields[0], "d")
    assert dialog.fields[0].text() == "ABCD"
    assert dialog.focusWidget() is dialog.fields[1]
    dialog.reject()
    assert not any(field.text() for field in dialog.fields)


def test_a_finding_of_another_kind_is_told_too(section: TrustSection, bench: FindBench) -> None:
    finding = proved({"pages": 4118, "bad": 0, "bytes": 16_867_328})
    proof = Proof(name=ProofName.PAGES, finding=finding, seconds=0.9)
    bench.desk.trust.report = TrustReport(at=bench.vault.clock.now(), proofs=(proof,))
    bench.desk.trust.changed.emit()
    row = section.rows[ProofName.PAGES]
    assert texts(row) == [
        TITLES[ProofName.PAGES],
        strings.HOW[ProofName.PAGES],
        "4,118 of 4,118 pages",
        "16.9 MB in 0.9 s",
    ]
    spoken = "Every page is whole and unaltered, proved, 4,118 of 4,118 pages, "
    assert row.accessibleName().startswith(spoken)
