"""Nothing but the one driver touches the live file, and the key of it goes nowhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

SCRIPT = """
import json, sys
from datetime import UTC, date, datetime
from pathlib import Path

folder = Path(sys.argv[1])
live = folder / "live.office"
touched = []

def hook(event, args):
    if event in ("open", "os.rename", "os.remove", "shutil.copyfile", "os.truncate"):
        if any(str(live) == str(one) for one in args if isinstance(one, (str, Path))):
            where = sys._getframe(1)
            while where and "coordinator_app" not in where.f_code.co_filename:
                where = where.f_back
            name = f"{Path(where.f_code.co_filename).stem}.{where.f_code.co_name}" if where else "?"
            touched.append([event, name])
    if event == "import" and args[0] in ("sqlite3", "_sqlite3", "PySide6.QtSql"):
        touched.append(["import", args[0]])

from coordinator_app.domain.letters import LetterKind
from coordinator_app.domain.people import PersonDraft
from coordinator_app.services.desk import make_office, open_desk
from coordinator_app.services.office import OfficeDraft

sys.addaudithook(hook)
clock = lambda: datetime(2026, 2, 20, tzinfo=UTC)
office = OfficeDraft("Canary Association", "CANARY", "Canary Coordinator")
desk = make_office(live, office, clock=clock, passphrase="kiawe-canary")
desk.applications.log(PersonDraft("Canary Person"), "IFA", date(2026, 1, 5))
desk.letters.issue(LetterKind.WITHDRAWN, 1)
desk.checks.report()
desk.back_up(folder / "copy.office")
desk.close()
desk = open_desk(live, clock=clock, passphrase="kiawe-canary")
key = desk._file.key.hex()
shown = " ".join((repr(desk), repr(desk._file), repr(desk.people), str(vars(desk))))
desk.close()
print(json.dumps([touched, sorted(m for m in ("sqlite3", "_sqlite3", "PySide6") if m in sys.modules),
                  key in shown or "kiawe-canary" in shown, sorted(p.name for p in folder.iterdir())]))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[object], Path]:
    """What a run of the program did with its file, seen by Python's audit hook."""
    folder = tmp_path_factory.mktemp("live")
    command = [sys.executable, "-c", SCRIPT, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stderr == ""
    return json.loads(ran.stdout), folder


def test_the_live_file_is_opened_only_to_be_made_and_to_read_its_salt(
    told: tuple[list[object], Path],
) -> None:
    assert told[0][0] == [["open", "engine.create_private"], ["open", "keying.read_salt"]]


def test_nobody_imports_the_standard_librarys_sqlite(told: tuple[list[object], Path]) -> None:
    assert told[0][1] == []


def test_no_key_and_no_passphrase_is_shown(told: tuple[list[object], Path]) -> None:
    assert told[0][2] is False


def test_no_file_holds_a_name_or_a_passphrase_in_the_clear(told: tuple[list[object], Path]) -> None:
    found, folder = told
    assert found[3] == ["copy.office", "live.office"]
    for file in folder.iterdir():
        whole = file.read_bytes().lower()
        assert b"canary" not in whole
        assert b"kiawe" not in whole
        assert b"sqlite format" not in whole


def test_no_source_of_ours_names_a_file_without_a_key() -> None:
    said = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "coordinator_app").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "sqlcipher_export" in line or "KEY ''" in line or "ATTACH" in line
    ]
    assert said == []
