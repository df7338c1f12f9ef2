"""Invented evidence that shows what a policy asks of a category, and a little more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.facts import COMPETENCIES
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.policy import Policy, Requirement
from coordinator_app.services.practice_words import Words
from coordinator_app.services.practice_world import OPENED

_QUARTER = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Shown:
    """Who shows what, by when: `by` is the day it should be complete, `provider` gave the RSC."""

    policy: Policy
    category: str
    by: date
    provider: int | None
    words: Words
    luck: Random

    def pieces(self) -> Iterator[EvidenceDraft]:
        """Evidence for each requirement that is shown by evidence, education first."""
        for requirement in self.policy.requirements_for(self.category):
            make = _MAKERS.get(requirement.kind)
            if make is not None:
                yield from make(self, requirement)

    def _education(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        degree = self.luck.choice(requirement.any_of or ("bachelor",))
        school = self.luck.choice(self.words.lists["institutions"])
        year = PartialDate(self.by.year - self.luck.randrange(3, 15))
        yield EvidenceDraft("education", degree=degree, institution=school, on=year)

    def _transcript(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        del requirement
        yield EvidenceDraft("transcript", on=self._before(40), title="Official transcript")

    def _years(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        """One span of years long enough, still going on."""
        years = int(requirement.minimum or 2) + 1
        month = months_after(self.by, -12 * years - self.luck.randrange(12))
        yield EvidenceDraft(
            requirement.kind,
            title=self.luck.choice(self.words.lists["workplaces"]),
            started=PartialDate(month.year, month.month),
            families=self.luck.randrange(8, 40),
        )

    def _training(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        """What each area asks for, and the rest in infant mental health."""
        asked = {part.area: part.minimum for part in requirement.parts}
        rest = max((requirement.minimum or Decimal(30)) - sum(asked.values()), Decimal(6))
        sessions = [*asked.items(), ("imh", rest / 2), ("imh", rest / 2)]
        for number, (area, hours) in enumerate(sessions):
            yield EvidenceDraft(
                "training",
                title=self.luck.choice(self.words.lists["trainings"]),
                area=area,
                domain=COMPETENCIES[(self.by.toordinal() + 3 * number) % len(COMPETENCIES)],
                hours=hours + self.luck.randrange(1, 9) * _QUARTER,
                on=self._before(self.luck.randrange(60, 500)),
            )

    def _rsc(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        """Two logs that follow each other over fifteen months, of which the later is about RSC given."""
        if requirement.recommended:
            return
        hours = (requirement.minimum or Decimal(24)) / 2 + self.luck.randrange(1, 5) * _QUARTER
        starts = max(months_after(self.by, -15), OPENED + timedelta(days=1))
        middle = max(months_after(self.by, -7), starts)
        for begins, ends, own in (
            (starts, middle, False),
            (middle + timedelta(days=1), max(self.by - timedelta(days=20), middle), True),
        ):
            yield EvidenceDraft(
                "rsc_received",
                started=PartialDate.of(begins),
                ended=PartialDate.of(max(begins, ends)),
                hours=hours,
                mode=self.luck.choice(("individual", "group")),
                provider_id=self.provider,
                about_own_provision=own and bool(requirement.about_own_provision),
            )

    def _signed(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        yield EvidenceDraft(requirement.kind, on=self._before(30))

    def _fee(self, requirement: Requirement) -> Iterator[EvidenceDraft]:
        del requirement
        amount = str(self.policy.amount("fee.processing") or "")
        yield EvidenceDraft(
            "fee", on=self._before(9), paid_state="paid", purpose="processing", amount=amount
        )

    def _before(self, days: int) -> PartialDate:
        return PartialDate.of(self.by - timedelta(days=days))


_MAKERS: Mapping[str, Callable[[Shown, Requirement], Iterator[EvidenceDraft]]] = {
    "education": Shown._education,
    "transcripts": Shown._transcript,
    "work": Shown._years,
    "leadership": Shown._years,
    "rsc_provided": Shown._years,
    "training": Shown._training,
    "rsc_received": Shown._rsc,
    "code_of_ethics": Shown._signed,
    "agreement": Shown._signed,
    "fee": Shown._fee,
}
