"""Which policy is meant: one adopted in the office's file, or one that comes with the program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coordinator_app.cli.desks import desk_of
from coordinator_app.cli.parser import Words
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.policy import Pack, Policy
from coordinator_app.domain.policy_merge import compose, policy_in_force
from coordinator_app.services.policies import DEFAULT_PACK, shipped_packs


def chosen_policy(words: Words, name: str | None, day: date | None = None) -> Policy:
    """The policy called `name`, or the one in force on `day` (None: the newest).

    With `--file` the adopted versions are looked at first, then the shipped ones. Raises
    RuleBroken where it does not hold on that day, BadInput where nothing has that name.
    """
    adopted = adopted_policies(words) if words.file else (shipped_policy(DEFAULT_PACK),)
    if name is None:
        return _in_force(adopted, day)
    named = [one for one in adopted if name in names_of(one)]
    policy = named[-1] if named else shipped_policy(name)
    if day is not None and day < policy.in_force_from:
        raise RuleBroken("cli.policy_later", policy=policy.title, first=policy.in_force_from)
    return policy


def _in_force(policies: Iterable[Policy], day: date | None) -> Policy:
    found = policy_in_force(policies, day or date.max)
    if found is None:
        raise RuleBroken("policy.none_in_force", day=day)
    return found


def adopted_policies(words: Words) -> tuple[Policy, ...]:
    """The versions in the office's file, the earliest first."""
    with desk_of(words) as desk:
        return tuple(policy for _, policy in desk.policies.all())


def names_of(policy: Policy) -> tuple[str, ...]:
    """By what an adopted version may be asked for: its id, its version, its first day."""
    return policy.id, policy.version, policy.in_force_from.isoformat()


def shipped_policy(name: str) -> Policy:
    """A shipped pack as a whole policy; a change stands on the default one. Raises BadInput."""
    packs = shipped_packs()
    if name not in packs:
        raise BadInput("cli.no_such_policy", name=name, known=tuple(packs))
    return whole(packs[name])


def whole(pack: Pack) -> Policy:
    """A pack as a whole policy from its first day. Raises what `compose` refuses."""
    if pack.kind == "policy":
        assert pack.in_force_from is not None
        return compose(pack, (), {}, pack.in_force_from)
    base = shipped_packs()[DEFAULT_PACK]
    assert base.in_force_from is not None
    first = max(base.in_force_from, pack.in_force_from or base.in_force_from)
    return compose(base, [(pack, first)], {}, first)
