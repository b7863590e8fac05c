"""Shows rendered Markdown; opens no file and no connection, whatever the text names."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from managernotes_ui.common.private_copy import private_text


class OfflineBrowser(QTextBrowser):
    """A QTextBrowser that never loads anything (SECURITY-DESIGN, finding 1).

    Qt falls back to opening the file itself when it is given nothing, so a picture is answered
    with a real one of 1 × 1 and everything else with no bytes. Links are only announced.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._nothing.fill(Qt.GlobalColor.transparent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setSearchPaths([])
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def loadResource(self, kind: int, _name: QUrl | str, /) -> QImage | QByteArray:
        """Answer every request from memory."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._nothing
        return QByteArray()

    def doSetSource(
        self,
        _name: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002
    ) -> None:
        """Go nowhere."""

    def break_anywhere(self, anywhere: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Let lines break inside words, for a text with an endless one."""
        mode = QTextOption.WrapMode
        self.setWordWrapMode(mode.WrapAnywhere if anywhere else mode.WrapAtWordBoundaryOrAnywhere)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as plain text that clipboard histories are asked not to keep."""
        return private_text(self.textCursor().selection().toPlainText())
