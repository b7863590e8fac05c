"""Text stands on exact lines, is cut with an ellipsis, and says the whole in its tooltip."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from managernotes_ui.style.fonts import SEMIBOLD, Type
from managernotes_ui.style.theme import Scheme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run, TextBlock
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.tooltip import tooltip
from tests.ui.style_bench import LOOKS, colours, dressed, picture, words_width

LONG = "Write it as a camera would have seen it: when, what she did, what it changed. " * 3


def _painted(block: TextBlock) -> QImage:
    image = QImage(300, 100, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.paint(painter, QPointF(0, 0))
    painter.end()
    return image


class TestTextBlock:
    """A laid out text."""

    @pytest.mark.parametrize("style", list(Type))
    def test_lines_are_as_high_as_the_style_says(self, qapp: QApplication, style: Type) -> None:
        with dressed(qapp) as theme:
            block = TextBlock(theme, "one\ntwo", style, 400.0)
            assert block.height == 2 * style.value.line

    def test_it_is_cut_after_its_last_line(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            whole = TextBlock(theme, LONG, Type.BODY, 300.0)
            cut = TextBlock(theme, LONG, Type.BODY, 300.0, max_lines=2)
            assert (cut.height, cut.is_cut, whole.is_cut) == (40, True, False)
            assert whole.height > cut.height
            assert cut.width <= 300.5

    def test_a_bold_run_does_not_burst_the_width(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            runs = [Run("Whitfield Whitfield ", SEMIBOLD), Run(LONG, SEMIBOLD)]
            for width in range(40, 300, 13):
                block = TextBlock(theme, runs, Type.BODY, float(width), max_lines=1)
                assert (block.height, block.is_cut) == (20, True)
                assert block.width <= width + 0.5

    @pytest.mark.parametrize(
        "text", ["", "a", "漢字かな", "שלום עולם", "👩‍👩‍👧 fine", "\n", "x" * 5000]
    )
    @pytest.mark.parametrize("lines", [0, 1, 2])
    def test_any_text_is_laid_out(self, qapp: QApplication, text: str, lines: int) -> None:
        with dressed(qapp) as theme:
            block = TextBlock(theme, text, Type.BODY, 120.0, max_lines=lines)
            assert block.width <= 121
            assert not lines or block.height <= lines * 20

    def test_found_letters_lie_on_the_match_ground(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            runs = [Run("hand-"), Run("over", ground=Role.MATCH), Run(" to support")]
            assert theme.tokens.match.name() in colours(_painted(TextBlock(theme, runs, Type.BODY)))
            plain = _painted(TextBlock(theme, "hand-over", Type.BODY))
            assert theme.tokens.match.name() not in colours(plain)

    def test_a_run_keeps_the_tabular_figures_of_its_block(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            ones = TextBlock(theme, [Run("11", SEMIBOLD)], Type.LIST, tabular=True)
            noughts = TextBlock(theme, [Run("00", SEMIBOLD)], Type.LIST, tabular=True)
            assert ones.width == noughts.width


class TestTextLabel:
    """A label of the app."""

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_one_line_asks_for_the_room_of_its_words(
        self, qapp: QApplication, qtbot: QtBot, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as theme:
            label = TextLabel(theme, "Last one-to-one Thursday", Type.LIST)
            qtbot.addWidget(label)
            assert label.sizeHint().width() >= words_width(theme, label.text(), 13)
            assert label.sizeHint().height() == theme.scale.px(20)
            label.resize(label.sizeHint())
            assert not label.is_cut

    def test_what_is_cut_has_its_whole_in_the_tooltip(
        self, qapp: QApplication, qtbot: QtBot
    ) -> None:
        with dressed(qapp) as theme:
            label = TextLabel(theme, LONG)
            qtbot.addWidget(label)
            label.resize(120, 20)
            label.grab()
            assert label.toolTip() == tooltip(LONG)
            label.setText("short")
            label.grab()
            assert label.toolTip() == ""

    def test_wrapped_text_gets_the_height_it_needs(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            box = QWidget()
            qtbot.addWidget(box)
            label = TextLabel(theme, LONG, lines=0)
            layout = QVBoxLayout(box)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(label)
            layout.addStretch()
            box.resize(300, 600)
            box.grab()
            assert label.height() == label.heightForWidth(300)
            assert label.height() > 60
            assert label.height() % 20 == 0

    def test_runs_are_read_out_as_one_sentence(self, qapp: QApplication, qtbot: QtBot) -> None:
        with dressed(qapp) as theme:
            label = TextLabel(theme)
            qtbot.addWidget(label)
            label.set_runs([Run("Last one-to-one "), Run("Thu, 5 days ago", 500, Role.TEXT2)])
            assert label.text() == "Last one-to-one Thu, 5 days ago"

    @pytest.mark.parametrize("tone", [Role.TEXT, Role.MUTED, Role.DANGER])
    def test_the_tone_is_the_colour(self, qapp: QApplication, qtbot: QtBot, tone: Role) -> None:
        with dressed(qapp) as theme:
            label = TextLabel(theme, "■■■", tone=tone)
            qtbot.addWidget(label)
            assert theme.tokens.of(tone).name() in colours(picture(label))


class TestTooltip:
    """Words, then the key."""

    def test_short_words_stay_on_one_line(self) -> None:
        assert tooltip("Thursday 19 November 2026") == (
            "<span>Thursday&nbsp;19&nbsp;November&nbsp;2026</span>"
        )

    def test_the_key_comes_last(self) -> None:
        assert tooltip("New note", "Ctrl+N").index("Ctrl&nbsp;N") > 0
        assert tooltip("Raise", "+").count("+") == 1

    def test_what_people_wrote_is_never_read_as_markup(self) -> None:
        assert "<b>" not in tooltip("<b>Dana</b> & co")
        assert "<img" not in tooltip("x " * 60 + "<img src=file:///etc/passwd>")
