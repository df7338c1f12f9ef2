"""Every kind of cell, as typed, and what it is taken for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain import imports_cells as cells
from coordinator_app.domain.applications import DECISIONS
from coordinator_app.domain.facts import REFERENCE_STATES, STATES
from coordinator_app.domain.imports_categories import NAMES, read_category
from coordinator_app.domain.imports_notes import read_note
from coordinator_app.domain.imports_understood import (
    CellFate,
    CellValue,
    DecisionRead,
    FeeRead,
    HoursRead,
    NoteRead,
    ProviderRead,
    RaterRead,
    SignedRead,
    StatusRead,
    TranscriptsRead,
)
from coordinator_app.domain.partial import PartialDate

USED, NOTED, QUESTION = CellFate.USED, CellFate.NOTED, CellFate.QUESTION


@pytest.mark.parametrize(
    ("typed", "value", "fate"),
    [
        ("$100", FeeRead("paid", Decimal(100)), USED),
        ("100", FeeRead("paid", Decimal(100)), USED),
        ("100.00", FeeRead("paid", Decimal("100.00")), USED),
        ("$1,250.50", FeeRead("paid", Decimal("1250.50")), USED),
        ("pd", FeeRead("paid"), USED),
        ("waived", FeeRead("waived"), USED),
        ("check #231", FeeRead("paid", check="231"), USED),
        ("N", FeeRead("unclear"), USED),
        ("0", None, QUESTION),
        ("half", FeeRead("unclear"), QUESTION),
    ],
)
def test_fees(typed: str, value: CellValue, fate: CellFate) -> None:
    found = cells.read_fee(typed)
    assert (found.value, found.fate) == (value, fate)


@pytest.mark.parametrize(
    ("typed", "value", "fate"),
    [
        ("62.25", HoursRead(Decimal("62.25")), USED),
        ("52 hrs", HoursRead(Decimal(52)), USED),
        ("30+", HoursRead(Decimal(30), at_least=True), QUESTION),
        ("30 hrs+", HoursRead(Decimal(30), at_least=True), QUESTION),
        (">30", HoursRead(Decimal(30), at_least=True), QUESTION),
        ("24 (grp)", HoursRead(Decimal(24), mode="group"), USED),
        ("24 hrs (individual)", HoursRead(Decimal(24), mode="individual"), USED),
        ("n/a", HoursRead(None, applies=False), USED),
        ("lots", None, QUESTION),
        ("24 (see file)", None, QUESTION),
        ("-5", None, QUESTION),
    ],
)
def test_hours_are_exact(typed: str, value: CellValue, fate: CellFate) -> None:
    found = cells.read_hours(typed)
    assert (found.value, found.fate) == (value, fate)


@pytest.mark.parametrize(
    ("typed", "value", "fate"),
    [
        ("rec'd", RaterRead("received"), USED),
        ("rec’d", RaterRead("received"), USED),
        ("M. Souza - recvd", RaterRead("received", "M. Souza"), USED),
        ("M. Souza", RaterRead("named", "M. Souza"), USED),
        ("M. Souza (declined)", RaterRead("declined", "M. Souza"), USED),
        ("waiting", RaterRead("asked"), USED),
        ("asked 6/8", RaterRead("asked"), NOTED),
        ("asked 6/8/2025", RaterRead("asked", on=PartialDate(2025, 6, 8)), USED),
        ("declined", RaterRead("declined"), USED),
        ("x", RaterRead("named"), QUESTION),
        ("X", RaterRead("named"), QUESTION),
        ("6/8/2025", RaterRead("named", on=PartialDate(2025, 6, 8)), QUESTION),
        ("2 of 3?", None, QUESTION),
    ],
)
def test_references(typed: str, value: CellValue, fate: CellFate) -> None:
    found = cells.read_rater(typed)
    assert (found.value, found.fate) == (value, fate)


@pytest.mark.parametrize(
    ("typed", "state", "decision"),
    [("APPR", "approved", "approve"), ("Approved", "approved", "approve"), ("to exam", "to_sit", "approve_to_sit"),
     ("Deny", "denied", "deny"), ("deferred", "deferred", "defer"), ("on hold", "on_hold", ""),
     ("withdrawn", "withdrawn", ""), ("more info", "more_information", "")],
)  # fmt: skip
def test_decisions(typed: str, state: str, decision: str) -> None:
    assert cells.read_decision(typed).value == DecisionRead(state, decision)


def test_decisions_use_the_stored_codes() -> None:
    assert {one.state for one in cells.DECISIONS.values()} <= set(STATES)
    assert {one.decision for one in cells.DECISIONS.values()} <= {*DECISIONS, ""}


def test_an_unknown_decision_is_asked_and_decides_nothing() -> None:
    found = cells.read_decision("see minutes")
    assert (found.value, found.fate) == (None, QUESTION)


@pytest.mark.parametrize(
    ("typed", "value", "fate"),
    [
        ("active", StatusRead("active"), USED),
        ("Active", StatusRead("active"), USED),
        ("INACTIVE", StatusRead("inactive"), QUESTION),
        ("inactive - lapsed", StatusRead("inactive", "lapsed"), USED),
        ("lapsed", StatusRead("inactive", "lapsed"), USED),
        ("retired", StatusRead("inactive", "own_request"), USED),
        ("sanctioned 3/2024", StatusRead("inactive", "sanctioned", PartialDate(2024, 3)), USED),
        ("deceased", StatusRead("inactive", "deceased"), USED),
        ("moved", StatusRead("inactive", "moved"), USED),
        ("gone?", None, QUESTION),
    ],
)
def test_registry_status(typed: str, value: CellValue, fate: CellFate) -> None:
    found = cells.read_status(typed)
    assert (found.value, found.fate) == (value, fate)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("IFS ", "IFS"), ("imhs", "IMHS"), ("Level II", "IFS"), ("LEVEL 2", "IFS"), ("Level III", "IMHS"), ("Level I", "IFA"),
     ("Level IV-C", "IMHM-C"), ("EC Family Specialist", "ECFS"), ("IMH Mentor (Policy)", "IMHM-P"), ("IMHM-R/F", "IMHM-R/F"),
     ("IMHM - Clinical", "IMHM-C"), ("Infant Mental Health Specialist", "IMHS"), ("ECMHM-P", "ECMHM-P"),
     ("Early Childhood Mental Health Mentor - Research/Faculty", "ECMHM-R/F"), ("Infant Family Associate", "IFA"),
     ("ERS", "ERS"), ("IMHM", None), ("Level IV", None), ("Level V", None), ("specialist", None)],
)  # fmt: skip
def test_categories_by_code_name_and_former_level(typed: str, code: str | None) -> None:
    assert read_category(typed).value == code


def test_every_name_of_a_category_is_of_one_code() -> None:
    assert all(name == " ".join(name.split()) and code for name, code in NAMES.items())
    assert {read_category(name).value for name in NAMES} >= {
        "IFA",
        "IFS",
        "IMHS",
        "ECFA",
        "ECMHS",
        "ERS",
    }


@pytest.mark.parametrize(
    ("typed", "value"),
    [("A. Chun IMHM-C", ProviderRead("A. Chun", "IMHM-C")), ("(vetted) P. Ito", ProviderRead("P. Ito", vetted=True)),
     ("Chun", ProviderRead("Chun")), ("R. Lum", ProviderRead("R. Lum")), ("P. Ito (vetted)", ProviderRead("P. Ito", vetted=True)),
     ("A. Chun, IMHS (vetted)", ProviderRead("A. Chun", "IMHS", vetted=True))],
)  # fmt: skip
def test_providers(typed: str, value: ProviderRead) -> None:
    assert cells.read_provider(typed).value == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2 of 2", TranscriptsRead(complete=True, have=2, of=2)), ("1/2", TranscriptsRead(complete=False, have=1, of=2)),
     ("Y", TranscriptsRead(complete=True)), ("N", TranscriptsRead(complete=False)), ("x", TranscriptsRead(complete=True))],
)  # fmt: skip
def test_transcripts(typed: str, value: TranscriptsRead) -> None:
    assert cells.read_transcripts(typed).value == value


@pytest.mark.parametrize(
    ("typed", "value", "fate"),
    [("signed", SignedRead(signed=True), USED), ("Y", SignedRead(signed=True), USED), ("N", SignedRead(signed=False), USED),
     ("1/6/25", SignedRead(signed=True, on=PartialDate(2025, 1, 6)), USED), ("TBD", None, NOTED),
     ("signed 1/6/25", SignedRead(signed=True, on=PartialDate(2025, 1, 6)), USED), ("maybe", None, QUESTION)],
)  # fmt: skip
def test_code_of_ethics(typed: str, value: CellValue, fate: CellFate) -> None:
    found = cells.read_signed(typed)
    assert (found.value, found.fate) == (value, fate)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [("IMH-E®", "IMH-E®"), ("IMH-E", "IMH-E®"), ("imh-e", "IMH-E®"), ("ECMH-E", "ECMH-E®"), ("I/ECMH-E", "IECMH-E®"), ("IECMHE", "IECMH-E®"), ("LCSW", None)],
)  # fmt: skip
def test_credentials(typed: str, mark: str | None) -> None:
    assert cells.read_credential(typed).value == mark


@pytest.mark.parametrize(
    ("typed", "kind", "proposes"),
    [("name change - was Silva", "former_name", "Silva"), ("née Ka'imi", "former_name", "Kaʻimi"),
     ("moved from Oahu to Maui", "moved", "Maui"), ("moved to oahu", "moved", "Oʻahu"),
     ("dup of row above??", "duplicate", ""), ("wants ECMH too", "also", "ECMH"), ("call back", "", ""),
     ("=SUM issue?", "", "")],
)  # fmt: skip
def test_remarks_are_kept_and_some_propose(typed: str, kind: str, proposes: str) -> None:
    found = read_note(typed)
    assert found.value == NoteRead(typed, kind, proposes)
    assert found.keep
    assert found.fate is (QUESTION if kind else NOTED)


@pytest.mark.parametrize("field", sorted(cells.READERS))
@given(st.text(max_size=60))
def test_no_reader_fails_and_none_drops_what_was_typed(field: str, text: str) -> None:
    found = cells.READERS[field](text)
    assert found.fate is not CellFate.IGNORED
    assert found.value is not None or found.keep
    assert found.phrase or found.fate is USED
    if isinstance(found.value, RaterRead):
        assert found.value.state in REFERENCE_STATES
