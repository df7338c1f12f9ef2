"""The columns of a sitting's two tables."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views_exam import CandidateRow, PaperRow
from coordinator_app.ui.tables import Cell, Column, by_name
from coordinator_app.ui.words_exam import outcome_text, outcome_tone, seat_name, seat_score


def paper_columns() -> list[Column[PaperRow]]:
    """A paper is its code; whose it is, no column says."""
    return [
        Column(key="code", title=_tr("Paper"), text=_code, order=_code, cell=Cell.MONO, width=14),
        *_seat("A", _tr("Scorer A")),
        *_seat("B", _tr("Scorer B")),
        Column(
            key="outcome",
            title=_tr("Outcome"),
            text=outcome_text,
            order=outcome_text,
            tone=outcome_tone,
            cell=Cell.PILL,
            width=18,
        ),
    ]


def _seat(letter: str, title: str) -> list[Column[PaperRow]]:
    name = partial(seat_name, letter=letter)
    score = partial(seat_score, letter=letter)
    return [
        Column(
            key=f"scorer{letter}",
            title=title,
            text=name,
            order=by_name(name),
            width=14,
            stretch=True,
        ),
        Column(key=f"score{letter}", title=_tr("Score"), text=score, cell=Cell.MONO, width=8),
    ]


def candidate_columns() -> list[Column[CandidateRow]]:
    """A candidate by name; which paper is theirs, no column says."""
    return [
        Column(
            key="name",
            title=_tr("Name"),
            text=_name,
            order=by_name(_name),
            bold=True,
            width=24,
            stretch=True,
        ),
        Column(key="case", title=_tr("Case"), text=lambda row: row.case_number, cell=Cell.MONO, width=10),
        Column(key="category", title=_tr("Category"), text=lambda row: row.category, width=11),
        Column(key="answers", title=_tr("Answers"), text=_answers, width=16),
    ]  # fmt: skip


def _code(row: PaperRow) -> str:
    return row.code


def _name(row: CandidateRow) -> str:
    return row.sort_name


def _answers(row: CandidateRow) -> str:
    if row.state == "withdrawn":
        return _tr("withdrawn")
    return _tr("entered") if row.answered else _tr("not yet")


def _tr(text: str) -> str:
    return QCoreApplication.translate("SittingPage", text)
