"""From the preliminary application to the submitted one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from coordinator_app.domain import calendar
from coordinator_app.domain.applications import EvidenceDraft, check_open, check_step
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.findings import Finding, may_submit
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.policy import Category
from coordinator_app.domain.views import ApplicationRow
from coordinator_app.persistence import cases, lists, people
from coordinator_app.persistence.columns import (
    Row,
    day,
    exact,
    iso,
    maybe_day,
    number,
    or_none,
    text,
    when,
)
from coordinator_app.persistence.store import Store, Transaction
from coordinator_app.services.people import check_draft
from coordinator_app.services.policies import Policies


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was checked when a preliminary application was accepted.

    `fee_state`: paid, waived, or none where the association asks for none; `fee_amount` in the
    office's currency.
    """

    membership_association: str
    membership_until: date | None
    fee_state: str
    fee_amount: str = ""
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Applications:
    store: Store
    policies: Policies
    today: Callable[[], date]

    def list(self, query: ListQuery) -> Page[ApplicationRow]:
        with self.store.read() as reader:
            return lists.applications(reader, query)

    def log(self, person: int | PersonDraft, category: str, registered: date) -> Changes:
        """Log a preliminary application, of somebody on file or of a new person.

        `made` is the case's number in the file. Raises BadInput, RuleBroken.
        """
        if isinstance(person, PersonDraft):
            check_draft(person)
        with self.store.write("Log application") as tx:
            self._check_category(tx, category, registered)
            owner = people.add(tx, person) if isinstance(person, PersonDraft) else person
            name = people.name_of(tx, owner)
            if tx.find("application", person_id=owner, category=category, state="registered"):
                raise RuleBroken("application.logged_already", name=name, category=category)
            tx.made = add_application(tx, owner, category, registered)
            tx.detail = f"{category}, {name}"
        return tx.changes()

    def _check_category(self, tx: Transaction, code: str, on: date) -> Category:
        policy = self.policies.on(tx, on)
        if policy is None:
            raise RuleBroken("policy.none_in_force", day=on)
        if code not in policy.categories:
            raise BadInput("category.unknown", category=code, policy=policy.title)
        check_open(policy.categories[code], on)
        return policy.categories[code]

    def accept(self, id: int, checked: Acceptance, on: date) -> Changes:
        """Accept once membership and fee are checked; an override names its reason."""
        with self.store.write("Accept application", reason=or_none(checked.override_reason)) as tx:
            row = tx.get("application", id)
            check_step("accept", text(row, "state"))
            self._check_acceptance(tx, id, checked, on)
            owner = number(row, "person_id")
            tx.update("person", owner, _membership(checked))
            _enter_fee(tx, id, checked, on)
            tx.update("application", id, {"state": "accepted", "accepted_on": iso(on)})
        return tx.changes()

    def _check_acceptance(self, tx: Transaction, id: int, checked: Acceptance, on: date) -> None:
        wrong = checked.membership_until is None or checked.membership_until < on
        unpaid = checked.fee_state not in ("paid", "waived", "none")
        if not wrong and not unpaid:
            return
        if not checked.override_reason.strip():
            raise RuleBroken("acceptance.fee" if unpaid else "acceptance.membership", day=on)
        add_override(tx, id, "acceptance", checked.override_reason, on)

    def enter_evidence(self, id: int, draft: EvidenceDraft) -> Changes:
        """Enter what the applicant has shown; `made` is the evidence's number."""
        with self.store.write("Enter evidence", detail=draft.kind) as tx:
            row = tx.get("application", id)
            check_step("enter_evidence", text(row, "state"))
            _check_provider(tx, draft)
            tx.made = tx.insert("evidence", {"application_id": id} | evidence_values(draft))
            if text(row, "state") == "accepted":
                tx.update("application", id, {"state": "in_progress"})
        return tx.changes()

    def change_evidence(self, evidence_id: int, draft: EvidenceDraft) -> Changes:
        with self.store.write("Edit evidence", detail=draft.kind) as tx:
            self._check_evidence(tx, evidence_id)
            _check_provider(tx, draft)
            tx.update("evidence", evidence_id, evidence_values(draft))
        return tx.changes()

    def verify_evidence(self, evidence_id: int) -> Changes:
        """Say that it has been checked against the document."""
        return self._stand("Verify evidence", evidence_id, "verified", None)

    def reject_evidence(self, evidence_id: int, reason: str) -> Changes:
        """It stays on the case, with the reason, and no longer counts."""
        if not reason.strip():
            raise BadInput("evidence.reason_missing")
        return self._stand("Reject evidence", evidence_id, "rejected", reason)

    def _stand(self, action: str, evidence_id: int, standing: str, reason: str | None) -> Changes:
        with self.store.write(action, reason=reason) as tx:
            self._check_evidence(tx, evidence_id)
            noted = {"standing": standing} | ({"note": reason} if reason else {})
            tx.update("evidence", evidence_id, noted)
        return tx.changes()

    def _check_evidence(self, tx: Transaction, evidence_id: int) -> None:
        row = tx.get("evidence", evidence_id)
        state = text(tx.get("application", number(row, "application_id")), "state")
        check_step("enter_evidence", state)

    def submit(
        self, id: int, on: date, *, override_reason: str = "", keep_policy: bool = False
    ) -> Changes:
        """Put the case into the round of `on`, judged from now on by the policy of that day.

        Everything must be there and the ratings received, else RuleBroken `application.not_ready`
        with the titles of what is missing; an override names its reason. `keep_policy` keeps a
        deferred case's earlier policy, by override.
        """
        with self.store.write("Submit application", reason=or_none(override_reason)) as tx:
            row = tx.get("application", id)
            check_step("submit", text(row, "state"))
            policy_id = self._policy_for(tx, id, on, keep_policy, override_reason)
            self._check_ready(tx, id, policy_id, on, override_reason)
            write_submission(
                tx, id, PartialDate.of(on), self._reply_due(tx, policy_id, on), policy_id
            )
        return tx.changes()

    def _policy_for(self, tx: Transaction, id: int, on: date, keep: bool, reason: str) -> int:
        row = tx.get("application", id)
        if keep and row["policy_id"] is not None:
            if not reason.strip():
                raise BadInput("override.reason_missing")
            add_override(tx, id, "policy.kept", reason, on)
            return number(row, "policy_id")
        return self.policies.id_on(tx, on)

    def _reply_due(self, tx: Transaction, policy_id: int, on: date) -> date | None:
        policy = self.policies.by_id(tx, policy_id)
        assert policy is not None
        return calendar.reply_due(PartialDate.of(on), policy)

    def _check_ready(self, tx: Transaction, id: int, policy_id: int, on: date, reason: str) -> None:
        row = tx.get("application", id)
        registered = when(row, "registered")
        if registered and registered.first() > on:
            raise BadInput("application.submitted_before_registered", day=on)
        _check_after_decisions(tx, id, on)
        policy = self.policies.by_id(tx, policy_id)
        assert policy is not None
        if text(row, "category") not in policy.categories:
            raise RuleBroken(
                "category.unknown", category=text(row, "category"), policy=policy.title
            )
        check_open(policy.categories[text(row, "category")], on)
        missing = self._obstacles(tx, id, policy_id, on)
        if missing and not reason.strip():
            raise RuleBroken("application.not_ready", missing=tuple(one.title for one in missing))
        if missing:
            add_override(tx, id, "submit", reason, on)

    def _obstacles(self, tx: Transaction, id: int, policy_id: int, on: date) -> tuple[Finding, ...]:
        facts, policy = cases.case_facts(tx, id), self.policies.by_id(tx, policy_id)
        found = case_findings(facts, policy, on, self.policies.finder(tx))
        return may_submit(found)

    def pause(self, id: int, kind: str, on: date, text_: str) -> Changes:
        """Ask for more information, or put on hold. Neither answers nor moves the due day."""
        if kind not in ("more_information", "on_hold"):
            raise BadInput("pause.unknown", kind=kind)
        action = "Ask for more information" if kind == "more_information" else "Put on hold"
        with self.store.write(action) as tx:
            row = tx.get("application", id)
            check_step("pause", text(row, "state"))
            values = {"kind": kind, "started": iso(on), "text": text_, "state_before": row["state"]}
            tx.insert("pause", {"application_id": id} | values)
            tx.update("application", id, {"state": kind})
        return tx.changes()

    def resume(self, id: int, on: date) -> Changes:
        """Take the case up where it was before the pause."""
        with self.store.write("Resume application") as tx:
            check_step("resume", text(tx.get("application", id), "state"))
            pause = tx.find("pause", application_id=id, ended=None)[-1]
            if on < day(pause, "started"):
                raise BadInput("pause.ends_before_it_starts", day=on)
            tx.update("pause", number(pause, "id"), {"ended": iso(on)})
            tx.update("application", id, {"state": pause["state_before"]})
        return tx.changes()

    def withdraw(self, id: int, on: date, reason: str) -> Changes:
        """The applicant's wish; the case stays on file."""
        return self._end("Withdraw application", "withdraw", id, "withdrawn", on, reason)

    def close(self, id: int, on: date, reason: str) -> Changes:
        """End a case that will not go on, such as one idle for long."""
        return self._end("Close application", "close", id, "closed", on, reason)

    def _end(self, action: str, step: str, id: int, state: str, on: date, reason: str) -> Changes:
        if not reason.strip():
            raise BadInput("application.reason_missing")
        with self.store.write(action, reason=reason) as tx:
            check_step(step, text(tx.get("application", id), "state"))
            for pause in tx.find("pause", application_id=id, ended=None):
                tx.update("pause", number(pause, "id"), {"ended": iso(on)})
            tx.update("application", id, {"state": state})
            add_note(tx, id, on, reason)
        return tx.changes()

    def take_up_again(self, id: int) -> Changes:
        """A deferred case comes back with its evidence, for a later round."""
        with self.store.write("Take up again") as tx:
            check_step("take_up_again", text(tx.get("application", id), "state"))
            again = {
                "state": "in_progress",
                "decision": None,
                "decided_on": None,
                "answered_on": None,
            }
            tx.update(
                "application", id, again | {"submitted": None, "round": None, "reply_due": None}
            )
        return tx.changes()


def add_application(tx: Transaction, owner: int, category: str, registered: date) -> int:
    """Write a new case with the next case number of its year."""
    number_ = {
        "case_year": registered.year,
        "case_running": tx.next_number(f"case {registered.year}"),
    }
    plain = {"state": "registered", "registered": iso(registered), "submission": 0, "imported": 0}
    return tx.insert("application", number_ | plain | {"person_id": owner, "category": category})


def write_submission(
    tx: Transaction, id: int, submitted: PartialDate, reply_due: date | None, policy_id: int | None
) -> None:
    """Pin round, reply day and policy on the case, and keep the submission for its history."""
    count = number(tx.get("application", id), "submission") + 1
    pinned = {
        "submitted": submitted.iso,
        "round": calendar.round_of(submitted),
        "reply_due": iso(reply_due),
        "policy_id": policy_id,
    }
    tx.insert("submission", {"application_id": id, "number": count} | pinned)
    tx.update("application", id, pinned | {"state": "submitted", "submission": count})


def add_override(tx: Transaction, id: int, rule: str, reason: str, on: date) -> None:
    """An override stays visible on the case and is listed by `check`."""
    values = {"rule": rule, "reason": reason.strip(), "made_on": iso(on)}
    tx.insert("override", {"application_id": id} | values)


def add_note(tx: Transaction, id: int, on: date, words: str) -> None:
    """A note on a case and its applicant."""
    owner = tx.get("application", id)["person_id"]
    values = {"written_on": iso(on), "text": words.strip(), "person_id": owner}
    tx.insert("note", {"application_id": id} | values)


def check_after_submission(row: Row, on: date) -> None:
    """What follows a submission is dated on its day or later."""
    submitted = when(row, "submitted")
    if submitted is not None and on < submitted.first():
        raise BadInput("application.before_submission", day=on, submitted=submitted)


def evidence_values(draft: EvidenceDraft) -> dict[str, object]:
    """The columns of a piece of evidence."""
    values: dict[str, object] = {}
    for one in fields(draft):
        value: object = getattr(draft, one.name)
        match value:
            case bool():
                value = int(value)
            case str():
                value = or_none(value)
            case PartialDate() | date():
                value = iso(value)
            case Decimal():
                value = exact(value)
            case _:
                pass
        values["done_on" if one.name == "on" else one.name] = value
    return values


def _check_provider(tx: Transaction, draft: EvidenceDraft) -> None:
    """Who gave RSC is on file. Raises NotFound."""
    if draft.provider_id is not None:
        tx.get("person", draft.provider_id)


def _check_after_decisions(tx: Transaction, id: int, on: date) -> None:
    """A case that returns is submitted after what was decided before."""
    days = [maybe_day(one, "decided_on") for one in tx.find("decision", application_id=id)]
    last = max((one for one in days if one), default=None)
    if last is not None and on < last:
        raise BadInput("application.submitted_before_decision", day=on, decided=last)


def _membership(checked: Acceptance) -> dict[str, object]:
    if checked.membership_until is None:
        return {}
    return {
        "membership_association": or_none(checked.membership_association),
        "membership_until": iso(checked.membership_until),
    }


def _enter_fee(tx: Transaction, id: int, checked: Acceptance, on: date) -> None:
    if checked.fee_state in ("paid", "waived"):
        draft = EvidenceDraft(
            "fee",
            standing="verified",
            on=PartialDate.of(on),
            paid_state=checked.fee_state,
            purpose="registration",
            amount=checked.fee_amount,
        )
        tx.insert("evidence", {"application_id": id} | evidence_values(draft))
