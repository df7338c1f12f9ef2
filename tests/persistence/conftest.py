"""An open office file for each test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.persistence.file import OfficeFile
from coordinator_app.persistence.store import Store
from tests.helpers.files import a_file


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OfficeFile]:
    """An open file with an office in it; closed afterwards."""
    office = a_file(tmp_path)
    yield office
    office.close()


@pytest.fixture
def store(opened: OfficeFile) -> Store:
    return opened.store
