"""Sentences: every fact is shown, nothing is lost, the templates are well made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from coordinator_app.domain.phrases import phrase
from coordinator_app.runtime import sentences
from coordinator_app.runtime.sentences import all_sentences, say, sentence


@pytest.fixture
def wording(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three sentences of our own instead of the program's."""
    ours = {
        "due": "{name} is due {day}, {hours} hours.",
        "both": "Missing: {names}. {why}",
        "why": "Because {reason}.",
    }
    monkeypatch.setattr(sentences, "all_sentences", lambda: ours)


@pytest.mark.usefixtures("wording")
def test_facts_are_written_as_the_reader_expects_them() -> None:
    facts = {"name": "Leilani", "day": date(2026, 2, 28), "hours": Decimal("7.50")}
    written = sentence("due", facts, show=lambda fact: f"<{fact}>")
    assert written == "Leilani is due <2026-02-28>, <7.50> hours."


@pytest.mark.usefixtures("wording")
def test_a_tuple_is_a_list_and_a_phrase_is_its_own_sentence() -> None:
    said = phrase("both", names=("a transcript", phrase("why", reason="x")), why=phrase("why"))
    assert say(said) == "Missing: a transcript, Because x.. Because {reason}."


@pytest.mark.usefixtures("wording")
def test_the_template_is_translated_before_it_is_filled() -> None:
    german = {"Because {reason}.": "Weil {reason}."}
    assert sentence("why", {"reason": "{day}"}, translate=german.__getitem__) == "Weil {day}."


@pytest.mark.usefixtures("wording")
def test_an_unknown_code_is_shown_with_its_facts() -> None:
    assert sentence("no.such", {"row": 7}) == "no.such (row: 7)"
    assert sentence("no.such", {}) == "no.such"


@pytest.mark.parametrize("code", sorted(all_sentences()))
def test_a_template_names_its_facts_and_ends_like_a_sentence(code: str) -> None:
    template = all_sentences()[code]
    for _, name, spec, conversion in Formatter().parse(template):
        assert name is None or name.isidentifier(), f"{code}: a fact needs a plain name"
        assert not spec, f"{code}: a fact is formatted where it is shown"
        assert conversion is None, f"{code}: a fact is formatted where it is shown"
    assert template == template.strip()
    assert template, f"{code}: an empty sentence"


def test_two_parts_may_not_share_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "coordinator_app.runtime.sentences_runtime"
    monkeypatch.setattr(sentences, "part_names", lambda: [name, name])
    with pytest.raises(ValueError, match="two sentences for"):
        all_sentences.__wrapped__()
