"""One invented application, from its first day to the state its plan names."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Policy
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.practice_agenda import Step
from coordinator_app.services.practice_evidence import Shown
from coordinator_app.services.practice_ratings import Ratings
from coordinator_app.services.practice_words import CasePlan, first_of_month
from coordinator_app.services.practice_world import OPENED, World, made_number, refused_for

_PROVIDERS = ("chun", "mentor", "both")
_SHARES = 4


@dataclass(slots=True)
class CaseStory:
    """What happens before the case is submitted; `practice_decided` tells what comes after.

    `day` is the day of submission, or of the latest one; of a case that is not submitted, the day
    it might be.
    """

    world: World
    plan: CasePlan
    luck: Random
    id: int = 0
    person: int = 0
    pieces: list[EvidenceDraft] = field(default_factory=list[EvidenceDraft])
    evidence: list[int] = field(default_factory=list[int])
    planned: list[Step] = field(default_factory=list[Step])

    def at(self, day: date, step: Callable[..., object], *given: object) -> None:
        """Plan a step for a day."""
        self.planned.append((day, lambda: step(*given)))

    @property
    def today(self) -> date:
        return self.world.clock.day

    @property
    def day(self) -> date:
        if self.plan.back is None:
            return self.world.as_of + timedelta(days=20)
        return self.in_round(self.plan.back)

    def in_round(self, back: int) -> date:
        """A day of the round, no later than the present one; the same whenever it is asked."""
        first = first_of_month(self.world.as_of, back)
        last = self.world.as_of.day if back == 0 else monthrange(first.year, first.month)[1]
        luck = Random(f"{self.world.seed}/{self.plan}/{back}")
        day = self.plan.day or luck.randrange(min(last, 2), last + 1)
        return first.replace(day=min(day, last))

    @property
    def registered(self) -> date:
        if self.plan.back is None:
            return self.world.as_of - timedelta(days=self.plan.days)
        before = 70 + len(self.plan.category) * 5
        back = self.plan.back + (3 if self.plan.outcome == "returned" else 0)
        return max(self.in_round(back) - timedelta(days=before), OPENED + timedelta(days=3))

    @property
    def first_day(self) -> date:
        """The first day of submission, which a deferred case has before its last."""
        back = self.plan.back
        return self.in_round(back + 3) if self.plan.outcome == "returned" and back else self.day

    def tell_beginning(self) -> Ratings:
        """Plan everything up to submission; gives the ratings, to be accepted later."""
        ratings = Ratings(self.world, self.plan, self.policy, self.provider, self.luck)
        self.at(self.registered, self._log, ratings)
        if self.plan.outcome != "registered":
            self.at(self._soon(5), self._accept)
        if self.plan.outcome not in ("registered", "accepted"):
            self._tell_evidence()
            self.planned += ratings.steps(self._soon(8), min(self.first_day, self.world.as_of))
        return ratings

    def _soon(self, days: int) -> date:
        """So many days after the beginning, but before today and before it is submitted."""
        latest = min(self.world.as_of, self.first_day - timedelta(days=4))
        return min(self.registered + timedelta(days=days), max(latest, self.registered))

    @property
    def policy(self) -> Policy:
        found = self.world.policy_on(min(self.first_day, self.world.as_of))
        assert found is not None
        return found

    @property
    def provider(self) -> str:
        """The key of who gives the RSC."""
        return self.plan.provider or Random(f"{self.world.seed}/{self.plan}").choice(_PROVIDERS)

    def _log(self, ratings: Ratings) -> None:
        """Log the case of somebody known, or of somebody who comes now."""
        who: int | PersonDraft
        if self.plan.person:
            who = self.world.known[self.plan.person]
        else:
            same = self.plan.conflict == "same_agency"
            agency = self.world.agencies[self.plan.reviewer] if same else ""
            who = self.world.cast.draw(self.plan.name, agency)
        made = self.world.desk.applications.log(who, self.plan.category, self.today)
        self.id, self.person = made_number(made.made), next(iter(made.people))
        ratings.case, ratings.applicant = self.id, self.person
        if self.plan.key:
            self.world.meet(self.plan.key, self.person, "")

    def _accept(self) -> None:
        desk, said, unpaid = self.world.desk, self.world.words.said, self.plan.fee == "unpaid"
        checked = Acceptance(
            membership_association=str(self.world.words.office["short_name"]),
            membership_until=months_after(self.today, 12),
            fee_state="unclear" if unpaid else self.plan.fee,
            fee_amount=str(self.policy.amount("fee.registration") or ""),
            override_reason=said["override_acceptance"] if unpaid else "",
        )
        desk.applications.accept(self.id, checked, self.today)
        if self.luck.randrange(4) == 0:
            self.write(LetterKind.APPLICATION_ACCEPTED, "e-mail")

    def _tell_evidence(self) -> None:
        """It comes in shares, one mail after the other; of what is not submitted, the first two."""
        begins, ends = self._soon(7), min(self.first_day - timedelta(days=2), self.world.as_of)
        partly = self.plan.outcome in ("in_progress", "closed")
        for share in range(_SHARES // 2 if partly else _SHARES):
            self.at(begins + (ends - begins) * share / _SHARES, self._enter, share)
        if partly:
            self.at(begins + (ends - begins) * 0.6, self._enter_others)

    def _enter(self, share: int) -> None:
        if not self.pieces:
            provider = self.world.known[self.provider]
            words, category = self.world.words, self.plan.category
            shown = Shown(self.policy, category, self.first_day, provider, words, self.luck)
            self.pieces = list(shown.pieces())
        count = len(self.pieces)
        for draft in self.pieces[count * share // _SHARES : count * (share + 1) // _SHARES]:
            made = self.world.desk.applications.enter_evidence(self.id, draft)
            self.evidence.append(made_number(made.made))

    def _enter_others(self) -> None:
        """A membership elsewhere, a signed attestation, and a paper that is no evidence."""
        until = months_after(self.today, 9)
        applications, words = self.world.desk.applications, self.world.words
        applications.enter_evidence(self.id, EvidenceDraft("membership", until=until))
        applications.enter_evidence(
            self.id, EvidenceDraft("attestation", on=PartialDate.of(self.today))
        )
        flyer = EvidenceDraft("training", title=words.lists["trainings"][0])
        made = made_number(applications.enter_evidence(self.id, flyer).made)
        applications.reject_evidence(made, words.said["rejected_evidence"])

    def submit(self) -> None:
        """Submit; by override where something is still on its way."""
        applications, said = self.world.desk.applications, self.world.words.said
        try:
            applications.submit(self.id, self.today)
        except RuleBroken as refused:
            refused_for(refused, "application.not_ready")
            applications.submit(self.id, self.today, override_reason=said["override_submit"])

    def write(self, kind: LetterKind, way: str, **more: object) -> None:
        """Issue a letter and send it on the same day."""
        made = self.world.desk.letters.issue(kind, self.id, **more)
        self.world.desk.letters.mark_sent(made_number(made.made), way, self.today)
