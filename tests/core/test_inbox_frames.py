"""Frames in the inbox: whatever lies there, the whole ones come out and nothing is dropped."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.vault.inbox_frames import MOST_BOX_BYTES, framed, pieces
from managernotes.vault.sealed_box import BOX_OVERHEAD

boxes = st.binary(min_size=BOX_OVERHEAD, max_size=200)
MARK = framed(bytes(BOX_OVERHEAD))[:8]
chunks = st.one_of(st.binary(max_size=40), st.just(MARK), st.just(MARK + b"\x00\x00\x01\x00"))


def _boxes(content: bytes) -> list[bytes]:
    return [piece.box for piece in pieces(content) if piece.box is not None]


@given(st.lists(boxes))
def test_boxes_come_out_as_they_went_in(written: list[bytes]) -> None:
    assert _boxes(b"".join(map(framed, written))) == written


@given(st.lists(st.one_of(boxes.map(framed), chunks)))
def test_the_pieces_joined_are_all_there_was(parts: list[bytes]) -> None:
    content = b"".join(parts)
    assert b"".join(piece.raw for piece in pieces(content)) == content


@given(st.lists(boxes, min_size=1, max_size=6), st.data())
def test_a_torn_end_costs_the_last_box_only(written: list[bytes], data: st.DataObject) -> None:
    content = b"".join(map(framed, written))
    last = len(framed(written[-1]))
    torn = content[: len(content) - data.draw(st.integers(1, last - 1))]
    assert _boxes(torn) == written[:-1]


@given(st.lists(boxes, min_size=1, max_size=6), st.data())
def test_what_is_written_after_a_torn_box_is_found(
    written: list[bytes], data: st.DataObject
) -> None:
    torn = framed(bytes(BOX_OVERHEAD + 9))
    torn = torn[: data.draw(st.integers(1, len(torn) - 1))]
    before, after = written[:1], written[1:]
    parts = [*map(framed, before), torn, *map(framed, after)]
    assert _boxes(b"".join(parts)) == written


@given(st.lists(boxes, min_size=1, max_size=5), st.data())
def test_one_altered_byte_costs_at_most_its_own_box(
    written: list[bytes], data: st.DataObject
) -> None:
    content = bytearray(b"".join(map(framed, written)))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    found = _boxes(bytes(content))
    assert len(found) >= len(written) - 1
    assert set(found) <= set(written)


def test_a_hostile_heap_of_marks_is_read_in_time() -> None:
    longest = MOST_BOX_BYTES.to_bytes(4)
    content = (MARK + longest) * 600_000
    began = time.monotonic()
    assert _boxes(content) == []
    assert time.monotonic() - began < 10  # unbounded it takes most of an hour


@pytest.mark.parametrize("size", [BOX_OVERHEAD - 1, MOST_BOX_BYTES + 1])
def test_what_no_reader_accepts_is_not_written(size: int) -> None:
    with pytest.raises(ValueError, match="no box"):
        framed(bytes(size))
