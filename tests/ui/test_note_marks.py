"""Markdown's signs and what they enclose, as the editor draws them."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from managernotes_ui.notes.inline_marks import Look
from managernotes_ui.notes.markdown_marks import LONGEST_INLINE, Fence, line_spans

MARK, BOLD, ITALIC, CODE, LINK = Look.MARK, Look.BOLD, Look.ITALIC, Look.CODE, Look.LINK


def drawn(line: str, fence: Fence = Fence.NONE) -> list[tuple[str, Look]]:
    spans, _ = line_spans(line, fence)
    return [(line[span.start : span.end], span.look) for span in spans]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain words", []),
        ("at **21:10** sharp", [("**", MARK), ("21:10", BOLD), ("**", MARK)]),
        ("the *old* runbook", [("*", MARK), ("old", ITALIC), ("*", MARK)]),
        ("the _old_ runbook", [("_", MARK), ("old", ITALIC), ("_", MARK)]),
        ("snake_case_name and 2 * 3 * 4", []),
        ("`handover done`.", [("`", MARK), ("handover done", CODE), ("`", MARK)]),
        ("``a ` b``", [("``", MARK), ("a ` b", CODE), ("``", MARK)]),
        ("an `open tick", []),
        ("`**not bold**`", [("`", MARK), ("**not bold**", CODE), ("`", MARK)]),
        (r"\*not\* \`code\`", []),
        (
            "[SUP-311](https://x.test/1)",
            [("[", MARK), ("SUP-311", LINK), ("](https://x.test/1)", MARK)],
        ),
        ("said so [^4].", [("[^4]", LINK)]),
        ("see https://x.test/a_b_c now", [("https://x.test/a_b_c", LINK)]),
        ("- item", [("-", MARK)]),
        ("  12. item", [("  12.", MARK)]),
        ("- [ ] to *do*", [("- [ ]", MARK), ("*", MARK), ("do", ITALIC), ("*", MARK)]),
        ("> said", [("> ", MARK)]),
        (
            "## Head *line*",
            [
                ("##", MARK),
                (" Head ", BOLD),
                ("*", MARK | BOLD),
                ("line", BOLD | ITALIC),
                ("*", MARK | BOLD),
            ],
        ),
        ("#no heading", []),
        ("-5 degrees", []),
        ("---", [("---", MARK)]),
        (
            "***both***",
            [
                ("*", MARK),
                ("**", MARK | ITALIC),
                ("both", BOLD | ITALIC),
                ("**", MARK | ITALIC),
                ("*", MARK),
            ],
        ),
        (
            "**bold *and* more**",
            [
                ("**", MARK),
                ("bold ", BOLD),
                ("*", MARK | BOLD),
                ("and", BOLD | ITALIC),
                ("*", MARK | BOLD),
                (" more", BOLD),
                ("**", MARK),
            ],
        ),
        ("", []),
    ],
)
def test_marks_what_markdown_would_read(line: str, expected: list[tuple[str, Look]]) -> None:
    assert drawn(line) == expected


def test_a_fence_holds_until_its_own_sign_closes_it() -> None:
    lines = ["```", "**code**", "~~~", "```", "**bold**"]
    fence, seen = Fence.NONE, []
    for line in lines:
        spans, fence = line_spans(line, fence)
        seen.append([span.look for span in spans])
    assert seen == [[MARK], [CODE], [CODE], [MARK], [MARK, BOLD, MARK]]
    assert fence is Fence.NONE


def test_spans_never_overlap_and_stay_in_the_line() -> None:
    line = "**a *b** c* `d **e` f [g **h](i) j** _k *l_ m*"
    spans, _ = line_spans(line, Fence.NONE)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(line) for span in spans)


@pytest.mark.parametrize("sign", ["`", "*", "_", "[", "](", "**a ", "`a", "\\", "- ", "[^", "> "])
def test_no_line_takes_longer_than_a_frame(sign: str) -> None:
    line = (sign * LONGEST_INLINE)[:LONGEST_INLINE]
    begin = time.process_time()
    line_spans(line, Fence.NONE)
    assert time.process_time() - begin < 0.05


def test_a_line_of_any_length_is_taken() -> None:
    assert drawn("- " + "**a** " * 40_000) == [("-", MARK)]
