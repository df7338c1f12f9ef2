"""Reading a policy file: a wrong one is refused with file, line and reason."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import (
    Category,
    Pack,
    Paragraph,
    Part,
    ProviderRule,
    Requirement,
    Role,
    Rule,
)
from coordinator_app.domain.policy_pack_checks import check_pack
from coordinator_app.domain.policy_pack_lines import lines_of
from coordinator_app.domain.policy_pack_tables import PackFile, PackTable
from coordinator_app.domain.policy_rule_shapes import in_shape, shape_of

T = TypeVar("T")

KINDS = ("policy", "change")
SCHEMA = 1
REQUIREMENT_KINDS = (
    "education",
    "transcripts",
    "work",
    "leadership",
    "training",
    "rsc_received",
    "rsc_provided",
    "references",
    "code_of_ethics",
    "agreement",
    "membership",
    "fee",
    "prerequisite",
)
_SYNTAX_LINE = re.compile(r"at line (\d+)")


def read_pack(text: str, *, name: str) -> Pack:
    """Read the text of the policy file called `name`.

    Raises BadInput("policy.refused", file, line, reason): `reason` is a Phrase, `line` counts
    from 1. What the file leaves unset stays None; nothing is filled in.
    """
    file = PackFile(name, lines_of(text))
    top = PackTable(_parsed(text, name), (), file)
    if top.count("schema") != SCHEMA:
        raise top.refusal("schema", "pack.wrong_schema", known=SCHEMA)
    pack = _pack(top)
    top.close()
    check_pack(pack, file)
    return pack


def _parsed(text: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as trouble:
        found = _SYNTAX_LINE.search(str(trouble))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        reason = phrase("pack.syntax", text=str(trouble))
        raise BadInput("policy.refused", file=name, line=line, reason=reason) from None


def _pack(top: PackTable) -> Pack:
    return Pack(
        id=top.text("id"),
        title=top.text("title"),
        kind=top.choice("kind", KINDS),
        in_force_from=top.day("in_force_from"),
        replaces=top.texts("replaces"),
        speaks_of=top.texts("speaks_of"),
        perhaps_of=top.texts("perhaps_of"),
        paragraphs=_frozen(
            {id: _paragraph(id, one) for id, one in top.named("paragraphs").items()}
        ),
        categories=_frozen({id: _category(id, one) for id, one in top.named("categories").items()}),
        requirements=tuple(_requirement(one) for one in top.listed("requirements")),
        providers=tuple(_provider(one) for one in top.listed("providers")),
        rules=_frozen({key: _rule(key, one) for key, one in top.named("rules").items()}),
    )


def _frozen(content: dict[str, T]) -> Mapping[str, T]:
    return MappingProxyType(content)


def _paragraph(id: str, table: PackTable) -> Paragraph:
    made = Paragraph(
        id=id,
        title=table.text("title"),
        text=table.text("text"),
        source=table.text("source"),
        to_confirm=bool(table.flag("to_confirm")),
    )
    table.close()
    return made


def _category(code: str, table: PackTable) -> Category:
    made = Category(
        code=code,
        family=table.choice("family", ("IMH", "ECMH", "add-on")),
        name=table.text("name"),
        scope=table.text("scope"),
        scope_rank=table.count("scope_rank") or 0,
        credential=table.maybe_text("credential") or "",
        age_band=table.maybe_text("age_band") or "",
        paragraph=table.text("paragraph"),
        exam=table.flag("exam"),
        former_level=table.maybe_text("former_level"),
        opens=table.day("opens"),
        closes=table.day("closes"),
        prerequisite=table.texts("prerequisite"),
    )
    if not 1 <= made.scope_rank <= 4:
        raise table.refusal("scope_rank", "pack.not_one_of", value=made.scope_rank, allowed="1-4")
    table.close()
    return made


def _requirement(table: PackTable) -> Requirement:
    made = Requirement(
        id=table.text("id"),
        kind=table.choice("kind", REQUIREMENT_KINDS),
        categories=table.texts("categories"),
        title=table.text("title"),
        paragraph=table.text("paragraph"),
        minimum=table.amount("minimum"),
        unit=table.maybe_text("unit") or "",
        typical=table.amount("typical"),
        minimum_families=table.count("minimum_families"),
        about_own_provision=table.amount("about_own_provision"),
        parts=tuple(_part(one) for one in table.listed("parts")),
        any_of=table.texts("any_of"),
        instead=table.maybe_text("instead"),
        window_months=_window(table),
        roles=tuple(_role(one) for one in table.listed("roles")),
        recommended=bool(table.flag("recommended")),
        unpaid=table.choice("unpaid", ("yes", "no", "unclear"), usual="yes"),
        unset=table.texts("unset"),
    )
    table.close()
    return made


def _window(table: PackTable) -> tuple[int, int] | None:
    months = table.raw("window_months")
    match months:
        case None:
            return None
        case [int() as shortest, int() as longest] if 0 <= shortest <= longest and longest > 0:
            return shortest, longest
        case _:
            raise table.refusal("window_months", "pack.wrong_window")


def _part(table: PackTable) -> Part:
    made = Part(
        area=table.text("area"),
        minimum=_needed_amount(table, "minimum"),
        paragraph=table.text("paragraph"),
    )
    table.close()
    return made


def _needed_amount(table: PackTable, key: str) -> Decimal:
    found = table.amount(key)
    if found is None:
        raise table.refusal(key, "pack.missing_key")
    return found


def _role(table: PackTable) -> Role:
    made = Role(table.text("id"), table.text("title"), table.texts("kinds"))
    table.close()
    return made


def _provider(table: PackTable) -> ProviderRule:
    made = ProviderRule(
        id=table.text("id"),
        applicants=table.texts("applicants"),
        providers=table.texts("providers"),
        paragraph=table.text("paragraph"),
        prepared=table.maybe_text("prepared"),
        degree_needed_for=table.texts("degree_needed_for"),
        with_degree=table.maybe_text("with_degree"),
        vetted=bool(table.flag("vetted")),
        earned_from=table.day("earned_from"),
        earned_to=table.day("earned_to"),
    )
    table.close()
    return made


def _rule(key: str, table: PackTable) -> Rule:
    shape = shape_of(key)
    if shape is None:
        raise table.file.refusal(table.place, phrase("pack.unknown_rule", key=key))
    unset, raw = bool(table.flag("unset")), table.raw("value")
    if unset == (raw is not None):
        raise table.file.refusal(table.place, phrase("pack.value_or_unset", key=key))
    value = None if raw is None else in_shape(raw, shape)
    if value is None and not unset:
        expected = phrase(f"pack.type.{shape.kind}", choices=shape.choices)
        raise table.refusal("value", "pack.wrong_type", expected=expected)
    made = Rule(
        key=key,
        value=value,
        label=table.text("label"),
        unit=table.maybe_text("unit") or "",
        paragraph=table.text("paragraph"),
        setting=bool(table.flag("setting")),
        default=value,
        to_confirm=bool(table.flag("to_confirm")),
    )
    table.close()
    return made
