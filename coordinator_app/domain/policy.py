"""A policy: a dated, immutable version of all rules. Rules are data; this is their shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType

RuleValue = int | str | bool | Decimal | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A piece of policy that findings cite. `to_confirm`: the association has not said it itself."""

    id: str
    title: str
    text: str
    source: str
    to_confirm: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One value of a policy, such as `calendar.reply_months`.

    `value` None is unset: findings that need it say *cannot tell*. A `setting` may be given
    another value when the policy is adopted; `default` is what the pack gave, `given` tells that
    the association has said the value itself. `unit` is a word such as "months", "clock hours".
    """

    key: str
    value: RuleValue | None
    label: str
    unit: str
    paragraph: str
    setting: bool = False
    default: RuleValue | None = None
    to_confirm: bool = False
    given: bool = False


@dataclass(frozen=True, slots=True)
class Category:
    """What one may be endorsed as. `scope_rank` orders promotion 1 < prevention 2 < 3 < macro 4.

    `exam` None is unset. `opens` and `closes` bound the days on which it may be applied for.
    """

    code: str
    family: str
    name: str
    scope: str
    scope_rank: int
    credential: str
    age_band: str
    paragraph: str
    exam: bool | None
    former_level: str | None = None
    opens: date | None = None
    closes: date | None = None
    prerequisite: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-minimum: of the hours, at least `minimum` must be in `area`."""

    area: str
    minimum: Decimal
    paragraph: str


@dataclass(frozen=True, slots=True)
class Role:
    """One of the raters a category asks for: any of `kinds` fills it."""

    id: str
    title: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a category asks for.

    `kind`: education, transcripts, work, leadership, training, rsc_received, rsc_provided,
    references, code_of_ethics, agreement, membership, fee, prerequisite.
    `minimum` is in clock hours (training, RSC), years (work, leadership) or a count (references);
    None is unset. `any_of` lists accepted degrees or licences for education, lowest first.
    `instead` names a requirement that stands in for this one when it is met.
    `window_months` (shortest, longest) is the span the hours must fall within.
    `unpaid` says whether unpaid work counts: yes, no, or unclear (then findings cannot tell).
    `unset` names the fields the association has not stated; adopting may give them a value.
    """

    id: str
    kind: str
    categories: tuple[str, ...]
    title: str
    paragraph: str
    minimum: Decimal | None = None
    unit: str = ""
    typical: Decimal | None = None
    minimum_families: int | None = None
    about_own_provision: Decimal | None = None
    parts: tuple[Part, ...] = ()
    any_of: tuple[str, ...] = ()
    instead: str | None = None
    window_months: tuple[int, int] | None = None
    roles: tuple[Role, ...] = ()
    recommended: bool = False
    unpaid: str = "yes"
    unset: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProviderRule:
    """Who may give qualifying RSC to applicants for `applicants`, for hours earned in the span.

    `prepared` limits it to applicants whose highest degree is "bachelor" or "master" (None: all);
    `with_degree` asks the degree of a provider of the categories in `degree_needed_for`.
    """

    id: str
    applicants: tuple[str, ...]
    providers: tuple[str, ...]
    paragraph: str
    prepared: str | None = None
    degree_needed_for: tuple[str, ...] = ()
    with_degree: str | None = None
    vetted: bool = False
    earned_from: date | None = None
    earned_to: date | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules from `in_force_from` on, until a later policy's day.

    `id` names the pack(s) it was made from, `version` is its id and hash together, as cited.
    `changes` are the ids of the change packs in it. `digest` is the SHA-256 of all the rest.
    """

    id: str
    title: str
    in_force_from: date
    digest: str
    paragraphs: Mapping[str, Paragraph]
    categories: Mapping[str, Category]
    requirements: tuple[Requirement, ...]
    providers: tuple[ProviderRule, ...]
    rules: Mapping[str, Rule]
    changes: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        return f"{self.id}@{self.digest[:12]}"

    def paragraph(self, id: str) -> Paragraph:
        return self.paragraphs[id]

    def requirements_for(self, category: str) -> tuple[Requirement, ...]:
        return tuple(one for one in self.requirements if category in one.categories)

    def value(self, key: str) -> RuleValue | None:
        """The value of a rule; None where it is unset or the policy has no such rule."""
        rule = self.rules.get(key)
        return None if rule is None else rule.value

    def count(self, key: str) -> int | None:
        """A whole number: months, days, people."""
        value = self.value(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def amount(self, key: str) -> Decimal | None:
        """Clock hours, or money."""
        value = self.value(key)
        return value if isinstance(value, Decimal) else None

    def word(self, key: str) -> str | None:
        value = self.value(key)
        return value if isinstance(value, str) else None

    def codes(self, key: str) -> tuple[str, ...] | None:
        """A list of category codes or of steps."""
        value = self.value(key)
        return value if isinstance(value, tuple) else None

    def day(self, key: str) -> date | None:
        value = self.value(key)
        return value if isinstance(value, date) else None

    def flag(self, key: str) -> bool | None:
        value = self.value(key)
        return value if isinstance(value, bool) else None


@dataclass(frozen=True, slots=True)
class Pack:
    """A policy file as shipped: a whole policy, or a change naming the sections it replaces.

    `kind` is policy or change. Sections are named `categories.IMHS`, `requirements.IMHS` (all that
    IMHS is asked for), `providers`, and `rules.renewal` (all rules so beginning). `speaks_of` are
    the categories of the base a change refers to, `perhaps_of` those it provides for where they
    exist. A change may not hold before `in_force_from`.
    """

    id: str
    title: str
    kind: str
    in_force_from: date | None
    replaces: tuple[str, ...]
    speaks_of: tuple[str, ...] = ()
    perhaps_of: tuple[str, ...] = ()
    paragraphs: Mapping[str, Paragraph] = field(default_factory=lambda: MappingProxyType({}))
    categories: Mapping[str, Category] = field(default_factory=lambda: MappingProxyType({}))
    requirements: tuple[Requirement, ...] = ()
    providers: tuple[ProviderRule, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=lambda: MappingProxyType({}))
