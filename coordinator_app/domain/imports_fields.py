"""The fields an import can fill, and the headers they go by in the sheets of real offices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import DamerauLevenshtein

from coordinator_app.domain.fold import fold

SheetKind = Literal["applications", "registry", ""]
# A mapping may say that a column is left out, or kept as notes.
IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `headers` are folded; `tells` is the kind of sheet that alone has it, or empty.

    `many`: several columns of a sheet may have it.
    """

    name: str
    headers: tuple[str, ...]
    tells: SheetKind = ""
    many: bool = False


def _field(name: str, headers: str, tells: SheetKind = "", *, many: bool = False) -> Field:
    return Field(name, tuple(headers.split("|")), tells, many)


FIELDS: tuple[Field, ...] = (
    _field("name", "name|full name|applicant|applicant name|endorsee|person|name last first|last first"
           "|last name first name|name first last|applicants|names"),
    _field("first", "first|first name|given|given name|given names|fname"),
    _field("last", "last|last name|family|family name|surname|lname"),
    _field("email", "email|e mail|email address|e mail address|mail|emails|contact email"),
    _field("phone", "phone|telephone|tel|cell|phone number|mobile|phone no"),
    _field("island", "island|county|island county|location|region"),
    _field("agency", "agency|employer|organization|organisation|workplace|program|company|work"),
    _field("category", "category|cat|endorsement category|level|endorsement|endorsement type|type"
           "|category of endorsement|applying for|endorsement level"),
    _field("registered", "registered|registered on|registration|registration date|date registered"
           "|reg|reg date|preliminary application|started|start date", "applications"),
    _field("submitted", "submitted|submitted on|submission|submission date|date submitted|subm"
           "|app submitted|application submitted|application date", "applications"),
    _field("fee", "fee|fee pd|fee paid|fees|fees paid|payment|paid|pd|app fee|application fee",
           "applications"),
    _field("transcripts", "transcripts|transcript|transcripts rec d|transcripts received|official transcripts",
           "applications"),
    _field("training_hours", "training hrs|training hours|training|trainings|inservice hours"
           "|in service training|training hrs total|trng hrs|trg hrs"),
    _field("rsc_hours", "rsc hrs|rsc hours|rsc|rs c|rs c hours|rs c hrs|rs hrs|reflective supervision hours"
           "|reflective supervision|rs hours"),
    _field("rsc_provider", "rsc provider|provider|rs provider|rs c provider|reflective supervisor"
           "|rsc given by|supervisor rsc", "applications"),
    *(
        _field(f"reference_{n}", f"ref {n}|reference {n}|ref{n}|rater {n}|reference{n}|{word} reference"
               f"|{word} ref|reference rating {n}|rating {n}", "applications")
        for n, word in ((1, "1st"), (2, "2nd"), (3, "3rd"))
    ),
    _field("code_of_ethics", "code of ethics|coe|ethics|code of ethics signed|ethics signed|code"),
    _field("decision", "decision|outcome|result|review decision|committee decision|determination",
           "applications"),
    _field("decided_on", "decided|decided on|decision date|date of decision|date decided", "applications"),
    _field("letter_sent", "letter sent|letter|letter date|date letter sent|decision letter|notified"
           "|letter sent on|ltr sent", "applications"),
    _field("credential", "credential|credentials|letters|mark", "registry"),
    _field("endorsed_on", "endorsed on|endorsed|endorsement date|date endorsed|date of endorsement|since"
           "|endorsed since", "registry"),
    _field("status", "status|registry status|registry|active inactive|active"),
    _field("renewed_through", "renewed thru|renewed through|renewed until|renewal|renewed|expires"
           "|expiration|expiration date|valid through|renewal through", "registry"),
    _field("attestation", "attestation|attestation signed|attest|no sanction attestation", "registry"),
    _field("notes", "notes|note|comments|comment|remarks|misc|other", many=True),
)  # fmt: skip
BY_NAME = {field.name: field for field in FIELDS}
_BY_HEADER = {header: field.name for field in FIELDS for header in field.headers}


def header_words(header: str) -> str:
    """A header for comparison: folded, without a year ("Training 2025" is "training")."""
    return re.sub(r"\b(?:19|20)\d\d\b", "", fold(header)).strip()


def header_year(header: str) -> int | None:
    """The year a header names, such as 2025 in "Training 2025"."""
    found = re.search(r"\b((?:19|20)\d\d)\b", fold(header))
    return int(found[1]) if found else None


def field_for(header: str) -> tuple[str, float]:
    """The field a header means with a confidence from 0 to 1; ("", 0.0) where it is not clear.

    1.0: a known header. 0.8: a known header with one letter wrong. Nothing else is guessed: a
    wrong column would fill a thousand records wrongly, and the user can map it.
    """
    words = " ".join(header_words(header).split())
    if words in _BY_HEADER:
        return _BY_HEADER[words], 1.0
    if len(words) < 5:
        return "", 0.0
    near = {
        name
        for known, name in _BY_HEADER.items()
        if len(known) >= 5 and DamerauLevenshtein.distance(words, known, score_cutoff=1) <= 1
    }
    return (near.pop(), 0.8) if len(near) == 1 and not words[-1:].isdigit() else ("", 0.0)


def promises_family_first(header: str) -> bool:
    """Whether a header says that names stand as "Last, First"."""
    return header_words(header) in ("name last first", "last first", "last name first name")
