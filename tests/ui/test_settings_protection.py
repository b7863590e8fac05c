"""Settings, Protection: each button changes the ways in, after it has said what that means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes.errors import KeyringUnavailableError, WrongRecoveryCodeError
from managernotes.services.keys import KeyringOutcome, SlotKind
from managernotes.services.ways_in import PassphraseWay, RecoveryWay, WayIn
from managernotes.services.workspace import open_workspace, ways_in
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.recovery.passphrase_dialog import PassphraseDialog
from managernotes_ui.settings.new_code_dialog import NewCodeDialog
from managernotes_ui.settings.protection import ProtectionSection
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.protection_words import Deed
from managernotes_ui.settings.way_row_view import WayRowView
from managernotes_ui.style.theme import Theme
from tests.core.vault_fakes import CHEAP
from tests.ui.note_bench import Bench, note_bench

DialogT = TypeVar("DialogT", bound=QDialog)
PASSPHRASE = "four words drawn by chance"


class Page:
    """The section over a vault that the keyring opens."""

    def __init__(self, qtbot: QtBot, vault: Bench) -> None:
        self.qtbot = qtbot
        self.vault = vault
        self.vm = ProtectionViewModel(
            vault.session, choose_groups=lambda _count: (2, 6), cost=CHEAP
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.section = ProtectionSection(Theme(motion=False), self.vm, QWidget())
        QVBoxLayout(self.window).addWidget(self.section)
        self.window.resize(784, 800)
        self.window.show()
        self.section.look_again()
        qtbot.waitUntil(lambda: bool(self.section.rows))

    @property
    def kinds(self) -> set[SlotKind]:
        return set(ways_in(self.vault.file))

    def press(self, deed: Deed) -> None:
        def rows() -> list[WayRowView]:
            ours = [row for row in self.section.rows if row._row.deed is deed]
            return [row for row in ours if row.button.isEnabled()]

        self.qtbot.waitUntil(lambda: bool(rows()))
        rows()[0].button.click()

    def dialog(self, kind: type[DialogT]) -> DialogT:
        self.qtbot.waitUntil(lambda: any(d.isVisible() for d in self.section.findChildren(kind)))
        return next(d for d in self.section.findChildren(kind) if d.isVisible())

    def type_new(self, text: str = PASSPHRASE) -> None:
        dialog = self.dialog(PassphraseDialog)
        QTest.keyClicks(dialog.first.edit, text)
        QTest.keyClicks(dialog.again.edit, text)
        dialog.yes.click()

    def type_back(self) -> str:
        dialog = self.dialog(NewCodeDialog)
        assert not dialog.yes.isEnabled()
        code: str = dialog._vm.text
        for group, field in dialog.code.fields.items():
            QTest.keyClicks(field, dialog._vm.groups[group])
        dialog.yes.click()
        return code

    def settled(self) -> None:
        self.qtbot.waitUntil(lambda: not self.vm.busy, timeout=10_000)

    def until(self, kinds: set[SlotKind]) -> None:
        self.qtbot.waitUntil(lambda: self.kinds == kinds, timeout=10_000)
        self.settled()

    def opens(self, way: WayIn) -> bool:
        vault = self.vault
        open_workspace(vault.file, way, clock=vault.clock, keyring=vault.keyring).close()
        return True


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[Page]:
    with note_bench(qtbot, tmp_path) as vault:
        yield Page(qtbot, vault)


ONLY_KEYRING = {SlotKind.KEYRING, SlotKind.RECOVERY}
THREE = {SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY}
BOTH = {SlotKind.KEYRING_AND_PASSPHRASE, SlotKind.RECOVERY}


def test_a_passphrase_is_added_and_the_keyring_can_then_be_removed(page: Page) -> None:
    page.press(Deed.SET_PASSPHRASE)
    page.type_new()
    page.until(THREE)
    assert page.opens(PassphraseWay(PASSPHRASE))
    page.press(Deed.REMOVE_KEYRING)
    page.dialog(AskDialog).yes.click()
    page.until({SlotKind.PASSPHRASE, SlotKind.RECOVERY})
    assert page.vault.keyring.secrets == {}
    page.qtbot.waitUntil(lambda: len(page.section.rows) == 3)
    page.press(Deed.ADD_KEYRING)
    page.until(THREE)


def test_a_passphrase_that_is_short_or_typed_differently_cannot_be_set(page: Page) -> None:
    page.press(Deed.SET_PASSPHRASE)
    dialog = page.dialog(PassphraseDialog)
    QTest.keyClicks(dialog.first.edit, "short")
    QTest.keyClicks(dialog.again.edit, "short")
    assert not dialog.yes.isEnabled()
    dialog.reject()
    assert dialog.first.text() == ""
    assert page.kinds == ONLY_KEYRING


def test_the_last_way_in_has_no_button_that_works(page: Page) -> None:
    (row,) = [row for row in page.section.rows if row._row.deed is Deed.REMOVE_KEYRING]
    row.button.click()
    assert page.section.findChildren(AskDialog) == []
    assert strings.LAST_ONE in row.button.toolTip().replace("&nbsp;", " ")


def test_the_passphrase_can_be_removed_from_its_dialog(page: Page) -> None:
    page.press(Deed.SET_PASSPHRASE)
    page.type_new()
    page.until(THREE)
    page.qtbot.waitUntil(lambda: page.section.rows[1].button.text() == strings.CHANGE)
    page.press(Deed.SET_PASSPHRASE)
    dialog = page.dialog(PassphraseDialog)
    extra = next(b for b in dialog.findChildren(type(dialog.yes))
                 if b.text() == strings.REMOVE_PASSPHRASE)  # fmt: skip
    extra.click()
    page.dialog(AskDialog).yes.click()
    page.until(ONLY_KEYRING)


def test_both_are_needed_from_one_switch_in_one_step_and_back(page: Page) -> None:
    page.section.both.click()
    page.type_new()
    page.until(BOTH)
    page.qtbot.waitUntil(page.section.both.isChecked)
    assert len(page.vault.keyring.secrets) == 1
    assert page.opens(PassphraseWay(PASSPHRASE))
    page.section.both.click()
    page.type_new()
    page.until(THREE)
    page.qtbot.waitUntil(lambda: not page.section.both.isChecked())


def test_a_switch_that_was_thought_better_of_shows_what_is_true(page: Page) -> None:
    page.section.both.click()
    page.dialog(PassphraseDialog).no.click()
    page.qtbot.waitUntil(lambda: not page.section.both.isChecked())
    assert page.kinds == ONLY_KEYRING


def test_a_keyring_that_takes_nothing_is_told_and_nothing_is_changed(page: Page) -> None:
    page.vault.keyring.only = KeyringOutcome.UNAVAILABLE
    page.section.both.click()
    page.type_new()
    page.qtbot.waitUntil(page.section.banner.isVisible, timeout=10_000)
    assert KeyringUnavailableError().title in page.section.banner.words
    assert "Nothing was changed" in page.section.banner.words
    assert page.kinds == ONLY_KEYRING
    page.qtbot.waitUntil(lambda: not page.section.both.isChecked())


def test_a_new_code_is_in_force_once_it_is_typed_back_and_not_before(page: Page) -> None:
    page.press(Deed.NEW_CODE)
    dialog = page.dialog(NewCodeDialog)
    with pytest.raises(WrongRecoveryCodeError):
        page.opens(RecoveryWay(dialog._vm.text))
    code = page.type_back()
    page.qtbot.waitUntil(lambda: strings.CODE_DONE in page.section.banner.words, timeout=10_000)
    page.settled()
    assert page.opens(RecoveryWay(code))
    assert page.vm.protection is not None
    page.qtbot.waitUntil(
        lambda: any(way.confirmed for way in page.vm.protection.listed)  # type: ignore[union-attr]
    )


def test_the_data_key_is_changed_after_the_new_code_is_on_paper(page: Page) -> None:
    before = page.vault.ask(lambda workspace: workspace.key.material)
    page.section.change_key.click()
    page.dialog(AskDialog).yes.click()
    code = page.type_back()
    page.qtbot.waitUntil(lambda: strings.CHANGED_KEY in page.section.banner.words, timeout=10_000)
    assert page.vault.ask(lambda workspace: workspace.key.material) != before
    page.vault.note()
    assert page.opens(RecoveryWay(code))
    (copy,) = (page.vault.file.parent / "vault.db.backups").glob("*")
    assert copy.stat().st_size > 0


def test_a_key_change_that_was_thought_better_of_changes_nothing(page: Page) -> None:
    before = page.vault.file.read_bytes()
    page.section.change_key.click()
    page.dialog(AskDialog).yes.click()
    page.dialog(NewCodeDialog).no.click()
    assert page.vault.file.read_bytes() == before


def test_the_key_change_asks_for_the_passphrase_and_tells_a_wrong_one(page: Page) -> None:
    page.press(Deed.SET_PASSPHRASE)
    page.type_new()
    page.until(THREE)
    page.qtbot.waitUntil(page.section.change_key.isEnabled)
    page.vm.look_again()
    page.qtbot.waitUntil(lambda: len(page.vm.protection.ways) == 3)  # type: ignore[union-attr]
    page.section.change_key.click()
    dialog = page.dialog(PassphraseDialog)
    QTest.keyClicks(dialog.first.edit, "something else")
    dialog.yes.click()
    page.qtbot.waitUntil(
        lambda: "does not open this vault" in page.section.banner.words, timeout=10_000
    )


def test_the_check_says_how_much_it_looked_at(page: Page) -> None:
    assert page.section.check.result.text() == ""
    page.section.check.check.click()
    page.qtbot.waitUntil(lambda: "nothing wrong" in page.section.check.result.text())
    assert "pages" in page.section.check.result.text()
