"""The file: made for its owner, keyed by its own salt, opened by its passphrase, refused untouched."""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import text

from coordinator_app.domain.errors import BadInput, MachineTrouble, Refusal
from coordinator_app.persistence import file, keying, migrate
from coordinator_app.persistence.engine import APPLICATION_ID, close_engine, open_engine
from coordinator_app.persistence.file import OfficeFile
from tests.helpers.files import a_file, add_person, noon

PASSPHRASES = ("kūlana ʻāina", " leading blank", 'it\'s "quoted"', "🌺🌊", "x" * 200)


def refused(path: Path, passphrase: str | None = None) -> Refusal:
    """Why the file is not opened; it must not be changed by trying."""
    before = path.read_bytes()
    with pytest.raises(Refusal) as raised:
        file.open_file(path, now=noon, passphrase=passphrase).close()
    assert path.read_bytes() == before, "a refused file was changed"
    return raised.value


def sealed(path: Path, passphrase: str) -> Path:
    file.create(path, now=noon, passphrase=passphrase).close()
    return path


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    file.create(tmp_path / "new.office", now=noon).close()
    assert stat.S_IMODE((tmp_path / "new.office").stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["new.office"]


def test_the_header_of_a_file_is_the_salt_of_its_key(tmp_path: Path) -> None:
    sealed(tmp_path / "new.office", "kūlana")
    salt = (tmp_path / "new.office").read_bytes()[: keying.SALT_BYTES]
    engine = open_engine(tmp_path / "new.office", keying.passphrase_key("kūlana", salt), salt)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM mark")).scalar_one() == 3
    close_engine(engine, tmp_path / "new.office")


def test_two_new_files_have_nothing_in_common(tmp_path: Path) -> None:
    pages: list[set[bytes]] = []
    for name in ("one.office", "two.office"):
        sealed(tmp_path / name, "the same")
        whole = (tmp_path / name).read_bytes()
        pages.append({whole[at : at + 16] for at in range(0, len(whole), 16)})
    assert not pages[0] & pages[1]


def test_nothing_in_a_file_can_be_read_without_its_key(tmp_path: Path) -> None:
    opened = a_file(tmp_path)
    add_person(opened.store, "Canary Kahananui", emails=("canary@example.org",))
    opened.close()
    whole = opened.path.read_bytes().lower()
    assert not [word for word in (b"canary", b"kahananui", b"sqlite", b"journal") if word in whole]


def test_a_file_that_is_there_is_not_made_again(opened: OfficeFile) -> None:
    opened.close()
    before = opened.path.read_bytes()
    with pytest.raises(BadInput, match=r"^file\.exists$"):
        file.create(opened.path, now=noon)
    assert opened.path.read_bytes() == before


def test_a_file_in_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(MachineTrouble, match=r"^file\.cannot_make$"):
        file.create(tmp_path / "no" / "such.office", now=noon)


def test_a_file_without_a_passphrase_opens_without_one_and_is_not_called_protected(
    opened: OfficeFile,
) -> None:
    assert not opened.protected


@pytest.mark.parametrize("passphrase", PASSPHRASES)
def test_a_file_opens_with_its_passphrase_and_no_other(tmp_path: Path, passphrase: str) -> None:
    path = sealed(tmp_path / "new.office", passphrase)
    opened = file.open_file(path, now=noon, passphrase=passphrase)
    assert opened.protected
    opened.close()
    assert refused(path, passphrase.strip() + "!").code == "file.wrong_passphrase"


def test_a_passphrase_is_asked_for(tmp_path: Path) -> None:
    assert refused(sealed(tmp_path / "new.office", "kūlana")).code == "file.passphrase_needed"


def test_an_empty_passphrase_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"^file\.passphrase_empty$"):
        file.create(tmp_path / "new.office", now=noon, passphrase="")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("made", "typed"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_a_passphrase_is_the_same_however_its_marks_are_typed(
    tmp_path: Path, made: str, typed: str
) -> None:
    words = "kūlana ō Älo"
    normal = unicodedata.normalize
    path = sealed(tmp_path / "new.office", normal(made, words))  # pyright: ignore[reportArgumentType]
    opened = file.open_file(path, now=noon, passphrase=normal(typed, words))  # pyright: ignore[reportArgumentType]
    opened.close()


@pytest.mark.parametrize(
    "name",
    ["a#b.office", "a?mode=ro.office", "100%25.office", "two words.office", "Kalaniʻōpuʻu.office",
     "file:x.office", "'quoted\".office", f"{'l' * 240}.office"],
)  # fmt: skip
def test_a_path_is_a_name_and_nothing_else(tmp_path: Path, name: str) -> None:
    file.create(tmp_path / name, now=noon).close()
    opened = file.open_file(tmp_path / name, now=noon)
    add_person(opened.store)
    opened.close()
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_file_that_is_not_there_is_not_made_by_opening(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"^file\.not_there$"):
        file.open_file(tmp_path / "none.office", now=noon)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"^file\.unreadable$"):
        file.open_file(tmp_path, now=noon)


def test_an_open_file_is_not_opened_twice_by_one_program(opened: OfficeFile) -> None:
    with pytest.raises(MachineTrouble, match=r"^file\.already_open$"):
        file.open_file(opened.path, now=noon)
    add_person(opened.store)


def test_a_file_from_a_newer_version_is_refused_and_stays_as_it_was(opened: OfficeFile) -> None:
    with opened.engine.connect() as connection, connection.begin():
        connection.execute(text("PRAGMA user_version = 99"))
    opened.close()
    refusal = refused(opened.path)
    assert refusal.code == "file.too_new"
    assert refusal.facts == {"file": "a.office", "found": 99, "known": migrate.shipped().head()}


def test_another_programs_sqlcipher_file_is_refused(opened: OfficeFile) -> None:
    with opened.engine.connect() as connection, connection.begin():
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID + 1}"))
    opened.close()
    assert refused(opened.path).code == "file.not_ours"


@pytest.mark.parametrize(
    "start",
    [b"SQLite format 3\x00", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"",
     b"Name,E-mail,Agency\n"],
)  # fmt: skip
def test_a_strangers_file_is_refused(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "strange.office"
    path.write_bytes(start + b"\x07" * (8192 if start else 0))
    assert refused(path).code == "file.not_ours"


def test_a_strangers_file_without_a_known_beginning_may_be_one_with_a_passphrase(
    tmp_path: Path,
) -> None:
    path = tmp_path / "strange.office"
    path.write_bytes(hashlib.sha256(b"x").digest() * 1024)
    assert refused(path).code == "file.passphrase_needed"
    assert refused(path, "kūlana").code == "file.wrong_passphrase"


@pytest.mark.parametrize("passphrase", [None, "kūlana"])
@pytest.mark.parametrize("kept", ["half", "odd half", "two pages", "one page"])
def test_a_file_cut_off_is_said_to_be_damaged(
    tmp_path: Path, passphrase: str | None, kept: str
) -> None:
    path = tmp_path / "new.office"
    file.create(path, now=noon, passphrase=passphrase).close()
    whole = path.read_bytes()
    half = len(whole) // 8192 * 4096
    sizes = {"half": half, "odd half": half + 1234, "two pages": 8192, "one page": 4096}
    path.write_bytes(whole[: sizes[kept]])
    assert refused(path, passphrase).code == "machine.damaged"


@pytest.mark.parametrize("size", [0, 1, 15, 16, 500, 4095])
def test_a_file_cut_off_in_its_first_page_is_no_office(opened: OfficeFile, size: int) -> None:
    opened.close()
    opened.path.write_bytes(opened.path.read_bytes()[:size])
    assert refused(opened.path).code == "file.not_ours"


def test_a_statement_that_fails_does_not_tell_what_it_was_given(opened: OfficeFile) -> None:
    with pytest.raises(Exception, match="hidden") as raised, opened.store.write("Add") as tx:
        tx.insert("contact", {"person_id": 1, "kind": "Canary", "value": "Canary", "folded": ""})
    assert "Canary" not in str(raised.value)


def test_the_key_is_not_shown_with_the_file(opened: OfficeFile) -> None:
    assert opened.key.hex() not in repr(opened)
    assert repr(opened.key) not in repr(opened)
