"""Sentences about the computer: files, folders, settings, versions."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "file.in_use": QT_TRANSLATE_NOOP(
        "sentences",
        "{path} cannot be written: it is open in another program, or you have no right to change "
        "it. Close it there, or choose another place.",
    ),
    "file.no_room": QT_TRANSLATE_NOOP(
        "sentences", "{path} cannot be written: the disk is full. Free some room and try again."
    ),
    "file.not_written": QT_TRANSLATE_NOOP(
        "sentences", "{path} cannot be written ({reason}). Choose another place."
    ),
    "folder.not_made": QT_TRANSLATE_NOOP(
        "sentences",
        "The folder {path} cannot be made ({reason}). Give yourself the right to write there, or "
        "choose another place.",
    ),
    "settings.broken": QT_TRANSLATE_NOOP(
        "sentences",
        "The settings in {path} cannot be read ({reason}); the usual ones are used, and the file "
        "is kept as {kept}.",
    ),
    "settings.bad_value": QT_TRANSLATE_NOOP(
        "sentences",
        "The setting {name} in {path} is {value}, which is not one of its values; {usual} is used.",
    ),
}
