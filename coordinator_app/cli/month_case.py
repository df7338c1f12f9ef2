"""One application of the played month: logged, shown, rated, reviewed, decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from coordinator_app.cli.month_days import Diary, made
from coordinator_app.cli.play_story import APPLICANT, CATEGORY, RATERS
from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.references import RatingDraft
from coordinator_app.runtime import paths
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.practice_evidence import Shown
from coordinator_app.services.practice_words import read_words


@dataclass(slots=True)
class MonthCase:
    """The case of one applicant; `id` is its number in the file once it is logged."""

    diary: Diary
    id: int = 0

    def log(self) -> None:
        self.id = made(self.diary.desk.applications.log(APPLICANT, CATEGORY, self.diary.today).made)

    def accept(self) -> None:
        """Membership and fee are as the policy asks."""
        desk, today = self.diary.desk, self.diary.today
        paid = Acceptance("AIMH Practice", months_after(today, 10), "paid", "35")
        desk.applications.accept(self.id, paid, today)
        self.diary.keep(desk.letters.issue(LetterKind.APPLICATION_ACCEPTED, self.id).made)

    def show(self, by: date) -> None:
        """Everything the policy of that day asks for, entered; the first piece verified."""
        desk, words = self.diary.desk, read_words(paths.demo_folder())
        policies = [one for _, one in desk.policies.all() if one.in_force_from <= by]
        policy = max(policies, key=lambda one: one.in_force_from)
        provider = next(one.name for one in words.held if one.role == "provider" and one.name)
        person = desk.people.search(provider)[0].id
        shown = Shown(policy, CATEGORY, by, person, words, Random("month"))
        entered = [desk.applications.enter_evidence(self.id, one).made for one in shown.pieces()]
        desk.applications.verify_evidence(made(entered[0]))

    def ask_raters(self) -> None:
        desk, on = self.diary.desk, self.diary.today
        due = on + timedelta(days=10)
        for kind, rater in RATERS:
            named = made(desk.references.name_rater(self.id, rater, kind, on).made)
            desk.references.ask(named, on)
            request = desk.letters.issue(
                LetterKind.REFERENCE_REQUEST, self.id, reference_id=named, return_by=due
            )
            self.diary.keep(request.made)

    def hear_raters(self) -> None:
        on = self.diary.today
        for blanks, one in enumerate(self.diary.desk.cases.card(self.id).references):
            rating = RatingDraft(on, on, blanks, recommends=True, waiver=True)
            self.diary.desk.references.receive(one.id, rating)

    def submit(self) -> None:
        self.diary.desk.applications.submit(self.id, self.diary.today)

    def review(self) -> None:
        """Somebody without a conflict reviews, and the ratings are let count."""
        desk, on = self.diary.desk, self.diary.today
        chosen = next(one for one in desk.reviews.candidates(self.id, on) if one.free)
        review = made(desk.reviews.assign(self.id, chosen.person, on).made)
        for one in desk.cases.card(self.id).references:
            desk.references.accept(one.id, on)
        desk.reviews.complete(review, on, "approve", "A careful and complete portfolio.")

    def decide(self) -> None:
        self.diary.desk.decisions.decide(self.id, "approve", self.diary.today)
