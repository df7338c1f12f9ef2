"""Phrases as they are kept: code and facts in JSON, so that each reader's language can say them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase


def kept_phrase(one: Phrase) -> str:
    """JSON of a phrase; dates and amounts are marked, so that they come back as such."""
    return json.dumps(_plain(one), ensure_ascii=False, sort_keys=True)


def stored_phrase(text: str) -> Phrase:
    """The phrase that `kept_phrase` wrote."""
    return cast("Phrase", _lively(json.loads(text)))


def _plain(value: object) -> object:
    match value:
        case Phrase():
            return {
                "say": value.code,
                "facts": {name: _plain(v) for name, v in value.facts.items()},
            }
        case PartialDate():
            return {"when": value.iso}
        case date():
            return {"day": value.isoformat()}
        case Decimal():
            return {"amount": format(value, "f")}
        case tuple():
            return [_plain(one) for one in cast("tuple[object, ...]", value)]
        case _:
            return value


def _lively(value: object) -> object:
    if isinstance(value, list):
        return tuple(_lively(one) for one in cast("list[object]", value))
    if not isinstance(value, dict):
        return value
    found = cast("Mapping[str, str]", value)
    if "say" in found:
        facts = cast("Mapping[str, object]", found["facts"])
        return Phrase(found["say"], {name: _lively(one) for name, one in facts.items()})
    if "when" in found:
        return PartialDate.parse(found["when"])
    return date.fromisoformat(found["day"]) if "day" in found else Decimal(found["amount"])
