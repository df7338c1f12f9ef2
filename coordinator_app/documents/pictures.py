"""Logos and signatures: read as pictures, written new, so that nothing else travels with them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from coordinator_app.domain.errors import BadInput

# What a logo may be before it is made smaller: bytes as chosen, and pixels as declared inside.
_BYTES = 20_000_000
_PIXELS = 40_000_000
_EDGE = 1200


def clean_picture(raw: bytes) -> bytes:
    """A PNG of at most 1200 pixels a side from a PNG or JPEG: on white, without metadata.

    Raises BadInput("picture.too_large") or BadInput("picture.unreadable"). The same bytes always
    give the same bytes.
    """
    if len(raw) > _BYTES:
        raise BadInput("picture.too_large", limit=_BYTES // 1_000_000)
    try:
        with Image.open(BytesIO(raw), formats=("PNG", "JPEG")) as picture:
            return _written(_small(picture))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as trouble:
        raise BadInput("picture.unreadable") from trouble


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height in pixels, as `clean_picture` leaves them."""
    with Image.open(BytesIO(clean_picture(png)), formats=("PNG",)) as picture:
        return picture.size


def _small(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > _PIXELS:
        raise BadInput("picture.too_large", limit=_BYTES // 1_000_000)
    coloured = picture.convert("RGBA")
    coloured.thumbnail((_EDGE, _EDGE))
    paper = Image.new("RGB", coloured.size, "white")
    paper.paste(coloured, mask=coloured.getchannel("A"))
    return paper


def _written(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, format="PNG", optimize=False)
    return file.getvalue()
