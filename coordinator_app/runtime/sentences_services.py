"""Sentences about people, cases, references, reviews, decisions, letters and notes."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "email.not_one": QT_TRANSLATE_NOOP(
        "sentences", "“{address}” is not an e-mail address: {reason} Correct it, or leave it empty."
    ),
    "office.none": QT_TRANSLATE_NOOP(
        "sentences", "There is no office in this file. Make a new one."
    ),
    "office.field_missing": QT_TRANSLATE_NOOP(
        "sentences", "The field {field} of the office is empty. Fill it in."
    ),
    "office.unknown_zone": QT_TRANSLATE_NOOP(
        "sentences", "“{zone}” is not a time zone. Choose one such as Pacific/Honolulu."
    ),
    "person.name_missing": QT_TRANSLATE_NOOP(
        "sentences", "The name is empty. Type the person's name; one word will do."
    ),
    "person.membership_until": QT_TRANSLATE_NOOP(
        "sentences",
        "Membership until “{text}” is not a day. Write it as 2026-12-31, or leave it empty.",
    ),
    "tie.unknown_kind": QT_TRANSLATE_NOOP(
        "sentences",
        "“{kind}” is no kind of tie. Choose family, supervises, gave RSC, gave a reference or"
        " declared.",
    ),
    "tie.with_oneself": QT_TRANSLATE_NOOP(
        "sentences", "A tie is between two people. Choose another person."
    ),
    "category.not_open": QT_TRANSLATE_NOOP(
        "sentences",
        "{category} cannot be applied for on {day}. Choose another category or another day.",
    ),
    "category.unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "The policy “{policy}” has no category {category}. Choose one of its categories.",
    ),
    "policy.adopted_before": QT_TRANSLATE_NOOP(
        "sentences", "A policy in force from {day} has been adopted already. Choose another day."
    ),
    "policy.cases_since": QT_TRANSLATE_NOOP(
        "sentences",
        "A policy cannot be adopted from {day}: cases submitted on that day or later are "
        "judged by the policy that was in force. Choose a later day.",
    ),
    "application.wrong_state": QT_TRANSLATE_NOOP(
        "sentences", "The application is {state}, and {step} is not a step from there."
    ),
    "application.logged_already": QT_TRANSLATE_NOOP(
        "sentences", "{name} has an application for {category} that was just logged. Open that one."
    ),
    "application.not_ready": QT_TRANSLATE_NOOP(
        "sentences",
        "It cannot be submitted yet. Missing: {missing}. Enter what is missing, or submit by "
        "override with a reason.",
    ),
    "application.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "The reason is empty. Say why the application ends."
    ),
    "application.submitted_before_registered": QT_TRANSLATE_NOOP(
        "sentences",
        "The day of submission, {day}, lies before the application was registered. Correct "
        "the day.",
    ),
    "application.submitted_before_decision": QT_TRANSLATE_NOOP(
        "sentences",
        "The day of submission, {day}, lies before the earlier decision of {decided}. Correct"
        " the day.",
    ),
    "application.before_submission": QT_TRANSLATE_NOOP(
        "sentences", "{day} lies before the submission of {submitted}. Correct the day."
    ),
    "acceptance.membership": QT_TRANSLATE_NOOP(
        "sentences",
        "The membership is not current on {day}. Enter the day it holds until, or accept by "
        "override with a reason.",
    ),
    "acceptance.fee": QT_TRANSLATE_NOOP(
        "sentences",
        "The registration fee is not marked paid, waived or none on {day}. Mark it, or accept"
        " by override with a reason.",
    ),
    "override.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "The reason is empty. An override names its reason."
    ),
    "pause.unknown": QT_TRANSLATE_NOOP(
        "sentences", "“{kind}” is no kind of pause. Choose more information or on hold."
    ),
    "pause.ends_before_it_starts": QT_TRANSLATE_NOOP(
        "sentences", "The pause would end on {day}, before it began. Correct the day."
    ),
    "evidence.unknown_kind": QT_TRANSLATE_NOOP(
        "sentences", "“{kind}” is no kind of evidence. Choose one of the list."
    ),
    "evidence.unknown_degree": QT_TRANSLATE_NOOP(
        "sentences", "“{degree}” is no degree the program knows. Choose one of the list."
    ),
    "evidence.hours_not_positive": QT_TRANSLATE_NOOP(
        "sentences",
        "The hours are {hours}. Enter clock hours above zero, or leave the field empty.",
    ),
    "evidence.ends_before_it_starts": QT_TRANSLATE_NOOP(
        "sentences",
        "The end, {ended}, lies before the beginning, {started}. Correct one of the two.",
    ),
    "evidence.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "The reason is empty. Say why the evidence does not count."
    ),
    "reference.wrong_state": QT_TRANSLATE_NOOP(
        "sentences", "The rating is {state}, and {step} is not a step from there."
    ),
    "reference.unknown_kind": QT_TRANSLATE_NOOP(
        "sentences", "“{kind}” is no kind of rater. Choose one of the list."
    ),
    "reference.is_applicant": QT_TRANSLATE_NOOP(
        "sentences",
        "{name} is the applicant and cannot rate their own application. Name somebody else.",
    ),
    "reference.named_already": QT_TRANSLATE_NOOP(
        "sentences", "{name} is named as a rater of this application already. Name somebody else."
    ),
    "reference.reason_missing": QT_TRANSLATE_NOOP(
        "sentences", "The reason is empty. Say why the rating does not count."
    ),
    "rating.received_before_completed": QT_TRANSLATE_NOOP(
        "sentences",
        "The rating was received before it was completed on {completed}. Correct one of the "
        "two days.",
    ),
    "rating.blanks_negative": QT_TRANSLATE_NOOP(
        "sentences", "{blanks} items without enough information cannot be. Enter 0 or more."
    ),
    "rating.too_old": QT_TRANSLATE_NOOP(
        "sentences",
        "The rating of {completed} was valid until {until}, and counts on the day the first "
        "reviewer is assigned, {measured}. Ask for a new one.",
    ),
    "review.assigned_already": QT_TRANSLATE_NOOP(
        "sentences", "This reviewer has the application already. Choose another."
    ),
    "review.not_endorsed": QT_TRANSLATE_NOOP(
        "sentences",
        "This person is on no active registry and cannot review. Choose somebody endorsed.",
    ),
    "review.never": QT_TRANSLATE_NOOP(
        "sentences", "{name} cannot review this application: {conflict}. Choose somebody else."
    ),
    "review.conflict": QT_TRANSLATE_NOOP(
        "sentences",
        "{name} has a tie to the applicant: {conflict}. Choose somebody else, or assign by "
        "override with a reason.",
    ),
    "review.done_already": QT_TRANSLATE_NOOP(
        "sentences", "This review is complete already. Undo it to record another."
    ),
    "review.before_assignment": QT_TRANSLATE_NOOP(
        "sentences", "{day} lies before the reviewer was assigned. Correct the day."
    ),
    "review.unknown_recommendation": QT_TRANSLATE_NOOP(
        "sentences",
        "“{recommendation}” is no recommendation. Choose approve, more information, defer or deny.",
    ),
    "decision.unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "“{kind}” is no decision. Choose approve, approve to sit the exam, defer or deny.",
    ),
    "decision.exam_first": QT_TRANSLATE_NOOP(
        "sentences", "{category} asks for an exam. Approve to sit the exam instead."
    ),
    "decision.no_exam": QT_TRANSLATE_NOOP("sentences", "{category} has no exam. Approve instead."),
    "decision.no_policy": QT_TRANSLATE_NOOP(
        "sentences",
        "No policy was in force on the day of this submission, so it cannot be decided here. "
        "Close the case and log the application anew.",
    ),
    "decision.not_ready": QT_TRANSLATE_NOOP(
        "sentences",
        "It cannot be approved yet. Not met: {missing}. Enter what is missing, or approve by "
        "override with a reason.",
    ),
    "decision.reasons_missing": QT_TRANSLATE_NOOP(
        "sentences",
        "The reasons are empty. Say why it is deferred or denied; the letter says so too.",
    ),
    "decision.reviewer_conflict": QT_TRANSLATE_NOOP(
        "sentences",
        "{name}, who reviewed, has a tie to the applicant that became known later: "
        "{conflict}. Approve by override with a reason, or ask another reviewer and defer.",
    ),
    "exam.source_missing": QT_TRANSLATE_NOOP(
        "sentences", "The source is empty. Say who gave the result."
    ),
    "exam.too_early": QT_TRANSLATE_NOOP(
        "sentences", "The exam may be sat from {earliest}. Correct the day of the sitting."
    ),
    "exam.approval_expired": QT_TRANSLATE_NOOP(
        "sentences",
        "The approval to sit was valid until {until}. Correct the day of the sitting, or let "
        "the approval expire.",
    ),
    "exam.result_before_sitting": QT_TRANSLATE_NOOP(
        "sentences", "The result of {day} lies before the sitting. Correct one of the two days."
    ),
    "approval.still_valid": QT_TRANSLATE_NOOP(
        "sentences", "The approval to sit is valid until {until}. Let it expire after that day."
    ),
    "approval.no_end": QT_TRANSLATE_NOOP(
        "sentences",
        "The policy sets no end to an approval to sit. Set it in the policy's settings, or "
        "close the case.",
    ),
    "endorsement.held_already": QT_TRANSLATE_NOOP(
        "sentences", "This person holds {category} already, on the active registry."
    ),
    "letter.no_decision": QT_TRANSLATE_NOOP(
        "sentences", "There is no decision yet that the letter could tell. Decide first."
    ),
    "letter.issued_already": QT_TRANSLATE_NOOP(
        "sentences",
        "The letter of this decision has been issued already. Open it, and print it again.",
    ),
    "letter.sent_already": QT_TRANSLATE_NOOP(
        "sentences", "This letter is marked sent already. Undo that to correct it."
    ),
    "letter.sent_before_issued": QT_TRANSLATE_NOOP(
        "sentences", "The letter was issued after {day}. Correct the day it was sent."
    ),
    "letter.unknown_way": QT_TRANSLATE_NOOP(
        "sentences", "“{how}” is no way a letter goes out. Choose e-mail, post or by hand."
    ),
    "note.empty": QT_TRANSLATE_NOOP("sentences", "The note is empty. Write something."),
    "note.on_nothing": QT_TRANSLATE_NOOP(
        "sentences", "The note belongs to nobody. Choose a person or a case."
    ),
    "question.answer_empty": QT_TRANSLATE_NOOP("sentences", "The answer is empty. Write it."),
    "question.answered_already": QT_TRANSLATE_NOOP(
        "sentences", "This question has been answered already. Undo that to answer it anew."
    ),
    "state.registered": QT_TRANSLATE_NOOP("sentences", "registered"),
    "state.accepted": QT_TRANSLATE_NOOP("sentences", "accepted"),
    "state.in_progress": QT_TRANSLATE_NOOP("sentences", "in progress"),
    "state.submitted": QT_TRANSLATE_NOOP("sentences", "submitted"),
    "state.in_review": QT_TRANSLATE_NOOP("sentences", "in review"),
    "state.more_information": QT_TRANSLATE_NOOP("sentences", "waiting for more information"),
    "state.on_hold": QT_TRANSLATE_NOOP("sentences", "on hold"),
    "state.approved": QT_TRANSLATE_NOOP("sentences", "approved"),
    "state.to_sit": QT_TRANSLATE_NOOP("sentences", "approved to sit the exam"),
    "state.to_sit_expired": QT_TRANSLATE_NOOP("sentences", "expired (approval to sit)"),
    "state.not_passed": QT_TRANSLATE_NOOP("sentences", "not passed"),
    "state.endorsed": QT_TRANSLATE_NOOP("sentences", "endorsed"),
    "state.deferred": QT_TRANSLATE_NOOP("sentences", "deferred"),
    "state.denied": QT_TRANSLATE_NOOP("sentences", "denied"),
    "state.withdrawn": QT_TRANSLATE_NOOP("sentences", "withdrawn"),
    "state.closed": QT_TRANSLATE_NOOP("sentences", "closed"),
    "step.accept": QT_TRANSLATE_NOOP("sentences", "accepting it"),
    "step.enter_evidence": QT_TRANSLATE_NOOP("sentences", "entering evidence"),
    "step.name_rater": QT_TRANSLATE_NOOP("sentences", "naming a rater"),
    "step.submit": QT_TRANSLATE_NOOP("sentences", "submitting"),
    "step.assign_reviewer": QT_TRANSLATE_NOOP("sentences", "assigning a reviewer"),
    "step.decide": QT_TRANSLATE_NOOP("sentences", "deciding"),
    "step.pause": QT_TRANSLATE_NOOP("sentences", "pausing"),
    "step.resume": QT_TRANSLATE_NOOP("sentences", "resuming"),
    "step.take_up_again": QT_TRANSLATE_NOOP("sentences", "taking it up again"),
    "step.record_exam": QT_TRANSLATE_NOOP("sentences", "recording an exam"),
    "step.let_approval_expire": QT_TRANSLATE_NOOP("sentences", "letting the approval expire"),
    "step.withdraw": QT_TRANSLATE_NOOP("sentences", "withdrawing"),
    "step.close": QT_TRANSLATE_NOOP("sentences", "closing"),
    "step.ask": QT_TRANSLATE_NOOP("sentences", "asking"),
    "step.remind": QT_TRANSLATE_NOOP("sentences", "reminding"),
    "step.receive": QT_TRANSLATE_NOOP("sentences", "recording the rating"),
    "step.void": QT_TRANSLATE_NOOP("sentences", "voiding it"),
    "step.decline": QT_TRANSLATE_NOOP("sentences", "declining"),
    "step.replace": QT_TRANSLATE_NOOP("sentences", "replacing the rater"),
    "rating.state.named": QT_TRANSLATE_NOOP("sentences", "named"),
    "rating.state.asked": QT_TRANSLATE_NOOP("sentences", "asked for"),
    "rating.state.reminded": QT_TRANSLATE_NOOP("sentences", "asked for again"),
    "rating.state.received": QT_TRANSLATE_NOOP("sentences", "received"),
    "rating.state.accepted": QT_TRANSLATE_NOOP("sentences", "accepted"),
    "rating.state.void": QT_TRANSLATE_NOOP("sentences", "void"),
    "rating.state.declined": QT_TRANSLATE_NOOP("sentences", "declined"),
    "rating.state.replaced": QT_TRANSLATE_NOOP("sentences", "replaced"),
    "conflict.self": QT_TRANSLATE_NOOP("sentences", "it is their own"),
    "conflict.family": QT_TRANSLATE_NOOP("sentences", "they are family"),
    "conflict.gave_rsc": QT_TRANSLATE_NOOP("sentences", "they gave the applicant RSC"),
    "conflict.same_agency": QT_TRANSLATE_NOOP("sentences", "they work at the same agency"),
    "conflict.gave_reference": QT_TRANSLATE_NOOP("sentences", "they rated the applicant"),
    "conflict.supervises": QT_TRANSLATE_NOOP(
        "sentences", "they supervise the applicant, or are supervised"
    ),
    "conflict.declared": QT_TRANSLATE_NOOP("sentences", "a tie was declared"),
    "conflict.out_of_scope": QT_TRANSLATE_NOOP(
        "sentences", "their endorsement does not cover the category"
    ),
}
