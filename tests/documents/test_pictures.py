"""Pictures are read as pictures and written new."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from coordinator_app.documents.pictures import clean_picture, picture_size
from coordinator_app.domain.errors import BadInput


def picture(size: tuple[int, int], mode: str = "RGB", kind: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new(mode, size, None).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("RGB", "PNG"), ("RGBA", "PNG"), ("P", "PNG"), ("L", "JPEG"), ("CMYK", "JPEG")],
)
def test_png_and_jpeg_of_every_mode_become_a_small_png(mode: str, kind: str) -> None:
    made = clean_picture(picture((3000, 1000), mode, kind))
    assert picture_size(made) == (1200, 400)
    assert clean_picture(picture((3000, 1000), mode, kind)) == made


def test_what_travelled_with_the_picture_is_gone() -> None:
    file, note = BytesIO(), PngInfo()
    note.add_text("Author", "Leilani")
    Image.new("RGB", (9, 9), "red").save(file, "PNG", pnginfo=note)
    assert b"Leilani" in file.getvalue()
    assert b"Leilani" not in clean_picture(file.getvalue())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"%PDF-1.7",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        picture((50, 50), kind="GIF"),
        picture((50, 50), kind="TIFF"),
        picture((400, 400), kind="JPEG")[:600],
        picture((400, 400))[:60],
    ],
    ids=["empty", "pdf", "svg", "gif", "tiff", "cut jpeg", "cut png"],
)
def test_what_is_no_whole_png_or_jpeg_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"picture\.unreadable"):
        clean_picture(raw)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadInput, match=r"picture\.too_large"):
        clean_picture(picture((9000, 9000), "1"))
