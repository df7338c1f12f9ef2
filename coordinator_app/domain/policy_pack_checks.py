"""What a policy file must keep beyond its types: nothing dangles, nothing stands twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from coordinator_app.domain.facts import DEGREES, RATER_KINDS, TRAINING_AREAS
from coordinator_app.domain.phrases import phrase
from coordinator_app.domain.policy import Pack, Requirement, RuleValue
from coordinator_app.domain.policy_pack_lines import Place
from coordinator_app.domain.policy_pack_tables import PackFile
from coordinator_app.domain.policy_rule_shapes import RULE_SHAPES, shape_of

# A role may also ask for what the rater is, whatever their tie to the applicant.
ROLE_KINDS = (*RATER_KINDS, "endorsed", "vetted")
COUNTED = ("work", "leadership", "training", "rsc_received", "rsc_provided", "references")
_MAY_BE_UNSET = ("minimum", "any_of")


def check_pack(pack: Pack, file: PackFile) -> None:
    """Raises BadInput("policy.refused") for the first thing that is wrong."""
    for check in _CHECKS:
        check(pack, file)


def section_of(place: Place, pack: Pack) -> tuple[str, ...]:
    """The sections a table of a pack belongs to, as `replaces` names them."""
    match place:
        case ("categories", str() as code):
            return (f"categories.{code}",)
        case ("requirements", int() as at):
            return tuple(f"requirements.{code}" for code in pack.requirements[at].categories)
        case ("providers", int()):
            return ("providers",)
        case ("rules", str() as key):
            return (rule_section(key),)
        case _:
            return ()


def rule_section(key: str) -> str:
    return f"rules.{key.split('.', maxsplit=1)[0]}"


def tables(pack: Pack) -> Iterator[Place]:
    """The places of all categories, requirements, providers and rules."""
    yield from (("categories", code) for code in pack.categories)
    yield from (("requirements", at) for at in range(len(pack.requirements)))
    yield from (("providers", at) for at in range(len(pack.providers)))
    yield from (("rules", key) for key in pack.rules)


def _header(pack: Pack, file: PackFile) -> None:
    if pack.kind == "policy" and pack.in_force_from is None:
        raise file.refusal(("kind",), phrase("pack.missing_key", key="in_force_from"))
    named = {
        "replaces": pack.replaces,
        "speaks_of": pack.speaks_of,
        "perhaps_of": pack.perhaps_of,
    }
    for key, names in named.items():
        if pack.kind == "policy" and names:
            raise file.refusal((key,), phrase("pack.not_in_policy", key=key))
    if pack.kind == "change" and not pack.replaces:
        raise file.refusal(("kind",), phrase("pack.missing_key", key="replaces"))


def _sections(pack: Pack, file: PackFile) -> None:
    if pack.kind == "policy":
        return
    used: set[str] = set()
    for place in tables(pack):
        for section in section_of(place, pack):
            if section not in pack.replaces:
                raise file.refusal(place, phrase("pack.section_not_named", section=section))
            used.add(section)
    for section in pack.replaces:
        if section not in used or pack.replaces.count(section) > 1:
            raise file.refusal(("replaces",), phrase("pack.section_empty", section=section))


def _whole(pack: Pack, file: PackFile) -> None:
    """A whole policy, and a replaced section, hold every rule looked for, if only as unset."""
    for key, shape in RULE_SHAPES.items():
        concerned = pack.kind == "policy" or rule_section(key) in pack.replaces
        if concerned and shape.needed and key not in pack.rules:
            raise file.refusal(("rules",), phrase("pack.missing_rule", key=key))


def _once(pack: Pack, file: PackFile) -> None:
    named = [
        *((("requirements", at, "id"), one.id) for at, one in enumerate(pack.requirements)),
        *((("providers", at, "id"), one.id) for at, one in enumerate(pack.providers)),
    ]
    _no_id_twice(named, file)
    for at, requirement in enumerate(pack.requirements):
        roles = [
            (("requirements", at, "roles", nth, "id"), role.id)
            for nth, role in enumerate(requirement.roles)
        ]
        _no_id_twice(roles, file)


def _no_id_twice(named: Iterable[tuple[Place, str]], file: PackFile) -> None:
    seen: set[str] = set()
    for place, id in named:
        if id in seen:
            raise file.refusal(place, phrase("pack.twice", id=id))
        seen.add(id)


def _paragraphs(pack: Pack, file: PackFile) -> None:
    for place, paragraph in _cited(pack):
        if paragraph not in pack.paragraphs:
            raise file.refusal(place, phrase("pack.unknown_paragraph", paragraph=paragraph))


def _cited(pack: Pack) -> Iterator[tuple[Place, str]]:
    for code, category in pack.categories.items():
        yield ("categories", code, "paragraph"), category.paragraph
    for at, requirement in enumerate(pack.requirements):
        yield ("requirements", at, "paragraph"), requirement.paragraph
        for nth, part in enumerate(requirement.parts):
            yield ("requirements", at, "parts", nth, "paragraph"), part.paragraph
    for at, provider in enumerate(pack.providers):
        yield ("providers", at, "paragraph"), provider.paragraph
    for key, rule in pack.rules.items():
        yield ("rules", key, "paragraph"), rule.paragraph


def _codes(pack: Pack, file: PackFile) -> None:
    known = {*pack.categories, *pack.speaks_of, *pack.perhaps_of}
    for place, codes in _spoken_of(pack):
        if not codes:
            raise file.refusal(place, phrase("pack.missing_key", key=str(place[-1])))
        for code in codes:
            if code not in known:
                raise file.refusal(place, phrase("pack.unknown_category", category=code))


def _spoken_of(pack: Pack) -> Iterator[tuple[Place, tuple[str, ...]]]:
    for code, category in pack.categories.items():
        if category.prerequisite:
            yield ("categories", code, "prerequisite"), category.prerequisite
    for at, requirement in enumerate(pack.requirements):
        yield ("requirements", at, "categories"), requirement.categories
    for at, provider in enumerate(pack.providers):
        yield ("providers", at, "applicants"), provider.applicants
        yield ("providers", at, "providers"), provider.providers
    for key, rule in pack.rules.items():
        yield from _spoken_of_by_rule(key, rule.value)


def _spoken_of_by_rule(
    key: str, value: RuleValue | None
) -> Iterator[tuple[Place, tuple[str, ...]]]:
    shape = shape_of(key)
    if shape and shape.kind == "categories" and isinstance(value, tuple):
        yield ("rules", key, "value"), value
    if key.startswith("category."):
        yield ("rules", key), (key.removeprefix("category.").removesuffix(".closes"),)


def _values(pack: Pack, file: PackFile) -> None:
    for at, requirement in enumerate(pack.requirements):
        _unset(at, requirement, file)
        _amounts(at, requirement, file)
        _words(at, requirement, file)
    ids = {one.id for one in pack.requirements}
    for at, requirement in enumerate(pack.requirements):
        if requirement.instead is not None and requirement.instead not in ids:
            place = ("requirements", at, "instead")
            raise file.refusal(place, phrase("pack.unknown_requirement", id=requirement.instead))


def _unset(at: int, requirement: Requirement, file: PackFile) -> None:
    """What a kind needs is given or said to be unset, never both, never neither."""
    given = {"minimum": requirement.minimum is not None, "any_of": bool(requirement.any_of)}
    for key in requirement.unset:
        if key not in _MAY_BE_UNSET:
            allowed = phrase("pack.not_one_of", key="unset", value=key, allowed=_MAY_BE_UNSET)
            raise file.refusal(("requirements", at, "unset"), allowed)
    needed = "minimum" if requirement.kind in COUNTED else "any_of"
    if requirement.kind not in (*COUNTED, "education"):
        return
    if given[needed] == (needed in requirement.unset):
        raise file.refusal(("requirements", at), phrase("pack.value_or_unset", key=needed))


def _amounts(at: int, requirement: Requirement, file: PackFile) -> None:
    total = sum((part.minimum for part in requirement.parts), start=0)
    if requirement.minimum is not None and total > requirement.minimum:
        place = ("requirements", at, "minimum")
        raise file.refusal(place, phrase("pack.parts_exceed", parts=total))


def _words(at: int, requirement: Requirement, file: PackFile) -> None:
    checked: list[tuple[Place, Iterable[str], tuple[str, ...]]] = [
        *(
            (("requirements", at, "roles", nth, "kinds"), role.kinds or ("",), ROLE_KINDS)
            for nth, role in enumerate(requirement.roles)
        ),
        *(
            (("requirements", at, "parts", nth, "area"), (part.area,), TRAINING_AREAS)
            for nth, part in enumerate(requirement.parts)
        ),
    ]
    if requirement.kind == "education":
        checked.append((("requirements", at, "any_of"), requirement.any_of, DEGREES))
    for place, words, allowed in checked:
        for word in words:
            if word not in allowed:
                key = str(place[-1])
                reason = phrase("pack.not_one_of", key=key, value=word, allowed=allowed)
                raise file.refusal(place, reason)


def _dates(pack: Pack, file: PackFile) -> None:
    for code, category in pack.categories.items():
        if category.opens and category.closes and category.opens > category.closes:
            raise file.refusal(("categories", code, "closes"), phrase("pack.date_order"))
    for at, rule in enumerate(pack.providers):
        if rule.earned_from and rule.earned_to and rule.earned_from > rule.earned_to:
            raise file.refusal(("providers", at, "earned_to"), phrase("pack.date_order"))


def _degrees(pack: Pack, file: PackFile) -> None:
    for at, rule in enumerate(pack.providers):
        for key, degree in (("prepared", rule.prepared), ("with_degree", rule.with_degree)):
            if degree is not None and degree not in DEGREES:
                reason = phrase("pack.not_one_of", key=key, value=degree, allowed=DEGREES)
                raise file.refusal(("providers", at, key), reason)


_CHECKS: tuple[Callable[[Pack, PackFile], None], ...] = (
    _header,
    _once,
    _sections,
    _paragraphs,
    _codes,
    _values,
    _dates,
    _degrees,
    _whole,
)
