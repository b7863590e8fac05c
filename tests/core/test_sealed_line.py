"""A line in its box: opened by its own vault alone, and of a length that tells little."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.vault.sealed_box import BOX_OVERHEAD, new_pair, opened_box, seal
from managernotes.vault.sealed_line import LEAST_PADDING, SealedLine, from_content, to_content

MOMENT = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
LINE_ID = UUID("0197b2c4-0000-4000-8000-000000000001")


def _line(text: str) -> SealedLine:
    return SealedLine(id=LINE_ID, written_at=MOMENT, text=text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_a_line_comes_out_of_its_box_letter_for_letter(text: str) -> None:
    assert from_content(to_content(_line(text))) == _line(text)


def test_a_box_opens_with_its_own_pair_only() -> None:
    pair, other = new_pair(), new_pair()
    box = seal(b"what was seen", pair.public)
    assert opened_box(box, pair) == b"what was seen"
    assert opened_box(box, other) is None
    assert b"what was seen" not in box


@pytest.mark.parametrize("short", [0, 1, BOX_OVERHEAD - 1])
def test_what_is_shorter_than_an_empty_box_opens_nothing(short: int) -> None:
    assert opened_box(bytes(short), new_pair()) is None


def test_one_altered_bit_anywhere_keeps_the_box_shut() -> None:
    pair = new_pair()
    box = seal(b"x", pair.public)
    for place in range(8 * len(box)):
        altered = bytearray(box)
        altered[place // 8] ^= 1 << place % 8
        assert opened_box(bytes(altered), pair) is None


def test_the_length_of_a_box_tells_little_about_the_line() -> None:
    short = {len(to_content(_line("ok"))) for _ in range(200)}
    long = {len(to_content(_line("o" * 200))) for _ in range(200)}
    assert max(short) > min(long)
    assert max(short) - min(short) > LEAST_PADDING // 2


def test_the_private_key_and_the_words_stay_out_of_a_repr() -> None:
    pair = new_pair()
    assert repr(pair.private) not in repr(pair)
    assert "calmly" not in repr(_line("calmly"))


@pytest.mark.parametrize(
    "change",
    [
        {"v": 2}, {"v": "1"}, {"id": "no id"}, {"id": 7}, {"at": "yesterday"}, {"at": 7},
        {"at": "2026-11-24T10:42:00"}, {"at": "1969-01-01T00:00:00+00:00"}, {"text": None},
        {"text": ["a"]},
    ],
)  # fmt: skip
def test_anything_else_in_a_box_is_no_line(change: dict[str, object]) -> None:
    body = {"v": 1, "id": uuid4().hex, "at": MOMENT.isoformat(), "text": "a"} | change
    content = json.dumps(body).encode()
    assert from_content(len(content).to_bytes(4) + content) is None


@given(st.binary(max_size=200))
def test_no_content_whatever_crashes_the_reader(content: bytes) -> None:
    assert from_content(content) is None
