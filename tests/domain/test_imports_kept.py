"""What is understood but has no field is not lost: it stands on the record as typed."""

from __future__ import annotations

import pytest

from coordinator_app.domain.imports_drafts import KnownPerson
from tests.domain.imports_sheets_made import HEADERS, REGISTRY, planned, row_of, sheet

CASE = ["Ito, Grace", "g@example.org", "IFS", "1/6/2025", "2/3/2025", None, None]
LISTED = ["Grace", "Ito", "IMH-E", "IFS", "3/1/2019", "active", "12/31/2025"]


@pytest.mark.parametrize(
    ("headers", "texts", "kept"),
    [
        ([*REGISTRY, "Attestation"], [*LISTED, "yes"], ["yes"]),
        ([*REGISTRY, "Code of Ethics"], [*LISTED, "Y"], ["Y"]),
        (REGISTRY, [*LISTED[:6], "2025"], ["2025"]),
        (REGISTRY, [*LISTED[:5], "sanctioned 3/2024", "12/31/2025"], ["sanctioned 3/2024"]),
        ([*REGISTRY, "Training 2025"], [*LISTED[:6], None, "15"], ["15"]),
        ([*REGISTRY, "Training 2025"], [*LISTED, "15"], []),
        ([*HEADERS, "RSC provider"], [*CASE, "R. Lum"], ["R. Lum"]),
        ([*HEADERS, "RSC provider", "RSC hrs"], [*CASE, "R. Lum", "24"], []),
        ([*HEADERS, "Transcripts?"], [*CASE, "1 of 2"], ["1 of 2"]),
        (HEADERS, [*CASE[:4], "2025", None, None], ["2025"]),
        (HEADERS, [*CASE[:4], "Jan 2025", None, None], []),
        ([*HEADERS, "Ref 1"], [*CASE, "asked Jan 2025"], ["asked Jan 2025"]),
    ],
)
def test_a_cell_says_no_more_than_its_record_and_notes(
    headers: list[str], texts: list[str | None], kept: list[str]
) -> None:
    found = row_of(planned(sheet(headers, texts)), 2)
    assert [note.text for note in found.notes] == kept


def test_the_island_of_somebody_on_file_and_a_second_island_are_kept() -> None:
    headers = [*HEADERS, "Island"]
    rows = [[*CASE, "Maui"], [*CASE[:2], "IMHS", *CASE[3:], "Oahu"]]
    new = planned(sheet(headers, *rows))
    assert [[note.text for note in row_of(new, n).notes] for n in (2, 3)] == [[], ["Oahu"]]
    known = planned(
        sheet(headers, rows[0]), existing=[KnownPerson(7, "grace ito", ("g@example.org",))]
    )
    assert [note.text for note in row_of(known, 2).notes] == ["Maui"]


def test_another_spelling_of_the_name_is_kept() -> None:
    plan = planned(
        sheet(HEADERS, ["Māhoe, Kai", *CASE[1:]], ["Mahoe, Kai", CASE[1], "IMHS", *CASE[3:]])
    )
    assert [note.text for note in row_of(plan, 3).notes] == ["Mahoe, Kai"]
