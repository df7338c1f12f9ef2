"""The policies this office has adopted, and the packs it may adopt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from coordinator_app.domain.calendar import PolicyOn
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.policy import Pack, Policy, RuleValue
from coordinator_app.domain.policy_json import policy_from_json, policy_to_json
from coordinator_app.domain.policy_merge import compose, policy_in_force
from coordinator_app.domain.policy_next import next_version
from coordinator_app.domain.policy_pack import read_pack
from coordinator_app.persistence import policies as rows
from coordinator_app.persistence.columns import Row, day, maybe_number, number, text
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.runtime import paths

DEFAULT_PACK = "aimh-hi-2024-01"


def shipped_packs() -> Mapping[str, Pack]:
    """The packs that come with the program, by id. Raises BadInput `policy.refused`."""
    files = sorted(paths.policies_folder().glob("*.toml"))
    packs = (read_pack(file.read_text(encoding="utf-8"), name=file.name) for file in files)
    return {pack.id: pack for pack in packs}


def default_policy(settings: Mapping[str, RuleValue | None] | None = None) -> Policy:
    """The whole policy a new office starts with, with its settings."""
    pack = shipped_packs()[DEFAULT_PACK]
    assert pack.in_force_from is not None
    return compose(pack, (), settings or {}, pack.in_force_from)


@dataclass(frozen=True, slots=True)
class AdoptedPolicy:
    """A version in the file: its number, when it was adopted, whether it is in force today."""

    id: int
    policy: Policy
    adopted_on: date
    in_force: bool


@dataclass(frozen=True, slots=True)
class Policies:
    """Adopted versions, read once: they are immutable, and known by their hash."""

    store: Store
    _kept: dict[str, Policy] = field(default_factory=dict[str, Policy])

    def all(self) -> tuple[tuple[int, Policy], ...]:
        """(number, policy) of every adopted version, the earliest first."""
        with self.store.read() as reader:
            return self.read(reader)

    def read(self, reader: Reader) -> tuple[tuple[int, Policy], ...]:
        """The same inside a transaction that is open already."""
        found = rows.headings(reader)
        return tuple((id, self._policy(reader, id, digest)) for id, digest in found)

    def _policy(self, reader: Reader, id: int, digest: str) -> Policy:
        if digest not in self._kept:
            self._kept[digest] = policy_from_json(rows.body(reader, id))
        return self._kept[digest]

    def on(self, reader: Reader, day: date) -> Policy | None:
        """The policy in force on a day, or None."""
        return self.finder(reader)(day)

    def finder(self, reader: Reader) -> PolicyOn:
        """Tells the policy in force on any day; reads the adopted versions once."""
        policies = [policy for _, policy in self.read(reader)]
        return partial(policy_in_force, policies)

    def id_on(self, reader: Reader, day: date) -> int:
        """The number of the policy in force. Raises RuleBroken `policy.none_in_force`."""
        policies = self.read(reader)
        found = policy_in_force([policy for _, policy in policies], day)
        if found is None:
            raise RuleBroken("policy.none_in_force", day=day)
        return next(id for id, policy in policies if policy is found)

    def by_id(self, reader: Reader, id: int | None) -> Policy | None:
        """The pinned policy of a case; None where none is pinned."""
        return None if id is None else dict(self.read(reader))[id]

    def judging(self, reader: Reader, application: Row, today: date) -> Policy | None:
        """What a case is judged by: before submission today's policy, afterwards the pinned one.

        A deferred case that was taken up again is before its submission. None for imported
        history of a day without a policy.
        """
        if application["submitted"] is None:
            return self.on(reader, today)
        return self.by_id(reader, maybe_number(application, "policy_id"))

    def adopted(self, today: date) -> tuple[AdoptedPolicy, ...]:
        """Every version with its dates, the earliest first."""
        with self.store.read() as reader:
            days = {number(row, "id"): day(row, "adopted_on") for row in reader.find("policy")}
            known = self.read(reader)
        now = policy_in_force([policy for _, policy in known], today)
        return tuple(AdoptedPolicy(id, one, days[id], one is now) for id, one in known)

    def propose(
        self,
        changes: Sequence[str],
        in_force_from: date,
        settings: Mapping[str, RuleValue | None],
    ) -> tuple[Policy, Policy]:
        """(what is in force till then, what would be from that day on); writes nothing.

        `changes` are ids of shipped packs, `settings` what the association says now. Raises what
        `compose` raises and RuleBroken `policy.none_in_force`, `policy.not_shipped`.
        """
        packs, versions = shipped_packs(), [policy for _, policy in self.all()]
        last = policy_in_force(versions, in_force_from)
        if last is None:
            raise RuleBroken("policy.none_in_force", day=in_force_from)
        made_of = (last.id.partition("+")[0], *last.changes, *changes)
        for id in made_of:
            if id not in packs:
                raise RuleBroken("policy.not_shipped", policy=id)
        earlier = [one for one in versions if one.in_force_from < last.in_force_from]
        new = [packs[id] for id in changes if id not in last.changes]
        return last, next_version(packs, last, earlier, new, in_force_from, settings)

    def adopt(self, policy: Policy, today: date) -> Changes:
        """Write a version, immutable from now on.

        Raises BadInput `policy.adopted_before` if a version from that day exists, RuleBroken
        `policy.cases_since` where a case was submitted on that day or later: it is judged by the
        policy that was in force, and stays so.
        """
        with self.store.write("Adopt policy", detail=policy.title, outside=True) as tx:
            write_policy(tx, policy, today)
        return tx.changes()


def _submitted_since(reader: Reader, day: str) -> bool:
    """Whether a case, imported history apart, was submitted on a day (ISO) or later."""
    imported = {row["id"] for row in reader.find("application", imported=1)}
    submitted = (row for row in reader.find("submission") if row["application_id"] not in imported)
    return any(text(row, "submitted") >= day for row in submitted)


def write_policy(tx: Transaction, policy: Policy, today: date) -> int:
    """Keep a whole version in the file."""
    day = policy.in_force_from.isoformat()
    if tx.find("policy", in_force_from=day):
        raise BadInput("policy.adopted_before", day=policy.in_force_from)
    if _submitted_since(tx, day):
        raise RuleBroken("policy.cases_since", day=policy.in_force_from)
    return tx.insert(
        "policy",
        {
            "code": policy.id,
            "title": policy.title,
            "in_force_from": day,
            "adopted_on": today.isoformat(),
            "digest": policy.digest,
            "body": policy_to_json(policy),
        },
    )
