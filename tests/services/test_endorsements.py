"""The registry's list with its renewals, one endorsement whole, and its spreadsheets."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.registry_moves import RegistryEntry, RenewalDraft
from coordinator_app.domain.registry_upkeep import Upkeep
from coordinator_app.services.desk import Desk, open_desk
from coordinator_app.services.moves import MoveDraft
from tests.helpers.builders import Clock, a_person, an_endorsed
from tests.helpers.practice import practice_file

ENDED = date(2025, 12, 31)
WHOLE = RenewalDraft(
    ENDED,
    Decimal(16),
    training_dei_hours=Decimal(1),
    rsc_hours=Decimal("12.5"),
    code_of_ethics_on=date(2025, 11, 3),
    attestation_on=date(2025, 11, 3),
    membership_until=date(2026, 12, 31),
)


def the_one(desk: Desk, category: str = "IMHS") -> int:
    an_endorsed(desk, "Hōkūlani Akana", category)
    return desk.endorsements.list(ListQuery()).rows[0].id


def upkeep(desk: Desk, on: date | None = None) -> Upkeep:
    return desk.endorsements.list(ListQuery(), on).rows[0].upkeep


def test_what_is_short_of_an_owed_renewal_is_told(desk: Desk) -> None:
    id = the_one(desk)
    shown = RenewalDraft(
        ENDED,
        Decimal(15),
        training_dei_hours=Decimal(1),
        rsc_hours=Decimal("8.5"),
        code_of_ethics_on=date(2025, 11, 3),
        membership_until=date(2026, 12, 31),
    )
    desk.endorsements.record_renewals((id,), shown)
    found = upkeep(desk)
    assert found.owed
    assert found.short == ("rsc", "attestation")
    assert (found.rsc_hours, found.rsc_short) == (Decimal("8.5"), Decimal(12))
    assert (found.training_hours, found.training_short) == (Decimal(15), None)
    assert desk.endorsements.counts()["owed"] == 1


def test_a_renewal_that_is_recorded_as_done_is_no_longer_owed(desk: Desk) -> None:
    id = the_one(desk)
    desk.endorsements.record_renewals((id,), WHOLE)
    assert upkeep(desk).owed
    assert upkeep(desk).short == ()
    desk.endorsements.record_renewals((id,), RenewalDraft(ENDED, renewed_on=date(2026, 2, 18)))
    assert not upkeep(desk).owed
    assert desk.endorsements.counts()["owed"] == 0
    assert upkeep(desk, date(2026, 2, 17)).owed, "it was, the day before"
    assert desk.endorsements.counts(on=date(2026, 2, 17))["owed"] == 1


def test_after_the_days_of_grace_that_comes_first(folder: Path) -> None:
    """The practice office has set them; they end on March 1."""
    desk = open_desk(practice_file(folder), clock=Clock(date(2026, 3, 2)))
    owed = desk.endorsements.list(ListQuery(filters={"renewal": "owed"})).rows
    assert {one.upkeep.short[0] for one in owed} == {"lapse"}
    before = desk.endorsements.list(ListQuery(filters={"renewal": "owed"}), date(2026, 3, 1)).rows
    assert "lapse" not in {kind for one in before for kind in one.upkeep.short}
    desk.close()


def test_rsc_is_not_asked_of_every_category(desk: Desk) -> None:
    the_one(desk, "IFA")
    assert not upkeep(desk).rsc_asked
    assert "rsc" not in upkeep(desk).short


def test_several_renew_in_one_action(desk: Desk) -> None:
    for name in ("Keoni Akana", "Amelia Chun"):
        an_endorsed(desk, name)
    ids = tuple(one.id for one in desk.endorsements.list(ListQuery()).rows)
    done = desk.endorsements.record_renewals(ids, WHOLE)
    assert done.endorsements == frozenset(ids)
    assert [len(desk.endorsements.card(id).renewals) for id in ids] == [1, 1]
    desk.history.undo()
    assert [len(desk.endorsements.card(id).renewals) for id in ids] == [0, 0]


@pytest.mark.parametrize("on", [None, date(2025, 12, 20), date(2025, 7, 1), date(2024, 2, 1)])
def test_the_count_of_owed_renewals_is_that_of_the_rules(folder: Path, on: date | None) -> None:
    """SQL and the rules ask the same, row by row, on every day."""
    desk = open_desk(practice_file(folder), clock=Clock())
    every = desk.endorsements.list(ListQuery(limit=None), on).rows
    owed = desk.endorsements.list(ListQuery(limit=None, filters={"renewal": "owed"}), on).rows
    assert {one.id for one in owed} == {one.id for one in every if one.upkeep.owed}
    counted = desk.endorsements.counts(on=on)
    assert counted["all"] == len(every)
    assert counted["active"] == sum(one.row.status == "active" for one in every)
    assert counted["sanctioned"] == sum(one.row.reason == "sanctioned" for one in every)
    assert counted["owed"] == len(owed)
    desk.close()


def test_counts_follow_the_words(desk: Desk) -> None:
    an_endorsed(desk, "Keoni Nāluʻai")
    an_endorsed(desk, "Amelia Chun")
    assert desk.endorsements.counts("naluai")["active"] == 1
    assert desk.endorsements.counts()["active"] == 2


def test_a_page_of_the_list_is_the_same_part_of_the_whole(folder: Path) -> None:
    desk = open_desk(practice_file(folder), clock=Clock())
    for order in ("name", "category", "since", "status", "credential"):
        for backwards in (False, True):
            whole = desk.endorsements.list(ListQuery(order=order, descending=backwards, limit=None))
            part = ListQuery(order=order, descending=backwards, offset=7, limit=9)
            assert desk.endorsements.list(part).rows == whole.rows[7:16]
    desk.close()


def test_a_card_tells_the_way_back_of_an_inactive_one(desk: Desk) -> None:
    id = the_one(desk)
    assert desk.endorsements.card(id).steps == ()
    desk.moves.make([id], MoveDraft("inactive", "own_request", date(2026, 2, 19), "Her letter"))
    card = desk.endorsements.card(id)
    assert card.steps is not None
    assert "education" in card.steps
    assert [one.kind for one in card.findings] == ["reactivation"] * len(card.steps)
    assert [(one.target, one.reason) for one in card.moves] == [
        ("inactive", "own_request"),
        ("active", "brought_over"),
    ]


def test_a_workbook_has_the_list_as_it_stood(desk: Desk, folder: Path) -> None:
    id = the_one(desk)
    desk.endorsements.record_renewals((id,), RenewalDraft(date(2026, 12, 31), Decimal("7.25")))
    an_endorsed(desk, "=SUM(A1:A9)", "IFA")
    file = folder / "list.xlsx"
    assert desk.endorsements.export(file, ListQuery(limit=1)) == 2
    book = openpyxl.load_workbook(file)
    sheet = book["Registry 2026-02-20"]
    titles = [cell.value for cell in sheet[1]]
    rows = [dict(zip(titles, line, strict=True)) for line in sheet.iter_rows(2, values_only=True)]
    by_name = {row["Name"]: row for row in rows}
    akana = by_name["Hōkūlani Akana"]
    assert float(str(akana["Training hours"])) == 7.25
    assert getattr(akana["Renewal"], "year", 0) == 2026
    assert "=SUM(A1:A9)" in by_name
    kinds = {cell.data_type for line in sheet.iter_rows(2) for cell in line if cell.value}
    assert "f" not in kinds, "a name is never a formula"
    book.close()


def test_a_csv_has_the_list_of_its_day_and_filter(desk: Desk, folder: Path) -> None:
    the_one(desk)
    an_endorsed(desk, "-1+1", "IFA", since=date(2026, 2, 1))
    file = folder / "list.csv"
    query = ListQuery(filters={"status": "active"})
    assert desk.endorsements.export(file, query, date(2026, 1, 15)) == 1
    assert desk.endorsements.export(file, query) == 2
    with file.open(encoding="utf-8-sig", newline="") as lines:
        names = {row["Name"] for row in csv.DictReader(lines)}
    assert names == {"Hōkūlani Akana", "'-1+1"}


def test_another_kind_of_file_is_refused(desk: Desk, folder: Path) -> None:
    a_person(desk)
    with pytest.raises(BadInput, match=r"spreadsheet\.ending"):
        desk.endorsements.export(folder / "list.pdf", ListQuery())


def test_one_begun_within_the_cycle_owes_it_once_something_was_recorded(desk: Desk) -> None:
    an_endorsed(desk, since=date(2025, 6, 1))
    id = desk.endorsements.list(ListQuery()).rows[0].id
    assert (upkeep(desk).owed, desk.endorsements.counts()["owed"]) == (False, 0)
    desk.endorsements.record_renewals((id,), RenewalDraft(ENDED, Decimal(3)))
    assert (upkeep(desk).owed, desk.endorsements.counts()["owed"]) == (True, 1)


@pytest.mark.parametrize(
    ("since", "owed"), [("2024", True), ("2025", False), ("2025-01", False), ("2024-12", True)]
)
def test_a_beginning_of_which_only_month_or_year_is_known_is_read_alike(
    desk: Desk, since: str, owed: bool
) -> None:
    entry = RegistryEntry("IFA", PartialDate.parse(since))
    desk.registry.add_by_hand(a_person(desk), entry)
    assert (upkeep(desk).owed, desk.endorsements.counts()["owed"]) == (owed, int(owed))
