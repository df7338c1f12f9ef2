"""What comes after submission in the practice office: review, decision, letter, exam."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.calendar import approval_valid_until, exam_from, reply_due
from coordinator_app.domain.errors import RuleBroken
from coordinator_app.domain.letters import LetterKind, letter_of
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.reviews import Reviewer
from coordinator_app.services.practice_agenda import Story, told
from coordinator_app.services.practice_cases import CaseStory
from coordinator_app.services.practice_ratings import Ratings
from coordinator_app.services.practice_world import made_number, refused_for

# A case takes about so many days; those of the newest rounds are hurried, to end by today.
_TAKES = 28
# outcome → (decision, what the reviewer recommended)
_DECISIONS: Mapping[str, tuple[str, str]] = {
    "endorsed": ("approve", "approve"),
    "returned": ("approve", "approve"),
    "to_sit": ("approve_to_sit", "approve"),
    "exam_passed": ("approve_to_sit", "approve"),
    "not_passed": ("approve_to_sit", "approve"),
    "to_sit_expired": ("approve_to_sit", "approve"),
    "deferred": ("defer", "defer"),
    "denied": ("deny", "deny"),
}


@dataclass(slots=True)
class DecidedStory:
    """One case after its submission on `day`."""

    case: CaseStory
    ratings: Ratings
    day: date
    review: int = 0
    letter: int = 0

    def after(self, days: int) -> date:
        """So many days after submission, fewer where today comes sooner."""
        left = (self.case.world.as_of - self.day).days
        return self.day + timedelta(days=days * min(left, _TAKES) // _TAKES)

    def tell(self, outcome: str) -> None:
        """Plan what leads to an outcome."""
        at = self.case.at
        at(self.day, self.case.submit)
        pause = self.case.plan.pause
        if pause:
            at(self.after(2), self._pause, pause)
            at(self.after(4), self._resume)
        if outcome in _DECISIONS:
            kind, recommended = _DECISIONS[outcome]
            self._tell_review(recommended)
            self._tell_decision(kind)
        else:
            self._tell_open(outcome)
        if self.case.plan.sitting:
            at(self.after(25), self._seek)
        further = _FURTHER.get(outcome)
        if further is not None:
            further(self)

    def _tell_open(self, outcome: str) -> None:
        at = self.case.at
        if self.case.plan.review != "none" and outcome != "withdrawn":
            found = "more_information" if outcome == "more_information" else "approve"
            self._tell_review(found if self.case.plan.review == "done" else "")
        if outcome in ("more_information", "on_hold"):
            at(self.after(18), self._pause, outcome)
        elif outcome == "withdrawn":
            at(self.after(8), self._withdraw)

    def _tell_review(self, recommended: str) -> None:
        """The review, complete where something is recommended."""
        at = self.case.at
        at(self.after(5), self._assign)
        at(self.after(9), self.ratings.accept)
        if recommended:
            at(self.after(10), self._verify)
            at(self.after(16), self._complete, recommended)

    def _tell_decision(self, kind: str) -> None:
        at, plan = self.case.at, self.case.plan
        at(self.after(22), self._decide, kind)
        first = self.day != self.case.day
        if plan.letter != "none" or first:
            at(self.after(23), self._issue, kind)
        if plan.letter == "sent" or first:
            at(self.after(24), self._send)
        elif plan.letter == "late":
            due = reply_due(PartialDate.of(self.day), self.case.policy) or self.day
            at(due + timedelta(days=4), self._send)

    def _assign(self) -> None:
        """The first in order; where the plan says so, one with a conflict, by override."""
        desk, plan = self.case.world.desk, self.case.plan
        if plan.conflict in ("supervises", "declared"):
            other = self.case.world.known[plan.reviewer]
            desk.people.declare_tie(other, self.case.person, plan.conflict)
        found = self._chosen(desk.reviews.candidates(self.case.id, self.case.today))
        said = self.case.world.words.said["override_conflict"] if found.conflicts else ""
        made = desk.reviews.assign(
            self.case.id, found.person, self.case.today, override_reason=said
        )
        self.review = made_number(made.made)

    def _chosen(self, candidates: tuple[Reviewer, ...]) -> Reviewer:
        key = self.case.plan.reviewer
        wanted = self.case.world.known[key] if key else candidates[0].person
        return next(one for one in candidates if one.person == wanted)

    def _verify(self) -> None:
        for id in self.case.evidence[:2]:
            self.case.world.desk.applications.verify_evidence(id)

    def _complete(self, recommended: str) -> None:
        comment = self.case.luck.choice(self.case.world.words.lists["review_comments"])
        reviews = self.case.world.desk.reviews
        reviews.complete(self.review, self.case.today, recommended, comment)

    def _decide(self, kind: str) -> None:
        """Decide; by override where the policy leaves something open."""
        said, decide = self.case.world.words.said, self.case.world.desk.decisions.decide
        reasons = {"defer": said["reasons_defer"], "deny": said["reasons_deny"]}.get(kind, "")
        try:
            decide(self.case.id, kind, self.case.today, reasons=reasons)
        except RuleBroken as refused:
            refused_for(refused, "decision.not_ready")
            why = said["override_decide"]
            decide(self.case.id, kind, self.case.today, reasons=reasons, override_reason=why)

    def _seek(self) -> None:
        """Approved: to be admitted to the sitting that the plan names."""
        self.case.world.sitters.setdefault(self.case.plan.sitting, []).append(self.case.id)

    def _issue(self, kind: str) -> None:
        made = self.case.world.desk.letters.issue(letter_of(kind), self.case.id)
        self.letter = made_number(made.made)

    def _send(self) -> None:
        letters = self.case.world.desk.letters
        letters.mark_sent(self.letter, self.case.plan.way, self.case.today)

    def _pause(self, kind: str) -> None:
        said = self.case.world.words.said[kind]
        self.case.world.desk.applications.pause(self.case.id, kind, self.case.today, said)
        if kind == "more_information":
            by = self.case.today + timedelta(days=21)
            self.case.write(LetterKind.MORE_INFORMATION, "post", reasons=(said,), return_by=by)

    def _resume(self) -> None:
        self.case.world.desk.applications.resume(self.case.id, self.case.today)

    def _withdraw(self) -> None:
        said = self.case.world.words.said["withdrawn"]
        self.case.world.desk.applications.withdraw(self.case.id, self.case.today, said)
        self.case.write(LetterKind.WITHDRAWN, "e-mail")

    def _tell_exam(self, *, passed: bool) -> None:
        earliest = exam_from(PartialDate.of(self.day), self.case.policy)
        assert earliest is not None
        sat = earliest + timedelta(days=9)
        self.case.at(sat + timedelta(days=18), self._record_exam, sat, passed)

    def _record_exam(self, sat: date, passed: bool) -> None:
        source = self.case.world.words.said["exam_source"]
        self.case.world.desk.decisions.record_exam(
            self.case.id, sat, passed=passed, source=source, on=self.case.today
        )

    def _tell_expiry(self) -> None:
        until = approval_valid_until(self.after(22), self.case.policy)
        assert until is not None
        day = until + timedelta(days=5)
        self.case.at(day, self._expire)

    def _expire(self) -> None:
        self.case.world.desk.decisions.let_approval_expire(self.case.id, self.case.today)


_FURTHER: Mapping[str, Callable[[DecidedStory], None]] = {
    "exam_passed": lambda story: story._tell_exam(passed=True),
    "not_passed": lambda story: story._tell_exam(passed=False),
    "to_sit_expired": DecidedStory._tell_expiry,
}


def case_story(case: CaseStory) -> Story:
    """The whole story of a case, as its plan names it."""
    ratings = case.tell_beginning()
    outcome = case.plan.outcome
    if outcome == "closed":
        case.at(case.day + timedelta(days=3), _close, case)
    elif outcome == "returned":
        DecidedStory(case, ratings, case.first_day).tell("deferred")
        case.at(case.day - timedelta(days=30), _return, case)
        DecidedStory(case, ratings, case.day).tell("returned")
    elif case.plan.back is not None:
        DecidedStory(case, ratings, case.day).tell(outcome)
    return told(case.planned)


def _close(case: CaseStory) -> None:
    case.world.desk.applications.close(case.id, case.today, case.world.words.said["closed"])


def _return(case: CaseStory) -> None:
    """Take a deferred case up again, with more training."""
    applications = case.world.desk.applications
    applications.take_up_again(case.id)
    more = next(one for one in case.pieces if one.kind == "training")
    more = EvidenceDraft("training", title=more.title, area="imh", hours=more.hours, on=more.on)
    applications.enter_evidence(case.id, more)
