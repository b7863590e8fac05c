"""Picture 16: what protects the vault, and its dialogs, in the manager's settings of the story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtGui import QPixmap

from managernotes.services.keys import KeyringOutcome, SlotKind
from managernotes.services.protecting import NewSecrets, change_ways
from managernotes.services.slot_dates import SlotEvent, keep_date
from managernotes.services.story import STORY_NOW
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import settings as settings_strings
from managernotes_ui.settings.settings_page import SettingsPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.gate_screens import GNOME
from managernotes_ui.tour.no_keyring import NoKeyring
from managernotes_ui.tour.patience import CHEAPEST, picture_of, wait_until
from managernotes_ui.tour.story_screens import staged

PASSPHRASE = "four words drawn"  # noqa: S105 - of a vault of invented people
SEPTEMBER = STORY_NOW.replace(month=9, day=2)
THIS_MORNING = STORY_NOW.replace(hour=8, minute=51)
_DATES: tuple[tuple[SlotKind, SlotEvent, datetime], ...] = (
    (SlotKind.KEYRING, SlotEvent.USED, THIS_MORNING),
    (SlotKind.PASSPHRASE, SlotEvent.CHANGED, SEPTEMBER),
    (SlotKind.RECOVERY, SlotEvent.CHANGED, SEPTEMBER),
    (SlotKind.RECOVERY, SlotEvent.CONFIRMED, SEPTEMBER),
    (SlotKind.RECOVERY, SlotEvent.TRIED, THIS_MORNING),
)


def protection_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 16, the keyring, a passphrase and the code on paper."""
    with staged(theme) as stage:
        stage.ask(_protect)
        stage.go(Place(PageName.SETTINGS))
        page = stage.view.page
        assert isinstance(page, SettingsPage)
        page.choose(settings_strings.PROTECTION)
        page.protection.check.check.click()
        wait_until(lambda: bool(page.protection.rows) and page.protection.check.check.isEnabled())
        stage.settle()
        yield "16-settings-protection", picture_of(stage.view)


def _protect(workspace: Workspace) -> None:
    workspace.keyring = NoKeyring(KeyringOutcome.FOUND, GNOME)
    kinds = (SlotKind.KEYRING, SlotKind.PASSPHRASE)
    secrets = NewSecrets(passphrase=PASSPHRASE, cost=CHEAPEST)
    change_ways(workspace, workspace.keyring, add=kinds, secrets=secrets)
    with workspace.ledger.db.transaction():
        for kind, event, moment in _DATES:
            keep_date(workspace.ledger, kind, event, moment)


ALBUMS = (protection_screens,)
