"""Today: what is due and why, the latest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coordinator_app.domain.facts import (
    CaseFacts,
    EndorsementFacts,
    QuestionFact,
    ReferenceFact,
    RenewalFact,
    ReviewFact,
    TodoFact,
)
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.today import (
    KINDS,
    DueItem,
    case_items,
    endorsement_items,
    lines_of_case,
)
from tests.domain.policies_made import TODAY, always, base, full_ifs, on, rating
from tests.helpers.today_in_full import due_items

DUE = date(2026, 2, 28)
REVIEW = ReviewFact(1, 50, date(2026, 2, 3))
HELD = EndorsementFacts(
    id=3,
    person=9,
    category="IFS",
    since=on("2021-05-14"),
    status="active",
    renewals=(RenewalFact(date(2025, 12, 31), renewed_on=date(2025, 12, 1)),),
)


def of_case(facts: CaseFacts, today: date = TODAY) -> dict[str, DueItem]:
    return {one.kind: one for one in case_items(facts, base(), today, always(base()))}


def of_endorsement(facts: EndorsementFacts, today: date) -> dict[str, DueItem]:
    return {one.kind: one for one in endorsement_items(facts, today, always(base()))}


def test_a_decision_letter_is_owed_until_it_is_sent() -> None:
    owed = of_case(replace(full_ifs(), reviews=(REVIEW,)))
    assert owed.keys() == {"reply"}
    item = owed["reply"]
    assert (item.due, item.action, item.what.code) == (DUE, "decide", "today.decision_owed")
    assert (item.person, item.application) == (1, 7)
    assert item.why.text.startswith("Applicants will hear back")
    decided = replace(
        full_ifs(), state="endorsed", decision="approve", decided_on=date(2026, 2, 19)
    )
    assert of_case(decided)["reply"].action == "letter"
    assert of_case(replace(decided, letter_sent_on=date(2026, 2, 20))) == {}


def test_late_is_counted_in_days() -> None:
    item = of_case(full_ifs())["reply"]
    assert item.days_late(date(2026, 3, 20)) == 20
    assert item.days_late(DUE) == 0
    assert replace(item, due=None).days_late(date(2026, 3, 20)) == 0


def test_imported_decisions_owe_no_letter_but_imported_open_cases_do() -> None:
    imported = replace(full_ifs(), imported=True, reviews=(REVIEW,))
    assert "reply" in of_case(imported)
    decided = replace(imported, decision="approve", decided_on=date(2026, 2, 1), state="endorsed")
    assert of_case(decided) == {}


@pytest.mark.parametrize(
    ("state", "asked", "reminded", "shown"),
    [
        ("asked", date(2026, 2, 6), None, True),
        ("asked", date(2026, 2, 7), None, False),
        ("reminded", date(2026, 1, 6), date(2026, 2, 7), False),
        ("reminded", date(2026, 1, 6), date(2026, 2, 6), True),
        ("named", None, None, False),
        ("asked", None, None, False),
        ("received", date(2026, 1, 1), None, False),
    ],
)
def test_a_rater_is_shown_for_a_reminder_after_two_weeks(
    state: str, asked: date | None, reminded: date | None, shown: bool
) -> None:
    one = ReferenceFact(9, 109, "colleague", state, asked_on=asked, reminded_on=reminded)
    items = of_case(replace(full_ifs(), state="in_progress", submitted=None, references=(one,)))
    assert ("rating" in items) is shown
    if shown:
        assert items["rating"].due == TODAY
        assert items["rating"].what.facts["days"] == 14


def test_a_submitted_case_tells_what_it_lacks() -> None:
    case = replace(full_ifs(), references=(rating(1, "supervisor"),))
    items = of_case(case)
    assert items.keys() == {"reply", "ratings", "reviewer"}
    detail = items["ratings"].what.facts["detail"]
    assert isinstance(detail, Phrase)
    assert (detail.code, detail.facts["count"]) == ("ratings.missing", 2)
    assert items["reviewer"].what.facts["count"] == 1
    assert {one.due for one in items.values()} == {DUE}


def test_more_information_is_awaited_and_the_day_stays() -> None:
    items = of_case(replace(full_ifs(), state="more_information", reviews=(REVIEW,)))
    assert items["more_information"].due == DUE


def test_a_registration_waits_to_be_accepted() -> None:
    case = CaseFacts(1, 1, "IFS", "registered", registered=on("2026-02-01"))
    items = of_case(case)
    assert items.keys() == {"acceptance"}
    assert items["acceptance"].due is None
    assert items["acceptance"].why.paragraph == "membership"


def test_an_exam_seat_then_the_end_of_the_approval() -> None:
    sits = replace(
        full_ifs(),
        category="IMHS",
        state="to_sit",
        decision="approve_to_sit",
        decided_on=date(2026, 2, 10),
        letter_sent_on=date(2026, 2, 11),
    )
    before, after = of_case(sits), of_case(sits, date(2026, 4, 30))
    assert {kind: one.due for kind, one in before.items()} == {"exam_seat": date(2026, 4, 30)}
    assert {kind: one.due for kind, one in after.items()} == {"approval": date(2027, 2, 28)}


def test_without_a_policy_a_case_asks_for_nothing() -> None:
    assert list(case_items(full_ifs(), None, TODAY, lambda day: None)) == []
    other = replace(full_ifs(), category="ERS")
    assert of_case(other) == {}


def test_an_endorsement_is_shown_once_renewing_opens() -> None:
    assert of_endorsement(HELD, date(2026, 9, 30)) == {}
    items = of_endorsement(HELD, date(2026, 10, 1))
    assert items.keys() == {"renewal_hours", "code_of_ethics", "attestation"}
    assert {one.due for one in items.values()} == {date(2026, 12, 31)}
    assert items["renewal_hours"].endorsement == 3
    assert items["attestation"].why.paragraph == "attestation"


def test_a_renewed_or_inactive_endorsement_asks_for_nothing() -> None:
    day = date(2026, 11, 1)
    renewed = RenewalFact(date(2026, 12, 31), renewed_on=date(2026, 10, 5))
    assert of_endorsement(replace(HELD, renewals=(*HELD.renewals, renewed)), day) == {}
    assert of_endorsement(replace(HELD, status="inactive"), day) == {}


def test_a_renewal_owed_from_last_year_stays_and_is_late() -> None:
    items = of_endorsement(replace(HELD, renewals=()), TODAY)
    assert items["renewal_hours"].days_late(TODAY) == 51


def test_the_latest_stands_first_and_what_has_no_day_last() -> None:
    cases = [
        full_ifs(),
        CaseFacts(1, 2, "IFS", "registered"),
        replace(full_ifs(), id=8, submitted=on("2025-12-15"), reviews=(REVIEW,)),
    ]
    items = due_items(
        cases,
        [replace(HELD, renewals=())],
        [TodoFact(1, "Call back", date(2026, 2, 21), 5)],
        [QuestionFact(1, phrase("import.which"), date(2026, 1, 1), 6, endorsement=4)],
        TODAY,
        lambda facts: base(),
        always(base()),
    )
    days = [one.due or date.max for one in items]
    assert days == sorted(days)
    assert [one.kind for one in items[-2:]] == ["acceptance", "question"]
    assert items[0].kind == "renewal_hours"
    assert {one.kind for one in items} <= set(KINDS)
    todo = next(one for one in items if one.kind == "todo")
    assert (todo.person, todo.what.facts["text"]) == (5, "Call back")


def test_the_order_does_not_hang_on_the_order_of_the_facts() -> None:
    todos = [TodoFact(n, "x", date(2026, 2, 1 + n % 3), n) for n in range(6)]
    forward = due_items([], [], todos, [], TODAY, lambda facts: None, lambda day: None)
    back = due_items([], [], reversed(todos), [], TODAY, lambda facts: None, lambda day: None)
    assert forward == back


def test_of_a_case_that_owes_a_reply_only_the_next_step_is_a_line() -> None:
    submitted = replace(full_ifs(), state="submitted", references=())
    assert of_case(submitted).keys() >= {"reply", "ratings", "reviewer"}
    lines = lines_of_case(submitted, base(), TODAY, always(base()))
    assert [item.kind for item in lines] == ["ratings"]


def test_lines_of_other_cases_and_kinds_stay() -> None:
    submitted = replace(full_ifs(), state="submitted")
    other = replace(submitted, id=submitted.id + 1)
    todo = TodoFact(1, "Call", TODAY, 5, submitted.id)
    kept = due_items([submitted, other], [], [todo], [], TODAY, lambda _: base(), always(base()))
    assert {item.application for item in kept if item.kind != "todo"} == {submitted.id, other.id}
    assert [item.kind for item in kept if item.kind == "todo"] == ["todo"]
