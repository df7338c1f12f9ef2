"""The search for what gives an examinee away: sixty planted leaks, two hundred clean papers."""

from __future__ import annotations

import base64
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from coordinator_app.documents.leaks import LeakReport, scan
from coordinator_app.documents.packets import packet_pdf, without_traces
from coordinator_app.domain.known import Identity, needles
from coordinator_app.domain.papers import CodedPaper, Form, Task

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FORM = Form("2026-1", (Task("Vignette 1", 50),))
CODE = "9B5T-EH64-4"
NAME = "Kalaniʻōpuʻu Kahananui"
WHO = Identity(
    names=(NAME,),
    givens=("Kalaniʻōpuʻu",),
    families=("Kahananui",),
    formers=("Leilani Kekoa",),
    emails=("kala.k@example.org",),
    phones=("(808) 555-0147",),
    numbers=("LCSW-3321", "2026-007"),
    others=("Pualani Santos",),
    agencies=("Hale Keiki o Hilo",),
    places=("Hilo",),
)
NEEDLES = needles(WHO)


def in_text(answer: str) -> LeakReport:
    return scan(f"{CODE}.pdf", packet_pdf(CodedPaper(CODE, "IMH", FORM, (answer,)), FONTS), NEEDLES)


SPELLINGS = [
    "Kalaniʻōpuʻu",
    "Kalani'opu'u",
    "Kalani‘ōpu‘u",
    "Kalani’ōpu’u",
    "Kalani`opu`u",
    "Kalaniʼōpuʼu",
    "Kalaniopuu",
    "KALANIʻŌPUʻU",
    "Kalaniʻo\u0304puʻu",
]
HIDDEN = [
    "K a h a n a n u i",
    "K.a.h.a.n.a.n.u.i",
    "Kaha-\nnanui",
    "Kaha\nnanui",
    "Kaha\u00adnanui",
    "KalaniopuuKahananui",
    "Kahananui, Kalaniopuu",
    "kahananui",
    "Kalaniopuu\nKahananui",
    "Kahananui’s",
    "Mrs. Kahananui",
    "(Kahananui)",
    "Leilani Kekoa",
    "Kekoa",
    "Leilani",
    "kala.k@example.org",
    "KALA.K@EXAMPLE.ORG",
    "kala.k at the office",
    "808-555-0147",
    "(808) 555 0147",
    "808.555.0147",
    "+1 808 555 0147",
    "8085550147",
    "555-0147",
    "LCSW-3321",
    "lcsw3321",
    "LCSW 3321",
    "case 2026-007",
    "Pualani Santos",
    "Santos, Pualani",
    base64.b64encode(b"Kahananui").decode(),
    base64.b64encode(f"xx{NAME}".encode()).decode(),
    base64.b64encode("Kahananui".encode("utf-16-le")).decode(),
    b"Kahananui".hex(),
    b"Kahananui".hex(" "),
    "Kahananui".encode("utf-16-be").hex(),
]


@pytest.mark.parametrize("planted", [*SPELLINGS, *HIDDEN])
def test_what_is_planted_in_an_answer_is_found(planted: str) -> None:
    report = in_text(f"In my work I met {planted} and then we spoke of the child.")
    assert report.verdict == "leak"


def pdf_with(**info: str) -> bytes:
    """A packet somebody has opened and saved with another program."""
    file = BytesIO()
    made = packet_pdf(CodedPaper(CODE, "IMH", FORM, ("Aloha.",)), FONTS)
    with pikepdf.open(BytesIO(made)) as pdf:
        for key, value in info.items():
            pdf.docinfo[f"/{key}"] = value
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return file.getvalue()


def attached(content: bytes, name: str = "notes.txt") -> bytes:
    file = BytesIO()
    made = packet_pdf(CodedPaper(CODE, "IMH", FORM, ("Aloha.",)), FONTS)
    with pikepdf.open(BytesIO(made)) as pdf:
        pdf.attachments[name] = content
        pdf.save(file)
    return file.getvalue()


def zipped(content: bytes, name: str = "a.txt") -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, content)
    return file.getvalue()


def updated(made: bytes) -> bytes:
    """The same file with a later revision behind it: what was replaced is still in the bytes."""
    old = zlib.compress(b"BT (by Kahananui) Tj ET")
    hidden = b"\n9 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (len(old), old)
    return made.replace(b"%%EOF", hidden + b"%%EOF", 1) + b"\n%%EOF\n"


CLEAN = packet_pdf(CodedPaper(CODE, "IMH", FORM, ("Aloha.",)), FONTS)
FILES = {
    "the name of the file": ("Kahananui.pdf", CLEAN),
    "author": (f"{CODE}.pdf", pdf_with(Author=NAME)),
    "title": (f"{CODE}.pdf", pdf_with(Title="Exam of Kahananui")),
    "a field of its own": (f"{CODE}.pdf", pdf_with(Company="Kahananui LLC")),
    "an attachment": (f"{CODE}.pdf", attached(b"by Kahananui")),
    "an attachment's name": (f"{CODE}.pdf", attached(b"x", "Kahananui.txt")),
    "a zip in a zip attached": (f"{CODE}.pdf", attached(zipped(zipped(b"Kahananui")))),
    "a comment behind the end": (f"{CODE}.pdf", CLEAN + b"% Kahananui"),
    "UTF-16 behind the end": (f"{CODE}.pdf", CLEAN + "Kahananui".encode("utf-16-le")),
    "UTF-16, other end first": (f"{CODE}.pdf", CLEAN + b"\n" + "Kahananui".encode("utf-16-be")),
    "an earlier revision": (f"{CODE}.pdf", updated(CLEAN)),
    "a workbook's cells": (f"{CODE}.xlsx", zipped(b"<t>Kahananui</t>", "xl/sharedStrings.xml")),
    "a workbook's member": (f"{CODE}.xlsx", zipped(b"<t/>", "xl/Kahananui.xml")),
    "a zip in a zip": (f"{CODE}.zip", zipped(zipped(zipped(b"by Kahananui")))),
    "plain text": (f"{CODE}.txt", "von Kahananui".encode("utf-16")),
}


@pytest.mark.parametrize("place", FILES)
def test_what_is_planted_in_a_file_is_found(place: str) -> None:
    assert scan(*FILES[place], NEEDLES).verdict == "leak"


def test_the_corpus_holds_sixty_leaks() -> None:
    assert len(SPELLINGS) + len(HIDDEN) + len(FILES) >= 60


def test_document_information_alone_is_a_finding() -> None:
    report = scan(f"{CODE}.pdf", pdf_with(Producer="Some Printer"), NEEDLES)
    assert {one.kind for one in report.findings} == {"structure"}


def test_agency_and_town_are_possible_and_the_verdict_stays_clean() -> None:
    report = in_text("At Hale Keiki o Hilo the family was seen in Hilo.")
    assert report.verdict == "clean"
    assert {(one.kind, one.weight) for one in report.findings} == {
        ("agency", "possible"),
        ("place", "possible"),
    }


def test_a_page_that_is_only_a_picture_is_unprovable_never_clean() -> None:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "teal")), 100, 100)  # pyright: ignore[reportUnknownMemberType]
    canvas.showPage()
    canvas.save()
    report = scan(f"{CODE}.pdf", without_traces(file.getvalue()), NEEDLES)
    assert report.verdict == "unprovable"
    assert report.image_pages == (1,)


ORDINARY = [
    "I hope that grace and joy grow where a young child is held with love.",
    "Hope is what the family brought. Grace follows. Young parents may need rest.",
    "The kai was near; aloha and mana are words the mother used.",
    "On a long day in may we will walk to the park by the green hill.",
]


@pytest.mark.parametrize("number", range(len(ORDINARY) * 10))
def test_ordinary_words_that_are_also_names_raise_no_alarm(number: int) -> None:
    who = Identity(
        names=("Hope Young", "Grace Kai", "Joy Park", "May Long", "Will Hill")[number % 5 :][:1],
        givens=("Hope", "Grace", "Joy", "May", "Will")[number % 5 :][:1],
        families=("Young", "Kai", "Park", "Long", "Hill")[number % 5 :][:1],
    )
    paper = CodedPaper(CODE, "IMH", FORM, (ORDINARY[number % len(ORDINARY)],))
    assert scan(f"{CODE}.pdf", packet_pdf(paper, FONTS), needles(who)).verdict == "clean"


def test_an_ordinary_word_written_as_a_name_is_found() -> None:
    who = needles(Identity(names=("Hope Young",), givens=("Hope",), families=("Young",)))
    paper = CodedPaper(CODE, "IMH", FORM, ("Then the mother said, thank you Hope, for it.",))
    assert scan(f"{CODE}.pdf", packet_pdf(paper, FONTS), who).verdict == "leak"


def damaged(packed: bytes) -> bytes:
    return packed[: len(packed) // 2]


def locked(packed: bytes) -> bytes:
    """The bits that say a member is encrypted, in its own head and in the directory's."""
    central = packed.index(b"PK\x01\x02")
    return packed[:6] + b"\x01" + packed[7 : central + 8] + b"\x01" + packed[central + 9 :]


def nested(packed: bytes) -> bytes:
    for _ in range(4):
        packed = zipped(packed, "a.zip")
    return packed


@pytest.mark.parametrize("spoil", [damaged, locked, nested])
def test_an_archive_that_cannot_be_read_is_unprovable_never_clean(
    spoil: Callable[[bytes], bytes],
) -> None:
    whole = zipped(b"What the child needed was time.")
    assert scan("a.zip", whole, NEEDLES).verdict == "clean"
    assert scan("a.zip", spoil(whole), NEEDLES).verdict == "unprovable"


def test_a_locked_pdf_is_held_back_as_unreadable() -> None:
    file = BytesIO()
    made = packet_pdf(CodedPaper(CODE, "IMH", FORM, ("Aloha.",)), FONTS)
    assert scan("a.pdf", made, NEEDLES).verdict == "clean"
    with pikepdf.open(BytesIO(made)) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="a", user="b"))
    report = scan("a.pdf", file.getvalue(), NEEDLES)
    assert report.verdict == "leak"
    assert "unreadable" in [one.around for one in report.findings]


def test_an_archive_larger_than_is_unpacked_is_unprovable_never_clean() -> None:
    assert scan("a.zip", zipped(bytes(50_000_001)), NEEDLES).verdict == "unprovable"
