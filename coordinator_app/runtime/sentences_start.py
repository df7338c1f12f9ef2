"""Sentences of the first start: opening, making an office, bringing in a workbook."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "typed.at_least": QT_TRANSLATE_NOOP("sentences", "Write a whole number from {least} up."),
    "typed.no_month_day": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a day of the year. Write it as Dec 31 or 12/31."
    ),
    "typed.no_such_code": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not one of these: {known}. Put commas between several."
    ),
    "typed.no_zone": QT_TRANSLATE_NOOP(
        "sentences",
        "“{text}” is no time zone. Type a city, such as Honolulu, and choose from the list.",
    ),
    "typed.no_email": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not an e-mail address. Write it as name@example.org."
    ),
    "file.not_read": QT_TRANSLATE_NOOP(
        "sentences", "{path} cannot be read ({reason}). Choose another file."
    ),
    "start.passphrase_short": QT_TRANSLATE_NOOP(
        "sentences", "This passphrase is too easy to guess. Take four or more unrelated words."
    ),
    "start.passphrases_differ": QT_TRANSLATE_NOOP(
        "sentences", "The two passphrases are not the same. Type the second one again."
    ),
    "start.no_file_name": QT_TRANSLATE_NOOP(
        "sentences", "{path} names no file. Add a name, such as our.office."
    ),
    "start.file_there": QT_TRANSLATE_NOOP(
        "sentences", "{path} exists already. Choose another name, or open that office instead."
    ),
    "start.open_already": QT_TRANSLATE_NOOP("sentences", "{file} is open already."),
    "start.backed_up": QT_TRANSLATE_NOOP(
        "sentences", "Backed up to {path}: {entries} journal entries, every page checked."
    ),
    "start.report_copied": QT_TRANSLATE_NOOP(
        "sentences", "The report is on the clipboard. It names no person; paste it into a message."
    ),
    "start.crashed_last_time": QT_TRANSLATE_NOOP(
        "sentences",
        "The program ended unexpectedly last time. What was written before is in the file. "
        "The report below names no person; send it along when you report this.",
    ),
    "start.crashed_now": QT_TRANSLATE_NOOP(
        "sentences",
        "The program met something it did not expect. What was written before is in the file; "
        "what you were doing may not be. The report below names no person.",
    ),
    "trial.window": QT_TRANSLATE_NOOP("sentences", "every screen, drawn"),
    "start.making_practice": QT_TRANSLATE_NOOP(
        "sentences", "Making the practice office: {done} of {whole} people"
    ),
    "start.making_practice_begins": QT_TRANSLATE_NOOP("sentences", "Making the practice office"),
    "policy.not_shipped": QT_TRANSLATE_NOOP(
        "sentences",
        "{policy} does not come with this program any more, so that nothing can be built on it: install the version that has it.",
    ),
    "import.reading": QT_TRANSLATE_NOOP("sentences", "Reading {file}"),
    "import.written": QT_TRANSLATE_NOOP(
        "sentences",
        "{added} rows of {file} were written: {accepted} as they are, {questions} with a question on the record.",
    ),
    "import.nothing_new": QT_TRANSLATE_NOOP(
        "sentences",
        "Nothing was written: every row of {file} that can be is in this office already.",
    ),
    "import.taken_back": QT_TRANSLATE_NOOP(
        "sentences", "The import was taken back: {file} has left no record in this office."
    ),
    "import.returned_saved": QT_TRANSLATE_NOOP(
        "sentences", "The rejected rows are in {path}, each with its reason."
    ),
}
