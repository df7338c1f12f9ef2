"""Pairs of scorers: what must hold always, and that nothing better was there (by trying all)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator_app.domain.pairing import Answer, Available, Pair, Question, Wanted, drawn, pair

CODES = ("2222-2222-2", "3333-3333-3", "4444-4444-4", "5555-5555-5")


@st.composite
def questions(draw: st.DrawFn) -> Question:
    people = draw(st.lists(st.integers(1, 99), min_size=1, max_size=5, unique=True))
    papers = tuple(
        Wanted(code, draw(st.frozensets(st.sampled_from(people), max_size=2)))
        for code in CODES[: draw(st.integers(1, 3))]
    )
    scorers = tuple(
        Available(one, draw(st.integers(0, 3)), draw(st.none() | st.integers(0, 3)))
        for one in people
    )
    twos = [frozenset(two) for two in combinations(people, 2)]
    apart, recent = (
        frozenset(two for two in twos if draw(st.integers(0, 4)) == 0) for _ in range(2)
    )
    return Question(papers, scorers, draw(st.integers(0, 5)), apart, recent)


def all_answers(asked: Question) -> Iterator[dict[str, Pair]]:
    """Every way of giving each paper two scorers that breaks no rule."""
    people = sorted(one.person for one in asked.scorers)
    choices = [
        [
            two
            for two in combinations(people, 2)
            if not paper.barred & set(two) and frozenset(two) not in asked.apart
        ]
        for paper in asked.papers
    ]
    for chosen in product(*choices):
        load = Counter(person for two in chosen for person in two)
        if all(one.most is None or load[one.person] <= one.most for one in asked.scorers):
            yield {paper.code: two for paper, two in zip(asked.papers, chosen, strict=True)}


def goodness(asked: Question, pairs: dict[str, Pair]) -> tuple[int, int, int, int]:
    """The aims in their order, each the less the better."""
    load = Counter(person for two in pairs.values() for person in two)
    busiest = max(one.past + load[one.person] for one in asked.scorers if load[one.person])
    squares = sum((one.past + load[one.person]) ** 2 for one in asked.scorers)
    repeats = sum(frozenset(two) in asked.recent for two in pairs.values())
    lots = sum(drawn(asked.seed, code, who) for code, two in pairs.items() for who in two)
    return busiest, squares, repeats, lots


@given(questions())
@settings(max_examples=120)
def test_nothing_better_is_found_by_trying_everything(asked: Question) -> None:
    answer = pair(asked)
    possible = list(all_answers(asked))
    if not possible:
        assert answer.pairs == {}
        assert answer.short
        return
    assert answer.short == ()
    assert dict(answer.pairs) in possible
    assert goodness(asked, dict(answer.pairs)) == min(goodness(asked, one) for one in possible)


@given(questions(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_the_order_of_the_question_changes_nothing(asked: Question, chance: Random) -> None:
    papers, scorers = list(asked.papers), list(asked.scorers)
    chance.shuffle(papers)
    chance.shuffle(scorers)
    other = Question(tuple(papers), tuple(scorers), asked.seed, asked.apart, asked.recent)
    assert pair(asked) == pair(other)


def people(*numbers: int, most: int | None = None) -> tuple[Available, ...]:
    return tuple(Available(one, most=most) for one in numbers)


def codes(answer: Answer) -> list[str]:
    return [one.code for one in answer.short]


def test_a_paper_all_know_is_named_as_the_reason() -> None:
    papers = (Wanted(CODES[0], frozenset({1, 2})), Wanted(CODES[1]))
    answer = pair(Question(papers, people(1, 2, 3), 1))
    assert codes(answer) == ["pairing.too_few_free"]
    assert answer.short[0].facts == {"paper": CODES[0], "count": 1}


def test_scorers_who_take_too_few_are_named_with_the_number_that_is_short() -> None:
    papers = tuple(Wanted(code) for code in CODES[:3])
    answer = pair(Question(papers, people(1, 2, 3, most=1), 1))
    assert codes(answer)[-1] == "pairing.room"
    assert answer.short[-1].facts == {"needed": 6, "room": 3}


def test_two_who_may_not_score_together_leave_a_paper_of_theirs_without_a_pair() -> None:
    apart = frozenset({frozenset({1, 2})})
    answer = pair(Question((Wanted(CODES[0], frozenset({3})),), people(1, 2, 3), 1, apart))
    assert codes(answer) == ["pairing.all_apart"]


def test_another_seed_may_give_another_pair() -> None:
    papers = tuple(Wanted(code) for code in CODES)
    found = {
        tuple(pair(Question(papers, people(*range(1, 9)), seed)).pairs.items()) for seed in range(5)
    }
    assert len(found) > 1


def test_forty_papers_and_fifteen_scorers_are_even_to_one() -> None:
    chance = Random(7)
    scorers = people(*range(1, 16))
    papers = tuple(
        Wanted(f"P{n:02d}", frozenset(chance.sample(range(1, 16), 2))) for n in range(40)
    )
    apart = frozenset({frozenset({1, 2}), frozenset({3, 4})})
    answer = pair(Question(papers, scorers, 1, apart))
    load = Counter(person for two in answer.pairs.values() for person in two)
    assert max(load.values()) - min(load.values()) <= 1
    assert not [two for two in answer.pairs.values() if frozenset(two) in apart]
