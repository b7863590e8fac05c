"""The templates of talks: as they came, as they were changed, and one's own (S12, S22)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, PersonId, TemplateId
from managernotes.domain.template import (
    LineChange,
    Template,
    TemplateGroup,
    TemplateVersion,
    TemplateWords,
    Variable,
)
from managernotes.errors import InvalidInputError, PaperNotFoundError
from managernotes.services.ledger import Ledger
from managernotes.services.note_rules import checked_words
from managernotes.services.paper_writing import PaperWriting
from managernotes.services.template_originals import Original, read_originals
from managernotes.services.template_variables import TemplateVariables
from managernotes.storage import revisions
from managernotes.storage import templates as storage_templates
from managernotes.storage.papers import Sort
from managernotes.storage.templates import StoredTemplate, to_json, words_of
from managernotes.text.line_changes import line_changes
from managernotes.text.template_fill import filled

LONGEST_TITLE = 120


class TemplatesService:
    """What can be done with templates; a talk that was made from one keeps its version."""

    def __init__(self, ledger: Ledger, papers: PaperWriting) -> None:
        self._ledger = ledger
        self._papers = papers
        self._variables = TemplateVariables(ledger)

    @cached_property
    def _originals(self) -> dict[str, Original]:
        return read_originals()

    def list(self) -> tuple[Template, ...]:
        """Return the app's in their order, then one's own by title; nothing from the bin."""
        stored = {found.name: found for found in storage_templates.stored(self._ledger.db)}
        given = [_template(name, self._originals[name], stored.get(name)) for name in self._given()]
        own = [
            _template(name, None, found)
            for name, found in stored.items()
            if name not in self._originals and found.paper.binned_at is None
        ]
        return (*given, *sorted(own, key=lambda one: one.words.title.casefold()))

    def get(self, name: str) -> Template:
        """Return one template, in the bin or not; PaperNotFoundError when there is none."""
        original = self._originals.get(name)
        stored = storage_templates.find(self._ledger.db, name)
        if original is None and stored is None:
            raise PaperNotFoundError
        return _template(name, original, stored)

    def for_type(self, type_: ConversationType) -> tuple[Template, ...]:
        """Return the templates of one sort of talk, the one to offer first at the beginning."""
        return tuple(found for found in self.list() if found.type is type_)

    def save(self, name: str, words: TemplateWords) -> Template:
        """Store changed words as the newest version.

        While it is being typed a version is amended, unless a talk was made from it.
        InvalidInputError without a title, or for words that cannot be kept.
        """
        with self._ledger.db.transaction():
            return self._save(name, _checked(words), anew=False)

    def restore_original(self, name: str) -> Template:
        """Make the app's words the newest version; one's own stay as the version before."""
        original = self._originals.get(name)
        if original is None:
            raise InvalidInputError(
                "This template is your own, so it has no original.", "Bring back a version of it."
            )
        with self._ledger.db.transaction():
            if storage_templates.find(self._ledger.db, name) is None:
                return self.get(name)
            return self._save(name, original.words, anew=True)

    def bring_back(self, name: str, version: int) -> Template:
        """Make an earlier version the newest one; InvalidInputError when it is not kept."""
        for kept in self.versions(name):
            if kept.version == version:
                with self._ledger.db.transaction():
                    return self._save(name, kept.words, anew=True)
        raise InvalidInputError("That version is not kept any more.", "Choose a newer one.")

    def versions(self, name: str) -> tuple[TemplateVersion, ...]:
        """Return every version that is kept, the newest first."""
        stored = storage_templates.find(self._ledger.db, name)
        if stored is None:
            words = self.get(name).words
            return (TemplateVersion(version=1, saved_at=None, words=words),)
        versions = [
            TemplateVersion(
                version=stored.version, saved_at=stored.paper.text_saved_at, words=stored.words
            )
        ]
        for steps, kept in enumerate(revisions.kept(self._ledger.db, stored.paper.id), start=1):
            number = stored.version - steps
            came = number == 1 and name in self._originals
            versions.append(
                TemplateVersion(
                    version=number,
                    saved_at=None if came else kept.saved_at,
                    words=words_of(kept.body),
                )
            )
        return tuple(versions)

    def add_own(self, title: str, type_: ConversationType | None = None) -> Template:
        """Store a template of one's own, empty but for its heading."""
        words = _checked(TemplateWords(title=title, body=f"# {title.strip()}, {{{{person}}}}\n"))
        with self._ledger.db.transaction():
            identity, key = self._papers.add(Sort.TEMPLATE, to_json(words), plain="")
            name = f"own-{identity.hex}"
            storage_templates.insert(self._ledger.db, key, name, type_, None)
            return self.get(name)

    def remove_own(self, name: str) -> None:
        """Move a template of one's own to the bin; one of the app's stays (InvalidInputError)."""
        with self._ledger.db.transaction():
            self._papers.bin(self._own(name).paper.id)

    def take_back_own(self, name: str) -> Template:
        """Take a template of one's own out of the bin."""
        with self._ledger.db.transaction():
            self._papers.restore(self._own(name).paper.id)
            return self.get(name)

    def values(
        self, person: PersonId, conversation: ConversationId | None = None
    ) -> tuple[Variable, ...]:
        """Return what would be filled in for somebody, in the order in which it is offered."""
        return self._variables.of(person, conversation)

    def variables(
        self, person: PersonId, conversation: ConversationId | None = None
    ) -> Mapping[str, str]:
        """Return what would be filled in for somebody, by name; empty when it is not known."""
        return {found.name: found.value for found in self.values(person, conversation)}

    def filled(
        self, name: str, person: PersonId, conversation: ConversationId | None = None
    ) -> str:
        """Return the template as a talk with somebody would begin with it."""
        return filled(self.get(name).words.body, self.variables(person, conversation))

    def against_original(self, name: str) -> tuple[LineChange, ...]:
        """Return the lines that differ from what came with the app; none for one's own."""
        template = self.get(name)
        if template.original is None:
            return ()
        return line_changes(template.original.body, template.words.body)

    def used(self, name: str) -> int:
        """Return how many talks were made from it."""
        return storage_templates.times_used(self._ledger.db, name)

    def _given(self) -> tuple[str, ...]:
        groups = tuple(TemplateGroup)
        return tuple(
            sorted(self._originals, key=lambda name: groups.index(self._originals[name].group))
        )

    def _own(self, name: str) -> StoredTemplate:
        stored = storage_templates.find(self._ledger.db, name)
        if name in self._originals or stored is None:
            raise InvalidInputError(
                "Only a template of your own can be removed.", "Restore the original instead."
            )
        return stored

    def _save(self, name: str, words: TemplateWords, *, anew: bool) -> Template:
        db = self._ledger.db
        present = self.get(name)
        if words == present.words:
            return present
        if present.id is None:
            self._begin(present)
        before = storage_templates.find(db, name)
        assert before is not None
        anew = anew or storage_templates.is_version_used(db, name, before.version)
        self._papers.save(before.paper.id, to_json(words), "", anew=anew)
        kept = revisions.kept(db, before.paper.id)
        if kept and kept[0].revision == before.paper.text_revision:
            storage_templates.next_version(db, before.paper.key)
        return self.get(name)

    def _begin(self, given: Template) -> None:
        """Keep a template of the app's in the vault from now on, in its first version."""
        _, key = self._papers.add(Sort.TEMPLATE, to_json(given.words), plain="")
        storage_templates.insert(
            self._ledger.db, key, given.name, given.type, given.original_version
        )


def _template(name: str, original: Original | None, stored: StoredTemplate | None) -> Template:
    if stored is None:
        assert original is not None
        return Template(
            name=name,
            group=original.group,
            type=original.type,
            words=original.words,
            original=original.words,
            original_version=original.version,
            version=1,
        )
    return Template(
        name=name,
        group=original.group if original else TemplateGroup.OWN,
        type=original.type if original else stored.type,
        words=stored.words,
        original=original.words if original else None,
        original_version=original.version if original else 1,
        version=stored.version,
        id=TemplateId(stored.paper.id),
        changed_at=stored.paper.text_saved_at,
    )


def _checked(words: TemplateWords) -> TemplateWords:
    title = " ".join(checked_words(words.title).split())
    if not title:
        raise InvalidInputError("A template needs a title.", "Give it one or two words.")
    if len(title) > LONGEST_TITLE:
        raise InvalidInputError(
            f"A title holds at most {LONGEST_TITLE} characters.", "Shorten it a little."
        )
    return TemplateWords(title=title, why=checked_words(words.why), body=checked_words(words.body))
