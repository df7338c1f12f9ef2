"""Sentences about the office's file, its backups, its journal, undo and redo."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "file.already_open": QT_TRANSLATE_NOOP(
        "sentences", "{file} is open in this program already. Close its window first."
    ),
    "file.cannot_make": QT_TRANSLATE_NOOP(
        "sentences", "{file} cannot be made ({cause}). Choose another folder."
    ),
    "file.exists": QT_TRANSLATE_NOOP(
        "sentences", "{file} is there already. Choose another name, or open it."
    ),
    "file.links_broken": QT_TRANSLATE_NOOP(
        "sentences",
        "The file could not be brought up to date: a record refers to one that is not there. "
        "Nothing was changed; open the backup made before, and send us the journal's last "
        "lines.",
    ),
    "file.not_ours": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is not an office file, or is cut off near its beginning. Choose an office "
        "file, or open a backup.",
    ),
    "file.not_there": QT_TRANSLATE_NOOP("sentences", "{file} is not there. Choose another file."),
    "file.passphrase_empty": QT_TRANSLATE_NOOP(
        "sentences", "The passphrase is empty. Type one, or make the file without a passphrase."
    ),
    "file.passphrase_needed": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is protected by a passphrase, or is no office file. Type its passphrase.",
    ),
    "file.schema_differs": QT_TRANSLATE_NOOP(
        "sentences",
        "The file's tables are not those of this version. Nothing was changed; install the "
        "program again, or open a backup.",
    ),
    "file.too_new": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} was made by a newer version of the program (its tables are of version "
        "{found}, this program knows {known}). Nothing was changed; install the newer "
        "version.",
    ),
    "file.unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} cannot be read ({cause}). Give yourself the right to read it, or choose "
        "another file.",
    ),
    "file.wrong_passphrase": QT_TRANSLATE_NOOP(
        "sentences",
        "This passphrase does not open {file}. Type it again; capital letters and blanks count.",
    ),
    "machine.disk_full": QT_TRANSLATE_NOOP(
        "sentences",
        "The disk is full, and nothing was saved ({cause}). Free some room and try again.",
    ),
    "machine.locked": QT_TRANSLATE_NOOP(
        "sentences",
        "Another program has the file locked ({cause}), and nothing was saved. Close it there"
        " and try again.",
    ),
    "machine.read_only": QT_TRANSLATE_NOOP(
        "sentences",
        "The file can only be read ({cause}), and nothing was saved. Give yourself the right "
        "to change it, or open a copy.",
    ),
    "machine.damaged": QT_TRANSLATE_NOOP(
        "sentences",
        "Part of the file cannot be read ({cause}). Nothing was changed, and the file is kept"
        " as it is. If it lies on a network or a removable drive, see that it is connected "
        "and try again; else open the newest backup.",
    ),
    "machine.disk_error": QT_TRANSLATE_NOOP(
        "sentences", "The disk does not answer ({cause}). See that it is connected, and try again."
    ),
    "machine.cannot_open": QT_TRANSLATE_NOOP(
        "sentences",
        "The file cannot be opened ({cause}). See that its folder is there and that you may "
        "write in it.",
    ),
    "backup.exists": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is there already, and a backup never replaces a file. Choose another name.",
    ),
    "backup.failed": QT_TRANSLATE_NOOP(
        "sentences",
        "No backup was made at {file} ({cause}). The office's file is as it was; choose "
        "another place.",
    ),
    "blob.altered": QT_TRANSLATE_NOOP(
        "sentences",
        "What was kept under {sha} is no longer what it was. Open a backup made before, and "
        "run the check on this file.",
    ),
    "journal.no_entry": QT_TRANSLATE_NOOP("sentences", "The journal has no entry {number}."),
    "undo.nothing": QT_TRANSLATE_NOOP("sentences", "There is nothing to undo."),
    "undo.already": QT_TRANSLATE_NOOP("sentences", "“{action}” has been undone already."),
    "undo.left_the_house": QT_TRANSLATE_NOOP(
        "sentences",
        "“{action}” has left the house and cannot be undone. Answer it by a new action, such "
        "as another decision or letter.",
    ),
    "undo.not_an_action": QT_TRANSLATE_NOOP(
        "sentences", "Entry {number} is itself an undo or a redo. Choose the action it belongs to."
    ),
    "undo.changed_since": QT_TRANSLATE_NOOP(
        "sentences",
        "What is to be undone or redone was changed since by “{action}”. Undo that first.",
    ),
    "undo.referred_to": QT_TRANSLATE_NOOP(
        "sentences", "Something written later by “{action}” refers to it. Undo that first."
    ),
    "redo.nothing": QT_TRANSLATE_NOOP("sentences", "There is nothing to redo."),
    "record.not_found": QT_TRANSLATE_NOOP(
        "sentences",
        "There is no {record} with number {number}. It may have been undone; go back to the list.",
    ),
    "list.unknown_filter": QT_TRANSLATE_NOOP("sentences", "The list has no filter {name}."),
    "list.unknown_order": QT_TRANSLATE_NOOP("sentences", "The list cannot be sorted by {name}."),
    "date.not_a_date": QT_TRANSLATE_NOOP(
        "sentences",
        "“{text}” is not a date. Write a day as 2026-01-31, a month as 2026-01, a year as 2026.",
    ),
}
