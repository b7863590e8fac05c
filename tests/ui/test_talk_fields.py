"""How words that two windows wrote about one talk come together: none is ever lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.conversation import ConversationWords
from managernotes_ui.conversations.talk_fields import TalkFields, fields_of, merged

TEXT = st.text(alphabet="ab \n+!", max_size=12)


def notes(base: str, typed: str, stored: str) -> str:
    words = merged(TalkFields(notes=base), TalkFields(notes=typed), ConversationWords(notes=stored))
    return words.notes


@given(TEXT, TEXT)
def test_what_was_typed_here_alone_is_stored(base: str, typed: str) -> None:
    assert notes(base, typed, base) == typed


@given(TEXT, TEXT)
def test_what_was_written_elsewhere_alone_stays(base: str, stored: str) -> None:
    assert notes(base, base, stored) == stored


@given(TEXT, TEXT, TEXT)
def test_lines_added_elsewhere_stay_at_the_end_of_what_was_typed_here(
    base: str, typed: str, added: str
) -> None:
    found = notes(base, typed, f"{base}\n{added}")
    assert found.startswith(typed)
    assert found.endswith(added)


def test_where_both_rewrote_the_same_text_this_windows_stands() -> None:
    assert notes("one", "mine", "theirs") == "mine"


def test_the_other_words_of_a_talk_are_left_as_they_are() -> None:
    stored = ConversationWords(title="Estimates", their_words="I leave the risks out")
    words = merged(TalkFields(), TalkFields(notes="a", asked="b", wish="c"), stored)
    assert (words.title, words.their_words) == (stored.title, stored.their_words)
    assert fields_of(words) == TalkFields(notes="a", asked="b", wish="c")
