"""`policy list`, `policy show` and `policy check`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path

from coordinator_app.cli.packs import adopted_policies, chosen_policy, whole
from coordinator_app.cli.parser import FILE, PASSPHRASE, Command, Words
from coordinator_app.cli.told import Told, fact, line, table
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.policy import Pack, Policy, Rule, RuleValue
from coordinator_app.domain.policy_json import policy_to_json
from coordinator_app.domain.policy_pack import read_pack
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs

_MOST = 2_000_000  # bytes; a real policy has some tens of thousands


def _list(words: Words) -> Told:
    adopted = adopted_policies(words) if words.file else ()
    packs = shipped_packs().values()
    plain = {
        "shipped": [_plain_pack(pack) for pack in packs],
        "adopted": [_plain_version(one) for one in adopted],
    }
    shipped = [(pack.id, pack.kind, pack.in_force_from, pack.title) for pack in packs]
    kept = [(one.id, "adopted", one.in_force_from, one.title) for one in adopted]
    return Told(plain, table(("policy", "kind", "from", "title"), [*shipped, *kept]))


def _plain_pack(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "title": pack.title,
        "kind": pack.kind,
        "in_force_from": pack.in_force_from,
        "replaces": pack.replaces,
        "default": pack.id == DEFAULT_PACK,
    }


def _plain_version(policy: Policy) -> dict[str, object]:
    return {
        "id": policy.id,
        "version": policy.version,
        "title": policy.title,
        "in_force_from": policy.in_force_from,
        "changes": policy.changes,
    }


def _show_words(parser: ArgumentParser) -> None:
    parser.add_argument("policy", metavar="P", nargs="?", help="a policy: see `policy list`")


def _show(words: Words) -> Told:
    """The whole policy in JSON; for people its rules, what is unset and what is to confirm."""
    policy = chosen_policy(words, words.policy)
    rules = policy.rules.values()
    lines = [
        line("cli.policy_head", title=policy.title, version=policy.version),
        line("cli.policy_from", first=policy.in_force_from, categories=tuple(policy.categories)),
        line(
            "cli.policy_open",
            unset=sum(rule.value is None for rule in rules),
            confirm=sum(rule.to_confirm and not rule.given for rule in rules),
        ),
        "",
        *table(("rule", "value", "standing", "paragraph"), [_rule(rule, policy) for rule in rules]),
        "",
        *table(("requirement", "categories", "asks for"), _requirements(policy)),
    ]
    return Told(json.loads(policy_to_json(policy)), lines)


def _rule(rule: Rule, policy: Policy) -> tuple[object, ...]:
    standing = "to confirm" if rule.to_confirm and not rule.given else ""
    value = "not set" if rule.value is None else f"{_value(rule.value)} {rule.unit}".strip()
    return rule.key, value, standing, policy.paragraph(rule.paragraph).title


def _value(value: RuleValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else fact(value)


def _requirements(policy: Policy) -> list[tuple[object, ...]]:
    return [(one.id, " ".join(one.categories), one.title) for one in policy.requirements]


def _check_words(parser: ArgumentParser) -> None:
    parser.add_argument("pack", metavar="FILE", type=Path, help="a policy file (TOML)")


def _check(words: Words) -> Told:
    """Raises BadInput `policy.refused` with file, line and reason."""
    path: Path = words.pack
    pack = read_pack(_text(path), name=path.name)
    policy = _composed(pack)
    plain = {**_plain_pack(pack), "digest": policy.digest, "rules": len(pack.rules)}
    counts = {"categories": len(policy.categories), "requirements": len(policy.requirements)}
    told = line("cli.policy_sound", file=path.name, title=pack.title, **counts)
    return Told(plain | counts, [told])


def _composed(pack: Pack) -> Policy:
    """A change must also fit the default policy; one that does not is a wrong file."""
    try:
        return whole(pack)
    except RuleBroken as refusal:
        raise BadInput(refusal.code, **refusal.facts) from None


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise BadInput("cli.unreadable", file=str(path), reason=reason) from None
    if len(content) > _MOST:
        raise BadInput("cli.too_large", file=path.name, most=_MOST)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput("cli.not_utf8", file=path.name) from None


COMMANDS = (
    Command("policy list", "the policies shipped and adopted", _list, (FILE, PASSPHRASE)),
    Command("policy show", "one policy in full", _show, (FILE, PASSPHRASE), _show_words),
    Command("policy check", "whether a policy file is sound", _check, (), _check_words),
)
