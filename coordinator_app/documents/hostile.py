"""Reading files from outside: in a child process with limits, so that a bad file harms nothing.

The parent calls `read_workbook`; the child is this program again with `--read FILE`, dispatched
before any window library is imported, and runs `main`.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

import coordinator_app
from coordinator_app.documents.workbook_json import refusal_in, workbook_from
from coordinator_app.documents.workbook_reader import MAX_BYTES, Limited, lines_of
from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.domain.imports_sheets import RawWorkbook

WALL_SECONDS = 30.0
CPU_SECONDS = 10
MEMORY = 512 * 1024 * 1024
_LOOK_EVERY = 0.2
_REFUSED = 3
_MEMORY_CODE = 4
# A child that a limit ended: SIGKILL, SIGXCPU (by number: Windows has no such names).
_KILLED = (-9, -24)


def read_workbook(path: Path, *, program: Sequence[str] | None = None) -> RawWorkbook:
    """Read an XLSX or CSV file in a child process and give back every cell as it stands.

    `program` is another command for the child; without it the built program starts itself, and
    from source this Python runs the package. Limits: 20 MB, 200 MB unpacked, 50,000 rows, 200 columns, 10 s of
    processor, 30 s by the clock, 512 MB of memory. Raises BadInput("import....") that names the
    file, its format and the remedy, and MachineTrouble("import.cannot_open") where the file may
    not be read.
    """
    _look_first(path)
    output, code = _run([*_command(program), "--read", str(path.resolve())], path.name)
    refused = refusal_in(output) if code == _REFUSED else None
    if refused:
        raise BadInput(refused.code, **{**refused.facts, "file": path.name})
    if code in (_MEMORY_CODE, *_KILLED):
        raise BadInput("import.too_much", file=path.name)
    if code != 0:
        raise BadInput("import.damaged", file=path.name)
    return workbook_from(output, path.name)


def _look_first(path: Path) -> None:
    """What needs no child: whether the file is there, and not too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.read(1)
    except (FileNotFoundError, NotADirectoryError):
        raise BadInput("import.no_such_file", file=str(path)) from None
    except IsADirectoryError:
        raise BadInput("import.is_a_folder", file=str(path)) from None
    except OSError as trouble:
        raise MachineTrouble("import.cannot_open", file=str(path), reason=str(trouble)) from None
    if size > MAX_BYTES:
        raise BadInput("import.too_large", file=path.name, size=size, most=MAX_BYTES)


def _command(program: Sequence[str] | None) -> list[str]:
    if program:
        return list(program)
    frozen = bool(getattr(sys, "frozen", False))
    return [sys.executable] if frozen else [sys.executable, "-m", "coordinator_app"]


def _run(command: list[str], name: str) -> tuple[bytes, int]:
    """Output and exit code. The child starts in the program's own folder: nothing of the user's
    folder can be imported by mistake."""
    home = Path(coordinator_app.__file__).resolve().parents[1]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=home if home.is_dir() else None,
    ) as child:
        try:
            return _watched(child, name), child.returncode
        finally:
            child.kill()


def _watched(child: subprocess.Popen[bytes], name: str) -> bytes:
    """Wait for the child; end it when it takes too long or too much memory."""
    until = time.monotonic() + WALL_SECONDS
    while True:
        try:
            return child.communicate(timeout=_LOOK_EVERY)[0]
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise BadInput("import.too_slow", file=name, seconds=int(WALL_SECONDS)) from None
            if memory_of(child.pid) > MEMORY:
                raise BadInput("import.too_much", file=name) from None


def memory_of(pid: int) -> int:
    """Bytes of memory a process holds now; 0 where the system does not say."""
    if sys.platform == "linux":
        return _memory_from_proc(pid)
    return _memory_from_windows(pid) if sys.platform == "win32" else _memory_from_ps(pid)


def _memory_from_proc(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(sizes[0]) * 1024 if sizes else 0


def _memory_from_ps(pid: int) -> int:
    asked = subprocess.run(
        ["/bin/ps", "-o", "rss=", "-p", str(pid)], capture_output=True, check=False, text=True
    )
    return int(asked.stdout.strip() or 0) * 1024 if asked.stdout.strip().isdigit() else 0


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows process status interface."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("page_fault_count", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("quota_peak_paged", ctypes.c_size_t),
        ("quota_paged", ctypes.c_size_t),
        ("quota_peak_non_paged", ctypes.c_size_t),
        ("quota_non_paged", ctypes.c_size_t),
        ("page_file", ctypes.c_size_t),
        ("peak_page_file", ctypes.c_size_t),
    )


def _memory_from_windows(pid: int) -> int:
    kernel: ctypes.CDLL = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    found = kernel.K32GetProcessMemoryInfo(
        ctypes.c_void_p(handle), ctypes.byref(counters), counters.cb
    )
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return int(counters.working_set) if found else 0


def main(argv: Sequence[str]) -> int:
    """The child: read the file named, print it as JSON lines, return the exit code.

    0 read, 2 wrong usage, 3 refused (the last line says why), 4 out of memory.
    """
    if len(argv) != 1:
        sys.stderr.write("usage: --read FILE\n")
        return 2
    _limit_child()
    # By its number: a windowed program on Windows has no sys.stdout, though the pipe is there.
    with os.fdopen(1, "w", encoding="ascii", closefd=False) as output:
        return _print(Path(argv[0]), output)


def _print(path: Path, output: TextIO) -> int:
    """JSON lines in ASCII, whatever the computer's locale; the exit code."""
    try:
        for line in lines_of(path):
            output.write(_json(line))
    except Limited as refused:
        output.write(_json({"refused": refused.code, "facts": refused.facts}))
        return _REFUSED
    except OSError as trouble:  # gone, or locked, since the parent looked
        facts = {"reason": trouble.strerror or type(trouble).__name__}
        output.write(_json({"refused": "import.cannot_open", "facts": facts}))
        return _REFUSED
    except MemoryError:
        return _MEMORY_CODE
    return 0


def _json(line: object) -> str:
    return json.dumps(line, ensure_ascii=True, separators=(",", ":")) + "\n"


def _limit_child() -> None:
    """Processor time and memory, where the system keeps such limits (Linux; others are watched)."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - exists only on Unix

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
