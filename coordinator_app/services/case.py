"""One case with everything on it and the findings of the day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain import calendar
from coordinator_app.domain.applications import BEFORE_SUBMISSION
from coordinator_app.domain.facts import CaseFacts
from coordinator_app.domain.findings import Finding, may_decide, may_submit
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.policy import Policy
from coordinator_app.domain.views import ApplicationRow, CaseCard
from coordinator_app.persistence import cards, cases
from coordinator_app.persistence.columns import maybe_day
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Cases:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def card(self, id: int) -> CaseCard:
        """Everything on one case. Raises NotFound."""
        with self.store.read() as reader:
            row = cards.case_row(reader, id)
            facts = cases.case_facts(reader, id)
            policy = self.policy(reader, id)
            found = self.findings(reader, facts, policy)
            return self._card(reader, row, facts, policy, found)

    def policy(self, reader: Reader, id: int) -> Policy | None:
        """Pinned at submission; before, today's."""
        return self.policies.judging(reader, reader.get("application", id), self.today())

    def findings(
        self, reader: Reader, facts: CaseFacts, policy: Policy | None
    ) -> tuple[Finding, ...]:
        return case_findings(facts, policy, self.today(), self.policies.finder(reader))

    def _card(
        self,
        reader: Reader,
        row: ApplicationRow,
        facts: CaseFacts,
        policy: Policy | None,
        found: tuple[Finding, ...],
    ) -> CaseCard:
        category = policy.categories.get(row.category) if policy else None
        id, before = row.id, row.state in BEFORE_SUBMISSION
        return CaseCard(
            row=row,
            category_name=category.name if category else row.category,
            credential=category.credential if category else "",
            policy=policy.title if policy else "",
            exam=category.exam if category else None,
            exam_from=_exam_from(facts, policy),
            findings=found,
            obstacles=may_submit(found) if before else may_decide(found),
            evidence=cards.evidence(reader, id),
            references=cards.references(reader, id),
            reviews=cards.reviews(reader, id),
            decisions=cards.decisions(reader, id),
            letters=cards.letters_of_case(reader, id),
            notes=cards.notes(reader, "application", id),
            questions=cards.questions(reader, "application", id),
            overrides=cards.overrides(reader, id),
            history=cards.history(reader, "application", id),
            accepted_on=maybe_day(reader.get("application", id), "accepted_on"),
        )


def _exam_from(facts: CaseFacts, policy: Policy | None) -> date | None:
    if policy is None or facts.submitted is None:
        return None
    return calendar.exam_from(facts.submitted, policy)
