"""Promises, agreements, expectations and wins as they are handed over (S38).

Of a note only the fact and the effect: what I make of it is a line of its own (INV-04).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from managernotes.domain.day_words import year_day
from managernotes.domain.handover import HandoverEntry
from managernotes.domain.observation import Observation
from managernotes.domain.promise import Promise, PromiseOwner
from managernotes.domain.yardstick import CopyWords, Yardstick
from managernotes.practice.handover_sentences import labelled, one_line, sentence

NO_COPY: Final = CopyWords()
"""Of an expectation about which nothing of their own was written."""


def promise_entry(promise: Promise) -> HandoverEntry:
    """Return an open promise, with the day it was first given for (INV-10)."""
    said = [f"said on {year_day(promise.made_on)}"]
    if promise.due_on is None:
        said.append("without a day")
    else:
        due = f"due {year_day(promise.due_on)}"
        if promise.original_due_on and promise.original_due_on != promise.due_on:
            due += f" (first for {year_day(promise.original_due_on)})"
        said.append(due)
    return HandoverEntry(
        lead=giver(promise),
        text=promise.words.text.strip(),
        facts=tuple(filter(None, (sentence(said), labelled("Help offered", promise.words.help)))),
    )


def giver(promise: Promise) -> str:
    """Return who gave a promise, in the words of a hand-over."""
    if promise.owner is PromiseOwner.ME:
        return "Promised to them"
    if promise.owner is PromiseOwner.THEM:
        return "Promised by them"
    return f"Promised by {one_line(promise.words.other_name)}"


def note_entry(note: Observation) -> HandoverEntry:
    """Return a note that may be handed over: what was seen, and what it changed."""
    words = note.text
    said = [text.strip() for text in (words.title, words.fact) if text.strip()]
    effect = labelled("What it changed", words.effect) if said else words.effect.strip()
    first, *more = [*said, effect]
    return HandoverEntry(
        lead=year_day(note.occurred_on), text=first, facts=tuple(filter(None, more))
    )


def reading_entry(note: Observation) -> HandoverEntry:
    """Return what I make of a note, and of which one."""
    return HandoverEntry(
        lead=f"On {year_day(note.occurred_on)}, “{one_line(note.text.headline)}”",
        text=note.text.my_reading.strip(),
    )


def talk_entry(held_on: date, agreed: str) -> HandoverEntry:
    """Return what was agreed in a talk, line by line; not what sort of talk it was."""
    lines = (line.strip().lstrip("-*+• ").strip() for line in agreed.splitlines())
    return HandoverEntry(
        lead=f"Agreed on {year_day(held_on)}", points=tuple(line for line in lines if line)
    )


def expectation_entry(one: Yardstick, talked_on: date, copy: CopyWords) -> HandoverEntry:
    """Return an expectation that was talked through, and how they say it themselves."""
    edited = one.edited_at.date() if one.edited_at else None
    said = f"Talked through on {year_day(talked_on)}"
    if edited and edited > talked_on:
        said += f", and reworded since, on {year_day(edited)}"
    facts = (
        f"{said}.",
        labelled("Looks like", one.words.looks_like),
        labelled("Not yet like", one.words.not_yet_like),
    )
    return HandoverEntry(
        lead=one_line(one.words.title),
        facts=tuple(filter(None, facts)),
        quote=copy.in_their_words.strip(),
    )


def said_entry(lead: str, text: str) -> HandoverEntry:
    """Return a text about somebody under a heading of its own."""
    return HandoverEntry(lead=lead, text=text.strip())
