"""The recovery code survives being written down, and finds every slip of the keys."""

from __future__ import annotations

import random

import pytest

from managernotes.errors import MistypedRecoveryCodeError
from managernotes.vault.recovery_code import ALPHABET, RecoveryCode


def test_a_code_is_eight_groups_of_four_without_symbols_that_look_alike() -> None:
    code = RecoveryCode.new()
    assert [len(group) for group in code.groups] == [4] * 8
    assert set("".join(code.groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1I")


def test_a_thousand_codes_come_back_from_their_printed_form() -> None:
    codes = [RecoveryCode.new() for _ in range(1000)]
    assert [RecoveryCode.parse(code.text) for code in codes] == codes
    assert len({code.symbols for code in codes}) == 1000


@pytest.mark.parametrize(
    "worn", [str.lower, lambda text: text.replace("-", ""), lambda text: f" {text}\n"]
)
@pytest.mark.parametrize("dash", [" ", "\u2013", "\u00a0", "\r\n", " - "])
def test_case_spaces_and_dashes_do_not_matter(worn: object, dash: str) -> None:
    assert callable(worn)
    code = RecoveryCode.new()
    assert RecoveryCode.parse(worn(code.text).replace("-", dash)) == code


def test_every_single_wrong_symbol_is_found() -> None:
    symbols = RecoveryCode.new().symbols
    for place in range(len(symbols)):
        for other in set(ALPHABET) - {symbols[place]}:
            _assert_mistyped(symbols[:place] + other + symbols[place + 1 :])


def test_every_swap_of_two_different_symbols_is_found() -> None:
    symbols = RecoveryCode.new().symbols
    for left in range(len(symbols)):
        for right in range(left + 1, len(symbols)):
            if symbols[left] != symbols[right]:
                typed = list(symbols)
                typed[left], typed[right] = typed[right], typed[left]
                _assert_mistyped("".join(typed))


def test_every_two_wrong_symbols_are_found() -> None:
    chance = random.Random(5)  # noqa: S311  # chosen typing errors, no secret
    symbols = RecoveryCode.new().symbols
    for _ in range(3000):
        typed = list(symbols)
        for place in chance.sample(range(len(symbols)), 2):
            typed[place] = chance.choice([s for s in ALPHABET if s != symbols[place]])
        _assert_mistyped("".join(typed))


@pytest.mark.parametrize(
    "typed", ["", "-", "ABCD", "O" * 32, "ı" * 32, "2" * 31, "2" * 33, "ß" * 16, "A" * 32]
)
def test_what_is_no_code_is_called_mistyped(typed: str) -> None:
    _assert_mistyped(typed)


def test_a_code_does_not_show_itself_unasked() -> None:
    code = RecoveryCode.new()
    assert not any(group in f"{code!r} {code}" for group in code.groups)


def _assert_mistyped(typed: str) -> None:
    with pytest.raises(MistypedRecoveryCodeError) as refusal:
        RecoveryCode.parse(typed)
    assert not typed.strip("-") or typed not in str(refusal.value)
