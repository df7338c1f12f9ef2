"""Settings: declared, typed, and never the reason why the program does not start."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from coordinator_app.runtime.sentences import say
from coordinator_app.runtime.settings import Loaded, Settings, load_settings, save_settings
from coordinator_app.runtime.settings_lists import SavedView, ShownColumns


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_what_is_saved_is_loaded(file: Path) -> None:
    view = SavedView("ab12", "people", "Hilo “quoted” ʻO", "all", "Hilo", "-name")
    columns = ShownColumns("people", ("name", "island"))
    chosen = Settings("dark", 130, ("/a/ʻōlelo.office",), "AdnQywAD", (view, view), (columns,))
    save_settings(file, chosen)
    loaded = load_settings(file)
    assert loaded.settings == chosen
    assert not loaded.troubles
    save_settings(file, Settings())
    assert load_settings(file) == Loaded(Settings())


def test_views_written_by_hand_as_tables_are_read_and_written_anew(file: Path) -> None:
    given = 'office = "a"\npage = "p"\nname = "n"\nchip = "c"\nwords = ""\norder = ""\n'
    file.write_text(f"theme = 'dark'\n[[views]]\n{given}", encoding="utf-8")
    settings = load_settings(file).settings
    assert settings.views == (SavedView("a", "p", "n", "c"),)
    save_settings(file, settings)
    assert load_settings(file).settings == settings


def test_every_setting_has_a_default_that_is_one_of_its_values() -> None:
    for declared in fields(Settings):
        values = declared.metadata.get("values", (declared.default,))
        assert declared.default in values


@pytest.mark.parametrize("content", [None, b"", b"# nothing yet\n"])
def test_without_settings_the_usual_ones_are_used_quietly(
    file: Path, content: bytes | None
) -> None:
    if content is not None:
        file.write_bytes(content)
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert not loaded.troubles


@pytest.mark.parametrize("content", [b"theme = ", b"\xff\xfet\x00", b"\x00\x01\x02", b"[["])
def test_a_broken_file_is_told_and_kept(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    loaded = load_settings(file)
    assert loaded.settings == Settings()
    assert [told.code for told in loaded.troubles] == ["settings.broken"]
    assert file.with_suffix(".broken.toml").read_bytes() == content


@pytest.mark.parametrize(
    "line",
    [
        "theme = 'pink'",
        "text_scale = 101",
        "text_scale = true",
        "recent = [1]",
        "window = 7",
        "views = 7",
        "views = [{ name = 'Hilo' }]",
        "views = ['Hilo']",
        "columns = [{ table = 'people', keys = 'name' }]",
        "columns = [{ table = 'people', keys = [7] }]",
    ],
)
def test_a_wrong_value_is_told_and_the_others_are_kept(file: Path, line: str) -> None:
    name = line.split(" ", maxsplit=1)[0]
    good, right = ("theme = 'dark'", {"theme": "dark"})
    if name == "theme":
        good, right = ("text_scale = 130", {"text_scale": 130})
    file.write_text(f"{good}\n{line}\n", encoding="utf-8")
    loaded = load_settings(file)
    assert loaded.settings == replace(Settings(), **right)
    assert [told.code for told in loaded.troubles] == ["settings.bad_value"]
    assert name in say(loaded.troubles[0])


def test_comments_and_words_of_a_newer_version_stay(file: Path) -> None:
    file.write_text("# mine\ntheme = 'dark' # at night\nnewer = 3\n", encoding="utf-8")
    save_settings(file, replace(load_settings(file).settings, text_scale=130))
    kept = file.read_text(encoding="utf-8")
    assert "# mine" in kept
    assert "# at night" in kept
    assert "newer = 3" in kept
    assert load_settings(file).settings == replace(Settings(), theme="dark", text_scale=130)


def test_recent_files_are_few_and_the_last_opened_is_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.opened(tmp_path / str(number))
    settings = settings.opened(tmp_path / "9")
    assert [Path(each).name for each in settings.recent] == ["9", "11", "10", *"87654"]
    assert str(tmp_path / "9") not in settings.forgotten(tmp_path / "9").recent
