"""What the protection page says follows from the ways in, and never from a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from managernotes.services.keys import SlotKind
from managernotes.services.protection import ListedWay, VaultProtection
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.settings.protection_words import (
    Deed,
    does_not_protect_against,
    needs_both,
    protects_against,
    way_rows,
    when,
)

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
KEYRING = ListedWay(kind=SlotKind.KEYRING, backend="keyring.backends.kwallet.DBusKeyring")
PASSPHRASE = ListedWay(kind=SlotKind.PASSPHRASE)
BOTH = replace(KEYRING, kind=SlotKind.KEYRING_AND_PASSPHRASE)
CODE = ListedWay(kind=SlotKind.RECOVERY)


def protection(*ways: ListedWay) -> VaultProtection:
    return VaultProtection(Path("/x/vault.db"), 4096, ways)


def test_what_is_not_known_is_not_said() -> None:
    rows = way_rows(protection(KEYRING, PASSPHRASE, CODE), NOW)
    assert [row.state for row in rows] == ["", "", ""]
    assert rows[0].text == "KWallet, opens when you log in"
    assert rows[2].text == strings.CODE_TEXT


def test_what_the_vault_knows_is_told() -> None:
    used = replace(KEYRING, used=NOW - timedelta(hours=2))
    code = replace(CODE, changed=NOW, confirmed=NOW - timedelta(days=80))
    rows = way_rows(protection(used, PASSPHRASE, code), NOW)
    assert rows[0].state == "used today 08:42"
    assert rows[2].text == "On paper; confirmed 5 Sep"
    assert rows[2].state == strings.NEVER_NEEDED
    needed = replace(code, used=NOW - timedelta(days=1))
    assert way_rows(protection(needed, KEYRING), NOW)[-1].state == "used yesterday"
    tried = replace(code, tried=NOW - timedelta(days=1))
    text = way_rows(protection(KEYRING, tried), NOW)[-1].text
    assert text == "On paper; confirmed 5 Sep, tried in a drill yesterday"


@pytest.mark.parametrize("only", [KEYRING, PASSPHRASE])
def test_the_last_way_in_cannot_be_removed_and_the_other_one_is_offered(only: ListedWay) -> None:
    rows = way_rows(protection(only, CODE), NOW)
    assert [row.kind for row in rows[:2]] == [SlotKind.KEYRING, SlotKind.PASSPHRASE]
    keyring, passphrase, code = rows
    if only is KEYRING:
        assert (keyring.allowed, keyring.tip) == (False, strings.LAST_ONE)
        assert passphrase.button == strings.ADD_PASSPHRASE
    else:
        assert keyring.deed is Deed.ADD_KEYRING
        assert passphrase.text == strings.PASSPHRASE_ALONE
    assert code.deed is Deed.NEW_CODE


def test_both_together_is_one_row() -> None:
    told = protection(BOTH, CODE)
    assert needs_both(told)
    assert [row.kind for row in way_rows(told, NOW)] == [BOTH.kind, CODE.kind]
    assert not needs_both(protection(BOTH, KEYRING, CODE))
    assert len(way_rows(protection(BOTH, KEYRING, CODE), NOW)) == 3


def test_the_boxes_say_what_a_keyring_gives_away() -> None:
    with_keyring, without = protection(KEYRING, CODE), protection(PASSPHRASE, CODE)
    assert strings.MAY_ASK_KEYRING in does_not_protect_against(with_keyring)
    assert strings.MAY_ASK_KEYRING not in does_not_protect_against(without)
    assert strings.KEYRING_ASKED_IN_VAIN in protects_against(protection(BOTH, CODE))
    for told in (with_keyring, without, protection(BOTH, CODE)):
        assert strings.LAW in does_not_protect_against(told)
        assert strings.SOFTWARE in does_not_protect_against(told)


def test_a_moment_is_told_in_the_time_of_here() -> None:
    assert when(NOW - timedelta(days=400), NOW) == "20 Oct 2025"
    assert when(NOW, NOW).startswith("today")
