"""The doctor: versions below the floors, places, fonts; and nothing of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.domain.phrases import phrase
from coordinator_app.runtime import diagnosis, floors
from coordinator_app.runtime.diagnosis import diagnose, report
from coordinator_app.runtime.floors import FLOORS, SQLITE, below_floor, numbers
from coordinator_app.runtime.paths import Paths
from coordinator_app.runtime.places import Place


def test_what_is_installed_is_not_below_the_floors() -> None:
    found = floors.versions({SQLITE: "3.53.4"})
    assert below_floor(found) == ()


@pytest.mark.parametrize(
    ("package", "version", "refused"),
    [
        (SQLITE, "3.53.1", True),
        (SQLITE, "3.53.2", False),
        ("pikepdf", "2.9.1", True),
        ("pikepdf", "10.17.0", False),
        ("pillow", "13", False),
        ("pyside6-essentials", "6.12.0.140", False),
        ("reportlab", "", True),
        ("unknown", "0", False),
    ],
)
def test_a_version_is_compared_by_its_numbers(package: str, version: str, *, refused: bool) -> None:
    assert bool(below_floor({package: version})) is refused


def test_every_floor_is_a_version() -> None:
    assert all(numbers(floor.oldest) for floor in FLOORS)


def test_a_healthy_computer_has_no_troubles(tmp_path: Path) -> None:
    found = diagnose(Paths.below(tmp_path), tmp_path / "a.office", {SQLITE: "3.53.4"})
    assert found.is_well, report(found)
    assert "place of the file" in found.sections


def test_the_report_says_what_others_found_and_hides_the_home() -> None:
    found = diagnose(
        Paths.below(Path.home()),
        more={"file": {"revision": "0001", "last backup": "never"}},
        troubles=(phrase("place.network", path="/mnt/x", kind="cifs"),),
    )
    said = report(found)
    assert "revision" in said
    assert "/mnt/x lies on a network drive (cifs)" in said
    assert str(Path.home()) not in said
    assert not found.is_well


def test_a_bad_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = Place("nfs4", is_network=True, synced_by="Dropbox", free=5)

    def looked(_path: Path) -> Place:
        return bad

    monkeypatch.setattr(diagnosis, "place_of", looked)
    codes = {told.code for told in diagnose(Paths.below(tmp_path)).troubles}
    assert {"place.network", "place.synced", "place.no_room"} <= codes


def test_a_missing_font_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis.paths, "fonts_folder", lambda: tmp_path)
    missing = [
        told for told in diagnose(Paths.below(tmp_path)).troubles if told.code == "fonts.missing"
    ]
    assert len(missing) == len(diagnosis.FONTS)
