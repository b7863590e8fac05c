"""A link in a note: its whole address is shown, and only a yes opens it (SECURITY-DESIGN §4)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.private_copy import private_text
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, make_button

_SCHEMES = frozenset({"http", "https", "mailto"})


def ask_to_open(
    theme: Theme,
    address: str,
    parent: QWidget,
    open_address: Callable[[QUrl], object] = QDesktopServices.openUrl,
) -> AskDialog | None:
    """Show the question and return it; None for an address that is never opened."""
    target = QUrl(address, QUrl.ParsingMode.StrictMode)
    if target.scheme() not in _SCHEMES:
        return None
    shown = target.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    copy = make_button(theme, strings.LINK_COPY, icon=Icon.COPY, role=ButtonRole.QUIET)
    dialog = AskDialog(
        theme, strings.LINK_TITLE, shown, strings.LINK_YES, extra=copy, parent=parent
    )
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setMimeData(private_text(shown)))
    dialog.accepted.connect(lambda: open_address(target))
    dialog.open()
    return dialog
