"""Today: what is due of the cases on file, and how the rounds stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock, a_person, decidable, decided, logged, made, submitted


def kinds(desk: Desk) -> list[tuple[str, date | None]]:
    return [(one.kind, one.due) for one in desk.due.items()]


def test_an_empty_office_owes_nothing(desk: Desk) -> None:
    assert desk.due.list().rows == ()
    assert desk.due.list().rounds == ()
    counts = desk.due.counts()
    assert (counts.due, counts.late, counts.applications, counts.registry, counts.people) == (0, 0, 0, 0, 0)  # fmt: skip


def test_a_decided_case_owes_its_letter_until_it_is_marked_sent(desk: Desk, clock: Clock) -> None:
    case = decided(desk)
    assert ("reply", date(2026, 2, 28)) in kinds(desk)
    letter = made(desk.letters.issue(LetterKind.APPROVED, case))
    assert "reply" in {kind for kind, _ in kinds(desk)}
    desk.letters.mark_sent(letter, "post", desk.today())
    assert "reply" not in {kind for kind, _ in kinds(desk)}


def test_a_reply_is_late_from_the_day_after_its_day(desk: Desk, clock: Clock) -> None:
    decided(desk)
    for day, late in ((date(2026, 2, 28), False), (date(2026, 3, 1), True)):
        clock.day = day
        (reply,) = (one for one in desk.due.items() if one.kind == "reply")
        assert (reply.days_late(day) > 0) is late


def test_a_round_counts_its_cases_and_what_is_late_in_it(desk: Desk, clock: Clock) -> None:
    decided(desk)
    submitted(desk, PersonDraft("Noa Kamaka"))
    clock.day = date(2026, 3, 1)
    (found,) = desk.due.list().rounds
    assert (found.round, found.applications, found.decided, found.late) == ("2026-01", 2, 1, 2)
    assert found.reply_due == date(2026, 2, 28)


def test_a_to_do_and_a_registered_case_are_on_the_list(desk: Desk) -> None:
    person = a_person(desk)
    logged(desk, person)
    desk.notes.add("call her", person_id=person, due=date(2026, 2, 19))
    assert ("todo", date(2026, 2, 19)) in kinds(desk)
    assert "acceptance" in {kind for kind, _ in kinds(desk)}
    names = {row.name for row in desk.due.list().rows}
    assert names == {"Leilani Kahananui"}


def test_withdrawing_takes_a_case_off_the_list(desk: Desk) -> None:
    case = decidable(desk)
    assert kinds(desk)
    desk.applications.withdraw(case, desk.today(), "moved away")
    assert [one for one in desk.due.items() if one.application == case] == []


def test_a_case_taken_up_again_is_judged_by_todays_policy(desk: Desk, clock: Clock) -> None:
    case = decided(desk, "defer")
    (_, policy), *_ = desk.policies.all()
    rules = dict(policy.rules) | {
        "references.valid_months": replace(policy.rules["references.valid_months"], value=1)
    }
    shorter = replace(policy, title="Shorter", in_force_from=date(2026, 4, 1), rules=rules, digest="f" * 64)  # fmt: skip
    desk.policies.adopt(shorter, desk.today())
    desk.applications.take_up_again(case)
    clock.day = date(2026, 4, 2)
    cited = {one.why.policy for one in desk.due.items() if one.application == case}
    assert cited <= {shorter.version}
    assert {one.why.policy for one in desk.cases.card(case).findings} == {shorter.version}
