"""Things to be said, as a code and facts: the sentence is made, and translated, where it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Phrase:
    """`code` names a sentence in `runtime/sentences.py`; `facts` fill it.

    Facts are str, int, Decimal, date, PartialDate, or a tuple of str (shown as a list).
    """

    code: str
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


def phrase(code: str, **facts: object) -> Phrase:
    """Say it in one call: `phrase("hours.at_least", hours=Decimal(30))`."""
    return Phrase(code, MappingProxyType(facts))
