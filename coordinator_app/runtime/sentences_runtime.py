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
    "versions.too_old": QT_TRANSLATE_NOOP(
        "sentences",
        "The package {package} is {found}, and {oldest} is the oldest that is safe here: install "
        "the program again.",
    ),
    "place.network": QT_TRANSLATE_NOOP(
        "sentences",
        "{path} lies on a network drive ({kind}), where two computers can damage an office file: "
        "keep it on this computer, and put backups on the drive.",
    ),
    "place.synced": QT_TRANSLATE_NOOP(
        "sentences",
        "{path} lies in a folder that {program} copies while it is being written: keep the office "
        "file outside it, and put backups there.",
    ),
    "place.no_room": QT_TRANSLATE_NOOP(
        "sentences",
        "Only {megabytes} MB are free where {path} lies: free some room, so that backups fit.",
    ),
    "fonts.missing": QT_TRANSLATE_NOOP(
        "sentences",
        "The font {file} is missing from the program's folder: install the program again.",
    ),
}
