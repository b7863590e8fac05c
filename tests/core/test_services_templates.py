"""Templates: as they came, changed, restored, one's own (S12, S22)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from managernotes.domain.conversation import Conversation, ConversationType, NewConversation
from managernotes.domain.identity import PersonId
from managernotes.domain.person import Cadence, NewPerson
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.domain.template import VARIABLES, LineSort, Template, TemplateGroup
from managernotes.errors import InvalidInputError, PaperNotFoundError
from managernotes.text.line_changes import brought_back
from managernotes.text.template_fill import variables_in
from tests.core.office import Office

WEEKLY = "weekly-one-to-one"
OWN_LINE = "- What did I say last week that you still wait for?"


@pytest.fixture
def dana(office: Office) -> PersonId:
    person = NewPerson(
        display_name="Dana Whitfield",
        cadence=Cadence.WEEKLY,
        recognition_pref="Quietly and soon.",
        started_on=date(2025, 9, 1),
    )
    return office.people.add(person).id


def with_line(template: Template, after: str, line: str = OWN_LINE) -> Template:
    body = template.words.body.replace(after, f"{after}\n{line}")
    return replace(template, words=replace(template.words, body=body))


def change(office: Office, name: str = WEEKLY) -> Template:
    changed = with_line(office.templates.get(name), "- What is on your mind?")
    return office.templates.save(name, changed.words)


def test_s12_each_of_the_sixteen_sorts_of_talk_has_a_template_with_its_purpose(
    office: Office,
) -> None:
    for sort in ConversationType:
        found = office.templates.for_type(sort)
        assert found, sort
        assert all(one.words.why and one.words.body and one.words.title for one in found)


def test_s12_every_template_can_be_edited_and_restored(office: Office) -> None:
    for template in office.templates.list():
        words = replace(template.words, body=f"{template.words.body}\nOne more question?")

        edited = office.templates.save(template.name, words)
        restored = office.templates.restore_original(template.name)

        assert edited.is_changed, template.name
        assert edited.words == words
        assert restored.words == template.words
        assert not restored.is_changed


def test_templates_stand_in_the_order_of_their_groups(office: Office) -> None:
    groups = [template.group for template in office.templates.list()]

    assert groups == sorted(groups, key=list(TemplateGroup).index)
    assert office.templates.list()[0].name == WEEKLY


def test_every_variable_of_the_given_templates_is_known(office: Office) -> None:
    used = {
        name for template in office.templates.list() for name in variables_in(template.words.body)
    }

    assert used <= set(VARIABLES)


def test_hard_talks_begin_with_the_four_kinds(office: Office) -> None:
    found = [template.name for template in office.templates.for_type(ConversationType.TOUGH)]

    assert found == ["missed-target", "communication", "conflict-between-two", "conduct"]


def test_a_change_is_a_new_version_and_the_original_stays(office: Office) -> None:
    original = office.templates.get(WEEKLY)

    changed = change(office)

    assert (original.version, changed.version) == (1, 2)
    assert changed.original == original.words
    assert [kept.version for kept in office.templates.versions(WEEKLY)] == [2, 1]
    assert office.templates.versions(WEEKLY)[1].words == original.words


def test_typing_on_amends_the_version_that_was_begun(office: Office) -> None:
    changed = change(office)
    office.clock.advance(seconds=30)

    again = office.templates.save(WEEKLY, replace(changed.words, why="Ours, too."))

    assert again.version == 2
    assert office.templates.get(WEEKLY).words.why == "Ours, too."


def test_after_five_minutes_a_change_is_the_next_version(office: Office) -> None:
    changed = change(office)
    office.clock.advance(minutes=6)

    again = office.templates.save(WEEKLY, replace(changed.words, why="Ours, too."))

    assert again.version == 3
    assert [kept.version for kept in office.templates.versions(WEEKLY)] == [3, 2, 1]
    assert office.templates.versions(WEEKLY)[1].words == changed.words


def test_saving_the_same_words_makes_no_version(office: Office) -> None:
    template = office.templates.get(WEEKLY)

    assert office.templates.save(WEEKLY, template.words) == template
    assert office.templates.restore_original(WEEKLY) == template


def test_restoring_keeps_ones_own_as_a_version(office: Office) -> None:
    changed = change(office)

    restored = office.templates.restore_original(WEEKLY)

    assert restored.version == 3
    assert office.templates.versions(WEEKLY)[1].words == changed.words
    assert office.templates.bring_back(WEEKLY, 2).words == changed.words


def test_a_version_that_is_not_kept_cannot_be_brought_back(office: Office) -> None:
    change(office)

    with pytest.raises(InvalidInputError, match="not kept"):
        office.templates.bring_back(WEEKLY, 9)


def test_a_template_without_a_title_is_refused_and_nothing_changes(office: Office) -> None:
    template = office.templates.get(WEEKLY)

    with pytest.raises(InvalidInputError, match="title"):
        office.templates.save(WEEKLY, replace(template.words, title="  "))

    assert office.templates.get(WEEKLY) == template


def test_an_unknown_template_is_not_found(office: Office) -> None:
    with pytest.raises(PaperNotFoundError):
        office.templates.get("no-such-template")


def test_ones_own_lines_and_those_taken_out_are_told_apart(office: Office) -> None:
    words = with_line(office.templates.get(WEEKLY), "- What is on your mind?").words
    gone = "- One goal in focus: what moved, what is in the way?"
    office.templates.save(WEEKLY, replace(words, body=words.body.replace(f"{gone}\n", "")))

    changes = office.templates.against_original(WEEKLY)

    assert [(found.sort, found.text) for found in changes] == [
        (LineSort.OWN, OWN_LINE),
        (LineSort.TAKEN_OUT, gone),
    ]


def test_a_line_that_was_taken_out_can_be_brought_back(office: Office) -> None:
    template = office.templates.get(WEEKLY)
    for line in [line for line in template.words.body.splitlines() if line.startswith("-")]:
        body = template.words.body.replace(f"{line}\n", "")
        office.templates.save(WEEKLY, replace(template.words, body=body))
        [change] = office.templates.against_original(WEEKLY)

        words = replace(template.words, body=brought_back(body, change))
        office.templates.save(WEEKLY, words)

        assert office.templates.against_original(WEEKLY) == ()


def test_one_of_ones_own_is_added_changed_and_removed(office: Office) -> None:
    own = office.templates.add_own("Walk and talk", ConversationType.ONE_ON_ONE)
    office.templates.save(own.name, replace(own.words, body="# Walk, {{person}}"))

    assert office.templates.list()[-1].words.body == "# Walk, {{person}}"
    assert office.templates.list()[-1].group is TemplateGroup.OWN
    office.templates.remove_own(own.name)
    assert own.name not in {template.name for template in office.templates.list()}
    assert office.templates.get(own.name).words.title == "Walk and talk"
    office.templates.take_back_own(own.name)
    assert office.templates.list()[-1].name == own.name


def test_one_that_came_with_the_app_cannot_be_removed(office: Office) -> None:
    change(office)

    with pytest.raises(InvalidInputError, match="your own"):
        office.templates.remove_own(WEEKLY)


def test_ones_own_has_no_original(office: Office) -> None:
    own = office.templates.add_own("Walk and talk")

    with pytest.raises(InvalidInputError, match="no original"):
        office.templates.restore_original(own.name)
    assert office.templates.against_original(own.name) == ()


def test_what_is_known_is_filled_in_and_the_rest_is_a_gap(office: Office, dana: PersonId) -> None:
    text = office.templates.filled(WEEKLY, dana)

    assert text.startswith("# Weekly one-to-one, Dana Whitfield, Thu 12 March 2026\n")
    assert "What went well since …?" in text
    assert "mine: none yours: none" in text
    assert "{{" not in text


def test_an_unknown_variable_stays_as_it_was_typed(office: Office, dana: PersonId) -> None:
    own = office.templates.add_own("Walk")
    office.templates.save(own.name, replace(own.words, body="{{weather}} with {{ person }}"))

    assert office.templates.filled(own.name, dana) == "{{weather}} with Dana Whitfield"


def test_a_value_with_braces_is_not_filled_again(office: Office) -> None:
    person = office.people.add(NewPerson(display_name="{{cadence}}")).id

    assert "{{cadence}}" in office.templates.filled(WEEKLY, person)


def test_how_they_like_thanks_stands_in_the_thanks(office: Office, dana: PersonId) -> None:
    assert "How they like it: Quietly and soon." in office.templates.filled("thanks", dana)
    assert "start Mon 1 September 2025" in office.templates.filled("30-60-90", dana)


def talk_from(office: Office, dana: PersonId, name: str = WEEKLY) -> Conversation:
    new = NewConversation(type=ConversationType.ONE_ON_ONE, people=(dana,))
    return office.talks.plan(new, name)


def test_inv17_a_talk_keeps_the_version_it_was_made_from(office: Office, dana: PersonId) -> None:
    changed = change(office)
    talk = talk_from(office, dana)

    office.templates.save(WEEKLY, replace(changed.words, body="# Short"))

    kept = office.talks.get(talk.id)
    assert (kept.template, kept.template_version) == (WEEKLY, 2)
    assert OWN_LINE in kept.words.notes
    [made_from] = [one for one in office.templates.versions(WEEKLY) if one.version == 2]
    assert made_from.words == changed.words
    assert office.templates.used(WEEKLY) == 1


def test_a_talk_in_the_bin_does_not_count_as_using_a_template(
    office: Office, dana: PersonId
) -> None:
    talk = talk_from(office, dana)

    office.talks.bin(talk.id)

    assert office.templates.used(WEEKLY) == 0


def test_what_is_open_is_filled_in_with_its_count_and_age(office: Office, dana: PersonId) -> None:
    for text in ("Tell her the day", "The quiet room"):
        words = PromiseWords(text=text)
        office.promises.add(NewPromise(owner=PromiseOwner.ME, people=(dana,), words=words))

    values = {value.name: value for value in office.templates.values(dana)}

    assert values["i_owe"].value == "Tell her the day; The quiet room"
    assert values["i_owe"].count == 2
    assert (values["they_owe"].value, values["they_owe"].count) == ("none", 0)


def test_the_days_of_the_talks_before_and_after_are_filled_in(
    office: Office, dana: PersonId
) -> None:
    today = office.ledger.today()
    for ahead in (-7, 0, 7):
        new = NewConversation(
            type=ConversationType.ONE_ON_ONE,
            people=(dana,),
            planned_on=today + timedelta(days=ahead),
            planned_at=time(9, 30),
        )
        talk = office.talks.plan(new)
        if ahead < 0:
            office.talks.asked_nothing(talk.id, nothing=True)
            office.talks.hold(talk.id, held_on=today + timedelta(days=ahead))

    known = office.templates.variables(dana)

    assert known["date"] == "Thu 12 March 2026"
    assert known["last_date"] == "Thu 5 Mar"
    assert known["next"] == "Thu 19 Mar, 09:30"
