"""Everything on one person or one case, for its screen."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select

from coordinator_app.domain.lists import ListQuery
from coordinator_app.domain.views import (
    AgencyRow,
    ApplicationRow,
    ContactRow,
    DecisionRow,
    EvidenceRow,
    HistoryRow,
    Hit,
    LetterRow,
    LicenceRow,
    NoteRow,
    OverrideRow,
    PersonCard,
    QuestionRow,
    ReferenceRow,
    ReviewRow,
    TieRow,
)
from coordinator_app.persistence import journal, lists, search
from coordinator_app.persistence.columns import (
    Row,
    amount,
    day,
    flag,
    maybe_day,
    maybe_flag,
    maybe_number,
    number,
    text,
    when,
)
from coordinator_app.persistence.kept import journal_image
from coordinator_app.persistence.phrases import stored_phrase
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import application, letter, person

_NEWEST = 200  # how many entries of a history are shown


def person_card(reader: Reader, id: int, today: date) -> PersonCard:
    """Everything on one person. Raises NotFound."""
    row = reader.get("person", id)
    mine = ListQuery(filters={"person": str(id)}, limit=None)
    return PersonCard(
        id=id,
        name=text(row, "name"),
        given=text(row, "given"),
        family=text(row, "family"),
        letter_name=text(row, "letter_name"),
        discipline=text(row, "discipline"),
        language=text(row, "language"),
        island=text(row, "island"),
        address=text(row, "address"),
        membership_association=text(row, "membership_association"),
        membership_until=maybe_day(row, "membership_until"),
        easy_number=text(row, "easy_number"),
        imported=flag(row, "imported"),
        former_names=tuple(text(one, "name") for one in reader.find("former_name", person_id=id)),
        contacts=tuple(
            ContactRow(number(one, "id"), text(one, "kind"), text(one, "value"))
            for one in reader.find("contact", person_id=id, ended=None)
        ),
        agencies=tuple(
            AgencyRow(
                number(one, "id"), text(one, "agency"), when(one, "started"), when(one, "ended")
            )
            for one in reader.find("affiliation", person_id=id)
        ),
        licences=tuple(_licence(one) for one in reader.find("licence", person_id=id)),
        ties=_ties(reader, id),
        applications=lists.applications(reader, mine).rows,
        endorsements=lists.registry(reader, mine, today).rows,
        notes=notes(reader, "person", id),
        questions=questions(reader, "person", id),
        letters=letters(reader, letter.c.person_id == id),
        history=history(reader, "person", id),
    )


def _licence(row: Row) -> LicenceRow:
    return LicenceRow(
        number(row, "id"),
        text(row, "kind"),
        text(row, "number"),
        text(row, "board"),
        maybe_day(row, "until"),
    )


def _ties(reader: Reader, id: int) -> tuple[TieRow, ...]:
    mine = [(one, "other_id") for one in reader.find("tie", person_id=id)]
    theirs = [(one, "person_id") for one in reader.find("tie", other_id=id)]
    return tuple(
        TieRow(
            number(row, "id"),
            number(row, other),
            text(reader.get("person", number(row, other)), "name"),
            text(row, "kind"),
            text(row, "note"),
        )
        for row, other in mine + theirs
    )


def notes(reader: Reader, owner: str, id: int) -> tuple[NoteRow, ...]:
    """Dated notes and to-dos on a person or application, the newest first."""
    found = reader.find_where("note", {f"{owner}_id": id}, order="written_on")
    return tuple(note_row(row) for row in reversed(found))


def note_row(row: Row) -> NoteRow:
    return NoteRow(
        number(row, "id"),
        maybe_number(row, "person_id"),
        maybe_number(row, "application_id"),
        day(row, "written_on"),
        text(row, "text"),
        maybe_day(row, "due"),
        maybe_day(row, "done_on"),
    )


def questions(reader: Reader, owner: str, id: int) -> tuple[QuestionRow, ...]:
    """What an import left open, the open ones first."""
    found = reader.find_where("question", {f"{owner}_id": id})
    rows = (question_row(row) for row in found)
    return tuple(sorted(rows, key=lambda row: (row.answered_on is not None, row.id)))


def question_row(row: Row) -> QuestionRow:
    return QuestionRow(
        number(row, "id"),
        maybe_number(row, "person_id"),
        maybe_number(row, "application_id"),
        maybe_number(row, "endorsement_id"),
        text(row, "place"),
        stored_phrase(text(row, "text")),
        day(row, "asked_on"),
        maybe_day(row, "answered_on"),
        text(row, "answer"),
    )


def letters(reader: Reader, condition: ColumnElement[bool]) -> tuple[LetterRow, ...]:
    """Letters as issued, the newest first."""
    query = (
        select(letter, person.c.name, application.c.case_year, application.c.case_running)
        .join(person, person.c.id == letter.c.person_id)
        .outerjoin(application, application.c.id == letter.c.application_id)
        .where(condition)
        .order_by(letter.c.issued_on.desc(), letter.c.id.desc())
    )
    return tuple(letter_row(dict(row)) for row in reader.connection.execute(query).mappings())


def letters_of_case(reader: Reader, id: int) -> tuple[LetterRow, ...]:
    """The letters issued on one case, the newest first."""
    return letters(reader, letter.c.application_id == id)


def letter_row(row: Row) -> LetterRow:
    case = row["case_year"] is not None
    return LetterRow(
        number(row, "id"),
        text(row, "number"),
        text(row, "kind"),
        number(row, "person_id"),
        text(row, "name"),
        maybe_number(row, "application_id"),
        search.case_term(number(row, "case_year"), number(row, "case_running")) if case else "",
        day(row, "issued_on"),
        maybe_day(row, "sent_on"),
        text(row, "sent_how"),
        text(row, "pdf"),
    )


def case_row(reader: Reader, id: int) -> ApplicationRow:
    """One case as a list would show it. Raises NotFound."""
    row = reader.get("application", id)
    owner = reader.get("person", number(row, "person_id"))
    names = {name: owner[name] for name in ("name", "given", "family")}
    asked = reader.find("question", application_id=id, answered_on=None)
    return lists.application_row(row | names | {"questions": len(asked)})


def evidence(reader: Reader, id: int) -> tuple[EvidenceRow, ...]:
    return tuple(_evidence(reader, row) for row in reader.find("evidence", application_id=id))


def _evidence(reader: Reader, row: Row) -> EvidenceRow:
    provider = maybe_number(row, "provider_id")
    named = text(reader.get("person", provider), "name") if provider else text(row, "provider_name")
    return EvidenceRow(
        id=number(row, "id"),
        kind=text(row, "kind"),
        standing=text(row, "standing"),
        title=text(row, "title"),
        institution=text(row, "institution"),
        on=when(row, "done_on"),
        started=when(row, "started"),
        ended=when(row, "ended"),
        hours=amount(row, "hours"),
        degree=text(row, "degree"),
        area=text(row, "area"),
        domain=text(row, "domain"),
        provider_id=provider,
        provider_name=named,
        mode=text(row, "mode"),
        until=maybe_day(row, "until"),
        paid_state=text(row, "paid_state"),
        purpose=text(row, "purpose"),
        amount=text(row, "amount"),
        transcripts_of=maybe_number(row, "transcripts_of"),
        note=text(row, "note"),
        families=maybe_number(row, "families"),
        paid_work=flag(row, "paid_work"),
        about_own_provision=flag(row, "about_own_provision"),
        provider_degree=text(row, "provider_degree"),
        provider_vetted=flag(row, "provider_vetted"),
    )


def references(reader: Reader, id: int) -> tuple[ReferenceRow, ...]:
    return tuple(_reference(reader, row) for row in reader.find("reference", application_id=id))


def _reference(reader: Reader, row: Row) -> ReferenceRow:
    rater = maybe_number(row, "rater_id")
    return ReferenceRow(
        id=number(row, "id"),
        rater_id=rater,
        rater_name=text(reader.get("person", rater), "name") if rater else "",
        kind=text(row, "kind"),
        state=text(row, "state"),
        asked_on=maybe_day(row, "asked_on"),
        reminders=number(row, "reminders"),
        reminded_on=maybe_day(row, "reminded_on"),
        received_on=maybe_day(row, "received_on"),
        completed_on=maybe_day(row, "completed_on"),
        accepted_on=maybe_day(row, "accepted_on"),
        blanks=maybe_number(row, "blanks"),
        waiver=maybe_flag(row, "waiver"),
        void_reason=text(row, "void_reason"),
    )


def reviews(reader: Reader, id: int) -> tuple[ReviewRow, ...]:
    return tuple(
        ReviewRow(
            number(row, "id"),
            number(row, "submission"),
            number(row, "reviewer_id"),
            text(reader.get("person", number(row, "reviewer_id")), "name"),
            day(row, "assigned_on"),
            maybe_day(row, "completed_on"),
            text(row, "recommendation"),
            text(row, "comment"),
            text(row, "why"),
        )
        for row in reader.find("review", application_id=id)
    )


def decisions(reader: Reader, id: int) -> tuple[DecisionRow, ...]:
    return tuple(
        DecisionRow(
            number(row, "id"),
            number(row, "submission"),
            text(row, "kind"),
            maybe_day(row, "decided_on"),
            maybe_day(row, "valid_until"),
            text(row, "reasons"),
            flag(row, "imported"),
        )
        for row in reader.find("decision", application_id=id)
    )


def overrides(reader: Reader, id: int) -> tuple[OverrideRow, ...]:
    return tuple(
        OverrideRow(text(row, "rule"), text(row, "reason"), day(row, "made_on"))
        for row in reader.find("override", application_id=id)
    )


def history(reader: Reader, owner: str, id: int) -> tuple[HistoryRow, ...]:
    """The journal entries that touched a person or application, the newest first."""
    column = journal_image.c.person_id if owner == "person" else journal_image.c.application_id
    query = select(journal_image.c.seq).where(column == id).distinct()
    newest = query.order_by(journal_image.c.seq.desc()).limit(_NEWEST)
    found = reader.connection.execute(newest).scalars().all()
    return tuple(history_row(journal.entry(reader.connection, seq)) for seq in found)


def history_row(entry: journal.Entry) -> HistoryRow:
    at = datetime.fromisoformat(entry.at) + timedelta(minutes=entry.offset_minutes)
    return HistoryRow(
        entry.seq,
        at.replace(tzinfo=None).isoformat(sep=" ", timespec="seconds"),
        entry.who,
        entry.action,
        entry.detail,
        entry.reason or "",
        entry.kind,
        entry.target,
        entry.outside,
    )


def hits(reader: Reader, words: str, limit: int) -> tuple[Hit, ...]:
    """People found, each followed by their cases."""
    found: list[Hit] = []
    for id in search.matching_people(reader.connection, words, limit=limit):
        name = text(reader.get("person", id), "name")
        mails = reader.find("contact", person_id=id, kind="email", ended=None)
        found.append(Hit("person", id, name, text(mails[0], "value") if mails else ""))
        for row in reader.find("application", person_id=id):
            case = search.case_term(number(row, "case_year"), number(row, "case_running"))
            found.append(Hit("case", number(row, "id"), f"{case} {name}", text(row, "category")))
    return tuple(found[:limit])
