"""The first run as it is seen and typed at (36), and its promise: three screens, then a note."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from managernotes.domain.observation import Kind
from managernotes.paths import default_vault, settings_file
from managernotes.services.keys import KeyringOutcome, Protection
from managernotes.services.workspace import Workspace
from managernotes.text.capture_line import parse_line
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.theme import Scheme
from managernotes_ui.unlock.first_run_view import FirstRunView
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.people_step import PeopleStep
from managernotes_ui.unlock.place_step import PlaceStep
from managernotes_ui.unlock.protection_step import ProtectionStep
from managernotes_ui.unlock.recovery_step import RecoveryStep
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.unlock.unlock_view import UnlockView
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.capture_bench import KEY, heard, press, type_text
from tests.ui.unlock_bench import PASSPHRASE, TUESDAY, GateBench, gate_bench, made_vault

BOTH = Protection.KEYRING_OR_PASSPHRASE
TEAM = "Dana Whitfield; Staff engineer; 12.8.2024\nMehta, Arjun (support engineer)\n"


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "new" / "vault.db"


def step_of(gate: GateView) -> StepPage:
    assert isinstance(gate.page, FirstRunView)
    return gate.page.page


def protection_step(bench: GateBench, gate: GateView) -> ProtectionStep:
    """Go on to the second step."""
    step_of(gate).go_on()
    step = step_of(gate)
    assert isinstance(step, ProtectionStep)
    bench.wait(lambda: not step.cards[BOTH].words.startswith(strings.LOOKING))
    return step


def recovery_step(bench: GateBench, gate: GateView) -> RecoveryStep:
    """Go on until the vault is made."""
    step = protection_step(bench, gate)
    bench.wait(step.cards[BOTH].radio.isEnabled)
    step.first.edit.setText(PASSPHRASE)
    step.again.edit.setText(PASSPHRASE)
    step.on.click()
    bench.wait(lambda: isinstance(step_of(gate), RecoveryStep))
    made = step_of(gate)
    assert isinstance(made, RecoveryStep)
    return made


def people_step(bench: GateBench, gate: GateView) -> PeopleStep:
    """Go on to the last step."""
    recovery_step(bench, gate).later.click()
    step = step_of(gate)
    assert isinstance(step, PeopleStep)
    return step


def step_words(gate: GateView) -> str:
    """Return the words over the title: which step of how many."""
    labels = [label for label in gate.findChildren(QLabel) if label.text().startswith("Step ")]
    [shown] = [label.text() for label in labels if label.isVisible()]
    return shown


def test_three_screens_then_the_first_note_with_no_settings_visited(
    bench: GateBench, place: Path
) -> None:
    """S01: new vault, first person and first note within 60 s and three screens."""
    began = time.monotonic()
    screens: list[str] = []
    gate = bench.gate(place, MemoryKeyring())
    screens.append(step_words(gate))
    press(step_of(gate), KEY.Key_Return)
    screens.append(step_words(gate))
    step = step_of(gate)
    assert isinstance(step, ProtectionStep)
    bench.wait(step.cards[BOTH].radio.isEnabled)
    type_text(step.first.edit, PASSPHRASE)
    type_text(step.again.edit, PASSPHRASE)
    press(step.again.edit, KEY.Key_Return)
    bench.wait(lambda: isinstance(step_of(gate), RecoveryStep))
    screens.append(step_words(gate))
    code = step_of(gate)
    assert isinstance(code, RecoveryStep)
    for group, field in code.code.fields.items():
        QTest.keyClicks(field, code._vm.groups[group].lower())
    press(code.on, KEY.Key_Return)
    screens.append(step_words(gate))
    people = step_of(gate)
    assert isinstance(people, PeopleStep)
    type_text(people.list, "Dana Whitfield")
    people.add.click()
    session = bench.session_of(gate)

    def note(workspace: Workspace) -> list[Kind]:
        team = workspace.people.list_people()
        today = TUESDAY.now().date()
        workspace.notes.capture(parse_line("@dana +win ran the rollback calmly", team, today))
        return [row.kind for row in workspace.notes.timeline(gate.first_person).rows]

    assert gate.first_person is not None
    assert bench.ask(session, note) == [Kind.WIN]
    assert len(dict.fromkeys(screens)) == 3
    assert time.monotonic() - began < 60
    assert not settings_file().exists()


def test_the_first_step_says_where_it_lives_and_how_to_write(bench: GateBench) -> None:
    gate = bench.gate(default_vault(), MemoryKeyring())
    step = step_of(gate)
    assert isinstance(step, PlaceStep)
    assert step.where.text() == strings.APP_DATA
    assert step.banner is None
    words = "\n".join(label.text() for label in step.findChildren(QLabel))
    assert strings.BEFORE_TEXT in words
    assert QApplication.focusWidget() is step.on
    assert not default_vault().parent.exists()


def test_a_synchronised_folder_gets_a_banner_and_can_still_be_used(
    bench: GateBench, tmp_path: Path
) -> None:
    gate = bench.gate(tmp_path / "OneDrive" / "vault.db", MemoryKeyring())
    step = step_of(gate)
    assert isinstance(step, PlaceStep)
    assert step.banner is not None
    assert step.banner.words.startswith("OneDrive")
    assert step.on.isEnabled()


def test_change_asks_for_a_folder_and_the_app_is_told(
    bench: GateBench, place: Path, tmp_path: Path
) -> None:
    gate = bench.gate(place, MemoryKeyring())
    chosen: list[Path] = []
    gate.vault_chosen.connect(chosen.append)
    step = step_of(gate)
    assert isinstance(step, PlaceStep)
    step.change.click()
    dialog = gate.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert chosen == [tmp_path / "vault.db"]


def test_somebody_who_has_a_vault_chooses_it(bench: GateBench, place: Path, tmp_path: Path) -> None:
    vault = made_vault(tmp_path / "old")
    gate = bench.gate(place, vault.keyring)
    chosen: list[Path] = []
    gate.vault_chosen.connect(chosen.append)
    step = step_of(gate)
    assert isinstance(step, PlaceStep)
    step.have.click()
    dialog = gate.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(vault.path))
    dialog.reject()
    assert isinstance(bench.gate(chosen[0], vault.keyring).page, UnlockView)


def test_both_is_advised_and_chosen(bench: GateBench, place: Path) -> None:
    step = protection_step(bench, bench.gate(place, MemoryKeyring()))
    bench.wait(step.cards[BOTH].radio.isEnabled)
    assert step.protection is BOTH
    assert step.cards[BOTH].words.startswith(strings.ADVISED)
    assert step.cards[Protection.KEYRING].words.startswith(strings.FOUND_READY)
    assert not step.on.isEnabled()


def test_without_a_keyring_the_passphrase_is_offered_and_the_reason_given(
    bench: GateBench, place: Path
) -> None:
    keyring = MemoryKeyring(KeyringOutcome.UNAVAILABLE)
    step = protection_step(bench, bench.gate(place, keyring))
    assert step.protection is Protection.PASSPHRASE
    assert strings.WHY_NONE in step.cards[Protection.KEYRING].words
    assert not step.cards[Protection.KEYRING].radio.isEnabled()
    assert not step.cards[BOTH].radio.isEnabled()


def test_a_card_is_chosen_by_a_click_anywhere_on_it(bench: GateBench, place: Path) -> None:
    step = protection_step(bench, bench.gate(place, MemoryKeyring()))
    card = step.cards[Protection.KEYRING]
    bench.wait(card.radio.isEnabled)
    at = QPoint(card.width() - 20, card.height() - 8)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert step.protection is Protection.KEYRING
    assert not step.first.isVisible()
    assert step.on.isEnabled()


def test_go_on_waits_for_two_equal_passphrases(bench: GateBench, place: Path) -> None:
    step = protection_step(bench, bench.gate(place, MemoryKeyring()))
    bench.wait(step.cards[BOTH].radio.isEnabled)
    step.first.edit.setText(PASSPHRASE)
    assert step.guidance.text() == strings.LONG_ENOUGH
    assert not step.on.isEnabled()
    step.again.edit.setText("four wards")
    assert step.checked_again.error == strings.NOT_THE_SAME
    assert not step.on.isEnabled()
    step.again.edit.setText(PASSPHRASE)
    assert not step.checked_again.error
    assert step.on.isEnabled()


def test_the_passphrase_is_in_no_field_once_it_was_used(bench: GateBench, place: Path) -> None:
    gate = bench.gate(place, MemoryKeyring())
    step = protection_step(bench, gate)
    bench.wait(step.cards[BOTH].radio.isEnabled)
    for field in (step.first, step.again):
        field.edit.setText(PASSPHRASE)
    texts = heard(step.first.text_changed), heard(step.again.text_changed)
    step.go_on()
    assert step.on.text() == strings.MAKING
    assert not step.on.isEnabled()
    bench.wait(lambda: isinstance(step_of(gate), RecoveryStep))
    assert texts == ([""], [""])


def test_a_failure_is_told_on_the_page_and_can_be_mended(bench: GateBench, place: Path) -> None:
    keyring = MemoryKeyring()
    gate = bench.gate(place, keyring)
    step = protection_step(bench, gate)
    bench.wait(step.cards[BOTH].radio.isEnabled)
    keyring.only = KeyringOutcome.LOCKED
    for field in (step.first, step.again):
        field.edit.setText(PASSPHRASE)
    step.go_on()
    bench.wait(step.banner.isVisible)
    assert step.first.text() == PASSPHRASE
    keyring.only = None
    step.on.click()
    bench.wait(lambda: isinstance(step_of(gate), RecoveryStep))


def test_alt_left_leads_back_as_long_as_nothing_is_made(bench: GateBench, place: Path) -> None:
    gate = bench.gate(place, MemoryKeyring())
    step = protection_step(bench, gate)
    QTest.keyClick(step.first.edit, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(step_of(gate), PlaceStep)
    code = recovery_step(bench, gate)
    QTest.keyClick(code, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(step_of(gate), RecoveryStep)


def test_enter_presses_the_button_that_has_the_focus(bench: GateBench, place: Path) -> None:
    gate = bench.gate(place, MemoryKeyring())
    step = protection_step(bench, gate)
    step.back.setFocus()
    press(step.back, KEY.Key_Return)
    assert isinstance(step_of(gate), PlaceStep)


def test_a_pasted_list_is_read_at_once(bench: GateBench, place: Path) -> None:
    gate = bench.gate(place, MemoryKeyring())
    step = people_step(bench, gate)
    assert QApplication.focusWidget() is step.list
    assert not step.add.isEnabled()
    QApplication.clipboard().setText(TEAM)
    step.list.paste()
    assert step.count.text() == "Read as two people"
    rows = [step.model.index(row).data() for row in range(step.model.rowCount())]
    assert rows == [
        "Arjun Mehta, support engineer",
        "Dana Whitfield, Staff engineer, 12 Aug 2024",
    ]
    QTest.keyClick(step.list, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    bench.session_of(gate)
    assert gate.first_person is not None


def test_enter_in_the_list_begins_a_new_line(bench: GateBench, place: Path) -> None:
    step = people_step(bench, bench.gate(place, MemoryKeyring()))
    type_text(step.list, "Dana")
    QTest.keyClick(step.list, KEY.Key_Return)
    type_text(step.list, "Arjun")
    assert step.list.toPlainText() == "Dana\nArjun"
    assert step.model.rowCount() == 2


def test_later_opens_the_vault_without_anybody(bench: GateBench, place: Path) -> None:
    gate = bench.gate(place, MemoryKeyring())
    people_step(bench, gate).later.click()
    session = bench.session_of(gate)
    assert gate.first_person is None
    assert bench.ask(session, lambda w: w.people.list_people()) == []


def test_closing_the_window_in_the_middle_leaves_a_whole_vault(
    bench: GateBench, place: Path
) -> None:
    keyring = MemoryKeyring()
    gate = bench.gate(place, keyring)
    recovery_step(bench, gate)
    gate.leave()
    assert isinstance(bench.gate(place, keyring).page, UnlockView)


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_is_cut_in_the_least_window(
    bench: GateBench, place: Path, scheme: Scheme, scale: float
) -> None:
    bench.theme.set_scheme(scheme)
    bench.theme.set_text_scale(scale)
    gate = bench.gate(place, MemoryKeyring(KeyringOutcome.UNAVAILABLE))
    gate.resize(800, 560)
    steps: list[StepPage] = [step_of(gate)]
    _check_uncut(steps[0], but=_where(steps[0]))
    step = protection_step(bench, gate)
    _check_uncut(step)
    for field in (step.first, step.again):
        field.edit.setText(PASSPHRASE)
    step.go_on()
    bench.wait(lambda: isinstance(step_of(gate), RecoveryStep))
    code = step_of(gate)
    assert isinstance(code, RecoveryStep)
    _check_uncut(code)
    code.later.click()
    people = step_of(gate)
    assert isinstance(people, PeopleStep)
    people.list.setPlainText(TEAM)
    _check_uncut(people)
    assert people.width() <= gate.width()


def _where(step: StepPage) -> tuple[QLabel, ...]:
    """Return the path, which may be longer than any window."""
    assert isinstance(step, PlaceStep)
    return (step.where,)


def _check_uncut(step: StepPage, but: tuple[QLabel, ...] = ()) -> None:
    QApplication.processEvents()
    for label in step.findChildren(QLabel):
        if label.isVisible() and label not in but:
            assert not getattr(label, "is_cut", False), label.text()
