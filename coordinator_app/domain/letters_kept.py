"""A letter's facts as they are kept beside it, so that it can be made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from coordinator_app.domain.letters import (
    Association,
    LetterFacts,
    LetterFinding,
    LetterKind,
    Signer,
)
from coordinator_app.domain.partial import PartialDate


def facts_to_json(facts: LetterFacts) -> str:
    """The facts as text."""
    return json.dumps(asdict(facts), ensure_ascii=False, default=_plain)


def facts_from_json(text: str) -> LetterFacts:
    """The facts as they were. A fact that a letter of an earlier version did not have is None."""
    found: dict[str, Any] = json.loads(text)
    return LetterFacts(**{name: _read(name, value) for name, value in found.items()})


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(name: str, value: Any) -> Any:
    read = _READ.get(name)
    return value if value is None or read is None else read(value)


def _association(value: dict[str, Any]) -> Association:
    lines: Any = tuple(value["address"])
    told: dict[str, Any] = value | {"address": lines}
    return Association(**told)


def _findings(value: list[dict[str, str]]) -> tuple[LetterFinding, ...]:
    return tuple(LetterFinding(**one) for one in value)


_DAYS = (
    "dated",
    "submitted",
    "decided_on",
    "endorsed_from",
    "exam_from",
    "valid_until",
    "asked_on",
    "return_by",
    "sat_on",
    "retake_from",
    "moved_on",
    "cycle_ends",
    "grace_until",
    "renewed_on",
)
_READ: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_DAYS, date.fromisoformat),
    "kind": LetterKind,
    "association": _association,
    "coordinator": lambda value: Signer(**value),
    "address": tuple,
    "round_month": lambda value: PartialDate(**value),
    "reasons": tuple,
    "findings": _findings,
}
