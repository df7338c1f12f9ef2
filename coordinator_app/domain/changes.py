"""What a write touched, so that screens can decide whether to refresh."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The things a screen may show."""

    OFFICE = "office"
    PERSON = "person"
    APPLICATION = "application"
    REFERENCE = "reference"
    REVIEW = "review"
    LETTER = "letter"
    ENDORSEMENT = "endorsement"
    NOTE = "note"
    POLICY = "policy"
    EXAM = "exam"


@dataclass(frozen=True, slots=True)
class Changes:
    """One committed action: its name, its journal number and what it touched.

    `made` is the id of the record the action was about, if it made one.
    """

    action: str
    entry: int
    kinds: frozenset[Kind] = field(default_factory=frozenset[Kind])
    people: frozenset[int] = field(default_factory=frozenset[int])
    applications: frozenset[int] = field(default_factory=frozenset[int])
    endorsements: frozenset[int] = field(default_factory=frozenset[int])
    made: int | None = None
