"""A month of the practice office, day by day, through the services the window uses.

The office is made as it stands at the end of a month; the month after it is played up to its exam
on the last day, and then to the day on which all that came of it is written down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from coordinator_app.cli.month_case import MonthCase
from coordinator_app.cli.month_days import Diary
from coordinator_app.cli.month_sitting import MonthSitting
from coordinator_app.domain.calendar import month_end
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.registry_moves import RenewalDraft
from coordinator_app.domain.views_registry import RegistryRow
from coordinator_app.runtime.paths import make_folder
from coordinator_app.services.moves import MoveDraft

_AFTER_EXAM = 10  # days in which papers are scored and results go out


def exam_day(last: date) -> date:
    """The end of the latest month whose exam can be over by `last`."""
    ended = last - timedelta(days=_AFTER_EXAM)
    this = month_end(ended.year, ended.month)
    return this if this <= ended else month_end(ended.year, ended.month, -1)


def eve(last: date) -> date:
    """The day the practice office is made for: the last one before the month played."""
    sat = exam_day(last)
    return month_end(sat.year, sat.month, -1)


@dataclass(slots=True)
class MonthStory:
    """The month under way; `rounds` are those whose letters were issued together."""

    diary: Diary
    folder: Path
    last: date
    rounds: list[str] = field(default_factory=list[str])

    def play(self) -> tuple[MonthCase, MonthSitting]:
        """All of it. Raises whatever a service refuses: then the program is wrong."""
        case, sitting = MonthCase(self.diary), MonthSitting(self.diary)
        self._begin(case, sitting)
        self._case(case)
        self._exam(sitting)
        self._end(case)
        return case, sitting

    def _day(self, number: int, step: str) -> date:
        return self.diary.turn(eve(self.last) + timedelta(days=number), step)

    def _begin(self, case: MonthCase, sitting: MonthSitting) -> None:
        self._day(1, "application logged, sitting planned")
        case.log()
        sitting.plan(exam_day(self.last))
        self._day(2, "application accepted: membership and fee checked")
        case.accept()
        self._day(3, "the letters of an earlier round issued together and sent")
        self._write_round(self._owed_round())
        self._day(4, "evidence entered")
        case.show(eve(self.last) + timedelta(days=14))
        self._day(5, "three raters named and asked")
        case.ask_raters()

    def _case(self, case: MonthCase) -> None:
        self._day(9, "one endorsement lapsed")
        self._inactive("lapsed", LetterKind.INACTIVE_LAPSED)
        self._day(10, "three ratings received")
        case.hear_raters()
        self._day(12, "one endorsee sanctioned by a board")
        self._inactive("sanctioned", LetterKind.INACTIVE_SANCTIONED)
        self._day(14, "application submitted")
        case.submit()
        self._day(16, "reviewed without conflict, ratings accepted")
        case.review()
        self._day(18, "one who had lapsed back on the active registry")
        self._way_back()
        self._day(20, "application approved, and endorsed on the active registry")
        case.decide()

    def _exam(self, sitting: MonthSitting) -> None:
        sat = exam_day(self.last)
        self.diary.turn(sat - timedelta(days=4), "candidates admitted")
        sitting.admit()
        self.diary.turn(sat, "the exam: answers entered under random codes")
        sitting.sit()
        self.diary.turn(sat + timedelta(days=1), "papers paired, packets searched and released")
        sitting.send(self.folder / "packets")
        self.diary.turn(sat + timedelta(days=7), "score sheets taken in")
        sitting.take_in(self.folder / "sheets")
        self.diary.turn(sat + timedelta(days=9), "results released, with a letter each")
        sitting.release()

    def _end(self, case: MonthCase) -> None:
        """What the month leaves on paper, as of its last day."""
        self.diary.turn(self.last, "the round's letters issued, registry and annual report written")
        desk = self.diary.desk
        self._write_round(str(desk.cases.card(case.id).row.round))
        desk.post.save(self.diary.letters, self.folder / "letters")
        registry = self.folder / "registry"
        make_folder(registry)
        for ending in ("xlsx", "csv"):
            desk.endorsements.export(registry / f"registry.{ending}", ListQuery(limit=None))
        desk.reports.write_annual(self.last.year, self.folder / "report")

    # Letters of a round

    def _owed_round(self) -> str:
        """The newest round of which a decision has still to be told."""
        post = self.diary.desk.post
        return next(one for one in post.rounds() if any(each.ready for each in post.proofs(one)))

    def _write_round(self, round_: str) -> None:
        """Issue and write the whole round, then mark sent what had not been."""
        desk = self.diary.desk
        desk.letters.batch(round_, self.folder / "letters")
        waiting = [one.id for one in desk.letters.of_round(round_) if one.sent_on is None]
        desk.post.mark_sent(waiting, "e-mail", self.diary.today)
        self.rounds.append(round_)

    # The registry

    def _inactive(self, reason: str, letter: LetterKind) -> None:
        """Move somebody who neither scores nor gives RSC; who owes a renewal comes first."""
        id = self._movable()[0].id
        told = "A board's notice, received today." if reason == "sanctioned" else ""
        draft = MoveDraft("inactive", reason, self.diary.today, told)
        self.diary.desk.moves.make([id], draft)
        self.diary.tell_holder(letter, id)

    def _movable(self) -> list[RegistryRow]:
        desk = self.diary.desk
        scorers = {one.person_id for one in desk.pairs.scorers(self.diary.today)}
        asked = ListQuery(filters={"status": "active"}, limit=None)
        rows = [
            one
            for one in desk.endorsements.list(asked).rows
            if one.row.person_id not in scorers and one.row.category in ("IFA", "IFS")
        ]
        return sorted(rows, key=lambda one: (not one.upkeep.owed, one.id))

    def _way_back(self) -> None:
        """Every step the policy asks for was seen to, and what was owed for the cycle is shown."""
        desk = self.diary.desk
        asked = ListQuery(filters={"status": "inactive", "reason": "lapsed"}, limit=None)
        rows = desk.endorsements.list(asked).rows
        id = min(rows, key=lambda one: one.row.status_since).id
        steps = desk.moves.steps_back(id) or ()
        draft = MoveDraft("active", "reactivated", self.diary.today, "All shown.", steps)
        desk.moves.make([id], draft)
        owed = desk.endorsements.card(id).upkeep
        if owed.owed and owed.cycle_ends:
            desk.registry.record_renewal(id, _all_shown(owed.cycle_ends, self.diary.today))
        self.diary.tell_holder(LetterKind.ACTIVE_AGAIN, id)


def _all_shown(cycle_ends: date, day: date) -> RenewalDraft:
    return RenewalDraft(
        cycle_ends=cycle_ends,
        training_hours=Decimal(18),
        training_rsc_hours=Decimal(3),
        training_dei_hours=Decimal(2),
        rsc_hours=Decimal(14),
        code_of_ethics_on=day,
        attestation_on=day,
        membership_until=date(cycle_ends.year + 1, 12, 31),
        renewed_on=day,
    )
