"""The screens of an open vault, each set as its target picture shows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import NoteId, PersonId
from managernotes.services.workspace import Workspace
from managernotes_ui.people.person_page import PersonPage
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.theme import Theme
from managernotes_ui.tour.component_sheet import component_sheet
from managernotes_ui.tour.desk_top import desk_picture
from managernotes_ui.tour.patience import SIZE, picture_of
from managernotes_ui.tour.stage import Stage

DANA = "Dana Whitfield"
NARROW = QSize(960, 640)
LARGE_TEXT = 1.5
TYPED = (
    "+win sat with Arjun on the runbook until he could run it alone #handover ^yesterday "
    "and let him write the last pa"
)
QUICK = "+win ^mon @dana and @ar"


def person_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 02 the timeline, 18a the full disk, the page narrow, 38b large text."""
    with staged(theme, runbook_saved=False, concern_written_out=False) as stage:
        page = go_to_person(stage)
        page.timeline.list.step_month(0)
        page.compose()
        stage.type(page.composer.field, TYPED)
        stage.settle()
        yield "02-person-timeline", picture_of(stage.view)
        stage.session.fill()
        stage.type(page.composer.field, "g")
        page.leave()
        stage.settle()
        yield "18a-banner-disk-full", picture_of(stage.view)
    with staged(theme, runbook_saved=False, concern_written_out=False) as stage:
        page = go_to_person(stage)
        page.timeline.list.step_month(0)
        page.take_focus()
        stage.view.resize(NARROW)
        stage.settle()
        yield "person-narrow", picture_of(stage.view)
        stage.view.resize(SIZE)
        theme.set_text_scale(LARGE_TEXT)
        stage.settle()
        yield "38b-large-text", picture_of(stage.view)
        theme.set_text_scale(1.0)


def finding_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 05 the palette, 13 the search."""
    with staged(theme, concern_written_out=False) as stage:
        page = go_to_person(stage)
        page.timeline.list.step_month(0)
        stage.vault.palette.offer()
        stage.type(stage.vault.palette.edit, "ru")
        stage.settle()
        yield "05-command-palette", picture_of(stage.view)
        stage.vault.palette.close_sheet()
        stage.go(Place(PageName.SEARCH, query="after:2026-06 runbook -drill"))
        stage.press(Qt.Key.Key_End)
        yield "13-search", picture_of(stage.view)


def writing_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 03 the note, 39a the panel, 39b the revisions, 04 the quick line, 40 the keys."""
    with staged(theme) as stage:
        page = go_to_person(stage)
        note = note_named(stage, "Late hand-over to support")
        page.timeline.list.choose(note)
        page.toggle_panel()
        stage.settle()
        yield "39a-peek-panel", picture_of(stage.view)
        page.close_panel()
        stage.go(Place(PageName.NOTE, person=person_named(stage, DANA), note=note))
        yield "03-note-editor", picture_of(stage.view)
        draft = note_named(stage, "Half-year")
        stage.go(Place(PageName.REVISIONS, person=person_named(stage, DANA), note=draft))
        for _ in range(2):
            stage.press(Qt.Key.Key_BracketLeft)
        yield "39b-revisions", picture_of(stage.view)
        stage.go(Place(PageName.PEOPLE))
        stage.vault.key_sheet.offer()
        stage.settle()
        yield "40-keys", picture_of(stage.view)
        stage.vault.key_sheet.close_sheet()
        stage.go(Place(PageName.PEOPLE))
        yield "people", picture_of(stage.view)
        stage.go(Place(PageName.SETTINGS))
        yield "settings", picture_of(stage.view)
        yield "04-quick-capture", quick_picture(theme, stage)


def empty_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield 17, the page of somebody new."""
    with staged(theme, newcomer=True) as stage:
        go_to_person(stage, "Nadia Rahimi").composer.field.clearFocus()
        stage.settle()
        yield "17-empty-person", picture_of(stage.view)


def component_screens(theme: Theme) -> Iterator[tuple[str, QPixmap]]:
    """Yield the component sheet."""
    sheet = component_sheet(theme)
    yield "components", picture_of(sheet)
    sheet.deleteLater()


ALBUMS = (person_screens, finding_screens, writing_screens, empty_screens, component_screens)


@contextmanager
def staged(theme: Theme, **story: bool) -> Iterator[Stage]:
    """Set a stage for some pictures and clear it away."""
    stage = Stage(theme, **story)
    try:
        stage.open()
        yield stage
    finally:
        stage.close()


def go_to_person(stage: Stage, name: str = DANA) -> PersonPage:
    """Go to somebody's page and return it."""
    stage.go(Place(PageName.PERSON, person=person_named(stage, name)))
    page = stage.view.page
    assert isinstance(page, PersonPage)
    return page


def person_named(stage: Stage, name: str) -> PersonId:
    """Return who is called so."""
    return stage.ask(lambda workspace: workspace.people.find(name).id)


def note_named(stage: Stage, title: str) -> NoteId:
    """Return the note whose headline begins so."""

    def find(workspace: Workspace) -> NoteId:
        person = workspace.people.find(DANA)
        rows = workspace.notes.timeline(person.id, limit=200).rows
        return next(row.id for row in rows if row.headline.startswith(title))

    return stage.ask(find)


def quick_picture(theme: Theme, stage: Stage) -> QPixmap:
    """Return the quick window with its popup, on a desk."""
    stage.vault.show_quick_window()
    window = stage.vault.quick_window
    stage.type(window.field, QUICK)
    # Off screen the popup takes the keyboard for a moment, and the name settles: take it back.
    for _ in range(2):
        QTest.keyClick(window.field, Qt.Key.Key_Backspace)
    QTest.keyClicks(window.field, QUICK[-1])
    stage.settle()
    picture = desk_picture(
        theme, [(QPointF(320, 232), window.windowTitle(), picture_of(window))], SIZE
    )
    popup: QWidget = window.field.popup
    origin = window.mapToGlobal(window.rect().topLeft())
    place = popup.mapToGlobal(popup.rect().topLeft()) - origin
    popup.render(picture, QPointF(320, 264).toPoint() + place)
    window.close()
    return picture
