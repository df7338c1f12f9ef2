"""The one door for commands: `python3 dev.py run`, `test`, `check` and the rest.

Needs Python 3.11 to 3.14 and nothing else: it makes `.venv`, installs what the locks in
`requirements/` name, and the program itself. It is written so that an older Python 3 still reads
it and gets a sentence instead of a syntax error; so annotations are quoted and nothing newer than
3.6 stands in it.
"""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WINDOWS = sys.platform == "win32"
PROGRAMS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = PROGRAMS / ("python.exe" if WINDOWS else "python")
COORDINATOR = PROGRAMS / ("coordinator.exe" if WINDOWS else "coordinator")
OLDEST, NEWEST = (3, 11), (3, 14)
LIBRARIES = "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
WINDOW_LIBRARIES = (
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xinerama0 libxkbcommon-x11-0 libwayland-cursor0 libwayland-egl1"
)

CHECKS = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("basedpyright", "--pythonpath", str(PYTHON))),
    ("import contracts", ("lint-imports",)),
    ("dependencies", ("deptry", ".")),
)

LOCKED = ("--require-hashes", "--only-binary", ":all:", "-r")
HANDBOOK_PICTURES = HERE / "resources" / "help" / "pictures"
FEWER_COLOURS = """
import sys
from PIL import Image
for path in sys.argv[1:]:
    picture = Image.open(path).convert("RGB")
    picture = picture.quantize(256, Image.Quantize.MAXCOVERAGE, 1, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)
"""

# Fields of a record are read by name elsewhere; a function nobody calls is dead.
DEAD = ("unused function", "unused method", "unused class", "unused property", "unused import")


class Trouble(Exception):
    """Something the reader can put right: one sentence with the remedy."""


def main(words: "list[str]") -> int:
    """Run one command; a trouble becomes one sentence on standard error and exit code 1."""
    name = words[0] if words else ""
    if name not in COMMANDS:
        sys.stderr.write(usage())
        return 0 if name in ("-h", "--help") else 2
    try:
        refuse_other_pythons(sys.version_info[:2])
        return COMMANDS[name](words[1:])
    except Trouble as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def usage() -> str:
    lines = [f"  {name:9} {(act.__doc__ or '').splitlines()[0]}" for name, act in COMMANDS.items()]
    return "usage: python3 dev.py COMMAND\n\n" + "\n".join(lines) + "\n"


# --- setting up -------------------------------------------------------------------------------


def refuse_other_pythons(version: "tuple[int, ...]") -> None:
    """Raise Trouble unless this Python is one the locks are made for."""
    if OLDEST <= tuple(version) <= NEWEST:
        return
    raise Trouble(
        "This is Python {}.{}; the program needs Python 3.11, 3.12, 3.13 or 3.14: {}".format(
            *version, python_remedy()
        )
    )


def python_remedy() -> str:
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        if works([f"python3.{minor}", "-c", ""]):
            return f"run this command again with python3.{minor}, which is on this computer."
    return "install one of them (python.org, or your system's packages) and run this command again."


def set_up(lock: str) -> None:
    """Make `.venv` hold the packages of `requirements/<lock>.txt` and the program; once a lock."""
    if not works([str(PYTHON), "-c", "import pip"]):
        make_environment()
    wanted = fingerprint(lock)
    if lock not in made(wanted):
        install(lock)
        remember(lock, wanted)
    refuse_missing_libraries()


def make_environment(folder: Path = VENV) -> None:
    say(f"Making {folder.name} ...")
    done = run_quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    if done.returncode:
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        raise Trouble(
            f"The folder {folder.name} could not be made: {last_line(done.stdout)} "
            f"On Debian or Ubuntu install {package} (apt-get install {package}), then run this again."
        )


def fingerprint(lock: str) -> str:
    """What the environment was made from: the lock, the project's declaration, the place."""
    seen = hashlib.sha256(str(HERE).encode())
    for path in (HERE / "requirements" / f"{lock}.txt", HERE / "pyproject.toml"):
        seen.update(path.read_bytes())
    return seen.hexdigest()


def made(wanted: str) -> "list[str]":
    """The locks that are already installed as they are now; the larger one holds the smaller."""
    try:
        noted = json.loads((VENV / "made.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    if noted.get("develop") == fingerprint("develop"):
        return ["develop", "run"]
    return [name for name, value in noted.items() if value == wanted]


def remember(lock: str, wanted: str) -> None:
    (VENV / "made.json").write_text(json.dumps({lock: wanted}) + "\n", encoding="utf-8")


def install(lock: str) -> None:
    say(f"Installing the packages of requirements/{lock}.txt (a few minutes the first time) ...")
    pip("install", *LOCKED, f"requirements/{lock}.txt")
    pip("install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")


def pip(*words: str, python: Path = PYTHON) -> None:
    call = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check", "--retries", "2"]
    done = run_quietly([*call, *words])
    if done.returncode:
        log = python.parents[1] / "install.log"
        log.write_text(done.stdout, encoding="utf-8")
        raise Trouble(f"{install_remedy(done.stdout)} (what pip said is in {log})")


def install_remedy(said: str) -> str:
    """The sentence for what pip printed when it failed."""
    if "No space left" in said:
        return "The disk is full: free about 1 GB and run this command again."
    if "DO NOT MATCH THE HASHES" in said:
        return (
            "A downloaded package is not the one the lock names, so nothing of it was installed: "
            "run this again, and if it stays so, do not use the network you are on."
        )
    if "No matching distribution" in said and "onnection" not in said:
        return (
            f"A package has no build for this computer ({platform.system()} {platform.machine()}, "
            "Python {}.{}): use a 64-bit Python 3.11 to 3.14.".format(*sys.version_info[:2])
        )
    return (
        "The packages could not be fetched: connect to the internet (or set pip up for your "
        "package index) and run this command again."
    )


def refuse_missing_libraries() -> None:
    """Raise Trouble when Qt cannot start for want of a library of the system."""
    done = run_quietly([str(PYTHON), "-c", "import PySide6.QtWidgets, PySide6.QtPdfWidgets"])
    if done.returncode:
        raise Trouble(
            f"A system library is missing ({last_line(done.stdout)}): on Debian or Ubuntu run "
            f"`apt-get install {LIBRARIES}` (on Fedora `dnf install libglvnd-egl libglvnd-glx "
            "libxkbcommon dbus-libs fontconfig glib2`), then run this command again."
        )


# --- the commands -----------------------------------------------------------------------------


def run(words: "list[str]") -> int:
    """open the practice office (without a screen: play a month of it into a folder)"""
    set_up("run")
    if has_screen():
        return open_practice(words)
    out = HERE / "build" / "month"
    shutil.rmtree(str(out), ignore_errors=True)
    say(f"There is no screen here, so a month is played without a window, into {out}.")
    return call([str(COORDINATOR), "month", "--out", str(out)])


def has_screen() -> bool:
    """Whether a window can be opened. Raises Trouble where only a library is missing for it."""
    if WINDOWS or sys.platform == "darwin":
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    ask = "from PySide6.QtWidgets import QApplication; QApplication([])"
    done = run_quietly([str(PYTHON), "-c", ask])
    if done.returncode and "could not connect to display" not in done.stdout:
        raise Trouble(
            "A window cannot be opened for want of a system library: on Debian or Ubuntu run "
            f"`apt-get install {WINDOW_LIBRARIES}`, then run this command again."
        )
    return done.returncode == 0


def open_practice(words: "list[str]") -> int:
    file = practice_file()
    if not file.exists():
        say(f"Making the practice office in {file} ...")
        file.parent.mkdir(parents=True, exist_ok=True)
        failed = call([str(COORDINATOR), "practice", str(file)])
        if failed:
            return failed
    return call([str(COORDINATOR), "--file", str(file), *words])


def practice_file() -> Path:
    ask = "from coordinator_app.runtime.paths import Paths; print(Paths.of_user().practice)"
    return Path(run_quietly([str(PYTHON), "-c", ask]).stdout.strip())


def test(words: "list[str]") -> int:
    """run the whole test suite (words after it go to pytest)"""
    set_up("develop")
    spread = () if any(word.startswith("-n") for word in words) else ("-n", "auto")
    return call([str(PYTHON), "-m", "pytest", *spread, *words])


def check(_words: "list[str]") -> int:
    """format, lint, types, import contracts, dead code, undeclared dependencies"""
    set_up("develop")
    failed = [name for name, words in CHECKS if not passes(name, words)]
    failed += [] if no_dead_code() else ["dead code"]
    say("check: " + (f"failed: {', '.join(failed)}" if failed else "all clean"))
    return 1 if failed else 0


def passes(name: str, words: "tuple[str, ...]") -> bool:
    say(f"--- {name}: {' '.join(words[:3])}")
    return call([str(PROGRAMS / words[0]), *words[1:]]) == 0


def no_dead_code() -> bool:
    say("--- dead code: vulture")
    said = run_quietly([str(PROGRAMS / "vulture")]).stdout.splitlines()
    dead = [line for line in said if any(kind in line for kind in DEAD)]
    say("\n".join(dead) or "none")
    return not dead


def pictures(_words: "list[str]") -> int:
    """draw every screen into build/pictures, and the handbook's pictures anew"""
    set_up("run")
    out = HERE / "build" / "pictures"
    themes = ("light", "dark")
    say(f"Pictures go to {out} and {HANDBOOK_PICTURES}.")
    failed = max(draw(out / theme, "--theme", theme) for theme in themes)
    return failed or draw_handbook()


def draw(out: Path, *words: str) -> int:
    return call([str(COORDINATOR), "screens", "--out", str(out), *words])


def draw_handbook() -> int:
    """The same day in each, so that a picture only changes when its screen does; few colours."""
    failed = draw(HANDBOOK_PICTURES, "--size", "1100x700", "--as-of", "2026-02-20")
    drawn = [str(path) for path in sorted(HANDBOOK_PICTURES.glob("*.png"))]
    return failed or call([str(PYTHON), "-c", FEWER_COLOURS, *drawn])


def build(_words: "list[str]") -> int:
    """make the built program in dist/, from a clean environment, and try it"""
    python, dist = build_environment(), HERE / "dist"
    shutil.rmtree(str(dist), ignore_errors=True)
    say(f"Building into {dist} (some minutes) ...")
    words = "-m PyInstaller --noconfirm --log-level ERROR --workpath build/pyinstaller build.spec"
    return call([str(python), *words.split()]) or call(
        [str(python), "tests/packaging/try_built.py", str(dist / "endorsement-coordinator")]
    )


def bench(words: "list[str]") -> int:
    """measure at 60 and 100,000 people, beside the floors (--quick: 60 only)"""
    set_up("develop")
    environment = {"QT_QPA_PLATFORM": "offscreen"}
    environment.update(os.environ)
    return call([str(PYTHON), "-m", "tests.benchmarks.bench", *words], environment)


def build_environment() -> Path:
    """The Python of `.venv-build`, which holds the build lock and nothing else: what is installed
    besides would get into the program."""
    folder = HERE / ".venv-build"
    python, noted = folder / PROGRAMS.name / PYTHON.name, folder / "made.txt"
    wanted = (HERE / "requirements" / "build.txt").read_text(encoding="utf-8")
    if not noted.exists() or noted.read_text(encoding="utf-8") != wanted:
        make_environment(folder)
        say("Installing the packages of requirements/build.txt ...")
        pip("install", *LOCKED, "requirements/build.txt", python=python)
        noted.write_text(wanted, encoding="utf-8")
    return python


def schema(_words: "list[str]") -> int:
    """write db/schema.sql anew from the migrations"""
    set_up("develop")
    return call([str(PYTHON), str(HERE / "db" / "write_schema.py")])


def lock(_words: "list[str]") -> int:
    """resolve the packages anew and write the locks (needs uv)"""
    uv = shutil.which("uv")
    if not uv:
        raise Trouble("This needs uv: install it (pip install uv) and run this command again.")
    words = "pip compile --no-config --universal --generate-hashes --no-header --no-annotate --upgrade -q"
    base = [uv, *words.split(), "--python-version", "3.11", "pyproject.toml", "--group", "build"]
    develop, run, build = (f"requirements/{name}.txt" for name in ("develop", "run", "build"))
    return (
        call([*base, "--group", "develop", "-o", develop], plain_environment())
        or call([*base, "-c", develop, "-o", run], plain_environment())
        or call([*base, "--group", "package", "-c", develop, "-o", build], plain_environment())
    )


def plain_environment() -> "dict[str, str]":
    """The environment without this machine's package settings, so that none gets into a lock."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PIP_", "UV_")) or name in ("UV_CACHE_DIR", "PIP_CERT")
    }


# --- small words ------------------------------------------------------------------------------


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def call(words: "list[str]", environment: "dict[str, str] | None" = None) -> int:
    """Run with our own input and output, from the project's folder."""
    return subprocess.call(words, cwd=str(HERE), env=environment)


def run_quietly(words: "list[str]") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        words,
        cwd=str(HERE),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        check=False,
    )


def works(words: "list[str]") -> bool:
    try:
        return run_quietly(words).returncode == 0
    except OSError:
        return False


def last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1] if lines else "nothing was said"


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "pictures": pictures,
    "bench": bench,
    "build": build,
    "schema": schema,
    "lock": lock,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
