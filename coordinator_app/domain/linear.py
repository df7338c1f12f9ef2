"""A small mixed-integer programme over HiGHS, solved for one aim after another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Costs = Mapping[int, int]
_NONE = float("inf")


@dataclass(slots=True)
class Programme:
    """Columns of 0 or 1 (or between), rows that bound sums of them. All coefficients are whole."""

    whole: list[bool] = field(default_factory=list[bool])
    uppers: list[float] = field(default_factory=list[float])
    rows: list[tuple[float, float, dict[int, int]]] = field(
        default_factory=list[tuple[float, float, dict[int, int]]]
    )

    def choice(self) -> int:
        """A new column that is 0 or 1."""
        return self._column(1, whole=True)

    def amount(self, upper: float = _NONE) -> int:
        """A new column from 0 to `upper`, not necessarily whole."""
        return self._column(upper, whole=False)

    def _column(self, upper: float, *, whole: bool) -> int:
        self.whole.append(whole)
        self.uppers.append(upper)
        return len(self.whole) - 1

    def bound(self, costs: Costs, *, least: float = -_NONE, most: float = _NONE) -> None:
        """Add a row: least <= sum of cost x column <= most."""
        self.rows.append((least, most, dict(costs)))

    def in_turn(self, aims: list[Costs]) -> list[bool]:
        """Make each aim least, the earlier before the later; which columns are 1 in the answer.

        The same programme gives the same answer: one thread, a fixed seed, no gap left open.
        Raises ValueError where no answer keeps every row.
        """
        answer: list[float] = []
        for aim in aims:
            answer = _solved(self, aim)
            reached = sum(cost * answer[column] for column, cost in aim.items())
            self.bound(aim, most=round(reached))
        return [value > 0.5 for value in answer]


def _solved(programme: Programme, aim: Costs) -> list[float]:
    # Imported here: with NumPy it takes longer than all the rest of the program's start.
    from highspy import Highs, HighsModelStatus, HighsVarType  # noqa: PLC0415

    solver = Highs()
    for name, value in _OPTIONS.items():
        solver.setOptionValue(name, value)
    for column, (whole, upper) in enumerate(zip(programme.whole, programme.uppers, strict=True)):
        solver.addVar(0.0, upper)
        solver.changeColCost(column, float(aim.get(column, 0)))
        if whole:
            solver.changeColIntegrality(column, HighsVarType.kInteger)
    for least, most, costs in programme.rows:
        columns = sorted(costs)
        solver.addRow(least, most, len(columns), columns, [float(costs[one]) for one in columns])
    solver.run()
    if solver.getModelStatus() != HighsModelStatus.kOptimal:
        raise ValueError(str(solver.getModelStatus()))
    return [float(value) for value in solver.getSolution().col_value]


_OPTIONS: dict[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.4,  # every aim is whole, so less than one apart is the same
}
