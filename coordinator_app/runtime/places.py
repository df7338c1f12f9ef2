"""What kind of place a file lies in: the file system, a network drive, a synced folder, the room."""

from __future__ import annotations

import ctypes
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_NETWORK = frozenset(
    [
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "ncpfs",
        "9p",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
        "fuse.gvfsd-fuse",
    ]
)
# The folder names that the sync programs give themselves.
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "icloud~com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box": "Box",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
}
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE of GetDriveTypeW


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies. `kind` is the system's word, "" where it is not known; `free` in bytes."""

    kind: str
    is_network: bool
    synced_by: str
    free: int


def place_of(path: Path) -> Place:
    """The place of `path`, which need not be there yet."""
    there = _nearest(path.absolute())
    kind = _kind(there)
    return Place(kind, kind in _NETWORK, synced_by(path), _free(there))


def synced_by(path: Path) -> str:
    """The sync program whose folder `path` lies in, by the folder's name; "" for none."""
    for part in path.absolute().parts:
        plain = part.casefold()
        # "OneDrive - University of Hawaii"
        plain = "onedrive" if plain.startswith("onedrive -") else plain
        if plain in _SYNCED:
            return _SYNCED[plain]
    return ""


def _nearest(path: Path) -> Path:
    for folder in (path, *path.parents):
        if folder.exists():
            return folder
    return Path(path.anchor)


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def _kind(path: Path) -> str:
    if sys.platform == "win32":
        return _windows_kind(path)
    if sys.platform == "darwin":
        return kind_among(path, _mac_mounts())
    try:
        mounts = linux_mounts(Path("/proc/self/mounts").read_text(encoding="utf-8"))
    except OSError:
        return ""
    return kind_among(path, mounts)


def linux_mounts(table: str) -> dict[Path, str]:
    """Mount point -> kind, of a mount table; later lines lie above earlier ones."""
    rows = (line.split() for line in table.splitlines())
    return {Path(_unescaped(row[1])): row[2] for row in rows if len(row) > 2}


def _unescaped(text: str) -> str:
    """A blank in a mount point is written as an octal number."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def kind_among(path: Path, mounts: dict[Path, str]) -> str:
    """The kind of the deepest mount point above `path`."""
    whole = path.resolve()
    above = [point for point in mounts if whole.is_relative_to(point)]
    return mounts[max(above, key=lambda point: len(point.parts))] if above else ""


def _mac_mounts() -> dict[Path, str]:
    """Not yet confirmed on a Mac."""
    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
    found = re.findall(r" on (/.*?) \((\w+)", done.stdout)
    return {Path(point): kind for point, kind in found}


def _windows_kind(path: Path) -> str:
    """Not yet confirmed on Windows."""
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    drive = path.anchor
    if path.drive.startswith("\\\\") or kernel.GetDriveTypeW(drive) == _WINDOWS_REMOTE:
        return "smb"
    name = ctypes.create_unicode_buffer(64)
    known = kernel.GetVolumeInformationW(drive, None, 0, None, None, None, name, len(name))
    return name.value.lower() if known else ""
