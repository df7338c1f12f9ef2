"""Sentences about findings: what is needed, what there is, why it is not enough, what is due."""

from __future__ import annotations

from coordinator_app.runtime.sentences import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    # What is needed.
    "needed.education": QT_TRANSLATE_NOOP("sentences", "{degrees}"),
    "needed.transcripts": QT_TRANSLATE_NOOP("sentences", "official, of each degree"),
    "needed.years": QT_TRANSLATE_NOOP("sentences", "{years} years"),
    "needed.hours": QT_TRANSLATE_NOOP("sentences", "{hours} h"),
    "needed.hours_typical": QT_TRANSLATE_NOOP("sentences", "{hours} h (often {typical})"),
    "needed.hours_parts": QT_TRANSLATE_NOOP("sentences", "{hours} h, of it {parts}"),
    "needed.rsc_own": QT_TRANSLATE_NOOP(
        "sentences", "{hours}, of it {own} h about the RSC given to others"
    ),
    "needed.rsc_window": QT_TRANSLATE_NOOP(
        "sentences", "{hours} h within {shortest} to {longest} months"
    ),
    "needed.recommended": QT_TRANSLATE_NOOP("sentences", "recommended"),
    "needed.ratings": QT_TRANSLATE_NOOP("sentences", "{count}, from different raters"),
    "needed.ratings_by": QT_TRANSLATE_NOOP("sentences", "{count}: {roles}"),
    "needed.ratings_valid": QT_TRANSLATE_NOOP(
        "sentences", "valid on the day the first reviewer is assigned"
    ),
    "needed.signed": QT_TRANSLATE_NOOP("sentences", "signed"),
    "needed.signed_by": QT_TRANSLATE_NOOP("sentences", "signed by {day}"),
    "needed.membership": QT_TRANSLATE_NOOP("sentences", "current on {day}"),
    "needed.fee": QT_TRANSLATE_NOOP("sentences", "paid or waived"),
    "needed.no_fee": QT_TRANSLATE_NOOP("sentences", "none is asked"),
    "needed.one_of": QT_TRANSLATE_NOOP("sentences", "one of {categories}"),
    "needed.reviews": QT_TRANSLATE_NOOP("sentences", "{count} completed"),
    "needed.reply": QT_TRANSLATE_NOOP("sentences", "decision letter sent by {day}"),
    "needed.reply_month": QT_TRANSLATE_NOOP("sentences", "the month of submission"),
    "needed.exam_from": QT_TRANSLATE_NOOP("sentences", "from {day}"),
    "needed.sit_by": QT_TRANSLATE_NOOP("sentences", "exam sat by {day}"),
    "needed.open": QT_TRANSLATE_NOOP("sentences", "applied for from {opens} to {closes}"),
    "needed.open_from": QT_TRANSLATE_NOOP("sentences", "applied for from {opens}"),
    "needed.open_to": QT_TRANSLATE_NOOP("sentences", "applied for by {closes}"),
    "needed.renewed": QT_TRANSLATE_NOOP("sentences", "renewed by {day}"),
    # What there is.
    "have.nothing": QT_TRANSLATE_NOOP("sentences", "nothing yet"),
    "have.degrees": QT_TRANSLATE_NOOP("sentences", "{degrees}"),
    "have.no_degree": QT_TRANSLATE_NOOP("sentences", "no academic degree to show"),
    "have.transcripts": QT_TRANSLATE_NOOP("sentences", "{count} of {degrees}"),
    "have.years": QT_TRANSLATE_NOOP("sentences", "{years} y {months} m"),
    "have.hours": QT_TRANSLATE_NOOP("sentences", "{hours} h in {entries} entries"),
    "have.hours_once": QT_TRANSLATE_NOOP("sentences", "{hours} h in one entry"),
    "have.reported_hours": QT_TRANSLATE_NOOP("sentences", "{hours} h"),
    "have.rsc_hours": QT_TRANSLATE_NOOP("sentences", "{parts}"),
    "have.rsc_counted": QT_TRANSLATE_NOOP("sentences", "{hours} h that count"),
    "have.rsc_open": QT_TRANSLATE_NOOP("sentences", "{hours} h open"),
    "have.rsc_not_counted": QT_TRANSLATE_NOOP("sentences", "{hours} h that do not count"),
    "have.ratings": QT_TRANSLATE_NOOP("sentences", "{parts}"),
    "ratings.accepted": QT_TRANSLATE_NOOP("sentences", "{count} accepted"),
    "ratings.received": QT_TRANSLATE_NOOP("sentences", "{count} received"),
    "ratings.asked": QT_TRANSLATE_NOOP("sentences", "{count} under way"),
    "ratings.void": QT_TRANSLATE_NOOP("sentences", "{count} void"),
    "have.signed_on": QT_TRANSLATE_NOOP("sentences", "{date}"),
    "have.signed": QT_TRANSLATE_NOOP("sentences", "signed, day not recorded"),
    "have.member_until": QT_TRANSLATE_NOOP("sentences", "until {date}"),
    "have.member": QT_TRANSLATE_NOOP("sentences", "member, end not recorded"),
    "have.fees": QT_TRANSLATE_NOOP("sentences", "{fees}"),
    "have.categories": QT_TRANSLATE_NOOP("sentences", "{categories}, active"),
    "have.reviews": QT_TRANSLATE_NOOP("sentences", "{done} completed, {assigned} assigned"),
    "have.sent_on": QT_TRANSLATE_NOOP("sentences", "sent {date}"),
    "have.valid_until": QT_TRANSLATE_NOOP("sentences", "until {day}"),
    "have.exam_reached": QT_TRANSLATE_NOOP("sentences", "the day has come"),
    "have.exam_ahead": QT_TRANSLATE_NOOP("sentences", "the day is still to come"),
    "have.day": QT_TRANSLATE_NOOP("sentences", "{day}"),
    "have.renewed_on": QT_TRANSLATE_NOOP("sentences", "renewed {date}"),
    # Why it is not plainly met.
    "short.hours": QT_TRANSLATE_NOOP("sentences", "short by {hours} h"),
    "short.days": QT_TRANSLATE_NOOP("sentences", "short by {days} days"),
    "short.parts": QT_TRANSLATE_NOOP("sentences", "short by {parts}"),
    "hours.in_area": QT_TRANSLATE_NOOP("sentences", "{hours} h {area}"),
    "hours.not_known": QT_TRANSLATE_NOOP(
        "sentences", "the hours of some entries are not recorded; enter them"
    ),
    "education.degree_unknown": QT_TRANSLATE_NOOP(
        "sentences", "the degree of an entry is not recorded; choose it"
    ),
    "work.families_short": QT_TRANSLATE_NOOP(
        "sentences", "the number of families served is too small or not recorded"
    ),
    "work.dates_unclear": QT_TRANSLATE_NOOP(
        "sentences",
        "the dates are not exact enough, or unpaid work may or may not count; enter the days",
    ),
    "rsc.provider_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "for {hours} h it is not known whether the provider counted on the day; check the "
        "provider, the dates and the policy of that day",
    ),
    "rsc.dates_unclear": QT_TRANSLATE_NOOP(
        "sentences", "hours or dates are not exact enough to tell; enter them for each entry"
    ),
    "rsc.not_as_asked": QT_TRANSLATE_NOOP(
        "sentences",
        "enough hours in all, but not within the span of months, or too few about the RSC given "
        "to others",
    ),
    "ratings.missing": QT_TRANSLATE_NOOP("sentences", "{count} missing"),
    "ratings.roles_missing": QT_TRANSLATE_NOOP("sentences", "none yet from: {roles}"),
    "ratings.to_accept": QT_TRANSLATE_NOOP("sentences", "{count} received, not yet accepted"),
    "ratings.date_unknown": QT_TRANSLATE_NOOP(
        "sentences",
        "{count} without the day of completion, so the validity cannot be told; enter the day",
    ),
    "membership.end_unknown": QT_TRANSLATE_NOOP(
        "sentences", "the end of the membership is not recorded; enter it, or verify the membership"
    ),
    "membership.lapsed": QT_TRANSLATE_NOOP("sentences", "lapsed"),
    "fee.unclear": QT_TRANSLATE_NOOP(
        "sentences", "whether it was paid is unclear; mark it paid or waived"
    ),
    "fee.missing": QT_TRANSLATE_NOOP("sentences", "missing: {fees}"),
    "fee.amount_not_set": QT_TRANSLATE_NOOP(
        "sentences", "whether a fee is asked is not set; set it in the policy's settings"
    ),
    "requirement.stood_in": QT_TRANSLATE_NOOP("sentences", "met by {other}"),
    "reply.open": QT_TRANSLATE_NOOP("sentences", "not yet due, {days} days left"),
    "reply.late": QT_TRANSLATE_NOOP("sentences", "{days} days late"),
    "reply.month_unknown": QT_TRANSLATE_NOOP(
        "sentences", "only the year of submission is known; enter the month"
    ),
    "reply.not_recorded": QT_TRANSLATE_NOOP(
        "sentences", "decided before this program was used; when it was sent is not recorded"
    ),
    "renewal.no_cycle": QT_TRANSLATE_NOOP(
        "sentences",
        "no renewal cycle can be told for {day}: no policy was in force when it began, or its "
        "length is not set",
    ),
    "renewal.first_cycle": QT_TRANSLATE_NOOP(
        "sentences", "the endorsement began in this cycle; whether hours are asked is a setting"
    ),
    "renewal.first_year": QT_TRANSLATE_NOOP(
        "sentences", "endorsed this year; signed again from next year on"
    ),
    "renewal.lapsed": QT_TRANSLATE_NOOP("sentences", "not renewed by {day}"),
    # Words.
    "degree.or_higher": QT_TRANSLATE_NOOP("sentences", "{degree} or higher"),
    "degree.none": QT_TRANSLATE_NOOP("sentences", "no degree"),
    "degree.cda": QT_TRANSLATE_NOOP("sentences", "CDA"),
    "degree.associate": QT_TRANSLATE_NOOP("sentences", "Associate's"),
    "degree.bachelor": QT_TRANSLATE_NOOP("sentences", "Bachelor's"),
    "degree.master": QT_TRANSLATE_NOOP("sentences", "Master's"),
    "degree.doctorate": QT_TRANSLATE_NOOP("sentences", "doctorate"),
    "degree.licence": QT_TRANSLATE_NOOP("sentences", "state mental health license"),
    "degree.unknown": QT_TRANSLATE_NOOP("sentences", "degree not recorded"),
    "area.imh": QT_TRANSLATE_NOOP("sentences", "infant or early childhood mental health"),
    "area.rsc_provision": QT_TRANSLATE_NOOP("sentences", "on providing RSC"),
    "area.dei": QT_TRANSLATE_NOOP("sentences", "on diversity, equity and inclusion"),
    "fee.registration": QT_TRANSLATE_NOOP("sentences", "registration fee"),
    "fee.processing": QT_TRANSLATE_NOOP("sentences", "processing fee"),
    "fee.state.paid": QT_TRANSLATE_NOOP("sentences", "paid"),
    "fee.state.waived": QT_TRANSLATE_NOOP("sentences", "waived"),
    "fee.state.unclear": QT_TRANSLATE_NOOP("sentences", "unclear"),
    # The way back to the Active registry.
    "reactivation.sanction_lifted": QT_TRANSLATE_NOOP(
        "sentences", "evidence that the licensing board has lifted the sanction"
    ),
    "reactivation.education": QT_TRANSLATE_NOOP("sentences", "education since the removal"),
    "reactivation.work": QT_TRANSLATE_NOOP("sentences", "work since the removal"),
    "reactivation.training": QT_TRANSLATE_NOOP("sentences", "training since the removal"),
    "reactivation.rsc": QT_TRANSLATE_NOOP("sentences", "RSC since the removal"),
    "reactivation.references": QT_TRANSLATE_NOOP("sentences", "updated reference ratings"),
    "reactivation.fee": QT_TRANSLATE_NOOP("sentences", "reactivation fee"),
    "reactivation.membership": QT_TRANSLATE_NOOP("sentences", "current membership"),
    # Today.
    "today.decision_owed": QT_TRANSLATE_NOOP("sentences", "Decision letter owed"),
    "today.letter_to_send": QT_TRANSLATE_NOOP("sentences", "Decided; letter to be sent"),
    "today.rating_missing": QT_TRANSLATE_NOOP(
        "sentences", "Rating missing, last asked {days} days ago"
    ),
    "today.ratings_needed": QT_TRANSLATE_NOOP("sentences", "Ratings before a decision: {detail}"),
    "today.reviewer_to_assign": QT_TRANSLATE_NOOP("sentences", "Reviewer to be assigned: {count}"),
    "today.more_information": QT_TRANSLATE_NOOP(
        "sentences", "More information awaited; the reply day does not move"
    ),
    "today.exam_seat": QT_TRANSLATE_NOOP("sentences", "Exam seat can be offered from {day}"),
    "today.approval_ends": QT_TRANSLATE_NOOP("sentences", "Approval to sit ends on {day}"),
    "today.renewal_short": QT_TRANSLATE_NOOP("sentences", "Renewal: {parts}"),
    "today.short_of": QT_TRANSLATE_NOOP("sentences", "{what} {short}"),
    "today.code_of_ethics": QT_TRANSLATE_NOOP("sentences", "Code of Ethics not signed again"),
    "today.attestation": QT_TRANSLATE_NOOP("sentences", "Attestation of no sanction not signed"),
    "today.to_accept": QT_TRANSLATE_NOOP("sentences", "Registered; membership and fee to check"),
    "today.todo": QT_TRANSLATE_NOOP("sentences", "{text}"),
    "today.question": QT_TRANSLATE_NOOP("sentences", "Question from an import: {text}"),
}
