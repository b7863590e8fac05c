"""What of expectations goes with a person: into the bin, back, and for good."""

from __future__ import annotations

from datetime import timedelta

from managernotes.domain.yardstick import CopyWords, YardstickKind, YardstickWords
from managernotes.storage import record_check
from managernotes.storage.table_counts import table_counts
from tests.core.office import NOON, Office
from tests.core.standards_office import expected, in_role, titles

TODAY = NOON.date()
WORD = "quokkaflimsy"
TAIL = WORD[4:].encode()


def erase(office: Office) -> int:
    office.clock.advance(days=31)
    return office.notes.empty_bin()


def test_what_is_expected_of_a_role_stays_when_the_only_one_in_it_goes(office: Office) -> None:
    dana = in_role(office, "Dana")
    hands = expected(office, "Hands over")
    value = office.yardsticks.add(YardstickKind.VALUE, YardstickWords(title="Candour"))
    for one in (hands, value):
        office.yardsticks.talked_through(one.id, dana, TODAY)
    office.people.bin(dana)
    assert titles(office.yardsticks.list()) == ["Candour", "Hands over"]
    erase(office)
    assert titles(office.yardsticks.list()) == ["Candour", "Hands over"]
    assert office.yardsticks.get(hands.id).people == ()


def test_their_own_expectation_goes_with_them_and_comes_back_with_its_copy(
    office: Office,
) -> None:
    dana = in_role(office, "Dana")
    own = office.yardsticks.add(
        YardstickKind.EXPECTATION, YardstickWords(title="Answers by nine"), [dana]
    )
    words = CopyWords(in_their_words="I write at nine")
    office.yardsticks.save_copy(own.id, dana, words)
    office.people.bin(dana)
    assert office.yardsticks.list() == ()
    assert office.yardsticks.copies(dana) == {}
    office.people.restore(dana)
    assert titles(office.yardsticks.list(dana)) == ["Answers by nine"]
    assert office.yardsticks.copy(own.id, dana) == words


def test_no_word_of_their_copies_is_left_when_they_are_erased(office: Office) -> None:
    dana, raj = in_role(office, "Dana"), in_role(office, "Raj")
    hands = expected(office, "Hands over")
    own = office.yardsticks.add(YardstickKind.EXPECTATION, YardstickWords(title=WORD), [dana])
    for one in (hands, own):
        office.yardsticks.save_copy(one.id, dana, CopyWords(local_note=WORD))
        office.clock.advance(hours=1)
        office.yardsticks.save_copy(one.id, dana, CopyWords(in_their_words=WORD))
    kept = CopyWords(in_their_words="As Raj says it")
    office.yardsticks.save_copy(hands.id, raj, kept)
    office.people.bin(dana)
    assert erase(office) == 4
    assert TAIL not in office.decrypted()
    assert office.yardsticks.copy(hands.id, raj) == kept
    counts = table_counts(office.db)
    assert (counts["expectation_copy"], counts["paper"], counts["revision"]) == (1, 2, 0)
    assert record_check.check_record(office.db)[1] == []


def test_inv20_a_hold_keeps_copies_and_what_they_are_copies_of(office: Office) -> None:
    dana = in_role(office, "Dana")
    own = office.yardsticks.add(YardstickKind.EXPECTATION, YardstickWords(title="Own"), [dana])
    office.yardsticks.save_copy(own.id, dana, CopyWords(local_note="Kept"))
    office.people.bin(dana)
    office.db.execute("UPDATE person SET hold = 1")
    assert erase(office) == 0
    office.people.restore(dana)
    assert office.yardsticks.copy(own.id, dana) == CopyWords(local_note="Kept")


def test_an_expectation_that_somebody_else_has_a_copy_of_is_not_one_person_s_alone(
    office: Office,
) -> None:
    dana, raj = in_role(office, "Dana"), in_role(office, "Raj")
    own = office.yardsticks.add(YardstickKind.EXPECTATION, YardstickWords(title="Own"), [dana])
    office.yardsticks.save_copy(own.id, raj, CopyWords(local_note="For later"))
    office.people.bin(dana)
    office.clock.advance(days=31)
    office.notes.empty_bin()
    assert office.yardsticks.copy(own.id, raj) == CopyWords(local_note="For later")
    assert office.yardsticks.get(own.id).created_at == NOON + timedelta(0)
