"""One line of a note without its Markdown signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.text.plain_words import without_marks


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("At **18:40** Dana posted `handover done`", "At 18:40 Dana posted handover done"),
        ("link to the *old* runbook", "link to the old runbook"),
        ("see [SUP-311](https://x.example/311), twice", "see SUP-311, twice"),
        ("# Late hand-over", "Late hand-over"),
        ("- [x] asked facilities", "asked facilities"),
        ("3. third", "third"),
        ("***both***", "both"),
        ("2 * 3 * 4 and snake_case_names", "2 * 3 * 4 and snake_case_names"),
        ("a lone ** and ` stay", "a lone ** and ` stay"),
        ("", ""),
    ],
)
def test_takes_the_signs_and_leaves_the_words(line: str, words: str) -> None:
    assert without_marks(line) == words


@given(st.text(alphabet=st.characters(exclude_characters="*_~`[]()#>-+.!\\"), max_size=60))
def test_a_line_without_signs_comes_back_as_it_was(line: str) -> None:
    assert without_marks(line) == line
