"""What the built program is made of: everything it reads, nothing it must not hold."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import cast

import pytest

import coordinator_app
from coordinator_app.runtime import paths
from coordinator_app.runtime.floors import FLOORS, SQLITE, below_floor, installed_version
from coordinator_app.runtime.sentences import part_names
from tests.packaging import try_built

HERE = Path(__file__).resolve().parents[2]
SPEC = (HERE / "build.spec").read_text(encoding="utf-8")


def declared(name: str) -> object:
    """The value of a name in the recipe, where it is written out there."""
    for node in ast.parse(SPEC).body:
        match node:
            case ast.Assign([ast.Name(found)], value) if found == name:
                return ast.literal_eval(value)
            case _:
                continue
    raise AssertionError(name)


def datas() -> list[tuple[str, str]]:
    return cast("list[tuple[str, str]]", declared("DATAS"))


def is_shipped(path: Path) -> bool:
    """Whether a file of the project is in the build, at the place it has in the project."""
    name = path.relative_to(HERE).as_posix()
    return any(name == source or name.startswith(f"{source}/") for source, _ in datas())


def test_everything_in_resources_and_db_is_shipped() -> None:
    """But the script that writes the schema, which only developers run."""
    found = [
        path
        for folder in ("resources", "db")
        for path in (HERE / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    left = {path.relative_to(HERE).as_posix() for path in found if not is_shipped(path)}
    assert left == {"db/write_schema.py"}


def test_every_place_is_the_same_in_the_build() -> None:
    for source, to in datas():
        assert (HERE / source).exists()
        assert to in (source, Path(source).parent.as_posix())


def test_the_built_program_looks_where_the_recipe_puts_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    places = (
        paths.fonts_folder(),
        paths.policies_folder(),
        paths.letters_folder(),
        paths.migrations_folder(),
        paths.handbook_folder(),
        paths.old_office(),
    )
    put = [to for _, to in datas()]
    for place in places:
        inside = place.relative_to(tmp_path).as_posix()
        assert any(inside.startswith(to) for to in put), inside


def test_the_recipe_repeats_no_version() -> None:
    assert coordinator_app.__version__ not in SPEC


def test_modules_found_by_their_names_are_collected() -> None:
    assert 'collect_submodules("coordinator_app")' in SPEC
    assert all(name.startswith("coordinator_app.") for name in part_names())


def test_the_build_lock_is_the_run_lock_and_the_builder() -> None:
    run, build = (pinned(name) for name in ("run", "build"))
    assert run <= build
    assert {line.split("==")[0] for line in build - run} == {
        "altgraph",
        "macholib",
        "pefile",
        "pyinstaller",
        "pyinstaller-hooks-contrib",
        "pywin32-ctypes",
        "setuptools",
    }


def pinned(lock: str) -> set[str]:
    lines = (HERE / "requirements" / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    return {line for line in lines if "==" in line}


def test_what_is_installed_is_not_below_its_floor() -> None:
    found = {floor.package: installed_version(floor.package) for floor in FLOORS}
    del found[SQLITE]
    assert below_floor(found) == ()
    assert found["reportlab"] == version("reportlab")


ASK = """
import json, sys
from coordinator_app import app, __main__
from coordinator_app.cli import main
from coordinator_app.documents import hostile
app.started()
print(json.dumps(sorted(sys.modules)))
"""
NEVER = ("sqlite3", "_sqlite3", "tkinter", "PySide6.QtSql", "PySide6.QtNetwork", "PySide6.QtQml")


def test_the_program_imports_no_other_database_no_network_and_no_web_page() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=HERE, capture_output=True, text=True, check=True
    )
    modules: list[str] = json.loads(done.stdout)
    assert not set(modules).intersection(NEVER)
    assert not [name for name in modules if "WebEngine" in name or name.startswith("PySide6.QtQ")]


def test_what_must_not_be_in_a_build_is_found() -> None:
    good = [
        "_internal/sqlcipher3/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "_internal/PySide6/Qt/lib/libQt6Network.so.6",
        "_internal/PySide6/QtWidgets.abi3.so",
    ]
    bad = [
        "_internal/PySide6/QtNetwork.abi3.so",
        "_internal/PySide6/QtSql.abi3.so",
        "_internal/PySide6/Qt/lib/libQt6Quick.so.6",
        "_internal/python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "_internal/tkinter/__init__.py",
    ]
    assert try_built.unwanted([*good, *bad]) == bad


def test_a_build_that_warns_in_its_log_is_found() -> None:
    said = "2026 WARNING qt This plugin does not support raise()\n2026 ERROR x broken\n2026 INFO y"
    assert try_built.amiss(said) == ["2026 ERROR x broken"]


def test_a_build_that_does_not_start_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = tmp_path / "built"
    built.mkdir()
    program = built / "coordinator"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    assert try_built.main([str(built)]) == 1
    assert capsys.readouterr().err.startswith("The built program fails: policy list: ")
