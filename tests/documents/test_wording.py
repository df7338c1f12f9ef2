"""Wordings are trusted with nothing: what they cannot do is refused with line and reason."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from coordinator_app.documents.plain_facts import plain_facts, us_english
from coordinator_app.documents.samples import sample_facts
from coordinator_app.documents.worded import Points, Rows, Words
from coordinator_app.documents.wording import Wording, check_wording, word
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.letters import DECLARED, LetterFinding, LetterKind
from coordinator_app.domain.partial import PartialDate
from coordinator_app.domain.phrases import Phrase
from coordinator_app.runtime.sentences import sentence
from tests.documents.conftest import WordingOf

KIND = LetterKind.DEFERRED


def deferral(line: str) -> Wording:
    """A wording whose fifth line is `line`."""
    return Wording(KIND, f"# Deferred\n\nDear {{{{ recipient }}}},\n\n{line}\n\nWith aloha,\n")


def refusal(wording: Wording) -> BadInput:
    with pytest.raises(BadInput, match=r"wording\.refused") as refused:
        check_wording(wording)
    return refused.value


@pytest.mark.parametrize("kind", LetterKind)
def test_the_wordings_that_come_with_the_program_are_sound(
    kind: LetterKind, wording_of: WordingOf
) -> None:
    check_wording(wording_of(kind))


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{{ session.execute }}", "wording.unknown_fact"),
        ("{{ nobody }}", "wording.unknown_fact"),
        ("{% if false %}{{ nobody }}{% endif %}", "wording.unknown_fact"),
        ("{{ exam_from }}", "wording.unknown_fact"),
        ("{{ association.__class__ }}", "wording.unknown_fact"),
        ("{{ association.logo }}", "wording.unknown_fact"),
        ("{{ association }}", "wording.unknown_fact"),
        ("{{ recipient.__class__.__mro__ }}", "wording.unknown_part"),
        ("{{ reasons[0].upper }}", "wording.unknown_part"),
        ("{% for f in findings %}{{ f.rating }}{% endfor %}", "wording.unknown_part"),
        ("{% include 'secret' %}", "wording.not_understood"),
        ("{% render 'secret' %}", "wording.not_understood"),
        ("{% capture x %}a{% endcapture %}", "wording.not_understood"),
        ("{% tablerow x in reasons %}{% endtablerow %}", "wording.not_understood"),
        ("{{ recipient | append: recipient }}", "wording.unknown_filter"),
        ("{{ 'aaaa' | replace: 'a', 'aaaaaaaaaa' }}", "wording.unknown_filter"),
        ("{{ recipient | join: ', ' }}", "wording.unknown_filter"),
        ("{{ recipient", "wording.not_understood"),
        ("{% endif %}", "wording.not_understood"),
        ("{{ recipient | }}", "wording.not_understood"),
        ("{% for i in (1..1000000000) %}x{% endfor %}", "wording.too_many_turns"),
        ("| half a row", "wording.open_row"),
        ("a \u202e b", "wording.stray_sign"),
        ("a \ue001 b", "wording.stray_sign"),
    ],
)
def test_what_a_wording_may_not_do_is_refused_with_line_and_reason(line: str, reason: str) -> None:
    refused = refusal(deferral(line))
    why = refused.facts["reason"]
    assert isinstance(why, Phrase)
    assert (refused.facts["line"], why.code) == (5, reason)
    said = sentence(refused.code, refused.facts)
    assert "Line 5: " in said
    assert "{" not in said.replace("{{", "").replace("{%", "")


def test_a_block_left_open_is_told_at_the_end() -> None:
    assert refusal(deferral("{% if reasons %}")).facts["line"] == 7


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear {{ recipient }},\n", "wording.no_subject"),
        ("# Subject only\n", "wording.no_closing"),
        ("# Subject\n\nSincerely,\n\n| a | b |\n", "wording.no_closing"),
        ("# S\n\n" + "{% if true %}" * 9 + "x" + "{% endif %}" * 9, "wording.too_deep"),
        ("# S\n\n" + "a" * 20_001, "wording.too_long"),
        ("# S\n\n" + "{{" * 10_000, "wording.too_long"),
        ("# S\n\n" + "{{" * 5_000, "wording.too_many_marks"),
    ],
)
def test_a_wording_has_a_subject_an_end_and_a_size(text: str, reason: str) -> None:
    why = refusal(Wording(KIND, text)).facts["reason"]
    assert isinstance(why, Phrase)
    assert why.code == reason


@pytest.mark.parametrize(
    "line",
    [
        "{{" * 399,
        "{% assign x = recipient %}" + "{% assign x = x | upcase %}" * 390,
        "{{ recipient" + " | upcase" * 2_000 + " }}",
        "{% if " + " and ".join(["recipient"] * 1_500) + " %}x{% endif %}",
        "{% for a in reasons %}{% for b in reasons %}{% for c in reasons %}"
        + "{% if c %}{{ c }}{% endif %}" * 90
        + "{% endfor %}{% endfor %}{% endfor %}",
        "{{ recipient" + "[0]" * 3_000 + " }}",
        "{{ " + "(" * 9_000,
    ],
    ids=["open marks", "assigns", "filters", "conditions", "loops", "indices", "brackets"],
)
def test_no_wording_takes_two_seconds_or_much_room(line: str) -> None:
    facts = replace(sample_facts(KIND), reasons=("a reason " * 50,) * 30)
    before = time.process_time()
    with suppress(BadInput):
        word(deferral(line), facts)
    assert time.process_time() - before < 2


def test_more_text_than_a_letter_can_hold_is_refused() -> None:
    facts = replace(sample_facts(KIND), reasons=("r" * 200_000,) * 10)
    with pytest.raises(BadInput) as refused:
        word(deferral("{% for r in reasons %}{{ r }}{% endfor %}"), facts)
    why = refused.value.facts["reason"]
    assert isinstance(why, Phrase)
    assert why.code == "wording.too_much_text"


def test_a_wording_makes_only_its_own_letter(wording_of: WordingOf) -> None:
    with pytest.raises(BadInput, match=r"wording\.refused"):
        word(wording_of(LetterKind.APPROVED), sample_facts(LetterKind.DENIED))


def test_facts_cannot_become_marks_of_the_wording() -> None:
    facts = replace(
        sample_facts(KIND),
        recipient="# Leilani | - {{ number }}",
        reasons=("| a | b |", "- c", "line\none\n\n# two"),
        findings=(LetterFinding("|= x", "y | z", "-"),),
    )
    wording = deferral(
        "{% for r in reasons %}\n- {{ r }}\n{% endfor %}\n\n"
        "{% for f in findings %}\n| {{ f.requirement }} | {{ f.needed }} | {{ f.have }} |\n"
        "{% endfor %}"
    )
    letter = word(wording, facts)
    assert letter.subject == "Deferred"
    assert letter.blocks == (
        Words("Dear # Leilani | - {{ number }},"),
        Points(("| a | b |", "- c", "line one # two")),
        Rows((("|= x", "y | z", "-"),)),
    )
    assert letter.closing == "With aloha,"


@pytest.mark.parametrize("mark", ["# two", "- point", "| a | b |", "|= a |"])
def test_a_line_that_begins_with_a_fact_is_still_a_paragraph(mark: str) -> None:
    letter = word(deferral("{{ recipient }}"), replace(sample_facts(KIND), recipient=mark))
    assert letter.subject == "Deferred"
    assert letter.blocks[-1] == Words(mark)


def test_a_row_whose_fact_is_unknown_is_left_out_and_a_table_without_rows_too() -> None:
    facts = sample_facts(KIND, full=False)
    known = word(deferral("| Case | {{ case_number }} |\n| Round | {{ round_month }} |"), facts)
    assert known.blocks[1:] == (Rows((("Case", "2026-018"),)),)
    assert word(deferral("| Round | {{ round_month }} |"), facts).blocks[1:] == ()


def test_a_wording_sees_the_declared_facts_of_its_letter_and_no_others() -> None:
    for kind in LetterKind:
        assert set(plain_facts(sample_facts(kind))) == DECLARED[kind].names


def test_days_are_written_in_us_english_whatever_the_computer_speaks() -> None:
    assert us_english(date(2026, 2, 7)) == "February 7, 2026"
    assert us_english(PartialDate(2026, 1)) == "January 2026"
    assert us_english(PartialDate(2026)) == "2026"


def test_a_wording_is_known_by_its_text() -> None:
    assert deferral("a").version == deferral("a").version != deferral("b").version
