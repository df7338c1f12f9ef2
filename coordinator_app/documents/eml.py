"""E-mail drafts as .eml files, for the user's own mail program: the program itself sends nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from coordinator_app.documents.tables import cleaned


@dataclass(frozen=True, slots=True)
class Attached:
    """A PDF that goes with a draft, under the name the recipient sees."""

    name: str
    pdf: bytes


def mail_draft(to: str, name: str, subject: str, text: str, attached: Sequence[Attached]) -> bytes:
    """One draft. `X-Unsent` opens it for writing in mail programs that know it.

    No sender, day or number: the mail program that sends it gives its own. An address that is none
    leaves the draft without a recipient. Equal arguments give equal bytes.
    """
    message = EmailMessage(policy=SMTP.clone(max_line_length=76))
    message["X-Unsent"] = "1"
    if (address := _address(to, name)) is not None:
        message["To"] = address
    message["Subject"] = _line(subject)
    message.set_content(cleaned(text), cte="quoted-printable")
    for one in attached:
        message.add_attachment(one.pdf, maintype="application", subtype="pdf", filename=one.name)
    if message.is_multipart():
        message.set_boundary(_boundary(attached))
    return message.as_bytes()


def _address(to: str, name: str) -> Address | None:
    """The recipient; None where the address has not one name, one @ and one domain."""
    user, at, domain = to.strip().rpartition("@")
    if not (at and user and domain) or any(sign.isspace() or sign in '<>,;:"()[]\\' for sign in to):
        return None
    if not to.isascii():
        return None
    return Address(display_name=_line(name), username=user, domain=domain)


def _line(text: str) -> str:
    """On one line: nothing in it can begin another header."""
    return " ".join(cleaned(text).split())


def _boundary(attached: Sequence[Attached]) -> str:
    """The same for the same attachments; nothing in base64 or quoted-printable text looks like it."""
    return f"=_{sum(len(one.pdf) for one in attached):x}_{len(attached)}_letter"
