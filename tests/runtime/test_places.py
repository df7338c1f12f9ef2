"""Where a file lies, read from the system's own table and the folders' names."""

from __future__ import annotations

from pathlib import Path

import pytest

from coordinator_app.runtime.places import kind_among, linux_mounts, place_of, synced_by

TABLE = r"""/dev/sda1 / ext4 rw 0 0
//server/share /mnt/office\040share cifs rw 0 0
server:/x /mnt nfs4 rw 0 0
"""


def test_the_deepest_mount_point_tells_the_kind() -> None:
    mounts = linux_mounts(TABLE)
    assert kind_among(Path("/mnt/office share/a.office"), mounts) == "cifs"
    assert kind_among(Path("/mnt/other/a.office"), mounts) == "nfs4"
    assert kind_among(Path("/home/a.office"), mounts) == "ext4"
    assert kind_among(Path("/home/a.office"), {}) == ""


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("/u/OneDrive - University of Hawaiʻi/a.office", "OneDrive"),
        ("/u/Dropbox/a.office", "Dropbox"),
        ("/u/Library/Mobile Documents/com~apple~CloudDocs/a.office", "iCloud Drive"),
        ("/u/documents/dropbox letters.office", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(path: str, program: str) -> None:
    assert synced_by(Path(path)) == program


def test_the_place_of_a_file_that_is_not_there_yet_is_that_of_its_folder(tmp_path: Path) -> None:
    place = place_of(tmp_path / "not" / "yet.office")
    assert place.free > 0
    assert not place.is_network
