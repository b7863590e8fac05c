"""Words that stand for one of a few values: a refusal names them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

Few = TypeVar("Few", bound=StrEnum)


def one_of(values: type[Few]) -> Callable[[str], Few]:
    """Return what reads one of these words from the command line."""

    def read(text: str) -> Few:
        try:
            return values(text)
        except ValueError:
            known = ", ".join(values)
            raise argparse.ArgumentTypeError(f"“{text}” is none of {known}") from None

    return read
