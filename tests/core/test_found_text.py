"""The piece of a note that a hit shows."""

from __future__ import annotations

from managernotes.domain.found_text import FoundText, best_piece, read_marked


def test_the_signs_become_places() -> None:
    assert read_marked("a \x02calm\x03 and\n\x02calm\x03er\tone") == FoundText(
        "a calm and calmer one", ((2, 6), (11, 15))
    )
    assert read_marked("nothing found") == FoundText("nothing found")


def test_a_piece_with_a_found_word_goes_before_one_without() -> None:
    assert best_piece("title", "fact", "\x02effect\x03").text == "effect"
    assert best_piece("\x02title\x03", "\x02fact\x03", "").text == "fact"


def test_without_a_found_word_the_note_begins_as_in_lists() -> None:
    assert best_piece("title", "fact", "effect") == FoundText("title")
    assert best_piece(" ", "fact", "effect") == FoundText("fact")
    assert best_piece("", "", "") == FoundText("")
