"""In discreet mode no page, popup, model or accessible text holds a name or a note's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.preparation import Step
from managernotes.services.workspace import Workspace
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.preparing.prepare_page import PreparePage
from managernotes_ui.shell import commands
from managernotes_ui.shell.overlay import Overlay
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.tour.meeting_story import hold_meeting, prepare_meeting
from managernotes_ui.tour.prepare_screens import hard_talk
from managernotes_ui.tour.stage import Stage
from managernotes_ui.tour.standards_story import yardstick_named
from tests.ui.discreet_bench import (
    Secrets,
    discreet,
    discreet_stage,
    everything_readable,
    stage_records,
)
from tests.ui.style_bench import dressed

PREVIEW = "PreviewBrowser"
Open = Callable[[Stage], None]


@pytest.fixture
def staged(qapp: QApplication) -> Iterator[tuple[Stage, Secrets]]:
    with dressed(qapp) as theme, discreet_stage(theme) as (stage, secrets):
        yield stage, secrets


def dana(stage: Stage) -> PersonId:
    people, _ = stage_records(stage)
    return next(one.id for one in people if one.display_name == "Dana Whitfield")


def linked_note(stage: Stage) -> NoteId:
    _, notes = stage_records(stage)
    return next(note.id for note in notes if note.linked_notes)


def people(stage: Stage) -> None:
    stage.go(Place(PageName.PEOPLE))


def today(stage: Stage) -> None:
    stage.go(Place(PageName.TODAY))


def today_menu(stage: Stage) -> None:
    today(stage)
    stage.press(Qt.Key.Key_P)


def person(stage: Stage) -> None:
    stage.go(Place(PageName.PERSON, person=dana(stage)))


def about(stage: Stage) -> None:
    person(stage)
    page = stage.view.page
    assert isinstance(page, PersonPage)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    stage.settle()


def panel(stage: Stage) -> None:
    person(stage)
    page = stage.view.page
    assert isinstance(page, PersonPage)
    page.tabs.setCurrentIndex(0)
    page.timeline.list.step(1)
    page.toggle_panel()
    stage.settle()


def search(stage: Stage) -> None:
    stage.go(Place(PageName.SEARCH, query="the "))


def note(stage: Stage) -> None:
    stage.go(Place(PageName.NOTE, person=dana(stage), note=linked_note(stage)))


def revisions(stage: Stage) -> None:
    _, notes = stage_records(stage)
    most = max(notes, key=lambda one: one.revision)
    stage.go(Place(PageName.REVISIONS, person=dana(stage), note=most.id))


def settings(stage: Stage) -> None:
    stage.go(Place(PageName.SETTINGS))


def conversations(stage: Stage) -> None:
    stage.go(Place(PageName.CONVERSATIONS))


def talk(stage: Stage) -> None:
    stage.go(Place(PageName.TALK, conversation=talk_with(stage, dana(stage))))


def held_talk(stage: Stage) -> None:
    stage.go(Place(PageName.TALK, conversation=talk_with(stage, dana(stage), is_held=True)))


def brief(stage: Stage) -> None:
    stage.go(Place(PageName.BRIEF, conversation=talk_with(stage, dana(stage))))


def persons_talks(stage: Stage) -> None:
    stage.go(Place(PageName.PERSON, person=dana(stage), query="talks"))


def promises(stage: Stage) -> None:
    stage.go(Place(PageName.CONVERSATIONS, query="promises"))


def persons_promises(stage: Stage) -> None:
    stage.go(Place(PageName.PERSON, person=dana(stage), query="promises"))


def persons_expectations(stage: Stage) -> None:
    stage.go(Place(PageName.PERSON, person=dana(stage), query="expectations"))
    page = stage.view.page
    assert page is not None
    page.take_focus()
    stage.press(Qt.Key.Key_End)


def standards(stage: Stage) -> None:
    stage.go(Place(PageName.STANDARDS))


def an_expectation(stage: Stage) -> None:
    title = "Hands over so others can act"
    hands_over = stage.ask(lambda workspace: yardstick_named(workspace, title))
    stage.go(Place(PageName.STANDARDS, yardstick=hands_over))


def measuring(stage: Stage) -> None:
    stage.go(Place(PageName.PERSON, person=dana(stage)))
    page = stage.view.page
    assert isinstance(page, PersonPage)
    page.timeline.list.step_month(0)
    page.measure_note()
    stage.settle()


def plan_a_talk(stage: Stage) -> None:
    people(stage)
    stage.vault.run(commands.PLAN_TALK)
    stage.settle()


def talk_with(stage: Stage, who: PersonId, *, is_held: bool = False) -> ConversationId:
    """Return a one-to-one with somebody: the one to come, or the last one."""

    def find(workspace: Workspace) -> ConversationId:
        rows = workspace.talks.of_person(who, 50)
        return next(
            row.id
            for row in rows
            if (row.held_on is not None) is is_held and row.type is ConversationType.ONE_ON_ONE
        )

    return stage.ask(find)


def preparing(stage: Stage, step: Step = Step.BOTH_SIDES) -> None:
    stage.go(Place(PageName.PREPARE, conversation=stage.ask(hard_talk)))
    page = stage.view.page
    assert isinstance(page, PreparePage)
    page.vm.go_to(step)
    stage.settle()


def preparing_facts(stage: Stage) -> None:
    preparing(stage, Step.FACTS)


def preparing_yardstick(stage: Stage) -> None:
    preparing(stage, Step.YARDSTICK)


def preparing_help(stage: Stage) -> None:
    preparing(stage, Step.HELP)


def which_to_prepare(stage: Stage) -> None:
    people(stage)
    stage.vault.run(commands.PREPARE)
    stage.settle()


def palette(stage: Stage) -> None:
    people(stage)
    stage.vault.palette.offer()
    stage.type(stage.vault.palette.edit, "da")
    stage.settle()


def palette_notes(stage: Stage) -> None:
    people(stage)
    stage.vault.palette.offer()
    stage.type(stage.vault.palette.edit, "ru")
    stage.settle()


def completer(stage: Stage) -> None:
    stage.vault.show_quick_window()
    stage.type(stage.vault.quick_window.field, "+win @")
    stage.settle()


def picker(stage: Stage) -> None:
    note(stage)
    page = stage.view.page
    assert page is not None
    action = next(one for one in page.actions() if one.objectName() == "note-link")
    action.trigger()
    stage.settle()


def rehearse(stage: Stage) -> None:
    stage.go(Place(PageName.REHEARSE, conversation=prepare_meeting(stage).hard))


def after_talk(stage: Stage) -> None:
    meeting = prepare_meeting(stage)
    hold_meeting(stage, meeting)
    stage.go(Place(PageName.AFTER_TALK, conversation=meeting.hard))


def discreet_view(stage: Stage) -> None:
    stage.vault.discreet_view.open(prepare_meeting(stage).hard)
    stage.settle()


PLACES: tuple[Open, ...] = (
    today,
    today_menu,
    people,
    person,
    about,
    panel,
    search,
    note,
    revisions,
    settings,
    conversations,
    talk,
    held_talk,
    brief,
    persons_talks,
    promises,
    persons_promises,
    persons_expectations,
    standards,
    an_expectation,
    measuring,
    plan_a_talk,
    preparing,
    preparing_facts,
    preparing_yardstick,
    preparing_help,
    which_to_prepare,
    palette,
    palette_notes,
    completer,
    picker,
    rehearse,
    discreet_view,
    after_talk,
)


IN_THE_SAME_TURN: tuple[Open, ...] = (
    people,
    person,
    panel,
    search,
    revisions,
    note,
    preparing_facts,
    conversations,
    talk,
    brief,
    persons_talks,
    promises,
    persons_promises,
    persons_expectations,
    standards,
)


def test_no_name_and_no_text_stands_anywhere(staged: tuple[Stage, Secrets]) -> None:
    stage, secrets = staged
    found = []
    for place in PLACES:
        place(stage)
        found += [
            (place.__name__, where, hit, words[:80])
            for where, words in everything_readable()
            if (hit := _hit(secrets, where, words))
        ]
        put_away(stage)
    people(stage)
    assert not found


def test_without_the_mode_the_same_look_finds_both(qapp: QApplication) -> None:
    """The control: what is searched for is there as soon as nothing hides it."""
    with dressed(qapp) as theme, discreet_stage(theme) as (stage, secrets):
        discreet(stage)
        person(stage)
        words = [words for _, words in everything_readable()]
        assert any(secrets.names_in(one) for one in words)
        assert any(secrets.in_words(one) for one in words if not secrets.names_in(one))
        stage.vault.palette.offer()
        put_away(stage)


@pytest.mark.parametrize("texts_open", [False, True])
def test_names_are_gone_in_the_turn_in_which_it_is_switched(
    qapp: QApplication,
    texts_open: bool,
) -> None:
    """Nothing is waited for: not the vault's thread, not an event."""
    with dressed(qapp) as theme, discreet_stage(theme) as (stage, secrets):
        discreet(stage)
        stage.settings.change(discreet_texts_open=texts_open)
        found = []
        for place in IN_THE_SAME_TURN:
            place(stage)
            stage.vault.run(commands.DISCREET)
            found += [
                (place.__name__, where, hit, words[:80])
                for where, words in everything_readable()
                if PREVIEW not in where and (hit := secrets.names_in(words))
            ]
            stage.vault.run(commands.DISCREET)
            stage.settle()
            put_away(stage)
        people(stage)
        assert not found


def _hit(secrets: Secrets, where: str, words: str) -> list[str]:
    """Return what leaked; the preview beside an editor shows its text, with initials."""
    return secrets.names_in(words) if PREVIEW in where else secrets.in_words(words)


def put_away(stage: Stage) -> None:
    """Close what lies over the pages."""
    if stage.vault.palette.isVisible():
        stage.vault.palette.close_sheet()
    window = stage.vault.quick_window
    if window.isVisible():
        QTest.keyClick(window.field, Qt.Key.Key_Escape)
        window.close()
    for popup in QApplication.topLevelWidgets():
        if popup.windowType() == Qt.WindowType.Popup and popup.isVisible():
            popup.close()
    for sheet in stage.view.findChildren(Overlay):
        sheet.close_sheet()
    page = stage.view.page
    if page is not None:
        page.close_panel()
    stage.settle()
