"""How long a note is and what it is made of: from a jot of five words to several paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from random import Random

from managernotes.domain.observation import Kind, NoteText
from managernotes.services.sample_grammar import Fragments, Sentences, Words
from managernotes.services.sample_material import Scene

_SHARES = (26, 30, 26, 11, 7)
"""Of a hundred notes: jots, lines, full notes, lists, and long ones."""

_LOOSE_SHARES = (80, 20, 0, 0, 0)
_NO_FULL_STOP = 0.35
_TAIL = 0.65
_MORE = 0.5
_TITLE = 0.35
_EFFECT = 0.85
_READING = 0.45
_SAID = 0.7
_AGAIN = 0.5

_COMES_AGAIN = frozenset(
    {
        Kind.WIN,
        Kind.CONCERN,
        Kind.SUPPORT_GIVEN,
        Kind.PRAISE_GIVEN,
        Kind.THEIR_FEEDBACK_TO_ME,
        Kind.FEEDBACK_FROM_OTHERS,
    }
)
"""Kinds of which a note may list earlier ones."""

_DAYS_AGO = (17, 10, 2)
"""Earlier moments of a list lie at least so many days back, and up to three more."""


class SampleText:
    """Writes the text of one note after the other."""

    def __init__(self, leads: Words, chance: Random) -> None:
        self._leads = leads
        self._random = chance.random
        self._shares = list(accumulate(_SHARES))
        self._loose_shares = list(accumulate(_LOOSE_SHARES))
        self._forms = (self._jot, self._line, self._full, self._listed, self._long)

    def note_text(self, scene: Scene, kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        """Return a text for a scene; `kin` are the scenes of its kind that can happen here."""
        shares = self._loose_shares if scene.kind is Kind.LOOSE else self._shares
        form = self._forms[bisect_right(shares, self._random() * shares[-1])]
        text = form(scene, kin, sentences)
        if scene.details:
            return replace(text, source_detail=sentences.pick(scene.details))
        return text

    def _jot(self, scene: Scene, _kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        words = sentences.pick(scene.shorts)
        if scene.kind is not Kind.LOOSE and self._falls(_TAIL):
            words = f"{words} {self._lead('jot', sentences)}"
        return NoteText(fact=words.removesuffix(".") if self._falls(_NO_FULL_STOP) else words)

    def _line(self, scene: Scene, _kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        return NoteText(fact=self._moment(scene, int(self._falls(_MORE)), sentences))

    def _full(self, scene: Scene, _kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        return self._with_effect(self._moment(scene, self._upto(3), sentences), scene, sentences)

    def _listed(self, scene: Scene, _kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        moment = self._moment(scene, 0, sentences)
        return self._with_effect(f"{moment} {self._list(scene, sentences)}", scene, sentences)

    def _long(self, scene: Scene, kin: Sequence[Scene], sentences: Sentences) -> NoteText:
        paragraphs = [self._moment(scene, 2, sentences)]
        if self._falls(_SAID):
            said = " ".join(self._some(scene.said, 1 + self._upto(2), sentences))
            paragraphs.append(f"{self._lead('said', sentences)} {said}")
        if scene.kind in _COMES_AGAIN and self._falls(_AGAIN):
            paragraphs += self._again(kin, sentences)
        elif scene.points or scene.kind in _COMES_AGAIN:
            paragraphs.append(self._list(scene, sentences))
        paragraphs.append(self._bullets("look", self._some(scene.look, 2, sentences), sentences))
        return NoteText(
            title=sentences.pick(scene.titles),
            fact="\n\n".join(paragraphs),
            effect=" ".join(self._some(scene.effects, 2, sentences)),
            my_reading=" ".join(self._some(scene.readings, 2, sentences)),
        )

    def _with_effect(self, fact: str, scene: Scene, sentences: Sentences) -> NoteText:
        return NoteText(
            title=sentences.pick(scene.titles) if self._falls(_TITLE) else "",
            fact=fact,
            effect=sentences.pick(scene.effects) if self._falls(_EFFECT) else "",
            my_reading=sentences.pick(scene.readings) if self._falls(_READING) else "",
        )

    def _moment(self, scene: Scene, more: int, sentences: Sentences) -> str:
        """Tell what happened, and so many sentences more."""
        return " ".join([sentences.pick(scene.facts), *self._some(scene.more, more, sentences)])

    def _list(self, scene: Scene, sentences: Sentences) -> str:
        """List the moments of this scene, or earlier ones of its sort, or what comes of it."""
        if scene.points:
            points = [sentences.fill(point) for point in scene.points]
            return self._bullets("points", points, sentences)
        if scene.kind not in _COMES_AGAIN:
            return self._bullets("look", self._some(scene.look, 2, sentences), sentences)
        shorts = self._few(scene.shorts, len(_DAYS_AGO))
        points = []
        for days, short in zip(_DAYS_AGO, shorts, strict=False):
            then = sentences.earlier(days + self._upto(4), scene.words)
            points.append(f"**{then.value('day')}:** {then.fill(short)}")
        return self._bullets("earlier", points, sentences)

    def _again(self, kin: Sequence[Scene], sentences: Sentences) -> list[str]:
        """Return paragraphs about earlier moments of the same kind, each under its day."""
        paragraphs = [self._lead("earlier", sentences)]
        for days in _DAYS_AGO:
            scene = kin[self._upto(len(kin))]
            then = sentences.earlier(days + self._upto(4), scene.words)
            paragraphs.append(f"**{then.value('day')}.** {self._moment(scene, 1, then)}")
        return paragraphs

    def _bullets(self, lead: str, points: Sequence[str], sentences: Sentences) -> str:
        return "\n".join([f"{self._lead(lead, sentences)}\n", *(f"- {point}" for point in points)])

    def _lead(self, name: str, sentences: Sentences) -> str:
        return sentences.pick(self._leads[name])

    def _some(self, choices: Fragments, count: int, sentences: Sentences) -> list[str]:
        """Return the texts of so many different fragments."""
        return [sentences.fill(choice) for choice in self._few(choices, count)]

    def _few(self, choices: Fragments, count: int) -> Fragments:
        """Return so many different fragments, or all there are, in the order they are written."""
        left = list(choices)
        while len(left) > count:
            left.pop(self._upto(len(left)))
        return tuple(left)

    def _falls(self, share: float) -> bool:
        return self._random() < share

    def _upto(self, count: int) -> int:
        return int(self._random() * count)
