"""Reading what a preparation stands on, so that it can be judged and shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.conversation import Conversation, ConversationType
from managernotes.domain.identity import ConversationId
from managernotes.domain.person import Person
from managernotes.domain.preparation import FactRow, PolicyCheck, Preparation
from managernotes.domain.yardstick import Yardstick
from managernotes.practice.readiness import Check, checks, open_musts
from managernotes.practice.readiness_view import InHand
from managernotes.services.ledger import Ledger
from managernotes.storage import conversations, preparation_links, preparations
from managernotes.storage import people as storage_people
from managernotes.storage import yardsticks as storage_yardsticks

PLAN_NEEDS_BEFORE = (
    "A plan comes after the concern was said and help was given, on the same expectation."
)
PLAN_NEEDS_HR = "Check the plan with HR first."
PLAN_NEEDS_GOODWILL = "Would you be glad if this works? Say so first."
NEVER_OVERRIDDEN = frozenset({"RC07", "RC10"})
"""No sentence stands for help that is offered (S39), or for asking HR when it is grave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationView:
    """A preparation with its talk, what it stands on, and what is open."""

    preparation: Preparation
    talk: Conversation
    facts: tuple[FactRow, ...]
    yardsticks: tuple[Yardstick, ...]
    last_thanked_on: date | None
    unsaid_thanks_on: date | None
    hand: InHand
    """What the checks look at; with other words in it they can be asked again."""
    checks: tuple[Check, ...]
    plan_gate: tuple[str, ...]
    """What a plan for improvement still needs beside its checks (INV-21); empty for other talks."""

    def open_sentences(self, *, overridden: bool) -> tuple[str, ...]:
        """Return what keeps the talk from being prepared."""
        wanted = [
            one.message
            for one in open_musts(self.checks)
            if not overridden or one.id in NEVER_OVERRIDDEN
        ]
        return (*wanted, *(line for line in self.plan_gate if line not in wanted))


def view_of(ledger: Ledger, preparation: Preparation) -> PreparationView:
    """Read everything that is needed to judge and show a preparation."""
    db, today = ledger.db, ledger.today()
    talk = conversations.conversation(db, preparation.conversation)
    key = conversations.conversation_key(db, talk.id)
    everybody = storage_people.people(db)
    person = storage_people.person(db, talk.people[0])
    person_key = storage_people.person_keys(db, [person.id])[person.id]
    thanked_on, unsaid_on = preparation_links.thanked(db, person_key, today)
    facts = preparation_links.facts(db, key)
    measures = tuple(storage_yardsticks.yardsticks_by_id(db, preparation.yardsticks))
    hand = InHand(
        preparation=preparation,
        today=today,
        person=person.id,
        called=person.display_name.split()[0],
        facts=facts,
        yardsticks=measures,
        planned_on=talk.planned_on,
        follow_up_on=talk.follow_up_on,
        last_thanked_on=thanked_on,
        names=_names(everybody),
    )
    return PreparationView(
        preparation=preparation,
        talk=talk,
        facts=facts,
        yardsticks=measures,
        last_thanked_on=thanked_on,
        unsaid_thanks_on=unsaid_on,
        hand=hand,
        checks=checks(hand),
        plan_gate=_plan_gate(ledger, preparation, talk, key),
    )


def view_of_talk(ledger: Ledger, talk: ConversationId) -> PreparationView | None:
    """Return the same for a talk, if it has a preparation."""
    key = conversations.conversation_key(ledger.db, talk)
    found = preparations.of_talk(ledger.db, key)
    return None if found is None else view_of(ledger, found)


def _plan_gate(
    ledger: Ledger, preparation: Preparation, talk: Conversation, key: int
) -> tuple[str, ...]:
    if talk.type is not ConversationType.PIP:
        return ()
    said = preparation_links.said_and_helped(ledger.db, key, ledger.today())
    wanted = (
        (said, PLAN_NEEDS_BEFORE),
        (preparation.policy_check is PolicyCheck.CHECKED_WITH_HR, PLAN_NEEDS_HR),
        (preparation.would_be_glad, PLAN_NEEDS_GOODWILL),
    )
    return tuple(sentence for is_met, sentence in wanted if not is_met)


def _names(everybody: list[Person]) -> tuple[str, ...]:
    """Return what people are called: whole names, first names and aliases."""
    called: dict[str, None] = {}
    for person in everybody:
        names = (person.display_name, *person.display_name.split()[:1], person.alias or "")
        called.update(dict.fromkeys(name for name in names if name))
    return tuple(called)
