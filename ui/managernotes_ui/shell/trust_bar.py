"""The banner while the vault is shut for writing: which proof failed, and the ways on (34)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import settings as setting_strings
from managernotes_ui.common.strings import shut as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.trouble_bar import ABOVE, SIDE
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonSize, make_button


class TrustBar(QWidget):
    """Where nothing is damaged, having looked at it opens the vault again; damage it outlasts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_put_away = False
        self.first = make_button(desk.theme, strings.LOOK, size=ButtonSize.SMALL)
        self.second = make_button(desk.theme, strings.LOOKED, size=ButtonSize.SMALL)
        self._banner = Banner(
            desk.theme,
            BannerKind.NOTE,
            Icon.TRIANGLE_ALERT,
            strings.TITLE,
            buttons=(self.first, self.second),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addWidget(self._banner)
        self.first.clicked.connect(self._on_first)
        self.second.clicked.connect(self._on_second)
        desk.trust.changed.connect(self._on_changed)
        self.hide()

    @property
    def words(self) -> str:
        """All that it says."""
        return self._banner.words

    @property
    def _has_damage(self) -> bool:
        report = self._desk.trust.report
        return report is not None and report.has_damage

    @Slot()
    def _on_changed(self) -> None:
        trust = self._desk.trust
        if not trust.is_shut:
            self._is_put_away = False
            self.hide()
            return
        failures = trust.report.failures if trust.report is not None else ()
        reasons = " ".join(proof.finding.reason for proof in failures)
        form = strings.DAMAGE_TEXT if self._has_damage else strings.TEXT
        self._banner.say(strings.TITLE, form.format(reasons=reasons).strip())
        self.first.setText(strings.RESTORE if self._has_damage else strings.LOOK)
        self.second.setText(strings.READ_ON if self._has_damage else strings.LOOKED)
        self.setVisible(not self._is_put_away)

    @Slot()
    def _on_first(self) -> None:
        from managernotes_ui.common.strings import backup as backup_strings

        section = backup_strings.SECTION if self._has_damage else setting_strings.TRUST
        self._desk.navigator.go(Place(PageName.SETTINGS, query=section))

    @Slot()
    def _on_second(self) -> None:
        if self._has_damage:
            self._is_put_away = True
            self.hide()
        else:
            self._desk.trust.looked_at()
