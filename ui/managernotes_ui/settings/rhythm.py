"""Settings, Rhythm and reminders: a quiet count, a word a day, days for the calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog

from managernotes.clock import today
from managernotes.errors import ManagerNotesError
from managernotes.services.private_export import write_private_file
from managernotes.services.workspace import Workspace
from managernotes.settings import Settings
from managernotes_ui.common.discreet_dialog import discreet_dialog
from managernotes_ui.common.notifier import Notifier, notifier_of_this_system
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import rhythm as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.settings.section import Section
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.switch import Switch
from managernotes_ui.widgets.text_label import TextLabel

_AHEAD = timedelta(days=365)


class RhythmSection(Section):
    """Two switches that take effect at once, and a file that leaves the vault when asked for."""

    def __init__(
        self,
        theme: Theme,
        session: Session,
        settings: SettingsKeeper,
        notifier: Notifier | None = None,
    ) -> None:
        super().__init__(theme, strings.SECTION, strings.INTRO)
        self._session = session
        self._settings = settings
        possible = (notifier or notifier_of_this_system()).is_possible
        self.count = Switch(theme, strings.COUNT)
        self.notify = Switch(theme, strings.NOTIFY)
        self.notify.setEnabled(possible)
        self.save = make_button(theme, strings.CALENDAR_SAVE, size=ButtonSize.SMALL)
        self.outcome = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        notify_help = strings.NOTIFY_HELP if possible else strings.NOTIFY_IMPOSSIBLE
        rows = (
            (strings.COUNT, strings.COUNT_HELP, self.count),
            (strings.NOTIFY, notify_help, self.notify),
            (strings.CALENDAR, strings.CALENDAR_HELP, self.save),
        )
        for title, text, control in rows:
            self.column.addWidget(SettingRow(theme, title, text, control))
        self.column.addWidget(self.outcome)
        self.column.addStretch(1)
        self.outcome.hide()
        self.count.clicked.connect(self._on_count)
        self.notify.clicked.connect(self._on_notify)
        self.save.clicked.connect(self._warn)
        settings.changed.connect(self._on_settings)
        self._on_settings(settings.settings)

    def write(self, path: Path) -> None:
        """Write the days of the next twelve months to a new file, off this thread."""
        until = today(self._session.clock) + _AHEAD

        def work(workspace: Workspace) -> None:
            write_private_file(path, workspace.calendar.follow_ups(until))

        self._session.read(
            work,
            done=lambda _none: self._tell(strings.SAVED.format(name=path.name)),
            failed=self._on_not_saved,
        )

    @Slot(object)
    def _on_settings(self, chosen: Settings) -> None:
        self.count.setChecked(chosen.quiet_count)
        self.notify.setChecked(self.notify.isEnabled() and chosen.daily_notification)

    @Slot(bool)
    def _on_count(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(quiet_count=on)

    @Slot(bool)
    def _on_notify(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._settings.change(daily_notification=on)

    @Slot()
    def _warn(self) -> None:
        """Say what leaves the vault before asking where to."""
        dialog = AskDialog(
            self.theme, strings.LEAVES, strings.LEAVES_TEXT, strings.LEAVES_YES, parent=self
        )
        dialog.accepted.connect(self._ask_where)
        dialog.open()

    @Slot()
    def _ask_where(self) -> None:
        dialog = discreet_dialog(self, strings.DIALOG, Path.home())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(strings.FILE_NAME)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # another file is never replaced
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def _on_not_saved(self, error: Exception) -> None:
        self._tell(str(error) if isinstance(error, ManagerNotesError) else strings.NOT_SAVED)

    def _tell(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.show()
