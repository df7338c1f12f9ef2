"""E-mail drafts, read back by the standard library's other half."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from coordinator_app.documents.eml import Attached, mail_draft

PDF = b"%PDF-1.4\n\x00\xff\r\nbytes of a letter\n%%EOF"


def read(draft: bytes) -> EmailMessage:
    return message_from_bytes(draft, policy=default)


def draft(to: str = "a@example.org", name: str = "A", subject: str = "S", text: str = "T") -> bytes:
    return mail_draft(to, name, subject, text, [Attached("L-2026-0001.pdf", PDF)])


@pytest.mark.parametrize("name", ["Kalaniʻōpuʻu Kaʻahumanu", "Siobhán “Bo” O'Brien, MSW", "陳美玲"])
def test_names_subjects_and_texts_come_back_literally(name: str) -> None:
    text = f"Dear {name},\n\n" + "Hawaiʻi " * 60 + "\n.\nFrom here on\n"
    mail = read(draft(name=name, subject=f"Ke ō — {name}", text=text))
    assert mail["To"].addresses[0].display_name == name
    assert mail["Subject"] == f"Ke ō — {name}"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == text


def test_the_pdf_comes_back_byte_for_byte() -> None:
    (attached,) = read(draft()).iter_attachments()
    assert attached.get_content() == PDF
    assert attached.get_content_type() == "application/pdf"


@pytest.mark.parametrize("evil", ["X\r\nBcc: all@example.org", "X\nBcc: all@example.org"])
def test_nothing_in_a_name_or_subject_begins_another_header(evil: str) -> None:
    mail = read(draft(name=evil, subject=evil))
    assert mail["Bcc"] is None
    assert len(mail["To"].addresses) == 1


@pytest.mark.parametrize(
    "to", ["", "nobody", "a b@example.org", "a@b.org, c@d.org", "a@example.org>"]
)
def test_what_is_no_address_leaves_the_draft_without_a_recipient(to: str) -> None:
    assert read(draft(to=to))["To"] is None


def test_equal_arguments_give_equal_bytes() -> None:
    assert draft() == draft()
