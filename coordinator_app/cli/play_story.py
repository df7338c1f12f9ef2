"""The first case from the preliminary application to the registry, with invented people.

Every step goes through the same services as the window's; the days are counted back from the last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from coordinator_app.cli.desks import NoonOf
from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.calendar import months_after
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.desk import Desk

CATEGORY = "IFS"  # asks for no exam: approved is endorsed
# The registry as the office kept it before: who may give RSC, rate and review.
REGISTRY = """Name,Email,Agency,Category,Credential,Endorsed on,Status
Kēhaulani Mahoe,kehaulani.mahoe@example.org,Ka Pilina Clinic,IMHS,IMH-E®,2019-05-01,active
Ikaika Nāone,ikaika.naone@example.org,Hale Keiki Hilo,IMHM-C,IMH-E®,2018-03-15,active
Siobhán Ó Briain,siobhan.obriain@example.org,Maui Family Center,IFS,IMH-E®,2021-09-30,active
"""
APPLICANT = PersonDraft(
    "Leilani Kaʻahumanu-Nguyễn",
    given="Leilani",
    family="Kaʻahumanu-Nguyễn",
    emails=("leilani.k@example.org",),
    phones=("808-555-0142",),
    island="Oʻahu",
    agency="Keiki First Home Visiting",
    address="12 Hibiscus Lane\nHonolulu, HI 96800",
)
RATERS = (
    ("supervisor", PersonDraft("Noelani Pukui", emails=("noelani.pukui@example.org",))),
    ("colleague", PersonDraft("Zoë Åkesson", emails=("zoe.akesson@example.org",))),
    ("teacher", PersonDraft("Tomás Peña", emails=("tomas.pena@example.org",))),
)
_INSTEAD = PersonDraft("Malia Hoʻokano", emails=("malia.hookano@example.org",))


@dataclass(slots=True)
class Story:
    """One case under way; `said` are the steps taken, with their days."""

    desk: Desk
    clock: NoonOf
    last: date
    case: int = 0
    letters: list[int] = field(default_factory=list[int])
    said: list[tuple[date, str]] = field(default_factory=list[tuple[date, str]])

    def day(self, before: int, step: str) -> date:
        """The clock to so many days before the last, and the step's name noted."""
        self.clock.day = self.last - timedelta(days=before)
        self.said.append((self.clock.day, step))
        return self.clock.day

    def play(self) -> None:
        """All of it. Raises whatever a service refuses: then the program is wrong."""
        self.begin()
        self.show_evidence()
        self.ask_raters()
        self.hear_raters()
        self.submit_and_review()
        self.decide_and_answer()

    def begin(self) -> None:
        on = self.day(170, "application logged")
        self.case = _made(self.desk.applications.log(APPLICANT, CATEGORY, on).made)
        on = self.day(165, "application accepted: membership and fee checked")
        paid = Acceptance("Practice Association", months_after(self.last, 8), "paid", "75.00")
        self.desk.applications.accept(self.case, paid, on)
        self.letter(LetterKind.APPLICATION_ACCEPTED)
        due = on + timedelta(days=30)
        note = self.desk.notes.add("Call about transcripts", application_id=self.case, due=due)
        self.desk.notes.add("Prefers calls after 3 pm", application_id=self.case)
        self.day(150, "to-do done: transcripts called for")
        self.desk.notes.done(_made(note.made))

    def show_evidence(self) -> None:
        self.day(140, "evidence entered against the requirements")
        entered = [
            self.desk.applications.enter_evidence(self.case, one).made for one in self._evidence()
        ]
        degree = EvidenceDraft("transcript", transcripts_of=entered[0], title="Official transcript")
        self.desk.applications.enter_evidence(self.case, degree)
        self.desk.applications.verify_evidence(_made(entered[0]))

    def _evidence(self) -> Iterator[EvidenceDraft]:
        """What the category asks for; RSC over thirteen months, from somebody endorsed then."""
        first = months_after(self.last, -20)
        provider = self.desk.people.search("Mahoe")[0].id
        yield EvidenceDraft("education", degree="bachelor", institution="UH Mānoa")
        started, ended = _span(months_after(self.last, -60), months_after(self.last, -6))
        yield EvidenceDraft("work", title="Home visitor", started=started, ended=ended)
        for title, hours in (("Babies and trauma", "18"), ("Reflective practice", "13.5")):
            on = PartialDate.of(first)
            yield EvidenceDraft("training", title=title, hours=Decimal(hours), area="imh", on=on)
        for months in range(13):
            on = PartialDate.of(months_after(first, months))
            yield EvidenceDraft(
                "rsc_received", on=on, hours=Decimal(2), provider_id=provider, mode="individual"
            )
        for kind in ("code_of_ethics", "agreement"):
            yield EvidenceDraft(kind, on=PartialDate.of(self.clock.day))

    def ask_raters(self) -> None:
        on = self.day(120, "three raters named and asked")
        due = on + timedelta(days=30)
        for kind, rater in RATERS:
            named = _made(self.desk.references.name_rater(self.case, rater, kind, on).made)
            self.desk.references.ask(named, on)
            self.letter(LetterKind.REFERENCE_REQUEST, reference_id=named, return_by=due)
        on = self.day(100, "the third reminded")
        self.desk.references.remind(self._references()[2], on)

    def hear_raters(self) -> None:
        on = self.day(90, "two ratings received; the third void for its blanks, and replaced")
        first, second, third = self._references()
        for one, blanks in ((first, 0), (second, 2), (third, 7)):
            self.desk.references.receive(one, RatingDraft(on, on, blanks, True, waiver=True))
        made = self.desk.references.replace(third, _INSTEAD, "parent", on)
        self.desk.references.ask(_made(made.made), on)
        on = self.day(70, "the rating in its place received")
        self.desk.references.receive(_made(made.made), RatingDraft(on, on, 0, True, waiver=False))

    def _references(self) -> list[int]:
        return [one.id for one in self.desk.cases.card(self.case).references]

    def submit_and_review(self) -> None:
        on = self.day(24, "submitted")
        self.desk.applications.submit(self.case, on)
        on = self.day(22, "reviewer without conflict assigned")
        chosen = next(one for one in self.desk.reviews.candidates(self.case, on) if one.free)
        review = _made(self.desk.reviews.assign(self.case, chosen.person, on).made)
        on = self.day(12, "review received and ratings accepted")
        self.desk.reviews.complete(review, on, "approve", "A careful and complete portfolio.")
        for one in self.desk.cases.card(self.case).references:
            if one.state == "received":
                self.desk.references.accept(one.id, on)

    def decide_and_answer(self) -> None:
        on = self.day(5, "approved, and endorsed on the active registry")
        self.desk.decisions.decide(self.case, "approve", on)
        on = self.day(2, "decision letter issued")
        letter = self.letter(LetterKind.APPROVED)
        on = self.day(0, "decision letter marked sent")
        self.desk.letters.mark_sent(letter, "e-mail", on)

    def letter(self, kind: LetterKind, **more: object) -> int:
        """Issue a letter and keep its number for the summary."""
        made = _made(self.desk.letters.issue(kind, self.case, **more).made)
        self.letters.append(made)
        return made

    def endorsed(self) -> bool:
        """Whether the applicant stands on the active registry."""
        rows = self.desk.registry.list(ListQuery(filters={"status": "active"}, limit=None)).rows
        name = self.desk.cases.card(self.case).row.name
        return any(row.name == name and row.category == CATEGORY for row in rows)


def _span(first: date, last: date) -> tuple[PartialDate, PartialDate]:
    return PartialDate.of(first), PartialDate.of(last)


def _made(number: int | None) -> int:
    assert number is not None
    return number
