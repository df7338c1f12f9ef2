"""Sentences about policies: files refused, versions composed, settings."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "policy.none_in_force": QT_TRANSLATE_NOOP("sentences", "No policy is in force on {day}."),
    "policy.not_set": QT_TRANSLATE_NOOP("sentences", "not set: {rule}"),
    "policy.no_such_category": QT_TRANSLATE_NOOP(
        "sentences", "{policy} has no category {category}; choose another category or policy."
    ),
    "policy.refused": QT_TRANSLATE_NOOP("sentences", "{file}, line {line}: {reason}"),
    "policy.not_a_base": QT_TRANSLATE_NOOP(
        "sentences",
        "{policy} is a change, not a whole policy; choose a whole policy to begin with.",
    ),
    "policy.not_a_change": QT_TRANSLATE_NOOP(
        "sentences", "{policy} is a whole policy, not a change; adopt it by itself."
    ),
    "policy.before_base": QT_TRANSLATE_NOOP(
        "sentences", "{policy} begins on {first}; it cannot be in force from {day}."
    ),
    "policy.before_change": QT_TRANSLATE_NOOP(
        "sentences", "The change {policy} holds from {first} at the earliest, not from {day}."
    ),
    "policy.section_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "{first} and {second} both replace {section} from {date}; adopt them from different days.",
    ),
    "policy.paragraph_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "{change} gives the paragraph {paragraph} another text; it must be called differently.",
    ),
    "policy.requirement_twice": QT_TRANSLATE_NOOP(
        "sentences",
        "{change} repeats the requirement {requirement}; it must be called differently.",
    ),
    "policy.change_needs": QT_TRANSLATE_NOOP(
        "sentences", "{change} speaks of categories the policy does not have: {categories}."
    ),
    "policy.unknown_setting": QT_TRANSLATE_NOOP(
        "sentences", "{key} is no setting of this policy; choose one from its list of settings."
    ),
    "policy.not_a_setting": QT_TRANSLATE_NOOP(
        "sentences", "{label} ({key}) is fixed by the policy and cannot be set."
    ),
    "policy.setting_type": QT_TRANSLATE_NOOP(
        "sentences", "{label} ({key}) cannot be {value}; give a value of the kind it asks for."
    ),
    "round.month_unknown": QT_TRANSLATE_NOOP(
        "sentences", "{date} names no month, so it belongs to no round; give at least the month."
    ),
    # Reasons for refusing a policy file.
    "pack.syntax": QT_TRANSLATE_NOOP("sentences", "this is not valid TOML: {text}."),
    "pack.wrong_schema": QT_TRANSLATE_NOOP(
        "sentences", "this program reads policy files with schema = {known}."
    ),
    "pack.unknown_key": QT_TRANSLATE_NOOP(
        "sentences", "the key {key} is not known here; correct or remove it."
    ),
    "pack.missing_key": QT_TRANSLATE_NOOP("sentences", "{key} is missing or empty."),
    "pack.wrong_type": QT_TRANSLATE_NOOP("sentences", "{key} must be {expected}."),
    "pack.not_one_of": QT_TRANSLATE_NOOP(
        "sentences", "{key} is {value}; it must be one of: {allowed}."
    ),
    "pack.negative": QT_TRANSLATE_NOOP(
        "sentences", "{key} is {value}; it must be a number that is not negative."
    ),
    "pack.wrong_window": QT_TRANSLATE_NOOP(
        "sentences", "{key} must be two whole numbers of months, the shorter first."
    ),
    "pack.unknown_rule": QT_TRANSLATE_NOOP("sentences", "there is no rule called {key}."),
    "pack.missing_rule": QT_TRANSLATE_NOOP(
        "sentences", "the rule {key} is missing; give its value, or say unset = true."
    ),
    "pack.value_or_unset": QT_TRANSLATE_NOOP(
        "sentences", "{key} needs either a value or to be named as unset, and not both."
    ),
    "pack.not_in_policy": QT_TRANSLATE_NOOP(
        "sentences", "{key} belongs to a change, not to a whole policy."
    ),
    "pack.section_not_named": QT_TRANSLATE_NOOP(
        "sentences", "this belongs to {section}, which replaces does not name."
    ),
    "pack.section_empty": QT_TRANSLATE_NOOP(
        "sentences", "replaces names {section} twice, or the file holds nothing for it."
    ),
    "pack.twice": QT_TRANSLATE_NOOP("sentences", "the id {id} is used twice."),
    "pack.unknown_paragraph": QT_TRANSLATE_NOOP(
        "sentences", "there is no paragraph {paragraph} in this file."
    ),
    "pack.unknown_category": QT_TRANSLATE_NOOP(
        "sentences", "there is no category {category} in this file."
    ),
    "pack.unknown_requirement": QT_TRANSLATE_NOOP(
        "sentences", "there is no requirement {id} in this file."
    ),
    "pack.parts_exceed": QT_TRANSLATE_NOOP(
        "sentences", "the parts ask for {parts} together, more than the minimum."
    ),
    "pack.date_order": QT_TRANSLATE_NOOP("sentences", "the last day lies before the first."),
    "pack.type.text": QT_TRANSLATE_NOOP("sentences", "a text"),
    "pack.type.flag": QT_TRANSLATE_NOOP("sentences", "true or false"),
    "pack.type.count": QT_TRANSLATE_NOOP("sentences", "a whole number in range"),
    "pack.type.amount": QT_TRANSLATE_NOOP("sentences", "a number that is not negative"),
    "pack.type.day": QT_TRANSLATE_NOOP("sentences", "a day such as 2024-01-01"),
    "pack.type.month_day": QT_TRANSLATE_NOOP("sentences", 'a month and day such as "12-31"'),
    "pack.type.texts": QT_TRANSLATE_NOOP("sentences", "a list of texts"),
    "pack.type.table": QT_TRANSLATE_NOOP("sentences", "a table"),
    "pack.type.tables": QT_TRANSLATE_NOOP("sentences", "an array of tables"),
    "pack.type.categories": QT_TRANSLATE_NOOP("sentences", "a list of category codes"),
    "pack.type.steps": QT_TRANSLATE_NOOP("sentences", "a list of reactivation steps"),
    "pack.type.choice": QT_TRANSLATE_NOOP("sentences", "one of: {choices}"),
    # The words behind settings that are a choice.
    "choice.same": QT_TRANSLATE_NOOP("sentences", "the same scope"),
    "choice.closest_two": QT_TRANSLATE_NOOP("sentences", "the two scores that lie closest count"),
    "choice.third_decides": QT_TRANSLATE_NOOP("sentences", "the third score decides"),
    "choice.mean_of_three": QT_TRANSLATE_NOOP("sentences", "the mean of all three counts"),
    "choice.same_or_wider": QT_TRANSLATE_NOOP("sentences", "the same or a wider scope"),
    "choice.side_by_side": QT_TRANSLATE_NOOP("sentences", "side by side"),
    "choice.in_sequence": QT_TRANSLATE_NOOP("sentences", "one after the other"),
    "choice.decision_date": QT_TRANSLATE_NOOP("sentences", "the day of the decision"),
    "choice.letter_date": QT_TRANSLATE_NOOP("sentences", "the day of the letter"),
    "choice.result_date": QT_TRANSLATE_NOOP("sentences", "the day of the exam result"),
    "choice.all_hours": QT_TRANSLATE_NOOP("sentences", "all hours"),
    "choice.no_hours": QT_TRANSLATE_NOOP("sentences", "no hours"),
}
