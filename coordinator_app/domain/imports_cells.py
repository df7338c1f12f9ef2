"""The cells of a case and of the registry as coordinators type them: fees, hours, decisions ..."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from coordinator_app.domain.imports_categories import read_category
from coordinator_app.domain.imports_dates import UNKNOWN_WORDS, read_date, whole_or_part
from coordinator_app.domain.imports_names import read_email, read_island, read_name, read_part, tidy
from coordinator_app.domain.imports_notes import read_note
from coordinator_app.domain.imports_sheets import folded
from coordinator_app.domain.imports_understood import (
    CellFate,
    DecisionRead,
    FeeRead,
    HoursRead,
    ProviderRead,
    RaterRead,
    SignedRead,
    StatusRead,
    TranscriptsRead,
    Understood,
    asked,
    noted,
    used,
)
from coordinator_app.domain.partial import PartialDate

YES = frozenset(
    {"y", "yes", "x", "true", "ok", "done", "signed", "rec d", "recd", "received", "✓", "✔"}
)
NO = frozenset({"n", "no", "false", "not signed", "missing", "not yet"})
NOT_APPLICABLE = frozenset({"n a", "na", "not applicable", "none", "none needed"})
PAID = frozenset({"pd", "paid", "y", "yes", "x", "true", "paid in full", "ok"})
WAIVED = frozenset({"waived", "waiver", "fee waived", "scholarship", "exempt"})
RECEIVED = frozenset({"rec d", "recd", "recvd", "received", "rcvd", "in", "done", "yes", "y"})
WAITING = frozenset({"waiting", "waiting on", "pending", "asked", "sent", "requested", "emailed"})
DECLINED = frozenset({"declined", "refused", "said no", "no"})
_MONEY = re.compile(
    r"(?:US)?\$? ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?0*(?: ?(?:USD|dollars))?", re.I
)
_CHECK = re.compile(
    r"(?:pd |paid )?(?:by )?(?:check|ck|chk|cheque)\.? ?(?:no\.? ?|# ?)?(\d+)?", re.I
)
_HOURS = re.compile(
    r"(?P<more>at least |>=? ?)?(?P<hours>\d{1,5}(?:\.\d+)?) ?(?P<plus>\+)?"
    r" ?(?:hours|hour|hrs|hr|h)?\.? ?(?P<plus2>\+)? ?(?P<mode>\(?[A-Za-z.]+\)?)?",
    re.I,
)
_MODES = {
    "grp": "group",
    "group": "group",
    "ind": "individual",
    "indiv": "individual",
    "individual": "individual",
}
_OF = re.compile(r"(\d{1,2}) ?(?:of|/) ?(\d{1,2})", re.I)
_RATER = re.compile(r"(?P<rater>.+?) ?(?: - |[-–—:(] ?| )(?P<word>[A-Za-z'’]+)\)?\.?")
_ASKED = re.compile(r"(?:asked|sent|requested|emailed)(?: on)? (?P<when>.+)", re.I)
_CREDENTIALS = {
    "imh e": "IMH-E®",
    "imhe": "IMH-E®",
    "ecmh e": "ECMH-E®",
    "ecmhe": "ECMH-E®",
    "iecmh e": "IECMH-E®",
    "iecmhe": "IECMH-E®",
    "i ecmh e": "IECMH-E®",
}
_DECISIONS = {
    ("appr", "approved", "approve", "app d", "aprvd", "yes"): DecisionRead("approved", "approve"),
    ("to exam", "to sit", "exam", "approved to sit", "approved for exam", "approve to sit",
     "sit exam", "approved to exam"): DecisionRead("to_sit", "approve_to_sit"),
    ("deferred", "defer", "def"): DecisionRead("deferred", "defer"),
    ("deny", "denied", "not approved"): DecisionRead("denied", "deny"),
    ("on hold", "hold"): DecisionRead("on_hold"),
    ("more information", "more info", "need more info", "incomplete"): DecisionRead("more_information"),
    ("in review", "under review", "review", "reviewing"): DecisionRead("in_review"),
    ("withdrawn", "withdrew", "withdraw"): DecisionRead("withdrawn"),
    ("closed", "inactive"): DecisionRead("closed"),
    ("not passed", "failed", "failed exam", "did not pass"): DecisionRead("not_passed"),
    ("endorsed",): DecisionRead("endorsed", "approve"),
    ("submitted",): DecisionRead("submitted"),
    ("registered",): DecisionRead("registered"),
    ("in progress", "working"): DecisionRead("in_progress"),
}  # fmt: skip
DECISIONS = {word: meant for words, meant in _DECISIONS.items() for word in words}
_REASONS = {
    "lapsed": "lapsed",
    "expired": "lapsed",
    "not renewed": "lapsed",
    "sanctioned": "sanctioned",
    "sanction": "sanctioned",
    "retired": "own_request",
    "leave": "own_request",
    "on leave": "own_request",
    "own request": "own_request",
    "deceased": "deceased",
    "died": "deceased",
    "moved": "moved",
    "transferred": "moved",
}
_STATUS = re.compile(
    r"(?:inactive)? ?[-–—:,(]? ?(?P<reason>[A-Za-z ]+?)?\)? ?(?P<when>[\d'(].*)?", re.I
)


def read_fee(text: str) -> Understood:
    """ "$100", 100, "pd", "waived", "check #231": paid, waived or unclear."""
    word = folded(text)
    if word in PAID:
        return used(FeeRead("paid"))
    if word in WAIVED:
        return used(FeeRead("waived"))
    if word in NO:
        return used(FeeRead("unclear"), keep=True)
    if found := _MONEY.fullmatch(tidy(text)):
        amount = Decimal(found[1].replace(",", "") + (found[2] or ""))
        return used(FeeRead("paid", amount)) if amount else asked("import.fee_of_nothing")
    if found := _CHECK.fullmatch(tidy(text)):
        return used(FeeRead("paid", check=found[1] or ""), keep=True)
    return asked("import.fee_unclear", FeeRead("unclear"))


def read_yes(text: str) -> Understood:
    """Y, yes, x, signed, done are true; N, no are false; anything else is a question."""
    word = folded(text) or tidy(text)
    if word in YES:
        return used(True)
    if word in NO or word in NOT_APPLICABLE:
        return used(False)
    return asked("import.yes_or_no")


def read_transcripts(text: str) -> Understood:
    """ "2 of 2", or only whether they are there."""
    if found := _OF.fullmatch(tidy(text)):
        have, of = int(found[1]), int(found[2])
        return used(TranscriptsRead(have >= of, have, of))
    answer = read_yes(text)
    if isinstance(answer.value, bool):
        return used(TranscriptsRead(answer.value))
    return asked("import.transcripts_unclear")


def read_hours(text: str) -> Understood:
    """Clock hours, exact. "30+" is at least 30 and asked; "24 (grp)" is 24 in a group; "n/a" none."""
    if folded(text) in NOT_APPLICABLE:
        return used(HoursRead(None, applies=False))
    found = _HOURS.fullmatch(tidy(text))
    mode = (found["mode"] or "").strip("(). ").casefold() if found else ""
    if not found or (mode and mode not in _MODES):
        return asked("import.hours_unclear")
    hours = Decimal(found["hours"])
    if found["plus"] or found["plus2"] or found["more"]:
        return asked(
            "import.hours_at_least", HoursRead(hours, True, _MODES.get(mode, "")), hours=hours
        )
    return used(HoursRead(hours, mode=_MODES.get(mode, "")))


def read_provider(text: str) -> Understood:
    """ "A. Chun IMHM-C", "(vetted) P. Ito", "Chun": the name, and what was said beside it."""
    plain = tidy(text)
    vetted = bool(re.search(r"\bvetted\b", plain, re.I))
    name = tidy(re.sub(r"\(?\bvetted\b\)?", "", plain, flags=re.I)).strip(" ,-")
    first, _, last = name.rpartition(" ")
    category = read_category(last.strip("(),")).value if first else None
    if not folded(name):
        return noted("import.not_understood")
    if isinstance(category, str):
        return used(ProviderRead(first.strip(" ,-("), category, vetted))
    return used(ProviderRead(name, vetted=vetted))


def read_rater(text: str) -> Understood:
    """One reference cell: "rec'd", "M. Souza - recvd", "waiting", "asked 6/8", "declined", a date.

    A lone "x" may mean received or only named: it is asked, never taken for a rating.
    """
    plain, word = tidy(text), folded(text)
    if word == "x":
        return asked("import.reference_x", RaterRead("named"))
    state = _rater_state(word)
    if state:
        return used(RaterRead(state))
    if found := _ASKED.fullmatch(plain):
        return _asked_on(found["when"])
    if day := whole_or_part(plain):
        return asked("import.reference_date", RaterRead("named", on=day), day=day)
    return _named_rater(plain)


def _rater_state(word: str) -> str:
    if word in RECEIVED:
        return "received"
    if word in WAITING:
        return "asked"
    if word in DECLINED:
        return "declined"
    return "named" if word in UNKNOWN_WORDS else ""


def _asked_on(when: str) -> Understood:
    """The day of asking; one without a year is noted, for the year is not written."""
    day = whole_or_part(when)
    if day:
        return used(RaterRead("asked", on=day))
    return noted("import.asked_without_year", RaterRead("asked"))


def _named_rater(plain: str) -> Understood:
    found = _RATER.fullmatch(plain)
    state = _rater_state(folded(found["word"])) if found else ""
    if found and state and folded(found["rater"]):
        return used(RaterRead(state, found["rater"].strip(" -,:(")))
    if re.fullmatch(r"(?:[^\W\d_]\.? ?)+(?:[^\W\d_'’ʻ-]+[ .]?){0,4}", plain):
        return used(RaterRead("named", plain))
    return asked("import.reference_unclear")


def read_signed(text: str) -> Understood:
    """Code of Ethics: signed, Y, or the day it was signed; "TBD" is noted."""
    answer = read_yes(text)
    if isinstance(answer.value, bool):
        return used(SignedRead(answer.value))
    day = read_date(re.sub(r"^signed(?: on)? ", "", tidy(text), flags=re.I))
    if isinstance(day.value, PartialDate):
        return Understood(SignedRead(True, day.value), day.fate, day.phrase, day.keep)
    return day if day.fate is CellFate.NOTED else asked("import.signed_unclear")


def read_decision(text: str) -> Understood:
    """APPR, to exam, deferred, Deny, on hold ...: the state it leaves the case in."""
    meant = DECISIONS.get(folded(text))
    return used(meant) if meant else asked("import.decision_unclear")


def read_credential(text: str) -> Understood:
    """IMH-E®, ECMH-E®, or IECMH-E® for holders of both; the mark is added where it was left out."""
    mark = _CREDENTIALS.get(folded(text.replace("®", " ")))
    return used(mark) if mark else asked("import.credential_unclear")


def read_status(text: str) -> Understood:
    """Active, or inactive with the reason: lapsed, sanctioned, own_request, deceased, moved."""
    plain, word = tidy(text), folded(text)
    if word in ("active", "current", "a"):
        return used(StatusRead("active"))
    if word == "inactive":
        return asked("import.inactive_why", StatusRead("inactive"))
    found = _STATUS.fullmatch(plain)
    reason = _REASONS.get(folded(found["reason"] or "")) if found else None
    if not found or not reason:
        return asked("import.status_unclear")
    when = (found["when"] or "").strip("() ")
    day = whole_or_part(when) if when else None
    keep = bool(when and not day) or word == "retired"
    return used(StatusRead("inactive", reason, day), keep=keep)


def read_text(text: str) -> Understood:
    """Free text such as an agency, as typed, in composed letters."""
    return used(tidy(text))


def read_phone(text: str) -> Understood:
    """A telephone number: seven digits at least."""
    enough = sum(sign.isdecimal() for sign in text) >= 7
    return used(tidy(text)) if enough else noted("import.not_a_phone")


def read_family_first(text: str) -> Understood:
    """A name in a column whose header promises "Last, First"."""
    return read_name(text, family_first=True)


READERS: dict[str, Callable[[str], Understood]] = {
    "name": read_name,
    "first": read_part,
    "last": read_part,
    "email": read_email,
    "phone": read_phone,
    "island": read_island,
    "agency": read_text,
    "category": read_category,
    "registered": read_date,
    "submitted": read_date,
    "fee": read_fee,
    "transcripts": read_transcripts,
    "training_hours": read_hours,
    "rsc_hours": read_hours,
    "rsc_provider": read_provider,
    "reference_1": read_rater,
    "reference_2": read_rater,
    "reference_3": read_rater,
    "code_of_ethics": read_signed,
    "decision": read_decision,
    "decided_on": read_date,
    "letter_sent": read_date,
    "credential": read_credential,
    "endorsed_on": read_date,
    "status": read_status,
    "renewed_through": read_date,
    "attestation": read_yes,
    "notes": read_note,
}
