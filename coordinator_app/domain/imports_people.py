"""Who a row is about. Nobody is merged by likeness: a doubt is a new person and a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coordinator_app.domain.fold import fold
from coordinator_app.domain.imports_drafts import KnownPerson, PersonDraft
from coordinator_app.domain.imports_names import fold_email, name_key
from coordinator_app.domain.imports_understood import EmailRead, NameRead
from coordinator_app.domain.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A person as one row mentions them. `from_registry` rows may be matched by the name alone."""

    name: NameRead
    email: EmailRead
    phone: str = ""
    island: str = ""
    agency: str = ""
    from_registry: bool = False

    @property
    def key(self) -> str:
        return name_key(self.name.name)

    @property
    def emails(self) -> frozenset[str]:
        """Folded addresses to compare by; a broken one counts by what it likely means."""
        return frozenset(fold_email(one) for one in (self.email.address, self.email.likely) if one)


class Census:
    """The people of one import: those in the file already, and those its rows bring."""

    def __init__(self, existing: Sequence[KnownPerson]) -> None:
        self._known: dict[str, dict[int, KnownPerson]] = defaultdict(dict)
        for one in existing:
            self._known[name_key(one.name_fold)][one.id] = one
        self._owners: dict[str, set[str]] = defaultdict(set)
        for one in existing:
            for address in one.emails_folded:
                self._owners[fold_email(address)].add(name_key(one.name_fold))
        self._drafts: dict[str, PersonDraft] = {}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._likely: dict[str, set[str]] = defaultdict(set)

    def people(self) -> tuple[PersonDraft, ...]:
        return tuple(self._drafts.values())

    def draft(self, key: str) -> PersonDraft:
        return self._drafts[key]

    def place(self, mentioned: Mentioned) -> tuple[str, tuple[Phrase, ...]]:
        """The key of the draft the row is about, and what is to be asked about that choice.

        Same folded name and same e-mail: the same person. Same name with another e-mail: a new
        person and a question. A registry row without e-mail takes the one person of its name; with
        two of them it is a new person and a question.
        """
        self._bring_known(mentioned)
        namesakes = self._by_name[mentioned.key]
        same = [key for key in namesakes if self._addresses(key) & mentioned.emails]
        if len(same) == 1 or (same and self._in_plan(same)):
            return self._again(same[0], mentioned)
        by_name = mentioned.from_registry and not mentioned.emails
        if by_name and len(namesakes) == 1:
            return self._again(namesakes[0], mentioned)
        asked = _doubt(mentioned, len(namesakes), by_name) + self._shared_address(mentioned)
        return self._new(mentioned), asked

    def _in_plan(self, keys: list[str]) -> bool:
        return all(self._drafts[key].existing is None for key in keys)

    def _bring_known(self, mentioned: Mentioned) -> None:
        """Give known people of that name a draft once a row mentions the name."""
        for known in self._known.pop(mentioned.key, {}).values():
            draft = PersonDraft(self._next(), mentioned.name.name, existing=known.id)
            draft = replace(draft, applied=known.applied, endorsed=known.endorsed)
            self._by_name[mentioned.key].append(self._add(draft))
            self._likely[draft.key] |= {fold_email(one) for one in known.emails_folded}

    def _next(self) -> str:
        return f"p{len(self._drafts) + 1}"

    def _add(self, draft: PersonDraft) -> str:
        self._drafts[draft.key] = draft
        return draft.key

    def _addresses(self, key: str) -> set[str]:
        return self._likely[key] | {fold_email(one) for one in self._drafts[key].emails}

    def _new(self, mentioned: Mentioned) -> str:
        name = mentioned.name
        key = self._add(PersonDraft(self._next(), name.name, name.given, name.family))
        self._by_name[mentioned.key].append(key)
        self._enrich(key, mentioned)
        return key

    def _again(self, key: str, mentioned: Mentioned) -> tuple[str, tuple[Phrase, ...]]:
        asked = _other_island(self._drafts[key], mentioned)
        self._enrich(key, mentioned)
        return key, asked

    def _enrich(self, key: str, mentioned: Mentioned) -> None:
        draft = self._drafts[key]
        self._drafts[key] = replace(
            draft,
            emails=_with(draft.emails, mentioned.email.address),
            phones=_with(draft.phones, mentioned.phone),
            islands=_with(draft.islands, mentioned.island),
            agencies=_with(draft.agencies, mentioned.agency),
        )
        self._likely[key] |= mentioned.emails
        for address in mentioned.emails:
            self._owners[address].add(mentioned.key)

    def _shared_address(self, mentioned: Mentioned) -> tuple[Phrase, ...]:
        """An address that somebody of another name has too: perhaps one person with two names."""
        shared = sorted(one for one in mentioned.emails if self._owners[one] - {mentioned.key})
        return (phrase("import.same_email", email=shared[0]),) if shared else ()


def _with(present: tuple[str, ...], more: str) -> tuple[str, ...]:
    known = {fold(one) for one in present}
    return present if not more or fold(more) in known else (*present, more)


def _doubt(mentioned: Mentioned, namesakes: int, by_name: bool) -> tuple[Phrase, ...]:
    if not namesakes:
        return ()
    name = mentioned.name.name
    if by_name:
        return (phrase("import.which_of_them", name=name, count=namesakes),)
    address = mentioned.email.address or mentioned.email.likely
    if not address:
        return (phrase("import.same_name_no_email", name=name),)
    return (phrase("import.same_name_other_email", name=name, email=address),)


def _other_island(draft: PersonDraft, mentioned: Mentioned) -> tuple[Phrase, ...]:
    if not mentioned.island or not draft.island or fold(draft.island) == fold(mentioned.island):
        return ()
    return (phrase("import.other_island", island=mentioned.island, before=draft.island),)


def used_people(census: Census, keys: Iterable[str]) -> tuple[PersonDraft, ...]:
    """The drafts that rows refer to, in the order of their keys."""
    wanted = set(keys)
    return tuple(one for one in census.people() if one.key in wanted)
