"""What the tests of the proofs share: words that mark, and a proof run to its end."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßабвгдежзийклмнопрстуфхц"
MARKERS = 50


def markers(seed: int = 5) -> list[str]:
    """Return fifty different words of 8 to 14 letters, some beyond ASCII."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    plain, wide, cyrillic = LETTERS[:26], LETTERS[:30], LETTERS[30:]
    alphabets = [plain] * 30 + [wide] * 10 + [cyrillic] * 10
    return [
        "".join(chance.choices(letters, k=chance.randint(8, 14))).capitalize()
        for letters in alphabets
    ]


def outcome(proving: Generator[None, None, T]) -> T:
    """Run a proof to its end and return what it found."""
    while True:
        try:
            next(proving)
        except StopIteration as done:
            return done.value  # type: ignore[no-any-return]


def stopped_early(proving: Generator[None, None, object], steps: int) -> None:
    """Run a proof for some steps, then drop it, as a lock does."""
    with contextlib.closing(proving):
        for _ in range(steps):
            next(proving, None)
