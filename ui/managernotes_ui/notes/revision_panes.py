"""Both versions side by side on one scroll bar, paragraphs beginning at the same height."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.notes.revision_pane import RevisionPane
from managernotes_ui.notes.word_diff import Row
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import Run
from managernotes_ui.widgets.text_label import TextLabel
"""(see class)"""
