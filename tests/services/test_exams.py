"""A sitting from its plan to its results, and what stays behind the door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, update

from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.exams import Verdict
from coordinator_app.domain.people import PersonDraft
from coordinator_app.persistence import door
from coordinator_app.persistence.kept import journal_image
from coordinator_app.persistence.tables_exam import paper_identity
from coordinator_app.services.desk import Desk
from tests.helpers.builders import Clock, made
from tests.helpers.exams import (
    FORM,
    NAMES,
    SITTING_DAY,
    WHY,
    answered,
    approved_to_sit,
    enrolled,
    office_in_scoring,
    paired,
    released,
    score,
    seated,
)

LATER = date(2026, 5, 20)


@pytest.fixture
def scoring(folder: Path, clock: Clock) -> Iterator[Desk]:
    """A desk at an office whose sitting, number 1, is being scored; in the end all holds."""
    found = office_in_scoring(folder, clock)
    yield found
    report = found.checks.report()
    found.close()
    assert report.faults == ()


def refused(code: str) -> pytest.RaisesExc[RuleBroken]:
    return pytest.raises(RuleBroken, match=f"^{code}$".replace(".", r"\."))


def test_only_whose_date_is_reached_and_whose_approval_holds_may_sit(desk: Desk) -> None:
    case = approved_to_sit(desk, NAMES[0])
    early = made(desk.exams.plan(date(2026, 4, 20), "Too early", FORM))
    with refused("exam.not_yet"):
        desk.exams.admit(early, case, date(2026, 3, 1))
    late = made(desk.exams.plan(date(2027, 3, 1), "Too late", FORM))
    with refused("exam.barred"):
        desk.exams.admit(late, case, date(2026, 3, 1), override_reason=WHY)
    month_end = made(desk.exams.plan(date(2026, 4, 24), "Month-end", FORM))
    desk.exams.admit(month_end, case, date(2026, 3, 1))
    assert [one.name for one in desk.exams.card(month_end).candidates] == [NAMES[0]]


def test_an_override_admits_earlier_and_check_lists_its_reason(desk: Desk) -> None:
    case = approved_to_sit(desk, NAMES[0])
    early = made(desk.exams.plan(date(2026, 4, 20), "Early sitting", FORM))
    assert [one.obstacles[0].code for one in desk.exams.seekers(early)] == ["exam.too_early"]
    desk.exams.admit(early, case, date(2026, 3, 1), override_reason="Moves away in May.")
    assert "check.admitted" in [one.code for one in desk.checks.report().overrides]
    with refused("exam.seated_already"):
        desk.exams.admit(early, case, date(2026, 3, 1))


def test_codes_are_drawn_for_all_and_in_no_order(desk: Desk, clock: Clock) -> None:
    sitting = seated(desk, clock)
    card = desk.exams.card(sitting)
    assert len({one.code for one in card.papers}) == len(NAMES)
    assert [one.code for one in card.papers] == sorted(one.code for one in card.papers)
    with refused("paper.nobody"):
        desk.exams.code_papers(sitting)
    assert desk.exams.find(card.papers[0].code.lower()) == (sitting, card.papers[0].id)
    assert desk.exams.find("Kahananui") is None


def test_pairs_keep_conflicts_and_are_the_same_for_the_same_seed(desk: Desk, clock: Clock) -> None:
    scorers = enrolled(desk)
    sitting = seated(desk, clock)
    tied = desk.people.search("Kahananui", 5)[0].id
    desk.people.declare_tie(tied, scorers[0], "family")
    first = desk.pairs.propose(sitting, 7)
    assert first == desk.pairs.propose(sitting, 7)
    paired(desk, sitting)
    card = desk.exams.card(sitting)
    assert all([seat.seat for seat in one.seats] == ["A", "B"] for one in card.papers)
    left_out = [one for one in card.papers if one.seats[0].left_out]
    assert [one.seats[0].left_out for one in left_out] == [("Alika Chun",)]
    assert "Alika Chun" not in [seat.scorer_name for seat in left_out[0].seats]
    assert card.seed == 7


def test_pairs_that_cannot_be_are_refused_with_the_papers_that_are_short(
    desk: Desk, clock: Clock
) -> None:
    enrolled(desk, ("Alika Chun", "Puna Ito"), most=2)
    sitting = seated(desk, clock)
    with refused("pairing.impossible") as refusal:
        desk.pairs.pair(sitting, SITTING_DAY)
    reasons = refusal.value.facts["why"]
    assert isinstance(reasons, tuple)
    assert reasons[-1].code == "pairing.room"  # pyright: ignore[reportUnknownMemberType]
    assert not any(one.seats for one in desk.exams.card(sitting).papers)


def test_a_score_is_sealed_until_the_other_is_in(scoring: Desk) -> None:
    desk, sitting = scoring, 1
    paper = desk.exams.card(sitting).papers[0]
    score(desk, paper.id, "A", 40, 42)
    first = desk.exams.paper(paper.id).seat("A")
    assert first is not None
    assert (first.sealed, first.total, first.points, first.comment) == (True, None, (), "")
    assert desk.exams.paper(paper.id).outcome.missing == ("B",)
    score(desk, paper.id, "B", 38, 40)
    both = desk.exams.paper(paper.id)
    assert [seat.total for seat in both.seats] == [Decimal(82), Decimal(78)]
    assert both.outcome.state == "undecided", "the policy's tolerance is unset"


def test_where_the_policy_does_not_say_the_coordinator_decides_with_a_reason(
    scoring: Desk, clock: Clock
) -> None:
    desk, sitting = scoring, 1
    papers = desk.exams.card(sitting).papers
    for number, paper in enumerate(papers):
        score(desk, paper.id, "A", 40, 42)
        score(desk, paper.id, "B", 38, 40)
        with pytest.raises(BadInput):
            desk.scores.decide(paper.id, Verdict(True, True), " ", LATER)
        desk.scores.decide(paper.id, Verdict(True, number > 0), "Both say so.", LATER)
    with refused("result.nothing"):
        desk.scores.settle(sitting, LATER)
    clock.day = LATER
    desk.scores.release(sitting, LATER)
    states = {name: state_of(desk, name) for name in NAMES}
    assert sorted(states.values()) == ["endorsed"] * 4 + ["not_passed"]
    assert desk.exams.card(sitting).row.state == "released"
    assert desk.history.names().undo_left


def state_of(desk: Desk, name: str) -> str:
    person = desk.people.search(name, 5)[0].id
    return desk.people.card(person).applications[0].state


def test_a_third_scorer_is_asked_only_after_two_who_disagree(scoring: Desk, folder: Path) -> None:
    desk, sitting = scoring, 1
    paper = desk.exams.card(sitting).papers[0]
    third = desk.pairs.choices(paper.id)[0]
    with refused("scorer.no_third"):
        desk.pairs.assign(paper.id, "C", third.person, LATER)
    score(desk, paper.id, "A", 40, 42)
    score(desk, paper.id, "B", 20, 20)
    desk.pairs.assign(paper.id, "C", third.person, LATER)
    with refused("score.not_released"):
        score(desk, paper.id, "C", 30, 30)
    released(desk, sitting, folder / "third")
    assert [one.name for one in (folder / "third").iterdir()] == [third.name]
    score(desk, paper.id, "C", 40, 41)
    assert desk.exams.paper(paper.id).outcome.state == "undecided"


def test_results_are_released_for_all_or_none(scoring: Desk) -> None:
    desk, sitting = scoring, 1
    with refused("result.missing") as refusal:
        desk.scores.release(sitting, LATER)
    assert len(str(refusal.value.facts["papers"]).split(",")) == len(NAMES), "each is named"


# --- behind the door --------------------------------------------------------------------------


def test_an_identity_is_opened_only_after_all_scores_with_a_reason_and_is_listed(
    scoring: Desk,
) -> None:
    desk, sitting = scoring, 1
    paper = desk.exams.card(sitting).papers[0]
    with refused("door.scores_not_in"):
        desk.exams.open_identity(paper.id, "Asked by the board.", LATER)
    score(desk, paper.id, "A", 40, 42)
    score(desk, paper.id, "B", 38, 40)
    with pytest.raises(BadInput):
        desk.exams.open_identity(paper.id, "", LATER)
    changes = desk.exams.open_identity(paper.id, "Asked by the board.", LATER)
    assert desk.cases.card(made(changes)).row.name in NAMES
    newest = desk.history.newest(1)[0]
    assert (newest.action, newest.detail, newest.reason) == (
        "Open identity",
        paper.code,
        "Asked by the board.",
    )
    assert newest.outside
    assert "check.opened" in [one.code for one in desk.checks.report().overrides]


def test_the_journal_names_nobody_beside_a_code(scoring: Desk) -> None:
    """Neither its lines nor its images of rows: no entry that knows a paper knows a case."""
    desk, sitting = scoring, 1
    codes = [one.code for one in desk.exams.card(sitting).papers]
    said = [one for one in desk.history.newest(400) if any(code in one.detail for code in codes)]
    assert {one.action for one in said} >= {"Enter answers", "Release packets"}
    for one in said:
        assert not any(name in one.detail for name in NAMES)


def test_no_entry_of_the_journal_joins_a_paper_to_a_case(scoring: Desk) -> None:
    desk, sitting = scoring, 1
    for paper in desk.exams.card(sitting).papers:
        score(desk, paper.id, "A", 40, 42)
        score(desk, paper.id, "B", 38, 40)
        desk.scores.decide(paper.id, Verdict(True, True), "So.", LATER)
    candidate = desk.exams.card(sitting).candidates[0]
    desk.exams.withdraw(candidate.id)
    desk.scores.release(sitting, LATER)
    for records in records_of_entries(desk).values():
        if records & {"paper", "paper_identity", "result", "packet", "scoring", "opening"}:
            assert not records & {"candidate", "application", "exam_result", "person"}


def records_of_entries(desk: Desk) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    with desk.exams.store.read() as reader:
        query = select(journal_image.c.seq, journal_image.c.record)
        for seq, record in reader.connection.execute(query):
            found.setdefault(seq, set()).add(record)
    return found


def test_coding_can_be_undone_and_done_again(desk: Desk, clock: Clock) -> None:
    sitting = seated(desk, clock)
    codes = [one.code for one in desk.exams.card(sitting).papers]
    desk.history.undo()
    assert desk.exams.card(sitting).papers == ()
    desk.history.redo()
    assert [one.code for one in desk.exams.card(sitting).papers] == codes


def test_a_withdrawn_candidates_paper_is_left_out(desk: Desk, clock: Clock) -> None:
    sitting = answered(desk, seated(desk, clock))
    desk.exams.withdraw(desk.exams.card(sitting).candidates[0].id)
    card = desk.exams.card(sitting)
    assert (len(card.papers), card.row.candidates, card.row.papers) == (4, 4, 4)


def test_an_altered_seal_is_found(doubtful: Desk, clock: Clock) -> None:
    seated(doubtful, clock)
    with doubtful.exams.store.write("Tamper") as tx:
        row = tx.find("paper_identity")[0]
        other = str(tx.find("paper_identity")[1]["sealed"])
        tx.connection.execute(
            update(paper_identity).where(paper_identity.c.id == row["id"]).values(sealed=other)
        )
        tx.update("office", 1, {"phone": "808"})
    assert "check.door" in [one.code for one in doubtful.checks.report().faults]


def test_answers_are_kept_as_written_and_locked_once_they_are_out(scoring: Desk) -> None:
    desk, sitting = scoring, 1
    candidate = desk.exams.card(sitting).candidates[0]
    assert desk.exams.answers_of(candidate.id)[1] == 52
    with refused("paper.out_already"):
        desk.exams.enter_answers(candidate.id, ("Other", "words"))


def test_a_former_pair_may_be_kept_apart(desk: Desk, clock: Clock) -> None:
    one, other, *_ = enrolled(desk)
    desk.pairs.set_apart(one, other, "Partners at home.")
    sitting = paired(desk, seated(desk, clock, [PersonDraft(name) for name in NAMES]))
    for paper in desk.exams.card(sitting).papers:
        assert {seat.scorer_id for seat in paper.seats} != {one, other}


def test_the_order_of_the_papers_rows_says_nothing(desk: Desk, clock: Clock) -> None:
    """Coded again and again, the first candidate's paper comes to lie at any place."""
    sitting = seated(desk, clock)
    places: set[tuple[int, ...]] = set()
    for number in range(8):
        desk.history.undo()
        desk.exams.code_papers(sitting, choose=Random(number).choice)
        with desk.exams.store.read() as reader:
            kept = [row["id"] for row in reader.find("candidate", sitting_id=sitting)]
            papers = [row["id"] for row in reader.find("paper", sitting_id=sitting)]
            mine = [door.paper_of(reader, int(str(one))) for one in kept]
        places.add(tuple(papers.index(one) for one in mine))
    assert len({one[0] for one in places}) > 2


def test_one_row_behind_the_door_says_nothing_of_another(desk: Desk, clock: Clock) -> None:
    """Neither numbers in clear nor the same bytes for the same candidate of two papers."""
    seated(desk, clock)
    with desk.exams.store.read() as reader:
        rows = reader.find("paper_identity")
        kept = [int(str(row["id"])) for row in reader.find("candidate")]
    sealed = [str(row["sealed"]) for row in rows]
    assert len(set(sealed)) == len(rows)
    assert {len(one) for one in sealed} == {48}
    for number in kept:
        assert not any(one.endswith(number.to_bytes(8, "big").hex()) for one in sealed)
