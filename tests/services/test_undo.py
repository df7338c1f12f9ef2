"""Undo and redo: each named action put back exactly, or refused naming what came later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from coordinator_app.domain.applications import EvidenceDraft
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, RuleBroken
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.people import PersonDraft
from coordinator_app.domain.references import RatingDraft
from coordinator_app.domain.registry_moves import RegistryEntry, RenewalDraft
from coordinator_app.persistence import journal
from coordinator_app.services.desk import Desk
from coordinator_app.services.moves import MoveDraft
from tests.helpers.builders import (
    OFFICE,
    PAID,
    SHOWN,
    a_person,
    accepted,
    an_endorsed,
    decidable,
    decided,
    logged,
    made,
    ready,
    submitted,
)
from tests.helpers.exam_steps import EXAM_OUTSIDE, EXAM_STEPS
from tests.helpers.files import dump, terms

DAY = date(2026, 2, 5)
NOBODY = PersonDraft("Kalaniʻōpuʻu Akana", emails=("k@example.org",), phones=("808 555 0142",), former_names=("Souza",), agency="Keiki ʻOhana")  # fmt: skip
SPREADSHEET = Path(__file__).parents[1] / "fixtures" / "coordinator-tracking-2025.xlsx"


@dataclass(frozen=True, slots=True)
class Case:
    """One action: what must be there before, and the action itself, given what was prepared."""

    action: str
    prepare: Callable[[Desk], int]
    act: Callable[[Desk, int], object]


def first(desk: Desk, record: str) -> int:
    with desk.people.store.read() as reader:
        number = reader.find(record)[0]["id"]
    assert isinstance(number, int)
    return number


def asked(desk: Desk) -> int:
    one = made(desk.references.name_rater(accepted(desk), PersonDraft("Noa"), "colleague", DAY))
    desk.references.ask(one, DAY)
    return one


def received(desk: Desk) -> int:
    one = asked(desk)
    desk.references.receive(one, RatingDraft(DAY, DAY))
    return one


def paused(desk: Desk) -> int:
    case = submitted(desk)
    desk.applications.pause(case, "on_hold", DAY, "")
    return case


def to_sit(desk: Desk) -> int:
    case = accepted(desk, category="IMHS")
    desk.applications.submit(case, date(2026, 1, 31), override_reason="by board")
    desk.decisions.decide(case, "approve_to_sit", DAY, override_reason="by board")
    return case


def assigned(desk: Desk) -> int:
    case = submitted(desk)
    return made(desk.reviews.assign(case, an_endorsed(desk), DAY))


def issued(desk: Desk) -> int:
    return made(desk.letters.issue(LetterKind.APPROVED, decided(desk)))


def endorsement(desk: Desk) -> int:
    an_endorsed(desk)
    return first(desk, "endorsement")


def question(desk: Desk) -> int:
    person = a_person(desk)
    with desk.people.store.write("Ask") as tx:
        said = '{"say": "have.nothing", "facts": {}}'
        return tx.insert("question", {"person_id": person, "place": "1", "text": said, "asked_on": "2026-01-01"})  # fmt: skip


def noted(desk: Desk) -> int:
    return made(desk.notes.add("call her", person_id=a_person(desk), due=DAY))


def evidence_of(desk: Desk) -> int:
    return made(desk.applications.enter_evidence(accepted(desk), SHOWN[2]))


def import_all(desk: Desk, _: int) -> None:
    desk.imports.write(desk.imports.plan(desk.imports.read(SPREADSHEET)))


TRAINING = EvidenceDraft("training", hours=Decimal("7.25"), area="imh", on=PartialDate(2025))
CASES = (
    Case("Edit office", lambda d: 0, lambda d, _: d.office.change(replace(OFFICE, phone="808"))),
    Case("Add person", lambda d: 0, lambda d, _: d.people.add(NOBODY)),
    Case("Edit person", a_person, lambda d, n: d.people.change(n, NOBODY)),
    Case("Add licence", a_person, lambda d, n: d.people.add_licence(n, "LCSW", "1", "HI", DAY)),
    Case("Declare tie", lambda d: a_person(d) and a_person(d, "Noa"), lambda d, n: d.people.declare_tie(1, 2, "family", "sisters")),
    Case("Archive person", a_person, lambda d, n: d.people.archive(n, "moved")),
    Case("Remove contact", lambda d: made(d.people.add(NOBODY)), lambda d, n: d.people.remove_contact(first(d, "contact"))),
    Case("Leave agency", lambda d: made(d.people.add(NOBODY)), lambda d, n: d.people.leave_agency(first(d, "affiliation"), DAY)),
    Case("Log application", a_person, lambda d, n: d.applications.log(n, "IFA", DAY)),
    Case("Log application", lambda d: 0, lambda d, _: d.applications.log(NOBODY, "IFA", DAY)),
    Case("Accept application", logged, lambda d, n: d.applications.accept(n, replace(PAID, membership_until=None, override_reason="x"), DAY)),
    Case("Enter evidence", accepted, lambda d, n: d.applications.enter_evidence(n, SHOWN[0])),
    Case("Edit evidence", evidence_of, lambda d, n: d.applications.change_evidence(n, TRAINING)),
    Case("Verify evidence", evidence_of, lambda d, n: d.applications.verify_evidence(n)),
    Case("Reject evidence", evidence_of, lambda d, n: d.applications.reject_evidence(n, "no paper")),
    Case("Submit application", ready, lambda d, n: d.applications.submit(n, date(2026, 1, 31))),
    Case("Put on hold", submitted, lambda d, n: d.applications.pause(n, "on_hold", DAY, "x")),
    Case("Ask for more information", submitted, lambda d, n: d.applications.pause(n, "more_information", DAY, "x")),
    Case("Resume application", paused, lambda d, n: d.applications.resume(n, DAY)),
    Case("Withdraw application", paused, lambda d, n: d.applications.withdraw(n, DAY, "moved")),
    Case("Close application", accepted, lambda d, n: d.applications.close(n, DAY, "idle")),
    Case("Take up again", lambda d: decided(d, "defer"), lambda d, n: d.applications.take_up_again(n)),
    Case("Name rater", accepted, lambda d, n: d.references.name_rater(n, NOBODY, "colleague", DAY)),
    Case("Ask rater", lambda d: made(d.references.name_rater(accepted(d), NOBODY, "colleague", DAY)), lambda d, n: d.references.ask(n, DAY)),
    Case("Remind rater", asked, lambda d, n: d.references.remind(n, DAY)),
    Case("Record declined", asked, lambda d, n: d.references.decline(n)),
    Case("Record rating", asked, lambda d, n: d.references.receive(n, RatingDraft(DAY, DAY, 6, True, False))),
    Case("Accept rating", received, lambda d, n: d.references.accept(n, DAY)),
    Case("Void rating", received, lambda d, n: d.references.void(n, "wrong form")),
    Case("Replace rater", asked, lambda d, n: d.references.replace(n, NOBODY, "teacher", DAY)),
    Case("Assign reviewer", lambda d: submitted(d) and an_endorsed(d), lambda d, n: d.reviews.assign(1, n, DAY)),
    Case("Record review", assigned, lambda d, n: d.reviews.complete(n, DAY, "defer", "more training")),
    Case("Decide", decidable, lambda d, n: d.decisions.decide(n, "approve", DAY)),
    Case("Decide", submitted, lambda d, n: d.decisions.decide(n, "deny", DAY, reasons="no")),
    Case("Record exam result", to_sit, lambda d, n: d.decisions.record_exam(n, date(2026, 4, 30), passed=True, source="x", on=date(2026, 5, 20))),
    Case("Let approval expire", to_sit, lambda d, n: d.decisions.let_approval_expire(n, date(2027, 3, 1))),
    Case("Mark letter sent", issued, lambda d, n: d.letters.mark_sent(n, "post", date(2026, 2, 20))),
    Case("Mark letters sent", issued, lambda d, n: d.post.mark_sent([n], "post", date(2026, 2, 20))),
    Case("Move endorsement", endorsement, lambda d, n: d.moves.make([n], MoveDraft("inactive", "sanctioned", DAY, "its letter"))),
    Case("Record renewal", endorsement, lambda d, n: d.endorsements.record_renewals((n,), RenewalDraft(date(2026, 12, 31), Decimal(15)))),
    Case("Add endorsement", lambda d: 0, lambda d, _: d.registry.add_by_hand(NOBODY, RegistryEntry("IFS", PartialDate(2024)))),
    Case("Move endorsement", endorsement, lambda d, n: d.registry.move(n, "inactive", "own_request", DAY)),
    Case("Record renewal", endorsement, lambda d, n: d.registry.record_renewal(n, RenewalDraft(date(2026, 12, 31), Decimal(15)))),
    Case("Add note", a_person, lambda d, n: d.notes.add("x", person_id=n)),
    Case("Add to-do", accepted, lambda d, n: d.notes.add("x", application_id=n, due=DAY)),
    Case("Edit note", noted, lambda d, n: d.notes.change(n, "write to her", None)),
    Case("Finish to-do", noted, lambda d, n: d.notes.done(n)),
    Case("Answer question", question, lambda d, n: d.notes.answer(n, "her sister")),
    Case("Import workbook", a_person, import_all),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[f"{n} {one.action}" for n, one in enumerate(CASES)])
def test_each_action_is_undone_and_redone_exactly(desk: Desk, case: Case) -> None:
    number = case.prepare(desk)
    store, entries = desk.people.store, desk.history.last()[0]
    before, found_before = dump(store), terms(store)
    case.act(desk, number)
    assert desk.history.last()[0] == entries + 1
    assert desk.history.names().undo == case.action
    after, found_after = dump(store), terms(store)
    assert after != before
    desk.history.undo()
    assert (dump(store), terms(store)) == (before, found_before)
    assert desk.history.names().redo == case.action
    desk.history.redo()
    assert (dump(store), terms(store)) == (after, found_after)
    desk.history.undo()
    assert (dump(store), terms(store)) == (before, found_before)
    assert desk.history.last()[0] == entries + 4
    assert desk.checks.report().faults == ()


def test_every_action_of_the_services_is_among_them() -> None:
    folder = Path(__file__).parents[2] / "coordinator_app" / "services"
    said: set[str] = set()
    for file in folder.glob("*.py"):
        if not file.stem.startswith("practice"):
            for part in file.read_text(encoding="utf-8").split(".write(")[1:]:
                said |= {part.split('"')[1]} if part.lstrip().startswith('"') else set()
    never = {"Make office", "Adopt policy", "Issue letter"} | EXAM_OUTSIDE  # these leave the house
    proven = {one.action for one in CASES} | {one.action for one in EXAM_STEPS}
    assert said - never - proven == set()


def test_there_is_nothing_to_undo_or_redo_in_the_beginning(desk: Desk) -> None:
    assert desk.history.names().redo is None
    with pytest.raises(RuleBroken, match=r"redo\.nothing"):
        desk.history.redo()
    with pytest.raises(RuleBroken, match=r"undo\.left_the_house"):
        desk.history.undo()


@pytest.mark.parametrize("what", ["office", "letter", "policy"])
def test_what_left_the_house_is_not_undone(desk: Desk, what: str) -> None:
    match what:
        case "letter":
            desk.letters.issue(LetterKind.APPROVED, decided(desk))
        case "policy":
            (_, policy), *_ = desk.policies.all()
            desk.policies.adopt(replace(policy, in_force_from=date(2026, 3, 1)), DAY)
        case _:
            pass
    before = dump(desk.people.store)
    names = desk.history.names()
    assert names.undo_left
    with pytest.raises(RuleBroken, match=r"undo\.left_the_house") as raised:
        desk.history.undo()
    assert raised.value.facts["action"] == names.undo
    assert dump(desk.people.store) == before


def test_an_action_before_an_issued_letter_is_undone_by_its_number(desk: Desk) -> None:
    note = desk.notes.add("call her", person_id=a_person(desk))
    desk.letters.issue(LetterKind.APPROVED, decided(desk))
    desk.history.undo(note.entry)
    with desk.people.store.read() as reader:
        assert not [one for one in reader.find("note") if one["text"] == "call her"]


def test_an_action_is_not_undone_when_a_row_was_changed_since(desk: Desk) -> None:
    person = a_person(desk)
    first_edit = desk.people.change(person, PersonDraft("Leilani Akana"))
    desk.people.change(person, PersonDraft("Leilani Souza"))
    before = dump(desk.people.store)
    with pytest.raises(RuleBroken, match=r"undo\.changed_since") as raised:
        desk.history.undo(first_edit.entry)
    assert raised.value.facts["action"] == "Edit person"
    assert dump(desk.people.store) == before


def test_an_action_is_not_undone_when_something_later_refers_to_it(desk: Desk) -> None:
    person = desk.people.add(NOBODY)
    desk.applications.log(made(person), "IFA", DAY)
    with pytest.raises(RuleBroken, match=r"undo\.referred_to") as raised:
        desk.history.undo(person.entry)
    assert raised.value.facts["action"] == "Log application"


def test_a_decision_is_not_undone_under_its_issued_letter(desk: Desk) -> None:
    case = decided(desk, "deny")
    decision = desk.history.newest(1)[0].seq
    desk.letters.issue(LetterKind.DENIED, case)
    with pytest.raises(RuleBroken, match=r"undo\.referred_to") as raised:
        desk.history.undo(decision)
    assert raised.value.facts["action"] == "Issue letter"
    assert desk.cases.card(case).row.state == "denied"


def test_an_undo_is_not_undone_but_redone(desk: Desk) -> None:
    note = desk.notes.add("x", person_id=a_person(desk))
    undone = desk.history.undo()
    with pytest.raises(BadInput, match=r"undo\.not_an_action"):
        desk.history.undo(undone.entry)
    with pytest.raises(RuleBroken, match=r"undo\.already"):
        desk.history.undo(note.entry)
    with pytest.raises(BadInput, match=r"journal\.no_entry"):
        desk.history.undo(999)


def test_a_new_action_gives_up_what_was_undone(desk: Desk) -> None:
    person = a_person(desk)
    desk.notes.add("x", person_id=person)
    desk.history.undo()
    desk.notes.add("y", person_id=person)
    with pytest.raises(RuleBroken, match=r"redo\.nothing"):
        desk.history.redo()


def test_several_are_undone_and_redone_in_order(desk: Desk) -> None:
    person = a_person(desk)
    for words in ("one", "two", "three"):
        desk.notes.add(words, person_id=person)

    def there() -> list[str]:
        return sorted(one.text for one in desk.people.card(person).notes)

    for left in (["one", "two"], ["one"], []):
        desk.history.undo()
        assert there() == left
    for back in (["one"], ["one", "two"], ["one", "three", "two"]):
        desk.history.redo()
        assert there() == back


def test_numbers_are_never_used_again_after_an_undo(desk: Desk) -> None:
    person = a_person(desk)
    desk.applications.log(person, "IFA", DAY)
    desk.history.undo()
    case = made(desk.applications.log(person, "IFS", DAY))
    assert desk.cases.card(case).row.case_number == "2026-002"
    assert case == 2
    desk.history.undo()
    desk.history.undo(2)
    assert made(desk.people.add(NOBODY)) == person + 1


def test_an_insert_undone_keeps_its_image_in_the_journal(desk: Desk) -> None:
    person = a_person(desk)
    desk.notes.add("call her", person_id=person)
    desk.history.undo()
    newest = desk.people.card(person).history
    assert [(one.action, one.kind) for one in newest[:2]] == [("Add note", "undo"), ("Add note", "do")]  # fmt: skip
    with desk.people.store.read() as reader:
        kept = journal.images_of(reader.connection, newest[1].seq)[0].after
    assert kept is not None
    assert kept["text"] == "call her"


def test_an_undo_says_what_it_touched_so_that_screens_refresh(desk: Desk) -> None:
    case = logged(desk)
    done = desk.notes.add("x", application_id=case)
    undone: Changes = desk.history.undo()
    assert (undone.action, undone.kinds, undone.people, undone.applications) == (
        done.action,
        done.kinds,
        done.people,
        done.applications,
    )


def test_reading_a_strangers_file_leaves_no_trace(desk: Desk) -> None:
    before = desk.history.last()
    desk.imports.plan(desk.imports.read(SPREADSHEET))
    assert desk.history.last() == before
