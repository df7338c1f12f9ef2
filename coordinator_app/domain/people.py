"""Who somebody is, and who may be the same person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.fold import digits, fold

_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A person as entered. Only the name is needed; one word is a name. `membership_until` in ISO."""

    name: str
    given: str = ""
    family: str = ""
    letter_name: str = ""
    former_names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    address: str = ""
    island: str = ""
    agency: str = ""
    discipline: str = ""
    language: str = ""
    membership_association: str = ""
    membership_until: str = ""
    easy_number: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise BadInput("person.name_missing")
        try:
            date.fromisoformat(self.membership_until or "2026-01-01")
        except ValueError:
            raise BadInput("person.membership_until", text=self.membership_until) from None


def split_name(name: str) -> tuple[str, str]:
    """(given, family) of a name as written; one word is a given name without a family name.

    "Kekauoha III, Leilani" is split at its comma, else the last word (with a Jr. or III) is the
    family name: a guess that the person's record can correct.
    """
    if "," in name:
        family, _, given = name.partition(",")
        return given.strip(), family.strip()
    words = name.split()
    if len(words) < 2:
        return name.strip(), ""
    tail = 2 if fold(words[-1]) in _SUFFIXES and len(words) > 2 else 1
    return " ".join(words[:-tail]), " ".join(words[-tail:])


def sort_key(name: str, given: str, family: str) -> str:
    """Folded, family name first; a one-word name sorts by itself."""
    return fold(f"{family} {given}") if family else fold(name)


def sort_name(name: str, given: str, family: str) -> str:
    """As lists show it: "Kahananui, Leilani"; a one-word name stays as it is."""
    return f"{family}, {given}" if family and given else name


@dataclass(frozen=True, slots=True)
class Known:
    """What tells people apart: folded names (former and swapped ones too), e-mails, phone digits."""

    id: int
    names: frozenset[str]
    emails: frozenset[str]
    phones: frozenset[str]


def known(id: int, draft: PersonDraft) -> Known:
    """The marks of a draft, to be compared with the people on file."""
    given, family = (draft.given, draft.family) if draft.family else split_name(draft.name)
    names = {fold(draft.name), fold(f"{given} {family}"), fold(f"{family} {given}")}
    return Known(
        id,
        frozenset(names | {fold(name) for name in draft.former_names}),
        frozenset(mail.strip().casefold() for mail in draft.emails if mail.strip()),
        frozenset(digits(phone) for phone in draft.phones if digits(phone)),
    )


def likeness(one: Known, other: Known) -> str:
    """ "likely" the same by e-mail or phone, "possibly" by name, else "". Never merged by itself."""
    if one.emails & other.emails or one.phones & other.phones:
        return "likely"
    return "possibly" if one.names & other.names else ""
