"""The story that the tour's pictures tell: Tuesday 24 November 2026, 10:42, eight people.

It is played, not poured in: the clock is set to each moment and the services are asked for what
the manager did then, so that notes, versions and days are what they would have been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from operator import itemgetter

from managernotes.domain.identity import NoteId, PersonId
from managernotes.domain.observation import ShareState
from managernotes.domain.person import NewPerson
from managernotes.resources import resource_folder
from managernotes.services.story_growth import GrowthTeller
from managernotes.services.story_lessons import LessonTeller, VisionTeller
from managernotes.services.story_script import Script, ScriptNote, ScriptRevision, at, read_script
from managernotes.services.story_talks import TalkTeller
from managernotes.services.workspace import Workspace
from managernotes.storage import note_reading, note_writing
from managernotes.storage.note_keys import key_of

STORY_NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
"""The moment of all pictures."""

_MORNING = time(8)
_EVENING = time(18)

_Act = Callable[[], object]


class SteppingClock:
    """A clock that stands where it was last set."""

    def __init__(self, moment: datetime = STORY_NOW) -> None:
        self._moment = moment

    def now(self) -> datetime:
        """Return the moment it stands at."""
        return self._moment

    def step_to(self, moment: datetime) -> None:
        """Set the clock, forwards or back."""
        self._moment = moment


def write_story(
    workspace: Workspace,
    clock: SteppingClock,
    *,
    runbook_saved: bool = True,
    concern_written_out: bool = True,
    newcomer: bool = False,
) -> None:
    """Tell the story in a new vault whose workspace reads `clock`; leave the clock at STORY_NOW.

    Pictures 02 and 38b are drawn before the note on the runbook is saved and before the concern
    of 17 November is more than a line, 05 and 13 after the first, 03 and 39 after the second; 17
    needs the newcomer.
    """
    holds = {
        "runbook saved" if runbook_saved else "runbook not saved",
        *(("concern written out",) if concern_written_out else ()),
        *(("newcomer",) if newcomer else ()),
    }
    _play(workspace, clock, holds, ())


def write_story_with(
    workspace: Workspace, clock: SteppingClock, interludes: Iterable[tuple[datetime, _Act]]
) -> None:
    """Tell the story as it stands at the end, with interludes played each at its moment."""
    _play(workspace, clock, {"runbook saved", "concern written out"}, interludes)


def _play(
    workspace: Workspace,
    clock: SteppingClock,
    holds: set[str],
    interludes: Iterable[tuple[datetime, _Act]],
) -> None:
    script = read_script(resource_folder("sample") / "story", frozenset(holds))
    teller = _Teller(workspace)
    for moment, act in sorted([*teller.acts(script), *interludes], key=itemgetter(0)):
        clock.step_to(moment)
        act()
    clock.step_to(STORY_NOW)
    teller.link(script.notes)


class _Teller:
    """Does in a workspace what the script says, remembering who and what is called how."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._people: dict[str, PersonId] = {}
        self._notes: dict[ScriptNote, NoteId] = {}
        self._by_key: dict[str, NoteId] = {}
        self._vision = VisionTeller(workspace)
        self._talks = TalkTeller(workspace, self._people, self._by_key, self._vision.lines)

    def acts(self, script: Script) -> Iterator[tuple[datetime, _Act]]:
        """Return what happens and when, in no order."""
        for person in script.people:
            assert person.started_on is not None
            yield at(person.started_on, _MORNING), partial(self._add_person, person)
        for note in script.notes:
            yield note.written_at, partial(self._write, note)
            if note.share_state is not None:
                said = at(note.said_on or note.written_at.date(), _EVENING)
                yield max(said, note.written_at), partial(self._settle, note, note.share_state)
            for revision in note.revisions:
                yield revision.at, partial(self._revise, note, revision)
            if note.binned_at is not None:
                yield note.binned_at, partial(self._bin, note)
        yield from self._vision.acts(script.tables)
        yield from self._talks.acts(script.tables)
        growth = GrowthTeller(
            self._workspace,
            self._people,
            self._talks.talks,
            self._talks.yardsticks,
            self._vision.lines,
        )
        yield from growth.acts(script.tables)
        yield from LessonTeller(self._workspace, self._people, growth.goals).acts(script.tables)

    def link(self, notes: Iterable[ScriptNote]) -> None:
        """Link the notes that name each other, and what they are about."""
        for note in notes:
            for key in note.links:
                self._workspace.notes.link(self._notes[note], self._by_key[key])
            for key in note.measures:
                yardstick = self._talks.yardsticks[key]
                self._workspace.yardsticks.link_note(yardstick, self._notes[note])
            if note.is_for_team:
                self._workspace.team.mark(self._notes[note], fit=True)

    def _add_person(self, person: NewPerson) -> None:
        added = self._workspace.people.add(person)
        assert added.alias is not None
        self._people[added.alias] = added.id

    def _write(self, note: ScriptNote) -> None:
        about = tuple(self._people[alias] for alias in note.about)
        added = self._workspace.notes.add(replace(note.note, people=about))
        self._notes[note] = added.id
        if note.key:
            self._by_key[note.key] = added.id

    def _revise(self, note: ScriptNote, revision: ScriptRevision) -> None:
        notes = self._workspace.notes
        present = notes.get(self._notes[note])
        notes.save_text(present.id, revision.text, present.revision)

    def _settle(self, note: ScriptNote, state: ShareState) -> None:
        """Store how far it has been said; some states need talks, which the vault has not yet."""
        ledger, identity = self._workspace.ledger, self._notes[note]
        with ledger.db.transaction():
            present = note_reading.note(ledger.db, identity)
            said = replace(
                present, share_state=state, shared_on=note.said_on, planned_for=note.planned_for
            )
            key = key_of(ledger.db, identity)
            note_writing.update_note(ledger.db, key, said, ledger.device, ledger.now())

    def _bin(self, note: ScriptNote) -> None:
        self._workspace.notes.bin(self._notes[note])
