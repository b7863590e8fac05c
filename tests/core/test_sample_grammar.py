"""Tests of the sample's sentences: slots, capitals, another of the same sort."""

from __future__ import annotations

import pytest

from managernotes.services.sample_grammar import Sentences, Words, read_template, seeded


class NoSetting:
    """A setting in which only the name is worked out."""

    def bind(self, slot: str, sentences: Sentences) -> bool:
        if slot == "name":
            sentences.bound["name"] = "Ada"
        return slot == "name"

    def earlier(self, days: int) -> NoSetting:
        return self


def sentences(words: dict[str, list[str]], seed: int = 1) -> Sentences:
    table: Words = {name: tuple(map(read_template, values)) for name, values in words.items()}
    return Sentences((table,), NoSetting(), seeded(seed))


def filled(source: str, **words: list[str]) -> str:
    return sentences(words).fill(read_template(source))


def test_leaves_a_fragment_without_slots_as_it_is() -> None:
    assert filled("Nobody shouted.") == "Nobody shouted."


def test_fills_a_slot_and_keeps_what_stands_around_it() -> None:
    assert filled("Found {work} at last.", work=["the audit log"]) == "Found the audit log at last."


def test_begins_a_sentence_with_a_capital() -> None:
    assert filled("{Work} is done.", work=["the audit log"]) == "The audit log is done."


def test_leaves_the_article_out_where_asked() -> None:
    assert (
        filled("New {tool_word}, old habits.", tool=["the scanner"]) == "New scanner, old habits."
    )


def test_gives_a_slot_the_same_value_throughout_a_note() -> None:
    speech = sentences({"work": [f"task {n}" for n in range(100)]})
    template = read_template("{work}")
    assert {speech.fill(template) for _ in range(20)} == {speech.value("work")}


def test_gives_another_of_the_same_sort_to_a_numbered_slot() -> None:
    for seed in range(30):
        speech = sentences({"work": ["one", "two", "three"]}, seed)
        values = [speech.value(slot) for slot in ("work", "work2", "work3")]
        assert sorted(values) == ["one", "three", "two"]


def test_fills_slots_within_values() -> None:
    assert filled("See {ref}.", ref=["OPS-{num}"], num=["311"]) == "See OPS-311."


def test_asks_the_setting_before_the_words() -> None:
    assert filled("{name} came.", name=["nobody"]) == "Ada came."


def test_tells_another_moment_with_words_of_its_own_and_those_of_the_trade() -> None:
    trade: Words = {"work": tuple(read_template(f"task {n}") for n in range(1_000))}
    leak: Words = {"fault": (read_template("a leak"),)}
    crack: Words = {"fault": (read_template("a crack"),)}
    first = Sentences((leak, trade), NoSetting(), seeded(1))
    line = read_template("{fault} in {work}")
    told, again = first.fill(line), first.earlier(7, crack).fill(line)
    assert told.startswith("a leak in task ")
    assert again.startswith("a crack in task ")
    assert told.split()[-1] != again.split()[-1]


def test_names_the_slot_of_which_nothing_is_known() -> None:
    with pytest.raises(KeyError, match="colour"):
        filled("The {colour} one.")
