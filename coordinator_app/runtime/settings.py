"""What the user has chosen on this computer: declared, typed, kept in a TOML file they may edit.

A setting is a field of `Settings` with its default and, where it is a choice, its values. Nothing
of the office stands here: no names, no dates, no policy (those live in the office's file). The
name and the words of a saved view are the user's own, and stand here as they typed them: a person's
name among them only where they typed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable

from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.runtime.files import write_beside
from coordinator_app.runtime.paths import make_folder
from coordinator_app.runtime.settings_lists import SavedView, ShownColumns, read_records

_RECENT_KEPT = 8
Items = tuple[str | dict[str, str | tuple[str, ...]], ...]
THEMES = ("system", "light", "dark")
TEXT_SCALES = (90, 100, 115, 130, 150, 175, 200)


def _choice(default: str | int, values: tuple[str, ...] | tuple[int, ...]) -> Any:
    return field(default=default, metadata={"values": values})


def _records(kind: type[SavedView] | type[ShownColumns]) -> Any:
    return field(default=(), metadata={"record": kind})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one user on one computer; `text_scale` is in per cent.

    `recent` are paths of office files, the last opened first. `window` is Qt's own record of the
    window's place, in base64. `views` are the views of lists saved under a name, of all offices;
    `columns` the columns chosen, by table.
    """

    theme: str = _choice("system", THEMES)
    text_scale: int = _choice(100, TEXT_SCALES)
    recent: tuple[str, ...] = ()
    window: str = ""
    views: tuple[SavedView, ...] = _records(SavedView)
    columns: tuple[ShownColumns, ...] = _records(ShownColumns)

    def opened(self, file: Path) -> Settings:
        """With `file` as the last opened."""
        path = str(file.absolute())
        others = (each for each in self.recent if each != path)
        return replace(self, recent=(path, *others)[:_RECENT_KEPT])

    def forgotten(self, file: Path) -> Settings:
        """Without `file` among the recent ones."""
        path = str(file.absolute())
        return replace(self, recent=tuple(each for each in self.recent if each != path))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The settings to use, and what was wrong with the file."""

    settings: Settings
    troubles: tuple[Phrase, ...] = ()


def load_settings(path: Path) -> Loaded:
    """Read the settings. A missing file means the usual ones; a broken one is kept beside and told.

    Never raises for what stands in the file: the program must start.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, UnicodeDecodeError) as trouble:
        return _broken(path, type(trouble).__name__)
    try:
        given: Mapping[str, object] = tomlkit.parse(text).unwrap()
    except TOMLKitError as trouble:
        return _broken(path, str(trouble))
    return _checked(path, given)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings; comments and words of a newer version in the file stay.

    Raises MachineTrouble (see `write_beside`).
    """
    make_folder(path.parent)
    document = _document(path)
    for name, value in asdict(settings).items():
        if name in document and isinstance(document[name], AoT):
            del document[name]  # tables stand at the end, and what is written here before them
        document[name] = _array(cast("Items", value)) if isinstance(value, tuple) else value
    write_beside(path, tomlkit.dumps(document).encode())


def _array(values: Items) -> Array:
    """Words in a line, records one a line: as tables of their own they would end the plain words."""
    array: Any = tomlkit.array()
    for value in values:
        array.append(value if isinstance(value, str) else _inline(value))
    array.multiline(any(not isinstance(value, str) for value in values))
    return array


def _inline(record: Mapping[str, str | tuple[str, ...]]) -> InlineTable:
    plain = {
        key: list(value) if isinstance(value, tuple) else value for key, value in record.items()
    }
    table = tomlkit.inline_table()
    for key, value in plain.items():
        table[key] = value
    return table


def _document(path: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, TOMLKitError):
        return tomlkit.document()


def _broken(path: Path, reason: str) -> Loaded:
    kept = path.with_suffix(".broken.toml")
    try:
        path.replace(kept)
    except OSError:
        kept = path
    told = phrase("settings.broken", path=str(path), reason=reason, kept=str(kept))
    return Loaded(Settings(), (told,))


def _checked(path: Path, given: Mapping[str, object]) -> Loaded:
    troubles = tuple(_wrong(path, given))
    wrong = {str(told.facts["name"]) for told in troubles}
    declared = {each.name for each in fields(Settings)}
    good = {name: given[name] for name in given.keys() & declared if name not in wrong}
    records = {each.name: each.metadata.get("record") for each in fields(Settings)}
    kept = {name: _kept(records[name], value) for name, value in good.items()}
    return Loaded(replace(Settings(), **cast("dict[str, Any]", kept)), troubles)


def _wrong(path: Path, given: Mapping[str, object]) -> Iterator[Phrase]:
    for declared in fields(Settings):
        value = given.get(declared.name, declared.default)
        if not _fits(declared, value):
            yield phrase(
                "settings.bad_value",
                name=declared.name,
                path=str(path),
                value=repr(value),
                usual=repr(declared.default),
            )


def _fits(declared: Field[Any], value: object) -> bool:
    if "record" in declared.metadata:
        return read_records(declared.metadata["record"], value) is not None
    values = declared.metadata.get("values")
    if values is not None:
        # True == 1, but it is no number here.
        return not isinstance(value, bool) and value in values
    if isinstance(declared.default, tuple):
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)  # pyright: ignore[reportUnknownVariableType]
    return isinstance(value, str)


def _kept(record: Any, value: object) -> object:
    if record is not None:
        return read_records(record, value)
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value
