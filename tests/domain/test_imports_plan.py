"""The dry run: one fate a row, nobody merged, nothing invented, twice adds nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.facts import STATES
from coordinator_app.domain.imports_drafts import KnownPerson, RowFate
from coordinator_app.domain.imports_fields import FIELDS
from coordinator_app.domain.imports_sheets import RawRow
from coordinator_app.domain.partial import PartialDate
from tests.domain.imports_sheets_made import (
    HEADERS,
    REGISTRY,
    Texts,
    planned,
    questions,
    row_of,
    sheet,
)


def row(
    name: str = "Ito, Grace",
    email: str | None = "g@example.org",
    category: str | None = "IFS",
    *rest: str | None,
) -> Texts:
    dates = (*rest, *(None,) * 4)[:4] if rest else ("1/6/2025", "2/3/2025", None, None)
    return [name, email, category, *dates]


def listed(
    first: str, last: str, category: str = "IFS", since: str = "3/1/2025", status: str = "active"
) -> Texts:
    return [first, last, None, category, since, status, None]


def test_a_plain_row_is_accepted() -> None:
    plan = planned(sheet(HEADERS, row()))
    found = row_of(plan, 2)
    assert found.fate is RowFate.ACCEPTED
    assert found.application
    assert (found.application.state, found.application.submitted) == (
        "submitted",
        PartialDate(2025, 2, 3),
    )
    assert plan.counts() == {"accepted": 1, "questions": 0, "rejected": 0, "not_data": 1}


@pytest.mark.parametrize(
    ("texts", "reason"),
    [([None, "g@example.org", "IFS", "1/6/2025"], "no_name"), (row(category=None), "no_category"),
     (row(category="Level IV"), "category_branch"), (row(category="Wizard"), "category_unknown"), (["Ito, Grace"], "no_category")],
)  # fmt: skip
def test_what_cannot_be_a_record_is_returned_with_its_reason(texts: Texts, reason: str) -> None:
    found = row_of(planned(sheet(HEADERS, texts)), 2)
    assert found.fate is RowFate.REJECTED
    assert found.reasons[0].code == f"import.{reason}"
    assert (found.person, found.application, found.questions) == (None, None, ())


def test_one_bad_row_does_not_hold_up_the_others() -> None:
    rows = [row(f"Person{n}, Kai", f"kai{n}@example.org") for n in range(999)]
    plan = planned(sheet(HEADERS, *rows, row(category="Wizard")))
    assert plan.counts() == {"accepted": 999, "questions": 0, "rejected": 1, "not_data": 1}
    assert len(plan.people) == 999


@pytest.mark.parametrize(
    ("texts", "kind"),
    [(["--- 2nd quarter ---"], "section"), (["2nd quarter"], "section"), ([None, None, None, "TOTAL", "12"], "total"),
     (["Total"], "total"), ([None, None], "empty"), (["* highlighted = waiting"], "remark"), (HEADERS, "header")],
)  # fmt: skip
def test_rows_that_are_not_data(texts: Texts, kind: str) -> None:
    found = row_of(planned(sheet(HEADERS, row(), texts, row("Lee, Kai", "k@example.org"))), 3)
    assert (found.fate, found.kind) == (RowFate.NOT_DATA, kind)


def test_a_person_named_total_is_a_person() -> None:
    assert row_of(planned(sheet(HEADERS, row("Total, Ann"))), 2).fate is RowFate.ACCEPTED


@pytest.mark.parametrize(
    ("dates", "asked"),
    [
        (
            ("1/6/2025", None, "APPR", "3/1/2025"),
            {"decided_without_submission", "approved_not_on_registry"},
        ),
        (("1/6/2025", "2/3/2025", "Deny", None), {"decision_without_day"}),
        (("2/3/2025", "1/6/2025", None, None), {"submitted_before_registered"}),
        (("1/6/2025", "2/3/2025", "Deny", "1/31/2025"), {"letter_before_submission"}),
        (("1/6/2025", "2/3/2025", None, "3/1/2025"), {"letter_without_decision"}),
        (("TBD", "2/3/2025", None, None), {"no_registered"}),
        (("1/6/2025", "2/31/2025", None, None), {"no_such_day"}),
        (("1/6/2025", "2/3/2025", "to exam", "3/1/2025"), {"no_exam_asked"}),
        (("Jan 2025", "1/6/2025", None, None), set[str]()),
    ],
)
def test_contradictions_are_written_with_a_question(
    dates: tuple[str | None, ...], asked: set[str]
) -> None:
    found = row_of(planned(sheet(HEADERS, row("Ito, Grace", "g@example.org", "IFS", *dates))), 2)
    assert questions(found) == asked
    assert found.fate is (RowFate.QUESTION if asked else RowFate.ACCEPTED)
    assert found.application


def test_an_approval_makes_no_endorsement_by_itself() -> None:
    plan = planned(
        sheet(
            HEADERS,
            row("Ito, Grace", "g@example.org", "IFS", "1/6/2025", "2/3/2025", "APPR", "3/1/2025"),
        )
    )
    found = row_of(plan, 2)
    assert found.endorsement is None
    assert found.application
    assert found.application.state == "approved"
    assert questions(found) == {"approved_not_on_registry"}


def test_an_approval_with_its_registry_row_is_endorsed() -> None:
    case = row("Ito, Grace", "g@example.org", "IFS", "1/6/2025", "2/3/2025", "APPR", "3/1/2025")
    plan = planned(sheet(HEADERS, case), sheet(REGISTRY, listed("Grace", "Ito"), name="REGISTRY"))
    found = row_of(plan, 2)
    assert found.application
    assert (found.application.state, questions(found)) == ("endorsed", set[str]())
    older = sheet(REGISTRY, listed("Grace", "Ito", since="3/1/2017"), name="REGISTRY")
    assert questions(row_of(planned(sheet(HEADERS, case), older), 2)) == {"endorsed_before_case"}


def test_endorsements_come_only_from_a_registry_sheet() -> None:
    plan = planned(sheet(HEADERS, row()), sheet(REGISTRY, listed("Kai", "Lee"), name="REGISTRY"))
    assert [one.sheet for one in plan.rows if one.endorsement] == ["REGISTRY"]
    assert all(one.application is None for one in plan.rows if one.endorsement)


def test_same_name_and_address_is_the_same_person() -> None:
    plan = planned(sheet(HEADERS, row(), row("ITO, GRACE ", "G@example.org ", "IMHS")))
    assert len(plan.people) == 1
    assert row_of(plan, 2).person == row_of(plan, 3).person


def test_same_name_with_another_address_is_a_new_person_and_a_question() -> None:
    plan = planned(sheet(HEADERS, row(), row(email="other@example.org")))
    assert len(plan.people) == 2
    assert questions(row_of(plan, 3)) == {"same_name_other_email"}


def test_same_name_without_an_address_is_a_new_person_and_a_question() -> None:
    plan = planned(sheet(HEADERS, row(), row(email=None)))
    assert len(plan.people) == 2
    assert questions(row_of(plan, 3)) == {"same_name_no_email"}


def test_a_broken_address_that_can_only_mean_the_same_does_not_double_the_person() -> None:
    plan = planned(sheet(HEADERS, row(email="g at example.org"), row(category="IMHS")))
    assert [one.emails for one in plan.people] == [("g@example.org",)]
    assert questions(row_of(plan, 2)) == {"email_broken"}


def test_another_name_with_the_same_address_is_asked() -> None:
    plan = planned(sheet(HEADERS, row(), row("Lee, Kai")))
    assert len(plan.people) == 2
    assert questions(row_of(plan, 3)) == {"same_email"}


def test_a_registry_row_takes_the_one_person_of_its_name_in_any_spelling() -> None:
    made = sheet(HEADERS, row("Kalaniʻōpuʻu, Kai"))
    plan = planned(sheet(REGISTRY, listed("KAI", "Kalani'ōpu'u"), name="REGISTRY"), made)
    assert len(plan.people) == 1


def test_a_registry_row_of_two_namesakes_is_a_new_person_and_a_question() -> None:
    made = sheet(HEADERS, row(), row(email="other@example.org"))
    plan = planned(made, sheet(REGISTRY, listed("Grace", "Ito"), name="REGISTRY"))
    assert len(plan.people) == 3
    assert "which_of_them" in questions(row_of(plan, 2, "REGISTRY"))


def test_people_in_the_file_are_found_by_name_and_address() -> None:
    known = [
        KnownPerson(7, "grace ito", ("g@example.org",)),
        KnownPerson(8, "kai lee", ("kai@example.org",)),
    ]
    plan = planned(sheet(HEADERS, row(), row("Lee, Kai", "new@example.org")), existing=known)
    assert [one.existing for one in plan.people] == [7, None]
    assert questions(row_of(plan, 3)) == {"same_name_other_email"}


def test_a_case_the_person_has_already_is_asked_unless_this_row_wrote_it() -> None:
    known = [KnownPerson(7, "grace ito", ("g@example.org",), applied=("IFS",))]
    first = planned(sheet(HEADERS, row()), existing=known)
    assert questions(row_of(first, 2)) == {"case_already"}
    mark = row_of(first, 2).fingerprint
    assert (
        questions(row_of(planned(sheet(HEADERS, row()), existing=known, imported=[mark]), 2))
        == set()
    )


def test_an_endorsement_held_already_is_returned() -> None:
    known = [KnownPerson(7, "grace ito", endorsed=("IFS",))]
    plan = planned(sheet(REGISTRY, listed("Grace", "Ito"), name="REGISTRY"), existing=known)
    assert row_of(plan, 2, "REGISTRY").reasons[0].code == "import.endorsed_already"


def test_the_same_endorsement_twice_is_written_once() -> None:
    plan = planned(
        sheet(REGISTRY, listed("Grace", "Ito"), listed("Grace", "Ito", status="retired"), name="R")
    )
    assert [one.fate for one in plan.rows] == ["not_data", "accepted", "rejected"]


def test_a_sanction_takes_every_endorsement_of_the_person_off_the_active_list() -> None:
    rows = (listed("Grace", "Ito"), listed("Grace", "Ito", "IMHS", status="sanctioned 4/2025"))
    found = row_of(planned(sheet(REGISTRY, *rows, name="R")), 2, "R")
    assert found.endorsement
    assert (found.endorsement.status, found.endorsement.reason) == ("inactive", "sanctioned")
    assert questions(found) == {"sanctioned_elsewhere"}


def test_without_a_clear_status_nobody_is_put_on_the_active_list() -> None:
    for status in ("gone?", None):
        texts = [*listed("Grace", "Ito")[:5], status, None]
        found = row_of(planned(sheet(REGISTRY, texts, name="R")), 2, "R")
        assert found.endorsement
        assert found.endorsement.status == "inactive"
        assert found.fate is RowFate.QUESTION


def test_a_fingerprint_is_of_the_content_not_of_the_place() -> None:
    one, other = row(), row("Lee, Kai", "k@example.org")
    here = planned(sheet(HEADERS, one, other))
    moved = planned(sheet(["TITLE"], HEADERS, other, [None], one, name="Renamed"))
    marks = {found.fingerprint for found in here.rows if found.fingerprint}
    assert marks == {found.fingerprint for found in moved.rows if found.fingerprint}
    assert len(marks) == 2


def test_identical_rows_stay_two_and_keep_their_ordinals() -> None:
    plan = planned(sheet(HEADERS, row(), row()))
    marks = [found.fingerprint for found in plan.rows if found.fingerprint]
    assert [mark[-2:] for mark in marks] == ["-1", "-2"]
    assert questions(row_of(plan, 3)) == {"same_case_twice"}


def test_a_comment_is_a_note_of_its_own_and_no_new_content() -> None:
    made = sheet(HEADERS, row())
    cell = replace(made.rows[1].cells[4], comment="called 2/3")
    commented = replace(made, rows=(made.rows[0], RawRow(2, (*made.rows[1].cells[:4], cell))))
    found = row_of(planned(commented), 2)
    assert [(note.text, note.comment) for note in found.notes] == [("called 2/3", True)]
    assert found.fingerprint == row_of(planned(made), 2).fingerprint


def test_a_formula_counts_by_its_value_and_without_one_is_asked() -> None:
    headers = [*HEADERS, "Training hrs"]
    made = sheet(headers, [*row(), "41"])
    formula = replace(made.rows[1].cells[-1], kind="formula", formula="28+13")
    for value, fate in (("41", RowFate.ACCEPTED), ("", RowFate.QUESTION)):
        cells = (*made.rows[1].cells[:-1], replace(formula, value=value))
        found = row_of(planned(replace(made, rows=(made.rows[0], RawRow(2, cells)))), 2)
        assert found.fate is fate


def test_the_year_of_renewal_columns_is_kept() -> None:
    headers = [*REGISTRY, "Training 2025", "RSC 2025"]
    found = row_of(
        planned(sheet(headers, [*listed("Grace", "Ito"), "15", "n/a"], name="R")), 2, "R"
    )
    assert found.endorsement
    assert found.endorsement.year == 2025


WORDS = st.sampled_from(["", "Ito, Grace", "IFS", "TBD", "x", "1/6/2025", "30+", "TOTAL", "---", "approved", "a at b.org", "100", "Level II", "asked 6/8", "2025"])  # fmt: skip


@given(st.lists(st.lists(WORDS | st.text(max_size=8), max_size=12), max_size=12), st.booleans())
def test_every_cell_of_any_sheet_has_one_fate(rows: list[list[str]], with_header: bool) -> None:
    headers = [field.headers[0] for field in FIELDS[:12]]
    made = sheet(
        *([headers] if with_header else []), *[[text or None for text in texts] for texts in rows]
    )
    plan = planned(made)
    refs = [cell.cell_ref for cell in plan.cells]
    assert sorted(refs) == sorted(cell.ref for each in made.rows for cell in each.cells)
    assert sum(plan.counts().values()) == len(plan.rows) == made.last_row
    assert all(one.application.state in STATES for one in plan.rows if one.application)
    assert planned(made) == plan
