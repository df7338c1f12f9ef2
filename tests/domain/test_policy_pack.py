"""A wrong policy file is refused with its name, the line and the reason."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.phrases import Phrase
from coordinator_app.domain.policy_pack import read_pack
from coordinator_app.domain.policy_pack_lines import lines_of
from tests.domain.policies_made import ALLIANCE, BASE, FOLDER, YEARS

RIGHT = """\
schema = 1
id = "small"
title = "A small change"
kind = "change"
replaces = ["categories.XYZ", "requirements.XYZ", "providers", "rules.registry"]
speaks_of = ["IFS"]

[paragraphs.said]
title = "Said"
text = "What was said."
source = "somewhere"

[categories."XYZ"]
family = "IMH"
name = "A category"
scope = "promotion"
scope_rank = 1
paragraph = "said"
opens = 2024-01-01
closes = 2025-01-01

[[requirements]]
id = "xyz.training"
kind = "training"
categories = ["XYZ"]
title = "Training"
paragraph = "said"
minimum = 30
unit = "clock hours"

[[requirements.parts]]
area = "imh"
minimum = 10
paragraph = "said"

[[requirements]]
id = "xyz.references"
kind = "references"
categories = ["XYZ"]
title = "Ratings"
paragraph = "said"
minimum = 2

[[requirements.roles]]
id = "boss"
title = "supervisor"
kinds = ["supervisor"]

[[providers]]
id = "anybody"
applicants = ["XYZ"]
providers = ["IFS"]
paragraph = "said"

[rules."registry.sanctioned_inactive"]
value = true
label = "Sanctioned"
paragraph = "said"
"""

# What is written instead of what, the line that is named, and the reason.
WRONG = {
    "not TOML": ("scope_rank = 1", "scope_rank =", 17, "pack.syntax"),
    "a table twice": ("[[providers]]", "[paragraphs.said]", 49, "pack.syntax"),
    "another schema": ("schema = 1", "schema = 2", 1, "pack.wrong_schema"),
    "no title": ('title = "A small change"\n', "", 1, "pack.missing_key"),
    "an unknown kind": ('kind = "change"', 'kind = "chance"', 4, "pack.not_one_of"),
    "an unknown key": ('unit = "clock hours"', 'units = "clock hours"', 29, "pack.unknown_key"),
    "an unknown top key": ('speaks_of = ["IFS"]', 'speaks = ["IFS"]', 6, "pack.unknown_key"),
    "a paragraph not there": (
        'paragraph = "said"\nminimum = 30',
        'paragraph = "heard"\nminimum = 30',
        27,
        "pack.unknown_paragraph",
    ),
    "a paragraph of a part not there": (
        'minimum = 10\nparagraph = "said"',
        'minimum = 10\nparagraph = "heard"',
        34,
        "pack.unknown_paragraph",
    ),
    "a category not there": (
        'applicants = ["XYZ"]',
        'applicants = ["XYZ", "IFX"]',
        51,
        "pack.unknown_category",
    ),
    "a text for a number": ("scope_rank = 1", 'scope_rank = "1"', 17, "pack.wrong_type"),
    "a number for a text": ('title = "Ratings"', "title = 7", 40, "pack.wrong_type"),
    "a text for a list": ('speaks_of = ["IFS"]', 'speaks_of = "IFS"', 6, "pack.wrong_type"),
    "a text for a day": ("opens = 2024-01-01", 'opens = "2024"', 19, "pack.wrong_type"),
    "a text for a flag": (
        "minimum = 2\n",
        'minimum = 2\nrecommended = "no"\n',
        43,
        "pack.wrong_type",
    ),
    "a value for a table": (
        '[categories."XYZ"]',
        '[categories."XYZ".more]',
        13,
        "pack.missing_key",
    ),
    "a negative rank": ("scope_rank = 1", "scope_rank = -1", 17, "pack.negative"),
    "negative hours": ("minimum = 30", "minimum = -30", 28, "pack.negative"),
    "no finite number": ("minimum = 30", "minimum = inf", 28, "pack.negative"),
    "an id twice": ('id = "xyz.references"', 'id = "xyz.training"', 37, "pack.twice"),
    "closed before opened": ("closes = 2025-01-01", "closes = 2023-01-01", 20, "pack.date_order"),
    "an unknown rater": ('kinds = ["supervisor"]', 'kinds = ["boss"]', 47, "pack.not_one_of"),
    "an unknown area": ('area = "imh"', 'area = "math"', 32, "pack.not_one_of"),
    "parts above the whole": ("minimum = 10", "minimum = 31", 28, "pack.parts_exceed"),
    "neither value nor unset": ("minimum = 30\n", "", 22, "pack.value_or_unset"),
    "value and unset": (
        "minimum = 30\n",
        'minimum = 30\nunset = ["minimum"]\n',
        22,
        "pack.value_or_unset",
    ),
    "an unknown unset": (
        "minimum = 30\n",
        'minimum = 30\nunset = ["roles"]\n',
        29,
        "pack.not_one_of",
    ),
    "an unknown rule": (
        'rules."registry.sanctioned_inactive"',
        'rules."registry.sanctioned"',
        55,
        "pack.unknown_rule",
    ),
    "a rule of the wrong kind": ("value = true", 'value = "true"', 56, "pack.wrong_type"),
    "a rule without a value": ("value = true\n", "", 55, "pack.value_or_unset"),
    "a section not named": (
        '"providers", "rules.registry"]',
        '"rules.registry"]',
        49,
        "pack.section_not_named",
    ),
    "a section without content": (
        '"providers", ',
        '"providers", "rules.renewal", ',
        5,
        "pack.section_empty",
    ),
    "an unknown requirement instead": (
        "minimum = 2\n",
        'minimum = 2\ninstead = "xyz.rest"\n',
        43,
        "pack.unknown_requirement",
    ),
    "a window the wrong way round": (
        "minimum = 2\n",
        "minimum = 2\nwindow_months = [24, 12]\n",
        43,
        "pack.wrong_window",
    ),
    "earned to before earned from": (
        'providers = ["IFS"]\n',
        'providers = ["IFS"]\nearned_from = 2025-01-01\nearned_to = 2024-12-31\n',
        54,
        "pack.date_order",
    ),
    "an unknown degree": (
        'providers = ["IFS"]\n',
        'providers = ["IFS"]\nwith_degree = "MSW"\n',
        53,
        "pack.not_one_of",
    ),
    "a whole policy that replaces": ('kind = "change"', 'kind = "policy"', 4, "pack.missing_key"),
    "a policy with sections": (
        'kind = "change"\n',
        'kind = "policy"\nin_force_from = 2024-01-01\n',
        6,
        "pack.not_in_policy",
    ),
    "a change of nothing": (
        'replaces = ["categories.XYZ", "requirements.XYZ", "providers", "rules.registry"]\n',
        "",
        4,
        "pack.missing_key",
    ),
}


def test_the_right_file_is_read() -> None:
    pack = read_pack(RIGHT, name="right.toml")
    assert pack.id == "small"
    assert pack.categories["XYZ"].credential == ""
    assert [one.id for one in pack.requirements] == ["xyz.training", "xyz.references"]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_refused_with_file_line_and_reason(wrong: str) -> None:
    old, new, line, code = WRONG[wrong]
    assert RIGHT.count(old) == 1, "the sample must hold it once"
    refusal = refused(RIGHT.replace(old, new))
    reason = refusal.facts["reason"]
    assert isinstance(reason, Phrase)
    assert (reason.code, refusal.facts["line"]) == (code, line)
    assert refusal.facts["file"] == "wrong.toml"


def refused(text: str) -> BadInput:
    with pytest.raises(BadInput) as refusal:
        read_pack(text, name="wrong.toml")
    assert refusal.value.code == "policy.refused"
    return refusal.value


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('value = "12-31"', 'value = "31-12"', "pack.wrong_type"),
        ('value = "same_or_wider"', 'value = "any"', "pack.wrong_type"),
        ('value = ["education", ', 'value = ["exams", ', "pack.wrong_type"),
        ("value = 2022-01-01", 'value = "2022"', "pack.wrong_type"),
        ('value = 1\nlabel = "Reply', 'value = 0\nlabel = "Reply', "pack.wrong_type"),
        (
            'categories = ["IMHM-P", "IMHM-R/F"',
            'categories = ["IMHM-P", "IMHM-X"',
            "pack.unknown_category",
        ),
        ('any_of = ["bachelor", "master"]', 'any_of = ["BA"]', "pack.not_one_of"),
        ("scope_rank = 4", "scope_rank = 5", "pack.not_one_of"),
        ('prepared = "bachelor"', 'prepared = "BA"', "pack.not_one_of"),
    ],
)
def test_the_shipped_policy_is_refused_once_it_is_broken(old: str, new: str, code: str) -> None:
    text = shipped(BASE)
    at = text.find(old)
    assert at >= 0, old
    refusal = refused(text[:at] + new + text[at + len(old) :])
    reason = refusal.facts["reason"]
    assert isinstance(reason, Phrase)
    assert reason.code == code
    assert refusal.facts["line"] == text[:at].count("\n") + 1


def test_a_whole_policy_must_hold_every_rule() -> None:
    refusal = refused(without_rule(shipped(BASE), "exam.tolerance"))
    reason = refusal.facts["reason"]
    assert isinstance(reason, Phrase)
    assert (reason.code, reason.facts["key"]) == ("pack.missing_rule", "exam.tolerance")


def test_a_replaced_section_must_hold_every_rule_of_it() -> None:
    reason = refused(without_rule(shipped(YEARS), "renewal.opens")).facts["reason"]
    assert isinstance(reason, Phrase)
    assert (reason.code, reason.facts["key"]) == ("pack.missing_rule", "renewal.opens")


def without_rule(text: str, key: str) -> str:
    """The file without one rule's table."""
    begins = text.index(f'[rules."{key}"]')
    return text[:begins] + text[text.index("[rules.", begins + 1) :]


def shipped(id: str) -> str:
    return (FOLDER / f"{id}.toml").read_text(encoding="utf-8")


def test_numbers_are_exact() -> None:
    text = RIGHT.replace("minimum = 30", "minimum = 30.1")
    minimum = read_pack(text, name="x").requirements[0].minimum
    assert str(minimum) == "30.1"


@pytest.mark.parametrize("id", [BASE, YEARS, ALLIANCE])
def test_the_line_of_every_table_and_key_is_found(id: str) -> None:
    text = shipped(id)
    lines = text.splitlines()
    for place, number in lines_of(text).items():
        last = place[-1] if isinstance(place[-1], str) else place[-2]
        assert str(last) in lines[number - 1], place
    for table, content in tomllib.loads(text).items():
        assert (table,) in lines_of(text) or isinstance(content, dict | list), table


def test_lines_are_found_past_long_texts_and_lists() -> None:
    text = 'a = """\n[not.a.table]\nb = 1\n"""\nc = [\n  "]",  # ]\n  { d = 1 },\n]\n[t]\ne.f = 1\n"g h" = 2\n'
    assert lines_of(text) == {
        ("a",): 1,
        ("c",): 5,
        ("t",): 9,
        ("t", "e", "f"): 10,
        ("t", "g h"): 11,
    }


@given(st.text())
def test_any_text_is_read_or_refused_never_worse(text: str) -> None:
    refusal = refused(text)
    line = refusal.facts["line"]
    assert isinstance(line, int)
    assert 1 <= line <= max(1, len(text.splitlines()))
