"""What the command palette finds while its line is typed (SPEC §5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.clock import today
from managernotes.domain.found_paper import FoundPaper
from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import SearchHit, ShareState
from managernotes.domain.person import PersonOverview
from managernotes.domain.search_query import SearchQuery, parse_typing
from managernotes.errors import ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.people_directory import PeopleDirectory
from managernotes_ui.common.session import Changed, Session
from managernotes_ui.common.strings import palette as strings
from managernotes_ui.search.marked_text import plain_piece
from managernotes_ui.shell.palette_matching import beginnings, only_typed
from managernotes_ui.shell.palette_papers import paper_groups, paper_row
from managernotes_ui.shell.palette_rows import (
    OpenNote,
    OpenPerson,
    PaletteGroup,
    PaletteRow,
    RunAction,
    SayNote,
    SearchAll,
    WriteAbout,
)
from managernotes_ui.style.icons import Icon

MOST_PEOPLE, MOST_NOTES, MOST_PAPERS = 4, 3, 2
SHORTEST = 2
"""Letters before notes are searched (PERFORMANCE §2)."""
SEARCH_KEYS = "Ctrl+Enter"
_UNHEARD = frozenset({ShareState.UNSAID, ShareState.PLANNED})


@dataclass(frozen=True, slots=True)
class Command:
    """An action of the window that could be run now."""

    name: str
    title: str
    icon: str
    keys: str


class PaletteViewModel(QObject):
    """People come from memory at once, notes from the index a moment later."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        directory: PeopleDirectory,
        dates: DateWords,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._directory = directory
        self._dates = dates
        self._commands: Sequence[Command] = ()
        self._typed = ""
        self._hits: Sequence[SearchHit] = ()
        self._papers: Sequence[FoundPaper] = ()
        session.discreet.changed.connect(self._on_discreet)
        self.is_searching = False
        """Whether the notes on show are still those of an earlier line."""

    def begin(self, commands: Sequence[Command]) -> None:
        """Start with an empty line; `commands` are the actions that are alive."""
        self._commands = commands
        self.ask("")

    def forget(self) -> None:
        """Let go of every name and note."""
        self._typed, self._hits, self._papers, self._commands = "", (), (), ()
        self.is_searching = False

    def ask(self, typed: str) -> None:
        """Find what begins with the words of a line; `changed` follows, twice for notes."""
        self._typed = typed.strip()
        query = parse_typing(typed, today(self._session.clock))
        enough = sum(char.isalnum() for char in self._typed) >= SHORTEST and not query.is_empty
        self.is_searching = enough
        if enough:
            self._session.read(
                lambda workspace: _found(workspace, query),
                done=self._on_found,
                failed=self._on_failed,
                channel="palette",
            )
        else:
            self._hits, self._papers = (), ()
        self.changed.emit()

    @property
    def groups(self) -> tuple[PaletteGroup, ...]:
        """What is found now: people, notes, what is beside them, actions (SPEC §5.5)."""
        return (
            PaletteGroup(strings.PEOPLE, self._people()),
            PaletteGroup(strings.NOTES, tuple(map(self._note, self._hits))),
            *paper_groups(self._papers, self._paper),
            PaletteGroup(strings.ACTIONS, self._actions()),
        )

    def say(self, note: NoteId) -> None:
        """Mark a win or a concern as said today."""
        self._session.write(
            lambda workspace: workspace.notes.change(note, share_state=ShareState.SHARED),
            changes=Changed.NOTES,
        )

    def _people(self) -> tuple[PaletteRow, ...]:
        rows = []
        hides = self._session.discreet.is_on
        for known, person in zip(self._directory.known, self._directory.people, strict=True):
            marks = beginnings(self._typed, known.display_name)
            if marks is None and beginnings(self._typed, known.alias or "") is None:
                continue
            marks = () if hides else marks
            detail = " · ".join(part for part in (person.alias, person.role) if part)
            rows.append(
                PaletteRow(
                    text=person.display_name,
                    sign=Icon.USER,
                    deed=OpenPerson(person.id),
                    marks=marks or (),
                    detail=(detail if marks is None else person.role) or "",
                    more=_on_person(person),
                )
            )
            if len(rows) == MOST_PEOPLE and self._typed:
                break
        return tuple(rows)

    def _note(self, hit: SearchHit) -> PaletteRow:
        piece = plain_piece(hit)
        words = piece.text or strings.NO_WORDS
        first = hit.people[0] if hit.people else None
        day = self._dates.near(hit.occurred_on, today(self._session.clock))
        names = self._first_names(hit.people)
        return PaletteRow(
            text=strings.RESTRICTED if hit.restricted else words,
            sign=hit.kind,
            deed=OpenNote(hit.id, first),
            marks=only_typed(self._typed, piece.text, piece.marks),
            holds_text=not hit.restricted,
            detail=" · ".join(part for part in (names, day) if part),
            more=self._on_note(hit),
            is_covered=hit.restricted,
        )

    def _paper(self, paper: FoundPaper) -> PaletteRow:
        day = self._dates.near(paper.on, today(self._session.clock)) if paper.on else ""
        return paper_row(paper, self._typed, self._first_names(paper.people), day)

    def _on_note(self, hit: SearchHit) -> tuple[PaletteRow, ...]:
        first = hit.people[0] if hit.people else None
        rows = [PaletteRow(strings.OPEN, Icon.FILE_TEXT, OpenNote(hit.id, first), keys="Enter")]
        if hit.share_state in _UNHEARD:
            rows.append(PaletteRow(strings.SAID_IT, Icon.CHECK, SayNote(hit.id)))
        rows += [
            PaletteRow(strings.OPEN_PERSON.format(name=name), Icon.USER, OpenPerson(person))
            for person in hit.people
            if (name := self._directory.name_of(person))
        ]
        return tuple(rows)

    def _actions(self) -> tuple[PaletteRow, ...]:
        rows = [
            PaletteRow(
                text=command.title,
                sign=Icon(command.icon) if command.icon else Icon.CHEVRON_RIGHT,
                deed=RunAction(command.name),
                marks=marks,
                keys=command.keys,
            )
            for command in self._commands
            if (marks := beginnings(self._typed, command.title)) is not None
        ]
        if self._typed:
            words = strings.SEARCH_FOR.format(typed=self._typed)
            deed = SearchAll(self._typed)
            rows.append(PaletteRow(words, Icon.SEARCH, deed, keys=SEARCH_KEYS))
        return tuple(rows)

    def _first_names(self, people: Sequence[PersonId]) -> str:
        names = [name.split()[0] for who in people if (name := self._directory.name_of(who))]
        if len(names) > 1:
            return strings.MORE_PEOPLE.format(name=names[0], others=len(names) - 1)
        return "".join(names)

    @Slot()
    def _on_discreet(self) -> None:
        """Show other names at once, and find the notes again."""
        if self._commands:
            self.ask(self._typed)

    def _on_found(self, found: tuple[Sequence[SearchHit], Sequence[FoundPaper]]) -> None:
        if self.is_searching:
            self.is_searching = False
            self._hits, self._papers = found
            self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._on_found(((), ()))
        if not isinstance(error, ManagerNotesError):
            self._session.failed.emit(error)


def _on_person(person: PersonOverview) -> tuple[PaletteRow, ...]:
    name = person.display_name
    write = strings.WRITE_ABOUT.format(name=name)
    find = strings.FIND_NOTES_OF.format(name=name)
    return (
        PaletteRow(strings.OPEN, Icon.USER, OpenPerson(person.id), keys="Enter"),
        PaletteRow(write, Icon.PENCIL, WriteAbout(person.id)),
        PaletteRow(find, Icon.SEARCH, SearchAll(f'person:"{name}" ')),
    )


def _found(
    workspace: Workspace, query: SearchQuery
) -> tuple[Sequence[SearchHit], Sequence[FoundPaper]]:
    search = workspace.search
    return search.search(query, MOST_NOTES), search.papers(query, MOST_PAPERS)
