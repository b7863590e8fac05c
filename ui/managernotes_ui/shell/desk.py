"""What an open vault's screens are built from; made once an unlock, handed down, never global."""

from __future__ import annotations

from dataclasses import dataclass

from managernotes_ui.common.actions import Actions
from managernotes_ui.common.backup_keeper import BackupKeeper
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Session
from managernotes_ui.common.today_watch import TodayWatch
from managernotes_ui.common.trust_vm import TrustViewModel
from managernotes_ui.shell.navigator import Navigator
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The pieces that every page shares while the vault is open."""

    theme: Theme
    session: Session
    actions: Actions
    navigator: Navigator
    directory: PeopleDirectory
    today: TodayWatch
    settings: SettingsKeeper
    backups: BackupKeeper
    trust: TrustViewModel
