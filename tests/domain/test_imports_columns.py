"""Which column is what: guessed, told, corrected, and never by chance (T097)."""

from __future__ import annotations

import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.imports_columns import understand_columns
from coordinator_app.domain.imports_fields import FIELDS, field_for, header_year
from tests.domain.imports_sheets_made import HEADERS, REGISTRY, planned, row_of, sheet

ROW = ["Ito, Grace", "g@example.org", "IFS", "1/6/2025", "2/3/2025", None, None]


def test_the_header_need_not_be_the_first_row() -> None:
    found = understand_columns(sheet(["TRACKING 2025"], [None], HEADERS, ROW), {})
    assert (found.header_row, found.kind) == (3, "applications")
    assert [one.field for one in found.columns] == [
        "name",
        "email",
        "category",
        "registered",
        "submitted",
        "decision",
        "letter_sent",
    ]


def test_columns_may_stand_in_any_order() -> None:
    straight = planned(sheet(HEADERS, ROW))
    turned = planned(sheet(HEADERS[::-1], ROW[::-1]))
    assert row_of(straight, 2).application == row_of(turned, 2).application
    assert row_of(straight, 2).fingerprint == row_of(turned, 2).fingerprint


def test_an_unknown_column_is_told_and_kept_as_notes() -> None:
    plan = planned(sheet([*HEADERS, "Shirt size"], [*ROW, "XL"]))
    assert [one.code for one in plan.told] == ["import.columns_kept_as_notes"]
    assert [(note.header, note.text) for note in row_of(plan, 2).notes] == [("Shirt size", "XL")]


def test_two_columns_of_one_header_are_both_left_and_told() -> None:
    plan = planned(sheet([*HEADERS, "Email"], [*ROW, "h@example.org"]))
    told = [one.code for one in plan.told]
    assert told.count("import.column_twice") == 2
    row = row_of(plan, 2)
    assert row.person
    assert row.person.emails == ()
    assert {note.text for note in row.notes} == {"g@example.org", "h@example.org"}


def test_a_mapping_settles_which_of_two_columns_it_is() -> None:
    plan = planned(sheet([*HEADERS, "Email"], [*ROW, "h@example.org"]), mapping={"H": "email"})
    person = row_of(plan, 2).person
    assert person
    assert person.emails == ("h@example.org",)


def test_a_missing_name_column_returns_every_row_with_the_reason() -> None:
    plan = planned(sheet(HEADERS[1:], ROW[1:]))
    row = row_of(plan, 2)
    assert row.fate == "rejected"
    assert row.reasons[0].code == "import.sheet_unknown"


def test_merged_headers_and_hidden_columns_and_rows_are_told() -> None:
    made = sheet(HEADERS, ROW, merged=("B1:C1",), hidden_columns=(2,))
    codes = {one.code for one in planned(made).told}
    assert codes == {"import.merged_cells", "import.hidden_columns_read"}


def test_a_merged_title_is_nobodys_business() -> None:
    made = sheet(["TITLE"], HEADERS, ROW, merged=("A1:P1",))
    assert planned(made).told == ()


def test_a_hidden_sheet_is_left_out_and_told_and_read_when_named() -> None:
    old = sheet(HEADERS, ROW, name="Old", state="veryHidden")
    assert [one.code for one in planned(old).told] == ["import.sheet_hidden"]
    assert (
        planned(old, sheets=["old"]).counts()["questions"]
        + planned(old, sheets=["old"]).counts()["accepted"]
        == 1
    )


def test_a_mapping_speaks_by_letters_by_header_or_for_one_sheet() -> None:
    made = sheet(["Who", "Kind", "Registered", "X"], ["Ito, Grace", "IFS", "1/6/2025", "2/3/2025"])
    mapping = {"A": "name", "kind": "category", "Applicants!D": "submitted"}
    found = understand_columns(made, mapping)
    assert [one.field for one in found.columns] == ["name", "category", "registered", "submitted"]
    assert found.columns[0].confidence == 1.0


def test_an_ignored_column_has_cells_that_are_ignored() -> None:
    plan = planned(sheet(HEADERS, ROW), mapping={"Email": "ignore"})
    cell = next(one for one in plan.cells if one.cell_ref == "B2")
    assert cell.fate == "ignored"


@pytest.mark.parametrize(
    ("mapping", "code"),
    [({"A": "shoe"}, "import.no_such_field"), ({"ZZ": "name"}, "import.no_such_column"), ({"Nothing!A": "name"}, "import.no_such_column")],
)  # fmt: skip
def test_a_wrong_mapping_is_refused(mapping: dict[str, str], code: str) -> None:
    with pytest.raises(BadInput) as refused:
        planned(sheet(HEADERS, ROW), mapping=mapping)
    assert refused.value.code == code


def test_an_unknown_sheet_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput) as refused:
        planned(sheet(HEADERS, ROW), sheets=["Nope"])
    assert refused.value.facts["sheets"] == ("Applicants",)


def test_the_kind_of_sheet_is_told_by_what_only_it_has() -> None:
    assert understand_columns(sheet(REGISTRY), {}).kind == "registry"
    assert understand_columns(sheet(HEADERS), {}).kind == "applications"
    assert understand_columns(sheet(["Name", "Email", "Phone"]), {}).kind == ""


def test_status_in_a_sheet_of_applications_is_where_the_case_stands() -> None:
    found = understand_columns(sheet(["Name", "Category", "Registered", "Status"]), {})
    assert found.columns[3].field == "decision"


@pytest.mark.parametrize(
    ("header", "field", "confidence"),
    [("Transcripts?", "transcripts", 1.0), ("E-mail", "email", 1.0), ("Training 2025", "training_hours", 1.0),
     ("Submited", "submitted", 0.8), ("Cat.", "category", 1.0), ("Ref 4", "", 0.0), ("Shoe", "", 0.0), ("", "", 0.0)],
)  # fmt: skip
def test_headers_are_known_or_nearly_known_or_not_guessed(
    header: str, field: str, confidence: float
) -> None:
    assert field_for(header) == (field, confidence)


def test_a_header_tells_its_year() -> None:
    assert header_year("RSC 2025") == 2025
    assert header_year("RSC hrs") is None


def test_no_header_means_two_fields() -> None:
    headers = [header for field in FIELDS for header in field.headers]
    assert len(headers) == len(set(headers))
    assert all(field_for(header)[1] == 1.0 for header in headers)
