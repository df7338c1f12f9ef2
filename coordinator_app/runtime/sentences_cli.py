"""Sentences of the command line: what was done, and what was said wrongly."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

_REFUSED: dict[str, str] = {
    "cli.usage": QT_TRANSLATE_NOOP(
        "sentences", "{command}: {wrong} (`{command} --help` says how it is called)."
    ),
    "cli.no_command": QT_TRANSLATE_NOOP(
        "sentences",
        "No command was given: `coordinator --help` lists them, and `coordinator` or `coordinator "
        "--file OFFICE` alone opens the window.",
    ),
    "cli.option_not_here": QT_TRANSLATE_NOOP(
        "sentences", "{option} means nothing to `coordinator {command}`: leave it out."
    ),
    "cli.not_a_day": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a day: write it as 2026-01-31."
    ),
    "cli.not_a_count": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a number from 0 up: write it in figures."
    ),
    "cli.not_a_round": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a round: write its month as 2026-01."
    ),
    "cli.not_a_scale": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a scale: give a number from 1 to 4, such as 1.5."
    ),
    "cli.not_a_size": QT_TRANSLATE_NOOP(
        "sentences", "“{text}” is not a window's size: write it as 1440x900."
    ),
    "cli.no_file": QT_TRANSLATE_NOOP(
        "sentences",
        "No office was named: say `--file OFFICE`, or make one to try with `coordinator practice "
        "PATH`.",
    ),
    "cli.passphrase_needed": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} asks for its passphrase: run this at a terminal, or give it by `--passphrase-fd N`.",
    ),
    "cli.passphrase_unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "No passphrase could be read from the file descriptor {number}: open it with one line of "
        "text, as in `3<secret.txt`.",
    ),
    "cli.cannot_prove": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} cannot be opened, so nothing in it is proved: give its passphrase; if that is right "
        "or it never had one, its first page is damaged and you need the newest backup.",
    ),
    "cli.policy_later": QT_TRANSLATE_NOOP(
        "sentences", "{policy} holds only from {first}: choose a later day or another policy."
    ),
    "cli.no_such_policy": QT_TRANSLATE_NOOP(
        "sentences", "There is no policy {name}: choose one of {known}, or one of your office."
    ),
    "cli.unreadable": QT_TRANSLATE_NOOP(
        "sentences", "{file} cannot be read ({reason}): check its name and your right to read it."
    ),
    "cli.too_large": QT_TRANSLATE_NOOP(
        "sentences", "{file} has more than {most} bytes and is no policy file: choose another."
    ),
    "cli.not_utf8": QT_TRANSLATE_NOOP(
        "sentences", "{file} is not text in UTF-8: save it as such in your editor."
    ),
    "cli.mapping_unreadable": QT_TRANSLATE_NOOP(
        "sentences",
        "The mapping {file} cannot be understood ({reason}): write it as TOML or JSON, or give "
        "pairs as `--mapping HEADER=FIELD`.",
    ),
    "cli.mapping_shape": QT_TRANSLATE_NOOP(
        "sentences",
        "The mapping {file} must say for each header, or column letter, the name of one field.",
    ),
    "cli.office_there": QT_TRANSLATE_NOOP(
        "sentences",
        "{option} names a new office, but this one is there already: change its name in Settings.",
    ),
    "spreadsheet.ending": QT_TRANSLATE_NOOP(
        "sentences", "{file} has no ending that says what to write: choose one of {known}."
    ),
    "cli.folder_not_empty": QT_TRANSLATE_NOOP(
        "sentences", "{folder} is not empty: name a folder that is new or empty."
    ),
    "cli.month_too_early": QT_TRANSLATE_NOOP(
        "sentences",
        "There is no practice office so early: choose a day from {first} on.",
    ),
    "cli.play_too_early": QT_TRANSLATE_NOOP(
        "sentences", "The case needs hours earned under a policy: choose a day from {first} on."
    ),
    "cli.machine": QT_TRANSLATE_NOOP(
        "sentences", "The computer refuses ({reason}) {path}: check the place, its room and rights."
    ),
    "cli.unexpected": QT_TRANSLATE_NOOP(
        "sentences",
        "Something went wrong that the program did not expect ({kind}); nothing more was written, "
        "and what is needed to find out why is in {log}.",
    ),
}
_TOLD: dict[str, str] = {
    "cli.ask_passphrase": QT_TRANSLATE_NOOP("sentences", "Passphrase of {file}:"),
    "cli.dates_round": QT_TRANSLATE_NOOP("sentences", "Round {round}, by {policy}."),
    "cli.dates_reply": QT_TRANSLATE_NOOP("sentences", "Reply due by {due}."),
    "cli.dates_reply_unset": QT_TRANSLATE_NOOP(
        "sentences", "The policy does not say when the reply is due."
    ),
    "cli.dates_exam": QT_TRANSLATE_NOOP("sentences", "Exam from {day}."),
    "cli.dates_exam_unset": QT_TRANSLATE_NOOP(
        "sentences", "The policy does not say when the exam may be sat."
    ),
    "cli.today": QT_TRANSLATE_NOOP("sentences", "{day}: {due} due, {late} of them late."),
    "cli.due_late": QT_TRANSLATE_NOOP("sentences", "{day} ({days} days late)"),
    "cli.due_people": QT_TRANSLATE_NOOP("sentences", "{count} people"),
    "cli.policy_head": QT_TRANSLATE_NOOP("sentences", "{title}, version {version}."),
    "cli.policy_from": QT_TRANSLATE_NOOP("sentences", "In force from {first}, for {categories}."),
    "cli.policy_open": QT_TRANSLATE_NOOP(
        "sentences", "{unset} rules are not set; {confirm} are to be confirmed by the association."
    ),
    "cli.policy_sound": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is sound: {title}, as a whole {categories} categories and {requirements} "
        "requirements.",
    ),
    "cli.import_counts": QT_TRANSLATE_NOOP(
        "sentences",
        "{file}: {accepted} rows accepted, {questions} with a question, {rejected} returned, "
        "{not_data} not data.",
    ),
    "cli.import_dry": QT_TRANSLATE_NOOP("sentences", "A dry run: nothing was written."),
    "cli.import_added": QT_TRANSLATE_NOOP("sentences", "{added} rows were added to {office}."),
    "cli.import_returned": QT_TRANSLATE_NOOP(
        "sentences", "What was returned is in {file}, with the reasons."
    ),
    "cli.office_made": QT_TRANSLATE_NOOP(
        "sentences",
        "A new office was made, called {name} and kept by {coordinator}: complete its names, address "
        "and time zone in Settings.",
    ),
    "cli.office_open": QT_TRANSLATE_NOOP(
        "sentences", "It is not protected by a passphrase: `--passphrase-fd N` gives a new one."
    ),
    "cli.registry": QT_TRANSLATE_NOOP("sentences", "{count} endorsements on {day}."),
    "cli.written": QT_TRANSLATE_NOOP("sentences", "They are in {file}."),
    "cli.letters": QT_TRANSLATE_NOOP(
        "sentences", "{count} decision letters of round {round} are in {folder}."
    ),
    "cli.check_sound": QT_TRANSLATE_NOOP(
        "sentences", "Every page, record, journal entry and rule holds."
    ),
    "cli.check_faults": QT_TRANSLATE_NOOP("sentences", "{count} faults were found."),
    "cli.overrides": QT_TRANSLATE_NOOP("sentences", "{count} overrides, each with its reason:"),
    "cli.imported": QT_TRANSLATE_NOOP(
        "sentences", "Imported history, which passed no gate: {records}."
    ),
    "cli.journal_sound": QT_TRANSLATE_NOOP(
        "sentences", "The journal is whole: {entries} entries, the last sealed {mac}."
    ),
    "cli.undone": QT_TRANSLATE_NOOP("sentences", "Undone: {action} (entry {entry})."),
    "cli.redone": QT_TRANSLATE_NOOP("sentences", "Done again: {action} (entry {entry})."),
    "cli.practice_begins": QT_TRANSLATE_NOOP("sentences", "Making the practice office {file} …"),
    "cli.practice_people": QT_TRANSLATE_NOOP("sentences", "{done} of {whole} people"),
    "cli.practice": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a practice office with {people} invented people, as of {day}."
    ),
    "cli.backup": QT_TRANSLATE_NOOP(
        "sentences", "{file} is a verified copy: {size} bytes, {entries} journal entries."
    ),
    "cli.screens": QT_TRANSLATE_NOOP("sentences", "{count} screens are in {folder}."),
    "cli.played": QT_TRANSLATE_NOOP("sentences", "The first case has been played into {folder}."),
    "cli.month": QT_TRANSLATE_NOOP(
        "sentences", "A month of a practice office has been played into {folder}."
    ),
    "cli.tried_well": QT_TRANSLATE_NOOP("sentences", "{what}: well"),
    "cli.tried_badly": QT_TRANSLATE_NOOP("sentences", "{what}: {fault}"),
    "cli.self_test_good": QT_TRANSLATE_NOOP("sentences", "Everything that was tried works."),
    "cli.self_test_bad": QT_TRANSLATE_NOOP(
        "sentences", "{count} of the trials failed: install the program again."
    ),
    "trial.office": QT_TRANSLATE_NOOP(
        "sentences", "the practice office, through every revision of the tables"
    ),
    "trial.letter": QT_TRANSLATE_NOOP("sentences", "a letter as PDF"),
    "trial.workbook": QT_TRANSLATE_NOOP("sentences", "a workbook, written and read back"),
    "trial.copy": QT_TRANSLATE_NOOP("sentences", "a backup, opened again"),
    "trial.old": QT_TRANSLATE_NOOP(
        "sentences", "an office of the first version, brought up to date"
    ),
    "trial.broken": QT_TRANSLATE_NOOP("sentences", "it failed ({kind} {text})"),
}
SENTENCES: dict[str, str] = _REFUSED | _TOLD
