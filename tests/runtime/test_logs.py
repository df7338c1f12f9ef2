"""The log holds numbers, codes and places; never a person."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.domain.errors import RuleBroken
from coordinator_app.runtime.logs import plain_traceback, scrubbed, start_logging, stop_logging
from coordinator_app.runtime.paths import Paths

_LOG = logging.getLogger("coordinator_app.test")


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[Paths]:
    """A profile whose log is being written."""
    level = logging.getLogger().level
    paths = Paths.below(tmp_path)
    handler = start_logging(paths)
    yield paths
    stop_logging(handler)
    logging.getLogger().setLevel(level)


def test_numbers_and_codes_are_kept_and_text_is_hidden(profile: Paths) -> None:
    _LOG.info("wrote %s %d for %s", "letter.decision", 12, "Keola Kahananui")
    _LOG.info("case %(case)s of %(who)s", {"case": "2026-007", "who": "Keola"})
    said = profile.log.read_text(encoding="utf-8")
    assert "wrote letter.decision 12 for …" in said
    assert "case 2026-007 of …" in said
    assert "Keola" not in said


def test_an_error_is_logged_without_its_words(profile: Paths, expected_logs: list[str]) -> None:
    expected_logs.append("it failed")
    try:
        raise ValueError("Keola Kahananui is already there")
    except ValueError as error:
        _LOG.exception("it failed: %s", error)
    said = profile.log.read_text(encoding="utf-8")
    assert "it failed: ValueError" in said
    assert "test_logs.py:" in said
    assert "Keola" not in said


def test_addresses_numbers_and_the_home_are_scrubbed_from_any_text() -> None:
    text = f"{Path.home()}/x: Keola <k.o'malley+1@x.org> +1 (808) 555-0123, case 2026-007"
    assert scrubbed(text) == "~/x: Keola <…> …, case 2026-007"


def test_arguments_that_do_not_fit_lose_nothing_and_raise_nothing(profile: Paths) -> None:
    _LOG.info("%d of %d", "three")
    assert "%d of %d" in profile.log.read_text(encoding="utf-8")


def test_the_log_is_for_its_owner_and_does_not_grow_for_ever(profile: Paths) -> None:
    for number in range(9000):
        _LOG.info("a line of some length, to fill the file: %d %s", number, "x" * 20)
    files = list(profile.logs.iterdir())
    assert 1 < len(files) <= 6
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_traceback_names_the_cause_and_the_code_but_no_facts() -> None:
    try:
        try:
            raise KeyError("Keola")
        except KeyError as cause:
            raise RuleBroken("person.twice", name="Keola") from cause
    except RuleBroken as error:
        said = plain_traceback(error)
    assert "RuleBroken person.twice" in said
    assert "from builtins.KeyError" in said
    assert "Keola" not in said
