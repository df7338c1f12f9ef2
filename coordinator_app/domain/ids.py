"""Ids are types, so that a person's number is not taken for a case's."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", int)
ApplicationId = NewType("ApplicationId", int)
ReferenceId = NewType("ReferenceId", int)
ReviewId = NewType("ReviewId", int)
EvidenceId = NewType("EvidenceId", int)
LetterId = NewType("LetterId", int)
EndorsementId = NewType("EndorsementId", int)
NoteId = NewType("NoteId", int)
PolicyId = NewType("PolicyId", int)
