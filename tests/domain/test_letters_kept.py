"""A letter's facts come back from the text they are kept as."""

from __future__ import annotations

import pytest

from coordinator_app.documents.samples import sample_facts
from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.letters_kept import facts_from_json, facts_to_json


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letters_facts_come_back_as_they_were(kind: LetterKind, full: bool) -> None:
    facts = sample_facts(kind, full=full)
    assert facts_from_json(facts_to_json(facts)) == facts
