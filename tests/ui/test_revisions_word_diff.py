"""Two versions of a note, compared paragraph by paragraph and word by word."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes_ui.notes.word_diff import MOST_WORDS, Piece, Row, compare


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"<{piece.text}>" if piece.only_here else piece.text for piece in pieces)


def sides(older: str, newer: str) -> list[tuple[str, str]]:
    return [(shown(row.older), shown(row.newer)) for row in compare(older, newer)]


def test_changed_words_are_marked_on_both_sides() -> None:
    assert sides(
        "In June Dana was a real hero and stayed until it was gone. [^1]",
        "In June Dana stayed until the clinic had printed. [^1]",
    ) == [
        (
            "In June Dana <was a real hero and> stayed until <it was gone>. [^1]",
            "In June Dana stayed until <the clinic had printed>. [^1]",
        )
    ]


def test_marks_run_on_over_the_space_between_changed_words() -> None:
    assert sides("He ran it well then.", "He led it badly then.") == [
        ("He <ran> it <well> then.", "He <led> it <badly> then.")
    ]
    assert sides("Say one two now.", "Say three four now.") == [
        ("Say <one two> now.", "Say <three four> now.")
    ]


def test_a_new_paragraph_stands_beside_nothing() -> None:
    assert sides("One.\n\nThree.", "One.\n\nTwo is new.\n\nThree.") == [
        ("One.", "One."),
        ("", "<Two is new.>"),
        ("Three.", "Three."),
    ]


def test_a_paragraph_is_found_again_after_another_was_put_before_it() -> None:
    rows = compare(
        "She sat with Arjun until he could run the book.\n\nEnd.",
        "Quite another matter first.\n\nShe sat with Arjun until he could run it alone.\n\nEnd.",
    )
    assert [bool(row.older) for row in rows] == [False, True, True]
    assert [row.differs for row in rows] == [True, True, False]


def test_equal_texts_have_no_changes() -> None:
    assert not any(row.differs for row in compare("A.\n\nB.\n- c\n- d", "A.\n\nB.\n- c\n- d"))


def test_a_very_long_paragraph_is_marked_whole() -> None:
    older = ("word " * MOST_WORDS).strip()
    assert compare(older, f"{older} more") == [
        Row((Piece(older, only_here=True),), (Piece(f"{older} more", only_here=True),))
    ]


@given(st.text(alphabet="ab .\n", max_size=60), st.text(alphabet="ab .\n", max_size=60))
def test_no_word_is_lost_on_either_side(older: str, newer: str) -> None:
    rows = compare(older, newer)
    for text, side in ((older, "older"), (newer, "newer")):
        pieces = [piece.text for row in rows for piece in getattr(row, side)]
        assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize("words", [["a", "b"], [f"w{number}" for number in range(500)]])
def test_fifty_thousand_words_are_compared_in_seconds(words: list[str]) -> None:
    chance = random.Random(1)  # noqa: S311 - a text, not a secret
    paragraphs = [" ".join(chance.choices(words, k=50)) for _ in range(1000)]
    changed = [
        text + " more" if number % 10 == 0 else text for number, text in enumerate(paragraphs)
    ]
    begin = time.process_time()
    compare("\n\n".join(paragraphs), "\n\n".join(changed))
    assert time.process_time() - begin < 5
