"""Language checks: the rules as data, and the engine that reads texts by them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.practice.sentences import sentences
from managernotes.practice.wording import Finding, findings
from managernotes.practice.wording_rules import Level, Rule, Scope, rules

TEAM = ("Raj Patel", "Raj", "Kim", "Ana")
LETTERS = {
    "A": 9, "B": 9, "C": 5, "D": 5, "E": 5, "F": 5, "G": 11, "H": 7, "I": 3, "K": 6, "L": 6, "N": 3,
}  # fmt: skip


def ids(
    text: str, scope: Scope = Scope.NOTE, *, is_reading: bool = False, is_loose: bool = False
) -> list[str]:
    found = findings(text, scope, TEAM, is_reading=is_reading, is_loose=is_loose)
    return [one.rule for one in found]


def test_all_seventy_four_rules_are_there_by_category() -> None:
    assert len(rules()) == 74
    assert {letter: sum(r.letter == letter for r in rules()) for letter in LETTERS} == LETTERS
    assert len({rule.id for rule in rules()}) == 74


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_each_rule_asks_about_its_bad_example_and_no_other(rule: Rule) -> None:
    for scope in rule.scopes:
        assert rule.id in ids(rule.bad, scope)
        assert rule.id not in ids(rule.better, scope)
        assert rule.id not in ids(rule.silent, scope)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_no_rule_fires_outside_its_scope(rule: Rule) -> None:
    for scope in set(Scope) - rule.scopes:
        assert rule.id not in ids(rule.bad, scope)


def test_a_finding_names_the_place_of_the_words_and_asks_a_question() -> None:
    text = "Dana  was\nrude to the client."
    [found] = findings(text, Scope.NOTE)
    assert found == Finding(
        rule="B05",
        category="B label",
        level=Level.NUDGE,
        start=10,
        end=14,
        message="Replace the label with the act: who, what, when.",
    )
    assert text[found.start : found.end] == "rude"


def test_a_place_is_right_after_folded_quotes_and_collapsed_space() -> None:
    text = "“Fine,” she said.\n\n- Sam   doesn’t  \t answer, he\n doesn’t   care about it."
    [found] = findings(text, Scope.NOTE)
    assert (found.rule, text[found.start : found.end]) == ("D02", "he\n doesn’t   care")


def test_one_flag_per_sentence_and_category_the_highest_level_wins() -> None:
    assert ids("Often sloppy, lazy and rude, often.") == ["A01", "B05"]
    assert ids("Amazing but rude.") == ["B05"]
    assert ids("Was rude. Was lazy.") == ["B05", "B02"]
    assert ids("The lads say she is pregnant.", Scope.NOTE) == ["G01"]


def test_s44_one_label_and_one_hedge_beside_a_dated_fact_are_two_flags() -> None:
    text = "On 4 May you interrupted the client three times. That was rude. Maybe talk about it."
    assert ids(text, Scope.PREP) == ["B05", "L01"]


@pytest.mark.parametrize("scope", list(Scope))
def test_s31_k02_asks_about_human_error_and_says_what_to_look_for(scope: Scope) -> None:
    text = "On 28 October the restore took 97 minutes. The cause was human error."
    [found] = findings(text, scope, TEAM)
    assert (found.rule, text[found.start : found.end]) == ("K02", "human error")
    assert found.message.startswith("Ask what made this likely")
    assert ids("On 28 October the runbook gave no time for step four.", scope) == []


def test_an_exception_silences_its_own_sentence_only() -> None:
    assert ids("We meet regularly on Tuesdays.") == []
    assert ids("We meet on Tuesdays. Sam is regularly late.") == ["A01"]


@pytest.mark.parametrize("quote", ['"{}"', "“{}”", "„{}“", "«{}»"])
def test_somebodys_own_words_may_judge_but_stay_private(quote: str) -> None:
    assert ids(f"Jo said {quote.format('he is always rude and bossy')}.") == []
    assert ids(f"Jo said {quote.format('I am on medication')}.") == ["F02"]
    assert ids(f"Jo said {quote.format('fine')}, he was rude.") == ["B05"]


def test_a_quotation_over_several_sentences_is_one() -> None:
    assert ids('Jo: "He was rude. He was lazy. I am done." And rude.') == ["B05"]
    assert ids('Jo: "He was rude.\n\nThat was lazy.') == ["B05", "B02"]


def test_a_reading_may_judge_and_guess_but_stays_private() -> None:
    text = "Obviously lazy. Perhaps because of her anxiety. Passport number in the mail."
    assert ids(text, is_reading=True) == ["F01", "N02"]


def test_a_loose_jot_is_asked_only_what_wants_a_pause() -> None:
    assert ids("Often rude, on sick leave again.", is_loose=True) == ["F03"]


def test_what_a_template_brought_is_not_the_managers_own() -> None:
    template = "## Health\nNothing about health or harassment here.\n"
    text = f"{template}He was rude.\n"
    found = findings(text, Scope.NOTE, template=template)
    assert [one.rule for one in found] == ["B05"]
    assert text[found[0].start : found[0].end] == "rude"
    assert [one.rule for one in findings(text, Scope.NOTE)] == ["K03", "B05"]


def test_names_are_those_of_the_team() -> None:
    slower = "Slower than Raj Patel."
    assert [one.rule for one in findings(slower, Scope.NOTE, TEAM)] == ["I01"]
    assert findings(slower, Scope.NOTE, ["Omar"]) == ()
    assert findings(slower, Scope.NOTE) == ()
    assert findings("Slower than C++ (2020).", Scope.NOTE, ["C++ (2020)", "", " "]) != ()


def test_a_charge_is_found_wherever_its_sentence_begins() -> None:
    assert ids("The mail came late.  Why didn't you tell me?", Scope.PREP) == ["L03"]
    assert ids("- Why didn't you tell me?", Scope.PREP) == ["L03"]
    assert ids("Notes\n2. Why didn't you tell me?", Scope.PREP) == ["L03"]


def test_a_list_item_or_a_blank_line_ends_a_sentence() -> None:
    assert [one.text for one in sentences("one\n- two\n- three\n\nfour\nfive. six")] == [
        "one",
        "two",
        "three",
        "four five.",
        "six",
    ]


@given(st.text(alphabet='ab .!?"“\n\t-’', max_size=200), st.sampled_from(Scope))
def test_every_place_is_a_place_in_the_text(text: str, scope: Scope) -> None:
    whole = f"{text} he was rude {text} always late {text}"
    for found in findings(whole, scope):
        assert whole[found.start : found.end].casefold() in {"rude", "always"}


@given(st.text(max_size=300))
def test_sentences_hold_every_letter_in_order(text: str) -> None:
    plain = text.replace("-", "").replace("*", "").replace("+", "").replace("•", "")
    plain = plain.replace("#", "").replace(">", "").replace(")", "").replace(".", "")
    kept = "".join("".join(one.text.split()) for one in sentences(plain))
    assert len(kept) == len("".join(plain.split()))


HOSTILE = (
    "a", "a ", "great ", "'", '"', "why ", ". ", "\n", "x's ", "he ", "1", "- \n", '" ', "$1 ",
    "bonus ", "the best a ", "compared with ", "rude. ", "“", "\r\n\n", "synerg", "\x00",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_of_200_000_characters_is_read_in_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    begun = time.process_time()
    findings(text, Scope.PREP, TEAM)
    assert time.process_time() - begun < 8, "a rule does not grow with the text alone"


def test_twice_the_text_takes_about_twice_the_time() -> None:
    piece = "He was often rude, and he doesn't care. Great work but late; the bonus is 20. "

    def seconds(times: int) -> float:
        begun = time.process_time()
        findings(piece * times, Scope.PREP, TEAM)
        return time.process_time() - begun

    seconds(10)
    assert seconds(800) < 20 * max(seconds(100), 0.005)
