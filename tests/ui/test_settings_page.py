"""The settings: what is changed takes effect at once and is kept; what is told is true."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import managernotes
from managernotes import settings as store
from managernotes.settings import Theme
from managernotes_ui.common import actions
from managernotes_ui.common.strings import protection as protection_strings
from managernotes_ui.common.strings import settings as strings
from managernotes_ui.locking.capture_shield import Exclusion, NoShield
from managernotes_ui.settings.about import library_rows
from managernotes_ui.settings.locking_rows import LockingRows
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell.page import PageName, Place
from tests.ui.find_bench import FindBench, find_bench


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[FindBench]:
    """Open a vault."""
    with find_bench(qtbot, tmp_path) as bench:
        bench.add_action("lock", "Lock now", keys=("Ctrl+L",), section=actions.Section.PRIVACY)
        yield bench


@pytest.fixture
def page(bench: FindBench) -> SettingsPage:
    """Show the page."""
    page = SettingsPage(bench.desk)
    bench.show(page)
    page.show_place(Place(PageName.SETTINGS))
    page.take_focus()
    return page


def texts(widget: QWidget) -> list[str]:
    """Return the words of every label on show."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def kept(bench: FindBench) -> store.Settings:
    """Return what the settings file holds."""
    return store.load(bench.settings_file)


def test_the_arrows_lead_from_section_to_section(page: SettingsPage) -> None:
    assert page.list.hasFocus()
    backups = page.backups.section
    sections: list[Section] = [
        page.protection, page.trust, page.privacy, backups, page.appearance, page.about,
    ]  # fmt: skip
    for section in sections:
        assert page.section is section
        assert section.isVisible()
        QTest.keyClick(page.list, Qt.Key.Key_Down)


def test_theme_and_text_size_are_kept_and_told_at_once(
    bench: FindBench, page: SettingsPage
) -> None:
    told: list[store.Settings] = []
    bench.desk.settings.changed.connect(told.append)
    page.appearance.theme_choice.set_current(2)
    page.appearance.size_choice.set_current(2)
    assert (told[-1].theme, told[-1].text_scale) == (Theme.DARK, 1.5)
    assert (kept(bench).theme, kept(bench).text_scale) == (Theme.DARK, 1.5)


def test_it_opens_with_what_is_in_force(bench: FindBench) -> None:
    bench.desk.settings.change(theme=Theme.LIGHT, text_scale=1.25, auto_lock_minutes=30)
    page = SettingsPage(bench.desk)
    bench.show(page)
    assert page.appearance.theme_choice.current() == 1
    assert page.appearance.size_choice.current() == 1
    assert page.locking.after.currentText() == "30 minutes"


def test_a_choice_that_is_not_offered_is_shown_and_not_lost(bench: FindBench) -> None:
    bench.desk.settings.change(text_scale=1.1, auto_lock_minutes=7)
    page = SettingsPage(bench.desk)
    bench.show(page)
    assert page.locking.after.currentText() == "7 minutes"
    assert page.appearance.size_choice.current() == 1
    assert bench.desk.settings.settings.text_scale == 1.1


@pytest.mark.parametrize(("words", "minutes"), [("1 minute", 1), ("Never", 0), ("1 hour", None)])
def test_the_lock_waits_as_long_as_is_chosen(
    bench: FindBench, page: SettingsPage, words: str, minutes: int | None
) -> None:
    number = page.locking.after.findText(words)
    if minutes is None:
        assert number == -1
        return
    page.locking.after.setCurrentIndex(number)
    page.locking.after.activated.emit(number)
    assert kept(bench).auto_lock_minutes == minutes


def test_covering_is_chosen_by_a_switch_and_kept(bench: FindBench, page: SettingsPage) -> None:
    assert page.locking.cover.isChecked()
    page.locking.cover.click()
    assert not kept(bench).cover_on_focus_loss


def test_what_this_desktop_cannot_do_is_not_offered(page: SettingsPage) -> None:
    assert sys.platform != "linux" or not page.locking.keep_out.isEnabled()
    assert sys.platform != "linux" or not page.locking.keep_out.isChecked()
    assert (strings.KEEP_OUT_HELP[Exclusion.IMPOSSIBLE] in texts(page.locking)) == (
        sys.platform == "linux"
    )


class AskedShield(NoShield):
    """A shield of a system that can be asked."""

    exclusion = Exclusion.ASKED


def test_where_the_system_can_keeping_out_of_sharing_is_a_choice_that_is_kept(
    bench: FindBench, page: SettingsPage
) -> None:
    rows = LockingRows(bench.theme, bench.desk.settings, AskedShield())
    bench.show(rows)
    assert rows.keep_out.isChecked()
    rows.keep_out.click()
    assert not kept(bench).keep_out_of_sharing
    assert "may show it all the same" in " ".join(texts(rows))


def test_lock_now_runs_the_one_lock_action(bench: FindBench, page: SettingsPage) -> None:
    page.privacy.lock.click()
    assert bench.done == ["lock"]
    assert "Ctrl&nbsp;L" in page.privacy.lock.toolTip()


def test_protection_tells_which_ways_open_this_vault_and_where_it_lies(
    bench: FindBench, page: SettingsPage
) -> None:
    bench.until(lambda: "Recovery code" in texts(page.protection))
    told = texts(page.protection)
    assert "This computer’s keyring" in told
    assert "The desktop’s Secret Service, opens when you log in" in told
    assert protection_strings.PASSPHRASE_UNUSED in told
    assert any(words.startswith(str(bench.vault.file)) for words in told)


def test_protection_says_what_it_does_not_protect_against(
    bench: FindBench, page: SettingsPage
) -> None:
    bench.until(lambda: protection_strings.LAW in texts(page.protection))
    assert protection_strings.MAY_ASK_KEYRING in texts(page.protection)
    assert page.footer_items == (protection_strings.FOOTER,)


def test_about_names_the_version_every_part_and_its_licence(page: SettingsPage) -> None:
    page.choose(strings.ABOUT)
    told = texts(page.about)
    assert f"Manager Notes {managernotes.__version__}" in told
    rows = list(library_rows())
    assert all(cell for row in rows for cell in row)
    assert strings.NOT_FOUND not in [version for _, version, _ in rows]
    assert {cell for row in rows for cell in row} <= set(told)


def test_every_part_that_is_shipped_is_named() -> None:
    project = Path(managernotes.__file__).parent.parent / "pyproject.toml"
    wanted = project.read_text().split("dependencies = [")[1].split("]")[0]
    names = [line.split('"')[1] for line in wanted.splitlines() if '"' in line]
    shipped = {name.split(">")[0].split("=")[0] for name in names}
    assert shipped == {package for package, _, _ in strings.LIBRARIES}


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        ("keyring.backends.SecretService.Keyring", "The desktop’s Secret Service"),
        ("keyring.backends.macOS.Keyring", "macOS Keychain"),
        ("keyring.backends.Windows.WinVaultKeyring", "Windows Credential Manager"),
        ("keyring.backends.kwallet.DBusKeyring", "KWallet"),
        ("", "A keyring of this computer"),
    ],
)
def test_a_keyring_is_called_what_people_call_it(backend: str, words: str) -> None:
    assert strings.keyring_words(backend) == words


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1 kB"), (335_000, "335 kB"), (3_400_000, "3.4 MB")]
)
def test_sizes_are_said_in_round_figures(size: int, words: str) -> None:
    assert strings.size_words(size) == words
