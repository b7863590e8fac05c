"""How typed letters find names: at the beginnings of words, in any case, with any accents."""

from __future__ import annotations

import pytest

from managernotes_ui.shell.palette_matching import beginnings, only_typed


def test_letters_are_found_where_words_begin_and_nowhere_else() -> None:
    assert beginnings("ru", "Ruth Adeyemi") == ((0, 2),)
    assert beginnings("th", "Ruth Adeyemi") is None


def test_every_typed_word_must_begin_some_word_in_any_order() -> None:
    assert beginnings("ade ru", "Ruth Adeyemi") == ((0, 2), (5, 8))
    assert beginnings("ru x", "Ruth Adeyemi") is None


def test_nothing_typed_is_found_everywhere_without_marks() -> None:
    assert beginnings("  ", "Ruth Adeyemi") == ()


@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("zoe", "Zoë Ångström", ((0, 3),)),
        ("ang", "Zoë Ångström", ((4, 7),)),
        ("stras", "Große Straße", ((6, 11),)),
        ("e", "É́lodie", ((0, 1),)),
        ("ﬁ", "ﬁnance", ((0, 1),)),
    ],
)
def test_case_and_accents_do_not_count_and_marks_fit_the_text_as_written(
    typed: str, text: str, marks: tuple[tuple[int, int], ...]
) -> None:
    assert beginnings(typed, text) == marks


def test_marks_that_touch_are_one() -> None:
    assert beginnings("run runb", "runbook") == ((0, 4),)


def test_a_word_after_a_sign_begins_too() -> None:
    assert beginnings("call", "On-call hand-over") == ((3, 7),)


def test_the_mark_of_a_whole_word_is_cut_to_what_was_typed() -> None:
    text = "Sat on the runbook until he could run it"
    assert only_typed("ru", text, ((11, 18), (34, 37))) == ((11, 13), (34, 36))


def test_a_found_word_that_begins_otherwise_stays_marked_whole() -> None:
    assert only_typed("ru", "Led the rollback", ((8, 16),)) == ((8, 16),)


def test_the_longest_typed_word_is_marked() -> None:
    assert only_typed("r runb", "runbook", ((0, 7),)) == ((0, 4),)
