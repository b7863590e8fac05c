"""Identities: UUIDv7, so that an id says when it was made and merges without clashes."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import NewType
from uuid import UUID

PersonId = NewType("PersonId", UUID)
NoteId = NewType("NoteId", UUID)
DeviceId = NewType("DeviceId", UUID)
ConversationId = NewType("ConversationId", UUID)
PreparationId = NewType("PreparationId", UUID)
TopicId = NewType("TopicId", UUID)
PromiseId = NewType("PromiseId", UUID)
ThreadId = NewType("ThreadId", UUID)
TemplateId = NewType("TemplateId", UUID)
YardstickId = NewType("YardstickId", UUID)
VisionLineId = NewType("VisionLineId", UUID)
GoalId = NewType("GoalId", UUID)
CheckInId = NewType("CheckInId", UUID)
GrowthPlanId = NewType("GrowthPlanId", UUID)
GrowthStepId = NewType("GrowthStepId", UUID)
MentoringId = NewType("MentoringId", UUID)
LessonId = NewType("LessonId", UUID)
HandoverId = NewType("HandoverId", UUID)


def new_uuid7(moment: datetime) -> UUID:
    """Return a fresh version 7 UUID (RFC 9562): 48 bits of milliseconds, 74 bits of chance."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    chance = secrets.randbits(74)
    value = milliseconds << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62
    return UUID(int=value | (chance & ((1 << 62) - 1)))
