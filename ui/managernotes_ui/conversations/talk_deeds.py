"""What can be done with the rows of an agenda; each is written to the vault at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from managernotes.domain.conversation import TopicOwner, TopicState
from managernotes.domain.identity import ConversationId, NoteId, PersonId, PromiseId, TopicId
from managernotes.domain.promise import NewPromise, PromiseOwner, PromiseWords
from managernotes.services.workspace import Workspace
from managernotes.text.capture_people import NamedPerson
from managernotes.text.promise_lines import PROMISED, read_lines
from managernotes_ui.conversations.agenda_rows import AgendaRow, Sort
from managernotes_ui.conversations.talk_vm import TalkViewModel

Work = Callable[[Workspace, ConversationId], object]


class TalkDeeds:
    """Ticks, decides, puts off, lets go and adds, for the talk that a view-model shows."""

    def __init__(self, vm: TalkViewModel, known: Callable[[], Sequence[NamedPerson]]) -> None:
        self._vm = vm
        self._known = known

    def tick(self, row: AgendaRow) -> None:
        """Talked about, said or kept; ticked again, it is taken back."""
        if row.waits:
            self._vm.write(lambda w, _t: w.talks.give_day(TopicId(row.id), None))
            return
        day = self._vm.today
        works: dict[tuple[Sort, bool], Work] = {
            (Sort.TOPIC, False): lambda w, _t: w.talks.settle_topic(
                TopicId(row.id), TopicState.TALKED
            ),
            (Sort.TOPIC, True): lambda w, _t: w.talks.reopen_topic(TopicId(row.id)),
            (Sort.PROMISE, False): lambda w, _t: w.promises.keep(PromiseId(row.id), day),
            (Sort.PROMISE, True): lambda w, _t: w.promises.reopen(PromiseId(row.id)),
            (Sort.NOTE, False): lambda w, talk: w.sharing.said(NoteId(row.id), day, talk),
            (Sort.NOTE, True): lambda w, _t: w.sharing.unsay(NoteId(row.id)),
        }
        work = works.get((row.sort, row.is_done))
        if work is not None:
            self._vm.write(work)

    def settle(self, row: AgendaRow, state: TopicState) -> None:
        """Say that a topic was decided, or that it is let go."""
        self._vm.write(lambda w, _t: w.talks.settle_topic(TopicId(row.id), state))

    def give_day(self, row: AgendaRow, day: date) -> None:
        """Let a topic wait for a day to come."""
        self._vm.write(lambda w, _t: w.talks.give_day(TopicId(row.id), day))

    def carry_over(self) -> None:
        """Carry what is open to the person's next talk."""
        self._vm.write(lambda w, talk: w.talks.carry_over(talk))

    def add(self, text: str, owner: TopicOwner) -> None:
        """Add a promise where the line reads as mine, else a topic."""
        talk = self._vm.talk
        if talk is None:
            return
        promise = self._promise(text, talk.people, talk.id)
        if promise is not None:
            self._vm.write(lambda w, _t: w.promises.add(promise))
            return
        person = talk.people[0]
        self._vm.write(lambda w, talk_id: w.talks.add_topic(person, owner, text, talk_id))

    def _promise(
        self, text: str, people: tuple[PersonId, ...], talk: ConversationId
    ) -> NewPromise | None:
        """Return the promise that a line is: "I send the list by Fri", or one with its mark."""
        lines = read_lines(text, self._known(), self._vm.today)
        if not lines or not lines[0].text:
            return None
        line = lines[0]
        mine = line.owner is PromiseOwner.ME
        if line.mark not in PROMISED and not mine:
            return None
        return NewPromise(
            owner=line.owner,
            people=people if mine or not line.people else line.people,
            words=PromiseWords(text=line.text),
            due_on=line.due_on,
            made_in=talk,
        )
