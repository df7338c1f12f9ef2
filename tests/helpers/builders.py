"""Offices, people and cases for tests, made by the services as a coordinator would."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.domain.registry_moves import RegistryEntry
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.desk import Desk, make_office, open_desk
from coordinator_app.services.office import OfficeDraft
from tests.helpers.files import a_folder

ZONE = ZoneInfo("Pacific/Honolulu")
TODAY = date(2026, 2, 20)
OFFICE = OfficeDraft(
    "Association for Infant Mental Health in Hawaiʻi",
    "AIMH HI",
    "Malia Kealoha",
    address="PO Box 1\nHonolulu, HI 96801",
    email="endorsement@example.org",
)


@dataclass(slots=True)
class Clock:
    """The time of a test: noon of a day in the office's own zone."""

    day: date = TODAY

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12), ZONE)


@cache
def _master() -> Path:
    desk = make_office(a_folder() / "office-master.office", OFFICE, clock=Clock())
    desk.close()
    return desk.path


def an_office(folder: Path, clock: Clock | None = None, name: str = "a.office") -> Desk:
    """A desk at a new office of its own, with the default policy and nobody on file."""
    path = folder / name
    shutil.copy(_master(), path)
    return open_desk(path, clock=clock or Clock())


def made(changes: Changes) -> int:
    """The number of the record an action made."""
    assert changes.made is not None
    return changes.made


def a_person(desk: Desk, name: str = "Leilani Kahananui", **more: object) -> int:
    return made(desk.people.add(PersonDraft(name, **more)))  # pyright: ignore[reportArgumentType]


def an_endorsed(
    desk: Desk, name: str = "Keoni Akana", category: str = "IMHS", since: date = date(2024, 3, 1)
) -> int:
    """Somebody on the active registry, brought over by hand."""
    person = a_person(desk, name)
    desk.registry.add_by_hand(person, RegistryEntry(category, PartialDate.of(since)))
    return person


def logged(
    desk: Desk,
    person: int | PersonDraft | None = None,
    category: str = "IFA",
    on: date = date(2026, 1, 5),
) -> int:
    """A preliminary application."""
    who = PersonDraft("Leilani Kahananui") if person is None else person
    return made(desk.applications.log(who, category, on))


PAID = Acceptance("AIMH HI", date(2026, 12, 31), "paid", "50")


def accepted(
    desk: Desk,
    person: int | PersonDraft | None = None,
    category: str = "IFA",
    on: date = date(2026, 1, 5),
) -> int:
    case = logged(desk, person, category, on)
    desk.applications.accept(case, PAID, on)
    return case


DEGREE = EvidenceDraft("education", degree="bachelor", title="B.A.", on=PartialDate(2015, 5))
SHOWN: tuple[EvidenceDraft, ...] = (
    DEGREE,
    EvidenceDraft("transcript"),
    EvidenceDraft("training", hours=Decimal(40), area="imh", on=PartialDate(2025, 10)),
    EvidenceDraft("code_of_ethics", on=PartialDate(2026, 1, 6)),
    EvidenceDraft("agreement", on=PartialDate(2026, 1, 6)),
)


def with_evidence(desk: Desk, case: int, shown: Sequence[EvidenceDraft] = SHOWN) -> int:
    for draft in shown:
        desk.applications.enter_evidence(case, draft)
    return case


RATERS = (("Noa Kamaka", "supervisor"), ("Mele Souza", "other"), ("Pua Nakamura", "colleague"))


def rated(
    desk: Desk,
    case: int,
    completed: date = date(2026, 1, 10),
    received: date = date(2026, 1, 12),
    named: date = date(2026, 1, 6),
) -> tuple[int, ...]:
    """Three ratings received, in the roles an associate needs."""
    found: list[int] = []
    for name, kind in RATERS:
        vetted = kind == "other"
        one = made(desk.references.name_rater(case, PersonDraft(name), kind, named, vetted=vetted))
        desk.references.ask(one, named)
        desk.references.receive(one, RatingDraft(completed, received, blanks=1, waiver=True))
        found.append(one)
    return tuple(found)


def ready(desk: Desk, person: int | PersonDraft | None = None, category: str = "IFA") -> int:
    """Everything there, not submitted."""
    case = with_evidence(desk, accepted(desk, person, category))
    rated(desk, case)
    return case


def submitted(
    desk: Desk,
    person: int | PersonDraft | None = None,
    category: str = "IFA",
    on: date = date(2026, 1, 31),
) -> int:
    case = ready(desk, person, category)
    desk.applications.submit(case, on)
    return case


def reviewed(
    desk: Desk, case: int, reviewer: int | None = None, on: date = date(2026, 2, 2)
) -> int:
    """One reviewer assigned and done, and the ratings accepted; gives the review's number."""
    chosen = an_endorsed(desk) if reviewer is None else reviewer
    review = made(desk.reviews.assign(case, chosen, on))
    desk.reviews.complete(review, on, "approve", "")
    for one in desk.cases.card(case).references:
        if one.state == "received":
            desk.references.accept(one.id, on)
    return review


def decidable(desk: Desk, person: int | PersonDraft | None = None, category: str = "IFA") -> int:
    """Submitted in January 2026, reviewed, nothing in the way of approval."""
    case = submitted(desk, person, category)
    reviewed(desk, case)
    return case


def decided(
    desk: Desk,
    kind: str = "approve",
    person: int | PersonDraft | None = None,
    category: str = "IFA",
    on: date = date(2026, 2, 10),
    override: str = "",
) -> int:
    case = decidable(desk, person, category)
    reasons = "More training is needed." if kind in ("defer", "deny") else ""
    desk.decisions.decide(case, kind, on, reasons=reasons, override_reason=override)
    return case
