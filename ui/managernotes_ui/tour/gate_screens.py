"""The screens before an open vault: unlock, the keyring's outcome, recovery code, first run."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from managernotes.clock import FixedClock
from managernotes.services.keys import KeyringOutcome, Protection
from managernotes.services.story import STORY_NOW
from managernotes.services.workspace import create_workspace
from managernotes_ui.common.strings import shell as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.no_keyring import NoKeyring
from managernotes_ui.tour.patience import CHEAPEST, SIZE, picture_of, spin, wait_until
from managernotes_ui.unlock.first_run_view import FirstRunView
from managernotes_ui.unlock.first_run_vm import FirstRunViewModel
from managernotes_ui.unlock.gate_view import GateView
from managernotes_ui.unlock.gatekeeper import Gatekeeper
from managernotes_ui.unlock.people_step import PeopleStep
from managernotes_ui.unlock.protection_step import ProtectionStep
from managernotes_ui.unlock.recovery_step import RecoveryStep
from managernotes_ui.unlock.unlock_view import UnlockView

PageT = TypeVar("PageT")

GNOME = "keyring.backends.SecretService.Keyring"
PASSPHRASE = "four words drawn"  # noqa: S105 - typed into a picture only
SHOUTED = "FOUR WORDS DRA"
STEP = QSize(396, 688)
THIRD_AND_SEVENTH = (2, 6)
PEOPLE = """Dana Whitfield; Staff engineer; 12.8.2024
Mehta, Arjun (support engineer)
Ruth Adeyemi, Delivery lead
Mei Lindqvist
Jonah Okafor <jonah@example.test>
Ines Carvalho, Product
Tomasz Zielinski, Backend"""


def unlock_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 14, the lock, and 18b, a keyring that did not answer."""
    with place() as vault:
        make_vault(vault, Protection.PASSPHRASE)
        with gate(theme, vault, NoKeyring()) as view:
            page = view.page
            assert isinstance(page, UnlockView)
            QTest.keyClicks(page.daily.field.edit, SHOUTED)
            yield "14-unlock", picture_of(view)
    with place() as vault:
        make_vault(vault, Protection.KEYRING_OR_PASSPHRASE)
        with gate(theme, vault, NoKeyring(KeyringOutcome.TIMEOUT, GNOME)) as view:
            spin(300)
            yield "18b-banner-keyring", picture_of(view)


def first_run_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 15, the recovery code, and 36, the three steps side by side."""
    with place() as vault:
        keeper = Gatekeeper(
            vault, FixedClock(STORY_NOW), NoKeyring(KeyringOutcome.FOUND, GNOME), cost=CHEAPEST
        )
        vm = FirstRunViewModel(keeper, choose_groups=lambda _count: THIRD_AND_SEVENTH)
        view = FirstRunView(theme, vm)
        view.setProperty("ground", "bg")
        view.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.resize(STEP)
        view.show()
        spin(200)
        steps = [picture_of(view)]
        vm.choose_protection()
        protection = _page(view, ProtectionStep)
        QTest.keyClicks(protection.first.edit, PASSPHRASE)
        spin(100)
        steps.append(picture_of(view))
        QTest.keyClicks(protection.again.edit, PASSPHRASE)
        protection.go_on()
        wait_until(lambda: isinstance(view.page, RecoveryStep))
        yield "15-first-run-recovery", _code_picture(view, vm)
        view.resize(STEP)
        vm.code.later() if vm.code is not None else None
        people = _page(view, PeopleStep)
        people.list.setPlainText(PEOPLE)
        spin(200)
        steps.append(picture_of(view))
        windows = [
            (QPointF(22 + 420 * number, 40), strings.APP, step) for number, step in enumerate(steps)
        ]
        yield "36-first-run", desk_picture(theme, windows, SIZE)
        view.leave()
        keeper.close()
        view.close()


ALBUMS = (unlock_screens, first_run_screens)


@contextmanager
def place() -> Iterator[Path]:
    """Lend a place for a vault that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="managernotes-tour-"))
    try:
        yield folder / "vault.db"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def gate(theme: Theme, vault: Path, keyring: NoKeyring) -> Iterator[GateView]:
    """Stand before a vault."""
    keeper = Gatekeeper(vault, FixedClock(STORY_NOW), keyring, cost=CHEAPEST)
    view = GateView(theme, keeper, locked_by_hand=False)
    view.resize(SIZE)
    view.show()
    spin(100)
    try:
        yield view
    finally:
        view.leave()
        view.close()
        view.deleteLater()


def make_vault(vault: Path, protection: Protection) -> None:
    """Make a vault at a place and close it."""
    workspace, _code = create_workspace(
        vault,
        protection,
        PASSPHRASE,
        clock=FixedClock(STORY_NOW),
        keyring=NoKeyring(KeyringOutcome.FOUND, GNOME),
        cost=CHEAPEST,
    )
    workspace.close()


def _code_picture(view: FirstRunView, vm: FirstRunViewModel) -> QPixmap:
    page = _page(view, RecoveryStep)
    assert vm.code is not None
    view.resize(SIZE)
    third, seventh = THIRD_AND_SEVENTH
    QTest.keyClicks(page.code.fields[third], vm.code.groups[third])
    QTest.keyClicks(page.code.fields[seventh], vm.code.groups[seventh][:2])
    spin(100)
    return picture_of(view)


def _page(view: FirstRunView, kind: type[PageT]) -> PageT:
    page = view.page
    assert isinstance(page, kind)
    return page
