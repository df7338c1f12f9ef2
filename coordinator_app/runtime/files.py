"""Writing a file so that it is whole or not there."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from coordinator_app.domain.errors import MachineTrouble

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_beside(path: Path, content: bytes) -> None:
    """Put `content` at `path`, for the owner only; a reader sees the old bytes or the new, never half.

    Written beside under another name, brought to the disk, then put in its place. The folder must
    be there. Raises MachineTrouble: "file.in_use", "file.no_room" or "file.not_written"; the old
    file is then as it was.
    """
    try:
        _write_and_replace(path, content)
    except OSError as trouble:
        raise trouble_of(path, trouble) from trouble


def trouble_of(path: Path, trouble: OSError) -> MachineTrouble:
    """What to say when the system refuses to write `path`."""
    if isinstance(trouble, PermissionError):
        return MachineTrouble("file.in_use", path=str(path))
    if trouble.errno in _NO_ROOM:
        return MachineTrouble("file.no_room", path=str(path))
    reason = trouble.strerror or type(trouble).__name__
    return MachineTrouble("file.not_written", path=str(path), reason=reason)


def _write_and_replace(path: Path, content: bytes) -> None:
    # mkstemp makes it readable and writable by the owner only.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Bring the folder's own entry to the disk, where the system can (not on Windows)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return  # some file systems refuse it for folders; the file itself is safe
    finally:
        os.close(handle)
