"""Decisions, and what follows from them on the registry."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from coordinator_app.domain import calendar
from coordinator_app.domain.applications import check_decision, check_step, state_after
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.findings import Finding, may_decide
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Policy
from coordinator_app.persistence import cases, conflicts, people
from coordinator_app.persistence.columns import (
    Row,
    day,
    iso,
    maybe_day,
    maybe_number,
    number,
    or_none,
    text,
)
from coordinator_app.persistence.store import Reader, Store, Transaction
from coordinator_app.services.applications import add_override, check_after_submission
from coordinator_app.services.policies import Policies
from coordinator_app.services.registry import begin_endorsement


@dataclass(frozen=True, slots=True)
class Decisions:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def decide(
        self, id: int, kind: str, on: date, *, reasons: str = "", override_reason: str = ""
    ) -> Changes:
        """Record a decision; approved without exam is endorsed from its day.

        An approval needs every requirement met and the ratings *accepted*, else RuleBroken
        `decision.not_ready` with what is missing; an override names its reason and stays visible.
        `made` is the decision's number.
        """
        with self.store.write("Decide", detail=kind, reason=or_none(override_reason)) as tx:
            row = tx.get("application", id)
            check_step("decide", text(row, "state"))
            check_after_submission(row, on)
            policy = self._policy(tx, row)
            check_decision(kind, policy.categories[text(row, "category")], reasons)
            findings = self._findings(tx, id, policy, on)
            if kind in ("approve", "approve_to_sit"):
                _check_ready(tx, id, findings, on, override_reason)
                self._check_reviewers(tx, row, on, override_reason)
            tx.made = self._write(tx, id, kind, on, reasons, findings, policy)
            if kind == "approve":
                begin_endorsement(tx, id, policy, on)
        return tx.changes()

    def _check_reviewers(self, tx: Transaction, row: Row, on: date, override_reason: str) -> None:
        """A conflict that became known only after a reviewer was assigned still counts."""
        applicant, case = number(row, "person_id"), number(row, "id")
        for one in tx.find("review", application_id=case, submission=row["submission"]):
            reviewer, assigned = number(one, "reviewer_id"), day(one, "assigned_on")
            found = conflicts.conflicts(tx, applicant, reviewer, assigned)
            for code in found if text(one, "why") != "override" else ():
                if not override_reason.strip():
                    name = people.name_of(tx, reviewer)
                    told = phrase(f"conflict.{code}")
                    raise RuleBroken("decision.reviewer_conflict", name=name, conflict=told)
                add_override(tx, case, f"conflict.{code}", override_reason, on)

    def _policy(self, reader: Reader, row: dict[str, object]) -> Policy:
        policy = self.policies.by_id(reader, maybe_number(row, "policy_id"))
        if policy is None:
            raise RuleBroken("decision.no_policy")
        return policy

    def _findings(self, reader: Reader, id: int, policy: Policy, on: date) -> tuple[Finding, ...]:
        facts = cases.case_facts(reader, id)
        return case_findings(facts, policy, on, self.policies.finder(reader))

    def _write(
        self,
        tx: Transaction,
        id: int,
        kind: str,
        on: date,
        reasons: str,
        findings: tuple[Finding, ...],
        policy: Policy,
    ) -> int:
        submission = tx.get("application", id)["submission"]
        until = calendar.approval_valid_until(on, policy) if kind == "approve_to_sit" else None
        known = {"submission": submission, "kind": kind, "decided_on": iso(on), "imported": 0}
        seen = {"findings": _kept(findings), "reasons": or_none(reasons), "valid_until": iso(until)}
        made = tx.insert("decision", {"application_id": id} | known | seen)
        decided = {"state": state_after(kind), "decision": kind, "decided_on": iso(on)}
        tx.update("application", id, decided)
        return made

    def record_exam(
        self,
        id: int,
        sat_on: date,
        *,
        passed: bool,
        source: str,
        on: date,
        retake_from: date | None = None,
    ) -> Changes:
        """Record the result of an exam and who gave it, such as the Alliance's own letter."""
        if not source.strip():
            raise BadInput("exam.source_missing")
        with self.store.write("Record exam result") as tx:
            row = tx.get("application", id)
            check_step("record_exam", text(row, "state"))
            policy = self._policy(tx, row)
            if on < sat_on:
                raise BadInput("exam.result_before_sitting", day=on)
            self._check_sitting(tx, id, sat_on, policy)
            self._check_approval(tx, row, sat_on)
            retake = None if passed else retake_from or self._retake(sat_on, policy)
            said = {"sat_on": iso(sat_on), "passed": int(passed), "source": source.strip()}
            tx.insert("exam_result", {"application_id": id, "retake_from": iso(retake)} | said)
            tx.update("application", id, {"state": "endorsed" if passed else "not_passed"})
            if passed:
                begin_endorsement(tx, id, policy, on)
        return tx.changes()

    def _check_sitting(self, tx: Transaction, id: int, sat_on: date, policy: Policy) -> None:
        facts = cases.case_facts(tx, id)
        if facts.submitted is None:
            return
        earliest = calendar.exam_from(facts.submitted, policy)
        if earliest and calendar.in_exam_window(sat_on, earliest, policy) is False:
            raise RuleBroken("exam.too_early", earliest=earliest)

    def _check_approval(self, tx: Transaction, row: Row, sat_on: date) -> None:
        """Sat while the approval to sit was valid; after a failed exam, not before the retake day."""
        if text(row, "state") == "to_sit":
            until = maybe_day(self._approval(tx, number(row, "id")), "valid_until")
            if until is not None and sat_on > until:
                raise RuleBroken("exam.approval_expired", until=until)
            return
        results = tx.find("exam_result", application_id=row["id"], order="sat_on")
        retake = maybe_day(results[-1], "retake_from")
        if retake is not None and sat_on < retake:
            raise RuleBroken("exam.too_early", earliest=retake)

    def _approval(self, reader: Reader, id: int) -> Row:
        return reader.find("decision", application_id=id, kind="approve_to_sit")[-1]

    def _retake(self, sat_on: date, policy: Policy) -> date | None:
        months = policy.count("exam.retake_months")
        return None if months is None else calendar.months_after(sat_on, months)

    def let_approval_expire(self, id: int, on: date) -> Changes:
        """Say that an approval to sit has run out. Raises RuleBroken while it is still valid."""
        with self.store.write("Let approval expire") as tx:
            check_step("let_approval_expire", text(tx.get("application", id), "state"))
            until = maybe_day(self._approval(tx, id), "valid_until")
            if until is None:
                raise RuleBroken("approval.no_end")
            if on <= until:
                raise RuleBroken("approval.still_valid", until=until)
            tx.update("application", id, {"state": "to_sit_expired"})
            tx.detail = people.name_of(tx, number(tx.get("application", id), "person_id"))
        return tx.changes()


def _check_ready(
    tx: Transaction, id: int, findings: tuple[Finding, ...], on: date, override_reason: str
) -> None:
    missing = may_decide(findings)
    if missing and not override_reason.strip():
        raise RuleBroken("decision.not_ready", missing=tuple(one.title for one in missing))
    if missing:
        add_override(tx, id, "decide", override_reason, on)


def _kept(findings: tuple[Finding, ...]) -> str:
    """The verdicts as they stood at the decision, for whoever asks later."""
    told = [[one.requirement, one.outcome.value, one.why.paragraph] for one in findings]
    return json.dumps(told, ensure_ascii=False)
