"""The office: made once, described on a page of settings."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coordinator_app.documents.pictures import clean_picture
from coordinator_app.domain.changes import Changes
from coordinator_app.domain.errors import BadInput, MachineTrouble
from coordinator_app.domain.policy import RuleValue
from coordinator_app.domain.views import OfficeCard
from coordinator_app.persistence import blobs
from coordinator_app.persistence.columns import Row, flag, number, text
from coordinator_app.persistence.store import Reader, Store
from coordinator_app.runtime.addresses import check_email
from coordinator_app.services.policies import default_policy, write_policy


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """An association as entered. `coordinator` is the journal's *who*; `logo` a PNG or JPEG."""

    name: str
    short_name: str
    coordinator: str
    time_zone: str = "Pacific/Honolulu"
    address: str = ""
    email: str = ""
    phone: str = ""
    coordinator_title: str = "Endorsement Coordinator"
    office_line: str = "Endorsement Office"
    locale: str = "en_US"
    logo: bytes | None = None
    practice: bool = False

    def __post_init__(self) -> None:
        for field in ("name", "short_name", "coordinator"):
            if not getattr(self, field).strip():
                raise BadInput("office.field_missing", field=field)
        if self.time_zone not in zoneinfo.available_timezones():
            raise BadInput("office.unknown_zone", zone=self.time_zone)
        if self.email.strip():
            check_email(self.email)


@dataclass(frozen=True, slots=True)
class Office:
    store: Store
    today: Callable[[], date]

    def make(
        self, draft: OfficeDraft, settings: Mapping[str, RuleValue | None] | None = None
    ) -> Changes:
        """The first action in a new file: the association, and the policy with its settings."""
        policy = default_policy(settings)
        with self.store.write("Make office", detail=draft.short_name, outside=True) as tx:
            logo = blobs.keep(tx, "image/png", clean_picture(draft.logo)) if draft.logo else None
            tx.insert("office", _columns(draft) | {"practice": int(draft.practice), "logo": logo})
            write_policy(tx, policy, self.today())
        return tx.changes()

    def card(self) -> OfficeCard:
        with self.store.read() as reader:
            return office_card(reader)

    def change(self, draft: OfficeDraft) -> Changes:
        """Write the office's page; a logo that is not given stays."""
        with self.store.write("Edit office") as tx:
            row = tx.find("office")[0]
            values = _columns(draft)
            if draft.logo:
                values["logo"] = blobs.keep(tx, "image/png", clean_picture(draft.logo))
            tx.update("office", number(row, "id"), values)
        return tx.changes()

    def logo(self) -> bytes | None:
        with self.store.read() as reader:
            sha = office_card(reader).logo
            return blobs.get(reader, sha) if sha else None


def clean_logo(path: Path) -> bytes:
    """The picture as the letters would carry it. Raises BadInput `picture.…`, MachineTrouble."""
    try:
        raw = path.read_bytes()
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise MachineTrouble("file.not_read", path=str(path), reason=reason) from None
    return clean_picture(raw)


def office_card(reader: Reader) -> OfficeCard:
    """The office. Raises BadInput `office.none` for a file in which none was made."""
    found = reader.find("office")
    if not found:
        raise BadInput("office.none")
    return _card(found[0])


def _card(row: Row) -> OfficeCard:
    return OfficeCard(
        name=text(row, "name"),
        short_name=text(row, "short_name"),
        office_line=text(row, "office_line"),
        address=text(row, "address"),
        email=text(row, "email"),
        phone=text(row, "phone"),
        time_zone=text(row, "time_zone"),
        coordinator=text(row, "coordinator"),
        coordinator_title=text(row, "coordinator_title"),
        locale=text(row, "locale"),
        logo=text(row, "logo"),
        practice=flag(row, "practice"),
    )


def _columns(draft: OfficeDraft) -> dict[str, object]:
    names = (
        "name",
        "short_name",
        "office_line",
        "address",
        "time_zone",
        "coordinator",
        "coordinator_title",
    )
    plain: dict[str, object] = {name: getattr(draft, name).strip() for name in (*names, "locale")}
    return plain | {"email": draft.email.strip() or None, "phone": draft.phone.strip() or None}
