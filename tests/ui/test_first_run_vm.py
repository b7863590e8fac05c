"""The first run without a widget: what is made, when, and what is never made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from managernotes.domain.identity import PersonId
from managernotes.services.keys import KeyringOutcome, KeyringReport, Protection, SlotKind
from managernotes.services.ways_in import RecoveryWay
from managernotes_ui.common.passphrase_words import differ, guidance
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.recovery.typed_back import two_by_chance
from managernotes_ui.unlock.code_reminder import PREFERENCE, REMIND, TYPED_BACK
from managernotes_ui.unlock.first_run_vm import FirstRunViewModel, Step
from managernotes_ui.unlock.people_step_vm import PeopleStepViewModel
from managernotes_ui.unlock.protection_choice import is_chosen, keyring_words
from tests.core.vault_fakes import MemoryKeyring
from tests.ui.capture_bench import heard
from tests.ui.unlock_bench import PASSPHRASE, GateBench, gate_bench

BOTH = Protection.KEYRING_OR_PASSPHRASE


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[GateBench]:
    with gate_bench(qtbot, qapp) as bench:
        yield bench


class FirstRun:
    """A first run at an empty place; what it finishes with is closed in the end."""

    def __init__(self, bench: GateBench, folder: Path, keyring: MemoryKeyring) -> None:
        self.bench = bench
        self.path = folder / "new" / "vault.db"
        self.keeper = bench.keeper(self.path, keyring)
        self.vm = FirstRunViewModel(self.keeper, choose_groups=lambda _n: (2, 6))
        self.outcomes: list[tuple[Session, PersonId | None]] = []
        self.vm.finished.connect(lambda session, who: self.outcomes.append((session, who)))

    def make(self, protection: Protection = BOTH) -> None:
        """Go through the first two steps until the code is shown."""
        self.vm.choose_protection()
        self.vm.make(protection, PASSPHRASE, PASSPHRASE)
        self.bench.wait(lambda: self.vm.step is Step.CODE)

    def finished(self) -> tuple[Session, PersonId | None]:
        """Wait for the end."""
        self.bench.wait(lambda: self.outcomes)
        return self.outcomes[0]

    def close(self) -> None:
        self.vm.leave()
        for session, _who in self.outcomes:
            session.close()
        self.keeper.close()


@pytest.fixture
def first_run(bench: GateBench, tmp_path: Path) -> Iterator[FirstRun]:
    run = FirstRun(bench, tmp_path, MemoryKeyring())
    yield run
    run.close()


def test_makes_nothing_before_the_second_step_is_left(first_run: FirstRun) -> None:
    steps = heard(first_run.vm.step_changed)
    first_run.vm.choose_protection()
    first_run.vm.back()
    first_run.vm.choose_protection()
    assert steps == [Step.PROTECTION, Step.PLACE, Step.PROTECTION]
    assert not first_run.path.parent.exists()


@pytest.mark.parametrize(
    ("protection", "ways"),
    [
        (Protection.KEYRING, {SlotKind.KEYRING, SlotKind.RECOVERY}),
        (Protection.PASSPHRASE, {SlotKind.PASSPHRASE, SlotKind.RECOVERY}),
        (BOTH, {SlotKind.KEYRING, SlotKind.PASSPHRASE, SlotKind.RECOVERY}),
    ],
)
def test_makes_the_vault_that_was_chosen(
    first_run: FirstRun, protection: Protection, ways: set[SlotKind]
) -> None:
    busy: list[bool] = []
    first_run.vm.making_changed.connect(busy.append)
    first_run.make(protection)
    assert set(first_run.keeper.ways_in()) == ways
    assert busy == [True, False]


def test_makes_nothing_while_the_passphrases_differ_or_are_short(first_run: FirstRun) -> None:
    first_run.vm.choose_protection()
    first_run.vm.make(BOTH, PASSPHRASE, "another one here")
    first_run.vm.make(BOTH, "short", "short")
    assert not first_run.vm.is_making


def test_a_keyring_that_is_locked_meanwhile_is_told_and_no_way_round_is_taken(
    bench: GateBench, tmp_path: Path
) -> None:
    run = FirstRun(bench, tmp_path, MemoryKeyring(KeyringOutcome.LOCKED))
    notices = heard(run.vm.refused)
    run.vm.choose_protection()
    run.vm.make(BOTH, PASSPHRASE, PASSPHRASE)
    bench.wait(lambda: notices)
    assert run.vm.step is Step.PROTECTION
    assert not run.vm.is_making
    assert not run.path.exists()
    run.close()


def test_the_vault_reminds_until_the_code_was_typed_back(first_run: FirstRun) -> None:
    first_run.make()
    code = first_run.vm.code
    assert code is not None
    session = code._session

    def kept() -> str:
        return first_run.bench.ask(session, lambda w: w.preferences.read(PREFERENCE))

    assert kept() == REMIND
    for group in code.asked:
        code.type_group(group, code.groups[group])
    code.go_on()
    assert first_run.vm.step is Step.PEOPLE
    assert kept() == TYPED_BACK


def test_later_leaves_the_reminder(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    first_run.vm.code.later()
    assert first_run.vm.people is not None
    first_run.vm.people.later()
    session, who = first_run.finished()
    assert who is None
    assert first_run.bench.ask(session, lambda w: w.preferences.read(PREFERENCE)) == REMIND


def test_the_code_is_forgotten_once_its_page_is_left(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    first_run.vm.code.later()
    assert first_run.vm.code is None


def test_the_shown_code_opens_the_vault(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    code = first_run.vm.code.text
    first_run.vm.leave()
    opened = first_run.bench.sessions(first_run.keeper)
    first_run.keeper.open(RecoveryWay(code))
    first_run.bench.wait(lambda: opened)


def test_adds_the_people_and_brings_the_first_of_them(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    first_run.vm.code.later()
    people = first_run.vm.people
    assert people is not None
    people.read("Whitfield, Dana; Nurse; 12.8.2024\nArjun Mehta")
    assert people.count_words == "Read as two people"
    people.add()
    people.add()  # pressed twice
    session, who = first_run.finished()
    stored = first_run.bench.ask(session, lambda w: w.people.list_people())
    assert [person.display_name for person in stored] == ["Arjun Mehta", "Dana Whitfield"]
    assert who == stored[0].id


def test_nobody_read_is_nobody_added(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    first_run.vm.code.later()
    assert first_run.vm.people is not None
    first_run.vm.people.read("12345")
    first_run.vm.people.add()
    assert not first_run.vm.people.is_adding


def test_people_who_are_already_there_are_refused_and_nothing_is_added(
    first_run: FirstRun,
) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    session = first_run.vm.code._session
    first_run.vm.code.later()
    people = first_run.vm.people
    assert people is not None
    refused: list[str] = []
    people.refused.connect(refused.append)
    people.read("Dana Whitfield")
    first_run.bench.ask(session, lambda w: w.people.add_many(people.people))
    people.read("Arjun Mehta\nDana Whitfield")
    people.add()
    first_run.bench.wait(lambda: refused)
    assert "Dana Whitfield" in refused[0]
    assert len(first_run.bench.ask(session, lambda w: w.people.list_people())) == 1


def test_says_what_was_left_out(first_run: FirstRun) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    first_run.vm.code.later()
    people = first_run.vm.people
    assert people is not None
    people.read("Dana <dana@example.org>\ndana\n123")
    assert people.remarks == " · ".join(
        (strings.unread(1), strings.seen_again(1), strings.ADDRESSES)
    )
    people.read("")
    assert people.remarks == ""
    assert people.count_words == strings.NOBODY_YET


def test_leaving_in_the_middle_closes_the_vault(first_run: FirstRun) -> None:
    first_run.make()
    first_run.vm.leave()
    first_run.vm.leave()
    assert not first_run.outcomes


@pytest.mark.parametrize(("place", "month"), [("en_US", 3), ("en_GB", 4), ("de_DE", 4)])
def test_reads_dates_as_the_place_writes_them(first_run: FirstRun, place: str, month: int) -> None:
    first_run.make()
    assert first_run.vm.code is not None
    people = PeopleStepViewModel(first_run.vm.code._session, locale=QLocale(place))
    people.read("Dana Whitfield; 3/4/2024")
    day = people.people[0].started_on
    assert day is not None
    assert day.month == month


def test_two_groups_are_drawn_by_chance() -> None:
    drawn = {two_by_chance(8) for _ in range(300)}
    assert all(0 <= first < second < 8 for first, second in drawn)
    assert len(drawn) > 20


@pytest.mark.parametrize(
    ("outcome", "refused", "text"),
    [
        (KeyringOutcome.FOUND, (), strings.KEYRING_CARD_TEXT),
        (KeyringOutcome.LOCKED, (), strings.WHY_LOCKED),
        (KeyringOutcome.TIMEOUT, (), strings.WHY_TIMEOUT),
        (KeyringOutcome.UNAVAILABLE, (), strings.WHY_NONE),
        (KeyringOutcome.UNAVAILABLE, ("keyrings.alt.file.PlaintextKeyring",), strings.WHY_REFUSED),
    ],
)
def test_the_keyring_card_says_why_it_cannot_be_chosen(
    outcome: KeyringOutcome, refused: tuple[str, ...], text: str
) -> None:
    words = keyring_words(KeyringReport(outcome=outcome, refused=refused))
    assert words.text == text
    assert words.is_ready == (outcome is KeyringOutcome.FOUND)
    assert words.can_be == words.is_ready


def test_an_unknown_keyring_can_still_be_but_is_not_ready() -> None:
    words = keyring_words(None)
    assert words.can_be
    assert not words.is_ready


def test_guides_in_words_and_without_a_score() -> None:
    assert guidance("") == strings.FOUR_WORDS
    assert guidance("short") == strings.TOO_SHORT
    assert guidance("eight ch") == strings.SHORT_STILL
    assert guidance(PASSPHRASE) == strings.LONG_ENOUGH


def test_the_second_field_is_wrong_only_when_it_cannot_become_right() -> None:
    assert not differ(PASSPHRASE, "")
    assert not differ(PASSPHRASE, PASSPHRASE[:4])
    assert differ(PASSPHRASE, "fuor")


def test_a_keyring_alone_needs_no_passphrase() -> None:
    assert is_chosen(Protection.KEYRING, "", "")
    assert not is_chosen(Protection.PASSPHRASE, "", "")
