"""Whatever is done to a lesson in whatever order: it never says more than it has (S31, S32)."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from managernotes.domain.identity import LessonId
from managernotes.domain.lesson import Held, LessonState, LessonWords, NewLesson
from managernotes.domain.lesson_rules import ORDER
from managernotes.domain.observation import Kind, NewObservation, NoteText
from managernotes.errors import ManagerNotesError
from managernotes.storage import record_check
from tests.core.office import NOON, Office
from tests.core.talks_office import person

DAY = st.integers(-5, 30).map(lambda n: NOON.date() + timedelta(days=n))
LIKELY = st.sampled_from([(), ("Dana",), ("human error",), ("no second pair of eyes", "Dana")])
WORDS = st.builds(
    LessonWords,
    title=st.sampled_from(["", "Outage"]),
    likely=LIKELY,
    change=st.sampled_from(["", "A timed restore"]),
    no_change=st.sampled_from(["", "", "Nothing to change"]),
)


class LessonHistories(RuleBasedStateMachine):
    """Does to lessons whatever can be done, and looks at them."""

    lessons: Bundle[LessonId] = Bundle("lessons")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.office = Office(self.folder)
        self.dana = person(self.office)

    @rule(target=lessons, likely=LIKELY)
    def begin(self, likely: tuple[str, ...]) -> LessonId:
        """Begin a lesson."""
        words = LessonWords(title="Outage", likely=likely, change="A timed restore")
        return self.office.lessons.add(NewLesson(words=words, people=(self.dana,))).id

    @rule(lesson=lessons, words=WORDS)
    def save(self, lesson: LessonId, words: LessonWords) -> None:
        """Change its words: never refused (INV-15)."""
        self.office.lessons.save_words(lesson, words)

    @rule(lesson=lessons, day=DAY)
    def agree(self, lesson: LessonId, day: date) -> None:
        """Agree its change, or move its day."""
        self._try(lambda: self.office.lessons.agree_change(lesson, day))

    @rule(lesson=lessons, held=st.sampled_from(Held), on=DAY, again=st.none() | DAY)
    def look(self, lesson: LessonId, held: Held, on: date, again: date | None) -> None:
        """Look again."""
        self._try(lambda: self.office.lessons.look_again(lesson, held, on, again))

    @rule(lesson=lessons, state=st.sampled_from(LessonState))
    def step(self, lesson: LessonId, state: LessonState) -> None:
        """Move it."""
        self._try(lambda: self.office.lessons.step(lesson, state))

    @rule(lesson=lessons, kind=st.sampled_from([Kind.LESSON, Kind.CONCERN]))
    def link(self, lesson: LessonId, kind: Kind) -> None:
        """Link a note, and perhaps make it a concern later."""
        new = NewObservation(text=NoteText(fact="A fact"), kind=kind, occurred_on=NOON.date())
        note = self.office.notes.add(new)
        self._try(lambda: self.office.lessons.link_note(lesson, note.id))
        self.office.notes.change(note.id, kind=Kind.CONCERN)

    @rule(days=st.integers(1, 20))
    def wait(self, days: int) -> None:
        """Let days pass."""
        self.office.clock.advance(days=days)

    @invariant()
    def no_lesson_says_more_than_it_has(self) -> None:
        """By its own words and days."""
        for one in self.office.lessons.list():
            words, place = one.words, ORDER[one.state]
            if place >= ORDER[LessonState.UNDERSTOOD]:
                assert "no second pair of eyes" in words.likely
            if place >= ORDER[LessonState.CHANGE_AGREED]:
                assert words.change or words.no_change
                assert one.change_due_on is not None
            if place >= ORDER[LessonState.CHANGE_CHECKED]:
                assert one.checked_on is not None
                assert one.held is Held.YES
            assert (one.closed_on is None) == (one.state is not LessonState.CLOSED)
            assert (one.again_on is None) or one.held in (Held.PARTLY, Held.NO)

    @invariant()
    def no_concern_belongs_to_a_lesson(self) -> None:
        """INV-22, by the vault's own tables."""
        found = self.office.db.execute(
            "SELECT 1 FROM lesson_note AS l JOIN observation AS o ON o.key = l.observation_key"
            " WHERE o.kind = 'concern'"
        )
        assert found.fetchall() == []

    def _try(self, step: Callable[[], object]) -> None:
        with contextlib.suppress(ManagerNotesError):
            step()

    def teardown(self) -> None:
        """Prove the record, and leave nothing behind."""
        assert record_check.check_record(self.office.db)[1] == []
        self.office.close()
        shutil.rmtree(self.folder)


def test_s32_no_history_of_a_lesson_closes_it_before_its_change_held() -> None:
    run_state_machine_as_test(
        LessonHistories,
        settings=settings(max_examples=10, stateful_step_count=25, deadline=None),
    )
