"""The tables of exams. A paper knows no examinee: the link lies sealed in `paper_identity`.

Only `persistence/door.py` reads that table. `sealed` is the candidate's number under a key that is
not in any row, `token` the same candidate's keyed digest; so every image of these rows in the
journal is sealed as well.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, UniqueConstraint

from coordinator_app.persistence.table_parts import link, number_column, record, text_column
from coordinator_app.persistence.tables import application, person

sitting = record(
    "sitting",
    text_column("day", needed=True),
    text_column("title", needed=True),
    text_column("state", needed=True),
    text_column("form", needed=True),
    number_column("seed"),
    CheckConstraint("state IN ('planned', 'scoring', 'released', 'called_off')", name="state"),
)
candidate = record(
    "candidate",
    link("sitting_id", "sitting", needed=True),
    link("application_id", application.name, needed=True),
    text_column("state", needed=True),
    text_column("admitted_on", needed=True),
    text_column("override_reason"),
    CheckConstraint("state IN ('admitted', 'withdrawn')", name="state"),
    UniqueConstraint("sitting_id", "application_id"),
)
paper = record(
    "paper",
    link("sitting_id", "sitting", needed=True),
    text_column("code", needed=True),
    text_column("form_version", needed=True),
    text_column("family", needed=True),
    text_column("state", needed=True),
    number_column("part_one"),
    text_column("answers"),
    CheckConstraint("state IN ('coded', 'answered')", name="state"),
    UniqueConstraint("code"),
)
paper_identity = record(
    "paper_identity",
    link("paper_id", "paper", needed=True),
    text_column("sealed", needed=True),
    text_column("token", needed=True),
    UniqueConstraint("paper_id"),
    UniqueConstraint("token"),
)
opening = record(
    "opening",
    link("paper_id", "paper", needed=True),
    text_column("opened_on", needed=True),
    text_column("reason", needed=True),
)
scorer = record(
    "scorer",
    link("person_id", person.name, needed=True),
    number_column("most_papers"),
    text_column("enrolled_on", needed=True),
    text_column("ended_on"),
    UniqueConstraint("person_id"),
)
scorer_apart = record(
    "scorer_apart",
    link("one_id", person.name, needed=True),
    link("other_id", person.name, needed=True),
    text_column("reason", needed=True),
    UniqueConstraint("one_id", "other_id"),
)
scoring = record(
    "scoring",
    link("paper_id", "paper", needed=True),
    link("scorer_id", person.name, needed=True),
    text_column("seat", needed=True),
    text_column("assigned_on", needed=True),
    text_column("why", needed=True),
    text_column("override_reason"),
    text_column("released_on"),
    text_column("points"),
    text_column("comment"),
    text_column("submitted_on"),
    CheckConstraint("seat IN ('A', 'B', 'C')", name="seat"),
    UniqueConstraint("paper_id", "seat"),
    UniqueConstraint("paper_id", "scorer_id"),
)
packet = record(
    "packet",
    link("paper_id", "paper", needed=True),
    text_column("sha", needed=True),
    text_column("verdict", needed=True),
    text_column("findings", needed=True),
    text_column("override_reason"),
    text_column("group_reason"),
    text_column("released_on", needed=True),
)
result = record(
    "result",
    link("paper_id", "paper", needed=True),
    text_column("how", needed=True),
    text_column("part_two"),
    number_column("part_one_passed"),
    number_column("part_two_passed"),
    number_column("passed", needed=True),
    text_column("reason"),
    text_column("settled_on", needed=True),
    UniqueConstraint("paper_id"),
)

EXAM_RECORDS = (
    sitting,
    candidate,
    paper,
    paper_identity,
    opening,
    scorer,
    scorer_apart,
    scoring,
    packet,
    result,
)
