"""The policies as shipped say what the association says, and no more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from coordinator_app.domain.policy import Policy, Requirement
from coordinator_app.domain.policy_settings import unset
from tests.domain.policies_made import ALLIANCE, BASE, YEARS, alliance, base, pack

PAGE = "AIMH HI endorsement page, valid as of 2024-01-01"
IMH = ("IFA", "IFS", "IFRS", "IMHS", "IMHM-C", "IMHM-P", "IMHM-R/F")
ECMH = ("ECFA", "ECFS", "ECFRS", "ECMHS", "ECMHM-C", "ECMHM-P", "ECMHM-R/F")


@pytest.mark.parametrize("id", [BASE, YEARS, ALLIANCE])
def test_the_associations_sentences_are_literally_on_its_page(id: str) -> None:
    page = Path(__file__).with_name("aimh_hi_page.txt").read_text(encoding="utf-8")
    quoted = [one for one in pack(id).paragraphs.values() if one.source == PAGE]
    assert quoted
    for one in quoted:
        assert one.text in page, one.id
        assert not one.to_confirm


@pytest.mark.parametrize("id", [BASE, YEARS, ALLIANCE])
def test_everything_else_has_a_source_and_is_to_confirm(id: str) -> None:
    for one in pack(id).paragraphs.values():
        assert one.source == PAGE or one.to_confirm, one.id


@pytest.mark.parametrize("id", [BASE, YEARS, ALLIANCE])
def test_no_paragraph_is_there_for_nothing(id: str) -> None:
    one = pack(id)
    cited = {category.paragraph for category in one.categories.values()}
    cited |= {requirement.paragraph for requirement in one.requirements}
    cited |= {part.paragraph for requirement in one.requirements for part in requirement.parts}
    cited |= {provider.paragraph for provider in one.providers}
    cited |= {rule.paragraph for rule in one.rules.values()}
    loose = {id for id, paragraph in one.paragraphs.items() if paragraph.source != PAGE} - cited
    assert not loose


def test_all_categories_are_there() -> None:
    assert set(base().categories) == {*IMH, *ECMH}
    assert set(alliance().categories) == {*IMH, *ECMH, "ERS"}


@pytest.mark.parametrize("code", [*IMH, *ECMH])
def test_every_category_is_asked_for_something_of_each_kind(code: str) -> None:
    kinds = {one.kind for one in base().requirements_for(code)}
    assert kinds >= {
        "education",
        "transcripts",
        "work",
        "training",
        "rsc_received",
        "references",
        "code_of_ethics",
        "agreement",
        "membership",
        "fee",
    }


def test_specialists_and_mentors_sit_an_exam_until_2025_mentors_after() -> None:
    sitting = {code for code, one in base().categories.items() if one.exam}
    mentors = {code for code in (*IMH, *ECMH) if "HM-" in code}
    assert sitting == {*mentors, "IMHS", "ECMHS"}
    assert {code for code, one in alliance().categories.items() if one.exam} == mentors


def asked(policy: Policy, category: str, kind: str) -> Requirement:
    return next(one for one in policy.requirements_for(category) if one.kind == kind)


@pytest.mark.parametrize(
    ("category", "training", "rsc", "window"),
    [
        ("IFA", "30", "0", None),
        ("ECFA", "30", "0", None),
        ("IFS", "30", "24", (12, 24)),
        ("ECFS", None, None, None),
        ("IFRS", "48", "24", None),
        ("IMHS", "30", "50", (12, 24)),
        ("ECMHS", "30", "50", (12, 24)),
        ("IMHM-C", "48", "50", (12, 24)),
        ("ECMHM-P", "33", "0", None),
        ("IMHM-R/F", "33", "0", None),
    ],
)
def test_hours_are_those_published(
    category: str, training: str | None, rsc: str | None, window: tuple[int, int] | None
) -> None:
    hours = {"training": training, "rsc_received": rsc}
    for kind, wanted in hours.items():
        minimum = asked(base(), category, kind).minimum
        assert minimum == (None if wanted is None else Decimal(wanted)), kind
    assert asked(base(), category, "rsc_received").window_months == window


def test_education_or_work_will_do_for_family_associates_only() -> None:
    for code in (*IMH, *ECMH):
        stands_in = asked(base(), code, "education").instead
        assert bool(stands_in) == (code in ("IFA", "ECFA")), code


def test_the_association_asks_three_ratings_of_everybody() -> None:
    assert {asked(base(), code, "references").minimum for code in (*IMH, *ECMH)} == {Decimal(3)}
    assert asked(alliance(), "ERS", "references").minimum == 2


def test_what_nobody_stated_is_unset() -> None:
    keys = {rule.key for rule in unset(base())}
    assert keys >= {
        "exam.tolerance",
        "exam.third_scorer",
        "exam.retake_months",
        "exam.part_two_pass_percent",
        "renewal.grace_days",
        "fee.registration",
        "fee.processing",
        "requirement.ecfs.training.minimum",
        "requirement.ecfs.work.minimum",
        "requirement.frs.education.any_of",
        "providers.IMHM-C",
    }
    assert "requirement.mhs2025.rsc.minimum" in {rule.key for rule in unset(alliance())}


def test_the_marked_defaults_are_settings_to_confirm() -> None:
    wanted = {
        "review.reviewers": 1,
        "exam.month_end_days": 7,
        "references.valid_months": 12,
        "references.blanks_void": 6,
        "exam.approval_valid_months": 12,
        "renewal.cycle_years": 1,
        "renewal.cycle_ends": "12-31",
        "renewal.training_hours": Decimal(15),
        "renewal.rsc_hours": Decimal(12),
    }
    for key, value in wanted.items():
        rule = base().rules[key]
        assert (rule.value, rule.setting, rule.to_confirm) == (value, True, True), key


def test_what_the_page_says_is_fixed() -> None:
    wanted = {
        "calendar.reply_months": 1,
        "calendar.exam_months": 3,
        "exam.scorers": 2,
        "renewal.code_of_ethics_yearly": True,
        "renewal.attestation_from": date(2022, 1, 1),
        "registry.sanctioned_inactive": True,
    }
    for key, value in wanted.items():
        rule = base().rules[key]
        assert (rule.value, rule.setting, rule.to_confirm) == (value, False, False), key


def test_three_year_renewal_asks_45_and_36_hours() -> None:
    policy = alliance()
    assert policy.amount("renewal.training_hours") == 45
    assert policy.amount("renewal.rsc_hours") == 36
    assert "ERS" in (policy.codes("renewal.rsc_categories") or ())


def test_only_clinical_mentors_and_reflective_supervisors_give_rsc_now() -> None:
    assert {one.providers for one in alliance().providers} == {("IMHM-C", "ERS")}
