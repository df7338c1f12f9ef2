"""A small office for the screens of a case: three people endorsed, and cases on every part of the way."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.services.applications import Acceptance
from coordinator_app.services.desk import Desk, open_desk
from tests.helpers.builders import Clock, an_office, made
from tests.helpers.files import a_folder


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases by how far they are, and the three people who may review."""

    desk: Desk
    registered: int
    accepted: int
    ready: int
    submitted: int
    in_review: int
    decided: int
    reviewers: tuple[int, ...]


def endorse(desk: Desk, name: str, email: str, category: str = "IMHS", agency: str = "") -> int:
    """Somebody endorsed in 2024 by override; the person's number."""
    draft = PersonDraft(name, emails=(email,), agency=agency)
    person = made(desk.people.add(draft))
    case = made(desk.applications.log(person, category, date(2024, 1, 8)))
    checked = Acceptance("AIMH HI", date(2026, 12, 31), "paid", "100.00")
    desk.applications.accept(case, checked, date(2024, 1, 10))
    desk.applications.submit(case, date(2024, 1, 31), override_reason="Taken over from paper")
    kind = "approve" if category in ("IFA", "IFS") else "approve_to_sit"
    day = date(2024, 2, 15)
    desk.decisions.decide(case, kind, day, override_reason="Taken over from paper")
    if kind == "approve_to_sit":
        sat, told = date(2024, 4, 30), "Letter of the Alliance"
        desk.decisions.record_exam(case, sat, passed=True, source=told, on=date(2024, 5, 20))
    return person


def logged(desk: Desk, draft: PersonDraft, category: str = "IFS") -> int:
    return made(desk.applications.log(draft, category, date(2025, 11, 14)))


def accepted(desk: Desk, draft: PersonDraft, category: str = "IFS") -> int:
    case = logged(desk, draft, category)
    checked = Acceptance("AIMH HI", date(2026, 12, 31), "paid", "100.00")
    desk.applications.accept(case, checked, date(2025, 11, 20))
    return case


def with_evidence(desk: Desk, case: int, provider: int) -> None:
    """All that an IFS is asked for."""
    first, last = PartialDate(2021, 9), PartialDate(2025, 10)
    domains = (
        ("theoretical_foundations", "12"),
        ("law_policy", "4"),
        ("systems_expertise", "6"),
        ("direct_service", "11.5"),
        ("working_with_others", "5"),
        ("communicating", "3"),
        ("thinking", "2"),
        ("reflection", "3"),
    )
    drafts = [
        EvidenceDraft(
            "education", degree="master", title="MSW", institution="UH Mānoa", on=PartialDate(2017)
        ),
        EvidenceDraft("transcript", institution="UH Mānoa", on=PartialDate(2025, 12, 3)),
        EvidenceDraft(
            "work", title="Home visitor", institution="Parents and Keiki", started=first, ended=last
        ),
        *(
            EvidenceDraft(
                "training",
                title="Training",
                hours=Decimal(hours),
                domain=domain,
                area="imh",
                on=PartialDate(2025, 3, 8),
            )
            for domain, hours in domains
        ),
        EvidenceDraft(
            "rsc_received",
            provider_id=provider,
            hours=Decimal(31),
            started=PartialDate(2024, 5, 21),
            ended=PartialDate(2025, 11, 20),
            mode="individual",
        ),
        EvidenceDraft("code_of_ethics", on=PartialDate(2026, 1, 10)),
        EvidenceDraft("agreement", on=PartialDate(2026, 1, 10)),
        EvidenceDraft("membership", title="AIMH HI", until=date(2026, 12, 31), standing="verified"),
        EvidenceDraft(
            "fee",
            purpose="processing",
            paid_state="paid",
            amount="100.00",
            on=PartialDate(2026, 1, 30),
        ),
    ]
    for draft in drafts:
        desk.applications.enter_evidence(case, draft)


def with_raters(desk: Desk, case: int, provider: int) -> tuple[int, ...]:
    """Three raters whose ratings were received."""
    raters: list[tuple[int | PersonDraft, str]] = [
        (PersonDraft("Maria Souza", emails=("m.souza@example.org",)), "supervisor"),
        (provider, "rsc_provider"),
        (PersonDraft("Pedro Ferreira", emails=("pedro@example.org",)), "colleague"),
    ]
    found: list[int] = []
    for rater, kind in raters:
        if isinstance(rater, PersonDraft):
            known = desk.people.maybe_same(rater)
            who = known[0].id if known else rater
        else:
            who = rater
        number = made(desk.references.name_rater(case, who, kind, date(2025, 12, 1)))
        desk.references.ask(number, date(2025, 12, 2))
        rating = RatingDraft(date(2026, 1, 9), date(2026, 1, 12), blanks=0, waiver=True)
        desk.references.receive(number, rating)
        found.append(number)
    return tuple(found)


def complete(desk: Desk, draft: PersonDraft, provider: int) -> int:
    """A case with all its evidence and ratings, not yet submitted."""
    case = accepted(desk, draft)
    with_evidence(desk, case, provider)
    with_raters(desk, case, provider)
    return case


def keoni(desk: Desk, chun: int, lum: int) -> int:
    """In review; one rating void, its replacement asked."""
    draft = PersonDraft(
        "Keoni Nāluʻai", emails=("keoni@example.org",), island="Oʻahu", agency="Parents and Keiki"
    )
    case = accepted(desk, draft)
    with_evidence(desk, case, chun)
    souza, provider, ferreira = with_raters(desk, case, chun)
    desk.applications.submit(case, date(2026, 1, 31))
    desk.reviews.assign(case, lum, date(2026, 2, 3))
    desk.references.accept(souza, date(2026, 2, 4))
    desk.references.accept(provider, date(2026, 2, 9))
    desk.references.void(ferreira, "Seven items without an answer")
    kim = PersonDraft("Tae Kim", emails=("t.kim@example.org",))
    fourth = made(desk.references.replace(ferreira, kim, "colleague", date(2026, 2, 11)))
    desk.references.ask(fourth, date(2026, 2, 12))
    desk.notes.add("Wrote to Tae Kim about the form.", application_id=case)
    desk.notes.add("Call about the void rating", application_id=case, due=date(2026, 2, 18))
    return case


def hoku(desk: Desk, chun: int, reviewer: int) -> int:
    """Decided and endorsed; the letter is still owed."""
    case = complete(desk, PersonDraft("Hōkūlani Akana", emails=("hoku@example.org",)), chun)
    desk.applications.submit(case, date(2026, 1, 15))
    review = made(desk.reviews.assign(case, reviewer, date(2026, 1, 20)))
    desk.reviews.complete(review, date(2026, 2, 1), "approve", "All in order.")
    for one in desk.cases.card(case).references:
        desk.references.accept(one.id, date(2026, 2, 2))
    desk.decisions.decide(case, "approve", date(2026, 2, 5))
    return case


@cache
def _master() -> Cases:
    """Made once: every test gets a copy of its file."""
    desk = an_office(a_folder(), name="cases.office")
    chun = endorse(desk, "Amelia Chun", "a.chun@example.org", "IMHM-C")
    lum = endorse(desk, "Rowena Lum", "rowena@example.org", "IMHS")
    ito = endorse(desk, "Patrick Ito", "ito@example.org", "IMHS", "Parents and Keiki")
    leilani = PersonDraft("Leilani Kahananui", emails=("leilani@example.org",))
    mello = PersonDraft("Kaʻimi De Mello", given="Kaʻimi", family="De Mello")
    found = Cases(
        desk,
        registered=logged(desk, leilani, "IMHS"),
        accepted=accepted(desk, PersonDraft("Noe Cabral", emails=("noe@example.org",))),
        ready=complete(desk, mello, chun),
        submitted=_submitted(desk, chun),
        in_review=keoni(desk, chun, lum),
        decided=hoku(desk, chun, lum),
        reviewers=(chun, lum, ito),
    )
    desk.close()
    return found


def office_with_cases(folder: Path) -> Cases:
    """A copy of the office, open."""
    shutil.copy(_master().desk.path, folder / "cases.office")
    return replace(_master(), desk=open_desk(folder / "cases.office", clock=Clock()))


def _submitted(desk: Desk, chun: int) -> int:
    draft = PersonDraft(
        "Makoa Kalaniʻōpuʻu", emails=("makoa@example.org",), agency="Parents and Keiki"
    )
    case = complete(desk, draft, chun)
    desk.applications.submit(case, date(2025, 12, 30))
    return case
