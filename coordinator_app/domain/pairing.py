"""Who scores what: two scorers a paper, none with a conflict, evenly, and the same every time.

Aims, the earlier before the later: every paper covered; the busiest scorer has as few as can be,
past and new together; the loads lie as even as can be (least sum of squares); few pairs of the
last time again; a tie-break drawn from the seed. Order of input changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from coordinator_app.domain.linear import Costs, Programme
from coordinator_app.domain.phrases import Phrase, phrase

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper to be scored, and the scorers who must not score it."""

    code: str
    barred: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Available:
    """A scorer: how many papers they have scored or hold, and how many more they take (None: any)."""

    person: int
    past: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """All that the answer depends on. `apart` may not score together; `recent` did last time."""

    papers: tuple[Wanted, ...]
    scorers: tuple[Available, ...]
    seed: int
    apart: frozenset[frozenset[int]] = frozenset()
    recent: frozenset[frozenset[int]] = frozenset()

    def canonical(self) -> Question:
        """The same question in one order."""
        return Question(
            tuple(sorted(self.papers, key=lambda one: one.code)),
            tuple(sorted(self.scorers, key=lambda one: one.person)),
            self.seed,
            self.apart,
            self.recent,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """Code → its two scorers, the lower number first; `short` says why some have none."""

    pairs: Mapping[str, Pair] = field(default_factory=dict[str, Pair])
    short: tuple[Phrase, ...] = ()


def pair(question: Question) -> Answer:
    """Two scorers for every paper, or the reasons why that cannot be."""
    asked = question.canonical()
    covered = _covered(asked)
    if len(covered) < len(asked.papers):
        return Answer({}, tuple(_reasons(asked, covered)))
    model = _Model(asked, all_of_them=True)
    aims: list[Costs] = [model.busiest(), model.squares(), model.repeats(), model.lots()]
    return Answer(model.pairs(model.programme.in_turn(aims)))


def _covered(asked: Question) -> set[str]:
    """The most papers that can have two scorers."""
    model = _Model(asked, all_of_them=False)
    answer = model.programme.in_turn([dict.fromkeys(model.whole.values(), -1), model.lots()])
    return {code for code, column in model.whole.items() if answer[column]}


class _Model:
    """The question as columns and rows: one column for each scorer who may score a paper."""

    def __init__(self, asked: Question, *, all_of_them: bool) -> None:
        self.asked = asked
        self.programme = Programme()
        self.seats: dict[tuple[str, int], int] = {}
        self.whole: dict[str, int] = {}
        for paper in asked.papers:
            self._add_paper(paper, all_of_them=all_of_them)
        self._loads()
        for paper in asked.papers:
            for one in sorted(map(sorted, asked.apart)):
                if both := self._both(paper.code, one):
                    self.programme.bound(both, most=1)

    def _add_paper(self, paper: Wanted, *, all_of_them: bool) -> None:
        free = [one.person for one in self.asked.scorers if one.person not in paper.barred]
        for person in free:
            self.seats[paper.code, person] = self.programme.choice()
        here = {self.seats[paper.code, person]: 1 for person in free}
        if all_of_them:
            self.programme.bound(here, least=2, most=2)
            return
        self.whole[paper.code] = self.programme.choice()
        self.programme.bound(here | {self.whole[paper.code]: -2}, least=0, most=0)

    def _loads(self) -> None:
        for one in self.asked.scorers:
            if one.most is not None and (mine := self._of(one.person)):
                self.programme.bound(dict.fromkeys(mine, 1), most=one.most)

    def _of(self, person: int) -> list[int]:
        return [column for (_, who), column in self.seats.items() if who == person]

    def _both(self, code: str, two: Sequence[int]) -> dict[int, int]:
        """The columns of two scorers on one paper; nothing where one of them may not score it."""
        found = {self.seats[code, who]: 1 for who in two if (code, who) in self.seats}
        return found if len(found) == 2 else {}

    # Aims

    def busiest(self) -> Costs:
        """The greatest load of those who take a paper, past and new."""
        top = self.programme.amount()
        for one in self.asked.scorers:
            mine = dict.fromkeys(self._of(one.person), 1)
            for column in mine:
                # Who gets this paper has their past counted too; who gets none raises nothing.
                self.programme.bound(mine | {column: 1 + one.past, top: -1}, most=0)
        return {top: 1}

    def squares(self) -> Costs:
        """The sum of squares of past + new: each further paper costs more than the one before."""
        costs: dict[int, int] = {}
        for one in self.asked.scorers:
            mine = self._of(one.person)
            steps = [self.programme.amount(1) for _ in mine]
            self.programme.bound(dict.fromkeys(mine, 1) | dict.fromkeys(steps, -1), least=0, most=0)
            costs |= {step: 2 * (one.past + n) + 1 for n, step in enumerate(steps)}
        return costs

    def repeats(self) -> Costs:
        """How many papers go to a pair that scored together last time."""
        costs: dict[int, int] = {}
        for paper in self.asked.papers:
            for one in sorted(map(sorted, self.asked.recent)):
                if both := self._both(paper.code, one):
                    again = self.programme.amount(1)
                    self.programme.bound(both | {again: -1}, most=1)
                    costs[again] = 1
        return costs

    def lots(self) -> Costs:
        """A tie-break that hangs on the seed, the code and the scorer alone."""
        return {
            column: drawn(self.asked.seed, code, person)
            for (code, person), column in self.seats.items()
        }

    def pairs(self, answer: Sequence[bool]) -> dict[str, Pair]:
        taken: dict[str, list[int]] = {}
        for (code, person), column in self.seats.items():
            if answer[column]:
                taken.setdefault(code, []).append(person)
        return {code: (two[0], two[1]) for code, two in taken.items()}


def drawn(seed: int, code: str, person: int) -> int:
    """A lot of 0 to 65,535, the same for the same seed, paper and scorer."""
    text = f"{seed}|{code}|{person}".encode()
    return int.from_bytes(hashlib.sha256(text).digest()[:2], "big")


# --- why not ----------------------------------------------------------------------------------


def _reasons(asked: Question, covered: set[str]) -> Iterable[Phrase]:
    """Which papers have no two scorers and why; then what would help."""
    left = [paper for paper in asked.papers if paper.code not in covered]
    for paper in left:
        free = _free(asked, paper)
        if len(free) < 2:
            yield phrase("pairing.too_few_free", paper=paper.code, count=len(free))
        elif all(frozenset(two) in asked.apart for two in combinations(free, 2)):
            yield phrase("pairing.all_apart", paper=paper.code)
        else:
            yield phrase("pairing.none_left", paper=paper.code)
    room = _room(asked)
    if room is not None and room < 2 * len(asked.papers):
        yield phrase("pairing.room", needed=2 * len(asked.papers), room=room)


def _free(asked: Question, paper: Wanted) -> list[int]:
    return [
        one.person
        for one in asked.scorers
        if one.person not in paper.barred and (one.most is None or one.most > 0)
    ]


def _room(asked: Question) -> int | None:
    """How many papers all scorers together take; None where somebody takes any number."""
    limits = [one.most for one in asked.scorers]
    return None if None in limits else sum(most for most in limits if most is not None)
