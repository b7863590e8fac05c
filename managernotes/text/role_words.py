"""What tells a role from a name, for lists that put a comma between anything."""

from __future__ import annotations

from managernotes.domain.folding import folded


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROLES = _words(
    """
    accounts admin administration administrator advisor analyst apprentice architect assistant
    associate backend boss buyer care chef chief cleaner clerk coach consultant controller
    coordinator customer data delivery deputy design designer desk developer devops director doctor
    driver editor electrician engineer engineering executive expert finance foreman frontend
    fullstack graduate head hr human infrastructure intern it junior kitchen lead leader legal
    logistics manager marketing master mechanic mobile night nurse office officer operations
    operator ops owner partner people platform planner porter principal process product production
    programme project purchasing qa quality receptionist recruiter representative research
    researcher sales science scientist secretary security senior server service shift site
    specialist sre staff store student supervisor support surgeon system systems teacher team
    technician technology test tester therapist trainee trainer treasury vp waiter warehouse worker
    writer ux ui
    """
)
_PARTICLES = _words(
    "al bin da de del della den der di dos das du el la las le los ter ten van von zu zum zur"
)
_PRONOUNS = _words(
    "she her hers he him his they them their theirs ze zir xe xem it its sie ihr er ihm elle il"
)


def looks_like_a_role(words: str) -> bool:
    """Whether the words are more likely a role than a person's first name."""
    parts = words.replace("/", " ").replace("-", " ").split()
    return any(folded(part).strip(".") in _ROLES for part in parts) or any(
        char.isdigit() or char == "&" for char in words
    )


def starts_like_a_surname(words: str) -> bool:
    """Whether the words begin as surnames do that have several: "van der Berg", "de Souza"."""
    return folded(words.split(maxsplit=1)[0]) in _PARTICLES


def is_pronouns(words: str) -> bool:
    """Whether the words only say how somebody is spoken of: "she/her"."""
    parts = words.replace("/", " ").split()
    return bool(parts) and all(folded(part) in _PRONOUNS for part in parts)
