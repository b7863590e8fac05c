"""What Enter, Ctrl+B and Ctrl+I do to a line of Markdown."""

from __future__ import annotations

import pytest

from managernotes_ui.notes.emphasis import BOLD, ITALIC, toggled
from managernotes_ui.notes.list_lines import NewLine, on_enter


@pytest.mark.parametrize(
    ("line", "prefix"),
    [
        ("- 3 Nov, no link", "- "),
        ("  * nested", "  * "),
        ("9. ninth", "10. "),
        ("2) second", "3) "),
        ("- [x] done", "- [ ] "),
        ("> said so", "> "),
        ("> - quoted item", "> - "),
    ],
)
def test_a_list_goes_on(line: str, prefix: str) -> None:
    assert on_enter(line, len(line)) == NewLine(prefix=prefix)


@pytest.mark.parametrize("line", ["- ", "  3. ", "- [ ] ", "> "])
def test_an_empty_item_ends_the_list(line: str) -> None:
    assert on_enter(line, len(line)) == NewLine(ends_list=True)


@pytest.mark.parametrize(
    ("line", "column"), [("plain", 5), ("-5 degrees", 10), ("- item", 0), ("", 0), ("12.5 %", 6)]
)
def test_other_lines_end_as_ever(line: str, column: int) -> None:
    assert on_enter(line, column) is None


def applied(line: str, start: int, end: int, sign: str) -> tuple[str, str]:
    """Return the line after the key, and what is selected then."""
    change = toggled(line, start, end, sign)
    after = line[: change.start] + change.text + line[change.end :]
    return after, after[change.anchor : change.caret]


@pytest.mark.parametrize(
    ("line", "at", "sign", "outcome"),
    [
        ("waited 50 minutes", (7, 17), BOLD, ("waited **50 minutes**", "50 minutes")),
        ("waited **50** long", (9, 11), BOLD, ("waited 50 long", "50")),
        ("waited **50** long", (7, 13), BOLD, ("waited 50 long", "50")),
        ("the old one", (5, 5), ITALIC, ("the *old* one", "old")),
        ("the *old* one", (6, 6), ITALIC, ("the old one", "old")),
        ("the **old** one", (6, 9), ITALIC, ("the ***old*** one", "old")),
        ("the ***old*** one", (7, 10), BOLD, ("the *old* one", "old")),
        ("a  b", (2, 2), BOLD, ("a **** b", "")),
        (" spaced ", (0, 8), ITALIC, (" *spaced* ", "spaced")),
        ("", (0, 0), BOLD, ("****", "")),
    ],
)
def test_emphasis_is_put_on_and_taken_off(
    line: str, at: tuple[int, int], sign: str, outcome: tuple[str, str]
) -> None:
    assert applied(line, *at, sign) == outcome


@pytest.mark.parametrize("sign", [BOLD, ITALIC])
def test_twice_is_as_before(sign: str) -> None:
    line = "say *this* and **that** aloud"
    for column in range(len(line)):
        once = toggled(line, column, column, sign)
        if once.anchor == once.caret:
            continue
        after = line[: once.start] + once.text + line[once.end :]
        assert applied(after, once.anchor, once.caret, sign)[0] == line
