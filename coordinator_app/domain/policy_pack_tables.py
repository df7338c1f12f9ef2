"""Reading a table of a policy file: every key is asked for by its type, and none is left over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import cast

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy_pack_lines import Place, line_at


@dataclass(frozen=True, slots=True)
class PackFile:
    """A policy file by name, and where in it each place stands."""

    name: str
    lines: Mapping[Place, int]

    def refusal(self, place: Place, reason: Phrase) -> BadInput:
        """The refusal of the file: its name, the line of `place`, and the reason."""
        return BadInput(
            "policy.refused", file=self.name, line=line_at(self.lines, place), reason=reason
        )


class PackTable:
    """One table. Each reader raises BadInput("policy.refused") for a missing or wrong value."""

    def __init__(self, content: Mapping[str, object], place: Place, file: PackFile) -> None:
        self._content = content
        self._asked: set[str] = set()
        self.place = place
        self.file = file

    def refusal(self, key: str, code: str, **facts: object) -> BadInput:
        return self.file.refusal((*self.place, key), phrase(code, key=key, **facts))

    def has(self, key: str) -> bool:
        return key in self._content

    def keys(self) -> tuple[str, ...]:
        return tuple(self._content)

    def close(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self._content:
            if key not in self._asked:
                raise self.refusal(key, "pack.unknown_key")

    def raw(self, key: str) -> object:
        self._asked.add(key)
        return self._content.get(key)

    def text(self, key: str) -> str:
        found = self.maybe_text(key)
        if not found:
            raise self.refusal(key, "pack.missing_key")
        return found

    def maybe_text(self, key: str) -> str | None:
        found = self.raw(key)
        if found is not None and not isinstance(found, str):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.text"))
        return found

    def choice(self, key: str, allowed: Collection[str], usual: str | None = None) -> str:
        found = self.text(key) if usual is None or self.has(key) else usual
        if found not in allowed:
            raise self.refusal(key, "pack.not_one_of", value=found, allowed=tuple(allowed))
        self._asked.add(key)
        return found

    def flag(self, key: str) -> bool | None:
        found = self.raw(key)
        if found is not None and not isinstance(found, bool):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.flag"))
        return found

    def count(self, key: str) -> int | None:
        """A whole number, not negative."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.count"))
        if found < 0:
            raise self.refusal(key, "pack.negative", value=found)
        return found

    def amount(self, key: str) -> Decimal | None:
        """Hours, years or money: an exact number, not negative."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | Decimal):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.amount"))
        number = Decimal(found)
        if not number.is_finite() or number < 0:
            raise self.refusal(key, "pack.negative", value=number)
        return number

    def day(self, key: str) -> date | None:
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, datetime) or not isinstance(found, date):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.day"))
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty where the key is missing."""
        found = self.raw(key)
        if found is None:
            return ()
        parts = cast("list[object]", found) if isinstance(found, list) else [None]
        if not all(isinstance(part, str) and part for part in parts):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.texts"))
        return tuple(str(part) for part in parts)

    def named(self, key: str) -> dict[str, PackTable]:
        """The tables below `key` by their names, in the file's order."""
        found = self.raw(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.table"))
        tables = cast("dict[str, object]", found)
        return {name: self._below((*self.place, key, name), tables[name]) for name in tables}

    def listed(self, key: str) -> list[PackTable]:
        """The array of tables below `key`."""
        found = self.raw(key)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.refusal(key, "pack.wrong_type", expected=phrase("pack.type.tables"))
        tables = cast("list[object]", found)
        return [self._below((*self.place, key, at), one) for at, one in enumerate(tables)]

    def _below(self, place: Place, content: object) -> PackTable:
        if not isinstance(content, dict):
            reason = phrase(
                "pack.wrong_type", key=str(place[-1]), expected=phrase("pack.type.table")
            )
            raise self.file.refusal(place, reason)
        return PackTable(cast("dict[str, object]", content), place, self.file)
