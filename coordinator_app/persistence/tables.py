"""The tables. Private to this package; values are kept as SQLite keeps them.

Days and months are ISO text ("2026-01-31", "2026-01"), moments ISO text in UTC, hours exact decimal
text, flags 0 or 1. So a row is JSON as it stands, and its image in the journal is the row itself.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint

from coordinator_app.persistence.table_parts import link as _link
from coordinator_app.persistence.table_parts import metadata
from coordinator_app.persistence.table_parts import number_column as _number
from coordinator_app.persistence.table_parts import record as _record
from coordinator_app.persistence.table_parts import text_column as _text

office = _record(
    "office",
    _text("name", needed=True),
    _text("short_name", needed=True),
    _text("office_line", needed=True),
    _text("address", needed=True),
    _text("email"),
    _text("phone"),
    _text("time_zone", needed=True),
    _text("coordinator", needed=True),
    _text("coordinator_title", needed=True),
    _text("locale", needed=True),
    _text("logo"),
    _number("practice", needed=True),
)
policy = _record(
    "policy",
    _text("code", needed=True),
    _text("title", needed=True),
    _text("in_force_from", needed=True),
    _text("adopted_on", needed=True),
    _text("digest", needed=True),
    _text("body", needed=True),
)
person = _record(
    "person",
    _text("name", needed=True),
    _text("given"),
    _text("family"),
    _text("letter_name"),
    _text("fold", needed=True),
    _text("sort_fold", needed=True),
    _text("discipline"),
    _text("language"),
    _text("island"),
    _text("address"),
    _text("membership_association"),
    _text("membership_until"),
    _text("easy_number"),
    _text("archived_on"),
    _number("imported", needed=True),
)
Index("ix_person_fold", person.c.fold)
Index("ix_person_sort_fold", person.c.sort_fold, person.c.id)
former_name = _record(
    "former_name",
    _link("person_id", "person", needed=True),
    _text("name", needed=True),
    _text("fold", needed=True),
)
Index("ix_former_name_fold", former_name.c.fold)
contact = _record(
    "contact",
    _link("person_id", "person", needed=True),
    _text("kind", needed=True),
    _text("value", needed=True),
    _text("folded", needed=True),
    _text("ended"),
    CheckConstraint("kind IN ('email', 'phone')", name="kind"),
)
Index("ix_contact_folded", contact.c.folded)
affiliation = _record(
    "affiliation",
    _link("person_id", "person", needed=True),
    _text("agency", needed=True),
    _text("fold", needed=True),
    _text("started"),
    _text("ended"),
)
licence = _record(
    "licence",
    _link("person_id", "person", needed=True),
    _text("kind", needed=True),
    _text("number"),
    _text("board"),
    _text("until"),
)
tie = _record(
    "tie",
    _link("person_id", "person", needed=True),
    _link("other_id", "person", needed=True),
    _text("kind", needed=True),
    _text("note"),
)
application = _record(
    "application",
    _number("case_year", needed=True),
    _number("case_running", needed=True),
    _link("person_id", "person", needed=True),
    _text("category", needed=True),
    _link("policy_id", "policy"),
    _text("state", needed=True),
    _text("registered"),
    _text("accepted_on"),
    _text("submitted"),
    _text("round"),
    _text("reply_due"),
    _number("submission", needed=True),
    _text("decision"),
    _text("decided_on"),
    _text("answered_on"),
    _number("imported", needed=True),
    UniqueConstraint("case_year", "case_running"),
)
Index("ix_application_state", application.c.state)
Index("ix_application_round", application.c.round)
submission = _record(
    "submission",
    _link("application_id", "application", needed=True),
    _number("number", needed=True),
    _text("submitted", needed=True),
    _text("round", needed=True),
    _text("reply_due"),
    _link("policy_id", "policy"),
    _text("answered_on"),
)
pause = _record(
    "pause",
    _link("application_id", "application", needed=True),
    _text("kind", needed=True),
    _text("started", needed=True),
    _text("ended"),
    _text("text"),
    _text("state_before", needed=True),
)
_record(
    "override",
    _link("application_id", "application"),
    _link("person_id", "person"),
    _text("rule", needed=True),
    _text("reason", needed=True),
    _text("made_on", needed=True),
)
evidence = _record(
    "evidence",
    _link("application_id", "application", needed=True),
    _text("kind", needed=True),
    _text("standing", needed=True),
    _text("title"),
    _text("institution"),
    _text("done_on"),
    _text("started"),
    _text("ended"),
    _text("hours"),
    _text("degree"),
    _text("area"),
    _text("domain"),
    _number("families"),
    _number("paid_work", needed=True),
    _text("mode"),
    _number("about_own_provision", needed=True),
    _link("provider_id", "person"),
    _text("provider_name"),
    _text("provider_degree"),
    _number("provider_vetted", needed=True),
    _number("transcripts_of"),
    _text("until"),
    _text("paid_state"),
    _text("purpose"),
    _text("amount"),
    _text("note"),
)
reference = _record(
    "reference",
    _link("application_id", "application", needed=True),
    _link("rater_id", "person"),
    _text("kind", needed=True),
    _text("state", needed=True),
    _text("named_on"),
    _text("asked_on"),
    _number("reminders", needed=True),
    _text("reminded_on"),
    _text("received_on"),
    _text("completed_on"),
    _text("accepted_on"),
    _number("blanks"),
    _number("recommends"),
    _number("waiver"),
    _number("rater_vetted", needed=True),
    _text("void_reason"),
    _link("replaced_by", "reference"),
    _text("form"),
)
review = _record(
    "review",
    _link("application_id", "application", needed=True),
    _number("submission", needed=True),
    _link("reviewer_id", "person", needed=True),
    _text("assigned_on", needed=True),
    _text("completed_on"),
    _text("recommendation"),
    _text("comment"),
    _text("why", needed=True),
)
decision = _record(
    "decision",
    _link("application_id", "application", needed=True),
    _number("submission", needed=True),
    _text("kind", needed=True),
    _text("decided_on"),
    _text("valid_until"),
    _text("reasons"),
    _text("findings", needed=True),
    _number("imported", needed=True),
)
letter = _record(
    "letter",
    _text("number", needed=True),
    _text("kind", needed=True),
    _link("person_id", "person", needed=True),
    _link("application_id", "application"),
    _link("reference_id", "reference"),
    _link("decision_id", "decision"),
    _text("issued_on", needed=True),
    _text("wording", needed=True),
    _text("facts", needed=True),
    _text("pdf", needed=True),
    _text("sent_on"),
    _text("sent_how"),
    UniqueConstraint("number"),
)
_record(
    "attachment",
    _link("person_id", "person"),
    _link("application_id", "application"),
    _text("name", needed=True),
    _text("blob", needed=True),
    _text("added_on", needed=True),
)
note = _record(
    "note",
    _link("person_id", "person"),
    _link("application_id", "application"),
    _text("written_on", needed=True),
    _text("text", needed=True),
    _text("due"),
    _text("done_on"),
)
Index("ix_note_due", note.c.due, sqlite_where=note.c.due.is_not(None) & note.c.done_on.is_(None))
endorsement = _record(
    "endorsement",
    _link("person_id", "person", needed=True),
    _text("category", needed=True),
    _text("credential", needed=True),
    _text("since"),
    _link("application_id", "application"),
    _text("source", needed=True),
    _number("provides_rsc"),
    _number("imported", needed=True),
)
move = _record(
    "move",
    _link("endorsement_id", "endorsement", needed=True),
    _text("day", needed=True),
    _text("target", needed=True),
    _text("reason", needed=True),
    _text("evidence"),
    CheckConstraint("target IN ('active', 'inactive')", name="target"),
    UniqueConstraint("endorsement_id", "day"),
)
renewal = _record(
    "renewal",
    _link("endorsement_id", "endorsement", needed=True),
    _text("cycle_ends", needed=True),
    _text("training_hours"),
    _text("training_rsc_hours"),
    _text("training_dei_hours"),
    _text("rsc_hours"),
    _text("code_of_ethics_on"),
    _text("attestation_on"),
    _text("membership_until"),
    _text("renewed_on"),
    _number("imported", needed=True),
)
_record(
    "exam_result",
    _link("application_id", "application", needed=True),
    _text("sat_on", needed=True),
    _number("passed", needed=True),
    _text("source", needed=True),
    _text("retake_from"),
)
_record(
    "import_file",
    _text("name", needed=True),
    _text("sha", needed=True),
    _text("read_on", needed=True),
)
_record(
    "import_row",
    _link("import_file_id", "import_file", needed=True),
    _text("sheet", needed=True),
    _number("row", needed=True),
    _text("fingerprint", needed=True),
    _text("fate", needed=True),
    _text("cells", needed=True),
    _text("reasons", needed=True),
    _link("person_id", "person"),
    _link("application_id", "application"),
    _link("endorsement_id", "endorsement"),
    UniqueConstraint("fingerprint"),
)
question = _record(
    "question",
    _link("person_id", "person"),
    _link("application_id", "application"),
    _link("endorsement_id", "endorsement"),
    _text("place", needed=True),
    _text("text", needed=True),
    _text("asked_on", needed=True),
    _text("answered_on"),
    _text("answer"),
)
Index("ix_question_open", question.c.id, sqlite_where=question.c.answered_on.is_(None))

RECORDS: tuple[Table, ...] = tuple(metadata.sorted_tables)
