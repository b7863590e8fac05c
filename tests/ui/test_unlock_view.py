"""The lock screen as it is seen and typed at (14, 18b)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from managernotes.services.keys import KeyringOutcome, Protection
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.theme import Scheme
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.new_way_page import NewWayPage
from managernotes_ui.unlock.unlock_view import TOP, TOP_WITH_BANNER, UnlockView
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.capture_bench import KEY, press, type_text
from tests.ui.unlock_bench import (
    PASSPHRASE,
    GateBench,
    MadeVault,
    SlowKeyring,
    gate_bench,
    made_vault,
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


@pytest.fixture
def vault(tmp_path: Path) -> MadeVault:
    return made_vault(tmp_path)


def lock_of(gate: GateView) -> UnlockView:
    assert isinstance(gate.page, UnlockView)
    return gate.page


def after_recovery(bench: GateBench, gate: GateView) -> NewWayPage:
    bench.wait(lambda: isinstance(gate.page, NewWayPage))
    assert isinstance(gate.page, NewWayPage)
    return gate.page


def top_of(gate: GateView, part: QWidget) -> int:
    return part.mapTo(gate, QPoint(0, 0)).y()


def shown_words(gate: GateView) -> str:
    """Return every word on the page."""
    labels = [label.text() for label in gate.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels)


def test_opens_when_the_passphrase_is_typed_and_enter_pressed(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    field = lock_of(gate).daily.field
    assert QApplication.focusWidget() is field.edit
    type_text(field.edit, PASSPHRASE)
    press(field.edit, KEY.Key_Return)
    bench.session_of(gate)
    assert field.text() == ""


def test_opens_by_itself_with_the_keyring(bench: GateBench, vault: MadeVault) -> None:
    bench.session_of(bench.gate(vault.path, vault.keyring))


def test_after_a_lock_by_hand_the_keyring_waits_for_its_button(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    bench.qtbot.wait(100)
    assert not bench.has_opened
    button = lock_of(gate).daily.keyring
    assert button.text() == strings.OPEN_WITH_KEYRING
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bench.session_of(gate)


def test_a_wrong_passphrase_gets_one_sentence_and_stays_selected(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    form = lock_of(gate).daily
    type_text(form.field.edit, "not this one")
    press(form.field.edit, KEY.Key_Return)
    bench.wait(lambda: form.checked.error)
    assert form.checked.error == f"{strings.WRONG_PASSPHRASE}."
    assert form.field.edit.selectedText()
    assert form.field.text() == "not this one"
    assert QApplication.focusWidget() is form.field.edit
    type_text(form.field.edit, "x")
    assert form.checked.error == ""


def test_the_button_rests_while_there_is_a_wait(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    form = lock_of(gate).daily
    for _ in range(3):
        form.field.edit.setText("not this one")
        form.open.click()
        bench.wait(lambda: form.checked.error)
        bench.wait(lambda: lock_of(gate)._vm.state.trying is None)
    assert not form.open.isEnabled()
    assert form.checked.error.endswith("wait 1 second.")
    bench.wait(form.open.isEnabled)


@pytest.mark.parametrize("by_hand", [False, True])
def test_shows_no_name_no_count_and_no_file_name(
    bench: GateBench, tmp_path: Path, *, by_hand: bool
) -> None:
    vault = made_vault(tmp_path / "Dana Whitfield")
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.ABSENT), by_hand=by_hand)
    if not by_hand:
        bench.wait(lock_of(gate).banner.isVisible)
    words = shown_words(gate)
    assert "Dana" not in words
    assert vault.path.name not in words
    assert not any(sign.isdigit() for sign in words)


def test_says_opening_while_a_slow_keyring_is_asked(bench: GateBench, vault: MadeVault) -> None:
    slow = SlowKeyring(vault.keyring)
    gate = bench.gate(vault.path, slow)
    page = lock_of(gate)
    assert page.subtitle.text() == strings.NOTHING_SHOWN
    bench.wait(lambda: page.subtitle.text() == strings.OPENING)
    assert page.daily.open.isEnabled()
    slow.go.set()
    bench.session_of(gate)


def test_a_keyring_that_fails_gets_the_banner_and_a_second_try(
    bench: GateBench, vault: MadeVault
) -> None:
    keyring = MemoryKeyring(KeyringOutcome.TIMEOUT)
    keyring.secrets = vault.keyring.secrets
    gate = bench.gate(vault.path, keyring)
    page = lock_of(gate)
    bench.wait(page.banner.isVisible)
    assert page.banner.words.startswith(strings.KEYRING_TIMEOUT)
    assert page.daily.keyring.text() == strings.TRY_KEYRING_AGAIN
    assert page.daily.field.isVisible()
    keyring.only = None
    page.daily.keyring.click()
    bench.session_of(gate)


def test_without_a_passphrase_there_is_no_field_for_one(bench: GateBench, tmp_path: Path) -> None:
    vault = made_vault(tmp_path, Protection.KEYRING)
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.LOCKED))
    page = lock_of(gate)
    bench.wait(page.banner.isVisible)
    assert not page.daily.field.isVisible()
    assert page.daily.keyring.isVisible()
    assert page.daily.to_code.isVisible()


def test_without_a_keyring_slot_there_is_no_button_for_it(bench: GateBench, tmp_path: Path) -> None:
    vault = made_vault(tmp_path, Protection.PASSPHRASE)
    gate = bench.gate(vault.path, vault.keyring)
    assert not lock_of(gate).daily.keyring.isVisible()


def test_alt_r_leads_to_the_code_and_escape_back(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    page = lock_of(gate)
    type_text(page.daily.field.edit, "half typed")
    QTest.keyClick(page.daily.field.edit, KEY.Key_R, Qt.KeyboardModifier.AltModifier)
    assert page.by_code.isVisible()
    assert not page.daily.isVisible()
    assert page.daily.field.text() == ""
    assert QApplication.focusWidget() is page.by_code.field
    QTest.keyClick(page.by_code.field, KEY.Key_Escape)
    assert page.daily.isVisible()
    assert QApplication.focusWidget() is page.daily.field.edit


def test_opens_with_the_recovery_code(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    page = lock_of(gate)
    page.daily.to_code.click()
    page.by_code.field.setText(vault.code.replace("-", " ").lower())
    press(page.by_code.field, KEY.Key_Return)
    after_recovery(bench, gate).not_now.click()
    bench.session_of(gate)


def test_a_mistyped_code_can_be_mended(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    page = lock_of(gate)
    page.daily.to_code.click()
    page.by_code.field.setText(vault.code[:-1])
    page.by_code.open.click()
    bench.wait(lambda: page.by_code.checked.error)
    assert page.by_code.checked.error == strings.MISTYPED_CODE
    assert page.by_code.field.text() == vault.code[:-1]
    page.by_code.field.setText(vault.code)
    page.by_code.open.click()
    after_recovery(bench, gate)


def test_another_vault_is_chosen_in_a_dialog_of_the_apps_own(
    bench: GateBench, vault: MadeVault, tmp_path: Path
) -> None:
    other = made_vault(tmp_path / "other")
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    chosen: list[Path] = []
    gate.vault_chosen.connect(chosen.append)
    lock_of(gate).other_vault_wanted.emit()
    dialog = gate.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.emit(str(other.path))
    assert chosen == [other.path]
    dialog.reject()


def test_the_icon_stands_where_the_picture_has_it(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.LOCKED), by_hand=True)
    page = lock_of(gate)
    assert top_of(gate, page.content) == TOP
    assert page.content.width() == 400
    assert page.daily.open.height() == 40
    assert page.daily.field.edit.height() == 40
    page.daily.keyring.click()
    bench.wait(page.banner.isVisible)
    bench.wait(lambda: top_of(gate, page.content) == TOP_WITH_BANNER)


def test_everything_fits_the_least_window(bench: GateBench, vault: MadeVault) -> None:
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.LOCKED))
    page = lock_of(gate)
    bench.wait(page.banner.isVisible)
    gate.resize(800, 560)
    bench.wait(lambda: page.verticalScrollBar().maximum() == 0)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_large_text_scrolls_and_cuts_nothing(
    bench: GateBench, vault: MadeVault, scheme: Scheme
) -> None:
    bench.theme.set_scheme(scheme)
    bench.theme.set_text_scale(1.5)
    gate = bench.gate(vault.path, MemoryKeyring(KeyringOutcome.LOCKED))
    gate.resize(800, 560)
    page = lock_of(gate)
    bench.wait(page.banner.isVisible)
    bench.wait(lambda: page.verticalScrollBar().maximum() > 0)
    assert page.content.width() <= gate.width()
    for label in page.findChildren(QLabel):
        if label.isVisible():
            assert not getattr(label, "is_cut", False), label.text()


def test_every_control_can_be_reached_by_tab_and_has_a_name(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)
    page = lock_of(gate)
    seen: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen:
        seen.append(focused)
        QTest.keyClick(focused, KEY.Key_Tab)
        focused = QApplication.focusWidget()
    form = page.daily
    assert {form.keyring, form.field.edit, form.open, form.to_code} <= set(seen)
    for control in seen:
        name = control.accessibleName() or getattr(control, "text", str)()
        assert name, control


def test_draws_the_same_in_both_schemes_but_for_the_colours(
    bench: GateBench, vault: MadeVault
) -> None:
    gate = bench.gate(vault.path, vault.keyring, by_hand=True)

    def ground() -> str:
        image: QImage = gate.grab().toImage()
        return image.pixelColor(5, 5).name()

    assert ground() == bench.theme.tokens.bg.name()
    bench.theme.set_scheme(Scheme.DARK)
    assert ground() == bench.theme.tokens.bg.name()
