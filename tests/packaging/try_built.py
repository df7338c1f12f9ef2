"""Try the built program as it comes to somebody: `python try_built.py dist/endorsement-coordinator`.

From a copy that may not be written to, with an empty home whose name is not ASCII, in a folder with
modules of the program's names, without this project's Python. Needs the standard library only.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

# A build that suddenly holds much more has collected something it should not (Linux, 64-bit).
# It holds 331 MB; HiGHS and the numpy it cannot do without are 50 of them.
LARGEST_MB = 345
UNWANTED = re.compile(
    r"QtSql|QtWebEngine|Qt6?Qml|Qt6?Quick|PySide6/QtNetwork|tkinter|PyInstaller/|pytest|"
    r"lib-dynload/_sqlite3|/tests/"
)
DISTURBING = ("sqlite3", "PySide6", "coordinator_app", "json")
SECONDS = 8.0


class Failed(Exception):
    """What the built program did not do, in a sentence."""


def main(words: list[str]) -> int:
    """Try everything on the folder named; 1 with a sentence at the first that fails."""
    if len(words) != 1:
        sys.stderr.write("usage: try_built.py FOLDER\n")
        return 2
    try:
        with tempfile.TemporaryDirectory(prefix="coordinator-built-") as folder:
            Trial(Path(words[0]).resolve(), Path(folder)).all()
    except Failed as failed:
        sys.stderr.write(f"The built program fails: {failed}\n")
        return 1
    return 0


def unwanted(names: Iterable[str]) -> list[str]:
    """The files of a build that should not be in it."""
    return [name for name in names if UNWANTED.search(name)]


def size_mb(folder: Path) -> float:
    """Megabytes (10^6 bytes) of all files."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def amiss(log: str) -> list[str]:
    """The lines that warn; without a screen Qt says of some things that its plugin has them not."""
    found = re.findall(r".*(?:WARNING|ERROR|CRITICAL).*", log)
    return [line for line in found if "This plugin does not support" not in line]


def expect(holds: bool, sentence: str) -> None:
    if not holds:
        raise Failed(sentence)


class Trial:
    """The copy under trial, its home and the folder it is started in."""

    def __init__(self, built: Path, room: Path) -> None:
        self.built, self.room = built, room
        self.copy = room / "nur lesen"
        self.home, self.elsewhere = room / "ʻohana", room / "elsewhere"
        ending = ".exe" if sys.platform == "win32" else ""
        self.program = self.copy / f"coordinator{ending}"

    def all(self) -> None:
        self.prepare()
        before = self.seen()
        for name, act in self.trials().items():
            began = time.monotonic()
            act()
            say(f"{name}: well ({time.monotonic() - began:.1f} s)")
        expect(self.seen() == before, "it writes into its own folder")
        self.let_go()
        say(f"{self.built}: {size_mb(self.built):.0f} MB")

    def trials(self) -> dict[str, Callable[[], None]]:
        return {
            "what is in it": self.contents,
            "a command": self.command,
            "the child that reads files": self.reading,
            "the window": self.window,
            "the self-test": self.self_test,
        }

    def prepare(self) -> None:
        shutil.copytree(self.built, self.copy, symlinks=True)
        self.home.mkdir()
        self.elsewhere.mkdir()
        for name in DISTURBING:
            spoiled = "raise SystemExit('a module beside the work was imported')\n"
            (self.elsewhere / f"{name}.py").write_text(spoiled, encoding="utf-8")
        self.allow(0o555)

    def let_go(self) -> None:
        self.allow(0o755)

    def allow(self, mode: int) -> None:
        """Folders may be written to or not; the files in them stay as they are."""
        for path in (self.copy, *self.copy.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                path.chmod(mode)

    def seen(self) -> set[tuple[str, int, int]]:
        """Every file with its size and time: an administrator may write where nobody else may."""
        files = (path for path in self.copy.rglob("*") if path.is_file())
        return {(str(one), one.stat().st_size, one.stat().st_mtime_ns) for one in files}

    def environment(self) -> dict[str, str]:
        """Nothing of ours: no Python's words, no screen, a home with nothing in it."""
        kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "DBUS_SESSION_BUS_ADDRESS")
        found = {name: value for name, value in os.environ.items() if name.upper() in kept}
        homes = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")
        return found | dict.fromkeys(homes, str(self.home)) | {"LC_ALL": "C.UTF-8"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self.program), *words],
            cwd=self.elsewhere,
            env=self.environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )

    # What is tried

    def contents(self) -> None:
        names = [path.relative_to(self.built).as_posix() for path in self.built.rglob("*")]
        found = unwanted(names)
        expect(not found, f"it holds what it does not need: {found[:5]}")
        large = sys.platform == "linux" and size_mb(self.built) > LARGEST_MB
        expect(not large, f"it has {size_mb(self.built):.0f} MB, more than {LARGEST_MB}: see why")

    def command(self) -> None:
        done = self.run("policy", "list")
        expect(done.returncode == 0 and "aimh" in done.stdout.lower(), f"policy list: {done}")

    def reading(self) -> None:
        table = self.room / "people.csv"
        table.write_text("Name,Category\nKēhaulani,IFS\n", encoding="utf-8")
        done = self.run("--read", str(table))
        expect(done.returncode == 0 and '"sheet"' in done.stdout, f"--read: {done}")

    def window(self) -> None:
        """It stays open, and its log tells of nothing amiss."""
        with subprocess.Popen(
            [str(self.program)], cwd=self.elsewhere, env=self.environment(), stderr=subprocess.PIPE
        ) as child:
            try:
                _, said = child.communicate(timeout=SECONDS)
                raise Failed(f"the window closed by itself: {said.decode(errors='replace')}")
            except subprocess.TimeoutExpired:
                child.terminate()
        logs = list(self.home.rglob("coordinator.log"))
        expect(len(logs) == 1, f"no log in the home: {logs}")
        expect(not (wrong := amiss(logs[0].read_text(encoding="utf-8"))), f"the log says: {wrong}")

    def self_test(self) -> None:
        done = self.run("self-test")
        say(done.stderr.rstrip())
        expect(done.returncode == 0, done.stdout)


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
