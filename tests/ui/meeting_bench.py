"""An open vault with a hard talk prepared for today, and the window over it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from managernotes.domain.conversation import Conversation, TopicOwner
from managernotes.domain.identity import ConversationId, NoteId, PreparationId
from managernotes.domain.observation import Kind, NoteText
from managernotes.domain.preparation import IfThen, Preparation, PreparationWords
from managernotes.domain.yardstick import YardstickKind, YardstickWords
from managernotes.services.workspace import Workspace
from managernotes_ui.shell.open_vault import OpenVault
from managernotes_ui.shell.page import Page, PageName, Place
from managernotes_ui.shell.settings_keeper import SettingsKeeper
from managernotes_ui.style.theme import Theme
from tests.ui.note_bench import Bench, note_bench

TODAY = date(2026, 11, 19)
"""The day of the bench's clock, a Thursday."""
READING = "I take it as carelessness"
FEELING = "annoyed since Tuesday"
TITLE = "Late hand-overs"
FACTS = (
    NoteText(title=TITLE, fact="At 18:40 the hand-over came without a link", my_reading=READING),
    NoteText(fact="At 18:55 the hand-over came with an old link", my_reading=READING),
)
WORDS = PreparationWords(
    purpose="Nights work for support",
    effect="Arjun started cold",
    my_part="I never said by when",
    their_view="The call eats the last hour",
    feelings=FEELING,
    opening="I’d like to look with you at the evening hand-over. I want nights to work.",
    care="I want this to be easy for you.",
    main="Twice this month Arjun got the hand-over after 18:20, without the link.",
    ask="Dana has it ready by 17:30, with link, from 30 Nov",
    questions=("How do you see it?",),
    offers=("I move the tender call to mornings",),
    if_then=(
        IfThen("they go silent", "I count to ten"),
        IfThen("they get angry", "I lower my voice"),
    ),
    keep="Wait before I explain",
)


@dataclass
class Meeting:
    """The window, the vault under it, and the talk."""

    vault: OpenVault
    bench: Bench
    talk: ConversationId
    preparation: PreparationId
    facts: tuple[NoteId, ...]

    def go(self, name: PageName) -> Page:
        """Go to the talk's page of that name."""
        self.vault.go(Place(name, conversation=self.talk))
        self.settle()
        page = self.vault.view.page
        assert page is not None
        return page

    def settle(self) -> None:
        """Wait until everything queued so far is done and delivered."""
        for _round in range(4):
            self.bench.settle()

    def stored(self) -> Conversation:
        """Return the talk as it is on disk."""
        return self.bench.ask(lambda workspace: workspace.talks.get(self.talk))

    def prepared(self) -> Preparation:
        """Return the preparation as it is on disk."""
        return self.bench.ask(lambda workspace: workspace.preparations.get(self.preparation))

    def hold(self, on: date = TODAY) -> None:
        """Say that the talk took place."""
        self.bench.ask(
            lambda workspace: workspace.talks.hold(
                self.talk, held_on=on, began_at=time(9, 30), ended_at=time(9, 54)
            )
        )
        self.settle()

    def days_pass(self, days: int) -> None:
        """Move the clock on."""
        self.bench.clock.moment += timedelta(days=days)


@contextmanager
def meeting_bench(
    qtbot: QtBot, theme: Theme, folder: Path, *, is_prepared: bool = True
) -> Iterator[Meeting]:
    """Open a vault in which a hard talk with Dana is prepared for today."""
    with note_bench(qtbot, folder) as bench:
        days = (date(2026, 11, 17), date(2026, 11, 10))
        facts = tuple(
            bench.note(text, kind=Kind.CONCERN, day=day)
            for text, day in zip(FACTS, days, strict=True)
        )
        preparation = bench.ask(
            lambda workspace: _prepare(workspace, bench, facts, is_prepared=is_prepared)
        )
        vault = OpenVault(theme, bench.session, SettingsKeeper(folder / "settings.json"))
        vault.view.resize(1280, 800)
        vault.view.show()
        vault.begin()
        made = Meeting(vault, bench, preparation.conversation, preparation.id, facts)
        made.settle()
        try:
            yield made
        finally:
            vault.close()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _prepare(
    workspace: Workspace, bench: Bench, facts: tuple[NoteId, ...], *, is_prepared: bool
) -> Preparation:
    services = workspace.preparations
    begun = services.from_note(facts[0])
    services.add_fact(begun.id, facts[1])
    measure = workspace.yardsticks.add(
        YardstickKind.EXPECTATION, YardstickWords(title="Clean hand-overs"), (bench.dana.id,)
    )
    services.link_yardstick(begun.id, measure.id)
    services.save_words(begun.id, WORDS)
    services.change(begun.id, is_grave=False)
    talk = begun.conversation
    workspace.talks.set_day(talk, TODAY, time(9, 30), 20)
    workspace.talks.plan_follow_up(talk, TODAY + timedelta(days=14))
    workspace.talks.add_topic(bench.dana.id, TopicOwner.THEIRS, "January planning", talk)
    workspace.talks.add_topic(bench.dana.id, TopicOwner.MINE, "Ask Dana about Arjun", talk)
    if is_prepared:
        services.mark_prepared(begun.id)
    return replace(services.get(begun.id))
