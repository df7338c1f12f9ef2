"""A whole policy as JSON text, as the database keeps it, and back; the digest is taken of it.

Mappings are written as lists, so that the policy's own order comes back. Days and exact numbers
are written as {"day": ...} and {"number": ...} where a rule's value could be either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from types import MappingProxyType
from typing import TypeVar, cast

from coordinator_app.domain.policy import (
    Category,
    Paragraph,
    Part,
    Policy,
    ProviderRule,
    Requirement,
    Role,
    Rule,
    RuleValue,
)

T = TypeVar("T")
N = TypeVar("N")
Table = Mapping[str, object]


def policy_to_json(policy: Policy) -> str:
    """Canonical JSON: one text for one policy. `policy_from_json` gives the same policy back."""
    return _text({**_body(policy), "digest": policy.digest})


def policy_from_json(text: str) -> Policy:
    """The policy that `policy_to_json` wrote. Text from elsewhere raises KeyError or ValueError."""
    top = _table(json.loads(text))
    return Policy(
        id=_str(top["id"]),
        title=_str(top["title"]),
        in_force_from=date.fromisoformat(_str(top["in_force_from"])),
        digest=_str(top["digest"]),
        paragraphs=_by("id", _all(top["paragraphs"], lambda one: _made(Paragraph, one))),
        categories=_by("code", _all(top["categories"], lambda one: _made(Category, one))),
        requirements=tuple(_all(top["requirements"], _requirement)),
        providers=tuple(_all(top["providers"], lambda one: _made(ProviderRule, one))),
        rules=_by("key", _all(top["rules"], lambda one: _made(Rule, one))),
        changes=tuple(_str(one) for one in _list(top["changes"])),
    )


def with_digest(policy: Policy) -> Policy:
    """The policy with the SHA-256 of its canonical JSON, the digest itself left out."""
    return replace(policy, digest=sha256(_text(_body(policy)).encode()).hexdigest())


def _text(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _body(policy: Policy) -> dict[str, object]:
    return {
        "id": policy.id,
        "title": policy.title,
        "in_force_from": policy.in_force_from.isoformat(),
        "paragraphs": [_written(one) for one in policy.paragraphs.values()],
        "categories": [_written(one) for one in policy.categories.values()],
        "requirements": [_written(one) for one in policy.requirements],
        "providers": [_written(one) for one in policy.providers],
        "rules": [_written(one) for one in policy.rules.values()],
        "changes": list(policy.changes),
    }


def _written(
    one: Paragraph | Category | Requirement | Part | Role | ProviderRule | Rule,
) -> dict[str, object]:
    return {part.name: _plain(cast("object", getattr(one, part.name))) for part in fields(one)}


def _plain(value: object) -> object:
    match value:
        case Decimal():
            return {"number": str(value)}
        case date():
            return {"day": value.isoformat()}
        case Part() | Role():
            return _written(value)
        case tuple():
            return [_plain(part) for part in cast("tuple[object, ...]", value)]
        case _:
            return value


def _read(value: object) -> RuleValue | tuple[int, int] | None:
    """The opposite of `_plain` for everything but parts and roles."""
    if isinstance(value, list):
        parts = cast("list[object]", value)
        return cast("tuple[str, ...]", tuple(_read(part) for part in parts))
    match value:
        case {"number": str(number)}:
            return Decimal(number)
        case {"day": str(day)}:
            return date.fromisoformat(day)
        case None | bool() | int() | str():
            return value
        case _:
            raise _wrong("a value of a policy", value)


def _made(kind: Callable[..., T], table: Table) -> T:
    return kind(**{name: _read(value) for name, value in table.items()})


def _requirement(table: Table) -> Requirement:
    plain = {name: value for name, value in table.items() if name not in ("parts", "roles")}
    return replace(
        _made(Requirement, plain),
        parts=tuple(_all(table["parts"], lambda one: _made(Part, one))),
        roles=tuple(_all(table["roles"], lambda one: _made(Role, one))),
    )


def _by(name: str, parts: Iterable[N]) -> Mapping[str, N]:
    return MappingProxyType({_str(getattr(part, name)): part for part in parts})


def _all(value: object, read: Callable[[Table], T]) -> list[T]:
    return [read(_table(one)) for one in _list(value)]


def _table(value: object) -> Table:
    if not isinstance(value, dict):
        raise _wrong("a table", value)
    return cast("Table", value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _wrong("a list", value)
    return cast("list[object]", value)


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("a text", value)
    return value


def _wrong(expected: str, value: object) -> ValueError:
    return ValueError(f"not {expected}: {value!r}")
