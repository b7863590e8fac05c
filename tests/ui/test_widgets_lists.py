"""What delegates paint: kinds, chips, states, rows and marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Scheme, Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.chip import (
    ChipLook,
    ambiguous_chip,
    chip_size,
    come_back_chip,
    date_chip,
    kind_chip,
    outline_chip,
    paint_chip,
    person_chip,
    tag_chip,
)
from managernotes_ui.widgets.course_line import CoursePoint, Standing, paint_course
from managernotes_ui.widgets.grid_cell import grid_cell_size, paint_grid_cell
from managernotes_ui.widgets.key_cap import key_cap_width, key_words, paint_key_cap
from managernotes_ui.widgets.kind_look import (
    COVERED,
    ONE_ON_ONE,
    kind_look,
    kind_width,
    paint_kind,
)
from managernotes_ui.widgets.nav_row import NavLook, paint_nav_row, paint_person_dot
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.share_look import paint_share, share_icon, share_width
from managernotes_ui.widgets.step_delegate import StepLook, paint_step
from tests.ui.style_bench import LOOKS, colours, dressed, words_width

RECT = QRectF(0, 0, 220, 40)


def _paint(theme: Theme, paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(220, 40, QImage.Format.Format_ARGB32)
    image.fill(theme.tokens.bg)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


class TestKinds:
    """A kind is always icon, word and colour."""

    @pytest.mark.parametrize("kind", list(Kind))
    def test_every_kind_has_a_look_in_its_colour(self, qapp: QApplication, kind: Kind) -> None:
        with dressed(qapp) as theme:
            look = kind_look(kind)
            image = _paint(theme, lambda painter: paint_kind(painter, RECT, theme, look))
            assert look.word
            assert theme.tokens.of(look.role).name() in colours(image)

    def test_the_kinds_of_the_specification(self) -> None:
        assert kind_look(Kind.WIN)[:3] == (Icon.STAR, "win", Role.WIN)
        assert kind_look(Kind.LESSON)[:3] == (Icon.LIGHTBULB, "lesson", Role.LESSON)
        assert kind_look(Kind.GROWTH).role is Role.LESSON
        assert kind_look(Kind.CONCERN)[:3] == (Icon.FLAG, "concern", Role.CONCERN)
        assert kind_look(Kind.SUPPORT_GIVEN)[:3] == (Icon.LIFE_BUOY, "support", Role.SUPPORT)
        assert kind_look(Kind.FEEDBACK_GIVEN)[:3] == (
            Icon.MESSAGE_SQUARE,
            "feedback",
            Role.FEEDBACK,
        )

    def test_no_two_kinds_share_their_word(self) -> None:
        words = [kind_look(kind).word for kind in Kind] + [ONE_ON_ONE.word]
        assert len(set(words)) == len(words)

    def test_covered_they_all_look_alike(self) -> None:
        assert {kind_look(kind, covered=True) for kind in Kind} == {COVERED}
        assert COVERED.role is Role.MUTED

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_the_column_of_104_holds_every_word(
        self, qapp: QApplication, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as theme:
            looks = [ONE_ON_ONE, *(kind_look(kind) for kind in Kind)]
            assert max(kind_width(theme, look) for look in looks) <= theme.scale.px(112)

    @pytest.mark.parametrize("state", list(ShareState))
    def test_every_share_state_has_an_icon_and_is_right_aligned(
        self, qapp: QApplication, state: ShareState
    ) -> None:
        with dressed(qapp) as theme:
            lefts: list[float] = []
            _paint(
                theme,
                lambda painter: lefts.append(
                    paint_share(painter, RECT, theme, state, "shared 12 Nov")
                ),
            )
            assert isinstance(share_icon(state), Icon)
            assert lefts == [pytest.approx(220 - share_width(theme, "shared 12 Nov"))]

    def test_what_is_unsaid_is_in_text_colour(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            strong, calm = (
                _paint(
                    theme,
                    lambda painter, on=on: paint_share(  # type: ignore[misc]
                        painter, RECT, theme, ShareState.UNSAID, "unsaid, 5 days", strong=on
                    ),
                )
                for on in (True, False)
            )
            assert theme.tokens.text.name() in colours(strong)
            assert theme.tokens.text.name() not in colours(calm)


CHIPS = [
    person_chip("Dana Whitfield"),
    kind_chip(kind_look(Kind.CONCERN)),
    tag_chip("#handover"),
    date_chip("yesterday"),
    come_back_chip("come back Fri"),
    ambiguous_chip("@an: which one?"),
    outline_chip("tag", Icon.PLUS),
]


class TestChips:
    """Small coloured labels."""

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    @pytest.mark.parametrize("look", CHIPS, ids=lambda look: look.text)
    @pytest.mark.parametrize("tall", [False, True])
    def test_a_chip_holds_its_words(
        self, qapp: QApplication, scheme: Scheme, scale: float, look: ChipLook, tall: bool
    ) -> None:
        with dressed(qapp, scheme, scale) as theme:
            size = chip_size(theme, look, tall=tall)
            text = 14 if tall else 12
            sign = theme.scale.icon(12) if look.icon else 0
            assert size.width() >= words_width(theme, look.text, text, 500) + sign + 14
            assert size.height() == theme.scale.grow(26, 20) if tall else theme.scale.grow(22, 16)

    @pytest.mark.parametrize("look", CHIPS, ids=lambda look: look.text)
    def test_a_chip_has_its_ground_and_its_colour(self, qapp: QApplication, look: ChipLook) -> None:
        with dressed(qapp) as theme:
            rect = QRectF(QPointF(0, 0), chip_size(theme, look))
            seen = colours(_paint(theme, lambda painter: paint_chip(painter, rect, theme, look)))
            assert theme.tokens.of(look.soft).name() in seen
            assert theme.tokens.of(look.role).name() in seen


class TestRows:
    """Grounds of rows, and rows of the sidebar."""

    def test_selected_rows_hide_the_hairline(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            rest, chosen = (
                _paint(
                    theme,
                    lambda painter, on=on: paint_row_ground(  # type: ignore[misc]
                        painter, RECT, theme, hovered=False, selected=on
                    ),
                )
                for on in (False, True)
            )
            assert rest.pixelColor(110, 39) == theme.tokens.line
            assert rest.pixelColor(6, 39) == theme.tokens.bg
            assert chosen.pixelColor(110, 39) == theme.tokens.selected

    def test_a_row_under_the_pointer_has_the_hover_ground(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            image = _paint(
                theme,
                lambda painter: paint_row_ground(
                    painter, RECT, theme, hovered=True, selected=False
                ),
            )
            assert image.pixelColor(110, 20) == theme.tokens.hover

    def test_a_person_with_something_unsaid_has_a_filled_dot(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            filled, ring = (
                _paint(
                    theme,
                    lambda painter, on=on: paint_person_dot(  # type: ignore[misc]
                        painter, QPointF(20, 20), theme, filled=on
                    ),
                )
                for on in (True, False)
            )
            assert filled.pixelColor(20, 20) == theme.tokens.accent
            assert ring.pixelColor(20, 20) == theme.tokens.bg

    def test_the_row_of_the_present_page_is_selected(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            look = NavLook("Today", Icon.SUN, count="3", key="Ctrl+1")
            image = _paint(
                theme,
                lambda painter: paint_nav_row(
                    painter, RECT, theme, look, hovered=False, selected=True
                ),
            )
            assert {theme.tokens.selected.name(), theme.tokens.accent.name()} <= colours(image)

    def test_the_current_step_is_ringed_and_a_done_one_is_checked(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            current = _paint(
                theme,
                lambda p: paint_step(p, RECT, theme, StepLook("Both sides", 5), current=True),
            )
            done = _paint(
                theme,
                lambda p: paint_step(
                    p, RECT, theme, StepLook("Purpose", 1, done=True), current=False
                ),
            )
            assert current.pixelColor(110, 5) == theme.tokens.selected
            assert theme.tokens.accent_soft.name() in colours(done)


class TestKeyCaps:
    """Keys in a cap."""

    @pytest.mark.parametrize(
        ("keys", "words"),
        [("Ctrl+K", "Ctrl K"), ("N", "N"), ("+", "+"), ("Ctrl++", "Ctrl +"), ("Alt+←", "Alt ←")],
    )
    def test_a_chord_is_read_without_its_plus(self, keys: str, words: str) -> None:
        assert key_words(keys) == words

    @pytest.mark.parametrize(("scheme", "scale"), LOOKS)
    def test_a_cap_holds_its_words_and_is_never_narrow(
        self, qapp: QApplication, scheme: Scheme, scale: float
    ) -> None:
        with dressed(qapp, scheme, scale) as theme:
            assert key_cap_width(theme, "Ctrl+K") >= words_width(theme, "Ctrl K", 11, 500) + 8
            assert key_cap_width(theme, "I") >= 18
            image = _paint(theme, lambda p: paint_key_cap(p, QPointF(2, 2), theme, "Ctrl+K"))
            assert theme.tokens.muted.name() in colours(image)


class TestGridAndCourse:
    """Coverage cells and the course of a goal."""

    @pytest.mark.parametrize(("count", "ground"), [(1, "g1"), (2, "g1"), (3, "g2"), (17, "g2")])
    def test_a_cell_shows_how_much_there_is(
        self, qapp: QApplication, count: int, ground: str
    ) -> None:
        with dressed(qapp) as theme:
            rect = QRectF(0, 0, grid_cell_size().width(), grid_cell_size().height())
            image = _paint(theme, lambda p: paint_grid_cell(p, rect, theme, count))
            assert image.pixelColor(4, 12) == getattr(theme.tokens, ground)

    def test_an_empty_cell_is_hatched_inside_its_place(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            rect = QRectF(0, 0, 36, 24)
            image = _paint(theme, lambda p: paint_grid_cell(p, rect, theme, 0))
            assert len(colours(image.copy(0, 0, 36, 24))) > 1
            assert colours(image.copy(37, 0, 40, 40)) == {theme.tokens.bg.name()}

    def test_a_wobbling_check_in_is_hollow(self, qapp: QApplication) -> None:
        with dressed(qapp) as theme:
            points = [
                CoursePoint(QPointF(20, 20)),
                CoursePoint(QPointF(80, 20), Standing.WOBBLING),
                CoursePoint(QPointF(140, 20), Standing.OFF_COURSE),
            ]
            image = _paint(theme, lambda p: paint_course(p, points, theme))
            assert image.pixelColor(20, 20) == theme.tokens.accent
            assert image.pixelColor(80, 20) == theme.tokens.bg
            assert image.pixelColor(140, 12) == theme.tokens.accent
            assert image.pixelColor(80, 12) == theme.tokens.bg
