"""Education and its transcripts."""

from __future__ import annotations

from coordinator_app.domain.facts import Evidence
from coordinator_app.domain.findings import Finding, Outcome
from coordinator_app.domain.findings_judging import (
    NOTHING,
    Judging,
    judged,
    not_set,
    outcome_of,
)
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.domain.policy import Requirement

# Academic degrees, lowest first: a higher one stands for a lower one. A CDA and a licence do not.
ACADEMIC = ("associate", "bachelor", "master", "doctorate")


def meets_degree(degree: str, any_of: tuple[str, ...]) -> bool:
    """Whether a degree is one of those accepted, or an academic degree above one of them."""
    if degree in any_of:
        return True
    lowest = [ACADEMIC.index(one) for one in any_of if one in ACADEMIC]
    return degree in ACADEMIC and bool(lowest) and ACADEMIC.index(degree) >= min(lowest)


def highest_degree(degrees: tuple[str | None, ...]) -> str | None:
    """The highest academic degree; None where there is none, or one of them is not known."""
    if None in degrees:
        return None
    held = [degree for degree in degrees if degree in ACADEMIC]
    return max(held, key=ACADEMIC.index) if held else None


def education(judging: Judging, requirement: Requirement) -> Finding:
    """A degree or licence among those accepted; unknown degrees leave it open."""
    shown = judging.evidence("education")
    have = _have(shown)
    if "any_of" in requirement.unset:
        return judged(
            judging,
            requirement,
            not_set(requirement.title),
            have,
            Outcome.CANNOT_TELL,
            present=bool(shown),
        )
    sure = any(one.degree and meets_degree(one.degree, requirement.any_of) for one in shown)
    possible = any(one.degree is None for one in shown)
    return judged(
        judging,
        requirement,
        _needed(requirement),
        have,
        outcome_of(sure, possible),
        detail=None if sure or not possible else phrase("education.degree_unknown"),
        present=bool(shown),
    )


def _needed(requirement: Requirement) -> Phrase:
    """The lowest academic degree, or what else will do."""
    academic = [degree for degree in ACADEMIC if degree in requirement.any_of]
    others = tuple(degree for degree in requirement.any_of if degree not in ACADEMIC)
    lowest = [phrase("degree.or_higher", degree=one) for one in _degrees(tuple(academic[:1]))]
    return phrase("needed.education", degrees=(*_degrees(others), *lowest))


def _degrees(degrees: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase(f"degree.{degree}") for degree in degrees)


def _have(shown: tuple[Evidence, ...]) -> Phrase:
    if not shown:
        return NOTHING
    return phrase("have.degrees", degrees=_degrees(tuple(one.degree or "unknown" for one in shown)))


def transcripts(judging: Judging, requirement: Requirement) -> Finding:
    """An official transcript of each academic degree; where work stands for education, of none."""
    degrees = [
        one for one in judging.evidence("education") if one.degree is None or one.degree in ACADEMIC
    ]
    shown = judging.evidence("transcript")
    needed = phrase("needed.transcripts")
    if not degrees and _none_to_show(judging):
        have = phrase("have.no_degree")
        return judged(judging, requirement, needed, have, Outcome.MET)
    covered = _covered(degrees, shown)
    complete = bool(degrees) and covered == len(degrees)
    return judged(
        judging,
        requirement,
        needed,
        phrase("have.transcripts", count=covered, degrees=len(degrees)) if degrees else NOTHING,
        outcome_of(complete, possible=False),
        present=complete,
    )


def _covered(degrees: list[Evidence], shown: tuple[Evidence, ...]) -> int:
    """How many degrees have their transcript; one that names no degree serves any."""
    named = {one.transcripts_of for one in shown if one.transcripts_of is not None}
    loose = sum(one.transcripts_of is None for one in shown)
    direct = sum(one.id in named for one in degrees)
    return min(len(degrees), direct + loose)


def _none_to_show(judging: Judging) -> bool:
    """No academic degree is claimed, and none need be: a CDA or a licence, or work instead."""
    if judging.evidence("education"):
        return True
    asked = judging.policy.requirements_for(judging.facts.category)
    by_work = any(one.kind == "education" and one.instead for one in asked)
    return by_work and bool(judging.evidence("work"))
