"""The columns of the brief never scroll: what does not fit is counted (SPEC §7.22)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from managernotes_ui.conversations.brief_fitting import (
    BriefHead,
    BriefMore,
    Line,
    fitted,
    lines_of,
)
from managernotes_ui.conversations.brief_lines import (
    BriefDots,
    BriefRow,
    BriefSection,
    BriefText,
)
from managernotes_ui.style.icons import Icon

HEAD, ROW, MORE = 40, 53, 24


def measure(line: Line) -> int:
    if isinstance(line, BriefHead):
        return HEAD
    return MORE if isinstance(line, BriefMore) else ROW


def section(title: str, rows: int, *, is_hint: bool = False) -> BriefSection:
    parts = tuple(BriefRow(Icon.HEART, f"{title} {n}", "") for n in range(rows))
    return BriefSection(title, "", parts, is_hint=is_hint)


def rows_of(lines: list[Line]) -> int:
    return sum(isinstance(line, BriefRow) for line in lines)


def hidden(lines: list[Line]) -> int:
    return sum(line.number for line in lines if isinstance(line, BriefMore))


def test_with_room_enough_every_row_is_shown() -> None:
    sections = [section("a", 2), section("b", 3)]
    assert fitted(sections, 10_000, measure) == lines_of(sections)


def test_the_longest_section_gives_way_first_and_says_how_many_are_left_out() -> None:
    sections = [section("a", 1), section("b", 4)]
    lines = fitted(sections, 2 * HEAD + 3 * ROW + MORE, measure)
    assert [line for line in lines if isinstance(line, BriefMore)] == [BriefMore(2)]
    assert rows_of(lines) == 3


def test_a_hint_goes_before_any_row_does_and_is_not_counted() -> None:
    sections = [section("a", 2), section("hint", 1, is_hint=True)]
    lines = fitted(sections, HEAD + 2 * ROW, measure)
    assert (rows_of(lines), hidden(lines)) == (2, 0)


@given(
    st.lists(st.integers(min_value=1, max_value=12), min_size=1, max_size=6),
    st.integers(min_value=HEAD + ROW + MORE, max_value=1_000),
)
def test_nothing_is_higher_than_the_room_and_nothing_is_left_out_silently(
    counts: list[int], room: int
) -> None:
    sections = [section(str(number), count) for number, count in enumerate(counts)]
    lines = fitted(sections, room, measure)
    assert rows_of(lines) + hidden(lines) == sum(counts)
    assert sum(map(measure, lines)) <= room or len(lines) <= 4


def test_a_row_gives_way_before_what_is_told_in_words_does() -> None:
    told = BriefSection("weeks", "", (BriefDots((True,), "said"), BriefText("last thanked")))
    lines = fitted([told, section("b", 2)], 2 * HEAD + 3 * ROW + MORE, measure)
    assert BriefText("last thanked") in lines
    assert [line for line in lines if isinstance(line, BriefMore)] == [BriefMore(1)]
