"""What was shown for a renewal cycle, noted beside what is noted already."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from coordinator_app.domain.errors import BadInput, NotFound
from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.registry_moves import RenewalDraft
from coordinator_app.services.desk import Desk
from tests.helpers.builders import an_endorsed

ENDS = date(2026, 12, 31)


def the_endorsement(desk: Desk) -> int:
    an_endorsed(desk, "Hōkūlani Akana", "IMHS")
    return desk.registry.list(ListQuery()).rows[0].id


def test_hours_and_signatures_come_in_one_by_one(desk: Desk) -> None:
    held = the_endorsement(desk)
    first = desk.registry.record_renewal(held, RenewalDraft(ENDS, training_hours=Decimal("7.25")))
    day = date(2026, 2, 19)
    then = desk.registry.record_renewal(held, RenewalDraft(ENDS, attestation_on=day))
    assert first.made == then.made
    row = desk.registry.list(ListQuery()).rows[0]
    assert (row.training_hours, row.attestation_on) == (Decimal("7.25"), day)


def test_what_is_noted_again_is_corrected(desk: Desk) -> None:
    held = the_endorsement(desk)
    for hours in (Decimal(9), Decimal("8.5")):
        desk.registry.record_renewal(held, RenewalDraft(ENDS, rsc_hours=hours))
    assert desk.registry.list(ListQuery()).rows[0].rsc_hours == Decimal("8.5")


@pytest.mark.parametrize("day", [date(2026, 12, 30), date(2023, 12, 31), date(2027, 1, 1)])
def test_a_day_on_which_no_cycle_ends_is_refused(desk: Desk, day: date) -> None:
    held = the_endorsement(desk)
    with pytest.raises(BadInput, match=r"renewal\.no_such_cycle"):
        desk.registry.record_renewal(held, RenewalDraft(day, rsc_hours=Decimal(1)))


def test_an_endorsement_that_is_not_there_is_not_renewed(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.registry.record_renewal(77, RenewalDraft(ENDS, rsc_hours=Decimal(1)))
