"""A case is judged requirement by requirement, each with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from coordinator_app.domain.facts import CaseFacts, Evidence, ReviewFact
from coordinator_app.domain.findings import Finding, Outcome, may_decide, may_submit
from coordinator_app.domain.findings_case import case_findings
from coordinator_app.domain.partial import PartialDate
from tests.domain.policies_made import (
    TODAY,
    alliance,
    always,
    base,
    full_ifs,
    judge,
    on,
    only,
    training,
    with_evidence,
    with_requirement,
)

MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL
REVIEWED = (ReviewFact(1, 50, date(2026, 2, 3), date(2026, 2, 10), "approve"),)


def ids(findings: tuple[Finding, ...]) -> set[str]:
    return {one.requirement for one in findings}


def test_a_complete_case_may_be_submitted_and_once_reviewed_decided() -> None:
    findings = tuple(judge(full_ifs()).values())
    assert may_submit(findings) == ()
    assert ids(may_decide(findings)) == {"review.reviewers"}
    reviewed = replace(full_ifs(), reviews=REVIEWED)
    assert may_decide(judge(reviewed).values()) == ()


def test_an_empty_case_lacks_everything() -> None:
    empty = CaseFacts(id=1, person=1, category="IFS", state="accepted")
    found = judge(empty)
    assert ids(may_submit(found.values())) == {
        "ifs.education",
        "all.transcripts",
        "ifs.work",
        "ifs.training",
        "ifs.rsc",
        "three.references",
        "all.code-of-ethics",
        "all.agreement",
        "all.membership",
        "all.fee",
    }
    assert found["ifs.training"].have.code == "have.nothing"
    assert {one.outcome for one in found.values()} == {NOT_MET, CANNOT_TELL}
    assert found["all.fee"].outcome is CANNOT_TELL


def test_every_finding_carries_the_paragraph_behind_it() -> None:
    policy = base()
    for one in judge(full_ifs()).values():
        cited = policy.paragraph(one.why.paragraph)
        assert (one.why.text, one.why.source) == (cited.text, cited.source)
        assert one.why.policy == policy.version
        assert one.title
    assert judge(full_ifs())["three.references"].why.text.startswith(
        "The application also includes"
    )


def test_without_a_policy_nothing_can_be_told() -> None:
    found = case_findings(full_ifs(), None, date(2023, 12, 31), lambda day: None)
    assert [one.outcome for one in found] == [CANNOT_TELL]
    assert found[0].needed.code == "policy.none_in_force"
    assert may_submit(found) == found == may_decide(found)


def test_a_category_the_policy_does_not_have_cannot_be_told() -> None:
    found = case_findings(replace(full_ifs(), category="ERS"), base(), TODAY, always(base()))
    assert [one.needed.code for one in found] == ["policy.no_such_category"]


# --- education, transcripts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "degree", "outcome"),
    [
        ("IFS", "bachelor", MET),
        ("IFS", "master", MET),
        ("IFS", "doctorate", MET),
        ("IFS", "associate", NOT_MET),
        ("IFS", "cda", NOT_MET),
        ("IFS", "licence", NOT_MET),
        ("IFS", None, CANNOT_TELL),
        ("IMHS", "bachelor", NOT_MET),
        ("IMHS", "master", MET),
        ("ECFS", "doctorate", CANNOT_TELL),
        ("IFRS", "doctorate", CANNOT_TELL),
    ],
)
def test_a_degree_stands_for_those_below_it(
    category: str, degree: str | None, outcome: Outcome
) -> None:
    case = replace(full_ifs(), category=category)
    found = judge(only(case, "education", Evidence(1, "education", degree=degree)))
    assert next(one for one in found.values() if one.kind == "education").outcome is outcome


def test_a_licence_stands_for_a_masters_from_2025() -> None:
    case = replace(full_ifs(), category="IMHS")
    licensed = only(case, "education", Evidence(1, "education", degree="licence"))
    found = judge(licensed, alliance())
    assert found["mhs2025.education"].outcome is MET
    assert found["mhs2025.transcripts"].outcome is MET


def test_rejected_evidence_does_not_count() -> None:
    rejected = only(full_ifs(), "education", Evidence(1, "education", "rejected", degree="master"))
    assert judge(rejected)["ifs.education"].outcome is NOT_MET


def test_each_degree_needs_its_transcript() -> None:
    second = Evidence(20, "education", degree="master")
    case = with_evidence(full_ifs(), second)
    assert judge(case)["all.transcripts"].outcome is NOT_MET
    other = with_evidence(case, Evidence(21, "transcript", transcripts_of=1))
    assert judge(other)["all.transcripts"].outcome is NOT_MET
    its_own = with_evidence(case, Evidence(21, "transcript", transcripts_of=20))
    assert judge(its_own)["all.transcripts"].outcome is MET
    loose = with_evidence(case, Evidence(21, "transcript"))
    assert judge(loose)["all.transcripts"].outcome is MET


def ifa(*evidence: Evidence) -> CaseFacts:
    return CaseFacts(1, 1, "IFA", "accepted", evidence=evidence)


TWO_YEARS = Evidence(1, "work", started=on("2020-01-01"), ended=on("2022-12-31"))


def test_work_stands_in_for_education_and_education_for_work() -> None:
    by_work, by_degree = judge(ifa(TWO_YEARS)), judge(ifa(Evidence(1, "education", degree="cda")))
    for found in (by_work, by_degree):
        assert found["ifa.education"].outcome is MET
        assert found["ifa.work"].outcome is MET
        assert found["ifa.education"].present
        assert found["all.transcripts"].outcome is MET
    detail = by_work["ifa.education"].detail
    assert detail is not None
    assert detail.facts["other"] == "Specialized work"
    assert judge(ifa())["ifa.work"].outcome is NOT_MET
    assert judge(ifa())["all.transcripts"].outcome is NOT_MET


# --- work -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "outcome"),
    [
        ([("2022-01-01", "2023-12-31")], MET),
        ([("2022-01-01", "2023-12-30")], NOT_MET),
        ([("2022-01-01", "2022-12-31"), ("2024-01-01", "2024-12-31")], MET),
        ([("2022-01-01", "2022-12-31"), ("2022-03-01", "2022-12-31")], NOT_MET),
        ([("2022-01", "2023-12")], CANNOT_TELL),
        ([("2022-01", "2024-02")], MET),
        ([("2022", "2023")], CANNOT_TELL),
        ([("2022", "2022")], NOT_MET),
        ([("2024-01-31", None)], MET),
        ([("2024-02-03", None)], NOT_MET),
        ([(None, "2023-12-31")], CANNOT_TELL),
    ],
)
def test_two_years_of_work_are_counted_in_days(
    spans: list[tuple[str | None, str | None]], outcome: Outcome
) -> None:
    shown = [
        Evidence(n, "work", started=begun(first), ended=begun(last))
        for n, (first, last) in enumerate(spans)
    ]
    assert judge(only(full_ifs(), "work", *shown))["ifs.work"].outcome is outcome


def begun(text: str | None) -> PartialDate | None:
    return None if text is None else on(text)


@pytest.mark.parametrize(
    ("unpaid", "outcome"), [("yes", MET), ("no", NOT_MET), ("unclear", CANNOT_TELL)]
)
def test_unpaid_work_counts_as_the_policy_says(unpaid: str, outcome: Outcome) -> None:
    policy = with_requirement(base(), "ifs.work", unpaid=unpaid)
    volunteered = replace(TWO_YEARS, paid_work=False)
    found = judge(only(full_ifs(), "work", volunteered), policy)
    assert found["ifs.work"].outcome is outcome


@pytest.mark.parametrize(("families", "outcome"), [(10, MET), (9, NOT_MET), (None, CANNOT_TELL)])
def test_families_are_counted_where_the_policy_asks(families: int | None, outcome: Outcome) -> None:
    policy = with_requirement(base(), "ifs.work", minimum_families=10)
    served = replace(TWO_YEARS, families=families)
    assert judge(only(full_ifs(), "work", served), policy)["ifs.work"].outcome is outcome


def test_what_is_short_is_told() -> None:
    shown = Evidence(1, "work", started=on("2022-01-01"), ended=on("2022-12-31"))
    found = judge(only(full_ifs(), "work", shown))["ifs.work"]
    assert found.have.facts == {"years": 1, "months": 0}
    assert found.detail is not None
    assert found.detail.facts["days"] == 365


# --- training ---------------------------------------------------------------------------------


def test_training_with_parts_tells_each_part() -> None:
    case = only(
        replace(full_ifs(), category="IMHM-C"),
        "training",
        training(1, "30", "imh"),
        training(2, "14.5", "rsc_provision"),
        training(3, "3.5", "dei"),
    )
    found = judge(case)["mhmc.training"]
    assert found.outcome is NOT_MET
    assert found.detail is not None
    assert found.detail.code == "short.parts"
    filled = judge(with_evidence(case, training(4, "0.5", "rsc_provision")))
    assert filled["mhmc.training"].outcome is MET
    loose = judge(with_evidence(case, training(4, "0.5")))
    assert loose["mhmc.training"].outcome is CANNOT_TELL


def test_sessions_without_hours_leave_it_open_until_the_rest_suffices() -> None:
    short = only(full_ifs(), "training", training(1, "29"), training(2, None))
    assert judge(short)["ifs.training"].outcome is CANNOT_TELL
    assert judge(with_evidence(short, training(3, "1")))["ifs.training"].outcome is MET


def test_unset_hours_are_never_zero() -> None:
    case = replace(full_ifs(), category="ECFS")
    for requirement in ("ecfs.training", "ecfs.rsc", "ecfs.work", "ecfs.education"):
        found = judge(case)[requirement]
        assert found.outcome is CANNOT_TELL
        assert found.needed.code == "policy.not_set"
        assert found.present
    said = base({"requirement.ecfs.training.minimum": 30})
    assert judge(case, said)["ecfs.training"].outcome is MET


# --- papers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("member", "outcome"),
    [
        (Evidence(1, "membership", until=date(2026, 1, 31)), MET),
        (Evidence(1, "membership", until=date(2026, 1, 30)), NOT_MET),
        (Evidence(1, "membership", standing="verified"), MET),
        (Evidence(1, "membership"), CANNOT_TELL),
    ],
)
def test_membership_is_current_on_the_day_of_submission(member: Evidence, outcome: Outcome) -> None:
    found = judge(only(full_ifs(), "membership", member), today=date(2026, 6, 1))
    assert found["all.membership"].outcome is outcome


@pytest.mark.parametrize(
    ("amounts", "shown", "outcome"),
    [
        ({}, [("paid", None)], MET),
        ({}, [("waived", "registration")], MET),
        ({}, [("unclear", None)], CANNOT_TELL),
        ({}, [], CANNOT_TELL),
        ({"fee.registration": 25, "fee.processing": 100}, [("paid", "registration")], NOT_MET),
        (
            {"fee.registration": 25, "fee.processing": 100},
            [("paid", "registration"), ("waived", "processing")],
            MET,
        ),
        ({"fee.registration": 25, "fee.processing": 100}, [("paid", None)], MET),
        ({"fee.registration": 0, "fee.processing": 100}, [("paid", "processing")], MET),
        ({"fee.registration": 0, "fee.processing": 100}, [], NOT_MET),
        ({"fee.registration": 0, "fee.processing": 0}, [], MET),
        ({"fee.registration": 25}, [("paid", "processing")], NOT_MET),
        ({"fee.registration": 25}, [("paid", "renewal")], NOT_MET),
    ],
)
def test_fees_are_settled_by_the_amounts_the_association_set(
    amounts: dict[str, object], shown: list[tuple[str, str | None]], outcome: Outcome
) -> None:
    paid = [
        Evidence(n, "fee", paid_state=state, purpose=purpose)
        for n, (state, purpose) in enumerate(shown)
    ]
    found = judge(only(full_ifs(), "fee", *paid), base(amounts))
    assert found["all.fee"].outcome is outcome


def test_the_add_on_needs_a_category_held() -> None:
    case = CaseFacts(1, 1, "ERS", "accepted")
    assert judge(case, alliance())["ers.prerequisite"].outcome is NOT_MET
    held = replace(case, held=("IFA", "ECFS"))
    assert judge(held, alliance())["ers.prerequisite"].outcome is MET


def test_hours_recommended_never_hold_anything_up() -> None:
    found = judge(ifa(TWO_YEARS))["ifa.rsc"]
    assert found.recommended
    assert found.outcome is MET
    assert found.needed.code == "needed.recommended"
    assert not ids(may_submit((replace(found, present=False, outcome=NOT_MET),)))


def test_hours_are_summed_exactly() -> None:
    tenths = [training(n, "0.1") for n in range(299)]
    case = only(full_ifs(), "training", *tenths, training(900, "0.0999999999999999999999999999999"))
    found = judge(case)["ifs.training"]
    assert found.outcome is NOT_MET
    assert found.detail is not None
    assert found.detail.facts["hours"] == Decimal("1E-31")
