"""The words of the annual report, shared by its PDF and its workbook."""

from __future__ import annotations

from coordinator_app.documents.plain_facts import us_english
from coordinator_app.domain.figures import AnnualFacts, CategoryFigures, percent

COLUMNS = ("Submitted", "Approved", "Deferred", "Denied", "Median days to reply")
HOW_COUNTED = (
    "How it was counted: by submission date; a deferred application counts in the round it was "
    "first submitted. Answered on time: the first decision letter was marked sent on or before the "
    "reply day. Small figures are shown, because this copy is for the board."
)


def title(facts: AnnualFacts) -> str:
    return f"Annual report {facts.figures.year}"


def subtitle(facts: AnnualFacts) -> str:
    figures = facts.figures
    span = f"January 1 to {us_english(figures.as_of)}"
    return f"{facts.association} · Endorsement · {span} ({figures.year - 1} beside it)"


def headline(facts: AnnualFacts) -> tuple[tuple[str, str, str], ...]:
    """(figure, what it counts, the year before) of the four boxes."""
    figures = facts.figures
    now, before = figures.active[-1][1], figures.active[-2][1]
    last = figures.year - 1
    sat = f"{figures.exams_passed} passed"
    return (
        (
            str(now),
            f"on the Active registry, {us_english(figures.as_of)}",
            f"{now - before:+d} on the year",
        ),
        (
            str(figures.whole.submitted),
            "applications submitted",
            f"{figures.whole.submitted_before} in {last}",
        ),
        (
            _share(percent(figures.on_time)),
            "answered within the promised month",
            f"{_share(percent(figures.on_time_before))} in {last}",
        ),
        (str(figures.exams_sat), "exams sat", sat),
    )


def _share(share: int | None) -> str:
    return "–" if share is None else f"{share} %"


def cells(line: CategoryFigures) -> tuple[int | None, ...]:
    """The figures of a line, in the order of COLUMNS and then the year before."""
    return (
        line.submitted,
        line.approved,
        line.deferred,
        line.denied,
        line.days_to_reply,
        line.submitted_before,
    )


def moves(facts: AnnualFacts) -> str:
    figures = facts.figures
    return (
        f"In {figures.year}, {figures.moved_to_inactive} endorsements moved to the Inactive registry "
        f"and {figures.moved_to_active} came back to the Active registry."
    )


def footnote(facts: AnnualFacts) -> str:
    return f"{HOW_COUNTED} Policy {facts.policy}." if facts.policy else HOW_COUNTED
