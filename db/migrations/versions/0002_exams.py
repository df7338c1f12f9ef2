"""Exams: sittings, candidates, coded papers, scores, and the sealed link to the examinee.

Self-contained: the statements lie beside this file, as they were on the day it was released.
"""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"

_END_OF_STATEMENT = "\n;\n"


def upgrade() -> None:
    """Make every table and index of exams."""
    text = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in text.split(_END_OF_STATEMENT):
        if statement.strip():
            op.get_bind().exec_driver_sql(statement)
