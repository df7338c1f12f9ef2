"""Sentences about exams: sittings, papers, scorers, packets, scores, results."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "sitting.title_missing": QT_TRANSLATE_NOOP(
        "sentences", "Title: name the sitting, such as “January 2026 sitting”."
    ),
    "sitting.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "Reason: write why the sitting is called off."
    ),
    "sitting.over": QT_TRANSLATE_NOOP(
        "sentences",
        "{title}: this can no longer be done in the state the sitting is in; look at its steps.",
    ),
    "form.empty": QT_TRANSLATE_NOOP("sentences", "Form: name its version and at least one task."),
    "form.task_wrong": QT_TRANSLATE_NOOP(
        "sentences", "Task “{task}”: give it a title and at least 1 point."
    ),
    "form.tasks_alike": QT_TRANSLATE_NOOP(
        "sentences", "Tasks: no two may have the same title; the score sheet knows them by it."
    ),
    "form.part_one_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "Part One: enter how many items it has, 1 or more, or leave it empty if there is none.",
    ),
    "barred.not_approved": QT_TRANSLATE_NOOP("sentences", "there is no approval to sit the exam"),
    "barred.approval_over": QT_TRANSLATE_NOOP("sentences", "the approval to sit ended on {until}"),
    "exam.barred": QT_TRANSLATE_NOOP(
        "sentences", "Not admitted: {why}. No override helps; a new approval does."
    ),
    "exam.not_yet": QT_TRANSLATE_NOOP(
        "sentences", "Not admitted: {why}. Write a reason to admit all the same."
    ),
    "exam.earliest_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "it cannot be told from when on the exam may be sat (the round or the rule is not set)",
    ),
    "exam.window_unset": QT_TRANSLATE_NOOP(
        "sentences", "how many days before {earliest} count as month-end is not set"
    ),
    "exam.retake_unset": QT_TRANSLATE_NOOP(
        "sentences", "when the exam may be taken again is not set in the policy"
    ),
    "exam.retake_early": QT_TRANSLATE_NOOP("sentences", "the exam may be taken again from {day}"),
    "exam.seated_already": QT_TRANSLATE_NOOP(
        "sentences", "The case is in a sitting that is not over; withdraw it there first."
    ),
    "exam.apart": QT_TRANSLATE_NOOP(
        "sentences", "The scores lie {apart} points apart; {tolerance} are within tolerance."
    ),
    "exam.sides": QT_TRANSLATE_NOOP(
        "sentences", "The scorers disagree on pass or fail: {mark} points pass."
    ),
    "exam.tolerance_unset": QT_TRANSLATE_NOOP(
        "sentences",
        "The scores lie {apart} points apart. The policy does not say when two agree, so you decide.",
    ),
    "exam.third_rule_unset": QT_TRANSLATE_NOOP(
        "sentences", "The policy does not say what a third score does, so you decide."
    ),
    "exam.part_one_wrong": QT_TRANSLATE_NOOP(
        "sentences", "Part One: {right} cannot be; enter 0 to {most} items."
    ),
    "paper.nobody": QT_TRANSLATE_NOOP(
        "sentences", "Every admitted candidate has a code already; admit somebody first."
    ),
    "paper.not_coded": QT_TRANSLATE_NOOP(
        "sentences", "The candidate’s paper has no code yet; code the papers first."
    ),
    "paper.not_a_code": QT_TRANSLATE_NOOP(
        "sentences",
        "“{typed}” is no paper’s code; a code looks like 9B5T-EH64-4, and its last sign checks the others.",
    ),
    "paper.out_already": QT_TRANSLATE_NOOP(
        "sentences", "The paper is with its scorers; its answers can no longer be changed."
    ),
    "paper.answers_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "Answers: enter one text for each of the {count} tasks; at least one must not be empty.",
    ),
    "door.broken": QT_TRANSLATE_NOOP(
        "sentences",
        "The link of paper {paper} to its candidate is damaged. Restore the newest backup that checks well.",
    ),
    "door.reason_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "Reason: write why the identity behind the paper is opened; it stays in the journal.",
    ),
    "door.scores_not_in": QT_TRANSLATE_NOOP(
        "sentences", "{paper}: the identity stays sealed until all scores of the paper are in."
    ),
    "scorer.not_endorsed": QT_TRANSLATE_NOOP(
        "sentences",
        "{name} is not enrolled as a scorer, or not on the Active registry; choose somebody who is.",
    ),
    "scorer.most_wrong": QT_TRANSLATE_NOOP(
        "sentences",
        "Most papers: {most} cannot be; enter 1 or more, or leave it empty for any number.",
    ),
    "scorer.apart_wrong": QT_TRANSLATE_NOOP(
        "sentences", "Choose two different scorers, and write why they do not score together."
    ),
    "scorer.no_such_seat": QT_TRANSLATE_NOOP(
        "sentences", "“{seat}” is no scorer’s place; it is A, B or C."
    ),
    "scorer.no_third": QT_TRANSLATE_NOOP(
        "sentences", "{paper}: a third scorer is asked only after two who disagree."
    ),
    "scorer.seated_already": QT_TRANSLATE_NOOP(
        "sentences", "This scorer has the paper already; choose somebody else."
    ),
    "scorer.in_already": QT_TRANSLATE_NOOP(
        "sentences", "The score of scorer {seat} is in; the place cannot be given to somebody else."
    ),
    "pairing.done_already": QT_TRANSLATE_NOOP(
        "sentences", "Every paper has its two scorers; code further papers first."
    ),
    "pairing.impossible": QT_TRANSLATE_NOOP("sentences", "No pairs were made: {why}"),
    "pairing.too_few_free": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper} has {count} scorers without a conflict who take papers; it needs two: enrol another.",
    ),
    "pairing.all_apart": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: those without a conflict are kept apart from each other; enrol another.",
    ),
    "pairing.none_left": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: all who might score it are taken by other papers; raise somebody’s number of papers, or enrol another.",
    ),
    "pairing.room": QT_TRANSLATE_NOOP(
        "sentences", "All papers need {needed} places; the scorers together take {room}."
    ),
    "packet.missing_glyph": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}, {task}: the character {character} cannot be printed; write it in another way.",
    ),
    "packet.folder_not_empty": QT_TRANSLATE_NOOP(
        "sentences",
        "Folder {folder}: there is something in it already; choose an empty or a new one.",
    ),
    "packet.answers_missing": QT_TRANSLATE_NOOP(
        "sentences", "Enter the answers first, or withdraw the candidate: {papers}."
    ),
    "packet.not_paired": QT_TRANSLATE_NOOP(
        "sentences", "{paper} has no two scorers yet; pair the papers first."
    ),
    "packet.nothing": QT_TRANSLATE_NOOP(
        "sentences", "Every packet is out already; nothing was written."
    ),
    "packet.small_group": QT_TRANSLATE_NOOP(
        "sentences",
        "Family {family} has {count} papers in this sitting: in so small a group a scorer may guess who it is. Confirm with a reason.",
    ),
    "packet.leaks": QT_TRANSLATE_NOOP(
        "sentences",
        "Not released: {papers} may name the examinee. Look at what was found; correct the answers, or write a reason to release all the same.",
    ),
    "score.tasks_missing": QT_TRANSLATE_NOOP(
        "sentences", "Points: give points for each of the {count} tasks."
    ),
    "score.points_wrong": QT_TRANSLATE_NOOP(
        "sentences", "{task}: {points} cannot be; enter 0 to {most} points."
    ),
    "score.no_seat": QT_TRANSLATE_NOOP("sentences", "{paper} has no scorer {seat}."),
    "score.in_already": QT_TRANSLATE_NOOP(
        "sentences", "{paper}: the score of scorer {seat} is in already; undo it to correct it."
    ),
    "score.not_released": QT_TRANSLATE_NOOP(
        "sentences",
        "{paper}: the packet of scorer {seat} is not out yet, so no score can have come back.",
    ),
    "sheet.no_heading": QT_TRANSLATE_NOOP(
        "sentences",
        "{file} is no score sheet: a row with the headings {columns} is missing. Use the sheet that was sent.",
    ),
    "sheet.refused": QT_TRANSLATE_NOOP("sentences", "Nothing was taken in from {file}: {problems}"),
    "sheet.nothing": QT_TRANSLATE_NOOP(
        "sentences", "{file} holds no points that are not in already."
    ),
    "sheet.not_a_code": QT_TRANSLATE_NOOP(
        "sentences", "Cell {cell}: this is no paper’s code; copy it from the packet."
    ),
    "sheet.unknown_paper": QT_TRANSLATE_NOOP(
        "sentences",
        "Cell {cell}: paper {paper} is not being scored by a scorer {seat}; correct the code or the letter beside it.",
    ),
    "sheet.unknown_task": QT_TRANSLATE_NOOP(
        "sentences", "Cell {cell}: the form has no such task; write its title as it was sent."
    ),
    "sheet.not_points": QT_TRANSLATE_NOOP(
        "sentences", "Cell {cell}: “{said}” cannot be; enter 0 to {most} points."
    ),
    "sheet.points_missing": QT_TRANSLATE_NOOP(
        "sentences", "Cell {cell}: points are missing; enter 0 to {most}."
    ),
    "sheet.task_missing": QT_TRANSLATE_NOOP(
        "sentences", "Paper {paper}: the row of {task} is missing; add it as it was sent."
    ),
    "sheet.task_twice": QT_TRANSLATE_NOOP(
        "sentences", "Cell {cell}: a task of paper {paper} stands there twice; remove one row."
    ),
    "sheet.in_already": QT_TRANSLATE_NOOP(
        "sentences",
        "Paper {paper}: other points of scorer {seat} are in already; undo them first to take in new ones.",
    ),
    "result.nothing": QT_TRANSLATE_NOOP(
        "sentences",
        "No result can be settled by the policy: scores are missing, lie apart, or a pass mark is not set. Decide them one by one.",
    ),
    "result.part_one_missing": QT_TRANSLATE_NOOP(
        "sentences", "{paper}: enter the items of Part One answered rightly first."
    ),
    "result.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "Reason: write why the result is decided so."
    ),
    "result.scores_missing": QT_TRANSLATE_NOOP("sentences", "{paper}: not all scores are in yet."),
    "result.settled_already": QT_TRANSLATE_NOOP(
        "sentences", "{paper} has its result; undo that first."
    ),
    "result.missing": QT_TRANSLATE_NOOP(
        "sentences",
        "Results are released for the whole sitting at once. Still without one: {papers}.",
    ),
    "cli.sittings": QT_TRANSLATE_NOOP("sentences", "{count} sittings."),
    "cli.paired": QT_TRANSLATE_NOOP(
        "sentences", "{count} papers have their two scorers, drawn with the seed {seed}."
    ),
    "cli.searched": QT_TRANSLATE_NOOP(
        "sentences", "{count} packets were searched; {bad} may name the examinee."
    ),
    "cli.released": QT_TRANSLATE_NOOP("sentences", "{count} files were written into {folder}."),
}
